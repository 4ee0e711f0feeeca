"""Invitations by each guest's own channel, through the gate, once."""

from __future__ import annotations

import re
from datetime import timedelta
from email import message_from_bytes
from typing import Any

import pypdfium2
import pytest
from sqlalchemy import select

from tests import factories, factories_events
from vipdesk.access import Desk
from vipdesk.channels import outbox
from vipdesk.errors import NotFound, UserError
from vipdesk.events import guest_lists, invitations, programme
from vipdesk.events.guest_criteria import Criteria
from vipdesk.events.invitation_draft import sender_of
from vipdesk.events.invitation_mail import SenderAddress
from vipdesk.events.reply_mail import read_reply
from vipdesk.models import Event, Invitation, MailAccount, OutboxMessage
from vipdesk.vocabulary import (
    Channel,
    EventState,
    GuestPlace,
    InvitationState,
    OutboxKind,
    OutboxState,
    PartStat,
    Topic,
)

SENDER = SenderAddress("events@club.example", "Клуб")


def messages(desk: Desk) -> list[OutboxMessage]:
    return list(desk.session.scalars(select(OutboxMessage).order_by(OutboxMessage.id)))


def calendar(message: OutboxMessage) -> str:
    part = next(
        p
        for p in message_from_bytes(message.content).walk()
        if p.get_content_type() == "text/calendar"
    )
    data = part.get_payload(decode=True)
    assert isinstance(data, bytes)
    return data.decode().replace("\r\n ", "")


def invite(
    desk: Desk, event: Event, *clients: Any, **more: Any
) -> tuple[invitations.InviteOutcome, ...]:
    return invitations.invite(
        desk, event_id=event.id, client_ids=[c.id for c in clients], sender=SENDER, **more
    )


def three_guests(desk: Desk) -> tuple[Any, Any, Any]:
    by_mail = factories_events.guest(desk, mail="anna@client.example")
    by_phone = factories_events.guest(desk, "Щукин")
    factories.phone(desk, by_phone.id)
    by_letter = factories_events.guest(desk, "Ким")
    factories_events.address(desk, by_letter.id)
    factories.phone(desk, by_letter.id, "+7 495 000-33-44")
    factories_events.prefers(desk, by_letter.id, Channel.LETTER, topic=Topic.INVITATION)
    return by_mail, by_phone, by_letter


def test_each_guest_is_invited_by_the_own_channel(desk: Desk) -> None:
    event = factories.event(desk, venue_id=factories.venue(desk).id)
    done = invite(desk, event, *three_guests(desk))
    assert [o.channel for o in done] == [Channel.EMAIL, Channel.PHONE, Channel.LETTER]
    assert [o.state for o in done] == [InvitationState.QUEUED] * 3
    mail, call, letter = messages(desk)
    assert [m.kind for m in (mail, call, letter)] == [
        OutboxKind.MAIL,
        OutboxKind.CALL_TASK,
        OutboxKind.LETTER,
    ]
    assert [m.state for m in (mail, call, letter)] == [
        OutboxState.QUEUED,
        OutboxState.TO_DO,
        OutboxState.TO_DO,
    ]
    assert "METHOD:REQUEST" in calendar(mail)
    assert "Мастер-класс по каллиграфии" in call.content.decode()
    text = pypdfium2.PdfDocument(letter.content)[0].get_textpage().get_text_bounded()
    assert "Уважаемая Анна Сергеевна" in text
    assert "Пречистенка" in text
    assert desk.session.get_one(Event, event.id).state is EventState.INVITING


def test_inviting_twice_does_nothing_twice(desk: Desk) -> None:
    event, guests = factories.event(desk), three_guests(desk)
    first = invite(desk, event, *guests)
    again = invite(desk, event, *guests)
    assert [o.already for o in again] == [True] * 3
    assert [o.invitation_id for o in again] == [o.invitation_id for o in first]
    assert len(messages(desk)) == 3


def test_uids_and_tokens_are_random_and_alone(desk: Desk) -> None:
    one, other = (
        factories_events.guest(desk, mail="a@client.example"),
        factories_events.guest(desk, "Б", mail="b@client.example"),
    )
    invite(desk, factories.event(desk), one, other)
    rows = list(desk.session.scalars(select(Invitation)))
    assert len({i.uid for i in rows} | {i.token for i in rows}) == 4
    assert all(f"UID:{i.uid}" in "".join(calendar(m) for m in messages(desk)) for i in rows)
    assert "b@client.example" not in calendar(messages(desk)[0])


