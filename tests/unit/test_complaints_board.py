"""The board by next due, read in parts."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.factories import as_role, client, later
from tests.factories_complaints import clock_of, filed, in_work
from vipdesk.access import Desk
from vipdesk.complaints import board, cases, course
from vipdesk.complaints.board import BoardFilter
from vipdesk.models import Complaint
from vipdesk.vocabulary import Channel, ClockKind, ComplaintState, Role


def _filed_apart(desk: Desk, count: int) -> list[object]:
    """Cases whose next clock is due in turn: the last filed first."""
    found = [filed(desk).id for _ in range(count)]
    for place, complaint_id in enumerate(found):
        clock = clock_of(desk, complaint_id, ClockKind.ACK)
        clock.due_at = desk.now + timedelta(minutes=100 - place)
    desk.session.flush()
    return found[::-1]


def test_the_next_due_stands_first_as_in_the_whole_list(desk: Desk) -> None:
    ordered = _filed_apart(desk, 4)
    assert [r.id for r in board.first_part(desk)] == ordered
    assert board.first_part(desk) == cases.list_complaints(desk)
    assert board.open_board(desk).ids(0, 9) == tuple(ordered)


def test_parts_fit_together_and_a_place_is_known_by_key(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(board, "PART", 2)
    ordered = _filed_apart(desk, 5)
    opened = board.open_board(desk)
    assert opened.total == 5
    read = [r.id for at in (0, 2, 4) for r in board.read_part(desk, opened, at) if r]
    assert read == ordered
    assert [opened.place_of(i) for i in ordered] == [0, 1, 2, 3, 4]
    assert opened.id_at(5) is None
    assert [r.id for r in board.first_part(desk, limit=2)] == ordered[:2]


def test_a_clock_that_stands_still_does_not_lead(desk: Desk) -> None:
    found = in_work(desk)
    after = later(desk, minutes=5)
    course.wait_for_client(
        after, found, question="Какой вечер Вам удобен?", channel=Channel.PHONE,
        next_contact_at=after.now + timedelta(days=1),
    )  # fmt: skip
    clock_of(after, found, ClockKind.RESOLUTION).due_at = after.now + timedelta(minutes=1)
    after.session.flush()
    (row,) = board.first_part(after)
    assert row.clock is not None
    assert row.clock.kind is not ClockKind.RESOLUTION
    assert board.open_board(after).total == 1


def test_what_has_ended_stands_last_and_only_where_asked(desk: Desk) -> None:
    ended, live = filed(desk).id, filed(desk).id
    row = desk.session.get_one(Complaint, ended)
    row.state = ComplaintState.CLOSED
    for kind in (ClockKind.ACK, ClockKind.FIRST, ClockKind.RESOLUTION):
        clock_of(desk, ended, kind).stopped_at = desk.now
    desk.session.flush()
    assert [r.id for r in board.first_part(desk)] == [live]
    assert [r.id for r in board.first_part(desk, BoardFilter(live_only=False))] == [live, ended]
    assert board.open_board(desk, BoardFilter(live_only=False)).ids(0, 1) == (live, ended)


def test_nobody_else_has_a_board(desk: Desk) -> None:
    filed(desk)
    other = as_role(desk, Role.COORDINATOR)
    assert board.first_part(other) == ()
    assert board.open_board(other).total == 0
    assert board.rows_of(other, [filed(desk).id]) == ()


def test_a_number_finds_its_case(desk: Desk) -> None:
    filed(desk, client(desk, surname="Волкова").id)
    wanted = filed(desk, client(desk, surname="Белова").id)
    (row,) = board.first_part(desk, BoardFilter(text=wanted.number))
    assert row.id == wanted.id
