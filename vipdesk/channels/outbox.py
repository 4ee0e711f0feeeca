"""The outbox: what leaves the club, why it waits, and what a person has to do by hand.

Two tables, one set of verbs: `private=True` means the outbox of the private track, which
the shared one never mentions. `claims.py` is the machine's side (sending), this is the
people's side.

    put → HELD until the gate opens → QUEUED (mail) → CLAIMED → SENT | FAILED | REVIEW
                                    → TO_DO (call, text, letter) → SENT by a person
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.channels.contact import may_contact
from vipdesk.channels.gate import ContactVerdict
from vipdesk.errors import Conflict, NotFound, UserError
from vipdesk.models import Client, Interaction, Invitation, Letter, OutboxMessage, PrivateMessage
from vipdesk.vocabulary import (
    Channel,
    Direction,
    InteractionKind,
    InvitationState,
    OutboxKind,
    OutboxState,
    Topic,
)
from vipdesk.wording import say

Message = OutboxMessage | PrivateMessage
# A 'no' that time does not lift is asked again the next day: consent may have come.
ASK_AGAIN = timedelta(days=1)
_WAITING = frozenset(
    {
        OutboxState.HELD,
        OutboxState.QUEUED,
        OutboxState.TO_DO,
        OutboxState.FAILED,
        OutboxState.REVIEW,
    }
)
_INVITATION = {
    OutboxState.HELD: InvitationState.HELD,
    OutboxState.QUEUED: InvitationState.QUEUED,
    OutboxState.TO_DO: InvitationState.QUEUED,
    OutboxState.SENT: InvitationState.SENT,
    OutboxState.FAILED: InvitationState.BOUNCED,
}
_KIND_OF_CONTACT = {
    OutboxKind.CALL_TASK: InteractionKind.TALK,
    OutboxKind.MAIL: InteractionKind.MESSAGE,
    OutboxKind.TEXT: InteractionKind.MESSAGE,
    OutboxKind.LETTER: InteractionKind.MESSAGE,
}
_TO_MANY = frozenset({Topic.INVITATION, Topic.OFFER, Topic.GREETING})


@dataclass(frozen=True, slots=True)
class Placed:
    """What became of a message. `not_before` (UTC): when it may leave, or is asked again.

    `address`: where it goes now.
    """

    id: UUID
    state: OutboxState
    not_before: datetime
    verdict: ContactVerdict
    address: str


def table(*, private: bool) -> type[OutboxMessage | PrivateMessage]:
    """The shared outbox or the private one."""
    return PrivateMessage if private else OutboxMessage


def put(
    desk: Desk,
    *,
    kind: OutboxKind,
    channel: Channel,
    topic: Topic,
    client_id: UUID,
    address: str,
    content: bytes,
    message_id: str | None = None,
    invitation_id: UUID | None = None,
    letter_id: UUID | None = None,
    private: bool = False,
    override_reason: str = "",
    verdict: ContactVerdict | None = None,
) -> Placed:
    """Put a message into the outbox, through the gate.

    `content`: a whole MIME message for mail (exactly one To, the same as `address`), the
    script for a call, the text for SMS or messenger, a PDF for a letter. `address`: the
    bare mail address, a phone, lines of a postal address.

    Held until the gate opens, else queued (mail) or a thing to do (call, text, letter).
    `verdict`: the gate's answer for this very channel and topic, where many were asked at once in
    this transaction. `override_reason` overrules the gate, except for consent, and stands in the
    journal.
    Raises `UserError` where the address or the reason does not do, `NotFound` for no client.
    """
    if kind is OutboxKind.MAIL:
        from vipdesk.channels import mail  # the email package: Today must not wait for it

        address = mail.one_address(address)
        mail.check_mail(content, address)
    if not content:
        raise ValueError("an empty message")
    verdict = verdict or may_contact(desk, client_id, channel, topic)
    override_reason = override_reason.strip()
    overruled = _overruled(verdict, override_reason)
    state, not_before = _placed(desk.now, kind, verdict, overruled=overruled)
    row = table(private=private)(
        kind=kind, channel=channel, topic=topic, client_id=client_id, address=address,
        content=content, message_id=message_id, state=state, made_at=desk.now,
        not_before=not_before, made_by_id=desk.actor.id,
        override_reason=override_reason if overruled else "",
    )  # fmt: skip
    if isinstance(row, OutboxMessage):
        row.invitation_id = invitation_id
    else:
        row.letter_id = letter_id
    desk.session.add(row)
    desk.session.flush()
    desk.note("put_message", row.__tablename__, row.id, ("kind", "channel", "topic", "state"))
    if overruled:
        desk.note("override_contact", row.__tablename__, row.id, ("override_reason",))
    tell_source(desk, row)
    return Placed(row.id, state, not_before, verdict, address)


def _overruled(verdict: ContactVerdict, reason: str) -> bool:
    if verdict.allowed or not reason:
        return False
    if not verdict.code.overridable:
        raise UserError(verdict.reason)
    return True


def _placed(
    now: datetime, kind: OutboxKind, verdict: ContactVerdict, *, overruled: bool
) -> tuple[OutboxState, datetime]:
    if verdict.allowed or overruled:
        return (OutboxState.QUEUED if kind is OutboxKind.MAIL else OutboxState.TO_DO), now
    return OutboxState.HELD, verdict.until or now + ASK_AGAIN


def place_again(desk: Desk, row: Message, verdict: ContactVerdict) -> None:
    """Ask the gate's answer of a message anew: it moves on, or waits with a new moment."""
    overruled = bool(row.override_reason) and verdict.code.overridable
    row.state, row.not_before = _placed(desk.now, row.kind, verdict, overruled=overruled)
    tell_source(desk, row)


