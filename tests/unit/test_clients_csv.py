"""Lists of people as CSV: exports of Google and Outlook, hand-made lists, broken ones."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vipdesk.clients.csv_file import read_csv
from vipdesk.clients.csv_headers import column
from vipdesk.clients.csv_records import records
from vipdesk.clients.incoming import Birthday, Incoming
from vipdesk.errors import UserError
from vipdesk.vocabulary import ContactKind, Gender, PersonKind

DATA = Path(__file__).parent.parent / "data"


def rows_of(name: str) -> tuple[Incoming, ...]:
    return read_csv((DATA / name).read_bytes()).rows


def row_of(text: str) -> Incoming:
    (row,) = read_csv(text.encode()).rows
    return row


def values(row: Incoming, kind: ContactKind) -> list[str]:
    return [p.normalised for p in row.points if p.kind is kind]


def test_a_russian_phone_book_in_cp1251_is_readable() -> None:
    reading = read_csv((DATA / "phonebook_cp1251.csv").read_bytes())
    assert reading.encoding == "cp1251"
    first = reading.rows[0]
    assert first.name == "Гагарина Софья Андреевна"
    assert first.company == 'Дом "Гагарин"'
    assert first.birthday == Birthday(1979, 5, 12)
    assert values(first, ContactKind.PHONE) == ["+79855551001"]


def test_quotes_inside_an_unquoted_cell_are_letters() -> None:
    assert rows_of("phonebook_cp1251.csv")[1].company == 'ООО "Уральские самоцветы"'


def test_a_cell_of_two_lines_is_one_cell() -> None:
    row = rows_of("phonebook_cp1251.csv")[2]
    assert row.note == "Говорит по-русски,\nприезжает весной"
    assert (row.first_line, row.last_line) == (4, 5)
    assert (row.surname, row.given) == ("Чжан", "Вэй")


def test_a_row_without_a_name_is_a_problem() -> None:
    row = rows_of("phonebook_cp1251.csv")[4]
    assert row.problem is not None


def test_a_google_export_comes_whole() -> None:
    first, second = rows_of("google.csv")
    assert values(first, ContactKind.PHONE) == ["+79165552001", "+79165552002"]
    assert [p.label for p in first.points if p.kind is ContactKind.EMAIL] == ["work", "home"]
    assert [(p.name, p.kind) for p in first.people] == [("Илья Соколов", PersonKind.HOUSEHOLD)]
    assert second.title == "Sir"
    assert second.birthday == Birthday(None, 10, 2)


def test_an_outlook_export_comes_whole() -> None:
    first, second = rows_of("outlook.csv")
    assert first.surname == "Müller"
    assert first.birthday == Birthday(1962, 4, 15)
    assert first.gender is Gender.MALE
    assert first.languages == ("de",)
    assert first.people[0].phone == "+41 44 555 01 04"
    assert not second.birthday  # 0/0/00 is Outlook's 'no date'


def test_fax_numbers_are_no_phones() -> None:
    assert "+41445550103" not in values(rows_of("outlook.csv")[0], ContactKind.PHONE)


def test_utf16_with_tabs_is_readable() -> None:
    assert [r.surname for r in rows_of("utf16.csv")] == ["Ковалёв", "Nakamura"]


def test_a_broken_row_costs_itself_alone() -> None:
    rows = rows_of("broken.csv")
    taken = [r.surname for r in rows if r.problem is None]
    assert taken == ["Лисицын", "Котова", '"Ромашка" Волков']
    assert [r.first_line for r in rows if r.problem] == [1, 3, 6, 8]


def test_a_phone_cut_by_a_spreadsheet_is_left_out_with_a_word() -> None:
    row = rows_of("broken.csv")[3 - 1]
    assert row.surname == "Лисицын"
    cut = rows_of("broken.csv")[3]
    assert values(cut, ContactKind.PHONE) == []
    assert "spreadsheet" in cut.remarks[0].text


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    row = row_of(
        delimiter.join(["Имя", "Фамилия", "Телефон"])
        + "\n"
        + delimiter.join(["Пётр", "Щукин", "8 916 555 01 42"])
    )
    assert (row.given, row.surname) == ("Пётр", "Щукин")
    assert values(row, ContactKind.PHONE) == ["+79165550142"]


def test_excels_own_first_line_is_skipped() -> None:
    assert row_of("sep=;\nИмя;Фамилия\nПётр;Щукин\n").surname == "Щукин"


def test_a_file_without_column_names_is_refused_with_an_example() -> None:
    with pytest.raises(UserError) as caught:
        read_csv("Щукин;Пётр;+79165550142\n".encode())
    assert "Surname" in caught.value.say.text


def test_a_date_that_can_be_read_in_two_ways_is_left_out() -> None:
    row = row_of("Name,Birthday\nAnna Smith,04/05/1980\n")
    assert not row.birthday
    assert "two ways" in row.remarks[0].text


def test_the_order_of_a_column_is_told_by_its_clear_dates() -> None:
    rows = read_csv(b"Name,Birthday\nAnna Smith,04/05/1980\nJohn Doe,04/25/1980\n").rows
    assert rows[0].birthday == Birthday(1980, 4, 5)


def test_several_phones_of_one_cell_are_parted() -> None:
    row = row_of("Имя;Телефон\nПётр;8 916 555-01-42, +7 495 555-07-11\n")
    assert values(row, ContactKind.PHONE) == ["+79165550142", "+74955550711"]


def test_a_row_shorter_than_the_header_is_taken() -> None:
    assert row_of("Имя;Фамилия;Телефон\nПётр;Щукин\n").problem is None


def test_words_of_a_list_become_words_of_the_desk() -> None:
    row = row_of(
        "ФИО;Пол;Язык;Статус;Telegram;Часовой пояс\n"
        "Щукин Пётр;муж.;русский, english;Золото;@ps;Asia/Tokyo\n"
    )
    assert row.gender is Gender.MALE
    assert row.languages == ("ru", "en")
    assert row.tier == "Золото"
    assert row.time_zone == "Asia/Tokyo"
    assert values(row, ContactKind.MESSENGER) == ["telegram:ps"]


def test_column_names_of_phones_and_mails_are_recognised() -> None:
    fields = {
        n: c.field
        for n in ("Моб. тел.", "E-mail 2 Address", "Адрес эл. почты", "Home Phone", "Телефон 2")
        if (c := column(n))
    }
    assert set(fields.values()) == {"phone", "email"}
    assert len(fields) == 5


CELLS = st.text(alphabet='ab";,\n \tЯ', max_size=8)


@given(st.lists(st.lists(CELLS, max_size=4).map(";".join), max_size=12))
def test_every_line_that_is_not_blank_belongs_to_one_record(raw: list[str]) -> None:
    lines = "\n".join(raw).split("\n")
    covered = [n for r in records(lines, ";", 3) for n in range(r.first, r.last + 1)]
    assert len(covered) == len(set(covered))
    lost = [n for n, text in enumerate(lines, 1) if text.strip(' ;\t"') and n not in covered]
    assert not lost


@given(st.binary(max_size=200))
def test_any_bytes_are_rows_or_one_sentence(data: bytes) -> None:
    try:
        reading = read_csv("Фамилия;Имя\n".encode() + data)
    except UserError:  # one sentence
        return
    for row in reading.rows:
        assert row.problem is not None or row.name
