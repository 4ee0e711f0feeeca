"""The profile: add, change, contact points, wishes, people around, facts."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from tests import factories as make
from vipdesk.access import Desk
from vipdesk.access.merging import Diverged
from vipdesk.clients import consents, contact_points, facts, people, preferences, profile, special
from vipdesk.clients.contact_points import PointFields
from vipdesk.clients.people import PersonFields
from vipdesk.clients.preferences import Hour, PreferenceFields
from vipdesk.clients.rows import ClientFields, Freshness
from vipdesk.errors import NotFound, UserError
from vipdesk.ids import new_id
from vipdesk.models import Client, JournalEntry
from vipdesk.vocabulary import (
    Channel,
    Confidence,
    ContactKind,
    FactKind,
    InterestKind,
    PersonKind,
    PreferenceRule,
    Role,
    Sensitivity,
    Topic,
)

PETR = ClientFields(surname="Щукин", given="Пётр", patronymic="Ильич", city="Москва")
PHONE = PointFields(ContactKind.PHONE, "8 916 555-01-42", preferred=True)


def test_a_new_client_is_read_back_whole(desk: Desk) -> None:
    client_id = profile.add_client(desk, PETR, [PHONE])
    card = profile.get_client(desk, client_id)
    assert card.fields.surname == "Щукин"
    assert card.points[0].normalised == "+79165550142"
    assert card.manager is None
    assert card.preferences == ()
    assert card.consents == ()


def test_a_client_needs_a_name(desk: Desk) -> None:
    with pytest.raises(UserError) as caught:
        profile.add_client(desk, ClientFields(surname="  "))
    assert caught.value.field == "surname"


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"birth_month": 2, "birth_day": 30}, "birth_day"),
        ({"birth_month": 13}, "birth_month"),
        ({"birth_year": 1492}, "birth_year"),
        ({"time_zone": "Mars/Olympus"}, "time_zone"),
        ({"cadence_days": 0}, "cadence_days"),
        ({"company": "я" * 201}, "company"),
        ({"manager_id": new_id()}, "manager_id"),
    ],
)
def test_a_wrong_value_is_told_beside_its_field(
    desk: Desk, changes: dict[str, object], field: str
) -> None:
    with pytest.raises(UserError) as caught:
        profile.add_client(desk, replace(PETR, **changes))
    assert caught.value.field == field


def test_29_february_without_a_year_is_a_birthday(desk: Desk) -> None:
    fields = replace(PETR, birth_month=2, birth_day=29)
    assert profile.get_client(desk, profile.add_client(desk, fields)).fields.birth_day == 29


def test_a_change_is_journalled_by_field_names_alone(desk: Desk) -> None:
    client_id = profile.add_client(desk, PETR)
    base = profile.get_client(desk, client_id).fields
    saved = profile.change_client(desk, client_id, base=base, values=replace(base, city="Тверь"))
    assert saved.after == replace(base, city="Тверь")
    entry = desk.session.scalars(
        select(JournalEntry).where(JournalEntry.verb == "change_client")
    ).one()
    assert entry.fields == "city"


def test_an_older_form_on_the_same_field_is_a_conflict_and_changes_nothing(desk: Desk) -> None:
    client_id = profile.add_client(desk, PETR)
    base = profile.get_client(desk, client_id).fields
    profile.change_client(desk, client_id, base=base, values=replace(base, city="Тверь"))
    desk.session.scalar(select(JournalEntry.seq).limit(1))  # writes what is noted
    with pytest.raises(Diverged) as caught:
        profile.change_client(desk, client_id, base=base, values=replace(base, city="Уфа"))
    assert profile.get_client(desk, client_id).fields.city == "Тверь"
    (clash,) = caught.value.clashes
    assert (clash.original, clash.yours, clash.theirs) == ((base.city,), ("Уфа",), ("Тверь",))
    assert caught.value.last is not None
    assert caught.value.last.who.name == desk.actor.name


def test_an_older_form_on_other_fields_is_joined(desk: Desk) -> None:
    client_id = profile.add_client(desk, PETR)
    base = profile.get_client(desk, client_id).fields
    profile.change_client(desk, client_id, base=base, values=replace(base, city="Тверь"))
    saved = profile.change_client(desk, client_id, base=base, values=replace(base, company="Верфь"))
    now = profile.get_client(desk, client_id).fields
    assert (now.city, now.company) == ("Тверь", "Верфь")
    assert saved.taken == ("city",)


def test_undo_takes_back_ones_own_change_alone(desk: Desk) -> None:
    client_id = profile.add_client(desk, PETR)
    base = profile.get_client(desk, client_id).fields
    mine = profile.change_client(desk, client_id, base=base, values=replace(base, city="Тверь"))
    theirs = replace(mine.after, company="Верфь")
    profile.change_client(desk, client_id, base=mine.after, values=theirs)
    profile.change_client(desk, client_id, base=mine.after, values=mine.before)
    assert profile.get_client(desk, client_id).fields == replace(base, company="Верфь")


def test_a_birthday_is_never_made_of_two(desk: Desk) -> None:
    client_id = profile.add_client(desk, replace(PETR, birth_day=1, birth_month=5, birth_year=1970))
    base = profile.get_client(desk, client_id).fields
    profile.change_client(desk, client_id, base=base, values=replace(base, birth_year=1971))
    with pytest.raises(Diverged) as caught:
        profile.change_client(desk, client_id, base=base, values=replace(base, birth_day=2))
    assert caught.value.clashes[0].theirs == (1971, 5, 1)


def test_a_client_removed_meanwhile_is_said_so(desk: Desk) -> None:
    client_id = profile.add_client(desk, PETR)
    base = profile.get_client(desk, client_id).fields
    profile.remove_client(desk, client_id)
    desk.session.scalar(select(JournalEntry.seq).limit(1))  # writes what is noted
    with pytest.raises(Diverged) as caught:
        profile.change_client(desk, client_id, base=base, values=replace(base, city="Уфа"))
    assert caught.value.removed
    assert caught.value.yours.city == "Уфа"
    assert caught.value.last is not None


def test_a_change_of_nothing_leaves_no_trace(desk: Desk) -> None:
    client_id = profile.add_client(desk, PETR)
    card = profile.get_client(desk, client_id)
    profile.change_client(desk, client_id, base=card.fields, values=card.fields)
    assert profile.get_client(desk, client_id).version == card.version


def test_a_client_just_added_can_be_taken_back(desk: Desk) -> None:
    client_id = profile.add_client(desk, PETR, [PHONE])
    profile.remove_client(desk, client_id)
    with pytest.raises(NotFound):
        profile.get_client(desk, client_id)


def test_a_client_with_a_history_is_not_taken_back(desk: Desk) -> None:
    client_id = profile.add_client(desk, PETR)
    make.interaction(desk, client_id)
    with pytest.raises(UserError):
        profile.remove_client(desk, client_id)


def test_the_same_number_twice_is_refused(desk: Desk) -> None:
    client_id = profile.add_client(desk, PETR, [PHONE])
    with pytest.raises(UserError) as caught:
        contact_points.add_contact_point(
            desk, client_id, PointFields(ContactKind.PHONE, "+7 (916) 555 01 42")
        )
    assert caught.value.field == "value"


@pytest.mark.parametrize(
    "point",
    [
        PointFields(ContactKind.PHONE, "12345"),
        PointFields(ContactKind.EMAIL, "не адрес"),
        PointFields(ContactKind.MESSENGER, " "),
        PointFields(ContactKind.ADDRESS, ""),
    ],
)
def test_a_contact_that_cannot_be_used_is_refused(desk: Desk, point: PointFields) -> None:
    with pytest.raises(UserError):
        contact_points.checked_point(point)


def test_only_one_contact_of_a_kind_is_preferred(desk: Desk) -> None:
    client_id = profile.add_client(desk, PETR, [PHONE])
    second = contact_points.add_contact_point(
        desk, client_id, PointFields(ContactKind.PHONE, "+7 495 555-07-11")
    )
    contact_points.prefer_contact_point(desk, second)
    desk.session.expire_all()
    points = contact_points.list_contact_points(desk, client_id)
    assert [p.normalised for p in points if p.preferred] == ["+74955550711"]


def test_a_removed_contact_comes_back_as_it_was(desk: Desk) -> None:
    client_id = profile.add_client(desk, PETR, [PHONE])
    (point,) = contact_points.list_contact_points(desk, client_id)
    kept = contact_points.remove_contact_point(desk, point.id)
    fields = PointFields(kept.kind, kept.value, kept.label, kept.preferred)
    contact_points.add_contact_point(desk, client_id, fields, point_id=kept.id)
    assert contact_points.list_contact_points(desk, client_id) == (point,)


def test_a_wish_is_noted_and_taken_back(desk: Desk) -> None:
    client = make.client(desk)
    fields = PreferenceFields(
        Channel.PHONE, PreferenceRule.PREFER, from_minute=720, to_minute=1080, source="сама"
    )
    preference_id = preferences.add_preference(desk, client.id, fields)
    assert preferences.list_preferences(desk, client.id)[0].from_minute == 720
    assert preferences.remove_preference(desk, preference_id) == fields
    assert preferences.list_preferences(desk, client.id) == ()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"weekdays": 0}, "weekdays"),
        ({"from_minute": 600, "to_minute": 600}, "hours"),
        ({"to_minute": 1500}, "hours"),
        ({"zone": "Mars/Olympus"}, "zone"),
        ({"via_person_id": new_id()}, "via_person_id"),
    ],
)
def test_a_wish_that_says_nothing_is_refused(
    desk: Desk, changes: dict[str, object], field: str
) -> None:
    fields = replace(PreferenceFields(Channel.PHONE, PreferenceRule.ALLOW), **changes)
    with pytest.raises(UserError) as caught:
        preferences.add_preference(desk, make.client(desk).id, fields)
    assert caught.value.field == field


def rule(desk: Desk, rule: PreferenceRule, **hours: int) -> None:
    fields = PreferenceFields(Channel.PHONE, rule, **hours)
    client = desk.session.scalars(select(Client)).first() or make.client(desk)
    preferences.add_preference(desk, client.id, fields)


def week(desk: Desk) -> tuple[tuple[Hour, ...], ...]:
    client = desk.session.scalars(select(Client)).first() or make.client(desk)
    rows = preferences.list_preferences(desk, client.id)
    return preferences.week_of(rows, Channel.PHONE, desk.now.date())


def test_a_week_without_wishes_has_the_clubs_hours(desk: Desk) -> None:
    monday = week(desk)[0]
    assert monday.count(Hour.USUAL) == 12
    assert monday[8] is Hour.CLOSED


def test_named_hours_close_the_others_and_a_never_wins(desk: Desk) -> None:
    rule(desk, PreferenceRule.PREFER, from_minute=720, to_minute=1080, weekdays=0b11111)
    rule(desk, PreferenceRule.FORBID, from_minute=780, to_minute=840)
    monday, saturday = week(desk)[0], week(desk)[5]
    assert monday[12] is Hour.PREFERRED
    assert monday[13] is Hour.FORBIDDEN
    assert monday[19] is Hour.CLOSED
    assert Hour.PREFERRED not in saturday


def test_hours_over_midnight_belong_to_their_evening(desk: Desk) -> None:
    rule(desk, PreferenceRule.ALLOW, from_minute=1320, to_minute=120, weekdays=1)
    shown = week(desk)
    assert shown[0][23] is shown[1][1] is Hour.ALLOWED
    assert shown[0][1] is Hour.CLOSED


def test_consent_needs_its_evidence_and_a_withdrawal_keeps_the_entry(desk: Desk) -> None:
    client = make.client(desk)
    with pytest.raises(UserError):
        consents.give_consent(
            desk, client.id, topic=Topic.INVITATION, text_version="2026-01", evidence=" "
        )
    given = consents.give_consent(
        desk, client.id, topic=Topic.INVITATION, text_version="2026-01", evidence="анкета"
    )
    consents.withdraw_consent(desk, given)
    (row,) = consents.list_consents(desk, client.id)
    assert row.withdrawn_at == desk.now


def test_people_around_are_seen_from_both_ends(desk: Desk) -> None:
    anna, petr = make.client(desk), make.client(desk, surname="Щукин", given="Пётр")
    people.add_person_around(
        desk,
        anna.id,
        PersonFields(
            PersonKind.HOUSEHOLD,
            other_client_id=petr.id,
            label_there="husband",
            label_back="wife",
        ),
    )
    (there,) = people.list_people_around(desk, anna.id)
    (back,) = people.list_people_around(desk, petr.id)
    assert (there.label, there.client_id) == ("husband", petr.id)
    assert (back.label, back.client_id) == ("wife", anna.id)


def test_an_entry_for_the_manager_is_closed_to_the_coordinator(desk: Desk) -> None:
    client = make.client(desk)
    people.add_person_around(
        desk,
        client.id,
        PersonFields(PersonKind.FRICTION, name="Егор Б.", sensitivity=Sensitivity.MANAGER),
    )
    assert len(people.list_people_around(desk, client.id)) == 1
    assert people.list_people_around(make.as_role(desk, Role.COORDINATOR), client.id) == ()


def test_who_may_answer_needs_an_address(desk: Desk) -> None:
    fields = PersonFields(PersonKind.STAFF, name="Ирина", may_act=True)
    with pytest.raises(UserError) as caught:
        people.add_person_around(desk, make.client(desk).id, fields)
    assert caught.value.field == "phone"


def test_the_assistant_through_whom_a_client_is_reached_stays(desk: Desk) -> None:
    client = make.client(desk)
    person = people.add_person_around(
        desk, client.id, PersonFields(PersonKind.STAFF, name="Ирина", phone="+7 916 555-00-01")
    )
    wish = PreferenceFields(Channel.PHONE, PreferenceRule.PREFER, via_person_id=person)
    preference_id = preferences.add_preference(desk, client.id, wish)
    with pytest.raises(UserError):
        people.remove_person_around(desk, person)
    preferences.remove_preference(desk, preference_id)
    back, fields = people.remove_person_around(desk, person)
    assert (back, fields.name) == (client.id, "Ирина")


def test_a_fact_grows_old_by_its_kind(desk: Desk) -> None:
    client = make.client(desk)
    facts.add_fact(desk, client.id, kind=FactKind.TRAVEL, text="Живёт на даче до осени")
    (fresh,) = facts.list_facts(desk, client.id, special=True)
    assert fresh.freshness is Freshness.FRESH
    (aging,) = facts.list_facts(make.later(desk, days=100), client.id, special=True)
    assert aging.freshness is Freshness.AGING
    later = facts.list_facts(make.later(desk, days=130), client.id, special=True)
    assert later[0].freshness is Freshness.STALE
    assert facts.to_ask_again(later) == later[0]


def test_a_confirmed_fact_is_fresh_again(desk: Desk) -> None:
    client = make.client(desk)
    fact = facts.add_fact(
        desk, client.id, kind=FactKind.GIFT, text="Любит Шостаковича", confidence=Confidence.GUESS
    )
    later = make.later(desk, days=100)
    facts.confirm_fact(later, fact)
    (row,) = facts.list_facts(later, client.id, special=True)
    assert row.freshness is Freshness.FRESH
    assert row.confidence is Confidence.CONFIRMED


def test_an_ended_fact_is_not_shown_until_it_is_reopened(desk: Desk) -> None:
    client = make.client(desk)
    fact = facts.add_fact(desk, client.id, kind=FactKind.WORK, text="Совет директоров")
    facts.end_fact(desk, fact)
    assert facts.list_facts(desk, client.id, special=True) == ()
    facts.reopen_fact(desk, fact)
    assert len(facts.list_facts(desk, client.id, special=True)) == 1


def test_health_is_read_and_noted_by_the_clients_manager_alone(desk: Desk) -> None:
    client = make.client(desk)
    with pytest.raises(UserError):
        facts.add_fact(desk, client.id, kind=FactKind.HEALTH, text="Кардиостимулятор")
    special.change_special(desk, on=True)
    facts.add_fact(desk, client.id, kind=FactKind.HEALTH, text="Кардиостимулятор")
    assert len(profile.get_client(desk, client.id).facts) == 1
    coordinator = make.as_role(desk, Role.COORDINATOR)
    assert profile.get_client(coordinator, client.id).facts == ()
    with pytest.raises(UserError):
        facts.add_fact(coordinator, client.id, kind=FactKind.DIET, text="Без глютена")


def test_an_interest_noted_again_changes_its_strength(desk: Desk) -> None:
    client = make.client(desk)
    facts.add_interest(desk, client.id, topic="опера", strength=1)
    interest = facts.add_interest(desk, client.id, topic="опера", strength=3)
    (row,) = facts.list_interests(desk, client.id)
    assert (row.strength, row.kind) == (3, InterestKind.INTEREST)
    facts.remove_interest(desk, interest)
    assert facts.list_interests(desk, client.id) == ()


def test_the_present_zone_counts_until_its_day(desk: Desk) -> None:
    client = make.client(
        desk, present_zone="Asia/Tokyo", present_until=desk.now + timedelta(days=2)
    )
    card = profile.get_client(desk, client.id)
    assert card.zone_at(desk.now) == "Asia/Tokyo"
    assert card.zone_at(desk.now + timedelta(days=3)) == "Europe/Moscow"


def test_the_rhythm_is_the_clients_own_before_the_tiers(desk: Desk) -> None:
    own = make.client(desk, cadence_days=7, member_since=date(2020, 1, 1))
    assert profile.get_client(desk, own.id).cadence_days == 7
    assert profile.get_client(desk, make.client(desk).id).cadence_days == 30
    assert [t.code for t in profile.list_tiers(desk)] == ["platinum", "gold", "silver"]
