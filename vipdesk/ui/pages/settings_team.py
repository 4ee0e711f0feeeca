"""Settings: the team this desk is signed in to, or the way to one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from vipdesk.ui.widgets.buttons import Button
from vipdesk.ui.widgets.card import Card, clear, column, row
from vipdesk.ui.widgets.labels import Body, Caption, Strong
from vipdesk.vocabulary import label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context
    from vipdesk.ui.doors import TeamWay


class TeamCard(Card):
    """Server, name and role; change the password, sign out. In a vault: join a team."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, say("Team"))
        office = context.runner.office
        self.in_team = getattr(office, "home", "vault") != "vault"
        self.server = Body(context, "", selectable=True, wrap=True)
        self.person = Body(context, "", wrap=True)
        self.role = Body(context, "", wrap=True)
        self.password = Button(
            context, say("Change your password…"), icon="key", on=self._on_password
        )
        self.leave = Button(context, say("Sign out of the team…"), icon="door", on=self._on_leave)
        self.join = Button(context, say("Join a team…"), icon="link", on=self._on_join)
        self.refused = Refused(context)
        self.refused.thrown_away.connect(self._on_thrown_away)
        if self.in_team:
            self._build_team()
        else:
            self._build_alone()

    def showEvent(self, event: QShowEvent) -> None:
        """Seen: ask where we are signed in."""
        super().showEvent(event)
        office, doors = self.context.runner.office, self.context.doors
        if self.in_team and office is not None and doors is not None:
            self.context.runner.call(partial(doors.team_of, office), self._show, owner=self)
            self._look_for_refused()

    # Inside ------------------------------------------------------------------------------------

    def _build_team(self) -> None:
        staff = self.context.staff
        if staff is not None:
            self.role.show_text(label(staff.role))
        lines = column(
            self._line(say("Server"), self.server),
            self._line(say("Signed in as"), self.person),
            self._line(say("Role"), self.role),
            gap=4,
        )
        self.body.addLayout(lines)
        self.add(4, row(self.password, self.leave, None))
        self.add(self.refused)
        for button in (self.password, self.leave):
            button.setEnabled(self.context.doors is not None)

    def _build_alone(self) -> None:
        words = say(
            "This club is kept on this computer alone. A team works on one list of clients, and "
            "its server holds to who may see what."
        )
        self.add(Caption(self.context, words, wrap=True), 4, row(self.join, None))

    def _line(self, words: Say, widget: Body) -> QWidget:
        name = Body(self.context, words, ink="text2")
        name.setFixedWidth(self.context.look.px(200))
        made = QWidget()
        line = row(name, gap=12)
        line.addWidget(widget, 1)
        made.setLayout(line)
        return made

    def _show(self, way: TeamWay | None) -> None:
        if way is None:
            return
        self.server.show_text(
            say("{server}, database {database}", server=way.host, database=way.database)
        )
        staff = self.context.staff
        name = staff.name_in(self.context.words.lang) if staff is not None else ""
        self.person.show_text(say("{name} ({login})", name=name, login=way.login))

    def _look_for_refused(self) -> None:
        office, doors = self.context.runner.office, self.context.doors
        if office is not None and doors is not None:
            self.context.runner.call(
                partial(doors.refused_deeds, office), self.refused.show_deeds, owner=self
            )

    def _on_thrown_away(self, deed_id: UUID) -> None:
        office, doors = self.context.runner.office, self.context.doors
        if office is not None and doors is not None:
            self.context.runner.call(
                partial(doors.drop_deed, office, deed_id), self._on_dropped, owner=self
            )

    def _on_dropped(self, _nothing: None) -> None:
        self._look_for_refused()

    def _on_password(self) -> None:
        from vipdesk.ui.dialogs.team_dialogs import PasswordDialog

        if self.context.doors is not None:
            PasswordDialog(self.context, self.context.doors, self).open()

    def _on_leave(self) -> None:
        from vipdesk.ui.dialogs.team_dialogs import SignOutDialog

        if self.context.doors is not None:
            SignOutDialog(self.context, self.context.doors, self).open()

    def _on_join(self) -> None:
        self.context.join_requested.emit()


class Refused(QWidget):
    """What was written without the server and refused by it: the text, to be used elsewhere."""

    thrown_away = Signal(object)  # the deed's id

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._box = column(gap=8)
        self.setLayout(self._box)
        self.hide()

    def show_deeds(self, deeds: tuple[tuple[UUID, str], ...]) -> None:
        """A line each; nothing for none."""
        clear(self._box)
        self.setVisible(bool(deeds))
        if not deeds:
            return
        self._box.addWidget(Strong(self.context, say("Refused by the server")))
        why = say(
            "Written without the server; it did not take this, for example because the client "
            "has another manager now. Copy the text if it is needed."
        )
        self._box.addWidget(Caption(self.context, why, wrap=True))
        for deed_id, text in deeds:
            line = row(gap=8)
            line.addWidget(Body(self.context, text, wrap=True, selectable=True), 1)
            drop = Button(self.context, say("Throw away"), kind="flat")
            drop.setProperty("deed", str(deed_id))
            drop.clicked.connect(self._on_drop)
            line.addWidget(drop)
            self._box.addLayout(line)

    def _on_drop(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self.thrown_away.emit(UUID(button.property("deed")))
