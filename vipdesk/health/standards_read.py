"""The cases behind the service standards, read from talks, promises, days, cards and clocks.

One read each for all clients of a person, whatever their number; times that count working hours
are counted in the club's own calendar.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, and_, or_, select

from vipdesk.access import Desk
from vipdesk.access.sight import in_care_of
from vipdesk.channels.hours import zone
from vipdesk.clients.days import next_time
from vipdesk.clients.names import Name
from vipdesk.complaints.business_time import Schedule, add_minutes, closing, next_working_day
from vipdesk.complaints.policy import rules_of
from vipdesk.complaints.sight import visible
from vipdesk.health.case_facts import SEE_ALL
from vipdesk.health.standards import Case, Catalogue, Standard, Verdict
from vipdesk.models import (
    ChannelPreference,
    Client,
    Complaint,
    ComplaintClock,
    Interaction,
    JournalEntry,
    OutboxMessage,
    Promise,
    StatusCard,
)
from vipdesk.vocabulary import (
    CardState,
    Channel,
    ClockKind,
    ClockVerdict,
    Direction,
    InteractionKind,
    PreferenceRule,
    PromiseState,
    Topic,
)

_REAL = (
    InteractionKind.TALK, InteractionKind.MEETING, InteractionKind.VISIT, InteractionKind.MESSAGE,
)  # fmt: skip
_YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Whose:
    """What the standards need to know of a client."""

    id: UUID
    name: Name
    tier_id: UUID | None
    zone: str | None
    created_at: datetime
    last_contact_at: datetime | None
    birth_month: int | None
    birth_day: int | None
    mourning_until: date | None


Clients = Mapping[UUID, Whose]
Read = tuple[Sequence[Case], int]


def clients_of(desk: Desk) -> Clients:
    """Clients of the club this person answers for: a manager's own, or all."""
    wanted = select(
        Client.id, Client.surname, Client.given, Client.patronymic, Client.latin_name,
        Client.tier_id, Client.time_zone, Client.created_at, Client.last_contact_at,
        Client.birth_month, Client.birth_day, Client.mourning_until,
    ).where(_counted(desk))  # fmt: skip
    return {
        r.id: Whose(
            r.id, Name(r.surname, r.given, r.patronymic, r.latin_name), r.tier_id, r.time_zone,
            r.created_at, r.last_contact_at, r.birth_month, r.birth_day, r.mourning_until,
        )
        for r in desk.session.execute(wanted)
    }  # fmt: skip


def _counted(desk: Desk) -> ColumnElement[bool]:
    here = and_(Client.left_on.is_(None), Client.restricted_at.is_(None))
    return here if desk.actor.role in SEE_ALL else and_(here, in_care_of(desk.actor.id, desk.now))


def _mine(desk: Desk) -> ColumnElement[bool]:
    return Interaction.client_id.in_(select(Client.id).where(_counted(desk)))


def _business() -> Schedule:
    return rules_of().calendar.schedule("business")


def _case(who: Whose, since: datetime, due: datetime, done: datetime | None, now: datetime) -> Case:
    """Kept by its hour, missed after it, open while it runs."""
    if done is not None:
        verdict = Verdict.KEPT if done <= due else Verdict.MISSED
    else:
        verdict = Verdict.OPEN if now <= due else Verdict.MISSED
    return Case(who.id, who.name, who.tier_id, since, due.astimezone(UTC), done, verdict)


def _answers(desk: Desk, since: datetime, ids: Iterable[UUID]) -> Mapping[UUID, list[datetime]]:
    """When we spoke to each of these clients, in order: what we sent, and real exchanges."""
    ours = or_(
        Interaction.direction == Direction.OUTBOUND,
        and_(Interaction.two_way.is_(True), Interaction.kind != InteractionKind.MESSAGE),
    )
    wanted = select(Interaction.client_id, Interaction.at).where(
        _mine(desk), Interaction.at > since, Interaction.kind.in_(_REAL), ours
    )
    asked, found = set(ids), defaultdict(list)
    for client_id, at in desk.session.execute(wanted.order_by(Interaction.at)):
        if client_id in asked:
            found[client_id].append(at)
    return found


