"""Settings: how the days of clients are kept: gifts in time, the hour of a greeting, jubilees."""

from __future__ import annotations

from datetime import time
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QShowEvent

from vipdesk.errors import UserError
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets.buttons import Button
from vipdesk.ui.widgets.card import Card, row
from vipdesk.ui.widgets.fields import Field
from vipdesk.ui.widgets.labels import Body, Caption
from vipdesk.wording import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vipdesk.agenda.dates import DatePolicy
    from vipdesk.clients.rows import TierRow
    from vipdesk.ui.context import Context

    Rules = tuple[DatePolicy, tuple[TierRow, ...]]


class DatesCard(Card):
    """What holds now in a sentence, and the sheet that changes it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, say("Days of clients"))
        words = say("Birthdays, anniversaries and years in the club, as Today reminds of them.")
        self.now = Body(context, "", wrap=True)
        self.change = Button(context, say("Change the rules…"), icon="cake", on=self.ask)
        self.add(Body(context, words, wrap=True, ink="text2"), self.now, row(self.change, None))

    def showEvent(self, event: QShowEvent) -> None:
        """Seen: read what holds."""
        super().showEvent(event)
        self.reload()

    def reload(self) -> None:
        """Read what holds."""
        if self.context.runner.office is not None:
            self.context.runner.read(read_rules, self._show, owner=self, topic="date_policy")

    def ask(self) -> None:
        """Read it anew and show the sheet."""
        self.context.runner.read(read_rules, self._ask, owner=self, topic="date_sheet")

    def _show(self, rules: Rules) -> None:
        policy, tiers = rules
        named = [t.name(self.context.words.lang) for t in tiers if t.rank <= policy.gift_rank]
        hour = f"{policy.greet_at:%H:%M}"
        if named:
            said = say(
                "A birthday gift is ordered {n} days ahead ({tiers}); greetings at {hour} by the "
                "client’s clock.",
                n=policy.gift_days, tiers=tuple(named), hour=hour,
            )  # fmt: skip
        else:
            said = say(
                "No gifts are ordered; greetings at {hour} by the client’s clock.", hour=hour
            )
        self.now.show_text(said)

    def _ask(self, rules: Rules) -> None:
        dialog = DatesDialog(self.context, rules, self)
        dialog.accepted.connect(self.reload)
        dialog.open()


class DatesDialog(Dialog):
    """Lead time, for whom, the hour, the anniversaries."""

    def __init__(self, context: Context, rules: Rules, parent: QWidget) -> None:
        self._policy, tiers = rules
        policy, lang = self._policy, context.words.lang
        ranks: list[tuple[object, Any]] = [(0, say("For nobody"))]
        for tier in tiers:
            first = tier.rank == min(t.rank for t in tiers)
            name = tier.name(lang)
            ranks.append((tier.rank, name if first else say("{tier} and above", tier=name)))
        if policy.gift_rank not in {rank for rank, _ in ranks}:
            ranks.append((policy.gift_rank, say("For everybody")))
        rows = (
            (
                Field("gift_rank", say("A birthday gift is ordered"), "choice",
                      choices=tuple(ranks), value=policy.gift_rank),
                Field("gift_days", say("Days ahead"), "number", low=0, high=90,
                      value=policy.gift_days),
            ),
            Field("greet_at", say("Hour of a greeting, by the client’s clock"), "choice",
                  choices=tuple((h, f"{h:02}:00") for h in range(24)), value=policy.greet_at.hour),
            Field("jubilees", say("Years in the club that are kept"),
                  value=", ".join(str(n) for n in policy.jubilees),
                  help=say("For example: 1, 5, 10. Empty: none.")),
        )  # fmt: skip
        super().__init__(
            context, say("Days of clients"), primary=say("Save"), parent=parent, rows=rows
        )

    def _build(self) -> None:
        words = say(
            "Each day a client has of their own keeps its own lead time; it is set beside the day."
        )
        self.body.insertWidget(0, Caption(self.context, words, wrap=True, ink="text2"))

    def submit(self) -> None:
        """Save all of it."""
        from vipdesk.agenda.date_rules import change_date_policy, read_jubilees
        from vipdesk.agenda.dates import DatePolicy

        v = self.form.values()
        try:
            jubilees = read_jubilees(v["jubilees"] or "")
        except UserError as error:
            self.take_error(error)
            return
        policy = DatePolicy(int(v["gift_days"]), int(v["gift_rank"]), time(v["greet_at"]), jubilees)
        self.write(
            partial(change_date_policy, policy=policy, base=self._policy),
            said=say("The rules are saved."),
            undo=change_date_policy,
        )


def read_rules(desk: Any) -> Rules:
    """What holds, and the tiers it may be said for."""
    from vipdesk.agenda.dates import date_policy
    from vipdesk.clients.profile import list_tiers

    return date_policy(desk), list_tiers(desk)
