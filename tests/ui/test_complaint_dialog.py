"""Taking a complaint: by keyboard alone, nothing typed is lost, the plan shown at once."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.factories_complaints import staff_of
from tests.ui.complaints_for_tests import (
    OFFSCREEN,
    Key,
    add_volkova,
    at_work,
    opened,
    seen,
    show_board,
    type_in,
)
from vipdesk.access import Office
from vipdesk.complaints import cases, drafts
from vipdesk.models import Complaint
from vipdesk.ui.context import Context, Link
from vipdesk.ui.dialogs.complaint_dialog import ComplaintDialog
from vipdesk.ui.pages.complaints_page import ComplaintsPage
from vipdesk.ui.picture import settle
from vipdesk.vocabulary import (
    Role,
    Severity,
)


@pytest.fixture
def volkova(vault_office: Office, club: Context) -> UUID:
    return add_volkova(vault_office, club)


@pytest.fixture
def board(club: Context, qtbot: QtBot, volkova: UUID) -> ComplaintsPage:
    return show_board(club, qtbot)


def pick_client(qtbot: QtBot, club: Context, dialog: ComplaintDialog, typed: str) -> None:
    picker = dialog.form.fields["client_id"].editor
    type_in(picker, typed)
    qtbot.waitUntil(lambda: club.runner.idle and picker._list.isVisible())
    qtbot.keyClick(picker, Key.Key_Return)


@OFFSCREEN
def test_a_complaint_is_filed_by_keyboard_alone(
    qtbot: QtBot, club: Context, board: ComplaintsPage, volkova: UUID, vault_office: Office
) -> None:
    links = opened(club)
    assert board.new_here()
    dialog = board.findChild(ComplaintDialog)
    qtbot.waitUntil(dialog.form.fields["client_id"].editor.hasFocus)
    settle(club.runner)
    pick_client(qtbot, club, dialog, "volk")
    way = dialog.form.fields["channel"].editor
    assert way.hasFocus()
    qtbot.keyClick(way, Key.Key_Return)
    for name, typed in (
        ("words", "Столик отдали другим, хотя мы договорились"),
        ("wish", "Объяснение"),
        ("reach_when", "после шести"),
    ):
        field = dialog.form.fields[name].editor
        assert field.hasFocus(), name
        type_in(field, typed)
        qtbot.keyClick(field, Key.Key_Return)
    settle(club.runner)
    assert dialog.outcome.isVisible()
    rows = vault_office.read(cases.list_complaints)
    assert dialog.outcome.number.text() == rows[0].number
    assert "Tue, 1 December, 18:00 (3 business days)" in dialog.outcome.answer.text()
    assert "Maria Orlova" in dialog.outcome.owner.text()
    assert dialog.primary_button.hasFocus()
    qtbot.keyClick(dialog.primary_button, Key.Key_Space)
    assert links == [Link("complaint", rows[0].id)]
    case = vault_office.read(lambda desk: cases.get_complaint(desk, rows[0].id))
    assert (case.wish, case.reach_when) == ("Объяснение", "после шести")
    assert vault_office.read(lambda desk: drafts.get_draft(desk, "complaint.new")) == {}
    settle(club.runner)
    assert board.table.count == 1


def test_enter_without_the_words_asks_for_them_beside_the_field(
    qtbot: QtBot, club: Context, board: ComplaintsPage, volkova: UUID
) -> None:
    dialog = ComplaintDialog(club, board, client=(volkova, "Volkova"))
    dialog.open()
    settle(club.runner)
    qtbot.keyClick(dialog.form.fields["reach_when"].editor, Key.Key_Return)
    dialog._on_primary()
    assert dialog.form.fields["words"].error.isVisible()
    assert not dialog.outcome.isVisible()
    dialog.close()
    settle(club.runner)


def typed(dialog: ComplaintDialog, club: Context, **values: object) -> None:
    dialog.form.set_values(values)
    dialog._ask_plan()
    settle(club.runner)


def test_the_sheet_shows_at_once_what_filing_will_do(
    club: Context, board: ComplaintsPage, volkova: UUID
) -> None:
    dialog = ComplaintDialog(club, board, client=(volkova, "Volkova"))
    dialog.open()
    settle(club.runner)
    typed(dialog, club, words="Суп был холодный", wish="Извинения")
    assert "Ordinary" in dialog.plan_owner.text()
    assert "Tue, 1 December, 18:00 (3 business days)" in dialog.plan_answer.text()
    assert not dialog.hold.isVisible()
    typed(dialog, club, words="Орлова забыла. Верните деньги, или я ухожу из клуба")
    assert "Ilya Kim" in dialog.plan_owner.text()
    assert dialog.around.isVisible()
    assert not dialog.conflict.isVisible()
    assert dialog.threat.isChecked()
    assert dialog.demand.isChecked()
    assert "Do not invite" in dialog.plan_hold.text()
    dialog.close()
    settle(club.runner)


def test_a_tick_taken_away_is_believed(
    qtbot: QtBot, club: Context, board: ComplaintsPage, volkova: UUID, vault_office: Office
) -> None:
    dialog = ComplaintDialog(club, board, client=(volkova, "Volkova"))
    dialog.open()
    settle(club.runner)
    typed(dialog, club, words="На ужине с адвокатом суп был холодный", wish="Извинения")
    assert "Grave" in dialog.plan_owner.text()
    dialog.threat.click()
    settle(club.runner)
    assert "Ordinary" in dialog.plan_owner.text()
    dialog.submit()
    settle(club.runner)
    rows = vault_office.read(cases.list_complaints)
    assert rows[0].severity is Severity.S3
    dialog.submit()


def test_what_was_typed_survives_closing_and_comes_back_as_the_same_submission(
    qtbot: QtBot, club: Context, board: ComplaintsPage, volkova: UUID, vault_office: Office
) -> None:
    first = ComplaintDialog(club, board, client=(volkova, "Volkova"))
    first.open()
    settle(club.runner)
    type_in(first.form.fields["words"].editor, "Суп был холодный")
    submission = first._submission
    first.reject()
    settle(club.runner)
    kept = vault_office.read(lambda desk: drafts.get_draft(desk, "complaint.new"))
    assert kept["words"] == "Суп был холодный"
    second = ComplaintDialog(club, board)
    second.open()
    settle(club.runner)
    values = second.form.values()
    assert (values["words"], values["client_id"]) == ("Суп был холодный", volkova)
    assert second._submission == submission
    second.form.set_values({"wish": "Извинения"})
    second.submit()
    second.submit()  # an impatient second press
    settle(club.runner)
    count = vault_office.read(lambda desk: len(desk.session.scalars(select(Complaint)).all()))
    assert count == 1
    second.submit()


def test_the_manager_it_is_about_learns_only_the_number(
    club: Context, board: ComplaintsPage, volkova: UUID
) -> None:
    links = opened(club)
    dialog = ComplaintDialog(club, board, client=(volkova, "Volkova"))
    dialog.open()
    settle(club.runner)
    typed(dialog, club, words="Орлова забыла обо мне", wish="Другого менеджера")
    dialog.submit()
    settle(club.runner)
    assert dialog.outcome.number.text().startswith("K-")
    assert not dialog.outcome.owner.isVisible()
    assert dialog.primary_button.text() == "Done"
    dialog.submit()
    assert links == []
    settle(club.runner)
    assert board.table.count == 0


def test_a_coordinator_sees_no_plan_and_only_a_number(
    qtbot: QtBot, club: Context, volkova: UUID, vault_office: Office
) -> None:
    at_work(club, vault_office, Role.COORDINATOR)
    parent = QWidget()
    seen(qtbot, club, parent)
    dialog = ComplaintDialog(club, parent, client=(volkova, "Volkova"))
    dialog.open()
    settle(club.runner)
    typed(dialog, club, words="Суп был холодный", wish="Извинения")
    assert not dialog.plan_card.isVisible()
    dialog.submit()
    settle(club.runner)
    assert not dialog.outcome.answer.isVisible()
    dialog.submit()


def test_a_refusal_stands_beside_its_field(
    club: Context, board: ComplaintsPage, volkova: UUID, vault_office: Office
) -> None:
    dialog = ComplaintDialog(club, board, client=(volkova, "Volkova"))
    dialog.open()
    settle(club.runner)
    typed(dialog, club, words="Суп", wish="Извинения")
    dialog.form.fields["wish"].set_value("   ")
    dialog.submit()
    settle(club.runner)
    assert dialog.form.fields["wish"].error.isVisible()
    assert dialog.primary_button.isEnabled()
    dialog.close()
    settle(club.runner)


def test_folded_fields_say_when_it_came_and_about_whom(
    club: Context, board: ComplaintsPage, volkova: UUID, vault_office: Office
) -> None:
    dialog = ComplaintDialog(club, board, client=(volkova, "Volkova"))
    dialog.open()
    settle(club.runner)
    staff = vault_office.read(lambda desk: staff_of(desk, Role.COORDINATOR).id)
    before = dialog.form.fields["received_at"].value() - timedelta(hours=3)
    typed(dialog, club, words="Суп был холодный", wish="Извинения", about=staff, received_at=before)
    dialog.submit()
    settle(club.runner)
    (row,) = vault_office.read(cases.list_complaints)
    case = vault_office.read(lambda desk: cases.get_complaint(desk, row.id))
    assert case.about_name.name == "Анна Лебедева"
    assert case.received_at == vault_office.clock.now() - timedelta(hours=3)
    dialog.submit()
