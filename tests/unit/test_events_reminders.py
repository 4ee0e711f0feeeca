"""Reminders only to whom they make sense, and the slip of a letter that comes back."""

from __future__ import annotations

from datetime import timedelta
from email import message_from_bytes, policy
from typing import Any

import pytest
from icalendar import Calendar
from sqlalchemy import select

from tests import factories, factories_events
from vipdesk.access import Desk
from vipdesk.errors import NotFound, UserError
from vipdesk.events import guest_lists, invitation_log, invitations, reminders, replies, rsvp
from vipdesk.events.invitation_mail import SenderAddress
from vipdesk.events.slip import slip_code
from vipdesk.models import Event, Invitation, OutboxMessage, Reply
from vipdesk.vocabulary import (
    Channel,
    EventState,
    InvitationState,
    OutboxState,
    PartStat,
    ReplySource,
    Topic,
    Verdict,
)

SENDER = SenderAddress("events@club.example", "Клуб")


def invited_long_ago(desk: Desk, days: float = 4, **fields: Any) -> tuple[Event, Invitation]:
    event = factories.event(desk, venue_id=factories.venue(desk).id, **fields)
    guest = factories_events.guest(desk, mail="anna@client.example")
    invitations.invite(desk, event_id=event.id, client_ids=[guest.id], sender=SENDER)
    (invitation,) = desk.session.scalars(select(Invitation))
    for message in desk.session.scalars(select(OutboxMessage)):
        message.state = OutboxState.SENT
    invitation.state, invitation.sent_at = InvitationState.SENT, desk.now - timedelta(days=days)
    desk.session.flush()
    return event, invitation


def remind(desk: Desk, event: Event, invitation: Invitation) -> Any:
    return reminders.remind(
        desk, event_id=event.id, client_ids=[invitation.client_id], sender=SENDER
    )


def why(desk: Desk, event: Event) -> str:
    (row,) = reminders.list_reminders(desk, event_id=event.id)
    assert not row.due
    assert row.reason is not None
    return row.reason.text


def test_a_reminder_says_so_and_is_the_same_invitation(desk: Desk) -> None:
    event, invitation = invited_long_ago(desk)
    shown = reminders.preview_reminder(desk, invitation_id=invitation.id, sender=SENDER)
    (outcome,) = remind(desk, event, invitation)
    assert outcome.state is InvitationState.QUEUED
    first, second = desk.session.scalars(select(OutboxMessage).order_by(OutboxMessage.id))
    assert invitation_log.get_sent(desk, second.id).subject == shown.subject
    assert shown.subject.startswith("Напоминание")
    both = [
        next(
            p.get_content()
            for p in message_from_bytes(m.content, policy=policy.default).walk()
            if p.get_content_type() == "text/calendar"
        )
        for m in (first, second)
    ]
    one, two = (Calendar.from_ical(text).walk("VEVENT")[0] for text in both)
    assert (one["UID"], one["SEQUENCE"]) == (two["UID"], two["SEQUENCE"])
    assert invitation.reminders == 1
    assert invitation.state is InvitationState.SENT


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"sent_at": 2}, "Invited less than three days ago."),
        ({"reminded_at": 2}, "Reminded less than five days ago."),
        ({"reminders": 2}, "Reminded twice. Call the guest."),
    ],
)
def test_who_was_told_lately_or_twice_is_left_in_peace(
    desk: Desk, change: dict[str, int], words: str
) -> None:
    event, invitation = invited_long_ago(desk)
    for name, value in change.items():
        days = desk.now - timedelta(days=value)
        setattr(invitation, name, value if name == "reminders" else days)
    desk.session.flush()
    assert why(desk, event) == words
    (outcome,) = remind(desk, event, invitation)
    assert outcome.state is None


def test_past_the_day_to_answer_by_and_past_the_event_nobody_is_reminded(desk: Desk) -> None:
    event, _ = invited_long_ago(desk)
    event.answer_by = desk.now - timedelta(hours=1)
    assert "has passed" in why(desk, event)
    event.state = EventState.CANCELLED
    assert "cancelled" in why(desk, event)


@pytest.mark.parametrize("partstat", [PartStat.ACCEPTED, PartStat.DECLINED, PartStat.TENTATIVE])
def test_who_answered_is_never_reminded(desk: Desk, partstat: PartStat) -> None:
    event, invitation = invited_long_ago(desk)
    replies.record_reply(
        desk, invitation_id=invitation.id, source=ReplySource.PHONE, partstat=partstat
    )
    assert reminders.list_reminders(desk, event_id=event.id) == ()
    assert remind(desk, event, invitation) == ()


def test_who_wrote_something_unread_is_read_first(desk: Desk) -> None:
    event, invitation = invited_long_ago(desk)
    desk.session.add(
        Reply(
            invitation_id=invitation.id, source=ReplySource.EMAIL, received_at=desk.now,
            verdict=Verdict.REVIEW, reason="plain_text",
        )
    )  # fmt: skip
    desk.session.flush()
    assert "waits for you" in why(desk, event)


