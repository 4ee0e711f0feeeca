"""The seating of an event: facts from the store, verbs, late changes, reasons, papers."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pypdfium2
import pytest
from sqlalchemy import select

from tests import factories, factories_events
from tests import factories_seating as make
from vipdesk.access import Desk
from vipdesk.errors import Conflict, UserError
from vipdesk.events.seating import engine, papers, plan, room, words
from vipdesk.events.seating.contradictions import find_contradiction
from vipdesk.events.seating.facts import pair
from vipdesk.events.seating.plan import Seating, get_seating
from vipdesk.events.seating.problem import RuleKind
from vipdesk.events.seating.room import PieceKind
from vipdesk.events.seating.rules import Rules
from vipdesk.models import ClientPhoto, Event, Interest, Invitation, JournalEntry, Seat
from vipdesk.vocabulary import InterestKind, PartStat, PersonKind, Role
from vipdesk.wording import Lang, Words

EFFORT = engine.Effort(3_000, 1, 6, 5.0)


def seat_all(desk: Desk, event_id: UUID) -> Seating:
    before = get_seating(desk, event_id)
    found = engine.seat(before.built.problem, effort=EFFORT)
    plan.seat_guests(
        desk, event_id=event_id, table_of=before.built.table_of(found.at), version=before.version,
        score=found.score,
    )  # fmt: skip
    return get_seating(desk, event_id)


def said(lines: object, ru: Words) -> str:
    return " ".join(ru(line) for line in lines)  # type: ignore[attr-defined]


def test_facts_come_from_the_store(desk: Desk) -> None:
    event_id, ids = make.dinner(desk, 4, company="Банк")
    a, b, c, d = ids
    factories_events.friction(desk, a, b)
    make.wish(desk, c, a)
    make.around(desk, b, c, PersonKind.CIRCLE)
    make.around(desk, c, d, PersonKind.HOUSEHOLD)
    make.around(desk, a, d, PersonKind.FRICTION, until=desk.now.date().replace(year=2020))
    need = Interest(client_id=a, kind=InterestKind.NEED, topic="стол без ступеней")
    desk.session.add(need)
    desk.session.flush()
    facts = get_seating(desk, event_id).facts
    assert [p.client_id for p in facts.parties] == ids
    assert facts.parties[0].step_free
    assert facts.parties[0].newcomer
    assert facts.parties[0].company == "Банк"
    assert facts.apart == {pair(a, b)}
    assert facts.wishes == {pair(a, c)}
    assert (facts.circle, facts.household) == ({pair(b, c)}, {pair(c, d)})


def test_guests_are_seated_and_the_rules_hold(desk: Desk) -> None:
    event_id, ids = make.dinner(desk, 8)
    factories_events.friction(desk, ids[0], ids[1])
    make.wish(desk, ids[2], ids[3])
    make.tables(desk, event_id, 2, 5)
    seating = seat_all(desk, event_id)
    assert len(seating.seats) == 8
    assert not seating.breaks
    assert not seating.unseated
    table = seating.table_of
    assert table[ids[0]] != table[ids[1]]
    assert table[ids[2]] == table[ids[3]]
    chairs = {s.client_id: s.seat_no for s in seating.seats}
    assert abs(chairs[ids[2]] - chairs[ids[3]]) in {1, 4}
    verbs = desk.session.scalars(select(JournalEntry.verb)).all()
    assert "seat_guests" in verbs


def test_a_seat_says_its_reason(desk: Desk, ru: Words) -> None:
    event_id, ids = make.dinner(desk, 3, languages=["en", "ru"])
    make.wish(desk, ids[0], ids[1])
    make.around(desk, ids[1], ids[2], PersonKind.CIRCLE)
    for client_id in ids[:2]:
        desk.session.add(Interest(client_id=client_id, kind=InterestKind.INTEREST, topic="опера"))
    laid = make.tables(desk, event_id, 1, 6)
    host = replace(laid.tables[0], host=str(desk.actor.id), step_free=True)
    index = laid.pieces.index(laid.tables[0])
    plan.change_room(
        desk, event_id=event_id, room=laid.with_piece(index, host),
        version=make.version(desk, event_id),
    )  # fmt: skip
    seating = seat_all(desk, event_id)
    told = [r.text for r in seating.reasons[ids[0]]]
    assert told[0] == "To be introduced: {name}"
    assert "Own manager is the host" in told
    assert any(t.startswith("Shared interest") for t in told)
    assert "Knows {name}" in [r.text for r in seating.reasons[ids[1]]]
    assert min(s.seat_no for s in seating.seats) == 2  # chair 1 is the host's
    assert said(seating.reasons[ids[0]], ru)


def test_a_late_change_is_told_and_fits_in_with_few_moves(desk: Desk) -> None:
    event_id, ids = make.dinner(desk, 8)
    make.tables(desk, event_id, 2, 6)
    before = seat_all(desk, event_id)
    gone = desk.session.scalars(select(Invitation).where(Invitation.client_id == ids[0])).one()
    gone.partstat = PartStat.DECLINED
    desk.session.flush()
    event = desk.session.get_one(Event, event_id)
    make.coming(desk, event, "Новикова", party=2)
    now = get_seating(desk, event_id)
    assert [s.text for s in now.stale] == ["{name} no longer comes.", "{name} is new."]
    assert len(now.seats) == 7
    assert len(now.unseated) == 2
    kept = engine.keep_near(now.built.problem, now.at, 10)
    found = engine.seat(kept, effort=EFFORT)
    plan.seat_guests(
        desk, event_id=event_id, table_of=now.built.table_of(found.at), version=now.version
    )
    after = get_seating(desk, event_id)
    assert not after.stale
    assert not after.unseated
    moved = [i for i in ids[1:] if after.table_of[i] != before.table_of[i]]
    assert len(moved) <= 1
    invitation = desk.session.scalars(
        select(Invitation).where(Invitation.client_id == ids[1])
    ).one()
    invitation.party = 2
    desk.session.flush()
    assert [s.text for s in get_seating(desk, event_id).stale] == ["{name} now comes as {n}."]


def test_by_hand_a_rule_may_break_and_it_is_shown(desk: Desk) -> None:
    event_id, ids = make.dinner(desk, 4)
    factories_events.friction(desk, ids[0], ids[1])
    make.tables(desk, event_id, 2, 4)
    first = seat_all(desk, event_id)
    there = first.table_of[ids[1]]
    free = next(
        n for n in range(1, 5) if (there, n) not in {(s.table_no, s.seat_no) for s in first.seats}
    )
    plan.move_seat(
        desk, event_id=event_id, client_id=ids[0], place=0, table_no=there, seat_no=free,
        version=first.version,
    )  # fmt: skip
    broken = get_seating(desk, event_id)
    (told,) = broken.breaks
    assert told.said.text.startswith("{one} and {two} are to be kept apart")
    assert set(told.client_ids) == {ids[0], ids[1]}
    assert next(s for s in broken.seats if s.client_id == ids[0]).locked
    plan.put_seats(desk, event_id=event_id, seats=first.seats)
    assert get_seating(desk, event_id).seats == first.seats


def test_two_change_places_and_a_party_comes_along(desk: Desk) -> None:
    event_id, ids = make.dinner(desk, 2)
    event = desk.session.get_one(Event, event_id)
    couple = make.coming(desk, event, "Парная", party=2)
    make.tables(desk, event_id, 2, 4)

    def move(client_id: UUID, table: int, chair: int, place: int = 0) -> Seating:
        plan.move_seat(
            desk, event_id=event_id, client_id=client_id, place=place, table_no=table,
            seat_no=chair, version=make.version(desk, event_id),
        )  # fmt: skip
        return get_seating(desk, event_id)

    move(ids[0], 1, 1)
    move(ids[1], 2, 1)
    swapped = move(ids[0], 2, 1)
    assert swapped.table_of == {ids[0]: 2, ids[1]: 1}
    seated = move(couple, 2, 3)
    assert {s.table_no for s in seated.seats if s.client_id == couple} == {2}
    assert not seated.unseated
    split = move(couple, 1, 4, place=1)
    assert any("different tables" in b.said.text for b in split.breaks)
    taken = move(couple, 1, 4, place=0)
    assert (couple, 1) not in {(s.client_id, s.place) for s in taken.seats if s.table_no == 2}
    with pytest.raises(UserError):
        move(ids[0], 9, 1)
    with pytest.raises(UserError):
        move(ids[0], 1, 1, place=3)


def test_locked_guests_stay_and_may_contradict(desk: Desk, ru: Words) -> None:
    event_id, ids = make.dinner(desk, 4)
    factories_events.friction(desk, ids[0], ids[1])
    make.tables(desk, event_id, 2, 4)
    for number, client_id in enumerate(ids[:2]):
        plan.move_seat(
            desk, event_id=event_id, client_id=client_id, place=0, table_no=1,
            seat_no=number + 1, version=make.version(desk, event_id),
        )  # fmt: skip
    seating = get_seating(desk, event_id)
    clashes = find_contradiction(seating.built.problem)
    told = words.contradiction(clashes, seating.built, seating.facts, seating.rules, Lang.RU)
    assert {r.text for r in told.rules} == {
        "To be kept apart: {names}.", "Locked: {names} at table {tables}.",
    }  # fmt: skip
    assert "Арбенина" in said(told.rules, ru)
    assert set(told.client_ids) == set(ids[:2])
    assert told.relax
    plan.lock_seats(
        desk, event_id=event_id, client_ids=ids[:1], locked=False, version=seating.version
    )
    free = seat_all(desk, event_id)
    assert free.table_of[ids[1]] == 1
    assert free.table_of[ids[0]] == 2
    plan.unseat(desk, event_id=event_id, client_ids=ids[:1], version=free.version)
    assert (ids[0], 0) in get_seating(desk, event_id).unseated


def test_every_contradiction_has_a_sentence(desk: Desk, ru: Words) -> None:
    event_id, _ = make.dinner(desk, 4, company="Банк")
    make.tables(desk, event_id, 2, 4)
    seating = get_seating(desk, event_id)
    from vipdesk.events.seating.contradictions import Clash

    clashes = [Clash(k, (0, 1), (0,), 2) for k in RuleKind if k is not RuleKind.UNSEATED]
    clashes += [
        Clash(RuleKind.CHAIRS, (), (0,), 3), Clash(RuleKind.CHAIRS, (), (), 2),
        Clash(RuleKind.CHAIRS),
    ]  # fmt: skip
    told = words.contradiction(clashes, seating.built, seating.facts, seating.rules, Lang.EN)
    assert len(told.rules) == len(clashes)
    assert all(ru(line) for line in (*told.rules, *told.relax))


def test_every_hard_rule_of_the_coordinator_is_shown_when_it_breaks(desk: Desk) -> None:
    event_id, ids = make.dinner(desk, 5, company="Банк", languages=["fr"])
    factories_events.friction(desk, ids[0], ids[4])
    laid = make.tables(desk, event_id, 2, 4)
    first = laid.tables[0]
    hosted = replace(first, host=str(desk.actor.id))
    plan.change_room(
        desk, event_id=event_id, room=laid.with_piece(laid.pieces.index(first), hosted),
        version=make.version(desk, event_id),
    )  # fmt: skip
    rules = Rules(2, 1, 1, True, True, (str(ids[0]),))
    plan.change_seat_rules(
        desk, event_id=event_id, rules=rules, version=make.version(desk, event_id)
    )
    for number, client_id in enumerate(ids[:4]):
        plan.move_seat(
            desk, event_id=event_id, client_id=client_id, place=0,
            table_no=1 if number < 3 else 2, seat_no=2 + number % 3,
            version=make.version(desk, event_id),
        )  # fmt: skip
    plan.move_seat(desk, event_id=event_id, client_id=ids[4], place=0, table_no=2, seat_no=4,
                   version=make.version(desk, event_id))  # fmt: skip
    told = {b.said.text for b in get_seating(desk, event_id).breaks}
    assert told == {
        "The host of table {number} speaks no language of {name}.",
        "{name} needs a step-free table: table {number} is not.",
        "{one} and {two} are to be kept apart: they sit too near.",
        "Table {number}: more than {most} from “{company}”.",
        "Table {number}: more than {most} who are here for the first time.",
        "Table {number} has no host.",
    }
    plan.put_rules(desk, event_id=event_id, rules=Rules(least=4))
    told = {b.said.text for b in get_seating(desk, event_id).breaks}
    assert "Table {number} is too empty: {n} more are needed." in told


def test_companions_of_earlier_evenings_are_known(desk: Desk) -> None:
    event_id, ids = make.dinner(desk, 3)
    earlier = factories.event(desk, starts_at=desk.now.replace(year=2026, month=9))
    for chair, client_id in enumerate(ids[:2]):
        factories_events.add(
            desk, Seat(event_id=earlier.id, client_id=client_id, table_no=1, seat_no=chair + 1)
        )
    seating = get_seating(desk, event_id)
    assert seating.facts.met == {pair(ids[0], ids[1]): 3}
    assert [w for *_, w in seating.built.problem.weights] == [-3]


def test_a_room_is_copied_without_its_hosts_and_checked(desk: Desk) -> None:
    event_id, _ = make.dinner(desk, 2)
    laid = make.tables(desk, event_id, 2, 6)
    plan.change_room(desk, event_id=event_id, room=plan.propose_hosts(desk, event_id),
                     version=make.version(desk, event_id))  # fmt: skip
    assert get_seating(desk, event_id).room.tables[0].host == str(desk.actor.id)
    other = factories.event(desk, venue_id=desk.session.get_one(Event, event_id).venue_id)
    (source,) = plan.list_rooms(desk, other.id)
    assert (source.tables, source.seats, source.same_venue) == (2, 12, True)
    plan.copy_room(desk, event_id=other.id, from_event_id=event_id, version=0)
    copied = get_seating(desk, other.id)
    assert copied.room == laid
    with pytest.raises(Conflict):
        plan.change_room(desk, event_id=other.id, room=laid, version=0)
    twice = replace(laid, pieces=tuple(replace(p, number=1) for p in laid.pieces))
    with pytest.raises(UserError):
        plan.change_room(desk, event_id=other.id, room=twice, version=copied.version)
    assert plan.propose_room(desk, event_id).tables[0].step_free
    assert plan.count_seated(desk, event_id) == 0


def test_the_coordinator_learns_nothing_of_a_friction_but_keep_apart(desk: Desk, ru: Words) -> None:
    event_id, ids = make.dinner(desk, 2)
    make.around(desk, ids[0], ids[1], PersonKind.FRICTION, note="судились из-за усадьбы")
    make.tables(desk, event_id, 1, 4)
    anna = factories.as_role(desk, Role.COORDINATOR)
    seating = get_seating(anna, event_id)
    assert seating.facts.apart == {pair(*ids)}
    assert "усадьб" not in repr(seating)


def test_papers_hold_every_name_and_no_page_is_empty(desk: Desk, ru: Words) -> None:
    event_id, ids = make.dinner(desk, 9)
    event = desk.session.get_one(Event, event_id)
    make.coming(desk, event, "Голенищева-Кутузова", party=2, position="Председатель совета")
    make.tables(desk, event_id, 2, 8)
    factories_events.add(desk, ClientPhoto(client_id=ids[0], image=_face(), noted_at=desk.now))
    plan.change_room(desk, event_id=event_id, room=plan.propose_hosts(desk, event_id),
                     version=make.version(desk, event_id))  # fmt: skip
    seat_all(desk, event_id)
    paper = papers.read_paper(desk, event_id, ru)
    assert paper.photos
    for draw in (papers.place_cards_pdf, papers.plan_pdf, papers.facesheet_pdf):
        made = draw(paper, ru)
        assert made == draw(paper, ru)
        with pypdfium2.PdfDocument(made) as pdf:
            texts = [page.get_textpage().get_text_range() for page in pdf]
        assert all(t.strip() for t in texts)
        whole = " ".join(" ".join(texts).split())
        assert "Арбенина" in whole
        assert "Голенищева-" in whole
        assert not pdf_says(made, b"Golenis")
    assert {papers.paper_name(k, Lang.RU) for k in ("cards", "plan", "faces")}
    assert "print_seating" in desk.session.scalars(select(JournalEntry.verb)).all()


def pdf_says(made: bytes, word: bytes) -> bool:
    return word in made


def _face() -> bytes:
    from io import BytesIO

    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (64, 64), "navy").save(out, "JPEG")
    return out.getvalue()


# The room -------------------------------------------------------------------------------------


def test_a_room_comes_back_as_it_was_drawn() -> None:
    laid = room.rows_of_tables(7, 10)
    laid = room.new_table(laid, PieceKind.LONG, 12, heads=True, step_free=True)
    assert room.read(room.keep(laid)) == laid
    assert laid.next_number() == 9
    assert [t.number for t in laid.without(2).tables] == [2, 3, 4, 5, 6, 7, 8]
    assert laid.table(99) is None


def test_chairs_stand_around_their_table_in_order() -> None:
    long = room.Piece(PieceKind.LONG, 500, 500, 90, 400, 100, 1, 10, True)
    places = room.chairs(long)
    assert [c.number for c in places] == list(range(1, 11))
    assert (round(places[0].x), round(places[0].y)) == (500, 266)  # the head, turned
    assert {round(c.x) for c in places[1:5]} == {584}
    circle = room.chairs(room.Piece(PieceKind.ROUND, 0, 0, 0, 200, 200, 1, 4))
    assert [(round(c.x), round(c.y)) for c in circle] == [(0, -134), (134, 0), (0, 134), (-134, 0)]


def test_tables_an_aisle_apart_are_neighbours() -> None:
    laid = room.rows_of_tables(10, 10)
    near = room.neighbours(laid)
    assert 2 in near[1]
    assert 3 not in near[1]
    assert 6 in near[1]
    assert room.nearest(laid, 1)[0] == 1
    assert set(room.nearest(laid, 1)[1:]) <= near[1]
    assert room.nearest(laid, 77) == ()
