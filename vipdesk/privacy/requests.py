"""What clients asked about their own data, by when an answer is due, and what was done.

A correction is made with the verbs of the profile; here stands that it was asked for, which
fields the client named, and which fields changed since: names, never values.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, cast
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.access.merging import list_changes
from vipdesk.clients.sight import client_of
from vipdesk.errors import Conflict, NotFound, UserError
from vipdesk.ids import new_id
from vipdesk.models import JournalEntry, PrivacyRequest, Staff
from vipdesk.privacy.holdings import HOLDINGS
from vipdesk.privacy.rules import rules_of
from vipdesk.privacy.sight import need_care
from vipdesk.store.policies import held_by_database
from vipdesk.vocabulary import Channel, PrivacyRight, RestrictionGround, Settled
from vipdesk.wording import Who, say


@dataclass(frozen=True, slots=True)
class RequestRow:
    """One request. `due_on`: the last day for an answer; `late`: it has passed."""

    id: UUID
    right: PrivacyRight
    channel: Channel | None
    asked_at: datetime
    noted_by: Who
    due_on: date | None
    ground: RestrictionGround | None
    asked_fields: tuple[str, ...]
    changed_fields: tuple[str, ...]
    done_at: datetime | None
    late: bool
    settled: Settled | None


def ask_correction(
    desk: Desk, client_id: UUID, *, fields: Iterable[str], channel: Channel | None = None
) -> UUID:
    """The client says that these fields are wrong. The correction itself is made on the page."""
    need_care(desk, client_id)
    named = [f for f in dict.fromkeys(fields) if f]
    if not named:
        raise UserError(say("Choose what the client says is wrong."), field="fields")
    return add_request(desk, client_id, PrivacyRight.RECTIFY, channel=channel, fields=named)


def close_correction(
    desk: Desk, request_id: UUID, *, settled: Settled = Settled.CORRECTED
) -> tuple[str, ...]:
    """How it ended. Returns the names of the fields that changed since, by the journal.

    A removed row cannot be asked any more whose it was: there the person's word counts. A
    refusal is told to the client with its reason; here stands only that it was one. Raises
    `UserError` for a correction where nothing was changed.
    """
    row = desk.session.get(PrivacyRequest, request_id)
    if row is None or row.right is not PrivacyRight.RECTIFY:
        raise NotFound(say("This request is not here any more."))
    need_care(desk, row.client_id)
    if row.done_at is not None:
        raise Conflict(say("This has already been done."))
    fields = _changed_since(desk, row.client_id, row.asked_at)
    if not fields and settled is Settled.CORRECTED:
        raise UserError(
            say("Nothing was changed since the client asked. Correct it first."), field="settled"
        )
    row.changed_fields, row.settled = list(fields), settled
    _close(desk, row)
    desk.note("close_correction", "privacy_request", row.id, (str(settled), *fields))
    return fields


def ask_access(desk: Desk, client_id: UUID, *, channel: Channel | None = None) -> UUID:
    """The client asks what is held; a wish that is not answered yet is the same one."""
    open_one = select(PrivacyRequest.id).where(
        PrivacyRequest.client_id == client_id,
        PrivacyRequest.right == PrivacyRight.ACCESS,
        PrivacyRequest.done_at.is_(None),
    )
    known = desk.session.scalars(open_one.order_by(PrivacyRequest.asked_at).limit(1)).first()
    return known or add_request(desk, client_id, PrivacyRight.ACCESS, channel=channel)


def answer_access(desk: Desk, request_id: UUID) -> None:
    """What is held was given out: the file is written."""
    row = desk.session.get(PrivacyRequest, request_id)
    if row is None or row.right is not PrivacyRight.ACCESS:
        raise NotFound(say("This request is not here any more."))
    need_care(desk, row.client_id)
    if row.done_at is None:
        _close(desk, row)
        desk.note("answer_access", "privacy_request", row.id, ("done_at",))


def add_request(
    desk: Desk,
    client_id: UUID,
    right: PrivacyRight,
    *,
    channel: Channel | None = None,
    fields: Iterable[str] = (),
    ground: RestrictionGround | None = None,
    done: bool = False,
) -> UUID:
    """Note a request; `done` where it is answered in the same breath."""
    client_of(desk, client_id)
    row = PrivacyRequest(
        id=new_id(), client_id=client_id, right=right, channel=channel, asked_at=desk.now,
        noted_by_id=desk.actor.id, ground=ground, asked_fields=list(fields), changed_fields=[],
        due_on=(desk.now + timedelta(days=rules_of(desk).request_days)).date(),
    )  # fmt: skip
    desk.session.add(row)
    desk.session.flush()
    desk.note("ask_privacy", "privacy_request", row.id, (str(right), *row.asked_fields))
    if done:
        _close(desk, row)
    return row.id


def list_requests(desk: Desk, client_id: UUID) -> tuple[RequestRow, ...]:
    """All of one client, the newest first."""
    wanted = (
        select(PrivacyRequest, Staff)
        .join(Staff, Staff.id == PrivacyRequest.noted_by_id)
        .where(PrivacyRequest.client_id == client_id)
        .order_by(PrivacyRequest.asked_at.desc(), PrivacyRequest.id.desc())
    )
    today = desk.now.date()
    return tuple(
        RequestRow(
            r.id, r.right, r.channel, r.asked_at, Who.of(by), r.due_on, r.ground,
            tuple(r.asked_fields), tuple(r.changed_fields), r.done_at,
            r.done_at is None and r.due_on is not None and r.due_on < today, r.settled,
        )
        for r, by in desk.session.execute(wanted)
    )  # fmt: skip


def _close(desk: Desk, row: PrivacyRequest) -> None:
    row.done_at, row.done_by_id = desk.now, desk.actor.id
    desk.session.flush()


def _changed_since(desk: Desk, client_id: UUID, since: datetime) -> tuple[str, ...]:
    """Names of fields that verbs changed in the client's own rows since a moment."""
    rows = [
        (held.table, key)
        for held in HOLDINGS
        if not held.hidden and held.table not in _ANSWERS
        for key in desk.session.scalars(select(held.model.id).where(held.whose(client_id)))
    ]
    if not held_by_database(desk.session):
        entries = _entries(desk, {key for _, key in rows}, since)
    else:  # there nobody but the auditor reads the journal itself
        told = (e for table, key in rows for e in list_changes(desk, table, key))
        entries = [e.fields for e in sorted(told, key=_moment) if e.at >= since - _SKEW]
    return tuple(dict.fromkeys(f for fields in entries for f in fields.split(",") if f))


def _entries(desk: Desk, keys: set[UUID], since: datetime) -> Sequence[str]:
    wanted = select(JournalEntry.fields).where(
        JournalEntry.object_id.in_(keys),
        JournalEntry.at >= since,
        JournalEntry.object_table.not_in(_ANSWERS),
    )
    return desk.session.scalars(wanted.order_by(JournalEntry.seq)).all()


def _moment(entry: Any) -> datetime:
    return cast("datetime", entry.at)


# In a team the request has the laptop's moment and the journal the server's.
_SKEW = timedelta(minutes=10)
_ANSWERS = frozenset({"privacy_request", "consent"})
