"""The dossier for people: A4 pages in the reader's language, a watermark at every foot.

No names in the file's metadata. Empty values are left out; what was kept back for a third
person is said, because the reader has a right to know that there is more.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, tzinfo
from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING, Any

from vipdesk import pdf, tokens
from vipdesk.money import Money
from vipdesk.pdf import MM
from vipdesk.privacy.dossier import Dossier, DossierFor, Entry
from vipdesk.privacy.field_names import FIELD_NAMES, TABLE_NAMES
from vipdesk.privacy.holdings import SECTION_NAMES
from vipdesk.vocabulary import Band, label
from vipdesk.wording import Say, Who, Words, say

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

LEFT, RIGHT, TOP, BOTTOM = 18.0, 192.0, 22.0, 276.0
_VALUES = 66.0  # where the column of values begins
_SIZE, _LINE = 9.0, 4.3
_COLOURS = tokens.ledger().light
_MOST_TEXT = 6000
_MADE_FOR = {
    DossierFor.CLIENT: say("At the client’s request"),
    DossierFor.AUTHORITY: say("At the request of an authority"),
    DossierFor.INTERNAL: say("Internal review"),
}


def dossier_pdf(dossier: Dossier, words: Words, zone: tzinfo, *, club: str = "") -> bytes:
    """The pages. `zone`: the clock on which moments are printed."""
    out = io.BytesIO()
    title = words(say("What the club keeps about a client"))
    canvas = pdf.new_canvas(out, pdf.A4, title=title, lang=words.lang.value)
    mark = replace(dossier.mark, reason=words(_MADE_FOR[dossier.made_for]))
    sheet = _Sheet(canvas, words, zone, words(mark.said()))
    _cover(sheet, dossier, club)
    for chapter in dossier.chapters:
        sheet.chapter(SECTION_NAMES[chapter.section], len(chapter.entries))
        for entry in chapter.entries:
            _entry(sheet, entry)
    sheet.finish()
    canvas.save()
    return out.getvalue()


@dataclass(slots=True)
class _Sheet:
    """A canvas that is written from top to bottom in millimetres, page after page."""

    canvas: Canvas
    words: Words
    zone: tzinfo
    mark: str
    y: float = TOP
    page: int = 1

    def need(self, height: float) -> None:
        """A new page where so much does not fit any more."""
        if self.y + height > BOTTOM:
            self.finish()
            self.page += 1
            self.y = TOP

    def finish(self) -> None:
        """The foot: watermark and number of the page."""
        self._text(LEFT, 285, self.mark, 7.5, _COLOURS.text2, room=RIGHT - LEFT - 18)
        number = self.words(say("Page {page}", page=self.page))
        self._text(RIGHT, 285, number, 7.5, _COLOURS.text2, room=17, right=True)
        self.canvas.showPage()

    def line(
        self,
        x: float,
        text: str,
        *,
        size: float = _SIZE,
        font: str = pdf.SANS,
        ink: str = _COLOURS.text,
        room: float = 0,
    ) -> float:
        """A paragraph from `x` at the present height; returns its height and does not move on."""
        lines = _lines(text, font, size, (room or RIGHT - x) * MM)
        self.canvas.setFont(font, size)
        self.canvas.setFillColor(pdf.ink(ink))
        for number, line in enumerate(lines):
            at = pdf.A4[1] - (self.y + (number + 0.78) * size * 0.478) * MM
            self.canvas.drawString(x * MM, at, line)
        return len(lines) * size * 0.478

    def rule(self, ink: str = _COLOURS.border) -> None:
        """A hairline at the present height."""
        at = pdf.A4[1] - self.y * MM
        self.canvas.setStrokeColor(pdf.ink(ink))
        self.canvas.setLineWidth(0.5)
        self.canvas.line(LEFT * MM, at, RIGHT * MM, at)

    def chapter(self, name: Say, count: int) -> None:
        """A heading that never stands alone at the foot of a page."""
        self.need(26)
        self.y += 6
        heading = say("{name}: {count}", name=name, count=count)
        self.y += self.line(LEFT, self.words(heading), size=13, font=pdf.SERIF, ink=_COLOURS.accent)
        self.y += 1.2
        self.rule(_COLOURS.brass_deco)
        self.y += 2.5

    def pair(self, name: str, value: str, *, ink: str = _COLOURS.text) -> None:
        """Label and value; a long value goes on over the page."""
        lines = _lines(value, pdf.SANS, _SIZE, (RIGHT - _VALUES) * MM)
        shown = name
        while lines:
            self.need(_LINE)
            fits = max(1, int((BOTTOM - self.y) / _LINE))
            part, lines = lines[:fits], lines[fits:]
            high = self.line(LEFT + 2, shown, ink=_COLOURS.text2, room=_VALUES - LEFT - 4)
            self.y += max(high if shown else 0, self.line(_VALUES, "\n".join(part), ink=ink))
            shown = ""

    def _text(
        self, x: float, y: float, text: str, size: float, ink: str, *, room: float,
        right: bool = False,
    ) -> None:  # fmt: skip
        shown = pdf.shorten(text, pdf.SANS, size, room * MM)
        self.canvas.setFont(pdf.SANS, size)
        self.canvas.setFillColor(pdf.ink(ink))
        place = x * MM, pdf.A4[1] - y * MM
        (self.canvas.drawRightString if right else self.canvas.drawString)(*place, shown)


def _cover(sheet: _Sheet, dossier: Dossier, club: str) -> None:
    words = sheet.words
    if club:
        sheet.y += sheet.line(LEFT, club, size=10, ink=_COLOURS.text2) + 2
    title = say("What the club keeps about {who}", who=dossier.name)
    sheet.y += sheet.line(LEFT, words(title), size=18, font=pdf.SERIF) + 3
    sheet.rule(_COLOURS.brass_deco)
    sheet.y += 4
    made = dossier.mark.at.astimezone(sheet.zone)
    for name, value in (
        (say("Reason"), words(_MADE_FOR[dossier.made_for])),
        (say("Written"), f"{words.day(made)}, {made:%H:%M}"),
        (say("Made by"), dossier.mark.who.shown(words.lang)),
        (say("Number of the export"), dossier.mark.number),
    ):
        sheet.pair(words(name), value)
    sheet.y += 3
    for sentence in (
        say(
            "Telephones, addresses and notes about other people are kept back: they are theirs. "
            "Where something was kept back, it says so."
        ),
        say("Times are those of the clock in {zone}.", zone=str(sheet.zone)),
    ):
        sheet.y += sheet.line(LEFT, words(sentence), ink=_COLOURS.text2) + 1.5


def _entry(sheet: _Sheet, entry: Entry) -> None:
    words = sheet.words
    sheet.need(3 * _LINE)
    sheet.y += sheet.line(LEFT, words(TABLE_NAMES[entry.table]), font=pdf.SANS_BOLD)
    for name, value in entry.values.items():
        shown = _shown(name, value, entry.values, words, sheet.zone)
        if shown:
            sheet.pair(words(FIELD_NAMES[name]), shown)
    if entry.withheld:
        kept = tuple(FIELD_NAMES[n] for n in entry.withheld)
        sentence = say("Kept back, because it is another person’s: {fields}", fields=kept)
        sheet.pair("", words(sentence), ink=_COLOURS.warning)
    sheet.y += 1.2
    sheet.rule()
    sheet.y += 1.8


def _shown(name: str, value: Any, row: Mapping[str, Any], words: Words, zone: tzinfo) -> str:
    """A value as a person reads it; '' for nothing."""
    nothing = value is None or value is False or value in ("", [], {})
    if nothing or name.endswith("currency"):  # a currency stands with its amount
        return ""
    if name.endswith("_minor"):
        own = name.removesuffix("_minor") + "_currency"
        return words.money(Money(value, row[own if own in row else "currency"]))
    if name.endswith("_minute"):
        return f"{value // 60:02}:{value % 60:02}"
    if name == "weekdays":
        return _days(value, words)
    if name == "band" and value in list(Band):
        value = Band(value)
    return _plain(value, words, zone)


def _plain(value: Any, words: Words, zone: tzinfo) -> str:
    match value:
        case Who():
            return value.shown(words.lang)
        case StrEnum() | IntEnum():
            return _label(value, words)
        case date():
            return _when(value, words, zone)
        case dict() | list() | tuple():
            return _several(value, words, zone)
        case _:
            return _simple(value, words)


def _simple(value: Any, words: Words) -> str:
    if value is True:
        return words(say("yes"))
    if value is None:
        return "–"
    if isinstance(value, float):
        return words.number(value, 2)
    text = str(value)
    return text if len(text) <= _MOST_TEXT else text[:_MOST_TEXT] + "…"


def _when(value: date, words: Words, zone: tzinfo) -> str:
    if not isinstance(value, datetime):
        return words.day(value)
    there = value.astimezone(zone)
    return f"{words.day(there)}, {there:%H:%M}"


def _several(value: Any, words: Words, zone: tzinfo) -> str:
    if not isinstance(value, dict):
        return ", ".join(_plain(v, words, zone) for v in value)
    if set(value) == {"base64"}:
        size = len(value["base64"]) * 3 // 4096 + 1
        return words(say("A file of {size} KB: it is in the copy for machines.", size=size))
    return "; ".join(f"{k}: {_plain(v, words, zone)}" for k, v in value.items())


def _label(value: StrEnum | IntEnum, words: Words) -> str:
    if isinstance(value, IntEnum):
        return str(int(value))
    try:
        return words(label(value))
    except KeyError:
        return str(value)


def _days(mask: int, words: Words) -> str:
    from vipdesk.wording import _SHORT_WEEKDAYS

    if mask == 127:
        return words(say("every day of the week"))
    names = _SHORT_WEEKDAYS[words.lang]
    return ", ".join(names[d] for d in range(7) if mask >> d & 1)


def _lines(text: str, font: str, size: float, room: float) -> list[str]:
    """Paragraphs broken at spaces; a word longer than a line (an address of a page) anywhere."""
    found: list[str] = []
    for paragraph in text.splitlines() or [""]:
        for line in pdf.wrap(paragraph, font, size, room) or [""]:
            rest = line
            while pdf.width(rest, font, size) > room and len(rest) > 1:
                cut = max(1, int(len(rest) * room / pdf.width(rest, font, size)))
                while cut > 1 and pdf.width(rest[:cut], font, size) > room:
                    cut -= 1
                found.append(rest[:cut])
                rest = rest[cut:]
            found.append(rest)
    return found
