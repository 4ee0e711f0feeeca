"""One search box: any spelling, why it matched, and nothing of complaints."""

import pytest

from tests import factories as make
from vipdesk.access import Desk
from vipdesk.clients import facts, people, profile, spelling
from vipdesk.clients.contact_points import PointFields
from vipdesk.clients.people import PersonFields
from vipdesk.clients.rows import ClientFields
from vipdesk.clients.search_entry import keep_found
from vipdesk.ids import new_id
from vipdesk.search import Why, find, in_latin
from vipdesk.store import search_index
from vipdesk.vocabulary import ContactKind, PersonKind, Sensitivity


def petr(desk: Desk) -> object:
    client_id = profile.add_client(
        desk,
        ClientFields(
            surname="Щукин", given="Пётр", patronymic="Ильич", company="Верфь «Нева»",
            city="Санкт-Петербург",
        ),
        [
            PointFields(ContactKind.PHONE, "+7 916 555-01-42"),
            PointFields(ContactKind.EMAIL, "boss@neva.example"),
        ],
    )  # fmt: skip
    facts.add_interest(desk, client_id, topic="яхты")
    return client_id


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("щук", Why.NAME),
        ("пётр щукин", Why.NAME),
        ("Ильич", Why.NAME),
        ("Щукину", Why.NAME),
        ("Shchukin", Why.NAME),
        ("schuk", Why.NAME),
        ("Oerby", Why.NAME),
        ("petr", Why.NAME),
        ("верфь", Why.DETAIL),
        ("щукин петербург", Why.DETAIL),
        ("0142", Why.PHONE),
        ("555-01", Why.PHONE),
        ("boss", Why.EMAIL),
        ("яхт", Why.INTEREST),
    ],
)
def test_a_client_is_found_and_says_why(desk: Desk, typed: str, reason: Why) -> None:
    client_id = petr(desk)
    (hit,) = find(desk, typed)
    assert (hit.id, hit.kind, hit.reason) == (client_id, "client", reason)
    assert (hit.why is None) == (reason in {Why.NAME, Why.DETAIL})


@pytest.mark.parametrize("typed", ["", "  ", "непомнящий", "01", "!!!", '"*', "a' OR 1=1"])
def test_what_matches_nobody_finds_nobody(desk: Desk, typed: str) -> None:
    petr(desk)
    assert find(desk, typed) == ()


def test_the_wife_finds_the_husband(desk: Desk) -> None:
    client_id = petr(desk)
    fields = PersonFields(PersonKind.HOUSEHOLD, name="Ольга Лебедева", label_there="wife")
    people.add_person_around(desk, client_id, fields)  # type: ignore[arg-type]
    (hit,) = find(desk, "лебедева")
    assert (hit.reason, hit.why.params["name"]) == (Why.PERSON, "Ольга Лебедева")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "fields",
    [
        PersonFields(PersonKind.FRICTION, name="Егор Быстров"),
        PersonFields(PersonKind.CIRCLE, name="Егор Быстров", sensitivity=Sensitivity.MANAGER),
    ],
)
def test_frictions_and_entries_for_few_find_nobody(desk: Desk, fields: PersonFields) -> None:
    people.add_person_around(desk, petr(desk), fields)  # type: ignore[arg-type]
    assert find(desk, "быстров") == ()


def test_names_as_typed_come_before_other_readings(desk: Desk) -> None:
    for surname, given in (("Ильин", "Марк"), ("Маркова", "Анна"), ("Марков", "Илья")):
        profile.add_client(desk, ClientFields(surname=surname, given=given))
    assert [h.title for h in find(desk, "марк")] == ["Ильин Марк", "Марков Илья", "Маркова Анна"]


def test_a_change_is_found_and_the_old_name_no_more(desk: Desk) -> None:
    client_id = petr(desk)
    values = ClientFields(surname="Осетров", given="Пётр")
    profile.change_client(
        desk, client_id, base=profile.get_client(desk, client_id).fields, values=values
    )  # type: ignore[arg-type]
    assert find(desk, "щукин") == ()
    assert len(find(desk, "осетров")) == 1


def test_events_and_cards_are_found_and_complaints_never(desk: Desk) -> None:
    for kind, title in (("event", "Дегустация"), ("card", "0042 Дега"), ("complaint", "Дега")):
        search_index.put(
            desk.session, kind=kind, object_id=new_id(), title=title, detail="",
            tokens=spelling.tokens_of([title]), tails=["88880042"],
        )  # fmt: skip
    assert {h.kind for h in find(desk, "дег")} == {"event", "card"}
    assert {h.kind for h in find(desk, "0042")} == {"event", "card"}
    assert find(desk, "дег", kinds=("event",))[0].kind == "event"


def test_the_limit_holds(desk: Desk) -> None:
    for n in range(5):
        client = make.client(desk, surname=f"Марков{n}")
        search_index.put(
            desk.session, kind="client", object_id=client.id, title=client.surname, detail="",
            tokens=spelling.tokens_of([client.surname]),
        )  # fmt: skip
    assert len(find(desk, "марков", limit=3)) == 3


def test_an_english_reader_sees_the_names_in_latin_letters(desk: Desk) -> None:
    latin = make.client(desk, surname="Щукин", given="Пётр", latin_name="Peter Shchukin")
    plain = make.client(desk, surname="Щукина", given="Вера", latin_name="")
    for client in (latin, plain):
        keep_found(desk, client.id)
    hits = find(desk, "щукин")
    assert [h.title for h in in_latin(desk, hits)] == ["Peter Shchukin", "Щукина Вера Сергеевна"]
