"""A room as it is drawn: tables with numbered chairs, stage, doors. Lengths in centimetres.

Angles in degrees, clockwise; y grows downwards, as on a screen.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from math import ceil, cos, hypot, pi, radians, sin
from typing import Any

ELBOW = 62  # of table edge a guest needs
WALK = 190  # tables whose edges are nearer than this are neighbours
CHAIR = 34  # from the table's edge to the middle of a chair
SNAP = 25


class PieceKind(StrEnum):
    """What stands in a room."""

    ROUND = "round"
    LONG = "long"
    STAGE = "stage"
    DOOR = "door"


@dataclass(frozen=True, slots=True)
class Piece:
    """A thing on the plan. x, y: its middle. number: of a table, 0 for others. heads: a long table
    with a chair at each end. host: id of the colleague who sits on chair 1, or ''; languages: the
    host's.
    """

    kind: PieceKind
    x: int
    y: int
    turn: int = 0
    width: int = 180
    depth: int = 180
    number: int = 0
    seats: int = 0
    heads: bool = False
    step_free: bool = False
    host: str = ""
    languages: tuple[str, ...] = ("ru",)

    @property
    def is_table(self) -> bool:
        """Whether guests sit at it."""
        return self.kind in (PieceKind.ROUND, PieceKind.LONG)

    @property
    def for_guests(self) -> int:
        """Chairs that are left to guests."""
        return max(0, self.seats - bool(self.host))


@dataclass(frozen=True, slots=True)
class Chair:
    """Where a chair stands, and where it looks from (degrees from the table's middle)."""

    number: int
    x: float
    y: float
    turn: float


@dataclass(frozen=True, slots=True)
class Room:
    """The plan."""

    width: int = 2000
    depth: int = 1400
    pieces: tuple[Piece, ...] = field(default=())

    @property
    def tables(self) -> tuple[Piece, ...]:
        """By number."""
        return tuple(sorted((p for p in self.pieces if p.is_table), key=lambda p: p.number))

    def table(self, number: int) -> Piece | None:
        """The table of this number."""
        return next((t for t in self.tables if t.number == number), None)

    def with_piece(self, index: int, piece: Piece) -> Room:
        """Another piece in place of one, kept inside the walls."""
        piece = replace(piece, x=_clamp(piece.x, self.width), y=_clamp(piece.y, self.depth))
        return replace(self, pieces=(*self.pieces[:index], piece, *self.pieces[index + 1 :]))

    def without(self, index: int) -> Room:
        """One piece less."""
        return replace(self, pieces=(*self.pieces[:index], *self.pieces[index + 1 :]))

    def next_number(self) -> int:
        """The first free number of a table."""
        taken = {t.number for t in self.tables}
        return next(n for n in range(1, len(taken) + 2) if n not in taken)


def _clamp(value: int, most: int) -> int:
    return max(0, min(most, value))


def table_size(kind: PieceKind, seats: int, *, heads: bool = False) -> tuple[int, int]:
    """Width and depth of a table for so many."""
    if kind is PieceKind.ROUND:
        across = max(120, round(seats * ELBOW / pi))
        return across, across
    sides = max(2, seats - 2 if heads else seats)
    return max(120, ceil(sides / 2) * ELBOW + 20), 100


def new_table(
    room: Room, kind: PieceKind, seats: int, *, heads: bool = False, step_free: bool = False
) -> Room:
    """One table more, where there is room, with the next number."""
    width, depth = table_size(kind, seats, heads=heads)
    x, y = _free_place(room, width, depth)
    piece = Piece(kind, x, y, 0, width, depth, room.next_number(), seats, heads, step_free)
    return replace(room, pieces=(*room.pieces, piece))


def new_fixture(room: Room, kind: PieceKind) -> Room:
    """A stage where there is room for it, or an entrance in the middle of a wall without one."""
    if kind is PieceKind.STAGE:
        width, depth = min(600, room.width // 2), 140
        x, y = _free_place(room, width, depth)
        return replace(room, pieces=(*room.pieces, Piece(kind, x, y, 0, width, depth)))
    walls = (
        (room.width // 2, room.depth - 15, 0), (15, room.depth // 2, 90),
        (room.width - 15, room.depth // 2, 90), (room.width // 2, 15, 0),
    )  # fmt: skip
    taken = {(p.x, p.y) for p in room.pieces}
    x, y, turn = next((w for w in walls if w[:2] not in taken), walls[0])
    return replace(room, pieces=(*room.pieces, Piece(kind, x, y, turn, 180, 30)))


def _free_place(room: Room, width: int, depth: int) -> tuple[int, int]:
    step = 50
    reach = 2 * CHAIR + 60
    for y in range(depth // 2 + CHAIR + 40, max(room.depth - depth // 2, depth), step):
        for x in range(width // 2 + CHAIR + 40, max(room.width - width // 2, width), step):
            if all(
                abs(p.x - x) > (p.width + width) / 2 + reach
                or abs(p.y - y) > (p.depth + depth) / 2 + reach
                for p in room.pieces
                if p.kind is not PieceKind.DOOR
            ):
                return x, y
    return room.width // 2, room.depth // 2


def rows_of_tables(
    count: int, seats: int, kind: PieceKind = PieceKind.ROUND, *, step_free: bool = False
) -> Room:
    """A room to begin with: a stage, a door, so many tables in rows."""
    width, depth = table_size(kind, seats)
    across = max(1, min(count, 5 if kind is PieceKind.ROUND else 3))
    gap_x, gap_y = width + 2 * CHAIR + 130, depth + 2 * CHAIR + 130
    rows = ceil(count / across)
    room = Room(max(1200, across * gap_x + 160), max(900, rows * gap_y + 330))
    left = (room.width - across * gap_x) / 2 + gap_x / 2
    pieces = [
        Piece(PieceKind.STAGE, room.width // 2, 100, 0, min(600, room.width // 2), 140),
        Piece(PieceKind.DOOR, room.width // 2, room.depth - 15, 0, 180, 30),
    ]
    pieces += [
        Piece(
            kind, round(left + n % across * gap_x), round(250 + gap_y / 2 + n // across * gap_y),
            0, width, depth, n + 1, seats, step_free=step_free,
        )
        for n in range(count)
    ]  # fmt: skip
    return replace(room, pieces=tuple(pieces))


def chairs(table: Piece) -> tuple[Chair, ...]:
    """The chairs of a table in order around it; chair 1 is the head, where a host sits."""
    if table.kind is PieceKind.ROUND:
        return tuple(_round_chair(table, n) for n in range(table.seats))
    return tuple(
        _turned(table, number + 1, x, y, turn)
        for number, (x, y, turn) in enumerate(_long_places(table))
    )


def _round_chair(table: Piece, number: int) -> Chair:
    angle = 2 * pi * number / max(1, table.seats) - pi / 2
    reach = table.width / 2 + CHAIR
    return _turned(table, number + 1, reach * cos(angle), reach * sin(angle), angle * 180 / pi)


def _long_places(table: Piece) -> list[tuple[float, float, float]]:
    """Clockwise: the left head, the upper side, the right head, the lower side."""
    heads = min(2, table.seats) if table.heads else 0
    sides = table.seats - heads
    upper, lower = (sides + 1) // 2, sides // 2
    out, end = table.depth / 2 + CHAIR, table.width / 2 + CHAIR
    places: list[tuple[float, float, float]] = [(-end, 0.0, 180.0)] if heads else []
    places += [(x, -out, -90.0) for x in _spread(table.width, upper)]
    places += [(end, 0.0, 0.0)] if heads > 1 else []
    return places + [(x, out, 90.0) for x in reversed(_spread(table.width, lower))]


def _spread(width: float, count: int) -> list[float]:
    return [-width / 2 + width * (n + 0.5) / count for n in range(count)]


def _turned(table: Piece, number: int, x: float, y: float, turn: float) -> Chair:
    a = radians(table.turn)
    return Chair(
        number,
        table.x + x * cos(a) - y * sin(a),
        table.y + x * sin(a) + y * cos(a),
        turn + table.turn,
    )


def neighbours(room: Room) -> dict[int, frozenset[int]]:
    """Tables beside each table, by number: an aisle apart, not more."""
    tables = room.tables
    return {
        t.number: frozenset(
            o.number for o in tables if o is not t and _gap(t, o) < WALK + 2 * CHAIR
        )
        for t in tables
    }


def nearest(room: Room, number: int, count: int = 3) -> tuple[int, ...]:
    """A table and those nearest to it, by number."""
    here = room.table(number)
    if here is None:
        return ()
    others = sorted(
        (t for t in room.tables if t is not here), key=lambda t: (_gap(here, t), t.number)
    )
    return (number, *(t.number for t in others[: count - 1]))


def _gap(one: Piece, other: Piece) -> float:
    """Between the edges, by boxes that hold the tables however they are turned."""
    reach_x = (_span(one, across=True) + _span(other, across=True)) / 2
    reach_y = (_span(one, across=False) + _span(other, across=False)) / 2
    return hypot(max(0.0, abs(one.x - other.x) - reach_x), max(0.0, abs(one.y - other.y) - reach_y))


def _span(piece: Piece, *, across: bool) -> float:
    if piece.kind is PieceKind.ROUND:
        return piece.width
    a = radians(piece.turn)
    along, deep = (cos(a), sin(a)) if across else (sin(a), cos(a))
    return abs(piece.width * along) + abs(piece.depth * deep)


def keep(room: Room) -> dict[str, Any]:
    """As the database keeps it."""
    return asdict(room)


def read(kept: dict[str, Any]) -> Room:
    """From the database; what it does not know is left out."""
    names = set(Piece.__dataclass_fields__)
    pieces = tuple(
        Piece(**{k: _value(k, v) for k, v in p.items() if k in names})
        for p in kept.get("pieces", ())
    )
    return Room(kept.get("width", 2000), kept.get("depth", 1400), pieces)


def _value(name: str, value: Any) -> Any:
    if name == "kind":
        return PieceKind(value)
    return tuple(value) if name == "languages" else value
