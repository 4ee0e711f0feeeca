"""The quick note and the talk: guessed, shown before saving, saved by Enter, taken back."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.clients_for_tests import add, idle, read, texts_of, write
from vipdesk.clients import interactions, promises
from vipdesk.clients.timeline import list_timeline
from vipdesk.ui.context import Context, Link
from vipdesk.ui.dialogs.quick_note_dialog import QuickNoteDialog
from vipdesk.ui.dialogs.talk_dialog import TalkDialog
from vipdesk.ui.runner import Message
from vipdesk.vocabulary import Channel, Direction, InteractionKind


class Place(QWidget):
    """A window that knows where it is, as the shell does."""

    present: Link | None = None


@pytest.fixture
def place(qtbot: QtBot) -> Place:
    widget = Place()
    widget.resize(1024, 700)
    qtbot.addWidget(widget)
    widget.show()
    return widget


def note(qtbot: QtBot, club: Context, place: Place, words: str = "") -> Any:
    dialog = QuickNoteDialog(club, place)
    dialog.open()
    idle(qtbot, club)
    if words:
        dialog._editor.insertPlainText(words)  # keyClicks knows no Cyrillic
        idle(qtbot, club)
        QApplication.processEvents()  # lines that come later are shown a moment later
    return dialog


def press_enter(qtbot: QtBot, club: Context, dialog: QuickNoteDialog) -> None:
    qtbot.keyClick(dialog._editor, Qt.Key.Key_Return)
    idle(qtbot, club)


def test_a_note_from_a_clients_page_is_words_and_enter(
    qtbot: QtBot, club: Context, place: Place
) -> None:
    client_id = add(club)
    place.present = Link("client", client_id)
    said: list[Message] = []
    club.said.connect(said.append)
    dialog = note(qtbot, club, place, "Звонил: хочет яхту. !обещал прислать каталог до пт")
    assert dialog.form.values()["client"] == client_id
    assert "Promise: Прислать каталог – until tomorrow 18:00" in texts_of(dialog)
    press_enter(qtbot, club, dialog)
    entries = read(club, lambda d: list_timeline(d, client_id))
    (talk,) = [e for e in entries if e.interaction is not None]
    assert (talk.interaction, talk.channel, talk.two_way) == (
        InteractionKind.TALK, Channel.PHONE, True,
    )  # fmt: skip
    (promise,) = read(club, lambda d: promises.list_open_promises(d, client_id=client_id))
    assert promise.text == "Прислать каталог"
    assert club.text(said[-1].say) == "Saved. Promised until tomorrow 18:00."
    assert said[-1].undo is not None
    said[-1].undo()
    idle(qtbot, club)
    assert read(club, lambda d: list_timeline(d, client_id)) == ()
    assert read(club, lambda d: promises.list_promises(d, client_id)) == ()


def test_a_client_is_found_by_three_letters_and_the_words_come_next(
    qtbot: QtBot, club: Context, place: Place
) -> None:
    client_id = add(club, "Belova", "Anna")
    dialog = note(qtbot, club, place)
    qtbot.keyClicks(dialog._picker, "bel")
    qtbot.keyClick(dialog._picker, Qt.Key.Key_Return)  # too early: the list is on its way
    assert not dialog.form.fields["text"].error.isVisible()
    qtbot.waitUntil(dialog._picker._list.isVisible)
    qtbot.keyClick(dialog._picker, Qt.Key.Key_Return)
    idle(qtbot, club)
    qtbot.waitUntil(dialog._editor.hasFocus)
    qtbot.keyClicks(dialog._editor, "likes orchids")
    press_enter(qtbot, club, dialog)
    (entry,) = read(club, lambda d: list_timeline(d, client_id))
    assert (entry.interaction, entry.text) == (InteractionKind.NOTE, "likes orchids")
    assert not entry.two_way


def test_after_a_call_was_begun_the_note_is_of_that_call(
    qtbot: QtBot, club: Context, place: Place
) -> None:
    client_id = add(club)
    club.reached = (client_id, Channel.MESSENGER, club.now())
    dialog = note(qtbot, club, place, "…")
    values = dialog.form.values()
    assert (values["client"], values["kind"], values["channel"]) == (
        client_id, InteractionKind.MESSAGE, Channel.MESSENGER,
    )  # fmt: skip
    dialog.reject()


def test_shift_enter_begins_a_line_and_nothing_is_saved_without_a_client(
    qtbot: QtBot, club: Context, place: Place
) -> None:
    dialog = note(qtbot, club, place, "Первая")
    qtbot.keyClick(dialog._editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    dialog._editor.insertPlainText("Вторая")
    assert dialog.note == "Первая\nВторая"
    press_enter(qtbot, club, dialog)
    assert dialog.isVisible()
    assert dialog.form.fields["client"].error.isVisible()
    dialog.reject()


def test_what_the_person_chose_is_not_guessed_over(
    qtbot: QtBot, club: Context, place: Place
) -> None:
    dialog = TalkDialog(club, add(club), "Щукин", place)
    dialog.open()
    idle(qtbot, club)
    editor: Any = dialog.form.fields["text"].editor
    editor.insertPlainText("Встретились у моря. ")
    assert dialog.form.values()["kind"] is InteractionKind.MEETING
    kind = dialog.form.fields["kind"]
    kind.set_value(InteractionKind.VISIT)
    kind.edited.emit()
    editor.insertPlainText("Потом звонил")
    assert dialog.form.values()["kind"] is InteractionKind.VISIT
    dialog.reject()


def test_a_promise_without_a_day_shows_the_proposed_one_and_a_doubt_is_said(
    qtbot: QtBot, club: Context, place: Place
) -> None:
    dialog = note(qtbot, club, place, "!прислать книгу\n!call next Friday")
    shown = texts_of(dialog)
    assert "No day was said: this one is proposed." in shown
    assert "Or is it 27 November 2026?" in shown
    assert not dialog.preview.hint.isVisible()
    dialog.reject()


def test_days_are_of_the_clients_clock_and_both_are_shown(
    qtbot: QtBot, club: Context, place: Place
) -> None:
    client_id = add(club, time_zone="Asia/Tokyo")
    place.present = Link("client", client_id)
    dialog = note(qtbot, club, place, "!send it by Fri")
    assert "The client’s time: 18:00." in texts_of(dialog)
    dialog.reject()


def test_an_unanswered_call_restarts_no_rhythm(qtbot: QtBot, club: Context, place: Place) -> None:
    client_id = add(club)
    place.present = Link("client", client_id)
    press_enter(qtbot, club, note(qtbot, club, place, "Не дозвонился"))
    (entry,) = read(club, lambda d: list_timeline(d, client_id))
    assert (entry.interaction, entry.two_way) == (InteractionKind.TALK, False)
    assert entry.direction is Direction.OUTBOUND


def test_a_talk_offers_the_channel_of_the_last_one(
    qtbot: QtBot, club: Context, place: Place
) -> None:
    client_id = add(club)
    write(club, lambda d: interactions.log_interaction(d, client_id, channel=Channel.IN_PERSON))
    start = read(club, lambda d: interactions.get_note_start(d, client_id))
    assert (start.channel, start.zone) == (Channel.IN_PERSON, "Europe/Moscow")
