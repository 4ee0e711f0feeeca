"""The outbox: through the gate in, through the gate out; a person's side of it."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from tests import factories as make
from tests.factories import later
from tests.factories_channels import a_mail, put_call, put_mail
from vipdesk.access import Desk
from vipdesk.channels import claims, outbox
from vipdesk.channels.failures import Outcome, SendFailure
from vipdesk.channels.gate import Reason
from vipdesk.errors import Conflict, NotFound, UserError
from vipdesk.ids import new_id
from vipdesk.models import Client, Interaction, Invitation, JournalEntry
from vipdesk.vocabulary import (
    Channel,
    InteractionKind,
    InvitationState,
    OutboxKind,
    OutboxState,
    Topic,
)


@pytest.fixture
def anna(desk: Desk) -> Client:
    made = make.client(desk)
    make.consent(desk, made.id)
    return made


@pytest.fixture
def invitation(desk: Desk, anna: Client) -> Invitation:
    row = Invitation(
        event_id=make.event(desk).id, client_id=anna.id, uid="u", token="t", channel=Channel.EMAIL
    )
    desk.session.add(row)
    desk.session.flush()
    return row


def journal(desk: Desk) -> list[str]:
    return list(desk.session.scalars(select(JournalEntry.verb).order_by(JournalEntry.seq)))


def interactions(desk: Desk) -> list[Interaction]:
    return list(desk.session.scalars(select(Interaction)))


def test_a_mail_that_may_leave_is_queued(desk: Desk, anna: Client) -> None:
    placed = put_mail(desk, anna.id)
    assert (placed.state, placed.not_before) == (OutboxState.QUEUED, desk.now)
    assert journal(desk) == ["put_message"]


def test_at_night_it_waits_for_the_morning(desk: Desk, anna: Client) -> None:
    placed = put_mail(later(desk, hours=12), anna.id)
    assert placed.state is OutboxState.HELD
    assert placed.not_before == placed.verdict.until


def test_without_consent_it_waits_and_is_asked_again_the_next_day(desk: Desk) -> None:
    boris = make.client(desk)
    placed = put_mail(desk, boris.id)
    assert (placed.state, placed.verdict.code) == (OutboxState.HELD, Reason.NO_CONSENT)
    tomorrow = later(desk, days=1)
    make.consent(tomorrow, boris.id)
    assert claims.release_due(tomorrow) == 1
    assert outbox.find(desk, placed.id).state is OutboxState.QUEUED


@pytest.mark.parametrize("kind", [OutboxKind.CALL_TASK, OutboxKind.TEXT, OutboxKind.LETTER])
def test_what_a_machine_cannot_do_is_a_thing_to_do(
    desk: Desk, anna: Client, kind: OutboxKind
) -> None:
    channel = {OutboxKind.TEXT: Channel.SMS, OutboxKind.LETTER: Channel.LETTER}.get(
        kind, Channel.PHONE
    )
    assert put_call(desk, anna.id, kind=kind, channel=channel).state is OutboxState.TO_DO
    assert claims.claim(desk) == ()


def test_a_reason_overrules_the_hours_and_stands_in_the_journal(desk: Desk, anna: Client) -> None:
    night = later(desk, hours=12)
    placed = put_mail(night, anna.id, override_reason=" Самолёт через час ")
    assert placed.state is OutboxState.QUEUED
    assert outbox.find(desk, placed.id).override_reason == "Самолёт через час"
    assert "override_contact" in journal(desk)
    assert len(claims.claim(night)) == 1


def test_no_reason_overrules_missing_consent(desk: Desk) -> None:
    boris = make.client(desk)
    with pytest.raises(UserError):
        put_mail(desk, boris.id, override_reason="Он не против")


def test_the_gate_is_asked_again_at_the_moment_of_sending(desk: Desk, anna: Client) -> None:
    placed = put_mail(desk, anna.id)
    night = later(desk, hours=12)
    assert claims.claim(night) == ()
    row = outbox.find(desk, placed.id)
    assert row.state is OutboxState.HELD
    assert row.not_before > night.now


def test_a_mail_for_somebody_else_never_gets_in(desk: Desk, anna: Client) -> None:
    with pytest.raises(ValueError, match="somebody else"):
        put_mail(desk, anna.id, content=a_mail("boris@client.example"))
    with pytest.raises(UserError):
        put_mail(desk, anna.id, to="anna@client.example, boris@client.example")
    with pytest.raises(ValueError, match="empty"):
        put_call(desk, anna.id, content=b"")


def test_a_claim_is_for_one_and_its_fence_keeps_the_other_out(desk: Desk, anna: Client) -> None:
    put_mail(desk, anna.id)
    (mine,) = claims.claim(desk)
    assert claims.claim(desk) == ()
    assert claims.give_back(desk, mine)
    (again,) = claims.claim(desk)
    assert not claims.mark_sent(desk, mine)
    assert not claims.mark_failed(desk, mine, SendFailure("timeout", Outcome.RETRY))
    assert not claims.give_back(desk, mine)
    assert claims.mark_sent(desk, again)


def test_what_was_sent_is_on_the_timeline_and_does_not_restart_the_rhythm(
    desk: Desk, anna: Client, invitation: Invitation
) -> None:
    put_mail(desk, anna.id, invitation_id=invitation.id)
    assert invitation.state is InvitationState.QUEUED
    (mine,) = claims.claim(desk)
    claims.mark_sent(desk, mine)
    (noted,) = interactions(desk)
    assert (noted.kind, noted.two_way) == (InteractionKind.MAILING, False)
    assert anna.last_contact_at is None
    assert (invitation.state, invitation.sent_at) == (InvitationState.SENT, desk.now)


def test_trouble_of_the_server_is_tried_again_and_again_but_not_for_ever(
    desk: Desk, anna: Client
) -> None:
    placed = put_mail(desk, anna.id)
    later_on = desk
    for attempt in range(6):
        (mine,) = claims.claim(later_on)
        claims.mark_failed(later_on, mine, SendFailure("try_later", Outcome.RETRY))
        row = outbox.find(desk, placed.id)
        assert row.state is (OutboxState.FAILED if attempt == 5 else OutboxState.QUEUED)
        later_on = later(later_on, minutes=61)


def test_trouble_of_the_account_never_fails_a_message(desk: Desk, anna: Client) -> None:
    placed = put_mail(desk, anna.id)
    (mine,) = claims.claim(desk)
    outbox.find(desk, placed.id).attempts = 50
    claims.mark_failed(desk, mine, SendFailure("sign_in", Outcome.RETRY, account=True))
    row = outbox.find(desk, placed.id)
    assert (row.state, row.error_code) == (OutboxState.QUEUED, "sign_in")
    assert row.not_before > desk.now


def test_a_refused_address_is_shown_and_can_be_sent_again(
    desk: Desk, anna: Client, invitation: Invitation
) -> None:
    placed = put_mail(desk, anna.id, invitation_id=invitation.id)
    (mine,) = claims.claim(desk)
    claims.mark_failed(desk, mine, SendFailure("refused_recipient", Outcome.FAIL))
    assert invitation.state is InvitationState.BOUNCED
    assert outbox.send_again(desk, placed.id).state is OutboxState.QUEUED
    with pytest.raises(Conflict):
        outbox.send_again(desk, placed.id)


@pytest.mark.parametrize("arrived", [True, False])
def test_an_ambiguous_mail_waits_for_a_person(desk: Desk, anna: Client, arrived: bool) -> None:
    placed = put_mail(desk, anna.id)
    (mine,) = claims.claim(desk)
    claims.mark_failed(desk, mine, SendFailure("no_answer", Outcome.REVIEW))
    assert claims.claim(later(desk, hours=1)) == ()
    outbox.settle_review(desk, placed.id, arrived=arrived)
    state = outbox.find(desk, placed.id).state
    assert state is (OutboxState.SENT if arrived else OutboxState.QUEUED)
    with pytest.raises(Conflict):
        outbox.settle_review(desk, placed.id, arrived=arrived)


def test_a_call_made_is_done_and_can_be_taken_back(
    desk: Desk, anna: Client, invitation: Invitation
) -> None:
    placed = put_call(desk, anna.id, invitation_id=invitation.id)
    outbox.mark_done(desk, placed.id)
    assert invitation.state is InvitationState.SENT
    assert [i.kind for i in interactions(desk)] == [InteractionKind.TALK]
    with pytest.raises(Conflict):
        outbox.mark_done(desk, placed.id)
    outbox.mark_not_done(desk, placed.id)
    assert interactions(desk) == []
    assert outbox.find(desk, placed.id).state is OutboxState.TO_DO
    with pytest.raises(Conflict):
        outbox.mark_not_done(desk, placed.id)


def test_a_held_message_leaves_on_a_written_reason(desk: Desk, anna: Client) -> None:
    night = later(desk, hours=12)
    placed = put_mail(night, anna.id)
    with pytest.raises(UserError) as caught:
        outbox.send_anyway(night, placed.id, reason="  ")
    assert caught.value.field == "reason"
    assert outbox.send_anyway(night, placed.id, reason="Вылетает").state is OutboxState.QUEUED
    with pytest.raises(Conflict):
        outbox.send_anyway(night, placed.id, reason="Вылетает")


def test_a_message_taken_back_does_not_leave_and_can_be_put_back(desk: Desk, anna: Client) -> None:
    placed = put_mail(desk, anna.id)
    outbox.cancel(desk, placed.id)
    assert claims.claim(desk) == ()
    with pytest.raises(Conflict):
        outbox.cancel(desk, placed.id)
    assert outbox.restore(desk, placed.id).state is OutboxState.QUEUED
    with pytest.raises(Conflict):
        outbox.restore(desk, placed.id)
    assert outbox.cancel_for_client(desk, anna) == 1


def test_the_private_outbox_is_another_one_and_leaves_no_trace_on_the_timeline(
    desk: Desk, anna: Client
) -> None:
    placed = put_mail(desk, anna.id, private=True, topic=Topic.SERVICE)
    with pytest.raises(NotFound):
        outbox.find(desk, placed.id)
    assert claims.claim(desk) == ()
    (mine,) = claims.claim(desk, private=True)
    claims.mark_sent(desk, mine)
    assert outbox.find(desk, placed.id, private=True).state is OutboxState.SENT
    assert interactions(desk) == []


def test_a_message_that_is_not_there(desk: Desk) -> None:
    with pytest.raises(NotFound):
        outbox.cancel(desk, new_id())
