"""The tick: an in-memory scheduler in the background, and what it does every half minute."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from threading import Event, Lock
from time import monotonic
from typing import TYPE_CHECKING

from vipdesk import log
from vipdesk.access import Office
from vipdesk.agenda.caldav_push import push_if_due
from vipdesk.agenda.due import became_due
from vipdesk.changes import Changes
from vipdesk.channels.deliver import deliver_due
from vipdesk.channels.transport import Transport
from vipdesk.clock import Clock
from vipdesk.complaints import sight
from vipdesk.complaints.due import sweep
from vipdesk.errors import UserError
from vipdesk.jobs import daily
from vipdesk.jobs.ledger import Door, Job, run_if_due
from vipdesk.vocabulary import Role

if TYPE_CHECKING:
    from apscheduler.schedulers.background import BackgroundScheduler

    from vipdesk.events.imap import MailboxDoor
    from vipdesk.store.live import Live

EVERY = timedelta(seconds=30)
# Longer than this between two ticks and the machine was asleep, or its clock was set.
GAP = timedelta(minutes=3)
_PATIENCE = 2.0
_AFTER_FAILURE = timedelta(minutes=10)
# Door lists lie on this laptop alone: each looks after its own, whatever the club's ledger says.
_WIPE_EVERY = timedelta(hours=1)


@dataclass(slots=True)
class Tally:
    """What was done since it was last asked. `trouble`: ticks with a step that waits."""

    ticks: int = 0
    sent: int = 0
    failed: int = 0
    review: int = 0
    jobs: int = 0
    replies: int = 0
    trouble: int = 0


class Jobs:
    """Runs for one open club: make it after unlocking, stop it before the office closes.

    `doors`: where this laptop keeps door lists, to be wiped after their event.
    `on_changes` is called from the jobs' own thread with what was changed or became due;
    it must hand over to the window's thread by itself.
    """

    def __init__(
        self,
        office: Door,
        transport: Transport,
        clock: Clock,
        on_changes: Callable[[Changes], None],
        *,
        every: timedelta = EVERY,
        daily: Iterable[Job] = daily.JOBS,
        live: Live | None = None,
        mailbox: MailboxDoor | None = None,
        doors: Path | None = None,
    ) -> None:
        self._office = office
        self._transport = transport
        self._clock = clock
        self._on_changes = on_changes
        self._every = every
        self._daily = tuple(daily)
        self._live = live
        self._mailbox = mailbox
        self._doors = doors
        self._wiped_at: datetime | None = None
        self._not_before: dict[str, datetime] = {}
        self._tally = Tally()
        self._waits = False
        self._stopping = Event()
        self._one_at_a_time = Lock()
        self._scheduler: BackgroundScheduler | None = None
        self._seen = clock.now()
        self._seen_monotonic = monotonic()

    def start(self) -> None:
        """Begin to tick, the first time at once. APScheduler is imported here: it costs 120 ms."""
        from apscheduler.executors.pool import ThreadPoolExecutor
        from apscheduler.schedulers.background import BackgroundScheduler

        if self._scheduler is not None:
            return
        self._stopping.clear()
        # Its log holds the text of errors, which may be personal; ours has codes. That a tick was
        # left out while a long one ran is how it is meant (`coalesce`), and no warning.
        quiet = logging.getLogger("apscheduler")
        quiet.propagate = False
        quiet.setLevel(logging.CRITICAL + 1)
        scheduler = BackgroundScheduler(
            timezone="UTC",
            executors={"default": ThreadPoolExecutor(1)},
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
        )
        scheduler.add_job(self.tick, "interval", seconds=self._every.total_seconds(), id="tick")
        scheduler.add_job(self.tick, id="first")
        scheduler.start()
        self._scheduler = scheduler
        if self._live is not None:
            self._live.start()

    def stop(self) -> None:
        """No more ticks. A mail on its way gets two seconds, then its line is broken off."""
        scheduler, self._scheduler = self._scheduler, None
        self._stopping.set()
        if self._live is not None:
            self._live.stop()
        if scheduler is None:
            return
        scheduler.pause()
        if self._one_at_a_time.acquire(timeout=_PATIENCE):
            self._one_at_a_time.release()
        else:
            self._transport.hang_up()
            if self._mailbox is not None:
                self._mailbox.hang_up()
        scheduler.shutdown(wait=True)

    def take_tally(self) -> Tally:
        """What was done since the last call."""
        taken, self._tally = self._tally, Tally()
        return taken

    def tick(self) -> None:
        """Everything that is due, once. Never raises: the next tick tries again."""
        if not self._one_at_a_time.acquire(blocking=False):
            return
        try:
            self._waits = False
            self._tick()
            self._tally.ticks += 1
            self._tally.trouble += self._waits
        finally:
            self._one_at_a_time.release()

    def _tick(self) -> None:
        since, now = self._seen, self._clock.now()
        self._notice_gap(now)
        self._step(partial(self._wipe_doors, now))
        role = self._office.staff.role
        steps: list[Callable[[], Changes]] = []
        if role is not Role.AUDITOR:
            steps.append(partial(self._deliver, private=False))
        if sight.works_here(role):
            steps += [partial(self._deliver, private=True), self._sweep]
        if role is not Role.AUDITOR:  # nothing is due for who only looks
            steps += [self._serve_waiting, partial(self._became_due, since)]
        whole = True
        for step in steps:
            if self._stopping.is_set():
                return
            whole = self._step(step) and whole
        if whole:
            self._seen = now  # else what became due is told again
        for job in self._daily:
            if self._stopping.is_set():
                return
            self._run_if_due(job, now)
        self._talk_to_servers()

    def _talk_to_servers(self) -> None:
        """Last: a mailbox or a calendar server may be slow, and nothing else waits for it."""
        if not self._stopping.is_set():
            self._step(self._read_mailbox)
        if isinstance(self._office, Office) and not self._stopping.is_set():
            self._step(partial(push_if_due, self._office))

    def _run_if_due(self, job: Job, now: datetime) -> None:
        """A job that failed is left alone for a while: it may cost more than a tick."""
        if now < self._not_before.get(job.name, now):
            return

        def run() -> Changes:
            done = run_if_due(self._office, job)
            if done is not None:
                self._tally.jobs += 1
                log.info("jobs.done", job=job.name)
            return done or Changes()

        if not self._step(run):
            self._not_before[job.name] = now + _AFTER_FAILURE

    def _step(self, step: Callable[[], Changes]) -> bool:
        try:
            changes = step()
            if changes and not self._stopping.is_set():
                self._on_changes(changes)
        except UserError:
            log.info("jobs.waits")  # the database is busy or away: the next tick tries again
            self._waits = True
            return False
        except Exception as error:  # noqa: BLE001 one failing step must not stop the clock
            log.failure("jobs.step", error)
            self._waits = True
            return False
        return True

    def _deliver(self, *, private: bool) -> Changes:
        done = deliver_due(
            self._office, self._transport, private=private, stop=self._stopping.is_set
        )
        if done.tried or done.moved:
            self._tally.sent += done.sent
            self._tally.failed += done.failed
            self._tally.review += done.review
            log.info("jobs.outbox", sent=done.sent, failed=done.failed, review=done.review)
        return done.changes

    def _read_mailbox(self) -> Changes:
        """Answers that came by mail."""
        from vipdesk.events import mailbox

        if self._office.staff.role not in mailbox.READERS:
            return Changes()
        if self._mailbox is None:
            from vipdesk.events.imap import ImapDoor

            self._mailbox = ImapDoor()
        done = mailbox.read_due(self._office, self._mailbox, stop=self._stopping.is_set)
        if done.taken or done.trouble:
            self._tally.replies += done.taken
            log.info(
                "jobs.mailbox", taken=done.taken, counted=done.counted, review=done.review,
                trouble=done.trouble,
            )  # fmt: skip
        return done.changes

    def _serve_waiting(self) -> Changes:
        """Offers of seats that ran out, seats to offer, shares to settle."""
        from vipdesk.events import entitlement, waiting_list

        _, changes = self._office.write(waiting_list.recompute_due)
        _, settled = self._office.write(entitlement.settle_due)
        return changes | settled

    def _sweep(self) -> Changes:
        _, changes = self._office.write(sweep)
        return changes

    def _wipe_doors(self, now: datetime) -> Changes:
        """Guests of evenings that are over leave the disk: at the start, then every hour."""
        wiped_at = self._wiped_at
        if self._doors is not None and not (wiped_at and wiped_at <= now < wiped_at + _WIPE_EVERY):
            if self._doors.is_dir():
                from vipdesk.events.door_list import wipe_due

                log.info("jobs.doors", wiped=wipe_due(self._doors, now))
            self._wiped_at = now
        return Changes()

    def _became_due(self, since: datetime) -> Changes:
        return self._office.read(partial(became_due, since=since))

    def _notice_gap(self, now: datetime) -> None:
        """Sleep shows as wall-clock time without ticks. Nothing was lost: it is all in the data."""
        ticking = monotonic()
        slept = (now - self._seen) > GAP
        if slept:
            log.info(
                "jobs.gap",
                minutes=int((now - self._seen).total_seconds() // 60),
                ticked=int(ticking - self._seen_monotonic),
            )
        self._seen_monotonic = ticking
