"""Who may be in a file of clients, and what the file looks like in a spreadsheet or a phone."""

from __future__ import annotations

import csv
import io
import zipfile
from dataclasses import replace
from datetime import timedelta
from uuid import UUID
from xml.etree import ElementTree as ET

import pytest
from sqlalchemy import select

from tests import factories as made
from tests.factories_complaints import filed
from tests.factories_events import address, hold, prefers
from vipdesk.access import Desk
from vipdesk.access.exports import ExportForm, safe
from vipdesk.channels.mailing import left_out_whole, withheld
from vipdesk.clients import export
from vipdesk.clients.csv_file import read_csv
from vipdesk.clients.dates import DayFields, add_client_date
from vipdesk.clients.registry import ClientFilter
from vipdesk.clients.vcard import read_vcard
from vipdesk.errors import UserError
from vipdesk.models import JournalEntry
from vipdesk.vocabulary import Channel, DayKind, PreferenceRule, Topic
from vipdesk.wording import Words

ALL = ClientFilter()


def _taken(desk: Desk, purpose: Topic = Topic.PERSONAL) -> export.ClientExport:
    return export.export_clients(
        desk,
        ALL,
        purpose=purpose,
        form=ExportForm.CSV,
        reason="Envelopes for the concert",
        gate=withheld,
    )


def _ids(found: export.ClientExport) -> set[UUID]:
    return {p.id for p in found.people}


def _anna(desk: Desk) -> UUID:
    one = made.client(
        desk, title="г-жа", company="Сад и дом", position="Владелица", birth_month=4, birth_day=5
    )
    made.phone(desk, one.id)
    made.phone(desk, one.id, "+7 916 123-45-67", preferred=True)
    made.email(desk, one.id)
    address(desk, one.id)
    return one.id


def test_an_invitation_file_holds_only_who_agreed(desk: Desk) -> None:
    yes, _silent, no = (made.client(desk, surname=s).id for s in ("Агеева", "Белова", "Ветрова"))
    made.consent(desk, yes)
    made.consent(desk, no)
    made.consent(desk, no, given_at=desk.now + timedelta(seconds=1), withdrawal=True)
    found = _taken(desk, Topic.INVITATION)
    assert _ids(found) == {yes}
    assert (found.count.taken, found.count.no_consent) == (1, 2)


def test_for_a_phone_book_a_no_counts_and_silence_does_not(desk: Desk) -> None:
    silent, no = made.client(desk).id, made.client(desk).id
    made.consent(desk, no, Topic.PERSONAL, withdrawn_at=desk.now)
    assert _ids(_taken(desk)) == {silent}


def test_whose_data_may_only_be_kept_is_in_no_file(desk: Desk) -> None:
    made.client(desk, restricted_at=desk.now)
    made.client(desk, erased_at=desk.now)
    kept = made.client(desk).id
    count = export.count_export(desk, ALL, purpose=Topic.PERSONAL, gate=withheld)
    assert (count.taken, count.restricted, count.left_out) == (1, 2, 2)
    assert _ids(_taken(desk)) == {kept}


def test_nobody_on_hold_or_in_mourning_is_handed_to_a_mailing_house(desk: Desk) -> None:
    held, mourning = made.client(desk), made.client(desk, mourning_until=desk.now.date())
    for one in (held, mourning):
        made.consent(desk, one.id, Topic.OFFER)
    hold(desk, held.id)
    assert export.count_export(desk, ALL, purpose=Topic.OFFER, gate=withheld).held_back == 2
    with pytest.raises(UserError):
        _taken(desk, Topic.OFFER)


def test_a_channel_that_was_forbidden_is_left_out(desk: Desk) -> None:
    anna = _anna(desk)
    prefers(desk, anna, Channel.PHONE, rule=PreferenceRule.FORBID)
    (person,) = _taken(desk).people
    assert {str(p.kind) for p in person.points} == {"email", "address"}


