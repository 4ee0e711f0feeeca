"""One person as a file of another program tells it: the common shape of vCard and CSV."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from vipdesk.vocabulary import ContactKind, DayKind, Gender, PersonKind
from vipdesk.wording import Say, say

MAX_BYTES = 20 * 1024 * 1024
MAX_ROWS = 50_000
LIMITS = {
    "surname": 120,
    "given": 120,
    "patronymic": 120,
    "title": 60,
    "company": 200,
    "position": 200,
    "city": 120,
}
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufeff\ufffe\uffff]|[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class IncomingPoint:
    """A phone, an address … `normalised` is E.164 or lower case; equal points share it."""

    kind: ContactKind
    value: str
    normalised: str
    label: str = ""
    preferred: bool = False


@dataclass(frozen=True, slots=True)
class IncomingPerson:
    """Somebody around the person: an assistant, a spouse. `label` is the file's own word."""

    kind: PersonKind
    name: str
    label: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Birthday:
    """A day of birth, possibly partial: RFC 6350 allows any part to be missing."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    def __bool__(self) -> bool:
        return bool(self.year or self.month or self.day)


@dataclass(frozen=True, slots=True)
class IncomingDay:
    """A day that comes back: an anniversary. `title` is the file's own word."""

    kind: DayKind
    title: str
    day: Birthday


@dataclass(frozen=True, slots=True)
class Incoming:
    """One card or row. `problem` set: it cannot be taken, and this is why.

    `first_line`, `last_line` count from 1 in the file; `raw` is the text as it stood there.
    `remarks` say what was left out or doubted; the card is taken all the same.
    """

    first_line: int
    last_line: int
    raw: str
    surname: str = ""
    given: str = ""
    patronymic: str = ""
    latin_name: str = ""
    title: str = ""
    gender: Gender | None = None
    birthday: Birthday = Birthday()
    company: str = ""
    position: str = ""
    city: str = ""
    time_zone: str | None = None
    languages: tuple[str, ...] = ()
    tier: str = ""
    note: str = ""
    points: tuple[IncomingPoint, ...] = ()
    people: tuple[IncomingPerson, ...] = ()
    days: tuple[IncomingDay, ...] = ()
    photo: bytes = b""  # as it came: decoded and drawn anew when it is kept
    remarks: tuple[Say, ...] = ()
    problem: Say | None = None

    @property
    def name(self) -> str:
        """'Иванов Иван Иванович'; empty if the card names nobody."""
        return " ".join(p for p in (self.surname, self.given, self.patronymic) if p)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader made of a file. `head` is what a file of rejects must begin with."""

    format: str  # 'vcard' or 'csv'
    rows: tuple[Incoming, ...]
    encoding: str
    head: str = ""
    unread: tuple[str, ...] = ()  # columns that hold nothing we take


def clean(text: str) -> str:
    """NFC, without control characters (PostgreSQL refuses NUL) and outer blanks."""
    return unicodedata.normalize("NFC", _CONTROL.sub("", text)).strip()


def one_line(text: str) -> str:
    """`clean`, with every run of blanks as one space."""
    return " ".join(clean(text).split())


def name_problem(surname: str, given: str) -> Say | None:
    """Why this cannot be the name of a person, or nothing."""
    if not (surname or given):
        return say("There is no name. Add a surname or a given name.")
    if "\ufffd" in surname + given or not any(c.isalpha() for c in surname + given):
        return say("The name cannot be read. Type it again in the file.")
    return None


def length_problem(row: Incoming) -> Say | None:
    """The first value that is longer than its column, as a sentence."""
    for name, limit in LIMITS.items():
        if len(getattr(row, name)) > limit:
            return say(
                "{field}: longer than {n} characters. Shorten it in the file.",
                field=_FIELD[name],
                n=limit,
            )
    return None


_FIELD = {
    "surname": say("Surname"),
    "given": say("Given name"),
    "patronymic": say("Patronymic"),
    "title": say("Name prefix"),
    "company": say("Company"),
    "position": say("Position"),
    "city": say("City"),
}
