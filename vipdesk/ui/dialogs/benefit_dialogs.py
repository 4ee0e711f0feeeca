"""Sheets of benefits: a choice put before a client, what was chosen, a gift, the catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from vipdesk.benefits import catalogue, choices, gifts, ledger
from vipdesk.benefits.catalogue import BenefitFields, BenefitRow
from vipdesk.benefits.gifts import GiftFields, GiftYear
from vipdesk.benefits.ledger import Doubt, DoubtRow
from vipdesk.errors import UserError
from vipdesk.giving import BenefitKind, GiftWay
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.dialogs.profile_dialogs import amount_of
from vipdesk.ui.widgets import Body, Caption, Check, Field, column, row
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.vocabulary import label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from datetime import date

    from vipdesk.benefits.choices import OfferRow
    from vipdesk.clients.rows import TierRow
    from vipdesk.money import Money
    from vipdesk.ui.context import Context

_CURRENCIES = tuple((c, c) for c in ("RUB", "EUR", "USD", "CHF", "GBP", "AED"))
_WEEKS = 14


@dataclass(frozen=True, slots=True)
class _Offered:
    benefits: tuple[BenefitRow, ...]
    doubts: tuple[DoubtRow, ...]


class Options(QWidget, Speaking):
    """Benefits to mark, each with its worth and what speaks against it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self.boxes: dict[UUID, Check] = {}
        self._lines = column(gap=8)
        self.setLayout(self._lines)

    def show_options(self, rows: Sequence[BenefitRow], doubts: Sequence[DoubtRow] = ()) -> None:
        """These, nothing marked."""
        context = self.context
        lang = context.settings.lang
        told: dict[UUID, list[DoubtRow]] = {}
        for doubt in doubts:
            told.setdefault(doubt.benefit_id, []).append(doubt)
        for benefit in rows:
            box = Check(context, benefit.name(lang))
            self.boxes[benefit.id] = box
            self._lines.addLayout(row(box, None, Caption(context, worth_words(benefit, context))))
            about = benefit.fields.about or benefit.fields.picture_text
            if about:
                self._lines.addWidget(Caption(context, about, ink="text2", wrap=True))
            for doubt in told.get(benefit.id, ()):
                words = doubt_words(doubt)
                self._lines.addWidget(Caption(context, words, ink="warning", wrap=True))

    def marked(self) -> tuple[UUID, ...]:
        """What is marked, in order."""
        return tuple(i for i, box in self.boxes.items() if box.value())


def worth_words(benefit: BenefitRow, context: Context) -> Say | str:
    """'12 000 ₽, 3 left'."""
    f = benefit.fields
    worth = f.perceived or f.retail
    shown = context.format.money(worth) if worth is not None else "–"
    if benefit.left is None:
        return shown
    return say("{worth} · {n} left", worth=shown, n=benefit.left)


def doubt_words(doubt: DoubtRow) -> Say:
    """What speaks against it, in a sentence."""
    match doubt.doubt:
        case Doubt.ALREADY:
            return say("Already given on {day}.", day=doubt.on)
        case Doubt.HOUSEHOLD:
            return say("The household had it on {day}.", day=doubt.on)
    return say("Worth more than an official may be given in a year. Ask your lawyer first.")


class OpenChoiceDialog(Dialog):
    """Two or three options for one pick, or more for several: the client chooses, not we."""

    def __init__(
        self, context: Context, client_id: UUID, tier_id: UUID | None, parent: QWidget
    ) -> None:
        self._client_id, self._tier_id = client_id, tier_id
        super().__init__(
            context,
            say("Offer a choice"),
            primary=say("Offer"),
            parent=parent,
            width=600,
            rows=(
                (
                    Field("title", say("Occasion"), hint=say("For example: benefit of the year")),
                    Field("picks", say("How many may be chosen"), "number", value=1, low=1,
                          high=4),
                ),
                Field("choose_by", say("To be chosen by"), "date", required=True,
                      value=context.format.today() + timedelta(days=_WEEKS)),
            ),
        )  # fmt: skip
        context.runner.read(
            partial(_read_open, client_id=client_id, tier_id=tier_id), self._show, owner=self
        )

    def _build(self) -> None:
        hint = say("Mark two or three: the client picks one of them, nothing is imposed.")
        self.options = Options(self.context)
        self.body.addWidget(Caption(self.context, hint, ink="text2", wrap=True))
        self.body.addWidget(self.options)

    def _show(self, offered: _Offered) -> None:
        self.options.show_options(offered.benefits, offered.doubts)
        if not offered.benefits:
            self.show_error(say("The catalogue has nothing for this tier now."))

    def submit(self) -> None:
        """Offer it."""
        deed = partial(
            choices.open_choice,
            client_id=self._client_id,
            benefit_ids=self.options.marked(),
            **self.form.values(),
        )
        self.write(deed, said=say("The choice is offered."), undo=choices.withdraw_choice)


