"""The events' pages and sheets, as somebody at the desk sees them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from tests import factories, factories_events
from vipdesk.access import Desk
from vipdesk.events import guest_lists, programme, replies
from vipdesk.events.programme import SessionWords
from vipdesk.models import MailAccount
from vipdesk.ui.context import Context, Link
from vipdesk.ui.dialogs.criteria_dialog import CriteriaDialog
from vipdesk.ui.dialogs.event_dialog import CancelDialog, EventDialog, SessionDialog
from vipdesk.ui.dialogs.invite_dialog import InviteDialog, told
from vipdesk.ui.dialogs.reply_dialog import DecideDialog, ReplyDialog
from vipdesk.ui.pages.event_page import EventPage
from vipdesk.ui.pages.event_parts import EventStrip
from vipdesk.ui.pages.events_page import EventsPage
from vipdesk.ui.widgets import Button, IconButton
from vipdesk.vocabulary import EventKind, EventState, InvitationState, PartStat, ReplySource
from vipdesk.wording import Lang

SAMPLES = Path(__file__).parent.parent / "data" / "replies"


def idle(qtbot: QtBot, context: Context) -> None:
    qtbot.waitUntil(lambda: context.runner.idle, timeout=10_000)


def write(club: Context, verb: Callable[[Desk], Any]) -> Any:
    office: Any = club.runner.office
    return office.write(verb)[0]


def season(qtbot: QtBot, club: Context) -> EventsPage:
    page = EventsPage(club)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    idle(qtbot, club)
    return page


def opened(qtbot: QtBot, club: Context, event_id: Any, part: str = "") -> EventPage:
    page = EventPage(club, Link("event", event_id, part))
    qtbot.addWidget(page)
    page.resize(1100, 700)
    page.show()
    idle(qtbot, club)
    return page


def sheet(page: Any, kind: type[QDialog]) -> Any:
    found = page.findChildren(kind)
    assert found, f"no {kind.__name__} is open"
    return found[-1]


def event(desk: Desk, **fields: Any) -> Any:
    return factories.event(desk, venue_id=factories.venue(desk).id, **fields).id


def anna_invited(desk: Desk) -> Any:
    guest = factories_events.guest(desk, mail="anna@client.example")
    return factories_events.invited(desk, guest.id).event_id


def three_guests(desk: Desk) -> Any:
    """By mail, by phone, by letter, and one who may not be invited; an account to send by."""
    event_id = event(desk)
    by_mail = factories_events.guest(desk, "Арбенина", mail="anna@client.example")
    by_phone = factories_events.guest(desk, "Белова")
    factories.phone(desk, by_phone.id)
    by_letter = factories_events.guest(desk, "Громова")
    factories_events.address(desk, by_letter.id)
    without = factories.client(desk, surname="Яковлева")
    account = MailAccount(
        name="Клуб", address="events@club.example", smtp_host="localhost", smtp_port=25
    )
    factories_events.add(desk, account)
    ids = [by_mail.id, by_phone.id, by_letter.id, without.id]
    guest_lists.pick(desk, event_id=event_id, client_ids=ids)
    return event_id


# The season -----------------------------------------------------------------------------------


def test_an_empty_club_is_invited_to_plan(qtbot: QtBot, club: Context) -> None:
    page = season(qtbot, club)
    assert page.empty.isVisible()
    page.empty.primary.click()
    assert sheet(page, EventDialog).isVisible()


def test_the_season_lists_what_is_ahead_and_opens_it(qtbot: QtBot, club: Context) -> None:
    event_id = write(club, event)
    write(
        club,
        lambda desk: event(
            desk,
            state=EventState.HELD,
            starts_at=desk.now - timedelta(days=9),
            ends_at=desk.now - timedelta(days=8),
        ),
    )
    page = season(qtbot, club)
    strips = page.area.findChildren(EventStrip)
    assert [s.title.text() for s in strips] == ["A calligraphy masterclass"] * 2
    assert page.subtitle.text() == "1 event ahead"
    with qtbot.waitSignal(club.open_requested) as opening:
        qtbot.keyClick(strips[0], Qt.Key.Key_Return)
    assert opening.args == [Link("event", event_id)]
    with qtbot.waitSignal(club.open_requested):
        qtbot.mouseClick(strips[0], Qt.MouseButton.LeftButton)
    assert "Thursday, 10 December 2026" in strips[0].accessibleName()


def test_the_month_moves_and_a_day_opens_its_event(qtbot: QtBot, club: Context) -> None:
    event_id = write(club, event)
    page = season(qtbot, club)
    assert page.month_label.text() == "November 2026"
    page._on_after()
    assert page.month_label.text() == "December 2026"
    day = page._events[0].starts_at.date()
    with qtbot.waitSignal(club.open_requested) as opening:
        page._on_day(day)
    assert opening.args == [Link("event", event_id)]
    page._on_before()
    page._on_before()
    page._on_today()
    idle(qtbot, club)
    assert page.month_label.text() == "November 2026"
    write(club, lambda desk: event(desk, title_en="Another"))
    page.reload()
    idle(qtbot, club)
    page._on_day(day)  # two that day: the first is shown in the list
    page._on_day(day - timedelta(days=1))


def test_the_season_speaks_russian_too(qtbot: QtBot, club: Context) -> None:
    write(club, event)
    page = season(qtbot, club)
    club.change_settings(lang=Lang.RU)
    idle(qtbot, club)
    assert page.month_label.text() == "Ноябрь 2026"
    assert page.area.findChildren(EventStrip)[0].title.text() == "Мастер-класс по каллиграфии"


def test_a_dropped_reply_changes_the_guest_list(qtbot: QtBot, club: Context) -> None:
    event_id = write(club, anna_invited)
    page = season(qtbot, club)
    with qtbot.waitSignal(club.said) as said, qtbot.waitSignal(club.open_requested) as opening:
        page.take_files([SAMPLES / "outlook_accept.eml"])
    assert said.args is not None
    assert club.text(said.args[0].say) == "Anna Volkova: Accepted"
    assert opening.args == [Link("event", event_id, "guests")]
    idle(qtbot, club)
    rows: Any = club.runner.office
    assert (
        rows.read(lambda d: guest_lists.get_guest_list(d, event_id)).guests[0].partstat
        is PartStat.ACCEPTED
    )


def test_a_doubtful_reply_leads_to_the_queue(qtbot: QtBot, club: Context) -> None:
    event_id = write(club, anna_invited)
    page = season(qtbot, club)
    with qtbot.waitSignal(club.open_requested) as opening:
        page.take_files([SAMPLES / "outlook_counter.eml"])
    assert opening.args == [Link("event", event_id, "review")]
    idle(qtbot, club)


@pytest.mark.parametrize("name", ["nothing.eml", "garbage_calendar.eml"])
def test_a_file_that_is_no_reply_is_said_in_one_sentence(
    qtbot: QtBot, club: Context, name: str
) -> None:
    page = season(qtbot, club)
    with qtbot.waitSignal(club.said) as said:
        page.take_files([SAMPLES / name])
    assert said.args is not None
    assert said.args[0].tone == "warning"
    idle(qtbot, club)


def test_a_file_that_cannot_be_opened_is_said(qtbot: QtBot, club: Context, tmp_path: Path) -> None:
    page = season(qtbot, club)
    with qtbot.waitSignal(club.said) as said:
        page._on_files([str(tmp_path / "gone.eml")])
    assert said.args is not None
    assert said.args[0].tone == "danger"
    idle(qtbot, club)


def test_replies_are_chosen_in_a_sheet(
    qtbot: QtBot, club: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QFileDialog] = []

    def show(dialog: QFileDialog) -> None:
        shown.append(dialog)

    monkeypatch.setattr(QFileDialog, "open", show)
    page = season(qtbot, club)
    page.take_button.click()
    assert len(shown) == 1
    shown[0].deleteLater()


# A new event ------------------------------------------------------------------------------------


def test_a_masterclass_is_planned_with_tutor_and_level(qtbot: QtBot, club: Context) -> None:
    write(club, lambda desk: factories.venue(desk).id)
    page = season(qtbot, club)
    page.new_here()
    dialog = sheet(page, EventDialog)
    idle(qtbot, club)
    assert dialog.form.fields["tutor"].isVisible()
    venue = dialog.form.fields["venue_id"].editor
    venue.set_value(venue._choices[1][0])
    dialog.form.set_values(
        {"title": "Quiet line", "tutor": "I. Belova", "level": "beginners", "capacity": 8}
    )
    with qtbot.waitSignal(club.open_requested) as opening:
        dialog._on_primary()
    idle(qtbot, club)
    assert opening.args is not None
    office: Any = club.runner.office
    card = office.read(lambda d: programme.get_event(d, opening.args[0].id))
    assert (card.row.title, card.row.kind, card.row.capacity) == (
        "Quiet line",
        EventKind.MASTERCLASS,
        8,
    )
    assert [(s.tutor, s.level) for s in card.sessions] == [("I. Belova", "beginners")]
    assert card.row.starts_at.astimezone(club.zone).hour == 18


def test_a_fault_stands_beside_its_field_and_typing_is_kept(qtbot: QtBot, club: Context) -> None:
    write(club, lambda desk: factories.venue(desk, capacity=5).id)
    page = season(qtbot, club)
    page.new_here()
    dialog = sheet(page, EventDialog)
    idle(qtbot, club)
    venue = dialog.form.fields["venue_id"].editor
    venue.set_value(venue._choices[1][0])
    dialog.form.set_values({"title": "Too many"})
    dialog._on_primary()
    idle(qtbot, club)
    assert dialog.form.fields["capacity"].error.text() == "This place holds 5 people."
    dialog.form.fields["kind"].editor.set_value(EventKind.DINNER)
    dialog._on_kind()
    assert not dialog.form.fields["tutor"].isVisible()
    starts = dialog.form.values()["starts_at"]
    dialog.form.set_values({"ends_at": starts - timedelta(hours=1)})
    dialog._on_start()
    assert dialog.form.values()["ends_at"] > starts
    dialog.reject()


# One event --------------------------------------------------------------------------------------


def test_the_page_shows_who_is_in_who_is_out_and_why(qtbot: QtBot, club: Context) -> None:
    page = opened(qtbot, club, write(club, three_guests))
    assert page.heading_label.text() == "A calligraphy masterclass"
    assert page.subtitle.text() == "Masterclass · Thursday, 10 December 2026, 13:00"
    rows = page._whole.guests.guests if page._whole else ()
    assert [r.included for r in rows] == [True, True, True, False]
    texts = [page.guests.table.rows.index(3, c).data() for c in range(2)]
    assert texts[1] == "No consent to invitations"
    assert page.invite_button.text() == "Invite: 3"
    assert page.guests.count.text() == "3 in, 1 out"


def test_guests_are_shown_exactly_what_they_get_before_it_leaves(
    qtbot: QtBot, club: Context
) -> None:
    event_id = write(club, three_guests)
    page = opened(qtbot, club, event_id)
    page.invite_button.click()
    dialog = sheet(page, InviteDialog)
    idle(qtbot, club)
    assert dialog.summary.text() == "3 leave now, 0 wait for their hour, 0 cannot be invited."
    assert "Каллиграф" in dialog.page.toPlainText() or "каллиграф" in dialog.page.toPlainText()
    assert dialog.heading.text().endswith("Мастер-класс по каллиграфии")
    dialog.table.choose(dialog._shown[1].client_id)
    assert dialog.second.text() == "+7 495 000-11-22"
    dialog.table.choose(dialog._shown[2].client_id)
    qtbot.waitUntil(lambda: dialog.picture.shown, timeout=10_000)
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
    assert dialog.page.toPlainText() == "No consent to invitations"
    assert not dialog.primary_button.isEnabled()
    dialog.reject()


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
    with qtbot.waitSignal(club.said) as said:
        page.programme.findChildren(IconButton)[0].click()
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
    menus[0].actions()[0].trigger()
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
        return factories_events.invited(desk, guest.id, state=InvitationState.QUEUED).event_id

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
