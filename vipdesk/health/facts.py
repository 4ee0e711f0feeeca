"""What the score is made of, read for many clients at once: a dozen queries whatever their number.

Only sums and counts leave the database here; a client's single facts are opened by `explain`.
A complaint that is kept from the client's manager does not count in what the manager reads:
a score that dips without a reason would tell.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, and_, bindparam, case, func, or_, select

from vipdesk.access import Desk
from vipdesk.access.sight import in_care_of
from vipdesk.clients.names import Name
from vipdesk.errors import NotFound
from vipdesk.health import cases_in_team
from vipdesk.health.case_facts import (
    CHUNK,
    SEE_ALL,
    Case,
    Kept,
    Reading,
    case_promises,
    cases,
    due_within,
    kept_columns,
    promises_asked,
)
from vipdesk.health.formula import Formula
from vipdesk.models import (
    Client,
    Event,
    Guest,
    GuestList,
    Invitation,
    Promise,
    Purchase,
    Staff,
    Tier,
)
from vipdesk.store.policies import held_by_database
from vipdesk.vocabulary import (
    EventState,
    InvitationState,
    PartStat,
    Role,
)
from vipdesk.wording import Who, say

READERS = frozenset({Role.MANAGER, Role.HEAD, Role.EXECUTIVE})

_YEARS_OF_PURCHASES = 3 * 365


@dataclass(slots=True)
class Answers:
    """Invitations of a year to events that took place."""

    came: int = 0
    declined: int = 0
    silent: int = 0
    no_show: int = 0

    @property
    def n(self) -> int:
        """Invitations that count."""
        return self.came + self.declined + self.silent + self.no_show


@dataclass(frozen=True, slots=True)
class Spending:
    """In minor units of the client's main currency; `known` if last year can be compared."""

    spent: float
    before: float
    median: float
    currency: str
    known: bool


@dataclass(slots=True)
class ClientFacts:
    """Everything the score needs to know of one client; None and () where nothing is on record."""

    id: UUID
    who: Name
    sort_key: str
    tier_ru: str
    tier_en: str
    tier_rank: int
    manager: Who
    manager_id: UUID | None
    has_manager: bool
    cadence: int
    known_since: datetime
    last_contact_at: datetime | None
    spending: Spending | None = None
    answers: Answers | None = None
    cases: tuple[Case, ...] = ()
    promises: Kept | None = None
    case_promises: tuple[tuple[int, Kept], ...] = ()


def check_reader(desk: Desk) -> None:
    """Raise `NotFound` for whoever may not know anybody's health: there is nothing to see."""
    if desk.actor.role not in READERS:
        raise NotFound(say("This page is not part of your role."))


def gather(desk: Desk, f: Formula, client_ids: Collection[UUID] | None = None) -> list[ClientFacts]:
    """Facts of the clients this person may read, or of those among `client_ids`."""
    check_reader(desk)
    found = {c.id: c for c in _clients(desk, f, client_ids)}
    if not found:
        return []
    ids = None if client_ids is None else list(found)
    for name, read in _READS:
        for client_id, value in read(desk, f, ids):
            if client_id in found:
                setattr(found[client_id], name, value)
    weighing, promised = _weighing(desk, f, ids)
    for one in weighing:
        if one.client_id in found:
            found[one.client_id].cases += (one,)
    for client_id, apart, kept in promised:
        if client_id in found:
            found[client_id].case_promises += ((apart, kept),)
    return list(found.values())


def _weighing(
    desk: Desk, f: Formula, ids: list[UUID] | None
) -> tuple[list[Case], Iterable[tuple[UUID, int, Kept]]]:
    if ids is not None and len(ids) <= CHUNK and held_by_database(desk.session):
        return cases_in_team.weigh(desk, f, ids)
    weighing = cases(desk, ids)
    # Promises of cases are read for an executive as a whole: not for clients who have no case.
    return weighing, case_promises(desk, f, ids) if weighing else ()


_WANTED = (
    select(
        Client.id, Client.surname, Client.given, Client.patronymic, Client.latin_name,
        Client.sort_key,
        Client.cadence_days, Client.created_at, Client.member_since, Client.last_contact_at,
        Tier.name_ru, Tier.name_en, Tier.rank, Tier.cadence_days.label("tier_cadence"),
        Staff.id.label("manager_id"), Staff.given.label("by_given"),
        Staff.surname.label("by_surname"), Staff.latin_name.label("by_latin"), Staff.left_at,
    )
    .outerjoin(Tier, Tier.id == Client.tier_id)
    .outerjoin(Staff, Staff.id == Client.manager_id)
    .where(Client.left_on.is_(None), Client.restricted_at.is_(None))
)  # fmt: skip
_CLIENTS = Reading.by(Client.id, _WANTED)
_IN_CARE = Reading.by(Client.id, _WANTED.where(in_care_of(bindparam("staff_id"), bindparam("now"))))


def _clients(desk: Desk, f: Formula, ids: Collection[UUID] | None) -> Iterable[ClientFacts]:
    all_of_them = desk.actor.role in SEE_ALL
    asked = {} if all_of_them else {"staff_id": desk.actor.id, "now": desk.now}
    for row in (_CLIENTS if all_of_them else _IN_CARE).rows(desk, ids, asked):
        yield ClientFacts(
            id=row.id,
            who=Name(row.surname, row.given, row.patronymic, row.latin_name),
            sort_key=row.sort_key,
            tier_ru=row.name_ru or "",
            tier_en=row.name_en or "",
            tier_rank=row.rank if row.rank is not None else 99,
            manager=Who(f"{row.by_given or ''} {row.by_surname or ''}".strip(), row.by_latin or ""),
            manager_id=row.manager_id,
            has_manager=row.manager_id is not None and row.left_at is None,
            cadence=row.cadence_days or row.tier_cadence or f.default_cadence_days,
            known_since=row.created_at,
            last_contact_at=row.last_contact_at,
        )


