"""A letter on the club's paper as a PDF: for the post, for a signature in ink.

The address stands where the envelope's window is (resources/letters/paper.toml). The file
tells nothing about itself: no name in its metadata, no path, no moment; the same letter
gives the same bytes.
"""

from __future__ import annotations

import io
import tomllib
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from vipdesk import paths, pdf, tokens
from vipdesk.channels.reply_slip import ReplySlip, slip_flowables
from vipdesk.wording import Lang

if TYPE_CHECKING:
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import BaseDocTemplate, Flowable

_HEAD_SIZE = 17.0
_HEAD_LEAST = 10.0
_ADDRESS_LINES = 6


class Envelope(StrEnum):
    """Where the window of the envelope is."""

    DIN5008 = "din5008"
    E65 = "e65"


@dataclass(frozen=True, slots=True)
class ClubPaper:
    """The club's own lines: its name at the head, its address and ways of contact at the foot."""

    name: str
    foot: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter, every line already in the reader's language.

    `to`: the address as lines, the name first. `dated`: 'Москва, 26 ноября 2026'.
    `paragraphs`: plain text; a line break inside one is kept. `enclosures` come last, then the
    `slip` to cut off.
    """

    paper: ClubPaper
    to: tuple[str, ...]
    dated: str
    salutation: str
    paragraphs: tuple[str, ...]
    closing: str
    signer: str
    signer_title: str = ""
    subject: str = ""
    enclosures: tuple[str, ...] = ()
    lang: Lang = Lang.RU
    envelope: Envelope = Envelope.E65
    slip: ReplySlip | None = None


def letter_pdf(letter: Letter) -> bytes:
    """The letter as A4 pages. Slow (40 ms and the import of ReportLab): for the worker."""
    from reportlab.platypus import (
        BaseDocTemplate,
        Frame,
        KeepTogether,
        NextPageTemplate,
        PageTemplate,
    )

    pdf.register_typefaces()
    places = _places()
    page, window = places["page"], places[letter.envelope.value]
    out = io.BytesIO()
    document = BaseDocTemplate(
        out,
        pagesize=pdf.A4,
        title="VIP Desk",
        author="VIP Desk",
        creator="VIP Desk",
        producer="VIP Desk",
        subject="",
        keywords="",
        invariant=1,
        lang=letter.lang.value,
    )
    wide = pdf.A4[0] - (page["left"] + page["right"]) * pdf.MM

    def frame(top: float) -> Frame:
        low = page["bottom"] * pdf.MM
        high = pdf.A4[1] - top * pdf.MM
        return Frame(page["left"] * pdf.MM, low, wide, high - low, 0, 0, 0, 0)

    def first(canvas: Canvas, _document: BaseDocTemplate) -> None:
        _draw_head(canvas, letter.paper)
        _draw_address(canvas, letter.to, window["address"])
        _draw_folds(canvas, window["folds"])
        _draw_foot(canvas, letter.paper, page)

    def next_(canvas: Canvas, document: BaseDocTemplate) -> None:
        _draw_next_head(canvas, letter.paper, int(document.page), page)
        _draw_foot(canvas, letter.paper, page)

    document.addPageTemplates(
        [
            PageTemplate("first", [frame(window["text_top"])], onPage=first),
            PageTemplate("next", [frame(page["next_top"])], onPage=next_),
        ]
    )
    story = _story(letter)
    if letter.slip is not None:
        story.append(KeepTogether(slip_flowables(letter.slip, wide)))
    document.build([NextPageTemplate("next"), *story])
    return out.getvalue()


@cache
def _places() -> dict[str, dict[str, Any]]:
    file = paths.resources() / "letters" / "paper.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def _story(letter: Letter) -> list[Flowable]:
    from reportlab.lib.enums import TA_RIGHT
    from reportlab.platypus import KeepTogether, Spacer

    body = _style("body", pdf.SERIF, 11, 16, after=8)
    story: list[Flowable] = [
        _paragraph(letter.dated, _style("dated", pdf.SANS, 9.5, 13, after=14, align=TA_RIGHT))
    ]
    if letter.subject:
        story.append(
            _paragraph(letter.subject, _style("subject", pdf.SERIF_BOLD, 12, 16, after=12))
        )
    story.append(_paragraph(letter.salutation, body))
    story += [_paragraph(text, body) for text in letter.paragraphs if text.strip()]
    # A signature never stands alone on a page.
    ending: list[Flowable] = [
        Spacer(0, 8),
        _paragraph(letter.closing, body),
        Spacer(0, 14 * pdf.MM),
        _paragraph(letter.signer, _style("signer", pdf.SERIF, 11, 15)),
    ]
    small = _style("small", pdf.SANS, 9, 12.5, ink="text2")
    if letter.signer_title:
        ending.append(_paragraph(letter.signer_title, small))
    if letter.enclosures:
        ending += [Spacer(0, 14), *(_paragraph(line, small) for line in letter.enclosures)]
    if len(story) > 2:
        ending.insert(0, story.pop())
    return [*story, KeepTogether(ending)]


def _style(
    name: str,
    font: str,
    size: float,
    leading: float,
    *,
    after: float = 0,
    align: int = 0,
    ink: str = "text",
) -> ParagraphStyle:
    from reportlab.lib.styles import ParagraphStyle

    return ParagraphStyle(
        name,
        fontName=font,
        fontSize=size,
        leading=leading,
        spaceAfter=after,
        alignment=align,
        textColor=pdf.ink(tokens.ledger().light.of(ink)),
        allowWidows=0,
        allowOrphans=0,
        splitLongWords=1,
    )


def _paragraph(text: str, style: ParagraphStyle) -> Flowable:
    from reportlab.platypus import Paragraph

    return Paragraph(escape(_plain(text)).replace("\n", "<br/>"), style)


def _plain(text: str) -> str:
    """Composed letters (й is one), no control characters but the line break."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
    return "".join(c for c in text if c == "\n" or unicodedata.category(c) != "Cc")


