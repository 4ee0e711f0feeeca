"""The programme: what may be planned, changed and cancelled."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest

from tests import factories, factories_events
from vipdesk.access import Desk
from vipdesk.access.merging import Diverged
from vipdesk.errors import NotFound, UserError
from vipdesk.events import programme, venues
from vipdesk.events.programme import EventWords, SessionWords
from vipdesk.models import Event, JournalEntry, SearchEntry
from vipdesk.vocabulary import EventKind, EventState, PartStat
from vipdesk.wording import Lang


def words(desk: Desk) -> EventWords:
    start = desk.now + timedelta(days=20)
    return EventWords(
        "Мастер-класс по каллиграфии",
        EventKind.MASTERCLASS,
        start,
        start + timedelta(hours=3),
        12,
        "A calligraphy masterclass",
    )


def test_a_masterclass_is_planned_with_its_sessions(desk: Desk) -> None:
    plan = words(desk)
    session = SessionWords(
        "Первая строка",
        plan.starts_at,
        plan.starts_at + timedelta(hours=1),
        "И. Белова",
        "новичкам",
    )
    event_id = programme.add_event(desk, words=plan, sessions=(session,))
    card = programme.get_event(desk, event_id)
    assert (card.row.state, card.row.kind, card.sequence) == (
        EventState.DRAFT,
        EventKind.MASTERCLASS,
        0,
    )
    assert [(s.title, s.tutor, s.level) for s in card.sessions] == [
        ("Первая строка", "И. Белова", "новичкам")
    ]
    assert card.words() == replace(plan, host_id=desk.actor.id)
    assert card.row.named(Lang.EN) == "A calligraphy masterclass"


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"title": "  "}, "title"),
        ({"ends_at": None}, "ends_at"),
        ({"capacity": -1}, "capacity"),
        ({"zone": "Mars/Olympus"}, "zone"),
        ({"venue_id": uuid4()}, "venue_id"),
    ],
)
def test_a_fault_is_named_beside_its_field(
    desk: Desk, change: dict[str, object], field: str
) -> None:
    plan = words(desk)
    if "ends_at" in change:
        change = {"ends_at": plan.starts_at}
    with pytest.raises(UserError) as fault:
        programme.add_event(desk, words=replace(plan, **change))  # type: ignore[arg-type]
    assert fault.value.field == field


def test_more_seats_than_the_place_holds_are_refused(desk: Desk) -> None:
    venue = factories.venue(desk, capacity=10)
    with pytest.raises(UserError) as fault:
        programme.add_event(desk, words=replace(words(desk), venue_id=venue.id))
    assert fault.value.say.params["n"] == 10


def test_sequence_grows_with_time_and_place_but_not_with_words(desk: Desk) -> None:
    event_id = programme.add_event(desk, words=words(desk))
    plan = programme.get_event(desk, event_id).words()
    programme.change_event(
        desk, event_id=event_id, words=replace(plan, description="Перо и тушь", dress="Свободный")
    )
    assert programme.get_event(desk, event_id).sequence == 0
    plan = programme.get_event(desk, event_id).words()
    later = replace(
        plan,
        starts_at=plan.starts_at + timedelta(hours=1),
        ends_at=plan.ends_at + timedelta(hours=1),
    )
    programme.change_event(desk, event_id=event_id, words=later)
    assert programme.get_event(desk, event_id).sequence == 1
    programme.change_event(
        desk, event_id=event_id, words=replace(later, venue_id=factories.venue(desk).id)
    )
    assert programme.get_event(desk, event_id).sequence == 2


def test_guests_must_be_told_only_when_they_know_of_it(desk: Desk) -> None:
    event = factories.event(desk, state=EventState.INVITING)
    plan = programme.get_event(desk, event.id).words()
    assert programme.change_event(
        desk, event_id=event.id, words=replace(plan, ends_at=plan.ends_at + timedelta(hours=1))
    )
    assert not programme.change_event(
        desk, event_id=event.id, words=programme.get_event(desk, event.id).words()
    )


def test_an_event_goes_from_step_to_step_and_back_by_undo(desk: Desk) -> None:
    event_id = programme.add_event(desk, words=words(desk))
    before = programme.move_event(desk, event_id=event_id, to=EventState.PLANNED)
    programme.move_event(desk, event_id=event_id, to=before)
    assert programme.get_event(desk, event_id).row.state is EventState.DRAFT
    with pytest.raises(UserError):
        programme.move_event(desk, event_id=event_id, to=EventState.HELD)


def test_what_has_not_begun_was_not_held(desk: Desk) -> None:
    event = factories.event(desk, state=EventState.CLOSED)
    with pytest.raises(UserError):
        programme.move_event(desk, event_id=event.id, to=EventState.HELD)


def test_what_is_over_does_not_change(desk: Desk) -> None:
    event = factories.event(desk, state=EventState.HELD)
    with pytest.raises(UserError):
        programme.change_event(desk, event_id=event.id, words=words(desk))


def test_cancelling_makes_the_sequence_grow(desk: Desk) -> None:
    event = factories.event(desk)
    programme.move_event(desk, event_id=event.id, to=EventState.CANCELLED)
    assert desk.session.get_one(Event, event.id).sequence == 1


def test_a_session_stays_within_its_event_and_can_come_back(desk: Desk) -> None:
    event = factories.event(desk)
    with pytest.raises(UserError):
        programme.add_session(
            desk,
            event_id=event.id,
            words=SessionWords("x", event.starts_at - timedelta(hours=1), event.ends_at),
        )
    with pytest.raises(UserError):
        programme.add_session(
            desk, event_id=event.id, words=SessionWords(" ", event.starts_at, event.ends_at)
        )
    session_id = programme.add_session(
        desk, event_id=event.id, words=SessionWords("Перо", event.starts_at, event.ends_at)
    )
    home, taken = programme.remove_session(desk, session_id=session_id)
    programme.add_session(desk, event_id=home, words=taken)
    assert [s.title for s in programme.get_event(desk, event.id).sessions] == ["Перо"]
    with pytest.raises(NotFound):
        programme.remove_session(desk, session_id=session_id)


def test_the_list_counts_answers_and_seats(desk: Desk) -> None:
    event = factories.event(desk, venue_id=factories.venue(desk).id)
    answers = [
        (PartStat.ACCEPTED, 2),
        (PartStat.DECLINED, 1),
        (PartStat.TENTATIVE, 1),
        (PartStat.NEEDS_ACTION, 1),
    ]
    for number, (partstat, party) in enumerate(answers):
        client = factories_events.guest(desk, f"Гость{number}")
        factories_events.invited(
            desk, client.id, event, sample=False, partstat=partstat, party=party
        )
    rows = programme.list_events(desk, since=desk.now, until=desk.now + timedelta(days=60))
    counts = rows[0].answers
    assert (counts.invited, counts.accepted, counts.tentative, counts.declined, counts.waiting) == (
        4,
        1,
        1,
        1,
        1,
    )
    assert counts.seats == 2
    assert rows[0].place(Lang.EN) == "The Prechistenka House"
    assert programme.list_events(desk, until=desk.now) == ()
    assert programme.list_events(desk)[0] == rows[0]


def test_an_event_is_found_and_noted(desk: Desk) -> None:
    event_id = programme.add_event(desk, words=words(desk))
    entry = desk.session.query(SearchEntry).filter_by(object_id=event_id).one()
    assert "kalligrafii" in entry.tokens
    assert entry.kind == "event"
    verbs = [e.verb for e in desk.session.query(JournalEntry)]
    assert "add_event" in verbs


def test_places_are_added_and_listed(desk: Desk) -> None:
    venues.add_venue(desk, name="Зал", city="Москва", capacity=30, name_en="The hall")
    assert [(v.named(Lang.EN), v.capacity) for v in venues.list_venues(desk)] == [("The hall", 30)]
    with pytest.raises(UserError):
        venues.add_venue(desk, name=" ")


def test_what_two_people_changed_of_a_place_is_joined(desk: Desk) -> None:
    venue_id = venues.add_venue(desk, name="Зал", capacity=30)
    shown = venues.get_venue(desk, venue_id)
    venues.change_venue(desk, venue_id, words=replace(shown, capacity=40), base=shown)
    yours = replace(shown, address="Арбат, 1", step_free=True)
    venues.change_venue(desk, venue_id, words=yours, base=shown)
    assert venues.get_venue(desk, venue_id) == replace(yours, capacity=40)
    with pytest.raises(Diverged):
        venues.change_venue(desk, venue_id, words=replace(shown, capacity=50), base=shown)


def test_events_are_found_by_the_new_name_of_their_place(desk: Desk) -> None:
    venue_id = venues.add_venue(desk, name="Зал")
    event_id = programme.add_event(desk, words=replace(words(desk), venue_id=venue_id))
    shown = venues.get_venue(desk, venue_id)
    venues.change_venue(desk, venue_id, words=replace(shown, name="Оранжерея"), base=shown)
    entry = desk.session.query(SearchEntry).filter_by(object_id=event_id).one()
    assert entry.detail == "Оранжерея"


def test_a_place_needs_a_zone_that_exists(desk: Desk) -> None:
    with pytest.raises(UserError) as refused:
        venues.add_venue(desk, name="Зал", zone="Mars/Olympus")
    assert refused.value.field == "zone"


def test_a_place_goes_only_while_no_event_is_there(desk: Desk) -> None:
    venue_id, other = (venues.add_venue(desk, name=n) for n in ("Зал", "Сад"))
    factories.event(desk, venue_id=venue_id)
    with pytest.raises(UserError):
        venues.remove_venue(desk, venue_id)
    venues.remove_venue(desk, other)
    with pytest.raises(NotFound):
        venues.get_venue(desk, other)
    verbs = [e.verb for e in desk.session.query(JournalEntry)]
    assert verbs[-1] == "remove_venue"


def test_an_unknown_event_is_not_there(desk: Desk) -> None:
    with pytest.raises(NotFound):
        programme.get_event(desk, uuid4())