def test_who_must_not_be_disturbed_now_is_held_until_the_hour(desk: Desk) -> None:
    night = desk.now.replace(hour=22)
    late = factories.later(desk, hours=(night - desk.now).total_seconds() / 3600)
    guest = factories_events.guest(late, mail="anna@client.example")
    (outcome,) = invite(late, factories.event(late), guest)
    assert outcome.state is InvitationState.HELD
    assert outcome.until == night.replace(hour=6) + timedelta(days=1)
    assert outcome.reason is not None
    assert messages(late)[0].state is OutboxState.HELD


def test_who_may_not_be_invited_gets_no_message(desk: Desk) -> None:
    event = factories.event(desk)
    unasked = factories.client(desk)
    factories.email(desk, unasked.id)
    held = factories_events.guest(desk, "Другой", mail="b@client.example")
    factories_events.hold(desk, held.id)
    done = invite(desk, event, unasked, held)
    assert [o.state for o in done] == [None, None]
    assert [o.reason.text for o in done if o.reason] == [
        "No consent to invitations",
        "Do not invite",
    ]
    assert messages(desk) == []
    assert desk.session.scalars(select(Invitation)).all() == []
    assert desk.session.get_one(Event, event.id).state is EventState.PLANNED


def test_a_guest_without_any_address_is_told_of_not_skipped(desk: Desk) -> None:
    (outcome,) = invite(desk, factories.event(desk), factories_events.guest(desk))
    assert outcome.state is None
    assert outcome.reason is not None


def test_a_broken_address_stops_nobody_else(desk: Desk) -> None:
    bad, good = (
        factories_events.guest(desk, mail="no address"),
        factories_events.guest(desk, "Б", mail="b@client.example"),
    )
    done = invite(desk, factories.event(desk), bad, good)
    assert [o.state for o in done] == [None, InvitationState.QUEUED]


def test_through_the_assistant_where_the_client_wishes_it(desk: Desk) -> None:
    guest = factories_events.guest(desk, mail="anna@client.example")
    person = factories_events.assistant(desk, guest.id)
    factories_events.prefers(desk, guest.id, Channel.EMAIL, via_person_id=person.id)
    invite(desk, factories.event(desk), guest)
    (mail,) = messages(desk)
    assert mail.address == "office@client.example"
    assert "ATTENDEE" in calendar(mail)
    assert "mailto:office@client.example" in calendar(mail)


def test_a_text_message_carries_a_deep_link_in_its_preview(desk: Desk) -> None:
    event, guest = factories.event(desk), factories_events.guest(desk)
    factories.phone(desk, guest.id)
    factories_events.prefers(desk, guest.id, Channel.SMS)
    (shown,) = invitations.preview(desk, event_id=event.id, client_ids=[guest.id], sender=SENDER)
    assert shown.draft is not None
    assert shown.draft.link.startswith("sms:+7495")
    invite(desk, event, guest)
    assert messages(desk)[0].kind is OutboxKind.TEXT


def test_a_messenger_number_opens_a_conversation(desk: Desk) -> None:
    from vipdesk.models import ContactPoint
    from vipdesk.vocabulary import ContactKind

    event, guest = factories.event(desk), factories_events.guest(desk)
    for value in ("+7 495 000-11-22",):
        factories_events.add(
            desk,
            ContactPoint(
                client_id=guest.id, kind=ContactKind.MESSENGER, value=value, normalised=value
            ),
        )
    (shown,) = invitations.preview(desk, event_id=event.id, client_ids=[guest.id], sender=SENDER)
    assert shown.draft is not None
    assert shown.draft.link.startswith("https://wa.me/7495")


