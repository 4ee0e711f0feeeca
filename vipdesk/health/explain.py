"""Why a client's score is what it is: every part opened to the facts that made it.

Read on demand, for one client; each fact has its day, its weight in points of the score where
it has one, and the noun and id it can be opened by.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select

from vipdesk.access import Desk
from vipdesk.complaints.sight import visible
from vipdesk.health import formula as rules
from vipdesk.health.case_facts import Case
from vipdesk.health.facts import ClientFacts
from vipdesk.health.formula import CaseState, Formula, Part
from vipdesk.health.score import ClientHealth, PartRow, case_points, get_health, parts_of
from vipdesk.models import (
    Complaint,
    ComplaintPromise,
    Event,
    Guest,
    GuestList,
    Interaction,
    Invitation,
    Promise,
    Purchase,
)
from vipdesk.money import Money
from vipdesk.vocabulary import (
    EventState,
    InvitationState,
    PartStat,
    PromiseState,
    Severity,
    label,
)
from vipdesk.wording import Say, say

_MOST = 12  # facts of a part

CASE_STATES: dict[CaseState, Say] = {
    CaseState.OPEN: say("not settled yet"),
    CaseState.OVERDUE: say("answer overdue"),
    CaseState.UNRESOLVED: say("closed without agreement"),
    CaseState.ACCEPTED: say("settled"),
    CaseState.CONFIRMED: say("settled and confirmed"),
}


@dataclass(frozen=True, slots=True)
class FactRow:
    """One fact. `said` in words; `points` it adds to the score, where one fact has a share.

    `kind` and `id`: what it opens ('client', 'event', 'complaint'), '' and None for nothing.
    """

    said: Say
    at: datetime | date | None
    points: float | None
    kind: str
    id: UUID | None


@dataclass(frozen=True, slots=True)
class PartFacts:
    """A part and its facts, the newest or heaviest first. `more`: how many are not listed."""

    row: PartRow
    facts: tuple[FactRow, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """A client's health, opened."""

    health: ClientHealth
    parts: tuple[PartFacts, ...]
    formula_version: str


def explain(desk: Desk, client_id: UUID) -> Explanation:
    """Open every point of a client's score; `NotFound` as in `get_health`."""
    f = rules.formula()
    health = get_health(desk, client_id)
    client = health.facts
    opened = []
    for row in health.parts:
        facts = _FACTS[row.part](desk, client, f)
        opened.append(PartFacts(row, tuple(facts[:_MOST]), max(0, len(facts) - _MOST)))
    return Explanation(health, tuple(opened), f.version)


def _contact(desk: Desk, client: ClientFacts, _f: Formula) -> list[FactRow]:
    talks = desk.session.execute(
        select(Interaction.kind, Interaction.at)
        .where(Interaction.client_id == client.id, Interaction.two_way.is_(True))
        .where(Interaction.at <= desk.now)
        .order_by(Interaction.at.desc())
        .limit(_MOST)
    )
    rhythm = say("agreed rhythm: every {n} days", n=client.cadence)
    return [
        FactRow(rhythm, None, None, "client", client.id),
        *(FactRow(label(kind), at, None, "client", client.id) for kind, at in talks),
    ]


def _value(desk: Desk, client: ClientFacts, f: Formula) -> list[FactRow]:
    spending = client.spending
    if spending is None:
        return []

    def money(minor: float) -> Money:
        return Money(round(minor), spending.currency)

    days = int(f.value["window_days"])
    facts = [
        say("{amount} in the last {n} days", amount=money(spending.spent), n=days),
        say("{amount} in the same days a year before", amount=money(spending.before)),
        say("usual purchase: {amount}", amount=money(spending.median)),
    ]
    recent = desk.session.execute(
        select(Purchase.on_date, Purchase.product, Purchase.amount_minor, Purchase.amount_currency)
        .where(Purchase.client_id == client.id, Purchase.amount_minor.is_not(None))
        .where(Purchase.on_date > desk.now.date() - timedelta(days=days))
        .order_by(Purchase.on_date.desc())
    )
    return [
        *(FactRow(s, None, None, "client", client.id) for s in facts),
        *(
            FactRow(
                _bought(product, Money(minor or 0, currency)),
                on_date, None, "client", client.id,
            )
            for on_date, product, minor, currency in recent
        ),
    ]  # fmt: skip


def _bought(product: str, amount: Money) -> Say:
    return say("{product}: {amount}", product=product or "–", amount=amount)


