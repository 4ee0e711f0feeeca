"""The tab of what comes after a case: the talk a week later, and the cause."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QVBoxLayout, QWidget

from vipdesk.complaints import causes, follow_up
from vipdesk.complaints.causes import CauseRow
from vipdesk.complaints.follow_up import FollowUpRow
from vipdesk.learning import FollowUpState
from vipdesk.ui.widgets import Body, Button, Caption, Card, Strong, column, row, scrolled
from vipdesk.ui.widgets.card import clear
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.vocabulary import Channel, ComplaintState, label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.complaints.cases import ComplaintCase
    from vipdesk.ui.context import Context

_NO_CAUSE = frozenset({ComplaintState.VOID, ComplaintState.DUPLICATE})


@dataclass(frozen=True, slots=True)
class After:
    """What the tab reads at once."""

    talk: FollowUpRow | None
    cause: CauseRow | None


def read_after(desk: Any, *, complaint_id: UUID) -> After:
    """The talk of this round and the cause."""
    return After(
        follow_up.find_follow_up(desk, complaint_id), causes.find_cause(desk, complaint_id)
    )


class ComplaintAfter(QWidget, Speaking):
    """Two cards: the talk, the cause."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self.case: ComplaintCase | None = None
        self.after: After | None = None
        self.talk = Card(context, say("The talk a week later"))
        self.cause = Card(context, say("Why it happened"))
        self._talk_lines, self._cause_lines = column(gap=6), column(gap=6)
        self.note_button = Button(
            context, say("Note the talk…"), kind="primary", icon="check", on=self.note
        )
        self.miss_button = Button(context, say("Not reached"), icon="phone", on=self.miss)
        self.no_button = Button(context, say("No talk wished…"), on=self.decline)
        self.reopen_button = Button(context, say("Open the case again…"), on=self.reopen)
        self.cause_button = Button(context, say("Name the cause…"), on=self.name_cause)
        self.not_found_button = Button(context, say("Not found…"), on=self.not_found)
        self.talk.body.addLayout(self._talk_lines)
        self.talk.body.addLayout(
            row(self.note_button, self.miss_button, self.no_button, self.reopen_button, None)
        )
        self.cause.body.addLayout(self._cause_lines)
        self.cause.body.addLayout(row(self.cause_button, self.not_found_button, None))
        inside = QWidget()
        inside.setLayout(column(self.talk, self.cause, None, gap=16))
        whole = column(gap=0)
        whole.addWidget(scrolled(inside), 1)
        self.setLayout(whole)

    def show_case(self, case: ComplaintCase) -> None:
        """Read what came after this case."""
        self.case = case
        read = partial(read_after, complaint_id=case.id)
        self.context.runner.read(read, self._show, owner=self, topic="after")

    def _show(self, after: After) -> None:
        self.after = after
        self._show_talk(after.talk)
        self._show_cause(after.cause)

    def _show_talk(self, talk: FollowUpRow | None) -> None:
        clear(self._talk_lines)
        live = talk is not None and talk.mine and talk.state is FollowUpState.PLANNED
        for button in (self.note_button, self.miss_button, self.no_button):
            button.setVisible(live)
        self.reopen_button.setVisible(talk is not None and talk.reopen)
        if talk is None:
            self._line(self._talk_lines, say("It comes a week after the case is resolved."))
            return
        self._strong(self._talk_lines, label(talk.state))
        for said in self._talk_said(talk):
            self._line(self._talk_lines, said)
        if talk.said:
            self._line(self._talk_lines, talk.said)

    def _talk_said(self, talk: FollowUpRow) -> list[Say]:
        moment = self.context.format.moment
        said: list[Say] = []
        if talk.state is FollowUpState.PLANNED and talk.talk_at is not None:
            said.append(
                say("Best at {at}, {channel}", at=moment(talk.talk_at), channel=label(talk.channel))
            )
        elif talk.state is FollowUpState.PLANNED:
            said.append(say("No hour of the window suits any more: talk as soon as you can."))
        if talk.tries:
            said.append(say("Tried {n} times without reaching the client", n=talk.tries))
        if talk.solved is not None:
            said.append(label(talk.solved))
        scales = (
            (talk.csat, say("How content: {value} of 5", value=talk.csat or 0)),
            (talk.ces, say("How easy it was: {value} of 7", value=talk.ces or 0)),
            (talk.worth, say("Worth of what was given: {value} of 5", value=talk.worth or 0)),
        )
        said += [words for value, words in scales if value is not None]
        if talk.reopen:
            said.append(say("The client is not content: open the case again."))
        return said

    def _show_cause(self, cause: CauseRow | None) -> None:
        clear(self._cause_lines)
        may = self.case is not None and self.case.state not in _NO_CAUSE
        self.cause_button.setVisible(may)
        self.not_found_button.setVisible(may and (cause is None or cause.origin is None))
        self.cause_button.show_text(
            say("Name the cause…") if cause is None else say("Name another cause…")
        )
        if cause is None:
            self._line(self._cause_lines, say("Nobody has named the cause yet."))
            return
        if cause.mechanism is None or cause.origin is None:
            self._strong(self._cause_lines, say("Looked for and not found; a problem is open"))
        else:
            self._strong(
                self._cause_lines,
                say("{mechanism} · {origin}", mechanism=label(cause.mechanism),
                    origin=label(cause.origin)),
            )  # fmt: skip
            self._line(self._cause_lines, label(cause.surety))
        for place, why in enumerate(cause.whys, start=1):
            self._line(self._cause_lines, say("{place}. {why}", place=place, why=why))

    def _strong(self, box: QVBoxLayout, said: Say) -> None:
        box.addWidget(Strong(self.context, said, wrap=True))

    def _line(self, box: QVBoxLayout, said: Say | str) -> None:
        box.addWidget(
            Caption(self.context, said, wrap=True, ink="text2")
            if isinstance(said, Say)
            else Body(self.context, said, wrap=True)
        )

    # What is done ------------------------------------------------------------------------------

    def _open(self, name: str) -> None:
        from vipdesk.ui.dialogs import case_after_dialogs

        if self.case is not None:
            getattr(case_after_dialogs, name)(self.context, self.case.id, self).open()

    def note(self) -> None:
        """The client was reached."""
        self._open("TalkDialog")

    def miss(self) -> None:
        """The client was not reached."""
        if self.case is None or self.after is None or self.after.talk is None:
            return
        channel: Channel = self.after.talk.channel
        self.context.runner.write(
            partial(follow_up.miss_follow_up, complaint_id=self.case.id, channel=channel),
            owner=self, said=say("The try is noted."),
        )  # fmt: skip

    def decline(self) -> None:
        """The client wished none."""
        self._open("NoTalkDialog")

    def reopen(self) -> None:
        """The client is not content."""
        from vipdesk.ui.dialogs.case_dialogs import ReopenDialog

        if self.case is not None:
            ReopenDialog(self.context, self.case.id, self).open()

    def name_cause(self) -> None:
        """Both axes and the whys."""
        self._open("CauseDialog")

    def not_found(self) -> None:
        """It was looked for."""
        self._open("NotFoundDialog")
