"""A form from fields as data: values in, values out, errors beside their field, draft kept."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vipdesk.ui.drafts import end_of
from vipdesk.ui.widgets.buttons import Button
from vipdesk.ui.widgets.card import column, row
from vipdesk.ui.widgets.fields import Field, FormField
from vipdesk.ui.widgets.labels import Caption, Icon
from vipdesk.ui.widgets.picker import Picker
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vipdesk.errors import UserError
    from vipdesk.ui.context import Context, Text

T = TypeVar("T")


class Form(QWidget):
    """`rows` is a sequence of fields or of tuples of fields that stand side by side.

    `draft` is a key under which what was typed is kept until `context.drafts.drop(key)`: only
    what differs from what the form showed by itself, and never passwords. `draft_title` names
    the form when it is offered again. `submitted` by Enter in a line and Ctrl+Enter in a long
    text.
    """

    edited = Signal()
    submitted = Signal()

    def __init__(
        self,
        context: Context,
        rows: tuple[Field | tuple[Field, ...], ...],
        *,
        draft: str = "",
        draft_title: Text = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._draft, self._draft_title = context, draft, draft_title
        self.fields: dict[str, FormField] = {}
        self._showing = False
        box = column(gap=12)
        self.kept_row = self._made_kept_row()
        box.addWidget(self.kept_row)
        folded = column(gap=12)
        for line in rows:
            asked = line if isinstance(line, tuple) else (line,)
            made = row(gap=12)
            for field in asked:
                made.addWidget(self._made(field), 1, Qt.AlignmentFlag.AlignTop)
            (folded if all(f.folded for f in asked) else box).addLayout(made)
        self._folded = QWidget()
        folded.setContentsMargins(0, 0, 0, 0)
        self._folded.setLayout(folded)
        self.more = Button(
            context, say("More details"), kind="link", icon="chevron-right", on=self._on_more
        )
        self._folded.hide()
        if not folded.count():
            self.more.hide()
        box.addWidget(self.more)
        box.addWidget(self._folded)
        box.addStretch(1)
        self.setLayout(box)
        self._plain = self._keepable()
        self.restore()

    def values(self) -> dict[str, Any]:
        """{name: value} of all fields."""
        return {name: field.value() for name, field in self.fields.items()}

    def set_values(self, values: Mapping[str, object]) -> None:
        """Show values; names that are no field are ignored. They are not 'typed': no draft,
        unless the person had typed in that field before.
        """
        self._show(values)
        typed = self._context.drafts.get(self._draft) if self._draft else {}
        for name, value in self._keepable().items():
            if name in values and name not in typed:
                self._plain[name] = value

    def restore(self, *names: str) -> None:
        """Show what was typed before and not saved; with `names` only there (choices that were
        offered later than the form was made).
        """
        if not self._draft:
            return
        kept = self._context.drafts.get(self._draft)
        self._show({n: v for n, v in kept.items() if not names or n in names})
        if kept and not names:
            self.kept_row.show()

    def check(self) -> bool:
        """Whether everything required is there; marks what is missing and goes to the first."""
        missing = [f for f in self.fields.values() if f.field.required and f.empty]
        for field in missing:
            field.show_error(say("Please fill this in."))
        if missing:
            missing[0].setFocus()
        return not missing

    def take_error(self, error: UserError) -> bool:
        """Put a sentence beside the field it belongs to; False if it belongs to none."""
        field = self.fields.get(error.field or "")
        if field is None:
            return False
        if field.field.folded:
            self.unfold()
        field.show_error(error.say)
        field.setFocus()
        return True

    def show_error(self, name: str, sentence: Say) -> None:
        """Say what is wrong with one field."""
        self.fields[name].show_error(sentence)

    def focus_first(self) -> None:
        """To the first field that is empty."""
        for field in self.fields.values():
            if field.empty:
                field.setFocus()
                return
        next(iter(self.fields.values())).setFocus()

    def unfold(self) -> None:
        """Show the optional fields."""
        self._folded.show()
        self.more.hide()

    def drop_draft(self) -> None:
        """Saved: the draft is no longer needed."""
        if self._draft:
            self._context.drafts.drop(self._draft)

    def saving(self, fn: Callable[..., T]) -> Callable[..., T]:
        """The verb that saves this form, and ends its draft in the same transaction."""
        key = self._draft
        if not key or not self._context.drafts.saving(key):
            return fn

        def saved(desk: Any) -> T:
            result = fn(desk)
            end_of(desk, key)
            return result

        marked = fn
        while isinstance(marked, partial):
            marked = marked.func
        saved.__dict__.update(getattr(marked, "__dict__", {}))  # what decorators said of the verb
        return saved

    def not_saved(self) -> None:
        """The write was refused: what was typed is a draft again."""
        if self._draft:
            self._context.drafts.not_saved(self._draft)

    def lay_aside(self) -> None:
        """The form is closed on purpose: the draft stays, and is not offered by itself."""
        if self._draft:
            self._context.drafts.lay_aside(self._draft)

    def start_anew(self) -> None:
        """Throw the kept text away and show what the form shows by itself."""
        self.drop_draft()
        self.kept_row.hide()
        self._show(self._plain)
        self.focus_first()

    def _made(self, field: Field) -> FormField:
        made = FormField(self._context, field)
        made.edited.connect(self._on_edited)
        made.submitted.connect(self.submitted)
        self.fields[field.name] = made
        return made

    def _made_kept_row(self) -> QWidget:
        """Said above the fields when they show what was kept."""
        words = Caption(self._context, say("Your unsaved text was kept."), ink="text2")
        anew = Button(self._context, say("Start anew"), kind="link", on=self.start_anew)
        made = QWidget()
        made.setLayout(row(Icon(self._context, "note", size=16), words, None, anew, gap=8))
        made.hide()
        return made

    def _show(self, values: Mapping[str, object]) -> None:
        before, self._showing = self._showing, True
        try:
            for name, value in values.items():
                if name in self.fields:
                    self.fields[name].set_value(value)
                    if self.fields[name].field.folded and value not in (None, "", False):
                        self.unfold()
        finally:
            self._showing = before

    def _keepable(self) -> dict[str, object]:
        """Values as they can be shown again; a picked thing is kept with its words."""
        made: dict[str, object] = {}
        for name, field in self.fields.items():
            if field.field.kind == "password":
                continue
            made[name] = field.value()
            if isinstance(field.editor, Picker) and made[name] is not None:
                made[name] = (made[name], field.editor.text())
        return made

    def _on_edited(self) -> None:
        if self._draft and not self._showing:
            kept = {n: v for n, v in self._keepable().items() if v != self._plain[n]}
            title = self._context.text(self._draft_title)
            self._context.drafts.keep(self._draft, kept, title=title)
        self.edited.emit()

    def _on_more(self) -> None:
        self.unfold()
        first = next((f for f in self.fields.values() if f.field.folded), None)
        if first is not None:
            first.setFocus()
