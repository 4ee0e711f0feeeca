"""A call as a thing to do: whom to dial, what to say, and the hours in which to do it."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.channels import links, outbox
from vipdesk.channels.contact import may_contact
from vipdesk.channels.gate import ContactVerdict
from vipdesk.channels.outbox import Placed
from vipdesk.clients.name_forms import name_of
from vipdesk.clients.names import Name, in_case
from vipdesk.errors import UserError
from vipdesk.models import Client, ContactPoint
from vipdesk.vocabulary import Channel, ContactKind, NameCase, OutboxKind, OutboxState, Topic
from vipdesk.wording import Who, say


@dataclass(frozen=True, slots=True)
class CallTask:
    """A call to make. `speak_to`: the assistant's name when the client wishes it, else ''."""

    id: UUID
    client_id: UUID
    phone: str
    link: str
    script: str
    speak_to: str
    verdict: ContactVerdict
    done: bool


def put_call(
    desk: Desk,
    *,
    client_id: UUID,
    topic: Topic,
    script: str,
    invitation_id: UUID | None = None,
    private: bool = False,
    override_reason: str = "",
) -> Placed:
    """Put a call into the outbox: to the client, or to the assistant where that is the wish.

    Raises `UserError` where there is no number to dial.
    """
    verdict = may_contact(desk, client_id, Channel.PHONE, topic)
    phone = verdict.via.phone if verdict.via and verdict.via.phone else _phone(desk, client_id)
    if not phone:
        raise UserError(say("There is no phone number to call. Add one to the client first."))
    return outbox.put(
        desk,
        kind=OutboxKind.CALL_TASK,
        channel=Channel.PHONE,
        topic=topic,
        client_id=client_id,
        address=phone,
        content=script.encode(),
        invitation_id=invitation_id,
        private=private,
        override_reason=override_reason,
    )


def get_call(desk: Desk, message_id: UUID, *, private: bool = False) -> CallTask:
    """The call with its hours as they are now. Raises `NotFound`."""
    row = outbox.find(desk, message_id, private=private)
    verdict = may_contact(desk, row.client_id, row.channel, row.topic)
    return CallTask(
        id=row.id,
        client_id=row.client_id,
        phone=row.address,
        link=links.call(row.address),
        script=row.content.decode(errors="replace"),
        speak_to=verdict.via.name if verdict.via else "",
        verdict=verdict,
        done=row.state is OutboxState.SENT,
    )


@dataclass(frozen=True, slots=True)
class Dial:
    """Whom to dial now. `phone` is '' where none is known; `speak_to`: the assistant, or ''."""

    client_id: UUID
    name: Name
    phone: str
    link: str
    speak_to: str
    manner: str
    verdict: ContactVerdict
    whom: Who | None = None  # in the dative; None where the name cannot be declined


def get_dial(desk: Desk, client_id: UUID, *, topic: Topic = Topic.PERSONAL) -> Dial:
    """The number to dial and whether it may be dialled now. Raises `NotFound`."""
    verdict = may_contact(desk, client_id, Channel.PHONE, topic)
    client = desk.session.get_one(Client, client_id)
    via = verdict.via
    phone = via.phone if via and via.phone else _phone(desk, client_id)
    name = name_of(desk, client_id)
    return Dial(
        client_id=client_id,
        name=name,
        whom=in_case(name, NameCase.DATIVE),
        phone=phone,
        link=links.call(phone) if phone else "",
        speak_to=via.name if via else "",
        manner=client.manner,
        verdict=verdict,
    )


def dial_anyway(desk: Desk, client_id: UUID, *, reason: str, topic: Topic = Topic.PERSONAL) -> Dial:
    """Overrule the gate for one call, with a written reason that the journal keeps."""
    if not reason.strip():
        raise UserError(say("Write why the call cannot wait."), field="reason")
    dial = get_dial(desk, client_id, topic=topic)
    made = outbox.put(
        desk,
        kind=OutboxKind.CALL_TASK,
        channel=Channel.PHONE,
        topic=topic,
        client_id=client_id,
        address=dial.phone,
        content=reason.strip().encode(),
        override_reason=reason,
    )
    # The talk itself is logged by who had it; the outbox keeps the reason.
    outbox.mark_done(desk, made.id, on_timeline=False)
    return dial


def _phone(desk: Desk, client_id: UUID) -> str:
    query = (
        select(ContactPoint.normalised)
        .where(ContactPoint.client_id == client_id, ContactPoint.kind == ContactKind.PHONE)
        .order_by(ContactPoint.preferred.desc(), ContactPoint.id)
        .limit(1)
    )
    return desk.session.scalar(query) or ""
