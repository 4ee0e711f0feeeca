"""Lists of people as CSV: any delimiter, encoding and header that address books really have."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import islice

from vipdesk.clients import file_text
from vipdesk.clients.csv_headers import Column, columns, knows_people
from vipdesk.clients.csv_records import Record, cut, records
from vipdesk.clients.days import month_first_in, read_birthday
from vipdesk.clients.full_name import part_patronymic, split_full_name
from vipdesk.clients.incoming import (
    Birthday,
    Incoming,
    IncomingDay,
    IncomingPerson,
    IncomingPoint,
    Reading,
    clean,
    length_problem,
    name_problem,
    one_line,
)
from vipdesk.clients.points import address as postal
from vipdesk.clients.points import email, messenger, phone, unique
from vipdesk.clients.xlsx_file import BREAK
from vipdesk.errors import UserError
from vipdesk.vocabulary import DayKind, Gender, PersonKind
from vipdesk.wording import Say, say

_DELIMITERS = (";", ",", "\t", "|")
_TITLE_LINES = 6  # lines a spreadsheet may have above its header
_GENDERS = {
    "м": Gender.MALE,
    "муж": Gender.MALE,
    "мужской": Gender.MALE,
    "m": Gender.MALE,
    "male": Gender.MALE,
    "man": Gender.MALE,
    "ж": Gender.FEMALE,
    "жен": Gender.FEMALE,
    "женский": Gender.FEMALE,
    "f": Gender.FEMALE,
    "female": Gender.FEMALE,
    "woman": Gender.FEMALE,
}
_LANGUAGES = {
    "русский": "ru",
    "russian": "ru",
    "рус": "ru",
    "английский": "en",
    "english": "en",
    "англ": "en",
    "немецкий": "de",
    "german": "de",
    "французский": "fr",
    "french": "fr",
    "итальянский": "it",
    "italian": "it",
    "испанский": "es",
    "spanish": "es",
    "китайский": "zh",
    "chinese": "zh",
}
_NO_DATE = re.compile(r"^0+[/.-]0+[/.-]0+$")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The columns of a list. `fields`: what each seems to hold ('' nothing known).

    `samples`: the first values of each column, so that a person sees what it is.
    """

    names: tuple[str, ...]
    fields: tuple[str, ...]
    samples: tuple[str, ...]
    line: int


def read_columns(data: bytes) -> Sheet:
    """The columns, also of a list whose header says nothing. Raises `UserError` for no text."""
    lines = _lines(file_text.read(data))
    head = _find_header(lines) or _any_header(lines)
    if head is None:
        raise UserError(say("There is nobody in this file."))
    found = list(islice(records(lines, head.delimiter, len(head.names), head.last), 40))
    samples = tuple(
        next((one_line(r.cells[n]) for r in found if n < len(r.cells) and r.cells[n].strip()), "")
        for n in range(len(head.names))
    )
    return Sheet(
        head.names, tuple(c.field if c else "" for c in head.columns),
        tuple(s[:60] for s in samples), head.line,
    )  # fmt: skip


def _lines(file: file_text.FileText) -> list[str]:
    lines = [file.decode(line) for line in file.lines]
    if lines and re.fullmatch(r"sep=.", lines[0].strip(), re.IGNORECASE):
        lines[0] = ""  # Excel's own line: line numbers stay
    return lines


def read_csv(data: bytes, *, region: str = "RU", fields: tuple[str, ...] | None = None) -> Reading:
    """All rows below the header, in order; text above it is a row with a problem.

    fields: what each column holds, as a person set it; None: by its name.
    Raises `UserError` for a file that is no text or has no header that names people.
    """
    file = file_text.read(data)
    lines = _lines(file)
    head = _find_header(lines) or (_any_header(lines) if fields else None)
    if head is None:
        raise UserError(
            say(
                "The first row must name the columns, for example: Surname; Given name; Phone; "
                "E-mail. Add such a row and choose the file again."
            )
        )
    if fields is not None and len(fields) == len(head.names):
        head = replace(head, columns=_set_columns(head, fields))
    rows = [
        Incoming(n, n, lines[n - 1], problem=say("This text is above the column names."))
        for n in range(1, head.line)
        if lines[n - 1].strip()
    ]
    found = list(records(lines, head.delimiter, len(head.names), head.last))
    order = month_first_in([t for r in found if not r.broken for t in head.cells(r, "birthday")])
    rows += [_Row(head, record, lines, region, order).incoming() for record in found]
    raw_head = "\n".join(lines[head.line - 1 : head.last])
    unread = tuple(
        name for name, column in zip(head.names, head.columns, strict=True)
        if name and (column is None or column.field == "ignored")
    )  # fmt: skip
    return Reading("csv", tuple(rows), file.encoding, raw_head, unread)


