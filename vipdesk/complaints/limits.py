"""A limit as the rules write it: '30 min extended', '3 d business', '10 d calendar'. Pure."""

from __future__ import annotations

from dataclasses import dataclass

_BY_LAW = ("calendar", "plain")


@dataclass(frozen=True, slots=True)
class Limit:
    """'30 min extended', '3 d business', '10 d calendar'. Either minutes or days is set."""

    schedule: str
    minutes: int = 0
    days: int = 0

    @classmethod
    def of(cls, text: str) -> Limit:
        """Read a limit as the policy file writes it."""
        amount, unit, schedule = text.split()
        if int(amount) <= 0:
            raise ValueError(f"not a limit: {text!r}")
        match unit:
            case "min":
                return cls(schedule, minutes=int(amount))
            case "h":
                return cls(schedule, minutes=int(amount) * 60)
            case "d":
                return cls(schedule, days=int(amount))
        raise ValueError(f"not a limit: {text!r}")

    @property
    def by_law(self) -> bool:
        """Counted in calendar days, to the end of the last one."""
        return self.schedule in _BY_LAW

    @property
    def shifts(self) -> bool:
        """Whether a last day that is off moves to the next working one (ГК РФ 193)."""
        return self.schedule == "calendar"

    def __str__(self) -> str:
        if self.days:
            return f"{self.days} d {self.schedule}"
        if self.minutes % 60 == 0:
            return f"{self.minutes // 60} h {self.schedule}"
        return f"{self.minutes} min {self.schedule}"
