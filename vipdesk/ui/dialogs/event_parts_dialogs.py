"""Sheets of an event's choices and budget."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vipdesk.errors import UserError
from vipdesk.events import budget, options
from vipdesk.events.budget import CostWords
from vipdesk.events.options import OptionWords
from vipdesk.money import Money
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets.fields import Field
from vipdesk.wording import say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.events.budget import CostRow
    from vipdesk.events.options import OptionRow
    from vipdesk.ui.context import Context


class OptionDialog(Dialog):
    """A choice for guests: a question and one answer to it."""

    def __init__(
        self, context: Context, event_id: UUID, parent: QWidget,
        option: OptionRow | None = None, question: tuple[str, str] = ("", ""),
    ) -> None:  # fmt: skip
        """`question`: Russian and English of the question a new answer is for."""
        self._event_id, self._option = event_id, option
        words = option.words() if option else OptionWords(question[0], "", question[1])
        rows: tuple[Field | tuple[Field, ...], ...] = (
            (
                Field("question", say("What is chosen"), required=True, value=words.question,
                      hint=say("Menu")),
                Field("question_en", say("In English"), value=words.question_en),
            ),
            (
                Field("option_title", say("Choice"), required=True, value=words.title),
                Field("title_en", say("In English"), value=words.title_en),
            ),
            Field("places", say("Places (0: for everybody)"), "number", high=10_000,
                  value=words.places),
        )  # fmt: skip
        title = say("New choice for guests") if option is None else say("Change the choice")
        super().__init__(context, title, primary=say("Save"), rows=rows, parent=parent)

    def submit(self) -> None:
        """Add or change it."""
        typed = self.form.values()
        words = OptionWords(
            typed["question"], typed["option_title"], typed["question_en"], typed["title_en"],
            typed["places"],
        )  # fmt: skip
        if self._option is not None:
            key = self._option.id
            change = partial(options.change_option, option_id=key, words=words)
            self.write(change, said=say("Saved."), undo=partial(_option_back, key))
            return
        add = partial(options.add_option, event_id=self._event_id, words=words)
        self.write(add, said=say("The guests may choose it."), undo=_drop_option)


class ChoiceDialog(Dialog):
    """What one guest chose, as it was told on the telephone or in a letter."""

    def __init__(
        self, context: Context, guests: tuple[tuple[UUID, str], ...],
        offered: tuple[OptionRow, ...], parent: QWidget,
    ) -> None:  # fmt: skip
        lang = context.words.lang
        named = tuple((str(o.id), f"{o.asked(lang)}: {o.named(lang)}") for o in offered)
        rows = (
            Field("invitation", say("Guest"), "choice", required=True,
                  choices=tuple((str(key), name) for key, name in guests)),
            Field("option", say("Choice"), "choice", required=True, choices=named),
        )  # fmt: skip
        super().__init__(
            context, say("What a guest chose"), primary=say("Save"), rows=rows, parent=parent
        )

    def submit(self) -> None:
        """Keep it."""
        from uuid import UUID

        typed = self.form.values()
        invitation, option = UUID(typed["invitation"]), UUID(typed["option"])
        choose = partial(options.choose, invitation_id=invitation, option_id=option)
        undo = partial(_choose_back, invitation, option)
        self.write(choose, said=say("The choice is kept with the invitation."), undo=undo)


class CostDialog(Dialog):
    """A line of the budget."""

    def __init__(
        self, context: Context, event_id: UUID, parent: QWidget, cost: CostRow | None = None
    ) -> None:
        self._event_id, self._cost = event_id, cost
        words = cost.words() if cost else CostWords("")
        rows: tuple[Field | tuple[Field, ...], ...] = (
            Field("cost_title", say("What for"), required=True, value=words.title),
            (
                Field("planned", say("Planned"), value=_typed(words.planned)),
                Field("actual", say("Paid"), value=_typed(words.actual)),
                Field("currency", say("Currency"), value=words.currency),
            ),
        )
        title = say("New line of the budget") if cost is None else say("Change the line")
        super().__init__(context, title, primary=say("Save"), rows=rows, parent=parent)

    def submit(self) -> None:
        """Add or change it."""
        typed = self.form.values()
        try:
            words = CostWords(
                typed["cost_title"], amount(typed["planned"], "planned"),
                amount(typed["actual"], "actual"), typed["currency"] or "RUB",
            )  # fmt: skip
        except UserError as error:
            self.take_error(error)
            return
        if self._cost is not None:
            key = self._cost.id
            change = partial(budget.change_cost, cost_id=key, words=words)
            self.write(change, said=say("Saved."), undo=partial(_cost_back, key))
            return
        add = partial(budget.add_cost, event_id=self._event_id, words=words)
        self.write(add, said=say("The line is in the budget."), undo=_drop_cost)


class LimitDialog(Dialog):
    """What the event may cost in all."""

    def __init__(
        self, context: Context, event_id: UUID, limit: Money | None, parent: QWidget
    ) -> None:
        self._event_id = event_id
        rows = (
            (
                Field("limit", say("May cost"), value=_typed(limit.minor if limit else None)),
                Field("currency", say("Currency"), value=limit.currency if limit else "RUB"),
            ),
        )
        super().__init__(
            context, say("Limit of the budget"), primary=say("Save"), rows=rows, parent=parent
        )

    def submit(self) -> None:
        """Keep it; an empty field takes the limit away."""
        typed = self.form.values()
        try:
            minor = amount(typed["limit"], "limit")
        except UserError as error:
            self.take_error(error)
            return
        limit = None if minor is None else Money(minor, (typed["currency"] or "RUB").upper()[:3])
        keep = partial(budget.set_limit, event_id=self._event_id, limit=limit)
        self.write(keep, said=say("Saved."), undo=partial(_limit_back, self._event_id))


def amount(text: str | None, field: str) -> int | None:
    """'12 500,50' in minor units; None for nothing typed. Raises `UserError` with its field."""
    plain = "".join((text or "").split()).replace("\u202f", "").replace(",", ".")
    if not plain:
        return None
    try:
        return Money.of(Decimal(plain)).minor
    except (InvalidOperation, ValueError, OverflowError):
        raise UserError(say("Type an amount, like 12500 or 12500.50."), field=field) from None


def _typed(minor: int | None) -> str:
    if minor is None:
        return ""
    return str(Money(minor).amount.normalize().__format__("f"))


def _option_back(key: UUID, desk: Any, before: OptionWords) -> None:
    options.change_option(desk, key, words=before)


def _drop_option(desk: Any, key: UUID) -> None:
    options.remove_option(desk, key)


def _choose_back(invitation: UUID, option: UUID, desk: Any, before: UUID | None) -> None:
    if before is None:
        options.drop_choice(desk, invitation_id=invitation, option_id=option)
    else:
        options.choose(desk, invitation_id=invitation, option_id=before)


def _cost_back(key: UUID, desk: Any, before: CostWords) -> None:
    budget.change_cost(desk, key, words=before)


def _drop_cost(desk: Any, key: UUID) -> None:
    budget.remove_cost(desk, key)


def _limit_back(event_id: UUID, desk: Any, before: Money | None) -> None:
    budget.set_limit(desk, event_id=event_id, limit=before)
