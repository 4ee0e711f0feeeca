"""Attacks by direct SQL, each as somebody signed in who knows the schema by heart."""

from __future__ import annotations

import re
import select as sockets
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from tests.factories_complaints import five_fields
from tests.team.club import SECRET, SECRET_WISH, Club
from vipdesk.access.rights.door import DOORS
from vipdesk.complaints import intake
from vipdesk.vocabulary import Severity

DENIED = "42501"


@pytest.fixture
def maria(shared_club: Club) -> Iterator[Connection]:
    with shared_club.engine("maria").connect() as connection:
        yield connection


@pytest.fixture
def anna(shared_club: Club) -> Iterator[Connection]:
    with shared_club.engine("anna").connect() as connection:
        yield connection


def refusal(connection: Connection, statement: str, **values: Any) -> tuple[str, str]:
    """SQLSTATE and the whole text of what the server answers; ('', '') if it does as told."""
    trial = connection.begin_nested()
    try:
        connection.execute(text(statement), values)
    except DBAPIError as error:
        diagnosis: Any = error.orig
        return str(diagnosis.sqlstate), str(diagnosis)
    finally:
        if trial.is_active:
            trial.rollback()
    return "", ""


def denied(connection: Connection, statement: str, **values: Any) -> bool:
    return refusal(connection, statement, **values)[0] == DENIED


# A complaint about a manager ----------------------------------------------------------------------


def haystack(connection: Connection) -> Iterator[tuple[str, str]]:
    """Everything this login can read of our schemas, and of the server's catalogue of words."""
    relations = connection.execute(
        text(
            "SELECT c.oid::regclass::text AS name, string_agg(quote_ident(a.attname) || '::text',"
            " ', ' ORDER BY a.attnum) AS columns FROM pg_class c"
            " JOIN pg_namespace n ON n.oid = c.relnamespace"
            " JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped"
            " WHERE c.relkind IN ('r', 'p', 'v', 'm')"
            " AND (n.nspname LIKE 'vip%' OR c.relname IN ('pg_stats', 'pg_stat_activity',"
            " 'pg_prepared_statements', 'pg_cursors', 'pg_statistic'))"
            " AND has_column_privilege(c.oid, a.attnum, 'SELECT')"
            " AND has_schema_privilege(n.oid, 'USAGE') GROUP BY c.oid"
        )
    ).all()
    for name, columns in relations:
        for row in connection.execute(text(f"SELECT concat_ws('|', {columns}) FROM {name}")):
            yield name, row[0]
    shown = connection.execute(
        text(
            "SELECT p.proname FROM pg_proc p WHERE p.pronamespace = 'vip_api'::regnamespace"
            " AND p.pronargs = 0 AND has_function_privilege(p.oid, 'EXECUTE')"
            " AND p.prorettype <> 'trigger'::regtype AND p.proname <> 'lift_due_holds'"
        )
    ).scalars()
    for name in list(shown):
        for row in connection.execute(text(f"SELECT x::text FROM vip_api.{name}() x")):
            yield name, str(row[0])


@pytest.mark.parametrize("login", ["maria", "oleg", "anna", "kira"])
def test_a_complaint_about_a_manager_is_nowhere(shared_club: Club, login: str) -> None:
    planted = shared_club.planted
    needles = [str(planted.secret), planted.number, SECRET[:24], SECRET_WISH[:24], "щегольство"]
    with shared_club.engine(login).connect() as connection:
        read = list(haystack(connection))
    assert len({name for name, _ in read}) >= 8
    found = [(name, needle) for name, row in read for needle in needles if needle in row]
    assert not found


def test_who_may_see_it_finds_it_by_the_same_search(shared_club: Club) -> None:
    """Or the search above would find nothing in any club."""
    with shared_club.engine("ilya").connect() as connection:
        found = {
            name for name, row in haystack(connection) if str(shared_club.planted.secret) in row
        }
    assert {
        "vip_overseen.complaint",
        "vip_overseen.case_event",
        "vip_overseen.complaint_clock",
    } <= found


