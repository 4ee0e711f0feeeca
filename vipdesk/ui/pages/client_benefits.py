"""The benefits tab of a client: choices, the ledger of what was taken, gifts of the year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from vipdesk.benefits import choices, gifts, ledger
from vipdesk.giving import GiftWay, OfferState
from vipdesk.ui.widgets import Badge, Body, Button, Caption, Card, Icon, Tone, column, row, scrolled
from vipdesk.ui.widgets.card import clear
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.vocabulary import label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.benefits.choices import OfferRow
    from vipdesk.benefits.gifts import GiftRow, GiftYear
    from vipdesk.benefits.ledger import DoubtRow, UseRow
    from vipdesk.clients.rows import ClientCard
    from vipdesk.ui.context import Context

_SHOWN = 12
_TONES = {
    OfferState.OPEN: Tone.INFO,
    OfferState.CHOSEN: Tone.SUCCESS,
    OfferState.WITHDRAWN: Tone.NEUTRAL,
}


@dataclass(frozen=True, slots=True)
class Given:
    """What the tab reads."""

    offers: tuple[OfferRow, ...]
    uses: tuple[UseRow, ...]
    gifts: tuple[GiftRow, ...]
    year: GiftYear
    doubts: tuple[DoubtRow, ...]


def read_given(desk: Any, client_id: UUID) -> Given:
    """One client's benefits and gifts."""
    return Given(
        choices.list_offers(desk, client_id),
        ledger.list_uses(desk, client_id),
        gifts.list_gifts(desk, client_id),
        gifts.gift_year(desk, client_id),
        ledger.doubts(desk, client_id),
    )


