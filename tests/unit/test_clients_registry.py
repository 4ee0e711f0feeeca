"""The list of clients: filters, order, parts."""

from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest

from tests import factories as make
from tests.factories_events import interest
from vipdesk.access import Desk
from vipdesk.clients import promises, registry
from vipdesk.clients.names import sort_key
from vipdesk.clients.registry import ClientFilter, ClientSort
from vipdesk.clients.search_entry import keep_found
from vipdesk.vocabulary import Role
from vipdesk.wording import Lang

NAMES = ("Ёлкин", "Жуков", "Абрамов", "Щукин", "Ершов")


def club(desk: Desk) -> None:
    for surname in NAMES:
        client = make.client(
            desk, surname=surname, given="Иван", patronymic="", sort_key=sort_key(surname, "Иван")
        )
        keep_found(desk, client.id)


def shown(desk: Desk, wanted: ClientFilter | None = None, **rest: object) -> list[str]:
    return [r.name.surname for r in registry.list_clients(desk, wanted, **rest)]  # type: ignore[arg-type]


def test_names_stand_in_order_with_yo_as_ye(desk: Desk) -> None:
    club(desk)
    assert shown(desk) == ["Абрамов", "Ёлкин", "Ершов", "Жуков", "Щукин"]


def test_parts_join_to_the_whole_list(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    club(desk)
    monkeypatch.setattr(registry, "PART", 2)
    for sort, descending in product(ClientSort, (False, True)):
        opened = registry.open_list(desk, ClientFilter(), sort, descending=descending)
        assert opened.total == 5
        parts = [registry.read_part(desk, opened, at) for at in (0, 2, 4)]
        assert [len(p) for p in parts] == [2, 2, 1]
        whole = registry.list_clients(desk, sort=sort, limit=10)
        joined = tuple(r for p in parts for r in p)
        assert joined == (tuple(reversed(whole)) if descending else whole)
        assert registry.read_part(desk, opened, 6) == ()


def test_rows_carry_of_other_tables_only_the_columns_that_are_looked_at(desk: Desk) -> None:
    client = make.client(desk)
    make.phone(desk, client.id)
    interest(desk, client.id, "театр")
    for shown_, phone, interests in (
        (("phone", "city"), True, False), (("interests",), False, True), ((), False, False),
    ):  # fmt: skip
        opened = registry.open_list(desk, ClientFilter(), shown=shown_)
        (row,) = registry.read_part(desk, opened)
        assert (bool(row.phone), bool(row.interests)) == (phone, interests)


def test_who_was_never_reached_comes_before_the_longest_silent(desk: Desk) -> None:
    make.client(desk, surname="Б", last_contact_at=desk.now - timedelta(days=1))
    make.client(desk, surname="А", last_contact_at=desk.now - timedelta(days=90))
    make.client(desk, surname="В")
    assert shown(desk, sort=ClientSort.LAST_CONTACT) == ["В", "А", "Б"]


def test_filters_narrow_the_list(desk: Desk) -> None:
    head = make.as_role(desk, Role.HEAD).actor
    make.client(desk, surname="А", tier_id=make.tier(desk, "silver").id)
    make.client(desk, surname="Б", manager_id=None)
    make.client(desk, surname="В", manager_id=head.id)
    make.client(desk, surname="Г", left_on=desk.now.date())
    assert shown(desk, ClientFilter(tier_id=make.tier(desk, "silver").id)) == ["А"]
    assert shown(desk, ClientFilter(without_manager=True)) == ["Б"]
    assert shown(desk, ClientFilter(manager_id=head.id)) == ["В"]
    assert shown(desk, ClientFilter(mine=True)) == ["А"]
    assert len(shown(desk, ClientFilter(with_left=True))) == 4
    assert registry.count_without_manager(desk) == 1


@pytest.mark.parametrize("typed", ["щук", "shchukin", "Schukin", "oerby", "иван щук"])
def test_the_search_field_finds_any_spelling(desk: Desk, typed: str) -> None:
    club(desk)
    assert shown(desk, ClientFilter(text=typed)) == ["Щукин"]


def test_a_text_that_nobody_matches_leaves_nobody(desk: Desk) -> None:
    club(desk)
    opened = registry.open_list(desk, ClientFilter(text="Непомнящий"))
    assert (opened.total, registry.read_part(desk, opened)) == (0, ())


def test_the_next_action_is_the_first_promise_else_the_rhythm(desk: Desk) -> None:
    client = make.client(desk, last_contact_at=desk.now - timedelta(days=40))
    (row,) = registry.list_clients(desk)
    assert row.next is not None
    assert not row.next.is_promise
    assert row.next.due_at < desk.now  # gold: every 30 days
    for days in (3, 1):
        promises.make_promise(
            desk, client.id, text=f"через {days}", due_at=desk.now + timedelta(days=days)
        )
    (row,) = registry.list_clients(desk)
    assert row.next is not None
    assert row.next.text == "через 1"


def test_a_row_reads_in_both_languages(desk: Desk) -> None:
    make.client(desk)
    (row,) = registry.list_clients(desk)
    assert (row.display(Lang.EN), row.tier(Lang.EN)) == ("Anna Volkova", "Gold")
    assert (row.display(Lang.RU), row.tier(Lang.RU)) == ("Волкова Анна Сергеевна", "Золото")
    assert replace(row, left=True).left
