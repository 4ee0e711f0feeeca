"""An event as an English reader sees it, as far as the club has the words."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests import factories
from vipdesk.access import Desk, Office
from vipdesk.events import programme
from vipdesk.ui.context import Context, Link
from vipdesk.ui.dialogs.event_dialog import EventDialog
from vipdesk.ui.dialogs.event_dialog_session import SessionDialog
from vipdesk.ui.pages.event_page import EventPage
from vipdesk.ui.picture import settle
from vipdesk.wording import Lang


def planned(desk: Desk) -> UUID:
    venue = factories.venue(desk, address_en="0 Prechistenka Street, Moscow")
    event = factories.event(desk, venue_id=venue.id, dress="вечерний", dress_en="evening dress")
    words = programme.SessionWords(
        "Штрих и ритм", event.starts_at, event.ends_at, title_en="Stroke and Rhythm"
    )
    programme.add_session(desk, event_id=event.id, words=words)
    return event.id


def texts(page: QWidget) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel))


def shown(club: Context, office: Office, qtbot: QtBot) -> EventPage:
    club.staff = office.staff
    page = EventPage(club, Link("event", office.write(planned)[0], "programme"))
    qtbot.addWidget(page)
    page.resize(1180, 800)
    page.show()
    settle(club.runner)
    return page


def test_address_dress_and_programme_follow_the_language(
    club: Context, vault_office: Office, qtbot: QtBot
) -> None:
    page = shown(club, vault_office, qtbot)
    english = texts(page)
    for words in ("0 Prechistenka Street, Moscow", "evening dress", "Stroke and Rhythm"):
        assert words in english
    assert "вечерний" not in english
    club.change_settings(lang=Lang.RU)
    settle(club.runner)
    russian = texts(page)
    for words in ("Москва, ул. Пречистенка, 0", "вечерний", "Штрих и ритм"):
        assert words in russian


def test_the_english_words_can_be_entered(
    club: Context, vault_office: Office, qtbot: QtBot
) -> None:
    page = shown(club, vault_office, qtbot)
    event_id = page.link.id
    assert event_id is not None
    card = vault_office.read(lambda desk: programme.get_event(desk, event_id))
    sheet = EventDialog(club, card=card, parent=page)
    sheet.open()
    settle(club.runner)
    sheet.form.set_values({"dress_en": "black tie"})
    sheet.submit()
    settle(club.runner)
    part = SessionDialog(club, card, page)
    part.open()
    part.form.set_values({"session_title": "Письмо", "title_en": "The Letter"})
    part.submit()
    settle(club.runner)
    kept = vault_office.read(lambda desk: programme.get_event(desk, event_id))
    assert kept.dressed(Lang.EN) == "black tie"
    assert "The Letter" in [s.named(Lang.EN) for s in kept.sessions]
