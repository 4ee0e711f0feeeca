"""The brief card for the pocket: one A6 page that folds to A7, in Russian or English.

What stands on it is chosen by whoever makes the `BriefPaper`; this file only sets it. A card
in a pocket can be lost: nothing of health, diet or faith, no complaint, no score, no hold and
nobody else's trouble belongs on it, and its metadata name nobody.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from vipdesk import pdf, tokens
from vipdesk.access import Desk
from vipdesk.access.exports import Mark, begin_export
from vipdesk.clients.sight import client_of
from vipdesk.errors import UserError
from vipdesk.pdf import MM
from vipdesk.wording import Say, Words, say

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

A6 = (105 * MM, 148 * MM)
_LEFT, _RIGHT, _TOP, _FOOT = 8.0, 97.0, 8.0, 138.0  # millimetres
_FOLD = 74.0
_PHOTO = 24.0
_COLOURS = tokens.ledger().light


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and its lines; `alarm` is set in red with a mark before each line."""

    heading: Say
    lines: tuple[str, ...]
    alarm: bool = False


@dataclass(frozen=True, slots=True)
class BriefPaper:
    """What stands on the card, worded already. `photo` is a JPEG, or `initials` in a ring.

    upper: before the fold. lower: after it; what does not fit is left out from the end.
    """

    name: str
    spoken: str
    manner: str
    status: str
    initials: str
    photo: bytes | None
    upper: tuple[Part, ...]
    lower: tuple[Part, ...]


def begin_brief(desk: Desk, client_id: UUID) -> Mark:
    """Leave the entry in the journal and give the watermark. Raises `UserError`.

    A restricted client's data is kept and not used: there is no card.
    """
    if client_of(desk, client_id).restricted_at is not None:
        raise UserError(say("This client’s data is restricted: it is kept and not used."))
    fields = ("client", str(client_id))
    return begin_export(desk, "save_brief", reason="brief card for the pocket", fields=fields)


