"""Rows of events for tests: guests who may be invited, addresses, invitations."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from tests import factories
from vipdesk.access import Desk
from vipdesk.ids import new_id
from vipdesk.models import (
    ChannelPreference,
    Client,
    ContactPoint,
    Event,
    Interest,
    Invitation,
    InviteHold,
    PersonAround,
)
from vipdesk.vocabulary import (
    Channel,
    ContactKind,
    EventState,
    HoldKind,
    InvitationState,
    PersonKind,
    PreferenceRule,
)

UID = "5e0f2c1a-7b0d-4c55-9a51-0d2f6a3c9e10"  # in tests/data/replies
TOKEN = "k7f3q2mxwd5acbe2"


def add(desk: Desk, row: Any) -> Any:
    desk.session.add(row)
    desk.session.flush()
    return row


def guest(desk: Desk, surname: str = "Волкова", *, mail: str = "", **fields: Any) -> Client:
    """A client who agreed to invitations and has an e-mail address."""
    client = factories.client(desk, surname=surname, **fields)
    factories.consent(desk, client.id)
    if mail:
        factories.email(desk, client.id, mail)
    return client


def address(desk: Desk, client_id: UUID, value: str = "119034, Москва, ул. Пречистенка, 1") -> None:
    add(
        desk,
        ContactPoint(
            client_id=client_id, kind=ContactKind.ADDRESS, value=value, normalised=value.casefold()
        ),
    )


def prefers(desk: Desk, client_id: UUID, channel: Channel, **fields: Any) -> None:
    values: dict[str, Any] = {"rule": PreferenceRule.PREFER, "noted_at": desk.now, **fields}
    add(desk, ChannelPreference(client_id=client_id, channel=channel, **values))


def friction(desk: Desk, one: UUID, other: UUID) -> None:
    add(desk, PersonAround(client_id=one, other_client_id=other, kind=PersonKind.FRICTION))


def assistant(desk: Desk, client_id: UUID, email: str = "office@client.example") -> PersonAround:
    row: PersonAround = add(
        desk,
        PersonAround(
            client_id=client_id,
            kind=PersonKind.STAFF,
            name="Ольга",
            label_there="помощник",
            email=email,
            phone="+7 495 000-77-77",
            may_act=True,
        ),
    )
    return row


def hold(desk: Desk, client_id: UUID, kind: HoldKind = HoldKind.NO_INVITE, **fields: Any) -> None:
    add(desk, InviteHold(client_id=client_id, kind=kind, **fields))


def interest(desk: Desk, client_id: UUID, topic: str) -> None:
    add(desk, Interest(client_id=client_id, topic=topic))


def invited(
    desk: Desk, client_id: UUID, event: Event | None = None, *, sample: bool = True, **fields: Any
) -> Invitation:
    """An invitation that left; `sample`: the one the sample mails answer to."""
    event = event or factories.event(desk, state=EventState.INVITING)
    values: dict[str, Any] = {
        "uid": UID if sample else str(new_id()),
        "token": TOKEN if sample else new_id().hex[:16],
        "channel": Channel.EMAIL,
        "state": InvitationState.SENT,
        "sent_at": desk.now,
        **fields,
    }
    row: Invitation = add(desk, Invitation(event_id=event.id, client_id=client_id, **values))
    return row
