"""Workbooks and lists with any header: proposed, set by the person, remembered."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vipdesk.access import Desk
from vipdesk.access.exports import Mark, xlsx_file
from vipdesk.clients import import_, mapping
from vipdesk.clients import xlsx_file as workbooks
from vipdesk.clients.incoming import Birthday
from vipdesk.errors import UserError
from vipdesk.ids import new_id
from vipdesk.vocabulary import ContactKind, DayKind
from vipdesk.wording import Who, Words

ODD = "Кто;Чем звонить;Когда праздник\nЩукин Пётр Ильич;+7 916 555-01-42;12.06.2010\n".encode()


def workbook(rows: list[list[str]], words: Words) -> bytes:
    mark = Mark(new_id(), Who(), datetime(2026, 1, 1).astimezone(), "")
    return xlsx_file(rows[0], rows[1:], mark, words, "Клиенты")


def test_a_workbook_is_read_as_a_list_is(ru: Words) -> None:
    data = workbook([["Фамилия", "Имя", "Телефон"], ["Щукин", "Пётр", "+7 916 555-01-42"]], ru)
    (row,) = import_.read_file(data).rows
    assert row.name == "Щукин Пётр"
    assert [p.normalised for p in row.points] == ["+79165550142"]
    assert (row.first_line, row.raw) == (2, "Щукин;Пётр;+7 916 555-01-42")


def test_cells_are_taken_as_a_person_sees_them() -> None:
    told = [workbooks._text(c) for c in (79165550142.0, 1.5, date(1970, 4, 5), True, None,
                                         datetime(1970, 4, 5), "a\nb")]  # noqa: DTZ001 a sheet has no zone  # fmt: skip
    assert told == ["79165550142", "1.5", "1970-04-05", "1", "", "1970-04-05", "a\u2028b"]


@pytest.mark.parametrize("size", [3, 40, 900])
def test_a_damaged_workbook_gives_a_sentence(size: int, ru: Words) -> None:
    whole = workbook([["Фамилия"], ["Щукин"]], ru)
    for data in (
        whole[:size],
        whole[:size] + b"\x00" * 500,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 9,
    ):
        with pytest.raises(UserError):
            import_.read_file(data)


def test_a_bomb_is_not_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for n in range(4):
            packed.writestr(f"xl/worksheets/sheet{n}.xml", bytes(80 * 1024 * 1024))
    with pytest.raises(UserError, match="Split"):
        import_.read_file(out.getvalue())


def test_a_header_that_says_nothing_is_set_by_the_person_and_remembered(desk: Desk) -> None:
    with pytest.raises(UserError, match="name the columns"):
        import_.read_file(ODD)
    sheet = mapping.columns_of(ODD)
    assert sheet.samples == ("Щукин Пётр Ильич", "+7 916 555-01-42", "12.06.2010")
    proposed = mapping.mapped(desk, sheet)
    assert not proposed.names_people
    fields = ("surname_first", "phone", "anniversary")
    mapping.remember(desk, sheet.names, fields)
    again = mapping.mapped(desk, mapping.columns_of(ODD.replace(b"916", b"917")))
    assert (again.fields, again.remembered, again.names_people) == (fields, True, True)
    (row,) = import_.read_file(ODD, fields=again.fields).rows
    assert (row.name, row.points[0].kind) == ("Щукин Пётр Ильич", ContactKind.PHONE)
    assert [(d.kind, d.day) for d in row.days] == [(DayKind.WEDDING, Birthday(2010, 6, 12))]


def test_columns_without_a_name_are_refused(desk: Desk) -> None:
    with pytest.raises(UserError, match="holds the names"):
        mapping.remember(desk, ("a", "b"), ("phone", ""))


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (("First Name,Last Name,Display Name,Primary Email,Mobile Number,Birth Year,Birth Month,"
         "Birth Day,Notes"), "Пётр,Щукин,Пётр Щукин,p@a.example,+79165550142,1970,4,5,гольф"),
        ("Фамилия;Имя;Эл. почта;Мобильный телефон;День рождения;Заметки",
         "Щукин;Пётр;p@a.example;+79165550142;05.04.1970;гольф"),
        ("First Name,Last Name,E-mail Address,Mobile Phone,Birthday,Notes",
         "Пётр,Щукин,p@a.example,+79165550142,1970-04-05,гольф"),
        (("First Name,Middle Name,Last Name,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,"
         "Phone 1 - Value,Birthday,Notes"),
         "Пётр,,Щукин,* Work,p@a.example,Mobile,+79165550142,1970-04-05,гольф"),
    ],
)  # fmt: skip
def test_lists_of_known_makers_need_no_hand(header: str, row: str) -> None:
    (found,) = import_.read_file(f"{header}\n{row}\n".encode()).rows
    assert (found.surname, found.given, found.note) == ("Щукин", "Пётр", "гольф")
    assert {p.normalised for p in found.points} == {"+79165550142", "p@a.example"}
    assert found.birthday == Birthday(1970, 4, 5)


def test_columns_nobody_takes_are_named() -> None:
    reading = import_.read_file("Фамилия;Размер обуви\nЩукин;43\n".encode())
    assert reading.unread == ("Размер обуви",)


@settings(max_examples=40, deadline=None)
@given(st.binary(max_size=400))
def test_whatever_follows_a_workbooks_mark_gives_a_sentence(data: bytes) -> None:
    with pytest.raises(UserError):
        import_.read_file(b"PK\x03\x04" + data)
