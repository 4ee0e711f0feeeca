"""The table of searches: each finds its client in the first five, among ten thousand."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from tests import db, factories
from tests.conftest import NOON
from vipdesk.access import Desk, Office
from vipdesk.cards import number as card_number
from vipdesk.clients import facts, interactions, people, profile, promises
from vipdesk.clients.contact_points import PointFields
from vipdesk.clients.names import sort_key
from vipdesk.clients.people import PersonFields
from vipdesk.clients.rows import ClientFields
from vipdesk.clients.search_entry import client_entry
from vipdesk.clients.spelling import tokens_of
from vipdesk.clock import SetClock
from vipdesk.demo.rows import Rows
from vipdesk.ids import new_id
from vipdesk.search import find, find_at_once, find_beyond
from vipdesk.store import search_index
from vipdesk.store.store import Store
from vipdesk.store.vault import Unlocked
from vipdesk.vocabulary import ContactKind, FactKind, PersonKind, Role

CASES = Path(__file__).parent.parent / "data" / "search" / "cases.csv"
CLIENTS = 10_000
SURNAMES_LINE = (
    "Абрамов Бондарев Волков Громов Дорохов Ермолов Жуков Зимин Игнатьев Карпов Лебедев Марков "
    "Носов Орлов Петров Рогов Сидоров Тихонов Уваров Фролов Хохлов Цветков Чернов Шувалов Юсупов "
    "Яковлев Щукин Щуров Щербаков Хлебников Гончаров Соловьёв Ёлкин Миллер"
)
SURNAMES = SURNAMES_LINE.split()
GIVEN_LINE = (
    "Александр Алексей Андрей Антон Борис Вадим Виктор Георгий Дмитрий Евгений Иван Игорь Илья "
    "Кирилл Лев Максим Михаил Никита Олег Павел Роман Сергей Степан Тимур Фёдор Юлиан"
)
GIVEN = GIVEN_LINE.split()
COMPANIES = ("Верфь «Ладога»", "Дом «Эмаль»", "Северный берег", "Нева-Лайн", "")
CITIES = ("Москва", "Санкт-Петербург", "Казань", "Тверь", "Дубай")
INTERESTS = ("регаты", "гольф", "вино", "опера", "теннис")


def crowd(session: Session) -> None:
    """Namesakes by the hundred."""
    chance, rows = random.Random(7), Rows(session)
    for number in range(CLIENTS):
        surname, given = chance.choice(SURNAMES), chance.choice(GIVEN)
        father = chance.choice(GIVEN) + "ович"
        if surname == "Щукин" and number % 150:
            surname = "Щавелев"
        values = {
            "surname": surname, "given": given, "patronymic": father,
            "company": chance.choice(COMPANIES), "city": chance.choice(CITIES),
        }  # fmt: skip
        key = new_id()
        entry = client_entry(
            **values, latin_name="", phones=[f"+7916{chance.randrange(10**6):06}9"],
            interests=[chance.choice(INTERESTS)],
        )  # fmt: skip
        row = {"id": key, "sort_key": sort_key(surname, given, father), "created_at": NOON}
        rows.add("client", {**row, **values})
        rows.add_entry(
            {
                "kind": "client", "object_id": key, "title": entry.title, "detail": entry.detail,
                "tokens": " ".join(entry.tokens), "tails": " ".join(entry.tails),
            }
        )  # fmt: skip
    rows.write()


def client(desk: Desk, surname: str, given: str, father: str = "", **more: str) -> UUID:
    made = profile.add_client(
        desk, ClientFields(surname=surname, given=given, patronymic=father, **more), []
    )
    assert isinstance(made, UUID)
    return made


def wanted(desk: Desk) -> dict[str, UUID]:
    """Those that the table looks for."""
    found: dict[str, UUID] = {}
    found["shchukin"] = shchukin = profile.add_client(
        desk,
        ClientFields(
            surname="Щукин", given="Пётр", patronymic="Ильич", company="Верфь «Нева»",
            city="Кронштадт", position="Судостроитель",
        ),
        [
            PointFields(ContactKind.PHONE, "+7 916 555-01-42"),
            PointFields(ContactKind.EMAIL, "boss.neva@verfneva.example"),
        ],
    )  # fmt: skip
    facts.add_interest(desk, shchukin, topic="парусные гонки")
    interactions.log_interaction(desk, shchukin, text="Треснул бушприт, ищет мастера.")
    facts.add_fact(desk, shchukin, kind=FactKind.PREFERENCE, text="любит устрицы по-нормандски")
    promises.make_promise(
        desk,
        shchukin,
        text="найти альбом Кляйнмихеля",
        due_at=datetime(2026, 12, 1, tzinfo=NOON.tzinfo),
    )
    found["lebedeva"] = client(desk, "Лебедева", "Ольга", "Павловна")
    around(desk, shchukin, "", "wife", "husband", found["lebedeva"])
    around(desk, shchukin, "Ефим Рулевой", "водитель", "наниматель")
    found["driver"] = shchukin
    found["yusupova"] = client(desk, "Юсупова", "Инга", "Артуровна")
    found["yusupov"] = client(desk, "Юсупов", "Феликс", "Артурович")
    around(desk, found["yusupova"], "", "муж", "жена", found["yusupov"])
    around(desk, found["yusupova"], "Зоя Секретова", "личный помощник", "руководитель")
    found["assistant"] = found["yusupova"]
    found["khlebnikov"] = client(desk, "Хлебников", "Юрий", "Велимирович")
    found["goncharuk"] = client(desk, "Гончарук", "Александр", "Назарович")
    found["hall"] = client(desk, "Hall", "Basil")
    found["bob"] = client(desk, "Featherstonehaugh", "Robert")
    interactions.log_interaction(
        desk, found["bob"], text="Met the cartographer, liked his sextant."
    )
    facts.add_fact(desk, found["bob"], kind=FactKind.PREFERENCE, text="Collects old sextants")
    found["mueller"] = client(desk, "Müller-Thurgau", "Hans")
    found["yolkina"] = client(desk, "Ёлкина", "Наталия", "Юрьевна")
    found["syrunova"] = client(desk, "Сырунова", "Мария", "Глебовна")
    found["solovyova"] = client(desk, "Соловьёва", "Ксения", "Юрьевна")
    for name, kind, title, detail, tails in (
        ("card", "card", card_number.grouped("4417902000771234"), "Петров", ("4417902000771234",)),
        ("event", "event", "Вечер старого фарфора", "Особняк Рябушинского", ()),
    ):
        found[name] = new_id()
        search_index.put(
            desk.session, kind=kind, object_id=found[name], title=title, detail=detail,
            tokens=tokens_of([title, detail]), tails=tails,
        )  # fmt: skip
    return found


def around(
    desk: Desk, client_id: UUID, name: str, there: str, back: str, other: UUID | None = None
) -> None:
    kind = PersonKind.HOUSEHOLD if other else PersonKind.STAFF
    fields = PersonFields(
        kind, name=name, label_there=there, label_back=back, other_client_id=other
    )
    people.add_person_around(desk, client_id, fields)


@pytest.fixture(scope="module")
def full(
    vault_template: Unlocked, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Office, dict[str, UUID]]]:
    with db.vault_store(vault_template, tmp_path_factory.mktemp("table") / "vault") as store:
        office = _office(store)
        store.write(crowd)
        ids, _ = office.write(wanted)
        yield office, ids


def _office(store: Store) -> Office:
    ids, _ = store.write(factories.seed_staff)
    return Office(store, ids[Role.MANAGER], SetClock(NOON))


def cases() -> list[tuple[str, str]]:
    with CASES.open(encoding="utf-8", newline="") as file:
        return [(row["typed"], row["finds"]) for row in csv.DictReader(file)]


def test_the_table_is_long_enough() -> None:
    assert len({typed for typed, _ in cases()}) >= 90


@pytest.mark.parametrize(("typed", "finds"), cases())
def test_it_is_among_the_first_five(
    full: tuple[Office, dict[str, UUID]], typed: str, finds: str
) -> None:
    office, ids = full
    hits = office.read(lambda desk: find(desk, typed))
    assert ids[finds] in [hit.id for hit in hits[:5]], [h.title for h in hits]
    assert hits == office.read(lambda desk: find(desk, typed))
    shown = next(hit for hit in hits if hit.id == ids[finds])
    assert shown.title


def test_what_is_shown_while_typing_and_after_is_what_one_look_finds(
    full: tuple[Office, dict[str, UUID]],
) -> None:
    office, _ids = full
    beyond = 0
    for typed, _finds in [*cases(), ("нет такого слова", ""), ("0000000", "")]:
        if not office.read(lambda desk, t=typed: find_at_once(desk, t)):
            whole = office.read(lambda desk, t=typed: find(desk, t))
            assert office.read(lambda desk, t=typed: find_beyond(desk, t)) == whole, typed
            beyond += bool(whole)
    assert beyond >= 5
