"""An override is for the reason that was seen; the assistant's way is never walked round."""

from __future__ import annotations

from uuid import UUID

import pytest
from sqlalchemy import select

from tests import factories as make
from tests.factories import later
from tests.factories_channels import put_call, put_mail
from tests.factories_events import prefers
from vipdesk.access import Desk
from vipdesk.channels import claims, mail, outbox, waiting
from vipdesk.channels.call_task import dial_anyway, get_call, get_dial
from vipdesk.channels.call_task import put_call as put_a_call
from vipdesk.channels.known import Reason
from vipdesk.clients.people import PersonFields, add_person_around
from vipdesk.errors import UserError
from vipdesk.models import ChannelPreference, Client, Invitation, JournalEntry
from vipdesk.vocabulary import Channel, OutboxState, PersonKind, PreferenceRule, Topic

OWN, VERAS = "+79165550142", "+79165550199"


@pytest.fixture
def anna(desk: Desk) -> Client:
    made = make.client(desk)
    make.consent(desk, made.id)
    make.phone(desk, made.id, OWN)
    make.email(desk, made.id)
    return made


def vera(
    desk: Desk, client_id: UUID, phone: str = VERAS, email: str = "vera@office.example"
) -> UUID:
    fields = PersonFields(kind=PersonKind.STAFF, name="Вера", phone=phone, email=email)
    return add_person_around(desk, client_id, fields)


def no_wish(desk: Desk) -> None:
    desk.session.delete(desk.session.scalars(select(ChannelPreference)).one())
    desk.session.flush()


def test_an_override_of_the_hour_does_not_overrule_what_came_later(
    desk: Desk, anna: Client
) -> None:
    night = later(desk, hours=12)
    placed = put_mail(night, anna.id, override_reason="Самолёт через час")
    prefers(desk, anna.id, Channel.EMAIL, rule=PreferenceRule.FORBID)
    assert claims.claim(night) == ()
    (row,) = waiting.list_waiting(night)
    assert (row.state, row.verdict.code) == (OutboxState.HELD, Reason.FORBIDDEN)
    assert [r.code for r in row.against] == [Reason.FORBIDDEN]
    again = outbox.send_anyway(night, placed.id, reason="Сам попросил прислать")
    assert again.state is OutboxState.QUEUED
    assert len(claims.claim(night)) == 1
    kept = outbox.find(desk, placed.id)
    assert kept.override_reason == "Самолёт через час\nСам попросил прислать"
    verbs = desk.session.scalars(select(JournalEntry.verb)).all()
    assert verbs.count("override_contact") == 2


def test_a_reason_behind_the_one_that_was_seen_asks_anew(desk: Desk, anna: Client) -> None:
    night = later(desk, hours=12)
    prefers(desk, anna.id, Channel.PHONE, rule=PreferenceRule.FORBID)
    placed = put_call(night, anna.id, override_reason="Разрешил сам")
    assert (placed.state, placed.verdict.code) == (OutboxState.HELD, Reason.OUTSIDE_HOURS)
    both = {Reason.FORBIDDEN, Reason.OUTSIDE_HOURS}
    placed = put_call(night, anna.id, override_reason="Ждёт звонка", overrules=both)
    assert placed.state is OutboxState.TO_DO


def test_a_reason_that_was_not_seen_is_not_overruled(desk: Desk, anna: Client) -> None:
    night = later(desk, hours=12)
    placed = put_mail(night, anna.id, override_reason="Ждёт", overrules={Reason.TOO_OFTEN})
    assert (placed.state, placed.verdict.code) == (OutboxState.HELD, Reason.OUTSIDE_HOURS)
    assert outbox.find(desk, placed.id).override_reason == ""


