"""Writing to a client: one verdict, a way that follows the wish, a link or the outbox."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests import factories as make
from tests.factories_events import address
from tests.ui.clients_for_tests import add, idle, read, write
from vipdesk.channels import links
from vipdesk.channels.waiting import list_waiting
from vipdesk.clients.timeline import list_timeline
from vipdesk.clock import SetClock
from vipdesk.ui.context import Context
from vipdesk.ui.dialogs.call_dialog import CallDialog
from vipdesk.ui.dialogs.write_dialog import WriteDialog
from vipdesk.ui.runner import Message
from vipdesk.vocabulary import Channel, OutboxState, Topic


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    widget.resize(1024, 700)
    qtbot.addWidget(widget)
    widget.show()
    return widget


def anna(club: Context) -> Any:
    client_id = add(club, "Белова", "Анна")
    write(club, lambda d: make.phone(d, client_id, "+79165550142").id)
    write(club, lambda d: address(d, client_id))
    return client_id


def sheet(qtbot: QtBot, club: Context, page: QWidget, client_id: Any) -> tuple[Any, list[str]]:
    opened: list[str] = []
    dialog = WriteDialog(club, client_id, opener=opened.append, parent=page)
    dialog.open()
    idle(qtbot, club)
    return dialog, opened


def choose(qtbot: QtBot, club: Context, dialog: Any, channel: Channel) -> None:
    dialog.form.fields["channel"].set_value(channel)
    dialog.form.fields["channel"].edited.emit()
    idle(qtbot, club)


def test_an_sms_opens_its_program_and_stands_in_the_timeline(
    qtbot: QtBot, club: Context, page: QWidget
) -> None:
    client_id = anna(club)
    dialog, opened = sheet(qtbot, club, page, client_id)
    choose(qtbot, club, dialog, Channel.SMS)
    dialog.form.set_values({"text": "Ждём Вас в пять"})
    dialog.primary_button.click()
    idle(qtbot, club)
    assert opened == [links.sms("+79165550142", "Ждём Вас в пять")]
    (entry,) = read(club, lambda d: list_timeline(d, client_id))
    assert (entry.channel, entry.two_way) == (Channel.SMS, False)
    assert club.reached is not None
    assert club.reached[:2] == (client_id, Channel.SMS)


def test_at_night_it_waits_in_the_outbox_and_can_be_taken_back(
    qtbot: QtBot, club: Context, page: QWidget, clock: SetClock
) -> None:
    clock.move(timedelta(hours=13))
    client_id = anna(club)
    said: list[Message] = []
    club.said.connect(said.append)
    dialog, opened = sheet(qtbot, club, page, client_id)
    choose(qtbot, club, dialog, Channel.MESSENGER)
    assert dialog.primary_button.text() == "Put into the outbox"
    assert dialog.form.fields["reason"].isVisible()
    dialog.form.set_values({"text": "Ждём Вас"})
    dialog.primary_button.click()
    idle(qtbot, club)
    assert opened == []
    (waits,) = read(club, list_waiting)
    assert waits.state is OutboxState.HELD
    assert "waits in the outbox" in club.text(said[-1].say)
    assert said[-1].undo is not None
    said[-1].undo()
    idle(qtbot, club)
    assert read(club, list_waiting) == ()


def test_a_letter_is_made_and_waits_to_be_posted(
    qtbot: QtBot, club: Context, page: QWidget
) -> None:
    client_id = anna(club)
    dialog, opened = sheet(qtbot, club, page, client_id)
    choose(qtbot, club, dialog, Channel.LETTER)
    assert dialog.primary_button.text() == "Make the letter"
    dialog.form.set_values({"text": "Дорогая Анна!\n\nЖдём Вас."})
    dialog.primary_button.click()
    idle(qtbot, club)
    (waits,) = read(club, list_waiting)
    assert (waits.state, waits.topic, opened) == (OutboxState.TO_DO, Topic.PERSONAL, [])


def test_without_a_program_or_with_a_long_text_the_words_are_copied(
    qtbot: QtBot, club: Context, page: QWidget
) -> None:
    client_id = anna(club)
    dialog, opened = sheet(qtbot, club, page, client_id)
    choose(qtbot, club, dialog, Channel.SMS)
    dialog.form.set_values({"text": "Ж" * 400})
    dialog.primary_button.click()
    idle(qtbot, club)
    assert opened == ["sms:+79165550142"]
    assert QApplication.clipboard().text() == "Ж" * 400
    dialog, _ = sheet(qtbot, club, page, client_id)
    dialog._opener = _no_program
    choose(qtbot, club, dialog, Channel.SMS)
    dialog.form.set_values({"text": "Добрый день"})
    dialog.primary_button.click()
    idle(qtbot, club)
    assert QApplication.clipboard().text() == "Добрый день"
    assert [w.state for w in read(club, list_waiting)] == [OutboxState.TO_DO]


def _no_program(_link: str) -> bool:
    return False


def test_a_way_without_an_address_cannot_be_used(
    qtbot: QtBot, club: Context, page: QWidget
) -> None:
    dialog, _ = sheet(qtbot, club, page, anna(club))
    choose(qtbot, club, dialog, Channel.EMAIL)
    assert not dialog.primary_button.isEnabled()
    assert dialog.address.text() == "No address is known"
    dialog.reject()


def test_a_call_sheet_that_lay_open_into_the_night_asks_again(
    qtbot: QtBot, club: Context, page: QWidget, clock: SetClock
) -> None:
    dialled: list[str] = []
    dialog = CallDialog(club, anna(club), Topic.PERSONAL, dialler=dialled.append, parent=page)
    dialog.open()
    idle(qtbot, club)
    clock.move(timedelta(hours=13))
    dialog.primary_button.click()
    idle(qtbot, club)
    assert dialled == []
    assert dialog.primary_button.text() == "Call anyway"
    dialog.reject()


def test_a_call_sheet_that_lay_open_a_while_still_dials_and_another_way_is_offered(
    qtbot: QtBot, club: Context, page: QWidget, clock: SetClock
) -> None:
    dialled: list[str] = []
    client_id = anna(club)
    dialog = CallDialog(club, client_id, Topic.PERSONAL, dialler=dialled.append, parent=page)
    dialog.open()
    idle(qtbot, club)
    clock.move(timedelta(minutes=5))
    dialog.primary_button.click()
    idle(qtbot, club)
    assert dialled == ["tel:+79165550142"]
    again = CallDialog(club, client_id, Topic.PERSONAL, dialler=dialled.append, parent=page)
    again.open()
    idle(qtbot, club)
    again.write_button.click()
    idle(qtbot, club)
    instead = page.findChild(WriteDialog)
    assert instead is not None
    instead.reject()


@pytest.mark.parametrize(
    "link", [links.mail("a@b.example", "50 % & +", "a\nб"), links.call("+79165550142")]
)
def test_the_platform_gets_the_link_byte_by_byte(link: str) -> None:
    url = QUrl.fromEncoded(link.encode("ascii"), QUrl.ParsingMode.StrictMode)
    assert url.isValid()
    assert bytes(url.toEncoded().data()).decode() == link
