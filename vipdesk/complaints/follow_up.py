"""The talk a week after a case was resolved: was it solved, how content, how easy.

By the owner, in the channel the client prefers, off holidays and outside quiet hours. Two tries;
after them it is 'not reached', which is no 'satisfied'. What is not asked stays unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.channels import contact
from vipdesk.channels.open_hours import Span, open_spans
from vipdesk.complaints import business_time, history, sight, timekeeping
from vipdesk.complaints import steps as step
from vipdesk.complaints.policy import Rules
from vipdesk.complaints.states import Part
from vipdesk.errors import UserError
from vipdesk.learning import FollowUpState, Solved
from vipdesk.models import CaseEvent, Complaint, FollowUp
from vipdesk.vocabulary import CaseEventKind, Channel, ClockKind, ComplaintState, Direction, Topic
from vipdesk.wording import say

FIRST_DAY, DAY, LAST_DAY = 5, 7, 9
TRIES = 2
NPS_QUIET = timedelta(days=30)
_ENDED = (FollowUpState.DONE, FollowUpState.NOT_REACHED, FollowUpState.DECLINED)
_QUARTER = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """The talk of the present round. Moments are UTC.

    talk_at: when to talk, None where no hour in the window suits; since, until: the window.
    csat 1–5, ces 1–7, worth 1–5; None: not asked or not said. mine: the person at work owns it.
    """

    complaint_id: UUID
    round: int
    state: FollowUpState
    tries: int
    tried_at: datetime | None
    closed_at: datetime | None
    channel: Channel
    talk_at: datetime | None
    since: datetime
    until: datetime
    solved: Solved | None
    csat: int | None
    ces: int | None
    worth: int | None
    said: str
    mine: bool

    @property
    def reopen(self) -> bool:
        """Whether the client's word asks for the case to be opened again."""
        return self.solved in (Solved.PARTLY, Solved.NO)


@dataclass(frozen=True, slots=True)
class Said:
    """What the client said. Nothing but `solved` has to be known."""

    solved: Solved
    csat: int | None = None
    ces: int | None = None
    worth: int | None = None
    words: str = ""


def find_follow_up(desk: Desk, complaint_id: UUID) -> FollowUpRow | None:
    """The talk of the present round; None where the case was never resolved in it."""
    complaint = sight.find(desk, complaint_id)
    resolved = _resolved_at(desk, complaint)
    if resolved is None:
        return None
    row = _row(desk, complaint)
    rules = timekeeping.rules_for(complaint)
    since, until = window(rules, resolved)
    state = row.state if row else FollowUpState.PLANNED
    open_ = state is FollowUpState.PLANNED
    return FollowUpRow(
        complaint_id=complaint.id,
        round=complaint.reopen_count + 1,
        state=state,
        tries=row.tries if row else 0,
        tried_at=row.tried_at if row else None,
        closed_at=row.closed_at if row else None,
        channel=(row.channel if row else None) or complaint.reach_by,
        talk_at=_talk_at(desk, complaint, rules, resolved) if open_ else None,
        since=since,
        until=until,
        solved=row.solved if row else None,
        csat=row.csat if row else None,
        ces=row.ces if row else None,
        worth=row.worth if row else None,
        said=row.said if row else "",
        mine=Part.OWNER in sight.parts_of(desk, complaint),
    )


def result(desk: Desk, complaint_id: UUID) -> FollowUpState | None:
    """How the talk of the present round ended; None while it is still to come. For the guard.

    `NOT_REACHED` after two tries and `DECLINED` let a case close; neither is a satisfied client.
    """
    complaint = desk.session.get(Complaint, complaint_id)
    row = _row(desk, complaint) if complaint is not None else None
    return row.state if row is not None and row.state in _ENDED else None


def _row(desk: Desk, complaint: Complaint) -> FollowUp | None:
    return desk.session.scalars(
        select(FollowUp).where(
            FollowUp.complaint_id == complaint.id, FollowUp.round == complaint.reopen_count + 1
        )
    ).first()


