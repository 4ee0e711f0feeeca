"""The board of a team is ordered by the database: it shows what the door shows, and no more."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import ProgrammingError

from tests.factories_complaints import five_fields
from tests.team.club import Club
from vipdesk.access import Desk
from vipdesk.access.rights.door import private_tables
from vipdesk.access.team_door import OVERSEEN, SEEN
from vipdesk.complaints import board, cases, intake, sight
from vipdesk.complaints.board import BoardFilter
from vipdesk.health import facts
from vipdesk.health.facts import ClientFacts
from vipdesk.health.formula import formula
from vipdesk.vocabulary import Severity

DOORS = {"maria": SEEN, "oleg": SEEN, "ilya": OVERSEEN, "petr": OVERSEEN}
CALLS = (
    "SELECT * FROM vip_api.due_cases(false, NULL, NULL, 100)",
    "SELECT * FROM vip_api.case_rows(ARRAY[gen_random_uuid()])",
    "SELECT vip_api.sees_case(gen_random_uuid())",
    "SELECT * FROM vip_api.weighed_cases(ARRAY[gen_random_uuid()], now())",
)


def in_many_states(club: Club) -> None:
    """One that waits for the client, one that is closed, two more that are due."""
    planted, petr = club.planted, club.planted.staff["petr"]
    for client_id, grave in ((planted.hers_calm, True), (planted.hers_open, False)):
        told = five_fields(client_id, severity=Severity.S1 if grave else Severity.S3)
        club.office("maria").write(lambda desk, told=told: intake.file_complaint(desk, told))
    about = replace(five_fields(planted.hers_calm), about_staff_id=petr)
    club.office("ilya").write(lambda desk: intake.file_complaint(desk, about))
    for statement, case in (
        ("UPDATE {}_clock SET stopped_at = now() WHERE complaint_id = :id", planted.his_case),
        ("UPDATE {} SET state = 'closed' WHERE id = :id", planted.his_case),
        ("UPDATE {} SET state = 'wait_client' WHERE id = :id", planted.open_case),
        (("UPDATE {}_clock SET due_at = due_at - interval '30 days'"
         " WHERE complaint_id = :id AND kind = 'resolution'"), planted.open_case),
        (("INSERT INTO {}_pause (id, complaint_id, from_at, reason)"
         " VALUES (gen_random_uuid(), :id, now(), '')"), planted.open_case),
    ):  # fmt: skip
        club.run(None, statement.format("vip_private.complaint"), id=case)


def test_each_sees_on_the_board_what_the_door_shows(club: Club) -> None:
    in_many_states(club)
    every = [row[0] for row in club.run(None, "SELECT id FROM vip_private.complaint")]
    seen = {}
    for login, door in DOORS.items():
        shown = {row[0] for row in club.run(login, f"SELECT id FROM {door}.complaint")}
        for most in ("NULL", "100"):
            asked = f"SELECT * FROM vip_api.due_cases(false, NULL, NULL, {most})"
            assert {row[0] for row in club.run(login, asked)} == shown, (login, most)
        rows = club.run(login, "SELECT id FROM vip_api.case_rows(:ids)", ids=every)
        assert {row[0] for row in rows} == shown

        def said(desk: Desk) -> set[object]:
            return {key for key in every if sight.sees(desk, key)}

        assert club.office(login).read(said) == shown
        seen[login] = shown
    # Nothing about oneself, and nothing of a colleague's client.
    assert club.planted.secret not in seen["maria"] | seen["oleg"]
    assert seen["ilya"] - seen["petr"]
    assert club.planted.open_case not in seen["oleg"]


def test_the_board_is_the_same_whoever_orders_it(club: Club) -> None:
    """The database's order and rows are those that the desk makes of the door's views."""
    in_many_states(club)
    for login in DOORS:
        office = club.office(login)
        for live in (True, False):
            wanted = BoardFilter(live_only=live)
            made = office.read(lambda d, live=live: cases.list_complaints(d, live_only=live))
            found = office.read(lambda d, wanted=wanted: board.first_part(d, wanted))
            assert [(r.id, r.flags, r.unseen) for r in found] == [
                (r.id, r.flags, r.unseen) for r in made
            ]
            for row, other in zip(found, made, strict=True):
                assert (row.clock is None) is (other.clock is None)
                if row.clock and other.clock:
                    assert abs(row.clock.share - other.clock.share) < 0.01
                    assert replace(row.clock, share=0) == replace(other.clock, share=0)
                assert replace(row, clock=None) == replace(other, clock=None)
            opened = office.read(lambda d, wanted=wanted: board.open_board(d, wanted))
            assert opened.ids(0, 99) == tuple(row.id for row in made)
            first = office.read(lambda d, wanted=wanted: board.first_part(d, wanted, limit=1))
            assert first == () if not made else first[0].id == made[0].id
    number = club.office("ilya").read(board.first_part)[0].number
    (row,) = club.office("ilya").read(lambda d: board.first_part(d, BoardFilter(text=number)))
    assert row.number == number
    hidden = BoardFilter(text=club.planted.number, live_only=False)
    assert club.office("maria").read(lambda d: board.first_part(d, hidden)) == ()


def test_cases_weigh_the_same_for_one_client_and_for_the_whole_club(club: Club) -> None:
    """One client's are asked of a procedure, the club's of the door's views."""
    in_many_states(club)
    for number, (what, at) in enumerate(
        (("kept", "now() - interval '3 days'"), ("open", "now() - interval '1 day'"),
         ("broken", "now() - interval '2 years'"), ("open", "now() + interval '9 days'"))
    ):  # fmt: skip
        club.run(
            None,
            f"INSERT INTO vip_private.complaint_promise (id, complaint_id, text, made_at, due_at,"
            f" state) VALUES (gen_random_uuid(), :id, '{number}', now(), {at}, '{what}')",
            id=club.planted.open_case,
        )
    club.run(
        None,
        "UPDATE vip_private.complaint_clock SET due_at = now()"
        " - CASE kind WHEN 'resolution' THEN interval '1 day' ELSE interval '1 hour' END",
    )
    f, weighed, promised = formula(), set(), 0
    for login in DOORS:
        office = club.office(login)
        every = {c.id: c for c in office.read(lambda d: facts.gather(d, f))}
        for client_id, known in every.items():
            (one,) = office.read(lambda d, i=client_id: facts.gather(d, f, [i]))
            assert set(one.cases) == set(known.cases), login
            assert sums(one) == sums(known), login
            weighed |= {case.id for case in known.cases}
            promised += len(known.case_promises)
    assert len(weighed) > 3
    assert promised


