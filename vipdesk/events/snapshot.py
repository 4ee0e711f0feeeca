"""The guest list as it was when it was sent: whom, by which criteria, and why. Read-only later."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from vipdesk.access import Desk
from vipdesk.clients.names import Name
from vipdesk.errors import NotFound
from vipdesk.events.guest_criteria import Criteria, read_criteria
from vipdesk.events.guest_lists import GuestRow, name_of, open_list
from vipdesk.models import Client, Invitation, ListSnapshot, SnapshotName, Staff
from vipdesk.vocabulary import GuestPlace
from vipdesk.wording import Say, Who, say


@dataclass(frozen=True, slots=True)
class SnapshotRow:
    """One sending."""

    id: UUID
    wave: int
    at: datetime
    by: Who
    sent: int
    included: int
    left_out: int


@dataclass(frozen=True, slots=True)
class FrozenName:
    """A name as it stood then. sent: it was invited with this sending."""

    client_id: UUID
    name: Name
    included: bool
    sent: bool
    layer: GuestPlace | None
    why: tuple[Say, ...]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A frozen list: criteria and all names, those sent first, then in, then out, by name."""

    row: SnapshotRow
    criteria: Criteria
    names: tuple[FrozenName, ...]


def freeze(desk: Desk, event_id: UUID, *, rows: Iterable[GuestRow], sent: Iterable[UUID]) -> UUID:
    """Keep the list as it is at this sending; `sent`: who was invited with it."""
    listed = open_list(desk, event_id)
    told = set(sent)
    last = desk.session.scalar(
        select(func.max(ListSnapshot.wave)).where(ListSnapshot.event_id == event_id)
    )
    kept = ListSnapshot(
        event_id=event_id, wave=(last or 0) + 1, taken_at=desk.now, by_id=desk.actor.id,
        criteria=dict(listed.criteria),
    )  # fmt: skip
    desk.session.add(kept)
    desk.session.flush()
    desk.session.add_all(
        SnapshotName(
            snapshot_id=kept.id, event_id=event_id, client_id=row.client_id,
            included=row.included, sent=row.client_id in told, layer=row.layer,
            why={"said": [_kept(w) for w in row.why]},
        )
        for row in rows
    )  # fmt: skip
    for invitation in desk.session.scalars(
        select(Invitation).where(
            Invitation.event_id == event_id, Invitation.client_id.in_(list(told))
        )
    ):
        invitation.wave = kept.wave
    desk.session.flush()
    desk.note("freeze_list", "list_snapshot", kept.id, ("criteria",))
    return kept.id


def list_snapshots(desk: Desk, event_id: UUID) -> tuple[SnapshotRow, ...]:
    """All sendings of an event, the first first."""
    kept = select(ListSnapshot).where(ListSnapshot.event_id == event_id).order_by(ListSnapshot.wave)
    return tuple(_row(desk, s) for s in desk.session.scalars(kept).all())


def get_snapshot(desk: Desk, snapshot_id: UUID) -> Snapshot:
    """One sending with its names. Raises `NotFound`."""
    kept = desk.session.get(ListSnapshot, snapshot_id)
    if kept is None:
        raise NotFound(say("This list is not here any more."))
    rows = desk.session.execute(
        select(SnapshotName, Client)
        .join(Client, Client.id == SnapshotName.client_id)
        .where(SnapshotName.snapshot_id == snapshot_id)
        .order_by(
            SnapshotName.sent.desc(), SnapshotName.included.desc(), Client.sort_key, Client.id
        )
    )
    names = tuple(
        FrozenName(
            n.client_id, name_of(c), n.included, n.sent, n.layer,
            tuple(_said(w) for w in n.why.get("said", ())),
        )
        for n, c in rows
    )  # fmt: skip
    return Snapshot(_row(desk, kept), read_criteria(kept.criteria), names)


def _row(desk: Desk, kept: ListSnapshot) -> SnapshotRow:
    counts = desk.session.execute(
        select(SnapshotName.sent, SnapshotName.included, func.count())
        .where(SnapshotName.snapshot_id == kept.id)
        .group_by(SnapshotName.sent, SnapshotName.included)
    ).all()
    return SnapshotRow(
        kept.id, kept.wave, kept.taken_at, Who.of(desk.session.get(Staff, kept.by_id)),
        sum(n for sent, _, n in counts if sent), sum(n for _, inside, n in counts if inside),
        sum(n for _, inside, n in counts if not inside),
    )  # fmt: skip


def _kept(said: Say) -> dict[str, Any]:
    """A sentence as JSON: its literal, and each value with its type where it has one."""
    return {"text": said.text, "values": {k: _plain(v) for k, v in said.params.items()}}


def _plain(value: object) -> Any:
    if isinstance(value, Say):
        return {"say": _kept(value)}
    if isinstance(value, Decimal):
        return {"number": str(value)}
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    if isinstance(value, date):
        return {"day": value.isoformat()}
    return value if isinstance(value, int | float | str) else str(value)


def _said(kept: dict[str, Any]) -> Say:
    return Say(kept["text"], {k: _value(v) for k, v in kept["values"].items()})


def _value(kept: Any) -> Any:
    return _READERS[next(iter(kept))](next(iter(kept.values()))) if isinstance(kept, dict) else kept


_READERS: dict[str, Callable[[Any], object]] = {
    "say": _said,
    "moment": datetime.fromisoformat,
    "day": date.fromisoformat,
    "number": Decimal,
}
