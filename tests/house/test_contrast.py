"""Every pair of ink and ground that stands on the screen can be read; colours have one home."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from vipdesk import tokens

ROOT = Path(__file__).resolve().parents[2]
LEDGER = tokens.ledger()
HEX = re.compile(r"#[0-9a-fA-F]{3,8}\b")


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), LEDGER.text_pairs)
def test_words_reach_aa(ink: str, ground: str, *, dark: bool) -> None:
    colours = LEDGER.colours(dark=dark)
    assert tokens.contrast(colours.of(ink), colours.of(ground)) >= 4.5


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), LEDGER.mark_pairs)
def test_edges_and_marks_reach_three_to_one(ink: str, ground: str, *, dark: bool) -> None:
    colours = LEDGER.colours(dark=dark)
    assert tokens.contrast(colours.of(ink), colours.of(ground)) >= 3


def test_the_measure_is_that_of_wcag() -> None:
    assert tokens.contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert tokens.contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_every_tone_of_a_badge_is_a_tested_pair() -> None:
    from vipdesk.ui.theme.look import Tone

    assert {(t.ink, t.ground) for t in Tone} <= set(LEDGER.text_pairs)


def test_no_colour_stands_outside_the_token_file() -> None:
    files = [
        *(ROOT / "vipdesk").rglob("*.py"),
        *(ROOT / "resources" / "icons").glob("*.svg"),
        *(ROOT / "resources" / "themes").glob("*.qss"),
    ]
    example = "'#1F3A5F'"  # in a docstring that says what a token looks like
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in files
        for match in HEX.finditer(path.read_text(encoding="utf-8").replace(example, ""))
        if not match.group()[1:].isdigit()
    ]
    assert not found


def test_an_unknown_token_is_refused() -> None:
    with pytest.raises(KeyError):
        LEDGER.light.of("pink")


def test_nothing_is_smaller_than_twelve_pixels() -> None:
    assert min(step.pixels for step in LEDGER.type.values()) >= 12