def _resolved_at(desk: Desk, complaint: Complaint) -> datetime | None:
    rows = desk.session.scalars(
        select(CaseEvent).where(
            CaseEvent.complaint_id == complaint.id, CaseEvent.kind == CaseEventKind.STATE
        )
    )
    if complaint.state not in (ComplaintState.RESOLVED, ComplaintState.CLOSED):
        return None
    found = [r.at for r in rows if r.payload.get("to") == ComplaintState.RESOLVED]
    return max(found, default=None)


# When -------------------------------------------------------------------------------------------


def window(rules: Rules, resolved_at: datetime) -> Span:
    """Day 5 to the end of day 9 after the solution, in UTC. Pure."""
    zone = rules.calendar.zone
    day = resolved_at.astimezone(zone).date()
    midnight = datetime.min.time()
    since = datetime.combine(day + timedelta(days=FIRST_DAY), midnight, zone)
    until = datetime.combine(day + timedelta(days=LAST_DAY + 1), midnight, zone)
    return since.astimezone(UTC), until.astimezone(UTC)


def talk_hour(
    rules: Rules, resolved_at: datetime, calls: Sequence[Span], now: datetime
) -> datetime | None:
    """When to talk: the open hour of the window nearest to day 7, not in the past. Pure.

    Only hours in which the club works (so no holiday) and the client takes such a contact.
    calls: those spans, in order, UTC. None where the two never meet in the window.
    """
    since, until = window(rules, resolved_at)
    since = max(since, now.astimezone(UTC))
    wanted = resolved_at.astimezone(UTC) + timedelta(days=DAY)
    found: list[datetime] = []
    for opens, closes in _meeting(rules, since, until, calls):
        if closes - opens >= _QUARTER:
            found.append(min(max(wanted, opens), closes - _QUARTER))
    return min(found, key=lambda at: (abs(at - wanted), at), default=None)


def _meeting(
    rules: Rules, since: datetime, until: datetime, calls: Sequence[Span]
) -> Iterable[Span]:
    for opens, closes in business_time.open_spans(rules.calendar.schedule("business"), since):
        if opens >= until:
            return
        for first, last in calls:
            start, end = max(opens, first, since), min(closes, last, until)
            if start < end:
                yield start.astimezone(UTC), end.astimezone(UTC)


def _talk_at(
    desk: Desk, complaint: Complaint, rules: Rules, resolved_at: datetime
) -> datetime | None:
    since, until = window(rules, resolved_at)
    since = max(since, desk.now)
    if since >= until:
        return None
    policy = contact.policy_of(desk)
    known = contact.known_of(desk, (complaint.client_id,), desk.now, policy)[complaint.client_id]
    if known.zone_at(since) is None:
        known = replace(known, zone=str(rules.calendar.zone))
    calls = tuple(open_spans(known, policy, complaint.reach_by, Topic.SERVICE, since, until))
    return talk_hour(rules, resolved_at, calls, desk.now)


# What came of it ----------------------------------------------------------------------------------


def note_follow_up(
    desk: Desk, complaint_id: UUID, *, channel: Channel, said: Said
) -> FollowUpRow | None:
    """The client was reached and answered. 'Partly' and 'no' ask for the case to be reopened.

    Raises `UserError` (field 'csat', 'ces', 'worth', 'words') for a number that is none.
    """
    complaint, row = _open_talk(desk, complaint_id)
    for name, value, most in (
        ("csat", said.csat, 5), ("ces", said.ces, 7), ("worth", said.worth, 5),
    ):  # fmt: skip
        if value is not None and not 1 <= value <= most:
            raise UserError(say("From 1 to {most}, or leave it open.", most=most), field=name)
    if said.solved is not Solved.YES and not said.words.strip():
        raise UserError(say("Write down what is not solved, in the client’s words."), field="words")
    row.state, row.channel, row.closed_at = FollowUpState.DONE, channel, desk.now
    row.solved, row.csat, row.ces, row.worth = said.solved, said.csat, said.ces, said.worth
    row.said = said.words.strip()
    _ended(desk, complaint, row)
    history.write(
        desk, complaint, CaseEventKind.CONTACT, text=row.said, channel=channel,
        direction=str(Direction.OUTBOUND), solved=str(said.solved),
    )  # fmt: skip
    desk.note("note_follow_up", "follow_up", row.id, ("solved", "csat", "ces", "worth", "said"))
    return find_follow_up(desk, complaint_id)