def brief_pdf(paper: BriefPaper, mark: Mark, words: Words) -> bytes:
    """One page, in the language of `words`."""
    out = io.BytesIO()
    canvas = pdf.new_canvas(out, A6, title=words(say("Brief card")), lang=words.lang.value)
    page = _Sheet(canvas, words)
    down = page.head(paper)
    down = page.parts(paper.upper, down, _FOLD - 2)
    page.fold()
    page.parts(paper.lower, max(down, _FOLD) + 3, _FOOT)
    page.foot(mark)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class _Sheet:
    """Speaks to the canvas in millimetres from the upper left corner."""

    canvas: Canvas
    words: Words

    def head(self, paper: BriefPaper) -> float:
        """Photo, name, how to address, status; returns how far down it came."""
        self._portrait(paper)
        x, room = _LEFT + _PHOTO + 5, _RIGHT - _LEFT - _PHOTO - 5
        y = _TOP + 3.5
        y += self._set(x, y, paper.name, 7.5, ink=_COLOURS.text2, room=room, lines=2)
        y += 1.8
        spoken = self.words("“{name}”", name=paper.spoken)
        y += self._set(x, y, spoken, 13, font=pdf.SERIF_BOLD, room=room, lines=2, least=9.5)
        y += 0.6
        y += self._set(x, y, paper.manner, 7.5, room=room, lines=3, ink=_COLOURS.text)
        if paper.status:
            y += 0.6
            y += self._set(
                x, y, paper.status, 7.5, font=pdf.SANS_BOLD, ink=_COLOURS.brass, room=room
            )
        return max(y, _TOP + _PHOTO) + 2.5

    def parts(self, parts: Sequence[Part], down: float, end: float) -> float:
        """As many as there is room for; returns how far down they came."""
        for part in parts:
            if not part.lines:
                continue
            if down + 7.5 > end:
                break
            self._set(
                _LEFT, down + 1.5, self.words(part.heading), 6.5, font=pdf.SANS_BOLD,
                ink=_COLOURS.danger if part.alarm else _COLOURS.text3,
            )  # fmt: skip
            down += 5.2
            for line in part.lines:
                if down + 1.5 > end:
                    break
                down += self._line(line, down, alarm=part.alarm, left=int((end - down) / 3.4) + 1)
            down += 1.6
        return down

    def fold(self) -> None:
        """Where it is folded."""
        self.canvas.setStrokeColor(pdf.ink(_COLOURS.border))
        self.canvas.setLineWidth(0.4)
        self.canvas.setDash(1, 2)
        at = self._down(_FOLD)
        self.canvas.line(0, at, 4 * MM, at)
        self.canvas.line(A6[0] - 4 * MM, at, A6[0], at)
        self.canvas.setDash()

    def foot(self, mark: Mark) -> None:
        """Who made it, when: a card that is found leads back."""
        self.canvas.setStrokeColor(pdf.ink(_COLOURS.brass_deco))
        self.canvas.setLineWidth(0.5)
        at = self._down(_FOOT + 1.5)
        self.canvas.line(_LEFT * MM, at, _RIGHT * MM, at)
        kept = self.words(say("Confidential. Destroy after use."))
        self._set(_LEFT, _FOOT + 4.2, kept, 5.5, ink=_COLOURS.text3)
        said = self.words(
            "{who}, {at}, no. {number}",
            who=mark.who, at=mark.at.strftime("%Y-%m-%d %H:%M UTC"), number=mark.number,
        )  # fmt: skip
        self._set(_LEFT, _FOOT + 6.8, said, 5.5, ink=_COLOURS.text3)

    def _line(self, text: str, down: float, *, alarm: bool, left: int) -> float:
        indent = 3.2 if alarm else 0.0
        if alarm:
            self.canvas.setFillColor(pdf.ink(_COLOURS.danger))
            self.canvas.circle((_LEFT + 1) * MM, self._down(down - 0.9), 0.8 * MM, 0, 1)
        return self._set(
            _LEFT + indent, down, text, 8.5 if alarm else 8, room=_RIGHT - _LEFT - indent,
            lines=max(1, min(2, left)), font=pdf.SANS_BOLD if alarm else pdf.SANS, least=7,
        )  # fmt: skip

    def _set(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        font: str = pdf.SANS,
        ink: str = _COLOURS.text,
        room: float = _RIGHT - _LEFT,
        lines: int = 1,
        least: float = 0,
    ) -> float:
        """Print at a first baseline; returns how many millimetres it took."""
        if not text:
            return 0
        fitted = pdf.fit(
            text, font, size=size, least=least or size * 0.85, room=room * MM, lines=lines
        )
        self.canvas.setFillColor(pdf.ink(ink))
        self.canvas.setFont(font, fitted.size)
        high = fitted.size * 1.24
        for number, line in enumerate(fitted.lines):
            self.canvas.drawString(x * MM, self._down(y) - number * high, line)
        return len(fitted.lines) * high / MM

    def _portrait(self, paper: BriefPaper) -> None:
        canvas, side = self.canvas, _PHOTO * MM
        x, y = _LEFT * MM, self._down(_TOP + _PHOTO)
        canvas.saveState()
        canvas.setStrokeColor(pdf.ink(_COLOURS.brass_deco))
        canvas.setLineWidth(0.7)
        if paper.photo is not None:
            self._photo(paper.photo, x, y, side)
        else:
            canvas.setFillColor(pdf.ink(_COLOURS.sunken))
            canvas.circle(x + side / 2, y + side / 2, side / 2, 1, 1)
            canvas.setFillColor(pdf.ink(_COLOURS.text2))
            canvas.setFont(pdf.SERIF, 20)
            canvas.drawCentredString(x + side / 2, y + side / 2 - 7, paper.initials)
        canvas.restoreState()

    def _photo(self, photo: bytes, x: float, y: float, side: float) -> None:
        """The face in a circle: the middle of the picture, and nearer to its top."""
        from reportlab.lib.utils import ImageReader

        canvas, picture = self.canvas, ImageReader(io.BytesIO(photo))
        wide, high = picture.getSize()
        scale = side / min(wide, high)
        canvas.saveState()
        inside = canvas.beginPath()
        inside.circle(x + side / 2, y + side / 2, side / 2)
        canvas.clipPath(inside, stroke=0, fill=0)
        below = (high * scale - side) * 3 / 4
        across = (wide * scale - side) / 2
        canvas.drawImage(picture, x - across, y - below, wide * scale, high * scale)
        canvas.restoreState()
        canvas.circle(x + side / 2, y + side / 2, side / 2, 1, 0)

    def _down(self, y: float) -> float:
        return A6[1] - y * MM
