"""Answers by any way end in the guest list; strangers and doubts wait for a person."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from tests import factories, factories_events
from vipdesk.access import Desk
from vipdesk.errors import Conflict, NotFound, UserError
from vipdesk.events import replies
from vipdesk.events.reply_mail import ReplyKind
from vipdesk.events.reply_reasons import Reason
from vipdesk.events.reply_state import GuestAnswer, GuestWord, derive
from vipdesk.models import Event, Invitation, JournalEntry, OutboxMessage, Reply, Staff
from vipdesk.vocabulary import (
    Channel,
    EventState,
    InvitationState,
    OutboxKind,
    OutboxState,
    PartStat,
    ReplySource,
    Topic,
    Verdict,
)
from vipdesk.wording import Lang

SAMPLES = Path(__file__).parent.parent / "data" / "replies"


def sample(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


def receive(desk: Desk, name: str) -> replies.Received:
    return replies.receive(desk, raw=sample(name))


def anna(desk: Desk, **fields: object) -> Invitation:
    guest = factories_events.guest(desk, mail="anna@client.example")
    return factories_events.invited(desk, guest.id, **fields)


def test_an_accepted_mail_changes_the_guest_list(desk: Desk) -> None:
    invitation = anna(desk)
    got = receive(desk, "outlook_accept.eml")
    assert (got.verdict, got.partstat, got.before) == (
        Verdict.APPLY,
        PartStat.ACCEPTED,
        PartStat.NEEDS_ACTION,
    )
    assert got.invitation_id == invitation.id
    assert got.name is not None
    assert invitation.partstat is PartStat.ACCEPTED
    assert invitation.answered_at == datetime(2026, 11, 12, 7, 21, 7, tzinfo=UTC)
    kept = desk.session.get_one(Reply, got.reply_id)
    assert kept.raw == sample("outlook_accept.eml")
    assert kept.message_id == "<DB9PR08MB0001@DB9PR08MB0001.eurprd08.prod.outlook.com>"


def test_the_same_mail_twice_counts_once(desk: Desk) -> None:
    anna(desk)
    first = receive(desk, "gmail_accept.eml")
    again = receive(desk, "gmail_accept.eml")
    assert again.duplicate
    assert again.reply_id == first.reply_id
    relayed = replies.receive(desk, raw=b"Received: from relay\r\n" + sample("gmail_accept.eml"))
    assert relayed.duplicate
    assert len(desk.session.scalars(select(Reply)).all()) == 1


def test_another_mail_under_the_same_message_id_is_not_lost(desk: Desk) -> None:
    invitation = anna(desk)
    receive(desk, "gmail_accept.eml")
    other = sample("gmail_decline.eml").replace(b"calendar-2@google", b"calendar-1@google")
    got = replies.receive(desk, raw=other)
    assert not got.duplicate
    assert invitation.partstat is PartStat.DECLINED


@pytest.mark.parametrize(
    "name",
    [
        "assistant_accept.eml",
        "forwarded_by_assistant.eml",
        "apple_accept.eml",
        "yandex_accept.eml",
        "thunderbird_accept.eml",
        "bare_accept.ics",
        "broken_folding.eml",
    ],
)
def test_answers_of_every_make_are_counted(desk: Desk, name: str) -> None:
    invitation = anna(desk)
    assert receive(desk, name).verdict is Verdict.APPLY
    assert invitation.partstat is PartStat.ACCEPTED


def test_a_registered_assistant_may_answer_a_stranger_may_not(desk: Desk) -> None:
    invitation = anna(desk)
    got = receive(desk, "stranger.eml")
    assert (got.verdict, got.reason) == (Verdict.REVIEW, Reason.STRANGER)
    assert invitation.partstat is PartStat.NEEDS_ACTION
    person = factories_events.assistant(desk, invitation.client_id, "boris@elsewhere.example")
    fresh = sample("stranger.eml").replace(b"st1@elsewhere", b"st2@elsewhere")
    assert replies.receive(desk, raw=fresh).verdict is Verdict.APPLY
    person.may_act = False
    desk.session.flush()
    third = sample("stranger.eml").replace(b"st1@elsewhere", b"st3@elsewhere")
    assert replies.receive(desk, raw=third).verdict is Verdict.REVIEW


def from_somebody(header: str, *, attendee: bytes = b"", top: str = "") -> bytes:
    """An answer of Anna's, sent by somebody else; `header` is the line that says by whom."""
    raw = sample("broken_folding.eml").replace(b"From: Anna <anna@client.example>", header.encode())
    if attendee:
        raw = raw.replace(b"mailto:anna@client.example", b"mailto:" + attendee)
    return top.encode() + raw


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("From: Eve <eve@elsewhere.example>", Reason.STRANGER),
        ("From: Eve <eve@elsewhere.example>\r\nSender: eve@elsewhere.example", Reason.STRANGER),
        # The machine of a group sent it, the guest pressed the button.
        ("From: Sales <sales@elsewhere.example>\r\nSender: anna@client.example", Reason.ANSWER),
        # A secretary nobody told us of, of the guest's own company.
        ("From: Office <office@client.example>", Reason.ANSWER),
        ("X-From: nobody", Reason.STRANGER),
    ],
)
def test_a_mail_that_only_names_the_guest_must_be_sent_by_something_of_theirs(
    desk: Desk, header: str, reason: Reason
) -> None:
    invitation = anna(desk)
    got = replies.receive(desk, raw=from_somebody(header))
    assert got.reason is reason
    counted = reason is Reason.ANSWER
    assert (invitation.partstat is PartStat.ACCEPTED) is counted
    if reason is Reason.STRANGER and "eve@" in header:
        (waiting,) = replies.list_for_review(desk)
        assert waiting.attendee == "eve@elsewhere.example"


