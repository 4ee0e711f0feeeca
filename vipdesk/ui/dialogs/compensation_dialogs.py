"""Sheets of compensation and of departments' tasks."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from vipdesk.compensating import CompensationKind
from vipdesk.complaints import authority, compensation, departments, relatives
from vipdesk.complaints.compensation import GrantRow, Thing, thing_of
from vipdesk.errors import UserError
from vipdesk.money import Money
from vipdesk.ui.dialogs.case_dialogs import Rows, StepDialog
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.dialogs.profile_dialogs import amount_of
from vipdesk.ui.widgets import Caption, Field
from vipdesk.vocabulary import label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.complaints.catalogue import Suggestion
    from vipdesk.ui.context import Context, Text
    from vipdesk.ui.pages.complaint_compensation import Given


def line_of(context: Context, found: Suggestion) -> str:
    """'Flowers · 2,800 ₽ · in hand today · worth 1.4 × its cost'."""
    item = found.item
    parts = [item.title_in(context.words.lang), context.format.money(item.fields.cost)]
    return " · ".join((*parts, *(context.words(w) for w in found.why[1:])))


class _NotedDialog(Dialog):
    """A sheet that says what speaks against what is chosen in it: the law, the days of rest."""

    def _note_of(self, given: Given, *names: str) -> None:
        self._given, self._names = given, names
        self._retail = {s.item.id: s.item.fields.retail.minor for s in given.shortlist}
        self.warning = Caption(self.context, "", wrap=True, ink="warning")
        self.body.addWidget(self.warning)
        self.form.edited.connect(self._warn)
        self._warn()

    def _warn(self) -> None:
        values = self.form.values()
        found = [w for n in self._names for w in self._given.notes.get(values[n], ())]
        worth = [self._retail[values[n]] for n in self._names if values[n] in self._retail]
        if own := self._own_worth(values):
            worth.append(own)
        if worth:  # the dearest counts: it is what is set aside
            found += self._given.band(max(worth))
        said = dict.fromkeys(self.context.words(w) for w in found)
        self.warning.show_text("\n".join(said))
        self.warning.setVisible(bool(said))

    def _own_worth(self, values: dict[str, Any]) -> int:
        """Retail, minor units, of what was typed; 0 while it is no number."""
        if not str(values.get("own") or "").strip():
            return 0
        try:
            return money_in(values["retail"], "retail").minor
        except UserError:
            return 0


def money_in(text: str, field: str) -> Money:
    """An amount in roubles. Raises `UserError` beside its field."""
    try:
        return amount_of(text, "RUB")
    except UserError as error:
        raise UserError(error.say, field=field) from None


class _SumDialog(StepDialog):
    """A step with a sum in it: what is no number is said beside it."""

    def submit(self) -> None:
        """Do it."""
        try:
            super().submit()
        except UserError as error:
            self.take_error(error)


class AtOnceDialog(_NotedDialog):
    """Level 0: the first of the shortlist is chosen already; Enter gives it."""

    def __init__(self, context: Context, case_id: UUID, given: Given, parent: QWidget) -> None:
        self._told, shortlist = given, given.at_once
        self._case_id = case_id
        choices: tuple[tuple[object, Text], ...] = tuple(
            (s.item.id, line_of(context, s)) for s in shortlist
        )
        first = choices[0][0] if choices else None
        second = choices[1][0] if len(choices) > 1 else None
        super().__init__(
            context, say("Give at once"), primary=say("Give"), parent=parent, width=760,
            rows=(
                Field("item", say("What the client chose"), "choice", choices=choices, value=first),
                Field("beside", say("What else was offered"), "choice", choices=choices,
                      value=second),
                Field("again", say("Given lately: give it again all the same"), "check"),
            ),
        )  # fmt: skip

    def _build(self) -> None:
        words = say(
            "Ask first: what would you prefer? From the catalogue, within your limit, without "
            "anybody’s signature."
        )
        self.body.insertWidget(0, Caption(self.context, words, wrap=True, ink="text2"))
        self._note_of(self._told, "item")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter alone gives: nothing is typed here."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.primary_button.click()
            return
        super().keyPressEvent(event)

    def submit(self) -> None:
        """Give it."""
        v = self.form.values()
        if v["item"] is None:
            self.take_error(UserError(say("Choose what is given."), field="item"))
            return
        beside = (v["beside"],) if v["beside"] not in (None, v["item"]) else ()
        give = partial(
            compensation.give_at_once, complaint_id=self._case_id, item_id=v["item"],
            beside=beside, again=v["again"],
        )  # fmt: skip
        self.write(give, said=say("Given: note here when the client has it."))


class OfferDialog(_NotedDialog):
    """Two or three options, of the catalogue or in one's own words."""

    def __init__(self, context: Context, case_id: UUID, given: Given, parent: QWidget) -> None:
        self._told, shortlist = given, given.shortlist
        self._case_id = case_id
        self._things = {s.item.id: thing_of(s.item) for s in shortlist}
        none: tuple[tuple[object, Text], ...] = ((None, say("Nothing")),)
        choices = (*none, *((s.item.id, line_of(context, s)) for s in shortlist))
        first = [s.item.id for s in shortlist[:2]] + [None, None]
        kinds = tuple((k, label(k)) for k in CompensationKind if k is not CompensationKind.REFUND)
        super().__init__(
            context, say("Offer a choice"), primary=say("Offer"), parent=parent, width=760,
            draft=f"complaint.offer:{case_id}",
            rows=(
                Field("one", say("First option"), "choice", choices=choices, value=first[0]),
                Field("two", say("Second option"), "choice", choices=choices, value=first[1]),
                Field("reason", say("Reason (above the manager’s limit)"), "long", lines=2),
                Field("own", say("An option of your own, in the client’s language"), folded=True),
                (
                    Field("kind", say("Kind"), "choice", choices=kinds, folded=True,
                          value=CompensationKind.REDO),
                    Field("cost", say("Costs us, ₽"), folded=True),
                    Field("retail", say("Price for the client, ₽"), folded=True),
                ),
                Field("again", say("Given lately: give it again all the same"), "check"),
            ),
        )  # fmt: skip

    def _build(self) -> None:
        words = say("Two options at least, and one question: what would you prefer?")
        self.body.insertWidget(0, Caption(self.context, words, wrap=True, ink="text2"))
        self._note_of(self._told, "one", "two")

    def submit(self) -> None:
        """Offer them."""
        v = self.form.values()
        things = [self._things[v[n]] for n in ("one", "two") if v[n] in self._things]
        try:
            if v["own"].strip():
                cost, retail = money_in(v["cost"], "cost"), money_in(v["retail"], "retail")
                things.append(Thing(v["kind"], v["own"], cost, retail, retail))
        except UserError as error:
            self.take_error(error)
            return
        offer = partial(
            compensation.offer, complaint_id=self._case_id, options=tuple(things),
            reason=v["reason"], again=v["again"],
        )  # fmt: skip
        self.write(offer, said=say("Offered: the money is set aside."))


