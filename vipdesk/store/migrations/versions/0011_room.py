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
        "door_pass",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("made_by_id", sa.Uuid(), nullable=False),
        sa.Column("made_at", types.UtcDateTime(), nullable=False),
        sa.Column("wipes_at", types.UtcDateTime(), nullable=False),
        sa.Column("desks", sa.Integer(), nullable=False),
        sa.Column("sealed", types.Sealed(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("desks > 0", name=op.f("ck_door_pass_desks")),
        sa.ForeignKeyConstraint(["event_id"], ["vip.event.id"], name=op.f("fk_door_pass_event_id")),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["vip.staff.id"], name=op.f("fk_door_pass_made_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_door_pass")),
        sa.UniqueConstraint(
            "event_id", "made_by_id", name=op.f("uq_door_pass_event_id_made_by_id")
        ),
        schema="vip",
    )
    op.create_index(
        op.f("ix_door_pass_event_id"), "door_pass", ["event_id"], unique=False, schema="vip"
    )
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
        "door_scan",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=True),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("deed", sa.String(length=24), nullable=False),
        sa.Column("undoes", sa.Uuid(), nullable=True),
        sa.Column("desk_no", sa.Integer(), nullable=False),
        sa.Column("at", types.UtcDateTime(), nullable=False),
        sa.Column("words", sa.String(length=200), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("place >= 0", name=op.f("ck_door_scan_place")),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_door_scan_client_id")
        ),
        sa.ForeignKeyConstraint(["event_id"], ["vip.event.id"], name=op.f("fk_door_scan_event_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_door_scan")),
        schema="vip",
    )
    op.create_index(
        op.f("ix_door_scan_client_id"), "door_scan", ["client_id"], unique=False, schema="vip"
    )
    op.create_index(
        op.f("ix_door_scan_event_id"), "door_scan", ["event_id"], unique=False, schema="vip"
    )
    op.create_table(
        "feedback",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("thanked_at", types.UtcDateTime(), nullable=True),
        sa.Column("asked_at", types.UtcDateTime(), nullable=True),
        sa.Column("channel", sa.String(length=24), nullable=True),
        sa.Column("answered_at", types.UtcDateTime(), nullable=True),
        sa.Column("score", sa.Integer(), nullable=True),
        sa.Column("words", sa.String(length=1000), nullable=False),
        sa.Column("recorded_by_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "score IS NULL OR score BETWEEN 1 AND 5", name=op.f("ck_feedback_score")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_feedback_client_id")
        ),
        sa.ForeignKeyConstraint(["event_id"], ["vip.event.id"], name=op.f("fk_feedback_event_id")),
        sa.ForeignKeyConstraint(
            ["recorded_by_id"], ["vip.staff.id"], name=op.f("fk_feedback_recorded_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
        sa.UniqueConstraint("event_id", "client_id", name=op.f("uq_feedback_event_id_client_id")),
        schema="vip",
    )
    op.create_index(
        op.f("ix_feedback_client_id"), "feedback", ["client_id"], unique=False, schema="vip"
    )
    op.create_index(
        op.f("ix_feedback_event_id"), "feedback", ["event_id"], unique=False, schema="vip"
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
