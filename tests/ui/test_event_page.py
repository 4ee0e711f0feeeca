"""Event page: what a person sees and does there."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests import factories, factories_events
from tests.ui.events_for_tests import (
    SAMPLES,
    anna_invited,
    event,
    idle,
    opened,
    sheet,
    three_guests,
    write,
)
from vipdesk.access import Desk
from vipdesk.events import programme, replies
from vipdesk.events.programme import SessionWords
from vipdesk.events.venues import list_venues
from vipdesk.models import MailAccount
from vipdesk.ui.context import Context, Link
from vipdesk.ui.dialogs.criteria_dialog import CriteriaDialog
from vipdesk.ui.dialogs.event_dialog import EventDialog
from vipdesk.ui.dialogs.event_dialog_cancel import CancelDialog
from vipdesk.ui.dialogs.event_dialog_session import SessionDialog
from vipdesk.ui.dialogs.invite_dialog import InviteDialog, told
from vipdesk.ui.dialogs.reply_dialog import DecideDialog, ReplyDialog
from vipdesk.ui.dialogs.venue_dialog import VenueDialog
from vipdesk.ui.pages import event_page
from vipdesk.ui.pages.event_page import EventPage
from vipdesk.ui.pages.event_tabs import EventWhole
from vipdesk.ui.widgets import Button, IconButton
from vipdesk.vocabulary import EventState, InvitationState, PartStat, ReplySource


def test_the_page_shows_who_is_in_who_is_out_and_why(qtbot: QtBot, club: Context) -> None:
    page = opened(qtbot, club, write(club, three_guests))
    assert page.heading_label.text() == "A calligraphy masterclass"
    assert page.subtitle.text() == "Masterclass · Thursday, 10 December 2026, 13:00"
    rows = page._whole.guests.guests if page._whole else ()
    assert [r.included for r in rows] == [True, True, True, False]
    texts = [page.guests.table.rows.index(3, c).data() for c in range(2)]
    assert texts[1] == "No consent to invitations"
    assert page.invite_button.text() == "Invite: 3"
    assert page.guests.count.text() == "On the list: 3, left out: 1"


def test_of_a_long_list_the_first_names_are_shown_before_the_rest_is_read(
    qtbot: QtBot, club: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_page, "_GLANCE", 2)
    seen: list[tuple[int, str, bool]] = []
    shown = event_page.EventPage._show

    def look(page: EventPage, whole: EventWhole) -> None:
        shown(page, whole)
        seen.append(
            (whole.guests.rest, page.guests.count.text(), page.invite_button.isVisibleTo(page))
        )

    monkeypatch.setattr(event_page.EventPage, "_show", look)
    opened(qtbot, club, write(club, three_guests))
    assert seen == [
        (2, "Reading 2 more names…", False),
        (0, "On the list: 3, left out: 1", True),
    ]


def test_guests_are_shown_exactly_what_they_get_before_it_leaves(
    qtbot: QtBot, club: Context
) -> None:
    event_id = write(club, three_guests)
    page = opened(qtbot, club, event_id)
    page.invite_button.click()
    dialog = sheet(page, InviteDialog)
    idle(qtbot, club)
    assert dialog.summary.text() == "Sent now: 3, waiting for their hour: 0, cannot be invited: 0."
    assert "каллиграф" in dialog.view.page.toPlainText().casefold()
    assert dialog.view.heading.text().endswith("Мастер-класс по каллиграфии")
    dialog.table.choose(dialog._shown[1].client_id)
    assert dialog.view.second.text() == "+7 495 000-11-22"
    dialog.table.choose(dialog._shown[2].client_id)
    qtbot.waitUntil(lambda: dialog.view.letter.shown, timeout=10_000)
    with qtbot.waitSignal(club.said) as said:
        dialog.primary_button.click()
    idle(qtbot, club)
    assert said.args is not None
    assert club.text(said.args[0].say) == "3 invitations are on their way."
    assert page._whole is not None
    assert page._whole.card.row.state is EventState.INVITING
    said.args[0].undo()
    idle(qtbot, club)
    states = {g.state for g in page._whole.guests.guests}
    assert states == {InvitationState.CANCELLED, None}


def test_the_sheet_says_why_somebody_is_not_invited(qtbot: QtBot, club: Context) -> None:
    page = opened(qtbot, club, write(club, three_guests))
    assert page._whole is not None
    page._on_invite_some(page._whole.guests.guests[3:])
    dialog = sheet(page, InviteDialog)
    idle(qtbot, club)
    assert dialog.view.page.toPlainText() == "No consent to invitations"
    assert not dialog.primary_button.isEnabled()
    dialog.reject()


def test_a_new_place_is_made_from_the_form_of_an_event(qtbot: QtBot, club: Context) -> None:
    event_id = write(club, lambda desk: factories.event(desk, venue_id=None).id)
    page = opened(qtbot, club, event_id)
    choose = next(b for b in page.findChildren(Button) if b.text() == "Choose a place")
    choose.click()
    form = sheet(page, EventDialog)
    idle(qtbot, club)
    form.form.fields["title"].editor.setText("Typed before")
    form.form.fields["title"].editor.textEdited.emit("Typed before")
    form.new_place.click()
    place = sheet(page, VenueDialog)
    place.form.fields["name"].editor.setText("Winter garden")
    place.primary_button.click()
    idle(qtbot, club)
    again = sheet(page, EventDialog)
    idle(qtbot, club)
    assert again.form.fields["venue_id"].editor.currentText() == "Winter garden"
    assert again.form.values()["title"] == "Typed before"
    again.primary_button.click()
    idle(qtbot, club)
    assert page._whole is not None
    assert page._whole.card.row.venue == "Winter garden"


def test_the_place_of_an_event_is_changed_and_changed_back(qtbot: QtBot, club: Context) -> None:
    page = opened(qtbot, club, write(club, event))
    page.edit_button.click()
    form = sheet(page, EventDialog)
    idle(qtbot, club)
    form.old_place.click()
    idle(qtbot, club)
    place = sheet(page, VenueDialog)
    before = place.form.values()["name_en"]
    place.form.set_values({"name_en": "The lower hall"})
    with qtbot.waitSignal(club.said) as said:
        place.primary_button.click()
    idle(qtbot, club)
    form = sheet(page, EventDialog)
    idle(qtbot, club)
    assert form.form.fields["venue_id"].editor.currentText() == "The lower hall"
    form.reject()
    said.args[0].undo()  # type: ignore[index]
    idle(qtbot, club)
    assert before in [v.name_en for v in club.runner.office.read(list_venues)]  # type: ignore[union-attr]


def test_without_a_mail_account_the_way_to_it_is_offered(qtbot: QtBot, club: Context) -> None:
    event_id = write(club, three_guests)
    write(club, lambda desk: desk.session.query(MailAccount).delete())
    page = opened(qtbot, club, event_id)
    page.invite_button.click()
    dialog = sheet(page, InviteDialog)
    idle(qtbot, club)
    assert dialog.account_button.isVisible()
    with qtbot.waitSignal(club.open_requested) as went:
        dialog.account_button.click()
    assert went.args == [Link("settings", None, "mail")]


def test_held_and_refused_are_said_after_sending() -> None:
    from vipdesk.clients.names import Name
    from vipdesk.events.invitations import InviteOutcome
    from vipdesk.vocabulary import Channel

    some = [
        InviteOutcome(factories_events.new_id(), Name(), Channel.EMAIL, s)
        for s in (InvitationState.HELD, None, InvitationState.QUEUED)
    ]
    assert told(tuple(some)).params == {"left": 1, "held": 1, "out": 1}


def test_names_are_left_out_and_taken_in_again(qtbot: QtBot, club: Context) -> None:
    page = opened(qtbot, club, write(club, three_guests))
    tab = page.guests
    tab.table.choose(tab._list.guests[0].client_id)
    assert tab.out_button.isVisible()
    with qtbot.waitSignal(club.said) as said:
        tab.out_button.click()
    idle(qtbot, club)
    assert [g.included for g in tab._list.guests].count(False) == 2
    said.args[0].undo()  # type: ignore[index]
    idle(qtbot, club)
    assert [g.included for g in tab._list.guests].count(False) == 1
    tab.table.choose(tab._list.guests[3].client_id)
    tab.in_button.click()
    idle(qtbot, club)
    assert [g.included for g in tab._list.guests].count(
        False
    ) == 1  # consent is not a matter of picking
    with qtbot.waitSignal(club.open_requested) as opening:
        tab.table.opened.emit(tab._list.guests[0])
    assert opening.args == [Link("client", tab._list.guests[0].client_id)]


def test_a_guest_is_added_by_name(qtbot: QtBot, club: Context) -> None:
    event_id = write(club, event)
    client_id = write(club, lambda desk: factories_events.guest(desk).id)
    page = opened(qtbot, club, event_id)
    assert page.guests.empty.isVisible()
    assert page.new_here()
    page.guests._on_picked(client_id)
    idle(qtbot, club)
    assert [g.client_id for g in page.guests._list.guests] == [client_id]
    assert page.find_here()


def test_criteria_choose_and_can_be_undone(qtbot: QtBot, club: Context) -> None:
    event_id = write(club, event)
    write(club, lambda desk: factories_events.guest(desk).id)
    page = opened(qtbot, club, event_id)
    page.guests.criteria_button.click()
    dialog = sheet(page, CriteriaDialog)
    idle(qtbot, club)
    dialog._tiers["gold"].set_value(True)
    with qtbot.waitSignal(club.said) as said:
        dialog._on_primary()
    idle(qtbot, club)
    assert [g.why[0].text for g in page.guests._list.guests] == ["Of the chosen tier"]
    said.args[0].undo()  # type: ignore[index]
    idle(qtbot, club)
    assert page.guests._list.guests == ()


def test_a_word_by_phone_is_taken_down(qtbot: QtBot, club: Context) -> None:
    page = opened(qtbot, club, write(club, anna_invited))
    tab = page.guests
    tab.table.choose(tab._list.guests[0].client_id)
    assert not tab.out_button.isVisible()
    tab.reply_button.click()
    dialog = sheet(page, ReplyDialog)
    dialog.form.set_values(
        {"partstat": PartStat.ACCEPTED, "source": ReplySource.PHONE, "note": "Said so herself"}
    )
    with qtbot.waitSignal(club.said) as said:
        dialog._on_primary()
    idle(qtbot, club)
    assert tab.table.rows.index(0, 4).data() == "Accepted · Phone"
    said.args[0].undo()  # type: ignore[index]
    idle(qtbot, club)
    assert tab._list.guests[0].partstat is PartStat.NEEDS_ACTION


def test_a_doubtful_reply_is_decided(qtbot: QtBot, club: Context) -> None:
    event_id = write(club, anna_invited)
    write(
        club,
        lambda desk: (
            replies.receive(desk, raw=(SAMPLES / "link_yes_with_words.eml").read_bytes()).reply_id
        ),
    )
    page = opened(qtbot, club, event_id, "review")
    assert page.tabs.present == "review"
    button = next(b for b in page.review.findChildren(Button) if b.text() == "Decide")
    button.click()
    dialog = sheet(page, DecideDialog)
    assert dialog.form.values()["partstat"] is PartStat.ACCEPTED
    with qtbot.waitSignal(club.said) as said:
        dialog._on_primary()
    idle(qtbot, club)
    assert page._whole is not None
    assert page._whole.card.row.answers.accepted == 1
    assert page._whole.review == ()
    said.args[0].undo()  # type: ignore[index]
    idle(qtbot, club)
    assert len(page._whole.review) == 1


def test_a_stray_reply_asks_whose_it_is(qtbot: QtBot, club: Context) -> None:
    write(
        club,
        lambda desk: (
            replies.receive(desk, raw=(SAMPLES / "gmail_accept.eml").read_bytes()).reply_id
        ),
    )
    event_id = write(club, anna_invited)
    page = opened(qtbot, club, event_id, "review")
    next(b for b in page.review.findChildren(Button) if b.text() == "Decide").click()
    dialog = sheet(page, DecideDialog)
    dialog._on_primary()
    idle(qtbot, club)
    field = dialog.form.fields["invitation_id"]
    assert field.error.text() == "Choose whose answer this is."
    field.editor.set_value(field.editor._choices[1][0])
    dialog._on_primary()
    idle(qtbot, club)
    assert page.guests._list.guests[0].partstat is PartStat.ACCEPTED


def test_steps_lead_on_and_back(qtbot: QtBot, club: Context) -> None:
    page = opened(qtbot, club, write(club, lambda desk: event(desk, state=EventState.DRAFT)))
    assert page.step_button.text() == "Mark as planned"
    assert not page.invite_button.isVisible()
    with qtbot.waitSignal(club.said) as said:
        page.step_button.click()
    idle(qtbot, club)
    assert page._whole is not None
    assert page._whole.card.row.state is EventState.PLANNED
    said.args[0].undo()  # type: ignore[index]
    idle(qtbot, club)
    assert page._whole.card.row.state is EventState.DRAFT


def test_what_has_passed_is_marked_as_held(qtbot: QtBot, club: Context) -> None:
    def past(desk: Desk) -> Any:
        return event(
            desk,
            state=EventState.CLOSED,
            starts_at=desk.now - timedelta(hours=5),
            ends_at=desk.now - timedelta(hours=1),
        )

    page = opened(qtbot, club, write(club, past))
    assert page.step_button.text() == "It was held"
    page.step_button.click()
    idle(qtbot, club)
    assert page.step_button.text() == "Mark as reviewed"


def test_a_new_date_is_told_to_those_who_know(qtbot: QtBot, club: Context) -> None:
    def told_guest(desk: Desk) -> Any:
        factories_events.add(
            desk,
            MailAccount(
                name="Клуб", address="events@club.example", smtp_host="localhost", smtp_port=25
            ),
        )
        return anna_invited(desk)

    page = opened(qtbot, club, write(club, told_guest))
    page.edit_button.click()
    dialog = sheet(page, EventDialog)
    idle(qtbot, club)
    starts = dialog.form.values()["starts_at"] + timedelta(days=1)
    dialog.form.set_values({"starts_at": starts, "ends_at": starts + timedelta(hours=2)})
    sentences: list[str] = []
    club.said.connect(lambda message: sentences.append(club.text(message.say)))
    dialog._on_primary()
    qtbot.waitUntil(lambda: len(sentences) == 2, timeout=10_000)
    idle(qtbot, club)
    assert sentences == ["Saved.", "One guest is being told of the change."]


def test_sessions_come_and_go(qtbot: QtBot, club: Context) -> None:
    def with_session(desk: Desk) -> Any:
        event_id = event(desk, description_en="Pen and ink", dress="Casual")
        card = programme.get_event(desk, event_id)
        programme.add_session(
            desk,
            event_id=event_id,
            words=SessionWords("First line", card.row.starts_at, card.row.ends_at, "I. Belova"),
        )
        return event_id

    page = opened(qtbot, club, write(club, with_session), "programme")
    next(b for b in page.programme.findChildren(Button) if b.text() == "New session").click()
    dialog = sheet(page, SessionDialog)
    dialog.form.set_values({"session_title": "Second line"})
    dialog._on_primary()
    idle(qtbot, club)
    assert page._whole is not None
    assert [s.title for s in page._whole.card.sessions] == ["First line", "Second line"]
    change = page.programme.findChildren(IconButton)[0]
    change.click()
    dialog = sheet(page, SessionDialog)
    dialog.form.set_values({"tutor": "A. Sedova", "places": 6})
    dialog._on_primary()
    idle(qtbot, club)
    first = page._whole.card.sessions[0]
    assert (first.title, first.tutor, first.places) == ("First line", "A. Sedova", 6)
    take_out = page.programme.findChildren(IconButton)[1]
    with qtbot.waitSignal(club.said) as said:
        take_out.click()
    idle(qtbot, club)
    assert [s.title for s in page._whole.card.sessions] == ["Second line"]
    said.args[0].undo()  # type: ignore[index]
    idle(qtbot, club)
    assert len(page._whole.card.sessions) == 2


def test_cancelling_says_who_will_be_told(
    qtbot: QtBot, club: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    menus: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _point: menus.append(menu))

    def known(desk: Desk) -> Any:
        event_id = anna_invited(desk)
        factories_events.add(
            desk,
            MailAccount(
                name="Клуб", address="events@club.example", smtp_host="localhost", smtp_port=25
            ),
        )
        return event_id

    monkeypatch.setattr(CancelDialog, "many", 1)
    page = opened(qtbot, club, write(club, known))
    page.more_button.click()
    menus[0].actions()[-1].trigger()
    menus[0].deleteLater()
    dialog = sheet(page, CancelDialog)
    dialog.form.set_values({"typed": "7"})
    dialog._on_primary()
    assert dialog.form.fields["typed"].error.text() == "This is not the number of guests."
    dialog.form.set_values({"typed": "1"})
    dialog._on_primary()
    idle(qtbot, club)
    assert page._whole is not None
    assert page._whole.card.row.state is EventState.CANCELLED
    assert not page.edit_button.isVisible()


def test_what_waits_is_taken_back_from_the_list(qtbot: QtBot, club: Context) -> None:
    def waiting(desk: Desk) -> Any:
        guest = factories_events.guest(desk, mail="anna@client.example")
        return factories_events.invited(
            desk, guest.id, state=InvitationState.QUEUED, sent_at=None
        ).event_id

    page = opened(qtbot, club, write(club, waiting))
    tab = page.guests
    tab.table.choose(tab._list.guests[0].client_id)
    tab.back_button.click()
    idle(qtbot, club)
    assert tab._list.guests[0].state is InvitationState.CANCELLED
    with qtbot.waitSignal(page.guests.invite_requested):
        tab.table.choose(tab._list.guests[0].client_id)
        tab.invite_button.click()
    sheet(page, InviteDialog).reject()
    idle(qtbot, club)


def test_another_event_in_the_same_page_begins_with_its_guests(qtbot: QtBot, club: Context) -> None:
    first, second = write(club, event), write(club, lambda desk: event(desk, title_en="Another"))
    page = opened(qtbot, club, first, "programme")
    page.open_link(Link("event", second))
    idle(qtbot, club)
    assert page.heading_label.text() == "Another"
    assert page.tabs.present == "guests"
