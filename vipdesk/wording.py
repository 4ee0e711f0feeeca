"""Sentences in the languages of the desk.

Rooms never know the reader's language. They return a `Say`: an English sentence
with named places, and the values for them. Whoever shows it (window, PDF, letter,
command line) renders it with the `Words` of the reader. Catalogues are Qt
Linguist's own format, `resources/i18n/*_<lang>.ts`, read here without Qt because
rooms that write letters and PDFs must not know Qt
(docs/decisions/one-catalogue.md).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from babel import Locale

    from vipdesk.money import Money

Value = object
_PLACE = re.compile(r"\{(\w+)\}")
_MANY = 10_000  # counts from here on are written in groups of three figures


class Lang(StrEnum):
    """Languages of the desk (BCP 47 primary tags)."""

    RU = "ru"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Say:
    """An English sentence with named places, to be rendered later in any language."""

    text: str
    params: Mapping[str, Value] = field(default_factory=dict)


def say(text: str, /, **params: Value) -> Say:
    """Make a `Say`. `text` must be a literal: the catalogue tool reads the source.

    A parameter named `n` chooses the plural form.
    """
    return Say(text, params)


class Spelled(Protocol):
    """Somebody whose name is written down in the letters of both languages."""

    @property
    def given(self) -> str:
        """'Мария'."""

    @property
    def surname(self) -> str:
        """'Орлова'."""

    @property
    def latin_name(self) -> str:
        """'Maria Orlova', '' where it is not known."""


@dataclass(frozen=True, slots=True)
class Who:
    """A person named in a row, in the letters of both languages; falsy for nobody.

    As the value of a sentence it is shown in the reader's letters.
    """

    name: str = ""
    latin: str = ""

    def shown(self, lang: Lang) -> str:
        """The Latin spelling for an English reader, where it is known."""
        return self.latin if lang is Lang.EN and self.latin else self.name

    def __bool__(self) -> bool:
        return bool(self.name)

    @classmethod
    def of(cls, person: Spelled | None) -> Who:
        """'Мария Орлова', 'Maria Orlova'; nobody for None."""
        if person is None:
            return cls()
        return cls(f"{person.given} {person.surname}".strip(), person.latin_name)


NOBODY = Who()


@dataclass(frozen=True, slots=True)
class _Entry:
    forms: tuple[str, ...]


def _plural_ru(n: int) -> int:
    """Unicode CLDR plural rules, Russian: one, few, many."""
    ten, hundred = abs(n) % 10, abs(n) % 100
    if ten == 1 and hundred != 11:
        return 0
    if 2 <= ten <= 4 and not 12 <= hundred <= 14:
        return 1
    return 2


def _plural_en(n: int) -> int:
    return 0 if abs(n) == 1 else 1


_GROUP = {Lang.RU: "\u00a0", Lang.EN: ","}  # as the CLDR has them
_PLURAL = {Lang.RU: _plural_ru, Lang.EN: _plural_en}


def read_catalogue(files: Iterable[Path]) -> dict[str, tuple[str, ...]]:
    """Read Qt Linguist `.ts` files into {source: forms}; unfinished entries are left out."""
    from xml.etree import ElementTree as ET

    entries: dict[str, tuple[str, ...]] = {}
    for path in files:
        for message in ET.parse(path).getroot().iter("message"):  # noqa: S314 our own file
            source, target = message.findtext("source"), message.find("translation")
            if not source or target is None or target.get("type") == "unfinished":
                continue
            forms = [f.text or "" for f in target.findall("numerusform")]
            entries[source] = tuple(forms) if forms else (target.text or "",)
    return entries


@cache
def _catalogue(lang: Lang, folder: Path) -> Mapping[str, tuple[str, ...]]:
    return read_catalogue(sorted(folder.glob(f"*_{lang}.ts")))


@dataclass(frozen=True, slots=True)
class Words:
    """Renders sentences, dates and money for one reader's language.

    `pseudo` stretches every sentence by 35 %: the pseudo-locale that finds clipped text.
    """

    lang: Lang
    folder: Path
    pseudo: bool = False

    def __call__(self, message: Say | str, /, **params: Value) -> str:
        """Render a `Say`, or an English literal with its values."""
        if isinstance(message, Say):
            text, values = message.text, {**message.params, **params}
        else:
            text, values = message, params
        forms = _catalogue(self.lang, self.folder).get(text, (text,))
        n = values.get("n")
        form = forms[0]
        if len(forms) > 1 and isinstance(n, int):
            form = forms[min(_PLURAL[self.lang](n), len(forms) - 1)]
        if self.pseudo:
            form = _stretched(form)
        if "{" not in form:
            return form
        return _PLACE.sub(lambda m: self._value(m, values), form)

    def _value(self, match: re.Match[str], values: Mapping[str, Value]) -> str:
        name = match.group(1)
        value = values.get(name, match.group(0))
        if name == "n" and type(value) is int and value >= _MANY:
            return f"{value:,}".replace(",", _GROUP[self.lang])  # without Babel: it is slow to come
        return self.show(value)

    def show(self, value: Value) -> str:
        """One value as a person reads it: a moment, money, a `Decimal`, a sentence, a list."""
        if isinstance(value, Say):
            return self(value)
        if isinstance(value, (str, int)):  # most are: what follows is asked for nothing
            return str(value)
        return self._shown(value)

    def _shown(self, value: Value) -> str:
        from decimal import Decimal

        from vipdesk.money import Money

        match value:
            case Money():
                return self.money(value)
            case date():
                return self.moment(value) if isinstance(value, datetime) else self.day(value)
            case Decimal():
                return self.number(float(value), max(0, -int(value.as_tuple().exponent)))
            case tuple() | list():
                return ", ".join(self.show(v) for v in value)
            case _:
                return value.shown(self.lang) if isinstance(value, Who) else str(value)

    @property
    def locale(self) -> Locale:
        """The Babel locale (imported late: start-up does not need it)."""
        from babel import Locale

        return Locale.parse("ru" if self.lang is Lang.RU else "en_GB")

    def day(self, value: date, *, year: bool = True, weekday: bool = False) -> str:
        """'26 November 2026', '26 ноября 2026'; with weekday 'Thursday, 26 November 2026'."""
        text = f"{value.day} {_MONTHS[self.lang][value.month - 1]}"
        if year:
            text = f"{text} {value.year}"
        return f"{_WEEKDAYS[self.lang][value.weekday()]}, {text}" if weekday else text

    def day_short(self, value: date, *, year: bool = True) -> str:
        """'26 Nov 2026', '26 нояб. 2026': for tables."""
        text = f"{value.day} {_SHORT_MONTHS[self.lang][value.month - 1]}"
        return f"{text} {value.year}" if year else text

    def moment(self, value: datetime, *, weekday: bool = True) -> str:
        """A moment in the zone it carries: 'Thu, 26 November, 15:00'. Convert from UTC first."""
        text = f"{self.day(value, year=False)}, {value:%H:%M}"
        return f"{_SHORT_WEEKDAYS[self.lang][value.weekday()]}, {text}" if weekday else text

    def money(self, value: Money) -> str:
        """'₽12,500' or '12 500 ₽'; minor units are shown only when they are not zero."""
        from babel.numbers import format_currency

        said = format_currency(
            value.amount,
            value.currency,
            locale=self.locale,
            currency_digits=False,
            format="#,##0.##\u00a0¤" if self.lang is Lang.RU else "¤#,##0.##",
        )
        # British English has no sign for the rouble; the club's own currency deserves one.
        return said.replace("RUB", "₽")

    def number(self, value: float, digits: int = 0) -> str:
        """A number with the reader's separators."""
        from babel.numbers import format_decimal

        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        return format_decimal(value, pattern, locale=self.locale)