_AMOUNT = Purchase.amount_minor
_VALID = and_(
    Purchase.on_date > bindparam("since"), Purchase.on_date <= bindparam("today"),
    _AMOUNT.is_not(None),
)  # fmt: skip
_THEN = Purchase.on_date.between(bindparam("then"), bindparam("year_ago"))
_SUMS = Reading.by(
    Purchase.client_id,
    select(
        Purchase.client_id,
        Purchase.amount_currency,
        func.sum(case((Purchase.on_date > bindparam("lately"), _AMOUNT), else_=0)),
        func.sum(case((_THEN, _AMOUNT), else_=0)),
        func.count(),
        func.min(Purchase.on_date),
    )
    .where(_VALID)
    .group_by(Purchase.client_id, Purchase.amount_currency),
)


def _spending(desk: Desk, f: Formula, ids: list[UUID] | None) -> Iterable[tuple[UUID, Spending]]:
    today = desk.now.date()
    window, year = timedelta(days=f.value["window_days"]), timedelta(days=f.value["year_days"])
    valid = {"since": today - timedelta(days=_YEARS_OF_PURCHASES), "today": today}
    spans = {
        "lately": today - window, "then": today - year - window, "year_ago": today - year,
    }  # fmt: skip
    rows = list(_SUMS.rows(desk, ids, valid | spans))
    medians = _medians(desk, valid, ids) if rows else {}
    best: dict[UUID, tuple[int, Spending]] = {}
    for client_id, currency, spent, before, deals, first in rows:
        one = Spending(
            spent=float(spent or 0),
            before=float(before or 0),
            median=medians.get((client_id, currency), 0.0),
            currency=currency,
            known=first <= today - year,
        )
        if client_id not in best or best[client_id][0] < deals:
            best[client_id] = (deals, one)
    for client_id, (_, one) in best.items():
        yield client_id, one


_KEY = (Purchase.client_id, Purchase.amount_currency)
_RANKED = select(
    *_KEY,
    Purchase.amount_minor.label("amount"),
    func.row_number().over(partition_by=_KEY, order_by=Purchase.amount_minor).label("place"),
    func.count().over(partition_by=_KEY).label("n"),
).where(_VALID)


def _middle(ranked: Select[Any]) -> Select[Any]:
    c = ranked.subquery().c
    return (
        select(c.client_id, c.amount_currency, func.avg(c.amount))
        .where(2 * c.place >= c.n, 2 * c.place <= c.n + 2)
        .group_by(c.client_id, c.amount_currency)
    )


_MEDIANS = _middle(_RANKED)
_SOME_MEDIANS = _middle(_RANKED.where(Purchase.client_id.in_(bindparam("ids", expanding=True))))


def _medians(
    desk: Desk, valid: dict[str, Any], ids: list[UUID] | None
) -> dict[tuple[UUID, str], float]:
    """The usual deal by client and currency: the middle one, or the mean of the middle two."""
    few = ids is not None and len(ids) <= CHUNK
    found = desk.session.execute(
        _SOME_MEDIANS if few else _MEDIANS, {**valid, "ids": ids} if few else valid
    )
    return {(i, currency): float(m) for i, currency, m in found}


def _total(condition: Any) -> Any:
    return func.sum(case((condition, 1), else_=0))


_NOT_CAME = or_(Guest.attended.is_(None), Guest.attended.is_(False))
_QUIET = Invitation.partstat.in_((PartStat.NEEDS_ACTION, PartStat.TENTATIVE))
_ANSWERS = Reading.by(
    Invitation.client_id,
    select(
        Invitation.client_id,
        _total(Guest.attended.is_(True)),
        _total(and_(Invitation.partstat == PartStat.DECLINED, _NOT_CAME)),
        _total(and_(_QUIET, _NOT_CAME)),
        _total(and_(Invitation.partstat == PartStat.ACCEPTED, Guest.attended.is_(False))),
    )
    .join(Event, Event.id == Invitation.event_id)
    .outerjoin(GuestList, GuestList.event_id == Invitation.event_id)
    .outerjoin(
        Guest, and_(Guest.guest_list_id == GuestList.id, Guest.client_id == Invitation.client_id)
    )
    .where(
        Invitation.state == InvitationState.SENT,
        Event.state != EventState.CANCELLED,
        Event.ends_at > bindparam("since"),
        Event.ends_at <= bindparam("now"),
    )
    .group_by(Invitation.client_id),
)
_PROMISES = Reading.by(
    Promise.client_id,
    select(Promise.client_id, *kept_columns(Promise))
    .where(due_within(Promise))
    .group_by(Promise.client_id),
)


def _answers(desk: Desk, f: Formula, ids: list[UUID] | None) -> Iterable[tuple[UUID, Answers]]:
    asked = {"since": desk.now - timedelta(days=f.engagement["window_days"]), "now": desk.now}
    for client_id, *counts in _ANSWERS.rows(desk, ids, asked):
        yield client_id, Answers(*(int(n or 0) for n in counts))


def _promises(desk: Desk, f: Formula, ids: list[UUID] | None) -> Iterable[tuple[UUID, Kept]]:
    for client_id, kept, n, overdue in _PROMISES.rows(desk, ids, promises_asked(desk, f)):
        yield client_id, Kept(int(kept), int(n), int(overdue))


_READS: tuple[
    tuple[str, Callable[[Desk, Formula, list[UUID] | None], Iterable[tuple[UUID, object]]]], ...
] = (("spending", _spending), ("answers", _answers), ("promises", _promises))
