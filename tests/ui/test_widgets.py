"""The parts pages are made of: painted in both themes, spoken in both languages, named for all."""

from __future__ import annotations

import gc
import weakref
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from vipdesk.clock import SystemClock
from vipdesk.settings import Settings, Theme
from vipdesk.ui.context import Context
from vipdesk.ui.picture import settle
from vipdesk.ui.theme import icons
from vipdesk.ui.theme.look import Look
from vipdesk.ui.widgets import (
    Badge,
    Bars,
    Body,
    Button,
    Card,
    EmptyState,
    Icon,
    IconButton,
    MonthCalendar,
    Picker,
    PictureView,
    Ring,
    SearchField,
    SidePanel,
    Skeleton,
    Sparkline,
    Tabs,
    Title,
    Tone,
)
from vipdesk.wording import Lang, say


def seen(widget: QWidget, colour: QColor) -> bool:
    """Whether a colour is anywhere on the widget."""
    picture = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    wanted = colour.rgb()
    across, down = range(picture.width()), range(picture.height())
    return any(picture.pixel(x, y) == wanted for x in across for y in down)


def test_data_is_never_markup(context: Context, qtbot: QtBot) -> None:
    label = Body(context, "<b>Anna</b> & Co")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == "<b>Anna</b> & Co"


def test_sentences_follow_the_language_and_data_stays(context: Context, qtbot: QtBot) -> None:
    sentence, data = Body(context, say("Clients")), Body(context, "Clients")
    for widget in (sentence, data):
        qtbot.addWidget(widget)
    context.change_settings(lang=Lang.RU)
    assert (sentence.text(), data.text()) == ("Клиенты", "Clients")


def test_text_size_reaches_every_label(context: Context, qtbot: QtBot) -> None:
    title = Title(context, say("Clients"))
    qtbot.addWidget(title)
    before = title.font().pixelSize()
    context.change_settings(text_percent=130)
    assert title.font().pixelSize() == round(before * 1.3)


def test_a_font_stays_when_the_ink_changes(context: Context, qtbot: QtBot) -> None:
    title = Title(context, say("Clients"))
    qtbot.addWidget(title)
    title.show()
    title.set_ink("danger")
    assert title.font().pixelSize() == 18


def test_an_eliding_label_shows_the_whole_as_a_tip(context: Context, qtbot: QtBot) -> None:
    label = Body(context, say("Find a client, an event or an action"), elide=True)
    qtbot.addWidget(label)
    label.resize(60, 24)
    assert label.toolTip() == "Find a client, an event or an action"
    assert label.minimumSizeHint().width() < 60
    assert not label.grab().isNull()
    context.change_settings(lang=Lang.RU)
    assert label.toolTip() == "Найдите клиента, мероприятие или действие"


def test_an_icon_alone_has_a_name_in_both_languages(context: Context, qtbot: QtBot) -> None:
    button = IconButton(context, "close", say("Close"))
    qtbot.addWidget(button)
    assert (button.accessibleName(), button.toolTip()) == ("Close", "Close")
    context.change_settings(lang=Lang.RU)
    assert button.accessibleName() == "Закрыть"


def test_a_disabled_button_says_why(context: Context, qtbot: QtBot) -> None:
    button = Button(context, say("Save"), icon="check")
    qtbot.addWidget(button)
    button.allow(False, say("The connection is being tried."))
    assert not button.isEnabled()
    assert button.toolTip() == "The connection is being tried."
    assert button.accessibleDescription() == button.toolTip()
    button.allow(True)
    assert button.toolTip() == ""


@pytest.mark.parametrize("tone", list(Tone))
@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_a_badge_is_a_word_on_its_ground(
    context: Context, qtbot: QtBot, tone: Tone, theme: Theme
) -> None:
    context.change_settings(theme=theme)
    badge = Badge(context, say("Good"), tone)
    qtbot.addWidget(badge)
    badge.resize(badge.sizeHint())
    assert badge.accessibleName() == "Good"
    assert seen(badge, context.look.ink(tone.ground))


