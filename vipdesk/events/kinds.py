"""The club's own list of kinds: its words for gatherings, within the ten categories.

Fairness, variety and recommendation count categories, so that a renamed or a new kind never
loses its past. A category's own word can be changed too; a kind that is no longer wanted is
retired and stays with the events that have it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.errors import NotFound, UserError
from vipdesk.gathering import EventFormat
from vipdesk.models import EventSort
from vipdesk.vocabulary import EventKind, label
from vipdesk.wording import Lang, Say, say

_USUAL: dict[EventKind, EventFormat] = {
    EventKind.TASTING: EventFormat.SEATED,
    EventKind.TEST_DRIVE: EventFormat.OUTDOORS,
    EventKind.SPORT: EventFormat.OUTDOORS,
    EventKind.MASTERCLASS: EventFormat.WORKSHOP,
    EventKind.CONCERT: EventFormat.STAGE,
    EventKind.DINNER: EventFormat.SEATED,
    EventKind.TRIP: EventFormat.TOUR,
    EventKind.TALK: EventFormat.STAGE,
    EventKind.FAMILY: EventFormat.OUTDOORS,
    EventKind.CHARITY: EventFormat.STANDING,
}


def usual_format(kind: EventKind) -> EventFormat:
    """What a gathering of this category usually is."""
    return _USUAL[kind]


@dataclass(frozen=True, slots=True)
class KindWords:
    """A kind as a person types it."""

    category: EventKind
    name: str
    name_en: str = ""
    format: EventFormat = EventFormat.SEATED


@dataclass(frozen=True, slots=True)
class KindRow:
    """A kind to choose. `id` None: a category with nothing of the club's own.

    `given`: it stands for the whole category, under the club's word for it.
    """

    category: EventKind
    format: EventFormat
    id: UUID | None = None
    name: str = ""
    name_en: str = ""
    given: bool = False
    retired: bool = False

    @property
    def key(self) -> tuple[EventKind, UUID | None]:
        """What an event keeps: its category, and the club's own kind if it is one."""
        return self.category, None if self.given else self.id

    def called(self, lang: Lang) -> Say | str:
        """Its word."""
        own = self.name_en if lang is Lang.EN and self.name_en else self.name
        return own or label(self.category)

    def words(self) -> KindWords:
        """For a form to begin with."""
        return KindWords(self.category, self.name, self.name_en, self.format)


class Sorts:
    """The club's words, read once for a whole list."""

    def __init__(self, desk: Desk) -> None:
        self._rows = {s.id: s for s in desk.session.scalars(select(EventSort))}
        self._given = {s.category: s for s in self._rows.values() if s.given}

    def of(self, sort_id: UUID | None, category: EventKind) -> EventSort | None:
        """The word an event goes by, if the club has one."""
        own = self._rows.get(sort_id) if sort_id is not None else None
        return own or self._given.get(category)


def list_kinds(desk: Desk, *, retired: bool = False) -> tuple[KindRow, ...]:
    """The ten categories in their words, each followed by the club's own kinds in it."""
    rows = desk.session.scalars(select(EventSort).order_by(EventSort.name, EventSort.id)).all()
    given = {s.category: s for s in rows if s.given}
    found: list[KindRow] = []
    for category in EventKind:
        own = given.get(category)
        found.append(_row(own) if own else KindRow(category, usual_format(category), given=True))
        found += [
            _row(s)
            for s in rows
            if s.category is category and not s.given and (retired or s.retired_at is None)
        ]
    return tuple(found)


def add_kind(desk: Desk, *, words: KindWords) -> UUID:
    """A kind of the club's own. Raises `UserError` beside its field."""
    name = _checked(desk, words, None)
    row = EventSort(
        category=words.category, name=name, name_en=words.name_en.strip(), format=words.format,
        given=False,
    )  # fmt: skip
    desk.session.add(row)
    desk.session.flush()
    desk.note("add_kind", "event_sort", row.id, ("name", "category", "format"))
    return row.id


def change_kind(desk: Desk, kind_id: UUID, *, words: KindWords) -> KindWords:
    """Other words for a kind; its events are called so from now on. Returns the words before.

    Its category stays: what was counted as a tasting was a tasting.
    """
    row = _sort(desk, kind_id)
    before = _row(row).words()
    name = _checked(desk, replace(words, category=row.category), kind_id)
    row.name, row.name_en, row.format = name, words.name_en.strip(), words.format
    desk.session.flush()
    desk.note("change_kind", "event_sort", kind_id, ("name", "format"))
    return before


def rename_category(desk: Desk, *, words: KindWords) -> KindWords:
    """The club's own word for a whole category; an empty name takes ours again."""
    row = desk.session.scalars(
        select(EventSort).where(EventSort.category == words.category, EventSort.given.is_(True))
    ).first()
    before = _row(row).words() if row else KindWords(words.category, "", "", words.format)
    if not words.name.strip():
        if row is not None:
            desk.session.delete(row)
            desk.session.flush()
            desk.note("remove_kind", "event_sort", row.id, ("name",))
        return before
    name = _checked(desk, words, row.id if row else None)
    if row is None:
        row = EventSort(category=words.category, given=True)
        desk.session.add(row)
    row.name, row.name_en, row.format = name, words.name_en.strip(), words.format
    desk.session.flush()
    desk.note("change_kind", "event_sort", row.id, ("name", "format"))
    return before


def retire_kind(desk: Desk, kind_id: UUID) -> None:
    """Offered no more; the events that have it keep it."""
    row = _sort(desk, kind_id)
    row.retired_at = desk.now
    desk.session.flush()
    desk.note("retire_kind", "event_sort", kind_id, ("retired_at",))


def restore_kind(desk: Desk, kind_id: UUID) -> None:
    """The way back of `retire_kind`."""
    row = _sort(desk, kind_id)
    row.retired_at = None
    desk.session.flush()
    desk.note("restore_kind", "event_sort", kind_id, ("retired_at",))


def _sort(desk: Desk, kind_id: UUID) -> EventSort:
    row = desk.session.get(EventSort, kind_id)
    if row is None:
        raise NotFound(say("This kind is not here any more."))
    return row


def _checked(desk: Desk, words: KindWords, own: UUID | None) -> str:
    name = words.name.strip()
    if not name:
        raise UserError(say("Give the kind a name."), field="name")
    folded = name.casefold()
    for other in desk.session.scalars(select(EventSort)):
        if other.id != own and other.name.casefold() == folded:
            raise UserError(say("The club has a kind of this name already."), field="name")
    return name


def _row(row: EventSort) -> KindRow:
    return KindRow(
        row.category, row.format, row.id, row.name, row.name_en, row.given,
        row.retired_at is not None,
    )  # fmt: skip
