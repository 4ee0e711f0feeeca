"""A club with clients for the tests of their pages."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from pytestqt.qtbot import QtBot

from tests import factories as make
from vipdesk.clients.names import sort_key
from vipdesk.clients.search_entry import keep_found
from vipdesk.ui.context import Context
from vipdesk.ui.picture import settle
from vipdesk.vocabulary import Channel


def idle(qtbot: QtBot, context: Context) -> None:
    settle(context.runner)


def write(club: Context, deed: Any) -> Any:
    office: Any = club.runner.office
    return office.write(deed)[0]


def read(club: Context, deed: Any) -> Any:
    office: Any = club.runner.office
    return office.read(deed)


def seen(qtbot: QtBot, club: Context, page: Any) -> Any:
    qtbot.addWidget(page)
    page.resize(1024, 700)
    page.show()
    idle(qtbot, club)
    return page


def add(club: Context, surname: str = "Щукин", given: str = "Пётр", **fields: Any) -> Any:
    def made(desk: Any) -> Any:
        key = sort_key(surname, given)
        row = make.client(desk, surname=surname, given=given, latin_name="", sort_key=key, **fields)
        keep_found(desk, row.id)
        return row.id

    return write(club, made)


def words_in(table: Any) -> list[list[str]]:
    rows = table.rows
    return [
        [str(rows.data(rows.index(r, c))) for c in range(rows.columnCount())]
        for r in range(rows.rowCount())
    ]


# The list --------------------------------------------------------------------------------------


def texts_of(widget: Any) -> str:
    from PySide6.QtWidgets import QLabel

    return "\n".join(w.text() for w in widget.findChildren(QLabel) if w.isVisibleTo(widget))


def invited(desk: Any, client_id: Any) -> Any:
    """To an evening, yesterday by mail."""
    from vipdesk.models import Invitation
    from vipdesk.vocabulary import InvitationState

    event = make.event(desk)
    desk.session.add(
        Invitation(
            event_id=event.id,
            client_id=client_id,
            uid="u",
            token="t",
            channel=Channel.EMAIL,
            state=InvitationState.SENT,
            sent_at=desk.now - timedelta(days=1),
        )
    )
    desk.session.flush()
    return event.id


def opened(qtbot: QtBot, club: Context, client_id: Any, part: str = "") -> Any:
    from vipdesk.ui.context import Link
    from vipdesk.ui.pages.client_page import ClientPage

    return seen(qtbot, club, ClientPage(club, Link("client", client_id, part)))
