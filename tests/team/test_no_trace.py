"""A life of complaints leaves nothing that a coordinator could notice, but a hold.

Everything the coordinator's login can read by SQL is written down before and after, with the
row versions and places that PostgreSQL shows (`xmin`, `ctid`): a row that was merely touched
would tell. So are the catalogue's numbers, exports, lists, search, sentences of errors, the
notifications, and the copy that the coordinator's laptop takes along.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from tests.conftest import NOON
from tests.factories_complaints import called, five_fields
from tests.team.club import Club
from vipdesk.access import Office
from vipdesk.agenda.today import today
from vipdesk.channels.mailing import withheld
from vipdesk.clients import export, profile, registry
from vipdesk.clients.export import ExportForm
from vipdesk.clients.registry import ClientFilter
from vipdesk.clock import SetClock
from vipdesk.complaints import course, holds, intake
from vipdesk.complaints.due import sweep
from vipdesk.errors import UserError
from vipdesk.search.find import find
from vipdesk.store import offline_copy
from vipdesk.store.store import Store
from vipdesk.vocabulary import Severity, Topic

_OURS = "n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'"
# What a coordinator may do and what may not be done, said by the server in its own words.
PROBES = (
    "SELECT count(*) FROM vip_private.complaint",
    "EXPLAIN SELECT * FROM vip_private.complaint",
    "SELECT * FROM vip_seen.complaint",
    "SELECT * FROM vip_api.seen_complaint()",
    "DELETE FROM vip.client WHERE surname = 'Тихонова'",
    "UPDATE vip.client SET id = gen_random_uuid() WHERE surname = 'Тихонова'",
    "INSERT INTO vip_private.hold_source (id) VALUES (gen_random_uuid())",
    "SELECT last_value FROM vip_audit.journal_entry_seq_seq",
    "SELECT pg_relation_size('vip_private.complaint')",
    "SELECT pg_total_relation_size('vip_audit.journal_entry')",
    "LOCK TABLE vip_private.complaint IN ACCESS SHARE MODE",
)


def relations(connection: Connection) -> list[str]:
    """What this login may read, by name."""
    found = connection.scalars(
        text(
            "SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname) FROM pg_class c"
            f" JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {_OURS}"
            " AND c.relkind IN ('r', 'p', 'v', 'm', 'S') AND has_schema_privilege(n.oid, 'USAGE')"
            " AND (has_any_column_privilege(c.oid, 'SELECT') OR c.relkind = 'S' AND"
            " has_sequence_privilege(c.oid, 'SELECT')) ORDER BY 1"
        )
    )
    return [name for name in found if not name.endswith("invite_hold")]


def columns(connection: Connection, name: str) -> str:
    found = connection.execute(
        text(
            "SELECT quote_ident(a.attname), c.relkind IN ('r', 'p')"
            " AND has_table_privilege(c.oid, 'SELECT') FROM pg_attribute a"
            " JOIN pg_class c ON c.oid = a.attrelid WHERE a.attrelid = CAST(:name AS regclass)"
            " AND a.attnum > 0 AND NOT a.attisdropped"
            " AND has_column_privilege(a.attrelid, a.attnum, 'SELECT') ORDER BY a.attnum"
        ),
        {"name": name},
    ).all()
    seen = [row[0] for row in found]
    if found and found[0][1]:  # a right on columns alone shows no version of the row
        seen += ["xmin", "xmax", "ctid"]
    return ", ".join(f"{column}::text" for column in seen)


def everything(club: Club, login: str) -> dict[str, Any]:
    """All rows of all relations, and what the catalogue's numbers say of them."""
    engine = club.engine(login)
    with engine.connect() as connection:
        seen: dict[str, Any] = {
            name: sorted(
                tuple(map(str, row))
                for row in connection.execute(
                    text(f"SELECT {columns(connection, name)} FROM {name}")
                )
            )
            for name in relations(connection)
        }
    engine.dispose()
    return seen


def said(club: Club, login: str) -> list[str]:
    """The server's words to each probe, without the moment's own numbers."""
    answers = []
    for probe in PROBES:
        try:
            rows = club.run(login, probe)
            answers.append(str(rows))
        except DBAPIError as error:
            answers.append(re.sub(r"\s+", " ", str(error.orig)))
    return answers


def pages(office: Office) -> list[object]:
    """What the coordinator's desk shows."""

    def listed(desk: Any) -> object:
        return registry.list_clients(desk, ClientFilter())

    def opened(desk: Any) -> object:
        return [profile.get_client(desk, row.id) for row in registry.list_clients(desk)]

    def exported(desk: Any) -> object:
        taken = export.export_clients(
            desk,
            ClientFilter(),
            purpose=Topic.INVITATION,
            form=ExportForm.CSV,
            reason="рассадка",
            gate=withheld,
        )
        return list(taken.people), taken.count

    found = [office.read(lambda desk, t=t: find(desk, t)) for t in ("тихон", "жалоб", "волк")]
    return [
        office.read(listed),
        office.read(opened),
        office.write(exported)[0],
        office.read(today),
        found,
    ]


