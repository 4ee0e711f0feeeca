"""The private track on the screen: board, case, first reply, steps."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests.factories_complaints import MIRROR, filed, in_work, row_of, top_client, wrapped_up
from tests.ui.complaints_for_tests import (
    OFFSCREEN,
    Key,
    add_volkova,
    at_work,
    case_page,
    opened,
    seen,
    show_board,
    type_in,
)
from vipdesk.access import Desk, Office
from vipdesk.clock import SetClock
from vipdesk.complaints import cases, course, drafts, flags
from vipdesk.models import JournalEntry
from vipdesk.ui.context import Context, Link
from vipdesk.ui.dialogs import case_dialogs as sheets
from vipdesk.ui.dialogs.complaint_dialog import ComplaintDialog
from vipdesk.ui.dialogs.owner_dialog import OwnerDialog
from vipdesk.ui.pages.complaint_cards import clock_ink, clock_picture
from vipdesk.ui.pages.complaint_page import ComplaintPage
from vipdesk.ui.pages.complaints_page import ComplaintsPage
from vipdesk.ui.picture import settle
from vipdesk.vocabulary import (
    Channel,
    ClockKind,
    ClockVerdict,
    ComplaintState,
    Direction,
    FlagKind,
    Role,
    Severity,
)
from vipdesk.wording import Lang, say


@pytest.fixture
def volkova(vault_office: Office, club: Context) -> UUID:
    return add_volkova(vault_office, club)


@pytest.fixture
def board(club: Context, qtbot: QtBot, volkova: UUID) -> ComplaintsPage:
    return show_board(club, qtbot)


# The board


def test_an_empty_board_says_so_and_offers_the_first_step(board: ComplaintsPage) -> None:
    assert board.empty.isVisible()
    assert board.empty.primary.text() == "New complaint"


def test_the_board_shows_what_is_due_next(
    club: Context, board: ComplaintsPage, volkova: UUID, vault_office: Office
) -> None:
    links = opened(club)
    found = vault_office.write(lambda desk: filed(desk, volkova))[0]
    board.reload()
    settle(club.runner)
    row = board.table.rows.row_at(0)
    assert row.number == found.number
    assert club.text(board._left(row)) == "60 min left" or "1 h" in club.text(board._left(row))
    board.table.opened.emit(row)
    assert links == [Link("complaint", found.id)]
    board.search.setText("нет такого")
    board.reload()
    settle(club.runner)
    assert board.table.count == 0
    assert board.find_here()
    board.which.set_value(False)
    board.search.setText("")
    board.reload()
    settle(club.runner)
    assert board.table.count == 1


def test_a_dial_fills_and_turns_red_when_late() -> None:
    row = cases.ClockRow(
        ClockKind.ACK,
        1,
        None,
        None,
        None,
        ClockVerdict.RUNNING,
        False,
        False,
        0.5,  # type: ignore[arg-type]
    )
    assert (clock_picture(row), clock_ink(row)) == ("dial-4", "text")
    assert clock_ink(replace(row, share=0.8)) == "warning"
    assert (clock_picture(replace(row, late=True)), clock_ink(replace(row, late=True))) == (
        "warning", "danger",
    )  # fmt: skip
    assert clock_ink(replace(row, paused=True)) == "text2"
    assert (clock_picture(None), clock_ink(None)) == ("", "text2")


def test_management_sees_the_flag_says_one_thing_and_it_is_gone(
    qtbot: QtBot, club: Context, volkova: UUID, vault_office: Office
) -> None:
    found = vault_office.write(lambda desk: filed(desk, top_client(desk, surname="Белова")))[0]
    at_work(club, vault_office, Role.EXECUTIVE)
    links = opened(club)
    page = ComplaintsPage(club)
    seen(qtbot, club, page)
    assert page.flags_card.isVisible()
    line = page.flags_card.findChild(QLineEdit)
    type_in(line, "Позвоните сегодня")
    numbers = [b for b in page.flags_card.findChildren(QPushButton) if b.text() == found.number]
    numbers[0].click()
    assert links == [Link("complaint", found.id)]
    qtbot.keyClick(line, Key.Key_Return)
    settle(club.runner)
    assert not page.flags_card.isVisible()
    executive = club.runner.office
    (flag,) = executive.read(lambda desk: flags.list_flags(desk, unseen_only=False))
    assert (flag.kind, flag.instruction) == (FlagKind.TOP_TIER, "Позвоните сегодня")


def test_while_presenting_no_complaint_is_on_the_screen(
    qtbot: QtBot, club: Context, board: ComplaintsPage, volkova: UUID, vault_office: Office
) -> None:
    found = vault_office.write(lambda desk: filed(desk, volkova))[0]
    page = case_page(qtbot, club, found.id)
    club.present(True)
    settle(club.runner)
    for shown in (board, page):
        texts = [
            w.text() for w in shown.findChildren(QWidget) if hasattr(w, "text") and w.isVisible()
        ]
        assert not any("Волкова" in t or "Volkova" in t or found.number in t for t in texts)
        assert shown.hidden.isVisible()


# One case


def test_a_case_stands_on_one_screen_and_the_look_is_remembered(
    qtbot: QtBot, club: Context, volkova: UUID, vault_office: Office, clock: SetClock
) -> None:
    found = vault_office.write(lambda desk: filed(desk, volkova))[0]
    page = case_page(qtbot, club, found.id)
    assert page.heading_label.text() == "Anna Volkova"
    assert found.number in page.subtitle.text()
    assert "не за тот стол" in page.said.words.text()
    names = {w.text() for w in page.knows.findChildren(QWidget) if hasattr(w, "text")}
    assert {"Maria Orlova", "Ilya Kim", "Petr Vorontsov"} <= names
    assert not page.hold.release.isVisible()
    assert page.hold.set.isVisible()

    def reads(desk: Desk) -> int:
        wanted = select(JournalEntry).where(JournalEntry.verb == "read_complaint")
        return len(desk.session.scalars(wanted).all())

    def look_again() -> int:
        page.hide()
        page.show()
        settle(club.runner)
        return vault_office.read(reads)

    assert vault_office.read(reads) == 1
    page.reload()
    settle(club.runner)
    assert look_again() == 1  # to and fro is one look
    clock.move(timedelta(minutes=11))
    page.reload()
    settle(club.runner)
    assert vault_office.read(reads) == 1  # still the same look
    assert look_again() == 2


def test_a_case_that_may_not_be_seen_is_like_one_that_is_not_there(
    qtbot: QtBot, club: Context, volkova: UUID, vault_office: Office
) -> None:
    found = vault_office.write(lambda desk: filed(desk, volkova, words="Орлова забыла обо мне"))[0]
    page = case_page(qtbot, club, found.id)
    assert page._error.isVisible()
    assert page._error.sentence.text() == "There is no such complaint."


def texts_of(widget: QWidget) -> list[str]:
    """What is seen on a widget. A new line is seen a turn of the loop after it was laid."""
    return [w.text() for w in widget.findChildren(QWidget) if hasattr(w, "text") and w.isVisible()]


def test_the_first_reply_is_checked_while_it_is_typed_and_given(
    qtbot: QtBot, club: Context, volkova: UUID, vault_office: Office
) -> None:
    found = vault_office.write(lambda desk: filed(desk, volkova))[0]
    page = case_page(qtbot, club, found.id)
    reply = page.reply
    assert not reply.send.isEnabled()
    assert "six words" in reply.send.toolTip()
    type_in(reply.mirror.editor, MIRROR)
    qtbot.waitUntil(reply.send.isEnabled)
    assert reply.lint.items.all
    assert MIRROR in reply.letter.value()
    # A letter of the author's sentence alone: whatever wordings were picked, no item is in it.
    reply.letter.set_value(MIRROR)
    qtbot.waitUntil(lambda: "Your name: missing" in texts_of(reply))
    assert not reply.send.isEnabled()
    reply.anew.click()
    assert reply.send.isEnabled()
    settle(club.runner)
    reply.send.click()
    settle(club.runner)
    case = vault_office.read(lambda desk: cases.get_complaint(desk, found.id))
    assert case.state is ComplaintState.IN_WORK
    assert case.open_promise is not None
    assert not reply.editor.isVisible()
    assert reply.state.text().startswith("Given today")
    assert (
        vault_office.read(
            lambda desk: drafts.get_draft(desk, "complaint.reply", object_id=found.id)
        )
        == {}
    )


def test_a_half_written_reply_comes_back(
    qtbot: QtBot, club: Context, volkova: UUID, vault_office: Office
) -> None:
    found = vault_office.write(lambda desk: filed(desk, volkova))[0]
    page = case_page(qtbot, club, found.id)
    page.reply.mirror.set_value(MIRROR)
    page.reply._on_edited()
    page.reply.letter.set_value("Моё собственное письмо")
    page.reply.check_now()
    settle(club.runner)
    again = case_page(qtbot, club, found.id)
    assert again.reply.mirror.value() == MIRROR
    assert again.reply.letter.value() == "Моё собственное письмо"


def test_a_date_that_may_not_be_promised_is_said_beside_the_letter(
    qtbot: QtBot, club: Context, volkova: UUID, vault_office: Office
) -> None:
    found = vault_office.write(lambda desk: filed(desk, volkova))[0]
    page = case_page(qtbot, club, found.id)
    page.reply.mirror.set_value(MIRROR)
    page.reply.when.set_value(page.reply.when.value() + timedelta(days=60))
    page.reply._on_edited()
    page.reply.check_now()
    assert "later than the case must be resolved" in page.reply.send.toolTip()
    page.reply._on_send()
    assert page.reply.state.isHidden()


def test_by_mail_without_an_account_the_sentence_stands_beside_the_channel(
    qtbot: QtBot, club: Context, volkova: UUID, vault_office: Office
) -> None:
    from tests.factories import email

    found = vault_office.write(lambda desk: (email(desk, volkova), filed(desk, volkova))[1])[0]
    page = case_page(qtbot, club, found.id)
    page.reply.mirror.set_value(MIRROR)
    page.reply.channel.editor.set_value(Channel.EMAIL)
    page.reply._on_channel()
    assert page.reply.send.text() == "Send"
    page.reply._on_edited()
    page.reply.check_now()
    page.reply._on_send()
    settle(club.runner)
    assert "No mail account" in page.reply.channel.error.text()
    assert page.reply.send.isEnabled()


def test_who_does_not_own_the_case_does_not_write_its_reply(
    qtbot: QtBot, club: Context, volkova: UUID, vault_office: Office
) -> None:
    found = vault_office.write(lambda desk: filed(desk, top_client(desk, surname="Белова")))[0]
    at_work(club, vault_office, Role.EXECUTIVE)
    page = case_page(qtbot, club, found.id)
    assert not page.reply.editor.isVisible()
    line = page.flags.findChild(QLineEdit)
    type_in(line, "Позвоните")
    qtbot.keyClick(line, Key.Key_Return)
    settle(club.runner)
    shown = [w.text() for w in page.flags.findChildren(QWidget) if hasattr(w, "text")]
    assert "Позвоните" in shown


def test_the_hold_is_released_and_the_release_taken_back(
    qtbot: QtBot, club: Context, volkova: UUID, vault_office: Office
) -> None:
    found = vault_office.write(lambda desk: filed(desk, top_client(desk, surname="Белова")))[0]
    page = case_page(qtbot, club, found.id)
    assert page.hold.said.text() == "Ask the manager"
    page.hold.release.click()
    settle(club.runner)
    assert "coming nights" in page.hold.note.text()
    page.hold.keep.click()
    settle(club.runner)
    assert page.hold.release.isVisible()


def run_sheet(club: Context, page: ComplaintPage, kind: type, **values: object) -> None:
    assert page._sheet(kind)
    dialog = page.findChild(kind)
    dialog.form.set_values(values)
    dialog.submit()
    settle(club.runner)
    QApplication.processEvents()


def test_the_whole_course_goes_through_small_sheets(
    qtbot: QtBot, club: Context, volkova: UUID, vault_office: Office, clock
) -> None:
    case_id = vault_office.write(lambda desk: in_work(desk, client_id=volkova))[0]
    page = case_page(qtbot, club, case_id)

    def state() -> ComplaintState:
        return vault_office.read(lambda desk: cases.get_complaint(desk, case_id)).state

    clock.move(timedelta(minutes=5))
    run_sheet(club, page, sheets.ContactDialog, direction=Direction.INBOUND, text="Жду ответа")
    tomorrow = club.format.local(club.now()).replace(tzinfo=None) + timedelta(days=1)
    run_sheet(club, page, sheets.WaitDialog, question="Какой стол?", next_contact_at=tomorrow)
    assert state() is ComplaintState.WAIT_CLIENT
    vault_office.write(lambda desk: course.stop_waiting(desk, case_id))
    shifted = tomorrow.replace(day=2, month=12, hour=12, minute=0)
    run_sheet(club, page, sheets.PromiseDialog, due_at=shifted, told="Нужен ещё день")
    run_sheet(club, page, sheets.SeverityDialog, severity=Severity.S2, reason="Второй раз")
    answer = {"text": "Виноваты мы", "options": "Ужин\nВозврат", "compensation": "ужин"}
    run_sheet(club, page, sheets.AnswerDialog, **answer)
    assert state() is ComplaintState.ANSWERED
    run_sheet(club, page, sheets.NotContentDialog, words="Этого мало")
    run_sheet(club, page, sheets.NewPromiseDialog, due_at=shifted, told="Отвечу в среду")
    run_sheet(club, page, sheets.AnswerDialog, **answer)
    run_sheet(club, page, sheets.ResolveDialog, acceptance=course.Acceptance.SAID)
    vault_office.write(lambda desk: wrapped_up(desk, case_id))
    run_sheet(club, page, sheets.CloseDialog, words="Доволен")
    assert state() is ComplaintState.CLOSED
    assert [kind for _, kind in page._steps()] == [sheets.ReopenDialog]
    run_sheet(club, page, sheets.ReopenDialog, words="Опять")
    assert state() is ComplaintState.IN_WORK


@OFFSCREEN
def test_the_next_steps_are_offered_in_a_menu(
    qtbot: QtBot, club: Context, volkova: UUID, vault_office: Office
) -> None:
    from PySide6.QtWidgets import QMenu

    links = opened(club)
    case_id = vault_office.write(
        lambda desk: in_work(
            desk, client_id=volkova, words="Не за тот стол вчера, я ухожу из клуба"
        )
    )[0]
    page = case_page(qtbot, club, case_id)
    page.client_button.click()
    assert links == [Link("client", volkova)]
    page.more.click()
    menu = page.findChild(QMenu)
    assert "Give the answer…" in [a.text() for a in menu.actions()]
    menu.actions()[0].trigger()
    menu.close()
    dialog = page.findChild(sheets.AnswerDialog)
    assert dialog.isVisible()
    dialog.reject()
    at_work(club, vault_office, Role.EXECUTIVE)
    signing = case_page(qtbot, club, case_id)
    (sign,) = [step for words, step in signing._steps() if words == say("Sign the answer")]
    sign()
    settle(club.runner)
    assert signing._shown.case.signed


def test_management_gives_the_case_to_another_owner(
    qtbot: QtBot, club: Context, volkova: UUID, vault_office: Office
) -> None:
    found = vault_office.write(lambda desk: filed(desk, volkova))[0]
    mine = case_page(qtbot, club, found.id)
    give = say("Give it to another owner…")
    assert give not in [words for words, _ in mine._steps()]
    at_work(club, vault_office, Role.HEAD)
    page = case_page(qtbot, club, found.id)
    (step,) = [step for words, step in page._steps() if words == give]
    step()
    settle(club.runner)
    dialog = page.findChild(OwnerDialog)
    dialog.primary_button.click()
    settle(club.runner)
    owner = vault_office.read(lambda desk: row_of(desk, found).owner_id)
    assert owner != vault_office.staff.id


def test_both_pages_speak_russian_without_an_english_word(
    qtbot: QtBot, club: Context, board: ComplaintsPage, volkova: UUID, vault_office: Office
) -> None:
    found = vault_office.write(lambda desk: filed(desk, top_client(desk, surname="Белова")))[0]
    page = case_page(qtbot, club, found.id)
    club.change_settings(lang=Lang.RU)
    settle(club.runner)
    texts = [
        w.text()
        for shown in (board, page)
        for w in shown.findChildren(QWidget)
        if hasattr(w, "text") and callable(w.text) and w.isVisible()
    ]
    words = {t for t in texts if t and t.isascii() and any(c.isalpha() for c in t)}
    assert words <= {found.number}
    dialog = ComplaintDialog(club, board)
    dialog.open()
    settle(club.runner)
    assert dialog.primary_button.text() == "Принять жалобу"
    dialog.close()
    settle(club.runner)


def test_a_case_that_became_graver_suggests_a_hold_and_takes_it(
    qtbot: QtBot, club: Context, volkova: UUID, vault_office: Office
) -> None:
    found = vault_office.write(lambda desk: filed(desk, client_id=volkova, severity=Severity.S3))[0]
    vault_office.write(
        lambda desk: course.change_severity(
            desk, found.id, severity=Severity.S1, reason="Пригрозил уйти"
        )
    )
    page = case_page(qtbot, club, found.id)
    assert page.hold.said.text() == "Suggested: Do not invite"
    page.hold.set.click()
    sheet = page.findChild(sheets.HoldDialog)
    assert sheet is not None
    sheet.submit()
    settle(club.runner)
    assert page.hold.said.text() == "Do not invite"
    assert page.hold.release.isVisible()


def test_a_written_answer_after_a_threat_asks_whether_a_lawyer_has_read_it(
    qtbot: QtBot, club: Context, volkova: UUID, vault_office: Office
) -> None:
    case_id = vault_office.write(
        lambda desk: in_work(
            desk, client_id=volkova, words="Не тот стол вчера. Я подам на вас в суд"
        )
    )[0]
    at_work(club, vault_office, Role.EXECUTIVE)
    club.runner.office.write(lambda desk: course.sign_answer(desk, case_id))
    club.runner.use(vault_office)
    club.staff = vault_office.staff
    page = case_page(qtbot, club, case_id)
    page._on_answer()
    sheet = page.findChild(sheets.AnswerDialog)
    answer = {"text": "Виноваты мы", "options": "Ужин\nВозврат", "compensation": "ужин"}
    sheet.form.set_values({**answer, "channel": Channel.EMAIL})
    sheet.submit()
    settle(club.runner)
    assert sheet.isVisible()
    sheet.form.set_values({"read": True})
    sheet.submit()
    settle(club.runner)
    assert page.case_state is ComplaintState.ANSWERED