def sums(one: ClientFacts) -> dict[int, list[int]]:
    """Promises of cases, by from whom they are kept apart."""
    found: dict[int, list[int]] = {}
    for apart, kept in one.case_promises:
        told = found.setdefault(apart, [0, 0, 0])
        for place, count in enumerate((kept.kept, kept.n, kept.overdue)):
            told[place] += count
    return found


def test_who_works_on_one_case_sees_of_it_what_the_whole_door_shows(club: Club) -> None:
    """For every table behind a door, each case asked for alone; and never a row more."""
    in_many_states(club)
    cases = [str(row[0]) for row in club.run(None, "SELECT id FROM vip_private.complaint")]
    tables = [t for t in private_tables() if "complaint_id" in t.columns or t.name == "complaint"]
    shown = 0
    for login, door in DOORS.items():
        with club.engine(login).connect() as person:
            for table in tables:
                of = "id" if table.name == "complaint" else "complaint_id"
                asked = text(f"SELECT {of}::text, id::text FROM {door}.{table.name} ORDER BY 1, 2")
                try:
                    whole = person.execute(asked).all()
                except ProgrammingError:  # this role has no such view
                    person.rollback()
                    continue
                for case in cases:
                    person.execute(text("SELECT set_config('vip.cases', :c, true)"),
                                   {"c": f"{{{case}}}"})  # fmt: skip
                    one = person.execute(asked).all()
                    assert one == [row for row in whole if row[0] == case], (login, table.name)
                    shown += len(one)
                person.rollback()
    assert shown > 20


@pytest.mark.parametrize(
    ("login", "mine"), [("maria", "secret"), ("oleg", "open_case"), ("ilya", ""), ("petr", "")]
)
def test_a_case_asked_for_alone_tells_nothing_if_it_is_hidden(
    club: Club, login: str, mine: str
) -> None:
    planted, door = club.planted, DOORS[login]
    hidden = getattr(planted, mine, None)
    if not mine:  # one about oneself
        other = {"ilya": "petr", "petr": "ilya"}[login]
        about = replace(five_fields(planted.hers_calm), about_staff_id=planted.staff[login])
        hidden = club.office(other).write(lambda desk: intake.file_complaint(desk, about))[0].id
    none = "00000000-0000-4000-8000-000000000000"
    told = set()
    with club.engine(login).connect() as person:
        for key in (none, hidden, none):
            person.execute(text("SELECT set_config('vip.cases', :c, true)"), {"c": f"{{{key}}}"})
            for what in ("SELECT * FROM {}.complaint", "SELECT * FROM {}.complaint_clock"):
                lines = person.execute(
                    text("EXPLAIN (ANALYZE, BUFFERS OFF, TIMING OFF, SUMMARY OFF) "
                         + what.format(door))
                )  # fmt: skip
                told.add((what, "\n".join(line for (line,) in lines)))
    assert len(told) == 2


@pytest.mark.parametrize("login", ["anna", "vera", "kira"])
def test_who_has_no_cases_has_no_board(shared_club: Club, login: str) -> None:
    for call in CALLS:
        with pytest.raises(ProgrammingError, match="permission denied"):
            shared_club.run(login, call)


@pytest.mark.parametrize("login", [*DOORS])
def test_what_stands_behind_the_board_is_nobodys_to_call(shared_club: Club, login: str) -> None:
    with pytest.raises(ProgrammingError, match="permission denied"):
        shared_club.run(login, "SELECT * FROM vip_api.gathered_cases(false, NULL, NULL, NULL)")


def test_a_key_that_is_hidden_is_answered_like_one_that_is_not_there(shared_club: Club) -> None:
    asked = (
        "SELECT * FROM vip_api.case_rows(ARRAY[CAST(:key AS uuid)])",
        "SELECT vip_api.sees_case(:key)",
        "SELECT * FROM vip_api.due_cases(false, ARRAY[CAST(:key AS uuid)], NULL, 100)",
        "SELECT * FROM vip_api.weighed_cases(ARRAY[CAST(:key AS uuid)], now())",
    )
    planted = shared_club.planted
    none = "00000000-0000-4000-8000-000000000000"
    with shared_club.engine("maria").connect() as maria:
        for statement in asked:
            told, plans = set(), set()
            for key in (planted.secret, planted.hers, none):
                told.add(str(maria.execute(text(statement), {"key": key}).all()))
                lines = maria.execute(
                    text(f"EXPLAIN (ANALYZE, BUFFERS OFF, TIMING OFF, SUMMARY OFF) {statement}"),
                    {"key": key},
                )
                plans.add("\n".join(line for (line,) in lines).replace(str(key), "…"))
            assert len(told) == 1, statement
            assert len(plans) == 1, statement
