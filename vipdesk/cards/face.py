"""The card as a PDF: front and back, each a page of CR80 size (ISO/IEC 7810 ID-1).

Long names shrink, then break into two lines, then end in '…': they never run off the card.
Text stays text (searchable, Cyrillic), metadata says nothing about whose card it is.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from vipdesk import pdf
from vipdesk.cards import number as card_number
from vipdesk.cards.layout import HEIGHT, WIDTH, Engraving, Layout, Spot, of_metal
from vipdesk.pdf import MM
from vipdesk.store.files import write_whole
from vipdesk.wording import Words, say

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

_STEPS = 180  # of a curve
_SLUG = 5.0  # mm outside the bleed, for crop marks
_QUIET = 4  # modules, ISO/IEC 18004 §9.1


@dataclass(frozen=True, slots=True)
class CardFace:
    """Everything that is printed. `code` is the signed text of the QR, empty before the issue."""

    metal: str
    club: str
    tier: str
    name: str
    latin: str
    number: str
    member_since: date | None
    expires_on: date
    code: str = ""
    phone: str = ""
    draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """What the printer needs. `bleed` in millimetres; with marks the page grows by 5 mm more."""

    bleed: float = 0
    marks: bool = False

    @property
    def margin(self) -> float:
        """From the page's edge to the card's, in millimetres."""
        return self.bleed + (_SLUG if self.marks else 0)


def card_pdf(faces: Sequence[CardFace], words: Words, press: Press | None = None) -> bytes:
    """Front and back of each card, two pages a card, in the language of `words`."""
    press = press or Press()
    edge = press.margin
    size = ((WIDTH + 2 * edge) * MM, (HEIGHT + 2 * edge) * MM)
    out = io.BytesIO()
    title = words(say("Status card"))
    canvas = pdf.new_canvas(out, size, title=title, lang=words.lang.value)
    for face in faces:
        layout = of_metal(face.metal)
        for draw in (_front, _back):
            _prepare(canvas, press, size)
            _ground(canvas, layout, press)
            draw(canvas, face, layout, words)
            canvas.restoreState()
            canvas.showPage()
    canvas.save()
    return out.getvalue()


def save_card(path: Path, face: CardFace, words: Words) -> Path:
    """Write one card as a PDF, whole or not at all; `UserError` where it may not be written."""
    write_whole(path, card_pdf([face], words))
    return path


def _prepare(canvas: Canvas, press: Press, size: tuple[float, float]) -> None:
    """Page boxes and marks; then the origin moves to the card's corner."""
    edge, bleed = press.margin * MM, press.bleed * MM
    if edge:
        canvas.setTrimBox((edge, edge, size[0] - edge, size[1] - edge))
        canvas.setBleedBox(
            (edge - bleed, edge - bleed, size[0] - edge + bleed, size[1] - edge + bleed)
        )
    if press.marks:
        _crop_marks(canvas, press)
    canvas.saveState()
    canvas.translate(edge, edge)


def _crop_marks(canvas: Canvas, press: Press) -> None:
    canvas.setLineWidth(0.25)
    edge = press.margin
    gap, length = press.bleed + 1, _SLUG - 1
    for x in (edge, edge + WIDTH):
        for y, way in ((edge - gap, -1), (edge + HEIGHT + gap, 1)):
            canvas.line(x * MM, y * MM, x * MM, (y + way * length) * MM)
    for y in (edge, edge + HEIGHT):
        for x, way in ((edge - gap, -1), (edge + WIDTH + gap, 1)):
            canvas.line(x * MM, y * MM, (x + way * length) * MM, y * MM)


def _ground(canvas: Canvas, layout: Layout, press: Press) -> None:
    """The ground with its engraving: drawn once a metal, used on every page (a form XObject)."""
    name = f"ground-{layout.metal}"
    if not canvas.hasForm(name):
        _engrave(canvas, name, layout, press.bleed * MM)
    canvas.doForm(name)


def _engrave(canvas: Canvas, name: str, layout: Layout, bleed: float) -> None:
    wide, high = WIDTH * MM + 2 * bleed, HEIGHT * MM + 2 * bleed
    canvas.beginForm(name, -bleed, -bleed, wide - bleed, high - bleed)
    canvas.setFillColor(pdf.ink(layout.colours.ground))
    canvas.rect(-bleed, -bleed, wide, high, stroke=0, fill=1)
    canvas.setStrokeColor(pdf.ink(layout.colours.line))
    canvas.setLineWidth(layout.engraving.width)
    for curve in _curves(layout.engraving):
        line = canvas.beginPath()
        line.moveTo(*curve[0])
        for point in curve[1:]:
            line.lineTo(*point)
        canvas.drawPath(line, stroke=1, fill=0)
    canvas.endForm()


def _curves(engraving: Engraving) -> list[list[tuple[float, float]]]:
    """The curves in points, to a hundredth: nobody sees more, and the file stays small."""
    return _waves(engraving) if engraving.kind == "waves" else _rosette(engraving)


def _waves(e: Engraving) -> list[list[tuple[float, float]]]:
    beyond = 5.0  # mm over the edge, for any bleed
    curves = []
    for k in range(e.lines):
        level = -beyond + (HEIGHT + 2 * beyond) * k / max(1, e.lines - 1)
        curve = []
        for i in range(_STEPS + 1):
            x = -beyond + (WIDTH + 2 * beyond) * i / _STEPS
            turn = 2 * math.pi * x / e.length + e.drift * k
            y = level + e.amplitude * math.sin(turn) * math.sin(turn / 3 + 1)
            curve.append((round(x * MM, 2), round(y * MM, 2)))
        curves.append(curve)
    return curves


