"""Values as a person reads them: local times, 'today 15:00', money, phones.

The only place where UTC becomes local time.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from vipdesk.clock import Clock
from vipdesk.money import Money
from vipdesk.wording import Words

_FAR = 180  # days: nearer, everybody knows the year


def international(value: str) -> str:
    """'8 903 123-45-67' → '+7 903 123-45-67'; what is no telephone number stays as written."""
    import phonenumbers

    from vipdesk.clients.phones import to_e164

    for text, home in ((value, None), (value, "RU"), (to_e164(value) or "", None)):
        try:
            number = phonenumbers.parse(text, home)
        except phonenumbers.NumberParseException:
            continue
        if home is None or phonenumbers.is_valid_number(number):
            written = phonenumbers.PhoneNumberFormat.INTERNATIONAL
            return str(phonenumbers.format_number(number, written))
    return value


@dataclass(frozen=True)
class LocalWords(Words):
    """Words that show a UTC moment in the desk's own zone (None: the machine's)."""

    zone: tzinfo | None = None

    def moment(self, value: datetime, *, weekday: bool = True) -> str:
        """A moment in the zone it carries; UTC in the desk's zone."""
        local = value.astimezone(self.zone) if value.tzinfo is UTC else value
        return super().moment(local, weekday=weekday)


@dataclass(frozen=True, slots=True)
class Format:
    """Bound to the reader's words and the clock: `context.format.moment(row.due)`."""

    words: Words
    clock: Clock
    zone: tzinfo | None = None
    presenting: bool = False

    def local(self, value: datetime) -> datetime:
        """A UTC moment in the desk's zone."""
        return value.astimezone(self.zone)

    def today(self) -> date:
        """The present day in the desk's zone."""
        return self.local(self.clock.now()).date()

    def moment(self, value: datetime) -> str:
        """'today 15:00', 'tomorrow 10:00', 'Thu 26 November, 15:00'; another year with its year."""
        local = self.local(value)
        time = local.strftime("%H:%M")
        match (local.date() - self.today()).days:
            case 0:
                return self.words("today {time}", time=time)
            case 1:
                return self.words("tomorrow {time}", time=time)
            case -1:
                return self.words("yesterday {time}", time=time)
        if local.year != self.today().year:
            return f"{self.words.day_short(local.date())}, {time}"
        return self.words.moment(local)

    def moment_short(self, value: datetime) -> str:
        """As `moment`, for narrow places: 'tomorrow 10:00', '26 Nov, 15:00'; years when far."""
        local = self.local(value)
        apart = abs((local.date() - self.today()).days)
        if apart <= 1:
            return self.moment(value)
        day = self.words.day_short(local.date(), year=apart > _FAR)
        return f"{day}, {local:%H:%M}"

    def day(self, value: date | datetime) -> str:
        """'today', 'tomorrow', 'in 3 days', '5 days ago', or the day."""
        that = self.local(value).date() if isinstance(value, datetime) else value
        apart = (that - self.today()).days
        match apart:
            case 0:
                return self.words("today")
            case 1:
                return self.words("tomorrow")
            case -1:
                return self.words("yesterday")
        if 1 < apart < 7:
            return self.words("in {n} days", n=apart)
        if -7 < apart < -1:
            return self.words("{n} days ago", n=-apart)
        return self.date(that)

    def date(self, value: date | datetime) -> str:
        """'26 Nov 2026': for tables."""
        that = self.local(value).date() if isinstance(value, datetime) else value
        return self.words.day_short(that)

    def time(self, value: datetime) -> str:
        """'15:00'."""
        return self.local(value).strftime("%H:%M")

    def ago(self, value: datetime) -> str:
        """'just now', '5 min ago', '3 h ago', then the moment."""
        apart = self.clock.now() - value
        if timedelta(0) <= apart < timedelta(minutes=1):
            return self.words("just now")
        if timedelta(0) < apart < timedelta(hours=1):
            return self.words("{n} min ago", n=int(apart.total_seconds() // 60))
        if timedelta(0) < apart < timedelta(hours=6):
            return self.words("{n} h ago", n=int(apart.total_seconds() // 3600))
        return self.moment(value)

    def left(self, until: datetime) -> str:
        """How long is left: '2 h 10 min', '3 days'; overdue: '15 min late'."""
        apart = until - self.clock.now()
        if apart < timedelta(0):
            return self.words("{span} late", span=self.span(-apart))
        return self.words("{span} left", span=self.span(apart))

    def span(self, span: timedelta) -> str:
        """A length of time: '45 min', '2 h 10 min', '3 days'."""
        minutes = int(span.total_seconds() // 60)
        if minutes < 60:
            return self.words("{n} min", n=minutes)
        if minutes < 48 * 60:
            hours, rest = divmod(minutes, 60)
            if not rest:
                return self.words("{n} h", n=hours)
            return self.words("{hours} h {minutes} min", hours=hours, minutes=rest)
        return self.words("{n} days", n=minutes // (24 * 60))

    def money(self, value: Money) -> str:
        """An amount with its currency."""
        return self.words.money(value)

    def number(self, value: float, digits: int = 0) -> str:
        """A number with the reader's separators."""
        return self.words.number(value, digits)

    def phone(self, value: str) -> str:
        """A phone number in international form; masked in presenting mode."""
        return self.masked(international(value))

    def masked(self, value: str) -> str:
        """A phone, mail or street address; hidden but for its end in presenting mode."""
        if not self.presenting:
            return value
        keep = 2
        return "".join(
            "•" if c.isalnum() and i < len(value) - keep else c for i, c in enumerate(value)
        )
