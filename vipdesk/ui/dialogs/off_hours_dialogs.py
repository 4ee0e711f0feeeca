"""Sheets of requests outside the usual hours: asked for, done, cannot be done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QWidget

from vipdesk.clients import off_hours
from vipdesk.clients.off_hours import OffHoursFields, Owner
from vipdesk.errors import UserError
from vipdesk.ui.dialogs.benefit_dialogs import money_of
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets import Field
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.money import Money
    from vipdesk.ui.context import Context

_CURRENCIES = tuple((c, c) for c in ("RUB", "EUR", "USD", "CHF", "GBP", "AED"))


def _cost_fields(cost: Money | None) -> tuple[Field, Field]:
    shown = "" if cost is None else f"{cost.amount:f}".removesuffix(".00")
    return (
        Field("cost", say("Cost to the club"), hint=say("12 500"), value=shown),
        Field("currency", say("Currency"), "choice", choices=_CURRENCIES,
              value=cost.currency if cost else "RUB"),
    )  # fmt: skip


class AskDialog(Dialog):
    """What a client asks for, when, where, and who takes care of it."""

    def __init__(
        self, context: Context, client_id: UUID, owners: Sequence[Owner], parent: QWidget
    ) -> None:
        self._client_id = client_id
        lang = context.settings.lang
        people = tuple((o.id, o.who.shown(lang)) for o in owners)
        soon = context.format.local(context.now()).replace(tzinfo=None, second=0, microsecond=0)
        super().__init__(
            context,
            say("A request outside the hours"),
            primary=say("Save"),
            parent=parent,
            draft=f"off_hours:{client_id}",
            rows=(
                Field("what", say("What the client asks for"), required=True),
                (
                    Field("wanted_at", say("When"), "moment", required=True,
                          value=soon + timedelta(hours=3)),
                    Field("place", say("Where")),
                ),
                Field("owner_id", say("Who takes care of it"), "choice", choices=people,
                      value=people[0][0] if people else None, required=True),
                _cost_fields(None),
            ),
        )  # fmt: skip

    def submit(self) -> None:
        """Save."""
        v = self.form.values()
        try:
            cost = money_of(v["cost"], v["currency"], "cost")
        except UserError as error:
            self.take_error(error)
            return
        fields = OffHoursFields(
            v["what"], self._utc(v["wanted_at"]), v["owner_id"], v["place"], cost
        )
        self.write(
            partial(off_hours.ask_off_hours, client_id=self._client_id, fields=fields),
            said=say("The request is on the owner’s Today page."), undo=off_hours.remove_off_hours,
        )  # fmt: skip

    def _utc(self, local: datetime) -> datetime:
        return local.replace(tzinfo=self.context.zone).astimezone(UTC)


class FinishDialog(Dialog):
    """It was done: at what cost."""

    def __init__(
        self, context: Context, request_id: UUID, cost: Money | None, parent: QWidget
    ) -> None:
        self._id = request_id
        super().__init__(
            context, say("The request is done"), primary=say("Done"), parent=parent,
            rows=(_cost_fields(cost),),
        )  # fmt: skip

    def submit(self) -> None:
        """Save."""
        v = self.form.values()
        try:
            cost = money_of(v["cost"], v["currency"], "cost")
        except UserError as error:
            self.take_error(error)
            return
        self.write(
            partial(off_hours.finish_off_hours, request_id=self._id, cost=cost),
            said=say("The request is done."), undo=off_hours.restore_off_hours,
        )  # fmt: skip


class DeclineDialog(Dialog):
    """It cannot be done, and why."""

    def __init__(self, context: Context, request_id: UUID, parent: QWidget) -> None:
        self._id = request_id
        super().__init__(
            context, say("The request cannot be done"), primary=say("Decline"), parent=parent,
            rows=(Field("reason", say("Why"), required=True),),
        )  # fmt: skip

    def submit(self) -> None:
        """Save."""
        reason = str(self.form.values()["reason"])
        self.write(
            partial(off_hours.decline_off_hours, request_id=self._id, reason=reason),
            said=say("The request is declined."), undo=off_hours.restore_off_hours,
        )  # fmt: skip
