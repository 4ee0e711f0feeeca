"""Money as integer minor units with an ISO 4217 currency: never a float."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """An amount in minor units (kopecks, cents) of a currency."""

    minor: int
    currency: str = "RUB"

    @classmethod
    def of(cls, major: int | str | Decimal, currency: str = "RUB") -> Money:
        """From major units: `Money.of("1250.50")`. More than two decimals are refused."""
        minor = Decimal(major) * 100
        if minor != minor.to_integral_value():
            raise ValueError("more than two decimals")
        return cls(int(minor), currency)

    @property
    def amount(self) -> Decimal:
        """In major units, for display."""
        return Decimal(self.minor) / 100

    def __composite_values__(self) -> tuple[int, str]:
        """The two columns of an amount (SQLAlchemy's protocol for composites)."""
        return self.minor, self.currency

    def __add__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.minor - other.minor, self.currency)

    def _same(self, other: Money) -> None:
        if self.currency != other.currency:
            raise ValueError("two currencies are not added")
