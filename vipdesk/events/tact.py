"""'This will embarrass us': one list for the combination of guests, each with its mend. Pure.

Of frictions, holds and mourning no reason is ever known here: only that there is one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from uuid import UUID

THIRD = 3  # invitations in a month: the third is one too many


class Trouble(StrEnum):
    """What would embarrass; the gravest first."""

    HELD = "held"
    HOST = "host"
    APART = "apart"
    RIVALS = "rivals"
    MOURNING = "mourning"
    SPOUSES = "spouses"
    INGREDIENT = "ingredient"
    OFTEN = "often"
    BIRTHDAY = "birthday"


class Mend(StrEnum):
    """What a press of the button does."""

    LEAVE_OUT = "leave_out"  # the last named
    TOGETHER = "together"  # one invitation for both: the second is left out, the first brings them
    CHANGE_HOST = "change_host"
    OPEN_GUEST = "open_guest"


@dataclass(frozen=True, slots=True)
class Invitee:
    """One name that is about to be invited, or is invited already (`coming`)."""

    client_id: UUID
    sort_key: str = ""
    company: str = ""
    held: bool = False
    mourning: bool = False
    birthday: bool = False
    month: int = 0  # invitations in the last 30 days, this one not counted
    avoids: frozenset[str] = frozenset()  # only for who may see it
    coming: bool = False


@dataclass(frozen=True, slots=True)
class Combination:
    """The names and what is between them. rivals: pairs of companies, folded, that compete.

    serves: ingredients of the evening, folded. host_free False: the host may not host.
    """

    names: tuple[Invitee, ...]
    apart: frozenset[frozenset[UUID]] = frozenset()
    spouses: frozenset[frozenset[UUID]] = frozenset()
    rivals: frozenset[frozenset[str]] = frozenset()
    serves: frozenset[str] = frozenset()
    cheerful: bool = True
    host_free: bool = True


@dataclass(frozen=True, slots=True)
class Finding:
    """One embarrassment. about: whose names; the mend is done to the last of them."""

    trouble: Trouble
    about: tuple[UUID, ...]
    mends: tuple[Mend, ...]
    what: str = ""
    n: int = 0


def check(room: Combination) -> tuple[Finding, ...]:
    """Everything that would embarrass, the gravest first, then by name."""
    by_id = {i.client_id: i for i in room.names}
    found = [*_alone(room), *_pairs(room, by_id), *_firms(room)]
    if not room.host_free:
        found.append(Finding(Trouble.HOST, (), (Mend.CHANGE_HOST,)))
    grave = {trouble: n for n, trouble in enumerate(Trouble)}
    return tuple(
        sorted(
            found,
            key=lambda f: (grave[f.trouble], *(by_id[i].sort_key for i in f.about)),
        )
    )


def _alone(room: Combination) -> Iterable[Finding]:
    for one in room.names:
        me, out = (one.client_id,), (Mend.LEAVE_OUT, Mend.OPEN_GUEST)
        if one.coming:
            continue
        if one.held:
            yield Finding(Trouble.HELD, me, out)
        if one.mourning and room.cheerful:
            yield Finding(Trouble.MOURNING, me, out)
        if one.birthday:
            yield Finding(Trouble.BIRTHDAY, me, out)
        if one.month + 1 >= THIRD:
            yield Finding(Trouble.OFTEN, me, out, n=one.month + 1)
        clash = one.avoids & room.serves
        if clash:
            yield Finding(Trouble.INGREDIENT, me, out, what=", ".join(sorted(clash)))


def _pairs(room: Combination, by_id: dict[UUID, Invitee]) -> Iterable[Finding]:
    for trouble, pairs, mends in (
        (Trouble.APART, room.apart, (Mend.LEAVE_OUT,)),
        (Trouble.SPOUSES, room.spouses, (Mend.TOGETHER, Mend.LEAVE_OUT)),
    ):
        for pair in pairs:
            both = [by_id[i] for i in pair if i in by_id]
            if len(both) == len(pair) == 2 and not all(b.coming for b in both):
                yield Finding(trouble, _in_order(both), mends)


def _firms(room: Combination) -> Iterable[Finding]:
    """Rival firms: each pair of firms once, by the names that bring them together."""
    by_firm: dict[str, list[Invitee]] = defaultdict(list)
    for one in room.names:
        if one.company:
            by_firm[one.company].append(one)
    for firm, rival in combinations(sorted(by_firm), 2):
        if frozenset({firm, rival}) in room.rivals:
            both = [by_firm[firm][0], by_firm[rival][0]]
            if not all(b.coming for b in both):
                yield Finding(Trouble.RIVALS, _in_order(both), (Mend.LEAVE_OUT,))


def _in_order(both: list[Invitee]) -> tuple[UUID, ...]:
    """Who comes already first: the mend is done to the other."""
    return tuple(
        i.client_id for i in sorted(both, key=lambda b: (not b.coming, b.sort_key, b.client_id))
    )
