"""Taking a complaint: five fields, and everything else follows from them at once.

Client, channel, what happened in the client's words, what the client wishes, how and when
to reach the client. No proofs, no forms: documents come later and are never a condition.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Insert, bindparam, insert, select
from sqlalchemy.dialects import postgresql, sqlite

from vipdesk.access import Desk
from vipdesk.access.offline import works_offline
from vipdesk.complaints import (
    clocks,
    flags,
    history,
    holds,
    in_team,
    owners,
    policies,
    public_no,
    sight,
    stems,
    timekeeping,
)
from vipdesk.complaints.clocks import Standing
from vipdesk.complaints.holds import HoldSuggestion
from vipdesk.complaints.owners import About
from vipdesk.complaints.policy import Policy, Rules
from vipdesk.errors import NotFound, UserError
from vipdesk.ids import new_private_id
from vipdesk.models import CaseEvent, Client, Complaint, ComplaintClock, ComplaintFlag, Tier
from vipdesk.store.policies import held_by_database
from vipdesk.store.store import changed
from vipdesk.vocabulary import (
    CaseEventKind,
    Channel,
    ComplaintCategory,
    ComplaintState,
    RestrictedClass,
    Severity,
)
from vipdesk.wording import NOBODY, Say, Who, say

_TRIES = 12  # a number already taken is drawn again; then one symbol longer


@dataclass(frozen=True, slots=True)
class Noticed:
    """What the words themselves say; the person who files may say otherwise."""

    threat: bool = False
    grave: bool = False
    demand: bool = False


def notice(policy: Policy, text: str) -> Noticed:
    """Look for words of courts, press and leaving, of harm, and of legal demands."""
    said = stems.stems(text)
    return Noticed(
        *(stems.any_among(said, policy.words[name]) for name in ("threat", "grave", "demand"))
    )


@dataclass(frozen=True, slots=True)
class Intake:
    """The five fields, and what is folded away behind 'more'.

    submission_id: made when the form opens; the same one twice is one complaint. None means
    'as the desk sees it' for severity, demand, threat, conflict and hold. received_at: UTC.
    """

    submission_id: UUID
    client_id: UUID
    channel: Channel
    words: str
    wish: str
    reach_by: Channel
    reach_when: str = ""
    received_at: datetime | None = None
    category: ComplaintCategory = ComplaintCategory.OTHER
    severity: Severity | None = None
    place: str = ""
    summary: str = ""
    about_staff_id: UUID | None = None
    demand: bool | None = None
    threat: bool | None = None
    conflict: bool | None = None
    hold: bool | None = None
    number: str = ""  # told to the client already, by a desk without the server
    repeat_of_id: UUID | None = None  # an old case that this one takes up again


@dataclass(frozen=True, slots=True)
class Plan:
    """What filing would do now: shown while the words are typed, and done when it is saved.

    answer_at: in the club's zone. about: the member of staff it seems to be about.
    """

    severity: Severity
    noticed: Noticed
    owner_id: UUID
    owner_name: Who
    conflict: bool
    may_deny_conflict: bool
    about: About | None
    answer_at: datetime
    reason: Say
    hold: HoldSuggestion | None
    rank: int | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Filed:
    """What the person who filed learns at once.

    Whoever may not see the case gets the number and nothing else (`answer_at`, `reason` and
    `owner_name` are empty), but for a manager with an ordinary case of a colleague's client:
    who has it now and by when the answer is due is what the client is told.
    """

    id: UUID
    number: str
    open_to_me: bool
    owner_name: Who = NOBODY
    answer_at: datetime | None = None
    reason: Say | None = None


def plan(desk: Desk, intake: Intake) -> Plan:
    """What filing this would do. Raises `NotFound` without the client."""
    return _plan(desk, *_client(desk, intake.client_id), intake, policies.current(desk))


def _plan(desk: Desk, client: Client, rank: int | None, intake: Intake, rules: Rules) -> Plan:
    text = f"{intake.words}\n{intake.wish}"
    seen = notice(rules.policy, text)
    threat = seen.threat if intake.threat is None else intake.threat
    demand = seen.demand if intake.demand is None else intake.demand
    noticed = Noticed(threat, seen.grave, demand)
    severity = intake.severity
    if severity is None:
        grave = noticed.threat or noticed.grave
        severity = Severity.S1 if grave else rules.policy.default_severity(rank)
    line = owners.manager_and_line(desk, client)  # at hand to the end: the owner is one of them
    about = owners.about(line, text, intake.about_staff_id, rules.policy)
    case = owners.owner_of(desk, client, about, denied=intake.conflict is False)
    received = intake.received_at or desk.now
    law = timekeeping.law_of(rules, demand=demand, category=intake.category)
    standing = Standing(rank, severity, law)
    proposal = timekeeping.propose_answer(
        desk, client.id, rules, standing, max(received, desk.now),
        demanded_on=timekeeping.demanded_on(rules, standing, received),
    )  # fmt: skip
    return Plan(
        severity=severity,
        noticed=noticed,
        owner_id=case.owner.id,
        owner_name=Who.of(case.owner),
        conflict=case.conflict,
        may_deny_conflict=case.may_deny,
        about=about,
        answer_at=proposal.at,
        reason=proposal.reason,
        hold=holds.suggest(rules, severity, client.id, desk.now),
        rank=rank,
    )


def _fixed(given: dict[str, Any], now: datetime) -> dict[str, Any]:
    """A complaint taken offline keeps its moment and the number that the client was told."""
    told: Intake = given["intake"]
    number = told.number or public_no.away_number(secrets.choice)
    return {"intake": replace(told, received_at=told.received_at or now, number=number)}


@works_offline(_fixed)
def file_complaint(desk: Desk, intake: Intake) -> Filed:
    """Register a complaint: number, owner, clocks, flags, hold, first entries of its history.

    Any role may file. Raises `UserError` with `field` 'client_id', 'words', 'wish',
    'reach_when' or 'received_at'. Filing the same submission again changes nothing and
    answers the same.
    """
    _check(desk, intake)
    client, rank = _client(desk, intake.client_id)
    if held_by_database(desk.session):
        return _file_in_team(desk, client, rank, intake)
    known = _filed_before(desk, intake.submission_id)
    if known is not None:
        return _told(desk, known, None)
    rules = policies.current(desk)
    planned = _plan(desk, client, rank, intake, rules)
    complaint = _add(desk, client, intake, planned, rules)
    if complaint is None:  # the same submission came in from elsewhere meanwhile
        known = _filed_before(desk, intake.submission_id)
        if known is None:
            raise UserError(say("This could not be saved. Try again."))
        return _told(desk, known, None)
    _start(desk, complaint, planned, rules)
    if planned.hold is not None and intake.hold is not False:
        holds.place_hold(desk, complaint, planned.hold)
    desk.note("file_complaint", "complaint", complaint.id, ("words_of_client", "wish_of_client"))
    return _told(desk, complaint, planned)


def _file_in_team(desk: Desk, client: Client, rank: int | None, intake: Intake) -> Filed:
    """The database files it: who may file is more than who may see what was filed."""
    rules = policies.current(desk)
    planned = _plan(desk, client, rank, intake, rules)
    row = _row(desk, client, intake, planned, rules)
    if intake.number:  # else the database draws one
        row.public_no = intake.number
    found = in_team.file(
        desk, row, planned.hold if intake.hold is not False else None, rules,
        rank=planned.rank, threat=planned.noticed.threat,
        about_manager=_about_manager(desk, row, planned),
    )  # fmt: skip
    if not sight.works_here(desk.actor.role):
        return Filed(*found, open_to_me=False)
    if not sight.sees(desk, found[0]):
        return Filed(*found, open_to_me=False)
    return Filed(*found, True, planned.owner_name, planned.answer_at, planned.reason)


def _check(desk: Desk, intake: Intake) -> None:
    wanted = (
        (intake.words, "words", say("Write down what happened, in the client’s own words.")),
        (intake.wish, "wish", say("Write down what the client wishes.")),
    )
    for value, name, sentence in wanted:
        if not value.strip():
            raise UserError(sentence, field=name)
    if intake.received_at is not None and intake.received_at > desk.now:
        raise UserError(say("A complaint cannot come in later than now."), field="received_at")


_CLIENT = (
    select(Client, Tier.rank)
    .outerjoin(Tier, Client.tier_id == Tier.id)
    .where(Client.id == bindparam("client_id"))
)


def _client(desk: Desk, client_id: UUID) -> tuple[Client, int | None]:
    """The client, and the rank of the client's tier."""
    found = desk.session.execute(_CLIENT, {"client_id": client_id}).first()
    if found is None:
        raise NotFound(say("This client is not here any more."), field="client_id")
    return found[0], found[1]


