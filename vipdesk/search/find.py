"""Find by half a name in either alphabet, the wrong keyboard, word forms, the end of a number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.clients import spelling
from vipdesk.clients.phones import digits_of
from vipdesk.models import Client, ContactPoint, Interest, PersonAround
from vipdesk.store import search_index
from vipdesk.store.search_index import Found
from vipdesk.vocabulary import ContactKind, PersonKind, Sensitivity
from vipdesk.wording import Say, say

KINDS = ("client", "event", "card")
_CANDIDATES = 120
_FEWEST_DIGITS = 3
Groups = Sequence[Sequence[str]]


class Why(StrEnum):
    """By what an entry was found."""

    NAME = "name"
    DETAIL = "detail"
    PHONE = "phone"
    EMAIL = "email"
    PERSON = "person"
    INTEREST = "interest"
    NUMBER = "number"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found. `why` is the sentence for the person; None where the title shows it."""

    kind: str
    id: UUID
    title: str
    detail: str
    reason: Why
    why: Say | None


def find(
    desk: Desk, text: str, limit: int = 12, *, kinds: Sequence[str] = KINDS
) -> tuple[Hit, ...]:
    """The best hits for a typed text. Never complaints.

    Every word must match the beginning of some word of the entry (as typed, in the other
    alphabet, in its stem, on the other keyboard); three digits or more match inside numbers.
    """
    digits = digits_of(text)
    if len(digits) >= _FEWEST_DIGITS and not any(c.isalpha() for c in text):
        found = search_index.find_tail(desk.session, digits, kinds=kinds, limit=_CANDIDATES)
        found = tuple(sorted(found, key=lambda f: f.title))[:limit]
        return tuple(_by_number(f, digits) for f in found)
    for reading in (text, spelling.other_keyboard(text)):
        groups = spelling.query_groups(reading)
        found = search_index.find(desk.session, groups, kinds=kinds, limit=_CANDIDATES)
        if found:
            return _explained(desk, _ranked(found, groups)[:limit], groups)
    return ()


def _by_number(found: Found, digits: str) -> Hit:
    if found.kind == "client":
        why = say("phone with …{digits}", digits=digits)
        return Hit(found.kind, found.object_id, found.title, found.detail, Why.PHONE, why)
    why = say("number with {digits}", digits=digits)
    return Hit(found.kind, found.object_id, found.title, found.detail, Why.NUMBER, why)


def _ranked(found: Iterable[Found], groups: Groups) -> list[Found]:
    """As typed before other readings, in the title before the rest, whole words before prefixes."""

    def cost(entry: Found) -> tuple[int, str]:
        title = spelling.words_of(entry.title)
        tokens = set(title) | set(entry.tokens.split())
        return sum(_cost(group, title, tokens) for group in groups), entry.title

    return sorted(found, key=cost)


def _cost(group: Sequence[str], title: Sequence[str], tokens: set[str]) -> int:
    typed = group[0]
    if typed in title:
        return 0
    if any(word.startswith(typed) for word in title):
        # The first word of a title is the surname, or what the event is.
        return 1 if title[0].startswith(typed) else 2
    if any(word.startswith(other) for word in title for other in group):
        return 3
    if any(token.startswith(typed) for token in tokens):
        return 5
    return 6


# Why it matched: read for the few hits that are shown, not kept in the index -----------------


def _explained(desk: Desk, found: list[Found], groups: Groups) -> tuple[Hit, ...]:
    known = _texts_of(desk, [f.object_id for f in found if f.kind == "client"])
    hits = []
    for entry in found:
        reason, why = _reason(entry, known.get(entry.object_id), groups)
        hits.append(Hit(entry.kind, entry.object_id, entry.title, entry.detail, reason, why))
    return tuple(hits)


def _reason(
    entry: Found, fields: dict[Why, list[str]] | None, groups: Groups
) -> tuple[Why, Say | None]:
    rest = [g for g in groups if not _matches(g, entry.title)]
    if not rest:
        return Why.NAME, None
    if all(_matches(g, entry.detail) for g in rest):
        return Why.DETAIL, None
    for reason, texts in (fields or {}).items():
        for text in texts:
            if all(_matches(g, text) for g in rest):
                return reason, _SAID[reason](text)
    return Why.OTHER, None


_SAID = {
    Why.NAME: lambda text: say("also {name}", name=text),
    Why.EMAIL: lambda text: say("e-mail {address}", address=text),
    Why.PERSON: lambda text: say("close to {name}", name=text),
    Why.INTEREST: lambda text: say("interest: {topic}", topic=text),
    Why.OTHER: lambda text: say("messenger {name}", name=text),
}


def _matches(group: Sequence[str], text: str) -> bool:
    return any(t.startswith(a) for t in spelling.tokens_of([text]) for a in group)


def _texts_of(desk: Desk, ids: list[UUID]) -> dict[UUID, dict[Why, list[str]]]:
    if not ids:
        return {}
    texts: dict[UUID, dict[Why, list[str]]] = defaultdict(lambda: defaultdict(list))
    session = desk.session
    for i, latin in session.execute(select(Client.id, Client.latin_name).where(Client.id.in_(ids))):
        if latin:
            texts[i][Why.NAME].append(latin)
    people = select(PersonAround.client_id, PersonAround.name).where(
        PersonAround.client_id.in_(ids),
        PersonAround.kind != PersonKind.FRICTION,
        PersonAround.sensitivity == Sensitivity.TEAM,
    )
    for i, name in session.execute(people):
        texts[i][Why.PERSON].append(name)
    for i, topic in session.execute(
        select(Interest.client_id, Interest.topic).where(Interest.client_id.in_(ids))
    ):
        texts[i][Why.INTEREST].append(topic)
    points = select(ContactPoint.client_id, ContactPoint.kind, ContactPoint.value).where(
        ContactPoint.client_id.in_(ids),
        ContactPoint.kind.in_((ContactKind.EMAIL, ContactKind.MESSENGER)),
    )
    for i, kind, value in session.execute(points):
        texts[i][Why.EMAIL if kind is ContactKind.EMAIL else Why.OTHER].append(value)
    return texts