def test_its_parts_cannot_be_read_by_their_keys(shared_club: Club, maria: Connection) -> None:
    with shared_club.engine().connect() as owner:
        children = owner.execute(
            text(
                "SELECT conrelid::regclass::text AS name FROM pg_constraint WHERE contype = 'f'"
                " AND confrelid = 'vip_private.complaint'::regclass"
            )
        ).scalars()
        for name in list(children):
            seen = name.replace("vip_private", "vip_seen")
            where = "WHERE complaint_id = :id"
            count = maria.scalar(
                text(f"SELECT count(*) FROM {seen} {where}"), {"id": shared_club.planted.secret}
            )
            assert count == 0, name
            assert denied(maria, f"SELECT 1 FROM {name} {where}", id=shared_club.planted.secret)


# Identity -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "forged",
    [
        "SET vip.me = 'ilya'",
        "SELECT set_config('vip.staff_id', 'x', false)",
        "SET application_name = 'ilya'",
        "SET search_path = pg_temp, public",
        "SET row_security = off",
        "SET ROLE vip_manager",
    ],
)
def test_a_forged_variable_changes_nothing(shared_club: Club, forged: str) -> None:
    with shared_club.engine("maria").connect() as connection:
        connection.execute(text(forged))
        if refusal(connection, "SELECT count(*) FROM vip.client")[0] == DENIED:
            return  # with row_security off the server refuses instead of leaving rows out
        assert connection.scalar(text("SELECT vip_api.me()")) == shared_club.planted.staff["maria"]
        assert connection.scalar(text("SELECT count(*) FROM vip.client")) == 3


@pytest.mark.parametrize(
    "taken",
    [
        "SET ROLE ilya",
        "SET ROLE vip_head",
        "SET ROLE vip_procedures",
        "SET ROLE postgres",
        "SET SESSION AUTHORIZATION ilya",
        "SET SESSION AUTHORIZATION postgres",
        "GRANT vip_head TO maria",
        "GRANT vip_manager TO anna",
        "ALTER ROLE maria SUPERUSER",
        "ALTER ROLE maria BYPASSRLS",
        "ALTER ROLE ilya PASSWORD 'x'",
        "CREATE ROLE another LOGIN",
        "UPDATE vip.staff SET login = 'maria' WHERE login = 'ilya'",
        "UPDATE vip.staff SET deputy_id = vip_api.me()",
        "SET session_replication_role = replica",
        "ALTER TABLE vip_audit.journal_entry DISABLE TRIGGER ALL",
        "ALTER TABLE vip.client NO FORCE ROW LEVEL SECURITY",
        "ALTER TABLE vip.client DISABLE ROW LEVEL SECURITY",
        "DROP POLICY manager_select ON vip.client",
        "CREATE POLICY mine ON vip.client USING (true)",
        "CREATE VIEW vip.everything AS SELECT * FROM vip.client",
        "CREATE VIEW public.everything AS SELECT * FROM vip.client",
        "CREATE TEMP TABLE staff (id uuid, login text)",
        "CREATE FUNCTION public.me() RETURNS uuid LANGUAGE sql AS 'SELECT NULL::uuid'",
        "CREATE OR REPLACE FUNCTION vip_api.me() RETURNS uuid LANGUAGE sql AS 'SELECT NULL::uuid'",
        "CREATE SCHEMA mine",
        "CREATE EXTENSION dblink",
        "COPY vip_private.complaint TO STDOUT",
        "COPY vip.client TO PROGRAM 'cat'",
        "COPY vip.client TO '/tmp/clients'",
        "SELECT pg_read_file('/etc/passwd')",
        "SELECT lo_from_bytea(0, 'x')",
        "DO $$ BEGIN PERFORM 1 FROM vip_private.complaint; END $$",
        "LOCK TABLE vip.client",
        "TRUNCATE vip.client",
        "SELECT vip_audit.chain()",
        "SELECT vip_api.journal_actor()",
        "SELECT * FROM vip_api.frictions(ARRAY[]::uuid[])",
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'ilya'",
    ],
)
def test_what_a_manager_tries_is_refused(maria: Connection, taken: str) -> None:
    state, said = refusal(maria, taken)
    if taken.startswith("SELECT pg_terminate"):
        return  # nobody else is signed in, or the server refuses
    assert state in {DENIED, "0A000", "42P01", "42883", "22023", "58P01"}, (state, said)
    assert SECRET[:10] not in said