def test_a_shared_mail_provider_proves_nothing(desk: Desk) -> None:
    guest = factories_events.guest(desk, mail="anna@gmail.com")
    invitation = factories_events.invited(desk, guest.id)
    raw = from_somebody("From: eve@gmail.com", attendee=b"anna@gmail.com")
    assert replies.receive(desk, raw=raw).reason is Reason.STRANGER
    assert invitation.partstat is PartStat.NEEDS_ACTION


def test_an_answer_for_another_client_waits_even_from_the_guest(desk: Desk) -> None:
    invitation = anna(desk)
    factories_events.guest(desk, "Борис", mail="boris@client.example")
    raw = from_somebody("From: anna@client.example", attendee=b"boris@client.example")
    assert replies.receive(desk, raw=raw).reason is Reason.ANOTHER
    assert invitation.partstat is PartStat.NEEDS_ACTION


def test_what_our_own_server_found_forged_waits(desk: Desk) -> None:
    invitation = anna(desk)
    said = "Authentication-Results: mx.club.example; spf=fail; dmarc=fail header.from=x\r\n"
    own = "From: anna@client.example"
    assert replies.receive(desk, raw=from_somebody(own, top=said)).reason is Reason.FORGED
    assert invitation.partstat is PartStat.NEEDS_ACTION
    # What stands below was in the mail already: anybody may have written it.
    passed = "Authentication-Results: mx.club.example; dmarc=pass\r\n" + said
    raw = from_somebody(own, top=passed).replace(b"<bf1@", b"<bf2@")
    assert replies.receive(desk, raw=raw).verdict is Verdict.APPLY


def test_an_attached_answer_counts_only_from_who_may_bring_it(desk: Desk) -> None:
    invitation = anna(desk)
    raw = sample("forwarded_by_assistant.eml").replace(
        b"From: Office <office@client.example>", b"From: eve@elsewhere.example"
    )
    assert replies.receive(desk, raw=raw).reason is Reason.STRANGER
    desk.session.get_one(Staff, desk.actor.id).email = "eve@elsewhere.example"
    desk.session.flush()
    other = raw.replace(b"<fw1@", b"<fw2@")
    assert replies.receive(desk, raw=other).verdict is Verdict.APPLY
    assert invitation.partstat is PartStat.ACCEPTED


