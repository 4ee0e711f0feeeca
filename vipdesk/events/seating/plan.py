"""The seating of an event: reading it whole, the room, the rules, the seats."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm.attributes import flag_modified

from vipdesk.access import Desk
from vipdesk.clients.names import Name
from vipdesk.errors import Conflict, UserError
from vipdesk.events.guest_lists import name_of
from vipdesk.events.programme import find_event
from vipdesk.events.seating import room as rooms
from vipdesk.events.seating import words
from vipdesk.events.seating.chairs import place_chairs
from vipdesk.events.seating.facts import Facts, read_facts
from vipdesk.events.seating.room import Room
from vipdesk.events.seating.rules import Built, Rules, build
from vipdesk.models import Client, Event, Seat, SeatPlan, Venue
from vipdesk.wording import Lang, Say, say

MOST_TABLES, MOST_SEATS = 120, 40


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A chair taken. place 0: the client, n: the n-th companion."""

    client_id: UUID
    place: int
    table_no: int
    seat_no: int
    locked: bool = False


@dataclass(frozen=True, slots=True)
class RoomSource:
    """An earlier event whose room can be copied. same_venue: it was at this place."""

    event_id: UUID
    title: str
    title_en: str
    starts_at: datetime
    tables: int
    seats: int
    same_venue: bool

    def named(self, lang: Lang) -> str:
        """The title in the reader's language, as far as there is one."""
        return self.title_en if lang is Lang.EN and self.title_en else self.title


@dataclass(frozen=True, slots=True)
class Seating:
    """All of it. version 0: nothing is kept yet. unseated: (client, place). stale: what changed
    since the seats were made. reasons: why each client sits there.
    """

    event_id: UUID
    version: int
    room: Room
    rules: Rules
    facts: Facts
    built: Built
    seats: tuple[SeatRow, ...]
    unseated: tuple[tuple[UUID, int], ...]
    breaks: tuple[words.Break, ...]
    stale: tuple[Say, ...]
    reasons: dict[UUID, tuple[Say, ...]]
    seated_at: datetime | None
    score: int | None

    @property
    def table_of(self) -> dict[UUID, int]:
        """The table of each seated client."""
        return {s.client_id: s.table_no for s in self.seats if s.place == 0}

    @property
    def at(self) -> tuple[int, ...]:
        """As the engine wants it."""
        return self.built.at(self.table_of)


# Reads ----------------------------------------------------------------------------------------


def get_seating(desk: Desk, event_id: UUID, *, lang: Lang = Lang.RU) -> Seating:
    """The room with everybody in it, and what is to be said about it."""
    event = find_event(desk, event_id)
    plan = _plan(desk, event_id)
    facts = read_facts(desk, event)
    room = rooms.read(plan.furniture) if plan else Room()
    rules = Rules.read(plan.rules) if plan else Rules()
    seats = _seats(desk, event_id, facts, room)
    table_of = {s.client_id: s.table_no for s in seats if s.place == 0}
    locked = {s.client_id: s.table_no for s in seats if s.locked and s.place == 0}
    built = build(facts, room, rules, locked)
    taken = {(s.client_id, s.place) for s in seats}
    known = dict(plan.known) if plan is not None and plan.seated_at is not None else {}
    return Seating(
        event_id=event_id,
        version=plan.version if plan else 0,
        room=room,
        rules=rules,
        facts=facts,
        built=built,
        seats=seats,
        unseated=tuple(
            (p.client_id, n)
            for p in facts.parties
            for n in range(p.size)
            if (p.client_id, n) not in taken
        ),
        breaks=words.breaks(built, facts, room, rules, table_of, lang) + _split(facts, seats, lang),
        stale=words.stale(known, facts, _names(desk, known), lang) if known else (),
        reasons=words.reasons(facts, room, rules, table_of, locked, lang),
        seated_at=plan.seated_at if plan else None,
        score=plan.score if plan else None,
    )


def _plan(desk: Desk, event_id: UUID) -> SeatPlan | None:
    return desk.session.scalars(select(SeatPlan).where(SeatPlan.event_id == event_id)).first()


