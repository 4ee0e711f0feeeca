"""A restricted client: kept, not used, not changed; the client's own voice passes."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from tests.factories import as_role, client, consent, email, later, phone
from tests.factories_channels import put_call, put_mail
from tests.factories_complaints import filed
from vipdesk.access import Desk
from vipdesk.agenda import rhythm
from vipdesk.channels import claims, outbox
from vipdesk.channels.contact import may_contact
from vipdesk.channels.gate import Reason
from vipdesk.clients import contact_points, facts, profile, registry
from vipdesk.clients.consents import ConsentFields, withdraw_consents
from vipdesk.clients.contact_points import PointFields
from vipdesk.clients.handover import hand_over
from vipdesk.errors import Conflict, UserError
from vipdesk.health import score
from vipdesk.models import Client, OutboxMessage, Staff
from vipdesk.privacy import requests, restriction
from vipdesk.privacy.erasure import erase_client, preview_erasure
from vipdesk.vocabulary import (
    Channel,
    ConsentForm,
    ContactKind,
    ErasureGround,
    FactKind,
    OutboxState,
    PrivacyRight,
    RestrictionGround,
    Role,
    Settled,
    Topic,
)


def restricted(desk: Desk) -> Client:
    person = client(desk)
    email(desk, person.id)
    phone(desk, person.id)
    for topic in Topic:
        consent(desk, person.id, topic)
    restriction.restrict_client(desk, person.id, ground=RestrictionGround.DISPUTED)
    return person


@pytest.mark.parametrize("channel", list(Channel))
def test_no_way_out_is_open_and_no_reason_opens_one(desk: Desk, channel: Channel) -> None:
    person = restricted(desk)
    for topic in Topic:
        found = may_contact(desk, person.id, channel, topic)
        assert found.code is Reason.RESTRICTED
        assert not found.code.overridable
        assert not found.code.passes


def test_what_is_put_into_the_outbox_stays_there(desk: Desk) -> None:
    person = restricted(desk)
    placed = put_mail(desk, person.id, topic=Topic.SERVICE)
    assert placed.state is OutboxState.HELD
    with pytest.raises(UserError):
        outbox.send_anyway(desk, placed.id, reason="очень надо")
    with pytest.raises(UserError):
        put_call(desk, person.id, topic=Topic.SERVICE, override_reason="очень надо")
    ahead = later(desk, days=30)
    claims.release_due(ahead)
    assert claims.claim(ahead) == ()


def test_what_already_waits_is_held(desk: Desk) -> None:
    person = client(desk)
    email(desk, person.id)
    mail = put_mail(desk, person.id, topic=Topic.SERVICE)
    call = put_call(desk, person.id, topic=Topic.SERVICE)
    restriction.restrict_client(desk, person.id, ground=RestrictionGround.OBJECTION)
    states = {desk.session.get_one(OutboxMessage, m.id).state for m in (mail, call)}
    assert states == {OutboxState.HELD}
    assert claims.claim(later(desk, minutes=1)) == ()


def test_a_mail_that_had_left_is_still_recorded(desk: Desk) -> None:
    person = client(desk)
    email(desk, person.id)
    placed = put_mail(desk, person.id, topic=Topic.SERVICE)
    (claimed,) = claims.claim(desk)
    restriction.restrict_client(desk, person.id, ground=RestrictionGround.CLAIMS)
    assert claims.mark_sent(desk, claimed)
    assert desk.session.get_one(OutboxMessage, placed.id).state is OutboxState.SENT


def test_nobody_changes_the_profile(desk: Desk) -> None:
    person = restricted(desk)
    point = PointFields(ContactKind.PHONE, "+7 495 000-33-44", "", preferred=False)
    deeds = (
        lambda: facts.add_fact(desk, person.id, kind=FactKind.WORK, text="Сменил работу"),
        lambda: contact_points.add_contact_point(desk, person.id, point),
        lambda: facts.add_interest(desk, person.id, topic="опера"),
    )
    for deed in deeds:
        half = desk.session.begin_nested()
        with pytest.raises(UserError):
            deed()
        half.rollback()
    person.company = "Другая"
    with pytest.raises(UserError):
        desk.session.flush()
    desk.session.expunge_all()


def test_the_clients_own_voice_passes(desk: Desk) -> None:
    person = restricted(desk)
    assert filed(desk, person.id).id
    fields = ConsentFields(ConsentForm.PHONE)
    assert withdraw_consents(desk, person.id, topics=(Topic.OFFER,), fields=fields)
    assert requests.ask_correction(desk, person.id, fields=("surname",))


def test_a_restricted_client_is_not_scored_proposed_or_called(desk: Desk) -> None:
    person = client(desk, last_contact_at=desk.now - timedelta(days=200))
    assert ids_of(desk) == {person.id}
    restriction.restrict_client(desk, person.id, ground=RestrictionGround.UNLAWFUL)
    assert ids_of(desk) == set()
    with pytest.raises(UserError):
        score.get_health(desk, person.id)
    (row,) = registry.list_clients(desk)
    assert row.restricted
    assert profile.get_client(desk, person.id).restricted_at == desk.now


def ids_of(desk: Desk) -> set[UUID]:
    lines, _more = rhythm.list_calls(desk, limit=50)
    return {line.client_id for line in lines}


def test_lifting_is_for_who_answers_and_opens_the_way_again(desk: Desk) -> None:
    person = restricted(desk)
    with pytest.raises(UserError):
        restriction.lift_restriction(desk, person.id)
    head = as_role(desk, Role.HEAD)
    restriction.lift_restriction(head, person.id)
    assert may_contact(desk, person.id, Channel.LETTER, Topic.SERVICE).allowed
    with pytest.raises(Conflict):
        restriction.lift_restriction(head, person.id)
    rights = [r.right for r in requests.list_requests(desk, person.id)]
    assert rights == [PrivacyRight.LIFT, PrivacyRight.RESTRICT]


def test_a_second_restriction_is_a_conflict_and_a_colleague_may_not(desk: Desk) -> None:
    person = restricted(desk)
    with pytest.raises(Conflict):
        restriction.restrict_client(desk, person.id, ground=RestrictionGround.CLAIMS)
    other = client(desk)
    with pytest.raises(UserError):
        restriction.restrict_client(
            as_role(desk, Role.COORDINATOR), other.id, ground=RestrictionGround.CLAIMS
        )


def test_a_restricted_client_goes_along_when_the_manager_hands_over(desk: Desk) -> None:
    person = restricted(desk)
    olga = Staff(role=Role.MANAGER, surname="Белова", given="Ольга")
    desk.session.add(olga)
    desk.session.flush()
    hand_over(desk, to_id=olga.id, all_of=person.manager_id)
    assert person.manager_id == olga.id


def test_nothing_is_added_to_an_erased_client(desk: Desk) -> None:
    person = client(desk)
    head = as_role(desk, Role.HEAD)
    state = preview_erasure(head, person.id).state
    erase_client(head, person.id, ground=ErasureGround.REQUEST, state=state)
    with pytest.raises(UserError, match="erased"):
        facts.add_interest(desk, person.id, topic="опера")


# Corrections ------------------------------------------------------------------------------------


def test_a_correction_is_closed_with_the_names_of_fields_that_changed(desk: Desk) -> None:
    person = client(desk)
    asked = requests.ask_correction(
        desk, person.id, fields=("surname", "phone"), channel=Channel.PHONE
    )
    (row,) = requests.list_requests(desk, person.id)
    assert row.due_on == (desk.now + timedelta(days=10)).date()
    desk = later(desk, hours=2)
    with pytest.raises(UserError):
        requests.close_correction(desk, asked)
    point = PointFields(ContactKind.PHONE, "+7 495 000-33-44", "", preferred=False)
    contact_points.add_contact_point(desk, person.id, point)
    assert "value" in requests.close_correction(desk, asked)
    (row,) = requests.list_requests(desk, person.id)
    assert row.asked_fields == ("surname", "phone")
    assert row.done_at == desk.now
    with pytest.raises(Conflict):
        requests.close_correction(desk, asked)


@pytest.mark.parametrize("settled", [Settled.REMOVED, Settled.REFUSED])
def test_a_correction_ends_by_removal_or_refusal_too(desk: Desk, settled: Settled) -> None:
    person = client(desk)
    asked = requests.ask_correction(desk, person.id, fields=("fact",))
    assert requests.close_correction(desk, asked, settled=settled) == ()
    (row,) = requests.list_requests(desk, person.id)
    assert (row.settled, row.done_at, row.late) == (settled, desk.now, False)


def test_a_consent_is_not_taken_back_before_it_was_given(desk: Desk) -> None:
    person = client(desk)
    consent(desk, person.id, topic=Topic.INVITATION)
    early = ConsentFields(ConsentForm.PHONE, said_on=(desk.now - timedelta(days=900)).date())
    with pytest.raises(UserError, match="cannot be taken back before") as refused:
        withdraw_consents(desk, person.id, topics=(Topic.INVITATION,), fields=early)
    assert refused.value.field == "said_on"


def test_a_correction_names_what_is_wrong_and_late_ones_show(desk: Desk) -> None:
    person = client(desk)
    with pytest.raises(UserError):
        requests.ask_correction(desk, person.id, fields=())
    requests.ask_correction(desk, person.id, fields=("surname",))
    (row,) = requests.list_requests(later(desk, days=11), person.id)
    assert row.late