def test_the_person_invitations_go_through_may_answer(desk: Desk) -> None:
    invitation = anna(desk)
    person = factories_events.assistant(desk, invitation.client_id, "boris@elsewhere.example")
    person.may_act = False
    factories_events.prefers(desk, invitation.client_id, Channel.EMAIL, via_person_id=person.id)
    assert receive(desk, "stranger.eml").verdict is Verdict.APPLY


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("outlook_counter.eml", Reason.COUNTER),
        ("exchange_delegated.eml", Reason.DELEGATION),
        ("gmail_plus_two.eml", Reason.PARTY),
        ("guest_request.eml", Reason.GUEST_REQUEST),
        ("guest_cancel.eml", Reason.GUEST_CANCEL),
        ("refresh.eml", Reason.REFRESH),
        ("link_call_me.eml", Reason.CALL_ME),
        ("auto_replied_accept.eml", Reason.AUTOMATIC_ANSWER),
        ("two_events.eml", Reason.SEVERAL_EVENTS),
    ],
)
def test_what_is_no_plain_answer_waits_for_a_person(desk: Desk, name: str, reason: Reason) -> None:
    invitation = anna(desk)
    event = desk.session.get_one(Event, invitation.event_id)
    before = (event.starts_at, event.state, event.sequence)
    got = receive(desk, name)
    assert (got.verdict, got.reason) == (Verdict.REVIEW, reason)
    assert invitation.partstat is PartStat.NEEDS_ACTION
    assert (event.starts_at, event.state, event.sequence) == before
    assert [r.id for r in replies.list_for_review(desk, event_id=event.id)] == [got.reply_id]


def test_company_within_the_allowance_is_counted(desk: Desk) -> None:
    invitation = anna(desk, allowance=2)
    assert receive(desk, "gmail_plus_two.eml").verdict is Verdict.APPLY
    assert invitation.party == 3


def test_a_pressed_link_is_matched_by_its_token(desk: Desk) -> None:
    invitation = anna(desk)
    assert receive(desk, "link_yes.eml").verdict is Verdict.APPLY
    assert invitation.partstat is PartStat.ACCEPTED


def outbox_row(desk: Desk, invitation: Invitation) -> None:
    factories_events.add(
        desk,
        OutboxMessage(
            kind=OutboxKind.MAIL,
            channel=Channel.EMAIL,
            topic=Topic.INVITATION,
            state=OutboxState.SENT,
            client_id=invitation.client_id,
            address="anna.old@client.example",
            content=b"x",
            message_id="<invitation-1@club.example>",
            made_at=desk.now,
            not_before=desk.now,
            invitation_id=invitation.id,
        ),
    )


def test_plain_words_are_matched_by_the_mail_they_answer_and_suggested(desk: Desk) -> None:
    invitation = anna(desk)
    outbox_row(desk, invitation)
    got = receive(desk, "plain_no_en.eml")
    assert (got.invitation_id, got.verdict) == (invitation.id, Verdict.REVIEW)
    (row,) = replies.list_for_review(desk)
    assert row.suggestion is PartStat.DECLINED
    assert row.words.startswith("Unfortunately")
    assert row.event(Lang.EN) == "A calligraphy masterclass"


def test_without_any_key_the_only_open_invitation_is_suggested(desk: Desk) -> None:
    invitation = anna(desk)
    got = receive(desk, "plain_html_only.eml")
    assert (got.invitation_id, got.reason) == (invitation.id, Reason.PLAIN_TEXT)
    answer = sample("outlook_accept.eml").replace(b"DB9PR08MB0001", b"OTHER")
    invitation.uid = "quite-another"
    desk.session.flush()
    guess = replies.receive(desk, raw=answer)
    assert (guess.verdict, guess.reason) == (Verdict.REVIEW, Reason.UNMATCHED)


def test_an_answer_to_nothing_of_ours_waits_and_is_said(desk: Desk) -> None:
    got = receive(desk, "outlook_accept.eml")
    assert (got.verdict, got.reason, got.invitation_id) == (Verdict.REVIEW, Reason.UNMATCHED, None)


@pytest.mark.parametrize("name", ["nothing.eml", "newsletter.eml", "publish.ics"])
def test_what_is_no_reply_is_said_and_not_kept(desk: Desk, name: str) -> None:
    got = receive(desk, name)
    assert got.reply_id is None
    assert got.said.text
    assert desk.session.scalars(select(Reply)).all() == []


def test_an_automatic_mail_of_a_guest_is_kept_and_ignored(desk: Desk) -> None:
    invitation = anna(desk)
    outbox_row(desk, invitation)
    got = receive(desk, "out_of_office.eml")
    assert (got.verdict, got.kind) == (Verdict.IGNORE, ReplyKind.AUTO)
    assert got.reply_id is not None
    assert invitation.partstat is PartStat.NEEDS_ACTION


