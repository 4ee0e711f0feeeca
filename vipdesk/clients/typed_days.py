"""Days and hours as people type them, in Russian and English: 'до пт', 'by Fri 17:00'.

Pure: no database, and the clock is an argument. What may be read in two ways is read in one
and says so (`When.doubt`); what cannot be read is left in the text.

The rules of a day are tried on the whole text; of several days the one with a word of a
deadline ('до', 'к', 'by', 'until') wins. An hour counts when it stands beside the day or has
such a word itself.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from vipdesk.clients.typed_choice import CHOICES, ONLY_ONCE, is_denied, is_either, is_every
from vipdesk.clients.typed_hours import (
    DAY,
    DEADLINE,
    EVENING,
    LAST_MINUTE,
    LATE,
    Hour,
    hours_in,
    overlaps,
    touches,
)
from vipdesk.clients.typed_words import (
    ABOUT,
    AFTER,
    EARLIER,
    MONTH,
    MUST,
    NEXT,
    NUM,
    NUMBERS,
    SPANS,
    UNIT,
    UNITS,
    VAGUE,
    WEEKDAY,
    WHICH,
    Now,
    Rule,
    TypedDay,
    coming,
    date_or_none,
    rule_of,
)  # fmt: skip
from vipdesk.wording import Say, say


@dataclass(frozen=True, slots=True)
class When:
    """A deadline read from a text. `at`: UTC. `rest`: the text without it.

    `doubt`: another reading, or what was not said; None where the words are plain. `passed`:
    the day that was named is over, and `at` is in the past.
    """

    at: datetime
    rest: str
    doubt: Say | None = None
    passed: bool = False


# Days --------------------------------------------------------------------------------------------


def _iso(m: re.Match[str], _now: Now) -> TypedDay | None:
    found = date_or_none(int(m["y"]), int(m["mo"]), int(m["d"]))
    return TypedDay(found) if found else None


def _numbers(m: re.Match[str], now: Now) -> TypedDay | None:
    """'5.12', '05.12.2026'; with a slash the day comes first, as the desk writes it."""
    first, second = int(m["d"]), int(m["mo"])
    made = coming(now, second, first, m["y"])
    if m["sep"] != "/":
        return made
    other = coming(now, first, second, m["y"])
    if made is None:
        return other
    if other is not None and other.day != made.day:
        return replace(made, doubt=say("Or is it {day}?", day=other.day))
    return made


def _in_words(m: re.Match[str], now: Now) -> TypedDay | None:
    month = next(n for n in range(1, 13) if m[f"m{n}"])
    return coming(now, month, int(m["d"]), m["y"])


def _of_month(m: re.Match[str], now: Now) -> TypedDay | None:
    """'до 5-го', 'by the 5th': the next one."""
    day, year, month = int(m["d"]), now.today.year, now.today.month
    for _ in range(12):
        found = date_or_none(year, month, day)
        if found is not None and found >= now.today:
            return TypedDay(found)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return None


def _unit(word: str) -> str:
    word = word.lower()
    return next(key for key, stems in UNITS if word.startswith(stems))


def _ahead(m: re.Match[str], now: Now) -> TypedDay | None:
    """'через 2 недели', 'in 3 days', 'within 24 hours'."""
    said = (m["num"] or "one").lower()
    said = " ".join(said.split())
    count = int(said) if said.isdigit() else NUMBERS[said]
    doubt = say("No exact day was said.") if said in VAGUE else None
    unit = _unit(m["unit"])
    if unit in "mh":
        span = timedelta(minutes=count) if unit == "m" else timedelta(hours=count)
        at = (now.local.astimezone(UTC) + span).astimezone(now.local.tzinfo)
        return TypedDay(at.date(), at.time().replace(second=0, microsecond=0), doubt, exact=True)
    if m["work"] and unit == "d":
        return TypedDay(_work_days(now.today, count), doubt=doubt)
    if unit in "dw":
        return TypedDay(now.today + timedelta(days=count * (7 if unit == "w" else 1)), doubt=doubt)
    months = count * (12 if unit == "y" else 1) + now.today.month - 1
    year, month = now.today.year + months // 12, months % 12 + 1
    return TypedDay(date(year, month, min(now.today.day, monthrange(year, month)[1])), doubt=doubt)


def _work_days(day: date, count: int) -> date:
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def _half(m: re.Match[str], now: Now) -> TypedDay:
    minutes = 90 if m["more"] else 30
    at = (now.local.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(now.local.tzinfo)
    return TypedDay(at.date(), at.time().replace(second=0, microsecond=0), exact=True)


def _weekday(m: re.Match[str], now: Now) -> TypedDay:
    """'до пт' is the coming one; 'next Friday' is the one of the next week, and says so."""
    number = next(n for n in range(7) if m[f"w{n}"])
    coming = now.today + timedelta(days=(number - now.today.weekday()) % 7)
    later = coming + timedelta(days=7)
    which = (m["which"] or "").lower()
    if which.startswith(NEXT):
        monday = now.today + timedelta(days=7 - now.today.weekday())
        wanted = monday + timedelta(days=number)
        other = None if coming == wanted else coming
        if other == now.today:
            other = None
        return TypedDay(wanted, doubt=say("Or is it {day}?", day=other) if other else None)
    if coming == now.today:
        over = now.local.time() >= EVENING
        if which:
            return TypedDay(coming)
        chosen, other = (later, coming) if over else (coming, later)
        return TypedDay(chosen, doubt=say("Or is it {day}?", day=other))
    return TypedDay(coming)


def _plus(days: int, at: time | None = None) -> Callable[[re.Match[str], Now], TypedDay]:
    def made(_m: re.Match[str], now: Now) -> TypedDay:
        return TypedDay(now.today + timedelta(days=days), at)

    return made


def _week(day: int, *, later: bool = False) -> Callable[[re.Match[str], Now], TypedDay]:
    """A day of this week (or the next): Monday is 0; one that has passed is of the next."""

    def made(_m: re.Match[str], now: Now) -> TypedDay:
        found = now.today + timedelta(days=day - now.today.weekday() + (7 if later else 0))
        return TypedDay(found if found >= now.today else found + timedelta(days=7), long=True)

    return made


def _month_end(m: re.Match[str], now: Now) -> TypedDay:
    year, month = now.today.year, now.today.month
    if (m["which"] or "").lower().startswith(NEXT):
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return TypedDay(date(year, month, monthrange(year, month)[1]))


def _year_end(_m: re.Match[str], now: Now) -> TypedDay:
    return TypedDay(date(now.today.year, 12, 31))


def _vague(_m: re.Match[str], now: Now) -> TypedDay:
    return TypedDay(_work_days(now.today, 2), doubt=say("No exact day was said."))


_TH = r"(?:st|nd|rd|th)"
_DAYS: tuple[Rule, ...] = (
    *CHOICES,
    rule_of(r"(?P<y>20\d\d)-(?P<mo>\d{1,2})-(?P<d>\d{1,2})", _iso),
    rule_of(
        r"(?P<d>\d{1,2})(?P<sep>[./])(?P<mo>\d{1,2})(?:(?P=sep)(?P<y>20\d\d|\d\d))?"
        r"(?:\s*г(?:ода|\.)?)?(?![.:/]?\d)(?!\s*(?:%|процент|млн|тыс|кг|руб|км|[₽€$£]|percent|million))",
        _numbers,
    ),
    rule_of(
        rf"(?P<d>\d{{1,2}})(?:-?(?:го|ого|му|ому|е|ое)|{_TH})?\s+(?:of\s+)?{MONTH}\.?"
        r"(?:,?\s+(?P<y>20\d\d)(?:\s*г(?:ода|\.)?)?)?",
        _in_words,
    ),
    rule_of(
        rf"{MONTH}\.?\s+(?:the\s+)?(?P<d>\d{{1,2}})(?:{_TH})?(?:,?\s+(?P<y>20\d\d))?(?!:)",
        _in_words,
    ),
    rule_of(
        r"(?P<d>\d{1,2})(?:-?(?:го|ого|му|ому)(?:\s+числ[ау])?|\s+числ[ау])", _of_month, prep=MUST
    ),
    rule_of(rf"(?P<d>\d{{1,2}}){_TH}", _of_month, prep=MUST),
    rule_of(r"(?:через|in|спустя)\s+(?:полчаса|half an hour|(?P<more>полтора часа"
          r"|an hour and a half))", _half),
    rule_of(rf"через\s+(?:{NUM}\s+)?{UNIT}(?!\s+после\b)", _ahead),
    rule_of(rf"in\s+{NUM}\s+{UNIT}(?:['’]s?\s+time)?(?!\s+after\b)", _ahead),
    rule_of(rf"(?:within|в течение|за)\s+(?:the\s+next\s+|ближайш\w+\s+)?(?:{NUM}\s+)?{UNIT}"
          r"(?!\s+до\b)", _ahead),
    rule_of(rf"{NUM}\s+{UNIT}\s+from\s+(?:now|today)", _ahead),
    rule_of(r"послезавтра\w*|(?:the\s+)?day after tomorrow", _plus(2)),
    rule_of(r"завтра(?:шн\w+(?:\s+дн[юя])?)?|tomorrow|tmrw", _plus(1)),
    rule_of(r"tonight", _plus(0, LATE)),
    rule_of(r"сегодня(?:шн\w+(?:\s+дн[юя])?)?|today", _plus(0)),
    rule_of(r"(?:конц[аеу]|end of)\s+(?:следующей|будущей|next)\s+(?:недел\w+|week)",
          _week(4, later=True)),
    rule_of(r"(?:конц[аеу]|end of)\s+(?:(?:этой|текущей|the|this)\s+)?(?:недел\w+|week)|eow",
          _week(4)),
    rule_of(r"(?:начал\w+|(?:the\s+)?(?:beginning|start) of)\s+(?:(?:следующей|next|the)\s+)?"
          r"(?:недел\w+|week)", _week(0, later=True)),
    rule_of(r"(?:конц[аеу]|end of)\s+(?:(?P<which>этого|текущего|следующего|the|this|next)\s+)?"
          r"(?:месяца|month)|eom", _month_end),
    rule_of(r"(?:конц[аеу]|end of)\s+(?:(?:этого|текущего|the|this)\s+)?(?:года|year)"
          r"|(?:до нового года|new year)", _year_end),
    rule_of(rf"{WHICH}{WEEKDAY}\.?", _weekday, prep=MUST),
    rule_of(rf"{WHICH}{WEEKDAY}\.?(?=\s*(?:$|[,;.)]|\d{{1,2}}[:.]\d\d|утр|вечер|morning|evening))",
          _weekday),
    rule_of(rf"(?:(?<=утра )|(?<=дня )|(?<=вечера )|(?<=am )|(?<=pm )){WHICH}{WEEKDAY}\.?",
          _weekday, prep=""),
    rule_of(rf"(?P<which>следующ\w+|next|this|эт\w{{1,2}})\s+{WEEKDAY}\.?", _weekday),
    rule_of(r"(?:следующей|будущей|next)\s+(?:недел\w+|week)", _week(4, later=True)),
    rule_of(r"(?:этой|текущей|this)\s+(?:недел\w+|week)", _week(4)),
    rule_of(r"выходн\w+|(?:the\s+|this\s+)?weekend", _week(6)),
    rule_of(r"на днях|в ближайш\w+ (?:время|дни)|как можно скорее|срочно|asap|soon|shortly"
          r"|one of these days", _vague, prep=""),
)  # fmt: skip


# Together ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    prep: str
    made: TypedDay
    after: bool = False

    @property
    def rank(self) -> tuple[int, int]:
        """A word of a deadline first, then what stands first; 'for 5 December' last."""
        deadline = self.prep in DEADLINE.split("|")
        return (2 if self.is_about else 0 if deadline else 1, self.start)

    @property
    def is_about(self) -> bool:
        """'на 5 декабря', 'после пятницы', but not 'на этой неделе'."""
        return self.after or (self.prep in ABOUT and not self.made.long)


def find_when(text: str, now: datetime, place: tzinfo) -> When | None:
    """The deadline in a text, on the clock of `place`; None where none is named.

    now: UTC. Days end at 18:00 unless an hour is said.
    """
    here = Now(now.astimezone(place))
    plain = text.replace("ё", "е").replace("Ё", "Е").replace("\u00a0", " ").replace("\0", " ")
    day, span = _chosen(_days(plain, here), plain), timedelta()
    if day is not None:
        span, start = _earlier(plain, day.start)
        day = replace(day, start=start)
    masked = _mask(plain, day.start, day.end) if day else plain
    hour = None if day and day.made.exact else _hour_for(masked, day)
    if day is None and hour is None:
        return None
    if hour is not None and not span:
        span, start = _earlier(masked, hour.start)
        hour = replace(hour, start=start)
    if day is None and hour is not None:
        return _only_hour(text, hour, here, span)
    assert day is not None  # noqa: S101 for the reader and mypy: one of the two is there
    return _with_day(text, day, hour, here, span)


def _chosen(days: list[_Found], plain: str) -> _Found | None:
    """The day that is due; where the words name two of one kind, the other is a doubt."""
    best = min(days, key=lambda f: f.rank, default=None)
    if best is None:
        return None
    for other in sorted(days, key=lambda f: f.start):
        if other.start >= best.end and is_either(plain[best.end : other.start]):
            best = replace(best, end=other.end, made=_or_is_it(best.made, other.made.day))
    if best.made.doubt is not None:
        return best
    beside = [f.made.day for f in days if f.rank[0] == best.rank[0] and f.made.day != best.made.day]
    return replace(best, made=_or_is_it(best.made, beside[0])) if beside else best


def _or_is_it(made: TypedDay, other: date) -> TypedDay:
    if made.doubt is not None or made.day == other:
        return made
    return replace(made, doubt=say("Or is it {day}?", day=other))


def _earlier(plain: str, start: int) -> tuple[timedelta, int]:
    """By how much before what begins there with 'до', and where the words of that begin."""
    m = EARLIER.search(plain[:start])
    lead = (m["lead"] or "").strip().lower() if m else ""
    ru, en = (plain[start:].lower().startswith(word) for word in ("до ", "before "))
    if m is None or not ((ru and lead == "за") or (en and not lead and m["num"])):
        return timedelta(), start
    said = " ".join((m["num"] or "one").lower().split())
    count = int(said) if said.isdigit() else NUMBERS[said]
    return count * SPANS[_unit(m["unit"])], m.start()


def _days(plain: str, here: Now) -> list[_Found]:
    """All days named; where two rules read the same words, the earlier rule."""
    found: list[_Found] = []
    taken: list[tuple[int, int]] = []
    for pattern, make in _DAYS:
        for m in pattern.finditer(plain):
            if overlaps(taken, m.span()):
                continue
            made = make(m, here)
            if made is None:
                continue
            taken.append(m.span())
            prep = (m.groupdict().get("prep") or "").lower()
            if prep != "before" and is_denied(plain[: m.start()]):  # 'not before' is a beginning
                continue
            words = plain[: m.end("prep")] if prep else plain[: m.start()]
            if made.doubt is None and is_every(plain[: m.start()]):
                made = replace(made, doubt=ONLY_ONCE)
            found.append(_Found(*m.span(), prep, made, AFTER.search(words) is not None))
    return found


def _hour_for(masked: str, day: _Found | None) -> Hour | None:
    hours = list(hours_in(masked))
    if day is not None:
        beside = [h for h in hours if touches(masked, (h.start, h.end))]
        hours = beside or hours
    return hours[0] if hours else None


def _only_hour(text: str, hour: Hour, here: Now, span: timedelta) -> When:
    """'by 17:00': today, or tomorrow where that has passed, which is said."""
    at, other = hour.at, hour.other
    today = here.today
    doubt: Say | None = None
    if other is not None:
        doubt = say("Or is it {time}?", time=other.strftime("%H:%M"))
        if other < LATE and _moment(today, at, here) <= here.local < _moment(today, other, here):
            at, doubt = other, say("Or is it {time}?", time=at.strftime("%H:%M"))
    if hour.maybe_day:
        day = _of_number(hour.maybe_day, here)
        doubt = say("Or is it {day}?", day=day) if day else doubt
    if _moment(today, at, here) <= here.local:
        today += timedelta(days=1)
        doubt = doubt or say("This hour has passed today: tomorrow?")
    moment = _moment(today, at, here).astimezone(UTC) - span
    return When(moment, _without(text, ((hour.start, hour.end),)), doubt, moment <= here.local)


def _of_number(number: int, here: Now) -> date | None:
    year, month = here.today.year, here.today.month
    for _ in range(3):
        found = date_or_none(year, month, number)
        if found is not None and found >= here.today:
            return found
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return None


def _with_day(text: str, day: _Found, hour: Hour | None, here: Now, span: timedelta) -> When:
    made = day.made
    at, doubt = made.at or EVENING, made.doubt
    if hour is not None:
        at = hour.at
        if hour.other is not None and doubt is None:
            doubt = say("Or is it {time}?", time=hour.other.strftime("%H:%M"))
    moment = _moment(made.day, at, here) - span
    if moment <= here.local and made.day == here.today and hour is None:
        moment = _moment(made.day, LAST_MINUTE, here)  # 'today', said at seven in the evening
    spans = [(hour.start, hour.end)] if hour is not None else []
    if day.is_about:
        doubt = doubt or say("Is this the day it is due?")
    else:
        spans.append((day.start, day.end))
    passed = moment <= here.local
    return When(moment.astimezone(UTC), _without(text, spans), doubt, passed)


def _moment(day: date, at: time, here: Now) -> datetime:
    """A local moment; one that the clock skips is read as Python reads it, after the change."""
    local = datetime.combine(day, at, here.local.tzinfo)
    return local.astimezone(UTC).astimezone(here.local.tzinfo)


def _mask(text: str, start: int, end: int) -> str:
    return text[:start] + DAY * (end - start) + text[end:]


def _without(text: str, spans: object) -> str:
    for start, end in sorted(spans, reverse=True):  # type: ignore[call-overload]
        text = text[:start] + " " + text[end:]
    text = re.sub(r"\s+([,.;:!?)])", r"\1", " ".join(text.split()))
    return text.strip(" ,;:–—-.")
