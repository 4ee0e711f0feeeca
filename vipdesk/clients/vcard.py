"""vCard 2.1, 3.0 and 4.0 (RFC 6350): every card of a file, the broken ones with their reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from vipdesk.clients import file_text
from vipdesk.clients.content_line import (
    Line,
    Property,
    logical_lines,
    read_property,
    split,
    unescape,
)
from vipdesk.clients.days import Doubt, own_day, read_birthday
from vipdesk.clients.file_text import FileText
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
from vipdesk.clients.points import address, email, messenger, phone, unique
from vipdesk.clients.vcard_names import (
    ANDROID_RELATIONS,
    DAYS,
    DISTRIBUTION,
    GROUPS,
    IMS,
    LONGEST_KEPT,
    PICTURES,
    QUIET,
    RELATED,
    SOCIAL,
    im_service,
    kind_of_day,
    kind_of_person,
    spoken,
)
from vipdesk.vocabulary import DayKind, Gender, PersonKind
from vipdesk.wording import Say, say

_CYRILLIC = re.compile(r"[а-яё]", re.IGNORECASE)
_APPLE_LABEL = re.compile(r"^_\$!<(.*)>!\$_$")


def is_vcard(data: bytes) -> bool:
    """Whether the file holds a card at all, whatever its name says."""
    head = data[:2_000_000].replace(b"\x00", b"").upper()
    return b"BEGIN:VCARD" in head


def read_vcard(data: bytes, *, region: str = "RU") -> Reading:
    """All cards, in order. Text that stands in no card is a row of its own, with a problem.

    `region`: where phone numbers without a country code belong. Raises `UserError` for a
    file that is no text.
    """
    file = file_text.read(data)
    rows = tuple(_card(block, file, region) for block in _blocks(file))
    return Reading("vcard", rows, file.encoding)


@dataclass(slots=True)
class _Block:
    """Lines of one card, or of text between cards."""

    lines: list[Line]
    is_card: bool
    is_closed: bool = False


def _blocks(file: FileText) -> Iterator[_Block]:
    block: _Block | None = None
    depth = 0
    for line in logical_lines(file):
        if line.edge == "BEGIN":
            if block is not None and block.is_card and _opens_agent(block.lines):
                depth += 1
                block.lines.append(line)
                continue
            if block is not None:
                yield block
            block, depth = _Block([line], is_card=True), 0
        elif line.edge == "END" and block is not None and block.is_card:
            block.lines.append(line)
            if depth:
                depth -= 1
                continue
            block.is_closed = True
            yield block
            block = None
        elif block is not None:
            block.lines.append(line)
        elif line.data.strip():
            block = _Block([line], is_card=False)
    if block is not None:
        yield block


def _opens_agent(lines: list[Line]) -> bool:
    """The value of AGENT may be a whole card (vCard 2.1)."""
    last = lines[-1].data.strip().upper()
    return last.startswith(b"AGENT") and last.endswith(b":")


def _card(block: _Block, file: FileText, region: str) -> Incoming:
    first, last = block.lines[0].first, block.lines[-1].last
    raw = "\n".join(file.decode(line) for line in file.lines[first - 1 : last])
    bare = Incoming(first, last, raw)
    if not block.is_card:
        return replace(bare, problem=say("This text is outside a card."))
    reader = _Reader(file, region)
    reader.take(block.lines)
    row = reader.row(bare)
    if not block.is_closed:
        return replace(row, problem=say("The card is cut off: its END:VCARD line is missing."))
    return row


@dataclass(slots=True)
class _Reader:
    """Collects the properties of one card."""

    file: FileText
    region: str
    props: list[Property] = field(default_factory=list)
    values: dict[str, str] = field(default_factory=dict)
    points: list[IncomingPoint] = field(default_factory=list)
    people: list[IncomingPerson] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    remarks: list[Say] = field(default_factory=list)
    kept: dict[str, list[str]] = field(default_factory=dict)  # what has no place of its own
    days: list[IncomingDay] = field(default_factory=list)
    photo: bytes = b""
    birthday: Birthday = field(default_factory=Birthday)
    gender: Gender | None = None
    time_zone: str | None = None

    def take(self, lines: list[Line]) -> None:
        """Read the lines between BEGIN and END; a nested card is an agent (vCard 2.1)."""
        depth, unread = 0, 0
        nested: list[Line] = []
        for line in lines:
            depth += {"BEGIN": 1, "END": -1}.get(line.edge, 0)
            if depth > 1:
                nested.append(line)
            if line.edge or depth > 1 or not line.data.strip():
                continue
            prop = read_property(line, self.file)
            if prop is None:
                unread += 1
            else:
                self.props.append(prop)
        if unread:
            self.remarks.append(say("{n} lines could not be read.", n=unread))
        for prop in self.props:
            self._take_one(prop)
        if nested:
            self._take_agent(nested)

    def _take_agent(self, nested: list[Line]) -> None:
        inner = _Reader(self.file, self.region)
        inner.take([line for line in nested if not line.edge])
        row = inner.row(Incoming(0, 0, ""))
        if row.name:
            number = next((p.value for p in row.points), "")
            self.people.append(IncomingPerson(PersonKind.STAFF, row.name, "agent", number[:40]))

    def _take_one(self, prop: Property) -> None:
        take = _TAKERS.get(prop.name)
        if prop.name == "PHOTO":
            _take_photo(self, prop)
        elif prop.binary:
            self.remarks.append(say("Left out: {name}.", name=prop.name))
        elif take is not None:
            take(self, prop)
        elif prop.name not in QUIET and prop.value.strip():
            self.keep(prop.name, prop.text)

    def keep(self, name: str, text: str) -> None:
        """What has no place of its own goes to the note: nothing is lost silently."""
        line = " ".join(text.replace(";", "; ").split())
        if line.strip("; "):
            self.kept.setdefault(name, []).append(line[:LONGEST_KEPT])

    def label(self, prop: Property, *, longest: int = 40) -> str:
        """The person's own word for a point (Apple's X-ABLabel), else its types."""
        if prop.group:
            for other in self.props:
                if other.group == prop.group and other.name == "X-ABLABEL":
                    label = one_line(other.text)
                    apple = _APPLE_LABEL.match(label)
                    return (apple[1].lower() if apple else label)[:longest]
        skip = {"pref", "voice", "internet", "x-voice", "uri", "text"}
        return ", ".join(t for t in dict.fromkeys(prop.types) if t not in skip)[:40]

    def row(self, bare: Incoming) -> Incoming:
        """The finished row with its problem, if any."""
        names = self._names()
        notes = list(self.notes)
        for name, lines in self.kept.items():
            notes += [f"{spoken(name)}: {line}" for line in dict.fromkeys(lines)]
        if self.kept:
            told = tuple(spoken(n) for n in self.kept)
            self.remarks.append(say("Kept in the note: {names}.", names=told))
        row = replace(
            bare,
            surname=names["surname"],
            given=names["given"],
            patronymic=names["patronymic"],
            title=names["title"],
            latin_name=names["latin_name"],
            points=unique(self.points),
            people=tuple(self.people),
            languages=tuple(dict.fromkeys(self.languages)),
            note=clean("\n".join(notes)),
            days=tuple(dict.fromkeys(self.days)),
            photo=self.photo,
            birthday=self.birthday,
            gender=self.gender,
            time_zone=self.time_zone,
            company=self.values.get("company", ""),
            position=self.values.get("position", ""),
            city=self.values.get("city", ""),
            remarks=_once(self.remarks),
        )
        return replace(row, problem=self._problem(row))

    def _names(self) -> dict[str, str]:
        v = self.values
        surname, given, patronymic = (v.get(k, "") for k in ("surname", "given", "patronymic"))
        full = v.get("full", "")
        if not (surname or given) and full and not self._is_company(full):
            parts = split_full_name(full)
            surname, given, patronymic = parts.surname, parts.given, parts.patronymic
        given, patronymic = part_patronymic(given, patronymic)
        is_latin = full and not _CYRILLIC.search(full) and _CYRILLIC.search(surname + given)
        return {
            "surname": surname,
            "given": given,
            "patronymic": patronymic,
            "title": v.get("title", ""),
            "latin_name": v.get("latin") or (full[:200] if is_latin else ""),
        }

    def _is_company(self, full: str) -> bool:
        flagged = self.values.get("shown_as", "").upper() == "COMPANY"
        return flagged or full == self.values.get("company")

    def _problem(self, row: Incoming) -> Say | None:
        company = self.values.get("company")
        if not row.name and company:
            return say("This is a company, not a person.")
        if any(
            (p.name in GROUPS and p.text.strip().lower() == "group") or p.name == DISTRIBUTION
            for p in self.props
        ):
            return say("This is a group of people, not a person.")
        return name_problem(row.surname, row.given) or length_problem(row)


def _once(remarks: list[Say]) -> tuple[Say, ...]:
    """Without repetitions (a `Say` has no hash)."""
    return tuple(r for i, r in enumerate(remarks) if r not in remarks[:i])


def _take_n(r: _Reader, p: Property) -> None:
    # Several values of one component are joined by commas: names are joined by blanks.
    parts = [
        " ".join(one_line(unescape(v)) for v in split(c, ",")).strip() for c in split(p.value, ";")
    ]
    parts += [""] * 5
    if any(parts[:3]):
        r.values.update(surname=parts[0], given=parts[1], patronymic=parts[2])
    if parts[3] or parts[4]:
        r.values["title"] = parts[3]
    if parts[4]:
        r.keep("SUFFIX", parts[4])


def _take_text(name: str) -> Callable[[_Reader, Property], None]:
    def take(r: _Reader, p: Property) -> None:
        if (value := one_line(p.text)) and not r.values.get(name):
            r.values[name] = value

    return take


def _take_org(r: _Reader, p: Property) -> None:
    parts = [one_line(c) for c in p.parts()]
    if parts[0]:
        r.values.setdefault("company", parts[0])
    units = ", ".join(p for p in parts[1:] if p)
    if units:
        r.keep("DEPARTMENT", units)


def _take_role(r: _Reader, p: Property) -> None:
    """A role is the position where no title is written (RFC 6350 §6.6.2)."""
    value = one_line(p.text)
    if any(o.name == "TITLE" and o.value.strip() for o in r.props):
        r.keep("ROLE", value if value != r.values.get("position") else "")
    elif value:
        r.values.setdefault("position", value)


def _take_photo(r: _Reader, p: Property) -> None:
    if r.photo or not (p.binary or p.value.strip()):
        return
    if not p.binary:
        r.keep("PHOTO", p.text)
        r.remarks.append(say("The photo is an address on the internet: it is not fetched."))
    elif p.data.startswith(PICTURES):
        r.photo = p.data
    else:
        r.remarks.append(say("The photo is no JPEG, PNG or WebP picture: left out."))


def _take_day(r: _Reader, p: Property) -> None:
    label = r.label(p)
    if p.name == "DEATHDATE":
        r.remarks.append(say("The card tells of a death: its day is kept as a day of memory."))
    if found := own_day(p.params, r.label(p, longest=120), one_line(p.text)):
        r.days.append(found)
    else:
        _keep_day(r, kind_of_day(label, DAYS[p.name]), label, one_line(p.text))


def _keep_day(r: _Reader, kind: DayKind, label: str, text: str) -> None:
    day = read_birthday(text)
    if isinstance(day, Birthday) and day:
        title = "" if kind is DayKind.WEDDING else label[:120]
        r.days.append(IncomingDay(kind, title, day))
    elif text:
        r.keep(label.upper() or "DAY", text)


def _take_android(r: _Reader, p: Property) -> None:
    """Android keeps what vCard 2.1 has no word for in a row of its own."""
    kind, value, number, label, *_rest = [*(one_line(c) for c in p.parts()), "", "", "", ""]
    match kind.rpartition("/")[2]:
        case "contact_event" if number == "3":
            day = read_birthday(value)
            r.birthday = r.birthday or (day if isinstance(day, Birthday) else Birthday())
        case "contact_event":
            word = label or ("anniversary" if number == "1" else "")
            _keep_day(r, kind_of_day(word, DayKind.OTHER), word, value)
        case "relation" if value:
            known = int(number) if number.isdigit() and int(number) < 15 else 0
            word = label or ANDROID_RELATIONS[known]
            r.people.append(IncomingPerson(kind_of_person(word), value[:200], word[:80]))
        case "group_membership" | "name":
            return
        case other:
            r.keep(other.upper(), value)


def _take_agent(r: _Reader, p: Property) -> None:
    """An agent as a text (a whole card in vCard 3.0, escaped) or as a link."""
    found = re.search(r"^FN[^:]*:(.+)$", p.text, re.MULTILINE | re.IGNORECASE)
    name = one_line(found[1]) if found else ""
    if name:
        phones = re.search(r"^TEL[^:]*:(.+)$", p.text, re.MULTILINE | re.IGNORECASE)
        number = one_line(phones[1])[:40] if phones else ""
        r.people.append(IncomingPerson(PersonKind.STAFF, name[:200], "agent", number))
    elif p.text.strip():
        r.keep("AGENT", p.text)


def _take_label(r: _Reader, p: Property) -> None:
    """An address as it is printed: only where no ADR says it in parts."""
    if not any(o.name == "ADR" and o.value.strip("; ") for o in r.props):
        point = address(("", "", one_line(p.text), "", "", "", ""), label=r.label(p))
        if point is not None:
            r.points.append(point)


def _take_tel(r: _Reader, p: Property) -> None:
    point, remark = phone(p.text, label=r.label(p), preferred=p.is_preferred, region=r.region)
    _keep(r, point, remark)


def _take_email(r: _Reader, p: Property) -> None:
    _keep(r, *email(p.text, label=r.label(p), preferred=p.is_preferred))


def _take_impp(r: _Reader, p: Property) -> None:
    service = p.params.get("X-SERVICE-TYPE", ("",))[0] or im_service(p.name)
    _keep(r, *messenger(p.text, "" if service == "impp" else service))


def _take_social(r: _Reader, p: Property) -> None:
    if service := next((t for t in p.types if t in SOCIAL), ""):
        _keep(r, *messenger(p.text, service))
    elif p.value.strip():
        r.keep("X-" + (p.types[0].upper() if p.types else "SOCIALPROFILE"), p.text)


def _take_adr(r: _Reader, p: Property) -> None:
    parts = [one_line(c) for c in p.parts()] + [""] * 7
    point = address(tuple(parts[:7]), label=r.label(p), preferred=p.is_preferred)
    if point is not None:
        r.points.append(point)
        if parts[3]:
            r.values.setdefault("city", parts[3])


def _take_bday(r: _Reader, p: Property) -> None:
    if not (text := one_line(p.text)):
        return
    day = read_birthday(text)
    if isinstance(day, Doubt):
        r.remarks.append(say("The birthday “{text}” could not be read.", text=text[:40]))
        r.keep("BDAY", text[:40])
    elif "X-APPLE-OMIT-YEAR" in p.params:
        r.birthday = Birthday(None, day.month, day.day)
    else:
        r.birthday = day


def _take_note(r: _Reader, p: Property) -> None:
    if text := clean(p.text):
        r.notes.append(text)


def _take_lang(r: _Reader, p: Property) -> None:
    code = one_line(p.text).replace("_", "-").partition("-")[0].lower()
    if re.fullmatch(r"[a-z]{2,3}", code):
        r.languages.append(code)


def _take_tz(r: _Reader, p: Property) -> None:
    from zoneinfo import available_timezones

    zone = one_line(p.text)
    if zone in available_timezones() and "/" in zone:
        r.time_zone = zone
    elif zone:
        # An offset is no zone: it does not know the summer time of its country.
        r.remarks.append(say("“{text}” is not the name of a time zone: left out.", text=zone[:40]))


def _take_gender(r: _Reader, p: Property) -> None:
    r.gender = {"M": Gender.MALE, "F": Gender.FEMALE}.get(p.text.strip()[:1].upper())


def _take_related(r: _Reader, p: Property) -> None:
    if not (name := one_line(p.text)):
        return
    if name.lower().startswith(("urn:", "http", "mailto:")):
        r.remarks.append(say("A link to another card is left out."))
        return
    label = r.label(p) or RELATED[p.name]
    r.people.append(IncomingPerson(kind_of_person(label), name[:200], label[:80]))


def _keep(r: _Reader, point: IncomingPoint | None, remark: Say | None) -> None:
    if point is not None:
        r.points.append(point)
    if remark is not None:
        r.remarks.append(remark)


_TAKERS: dict[str, Callable[[_Reader, Property], None]] = {
    "N": _take_n,
    "FN": _take_text("full"),
    "ORG": _take_org,
    "TITLE": _take_text("position"),
    "X-LATIN-NAME": _take_text("latin"),
    "ROLE": _take_role,
    "X-ABSHOWAS": _take_text("shown_as"),
    "TEL": _take_tel,
    "EMAIL": _take_email,
    "X-SOCIALPROFILE": _take_social,
    "ADR": _take_adr,
    "LABEL": _take_label,
    "BDAY": _take_bday,
    "NOTE": _take_note,
    "LANG": _take_lang,
    "TZ": _take_tz,
    "GENDER": _take_gender,
    "X-GENDER": _take_gender,
    "AGENT": _take_agent,
    "X-ANDROID-CUSTOM": _take_android,
    **dict.fromkeys(IMS, _take_impp),
    **dict.fromkeys(DAYS, _take_day),
    **dict.fromkeys(RELATED, _take_related),
}
