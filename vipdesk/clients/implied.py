"""Relations that follow from others: proposed, accepted or declined by a person, never written.

The child of one's spouse, the parent of one's spouse, the assistant of one's spouse, the other
child of one's parent, the rest of one's household, a colleague by the same employer. A proposal is
drawn only from what this person may read and is as secret as the most secret of its grounds. What
was declined is not proposed again, from neither end.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from uuid import UUID

from sqlalchemy import or_, select

from vipdesk.access import Desk
from vipdesk.access.matrix import Verb
from vipdesk.clients import spelling
from vipdesk.clients.edges import Edge, Node, edges_at, names_of
from vipdesk.clients.people import PersonFields, add_person_around
from vipdesk.clients.relations import Meaning, label_of, meaning_of
from vipdesk.clients.sight import client_of, readable_of
from vipdesk.errors import NotFound
from vipdesk.ids import new_id
from vipdesk.models import Client, DeclinedLink
from vipdesk.vocabulary import PersonKind, Sensitivity
from vipdesk.wording import Say, Who, say

_M = Meaning
# My … is X, and the … of X is Y: then Y is my …, and I am their …
_RULES: dict[tuple[Meaning, Meaning], tuple[PersonKind, Meaning, Meaning]] = {
    (_M.SPOUSE, _M.CHILD): (PersonKind.HOUSEHOLD, _M.CHILD, _M.PARENT),
    (_M.SPOUSE, _M.PARENT): (PersonKind.HOUSEHOLD, _M.PARENT_IN_LAW, _M.CHILD_IN_LAW),
    (_M.CHILD, _M.SPOUSE): (PersonKind.HOUSEHOLD, _M.CHILD_IN_LAW, _M.PARENT_IN_LAW),
    (_M.PARENT, _M.SPOUSE): (PersonKind.HOUSEHOLD, _M.PARENT, _M.CHILD),
    (_M.PARENT, _M.CHILD): (PersonKind.HOUSEHOLD, _M.SIBLING, _M.SIBLING),
    (_M.PARENT, _M.PARENT): (PersonKind.HOUSEHOLD, _M.GRANDPARENT, _M.GRANDCHILD),
    (_M.CHILD, _M.CHILD): (PersonKind.HOUSEHOLD, _M.GRANDCHILD, _M.GRANDPARENT),
    (_M.SPOUSE, _M.ASSISTANT): (PersonKind.STAFF, _M.SPOUSES_ASSISTANT, _M.EMPLOYERS_SPOUSE),
}
_MOST_COLLEAGUES = 12  # a company with more members is a crowd, not a circle
_GRADES = list(Sensitivity)
MOST = 12


@dataclass(frozen=True, slots=True)
class Proposal:
    """A relation that follows. `because`: through whom, in words.

    other_id: the other client, None for a named person (`name`, `phone`, `email`).
    """

    client_id: UUID
    other_id: UUID | None
    who: Who
    kind: PersonKind
    label_there: str
    label_back: str
    sensitivity: Sensitivity
    because: Say
    phone: str = ""
    email: str = ""

    @property
    def label(self) -> Say | str:
        """What they would be to the client."""
        return label_of(self.label_there)


def list_proposals(desk: Desk, client_id: UUID) -> tuple[Proposal, ...]:
    """What follows for a client, at most a dozen, family first. Raises `NotFound`.

    Nothing for who may not answer a proposal.
    """
    client = client_of(desk, client_id)
    if not desk.actor.may(Verb.INSERT, "declined_link"):
        return ()
    own = edges_at(desk, (client_id,))
    today = desk.now.date()
    near = {e.from_(client_id)[0] for e in own if e.holds_on(today)} - {client_id}
    beyond = edges_at(desk, sorted(n for n in near if isinstance(n, UUID)))
    related = [e for e in own if e.holds_on(today)]
    second = [e for e in beyond if e.holds_on(today) and client_id not in (e.client_id, e.node)]
    names = names_of(desk, {i for e in (*related, *second) for i in _clients(e)})
    found = chain(
        _by_rules(client_id, related, second, names),
        _by_household(client_id, related, second, names),
        _colleagues(desk, client),
    )
    refused = _declined(desk, client_id)
    # Whoever stands around already is not proposed, as whatever they stand there, now or once.
    there = {e.from_(client_id)[0] for e in own}
    spelled = {_folded(e.name) for e in own if e.other_id is None}
    kept: dict[object, Proposal] = {}
    for one in found:
        who: object = one.other_id or _folded(one.who.name)
        if who in there or who in spelled or _key(one) in refused:
            continue
        kept.setdefault(who, one)
    order = list(PersonKind)
    ranked = sorted(kept.values(), key=lambda p: (order.index(p.kind), p.who.name))
    return tuple(ranked[:MOST])


def accept_proposal(desk: Desk, proposal: Proposal) -> UUID:
    """It is so: the edge is added like any other (the way back is `remove_person_around`)."""
    fields = PersonFields(
        kind=proposal.kind,
        name="" if proposal.other_id else proposal.who.name,
        label_there=proposal.label_there,
        label_back=proposal.label_back,
        other_client_id=proposal.other_id,
        phone=proposal.phone,
        email=proposal.email,
        sensitivity=proposal.sensitivity,
    )
    return add_person_around(desk, proposal.client_id, fields)


def decline_proposal(desk: Desk, proposal: Proposal) -> UUID:
    """It is not so, or nobody wants it noted: it is not proposed again. Returns the key to undo."""
    client_of(desk, proposal.client_id)
    row = DeclinedLink(
        id=new_id(),
        client_id=proposal.client_id,
        other_client_id=proposal.other_id,
        name="" if proposal.other_id else proposal.who.name[:200],
        label_there=proposal.label_there,
        sensitivity=proposal.sensitivity,
        declined_by_id=desk.actor.id,
        declined_at=desk.now,
    )
    desk.session.add(row)
    desk.session.flush()
    desk.note("decline_link", "declined_link", row.id, ("label_there",))
    return row.id


def undo_decline(desk: Desk, declined_id: UUID) -> None:
    """The way back of `decline_proposal`."""
    row = desk.session.get(DeclinedLink, declined_id)
    if row is None:
        raise NotFound(say("This proposal is not here any more."))
    desk.session.delete(row)
    desk.session.flush()
    desk.note("undo_decline_link", "declined_link", declined_id)


# What follows -------------------------------------------------------------------------------------


def _by_rules(
    client_id: UUID, related: list[Edge], second: list[Edge], names: dict[UUID, Who]
) -> Iterator[Proposal]:
    for one in related:
        middle, first_label, _ = one.from_(client_id)
        first = meaning_of(first_label)
        if first is None or not isinstance(middle, UUID) or middle not in names:
            continue
        for two in second:
            if middle not in (two.client_id, two.node):
                continue
            end, second_label, _ = two.from_(middle)
            last = meaning_of(second_label)
            rule = _RULES.get((first, last)) if last is not None else None
            made = _proposal(client_id, one, two, middle, end, rule, names)
            if made is not None:
                yield made


def _by_household(
    client_id: UUID, related: list[Edge], second: list[Edge], names: dict[UUID, Who]
) -> Iterator[Proposal]:
    """Who lives with whom I live with, where no closer word follows."""
    home = (PersonKind.HOUSEHOLD, Meaning.HOUSEHOLD, Meaning.HOUSEHOLD)
    for one in related:
        middle, first_label, _ = one.from_(client_id)
        if meaning_of(first_label) is not Meaning.HOUSEHOLD or middle not in names:
            continue
        for two in second:
            if two.kind is not PersonKind.HOUSEHOLD or middle not in (two.client_id, two.node):
                continue
            end, *_ = two.from_(middle)
            made = _proposal(client_id, one, two, middle, end, home, names)
            if made is not None:
                yield made


def _proposal(
    client_id: UUID, one: Edge, two: Edge, middle: Node, end: Node,
    rule: tuple[PersonKind, Meaning, Meaning] | None, names: dict[UUID, Who],
) -> Proposal | None:  # fmt: skip
    if rule is None or end == client_id or not isinstance(middle, UUID):
        return None
    kind, there, back = rule
    is_client = isinstance(end, UUID)
    if is_client and end not in names:
        return None  # has left the club, or is not to be turned to
    who = names[end] if isinstance(end, UUID) else Who(two.name)
    return Proposal(
        client_id,
        end if isinstance(end, UUID) else None,
        who,
        kind,
        there.value,
        back.value,
        max(one.sensitivity, two.sensitivity, key=_GRADES.index),
        say("through {name}", name=names[middle]),
        "" if is_client else two.phone,
        "" if is_client else two.email,
    )


def _colleagues(desk: Desk, client: Client) -> Iterator[Proposal]:
    """Other clients of the same employer, if they are few enough to know each other."""
    company = " ".join(client.company.split())
    if not company:
        return
    wanted = (
        select(Client.id)
        .where(
            Client.company == client.company,
            Client.id != client.id,
            Client.left_on.is_(None),
            Client.restricted_at.is_(None),
            Client.erased_at.is_(None),
        )
        .order_by(Client.sort_key)
        .limit(_MOST_COLLEAGUES + 1)
    )
    ids = list(desk.session.scalars(wanted))
    if len(ids) > _MOST_COLLEAGUES:
        return
    names = names_of(desk, ids)
    for other in ids:
        yield Proposal(
            client.id,
            other,
            names[other],
            PersonKind.CIRCLE,
            Meaning.COLLEAGUE.value,
            Meaning.COLLEAGUE.value,
            Sensitivity.TEAM,
            say("the same company: {name}", name=company),
        )


# What was declined --------------------------------------------------------------------------------


def _declined(desk: Desk, client_id: UUID) -> frozenset[tuple[object, str]]:
    rows = desk.session.scalars(
        select(DeclinedLink).where(
            or_(DeclinedLink.client_id == client_id, DeclinedLink.other_client_id == client_id),
            DeclinedLink.sensitivity.in_(readable_of(desk, client_id)),
        )
    )
    return frozenset(_refusals(client_id, rows))


def _refusals(client_id: UUID, rows: Iterable[DeclinedLink]) -> Iterator[tuple[object, str]]:
    for row in rows:
        if row.client_id == client_id:
            yield row.other_client_id or _folded(row.name), row.label_there
        else:
            yield row.client_id, _MIRROR.get(row.label_there, row.label_there)


def _key(one: Proposal) -> tuple[object, str]:
    return one.other_id or _folded(one.who.name), one.label_there


_MIRROR = {there.value: back.value for _, there, back in _RULES.values()}
_MIRROR |= {back: there for there, back in _MIRROR.items()}


def _clients(edge: Edge) -> tuple[UUID, ...]:
    return (edge.client_id,) if edge.other_id is None else (edge.client_id, edge.other_id)


def _folded(name: str) -> str:
    return " ".join(sorted(spelling.words_of(name)))
