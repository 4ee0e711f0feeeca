"""Settings: what each tier of the club is promised."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from vipdesk.ui.context import Link
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets.buttons import Button
from vipdesk.ui.widgets.card import Card, row
from vipdesk.ui.widgets.fields import Field
from vipdesk.ui.widgets.labels import Body, Caption
from vipdesk.wording import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vipdesk.health.standards import Catalogue, TierLimits
    from vipdesk.ui.context import Context


class StandardsCard(Card):
    """The way to the figures, and to the club's own numbers."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, say("Service standards"))
        words = say("What each tier may expect; VIP health shows how it is kept.")
        self.open = Button(context, say("How they are kept"), icon="health", on=self.open_figures)
        self.change = Button(context, say("Change the standards…"), on=self.ask)
        self.add(Body(context, words, wrap=True, ink="text2"), row(self.open, self.change, None))
        self.change.setVisible(context.may("update", "club_setting"))
        self.open.setVisible(context.may("select", "health_snapshot"))

    def open_figures(self) -> None:
        """To the health page."""
        self.context.open(Link("health", None, "standards"))

    def ask(self) -> None:
        """Read what holds now, then show the sheet."""
        from vipdesk.health.standards import catalogue

        self.context.runner.read(catalogue, self._ask, owner=self, topic="standards")

    def _ask(self, rules: Catalogue) -> None:
        StandardsDialog(self.context, rules, self).open()


class StandardsDialog(Dialog):
    """A number for each tier and standard; 0 promises nothing."""

    def __init__(self, context: Context, rules: Catalogue, parent: QWidget) -> None:
        self._rules = rules
        super().__init__(
            context, say("Service standards"), primary=say("Save"), parent=parent, width=640,
            rows=tuple(_row(context, rules, s) for s in rules.days),
        )  # fmt: skip

    def _build(self) -> None:
        words = say(
            "Messages in working hours, calls back in working days (1: the same day), talks and "
            "cards in days. 0 promises nothing, and nothing is measured."
        )
        self.body.insertWidget(0, Caption(self.context, words, wrap=True, ink="text2"))

    def submit(self) -> None:
        """Save all of them."""
        from vipdesk.health.standards import change_standards

        values = self.form.values()
        limits: dict[UUID, dict[Any, int]] = {
            t.id: {s: int(values[_name(s, t)]) for s in self._rules.days} for t in self._rules.tiers
        }
        self.write(
            partial(change_standards, limits=limits), said=say("The standards are saved."),
            undo=change_standards,
        )  # fmt: skip


def _name(standard: Any, tier: TierLimits) -> str:
    return f"{standard.value}.{tier.id}"


def _row(context: Context, rules: Catalogue, standard: Any) -> tuple[Field, ...]:
    from vipdesk.health.standards import NAMES, PLAIN

    lang = context.words.lang
    plain, what = standard in PLAIN, context.words(NAMES[standard])
    fields = []
    for place, tier in enumerate(rules.tiers):
        name = tier.name(lang)
        words = (
            say("{what} · {tier}", what=what, tier=name) if not place else say("{tier}", tier=name)
        )
        value = tier.limits[standard]
        if plain:
            fields.append(Field(_name(standard, tier), words, "check", value=bool(value)))
        else:
            fields.append(
                Field(_name(standard, tier), words, "number", low=0, high=366, value=value)
            )
    return tuple(fields)
