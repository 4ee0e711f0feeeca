"""The sidebar: sections, state of the desk, who is at work; under 1100 px a rail of icons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QFrame, QMenu, QSizePolicy, QWidget

from vipdesk.ui.actions import shown
from vipdesk.ui.theme import icons
from vipdesk.ui.widgets.buttons import Button, IconButton
from vipdesk.ui.widgets.card import column, hairline, row
from vipdesk.ui.widgets.labels import Caption, Icon, Label, Strong
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.ui.wiring import Section, sections_of
from vipdesk.vocabulary import Role, label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.access.desk import StaffRow
    from vipdesk.ui.context import Context


class NavButton(Button):
    """A section. Chosen: bar, ground and ink of the accent."""

    def __init__(self, context: Context, section: Section, number: int) -> None:
        super().__init__(context, kind="nav", icon=section.icon)
        self.section = section
        self._narrow = False
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setIconSize(QSize(20, 20))
        self.speak(setAccessibleName=section.title)
        self._key = shown(f"Ctrl+{number}")
        self.toggled.connect(self._on_toggled)
        self.set_narrow(narrow=False)

    def set_narrow(self, *, narrow: bool) -> None:
        """Icon alone, with its word as tip; or icon and word."""
        self._narrow = narrow
        self.speak(setText="" if narrow else self.section.title)
        self.respeak()

    def respeak(self) -> None:
        """The tip says the shortcut too."""
        self.setToolTip(f"{self.context.text(self.section.title)}  {self._key}")
        if self._narrow:
            self.setText("")

    def restyle(self) -> None:
        """The icon takes the ink of the words."""
        super().restyle()
        ink = "accent" if self.isChecked() else "text2"
        self.setIcon(icons.icon(self.context.look, self._icon, 20, ink))
        self.setFont(self.context.look.font("strong" if self.isChecked() else "body"))

    def _on_toggled(self, _on: bool) -> None:  # noqa: FBT001 Qt's signature
        self.restyle()


class Wordmark(QWidget):
    """The desk's name in the serif, over a hairline of brass."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.name = Label(context, "VIP Desk", kind="display")
        self.line = hairline(brass=True)
        self.line.setFixedWidth(24)
        self.setLayout(column(self.name, self.line, gap=6))

    def set_narrow(self, *, narrow: bool) -> None:
        """'V' on the rail."""
        self.name.show_text("V" if narrow else "VIP Desk")
        self.setContentsMargins(4 if narrow else 8, 0, 0, 0)


class StatusChip(QFrame):
    """Where the data is and how it is kept: vault or team, last backup, network."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.icon = Icon(context, "vault", size=16, ink="text3")
        self.place = Caption(context, "", ink="text2", elide=True)
        self.state = Caption(context, "", elide=True)
        box = row(self.icon, gap=8)
        box.addLayout(column(self.place, self.state, gap=0), 1)
        box.setContentsMargins(12, 8, 8, 8)
        self.setLayout(box)

    def show_status(
        self,
        *,
        team: bool,
        demo: bool = False,
        backup: Say | None = None,
        offline: bool = False,
        server: str = "",
    ) -> None:
        """Say it in two short lines, the whole as a tip. A team's server keeps its own backups."""
        self.icon.show_icon("link" if team else "vault", "text3")
        place = say("Team’s database") if team else say("Vault on this computer")
        self.place.show_text(say("Demonstration club") if demo else place)
        alone = server if team and server else say("Last backup: unknown")
        state = say("Offline") if offline else backup or alone
        self.state.show_text(state)
        self.state.set_ink("warning" if offline else "text3")

    def show_backup(self, moment: str, *, old: bool) -> None:
        """When the last verified backup was made; '' for never. `old`: that is a warning."""
        said = say("Last backup: {moment}", moment=moment) if moment else say("No backup yet")
        self.state.show_text(said)
        self.state.set_ink("warning" if old else "text3")
        # On the rail the icon is all there is.
        self.icon.show_icon("warning" if old else "vault", "warning" if old else "text3")
        self.icon.speak(setToolTip=said)

    def show_away(self, taken: str, until: str) -> None:
        """The server is silent: how old the copy is, and until when it may be used."""
        self.icon.show_icon("warning", "warning")
        self.place.show_text(say("Without the server"))
        self.state.show_text(say("Copy of {moment}", moment=taken))
        self.state.set_ink("warning")
        # The chip's own tip would stay in the language of before: a label follows it.
        tip = say("The copy of {moment} can be used until {until}.", moment=taken, until=until)
        for part in (self.place, self.state):
            part.speak(setToolTip=tip)

    def set_narrow(self, *, narrow: bool) -> None:
        """The icon alone."""
        self.place.setVisible(not narrow)
        self.state.setVisible(not narrow)


