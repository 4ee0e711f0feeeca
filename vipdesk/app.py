"""The composition root: settings → window → store → runner → jobs → pages, one reason a step.

1. Settings first: language and theme of the very first picture.
2. The window, empty: it is on the screen before SQLAlchemy is imported.
3. The runner: its worker imports the store and opens the vault, the window stays alive.
4. The office of who is at work, then jobs, then the shell with its pages.
"""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from vipdesk import settings, tokens
from vipdesk.clock import Clock, SystemClock
from vipdesk.errors import UserError
from vipdesk.paths import Paths
from vipdesk.settings import Settings, Theme
from vipdesk.ui.main_window import MainWindow
from vipdesk.wording import Lang, Say, say

if TYPE_CHECKING:
    from vipdesk.access import Office
    from vipdesk.store.store import Store
    from vipdesk.ui.context import Context
    from vipdesk.ui.doors import Doors, Founder, Opened
    from vipdesk.ui.runner import Bug, Runner
    from vipdesk.ui.shell import Shell

DEMO_PASSPHRASE = "demonstration club 2026"  # noqa: S105 nothing to protect
"""Known to everybody: there is nobody real in the demonstration club."""


def run(paths: Paths) -> int:
    """Open the desk of a person: first run, or unlock screen. Returns the exit code."""
    application = QApplication(sys.argv[:1])
    desk = DeskApp(paths, settings.load(paths.settings))
    desk.window.first_painted.connect(desk.begin)
    desk.window.show()
    return _live(application, desk)


def run_demo(paths: Paths, *, clients: int = 300, seed: int = 2026, lang: str | None = None) -> int:
    """Open the desk on a fresh demonstration club; it asks nothing."""
    application = QApplication(sys.argv[:1])
    kept = settings.load(paths.settings)
    if lang is not None:
        kept = kept.with_(lang=Lang(lang))
    desk = DeskApp(paths, kept, demo=(clients, seed))
    desk.window.first_painted.connect(desk.begin_demo)
    desk.window.show()
    return _live(application, desk)


def open_window(
    paths: Paths,
    *,
    office: Office | None = None,
    kept: Settings | None = None,
    clock: Clock | None = None,
    size: tuple[int, int] | None = None,
) -> DeskApp:
    """A desk for the tour and for tests, in an application that already runs.

    With an `office` the shell is opened on it (the caller closes the office's store by
    `desk.close()`); without one, the unlock screen or the first run is shown.
    """
    desk = DeskApp(paths, kept or settings.load(paths.settings), clock=clock, logs=False)
    if size is not None:
        desk.window.resize(*size)
    desk.window.show()
    if office is None:
        desk.begin()
    else:
        desk.prepare()
        desk.enter_office(office)
    return desk


