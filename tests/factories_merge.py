"""A row in every table that points at a client, made from the schema: a new table is met too."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import (
    JSON,
    Boolean,
    Date,
    Enum,
    Integer,
    LargeBinary,
    String,
    Table,
    insert,
    select,
)

from vipdesk.access import Desk
from vipdesk.models import Base, Client
from vipdesk.models.types import Graded, UtcDateTime

SHELLS = {"client_merge", "search_note"}


def tables_of_clients() -> list[Table]:
    """Every table with a key of a client in it."""
    return [
        t for t in Base.metadata.sorted_tables
        if t is not Client.__table__ and t.name not in SHELLS
        and any(k.column.table is Client.__table__ for k in t.foreign_keys)
    ]  # fmt: skip


def plant(
    desk: Desk, table: Table, client_id: UUID, *, beside: UUID | None = None, **given: Any
) -> UUID:
    """One row of a table for a client; what it needs beside is made too."""
    values: dict[str, Any] = {}
    others = [c.name for c in table.columns if _target(c) == "client"]
    for column in table.columns:
        target = _target(column)
        if column.name in given:
            values[column.name] = given[column.name]
        elif target == "client":
            first = column.name == "client_id" or len(others) == 1
            values[column.name] = client_id if first else None
            if not first and not column.nullable:
                values[column.name] = beside or _any(desk, Client.__table__, client_id)
        elif target and not column.nullable:
            values[column.name] = _any(desk, _table(target), client_id, list(values.values()))
        elif column.name == "id":
            values["id"] = uuid4()
        elif not column.nullable and column.default is None and column.server_default is None:
            values[column.name] = _value(desk, column)
    desk.session.execute(insert(table).values(values))
    return values["id"]


def _target(column: Any) -> str:
    return next((k.column.table.name for k in column.foreign_keys), "")


def _table(name: str) -> Table:
    return next(t for t in Base.metadata.sorted_tables if t.name == name)


def _any(desk: Desk, table: Table, client_id: UUID, taken: Any = ()) -> Any:
    if table.name in {"staff", "client", "tier"}:
        keys = desk.session.scalars(select(table.c.id).where(table.c.id != client_id)).all()
        return next(k for k in keys if k not in taken)
    return plant(desk, table, client_id)


def _value(desk: Desk, column: Any) -> Any:
    kind = column.type
    if column.name == "to_minute":
        return 1440
    if column.name == "ends_at":
        return desk.now.replace(year=2100)
    if isinstance(kind, Enum):
        return next(iter(kind.enum_class)) if kind.enum_class else kind.enums[0]
    if isinstance(kind, Graded):
        return next(iter(kind._graded)) if hasattr(kind, "_graded") else 1
    if isinstance(kind, UtcDateTime):
        return desk.now
    for known, made in (
        (Date, date(2026, 1, 1)), (Boolean, False), (LargeBinary, b"\x00\xff"),
        (JSON, {}), (String, uuid4().hex[:10]), (Integer, 1),
    ):  # fmt: skip
        if isinstance(kind, known):
            return made
    python = getattr(kind, "python_type", None)
    if python is datetime:
        return desk.now
    return uuid4() if python is UUID else 1
