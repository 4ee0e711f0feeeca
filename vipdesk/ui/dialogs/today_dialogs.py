"""Sheets of Today: put a line off to a chosen day, ask a colleague to take it, answer one."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vipdesk.agenda import delegation
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets import Body
from vipdesk.ui.widgets.fields import Field
from vipdesk.vocabulary import label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.agenda.delegation import Colleague
    from vipdesk.agenda.lines import AskedLine
    from vipdesk.ui.context import Context
    from vipdesk.ui.pages.today_words import Line


class PutOffDialog(Dialog):
    """Which day the line comes back."""

    chosen = Signal(object)  # date

    def __init__(self, context: Context, line: Line, parent: QWidget) -> None:
        self._line = line
        rows = (
            Field(
                "day",
                say("Until"),
                "date",
                required=True,
                value=context.format.today() + timedelta(days=14),
                help=say("The line is back in the morning of this day."),
            ),
        )
        super().__init__(
            context, say("Put off to a day"), primary=say("Put off"), rows=rows, parent=parent
        )

    def _build(self) -> None:
        self.body.insertWidget(0, Body(self.context, self._line.title, ink="text2", wrap=True))

    def submit(self) -> None:
        """Tell the day; the page puts the line off."""
        day: date = self.form.values()["day"]
        least = self.context.format.today() + timedelta(days=1)
        self.chosen.emit(max(day, least))
        self.accept()


class DelegateDialog(Dialog):
    """Whom to ask, and a word. What the colleague learns stands in the sheet."""

    def __init__(
        self,
        context: Context,
        line: Line,
        colleagues: tuple[Colleague, ...],
        parent: QWidget,
    ) -> None:
        self._line = line
        lang = context.words.lang
        choices = tuple(
            (c.id, _named(context, c.who.shown(lang), label(c.role), stands_in=c.stands_in))
            for c in colleagues
        )
        row: Any = line.row
        self._kind, self._key = line.key
        rows = (
            Field("to_id", say("Colleague"), "choice", required=True, choices=choices,
                  value=choices[0][0] if choices else None),
            Field("note", say("A word for the colleague"), "long",
                  value=getattr(row, "text", "")),
        )  # fmt: skip
        super().__init__(
            context, say("Ask a colleague"), primary=say("Ask"), rows=rows, parent=parent
        )

    def _build(self) -> None:
        words = say(
            "{name}: your colleague sees the line and your word. Only colleagues who may see the "
            "client can be asked.",
            name=self._line.title,
        )
        self.body.insertWidget(0, Body(self.context, words, ink="text2", wrap=True))

    def submit(self) -> None:
        """Ask."""
        typed = self.form.values()
        row: Any = self._line.row
        ask = partial(
            delegation.delegate,
            kind=self._kind,
            object_id=self._key,
            client_id=row.client_id,
            to_id=typed["to_id"],
            note=typed["note"] or "",
            due_at=getattr(row, "due_at", None),
        )
        self.write(ask, said=say("Your colleague was asked."), undo=_taken_back)


def _named(context: Context, name: str, role: Say, *, stands_in: bool) -> str:
    if stands_in:
        return context.words(say("{name} · deputy", name=name))
    return context.words(say("{name} · {role}", name=name, role=role))


def _taken_back(desk: Any, delegation_id: UUID) -> None:
    delegation.take_back(desk, delegation_id)


class GiveBackDialog(Dialog):
    """Why it is given back, in a word."""

    def __init__(self, context: Context, line: AskedLine, parent: QWidget) -> None:
        self._asked = line
        rows = (Field("words", say("A word for the colleague"), "long"),)
        super().__init__(
            context, say("Give it back"), primary=say("Give it back"), rows=rows, parent=parent
        )

    def _build(self) -> None:
        words = say("{who} sees it on their Today again.", who=self._asked.other)
        self.body.insertWidget(0, Body(self.context, words, ink="text2", wrap=True))

    def submit(self) -> None:
        """Give it back."""
        give = partial(
            delegation.answer,
            delegation_id=self._asked.id,
            done=False,
            words=self.form.values()["words"] or "",
        )
        self.write(give, said=say("Given back."), undo=delegation.reopen)
