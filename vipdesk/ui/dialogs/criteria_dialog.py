"""Whom to think of for an event: the first layer of its guest list."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vipdesk.events import guest_criteria, guest_lists
from vipdesk.events.guest_criteria import Criteria
from vipdesk.ui.dialogs.conflict_dialog import EditDialog, Editing, read_aloud
from vipdesk.ui.widgets import Caption, Check, Choice, row
from vipdesk.ui.widgets.fields import Field
from vipdesk.vocabulary import EventKind, label
from vipdesk.wording import Lang, say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from vipdesk.ui.context import Context, Text


@dataclass(frozen=True, slots=True)
class _Offered:
    tiers: tuple[tuple[str, str, str], ...]
    topics: tuple[str, ...]
    cities: tuple[str, ...]


class CriteriaDialog(EditDialog):
    """Tier, interest, city, language, kind, and how long unseen; all must be met."""

    def __init__(
        self, context: Context, event_id: UUID, criteria: Criteria, parent: QWidget
    ) -> None:
        self._event_id, self._criteria = event_id, criteria
        self._tiers: dict[str, Check] = {}
        anything = (None, say("Any"))
        kinds = tuple((k.value, label(k)) for k in EventKind)
        rows: tuple[Field | tuple[Field, ...], ...] = (
            (
                Field("topic", say("Interest"), "choice", choices=(anything,)),
                Field("city", say("City"), "choice", choices=(anything,)),
            ),
            (
                Field(
                    "language", say("Language"), "choice", value=_first(criteria.languages),
                    choices=(anything, ("ru", say("Russian")), ("en", say("English"))),
                ),
                Field(
                    "kind", say("Has been to"), "choice", choices=(anything, *kinds),
                    value=_first(criteria.kinds),
                ),
            ),
            Field(
                "unseen", say("Not at an event for this many days"), "number", high=3650,
                value=criteria.unseen_days or 0, help=say("0: it does not matter."),
            ),
        )  # fmt: skip
        super().__init__(
            context, say("Whom to consider"), primary=say("Choose"), rows=rows, parent=parent
        )

    def _build(self) -> None:
        self.tiers_label = Caption(self.context, say("Tier"), ink="text2")
        self._tiers_row = row(gap=16)
        tiers = QWidget()
        tiers.setMinimumHeight(self.context.look.px(28))
        tiers.setLayout(self._tiers_row)
        self.body.insertWidget(0, tiers)
        self.body.insertWidget(0, self.tiers_label)
        self.context.runner.read(_offered, self._offer, owner=self)

    def submit(self) -> None:
        """Change the layer; the undo brings the former one back."""
        typed = self.form.values()
        tiers = tuple(code for code, box in self._tiers.items() if box.value())
        criteria = Criteria(
            tiers=tiers,
            topics=_some(typed["topic"]),
            cities=_some(typed["city"]),
            languages=_some(typed["language"]),
            kinds=_some(typed["kind"]),
            unseen_days=typed["unseen"] or None,
        )
        editing = self.editing()
        self.write(editing.save(self._criteria, criteria), said=editing.said, undo=editing.undo)

    def editing(self) -> Editing:
        """The criteria as they were shown."""
        fields = {_NAMES[name]: made.field for name, made in self.form.fields.items()}
        return Editing(
            base=self._criteria,
            label=partial(_label, fields),
            shown=partial(_aloud, fields),
            save=partial(_save, self._event_id),
            said=say("The guest list follows the new criteria."),
            undo=_Back(self._event_id),
            draft="",
        )

    def _offer(self, offered: _Offered) -> None:
        lang = self.context.words.lang
        for code, ru, en in offered.tiers:
            box = Check(self.context, ru if lang is Lang.RU else en)
            box.set_value(code in self._criteria.tiers)
            self._tiers[code] = box
            self._tiers_row.addWidget(box)
        self._tiers_row.addStretch(1)
        self._choices("topic", offered.topics, _first(self._criteria.topics))
        self._choices("city", offered.cities, _first(self._criteria.cities))

    def _choices(self, name: str, words: tuple[str, ...], value: str | None) -> None:
        editor = self.form.fields[name].editor
        if isinstance(editor, Choice):
            editor.offer(((None, say("Any")), *((w, w) for w in words)))
            editor.set_value(value)


_NAMES = {
    "topic": "topics", "city": "cities", "language": "languages", "kind": "kinds",
    "unseen": "unseen_days",
}  # fmt: skip


def _label(fields: Mapping[str, Field], name: str) -> Text:
    return say("Tier") if name == "tiers" else fields[name].label


def _aloud(fields: Mapping[str, Field], name: str, criteria: Criteria) -> Text:
    value = getattr(criteria, name)
    if name in ("tiers", "topics", "cities"):
        return ", ".join(value) or say("Any")
    return read_aloud(fields[name], _first(value) if isinstance(value, tuple) else value or 0)


def _save(event_id: UUID, base: Criteria, criteria: Criteria) -> Callable[..., Criteria]:
    return partial(guest_lists.set_criteria, event_id=event_id, criteria=criteria, base=base)


class _Back:
    """The undo: it keeps ids alone, never the sheet."""

    def __init__(self, event_id: UUID) -> None:
        self._event_id = event_id

    def __call__(self, desk: Any, before: Criteria) -> None:
        guest_lists.set_criteria(desk, event_id=self._event_id, criteria=before)


def _offered(desk: Any) -> _Offered:
    return _Offered(
        guest_criteria.list_tiers(desk),
        guest_criteria.list_topics(desk),
        guest_criteria.list_cities(desk),
    )


def _some(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _first(values: tuple[str, ...]) -> str | None:
    return values[0] if values else None
