"""Every cell of the matrix, both ways, as the person signed in."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, Table, text
from sqlalchemy.exc import DBAPIError

from tests.team.club import PEOPLE, Club
from vipdesk.access.matrix import MATRIX, Cell, Rows, Verb, line, may
from vipdesk.access.rights.door import DOORS
from vipdesk.access.rights.statements import columns_of, reaches_table
from vipdesk.access.team_door import door_of
from vipdesk.models import PRIVATE, VIP, Base
from vipdesk.vocabulary import Role

TABLES = {t.name: t for t in Base.metadata.sorted_tables}
ONE_OF_EACH = ("maria", "anna", "ilya", "petr", "vera", "kira")


@pytest.fixture(params=ONE_OF_EACH)
def login(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def theirs(shared_club: Club, login: str) -> Iterator[Connection]:
    with shared_club.engine(login).connect() as connection:
        yield connection


def test_every_table_has_its_lines_in_the_matrix() -> None:
    assert set(MATRIX) == set(TABLES)


def test_what_is_not_in_the_matrix_is_refused() -> None:
    assert not may(Role.COORDINATOR, Verb.SELECT, "complaint")
    assert not may(Role.MANAGER, Verb.SELECT, "no such table")


# No privilege; a view that takes no such verb; a ledger whose entries never change.
_REFUSALS = {"42501", "55000", "P0001"}


def _refused(connection: Connection, statement: str) -> bool:
    """Whether the server refuses; any other error is a mistake of ours."""
    trial = connection.begin_nested()
    try:
        connection.execute(text(statement))
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", "") not in _REFUSALS:
            raise
        return True
    finally:
        trial.rollback()
    return False


_FIXED = {"id", "client_id", "complaint_id", "staff_id", "letter_id"}


def _statement(name: str, table: Table, verb: Verb, cell: Cell | None) -> str:
    columns = (cell and columns_of(table, verb, cell)) or [c.name for c in table.columns]
    if not cell and verb is Verb.UPDATE:
        columns = [c.name for c in table.columns if not c.primary_key]
    first = next((c for c in columns if c not in _FIXED), columns[0])
    listed = ", ".join(f'"{c}"' for c in columns)
    return {
        Verb.SELECT: f"SELECT {listed} FROM {name} WHERE false",
        Verb.INSERT: f"INSERT INTO {name} ({listed}) SELECT {_nulls(table, columns)} WHERE false",
        Verb.UPDATE: f'UPDATE {name} SET "{first}" = NULL WHERE false',
        Verb.DELETE: f"DELETE FROM {name} WHERE false",
    }[verb]


def _nulls(table: Table, columns: list[str]) -> str:
    from sqlalchemy.dialects import postgresql

    dialect = postgresql.dialect()
    kinds = {c.name: c.type.dialect_impl(dialect).compile(dialect) for c in table.columns}
    return ", ".join(f"CAST(NULL AS {kinds[c]})" for c in columns)


def test_each_verb_is_granted_or_refused_as_the_matrix_says(theirs: Connection, login: str) -> None:
    role, wrong = PEOPLE[login][0], []
    door = next((d for d in DOORS if d.schema == door_of(role)), None)
    shown = {t for t in TABLES if door and any(line(t, r) for r in door.roles)}
    for name, table in TABLES.items():
        private = table.schema == PRIVATE
        reached = f"{door_of(role)}.{name}" if private and name in shown else table.fullname
        for verb in Verb:
            cell = line(name, role).get(verb)
            if _refused(theirs, _statement(reached, table, verb, cell)) is not (cell is None):
                wrong.append((name, verb))
            if private and not _refused(theirs, _statement(table.fullname, table, verb, None)):
                wrong.append((table.fullname, verb))
    assert not wrong


def test_columns_that_are_left_out_cannot_be_read_or_changed(
    theirs: Connection, login: str
) -> None:
    role, open_ = PEOPLE[login][0], []
    for name, lines in MATRIX.items():
        table = TABLES[name]
        if table.schema == PRIVATE or not reaches_table(table, role):
            continue
        for verb, cell in lines.get(role, {}).items():
            allowed = columns_of(table, verb, cell)
            for column in (c.name for c in table.columns):
                if allowed is None or column in allowed or verb is Verb.DELETE:
                    continue
                tried = {
                    Verb.SELECT: f'SELECT "{column}" FROM {table.fullname} WHERE false',
                    Verb.UPDATE: f'UPDATE {table.fullname} SET "{column}" = NULL WHERE false',
                    Verb.INSERT: f'INSERT INTO {table.fullname} ("{column}") VALUES (NULL)',
                }[verb]  # fmt: skip
                if not _refused(theirs, tried):
                    open_.append((name, verb, column))
    assert not open_


_NARROW = {Rows.OF_CLIENT, Rows.OF_CLIENT_OPEN, Rows.PERSON, Rows.PROMISE}


def test_a_manager_reads_changes_and_adds_nothing_of_a_colleagues_client(club: Club) -> None:
    """For each table with rows of clients: nothing to read, change, remove or add."""
    his, engine = club.planted.his, club.engine("maria")
    with club.engine().begin() as owner:
        owner.execute(text("INSERT INTO vip.invite_hold (id, client_id, kind) SELECT"
                           " gen_random_uuid(), :c, 'ask_manager' WHERE NOT EXISTS (SELECT 1"
                           " FROM vip.invite_hold WHERE client_id = :c)"), {"c": his})  # fmt: skip
        filled = [
            name for name, lines in MATRIX.items()
            if TABLES[name].schema == VIP and "client_id" in TABLES[name].columns
            and lines.get(Role.MANAGER, {}).get(Verb.SELECT, Cell(Rows.ALL)).rows in _NARROW
            and owner.scalar(text(f"SELECT count(*) FROM vip.{name} WHERE client_id = '{his}'"))
        ]  # fmt: skip
    assert len(filled) >= 6
    with engine.connect() as hers:
        for name in filled:
            mine = f"FROM vip.{name} WHERE client_id = '{his}'"
            assert hers.scalar(text(f"SELECT count(*) {mine}")) == 0, name
            if may(Role.MANAGER, Verb.UPDATE, name):
                assert hers.execute(text(f"UPDATE vip.{name} SET client_id = client_id "
                                         f"WHERE client_id = '{his}'")).rowcount == 0  # fmt: skip
            if may(Role.MANAGER, Verb.DELETE, name):
                assert hers.execute(text(f"DELETE {mine}")).rowcount == 0
            moved = f"UPDATE vip.{name} SET client_id = '{his}'"
            assert _refused(hers, moved) or name == "invite_hold", name


def test_a_row_cannot_be_added_for_a_client_one_does_not_lead(club: Club) -> None:
    with club.engine("maria").connect() as hers:
        for client_id in (club.planted.his, "00000000-0000-4000-8000-000000000000"):
            assert _refused(
                hers,
                "INSERT INTO vip.interest (id, client_id, kind, topic, strength, note) VALUES"
                f" (gen_random_uuid(), '{client_id}', 'interest', 'x', 1, '')",
            )


def test_own_drafts_and_snoozes_are_nobody_elses(club: Club) -> None:
    club.run(
        "maria",
        "INSERT INTO vip.draft (id, staff_id, form, values, saved_at)"
        " VALUES (gen_random_uuid(), :me, 'note', '{}', now())",
        me=club.planted.staff["maria"],
    )
    assert len(club.run("maria", "SELECT id FROM vip.draft")) == 1
    for login in ("anna", "ilya", "petr", "kira", "vera", "oleg"):
        assert club.run(login, "SELECT id FROM vip.draft") == []