def _draw_head(canvas: Canvas, paper: ClubPaper) -> None:
    page = _places()["page"]
    colours = tokens.ledger().light
    room = pdf.A4[0] - 2 * page["left"] * pdf.MM
    tracking = 1.2
    fitted = pdf.fit(
        _plain(paper.name),
        pdf.SERIF,
        size=_HEAD_SIZE,
        least=_HEAD_LEAST,
        room=room,
        tracking=tracking,
    )
    name = fitted.lines[0] if fitted.lines else ""
    high = pdf.A4[1] - page["head_top"] * pdf.MM
    wide = pdf.width(name, pdf.SERIF, fitted.size, tracking)
    canvas.setFillColor(pdf.ink(colours.accent))
    canvas.setFont(pdf.SERIF, fitted.size)
    canvas.drawString((pdf.A4[0] - wide) / 2, high - fitted.size, name, charSpace=tracking)
    canvas.setStrokeColor(pdf.ink(colours.brass_deco))
    canvas.setLineWidth(0.6)
    under = high - fitted.size - 4 * pdf.MM
    canvas.line(pdf.A4[0] / 2 - 12 * pdf.MM, under, pdf.A4[0] / 2 + 12 * pdf.MM, under)


def _draw_next_head(canvas: Canvas, paper: ClubPaper, number: int, page: dict[str, Any]) -> None:
    colours = tokens.ledger().light
    high = pdf.A4[1] - page["head_top"] * pdf.MM
    right = pdf.A4[0] - page["right"] * pdf.MM
    canvas.setFillColor(pdf.ink(colours.text3))
    left = page["left"] * pdf.MM
    room = right - left - 12 * pdf.MM  # the number of the page stands beside it
    fitted = pdf.fit(_plain(paper.name), pdf.SERIF, size=9.5, least=7.5, room=room)
    canvas.setFont(pdf.SERIF, fitted.size)
    canvas.drawString(left, high - 9.5, fitted.lines[0] if fitted.lines else "")
    canvas.setFont(pdf.SERIF, 9.5)
    canvas.drawRightString(right, high - 9.5, str(number))
    canvas.setStrokeColor(pdf.ink(colours.border))
    canvas.setLineWidth(0.5)
    canvas.line(page["left"] * pdf.MM, high - 15, right, high - 15)


def _draw_address(canvas: Canvas, lines: Sequence[str], box: Sequence[float]) -> None:
    left, top, wide, tall = (value * pdf.MM for value in box)
    wide = min(wide, pdf.A4[0] - _places()["page"]["right"] * pdf.MM - left)
    shown = [_plain(line).strip() for line in lines if line.strip()][:_ADDRESS_LINES]
    canvas.setFillColor(pdf.ink(tokens.ledger().light.text))
    fitted = []
    for number, line in enumerate(shown):
        font = pdf.SANS_BOLD if number == 0 else pdf.SANS
        # A name is never cut while there is room: three lines of it, two of a street.
        fit = pdf.fit(line, font, size=10.5, least=8, room=wide, lines=2 if number else 3)
        fitted += [(font, fit.size, part) for part in fit.lines]
    leading = min(14.0, tall / max(len(fitted), 1))  # more lines stand closer in the window
    high = pdf.A4[1] - top - 10.5
    for font, size, part in fitted:
        canvas.setFont(font, size)
        canvas.drawString(left, high, part)
        high -= leading


def _draw_folds(canvas: Canvas, folds: Sequence[float]) -> None:
    canvas.setStrokeColor(pdf.ink(tokens.ledger().light.border_strong))
    canvas.setLineWidth(0.3)
    for fold in folds:
        high = pdf.A4[1] - fold * pdf.MM
        canvas.line(4 * pdf.MM, high, 8 * pdf.MM, high)


def _draw_foot(canvas: Canvas, paper: ClubPaper, page: dict[str, Any]) -> None:
    if not paper.foot:
        return
    colours = tokens.ledger().light
    low = page["foot"] * pdf.MM
    canvas.setStrokeColor(pdf.ink(colours.border))
    canvas.setLineWidth(0.5)
    right = pdf.A4[0] - page["right"] * pdf.MM
    canvas.line(page["left"] * pdf.MM, low + 4 * pdf.MM, right, low + 4 * pdf.MM)
    canvas.setFillColor(pdf.ink(colours.text3))
    line = _plain("  ·  ".join(paper.foot))
    fitted = pdf.fit(line, pdf.SANS, size=8, least=6.5, room=right - page["left"] * pdf.MM, lines=2)
    for number, part in enumerate(fitted.lines):
        canvas.setFont(pdf.SANS, fitted.size)
        canvas.drawCentredString(pdf.A4[0] / 2, low - number * 11, part)