_SUBMITTED = select(Complaint.id).where(Complaint.submission_id == bindparam("submission_id"))


def _filed_before(desk: Desk, submission_id: UUID) -> Complaint | None:
    known = desk.session.scalar(_SUBMITTED, {"submission_id": submission_id})
    return None if known is None else desk.session.get(Complaint, known)


def _add(
    desk: Desk, client: Client, intake: Intake, planned: Plan, rules: Rules
) -> Complaint | None:
    """The row itself, as it was written; None when the same submission was faster."""
    row = _row(desk, client, intake, planned, rules)
    row.id, row.version = new_private_id(), 1
    values = in_team.values_of(row)
    for attempt in range(1 if intake.number else 2 * _TRIES):
        row.public_no = values["public_no"] = intake.number or public_no.new_number(
            secrets.choice, length=4 if attempt < _TRIES else 5
        )
        if _insert(desk, values):
            return row
        if _filed_before(desk, intake.submission_id) is not None:
            return None
    return None


_COMPLAINT: Any = Complaint.__table__
_ON_VAULT = sqlite.insert(_COMPLAINT).on_conflict_do_nothing().returning(_COMPLAINT.c.id)
_ON_SERVER = postgresql.insert(_COMPLAINT).on_conflict_do_nothing().returning(_COMPLAINT.c.id)


