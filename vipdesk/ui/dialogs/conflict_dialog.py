"""Two people edited one thing: yours, theirs and what stood there before, side by side.

Nothing is chosen beforehand, and nothing is saved before everything is chosen. What was
chosen is saved against what was shown: if it moved once more, it is asked once more. Closed
without saving, the form keeps what was typed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QWidget

from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets.buttons import Button
from vipdesk.ui.widgets.card import Card, row
from vipdesk.ui.widgets.labels import Body, Caption, Label, Strong
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.access.merging import Clash, Diverged
    from vipdesk.errors import UserError
    from vipdesk.ui.context import Context, Text
    from vipdesk.ui.widgets.fields import Field

_NOTHING = "–"
_WAS = "was."


@dataclass(frozen=True, slots=True)
class Editing:
    """What a form was editing, so that a conflict can be shown and settled without it.

    base: what the form was opened with. label(field) and shown(field, values): the words of
    a verb's field and of its value. save(base, values): the verb, for `runner.write`.
    `draft` is dropped when it is saved. `then(result)` must not need the form: it is gone.
    """

    base: Any
    label: Callable[[str], Text]
    shown: Callable[[str, Any], Text]
    save: Callable[[Any, Any], Callable[..., Any]]
    said: Say | Callable[[Any], Say]
    draft: str
    then: Callable[[Any], None] | None = None
    undo: Callable[[Any, Any], object] | None = None


class EditDialog(Dialog):
    """A form over something that others may edit at the same time.

    Call `watch_originals` at the end of `__init__`. Subclasses say in `editing()` what is
    edited; None where something new is made.
    """

    _key = ""
    _shown: Mapping[str, object] = MappingProxyType({})

    def watch_originals(self, key: str, shown: Mapping[str, object]) -> None:
        """Remember beside each typed field what stood there: a draft may outlive the value.

        `shown`: the form's values of what it was opened with.
        """
        self._key, self._shown = key, shown
        kept = self.context.drafts.get(key)
        self._was = {n[len(_WAS) :]: v for n, v in kept.items() if n.startswith(_WAS)}
        self.form.edited.connect(self._on_typed)

    def originals(self) -> dict[str, Any]:
        """The form's values as they stood when each field was typed."""
        typed = self.context.drafts.get(self._key)
        return {**self._shown, **{n: v for n, v in self._was.items() if n in typed}}

    def editing(self) -> Editing | None:
        """What is being edited."""
        return None

    def take_error(self, error: UserError) -> bool:
        """A conflict goes to its own sheet, anything else beside its field."""
        from vipdesk.access.merging import Diverged

        page, editing = self.parentWidget(), self.editing()
        if not isinstance(error, Diverged) or editing is None or page is None:
            return super().take_error(error)
        context = self.context
        self.reject()  # one sheet at a time; the draft keeps what was typed
        ConflictDialog(context, error, editing, page).open()
        return True

    def _on_typed(self) -> None:
        typed = self.context.drafts.get(self._key)
        for name in typed:
            if name in self._shown:
                self._was.setdefault(name, self._shown[name])
        was = {_WAS + n: v for n, v in self._was.items() if n in typed}
        if was:
            self.context.drafts.keep(self._key, {**typed, **was}, title=self.title.text())


def read_aloud(field: Field, value: object) -> Text:
    """A form's value as a person reads it: the word of a choice, the text, or a dash."""
    for offered, words in field.choices:
        if offered == value:
            return words
    if isinstance(value, bool):
        return say("Yes") if value else say("No")
    if isinstance(value, tuple):
        value = value[-1] if value else ""
    return str(value) if value not in (None, "") else _NOTHING


