"""Column types that mean the same on the vault (SQLite) and on PostgreSQL."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import IntEnum
from typing import Any

from sqlalchemy import (
    BigInteger,
    DateTime,
    Dialect,
    Enum,
    LargeBinary,
    SmallInteger,
    String,
    TypeDecorator,
)
from sqlalchemy.orm import Composite, Mapped, composite, mapped_column

from vipdesk.money import Money


class UtcDateTime(TypeDecorator[datetime]):
    """A moment. Aware in Python, UTC in the database; a naive moment is refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """To UTC; SQLite keeps it without a zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment without a zone")
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        """From the database, always aware."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Sealed(TypeDecorator[bytes]):
    """Bytes sealed with AES-256-GCM by `store.sealing` before they come here.

    The type only keeps apart what must never be written unsealed: it refuses text and
    anything without the seal's mark. On a vault the file is encrypted as well.
    """

    impl = LargeBinary
    cache_ok = True
    MARK = b"VS1"

    def process_bind_param(self, value: bytes | None, dialect: Dialect) -> bytes | None:
        """Refuse what was not sealed."""
        if value is not None and not (isinstance(value, bytes) and value.startswith(self.MARK)):
            raise ValueError("not sealed")
        return value


class Graded(TypeDecorator[IntEnum]):
    """A grade (`IntEnum`) kept as its number, so that it sorts."""

    impl = SmallInteger
    cache_ok = True

    def __init__(self, grade: type[IntEnum]) -> None:
        super().__init__()
        self.grade = grade

    def process_bind_param(self, value: IntEnum | int | None, dialect: Dialect) -> int | None:
        """To the number."""
        return None if value is None else int(self.grade(value))

    def process_result_value(self, value: int | None, dialect: Dialect) -> IntEnum | None:
        """To the grade."""
        return None if value is None else self.grade(value)


def words(enum: type[Any]) -> Enum:
    """An enum kept as its values in a short text: readable in SQL, no type to migrate."""
    return Enum(
        enum,
        native_enum=False,
        create_constraint=False,
        length=24,
        validate_strings=True,
        values_callable=lambda members: [str(m.value) for m in members],
    )


def currency() -> Mapped[str]:
    """A column for an ISO 4217 code."""
    return mapped_column(String(3), default="RUB", server_default="RUB")


def minor() -> Mapped[int | None]:
    """A column for an amount in minor units that may be unknown."""
    return mapped_column(BigInteger, nullable=True)


def money(amount: str, unit: str) -> Composite[Money | None]:
    """A `Money` over two columns; unknown where the amount is."""
    return composite(lambda m, c: None if m is None else Money(m, c), amount, unit)
