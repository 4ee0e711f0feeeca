"""What the season still lacked: courses and credit settled."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from vipdesk.models import types
from vipdesk.store.migrations.engines import here

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column(
        "event", sa.Column("settled_at", types.UtcDateTime(), nullable=True), schema=here("vip")
    )
    op.add_column(
        "outbox_message",
        sa.Column("overruled", sa.String(length=200), server_default="", nullable=False),
        schema=here("vip"),
    )
    op.add_column(
        "outbox_message", sa.Column("via_id", sa.Uuid(), nullable=True), schema=here("vip")
    )