def _seats(desk: Desk, event_id: UUID, facts: Facts, room: Room) -> tuple[SeatRow, ...]:
    """Those who still come, at chairs that still stand, each once."""
    sizes = {p.client_id: p.size for p in facts.parties}
    chairs = {t.number: t.seats for t in room.tables}
    hosted = {t.number for t in room.tables if t.host}
    found: dict[tuple[UUID, int], SeatRow] = {}
    taken = set()
    for seat in desk.session.scalars(
        select(Seat).where(Seat.event_id == event_id).order_by(Seat.table_no, Seat.seat_no, Seat.id)
    ):
        person, chair = (seat.client_id, seat.place), (seat.table_no, seat.seat_no)
        first = 2 if seat.table_no in hosted else 1
        stands = first <= seat.seat_no <= chairs.get(seat.table_no, 0)
        comes = seat.place < sizes.get(seat.client_id, 0)
        if comes and stands and person not in found and chair not in taken:
            found[person] = SeatRow(*person, *chair, seat.locked)
            taken.add(chair)
    return tuple(found.values())


def _names(desk: Desk, known: Mapping[str, int]) -> dict[UUID, Name]:
    ids = [UUID(k) for k in known]
    return {
        c.id: name_of(c) for c in desk.session.scalars(select(Client).where(Client.id.in_(ids)))
    }


def _split(facts: Facts, seats: Iterable[SeatRow], lang: Lang) -> tuple[words.Break, ...]:
    """Parties that do not sit at one table."""
    tables: dict[UUID, set[int]] = defaultdict(set)
    for seat in seats:
        tables[seat.client_id].add(seat.table_no)
    return tuple(
        words.Break(
            say("The party of {name} is at different tables.", name=words.short(p.name, lang)),
            (p.client_id,),
            min(tables[p.client_id]),
        )
        for p in facts.parties
        if len(tables[p.client_id]) > 1
    )


def list_rooms(desk: Desk, event_id: UUID) -> tuple[RoomSource, ...]:
    """Rooms that can be copied: of this place first, the latest first."""
    event = find_event(desk, event_id)
    rows = desk.session.execute(
        select(Event, SeatPlan.furniture)
        .join(SeatPlan, SeatPlan.event_id == Event.id)
        .where(Event.id != event_id)
        .order_by(Event.starts_at.desc())
        .limit(60)
    )
    found = []
    for other, furniture in rows:
        tables = rooms.read(furniture).tables
        if tables:
            same = event.venue_id is not None and other.venue_id == event.venue_id
            seats = sum(t.seats for t in tables)
            found.append(
                RoomSource(
                    other.id, other.title, other.title_en, other.starts_at, len(tables), seats, same
                )
            )
    return tuple(sorted(found, key=lambda r: not r.same_venue))


# The room and the rules -----------------------------------------------------------------------


def change_room(desk: Desk, *, event_id: UUID, room: Room, version: int) -> Room:
    """Another room; returns the former one. Raises `Conflict`, `UserError`."""
    _check(room)
    plan = _open(desk, event_id, version)
    before = rooms.read(plan.furniture)
    plan.furniture = rooms.keep(room)
    desk.session.flush()
    desk.note("change_room", "seat_plan", plan.id, ("furniture",))
    return before


def _check(room: Room) -> None:
    tables = room.tables
    if len(tables) > MOST_TABLES:
        raise UserError(say("At most {n} tables.", n=MOST_TABLES))
    if any(not 1 <= t.seats <= MOST_SEATS for t in tables):
        raise UserError(say("Between 1 and {most} chairs at a table.", most=MOST_SEATS))
    if len({t.number for t in tables}) < len(tables):
        raise UserError(say("Two tables have the same number."))
    hosts = [t.host for t in tables if t.host]
    if len(set(hosts)) < len(hosts):
        raise UserError(say("A colleague can be the host of one table only."))


def copy_room(desk: Desk, *, event_id: UUID, from_event_id: UUID, version: int) -> Room:
    """The room of another event, without its hosts; returns the former one."""
    other = _plan(desk, from_event_id)
    if other is None:
        raise UserError(say("That event has no plan any more."))
    room = rooms.read(other.furniture)
    bare = replace(room, pieces=tuple(replace(p, host="") for p in room.pieces))
    return change_room(desk, event_id=event_id, room=bare, version=version)


