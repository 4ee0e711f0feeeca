"""What is written is found, as it stands now, by who may read it."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import delete, text, update

from tests import factories as make
from vipdesk.access import Desk
from vipdesk.clients import facts, interactions, promises, special
from vipdesk.clients.search_entry import keep_found
from vipdesk.models import Client, Interaction, SearchNote
from vipdesk.search import Why, find
from vipdesk.search.notes import snippet
from vipdesk.store import note_index
from vipdesk.vocabulary import FactKind, Role, Sensitivity


def known(desk: Desk, surname: str = "Щукин") -> Client:
    client = make.client(desk, surname=surname, given="Пётр")
    keep_found(desk, client.id)
    return client


def test_a_talk_a_fact_and_a_promise_are_found_with_their_words(desk: Desk) -> None:
    client = known(desk)
    interactions.log_interaction(desk, client.id, text="Говорили о бушприте его новой яхты.")
    facts.add_fact(desk, client.id, kind=FactKind.PREFERENCE, text="любит устрицы")
    promises.make_promise(
        desk, client.id, text="найти альбом гравюр", due_at=desk.now + timedelta(days=3)
    )
    for typed, reason, shown in (
        ("бушприт яхта", Why.NOTE, "Говорили о бушприте его новой яхты."),
        ("устриц", Why.FACT, "любит устрицы"),
        ("гравюры", Why.PROMISE, "найти альбом гравюр"),
        ("щукин устрицы", Why.FACT, "любит устрицы"),
        (",eighbn", Why.NOTE, "Говорили о бушприте его новой яхты."),
    ):
        (hit,) = find(desk, typed)
        assert (hit.id, hit.opens, hit.reason) == (client.id, "client", reason), typed
        assert hit.why is not None
        assert hit.why.params == {"words": shown}


def test_a_changed_text_is_found_by_its_new_words_alone(desk: Desk) -> None:
    client = known(desk)
    logged = interactions.log_interaction(desk, client.id, text="о бушприте")
    row = desk.session.get_one(Interaction, logged.interaction_id)
    row.text = "о мачте"
    desk.session.flush()
    assert find(desk, "бушприт") == ()
    assert len(find(desk, "мачта")) == 1
    interactions.remove_interaction(desk, logged.interaction_id)
    assert find(desk, "мачта") == ()


def test_a_fact_that_ended_is_not_found_until_it_holds_again(desk: Desk) -> None:
    fact = facts.add_fact(desk, known(desk).id, kind=FactKind.TRAVEL, text="живёт на Капри")
    facts.end_fact(desk, fact)
    assert find(desk, "капри") == ()
    facts.reopen_fact(desk, fact)
    assert len(find(desk, "капри")) == 1


def test_plain_sql_is_followed(desk: Desk) -> None:
    """A merge moves a talk, a head hides it: no verb of ours has to know of the index."""
    first, second = known(desk), known(desk, "Орлов")
    key = interactions.log_interaction(desk, first.id, text="о бушприте").interaction_id
    moved = update(Interaction).where(Interaction.id == key)
    desk.session.execute(moved.values(client_id=second.id))
    assert [h.id for h in find(desk, "бушприт")] == [second.id]
    desk.session.execute(moved.values(sensitivity=Sensitivity.MANAGEMENT))
    assert find(desk, "бушприт") == ()
    desk.session.execute(moved.values(sensitivity=Sensitivity.TEAM, text="о мачте"))
    assert find(desk, "мачта") == ()
    note_index.fill(desk.session.connection())
    assert [h.id for h in find(desk, "мачта")] == [second.id]


@pytest.mark.parametrize(
    ("role", "sees"),
    [
        (Role.MANAGER, {"team", "manager", "special"}),  # who leads them
        (Role.COORDINATOR, {"team"}),
        (Role.HEAD, {"team", "manager", "management", "special"}),
        (Role.EXECUTIVE, {"team", "manager", "management"}),
    ],
)
def test_texts_for_few_are_found_by_few(desk: Desk, role: Role, sees: set[str]) -> None:
    special.change_special(desk, on=True)
    head = make.as_role(desk, Role.HEAD)
    for sensitivity in Sensitivity:
        client = known(desk, f"Клиент{sensitivity}")
        interactions.log_interaction(head, client.id, text="о бушприте", sensitivity=sensitivity)
    fact = make.client(desk, surname="Особенный")
    keep_found(desk, fact.id)
    desk.session.add(
        note_index.Fact(
            client_id=fact.id, kind=FactKind.HEALTH, text="ушиб бушпритом", noted_on=desk.now.date()
        )
    )
    desk.session.flush()
    told = {h.title.split()[0] for h in find(make.as_role(desk, role), "бушприт")}
    names = {f"Клиент{s}": str(s) for s in Sensitivity} | {"Особенный": "special"}
    assert {names[t] for t in told} == sees


def test_one_line_a_client_the_newest_first(desk: Desk) -> None:
    first, second = known(desk), known(desk, "Орлов")
    for client, words in (
        (first, "о бушприте раз"),
        (second, "о бушприте"),
        (first, "бушприт два"),
    ):
        interactions.log_interaction(desk, client.id, text=words)
    hits = find(desk, "бушприт")
    assert [h.id for h in hits] == [first.id, second.id]
    assert hits[0].why is not None
    assert hits[0].why.params["words"] == "бушприт два"


@pytest.mark.parametrize("typed", ['"', "a* OR b", "бушприт)", "' --", "NOT x", "ё" * 400])
def test_whatever_is_typed_is_only_words(desk: Desk, typed: str) -> None:
    interactions.log_interaction(desk, known(desk).id, text="о мачте")
    assert find(desk, typed) == ()


def test_a_snippet_shows_the_words_and_not_the_whole_text() -> None:
    long = "Начало длинного разговора о делах, потом о бушприте, " + "и ещё о многом " * 20
    shown = snippet(long, [["бушприт"]])
    assert "бушприте" in shown
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert len(shown) < 100
    assert snippet("о мачте", [["мачт"]]) == "о мачте"


def test_an_index_taken_in_anew_is_the_same(desk: Desk) -> None:
    interactions.log_interaction(desk, known(desk).id, text="о бушприте")
    before = find(desk, "бушприт")
    desk.session.execute(
        text(
            "DELETE FROM "
            + ("vip." if desk.session.get_bind().dialect.name != "sqlite" else "")
            + "search_note"
        )
    )
    assert find(desk, "бушприт") == ()
    note_index.fill(desk.session.connection())
    assert find(desk, "бушприт") == before


def test_a_letter_or_two_of_a_word_are_a_whole_word(desk: Desk) -> None:
    anna = known(desk)
    interactions.log_interaction(desk, anna.id, text="Мечтает о круизе по Волге")
    assert [hit.id for hit in find(desk, "круиз по")] == [anna.id]
    assert find(desk, "круиз во", kinds=("note",)) == ()
    assert [hit.id for hit in find(desk, "круиз вол")] == [anna.id]


def test_a_pattern_leaves_its_readings_where_the_database_looks_for_them() -> None:
    (pattern,) = note_index.patterns([["круиз", "по", "на"]], 3)
    assert re.search(pattern, "по волге")
    assert re.search(pattern, "люблю круизы")
    assert not re.search(pattern, "подарок")
    between = pattern.split("(")[2].split(")")[0]
    assert "круиз" in between.split("|")


def test_what_is_taken_in_later_stands_in_the_order_of_its_day(desk: Desk) -> None:
    """After a copy the newest text is found first, whatever kind it is of."""
    kinds = ("talk", "promise", "fact", "talk")
    for day, kind in enumerate(kinds):
        desk = replace(desk, now=desk.now + timedelta(days=1))
        client, text_ = known(desk, f"Щукин{'абвг'[day]}"), f"о бушприте, день {day}"
        if kind == "talk":
            interactions.log_interaction(desk, client.id, text=text_)
        elif kind == "fact":
            facts.add_fact(desk, client.id, kind=FactKind.PREFERENCE, text=text_)
        else:
            promises.make_promise(desk, client.id, text=text_, due_at=desk.now + timedelta(days=9))
    desk.session.flush()
    if desk.session.get_bind().dialect.name == "sqlite":
        desk.session.execute(text("DELETE FROM search_text_note"))
    desk.session.execute(delete(SearchNote))
    assert find(desk, "бушприт") == ()
    assert note_index.fill(desk.session.connection()) == len(kinds)
    assert [h.title[5] for h in find(desk, "бушприт")] == list("гвба")
