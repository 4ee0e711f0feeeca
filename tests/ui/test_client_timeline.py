"""The timeline tab: filters, pages, days seen apart, the chosen entry in full."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from pytestqt.qtbot import QtBot

from tests import factories as make
from tests.factories_complaints import filed
from tests.ui.clients_for_tests import add, idle, read, write
from vipdesk.clients import profile, promises
from vipdesk.clients.timeline import Group, TimelineKind
from vipdesk.ui.context import Context, Link
from vipdesk.ui.pages.client_timeline import ClientTimeline
from vipdesk.vocabulary import Channel, InteractionKind, Sensitivity


def shown(qtbot: QtBot, club: Context, client_id: Any) -> ClientTimeline:
    tab = ClientTimeline(club)
    qtbot.addWidget(tab)
    tab.resize(816, 520)
    tab.show()
    tab.show_client(read(club, lambda d: profile.get_client(d, client_id)))
    idle(qtbot, club)
    return tab


def words(tab: ClientTimeline, column: int) -> list[str]:
    rows = tab.table.rows
    return [str(rows.data(rows.index(n, column))) for n in range(rows.rowCount())]


def talks(club: Context, client_id: Any, count: int, **fields: Any) -> None:
    def fill(desk: Any) -> None:
        for n in range(count):
            at = desk.now - timedelta(hours=6 * n)
            make.interaction(desk, client_id, at=at, text=f"Talk {n}", **fields)

    write(club, fill)


def test_a_day_is_written_once_and_the_entry_is_read_in_full(qtbot: QtBot, club: Context) -> None:
    client_id = add(club)
    talks(club, client_id, 5, sensitivity=Sensitivity.MANAGER)
    tab = shown(qtbot, club, client_id)
    assert words(tab, 0) == ["today", "", "", "yesterday", ""]
    assert words(tab, 2)[0] == "Manager only"
    tab.table.choose_first()
    assert tab.reading.text() == "Talk 0"
    assert tab.head.text().startswith("today 13:00")
    assert not tab.open_button.isVisible()
    assert not tab.grab().isNull()


def test_the_next_page_comes_when_the_end_is_near_and_stays_after_a_change(
    qtbot: QtBot, club: Context
) -> None:
    client_id = add(club)
    talks(club, client_id, 100)
    tab = shown(qtbot, club, client_id)
    assert tab.table.count == 80
    bar = tab.table.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    idle(qtbot, club)
    assert tab.table.count == 100
    tab.show_client(read(club, lambda d: profile.get_client(d, client_id)))
    idle(qtbot, club)
    assert tab.table.count == 100


def test_filters_leave_what_fits_and_say_when_nothing_does(qtbot: QtBot, club: Context) -> None:
    client_id = add(club)
    talks(club, client_id, 3)
    write(club, lambda d: make.interaction(
        d, client_id, kind=InteractionKind.MESSAGE, channel=Channel.EMAIL, text="Смета",
    ).id)  # fmt: skip
    tab = shown(qtbot, club, client_id)
    tab.group.set_value(Group.MESSAGES)
    tab.group.edited.emit()
    idle(qtbot, club)
    assert words(tab, 1) == ["Смета"]
    tab.channel.set_value(Channel.SMS)
    tab.channel.edited.emit()
    idle(qtbot, club)
    assert tab.empty.sentence.text() == "Nothing fits this filter."
    other = add(club, "Белова")
    tab.show_client(read(club, lambda d: profile.get_client(d, other)))
    idle(qtbot, club)
    assert tab.empty.sentence.text() == "Nothing here yet."


def test_words_typed_are_looked_for(qtbot: QtBot, club: Context) -> None:
    client_id = add(club)
    talks(club, client_id, 12)
    tab = shown(qtbot, club, client_id)
    tab.text.setText("talk 11")
    tab.text.returnPressed.emit()
    idle(qtbot, club)
    assert words(tab, 1) == ["Talk 11"]


def test_complaints_are_in_the_stream_of_who_works_on_them_and_never_on_a_shared_screen(
    qtbot: QtBot, club: Context
) -> None:
    client_id = add(club)
    case = write(club, lambda d: filed(d, client_id).id)
    tab = shown(qtbot, club, client_id)
    (line,) = [r for r in tab._entries if r.kind is TimelineKind.COMPLAINT]
    assert line.id == case
    tab.table.choose_first()
    with qtbot.waitSignal(club.open_requested) as asked:
        tab.open_button.click()
    assert asked.args == [Link("complaint", case)]
    club.present(on=True)
    idle(qtbot, club)
    assert [e for e in tab._entries if e.kind is TimelineKind.COMPLAINT] == []


def test_a_promise_shows_until_when_and_what_became_of_it(qtbot: QtBot, club: Context) -> None:
    client_id = add(club)

    def promised(desk: Any) -> None:
        due = desk.now + timedelta(days=1)
        promises.make_promise(desk, client_id, text="Меню", due_at=due)
        made = promises.make_promise(desk, client_id, text="Книга", due_at=due)
        promises.keep_promise(desk, made)

    write(club, promised)
    tab = shown(qtbot, club, client_id)
    assert sorted(words(tab, 2)) == ["", "Kept", "Open"]
    assert "Promised: Меню" in words(tab, 1)
