"""What every page and widget gets: the runner, the reader's words, the look, the ways out.

There is one `Context` for a window, made by the composition root and handed down as an
argument. Pages do not know each other: they `open(Link(...))` and the window decides.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from vipdesk import paths
from vipdesk.clock import Clock
from vipdesk.settings import Settings
from vipdesk.ui.ahead import Ahead
from vipdesk.ui.clipboard import Clipboard
from vipdesk.ui.drafts import Drafts
from vipdesk.ui.format import Format, LocalWords
from vipdesk.ui.runner import Message, Runner
from vipdesk.ui.theme.look import Look
from vipdesk.wording import Say, Who, Words

if TYPE_CHECKING:
    from pathlib import Path

    from vipdesk.access.desk import StaffRow
    from vipdesk.jobs.backups import Backups
    from vipdesk.ui.doors import Doors
    from vipdesk.vocabulary import Channel

Text = Say | Who | str
"""A sentence of ours (`say("…")`) or a colleague's name, both follow the language; or data."""


@dataclass(frozen=True, slots=True)
class Link:
    """A place in the desk. `kind` is a section ('today', 'clients', …) or a noun ('client',
    'event', 'complaint', 'card') with its id; `part` is a tab or a filter inside it.
    """

    kind: str
    id: UUID | None = None
    part: str = ""


class Context(QObject):
    """The surroundings of a page."""

    language_changed = Signal()
    theme_changed = Signal()
    settings_changed = Signal(object)  # Settings, to be kept
    presenting_changed = Signal()
    changed = Signal(object)  # Changes
    said = Signal(object)  # Message
    open_requested = Signal(object)  # Link
    back_requested = Signal()
    lock_requested = Signal()
    restore_requested = Signal(object, object)  # jobs.restoring.Inside, the vault's folder
    backups_changed = Signal()
    join_requested = Signal()  # close the club, then ask for the way into a team
    locking = Signal()  # write down what is not in the vault yet: the key goes in a moment

    def __init__(
        self,
        runner: Runner,
        settings: Settings,
        clock: Clock,
        *,
        zone: tzinfo | None = None,
        pseudo: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.runner = runner
        self.clock = clock
        self.zone = zone
        self.drafts = Drafts(runner, self)
        self.ahead = Ahead(runner, self)
        self.clipboard = Clipboard(settings.clipboard_seconds, self)
        self.staff: StaffRow | None = None
        self.folder = ""
        self.backups: Backups | None = None
        self.reached: tuple[UUID, Channel, datetime] | None = None  # the last link that was opened
        self.doors: Doors | None = None
        self.door_lists: Path | None = None  # this laptop's; None: the platform's own place
        self._pseudo = pseudo
        self._settings = settings
        self._look = Look.of(settings)
        self._words = self._words_of(settings)
        self._presenting = False
        runner.changed.connect(self.changed)
        runner.said.connect(self.said)

    # Reading ---------------------------------------------------------------------------

    @property
    def words(self) -> Words:
        """The reader's words: `context.words("{n} guests", n=3)`, `context.words(a_say)`.

        Moments in UTC are shown in local time, moments in a client's zone in that zone.
        """
        return self._words

    @property
    def format(self) -> Format:
        """Moments, days, money and phones as a person reads them, relative to now."""
        return Format(self._words, self.clock, self.zone, presenting=self._presenting)

    @property
    def look(self) -> Look:
        """The present look."""
        return self._look

    @property
    def settings(self) -> Settings:
        """Settings of this laptop."""
        return self._settings

    @property
    def presenting(self) -> bool:
        """Somebody else sees the screen: phones, addresses and complaints are masked."""
        return self._presenting

    def may(self, verb: str, table: str) -> bool:
        """Whether a page should offer this deed: in a team the matrix of rights says it.

        `verb` is 'select', 'insert', 'update' or 'delete'. In one's own vault everybody may: roles
        are a convenience there, and a club of one has nobody else to do it.
        """
        office, staff = self.runner.office, self.staff
        if staff is None or getattr(office, "home", "vault") == "vault":
            return True
        from vipdesk.access.matrix import Verb

        return staff.may(Verb(verb), table)

    def now(self) -> datetime:
        """The present moment in UTC."""
        return self.clock.now().astimezone(UTC)

    def text(self, text: Text) -> str:
        """A sentence or a name in the reader's language, or data as it is."""
        return text if isinstance(text, str) else self._words.show(text)

    # Doing -----------------------------------------------------------------------------

    def open(self, link: Link) -> None:
        """Go to a place in the desk."""
        self.open_requested.emit(link)

    def back(self) -> None:
        """Go where we came from."""
        self.back_requested.emit()

    def say(
        self, sentence: Say, *, tone: str = "info", undo: Callable[[], None] | None = None
    ) -> None:
        """A quiet sentence in the message bar."""
        self.said.emit(Message(sentence, tone=tone, undo=undo))

    def problem(self, sentence: Say) -> None:
        """A sentence about something the person can mend."""
        self.said.emit(Message(sentence, tone="danger"))

    def change_settings(self, **changes: object) -> None:
        """Change settings; language, theme and text size take effect at once."""
        before, self._settings = self._settings, self._settings.with_(**changes)
        if self._settings == before:
            return
        look = Look.of(self._settings)
        if look != self._look:
            self._wear(look)
        if self._settings.lang is not before.lang:
            self._words = self._words_of(self._settings)
            self.language_changed.emit()
        self.clipboard.change(self._settings.clipboard_seconds)
        self.settings_changed.emit(self._settings)

    def forget(self) -> None:
        """The desk is locked: who was at work, what was half-written and copied is gone."""
        self.staff = None
        self.ahead.forget()
        self.drafts.clear()
        self.clipboard.clear()

    def present(self, on: bool) -> None:  # noqa: FBT001 a switch
        """Switch the presenting mode."""
        if on != self._presenting:
            self._presenting = on
            self.presenting_changed.emit()

    def refresh_look(self) -> None:
        """The platform's theme may have changed: look again."""
        look = Look.of(self._settings)
        if look != self._look:
            self._wear(look)

    def _wear(self, look: Look) -> None:
        """The application first: widgets set their fonts on top of the new style sheet."""
        self._look = look
        application = QApplication.instance()
        if isinstance(application, QApplication):
            look.wear(application)
        self.theme_changed.emit()

    def _words_of(self, settings: Settings) -> Words:
        return LocalWords(settings.lang, paths.resources() / "i18n", self._pseudo, zone=self.zone)
