"""Two clients side by side: which value stays is chosen field by field, privacy is not chosen."""

from __future__ import annotations

from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QWidget

from vipdesk.clients import merge
from vipdesk.clients.merge import TOGETHER, MergeField, MergePreview
from vipdesk.clients.unmerge import Unmerged, unmerge_clients
from vipdesk.errors import UserError
from vipdesk.privacy.field_names import FIELD_NAMES
from vipdesk.ui.dialogs.conflict_dialog import Radio
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets import Body, Button, Caption, Strong, column, hairline, row
from vipdesk.vocabulary import label
from vipdesk.wording import Who, say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.access import Desk
    from vipdesk.ui.context import Context, Text

_NOTHING = "–"


class MergeDialog(Dialog):
    """Which values stay, what moves, what stands by itself; Ctrl+Z makes two of one again."""

    merged = Signal(object)  # the key of the client who stays

    def __init__(
        self, context: Context, kept_id: UUID, other_id: UUID, parent: QWidget | None
    ) -> None:
        self.kept_id, self.other_id = kept_id, other_id
        self.preview: MergePreview | None = None
        self.sides: dict[str, tuple[Radio, Radio]] = {}
        super().__init__(
            context, say("Merge two clients"), primary=say("Merge"), width=760, parent=parent
        )
        self._read()

    def _build(self) -> None:
        self.about = Body(self.context, "", wrap=True)
        self.swap_button = Button(
            self.context, say("Keep the other one"), kind="link", on=self.swap
        )
        self.body.addWidget(self.about)
        self.buttons.insertWidget(0, self.swap_button)
        self.place = column(gap=8)
        self.body.addLayout(self.place)
        self._fields: QWidget | None = None
        self.primary_button.setEnabled(False)

    def _read(self) -> None:
        self.context.runner.read(
            partial(merge.get_merge, kept_id=self.kept_id, other_id=self.other_id),
            self._show, owner=self, failed=self._on_unread,
        )  # fmt: skip

    def _on_unread(self, error: Exception) -> bool:
        if isinstance(error, UserError):
            self.show_error(error.say)
            return True
        return False

    def swap(self) -> None:
        """The other one stays, and this one is merged into it."""
        self.kept_id, self.other_id = self.other_id, self.kept_id
        self._read()

    @property
    def take(self) -> list[str]:
        """Fields whose value comes from the other."""
        return [name for name, (_, other) in self.sides.items() if other.isChecked()]

    def submit(self) -> None:
        """Merge; the way back is offered."""
        self.write(
            partial(
                merge.merge_clients, kept_id=self.kept_id, other_id=self.other_id, take=self.take
            ),
            self._on_merged,
            said=say("Merged into one client."),
            undo=_undo,
        )

    def _on_merged(self, _key: object) -> None:
        self.merged.emit(self.kept_id)

    # Showing -------------------------------------------------------------------------------------

    def _show(self, preview: MergePreview) -> None:
        self.preview, self.sides = preview, {}
        self.about.show_text(
            say("“{other}” is merged into “{kept}”.", other=preview.other_name,
                kept=preview.kept_name)
        )  # fmt: skip
        if self._fields is not None:
            self.place.removeWidget(self._fields)
            self._fields.hide()
            self._fields.deleteLater()
        self._fields = QWidget()
        box = column(gap=12)
        box.addLayout(self._grid(preview))
        box.addWidget(hairline())
        self._add_words(box, preview)
        self._fields.setLayout(box)
        self.place.addWidget(self._fields)
        self.primary_button.setEnabled(True)
        self.primary_button.setFocus()

    def _grid(self, preview: MergePreview) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.addWidget(Caption(self.context, say("Stays")), 0, 1)
        grid.addWidget(Caption(self.context, say("From the other")), 0, 2)
        shown: set[tuple[str, ...]] = set()
        line = 1
        for field in preview.fields:
            group = next((t for t in TOGETHER if field.name in t), (field.name,))
            if group in shown:
                continue
            shown.add(group)
            parts = [f for f in preview.fields if f.name in group]
            self._add_line(grid, line, parts)
            line += 1
        for at in (1, 2):
            grid.setColumnStretch(at, 1)
            grid.setColumnMinimumWidth(at, self.context.look.px(200))
        return grid

    def _add_line(self, grid: QGridLayout, line: int, parts: list[MergeField]) -> None:
        first = parts[0]
        name: Text = FIELD_NAMES.get(first.name.removesuffix("_id"), first.name)
        if first.name.startswith("birth_"):
            name = say("Birthday")
        grid.addWidget(Strong(self.context, name), line, 0)
        group = QButtonGroup(self._fields)
        takes = any(p.takes_other for p in parts)
        radios = []
        is_day = first.name.startswith("birth_")
        for at, values in enumerate(([p.kept for p in parts], [p.other for p in parts]), start=1):
            shown = self._birthday(parts, at) if is_day else self._shown(values)
            radio = Radio(self.context, "")
            radio.show_value(shown)
            side = say("{field}: {value}", field=name, value=shown)
            radio.speak(setAccessibleName=side)
            group.addButton(radio)
            grid.addLayout(_beside(radio), line, at)
            radios.append(radio)
        radios[1 if takes else 0].setChecked(True)
        self.sides[first.name] = (radios[0], radios[1])

    def _add_words(self, box: Any, preview: MergePreview) -> None:
        if preview.moves:
            parts = tuple(say("{what}: {count}", what=w, count=n) for w, n in preview.moves)
            box.addWidget(Body(self.context, say("Moves along: {parts}.", parts=parts), wrap=True))
        words = column(gap=4)
        words.addWidget(Strong(self.context, say("What protects the client always stays")))
        for sentence in preview.strict:
            words.addWidget(Caption(self.context, sentence, ink="text2", wrap=True))
        for sentence in preview.warnings:
            words.addWidget(Caption(self.context, sentence, ink="warning", wrap=True))
        box.addLayout(words)
        box.addStretch(1)

    def _birthday(self, parts: list[MergeField], at: int) -> Text:
        """'05.04.1970'; a part in which both agree is read from the same field."""
        known = {p.name: p.kept if at == 1 else p.other for p in parts}
        day, month, year = (known.get(f"birth_{n}") for n in ("day", "month", "year"))
        whole = ".".join(p for p in (f"{day:02}" if day else "", f"{month:02}" if month else "",
                                     str(year) if year else "") if p)  # fmt: skip
        return whole or _NOTHING

    def _shown(self, values: list[Any]) -> Text:
        said = [self._one(v) for v in values if v not in (None, "", [], ())]
        return say("{parts}", parts=tuple(said)) if len(said) > 1 else said[0] if said else _NOTHING

    def _one(self, value: Any) -> Text:
        if isinstance(value, date):
            shown = self.context.format
            return shown.moment(value) if isinstance(value, datetime) else shown.date(value)
        if isinstance(value, Who):
            return value.shown(self.context.settings.lang)
        if isinstance(value, bool):
            return say("yes") if value else say("no")
        if isinstance(value, (list, tuple)):
            return ", ".join(map(str, value))
        try:
            return label(value)
        except (KeyError, TypeError, AttributeError):
            text = str(value)
            return text if len(text) <= 160 else text[:159] + "…"


def _beside(radio: Radio) -> Any:
    """The circle and its value, which may take several lines."""
    line = row(radio, gap=8)
    line.addWidget(radio.value, 1)
    return line


def _undo(desk: Desk, key: UUID) -> Unmerged:
    return unmerge_clients(desk, key)
