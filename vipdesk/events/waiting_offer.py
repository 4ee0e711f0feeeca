"""An offer of seats reaches the guest: who has an older invitation is told of it anew.

An invitation that was sent long ago, declined, or offered once before says nothing of seats that
are free now: without a word the offer would run out unheard.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.channels import outbox
from vipdesk.channels.contact import may_contact
from vipdesk.channels.gate import Reason
from vipdesk.errors import Conflict, UserError
from vipdesk.events import guest_lists, invitations
from vipdesk.events.invitation_draft import Composer, Guest, Keys
from vipdesk.models import Event, Invitation, InviteHold, OutboxMessage
from vipdesk.vocabulary import InvitationState, OutboxState, Topic
from vipdesk.wording import say

_WAITING = (OutboxState.HELD, OutboxState.QUEUED, OutboxState.TO_DO)


def tell_again(desk: Desk, event: Event, invitation: Invitation) -> None:
    """The same invitation once more, through the gate, where it had reached the guest before.

    One that is still on its way says it by itself. Raises `UserError` for who may not be invited:
    an invitation of before does not outlive a consent or a hold. Only how often the guest was
    invited does not count, for the guest asked to wait.
    """
    if invitation.state is not InvitationState.SENT:
        return
    guest = _guest(desk, invitation)
    hold = desk.session.scalar(
        select(InviteHold).where(InviteHold.client_id == invitation.client_id)
    )
    if hold is not None:
        raise UserError(guest_lists.hold_words(hold.kind, hold.review_on))
    topic = Topic.INVITATION
    verdict = may_contact(desk, guest.id, guest.route.channel, topic)
    if verdict.code is Reason.TOO_OFTEN:
        topic = Topic.SERVICE
        verdict = may_contact(desk, guest.id, guest.route.channel, topic)
    if verdict.code in guest_lists.SHUT_OUT:
        raise UserError(guest_lists.short_reason(verdict))
    if not replace(guest, via=verdict.via).address:
        raise UserError(
            say("No way to reach this guest is on record. Add one to the client first.")
        )
    keys = Keys(invitation.uid, invitation.token, invitation.sequence, invitation.allowance)
    draft = Composer(desk, event, None).draft(replace(guest, via=verdict.via), keys)
    invitations.on_the_way(desk, guest, draft, invitation, topic, verdict)
    # The guest knows of the event all the while, whatever becomes of these words.
    invitation.state, invitation.channel = InvitationState.SENT, draft.channel
    desk.session.flush()
    desk.note("offer_again", "invitation", invitation.id, ("channel",))


def withdraw(desk: Desk, *, event_id: UUID, client_id: UUID, since: datetime | None) -> None:
    """What has not left yet is taken back; what was sent stands unanswered."""
    if invitations.take_back(desk, event_id=event_id, client_ids=[client_id]) or since is None:
        return
    waiting = desk.session.scalars(
        select(OutboxMessage.id)
        .join(Invitation, Invitation.id == OutboxMessage.invitation_id)
        .where(
            Invitation.event_id == event_id, Invitation.client_id == client_id,
            OutboxMessage.state.in_(_WAITING), OutboxMessage.made_at >= since,
        )
    ).all()  # fmt: skip
    for message_id in waiting:
        with suppress(Conflict):  # it is leaving this moment
            outbox.cancel(desk, message_id)


def _guest(desk: Desk, invitation: Invitation) -> Guest:
    """By the way the invitation went, if it is still there."""
    whose = invitation.client_id
    guest = invitations.guests_of(desk, [whose], invitation.channel)[whose]
    return guest if guest.route.address else invitations.guests_of(desk, [whose], None)[whose]
