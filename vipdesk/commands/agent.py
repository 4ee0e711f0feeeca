"""`vipdesk agent`: the jobs without a window, on an office machine that is always on.

It opens its own vault, as the desk does, and goes on to the team where the vault keeps a
sign-in (with the mail account's password, which a vault alone may hold). What is due is
decided by the data, the occurrence ledger and the outbox's claims, so that an agent and
any number of desks do nothing twice.
"""

from __future__ import annotations

import argparse
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from vipdesk import log
from vipdesk.clock import Clock, SystemClock
from vipdesk.commands import opening
from vipdesk.errors import UserError
from vipdesk.wording import Say, Words, say

if TYPE_CHECKING:
    from types import FrameType
    from uuid import UUID

    from vipdesk.access import Office
    from vipdesk.jobs.ticking import Tally
    from vipdesk.store.store import Store

STATUS_EVERY = timedelta(hours=1)
WAITED = 3  # exit code of `--once` where something could not be done now
_ENVIRONMENT = "VIPDESK_PASSPHRASE"
_SLICE = 0.5  # Windows hears a signal only between waits


def add(commands: Any) -> None:
    """Register the command."""
    parser = commands.add_parser(
        "agent",
        help="send mail and run what is due without a window, until it is stopped",
        description=(
            "Sends what waits in the outbox, keeps clocks and daily jobs. Stop it with Ctrl+C or"
            f" SIGTERM. The passphrase is asked for, or read from {_ENVIRONMENT} or a file."
            " Exit codes: 0 stopped as asked, 1 refused with a sentence, 2 wrong use,"
            f" {WAITED} with --once: something waits."
        ),
    )
    opening.add_place(parser)
    parser.add_argument("--once", action="store_true", help="do what is due now, then stop")
    parser.set_defaults(run=_agent)


def _agent(chosen: argparse.Namespace, words: Words) -> int:
    from vipdesk.jobs.ticking import Jobs

    log.start(opening.paths_of(chosen).log.with_name("agent.log"))
    clock, stopping = SystemClock(), threading.Event()
    try:
        with _asked_to_stop(stopping), opened_office(chosen, words, clock) as office:
            from vipdesk.channels.transport import SmtpTransport

            doors = opening.paths_of(chosen).door_lists
            jobs = Jobs(office, SmtpTransport(), clock, _nothing, doors=doors)
            log.info("agent.started", home=office.home)
            if chosen.once:
                jobs.tick()
                return _told_once(jobs.take_tally(), words)
            print(words(say("The agent works. Stop it with Ctrl+C.")), flush=True)
            run_until(jobs, stopping, words)
            print(words(say("The agent has stopped.")), flush=True)
    finally:
        log.info("agent.stopped")
        log.stop()
    return 0


def run_until(
    jobs: Any, stopping: threading.Event, words: Words, every: timedelta = STATUS_EVERY
) -> None:
    """Tick until asked to stop; a line of numbers every so often, on paper and in the log."""
    jobs.start()
    try:
        waited = timedelta()
        while not stopping.wait(_SLICE):
            waited += timedelta(seconds=_SLICE)
            if waited >= every:
                waited = timedelta()
                print(words(status(jobs.take_tally())), flush=True)
    finally:
        jobs.stop()


def status(tally: Tally) -> Say:
    """One line without a name: what was done since the last one."""
    log.info(
        "agent.status", ticks=tally.ticks, sent=tally.sent, failed=tally.failed,
        review=tally.review, jobs=tally.jobs, trouble=tally.trouble,
    )  # fmt: skip
    if tally.trouble and tally.trouble >= tally.ticks:
        return say("The club’s database does not answer. The agent goes on trying.")
    return say(
        "Mails sent: {sent}, refused: {failed}, to review: {review}. Jobs done: {jobs}.",
        sent=tally.sent,
        failed=tally.failed,
        review=tally.review,
        jobs=tally.jobs,
    )


def _told_once(tally: Tally, words: Words) -> int:
    print(words(status(tally)), flush=True)
    return WAITED if tally.trouble else 0


@contextmanager
def opened_office(chosen: argparse.Namespace, words: Words, clock: Clock) -> Iterator[Office]:
    """The club, with somebody who sees enough of it; closed at the end.

    A vault that keeps a sign-in opens its team. With `--team` there is no vault and so no
    mail password: mail then waits for a desk that has one.
    """
    from vipdesk.access import keeper, team_door

    if getattr(chosen, "passphrase_file", None) is None and _ENVIRONMENT in os.environ:
        secret = os.environ.pop(_ENVIRONMENT)  # not for the processes that this one starts
        store = _opened_with(chosen, secret)
    else:
        store = opening.open_store(chosen, words)
    try:
        office = (
            team_door.sit_at_team(store, clock)
            if store.vault is None
            else keeper.open_kept(store, clock) or _of_vault(store, clock, chosen)
        )
    except BaseException:
        store.close()
        raise
    try:
        yield office
    finally:
        office.close()


def _opened_with(chosen: argparse.Namespace, secret: str) -> Store:
    from vipdesk.store.store import open_vault_store, sign_in

    if chosen.team:
        return sign_in(opening.team_address(chosen), secret)
    return open_vault_store(opening.vault_folder(chosen), secret)


def _of_vault(store: Store, clock: Clock, chosen: argparse.Namespace) -> Office:
    """In a vault of one's own everybody may do everything: the one who sees most works."""
    from vipdesk.access import Office

    return opening.guarded(Office(store, store.read(_who_sees_most), clock), chosen)


def _who_sees_most(session: Any) -> UUID:
    from sqlalchemy import select

    from vipdesk.models import Staff
    from vipdesk.vocabulary import Role

    order = (Role.HEAD, Role.EXECUTIVE, Role.ADMINISTRATOR, Role.MANAGER, Role.COORDINATOR)
    found = session.execute(select(Staff.role, Staff.id).where(Staff.left_at.is_(None))).all()
    able = sorted((order.index(role), staff_id) for role, staff_id in found if role in order)
    if not able:
        raise UserError(say("Nobody works in this club. Add a colleague in the desk first."))
    chosen: UUID = able[0][1]
    return chosen


@contextmanager
def _asked_to_stop(stopping: threading.Event) -> Iterator[None]:
    """SIGTERM, Ctrl+C and, on Windows, Ctrl+Break: finish what is running, then go."""

    def asked(_number: int, _frame: FrameType | None) -> None:
        stopping.set()

    names = ("SIGTERM", "SIGINT", "SIGBREAK")
    numbers = [getattr(signal, name) for name in names if hasattr(signal, name)]
    before = [(number, signal.signal(number, asked)) for number in numbers]
    try:
        yield
    finally:
        for number, handler in before:
            signal.signal(number, handler)


def _nothing(_changes: object) -> None:
    """Nobody looks."""