def a_life_of_complaints(club: Club, *, held: bool = True) -> int:
    """Fifty, of each kind, answered, closed, reopened and waiting; with holds and without."""
    maria, ilya, petr = (club.office(login) for login in ("maria", "ilya", "petr"))
    p = club.planted
    filed = 0
    for number in range(50):
        who = (maria, ilya, petr)[number % 3]
        severity = (Severity.S1, Severity.S2, Severity.S3)[number % 3]
        sheet = five_fields(
            (p.hers_calm, p.hers, p.his)[number % 3] if who is not maria else p.hers_calm,
            words=f"Случай {number}: подали не то", severity=severity,
            hold=held and number % 4 == 0,
        )  # fmt: skip
        case, _ = who.write(lambda desk, sheet=sheet: intake.file_complaint(desk, sheet))
        filed += 1
        if case.open_to_me and who is maria:
            later = Office(who._store, who.staff.id, SetClock(NOON + timedelta(minutes=number)))
            later.write(lambda desk, case=case: called(desk, case.id))
            if number % 2:
                later.write(lambda d, c=case: course.add_note(d, c.id, text="проверено"))
            if held and number % 12 == 0:
                later.write(lambda desk, case=case: holds.release_hold(desk, case.id))
    ilya.write(sweep)
    return filed


def test_a_coordinator_can_notice_nothing_but_a_hold(club: Club) -> None:
    before, words_before = everything(club, "anna"), said(club, "anna")
    assert len(before["vip.client"]) == 4, "there is something to see"
    assert a_life_of_complaints(club, held=True) == 50
    after = everything(club, "anna")
    assert after.keys() == before.keys()
    assert {name for name in before if before[name] != after[name]} == set()
    assert said(club, "anna") == words_before
    holds_of = "SELECT column_name FROM information_schema.columns WHERE table_name = 'invite_hold'"
    shown = {row[0] for row in club.run("anna", holds_of)}
    assert shown == {"id", "client_id", "kind", "review_on"}


@pytest.mark.parametrize("column", ["xmin", "ctid", "cmin"])
def test_a_hold_does_not_tell_when_it_was_set(club: Club, column: str) -> None:
    with pytest.raises(DBAPIError, match="permission denied"):
        club.run("anna", f"SELECT {column} FROM vip.invite_hold")


def test_without_a_hold_all_pages_and_files_stay_the_same(club: Club) -> None:
    anna = club.office("anna")
    before = pages(anna)
    a_life_of_complaints(club, held=False)
    assert without_mark(pages(anna)) == without_mark(before)


def without_mark(shown: list[object]) -> str:
    """An export's mark is of the moment."""
    return re.sub(r"Mark\([^)]*\)", "", repr(shown))


def test_the_copy_of_a_coordinators_laptop_is_the_same_before_and_after(
    club: Club, vault: Store
) -> None:
    from tests.team.test_offline_copy import everything as all_of

    def taken() -> str:
        assert vault.vault is not None
        team = club.office("anna")._store
        offline_copy.take_copy(vault.vault, team, login="anna", now=NOON)
        with offline_copy.open_copy(vault.vault, NOON) as copy:
            lines = all_of(copy).splitlines()
        return "\n".join(line for line in lines if "no_invite" not in line and "ask" not in line)

    before = taken()
    a_life_of_complaints(club)
    assert taken() == before


def test_the_dump_would_have_seen_a_touched_row(club: Club) -> None:
    before = everything(club, "anna")
    club.run(None, "UPDATE vip.tier SET code = code")
    after = everything(club, "anna")
    assert {name for name in before if before[name] != after[name]} == {"vip.tier"}


@pytest.mark.parametrize("table", ["client", "staff"])
def test_a_key_that_points_at_a_row_leaves_no_mark_there_to_read(club: Club, table: str) -> None:
    """A complaint locks the rows it points at, and PostgreSQL leaves that in their `xmax`."""
    marks = f"SELECT string_agg(xmax::text, ' ' ORDER BY id) AS marks FROM vip.{table}"
    before = club.run(None, marks)
    told = five_fields(club.planted.hers_calm, about_staff_id=club.planted.staff["maria"])
    club.office("ilya").write(lambda desk: intake.file_complaint(desk, told))
    assert club.run(None, marks) != before
    for login in ("anna", "maria"):
        with pytest.raises(DBAPIError, match="permission denied"):
            club.run(login, marks)


def test_what_a_manager_may_not_see_of_a_colleagues_client_stays_the_same(club: Club) -> None:
    before = everything(club, "maria")
    oleg = club.office("oleg")
    for number in range(6):
        sheet = five_fields(club.planted.his, words=f"Повод {number}", severity=Severity.S1)
        oleg.write(lambda desk, sheet=sheet: intake.file_complaint(desk, sheet))
    after = everything(club, "maria")
    assert {name for name in before if before[name] != after.get(name)} == set()


def test_a_case_that_is_there_is_refused_like_one_that_is_not(club: Club) -> None:
    told = set()
    for login in ("anna", "maria"):
        office = club.office(login)
        for case in (club.planted.secret, uuid4()):
            with pytest.raises(UserError) as refused:
                office.write(lambda desk, c=case: course.add_note(desk, c, text="есть?"))
            told.add((login, type(refused.value), str(refused.value)))
    assert len(told) == 2
