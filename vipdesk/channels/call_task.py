"""A call as a thing to do: whom to dial, what to say, and the hours in which to do it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from vipdesk.access import Desk
from vipdesk.channels import links, outbox
from vipdesk.channels.addressing import own_address
from vipdesk.channels.contact import ask_ways, may_contact
from vipdesk.channels.known import ContactVerdict, Reason
from vipdesk.channels.outbox import Placed
from vipdesk.channels.overruling import Refusal
from vipdesk.clients.name_forms import name_of
from vipdesk.clients.names import Name, in_case
from vipdesk.errors import UserError
from vipdesk.models import Client
from vipdesk.vocabulary import Channel, NameCase, OutboxKind, OutboxState, Topic
from vipdesk.wording import Who, say


@dataclass(frozen=True, slots=True)
class CallTask:
    """A call to make. `speak_to`: the assistant's name when the client wishes it, else ''.

    `phone` is that person's then, and never the client's own.
    """

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

    Raises `UserError` where there is no number to dial: the client's own is no way round the
    assistant's.
    """
    verdict = may_contact(desk, client_id, Channel.PHONE, topic)
    phone = _number(desk, client_id, verdict)
    if verdict.via is not None and not phone:
        raise UserError(verdict.reason)
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
        verdict=verdict,
    )


def get_call(desk: Desk, message_id: UUID, *, private: bool = False) -> CallTask:
    """The call with its hours as they are now. Raises `NotFound`."""
    row = outbox.find(desk, message_id, private=private)
    verdict = outbox.ask_again(desk, row)
    direct = verdict.via is None and row.via_id is None
    phone = row.address if direct else _number(desk, row.client_id, verdict)
    return CallTask(
        id=row.id,
        client_id=row.client_id,
        phone=phone,
        link=links.call(phone) if phone else "",
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
    against: tuple[Refusal, ...] = ()  # all that stands against it now

    @property
    def may_be_overruled(self) -> bool:
        """Whether a written reason lets it go all the same."""
        return all(r.code.overridable for r in self.against)


def get_dial(desk: Desk, client_id: UUID, *, topic: Topic = Topic.PERSONAL) -> Dial:
    """The number to dial and whether it may be dialled now. Raises `NotFound`."""
    way = (Channel.PHONE, topic)
    verdict, against = ask_ways(desk, client_id, (way,))[way]
    client = desk.session.get_one(Client, client_id)
    via = verdict.via
    phone = _number(desk, client_id, verdict)
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
        against=against,
    )


def dial_anyway(
    desk: Desk,
    client_id: UUID,
    *,
    reason: str,
    topic: Topic = Topic.PERSONAL,
    overrules: Collection[Reason] | None = None,
) -> Dial:
    """Overrule the gate for one call, with a written reason that the journal keeps.

    overrules: the reasons that were seen (None: all that stand now). Raises `UserError` on
    'reason' with one that was not: that has to be answered too.
    """
    if not reason.strip():
        raise UserError(say("Write why the call cannot wait."), field="reason")
    dial = get_dial(desk, client_id, topic=topic)
    seen = {r.code for r in dial.against} if overrules is None else set(overrules)
    new = next((r for r in dial.against if r.code not in seen), None)
    if new is not None:
        raise UserError(new.said, field="reason")
    made = outbox.put(
        desk,
        kind=OutboxKind.CALL_TASK,
        channel=Channel.PHONE,
        topic=topic,
        client_id=client_id,
        address=dial.phone,
        content=reason.strip().encode(),
        override_reason=reason,
        overrules=seen,
    )
    # The talk itself is logged by who had it; the outbox keeps the reason.
    outbox.mark_done(desk, made.id, on_timeline=False)
    return dial


def _number(desk: Desk, client_id: UUID, verdict: ContactVerdict) -> str:
    """The assistant's where that is the wish, and then no other; '' for none."""
    if verdict.via is not None:
        return verdict.via.phone
    return own_address(desk, client_id, Channel.PHONE)