@pytest.mark.parametrize(
    "written",
    [
        "UPDATE vip_audit.journal_entry SET actor = 'x'",
        "DELETE FROM vip_audit.journal_entry",
        "TRUNCATE vip_audit.journal_entry",
        "DELETE FROM vip_private.case_event",
        "DELETE FROM vip.consent",
        "UPDATE vip.consent SET withdrawal = false",
        "UPDATE vip.consent SET withdrawn_at = NULL, evidence = ''",
        "UPDATE vip_private.complaint SET words_of_client = 'x'",
        "UPDATE vip_private.complaint SET about_staff_id = NULL",
        "DELETE FROM vip_private.complaint",
        "DELETE FROM vip.client",
        "UPDATE vip.client SET id = gen_random_uuid()",
    ],
)
@pytest.mark.parametrize("login", ["maria", "ilya", "petr", "vera", "kira"])
def test_what_stands_stays(shared_club: Club, login: str, written: str) -> None:
    with shared_club.engine(login).connect() as connection:
        assert denied(connection, written)


# The private schema -------------------------------------------------------------------------------


@pytest.mark.parametrize("login", ["maria", "anna", "ilya", "petr", "vera", "kira"])
@pytest.mark.parametrize(
    "asked", ["SELECT * FROM {}", "EXPLAIN SELECT * FROM {}", "COPY {} TO STDOUT"]
)
def test_the_private_schema_is_closed(shared_club: Club, login: str, asked: str) -> None:
    """'Permission denied for schema' also stops EXPLAIN."""
    with shared_club.engine(login).connect() as connection:
        for name in ("complaint", "case_event", "hold_source", "letter", "health_snapshot"):
            assert denied(connection, asked.format(f"vip_private.{name}"))


@pytest.mark.parametrize("login", ["anna", "vera", "kira"])
def test_the_doors_are_closed_too_for_who_has_no_cases(shared_club: Club, login: str) -> None:
    with shared_club.engine(login).connect() as connection:
        for name in ("complaint", "case_event", "hold_source", "letter", "health_snapshot"):
            for door in DOORS:
                assert denied(connection, f"SELECT * FROM {door.schema}.{name}")
                assert denied(connection, f"SELECT * FROM {door.read(name)}()") or (
                    refusal(connection, f"SELECT * FROM {door.read(name)}()")[0] == "42883"
                )


@pytest.mark.parametrize(
    ("login", "other"), [("maria", "vip_overseen"), ("ilya", "vip_seen"), ("petr", "vip_seen")]
)
def test_nobody_goes_through_anothers_door(shared_club: Club, login: str, other: str) -> None:
    """A manager finds no unmasked health there, a head none of a manager's narrower view."""
    reads = next(door.reads for door in DOORS if door.schema == other)
    with shared_club.engine(login).connect() as connection:
        for name in ("complaint", "letter", "health_snapshot"):
            assert denied(connection, f"SELECT * FROM {other}.{name}")
        assert denied(connection, f"SELECT * FROM vip_api.{reads}_complaint()")


def plan(connection: Connection, statement: str, **values: Any) -> str:
    lines = connection.execute(
        text(f"EXPLAIN (ANALYZE, BUFFERS OFF, TIMING OFF, SUMMARY OFF) {statement}"), values
    )
    shown = "\n".join(line for (line,) in lines)
    return re.sub(r"'[0-9a-f-]{36}'", "'…'", re.sub(r"Memory: \d+kB|Planning:.*", "", shown))


