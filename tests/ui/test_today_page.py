"""Today as people see and use it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea
from pytestqt.qtbot import QtBot

from tests import factories as make
from tests.factories import as_role
from tests.factories_channels import put_call, put_mail
from vipdesk.access import Desk, Office
from vipdesk.channels import outbox
from vipdesk.clock import SetClock
from vipdesk.models import Promise, Snooze
from vipdesk.ui.context import Context, Link
from vipdesk.ui.dialogs.call_dialog import CallDialog
from vipdesk.ui.dialogs.new_day_dialog import NewDayDialog
from vipdesk.ui.dialogs.outbox_dialog import OutboxDialog
from vipdesk.ui.dialogs.talk_dialog import TalkDialog
from vipdesk.ui.pages.today_page import TodayPage
from vipdesk.ui.pages.today_parts import LineWidget
from vipdesk.ui.pages.today_words import Act
from vipdesk.ui.picture import settle
from vipdesk.vocabulary import OutboxState, PromiseState, Role, Topic
from vipdesk.wording import Lang

Open = Callable[..., TodayPage]


@pytest.fixture
def open_page(club: Context, qtbot: QtBot) -> Open:
    kept: list[TodayPage] = []  # a page is a parent: its sheets go with it

    def opened(width: int = 980, height: int = 620) -> TodayPage:
        club.staff = club.runner.office.staff  # type: ignore[union-attr]
        page = TodayPage(club)
        qtbot.addWidget(page)
        page.resize(width, height)
        kept.append(page)
        page.show()
        settle(club.runner)
        return page

    return opened


def fill(office: Office, work: Callable[[Desk], object]) -> None:
    office.write(work)


def a_morning(desk: Desk) -> None:
    """An overdue promise, one of the week, a call that is due, a birthday, a thing to do."""
    anna = make.client(desk, last_contact_at=desk.now - timedelta(days=1))
    make.phone(desk, anna.id)
    make.consent(desk, anna.id)
    make.promise(desk, anna.id, text="Прислать каталог", due_at=desk.now - timedelta(hours=2))
    make.promise(desk, anna.id, text="Забронировать стол", due_at=desk.now + timedelta(days=3))
    make.client(
        desk, surname="Щукин", given="Пётр", latin_name="Petr Shchukin", birth_month=11,
        birth_day=27, birth_year=1976, last_contact_at=desk.now - timedelta(days=45),
    )  # fmt: skip
    put_call(desk, anna.id)
    put_mail(desk, anna.id)


def lines(page: TodayPage) -> dict[str, LineWidget]:
    return {line.line.key[0]: line for line in reversed(page._lines())}


def said(page: TodayPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def press(line: LineWidget, act: Act, qtbot: QtBot) -> None:
    qtbot.mouseClick(line.button(act), Qt.MouseButton.LeftButton)


def state_of(office: Office, kind: type, text: str) -> object:
    def read(desk: Desk) -> object:
        row = desk.session.query(Promise).filter_by(text=text).one()
        return row.state

    return office.read(read)


def test_the_day_greets_by_name_and_date(open_page: Open, club: Context) -> None:
    page = open_page()
    assert page.heading_label.text() == "Good afternoon, Maria"
    assert page.subtitle.text() == "Thursday, 26 November 2026"
    club.change_settings(lang=Lang.RU)
    settle(club.runner)
    assert page.heading_label.text() == "Добрый день, Мария Сергеевна"
    assert page.subtitle.text() == "Четверг, 26 ноября 2026"


def test_an_empty_day_says_so_and_offers_the_clients(
    open_page: Open, club: Context, qtbot: QtBot
) -> None:
    page = open_page()
    assert page.empty.isVisible()
    with qtbot.waitSignal(club.open_requested) as opened:
        page.empty.primary.click()
    assert opened.args == [Link("clients")]


def test_each_line_says_who_why_and_when(open_page: Open, vault_office: Office) -> None:
    fill(vault_office, a_morning)
    page = open_page()
    seen = said(page)
    for words in (
        "Прислать каталог · today 11:00",
        "Overdue",
        "Petr Shchukin",
        "Gold · 45 days without a talk, the rhythm is 30",
        "Turns 50 tomorrow",
        "To call · Invitations",
        "1 message waits until an account is set up.",
    ):
        assert words in seen
    assert lines(page)["promise"].accessibleName().endswith("now, until 21:00")
    assert page.outbox_button.text() == "Outbox: 2"
    assert "promises 2" in page.strip.accessibleName()


def test_a_kept_promise_leaves_the_page_and_can_come_back(
    open_page: Open, club: Context, vault_office: Office, qtbot: QtBot
) -> None:
    fill(vault_office, a_morning)
    page = open_page()
    with qtbot.waitSignal(club.said) as message:
        press(lines(page)["promise"], Act.DONE, qtbot)
    settle(club.runner)
    assert "Прислать каталог" not in said(page)
    assert message.args is not None
    message.args[0].undo()
    settle(club.runner)
    assert "Прислать каталог" in said(page)


@pytest.mark.parametrize(
    ("what", "state"), [("release", PromiseState.RELEASED), ("break", PromiseState.BROKEN)]
)
def test_a_promise_ends_otherwise(
    open_page: Open, club: Context, vault_office: Office, what: str, state: PromiseState
) -> None:
    fill(vault_office, a_morning)
    page = open_page()
    page.choose(lines(page)["promise"].line, what)
    settle(club.runner)
    assert state_of(vault_office, Promise, "Прислать каталог") is state


def test_an_overdue_promise_cannot_be_moved_any_more(
    open_page: Open, vault_office: Office, qtbot: QtBot
) -> None:
    fill(vault_office, a_morning)
    page = open_page()
    menu = page.menu_of(lines(page)["promise"].line)
    assert [a.text() for a in menu.actions()] == ["No longer needed", "We did not keep it"]


def test_a_new_day_is_agreed_on(
    open_page: Open, club: Context, vault_office: Office, qtbot: QtBot
) -> None:
    fill(vault_office, a_morning)
    page = open_page()
    week = next(w for w in page._lines() if "Забронировать" in w.accessibleName())
    page.choose(week.line, "move")
    dialog = page.findChild(NewDayDialog)
    assert dialog is not None
    dialog.primary_button.click()
    settle(club.runner)
    assert state_of(vault_office, Promise, "Прислать каталог") is PromiseState.OPEN
    assert "Забронировать стол · Mon, 30 November, 18:00" in said(page)


def test_a_call_is_put_off_by_three_days(
    open_page: Open, club: Context, vault_office: Office, qtbot: QtBot, clock: SetClock
) -> None:
    fill(vault_office, a_morning)
    page = open_page()
    page.menu_of(lines(page)["call"].line).actions()[1].trigger()
    settle(club.runner)
    assert "call" not in lines(page)
    until = vault_office.read(lambda desk: desk.session.query(Snooze).one().until)
    assert until - clock.now() > timedelta(days=2)
    page.choose(lines(page)["date"].line, "snooze", 1)
    settle(club.runner)
    assert "date" not in lines(page)


def test_lines_lead_to_their_places(
    open_page: Open, club: Context, vault_office: Office, qtbot: QtBot
) -> None:
    fill(vault_office, a_morning)
    page = open_page()
    went: list[Link] = []
    club.open_requested.connect(went.append)
    for kind in ("promise", "call", "date", "mail_account"):
        qtbot.keyClick(lines(page)[kind], Qt.Key.Key_Return)
    assert [(link.kind, link.part) for link in went] == [
        ("client", "promises"),
        ("client", ""),
        ("client", ""),
        ("settings", "mail"),
    ]


def test_arrows_walk_the_lines_and_focus_survives_a_reload(
    open_page: Open, club: Context, vault_office: Office, qtbot: QtBot
) -> None:
    fill(vault_office, a_morning)
    page = open_page()
    page.activateWindow()
    first, second = page._lines()[:2]
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Up)
    qtbot.keyClick(first, Qt.Key.Key_Down)
    assert page._focused_key() == second.line.key
    page.reload()
    settle(club.runner)
    assert page._focused_key() == second.line.key


def test_the_smallest_window_needs_no_horizontal_scroll(
    open_page: Open, vault_office: Office
) -> None:
    fill(vault_office, a_morning)
    page = open_page(968, 590)
    area = page.findChild(QScrollArea)
    assert area is not None
    assert area.widget().width() <= area.viewport().width()
    page.resize(740, 600)
    assert page._columns.direction().name == "TopToBottom"


def test_a_thing_to_do_is_done(
    open_page: Open, club: Context, vault_office: Office, qtbot: QtBot
) -> None:
    fill(vault_office, a_morning)
    page = open_page()
    press(lines(page)["message"], Act.DONE, qtbot)
    settle(club.runner)
    assert "message" not in lines(page)


def test_many_promises_are_folded_and_unfold(
    open_page: Open, club: Context, vault_office: Office
) -> None:
    def many(desk: Desk) -> None:
        anna = make.client(desk, last_contact_at=desk.now)
        for n in range(14):
            make.promise(desk, anna.id, due_at=desk.now + timedelta(hours=n))

    fill(vault_office, many)
    page = open_page()
    assert len(page.promises.lines) == 10
    page.promises.more_requested.emit()
    assert len(page.promises.lines) == 14


def test_presenting_hides_the_private_track(
    open_page: Open, club: Context, vault_office: Office
) -> None:
    def private(desk: Desk) -> None:
        anna = make.client(desk, last_contact_at=desk.now)
        put_call(desk, anna.id, private=True, topic=Topic.SERVICE)

    fill(vault_office, private)
    page = open_page()
    assert "message" in lines(page)
    club.present(True)
    settle(club.runner)
    assert "message" not in lines(page)


def test_a_coordinator_sees_no_trace_of_the_private_track(
    club: Context, vault_office: Office, qtbot: QtBot
) -> None:
    fill(vault_office, a_morning)
    coordinator = vault_office.read(lambda desk: as_role(desk, Role.COORDINATOR).actor.id)
    club.runner.use(vault_office.as_staff(coordinator))
    page = TodayPage(club)
    qtbot.addWidget(page)
    page.show()
    settle(club.runner)
    assert not page.clocks.isVisible()
    assert "omplaint" not in said(page)


# The call ----------------------------------------------------------------------------------------


def test_a_call_shows_the_number_dials_and_asks_what_was_said(
    open_page: Open, club: Context, vault_office: Office, qtbot: QtBot
) -> None:
    fill(vault_office, a_morning)
    page = open_page()
    press(lines(page)["promise"], Act.CALL, qtbot)
    dialog = page.findChild(CallDialog)
    assert dialog is not None
    dialled: list[str] = []
    dialog._dialler = dialled.append
    settle(club.runner)
    assert dialog.number.text() == "+7 495 000-11-22"
    assert not dialog.form.isVisible()
    dialog.primary_button.click()
    assert dialled == ["tel:+74950001122"]
    talk = page.findChild(TalkDialog)
    assert talk is not None
    talk.reject()


def test_a_talk_is_logged_from_its_line_and_restarts_the_rhythm(
    open_page: Open, club: Context, vault_office: Office, qtbot: QtBot
) -> None:
    fill(vault_office, a_morning)
    page = open_page()
    press(lines(page)["call"], Act.LOG, qtbot)
    talk = page.findChild(TalkDialog)
    assert talk is not None
    settle(club.runner)
    talk.form.set_values({"text": "Поговорили о яхте"})
    talk.primary_button.click()
    settle(club.runner)
    assert "call" not in lines(page)


def test_a_call_of_the_outbox_is_done_when_the_talk_is_logged(
    open_page: Open, club: Context, vault_office: Office, qtbot: QtBot
) -> None:
    fill(vault_office, a_morning)
    page = open_page()
    press(lines(page)["message"], Act.CALL, qtbot)
    dialog = page.findChild(CallDialog)
    assert dialog is not None
    dialog._dialler = len
    settle(club.runner)
    dialog.primary_button.click()
    talk = page.findChild(TalkDialog)
    assert talk is not None
    settle(club.runner)
    talk.form.set_values({"text": "Придёт с супругом"})
    talk.primary_button.click()
    settle(club.runner)
    assert "message" not in lines(page)


def test_a_call_at_night_needs_a_written_reason(
    open_page: Open, club: Context, vault_office: Office, qtbot: QtBot, clock: SetClock
) -> None:
    fill(vault_office, a_morning)
    clock.move(timedelta(hours=11))
    page = open_page()
    press(lines(page)["promise"], Act.CALL, qtbot)
    dialog = page.findChild(CallDialog)
    assert dialog is not None
    dialled: list[str] = []
    dialog._dialler = dialled.append
    settle(club.runner)
    assert dialog.primary_button.text() == "Call anyway"
    dialog.primary_button.click()
    settle(club.runner)
    assert dialled == []
    dialog.form.set_values({"reason": "Рейс через час"})
    dialog.primary_button.click()
    settle(club.runner)
    assert dialled == ["tel:+74950001122"]


def test_a_call_of_the_outbox_shows_its_script(
    open_page: Open, club: Context, vault_office: Office, qtbot: QtBot
) -> None:
    fill(vault_office, a_morning)
    page = open_page()
    press(lines(page)["message"], Act.CALL, qtbot)
    dialog = page.findChild(CallDialog)
    assert dialog is not None
    settle(club.runner)
    assert dialog.script.text() == "Добрый день, Анна Сергеевна"
    dialog.reject()


def test_without_a_number_nobody_can_be_called(
    open_page: Open, club: Context, vault_office: Office, qtbot: QtBot
) -> None:
    fill(vault_office, a_morning)
    page = open_page()
    press(lines(page)["call"], Act.CALL, qtbot)
    dialog = page.findChild(CallDialog)
    assert dialog is not None
    settle(club.runner)
    assert not dialog.primary_button.isEnabled()
    assert dialog.primary_button.toolTip() == "No number is known"
    dialog.reject()


# The outbox ---------------------------------------------------------------------------------------


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