class PersonButton(Button):
    """Who is at work; in a vault another of the staff can take the desk."""

    person_chosen = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(context, kind="nav", icon="client", on=self._open_menu)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._people: tuple[StaffRow, ...] = ()
        self._present: StaffRow | None = None
        self._narrow = False

    def show_people(self, present: StaffRow | None, people: Sequence[StaffRow]) -> None:
        """The person at work, and who else may take the desk."""
        self._present, self._people = present, tuple(people)
        self.respeak()

    def set_narrow(self, *, narrow: bool) -> None:
        """The icon alone."""
        self._narrow = narrow
        self.respeak()

    def respeak(self) -> None:
        """Name as text, role as tip."""
        present = self._present
        if present is None:
            return
        role = self.context.text(label(Role(present.role)))
        metrics = self.fontMetrics()
        name = self._name(present)
        short = metrics.elidedText(name, Qt.TextElideMode.ElideRight, 140)
        self.setText("" if self._narrow else short)
        self.setToolTip(f"{name} · {role}")
        self.setAccessibleName(self.context.words("Signed in: {name}", name=name))

    def _open_menu(self) -> None:
        if len(self._people) < 2:  # a team, or a club of one: there is nobody to choose
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for person in self._people:
            role = self.context.text(label(Role(person.role)))
            entry = QAction(f"{self._name(person)} · {role}", menu)
            entry.setCheckable(True)
            entry.setChecked(self._present is not None and person.id == self._present.id)
            entry.setData(person.id)
            menu.addAction(entry)
        menu.triggered.connect(self._on_chosen)
        menu.popup(self.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _name(self, person: StaffRow) -> str:
        return person.name_in(self.context.words.lang)

    def _on_chosen(self, entry: QAction) -> None:
        chosen: UUID = entry.data()
        if self._present is None or chosen != self._present.id:
            self.person_chosen.emit(chosen)


class Sidebar(QFrame, Speaking):
    """`chosen(key)` when the person goes to a section."""

    chosen = Signal(str)
    palette_requested = Signal()

    def __init__(self, context: Context, role: Role | None = None) -> None:
        super().__init__()
        self.listen(context)
        self.setProperty("kind", "sidebar")
        self._narrow: bool | None = None
        home = getattr(context.runner.office, "home", "vault")
        self.sections = sections_of(role, in_team=home != "vault")
        self.buttons: dict[str, NavButton] = {}
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.idClicked.connect(self._on_clicked)
        self._build()
        self.speak(setAccessibleName=say("Sections"))
        self.set_narrow(narrow=False)

    @property
    def first(self) -> Section:
        """Where somebody begins who has no Today: the own work before the settings."""
        return next((s for s in self.sections if s.key != "settings"), self.sections[0])

    def show_section(self, key: str) -> None:
        """Mark the section we are in."""
        if key in self.buttons:
            self.buttons[key].setChecked(True)

    def set_narrow(self, *, narrow: bool) -> None:
        """Rail or sidebar."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        size = self.context.look.tokens.size
        wide = size.rail if narrow else self.context.look.px(size.sidebar)
        self.setFixedWidth(wide)
        for button in self.buttons.values():
            button.set_narrow(narrow=narrow)
        self.wordmark.set_narrow(narrow=narrow)
        self.status.set_narrow(narrow=narrow)
        self.person.set_narrow(narrow=narrow)
        self.find_button.setVisible(not narrow)
        self.find_icon.setVisible(narrow)
        self.presenting.setVisible(not narrow and self.context.presenting)

    def restyle(self) -> None:
        """Another text size, another width."""
        narrow, self._narrow = bool(self._narrow), None
        self.set_narrow(narrow=narrow)

    def _build(self) -> None:
        self.wordmark = Wordmark(self.context)
        self.find_button = Button(
            self.context, say("Find anything"), icon="search", on=self._on_find
        )
        self.find_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.find_button.speak(setToolTip=shown("Ctrl+K"))
        self.find_icon = IconButton(self.context, "search", say("Find anything"), on=self._on_find)
        top = column(self.wordmark, 8, self.find_button, self.find_icon, 8, gap=4)
        for number, section in enumerate(self.sections):
            if section.key == "settings":
                top.addStretch(1)
            button = NavButton(self.context, section, number + 1)
            self.buttons[section.key] = button
            self._group.addButton(button, number)
            top.addWidget(button)
        self.presenting = Strong(self.context, say("Presenting: details hidden"), ink="private")
        self.presenting.setWordWrap(True)
        self.presenting.hide()
        self.person = PersonButton(self.context)
        self.status = StatusChip(self.context)
        for widget in (self.presenting, self.person, hairline(), self.status):
            top.addWidget(widget)
        top.setContentsMargins(8, 20, 8, 8)
        top.setAlignment(self.find_icon, Qt.AlignmentFlag.AlignHCenter)
        self.setLayout(top)
        self.context.presenting_changed.connect(self._on_presenting_changed)

    def _on_presenting_changed(self) -> None:
        self.presenting.setVisible(self.context.presenting and not self._narrow)

    def _on_clicked(self, number: int) -> None:
        self.chosen.emit(self.sections[number].key)

    def _on_find(self) -> None:
        self.palette_requested.emit()
