"""'Would you take this for me?': a line of Today passed to a colleague with a word.

Only who may see the client can be asked: a manager who neither leads the client nor stands in is
named deputy first. The other sees the line on their own Today with who asked, and answers: done,
or given back. It stays the asker's matter: a promise is kept by who gave it, and a rhythm
restarts by a talk that is logged. Of a client handed on meanwhile only the name is seen, as it
was told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, or_, select
from sqlalchemy.orm import aliased

from vipdesk.access import Desk
from vipdesk.access.matrix import Rows, Verb, line
from vipdesk.agenda.lines import AskedLine
from vipdesk.agenda.rhythm import name_of, named_columns
from vipdesk.clients.names import display_name
from vipdesk.errors import NotFound, UserError
from vipdesk.ids import new_id
from vipdesk.models import Client, ClientDate, Delegation, Promise, Staff
from vipdesk.vocabulary import Role
from vipdesk.wording import Lang, Who, say

ASKED = "asked"
KINDS = frozenset({"call", "date", "promise"})
_MOST = 500
_LINES = 30


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who may be asked. `stands_in`: one's own deputy, or the client's."""

    id: UUID
    who: Who
    role: Role
    stands_in: bool


def list_colleagues(desk: Desk, client_id: UUID) -> tuple[Colleague, ...]:
    """Who may be asked to take a line about this client: those who stand in come first.

    Only who may see the client.
    """
    client = _client(desk, client_id)
    standing = {desk.actor.deputy_id, client.deputy_id} - {None}
    query = select(Staff).where(Staff.id != desk.actor.id, _may_see(desk, client))
    found = [
        Colleague(s.id, Who.of(s), s.role, s.id in standing) for s in desk.session.scalars(query)
    ]
    return tuple(sorted(found, key=lambda c: (not c.stands_in, c.who.name)))


def delegate(
    desk: Desk,
    kind: str,
    object_id: UUID,
    *,
    client_id: UUID,
    to_id: UUID,
    note: str = "",
    due_at: datetime | None = None,
) -> UUID:
    """Ask a colleague to take a line of Today. `kind`: 'call', 'date' or 'promise'.

    due_at (UTC): by when. Raises `UserError` on 'to_id' or 'note', and without a field where
    the line is with a colleague already.
    """
    if kind not in KINDS:
        raise ValueError(kind)
    client = _client(desk, client_id)
    _check_of(desk, kind, object_id, client_id)
    if client.restricted_at is not None:
        raise UserError(say("The data of this client is restricted: nothing is passed on."))
    other = desk.session.get(Staff, to_id)
    if other is None or other.left_at is not None or other.role is Role.AUDITOR:
        raise UserError(say("Choose a colleague who works here."), field="to_id")
    if to_id == desk.actor.id:
        raise UserError(say("This is yours already. Choose a colleague."), field="to_id")
    if (
        desk.session.scalar(select(Staff.id).where(Staff.id == to_id, _may_see(desk, client)))
        is None
    ):
        raise UserError(
            say("This colleague may not see the client. Name a deputy first, or ask another."),
            field="to_id",
        )
    note = note.strip()
    if len(note) > _MOST:
        raise UserError(say("Enter {limit} characters at most.", limit=_MOST), field="note")
    if desk.session.scalar(_open_by_me(desk, kind, object_id)) is not None:
        raise UserError(say("A colleague was asked already. Take it back first."))
    name = name_of(client)
    row = Delegation(
        id=new_id(), client_id=client_id, kind=kind, object_id=object_id,
        from_id=desk.actor.id, to_id=to_id, client_name=display_name(name, Lang.RU),
        latin_name=display_name(name, Lang.EN), note=note, due_at=due_at, at=desk.now,
    )  # fmt: skip
    desk.session.add(row)
    desk.session.flush()
    desk.note("delegate", "delegation", row.id, ("to_id", "kind", "note"))
    return row.id


def _client(desk: Desk, client_id: UUID) -> Client:
    client = desk.session.get(Client, client_id)
    if client is None:
        raise NotFound(say("This client is not here any more."))
    return client


def _check_of(desk: Desk, kind: str, object_id: UUID, client_id: UUID) -> None:
    """The line is one of this client: a strange key would tell of another's."""
    whose: UUID | None = object_id
    if kind == "promise":
        whose = desk.session.scalar(select(Promise.client_id).where(Promise.id == object_id))
    elif kind == "date":
        own = select(ClientDate.client_id).where(ClientDate.id == object_id)
        whose = desk.session.scalar(own) or client_id  # a birthday has no row of its own
    if whose != client_id:
        raise NotFound(say("This line is not here any more."))


def _may_see(desk: Desk, client: Client) -> ColumnElement[bool]:
    """Colleagues at work who may see the client: by their role, or because they care for it."""
    everybody = [r for r in Role if _sees_all_clients(r)]
    leads = aliased(Staff)
    stood_in = select(leads.deputy_id).where(
        leads.id == client.manager_id,
        or_(leads.absent_until.is_(None), leads.absent_until > desk.now),
    )
    cares = or_(Staff.id == client.manager_id, Staff.id == client.deputy_id, Staff.id.in_(stood_in))
    return and_(
        Staff.left_at.is_(None), Staff.role != Role.AUDITOR,
        or_(Staff.role.in_(everybody), and_(Staff.role == Role.MANAGER, cares)),
    )  # fmt: skip


