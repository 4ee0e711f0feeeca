"""Complaints and their courses: most mended and closed, some open, one about a manager.

Deadlines come from the complaints' own pure functions, so that a clock of the demonstration
club is due when a real one would be.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

from vipdesk.channels.gate import Known, Policy
from vipdesk.channels.open_hours import open_spans
from vipdesk.compensating import GrantState
from vipdesk.complaints import answer_hour, business_time, clocks
from vipdesk.complaints.clocks import Standing
from vipdesk.complaints.policy import rules_of
from vipdesk.complaints.public_no import new_number
from vipdesk.demo.case_after import CaseAfter
from vipdesk.demo.case_given import CaseGiven
from vipdesk.demo.case_papers import CasePapers
from vipdesk.demo.chance import Chance, Weighted
from vipdesk.demo.people import Member, Worker
from vipdesk.demo.pools import fill, pool, side
from vipdesk.demo.rows import Rows
from vipdesk.vocabulary import (
    CaseEventKind,
    Channel,
    ClockKind,
    ClockVerdict,
    ComplaintCategory,
    ComplaintState,
    FlagKind,
    HoldKind,
    PromiseState,
    RestrictedClass,
    Role,
    Severity,
    Topic,
)
from vipdesk.wording import Lang

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
_ENDS = Weighted(
    [
        (ComplaintState.CLOSED, 88.0),
        (ComplaintState.CLOSED_UNRESOLVED, 7.0),
        (ComplaintState.WITHDRAWN, 5.0),
    ]
)
_CHANNELS = Weighted(
    [
        (Channel.PHONE, 44.0),
        (Channel.EMAIL, 24.0),
        (Channel.IN_PERSON, 20.0),
        (Channel.MESSENGER, 12.0),
    ]
)
S = ComplaintState


@dataclass(frozen=True, slots=True)
class _Plan:
    """What should become of a complaint: when it came, how far it got."""

    days_ago: float
    state: ComplaintState
    severity: Severity | None = None
    category: ComplaintCategory | None = None
    about_manager: bool = False
    overdue: bool = False
    top_tier: bool = False


# The cases that are open now; a larger club has proportionally more of them.
_OPEN = (
    _Plan(0.06, S.REGISTERED, Severity.S3),
    _Plan(1.2, S.IN_WORK, Severity.S2, top_tier=True),
    _Plan(9.0, S.IN_WORK, Severity.S2, overdue=True),
    _Plan(0.9, S.ACKED, about_manager=True),
    _Plan(3.3, S.WAIT_CLIENT, Severity.S3),
    _Plan(4.1, S.ANSWERED, Severity.S3),
    _Plan(0.6, S.IN_WORK, Severity.S1, ComplaintCategory.PRIVACY),
    _Plan(5.4, S.RESOLVED, Severity.S2),
)
_AT_FIRST_DESK = (_OPEN[0], _OPEN[1], _OPEN[2], _OPEN[4])
_STEPS = (S.REGISTERED, S.ACKED, S.IN_WORK, S.ANSWERED, S.RESOLVED, S.CLOSED)


class Cases:
    """Writes complaints with clocks, promises, flags, history and invite holds."""

    def __init__(self, chance: Chance, rows: Rows, lang: Lang, staff: list[Worker]) -> None:
        self._chance = chance
        self._rows = rows
        self._side = side(lang)
        self._staff = staff
        self._head = next(w for w in staff if w.role is Role.HEAD)
        self._bosses = [w for w in staff if w.role is Role.EXECUTIVE]
        self._rules = rules_of()
        self._data = pool("complaints")
        self._after = CaseAfter(rows, chance.as_of, self._side, self._head)
        self._papers = CasePapers(rows, chance.as_of, self._side)
        self._given = CaseGiven(rows, chance.as_of, self._side)
        self._numbers: set[str] = set()
        self._before: dict[UUID, datetime] = {}
        self._held: set[UUID] = set()
        self._told: dict[str, int] = {}
        self._opened = False

    def add(self, members: Sequence[Member]) -> None:
        """About eight complaints a year for each hundred members, and holds of other reasons."""
        led = [m for m in members if m.manager >= 0 and m.persona != "new"]
        past = max(16, len(members) * 8 // 100)
        plans = [_Plan(14 + 500 * (n + 0.5) / past, _ENDS.pick(self._chance)) for n in range(past)]
        repeat = max(1, len(members) // 1000)
        for plan in sorted([*plans, *_OPEN * repeat], key=lambda p: -p.days_ago):
            self._case(plan, self._whose(plan, led))
        self._after.problem()
        for member in self._chance.some(led, max(3, len(members) // 60)):
            self._hold(
                member, HoldKind.NO_INVITE if self._chance.hit(0.6) else HoldKind.ASK_MANAGER
            )

    def _whose(self, plan: _Plan, led: Sequence[Member]) -> Member:
        """Somebody the plan fits; some of the open cases lie on the first manager's desk."""
        at_first_desk = plan in _AT_FIRST_DESK and not self._opened
        if plan is _OPEN[0]:
            self._opened = True  # the other rounds of a larger club go anywhere
        for _ in range(400):
            member = self._chance.pick(led)
            by_manager = self._staff[member.manager].role is Role.MANAGER
            first = member.manager == 0
            fits = first == at_first_desk or plan not in _OPEN
            if (member.tier == 0) == plan.top_tier and by_manager and fits:
                return member
        return self._chance.pick(led)

    def _case(self, plan: _Plan, member: Member) -> None:
        told = self._told_by(plan)
        severity = plan.severity or Severity(told["severity"])
        about = bool(told.get("about_manager"))
        received = self._received(plan)
        owner = self._head if about else self._staff[member.manager]
        case = _Case(
            id=self._chance.private_id(), member=member, severity=severity, about=about,
            demand=bool(told.get("demand")), received=received, owner=owner,
            standing=Standing(member.tier + 1, severity),
        )  # fmt: skip
        self._event(case, CaseEventKind.REGISTERED, received, "")
        self._course(case, plan)
        self._clocks(case)
        self._flags(case, plan)
        self._row(case, plan, told)
        if case.state is S.CLOSED and case.closed is not None:
            self._after.add(
                case.id, owner.id, plan.category or ComplaintCategory(told["category"]), case.closed
            )
        self._offer(case, plan.category or ComplaintCategory(told["category"]))
        if plan in _OPEN and severity < Severity.S3 and plan.state is not S.RESOLVED:
            rule = self._rules.policy.holds[severity]
            self._hold(member, rule.kind, case.id)
        if plan in _OPEN and plan.state is S.IN_WORK:
            said = fill(told["words"][side(member.lang)], woman=member.name.woman)
            self._papers.add(case.id, owner.id, said, received)
        self._before[member.id] = received

    def _offer(self, case: _Case, category: ComplaintCategory) -> None:
        """What the client was offered with the answer, and what a department was asked before."""
        if case.first is not None and case.state is not S.WITHDRAWN:
            self._given.ask(case.id, case.owner.id, category, case.first)
        became = {
            S.CLOSED: GrantState.SETTLED, S.RESOLVED: GrantState.COMMITTED,
            S.ANSWERED: GrantState.RESERVED,
        }.get(case.state)  # fmt: skip
        answered = case.answered
        if case.state is S.IN_WORK and case.standing.rank == 1:
            became, answered = GrantState.RESERVED, case.first  # offered before the answer
        if became is None or answered is None:
            return
        if became is GrantState.COMMITTED:
            due = answered + timedelta(hours=26)
            self._clock(case, ClockKind.COMP_DELIVERY, answered + 2 * _HOUR, due, None, None)
        if became is not GrantState.SETTLED or (case.standing.rank or 9) <= 2:
            self._given.add(
                case.id, case.member.id, case.owner.id, category, answered, became
            )  # fmt: skip

    def _told_by(self, plan: _Plan) -> dict[str, Any]:
        fitting: list[dict[str, Any]] = [
            c
            for c in self._data["case"]
            if bool(c.get("about_manager")) == plan.about_manager
            and (plan.severity is None or c["severity"] == plan.severity)
            and (plan.category is None or c["category"] == plan.category)
        ]
        least = min(self._told.get(c["summary"][0], 0) for c in fitting)
        told = self._chance.pick(
            [c for c in fitting if self._told.get(c["summary"][0], 0) == least]
        )
        self._told[told["summary"][0]] = least + 1
        return told

    def _received(self, plan: _Plan) -> datetime:
        moment = self._chance.ago(plan.days_ago)
        if plan.days_ago < 1:
            return moment
        return self._chance.local(moment, "Europe/Moscow", 9.5 + 8 * self._chance.random())

    def _course(self, case: _Case, plan: _Plan) -> None:
        """Walk the states as far as the plan goes, each step at a believable time."""
        chance, words = self._chance, self._data["course"]
        if plan.state is S.WITHDRAWN:
            self._step(case, S.WITHDRAWN, case.received + 5 * _HOUR, words["withdrawn"])
            return
        reach = _STEPS.index(
            {S.WAIT_CLIENT: S.IN_WORK, S.CLOSED_UNRESOLVED: S.ANSWERED}.get(plan.state, plan.state)
        )
        at = case.received
        if reach >= 1:
            at = case.acked = self._within(case, ClockKind.ACK, 0.96)
            self._event(case, CaseEventKind.CONTACT, at, self._line("ack"), channel=Channel.PHONE)
            self._step(case, S.ACKED, at)
        if reach >= 2:
            case.first = self._within(case, ClockKind.FIRST, 0.93, after=at)
            self._event(
                case, CaseEventKind.LETTER, case.first, self._line("first"), channel=Channel.EMAIL
            )
            self._step(case, S.IN_WORK, case.first)
            self._promise(case, plan, case.first)
        if plan.state is S.WAIT_CLIENT and case.first is not None:
            self._wait(case, case.first + 20 * _HOUR)
        if reach >= 3 and case.promised is not None:
            late = 1.3 if chance.hit(0.08) else 0.75
            made = case.first_or_received
            at = self._before_now(self._by_day(made + (case.promised - made) * late))
            case.answered = at
            self._event(
                case, CaseEventKind.CONTACT, at, self._line("answer"), channel=Channel.PHONE
            )
            self._step(case, S.ANSWERED, at)
        if plan.state is S.CLOSED_UNRESOLVED:
            case.resolved = case.closed = self._before_now(self._by_day(at + 2 * _DAY))
            self._step(case, S.CLOSED_UNRESOLVED, case.resolved, words["unresolved"])
        if reach >= 4:
            case.resolved = self._before_now(self._by_day(at + chance.between(3, 30) * _HOUR))
            self._step(case, S.RESOLVED, case.resolved, words["accepted"])
        if reach >= 5 and case.resolved is not None:
            case.closed = self._before_now(self._by_day(case.resolved + 7 * _DAY))
            self._event(
                case, CaseEventKind.CONTACT, case.closed, self._line("follow"),
                channel=Channel.PHONE,
            )  # fmt: skip
            self._step(case, S.CLOSED, case.closed)

    def _line(self, key: str) -> str:
        line: str = self._data["course"][key][self._side]
        return line

    def _before_now(self, at: datetime) -> datetime:
        return min(at, self._chance.as_of - timedelta(minutes=self._chance.between(5, 90)))

    def _due(self, case: _Case, kind: ClockKind, start: datetime) -> datetime:
        return clocks.due(self._rules, kind, case.standing, start).at

    def _within(
        self, case: _Case, kind: ClockKind, in_time: float, after: datetime | None = None
    ) -> datetime:
        """A moment inside the clock's time, or a little after it for the few that are late."""
        begin = after or case.received
        due = self._due(case, kind, case.received)
        share = 0.2 + 0.6 * self._chance.random() if self._chance.hit(in_time) else 1.4
        at = self._by_day(max(begin, begin + (due - begin) * share))
        return self._before_now(min(at, due) if share < 1 and begin < due else at)

    def _by_day(self, at: datetime) -> datetime:
        """The same moment, or soon after the club opens: nobody writes at night."""
        opens, _ = next(business_time.open_spans(self._rules.calendar.schedule("extended"), at))
        return at if opens <= at else opens + timedelta(minutes=at.minute % 40)

    def _promise(self, case: _Case, plan: _Plan, made: datetime) -> None:
        plain = clocks.propose_answer(self._rules, case.standing, made)
        calls = open_spans(
            Known(zone=case.member.zone), Policy(), Channel.PHONE, Topic.SERVICE,
            made.astimezone(UTC), plain.at.astimezone(UTC),
        )  # fmt: skip
        case.promised = answer_hour.in_hours(self._rules, plain, made, tuple(calls)).at
        if plan.overdue:
            yesterday = self._chance.as_of - 1.2 * _DAY
            case.promised = self._chance.local(yesterday, "Europe/Moscow", 15)
        row = {
            "id": self._chance.private_id(), "complaint_id": case.id, "made_at": made,
            "text": self._line("promise"), "due_at": case.promised,
        }  # fmt: skip
        case.promise = row
        self._event(case, CaseEventKind.PROMISE, made, self._line("promise"))

    def _wait(self, case: _Case, at: datetime) -> None:
        at = self._before_now(at)
        self._event(case, CaseEventKind.CONTACT, at, self._line("question"), channel=Channel.EMAIL)
        self._step(case, S.WAIT_CLIENT, at)
        case.paused = at
        self._rows.add(
            "complaint_pause",
            {
                "id": self._chance.private_id(), "complaint_id": case.id, "from_at": at,
                "to_at": None, "reason": self._line("question"),
            },
        )  # fmt: skip

    def _step(self, case: _Case, state: ComplaintState, at: datetime, text: Any = None) -> None:
        said = text[self._side] if text else ""
        payload = {"from": case.state.value, "to": state.value}
        case.state = state
        self._event(case, CaseEventKind.STATE, at, said, payload=payload)

    def _event(
        self, case: _Case, kind: CaseEventKind, at: datetime, text: str, *,
        channel: Channel | None = None, payload: dict[str, Any] | None = None,
    ) -> None:  # fmt: skip
        # Entries of one moment keep their order: each a second after the one before.
        case.last = max(at, case.last + timedelta(seconds=1)) if case.last else at
        self._rows.add(
            "case_event",
            {
                "id": self._chance.private_id(), "complaint_id": case.id, "at": case.last,
                "staff_id": case.owner.id, "role": case.owner.role, "kind": kind,
                "channel": channel, "text": text, "payload": payload or {},
            },
        )  # fmt: skip

    def _clocks(self, case: _Case) -> None:
        ended = case.closed if case.state in (S.CLOSED_UNRESOLVED, S.WITHDRAWN) else None
        if case.state is S.WITHDRAWN:
            ended = case.last
        for kind, stopped in (
            (ClockKind.ACK, case.acked), (ClockKind.FIRST, case.first),
            (ClockKind.RESOLUTION, case.resolved),
        ):  # fmt: skip
            self._clock(
                case, kind, case.received, self._due(case, kind, case.received), stopped, ended
            )
        if case.demand:
            due = self._due(case, ClockKind.STATUTORY, case.received)
            self._clock(case, ClockKind.STATUTORY, case.received, due, case.resolved, ended)
        if case.promised is not None and case.promise is not None and case.first is not None:
            self._clock(case, ClockKind.ANSWER, case.first, case.promised, case.answered, ended)
            self._judge(case, case.promise, case.promised)
        if case.state in (S.IN_WORK, S.WAIT_CLIENT):
            spoke = case.last or case.received
            self._clock(
                case, ClockKind.UPDATE, spoke, self._due(case, ClockKind.UPDATE, spoke), None, None
            )
        if case.resolved is not None and case.state in (S.RESOLVED, S.CLOSED):
            due = self._due(case, ClockKind.FOLLOW_UP, case.resolved)
            self._clock(case, ClockKind.FOLLOW_UP, case.resolved, due, case.closed, None)

    def _judge(self, case: _Case, promise: dict[str, Any], due: datetime) -> None:
        """Kept or broken by what is known now; a broken promise is a flag."""
        if case.answered is None and due >= self._chance.as_of:
            self._rows.add("complaint_promise", promise)
            return
        kept = case.answered is not None and case.answered <= due
        case.broke = not kept
        state = PromiseState.KEPT if kept else PromiseState.BROKEN
        self._rows.add(
            "complaint_promise", promise | {"state": state, "closed_at": case.answered or due}
        )

    def _clock(
        self, case: _Case, kind: ClockKind, start: datetime, due: datetime,
        stopped: datetime | None, ended: datetime | None,
    ) -> None:  # fmt: skip
        verdict = ClockVerdict.RUNNING
        if stopped is not None:
            verdict = clocks.judged(due, stopped, verdict)
        elif ended is not None:
            verdict, stopped = ClockVerdict.CANCELLED, ended
        elif clocks.overdue(due, self._chance.as_of, kind=kind, paused_since=case.paused):
            verdict = ClockVerdict.MISSED
        self._rows.add(
            "complaint_clock",
            {
                "id": self._chance.private_id(), "complaint_id": case.id, "kind": kind,
                "started_at": start, "due_at": due, "stopped_at": stopped, "verdict": verdict,
                "calendar_version": self._rules.calendar.version,
            },
        )  # fmt: skip

    def _flags(self, case: _Case, plan: _Plan) -> None:
        before = self._before.get(case.member.id)
        reasons = (
            (FlagKind.SEVERE, case.severity is Severity.S1),
            (FlagKind.TOP_TIER, case.member.tier == 0),
            (FlagKind.ABOUT_MANAGER, case.about),
            (FlagKind.REPEAT, before is not None and case.received - before < 180 * _DAY),
            (FlagKind.BROKEN_PROMISE, case.broke),
        )
        fresh = plan in _OPEN and plan.days_ago < 2
        for kind, raised in reasons:
            if not raised:
                continue
            seen = None if fresh else self._before_now(case.received + 3 * _HOUR)
            self._event(case, CaseEventKind.FLAG, case.received, "", payload={"kind": kind.value})
            self._rows.add(
                "complaint_flag",
                {
                    "id": self._chance.private_id(), "complaint_id": case.id, "kind": kind,
                    "raised_at": case.received, "seen_at": seen,
                    "seen_by_id": self._chance.pick(self._bosses).id if seen else None,
                },
            )  # fmt: skip

    def _row(self, case: _Case, plan: _Plan, told: dict[str, Any]) -> None:
        chance, course = self._chance, self._data["course"]
        woman, own = case.member.name.woman, side(case.member.lang)
        reach = course["reach" if self._side == 0 else "reach_en"]
        registered = case.received + timedelta(minutes=chance.between(1, 9))
        self._rows.add(
            "complaint",
            {
                "id": case.id, "public_no": self._number(), "submission_id": chance.private_id(),
                "client_id": case.member.id, "channel": _CHANNELS.pick(chance),
                "received_at": case.received, "registered_at": self._before_now(registered),
                "registered_by_id": case.owner.id,
                "words_of_client": fill(told["words"][own], woman=woman),
                "wish_of_client": fill(told["wish"][own], woman=woman),
                "reach_by": case.member.channel, "reach_when": chance.pick(reach),
                "summary": told["summary"][self._side],
                "place": told.get("place", ("", ""))[self._side],
                "category": ComplaintCategory(told["category"]), "severity": case.severity,
                "demand": case.demand, "owner_id": case.owner.id,
                "est_loss_minor": told["loss"] * 100 if "loss" in told else None,
                "about_staff_id": self._staff[case.member.manager].id if case.about else None,
                "level": 2 if case.about or plan.overdue else 1,
                "restricted": RestrictedClass.CONFLICT if case.about else RestrictedClass.NORMAL,
                "state": case.state, "policy_version": self._rules.policy.version,
                "closed_at": case.closed if not case.state.is_open else None,
            },
        )  # fmt: skip

    def _number(self) -> str:
        while (
            number := new_number(self._chance.pick, length=4 if len(self._numbers) < 20_000 else 5)
        ) in self._numbers:
            pass
        self._numbers.add(number)
        return number

    def _hold(self, member: Member, kind: HoldKind, complaint: UUID | None = None) -> None:
        chance = self._chance
        if member.id not in self._held:
            self._held.add(member.id)
            review = chance.as_of + chance.between(9, 45) * _DAY
            self._rows.add(
                "invite_hold",
                {
                    "id": chance.private_id(), "client_id": member.id, "kind": kind,
                    "review_on": review.replace(hour=9, minute=0, second=0, microsecond=0),
                },
            )  # fmt: skip
        if complaint is not None:
            self._rows.add(
                "hold_source",
                {"id": chance.private_id(), "complaint_id": complaint, "client_id": member.id},
            )


@dataclass(slots=True)
class _Case:
    """A complaint in the making: the moments its steps happened at."""

    id: UUID
    member: Member
    severity: Severity
    about: bool
    demand: bool
    received: datetime
    owner: Worker
    standing: Standing
    state: ComplaintState = S.REGISTERED
    acked: datetime | None = None
    first: datetime | None = None
    promised: datetime | None = None
    promise: dict[str, Any] | None = None
    answered: datetime | None = None
    resolved: datetime | None = None
    closed: datetime | None = None
    paused: datetime | None = None
    broke: bool = False
    last: datetime | None = None

    @property
    def first_or_received(self) -> datetime:
        """When the promise was made."""
        return self.first or self.received