@pytest.mark.parametrize("name", ["bounce_postfix.eml", "bounce_qmail.eml"])
def test_a_bounce_is_shown_at_the_invitation(desk: Desk, name: str) -> None:
    invitation = anna(desk)
    outbox_row(desk, invitation)
    got = receive(desk, name)
    assert got.kind is ReplyKind.BOUNCE
    assert invitation.state is InvitationState.BOUNCED
    assert invitation.partstat is PartStat.NEEDS_ACTION


def test_damaged_calendars_are_set_aside_with_the_mail(desk: Desk) -> None:
    got = receive(desk, "garbage_calendar.eml")
    assert got.verdict is Verdict.QUARANTINE
    assert desk.session.get_one(Reply, got.reply_id).raw == sample("garbage_calendar.eml")
    assert [r.id for r in replies.list_for_review(desk)] == [got.reply_id]


def test_an_answer_to_a_cancelled_event_waits(desk: Desk) -> None:
    event = factories.event(desk, state=EventState.CANCELLED)
    guest = factories_events.guest(desk, mail="anna@client.example")
    factories_events.invited(desk, guest.id, event)
    assert receive(desk, "outlook_accept.eml").reason is Reason.OVER


# By phone, by letter ------------------------------------------------------------------------


def test_a_word_by_phone_counts_with_its_note(desk: Desk) -> None:
    invitation = anna(desk, allowance=1)
    reply_id = replies.record_reply(
        desk,
        invitation_id=invitation.id,
        source=ReplySource.PHONE,
        partstat=PartStat.ACCEPTED,
        party=2,
        note="Сказал сам",
    )
    assert (invitation.partstat, invitation.party) == (PartStat.ACCEPTED, 2)
    kept = desk.session.get_one(Reply, reply_id)
    assert (kept.note, kept.recorded_by_id) == ("Сказал сам", desk.actor.id)
    assert replies.remove_reply(desk, reply_id=reply_id) == invitation.id
    assert invitation.partstat is PartStat.NEEDS_ACTION


def test_a_later_word_by_phone_wins_over_the_mail(desk: Desk) -> None:
    invitation = anna(desk)
    receive(desk, "outlook_accept.eml")
    replies.record_reply(
        desk, invitation_id=invitation.id, source=ReplySource.PHONE, partstat=PartStat.DECLINED
    )
    receive(desk, "gmail_accept.eml")  # of the 12th: said before the call
    assert invitation.partstat is PartStat.DECLINED


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"partstat": PartStat.NEEDS_ACTION}, "partstat"),
        ({"party": 2}, "party"),
        ({"party": 0}, "party"),
        ({"at": datetime(2030, 1, 1, tzinfo=UTC)}, "at"),
    ],
)
def test_a_wrong_word_is_refused_beside_its_field(
    desk: Desk, fields: dict[str, object], field: str
) -> None:
    values: dict[str, object] = {
        "source": ReplySource.PHONE,
        "partstat": PartStat.ACCEPTED,
        **fields,
    }
    with pytest.raises(UserError) as fault:
        replies.record_reply(desk, invitation_id=anna(desk).id, **values)  # type: ignore[arg-type]
    assert fault.value.field == field


def test_a_mail_is_never_removed(desk: Desk) -> None:
    anna(desk)
    got = receive(desk, "outlook_accept.eml")
    assert got.reply_id is not None
    with pytest.raises(UserError):
        replies.remove_reply(desk, reply_id=got.reply_id)
    with pytest.raises(NotFound):
        replies.remove_reply(desk, reply_id=uuid4())


# Review -------------------------------------------------------------------------------------


def test_a_decision_counts_is_noted_and_can_be_undone(desk: Desk) -> None:
    invitation = anna(desk)
    got = receive(desk, "link_yes_with_words.eml")
    assert got.reply_id is not None
    decided = replies.decide(desk, reply_id=got.reply_id, partstat=PartStat.ACCEPTED, note="Одна")
    assert invitation.partstat is PartStat.ACCEPTED
    assert replies.list_for_review(desk) == ()
    with pytest.raises(Conflict):
        replies.decide(desk, reply_id=got.reply_id, partstat=None)
    replies.undecide(desk, decided)
    assert invitation.partstat is PartStat.NEEDS_ACTION
    assert len(replies.list_for_review(desk)) == 1
    verbs = desk.session.scalars(select(JournalEntry.verb)).all()
    assert {"decide_reply", "undecide_reply"} <= set(verbs)


