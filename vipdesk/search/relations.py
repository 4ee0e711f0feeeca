"""'Wife of Ivanov', «помощник Петрова», "Ivanov's driver": whom somebody stands next to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select

from vipdesk.access import Desk
from vipdesk.access.sight import in_care_of
from vipdesk.clients import spelling
from vipdesk.clients.names import full_name
from vipdesk.clients.relations import label_of
from vipdesk.clients.sight import readable
from vipdesk.folding import fold, words_of
from vipdesk.models import Client, PersonAround
from vipdesk.search.hits import Hit, Why
from vipdesk.search.matching import in_title, ranked
from vipdesk.store import search_index
from vipdesk.vocabulary import PersonKind
from vipdesk.wording import say

# What is typed, and which labels are meant by it: each line is one relation.
_RELATIONS = """
жена жену жене женой супруга супругу wife : жена супруга wife spouse
муж мужа мужу мужем супруг husband : муж супруг husband spouse
spouse : супруг супруга муж жена wife husband spouse
сын сына сыну сыном son : сын son ребенок child
дочь дочери дочка дочку дочерью daughter : дочь дочка daughter ребенок child
ребенок ребенка дети детей child children : сын дочь ребенок son daughter child
мать матери мама маму mother : мать мама mother parent
отец отца отцу папа папу father : отец папа father parent
родители родителей parent parents : мать отец mother father parent
брат брата brother : брат brother
сестра сестру сестре sister : сестра sister
помощник помощника помощнику помощница помощницу ассистент секретарь секретаря assistant pa
 secretary : помощник помощница ассистент ассистентка секретарь assistant secretary
водитель водителя водителю шофер driver chauffeur : водитель шофер driver chauffeur
охранник охрана телохранитель bodyguard guard : охранник телохранитель bodyguard
друг друга подруга подругу friend : друг подруга приятель friend
партнер партнера partner : партнер partner
сосед соседа соседка neighbour neighbor : сосед соседка neighbour neighbor
крестный крестная крестного godparent godfather : крестный крестная godparent godfather
однокурсник classmate : однокурсник classmate fellow
руководитель начальник шеф наниматель boss employer : руководитель наниматель boss employer
знакомый знакомая acquaintance : знакомый знакомая acquaintance
юрист адвокат lawyer : юрист адвокат lawyer
врач doctor : врач doctor
няня nanny : няня nanny
"""
_POSSESSIVE = re.compile(r"['’`]s?\b", re.IGNORECASE)
_ELSE = re.compile(r"['’]s\b|\bformer\b|\bex\b|\bбывш", re.IGNORECASE)
_SMALL = frozenset({"of", "the", "у", "to"})
_KNOWN = 200  # clients whose people are looked through


@cache
def _labels() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in _RELATIONS.replace("\n ", " ").strip().splitlines():
        typed, _, meant = line.partition(":")
        for word in typed.split():
            found[fold(word)] = frozenset(words_of(meant))
    return found


def asked(text: str) -> tuple[frozenset[str], str] | None:
    """(labels that are meant, of whom) where a text asks for somebody's somebody."""
    words = [w for w in _POSSESSIVE.sub(" ", text).split() if fold(w) not in _SMALL]
    if len(words) < 2:
        return None
    for at in (0, len(words) - 1):
        meant = _labels().get(fold(words[at]))
        if meant:
            return meant, " ".join(words[:at] + words[at + 1 :])
    return None


def find_relations(desk: Desk, text: str, limit: int) -> tuple[Hit, ...]:
    """Whom a text like 'wife of Ivanov' means; nobody if it does not ask so."""
    question = asked(text)
    if question is None:
        return ()
    meant, whose = question
    groups = spelling.query_groups(whose)
    folded, sounded = search_index.beginnings(whose)
    entries = search_index.find(
        desk.session, groups, kinds=("client",), begins=(folded, sounded), limit=_KNOWN
    )
    known = [e for e in ranked(entries, groups) if all(in_title(e, g) for g in groups)]
    order = {e.object_id: at for at, e in enumerate(known[:_KNOWN])}
    if not order:
        return ()
    wanted = _people(desk, order, meant)
    names = _names(desk, {edge.other for edge in wanted})
    titles = {e.object_id: e.title for e in known}
    hits: dict[tuple[UUID, str], Hit] = {}
    for edge in sorted(wanted, key=lambda e: (order[e.whose], e.name)):
        why = say("{relation}: {name}", relation=label_of(edge.label), name=titles[edge.whose])
        if edge.other in names:
            name, detail = names[edge.other]
            hit = Hit("client", edge.other, name, detail, Why.RELATION, why, edge.other)
        else:
            hit = Hit("person", edge.whose, edge.name, "", Why.RELATION, why, edge.id)
        hits.setdefault((hit.id, hit.title), hit)
    return tuple(hits.values())[:limit]


@dataclass(frozen=True, slots=True)
class _Edge:
    """Somebody (`other` where a client too) who stands next to a client who was named."""

    id: UUID
    whose: UUID
    label: str
    other: UUID
    name: str


def _people(desk: Desk, order: Mapping[UUID, int], meant: frozenset[str]) -> list[_Edge]:
    """In both directions: an edge is kept with one of its two clients."""
    ids = list(order)
    wanted = select(PersonAround).where(
        or_(PersonAround.client_id.in_(ids), PersonAround.other_client_id.in_(ids)),
        PersonAround.kind != PersonKind.FRICTION,
        or_(PersonAround.until.is_(None), PersonAround.until >= desk.now.date()),
        _may_be_read(desk),
    )
    found: list[_Edge] = []
    for row in desk.session.scalars(wanted):
        there, back = row.label_there, row.label_back
        if row.client_id in order and _means(there, meant):
            found.append(
                _Edge(row.id, row.client_id, there, row.other_client_id or row.id, row.name)
            )
        if row.other_client_id is not None and row.other_client_id in order and _means(back, meant):
            found.append(_Edge(row.id, row.other_client_id, back, row.client_id, ""))
    return found


def _means(label: str, meant: Iterable[str]) -> bool:
    """'Former spouse' and 'spouse's assistant' are somebody else."""
    if _ELSE.search(label):
        return False
    return not set(words_of(label)).isdisjoint(meant)


def _may_be_read(desk: Desk) -> ColumnElement[bool]:
    """As the client's page shows people; a team's server holds its own line besides."""
    open_to_me = PersonAround.sensitivity.in_(sorted(readable(desk, cares=False)))
    cared = PersonAround.client_id.in_(select(Client.id).where(in_care_of(desk.actor.id, desk.now)))
    few = PersonAround.sensitivity.in_(sorted(readable(desk, cares=True)))
    return or_(open_to_me, and_(few, cared))


def _names(desk: Desk, ids: set[UUID]) -> dict[UUID, tuple[str, str]]:
    if not ids:
        return {}
    found: Sequence[Client] = desk.session.scalars(select(Client).where(Client.id.in_(ids))).all()
    return {
        c.id: (
            full_name(c.surname, c.given, c.patronymic),
            " · ".join(p for p in (c.position, c.company, c.city) if p),
        )
        for c in found
    }
