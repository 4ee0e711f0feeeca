"""Words of days as people type them, in Russian and English: what the rules are made of."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from vipdesk.clients.typed_hours import DEADLINE, LOOSE, PREP
from vipdesk.wording import Say, say

FAR = 300  # days: a date without a year that is so far ahead was probably meant otherwise


@dataclass(frozen=True, slots=True)
class Now:
    """The moment of writing on the clock of the place."""

    local: datetime

    @property
    def today(self) -> date:
        """The date there."""
        return self.local.date()


@dataclass(frozen=True, slots=True)
class TypedDay:
    """What a rule made of its words: a day, or an exact moment."""

    day: date
    at: time | None = None
    doubt: Say | None = None
    exact: bool = False  # `at` is a moment reckoned from now: no other hour belongs to it
    long: bool = False  # a week, not a day


Rule = tuple[re.Pattern[str], Callable[[re.Match[str], Now], TypedDay | None]]

# Words -------------------------------------------------------------------------------------------

# Such a day is the first one, not the last.
AFTER = re.compile(
    r"(?<!\w)(?:после|не\s+ранее|не\s+раньше|начиная\s+с|со?|after|from|since|not\s+before"
    r"|no\s+earlier\s+than)\s*$", re.IGNORECASE)  # fmt: skip
ABOUT = frozenset({"на", "for"})  # 'a table for 5 December': perhaps not the deadline
MUST = rf"(?P<prep>{DEADLINE}|{LOOSE})\s+(?:the\s+|самого\s+)?"

NUMBERS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "ten": 10, "один": 1, "одну": 1, "одного": 1, "одной": 1, "два": 2, "две": 2, "двух": 2,
    "три": 3, "трех": 3, "четыре": 4, "четырех": 4, "пять": 5, "шесть": 6, "семь": 7,
    "десять": 10,
    "пару": 2, "a couple of": 2, "couple of": 2, "несколько": 3, "a few": 3,
}  # fmt: skip
VAGUE = frozenset({"пару", "a couple of", "couple of", "несколько", "a few"})
NUM = r"(?P<num>\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
UNIT = (
    r"(?P<work>(?:рабоч\w+|business|working)\s+)?"
    r"(?P<unit>мин\w*|час\w*|дн\w+|день|сут\w+|недел\w+|месяц\w*|год\w*|лет"
    r"|minutes?|mins?|hours?|days?|weeks?|months?|years?)"
)
UNITS = (
    ("m", ("мин", "min")),
    ("h", ("час", "hour")),
    ("d", ("дн", "день", "сут", "day")),
    ("w", ("недел", "week")),
    ("M", ("месяц", "month")),
    ("y", ("год", "лет", "year")),
)
# 'за неделю до 5 декабря', '2 days before Friday'; not 'отель на 3 дня до пятницы'.
EARLIER = re.compile(rf"(?<!\w)(?P<lead>за\s+|for\s+)?(?:{NUM}\s+)?{UNIT}\s+$", re.IGNORECASE)
SPANS = {"m": timedelta(minutes=1), "h": timedelta(hours=1), "d": timedelta(days=1),
          "w": timedelta(weeks=1), "M": timedelta(days=30), "y": timedelta(days=365)}  # fmt: skip
MONTHS = (
    r"янв\w*|jan\w*", r"фев\w*|feb\w*", r"мар(?:та?|\b)|mar(?:ch)?", r"апр\w*|apr\w*",
    r"ма[йяе]|may", r"июн\w*|june?", r"июл\w*|july?", r"авг\w*|aug\w*", r"сен\w*|sept?\w*",
    r"окт\w*|oct\w*", r"ноя\w*|nov\w*", r"дек\w*|dec\w*",
)  # fmt: skip
MONTH = "(?:" + "|".join(f"(?P<m{n}>{words})" for n, words in enumerate(MONTHS, 1)) + ")"
WEEKDAYS = (
    (r"пн|понедельник\w{0,2}", r"mon(?:day)?"),
    (r"вт|вторник\w{0,2}", r"tue(?:s|sday)?"),
    (r"ср|сред[аеуы]", r"wed(?:nesday)?"),
    (r"чт|четверг\w{0,2}", r"thu(?:r|rs|rsday)?"),
    (r"пт|пятниц[аеуы]", r"fri(?:day)?"),
    (r"сб|суббот[аеуы]", r"sat(?:urday)?"),
    (r"вс|воскресень[еюя]", r"sun(?:day)?"),
)
WEEKDAY = "(?:" + "|".join(f"(?P<w{n}>{ru}|{en})" for n, (ru, en) in enumerate(WEEKDAYS)) + ")"
WHICH = r"(?:(?P<which>следующ\w+|будущ\w+|next|эт\w{1,2}|ближайш\w+|this|coming)\s+)?"
NEXT = ("след", "буд", "next")


def rule_of(
    pattern: str, make: Callable[[re.Match[str], Now], TypedDay | None], *, prep: str = PREP
) -> Rule:
    """A rule of words that begin with such a preposition, between blanks."""
    return re.compile(rf"(?<![\w/.:-]){prep}(?:{pattern})(?![\w])", re.IGNORECASE), make


def date_or_none(year: int, month: int, day: int) -> date | None:
    """The date; None for a day that is none."""
    if not (1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return None
    return date(year, month, day)


def coming(now: Now, month: int, day: int, year: str | None) -> TypedDay | None:
    """A date; without a year the next one."""
    if year:
        found = date_or_none(2000 + int(year) if len(year) == 2 else int(year), month, day)
        return TypedDay(found) if found else None
    for ahead in range(5):  # 29 February
        found = date_or_none(now.today.year + ahead, month, day)
        if found is not None and found >= now.today:
            far = (found - now.today).days > FAR
            return TypedDay(found, doubt=say("Next year?") if far else None)
    return None
