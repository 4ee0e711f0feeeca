"""People around: edges from both ends, chains of introduction, proposals, what stays hidden."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from typing import Any
from uuid import UUID

import pytest

from tests import factories as make
from vipdesk.access import Desk
from vipdesk.access.merging import Diverged
from vipdesk.access.office import staff_row
from vipdesk.clients import implied, people, relations
from vipdesk.clients.edges import person_key
from vipdesk.clients.introductions import Introductions, find_introductions
from vipdesk.clients.people import PersonFields
from vipdesk.clients.relations import Meaning, meaning_of
from vipdesk.errors import NotFound, UserError
from vipdesk.ids import new_id
from vipdesk.models import Client, Staff
from vipdesk.vocabulary import PersonKind, Role, Sensitivity

HOME, CIRCLE, STAFF, FRICTION = PersonKind
TEAM, MANAGER, MANAGEMENT = Sensitivity


def club(desk: Desk, *names: str) -> list[UUID]:
    return [make.client(desk, surname=name, given="", patronymic="").id for name in names]


def tie(
    desk: Desk, one: UUID, other: UUID | str, kind: PersonKind = CIRCLE, there: str = "friend",
    back: str = "friend", **more: Any,
) -> UUID:  # fmt: skip
    if isinstance(other, UUID):
        more["other_client_id"] = other
    else:
        more["name"] = other
    fields = PersonFields(kind, label_there=there, label_back=back, **more)
    return people.add_person_around(desk, one, fields)


def said(found: Introductions) -> list[list[str]]:
    return [[step.who.name for step in way.steps] for way in found.ways]


# Edges --------------------------------------------------------------------------------------------


def test_an_edge_is_changed_from_either_end(desk: Desk) -> None:
    anna, petr = club(desk, "Анна", "Пётр")
    edge = tie(desk, anna, petr, HOME, "husband", "wife")
    base = people.get_person_fields(desk, edge, petr)
    assert (base.label_there, base.other_client_id) == ("wife", anna)
    people.change_person_around(
        desk,
        edge,
        seen_from=petr,
        base=base,
        values=replace(base, label_there="спутница", strength=3),
    )
    (there,) = people.list_people_around(desk, anna)
    (back,) = people.list_people_around(desk, petr)
    assert (there.label, back.label, there.strength) == ("husband", "спутница", 3)


def test_two_who_change_the_same_are_asked(desk: Desk) -> None:
    (anna,) = club(desk, "Анна")
    edge = tie(desk, anna, "Вера", STAFF, "assistant", "employer")
    base = people.get_person_fields(desk, edge, anna)
    people.change_person_around(
        desk, edge, seen_from=anna, base=base, values=replace(base, note="звонить до шести")
    )
    with pytest.raises(Diverged):
        people.change_person_around(
            desk, edge, seen_from=anna, base=base, values=replace(base, note="не звонить")
        )


def test_what_is_over_stays_and_comes_last(desk: Desk) -> None:
    (anna,) = club(desk, "Анна")
    edge = tie(desk, anna, "Вера", STAFF, since=desk.now.date())
    tie(desk, anna, "Яков", STAFF)
    people.end_person_around(desk, edge)
    assert [r.who.name for r in people.list_people_around(desk, anna)] == ["Яков", "Вера"]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [({"strength": 4}, "strength"), ({"may_act": True}, "phone"), ({"name": " "}, "name")],
)
def test_a_wrong_edge_is_refused_beside_its_field(
    desk: Desk, wrong: dict[str, Any], field: str
) -> None:
    (anna,) = club(desk, "Анна")
    with pytest.raises(UserError) as caught:
        people.add_person_around(desk, anna, replace(PersonFields(CIRCLE, name="Вера"), **wrong))
    assert caught.value.field == field


def test_an_edge_that_is_not_for_these_eyes_is_not_there(desk: Desk) -> None:
    anna, petr = club(desk, "Анна", "Пётр")
    edge = tie(desk, anna, petr, sensitivity=MANAGER)
    with pytest.raises(NotFound):
        people.get_person_fields(make.as_role(desk, Role.COORDINATOR), edge, anna)


# Words of relations -------------------------------------------------------------------------------


def test_the_club_has_words_of_its_own_with_both_readings(desk: Desk) -> None:
    key = relations.add_relation_type(desk, CIRCLE, " крёстный ", "крестник")
    assert relations.add_relation_type(desk, CIRCLE, "крёстный", "крестник") == key
    own = [r for r in relations.list_relations(desk) if r.id is not None]
    assert [(r.label_there, r.label_back) for r in own] == [("крёстный", "крестник")]
    with pytest.raises(UserError) as caught:
        relations.add_relation_type(desk, CIRCLE, "крёстный", " ")
    assert caught.value.field == "label_back"


def test_a_word_of_the_club_is_taken_away(desk: Desk) -> None:
    head = make.as_role(desk, Role.HEAD)
    key = relations.add_relation_type(head, CIRCLE, "сват", "сват")
    assert relations.remove_relation_type(head, key).label_there == "сват"
    with pytest.raises(NotFound):
        relations.remove_relation_type(head, key)


def test_a_word_means_the_same_in_both_languages() -> None:
    assert meaning_of("Жена") is meaning_of("wife") is Meaning.SPOUSE
    assert meaning_of("деловой партнёр") is Meaning.PARTNER
    assert meaning_of("крёстный") is None


def test_every_built_in_word_is_said_to_people() -> None:
    for row in relations.BUILT_IN:
        for word in (row.label_there, row.label_back):
            assert not isinstance(relations.label_of(word), str), word


def test_one_named_person_is_one_where_the_phone_agrees() -> None:
    one, other = new_id(), new_id()
    assert person_key(one, "Вера Лис", "+7495", "") == person_key(other, "Лис Вера", "+7495", "")
    assert person_key(one, "Вера Лис", "", "") != person_key(other, "Вера Лис", "", "")


# Introductions ------------------------------------------------------------------------------------


def test_the_closest_chain_introduces_and_others_are_shown_after_it(desk: Desk) -> None:
    anna, petr, olga, ivan = club(desk, "Анна", "Пётр", "Ольга", "Иван")
    tie(desk, anna, olga, strength=1)
    tie(desk, olga, petr, strength=1)
    tie(desk, ivan, anna, strength=3)  # the direction does not matter
    tie(desk, ivan, petr, strength=3)
    found = find_introductions(desk, anna, petr)
    assert said(found) == [["Иван", "Пётр"], ["Ольга", "Пётр"]]
    assert [s.who.name for s in found.ways[0].introducers] == ["Иван"]


def test_two_close_steps_are_better_than_one_slight_one_is_far(desk: Desk) -> None:
    anna, petr, olga = club(desk, "Анна", "Пётр", "Ольга")
    tie(desk, anna, petr, strength=1)
    tie(desk, anna, olga, strength=3)
    tie(desk, olga, petr, strength=3)
    assert said(find_introductions(desk, anna, petr))[0] == ["Ольга", "Пётр"]


def test_who_knows_each_other_needs_nobody(desk: Desk) -> None:
    anna, petr = club(desk, "Анна", "Пётр")
    tie(desk, anna, petr)
    found = find_introductions(desk, anna, petr)
    assert (said(found), found.ways[0].introducers) == ([["Пётр"]], ())


def test_a_named_friend_of_both_is_a_way(desk: Desk) -> None:
    anna, petr = club(desk, "Анна", "Пётр")
    tie(desk, anna, "Вера Лис", phone="+7 916 000-00-01")
    tie(desk, petr, "Лис Вера", phone="+79160000001")
    assert said(find_introductions(desk, anna, petr)) == [["Вера Лис", "Пётр"]]


@pytest.mark.parametrize(
    "closed",
    [
        {"sensitivity": MANAGER}, {"sensitivity": MANAGEMENT}, {"kind": STAFF},
        {"kind": FRICTION}, {"until": -1}, {"since": 1},
    ],
    ids=str,
)  # fmt: skip
def test_no_chain_goes_through_what_is_closed(desk: Desk, closed: dict[str, Any]) -> None:
    anna, petr, olga = club(desk, "Анна", "Пётр", "Ольга")
    for name in ("since", "until"):
        if name in closed:
            closed = {name: desk.now.date() + timedelta(days=closed[name])}
    tie(desk, anna, olga, **closed)
    tie(desk, olga, petr)
    head = make.as_role(desk, Role.HEAD)  # who may read every edge
    assert said(find_introductions(head, anna, petr)) == []


def test_nobody_is_introduced_past_people_to_keep_apart(desk: Desk) -> None:
    anna, petr, olga = club(desk, "Анна", "Пётр", "Ольга")
    tie(desk, anna, olga)
    tie(desk, olga, petr)
    rift = tie(desk, petr, olga, FRICTION, "rival", "rival", sensitivity=MANAGER)
    assert said(find_introductions(desk, anna, petr)) == []
    people.remove_person_around(desk, rift)
    tie(desk, anna, petr, FRICTION, "rival", "rival")
    found = find_introductions(desk, anna, petr)
    assert (found.apart, found.ways) == (True, ())


def test_what_a_coordinator_may_not_read_changes_nothing_for_them(desk: Desk) -> None:
    anna, petr, olga, ivan = club(desk, "Анна", "Пётр", "Ольга", "Иван")
    tie(desk, anna, olga)
    tie(desk, olga, petr)
    coordinator = make.as_role(desk, Role.COORDINATOR)
    before = find_introductions(coordinator, anna, petr)
    tie(desk, anna, ivan, sensitivity=MANAGER, strength=3)
    tie(desk, ivan, petr, sensitivity=MANAGEMENT, strength=3)
    tie(desk, petr, olga, FRICTION, "rival", "rival", sensitivity=MANAGER)
    tie(desk, anna, petr, FRICTION, "rival", "rival", sensitivity=MANAGEMENT)
    assert find_introductions(coordinator, anna, petr) == before


def test_who_has_left_or_is_restricted_introduces_nobody(desk: Desk) -> None:
    anna, petr, olga = club(desk, "Анна", "Пётр", "Ольга")
    tie(desk, anna, olga)
    tie(desk, olga, petr)
    desk.session.get_one(Client, olga).restricted_at = desk.now
    desk.session.flush()
    assert said(find_introductions(desk, anna, petr)) == []


def test_four_steps_are_the_longest_chain(desk: Desk) -> None:
    ids = club(desk, *"АБВГДЕ")
    for one, other in pairwise(ids):
        tie(desk, one, other)
    assert len(said(find_introductions(desk, ids[0], ids[4]))[0]) == 4
    assert said(find_introductions(desk, ids[0], ids[5])) == []


def test_who_leads_both_may_introduce_them(desk: Desk) -> None:
    anna, petr = club(desk, "Анна", "Пётр")
    assert find_introductions(desk, anna, petr).manager.name == "Мария Орлова"
    with pytest.raises(UserError):
        find_introductions(desk, anna, anna)


# What follows -------------------------------------------------------------------------------------


def proposed(desk: Desk, client: UUID) -> list[tuple[str, str]]:
    return [(p.who.name, p.label_there) for p in implied.list_proposals(desk, client)]


def test_the_family_of_the_spouse_is_proposed(desk: Desk) -> None:
    anna, petr, olga = club(desk, "Анна", "Пётр", "Ольга")
    tie(desk, anna, petr, HOME, "муж", "жена")
    tie(desk, petr, "Миша", HOME, "сын", "отец")
    tie(desk, olga, petr, HOME, "son", "mother")
    tie(desk, petr, "Вера", STAFF, "assistant", "employer", phone="+7495")
    assert proposed(desk, anna) == [
        ("Миша", "child"), ("Ольга", "parent-in-law"), ("Вера", "spouse's assistant"),
    ]  # fmt: skip


def test_brothers_and_grandparents_follow_from_parents(desk: Desk) -> None:
    anna, petr, olga = club(desk, "Анна", "Пётр", "Ольга")
    tie(desk, anna, olga, HOME, "mother", "daughter")
    tie(desk, petr, olga, HOME, "mother", "son")
    tie(desk, olga, "Дед Кирилл", HOME, "father", "daughter")
    assert proposed(desk, anna) == [("Дед Кирилл", "grandparent"), ("Пётр", "sibling")]


def test_one_household_and_one_employer(desk: Desk) -> None:
    anna, petr, olga = club(desk, "Анна", "Пётр", "Ольга")
    tie(desk, anna, petr, HOME, "household", "household")
    tie(desk, petr, olga, HOME, "child", "parent")
    make.client(desk, surname="Иван", given="", patronymic="", company="Литейщик")
    desk.session.get_one(Client, anna).company = "Литейщик"
    desk.session.flush()
    assert proposed(desk, anna) == [("Ольга", "household"), ("Иван", "colleague")]


def test_a_crowd_is_no_circle(desk: Desk) -> None:
    anna = make.client(desk, company="Завод").id
    for _ in range(implied._MOST_COLLEAGUES + 1):
        make.client(desk, company="Завод")
    assert proposed(desk, anna) == []


def test_what_is_accepted_becomes_an_edge_as_secret_as_its_grounds(desk: Desk) -> None:
    anna, petr = club(desk, "Анна", "Пётр")
    tie(desk, anna, petr, HOME, "husband", "wife")
    tie(desk, petr, "Миша", HOME, "son", "father", sensitivity=MANAGER)
    (proposal,) = implied.list_proposals(desk, anna)
    implied.accept_proposal(desk, proposal)
    row = next(r for r in people.list_people_around(desk, anna) if r.who.name == "Миша")
    assert (row.label, row.sensitivity) == ("child", MANAGER)
    assert proposed(desk, anna) == []


def test_what_was_declined_stays_declined_from_both_ends(desk: Desk) -> None:
    anna, petr, olga = club(desk, "Анна", "Пётр", "Ольга")
    tie(desk, anna, petr, HOME, "husband", "wife")
    tie(desk, petr, olga, HOME, "mother", "son")
    assert proposed(desk, olga) == [("Анна", "child-in-law")]
    (proposal,) = implied.list_proposals(desk, anna)
    declined = implied.decline_proposal(desk, proposal)
    assert (proposed(desk, anna), proposed(desk, olga)) == ([], [])
    implied.undo_decline(desk, declined)
    assert len(proposed(desk, anna)) == 1


def test_nothing_follows_from_what_may_not_be_read(desk: Desk) -> None:
    anna, petr, olga = club(desk, "Анна", "Пётр", "Ольга")
    tie(desk, anna, petr, HOME, "husband", "wife", sensitivity=MANAGER)
    tie(desk, petr, "Миша", HOME, "son", "father")
    tie(desk, petr, olga, HOME, "mother", "son")
    colleague = colleague_of(desk)
    assert proposed(colleague, anna) == []
    assert len(proposed(desk, anna)) == 2
    assert proposed(make.as_role(desk, Role.COORDINATOR), petr) == []  # who may not answer them


def colleague_of(desk: Desk) -> Desk:
    """Another manager, who leads none of these clients."""
    row = Staff(role=Role.MANAGER, surname="Зимин", given="Олег", email="o@club.example")
    desk.session.add(row)
    desk.session.flush()
    return replace(desk, actor=staff_row(row))


def test_nothing_follows_from_what_is_over(desk: Desk) -> None:
    anna, petr = club(desk, "Анна", "Пётр")
    ended = desk.now.date() - timedelta(days=1)
    tie(desk, anna, petr, HOME, "husband", "wife", until=ended)
    tie(desk, petr, "Миша", HOME, "son", "father")
    assert proposed(desk, anna) == []
