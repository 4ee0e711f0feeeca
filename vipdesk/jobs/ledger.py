"""Who runs a job that is due: the occurrence ledger decides, one insert of many succeeds.

Work inside the database shares its transaction with its row in the ledger: either both
are there or neither, and a desk that dies in the middle leaves the moment free. Work
with effects outside (a file, a mail) takes a lease first and says afterwards that it is
done; where nobody said so before the lease ran out, another desk does it again, so such
work must bear being done twice.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol, TypeVar

from sqlalchemy import update
from sqlalchemy.dialects import postgresql, sqlite

from vipdesk.access import Desk, StaffRow
from vipdesk.changes import Changes
from vipdesk.models import Occurrence
from vipdesk.vocabulary import Role

T = TypeVar("T")
LEASE = timedelta(minutes=30)
_MONDAY = datetime(2024, 1, 1, tzinfo=UTC)


class Door(Protocol):
    """The jobs' door to the club: `access.Office`."""

    staff: StaffRow

    @property
    def home(self) -> str:
        """'vault' or 'team'."""
        ...

    def read(self, work: Callable[[Desk], T], /) -> T:
        """Run a read."""
        ...

    def write(self, work: Callable[[Desk], T], /) -> tuple[T, Changes]:
        """Run a write in a transaction."""
        ...


@dataclass(frozen=True, slots=True)
class Rhythm:
    """Every so many days at an hour of UTC, counted from a Monday: the same on all laptops."""

    days: int
    hour: int

    def last_due(self, now: datetime) -> datetime:
        """The newest due moment that is not in the future. What was missed before is dropped."""
        first = _MONDAY + timedelta(hours=self.hour)
        return first + (now - first) // timedelta(days=self.days) * timedelta(days=self.days)


DAILY = Rhythm(1, hour=2)
WEEKLY = Rhythm(7, hour=2)


@dataclass(frozen=True, slots=True)
class Job:
    """Something that is done once for each due moment, by whichever desk comes first.

    Exactly one of: `inside`, a verb that works in the database alone; `outside`, which
    gets the office, has effects elsewhere and bears being done twice. `who`: the roles
    whose desks see everything it needs, asked in a team; `in_vault` likewise in a vault.
    """

    name: str
    rhythm: Rhythm
    who: frozenset[Role]
    in_vault: frozenset[Role]
    inside: Callable[[Desk], object] | None = None
    outside: Callable[[Any], Changes] | None = None

    def __post_init__(self) -> None:
        """Refuse a job that is neither or both."""
        if (self.inside is None) is (self.outside is None):
            raise ValueError(f"{self.name}: either inside or outside")

    def is_for(self, office: Door) -> bool:
        """Whether the person at this desk can do it."""
        return office.staff.role in (self.who if office.home == "team" else self.in_vault)


def run_if_due(office: Door, job: Job) -> Changes | None:
    """Do a job unless its present occurrence is taken. None where there was nothing to do."""
    if not job.is_for(office) or office.read(lambda desk: _is_taken(desk, job)):
        return None
    if job.inside is not None:
        inside = job.inside

        def whole(desk: Desk) -> bool:
            taken = take(desk, job.name, job.rhythm.last_due(desk.server_now()), timedelta(0))
            if taken:
                inside(desk)
            return taken

        done, changes = office.write(whole)
        return changes if done else None
    due_at, _ = office.write(lambda desk: _take_outside(desk, job))
    if due_at is None or job.outside is None:
        return None
    changes = job.outside(office)
    office.write(lambda desk: finish(desk, job.name, due_at))
    return changes


def take(desk: Desk, job: str, due_at: datetime, lease: timedelta) -> bool:
    """Take an occurrence: True for one caller alone.

    A second caller waits for the transaction of the first: if that fails, it is the second's.
    With a lease: an occurrence whose holder never came back may be taken over. With none
    (work in this very transaction) the row means that the work is done.
    """
    now = desk.server_now()
    dialect = desk.session.get_bind().dialect.name
    insert = sqlite.insert if dialect == "sqlite" else postgresql.insert
    row = {
        "job": job, "due_at": due_at, "taken_at": now, "taken_until": now + lease,
        "done_at": None if lease else now,
    }  # fmt: skip
    made = desk.session.scalar(
        insert(Occurrence).values(row).on_conflict_do_nothing().returning(Occurrence.job)
    )
    if made is not None:
        return True
    lost = (
        update(Occurrence)
        .where(
            Occurrence.job == job,
            Occurrence.due_at == due_at,
            Occurrence.done_at.is_(None),
            Occurrence.taken_until < now,
        )
        .values(taken_at=now, taken_until=now + lease)
        .returning(Occurrence.job)
        .execution_options(synchronize_session=False)
    )
    return bool(lease) and desk.session.scalar(lost) is not None


def finish(desk: Desk, job: str, due_at: datetime) -> None:
    """The holder of a lease has done the work."""
    desk.session.execute(
        update(Occurrence)
        .where(Occurrence.job == job, Occurrence.due_at == due_at)
        .values(done_at=desk.server_now())
        .execution_options(synchronize_session=False)
    )


def _take_outside(desk: Desk, job: Job) -> datetime | None:
    due_at = job.rhythm.last_due(desk.server_now())
    return due_at if take(desk, job.name, due_at, LEASE) else None


def _is_taken(desk: Desk, job: Job) -> bool:
    """A quick look first, so that a tick without work writes nothing."""
    now = desk.server_now()
    row = desk.session.get(Occurrence, (job.name, job.rhythm.last_due(now)))
    return row is not None and (row.done_at is not None or row.taken_until >= now)