@pytest.mark.parametrize("name", ["complaint", "hold_source", "private_message"])
def test_a_plan_tells_nothing_of_what_is_hidden(
    shared_club: Club, maria: Connection, name: str
) -> None:
    """A client with a hidden complaint, and one without any: the same plan, the same counts."""
    plans = {
        plan(maria, f"SELECT * FROM vip_seen.{name} WHERE client_id = '{client_id}'")
        for client_id in (shared_club.planted.hers, shared_club.planted.hers_calm)
    }
    assert len(plans) == 1


def test_the_servers_statistics_know_no_client(club: Club) -> None:
    club.run(None, "ANALYZE vip_private.complaint")
    assert club.run(None, "SELECT 1 FROM pg_stats WHERE schemaname = 'vip_private'") == []


@pytest.mark.parametrize("login", ["ilya", "petr"])
def test_a_plan_tells_management_nothing_of_a_complaint_about_themselves(
    club: Club, login: str
) -> None:
    """Before, and after one that hangs full of entries: counts and estimates are the same."""
    me, client_id = club.planted.staff[login], club.planted.hers
    asked = [
        "SELECT * FROM vip_overseen.complaint",
        f"SELECT * FROM vip_overseen.complaint WHERE client_id = '{client_id}'",
        f"SELECT * FROM vip_overseen.complaint WHERE about_staff_id = '{me}'",
        f"SELECT * FROM vip_overseen.hold_source WHERE client_id = '{client_id}'",
        "SELECT count(*) FROM vip_overseen.case_event",
        "SELECT 1 FROM vip_overseen.complaint_clock, vip_overseen.complaint WHERE level = round",
        f"UPDATE vip_overseen.complaint SET summary = 'x' WHERE client_id = '{client_id}'",
        "SELECT * FROM vip.client c LEFT JOIN vip_overseen.complaint k ON k.client_id = c.id",
        "SELECT * FROM vip_overseen.private_message",
        "SELECT * FROM vip_api.due_cases(true, NULL, NULL, 100)",
        f"SELECT * FROM vip_api.due_cases(false, ARRAY['{client_id}'::uuid], NULL, NULL)",
    ]

    def plans() -> list[str]:
        club.run(None, "ANALYZE")
        with club.engine(login).connect() as connection:
            trial = connection.begin_nested()
            found = [plan(connection, statement) for statement in asked]
            trial.rollback()
        return found

    before = plans()
    other = club.office({"ilya": "petr", "petr": "ilya"}[login])
    for words in ("Хамил по телефону", "Не извинился и повесил трубку"):
        told = replace(five_fields(client_id, words=words), about_staff_id=me)
        other.write(lambda desk, told=told: intake.file_complaint(desk, told))
    about = "SELECT count(*) FROM vip_private.complaint WHERE about_staff_id = :me"
    assert club.run(None, about, me=me)[0][0] == 2
    assert plans() == before


# Counting and guessing ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "counted",
    [
        "SELECT reltuples FROM pg_class WHERE relname = 'complaint'",
        "SELECT relpages FROM pg_class WHERE relname = 'complaint'",
        "SELECT n_live_tup FROM pg_stat_user_tables",
        "SELECT n_tup_ins FROM pg_stat_all_tables",
        "SELECT * FROM pg_stats",
        "SELECT stavalues1 FROM pg_statistic",
        "SELECT pg_stat_get_live_tuples(oid) FROM pg_class",
        "SELECT pg_stat_get_tuples_hot_updated(oid) FROM pg_class",
        "SELECT pg_stat_get_blocks_hit(oid) FROM pg_class",
        "SELECT pg_stat_get_last_autoanalyze_time(oid) FROM pg_class",
        "SELECT relation FROM pg_locks",
        "SELECT * FROM pg_lock_status()",
        "SELECT pg_relation_size(oid) FROM pg_class",
        "SELECT pg_total_relation_size(oid) FROM pg_class",
        "SELECT last_value FROM vip_audit.journal_entry_seq_seq",
        "SELECT last_value FROM vip.search_entry_rowid_seq",
        "SELECT nextval('vip_audit.journal_entry_seq_seq')",
        "SELECT xmax FROM vip.client",
        "SELECT xmax FROM vip.staff",
        "SELECT seq FROM vip_audit.journal_entry",
        "SELECT hash FROM vip_audit.journal_entry",
    ],
)
@pytest.mark.parametrize("login", ["maria", "anna"])
def test_nothing_counts_the_hidden_rows(shared_club: Club, login: str, counted: str) -> None:
    with shared_club.engine(login).connect() as connection:
        assert denied(connection, counted)


