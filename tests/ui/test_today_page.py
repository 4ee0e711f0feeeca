"""Today as people see and use it."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from tests import factories as make
from tests import factories_benefits as give
from tests.factories import as_role
from tests.factories_channels import put_call
from tests.ui.today_for_tests import Open, a_morning, fill, lines, press, said, state_of
from vipdesk.access import Desk, Office
from vipdesk.benefits.choices import open_choice
from vipdesk.clock import SetClock
from vipdesk.models import Promise, Reply, Snooze
from vipdesk.ui.context import Context, Link
from vipdesk.ui.dialogs.call_dialog import CallDialog
from vipdesk.ui.dialogs.new_day_dialog import NewDayDialog
from vipdesk.ui.dialogs.talk_dialog import TalkDialog
from vipdesk.ui.pages.today_page import TodayPage
from vipdesk.ui.pages.today_words import Act
from vipdesk.ui.picture import settle
from vipdesk.vocabulary import PromiseState, ReplySource, Role, Topic, Verdict
from vipdesk.wording import Lang


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
    assert [a.text() for a in menu.actions()][:2] == ["No longer needed", "We did not keep it"]


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


def test_replies_to_review_open_at_the_event_they_belong_to(
    open_page: Open, club: Context, vault_office: Office, qtbot: QtBot
) -> None:
    def answered(desk: Desk) -> UUID:
        event = make.event(desk)
        reply = Reply(source=ReplySource.EMAIL, received_at=desk.now, verdict=Verdict.REVIEW)
        reply.reason = "stranger"
        desk.session.add(reply)
        desk.session.flush()
        return event.id

    event_id = vault_office.write(answered)[0]
    page = open_page()
    went: list[Link] = []
    club.open_requested.connect(went.append)
    qtbot.keyClick(lines(page)["replies"], Qt.Key.Key_Return)
    settle(club.runner)
    assert went == [Link("event", event_id, "review")]


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


def test_the_slot_tells_both_clocks_where_they_differ(
    open_page: Open, vault_office: Office
) -> None:
    def far_and_near(desk: Desk) -> None:
        for zone in ("Asia/Yekaterinburg", "Europe/Moscow"):
            client = make.client(desk, time_zone=zone, last_contact_at=desk.now)
            make.promise(desk, client.id, text=zone, due_at=desk.now + timedelta(hours=1))

    fill(vault_office, far_and_near)
    tips = {
        w.line.row.text: w.line.slot.tip  # type: ignore[union-attr, attr-defined]
        for w in open_page()._lines()
    }
    assert tips["Asia/Yekaterinburg"].splitlines()[0] == "19:00 here, 21:00 there"
    assert "there" not in tips["Europe/Moscow"]


def test_a_coordinators_morning_begins_with_the_outbox(
    open_page: Open, vault_office: Office, club: Context, qtbot: QtBot
) -> None:
    fill(vault_office, a_morning)
    club.runner.use(
        vault_office.as_staff(
            vault_office.read(lambda desk: as_role(desk, Role.COORDINATOR).actor.id)
        )
    )
    page = open_page()
    assert page._lines()[0].line.key[0] == "message"
    assert page.outbox.mapTo(page, page.outbox.rect().topLeft()).x() < page.width() / 4
    assert [caption.text() for _, caption in page._figures] == ["events this week"]


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


def test_without_a_telephone_program_the_number_is_there_to_be_copied(
    open_page: Open, club: Context, vault_office: Office, qtbot: QtBot
) -> None:
    fill(vault_office, a_morning)
    page = open_page()
    press(lines(page)["promise"], Act.CALL, qtbot)
    dialog = page.findChild(CallDialog)
    assert dialog is not None
    dialog._dialler = bool_no
    settle(club.runner)
    dialog.primary_button.click()
    assert dialog.isVisible()
    assert "makes calls" in dialog.error.text()
    dialog.copy_button.click()
    assert dialog.copy_button.text() == "Copied"
    dialog.primary_button.click()
    talk = page.findChild(TalkDialog)
    assert talk is not None
    talk.reject()


def bool_no(_link: str) -> bool:
    return False


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


def test_the_page_stays_where_the_eye_is_when_a_line_goes(
    open_page: Open, vault_office: Office, qtbot: QtBot
) -> None:
    fill(vault_office, a_morning)
    page = open_page()
    page.resize(900, 300)
    bar = page._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 20)
    bar.setValue(12)
    page._lines()[0].setFocus()
    bar.setValue(12)
    press(next(line for line in page._lines() if line.line.key[0] == "promise"), Act.DONE, qtbot)
    qtbot.waitUntil(lambda: page.context.runner.idle)
    qtbot.waitUntil(lambda: bar.value() == 12)


def a_choice(desk: Desk) -> None:
    anna = make.client(desk, last_contact_at=desk.now)
    a, b, _ = give.three(desk)
    open_choice(
        desk, anna.id, benefit_ids=(a, b), choose_by=desk.now.date() + timedelta(days=3),
        title="Подарок к сезону",
    )  # fmt: skip


def test_a_choice_not_made_yet_stands_below_the_talks_and_opens_the_benefits(
    open_page: Open, club: Context, vault_office: Office, qtbot: QtBot
) -> None:
    fill(vault_office, a_choice)
    page = open_page()
    assert "Benefits to choose" in said(page)
    assert "Подарок к сезону · nothing chosen yet" in said(page)
    (line,) = [one for one in page.calls.lines if one.line.key[0] == "choice"]
    with qtbot.waitSignal(club.open_requested) as opened:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert opened.args[0].part == "benefits"