def test_a_preview_shows_everything_and_writes_nothing(desk: Desk) -> None:
    event, guests = factories.event(desk), three_guests(desk)
    refused = factories.client(desk, surname="Яковлев")
    factories.email(desk, refused.id, "y@client.example")
    shown = invitations.preview(
        desk, event_id=event.id, client_ids=[*(g.id for g in guests), refused.id], sender=SENDER
    )
    mail, call, letter, none = shown
    assert mail.draft is not None
    assert "Уважаемая Анна Сергеевна!" in mail.draft.html
    assert call.draft is not None
    assert call.draft.link.startswith("tel:")
    assert letter.draft is not None
    assert letter.draft.pdf is not None
    assert (none.included, none.draft, none.allowed) == (False, None, False)
    assert messages(desk) == []


def test_an_english_guest_reads_english(desk: Desk) -> None:
    guest = factories_events.guest(desk, mail="anna@client.example", languages=["en", "ru"])
    event = factories.event(desk, venue_id=factories.venue(desk).id)
    (shown,) = invitations.preview(desk, event_id=event.id, client_ids=[guest.id], sender=SENDER)
    assert shown.draft is not None
    assert "Dear Ms Volkova," in shown.draft.text
    assert "A calligraphy masterclass" in shown.draft.subject
    assert "The Prechistenka House" in shown.draft.text


@pytest.mark.parametrize("state", [EventState.DRAFT, EventState.HELD, EventState.CANCELLED])
def test_only_planned_events_are_invited_to(desk: Desk, state: EventState) -> None:
    with pytest.raises(UserError):
        invite(desk, factories.event(desk, state=state), factories_events.guest(desk))


def test_nobody_is_invited_to_what_has_begun(desk: Desk) -> None:
    event = factories.event(desk, starts_at=desk.now - timedelta(hours=1))
    with pytest.raises(UserError):
        invite(desk, event, factories_events.guest(desk))


def test_the_list_is_frozen_with_the_first_sending(desk: Desk) -> None:
    event, guest = factories.event(desk), factories_events.guest(desk, mail="a@client.example")
    guest_lists.set_criteria(desk, event_id=event.id, criteria=Criteria(tiers=("gold",)))
    invite(desk, event, guest)
    guest_lists.set_criteria(desk, event_id=event.id, criteria=Criteria())
    listed = guest_lists.get_guest_list(desk, event.id)
    assert listed.frozen_at == desk.now
    assert [g.layer for g in listed.guests] == [GuestPlace.CRITERIA]


def test_what_has_not_left_is_taken_back_and_can_be_sent_again(desk: Desk) -> None:
    event, guest = factories.event(desk), factories_events.guest(desk, mail="a@client.example")
    (first,) = invite(desk, event, guest)
    assert invitations.take_back(desk, event_id=event.id, client_ids=[guest.id]) == (guest.id,)
    assert messages(desk)[0].state is OutboxState.CANCELLED
    assert invitations.take_back(desk, event_id=event.id, client_ids=[guest.id]) == ()
    (again,) = invite(desk, event, guest)
    assert again.invitation_id == first.invitation_id
    assert again.state is InvitationState.QUEUED


def test_a_bounced_guest_is_invited_by_another_channel(desk: Desk) -> None:
    event, guest = factories.event(desk), factories_events.guest(desk, mail="a@client.example")
    factories.phone(desk, guest.id)
    factories_events.invited(desk, guest.id, event, state=InvitationState.BOUNCED)
    (outcome,) = invite(desk, event, guest, by=Channel.PHONE)
    assert (outcome.channel, outcome.state, outcome.already) == (
        Channel.PHONE,
        InvitationState.QUEUED,
        False,
    )


def move_later(desk: Desk, event: Event) -> bool:
    from dataclasses import replace

    plan = programme.get_event(desk, event.id).words()
    moved = replace(
        plan, starts_at=plan.starts_at + timedelta(days=1), ends_at=plan.ends_at + timedelta(days=1)
    )
    return programme.change_event(desk, event_id=event.id, words=moved)


def test_a_new_date_reaches_everybody_with_a_higher_sequence(desk: Desk) -> None:
    event, guests = factories.event(desk), three_guests(desk)
    invite(desk, event, *guests)
    sent, waiting, _ = messages(desk)
    outbox.mark_done(desk, waiting.id)
    sent.state = OutboxState.SENT
    invitation = desk.session.scalars(
        select(Invitation).where(Invitation.client_id == guests[0].id)
    ).one()
    invitation.state = InvitationState.SENT
    desk.session.flush()
    assert move_later(desk, event)
    told = invitations.tell_change(desk, event_id=event.id, sender=SENDER)
    assert {o.client_id for o in told} == {g.id for g in guests}
    update = next(m for m in messages(desk) if m.kind is OutboxKind.MAIL and m.id != sent.id)
    assert "SEQUENCE:1" in calendar(update)
    assert f"UID:{invitation.uid}" in calendar(update)
    assert invitations.tell_change(desk, event_id=event.id, sender=SENDER) == ()


