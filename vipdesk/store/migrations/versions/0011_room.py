"""The room: who sits where, who came, what it was worth."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from vipdesk.models import types

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
    op.create_table(
        "seat_plan",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("furniture", sa.JSON(), nullable=False),
        sa.Column("rules", sa.JSON(), nullable=False),
        sa.Column("known", sa.JSON(), nullable=False),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("seated_at", types.UtcDateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["vip.event.id"], name=op.f("fk_seat_plan_event_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seat_plan")),
        sa.UniqueConstraint("event_id", name=op.f("uq_seat_plan_event_id")),
        schema="vip",
    )
    op.create_table(
        "seat",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("table_no", sa.Integer(), nullable=False),
        sa.Column("seat_no", sa.Integer(), nullable=False),
        sa.Column("locked", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("place >= 0", name=op.f("ck_seat_place")),
        sa.ForeignKeyConstraint(["client_id"], ["vip.client.id"], name=op.f("fk_seat_client_id")),
        sa.ForeignKeyConstraint(["event_id"], ["vip.event.id"], name=op.f("fk_seat_event_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_seat")),
        schema="vip",
    )
    op.create_index(op.f("ix_seat_client_id"), "seat", ["client_id"], unique=False, schema="vip")
    op.create_index(op.f("ix_seat_event_id"), "seat", ["event_id"], unique=False, schema="vip")