def test_birthdays_go_only_where_they_are_needed(desk: Desk) -> None:
    anna = _anna(desk)
    made.consent(desk, anna)
    assert _taken(desk, Topic.INVITATION).people[0].birthday == ""
    assert _taken(desk).people[0].birthday == "--04-05"


def test_the_journal_keeps_who_took_what_and_why(desk: Desk) -> None:
    _anna(desk)
    mark = _taken(desk).mark
    entry = desk.session.scalars(select(JournalEntry).order_by(JournalEntry.seq.desc())).first()
    assert entry is not None
    assert (entry.verb, entry.object_id, entry.reason) == (
        "export_clients", mark.id, "Envelopes for the concert",
    )  # fmt: skip
    assert entry.fields.startswith("csv,personal,")
    assert entry.fields.endswith("rows=1")


@pytest.mark.parametrize("reason", ["", "   ", "abc", "x" * 201])
def test_an_export_without_a_reason_is_refused(desk: Desk, reason: str) -> None:
    _anna(desk)
    with pytest.raises(UserError) as refused:
        export.export_clients(
            desk, ALL, purpose=Topic.PERSONAL, form=ExportForm.CSV, reason=reason, gate=withheld
        )
    assert refused.value.field == "reason"


def test_no_file_tells_of_a_complaint(desk: Desk, ru: Words, en: Words) -> None:
    anna = _anna(desk)
    before = _taken(desk)
    filed(desk, anna)
    after = replace(_taken(desk), mark=before.mark)
    for form in (ExportForm.CSV, ExportForm.VCARD):
        for words in (ru, en):
            then = export.export_file(before, form, words)
            assert export.export_file(after, form, words) == then


@pytest.mark.parametrize("lang", ["ru", "en"])
def test_a_csv_file_comes_back_as_it_went(
    desk: Desk, lang: str, request: pytest.FixtureRequest
) -> None:
    _anna(desk)
    words: Words = request.getfixturevalue(lang)
    data = export.export_file(_taken(desk), ExportForm.CSV, words)
    assert data.startswith(b"\xef\xbb\xbf")
    (row,) = read_csv(data).rows
    assert row.problem is None
    assert (row.surname, row.given, row.patronymic) == ("Волкова", "Анна", "Сергеевна")
    assert (row.title, row.company, row.latin_name) == ("г-жа", "Сад и дом", "Anna Volkova")
    assert (row.birthday.month, row.birthday.day) == (4, 5)
    assert [p.normalised for p in row.points] == [
        "+79161234567", "+74950001122", "anna@client.example", row.points[3].normalised,
    ]  # fmt: skip
    assert "Envelopes" not in row.note


def test_every_row_of_a_csv_file_carries_the_watermark(desk: Desk, en: Words) -> None:
    _anna(desk)
    found = _taken(desk)
    rows = list(csv.reader(io.StringIO(export.export_file(found, ExportForm.CSV, en).decode())))
    for word in (found.mark.number, "Maria Orlova", "Envelopes for the concert"):
        assert word in rows[1][-1]


def test_a_vcard_comes_back_as_it_went_and_carries_the_watermark(desk: Desk, ru: Words) -> None:
    _anna(desk)
    found = _taken(desk)
    data = export.export_file(found, ExportForm.VCARD, ru)
    (row,) = read_vcard(data).rows
    assert (row.problem, row.remarks) == (None, ())
    assert (row.surname, row.title, row.position) == ("Волкова", "г-жа", "Владелица")
    assert (row.birthday.month, row.birthday.day) == (4, 5)
    assert [p.normalised for p in row.points][:2] == ["+79161234567", "+74950001122"]
    whole = data.decode().replace("\r\n ", "")
    assert f"X-VIPDESK-EXPORT:Выгрузка {found.mark.number}" in whole
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert "Золото" not in whole  # a phone that is lost need not tell who is how dear