def test_the_gate_is_asked_and_its_no_is_kept(desk: Desk) -> None:
    event, invitation = invited_long_ago(desk)
    factories_events.hold(desk, invitation.client_id)
    assert why(desk, event)
    (outcome,) = remind(desk, event, invitation)
    assert outcome.state is None
    assert outcome.reason is not None


def test_an_answer_takes_a_waiting_reminder_back(desk: Desk) -> None:
    event, invitation = invited_long_ago(desk)
    remind(desk, event, invitation)
    replies.record_reply(
        desk, invitation_id=invitation.id, source=ReplySource.PHONE, partstat=PartStat.DECLINED
    )
    states = [m.state for m in desk.session.scalars(select(OutboxMessage).order_by("id"))]
    assert states == [OutboxState.SENT, OutboxState.CANCELLED]
    assert invitation.state is InvitationState.SENT


def test_a_malformed_address_of_one_stops_no_reminder_of_another(desk: Desk) -> None:
    event, invitation = invited_long_ago(desk)
    other = factories_events.guest(desk, "Ошибкина", mail="no address")
    broken = factories_events.invited(
        desk, other.id, event, sample=False, sent_at=desk.now - timedelta(days=5)
    )
    done = reminders.remind(
        desk, event_id=event.id, client_ids=[broken.client_id, invitation.client_id], sender=SENDER
    )
    assert [o.state for o in done] == [None, InvitationState.QUEUED]
    with pytest.raises(UserError):
        reminders.preview_reminder(desk, invitation_id=broken.id, sender=SENDER)


def test_by_telephone_and_text_it_is_a_reminder_too(desk: Desk) -> None:
    event = factories.event(desk, state=EventState.INVITING)
    for channel, surname in ((Channel.PHONE, "Щукин"), (Channel.SMS, "Ким")):
        guest = factories_events.guest(desk, surname)
        factories.phone(desk, guest.id)
        row = factories_events.invited(
            desk, guest.id, event, sample=False, channel=channel,
            sent_at=desk.now - timedelta(days=4),
        )  # fmt: skip
        draft = reminders.preview_reminder(desk, invitation_id=row.id, sender=SENDER)
        assert "ждать ли" in draft.text.casefold()


def test_what_went_to_whom_is_listed_by_guest(desk: Desk) -> None:
    event, invitation = invited_long_ago(desk)
    remind(desk, event, invitation)
    rows = invitation_log.list_sent(desk, event_id=event.id)
    assert [(r.number, r.state) for r in rows] == [(1, OutboxState.SENT), (2, OutboxState.QUEUED)]
    assert invitation_log.get_sent(desk, rows[0].id).html
    with pytest.raises(NotFound):
        invitation_log.get_sent(desk, event.id)


# The slip -------------------------------------------------------------------------------------


def by_letter(desk: Desk) -> Invitation:
    event = factories.event(desk, state=EventState.INVITING)
    guest = factories_events.guest(desk, "Ким")
    factories_events.address(desk, guest.id)
    factories_events.prefers(desk, guest.id, Channel.LETTER, topic=Topic.INVITATION)
    guest_lists.pick(desk, event_id=event.id, client_ids=[guest.id])
    invitations.invite(desk, event_id=event.id, client_ids=[guest.id], sender=SENDER)
    invitation: Invitation = desk.session.scalars(select(Invitation)).one()
    return invitation


def test_a_slip_that_came_back_counts_as_the_letters_answer(desk: Desk) -> None:
    invitation = by_letter(desk)
    code = slip_code(invitation.token)
    typed = f" {code.lower().replace('-', ' – ').replace('o', '0').replace('b', '8')} "
    assert rsvp.find_slip(desk, typed).invitation_id == invitation.id
    reply_id = rsvp.record_slip(desk, code=code, partstat=PartStat.ACCEPTED)
    reply = desk.session.get_one(Reply, reply_id)
    assert (reply.source, reply.note) == (ReplySource.LETTER, code)
    assert invitation.partstat is PartStat.ACCEPTED


@pytest.mark.parametrize("code", ["", "K7F3", "AAAA-AAAA", "AAAA-AAA%", "9999-9999"])
def test_a_wrong_code_is_said_beside_its_field(desk: Desk, code: str) -> None:
    by_letter(desk)
    with pytest.raises(UserError) as refused:
        rsvp.find_slip(desk, code)
    assert refused.value.field == "code"


def test_a_slip_keeps_to_the_allowance(desk: Desk) -> None:
    invitation = by_letter(desk)
    with pytest.raises(UserError) as refused:
        rsvp.record_slip(
            desk, code=slip_code(invitation.token), partstat=PartStat.ACCEPTED, party=4
        )
    assert refused.value.field == "party"
