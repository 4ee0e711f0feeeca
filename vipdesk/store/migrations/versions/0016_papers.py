"""The private track: papers of a case, deletion held, relatives."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from vipdesk.models import types
from vipdesk.store.migrations.engines import here

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "staff_relative",
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("declared_at", types.UtcDateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_staff_relative_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["vip.staff.id"], name=op.f("fk_staff_relative_staff_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_relative")),
        sa.UniqueConstraint(
            "staff_id", "client_id", name=op.f("uq_staff_relative_staff_id_client_id")
        ),
        schema="vip_private",
    )
    op.create_index(
        op.f("ix_staff_relative_client_id"),
        "staff_relative",
        ["client_id"],
        unique=False,
        schema="vip_private",
    )
    op.create_index(
        op.f("ix_staff_relative_staff_id"),
        "staff_relative",
        ["staff_id"],
        unique=False,
        schema="vip_private",
    )
    op.create_table(
        "case_paper",
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("added_at", types.UtcDateTime(), nullable=False),
        sa.Column("added_by_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("length(content) <= 10485760", name=op.f("ck_case_paper_content")),
        sa.ForeignKeyConstraint(
            ["added_by_id"], ["vip.staff.id"], name=op.f("fk_case_paper_added_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["vip_private.complaint.id"], name=op.f("fk_case_paper_complaint_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_paper")),
        schema="vip_private",
    )
    op.create_index(
        op.f("ix_case_paper_complaint_id"),
        "case_paper",
        ["complaint_id"],
        unique=False,
        schema="vip_private",
    )
    op.add_column(
        "complaint_clock",
        sa.Column("tell_at", types.UtcDateTime(), nullable=True),
        schema=here("vip_private"),
    )
    op.create_index(
        "ix_complaint_clock_stopped_at_tell_at",
        "complaint_clock",
        ["stopped_at", "tell_at"],
        unique=False,
        schema="vip_private",
    )
    op.add_column(
        "compensation_option",
        sa.Column("title_en", sa.String(length=200), server_default="", nullable=False),
        schema=here("vip_private"),
    )
    op.add_column(
        "private_message",
        sa.Column("overruled", sa.String(length=200), server_default="", nullable=False),
        schema=here("vip_private"),
    )
    op.add_column(
        "private_message", sa.Column("via_id", sa.Uuid(), nullable=True), schema=here("vip_private")
    )
