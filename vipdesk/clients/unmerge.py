"""The way back of a merge: both clients stand again, with what happened to them meanwhile."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import delete, select, text
from sqlalchemy.exc import DBAPIError

from vipdesk.access import Desk
from vipdesk.clients.merge_rows import Rows
from vipdesk.clients.search_entry import keep_found
from vipdesk.clients.sight import cares_for, client_of
from vipdesk.errors import NotFound, UserError
from vipdesk.ids import new_id
from vipdesk.models import ChannelPreference, Client, ClientMerge, Consent, Staff
from vipdesk.store.store import changed
from vipdesk.vocabulary import PreferenceRule, Role
from vipdesk.wording import Who, say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any


_REFUSED = "22023"  # what our procedures raise where a deed cannot be


@dataclass(frozen=True, slots=True)
class MergeRow:
    """A merge that can be taken back. `former_name`: every name that still finds the client."""

    id: UUID
    client_id: UUID
    other_id: UUID
    at: datetime
    by: Who
    former_name: str


@dataclass(frozen=True, slots=True)
class Unmerged:
    """Who stands again. `edits_kept`: values changed after the merge stay with the first."""

    client_id: UUID
    other_id: UUID
    edits_kept: int


def list_merges(desk: Desk, client_id: UUID) -> tuple[MergeRow, ...]:
    """Merges of a client that stand, the newest first."""
    m = ClientMerge
    rows = desk.session.execute(
        select(m.id, m.client_id, m.other_client_id, m.merged_at, m.former_name, Staff)
        .outerjoin(Staff, Staff.id == m.merged_by_id)
        .where(m.client_id == client_id, m.undone_at.is_(None))
        .order_by(m.merged_at.desc(), m.id.desc())
    )
    return tuple(MergeRow(i, c, o, at, Who.of(staff), name) for i, c, o, at, name, staff in rows)


def unmerge_clients(desk: Desk, merge_id: UUID) -> Unmerged:
    """Take a merge back, also after edits: what was typed since stays where it is.

    A “no” or a “never” said after the merge stands for both: nobody knows which of them said
    it. Raises `UserError` where one was erased since, or the merge has been taken back already.
    """
    m = ClientMerge
    found = desk.session.execute(
        select(m.client_id, m.other_client_id, m.undone_at).where(m.id == merge_id)
    ).first()
    if found is None:
        raise NotFound(say("This merge cannot be taken back: the client has been erased since."))
    client_id, other_id, undone_at = found
    if undone_at is not None:
        raise UserError(say("This merge has been taken back already."))
    client = client_of(desk, client_id)
    if client.erased_at is not None:
        raise UserError(say("This merge cannot be taken back: the client has been erased since."))
    if desk.actor.role not in {Role.MANAGER, Role.HEAD, Role.EXECUTIVE} or (
        desk.actor.role is Role.MANAGER and not cares_for(desk, client_id)
    ):
        raise UserError(say("Only who leads the client or the head of VIP service can do this."))
    desk.session.flush()
    if desk.session.get_bind().dialect.name == "postgresql":
        edits = _ask_the_database(desk, merge_id)
    else:
        edits = _unmerge_here(desk, merge_id)
    desk.session.expire_all()
    for one in (client_id, other_id):
        changed(desk.session, "client", one)
        # Where the other is a colleague's again, their own desk finds it: not ours to write.
        if desk.session.get(Client, one) is not None:
            keep_found(desk, one)
    desk.note("unmerge_clients", "client", client_id)
    return Unmerged(client_id, other_id, edits or 0)


def _ask_the_database(desk: Desk, merge_id: UUID) -> int:
    try:
        with desk.session.begin_nested():
            edits = desk.session.scalar(
                text("SELECT vip_api.unmerge_clients(:id, :by, :at)"),
                {"id": merge_id, "by": desk.actor.id, "at": desk.now},
            )
    except DBAPIError as error:
        if getattr(error.orig, "sqlstate", "") == _REFUSED:
            raise _merged_further() from None
        raise
    return edits or 0


def _merged_further() -> UserError:
    return UserError(say("This client was merged once more since. Take that merge back first."))


def _unmerge_here(desk: Desk, merge_id: UUID) -> int:
    session = desk.session
    merge = session.get_one(ClientMerge, merge_id)
    before = merge.before
    later = select(ClientMerge.before).where(
        ClientMerge.client_id == merge.client_id, ClientMerge.undone_at.is_(None)
    )
    for other in session.scalars(later):
        for part in other.get("moved", ()):
            if part["table"] == "client_merge" and merge.id.hex in part["ids"]:
                raise _merged_further()
    edits = Rows(session).move_back(before, merge.client_id, merge.other_client_id)
    session.expire_all()
    added = [UUID(hex=i) for i in before["added"]]
    session.execute(delete(Consent).where(Consent.id.in_(added)))
    _forbid_both(desk, merge)
    _keep_strict(desk, merge, before["winner"])
    merge.undone_at, merge.before = desk.now, {}
    session.flush()
    return edits


def _forbid_both(desk: Desk, merge: ClientMerge) -> None:
    session = desk.session
    for table, condition in (
        (Consent, Consent.withdrawal.is_(True)),
        (ChannelPreference, ChannelPreference.rule == PreferenceRule.FORBID),
    ):
        since = select(table).where(
            table.client_id == merge.client_id, table.noted_at > merge.merged_at, condition
        )
        for row in session.scalars(since).all():
            values = {
                c.name: getattr(row, c.name) for c in table.__table__.columns
                if c.name not in {"id", "client_id", "version", "via_person_id"}
            }  # fmt: skip
            session.add(table(id=new_id(), client_id=merge.other_client_id, **values))


def _keep_strict(desk: Desk, merge: ClientMerge, winner: Mapping[str, Any]) -> None:
    """A restriction or a mourning that began after the merge is of both."""
    session = desk.session
    session.flush()
    kept = session.get_one(Client, merge.client_id)
    other = session.get_one(Client, merge.other_client_id)
    if kept.restricted_at is not None and kept.restricted_at > merge.merged_at:
        other.restricted_at = other.restricted_at or kept.restricted_at
    mourning = kept.mourning_until
    if mourning is not None and str(mourning) != winner["mourning_until"]:
        other.mourning_until = max(mourning, other.mourning_until or mourning)
    session.flush()
