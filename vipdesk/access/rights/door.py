"""The doors to the private track: views over definer functions, in schemas of their own.

A row-level policy hides rows, but not that it hid some: `EXPLAIN ANALYZE` counts what a filter
removed, and an estimate knows how many rows a client has. Behind a function there is no
plan to read. Who goes through a door has no right on the tables, not even on their schema.
The desk's sentences stay the same: its engine reads the door where it says `vip_private`.

A door's function is read whole by every look at its view. Who works on one case says so first,
by a setting of the transaction: then the functions reach its rows by an index. It only narrows.

Managers have one door, heads and executives another: from these only complaints about
themselves are kept, and what nothing is kept of (health) they see as it lies.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Table

from vipdesk.access.matrix import (
    AUTHORS,
    OVERSEERS,
    THROUGH_A_DOOR,
    Cell,
    Line,
    Rows,
    Verb,
    line,
)
from vipdesk.access.rights.people import group_of
from vipdesk.access.rights.rules import ME, authored, behind_the_door, handed, overseen
from vipdesk.access.team_door import NARROWED, OVERSEEN, SEEN
from vipdesk.models import PRIVATE, Base
from vipdesk.vocabulary import Role

_NEVER_CHANGED = frozenset({"id", "client_id", "complaint_id", "staff_id", "letter_id"})


@dataclass(frozen=True, slots=True)
class Door:
    """A schema of views, who goes through it, and what is shown there.

    reads, writes: how its functions are called, before the name of the table. expected: how
    many rows a planner is told of, the same for everybody: many make it hash where it would
    walk through a whole door for each row of another. by_case: tables so long that a
    case's rows are asked for one case at a time.
    """

    schema: str
    roles: tuple[Role, ...]
    rule: Callable[[Rows], str]
    reads: str
    writes: str
    expected: int
    by_case: frozenset[str] = frozenset()

    def read(self, table: str) -> str:
        """'vip_api.seen_complaint'."""
        return f"vip_api.{self.reads}_{table}"

    def write(self, table: str) -> str:
        """'vip_api.write_complaint'."""
        return f"vip_api.{self.writes}_{table}"


def _through(*, overseers: bool) -> tuple[Role, ...]:
    return tuple(r for r in Role if r in THROUGH_A_DOOR[PRIVATE] and (r in OVERSEERS) is overseers)


DOORS = (
    Door(SEEN, _through(overseers=False), behind_the_door, "seen", "write", 100),
    Door(
        OVERSEEN,
        _through(overseers=True),
        overseen,
        "overseen",
        "oversee",
        300_000,
        frozenset({"case_event"}),
    ),
)


def private_tables() -> list[Table]:
    """The tables behind the doors."""
    return [t for t in Base.metadata.sorted_tables if t.schema == PRIVATE]


def stands_open(cells: Line) -> bool:
    """Whether a role sees every row of a table: then its view is of the table itself."""
    return bool(cells) and all(cell.rows is Rows.ALL for cell in cells.values())


def make_doors() -> list[str]:
    """The views, their functions and triggers, and who may use them."""
    statements = []
    for door in DOORS:
        for table in private_tables():
            cells = {r: line(table.name, r) for r in door.roles if line(table.name, r)}
            if cells and stands_open(next(iter(cells.values()))):
                statements += _open(door, table, cells)
            elif cells:
                statements += _one(door, table, cells)
    return statements


def door_functions() -> tuple[str, ...]:
    """Every function that may stand behind a door: 'seen_letter()'."""
    found = []
    for door in DOORS:
        for table in private_tables():
            one = "uuid" if table.name in door.by_case else ""
            found += [f"{door.reads}_{table.name}({one})", f"{door.writes}_{table.name}()"]
        if door.by_case:
            found.append(f"{door.reads}_cases()")
    return tuple(found)


def _open(door: Door, table: Table, cells: dict[Role, Line]) -> list[str]:
    """A view that passes everything on: the rights on the table are the matrix's too."""
    return [
        f"""CREATE OR REPLACE VIEW {door.schema}.{table.name} WITH (security_invoker = true)
            AS SELECT {_columns(table)} FROM {table.fullname}""",
        *_granted(door, table, cells),
    ]


def _one(door: Door, table: Table, cells: dict[Role, Line]) -> list[str]:
    name = table.name
    rows = next(iter(next(iter(cells.values())).values())).rows
    shown = _shown_by_case if name in door.by_case else _shown
    statements = shown(door, table, rows)
    writes = {verb for cell in cells.values() for verb in cell} - {Verb.SELECT}
    if writes:
        events = " OR ".join(sorted(str(verb).upper() for verb in writes))
        statements += [
            _written(door, table, rows, cells),
            f"DROP TRIGGER IF EXISTS through_the_door ON {door.schema}.{name}",
            f"""CREATE TRIGGER through_the_door INSTEAD OF {events} ON {door.schema}.{name}
                FOR EACH ROW EXECUTE FUNCTION {door.write(name)}()""",
        ]
    asked = [f"{door.read(name)}()"]
    if name in door.by_case:
        asked = [f"{door.read(name)}(uuid)", f"{door.read('cases')}()"]
    statements += [
        f"GRANT EXECUTE ON FUNCTION {one} TO {group_of(role)}" for one in asked for role in cells
    ]
    return statements + _granted(door, table, cells)


