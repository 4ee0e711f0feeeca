"""Find by half a name in either alphabet, the wrong keyboard, word forms, the end of a number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    String,
    bindparam,
    literal_column,
    select,
    union_all,
)

from vipdesk.access import Desk
from vipdesk.clients import spelling
from vipdesk.clients.phones import digits_of
from vipdesk.models import Client, ContactPoint, Interest, PersonAround
from vipdesk.search.hits import Hit, Why
from vipdesk.search.matching import Groups, in_title, matches, ranked
from vipdesk.search.notes import find_notes
from vipdesk.search.relations import find_relations
from vipdesk.store import search_index
from vipdesk.store.search_index import Found
from vipdesk.vocabulary import ContactKind, PersonKind, Sensitivity
from vipdesk.wording import Say, say

KINDS = ("client", "event", "venue", "card", "person", "note")
_ENTRIES = ("client", "event", "venue", "card")
_CANDIDATES = 120
_NUMBERS = 300
_NAMED = 200  # clients whose notes are looked through for the rest of the words
_FEWEST_DIGITS = 3
_FEWEST_FOR_NOTES = 3
_OF_A_PHONE = 10  # digits after the country's: +7 and 8 are the same country
_NOTES_AMONG_MANY = 3


def find(
    desk: Desk, text: str, limit: int = 12, *, kinds: Sequence[str] = KINDS
) -> tuple[Hit, ...]:
    """The best hits for a typed text, each once, in an order that stays. Never complaints.

    Every word must match the beginning of some word of the entry (as typed, in the other
    alphabet, in its stem, on the other keyboard, as the full form of a short name); three
    digits or more match inside numbers. 'Wife of X' finds the wife. What is written is found
    by its words, also together with the client's name. If nothing is found, one letter of a
    longer word may be wrong.
    """
    return _first_that_finds(_WAYS, desk, text, limit, kinds)


def find_at_once(desk: Desk, text: str, limit: int = 12) -> tuple[Hit, ...]:
    """The hits of `find` that need no text to be looked through, while somebody still types.

    Names, numbers, who belongs to whom. Nothing found here says nothing: ask `find_beyond`.
    """
    return _first_that_finds(_QUICK, desk, text, limit, [k for k in KINDS if k != "note"])


def find_beyond(desk: Desk, text: str, limit: int = 12) -> tuple[Hit, ...]:
    """The hits of `find` where `find_at_once` has none: what was looked at is not asked again."""
    return _first_that_finds(_BEYOND, desk, text, limit, KINDS)


def _first_that_finds(
    ways: Sequence[Way], desk: Desk, text: str, limit: int, kinds: Sequence[str]
) -> tuple[Hit, ...]:
    if text.strip():
        for way in ways:
            hits = way(desk, text, limit, kinds)
            if hits:
                return tuple(hits)[:limit]
    return ()


def _by_relation(desk: Desk, text: str, limit: int, kinds: Sequence[str]) -> list[Hit]:
    hits = [h for h in find_relations(desk, text, limit) if h.kind in kinds]
    return hits and _distinct([*hits, *_by_words(desk, text, limit, kinds)])


def _by_number(desk: Desk, text: str, limit: int, kinds: Sequence[str]) -> list[Hit]:
    """Digits alone, or a name and digits: 'Щукин 0142'."""
    lettered = [c for c in text.split() if any(letter.isalpha() for letter in c)]
    digits = digits_of("".join(c for c in text.split() if c not in lettered))
    if len(digits) < _FEWEST_DIGITS or any(c.isdigit() for w in lettered for c in w):
        return []
    if len(digits) > _OF_A_PHONE and digits[0] in "78":
        digits = digits[-_OF_A_PHONE:]
    entries = [k for k in kinds if k in _ENTRIES]
    found = search_index.find_tail(desk.session, digits, kinds=entries, limit=_NUMBERS)
    groups = spelling.query_groups(" ".join(lettered))
    named = [f for f in found if all(_in_entry(f, group) for group in groups)]
    # Who says four digits means the last ones.
    named.sort(key=lambda f: (not _ends(f, digits), f.folded, f.object_id.int))
    return [_numbered(f, digits) for f in named[:limit]]


def _ends(found: Found, digits: str) -> bool:
    return any(number.endswith(digits) for number in found.tails.split())


def _in_entry(found: Found, group: Sequence[str]) -> bool:
    return any(token.startswith(a) for token in found.tokens.split() for a in group)


def _numbered(found: Found, digits: str) -> Hit:
    if found.kind == "client":
        reason, why = Why.PHONE, say("phone with …{digits}", digits=digits)
    else:
        reason, why = Why.NUMBER, say("number with {digits}", digits=digits)
    return Hit(found.kind, found.object_id, found.title, found.detail, reason, why, found.object_id)


def _by_words(desk: Desk, text: str, limit: int, kinds: Sequence[str]) -> list[Hit]:
    for reading in _typed(text):
        entries = _entries(desk, reading, limit, kinds)
        notes = _notes(desk, reading, limit, kinds)
        if entries or notes:
            known = {hit.id for hit in entries}
            notes = [n for n in notes if n.id not in known]
            room = max(limit - len(entries), min(len(notes), _NOTES_AMONG_MANY))
            return [*entries[: limit - min(room, len(notes))], *notes[:room]]
    return []


def _by_note(desk: Desk, text: str, limit: int, _kinds: Sequence[str]) -> list[Hit]:
    return _by_words(desk, text, limit, ["note"])


def _typed(text: str) -> tuple[str, ...]:
    """As typed; as other keys too where the words part otherwise: ',' is a letter there."""
    other = spelling.other_keyboard(text)
    same = len(spelling.words_of(text)) == len(spelling.words_of(other))
    return (text,) if same else (text, other)


def _entries(desk: Desk, text: str, limit: int, kinds: Sequence[str]) -> list[Hit]:
    groups = spelling.query_groups(text)
    wanted = [k for k in kinds if k in _ENTRIES]
    if not wanted or not groups:
        return []
    found = search_index.find(
        desk.session, groups, kinds=() if len(wanted) == len(_ENTRIES) else wanted,
        limit=_CANDIDATES, begins=search_index.beginnings(text), enough=limit,
    )  # fmt: skip
    return _explained(desk, [f for f in ranked(found, groups) if f.kind in wanted][:limit], groups)


def _notes(desk: Desk, text: str, limit: int, kinds: Sequence[str]) -> list[Hit]:
    if "note" not in kinds or sum(c.isalnum() for c in text) < _FEWEST_FOR_NOTES:
        return []
    return list(find_notes(desk, spelling.note_groups(text), limit))


def _by_name_and_note(desk: Desk, text: str, limit: int, kinds: Sequence[str]) -> list[Hit]:
    """'Щукин яхта': a client's name at one end, the words of a note at the other."""
    words = text.split()
    if "note" not in kinds or len(words) < 2:
        return []
    for cut in range(1, len(words)):
        for name, rest in ((words[:cut], words[cut:]), (words[-cut:], words[:-cut])):
            hits = _note_of(desk, " ".join(name), " ".join(rest), limit)
            if hits:
                return hits
    return []