class DeskApp(QObject):
    """One window with its runner and context, from the first paint to the last."""

    def __init__(
        self,
        paths: Paths,
        kept: Settings,
        *,
        clock: Clock | None = None,
        demo: tuple[int, int] = (300, 2026),
        logs: bool = True,
    ) -> None:
        super().__init__()
        self.paths = paths
        self.clock = clock or SystemClock()
        self._kept = kept
        self._demo = demo
        self._logs = logs
        self._locked: Path | None = None
        self._shown_bugs: set[Bug] = set()
        self.shell: Shell | None = None
        self.opened: Opened | None = None
        ledger = tokens.ledger()
        self.window = MainWindow(ledger.colours(dark=kept.theme is Theme.DARK), ledger.size)
        self.window.take_place(kept.window)
        self.window.closing.connect(self._on_closing)
        self._closed = False

    # After the first paint ----------------------------------------------------------------

    def prepare(self) -> None:
        """Runner, context, look: everything that pages need but the club."""
        from vipdesk import log
        from vipdesk.ui.context import Context
        from vipdesk.ui.idle import IdleWatch
        from vipdesk.ui.runner import Runner

        if self._logs:
            log.start(self.paths.log)
        self.runner: Runner = Runner(parent=self)
        self.context: Context = Context(self.runner, self._kept, self.clock, parent=self)
        self.doors: Doors = VaultDoors(self.paths, self.clock, self._kept, self._demo)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self.context.look.wear(application)
            application.styleHints().colorSchemeChanged.connect(self.context.refresh_look)
        self.runner.bug.connect(self.show_bug)
        self.context.settings_changed.connect(self._on_settings_changed)
        self.context.lock_requested.connect(self.lock)
        self.window.files_dropped.connect(self._on_files_dropped)
        self.idle = IdleWatch(self._kept.idle_minutes, self)
        self.idle.idle.connect(self.lock)

    def begin(self) -> None:
        """The unlock screen where there is a vault, else the first run."""
        self.prepare()
        if self.doors.has_vault(self.doors.folder):
            self.show_unlock()
        else:
            self.show_first_run()

    def begin_demo(self) -> None:
        """Make the demonstration club in the worker and open it."""
        from vipdesk.ui.waiting import Waiting

        self.prepare()
        waiting = Waiting(self.context, say("The demonstration club is being prepared…"))
        self.window.show_screen(waiting)

        def failed(error: Exception) -> bool:
            if isinstance(error, UserError):
                waiting.show_error(error.say)
                return True
            return False

        make = partial(self.doors.open_demo, self.context.settings.lang)
        self.runner.call(make, self.enter, owner=self, failed=failed)

    # Screens --------------------------------------------------------------------------------

    def show_unlock(self, folder: Path | None = None) -> None:
        """Ask for the passphrase."""
        from vipdesk.ui.pages.unlock_page import UnlockPage

        hint: Say | str = ""
        if folder == self.paths.demo_vault:
            hint = say("Passphrase of the demonstration: {passphrase}", passphrase=DEMO_PASSPHRASE)
        page = UnlockPage(self.context, self.doors, folder, hint=hint)
        page.opened.connect(self.enter)
        page.new_wanted.connect(self.show_first_run)
        self.window.show_screen(page)
        page.setFocus()

    def show_first_run(self) -> None:
        """Language, vault, recovery kit, first clients."""
        from vipdesk.ui.pages.first_run_page import FirstRunPage

        page = FirstRunPage(self.context, self.doors)
        page.opened.connect(self._on_first_opened)
        self.window.show_screen(page)

    def enter(self, opened: Opened, section: str = "") -> None:
        """The club is open: the shell and its first page."""
        from vipdesk.ui.context import Link
        from vipdesk.ui.shell import Shell

        self.opened = opened
        self.runner.use(opened.office)
        self.context.staff = opened.staff
        self.context.folder = str(opened.folder or "")
        if opened.folder is not None and not opened.demo:
            self.context.change_settings(vault=str(opened.folder))
        shell = Shell(self.context, opened.staff)
        shell.show_people(opened.staff, opened.people)
        shell.sidebar.status.show_status(team=opened.team, demo=opened.demo)
        shell.person_chosen.connect(self.change_person)
        self.shell = shell
        self.window.show_screen(shell)
        shell.go(Link(section or self.context.settings.section))
        if shell.present is None:
            shell.go(Link("today"))
        self.idle.start()

    def enter_office(self, office: Office) -> None:
        """Enter a club that somebody else opened."""
        self.enter(opened_office(office, None))

    def change_person(self, staff_id: UUID) -> None:
        """Another of the staff takes the desk: the pages are made anew for their eyes."""
        opened = self.opened
        if opened is not None:
            work = partial(_as_person, opened, staff_id)
            self.runner.call(work, self.enter, owner=self)

    def lock(self) -> None:
        """Close the club, forget what pages show, ask for the passphrase again."""
        opened = self.opened
        if opened is None or opened.folder is None:
            return
        self._locked = opened.folder
        self._leave()
        self.runner.use(None)
        self.runner.call(opened.office.close, self._on_locked, owner=self)

    def show_bug(self, bug: Bug) -> None:
        """One dialog for a failure, once."""
        from vipdesk.ui.dialogs.bug_dialog import BugDialog

        if bug in self._shown_bugs:
            return
        self._shown_bugs.add(bug)
        BugDialog(self.context, bug, self.window).open()

    def close(self) -> None:
        """Stop jobs and workers, close the club; the window goes."""
        if self._closed:
            return
        self._closed = True
        if hasattr(self, "runner"):
            self.idle.stop()
            self._save_place()
            self.runner.close()
            if self.opened is not None:
                self.opened.office.close()
        self.window.close()
        self.window.deleteLater()
        self.deleteLater()

    # Inside ----------------------------------------------------------------------------------

    def _leave(self) -> None:
        from vipdesk.ui.waiting import Waiting

        self.idle.stop()
        self.opened, self.shell = None, None
        self.window.show_screen(Waiting(self.context, say("The desk is being locked…")))

    def _on_locked(self, _nothing: None) -> None:
        self.show_unlock(self._locked)

    def _on_first_opened(self, opened: Opened, start: str) -> None:
        self.enter(opened, "clients" if start == "import" else "today")

    def _on_files_dropped(self, files: list[Path]) -> None:
        if self.shell is not None:
            self.shell.drop(files)

    def _on_settings_changed(self, kept: Settings) -> None:
        self.idle.change(kept.idle_minutes)
        try:
            settings.save(self.paths.settings, kept)
        except OSError:
            self.context.problem(
                say("The settings cannot be written: the disk is full or read-only.")
            )

    def _save_place(self) -> None:
        kept = self.context.settings.with_(window=self.window.keep_place())
        present = self.shell.present if self.shell is not None else None
        if present is not None:
            from vipdesk.ui.wiring import PLACES

            kept = kept.with_(section=PLACES[present.kind].section)
        try:
            settings.save(self.paths.settings, kept)
        except OSError as error:
            from vipdesk import log

            log.failure("settings.unwritten", error)

    def _on_closing(self) -> None:
        self.close()