def _rosette(e: Engraving) -> list[list[tuple[float, float]]]:
    curves = []
    steps = _STEPS * max(1, e.petals // 8)
    for k in range(e.rings):
        radius = e.radius_from + (e.radius_to - e.radius_from) * k / max(1, e.rings - 1)
        curve = []
        for i in range(steps + 1):
            angle = 2 * math.pi * i / steps
            r = radius + e.amplitude * math.sin(e.petals * angle + e.drift * e.petals * k)
            x, y = e.x + r * math.cos(angle), e.y + r * math.sin(angle)
            curve.append((round(x * MM, 2), round(y * MM, 2)))
        curves.append(curve)
    return curves


def _front(canvas: Canvas, face: CardFace, layout: Layout, words: Words) -> None:
    spots = layout.front
    _set(canvas, spots["club"], layout, face.club)
    _set(canvas, spots["tier"], layout, face.tier)
    if face.name and face.name.upper() != face.latin.upper():
        _set(canvas, spots["name"], layout, face.name)
        _set(canvas, spots["latin"], layout, face.latin)
    else:  # no Cyrillic: the Latin name takes the place of honour
        _set(canvas, spots["name"], layout, face.latin or face.name)
    _set(canvas, spots["number"], layout, card_number.grouped(face.number))
    if face.member_since is not None:
        since = f"{face.member_since:%Y}"
        _labelled(canvas, spots["since"], layout, words(say("Member since")), since)
    until = f"{face.expires_on:%m/%y}"
    _labelled(canvas, spots["until"], layout, words(say("Valid until")), until)


def _back(canvas: Canvas, face: CardFace, layout: Layout, words: Words) -> None:
    spots = layout.back
    _set(canvas, spots["club"], layout, face.club)
    found = say("If you find this card, please call us. We will gladly collect it.")
    if face.phone:
        _set(canvas, spots["found"], layout, words(found))
        _set(canvas, spots["phone"], layout, face.phone)
    _set(canvas, spots["number"], layout, card_number.grouped(face.number))
    if face.code:
        _code(canvas, layout, face.code)
    note = say("Property of the club. Not transferable.")
    if face.draft:
        note = say("Draft: this card is not issued yet.")
    _set(canvas, spots["note"], layout, words(note))


def _set(canvas: Canvas, spot: Spot, layout: Layout, text: str) -> None:
    if not text:
        return
    fitted = pdf.fit(
        text.upper() if spot.capitals else text,
        spot.font,
        size=spot.size,
        least=spot.least,
        room=spot.room * MM,
        lines=spot.lines,
        tracking=spot.tracking,
    )
    canvas.setFillColor(pdf.ink(getattr(layout.colours, spot.colour)))
    leading = fitted.size * spot.leading
    top = 0 if spot.downwards else len(fitted.lines) - 1
    for i, line in enumerate(fitted.lines):
        _line(canvas, spot, line, fitted.size, spot.y * MM + (top - i) * leading)


def _line(canvas: Canvas, spot: Spot, line: str, size: float, y: float) -> None:
    x = spot.x * MM
    if spot.align == "right":
        # The last letter's tracking hangs out: without it the edge is straight.
        x -= pdf.width(line, spot.font, size, spot.tracking) - spot.tracking
    canvas.setFont(spot.font, size)
    canvas.drawString(x, y, line, charSpace=spot.tracking)


def _labelled(canvas: Canvas, spot: Spot, layout: Layout, label: str, value: str) -> None:
    _set(canvas, spot, layout, value)
    fitted = pdf.fit(
        label, spot.font, size=spot.label_size, least=spot.label_size - 1, room=spot.room * MM
    )
    canvas.setFillColor(pdf.ink(getattr(layout.colours, spot.label_colour)))
    canvas.setFont(spot.font, fitted.size)
    canvas.drawRightString(spot.x * MM, spot.label_y * MM, fitted.lines[0])


def _code(canvas: Canvas, layout: Layout, code: str) -> None:
    """The QR as vectors on a white field; neighbours in a row are one rectangle."""
    import segno

    matrix = segno.make(code, error="m", micro=False, boost_error=True).matrix
    box = layout.code
    canvas.setFillColorRGB(1, 1, 1)
    canvas.roundRect(
        box.x * MM, box.y * MM, box.side * MM, box.side * MM, 1.2 * MM, stroke=0, fill=1
    )
    module = box.side / (len(matrix) + 2 * _QUIET) * MM
    left = box.x * MM + _QUIET * module
    top = (box.y + box.side) * MM - _QUIET * module
    canvas.setFillColorRGB(0, 0, 0)
    path = canvas.beginPath()
    for row, cells in enumerate(matrix):
        start = None
        for column, dark in enumerate([*cells, 0]):
            if dark and start is None:
                start = column
            elif not dark and start is not None:
                path.rect(
                    left + start * module,
                    top - (row + 1) * module,
                    (column - start) * module,
                    module,
                )
                start = None
    canvas.drawPath(path, stroke=0, fill=1)