def find(desk: Desk, message_id: UUID, *, private: bool = False) -> Message:
    """The row, for this room's own verbs. Raises `NotFound`."""
    row: Message | None
    if private:
        row = desk.session.get(PrivateMessage, message_id, populate_existing=True)
    else:
        row = desk.session.get(OutboxMessage, message_id, populate_existing=True)
    if row is None:
        raise NotFound(say("This message is no longer in the outbox."))
    return row


def tell_source(desk: Desk, row: Message) -> None:
    """The invitation or the letter behind a message learns what became of it."""
    if isinstance(row, PrivateMessage):
        if row.letter_id is not None and row.state is OutboxState.SENT:
            letter = desk.session.get(Letter, row.letter_id)
            if letter is not None:
                letter.sent_at = row.sent_at
        desk.session.flush()
        return
    state = _INVITATION.get(row.state)
    if row.invitation_id is None or state is None:
        desk.session.flush()
        return
    invitation = desk.session.get(Invitation, row.invitation_id)
    if invitation is not None and invitation.state is not InvitationState.CANCELLED:
        invitation.state = state
        if row.state is OutboxState.SENT:
            invitation.sent_at = row.sent_at
    desk.session.flush()


def note_contact(desk: Desk, row: Message) -> None:
    """A sent message on the client's timeline: one-way, so that it never restarts the rhythm.

    Nothing of the private track: its own history keeps it.
    """
    if isinstance(row, PrivateMessage) or row.sent_at is None:
        return
    desk.session.flush()  # a colleague's name stands only on what the server knows was sent
    to_many = row.topic in _TO_MANY and row.kind is not OutboxKind.CALL_TASK
    desk.session.add(
        Interaction(
            client_id=row.client_id,
            staff_id=row.made_by_id,
            kind=InteractionKind.MAILING if to_many else _KIND_OF_CONTACT[row.kind],
            channel=row.channel,
            direction=Direction.OUTBOUND,
            at=row.sent_at,
            two_way=False,
        )
    )
    desk.session.flush()


# What a person does -----------------------------------------------------------------------------


def take_up(desk: Desk, message_id: UUID, *, private: bool = False) -> Placed:
    """A person begins it now: the gate is asked again, for it may have waited for hours.

    `TO_DO` in the answer means go on; what may not be done now waits again. Who has come to
    wish an assistant since is reached through one.
    """
    row = find(desk, message_id, private=private)
    if row.kind is OutboxKind.MAIL or row.state is not OutboxState.TO_DO:
        raise Conflict(say("This has been changed in the meantime."))
    verdict = may_contact(desk, row.client_id, row.channel, row.topic)
    row.address = _assistants(row, verdict) or row.address
    place_again(desk, row, verdict)
    if row.not_before > desk.now:  # held again
        desk.note("put_message", row.__tablename__, row.id, ("state",))
    return Placed(row.id, row.state, row.not_before, verdict, row.address)


def _assistants(row: Message, verdict: ContactVerdict) -> str:
    """Where the assistant is reached this way; '' for none, and for letters."""
    if verdict.via is None or row.kind is OutboxKind.LETTER:
        return ""
    return verdict.via.email if row.channel is Channel.EMAIL else verdict.via.phone


def mark_done(
    desk: Desk, message_id: UUID, *, private: bool = False, on_timeline: bool = True
) -> UUID:
    """The call was made, the text sent, the letter posted. Returns the id.

    Also for a held one: it records what happened, and the gate is not asked about the past.
    `on_timeline=False` where the talk itself is logged.
    """
    row = find(desk, message_id, private=private)
    if row.kind is OutboxKind.MAIL or row.state not in (OutboxState.TO_DO, OutboxState.HELD):
        raise Conflict(say("This has already been done."))
    row.state, row.sent_at = OutboxState.SENT, desk.now
    tell_source(desk, row)
    if on_timeline:
        note_contact(desk, row)
    desk.note("mark_done", row.__tablename__, row.id, ("state", "sent_at"))
    return row.id


