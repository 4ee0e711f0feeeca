"""When backups are made, where they go, what is told of them; and what a restore does again."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select

from tests import factories
from tests.conftest import NOON
from tests.db import PASSPHRASE
from tests.factories_channels import put_mail
from tests.quick_keys import quick_keys  # noqa: F401 a fixture
from vipdesk.access import Desk, Office, journal
from vipdesk.access.safeguard import reason_of, safeguarded
from vipdesk.clients.import_ import carry_out
from vipdesk.clock import SetClock
from vipdesk.doors import opened_office
from vipdesk.errors import UserError
from vipdesk.jobs.backups import Backups, Drill, Reason, daily_backup
from vipdesk.jobs.daily import JOBS
from vipdesk.jobs.restoring import look_inside, offered, put_back
from vipdesk.models import Client, JournalEntry, OutboxMessage
from vipdesk.store.store import open_vault_store
from vipdesk.store.vault import DATABASE
from vipdesk.vocabulary import ErasureGround, OutboxState, Role


@pytest.fixture
def backups(vault_office: Office) -> Backups:
    made = opened_office(vault_office, None).backups
    assert made is not None
    return made


@pytest.fixture
def folder(backups: Backups) -> Path:
    return backups.vault.folder


def test_a_desk_without_a_backup_is_warned(backups: Backups) -> None:
    state = backups.state()
    assert (state.rows, state.newest, state.old) == ((), None, True)


def test_a_backup_older_than_two_days_is_warned_of(backups: Backups, clock: SetClock) -> None:
    backups.make(Reason.HAND)
    clock.move(timedelta(days=2))
    assert not backups.state().old
    clock.move(timedelta(minutes=1))
    assert backups.state().old


def test_the_daily_duty_makes_one_and_not_two(
    backups: Backups, vault_office: Office, clock: SetClock
) -> None:
    daily_backup(vault_office)
    clock.move(timedelta(hours=3))
    daily_backup(vault_office)
    assert [r.reason for r in backups.state().rows] == [Reason.DAILY]
    clock.move(timedelta(hours=10))
    daily_backup(vault_office)
    assert backups.state().newest == NOON + timedelta(hours=13)


def test_the_daily_duty_is_among_the_days_jobs() -> None:
    (job,) = [j for j in JOBS if j.name == "daily_backup"]
    assert job.outside is daily_backup
    assert job.in_vault == frozenset(Role)


def test_an_import_is_preceded_by_a_backup(backups: Backups, vault_office: Office) -> None:
    assert reason_of(carry_out) == Reason.IMPORT

    @safeguarded("import")
    def some_import(desk: Desk) -> UUID:
        return factories.client(desk).id

    vault_office.write(some_import)
    (row,) = backups.state().rows
    assert row.reason is Reason.IMPORT
    inside = look_inside(row, backups.vault.folder, PASSPHRASE)
    assert inside.clients == 0, "it holds the club of before"


def test_without_its_backup_an_import_is_not_begun(backups: Backups, vault_office: Office) -> None:
    backups.place.touch()  # a file where the folder should be

    @safeguarded("import")
    def some_import(desk: Desk) -> UUID:
        raise AssertionError

    with pytest.raises(UserError, match="folder for backups"):
        vault_office.write(some_import)
    assert backups.state().failed is not None


def test_a_second_place_that_is_away_is_told_and_the_first_has_its_backup(
    backups: Backups, tmp_path: Path
) -> None:
    backups.second = tmp_path / "usb"
    made = backups.make(Reason.HAND)
    assert made.second_failed is not None
    state = backups.state()
    assert (len(state.rows), state.second_there, state.second_newest) == (1, False, None)
    backups.second.mkdir()
    assert backups.make(Reason.DAILY).second_failed is None
    assert backups.state().second_newest == NOON


def test_a_closing_vault_gives_up_what_is_being_made(backups: Backups) -> None:
    backups.stop()
    with pytest.raises(UserError, match="Stopped"):
        backups.make(Reason.HAND)


# The drill -----------------------------------------------------------------------------------


def test_the_drill_counts_verifies_and_leaves_nothing(
    backups: Backups, vault_office: Office, folder: Path
) -> None:
    vault_office.write(lambda desk: factories.client(desk).id)
    vault_office.write(lambda desk: desk.note("add_client", "client", None))
    backups.make(Reason.HAND)
    before = {p.name for p in folder.parent.iterdir()}
    done = backups.drill()
    assert (done.good, done.clients) == (True, 1)
    assert done.entries == vault_office.read(lambda d: journal.verify(d.session).entries)
    assert {p.name for p in folder.parent.iterdir()} == before
    assert backups.state().drill == Drill(NOON, NOON, good=True)


def test_a_drill_that_fails_is_remembered(backups: Backups) -> None:
    made = backups.make(Reason.HAND)
    with (made.row.folder / DATABASE).open("r+b") as file:
        file.seek(9000)
        file.write(b"spoilt")
    with pytest.raises(UserError, match="damaged"):
        backups.drill()
    assert backups.state().drill == Drill(NOON, NOON, good=False)


def test_a_drill_without_a_backup_says_so(backups: Backups) -> None:
    with pytest.raises(UserError, match="no backup yet"):
        backups.drill()


# Putting back --------------------------------------------------------------------------------


def test_who_was_erased_since_stays_erased(
    backups: Backups, vault_office: Office, clock: SetClock, folder: Path
) -> None:
    from vipdesk.privacy.erasure import erase_rows

    gone, _ = vault_office.write(lambda d: factories.client(d, surname="Забытая").id)
    row = backups.make(Reason.HAND).row
    vault_office.write(lambda d: erase_rows(d, gone, ground=ErasureGround.REQUEST))
    vault_office.close()
    done = put_back(look_inside(row, folder, PASSPHRASE), folder, clock)
    assert done.erased_again == 1
    with open_vault_store(folder, PASSPHRASE) as store:
        found = store.read(lambda s: s.get(Client, gone))
        assert found is not None
        assert found.surname != "Забытая"
        assert found.erased_at == NOON
        assert store.read(journal.verify).broken_at is None


def test_mail_that_may_have_left_since_waits_for_a_person(
    backups: Backups, vault_office: Office, clock: SetClock, folder: Path
) -> None:
    vault_office.write(_queue_mail)
    row = backups.make(Reason.HAND).row
    vault_office.close()
    done = put_back(look_inside(row, folder, PASSPHRASE), folder, clock)
    assert done.in_review == 1
    with open_vault_store(folder, PASSPHRASE) as store:
        (message,) = store.read(lambda s: s.scalars(select(OutboxMessage)).all())
        assert (message.state, message.error_code) == (OutboxState.REVIEW, "restored")
        last = select(JournalEntry.verb).order_by(JournalEntry.seq.desc()).limit(1)
        assert store.read(lambda s: s.scalar(last)) == "restore_backup"


def _queue_mail(desk: Desk) -> None:
    placed = put_mail(desk, factories.client(desk).id)
    row = desk.session.get(OutboxMessage, placed.id)
    assert row is not None
    row.state = OutboxState.QUEUED


def test_where_only_the_key_file_is_lost_nothing_else_is(
    backups: Backups, vault_office: Office, clock: SetClock, folder: Path
) -> None:
    row = backups.make(Reason.HAND).row
    vault_office.write(lambda d: factories.client(d, surname="Поздняя").id)
    vault_office.close()
    (folder / "vault.keys").write_bytes(b"{}")
    inside = look_inside(row, folder, PASSPHRASE)
    assert inside.keys_only
    assert put_back(inside, folder, clock).keys_only
    with open_vault_store(folder, PASSPHRASE) as store:
        assert store.read(lambda s: s.scalars(select(Client.surname)).all()) == ["Поздняя"]


def test_a_recovery_key_typed_for_a_passphrase_opens_a_backup(
    backups: Backups, folder: Path
) -> None:
    recovery = backups.vault.replace_recovery_key(PASSPHRASE)
    row = backups.make(Reason.HAND).row
    assert look_inside(row, folder, recovery.lower()).rows > 0


def test_backups_are_offered_newest_first_and_once(
    backups: Backups, clock: SetClock, tmp_path: Path, folder: Path
) -> None:
    backups.second = tmp_path / "usb"
    backups.second.mkdir()
    backups.make(Reason.HAND)
    clock.move(timedelta(days=1))
    backups.make(Reason.DAILY)
    rows = offered(folder, (backups.second,))
    assert [r.at for r in rows] == [NOON + timedelta(days=1), NOON]
    assert not any(r.second for r in rows)
    elsewhere = offered(tmp_path / "new laptop", (backups.second,))
    assert [r.second for r in elsewhere] == [True, True]