def _insert(desk: Desk, values: dict[str, Any]) -> bool:
    """False where its number or its submission is there already."""
    connection = desk.session.connection()
    add = _ON_VAULT if connection.dialect.name == "sqlite" else _ON_SERVER
    if connection.execute(add, values).first() is None:
        return False
    changed(desk.session, "complaint", values["id"])
    return True


def _row(desk: Desk, client: Client, intake: Intake, planned: Plan, rules: Rules) -> Complaint:
    return Complaint(
        submission_id=intake.submission_id,
        client_id=client.id,
        channel=intake.channel,
        received_at=intake.received_at or desk.now,
        registered_at=desk.now,
        registered_by_id=desk.actor.id,
        words_of_client=intake.words.strip(),
        wish_of_client=intake.wish.strip(),
        reach_by=intake.reach_by,
        reach_when=intake.reach_when.strip(),
        summary=intake.summary.strip(),
        place=intake.place.strip(),
        category=intake.category,
        severity=planned.severity,
        demand=planned.noticed.demand,
        owner_id=planned.owner_id,
        about_staff_id=_about_id(intake, planned),
        restricted=RestrictedClass.CONFLICT if planned.conflict else RestrictedClass.NORMAL,
        state=ComplaintState.REGISTERED,
        reopen_count=0,
        policy_version=rules.policy.version,
        repeat_of_id=intake.repeat_of_id,
    )


def _about_id(intake: Intake, planned: Plan) -> UUID | None:
    if planned.conflict and planned.about is not None:
        return planned.about.staff_id
    # With nobody else to take it, the owner must not lose sight of the own case.
    return None if intake.about_staff_id == planned.owner_id else intake.about_staff_id


