"""The slip at the foot of a letter that a guest cuts off and sends back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from vipdesk import pdf, tokens

if TYPE_CHECKING:
    from reportlab.platypus import Flowable


@dataclass(frozen=True, slots=True)
class ReplySlip:
    """Every line already in the reader's language. `choices`: each gets a box to tick.

    options: (question, answers) with a box for each answer; each: a line below them.
    """

    title: str
    name: str
    choices: tuple[str, ...]
    code: str
    note: str = ""
    options: tuple[tuple[str, tuple[str, ...]], ...] = ()
    each: str = ""


_LONG = 26  # letters; three answers of fewer stand side by side
_BOXES = [
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
    ("LEFTPADDING", (0, 0), (-1, -1), 0),
    ("TOPPADDING", (0, 0), (-1, -1), 3),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
]


def slip_flowables(slip: ReplySlip, wide: float) -> list[Flowable]:
    """A dashed line to cut along, the boxes, the code. `wide`: of the text, in points."""
    from reportlab.lib.enums import TA_RIGHT
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import HRFlowable, Paragraph, Spacer, Table

    look = tokens.ledger().light
    dashed = pdf.ink(look.border_strong)

    def words(
        text: str, font: str, size: float, *, ink: str = "text", right: bool = False
    ) -> Flowable:
        style = ParagraphStyle(
            f"slip{font}{size}{right}", fontName=font, fontSize=size, leading=size * 1.4,
            textColor=pdf.ink(look.of(ink)), alignment=TA_RIGHT if right else 0,
        )  # fmt: skip
        return Paragraph(escape(text), style)

    head = Table(
        [[words(slip.title, pdf.SERIF_BOLD, 11), words(slip.code, pdf.SANS_BOLD, 11, right=True)]],
        colWidths=[wide * 0.6, wide * 0.4],
    )
    head.setStyle([("LEFTPADDING", (0, 0), (-1, -1), 0), ("RIGHTPADDING", (0, 0), (-1, -1), 0)])

    def ticked(answers: tuple[str, ...], across: int) -> Flowable:
        cells = [c for a in answers for c in (_box(dashed), words(a, pdf.SANS, 10))]
        cells += [""] * (-len(cells) % (2 * across))
        rows = [cells[at : at + 2 * across] for at in range(0, len(cells), 2 * across)]
        return Table(rows, colWidths=[18, wide / across - 18] * across, style=_BOXES)

    options: list[Flowable] = []
    for question, answers in slip.options:
        across = min(len(answers), 1 if any(len(a) > _LONG for a in answers) else 3)
        options += [Spacer(0, 4), words(question, pdf.SANS_BOLD, 10), ticked(answers, across)]
    if slip.each:
        options.append(words(slip.each, pdf.SANS, 8.5, ink="text2"))
    return [
        Spacer(0, 16),
        HRFlowable(
            width="100%",
            thickness=0.6,
            dash=(3, 3),
            color=pdf.ink(look.border_strong),
            spaceAfter=8,
        ),
        head,
        words(slip.name, pdf.SANS, 10),
        Spacer(0, 4),
        ticked(slip.choices, 1),
        *options,
        Spacer(0, 4),
        words(slip.note, pdf.SANS, 8.5, ink="text2"),
    ]


def _box(ink: object) -> Flowable:
    from reportlab.graphics.shapes import Drawing, Rect

    drawing = Drawing(10, 10)
    drawing.add(Rect(0.5, 0.5, 9, 9, strokeColor=ink, strokeWidth=0.8, fillColor=None))
    return drawing
