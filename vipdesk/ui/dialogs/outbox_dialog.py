"""The outbox: what waits and why, what a person has to do, what needs a look."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from vipdesk.channels import outbox, waiting
from vipdesk.channels.links import fits
from vipdesk.channels.message import link_of
from vipdesk.channels.waiting import Content, WaitingRow
from vipdesk.clients.names import display_name
from vipdesk.complaints import sight
from vipdesk.ui.context import Link
from vipdesk.ui.dialogs.call_dialog import open_link
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.pages.today_words import outbox_slot
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.theme.look import Tone
from vipdesk.ui.widgets import Body, Button, Caption, EmptyState
from vipdesk.ui.widgets.card import column, row
from vipdesk.ui.widgets.fields import Field
from vipdesk.ui.widgets.form import Form
from vipdesk.vocabulary import OutboxKind, OutboxState, label
from vipdesk.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from vipdesk.access.desk import Desk
    from vipdesk.channels.gate import ContactVerdict
    from vipdesk.channels.outbox import Placed
    from vipdesk.ui.context import Context

_WIDTH = 780
_TABLE_HEIGHT = 264
_HEIGHT = 640


def read_outbox(desk: Desk) -> tuple[WaitingRow, ...]:
    """Everything that waits, both tracks for who works on both."""
    shared = waiting.list_waiting(desk)
    if not sight.works_here(desk.actor.role):
        return shared
    return (*waiting.list_waiting(desk, private=True), *shared)


class OutboxDialog(Dialog):
    """A table of what waits; below it the chosen message, why it waits, and what can be done.

    `opener` opens deep links; `chosen` is the message to begin with.
    """

    def __init__(
        self,
        context: Context,
        *,
        chosen: UUID | None = None,
        opener: Callable[[str], object] = open_link,
        parent: QWidget,
    ) -> None:
        self._first = chosen
        self._opener = opener
        self._row: WaitingRow | None = None
        self._content: Content | None = None
        super().__init__(context, say("Outbox"), width=_WIDTH, parent=parent)
        self.cancel_button.show_text(say("Close"))
        context.changed.connect(self._on_changed)
        self.reload()

    def _build(self) -> None:
        context = self.context
        self.table = Table(
            context,
            say("Outbox"),
            (
                Column(
                    say("For whom"),
                    self._name,
                    stretch=True,
                    strong=True,
                    icon=lambda r: "lock" if r.private else "",
                    sort=lambda r: r.name.surname,
                ),
                Column(
                    say("What"),
                    lambda r: label(r.kind),
                    width=170,
                    second=lambda r: label(r.topic),
                ),
                Column(
                    say("State"),
                    lambda r: outbox_slot(r, context.format).text,
                    width=230,
                    badge=lambda r: Tone(outbox_slot(r, context.format).tone),
                ),
            ),
        )
        self.table.setFixedHeight(context.look.px(_TABLE_HEIGHT))
        self.empty = EmptyState(context, say("Nothing waits in the outbox."), icon="send")
        self.empty.hide()
        self.subject = Caption(context, "", ink="text2", wrap=True)
        self.reason = Body(context, "", ink="text2", wrap=True)
        self.text = Body(context, "", wrap=True, selectable=True)
        self.why = Form(
            context,
            (
                Field(
                    "reason",
                    say("Why it must be sent now"),
                    help=say("The reason is kept in the journal."),
                ),
            ),
        )
        self._make_buttons()
        self.detail = QWidget()
        self.detail.setLayout(
            column(self.reason, self.subject, self.text, self.why, None, self._buttons_row, gap=8)
        )
        self.detail.hide()
        self.body.addWidget(self.table)
        self.body.addWidget(self.empty)
        self.body.addWidget(self.detail, 1)
        self.table.chosen.connect(self._on_chosen)
        self.why.submitted.connect(self._on_anyway)

    def _make_buttons(self) -> None:
        context = self.context
        self.done_button = Button(
            context, say("Done"), kind="primary", icon="check", on=self._on_done
        )
        self.link = Button(context, "", icon="link", on=self._on_link)
        self.save = Button(context, say("Save the letter…"), icon="document", on=self._on_save)
        self.arrived = Button(context, say("It arrived"), icon="check", on=self._on_arrived)
        self.lost = Button(context, say("It did not arrive: send again"), on=self._on_lost)
        self.again = Button(context, say("Try again"), icon="refresh", on=self._on_again)
        self.anyway = Button(context, say("Send anyway"), icon="send", on=self._on_anyway)
        self.client = Button(context, say("Open the client"), kind="link", on=self._on_client)
        self.back = Button(context, say("Withdraw"), kind="danger", on=self._on_back)
        self._acts = (
            self.done_button,
            self.link,
            self.save,
            self.arrived,
            self.lost,
            self.again,
            self.anyway,
        )
        self._buttons_row = row(*self._acts, None, self.client, self.back, gap=8)

    def showEvent(self, event: QShowEvent) -> None:
        """High enough for the table and the message below it, within the window."""
        super().showEvent(event)
        page = self.parentWidget()
        most = page.window().height() - 48 if page is not None else _HEIGHT
        self.resize(self.width(), min(most, self.context.look.px(_HEIGHT)))
        self.table.setFocus()

    # Reading -----------------------------------------------------------------------------

    def reload(self) -> None:
        """Read what waits."""
        self.context.runner.read(read_outbox, self._show, owner=self)

    def _on_changed(self, changes: Any) -> None:
        if changes.touches("outbox_message", "private_message", "clock"):
            self.reload()

    def _show(self, rows: tuple[WaitingRow, ...]) -> None:
        if self.context.presenting:
            rows = tuple(r for r in rows if not r.private)
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        if self._first is not None and self.table.choose(self._first):
            self._first = None
        elif rows and self.table.chosen_row() is None:
            self.table.choose_first()
        self._on_chosen(self.table.chosen_row())

    def _name(self, row: WaitingRow) -> str:
        return display_name(row.name, self.context.words.lang)

    def _on_chosen(self, row: WaitingRow | None) -> None:
        self._row = row
        self.detail.setVisible(row is not None)
        self.show_error("")
        if row is None:
            return
        self.reason.show_text(self._why(row))
        self.subject.show_text(self._where(row))
        self.text.show_text("")
        self._offer(row)
        self.context.runner.read(
            partial(waiting.get_content, message_id=row.id, private=row.private),
            self._show_content,
            owner=self,
        )

    def _why(self, row: WaitingRow) -> str:
        """Why it waits: the last failure, else the gate's reason and its next moment."""
        words = self.context.words
        said = [words(row.error)] if row.error is not None else []
        if row.state in (OutboxState.HELD, OutboxState.TO_DO):
            # All that stands against it: a reason written now is for all of it.
            said += [words(s) for s in [r.said for r in row.against] or [row.verdict.reason]]
            said += self._next(row.verdict)
        if row.by_override and row.state is not OutboxState.HELD:
            said.append(words("Allowed, with a written reason."))
        return " ".join(said)

    def _next(self, verdict: ContactVerdict) -> list[str]:
        if verdict.allowed or verdict.until is None:
            return []
        there = verdict.until_there
        shown = self.context.format
        said = [self.context.words("Next: {moment}.", moment=shown.moment(verdict.until))]
        if there is not None and there.utcoffset() != shown.local(verdict.until).utcoffset():
            time = there.strftime("%H:%M")
            said.append(self.context.words("The client’s time: {time}.", time=time))
        return said

    def _where(self, row: WaitingRow) -> str:
        shown = self.context.format
        where = (
            shown.phone(row.address)
            if row.kind in (OutboxKind.CALL_TASK, OutboxKind.TEXT)
            else shown.masked(row.address)
        )
        if row.speak_to:
            return self.context.words(
                "{address} · through {person}", address=where, person=row.speak_to
            )
        return where

    def _offer(self, row: WaitingRow) -> None:
        """Only what makes sense for this state."""
        by_hand = row.kind is not OutboxKind.MAIL
        state = row.state
        held = state is OutboxState.HELD
        self.done_button.setVisible(by_hand and state is OutboxState.TO_DO)
        to_do = state is OutboxState.TO_DO
        self.link.setVisible(to_do and row.kind is not OutboxKind.LETTER)
        self.link.show_text(say("Call now") if row.kind is OutboxKind.CALL_TASK else say("Write"))
        self.save.setVisible(row.kind is OutboxKind.LETTER)
        self.arrived.setVisible(state is OutboxState.REVIEW)
        self.lost.setVisible(state is OutboxState.REVIEW)
        self.again.setVisible(state is OutboxState.FAILED)
        overridable = held and bool(row.against) and all(r.code.overridable for r in row.against)
        self.anyway.setVisible(overridable)
        by_phone = row.kind is OutboxKind.CALL_TASK
        self.anyway.show_text(say("Call anyway") if by_phone else say("Send anyway"))
        self.why.setVisible(overridable)
        self.back.setVisible(state is not OutboxState.CLAIMED)

    def _show_content(self, content: Content) -> None:
        self._content = content
        text = "\n\n".join(part for part in (content.subject, content.text) if part)
        self.text.show_text(text)
        self.text.setVisible(bool(text))

    # Acting ------------------------------------------------------------------------------

    def _act(self, verb: Callable[..., Any], said: Any, undo: Any = None, **more: Any) -> None:
        row = self._row
        if row is None:
            return
        self.context.runner.write(
            partial(verb, message_id=row.id, private=row.private, **more),
            owner=self,
            said=said,
            undo=undo and partial(_inverse, verb=undo, private=row.private),
        )

    def _on_done(self) -> None:
        self._act(outbox.mark_done, say("Done."), outbox.mark_not_done)

    def _on_arrived(self) -> None:
        self._act(outbox.settle_review, say("Noted as arrived."), arrived=True)

    def _on_lost(self) -> None:
        self._act(outbox.settle_review, say("Sending again."), arrived=False)

    def _on_again(self) -> None:
        self._act(outbox.send_again, say("Trying again."))

    def _on_back(self) -> None:
        self._act(outbox.cancel, say("Withdrawn."), outbox.restore)

    def _on_anyway(self) -> None:
        reason = self.why.values()["reason"] or ""
        seen = frozenset(r.code for r in self._row.against) if self._row is not None else None
        self._act(outbox.send_anyway, say("Sending now."), reason=reason, overrules=seen)

    def _on_client(self) -> None:
        if self._row is not None:
            self.context.open(Link("client", self._row.client_id))
            self.accept()

    def _on_link(self) -> None:
        """Begin it: the gate is asked again, for the message may have waited for hours."""
        row = self._row
        if row is not None:
            self.context.runner.write(
                partial(outbox.take_up, message_id=row.id, private=row.private),
                self._on_taken_up,
                owner=self,
            )

    def _on_taken_up(self, placed: Placed) -> None:
        row, content = self._row, self._content
        if row is None or content is None or row.id != placed.id:
            return
        if placed.state is not OutboxState.TO_DO:
            self.show_error(placed.verdict.reason)
            return
        link = link_of(row.kind, row.channel, placed.address, content.text)
        self.context.reached = (row.client_id, row.channel, self.context.now())
        if not fits(link):
            self.context.clipboard.copy(content.text)
            link = link_of(row.kind, row.channel, placed.address, "")
            self.context.say(say("The text is long: it is copied, paste it there."))
        if self._opener(link) is False:
            self.show_error(say("No program on this computer opens this. The address is above."))

    def _on_save(self) -> None:
        """The PDF goes where the person says; no name of the client in the proposed name."""
        if self._content is None or not self._content.pdf:
            return
        choose = QFileDialog(self, self.context.words("Save the letter"))
        choose.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        choose.setNameFilter("PDF (*.pdf)")
        choose.setDefaultSuffix("pdf")
        choose.selectFile(self.context.words("letter.pdf"))
        choose.fileSelected.connect(self._on_file_selected)
        choose.finished.connect(choose.deleteLater)
        choose.open()

    def _on_file_selected(self, name: str) -> None:
        if self._content is None:
            return
        try:
            Path(name).write_bytes(self._content.pdf)
        except OSError:
            self.show_error(say("The file cannot be saved there. Choose another folder."))
        else:
            self.context.say(say("The letter is saved."))

    def take_error(self, error: Any) -> bool:
        """Beside the reason, else at the foot."""
        if not self.why.take_error(error):
            self.show_error(error.say)
        return True


def _inverse(desk: Any, result: Any, *, verb: Callable[..., Any], private: bool) -> object:
    return verb(desk, result, private=private)
