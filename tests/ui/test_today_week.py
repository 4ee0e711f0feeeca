"""The week, and what colleagues ask of each other, as people see and use them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from icalendar import Calendar
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests import factories as make
from tests.factories import as_role
from tests.ui.today_for_tests import (
    Open,
    a_morning,
    fill,
    lines,
    press,
    said,
)
from vipdesk.access import Desk, Office
from vipdesk.agenda import delegation
from vipdesk.agenda.calendar_file import Told
from vipdesk.models import Snooze
from vipdesk.ui.context import Context
from vipdesk.ui.dialogs.today_dialogs import DelegateDialog, GiveBackDialog
from vipdesk.ui.pages.today_words import Act
from vipdesk.ui.picture import settle
from vipdesk.vocabulary import Role


def test_the_week_shows_days_and_is_walked_by_keys(
    open_page: Open,
    club: Context,
    vault_office: Office,
    qtbot: QtBot,
) -> None:
    fill(vault_office, a_morning)
    page = open_page()
    page.week_button.click()
    settle(club.runner)
    panel = page.week
    assert panel is not None
    assert [len(day.lines) for day in panel.days] == [0, 0, 0, 1, 1, 0, 1]
    assert "Прислать каталог" in said(page)
    first = panel.days[3].lines[0]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert page.focusWidget() is panel.days[4].lines[0]
    qtbot.keyClick(panel, Qt.Key.Key_PageDown)
    settle(club.runner)
    assert panel.present.isVisible()
    assert not any(day.lines for day in panel.days)
    page.week_button.click()
    assert panel.isHidden()


def test_with_room_the_week_stands_in_seven_columns(
    open_page: Open,
    club: Context,
    vault_office: Office,
    qtbot: QtBot,
) -> None:
    fill(vault_office, a_morning)
    fill(vault_office, lambda desk: make.event(desk, starts_at=desk.now + timedelta(hours=1)))
    page = open_page(1240, 800)
    page.show_week()
    settle(club.runner)
    panel = page.week
    assert panel is not None
    assert panel.in_columns
    assert len({day.y() for day in panel.days}) == 1
    widths = [day.width() for day in panel.days]
    assert max(widths) - min(widths) <= 1
    assert panel.days[3].title.text() == "Thu 26 · today"
    first = panel.days[3].lines[0]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert page.focusWidget() is panel.days[4].lines[0]
    qtbot.keyClick(panel.days[4].lines[0], Qt.Key.Key_Right)  # over Saturday, which is empty
    assert page.focusWidget() is panel.days[6].lines[0]
    qtbot.keyClick(panel.days[6].lines[0], Qt.Key.Key_Left)
    qtbot.keyClick(panel.days[4].lines[0], Qt.Key.Key_Left)
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert page.focusWidget() is panel.days[3].lines[1]
    with qtbot.waitSignal(club.open_requested):
        qtbot.keyClick(panel.days[3].lines[1], Qt.Key.Key_Return)
    page.resize(900, 640)
    settle(club.runner)
    assert not panel.in_columns
    assert len({day.x() for day in panel.days}) == 1


def test_the_agenda_is_saved_without_names_where_so_chosen(
    open_page: Open,
    club: Context,
    vault_office: Office,
    tmp_path: Path,
) -> None:
    fill(vault_office, a_morning)
    page = open_page()
    page.show_week()
    assert page.week is not None
    file = tmp_path / "a.ics"
    for told in (Told.NAMES, Told.INITIALS):
        page.week.write_file(str(file), told=told)
        settle(club.runner)
        body = file.read_bytes()
        assert (b"Shchukin" in body) is (told is Told.NAMES)
    events = Calendar.from_ical(body).walk("VEVENT")
    assert len(events) == 3
    assert len({str(e["UID"]) for e in events}) == 3
    assert all("DTSTAMP" in e for e in events)
    assert any(str(e["SUMMARY"]) == "Day of a client: P. S." for e in events)


def asked_of_me(desk: Desk) -> None:
    anna = make.client(desk, last_contact_at=desk.now - timedelta(days=1))
    delegation.delegate(
        as_role(desk, Role.HEAD), "call", anna.id, client_id=anna.id, to_id=desk.actor.id,
        note="Только не про яхту",
    )  # fmt: skip


def test_what_a_colleague_asks_is_done_with_a_way_back(
    open_page: Open,
    club: Context,
    vault_office: Office,
    qtbot: QtBot,
) -> None:
    fill(vault_office, asked_of_me)
    page = open_page()
    assert "Talk · asked by" in said(page)
    assert "Только не про яхту" in said(page)
    press(lines(page)["asked"], Act.DONE, qtbot)
    settle(club.runner)
    assert not page.asked.isVisible()


def test_it_may_be_given_back_with_a_word(
    open_page: Open,
    club: Context,
    vault_office: Office,
) -> None:
    fill(vault_office, asked_of_me)
    page = open_page()
    page.choose(lines(page)["asked"].line, "give_back")
    (dialog,) = page.findChildren(GiveBackDialog)
    dialog.form.set_values({"words": "Я в отпуске"})
    dialog.submit()
    settle(club.runner)
    assert not page.asked.isVisible()


def test_a_call_goes_to_a_colleague_and_comes_back(
    open_page: Open,
    club: Context,
    vault_office: Office,
) -> None:
    fill(vault_office, a_morning)
    page = open_page()
    page.choose(lines(page)["call"].line, "delegate")
    settle(club.runner)
    (dialog,) = page.findChildren(DelegateDialog)
    dialog.submit()
    settle(club.runner)
    assert not page.calls.isVisible()
    assert page.lent.isVisible()
    page.choose(lines(page)["asked"].line, "take_back")
    settle(club.runner)
    assert page.calls.isVisible()


def test_a_line_is_put_off_to_a_chosen_day(
    open_page: Open,
    club: Context,
    vault_office: Office,
) -> None:
    from vipdesk.ui.dialogs.today_dialogs import PutOffDialog

    fill(vault_office, a_morning)
    page = open_page()
    page.choose(lines(page)["date"].line, "snooze_to")
    (dialog,) = page.findChildren(PutOffDialog)
    day = dialog.form.values()["day"]
    dialog.submit()
    settle(club.runner)
    until = vault_office.read(lambda d: d.session.query(Snooze).one().until)
    assert until.astimezone(club.zone).date() == day