def _complaints(desk: Desk, client: ClientFacts, f: Formula) -> list[FactRow]:
    weight = _weight(desk, client, f)

    def fact(one: Case) -> FactRow:
        said = say(
            "{number}: {severity}, {state}",
            number=one.public_no,
            severity=label(Severity(one.severity)),
            state=CASE_STATES[one.state],
        )
        lost = case_points(one, f, desk.now) * weight
        return FactRow(said, one.last_at, -lost, "complaint", one.id)

    return sorted(map(fact, client.cases), key=lambda row: row.points or 0)


def _weight(desk: Desk, client: ClientFacts, f: Formula) -> float:
    """Points of the score that a point of the complaints' part is worth: w/W."""
    known = sum(f.weights[p] for p, x in parts_of(client, f, desk.now).items() if x is not None)
    return f.weights[Part.COMPLAINTS] / known


def _engagement(desk: Desk, client: ClientFacts, f: Formula) -> list[FactRow]:
    since = desk.now - timedelta(days=f.engagement["window_days"])
    rows = desk.session.execute(
        select(Event.id, Event.title, Event.starts_at, Invitation.partstat, Guest.attended)
        .join(Event, Event.id == Invitation.event_id)
        .outerjoin(GuestList, GuestList.event_id == Event.id)
        .outerjoin(
            Guest,
            and_(Guest.guest_list_id == GuestList.id, Guest.client_id == Invitation.client_id),
        )
        .where(
            Invitation.client_id == client.id,
            Invitation.state == InvitationState.SENT,
            Event.state != EventState.CANCELLED,
            Event.ends_at > since,
            Event.ends_at <= desk.now,
        )
        .order_by(Event.starts_at.desc())
    )
    return [
        FactRow(_answered(title, partstat, attended=attended), at, None, "event", event_id)
        for event_id, title, at, partstat, attended in rows
    ]


def _answered(title: str, partstat: PartStat, *, attended: bool | None) -> Say:
    if attended:
        return say("{event}: came", event=title)
    if partstat is PartStat.DECLINED:
        return say("{event}: declined", event=title)
    if partstat is PartStat.ACCEPTED:
        if attended is None:
            return say("{event}: accepted, attendance not noted", event=title)
        return say("{event}: accepted but did not come", event=title)
    return say("{event}: no answer", event=title)


def _voice(_desk: Desk, _client: ClientFacts, _f: Formula) -> list[FactRow]:
    return []


def _promises(desk: Desk, client: ClientFacts, f: Formula) -> list[FactRow]:
    since = desk.now - timedelta(days=f.promises["window_days"])
    shared = select(Promise.text, Promise.state, Promise.due_at).where(
        Promise.client_id == client.id, _counts(Promise, since)
    )
    within = (
        select(ComplaintPromise.text, ComplaintPromise.state, ComplaintPromise.due_at, Complaint.id)
        .join(Complaint, Complaint.id == ComplaintPromise.complaint_id)
        .where(Complaint.client_id == client.id, _counts(ComplaintPromise, since), visible(desk))
    )
    found = [
        *((*row, "client", client.id) for row in desk.session.execute(shared)),
        *((*row[:3], "complaint", row[3]) for row in desk.session.execute(within)),
    ]
    found.sort(key=lambda row: (row[1] is PromiseState.KEPT, row[2]))
    return [
        FactRow(_promised(text, state, due, desk.now), due, None, kind, i)
        for text, state, due, kind, i in found
    ]


def _counts(of: type[Promise | ComplaintPromise], since: datetime) -> ColumnElement[bool]:
    states = (PromiseState.OPEN, PromiseState.KEPT, PromiseState.BROKEN)
    return and_(of.state.in_(states), or_(of.due_at > since, of.state == PromiseState.OPEN))


def _promised(text: str, state: PromiseState, due: datetime, now: datetime) -> Say:
    if state is PromiseState.OPEN and due < now:
        return say("overdue: {text}", text=text)
    if state is PromiseState.OPEN:
        return say("open: {text}", text=text)
    if state is PromiseState.KEPT:
        return say("kept: {text}", text=text)
    return say("broken: {text}", text=text)


_FACTS: dict[Part, Callable[[Desk, ClientFacts, Formula], list[FactRow]]] = {
    Part.CONTACT: _contact,
    Part.VALUE: _value,
    Part.COMPLAINTS: _complaints,
    Part.ENGAGEMENT: _engagement,
    Part.VOICE: _voice,
    Part.PROMISES: _promises,
}
