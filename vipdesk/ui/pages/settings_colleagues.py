"""Settings: who works at the desk; a team's people are kept by its administrator."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtGui import QShowEvent

from vipdesk.access import staff
from vipdesk.access.staff import ColleagueRow
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import Tone
from vipdesk.ui.widgets.buttons import Button
from vipdesk.ui.widgets.card import Card, row
from vipdesk.ui.widgets.labels import Caption
from vipdesk.vocabulary import Role, label
from vipdesk.wording import Who, say

if TYPE_CHECKING:
    from vipdesk.changes import Changes
    from vipdesk.ui.context import Context, Text

_ROWS = 6
_GIVES_ANY = frozenset({Role.HEAD, Role.EXECUTIVE})


class ColleaguesCard(Card):
    """The list, and what can be done to the chosen one."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, say("Colleagues"))
        self.in_team = getattr(context.runner.office, "home", "vault") == "team"
        self._people: tuple[ColleagueRow, ...] = ()
        self._leaving: UUID | None = None
        self._build()
        context.changed.connect(self._on_changed)
        context.language_changed.connect(self.reload)

    def showEvent(self, event: QShowEvent) -> None:
        """Seen: read who works here."""
        super().showEvent(event)
        self.reload()

    def reload(self) -> None:
        """Ask for the list."""
        if self.isVisible() and self.context.runner.office is not None:
            self.context.runner.read(staff.list_colleagues, self._show, owner=self)

    # Inside ------------------------------------------------------------------------------------

    def _build(self) -> None:
        context = self.context
        self.table = Table(context, say("Colleagues"), self._columns(), frameless=True)
        self.table.setFixedHeight(context.look.px(32 + 44 * _ROWS + 8))
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        self.new = Button(context, say("New colleague"), icon="plus", on=self.add_colleague)
        self.edit = Button(context, say("Edit…"), icon="edit", on=self._on_edit)
        self.absence = Button(context, say("Deputy…"), icon="clock", on=self._on_absence)
        self.hand_over = Button(
            context, say("Hand over clients…"), icon="arrow-right", on=self._on_hand_over
        )
        self.leave = Button(context, say("Leaves the club"), icon="door", on=self._on_leave)
        kept = (self.new, self.edit, self.absence, self.leave)
        if self.in_team:  # to show one without a parent would flash a window
            for button in kept:
                button.hide()
        words = (
            say("The administrator adds people to a team, with “vipdesk team add”.")
            if self.in_team
            else say("In a vault anybody may take the desk: roles are a convenience here.")
        )
        self.add(Caption(context, words, wrap=True), self.table)
        self.add(row(self.new, self.edit, self.absence, self.hand_over, self.leave, None, gap=8))
        self._allow(None)

    def _columns(self) -> tuple[Column[ColleagueRow], ...]:
        context = self.context
        return (
            Column(
                say("Name"),
                lambda r: r.staff.name_in(context.words.lang),
                stretch=True,
                strong=True,
                second=lambda r: r.fields.email or r.fields.phone,
                sort=lambda r: (r.fields.surname, r.fields.given),
            ),
            Column(say("Role"), lambda r: label(r.fields.role), width=210),
            Column(
                say("Clients"), lambda r: str(r.clients or ""), width=80, number=True,
                sort=lambda r: r.clients,
            ),
            Column(
                say("Deputy"),
                self._away,
                width=230,
                badge=_tone_of,
            ),
        )  # fmt: skip

    def _away(self, r: ColleagueRow) -> Text:
        if r.left_at is not None:
            return say("No longer works here")
        if r.deputy_id is None:
            return ""
        other = next((p.staff for p in self._people if p.id == r.deputy_id), None)
        name = other.name_in(self.context.words.lang) if other is not None else ""
        if r.absent_until is None:
            return name
        last = self.context.format.local(r.absent_until - timedelta(seconds=1)).date()
        day = self.context.words.day_short(last, year=False)
        return say("{name}, until {day}", name=name, day=day)

    def _show(self, people: tuple[ColleagueRow, ...]) -> None:
        self._people = people
        self.table.show_rows(people)
        self._allow(self.table.chosen_row())

    def _allow(self, chosen: ColleagueRow | None) -> None:
        nobody = say("Choose a colleague in the list.")
        me = self.context.staff
        gone = chosen is not None and chosen.left_at is not None
        for button in (self.edit, self.absence, self.leave):
            button.allow(
                chosen is not None and not gone, say("No longer works here") if gone else nobody
            )
        if chosen is None:
            self.hand_over.allow(False, nobody)
            return
        if not gone and me is not None and chosen.id == me.id:
            self.leave.allow(False, say("You are at work yourself."))
        mine = me is not None and (me.role in _GIVES_ANY or chosen.id == me.id)
        reason = (
            say("This colleague leads no clients.")
            if not chosen.clients
            else say("The head of VIP service hands over the clients of others.")
        )
        self.hand_over.allow(bool(chosen.clients) and mine, reason)

    # Slots -------------------------------------------------------------------------------------

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches("staff", "client"):
            self.reload()

    def _on_chosen(self, chosen: Any) -> None:
        self._allow(chosen)

    def _on_opened(self, _row: Any) -> None:
        if not self.in_team and self.edit.isEnabled():
            self._on_edit()

    def add_colleague(self) -> None:
        """The sheet of a new one."""
        from vipdesk.ui.dialogs.colleague_dialogs import ColleagueDialog

        ColleagueDialog(self.context, self, self._people).open()

    def _on_edit(self) -> None:
        from vipdesk.ui.dialogs.colleague_dialogs import ColleagueDialog

        chosen = self.table.chosen_row()
        if chosen is not None:
            ColleagueDialog(self.context, self, self._people, chosen).open()

    def _on_absence(self) -> None:
        from vipdesk.ui.dialogs.colleague_dialogs import AbsenceDialog

        chosen = self.table.chosen_row()
        if chosen is not None:
            AbsenceDialog(self.context, self, self._people, chosen).open()

    def _on_hand_over(self) -> None:
        chosen = self.table.chosen_row()
        if chosen is not None:
            self._hand_over(chosen, leaving=None)

    def _on_leave(self) -> None:
        """Who leads clients hands them over first; then the leaving is noted."""
        chosen = self.table.chosen_row()
        if chosen is None:
            return
        self._leaving = chosen.id
        if chosen.clients:
            self._hand_over(chosen, leaving=Who.of(chosen.staff))
        else:
            self._let_go()

    def _hand_over(self, chosen: ColleagueRow, *, leaving: Who | None) -> None:
        from vipdesk.ui.dialogs.handover_dialog import HandoverDialog

        dialog = HandoverDialog(self.context, self, all_of=chosen.id, leaving=leaving)
        if leaving is not None:
            dialog.accepted.connect(self._let_go)
        dialog.open()

    def _let_go(self) -> None:
        if self._leaving is not None:
            self.context.runner.write(
                partial(staff.let_go, staff_id=self._leaving),
                owner=self,
                said=say("The leaving is noted."),
                undo=staff.take_back,
            )
            self._leaving = None


def _tone_of(r: ColleagueRow) -> Tone | None:
    """Who left and still leads clients is an error state; who is away for a while is told."""
    if r.left_at is not None:
        return Tone.DANGER
    return Tone.WARNING if r.absent_until is not None else None