def _set_columns(head: _Header, fields: tuple[str, ...]) -> tuple[Column | None, ...]:
    """A column that stays what its name says keeps what joins it with others."""
    return tuple(
        known if known is not None and known.field == field
        else Column(field, f"set {n}") if field else None
        for n, (known, field) in enumerate(zip(head.columns, fields, strict=True))
    )  # fmt: skip


def _any_header(lines: list[str]) -> _Header | None:
    """The first line that has columns, whatever they are called."""
    for at, line in enumerate(lines):
        if not line.strip():
            continue
        delimiter = max(_DELIMITERS, key=line.count)
        cells, state = cut(line, delimiter)
        if state != "whole":
            cells = line.split(delimiter)
        names = tuple(one_line(c).strip('"') for c in cells)
        return _Header(at + 1, at + 1, delimiter, names, columns(list(names)))
    return None


@dataclass(frozen=True, slots=True)
class _Header:
    line: int  # counted from 1
    last: int
    delimiter: str
    names: tuple[str, ...]
    columns: tuple[Column | None, ...]

    def cells(self, record: Record, name: str) -> list[str]:
        """Cells of a record in the columns that hold `name`."""
        return [
            one_line(cell)
            for cell, column in zip(record.cells, self.columns, strict=False)
            if column is not None and column.field == name and cell.strip()
        ]


def _find_header(lines: list[str]) -> _Header | None:
    seen = 0
    for at, line in enumerate(lines):
        if not line.strip():
            continue
        best: _Header | None = None
        for delimiter in _DELIMITERS:
            text, last = line, at + 1
            cells, state = cut(text, delimiter)
            while state == "open" and last < min(len(lines), at + _TITLE_LINES):
                text, last = text + "\n" + lines[last], last + 1
                cells, state = cut(text, delimiter)
            if state != "whole":
                cells, last = line.split(delimiter), at + 1
            names = tuple(one_line(c).strip('"') for c in cells)
            header = _Header(at + 1, last, delimiter, names, columns(list(names)))
            if knows_people(header.columns) and (best is None or _known(header) > _known(best)):
                best = header
        if best is not None:
            return best
        seen += 1
        if seen == _TITLE_LINES:
            break
    return None


def _known(header: _Header) -> tuple[int, int]:
    return sum(c is not None for c in header.columns), len(header.names)


