"""The agent: the jobs without a window, stopped politely, telling numbers alone."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from time import monotonic, sleep

import pytest

from tests import factories as make
from tests.db import PASSPHRASE
from tests.factories import seed_staff
from tests.factories_channels import Mailroom, mail_server, put_mail
from vipdesk import cli
from vipdesk.access import Desk, Office
from vipdesk.channels import account as accounts
from vipdesk.channels.transport import Account, SmtpTransport
from vipdesk.clock import SetClock, SystemClock
from vipdesk.commands import agent
from vipdesk.jobs.daily import JOBS
from vipdesk.jobs.ticking import Jobs, Tally
from vipdesk.store.backup import Reason, backups_of, list_backups
from vipdesk.store.store import Store
from vipdesk.vocabulary import Role
from vipdesk.wording import Words

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    path = tmp_path / "passphrase"
    path.write_text(PASSPHRASE + "\n", encoding="utf-8")
    return path


@pytest.fixture
def folder(vault: Store, tmp_path: Path) -> Path:
    """A closed vault with a staff."""
    vault.write(seed_staff)
    vault.close()
    return tmp_path / "vault"


@pytest.fixture
def room() -> Iterator[tuple[Mailroom, Account]]:
    made = Mailroom()
    with mail_server(made) as account:
        yield made, account


def waiting(office: Office, account: Account) -> None:
    def put(desk: Desk) -> None:
        accounts.change_account(desk, account)
        anna = make.client(desk, surname="Канарейкина-Тайная")
        make.consent(desk, anna.id)
        put_mail(desk, anna.id)

    office.write(put)


def arguments(tmp_path: Path, folder: Path, secret: Path) -> list[str]:
    return [
        "--home", str(tmp_path / "desk"), "agent", "--vault", str(folder),
        "--passphrase-file", str(secret),
    ]  # fmt: skip


def test_once_does_what_is_due_and_says_so_in_numbers(
    tmp_path: Path, folder: Path, secret: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main([*arguments(tmp_path, folder, secret), "--once"]) == 0
    told = capsys.readouterr().out
    assert "Mails sent: 0" in told
    assert f"Jobs done: {sum(Role.HEAD in job.in_vault for job in JOBS)}" in told


def test_the_daily_backup_is_made_without_a_window_too(
    tmp_path: Path, folder: Path, secret: Path
) -> None:
    assert cli.main([*arguments(tmp_path, folder, secret), "--once"]) == 0
    (made,) = list_backups(backups_of(folder))
    assert made.reason is Reason.DAILY


def test_the_passphrase_may_come_by_the_environment(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VIPDESK_PASSPHRASE", PASSPHRASE)
    home = str(tmp_path / "desk")
    assert cli.main(["--home", home, "agent", "--vault", str(folder), "--once"]) == 0
    assert "VIPDESK_PASSPHRASE" not in os.environ  # no child of ours inherits it


def test_a_wrong_passphrase_is_one_sentence(
    tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = tmp_path / "wrong"
    wrong.write_text("not this one at all 9", encoding="utf-8")
    assert cli.main([*arguments(tmp_path, folder, wrong), "--once"]) == 1
    assert capsys.readouterr().err.strip()


def test_it_sits_down_as_who_sees_most(vault: Store) -> None:
    ids, _ = vault.write(seed_staff)
    assert vault.read(agent._who_sees_most) == ids[Role.HEAD]


def test_asked_to_stop_it_stops_and_tells_nothing_personal(
    tmp_path: Path, folder: Path, secret: Path
) -> None:
    """A process of its own: SIGTERM ends it with 0, its log and lines hold no name."""
    started = subprocess.Popen(
        [sys.executable, "-m", "vipdesk", *arguments(tmp_path, folder, secret)],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    try:
        assert started.stdout is not None
        assert "works" in started.stdout.readline()
        log, until = tmp_path / "desk", monotonic() + 20
        while monotonic() < until and not any("jobs.done" in p.read_text() for p in _logs(log)):
            sleep(0.05)
        started.send_signal(signal.SIGTERM)
        told, _ = started.communicate(timeout=20)
    finally:
        if started.poll() is None:
            started.kill()
    assert started.returncode == 0, told
    assert "has stopped" in told
    (written,) = [p.read_text() for p in _logs(log)]
    assert "agent.started" in written
    assert "agent.stopped" in written


def _logs(folder: Path) -> list[Path]:
    return list(folder.rglob("agent.log"))


def test_a_desk_and_an_agent_send_one_mail_once(
    team: Store, clock: SetClock, room: tuple[Mailroom, Account]
) -> None:
    ids, _ = team.write(seed_staff)
    post, account = room
    desk = Office(team, ids[Role.HEAD], clock)
    # No vault here: the account without a password, as on a server that asks for none.
    waiting(desk, account)
    both = [
        Jobs(Office(team, ids[Role.HEAD], clock), SmtpTransport(timeout=2), clock, lambda _: None)
        for _ in range(2)
    ]
    start = threading.Barrier(2)

    def work(jobs: Jobs) -> None:
        start.wait()
        jobs.tick()

    threads = [threading.Thread(target=work, args=(jobs,)) for jobs in both]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    tallies = [jobs.take_tally() for jobs in both]
    assert len(post.mails) == 1
    assert sum(t.sent for t in tallies) == 1
    # Once in the club.
    assert sum(t.jobs for t in tallies) == sum(Role.HEAD in job.who for job in JOBS)
    assert not any(t.trouble for t in tallies)


def test_a_line_every_hour_and_the_end_when_asked(
    vault_office: Office, en: Words, capsys: pytest.CaptureFixture[str]
) -> None:
    stopping = threading.Event()
    clock = SystemClock()
    jobs = Jobs(vault_office, SmtpTransport(), clock, lambda _: None, every=timedelta(hours=1))
    threading.Timer(1.3, stopping.set).start()
    agent.run_until(jobs, stopping, en, every=timedelta(seconds=0.5))
    lines = capsys.readouterr().out.splitlines()
    assert lines
    assert all(line.startswith("Mails sent:") for line in lines)


def test_a_database_that_is_away_is_said_so(en: Words) -> None:
    assert "does not answer" in en(agent.status(Tally(ticks=3, trouble=3)))
    assert "does not answer" not in en(agent.status(Tally(ticks=3, trouble=1)))
