"""The consent ledger grows and is obeyed at once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import update
from sqlalchemy.exc import DBAPIError

from tests.factories import as_role, client, consent, later
from vipdesk.access import Desk
from vipdesk.channels.contact import may_contact
from vipdesk.channels.gate import Reason
from vipdesk.clients import consents
from vipdesk.clients.consents import (
    ConsentFields,
    consent_texts,
    list_consents,
    list_ledger,
    note_consents,
    standing_topics,
    withdraw_consents,
)
from vipdesk.errors import NotFound, UserError
from vipdesk.ids import new_id
from vipdesk.models import Consent
from vipdesk.vocabulary import Channel, ConsentForm, Role, Topic
from vipdesk.wording import Lang

TODAY = ConsentFields(ConsentForm.IN_PERSON)
BOTH = (Topic.INVITATION, Topic.GREETING)


def test_said_in_person_today_opens_the_gate_for_each_purpose(desk: Desk) -> None:
    person = client(desk)
    assert may_contact(desk, person.id, Channel.LETTER, Topic.INVITATION).code is Reason.NO_CONSENT
    assert len(note_consents(desk, person.id, topics=BOTH, fields=TODAY)) == 2
    for topic in BOTH:
        assert may_contact(desk, person.id, Channel.LETTER, topic).allowed
    assert not may_contact(desk, person.id, Channel.LETTER, Topic.OFFER).allowed


def test_taking_back_is_an_entry_of_its_own_and_holds_at_once(desk: Desk) -> None:
    person = client(desk)
    note_consents(desk, person.id, topics=BOTH, fields=TODAY)
    desk = later(desk, hours=1)
    withdraw_consents(desk, person.id, topics=(Topic.INVITATION,), fields=TODAY)
    assert standing_topics(desk, person.id) == {Topic.GREETING}
    assert not may_contact(desk, person.id, Channel.LETTER, Topic.INVITATION).allowed
    rows = list_ledger(desk, person.id)
    assert (rows[0].topic, rows[0].withdrawal) == (Topic.INVITATION, True)
    assert len(rows) == 3
    assert {r.topic for r in rows if r.standing} == {Topic.GREETING}


def test_agreed_taken_back_and_agreed_again_in_one_minute(desk: Desk) -> None:
    person = client(desk)
    for _ in range(8):  # many within a millisecond
        note_consents(desk, person.id, topics=BOTH, fields=TODAY)
        assert standing_topics(desk, person.id) == set(BOTH)
        withdraw_consents(desk, person.id, topics=BOTH, fields=TODAY)
        assert standing_topics(desk, person.id) == frozenset()


def test_an_entry_says_who_heard_it_how_and_by_which_words(desk: Desk) -> None:
    person = client(desk)
    head = as_role(desk, Role.HEAD).actor
    signed = ConsentFields(ConsentForm.SIGNED, heard_by_id=head.id, document="№ 17, папка 3")
    note_consents(desk, person.id, topics=(Topic.OFFER,), fields=signed)
    (row,) = list_ledger(desk, person.id)
    assert (row.form, row.channel, row.document) == (
        ConsentForm.SIGNED, Channel.IN_PERSON, "№ 17, папка 3",
    )  # fmt: skip
    assert row.heard_by.name == head.name
    assert row.text_version == consent_texts().version


def test_a_day_in_the_past_counts_from_that_day(desk: Desk) -> None:
    person = client(desk)
    day = (desk.now - timedelta(days=3)).date()
    fields = ConsentFields(ConsentForm.PHONE, said_on=day)
    note_consents(desk, person.id, topics=(Topic.OFFER,), fields=fields)
    assert list_ledger(desk, person.id)[0].said_at.date() == day
    assert standing_topics(desk, person.id, desk.now - timedelta(days=4)) == frozenset()
    assert standing_topics(desk, person.id) == {Topic.OFFER}


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        (ConsentFields(ConsentForm.SIGNED), "document"),
        (ConsentFields(ConsentForm.SIGNED, document="x" * 201), "document"),
        (ConsentFields(ConsentForm.WRITTEN), "evidence"),
        (ConsentFields(ConsentForm.ASSISTANT), "evidence"),
    ],
)
def test_evidence_is_asked_for(desk: Desk, fields: ConsentFields, field: str) -> None:
    with pytest.raises(UserError) as refused:
        note_consents(desk, client(desk).id, topics=BOTH, fields=fields)
    assert refused.value.field == field


def test_a_day_to_come_and_an_empty_choice_are_refused(desk: Desk) -> None:
    person = client(desk)
    ahead = ConsentFields(ConsentForm.PHONE, said_on=(desk.now + timedelta(days=5)).date())
    with pytest.raises(UserError):
        note_consents(desk, person.id, topics=BOTH, fields=ahead)
    with pytest.raises(UserError):
        note_consents(desk, person.id, topics=(), fields=TODAY)
    with pytest.raises(UserError):
        withdraw_consents(desk, person.id, topics=BOTH, fields=TODAY)


def test_what_an_entry_says_cannot_be_changed(desk: Desk) -> None:
    person = client(desk)
    note_consents(desk, person.id, topics=(Topic.OFFER,), fields=TODAY)
    with pytest.raises(DBAPIError):
        desk.session.execute(update(Consent).values(withdrawal=True))


def test_a_withdrawal_of_an_older_desk_is_still_obeyed(desk: Desk) -> None:
    person = client(desk)
    consent(desk, person.id, withdrawn_at=desk.now - timedelta(days=1))
    assert standing_topics(desk, person.id) == frozenset()
    assert standing_topics(desk, person.id, desk.now - timedelta(days=2)) == {Topic.INVITATION}
    assert list_consents(desk, person.id)[0].withdrawn_at is not None


def test_one_entry_is_taken_back_by_its_id(desk: Desk) -> None:
    person = client(desk)
    (given,) = note_consents(desk, person.id, topics=(Topic.OFFER,), fields=TODAY)
    consents.withdraw_consent(desk, given)
    (row,) = list_consents(desk, person.id)
    assert row.withdrawn_at == desk.now
    with pytest.raises(NotFound):
        consents.withdraw_consent(desk, new_id())


def test_there_are_words_for_every_purpose_in_both_languages() -> None:
    texts = consent_texts()
    assert set(texts.texts) == set(Topic)
    for lang in Lang:
        assert all(t.shown(lang) for t in texts.texts.values())
    assert "юрист" in texts.note(Lang.RU)
    assert "lawyer" in texts.note(Lang.EN)
