"""What every PDF of the desk shares: typefaces with Cyrillic, ink from the tokens, text that fits.

ReportLab costs 140 ms to import, so it is imported inside the functions: nobody pays
for it before the first letter, card or report.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import TYPE_CHECKING

from vipdesk import tokens, typefaces
from vipdesk.wording import Say, Words

if TYPE_CHECKING:
    from reportlab.lib.colors import Color
    from reportlab.pdfgen.canvas import Canvas

MM = 72 / 25.4
"""Points in a millimetre."""

# A no-break space stays what it is.
_SPACES = re.compile("[ \t\r\n]+")

A4 = (210 * MM, 297 * MM)
A5 = (148 * MM, 210 * MM)

SANS, SANS_BOLD, SANS_ITALIC = "PTSans", "PTSans-Bold", "PTSans-Italic"
SERIF, SERIF_BOLD, SERIF_ITALIC = "PTSerif", "PTSerif-Bold", "PTSerif-Italic"


@cache
def register_typefaces() -> None:
    """Make PT Sans and PT Serif known to ReportLab, with bold and italic for `<b>` and `<i>`."""
    from reportlab.pdfbase.pdfmetrics import registerFont, registerFontFamily
    from reportlab.pdfbase.ttfonts import TTFont

    for family, file in (("PTSans", typefaces.pt_sans), ("PTSerif", typefaces.pt_serif)):
        registerFont(TTFont(family, str(file())))
        registerFont(TTFont(f"{family}-Bold", str(file(bold=True))))
        registerFont(TTFont(f"{family}-Italic", str(file(italic=True))))
        registerFont(TTFont(f"{family}-BoldItalic", str(file(bold=True, italic=True))))
        registerFontFamily(
            family, family, f"{family}-Bold", f"{family}-Italic", f"{family}-BoldItalic"
        )


def ink(colour: str) -> Color:
    """A token's '#RRGGBB' as ReportLab's colour."""
    from reportlab.lib.colors import HexColor

    return HexColor(colour)


def new_canvas(out: io.BytesIO, size: tuple[float, float], *, title: str, lang: str) -> Canvas:
    """A canvas of `size` points. `title` and the other metadata must not hold personal data.

    Byte for byte the same for the same input: no moment of printing is written.
    """
    from reportlab.pdfgen.canvas import Canvas

    register_typefaces()
    canvas = Canvas(out, pagesize=size, pageCompression=1, invariant=1, lang=lang)
    canvas.setTitle(title)
    canvas.setAuthor("VIP Desk")
    canvas.setCreator("VIP Desk")
    canvas.setProducer("VIP Desk")
    canvas.setSubject("")
    canvas.setKeywords("")
    return canvas


