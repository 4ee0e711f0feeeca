"""The base of pages: heading, states (skeleton, empty, error), reload of watched tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from vipdesk.errors import UserError
from vipdesk.ui.context import Link
from vipdesk.ui.widgets.buttons import Button, IconButton
from vipdesk.ui.widgets.card import column, lay_out_now, row
from vipdesk.ui.widgets.empty import EmptyState, Skeleton
from vipdesk.ui.widgets.labels import Caption, Display
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.changes import Changes
    from vipdesk.ui.context import Context
    from vipdesk.wording import Words

T = TypeVar("T")


class Page(QWidget, Speaking):
    """One page. A subclass sets `section`, `title`, `watches` and writes `_build` and `reload`.

    The page has a heading row (`self.heading`: add buttons at its end with `self.add_action`)
    and a body (`self.body`: a QVBoxLayout). Life: `__init__` builds; the first time the page is
    seen `reload()` is called; again when a write touched a table in `watches` (at once if seen,
    else when it is next seen), and when the language, format or presenting mode changes.
    """

    section: ClassVar[str] = ""
    title: ClassVar[Say] = say("Page")
    watches: ClassVar[tuple[str, ...]] = ()
    margin: ClassVar[int] = 24
    # The first page of the morning asks for its rows before its widgets are made.
    asks_first: ClassVar[bool] = False

    first_shown = Signal()  # once: its rows stand there, or why they do not

    def __init__(
        self, context: Context, link: Link | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.listen(context)
        self.link = link if link is not None else Link(self.section)
        self.loaded = False
        self._due = True
        self._frame()
        if self.asks_first and context.runner.office is not None:
            self._due = False
            self.reload()
        self._build()
        self._connect()
        context.changed.connect(self._on_changed)
        context.presenting_changed.connect(self.retranslate)

    # For subclasses to write -----------------------------------------------------------------

    def _build(self) -> None:
        """Make the widgets, once."""
        raise NotImplementedError

    def _connect(self) -> None:
        """Connect signals to bound methods, once."""

    def reload(self) -> None:
        """Ask for the rows: `self.load(verb, self._show)`."""

    def retranslate(self) -> None:
        """Words made from rows must be made again; widgets follow the language by themselves."""
        self._reload_when_seen()

    def open_link(self, link: Link) -> None:
        """Go to another place inside this page (another client, another tab)."""
        self.link = link
        self._reload_when_seen()

    def new_here(self) -> bool:
        """Ctrl+N: make a new thing of this page's kind. False: nothing to make here."""
        return False

    def client_here(self) -> UUID | None:
        """Ctrl+B: the client this page is about or whose line is chosen; None: nobody."""
        return chosen_client(self)

    def find_here(self) -> bool:
        """Ctrl+F: to the search field. False: there is none."""
        return False

    def take_error(self, error: UserError) -> bool:
        """Show an error beside its field; False leaves it to the message bar."""
        return False

    # For subclasses to call --------------------------------------------------------------------

    @property
    def words(self) -> Words:
        """The reader's words: `self.words("{n} guests", n=3)`."""
        return self.context.words

    def load(self, fn: Callable[..., T], then: Callable[[T], None]) -> None:
        """Read `fn(desk)`, then show; a skeleton after 150 ms, an error with a retry."""
        if not self.loaded:
            self._wait.start()

        self.context.runner.read(
            fn, lambda result: self.take_loaded(result, then), owner=self,
            topic=getattr(then, "__name__", "rows"), failed=self._on_failed,
        )  # fmt: skip

    def take_loaded(self, result: T, then: Callable[[T], None]) -> None:
        """What `load` asked for has come, or was there before it was asked for."""
        self._wait.stop()
        first, self.loaded = not self.loaded, True
        self.show_body()
        then(result)
        if self.isVisible():
            lay_out_now()
        if first:
            self.first_shown.emit()

    def write(
        self,
        fn: Callable[..., T],
        then: Callable[[T], None] | None = None,
        *,
        said: Any = None,
        undo: Callable[[Any, Any], object] | None = None,
    ) -> None:
        """Write `fn(desk)`; see `Runner.write`."""
        self.context.runner.write(fn, then, owner=self, said=said, undo=undo)

    def offer(self, verb: str, table: str, *buttons: Button) -> None:
        """Offer these buttons only to whom the rights let do it (`Context.may`)."""
        if not self.context.may(verb, table):
            for button in buttons:
                button.forbid()

    def add_action(self, widget: QWidget) -> None:
        """Put a button at the end of the heading."""
        self._actions.addWidget(widget)

    def show_body(self) -> None:
        """Show the content."""
        self._states.setCurrentWidget(self._content)

    def show_empty(self, empty: EmptyState) -> None:
        """Show one sentence and an action instead of the content."""
        if self._states.indexOf(empty) < 0:
            self._states.addWidget(empty)
        self._states.setCurrentWidget(empty)

    def show_subtitle(self, text: Say | str) -> None:
        """A quiet line under the title: a count, a date."""
        self.subtitle.show_text(text)
        self.subtitle.setVisible(bool(text))

    def show_back(self) -> None:
        """The window calls it for detail pages: an arrow before the title."""
        self.back_button.show()

    # Inside ------------------------------------------------------------------------------------

    def _frame(self) -> None:
        self.heading_label = Display(self.context, self.title, elide=True)
        self.subtitle = Caption(self.context, "", ink="text2", elide=True)
        self.subtitle.hide()
        self.back_button = IconButton(self.context, "arrow-left", say("Back"), on=self.context.back)
        self.back_button.hide()
        self.heading = row(self.back_button, gap=8)
        self.heading.addLayout(column(self.heading_label, self.subtitle, gap=2), 1)
        self._actions = row(gap=8)
        self.heading.addLayout(self._actions)
        self._content = QWidget()
        self.body = QVBoxLayout(self._content)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(16)
        self._skeleton = Skeleton(self.context)
        self._error = EmptyState(
            self.context,
            say("This page could not be loaded."),
            icon="error",
            action=say("Try again"),
            on=self.reload,
        )
        self._states = QStackedWidget()
        for state in (self._content, self._skeleton, self._error):
            self._states.addWidget(state)
        box = column(self.heading, gap=16, margin=self.margin)
        box.addWidget(self._states, 1)
        self.setLayout(box)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(self.context.look.tokens.motion.skeleton_ms)
        self._wait.timeout.connect(self._on_slow)

    def respeak(self) -> None:
        """The language changed."""
        self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        """Seen: read what is due."""
        super().showEvent(event)
        if self._due:
            self._due = False
            self.reload()

    def _reload_when_seen(self) -> None:
        if self.isVisible() and self.context.runner.office is not None:
            self._due = False
            self.reload()
        else:
            self._due = True

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(*self.watches):
            self._reload_when_seen()

    def _on_slow(self) -> None:
        self._states.setCurrentWidget(self._skeleton)

    def _on_failed(self, error: Exception) -> bool:
        self._wait.stop()
        if not self.loaded:
            self.first_shown.emit()
        if isinstance(error, UserError):
            self._error.say(error.say)
            self._states.setCurrentWidget(self._error)
            return True
        self._error.say(say("This page could not be loaded."))
        self._states.setCurrentWidget(self._error)
        return False


def chosen_client(page: QWidget) -> UUID | None:
    """The client of the chosen line in a table that is seen, if its rows are of clients."""
    from vipdesk.ui.tables import Table

    for table in page.findChildren(Table):
        chosen = table.chosen_row() if table.isVisible() else None
        client_id = getattr(chosen, "client_id", None)
        if client_id is not None:
            return cast("UUID", client_id)
    return None