@dataclass(slots=True)
class _Row:
    """Makes one `Incoming` of one record."""

    header: _Header
    record: Record
    lines: list[str]
    region: str
    month_first: bool | None
    remarks: list[Say] = field(default_factory=list)
    points: list[IncomingPoint] = field(default_factory=list)

    def incoming(self) -> Incoming:
        """The row, taken or with its problem."""
        record = self.record
        raw = "\n".join(self.lines[record.first - 1 : record.last])
        bare = Incoming(record.first, record.last, raw)
        if record.broken:
            return replace(bare, problem=say("The quotation marks of this row do not match."))
        if any(c.strip() for c in record.cells[len(self.header.names) :]):
            return replace(
                bare,
                problem=say(
                    "This row has more cells than the header: a value holds the delimiter."
                ),
            )
        row = self._taken(bare)
        problem = name_problem(row.surname, row.given) or length_problem(row)
        if problem is not None and not row.name and row.company:
            problem = say("This is a company, not a person.")
        return replace(row, problem=problem)

    def _taken(self, bare: Incoming) -> Incoming:
        surname, given, patronymic = (
            self._one("surname"),
            self._one("given"),
            self._one("patronymic"),
        )
        if not (surname or given):
            ordered = self._one("surname_first")
            full = split_full_name(ordered or self._one("full"), surname_first=bool(ordered))
            surname, given, patronymic = full.surname, full.given, full.patronymic or patronymic
        given, patronymic = part_patronymic(given, patronymic)
        self._take_points()
        birthday, people = self._birthday(), self._people()
        return replace(
            bare,
            surname=surname,
            given=given,
            patronymic=patronymic,
            latin_name=self._one("latin_name")[:200],
            title=self._one("title"),
            gender=_GENDERS.get(self._one("gender").casefold().strip(".")),
            birthday=birthday,
            company=self._one("company"),
            position=self._one("position"),
            city=self._one("city"),
            time_zone=self._zone(),
            languages=self._languages(),
            tier=self._one("tier"),
            note="\n".join(clean(t).replace(BREAK, "\n") for t in self._all("note")),
            days=self._days(),
            points=unique(self.points),
            people=people,
            remarks=tuple(self.remarks),
        )

    def _all(self, name: str) -> list[str]:
        return [
            cell
            for cell, column in zip(self.record.cells, self.header.columns, strict=False)
            if column is not None and column.field == name and cell.strip()
        ]

    def _one(self, name: str) -> str:
        found = self._all(name)
        return one_line(found[0]) if found else ""

    def _pairs(self, name: str) -> list[tuple[Column, str]]:
        return [
            (column, cell)
            for cell, column in zip(self.record.cells, self.header.columns, strict=False)
            if column is not None and column.field.partition(":")[0] == name and cell.strip()
        ]

    def _label(self, column: Column) -> str:
        for cell, other in zip(self.record.cells, self.header.columns, strict=False):
            if other is not None and other.field == "label" and other.slot == column.slot:
                return one_line(cell).lstrip("* ").lower()[:40]
        return ""

    def _take_points(self) -> None:
        for column, cell in self._pairs("phone"):
            for text in _several(cell):
                starred = self._label(column)
                self._keep(*phone(text, label=starred, region=self.region))
        for column, cell in self._pairs("email"):
            for text in re.split(r"[;,\s]+(?=\S+@)| ::: ", cell.strip()):
                self._keep(*email(text, label=self._label(column)))
        for column, cell in self._pairs("messenger"):
            service = column.field.partition(":")[2] or self._label(column)
            self._keep(*messenger(cell, service))
        for _column, cell in self._pairs("address"):
            point = postal(("", "", one_line(cell), "", "", "", ""))
            self._keep(point, None)

    def _keep(self, point: IncomingPoint | None, remark: Say | None) -> None:
        if point is not None:
            self.points.append(point)
        if remark is not None:
            self.remarks.append(remark)

    def _birthday(self) -> Birthday:
        text = self._one("birthday")
        if not text:
            return self._birthday_in_parts()
        if _NO_DATE.match(text):
            return Birthday()
        day = read_birthday(text, month_first=self.month_first)
        if isinstance(day, Birthday):
            return day
        if day.two_ways:
            self.remarks.append(
                say("The birthday “{text}” can be read two ways: left out.", text=text[:40])
            )
        else:
            self.remarks.append(say("The birthday “{text}” could not be read.", text=text[:40]))
        return Birthday()

    def _birthday_in_parts(self) -> Birthday:
        """Thunderbird keeps year, month and day in columns of their own."""
        year, month, day = (self._one(f"birth_{part}") for part in ("year", "month", "day"))
        if not (month.isdigit() and day.isdigit()):
            return Birthday()
        whole = f"{year}-" if year.isdigit() and len(year) == 4 else "--"
        found = read_birthday(f"{whole}{int(month):02}-{int(day):02}")
        return found if isinstance(found, Birthday) else Birthday()

    def _days(self) -> tuple[IncomingDay, ...]:
        text = self._one("anniversary")
        day = read_birthday(text, month_first=self.month_first) if text else None
        if isinstance(day, Birthday) and day:
            return (IncomingDay(DayKind.WEDDING, "", day),)
        if text and not _NO_DATE.match(text):
            self.remarks.append(say("The day “{text}” could not be read.", text=text[:40]))
        return ()

    def _zone(self) -> str | None:
        from zoneinfo import available_timezones

        zone = self._one("time_zone")
        if not zone:
            return None
        if "/" in zone and zone in available_timezones():
            return zone
        self.remarks.append(
            say("“{text}” is not the name of a time zone: left out.", text=zone[:40])
        )
        return None

    def _languages(self) -> tuple[str, ...]:
        words = re.split(r"[,;/\s]+", self._one("languages").casefold())
        codes = (_LANGUAGES.get(w, w if re.fullmatch(r"[a-z]{2}", w) else "") for w in words)
        return tuple(dict.fromkeys(c for c in codes if c))

    def _people(self) -> tuple[IncomingPerson, ...]:
        people = []
        assistant, number = self._one("assistant"), self._one("assistant_phone")
        if assistant or number:
            people.append(
                IncomingPerson(PersonKind.STAFF, assistant[:200], "assistant", number[:40])
            )
        if spouse := self._one("spouse"):
            people.append(IncomingPerson(PersonKind.HOUSEHOLD, spouse[:200], "spouse"))
        for column, cell in self._pairs("relation"):
            label = self._label(column)
            kind = PersonKind.STAFF if "assistant" in label else PersonKind.HOUSEHOLD
            people.append(IncomingPerson(kind, one_line(cell)[:200], label[:80]))
        return tuple(people)


def _several(cell: str) -> list[str]:
    """Phones of one cell; a comma inside one number ('доб. 12, 13') does not part it."""
    parts = [p for p in re.split(r"[;\n/]|,(?=\s*[+\d(])| ::: ", cell) if p.strip()]
    if all(sum(c.isdigit() for c in p) > 4 for p in parts):
        return parts
    return [cell]