def width(text: str, font: str, size: float, tracking: float = 0) -> float:
    """How many points wide a line is."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    register_typefaces()
    return float(stringWidth(text, font, size)) + tracking * len(text)


@dataclass(frozen=True, slots=True)
class Fitted:
    """Lines that fit, and the size at which they do, in points."""

    lines: tuple[str, ...]
    size: float


def fit(
    text: str,
    font: str,
    *,
    size: float,
    least: float,
    room: float,
    lines: int = 1,
    tracking: float = 0,
) -> Fitted:
    """Set `text` in at most `lines` lines of `room` points: smaller, then broken, last cut by '…'.

    Fewer lines are tried first, each down to half-way to `least`: a name in one line reads
    better than a big one in two.
    """
    text = _SPACES.sub(" ", text).strip(" ")
    for count in range(1, lines + 1):
        low = least if count == lines else (size + least) / 2
        for step in _sizes(size, low):
            broken = wrap(text, font, step, room, tracking) if count > 1 else [text]
            if len(broken) <= count and all(width(b, font, step, tracking) <= room for b in broken):
                return Fitted(tuple(broken), step)
    broken = wrap(text, font, least, room, tracking)
    rest = " ".join(broken[lines - 1 :]).replace("- ", "-")
    kept = [*broken[: lines - 1], rest]
    return Fitted(tuple(shorten(k, font, least, room, tracking) for k in kept), least)


def wrap(text: str, font: str, size: float, room: float, tracking: float = 0) -> list[str]:
    """Break at spaces, and after hyphens, into lines of `room` points."""
    lines: list[str] = []
    line = ""
    for word in text.replace("-", "-\0").split(" "):
        for number, piece in enumerate(word.split("\0")):
            if not piece:
                continue
            joined = line + (" " if line and number == 0 else "") + piece
            if line and width(joined, font, size, tracking) > room:
                lines.append(line)
                line = piece
            else:
                line = joined
    return [*lines, line] if line else lines


def shorten(text: str, font: str, size: float, room: float, tracking: float = 0) -> str:
    """Cut with '…' where even the smallest size is too wide."""
    if width(text, font, size, tracking) <= room:
        return text
    while text and width(text + "…", font, size, tracking) > room:
        text = text[:-1].rstrip()
    return text + "…"


def widest(texts: Sequence[str], font: str, size: float) -> float:
    """The width of the widest of several lines."""
    return max((width(t, font, size) for t in texts), default=0)


def _sizes(top: float, least: float) -> list[float]:
    steps = max(1, round((top - least) / 0.25))
    return [top - (top - least) * i / steps for i in range(steps + 1)]


_INK = tokens.ledger().light


@dataclass(frozen=True, slots=True)
class Page:
    """An A4 canvas that is spoken to in millimetres from the upper left corner.

    size: of text that does not say its own, in points. least: the share of its size text may
    shrink to. leading: from line to line, as a share of the size. left, right: the margins, mm.
    """

    canvas: Canvas
    words: Words
    size: float = 9
    least: float = 0.8
    leading: float = 1.25
    left: float = 16.0
    right: float = 194.0

    def text(
        self, x: float, y: float, text: Say | str, *, size: float = 0, font: str = SANS,
        colour: str = _INK.text, room: float = 0, lines: int = 1, align: str = "left",
        least: float = 0,
    ) -> int:  # fmt: skip
        """Print at a first baseline; returns how many lines it took.

        room: in mm, to the right margin if not said. align: left, right or middle of `x`.
        """
        size = size or self.size
        whole = self.words(text) if isinstance(text, Say) else text
        fitted = fit(
            whole, font, size=size, least=least or size * self.least,
            room=(room or self.right - x) * MM, lines=lines,
        )  # fmt: skip
        self.canvas.setFillColor(ink(colour))
        self.canvas.setFont(font, fitted.size)
        draw = {
            "left": self.canvas.drawString,
            "right": self.canvas.drawRightString,
            "middle": self.canvas.drawCentredString,
        }[align]
        for number, line in enumerate(fitted.lines):
            draw(x * MM, self.down(y) - number * fitted.size * self.leading, line)
        return len(fitted.lines)

    def rule(
        self, y: float, x1: float | None = None, x2: float | None = None,
        colour: str = _INK.border,
    ) -> None:  # fmt: skip
        """A hairline, from margin to margin if not said."""
        begin, end = self.left if x1 is None else x1, self.right if x2 is None else x2
        self.canvas.setStrokeColor(ink(colour))
        self.canvas.setLineWidth(0.5)
        self.canvas.line(begin * MM, self.down(y), end * MM, self.down(y))

    def box(self, x: float, y: float, wide: float, high: float, colour: str) -> None:
        """A filled field; `y` is its upper edge. Nothing where it has no extent."""
        if wide > 0 and high > 0:
            self.canvas.setFillColor(ink(colour))
            self.canvas.rect(x * MM, self.down(y + high), wide * MM, high * MM, stroke=0, fill=1)

    def heading(self, x: float, y: float, text: Say, room: float = 0, size: float = 10) -> None:
        """The name of a part of the page."""
        self.text(x, y, text, size=size, font=SANS_BOLD, colour=_INK.accent, room=room)

    def down(self, y: float) -> float:
        """Millimetres from the top to points from the bottom."""
        return A4[1] - y * MM


# A PDF as pictures ------------------------------------------------------------------------------

_PDFIUM = Lock()  # PDFium keeps state of its own and allows one thread at a time
_MOST_PIXELS = 30_000_000  # a page as wide as a hair would else be drawn as high as a house


def page_picture(pdf: bytes, *, page: int = 0, width: int = 1012) -> bytes:
    """PNG of a page, `width` pixels wide (1012: a card at 300 dpi). Slow: for the worker."""
    import pypdfium2

    with _PDFIUM, pypdfium2.PdfDocument(pdf) as document:
        sheet = document[page]
        wide, high = sheet.get_size()
        # PDFium rounds up: a hair less than asked gives exactly what was asked.
        scale = min((width - 0.01) / wide, (_MOST_PIXELS / (wide * high)) ** 0.5)
        bitmap = sheet.render(scale=scale)
        out = io.BytesIO()
        bitmap.to_pil().save(out, "PNG")
        bitmap.close()
        sheet.close()
    return out.getvalue()


def page_count(pdf: bytes) -> int:
    """How many pages. Raises what PDFium raises for what is no PDF or is locked by a password."""
    import pypdfium2

    with _PDFIUM, pypdfium2.PdfDocument(pdf) as document:
        return len(document)
