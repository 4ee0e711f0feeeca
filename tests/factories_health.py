"""Rows for tests of health: a client's year in a few calls."""

from __future__ import annotations

import secrets
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from tests import factories
from vipdesk.access import Desk
from vipdesk.models import (
    CaseEvent,
    Client,
    Complaint,
    ComplaintClock,
    ComplaintFlag,
    ComplaintPromise,
    Guest,
    GuestList,
    Invitation,
    Purchase,
)
from vipdesk.money import Money
from vipdesk.vocabulary import (
    CaseEventKind,
    Channel,
    ClockKind,
    ClockVerdict,
    ComplaintState,
    EventState,
    FlagKind,
    GuestPlace,
    InvitationState,
    PartStat,
    PromiseState,
    Severity,
)


def _add(desk: Desk, row: Any) -> Any:
    desk.session.add(row)
    desk.session.flush()
    return row


def purchase(desk: Desk, client_id: UUID, days_ago: int, amount: int = 1000) -> Purchase:
    on = desk.now.date() - timedelta(days=days_ago)
    return _add(
        desk, Purchase(client_id=client_id, on_date=on, product="Кофе", amount=Money.of(amount))
    )


def complaint(
    desk: Desk,
    client_id: UUID,
    *,
    days_ago: float = 0,
    overdue: bool = False,
    followed_up: bool = False,
    flag: FlagKind | None = None,
    **fields: Any,
) -> Complaint:
    at = desk.now - timedelta(days=days_ago)
    values: dict[str, Any] = {
        "public_no": secrets.token_hex(4).upper(),
        "submission_id": uuid4(),
        "channel": Channel.PHONE,
        "received_at": at,
        "registered_at": at,
        "registered_by_id": desk.actor.id,
        "words_of_client": "Ждал час",
        "wish_of_client": "Извинений",
        "reach_by": Channel.PHONE,
        "severity": Severity.S2,
        "owner_id": desk.actor.id,
        "state": ComplaintState.IN_WORK,
        "policy_version": "1",
    }
    row = _add(desk, Complaint(client_id=client_id, **{**values, **fields}))
    _add(desk, CaseEvent(complaint_id=row.id, at=at, kind=CaseEventKind.REGISTERED))
    clock(desk, row.id, due_days=-1 if overdue else 3)
    if followed_up:
        clock(desk, row.id, kind=ClockKind.FOLLOW_UP, verdict=ClockVerdict.MET)
    if flag is not None:
        _add(desk, ComplaintFlag(complaint_id=row.id, kind=flag, raised_at=at))
    return row


def clock(
    desk: Desk,
    complaint_id: UUID,
    *,
    kind: ClockKind = ClockKind.RESOLUTION,
    due_days: float = 0,
    verdict: ClockVerdict = ClockVerdict.RUNNING,
    **fields: Any,
) -> ComplaintClock:
    return _add(
        desk,
        ComplaintClock(
            complaint_id=complaint_id,
            kind=kind,
            started_at=desk.now - timedelta(days=10),
            due_at=desk.now + timedelta(days=due_days),
            verdict=verdict,
            **fields,
        ),
    )


def case_promise(
    desk: Desk, complaint_id: UUID, state: PromiseState, due_days: float = -1
) -> ComplaintPromise:
    due = desk.now + timedelta(days=due_days)
    return _add(
        desk,
        ComplaintPromise(
            complaint_id=complaint_id,
            text="Ответить",
            made_at=due - timedelta(days=3),
            due_at=due,
            state=state,
        ),
    )


def invitation(
    desk: Desk,
    client_id: UUID,
    partstat: PartStat = PartStat.ACCEPTED,
    *,
    attended: bool | None = None,
    days_ago: int = 30,
    state: InvitationState = InvitationState.SENT,
    event_state: EventState = EventState.HELD,
) -> Invitation:
    start = desk.now - timedelta(days=days_ago)
    event = factories.event(
        desk, starts_at=start, ends_at=start + timedelta(hours=3), state=event_state
    )
    guests = _add(desk, GuestList(event_id=event.id))
    _add(
        desk,
        Guest(
            guest_list_id=guests.id,
            client_id=client_id,
            place=GuestPlace.HAND_PICK,
            attended=attended,
        ),
    )
    return _add(
        desk,
        Invitation(
            event_id=event.id,
            client_id=client_id,
            uid=secrets.token_hex(8),
            token=secrets.token_hex(8),
            channel=Channel.EMAIL,
            state=state,
            partstat=partstat,
        ),
    )


def well_known(desk: Desk, **fields: Any) -> Client:
    """A client of whom enough is known: a talk, purchases, an event, a kept promise."""
    values = {"last_contact_at": desk.now - timedelta(days=3), **fields}
    values.setdefault("created_at", desk.now - timedelta(days=900))
    client = factories.client(desk, **values)
    for days_ago in (30, 90, 395, 455):
        purchase(desk, client.id, days_ago)
    invitation(desk, client.id, attended=True)
    factories.promise(
        desk, client.id, state=PromiseState.KEPT, due_at=desk.now - timedelta(days=20)
    )
    return client