def _read_open(desk: Any, *, client_id: UUID, tier_id: UUID | None) -> _Offered:
    return _Offered(catalogue.list_open(desk, tier_id), ledger.doubts(desk, client_id))


class ChoiceDialog(Dialog):
    """What the client picked."""

    def __init__(
        self, context: Context, offer: OfferRow, doubts: Sequence[DoubtRow], parent: QWidget
    ) -> None:
        self._offer, self._doubts = offer, tuple(doubts)
        super().__init__(
            context, say("What did the client choose?"), primary=say("Note the choice"),
            parent=parent,
            rows=(Field("reason", say("In spite of a doubt because"), folded=True),),
        )  # fmt: skip

    def _build(self) -> None:
        words = say("{n} may be chosen.", n=self._offer.picks)
        self.options = Options(self.context)
        self.options.show_options(self._offer.options, self._doubts)
        self.body.insertWidget(0, self.options)
        self.body.insertWidget(0, Body(self.context, words, ink="text2"))

    def submit(self) -> None:
        """Note it; the message bar takes it back."""
        offer_id = self._offer.id
        deed = partial(
            choices.choose,
            offer_id=offer_id,
            benefit_ids=self.options.marked(),
            reason=self.form.values()["reason"],
        )
        self.write(deed, said=say("The choice is noted."), undo=partial(_take_back, offer_id))


def _take_back(offer_id: UUID, desk: Any, _uses: object) -> None:
    choices.take_back_choice(desk, offer_id)


class GiftDialog(Dialog):
    """A gift given or received; for an official the year's limit is told before."""

    def __init__(self, context: Context, client_id: UUID, year: GiftYear, parent: QWidget) -> None:
        self._client_id, self._year = client_id, year
        ways = tuple((w, label(w)) for w in GiftWay)
        super().__init__(
            context,
            say("Note a gift"),
            primary=say("Save"),
            parent=parent,
            draft=f"gift:{client_id}",
            rows=(
                (
                    Field("way", say("Who gave"), "choice", choices=ways, value=GiftWay.GIVEN),
                    Field("on_date", say("Day"), "date", required=True,
                          value=context.format.today()),
                ),
                Field("what", say("What"), required=True),
                (
                    Field("value", say("Worth"), hint=say("12 500")),
                    Field("currency", say("Currency"), "choice", choices=_CURRENCIES,
                          value="RUB"),
                ),
                Field("occasion", say("Occasion")),
                Field("reason", say("Why above an official’s limit"), folded=year.limit is None,
                      help=say("Stays with the gift and in the journal as a fact.")),
            ),
        )  # fmt: skip

    def _build(self) -> None:
        left, limit = self._year.left, self._year.limit
        if left is None or limit is None:
            return
        words = say(
            "The client is an official: {left} of {limit} are left this year.",
            left=left, limit=limit,
        )  # fmt: skip
        self.body.insertWidget(0, Body(self.context, words, ink="warning", wrap=True))

    def submit(self) -> None:
        """Save."""
        values = self.form.values()
        try:
            value = money_of(values["value"], values.pop("currency"), "value")
        except UserError as error:
            self.take_error(error)
            return
        fields = GiftFields(**{**values, "value": value})
        deed = partial(gifts.add_gift, client_id=self._client_id, fields=fields)
        self.write(deed, said=say("The gift is noted."), undo=gifts.remove_gift)


