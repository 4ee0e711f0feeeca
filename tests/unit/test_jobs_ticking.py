"""What runs by itself: the tick, its errors, sleep, and a quick stop."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from time import monotonic
from typing import Any

import pytest

from tests import factories as make
from tests.factories_channels import CLUB, Mailroom, mail_server, put_mail
from tests.factories_door import door_list
from vipdesk.access import Desk, Office
from vipdesk.changes import Changes
from vipdesk.channels import account as accounts
from vipdesk.channels.failures import Outcome, SendFailure
from vipdesk.channels.transport import Account, Line, SmtpTransport
from vipdesk.clock import SetClock
from vipdesk.errors import UserError
from vipdesk.events.door_list import ENDING, new_code, seal_list
from vipdesk.jobs.ticking import Jobs
from vipdesk.models import Staff
from vipdesk.vocabulary import Role
from vipdesk.wording import say

SMTP = SmtpTransport(timeout=1)


class Heard:
    """Collects what the jobs tell, and can be waited for."""

    def __init__(self) -> None:
        self.changes: list[Changes] = []
        self._came = threading.Condition()

    def __call__(self, changes: Changes) -> None:
        with self._came:
            self.changes.append(changes)
            self._came.notify_all()

    def wait(self, good: Callable[[Changes], bool], seconds: float = 10) -> bool:
        with self._came:
            return self._came.wait_for(lambda: any(good(c) for c in self.changes), seconds)


def queue(office: Office, account: Account) -> None:
    def put(desk: Desk) -> None:
        accounts.change_account(desk, account)
        anna = make.client(desk)
        make.consent(desk, anna.id)
        put_mail(desk, anna.id)

    office.write(put)


def test_a_tick_sends_what_is_due_and_tells_what_changed(office: Office, clock: SetClock) -> None:
    room, heard = Mailroom(), Heard()
    with mail_server(room) as account:
        queue(office, account)
        Jobs(office, SMTP, clock, heard).tick()
    assert len(room.mails) == 1
    assert any(c.touches("outbox_message") for c in heard.changes)


def test_a_promise_that_comes_due_is_told_once(vault_office: Office, clock: SetClock) -> None:
    def promise(desk: Desk) -> None:
        make.promise(desk, make.client(desk).id, due_at=desk.now + timedelta(minutes=2))

    vault_office.write(promise)
    heard = Heard()
    jobs = Jobs(vault_office, SMTP, clock, heard)
    jobs.tick()
    clock.move(timedelta(minutes=3))
    jobs.tick()
    jobs.tick()
    assert sum(c.touches("promise") for c in heard.changes) == 1


def test_after_sleep_everything_that_fell_due_is_told(
    vault_office: Office, clock: SetClock
) -> None:
    def promises(desk: Desk) -> None:
        anna = make.client(desk)
        for hours in (1, 5, 30):
            make.promise(desk, anna.id, due_at=desk.now + timedelta(hours=hours))

    vault_office.write(promises)
    heard = Heard()
    jobs = Jobs(vault_office, SMTP, clock, heard)
    jobs.tick()
    clock.move(timedelta(hours=8))
    jobs.tick()
    assert max(len(c.ids("promise")) for c in heard.changes) == 2
    assert any(c.touches("clock") for c in heard.changes)


def test_guests_of_an_evening_that_is_over_leave_the_laptop(
    vault_office: Office, clock: SetClock, tmp_path: Path
) -> None:
    """Each laptop its own, by the hour: the club's ledger has no say."""
    listed = door_list()
    over = SetClock(listed.wipes_at - timedelta(minutes=30))
    path = tmp_path / "doors" / "one" / f"list{ENDING}"
    path.parent.mkdir(parents=True)
    path.write_bytes(seal_list(listed, new_code()))
    jobs = Jobs(vault_office, SMTP, over, Heard(), daily=(), doors=tmp_path / "doors")
    jobs.tick()
    whole = path.stat().st_size
    over.move(timedelta(minutes=40))
    jobs.tick()
    assert path.stat().st_size == whole  # looked at an hour after the last look
    over.move(timedelta(minutes=40))
    jobs.tick()
    assert path.stat().st_size < whole
    assert b"\n" not in path.read_bytes()


