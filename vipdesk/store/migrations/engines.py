"""What a revision must know of the engine that it runs on."""

from __future__ import annotations

from alembic import op


def here(schema: str) -> str | None:
    """The schema on PostgreSQL, none in a vault, where all of them are one.

    The vault's engine translates names for tables that are made and read; Alembic's own
    'add a column' goes past that translation.
    """
    return schema if op.get_bind().dialect.name == "postgresql" else None
