"""A season of events: what each holds, who is thought of, how they answered."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from vipdesk.models import types
from vipdesk.store.migrations.engines import add_pointer, here

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "event_course",
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("title_en", sa.String(length=200), nullable=False),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_course")),
        schema="vip",
    )
    op.create_table(
        "event_sort",
        sa.Column("category", sa.String(length=24), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("name_en", sa.String(length=80), nullable=False),
        sa.Column("format", sa.String(length=24), nullable=False),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("retired_at", types.UtcDateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_sort")),
        schema="vip",
    )
    op.create_table(
        "event_template",
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("plan", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_template")),
        schema="vip",
    )
    op.create_table(
        "mailbox",
        sa.Column("host", sa.String(length=200), nullable=False),
        sa.Column("port", sa.Integer(), nullable=False),
        sa.Column("security", sa.String(length=10), nullable=False),
        sa.Column("login", sa.String(length=200), nullable=False),
        sa.Column("password", types.Sealed(), nullable=True),
        sa.Column("folder", sa.String(length=200), nullable=False),
        sa.Column("uid_validity", sa.BigInteger(), nullable=True),
        sa.Column("last_uid", sa.BigInteger(), nullable=False),
        sa.Column("looked_at", types.UtcDateTime(), nullable=True),
        sa.Column("trouble", sa.String(length=60), nullable=False),
        sa.Column("claimed_until", types.UtcDateTime(), nullable=True),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mailbox")),
        schema="vip",
    )
    op.add_column(
        "event", sa.Column("format", sa.String(length=24), nullable=True), schema=here("vip")
    )
    add_pointer("vip", "event", "sort_id", "event_sort")
    op.add_column(
        "event",
        sa.Column("lessons", sa.String(), server_default="", nullable=False),
        schema=here("vip"),
    )
    add_pointer("vip", "event", "course_id", "event_course")
    op.create_table(
        "event_file",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("added_at", types.UtcDateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["vip.event.id"], name=op.f("fk_event_file_event_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_file")),
        schema="vip",
    )
    op.create_index(
        op.f("ix_event_file_event_id"), "event_file", ["event_id"], unique=False, schema="vip"
    )
    op.create_table(
        "event_option",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("question", sa.String(length=80), nullable=False),
        sa.Column("question_en", sa.String(length=80), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("title_en", sa.String(length=120), nullable=False),
        sa.Column("places", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        sa.CheckConstraint("places >= 0", name=op.f("ck_event_option_places")),
        sa.ForeignKeyConstraint(
            ["event_id"], ["vip.event.id"], name=op.f("fk_event_option_event_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_option")),
        schema="vip",
    )
    op.create_index(
        op.f("ix_event_option_event_id"), "event_option", ["event_id"], unique=False, schema="vip"
    )
    op.add_column(
        "event_session",
        sa.Column("places", sa.Integer(), server_default="0", nullable=False),
        schema=here("vip"),
    )
    op.create_table(
        "list_snapshot",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("wave", sa.Integer(), nullable=False),
        sa.Column("taken_at", types.UtcDateTime(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("criteria", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["vip.staff.id"], name=op.f("fk_list_snapshot_by_id")),
        sa.ForeignKeyConstraint(
            ["event_id"], ["vip.event.id"], name=op.f("fk_list_snapshot_event_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_list_snapshot")),
        sa.UniqueConstraint("event_id", "wave", name=op.f("uq_list_snapshot_event_id_wave")),
        schema="vip",
    )
    op.create_index(
        op.f("ix_list_snapshot_event_id"), "list_snapshot", ["event_id"], unique=False, schema="vip"
    )
    op.create_table(
        "credit_line",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("earned", sa.Integer(), nullable=False),
        sa.Column("spent", sa.Integer(), nullable=False),
        sa.Column("settled_at", types.UtcDateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("earned >= 0 AND spent >= 0", name=op.f("ck_credit_line_amounts")),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_credit_line_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["vip.event.id"], name=op.f("fk_credit_line_event_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_credit_line")),
        sa.UniqueConstraint(
            "event_id", "client_id", name=op.f("uq_credit_line_event_id_client_id")
        ),
        schema="vip",
    )
    op.create_index(
        op.f("ix_credit_line_client_id"), "credit_line", ["client_id"], unique=False, schema="vip"
    )
    op.create_index(
        op.f("ix_credit_line_event_id"), "credit_line", ["event_id"], unique=False, schema="vip"
    )
    op.add_column(
        "guest",
        sa.Column("door_note", sa.String(length=200), server_default="", nullable=False),
        schema=here("vip"),
    )
    op.add_column(
        "invitation",
        sa.Column("reminded_at", types.UtcDateTime(), nullable=True),
        schema=here("vip"),
    )
    op.add_column(
        "invitation",
        sa.Column("reminders", sa.Integer(), server_default="0", nullable=False),
        schema=here("vip"),
    )
    op.create_table(
        "snapshot_name",
        sa.Column("snapshot_id", sa.Uuid(), nullable=False),
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("included", sa.Boolean(), nullable=False),
        sa.Column("sent", sa.Boolean(), nullable=False),
        sa.Column("layer", sa.String(length=24), nullable=True),
        sa.Column("why", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_snapshot_name_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["vip.event.id"], name=op.f("fk_snapshot_name_event_id")
        ),
        sa.ForeignKeyConstraint(
            ["snapshot_id"], ["vip.list_snapshot.id"], name=op.f("fk_snapshot_name_snapshot_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snapshot_name")),
        sa.UniqueConstraint(
            "snapshot_id", "client_id", name=op.f("uq_snapshot_name_snapshot_id_client_id")
        ),
        schema="vip",
    )
    op.create_index(
        op.f("ix_snapshot_name_client_id"),
        "snapshot_name",
        ["client_id"],
        unique=False,
        schema="vip",
    )
    op.create_index(
        op.f("ix_snapshot_name_event_id"), "snapshot_name", ["event_id"], unique=False, schema="vip"
    )
    op.create_index(
        op.f("ix_snapshot_name_snapshot_id"),
        "snapshot_name",
        ["snapshot_id"],
        unique=False,
        schema="vip",
    )
    op.create_table(
        "waiting_entry",
        sa.Column("event_id", sa.Uuid(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("party", sa.Integer(), nullable=False),
        sa.Column("principal_only", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("place", sa.Integer(), nullable=True),
        sa.Column("reason", sa.String(length=300), nullable=False),
        sa.Column("placed_by_id", sa.Uuid(), nullable=True),
        sa.Column("added_at", types.UtcDateTime(), nullable=False),
        sa.Column("offered", sa.Integer(), nullable=False),
        sa.Column("offered_at", types.UtcDateTime(), nullable=True),
        sa.Column("expires_at", types.UtcDateTime(), nullable=True),
        sa.Column("closed_at", types.UtcDateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        sa.CheckConstraint("place IS NULL OR reason <> ''", name=op.f("ck_waiting_entry_reason")),
        sa.CheckConstraint("party >= 1 AND offered >= 0", name=op.f("ck_waiting_entry_people")),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_waiting_entry_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["vip.event.id"], name=op.f("fk_waiting_entry_event_id")
        ),
        sa.ForeignKeyConstraint(
            ["placed_by_id"], ["vip.staff.id"], name=op.f("fk_waiting_entry_placed_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiting_entry")),
        sa.UniqueConstraint(
            "event_id", "client_id", name=op.f("uq_waiting_entry_event_id_client_id")
        ),
        schema="vip",
    )
    op.create_index(
        op.f("ix_waiting_entry_client_id"),
        "waiting_entry",
        ["client_id"],
        unique=False,
        schema="vip",
    )
    op.create_index(
        op.f("ix_waiting_entry_event_id"), "waiting_entry", ["event_id"], unique=False, schema="vip"
    )
    op.create_index(
        op.f("ix_waiting_entry_expires_at"),
        "waiting_entry",
        ["expires_at"],
        unique=False,
        schema="vip",
    )
    op.create_table(
        "invitation_choice",
        sa.Column("invitation_id", sa.Uuid(), nullable=False),
        sa.Column("option_id", sa.Uuid(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("chosen_at", types.UtcDateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_invitation_choice_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["invitation_id"],
            ["vip.invitation.id"],
            name=op.f("fk_invitation_choice_invitation_id"),
        ),
        sa.ForeignKeyConstraint(
            ["option_id"], ["vip.event_option.id"], name=op.f("fk_invitation_choice_option_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation_choice")),
        sa.UniqueConstraint(
            "invitation_id", "option_id", name=op.f("uq_invitation_choice_invitation_id_option_id")
        ),
        schema="vip",
    )
    op.create_index(
        op.f("ix_invitation_choice_client_id"),
        "invitation_choice",
        ["client_id"],
        unique=False,
        schema="vip",
    )
    op.create_index(
        op.f("ix_invitation_choice_invitation_id"),
        "invitation_choice",
        ["invitation_id"],
        unique=False,
        schema="vip",
    )
    op.create_index(
        op.f("ix_invitation_choice_option_id"),
        "invitation_choice",
        ["option_id"],
        unique=False,
        schema="vip",
    )