def test_other_peoples_statements_are_not_shown(shared_club: Club, maria: Connection) -> None:
    with shared_club.engine("ilya").connect() as ilya:
        ilya.execute(text("SELECT 'a word that only Ilya typed'"))
        seen = maria.execute(text("SELECT query FROM pg_stat_activity WHERE usename = 'ilya'"))
        assert {row[0] for row in seen} == {"<insufficient privilege>"}


def test_a_key_tells_nothing_of_a_hidden_row(shared_club: Club, maria: Connection) -> None:
    """A key that points at a hidden row and one that points nowhere: the same answer."""
    added = (
        "INSERT INTO vip_seen.case_event (id, complaint_id, at, actor_kind, kind, text, payload)"
        " VALUES (gen_random_uuid(), :id, now(), 'human', 'note', 'x', '{}')"
    )
    secret, nothing = shared_club.planted.secret, uuid4()
    answers = {refusal(maria, added, id=i) for i in (secret, nothing)}
    assert len(answers) == 1
    assert answers.pop()[0] == DENIED
    with shared_club.engine().connect() as owner:
        hidden = owner.scalar(
            text("SELECT id FROM vip.interaction WHERE sensitivity = 'management' LIMIT 1")
        )
    promised = (
        "INSERT INTO vip.promise (id, client_id, owner_id, made_by_id, interaction_id, text,"
        " made_at, due_at, state) VALUES (gen_random_uuid(), :c, vip_api.me(), vip_api.me(), :i,"
        " 'x', now(), now(), 'open')"
    )
    hers = shared_club.planted.hers
    assert len({refusal(maria, promised, c=hers, i=i)[0] for i in (hidden, uuid4())}) == 1


def test_managements_door_answers_a_hidden_key_like_one_that_is_not_there(club: Club) -> None:
    ilya, key = club.planted.staff["ilya"], club.planted.secret
    club.run(None, f"UPDATE vip_private.complaint SET about_staff_id = '{ilya}' WHERE id = '{key}'")
    added = [
        """INSERT INTO vip_overseen.case_event
            (id, complaint_id, at, actor_kind, kind, text, payload)
            VALUES (gen_random_uuid(), :id, now(), 'human', 'note', 'x', '{}')""",
        """INSERT INTO vip_overseen.complaint_flag (id, complaint_id, kind, raised_at, instruction)
            VALUES (gen_random_uuid(), :id, 'threat', now(), '')""",
        "SELECT * FROM vip_api.overseen_case_event(:id)",
    ]
    with club.engine("ilya").connect() as connection:
        for one in added:
            assert len({refusal(connection, one, id=i) for i in (key, uuid4())}) == 1, one
        seen = connection.execute(text(added[-1]), {"id": key})
        assert seen.all() == []
        assert connection.execute(text(added[-1]), {"id": club.planted.his_case}).all()


def test_removing_a_client_tells_nothing(shared_club: Club, maria: Connection) -> None:
    """Nor takes anything hidden away: nobody removes clients, and no key cascades."""
    for client_id in (shared_club.planted.hers, shared_club.planted.hers_calm):
        state, said = refusal(maria, "DELETE FROM vip.client WHERE id = :id", id=client_id)
        assert state == DENIED
        assert "complaint" not in said


