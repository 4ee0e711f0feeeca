"""Compensation and departments on the screen: a gesture by a few keys, what is late is red."""

from __future__ import annotations

import random
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.factories import as_role
from tests.factories_complaints import in_work
from tests.ui.complaints_for_tests import add_volkova, at_work, case_page, seen
from vipdesk.access import Desk, Office
from vipdesk.compensating import GrantState, TaskState
from vipdesk.complaints import authority, catalogue, compensation, departments, guards
from vipdesk.money import Money
from vipdesk.ui.context import Context
from vipdesk.ui.dialogs.compensation_dialogs import (
    AtOnceDialog,
    DeliverDialog,
    LossDialog,
    OfferDialog,
    RelativeDialog,
    TaskDialog,
)
from vipdesk.ui.pages.compensation_page import CompensationPage
from vipdesk.ui.pages.complaint_compensation import ComplaintCompensation
from vipdesk.ui.pages.complaint_departments import ComplaintDepartments
from vipdesk.ui.pages.complaint_page import ComplaintPage
from vipdesk.ui.pages.settings_compensation import CompensationCard, ItemDialog, LimitsDialog
from vipdesk.ui.picture import settle
from vipdesk.vocabulary import Role


@pytest.fixture
def case(vault_office: Office, club: Context) -> UUID:
    volkova = add_volkova(vault_office, club)

    def made(desk: Desk) -> UUID:
        catalogue.start_catalogue(desk)
        return in_work(desk, client_id=volkova)

    return vault_office.write(made)[0]


def tab_of(qtbot: QtBot, club: Context, case: UUID, key: str) -> tuple[ComplaintPage, QWidget]:
    page = case_page(qtbot, club, case)
    page.tabs.choose(key)
    settle(club.runner)
    return page, page.tab(key)


def test_a_gesture_is_given_with_enter_and_delivered(
    qtbot: QtBot, club: Context, vault_office: Office, case: UUID
) -> None:
    page, tab = tab_of(qtbot, club, case, "compensation")
    assert isinstance(tab, ComplaintCompensation)
    tab.give_at_once()
    sheet = tab.findChild(AtOnceDialog)
    assert sheet is not None
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    settle(club.runner)
    row = vault_office.read(lambda desk: compensation.list_grants(desk, case)[0])
    assert row.state is GrantState.COMMITTED
    assert len(row.options) == 2
    settle(club.runner)
    tab._open("DeliverDialog", row)
    hand = tab.findChild(DeliverDialog)
    assert hand is not None
    hand.form.set_values({"how": "Лично"})
    hand.submit()
    settle(club.runner)
    assert vault_office.read(lambda desk: compensation.delivered(desk, case))
    page.close()


def test_a_loss_is_noted_and_a_choice_offered(
    qtbot: QtBot, club: Context, vault_office: Office, case: UUID
) -> None:
    page, tab = tab_of(qtbot, club, case, "compensation")
    assert isinstance(tab, ComplaintCompensation)
    tab.note_loss()
    loss = tab.findChild(LossDialog)
    assert loss is not None
    loss.form.set_values({"loss": "много"})
    loss.submit()
    assert loss.isVisible()
    loss.form.set_values({"loss": "12 000"})
    loss.submit()
    settle(club.runner)
    tab.offer()
    sheet = tab.findChild(OfferDialog)
    assert sheet is not None
    sheet.submit()
    settle(club.runner)
    given = tab.given
    assert given is not None
    assert given.loss == Money.of(12_000)
    assert [g.state for g in given.grants] == [GrantState.RESERVED]
    assert vault_office.read(authority.list_limits)[0].per_case == 500_000
    page.close()


def test_a_department_is_asked_and_its_task_shown(
    qtbot: QtBot, club: Context, vault_office: Office, case: UUID
) -> None:
    page, tab = tab_of(qtbot, club, case, "departments")
    assert isinstance(tab, ComplaintDepartments)
    tab.give()
    sheet = tab.findChild(TaskDialog)
    assert sheet is not None
    sheet.form.set_values({"department": "Зал"})
    sheet.form.set_values({"extract": "Проверьте, кто менял схему столов"})
    sheet.submit()
    settle(club.runner)
    rows = vault_office.read(lambda desk: departments.list_tasks(desk, case))
    assert [(r.department, r.state) for r in rows] == [("Зал", TaskState.OPEN)]
    page.close()


