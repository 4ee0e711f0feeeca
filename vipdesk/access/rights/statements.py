"""Everything that makes the matrix true in a database, in order; run again it changes nothing.

The administrator (a superuser) runs it in one transaction: grants and policies are taken away
and given anew, so that what was added by hand does not stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Table, text

from vipdesk.access.matrix import AUTHORS, MATRIX, THROUGH_A_DOOR, Cell, Verb, line
from vipdesk.access.rights import people, procedures
from vipdesk.access.rights.door import (
    DOORS,
    door_functions,
    make_doors,
    private_tables,
    stands_open,
)
from vipdesk.access.rights.people import PROCEDURES, group_of
from vipdesk.access.rights.rules import authored, condition, new_row, policy_name
from vipdesk.access.team_door import OVERSEEN, SEEN
from vipdesk.models import API, AUDIT, PRIVATE, VIP, Base
from vipdesk.vocabulary import Role

if TYPE_CHECKING:
    from sqlalchemy import Connection

TABLES_IN = (VIP, PRIVATE, AUDIT)
SCHEMAS = (VIP, PRIVATE, API, AUDIT, SEEN, OVERSEEN)
_LOCK = 8456302
# How many rows a table has is nobody's business but the administrator's.
_COUNTING = (
    "pg_relation_size(regclass)", "pg_relation_size(regclass, text)",
    "pg_table_size(regclass)", "pg_indexes_size(regclass)", "pg_total_relation_size(regclass)",
)  # fmt: skip
# Each version of the server has more of these: of a table or a database, never of a session.
_STATISTICS = "p.proname ~ '^pg_stat_get_' AND 'oid'::regtype = ANY (p.proargtypes::oid[])"
# Which tables somebody reads or writes at this moment.
_LOCKS = ("pg_lock_status()",)
_COUNTED = ("reltuples", "relpages", "relallvisible", "relallfrozen")
# Nothing of the club's is a large object: nobody makes one to carry rows out of a transaction.
_LARGE = ("lo_create(oid)", "lo_creat(integer)", "lo_from_bytea(oid, bytea)")


def apply(connection: Connection) -> int:
    """Make the matrix true in the connected database. Returns how many statements it took."""
    connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
    statements = all_statements()
    for statement in statements:
        connection.exec_driver_sql(statement.replace("%", "%%"))
    return len(statements)


def all_statements() -> list[str]:
    """In order."""
    return [
        *people.make_roles(),
        *(f"CREATE SCHEMA IF NOT EXISTS {door.schema}" for door in DOORS),
        *_take_everything_away(),
        *_procedures(),
        *_owner(),
        *_schemas(),
        *_tables(),
        *make_doors(),
        _no_older_procedures(),
        _own_functions(),
        *_procedure_rights(),
        *_nothing_to_count(),
    ]


def _take_everything_away() -> list[str]:
    everybody = ", ".join(("PUBLIC", *people.OURS))
    statements = ["ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC"]
    for schema in SCHEMAS:
        statements += [
            f"REVOKE ALL ON SCHEMA {schema} FROM {everybody}",
            f"REVOKE ALL ON ALL TABLES IN SCHEMA {schema} FROM {everybody}",
            f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA {schema} FROM {everybody}",
            f"REVOKE ALL ON ALL ROUTINES IN SCHEMA {schema} FROM {everybody}",
        ]
    statements += [
        "REVOKE CREATE ON SCHEMA public FROM PUBLIC",
        f"""DO $$ DECLARE p record; BEGIN
            EXECUTE pg_catalog.format('REVOKE ALL ON DATABASE %I FROM {everybody}',
                pg_catalog.current_database());
            FOR p IN SELECT * FROM pg_catalog.pg_policies
                WHERE schemaname IN ({_quoted(TABLES_IN)}) LOOP
                EXECUTE pg_catalog.format('DROP POLICY %I ON %I.%I',
                    p.policyname, p.schemaname, p.tablename);
            END LOOP;
            FOR p IN SELECT n.nspname, c.relname FROM pg_catalog.pg_class c
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname IN ({_quoted(TABLES_IN)}) AND c.relkind IN ('r', 'p')
                AND NOT (c.relrowsecurity AND c.relforcerowsecurity) LOOP
                EXECUTE pg_catalog.format('ALTER TABLE %I.%I ENABLE ROW LEVEL SECURITY',
                    p.nspname, p.relname);
                EXECUTE pg_catalog.format('ALTER TABLE %I.%I FORCE ROW LEVEL SECURITY',
                    p.nspname, p.relname);
            END LOOP; END $$""",
        # Old doors go: a view cannot lose a column by being replaced.
        f"""DO $$ DECLARE v record; BEGIN
            FOR v IN SELECT schemaname, viewname FROM pg_catalog.pg_views
                WHERE schemaname IN ({_quoted(tuple(d.schema for d in DOORS))}) LOOP
                EXECUTE pg_catalog.format('DROP VIEW %I.%I', v.schemaname, v.viewname);
            END LOOP; END $$""",
    ]
    return statements


def _quoted(names: tuple[str, ...]) -> str:
    return ", ".join(f"'{name}'" for name in names)


def _schemas() -> list[str]:
    """Nobody enters the private schema: each role has its door to it, or none."""
    everybody = ", ".join(people.GROUPS)
    return [
        f"GRANT USAGE ON SCHEMA {VIP}, {API}, {AUDIT} TO {everybody}",
        *(
            f"GRANT USAGE ON SCHEMA {door.schema} TO {', '.join(map(group_of, door.roles))}"
            for door in DOORS
        ),
        # Which version the schema has is the only thing that is everybody's.
        f"GRANT SELECT ON {VIP}.alembic_version TO {everybody}",
        f"""CREATE POLICY everybody_select ON {VIP}.alembic_version FOR SELECT
            TO {everybody} USING (true)""",
    ]


def _table(name: str) -> Table:
    return next(t for t in Base.metadata.sorted_tables if t.name == name)


def reaches_table(table: Table, role: Role) -> bool:
    """Whether a role has its rights on the table itself, and not on what a function shows.

    A view shows all of a table to who may see all of it: no plan tells more than the rows.
    """
    if role not in THROUGH_A_DOOR.get(str(table.schema), frozenset()):
        return True
    return stands_open(line(table.name, role))


def _tables() -> list[str]:
    statements = []
    for name, lines in MATRIX.items():
        table = _table(name)
        for role, cells in lines.items():
            if reaches_table(table, role):
                for verb, cell in cells.items():
                    statements += [grant(table, role, verb, cell), policy(table, role, verb, cell)]
    return statements


def _hidden_points_at(table: Table) -> bool:
    return any(
        key.column.table is table for hidden in private_tables() for key in hidden.foreign_keys
    )


def columns_of(table: Table, verb: Verb, cell: Cell) -> list[str] | None:
    """The columns a cell grants; None for the whole table. A key is never changed, nor who wrote.

    Where something hidden points at, rows are read by column: a right to the whole table shows
    `xmax` too, and a key's lock leaves there which row something hidden was just hung on.
    """
    names = [c.name for c in table.columns]
    if verb is Verb.DELETE:
        return None
    if verb is Verb.UPDATE:
        author = AUTHORS.get(table.name)
        names = [c.name for c in table.columns if not c.primary_key and c.name != author]
    elif not (cell.but or cell.only or (verb is Verb.SELECT and _hidden_points_at(table))):
        return None
    return [n for n in names if n not in cell.but and (not cell.only or n in cell.only)]


def grant(table: Table, role: Role, verb: Verb, cell: Cell) -> str:
    """The GRANT of a cell."""
    columns = columns_of(table, verb, cell)
    named = "" if columns is None else " (" + ", ".join(f'"{n}"' for n in columns) + ")"
    return f"GRANT {str(verb).upper()}{named} ON {table.fullname} TO {group_of(role)}"


def policy(table: Table, role: Role, verb: Verb, cell: Cell) -> str:
    """The CREATE POLICY of a cell."""
    seen, written = condition(table.name, cell.rows), new_row(table.name, cell.rows)
    signed = " AND ".join(f"({r})" for r in (written, authored(table.name)) if r)
    rule = {
        Verb.SELECT: f"USING ({seen})",
        Verb.INSERT: f"WITH CHECK ({signed})",
        Verb.UPDATE: f"USING ({seen}) WITH CHECK ({written})",
        Verb.DELETE: f"USING ({seen})",
    }[verb]
    name = policy_name(role, verb)
    return (
        f"CREATE POLICY {name} ON {table.fullname} FOR {str(verb).upper()}"
        f" TO {group_of(role)} {rule}"
    )


def _owner() -> list[str]:
    statements = [f"GRANT USAGE ON SCHEMA {', '.join(SCHEMAS)} TO {PROCEDURES}"]
    for name, verbs in procedures.OWNER_MAY.items():
        table = _table(name)
        for verb in sorted(verbs):
            right = str(verb).upper()
            rule = {
                Verb.INSERT: "WITH CHECK (true)", Verb.UPDATE: "USING (true) WITH CHECK (true)",
            }.get(verb, "USING (true)")  # fmt: skip
            statements += [
                f"GRANT {right} ON {table.fullname} TO {PROCEDURES}",
                f"""CREATE POLICY procedures_{verb} ON {table.fullname} FOR {right}
                    TO {PROCEDURES} {rule}""",
            ]
    return statements


def _procedures() -> list[str]:
    return [
        *(p.text for p in procedures.PROCEDURES),
        procedures.JOURNAL_ACTOR,
        # By name before `journal_chain`: what is hashed is what stands.
        f"DROP TRIGGER IF EXISTS journal_actor ON {AUDIT}.journal_entry",
        f"""CREATE TRIGGER journal_actor BEFORE INSERT ON {AUDIT}.journal_entry
            FOR EACH ROW EXECUTE FUNCTION vip_api.journal_actor()""",
        f"""DO $$ DECLARE found record; BEGIN
            FOR found IN SELECT t.tgname, t.tgrelid::regclass AS name FROM pg_catalog.pg_trigger t
                JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid
                JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                WHERE n.nspname IN ({_quoted(TABLES_IN)}) AND NOT t.tgisinternal
                AND t.tgenabled NOT IN ('O', 'A') LOOP
                EXECUTE pg_catalog.format('ALTER TABLE %s ENABLE TRIGGER %I',
                    found.name, found.tgname);
            END LOOP; END $$""",
    ]


def _no_older_procedures() -> str:
    """An earlier version's arguments are a way around this version's rules: those go."""
    ours = [p.signature for p in procedures.PROCEDURES] + list(door_functions())
    present = _quoted(tuple(f"{API}.{signature}" for signature in ours))
    names = _quoted(tuple(p.name for p in procedures.PROCEDURES))
    doors = "|".join(f"{door.reads}|{door.writes}" for door in DOORS)
    return f"""DO $$ DECLARE f record; BEGIN
        FOR f IN SELECT p.oid::regprocedure AS name FROM pg_catalog.pg_proc p
            WHERE p.pronamespace = '{API}'::regnamespace
            AND (p.proname IN ({names}) OR p.proname ~ '^({doors})_')
            AND NOT EXISTS (SELECT 1 FROM pg_catalog.unnest(ARRAY[{present}]) ours
                WHERE pg_catalog.to_regprocedure(ours) = p.oid) LOOP
            EXECUTE pg_catalog.format('DROP ROUTINE %s', f.name);
        END LOOP; END $$"""


def _own_functions() -> str:
    """No definer function runs as a superuser."""
    return f"""DO $$ DECLARE f record; BEGIN
        FOR f IN SELECT p.oid::regprocedure AS name FROM pg_catalog.pg_proc p
            JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
            WHERE n.nspname IN ({_quoted(SCHEMAS)})
            AND p.proowner <> '{PROCEDURES}'::regrole LOOP
            EXECUTE pg_catalog.format('ALTER ROUTINE %s OWNER TO {PROCEDURES}', f.name);
        END LOOP;
        FOR f IN SELECT p.oid::regprocedure AS name FROM pg_catalog.pg_proc p
            JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace
            WHERE n.nspname IN ({_quoted(SCHEMAS)}) LOOP
            EXECUTE pg_catalog.format('REVOKE ALL ON ROUTINE %s FROM PUBLIC', f.name);
            -- An owner can lose the right to its own: they call each other.
            EXECUTE pg_catalog.format('GRANT EXECUTE ON ROUTINE %s TO {PROCEDURES}', f.name);
        END LOOP; END $$"""


def _procedure_rights() -> list[str]:
    granted = [
        f"GRANT EXECUTE ON FUNCTION {API}.{p.signature}"
        f" TO {', '.join(group_of(r) for r in p.roles)}"
        for p in procedures.PROCEDURES
        if p.roles
    ]
    for name, roles in procedures.ELSEWHERE.items():
        if roles:
            groups = ", ".join(group_of(r) for r in roles)
            granted.append(
                f"""DO $$ DECLARE f record; BEGIN
                FOR f IN SELECT p.oid::regprocedure AS name FROM pg_catalog.pg_proc p
                    WHERE p.pronamespace = '{API}'::regnamespace AND p.proname = '{name}' LOOP
                    EXECUTE pg_catalog.format('GRANT EXECUTE ON ROUTINE %s TO {groups}', f.name);
                END LOOP; END $$"""
            )
    return granted


def _nothing_to_count() -> list[str]:
    """Estimates, sizes and counters of a server tell how many rows a table has, by client too."""
    columns = _quoted(_COUNTED)
    functions = _quoted(tuple(name.replace(", ", ",") for name in (*_COUNTING, *_LOCKS, *_LARGE)))
    return [
        f"""DO $$ DECLARE c record; names text; BEGIN
        FOR c IN SELECT a.attrelid::regclass AS name, a.attname FROM pg_catalog.pg_attribute a
            JOIN pg_catalog.pg_class t ON t.oid = a.attrelid
            WHERE t.relnamespace = '{PRIVATE}'::regnamespace AND t.relkind = 'r'
            AND a.attnum > 0 AND NOT a.attisdropped AND a.attstattarget IS DISTINCT FROM 0 LOOP
            EXECUTE pg_catalog.format('ALTER TABLE %s ALTER COLUMN %I SET STATISTICS 0',
                c.name, c.attname);
        END LOOP;
        DELETE FROM pg_catalog.pg_statistic s USING pg_catalog.pg_class t
            WHERE t.oid = s.starelid AND t.relnamespace = '{PRIVATE}'::regnamespace;
        FOR c IN SELECT v.viewname FROM pg_catalog.pg_views v WHERE v.schemaname = 'pg_catalog'
            AND (v.viewname ~ '^pg_stat(io)?_(xact_)?(all|user|sys)_' OR v.viewname = 'pg_stats')
            LOOP
            EXECUTE pg_catalog.format('REVOKE ALL ON pg_catalog.%I FROM PUBLIC', c.viewname);
        END LOOP;
        FOR c IN SELECT p.oid::regprocedure AS name FROM pg_catalog.pg_proc p
            WHERE p.pronamespace = 'pg_catalog'::regnamespace
            AND (p.oid::regprocedure::text = ANY (ARRAY[{functions}]) OR {_STATISTICS}) LOOP
            EXECUTE pg_catalog.format('REVOKE ALL ON FUNCTION pg_catalog.%s FROM PUBLIC', c.name);
        END LOOP;
        SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ') INTO names
            FROM pg_catalog.pg_attribute a WHERE a.attrelid = 'pg_catalog.pg_class'::regclass
            AND (a.attnum > 0 OR a.attname IN ('tableoid', 'ctid', 'xmin'))
            AND a.attname NOT IN ({columns});
        REVOKE ALL ON pg_catalog.pg_class FROM PUBLIC;
        EXECUTE pg_catalog.format('GRANT SELECT (%s) ON pg_catalog.pg_class TO PUBLIC', names);
        END $$""",
    ]
