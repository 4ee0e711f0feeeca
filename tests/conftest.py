"""Hygiene for every test: offscreen, a home of its own, loopback only, and noise is failure."""

from __future__ import annotations

import gc
import os
import threading
from collections.abc import Generator, Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["TZ"] = "UTC"
os.environ["LC_ALL"] = "C.UTF-8"

import pytest
from hypothesis import settings
from pytest_socket import socket_allow_hosts
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests import db, postgres
from tests.factories import seed_staff
from vipdesk.access import Desk, Office
from vipdesk.clock import SetClock
from vipdesk.models import Staff
from vipdesk.paths import Paths, resources
from vipdesk.store.store import Store, _watch
from vipdesk.store.vault import Unlocked
from vipdesk.vocabulary import Role
from vipdesk.wording import Lang, Words

# A Thursday, 13:00 in Moscow: shops are open, nobody sleeps.
NOON = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)

# How long an example takes says something of the machine, nothing of the product.
settings.register_profile("desk", deadline=None)
settings.load_profile("desk")


_thaw, _thawed = gc.unfreeze, [False]


def _unfreeze() -> None:
    """`gc.get_freeze_count` walks all that is frozen, a tenth of a second: asked at each test, it
    took as long as the tests.
    """
    _thawed[0] = True
    _thaw()


gc.unfreeze = _unfreeze


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """What was imported and collected stays until the end: the garbage collector need not walk it.

    Else each full collection, and there is one after each test with a window, walks it all.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        gc.enable()
        gc.freeze()


def pytest_runtest_setup() -> None:
    """Only loopback: a test that reaches for the network fails."""
    socket_allow_hosts(["127.0.0.1", "::1"], allow_unix_socket=True)


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever looks for the person's folders finds an empty one."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(home))
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(home / name.lower()))


@pytest.fixture(autouse=True)
def _quiet(caplog: pytest.LogCaptureFixture, request: pytest.FixtureRequest) -> Iterator[None]:
    """An unexpected warning in the log or a thread left running is a failure.

    A test that expects noise says so: `@pytest.mark.loud`.
    """
    before = set(threading.enumerate())
    yield
    if request.node.get_closest_marker("loud") is None:
        noise = [
            r.getMessage()
            for when in ("setup", "call")
            for r in caplog.get_records(when)
            if r.levelno >= 30
        ]
        assert not noise, f"noise in the log: {noise}"
    left = [t for t in threading.enumerate() if t not in before and t.is_alive() and not t.daemon]
    for thread in left:
        thread.join(2)
    assert not [t.name for t in left if t.is_alive()], "a thread is still running"


@pytest.fixture(autouse=True)
def _no_windows_left(request: pytest.FixtureRequest) -> Iterator[None]:
    """Deferred deletes are flushed: windows must not pile up. `exec` would hang: forbidden."""
    if _thawed[0]:  # a desk that closed has thawed what was here before it
        _thawed[0] = False
        gc.freeze()
    yield
    if "qapp" not in request.fixturenames and "qtbot" not in request.fixturenames:
        return
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
    gc.collect()
    left = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    for widget in left:
        widget.close()
        widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not left, f"windows left open: {[type(w).__name__ for w in left]}"


@pytest.fixture(autouse=True)
def _no_exec(monkeypatch: pytest.MonkeyPatch) -> None:
    """A modal loop of its own would hang a test and the desk: `.open()` only."""
    import sys

    if "PySide6.QtWidgets" not in sys.modules:
        return
    from PySide6.QtWidgets import QDialog, QMenu, QMessageBox

    def refused(*_arguments: object, **_named: object) -> None:
        raise AssertionError("exec() is forbidden: use open() or popup()")

    for kind in (QDialog, QMessageBox, QMenu):
        monkeypatch.setattr(kind, "exec", refused)


@pytest.fixture(scope="session")
def vault_template(tmp_path_factory: pytest.TempPathFactory) -> Unlocked:
    return db.vault_template(tmp_path_factory.mktemp("template") / "vault")


@pytest.fixture(scope="session")
def server() -> Iterator[postgres.Server]:
    """A real PostgreSQL for this worker."""
    with postgres.running() as running:
        yield running
        db.close_administrator(running)


@pytest.fixture(scope="session")
def team_template(server: postgres.Server) -> str:
    return db.team_template(server, f"template_{os.getpid()}")


@pytest.fixture
def vault(vault_template: Unlocked, tmp_path: Path) -> Iterator[Store]:
    """A fresh vault with the schema."""
    with db.vault_store(vault_template, tmp_path / "vault") as store:
        yield store


@pytest.fixture
def team(server: postgres.Server, team_template: str) -> Iterator[Store]:
    """A fresh PostgreSQL database with the schema."""
    with db.team_store(server, team_template) as store:
        yield store


@pytest.fixture(params=["vault", "team"])
def engine_name(request: pytest.FixtureRequest) -> str:
    """Both engines: every verb's tests run on each."""
    return str(request.param)


@pytest.fixture
def store(engine_name: str, request: pytest.FixtureRequest) -> Store:
    """A fresh database of one's own, to commit to."""
    found = request.getfixturevalue(engine_name)
    assert isinstance(found, Store)
    return found


@pytest.fixture(scope="session")
def seeded_vault(
    vault_template: Unlocked, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """A vault for all tests that roll back: staff and tiers are committed."""
    with db.vault_store(vault_template, tmp_path_factory.mktemp("seeded") / "vault") as store:
        store.write(seed_staff)
        yield store


@pytest.fixture(scope="session")
def seeded_team(server: postgres.Server, team_template: str) -> Iterator[Store]:
    """A database for all tests that roll back: staff and tiers are committed."""
    with db.team_store(server, team_template) as store:
        store.write(seed_staff)
        yield store


@pytest.fixture
def clock() -> SetClock:
    return SetClock(NOON)


@pytest.fixture
def office(store: Store, clock: SetClock) -> Office:
    """The desk's door on both engines, a personal manager at work; staff and tiers are there."""
    ids, _ = store.write(seed_staff)
    return Office(store, ids[Role.MANAGER], clock)


@pytest.fixture
def vault_office(vault: Store, clock: SetClock) -> Office:
    """As `office`, on the vault alone: for pages and the application."""
    ids, _ = vault.write(seed_staff)
    return Office(vault, ids[Role.MANAGER], clock)


@pytest.fixture
def desk(engine_name: str, clock: SetClock, request: pytest.FixtureRequest) -> Iterator[Desk]:
    """A desk in one open transaction that is rolled back afterwards.

    The database is shared with other such tests, unless this one commits to its own too.
    """
    if {"office", "store"} & set(request.fixturenames):
        office = request.getfixturevalue("office")
    else:
        shared = request.getfixturevalue(f"seeded_{engine_name}")
        office = Office(shared, shared.read(_manager), clock)
    with office._store._writing() as session, session.begin() as transaction:
        _watch(session)
        yield Desk(session, office.staff, office.clock.now(), office.sealer)
        if transaction.is_active:
            transaction.rollback()


def _manager(session: Session) -> UUID:
    return session.scalars(select(Staff.id).where(Staff.role == Role.MANAGER)).one()


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return Paths.under(tmp_path / "desk")


@pytest.fixture
def ru() -> Words:
    return Words(Lang.RU, resources() / "i18n")


@pytest.fixture
def en() -> Words:
    return Words(Lang.EN, resources() / "i18n")
