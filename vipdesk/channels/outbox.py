"""The outbox: what leaves the club, why it waits, and what a person has to do by hand.

Two tables, one set of verbs: `private=True` means the outbox of the private track, which
the shared one never mentions. `claims.py` is the machine's side (sending), this is the
people's side.

    put → HELD until the gate opens → QUEUED (mail) → CLAIMED → SENT | FAILED | REVIEW
                                    → TO_DO (call, text, letter) → SENT by a person
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm.util import identity_key

from vipdesk.access import Desk
from vipdesk.channels import addressing, overruling
from vipdesk.channels.contact import may_contact, may_contact_each
from vipdesk.channels.failures import said_failure
from vipdesk.channels.known import ContactVerdict, Reason
from vipdesk.errors import Conflict, NotFound, UserError
from vipdesk.ids import new_id
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
from vipdesk.wording import Say, say

Message = OutboxMessage | PrivateMessage
Source = TypeVar("Source", Invitation, Letter)
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

    `address`: where it goes now. `why`: why it waits, if it does.
    """

    id: UUID
    state: OutboxState
    not_before: datetime
    verdict: ContactVerdict
    address: str
    error: str = ""

    @property
    def why(self) -> Say:
        """That it is for somebody else now, else what the gate says."""
        return said_failure(self.error) or self.verdict.reason


@dataclass(frozen=True, slots=True)
class Parcel:
    """One of many messages that are put at once; the fields are those of `put`.

    verdict: the gate's answer for this channel and topic, asked in this transaction.
    """

    kind: OutboxKind
    channel: Channel
    topic: Topic
    client_id: UUID
    address: str
    content: bytes
    verdict: ContactVerdict
    message_id: str | None = None
    invitation_id: UUID | None = None


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
    overrules: Collection[Reason] | None = None,
    verdict: ContactVerdict | None = None,
) -> Placed:
    """Put a message into the outbox, through the gate.

    `content`: a whole MIME message for mail (exactly one To, the same as `address`), the
    script for a call, the text for SMS or messenger, a PDF for a letter. `address`: the
    bare mail address, a phone, lines of a postal address.

    Held until the gate opens, else queued (mail) or a thing to do (call, text, letter).
    `verdict`: the gate's answer for this very channel and topic, where many were asked at once in
    this transaction. `override_reason` overrules the gate, except for consent, and stands in the
    journal; it is for the reasons that were seen (`overrules`; None: the first that stands), and
    another reason holds the message all the same.
    Raises `UserError` where the address or the reason does not do, `NotFound` for no client.
    """
    address = _checked(kind, address, content)
    verdict = verdict or may_contact(desk, client_id, channel, topic)
    override_reason = override_reason.strip()
    codes = _codes(verdict, override_reason, overrules)
    if codes:
        asked = may_contact_each(desk, (client_id,), channel, topic, overruled=codes)
        verdict = asked[client_id]
    row = table(private=private)(
        kind=kind, channel=channel, topic=topic, client_id=client_id, address=address,
        content=content, message_id=message_id, made_at=desk.now, made_by_id=desk.actor.id,
        override_reason=override_reason if codes else "", overruled=overruling.kept(codes),
        via_id=addressing.via_of(verdict, channel, address),
    )  # fmt: skip
    if isinstance(row, OutboxMessage):
        row.invitation_id = invitation_id
    else:
        row.letter_id = letter_id
    row.id = new_id()
    place_where(desk, row, verdict)
    desk.session.add(row)
    desk.session.flush()
    desk.note("put_message", row.__tablename__, row.id, ("kind", "channel", "topic", "state"))
    if codes:
        desk.note("override_contact", row.__tablename__, row.id, ("override_reason", "overruled"))
    tell_source(desk, row)
    return _said(row, verdict)


