"""The first person of a new club, and the tiers it starts with."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import journal
from vipdesk.access.office import Office
from vipdesk.errors import UserError
from vipdesk.ids import new_id
from vipdesk.models import ClubSetting, Staff, Tier
from vipdesk.vocabulary import Role
from vipdesk.wording import say

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

    from vipdesk.clock import Clock
    from vipdesk.store.store import Store

# The club's own data from now on; days are the usual rhythm of contact in each tier.
_TIERS = (
    ("platinum", "Платина", "Platinum", 1, 14),
    ("gold", "Золото", "Gold", 2, 30),
    ("silver", "Серебро", "Silver", 3, 60),
)


def found_club(session: Session, *, given: str, surname: str, role: Role, now: datetime) -> UUID:
    """Fill an empty database with its first person and three tiers; returns the person's id.

    There is no desk yet, because nobody works here. The caller commits. Raises `UserError`
    with `field` 'given' or 'surname'.
    """
    for field, value in (("given", given), ("surname", surname)):
        if not value.strip():
            raise UserError(say("Please enter your name."), field=field)
    _add_tiers(session)
    person = Staff(id=new_id(), role=role, given=given.strip(), surname=surname.strip())
    session.add(person)
    session.flush()
    journal.write(
        session,
        at=now,
        actor=str(person.id),
        verb="found_club",
        table="staff",
        object_id=person.id,
        fields=("given", "surname", "role"),
    )
    return person.id


def found_team(connection: Connection) -> None:
    """The three tiers of a new team; its people are added by `access.team`.

    Raises `UserError` where somebody works already.
    """
    from sqlalchemy.orm import Session

    session = Session(connection)
    if session.scalar(select(Staff.id).limit(1)) is not None:
        raise UserError(say("There is a club in this database already. Add people to it instead."))
    _add_tiers(session)
    session.flush()


def _add_tiers(session: Session) -> None:
    for code, name_ru, name_en, rank, days in _TIERS:
        session.add(
            Tier(
                id=new_id(),
                code=code,
                name_ru=name_ru,
                name_en=name_en,
                rank=rank,
                metal=code,
                cadence_days=days,
            )
        )


SIGN_IN = "team_sign_in"
"""The setting in a person's own vault that keeps the way into a team (`access.keeper`)."""


def knows_a_team(session: Session) -> bool:
    """Whether this vault keeps the way into a team; asked at every start, so it asks little."""
    return session.scalar(select(ClubSetting.id).where(ClubSetting.name == SIGN_IN)) is not None


def sit_down(store: Store, clock: Clock) -> Office:
    """The office of the first who works in a vault: ids carry their moment. Raises `UserError`."""
    staff_id = store.read(_first_manager) or store.read(_first)
    if staff_id is None:
        raise UserError(say("There is no club in this vault. Join a team, or start a new vault."))
    return Office(store, staff_id, clock)


def _first_manager(session: Session) -> UUID | None:
    working = select(Staff.id).where(Staff.left_at.is_(None), Staff.role == Role.MANAGER)
    return session.scalar(working.order_by(Staff.id).limit(1))


def _first(session: Session) -> UUID | None:
    working = select(Staff.id).where(Staff.left_at.is_(None))
    return session.scalar(working.order_by(Staff.id).limit(1))
