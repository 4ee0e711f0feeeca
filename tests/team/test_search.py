"""Search on a server: what may not be read is not found, not counted and not in the way."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from tests.team.club import Club
from vipdesk.clients import facts, interactions, profile
from vipdesk.clients.profile import ClientFields
from vipdesk.search import Why, find
from vipdesk.vocabulary import Sensitivity

WORDS = {
    "только руководству": {"ilya", "petr"},
    "аллергия на орехи": {"maria", "oleg", "ilya"},
    "яхты": {"maria", "oleg", "anna", "ilya", "petr"},
}


@pytest.mark.parametrize("typed", WORDS)
def test_a_text_is_found_by_who_may_read_it(shared_club: Club, typed: str) -> None:
    seekers = ("maria", "oleg", "anna", "ilya", "petr")
    found = {login for login in seekers if shared_club.office(login).read(lambda d: find(d, typed))}
    assert found == WORDS[typed]


def test_a_manager_finds_notes_on_the_own_clients_alone(shared_club: Club) -> None:
    p = shared_club.planted
    hits = shared_club.office("maria").read(lambda d: find(d, "яхты"))
    assert {h.id for h in hits} == {p.hers, p.hers_calm, p.hers_open}
    assert {h.reason for h in hits} == {Why.FACT}


def test_what_is_hidden_takes_no_place_from_what_is_seen(club: Club) -> None:
    """Sixty newer notes on a colleague's client, and still the own one is found."""
    p = club.planted
    noted = [(p.hers, "о фламинго"), *((p.his, "о фламинго") for _ in range(60))]
    for client_id, words in noted:
        office = club.office("maria" if client_id == p.hers else "oleg")
        office.write(lambda d, c=client_id, w=words: interactions.log_interaction(d, c, text=w))
        office.close()
    (hit,) = club.office("maria").read(lambda d: find(d, "фламинго"))
    assert hit.id == p.hers


def test_what_changes_is_found_as_it_stands_now(club: Club) -> None:
    maria, p = club.office("maria"), club.planted
    logged, _ = maria.write(
        lambda d: interactions.log_interaction(d, p.hers, text="говорили о павлинах")
    )
    fact, _ = maria.write(
        lambda d: facts.add_fact(d, p.hers, kind=facts.FactKind.TRAVEL, text="едет в Тибет")
    )
    anna = club.office("anna")
    assert anna.read(lambda d: find(d, "павлины"))
    assert anna.read(lambda d: find(d, "тибет"))
    club.run(
        None, "UPDATE vip.interaction SET sensitivity = :s WHERE id = :i",
        s=Sensitivity.MANAGEMENT, i=logged.interaction_id,
    )  # fmt: skip
    maria.write(lambda d: facts.end_fact(d, fact))
    assert anna.read(lambda d: find(d, "павлины")) == ()
    assert anna.read(lambda d: find(d, "тибет")) == ()
    assert club.run(None, "SELECT 1 FROM vip.search_note WHERE object_id = :i", i=fact) == []


def test_nobody_reads_the_index_or_changes_what_a_text_is_found_by(shared_club: Club) -> None:
    hidden = shared_club.run(
        None, "SELECT object_id FROM vip.search_note WHERE scope = 'management' LIMIT 1"
    )[0][0]
    for login in ("maria", "anna"):
        with shared_club.engine(login).connect() as connection:
            has = text("SELECT has_any_column_privilege('vip.search_note', 'SELECT')")
            assert connection.scalar(has) is False
            said = connection.execute(
                text("SELECT vip_api.keep_words(ARRAY['interaction'], ARRAY[:i]::uuid[], :w)"),
                {"i": hidden, "w": ["подмена"]},
            )
            assert said.scalar() in (None, "")
            connection.commit()
    words = shared_club.run(
        None, "SELECT words FROM vip.search_note WHERE object_id = :i", i=hidden
    )
    assert words == [("только руководству",)]


def test_beginnings_of_names_are_found_in_any_order(club: Club) -> None:
    """For whoever sees all: among many that begin so, and where only one does."""
    maria = club.office("maria")
    people = [("Щеглов", "Тимур", "Павлович"), ("Панин", "Тимур", ""), ("Тимуров", "Павел", "")]
    people += [(f"Сычёв{letter}", "Анфиса", "") for letter in "абвгдежзиклмнопр"]
    for surname, given, patronymic in people:
        fields = ClientFields(
            surname=surname, given=given, patronymic=patronymic, manager_id=maria.staff.id
        )
        maria.write(lambda d, f=fields: profile.add_client(d, f))
    for typed, expected in (
        ("тимур пав", {"Щеглов", "Тимуров"}),
        ("Timur Pan", {"Панин"}),
        ("пан тим", {"Панин"}),
        ("щег тим пав", {"Щеглов"}),
        ("анфиса сычевр", {"Сычёвр"}),
        ("анф", {f"Сычёв{letter}" for letter in "абвгдежзикл"}),
    ):
        for login in ("ilya", "anna", "maria"):
            hits = club.office(login).read(lambda d, t=typed: find(d, t, limit=12))
            found = {h.title.split()[0] for h in hits}
            assert expected <= found, (typed, login)
            assert typed != "Timur Pan" or found == expected, login