def put_all(desk: Desk, parcels: Sequence[Parcel]) -> tuple[Placed, ...]:
    """Put many messages into the shared outbox, each as `put` would, in one go.

    Their invitations must have been flushed in this transaction.
    """
    ids = sorted(new_id() for _ in parcels)  # of one moment: they leave in this order
    rows = [_row_of(desk, key, parcel) for key, parcel in zip(ids, parcels, strict=True)]
    desk.session.add_all(rows)
    desk.session.flush()
    for row in rows:
        desk.note("put_message", row.__tablename__, row.id, ("kind", "channel", "topic", "state"))
    tell_sources(desk, rows)
    return tuple(_said(row, p.verdict) for row, p in zip(rows, parcels, strict=True))


def _row_of(desk: Desk, key: UUID, parcel: Parcel) -> Message:
    address = _checked(parcel.kind, parcel.address, parcel.content)
    row = table(private=False)(
        id=key, kind=parcel.kind, channel=parcel.channel, topic=parcel.topic,
        client_id=parcel.client_id, address=address, content=parcel.content,
        message_id=parcel.message_id, made_at=desk.now, made_by_id=desk.actor.id,
        via_id=addressing.via_of(parcel.verdict, parcel.channel, address),
    )  # fmt: skip
    if isinstance(row, OutboxMessage):
        row.invitation_id = parcel.invitation_id
    place_where(desk, row, parcel.verdict)
    return row


def _checked(kind: OutboxKind, address: str, content: bytes) -> str:
    """The address as it is kept; a mail is for this one person alone."""
    if kind is OutboxKind.MAIL:
        from vipdesk.channels import mail  # the email package: Today must not wait for it

        address = mail.one_address(address)
        mail.check_mail(content, address)
    if not content:
        raise ValueError("an empty message")
    return address


def _codes(
    verdict: ContactVerdict, reason: str, seen: Collection[Reason] | None
) -> frozenset[Reason]:
    """What a written reason overrules; nothing where another reason stands than was seen."""
    if verdict.allowed or not reason:
        return frozenset()
    if not verdict.code.overridable:
        raise UserError(verdict.reason)
    if seen is None:
        return frozenset({verdict.code})
    return frozenset(seen) if verdict.code in seen else frozenset()


def _said(row: Message, verdict: ContactVerdict) -> Placed:
    code = row.error_code if row.error_code in addressing.CODES else ""
    return Placed(row.id, row.state, row.not_before, verdict, row.address, code)


def ask_again(desk: Desk, row: Message) -> ContactVerdict:
    """The gate's answer of a message now; what was overruled for it does not count."""
    codes = overruling.read(row.overruled)
    asked = may_contact_each(desk, (row.client_id,), row.channel, row.topic, overruled=codes)
    return asked[row.client_id]


def place_again(desk: Desk, row: Message, verdict: ContactVerdict) -> None:
    """By the gate's new answer (`ask_again`) it moves on, or waits with a new moment."""
    place_where(desk, row, verdict)
    tell_source(desk, row)


def place_where(desk: Desk, row: Message, verdict: ContactVerdict) -> None:
    """As `place_again`, without telling the source: who moves many tells them together.

    State, moment and address become what the gate wants now; also for a row that is being made.
    """
    code = addressing.readdress(desk, row, verdict)
    if code or row.error_code in addressing.CODES:
        row.error_code = code
    if verdict.allowed and not code:
        row.state = OutboxState.QUEUED if row.kind is OutboxKind.MAIL else OutboxState.TO_DO
        row.not_before = desk.now
    else:
        row.state = OutboxState.HELD
        row.not_before = (not code and verdict.until) or desk.now + ASK_AGAIN


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
    tell_sources(desk, (row,))


