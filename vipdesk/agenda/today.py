"""Today, put together: some thirty short reads, whatever the size of the club."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING
from uuid import NAMESPACE_OID, UUID, uuid5

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.access.drafts import HIDDEN, list_drafts
from vipdesk.access.matrix import Verb
from vipdesk.agenda import coming
from vipdesk.agenda.choices import CHOICE, ChoiceLine, list_choices
from vipdesk.agenda.dates import DATE, Days, find_dates
from vipdesk.agenda.delegation import ASKED, lines_with_others, list_asked
from vipdesk.agenda.lines import (
    AskedLine,
    CallLine,
    DateLine,
    DayMarks,
    DraftLine,
    EventLine,
    PromiseLine,
    Today,
)
from vipdesk.agenda.off_hours import list_off_hours_due
from vipdesk.agenda.rhythm import COUNTED, Led, led_by, list_calls
from vipdesk.channels.contact import known_of, policy_of
from vipdesk.channels.gate import ContactVerdict, verdict
from vipdesk.channels.waiting import FoundMessage, WaitingRow, count_waiting, find_waiting
from vipdesk.complaints import sight
from vipdesk.complaints.action_lines import list_due_actions
from vipdesk.complaints.due import DueRow, due_clocks
from vipdesk.complaints.policies import calendar_warning
from vipdesk.models import Handover, MailAccount, Snooze
from vipdesk.vocabulary import Channel, OutboxState, Role, Topic

if TYPE_CHECKING:
    from vipdesk.clients.handover_rows import ReceivedRow

WEEK = 7
_PROMISES, _CALLS, _DATES, _EVENTS, _OUTBOX = 30, 8, 12, 8, 12
_OFF_HOURS, _CHOICES = 8, 8
_ASKED_DATES, _DRAFTS = 40, 5  # for so many days it is asked whether one may call
DRAFT = "draft"
_TOPICS = {"call": Topic.PERSONAL, "promise": Topic.PERSONAL, "date": Topic.GREETING}
_NEEDS_A_PERSON = (OutboxState.REVIEW, OutboxState.FAILED, OutboxState.TO_DO, OutboxState.HELD)


def today(desk: Desk, *, zone: tzinfo | None = None) -> Today:
    """What is due for the person at work. `zone`: the desk's own (None: the machine's)."""
    day = desk.now.astimezone(zone).date()
    tomorrow = _midnight(day + timedelta(days=1), zone)
    week_end = _midnight(day + timedelta(days=WEEK), zone)
    promises, promises_more = coming.list_promises(
        desk, tomorrow=tomorrow, until=week_end, limit=_PROMISES
    )
    led = led_by(desk)
    calls, calls_more = list_calls(desk, limit=_CALLS, led=led)
    asked = list_asked(desk)
    put_off = _put_off(desk)
    found = _dates(desk, day, asked, led, put_off)
    counts = found.counts()
    dates = found.lines(max(_DATES, min(counts.get(day, 0), COUNTED)))
    events = tuple(
        e
        for e in coming.list_events(desk, until=week_end, limit=_EVENTS)
        if ("event", e.id) not in put_off
    )
    asked = tuple(a for a in asked if not a.of_me or (ASKED, a.id) not in put_off)
    waiting = _found_waiting(desk)
    asleep = frozenset(key for kind, key in put_off if kind == CHOICE)
    choices = list_choices(desk, days=WEEK, limit=_CHOICES, put_off=asleep)
    promises, calls, dates, asked, outbox, choices = _with_contact(
        desk, promises, calls, dates, asked, waiting, choices
    )
    return Today(
        day=day,
        promises=promises,
        promises_more=promises_more,
        calls=calls,
        calls_more=calls_more,
        dates=dates,
        events=events,
        replies=coming.count_replies(desk),
        outbox=outbox,
        waiting=_waiting(desk),
        mail_account=desk.session.scalar(select(MailAccount.id).limit(1)) is not None,
        clocks=_clocks(desk),
        without_manager=coming.count_without_manager(desk),
        week=_week(day, zone, promises, counts, events),
        received=_received(desk),
        asked=asked,
        drafts=_drafts(desk, put_off),
        choices=choices,
        off_hours=list_off_hours_due(desk, until=week_end, limit=_OFF_HOURS),
        actions=list_due_actions(desk, until=day + timedelta(days=WEEK)),
        dates_cut=counts.get(day, 0) > COUNTED,
        calendar=calendar_warning(desk) if desk.actor.role in sight.SENIOR else None,
    )


def _put_off(desk: Desk) -> frozenset[tuple[str, UUID]]:
    """Lines this person has put off; calls, which may be many, are left out in their own read."""
    query = select(Snooze.kind, Snooze.object_id).where(
        Snooze.staff_id == desk.actor.id,
        Snooze.until > desk.now,
        Snooze.kind.in_((ASKED, "event", DRAFT, DATE, CHOICE)),
    )
    return frozenset((kind, key) for kind, key in desk.session.execute(query))


def _dates(
    desk: Desk,
    day: date,
    asked: tuple[AskedLine, ...],
    led: list[Led],
    put_off: frozenset[tuple[str, UUID]],
) -> Days:
    asleep = frozenset(key for kind, key in put_off if kind == DATE)
    found = find_dates(desk, day, days=WEEK, led=led, put_off=asleep)
    return found.without({key for kind, key in lines_with_others(asked) if kind == DATE})


def _drafts(desk: Desk, put_off: frozenset[tuple[str, UUID]]) -> tuple[DraftLine, ...]:
    """Forms left half-written before today's sitting; of the private track for whom it is."""
    hidden = sight.works_here(desk.actor.role)
    return tuple(
        DraftLine(d.key, d.title, d.saved_at or desk.now, d.key.startswith(HIDDEN))
        for d in list_drafts(desk, hidden=hidden)[:_DRAFTS]
        if (DRAFT, draft_id(d.key)) not in put_off
    )


