"""The catalogue of benefits; for management also who receives them, and who never does."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QStackedWidget, QWidget

from vipdesk.benefits import catalogue, fairness, limits
from vipdesk.clients import profile
from vipdesk.clients.names import display_name
from vipdesk.ui.context import Link
from vipdesk.ui.dialogs.benefit_dialogs import BenefitDialog
from vipdesk.ui.pages.page import Page
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import Body, Button, Caption, Choice, EmptyState, Tone, column, row
from vipdesk.vocabulary import label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.benefits.catalogue import BenefitRow
    from vipdesk.benefits.fairness import Fairness, Overlooked
    from vipdesk.clients.rows import TierRow
    from vipdesk.money import Money

_CATALOGUE, _WHO = "catalogue", "who"


@dataclass(frozen=True, slots=True)
class _Read:
    benefits: tuple[BenefitRow, ...]
    tiers: tuple[TierRow, ...]
    keeps: bool
    fairness: Fairness | None
    limit: Money


def _worth(b: BenefitRow) -> int | None:
    amount = b.fields.perceived or b.fields.retail
    return amount.minor if amount is not None else None


def _read(desk: Any) -> _Read:
    seen = desk.actor.role in fairness.MANAGEMENT
    return _Read(
        catalogue.list_benefits(desk, with_retired=catalogue.may_keep(desk)),
        profile.list_tiers(desk),
        catalogue.may_keep(desk),
        fairness.fairness(desk) if seen else None,
        limits.gift_limit(desk),
    )


class BenefitsPage(Page):
    """One table at a time: what there is, or who got nothing for a year."""

    section = "benefits"
    title = say("Benefits")
    watches: ClassVar[tuple[str, ...]] = (
        "benefit", "benefit_use", "gift", "tier", "club_setting", "client",
    )  # fmt: skip

    def _build(self) -> None:
        context = self.context
        self._tiers: tuple[TierRow, ...] = ()
        self._keeps = False
        self.view = Choice(
            context, ((_CATALOGUE, say("Catalogue")), (_WHO, say("Who receives nothing"))),
            say("What to show"),
        )  # fmt: skip
        self.view.setFixedWidth(context.look.px(240))
        self.table = Table(context, say("Catalogue"), self._columns())
        self.who = Table(context, say("Who receives nothing"), self._who_columns())
        self.shares = Body(context, "", wrap=True, ink="text2")
        self.change_button = Button(
            context, say("Change the benefit…"), icon="edit", on=self.change
        )
        self.retire_button = Button(context, say("Take out"), icon="minus", on=self.retire)
        self.limit = Caption(context, "", ink="text2", wrap=True)
        self.new_button = Button(
            context, say("New benefit"), kind="primary", icon="plus", on=self.new_here
        )
        self.add_action(self.new_button)
        self.empty = EmptyState(
            context,
            say("The catalogue is empty."),
            icon="gift",
            hint=say("Add what the club can give: things worth having, each with its tiers."),
            action=say("New benefit"),
            on=self.new_here,
        )
        self.body.addLayout(row(self.view, None, self.change_button, self.retire_button, gap=8))
        shelf, people = QWidget(), QWidget()
        one, two = column(gap=8), column(gap=8)
        one.addWidget(self.table, 1)
        one.addWidget(self.limit)
        two.addWidget(self.shares)
        two.addWidget(self.who, 1)
        shelf.setLayout(one)
        people.setLayout(two)
        self._inside = QStackedWidget()
        self._inside.addWidget(shelf)
        self._inside.addWidget(people)
        self.body.addWidget(self._inside, 1)

    def _columns(self) -> tuple[Column[BenefitRow], ...]:
        context = self.context
        return (
            Column(
                say("Benefit"), lambda b: b.name(context.settings.lang), width=220, stretch=True,
                strong=True, second=lambda b: label(b.fields.kind),
                sort=lambda b: b.fields.name_ru,
            ),
            Column(say("For tiers"), self._for_tiers, width=150),
            Column(say("Worth"), self._worth_words, width=110, number=True, sort=_worth),
            Column(
                say("Cost"),
                lambda b: context.format.money(b.fields.cost) if b.fields.cost else "–",
                width=136, number=True,
                sort=lambda b: b.fields.cost.minor if b.fields.cost else None,
            ),
            Column(say("Taken"), lambda b: str(b.taken), width=104, number=True,
                   sort=lambda b: b.taken),
            Column(say("Left"), lambda b: "∞" if b.left is None else str(b.left), width=104,
                   number=True, sort=lambda b: b.left),
            Column(say("State"), self._state, width=130, badge=self._tone),
        )  # fmt: skip

    def _who_columns(self) -> tuple[Column[Overlooked], ...]:
        context = self.context
        return (
            Column(
                say("Name"), lambda c: display_name(c.name, context.settings.lang), width=220,
                stretch=True, strong=True,
            ),
            Column(say("Tier"), lambda c: c.tier(context.settings.lang), width=110,
                   badge=lambda _c: Tone.BRASS),
            Column(say("Manager"), lambda c: c.manager.shown(context.settings.lang), width=170),
            Column(
                say("Member since"),
                lambda c: context.format.date(c.member_since) if c.member_since else "",
                width=130,
            ),
            Column(
                say("Last received"),
                lambda c: context.format.date(c.last) if c.last else say("nothing yet"), width=140,
                ink=lambda c: "text" if c.last else "danger",
            ),
        )  # fmt: skip

    def _connect(self) -> None:
        self.view.edited.connect(self._on_view)
        self.table.opened.connect(self._on_opened)
        self.table.chosen.connect(self._on_chosen)
        self.who.opened.connect(self._on_client)

    def reload(self) -> None:
        """Ask for the catalogue, and for management the people."""
        self.load(_read, self._show)

    def _show(self, read: _Read) -> None:
        self._tiers, self._keeps = read.tiers, read.keeps
        self.new_button.setVisible(read.keeps)
        self.view.setVisible(read.fairness is not None)
        if not read.benefits and read.fairness is None and not read.keeps:
            self.empty.primary.hide()
        if not read.benefits:
            self.show_empty(self.empty)
            return
        self.table.show_rows(read.benefits)
        self.limit.show_text(
            say("Gifts to officials: up to {limit} a year without a reason.", limit=read.limit)
        )
        if read.fairness is not None:
            self.who.show_rows(read.fairness.overlooked)
            self.shares.show_text(self._shares(read.fairness))
        self._on_view()

    def _shares(self, seen: Fairness) -> Say:
        lang = self.context.settings.lang
        parts = tuple(
            say(
                "{tier}: {without} of {count} received nothing for a year",
                tier=t.tier(lang) or "–", without=t.without, count=t.clients,
            )
            for t in seen.tiers
        )  # fmt: skip
        return say("{parts}", parts=parts)

    def _for_tiers(self, b: BenefitRow) -> Say | str:
        wanted = set(b.fields.tier_ids)
        if not wanted:
            return say("All tiers")
        lang = self.context.settings.lang
        return ", ".join(t.name(lang) for t in self._tiers if t.id in wanted)

    def _worth_words(self, b: BenefitRow) -> str:
        amount = b.fields.perceived or b.fields.retail
        return self.context.format.money(amount) if amount is not None else "–"

    def _state(self, b: BenefitRow) -> Say:
        if b.retired:
            return say("Taken out")
        if b.left == 0:
            return say("None left")
        return say("Open") if b.open_on(self.context.now().date()) else say("Not now")

    def _tone(self, b: BenefitRow) -> Tone:
        if b.open_on(self.context.now().date()):
            return Tone.SUCCESS
        return Tone.WARNING if not b.retired else Tone.NEUTRAL

    # Doing -------------------------------------------------------------------------------------

    def new_here(self) -> bool:
        """Add to the catalogue."""
        if not self._keeps:
            return False
        BenefitDialog(self.context, self, tiers=self._tiers).open()
        return True

    def change(self) -> None:
        """Change the chosen one."""
        chosen = self.table.chosen_row()
        if chosen is not None and self._keeps:
            BenefitDialog(self.context, self, tiers=self._tiers, benefit=chosen).open()

    def retire(self) -> None:
        """Take the chosen one out, or put it back."""
        chosen = self.table.chosen_row()
        if chosen is None:
            return
        out = partial(catalogue.retire_benefit, benefit_id=chosen.id)
        back = partial(catalogue.bring_back_benefit, benefit_id=chosen.id)
        if chosen.retired:
            self.write(back, said=say("Back in the catalogue."), undo=catalogue.retire_benefit)
        else:
            self.write(out, said=say("Taken out of the catalogue."),
                       undo=catalogue.bring_back_benefit)  # fmt: skip

    def _on_view(self) -> None:
        people = self.view.value() == _WHO
        self._inside.setCurrentIndex(1 if people else 0)
        for button in (self.change_button, self.retire_button):
            button.setVisible(self._keeps and not people)
        self._on_chosen(self.table.chosen_row())

    def _on_chosen(self, chosen: BenefitRow | None) -> None:
        reason = say("Choose a benefit.")
        self.change_button.allow(chosen is not None, reason)
        self.retire_button.allow(chosen is not None, reason)
        out = chosen is not None and chosen.retired
        self.retire_button.show_text(say("Put back") if out else say("Take out"))

    def _on_opened(self, _chosen: BenefitRow) -> None:
        self.change()

    def _on_client(self, chosen: Overlooked) -> None:
        self.context.open(Link("client", chosen.id, "benefits"))