def tell_sources(desk: Desk, rows: Iterable[Message]) -> None:
    """As `tell_source`, for many: read and written in one go."""
    letters: dict[UUID, Message] = {}
    told: dict[UUID, Message] = {}
    for row in rows:
        if isinstance(row, PrivateMessage):
            if row.letter_id is not None and row.state is OutboxState.SENT:
                letters[row.letter_id] = row
        elif row.invitation_id is not None and row.state in _INVITATION:
            told[row.invitation_id] = row
    for letter in _found(desk, Letter, letters):
        letter.sent_at = letters[letter.id].sent_at
    for invitation in _found(desk, Invitation, told):
        message = told[invitation.id]
        if invitation.state is not InvitationState.CANCELLED:
            invitation.state = _INVITATION[message.state]
            if message.state is OutboxState.SENT:
                invitation.sent_at = message.sent_at
    desk.session.flush()


def _found(desk: Desk, what: type[Source], wanted: Collection[UUID]) -> list[Source]:
    """The rows, read in one go; the session is not asked again for those it knows."""
    session = desk.session
    here = {i for i in wanted if identity_key(what, i) in session.identity_map}
    missing = [i for i in wanted if i not in here]
    found: list[Source] = []
    if missing:
        found += session.scalars(select(what).where(what.id.in_(missing)))
    return found + [row for i in here if (row := session.get(what, i)) is not None]


def note_contact(desk: Desk, row: Message) -> None:
    """A sent message on the client's timeline: one-way, so that it never restarts the rhythm.

    Nothing of the private track: its own history keeps it.
    """
    note_contacts(desk, (row,))


def note_contacts(desk: Desk, rows: Iterable[Message]) -> None:
    """As `note_contact`, for many."""
    desk.session.flush()  # a colleague's name stands only on what the server knows was sent
    for row in rows:
        if isinstance(row, PrivateMessage) or row.sent_at is None:
            continue
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
    verdict = ask_again(desk, row)
    place_again(desk, row, verdict)
    placed = _said(row, verdict)
    if placed.state is OutboxState.HELD:
        desk.note("put_message", row.__tablename__, row.id, ("state",))
    return placed


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


def send_anyway(
    desk: Desk,
    message_id: UUID,
    *,
    reason: str,
    overrules: Collection[Reason] | None = None,
    private: bool = False,
) -> Placed:
    """Overrule the gate for one held message. The reason stands in the journal's row.

    overrules: the reasons that were seen (None: the first that stands). Where another one stands
    as well the message waits for that.
    """
    row = find(desk, message_id, private=private)
    if row.state is not OutboxState.HELD:
        raise Conflict(say("This message is no longer waiting."))
    reason = reason.strip()
    if not reason:
        raise UserError(say("Write why it must be sent now."), field="reason")
    verdict = ask_again(desk, row)
    codes = _codes(verdict, reason, overrules)
    if codes:
        row.override_reason = "\n".join(r for r in (row.override_reason, reason) if r)
        row.overruled = overruling.kept(overruling.read(row.overruled) | codes)
        verdict = ask_again(desk, row)
    place_again(desk, row, verdict)
    fields = ("override_reason", "overruled", "state") if codes else ("state",)
    desk.note("override_contact" if codes else "put_message", row.__tablename__, row.id, fields)
    return _said(row, verdict)


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
        place_again(desk, row, ask_again(desk, row))
    desk.note("settle_review", row.__tablename__, row.id, ("state",))
    return row.id


def send_again(desk: Desk, message_id: UUID, *, private: bool = False) -> Placed:
    """Try a message again that was refused, through the gate."""
    row = find(desk, message_id, private=private)
    if row.state is not OutboxState.FAILED:
        raise Conflict(say("This message was not refused."))
    row.error_code, row.attempts = "", 0
    verdict = ask_again(desk, row)
    place_again(desk, row, verdict)
    desk.note("send_again", row.__tablename__, row.id, ("state",))
    return _said(row, verdict)


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
    verdict = ask_again(desk, row)
    place_again(desk, row, verdict)
    desk.note("restore_message", row.__tablename__, row.id, ("state",))
    return _said(row, verdict)


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
