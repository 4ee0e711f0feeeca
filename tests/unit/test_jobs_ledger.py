"""The occurrence ledger: what is due runs once, whoever asks, and is not lost by a death."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import func, select

from tests import factories as make
from tests.factories import seed_staff
from vipdesk.access import Desk, Office, journal
from vipdesk.access.anchors import Anchors
from vipdesk.changes import Changes
from vipdesk.clock import SetClock
from vipdesk.jobs import daily, ledger
from vipdesk.jobs.ledger import DAILY, WEEKLY, Job, run_if_due
from vipdesk.models import HealthSnapshot, Occurrence
from vipdesk.store.store import Store
from vipdesk.vocabulary import Role

EVERYBODY = frozenset(Role)


class Counted:
    """A job that counts how often it ran; it may fail the first time."""

    def __init__(self, *, fails: bool = False) -> None:
        self.times, self._fails = 0, fails
        self._lock = threading.Lock()

    def run(self, _given: object) -> Changes:
        with self._lock:
            self.times += 1
        if self._fails:
            self._fails = False
            raise RuntimeError("nobody thought of it")
        return Changes()


def inside(counted: Counted) -> Job:
    return Job("counted", DAILY, EVERYBODY, EVERYBODY, inside=counted.run)


def outside(counted: Counted) -> Job:
    return Job("counted", DAILY, EVERYBODY, EVERYBODY, outside=counted.run)


@pytest.mark.parametrize(
    ("rhythm", "now", "due"),
    [
        (DAILY, (2026, 11, 26, 10, 0), (2026, 11, 26, 2, 0)),
        (DAILY, (2026, 11, 26, 1, 59), (2026, 11, 25, 2, 0)),
        (DAILY, (2026, 11, 26, 2, 0), (2026, 11, 26, 2, 0)),
        (WEEKLY, (2026, 11, 26, 10, 0), (2026, 11, 23, 2, 0)),  # a Thursday; a Monday
    ],
)
def test_due_moments_are_the_same_on_every_laptop(
    rhythm: ledger.Rhythm, now: tuple[int, ...], due: tuple[int, ...]
) -> None:
    assert rhythm.last_due(datetime(*now, tzinfo=UTC)) == datetime(*due, tzinfo=UTC)


@pytest.mark.parametrize("kind", [inside, outside])
def test_a_job_runs_once_for_a_due_moment(office: Office, kind: Callable[[Counted], Job]) -> None:
    counted = Counted()
    runs = [run_if_due(office, kind(counted)) for _ in range(3)]
    assert counted.times == 1
    assert runs[1:] == [None, None]


def test_a_missed_day_runs_once_and_the_next_day_again(
    vault_office: Office, clock: SetClock
) -> None:
    counted = Counted()
    for days in (0, 5, 0, 1):
        clock.move(timedelta(days=days))
        run_if_due(vault_office, inside(counted))
    assert counted.times == 3


@pytest.mark.parametrize("kind", [inside, outside])
def test_many_desks_and_one_job(
    team: Store, clock: SetClock, kind: Callable[[Counted], Job]
) -> None:
    ids, _ = team.write(seed_staff)
    counted, start = Counted(), threading.Barrier(6)

    def desk() -> None:
        office = Office(team, ids[Role.MANAGER], clock)
        start.wait()
        run_if_due(office, kind(counted))

    desks = [threading.Thread(target=desk) for _ in range(6)]
    for one in desks:
        one.start()
    for one in desks:
        one.join(30)
    assert counted.times == 1


def test_work_that_dies_leaves_the_moment_free(office: Office) -> None:
    counted = Counted(fails=True)
    with pytest.raises(RuntimeError):
        run_if_due(office, inside(counted))
    assert run_if_due(office, inside(counted)) is not None
    assert counted.times == 2


def test_a_lease_that_nobody_came_back_for_is_taken_over(
    vault_office: Office, clock: SetClock
) -> None:
    counted = Counted(fails=True)
    with pytest.raises(RuntimeError):
        run_if_due(vault_office, outside(counted))
    assert run_if_due(vault_office, outside(counted)) is None  # perhaps it still works
    clock.move(ledger.LEASE + timedelta(seconds=1))
    assert run_if_due(vault_office, outside(counted)) is not None
    assert counted.times == 2


def test_the_lease_is_kept_by_the_servers_clock(team: Store, clock: SetClock) -> None:
    ids, _ = team.write(seed_staff)
    office = Office(team, ids[Role.MANAGER], clock)  # this laptop's clock is years wrong
    clock.move(timedelta(days=-4000))
    run_if_due(office, outside(Counted()))
    told, server = team.read(
        lambda s: s.execute(select(Occurrence.taken_at, func.clock_timestamp())).one()
    )
    assert abs(told - server) < timedelta(minutes=1)


def test_who_cannot_do_a_job_leaves_it_to_others(vault_office: Office) -> None:
    counted = Counted()
    job = replace(inside(counted), in_vault=frozenset({Role.HEAD}))
    assert run_if_due(vault_office, job) is None
    assert counted.times == 0


def test_a_job_is_either_inside_or_outside() -> None:
    with pytest.raises(ValueError, match="either"):
        Job("odd", DAILY, EVERYBODY, EVERYBODY)


def test_the_daily_jobs_run_for_the_head_of_service(store: Store, clock: SetClock) -> None:
    ids, _ = store.write(seed_staff)
    office = Office(store, ids[Role.HEAD], clock)

    def fill(desk: Desk) -> None:
        make.client(desk)

    office.write(fill)
    for job in daily.JOBS:
        whose = job.in_vault if office.home == "vault" else job.who
        if job.inside is not None and Role.HEAD in whose:
            assert run_if_due(office, job) is not None, job.name
    assert store.read(lambda s: s.scalar(select(func.count()).select_from(HealthSnapshot))) == 1


def test_the_head_of_a_vaults_journal_is_kept_beside_it_once_a_day(vault_office: Office) -> None:
    (job,) = (job for job in daily.JOBS if job.name == "keep_head")
    vault_office.write(lambda d: d.note("change_club", "club_setting", None))
    run_if_due(vault_office, job)
    assert vault_office.vault is not None
    kept = Anchors(vault_office.vault.folder, vault_office.sealer).heads()
    last = vault_office.read(lambda d: journal.head(d.session))
    assert last is not None
    assert [h.hash for h in kept] == [last.hash]
