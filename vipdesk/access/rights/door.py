"""The door to the private track: views over definer functions, in a schema of their own.

A row-level policy hides rows, but not that it hid some: `EXPLAIN ANALYZE` counts what a filter
removed, and an estimate knows how many rows a client has. Behind a function there is no
plan to read. Who goes through the door has no right on the tables, not even on their schema.
The desk's sentences stay the same: its engine reads `vip_seen` where it says `vip_private`.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Table

from vipdesk.access.matrix import AUTHORS, THROUGH_A_DOOR, Cell, Line, Rows, Verb, line
from vipdesk.access.rights.people import group_of
from vipdesk.access.rights.rules import ME, authored, behind_the_door
from vipdesk.access.team_door import SEEN
from vipdesk.models import PRIVATE, Base
from vipdesk.vocabulary import Role

_NEVER_CHANGED = frozenset({"id", "client_id", "complaint_id", "staff_id", "letter_id"})


def private_tables() -> list[Table]:
    """The tables behind the door."""
    return [t for t in Base.metadata.sorted_tables if t.schema == PRIVATE]


def roles_at_the_door() -> tuple[Role, ...]:
    """In the order of the vocabulary."""
    return tuple(role for role in Role if role in THROUGH_A_DOOR[PRIVATE])


def make_door() -> list[str]:
    """The views, their functions and triggers, and who may use them."""
    statements = []
    for table in private_tables():
        cells = {r: line(table.name, r) for r in roles_at_the_door() if line(table.name, r)}
        if cells:
            statements += _one(table, cells)
    return statements


def _one(table: Table, cells: dict[Role, Line]) -> list[str]:
    name = table.name
    rows = next(iter(next(iter(cells.values())).values())).rows
    statements = [
        _shown(table, rows),
        f"REVOKE ALL ON FUNCTION vip_api.seen_{name}() FROM PUBLIC",
        f"""CREATE OR REPLACE VIEW {SEEN}.{name}
            WITH (security_invoker = true, security_barrier = true) AS
            SELECT {_columns(table)} FROM vip_api.seen_{name}()""",
    ]
    writes = {verb for cell in cells.values() for verb in cell} - {Verb.SELECT}
    if writes:
        events = " OR ".join(sorted(str(verb).upper() for verb in writes))
        statements += [
            _written(table, rows, cells),
            f"DROP TRIGGER IF EXISTS through_the_door ON {SEEN}.{name}",
            f"""CREATE TRIGGER through_the_door INSTEAD OF {events} ON {SEEN}.{name}
                FOR EACH ROW EXECUTE FUNCTION vip_api.write_{name}()""",
        ]
    for role, cell in cells.items():
        statements.append(f"GRANT EXECUTE ON FUNCTION vip_api.seen_{name}() TO {group_of(role)}")
        for verb in cell:
            right = str(verb).upper()
            if verb is Verb.UPDATE:
                right += f" ({', '.join(_changeable(table, cell[verb]))})"
            statements.append(f"GRANT {right} ON {SEEN}.{name} TO {group_of(role)}")
    return statements


def _columns(table: Table) -> str:
    return ", ".join(f'"{c.name}"' for c in table.columns)


def _changeable(table: Table, cell: Cell) -> list[str]:
    never = _NEVER_CHANGED | cell.but | {AUTHORS.get(table.name, "id")}
    names = [c.name for c in table.columns if c.name not in never]
    return [f'"{n}"' for n in names if not cell.only or n in cell.only]


def _shown(table: Table, rows: Rows) -> str:
    """A snapshot shows a manager the part that was computed of what the manager sees."""
    columns = ["x.*"]  # in the table's own order, which a revision may have made another
    if rows is Rows.HEALTH:
        parts = (
            "json_build_object("
            "'all', COALESCE(x.parts::jsonb -> 'circle', x.parts::jsonb -> 'all'),"
            " 'band', COALESCE(x.parts ->> 'circle_band', x.parts ->> 'band'))"
        )
        instead = {
            "score": "NULL::double precision",
            "coverage": "0::double precision",
            "band": "COALESCE(x.parts ->> 'circle_band', x.band)::varchar(24)",
            "parts": f"pg_catalog.{parts}",
        }
        columns = [instead.get(c.name, f'x."{c.name}"') for c in table.columns]
    return f"""CREATE OR REPLACE FUNCTION vip_api.seen_{table.name}()
        RETURNS SETOF vip_private.{table.name} LANGUAGE plpgsql STABLE ROWS 100
        SECURITY DEFINER SET search_path = '' AS $$
        BEGIN
            RETURN QUERY SELECT {", ".join(columns)} FROM vip_private.{table.name} x
            WHERE {behind_the_door(rows)};
        END $$"""


def _written(table: Table, rows: Rows, cells: dict[Role, Line]) -> str:
    """Write a row if it is one that may be seen, and stays one."""
    name, rule = table.name, behind_the_door(rows)
    signed = f" AND {authored(name)}" if authored(name) else ""
    changed = sorted(
        {c for cell in cells.values() if Verb.UPDATE in cell
         for c in _changeable(table, cell[Verb.UPDATE])}
    )  # fmt: skip
    sets = ", ".join(f"{c} = NEW.{c}" for c in changed)
    # A view takes no row locks: whoever read an older version or an older claim writes nothing.
    same = "".join(f" AND x.{c} = OLD.{c}" for c in ("version", "fence") if c in table.columns)
    update = f"""
            UPDATE vip_private.{name} x SET {sets} WHERE x.id = OLD.id{same} AND {rule};
            IF NOT FOUND THEN RETURN NULL; END IF;""" if sets else ""  # fmt: skip
    return f"""CREATE OR REPLACE FUNCTION vip_api.write_{name}() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
        BEGIN
            IF {ME} IS NULL THEN
                RAISE EXCEPTION 'not permitted' USING ERRCODE = '42501';
            ELSIF TG_OP = 'DELETE' THEN
                DELETE FROM vip_private.{name} x WHERE x.id = OLD.id AND {rule};
                IF NOT FOUND THEN RETURN NULL; END IF;
                RETURN OLD;
            ELSIF TG_OP = 'INSERT' THEN
                PERFORM 1 FROM (SELECT NEW.*) x WHERE {rule}{signed};
                IF NOT FOUND THEN
                    RAISE EXCEPTION 'not permitted' USING ERRCODE = '42501';
                END IF;
                INSERT INTO vip_private.{name} ({_columns(table)})
                    SELECT {", ".join(_given(c) for c in table.columns)};
                RETURN NEW;
            END IF;{update}
            RETURN NEW;
        END $$"""


def _given(column: Column[Any]) -> str:
    default = getattr(column.server_default, "arg", None)
    if default is None:
        return f'NEW."{column.name}"'
    return f"COALESCE(NEW.\"{column.name}\", '{default}')"
