"""A client's page, as somebody at the desk sees it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests import factories as make
from tests.ui.clients_for_tests import add, idle, invited, opened, read, seen, texts_of, write
from vipdesk.clients import contact_points, facts, people, preferences, profile, promises
from vipdesk.clients.contact_points import PointFields
from vipdesk.clients.interactions import log_interaction
from vipdesk.clients.people import PersonFields
from vipdesk.clients.preferences import PreferenceFields
from vipdesk.clock import SetClock
from vipdesk.models import InviteHold
from vipdesk.settings import Theme
from vipdesk.ui.context import Context, Link
from vipdesk.ui.dialogs.client_dialog import ClientDialog
from vipdesk.ui.dialogs.import_dialog import ImportDialog
from vipdesk.ui.dialogs.people_dialogs import EdgeDialog
from vipdesk.ui.dialogs.profile_dialogs import (
    FactDialog,
    InterestDialog,
    PointDialog,
    PromiseDialog,
    WishDialog,
)
from vipdesk.ui.dialogs.talk_dialog import TalkDialog
from vipdesk.ui.pages import client_overview
from vipdesk.ui.pages.client_deeds import add_part, remove_part
from vipdesk.ui.pages.client_page import ClientPage
from vipdesk.ui.pages.clients_page import ClientsPage
from vipdesk.ui.runner import Message
from vipdesk.ui.widgets import IconButton
from vipdesk.vocabulary import (
    Channel,
    ContactKind,
    FactKind,
    HoldKind,
    PersonKind,
    PreferenceRule,
    PromiseState,
    Topic,
)
from vipdesk.wording import Lang


def rich(club: Context) -> Any:
    """A client with everything around."""
    client_id = add(club, "Щукин", "Пётр", company="Верфь", mourning_until=None)

    def fill(desk: Any) -> None:
        other = make.client(desk)
        make.consent(desk, client_id)
        contact_points.add_contact_point(
            desk, client_id, PointFields(ContactKind.PHONE, "+7 916 555-01-42", "cell", True)
        )
        person = people.add_person_around(
            desk,
            client_id,
            PersonFields(PersonKind.STAFF, name="Ирина", phone="+7 916 555-00-01", may_act=True),
        )
        people.add_person_around(
            desk, client_id, PersonFields(PersonKind.HOUSEHOLD, other_client_id=other.id)
        )
        for wish in (
            PreferenceFields(
                Channel.PHONE,
                PreferenceRule.PREFER,
                from_minute=720,
                to_minute=1080,
                weekdays=31,
                via_person_id=person,
            ),
            PreferenceFields(Channel.SMS, PreferenceRule.FORBID),
            PreferenceFields(Channel.EMAIL, PreferenceRule.ALLOW, topic=Topic.INVITATION),
        ):
            preferences.add_preference(desk, client_id, wish)
        facts.add_fact(desk, client_id, kind=FactKind.TABOO, text="Не говорить о разводе")
        facts.add_fact(
            make.later(desk, days=-300), client_id, kind=FactKind.TRAVEL, text="Летом на Ладоге"
        )
        facts.add_interest(desk, client_id, topic="опера", strength=3)
        log_interaction(desk, client_id, channel=Channel.PHONE, text="Спросил о яхте")
        promises.make_promise(
            desk, client_id, text="Прислать каталог", due_at=desk.now + timedelta(days=1)
        )
        desk.session.add(InviteHold(client_id=client_id, kind=HoldKind.ASK_MANAGER))

    write(club, fill)
    return client_id


def test_the_brief_card_answers_in_two_seconds(qtbot: QtBot, club: Context) -> None:
    page = opened(qtbot, club, rich(club))
    brief = texts_of(page.brief)
    for words in ("Пётр Сергеевна", "13:00", "Прислать каталог", "Не говорить о разводе", "SMS"):
        assert words in brief
    assert page.brief.hours.text() == "May be called until 18:00"
    assert page.heading_label.text() == "Щукин Пётр Сергеевна"


def test_the_hold_is_a_word_without_a_reason(qtbot: QtBot, club: Context) -> None:
    page = opened(qtbot, club, rich(club))
    assert page.brief.marks["shield"]._text == "Handle with care – Ask the manager"


@pytest.mark.parametrize("lang", list(Lang))
def test_the_page_draws_in_both_languages(qtbot: QtBot, club: Context, lang: Lang) -> None:
    club.change_settings(lang=lang, theme=Theme.DARK)
    page = opened(qtbot, club, rich(club))
    for tab in ("overview", "timeline", "promises", "events"):
        page.tabs.choose(tab)
        assert not page.grab().isNull()
    assert ("Окружение" if lang is Lang.RU else "People around") in texts_of(page.tab("overview"))


def test_presenting_hides_numbers(qtbot: QtBot, club: Context) -> None:
    page = opened(qtbot, club, rich(club))
    assert "+7 916 555-01-42" in texts_of(page.tab("overview"))
    club.present(on=True)
    idle(qtbot, club)
    assert "555-01-42" not in texts_of(page.tab("overview"))


def test_a_new_client_with_nothing_known_has_a_whole_page(qtbot: QtBot, club: Context) -> None:
    bare = add(club, "Ё", "Я", time_zone=None, manager_id=None, tier_id=None, city="")
    page = opened(qtbot, club, bare)
    assert "Time zone not known" in texts_of(page.brief)
    assert "no manager" in page.subtitle.text()
    assert not page.grab().isNull()


def test_a_client_who_is_gone_is_one_sentence(qtbot: QtBot, club: Context) -> None:
    from vipdesk.ids import new_id

    page = opened(qtbot, club, new_id())
    assert page._error.sentence.text() == "This client is not here any more."


def test_the_selected_entry_is_read_in_full(qtbot: QtBot, club: Context) -> None:
    page = opened(qtbot, club, rich(club), "timeline")
    page.tabs.choose("timeline")
    idle(qtbot, club)
    timeline = page.tab("timeline")
    timeline.table.choose_first()
    assert timeline.reading_card.isVisible()
    assert timeline.reading.text()


def test_a_promise_is_kept_and_the_way_back_is_offered(qtbot: QtBot, club: Context) -> None:
    client_id = rich(club)
    page = opened(qtbot, club, client_id)
    said: list[Message] = []
    club.said.connect(said.append)
    page.tabs.choose("promises")
    idle(qtbot, club)
    page.tab("promises").kept_button.click()
    idle(qtbot, club)
    assert read(club, lambda d: promises.list_promises(d, client_id))[0].state is PromiseState.KEPT
    assert said[-1].undo is not None
    said[-1].undo()
    idle(qtbot, club)
    assert len(read(club, lambda d: promises.list_open_promises(d, client_id=client_id))) == 1


@pytest.mark.parametrize("button", ["released_button", "broken_button"])
def test_a_promise_ends_otherwise(qtbot: QtBot, club: Context, button: str) -> None:
    client_id = rich(club)
    page = opened(qtbot, club, client_id)
    page.tabs.choose("promises")
    idle(qtbot, club)
    getattr(page.tab("promises"), button).click()
    idle(qtbot, club)
    assert read(club, lambda d: promises.list_open_promises(d, client_id=client_id)) == ()
    assert not page.tab("promises").kept_button.isEnabled()


def test_a_promise_is_moved_to_another_day(qtbot: QtBot, club: Context) -> None:
    client_id = rich(club)
    page = opened(qtbot, club, client_id)
    page.tabs.choose("promises")
    idle(qtbot, club)
    page.tab("promises").moved_button.click()
    dialog = page.findChild(PromiseDialog)
    dialog.form.fields["promise_due"].set_value(club.format.today() + timedelta(days=9))
    dialog.primary_button.click()
    idle(qtbot, club)
    rows = read(club, lambda d: promises.list_promises(d, client_id))
    assert [r.state for r in rows] == [PromiseState.OPEN, PromiseState.RENEGOTIATED]


def test_every_part_can_be_taken_away_and_comes_back(qtbot: QtBot, club: Context) -> None:
    client_id = rich(club)
    page = opened(qtbot, club, client_id)
    said: list[Message] = []
    club.said.connect(said.append)
    card = read(club, lambda d: profile.get_client(d, client_id))
    household = next(p for p in card.people if p.kind is PersonKind.HOUSEHOLD)
    rows = {
        "point": card.points[0].id,
        "wish": card.preferences[0].id,
        "person": household.id,
        "fact": card.facts[0].id,
        "interest": card.interests[0].id,
    }
    for part, row_id in rows.items():
        remove_part(club, client_id, part, row_id, page)
        idle(qtbot, club)
        assert said[-1].undo is not None, part
        said[-1].undo()
        idle(qtbot, club)
    again = read(club, lambda d: profile.get_client(d, client_id))
    for name in ("points", "preferences", "people", "facts", "interests"):
        assert len(getattr(again, name)) == len(getattr(card, name)), name


def test_one_question_stands_over_the_facts_and_goes_with_the_answer(
    qtbot: QtBot, club: Context
) -> None:
    client_id = rich(club)
    page = opened(qtbot, club, client_id, "facts")
    tab = page.tab("facts")
    said: list[Message] = []
    club.said.connect(said.append)
    assert tab.asking.isVisible()
    assert tab.said.text().endswith("?“") or "?" in tab.said.text()
    assert "Летом на Ладоге" in tab.about.text()
    tab.still.click()
    idle(qtbot, club)
    assert not tab.asking.isVisible()
    said[-1].undo()
    idle(qtbot, club)
    assert tab.asking.isVisible()


def test_a_fact_is_corrected_and_ended_with_a_way_back(qtbot: QtBot, club: Context) -> None:
    client_id = rich(club)
    page = opened(qtbot, club, client_id, "facts")
    tab = page.tab("facts")
    said: list[Message] = []
    club.said.connect(said.append)
    assert not tab.correct_button.isEnabled()
    tab.table.choose_first()
    tab.table.opened.emit(tab.table.chosen_row())
    dialog = tab.findChild(FactDialog)
    assert dialog.form.fields["text"].value() == "Не говорить о разводе"
    dialog.form.set_values({"text": "Не говорить о разводе и о доме", "ask_in": 30})
    dialog.primary_button.click()
    idle(qtbot, club)
    shown = [tab.table.rows.row_at(n).text for n in range(tab.table.count)]
    assert "Не говорить о разводе и о доме" in shown
    said[-1].undo()
    idle(qtbot, club)
    tab.table.choose_first()
    tab.end_button.click()
    idle(qtbot, club)
    assert tab.table.count == 1
    said[-1].undo()
    idle(qtbot, club)
    assert tab.table.count == 2


def test_a_tab_that_nobody_opened_is_not_made(qtbot: QtBot, club: Context) -> None:
    page = opened(qtbot, club, rich(club))
    made = {key for key, place in page.places.items() if place._made is not None}
    assert made == {"overview"}


def test_who_may_not_read_complaints_has_no_such_tab(qtbot: QtBot, club: Context) -> None:
    from dataclasses import replace

    from vipdesk.vocabulary import Role

    office: Any = club.runner.office
    club.staff = replace(office.staff, role=Role.COORDINATOR)
    assert "complaints" not in ClientPage(club).places
    club.staff = replace(office.staff, role=Role.MANAGER)
    assert "complaints" in ClientPage(club).places


def test_complaints_are_read_when_seen_and_hidden_from_a_guest_at_the_screen(
    qtbot: QtBot, club: Context
) -> None:
    from tests.factories_complaints import five_fields
    from vipdesk.complaints import intake

    client_id = rich(club)
    filed = write(club, lambda d: intake.file_complaint(d, five_fields(client_id)))
    page = opened(qtbot, club, client_id, "complaints")
    tab = page.tab("complaints")
    assert tab.table.count == 1
    with qtbot.waitSignal(club.open_requested) as asked:
        tab.table.opened.emit(tab.table.rows.row_at(0))
    assert asked.args == [Link("complaint", filed.id)]
    club.present(on=True)
    idle(qtbot, club)
    assert not tab.table.isVisible()


SHEETS = {
    "point": (PointDialog, {"value": "+7 495 555-07-11"}),
    "wish": (WishDialog, {"hours": "10–12"}),
    "person": (EdgeDialog, {"name": "Олег"}),
    "fact": (FactDialog, {"text": "Играет в шахматы"}),
    "interest": (InterestDialog, {"topic": "шахматы"}),
}


@pytest.mark.parametrize("part", list(SHEETS))
def test_what_is_added_is_on_the_page_at_once(qtbot: QtBot, club: Context, part: str) -> None:
    page = opened(qtbot, club, add(club))
    said: list[Message] = []
    club.said.connect(said.append)
    kind, values = SHEETS[part]
    adder = next(b for b in page.tab("overview")._adders if b.property("part") == part)
    adder.click()
    dialog = page.findChild(kind)
    dialog.form.set_values(values)
    dialog.primary_button.click()
    idle(qtbot, club)
    words = next(iter(values.values())).replace("10–12", "10:00–12:00")
    assert words in texts_of(page.tab("overview"))
    assert said[-1].undo is not None
    said[-1].undo()
    idle(qtbot, club)
    assert words not in texts_of(page.tab("overview"))


def test_the_buttons_of_a_row_speak_for_their_row(
    qtbot: QtBot, club: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(qtbot, club, rich(club))
    asked: list[Any] = []
    monkeypatch.setattr(
        client_overview,
        "remove_part",
        lambda _c, _id, part, row_id, _o: asked.append((part, row_id)),
    )
    removers = [b for b in page.tab("overview").findChildren(IconButton) if b.property("row")]
    for button in removers:
        if button.property("part"):
            button.click()
    card = page.card
    assert card is not None
    assert ("interest", card.interests[0].id) in asked
    assert ("point", card.points[0].id) in asked
    visit = next(b for b in page.tab("overview").findChildren(IconButton) if b.property("client"))
    with qtbot.waitSignal(club.open_requested) as opened_link:
        visit.click()
    assert opened_link.args[0].kind == "client"


def test_the_verdict_is_read_again_when_its_hour_has_passed(
    qtbot: QtBot, club: Context, clock: SetClock
) -> None:
    page = opened(qtbot, club, rich(club))
    clock.move(timedelta(hours=6))
    with qtbot.waitSignal(page.brief.ran_out):
        page.brief._on_tick()
    idle(qtbot, club)
    assert page.brief.hours.text().startswith("Not now")
    assert page.brief.clock.text() == "19:00"


def test_ctrl_t_logs_a_talk_with_the_chosen_client(qtbot: QtBot, club: Context) -> None:
    client_id = add(club)
    page = seen(qtbot, club, ClientsPage(club))
    page.log_talk()
    assert page.findChild(TalkDialog) is None
    page.table.choose(client_id)
    page.log_talk()
    dialog = page.findChild(TalkDialog)
    assert dialog.client_id == client_id
    dialog.close()


def test_ctrl_t_is_heard_when_the_focus_is_outside_the_page(qtbot: QtBot, club: Context) -> None:
    """After a sheet closes, it is: on the sidebar."""
    page = seen(qtbot, club, ClientPage(club, Link("client", add(club))))
    window = QWidget()
    qtbot.addWidget(window)
    beside = QLineEdit()
    layout = QHBoxLayout(window)
    layout.addWidget(beside)
    layout.addWidget(page)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    beside.setFocus()
    qtbot.keyClick(beside, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    page.findChild(TalkDialog).close()
    page.setParent(None)


def test_a_dropped_file_opens_the_import(qtbot: QtBot, club: Context) -> None:
    page = seen(qtbot, club, ClientsPage(club))
    page.take_files([Path(__file__).parent.parent / "data" / "iphone.vcf"])
    idle(qtbot, club)
    dialog = page.findChild(ImportDialog)
    assert dialog.plan is not None
    dialog.close()


def test_a_new_client_is_led_by_the_manager_who_adds(qtbot: QtBot, club: Context) -> None:
    office: Any = club.runner.office
    club.staff = office.staff
    page = seen(qtbot, club, ClientsPage(club))
    assert page.new_here()
    dialog = page.findChild(ClientDialog)
    assert dialog.form.fields["manager_id"].value() == office.staff.id
    dialog.close()


def test_a_late_promise_is_red_and_cannot_be_moved(
    qtbot: QtBot, club: Context, clock: SetClock
) -> None:
    client_id = rich(club)
    clock.move(timedelta(days=3))
    page = opened(qtbot, club, client_id)
    assert page.brief.next_due.text().startswith("late")
    page.tabs.choose("promises")
    idle(qtbot, club)
    assert page.tab("promises").kept_button.isEnabled()
    assert not page.tab("promises").moved_button.isEnabled()


def test_a_wrong_hour_is_told_beside_the_field(qtbot: QtBot, club: Context) -> None:
    page = opened(qtbot, club, add(club))
    add_part(club, page.card, "wish", page)
    dialog = page.findChild(WishDialog)
    dialog.form.set_values({"hours": "утром"})
    dialog.primary_button.click()
    assert "12:00–18:00" in texts_of(dialog.form)
    dialog.close()


def test_a_promise_alone_is_made_from_the_heading(qtbot: QtBot, club: Context) -> None:
    client_id = add(club)
    page = opened(qtbot, club, client_id)
    page.promise_button.click()
    dialog = page.findChild(PromiseDialog)
    dialog.form.set_values({"promise": "Позвонить"})
    dialog.primary_button.click()
    idle(qtbot, club)
    assert page.tabs._buttons["promises"].text() == "Promises: 1"


def test_ctrl_n_on_a_client_logs_a_talk(qtbot: QtBot, club: Context) -> None:
    page = opened(qtbot, club, add(club))
    assert page.new_here()
    dialog = page.findChild(TalkDialog)
    assert dialog is not None
    dialog.close()


def test_the_form_opens_filled(qtbot: QtBot, club: Context) -> None:
    page = opened(qtbot, club, rich(club))
    page.edit_button.click()
    idle(qtbot, club)
    dialog = page.findChild(ClientDialog)
    assert dialog.form.fields["surname"].value() == "Щукин"
    dialog.close()


def test_events_and_entries_lead_to_their_pages(qtbot: QtBot, club: Context) -> None:
    client_id = add(club)
    event_id = write(club, lambda desk: invited(desk, client_id))
    page = opened(qtbot, club, client_id)
    for key in ("events", "timeline"):
        page.tabs.choose(key)
        idle(qtbot, club)
        table = page.tab(key).table
        with qtbot.waitSignal(club.open_requested) as asked:
            table.opened.emit(table.rows.row_at(0))
        assert asked.args == [Link("event", event_id)]
