"""One person at work in one open club: the only way from a page or a job to the database."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar
from uuid import UUID

from sqlalchemy import select

from vipdesk.access.desk import Desk, StaffRow
from vipdesk.access.safeguard import Guard, reason_of
from vipdesk.changes import Changes
from vipdesk.clock import Clock
from vipdesk.errors import UserError
from vipdesk.models import Staff
from vipdesk.vocabulary import Role
from vipdesk.wording import say

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from vipdesk.store.live import Live
    from vipdesk.store.offline_copy import CopyInfo
    from vipdesk.store.sealing import Sealer
    from vipdesk.store.store import Store
    from vipdesk.store.vault import Vault

T = TypeVar("T")
_PRIVATE_TRACK = frozenset({Role.MANAGER, Role.HEAD, Role.EXECUTIVE})


def staff_row(staff: Staff) -> StaffRow:
    """A frozen row of a member of the staff."""
    return StaffRow(
        staff.id,
        staff.role,
        staff.surname,
        staff.given,
        staff.patronymic,
        staff.latin_name,
        staff.gender,
        staff.email,
        staff.phone,
        staff.reachable,
        staff.deputy_id,
    )


def list_staff(desk: Desk) -> tuple[StaffRow, ...]:
    """Everybody who still works here, by surname."""
    rows = desk.session.scalars(
        select(Staff).where(Staff.left_at.is_(None)).order_by(Staff.surname, Staff.given)
    )
    return tuple(staff_row(s) for s in rows)


class Office:
    """The store, the person at work and the clock. Reads and writes from any thread."""

    def __init__(
        self,
        store: Store,
        staff_id: UUID,
        clock: Clock,
        *,
        keeper: Store | None = None,
        guard: Guard | None = None,
    ) -> None:
        """`staff_id` must be somebody who works here; raises `UserError` otherwise.

        keeper: in a team, the person's own vault, which keeps their secrets (`access.keeper`).
        guard: makes a backup before deeds that are marked (`access.safeguard`).
        """
        self._store = store
        self.clock = clock
        self.keeper = keeper
        self.guard = guard
        self.staff = store.read(lambda session: _signed_in(session, staff_id))

    @property
    def home(self) -> str:
        """'vault', 'team', or 'offline': a copy of the team's."""
        return str(self._store.home)

    @property
    def vault(self) -> Vault | None:
        """The open vault, for backups of it; None in a team."""
        return self._store.vault

    @property
    def own_vault(self) -> Store | None:
        """The vault that is this person's: the one beside a team, or the one they work in."""
        return self._store if self._store.vault is not None else self.keeper

    def read(self, work: Callable[[Desk], T]) -> T:
        """Run a read; it cannot write."""
        return self._store.read(lambda session: work(self._desk(session)))

    def write(self, work: Callable[[Desk], T]) -> tuple[T, Changes]:
        """Run a verb in one transaction; returns its result and what it changed."""
        reason = reason_of(work)
        if reason is not None and self.guard is not None:
            self.guard.before(reason)
        return self._store.write(lambda session: work(self._desk(session)))

    def as_staff(self, staff_id: UUID) -> Office:
        """The same club for another person (a vault: roles there are a convenience)."""
        return Office(self._store, staff_id, self.clock, keeper=self.keeper, guard=self.guard)

    def at(self, clock: Clock) -> Office:
        """The same office by another clock: what was done offline is done at its own moment."""
        return Office(self._store, self.staff.id, clock, keeper=self.keeper, guard=self.guard)

    def take_copy(self, vault: Vault, login: str) -> CopyInfo:
        """Renew the copy for work without the team's server (`store.offline_copy`)."""
        from vipdesk.store.offline_copy import take_copy

        return take_copy(vault, self._store, login=login, now=self.clock.now())

    def kept_by(self, keeper: Store) -> Office:
        """The same office with a vault of the person's own; closing one closes both."""
        return Office(self._store, self.staff.id, self.clock, keeper=keeper, guard=self.guard)

    def sealer(self, purpose: str) -> Sealer:
        """Seals secrets at rest; raises `UserError` where no vault holds a key."""
        if self.keeper is not None:
            from vipdesk.access.keeper import KeptSealer

            return KeptSealer(self.keeper, purpose, self.clock)
        if self._store.vault is None:
            raise UserError(say("Passwords are kept in your own vault. Open it first."))
        return self._store.vault.sealer(purpose)

    def live(self, on_changes: Callable[[Changes], None]) -> Live | None:
        """Tells what other desks change, once it is started. None in a vault: there is one."""
        from vipdesk.store.store import Home

        if self._store.home is not Home.TEAM:
            return None
        from vipdesk.store.live import Live

        return Live(self._store, on_changes, sees_private=self.staff.role in _PRIVATE_TRACK)

    def leave(self) -> None:
        """Close the store and leave the keeper open: the desk goes on with another office."""
        self._store.close()

    def close(self) -> None:
        """Close the store: connections and the key are gone."""
        self._store.close()
        if self.keeper is not None:
            self.keeper.close()

    def _desk(self, session: Session) -> Desk:
        return Desk(session, self.staff, self.clock.now(), self.sealer)


def _signed_in(session: Session, staff_id: UUID) -> StaffRow:
    staff = session.get(Staff, staff_id)
    if staff is None or staff.left_at is not None:
        raise UserError(say("This person does not work at the desk. Choose another name."))
    return staff_row(staff)