def test_a_private_badge_always_has_its_lock(context: Context, qtbot: QtBot) -> None:
    plain, private = Badge(context, "A"), Badge(context, "A", Tone.PRIVATE)
    for badge in (plain, private):
        qtbot.addWidget(badge)
    assert private.sizeHint().width() > plain.sizeHint().width()


def test_every_icon_can_be_drawn_in_any_ink(context: Context) -> None:
    assert len(icons.names()) >= 35
    for name in icons.names():
        picture = icons.pixmap(context.look, name, 20, "accent").toImage()
        assert any(picture.pixelColor(x, y).alpha() for x in range(20) for y in range(20)), name
    with pytest.raises(FileNotFoundError):
        icons.pixmap(context.look, "attic")


def test_icons_have_no_colour_of_their_own() -> None:
    for name in icons.names():
        drawing = icons._drawing(name)
        assert "currentColor" in drawing
        assert 'viewBox="0 0 20 20"' in drawing


def test_a_ring_without_room_for_its_figure_is_drawn(context: Context, qtbot: QtBot) -> None:
    ring = Ring(context)
    qtbot.addWidget(ring)
    for figure, side in (("", 6), ("200/40", 6), ("200/40", 40)):
        ring.show_part(0.5, figure, "part")
        ring.setFixedSize(side, side)
        assert not ring.grab().isNull()


def test_charts_say_their_figures(context: Context, qtbot: QtBot) -> None:
    ring, line, bars = Ring(context), Sparkline(context), Bars(context)
    for chart in (ring, line, bars):
        qtbot.addWidget(chart)
    ring.show_part(0.7, "70", say("Good"))
    line.show_values([1, None, 3, 2], say("Good"))
    bars.show_bars(((say("Clients"), 3, "3", "accent"), ("Anna", -1, "-1", "danger")), say("Good"))
    bars.resize(400, bars.sizeHint().height())
    for chart in (ring, line, bars):
        assert chart.accessibleName() == "Good"
        assert seen(chart, context.look.ink("accent"))
    assert seen(bars, context.look.ink("danger"))


def test_unknown_is_not_zero(context: Context, qtbot: QtBot) -> None:
    ring, line, bars = Ring(context), Sparkline(context), Bars(context)
    for chart in (ring, line, bars):
        qtbot.addWidget(chart)
    ring.show_part(None, "–", say("Good"))
    line.show_values([None, None], say("Good"))
    bars.show_bars((), say("Good"))
    assert not seen(ring, context.look.ink("accent"))
    assert not seen(line, context.look.ink("accent"))
    assert not bars.grab().isNull()


@pytest.fixture
def month(context: Context, qtbot: QtBot) -> MonthCalendar:
    made = MonthCalendar(context, say("Events"))
    qtbot.addWidget(made)
    made.resize(700, 480)
    day = date(2026, 11, 26)
    made.show_month(2026, 11, {day: [(say("Clients"), Tone.INFO)] * 6})
    made.show()
    return made


def test_a_month_is_moved_through_by_keys(month: MonthCalendar, qtbot: QtBot) -> None:
    month.choose(date(2026, 11, 26))
    for key, day in (
        (Qt.Key.Key_Right, date(2026, 11, 27)),
        (Qt.Key.Key_Down, date(2026, 12, 4)),
        (Qt.Key.Key_PageDown, date(2027, 1, 1)),
        (Qt.Key.Key_PageUp, date(2026, 12, 1)),
    ):
        qtbot.keyClick(month, key)
        assert month.day == day
    with qtbot.waitSignal(month.chosen) as told:
        qtbot.keyClick(month, Qt.Key.Key_Return)
    assert told.args == [date(2026, 12, 1)]


