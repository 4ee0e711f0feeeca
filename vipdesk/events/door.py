"""One desk at the door: find a guest, let in, take back; all of it without network.

What a desk knows is a set of scans, each with a nonce of its own, and the state is read from
that set: the same whatever the order, however often a scan is told (a grow-only set). Two desks
merge by union. A place of a party (0 the guest, n the n-th companion) is taken or not, so one
and the same guest let in at two desks that were cut off counts once. Places that were promised
to nobody are dealt out to the desks beforehand, so that desks that do not hear of each other
never let in more than the room holds.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol
from uuid import UUID, uuid4

from vipdesk.clients.spelling import fold, other_keyboard, query_groups, tokens_of, words_of
from vipdesk.errors import UserError
from vipdesk.events.door_list import DoorGuest, DoorList
from vipdesk.gathering import DoorDeed
from vipdesk.wording import say

FEWEST_LETTERS = 3
MOST_HITS = 3
BY_HOST = "host"
_LONGEST_NAME = 200
_BETWEEN = " -’'"
_CARD = "VD1*"
# What the keys of a card's code give on a Russian keyboard, and what they are.
_RUSSIAN_KEYS = str.maketrans(
    "ЙЦУКЕНГШЩЗФЫВАПРОЛДЯЧСМИТЬйцукенгшщзфывапролдячсмитьЖжюЮ.;",
    "QWERTYUIOPASDFGHJKLZXCVBNMqwertyuiopasdfghjklzxcvbnm::../$",
)


@dataclass(frozen=True, slots=True)
class Scan:
    """One deed at one desk. `nonce` is its identity, `at` the desk's own clock (UTC).

    guest: None for somebody who is not on the list; `words` then says who. `undoes`: a nonce.
    """

    nonce: UUID
    guest: UUID | None
    place: int
    deed: DoorDeed
    desk_no: int
    at: datetime
    undoes: UUID | None = None
    words: str = ""

    def plain(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "n": self.nonce.hex, "g": self.guest.hex if self.guest else None, "p": self.place,
            "d": self.deed.value, "k": self.desk_no, "t": self.at.isoformat(),
            "u": self.undoes.hex if self.undoes else None, "w": self.words,
        }  # fmt: skip

    @classmethod
    def of(cls, kept: dict[str, Any]) -> Scan:
        """From JSON. Raises ValueError, KeyError or TypeError for anything else."""
        return cls(
            UUID(kept["n"]), UUID(kept["g"]) if kept["g"] else None, int(kept["p"]),
            DoorDeed(kept["d"]), int(kept["k"]), datetime.fromisoformat(kept["t"]),
            UUID(kept["u"]) if kept["u"] else None, str(kept["w"]),
        )  # fmt: skip


class Keeps(Protocol):
    """Where a desk writes its scans before it says that they are done."""

    def append(self, scans: Iterable[Scan]) -> None:
        """Kept for good when this returns."""
        ...


@dataclass(slots=True)
class DoorState:
    """What a set of scans means. Adding is all that can be done to it."""

    scans: dict[UUID, Scan] = field(default_factory=dict)
    _undone: set[UUID] = field(default_factory=set)
    _of_guest: dict[UUID, list[Scan]] = field(default_factory=lambda: defaultdict(list))
    _others: list[Scan] = field(default_factory=list)

    def add(self, scan: Scan) -> bool:
        """Take one scan in; False where it is known already."""
        if scan.nonce in self.scans:
            return False
        self.scans[scan.nonce] = scan
        if scan.deed is DoorDeed.UNDO:
            if scan.undoes is not None:
                self._undone.add(scan.undoes)
        elif scan.guest is not None and scan.deed is DoorDeed.IN:
            self._of_guest[scan.guest].append(scan)
        else:
            self._others.append(scan)
        return True

    def live(self, guest: UUID) -> list[Scan]:
        """The scans of a guest that nobody took back, the earliest first."""
        found = [s for s in self._of_guest.get(guest, ()) if s.nonce not in self._undone]
        return sorted(found, key=lambda s: (s.at, s.nonce))

    def here(self, guest: UUID) -> dict[int, Scan]:
        """Who of a party is here: each place with its first scan."""
        found: dict[int, Scan] = {}
        for scan in self.live(guest):
            found.setdefault(scan.place, scan)
        return found

    def guests(self) -> tuple[UUID, ...]:
        """Guests of whom somebody is here."""
        return tuple(g for g in self._of_guest if self.live(g))

    def walk_ins(self) -> tuple[Scan, ...]:
        """People let in who are not on the list."""
        return self._live_others(DoorDeed.WALK_IN)

    def asked(self) -> tuple[Scan, ...]:
        """People who wait for the host's word."""
        return self._live_others(DoorDeed.ASKED)

    def people(self) -> int:
        """How many are inside."""
        return sum(len(self.here(g)) for g in self._of_guest) + len(self.walk_ins())

    def doubles(self) -> tuple[UUID, ...]:
        """Guests of whom one place was taken at two desks: counted once, to be looked at."""
        return tuple(g for g in self._of_guest if len(self.live(g)) > len(self.here(g)))

    def picture(self) -> tuple[Any, ...]:
        """The whole meaning, comparable: two desks that know the same show the same."""
        parties = {g: tuple(sorted((p, s.nonce) for p, s in self.here(g).items()))
                   for g in self.guests()}  # fmt: skip
        others = [sorted(s.nonce for s in found) for found in (self.walk_ins(), self.asked())]
        return tuple(sorted(parties.items())), *map(tuple, others)

    def _live_others(self, deed: DoorDeed) -> tuple[Scan, ...]:
        found = [s for s in self._others if s.deed is deed and s.nonce not in self._undone]
        return tuple(sorted(found, key=lambda s: (s.at, s.nonce)))


