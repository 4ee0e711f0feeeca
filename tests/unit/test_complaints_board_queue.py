"""The queue of management, and the private track as a file."""

from __future__ import annotations

import pytest

from tests.factories import as_role, client
from tests.factories_complaints import filed, top_client
from vipdesk.access import Desk
from vipdesk.access.exports import ExportForm
from vipdesk.complaints import escalation, export, flags, queue
from vipdesk.complaints.board import BoardFilter
from vipdesk.errors import UserError
from vipdesk.vocabulary import FlagKind, Role
from vipdesk.wording import Words


def test_a_decision_comes_before_a_flag_and_both_go_when_dealt_with(desk: Desk) -> None:
    grave = filed(desk, top_client(desk))
    moved = filed(desk, client(desk).id)
    escalation.escalate(desk, moved.id, reason="Нужно решение о возврате")
    head = as_role(desk, Role.HEAD)
    first, *rest = queue.list_queue(head)
    assert (first.complaint_id, first.flag, first.level) == (moved.id, None, 2)
    assert {r.flag for r in rest if r.complaint_id == grave.id} == {FlagKind.TOP_TIER}
    escalation.decide(head, first.id, decision="Вернуть деньги сегодня")
    for row in rest:
        flags.acknowledge(head, row.id, instruction="")
    assert queue.list_queue(head) == ()


def test_nobody_below_has_a_queue(desk: Desk) -> None:
    filed(desk, top_client(desk))
    assert queue.list_queue(desk) == ()


def test_an_export_needs_a_reason_and_holds_no_words_of_clients(
    desk: Desk, ru: Words, en: Words
) -> None:
    found = filed(desk)
    wanted = BoardFilter()
    with pytest.raises(UserError) as refused:
        export.export_board(desk, wanted, form=ExportForm.CSV, reason=" ")
    assert refused.value.field == "reason"
    taken = export.export_board(desk, wanted, form=ExportForm.CSV, reason="К встрече с директором")
    text = export.board_file(taken, ExportForm.CSV, ru).decode("utf-8-sig")
    assert found.number in text
    assert taken.mark.number in text
    assert "дегустации" not in text
    assert export.board_file(taken, ExportForm.XLSX, en).startswith(b"PK")


def test_others_export_nothing(desk: Desk) -> None:
    filed(desk)
    other = as_role(desk, Role.COORDINATOR)
    with pytest.raises(UserError):
        export.export_board(other, BoardFilter(), form=ExportForm.CSV, reason="К встрече")


def test_exported_figures_of_four_hold_no_percent(desk: Desk, en: Words) -> None:
    for _ in range(4):
        filed(desk)
    with pytest.raises(UserError):  # too few clients for a manager
        export.export_statistics(desk, days=30, form=ExportForm.CSV, reason="К встрече")
    executive = as_role(desk, Role.EXECUTIVE)
    taken = export.export_statistics(executive, days=30, form=ExportForm.CSV, reason="К встрече")
    rows = export.statistics_file(taken, ExportForm.CSV, en).decode().splitlines()[1:]
    assert len(rows) > 3
    assert all(line.split(",")[3] == '""' for line in rows)