class ClientBenefits(QWidget, Speaking):
    """Choices and what was taken on the left, gifts on the right."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self.card: ClientCard | None = None
        self.given: Given | None = None
        self._deeds: dict[Any, tuple[str, Any]] = {}
        self.offers = Card(context, say("Choices"))
        self.offer_button = Button(context, say("Offer a choice…"), icon="gift", on=self.offer)
        self._offers = column(gap=12)
        self.offers.add(row(self.offer_button, None), 4, self._offers)
        self.taken = Card(context, say("Taken"))
        self._uses = column(gap=8)
        self.taken.add(self._uses)
        self.gifts = Card(context, say("Gifts"))
        self.gift_button = Button(context, say("Note a gift…"), icon="plus", on=self.add_gift)
        self.year = Body(context, "", wrap=True)
        self.limit = Caption(context, "", wrap=True)
        self._gifts = column(gap=8)
        self.gifts.add(row(self.gift_button, None), 4, self.year, self.limit, 4, self._gifts)
        left, right = column(self.offers, self.taken, None, gap=16), column(self.gifts, None)
        both = row(gap=16)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        inside = QWidget()
        inside.setLayout(both)
        box = column(gap=0)
        box.addWidget(scrolled(inside))
        self.setLayout(box)
        context.changed.connect(self._on_changed)

    def show_client(self, card: ClientCard) -> None:
        """Read what this client was given."""
        self.card = card
        read = partial(read_given, client_id=card.id)
        self.context.runner.read(read, self._show, owner=self, topic="given")

    # Showing -----------------------------------------------------------------------------------

    def _show(self, given: Given) -> None:
        self.given = given
        context = self.context
        self._deeds.clear()
        clear(self._offers)
        for one in given.offers[:_SHOWN]:
            self._offers.addLayout(self._offer_lines(one))
        if not given.offers:
            words = say("Nothing was offered yet. Offer two or three things to pick from.")
            self._offers.addWidget(Caption(context, words, ink="text2", wrap=True))
        clear(self._uses)
        for use in given.uses[:_SHOWN]:
            self._uses.addLayout(self._use_line(use))
        if not given.uses:
            self._uses.addWidget(Caption(context, say("Nothing was taken yet."), ink="text2"))
        self._show_gifts(given)
        may = context.may("insert", "benefit_offer")
        self.offer_button.setVisible(may)
        self.gift_button.setVisible(context.may("insert", "gift"))

    def _offer_lines(self, one: OfferRow) -> Any:
        context = self.context
        lang = context.settings.lang
        state: Say = say("Lapsed") if one.lapsed else label(one.state)
        tone = Tone.WARNING if one.lapsed else _TONES[one.state]
        title = one.title or context.words("Choice")
        head = row(gap=8)
        head.addWidget(Body(context, title, wrap=True), 1)
        head.addWidget(Badge(context, state, tone))
        lines = column(gap=4)
        lines.addLayout(head)
        until = say("{picks} of {count}, until {day}", picks=one.picks, count=len(one.options),
                    day=one.choose_by)  # fmt: skip
        lines.addWidget(Caption(context, until, ink="text2"))
        for option in one.options:
            chosen = option.id in one.chosen
            name = option.name(lang)
            words: Say | str = say("Chosen: {name}", name=name) if chosen else name
            lines.addWidget(Caption(context, words, ink="success" if chosen else "text2",
                                    wrap=True))  # fmt: skip
        if one.state is OfferState.OPEN and context.may("update", "benefit_offer"):
            note = self._deed(say("Note the choice…"), self.note_choice, one, icon="check")
            back = self._deed(say("Withdraw"), self.withdraw, one)
            lines.addLayout(row(note, back, None))
        return lines

    def _use_line(self, use: UseRow) -> Any:
        context, form = self.context, self.context.format
        name = Body(context, use.benefit.name(context.settings.lang), wrap=True)
        day = form.date(use.taken_at)
        if use.returned_at is not None:
            state: Say = say("taken {day}, given back", day=day)
        elif use.used_on is not None:
            state = say("taken {day}, used {used}", day=day, used=form.date(use.used_on))
        else:
            state = say("taken {day}, not used yet", day=day)
        line = row(column(name, Caption(context, state, ink="text2"), gap=2), gap=8)
        line.addStretch(1)
        if use.returned_at is None and context.may("update", "benefit_use"):
            if use.used_on is None:
                line.addWidget(self._deed(say("Used"), self.mark_used, use, icon="check"))
            line.addWidget(self._deed(say("Give back"), self.give_back, use))
        return line

    def _show_gifts(self, given: Given) -> None:
        context, year = self.context, given.year
        self.year.show_text(
            say(
                "{year}: given {given} worth {given_worth}, received {received} worth "
                "{received_worth}",
                year=str(year.year), given=year.given, given_worth=year.given_worth,
                received=year.received, received_worth=year.received_worth,
            )
        )  # fmt: skip
        self.limit.setVisible(year.limit is not None)
        if year.over:
            self.limit.show_text(say("An official: the limit of the year is passed."))
        elif year.left is not None:
            self.limit.show_text(
                say("An official: {left} of {limit} are left.", left=year.left, limit=year.limit)
            )
        self.limit.set_ink("danger" if year.over else "warning")
        clear(self._gifts)
        for gift in given.gifts[:_SHOWN]:
            self._gifts.addLayout(self._gift_line(gift))
        if not given.gifts:
            self._gifts.addWidget(Caption(context, say("No gift is noted."), ink="text2"))

    def _gift_line(self, gift: GiftRow) -> Any:
        context, f = self.context, gift.fields
        parts: list[Say | str] = [label(f.way), context.format.date(f.on_date)]
        if f.occasion:
            parts.append(f.occasion)
        if f.value is not None:
            parts.append(context.format.money(f.value))
        words = " · ".join(context.text(p) for p in parts)
        arrow = "arrow-right" if f.way is GiftWay.GIVEN else "arrow-left"
        line = row(gap=8)
        line.addWidget(Icon(context, arrow, size=16, ink="text2"))
        texts = column(Body(context, f.what, wrap=True), gap=2)
        texts.addWidget(Caption(context, words, ink="text2", wrap=True))
        line.addLayout(texts, 1)
        return line

    def _deed(self, words: Say, deed: Callable[[Any], None], about: Any, icon: str = "") -> Button:
        """A button of a line; the line is found again by the button that was pressed."""
        made = Button(self.context, words, kind="quiet" if icon else "flat", icon=icon,
                      on=self._on_pressed)  # fmt: skip
        self._deeds[made] = (deed.__name__, about)
        return made

    def _on_pressed(self) -> None:
        name, about = self._deeds.get(self.sender(), ("", None))
        if name:
            getattr(self, name)(about)

    # Doing -------------------------------------------------------------------------------------

    def offer(self) -> None:
        """Put two or three options before the client."""
        from vipdesk.ui.dialogs.benefit_dialogs import OpenChoiceDialog

        if self.card is not None:
            tier_id = self.card.tier.id if self.card.tier is not None else None
            OpenChoiceDialog(self.context, self.card.id, tier_id, self).open()

    def note_choice(self, one: OfferRow) -> None:
        """What the client picked."""
        from vipdesk.ui.dialogs.benefit_dialogs import ChoiceDialog

        doubts = self.given.doubts if self.given is not None else ()
        ChoiceDialog(self.context, one, doubts, self).open()

    def withdraw(self, one: OfferRow) -> None:
        """The choice is off."""
        self._write(partial(choices.withdraw_choice, offer_id=one.id),
                    say("The choice is withdrawn."), None)  # fmt: skip

    def mark_used(self, use: UseRow) -> None:
        """The client used it, today."""
        today = self.context.now().date()
        self._write(partial(ledger.use_benefit, use_id=use.id, on=today), say("Noted as used."),
                    partial(_unused, use.id))  # fmt: skip

    def give_back(self, use: UseRow) -> None:
        """The client thought better of it; the piece is there for others."""
        retake = partial(_retake, use.benefit.id, self.card.id if self.card else None)
        self._write(partial(ledger.return_benefit, use_id=use.id), say("Given back."), retake)

    def add_gift(self) -> None:
        """A gift given or received."""
        from vipdesk.ui.dialogs.benefit_dialogs import GiftDialog

        if self.card is not None and self.given is not None:
            GiftDialog(self.context, self.card.id, self.given.year, self).open()

    def _write(self, deed: Any, said: Say, undo: Any) -> None:
        self.context.runner.write(deed, owner=self, said=said, undo=undo)

    def _on_changed(self, changes: Any) -> None:
        mine = ("benefit", "benefit_offer", "benefit_use", "gift")
        if changes.touches(*mine) and self.card is not None and self.isVisible():
            self.show_client(self.card)


def _unused(use_id: UUID, desk: Any, before: Any) -> None:
    ledger.use_benefit(desk, use_id, on=before)


def _retake(benefit_id: UUID, client_id: UUID | None, desk: Any, _use: object) -> None:
    if client_id is not None:
        ledger.take_benefit(desk, client_id, benefit_id)