def draft_id(key: str) -> UUID:
    """The key of a form as the key of a line."""
    return uuid5(NAMESPACE_OID, key)


def _received(desk: Desk) -> tuple[ReceivedRow, ...]:
    """Handovers not seen yet. Most mornings there is none: one light question, no more."""
    if not desk.actor.may(Verb.SELECT, "handover"):
        return ()
    unseen = select(Handover.id).where(
        Handover.to_id == desk.actor.id,
        Handover.by_id != desk.actor.id,
        Handover.seen_at.is_(None),
        Handover.undone_at.is_(None),
    )
    if desk.session.scalar(unseen.limit(1)) is None:
        return ()
    from vipdesk.clients.handover import list_received

    return list_received(desk)


def _midnight(day: date, zone: tzinfo | None) -> datetime:
    local = datetime.combine(day, time(), zone) if zone else datetime.combine(day, time())
    return local.astimezone(UTC)


def _with_contact(
    desk: Desk,
    promises: tuple[PromiseLine, ...],
    calls: tuple[CallLine, ...],
    dates: tuple[DateLine, ...],
    asked: tuple[AskedLine, ...],
    waiting: tuple[FoundMessage, ...],
    choices: tuple[ChoiceLine, ...],
) -> tuple[
    tuple[PromiseLine, ...],
    tuple[CallLine, ...],
    tuple[DateLine, ...],
    tuple[AskedLine, ...],
    tuple[WaitingRow, ...],
    tuple[ChoiceLine, ...],
]:
    """Beside each line whether the client may be called now; a greeting is asked as a greeting.

    What the gate asks for is read once for all of them.
    """
    policy = policy_of(desk)
    ids = {p.client_id for p in promises}
    ids |= {c.client_id for c in calls} | {d.client_id for d in dates[:_ASKED_DATES]}
    ids |= {a.client_id for a in asked if a.of_me and a.client_id is not None}
    ids |= {w.client_id for w in waiting} | {c.client_id for c in choices}
    known = known_of(desk, ids, desk.now, policy)

    def ask(client_id: UUID | None, topic: Topic) -> ContactVerdict | None:
        found = known.get(client_id) if client_id is not None else None
        if found is None:
            return None
        return verdict(found, policy, Channel.PHONE, topic, desk.now)

    return (
        tuple(replace(p, contact=ask(p.client_id, Topic.PERSONAL)) for p in promises),
        tuple(replace(c, contact=ask(c.client_id, Topic.PERSONAL)) for c in calls),
        tuple(replace(d, contact=ask(d.client_id, Topic.GREETING)) for d in dates),
        tuple(replace(a, contact=ask(a.client_id, _TOPICS[a.kind])) for a in asked),
        tuple(w.judged(known[w.client_id], policy, desk.now) for w in waiting),
        tuple(replace(c, contact=ask(c.client_id, Topic.SERVICE)) for c in choices),
    )


def _found_waiting(desk: Desk) -> tuple[FoundMessage, ...]:
    if desk.actor.role is Role.AUDITOR:
        return ()
    shared = find_waiting(desk, states=_NEEDS_A_PERSON, limit=_OUTBOX)
    if not sight.works_here(desk.actor.role):
        return shared
    return (
        *find_waiting(desk, states=_NEEDS_A_PERSON, private=True, limit=_OUTBOX),
        *shared,
    )


def _waiting(desk: Desk) -> dict[OutboxState, int]:
    if desk.actor.role is Role.AUDITOR:
        return {}
    counts = count_waiting(desk)
    if sight.works_here(desk.actor.role):
        for state, count in count_waiting(desk, private=True).items():
            counts[state] = counts.get(state, 0) + count
    return counts


def _clocks(desk: Desk) -> tuple[DueRow, ...] | None:
    """Due within a day. Own ones; for senior management every one that is late."""
    if not sight.works_here(desk.actor.role):
        return None
    until = desk.now + timedelta(days=1)
    if desk.actor.role not in sight.SENIOR:
        return due_clocks(desk, until=until)
    found = due_clocks(desk, until=until, mine_only=False)
    mine = [row for row in found if row.owner_id == desk.actor.id]
    late = [row for row in found if row not in mine and row.late and row.due_at <= desk.now]
    return (*mine, *late)


def _week(
    day: date,
    zone: tzinfo | None,
    promises: tuple[PromiseLine, ...],
    dates: Mapping[date, int],
    events: tuple[EventLine, ...],
) -> tuple[DayMarks, ...]:
    """The strip of seven days; what is overdue stands on today."""

    def local(moment: datetime) -> date:
        return max(day, moment.astimezone(zone).date())

    return tuple(
        DayMarks(
            day=one,
            promises=sum(local(p.due_at) == one for p in promises),
            dates=dates.get(one, 0),
            events=sum(local(e.starts_at) == one for e in events),
        )
        for one in (day + timedelta(days=n) for n in range(WEEK))
    )
