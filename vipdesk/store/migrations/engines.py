"""What a revision must know of the engine that it runs on."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op


def here(schema: str) -> str | None:
    """The schema on PostgreSQL, none in a vault, where all of them are one.

    The vault's engine translates names for tables that are made and read; Alembic's own
    'add a column' goes past that translation.
    """
    return schema if op.get_bind().dialect.name == "postgresql" else None


def add_pointer(schema: str, table: str, column: str, target: str) -> None:
    """Add a column that points at another table of the same schema; empty in all rows.

    SQLite takes the key only with the column; PostgreSQL takes them one after the other.
    """
    name = f"fk_{table}_{column}"
    if here(schema) is None:
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN {column} CHAR(32)"
            f" CONSTRAINT {name} REFERENCES {target} (id)"
        )
        return
    op.add_column(table, sa.Column(column, sa.Uuid(), nullable=True), schema=schema)
    op.create_foreign_key(
        name, table, target, [column], ["id"], source_schema=schema, referent_schema=schema
    )