# Names of days and months as the CLDR has them (a test compares): Babel takes 0.1 s to import
# and to read its data, and the first page of the day would wait for it.
_MONTHS = {
    Lang.RU: (
        *("января", "февраля", "марта", "апреля", "мая", "июня"),
        *("июля", "августа", "сентября", "октября", "ноября", "декабря"),
    ),
    Lang.EN: (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_SHORT_MONTHS = {
    Lang.RU: (
        *("янв.", "февр.", "мар.", "апр.", "мая", "июн."),
        *("июл.", "авг.", "сент.", "окт.", "нояб.", "дек."),
    ),
    Lang.EN: (
        *("Jan", "Feb", "Mar", "Apr", "May", "Jun"),
        *("Jul", "Aug", "Sept", "Oct", "Nov", "Dec"),
    ),
}
_WEEKDAYS = {
    Lang.RU: ("понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"),
    Lang.EN: ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_SHORT_WEEKDAYS = {
    Lang.RU: ("пн", "вт", "ср", "чт", "пт", "сб", "вс"),
    Lang.EN: ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}

_ACCENTED = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")


def _stretched(text: str) -> str:
    """35 % longer, places kept: finds clipped and untranslated text."""
    pieces = _PLACE.split(text)  # places stand at the odd positions
    accented = "".join(
        f"{{{piece}}}" if odd % 2 else piece.translate(_ACCENTED)
        for odd, piece in enumerate(pieces)
    )
    return "[" + accented + "~" * max(1, math.ceil(len(text) * 0.35) - 2) + "]"
