"""Two people edit one row: joining never loses a change of either side."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from tests import factories as make
from vipdesk.access import Desk
from vipdesk.access.club import ClubWords, change_club, club_words
from vipdesk.access.merging import Clash, Diverged, changed_fields, merge
from vipdesk.events import guest_lists, programme
from vipdesk.events.guest_criteria import Criteria
from vipdesk.models import Event, JournalEntry


@dataclass(frozen=True, slots=True)
class Sheet:
    """Two loose fields, and two that mean one thing."""

    name: str
    city: str
    begins: int
    ends: int


TOGETHER = (("begins", "ends"),)
GROUPS = (("name",), ("city",), ("begins", "ends"))
WORD, HOUR = st.sampled_from("abc"), st.integers(0, 2)
SHEETS = st.builds(Sheet, WORD, WORD, HOUR, HOUR)


def part(sheet: Sheet, names: tuple[str, ...]) -> tuple[object, ...]:
    return tuple(getattr(sheet, n) for n in names)


@given(SHEETS, SHEETS, SHEETS)
def test_no_change_of_either_side_is_lost(base: Sheet, yours: Sheet, theirs: Sheet) -> None:
    merged, clashes = merge(base, yours, theirs, TOGETHER)
    asked = {clash.fields: clash for clash in clashes}
    for names in GROUPS:
        old, own, other, now = (part(s, names) for s in (base, yours, theirs, merged))
        if names in asked:
            assert asked[names] == Clash(names, old, own, other)
            assert len({old, own, other}) == 3
            assert now == own
        else:
            assert now == (own if own != old else other)  # who changed it, is heard
            assert own in (old, now)
            assert other in (old, now)


@given(SHEETS, SHEETS, SHEETS)
def test_without_a_clash_both_orders_give_the_same(base: Sheet, one: Sheet, two: Sheet) -> None:
    merged, clashes = merge(base, one, two, TOGETHER)
    other_way, other_clashes = merge(base, two, one, TOGETHER)
    assert [c.fields for c in clashes] == [c.fields for c in other_clashes]
    if not clashes:
        assert merged == other_way


@given(SHEETS, SHEETS, SHEETS, st.data())
def test_a_choice_settles_every_clash(
    base: Sheet, yours: Sheet, theirs: Sheet, data: st.DataObject
) -> None:
    merged, clashes = merge(base, yours, theirs, TOGETHER)
    diverged = Diverged(yours=yours, merged=merged, theirs=theirs, clashes=clashes, last=None)
    chosen = [c for c in clashes if data.draw(st.booleans())]
    settled = diverged.settled(chosen)
    assert merge(theirs, settled, theirs, TOGETHER) == (settled, ())  # it saves as it is
    for clash in clashes:
        assert part(settled, clash.fields) == (clash.theirs if clash in chosen else clash.yours)


@given(SHEETS, SHEETS)
def test_nobody_else_there_is_what_was_typed(base: Sheet, yours: Sheet) -> None:
    assert merge(base, yours, base, TOGETHER) == (yours, ())


def test_changed_fields_stand_in_their_order() -> None:
    sheet = Sheet("a", "b", 1, 2)
    assert changed_fields(sheet, replace(sheet, ends=3, name="c")) == ("name", "ends")


def committed(desk: Desk) -> None:
    """Notes of a transaction are written at its end, or when it reads the journal."""
    desk.session.scalar(select(JournalEntry.seq).limit(1))


def test_an_events_fields_are_joined_on_both_engines(desk: Desk) -> None:
    event = make.event(desk).id
    base = programme.get_event(desk, event).words()
    programme.change_event(desk, event_id=event, words=replace(base, dress="Смокинг"), base=base)
    programme.change_event(desk, event_id=event, words=replace(base, capacity=40), base=base)
    now = programme.get_event(desk, event).words()
    assert (now.dress, now.capacity) == ("Смокинг", 40)


def test_an_event_changed_by_both_in_one_field_is_asked_about(desk: Desk) -> None:
    event = make.event(desk).id
    base = programme.get_event(desk, event).words()
    programme.change_event(desk, event_id=event, words=replace(base, capacity=30), base=base)
    committed(desk)
    with pytest.raises(Diverged) as caught:
        programme.change_event(desk, event_id=event, words=replace(base, capacity=40), base=base)
    assert caught.value.clashes == (Clash(("capacity",), (base.capacity,), (40,), (30,)),)
    assert caught.value.last is not None
    assert caught.value.last.who.name == desk.actor.name


def test_an_event_that_is_gone_is_said_so(desk: Desk) -> None:
    event = make.event(desk).id
    base = programme.get_event(desk, event).words()
    desk.session.delete(desk.session.get_one(Event, event))
    desk.session.flush()
    with pytest.raises(Diverged) as caught:
        programme.change_event(desk, event_id=event, words=replace(base, capacity=40), base=base)
    assert caught.value.removed
    assert caught.value.last is None  # nobody wrote it down


def test_the_clubs_own_words_are_joined_and_asked_about(desk: Desk) -> None:
    change_club(desk, club=ClubWords("Литера", "+7 495 000-00-00", "Москва"))
    base = club_words(desk)
    change_club(desk, club=replace(base, phone="+7 495 111-11-11"), base=base)
    change_club(desk, club=replace(base, address="Тверь"), base=base)
    assert club_words(desk) == ClubWords("Литера", "+7 495 111-11-11", "Тверь")
    with pytest.raises(Diverged) as caught:
        change_club(desk, club=replace(base, phone="+7 495 222-22-22"), base=base)
    assert [c.fields for c in caught.value.clashes] == [("phone",)]


def test_criteria_of_a_guest_list_are_joined_and_asked_about(desk: Desk) -> None:
    event = make.event(desk).id
    base = Criteria(tiers=("gold",), cities=("Москва",))
    guest_lists.set_criteria(desk, event_id=event, criteria=base)
    mine, theirs = replace(base, unseen_days=90), replace(base, cities=("Тверь",))
    guest_lists.set_criteria(desk, event_id=event, criteria=theirs, base=base)
    guest_lists.set_criteria(desk, event_id=event, criteria=mine, base=base)
    now = guest_lists.get_guest_list(desk, event).criteria
    assert (now.cities, now.unseen_days) == (("Тверь",), 90)
    with pytest.raises(Diverged):
        guest_lists.set_criteria(
            desk, event_id=event, criteria=replace(base, cities=("Уфа",)), base=base
        )


def test_criteria_opened_empty_do_not_wipe_what_a_colleague_set_meanwhile(desk: Desk) -> None:
    event = make.event(desk).id
    empty = Criteria()
    guest_lists.set_criteria(desk, event_id=event, criteria=Criteria(tiers=("gold",)), base=empty)
    guest_lists.set_criteria(
        desk, event_id=event, criteria=Criteria(kinds=("tasting",)), base=empty
    )
    now = guest_lists.get_guest_list(desk, event).criteria
    assert (now.tiers, now.kinds) == (("gold",), ("tasting",))
