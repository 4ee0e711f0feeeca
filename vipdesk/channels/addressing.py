"""To whom a message goes at the moment it leaves: the client, or who the client goes through.

The wish may have changed while the message waited. A call, a text or a plain mail follows it. An
invitation carries the guest's address and words in its calendar part, and a letter about a case
is read by nobody else: these wait with a reason, and a person makes them anew.
"""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.channels.known import ContactVerdict, Reason, Via
from vipdesk.models import Client, ContactPoint, OutboxMessage, PrivateMessage
from vipdesk.vocabulary import Channel, ContactKind, OutboxKind

Message = OutboxMessage | PrivateMessage
OTHER_WAY = "other_way"
NO_ADDRESS = "no_address"
CASE_THROUGH = "case_through"
CODES = frozenset({OTHER_WAY, NO_ADDRESS, CASE_THROUGH})
_KINDS = {
    Channel.PHONE: (ContactKind.PHONE,),
    Channel.SMS: (ContactKind.PHONE,),
    Channel.MESSENGER: (ContactKind.MESSENGER, ContactKind.PHONE),
    Channel.EMAIL: (ContactKind.EMAIL,),
}


def own_address(desk: Desk, client_id: UUID, channel: Channel) -> str:
    """The client's own number or address for a channel, the preferred one; '' for none."""
    points = desk.session.scalars(
        select(ContactPoint)
        .where(ContactPoint.client_id == client_id)
        .order_by(ContactPoint.preferred.desc(), ContactPoint.id)
    ).all()
    for kind in _KINDS.get(channel, ()):
        for point in points:
            if point.kind is kind:
                is_number = kind is ContactKind.PHONE
                return (point.normalised or point.value) if is_number else point.value
    return ""


def via_of(verdict: ContactVerdict, channel: Channel, address: str) -> UUID | None:
    """Whose address this is: the person's to go through, None for the client's own."""
    via = verdict.via
    if via is None or via.address(channel).casefold() != address.casefold():
        return None
    return via.person_id


def readdress(desk: Desk, row: Message, verdict: ContactVerdict) -> str:
    """Bring the address in line with the client's wish; a code of `CODES` where it cannot be."""
    via = verdict.via
    if row.kind is OutboxKind.LETTER or verdict.code is Reason.RESTRICTED:
        return ""
    if via is None:
        if row.via_id is None:
            return ""
        wanted = own_address(desk, row.client_id, row.channel)
    else:
        wanted = via.address(row.channel)
    if not wanted:
        # Without the assistant's number the gate itself says no.
        return "" if via is not None else NO_ADDRESS
    if wanted.casefold() != row.address.casefold():
        if row.kind is OutboxKind.MAIL:
            code = _for_one_alone(row)
            if code:
                return code
            _new_head(desk, row, via, wanted)
        else:
            row.address = wanted
        desk.note("readdress_message", row.__tablename__, row.id, ("address",))
    row.via_id = via.person_id if via is not None else None
    return ""


def _for_one_alone(row: Message) -> str:
    if isinstance(row, PrivateMessage):
        return CASE_THROUGH
    return OTHER_WAY if row.invitation_id is not None else ""


def _new_head(desk: Desk, row: Message, via: Via | None, wanted: str) -> None:
    from vipdesk.channels import mail  # the email package: Today must not wait for it

    client = desk.session.get_one(Client, row.client_id)
    name = via.name if via is not None else f"{client.given} {client.surname}".strip()
    to = mail.named(name, wanted)
    row.address = to.addr_spec
    row.content = mail.readdressed(row.content, to)
