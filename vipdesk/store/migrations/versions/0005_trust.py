"""What a club trusts its desk for: versions of rows, occurrences of jobs, privacy duties."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

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
