"""The course of a complaint as one table: from where to where, by whom, on what condition. Pure.

Each guard answers with a sentence that says what is missing, or None. There is no deletion:
a mistaken entry is voided with a reason.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from vipdesk.vocabulary import ComplaintState as S
from vipdesk.vocabulary import RestrictedClass, Severity
from vipdesk.wording import Say, say

LEAST_OPTIONS = 2  # one thing is no choice


class Part(StrEnum):
    """What somebody is to a complaint. One person may be several."""

    OWNER = "owner"
    MANAGER = "manager"  # the client's personal manager or deputy
    STAFF = "staff"  # anyone who may see it
    HEAD = "head"
    EXECUTIVE = "executive"
    CLIENT_WORD = "client_word"  # an inbound contact: the client moved it
    TIMER = "timer"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a complaint when somebody wants to move it."""

    state: S
    severity: Severity = Severity.S3
    restricted: RestrictedClass = RestrictedClass.NORMAL
    top_tier: bool = False
    human_contact: bool = False
    first_reply_sent: bool = False
    question_sent: bool = False
    next_contact_set: bool = False
    answer_given: bool = False
    options_offered: int = 0
    compensation_decided: bool = False  # chosen, or "none" with the reason
    signed_by_executive: bool = False
    acceptance_known: bool = False  # said, wrote or used it: silence is no acceptance
    final_position_sent: bool = False
    follow_up_done: bool = False  # talked, or the client wished none
    compensation_delivered: bool = True
    open_tasks: int = 0
    cause_coded: bool = False
    days_since_close: int = 0
    reopen_days: int = 180
    statement_logged: bool = False  # the client's own word that it is withdrawn
    same_client_master: bool = False
    reason: bool = False
    sole_approver: bool = False  # approved the compensation alone


Guard = Callable[[Facts], Say | None]


@dataclass(frozen=True, slots=True)
class Move:
    """A row of the table."""

    source: S
    target: S
    who: frozenset[Part]
    guard: Guard


def _contact(f: Facts) -> Say | None:
    if f.human_contact:
        return None
    return say("First let the client hear from a person: log a call, a message or a talk.")


def _first_reply(f: Facts) -> Say | None:
    if f.first_reply_sent:
        return None
    return say("First send the reply with your name, a direct contact, the number and the date.")


def _question(f: Facts) -> Say | None:
    if not f.question_sent:
        return say("Waiting needs a question: write down what you asked the client.")
    if not f.next_contact_set:
        return say("Waiting needs a date to ask again.")
    return None


def _answer(f: Facts) -> Say | None:
    if not f.answer_given:
        return say("Write down the answer as the client got it.")
    if f.options_offered < LEAST_OPTIONS:
        return say("Offer at least two things to choose from.")
    if not f.compensation_decided:
        return say("Decide on compensation: something, or nothing and why.")
    grave = f.severity is Severity.S1 or f.restricted is RestrictedClass.CONFLICT
    if grave and not f.signed_by_executive:
        return say("The answer to this case needs an executive’s signature.")
    return None


def _accepted(f: Facts) -> Say | None:
    if f.acceptance_known:
        return None
    return say("Say how you know that the client accepts: silence is not acceptance.")


def _none(_: Facts) -> Say | None:
    return None


def _final(f: Facts) -> Say | None:
    if not f.final_position_sent:
        return say("First send the final position, with the right to take the matter further.")
    if f.options_offered < LEAST_OPTIONS:
        return say("At least two options must have been offered.")
    return None


def _closable(f: Facts) -> Say | None:
    missing = (
        (f.follow_up_done, say("First talk to the client about how it went.")),
        (f.compensation_delivered, say("The compensation is not delivered yet.")),
        (f.open_tasks == 0, say("A department’s task is still open.")),
        (f.cause_coded, say("Name the cause, or say that none was found.")),
        (not f.sole_approver, say("Somebody else must close: you alone approved what was given.")),
    )
    return next((sentence for good, sentence in missing if not good), None)


def _reopenable(f: Facts) -> Say | None:
    if f.days_since_close <= f.reopen_days:
        return None
    return say("Closed too long ago: file a new complaint, it will be linked to this one.")


def _withdrawn(f: Facts) -> Say | None:
    if f.severity is Severity.S1:
        return say("A grave case is looked into even if the client withdraws it.")
    if not f.statement_logged:
        return say("Write down how the client withdrew it.")
    return None


def _duplicate(f: Facts) -> Say | None:
    if f.same_client_master:
        return None
    return say("Choose the other complaint of the same client.")


def _reason(f: Facts) -> Say | None:
    return None if f.reason else say("Say why.")


_OPEN = (S.REGISTERED, S.ACKED, S.IN_WORK, S.WAIT_CLIENT, S.ANSWERED)
_WORKERS = frozenset({Part.OWNER, Part.MANAGER, Part.STAFF, Part.HEAD, Part.EXECUTIVE})
_OWNER = frozenset({Part.OWNER})
_BACK = frozenset({Part.OWNER, Part.CLIENT_WORD})

MOVES: tuple[Move, ...] = (
    Move(S.REGISTERED, S.ACKED, _WORKERS, _contact),
    Move(S.ACKED, S.IN_WORK, _OWNER, _first_reply),
    Move(S.IN_WORK, S.WAIT_CLIENT, _OWNER, _question),
    Move(S.WAIT_CLIENT, S.IN_WORK, _BACK | {Part.TIMER}, _none),
    Move(S.IN_WORK, S.ANSWERED, _OWNER, _answer),
    Move(S.ANSWERED, S.RESOLVED, _OWNER, _accepted),
    Move(S.ANSWERED, S.IN_WORK, _BACK, _none),
    Move(S.ANSWERED, S.CLOSED_UNRESOLVED, frozenset({Part.HEAD, Part.EXECUTIVE}), _final),
    Move(S.RESOLVED, S.CLOSED, frozenset({Part.OWNER, Part.HEAD}), _closable),
    Move(S.RESOLVED, S.IN_WORK, _WORKERS, _reopenable),
    Move(S.CLOSED, S.IN_WORK, _WORKERS, _reopenable),
    *(Move(s, S.WITHDRAWN, _OWNER, _withdrawn) for s in _OPEN),
    *(Move(s, S.DUPLICATE, _OWNER, _duplicate) for s in _OPEN),
    *(Move(s, S.RECLASSIFIED, frozenset({Part.HEAD}), _reason) for s in _OPEN),
    *(Move(s, S.VOID, frozenset({Part.HEAD}), _reason) for s in _OPEN),
)
_TABLE = {(m.source, m.target): m for m in MOVES}


def targets(state: S) -> tuple[S, ...]:
    """Where a complaint can go from a state, in the order of the table."""
    return tuple(m.target for m in MOVES if m.source is state)


def refusal(facts: Facts, target: S, parts: frozenset[Part]) -> Say | None:
    """Why this move is not possible for this person now; None when it is."""
    move = _TABLE.get((facts.state, target))
    if move is None:
        return say("The case cannot move to that state from this one.")
    if not _may(move, facts, parts):
        return say("This step is not yours to take: ask the owner of the case.")
    return move.guard(facts)


def _may(move: Move, facts: Facts, parts: frozenset[Part]) -> bool:
    if move.target is S.CLOSED_UNRESOLVED and (facts.top_tier or facts.severity is Severity.S1):
        return Part.EXECUTIVE in parts
    if move.target is S.CLOSED and facts.severity is Severity.S1:
        return Part.HEAD in parts
    return bool(move.who & parts)
