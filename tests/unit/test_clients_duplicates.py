"""Who is in the club twice is found, with the reason; who is not stays out of the way."""

from __future__ import annotations

from typing import Any

import pytest

from tests import factories as make
from vipdesk.access import Desk
from vipdesk.clients import duplicates
from vipdesk.clients.duplicates import CERTAIN, LIKELY, POSSIBLE

BLANK: dict[str, Any] = {"latin_name": "", "company": "", "city": "", "patronymic": ""}


def person(desk: Desk, name: str, phone: str = "", email: str = "", **fields: Any) -> Any:
    surname, given, *rest = name.split()
    row = make.client(
        desk,
        **{**BLANK, "surname": surname, "given": given, "patronymic": " ".join(rest), **fields},
    )
    if phone:
        make.phone(desk, row.id, phone)
    if email:
        make.email(desk, row.id, email)
    return row.id


DAY = {"birth_year": 1970, "birth_month": 4, "birth_day": 5}
NO_YEAR = {"birth_month": 4, "birth_day": 5}
PHONE = "+7 495 000-11-22"


@pytest.mark.parametrize(
    ("one", "other", "least"),
    [
        (("Щукин Пётр Ильич", PHONE), ("Shchukin Petr", "+74950001122"), CERTAIN),
        (("Щукин Пётр Ильич", "", "p@a.example"), ("Щукин Петр", "", "P@A.example"), CERTAIN),
        (("Щукин Пётр Ильич", "", "", DAY), ("Schukin Petr", "", "", DAY), LIKELY),
        (("Щукин Пётр", "", "", DAY), ("Щукин П.", "", "", NO_YEAR), POSSIBLE),
        (("Щукин Пётр", PHONE), ("Пётр Щукин", PHONE), LIKELY),
        (("Александрова Мария", PHONE), ("Алексадрова Мария", PHONE), LIKELY),
        (("Müller Anna", "", "m@a.example"), ("Mueller Anna", "", "m@a.example"), LIKELY),
        (("Щукин Пётр Ильич",), ("Щукин Пётр Ильич",), POSSIBLE),
    ],
)
def test_one_person_written_twice_is_found(
    desk: Desk, one: tuple[Any, ...], other: tuple[Any, ...], least: int
) -> None:
    ids = set()
    for spelled in (one, other):
        name, phone, email, fields = (*spelled, "", "", {})[:4] if len(spelled) < 4 else spelled
        ids.add(person(desk, name, phone, email, **(fields or {})))
    (found,) = duplicates.find_duplicates(desk).pairs
    assert {found.first.id, found.second.id} == ids
    assert found.score >= least
    assert found.reasons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("Щукин Пётр", PHONE), ("Щукина Вера", PHONE)),  # a couple with one phone
        (("Щукин Пётр", "", "", DAY), ("Щукин Пётр", "", "", {**DAY, "birth_day": 6})),
        (("Щукин Пётр Ильич",), ("Щукин Пётр Олегович",)),
        (("Орлов Иван", "", "office@a.example"), ("Ким Вера", "", "office@a.example")),
    ],
)
def test_two_people_are_left_alone(
    desk: Desk, one: tuple[Any, ...], other: tuple[Any, ...]
) -> None:
    for spelled in (one, other):
        name, phone, email, fields = (*spelled, "", "", {})[:4] if len(spelled) < 4 else spelled
        person(desk, name, phone, email, **(fields or {}))
    assert duplicates.find_duplicates(desk).pairs == ()


def test_two_people_told_apart_are_not_proposed_again(desk: Desk) -> None:
    one, other = person(desk, "Щукин Пётр", PHONE), person(desk, "Щукин Пётр", PHONE)
    pair = duplicates.say_not_the_same(desk, other, one)
    duplicates.say_not_the_same(desk, one, other)
    assert duplicates.find_duplicates(desk).pairs == ()
    duplicates.undo_not_the_same(desk, pair)
    assert len(duplicates.find_duplicates(desk).pairs) == 1
    assert duplicates.find_duplicates(desk, among=[]).pairs == ()


def test_a_search_that_is_cancelled_stops(desk: Desk) -> None:
    person(desk, "Щукин Пётр", PHONE)
    person(desk, "Щукин Пётр", PHONE)
    assert duplicates.find_duplicates(desk, is_cancelled=lambda: True).pairs == ()