def test_an_auditor_sends_nothing(vault_office: Office, clock: SetClock) -> None:
    def hire(desk: Desk) -> Any:
        auditor = Staff(role=Role.AUDITOR, surname="Проверкин", given="Пётр")
        desk.session.add(auditor)
        desk.session.flush()
        return auditor.id

    room = Mailroom()
    with mail_server(room) as account:
        queue(vault_office, account)
        auditor_id, _ = vault_office.write(hire)
        Jobs(vault_office.as_staff(auditor_id), SMTP, clock, Heard()).tick()
    assert room.mails == []


class BrokenTransport:
    """Fails in a way nobody thought of."""

    def connect(self, _account: Account) -> Any:
        raise RuntimeError("nobody thought of it")

    def hang_up(self) -> None: ...


@pytest.mark.loud
def test_an_unexpected_error_ends_one_step_and_not_the_clock(
    vault_office: Office, clock: SetClock
) -> None:
    queue(vault_office, Account("", CLUB, "127.0.0.1", 9, "none"))
    heard = Heard()
    jobs = Jobs(vault_office, BrokenTransport(), clock, heard)
    clock.move(timedelta(minutes=20))
    jobs.tick()
    assert any(c.touches("clock") for c in heard.changes)


class AwayOffice:
    """The team's database does not answer."""

    def __init__(self, office: Office) -> None:
        self.staff, self.home = office.staff, office.home

    def read(self, _work: object) -> Any:
        raise UserError(
            say("The team’s database does not answer. Check the network and try again.")
        )

    write = read


def test_a_database_that_is_away_is_waited_for(vault_office: Office, clock: SetClock) -> None:
    heard = Heard()
    Jobs(AwayOffice(vault_office), SMTP, clock, heard).tick()
    assert heard.changes == []


def test_the_scheduler_ticks_at_once_and_stops_cleanly(
    vault_office: Office, clock: SetClock
) -> None:
    room, heard = Mailroom(), Heard()
    before = set(threading.enumerate())
    with mail_server(room) as account:
        queue(vault_office, account)
        jobs = Jobs(vault_office, SMTP, clock, heard, every=timedelta(seconds=0.05))
        jobs.start()
        jobs.start()
        assert heard.wait(lambda c: c.touches("interaction"))
        clock.move(timedelta(minutes=20))
        assert heard.wait(lambda c: c.touches("clock"))
        began = monotonic()
        jobs.stop()
        jobs.stop()
    assert monotonic() - began < 2
    told = len(heard.changes)
    assert len(room.mails) == 1
    assert not {t for t in threading.enumerate() if t.is_alive()} - before
    assert len(heard.changes) == told


class HangingTransport:
    """A line that hangs until somebody hangs up."""

    def __init__(self) -> None:
        self.sending, self.cut = threading.Event(), threading.Event()

    @contextmanager
    def connect(self, _account: Account) -> Iterator[Line]:
        yield self

    def send(self, *, sender: str, to: str, content: bytes) -> None:
        self.sending.set()
        self.cut.wait(30)
        raise SendFailure("no_answer", Outcome.REVIEW)

    def hang_up(self) -> None:
        self.cut.set()


def test_stopping_does_not_wait_for_a_server_that_hangs(
    vault_office: Office, clock: SetClock
) -> None:
    queue(vault_office, Account("", CLUB, "127.0.0.1", 9, "none"))
    line = HangingTransport()
    jobs = Jobs(vault_office, line, clock, Heard())
    jobs.start()
    assert line.sending.wait(10)
    began = monotonic()
    jobs.stop()
    assert monotonic() - began < 6


def test_two_ticks_at_once_are_one(vault_office: Office, clock: SetClock) -> None:
    queue(vault_office, Account("", CLUB, "127.0.0.1", 9, "none"))
    line = HangingTransport()
    jobs = Jobs(vault_office, line, clock, Heard())
    first = threading.Thread(target=jobs.tick)
    first.start()
    assert line.sending.wait(10)
    jobs.tick()
    line.hang_up()
    first.join(10)
    assert not first.is_alive()
