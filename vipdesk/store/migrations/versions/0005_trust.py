"""What a club trusts its desk for: versions of rows, occurrences of jobs, privacy duties."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from vipdesk.models import types
from vipdesk.store.migrations.engines import here

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "club_setting",
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        schema=here("vip"),
    )
    op.add_column(
        "mail_account",
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        schema=here("vip"),
    )
    op.create_table(
        "occurrence",
        sa.Column("job", sa.String(length=100), nullable=False),
        sa.Column("due_at", types.UtcDateTime(), nullable=False),
        sa.Column("taken_at", types.UtcDateTime(), nullable=False),
        sa.Column("taken_until", types.UtcDateTime(), nullable=False),
        sa.Column("done_at", types.UtcDateTime(), nullable=True),
        sa.CheckConstraint("taken_until >= taken_at", name=op.f("ck_occurrence_lease")),
        sa.PrimaryKeyConstraint("job", "due_at", name=op.f("pk_occurrence")),
        schema="vip",
    )
    op.add_column(
        "staff",
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        schema=here("vip"),
    )
    op.add_column(
        "tier",
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        schema=here("vip"),
    )
    op.add_column(
        "venue",
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        schema=here("vip"),
    )
    op.add_column(
        "event_session",
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        schema=here("vip"),
    )
    op.add_column(
        "contact_point",
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        schema=here("vip"),
    )
    op.add_column(
        "fact",
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        schema=here("vip"),
    )
    op.add_column(
        "guest",
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        schema=here("vip"),
    )
    op.add_column(
        "interest",
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        schema=here("vip"),
    )
    op.add_column(
        "person_around",
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        schema=here("vip"),
    )
    op.add_column(
        "channel_preference",
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        schema=here("vip"),
    )
