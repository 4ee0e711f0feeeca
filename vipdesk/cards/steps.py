"""The life of a card as a table: which step leads where, and who may take it.

    request → DRAFT → approve → APPROVED → issue → ISSUED → hand over → ACTIVE
    anything not final → void → VOID;  ISSUED, ACTIVE → replace → REPLACED;  time → EXPIRED

REPLACED, VOID and EXPIRED are final. A card is approved by a second person (four eyes); a
club with nobody else who could do it approves its own.
"""

from __future__ import annotations

from enum import StrEnum
from uuid import UUID

from vipdesk.access import StaffRow
from vipdesk.errors import UserError
from vipdesk.vocabulary import CardState, Role
from vipdesk.wording import Say, say


class Step(StrEnum):
    """What somebody does to a card."""

    APPROVE = "approve"
    WITHDRAW = "withdraw"  # the approval, as long as nothing was printed
    ISSUE = "issue"
    HAND_OVER = "hand_over"
    REPLACE = "replace"
    VOID = "void"


FINAL = frozenset({CardState.REPLACED, CardState.VOID, CardState.EXPIRED})
WAITING = (CardState.DRAFT, CardState.APPROVED, CardState.ISSUED)

_FROM: dict[Step, frozenset[CardState]] = {
    Step.APPROVE: frozenset({CardState.DRAFT}),
    Step.WITHDRAW: frozenset({CardState.APPROVED}),
    Step.ISSUE: frozenset({CardState.APPROVED}),
    Step.HAND_OVER: frozenset({CardState.ISSUED}),
    Step.REPLACE: frozenset({CardState.ISSUED, CardState.ACTIVE}),
    Step.VOID: frozenset(set(CardState) - FINAL),
}
_CARE = frozenset({Role.MANAGER, Role.HEAD, Role.EXECUTIVE, Role.ADMINISTRATOR})
APPROVERS = frozenset({Role.HEAD, Role.EXECUTIVE, Role.ADMINISTRATOR})

_REFUSED: dict[Step, Say] = {
    Step.APPROVE: say("Only a requested card can be approved. This one is past that step."),
    Step.WITHDRAW: say("Approval can be withdrawn only until the card is issued."),
    Step.ISSUE: say("A card is issued once it is approved. Ask for approval first."),
    Step.HAND_OVER: say("Only an issued card can be handed over. Issue it first."),
    Step.REPLACE: say("Only a card that was issued can be replaced. Void this one instead."),
    Step.VOID: say("This card is no longer in use: there is nothing to void."),
}


def may_care(role: Role) -> bool:
    """Whether this role requests, issues and hands over cards."""
    return role in _CARE


def may_approve(actor: StaffRow, requested_by: UUID | None, approvers: frozenset[UUID]) -> bool:
    """Whether this person may approve: a second one, if the club has a second one."""
    if actor.role in APPROVERS and actor.id != requested_by:
        return True
    return may_care(actor.role) and not approvers - {requested_by}


def may_issue(role: Role, *, held: bool) -> bool:
    """Whether this role signs cards. `held`: in a team, by the database.

    There only management keeps a signing key: a door without network believes whatever such a
    key signed, and a key on every laptop would do without the second pair of eyes.
    """
    return role in APPROVERS if held else may_care(role)


def possible(step: Step, state: CardState) -> bool:
    """Whether the state allows the step."""
    return state in _FROM[step]


def check_step(step: Step, state: CardState) -> None:
    """Raise `UserError` with what to do instead, if the state does not allow the step."""
    if not possible(step, state):
        raise UserError(_REFUSED[step])
