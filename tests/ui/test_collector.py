"""Garbage is looked through in pieces that no frame notices."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from vipdesk.ui.collector import Collector


class Knot:
    """Only the collector finds it."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def collector(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Collector]:
    monkeypatch.setattr(gc, "freeze", lambda: None)  # the tests' own start is aside already
    made = Collector(qapp)
    made.start()
    made.collect()  # the first time sets the start aside
    gc.collect()
    yield made
    made.stop()


def dropped() -> weakref.ref[Knot]:
    return weakref.ref(Knot())


def test_much_that_is_young_does_not_wait_for_the_next_second(collector: Collector) -> None:
    few = dropped()
    collector.worked()
    assert few() is not None
    kept = [[] for _ in range(20_000)]  # type: ignore[var-annotated]
    collector.worked()
    assert few() is None
    assert len(kept) == 20_000


def test_what_is_older_waits_while_the_desk_works(collector: Collector) -> None:
    knot = Knot()
    gc.collect(0)  # no longer young
    old = weakref.ref(knot)
    del knot
    for _ in range(20):
        collector.worked()
        collector.collect()
    assert old() is not None
    for _ in range(12):
        collector.collect()
    assert old() is None
