"""A server finds a name typed with the given name first as quickly as one typed as it is written.

A vault's index of words does it without.
"""

from __future__ import annotations

from alembic import op

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_TEAM = """CREATE INDEX ix_search_entry_turned ON vip.search_entry ((
    split_part(sounded, ' ', 2) || ' ' || split_part(sounded, ' ', 1)) COLLATE "C")"""


def upgrade() -> None:
    if op.get_bind().dialect.name == "postgresql":
        op.execute(_TEAM)
