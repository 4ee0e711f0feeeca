"""What a few cases allow to say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vipdesk.health.statistics import Change, compare_counts, poisson_interval, share


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [(4, 5, 38, 96), (12, 14, 60, 96), (19, 20, 76, 99), (0, 6, 0, 39)],
)
def test_shares_come_with_wilsons_interval(k: int, n: int, low: int, high: int) -> None:
    found = share(k, n)
    assert (round(100 * found.low), round(100 * found.high)) == (low, high)


def test_below_five_cases_there_is_no_per_cent() -> None:
    assert share(3, 4).share is None
    assert share(4, 5).share == pytest.approx(0.8)
    assert (share(0, 0).share, share(0, 0).high) == (None, 1)


@pytest.mark.parametrize(
    ("count", "low", "high"), [(0, 0, 3.7), (3, 0.6, 8.8), (7, 2.8, 14.4), (12, 6.2, 21.0)]
)
def test_counts_come_with_the_exact_interval(count: int, low: float, high: float) -> None:
    assert poisson_interval(count) == pytest.approx((low, high), abs=0.05)


@pytest.mark.parametrize(
    ("before", "now", "p", "change"),
    [
        (7, 12, 0.36, Change.NO),
        (3, 10, 0.09, Change.PERHAPS),
        (2, 15, 0.002, Change.MORE),
        (15, 2, 0.002, Change.FEWER),
        (0, 0, 1.0, Change.NO),
    ],
)
def test_two_counts_differ_only_when_the_exact_test_says_so(
    before: int, now: int, p: float, change: Change
) -> None:
    found, said = compare_counts(before, now)
    assert found == pytest.approx(p, abs=0.005)
    assert said is change


@given(st.integers(0, 300), st.integers(0, 300))
def test_intervals_hold_what_they_are_about(k: int, rest: int) -> None:
    found = share(k, k + rest)
    if found.n:
        assert found.low - 1e-12 <= k / found.n <= found.high + 1e-12
    low, high = poisson_interval(k)
    assert low <= k <= high


def test_impossible_counts_are_refused() -> None:
    with pytest.raises(ValueError, match="between"):
        share(3, 2)
    with pytest.raises(ValueError, match="negative"):
        poisson_interval(-1)
