"""The seating on paper: place cards to fold, the plan for the entrance, the facesheet for hosts.

Slow: for the worker. The same seating gives the same bytes; metadata hold no names.
"""

from __future__ import annotations

import io
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from vipdesk import pdf, tokens
from vipdesk.clients.names import display_name, initials
from vipdesk.events.seating import words as said
from vipdesk.events.seating.room import Piece, PieceKind, chairs
from vipdesk.wording import Lang, Say, Words, say

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from vipdesk.access import Desk
    from vipdesk.events.seating.facts import Party
    from vipdesk.events.seating.plan import Seating, SeatRow

MM = pdf.MM
WIDE, HIGH = pdf.A4
_MARGIN = 18 * MM


@dataclass(frozen=True, slots=True)
class Paper:
    """What papers are made of. photos: JPEG by client."""

    title: str
    place: str
    when: str
    seating: Seating
    photos: dict[UUID, bytes]


def read_paper(desk: Desk, event_id: UUID, words: Words) -> Paper:
    """Everything at once; noted in the journal, because names leave the desk."""
    from sqlalchemy import select

    from vipdesk.access.matrix import Verb
    from vipdesk.channels.hours import zone as zone_of
    from vipdesk.events import programme
    from vipdesk.events.seating import plan
    from vipdesk.models import ClientPhoto

    card = programme.get_event(desk, event_id)
    seating = plan.get_seating(desk, event_id, lang=words.lang)
    plan.note_printed(desk, event_id=event_id)
    photos: dict[UUID, bytes] = {}
    if desk.actor.may(Verb.SELECT, "client_photo"):
        ids = [s.client_id for s in seating.seats]
        rows = desk.session.execute(
            select(ClientPhoto.client_id, ClientPhoto.image).where(ClientPhoto.client_id.in_(ids))
        )
        photos = {client_id: image for client_id, image in rows}  # noqa: C416 rows
    zone = zone_of(card.row.zone)
    starts = card.row.starts_at.astimezone(zone) if zone is not None else card.row.starts_at
    when = words.day(starts.date(), weekday=True)
    return Paper(card.row.named(words.lang), card.row.place(words.lang), when, seating, photos)


class _Sheets:
    """Pages of one paper."""

    def __init__(self, title: Say, words: Words, size: tuple[float, float]) -> None:
        self.words, self.size = words, size
        self.out = io.BytesIO()
        self.canvas: Canvas = pdf.new_canvas(
            self.out, size, title=words(title), lang=words.lang.value
        )
        self.ink = tokens.ledger().colours(dark=False)

    def bytes(self) -> bytes:
        self.canvas.save()
        return self.out.getvalue()

    def line(
        self, text: str, x: float, y: float, *, font: str = pdf.SANS, size: float = 9,
        room: float = 0, ink: str = "text", centred: bool = False,
    ) -> None:  # fmt: skip
        """One line, smaller or cut where it does not fit."""
        if room:
            fitted = pdf.fit(text, font, size=size, least=size * 0.7, room=room)
            text, size = fitted.lines[0] if fitted.lines else "", fitted.size
        self.canvas.setFont(font, size)
        self.canvas.setFillColor(pdf.ink(getattr(self.ink, ink)))
        draw = self.canvas.drawCentredString if centred else self.canvas.drawString
        draw(x, y, text)

    def rule(self, x: float, y: float, to: float, ink: str = "border", width: float = 0.6) -> None:
        self.canvas.setStrokeColor(pdf.ink(getattr(self.ink, ink)))
        self.canvas.setLineWidth(width)
        self.canvas.line(x, y, to, y)


def _name(party: Party, place: int, words: Words) -> str:
    """'Пётр Щукин'; a companion is the guest of somebody."""
    name = said.short(party.name, words.lang)
    return name if not place else words(say("Guest of {name}", name=name))


def _by_table(seating: Seating) -> dict[int, list[SeatRow]]:
    found: dict[int, list[SeatRow]] = defaultdict(list)
    for seat in sorted(seating.seats, key=lambda s: (s.table_no, s.seat_no)):
        found[seat.table_no].append(seat)
    return found


