"""Settings: when the club may ring, and how often it invites and offers."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QShowEvent

from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets.buttons import Button
from vipdesk.ui.widgets.card import Card, row
from vipdesk.ui.widgets.fields import Field
from vipdesk.ui.widgets.labels import Body, Caption
from vipdesk.vocabulary import Topic, label
from vipdesk.wording import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vipdesk.channels.known import Policy
    from vipdesk.clients.rows import TierRow
    from vipdesk.ui.context import Context

    Rules = tuple[Policy, tuple[TierRow, ...]]

TOPICS = (Topic.INVITATION, Topic.OFFER, Topic.GREETING)
_DAYS = 30
_LAST = 24 * 60 - 1


class ContactCard(Card):
    """What holds now in a sentence, and the sheet that changes it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, say("Hours and limits of contact"))
        words = say(
            "For clients who said nothing themselves: a client’s own wishes always come first."
        )
        self.now = Body(context, "", wrap=True)
        self.change = Button(context, say("Change the limits…"), icon="clock", on=self.ask)
        self.add(Body(context, words, wrap=True, ink="text2"), self.now, row(self.change, None))

    def showEvent(self, event: QShowEvent) -> None:
        """Seen: read what holds."""
        super().showEvent(event)
        self.reload()

    def reload(self) -> None:
        """Read what holds."""
        if self.context.runner.office is not None:
            self.context.runner.read(read_rules, self._show, owner=self, topic="contact_policy")

    def ask(self) -> None:
        """Read it anew and show the sheet."""
        self.context.runner.read(read_rules, self._ask, owner=self, topic="contact_sheet")

    def _show(self, rules: Rules) -> None:
        policy, _ = rules
        self.now.show_text(
            say(
                "From {begin} to {end} by the client’s clock; invitations and offers: {most} in "
                "{days} days at most.",
                begin=_clock(policy.hours.from_minute), end=_clock(policy.hours.to_minute),
                most=policy.cap, days=policy.cap_days,
            )
        )  # fmt: skip

    def _ask(self, rules: Rules) -> None:
        dialog = ContactDialog(self.context, rules, self)
        dialog.accepted.connect(self.reload)
        dialog.open()


class ContactDialog(Dialog):
    """Hours, the club's limit, and its own for a tier or a topic; 0: none of its own."""

    def __init__(self, context: Context, rules: Rules, parent: QWidget) -> None:
        self._policy, self._tiers = rules
        policy, lang = self._policy, context.words.lang
        rows: list[tuple[Field, ...]] = [
            (
                Field("from", say("May ring from"), "time", required=True,
                      value=_time(policy.hours.from_minute)),
                Field("to", say("May ring until"), "time", required=True,
                      value=_time(policy.hours.to_minute)),
            ),
            (
                Field("cap", say("Invitations and offers, at most"), "number", low=1, high=50,
                      value=policy.cap),
                Field("cap_days", say("In how many days"), "number", low=1, high=366,
                      value=policy.cap_days),
            ),
        ]  # fmt: skip
        rows += [self._pair(f"tier.{t.code}", t.name(lang), tier=t.code) for t in self._tiers]
        rows += [self._pair(f"topic.{t.value}", label(t), topic=t) for t in TOPICS]
        super().__init__(
            context, say("Hours and limits of contact"), primary=say("Save"), parent=parent,
            width=620, rows=tuple(rows),
        )  # fmt: skip

    def _build(self) -> None:
        words = say(
            "A tier’s own limit replaces the club’s; a topic’s comes on top. 0: no limit of its "
            "own. What was sent counts, what waits does not."
        )
        self.body.insertWidget(0, Caption(self.context, words, wrap=True, ink="text2"))

    def submit(self) -> None:
        """Save all of it."""
        from vipdesk.channels.policy import change_contact_policy

        policy = self._typed()
        self.write(
            partial(change_contact_policy, policy=policy, base=self._policy),
            said=say("The limits are saved."),
            undo=change_contact_policy,
        )

    def _pair(
        self, name: str, words: Any, *, tier: str = "", topic: Topic | None = None
    ) -> tuple[Field, ...]:
        found = [c for c in self._policy.caps if (c.tier, c.topic) == (tier, topic)]
        most, days = (found[0].most, found[0].days) if found else (0, _DAYS)
        return (
            Field(f"{name}.most", say("{what}: at most", what=words), "number", low=0, high=50,
                  value=most),
            Field(f"{name}.days", say("In how many days"), "number", low=1, high=366, value=days),
        )  # fmt: skip

    def _typed(self) -> Policy:
        from vipdesk.channels.hours import EVERY_DAY, Window
        from vipdesk.channels.known import Cap

        v = self.form.values()
        pairs: list[tuple[str, Topic | None, str]] = [
            *((t.code, None, f"tier.{t.code}") for t in self._tiers),
            *(("", topic, f"topic.{topic.value}") for topic in TOPICS),
        ]
        shown = {(tier, topic) for tier, topic, _ in pairs}
        caps = [c for c in self._policy.caps if (c.tier, c.topic) not in shown]
        caps += [
            Cap(int(v[f"{name}.most"]), int(v[f"{name}.days"]), topic, tier)
            for tier, topic, name in pairs
            if v[f"{name}.most"]
        ]
        return replace(
            self._policy,
            hours=Window(EVERY_DAY, _minute(v["from"]), _minute(v["to"])),
            cap=int(v["cap"]),
            cap_days=int(v["cap_days"]),
            caps=tuple(caps),
        )


def read_rules(desk: Any) -> Rules:
    """What holds, and the tiers it may be said for."""
    from vipdesk.channels.contact import policy_of
    from vipdesk.clients.profile import list_tiers

    return policy_of(desk), list_tiers(desk)


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _time(minute: int) -> time:
    whole = min(minute, _LAST)  # a clock knows no 24:00
    return time(whole // 60, whole % 60)


def _minute(moment: time) -> int:
    minute = moment.hour * 60 + moment.minute
    return _LAST + 1 if minute == _LAST else minute