def mark_not_done(desk: Desk, message_id: UUID, *, private: bool = False) -> UUID:
    """The inverse of `mark_done`: it is to do again, and the timeline forgets it."""
    row = find(desk, message_id, private=private)
    if row.kind is OutboxKind.MAIL or row.state is not OutboxState.SENT:
        raise Conflict(say("This has been changed in the meantime."))
    noted = desk.session.scalars(
        select(Interaction).where(
            Interaction.client_id == row.client_id,
            Interaction.at == row.sent_at,
            Interaction.channel == row.channel,
            Interaction.two_way.is_(False),
        )
    ).first()
    if noted is not None and not private:
        desk.session.delete(noted)
    row.state, row.sent_at = OutboxState.TO_DO, None
    tell_source(desk, row)
    desk.note("mark_not_done", row.__tablename__, row.id, ("state", "sent_at"))
    return row.id


def send_anyway(desk: Desk, message_id: UUID, *, reason: str, private: bool = False) -> Placed:
    """Overrule the gate for one held message. The reason stands in the journal's row."""
    row = find(desk, message_id, private=private)
    if row.state is not OutboxState.HELD:
        raise Conflict(say("This message is no longer waiting."))
    if not reason.strip():
        raise UserError(say("Write why it must be sent now."), field="reason")
    verdict = may_contact(desk, row.client_id, row.channel, row.topic)
    row.override_reason = reason.strip() if _overruled(verdict, reason.strip()) else ""
    place_again(desk, row, verdict)
    desk.note("override_contact", row.__tablename__, row.id, ("override_reason", "state"))
    return Placed(row.id, row.state, row.not_before, verdict, row.address)


def settle_review(desk: Desk, message_id: UUID, *, arrived: bool, private: bool = False) -> UUID:
    """A person looked: the mail arrived, or it did not and is queued again through the gate."""
    row = find(desk, message_id, private=private)
    if row.state is not OutboxState.REVIEW:
        raise Conflict(say("This message has already been reviewed."))
    row.error_code = ""
    if arrived:
        row.state, row.sent_at = OutboxState.SENT, desk.now
        tell_source(desk, row)
        note_contact(desk, row)
    else:
        place_again(desk, row, may_contact(desk, row.client_id, row.channel, row.topic))
    desk.note("settle_review", row.__tablename__, row.id, ("state",))
    return row.id


def send_again(desk: Desk, message_id: UUID, *, private: bool = False) -> Placed:
    """Try a message again that was refused, through the gate."""
    row = find(desk, message_id, private=private)
    if row.state is not OutboxState.FAILED:
        raise Conflict(say("This message was not refused."))
    row.error_code, row.attempts = "", 0
    verdict = may_contact(desk, row.client_id, row.channel, row.topic)
    place_again(desk, row, verdict)
    desk.note("send_again", row.__tablename__, row.id, ("state",))
    return Placed(row.id, row.state, row.not_before, verdict, row.address)


def cancel(desk: Desk, message_id: UUID, *, private: bool = False) -> UUID:
    """Take a message back that has not left. Raises `Conflict` where it has, or is leaving."""
    row = find(desk, message_id, private=private)
    if row.state not in _WAITING:
        raise Conflict(say("It has already been sent, or is being sent now."))
    row.state = OutboxState.CANCELLED
    desk.session.flush()
    desk.note("cancel_message", row.__tablename__, row.id, ("state",))
    return row.id


def restore(desk: Desk, message_id: UUID, *, private: bool = False) -> Placed:
    """The inverse of `cancel`: back into the outbox, through the gate."""
    row = find(desk, message_id, private=private)
    if row.state is not OutboxState.CANCELLED:
        raise Conflict(say("This has been changed in the meantime."))
    verdict = may_contact(desk, row.client_id, row.channel, row.topic)
    place_again(desk, row, verdict)
    desk.note("restore_message", row.__tablename__, row.id, ("state",))
    return Placed(row.id, row.state, row.not_before, verdict, row.address)


def cancel_for_client(desk: Desk, client: Client) -> int:
    """Take back everything that waits for a client who is erased or left. Returns how many."""
    rows = desk.session.scalars(
        select(OutboxMessage).where(
            OutboxMessage.client_id == client.id, OutboxMessage.state.in_(_WAITING)
        )
    ).all()
    for row in rows:
        cancel(desk, row.id)
    return len(rows)