def test_an_expression_that_fails_sees_no_hidden_row(shared_club: Club, maria: Connection) -> None:
    """A condition of one's own runs after the policy, so that its error cannot carry a row out."""
    his = shared_club.planted.his
    leaks = (
        f"SELECT 1 FROM vip.client WHERE 1 / (CASE WHEN id = '{his}' THEN 0 ELSE 1 END) = 1",
        """SELECT 1 FROM vip.interaction WHERE
            (CASE WHEN text LIKE 'только%' THEN text ELSE '1' END)::integer = 1""",
        """SELECT 1 FROM vip_seen.complaint WHERE
            (CASE WHEN words_of_client LIKE 'Орлова%' THEN words_of_client ELSE '1' END)::integer
            = 1""",
    )
    for leak in leaks:
        assert refusal(maria, leak) == ("", "")


def test_a_copy_out_holds_only_what_is_seen(shared_club: Club) -> None:
    with shared_club.engine("maria").connect() as connection:
        driver: Any = connection.connection.driver_connection
        with driver.cursor() as cursor, cursor.copy("COPY vip.client TO STDOUT") as out:
            rows = [bytes(row) for row in out]
    assert len(rows) == 3


def test_search_finds_no_complaint_and_no_colleagues_client(maria: Connection) -> None:
    for word in ("щегольство", "чужакова", "опоздала"):
        for kinds in ([], ["client"], ["complaint"]):
            found = maria.execute(
                text("SELECT * FROM vip_api.find_entries(:w, :p, :w, '', :k, 50, 50)"),
                {"w": word, "p": [f"(^| )({word})"], "k": kinds},
            )
            assert found.all() == []
        notes = text("SELECT * FROM vip_api.find_notes(:w, :p, NULL, 50)")
        assert maria.execute(notes, {"w": word, "p": [f"(^| )({word})"]}).all() == []


# What travels -------------------------------------------------------------------------------------


def test_what_is_told_to_all_listeners_is_empty(club: Club) -> None:
    """Filing a complaint is heard as 'something changed', if at all."""
    with club.engine("anna").connect().execution_options(isolation_level="AUTOCOMMIT") as anna:
        channels = club.run(
            None,
            "SELECT DISTINCT (regexp_matches(prosrc, 'pg_notify\\(''([a-z_]+)''', 'g'))[1]"
            " FROM pg_proc WHERE pronamespace::regnamespace::text LIKE 'vip%'",
        )
        for (channel,) in channels:
            anna.execute(text(f"LISTEN {channel}"))
        told = five_fields(club.planted.hers_calm, words=SECRET, severity=Severity.S1)
        club.office("ilya").write(lambda desk: intake.file_complaint(desk, told))
        driver: Any = anna.connection.driver_connection
        sockets.select([driver.fileno()], [], [], 2)
        heard = list(driver.notifies(timeout=0.5))
    assert {notice.payload for notice in heard} <= {""}


def test_a_coordinator_sees_the_hold_and_no_reason(shared_club: Club, anna: Connection) -> None:
    held = anna.execute(
        text("SELECT * FROM vip.invite_hold WHERE client_id = :c"), {"c": shared_club.planted.his}
    ).mappings()
    (hold,) = held
    assert set(hold) == {"id", "client_id", "kind", "review_on"}
    version = hold["id"].version
    assert version == 4  # a key in order of time would tell when it was set


def test_an_executive_does_not_see_a_complaint_about_the_executive(club: Club) -> None:
    club.run(
        None,
        "UPDATE vip_private.complaint SET about_staff_id = :petr WHERE id = :id",
        petr=club.planted.staff["petr"],
        id=club.planted.secret,
    )
    with club.engine("petr").connect() as petr:
        found = [name for name, row in haystack(petr) if str(club.planted.secret) in row]
    assert not found
    assert club.run("ilya", "SELECT 1 FROM vip_overseen.complaint WHERE id = :id",
                    id=club.planted.secret)  # fmt: skip