def _sees_all_clients(role: Role) -> bool:
    cell = line("client", role).get(Verb.SELECT)
    return cell is not None and cell.rows is Rows.ALL


def take_back(desk: Desk, delegation_id: UUID) -> None:
    """The inverse of `delegate`, for who asked: the line is one's own again."""
    row = _mine(desk, delegation_id, Delegation.from_id)
    if row.undone_at is None:
        row.undone_at = desk.now
        _noted(desk, row, "take_delegation_back", "undone_at")


def answer(desk: Desk, delegation_id: UUID, *, done: bool, words: str = "") -> UUID:
    """'Done', or given back to who asked, with a word. Raises `UserError` on 'words'."""
    row = _mine(desk, delegation_id, Delegation.to_id)
    words = words.strip()
    if len(words) > _MOST:
        raise UserError(say("Enter {limit} characters at most.", limit=_MOST), field="words")
    if row.undone_at is not None:
        raise UserError(say("Your colleague took this back. There is nothing to do."))
    if row.seen_at is not None:
        raise _seen()
    row.answer = words
    row.done_at = desk.now if done else None
    row.returned_at = None if done else desk.now
    _noted(desk, row, "answer_delegation", "answer", "done_at", "returned_at")
    return row.id


def reopen(desk: Desk, delegation_id: UUID) -> None:
    """The inverse of `answer`, until who asked has seen it."""
    row = _mine(desk, delegation_id, Delegation.to_id)
    if row.seen_at is not None:
        raise _seen()
    row.answer, row.done_at, row.returned_at = "", None, None
    _noted(desk, row, "reopen_delegation", "done_at", "returned_at")


def _seen() -> UserError:
    return UserError(say("Your colleague has seen the answer already."))


def mark_seen(desk: Desk, delegation_id: UUID) -> UUID:
    """Who asked has seen the answer: the line leaves, or is one's own again."""
    row = _mine(desk, delegation_id, Delegation.from_id)
    row.seen_at = desk.now
    _noted(desk, row, "see_delegation", "seen_at")
    return row.id


def mark_unseen(desk: Desk, delegation_id: UUID) -> None:
    """The inverse of `mark_seen`."""
    row = _mine(desk, delegation_id, Delegation.from_id)
    row.seen_at = None
    _noted(desk, row, "unsee_delegation", "seen_at")


def list_asked(desk: Desk) -> tuple[AskedLine, ...]:
    """What colleagues asked of this person, and what this person asked: open or not yet seen.

    A line asked by oneself about a client who was handed on meanwhile is not shown.
    """
    if not desk.actor.may(Verb.SELECT, "delegation"):
        return ()
    me = desk.actor.id
    open_ = and_(Delegation.done_at.is_(None), Delegation.returned_at.is_(None))
    query = (
        select(Delegation, Client.id.label("seen_client"), *named_columns(), Staff)
        .outerjoin(Client, Client.id == Delegation.client_id)
        .join(Staff, Staff.id == _other_side(me))
        .where(
            Delegation.undone_at.is_(None),
            or_(
                and_(Delegation.to_id == me, open_),
                and_(
                    Delegation.from_id == me, Delegation.seen_at.is_(None), Client.id.is_not(None)
                ),
            ),
        )
        .order_by(Delegation.at)
        .limit(_LINES)
    )
    return tuple(_line(row, me) for row in desk.session.execute(query))


def _other_side(me: UUID) -> ColumnElement[Any]:
    return case((Delegation.to_id == me, Delegation.from_id), else_=Delegation.to_id)


def _line(row: Any, me: UUID) -> AskedLine:
    asked: Delegation = row.Delegation
    return AskedLine(
        id=asked.id,
        kind=asked.kind,
        object_id=asked.object_id,
        client_id=row.seen_client,
        name=name_of(row) if row.seen_client is not None else None,
        called=Who(asked.client_name, asked.latin_name),
        other=Who.of(row.Staff),
        of_me=asked.to_id == me,
        note=asked.note,
        at=asked.at,
        due_at=asked.due_at,
        answer=asked.answer,
        done=None if asked.done_at is asked.returned_at else asked.done_at is not None,
        contact=None,
    )


def lines_with_others(asked: Sequence[AskedLine]) -> dict[tuple[str, UUID], AskedLine]:
    """(kind, key) of lines this person asked others to take, and of what came back unseen."""
    return {(a.kind, a.object_id): a for a in asked if not a.of_me}


def _open_by_me(desk: Desk, kind: str, object_id: UUID) -> Any:
    return select(Delegation.id).where(
        Delegation.from_id == desk.actor.id,
        Delegation.kind == kind,
        Delegation.object_id == object_id,
        Delegation.undone_at.is_(None),
        Delegation.seen_at.is_(None),
    )


def _mine(desk: Desk, delegation_id: UUID, side: Any) -> Delegation:
    query = select(Delegation).where(Delegation.id == delegation_id, side == desk.actor.id)
    row = desk.session.scalars(query).first()
    if row is None:
        raise NotFound(say("This request is not here any more."))
    return row


def _noted(desk: Desk, row: Delegation, verb: str, *fields: str) -> None:
    desk.session.flush()
    desk.note(verb, "delegation", row.id, fields)
