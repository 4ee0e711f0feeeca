"""The programme as pictures of time, and what a coordinator does with it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests import factories, factories_events
from tests.ui.events_for_tests import event, idle, opened, season, sheet, write
from vipdesk.access import Desk
from vipdesk.clock import SetClock
from vipdesk.events import courses, event_files, guest_lists, kinds, options, templates
from vipdesk.events.budget import CostWords, add_cost, get_budget
from vipdesk.gathering import EventFormat
from vipdesk.models import Event
from vipdesk.ui.context import Context, Link
from vipdesk.ui.dialogs.event_copies import CopyDialog, CourseDialog, KeepDialog, TemplateDialog
from vipdesk.ui.dialogs.event_dialog import EventDialog
from vipdesk.ui.dialogs.event_kinds import KindDialog, KindsDialog
from vipdesk.ui.dialogs.event_parts_dialogs import (
    ChoiceDialog,
    CostDialog,
    LimitDialog,
    OptionDialog,
)
from vipdesk.ui.pages.event_parts import EventStrip
from vipdesk.ui.pages.events_bar import View
from vipdesk.ui.pages.events_page import EventsPage
from vipdesk.ui.widgets import Button, IconButton
from vipdesk.vocabulary import EventKind, EventState, PartStat
from vipdesk.wording import Lang


def a_season(desk: Desk) -> Any:
    """Six tastings in one house, then a concert: past, this week and ahead."""
    venue = factories.venue(desk)
    found = []
    for number, days in enumerate((-40, -30, -20, -10, 1, 8)):
        begins = desk.now + timedelta(days=days)
        found.append(
            factories.event(
                desk, kind=EventKind.TASTING, venue_id=venue.id, starts_at=begins,
                title=f"Дегустация {number}", title_en=f"Tasting {number}",
                ends_at=begins + timedelta(hours=3),
                state=EventState.HELD if days < 0 else EventState.PLANNED,
            ).id
        )  # fmt: skip
    begins = desk.now + timedelta(days=20)
    found.append(
        factories.event(
            desk, kind=EventKind.CONCERT, starts_at=begins, ends_at=begins + timedelta(hours=2),
            state=EventState.DRAFT, title_en="Sonatas", tiers=["gold"],
        ).id
    )  # fmt: skip
    return found


def pressed(qtbot: QtBot, widget: Any, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(widget, key)


def test_the_week_stands_in_hours_and_opens_by_keyboard(qtbot: QtBot, club: Context) -> None:
    ids = write(club, a_season)
    page = season(qtbot, club)
    page.bar.views.choose(View.WEEK)
    assert page.month_label.text() == "23 Nov – 29 Nov 2026"
    assert page.week.chosen is not None
    assert page.week.chosen.id == ids[4]
    assert "Friday, 27 November 2026" in page.week.accessibleDescription()
    with qtbot.waitSignal(club.open_requested) as opening:
        pressed(qtbot, page.week, Qt.Key.Key_Return)
    assert opening.args == [Link("event", ids[4])]
    pressed(qtbot, page.week, Qt.Key.Key_PageDown)
    idle(qtbot, club)
    assert page.month_label.text() == "30 Nov – 6 Dec 2026"
    assert page.week.chosen.id == ids[5]
    page.grab()


def test_events_at_one_hour_stand_beside_each_other(qtbot: QtBot, club: Context) -> None:
    def two(desk: Desk) -> None:
        for hours in (3, 14):  # the second ends after midnight
            factories.event(desk, starts_at=desk.now + timedelta(hours=2),
                            ends_at=desk.now + timedelta(hours=hours))  # fmt: skip

    write(club, two)
    page = season(qtbot, club)
    page.bar.views.choose(View.WEEK)
    one, other = (box for box, _ in page.week._boxes)
    assert not one.intersects(other)
    page.grab()


def test_the_season_is_a_ribbon_with_lanes_that_arrows_walk(qtbot: QtBot, club: Context) -> None:
    ids = write(club, a_season)
    page = season(qtbot, club)
    page.bar.views.choose(View.SEASON)
    ribbon = page.ribbon
    assert page.month_label.text() == "March 2026 – February 2027"
    assert [(name, len(events)) for name, events in ribbon._rows] == [
        ("Tasting", 6),
        ("Concert", 1),
    ]
    assert ribbon.chosen is not None
    assert "Monotony 0.93" in ribbon.accessibleDescription()
    pressed(qtbot, ribbon, Qt.Key.Key_Down)
    assert ribbon.chosen.id == ids[-1]
    pressed(qtbot, ribbon, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right)
    assert ribbon.chosen.id == ids[5]
    box = next(b for b, e in ribbon._boxes if e.id == ids[-1])
    with qtbot.waitSignal(club.open_requested) as opening:
        qtbot.mouseClick(ribbon, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert opening.args == [Link("event", ids[-1])]
    for lanes, first in (("venue", 6), ("tier", 6)):
        page.lanes.choose(lanes)
        assert len(ribbon._rows[0][1]) == first
    page._on_turned(-1)
    idle(qtbot, club)
    assert page.month_label.text() == "December 2025 – November 2026"
    page._on_today()
    club.change_settings(lang=Lang.RU)
    idle(qtbot, club)
    assert page.month_label.text() == "Март 2026 – Февраль 2027"
    page.grab()


def test_a_tip_says_what_stands_there(qtbot: QtBot, club: Context) -> None:
    write(club, a_season)
    page = season(qtbot, club)
    page.bar.views.choose(View.SEASON)
    box, _ = page.ribbon._boxes[0]
    for point in (box.center().toPoint(), QPoint(1, 1)):
        where = page.ribbon.mapToGlobal(point)
        QApplication.sendEvent(page.ribbon, QHelpEvent(QEvent.Type.ToolTip, point, where))
        qtbot.mouseMove(page.ribbon, point)


def test_a_season_that_repeats_itself_is_said_with_what_would_help(
    qtbot: QtBot, club: Context
) -> None:
    ids = write(club, a_season)
    page = season(qtbot, club)
    assert page.variety.isVisible()
    assert page.variety.told.text().startswith("The season ahead repeats itself: monotony 0.")
    assert "“Test drive” instead of “Tasting” would make it 0." in page.variety.advice.text()
    with qtbot.waitSignal(club.open_requested) as opening:
        page.variety.button.click()
    assert opening.args is not None
    assert opening.args[0].id in ids


def test_a_varied_season_says_nothing_of_it(qtbot: QtBot, club: Context) -> None:
    write(club, event)
    assert not season(qtbot, club).variety.isVisible()


def titles(page: EventsPage) -> list[str]:
    return [s.title.text() for s in page.area.findChildren(EventStrip) if not s.isHidden()]


def test_filters_leave_what_fits(qtbot: QtBot, club: Context) -> None:
    write(club, a_season)
    page = season(qtbot, club)
    page.bar.kind.set_value("concert")
    page.bar.kind.edited.emit()
    assert [e.kind for e in page._events] == [EventKind.CONCERT]
    page.bar.kind.set_value("")
    page.bar.state.set_value(str(EventState.DRAFT))
    page.bar.state.edited.emit()
    assert len(page._events) == 1


# The club's own kinds ---------------------------------------------------------------------------


def test_the_club_names_its_kinds_and_an_event_takes_one(qtbot: QtBot, club: Context) -> None:
    write(club, event)
    page = season(qtbot, club)
    page._on_kinds()
    dialog = sheet(page, KindsDialog)
    idle(qtbot, club)
    dialog.new_button.click()
    made = sheet(page, KindDialog)
    made.form.set_values({"name": "Школа гольфа", "name_en": "Golf school", "category": "sport",
                          "format": "outdoors"})  # fmt: skip
    made._on_primary()
    idle(qtbot, club)
    (own,) = [k for k in club.runner.office.read(kinds.list_kinds) if not k.given]  # type: ignore[union-attr]
    dialog = sheet(page, KindsDialog)
    idle(qtbot, club)
    retire = [b for b in dialog.findChildren(IconButton) if b.toolTip() == "Offer no more"]
    with qtbot.waitSignal(club.said) as said:
        retire[0].click()
    idle(qtbot, club)
    said.args[0].undo()
    idle(qtbot, club)
    dialog.ask(own)
    made = sheet(page, KindDialog)
    made.form.set_values({"name": "Гольф", "name_en": "Golf"})
    made._on_primary()
    idle(qtbot, club)
    sheet(page, KindsDialog).reject()
    page.new_here()
    form = sheet(page, EventDialog)
    idle(qtbot, club)
    form.form.set_values({"title": "Первый удар", "kind": f"sport:{own.id}", "answer_by": 5,
                          "tiers": "gold"})  # fmt: skip
    with qtbot.waitSignal(club.open_requested) as opening:
        form._on_primary()
    assert opening.args is not None
    shown = opened(qtbot, club, opening.args[0].id)
    assert shown.subtitle.text().startswith("Golf · ")
    card = shown._whole.card if shown._whole else None
    assert card is not None
    assert card.answer_by == card.row.starts_at - timedelta(days=5)
    shown._on_edit()
    form = sheet(shown, EventDialog)
    idle(qtbot, club)
    assert form.form.values()["kind"] == f"sport:{own.id}"
    form.form.set_values({"dress": "Поло", "format": str(EventFormat.TOUR)})
    form._on_primary()
    idle(qtbot, club)
    assert shown._whole is not None
    assert shown._whole.card.row.format is EventFormat.TOUR
    assert shown._whole.card.answer_by == card.answer_by


def test_a_category_is_called_otherwise_and_back(qtbot: QtBot, club: Context) -> None:
    write(club, event)
    page = season(qtbot, club)
    page._on_kinds()
    dialog = sheet(page, KindsDialog)
    idle(qtbot, club)
    dialog.findChildren(IconButton)[0].click()
    made = sheet(page, KindDialog)
    made.form.set_values({"name": "Вечер вкуса"})
    with qtbot.waitSignal(club.said) as said:
        made._on_primary()
    idle(qtbot, club)
    assert club.runner.office.read(kinds.list_kinds)[0].name == "Вечер вкуса"  # type: ignore[union-attr]
    sheet(page, KindsDialog).reject()
    said.args[0].undo()
    idle(qtbot, club)
    assert club.runner.office.read(kinds.list_kinds)[0].name == ""  # type: ignore[union-attr]


# Once more --------------------------------------------------------------------------------------


@pytest.fixture
def menus(monkeypatch: pytest.MonkeyPatch) -> list[QMenu]:
    found: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _point: found.append(menu))
    return found


def act(menus: list[QMenu], text: str) -> None:
    next(a for a in menus[-1].actions() if a.text() == text).trigger()
    menus[-1].deleteLater()


def test_an_event_is_copied_kept_and_made_a_course(
    qtbot: QtBot, club: Context, menus: list[QMenu]
) -> None:
    event_id = write(club, event)
    page = opened(qtbot, club, event_id, "programme")
    page.more_button.click()
    act(menus, "Copy to another date…")
    with qtbot.waitSignal(club.open_requested) as opening:
        sheet(page, CopyDialog)._on_primary()
    assert opening.args is not None
    assert opening.args[0].id != event_id
    idle(qtbot, club)
    page.more_button.click()
    act(menus, "Keep as a template…")
    sheet(page, KeepDialog)._on_primary()
    idle(qtbot, club)
    page.more_button.click()
    act(menus, "Make a course…")
    with qtbot.waitSignal(club.said) as said:
        sheet(page, CourseDialog)._on_primary()
    idle(qtbot, club)
    (course,) = club.runner.office.read(courses.list_courses)  # type: ignore[union-attr]
    assert course.dates == 4
    guest = write(club, lambda desk: factories_events.guest(desk).id)
    write(club, lambda desk: guest_lists.pick(desk, event_id=event_id, client_ids=[guest]))
    page.reload()
    idle(qtbot, club)
    page.more_button.click()
    with qtbot.waitSignal(club.said) as booked:
        act(menus, "Book the guests for the whole course")
    idle(qtbot, club)
    booked.args[0].undo()
    idle(qtbot, club)
    said.args[0].undo()
    idle(qtbot, club)
    assert club.runner.office.read(courses.list_courses) == ()  # type: ignore[union-attr]


def test_a_template_begins_an_event_and_the_programme_is_saved(
    qtbot: QtBot, club: Context, menus: list[QMenu], tmp_path: Path
) -> None:
    event_id = write(club, event)
    write(club, lambda desk: templates.add_template(desk, event_id=event_id, name="Каллиграфия"))
    page = season(qtbot, club)
    page.more_button.click()
    submenu = menus[0].actions()[0].menu()
    assert isinstance(submenu, QMenu)
    submenu.actions()[0].trigger()
    menus[0].deleteLater()
    with qtbot.waitSignal(club.open_requested):
        sheet(page, TemplateDialog)._on_primary()
    idle(qtbot, club)
    with qtbot.waitSignal(club.said) as said:
        page._on_export_to(str(tmp_path / "season.ics"))
    assert said.args is not None
    assert club.text(said.args[0].say) == "The programme is saved. It holds no guest."
    assert b"METHOD:PUBLISH" in (tmp_path / "season.ics").read_bytes()
    with qtbot.waitSignal(club.said):
        page._on_export_to(str(tmp_path / "no" / "season.ics"))


# Choices, budget, files -------------------------------------------------------------------------


def test_what_guests_choose_is_seen_and_noted(qtbot: QtBot, club: Context) -> None:
    def invited(desk: Desk) -> Any:
        event_id = event(desk, state=EventState.INVITING)
        made = factories_events.invited(
            desk, factories_events.guest(desk).id, desk.session.get_one(Event, event_id),
            partstat=PartStat.ACCEPTED,
        )  # fmt: skip
        guest_lists.pick(desk, event_id=event_id, client_ids=[made.client_id])
        return event_id

    event_id = write(club, invited)
    page = opened(qtbot, club, event_id, "choices")
    tab: Any = page.tab("choices")
    assert not tab.choose_button.isEnabled()
    tab.new_button.click()
    dialog = sheet(tab, OptionDialog)
    dialog.form.set_values({"question": "Меню", "option_title": "Рыба", "question_en": "Menu",
                            "title_en": "Fish", "places": 3})  # fmt: skip
    dialog._on_primary()
    idle(qtbot, club)
    idle(qtbot, club)
    tab.choose_button.click()
    with qtbot.waitSignal(club.said) as said:
        sheet(tab, ChoiceDialog)._on_primary()
    idle(qtbot, club)
    (option,) = tab._offered.options
    assert option.taken == 1
    tab.ask(option)
    change = sheet(tab, OptionDialog)
    change.form.set_values({"title_en": "Pike"})
    change._on_primary()
    idle(qtbot, club)
    said.args[0].undo()
    idle(qtbot, club)
    with qtbot.waitSignal(club.said) as gone:
        tab.remove(tab._offered.options[0])
    idle(qtbot, club)
    gone.args[0].undo()
    idle(qtbot, club)
    read: Any = club.runner.office
    assert [o.named(Lang.EN) for o in read.read(lambda d: options.list_options(d, event_id))] == [
        "Pike"
    ]


def test_the_budget_is_a_ring_and_lines(qtbot: QtBot, club: Context) -> None:
    event_id = write(club, event)
    page = opened(qtbot, club, event_id, "budget")
    tab: Any = page.tab("budget")
    tab.new_button.click()
    dialog = sheet(tab, CostDialog)
    dialog.form.set_values({"cost_title": "Зал", "planned": "много"})
    dialog._on_primary()
    assert dialog.isVisible()
    dialog.form.set_values({"planned": "12 500,50", "actual": "13000"})
    dialog._on_primary()
    idle(qtbot, club)
    tab._on_limit()
    limit = sheet(tab, LimitDialog)
    limit.form.set_values({"limit": "10000"})
    limit._on_primary()
    idle(qtbot, club)
    idle(qtbot, club)
    assert "over the limit" in tab.sum.text()
    read: Any = club.runner.office
    (line,) = read.read(lambda d: get_budget(d, event_id)).lines
    assert line.words() == CostWords("Зал", 1_250_050, 1_300_000)
    tab.ask(line)
    change = sheet(tab, CostDialog)
    change.form.set_values({"actual": ""})
    change._on_primary()
    idle(qtbot, club)
    idle(qtbot, club)
    with qtbot.waitSignal(club.said) as said:
        tab.findChildren(IconButton)[1].click()
    idle(qtbot, club)
    said.args[0].undo()
    idle(qtbot, club)
    assert len(read.read(lambda d: get_budget(d, event_id)).lines) == 1
    write(club, lambda desk: add_cost(desk, event_id=event_id, words=CostWords("Вино")))


def test_a_file_is_kept_saved_and_removed(
    qtbot: QtBot, club: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    event_id = write(club, event)
    page = opened(qtbot, club, event_id, "budget")
    tab: Any = page.tab("budget")
    path = tmp_path / "menu.pdf"
    path.write_bytes(b"%PDF-1.7 menu")
    tab.take_file(str(path))
    idle(qtbot, club)
    idle(qtbot, club)
    (file,) = tab.kept.files
    where = [str(tmp_path / "copy.pdf"), str(tmp_path / "no" / "copy.pdf")]
    monkeypatch.setattr(
        "vipdesk.ui.pages.event_budget.save_as", lambda _w, _name, then: then(where.pop(0))
    )
    with qtbot.waitSignal(club.said):
        tab.save_file(file)
    assert (tmp_path / "copy.pdf").read_bytes() == b"%PDF-1.7 menu"
    with qtbot.waitSignal(club.said):
        tab.save_file(file)
    with qtbot.waitSignal(club.said) as said:
        tab.findChildren(IconButton)[-1].click()
    idle(qtbot, club)
    said.args[0].undo()
    idle(qtbot, club)
    read: Any = club.runner.office
    assert len(read.read(lambda d: event_files.list_files(d, event_id))) == 1


def test_a_course_and_its_dates_stand_on_the_programme(qtbot: QtBot, club: Context) -> None:
    event_id = write(club, event)
    made = write(
        club,
        lambda desk: courses.make_course(desk, event_id=event_id, title="Перо", days=7, times=1),
    )
    page = opened(qtbot, club, event_id, "programme")
    there = [b for b in page.programme.findChildren(Button) if b.text().startswith("Thursday")]
    with qtbot.waitSignal(club.open_requested) as opening:
        there[-1].click()
    assert opening.args == [Link("event", made[1][0], "programme")]


def test_the_next_step_follows_the_clock_while_the_page_stands_open(
    qtbot: QtBot, club: Context, clock: SetClock
) -> None:
    hour = timedelta(hours=1)
    times = {"starts_at": clock.now() + hour, "ends_at": clock.now() + 2 * hour}
    page = opened(
        qtbot, club, write(club, lambda desk: event(desk, state=EventState.CLOSED, **times))
    )
    assert page.step_button.text() == "Open the list again"
    clock.move(3 * hour)
    for said in ("It was held", "Mark as reviewed"):
        page.step_button.click()
        idle(qtbot, club)
        assert page.step_button.text() == said
