"""Monotony: the figures the club knows, and the one change that helps most."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from random import Random
from uuid import UUID

import pytest

from tests import factories
from vipdesk.access import Desk
from vipdesk.events import monotony, programme, season
from vipdesk.events.kinds import usual_format
from vipdesk.events.monotony import Held, Part
from vipdesk.gathering import EventFormat
from vipdesk.vocabulary import EventKind, EventState
from vipdesk.wording import Lang, Words

SIX = (
    EventKind.TASTING, EventKind.TEST_DRIVE, EventKind.MASTERCLASS, EventKind.CONCERT,
    EventKind.TRIP, EventKind.CHARITY,
)  # fmt: skip
PLACES = tuple(UUID(int=n) for n in range(1, 1001))
MANY = 700


def held(kind: EventKind, place: int, weekday: int) -> Held:
    return Held(kind, PLACES[place % len(PLACES)], usual_format(kind), weekday % 7)


def figure(line: list[Held]) -> float:
    found = monotony.mean(monotony.each(line)[monotony.BACK :])
    assert found is not None
    return found


def test_the_same_tasting_every_time_is_all_of_it() -> None:
    assert figure([held(EventKind.TASTING, 1, 3)] * 20) == pytest.approx(1.0)


def test_tastings_in_changing_venues_any_day_of_the_week() -> None:
    chance = Random(1)
    line = [held(EventKind.TASTING, n, chance.randrange(7)) for n in range(MANY)]
    assert figure(line) == pytest.approx(0.71, abs=0.006)


def test_two_kinds_in_turn_at_the_table_on_working_days() -> None:
    chance = Random(2)
    kinds = (EventKind.TASTING, EventKind.DINNER)  # both seated
    line = [held(kinds[n % 2], n, chance.randrange(5)) for n in range(MANY)]
    assert figure(line) == pytest.approx(0.43, abs=0.006)


def test_any_of_six_kinds_in_any_of_six_houses() -> None:
    chance = Random(3)
    line = [
        held(chance.choice(SIX), chance.randrange(6), chance.randrange(7)) for _ in range(MANY * 10)
    ]
    assert figure(line) == pytest.approx(0.16, abs=0.008)


def test_six_kinds_in_rotation() -> None:
    line = [held(SIX[n % 6], n, n) for n in range(60)]
    assert figure(line) == pytest.approx(0.04, abs=0.0005)


def test_the_first_event_is_like_nothing_and_no_venue_is_like_no_other() -> None:
    one = Held(EventKind.TALK, None, EventFormat.STAGE, 1)
    assert monotony.monotony(one, []) is None
    assert monotony.likeness(one, one) == pytest.approx(0.8)
    assert monotony.mean([None]) is None


def test_the_nearest_event_counts_most() -> None:
    same, other = held(EventKind.TALK, 1, 1), held(EventKind.TRIP, 2, 2)
    near = monotony.monotony(same, [other, same])
    far = monotony.monotony(same, [same, other])
    assert near is not None
    assert far is not None
    assert near > far


def test_another_kind_helps_most_where_everything_is_the_same() -> None:
    tasting = held(EventKind.TASTING, 1, 3)
    advice = monotony.advise(tasting, [tasting] * 6, venues=PLACES[:4])
    assert advice is not None
    assert advice.part is Part.CATEGORY
    assert advice.after == pytest.approx(0.3)  # venue and day stay the same
    assert advice.held.format is not tasting.format


def test_another_venue_helps_where_kinds_change_already() -> None:
    kinds = [k for k in EventKind if k is not EventKind.TALK]
    line = [Held(k, PLACES[0], EventFormat.SEATED, 2) for k in kinds[:6]]
    event = Held(EventKind.TALK, PLACES[0], EventFormat.ONLINE, 3)
    advice = monotony.advise(event, line, venues=PLACES[:3])
    assert advice is not None
    assert advice.part is Part.VENUE
    assert advice.after == pytest.approx(0.0)
    assert monotony.advise(advice.held, line, venues=PLACES[:3]) is None


def tastings(desk: Desk, count: int) -> list[UUID]:
    venue = factories.venue(desk)
    factories.venue(desk, name="Обсерватория", name_en="Observatory")
    return [
        factories.event(
            desk, kind=EventKind.TASTING, venue_id=venue.id, state=EventState.PLANNED,
            starts_at=desk.now + timedelta(days=7 * n),
            ends_at=desk.now + timedelta(days=7 * n, hours=3),
        ).id
        for n in range(-3, count)
    ]  # fmt: skip


def test_a_season_of_tastings_is_warned_of_with_what_to_do(desk: Desk, en: Words) -> None:
    ids = tastings(desk, 3)
    found = season.get_season(desk, since=desk.now - timedelta(days=1))
    assert found.index == pytest.approx(1.0)
    assert found.warns
    worst = found.worst(desk.now)
    assert worst is not None
    said = found.told(worst, Lang.EN)
    assert said is not None
    assert en(said).startswith("“Test drive” instead of “Tasting” would make it 0.3")
    assert season.get_variety(desk, ids[-1]) is not None
    assert season.get_variety(desk, ids[0]) is None  # nothing before it


def test_what_guests_were_told_of_is_not_advised_to_change(desk: Desk) -> None:
    ids = tastings(desk, 2)
    programme.move_event(desk, event_id=ids[-1], to=EventState.INVITING)
    found = season.get_season(desk, since=desk.now - timedelta(days=30))
    assert found.varieties[ids[-1]].warns
    assert found.varieties[ids[-1]].advice is None
    programme.move_event(desk, event_id=ids[-2], to=EventState.CANCELLED)
    assert ids[-2] not in season.get_season(desk, since=desk.now).varieties


@pytest.mark.parametrize(
    ("part", "said"),
    [
        (Part.VENUE, "Another venue, such as “Hall”, would make it 0.20."),
        (Part.FORMAT, "Another form, “At the table”, would make it 0.20."),
        (Part.WEEKDAY, "Another day of the week would make it 0.20."),
    ],
)
def test_each_advice_has_its_words(desk: Desk, en: Words, part: Part, said: str) -> None:
    row = programme.get_event(desk, factories.event(desk).id).row
    advice = monotony.Advice(part, replace(season.held_of(row), venue=PLACES[0],
                                           format=EventFormat.SEATED), 0.2)  # fmt: skip
    assert en(season.advice_words(advice, row, Lang.EN, {PLACES[0]: "Hall"})) == said
    if part is Part.VENUE:
        assert en(season.advice_words(advice, row, Lang.EN)) == "Another venue would make it 0.20."
