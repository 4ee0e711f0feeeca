"""The events' pages and sheets, as somebody at the desk sees them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests import factories
from tests.ui.events_for_tests import (
    SAMPLES,
    anna_invited,
    event,
    idle,
    season,
    sheet,
    write,
)
from vipdesk.events import guest_lists, programme
from vipdesk.ui.context import Context, Link
from vipdesk.ui.dialogs.event_dialog import EventDialog
from vipdesk.ui.pages.event_parts import EventStrip
from vipdesk.vocabulary import EventKind, EventState, PartStat
from vipdesk.wording import Lang


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
