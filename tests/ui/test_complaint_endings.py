"""The rarer steps of a case on the screen, and the rules in the settings."""

from __future__ import annotations

from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from tests.factories_complaints import filed, in_work, staff_of
from tests.ui.clients_for_tests import texts_of
from tests.ui.complaints_for_tests import OFFSCREEN, add_volkova, at_work, case_page
from vipdesk.access import Office
from vipdesk.complaints import cases, escalation, policies
from vipdesk.ui.context import Context
from vipdesk.ui.dialogs import ending_dialogs as ends
from vipdesk.ui.pages.complaint_page import ComplaintPage
from vipdesk.ui.pages.settings_track import LawsDialog, LimitsDialog, TrackCard, WordingsDialog
from vipdesk.ui.picture import settle
from vipdesk.vocabulary import ClockKind, ComplaintState, Role


@pytest.fixture
def volkova(vault_office: Office, club: Context) -> UUID:
    return add_volkova(vault_office, club)


def kinds(page: ComplaintPage) -> list[object]:
    return [kind for _, kind in page._steps()]


def run_sheet(club: Context, page: ComplaintPage, kind: type, **typed: object) -> None:
    page._sheet(kind)
    dialog = page.findChildren(kind)[-1]
    for name, value in typed.items():
        dialog.form.set_values({name: value})
    dialog.submit()
    settle(club.runner)


@OFFSCREEN
def test_the_owner_moves_a_decision_up_and_the_client_withdraws(
    qtbot: QtBot, club: Context, volkova: UUID, vault_office: Office
) -> None:
    case_id = vault_office.write(lambda desk: in_work(desk, client_id=volkova))[0]
    page = case_page(qtbot, club, case_id)
    assert ends.EscalateDialog in kinds(page)
    assert ends.VoidDialog not in kinds(page)
    run_sheet(club, page, ends.EscalateDialog, reason="Ресторан не отвечает")
    assert vault_office.read(lambda d: cases.get_complaint(d, case_id)).level == 2
    run_sheet(club, page, ends.WithdrawDialog, statement="Забудьте")
    assert page.case_state is ComplaintState.WITHDRAWN
    assert kinds(page) == []


@OFFSCREEN
def test_the_head_decides_what_was_moved_up(
    qtbot: QtBot, club: Context, volkova: UUID, vault_office: Office
) -> None:
    case_id = vault_office.write(lambda desk: in_work(desk, client_id=volkova))[0]
    vault_office.write(lambda desk: escalation.escalate(desk, case_id, reason="Нужен совет"))
    at_work(club, vault_office, Role.HEAD)
    page = case_page(qtbot, club, case_id)
    page._on_decide()
    dialog = page.findChild(ends.DecideDialog)
    dialog.form.set_values({"decision": "Предложите ужин"})
    dialog.submit()
    settle(club.runner)
    history = vault_office.read(lambda d: cases.get_complaint(d, case_id)).history
    assert "Предложите ужин" in [row.text for row in history]
    assert page._on_decide not in kinds(page)


@OFFSCREEN
def test_a_case_is_joined_with_the_other_one_of_its_client(
    qtbot: QtBot, club: Context, volkova: UUID, vault_office: Office
) -> None:
    first = vault_office.write(lambda desk: in_work(desk, client_id=volkova))[0]
    page = case_page(qtbot, club, first)
    page._on_duplicate()
    settle(club.runner)
    assert page.findChildren(ends.DuplicateDialog) == []
    vault_office.write(lambda desk: filed(desk, volkova))
    page._on_duplicate()
    settle(club.runner)
    dialog = page.findChild(ends.DuplicateDialog)
    dialog.submit()
    settle(club.runner)
    assert page.case_state is ComplaintState.DUPLICATE


@OFFSCREEN
def test_the_head_makes_a_slip_void(
    qtbot: QtBot, club: Context, volkova: UUID, vault_office: Office
) -> None:
    found = vault_office.write(lambda desk: filed(desk, volkova))[0]
    at_work(club, vault_office, Role.HEAD)
    page = case_page(qtbot, club, found.id)
    assert {ends.VoidDialog, ends.ReclassifyDialog} <= set(kinds(page))
    run_sheet(club, page, ends.VoidDialog, reason="Не тот клиент")
    assert page.case_state is ComplaintState.VOID


@OFFSCREEN
def test_deadlines_and_laws_are_changed_in_the_settings_for_new_complaints(
    qtbot: QtBot, club: Context, volkova: UUID, vault_office: Office
) -> None:
    at_work(club, vault_office, Role.HEAD)
    card = TrackCard(club)
    qtbot.addWidget(card)
    card.show()
    card.limits.click()
    settle(club.runner)
    limits = card.findChild(LimitsDialog)
    limits.form.fields["first.t2"].set_value(2)
    limits.submit()
    settle(club.runner)
    card.laws.click()
    settle(club.runner)
    laws = card.findChildren(LawsDialog)[-1]
    laws.form.fields["law.uk-disp"].set_value(True)
    laws.submit()
    settle(club.runner)
    office = vault_office.as_staff(vault_office.read(lambda d: staff_of(d, Role.HEAD).id))
    rules = office.read(policies.current).policy
    assert str(rules.limits[ClockKind.FIRST, "t2"]) == "2 h extended"
    assert rules.profiles == ("ru-consumer", "uk-disp")


@OFFSCREEN
def test_the_settings_show_which_wordings_authors_rewrite(
    qtbot: QtBot, club: Context, volkova: UUID, vault_office: Office
) -> None:
    vault_office.write(lambda desk: in_work(desk, client_id=volkova))
    at_work(club, vault_office, Role.HEAD)
    card = TrackCard(club)
    qtbot.addWidget(card)
    card.show()
    settle(club.runner)
    card.wordings.click()
    settle(club.runner)
    said = texts_of(card.findChild(WordingsDialog))
    assert "Drafted 1 time, rewritten 0" in said
