"""Reading the journal: by person, deed, object and day; what is hidden leaves no trace."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from tests import factories as made
from tests.factories_complaints import filed
from vipdesk.access import Desk
from vipdesk.access.exports import ExportForm
from vipdesk.access.journal_words import Deed
from vipdesk.access.office import staff_row
from vipdesk.complaints import cases
from vipdesk.errors import NotFound
from vipdesk.models import Complaint, Staff
from vipdesk.privacy import journal
from vipdesk.privacy.journal import JournalFilter
from vipdesk.vocabulary import Role
from vipdesk.wording import Who, Words

ALL = JournalFilter()


def _auditor(desk: Desk) -> Desk:
    row = Staff(role=Role.AUDITOR, surname="Громова", given="Вера", latin_name="Vera Gromova")
    desk.session.add(row)
    desk.session.flush()
    return replace(desk, actor=staff_row(row))


def _verbs(desk: Desk, wanted: JournalFilter = ALL) -> list[str]:
    return [str(r.said.text) for r in journal.find_entries(desk, wanted).rows]


def _is_team(desk: Desk) -> bool:
    return desk.session.get_bind().dialect.name != "sqlite"


def test_the_newest_entry_stands_first_with_who_and_what(desk: Desk) -> None:
    anna = made.client(desk)
    desk.note("add_client", "client", anna.id)
    made.later(desk, hours=1).note("change_client", "client", anna.id, ("city", "company"))
    first, second = journal.find_entries(_auditor(desk), ALL).rows[:2]
    assert (first.said.text, first.fields) == ("Client changed", ("city", "company"))
    assert (second.said.text, second.who) == ("Client added", Who.of(desk.actor))
    assert first.client is None  # an auditor reads no clients


def test_entries_are_found_by_person_deed_object_and_day(desk: Desk) -> None:
    anna, olga = made.client(desk), made.client(desk, surname="Ильина")
    head, auditor = made.as_role(desk, Role.HEAD), _auditor(desk)
    desk.note("print_card", "status_card", anna.id)
    desk.note("change_client", "client", olga.id)
    made.later(head, days=2).note("change_client", "client", anna.id)

    def found(**wanted: object) -> int:
        return len(journal.find_entries(auditor, JournalFilter(**wanted)).rows)  # type: ignore[arg-type]

    mine = str(desk.actor.id)
    assert found(deed=Deed.TAKE) == 1
    assert found(object_id=anna.id) == 2
    assert found(object_id=anna.id, deed=Deed.CHANGE) == 1
    assert found(actor=str(head.actor.id)) == 1
    assert found(actor=mine, deed=Deed.CHANGE) == 1
    later = desk.now + timedelta(days=1)
    assert found(deed=Deed.CHANGE, since=later) == 1
    assert found(deed=Deed.CHANGE, until=later) == 1


@pytest.mark.parametrize("deed", [None, Deed.CHANGE])
def test_parts_follow_each_other_without_gap_or_repetition(desk: Desk, deed: Deed | None) -> None:
    auditor = _auditor(desk)
    for minute in range(25):  # in pairs of the same moment
        at = made.later(desk, minutes=minute // 2)
        at.note(("change_client", "change_event")[minute % 2], "client", None, (str(minute),))
    wanted, seen, before = JournalFilter(deed=deed, since=desk.now), [], None
    while True:
        part = journal.find_entries(auditor, wanted, before=before, limit=7)
        seen += [int(r.fields[0]) for r in part.rows]
        if not part.more:
            break
        before = part.rows[-1].key
    assert seen == list(range(24, -1, -1))


def test_a_complaint_is_in_the_journal_only_for_who_sees_it(desk: Desk) -> None:
    """The head, about whom a client complains, finds no trace; the executive and auditor do."""
    head, executive = made.as_role(desk, Role.HEAD), made.as_role(desk, Role.EXECUTIVE)
    anna = made.client(desk)
    case = filed(desk, anna.id)
    row = desk.session.get_one(Complaint, case.id)
    row.about_staff_id = head.actor.id
    desk.session.flush()
    cases.open_complaint(executive, case.id)
    if _is_team(desk):
        assert "Complaint filed" in _verbs(_auditor(desk))
        return
    assert {"Complaint filed", "Complaint opened"} <= set(_verbs(executive))
    assert {"Complaint filed", "Complaint opened"} <= set(_verbs(_auditor(desk)))
    hidden = journal.find_entries(head, ALL).rows
    private = {"complaint", "complaint_clock", "complaint_flag", "case_event", "hold_source"}
    assert not private & {r.table for r in hidden}
    assert not any("omplaint" in r.said.text for r in hidden)


def test_who_may_not_read_the_journal_is_told_nothing(desk: Desk) -> None:
    refused = [Role.COORDINATOR] + ([Role.MANAGER] if _is_team(desk) else [])
    for role in refused:
        with pytest.raises(NotFound):
            journal.find_entries(made.as_role(desk, role), ALL)


def test_the_owner_of_a_vault_reads_whom_an_entry_is_about(desk: Desk) -> None:
    if _is_team(desk):
        assert not journal.may_read(desk)
        return
    anna = made.client(desk)
    point = made.phone(desk, anna.id)
    desk.note("change_client", "client", anna.id, ("city",))
    desk.note("add_contact_point", "contact_point", point.id)
    rows = journal.find_entries(desk, ALL).rows[:2]
    assert {r.client.surname for r in rows if r.client} == {"Волкова"}
    assert {r.client_id for r in rows} == {anna.id}
    assert not journal.sees_all(desk)


def test_a_verb_of_a_newer_desk_is_shown_as_it_stands(desk: Desk, en: Words) -> None:
    desk.note("teleport_client", "portal", None)
    row = journal.find_entries(_auditor(desk), ALL).rows[0]
    assert en(row.said) == "Unknown deed “teleport_client”"
    assert (en(row.about), row.deed) == ("Something else", None)


def test_an_export_of_the_journal_is_an_entry_of_it(desk: Desk, en: Words) -> None:
    auditor = _auditor(desk)
    desk.note("change_client", "client", None, ("city",))
    taken = journal.export_journal(auditor, ALL, form=ExportForm.CSV, reason="Yearly audit")
    assert journal.find_entries(auditor, ALL).rows[0].reason == "Yearly audit"
    text = journal.journal_file(taken, ExportForm.CSV, en).decode("utf-8-sig")
    head, first, *_ = list(csv.reader(io.StringIO(text)))
    assert head[-3:] == ["Number", "Hash", "Watermark"]
    assert first[2:6] == ["Client changed", "Client", "", "city"]
    assert taken.mark.number in first[-1]
    assert journal.journal_file(taken, ExportForm.XLSX, en).startswith(b"PK")


def test_actors_are_everybody_who_worked_here(desk: Desk) -> None:
    keys = {a.key for a in journal.list_actors(desk)}
    assert {str(i) for i in desk.session.scalars(select(Staff.id))} == keys
