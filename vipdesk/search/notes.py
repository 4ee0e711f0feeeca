"""What is written about clients: talks, facts, promises, each with the words that were found.

Who may find a text is who may read it. On a team's server the database holds that line; here
is the same line for a vault, where nothing would be told to anybody but its owner.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, false, or_, select, true

from vipdesk.access import Desk
from vipdesk.access.sight import in_care_of
from vipdesk.clients.names import full_name
from vipdesk.clients.special import keeps_special
from vipdesk.folding import fold
from vipdesk.models import Client, Fact, Interaction, Promise, SearchNote
from vipdesk.search.hits import Hit, Why
from vipdesk.store import note_index
from vipdesk.store.note_index import FoundNote
from vipdesk.vocabulary import Role
from vipdesk.wording import Say, say

Groups = Sequence[Sequence[str]]
_MODELS: dict[str, Any] = {"interaction": Interaction, "fact": Fact, "promise": Promise}
_REASONS = {
    "interaction": (Why.NOTE, say("written: {words}")),
    "fact": (Why.FACT, say("known: {words}")),
    "promise": (Why.PROMISE, say("promised: {words}")),
}
_CANDIDATES = 60
_BEFORE, _AFTER = 24, 56  # letters of a snippet on both sides of what was found
_LETTER = re.compile(r"\w")


def find_notes(
    desk: Desk, groups: Groups, limit: int, *, client_ids: Iterable[UUID] | None = None
) -> tuple[Hit, ...]:
    """The newest text about each client that has all the words; at most `limit` clients."""
    found = note_index.find_notes(
        desk.session, groups, readable=readable(desk), client_ids=client_ids, limit=_CANDIDATES
    )
    newest: dict[UUID, FoundNote] = {}
    for note in found:
        newest.setdefault(note.client_id, note)
    chosen = list(newest.values())[:limit]
    texts, names = _texts(desk, chosen), _names(desk, [n.client_id for n in chosen])
    return tuple(
        _hit(note, names[note.client_id], texts[note.object_id], groups)
        for note in chosen
        if note.object_id in texts and note.client_id in names
    )


def readable(desk: Desk) -> ColumnElement[bool]:
    """Which texts this person may read on a vault (see `access.rights.finding` for a team)."""
    scope, own = SearchNote.scope, SearchNote.staff_id == desk.actor.id
    special = true() if keeps_special(desk) else scope != note_index.SPECIAL
    cared = SearchNote.client_id.in_(select(Client.id).where(in_care_of(desk.actor.id, desk.now)))
    few = (note_index.MANAGER, note_index.SPECIAL)
    match desk.actor.role:
        case Role.HEAD:
            return special
        case Role.EXECUTIVE:
            return and_(special, or_(scope != note_index.SPECIAL, cared))
        case Role.MANAGER:
            open_to_all = scope.in_((note_index.TEAM, note_index.PROMISE))
            return or_(open_to_all, and_(scope.in_(few), special, cared))
        case Role.COORDINATOR:
            return or_(scope == note_index.TEAM, own)
        case Role.ADMINISTRATOR:
            talks = and_(scope == note_index.TEAM, SearchNote.kind == Interaction.__tablename__)
            return or_(talks, own)
    return false()


def _texts(desk: Desk, notes: Sequence[FoundNote]) -> dict[UUID, str]:
    """Read as any text is, under the reader's own rights."""
    found: dict[UUID, str] = {}
    for kind in dict.fromkeys(n.kind for n in notes):
        model = _MODELS[kind]
        ids = [n.object_id for n in notes if n.kind == kind]
        wanted = select(model.id, model.text).where(model.id.in_(ids))
        found.update((row.id, row.text) for row in desk.session.execute(wanted))
    return found


def _names(desk: Desk, ids: Sequence[UUID]) -> dict[UUID, tuple[str, str]]:
    if not ids:
        return {}
    wanted = select(
        Client.id, Client.surname, Client.given, Client.patronymic, Client.position,
        Client.company, Client.city,
    ).where(Client.id.in_(ids))  # fmt: skip
    return {
        r.id: (
            full_name(r.surname, r.given, r.patronymic),
            " · ".join(p for p in (r.position, r.company, r.city) if p),
        )
        for r in desk.session.execute(wanted)
    }


def _hit(note: FoundNote, name: tuple[str, str], text: str, groups: Groups) -> Hit:
    reason, said = _REASONS[note.kind]
    why = Say(said.text, {"words": snippet(text, groups)})
    return Hit("note", note.client_id, name[0], name[1], reason, why, note.object_id)


def snippet(text: str, groups: Groups) -> str:
    """One line of a text around the first word that was found."""
    line = " ".join(text.split())
    at = next(
        (
            word.start()
            for word in re.finditer(r"\w+", line)
            if any(fold(word.group()).startswith(a) for group in groups for a in group)
        ),
        0,
    )
    start = max(0, at - _BEFORE)
    if start:
        start = line.find(" ", start, at) + 1 or start
    end = len(line)
    if end > at + _AFTER:
        end = max(line.rfind(" ", at, at + _AFTER), at + 1)
        while end < len(line) and end <= at + 1 and _LETTER.match(line[end]):
            end += 1
    return ("…" if start else "") + line[start:end].strip() + ("…" if end < len(line) else "")