def _granted(door: Door, table: Table, cells: dict[Role, Line]) -> list[str]:
    statements = []
    for role, cell in cells.items():
        for verb in cell:
            right = str(verb).upper()
            if verb is Verb.UPDATE:
                right += f" ({', '.join(_changeable(table, cell[verb]))})"
            statements.append(f"GRANT {right} ON {door.schema}.{table.name} TO {group_of(role)}")
    return statements


def _columns(table: Table) -> str:
    return ", ".join(f'"{c.name}"' for c in table.columns)


def _changeable(table: Table, cell: Cell) -> list[str]:
    never = _NEVER_CHANGED | cell.but | {AUTHORS.get(table.name, "id")}
    names = [c.name for c in table.columns if c.name not in never]
    return [f'"{n}"' for n in names if not cell.only or n in cell.only]


def _shown(door: Door, table: Table, rows: Rows) -> list[str]:
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
    return [
        _function(
            f"{door.read(table.name)}()", f"vip_private.{table.name}", door.expected,
            f"SELECT {', '.join(columns)} FROM vip_private.{table.name} x", door.rule(rows),
            _narrowed(door, table, rows),
        ),
        _view(door, table, f"SELECT {_columns(table)} FROM {door.read(table.name)}()"),
    ]  # fmt: skip


def _shown_by_case(door: Door, table: Table, rows: Rows) -> list[str]:
    """The cases that are seen, and the rows of each: who asks for one case waits for one."""
    columns = ", ".join(
        "k.id AS complaint_id" if c.name == "complaint_id" else f'x."{c.name}"'
        for c in table.columns
    )
    of_one = f"{door.read(table.name)}(p_case uuid)"
    return [
        _function(
            f"{door.read('cases')}()", "uuid", door.expected,
            "SELECT x.id FROM vip_private.complaint x", door.rule(Rows.CASE), ("id", _SOME.format(
                rule=door.rule(Rows.CASE))),
        ),
        _function(
            of_one, f"vip_private.{table.name}", 10,
            f"SELECT x.* FROM vip_private.{table.name} x",
            f"x.complaint_id = p_case AND {door.rule(rows)}",
        ),
        _view(
            door, table,
            f"SELECT {columns} FROM {door.read('cases')}() AS k(id)"
            f" CROSS JOIN LATERAL {door.read(table.name)}(k.id) x",
        ),
    ]  # fmt: skip


# Of the cases a desk asks for alone, those that it is shown. Their rows are then reached by an
# index: a join would have the planner read every complaint for the sake of one.
_SOME = """ARRAY(SELECT x.id FROM vip_private.complaint x
                    WHERE x.id = ANY (asked) AND ({rule}))"""


def _narrowed(door: Door, table: Table, rows: Rows) -> tuple[str, str] | None:
    """The column that says to which case a row belongs, and which cases; None: not narrowed."""
    column = {Rows.CASE: "id", Rows.OF_CASE: "complaint_id"}.get(rows)
    if column is None or column not in table.columns:
        return None
    return column, _SOME.format(rule=door.rule(Rows.CASE))


def _function(
    signature: str,
    of: str,
    expected: int,
    query: str,
    rule: str,
    narrowed: tuple[str, str] | None = None,
) -> str:
    """narrowed: how a desk may ask for the rows of some cases alone (`team_door.NARROWED`)."""
    declared, shown = "", f"RETURN QUERY {query} WHERE {rule};"
    if narrowed is not None:
        column, some = narrowed
        setting = f"pg_catalog.current_setting('{NARROWED}', true)"
        declared = f"DECLARE asked uuid[] := NULLIF({setting}, '')::uuid[];"
        shown = f"""IF asked IS NULL THEN
                {shown}
            ELSE
                asked := {some};
                RETURN QUERY {query} WHERE x.{column} = ANY (asked);
            END IF;"""
    return f"""CREATE OR REPLACE FUNCTION {signature}
        RETURNS SETOF {of} LANGUAGE plpgsql STABLE ROWS {expected}
        SECURITY DEFINER SET search_path = '' AS $$
        {declared}
        BEGIN
            {shown}
        END $$"""


def _view(door: Door, table: Table, query: str) -> str:
    return f"""CREATE OR REPLACE VIEW {door.schema}.{table.name}
        WITH (security_invoker = true, security_barrier = true) AS {query}"""


def _written(door: Door, table: Table, rows: Rows, cells: dict[Role, Line]) -> str:
    """Write a row if it is one that may be seen, and stays one."""
    name, rule = table.name, door.rule(rows)
    signed = f" AND {authored(name)}" if authored(name) else ""
    changed = sorted(
        {c for cell in cells.values() if Verb.UPDATE in cell
         for c in _changeable(table, cell[Verb.UPDATE])}
    )  # fmt: skip
    sets = ", ".join(f"{c} = NEW.{c}" for c in changed)
    # A view takes no row locks: whoever read an older version or an older claim writes nothing.
    same = "".join(f" AND x.{c} = OLD.{c}" for c in ("version", "fence") if c in table.columns)
    to_whom = f" AND {handed(name)}" if handed(name) else ""
    update = f"""
            UPDATE vip_private.{name} x SET {sets} WHERE x.id = OLD.id{same} AND {rule}{to_whom};
            IF NOT FOUND THEN RETURN NULL; END IF;""" if sets else ""  # fmt: skip
    return f"""CREATE OR REPLACE FUNCTION {door.write(name)}() RETURNS trigger
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