def _waiting(
    desk: Desk, rules: Catalogue, clients: Clients, standard: Standard,
    what: ColumnElement[bool], due: Callable[[datetime, int], datetime],
) -> Read:  # fmt: skip
    """Calls and messages of clients; those that come before an answer are one case."""
    since = desk.now - timedelta(days=rules.days[standard])
    wanted = select(Interaction.client_id, Interaction.at).where(
        _mine(desk), Interaction.at > since, Interaction.at <= desk.now,
        Interaction.direction == Direction.INBOUND, what,
    )  # fmt: skip
    came = [
        (i, at)
        for i, at in desk.session.execute(wanted.order_by(Interaction.at))
        if i in clients and rules.limit(standard, clients[i].tier_id)
    ]
    answers = _answers(desk, since, {i for i, _ in came})
    cases, waits = [], set()
    for client_id, at in came:
        ours = answers.get(client_id, [])
        place = bisect_right(ours, at)
        if (client_id, place) in waits:
            continue
        waits.add((client_id, place))
        who = clients[client_id]
        limit = rules.limit(standard, who.tier_id)
        done = ours[place] if place < len(ours) and ours[place] <= desk.now else None
        cases.append(_case(who, at, due(at, limit), done, desk.now))
    return cases, 0


def _messages(desk: Desk, rules: Catalogue, clients: Clients) -> Read:
    """A message until it is answered, in working hours."""
    schedule = _business()
    return _waiting(
        desk, rules, clients, Standard.MESSAGE_ANSWER,
        Interaction.kind == InteractionKind.MESSAGE,
        lambda at, hours: add_minutes(schedule, at, hours * 60),
    )  # fmt: skip


def _calls(desk: Desk, rules: Catalogue, clients: Clients) -> Read:
    """A call that reached nobody, until we called back: a limit of 1 is the same day.

    After the club has closed the day is the next working one.
    """
    schedule = _business()

    def due(at: datetime, days: int) -> datetime:
        day = next_working_day(schedule, schedule.local_day(at))
        if at > closing(schedule, day):
            day = next_working_day(schedule, day + timedelta(days=1))
        for _ in range(days - 1):
            day = next_working_day(schedule, day + timedelta(days=1))
        return _end_of(day, schedule.zone)

    missed = and_(
        Interaction.kind == InteractionKind.TALK, Interaction.channel == Channel.PHONE,
        Interaction.two_way.is_(False),
    )  # fmt: skip
    return _waiting(desk, rules, clients, Standard.CALL_BACK, missed, due)


def _gaps(desk: Desk, rules: Catalogue, clients: Clients) -> Read:
    """How long ago the last real talk was; a client we never heard counts from the first day."""
    cases = []
    for who in clients.values():
        limit = rules.limit(Standard.TALK_GAP, who.tier_id)
        if not limit:
            continue
        since = who.last_contact_at or who.created_at
        due = since + timedelta(days=limit)
        if who.last_contact_at is not None and desk.now <= due:
            cases.append(Case(who.id, who.name, who.tier_id, since, due, since, Verdict.KEPT))
        else:
            cases.append(_case(who, since, due, None, desk.now))
    return cases, 0


def _birthdays(desk: Desk, rules: Catalogue, clients: Clients) -> Read:
    """The last birthday within the period; none in mourning, none who wants no greetings."""
    unwished = set(
        desk.session.scalars(
            select(ChannelPreference.client_id).where(
                ChannelPreference.topic == Topic.GREETING,
                ChannelPreference.rule == PreferenceRule.FORBID,
            )
        )
    )
    days: dict[UUID, tuple[date, ZoneInfo]] = {}
    unknown = 0
    for who in clients.values():
        if not rules.limit(Standard.BIRTHDAY, who.tier_id) or who.id in unwished:
            continue
        if who.birth_month is None or who.birth_day is None:
            unknown += 1
            continue
        where = zone(who.zone) or _business().zone
        today = desk.now.astimezone(where).date()
        day = _last_time(today, who.birth_month, who.birth_day)
        member = who.created_at.astimezone(where).date()
        mourned = who.mourning_until is not None and who.mourning_until >= day
        if day >= member and not mourned and (today - day).days <= rules.days[Standard.BIRTHDAY]:
            days[who.id] = (day, where)
    greeted = _greeted(desk, days)
    cases = []
    for client_id, (day, where) in days.items():
        starts = datetime.combine(day, time(), where).astimezone(UTC)
        done = greeted.get(client_id)
        cases.append(_case(clients[client_id], starts, _end_of(day, where), done, desk.now))
    return cases, unknown


def _last_time(today: date, month: int, day: int) -> date:
    """The latest such day up to today; 29 February falls where the desk's Today shows it."""
    year_ago = today - _YEAR
    found = next_time(month, day, year_ago)
    while (again := next_time(month, day, found + timedelta(days=1))) <= today:
        found = again
    return found


