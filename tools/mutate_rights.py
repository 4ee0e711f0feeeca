"""Remove each policy, grant, FORCE and REVOKE of a team's database, one at a time.

    uv run python -m tools.mutate_rights postgresql+psycopg://postgres@127.0.0.1/club

Each is done in a transaction that is taken back, and `vipdesk team check` must find it.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import create_engine, text

from vipdesk.access.rights import check
from vipdesk.access.rights.statements import SCHEMAS, TABLES_IN

if TYPE_CHECKING:
    from sqlalchemy import Connection

_OURS = ", ".join(f"'{s}'" for s in SCHEMAS)
_TABLES = ", ".join(f"'{s}'" for s in TABLES_IN)
_RELATIONS = f"""pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname IN ({_TABLES}) AND c.relkind IN ('r', 'p')"""
_MAKERS = {
    "policy": f"""SELECT format('DROP POLICY %I ON %I.%I', policyname, schemaname, tablename)
        FROM pg_policies WHERE schemaname IN ({_TABLES})""",
    "policy opened": f"""SELECT format('ALTER POLICY %I ON %I.%I USING (true)', policyname,
        schemaname, tablename) FROM pg_policies WHERE schemaname IN ({_TABLES})
        AND qual IS NOT NULL AND qual <> 'true'""",
    "force": f"SELECT format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', c.oid::regclass)"
    f" FROM {_RELATIONS}",
    "enable": f"SELECT format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', c.oid::regclass)"
    f" FROM {_RELATIONS}",
    "grant": f"""SELECT format('REVOKE %s ON %s FROM %s', a.privilege_type, c.oid::regclass,
            a.grantee::regrole)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(c.relacl) a
        WHERE n.nspname IN ({_OURS}) AND a.grantee <> c.relowner AND a.grantee <> 0""",
    "revoke": f"SELECT format('GRANT SELECT ON %s TO PUBLIC', c.oid::regclass) FROM {_RELATIONS}",
    "grant of columns": f"""SELECT format('REVOKE %s (%I) ON %s FROM %s', a.privilege_type,
            t.attname, c.oid::regclass, a.grantee::regrole)
        FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(t.attacl) a
        WHERE n.nspname IN ({_OURS})""",
    "call": f"""SELECT format('GRANT EXECUTE ON FUNCTION %s TO PUBLIC', p.oid::regprocedure)
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname IN ({_OURS})""",
    "definer": f"""SELECT format('ALTER FUNCTION %s RESET search_path', p.oid::regprocedure)
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname IN ({_OURS}) AND p.prosecdef""",
    "schema": f"""SELECT format('GRANT USAGE ON SCHEMA %I TO PUBLIC', nspname)
        FROM pg_namespace WHERE nspname IN ({_OURS})""",
    "view": """SELECT format('ALTER VIEW %s SET (security_invoker = false)', c.oid::regclass)
        FROM pg_class c WHERE c.relnamespace IN
            ('vip_seen'::regnamespace, 'vip_overseen'::regnamespace)""",
    "trigger": f"""SELECT format('ALTER TABLE %s DISABLE TRIGGER %I', c.oid::regclass, t.tgname)
        FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ({_TABLES}) AND NOT t.tgisinternal""",
}


@dataclass(frozen=True, slots=True)
class Mutation:
    """One thing that is wrong, as a statement."""

    kind: str
    statement: str


def all_mutations(connection: Connection) -> list[Mutation]:
    """Every single one that this database offers."""
    return [
        Mutation(kind, statement)
        for kind, query in _MAKERS.items()
        for (statement,) in connection.execute(text(query))
    ]


def is_found(connection: Connection, mutation: Mutation, wanted: dict[str, str]) -> bool:
    """Whether the check sees it; it is taken back."""
    trial = connection.begin_nested()
    connection.exec_driver_sql(mutation.statement)
    found = check.lint(connection) or check.differences(check.state(connection), wanted)
    trial.rollback()
    return bool(found)


def main() -> int:
    """Try them all; the exit code says whether each was found."""
    with create_engine(sys.argv[1]).connect() as connection:
        wanted, mutations = check.wanted_state(connection), all_mutations(connection)
        missed = [m for m in mutations if not is_found(connection, m, wanted)]
    for one in missed:
        print("not found:", one.statement)
    print(f"{len(mutations)} mutations, {len(missed)} not found")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
