"""Money put aside for a grant: reserved, committed, settled, released; never counted twice.

On a team's database the table's trigger counts one grant after another and has the last word; a
vault has one writer, and the sums are counted in the same transaction.
"""

from __future__ import annotations

from sqlalchemy.exc import DBAPIError, IntegrityError

from vipdesk.access import Desk
from vipdesk.compensating import GrantState
from vipdesk.errors import Conflict, UserError
from vipdesk.models import CompensationGrant
from vipdesk.wording import Say, say

_REFUSED = "22023"  # what our triggers raise
_WORDS: dict[str, Say] = {
    "authority": say("This is not yours to give: ask who decides at the next level."),
    "relative": say("You declared this client as a relative: a colleague decides on it."),
    "backdated": say("A grant cannot be dated back."),
    "refund": say("A refund cannot be more than what was wrongly taken."),
    "per_case": say("This is above the limit of a case."),
    "per_client": say("This is above the limit of a client in twelve months."),
    "per_month": say("This is above your limit of a month."),
    "second": say("It needs a second signature by another executive."),
    "state": say("This grant has gone further in the meantime. Look at it again."),
    "option": say("An option may not cost more than what is set aside."),
}
_NEXT: dict[GrantState, frozenset[GrantState]] = {
    GrantState.RESERVED: frozenset({GrantState.COMMITTED, GrantState.RELEASED}),
    GrantState.COMMITTED: frozenset({GrantState.SETTLED, GrantState.RELEASED}),
    GrantState.SETTLED: frozenset(),
    GrantState.RELEASED: frozenset(),
}


def reserve(desk: Desk, grant: CompensationGrant) -> None:
    """Set the money aside. Raises `UserError` where a limit would be passed."""
    desk.session.add(grant)
    flush(desk)


def move(desk: Desk, grant: CompensationGrant, to: GrantState) -> None:
    """Move a grant on. Raises `Conflict` where somebody else has moved it."""
    if to not in _NEXT[grant.state]:
        raise Conflict(_WORDS["state"])
    grant.state = to
    flush(desk)


def flush(desk: Desk) -> None:
    """Write, and say what the database refuses in our own words."""
    try:
        with desk.session.begin_nested():
            desk.session.flush()
    except IntegrityError as error:
        if "number" in str(error.orig):
            raise UserError(
                say("A voucher with this number was given already."), field="number"
            ) from None
        raise
    except DBAPIError as error:
        found = refused(error)
        if found is None:
            raise
        raise UserError(found) from None


def refused(error: DBAPIError) -> Say | None:
    """The sentence of a refusal by the table's trigger."""
    if getattr(error.orig, "sqlstate", "") != _REFUSED:
        return None
    name = getattr(getattr(error.orig, "diag", None), "constraint_name", "") or ""
    return _WORDS.get(name, _WORDS["authority"])