def _greeted(desk: Desk, days: Mapping[UUID, tuple[date, ZoneInfo]]) -> Mapping[UUID, datetime]:
    """When we spoke to each on the day: a talk, a visit, a gift, a greeting that went out."""
    since = desk.now - _YEAR - timedelta(days=2)
    ours = or_(Interaction.direction == Direction.OUTBOUND, Interaction.two_way.is_(True))
    kinds = (*_REAL, InteractionKind.GIFT)
    talks = select(Interaction.client_id, Interaction.at).where(
        _mine(desk), Interaction.at > since, Interaction.kind.in_(kinds), ours
    )
    sent = select(OutboxMessage.client_id, OutboxMessage.sent_at).where(
        OutboxMessage.topic == Topic.GREETING, OutboxMessage.sent_at > since
    )
    found: dict[UUID, datetime] = {}
    for query in (talks, sent):
        for client_id, at in desk.session.execute(query):
            day = days.get(client_id)
            if at is not None and day is not None and at.astimezone(day[1]).date() == day[0]:
                found[client_id] = min(at, found.get(client_id, at))
    return found


def _cards(desk: Desk, rules: Catalogue, clients: Clients) -> Read:
    """From the approval, which the journal tells, to the hand of the client."""
    since = desk.now - timedelta(days=rules.days[Standard.CARD_HANDOVER])
    states = (CardState.APPROVED, CardState.ISSUED, CardState.ACTIVE)
    cards = [
        c
        for c in desk.session.execute(
            select(StatusCard.id, StatusCard.client_id, StatusCard.handed_over_at).where(
                StatusCard.state.in_(states),
                or_(StatusCard.handed_over_at.is_(None), StatusCard.handed_over_at > since),
            )
        )
        if c.client_id in clients
        and rules.limit(Standard.CARD_HANDOVER, clients[c.client_id].tier_id)
    ]
    told = select(JournalEntry.object_id, JournalEntry.at).where(
        JournalEntry.object_table == "status_card",
        JournalEntry.verb == "approve_card",
    )
    approved: dict[UUID, datetime] = {}
    for card_id, said in desk.session.execute(told):
        if card_id is not None:
            approved[card_id] = max(said, approved.get(card_id, said))
    cases, unknown = [], 0
    for card in cards:
        at = approved.get(card.id)
        if at is None:
            unknown += 1
        elif at > since:
            who = clients[card.client_id]
            due = at + timedelta(days=rules.limit(Standard.CARD_HANDOVER, who.tier_id))
            cases.append(_case(who, at, due, card.handed_over_at, desk.now))
    return cases, unknown


def _promises(desk: Desk, rules: Catalogue, clients: Clients) -> Read:
    """Promises that came due. Agreed anew or released in time, they are no case."""
    since = desk.now - timedelta(days=rules.days[Standard.PROMISE])
    wanted = select(
        Promise.client_id, Promise.made_at, Promise.due_at, Promise.closed_at, Promise.state
    ).where(
        Promise.due_at > since,
        or_(Promise.due_at <= desk.now, Promise.state != PromiseState.OPEN),
        Promise.state.in_((PromiseState.OPEN, PromiseState.KEPT, PromiseState.BROKEN)),
    )
    cases = []
    for r in desk.session.execute(wanted):
        who = clients.get(r.client_id)
        if who is not None and rules.limit(Standard.PROMISE, who.tier_id):
            kept = r.state is PromiseState.KEPT
            cases.append(
                Case(
                    who.id, who.name, who.tier_id, r.made_at, r.due_at,
                    r.closed_at if kept else None, Verdict.KEPT if kept else Verdict.MISSED,
                )
            )  # fmt: skip
    return cases, 0


def first_touches(desk: Desk, rules: Catalogue, clients: Clients) -> Sequence[Case]:
    """The first answer to complaints this person may see, by the complaint's own clock."""
    since = desk.now - timedelta(days=rules.days[Standard.FIRST_TOUCH])
    wanted = (
        select(
            Complaint.client_id, ComplaintClock.started_at, ComplaintClock.due_at,
            ComplaintClock.stopped_at,
        )
        .join(Complaint, Complaint.id == ComplaintClock.complaint_id)
        .where(
            visible(desk), ComplaintClock.kind == ClockKind.ACK, ComplaintClock.round == 1,
            ComplaintClock.verdict != ClockVerdict.CANCELLED, ComplaintClock.started_at > since,
        )
    )  # fmt: skip
    return [
        _case(clients[r.client_id], r.started_at, r.due_at, r.stopped_at, desk.now)
        for r in desk.session.execute(wanted)
        if r.client_id in clients
        and rules.limit(Standard.FIRST_TOUCH, clients[r.client_id].tier_id)
    ]


def _end_of(day: date, where: ZoneInfo) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), where) - timedelta(seconds=1)


READS: Mapping[Standard, Callable[[Desk, Catalogue, Clients], Read]] = {
    Standard.MESSAGE_ANSWER: _messages,
    Standard.CALL_BACK: _calls,
    Standard.TALK_GAP: _gaps,
    Standard.BIRTHDAY: _birthdays,
    Standard.CARD_HANDOVER: _cards,
    Standard.PROMISE: _promises,
}
