"""Small sheets of the client's page: a contact, a wish, somebody around, a fact, a promise."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QLineEdit, QWidget

from vipdesk.clients import contact_points, facts, preferences, promises, purchases
from vipdesk.clients.contact_points import PointFields
from vipdesk.clients.preferences import PreferenceFields
from vipdesk.clients.sight import SPECIAL
from vipdesk.errors import UserError
from vipdesk.money import Money
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.dialogs.talk_dialog import end_of
from vipdesk.ui.format import international
from vipdesk.ui.widgets import Caption
from vipdesk.ui.widgets.fields import Choice, Field
from vipdesk.vocabulary import (
    Channel,
    Confidence,
    ContactKind,
    FactKind,
    InterestKind,
    PreferenceRule,
    Topic,
    label,
)
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.clients.rows import ClientCard, FactRow, PromiseRow
    from vipdesk.ui.context import Context, Text

_WEEKDAYS = 0b0011111
_PLAIN = tuple(k for k in FactKind if k not in SPECIAL)
_CURRENCIES = (("RUB", "₽"), ("EUR", "€"), ("USD", "$"), ("CNY", "¥"))
_DAYS = (
    (127, say("Every day")),
    (_WEEKDAYS, say("Monday to Friday")),
    (0b1100000, say("Saturday and Sunday")),
)


_ASK_IN = (
    (None, say("when such facts grow old")),
    (30, say("in a month")),
    (90, say("in three months")),
    (180, say("in half a year")),
    (365, say("in a year")),
)


def _offered(members: Any, *first: tuple[object, Text]) -> tuple[tuple[object, Text], ...]:
    return (*first, *((m, label(m)) for m in members))


class PointDialog(Dialog):
    """A phone, an address, a messenger name."""

    def __init__(self, context: Context, client_id: UUID, parent: QWidget) -> None:
        self.client_id = client_id
        super().__init__(
            context, say("Add a contact"), primary=say("Add"), parent=parent,
            draft=f"point:{client_id}",
            rows=(
                Field("kind", say("Kind"), "choice", choices=_offered(ContactKind),
                      value=ContactKind.PHONE),
                Field("value", say("Number or address"), required=True),
                Field("label", say("Note"), hint=say("work, home, yacht")),
                Field("preferred", say("Preferred"), "check"),
            ),
        )  # fmt: skip

    def _build(self) -> None:
        editor = self.form.fields["value"].editor
        if isinstance(editor, QLineEdit):
            editor.editingFinished.connect(self._on_written)

    def _on_written(self) -> None:
        """A telephone number stands as it will be kept."""
        typed = self.form.values()
        shown = international(typed["value"])
        if typed["kind"] is ContactKind.PHONE and shown != typed["value"]:
            self.form.set_values({"value": shown})

    def submit(self) -> None:
        """Add it."""
        fields = PointFields(**self.form.values())
        add = partial(contact_points.add_contact_point, client_id=self.client_id, fields=fields)
        self.write(add, said=say("Contact added."), undo=_unpoint)


class WishDialog(Dialog):
    """How and when the client wishes to be reached."""

    def __init__(self, context: Context, card: ClientCard, parent: QWidget) -> None:
        self.client_id = card.id
        through = tuple((p.id, p.who.name) for p in card.people if p.there and (p.phone or p.email))
        super().__init__(
            context, say("Note a wish"), primary=say("Save"), parent=parent,
            draft=f"wish:{card.id}",
            rows=(
                (
                    Field("rule", say("Wish"), "choice", choices=_offered(PreferenceRule),
                          value=PreferenceRule.PREFER),
                    Field("channel", say("Channel"), "choice", choices=_offered(Channel),
                          value=Channel.PHONE),
                ),
                (
                    Field("weekdays", say("Days"), "choice", choices=_DAYS, value=127),
                    Field("hours", say("Hours"), hint=say("12:00–18:00; empty: any")),
                ),
                Field("source", say("Who said so"), hint=say("the client, by phone")),
                (
                    Field("topic", say("On what"), "choice", folded=True,
                          choices=_offered(Topic, (None, say("Everything")))),
                    Field("via_person_id", say("Through"), "choice", folded=True,
                          choices=((None, say("Nobody")), *through)),
                ),
            ),
        )  # fmt: skip

    def submit(self) -> None:
        """Note it."""
        v = self.form.values()
        try:
            begin, end = hours_of(v.pop("hours"))
        except UserError as error:
            self.take_error(error)
            return
        fields = PreferenceFields(from_minute=begin, to_minute=end, **v)
        add = partial(preferences.add_preference, client_id=self.client_id, fields=fields)
        self.write(add, said=say("Wish noted."), undo=_unwish)


def hours_of(text: str) -> tuple[int, int]:
    """'12:00–18:00', '12-18' → minutes; '' is the whole day. Raises `UserError` on 'hours'."""
    import re

    if not text.strip():
        return 0, 1440
    m = re.fullmatch(r"\s*(\d{1,2})(?::(\d\d))?\s*[-–—]\s*(\d{1,2})(?::(\d\d))?\s*", text)
    begin, end = (
        (int(m[1]) * 60 + int(m[2] or 0), int(m[3]) * 60 + int(m[4] or 0)) if m else (-1, -1)
    )
    if not (0 <= begin < 1440 and 0 <= end <= 1440):
        raise UserError(say("Write the hours as 12:00–18:00."), field="hours")
    return begin, end or 1440


class FactDialog(Dialog):
    """Something known, with its source; or (with `fact`) what is to be said of it instead."""

    def __init__(
        self, context: Context, client_id: UUID, parent: QWidget, *, fact: FactRow | None = None
    ) -> None:
        self.client_id, self.fact = client_id, fact
        first = (fact.kind,) if fact is not None and fact.kind in SPECIAL else ()
        super().__init__(
            context, say("Correct a fact") if fact else say("Note a fact"), primary=say("Save"),
            parent=parent, draft="" if fact else f"fact:{client_id}",
            rows=(
                Field("text", say("What is known"), "long", required=True, lines=3,
                      value=fact.text if fact else None),
                (
                    Field("kind", say("On what"), "choice", choices=_offered((*_PLAIN, *first)),
                          value=fact.kind if fact else FactKind.PREFERENCE),
                    Field("confidence", say("How certain"), "choice", choices=_offered(Confidence),
                          value=fact.confidence if fact else Confidence.HEARD),
                ),
                Field("source", say("Where from"), hint=say("the client, a talk on Monday"),
                      value=fact.source if fact else None),
                Field("ask_in", say("Ask again"), "choice", choices=_ASK_IN, folded=True),
            ),
        )  # fmt: skip

    def _build(self) -> None:
        """Health, diet and faith are offered where they may be noted at all."""
        ask = partial(facts.may_note_special, client_id=self.client_id)
        self.context.runner.read(ask, self._offer, owner=self)

    def _offer(self, special: bool) -> None:  # noqa: FBT001 what was read
        kind = self.form.fields["kind"].editor
        if special and isinstance(kind, Choice):
            kind.offer(_offered(FactKind))

    def submit(self) -> None:
        """Note it, or correct it."""
        v = self.form.values()
        days = v.pop("ask_in")
        v["review_on"] = self.context.format.today() + timedelta(days=days) if days else None
        if self.fact is not None:
            change = partial(facts.change_fact, fact_id=self.fact.id, **v)
            self.write(change, said=say("The fact is corrected."), undo=facts.restore_fact)
            return
        add = partial(facts.add_fact, client_id=self.client_id, **v)
        self.write(add, said=say("Fact noted."), undo=_unfact)


class InterestDialog(Dialog):
    """What draws the client, or what must be provided."""

    def __init__(self, context: Context, client_id: UUID, parent: QWidget) -> None:
        self.client_id = client_id
        strengths = ((1, say("A little")), (2, say("Gladly")), (3, say("A passion")))
        super().__init__(
            context, say("Note an interest"), primary=say("Save"), parent=parent,
            draft=f"interest:{client_id}",
            rows=(
                Field("topic", say("Topic"), required=True, hint=say("opera, sailing, no stairs")),
                (
                    Field("kind", say("Kind"), "choice", choices=_offered(InterestKind),
                          value=InterestKind.INTEREST),
                    Field("strength", say("How much"), "choice", choices=strengths, value=2),
                ),
            ),
        )  # fmt: skip

    def submit(self) -> None:
        """Note it."""
        add = partial(facts.add_interest, client_id=self.client_id, **self.form.values())
        self.write(add, said=say("Interest noted."), undo=_uninterest)


class PurchaseDialog(Dialog):
    """What the client bought. Nobody takes it away again: the sheet says so."""

    def __init__(self, context: Context, client_id: UUID, parent: QWidget) -> None:
        self.client_id = client_id
        super().__init__(
            context, say("Note a purchase"), primary=say("Save"), parent=parent,
            draft=f"purchase:{client_id}",
            rows=(
                (
                    Field("amount", say("Sum"), required=True, hint=say("12 500")),
                    Field("currency", say("Currency"), "choice", choices=_CURRENCIES, value="RUB"),
                ),
                (
                    Field("product", say("What was bought")),
                    Field("on_date", say("Day"), "date", value=context.format.today()),
                ),
            ),
        )  # fmt: skip

    def _build(self) -> None:
        kept = say("A purchase stays on record for good: look at the sum once more.")
        self.body.addWidget(Caption(self.context, kept, ink="text2", wrap=True))

    def submit(self) -> None:
        """Note it."""
        v = self.form.values()
        try:
            amount = amount_of(v["amount"], v["currency"])
        except UserError as error:
            self.take_error(error)
            return
        add = partial(
            purchases.add_purchase,
            client_id=self.client_id,
            amount=amount,
            on_date=v["on_date"],
            product=v["product"],
        )
        self.write(add, said=say("Purchase noted."))


def amount_of(text: str, currency: str) -> Money:
    """'12 500,50' → money. Raises `UserError` on 'amount'."""
    bare = "".join(text.split()).replace(",", ".")
    if not re.fullmatch(r"\d{1,11}(\.\d{1,2})?", bare, re.ASCII):
        raise UserError(say("Write the sum as a number, for example 12500.50."), field="amount")
    return Money.of(bare, currency)


class PromiseDialog(Dialog):
    """A promise, or (with `moved`) a new day for one, agreed before the old day came."""

    def __init__(
        self,
        context: Context,
        client_id: UUID,
        parent: QWidget,
        *,
        moved: PromiseRow | None = None,
    ) -> None:
        self.client_id, self.moved = client_id, moved
        tomorrow = context.format.today() + timedelta(days=1)
        due = Field("promise_due", say("Until"), "date", value=tomorrow)
        text = Field("promise", say("What was promised"), required=True)
        super().__init__(
            context,
            say("Another day") if moved else say("A promise"),
            primary=say("Save"),
            rows=(due,) if moved else (text, due),
            draft="" if moved else f"promise:{client_id}",
            parent=parent,
        )

    def submit(self) -> None:
        """Make it, or move it."""
        v = self.form.values()
        due = end_of(v["promise_due"], self.context.now(), self.context.zone)
        if self.moved is not None:
            move = partial(promises.renegotiate_promise, promise_id=self.moved.id, due_at=due)
            self.write(move, said=say("The new day is agreed."), undo=promises.restore_promise)
            return
        make = partial(
            promises.make_promise, client_id=self.client_id, text=v["promise"], due_at=due
        )
        self.write(
            make, said=say("The promise is on the Today page."), undo=promises.remove_promise
        )

    def take_error(self, error: UserError) -> bool:
        """`due_at` is this form's day."""
        if error.field == "due_at":
            error = UserError(error.say, field="promise_due")
        return super().take_error(error)


def _unpoint(desk: Any, point_id: Any) -> None:
    contact_points.remove_contact_point(desk, point_id)


def _unwish(desk: Any, preference_id: Any) -> None:
    preferences.remove_preference(desk, preference_id)


def _unfact(desk: Any, fact_id: Any) -> None:
    facts.end_fact(desk, fact_id)


def _uninterest(desk: Any, interest_id: Any) -> None:
    facts.remove_interest(desk, interest_id)
