"""The composition root: settings → window → store → runner → jobs → pages, one reason a step.

1. Settings first: language and theme of the very first picture.
2. The window, empty: it is on the screen before SQLAlchemy is imported.
3. The runner: its worker imports the store and opens the vault, the window stays alive.
4. The office of who is at work, then jobs, then the shell with its pages.
"""

from __future__ import annotations

import sys
from datetime import tzinfo
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from vipdesk import settings, tokens
from vipdesk.clock import Clock, SystemClock
from vipdesk.doors import DEMO_PASSPHRASE, VaultDoors, opened_office, warm_up
from vipdesk.errors import UserError
from vipdesk.paths import Paths
from vipdesk.settings import Settings, Theme
from vipdesk.ui.imports import read_no_sources
from vipdesk.ui.loop import forget_circles, run_loop
from vipdesk.ui.main_window import MainWindow
from vipdesk.wording import Lang, Say, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from vipdesk.access import Office
    from vipdesk.jobs.restoring import Inside
    from vipdesk.ui.context import Context
    from vipdesk.ui.doors import Doors, Opened
    from vipdesk.ui.drafts import Kept
    from vipdesk.ui.runner import Bug, Runner
    from vipdesk.ui.shell import Shell

read_no_sources()


def run(paths: Paths) -> int:
    """Open the desk of a person: first run, or unlock screen. Returns the exit code."""
    application = QApplication(sys.argv[:1])
    desk = DeskApp(paths, settings.load(paths.settings), live=True)
    desk.window.first_painted.connect(desk.begin)
    desk.window.show()
    return run_loop(application, desk.show_bug, desk.close)


def run_demo(paths: Paths, *, clients: int = 300, seed: int = 2026, lang: str | None = None) -> int:
    """Open the desk on a fresh demonstration club; it asks nothing."""
    application = QApplication(sys.argv[:1])
    kept = settings.load(paths.settings)
    if lang is not None:
        kept = kept.with_(lang=Lang(lang))
    desk = DeskApp(paths, kept, demo=(clients, seed), live=True)
    desk.window.first_painted.connect(desk.begin_demo)
    desk.window.show()
    return run_loop(application, desk.show_bug, desk.close)


