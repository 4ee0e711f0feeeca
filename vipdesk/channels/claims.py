"""The machine's side of the outbox: what is due is claimed, sent outside, and recorded.

Many laptops may run this at once. A claim is a lease with a fence: the row is locked
(`FOR UPDATE SKIP LOCKED` on PostgreSQL, the one writer of a vault), gets a time limit by the
server's clock and a number that grows. Who lost the lease cannot report any more, and a
lease that ran out means that nobody knows whether the mail left: a person looks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from vipdesk.access import Desk
from vipdesk.channels import overruling
from vipdesk.channels.contact import may_contact_each
from vipdesk.channels.failures import Outcome, SendFailure
from vipdesk.channels.gate import ContactVerdict
from vipdesk.channels.outbox import (
    Message,
    note_contacts,
    place_where,
    table,
    tell_source,
    tell_sources,
)
from vipdesk.vocabulary import Channel, OutboxKind, OutboxState, Topic

LEASE = timedelta(minutes=10)
_STEPS = tuple(timedelta(minutes=m) for m in (1, 5, 15, 30, 60))
_ATTEMPTS = 6


@dataclass(frozen=True, slots=True)
class Claim:
    """A mail to be sent by who holds it."""

    id: UUID
    fence: int
    address: str
    content: bytes
    private: bool


def release_due(desk: Desk, *, private: bool = False, limit: int = 200) -> int:
    """Held messages whose moment came go on, or wait for their next one. Returns how many moved.

    Claims whose lease ran out go to review.
    """
    outbox = table(private=private)
    lost = _locked(
        desk,
        select(outbox)
        .where(outbox.state == OutboxState.CLAIMED, outbox.claimed_until < desk.server_now())
        .limit(limit),
    )
    for row in lost:
        row.state, row.error_code, row.fence = OutboxState.REVIEW, "interrupted", row.fence + 1
        tell_source(desk, row)
        desk.note("lose_claim", row.__tablename__, row.id, ("state",))
    due = _locked(
        desk,
        select(outbox)
        .where(outbox.state == OutboxState.HELD, outbox.not_before <= desk.now)
        .order_by(outbox.not_before)
        .limit(limit),
    )
    verdicts = _verdicts(desk, due)
    for row in due:
        place_where(desk, row, verdicts[row.id])
    tell_sources(desk, due)
    return len(lost) + sum(row.state is not OutboxState.HELD for row in due)


def claim(
    desk: Desk, *, limit: int = 10, lease: timedelta = LEASE, private: bool = False
) -> tuple[Claim, ...]:
    """Take mails that are due. The gate is asked again: who may not be written to now, waits."""
    outbox = table(private=private)
    due = _locked(
        desk,
        select(outbox)
        .where(
            outbox.state == OutboxState.QUEUED,
            outbox.kind == OutboxKind.MAIL,
            outbox.not_before <= desk.now,
        )
        .order_by(outbox.not_before)  # as its index stands: a long queue is not sorted each time
        .limit(limit),
    )
    verdicts = _verdicts(desk, due)
    until = desk.server_now() + lease
    taken: list[Claim] = []
    for row in due:
        place_where(desk, row, verdicts[row.id])
    tell_sources(desk, due)
    for row in due:
        if row.state is not OutboxState.QUEUED:
            continue
        row.state, row.claimed_until = OutboxState.CLAIMED, until
        row.fence += 1
        row.attempts += 1
        taken.append(Claim(row.id, row.fence, row.address, row.content, private))
    desk.session.flush()
    return tuple(taken)


def mark_sent(desk: Desk, claimed: Claim) -> bool:
    """The server took it. False where the lease was lost meanwhile: then nothing is recorded."""
    return mark_all_sent(desk, (claimed,)) == 1


def mark_all_sent(desk: Desk, claimed: Sequence[Claim]) -> int:
    """The server took these, of one outbox. Returns how many are recorded: not the lost ones."""
    rows = _held_by(desk, claimed)
    for row in rows:
        row.state, row.sent_at, row.error_code = OutboxState.SENT, desk.now, ""
        row.claimed_until = None
    tell_sources(desk, rows)
    note_contacts(desk, rows)
    for row in rows:
        desk.note("send_message", row.__tablename__, row.id, ("state", "sent_at"))
    return len(rows)


def mark_failed(desk: Desk, claimed: Claim, failure: SendFailure) -> bool:
    """It did not leave, or nobody knows: tried again later, refused for good, or review."""
    row = next(iter(_held_by(desk, (claimed,))), None)
    if row is None:
        return False
    row.error_code, row.claimed_until = failure.code, None
    if failure.outcome is Outcome.REVIEW:
        row.state = OutboxState.REVIEW
    elif failure.outcome is Outcome.FAIL or (
        # The account's trouble is not the message's fault: it waits until the account works.
        not failure.account and row.attempts >= _ATTEMPTS
    ):
        row.state = OutboxState.FAILED
    else:
        row.state = OutboxState.QUEUED
        row.not_before = desk.now + _STEPS[min(row.attempts, len(_STEPS)) - 1]
    tell_source(desk, row)
    desk.note("fail_message", row.__tablename__, row.id, ("state", "error_code"))
    return True


def give_back(desk: Desk, claimed: Claim) -> bool:
    """It was claimed and never tried: queued as before."""
    row = next(iter(_held_by(desk, (claimed,))), None)
    if row is None:
        return False
    row.state, row.claimed_until = OutboxState.QUEUED, None
    row.attempts -= 1
    desk.session.flush()
    return True


def _held_by(desk: Desk, claimed: Sequence[Claim]) -> Sequence[Message]:
    """The rows whose claims still hold."""
    if not claimed:
        return ()
    outbox = table(private=claimed[0].private)
    fences = {one.id: one.fence for one in claimed}
    query = select(outbox).where(outbox.id.in_(fences), outbox.state == OutboxState.CLAIMED)
    # Locked for us and read anew: a fence that is the same now stays the same.
    return [row for row in _locked(desk, query) if row.fence == fences[row.id]]


def _locked(desk: Desk, query: Select[Any]) -> Sequence[Message]:
    """Rows for us alone; what another desk holds is passed over."""
    locked = query.with_for_update(skip_locked=True)
    return desk.session.scalars(locked.execution_options(populate_existing=True)).all()


def _verdicts(desk: Desk, rows: Sequence[Message]) -> dict[UUID, ContactVerdict]:
    """The gate's answer for each message, asked for all clients of one way at once."""
    ways: dict[tuple[Channel, Topic, str], list[Message]] = {}
    for row in rows:
        ways.setdefault((row.channel, row.topic, row.overruled), []).append(row)
    found: dict[UUID, ContactVerdict] = {}
    for (channel, topic, overruled), group in ways.items():
        ids, codes = [row.client_id for row in group], overruling.read(overruled)
        answers = may_contact_each(desk, ids, channel, topic, overruled=codes)
        found |= {row.id: answers[row.client_id] for row in group}
    return found
