"""Whom to ask next and the waiting list, as a coordinator uses them on the screen."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from pytestqt.qtbot import QtBot

from tests import factories, factories_events
from tests.ui.events_for_tests import idle, opened, sheet, three_guests, write
from vipdesk.access import Desk
from vipdesk.events import guest_lists, invitations, waiting_list
from vipdesk.events.tact import Mend
from vipdesk.gathering import WaitingState
from vipdesk.ui.context import Context
from vipdesk.ui.dialogs.guest_dialogs import (
    PlaceDialog,
    RivalsDialog,
    SentListsDialog,
    WaitingDialog,
)
from vipdesk.ui.dialogs.invite_dialog import InviteDialog
from vipdesk.vocabulary import Channel, EventState


def apart(desk: Desk) -> Any:
    """Two guests on a list who are to be kept apart."""
    event_id = factories.event(desk, capacity=8).id
    ids = [factories_events.guest(desk, name).id for name in ("Арбенина", "Белова")]
    factories_events.friction(desk, *ids)
    guest_lists.pick(desk, event_id=event_id, client_ids=ids)
    return event_id


def full(desk: Desk) -> Any:
    """One party waits, and there is no room."""
    event = factories.event(desk, capacity=0, state=EventState.INVITING)
    guest = factories_events.guest(desk, "Ожидаева")
    factories.phone(desk, guest.id)
    waiting_list.add_waiting(
        desk, event_id=event.id, client_id=guest.id, party=2, principal_only=True
    )
    return event.id


def sent(desk: Desk) -> Any:
    event_id = three_guests(desk)
    rows = guest_lists.get_guest_list(desk, event_id).guests
    ids = [r.client_id for r in rows if r.channel is Channel.PHONE and r.included]
    invitations.invite(desk, event_id=event_id, client_ids=ids, by=Channel.PHONE)
    return event_id


def tab_of(qtbot: QtBot, club: Context, event_id: Any, key: str) -> Any:
    page = opened(qtbot, club, event_id, key)
    idle(qtbot, club)
    tab = page.tab(key)
    tab._page = page  # else it would be gone with this function
    return tab


def test_names_stand_in_the_fair_order_with_every_reason(qtbot: QtBot, club: Context) -> None:
    tab = tab_of(qtbot, club, write(club, three_guests), "waves")
    assert tab.plan.wave.recommended
    shown = tab.plan.wave.recommended[0]
    assert len(tab._all(shown).splitlines()) == len(shown.reasons)
    tab.invite_button.click()
    idle(qtbot, club)
    assert sheet(tab, InviteDialog)


def test_an_embarrassment_is_mended_by_its_button_and_comes_back_with_undo(
    qtbot: QtBot, club: Context
) -> None:
    event_id = write(club, apart)
    tab = tab_of(qtbot, club, event_id, "waves")
    (found,) = tab.plan.tact
    tab.lines.mend(found, Mend.LEAVE_OUT)
    idle(qtbot, club)
    listed = write(club, lambda d: guest_lists.get_guest_list(d, event_id))
    assert listed.included == 1


def test_before_anything_leaves_the_sheet_tells_what_would_embarrass(
    qtbot: QtBot, club: Context
) -> None:
    event_id = write(club, apart)
    tab = tab_of(qtbot, club, event_id, "waves")
    tab.invite_button.click()
    idle(qtbot, club)
    dialog = sheet(tab, InviteDialog)
    assert dialog.tact_area.isVisible()
    (found,) = tab.plan.tact
    dialog.tact.mend(found, Mend.LEAVE_OUT)
    idle(qtbot, club)
    assert not dialog.tact_area.isVisible()


def test_a_party_is_put_on_the_list_and_moved_with_a_reason(qtbot: QtBot, club: Context) -> None:
    event_id = write(club, full)
    tab = tab_of(qtbot, club, event_id, "waiting")
    tab.table.choose_first()
    tab.place_button.click()
    dialog = sheet(tab, PlaceDialog)
    dialog.form.set_values({"place": 1, "reason": ""})
    dialog.submit()
    idle(qtbot, club)
    assert not write(club, lambda d: waiting_list.get_waiting(d, event_id)).rows[0].by_hand
    dialog.form.set_values({"place": 1, "reason": "Юбилей дома"})
    dialog.submit()
    idle(qtbot, club)
    (row,) = write(club, lambda d: waiting_list.get_waiting(d, event_id)).rows
    assert (row.by_hand, row.reason) == (True, "Юбилей дома")


def test_a_guest_is_added_and_taken_off_again(qtbot: QtBot, club: Context) -> None:
    event_id = write(club, full)
    other = write(club, lambda d: factories_events.guest(d, "Новая").id)
    tab = tab_of(qtbot, club, event_id, "waiting")
    tab.add_button.click()
    dialog = sheet(tab, WaitingDialog)
    dialog.form.set_values({"client_id": (other, "Новая"), "party": 3, "principal_only": False})
    dialog.submit()
    idle(qtbot, club)
    rows = write(club, lambda d: waiting_list.get_waiting(d, event_id)).rows
    assert [r.party for r in rows] == [2, 3]
    tab.table.choose(rows[1].id)
    tab.out_button.click()
    idle(qtbot, club)
    rows = write(club, lambda d: waiting_list.get_waiting(d, event_id)).rows
    assert rows[-1].state is WaitingState.REMOVED


def test_free_seats_are_offered_by_one_press(qtbot: QtBot, club: Context) -> None:
    event_id = write(club, full)

    def room(desk: Desk) -> None:
        from vipdesk.events.programme import find_event

        find_event(desk, event_id).capacity = 2

    write(club, room)
    tab = tab_of(qtbot, club, event_id, "waiting")
    tab.offer_button.click()
    idle(qtbot, club)
    (row,) = write(club, lambda d: waiting_list.get_waiting(d, event_id)).rows
    assert (row.state, row.offered) == (WaitingState.OFFERED, 2)
    assert row.expires_at is not None
    assert row.expires_at - row.added_at >= timedelta(hours=2)


def test_lists_that_were_sent_are_read_and_rivals_are_kept(qtbot: QtBot, club: Context) -> None:
    tab = tab_of(qtbot, club, write(club, sent), "waves")
    tab.sent_button.click()
    idle(qtbot, club)
    dialog = sheet(tab, SentListsDialog)
    assert dialog.told.text()
    dialog.reject()
    rivals = RivalsDialog(club, tab)
    rivals.open()
    idle(qtbot, club)
    rivals.form.set_values({"rivals": "Север; Юг"})
    rivals.submit()
    idle(qtbot, club)
    from vipdesk.events import tact_check

    assert write(club, tact_check.list_rivals) == (("Север", "Юг"),)
