"""The verdict for a client, from what is on record; on both engines."""

from __future__ import annotations

import json
from datetime import timedelta
from uuid import uuid4

import pytest

from tests import factories as make
from vipdesk.access import Desk
from vipdesk.channels.contact import POLICY_SETTING, may_contact, may_contact_each
from vipdesk.channels.gate import Reason
from vipdesk.errors import NotFound
from vipdesk.models import ChannelPreference, ClubSetting, InviteHold, OutboxMessage, PersonAround
from vipdesk.vocabulary import (
    Channel,
    HoldKind,
    OutboxKind,
    OutboxState,
    PersonKind,
    PreferenceRule,
    Topic,
)


def prefer(desk: Desk, client_id: object, **fields: object) -> ChannelPreference:
    values = {"channel": Channel.PHONE, "rule": PreferenceRule.ALLOW, "noted_at": desk.now}
    row = ChannelPreference(client_id=client_id, **{**values, **fields})
    desk.session.add(row)
    desk.session.flush()
    return row


def test_a_client_in_moscow_may_be_called_at_one_in_the_afternoon(desk: Desk) -> None:
    anna = make.client(desk)
    answer = may_contact(desk, anna.id, Channel.PHONE, Topic.PERSONAL)
    assert (answer.allowed, answer.zone) == (True, "Europe/Moscow")
    late = may_contact(desk, anna.id, Channel.PHONE, Topic.PERSONAL, desk.now + timedelta(hours=10))
    assert late.code is Reason.OUTSIDE_HOURS


def test_consent_counts_from_the_day_it_was_given_to_the_day_it_was_withdrawn(desk: Desk) -> None:
    anna = make.client(desk)
    one = make.consent(desk, anna.id, given_at=desk.now, withdrawn_at=desk.now + timedelta(days=1))
    ask = (desk, anna.id, Channel.EMAIL, Topic.INVITATION)
    assert may_contact(*ask).allowed
    assert not may_contact(*ask, desk.now - timedelta(days=1)).allowed
    assert one.withdrawn_at is not None
    assert may_contact(*ask, one.withdrawn_at).code is Reason.NO_CONSENT


def test_the_assistant_is_named_with_the_number(desk: Desk) -> None:
    anna = make.client(desk)
    vera = PersonAround(client_id=anna.id, kind=PersonKind.STAFF, name="Вера", phone="+7495")
    desk.session.add(vera)
    desk.session.flush()
    prefer(desk, anna.id, via_person_id=vera.id)
    via = may_contact(desk, anna.id, Channel.PHONE, Topic.PERSONAL).via
    assert via is not None
    assert (via.name, via.phone) == ("Вера", "+7495")


def test_many_clients_are_asked_at_once_and_each_has_an_own_answer(desk: Desk) -> None:
    anna, boris, held = make.client(desk), make.client(desk, time_zone=None), make.client(desk)
    for one in (anna, boris, held):
        make.consent(desk, one.id)
    desk.session.add(InviteHold(client_id=held.id, kind=HoldKind.NO_INVITE))
    desk.session.flush()
    ids = (anna.id, boris.id, held.id, uuid4())
    answers = may_contact_each(desk, ids, Channel.PHONE, Topic.INVITATION)
    assert {i: a.code for i, a in answers.items()} == {
        anna.id: Reason.FREE,
        boris.id: Reason.ZONE_UNKNOWN,
        held.id: Reason.ON_HOLD,
    }


def test_the_club_sets_its_own_hours_and_cap(desk: Desk) -> None:
    anna = make.client(desk)
    make.consent(desk, anna.id)
    own = {"from_minute": 1140, "to_minute": 1200, "cap": 1, "cap_days": 7}
    desk.session.add(ClubSetting(name=POLICY_SETTING, value=json.dumps(own)))
    desk.session.add(
        OutboxMessage(
            kind=OutboxKind.LETTER, channel=Channel.LETTER, topic=Topic.INVITATION,
            client_id=anna.id, content=b"x", state=OutboxState.SENT, made_at=desk.now,
            not_before=desk.now, sent_at=desk.now - timedelta(days=1),
        )
    )  # fmt: skip
    desk.session.flush()
    assert may_contact(desk, anna.id, Channel.PHONE, Topic.SERVICE).code is Reason.OUTSIDE_HOURS
    often = may_contact(desk, anna.id, Channel.LETTER, Topic.INVITATION)
    assert (often.code, often.until) == (Reason.TOO_OFTEN, desk.now + timedelta(days=6))


def test_a_client_who_is_not_there(desk: Desk) -> None:
    with pytest.raises(NotFound):
        may_contact(desk, uuid4(), Channel.PHONE, Topic.PERSONAL)
    assert may_contact_each(desk, (), Channel.PHONE, Topic.PERSONAL) == {}
