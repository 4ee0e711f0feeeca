"""Between the team's server and the copy: which of the two the desk works on, and coming back."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import keeper
from vipdesk.access.offline import OfflineOffice, Replayed, replay
from vipdesk.errors import NoAnswer, ShutOut
from vipdesk.models import Staff
from vipdesk.store.offline_copy import CopyInfo, find_copy, open_copy, wipe_copy

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from vipdesk.access.office import Office
    from vipdesk.clock import Clock
    from vipdesk.store.store import Store


def open_team_or_copy(vault: Store, clock: Clock) -> Office | None:
    """Sign in with what the vault keeps; while the server is silent, sit down at the copy.

    None for a vault that works alone. Who is shut out by the server loses the copy. Raises
    `UserError` as `keeper.open_kept`; `NoAnswer` only where there is no copy either.
    """
    try:
        return keeper.open_kept(vault, clock)
    except ShutOut:
        if vault.vault is not None:
            wipe_copy(vault.vault)
        raise
    except NoAnswer:
        office = sit_down_away(vault, clock)
        if office is None:
            raise
        return office


def sit_down_away(vault: Store, clock: Clock) -> OfflineOffice | None:
    """The office on the copy; None where there is none that may be opened."""
    if vault.vault is None:
        return None
    info = find_copy(vault.vault, clock.now())
    if info is None:
        return None
    copy = open_copy(vault.vault, clock.now())
    staff_id = copy.read(lambda session: _staff_of(session, info.login))
    if staff_id is None:
        copy.close()
        wipe_copy(vault.vault)
        return None
    return OfflineOffice(copy, staff_id, clock, keeper=vault, info=info)


def come_back(office: OfflineOffice) -> tuple[Office, Replayed] | None:
    """From the copy to the server, if it answers: what was done meanwhile is done there.

    None while it is silent. `office` stays open. Raises `UserError`: shut out (the copy is
    wiped), or a password that was changed.
    """
    vault = office.keeper
    if vault is None:
        return None
    try:
        back = keeper.open_kept(vault, office.clock)
    except NoAnswer:
        return None
    except ShutOut:
        if vault.vault is not None:
            wipe_copy(vault.vault)
        raise
    if back is None:
        return None
    try:
        done, _info = take_along(back)
    except NoAnswer:
        back.leave()
        return None
    except BaseException:
        back.leave()
        raise
    return back, done


def take_along(office: Office) -> tuple[Replayed, CopyInfo | None]:
    """With the server: do there what was done without it, then renew the copy.

    office: signed in to a team. Raises `UserError`; `ShutOut` has wiped the copy.
    """
    vault = office.keeper.vault if office.keeper is not None else None
    if vault is None or office.home != "team":
        return Replayed(0, 0, 0), None
    try:
        done = replay(office)
        login = office.read(lambda desk: desk.session.get_one(Staff, office.staff.id).login)
        info = office.take_copy(vault, login or "")
    except ShutOut:
        wipe_copy(vault)
        raise
    return done, info


def _staff_of(session: Session, login: str) -> UUID | None:
    return session.scalar(select(Staff.id).where(Staff.login == login, Staff.left_at.is_(None)))
