"""The parts of a programme: kinds, copies, templates, courses, choices, budget, files, .ics."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from icalendar import Calendar

from tests import factories, factories_events
from vipdesk.access import Desk
from vipdesk.errors import NotFound, UserError
from vipdesk.events import (
    budget,
    courses,
    event_files,
    guest_lists,
    kinds,
    options,
    programme,
    programme_calendar,
    templates,
    venues,
)
from vipdesk.events.budget import CostWords
from vipdesk.events.kinds import KindWords
from vipdesk.events.options import OptionWords
from vipdesk.events.programme import SessionWords
from vipdesk.gathering import EventFormat
from vipdesk.models import Event, EventTemplate, Invitation
from vipdesk.money import Money
from vipdesk.store.files import plain_name
from vipdesk.vocabulary import EventKind, EventState, PartStat
from vipdesk.wording import Lang, Words

GOLF = KindWords(EventKind.SPORT, "Школа гольфа", "Golf school", EventFormat.OUTDOORS)
MENU = OptionWords("Меню", "Рыба", "Menu", "Fish", 2)


def invite(desk: Desk, client_id: UUID, event_id: UUID) -> Invitation:
    event = desk.session.get_one(Event, event_id)
    return factories_events.invited(desk, client_id, event, sample=False)


# Kinds ----------------------------------------------------------------------------------------


def test_the_club_adds_a_kind_and_events_are_called_so(desk: Desk) -> None:
    kind_id = kinds.add_kind(desk, words=GOLF)
    event = factories.event(desk, kind=EventKind.SPORT)
    plan = programme.get_event(desk, event.id).words()
    programme.change_event(desk, event_id=event.id, words=replace(plan, sort_id=kind_id))
    row = programme.get_event(desk, event.id).row
    assert row.called(Lang.EN) == "Golf school"
    assert (row.kind, row.format) == (EventKind.SPORT, EventFormat.OUTDOORS)
    before = kinds.change_kind(desk, kind_id, words=replace(GOLF, name="Гольф", name_en=""))
    assert before == GOLF
    assert programme.get_event(desk, event.id).row.called(Lang.RU) == "Гольф"


def test_a_category_takes_the_clubs_own_word_and_gives_it_back(desk: Desk, en: Words) -> None:
    event = factories.event(desk, kind=EventKind.TASTING)
    words = KindWords(EventKind.TASTING, "Вечер вкуса", "", EventFormat.STANDING)
    before = kinds.rename_category(desk, words=words)
    row = programme.get_event(desk, event.id).row
    assert (row.called(Lang.EN), row.format) == ("Вечер вкуса", EventFormat.STANDING)
    kinds.rename_category(desk, words=before)
    called = programme.get_event(desk, event.id).row.called(Lang.EN)
    assert not isinstance(called, str)
    assert en(called) == "Tasting"
    kinds.rename_category(desk, words=before)  # nothing to take back


def test_kinds_are_listed_by_category_and_a_retired_one_stays_with_its_events(desk: Desk) -> None:
    kind_id = kinds.add_kind(desk, words=GOLF)
    listed = kinds.list_kinds(desk)
    assert len(listed) == len(EventKind) + 1
    place = next(n for n, k in enumerate(listed) if k.id == kind_id)
    assert listed[place - 1].key == (EventKind.SPORT, None)
    kinds.retire_kind(desk, kind_id)
    assert kind_id not in {k.id for k in kinds.list_kinds(desk)}
    assert kind_id in {k.id for k in kinds.list_kinds(desk, retired=True)}
    kinds.restore_kind(desk, kind_id)
    assert kind_id in {k.id for k in kinds.list_kinds(desk)}
    with pytest.raises(UserError):
        kinds.add_kind(desk, words=replace(GOLF, name=" школа ГОЛЬФА "))
    with pytest.raises(UserError):
        kinds.add_kind(desk, words=replace(GOLF, name=" "))
    with pytest.raises(NotFound):
        kinds.retire_kind(desk, factories.event(desk).id)


def test_a_kind_of_another_category_is_refused(desk: Desk) -> None:
    event = factories.event(desk, kind=EventKind.DINNER)
    plan = programme.get_event(desk, event.id).words()
    with pytest.raises(UserError) as fault:
        programme.change_event(
            desk, event_id=event.id, words=replace(plan, sort_id=kinds.add_kind(desk, words=GOLF))
        )
    assert fault.value.field == "kind"


# Places ---------------------------------------------------------------------------------------


def test_a_place_has_a_facts_sheet_and_leaves_other_facts_alone(desk: Desk) -> None:
    venue = factories.venue(desk, facts={"seats": {"rows": 3}, "menu": "Сезонное"})
    words = venues.get_venue(desk, venue.id)
    assert words.menu == "Сезонное"
    new = replace(words, menu="", allergens="Орехи на кухне есть")
    venues.change_venue(desk, venue.id, words=new, base=words)
    assert venue.facts == {"seats": {"rows": 3}, "allergens": "Орехи на кухне есть"}
    event = factories.event(desk, venue_id=venue.id)
    assert programme.get_event(desk, event.id).facts == (("allergens", "Орехи на кухне есть"),)
    assert venues.get_venue(desk, venues.add_venue(desk, name="Зал", menu="Чай")).menu == "Чай"


# Parts ----------------------------------------------------------------------------------------


def whole(desk: Desk) -> programme.EventCard:
    event = factories.event(desk, state=EventState.PLANNED, capacity=12)
    card = programme.get_event(desk, event.id)
    words = replace(card.words(), answer_by=card.row.starts_at - timedelta(days=2))
    programme.change_event(desk, event_id=event.id, words=words)
    programme.add_session(
        desk, event_id=event.id,
        words=SessionWords("Перо", words.starts_at, words.starts_at + timedelta(hours=1),
                           "И. Белова", "новичкам", "тушь", "The nib", 6),
    )  # fmt: skip
    options.add_option(desk, event_id=event.id, words=MENU)
    budget.add_cost(desk, event_id=event.id, words=CostWords("Зал", 100_00, 120_00))
    return programme.get_event(desk, event.id)


def test_sessions_change_and_move_with_their_event(desk: Desk) -> None:
    card = whole(desk)
    session = card.sessions[0]
    before = programme.change_session(
        desk, session_id=session.id, words=replace(session.words(), tutor="А. Седова", places=4)
    )
    assert before == session.words()
    later = timedelta(days=1, hours=2)
    words = card.words()
    programme.change_event(
        desk, event_id=card.row.id,
        words=replace(words, starts_at=words.starts_at + later, ends_at=words.ends_at + later),
    )  # fmt: skip
    moved = programme.get_event(desk, card.row.id).sessions[0]
    assert (moved.starts_at, moved.tutor) == (session.starts_at + later, "А. Седова")
    with pytest.raises(UserError):
        programme.change_session(
            desk, session_id=session.id, words=replace(moved.words(), places=99)
        )


def test_a_copy_has_everything_but_guests_and_what_was_paid(desk: Desk) -> None:
    card = whole(desk)
    invite(desk, factories_events.guest(desk).id, card.row.id)
    files = event_files.add_file(desk, event_id=card.row.id, name="меню.pdf", content=b"%PDF")
    begins = card.row.starts_at + timedelta(days=30)
    copy_id = templates.copy_event(desk, card.row.id, starts_at=begins)
    copy = programme.get_event(desk, copy_id)
    assert copy.row.state is EventState.DRAFT
    assert copy.row.ends_at - copy.row.starts_at == card.row.ends_at - card.row.starts_at
    assert copy.answer_by == begins - timedelta(days=2)
    assert [s.starts_at for s in copy.sessions] == [begins]
    assert copy.sessions[0].places == 6
    assert [o.words() for o in options.list_options(desk, copy_id)] == [MENU]
    lines = budget.get_budget(desk, copy_id).lines
    assert [(c.planned, c.actual) for c in lines] == [(Money(100_00), None)]
    assert copy.row.answers.invited == 0
    assert not guest_lists.get_guest_list(desk, copy_id).guests
    assert event_files.list_files(desk, copy_id) == ()
    assert event_files.get_file(desk, files)[1] == b"%PDF"
    templates.remove_event(desk, copy_id)
    with pytest.raises(NotFound):
        programme.get_event(desk, copy_id)
    with pytest.raises(UserError):
        templates.remove_event(desk, card.row.id)


def test_a_template_is_kept_used_and_brought_back(desk: Desk) -> None:
    card = whole(desk)
    kept = templates.add_template(desk, event_id=card.row.id, name=" Каллиграфия ")
    assert [(t.name, t.kind) for t in templates.list_templates(desk)] == [
        ("Каллиграфия", card.row.kind)
    ]
    event_id = templates.use_template(desk, kept, starts_at=desk.now + timedelta(days=90))
    assert programme.get_event(desk, event_id).row.title == card.row.title
    taken = templates.remove_template(desk, kept)
    assert templates.list_templates(desk) == ()
    templates.bring_back(desk, taken)
    assert len(templates.list_templates(desk)) == 1
    with pytest.raises(UserError):
        templates.add_template(desk, event_id=card.row.id, name=" ")


def test_a_template_that_was_spoilt_still_makes_a_draft(desk: Desk) -> None:
    row = EventTemplate(name="Старый", plan={"word": "x", "venue_id": str(desk.actor.id),
                                             "title": "Встреча"})  # fmt: skip
    desk.session.add(row)
    desk.session.flush()
    event_id = templates.use_template(desk, row.id, starts_at=desk.now + timedelta(days=5))
    assert programme.get_event(desk, event_id).venue_id is None


def test_repeats_keep_the_hour_of_the_wall_across_summer_time(desk: Desk) -> None:
    event = factories.event(
        desk, zone="Europe/Berlin", starts_at=datetime(2027, 3, 25, 18, tzinfo=UTC),
        ends_at=datetime(2027, 3, 25, 20, tzinfo=UTC),
    )  # fmt: skip
    (again,) = templates.repeat_event(desk, event.id, days=7, times=1)
    assert programme.get_event(desk, again).row.starts_at == datetime(2027, 4, 1, 17, tzinfo=UTC)
    for days, times in ((0, 1), (7, 0), (7, 61)):
        with pytest.raises(UserError):
            templates.repeat_event(desk, event.id, days=days, times=times)


# Courses --------------------------------------------------------------------------------------


def test_a_course_is_booked_as_one_and_each_date_keeps_its_state(desk: Desk) -> None:
    card = whole(desk)
    made = courses.make_course(desk, event_id=card.row.id, title="Каллиграфия", days=7, times=2)
    dates = courses.list_dates(desk, made[0])
    assert [d.starts_at - card.row.starts_at for d in dates] == [
        timedelta(days=7 * n) for n in range(3)
    ]
    assert courses.list_courses(desk)[0].dates == 3
    programme.move_event(desk, event_id=dates[1].id, to=EventState.CANCELLED)
    guest = factories_events.guest(desk)
    guest_lists.pick(desk, event_id=dates[0].id, client_ids=[guest.id])
    booked = courses.book_course(desk, made[0], client_ids=[guest.id])
    assert booked == ((dates[0].id, ()), (dates[2].id, (guest.id,)))
    states = [d.state for d in courses.list_dates(desk, made[0])]
    assert states == [EventState.PLANNED, EventState.CANCELLED, EventState.DRAFT]
    courses.unbook_course(desk, booked)
    assert not guest_lists.get_guest_list(desk, dates[2].id).guests
    assert len(guest_lists.get_guest_list(desk, dates[0].id).guests) == 1


def test_a_course_is_unmade_and_left(desk: Desk) -> None:
    card = whole(desk)
    made = courses.make_course(desk, event_id=card.row.id, title="Перо", days=7, times=1)
    courses.unmake_course(desk, made)
    assert courses.list_courses(desk) == ()
    assert programme.get_event(desk, card.row.id).row.course_id is None
    empty = courses.add_course(desk, title="Пустой", title_en="Empty")
    assert courses.list_courses(desk)[0].named(Lang.EN) == "Empty"
    with pytest.raises(UserError):
        courses.book_course(desk, empty, client_ids=[])
    with pytest.raises(UserError):
        courses.add_course(desk, title=" ")
    with pytest.raises(NotFound):
        courses.put_in_course(desk, event_id=card.row.id, course_id=card.row.id)


# Choices --------------------------------------------------------------------------------------


def coming(desk: Desk, event_id: UUID, party: int = 1) -> Invitation:
    made = invite(desk, factories_events.guest(desk).id, event_id)
    invitation = desk.session.get_one(Invitation, made.id)
    invitation.partstat, invitation.party = PartStat.ACCEPTED, party
    desk.session.flush()
    return invitation


def test_a_choice_is_kept_with_the_invitation_and_one_question_has_one_answer(desk: Desk) -> None:
    event_id = whole(desk).row.id
    fish = options.list_options(desk, event_id)[0]
    meat = options.add_option(desk, event_id=event_id, words=OptionWords("Меню", "Мясо"))
    guest = coming(desk, event_id)
    assert options.choose(desk, invitation_id=guest.id, option_id=fish.id) is None
    assert options.choose(desk, invitation_id=guest.id, option_id=meat) == fish.id
    assert options.choose(desk, invitation_id=guest.id, option_id=meat) == meat
    chosen = options.list_choices(desk, event_id)
    assert [(c.client_id, c.option.title) for c in chosen] == [(guest.client_id, "Мясо")]
    guest.partstat = PartStat.DECLINED
    desk.session.flush()
    assert options.list_choices(desk, event_id) == ()
    options.drop_choice(desk, invitation_id=guest.id, option_id=meat)
    options.drop_choice(desk, invitation_id=guest.id, option_id=meat)


def test_places_of_a_choice_are_counted_by_party(desk: Desk) -> None:
    event_id = whole(desk).row.id
    fish = options.list_options(desk, event_id)[0]  # two places
    pair, single = coming(desk, event_id, 2), coming(desk, event_id)
    options.choose(desk, invitation_id=pair.id, option_id=fish.id)
    assert options.list_options(desk, event_id)[0].taken == 2
    with pytest.raises(UserError) as fault:
        options.choose(desk, invitation_id=single.id, option_id=fish.id)
    assert fault.value.say.params["n"] == 0
    with pytest.raises(UserError):
        options.remove_option(desk, fish.id)
    with pytest.raises(UserError):
        options.change_option(desk, fish.id, words=replace(MENU, places=1))
    assert options.change_option(desk, fish.id, words=replace(MENU, places=3)) == MENU
    other = factories_events.invited(desk, factories_events.guest(desk).id)
    with pytest.raises(UserError):
        options.choose(desk, invitation_id=other.id, option_id=fish.id)


@pytest.mark.parametrize(
    ("words", "field"),
    [
        (replace(MENU, question=" "), "question"),
        (replace(MENU, title=""), "option_title"),
        (replace(MENU, places=-1), "places"),
        (MENU, "option_title"),
    ],
)
def test_a_faulty_choice_is_named_beside_its_field(
    desk: Desk, words: OptionWords, field: str
) -> None:
    event_id = whole(desk).row.id
    with pytest.raises(UserError) as fault:
        options.add_option(desk, event_id=event_id, words=words)
    assert fault.value.field == field


def test_a_choice_nobody_took_goes_and_comes_back(desk: Desk) -> None:
    event_id = whole(desk).row.id
    taken = options.remove_option(desk, options.list_options(desk, event_id)[0].id)
    assert taken == (event_id, MENU)
    options.add_option(desk, event_id=taken[0], words=taken[1])
    row = options.list_options(desk, event_id)[0]
    assert (row.asked(Lang.EN), row.named(Lang.EN)) == ("Menu", "Fish")


# Budget ---------------------------------------------------------------------------------------


def test_a_budget_expects_what_was_paid_and_what_was_planned_elsewhere(desk: Desk) -> None:
    event_id = whole(desk).row.id
    wine = budget.add_cost(desk, event_id=event_id, words=CostWords("Вино", 50_00))
    budget.add_cost(desk, event_id=event_id, words=CostWords("Лектор", 10_00, currency="eur"))
    budget.set_limit(desk, event_id=event_id, limit=Money(160_00))
    found = budget.get_budget(desk, event_id)
    assert (found.planned, found.actual, found.expected) == (
        Money(150_00), Money(120_00), Money(170_00),
    )  # fmt: skip
    assert found.over
    assert found.other_currencies
    before = budget.change_cost(desk, wine, words=CostWords("Вино", 40_00))
    assert before.planned == 50_00
    assert not budget.get_budget(desk, event_id).over
    assert budget.remove_cost(desk, wine)[1].title == "Вино"
    assert budget.set_limit(desk, event_id=event_id, limit=None) == Money(160_00)
    for words, field in (
        (CostWords(" "), "cost_title"), (CostWords("А", -1), "planned"),
        (CostWords("А", None, -1), "actual"), (CostWords("А", currency="р"), "currency"),
    ):  # fmt: skip
        with pytest.raises(UserError) as fault:
            budget.add_cost(desk, event_id=event_id, words=words)
        assert fault.value.field == field
    with pytest.raises(UserError):
        budget.set_limit(desk, event_id=event_id, limit=Money(-1))


# Files ----------------------------------------------------------------------------------------


def test_a_file_is_kept_by_its_name_alone_and_comes_back(desk: Desk) -> None:
    event_id = factories.event(desk).id
    file_id = event_files.add_file(
        desk, event_id=event_id, name="C:\\Клуб\\до\x07говор.pdf", content=b"%PDF-1.7"
    )
    (row,) = event_files.list_files(desk, event_id)
    assert (row.name, row.size) == ("договор.pdf", 8)
    taken = event_files.remove_file(desk, file_id)
    assert event_files.list_files(desk, event_id) == ()
    event_files.add_file(desk, event_id=taken[0], name=taken[1], content=taken[2])
    assert event_files.list_files(desk, event_id)[0].name == "договор.pdf"
    with pytest.raises(NotFound):
        event_files.get_file(desk, file_id)


def test_too_large_files_are_refused_with_a_sentence(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    event_id = factories.event(desk).id
    monkeypatch.setattr(event_files, "MOST_BYTES", 10)
    monkeypatch.setattr(event_files, "MOST_OF_EVENT", 15)
    with pytest.raises(UserError):
        event_files.add_file(desk, event_id=event_id, name="a", content=bytes(11))
    with pytest.raises(UserError):
        event_files.add_file(desk, event_id=event_id, name="a", content=b"")
    event_files.add_file(desk, event_id=event_id, name="..", content=bytes(9))
    assert event_files.list_files(desk, event_id)[0].name == "file"
    with pytest.raises(UserError):
        event_files.add_file(desk, event_id=event_id, name="b", content=bytes(9))
    path = tmp_path / "menu.pdf"
    path.write_bytes(bytes(10))
    assert event_files.read_file(path) == ("menu.pdf", bytes(10))
    path.write_bytes(bytes(11))
    for wrong in (path, tmp_path / "nowhere"):
        with pytest.raises(UserError):
            event_files.read_file(wrong)
    long = plain_name("х" * 300 + ".pdf")
    assert len(long) == 200
    assert long.endswith(".pdf")


# Calendar -------------------------------------------------------------------------------------


def test_the_programme_is_a_calendar_without_guests(desk: Desk, en: Words) -> None:
    venue = factories.venue(desk, name_en="The Lower Cellar", address_en="7 Garden Lane, Moscow")
    told = factories.event(desk, state=EventState.INVITING, venue_id=venue.id,
                           description_en="Six\r\nvintages, slowly; " + "word " * 40)  # fmt: skip
    off = factories.event(desk, state=EventState.CANCELLED, sequence=3)
    factories.event(desk, state=EventState.DRAFT)
    guest = factories_events.guest(desk, mail="anna@client.example")
    invite(desk, guest.id, told.id)
    data = programme_calendar.export_programme(desk, words=en)
    assert b"ATTENDEE" not in data
    assert b"anna@client.example" not in data
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    calendar = Calendar.from_ical(data)
    assert calendar["METHOD"] == "PUBLISH"
    parts = {str(p["UID"]): p for p in calendar.walk("VEVENT")}
    assert set(parts) == {programme_calendar.uid_of(told.id), programme_calendar.uid_of(off.id)}
    part = parts[programme_calendar.uid_of(told.id)]
    assert part["STATUS"] == "CONFIRMED"
    assert len(re.findall(rb"DTSTART:\d{8}T\d{6}Z\r\n", data)) == 2
    assert str(part["LOCATION"]) == "The Lower Cellar, 7 Garden Lane, Moscow"
    gone = parts[programme_calendar.uid_of(off.id)]
    assert (gone["STATUS"], gone["SEQUENCE"]) == ("CANCELLED", 3)
    again = Calendar.from_ical(programme_calendar.export_programme(desk, words=en, drafts=True))
    assert len(again.walk("VEVENT")) == 3
    assert {str(p["STATUS"]) for p in again.walk("VEVENT")} == {
        "CONFIRMED", "CANCELLED", "TENTATIVE",
    }  # fmt: skip