def test_a_workbook_holds_texts_alone_and_a_sheet_with_the_watermark(desk: Desk, ru: Words) -> None:
    made.client(desk, company='=HYPERLINK("http://x";"y")', position="a\x01<b>&")
    found = _taken(desk)
    data = export.export_file(found, ExportForm.XLSX, ru)
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        assert packed.testzip() is None
        sheets = [ET.fromstring(packed.read(f"xl/worksheets/sheet{n}.xml")) for n in (1, 2)]
        names = packed.read("xl/workbook.xml").decode()
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    assert {c.get("t", "inlineStr") for c in sheets[0].iter(f"{space}c")} == {"inlineStr"}
    assert not list(sheets[0].iter(f"{space}f"))
    texts = [t.text for t in sheets[0].iter(f"{space}t")]
    assert '=HYPERLINK("http://x";"y")' in texts
    assert "a<b>&" in texts
    assert "Метка выгрузки" in names
    assert found.mark.number in "".join(t.text or "" for t in sheets[1].iter(f"{space}t"))


@pytest.mark.parametrize(
    "text",
    [
        "=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1",
        "＝1+1", "＋1", "－1", "＠A", "\u200b=1", "\ufeff=1", "\u00a0@x", "|calc", "%0A=1", "+7-1",
        "+7 916 123-45-67", "\tx",
    ],
)  # fmt: skip
def test_nothing_in_a_cell_is_a_formula(text: str) -> None:
    assert safe(text) == "'" + text


@pytest.mark.parametrize(
    "text", ["+79161234567", "Анна", "a@b.example", "5 = 5", "", "119034, Москва", "г-жа"]
)
def test_what_is_no_formula_stays_as_it_is(text: str) -> None:
    assert safe(text) == text


def test_a_name_that_would_be_a_formula_is_harmless_in_the_file(desk: Desk, en: Words) -> None:
    made.client(desk, surname="=cmd|' /C calc'!A0", company='x",=1+1')
    data = export.export_file(_taken(desk), ExportForm.CSV, en).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(data)))
    assert rows[1][0] == "'=cmd|' /C calc'!A0"
    assert all(not cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_reasons_for_being_left_out_are_said(en: Words) -> None:
    count = export.ExportCount(3, 2, 1, 4)
    assert [en(s) for s in export.left_out_words(count)] == [
        "2 have not agreed to this",
        "4 are held back: hold, mourning, gone, or often lately",
        "1 may only be kept, not used",
    ]  # fmt: skip
    assert {export.purpose_words(p) is not None for p in export.PURPOSES} == {True}


def test_a_count_in_pieces_is_the_count_of_the_whole(desk: Desk) -> None:
    for n in range(5):
        left = desk.now.date() if n == 2 else None
        row = made.client(desk, surname=f"Щукин{n}", left_on=left)
        if n == 3:
            hold(desk, row.id)
        elif n == 4:
            row.restricted_at = desk.now
    ids = export.ids_to_export(desk, ALL)
    for purpose in export.PURPOSES:
        whole = export.count_export(desk, ALL, purpose=purpose, gate=withheld)
        parts = [
            export.count_export_part(desk, ids[at : at + 2], purpose=purpose, gate=left_out_whole)
            for at in range(0, len(ids), 2)
        ]
        assert sum(parts, export.ExportCount(0, 0, 0, 0)) == whole


def test_days_go_into_a_card_of_ones_own_and_only_what_is_greeted_for_greetings(desk: Desk) -> None:
    anna = _anna(desk)
    made.consent(desk, anna, Topic.GREETING)
    wedding = DayFields(DayKind.WEDDING, year=1996, month=4, day=15)
    for fields in (wedding, DayFields(DayKind.MEMORIAL, "мать", month=1, day=2)):
        add_client_date(desk, anna, fields)
    own, greeted = _taken(desk), _taken(desk, Topic.GREETING)
    assert {d.kind for d in own.people[0].days} == {DayKind.WEDDING, DayKind.MEMORIAL}
    assert [d.kind for p in greeted.people for d in p.days] == [DayKind.WEDDING]