def miss_follow_up(desk: Desk, complaint_id: UUID, *, channel: Channel) -> FollowUpRow | None:
    """The client was tried and not reached. The second time ends it as 'not reached'."""
    complaint, row = _open_talk(desk, complaint_id)
    if row.tried_at is not None and row.tried_at.date() == desk.now.date():
        raise UserError(say("Today was tried already: try again on another day."))
    row.tries += 1
    row.tried_at, row.channel = desk.now, channel
    if row.tries >= TRIES:
        row.state, row.closed_at = FollowUpState.NOT_REACHED, desk.now
        _ended(desk, complaint, row)
    desk.session.flush()
    history.write(desk, complaint, CaseEventKind.NOTE, channel=channel, tried=row.tries)
    desk.note("miss_follow_up", "follow_up", row.id, ("tries", "state"))
    return find_follow_up(desk, complaint_id)


def decline_follow_up(desk: Desk, complaint_id: UUID, *, words: str) -> FollowUpRow | None:
    """The client said that no talk is wished. `words`: how it was said."""
    complaint, row = _open_talk(desk, complaint_id)
    row.said = step.require_words(words, "words")
    row.state, row.closed_at = FollowUpState.DECLINED, desk.now
    _ended(desk, complaint, row)
    desk.note("decline_follow_up", "follow_up", row.id, ("state", "said"))
    return find_follow_up(desk, complaint_id)


def _open_talk(desk: Desk, complaint_id: UUID) -> tuple[Complaint, FollowUp]:
    complaint = sight.find(desk, complaint_id)
    if Part.OWNER not in sight.parts_of(desk, complaint):
        raise UserError(say("The owner of the case talks to the client."))
    if complaint.state is not ComplaintState.RESOLVED:
        raise UserError(say("The talk comes after the case is resolved."))
    row = _row(desk, complaint)
    if row is None:
        row = FollowUp(
            complaint_id=complaint.id, round=complaint.reopen_count + 1, staff_id=desk.actor.id,
            state=FollowUpState.PLANNED, tries=0,
        )  # fmt: skip
        desk.session.add(row)
        desk.session.flush()
    elif row.state is not FollowUpState.PLANNED:
        raise UserError(say("This talk is over: its result stays as it was noted."))
    return complaint, row


def _ended(desk: Desk, complaint: Complaint, row: FollowUp) -> None:
    """The talk is over: its clock is judged by the talk, and cancelled where there was none."""
    desk.session.flush()
    if row.state is FollowUpState.DECLINED:
        timekeeping.cancel_clocks(desk, complaint, (ClockKind.FOLLOW_UP,), desk.now)
    else:
        timekeeping.stop_clocks(desk, complaint, (ClockKind.FOLLOW_UP,), desk.now)


# For others ---------------------------------------------------------------------------------------


def nps_after(desk: Desk, client_id: UUID) -> datetime | None:
    """Until when this client is not asked to recommend us; None: may be asked.

    Thirty days from the last complaint, and never while one is open. Whoever may not see the
    complaint may not ask this either: on a server the rows are not there.
    """
    rows = desk.session.execute(
        select(Complaint.received_at, Complaint.state, Complaint.closed_at).where(
            Complaint.client_id == client_id
        )
    ).all()
    quiet = [
        (desk.now if state.is_open else max(received, closed or received)) + NPS_QUIET
        for received, state, closed in rows
    ]
    last = max(quiet, default=None)
    return last if last is not None and last > desk.now else None
