"""The events' pages and sheets, as somebody at the desk sees them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from tests import factories, factories_events
from vipdesk.access import Desk
from vipdesk.events import guest_lists
from vipdesk.models import MailAccount
from vipdesk.ui.context import Context, Link
from vipdesk.ui.pages.event_page import EventPage
from vipdesk.ui.pages.events_page import EventsPage

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
