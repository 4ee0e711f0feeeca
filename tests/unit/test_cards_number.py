"""Card numbers survive dictation and tell nobody how many there are."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vipdesk.cards.number import check_digits, grouped, is_number, new_number, plain

numbers = st.integers(10**9, 10**10 - 1).map(lambda n: f"{n}{check_digits(str(n))}")


def test_check_digits_are_those_of_the_standard() -> None:
    # ISO/IEC 7064, MOD 97-10: 794 has the check digits 44.
    assert check_digits("794") == "44"


@given(numbers, st.integers(0, 11), st.integers(1, 9))
def test_any_single_wrong_digit_is_found(number: str, at: int, by: int) -> None:
    wrong = number[:at] + str((int(number[at]) + by) % 10) + number[at + 1 :]
    assert is_number(number)
    assert not is_number(wrong)


@given(numbers, st.integers(0, 11), st.integers(0, 11))
def test_any_two_swapped_digits_are_found(number: str, one: int, two: int) -> None:
    digits = list(number)
    digits[one], digits[two] = digits[two], digits[one]
    swapped = "".join(digits)
    assert is_number(swapped) == (swapped == number)


def test_numbers_do_not_count() -> None:
    made = [int(new_number()[:-2]) for _ in range(50)]
    assert len(set(made)) == 50
    assert made != sorted(made)


def test_a_number_is_read_however_it_is_spaced() -> None:
    number = new_number(random.Random(1))
    assert plain(grouped(number)) == number
    assert is_number(grouped(number).replace(" ", "\u00a0"))
    assert is_number(grouped(number).replace(" ", "-"))


@pytest.mark.parametrize("text", ["", "1234", "abcdefghijkl", "000000000000", "4" * 13])
def test_what_is_no_number_is_refused(text: str) -> None:
    assert not is_number(text)
