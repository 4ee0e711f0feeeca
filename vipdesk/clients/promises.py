"""The promise ledger: what we told a client we would do, by when, and what became of it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import bindparam, select

from vipdesk.access import Desk
from vipdesk.clients.sight import client_of
from vipdesk.errors import NotFound, UserError
from vipdesk.ids import new_id
from vipdesk.models import Promise, Staff
from vipdesk.vocabulary import PromiseState
from vipdesk.wording import Who, say

if TYPE_CHECKING:
    from vipdesk.clients.rows import PromiseRow

_CLOSED_BY_US = frozenset({PromiseState.KEPT, PromiseState.BROKEN, PromiseState.RELEASED})


def make_promise(
    desk: Desk,
    client_id: UUID,
    *,
    text: str,
    due_at: datetime,
    owner_id: UUID | None = None,
    interaction_id: UUID | None = None,
) -> UUID:
    """Note a promise; its owner is who is at work unless said otherwise."""
    client_of(desk, client_id)
    if not text.strip():
        raise UserError(say("Write what was promised."), field="promise")
    if due_at <= desk.now:
        raise UserError(say("The promised day must be in the future."), field="promise_due")
    row = Promise(
        id=new_id(), client_id=client_id, owner_id=owner_id or desk.actor.id,
        made_by_id=desk.actor.id, interaction_id=interaction_id, text=text.strip(),
        made_at=desk.now, due_at=due_at,
    )  # fmt: skip
    desk.session.add(row)
    desk.session.flush()
    desk.note("make_promise", "promise", row.id, ("text", "due_at", "owner_id"))
    return row.id


def remove_promise(desk: Desk, promise_id: UUID) -> None:
    """Take back a promise noted by mistake: only while it is open and new."""
    row = _open(desk, promise_id)
    if row.renegotiated_from_id is not None:
        raise UserError(say("This promise replaces an older one. Undo the new date instead."))
    desk.session.delete(row)
    desk.session.flush()
    desk.note("remove_promise", "promise", promise_id)


def keep_promise(desk: Desk, promise_id: UUID) -> UUID:
    """Done. A promise kept late stays late: its moment is kept."""
    return _close(desk, promise_id, PromiseState.KEPT, "keep_promise")


def break_promise(desk: Desk, promise_id: UUID) -> UUID:
    """We did not do it."""
    return _close(desk, promise_id, PromiseState.BROKEN, "break_promise")


def release_promise(desk: Desk, promise_id: UUID) -> UUID:
    """The client said it is no longer needed."""
    return _close(desk, promise_id, PromiseState.RELEASED, "release_promise")


def reopen_promise(desk: Desk, promise_id: UUID) -> UUID:
    """The way back of `keep_promise`, `break_promise` and `release_promise`."""
    row = _promise(desk, promise_id)
    if row.state not in _CLOSED_BY_US:
        raise UserError(say("This promise is not closed."))
    row.state, row.closed_at = PromiseState.OPEN, None
    desk.session.flush()
    desk.note("reopen_promise", "promise", promise_id, ("state", "closed_at"))
    return promise_id


def renegotiate_promise(desk: Desk, promise_id: UUID, *, due_at: datetime) -> UUID:
    """A new date agreed with the client before the old one: returns the new promise.

    After the date there is nothing to agree: the promise is late, and is kept or broken.
    """
    row = _open(desk, promise_id)
    if desk.now >= row.due_at:
        raise UserError(
            say("The day has passed: this promise can be kept or broken, not moved."),
            field="due_at",
        )
    if due_at <= desk.now:
        raise UserError(say("The new day must be in the future."), field="due_at")
    row.state, row.closed_at = PromiseState.RENEGOTIATED, desk.now
    new = Promise(
        id=new_id(), client_id=row.client_id, owner_id=row.owner_id, made_by_id=desk.actor.id,
        interaction_id=row.interaction_id, text=row.text, made_at=desk.now, due_at=due_at,
        renegotiated_from_id=row.id,
    )  # fmt: skip
    desk.session.add(new)
    desk.session.flush()
    desk.note("renegotiate_promise", "promise", promise_id, ("state", "due_at"))
    return new.id


def restore_promise(desk: Desk, promise_id: UUID) -> UUID:
    """The way back of `renegotiate_promise`, by the id of the new promise: the old date holds."""
    new = _open(desk, promise_id)
    if new.renegotiated_from_id is None:
        raise UserError(say("This promise was never moved."))
    old = _promise(desk, new.renegotiated_from_id)
    desk.session.delete(new)
    old.state, old.closed_at = PromiseState.OPEN, None
    desk.session.flush()
    desk.note("restore_promise", "promise", old.id, ("state", "due_at"))
    return old.id


def list_open_promises(
    desk: Desk,
    *,
    client_id: UUID | None = None,
    owner_id: UUID | None = None,
    due_before: datetime | None = None,
    limit: int = 200,
) -> tuple[PromiseRow, ...]:
    """Open promises, the first due first: of a client, of an owner, due before a moment."""
    wanted = select(Promise, Staff).join(Staff, Staff.id == Promise.owner_id)
    wanted = wanted.where(Promise.state == PromiseState.OPEN)
    if client_id is not None:
        wanted = wanted.where(Promise.client_id == client_id)
    if owner_id is not None:
        wanted = wanted.where(Promise.owner_id == owner_id)
    if due_before is not None:
        wanted = wanted.where(Promise.due_at < due_before)
    found = desk.session.execute(wanted.order_by(Promise.due_at, Promise.id).limit(limit))
    return tuple(_row(desk, p, s) for p, s in found)


def list_promises(desk: Desk, client_id: UUID) -> tuple[PromiseRow, ...]:
    """All promises to a client: open ones by their day, then closed ones, the newest first."""
    found = desk.session.execute(
        select(Promise, Staff)
        .join(Staff, Staff.id == Promise.owner_id)
        .where(Promise.client_id == client_id)
        .order_by(Promise.due_at, Promise.id)
    )
    rows = [_row(desk, p, s) for p, s in found]
    closed = [r for r in rows if r.state is not PromiseState.OPEN]
    return (*(r for r in rows if r.state is PromiseState.OPEN), *reversed(closed))


_NEWEST = (
    select(Promise, Staff)
    .join(Staff, Staff.id == Promise.owner_id)
    .where(Promise.client_id == bindparam("client_id"), Promise.state != PromiseState.RENEGOTIATED)
    .order_by(Promise.made_at.desc(), Promise.id.desc())
    .limit(1)
)


def last_promise(desk: Desk, client_id: UUID) -> PromiseRow | None:
    """The newest promise to a client, open or closed."""
    found = desk.session.execute(_NEWEST, {"client_id": client_id}).first()
    return _row(desk, *found) if found is not None else None


def _row(desk: Desk, p: Promise, owner: Staff) -> PromiseRow:
    is_late = p.due_at < (p.closed_at or desk.now)
    from vipdesk.clients.rows import PromiseRow

    return PromiseRow(
        p.id, p.client_id, p.text, Who.of(owner), p.owner_id, p.made_at,
        p.due_at, p.state, p.closed_at, is_late, p.version,
    )  # fmt: skip


def _close(desk: Desk, promise_id: UUID, state: PromiseState, verb: str) -> UUID:
    row = _open(desk, promise_id)
    row.state, row.closed_at = state, desk.now
    desk.session.flush()
    desk.note(verb, "promise", promise_id, ("state", "closed_at"))
    return promise_id


def _promise(desk: Desk, promise_id: UUID) -> Promise:
    row = desk.session.get(Promise, promise_id)
    if row is None:
        raise NotFound(say("This promise is not here any more."))
    return row


def _open(desk: Desk, promise_id: UUID) -> Promise:
    row = _promise(desk, promise_id)
    if row.state is not PromiseState.OPEN:
        raise UserError(say("This promise is already closed."))
    return row
