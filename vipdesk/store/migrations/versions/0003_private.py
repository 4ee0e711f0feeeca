"""The private track, in a schema of its own."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from vipdesk.models import types

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "complaint",
        sa.Column("public_no", sa.String(length=12), nullable=False),
        sa.Column("submission_id", sa.Uuid(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.String(length=24), nullable=False),
        sa.Column("received_at", types.UtcDateTime(), nullable=False),
        sa.Column("registered_at", types.UtcDateTime(), nullable=False),
        sa.Column("registered_by_id", sa.Uuid(), nullable=False),
        sa.Column("words_of_client", sa.String(), nullable=False),
        sa.Column("wish_of_client", sa.String(), nullable=False),
        sa.Column("reach_by", sa.String(length=24), nullable=False),
        sa.Column("reach_when", sa.String(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("category", sa.String(length=24), nullable=False),
        sa.Column("severity", sa.SmallInteger(), nullable=False),
        sa.Column("demand", sa.Boolean(), nullable=False),
        sa.Column("est_loss_minor", sa.BigInteger(), nullable=True),
        sa.Column("est_loss_currency", sa.String(length=3), server_default="RUB", nullable=False),
        sa.Column("owner_id", sa.Uuid(), nullable=False),
        sa.Column("about_staff_id", sa.Uuid(), nullable=True),
        sa.Column("level", sa.Integer(), nullable=False),
        sa.Column("restricted", sa.String(length=24), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("reopen_count", sa.Integer(), nullable=False),
        sa.Column("policy_version", sa.String(length=20), nullable=False),
        sa.Column("closed_at", types.UtcDateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        sa.CheckConstraint("words_of_client <> ''", name=op.f("ck_complaint_words_of_client")),
        sa.CheckConstraint("level BETWEEN 1 AND 3", name=op.f("ck_complaint_level")),
        sa.CheckConstraint("severity BETWEEN 1 AND 3", name=op.f("ck_complaint_severity")),
        sa.ForeignKeyConstraint(
            ["about_staff_id"], ["vip.staff.id"], name=op.f("fk_complaint_about_staff_id")
        ),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_complaint_client_id")
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["vip.staff.id"], name=op.f("fk_complaint_owner_id")),
        sa.ForeignKeyConstraint(
            ["registered_by_id"], ["vip.staff.id"], name=op.f("fk_complaint_registered_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint")),
        sa.UniqueConstraint("public_no", name=op.f("uq_complaint_public_no")),
        sa.UniqueConstraint("submission_id", name=op.f("uq_complaint_submission_id")),
        schema="vip_private",
    )
    op.create_index(
        op.f("ix_complaint_client_id"),
        "complaint",
        ["client_id"],
        unique=False,
        schema="vip_private",
    )
    op.create_index(
        op.f("ix_complaint_owner_id"), "complaint", ["owner_id"], unique=False, schema="vip_private"
    )
    op.create_index(
        op.f("ix_complaint_state"), "complaint", ["state"], unique=False, schema="vip_private"
    )
    op.create_table(
        "case_event",
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("at", types.UtcDateTime(), nullable=False),
        sa.Column("staff_id", sa.Uuid(), nullable=True),
        sa.Column("role", sa.String(length=24), nullable=True),
        sa.Column("actor_kind", sa.String(length=24), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("channel", sa.String(length=24), nullable=True),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["vip_private.complaint.id"], name=op.f("fk_case_event_complaint_id")
        ),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["vip.staff.id"], name=op.f("fk_case_event_staff_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_event")),
        schema="vip_private",
    )
    op.create_index(
        "ix_case_event_complaint_id_at",
        "case_event",
        ["complaint_id", "at"],
        unique=False,
        schema="vip_private",
    )
    op.create_table(
        "complaint_clock",
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("started_at", types.UtcDateTime(), nullable=False),
        sa.Column("due_at", types.UtcDateTime(), nullable=False),
        sa.Column("stopped_at", types.UtcDateTime(), nullable=True),
        sa.Column("verdict", sa.String(length=24), nullable=False),
        sa.Column("calendar_version", sa.String(length=40), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"],
            ["vip_private.complaint.id"],
            name=op.f("fk_complaint_clock_complaint_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint_clock")),
        schema="vip_private",
    )
    op.create_index(
        op.f("ix_complaint_clock_complaint_id"),
        "complaint_clock",
        ["complaint_id"],
        unique=False,
        schema="vip_private",
    )
    op.create_index(
        "ix_complaint_clock_verdict_due_at",
        "complaint_clock",
        ["verdict", "due_at"],
        unique=False,
        schema="vip_private",
    )
    op.create_table(
        "complaint_pause",
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("from_at", types.UtcDateTime(), nullable=False),
        sa.Column("to_at", types.UtcDateTime(), nullable=True),
        sa.Column("next_contact_at", types.UtcDateTime(), nullable=True),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"],
            ["vip_private.complaint.id"],
            name=op.f("fk_complaint_pause_complaint_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint_pause")),
        schema="vip_private",
    )
    op.create_index(
        op.f("ix_complaint_pause_complaint_id"),
        "complaint_pause",
        ["complaint_id"],
        unique=False,
        schema="vip_private",
    )
    op.create_table(
        "complaint_promise",
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("made_at", types.UtcDateTime(), nullable=False),
        sa.Column("due_at", types.UtcDateTime(), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("closed_at", types.UtcDateTime(), nullable=True),
        sa.Column("renegotiated_from_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"],
            ["vip_private.complaint.id"],
            name=op.f("fk_complaint_promise_complaint_id"),
        ),
        sa.ForeignKeyConstraint(
            ["renegotiated_from_id"],
            ["vip_private.complaint_promise.id"],
            name=op.f("fk_complaint_promise_renegotiated_from_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint_promise")),
        schema="vip_private",
    )
    op.create_index(
        op.f("ix_complaint_promise_complaint_id"),
        "complaint_promise",
        ["complaint_id"],
        unique=False,
        schema="vip_private",
    )
    op.create_table(
        "complaint_flag",
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("raised_at", types.UtcDateTime(), nullable=False),
        sa.Column("seen_at", types.UtcDateTime(), nullable=True),
        sa.Column("seen_by_id", sa.Uuid(), nullable=True),
        sa.Column("instruction", sa.String(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["complaint_id"],
            ["vip_private.complaint.id"],
            name=op.f("fk_complaint_flag_complaint_id"),
        ),
        sa.ForeignKeyConstraint(
            ["seen_by_id"], ["vip.staff.id"], name=op.f("fk_complaint_flag_seen_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_complaint_flag")),
        schema="vip_private",
    )
    op.create_index(
        op.f("ix_complaint_flag_complaint_id"),
        "complaint_flag",
        ["complaint_id"],
        unique=False,
        schema="vip_private",
    )
    op.create_table(
        "hold_source",
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("lift_after", types.UtcDateTime(), nullable=True),
        sa.Column("lifted_at", types.UtcDateTime(), nullable=True),
        sa.Column("other_kind", sa.String(length=24), nullable=True),
        sa.Column("other_review_on", types.UtcDateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_hold_source_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["vip_private.complaint.id"], name=op.f("fk_hold_source_complaint_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hold_source")),
        schema="vip_private",
    )
    op.create_index(
        op.f("ix_hold_source_client_id"),
        "hold_source",
        ["client_id"],
        unique=False,
        schema="vip_private",
    )
    op.create_index(
        op.f("ix_hold_source_complaint_id"),
        "hold_source",
        ["complaint_id"],
        unique=False,
        schema="vip_private",
    )
    op.create_table(
        "letter",
        sa.Column("complaint_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("lang", sa.String(length=5), nullable=False),
        sa.Column("channel", sa.String(length=24), nullable=False),
        sa.Column("slots", sa.JSON(), nullable=False),
        sa.Column("draft", sa.String(), nullable=False),
        sa.Column("body", sa.String(), nullable=False),
        sa.Column("made_at", types.UtcDateTime(), nullable=False),
        sa.Column("sent_at", types.UtcDateTime(), nullable=True),
        sa.Column("author_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["author_id"], ["vip.staff.id"], name=op.f("fk_letter_author_id")),
        sa.ForeignKeyConstraint(
            ["complaint_id"], ["vip_private.complaint.id"], name=op.f("fk_letter_complaint_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
        schema="vip_private",
    )
    op.create_index(
        op.f("ix_letter_complaint_id"),
        "letter",
        ["complaint_id"],
        unique=False,
        schema="vip_private",
    )
    op.create_table(
        "private_message",
        sa.Column("letter_id", sa.Uuid(), nullable=True),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("channel", sa.String(length=24), nullable=False),
        sa.Column("topic", sa.String(length=24), nullable=False),
        sa.Column("state", sa.String(length=24), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("message_id", sa.String(), nullable=True),
        sa.Column("made_at", types.UtcDateTime(), nullable=False),
        sa.Column("not_before", types.UtcDateTime(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("claimed_until", types.UtcDateTime(), nullable=True),
        sa.Column("error_code", sa.String(length=60), nullable=False),
        sa.Column("sent_at", types.UtcDateTime(), nullable=True),
        sa.Column("override_reason", sa.String(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("made_by_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_private_message_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["letter_id"], ["vip_private.letter.id"], name=op.f("fk_private_message_letter_id")
        ),
        sa.ForeignKeyConstraint(
            ["made_by_id"], ["vip.staff.id"], name=op.f("fk_private_message_made_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_private_message")),
        sa.UniqueConstraint("message_id", name=op.f("uq_private_message_message_id")),
        schema="vip_private",
    )
    op.create_index(
        op.f("ix_private_message_client_id"),
        "private_message",
        ["client_id"],
        unique=False,
        schema="vip_private",
    )
    op.create_index(
        "ix_private_message_state_not_before",
        "private_message",
        ["state", "not_before"],
        unique=False,
        schema="vip_private",
    )
    op.create_table(
        "health_snapshot",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("at", types.UtcDateTime(), nullable=False),
        sa.Column("formula_version", sa.String(length=20), nullable=False),
        sa.Column("score", sa.Double(), nullable=True),
        sa.Column("coverage", sa.Double(), nullable=False),
        sa.Column("band", sa.String(length=24), nullable=False),
        sa.Column("parts", sa.JSON(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_health_snapshot_client_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_health_snapshot")),
        schema="vip_private",
    )
    op.create_index(
        "ix_health_snapshot_at", "health_snapshot", ["at"], unique=False, schema="vip_private"
    )
    op.create_index(
        "ix_health_snapshot_client_id_at",
        "health_snapshot",
        ["client_id", "at"],
        unique=False,
        schema="vip_private",
    )
    op.create_table(
        "private_draft",
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("form", sa.String(length=40), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=True),
        sa.Column("values", sa.JSON(), nullable=False),
        sa.Column("saved_at", types.UtcDateTime(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["staff_id"], ["vip.staff.id"], name=op.f("fk_private_draft_staff_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_private_draft")),
        schema="vip_private",
    )
    op.create_index(
        "ix_private_draft_staff_id_form",
        "private_draft",
        ["staff_id", "form", "object_id"],
        unique=False,
        schema="vip_private",
    )
