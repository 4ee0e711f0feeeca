"""The number of a complaint: read back as people type it, wrong ones noticed."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from vipdesk.complaints import public_no
from vipdesk.complaints.public_no import ALPHABET

bodies = st.text(ALPHABET, min_size=4, max_size=5)


def whole(body: str) -> str:
    return f"K-{body}-{public_no.check_symbol(body)}"


@given(bodies)
def test_a_number_reads_back_as_itself(body: str) -> None:
    assert public_no.read_back(whole(body)) == whole(body)


@given(bodies)
def test_lower_case_spaces_and_no_prefix_do_not_matter(body: str) -> None:
    number = whole(body)
    assert public_no.read_back(f"  {number.lower().replace('-', ' ')} ") == number
    assert public_no.read_back(number.removeprefix("K-")) == number


@given(bodies)
def test_cyrillic_look_alikes_are_read(body: str) -> None:
    cyrillic = whole(body).translate(str.maketrans("CHKMPTX", "СНКМРТХ"))
    assert public_no.read_back(cyrillic) == whole(body)
    assert public_no.read_back("№ " + cyrillic.lower()) == whole(body)


@given(bodies, st.integers(0, 3), st.sampled_from(ALPHABET))
def test_one_wrong_symbol_is_noticed(body: str, place: int, other: str) -> None:
    wrong = body[:place] + other + body[place + 1 :]
    read = public_no.read_back(f"K-{wrong}-{public_no.check_symbol(body)}")
    assert (read is None) == (wrong != body)


@given(bodies, st.integers(0, 2))
def test_two_swapped_symbols_are_noticed(body: str, place: int) -> None:
    swapped = body[:place] + body[place + 1] + body[place] + body[place + 2 :]
    read = public_no.read_back(f"K-{swapped}-{public_no.check_symbol(body)}")
    assert (read is None) == (swapped != body)


def test_what_is_not_a_number_is_not_read() -> None:
    for text in ("", "K-", "K-0000-0", "Волкова", "K-7QF4", "12345678"):
        assert public_no.read_back(text) is None


def test_numbers_do_not_count_and_hold_no_ambiguous_symbol() -> None:
    rng = random.Random(1)
    numbers = [public_no.new_number(rng.choice) for _ in range(2000)]
    assert not set("".join(numbers)) & set("01OILSZGBAEUYRV")
    assert numbers != sorted(numbers)
    assert all(public_no.read_back(n) == n for n in numbers)
