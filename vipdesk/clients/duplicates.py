"""Who may be in the club twice: found in seconds among a hundred thousand, each pair with why.

Nobody is compared with everybody. Clients meet in blocks: the same phone, the same e-mail
address, the sound of the surname with the beginning of the given name (both alphabets sound
alike), the birthday with one of the names. Within a block pairs are scored by rapidfuzz; a
block that is too large to tell anything (a company's switchboard) tells nothing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import delete, select

from vipdesk.access import Desk
from vipdesk.clients import spelling
from vipdesk.clients.names import full_name
from vipdesk.clients.sight import client_of
from vipdesk.errors import UserError
from vipdesk.ids import new_id
from vipdesk.models import Client, ContactPoint, NotTheSame
from vipdesk.vocabulary import ContactKind
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from collections.abc import Callable

CERTAIN, LIKELY, POSSIBLE = 90, 75, 60
MOST = 500
_LARGEST_BLOCK = 40
_DAY = ("birth_year", "birth_month", "birth_day")
Pair = tuple[UUID, UUID]


@dataclass(frozen=True, slots=True)
class Alike:
    """One of a pair, as far as a person needs to tell it from the other."""

    id: UUID
    name: str
    detail: str  # company, city, birthday


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two clients who may be one: `score` of 100, and why."""

    first: Alike
    second: Alike
    score: int
    reasons: tuple[Say, ...]

    @property
    def id(self) -> Pair:
        """For tables."""
        return self.first.id, self.second.id


@dataclass(frozen=True, slots=True)
class Duplicates:
    """What was found, the most alike first; `cut`: more than `MOST`, the rest comes later."""

    pairs: tuple[Duplicate, ...]
    looked_at: int
    cut: bool = False


@dataclass(frozen=True, slots=True)
class Crowd:
    """Everybody to be compared, read at once: the comparing itself asks no database."""

    people: dict[UUID, _One]
    apart: frozenset[Pair]


@dataclass(slots=True)
class _One:
    id: UUID
    surname: str
    given: str
    patronymic: str
    day: tuple[int | None, int | None, int | None]
    company: str
    city: str
    sounds: tuple[str, str, str] = ("", "", "")
    points: set[tuple[ContactKind, str]] = field(default_factory=set)


def find_duplicates(
    desk: Desk, *, among: Iterable[UUID] | None = None, is_cancelled: Callable[[], bool] = bool
) -> Duplicates:
    """Pairs of clients this person sees who may be one. Slow: for the background.

    among: only pairs in which one of these is. Pairs told apart (`say_not_the_same`) stay out.
    """
    return compare(read_crowd(desk), among=among, is_cancelled=is_cancelled)


def read_crowd(desk: Desk) -> Crowd:
    """Everybody this person sees: quick, with the database."""
    return Crowd(_people(desk), frozenset(_told_apart(desk)))


def compare(
    crowd: Crowd, *, among: Iterable[UUID] | None = None, is_cancelled: Callable[[], bool] = bool
) -> Duplicates:
    """The slow part of `find_duplicates`, without the database."""
    people, apart = crowd.people, crowd.apart
    wanted = frozenset(among) if among is not None else None
    found: list[Duplicate] = []
    for pair in _candidates(people):
        if is_cancelled():
            break
        if pair in apart or (wanted is not None and not wanted & set(pair)):
            continue
        scored = _scored(people[pair[0]], people[pair[1]])
        if scored is not None:
            found.append(scored)
    found.sort(key=lambda d: (-d.score, d.first.name, d.second.name))
    return Duplicates(tuple(found[:MOST]), len(people), len(found) > MOST)


def say_not_the_same(desk: Desk, one_id: UUID, other_id: UUID) -> Pair:
    """Two people, not one: the pair is not proposed again."""
    if one_id == other_id:
        raise UserError(say("Choose two different clients."))
    for client_id in (one_id, other_id):
        client_of(desk, client_id)
    first, second = _ordered(one_id, other_id)
    there = select(NotTheSame.id).where(
        NotTheSame.client_id == first, NotTheSame.other_client_id == second
    )
    if desk.session.scalar(there) is None:
        row = NotTheSame(
            id=new_id(), client_id=first, other_client_id=second, said_by_id=desk.actor.id,
            said_at=desk.now,
        )  # fmt: skip
        desk.session.add(row)
        desk.session.flush()
        desk.note("say_not_the_same", "not_the_same", row.id)
    return first, second


def undo_not_the_same(desk: Desk, pair: Pair) -> Pair:
    """The way back of `say_not_the_same`."""
    first, second = _ordered(*pair)
    n = NotTheSame
    row_id = desk.session.scalar(
        select(n.id).where(n.client_id == first, n.other_client_id == second)
    )
    if row_id is not None:
        desk.session.execute(delete(n).where(n.id == row_id))
        desk.note("undo_not_the_same", "not_the_same", row_id)
    return pair


def _ordered(one: UUID, other: UUID) -> Pair:
    return (one, other) if one < other else (other, one)


def _told_apart(desk: Desk) -> set[Pair]:
    rows = desk.session.execute(select(NotTheSame.client_id, NotTheSame.other_client_id))
    return {_ordered(a, b) for a, b in rows}