class LossDialog(_SumDialog):
    """What the client lost, by our estimate."""

    heading = say("What the client lost")
    primary = say("Save")
    said = say("The loss is noted.")

    def fields(self, context: Context) -> Rows:
        """A sum."""
        return (Field("loss", say("Estimated loss, ₽"), required=True),)

    def verb(self, typed: dict[str, Any]) -> Callable[..., object]:
        """Note it."""
        loss = money_in(typed["loss"], "loss")
        return partial(authority.set_loss, complaint_id=self._case_id, loss=loss)


class RefundDialog(_SumDialog):
    """Money wrongly taken goes back."""

    heading = say("Refund what was wrongly taken")
    primary = say("Refund")
    said = say("The refund is promised: note here when the client has it.")

    def fields(self, context: Context) -> Rows:
        """How much and why."""
        return (
            Field("amount", say("Sum, ₽"), required=True),
            Field("reason", say("What was wrongly taken"), required=True),
        )

    def verb(self, typed: dict[str, Any]) -> Callable[..., object]:
        """Refund it."""
        return partial(
            compensation.refund, complaint_id=self._case_id,
            amount=money_in(typed["amount"], "amount"), reason=typed["reason"],
        )  # fmt: skip


class RelativeDialog(StepDialog):
    """The client is one's own relative: others decide from now on."""

    heading = say("This is a relative of mine")
    primary = say("Declare")
    said = say("Declared: a colleague decides on compensation for this client.")

    def fields(self, context: Context) -> Rows:
        """Nothing is asked."""
        return ()

    def _build(self) -> None:
        words = say(
            "You will not give this client any compensation, nor sign it. In a team the head of "
            "VIP service sees it and can take it back."
        )
        self.body.insertWidget(0, Caption(self.context, words, wrap=True, ink="text2"))

    def verb(self, typed: dict[str, Any]) -> Callable[..., object]:
        """Declare it."""
        return partial(relatives.declare_relative, complaint_id=self._case_id, **typed)


