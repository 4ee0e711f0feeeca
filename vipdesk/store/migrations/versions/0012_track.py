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
    op.add_column(
        "complaint", sa.Column("master_id", sa.Uuid(), nullable=True), schema=here("vip_private")
    )
    op.add_column(
        "complaint", sa.Column("repeat_of_id", sa.Uuid(), nullable=True), schema=here("vip_private")
    )
    op.add_column(
        "complaint_clock",
        sa.Column("warned", sa.Integer(), server_default="0", nullable=False),
        schema=here("vip_private"),
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