def _people(desk: Desk) -> dict[UUID, _One]:
    c = Client
    rows = desk.session.execute(
        select(
            c.id, c.surname, c.given, c.patronymic, c.birth_year, c.birth_month,
            c.birth_day, c.company, c.city,
        )
        .where(c.erased_at.is_(None))
        .order_by(c.id)
        .execution_options(yield_per=5000)
    )  # fmt: skip
    people: dict[UUID, _One] = {}
    for i, surname, given, patronymic, year, month, day, company, city in rows:
        one = _One(i, surname, given, patronymic, (year, month, day), company, city)
        one.sounds = (_sound(surname), _sound(given), _sound(patronymic))
        people[i] = one
    points = desk.session.execute(
        select(ContactPoint.client_id, ContactPoint.kind, ContactPoint.normalised)
        .where(ContactPoint.kind.in_([ContactKind.EMAIL, ContactKind.PHONE]))
        .execution_options(yield_per=5000)
    )  # fmt: skip
    for client_id, kind, normalised in points:
        if client_id in people and (kind is ContactKind.EMAIL or normalised.startswith("+")):
            people[client_id].points.add((kind, normalised))
    return people


def _sound(name: str) -> str:
    return " ".join(spelling.sound(w) for w in spelling.words_of(name))


def _candidates(people: dict[UUID, _One]) -> Iterator[Pair]:
    """Pairs that share a block, each once, in the order of the keys."""
    blocks: dict[tuple[object, ...], list[UUID]] = defaultdict(list)
    for one in people.values():
        for key in dict.fromkeys(_keys(one)):
            blocks[key].append(one.id)
    seen: set[Pair] = set()
    for block in blocks.values():
        if not 2 <= len(block) <= _LARGEST_BLOCK:
            continue
        for place, first in enumerate(block):
            for second in block[place + 1 :]:
                pair = _ordered(first, second)
                if pair not in seen:
                    seen.add(pair)
                    yield pair


def _keys(one: _One) -> Iterator[tuple[object, ...]]:
    surname, given, _patronymic = one.sounds
    yield from one.points
    if surname and given:
        # A typing error in one half is met by the other; the halves may also have changed places.
        for a, b in ((surname, given), (given, surname)):
            yield "name", *sorted((a, b))
            yield "start", a[:4], b[:3]
            yield "end", a[-4:], b[:2], one.sounds[2][:3]
    elif surname or given:
        yield "alone", surname or given
    _year, month, day = one.day
    if month and day and (surname or given):
        yield "day", month, day, surname[:3], given[:1]
        yield "day and name", one.day, given[:2]


def _scored(a: _One, b: _One) -> Duplicate | None:
    from rapidfuzz import fuzz

    reasons: list[Say] = []
    shared = sorted(p for p in a.points & b.points)
    likeness = _likeness(a, b, fuzz.ratio)
    score = likeness * 0.62
    if likeness >= 97:
        reasons.append(say("the same name"))
    elif likeness >= 80:
        reasons.append(say("alike names"))
    for kind, _value in shared[:2]:
        is_phone = kind is ContactKind.PHONE
        reasons.append(say("the same phone") if is_phone else say("the same e-mail address"))
        score += 32 if is_phone else 34
    score += _by_birthday(a, b, reasons)
    if a.company and b.company and fuzz.token_set_ratio(a.company, b.company) > 85:
        score += 6
        reasons.append(say("the same company"))
    if a.city and spelling.fold(a.city) == spelling.fold(b.city):
        score += 3
    if likeness < 60:  # spouses share a phone, an assistant has everybody's address
        score = min(score, POSSIBLE - 1)
    points = min(100, round(score))
    # A namesake alone is a namesake: without anything else in common it is only possible.
    if points < POSSIBLE:
        return None
    return Duplicate(_alike(a), _alike(b), points, tuple(reasons))


def _likeness(a: _One, b: _One, ratio: Callable[[str, str], float]) -> float:
    """0 to 100 for two names by their sound; halves that changed places count too."""
    (s1, g1, p1), (s2, g2, p2) = a.sounds, b.sounds
    straight = _halves(s1, g1, s2, g2, ratio)
    crossed = _halves(s1, g1, g2, s2, ratio) - 4
    found = max(straight, crossed)
    if p1 and p2:
        same = _part(p1, p2, ratio)
        found = found * 0.8 + same * 0.2 if same >= 70 else found - 25
    return found


def _halves(
    s1: str, g1: str, s2: str, g2: str, ratio: Callable[[str, str], float]
) -> float:  # fmt: skip
    if not (g1 and g2):
        return _part(s1, s2, ratio) - 15 if s1 and s2 else 0
    if not (s1 and s2):
        return _part(g1, g2, ratio) - 30
    given = _part(g1, g2, ratio)
    found = _part(s1, s2, ratio) * 0.6 + given * 0.4
    # A husband and a wife share surname, phone and address.
    return found if given >= 60 else min(found, 50)


def _part(a: str, b: str, ratio: Callable[[str, str], float]) -> float:
    """An initial stands for the whole name."""
    short, long = sorted((a, b), key=len)
    if len(short) <= 2 and short and long.startswith(short):
        return 88
    return ratio(a, b)


def _by_birthday(a: _One, b: _One, reasons: list[Say]) -> float:
    (y1, m1, d1), (y2, m2, d2) = a.day, b.day
    if not (m1 and d1 and m2 and d2):
        return 0
    if (m1, d1) != (m2, d2) or (y1 and y2 and y1 != y2):
        # A slip of the hand is one figure; two different days are two people.
        return -18
    reasons.append(say("the same birthday"))
    return 30 if y1 and y2 else 18


def _alike(one: _One) -> Alike:
    year, month, day = one.day
    born = f"{day:02}.{month:02}.{year or ''}".rstrip(".") if month and day else ""
    detail = " · ".join(p for p in (one.company, one.city, born) if p)
    return Alike(one.id, full_name(one.surname, one.given, one.patronymic), detail)
