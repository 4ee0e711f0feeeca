"""The way into a team: a server's address and a password in, the person's own office out.

Must not: keep the password, name in a sentence anything that the server did not say to
everybody, or read more than the person's own row of the staff.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import func, select

from vipdesk.access.matrix import OVERSEERS, THROUGH_A_DOOR
from vipdesk.access.office import Office
from vipdesk.errors import UserError
from vipdesk.models import PRIVATE, Staff
from vipdesk.store.team_address import TeamAddress, Tls
from vipdesk.vocabulary import Role
from vipdesk.wording import say

SEEN = "vip_seen"
"""Where managers find what they may see of the private track (`rights.door`)."""
OVERSEEN = "vip_overseen"
"""Where heads and executives find it."""

NARROWED = "vip.cases"
"""A setting of the database: the cases that the doors are asked for, '{uuid,…}'; empty is all."""

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from vipdesk.clock import Clock
    from vipdesk.store.store import Store

__all__ = ["TeamAddress", "Tls", "door_of", "open_team", "sit_at_team"]


def door_of(role: Role) -> str | None:
    """The schema where a role finds the private track; None for who has nothing there."""
    if role in OVERSEERS:
        return OVERSEEN
    return SEEN if role in THROUGH_A_DOOR[PRIVATE] else None


def open_team(server: TeamAddress, password: str, clock: Clock) -> Office:
    """Sign in as `server.login` and sit down as the member of the staff with that login.

    Raises `UserError`: field 'password' for a refused name or password, 'host' for a server
    that does not answer or whose certificate is not trusted, none for the rest (another
    version, nobody of the staff by that login).
    """
    from vipdesk.store.store import sign_in

    store = sign_in(server, password)
    try:
        return sit_at_team(store, clock)
    except BaseException:
        store.close()
        raise


def sit_at_team(store: Store, clock: Clock) -> Office:
    """The office of whoever the database says is signed in; raises `UserError` for nobody."""
    staff_id = store.read(_of_session_user)
    if staff_id is None:
        raise UserError(
            say("Your name is not on this club’s staff. Ask the administrator to add you.")
        )
    office = Office(store, staff_id, clock)
    door = door_of(office.staff.role)
    if door is not None:
        store.translate_schemas({PRIVATE: door})
    return office


def _of_session_user(session: Session) -> UUID | None:
    """`session_user` and nothing that can be set: policies ask the same."""
    mine = select(Staff.id).where(Staff.login == func.session_user(), Staff.left_at.is_(None))
    return session.scalar(mine)
