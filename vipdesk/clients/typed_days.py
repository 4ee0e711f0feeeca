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

from vipdesk.clients.typed_hours import (
    DAY,
    DEADLINE,
    EVENING,
    LAST_MINUTE,
    LATE,
    LOOSE,
    PREP,
    Hour,
    hours_in,
    overlaps,
    touches,
)
from vipdesk.wording import Say, say

_FAR = 300  # days: a date without a year that is so far ahead was probably meant otherwise


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


@dataclass(frozen=True, slots=True)
class _Now:
    """The moment of writing on the clock of the place."""

    local: datetime

    @property
    def today(self) -> date:
        return self.local.date()


@dataclass(frozen=True, slots=True)
class _Day:
    """What a rule made of its words: a day, or an exact moment."""

    day: date
    at: time | None = None
    doubt: Say | None = None
    exact: bool = False  # `at` is a moment reckoned from now: no other hour belongs to it
    long: bool = False  # a week, not a day


Rule = tuple[re.Pattern[str], Callable[[re.Match[str], _Now], _Day | None]]

# Words -------------------------------------------------------------------------------------------

# Such a day is the first one, not the last.
_AFTER = re.compile(
    r"(?<!\w)(?:после|не\s+ранее|не\s+раньше|начиная\s+с|со?|after|from|since|not\s+before"
    r"|no\s+earlier\s+than)\s*$", re.IGNORECASE)  # fmt: skip
_ABOUT = frozenset({"на", "for"})  # 'a table for 5 December': perhaps not the deadline
_MUST = rf"(?P<prep>{DEADLINE}|{LOOSE})\s+(?:the\s+|самого\s+)?"

_NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "ten": 10, "один": 1, "одну": 1, "одного": 1, "одной": 1, "два": 2, "две": 2, "двух": 2,
    "три": 3, "трех": 3, "четыре": 4, "четырех": 4, "пять": 5, "шесть": 6, "семь": 7,
    "десять": 10,
    "пару": 2, "a couple of": 2, "couple of": 2, "несколько": 3, "a few": 3,
}  # fmt: skip
_VAGUE = frozenset({"пару", "a couple of", "couple of", "несколько", "a few"})
_NUM = r"(?P<num>\d{1,3}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + ")"
_UNIT = (
    r"(?P<work>(?:рабоч\w+|business|working)\s+)?"
    r"(?P<unit>мин\w*|час\w*|дн\w+|день|сут\w+|недел\w+|месяц\w*|год\w*|лет"
    r"|minutes?|mins?|hours?|days?|weeks?|months?|years?)"
)
_UNITS = (
    ("m", ("мин", "min")),
    ("h", ("час", "hour")),
    ("d", ("дн", "день", "сут", "day")),
    ("w", ("недел", "week")),
    ("M", ("месяц", "month")),
    ("y", ("год", "лет", "year")),
)
# 'за неделю до 5 декабря', '2 days before Friday'; not 'отель на 3 дня до пятницы'.
_EARLIER = re.compile(rf"(?<!\w)(?P<lead>за\s+|for\s+)?(?:{_NUM}\s+)?{_UNIT}\s+$", re.IGNORECASE)
_SPANS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1),
          "w": timedelta(weeks=1), "M": timedelta(days=30), "y": timedelta(days=365)}  # fmt: skip
_MONTHS = (
    r"янв\w*|jan\w*", r"фев\w*|feb\w*", r"мар(?:та?|\b)|mar(?:ch)?", r"апр\w*|apr\w*",
    r"ма[йяе]|may", r"июн\w*|june?", r"июл\w*|july?", r"авг\w*|aug\w*", r"сен\w*|sept?\w*",
    r"окт\w*|oct\w*", r"ноя\w*|nov\w*", r"дек\w*|dec\w*",
)  # fmt: skip
_MONTH = "(?:" + "|".join(f"(?P<m{n}>{words})" for n, words in enumerate(_MONTHS, 1)) + ")"
_WEEKDAYS = (
    (r"пн|понедельник\w{0,2}", r"mon(?:day)?"),
    (r"вт|вторник\w{0,2}", r"tue(?:s|sday)?"),
    (r"ср|сред[аеуы]", r"wed(?:nesday)?"),
    (r"чт|четверг\w{0,2}", r"thu(?:r|rs|rsday)?"),
    (r"пт|пятниц[аеуы]", r"fri(?:day)?"),
    (r"сб|суббот[аеуы]", r"sat(?:urday)?"),
    (r"вс|воскресень[еюя]", r"sun(?:day)?"),
)
_WEEKDAY = "(?:" + "|".join(f"(?P<w{n}>{ru}|{en})" for n, (ru, en) in enumerate(_WEEKDAYS)) + ")"
_WHICH = r"(?:(?P<which>следующ\w+|будущ\w+|next|эт\w{1,2}|ближайш\w+|this|coming)\s+)?"
_NEXT = ("след", "буд", "next")


