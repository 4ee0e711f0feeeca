"""The private track: papers of a case, deletion held, relatives."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from vipdesk.store.migrations.engines import here

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "private_message",
        sa.Column("overruled", sa.String(length=200), server_default="", nullable=False),
        schema=here("vip_private"),
    )
    op.add_column(
        "private_message", sa.Column("via_id", sa.Uuid(), nullable=True), schema=here("vip_private")
    )