class ConflictDialog(Dialog):
    """The three-way sheet. `settle` says how the present choice would be saved."""

    def __init__(
        self, context: Context, diverged: Diverged[Any], editing: Editing, parent: QWidget
    ) -> None:
        self.diverged, self.editing = diverged, editing
        self.lines: list[ClashLine] = []
        self._saved = False
        super().__init__(
            context,
            say("It was removed meanwhile") if diverged.removed else say("Two people changed this"),
            primary="" if diverged.removed else say("Save what is chosen"),
            width=760,
            parent=parent,
        )

    def _build(self) -> None:
        self.body.addWidget(Body(self.context, self._sentence(), wrap=True))
        if self.diverged.removed:
            self._build_typed()
        else:
            self._build_lines()
        self.body.addStretch(1)
        self.cancel_button.show_text(say("Close"))
        self.finished.connect(self._on_finished)

    def submit(self) -> None:
        """Save, unless a line is still open; the cursor goes to the first that is."""
        from functools import partial

        if self.diverged.removed:  # Ctrl+Enter in a sheet that offers nothing to save
            self.reject()
            return
        open_lines = [line for line in self.lines if line.chosen is None]
        if open_lines:
            self.show_error(say("Choose one in each line: nothing is chosen for you."))
            open_lines[0].yours.setFocus()
            return
        diverged = self.diverged
        values = diverged.settled([line.clash for line in self.lines if line.chosen == "theirs"])
        self.write(
            self.editing.save(diverged.theirs, values),
            partial(_saved, self.context, self.editing),
            said=self.editing.said,
            undo=self.editing.undo,
        )

    def take_error(self, error: UserError) -> bool:
        """It moved once more: it is asked once more."""
        from vipdesk.access.merging import Diverged

        page = self.parentWidget()
        if isinstance(error, Diverged) and page is not None:
            self._saved = True  # the next sheet goes on
            self.reject()
            ConflictDialog(self.context, error, self.editing, page).open()
            return True
        return super().take_error(error)

    def showEvent(self, event: QShowEvent) -> None:
        """The cursor in the first line: Enter must not close what was hard to write."""
        super().showEvent(event)
        if self.lines:
            self.lines[0].yours.setFocus()

    def choose_all(self, side: str) -> None:
        """Yours or theirs in every line."""
        for line in self.lines:
            line.choose(side)

    # Inside --------------------------------------------------------------------------------------

    def _sentence(self) -> Say:
        last, gone = self.diverged.last, self.diverged.removed
        if last is None:
            if gone:
                return say(
                    "It is not here any more. What you typed is kept in the form and stands below."
                )
            return say("While you were editing, somebody changed the same. Choose what is right.")
        if gone:
            return say(
                "Removed by: {who}, {when}. What you typed is kept in the form and stands below.",
                who=last.who,
                when=last.at,
            )
        return say(
            "While you were editing, the same was changed by: {who}, {when}. Choose what is right.",
            who=last.who,
            when=last.at,
        )

    def _build_lines(self) -> None:
        for clash in self.diverged.clashes:
            line = ClashLine(self.context, self, clash)
            self.lines.append(line)
            self.body.addWidget(line)
        if len(self.lines) > 1:
            mine = Button(self.context, say("Mine everywhere"), kind="link", on=self._on_mine)
            theirs = Button(self.context, say("Theirs everywhere"), kind="link", on=self._on_theirs)
            self.body.addLayout(row(None, mine, theirs))

    def _build_typed(self) -> None:
        from vipdesk.access.merging import changed_fields

        editing, yours = self.editing, self.diverged.yours
        card = Card(self.context)
        seen: set[str] = set()
        for name in changed_fields(editing.base, yours):
            label = editing.label(name)
            if self.context.text(label) in seen:  # the parts of a birthday
                continue
            seen.add(self.context.text(label))
            value = editing.shown(name, yours)
            card.add(
                Caption(self.context, label),
                Body(self.context, value, wrap=True, selectable=True),
            )
        self.body.addWidget(card)

    def _on_mine(self) -> None:
        self.choose_all("yours")

    def _on_theirs(self) -> None:
        self.choose_all("theirs")

    def _on_finished(self, result: int) -> None:
        if result == self.DialogCode.Rejected.value and not self._saved:
            self.context.say(say("Not saved. The form keeps what you typed."))


class ClashLine(Card):
    """One field: before, yours, theirs; two radio buttons, none set."""

    def __init__(self, context: Context, sheet: ConflictDialog, clash: Clash) -> None:
        super().__init__(context, padding=12)
        self.clash = clash
        editing, diverged = sheet.editing, sheet.diverged
        name = clash.fields[0]
        label = editing.label(name)
        values = [editing.shown(name, v) for v in _sides(diverged, clash)]
        self.yours = Radio(context, say("Yours"))
        self.theirs = Radio(context, say("Theirs"))
        for radio, value, spoken in (
            (self.yours, values[1], say("{field}, yours: {value}", field=label, value=values[1])),
            (self.theirs, values[2], say("{field}, theirs: {value}", field=label, value=values[2])),
        ):
            radio.show_value(value)
            radio.speak(setAccessibleName=spoken)
        group = QButtonGroup(self)
        for radio in (self.yours, self.theirs):
            group.addButton(radio)
        self.add(Strong(context, label))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.addWidget(Caption(context, say("Before")), 0, 0)
        before = Label(context, values[0], ink="text2", wrap=True)
        grid.addWidget(before, 1, 0, Qt.AlignmentFlag.AlignTop)
        for column_, radio in enumerate((self.yours, self.theirs), start=1):
            grid.addWidget(radio, 0, column_)
            grid.addWidget(radio.value, 1, column_, Qt.AlignmentFlag.AlignTop)
        for column_ in range(3):
            grid.setColumnStretch(column_, 1)
            grid.setColumnMinimumWidth(column_, 120)
        self.body.addLayout(grid)

    @property
    def chosen(self) -> str | None:
        """'yours', 'theirs', or None."""
        if self.yours.isChecked():
            return "yours"
        return "theirs" if self.theirs.isChecked() else None

    def choose(self, side: str) -> None:
        """As a click would."""
        (self.yours if side == "yours" else self.theirs).setChecked(True)


class Radio(QRadioButton, Speaking):
    """One of two, with its value below: a click on the value chooses too."""

    def __init__(self, context: Context, text: Text) -> None:
        super().__init__()
        self.listen(context)
        self.speak(setText=text)
        self.value = _Value(context, self)
        self.restyle()

    def show_value(self, value: Text) -> None:
        """What would be saved."""
        self.value.show_text(value)

    def restyle(self) -> None:
        """Font of the present size."""
        self.setFont(self.context.look.font("body"))


class _Value(Body):
    def __init__(self, context: Context, radio: QRadioButton) -> None:
        super().__init__(context, "", wrap=True)
        self.setBuddy(radio)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._radio = radio

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The words are as good as the circle."""
        self._radio.setChecked(True)
        self._radio.setFocus()
        event.accept()


def _sides(diverged: Diverged[Any], clash: Clash) -> Iterable[Any]:
    """Whole values for before, yours, theirs, so that a part (a birthday) can be read aloud."""
    from dataclasses import replace

    whole: Any = diverged.merged
    for side in (clash.original, clash.yours, clash.theirs):
        yield replace(whole, **dict(zip(clash.fields, side, strict=True)))


def _saved(context: Context, editing: Editing, result: Any) -> None:
    context.drafts.drop(editing.draft)
    if editing.then is not None:
        editing.then(result)
