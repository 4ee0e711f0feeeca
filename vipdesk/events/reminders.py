"""Reminders only to whom they make sense: who was told, has said nothing, and still has time.

Never to who declined, accepted or wrote something that waits for a person; not sooner than three
days after the invitation, twice at most; through the gate, with its hours and its limit on how
often a client is written to. A guest who answers meanwhile gets no reminder any more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.channels import outbox
from vipdesk.channels.gate import ContactVerdict
from vipdesk.clients.names import Name
from vipdesk.errors import Conflict, UserError
from vipdesk.events import guest_lists, programme
from vipdesk.events.invitation_draft import Composer, Draft, Guest, Keys
from vipdesk.events.invitation_mail import SenderAddress
from vipdesk.events.invitations import InviteOutcome, guests_of, on_the_way
from vipdesk.models import Event, Invitation, OutboxMessage, Reply
from vipdesk.vocabulary import (
    Channel,
    EventState,
    InvitationState,
    OutboxState,
    PartStat,
    Topic,
    Verdict,
)
from vipdesk.wording import Say, say

FIRST_AFTER = timedelta(days=3)
AGAIN_AFTER = timedelta(days=5)
MOST = 2


@dataclass(frozen=True, slots=True)
class ReminderRow:
    """A guest who was told and has not answered. due: a reminder makes sense now.

    reason: why it does not, or why it would wait. until: when it would leave (UTC).
    """

    invitation_id: UUID
    client_id: UUID
    name: Name
    channel: Channel
    sent_at: datetime
    reminders: int
    reminded_at: datetime | None
    due: bool
    until: datetime | None = None
    reason: Say | None = None


def list_reminders(desk: Desk, *, event_id: UUID) -> tuple[ReminderRow, ...]:
    """Everybody who has not answered, with whether to remind and why not; by surname."""
    event = programme.find_event(desk, event_id)
    silent = _silent(desk, event_id)
    guests, verdicts = _asked(desk, silent)
    waiting = _wrote(desk, [i.id for i in silent])
    rows = [
        _row(desk, event, i, guests[i.client_id], verdicts[i.client_id], wrote=i.id in waiting)
        for i in silent
    ]
    return tuple(sorted(rows, key=lambda r: (r.name.surname, r.name.given)))


def preview_reminder(
    desk: Desk, *, invitation_id: UUID, sender: SenderAddress | None = None
) -> Draft:
    """Exactly what the guest would get. Raises UserError for an address that does not do."""
    invitation = desk.session.get_one(Invitation, invitation_id)
    guests, verdicts = _asked(desk, [invitation])
    event = programme.find_event(desk, invitation.event_id)
    guest = replace(guests[invitation.client_id], via=verdicts[invitation.client_id].via)
    return _draft(Composer(desk, event, sender), guest, invitation)


def remind(
    desk: Desk,
    *,
    event_id: UUID,
    client_ids: Iterable[UUID],
    sender: SenderAddress | None = None,
) -> tuple[InviteOutcome, ...]:
    """Remind those of these guests to whom it makes sense; the others are told with the reason.

    A malformed address of one never stops the others.
    """
    event = programme.find_event(desk, event_id)
    rows = {r.client_id: r for r in list_reminders(desk, event_id=event_id)}
    asked = [rows[i] for i in dict.fromkeys(client_ids) if i in rows]
    invitations = {i.client_id: i for i in _silent(desk, event_id)}
    guests, verdicts = _asked(desk, [invitations[r.client_id] for r in asked])
    composer = Composer(desk, event, sender)
    return tuple(
        _remind_one(
            desk,
            composer,
            replace(guests[r.client_id], via=verdicts[r.client_id].via),
            invitations[r.client_id],
            r,
        )
        for r in asked
    )


def stop(desk: Desk, invitation: Invitation) -> None:
    """The guest has answered: a reminder that has not left yet is taken out."""
    if invitation.reminded_at is None or invitation.partstat is PartStat.NEEDS_ACTION:
        return
    waiting = desk.session.scalars(
        select(OutboxMessage.id).where(
            OutboxMessage.invitation_id == invitation.id,
            OutboxMessage.topic == Topic.INVITATION,
            OutboxMessage.made_at >= invitation.reminded_at,
            OutboxMessage.state.in_((OutboxState.HELD, OutboxState.QUEUED, OutboxState.TO_DO)),
        )
    ).all()
    for message_id in waiting:
        try:
            outbox.cancel(desk, message_id)
        except Conflict:
            continue  # it is leaving this moment
    if waiting and invitation.sent_at is not None:
        invitation.state = InvitationState.SENT
        desk.session.flush()


# Inside -------------------------------------------------------------------------------------


def _silent(desk: Desk, event_id: UUID) -> list[Invitation]:
    rows = desk.session.scalars(
        select(Invitation)
        .where(
            Invitation.event_id == event_id,
            Invitation.partstat == PartStat.NEEDS_ACTION,
            Invitation.state == InvitationState.SENT,
            Invitation.sent_at.is_not(None),
        )
        .order_by(Invitation.id)
    )
    return list(rows)


def _asked(
    desk: Desk, invitations: list[Invitation]
) -> tuple[dict[UUID, Guest], dict[UUID, ContactVerdict]]:
    """Each by the channel the invitation went, and what the gate says to it now."""
    by_channel: dict[Channel, list[UUID]] = {}
    for invitation in invitations:
        by_channel.setdefault(invitation.channel, []).append(invitation.client_id)
    guests: dict[UUID, Guest] = {}
    for channel, ids in by_channel.items():
        guests |= guests_of(desk, ids, channel)
    return guests, guest_lists.verdicts(desk, {i: g.route for i, g in guests.items()})


def _wrote(desk: Desk, ids: list[UUID]) -> set[UUID]:
    """Invitations with a word of the guest that waits for a person."""
    rows = desk.session.scalars(
        select(Reply.invitation_id).where(
            Reply.invitation_id.in_(ids),
            Reply.verdict.in_((Verdict.REVIEW, Verdict.QUARANTINE)),
        )
    )
    return {i for i in rows if i is not None}


def _row(
    desk: Desk,
    event: Event,
    invitation: Invitation,
    guest: Guest,
    verdict: ContactVerdict,
    *,
    wrote: bool,
) -> ReminderRow:
    row = ReminderRow(
        invitation.id, guest.id, guest.name, invitation.channel,
        invitation.sent_at or desk.now, invitation.reminders, invitation.reminded_at, due=False,
    )  # fmt: skip
    reason = _why_not(desk.now, event, invitation, wrote=wrote)
    if reason is None and verdict.code in guest_lists.SHUT_OUT:
        reason = verdict.reason
    if reason is None and not replace(guest, via=verdict.via).address:
        reason = say("No way to reach this guest is on record. Add one to the client first.")
    if reason is not None:
        return replace(row, reason=reason)
    if verdict.allowed:
        return replace(row, due=True)
    return replace(row, due=True, until=verdict.until, reason=verdict.reason)


def _why_not(now: datetime, event: Event, invitation: Invitation, *, wrote: bool) -> Say | None:
    last = invitation.reminded_at or invitation.sent_at or now
    reasons = (
        (
            event.state not in {EventState.INVITING, EventState.CLOSED} or event.starts_at <= now,
            say("The event is over or was cancelled."),
        ),
        (wrote, say("The guest wrote something that waits for you. Read it first.")),
        (
            event.answer_by is not None and event.answer_by <= now,
            say("The day to answer by has passed. Call the guest."),
        ),
        (invitation.reminders >= MOST, say("Reminded twice. Call the guest.")),
        (
            invitation.reminded_at is None and now - last < FIRST_AFTER,
            say("Invited less than three days ago."),
        ),
        (
            invitation.reminded_at is not None and now - last < AGAIN_AFTER,
            say("Reminded less than five days ago."),
        ),
    )
    return next((said for holds, said in reasons if holds), None)


def _draft(composer: Composer, guest: Guest, invitation: Invitation) -> Draft:
    keys = Keys(invitation.uid, invitation.token, invitation.sequence, invitation.allowance)
    return composer.draft(guest, keys, reminder=True)


def _remind_one(
    desk: Desk, composer: Composer, guest: Guest, invitation: Invitation, row: ReminderRow
) -> InviteOutcome:
    outcome = InviteOutcome(guest.id, guest.name, row.channel, None, invitation.id)
    if not row.due:
        return replace(outcome, reason=row.reason)
    try:
        draft = _draft(composer, guest, invitation)
    except UserError as error:
        if error.field != "email":
            raise
        return replace(outcome, reason=error.say)
    placed = on_the_way(desk, guest, draft, invitation, Topic.INVITATION)
    # The guest knows of the event all the while, whatever becomes of the reminder.
    invitation.state = InvitationState.SENT
    invitation.reminded_at, invitation.reminders = desk.now, invitation.reminders + 1
    desk.session.flush()
    desk.note("remind_guest", "invitation", invitation.id, ("reminded_at", "reminders"))
    held = placed.state is OutboxState.HELD
    return replace(
        outcome,
        channel=draft.channel,
        state=InvitationState.HELD if held else InvitationState.QUEUED,
        until=placed.verdict.until if held else None,
        reason=placed.verdict.reason if held else None,
    )
