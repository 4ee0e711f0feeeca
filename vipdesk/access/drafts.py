"""Forms typed but not saved yet: kept for one person, in the vault, until saved or thrown away.

A key is `form` or `form:<object id>` ('note', 'talk:5f0c…'). Keys that begin with 'complaint.'
are kept among the hidden rows: the shared table would show others that a complaint is coming.
Drafts leave no entry in the journal: they are not yet a deed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import select

from vipdesk.models import Draft, PrivateDraft

if TYPE_CHECKING:
    from vipdesk.access.desk import Desk

HIDDEN = "complaint."
UNFINISHED = "complaint.new"
KEPT_FOR = timedelta(days=30)
"""Half-written text about a person is personal data without a purpose after a month."""

_VALUES, _TITLE, _OPEN = "values", "title", "open"


@dataclass(frozen=True, slots=True)
class KeptForm:
    """A form as it was left. `values` are plain JSON; `open` while it stood on the screen (at a
    lock, a crash); a form that was closed on purpose is kept, and not offered.
    """

    key: str
    values: Mapping[str, Any]
    title: str = ""
    open: bool = True
    saved_at: datetime | None = None


def keep_drafts(desk: Desk, forms: Iterable[KeptForm]) -> None:
    """Keep what was typed; what was kept under the same key goes."""
    for kept in forms:
        row = _row(desk, kept.key)
        if row is None:
            form, object_id = _split(kept.key)
            row = _table(kept.key)(staff_id=desk.actor.id, form=form, object_id=object_id)
            desk.session.add(row)
        row.values = {_VALUES: dict(kept.values), _TITLE: kept.title, _OPEN: kept.open}
        row.saved_at = desk.now
    desk.session.flush()


def list_drafts(desk: Desk, *, hidden: bool) -> tuple[KeptForm, ...]:
    """What this person left half-written in the last 30 days, the latest first.

    `hidden`: also what belongs to the private track; pass False for who has no part in it.
    """
    found = []
    for row in _mine(desk, hidden=hidden):
        whole = dict(row.values)
        own = _of_its_own_shape(row)
        if not own and row.saved_at < desk.now - KEPT_FOR:
            continue
        found.append(
            KeptForm(
                key=_key(row.form, row.object_id),
                values={} if own else whole[_VALUES],
                title="" if own else str(whole.get(_TITLE, "")),
                open=row.form == UNFINISHED if own else bool(whole.get(_OPEN, False)),
                saved_at=row.saved_at,
            )
        )
    return tuple(sorted(found, key=lambda f: f.saved_at or desk.now, reverse=True))


def drop_drafts(desk: Desk, keys: Iterable[str]) -> None:
    """They were saved, or thrown away on purpose."""
    for key in keys:
        row = _row(desk, key)
        if row is not None:
            desk.session.delete(row)
    desk.session.flush()


def expire_drafts(desk: Desk, *, hidden: bool) -> int:
    """Throw away what this person left for more than 30 days; returns how many.

    An unfinished complaint stays: what a client said must not be lost silently.
    """
    old = [
        row
        for row in _mine(desk, hidden=hidden)
        if row.saved_at < desk.now - KEPT_FOR and not _of_its_own_shape(row)
    ]
    for row in old:
        desk.session.delete(row)
    desk.session.flush()
    return len(old)


def _of_its_own_shape(row: Draft | PrivateDraft) -> bool:
    """The complaint's sheet and its reply keep themselves (complaints/drafts.py)."""
    return _VALUES not in row.values


def _table(key: str) -> type[Draft | PrivateDraft]:
    return PrivateDraft if key.startswith(HIDDEN) else Draft


def _split(key: str) -> tuple[str, UUID | None]:
    form, _, object_id = key.partition(":")
    try:
        return form, UUID(object_id) if object_id else None
    except ValueError:  # 'client:new'
        return key, None


def _key(form: str, object_id: UUID | None) -> str:
    return form if object_id is None else f"{form}:{object_id}"


def _mine(desk: Desk, *, hidden: bool) -> Iterator[Draft | PrivateDraft]:
    me = desk.actor.id
    yield from desk.session.scalars(select(Draft).where(Draft.staff_id == me))
    if hidden:
        yield from desk.session.scalars(select(PrivateDraft).where(PrivateDraft.staff_id == me))


def _row(desk: Desk, key: str) -> Draft | PrivateDraft | None:
    table: Any = _table(key)
    form, object_id = _split(key)
    which = table.object_id.is_(None) if object_id is None else table.object_id == object_id
    found: Draft | PrivateDraft | None = desk.session.scalars(
        select(table).where(table.staff_id == desk.actor.id, table.form == form, which)
    ).first()
    return found