# Place cards ----------------------------------------------------------------------------------


def place_cards_pdf(paper: Paper, words: Words) -> bytes:
    """Tents of 90 × 55 mm, eight on a page, to cut and to fold; both sides say the name."""
    sheets = _Sheets(say("Place cards"), words, pdf.A4)
    wide, high = 90 * MM, 55 * MM
    parties = {p.client_id: p for p in paper.seating.facts.parties}
    seats = [s for row in sorted(_by_table(paper.seating).items()) for s in row[1]]
    left, top = (WIDE - 2 * wide) / 2, HIGH - (HIGH - 4 * high) / 2
    for number, seat in enumerate(seats):
        spot = number % 8
        if number and not spot:
            sheets.canvas.showPage()
        x, y = left + spot % 2 * wide, top - (spot // 2 + 1) * high
        _place_card(sheets, x, y, wide, high, _name(parties[seat.client_id], seat.place, words),
                    words(say("Table {number}", number=seat.table_no)))  # fmt: skip
    return sheets.bytes()


def _place_card(
    sheets: _Sheets, x: float, y: float, wide: float, high: float, name: str, table: str
) -> None:
    canvas = sheets.canvas
    canvas.saveState()
    canvas.setStrokeColor(pdf.ink(sheets.ink.border))
    canvas.setLineWidth(0.4)
    canvas.rect(x, y, wide, high)
    canvas.setDash(2, 2)
    canvas.line(x, y + high / 2, x + wide, y + high / 2)
    canvas.restoreState()
    for turned in (False, True):
        canvas.saveState()
        canvas.translate(x + wide / 2, y + high / 2)
        if turned:
            canvas.rotate(180)
        fitted = pdf.fit(name, pdf.SERIF, size=19, least=11, room=wide - 12 * MM, lines=2)
        base = -high / 4 + (len(fitted.lines) - 1) * fitted.size * 0.55 - 1 * MM
        for line in fitted.lines:
            sheets.line(line, 0, base, font=pdf.SERIF, size=fitted.size, centred=True)
            base -= fitted.size * 1.15
        sheets.rule(-7 * MM, -high / 2 + 7.4 * MM, 7 * MM, ink="brass_deco", width=0.5)
        sheets.line(table, 0, -high / 2 + 3.2 * MM, size=7.5, ink="text3", centred=True)
        canvas.restoreState()


# The plan -------------------------------------------------------------------------------------


def plan_pdf(paper: Paper, words: Words) -> bytes:
    """The room on one page across, then who sits where, by name and by table."""
    sheets = _Sheets(say("Plan of the tables"), words, (HIGH, WIDE))
    _head(sheets, paper, words, say("Plan of the tables"))
    box = (_MARGIN, 12 * MM, HIGH - 2 * _MARGIN, WIDE - 46 * MM)
    room = paper.seating.room
    scale = min(box[2] / room.width, box[3] / room.depth)
    x0 = box[0] + (box[2] - room.width * scale) / 2
    y0 = box[1] + box[3] - (box[3] - room.depth * scale) / 2
    canvas = sheets.canvas
    canvas.setStrokeColor(pdf.ink(sheets.ink.border))
    canvas.setLineWidth(0.6)
    canvas.rect(x0, y0 - room.depth * scale, room.width * scale, room.depth * scale)
    seats = _by_table(paper.seating)
    for piece in room.pieces:
        _draw_piece(sheets, piece, x0, y0, scale, words)
        if piece.is_table:
            _draw_chairs(sheets, paper, piece, seats[piece.number], (x0, y0, scale))
    canvas.showPage()
    _directory(sheets, paper, words)
    return sheets.bytes()


def _head(sheets: _Sheets, paper: Paper, words: Words, title: Say) -> float:
    wide, high = sheets.size
    sheets.line(words(title), _MARGIN, high - 18 * MM, font=pdf.SERIF, size=17,
                room=wide - 2 * _MARGIN)  # fmt: skip
    told = " · ".join(p for p in (paper.title, paper.when, paper.place) if p)
    sheets.line(told, _MARGIN, high - 24.5 * MM, size=9.5, ink="text2", room=wide - 2 * _MARGIN)
    sheets.rule(_MARGIN, high - 28 * MM, wide - _MARGIN, ink="brass_deco")
    return high - 28 * MM


def _draw_piece(
    sheets: _Sheets, piece: Piece, x0: float, y0: float, scale: float, words: Words
) -> None:
    canvas = sheets.canvas
    canvas.saveState()
    canvas.translate(x0 + piece.x * scale, y0 - piece.y * scale)
    canvas.rotate(-piece.turn)
    canvas.setStrokeColor(pdf.ink(sheets.ink.border_strong))
    canvas.setFillColor(pdf.ink(sheets.ink.sunken))
    wide, deep = piece.width * scale, piece.depth * scale
    if piece.kind is PieceKind.ROUND:
        canvas.circle(0, 0, wide / 2, fill=1)
    else:
        canvas.rect(-wide / 2, -deep / 2, wide, deep, fill=1)
    canvas.rotate(piece.turn)
    if piece.is_table:
        sheets.line(str(piece.number), 0, -4, font=pdf.SERIF, size=13, centred=True)
    else:
        stage = piece.kind is PieceKind.STAGE
        told = words(say("Stage") if stage else say("Entrance"))
        sheets.line(told, 0, -3 if stage else deep / 2 + 4, size=8, ink="text2", centred=True)
    canvas.restoreState()


def _draw_chairs(
    sheets: _Sheets, paper: Paper, piece: Piece, seats: list[SeatRow],
    frame: tuple[float, float, float],
) -> None:  # fmt: skip
    x0, y0, scale = frame
    canvas = sheets.canvas
    parties = {p.client_id: p for p in paper.seating.facts.parties}
    who = {s.seat_no: s for s in seats}
    radius = max(3.0, min(8.0, 26 * scale))
    for chair in chairs(piece):
        seat = who.get(chair.number)
        host = bool(piece.host) and chair.number == 1
        x, y = x0 + chair.x * scale, y0 - chair.y * scale
        canvas.setStrokeColor(pdf.ink(sheets.ink.border_strong))
        taken = seat is not None or host
        canvas.setFillColor(pdf.ink(sheets.ink.selected if taken else sheets.ink.surface))
        canvas.setLineWidth(0.5)
        canvas.circle(x, y, radius, fill=1)
        told = _letters(parties, seat, paper, piece) if taken else ""
        if told:
            sheets.line(told, x, y - radius * 0.32, size=radius * 0.85, centred=True)


def _letters(parties: dict[UUID, Party], seat: SeatRow | None, paper: Paper, piece: Piece) -> str:
    if seat is None:
        who = paper.seating.facts.hosts.get(UUID(piece.host))
        return monogram(who.name) if who is not None else ""
    party = parties[seat.client_id]
    return f"+{seat.place}" if seat.place else initials(party.name.surname, party.name.given)


def _directory(sheets: _Sheets, paper: Paper, words: Words) -> None:
    """By name, three columns: for those who receive the guests."""
    rows = []
    tables = {(s.client_id, s.place): s for s in paper.seating.seats}
    for party in paper.seating.facts.parties:
        for place in range(party.size):
            seat = tables.get((party.client_id, place))
            if seat is not None:
                name = (
                    display_name(party.name, words.lang)
                    if not place
                    else _name(party, place, words)
                )
                rows.append((name, f"{seat.table_no} · {seat.seat_no}"))
    wide, high = sheets.size
    column, gap = (wide - 2 * _MARGIN - 2 * 10 * MM) / 3, 10 * MM
    per_column = 30
    for first in range(0, len(rows), 3 * per_column):
        if first:
            sheets.canvas.showPage()
        top = _head(sheets, paper, words, say("Guests by name: table and chair")) - 8 * MM
        for number, (name, where) in enumerate(rows[first : first + 3 * per_column]):
            x = _MARGIN + number // per_column * (column + gap)
            y = top - number % per_column * 4.9 * MM
            sheets.line(name, x, y, size=9, room=column - 18 * MM)
            sheets.line(where, x + column - 14 * MM, y, size=9, ink="text2")
            sheets.rule(x, y - 1.4 * MM, x + column)
    del high


# The facesheet --------------------------------------------------------------------------------


def facesheet_pdf(paper: Paper, words: Words) -> bytes:
    """For each host: who sits at the table, how they look, what speaks for their company."""
    sheets = _Sheets(say("Facesheet"), words, pdf.A4)
    parties = {p.client_id: p for p in paper.seating.facts.parties}
    y, first = 0.0, True
    for table in paper.seating.room.tables:
        seats = _by_table(paper.seating)[table.number]
        if not seats:
            continue
        needed = 14 * MM + 23 * MM * ((len(seats) + 1) // 2)
        if first or y - min(needed, 120 * MM) < _MARGIN:
            if not first:
                sheets.canvas.showPage()
            y, first = _head(sheets, paper, words, say("Facesheet")) - 10 * MM, False
        y = _table_head(sheets, paper, table, y, words)
        for number, seat in enumerate(seats):
            if number and not number % 2:
                y -= 23 * MM
            if y - 20 * MM < _MARGIN and not number % 2:
                sheets.canvas.showPage()
                y = _head(sheets, paper, words, say("Facesheet")) - 10 * MM
            x = _MARGIN + number % 2 * (WIDE / 2 - _MARGIN + 3 * MM)
            _face(sheets, paper, parties[seat.client_id], seat, (x, y), words)
        y -= 31 * MM
    return sheets.bytes()


def _table_head(sheets: _Sheets, paper: Paper, table: Piece, y: float, words: Words) -> float:
    sheets.line(words(say("Table {number}", number=table.number)), _MARGIN, y, font=pdf.SERIF,
                size=13)  # fmt: skip
    host = paper.seating.facts.hosts.get(UUID(table.host)) if table.host else None
    if host is not None:
        told = words(say("Host: {name}", name=host.shown(words.lang)))
        sheets.line(told, _MARGIN + 32 * MM, y, size=9.5, ink="text2", room=110 * MM)
    sheets.rule(_MARGIN, y - 2.5 * MM, WIDE - _MARGIN)
    return y - 6 * MM


def _face(
    sheets: _Sheets, paper: Paper, party: Party, seat: SeatRow, at: tuple[float, float],
    words: Words,
) -> None:  # fmt: skip
    x, y = at
    size = 17 * MM
    image = None if seat.place else paper.photos.get(party.client_id)
    if image is not None:
        sheets.canvas.drawImage(_picture(image), x, y - size, size, size, mask="auto",
                                preserveAspectRatio=True)  # fmt: skip
    else:
        sheets.canvas.setFillColor(pdf.ink(sheets.ink.sunken))
        sheets.canvas.rect(x, y - size, size, size, stroke=0, fill=1)
        letters = "+" if seat.place else initials(party.name.surname, party.name.given)
        sheets.line(letters, x + size / 2, y - size / 2 - 4, font=pdf.SERIF, size=14,
                    ink="text2", centred=True)  # fmt: skip
    room = WIDE / 2 - _MARGIN - size - 8 * MM
    left, base = x + size + 4 * MM, y - 4 * MM
    sheets.line(_name(party, seat.place, words), left, base, font=pdf.SANS_BOLD, size=10, room=room)
    if seat.place:
        return
    why = paper.seating.reasons.get(party.client_id, ())
    told = [party.position, party.company, *(words(r) for r in why)]
    for line in [t for t in told if t][:4]:
        base -= 3.9 * MM
        sheets.line(line, left, base, size=8.5, ink="text2", room=room)


def _picture(image: bytes) -> Any:
    from reportlab.lib.utils import ImageReader

    return ImageReader(io.BytesIO(image))


def monogram(name: str) -> str:
    """'МО' of 'Мария Орлова'."""
    return "".join(part[0] for part in name.split()[:2]).upper()


def paper_name(kind: str, lang: Lang) -> str:
    """The file's name: no names of people in it."""
    names = {
        "cards": ("Карточки.pdf", "Place cards.pdf"),
        "plan": ("План рассадки.pdf", "Plan of the tables.pdf"),
        "faces": ("Список для хозяев столов.pdf", "Facesheet.pdf"),
    }
    return names[kind][lang is Lang.EN]