def test_another_month_asks_for_its_marks(month: MonthCalendar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(month.month_changed) as told:
        month.choose(date(2027, 2, 9))
    assert told.args == [date(2027, 2, 1)]


def test_a_click_chooses_a_day(month: MonthCalendar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(month.chosen) as told:
        qtbot.mouseClick(month, Qt.MouseButton.LeftButton, pos=QPoint(650, 50))
    assert told.args == [date(2026, 11, 1)]
    qtbot.mouseClick(month, Qt.MouseButton.LeftButton, pos=QPoint(650, 5))
    assert month.day == date(2026, 11, 1)


@pytest.mark.parametrize(
    ("size", "colour"), [((900, 600), "danger_bg"), ((230, 210), "danger")], ids=["words", "dots"]
)
def test_marks_are_words_where_there_is_room_and_dots_where_not(
    month: MonthCalendar, context: Context, size: tuple[int, int], colour: str
) -> None:
    month.resize(*size)
    month.show_month(2026, 11, {date(2026, 11, 11): [("Tasting", Tone.DANGER)]})
    assert seen(month, context.look.ink(colour))


def test_the_search_field_waits_for_a_pause(context: Context, qtbot: QtBot) -> None:
    field = SearchField(context, say("Find anything"))
    qtbot.addWidget(field)
    said: list[str] = []
    field.searched.connect(said.append)
    with qtbot.waitSignal(field.searched):
        qtbot.keyClicks(field, "anna")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert said == ["anna"]
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert said == ["anna", ""]
    assert field.accessibleName() == "Find anything"


def test_tabs_show_what_is_chosen(context: Context, qtbot: QtBot) -> None:
    tabs = Tabs(context)
    qtbot.addWidget(tabs)
    first, second = QWidget(), QWidget()
    tabs.add("a", say("Clients"), first)
    tabs.add("b", say("Events"), second)
    tabs.show()
    with qtbot.waitSignal(tabs.chosen) as told:
        tabs._buttons["b"].click()
    assert told.args == ["b"]
    assert second.isVisible()
    tabs.choose("a")
    tabs.choose("attic")
    assert tabs.present == "a"
    tabs.show_title("a", say("Cards"))
    assert tabs._buttons["a"].text() == "Cards"


def test_tabs_that_do_not_fit_wait_behind_more(qtbot: QtBot, context: Context) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    tabs = Tabs(context, parent=page)
    for key in ("people", "names", "timeline", "privacy"):
        tabs.add(key, f"A long name of {key}", QWidget())
    tabs.resize(2000, 300)
    page.show()
    assert tabs.hidden() == ()
    assert tabs.more_button.isHidden()
    tabs.resize(320, 300)
    assert tabs.hidden()[-1] == "privacy"
    tabs.choose("privacy")  # what is chosen is in sight
    assert "privacy" not in tabs.hidden()
    assert "people" not in tabs.hidden() or len(tabs.hidden()) == 3


def test_the_side_panel_shuts_by_esc(context: Context, qtbot: QtBot) -> None:
    panel = SidePanel(context)
    qtbot.addWidget(panel)
    panel.open("Anna")
    panel.body.addWidget(Body(context, "x"))
    with qtbot.waitSignal(panel.closed):
        qtbot.keyClick(panel, Qt.Key.Key_Escape)
    panel.clear()
    assert panel.body.count() == 0


def test_a_picture_keeps_its_shape_and_has_a_name(context: Context, qtbot: QtBot) -> None:
    view = PictureView(context, width=200, height=100)
    qtbot.addWidget(view)
    view.resize(200, 100)
    assert not view.shown
    assert not view.grab().isNull()
    image = QImage(50, 50, QImage.Format.Format_RGB32)
    image.fill(context.look.ink("accent"))
    view.show_image(image, say("Cards"))
    assert view.accessibleName() == "Cards"
    grabbed = view.grab().toImage()
    assert grabbed.pixelColor(100, 50) == context.look.ink("accent")
    assert grabbed.pixelColor(20, 50) != context.look.ink("accent")
    view.show_png(b"no picture", say("Cards"))
    assert not view.shown


def test_an_empty_state_has_one_sentence_and_one_action(context: Context, qtbot: QtBot) -> None:
    done: list[int] = []
    empty = EmptyState(
        context, say("Nothing found. Try fewer letters."), action=say("Try again"),
        on=lambda: done.append(1),
    )  # fmt: skip
    qtbot.addWidget(empty)
    empty.show()
    empty.primary.click()
    assert done == [1]
    assert not empty.second.isVisible()
    empty.say(say("Good"), say("Strong"))
    assert empty.hint.isVisible()


def test_a_skeleton_is_drawn_in_both_themes(context: Context, qtbot: QtBot) -> None:
    skeleton, icon = Skeleton(context), Icon(context, "client")
    for widget in (skeleton, icon):
        qtbot.addWidget(widget)
    skeleton.resize(skeleton.sizeHint())
    assert seen(skeleton, context.look.ink("hover"))
    context.change_settings(theme=Theme.DARK)
    assert seen(skeleton, context.look.ink("surface"))
    icon.show_icon("clients", "accent")


def test_a_card_is_emptied_but_for_its_heading(context: Context, qtbot: QtBot) -> None:
    card = Card(context, say("About"), tone="private")
    qtbot.addWidget(card)
    card.add(Body(context, "x"), 8, None)
    card.show()
    card.set_tone("warning")
    card.clear()
    assert card.body.count() == 1


ANNA = uuid4()


def _find(_desk: Any, typed: str) -> tuple[tuple[UUID, str, str], ...]:
    people = ((ANNA, "Anna Belova", "Gold"), (uuid4(), "Andrey Kim", ""))
    return tuple(p for p in people if p[1].casefold().startswith(typed.casefold()))


@pytest.fixture
def picker(club: Context, qtbot: QtBot) -> Picker:
    made = Picker(club, _find, name=say("Client"))
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def test_a_client_is_picked_by_keys(picker: Picker, qtbot: QtBot) -> None:
    qtbot.keyClicks(picker, "an")
    qtbot.waitUntil(picker._list.isVisible)
    assert picker._list.count() == 2
    qtbot.keyClick(picker, Qt.Key.Key_Down)
    qtbot.keyClick(picker, Qt.Key.Key_Up)
    qtbot.keyClick(picker, Qt.Key.Key_Return)
    assert picker.value() == ANNA
    assert picker.text() == "Anna Belova"
    assert not picker._list.isVisible()


def test_typing_on_takes_the_pick_back(picker: Picker, qtbot: QtBot) -> None:
    picker.set_value((ANNA, "Anna Belova"))
    assert picker.value() == ANNA
    qtbot.keyClicks(picker, "x")
    assert picker.value() is None
    settle(picker.context.runner)
    picker.set_value(None)
    assert picker.text() == ""


def test_esc_closes_the_list_of_a_picker(picker: Picker, qtbot: QtBot) -> None:
    qtbot.keyClicks(picker, "an")
    qtbot.waitUntil(picker._list.isVisible)
    qtbot.keyClick(picker, Qt.Key.Key_Escape)
    assert not picker._list.isVisible()


def test_following_the_language_keeps_no_widget_alive(context: Context) -> None:
    card = Card(context, say("About"))
    card.add(Button(context, say("Save"), icon="check"), Body(context, say("Clients")))
    gone = weakref.ref(card.findChild(Button))
    card.deleteLater()
    del card
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert gone() is None
    context.change_settings(lang=Lang.RU)


@pytest.mark.parametrize("percent", [90, 100, 130])
def test_a_button_grows_with_its_words(
    context: Context, qtbot: QtBot, percent: int, qapp: QApplication
) -> None:
    settings = Settings(lang=Lang.EN, theme=Theme.LIGHT, text_percent=percent)
    long = Context(context.runner, settings, SystemClock(), pseudo=True)
    long.look.wear(qapp)
    button = Button(long, say("Use the recovery key"), icon="key")
    qtbot.addWidget(button)
    button.show()
    words = button.fontMetrics().horizontalAdvance(button.text())
    assert button.text().startswith("[")
    assert button.width() >= words + 16 + 12
    context.look.wear(qapp)


def test_the_look_follows_the_settings() -> None:
    look = Look.of(Settings(theme=Theme.DARK, text_percent=500, reduced_motion=True))
    assert look.dark
    assert look.percent == 130
    assert look.ms(180) == 0
    assert Look.of(Settings(theme=Theme.LIGHT)).ms(180) == 180
    assert not Look.of(Settings(theme=Theme.SYSTEM)).dark


def test_a_placeholder_can_be_read(context: Context, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    ink = field.palette().color(QPalette.ColorRole.PlaceholderText)
    assert ink.name().upper() == context.look.colours.text3
