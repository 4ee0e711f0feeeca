"""What a write changed: pages compare it with what they show and decide whether to reload."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Changes:
    """The set of (table name, id) that one committed write touched."""

    rows: frozenset[tuple[str, UUID]] = frozenset()

    def touches(self, *tables: str) -> bool:
        """Whether any of the tables was touched."""
        return any(table in tables for table, _ in self.rows)

    def ids(self, table: str) -> frozenset[UUID]:
        """The ids touched in one table."""
        return frozenset(i for t, i in self.rows if t == table)

    def __or__(self, other: Changes) -> Changes:
        return Changes(self.rows | other.rows)

    def __bool__(self) -> bool:
        return bool(self.rows)
