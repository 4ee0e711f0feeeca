"""Letters typed while a sheet is being shown are the sheet's."""

import struct

import pytest

from vipdesk.ui.early_keys import aimed_at, letter_for

PAGE, SHEET, OTHER = 0x200001, 0x200009, 0x200777
BOTH = frozenset({PAGE, SHEET})
LETTER, RETURN, CTRL, SHIFT, PRESS, RELEASE, MOUSE, SENT = 38, 36, 0x04, 0x01, 2, 3, 4, 0x82


def key(code: int = LETTER, *, window: int = PAGE, state: int = 0, kind: int = PRESS) -> bytes:
    """A key event as X11 lays it out."""
    return struct.pack("=BBHIIIIhhhhHBx", kind, code, 0, 0, 1, window, 0, 0, 0, 0, 0, state, 1)


@pytest.mark.parametrize(
    "event", [key(), key(kind=RELEASE), key(state=SHIFT), key(window=SHEET)],
    ids=["pressed", "released", "a capital", "for the sheet itself"],
)  # fmt: skip
def test_a_letter_is_kept_for_the_sheet(event: bytes) -> None:
    assert letter_for(event, BOTH)


@pytest.mark.parametrize(
    "event",
    [key(RETURN), key(state=CTRL), key(window=OTHER), key(kind=MOUSE), key(kind=SENT)],
    ids=["enter", "a chord", "another window", "the mouse", "sent again"],
)
def test_what_is_no_letter_for_the_sheet_goes_its_way(event: bytes) -> None:
    assert not letter_for(event, BOTH)


def test_a_letter_for_the_page_is_aimed_at_the_sheet_and_stays_the_same_letter() -> None:
    assert aimed_at(key(state=SHIFT), SHEET) == key(window=SHEET, state=SHIFT)
