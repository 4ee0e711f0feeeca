"""The base sheet: title, column or form, cancel and one primary button, errors beside fields."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QWidget

from vipdesk.ui.actions import Action, bind
from vipdesk.ui.early_keys import EarlyKeys
from vipdesk.ui.widgets.buttons import Button
from vipdesk.ui.widgets.card import column, row, scrolled
from vipdesk.ui.widgets.form import Form
from vipdesk.ui.widgets.labels import Label, Title
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.errors import UserError
    from vipdesk.ui.context import Context, Text
    from vipdesk.ui.widgets.fields import Field

T = TypeVar("T")


class _Inside(QWidget):
    """What is scrolled; tells when something in it appears or grows.

    Not an event filter: sheets have their own, and would see keys on their way up here.
    """

    relaid = Signal()

    def event(self, event: QEvent) -> bool:
        """Tell of a new layout."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.relaid.emit()
        return super().event(event)


class Dialog(QDialog, Speaking):
    """A sheet over its page.

        class TalkDialog(Dialog):
            def __init__(self, context, client_id, parent):
                super().__init__(context, say("Log a talk"), primary=say("Save"), parent=parent,
                                 rows=(Field("channel", say("Channel"), "choice"),
                                       Field("text", say("What was said"), "long")),
                                 draft=f"talk:{client_id}")
            def submit(self):         # the primary button, if the form is complete
                v = self.form.values()
                self.write(partial(interactions.add, client_id=…, **v), said=say("Saved."))

        TalkDialog(self.context, row.id, self).open()

    `write` shows a `UserError` beside its field, and closes the sheet when it went well. What
    was typed is a draft until then: closing the sheet, a lock or a crash loses nothing. The
    sheet deletes itself.
    """

    def __init__(
        self,
        context: Context,
        title: Text,
        *,
        primary: Text = "",
        rows: tuple[Field | tuple[Field, ...], ...] = (),
        draft: str = "",
        width: int = 520,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.listen(context)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setMinimumWidth(context.look.px(width))
        # The window's own title is the product's name: no names of people in title bars.
        self.setWindowTitle("VIP Desk")
        self.title = Title(context, title, wrap=True)
        self.speak(setAccessibleName=title)
        self.form = Form(context, rows, draft=draft, draft_title=title)
        if not rows:
            self.form.hide()
        self._waiting = False
        self.form.submitted.connect(self._on_primary)
        self.error = Label(context, "", ink="danger", wrap=True)
        self.error.hide()
        self.cancel_button = Button(context, say("Cancel"), on=self.reject)
        self.primary_button = Button(context, primary, kind="primary", on=self._on_primary)
        if not primary:
            self.primary_button.hide()
        # A sheet is modal and keeps the window's own shortcuts from being heard.
        lock = Action("lock", say("Lock the desk"), context.lock_requested.emit, "Ctrl+L")
        self._lock = bind(lock, self)
        self._early = EarlyKeys(self)
        self._lay_out()
        self._build()

    def _lay_out(self) -> None:
        inside = _Inside()
        self.body = column(self.form, gap=12)
        inside.setLayout(self.body)
        sheet = QFrame()
        sheet.setProperty("kind", "sheet")
        self._inside = inside
        inside.relaid.connect(self._on_relaid)
        area = scrolled(inside)
        box = column(self.title, 4, gap=8, margin=24)
        box.addWidget(area, 1)
        box.addWidget(self.error)
        sheet.setLayout(box)
        foot = QFrame()
        foot.setProperty("kind", "foot")
        self.buttons = row(None, self.cancel_button, self.primary_button, gap=8, margin=12)
        foot.setLayout(self.buttons)
        outer = column(gap=0)
        outer.addWidget(sheet, 1)
        outer.addWidget(foot)
        self.setLayout(outer)

    # For subclasses ------------------------------------------------------------------------------

    def _build(self) -> None:
        """Add to `self.body` what is not a form."""

    def submit(self) -> None:
        """The primary button was pressed and the form is complete."""
        self.accept()

    def write(
        self,
        fn: Callable[..., T],
        then: Callable[[T], None] | None = None,
        *,
        said: Any = None,
        undo: Callable[[Any, Any], object] | None = None,
    ) -> None:
        """Write and close; an error stays here beside its field."""
        self._wait(waiting=True)

        def done(result: T) -> None:
            self.form.drop_draft()
            self.accept()
            if then is not None:
                then(result)

        self.context.runner.write(
            self.form.saving(fn), done, owner=self, said=said, undo=undo, failed=self._on_failed
        )

    def take_error(self, error: UserError) -> bool:
        """Beside its field, else at the foot of the sheet."""
        self._wait(waiting=False)
        if not self.form.take_error(error):
            self.show_error(error.say)
        return True

    def show_error(self, sentence: Say | str) -> None:
        """A sentence at the foot of the sheet; '' takes it away."""
        self.error.show_text(sentence)
        self.error.setVisible(bool(sentence))

    def done(self, result: int) -> None:
        """Closed: what is still unsaved is kept, and waits until the form is opened again."""
        self.form.lay_aside()
        super().done(result)

    # Inside --------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        """As high as its content, within the window; the cursor in the first empty field."""
        super().showEvent(event)
        self.resize(self.width(), self._wanted_height())
        if self.form.fields:
            self.form.focus_first()
        self._early.start()

    def _on_relaid(self) -> None:
        QTimer.singleShot(0, self, self._grow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter does the main thing, wherever the cursor stands."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.accept()
            self._on_primary()
            return
        super().keyPressEvent(event)

    def _wanted_height(self) -> int:
        page = self.parentWidget()
        most = page.window().height() - 48 if page is not None else 800
        self.body.activate()
        needed = self.body.sizeHint().height()
        if self.body.hasHeightForWidth():
            needed = max(needed, self.body.heightForWidth(max(1, self._inside.width())))
        return max(200, min(most, needed + self.title.sizeHint().height() + 148))

    def _grow(self) -> None:
        """Follow the content upwards, and stay on the window; a sheet never shrinks by itself."""
        wanted = self._wanted_height()
        if not self.isVisible() or wanted <= self.height():
            return
        self.resize(self.width(), wanted)
        page = self.parentWidget()
        if page is not None:
            over = self.geometry().bottom() - page.window().geometry().bottom()
            if over > 0:
                self.move(self.x(), max(page.window().y(), self.y() - over))

    def _on_primary(self) -> None:
        """By the button, Enter in a line, or Ctrl+Enter: none of them does what is not allowed,
        and what was told once is not written twice.
        """
        offered = self.primary_button.isEnabled() or self.primary_button.isHidden()
        if self._waiting or not offered:
            return
        self.show_error("")
        if self.form.check():
            self.submit()

    def _on_failed(self, _error: Exception) -> bool:
        self.form.not_saved()
        self._wait(waiting=False)
        return False

    def _wait(self, *, waiting: bool) -> None:
        self._waiting = waiting
        self.primary_button.setEnabled(not waiting)