def test_nothing_may_be_decided_too(desk: Desk) -> None:
    invitation = anna(desk)
    got = receive(desk, "stranger.eml")
    assert got.reply_id is not None
    replies.decide(desk, reply_id=got.reply_id, partstat=None)
    assert replies.list_for_review(desk) == ()
    assert invitation.partstat is PartStat.NEEDS_ACTION


def test_an_unmatched_answer_needs_its_guest(desk: Desk) -> None:
    got = receive(desk, "outlook_accept.eml")
    invitation = anna(desk)
    assert got.reply_id is not None
    with pytest.raises(UserError) as fault:
        replies.decide(desk, reply_id=got.reply_id, partstat=PartStat.ACCEPTED)
    assert fault.value.field == "invitation_id"
    decided = replies.decide(
        desk, reply_id=got.reply_id, partstat=PartStat.ACCEPTED, invitation_id=invitation.id
    )
    assert invitation.partstat is PartStat.ACCEPTED
    replies.undecide(desk, decided)
    assert invitation.partstat is PartStat.NEEDS_ACTION


def test_a_decision_keeps_to_the_allowance(desk: Desk) -> None:
    anna(desk)
    got = receive(desk, "gmail_plus_two.eml")
    assert got.reply_id is not None
    with pytest.raises(UserError) as fault:
        replies.decide(desk, reply_id=got.reply_id, partstat=PartStat.ACCEPTED, party=3)
    assert fault.value.field == "party"


# Order does not matter ------------------------------------------------------------------------

DAY = datetime(2026, 11, 20, tzinfo=UTC)
_WORDS = st.builds(
    GuestWord,
    st.sampled_from(list(PartStat)),
    st.integers(1, 4),
    st.integers(0, 5),
    st.none() | st.integers(0, 60).map(lambda days: DAY + timedelta(days=days - 20)),
    st.integers(0, 30).map(lambda days: DAY + timedelta(days=days - 20)),
    st.text("ab", max_size=3),
)


@given(st.lists(_WORDS, max_size=6, unique_by=lambda w: w.tie), st.randoms(), st.integers(0, 3))
def test_any_order_and_any_repetition_give_the_same(
    words: list[GuestWord], random: object, sequence: int
) -> None:
    shuffled = words + words[:2]
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert derive(shuffled, sequence) == derive(words, sequence)


def test_an_answer_to_the_newer_date_outranks_a_later_one_to_the_old() -> None:
    new = GuestWord(PartStat.DECLINED, 1, 1, DAY, DAY)
    old = GuestWord(PartStat.ACCEPTED, 1, 0, DAY + timedelta(days=2), DAY + timedelta(days=2))
    assert derive([new, old], 1).partstat is PartStat.DECLINED


def test_a_sequence_we_never_sent_gains_nothing() -> None:
    forged = GuestWord(PartStat.ACCEPTED, 1, 99, DAY, DAY)
    later = GuestWord(PartStat.DECLINED, 1, 0, DAY + timedelta(days=1), DAY + timedelta(days=1))
    assert derive([forged, later], 0).partstat is PartStat.DECLINED


def test_a_moment_from_the_future_counts_as_received() -> None:
    future = GuestWord(PartStat.ACCEPTED, 1, 0, DAY + timedelta(days=400), DAY)
    later = GuestWord(PartStat.DECLINED, 1, 0, DAY + timedelta(days=1), DAY + timedelta(days=1))
    assert derive([future, later], 0).partstat is PartStat.DECLINED


def test_no_word_is_no_answer() -> None:
    assert derive([], 0) == GuestAnswer()


def test_the_review_opens_at_the_event_whose_reply_waits_longest(desk: Desk) -> None:
    assert replies.find_event_to_review(desk) is None
    other = factories.event(desk, starts_at=desk.now + timedelta(days=1))
    receive(desk, "outlook_accept.eml")  # of nobody's: seen on the page of the next event
    assert replies.find_event_to_review(desk) == other.id
    invitation = anna(desk)
    receive(desk, "stranger.eml")
    assert replies.find_event_to_review(desk) == invitation.event_id
