"""Two people edit one row: what only one of them changed is joined, the rest is asked.

A form carries the values it was opened with (`base`). When it is saved, they are compared
with what stands in the database now (`theirs`) and with what was typed (`yours`). The
values are a better witness than a version number: a version tells that something moved,
the values tell what, and a field put back by the other side is no conflict at all. The
version column stays the last lock: `Store.write` runs a verb again whose row moved
between its read and its write.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import Row, exc, func, select, type_coerce

from vipdesk.errors import Conflict
from vipdesk.models import JournalEntry, Staff
from vipdesk.wording import Who, say

if TYPE_CHECKING:
    from vipdesk.access.desk import Desk

V = TypeVar("V")
# What `vip_api.last_changes` answers for.
_TOLD = frozenset(
    {
        "client", "contact_point", "channel_preference", "person_around", "interest", "fact",
        "venue", "event", "event_session", "promise", "club_setting", "staff", "tier",
        "mail_account",
    }
)  # fmt: skip
Together = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """Fields that both sides changed, differently. Several where they mean one thing together."""

    fields: tuple[str, ...]
    original: tuple[Any, ...]
    yours: tuple[Any, ...]
    theirs: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class LastChange:
    """Who changed a row last, and when (UTC): as the journal has it. Nobody: not for your eyes."""

    who: Who
    at: datetime


@dataclass(frozen=True, slots=True)
class Joined(Generic[V]):
    """What was saved.

    before: what stood there just before (the way back). after: what stands there now.
    taken: fields where the other side's change was kept beside yours.
    """

    before: V
    after: V
    taken: tuple[str, ...] = ()


class Diverged(Conflict, Generic[V]):
    """Both sides changed the same; or the other side removed it. Nothing was saved.

    merged: yours joined with theirs, your values where they clash. Give `settled(...)` and
    `theirs` as the new base to the same verb to save.
    """

    def __init__(
        self,
        *,
        yours: V,
        merged: V,
        theirs: V | None,
        clashes: tuple[Clash, ...],
        last: LastChange | None,
    ) -> None:
        removed = theirs is None
        super().__init__(
            say("This is not here any more: somebody removed it. What you typed is kept.")
            if removed
            else say("Somebody else changed the same fields. Choose what is right.")
        )
        self.yours, self.merged, self.theirs = yours, merged, theirs
        self.clashes, self.last = clashes, last

    @property
    def removed(self) -> bool:
        """Whether the other side took the whole thing away."""
        return self.theirs is None

    def settled(self, theirs: Collection[Clash]) -> V:
        """The values to save, theirs for these clashes and yours for the others."""
        chosen = {n: v for clash in theirs for n, v in zip(clash.fields, clash.theirs, strict=True)}
        return replace(self.merged, **chosen)  # type: ignore[type-var]


def merge(base: V, yours: V, theirs: V, together: Together = ()) -> tuple[V, tuple[Clash, ...]]:
    """Join two changes of one frozen dataclass. Pure.

    `together` names fields that mean one thing (day, month, year): they are compared and
    taken as one. Returns the joined values (yours where both changed) and the clashes.
    """
    taken: dict[str, Any] = {}
    clashes: list[Clash] = []
    for names in _groups(base, together):
        original, own, other = (tuple(getattr(v, n) for n in names) for v in (base, yours, theirs))
        if other in (original, own):
            continue
        if own == original:
            taken.update(zip(names, other, strict=True))
        else:
            clashes.append(Clash(names, original, own, other))
    return replace(yours, **taken), tuple(clashes)  # type: ignore[type-var]


def join(
    desk: Desk,
    table: str,
    object_id: UUID | None,
    *,
    base: V,
    yours: V,
    theirs: V,
    together: Together = (),
) -> Joined[V]:
    """What a change verb should write. Raises `Diverged` where a person must choose."""
    merged, clashes = merge(base, yours, theirs, together)
    if clashes:
        asked = {n for clash in clashes for n in clash.fields}
        last = last_change(desk, table, object_id, asked)
        raise Diverged(yours=yours, merged=merged, theirs=theirs, clashes=clashes, last=last)
    return Joined(theirs, merged, changed_fields(yours, merged))


def removed(desk: Desk, table: str, object_id: UUID, *, yours: V) -> Diverged[V]:
    """What to raise where the row is gone. Also where it may no longer be seen."""
    last = last_change(desk, table, object_id, verb="remove_")
    return Diverged(yours=yours, merged=yours, theirs=None, clashes=(), last=last)


def changed_fields(before: V, after: V) -> tuple[str, ...]:
    """Names of the fields that differ, in their order."""
    names = (f.name for f in fields(before))  # type: ignore[arg-type]
    return tuple(n for n in names if getattr(before, n) != getattr(after, n))


def last_change(
    desk: Desk,
    table: str,
    object_id: UUID | None,
    names: Iterable[str] = (),
    *,
    verb: str = "",
) -> LastChange | None:
    """Who last changed a row in any of these fields; None where the journal does not tell."""
    asked = set(names)
    for entry in list_changes(desk, table, object_id):
        if verb and not entry.verb.startswith(verb):
            continue
        if not asked or asked & set(entry.fields.split(",")):
            return LastChange(_who(desk, entry.actor), entry.at)
    return None


def list_changes(desk: Desk, table: str, object_id: UUID | None) -> Sequence[Row[Any]]:
    """The last twenty entries about one row: actor, moment, verb, fields; the newest first.

    In a team the journal is read through a procedure that tells of shared tables alone.
    """
    columns = (JournalEntry.actor, JournalEntry.at, JournalEntry.verb, JournalEntry.fields)
    wanted: Any = (
        select(*columns)
        .where(JournalEntry.object_table == table, JournalEntry.object_id == object_id)
        .order_by(JournalEntry.seq.desc())
        .limit(20)
    )
    if desk.session.get_bind().dialect.name != "sqlite":
        if table not in _TOLD:
            return ()
        told = func.vip_api.last_changes(table, object_id).table_valued(*(c.key for c in columns))
        wanted = select(*(type_coerce(told.c[c.key], c.type) for c in columns))
    try:
        with desk.session.begin_nested():
            return desk.session.execute(wanted).all()
    except exc.DBAPIError:
        return ()


def _who(desk: Desk, actor: str) -> Who:
    """The journal's actor is a staff id in a vault and a login in a team."""
    try:
        found = desk.session.get(Staff, UUID(actor))
    except ValueError:
        found = desk.session.scalars(select(Staff).where(Staff.login == actor)).first()
    return Who.of(found)


def _groups(values: object, together: Together) -> Iterable[tuple[str, ...]]:
    """Every field once, in its order; those that belong together where the first stands."""
    whole = {names[0]: names for names in together}
    later = {n for names in together for n in names[1:]}
    for field in fields(values):  # type: ignore[arg-type]
        if field.name not in later:
            yield whole.get(field.name, (field.name,))