class VaultDoors:
    """Opens clubs for the screens; everything slow is imported here, in the worker."""

    def __init__(
        self, paths: Paths, clock: Clock, kept: Settings, demo: tuple[int, int] = (300, 2026)
    ) -> None:
        self._paths, self._clock, self._demo = paths, clock, demo
        self._kept = Path(kept.vault) if kept.vault else None

    @property
    def folder(self) -> Path:
        """The vault used last, or the person's own place."""
        if self._kept is not None and self.has_vault(self._kept):
            return self._kept
        return self._paths.vault

    def has_vault(self, folder: Path) -> bool:
        """Whether there is a vault in the folder, whole or not (without importing the store)."""
        return (folder / "vault.keys").exists() or (folder / "vault.db").exists()

    def check_passphrase(self, passphrase: str) -> None:
        """Refuse a weak passphrase."""
        from vipdesk.store.keyslots import check_new_passphrase

        check_new_passphrase(passphrase)

    def warnings(self, folder: Path) -> tuple[Say, ...]:
        """What to tell about this place."""
        from vipdesk.store.places import warnings_about

        return warnings_about(folder)

    def open(self, folder: Path, passphrase: str) -> Opened:
        """Open a vault by passphrase."""
        from vipdesk.store.store import open_vault_store

        return self._sit_down(open_vault_store(folder, passphrase), folder)

    def recover(self, folder: Path, recovery_key: str, passphrase: str) -> Opened:
        """Open a vault by recovery key and give it a new passphrase."""
        from vipdesk.store.store import open_vault_store

        self.check_passphrase(passphrase)
        store = open_vault_store(folder, recovery_key=recovery_key)
        try:
            if store.vault is not None:
                store.vault.reset_passphrase(recovery_key, passphrase)
        except BaseException:
            store.close()
            raise
        return self._sit_down(store, folder)

    def create(self, folder: Path, passphrase: str, founder: Founder) -> tuple[Opened, str]:
        """Make a vault with its first person."""
        from vipdesk.access import Office
        from vipdesk.access.founding import found_club
        from vipdesk.store.store import create_vault_store

        store, recovery_key = create_vault_store(folder, passphrase)
        try:
            found = partial(
                found_club,
                given=founder.given,
                surname=founder.surname,
                role=founder.role,
                now=self._clock.now(),
            )
            staff_id, _ = store.write(found)
            return opened_office(Office(store, staff_id, self._clock), folder), recovery_key
        except BaseException:
            store.close()
            raise

    def open_demo(self, lang: Lang) -> Opened:
        """Make a fresh demonstration club in its own folder; the one of before is thrown away."""
        import shutil

        from vipdesk.access import Office
        from vipdesk.demo import generate
        from vipdesk.store import keyslots
        from vipdesk.store.store import create_vault_store

        folder = self._paths.demo_vault
        self._refuse_if_in_use(folder)
        shutil.rmtree(folder, ignore_errors=True)
        store, _recovery_key = create_vault_store(folder, DEMO_PASSPHRASE, cost=keyslots.FLOOR)
        try:
            clients, seed = self._demo
            make = partial(generate, seed=seed, clients=clients, as_of=self._clock.now(), lang=lang)
            club, _ = store.write(make)
            office = Office(store, club.manager_id, self._clock)
        except BaseException:
            store.close()
            raise
        return opened_office(office, folder, demo=True)

    def _refuse_if_in_use(self, folder: Path) -> None:
        from vipdesk.store.files import lock_file
        from vipdesk.store.vault import LOCK

        if not folder.exists():
            return
        lock = lock_file(folder / LOCK)
        if lock is None:
            raise UserError(
                say("The demonstration club is already open in another window. Close that one.")
            )
        lock.release()

    def _sit_down(self, store: Store, folder: Path) -> Opened:
        """The first person of the vault takes the desk."""
        from vipdesk.access.founding import sit_down

        try:
            demo = folder == self._paths.demo_vault
            return opened_office(sit_down(store, self._clock), folder, demo=demo)
        except BaseException:
            store.close()
            raise


def opened_office(office: Office, folder: Path | None, *, demo: bool = False) -> Opened:
    """What the screens need to know of an open club."""
    from vipdesk.access.office import list_staff
    from vipdesk.ui.doors import Opened

    return Opened(
        office=office,
        staff=office.staff,
        people=office.read(list_staff),
        folder=folder,
        team=office.home == "team",
        demo=demo,
    )


def _as_person(opened: Opened, staff_id: UUID) -> Opened:
    from dataclasses import replace

    other = opened.office.as_staff(staff_id)
    return replace(opened, office=other, staff=other.staff)


def _live(application: QApplication, desk: DeskApp) -> int:
    """The event loop; a failure in a slot is noted and shown once, the desk goes on."""

    def caught(
        _kind: type[BaseException], error: BaseException, _trace: TracebackType | None
    ) -> None:
        from vipdesk import log
        from vipdesk.ui.runner import bug_of

        log.failure("window.slot", error)
        desk.show_bug(bug_of(error))

    sys.excepthook = caught
    try:
        return application.exec()
    finally:
        desk.close()
        from vipdesk import log

        log.stop()