def _note_of(desk: Desk, name: str, rest: str, limit: int) -> list[Hit]:
    groups = spelling.query_groups(name)
    found = search_index.find(
        desk.session, groups, kinds=("client",), begins=search_index.beginnings(name),
        limit=_NAMED,
    )  # fmt: skip
    named = [f for f in ranked(found, groups) if all(in_title(f, g) for g in groups)][:_NAMED]
    place = {f.object_id: at for at, f in enumerate(named)}
    hits = find_notes(desk, spelling.note_groups(rest), limit, client_ids=place)
    return sorted(hits, key=lambda hit: place[hit.id])


def _by_likeness(desk: Desk, text: str, limit: int, kinds: Sequence[str]) -> list[Hit]:
    """One letter of one word is wrong: only where nothing else was found."""
    wanted = [k for k in kinds if k in _ENTRIES]
    words = [w for chunk in text.split() for w in spelling.words_of(chunk)]
    groups = [spelling.query_groups(w) for w in words]
    for at, word in enumerate(words):
        near = spelling.one_letter_off(word)
        if not near or not wanted or not all(groups):
            continue
        others = [g for i, part in enumerate(groups) if i != at for g in part]
        found = search_index.find(
            desk.session, [near, *others], kinds=wanted, limit=_CANDIDATES, whole=True
        )
        best = ranked(found, [near, *others])[:limit]
        if best:
            why = say("spelled almost so")
            return [
                Hit(f.kind, f.object_id, f.title, f.detail, Why.ALIKE, why, f.object_id)
                for f in best
            ]
    return []


