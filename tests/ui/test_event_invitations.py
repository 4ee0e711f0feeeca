"""What went to whom, reminders and returned slips, as a coordinator sees them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from pytestqt.qtbot import QtBot

from tests import factories, factories_events
from tests.ui.events_for_tests import idle, opened, sheet, three_guests, write
from vipdesk.access import Desk
from vipdesk.events import guest_lists, invitations
from vipdesk.events.slip import slip_code
from vipdesk.models import Invitation, OutboxMessage
from vipdesk.ui.context import Context
from vipdesk.ui.dialogs.remind_dialog import RemindDialog, SlipDialog
from vipdesk.vocabulary import InvitationState, OutboxState, PartStat


def invited(desk: Desk) -> Any:
    """Three guests were invited four days ago, by three ways."""
    event_id = three_guests(desk)
    ids = [r.client_id for r in guest_lists.get_guest_list(desk, event_id).guests if r.included]
    invitations.invite(desk, event_id=event_id, client_ids=ids)
    for row in desk.session.query(OutboxMessage):
        row.state = OutboxState.SENT
    for row in desk.session.query(Invitation):
        row.state, row.sent_at = InvitationState.SENT, desk.now - timedelta(days=4)
    desk.session.flush()
    return event_id


def test_each_message_is_shown_word_by_word(qtbot: QtBot, club: Context) -> None:
    page = opened(qtbot, club, write(club, invited), "invitations")
    tab: Any = page.tab("invitations")
    idle(qtbot, club)
    assert tab.table.count == 3
    assert tab.table.chosen_row() is not None
    assert "каллиграфии" in tab.view.page.toPlainText() + tab.view.heading.text()
    tab.table.choose(tab.table.rows.row_at(2).id)
    idle(qtbot, club)
    qtbot.waitUntil(lambda: tab.view.stack.currentWidget() is tab.view.letter, timeout=10_000)


def test_who_is_silent_is_reminded_and_sees_the_same_words(qtbot: QtBot, club: Context) -> None:
    event_id = write(club, invited)
    page = opened(qtbot, club, event_id, "invitations")
    tab: Any = page.tab("invitations")
    idle(qtbot, club)
    tab.remind_button.click()
    dialog = sheet(tab, RemindDialog)
    idle(qtbot, club)
    assert dialog.primary_button.isEnabled()
    assert dialog.view.heading.text()
    dialog.primary_button.click()
    idle(qtbot, club)
    sent = write(club, lambda desk: [i.reminders for i in desk.session.query(Invitation)])
    assert sent == [1, 1, 1]
    assert tab.table.count == 6


def test_a_slip_that_came_back_is_typed_in_by_its_code(qtbot: QtBot, club: Context) -> None:
    event_id = write(club, invited)
    token = write(club, lambda desk: desk.session.query(Invitation).first().token)
    page = opened(qtbot, club, event_id, "invitations")
    tab: Any = page.tab("invitations")
    tab.slip_button.click()
    dialog = sheet(tab, SlipDialog)
    dialog.form.set_values({"code": slip_code(token), "partstat": PartStat.DECLINED})
    dialog._on_edited()
    idle(qtbot, club)
    assert "calligraphy" in dialog.whose.text()
    dialog.primary_button.click()
    idle(qtbot, club)
    said = write(
        club, lambda desk: desk.session.query(Invitation).filter_by(token=token).one().partstat
    )
    assert said is PartStat.DECLINED


def test_without_any_invitation_the_tab_says_so(qtbot: QtBot, club: Context) -> None:
    event_id = write(club, lambda desk: factories.event(desk).id)
    page = opened(qtbot, club, event_id, "invitations")
    tab: Any = page.tab("invitations")
    idle(qtbot, club)
    assert tab.stack.currentWidget() is tab.empty
    assert not tab.remind_button.isEnabled()
    assert factories_events.UID not in tab.count.text()