def test_a_call_is_dialled_anyway_for_what_was_read_and_no_more(desk: Desk, anna: Client) -> None:
    night = later(desk, hours=12)
    prefers(desk, anna.id, Channel.PHONE, rule=PreferenceRule.FORBID)
    seen = [r.code for r in get_dial(night, anna.id).against]
    assert seen == [Reason.FORBIDDEN, Reason.OUTSIDE_HOURS]
    with pytest.raises(UserError) as caught:
        dial_anyway(night, anna.id, reason="Пожар", overrules=seen[:1])
    assert caught.value.field == "reason"
    assert dial_anyway(night, anna.id, reason="Пожар", overrules=seen).phone == OWN


# Through the assistant -----------------------------------------------------------------------


def test_the_clients_own_number_is_no_way_round_the_assistants(desk: Desk, anna: Client) -> None:
    prefers(desk, anna.id, Channel.PHONE, via_person_id=vera(desk, anna.id, phone=""))
    dial = get_dial(desk, anna.id)
    assert (dial.phone, dial.may_be_overruled) == ("", False)
    assert dial.verdict.code is Reason.ASSISTANT_UNREACHABLE
    with pytest.raises(UserError):
        put_a_call(desk, client_id=anna.id, topic=Topic.PERSONAL, script="Добрый день")


def test_a_plain_mail_that_waits_is_readdressed_when_it_leaves(desk: Desk, anna: Client) -> None:
    placed = put_mail(desk, anna.id, topic=Topic.PERSONAL)
    prefers(desk, anna.id, Channel.EMAIL, via_person_id=vera(desk, anna.id))
    (mine,) = claims.claim(desk)
    assert mine.address == "vera@office.example"
    mail.check_mail(mine.content, mine.address)
    assert "приходите" in mail.text_of(mine.content)
    claims.give_back(desk, mine)
    # And the other way: who no longer wishes it is written to directly.
    no_wish(desk)
    (again,) = claims.claim(desk)
    assert (again.id, again.address) == (placed.id, "anna@client.example")


def test_an_invitation_for_somebody_else_waits_and_says_why(desk: Desk, anna: Client) -> None:
    row = Invitation(
        event_id=make.event(desk).id, client_id=anna.id, uid="u", token="t", channel=Channel.EMAIL
    )
    desk.session.add(row)
    desk.session.flush()
    placed = put_mail(desk, anna.id, invitation_id=row.id)
    prefers(desk, anna.id, Channel.EMAIL, via_person_id=vera(desk, anna.id))
    assert claims.claim(desk) == ()
    kept = outbox.find(desk, placed.id)
    assert (kept.state, kept.error_code) == (OutboxState.HELD, "other_way")
    assert kept.not_before > desk.now
    no_wish(desk)
    assert claims.release_due(later(desk, days=1)) == 1
    assert outbox.find(desk, placed.id).error_code == ""


def test_a_letter_about_a_case_is_given_to_nobody_else(desk: Desk, anna: Client) -> None:
    placed = put_mail(desk, anna.id, private=True, topic=Topic.SERVICE)
    prefers(desk, anna.id, Channel.EMAIL, via_person_id=vera(desk, anna.id))
    assert claims.claim(desk, private=True) == ()
    kept = outbox.find(desk, placed.id, private=True)
    assert (kept.state, kept.address) == (OutboxState.HELD, "anna@client.example")
    late = put_mail(desk, anna.id, private=True, topic=Topic.SERVICE)
    assert (late.state, late.error) == (OutboxState.HELD, "case_through")


def test_a_call_follows_the_wish_both_ways(desk: Desk, anna: Client) -> None:
    made = put_a_call(desk, client_id=anna.id, topic=Topic.PERSONAL, script="Добрый день")
    prefers(desk, anna.id, Channel.PHONE, via_person_id=vera(desk, anna.id))
    assert get_call(desk, made.id).phone == VERAS
    assert outbox.take_up(desk, made.id).address == VERAS
    no_wish(desk)
    assert get_call(desk, made.id).phone == OWN
    assert outbox.take_up(desk, made.id).address == OWN