def _rule(
    pattern: str, make: Callable[[re.Match[str], _Now], _Day | None], *, prep: str = PREP
) -> Rule:
    return re.compile(rf"(?<![\w/.:-]){prep}(?:{pattern})(?![\w])", re.IGNORECASE), make


# Days --------------------------------------------------------------------------------------------


def _date(year: int, month: int, day: int) -> date | None:
    if not (1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def _coming(now: _Now, month: int, day: int, year: str | None) -> _Day | None:
    """A date; without a year the next one."""
    if year:
        found = _date(2000 + int(year) if len(year) == 2 else int(year), month, day)
        return _Day(found) if found else None
    for ahead in range(5):  # 29 February
        found = _date(now.today.year + ahead, month, day)
        if found is not None and found >= now.today:
            far = (found - now.today).days > _FAR
            return _Day(found, doubt=say("Next year?") if far else None)
    return None


def _iso(m: re.Match[str], _now: _Now) -> _Day | None:
    found = _date(int(m["y"]), int(m["mo"]), int(m["d"]))
    return _Day(found) if found else None


def _numbers(m: re.Match[str], now: _Now) -> _Day | None:
    """'5.12', '05.12.2026'; with a slash the day comes first, as the desk writes it."""
    first, second = int(m["d"]), int(m["mo"])
    made = _coming(now, second, first, m["y"])
    if m["sep"] != "/":
        return made
    other = _coming(now, first, second, m["y"])
    if made is None:
        return other
    if other is not None and other.day != made.day:
        return replace(made, doubt=say("Or is it {day}?", day=other.day))
    return made


def _in_words(m: re.Match[str], now: _Now) -> _Day | None:
    month = next(n for n in range(1, 13) if m[f"m{n}"])
    return _coming(now, month, int(m["d"]), m["y"])


def _of_month(m: re.Match[str], now: _Now) -> _Day | None:
    """'до 5-го', 'by the 5th': the next one."""
    day, year, month = int(m["d"]), now.today.year, now.today.month
    for _ in range(12):
        found = _date(year, month, day)
        if found is not None and found >= now.today:
            return _Day(found)
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return None


def _unit(word: str) -> str:
    word = word.lower()
    return next(key for key, stems in _UNITS if word.startswith(stems))


def _ahead(m: re.Match[str], now: _Now) -> _Day | None:
    """'через 2 недели', 'in 3 days', 'within 24 hours'."""
    said = (m["num"] or "one").lower()
    said = " ".join(said.split())
    count = int(said) if said.isdigit() else _NUMBERS[said]
    doubt = say("No exact day was said.") if said in _VAGUE else None
    unit = _unit(m["unit"])
    if unit in "mh":
        span = timedelta(minutes=count) if unit == "m" else timedelta(hours=count)
        at = (now.local.astimezone(UTC) + span).astimezone(now.local.tzinfo)
        return _Day(at.date(), at.time().replace(second=0, microsecond=0), doubt, exact=True)
    if m["work"] and unit == "d":
        return _Day(_work_days(now.today, count), doubt=doubt)
    if unit in "dw":
        return _Day(now.today + timedelta(days=count * (7 if unit == "w" else 1)), doubt=doubt)
    months = count * (12 if unit == "y" else 1) + now.today.month - 1
    year, month = now.today.year + months // 12, months % 12 + 1
    return _Day(date(year, month, min(now.today.day, monthrange(year, month)[1])), doubt=doubt)


def _work_days(day: date, count: int) -> date:
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def _half(m: re.Match[str], now: _Now) -> _Day:
    minutes = 90 if m["more"] else 30
    at = (now.local.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(now.local.tzinfo)
    return _Day(at.date(), at.time().replace(second=0, microsecond=0), exact=True)


def _weekday(m: re.Match[str], now: _Now) -> _Day:
    """'до пт' is the coming one; 'next Friday' is the one of the next week, and says so."""
    number = next(n for n in range(7) if m[f"w{n}"])
    coming = now.today + timedelta(days=(number - now.today.weekday()) % 7)
    later = coming + timedelta(days=7)
    which = (m["which"] or "").lower()
    if which.startswith(_NEXT):
        monday = now.today + timedelta(days=7 - now.today.weekday())
        wanted = monday + timedelta(days=number)
        other = None if coming == wanted else coming
        if other == now.today:
            other = None
        return _Day(wanted, doubt=say("Or is it {day}?", day=other) if other else None)
    if coming == now.today:
        over = now.local.time() >= EVENING
        if which:
            return _Day(coming)
        chosen, other = (later, coming) if over else (coming, later)
        return _Day(chosen, doubt=say("Or is it {day}?", day=other))
    return _Day(coming)


def _plus(days: int, at: time | None = None) -> Callable[[re.Match[str], _Now], _Day]:
    def made(_m: re.Match[str], now: _Now) -> _Day:
        return _Day(now.today + timedelta(days=days), at)

    return made


def _week(day: int, *, later: bool = False) -> Callable[[re.Match[str], _Now], _Day]:
    """A day of this week (or the next): Monday is 0; one that has passed is of the next."""

    def made(_m: re.Match[str], now: _Now) -> _Day:
        found = now.today + timedelta(days=day - now.today.weekday() + (7 if later else 0))
        return _Day(found if found >= now.today else found + timedelta(days=7), long=True)

    return made


def _month_end(m: re.Match[str], now: _Now) -> _Day:
    year, month = now.today.year, now.today.month
    if (m["which"] or "").lower().startswith(_NEXT):
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return _Day(date(year, month, monthrange(year, month)[1]))


def _year_end(_m: re.Match[str], now: _Now) -> _Day:
    return _Day(date(now.today.year, 12, 31))


def _vague(_m: re.Match[str], now: _Now) -> _Day:
    return _Day(_work_days(now.today, 2), doubt=say("No exact day was said."))


_TH = r"(?:st|nd|rd|th)"
_DAYS: tuple[Rule, ...] = (
    _rule(r"(?P<y>20\d\d)-(?P<mo>\d{1,2})-(?P<d>\d{1,2})", _iso),
    _rule(
        r"(?P<d>\d{1,2})(?P<sep>[./])(?P<mo>\d{1,2})(?:(?P=sep)(?P<y>20\d\d|\d\d))?"
        r"(?:\s*г(?:ода|\.)?)?(?![.:/]?\d)(?!\s*(?:%|процент|млн|тыс|кг|руб|км|[₽€$£]|percent|million))",
        _numbers,
    ),
    _rule(
        rf"(?P<d>\d{{1,2}})(?:-?(?:го|ого|му|ому|е|ое)|{_TH})?\s+(?:of\s+)?{_MONTH}\.?"
        r"(?:,?\s+(?P<y>20\d\d)(?:\s*г(?:ода|\.)?)?)?",
        _in_words,
    ),
    _rule(
        rf"{_MONTH}\.?\s+(?:the\s+)?(?P<d>\d{{1,2}})(?:{_TH})?(?:,?\s+(?P<y>20\d\d))?(?!:)",
        _in_words,
    ),
    _rule(
        r"(?P<d>\d{1,2})(?:-?(?:го|ого|му|ому)(?:\s+числ[ау])?|\s+числ[ау])", _of_month, prep=_MUST
    ),
    _rule(rf"(?P<d>\d{{1,2}}){_TH}", _of_month, prep=_MUST),
    _rule(r"(?:через|in|спустя)\s+(?:полчаса|half an hour|(?P<more>полтора часа"
          r"|an hour and a half))", _half),
    _rule(rf"через\s+(?:{_NUM}\s+)?{_UNIT}", _ahead),
    _rule(rf"in\s+{_NUM}\s+{_UNIT}(?:['’]s?\s+time)?", _ahead),
    _rule(rf"(?:within|в течение|за)\s+(?:the\s+next\s+|ближайш\w+\s+)?(?:{_NUM}\s+)?{_UNIT}"
          r"(?!\s+до\b)", _ahead),
    _rule(rf"{_NUM}\s+{_UNIT}\s+from\s+(?:now|today)", _ahead),
    _rule(r"послезавтра\w*|(?:the\s+)?day after tomorrow", _plus(2)),
    _rule(r"завтра(?:шн\w+(?:\s+дн[юя])?)?|tomorrow|tmrw", _plus(1)),
    _rule(r"tonight", _plus(0, LATE)),
    _rule(r"сегодня(?:шн\w+(?:\s+дн[юя])?)?|today", _plus(0)),
    _rule(r"(?:конц[аеу]|end of)\s+(?:следующей|будущей|next)\s+(?:недел\w+|week)",
          _week(4, later=True)),
    _rule(r"(?:конц[аеу]|end of)\s+(?:(?:этой|текущей|the|this)\s+)?(?:недел\w+|week)|eow",
          _week(4)),
    _rule(r"(?:начал\w+|(?:the\s+)?(?:beginning|start) of)\s+(?:(?:следующей|next|the)\s+)?"
          r"(?:недел\w+|week)", _week(0, later=True)),
    _rule(r"(?:конц[аеу]|end of)\s+(?:(?P<which>этого|текущего|следующего|the|this|next)\s+)?"
          r"(?:месяца|month)|eom", _month_end),
    _rule(r"(?:конц[аеу]|end of)\s+(?:(?:этого|текущего|the|this)\s+)?(?:года|year)"
          r"|(?:до нового года|new year)", _year_end),
    _rule(rf"{_WHICH}{_WEEKDAY}\.?", _weekday, prep=_MUST),
    _rule(rf"{_WHICH}{_WEEKDAY}\.?(?=\s*(?:$|[,;.)]|\d{{1,2}}[:.]\d\d|утр|вечер|morning|evening))",
          _weekday),
    _rule(rf"(?:(?<=утра )|(?<=дня )|(?<=вечера )|(?<=am )|(?<=pm )){_WHICH}{_WEEKDAY}\.?",
          _weekday, prep=""),
    _rule(rf"(?P<which>следующ\w+|next|this|эт\w{{1,2}})\s+{_WEEKDAY}\.?", _weekday),
    _rule(r"(?:следующей|будущей|next)\s+(?:недел\w+|week)", _week(4, later=True)),
    _rule(r"(?:этой|текущей|this)\s+(?:недел\w+|week)", _week(4)),
    _rule(r"выходн\w+|(?:the\s+|this\s+)?weekend", _week(6)),
    _rule(r"на днях|в ближайш\w+ (?:время|дни)|как можно скорее|срочно|asap|soon|shortly"
          r"|one of these days", _vague, prep=""),
)  # fmt: skip


# Together ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    prep: str
    made: _Day
    after: bool = False

    @property
    def rank(self) -> tuple[int, int]:
        """A word of a deadline first, then what stands first; 'for 5 December' last."""
        deadline = self.prep in DEADLINE.split("|")
        return (2 if self.is_about else 0 if deadline else 1, self.start)

    @property
    def is_about(self) -> bool:
        """'на 5 декабря', 'после пятницы', but not 'на этой неделе'."""
        return self.after or (self.prep in _ABOUT and not self.made.long)


def find_when(text: str, now: datetime, place: tzinfo) -> When | None:
    """The deadline in a text, on the clock of `place`; None where none is named.

    now: UTC. Days end at 18:00 unless an hour is said.
    """
    here = _Now(now.astimezone(place))
    plain = text.replace("ё", "е").replace("Ё", "Е").replace("\u00a0", " ").replace("\0", " ")
    day, span = _chosen(_days(plain, here)), timedelta()
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


def _chosen(days: list[_Found]) -> _Found | None:
    """The day that is due; where the words name two of one kind, the other is a doubt."""
    best = min(days, key=lambda f: f.rank, default=None)
    if best is None or best.made.doubt is not None:
        return best
    beside = [f.made.day for f in days if f.rank[0] == best.rank[0] and f.made.day != best.made.day]
    if not beside:
        return best
    return replace(best, made=replace(best.made, doubt=say("Or is it {day}?", day=beside[0])))


def _earlier(plain: str, start: int) -> tuple[timedelta, int]:
    """By how much before what begins there with 'до', and where the words of that begin."""
    m = _EARLIER.search(plain[:start])
    lead = (m["lead"] or "").strip().lower() if m else ""
    ru, en = (plain[start:].lower().startswith(word) for word in ("до ", "before "))
    if m is None or not ((ru and lead == "за") or (en and not lead and m["num"])):
        return timedelta(), start
    said = " ".join((m["num"] or "one").lower().split())
    count = int(said) if said.isdigit() else _NUMBERS[said]
    return count * _SPANS[_unit(m["unit"])], m.start()


def _days(plain: str, here: _Now) -> list[_Found]:
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
            words = plain[: m.end("prep")] if prep else plain[: m.start()]
            found.append(_Found(*m.span(), prep, made, _AFTER.search(words) is not None))
    return found


def _hour_for(masked: str, day: _Found | None) -> Hour | None:
    hours = list(hours_in(masked))
    if day is not None:
        beside = [h for h in hours if touches(masked, (h.start, h.end))]
        hours = beside or hours
    return hours[0] if hours else None


def _only_hour(text: str, hour: Hour, here: _Now, span: timedelta) -> When:
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


def _of_number(number: int, here: _Now) -> date | None:
    year, month = here.today.year, here.today.month
    for _ in range(3):
        found = _date(year, month, number)
        if found is not None and found >= here.today:
            return found
        year, month = (year, month + 1) if month < 12 else (year + 1, 1)
    return None


def _with_day(text: str, day: _Found, hour: Hour | None, here: _Now, span: timedelta) -> When:
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


def _moment(day: date, at: time, here: _Now) -> datetime:
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