def _start(desk: Desk, complaint: Complaint, planned: Plan, rules: Rules) -> None:
    """Clocks from the moment it was received, the first entry of the history, the flags.

    All of a new complaint is known here, so nothing of it is read again, and its rows are
    written as they are.
    """
    law = timekeeping.law_of(rules, demand=complaint.demand, category=complaint.category)
    standing, start = Standing(planned.rank, complaint.severity, law), complaint.received_at
    running = [
        {
            "id": new_private_id(), "complaint_id": complaint.id, "kind": kind, "round": 1,
            "started_at": start, "due_at": clocks.due(rules, kind, standing, start).at,
            "calendar_version": rules.calendar.version,
        }
        for kind in clocks.at_filing(by_law=law is not None)
    ]  # fmt: skip
    raised = flags.raise_at_filing(
        desk, complaint, rules, rank=planned.rank, threat=planned.noticed.threat,
        about_manager=_about_manager(desk, complaint, planned),
    )  # fmt: skip
    told = [
        history.values(
            desk, complaint, CaseEventKind.REGISTERED, 0, complaint.channel,
            severity=int(complaint.severity), threat=planned.noticed.threat,
        ),
        *(
            history.values(desk, complaint, CaseEventKind.FLAG, place, flag=str(flag["kind"]))
            for place, flag in enumerate(raised, 1)
        ),
    ]  # fmt: skip
    for add, rows in ((_CLOCKS, running), (_HISTORY, told), (_FLAGS, raised)):
        _write(desk, add, rows)
    for flag in raised:
        desk.note("raise_flag", "complaint_flag", flag["id"], ("kind",))


_CLOCKS, _HISTORY, _FLAGS = (
    insert(model.__table__).inline()  # type: ignore[arg-type]
    for model in (ComplaintClock, CaseEvent, ComplaintFlag)
)


def _write(desk: Desk, add: Insert, rows: list[dict[str, Any]]) -> None:
    """Past the flush, which asks more of each row than a new case has to tell."""
    if rows:
        desk.session.connection().execute(add, rows)
    for row in rows:
        changed(desk.session, add.table.name, row["id"])


def _about_manager(desk: Desk, complaint: Complaint, planned: Plan) -> bool:
    denied = planned.may_deny_conflict and not planned.conflict
    return (planned.about is not None and not denied) or owners.is_senior(
        desk, complaint.about_staff_id
    )


def _told(desk: Desk, complaint: Complaint, planned: Plan | None) -> Filed:
    if not sight.sees_row(desk, complaint):
        bare = Filed(complaint.id, complaint.public_no, open_to_me=False)
        # A manager who takes a colleague's client's complaint has seen the plan a moment ago,
        # and tells the client who answers and when. Nobody learns it of a case kept around them.
        ordinary = complaint.restricted is RestrictedClass.NORMAL
        mine = complaint.about_staff_id == desk.actor.id
        if planned is None or mine or not ordinary or not sight.works_here(desk.actor.role):
            return bare
        return replace(
            bare,
            owner_name=planned.owner_name,
            answer_at=planned.answer_at,
            reason=planned.reason,
        )
    if planned is None:
        standing = timekeeping.standing_of(desk, complaint)
        rules = timekeeping.rules_for(complaint)
        demanded = timekeeping.demanded_on(rules, standing, complaint.received_at)
        proposal = timekeeping.propose_answer(
            desk, complaint.client_id, rules, standing,
            max(complaint.received_at, complaint.registered_at), demanded_on=demanded,
        )  # fmt: skip
        at, reason = proposal.at, proposal.reason
        owner = owners.who(desk, complaint.owner_id)
    else:
        at, reason, owner = planned.answer_at, planned.reason, planned.owner_name
    return Filed(complaint.id, complaint.public_no, True, owner, at, reason)
