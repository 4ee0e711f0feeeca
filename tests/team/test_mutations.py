"""Take one right away, or give one too many: something must go red each time.

The suite tries a part of all mutations, `tools/mutate_rights.py` every one.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, text

from tests.team import test_attacks as attacks
from tests.team import test_rights_matrix as cells
from tests.team.club import Club
from tools.mutate_rights import Mutation, all_mutations, is_found
from vipdesk.access.rights import check, statements

EVERY = 24


@pytest.fixture
def owner(shared_club: Club) -> Iterator[Connection]:
    with shared_club.engine().connect() as connection:
        yield connection


def test_a_fresh_club_is_as_the_matrix_says(owner: Connection) -> None:
    assert [finding.what for finding in check.check(owner)] == []


def test_the_check_changes_nothing(owner: Connection) -> None:
    before = check.state(owner)
    check.check(owner)
    assert check.state(owner) == before


def test_what_is_taken_away_or_added_is_found(owner: Connection) -> None:
    wanted = check.wanted_state(owner)
    mutations = all_mutations(owner)
    kinds = {m.kind: m for m in mutations}  # one of each kind at least
    chosen = [*kinds.values(), *mutations[::EVERY]]
    assert len(mutations) > 500
    assert [m.statement for m in chosen if not is_found(owner, m, wanted)] == []


@pytest.mark.parametrize(
    "statement",
    [
        "GRANT EXECUTE ON FUNCTION pg_catalog.pg_lock_status() TO PUBLIC",
        "GRANT EXECUTE ON FUNCTION pg_catalog.pg_stat_get_blocks_hit(oid) TO PUBLIC",
        "ALTER ROLE vip_manager BYPASSRLS",
        "ALTER ROLE maria CREATEROLE",
        "GRANT vip_procedures TO oleg",
        "GRANT vip_head TO maria WITH ADMIN OPTION",
        "CREATE VIEW vip.everything AS SELECT * FROM vip.client",
        """CREATE FUNCTION vip_api.any() RETURNS bigint LANGUAGE sql SECURITY DEFINER
            AS 'SELECT count(*) FROM vip_private.complaint'""",
        "CREATE TABLE vip.more (id uuid)",
        "ALTER TABLE vip.client ADD COLUMN worst uuid REFERENCES vip_private.complaint",
        """ALTER TABLE vip.interest DROP CONSTRAINT fk_interest_client_id, ADD CONSTRAINT again
            FOREIGN KEY (client_id) REFERENCES vip.client ON DELETE CASCADE""",
        "GRANT DELETE ON vip.client TO vip_manager",
        "DROP TRIGGER journal_chain ON vip_audit.journal_entry",
        "UPDATE vip.staff SET role = 'head' WHERE login = 'maria'",
        "UPDATE vip.staff SET left_at = now() WHERE login = 'maria'",
    ],
)
def test_what_no_grant_can_mend_is_found(owner: Connection, statement: str) -> None:
    trial = owner.begin_nested()
    owner.execute(text(statement))
    found = check.check(owner)
    trial.rollback()
    assert found


RED = {
    "ALTER TABLE vip.interaction DISABLE ROW LEVEL SECURITY":
        cells.test_a_manager_reads_changes_and_adds_nothing_of_a_colleagues_client,
    "CREATE POLICY more ON vip.client FOR SELECT TO vip_manager USING (true)":
        cells.test_a_manager_reads_changes_and_adds_nothing_of_a_colleagues_client,
    "GRANT USAGE ON SCHEMA vip_private TO vip_coordinator;"
    " GRANT SELECT ON vip_private.complaint TO vip_coordinator":
        lambda club: attacks.test_the_private_schema_is_closed(club, "anna", "SELECT * FROM {}"),
    "GRANT UPDATE ON vip_audit.journal_entry TO vip_manager":
        lambda club: attacks.test_what_stands_stays(
            club, "maria", "UPDATE vip_audit.journal_entry SET actor = 'x'"),
    "CREATE OR REPLACE FUNCTION vip_api.seen_complaint() RETURNS SETOF vip_private.complaint"
    " LANGUAGE sql STABLE SECURITY DEFINER AS 'SELECT * FROM vip_private.complaint'":
        lambda club: attacks.test_a_complaint_about_a_manager_is_nowhere(club, "maria"),
    "GRANT SELECT ON pg_catalog.pg_class TO PUBLIC":
        lambda club: attacks.test_nothing_counts_the_hidden_rows(
            club, "anna", "SELECT reltuples FROM pg_class WHERE relname = 'complaint'"),
    "ALTER TABLE vip.draft NO FORCE ROW LEVEL SECURITY, DISABLE ROW LEVEL SECURITY":
        cells.test_own_drafts_and_snoozes_are_nobody_elses,
}  # fmt: skip


@pytest.mark.parametrize("statement", RED)
def test_the_attacks_succeed_when_a_right_is_wrong(club: Club, statement: str) -> None:
    """Each of these attacks is green on the club as it is: here it must be red."""
    with club.engine().begin() as connection:
        for one in statement.split(";"):
            connection.execute(text(one))
    with pytest.raises(AssertionError):
        RED[statement](club)


def test_a_mutation_that_changes_nothing_would_be_seen(owner: Connection) -> None:
    idle = Mutation("idle", "SELECT 1")
    assert not is_found(owner, idle, check.wanted_state(owner))


def test_an_upgrade_takes_away_procedures_of_an_earlier_version(club: Club) -> None:
    older = (
        "vip_api.file_complaint(text)", "vip_api.seen_complaint(integer)", "vip_api.seen_gossip()",
    )  # fmt: skip
    with club.engine().begin() as connection:
        for name in older:
            connection.execute(
                text(f"CREATE FUNCTION {name} RETURNS integer LANGUAGE sql AS 'SELECT 1'")
            )
        connection.execute(text("GRANT EXECUTE ON FUNCTION vip_api.seen_gossip() TO vip_manager"))
        statements.apply(connection)
        left = [connection.scalar(text("SELECT to_regprocedure(:n)"), {"n": n}) for n in older]
        kept = connection.scalar(text("SELECT to_regprocedure('vip_api.file_complaint(jsonb)')"))
    assert left == [None, None, None]
    assert kept