Way = Callable[[Desk, str, int, Sequence[str]], list[Hit]]
_QUICK: tuple[Way, ...] = (_by_number, _by_relation, _by_words)
_WAYS: tuple[Way, ...] = (*_QUICK, _by_name_and_note, _by_likeness)
_BEYOND: tuple[Way, ...] = (_by_note, _by_name_and_note, _by_likeness)


def _distinct(hits: Sequence[Hit]) -> list[Hit]:
    found: dict[tuple[str, UUID, str], Hit] = {}
    for hit in hits:
        found.setdefault((hit.opens, hit.id, hit.title), hit)
    return list(found.values())


# Why it matched: read for the few hits that are shown, not kept in the index -----------------


def _explained(desk: Desk, found: Sequence[Found], groups: Groups) -> list[Hit]:
    rest = {f.object_id: [g for g in groups if not in_title(f, g)] for f in found}
    asked = [
        f.object_id
        for f in found
        if f.kind == "client" and not all(matches(g, f.detail) for g in rest[f.object_id])
    ]
    known = _texts_of(desk, asked)
    hits = []
    for entry in found:
        reason, why = _reason(entry, rest[entry.object_id], known.get(entry.object_id, {}))
        hits.append(
            Hit(
                entry.kind, entry.object_id, entry.title, entry.detail, reason, why,
                entry.object_id,
            )
        )  # fmt: skip
    return hits


def _reason(
    entry: Found, rest: Sequence[Sequence[str]], fields: dict[Why, list[str]]
) -> tuple[Why, Say | None]:
    if not rest:
        return Why.NAME, None
    if all(matches(g, entry.detail) for g in rest):
        return Why.DETAIL, None
    for reason, texts in fields.items():
        for text in texts:
            if any(matches(g, text) for g in rest):
                return reason, _SAID[reason](text)
    return Why.OTHER, None


_SAID: dict[Why, Callable[[str], Say]] = {
    Why.NAME: lambda text: say("also {name}", name=text),
    Why.EMAIL: lambda text: say("e-mail {address}", address=text),
    Why.PERSON: lambda text: say("close to {name}", name=text),
    Why.INTEREST: lambda text: say("interest: {topic}", topic=text),
    Why.OTHER: lambda text: say("messenger {name}", name=text),
}


def _texts_of(desk: Desk, ids: Sequence[UUID]) -> dict[UUID, dict[Why, list[str]]]:
    if not ids:
        return {}
    texts: dict[UUID, dict[Why, list[str]]] = defaultdict(lambda: defaultdict(list))
    for i, reason, words in desk.session.execute(_written(), {"ids": list(ids)}):
        if words:
            texts[i][Why(reason)].append(words)
    return texts


@cache
def _written() -> CompoundSelect[Any]:
    """Other names, people, interests and addresses of clients, in one question; made once."""
    ids: Any = bindparam("ids", expanding=True)
    return union_all(
        select(Client.id, _is(Why.NAME), Client.latin_name).where(Client.id.in_(ids)),
        select(PersonAround.client_id, _is(Why.PERSON), PersonAround.name).where(
            PersonAround.client_id.in_(ids),
            PersonAround.kind != PersonKind.FRICTION,
            PersonAround.sensitivity == Sensitivity.TEAM,
        ),
        select(Interest.client_id, _is(Why.INTEREST), Interest.topic).where(
            Interest.client_id.in_(ids)
        ),
        select(ContactPoint.client_id, _is(Why.EMAIL), ContactPoint.value).where(
            ContactPoint.client_id.in_(ids), ContactPoint.kind == ContactKind.EMAIL
        ),
        select(ContactPoint.client_id, _is(Why.OTHER), ContactPoint.value).where(
            ContactPoint.client_id.in_(ids), ContactPoint.kind == ContactKind.MESSENGER
        ),
    )


def _is(reason: Why) -> ColumnElement[str]:
    return literal_column(f"'{reason.value}'", String)
