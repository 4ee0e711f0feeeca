"""The layout of a card as data: `resources/cards/<metal>.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from vipdesk import paths, pdf, tokens

WIDTH, HEIGHT = 85.60, 53.98
"""A card in millimetres: CR80, ISO/IEC 7810 ID-1."""

_FACES = {"serif": pdf.SERIF, "sans": pdf.SANS, "sans_bold": pdf.SANS_BOLD}
PLAIN = "silver"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where one text stands: millimetres, points, and a colour of the metal."""

    x: float
    y: float
    room: float
    size: float
    least: float
    face: str
    colour: str
    lines: int = 1
    leading: float = 1.2
    align: str = "left"
    tracking: float = 0
    capitals: bool = False
    downwards: bool = False  # y is the first line's, not the last one's
    label_y: float = 0
    label_size: float = 0
    label_colour: str = "ink2"

    @property
    def font(self) -> str:
        """ReportLab's name of the typeface."""
        return _FACES[self.face]


@dataclass(frozen=True, slots=True)
class CodeField:
    """The white field of the QR, in millimetres."""

    x: float
    y: float
    side: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Engraving:
    """Fine curves over the ground: 'waves' or a 'rosette'. Millimetres, radians, points."""

    kind: str
    amplitude: float
    drift: float
    width: float
    lines: int = 0
    length: float = 1
    x: float = 0
    y: float = 0
    rings: int = 0
    radius_from: float = 0
    radius_to: float = 0
    petals: int = 0


@dataclass(frozen=True, slots=True)
class Layout:
    """A metal's card."""

    metal: str
    colours: tokens.Metal
    safe: float
    radius: float
    engraving: Engraving
    front: dict[str, Spot]
    back: dict[str, Spot]
    code: CodeField


def load(path: Path) -> Layout:
    """Read a layout. TypeError or KeyError where the file says something else: a bug of ours."""
    raw: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    back = dict(raw["back"])
    code = CodeField(**back.pop("code"))
    return Layout(
        metal=raw["metal"],
        colours=tokens.ledger().metals[raw["metal"]],
        safe=raw["safe"],
        radius=raw["radius"],
        engraving=Engraving(**raw["engraving"]),
        front={name: Spot(**spot) for name, spot in raw["front"].items()},
        back={name: Spot(**spot) for name, spot in back.items()},
        code=code,
    )


@cache
def of_metal(metal: str) -> Layout:
    """The layout of a metal; of silver for a metal that has none of its own."""
    folder = paths.resources() / "cards"
    path = folder / f"{metal}.toml"
    return load(path if metal.isalnum() and path.is_file() else folder / f"{PLAIN}.toml")
