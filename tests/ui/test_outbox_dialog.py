"""Outbox dialog: what a person sees and does there."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from tests.factories_channels import put_mail
from tests.ui.today_for_tests import Open, a_morning, fill
from vipdesk.access import Desk, Office
from vipdesk.channels import outbox
from vipdesk.clock import SetClock
from vipdesk.ui.context import Context
from vipdesk.ui.dialogs.outbox_dialog import OutboxDialog
from vipdesk.ui.picture import settle
from vipdesk.vocabulary import OutboxState


@pytest.fixture
def sheet(open_page: Open, club: Context, vault_office: Office) -> OutboxDialog:
    fill(vault_office, a_morning)
    page = open_page()
    page.outbox_button.click()
    dialog = page.findChild(OutboxDialog)
    assert dialog is not None
    settle(club.runner)
    return dialog


def choose(sheet: OutboxDialog, state: OutboxState, club: Context) -> UUID:
    row = next(r for r in club.runner.office.read(rows_of) if r.state is state)  # type: ignore[union-attr]
    assert sheet.table.choose(row.id)
    settle(club.runner)
    return row.id


def rows_of(desk: Desk):
    from vipdesk.ui.dialogs.outbox_dialog import read_outbox

    return read_outbox(desk)


def put_state(office: Office, state: OutboxState, code: str = "") -> None:
    def change(desk: Desk) -> None:
        row = next(r for r in rows_of(desk) if r.state is OutboxState.QUEUED)
        found = outbox.find(desk, row.id)
        found.state, found.error_code = state, code

    office.write(change)


def test_the_outbox_shows_what_waits_and_its_words(sheet: OutboxDialog, club: Context) -> None:
    assert sheet.table.count == 2
    choose(sheet, OutboxState.QUEUED, club)
    assert "Анна Сергеевна, приходите." in sheet.text.text()
    assert sheet.subject.text() == "anna@client.example"
    assert not sheet.done_button.isVisible()


def test_a_call_is_dialled_and_done_from_the_outbox(sheet: OutboxDialog, club: Context) -> None:
    opened: list[str] = []
    sheet._opener = opened.append
    choose(sheet, OutboxState.TO_DO, club)
    sheet.link.click()
    settle(club.runner)
    assert opened == ["tel:+74950001122"]
    sheet.done_button.click()
    settle(club.runner)
    assert sheet.table.count == 1


def test_a_message_is_taken_back(sheet: OutboxDialog, club: Context) -> None:
    choose(sheet, OutboxState.QUEUED, club)
    sheet.back.click()
    settle(club.runner)
    assert sheet.table.count == 1
    choose(sheet, OutboxState.TO_DO, club)
    sheet.back.click()
    settle(club.runner)
    assert sheet.empty.isVisible()


@pytest.mark.parametrize("arrived", [True, False])
def test_a_review_is_settled(
    sheet: OutboxDialog, club: Context, vault_office: Office, arrived: bool
) -> None:
    put_state(vault_office, OutboxState.REVIEW, "no_answer")
    sheet.reload()
    settle(club.runner)
    choose(sheet, OutboxState.REVIEW, club)
    assert sheet.reason.text().startswith("The connection broke")
    (sheet.arrived if arrived else sheet.lost).click()
    settle(club.runner)
    assert sheet.table.count == (1 if arrived else 2)


def test_a_refused_mail_is_tried_again(
    sheet: OutboxDialog, club: Context, vault_office: Office
) -> None:
    put_state(vault_office, OutboxState.FAILED, "refused_recipient")
    sheet.reload()
    settle(club.runner)
    choose(sheet, OutboxState.FAILED, club)
    sheet.again.click()
    settle(club.runner)
    assert {r.state for r in vault_office.read(rows_of)} == {
        OutboxState.TO_DO,
        OutboxState.QUEUED,
    }


def test_a_held_message_leaves_only_with_a_reason(
    sheet: OutboxDialog, club: Context, vault_office: Office, clock: SetClock
) -> None:
    clock.move(timedelta(hours=11))
    fill(vault_office, lambda desk: put_mail(desk, rows_of(desk)[0].client_id))
    sheet.reload()
    settle(club.runner)
    choose(sheet, OutboxState.HELD, club)
    assert "Next: today 09:00." in sheet.reason.text()
    sheet.anyway.click()
    settle(club.runner)
    assert sheet.why.fields["reason"].error.isVisible()
    sheet.why.set_values({"reason": "Вылетает утром"})
    sheet.anyway.click()
    settle(club.runner)
    assert OutboxState.HELD not in {r.state for r in vault_office.read(rows_of)}


def test_the_client_is_one_click_away(sheet: OutboxDialog, club: Context, qtbot: QtBot) -> None:
    with qtbot.waitSignal(club.open_requested) as opened:
        sheet.client.click()
    assert opened.args is not None
    assert opened.args[0].kind == "client"
