"""The walk itself: a vault, a club, the window, the steps in order, `tour.json` at the end."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any, TypeVar, cast
from uuid import UUID
from zoneinfo import ZoneInfo

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from vipdesk import __version__
from vipdesk.access import Desk
from vipdesk.app import DeskApp, open_window
from vipdesk.clock import SetClock
from vipdesk.errors import UserError
from vipdesk.paths import Paths, resources
from vipdesk.settings import Settings, Theme
from vipdesk.tour.post import Mailbox, post_office
from vipdesk.ui.context import Link
from vipdesk.ui.picture import grab, settle
from vipdesk.vocabulary import Role
from vipdesk.wording import Lang, Say, Words, say

T = TypeVar("T")
PASSPHRASE = "a walk through the club 2026"  # noqa: S105 of a demonstration club
REPORT = "tour.json"
CLUB_ZONE = ZoneInfo("Europe/Moscow")  # where the demonstration club is at home


@dataclass(frozen=True, slots=True)
class Wish:
    """What the walk should look like."""

    out: Path
    lang: Lang = Lang.EN
    theme: Theme = Theme.LIGHT
    width: int = 1440
    height: int = 900
    clients: int = 300


@dataclass(slots=True)
class Step:
    """One line of `tour.json`."""

    step: str
    did: str
    outcome: str
    seconds: float


class Walk:
    """The state of a walk: the window, the clock, what was written. Steps are in `steps`."""

    def __init__(
        self, wish: Wish, tell: Callable[[Say], None], clock: SetClock, home: Path
    ) -> None:
        self.wish, self.tell, self.clock = wish, tell, clock
        self.words = Words(wish.lang, resources() / "i18n")
        self.steps: list[Step] = []
        self.wrote: list[str] = []
        self.found: dict[str, Any] = {}  # what one step hands to the next
        self.staff: dict[Role, tuple[UUID, ...]] = {}
        self.mailbox: Mailbox | None = None
        self._home = home
        self._desk: DeskApp | None = None

    @property
    def desk(self) -> DeskApp:
        """The window; there is one from the step 'unlock' on."""
        if self._desk is None:
            raise RuntimeError("the window is not open yet")
        return self._desk

    @property
    def vault(self) -> Path:
        """The vault the walk works on."""
        return self.wish.out / "vault"

    def open(self) -> None:
        """The window with the unlock screen of the walk's own vault."""
        kept = Settings(
            lang=self.wish.lang, theme=self.wish.theme, vault=str(self.vault), reduced_motion=True
        )
        paths = Paths.under(self._home)
        size = (self.wish.width, self.wish.height)
        self._desk = open_window(paths, kept=kept, clock=self.clock, size=size, zone=CLUB_ZONE)
        self.words = self._desk.context.words  # moments in the club's zone
        self.settle()

    def close(self) -> None:
        """The window goes."""
        if self._desk is not None:
            self._desk.close()

    def settle(self) -> None:
        """Let everything be read and drawn."""
        settle(self.desk.runner)

    def write(self, verb: Callable[[Desk], T]) -> T:
        """Run a verb through the window's own runner, so that pages learn of it."""
        return cast("T", self._outcome(partial(self.desk.runner.write, verb)))

    def call(self, work: Callable[[], T]) -> T:
        """Run work in the window's worker, without a session of its own."""
        return cast("T", self._outcome(partial(self.desk.runner.call, work)))

    def _outcome(self, submit: Callable[..., None]) -> Any:
        done: list[Any] = []
        failed: list[Exception] = []

        def keep(error: Exception) -> bool:
            failed.append(error)
            return True

        submit(done.append, owner=self.desk.window, failed=keep)
        self.settle()
        if failed:
            raise failed[0]
        return done[0]

    def read(self, work: Callable[[Desk], T]) -> T:
        """Read through the office at work."""
        office = self.desk.runner.office
        if office is None:
            raise RuntimeError("the vault is locked")
        return office.read(work)

    def be(self, role: Role) -> None:
        """Another of the staff takes the desk."""
        self.desk.change_person(self.staff[role][0])
        self.settle()

    def go(self, kind: str, id: UUID | None = None, part: str = "") -> QWidget:  # noqa: A002
        """Visit a page of the desk."""
        self.desk.context.open(Link(kind, id, part))
        self.settle()
        shell = self.desk.shell
        page = shell.page if shell is not None else None
        if page is None:
            raise RuntimeError(f"the page '{kind}' could not be opened")
        return page

    def picture(self, name: str) -> None:
        """Grab the window with what is open over it."""
        grab(self.desk.window, self.wish.out / f"{name}.png", self.desk.runner)
        self.wrote.append(f"{name}.png")

    def file(self, name: str, content: bytes) -> Path:
        """Write an artefact."""
        path = self.wish.out / name
        path.write_bytes(content)
        self.wrote.append(name)
        return path

    def drop(self, path: Path) -> None:
        """Drop a file on the window, as a hand would."""
        dragged = QMimeData()
        dragged.setUrls([QUrl.fromLocalFile(str(path))])
        window = self.desk.window
        centre, copy = window.rect().center(), Qt.DropAction.CopyAction
        held = (dragged, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
        # Qt gives a drop only to the widget that the drag has entered.
        QApplication.sendEvent(window, QDragEnterEvent(centre, copy, *held))
        QApplication.sendEvent(window, QDropEvent(QPointF(centre), copy, *held))
        self.settle()


def walk(wish: Wish, tell: Callable[[Say], None]) -> int:
    """Walk the product; returns 0. Raises `UserError` where the folder or a step refuses."""
    from vipdesk.tour.steps import STEPS

    _make_room(wish.out)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    clock = SetClock(_working_noon(datetime.now(UTC)))
    home = Path(tempfile.mkdtemp(prefix="vipdesk-tour-"))  # settings and window state
    walked = Walk(wish, tell, clock, home)
    try:
        with post_office() as mailbox:
            walked.mailbox = mailbox
            for name, step in STEPS:
                begun = time.monotonic()
                did, outcome = step(walked)
                seconds = round(time.monotonic() - begun, 2)
                walked.steps.append(Step(name, did, outcome, seconds))
                tell(say("{step}: {outcome}", step=name, outcome=outcome))
    finally:
        walked.close()
        application.processEvents()
        shutil.rmtree(home, ignore_errors=True)
    _report(walked)
    return 0


def _report(walked: Walk) -> None:
    wish = walked.wish
    told = {
        "version": __version__, "lang": str(wish.lang), "theme": str(wish.theme),
        "size": [wish.width, wish.height], "clients": wish.clients,
        "as_of": walked.clock.now().isoformat(), "steps": [asdict(s) for s in walked.steps],
        "wrote": sorted({*walked.wrote, REPORT}),
    }  # fmt: skip
    (wish.out / REPORT).write_text(
        json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )


def _make_room(out: Path) -> None:
    """A new or empty folder, or that of an earlier walk, whose own files are taken away."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        earlier = out / REPORT
        if earlier.is_file():
            for name in json.loads(earlier.read_text(encoding="utf-8")).get("wrote", []):
                (out / Path(name).name).unlink(missing_ok=True)
            for folder in ("vault", "vault-backups"):
                shutil.rmtree(out / folder, ignore_errors=True)
        if any(out.iterdir()):
            raise UserError(say("This folder holds other files. Choose a new or an empty folder."))
    except (OSError, ValueError) as error:
        raise UserError(say("The folder cannot be written to. Choose another folder.")) from error


def _working_noon(now: datetime) -> datetime:
    """Today at 13:00 in Moscow, or the coming Monday: a time at which people are at work."""
    noon = now.astimezone(CLUB_ZONE).replace(hour=13, minute=0, second=0, microsecond=0)
    while noon.weekday() > 4:
        noon += timedelta(days=1)
    return noon.astimezone(UTC)
