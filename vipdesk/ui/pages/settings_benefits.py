"""Settings: the way to the catalogue of benefits, and the limit of gifts to officials."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent

from vipdesk.errors import UserError
from vipdesk.ui.context import Link
from vipdesk.ui.widgets.buttons import Button
from vipdesk.ui.widgets.card import Card, row
from vipdesk.ui.widgets.fields import Field, FormField
from vipdesk.ui.widgets.labels import Body
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.money import Money
    from vipdesk.ui.context import Context


class BenefitsCard(Card):
    """A button to the catalogue; management sets the limit."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, say("Benefits and gifts"))
        words = say("What the club can give, to which tiers, and who receives it.")
        self.open = Button(context, say("Open the catalogue"), icon="gift", on=self.open_catalogue)
        self.limit = FormField(
            context, Field("limit", say("Gifts to an official, a year, in roubles"))
        )
        self.keep = Button(context, say("Save the limit"), on=self.save)
        self.add(Body(context, words, wrap=True, ink="text2"), row(self.open, None), 8)
        self.add(self.limit, row(self.keep, None))
        for widget in (self.limit, self.keep):
            widget.setVisible(context.may("update", "benefit"))

    def showEvent(self, event: QShowEvent) -> None:
        """Seen: read the limit."""
        super().showEvent(event)
        if self.context.runner.office is not None:
            from vipdesk.benefits.limits import gift_limit

            self.context.runner.read(gift_limit, self._show, owner=self, topic="limit")

    def open_catalogue(self) -> None:
        """To the page."""
        self.context.open(Link("benefits"))

    def save(self) -> None:
        """Keep the limit."""
        from vipdesk.benefits.limits import change_gift_limit
        from vipdesk.ui.dialogs.profile_dialogs import amount_of

        try:
            limit = amount_of(str(self.limit.value()), "RUB")
        except UserError as error:
            self.limit.show_error(error.say)
            return
        self.context.runner.write(
            partial(change_gift_limit, limit=limit), owner=self,
            said=say("The limit is saved."), undo=change_gift_limit,
        )  # fmt: skip

    def _show(self, limit: Money) -> None:
        self.limit.set_value(f"{limit.amount:f}".removesuffix(".00"))
