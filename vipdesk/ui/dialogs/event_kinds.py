"""The club's own list of kinds: what gatherings are called here."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vipdesk.events import kinds
from vipdesk.events.kinds import KindRow, KindWords
from vipdesk.gathering import EventFormat
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets import Body, Button, Caption, IconButton, Strong, column, hairline, row
from vipdesk.ui.widgets.card import clear
from vipdesk.ui.widgets.fields import Field
from vipdesk.vocabulary import EventKind, label
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context


class KindsDialog(Dialog):
    """All kinds; each can be renamed, own ones retired and brought back."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(context, say("Kinds of events"), width=600, parent=parent)
        self.cancel_button.show_text(say("Close"))

    def _build(self) -> None:
        told = say("Ten categories are counted for variety and fairness. The club calls them as "
                   "it likes, and adds kinds of its own within them.")  # fmt: skip
        self.body.addWidget(Caption(self.context, told, ink="text2", wrap=True))
        self.rows = column(gap=4)
        self.body.addLayout(self.rows)
        self.new_button = Button(self.context, say("New kind…"), icon="plus", on=self._on_new)
        self.buttons.insertWidget(0, self.new_button)
        self.read()

    def read(self) -> None:
        """As it is now."""
        read = partial(kinds.list_kinds, retired=True)
        self.context.runner.read(read, self._show, owner=self)

    def _show(self, listed: tuple[KindRow, ...]) -> None:
        clear(self.rows)
        for kind in listed:
            self.rows.addWidget(_KindLine(self, kind))
            self.rows.addWidget(hairline())

    def done_one(self, _result: object) -> None:
        """Something changed: read again."""
        self.read()

    def _on_new(self) -> None:
        self.ask(None)

    def ask(self, kind: KindRow | None) -> None:
        """One sheet at a time: this one closes, and opens again behind the other."""
        page = self.parentWidget()
        if page is not None:
            self.reject()
            KindDialog(self.context, page, kind).open()


class _KindLine(QWidget):
    """A kind, what it is of, and what can be done with it."""

    def __init__(self, dialog: KindsDialog, kind: KindRow) -> None:
        super().__init__(dialog)
        self._dialog, self._kind = dialog, kind
        context = dialog.context
        called = kind.called(context.words.lang)
        line = row(gap=8)
        own = not kind.given
        line.addSpacing(24 if own else 0)
        name = (Body if own else Strong)(context, called, elide=True)
        line.addWidget(name, 3)
        about = label(kind.format)
        line.addWidget(Caption(context, say("offered no more") if kind.retired else about), 2)
        line.addWidget(IconButton(context, "edit", say("Rename"), on=self._on_edit))
        if own:
            icon, words = ("eye", say("Offer again")) if kind.retired else (
                "eye-off", say("Offer no more"))  # fmt: skip
            line.addWidget(IconButton(context, icon, words, on=self._on_retire))
        else:
            line.addSpacing(context.look.px(32) + 8)
        self.setLayout(line)

    def _on_edit(self) -> None:
        self._dialog.ask(self._kind)

    def _on_retire(self) -> None:
        if self._kind.id is None:
            return
        verb, back = kinds.retire_kind, kinds.restore_kind
        if self._kind.retired:
            verb, back = back, verb
        kind_id, dialog = self._kind.id, self._dialog
        dialog.context.runner.write(
            partial(verb, kind_id=kind_id), dialog.done_one, owner=dialog, said=say("Saved."),
            undo=partial(_again, back, kind_id),
        )  # fmt: skip


class KindDialog(Dialog):
    """A kind of the club's own, or the club's word for a category."""

    def __init__(self, context: Context, parent: QWidget, kind: KindRow | None) -> None:
        self._kind = kind
        words = kind.words() if kind is not None else KindWords(EventKind.MASTERCLASS, "")
        forms = tuple((str(f), label(f)) for f in EventFormat)
        categories = tuple((str(k), label(k)) for k in EventKind)
        of = () if kind is not None else (
            Field("category", say("Counted as"), "choice", choices=categories,
                  value=str(words.category)),
        )  # fmt: skip
        rows: tuple[Field | tuple[Field, ...], ...] = (
            (
                Field("name", say("Name"), required=kind is None or not kind.given,
                      value=words.name),
                Field("name_en", say("Name in English"), value=words.name_en),
            ),
            (
                *of,
                Field("format", say("Usual form"), "choice", choices=forms,
                      value=str(words.format if kind else kinds.usual_format(words.category))),
            ),
        )  # fmt: skip
        title = say("New kind") if kind is None else say("Rename the kind")
        super().__init__(context, title, primary=say("Save"), rows=rows, parent=parent)

    def _build(self) -> None:
        if self._kind is not None and self._kind.given:
            told = say("An empty name takes the usual word again.")
            self.body.addWidget(Caption(self.context, told, ink="text2", wrap=True))

    def submit(self) -> None:
        """Save, and back to the list."""
        typed, kind = self.form.values(), self._kind
        category = kind.category if kind is not None else EventKind(typed["category"])
        words = KindWords(category, typed["name"], typed["name_en"], EventFormat(typed["format"]))
        verb: Any
        undo: Any
        if kind is None:
            verb, undo = partial(kinds.add_kind, words=words), _retire
        elif kind.given:
            verb, undo = partial(kinds.rename_category, words=words), _call_back
        elif kind.id is not None:
            verb = partial(kinds.change_kind, kind_id=kind.id, words=words)
            undo = partial(_rename_back, kind.id)
        self.write(verb, self._on_saved, said=say("Saved."), undo=undo)

    def _on_saved(self, _result: object) -> None:
        page = self.parentWidget()
        if page is not None:
            KindsDialog(self.context, page).open()


def _again(verb: Any, kind_id: Any, desk: Any, _result: object) -> None:
    verb(desk, kind_id)


def _retire(desk: Any, kind_id: Any) -> None:
    kinds.retire_kind(desk, kind_id)


def _call_back(desk: Any, before: KindWords) -> None:
    kinds.rename_category(desk, words=before)


def _rename_back(kind_id: Any, desk: Any, before: KindWords) -> None:
    kinds.change_kind(desk, kind_id, words=before)
