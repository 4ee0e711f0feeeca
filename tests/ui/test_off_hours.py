"""Requests outside the hours and service standards on the screen."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from pytestqt.qtbot import QtBot

from tests import factories as make
from tests.ui.clients_for_tests import add, idle, read, seen, texts_of, words_in, write
from vipdesk.clients import off_hours
from vipdesk.clients.off_hours import OffHoursFields
from vipdesk.clients.profile import get_client
from vipdesk.giving import OffHoursState
from vipdesk.health.standards import Standard, catalogue
from vipdesk.money import Money
from vipdesk.ui.context import Context
from vipdesk.ui.dialogs.off_hours_dialogs import AskDialog, DeclineDialog, FinishDialog
from vipdesk.ui.pages.client_off_hours import ClientOffHours
from vipdesk.ui.pages.health_page import HealthPage
from vipdesk.ui.pages.settings_standards import StandardsCard, StandardsDialog
from vipdesk.ui.pages.today_page import TodayPage
from vipdesk.vocabulary import Role


def tab_of(qtbot: QtBot, club: Context, client_id: UUID) -> ClientOffHours:
    tab: ClientOffHours = seen(qtbot, club, ClientOffHours(club))
    tab.show_client(read(club, lambda desk: get_client(desk, client_id)))
    idle(qtbot, club)
    return tab


def sheet(page: Any, kind: Any, qtbot: QtBot, club: Context) -> Any:
    idle(qtbot, club)
    return next(d for d in page.findChildren(kind) if d.isVisible())


def press(qtbot: QtBot, club: Context, dialog: Any) -> None:
    dialog.primary_button.click()
    idle(qtbot, club)


def rows(club: Context, client_id: UUID) -> Any:
    return read(club, lambda desk: off_hours.list_off_hours(desk, client_id))


def test_a_request_is_noted_taken_on_and_done_with_its_cost(qtbot: QtBot, club: Context) -> None:
    client_id = add(club)
    tab = tab_of(qtbot, club, client_id)
    assert "Nothing was asked for" in texts_of(tab)
    tab.ask_button.click()
    dialog = sheet(tab, AskDialog, qtbot, club)
    dialog.form.set_values({"what": "Курьер в три часа ночи", "cost": "дорого"})
    press(qtbot, club, dialog)
    assert rows(club, client_id) == ()  # the sum is no number
    dialog.form.set_values({"cost": ""})
    press(qtbot, club, dialog)
    tab.accept_button.click()
    idle(qtbot, club)
    tab.done_button.click()
    dialog = sheet(tab, FinishDialog, qtbot, club)
    dialog.form.set_values({"cost": "4 500"})
    press(qtbot, club, dialog)
    (row,) = rows(club, client_id)
    assert (row.state, row.fields.cost) == (OffHoursState.DONE, Money.of(4500))
    assert "Done" in words_in(tab.table)[0]
    assert not tab.accept_button.isEnabled()


def ask(club: Context, client_id: UUID) -> Any:
    def deed(desk: Any) -> UUID:
        fields = OffHoursFields("Врач ночью", desk.now + timedelta(hours=9), desk.actor.id, "Дом")
        return off_hours.ask_off_hours(desk, client_id, fields)

    return write(club, deed)


def test_what_cannot_be_done_says_why(qtbot: QtBot, club: Context) -> None:
    client_id = add(club)
    ask(club, client_id)
    tab = tab_of(qtbot, club, client_id)
    tab.decline_button.click()
    dialog = sheet(tab, DeclineDialog, qtbot, club)
    dialog.form.set_values({"reason": "Дежурный врач занят"})
    press(qtbot, club, dialog)
    (row,) = rows(club, client_id)
    assert (row.state, row.reason) == (OffHoursState.DECLINED, "Дежурный врач занят")


def test_today_shows_the_request_and_leads_to_its_tab(qtbot: QtBot, club: Context) -> None:
    client_id = add(club)
    ask(club, client_id)
    page = seen(qtbot, club, TodayPage(club))
    (line,) = [x for x in page.notices.lines if x.line.key[0] == "off_hours"]
    links: list[Any] = []
    club.open_requested.connect(links.append)
    page._open(line.line)
    assert (links[-1].id, links[-1].part) == (client_id, "off_hours")


def test_a_standard_opens_to_its_cases_and_a_case_to_its_client(
    qtbot: QtBot, club: Context
) -> None:
    client_id = add(club)
    write(club, lambda desk: make.promise(desk, client_id, due_at=desk.now - timedelta(days=1)))
    page = seen(qtbot, club, HealthPage(club))
    page.show_standards()
    idle(qtbot, club)
    panel: Any = page.standards
    assert page.scores.isHidden()
    panel.table.choose(Standard.PROMISE)
    idle(qtbot, club)
    assert [w for w in words_in(panel.cases)[0] if w == "Missed"]
    assert any("0 of 1" in w for row in words_in(panel.table) for w in row)
    links: list[Any] = []
    club.open_requested.connect(links.append)
    panel._on_opened(panel.table.chosen_row().cases[0])
    assert links[-1].id == client_id
    panel.table.choose(Standard.FIRST_TOUCH)
    idle(qtbot, club)
    assert panel.cases.isHidden()
    page.show_standards()
    assert not page.scores.isHidden()


def test_the_club_sets_its_own_standards(qtbot: QtBot, club: Context) -> None:
    office: Any = club.runner.office
    office = office.as_staff(office.read(lambda desk: make.as_role(desk, Role.HEAD).actor.id))
    club.runner.use(office)
    club.staff = office.staff
    card: StandardsCard = seen(qtbot, club, StandardsCard(club))
    before = read(club, catalogue)
    card.ask()
    dialog = sheet(card, StandardsDialog, qtbot, club)
    tier = before.tiers[0]
    dialog.form.set_values({f"talk_gap.{tier.id}": 11, f"birthday.{tier.id}": False})
    press(qtbot, club, dialog)
    after = read(club, catalogue).tiers[0].limits
    assert (after[Standard.TALK_GAP], after[Standard.BIRTHDAY]) == (11, 0)
