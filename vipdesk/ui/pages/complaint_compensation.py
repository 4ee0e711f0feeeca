"""The tab of what a client is offered and given after a complaint."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from vipdesk.compensating import Authority, GrantState
from vipdesk.complaints import (
    authority,
    catalogue,
    compensation,
    gifts_law,
    guards,
    relatives,
    sight,
)
from vipdesk.complaints.compensation import GrantRow
from vipdesk.complaints.gifts_law import GiftCount
from vipdesk.money import Money
from vipdesk.ui.widgets import Body, Button, Caption, Card, Strong, column, row, scrolled
from vipdesk.ui.widgets.card import clear
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.vocabulary import Role, label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.complaints.cases import ComplaintCase
    from vipdesk.complaints.catalogue import Suggestion
    from vipdesk.complaints.guards import UsedRow
    from vipdesk.complaints.relatives import Relative
    from vipdesk.ui.context import Context


@dataclass(frozen=True, slots=True)
class Given:
    """What the tab reads at once. pattern: for the head alone."""

    grants: tuple[GrantRow, ...]
    shortlist: tuple[Suggestion, ...]
    loss: Money | None
    left: Money | None
    gifts: GiftCount
    pattern: int | None
    me: UUID
    may_start: bool
    notes: dict[UUID, tuple[Say, ...]]  # what to think of, by entry
    worth: int  # retail, minor units, of what is given or offered already
    used: UsedRow | None  # by me this month
    at_once: tuple[Suggestion, ...]  # of the shortlist: what level 0 may still give here
    kin: tuple[Relative, ...]

    @property
    def mine(self) -> bool:
        """Whether the person at work declared the client as a relative."""
        return any(k.staff_id == self.me for k in self.kin)

    def band(self, retail: int) -> tuple[Say, ...]:
        """Where the case lies beside its loss if this is given too (minor units)."""
        loss = None if self.loss is None else self.loss.minor
        return guards.band_notes(self.worth + retail, loss)


def read_given(desk: Any, *, complaint_id: UUID) -> Given:
    """Offers, the shortlist, what may still be given, the counter of gifts."""
    complaint = sight.find(desk, complaint_id)
    shortlist = catalogue.shortlist(desk, complaint_id)
    count = gifts_law.gift_count(desk, complaint.client_id)
    notes = {
        s.item.id: (
            *gifts_law.warnings(count, s.item.fields.kind, s.item.fields.retail),
            *guards.rest_note(desk, complaint, s.item.id, s.item.fields.title),
        )
        for s in shortlist
    }
    most = authority.most_of(desk.actor.role)
    grants = compensation.list_grants(desk, complaint_id)
    used = guards.months_used(desk)
    return Given(
        grants, shortlist,
        complaint.est_loss,
        None if most is None else authority.room(desk, complaint, most).left,
        count,
        guards.pattern(desk, complaint.client_id), desk.actor.id,
        catalogue.may_edit(desk), notes, compensation.worth_given(grants),
        next((u for u in used if u.staff_id == desk.actor.id), None),
        _at_once(desk, complaint, shortlist),
        relatives.declared_by(desk, complaint.client_id),
    )  # fmt: skip


def _at_once(
    desk: Any, complaint: Any, shortlist: tuple[Suggestion, ...]
) -> tuple[Suggestion, ...]:
    room = authority.room(desk, complaint, Authority.FRONT)
    if room.refusal is not None:
        return ()
    left = room.left
    return tuple(s for s in shortlist if left is None or s.item.fields.cost <= left)


class ComplaintCompensation(QWidget, Speaking):
    """What may be given, what was offered, what is in the client's hands."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self.case: ComplaintCase | None = None
        self.given: Given | None = None
        self.room_card = Card(context, say("What may be given"))
        self.grants_card = Card(context, say("Offered and given"))
        self._room_lines, self._grant_lines = column(gap=6), column(gap=16)
        self.once_button = Button(
            context, say("Give at once…"), kind="primary", icon="check", on=self.give_at_once
        )
        self.offer_button = Button(context, say("Offer a choice…"), on=self.offer)
        self.loss_button = Button(context, say("Note the loss…"), on=self.note_loss)
        self.refund_button = Button(context, say("Refund…"), on=self.refund)
        self.start_button = Button(context, say("Take the usual catalogue"), on=self.start)
        self.room_card.body.addLayout(self._room_lines)
        self.room_card.body.addLayout(
            row(self.once_button, self.offer_button, self.loss_button, self.refund_button, None)
        )
        self.kin_button = Button(context, say("This is a relative of mine…"), on=self.declare)
        self.room_card.body.addLayout(row(self.start_button, self.kin_button, None))
        self.grants_card.body.addLayout(self._grant_lines)
        self._begun = ""  # asked for before the tab had read anything
        inside = QWidget()
        inside.setLayout(column(self.room_card, self.grants_card, None, gap=16))
        whole = column(gap=0)
        whole.addWidget(scrolled(inside), 1)
        self.setLayout(whole)

    def show_case(self, case: ComplaintCase) -> None:
        """Read what was given in this case."""
        self.case = case
        read = partial(read_given, complaint_id=case.id)
        self.context.runner.read(read, self._show, owner=self, topic="compensation")

    def _show(self, given: Given) -> None:
        self.given = given
        open_ = self.case is not None and (
            self.case.state.is_open or str(self.case.state) == "resolved"
        )
        for button in (self.once_button, self.offer_button, self.loss_button, self.refund_button):
            button.setEnabled(open_ and not given.mine)
        self.once_button.setEnabled(open_ and not given.mine and bool(given.at_once))
        self.kin_button.setVisible(open_ and not given.mine)
        self.start_button.setVisible(given.may_start and not given.shortlist)
        self._show_room(given)
        clear(self._grant_lines)
        if not given.grants:
            self._grant_lines.addWidget(
                Caption(self.context, say("Nothing is offered yet."), wrap=True, ink="text2")
            )
        for grant in given.grants:
            self._grant_lines.addWidget(self._grant(grant, given))
        if self._begun:
            step, self._begun = self._begun, ""
            self.begin(step)

    def _show_room(self, given: Given) -> None:
        clear(self._room_lines)
        for words in self._room_said(given):
            self._room_lines.addWidget(Caption(self.context, words, wrap=True, ink="text2"))
        if given.worth:
            for words in given.band(0):
                self._room_lines.addWidget(Caption(self.context, words, wrap=True, ink="warning"))
        for kin in given.kin:
            self._room_lines.addLayout(self._relative(kin, given))

    def _room_said(self, given: Given) -> list[Say]:
        money = self.context.format.money
        said: list[Say] = [
            say("The loss is not estimated yet.") if given.loss is None
            else say("Loss: {loss}; usually 80 to 100 % of it is made good.",
                     loss=money(given.loss))
        ]  # fmt: skip
        if given.left is not None:
            said.append(say("You may still give {left} here.", left=money(given.left)))
        if given.used is not None and given.used.limit is not None:
            said.append(
                say("You gave {given} of {limit} this month.", given=money(given.used.given),
                    limit=money(given.used.limit))
            )  # fmt: skip
        if given.gifts.given.minor:
            said.append(
                say("Gifts this year: {sum} of {limit} free of tax.", sum=money(given.gifts.given),
                    limit=money(gifts_law.FREE_OF_TAX))
            )  # fmt: skip
        if given.gifts.official:
            said.append(
                say("A public official: gifts up to {limit}.", limit=money(gifts_law.OFFICIAL))
            )
        if given.pattern is not None:
            said.append(
                say("Compensated in {n} cases within twelve months (only you see this).",
                    n=given.pattern)
            )  # fmt: skip
        if given.shortlist and not given.at_once:
            said.append(say("Nothing more may be given at once here: offer a choice."))
        if not given.shortlist:
            said.append(say("The catalogue is empty: fill it in the settings."))
        return said

    def _relative(self, kin: Relative, given: Given) -> QHBoxLayout:
        mine = kin.staff_id == given.me
        words = (
            say("You declared this client as a relative: a colleague decides on it.") if mine
            else say("{name} declared this client as a relative.",
                     name=kin.by.shown(self.context.words.lang))
        )  # fmt: skip
        line = row(gap=8)
        line.addWidget(Caption(self.context, words, wrap=True, ink="warning"), 1)
        if kin.removable:
            back = partial(self._take_back, kin)
            line.addWidget(Button(self.context, say("Not a relative after all"), on=back))
        return line

    def _grant(self, grant: GrantRow, given: Given) -> QWidget:
        lines, money = column(gap=4), self.context.format.money
        lines.addWidget(
            Strong(self.context, say("{state} · {sum}", state=label(grant.state),
                                     sum=money(grant.reserved)), wrap=True)
        )  # fmt: skip
        for option in (grant.chosen,) if grant.chosen else grant.options:
            thing = option.thing
            lines.addWidget(Body(self.context, thing.title_in(self.context.words.lang), wrap=True))
            lines.addWidget(
                Caption(
                    self.context,
                    say("costs us {cost} · price {retail} · worth to the client {worth}",
                        cost=money(thing.cost), retail=money(thing.retail),
                        worth=money(thing.perceived)),
                    wrap=True, ink="text2",
                )
            )  # fmt: skip
        for words, ink in self._notes(grant):
            lines.addWidget(Caption(self.context, words, wrap=True, ink=ink))
        buttons = self._buttons(grant, given)
        if buttons:
            lines.addLayout(row(*buttons, None))
        whole = QWidget()
        whole.setLayout(lines)
        return whole

    def _notes(self, grant: GrantRow) -> list[tuple[Say, str]]:
        moment, found = self.context.format.moment, []
        if grant.unsigned:
            found.append((say("Waits for a second signature by another executive."), "warning"))
        if grant.delivered_at is not None:
            found.append((say("In hand {at}", at=moment(grant.delivered_at)), "text2"))
        elif grant.overdue and grant.due_at is not None:
            found.append((say("Should have been in hand {at}", at=moment(grant.due_at)), "danger"))
        elif grant.state is GrantState.COMMITTED and grant.due_at is not None:
            found.append((say("In hand by {at}", at=moment(grant.due_at)), "text2"))
        return found

    def _buttons(self, grant: GrantRow, given: Given) -> list[Button]:
        c, found = self.context, []
        if grant.state is GrantState.RESERVED and grant.unsigned:
            staff = c.staff
            if staff is not None and staff.role is Role.EXECUTIVE and grant.by_id != given.me:
                found.append(Button(c, say("Sign"), on=partial(self._sign, grant)))
        elif grant.state is GrantState.RESERVED:
            found.append(
                Button(c, say("The client chose…"), on=partial(self._open, "ChoiceDialog", grant))
            )
        if grant.state is GrantState.COMMITTED:
            found.append(
                Button(c, say("In the client’s hands…"),
                       on=partial(self._open, "DeliverDialog", grant))
            )  # fmt: skip
        if grant.state in (GrantState.RESERVED, GrantState.COMMITTED):
            found.append(
                Button(c, say("Not taken…"), on=partial(self._open, "ReleaseDialog", grant))
            )
        return found

    # What is done ------------------------------------------------------------------------------

    def _open(self, name: str, *what: object) -> None:
        from vipdesk.ui.dialogs import compensation_dialogs

        getattr(compensation_dialogs, name)(self.context, *what, self).open()

    def begin(self, step: str) -> None:
        """A step by its key; before anything was read it waits for it."""
        if self.case is None or self.given is None:
            self._begun = step
        else:
            getattr(self, step)()

    def give_at_once(self) -> None:
        """Level 0."""
        if self.case is not None and self.given is not None and self.once_button.isEnabled():
            self._open("AtOnceDialog", self.case.id, self.given)

    def deliver_next(self) -> None:
        """What was promised first is in the client's hands."""
        grants = self.given.grants if self.given is not None else ()
        owed = [g for g in grants if g.state is GrantState.COMMITTED]
        if owed:
            self._open("DeliverDialog", owed[-1])

    def start(self) -> None:
        """The usual entries, where there are none."""
        self.context.runner.write(
            catalogue.start_catalogue, owner=self, said=say("The catalogue is filled.")
        )

    def offer(self) -> None:
        """Two options at least."""
        if self.case is not None and self.given is not None:
            self._open("OfferDialog", self.case.id, self.given)

    def note_loss(self) -> None:
        """What the client lost."""
        if self.case is not None:
            self._open("LossDialog", self.case.id)

    def refund(self) -> None:
        """The client's own money."""
        if self.case is not None:
            self._open("RefundDialog", self.case.id)

    def _sign(self, grant: GrantRow) -> None:
        self.context.runner.write(
            partial(compensation.sign, grant_id=grant.id), owner=self, said=say("Signed.")
        )

    def declare(self) -> None:
        """The client is one's own relative."""
        if self.case is not None:
            self._open("RelativeDialog", self.case.id)

    def _take_back(self, kin: Relative) -> None:
        if self.case is not None:
            self.context.runner.write(
                partial(
                    relatives.remove_relative, complaint_id=self.case.id, staff_id=kin.staff_id
                ),
                owner=self, said=say("Taken back."),
            )  # fmt: skip