def open_window(
    paths: Paths,
    *,
    office: Office | None = None,
    kept: Settings | None = None,
    clock: Clock | None = None,
    size: tuple[int, int] | None = None,
    zone: tzinfo | None = None,
) -> DeskApp:
    """A desk for the tour and for tests, in an application that runs.

    With an `office` the shell is opened on it (the caller closes the office's store by
    `desk.close()`); without one, the unlock screen or the first run is shown.
    """
    desk = DeskApp(paths, kept or settings.load(paths.settings), clock=clock, zone=zone)
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
    """One window with its runner and context, from the first paint to the last.

    `locked` when nothing of the club is in memory any more.
    """

    locked = Signal()

    def __init__(
        self,
        paths: Paths,
        kept: Settings,
        *,
        clock: Clock | None = None,
        demo: tuple[int, int] = (300, 2026),
        live: bool = False,
        zone: tzinfo | None = None,
    ) -> None:
        super().__init__()
        self._zone = zone  # None: the computer's own
        self.paths = paths
        self.clock = clock or SystemClock()
        self._kept = kept
        self._demo = demo
        # A living desk keeps a log and ticks by itself; the tour and tests do both by hand.
        self._live = live
        self._locked: Path | None = None
        self._joining = False
        self._shown_bugs: set[Bug] = set()
        self.shell: Shell | None = None
        self.opened: Opened | None = None
        self._settled: Opened | None = None
        ledger = tokens.ledger()
        self.window = MainWindow(ledger.colours(dark=kept.theme is Theme.DARK), ledger.size)
        self.window.take_place(kept.window)
        self.window.closing.connect(self.close)
        self._closed = False

    # After the first paint ----------------------------------------------------------------

    def prepare(self) -> None:
        """Runner, context, look: everything that pages need but the club."""
        from vipdesk import log
        from vipdesk.ui.away import AwayWatch
        from vipdesk.ui.connection import Connection
        from vipdesk.ui.context import Context
        from vipdesk.ui.idle import IdleWatch
        from vipdesk.ui.qt_words import QtWords
        from vipdesk.ui.runner import Runner
        from vipdesk.ui.safekeeping import Safekeeping
        from vipdesk.ui.ticking import Ticking

        if self._live:
            log.start(self.paths.log)
        self.runner: Runner = Runner(parent=self)
        self.context: Context = Context(
            self.runner, self._kept, self.clock, zone=self._zone, parent=self
        )
        self.qt_words = QtWords(self.context, self)
        self.doors: Doors = VaultDoors(self.paths, self.clock, self._kept, self._demo)
        self.context.doors, self.context.door_lists = self.doors, self.paths.door_lists
        self.context.join_requested.connect(self._on_join_requested)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self.context.look.wear(application)
            application.styleHints().colorSchemeChanged.connect(self.context.refresh_look)
        self.keeping = Safekeeping(self.context, self)
        self.keeping.restored.connect(self._on_restored)
        self.keeping.failed.connect(self._on_restore_failed)
        self.context.restore_requested.connect(self.restore)
        self.ticking = Ticking(self.context, self._present, self)
        self.connection = Connection(self.context, self.doors, self)
        self.connection.moved.connect(self._on_moved)
        self.runner.bug.connect(self.show_bug)
        self.context.settings_changed.connect(self._on_settings_changed)
        self.context.lock_requested.connect(self.lock)
        self.window.files_dropped.connect(self._on_files_dropped)
        self.context.drafts.offered.connect(self._on_offered)
        self.idle = IdleWatch(self._kept.idle_minutes, self)
        self.idle.idle.connect(self.lock)
        self.away = AwayWatch(self)
        self.away.away.connect(self.lock)

    def begin(self) -> None:
        """The unlock screen where there is a vault, else the first run."""
        self.prepare()
        if self.doors.has_vault(self.doors.folder):
            self.show_unlock()
            if self._live:  # while the passphrase is typed
                first = self._kept.section
                self.runner.background(partial(warm_up, self.doors, first), _nothing, owner=self)
        else:
            self.show_first_run()

    def begin_demo(self) -> None:
        """Make the demonstration club in the worker and open it."""
        from vipdesk.ui.waiting import Waiting

        self.prepare()
        waiting = Waiting(self.context, say("The demonstration club is being prepared…"))
        self.window.show_screen(waiting)

        def begin() -> None:
            make = partial(self.doors.open_demo, self.context.settings.lang)
            self.runner.call(make, self.enter, owner=self, failed=failed)

        def failed(error: Exception) -> bool:
            if isinstance(error, UserError):
                waiting.show_error(error.say, again=begin)
                return True
            return False

        begin()

    # Screens --------------------------------------------------------------------------------

    def show_unlock(self, folder: Path | None = None, hint: Say | str = "") -> None:
        """Ask for the passphrase; `hint` says what was done before."""
        from vipdesk.ui.pages.unlock_page import UnlockPage

        if folder == self.paths.demo_vault and not hint:
            hint = say("Passphrase of the demonstration: {passphrase}", passphrase=DEMO_PASSPHRASE)
        page = UnlockPage(self.context, self.doors, folder, hint=hint)
        page.opened.connect(self.enter)
        page.new_wanted.connect(self.show_first_run)
        page.join_wanted.connect(self.show_sign_in)
        self.window.show_screen(page)
        page.setFocus()

    def show_first_run(self) -> None:
        """Language, vault, recovery kit, first clients."""
        from vipdesk.ui.pages.first_run_page import FirstRunPage

        page = FirstRunPage(self.context, self.doors)
        page.opened.connect(self._on_first_opened)
        page.join_wanted.connect(self.show_sign_in)
        self.window.show_screen(page)

    def show_sign_in(self, folder: Path | None = None) -> None:
        """Join a team: its server, the person's name there, the vault that keeps the way in."""
        from vipdesk.ui.pages.sign_in_page import SignInPage

        page = SignInPage(self.context, self.doors, folder)
        page.opened.connect(self.enter)
        page.back_wanted.connect(self._on_sign_in_left)
        self.window.show_screen(page)
        page.setFocus()

    def enter(self, opened: Opened, section: str = "") -> None:
        """The club is open: the shell and its first page."""
        from vipdesk.ui.context import Link
        from vipdesk.ui.shell import Shell

        self.opened = opened
        self.runner.use(opened.office)
        self.context.staff = opened.staff
        self.context.folder = "" if opened.team else str(opened.folder or "")
        if opened.folder is not None and not opened.demo:
            self.context.change_settings(vault=str(opened.folder))
        shell = Shell(self.context, opened.staff)
        shell.show_people(opened.staff, () if opened.team else opened.people)
        self._show_status(opened, shell)
        shell.person_chosen.connect(self.change_person)
        self.shell = shell
        self.window.show_screen(shell)
        shell.go(Link(section or self.context.settings.section))
        if shell.present is None:  # a role that has no such section
            shell.go(Link(shell.sidebar.first.key))
        self.idle.start()
        page = shell.page
        if page is None or page.loaded:
            self._settle_in()
        else:  # what the person wants to see comes first
            page.first_shown.connect(self._settle_in)

    def enter_office(self, office: Office) -> None:
        """Enter a club that somebody else opened."""
        self.enter(opened_office(office, None))

    def change_person(self, staff_id: UUID) -> None:
        """Another of the staff takes the desk: the pages are made anew for their eyes."""
        opened = self.opened
        if opened is not None:
            self._keep_typed()

            def take_over() -> Opened:
                self.ticking.stop(opened)
                return _as_person(opened, staff_id)

            self.runner.call(take_over, self.enter, owner=self)

    def lock(self) -> None:
        """Close the club and forget it: half-written forms into the vault, pages and their rows,
        undo and clipboard gone, jobs stopped, connections closed, the key wiped; then ask for
        the passphrase again.
        """
        opened = self.opened
        if opened is not None and opened.folder is not None:
            self._locked = opened.folder
            self._close_club(opened, self._on_locked)

    def restore(self, inside: Inside, folder: Path) -> None:
        """Close the club, put a backup in its place, ask for the passphrase."""
        if self.opened is not None:
            self._close_club(self.opened, _nothing)
        self.window.show_screen(self.keeping.restore(inside, folder))

    def _close_club(self, opened: Opened, then: Callable[[None], None]) -> None:
        self._keep_typed()
        self.keeping.leave()
        self.connection.leave()
        self._leave()
        self.runner.use(None)
        self.runner.forget()
        self.context.forget()

        def close() -> None:
            try:
                self.ticking.stop(opened)
            finally:
                opened.office.close()

        def badly(_error: Exception) -> bool:
            """Something would not stop: the key is gone all the same."""
            then(None)
            return False

        self.runner.call(close, then, owner=self, failed=badly)

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
            self.away.stop()
            self._keep_typed()
            self.keeping.leave()
            self.connection.leave()
            self.context.clipboard.clear()
            self._save_place()
            self.runner.close()
            self.ticking.stop_all()
            if self.opened is not None:
                self.opened.office.close()
        self.window.close()
        self.window.deleteLater()
        self.deleteLater()

    # Inside ----------------------------------------------------------------------------------

    def _settle_in(self) -> None:
        """The first page stands: drafts, the age of the backup, the tick."""
        opened = self.opened
        if opened is None or self._settled is opened:
            return
        self._settled = opened
        self._take_up_drafts(opened)
        self.keeping.look()
        self.runner.call(partial(self.doors.settle, opened.office), _nothing, owner=self)
        if self._live:
            self.away.start(int(self.window.winId()))
        self._begin_jobs(opened)

    def _show_status(self, opened: Opened, shell: Shell) -> None:
        chip = shell.sidebar.status
        chip.show_status(team=opened.team, demo=opened.demo, server=opened.server)
        self.keeping.take(opened, chip)
        self.connection.take(opened, chip)

    def _present(self) -> Opened | None:
        return self.opened

    def _begin_jobs(self, opened: Opened) -> None:
        """Only a living desk ticks."""
        if self._live:
            self.ticking.begin(opened)

    def _leave(self) -> None:
        from vipdesk.ui.waiting import Waiting

        self.idle.stop()
        self.opened, self.shell, self._settled = None, None, None
        self.window.show_screen(Waiting(self.context, say("Locking…")))

    def _keep_typed(self) -> None:
        """What stands half-written goes into the vault, before whatever follows."""
        self.context.locking.emit()
        self.context.drafts.flush()

    def _take_up_drafts(self, opened: Opened) -> None:
        from vipdesk.complaints.sight import works_here

        self.context.drafts.clear()
        self.context.drafts.load(hidden=works_here(opened.staff.role))

    def _on_offered(self, kept: tuple[Kept, ...]) -> None:
        """Forms stood half-written at the last lock or crash: ask whether to go on."""
        from vipdesk.ui.dialogs.kept_dialog import KeptDialog

        if self.shell is not None:
            KeptDialog(self.context, kept, self.shell).open()

    def _on_locked(self, _nothing: None) -> None:
        ask = self.show_sign_in if self._joining else self.show_unlock
        self._joining = False
        ask(self._locked)
        self.away.settled()
        QTimer.singleShot(0, self._forget)

    def _on_restored(self, folder: Path, sentence: Say) -> None:
        self.show_unlock(folder, sentence)
        QTimer.singleShot(0, self._forget)

    def _on_restore_failed(self, folder: Path, error: Exception) -> None:
        """The vault is as it was."""
        if isinstance(error, UserError):
            self.show_unlock(folder, error.say)
        else:
            self.show_unlock(folder, say("The backup was not restored; the vault is as it was."))
            raise error

    def _forget(self) -> None:
        forget_circles()
        self.locked.emit()

    def _on_moved(self, opened: Opened, why: Say) -> None:
        """The team's server fell silent, or is back: the same pages and sheets, other rows."""
        before, shell = self.opened, self.shell
        if before is None or shell is None:
            return
        self.opened = opened
        self.runner.use(opened.office)
        self._show_status(opened, shell)
        self.keeping.look()
        self.runner.changed.emit(shell.everything())
        self.context.drafts.flush()
        self.context.say(why)
        self._begin_jobs(opened)

        def let_go() -> None:
            self.ticking.stop(before)
            self.doors.let_go(before.office)

        self.runner.call(let_go, _nothing, owner=self)

    def _on_first_opened(self, opened: Opened, start: str) -> None:
        self.enter(opened, "today")
        if start == "import" and self.shell is not None:
            self.shell.begin("clients", "import_clients")

    def _on_join_requested(self) -> None:
        """From Settings: the club is closed as by a lock, then the way into the team is asked."""
        self._joining = self.opened is not None and self.opened.folder is not None
        self.lock()

    def _on_sign_in_left(self, folder: Path) -> None:
        if self.doors.has_vault(folder):
            self.show_unlock(folder)
        else:
            self.show_first_run()

    def _on_files_dropped(self, files: list[Path]) -> None:
        if self.shell is not None:
            self.shell.drop(files)

    def _on_settings_changed(self, kept: Settings) -> None:
        self.idle.change(kept.idle_minutes)
        try:
            settings.save(self.paths.settings, kept)
        except OSError:
            self.context.problem(
                say("The settings cannot be saved: the disk is full or read-only.")
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


def _as_person(opened: Opened, staff_id: UUID) -> Opened:
    from dataclasses import replace

    other = opened.office.as_staff(staff_id)
    return replace(opened, office=other, staff=other.staff)


def _nothing(_result: None) -> None: ...
