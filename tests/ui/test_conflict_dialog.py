"""Two people and one profile: joined where they may be, asked where they may not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests import factories as make
from tests.ui.clients_for_tests import add, idle, read, texts_of, write
from vipdesk.access.office import list_staff
from vipdesk.clients import profile
from vipdesk.clients.rows import ClientFields
from vipdesk.events import guest_lists, programme
from vipdesk.events.guest_criteria import Criteria
from vipdesk.ui.context import Context
from vipdesk.ui.dialogs.client_dialog import ClientDialog
from vipdesk.ui.dialogs.conflict_dialog import ConflictDialog
from vipdesk.ui.dialogs.criteria_dialog import CriteriaDialog
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.dialogs.event_dialog import EventDialog
from vipdesk.ui.runner import Message
from vipdesk.wording import Lang


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """What the sheets lie over."""
    widget = QWidget()
    widget.resize(1024, 640)
    qtbot.addWidget(widget)
    widget.show()
    return widget


@pytest.fixture
def said(club: Context) -> list[str]:
    """What the message bar said."""
    heard: list[str] = []
    club.said.connect(lambda message: heard.append(club.text(message.say)))
    return heard


def fields_of(club: Context, client_id: UUID) -> ClientFields:
    found = read(club, lambda d: profile.get_client(d, client_id))
    fields: ClientFields = found.fields
    return fields


def editing(club: Context, page: QWidget, client_id: UUID) -> ClientDialog:
    card = read(club, lambda d: profile.get_client(d, client_id))
    staff, tiers = read(club, list_staff), read(club, profile.list_tiers)
    dialog = ClientDialog(club, page, tiers=tiers, staff=staff, card=card)
    dialog.open()
    return dialog


def elsewhere(club: Context, client_id: UUID, **values: Any) -> None:
    """Another desk saves."""
    base = fields_of(club, client_id)
    write(
        club,
        lambda d: profile.change_client(d, client_id, base=base, values=replace(base, **values)),
    )


def type_in(dialog: ClientDialog, name: str, text: str) -> None:
    field = dialog.form.fields[name]
    dialog.form.unfold()
    editor: Any = field.focusProxy()
    editor.selectAll()
    editor.insert(text)  # QTest types no Cyrillic


def save(qtbot: QtBot, club: Context, dialog: Dialog) -> None:
    dialog.primary_button.click()
    idle(qtbot, club)


def conflict(page: QWidget) -> ConflictDialog:
    (found,) = [d for d in page.findChildren(ConflictDialog) if d.isVisible()]
    return found


Clashing = Callable[..., tuple[UUID, ConflictDialog]]


@pytest.fixture
def clashing(qtbot: QtBot, club: Context, page: QWidget) -> Clashing:
    """A sheet over a profile whose city both changed; `more` is changed elsewhere besides."""

    def made(**more: Any) -> tuple[UUID, ConflictDialog]:
        client_id = add(club, city="Москва", company="Верфь")
        dialog = editing(club, page, client_id)
        type_in(dialog, "city", "Тверь")
        elsewhere(club, client_id, city="Уфа", **more)
        save(qtbot, club, dialog)
        return client_id, conflict(page)

    return made


def test_other_fields_are_joined_without_asking(
    qtbot: QtBot, club: Context, page: QWidget, said: list[str]
) -> None:
    client_id = add(club, city="Москва", company="Верфь")
    dialog = editing(club, page, client_id)
    type_in(dialog, "city", "Тверь")
    elsewhere(club, client_id, company="Завод")
    save(qtbot, club, dialog)
    now = fields_of(club, client_id)
    assert (now.city, now.company) == ("Тверь", "Завод")
    assert "changed meanwhile" in said[-1]


def test_the_same_field_is_shown_three_ways_and_nothing_is_chosen(
    clashing: Clashing, club: Context
) -> None:
    client_id, sheet = clashing()
    (line,) = sheet.lines
    assert line.chosen is None
    shown = texts_of(sheet)
    assert all(word in shown for word in ("Москва", "Тверь", "Уфа", "City"))
    assert read(club, list_staff)[0].name.split()[0] in shown or "changed by" in shown
    assert fields_of(club, client_id).city == "Уфа"
    sheet.close()


def test_nothing_is_saved_before_everything_is_chosen(
    qtbot: QtBot, club: Context, clashing: Clashing
) -> None:
    client_id, sheet = clashing()
    save(qtbot, club, sheet)
    assert sheet.isVisible()
    assert "Choose one in each line" in texts_of(sheet)
    assert fields_of(club, client_id).city == "Уфа"
    sheet.close()


@pytest.mark.parametrize(("side", "city"), [("yours", "Тверь"), ("theirs", "Уфа")])
def test_what_is_chosen_is_saved_with_the_rest_joined(
    qtbot: QtBot, club: Context, clashing: Clashing, side: str, city: str
) -> None:
    client_id, sheet = clashing(company="Завод")
    sheet.lines[0].choose(side)
    save(qtbot, club, sheet)
    now = fields_of(club, client_id)
    assert (now.city, now.company) == (city, "Завод")
    assert not club.drafts.get(f"client:{client_id}")


def test_the_sheet_is_worked_by_keyboard_alone(
    qtbot: QtBot, club: Context, clashing: Clashing
) -> None:
    client_id, sheet = clashing()
    sheet.activateWindow()
    sheet.lines[0].yours.setFocus()
    qtbot.keyClick(sheet.lines[0].yours, Qt.Key.Key_Right)
    assert sheet.lines[0].chosen is None  # walking by is no choice yet
    qtbot.keyClick(sheet.lines[0].theirs, Qt.Key.Key_Space)
    assert sheet.lines[0].chosen == "theirs"
    qtbot.keyClick(sheet.lines[0].theirs, Qt.Key.Key_Left)
    assert sheet.lines[0].chosen == "yours"
    with qtbot.waitSignal(sheet.accepted):
        qtbot.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert fields_of(club, client_id).city == "Тверь"


def test_it_moved_once_more_and_is_asked_once_more(
    qtbot: QtBot, club: Context, page: QWidget, clashing: Clashing
) -> None:
    client_id, sheet = clashing()
    elsewhere(club, client_id, city="Казань")
    sheet.lines[0].choose("yours")
    save(qtbot, club, sheet)
    again = conflict(page)
    assert again is not sheet
    assert "Казань" in texts_of(again)
    assert fields_of(club, client_id).city == "Казань"
    again.choose_all("yours")
    save(qtbot, club, again)
    assert fields_of(club, client_id).city == "Тверь"


def test_closed_without_saving_the_form_keeps_what_was_typed(
    qtbot: QtBot, club: Context, page: QWidget, clashing: Clashing, said: list[str]
) -> None:
    client_id, sheet = clashing()
    sheet.reject()
    assert "keeps what you typed" in said[-1]
    assert fields_of(club, client_id).city == "Уфа"
    again = editing(club, page, client_id)
    assert again.form.fields["city"].value() == "Тверь"
    save(qtbot, club, again)  # an old draft does not pass over what it never saw
    conflict(page).close()


def test_an_old_draft_does_not_pass_over_what_it_never_saw(
    qtbot: QtBot, club: Context, page: QWidget
) -> None:
    client_id = add(club, city="Москва", company="Верфь")
    first = editing(club, page, client_id)
    type_in(first, "city", "Тверь")
    first.reject()
    elsewhere(club, client_id, city="Уфа", company="Завод")
    second = editing(club, page, client_id)
    assert second.form.fields["company"].value() == "Завод"
    save(qtbot, club, second)
    assert [line.clash.original for line in conflict(page).lines] == [("Москва",)]
    conflict(page).close()


def test_a_client_removed_elsewhere_is_said_so_with_what_was_typed(
    qtbot: QtBot, club: Context, page: QWidget
) -> None:
    client_id = add(club, city="Москва")
    dialog = editing(club, page, client_id)
    type_in(dialog, "city", "Тверь")
    write(club, lambda d: profile.remove_client(d, client_id))
    save(qtbot, club, dialog)
    sheet = conflict(page)
    shown = texts_of(sheet)
    assert "Removed by" in shown
    assert "Тверь" in shown
    assert sheet.primary_button.isHidden()
    sheet.close()
    assert club.drafts.get(f"client:{client_id}")["city"] == "Тверь"


def test_undo_after_a_conflict_takes_back_the_choice(
    qtbot: QtBot, club: Context, clashing: Clashing
) -> None:
    client_id, sheet = clashing(company="Завод")
    heard: list[Message] = []
    club.said.connect(heard.append)
    sheet.choose_all("yours")
    save(qtbot, club, sheet)
    assert heard[-1].undo is not None
    heard[-1].undo()
    idle(qtbot, club)
    now = fields_of(club, client_id)
    assert (now.city, now.company) == ("Уфа", "Завод")


def test_the_sheet_follows_the_language(club: Context, clashing: Clashing) -> None:
    _, sheet = clashing()
    club.change_settings(lang=Lang.RU)
    assert sheet.lines[0].yours.accessibleName().startswith("Город")
    sheet.close()


def test_an_event_is_joined_and_asked_about_like_a_profile(
    qtbot: QtBot, club: Context, page: QWidget
) -> None:
    event_id = write(club, lambda d: make.event(d, title="Дегустация").id)
    base = read(club, lambda d: programme.get_event(d, event_id)).words()
    dialog = EventDialog(
        club, card=read(club, lambda d: programme.get_event(d, event_id)), parent=page
    )
    dialog.open()
    idle(qtbot, club)
    theirs = replace(base, capacity=30, title="Ужин", ends_at=base.ends_at + timedelta(hours=1))
    write(club, lambda d: programme.change_event(d, event_id=event_id, words=theirs, base=base))
    dialog.form.set_values(
        {"title": "Концерт", "ends_at": dialog.form.values()["ends_at"] + timedelta(hours=2)}
    )
    save(qtbot, club, dialog)
    sheet = conflict(page)
    assert [line.clash.fields[0] for line in sheet.lines] == ["title", "starts_at"]
    sheet.lines[0].choose("yours")
    sheet.lines[1].choose("theirs")
    save(qtbot, club, sheet)
    now = read(club, lambda d: programme.get_event(d, event_id)).words()
    assert (now.title, now.capacity, now.ends_at) == ("Концерт", 30, theirs.ends_at)


def test_criteria_that_two_changed_are_asked_about(
    qtbot: QtBot, club: Context, page: QWidget
) -> None:
    event_id = write(club, lambda d: make.event(d).id)
    base, theirs = Criteria(unseen_days=30), Criteria(unseen_days=60)
    write(club, lambda d: guest_lists.set_criteria(d, event_id=event_id, criteria=base))
    dialog = CriteriaDialog(club, event_id, base, page)
    dialog.open()
    idle(qtbot, club)
    write(club, lambda d: guest_lists.set_criteria(d, event_id=event_id, criteria=theirs))
    dialog.form.set_values({"unseen": 90})
    save(qtbot, club, dialog)
    sheet = conflict(page)
    assert all(days in texts_of(sheet) for days in ("30", "60", "90"))
    sheet.choose_all("theirs")
    save(qtbot, club, sheet)
    assert not [d for d in page.findChildren(ConflictDialog) if d.isVisible()]
