"""The first run, in the window: language, you, vault, recovery kit, then clients or a demo."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QProgressBar, QStackedWidget, QWidget

from vipdesk.errors import UserError
from vipdesk.ui import strength
from vipdesk.ui.doors import Founder
from vipdesk.ui.files import choose_folder, save_as
from vipdesk.ui.widgets.buttons import Button
from vipdesk.ui.widgets.card import Card, column, hairline, row
from vipdesk.ui.widgets.fields import Field
from vipdesk.ui.widgets.form import Form
from vipdesk.ui.widgets.labels import Body, Caption, Display, Label
from vipdesk.vocabulary import Role, label
from vipdesk.wording import Lang, Say, say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context
    from vipdesk.ui.doors import Doors, Opened

_STEPS = ("language", "you", "vault", "kit", "start")
_CONFIRMED_GROUP = 3
_TITLES = {
    "language": say("Welcome to VIP Desk"),
    "you": say("Who works at this desk?"),
    "vault": say("A vault for your clients"),
    "kit": say("Print the recovery kit"),
    "start": say("Your desk is ready"),
}
_ROLES = (Role.MANAGER, Role.COORDINATOR, Role.HEAD, Role.EXECUTIVE)
_YOU = (
    (
        Field("given", say("Given name"), required=True),
        Field("surname", say("Surname"), required=True),
    ),
    Field("role", say("Your role"), "choice", choices=tuple((r, label(r)) for r in _ROLES)),
)
_VAULT = (
    Field(
        "passphrase",
        say("Passphrase"),
        "password",
        required=True,
        help=say("Four unrelated words are easy to remember and hard to guess."),
    ),
    Field("again", say("Once more"), "password", required=True),
)


class FirstRunPage(QWidget):
    """`opened(Opened, start)`: start is 'import', 'empty' or 'demo'.

    `join_wanted(folder)`: there is a team already; its server is asked for instead.
    """

    opened = Signal(object, str)
    join_wanted = Signal(object)

    def __init__(self, context: Context, doors: Doors) -> None:
        super().__init__()
        self.context, self._doors = context, doors
        self.folder = doors.folder
        self._opened: Opened | None = None
        self._recovery_key = ""
        self.setProperty("kind", "canvas")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build()
        self.show_step("language")

    # Steps -----------------------------------------------------------------------------------

    @property
    def step(self) -> str:
        """The step that is shown."""
        return _STEPS[self.stack.currentIndex()]

    def show_step(self, step: str) -> None:
        """Show a step."""
        number = _STEPS.index(step)
        self.stack.setCurrentIndex(number)
        self.title.show_text(_TITLES[step])
        self.progress.show_text(say("Step {step} of {steps}", step=number + 1, steps=len(_STEPS)))
        self.back_button.setVisible(step in ("you", "vault"))
        self.join_button.setVisible(step in ("language", "you"))
        self.restore_button.setVisible(step in ("language", "you"))
        self.next_button.setVisible(step != "start")
        self.next_button.show_text(say("Create the vault") if step == "vault" else say("Continue"))
        self._say("")
        if step == "you":
            self.you.focus_first()
        elif step == "vault":
            self.vault.focus_first()

    def go_on(self) -> None:
        """The primary button of the step."""
        self._say("")
        match self.step:
            case "language":
                self.show_step("you")
            case "you":
                if self.you.check():
                    self.show_step("vault")
            case "vault":
                self._make_vault()
            case "kit":
                self._confirm_kit()

    def take_error(self, error: UserError) -> bool:
        """Beside the field it belongs to, else below the step."""
        if not self.vault.take_error(error):
            self._say(error.say)
        return True

    # Building ------------------------------------------------------------------------------------

    def _build(self) -> None:
        context = self.context
        card = Card(context, padding=32)
        card.setFixedWidth(context.look.px(560))
        self.progress = Caption(context, "")
        self.title = Display(context, "", wrap=True)
        line = hairline(brass=True)
        line.setFixedWidth(40)
        self.stack = QStackedWidget()
        for step in _STEPS:
            made: QWidget = getattr(self, f"_build_{step}")()
            self.stack.addWidget(made)
        self.error = Label(context, "", ink="danger", wrap=True)
        self.error.hide()
        self.back_button = Button(context, say("Back"), on=self._on_back)
        self.next_button = Button(context, say("Continue"), kind="primary", on=self.go_on)
        card.add(self.progress, self.title, line, 12, self.stack, self.error, 8)
        self.join_button = Button(
            context, say("Join a team…"), kind="link", icon="link", on=self._on_join
        )
        self.restore_button = Button(
            context, say("Restore a backup…"), kind="link", icon="undo", on=self._on_restore
        )
        ways = row(self.back_button, self.join_button, self.restore_button, None, gap=8)
        ways.addWidget(self.next_button)
        card.add(ways)
        self.setLayout(column(None, row(None, card, None), None, margin=24))

    def _build_language(self) -> QWidget:
        context = self.context
        step = QWidget()
        words = Body(
            context,
            say("The profiles, promises and events of your club, encrypted on this computer."),
            ink="text2",
            wrap=True,
        )
        self.languages = QButtonGroup(self)
        box = column(words, 8, gap=8)
        for number, (lang, name) in enumerate(((Lang.RU, "Русский"), (Lang.EN, "English"))):
            button = Button(context, name, kind="choice")
            button.setSizePolicy(words.sizePolicy())
            button.setCheckable(True)
            button.setChecked(context.settings.lang is lang)
            button.setMinimumHeight(context.look.px(48))
            self.languages.addButton(button, number)
            box.addWidget(button)
        self.languages.idClicked.connect(self._on_language)
        box.addStretch(1)
        step.setLayout(box)
        return step

    def _build_you(self) -> QWidget:
        self.you = Form(self.context, _YOU)
        self.you.submitted.connect(self.go_on)
        hint = Caption(
            self.context, say("Your name signs letters and appears in the journal."), wrap=True
        )
        step = QWidget()
        step.setLayout(column(self.you, hint, None, gap=12))
        return step

    def _build_vault(self) -> QWidget:
        context = self.context
        self.place = Body(context, str(self.folder), elide=True)
        self.place_warning = Label(context, "", kind="caption", ink="warning", wrap=True)
        self.place_warning.hide()
        choose = Button(context, say("Choose a place…"), icon="vault", on=self._on_choose_place)
        self.vault = Form(context, _VAULT)
        self.vault.submitted.connect(self.go_on)
        self.vault.edited.connect(self._on_passphrase)
        self.meter = QProgressBar()
        self.meter.setRange(0, int(strength.Strength.STRONG))
        self.meter.setTextVisible(False)
        self.meter_words = Caption(context, "")
        # How strong it is stands under what is typed, not under the repetition.
        self.vault.fields["passphrase"].stand_below(self.meter, self.meter_words)
        where = row(gap=8)
        where.addWidget(self.place, 1)
        where.addWidget(choose)
        step = QWidget()
        step.setLayout(
            column(
                Caption(context, say("Where the vault is kept"), ink="text2"),
                where,
                self.place_warning,
                self.vault,
                None,
                gap=8,
            )
        )
        return step

    def _build_kit(self) -> QWidget:
        context = self.context
        words = Body(
            context,
            say(
                "If the passphrase is forgotten, only this key opens the vault. Nobody can send it "
                "to you again. Save the page, print it, and keep it away from this computer."
            ),
            ink="text2",
            wrap=True,
        )
        self.key = Label(context, "", kind="title", wrap=True, selectable=True)
        self.key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sunken = Card(context, padding=16)
        sunken.add(self.key)
        self.save_button = Button(
            context, say("Save the page (PDF)…"), icon="document", on=self._on_save_kit
        )
        self.confirm = Form(
            context,
            (
                Field(
                    "group",
                    say("To be sure, type group {number} of the key", number=_CONFIRMED_GROUP),
                    required=True,
                ),
            ),
        )
        self.confirm.submitted.connect(self.go_on)
        step = QWidget()
        step.setLayout(
            column(words, sunken, row(self.save_button, None), 4, self.confirm, None, gap=12)
        )
        return step

    def _build_start(self) -> QWidget:
        context = self.context
        ways: tuple[tuple[Say, str], ...] = (
            (say("Import clients from a file (.vcf, .csv)"), "import"),
            (say("Look at a demonstration club first"), "demo"),
            (say("Start with an empty desk"), "empty"),
        )
        self._ways = [way for _, way in ways]
        self.starts = QButtonGroup(self)
        box = column(gap=8)
        for number, (text, way) in enumerate(ways):
            button = Button(context, text, kind="choice", icon=_WAY_ICONS[way])
            button.setSizePolicy(self.title.sizePolicy())
            button.setMinimumHeight(context.look.px(48))
            self.starts.addButton(button, number)
            box.addWidget(button)
        self.starts.idClicked.connect(self._on_start)
        box.addStretch(1)
        step = QWidget()
        step.setLayout(box)
        return step

    # Slots ---------------------------------------------------------------------------------

    def _on_language(self, number: int) -> None:
        self.context.change_settings(lang=(Lang.RU, Lang.EN)[number])

    def _on_restore(self) -> None:
        from vipdesk.ui.dialogs.restore_dialog import RestoreDialog

        RestoreDialog(self.context, self.folder, self).open()

    def _on_join(self) -> None:
        self.join_wanted.emit(self.folder)

    def _on_back(self) -> None:
        self.show_step(_STEPS[max(0, self.stack.currentIndex() - 1)])

    def _on_passphrase(self) -> None:
        typed = str(self.vault.values()["passphrase"])
        step = strength.of(typed)
        self.meter.setValue(int(step) if typed else 0)
        self.meter_words.show_text(strength.words_for(step) if typed else "")
        self.meter.setAccessibleName(self.meter_words.text())

    def _on_choose_place(self) -> None:
        choose_folder(self, self.folder.parent, self._on_place)

    def _on_place(self, folder: str) -> None:
        self.folder = Path(folder) / "VIP Desk"
        self.place.show_text(str(self.folder))
        self.context.runner.call(
            partial(self._doors.warnings, self.folder), self._show_warnings, owner=self
        )

    def _show_warnings(self, warnings: tuple[Say, ...]) -> None:
        self.place_warning.show_text(warnings[0] if warnings else "")
        self.place_warning.setVisible(bool(warnings))

    def _make_vault(self) -> None:
        if not self.vault.check():
            return
        typed = self.vault.values()
        if typed["passphrase"] != typed["again"]:
            self.vault.show_error("again", say("The two passphrases differ. Type them again."))
            return
        you = self.you.values()
        founder = Founder(you["given"], you["surname"], you["role"])
        self._wait(waiting=True)
        self.context.runner.call(
            partial(self._doors.create, self.folder, typed["passphrase"], founder),
            self._on_made,
            owner=self,
            failed=self._on_failed,
        )

    def _on_made(self, made: tuple[Opened, str]) -> None:
        self._wait(waiting=False)
        self._opened, self._recovery_key = made
        self.vault.set_values({"passphrase": "", "again": ""})
        groups = self._recovery_key.split("-")
        half = len(groups) // 2
        self.key.show_text("   ".join(groups[:half]) + "\n" + "   ".join(groups[half:]))
        self.show_step("kit")

    def _on_failed(self, error: Exception) -> bool:
        self._wait(waiting=False)
        return self.take_error(error) if isinstance(error, UserError) else False

    def _on_save_kit(self) -> None:
        save_as(self, "VIP Desk recovery kit.pdf", self.save_kit)

    def save_kit(self, file: str) -> None:
        """Write the page where the person chose."""
        from vipdesk.ui.dialogs.keys_dialogs import write_kit

        made = partial(
            write_kit,
            Path(file),
            self.context.words,
            self._recovery_key,
            str(self.folder),
            self.context.format.today(),
        )
        self.context.runner.background(made, self._on_kit_saved, owner=self)

    def _on_kit_saved(self, _file: Path) -> None:
        self.save_button.show_icon("check")

    def _confirm_kit(self) -> None:
        if not self.confirm.check():
            return
        typed = "".join(str(self.confirm.values()["group"]).upper().split())
        if typed != self._recovery_key.split("-")[_CONFIRMED_GROUP - 1]:
            self.confirm.show_error("group", say("This is not that group. Check the key again."))
            return
        self._recovery_key = ""
        self.key.show_text("")
        self.show_step("start")

    def _on_start(self, number: int) -> None:
        way = self._ways[number]
        if way == "demo":
            self._wait(waiting=True)
            work = partial(self._doors.open_demo, self.context.settings.lang)
            self.context.runner.call(work, self._on_demo, owner=self, failed=self._on_failed)
        elif self._opened is not None:
            self.opened.emit(self._opened, way)

    def _on_demo(self, opened: Opened) -> None:
        self._wait(waiting=False)
        if self._opened is not None:
            # One's own vault waits, closed, until the demonstration has been looked at.
            self._opened.office.close()
        self.opened.emit(opened, "demo")

    def _wait(self, *, waiting: bool) -> None:
        self.next_button.setEnabled(not waiting)
        for button in self.starts.buttons():
            button.setEnabled(not waiting)
        if waiting:
            self._say_quietly(say("One moment…"))
        else:
            self._say("")

    def _say(self, sentence: Say | str) -> None:
        self.error.set_ink("danger")
        self.error.show_text(sentence)
        self.error.setVisible(bool(sentence))

    def _say_quietly(self, sentence: Say) -> None:
        self._say(sentence)
        self.error.set_ink("text2")


_WAY_ICONS = {"import": "import", "demo": "star", "empty": "plus"}