@dataclass(frozen=True, slots=True)
class Hits:
    """At most three guests; `more`: how many others fit. Nothing below three letters."""

    guests: tuple[DoorGuest, ...] = ()
    more: int = 0
    too_short: bool = False


@dataclass(frozen=True, slots=True)
class AtDoor:
    """A guest and how far the party is in. `doubt`: one place was taken at two desks."""

    guest: DoorGuest
    here: tuple[int, ...]
    since: datetime | None
    doubt: bool = False

    @property
    def missing(self) -> int:
        """Companions that may still come."""
        return self.guest.places - len(self.here)


@dataclass(frozen=True, slots=True)
class Counts:
    """Three figures and no name. spare: what this desk may still give on its own."""

    inside: int
    expected: int
    spare: int
    waiting: int


class DoorDesk:
    """A desk: the list, what happened so far, and the rules."""

    def __init__(self, listed: DoorList, log: Keeps, desk_no: int) -> None:
        """`desk_no` from 1; raises `UserError` for one that has no share of the places."""
        if not 1 <= desk_no <= listed.desks:
            wrong = say("This list was made for {n} desks.", n=listed.desks)
            raise UserError(wrong, field="desk")
        self.listed, self.desk_no = listed, desk_no
        self.state = DoorState()
        self._log = log
        self._guests = {g.id: g for g in listed.guests}
        self._cards = {number: g for g in listed.guests for number in g.cards}
        spelled = (
            (token, n)
            for n, g in enumerate(listed.guests)
            for token in tokens_of((g.name, g.latin, *g.forms))
        )
        self._tokens = sorted(set(spelled))

    # Looking -----------------------------------------------------------------------------------

    def find(self, text: str) -> Hits:
        """Guests by the beginnings of their names, in either alphabet or keyboard layout."""
        readings = _readings(text)
        if not readings:
            return Hits(too_short=True)
        fitting: set[int] = set()
        for reading in readings:
            fitting |= self._fitting(reading)
        typed = words_of(text)
        ranked = sorted(fitting, key=lambda n: self._rank(n, typed))
        hits = tuple(self.listed.guests[n] for n in ranked[:MOST_HITS])
        return Hits(hits, max(0, len(ranked) - MOST_HITS))

    def find_card(self, number: str) -> DoorGuest | None:
        """Whose card it is, on this list. The code is checked by `cards.signature` before."""
        return self._cards.get(number)

    def look(self, guest_id: UUID) -> AtDoor:
        """A guest as of now. Raises `UserError` for one that is not on the list."""
        here = self.state.here(guest_id)
        since = min((s.at for s in here.values()), default=None)
        doubt = len(self.state.live(guest_id)) > len(here)
        return AtDoor(self._guest(guest_id), tuple(sorted(here)), since, doubt)

    def counts(self) -> Counts:
        """How the evening stands, as far as this desk knows."""
        waited = sum(
            max(0, g.party - len(self.state.here(g.id))) for g in self.listed.guests if g.party
        )
        return Counts(self.state.people(), waited, self.spare(), len(self.state.asked()))

    def spare(self) -> int:
        """Places nobody was promised that this desk may still give."""
        share = self.listed.shares[self.desk_no - 1] if self.listed.shares else 0
        return share - sum(
            s.desk_no == self.desk_no and not self._promised(s)
            for s in (*self.state.walk_ins(), *self._all_in())
        )

    # Doing -------------------------------------------------------------------------------------

    def arrive(
        self, guest_id: UUID, now: datetime, *, companions: int = 0, host_agreed: bool = False
    ) -> tuple[UUID, ...]:
        """Let a guest in, with companions who stand here now. Returns the nonces, for `undo`.

        Raises `UserError` where it is more than allowed, or more than this desk may still give.
        """
        guest = self._guest(guest_id)
        here = self.state.here(guest_id)
        wanted = [] if 0 in here else [0]
        free = [p for p in range(1, guest.places) if p not in here]
        if companions > len(free):
            n = len(free)
            allowed = say("{n} more companions may come with this guest.", n=n)
            raise UserError(allowed, field="companions")
        wanted += free[:companions]
        if not wanted:
            raise UserError(say("This guest is in already."), field="guest")
        extra = sum(p >= guest.party for p in wanted)
        self._check_room(extra, host_agreed=host_agreed)
        words = BY_HOST if host_agreed and extra else ""
        return self._put(
            Scan(uuid4(), guest_id, p, DoorDeed.IN, self.desk_no, now, words=words) for p in wanted
        )

    def come_later(self, guest_id: UUID, now: datetime, *, companions: int = 1) -> tuple[UUID, ...]:
        """Companions who come after or before the guest. Same rules as `arrive`."""
        guest = self._guest(guest_id)
        here = self.state.here(guest_id)
        free = [p for p in range(1, guest.places) if p not in here]
        if not 0 < companions <= len(free):
            allowed = say("{n} more companions may come with this guest.", n=len(free))
            raise UserError(allowed, field="companions")
        wanted = free[:companions]
        self._check_room(sum(p >= guest.party for p in wanted), host_agreed=False)
        return self._put(Scan(uuid4(), guest_id, p, DoorDeed.IN, self.desk_no, now) for p in wanted)

    def undo(self, nonces: Iterable[UUID], now: datetime) -> tuple[UUID, ...]:
        """Take deeds back: nothing is removed, a scan more says that they do not count."""
        known = [self.state.scans[n] for n in nonces if n in self.state.scans]
        return self._put(
            Scan(uuid4(), s.guest, s.place, DoorDeed.UNDO, self.desk_no, now, undoes=s.nonce)
            for s in known
        )

    def undo_guest(self, guest_id: UUID, now: datetime) -> tuple[UUID, ...]:
        """The whole party is not here after all."""
        return self.undo([s.nonce for s in self.state.live(guest_id)], now)

    def ask(self, name: str, now: datetime) -> tuple[UUID, ...]:
        """Somebody who is not on the list waits for the host's word: a task."""
        scan = Scan(uuid4(), None, 0, DoorDeed.ASKED, self.desk_no, now, words=_name(name))
        return self._put((scan,))

    def let_walk_in(
        self, name: str, now: datetime, *, asked: UUID | None = None, host_agreed: bool = False
    ) -> tuple[UUID, ...]:
        """Let in somebody who is not on the list; `asked`: the task this answers."""
        self._check_room(1, host_agreed=host_agreed)
        scan = Scan(uuid4(), None, 0, DoorDeed.WALK_IN, self.desk_no, now, words=_name(name))
        made = self._put((scan,))
        if asked is not None:
            self.undo((asked,), now)
        return made

    def merge(self, scans: Iterable[Scan]) -> int:
        """Take in what other desks wrote, or what this one wrote before; how many were new."""
        return sum(self.state.add(s) for s in scans)

    # Inside ------------------------------------------------------------------------------------

    def _put(self, scans: Iterable[Scan]) -> tuple[UUID, ...]:
        made = tuple(scans)
        self._log.append(made)  # first on the disk, then it counts
        self.merge(made)
        return tuple(s.nonce for s in made)

    def _check_room(self, extra: int, *, host_agreed: bool) -> None:
        if extra and not host_agreed and self.listed.capacity and self.spare() < extra:
            raise UserError(
                say("No free place is left to this desk. Ask the host before you let them in."),
                field="room",
            )

    def _promised(self, scan: Scan) -> bool:
        guest = self._guests.get(scan.guest) if scan.guest else None
        return guest is not None and scan.place < guest.party

    def _all_in(self) -> Iterable[Scan]:
        for guest in self.state.guests():
            yield from self.state.live(guest)

    def _guest(self, guest_id: UUID) -> DoorGuest:
        guest = self._guests.get(guest_id)
        if guest is None:
            raise UserError(say("This guest is not on the list of this event."), field="guest")
        return guest

    def _fitting(self, text: str) -> set[int]:
        """Every word must begin a name, in any of its readings."""
        fitting: set[int] | None = None
        for group in query_groups(text):
            found: set[int] = set()
            for reading in group:
                found |= self._beginning(reading)
            fitting = found if fitting is None else fitting & found
        return fitting or set()

    def _beginning(self, reading: str) -> set[int]:
        found: set[int] = set()
        at = bisect_left(self._tokens, (reading, -1))
        while at < len(self._tokens) and self._tokens[at][0].startswith(reading):
            found.add(self._tokens[at][1])
            at += 1
        return found

    def _rank(self, number: int, typed: list[str]) -> tuple[bool, bool, str]:
        guest = self.listed.guests[number]
        said = words_of(guest.name) + words_of(guest.latin)
        as_typed = all(any(w.startswith(t) for w in said) for t in typed)
        return not as_typed, 0 in self.state.here(guest.id), guest.name


def mended_code(text: str) -> str:
    """A card's code as the reader meant it; '' where the text is none.

    A hand reader types: with the Russian layout on, its keys come out as other letters.
    """
    for tried in (text.strip("\r\n\t"), text.strip("\r\n\t").translate(_RUSSIAN_KEYS)):
        if tried.upper().startswith(_CARD):
            return tried.upper()
    return ""


def _name(name: str) -> str:
    if not name.strip():
        raise UserError(say("Write who it is."), field="name")
    return " ".join(name.split())[:_LONGEST_NAME]


def _readings(text: str) -> list[str]:
    """As typed, and where signs stand for letters of the other layout: ',j,' is «боб»."""
    tried = [text]
    if any(not c.isalnum() and c not in _BETWEEN for c in text):
        tried.append(other_keyboard(text))
    return [t for t in tried if sum(c.isalnum() for c in fold(t)) >= FEWEST_LETTERS]
