"""Text that fits its box."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vipdesk import pdf


def test_short_text_keeps_its_size() -> None:
    assert pdf.fit("Анна", pdf.SERIF, size=14, least=8, room=200) == pdf.Fitted(("Анна",), 14)


def test_longer_text_shrinks_before_it_breaks() -> None:
    fitted = pdf.fit("Анна Каренина", pdf.SERIF, size=14, least=8, room=80, lines=2)
    assert fitted.lines == ("Анна Каренина",)
    assert 11 <= fitted.size < 14


def test_a_hyphenated_name_breaks_after_the_hyphen() -> None:
    fitted = pdf.fit("Римская-Корсакова", pdf.SERIF, size=14, least=10, room=60, lines=2)
    assert fitted.lines[0] == "Римская-"


def test_what_cannot_fit_ends_in_an_ellipsis() -> None:
    fitted = pdf.fit("Щ" * 80, pdf.SANS, size=10, least=8, room=50)
    assert fitted.lines[0].endswith("…")


@given(
    st.text(st.characters(codec="utf-8", categories=("L", "N", "Zs", "Pd")), max_size=120),
    st.floats(20, 300),
    st.integers(1, 3),
)
def test_nothing_is_ever_wider_than_its_room(text: str, room: float, lines: int) -> None:
    fitted = pdf.fit(text, pdf.SANS, size=14, least=7, room=room, lines=lines)
    assert len(fitted.lines) <= lines
    assert all(pdf.width(line, pdf.SANS, fitted.size) <= room for line in fitted.lines)
