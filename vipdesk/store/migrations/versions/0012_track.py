"""The private track: what was given, asked of departments, decided."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from vipdesk.models import types
from vipdesk.store.migrations.engines import here

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "compensation_item",
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("title_en", sa.String(length=200), nullable=False),
        sa.Column("cost_minor", sa.BigInteger(), nullable=False),
        sa.Column("retail_minor", sa.BigInteger(), nullable=False),
        sa.Column("perceived_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), server_default="RUB", nullable=False),
        sa.Column("losses", sa.JSON(), nullable=False),
        sa.Column("lead_days", sa.Integer(), nullable=False),
        sa.Column("rest_days", sa.Integer(), nullable=False),
        sa.Column("numbered", sa.Boolean(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        sa.CheckConstraint("title <> ''", name=op.f("ck_compensation_item_title")),
        sa.CheckConstraint(
            "cost_minor >= 0 AND retail_minor >= 0", name=op.f("ck_compensation_item_sums")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_compensation_item")),
        schema="vip_private",
    )
    op.create_table(
        "compensation_limit",
        sa.Column("level", sa.SmallInteger(), nullable=False),
        sa.Column("per_case_minor", sa.BigInteger(), nullable=True),
        sa.Column("per_client_minor", sa.BigInteger(), nullable=True),
        sa.Column("per_client_times", sa.Integer(), nullable=True),
        sa.Column("per_month_minor", sa.BigInteger(), nullable=True),
        sa.Column("worth_percent", sa.Integer(), nullable=True),
        sa.Column("floor_minor", sa.BigInteger(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_compensation_limit")),
        sa.UniqueConstraint("level", name=op.f("uq_compensation_limit_level")),
        schema="vip_private",
    )
    op.add_column(
        "complaint", sa.Column("master_id", sa.Uuid(), nullable=True), schema=here("vip_private")
    )
    op.add_column(
        "complaint", sa.Column("repeat_of_id", sa.Uuid(), nullable=True), schema=here("vip_private")
    )
    op.create_index(
        "ix_complaint_received_at", "complaint", ["received_at"], unique=False, schema="vip_private"
    )
    op.create_table(
        "compensation_grant",
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("level", sa.SmallInteger(), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("reserved_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), server_default="RUB", nullable=False),
        sa.Column("outside", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("second_id", sa.Uuid(), nullable=True),
        sa.Column("offered_at", types.UtcDateTime(), nullable=False),
        sa.Column("accepted_at", types.UtcDateTime(), nullable=True),
        sa.Column("due_at", types.UtcDateTime(), nullable=True),
        sa.Column("delivered_at", types.UtcDateTime(), nullable=True),
        sa.Column("delivered_how", sa.String(length=200), nullable=False),
        sa.Column("released_at", types.UtcDateTime(), nullable=True),
        sa.Column("number", sa.String(length=60), nullable=True),
        sa.Column("sampled", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        sa.CheckConstraint("level BETWEEN 0 AND 3", name=op.f("ck_compensation_grant_level")),
        sa.CheckConstraint("reserved_minor >= 0", name=op.f("ck_compensation_grant_reserved")),
        sa.CheckConstraint(
            "second_id IS NULL OR second_id <> staff_id", name=op.f("ck_compensation_grant_second")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_compensation_grant_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["complaint_id"],
            ["vip_private.complaint.id"],
            name=op.f("fk_compensation_grant_complaint_id"),
        ),
        sa.ForeignKeyConstraint(
            ["second_id"], ["vip.staff.id"], name=op.f("fk_compensation_grant_second_id")
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["vip.staff.id"], name=op.f("fk_compensation_grant_staff_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_compensation_grant")),
        sa.UniqueConstraint("number", name=op.f("uq_compensation_grant_number")),
        schema="vip_private",
    )
    op.create_index(
        "ix_compensation_grant_client_id_offered_at",
        "compensation_grant",
        ["client_id", "offered_at"],
        unique=False,
        schema="vip_private",
    )
    op.create_index(
        op.f("ix_compensation_grant_complaint_id"),
        "compensation_grant",
        ["complaint_id"],
        unique=False,
        schema="vip_private",
    )
    op.create_index(
        "ix_compensation_grant_staff_id_offered_at",
        "compensation_grant",
        ["staff_id", "offered_at"],
        unique=False,
        schema="vip_private",
    )
    op.add_column(
        "complaint_clock",
        sa.Column("warned", sa.Integer(), server_default="0", nullable=False),
        schema=here("vip_private"),
    )
    op.create_index(
        "ix_complaint_clock_stopped_at_due_at",
        "complaint_clock",
        ["stopped_at", "due_at", "complaint_id"],
        unique=False,
        schema="vip_private",
    )
    op.add_column(
        "complaint_flag", sa.Column("to_id", sa.Uuid(), nullable=True), schema=here("vip_private")
    )
    op.add_column(
        "complaint_flag",
        sa.Column("seen_due_at", types.UtcDateTime(), nullable=True),
        schema=here("vip_private"),
    )
    op.add_column(
        "complaint_flag",
        sa.Column("climbed_at", types.UtcDateTime(), nullable=True),
        schema=here("vip_private"),
    )
    op.create_table(
        "department_task",
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("department", sa.String(length=80), nullable=False),
        sa.Column("extract", sa.String(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("given_at", types.UtcDateTime(), nullable=False),
        sa.Column("due_at", types.UtcDateTime(), nullable=False),
        sa.Column("first_due_at", types.UtcDateTime(), nullable=False),
        sa.Column("asked_at", types.UtcDateTime(), nullable=True),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("done_at", types.UtcDateTime(), nullable=True),
        sa.Column("answer", sa.String(), nullable=False),
        sa.Column("quality", sa.Integer(), nullable=True),
        sa.Column("reopened", sa.Integer(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        sa.CheckConstraint("department <> ''", name=op.f("ck_department_task_department")),
        sa.CheckConstraint("extract <> ''", name=op.f("ck_department_task_extract")),
        sa.CheckConstraint(
            "quality IS NULL OR quality BETWEEN 1 AND 5", name=op.f("ck_department_task_quality")
        ),
        sa.ForeignKeyConstraint(
            ["complaint_id"],
            ["vip_private.complaint.id"],
            name=op.f("fk_department_task_complaint_id"),
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["vip.staff.id"], name=op.f("fk_department_task_staff_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_department_task")),
        schema="vip_private",
    )
    op.create_index(
        op.f("ix_department_task_complaint_id"),
        "department_task",
        ["complaint_id"],
        unique=False,
        schema="vip_private",
    )
    op.create_index(
        "ix_department_task_department_given_at",
        "department_task",
        ["department", "given_at"],
        unique=False,
        schema="vip_private",
    )
    op.create_table(
        "compensation_option",
        sa.Column("grant_id", sa.Uuid(), nullable=False),
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("item_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("cost_minor", sa.BigInteger(), nullable=False),
        sa.Column("retail_minor", sa.BigInteger(), nullable=False),
        sa.Column("perceived_minor", sa.BigInteger(), nullable=False),
        sa.Column("currency", sa.String(length=3), server_default="RUB", nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("chosen", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"],
            ["vip_private.complaint.id"],
            name=op.f("fk_compensation_option_complaint_id"),
        ),
        sa.ForeignKeyConstraint(
            ["grant_id"],
            ["vip_private.compensation_grant.id"],
            name=op.f("fk_compensation_option_grant_id"),
        ),
        sa.ForeignKeyConstraint(
            ["item_id"],
            ["vip_private.compensation_item.id"],
            name=op.f("fk_compensation_option_item_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_compensation_option")),
        schema="vip_private",
    )
    op.create_index(
        op.f("ix_compensation_option_grant_id"),
        "compensation_option",
        ["grant_id"],
        unique=False,
        schema="vip_private",
    )
