"""The room: who sits where, who came, what it was worth."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "event_cost",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("planned_minor", sa.BigInteger(), nullable=True),
        sa.Column("actual_minor", sa.BigInteger(), nullable=True),
        sa.Column("currency", sa.String(length=3), server_default="RUB", nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["vip.event.id"], name=op.f("fk_event_cost_event_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_cost")),
        schema="vip",
    )
    op.create_index(
        op.f("ix_event_cost_event_id"), "event_cost", ["event_id"], unique=False, schema="vip"
    )
