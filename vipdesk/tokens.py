"""The design tokens of Ledger, read from their one file: colours, spacing, radii, type.

Without Qt, so that PDFs, charts and cards in other rooms take the same values:
`tokens.ledger().light.accent` is '#1F3A5F'.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, cast

from vipdesk import paths

# There is one ledger: without comparing and printing, the classes are made 2 ms sooner, and the
# first paint waits for them.


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Colours:
    """One theme's colours as '#RRGGBB'. `private` is for complaints only."""

    canvas: str
    surface: str
    sunken: str
    hover: str
    selected: str
    border: str
    border_strong: str
    text: str
    text2: str
    text3: str
    disabled: str
    accent: str
    accent_hover: str
    accent_press: str
    on_accent: str
    link: str
    focus: str
    brass: str
    brass_deco: str
    success: str
    success_bg: str
    warning: str
    warning_bg: str
    danger: str
    danger_bg: str
    info: str
    info_bg: str
    private: str
    private_bg: str

    def of(self, name: str) -> str:
        """A colour by its token's name; KeyError for a name that is no token."""
        if name not in self.__slots__:
            raise KeyError(name)
        return cast("str", getattr(self, name))


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Space:
    """Distances in pixels: 4 8 12 16 24 32 48."""

    xs: int
    s: int
    m: int
    l: int  # noqa: E741 the size's name in the design
    xl: int
    xxl: int
    xxxl: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Radius:
    """Corner radii in pixels."""

    badge: int
    control: int
    card: int
    dialog: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Size:
    """Heights and widths of controls, rows and the window, in pixels."""

    control: int
    compact: int
    large: int
    row: int
    row_compact: int
    row_tall: int
    header: int
    sidebar: int
    rail: int
    narrow: int
    window_width: int
    window_height: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Face:
    """One step of the type scale: pixels, line height in pixels, weight, 'sans' or 'serif'."""

    pixels: int
    line: int
    weight: int
    face: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Motion:
    """Durations in milliseconds."""

    state_ms: int
    panel_ms: int
    skeleton_ms: int
    toast_ms: int


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Metal:
    """The colours of a printed status card: ground, engraved lines, words, marks."""

    ground: str
    line: str
    ink: str
    ink2: str
    mark: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Tokens:
    """Everything the token file says; the pairs are (ink, ground) for the contrast test."""

    light: Colours
    dark: Colours
    space: Space
    radius: Radius
    size: Size
    type: dict[str, Face]
    motion: Motion
    metals: dict[str, Metal]
    text_pairs: tuple[tuple[str, str], ...]
    mark_pairs: tuple[tuple[str, str], ...]

    def colours(self, *, dark: bool) -> Colours:
        """The colours of one theme."""
        return self.dark if dark else self.light


def load(path: Path) -> Tokens:
    """Read a token file. A missing or unknown token raises TypeError: a bug of ours."""
    raw: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    colours = raw["colours"]
    return Tokens(
        light=Colours(**{name: pair[0] for name, pair in colours.items()}),
        dark=Colours(**{name: pair[1] for name, pair in colours.items()}),
        space=Space(**raw["space"]),
        radius=Radius(**raw["radius"]),
        size=Size(**raw["size"]),
        type={name: Face(*step) for name, step in raw["type"].items()},
        motion=Motion(**raw["motion"]),
        metals={name: Metal(**metal) for name, metal in raw["metals"].items()},
        text_pairs=tuple((ink, ground) for ink, ground in raw["contrast"]["text"]),
        mark_pairs=tuple((ink, ground) for ink, ground in raw["contrast"]["marks"]),
    )


@cache
def ledger() -> Tokens:
    """The tokens that ship with the desk (an immutable file, read once)."""
    return load(paths.resources() / "themes" / "ledger.toml")


def contrast(ink: str, ground: str) -> float:
    """Contrast ratio of two '#RRGGBB' colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    light, dark = sorted((_luminance(ink), _luminance(ground)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
