"""What the desk writes to a file it reads back as the same clients: cards, tables, workbooks."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vipdesk.access.exports import ExportForm, Mark
from vipdesk.clients import export, export_card
from vipdesk.clients.import_plan import read_file
from vipdesk.clients.incoming import one_line
from vipdesk.clients.names import Name
from vipdesk.ids import new_id
from vipdesk.paths import resources
from vipdesk.vocabulary import ContactKind, DayKind, Topic
from vipdesk.wording import Lang, Who, Words

_LETTERS = st.text("абвгдеёжзийклмнопрстуфхцчшщъыьэюя", min_size=2, max_size=9).map(str.title)
_TEXT = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co", "Zl", "Zp"), exclude_characters="'"),
    max_size=20,
).map(lambda t: one_line(t).strip("=+-@|%＝＋－＠\t "))  # fmt: skip
_PHONES = st.integers(0, 9_999_999).map(lambda n: f"+7916{n:07}")
_MAILS = st.text("abcdefgh", min_size=1, max_size=8).map(lambda n: f"{n}@club.example")
_DAYS = st.sampled_from(["", "1970-04-05", "--02-29", "2001-12-31"])
_PARTS = st.sampled_from(
    [(1996, 4, 15), (None, 2, 29), (1996, 4, None), (None, 4, None), (1996, None, None)]
)
_COMING_BACK = st.builds(
    lambda kind, title, parts: export.Day(kind, title, *parts),
    st.sampled_from(DayKind), _TEXT, _PARTS,
)  # fmt: skip


@st.composite
def exported(draw: st.DrawFn) -> export.Exported:
    name = Name(draw(_LETTERS), draw(_LETTERS), draw(st.sampled_from(["", "Ильич", "Петровна"])))
    points = [
        *(export.Point(ContactKind.PHONE, p, "", preferred=False)
          for p in draw(st.lists(_PHONES, max_size=3, unique=True))),
        *(export.Point(ContactKind.EMAIL, m, "", preferred=False)
          for m in draw(st.lists(_MAILS, max_size=3, unique=True))),
    ]  # fmt: skip
    return export.Exported(
        new_id(), name, draw(_TEXT), draw(_TEXT), draw(_LETTERS), "", "", draw(_DAYS),
        tuple(points), tuple(draw(st.lists(_COMING_BACK, max_size=3))),
    )  # fmt: skip


@pytest.mark.parametrize("form", list(ExportForm))
@settings(max_examples=40, deadline=None)
@given(people=st.lists(exported(), min_size=1, max_size=4))
def test_a_file_of_ours_gives_the_same_clients(
    form: ExportForm, people: list[export.Exported]
) -> None:
    words = Words(Lang.RU, resources() / "i18n")
    mark = Mark(new_id(), Who(), datetime(2026, 1, 1, tzinfo=UTC), "Проверка")
    count = export.ExportCount(len(people), 0, 0, 0)
    taken = export.ClientExport(mark, Topic.PERSONAL, tuple(people), count)
    rows = read_file(export.export_file(taken, form, words)).rows
    assert len(rows) == len(people)
    for row, p in zip(rows, people, strict=True):
        assert row.problem is None
        assert (row.surname, row.given, row.patronymic) == (
            p.name.surname, p.name.given, p.name.patronymic,
        )  # fmt: skip
        assert (row.company, row.position) == (p.company, p.position)
        assert {x.normalised for x in row.points} == {x.value for x in p.points}
        day = p.birthday.replace("--", "0000-")
        year, month, number = (int(n) or None for n in day.split("-")) if day else (None,) * 3
        assert (row.birthday.year, row.birthday.month, row.birthday.day) == (year, month, number)
        if form in {ExportForm.VCARD, ExportForm.VCARD_3}:
            days = {(d.kind, d.title, d.day.year, d.day.month, d.day.day) for d in row.days}
            assert days == {(d.kind, d.title, d.year, d.month, d.day) for d in p.days}


@pytest.mark.parametrize(
    ("old", "line"), [(False, "ANNIVERSARY:19960415"), (True, "X-ANNIVERSARY:1996-04-15")]
)
def test_a_wedding_is_an_anniversary_to_every_address_book(old: bool, line: str) -> None:
    words = Words(Lang.EN, resources() / "i18n")
    wedding = export.Day(DayKind.WEDDING, "", 1996, 4, 15)
    daughter = export.Day(DayKind.FAMILY_BIRTHDAY, "Vera’s birthday", None, 5, 3)
    person = export.Exported(
        new_id(), Name("Volkova", "Anna"), "", "", "", "", "", "", (), (wedding, daughter)
    )
    mark = Mark(new_id(), Who(), datetime(2026, 1, 1, tzinfo=UTC), "Check")
    lines = export_card.card(person, mark, words, old=old).split("\r\n")
    assert line in lines
    assert "item2.X-ABLABEL:Vera’s birthday" in lines


def test_days_of_other_programs_are_read_with_and_without_a_year() -> None:
    text = (
        "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna Volkova\r\nN:Volkova;Anna;;;\r\n"
        "item1.X-ABDATE;X-APPLE-OMIT-YEAR=1604:1604-06-20\r\nitem1.X-ABLABEL:Club day\r\n"
        "ANNIVERSARY:--0415\r\nDEATHDATE:2025-01-02\r\nEND:VCARD\r\n"
    )
    (row,) = read_file(text.encode()).rows
    assert [(d.kind, d.title, d.day.year, d.day.month) for d in row.days] == [
        (DayKind.OTHER, "Club day", None, 6), (DayKind.WEDDING, "", None, 4),
        (DayKind.MEMORIAL, "", 2025, 1),
    ]  # fmt: skip
    assert row.remarks