def propose_room(desk: Desk, event_id: UUID, *, seats: int = 10) -> Room:
    """Round tables enough for who comes, or for the event's capacity."""
    event = find_event(desk, event_id)
    facts = read_facts(desk, event)
    people = max(sum(p.size for p in facts.parties), min(event.capacity, 400), 1)
    venue = desk.session.get(Venue, event.venue_id) if event.venue_id else None
    flat = bool(venue is not None and venue.step_free)
    count = min(MOST_TABLES, -(-people // max(1, seats - 1)))
    return rooms.rows_of_tables(count, seats, step_free=flat)


def propose_hosts(desk: Desk, event_id: UUID) -> Room:
    """The room with a host at each table: those whose own clients come, most clients first."""
    seating = get_seating(desk, event_id)
    led: dict[UUID, int] = defaultdict(int)
    for party in seating.facts.parties:
        if party.manager_id in seating.facts.hosts:
            led[party.manager_id] += party.size
    taken = {t.host for t in seating.room.tables}
    free = [h for h in sorted(led, key=lambda h: (-led[h], h)) if str(h) not in taken]
    free += [h for h in seating.facts.hosts if h not in led and str(h) not in taken]
    room = seating.room
    for index, piece in enumerate(room.pieces):
        if piece.is_table and not piece.host and free:
            room = room.with_piece(index, replace(piece, host=str(free.pop(0))))
    return room


def change_seat_rules(desk: Desk, *, event_id: UUID, rules: Rules, version: int) -> Rules:
    """Other rules; returns the former ones."""
    if min(rules.least, rules.company_cap, rules.newcomer_cap) < 0:
        raise UserError(say("A number of guests cannot be below zero."))
    plan = _open(desk, event_id, version)
    before, plan.rules = Rules.read(plan.rules), rules.keep()
    desk.session.flush()
    desk.note("change_seat_rules", "seat_plan", plan.id, ("rules",))
    return before


def _open(desk: Desk, event_id: UUID, version: int | None) -> SeatPlan:
    """The plan to write to, made when it is first needed. Raises `Conflict` on an older version."""
    find_event(desk, event_id)
    plan = _plan(desk, event_id)
    now = plan.version if plan else 0
    if version is not None and now != version:
        raise Conflict(say("Somebody else changed this seating meanwhile. Look at it again."))
    if plan is None:
        plan = SeatPlan(event_id=event_id, furniture=rooms.keep(Room()), rules={}, known={})
        desk.session.add(plan)
        desk.session.flush()
    return plan


# The seats ------------------------------------------------------------------------------------


def seat_guests(
    desk: Desk, *, event_id: UUID, table_of: Mapping[UUID, int], version: int,
    score: int | None = None,
) -> tuple[SeatRow, ...]:  # fmt: skip
    """Take what the engine found: chairs are chosen here. Locked guests keep theirs.

    What is known now is frozen with it. Returns the seats as they were, for the way back.
    """
    plan = _open(desk, event_id, version)
    seating = get_seating(desk, event_id)
    made = _chairs(seating, table_of)
    plan.score, plan.seated_at = score, desk.now
    plan.known = {str(p.client_id): p.size for p in seating.facts.parties}
    _write(desk, plan, made)
    desk.note("seat_guests", "seat_plan", plan.id, ("seats",))
    return seating.seats


def _chairs(seating: Seating, table_of: Mapping[UUID, int]) -> list[SeatRow]:
    units = {u: i for i, u in enumerate(seating.built.units)}
    gains = {(u, v): w for u, v, w in seating.built.problem.weights}
    kept = {(s.client_id, s.place): s for s in seating.seats}
    made: list[SeatRow] = []
    for table in seating.room.tables:
        people, fixed = [], {}
        for party in seating.facts.parties:
            if table_of.get(party.client_id) != table.number:
                continue
            for place in range(party.size):
                person = (units[party.client_id], place)
                people.append(person)
                old = kept.get((party.client_id, place))
                if old is not None and old.locked and old.table_no == table.number:
                    fixed[person] = old.seat_no
        free = range(2 if table.host else 1, table.seats + 1)
        for (unit, place), chair in place_chairs(people, free, table.seats, gains, fixed).items():
            client_id = seating.built.units[unit]
            locked = (unit, place) in fixed
            made.append(SeatRow(client_id, place, table.number, chair, locked))
    return made


def move_seat(
    desk: Desk, *, event_id: UUID, client_id: UUID, place: int, table_no: int, seat_no: int,
    version: int,
) -> tuple[SeatRow, ...]:  # fmt: skip
    """By hand: to that chair, whoever sat there takes the chair that gets free.

    A client who comes to another table brings the companions, as far as chairs are free there.
    Rules may break: it is shown. Who was moved is locked. Returns the seats as they were.
    """
    plan = _open(desk, event_id, version)
    seating = get_seating(desk, event_id)
    table = seating.room.table(table_no)
    if table is None or not (2 if table.host else 1) <= seat_no <= table.seats:
        raise UserError(say("This chair is not free for guests."))
    party = seating.facts.party(client_id)
    if party is None or place >= party.size:
        raise UserError(say("This guest does not come any more."))
    rows = {(s.client_id, s.place): s for s in seating.seats}
    old = rows.get((client_id, place))
    sitter = next(
        (s for s in seating.seats if (s.table_no, s.seat_no) == (table_no, seat_no)), None
    )
    if sitter is not None and (sitter.client_id, sitter.place) != (client_id, place):
        key = (sitter.client_id, sitter.place)
        if old is None:
            del rows[key]
        else:
            rows[key] = replace(sitter, table_no=old.table_no, seat_no=old.seat_no)
    rows[client_id, place] = SeatRow(client_id, place, table_no, seat_no, True)
    if place == 0 and (old is None or old.table_no != table_no):
        _bring(rows, client_id, party.size, seating, table_no, seat_no)
    _write(desk, plan, rows.values())
    desk.note("move_seats", "seat_plan", plan.id, ("seats",))
    return seating.seats


def _bring(
    rows: dict[tuple[UUID, int], SeatRow], client_id: UUID, size: int, seating: Seating,
    table_no: int, seat_no: int,
) -> None:  # fmt: skip
    table = seating.room.table(table_no)
    if table is None:
        return
    taken = {s.seat_no for s in rows.values() if s.table_no == table_no}
    free = [n for n in range(2 if table.host else 1, table.seats + 1) if n not in taken]
    around = table.seats
    free.sort(key=lambda n: min((n - seat_no) % around, (seat_no - n) % around))
    for place in range(1, size):
        held = rows.get((client_id, place))
        if held is not None and held.table_no == table_no:
            continue
        if not free:
            rows.pop((client_id, place), None)
            continue
        rows[client_id, place] = SeatRow(client_id, place, table_no, free.pop(0), True)


def lock_seats(
    desk: Desk, *, event_id: UUID, client_ids: Iterable[UUID], locked: bool, version: int
) -> tuple[SeatRow, ...]:
    """The engine leaves them where they are, or may move them again."""
    plan, ids = _open(desk, event_id, version), set(client_ids)
    before = get_seating(desk, event_id).seats
    _write(desk, plan, [replace(s, locked=locked) if s.client_id in ids else s for s in before])
    desk.note("lock_seats", "seat_plan", plan.id, ("seats",))
    return before


def unseat(
    desk: Desk, *, event_id: UUID, client_ids: Iterable[UUID], version: int
) -> tuple[SeatRow, ...]:
    """Take guests from their chairs; they wait beside the plan."""
    plan, ids = _open(desk, event_id, version), set(client_ids)
    before = get_seating(desk, event_id).seats
    _write(desk, plan, [s for s in before if s.client_id not in ids])
    desk.note("move_seats", "seat_plan", plan.id, ("seats",))
    return before


def put_seats(desk: Desk, *, event_id: UUID, seats: Iterable[SeatRow]) -> None:
    """Seats as they were: the way back of every verb above."""
    plan = _open(desk, event_id, None)
    _write(desk, plan, seats)
    desk.note("move_seats", "seat_plan", plan.id, ("seats",))


def put_room(desk: Desk, *, event_id: UUID, room: Room) -> None:
    """The room as it was."""
    plan = _open(desk, event_id, None)
    plan.furniture = rooms.keep(room)
    desk.session.flush()
    desk.note("change_room", "seat_plan", plan.id, ("furniture",))


def put_rules(desk: Desk, *, event_id: UUID, rules: Rules) -> None:
    """The rules as they were."""
    plan = _open(desk, event_id, None)
    plan.rules = rules.keep()
    desk.session.flush()
    desk.note("change_seat_rules", "seat_plan", plan.id, ("rules",))


def note_printed(desk: Desk, *, event_id: UUID) -> None:
    """Names leave the desk on paper: the journal knows."""
    plan = _open(desk, event_id, None)
    desk.note("print_seating", "seat_plan", plan.id)


def count_seated(desk: Desk, event_id: UUID) -> int:
    """Chairs taken, whoever still comes."""
    found = desk.session.scalar(select(func.count()).where(Seat.event_id == event_id))
    return int(found or 0)


def _write(desk: Desk, plan: SeatPlan, seats: Iterable[SeatRow]) -> None:
    """Only what differs; the plan's version moves with it."""
    wanted = {(s.client_id, s.place): s for s in seats}
    for row in desk.session.scalars(select(Seat).where(Seat.event_id == plan.event_id)).all():
        seat = wanted.pop((row.client_id, row.place), None)
        if seat is None:
            desk.session.delete(row)
        else:
            row.table_no, row.seat_no, row.locked = seat.table_no, seat.seat_no, seat.locked
    desk.session.add_all(
        Seat(
            event_id=plan.event_id, client_id=s.client_id, place=s.place, table_no=s.table_no,
            seat_no=s.seat_no, locked=s.locked,
        )
        for s in wanted.values()
    )  # fmt: skip
    flag_modified(plan, "known")
    desk.session.flush()
