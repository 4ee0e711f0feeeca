"""A form from fields as data: values in, values out, errors beside their field, draft kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from vipdesk.ui.widgets.buttons import Button
from vipdesk.ui.widgets.card import column, row
from vipdesk.ui.widgets.fields import Field, FormField
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from vipdesk.errors import UserError
    from vipdesk.ui.context import Context


class Form(QWidget):
    """`rows` is a sequence of fields or of tuples of fields that stand side by side.

    `draft` is a key under which what was typed is kept until `context.drafts.drop(key)`;
    passwords are never kept. `submitted` by Enter in a line and Ctrl+Enter in a long text.
    """

    edited = Signal()
    submitted = Signal()

    def __init__(
        self,
        context: Context,
        rows: tuple[Field | tuple[Field, ...], ...],
        *,
        draft: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._draft = context, draft
        self.fields: dict[str, FormField] = {}
        box = column(gap=12)
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
        if draft:
            self.set_values(context.drafts.get(draft))

    def values(self) -> dict[str, Any]:
        """{name: value} of all fields."""
        return {name: field.value() for name, field in self.fields.items()}

    def set_values(self, values: Mapping[str, object]) -> None:
        """Show values; names that are no field are ignored (an old draft)."""
        for name, value in values.items():
            if name in self.fields:
                self.fields[name].set_value(value)
                if self.fields[name].field.folded and value not in (None, "", False):
                    self.unfold()

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

    def _made(self, field: Field) -> FormField:
        made = FormField(self._context, field)
        made.edited.connect(self._on_edited)
        made.submitted.connect(self.submitted)
        self.fields[field.name] = made
        return made

    def _on_edited(self) -> None:
        if self._draft:
            kept = {
                name: field.value()
                for name, field in self.fields.items()
                if field.field.kind != "password"
            }
            self._context.drafts.keep(self._draft, kept)
        self.edited.emit()

    def _on_more(self) -> None:
        self.unfold()
        first = next((f for f in self.fields.values() if f.field.folded), None)
        if first is not None:
            first.setFocus()
