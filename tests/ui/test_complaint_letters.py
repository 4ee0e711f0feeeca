"""Letters, the talk and the cause on the screen; problems and lessons."""

from __future__ import annotations

from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.factories import as_role
from tests.factories_complaints import MIRROR, filed, in_work
from tests.ui.complaints_for_tests import OFFSCREEN, add_volkova, at_work, case_page, seen
from tests.unit.test_complaints_actions import CAUSE
from tests.unit.test_complaints_follow_up import resolved
from tests.unit.test_complaints_letters import TYPED
from vipdesk.access import Desk, Office
from vipdesk.complaints import causes, drafts, follow_up, letter_sheets, problems
from vipdesk.complaints.letter_kinds import LetterKind
from vipdesk.learning import FollowUpState, Mechanism, Origin, Solved
from vipdesk.ui.context import Context, Link
from vipdesk.ui.dialogs.case_after_dialogs import CauseDialog, ProblemDialog, TalkDialog
from vipdesk.ui.pages.complaint_letters import ComplaintLetters
from vipdesk.ui.pages.complaint_page import ComplaintPage
from vipdesk.ui.pages.problems_page import ProblemsPage
from vipdesk.ui.picture import settle
from vipdesk.vocabulary import Channel, Role


@pytest.fixture
def volkova(vault_office: Office, club: Context) -> UUID:
    return add_volkova(vault_office, club)


def letters_tab(
    qtbot: QtBot, club: Context, case_id: UUID
) -> tuple[ComplaintPage, ComplaintLetters]:
    """The page and its tab: who drops the page drops the tab."""
    page = case_page(qtbot, club, case_id)
    page.tabs.choose("letters")
    settle(club.runner)
    tab = page.tab("letters")
    assert isinstance(tab, ComplaintLetters)
    return page, tab


def fill(tab: ComplaintLetters, kind: LetterKind) -> None:
    tab.kind.set_value(kind)
    tab._on_kind()
    for name, text in TYPED.items():
        tab.typed[name].set_value(text)
    tab._on_edited()
    tab.check_now()


def texts(widget: QWidget) -> list[str]:
    return [w.text() for w in widget.findChildren(QWidget) if hasattr(w, "text")]


def test_a_letter_is_drafted_checked_shown_in_three_shapes_and_given(
    qtbot: QtBot, club: Context, volkova: UUID, vault_office: Office
) -> None:
    case_id = vault_office.write(lambda desk: in_work(desk, client_id=volkova))[0]
    page, tab = letters_tab(qtbot, club, case_id)
    assert page.isVisible()
    assert not tab.send.isEnabled()
    fill(tab, LetterKind.UPDATE)
    assert tab.send.isEnabled()
    assert MIRROR in tab.letter.value()
    tab.shape.set_value("sms")
    tab._show_shape()
    assert 0 < len(tab.other.text()) <= 70
    tab.shape.set_value("phone")
    tab._show_shape()
    assert TYPED["news"] in tab.other.text()
    settle(club.runner)
    kept = vault_office.read(
        lambda desk: drafts.get_draft(desk, "complaint.letter", object_id=case_id)
    )
    assert kept["typed"]["news"] == TYPED["news"]
    tab.send.click()
    settle(club.runner)
    assert vault_office.read(lambda desk: letter_sheets.was_sent(desk, case_id, LetterKind.UPDATE))
    assert any("News on the way" in text for text in texts(tab.before))


def test_an_answer_without_a_word_on_compensation_is_asked_for_one(
    qtbot: QtBot, club: Context, volkova: UUID, vault_office: Office
) -> None:
    case_id = vault_office.write(lambda desk: in_work(desk, client_id=volkova))[0]
    page, tab = letters_tab(qtbot, club, case_id)
    fill(tab, LetterKind.ANSWER)
    assert page.isVisible()
    tab.send.click()
    settle(club.runner)
    assert tab.send.isEnabled()
    assert not vault_office.read(
        lambda desk: letter_sheets.was_sent(desk, case_id, LetterKind.ANSWER)
    )


def test_the_talk_and_the_cause_are_noted_on_their_tab(
    qtbot: QtBot, club: Context, volkova: UUID, vault_office: Office
) -> None:
    case_id = vault_office.write(lambda desk: resolved(desk).id)[0]
    page = case_page(qtbot, club, case_id)
    page.tabs.choose("after")
    settle(club.runner)
    tab = page.tab("after")
    assert tab.note_button.isVisible()
    talk = TalkDialog(club, case_id, tab)
    talk.form.set_values({"solved": Solved.NO, "channel": Channel.PHONE, "words": "Стол не тот"})
    talk.submit()
    settle(club.runner)
    assert vault_office.read(lambda desk: follow_up.result(desk, case_id)) is FollowUpState.DONE
    cause = CauseDialog(club, case_id, tab)
    cause.form.set_values(
        {"mechanism": Mechanism.DELAY, "origin": Origin.SUPPLIER, "whys": CAUSE.whys[0]}
    )
    cause.submit()
    settle(club.runner)
    tab.show_case(tab.case)
    settle(club.runner)
    assert tab.reopen_button.isVisible()
    assert "Delay or needless effort · Supplier" in texts(tab.cause)


def test_who_leads_opens_a_problem_of_three_cases(
    qtbot: QtBot, club: Context, volkova: UUID, vault_office: Office
) -> None:
    def three(desk: Desk) -> None:
        for _ in range(3):
            causes.code_cause(desk, filed(desk, volkova).id, CAUSE)
        problems.publish_lesson(as_role(desk, Role.HEAD), text="Машину заказываем с запасом часа")

    vault_office.write(three)
    at_work(club, vault_office, Role.HEAD)
    page = ProblemsPage(club, Link("problems"))
    seen(qtbot, club, page)
    assert page.proposed.isVisible()
    sheet = ProblemDialog(club, page, mechanism=CAUSE.mechanism, origin=CAUSE.origin)
    sheet.form.set_values({"title": "Подача машин"})
    sheet.submit()
    settle(club.runner)
    page.reload()
    settle(club.runner)
    assert not page.proposed.isVisible()
    assert page.table.rows.row_at(0).cases == 3
    assert "Машину заказываем с запасом часа" in texts(page.lessons)


@OFFSCREEN
def test_after_a_threat_the_first_reply_leaves_once_a_lawyer_has_read_it(
    qtbot: QtBot, club: Context, volkova: UUID, vault_office: Office
) -> None:
    words = "Вчера на дегустации посадили не за тот стол. Я подам на вас в суд"
    case_id = vault_office.write(lambda desk: filed(desk, volkova, words=words))[0].id
    page = case_page(qtbot, club, case_id)
    card = page.reply
    card.mirror.set_value(MIRROR)
    card._on_edited()
    card.check_now()
    assert not card.send.isEnabled()
    card.lawyer.click()
    settle(club.runner)
    assert card.send.isEnabled()
    card.letter.set_value(card.letter.value() + "\nДо встречи")
    card.check_now()
    assert not card.send.isEnabled()
    assert not card.lawyer.isChecked()
