"""Before a call: whom, by which number, how to behave, and whether it is the hour."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from vipdesk.channels import call_task
from vipdesk.channels.call_task import CallTask, Dial
from vipdesk.clients.names import display_name
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.pages.today_words import slot_of
from vipdesk.ui.theme.look import Tone
from vipdesk.ui.widgets import Badge, Body, Button, Caption, Card, Figure
from vipdesk.ui.widgets.card import column, row
from vipdesk.ui.widgets.fields import Field
from vipdesk.vocabulary import Channel, Topic
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.errors import UserError
    from vipdesk.ui.context import Context

_HIGHEST = 640
_NO_TELEPHONE = say(
    "No program on this computer makes calls. Dial the number yourself, or copy it."
)


_STALE = timedelta(minutes=1)  # an older verdict is asked for again before the number is dialled


def open_link(link: str) -> object:
    """Hand a deep link to the platform, byte by byte as it was written; False if none takes it."""
    url = QUrl.fromEncoded(link.encode("ascii"), QUrl.ParsingMode.StrictMode)
    return url.isValid() and QDesktopServices.openUrl(url)


class CallDialog(Dialog):
    """Reads the number and asks the gate again when it opens. A refused call needs a reason.

    `message_id`: a call of the outbox, shown with its script. `dialler` opens the `tel:` link.
    """

    dialled = Signal(object)  # Dial

    def __init__(
        self,
        context: Context,
        client_id: UUID,
        topic: Topic,
        *,
        message_id: UUID | None = None,
        private: bool = False,
        dialler: Callable[[str], object] = open_link,
        parent: QWidget,
    ) -> None:
        self._client_id, self._topic = client_id, topic
        self._message_id, self._private = message_id, private
        self._dialler = dialler
        self._dial: Dial | None = None
        self._asked_at: datetime | None = None
        self._begun = False
        self._by_hand = False
        reason = Field(
            "reason",
            say("Why the call cannot wait"),
            "long",
            lines=2,
            help=say("The reason is kept in the journal."),
        )
        super().__init__(
            context, say("Call now"), primary=say("Call now"), rows=(reason,), parent=parent
        )
        self._read()

    def _build(self) -> None:
        context = self.context
        self.form.hide()
        self.primary_button.setEnabled(False)
        self.number = Figure(context, "", selectable=True)
        self.copy_button = Button(context, say("Copy the number"), on=self._on_copy)
        self.copy_button.hide()
        self.who = Body(context, "", wrap=True)
        self.slot = Badge(context, "")
        self.why = Caption(context, "", ink="text2", wrap=True)
        self.manner = Body(context, "", ink="text2", wrap=True)
        self.script_card = Card(context, say("What to say"))
        self.script = Body(context, "", wrap=True, selectable=True)
        self.script_card.add(self.script)
        self.script_card.hide()
        self.write_button = Button(
            context, say("Write instead"), kind="link", icon="messenger", on=self._on_write
        )
        self.buttons.insertWidget(0, self.write_button)
        top = column(
            row(self.number, self.copy_button, None, gap=12),
            self.who,
            row(self.slot, None),
            self.why,
            self.manner,
            self.script_card,
            gap=8,
        )
        self.body.insertLayout(0, top)

    def _read(self) -> None:
        runner = self.context.runner
        runner.read(
            partial(call_task.get_dial, client_id=self._client_id, topic=self._topic),
            self._show,
            owner=self,
        )
        if self._message_id is not None:
            runner.read(
                partial(call_task.get_call, message_id=self._message_id, private=self._private),
                self._show_script,
                owner=self,
            )

    def _show(self, dial: Dial) -> None:
        self._dial, self._asked_at = dial, self.context.now()
        context = self.context
        self.title.show_text(
            say("Call {name} (declined)", name=dial.whom)
            if dial.whom
            else display_name(dial.name, context.words.lang)
        )
        self.number.show_text(
            context.format.phone(dial.phone) if dial.phone else say("No number is known")
        )
        self.copy_button.setVisible(bool(dial.phone))
        self.who.show_text(say("Speak to {person}", person=dial.speak_to) if dial.speak_to else "")
        self.who.setVisible(bool(dial.speak_to))
        slot = slot_of(dial.verdict, context.format)
        if slot is not None:
            self.slot.show_badge(slot.text, Tone(slot.tone))
        # All that stands against it is said: a reason written now is for all of it.
        against = [r.said for r in dial.against] or [dial.verdict.reason]
        self.why.show_text(" ".join(context.text(said) for said in against))
        advice = dial.verdict.advice
        words = [dial.manner, context.text(advice) if advice else ""]
        self.manner.show_text("\n".join(word for word in words if word))
        self.manner.setVisible(any(words))
        self._allow(dial)
        if self._begun and dial.verdict.allowed:
            self._made(dial)
        self._begun = False

    def _allow(self, dial: Dial) -> None:
        refused = not dial.verdict.allowed
        may = bool(dial.phone) and (not refused or dial.may_be_overruled)
        self.form.setVisible(refused and may)
        self.primary_button.show_text(say("Call anyway") if refused else say("Call now"))
        self.primary_button.allow(
            may, dial.verdict.reason if refused else say("No number is known")
        )
        self._fit()

    def _show_script(self, call: CallTask) -> None:
        self.script.show_text(call.script)
        self.script_card.show()
        self._fit()

    def _fit(self) -> None:
        """As high as what is known by now, within the window."""
        self.body.activate()
        page = self.parentWidget()
        most = page.window().height() - 48 if page is not None else _HIGHEST
        wanted = self.body.sizeHint().height() + self.title.sizeHint().height() + 140
        self.resize(self.width(), min(most, wanted))
        if self.form.isVisible():
            self.form.focus_first()
        else:
            self.primary_button.setFocus()

    def submit(self) -> None:
        """Dial; what the gate refuses only with a reason."""
        dial = self._dial
        if dial is None:
            return
        if self._by_hand:
            self.accept()
            self.dialled.emit(dial)
            return
        if dial.verdict.allowed:
            asked = self._asked_at or self.context.now()
            if self.context.now() - asked > _STALE:  # the sheet lay open: the hour may be over
                self._begun = True
                self._read()
                return
            self._made(dial)
            return
        reason = self.form.values()["reason"] or ""
        self.write(
            partial(
                call_task.dial_anyway,
                client_id=self._client_id,
                topic=self._topic,
                reason=reason,
                overrules=frozenset(r.code for r in dial.against),
            ),
            self._dialled,
        )

    def take_error(self, error: UserError) -> bool:
        """Another reason may stand by now than was seen: it is read, and asked for."""
        self._read()
        return super().take_error(error)

    def _made(self, dial: Dial) -> None:
        self.context.reached = (dial.client_id, Channel.PHONE, self.context.now())
        if self._dialler(dial.link) is False:
            # No program takes `tel:` here. The number stands above, large, to be dialled.
            self._by_hand = True
            self.show_error(_NO_TELEPHONE)
            self.primary_button.show_text(say("I have called"))
            self.copy_button.setFocus()
            return
        self.accept()
        self.dialled.emit(dial)

    def _dialled(self, dial: Dial) -> None:
        """The telephone does the rest; where there is none, it is said."""
        self.context.reached = (dial.client_id, Channel.PHONE, self.context.now())
        if self._dialler(dial.link) is False:
            number = self.context.format.phone(dial.phone)
            self.context.problem(
                say("No program on this computer makes calls. Dial {number}.", number=number)
            )
        self.dialled.emit(dial)

    def _on_write(self) -> None:
        """Another way, for who may not or cannot call now."""
        from vipdesk.ui.dialogs.write_dialog import WriteDialog

        page = self.parentWidget()
        self.reject()
        if page is not None:
            WriteDialog(self.context, self._client_id, self._topic, parent=page).open()

    def _on_copy(self) -> None:
        if self._dial is not None:
            self.context.clipboard.copy(self._dial.phone)
            self.copy_button.show_text(say("Copied"))
