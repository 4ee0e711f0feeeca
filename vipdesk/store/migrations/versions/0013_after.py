"""After a case: letters, talks, causes, actions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from vipdesk.models import types

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "problem",
        sa.Column("staff_id", sa.Uuid(), nullable=True),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("mechanism", sa.String(length=24), nullable=True),
        sa.Column("origin", sa.String(length=24), nullable=True),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("opened_at", types.UtcDateTime(), nullable=False),
        sa.Column("solved_at", types.UtcDateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        sa.CheckConstraint("title <> ''", name=op.f("ck_problem_title")),
        sa.ForeignKeyConstraint(["staff_id"], ["vip.staff.id"], name=op.f("fk_problem_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_problem")),
        schema="vip_private",
    )
    op.create_table(
        "corrective_action",
        sa.Column("problem_id", sa.Uuid(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("expected", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("made_at", types.UtcDateTime(), nullable=False),
        sa.Column("done_at", types.UtcDateTime(), nullable=True),
        sa.Column("checked_at", types.UtcDateTime(), nullable=True),
        sa.Column("before_count", sa.Integer(), nullable=True),
        sa.Column("before_days", sa.Integer(), nullable=True),
        sa.Column("after_count", sa.Integer(), nullable=True),
        sa.Column("after_days", sa.Integer(), nullable=True),
        sa.Column("effect", sa.String(length=24), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        sa.CheckConstraint("expected <> ''", name=op.f("ck_corrective_action_expected")),
        sa.CheckConstraint("text <> ''", name=op.f("ck_corrective_action_text")),
        sa.ForeignKeyConstraint(
            ["problem_id"], ["vip_private.problem.id"], name=op.f("fk_corrective_action_problem_id")
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["vip.staff.id"], name=op.f("fk_corrective_action_staff_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_corrective_action")),
        schema="vip_private",
    )
    op.create_index(
        "ix_corrective_action_done_at_due_on",
        "corrective_action",
        ["done_at", "due_on"],
        unique=False,
        schema="vip_private",
    )
    op.create_index(
        op.f("ix_corrective_action_problem_id"),
        "corrective_action",
        ["problem_id"],
        unique=False,
        schema="vip_private",
    )
    op.create_index(
        op.f("ix_corrective_action_staff_id"),
        "corrective_action",
        ["staff_id"],
        unique=False,
        schema="vip_private",
    )
    op.create_table(
        "lesson",
        sa.Column("problem_id", sa.Uuid(), nullable=True),
        sa.Column("text", sa.String(length=300), nullable=False),
        sa.Column("published_on", sa.Date(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.CheckConstraint("text <> ''", name=op.f("ck_lesson_text")),
        sa.ForeignKeyConstraint(
            ["problem_id"], ["vip_private.problem.id"], name=op.f("fk_lesson_problem_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lesson")),
        schema="vip_private",
    )
    op.create_table(
        "follow_up",
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=True),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("channel", sa.String(length=24), nullable=True),
        sa.Column("tries", sa.Integer(), server_default="0", nullable=False),
        sa.Column("tried_at", types.UtcDateTime(), nullable=True),
        sa.Column("closed_at", types.UtcDateTime(), nullable=True),
        sa.Column("solved", sa.String(length=24), nullable=True),
        sa.Column("csat", sa.Integer(), nullable=True),
        sa.Column("ces", sa.Integer(), nullable=True),
        sa.Column("worth", sa.Integer(), nullable=True),
        sa.Column("said", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        sa.CheckConstraint("ces IS NULL OR ces BETWEEN 1 AND 7", name=op.f("ck_follow_up_ces")),
        sa.CheckConstraint("csat IS NULL OR csat BETWEEN 1 AND 5", name=op.f("ck_follow_up_csat")),
        sa.CheckConstraint(
            "worth IS NULL OR worth BETWEEN 1 AND 5", name=op.f("ck_follow_up_worth")
        ),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["vip_private.complaint.id"], name=op.f("fk_follow_up_complaint_id")
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["vip.staff.id"], name=op.f("fk_follow_up_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up")),
        sa.UniqueConstraint("complaint_id", "round", name=op.f("uq_follow_up_complaint_id_round")),
        schema="vip_private",
    )
    op.create_index(
        op.f("ix_follow_up_complaint_id"),
        "follow_up",
        ["complaint_id"],
        unique=False,
        schema="vip_private",
    )
    op.create_table(
        "root_cause",
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("mechanism", sa.String(length=24), nullable=True),
        sa.Column("origin", sa.String(length=24), nullable=True),
        sa.Column("surety", sa.String(length=24), nullable=False),
        sa.Column("whys", sa.JSON(), nullable=False),
        sa.Column("problem_id", sa.Uuid(), nullable=True),
        sa.Column("coded_by_id", sa.Uuid(), nullable=True),
        sa.Column("coded_at", types.UtcDateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        sa.CheckConstraint(
            "(mechanism IS NULL) = (origin IS NULL)", name=op.f("ck_root_cause_axes")
        ),
        sa.CheckConstraint(
            "origin IS NOT NULL OR problem_id IS NOT NULL", name=op.f("ck_root_cause_found")
        ),
        sa.ForeignKeyConstraint(
            ["coded_by_id"], ["vip.staff.id"], name=op.f("fk_root_cause_coded_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["vip_private.complaint.id"], name=op.f("fk_root_cause_complaint_id")
        ),
        sa.ForeignKeyConstraint(
            ["problem_id"], ["vip_private.problem.id"], name=op.f("fk_root_cause_problem_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_root_cause")),
        sa.UniqueConstraint("complaint_id", name=op.f("uq_root_cause_complaint_id")),
        schema="vip_private",
    )
    op.create_index(
        "ix_root_cause_mechanism_origin",
        "root_cause",
        ["mechanism", "origin"],
        unique=False,
        schema="vip_private",
    )
    op.create_index(
        op.f("ix_root_cause_problem_id"),
        "root_cause",
        ["problem_id"],
        unique=False,
        schema="vip_private",
    )