class BenefitDialog(Dialog):
    """A benefit of the catalogue, new or changed."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        *,
        tiers: Sequence[TierRow],
        benefit: BenefitRow | None = None,
    ) -> None:
        self._benefit, self._tiers = benefit, tuple(tiers)
        f = benefit.fields if benefit is not None else BenefitFields()
        super().__init__(
            context,
            say("New benefit") if benefit is None else say("Change the benefit"),
            primary=say("Save"),
            parent=parent,
            width=600,
            rows=_benefit_rows(f),
        )

    def _build(self) -> None:
        context = self.context
        lang = context.settings.lang
        chosen = self._benefit.fields.tier_ids if self._benefit is not None else ()
        self.tiers: dict[UUID, Check] = {}
        line = row(Caption(context, say("For these tiers only")), gap=12)
        for tier in self._tiers:
            box = Check(context, tier.name(lang))
            box.set_value(tier.id in chosen)
            self.tiers[tier.id] = box
            line.addWidget(box)
        line.addStretch(1)
        self.body.addLayout(line)

    def submit(self) -> None:
        """Save."""
        try:
            fields = self._fields(self.form.values())
        except UserError as error:
            self.take_error(error)
            return
        if self._benefit is None:
            deed = partial(catalogue.add_benefit, fields=fields)
            self.write(deed, said=say("Added to the catalogue."), undo=_retire)
            return
        change = partial(catalogue.change_benefit, benefit_id=self._benefit.id, fields=fields)
        back = partial(_change_back, self._benefit.id)
        self.write(change, said=say("The benefit is changed."), undo=back)

    def _fields(self, v: dict[str, Any]) -> BenefitFields:
        currency = v["currency"]
        return BenefitFields(
            name_ru=v["name_ru"], name_en=v["name_en"], kind=v["kind"], about=v["about"],
            picture_text=v["picture_text"],
            tier_ids=tuple(i for i, box in self.tiers.items() if box.value()),
            cost=money_of(v["cost"], currency, "cost"),
            retail=money_of(v["retail"], currency, "retail"),
            perceived=money_of(v["perceived"], currency, "perceived"),
            valid_from=_day(v["valid_from"]), valid_until=_day(v["valid_until"]),
            stock=whole(v["stock"], "stock"), per_year=whole(v["per_year"], "per_year"),
        )  # fmt: skip


def _benefit_rows(f: BenefitFields) -> tuple[Field | tuple[Field, ...], ...]:
    kinds = tuple((k, label(k)) for k in BenefitKind)
    known = f.cost or f.retail or f.perceived
    return (
        (
            Field("name_ru", say("Name in Russian"), required=True, value=f.name_ru),
            Field("name_en", say("Name in English"), value=f.name_en),
        ),
        (
            Field("kind", say("Kind"), "choice", choices=kinds, value=f.kind),
            Field("currency", say("Currency"), "choice", choices=_CURRENCIES,
                  value=known.currency if known else "RUB"),
        ),
        (
            Field("perceived", say("Worth to the client"), value=plain(f.perceived)),
            Field("retail", say("Price in a shop"), value=plain(f.retail)),
            Field("cost", say("Cost to the club"), value=plain(f.cost)),
        ),
        (
            Field("stock", say("Pieces"), value=_number(f.stock), hint=say("without end")),
            Field("per_year", say("To one client a year"), value=_number(f.per_year),
                  hint=say("without limit")),
        ),
        Field("about", say("What it is"), "long", value=f.about, lines=2),
        Field("picture_text", say("What a photo shows"), value=f.picture_text, folded=True),
        (
            Field("valid_from", say("From"), value=_iso(f.valid_from), folded=True,
                  hint=say("2026-12-31")),
            Field("valid_until", say("Until"), value=_iso(f.valid_until), folded=True,
                  hint=say("2026-12-31")),
        ),
    )  # fmt: skip


def money_of(text: str, currency: str, field: str) -> Money | None:
    """'12 500' → money; nothing typed → None. Raises `UserError` on the field."""
    if not text.strip():
        return None
    try:
        return amount_of(text, currency)
    except UserError as error:
        raise UserError(error.say, field=field) from error


def whole(text: str, field: str) -> int | None:
    """A whole number, or nothing."""
    typed = "".join(text.split())
    if not typed:
        return None
    if not typed.isascii() or not typed.isdigit() or len(typed) > 9:
        raise UserError(say("Write a whole number."), field=field)
    return int(typed)


def plain(amount: Money | None) -> str:
    """As it is typed."""
    return "" if amount is None else f"{amount.amount:f}".removesuffix(".00")


def _number(value: int | None) -> str:
    return "" if value is None else str(value)


def _iso(value: date | None) -> str:
    return "" if value is None else value.isoformat()


def _day(text: str) -> date | None:
    from datetime import date

    try:
        return date.fromisoformat(text.strip()) if text.strip() else None
    except ValueError as error:
        raise UserError(say("Write the day so: 2026-12-31."), field="valid_until") from error


def _retire(desk: Any, made: BenefitRow) -> None:
    catalogue.retire_benefit(desk, made.id)


def _change_back(benefit_id: UUID, desk: Any, before: BenefitFields) -> None:
    catalogue.change_benefit(desk, benefit_id, before)
