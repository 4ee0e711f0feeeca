"""Alembic's environment: the connection always comes from `store.schema`."""

from __future__ import annotations

from alembic import context

from vipdesk.models import Base

connection = context.config.attributes["connection"]
team = connection.dialect.name == "postgresql"
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    transactional_ddl=True,  # SQLite's too: BEGIN is emitted by the vault's engine
    version_table_schema="vip" if team else None,
    include_schemas=team,
)
if team:
    from sqlalchemy import text

    connection.execute(text("CREATE SCHEMA IF NOT EXISTS vip"))
with context.begin_transaction():
    context.run_migrations()
