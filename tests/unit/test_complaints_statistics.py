"""Statistics of the private track: nothing too small, nothing flattered."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

from tests.factories import as_role, client
from tests.factories_complaints import filed, in_work
from vipdesk.access import Desk
from vipdesk.complaints import statistics
from vipdesk.complaints.statistics import Cell, Statistics, cells
from vipdesk.complaints.survival import lasting, part
from vipdesk.vocabulary import ClockKind, ComplaintCategory, Role


def _told(desk: Desk) -> Statistics:
    return statistics.get_statistics(
        desk, since=desk.now - timedelta(days=30), until=desk.now + timedelta(days=1)
    )


def test_nineteen_of_twenty_is_76_to_99_percent() -> None:
    found = part(19, 20)
    assert (round(found.low * 100), round(found.high * 100)) == (76, 99)


def test_of_four_no_percent_is_told() -> None:
    assert part(3, 4).share is None
    assert part(4, 5).share == 0.8


def test_open_ones_count_as_long_as_they_last() -> None:
    done = [(1.0, True), (2.0, True), (3.0, True)]
    assert lasting(done).median == 2.0
    slow = lasting([*done, (9.0, False), (9.0, False), (9.0, False), (9.0, False)])
    assert (slow.median, slow.low, slow.open) == (None, 2.0, 4)
    assert lasting([]).median is None


def test_small_cells_are_put_together_and_cannot_be_found_by_subtraction() -> None:
    def of(key: str, clients: int) -> list[tuple[str, object, bool]]:
        return [(key, uuid4(), False) for _ in range(clients)]

    rows = [*of("a", 9), *of("b", 6), *of("c", 2)]
    assert cells(rows, 1) == (Cell("a", 9), Cell("b", 6), Cell("c", 2))  # type: ignore[arg-type]
    assert cells(rows, 5) == (Cell("a", 9), Cell(None, 8))  # type: ignore[arg-type]
    assert cells(of("c", 4), 5) == ()  # type: ignore[arg-type]
    assert cells([*of("c", 3), *of("d", 3)], 5) == (Cell(None, 6),)  # type: ignore[arg-type]


def test_few_clients_are_told_to_executives_alone(desk: Desk) -> None:
    for _ in range(4):
        filed(desk)
    assert _told(desk) == Statistics(few=True)
    found = _told(as_role(desk, Role.EXECUTIVE))
    assert (found.few, found.count) == (False, 4)
    assert found.repeated is not None
    assert found.repeated.share is None


def test_a_period_is_counted_with_its_open_cases(desk: Desk) -> None:
    for number in range(5):
        filed(desk, client(desk, surname=f"Клиент{number}").id)
    in_work(desk, client_id=client(desk).id)
    found = _told(desk)
    assert (found.count, found.open, found.no_cause) == (6, 6, 6)
    assert found.categories == (Cell(ComplaintCategory.OTHER, 6),)
    assert found.promises == ()
    times = {kind: lasted for kind, lasted, _ in found.times}
    assert (times[ClockKind.FIRST].n, times[ClockKind.FIRST].open) == (6, 5)


def test_other_roles_are_told_nothing(desk: Desk) -> None:
    filed(desk)
    assert _told(as_role(desk, Role.COORDINATOR)).count == 0