def test_limits_and_catalogue_are_changed_in_the_settings(
    qtbot: QtBot, club: Context, vault_office: Office, case: UUID
) -> None:
    at_work(club, vault_office, Role.HEAD)
    card = CompensationCard(club)
    qtbot.addWidget(card)
    card.limits.click()
    settle(club.runner)
    limits = card.findChild(LimitsDialog)
    assert limits is not None
    limits.form.set_values({"per_case.0": "7 500", "per_month.0": ""})
    limits.submit()
    settle(club.runner)
    front = vault_office.read(authority.list_limits)[0]
    assert (front.per_case, front.per_month) == (750_000, None)
    ItemDialog(club, None, card).open()
    sheet = card.findChild(ItemDialog)
    assert sheet is not None
    sheet.form.set_values(
        {
            "title": "Ложа на премьере",
            "title_en": "A box",
            "cost": "4000",
            "retail": "9000",
            "perceived": "20000",
        }
    )
    sheet.submit()
    settle(club.runner)
    assert sheet.isVisible()  # worth more than twice its price
    sheet.form.set_values({"perceived": "12000"})
    sheet.submit()
    settle(club.runner)
    titles = {i.fields.title for i in vault_office.read(catalogue.list_items)}
    assert "Ложа на премьере" in titles


def test_ctrl_g_gives_from_any_tab_and_only_what_the_limit_allows(
    qtbot: QtBot, club: Context, vault_office: Office, case: UUID
) -> None:
    vault_office.write(lambda desk: authority.set_loss(desk, case, Money.of(10_000)))
    page = case_page(qtbot, club, case)
    page._given("give_at_once")
    settle(club.runner)
    tab = page.tab("compensation")
    sheet = tab.findChild(AtOnceDialog)
    assert sheet is not None
    costs = {s.item.fields.cost for s in tab.given.at_once}  # type: ignore[attr-defined]
    assert max(costs) <= Money.of(5_000)
    assert "% of the loss" in sheet.warning.text()
    sheet.submit()
    settle(club.runner)
    page._given("deliver_next")
    assert tab.findChild(DeliverDialog) is not None
    page.close()


def test_a_relative_is_declared_and_nothing_is_given_then(
    qtbot: QtBot, club: Context, vault_office: Office, case: UUID
) -> None:
    page, tab = tab_of(qtbot, club, case, "compensation")
    assert isinstance(tab, ComplaintCompensation)
    tab.declare()
    sheet = tab.findChild(RelativeDialog)
    assert sheet is not None
    sheet.submit()
    settle(club.runner)
    assert not any(b.isEnabled() for b in (tab.once_button, tab.offer_button, tab.refund_button))
    page.close()


def test_who_leads_sees_limits_used_the_sample_and_departments(
    qtbot: QtBot, club: Context, vault_office: Office, case: UUID
) -> None:
    def lived(desk: Desk) -> None:
        items = catalogue.list_items(desk)
        car = next(i for i in items if i.fields.title.startswith("Автомобиль"))
        compensation.give_at_once(desk, case, item_id=car.id)
        departments.give_task(desk, case, department="Зал", extract="Проверьте схему")
        guards.draw_sample(as_role(desk, Role.HEAD), desk.now, random.Random(1))

    vault_office.write(lived)
    at_work(club, vault_office, Role.EXECUTIVE)
    page = CompensationPage(club)
    seen(qtbot, club, page)
    assert (page.sample.count, page.table.count) == (1, 1)
    assert page.given.isVisibleTo(page)
    at_work(club, vault_office, Role.MANAGER)
    own = CompensationPage(club)
    seen(qtbot, club, own)
    assert own.used_bars.isVisibleTo(own)
    assert not own.sample_card.isVisibleTo(own)
    assert "fewer than five clients" in own.untold.text()