def test_a_cancelled_event_is_told_to_those_who_know_of_it(desk: Desk) -> None:
    event = factories.event(desk)
    knows, declined, waits = three_guests(desk)
    invite(desk, event, knows, declined, waits)
    for invitation in desk.session.scalars(select(Invitation)):
        if invitation.client_id != waits.id:
            invitation.state = InvitationState.SENT
        if invitation.client_id == declined.id:
            invitation.partstat = PartStat.DECLINED
    for message in messages(desk)[:2]:
        message.state = OutboxState.SENT
    desk.session.flush()
    told = invitations.cancel_event(desk, event_id=event.id, sender=SENDER)
    assert [o.client_id for o in told] == [knows.id]
    last = messages(desk)[-1]
    assert "METHOD:CANCEL" in calendar(last)
    assert "STATUS:CANCELLED" in calendar(last)
    assert read_reply(last.content).kind.value == "cancel"
    assert {i.state for i in desk.session.scalars(select(Invitation))} == {
        InvitationState.CANCELLED
    }
    assert messages(desk)[2].state is OutboxState.CANCELLED


def test_cancelled_by_letter_and_phone_too(desk: Desk) -> None:
    event = factories.event(desk)
    _, by_phone, by_letter = three_guests(desk)
    texted = factories_events.guest(desk, "Юдин")
    factories.phone(desk, texted.id, "+7 495 000-99-99")
    factories_events.prefers(desk, texted.id, Channel.SMS)
    invite(desk, event, by_phone, by_letter, texted)
    for message in messages(desk):
        outbox.mark_done(desk, message.id)
    told = invitations.cancel_event(desk, event_id=event.id, sender=SENDER)
    assert {o.channel for o in told} == {Channel.PHONE, Channel.LETTER, Channel.SMS}


def test_the_sender_is_the_clubs_own_mailbox(desk: Desk) -> None:
    with pytest.raises(UserError):
        sender_of(desk)
    factories_events.add(
        desk,
        MailAccount(name="Клуб", address="club@club.example", smtp_host="localhost", smtp_port=25),
    )
    assert sender_of(desk) == SenderAddress("club@club.example", "Клуб")
    guest = factories_events.guest(desk, mail="a@client.example")
    invitations.invite(desk, event_id=factories.event(desk).id, client_ids=[guest.id])
    assert message_from_bytes(messages(desk)[0].content)["From"].endswith("<club@club.example>")


def test_an_unknown_invitation_is_not_there(desk: Desk) -> None:
    with pytest.raises(NotFound):
        invitations.find_invitation(desk, factories.event(desk).id)


def test_an_english_invitation_has_place_dress_and_programme_in_english(desk: Desk) -> None:
    event = factories.event(desk, dress="вечерний", dress_en="evening dress")
    venue = factories.venue(
        desk, name="Особняк", name_en="The Mansion", city="Москва", address="Липовая аллея, 4",
        address_en="4 Linden Avenue, Moscow",
    )  # fmt: skip
    event.venue_id = venue.id
    desk.session.flush()
    words = programme.SessionWords(
        "Штрих и ритм", event.starts_at, event.ends_at, title_en="Stroke and Rhythm"
    )
    programme.add_session(desk, event_id=event.id, words=words)
    guest = factories_events.guest(desk, mail="jane@client.example", languages=["en"])
    (shown,) = invitations.preview(desk, event_id=event.id, client_ids=[guest.id], sender=SENDER)
    assert shown.draft is not None
    text = shown.draft.text
    for words_there in ("4 Linden Avenue, Moscow", "evening dress", "Stroke and Rhythm",
                        "(Moscow time)"):  # fmt: skip
        assert words_there in text
    assert not re.search("Липовая|вечерний|Штрих|UTC", text)