class ChoiceDialog(Dialog):
    """Which option the client took."""

    def __init__(self, context: Context, grant: GrantRow, parent: QWidget) -> None:
        self._grant = grant
        choices: tuple[tuple[object, Text], ...] = tuple(
            (o.id, o.thing.title_in(context.words.lang)) for o in grant.options
        )
        super().__init__(
            context, say("The client chose"), primary=say("Save"), parent=parent,
            rows=(Field("option_id", say("Option"), "choice", choices=choices,
                        value=choices[0][0]),),
        )  # fmt: skip

    def submit(self) -> None:
        """Note it."""
        accept = partial(compensation.accept, grant_id=self._grant.id, **self.form.values())
        self.write(accept, said=say("Chosen: its delivery has a date now."))


class DeliverDialog(Dialog):
    """It is in the client's hands."""

    def __init__(self, context: Context, grant: GrantRow, parent: QWidget) -> None:
        self._grant = grant
        super().__init__(
            context, say("In the client’s hands"), primary=say("Save"), parent=parent,
            rows=(
                Field("how", say("How it was handed over"), required=True),
                Field("number", say("Number of the voucher, if it has one")),
            ),
        )  # fmt: skip

    def submit(self) -> None:
        """Note it."""
        deliver = partial(compensation.deliver, grant_id=self._grant.id, **self.form.values())
        self.write(deliver, said=say("Delivered."))


class ReleaseDialog(Dialog):
    """Not taken."""

    def __init__(self, context: Context, grant: GrantRow, parent: QWidget) -> None:
        self._grant = grant
        super().__init__(
            context, say("Not taken"), primary=say("Save"), parent=parent,
            rows=(Field("reason", say("Why"), required=True),),
        )  # fmt: skip

    def submit(self) -> None:
        """Note it."""
        release = partial(compensation.release, grant_id=self._grant.id, **self.form.values())
        self.write(release, said=say("The money is free again."))


class TaskDialog(StepDialog):
    """A department is asked for something."""

    heading = say("Ask a department")
    primary = say("Ask")
    said = say("The department has the task.")

    def fields(self, context: Context) -> Rows:
        """Which, and what it needs to know."""
        return (
            Field("department", say("Department"), required=True),
            Field("extract", say("What is to be done, in your own words"), "long", required=True,
                  help=say("The client’s words and name stay in the case.")),
        )  # fmt: skip

    def verb(self, typed: dict[str, Any]) -> Callable[..., object]:
        """Ask."""
        return partial(departments.give_task, complaint_id=self._case_id, **typed)


_TASKS: dict[str, tuple[Say, Say, str, Callable[..., object]]] = {
    "ask_back": (
        say("The department asked"), say("Its question"), "question", departments.ask_back,
    ),
    "answer": (
        say("Answer the department"), say("Our answer"), "text", departments.answer_question,
    ),
    "reopen": (say("Not done after all"), say("Why"), "reason", departments.reopen_task),
    "take_back": (say("Take the task back"), say("Why"), "reason", departments.take_back),
}  # fmt: skip


class TaskStepDialog(Dialog):
    """One step of a task: a line of words."""

    def __init__(self, context: Context, task_id: UUID, step: str, parent: QWidget) -> None:
        heading, words, self._name, self._verb = _TASKS[step]
        self._task_id = task_id
        super().__init__(
            context, heading, primary=say("Save"), parent=parent,
            rows=(Field(self._name, words, "long", required=True),),
        )  # fmt: skip

    def submit(self) -> None:
        """Note it."""
        verb = partial(self._verb, task_id=self._task_id, **self.form.values())
        self.write(verb, said=say("Saved."))


class DoneDialog(Dialog):
    """The department did it, and how well."""

    def __init__(self, context: Context, task_id: UUID, parent: QWidget) -> None:
        self._task_id = task_id
        marks: tuple[tuple[object, Text], ...] = (
            (None, say("No mark")), *((n, str(n)) for n in range(1, 6)),
        )  # fmt: skip
        super().__init__(
            context, say("Done by the department"), primary=say("Save"), parent=parent,
            rows=(
                Field("answer", say("What was done"), "long", required=True),
                Field("quality", say("Quality, 1 to 5"), "choice", choices=marks),
            ),
        )  # fmt: skip

    def submit(self) -> None:
        """Note it."""
        done = partial(departments.finish_task, task_id=self._task_id, **self.form.values())
        self.write(done, said=say("Done."))
