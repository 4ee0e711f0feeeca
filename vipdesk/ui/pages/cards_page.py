"""Status cards: the list, a card's both sides, and the next step of its life."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vipdesk.cards import issue, registry
from vipdesk.cards.registry import CardCounts, CardRow, HistoryRow
from vipdesk.cards.steps import Step, may_care
from vipdesk.ui.context import Link
from vipdesk.ui.dialogs.card_dialog import (
    EndCardDialog,
    HandOverDialog,
    ReplaceCardDialog,
    RequestCardDialog,
)
from vipdesk.ui.files import save_as
from vipdesk.ui.pages.page import Page
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import (
    Badge,
    Body,
    Button,
    Caption,
    Choice,
    EmptyState,
    PictureView,
    SearchField,
    SidePanel,
    Strong,
    Tone,
    hairline,
    row,
)
from vipdesk.vocabulary import CardState, label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.cards.face import CardFace

_WIDE, _HIGH = 324, 204  # of a picture in the panel: the shape of a card
_FILTERS: tuple[tuple[object, Say], ...] = (
    ("all", say("All cards")),
    ("waiting", say("In progress")),
    ("active", say("In use")),
    ("soon", say("Ending soon")),
    ("ended", say("No longer in use")),
)
_TONES = {
    CardState.DRAFT: Tone.WARNING,
    CardState.APPROVED: Tone.INFO,
    CardState.ISSUED: Tone.INFO,
    CardState.ACTIVE: Tone.SUCCESS,
}
_NEXT = {
    Step.APPROVE: say("Approve"),
    Step.ISSUE: say("Issue"),
    Step.HAND_OVER: say("Hand over"),
}
# What a card waits for where the next step is another person's.
_WAITS = {
    CardState.DRAFT: say("A second person must approve this card."),
    CardState.APPROVED: say("The head of VIP service or an executive issues this card."),
}
_ENDED = (CardState.REPLACED, CardState.VOID, CardState.EXPIRED)


class CardsPage(Page):
    """All cards this person may see."""

    section = "cards"
    title = say("Cards")
    watches = ("status_card", "client", "tier", "club_setting")

    def _build(self) -> None:
        context = self.context
        self.search = SearchField(context, say("Find a card by number or client"))
        self.filter = Choice(context, _FILTERS, say("Which cards"))
        self.filter.setFixedWidth(context.look.px(190))
        self.table = Table(context, say("Cards"), self._columns())
        self.panel = CardPanel(self)
        self.panel.hide()
        self.empty = EmptyState(
            context,
            say("No card has been issued yet."),
            icon="card",
            hint=say("A card is requested, approved by a second person, printed and handed over."),
            action=say("Request a card"),
            on=self.new_here,
        )
        self.add_button = Button(
            context, say("Request a card"), kind="primary", icon="plus", on=self.new_here
        )
        self.add_action(self.add_button)
        self.body.addLayout(row(self.search, self.filter, None, gap=12))
        both = row(gap=16)
        both.addWidget(self.table, 1)
        both.addWidget(self.panel)
        self.body.addLayout(both, 1)

    def _columns(self) -> tuple[Column[CardRow], ...]:
        context = self.context
        return (
            Column(
                say("Client"),
                lambda r: r.client(context.words.lang),
                width=150,
                stretch=True,
                strong=True,
                second=lambda r: say(
                    "{tier}, {number}", tier=r.tier(context.words.lang), number=r.grouped
                ),
                sort=lambda r: r.client_sort,
            ),
            Column(
                say("State"),
                lambda r: label(r.state),
                width=130,
                badge=lambda r: _TONES.get(r.state, Tone.NEUTRAL),
            ),
            Column(
                say("Valid until"),
                lambda r: context.format.date(r.expires_on),
                width=126,
                ink=lambda r: "warning" if r.soon else "text",
                second=lambda r: say("ending soon") if r.soon else "",
                sort=lambda r: r.expires_on,
            ),
        )

    def _connect(self) -> None:
        self.offer("insert", "status_card", self.add_button)
        self.search.searched.connect(self._on_searched)
        self.filter.edited.connect(self.reload)
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        self.panel.closed.connect(self._on_panel_closed)

    def reload(self) -> None:
        """Ask for the cards that the filter and the search name."""
        staff = self.context.staff
        self.add_button.setVisible(staff is None or may_care(staff.role))
        self.load(partial(_read, which=self.filter.value(), text=self.search.text()), self._show)

    def _show(self, read: tuple[tuple[CardRow, ...], CardCounts]) -> None:
        rows, counts = read
        self.table.show_rows(rows)
        self.show_subtitle(
            say(
                "In progress: {waiting}, in use: {active}, ending within 60 days: {soon}",
                waiting=counts.waiting,
                active=counts.active,
                soon=counts.soon,
            )
        )
        if not counts.total:
            self.show_subtitle("")
            self.add_button.hide()  # the empty state has its own
            self.panel.hide()
            self.show_empty(self.empty)
            return
        if self.link.id is not None:
            wanted, self.link = self.link.id, Link(self.section)
            self.table.choose(wanted)
        elif self.table.chosen_row() is None:
            self.table.choose_first()
        self.panel.show_card(self.table.chosen_row())

    def new_here(self) -> bool:
        """Ask for a card."""
        if not self.context.may("insert", "status_card"):
            return False
        RequestCardDialog(self.context, self).open()
        return True

    def find_here(self) -> bool:
        """To the search field."""
        self.search.setFocus()
        return True

    def open_link(self, link: Link) -> None:
        """A card by its id: from any filter."""
        self.search.clear()
        self.filter.set_value("all")
        super().open_link(link)

    def _on_searched(self, _text: str) -> None:
        self.reload()

    def _on_chosen(self, chosen: CardRow | None) -> None:
        self.panel.show_card(chosen)

    def _on_opened(self, chosen: CardRow) -> None:
        self.context.open(Link("client", chosen.client_id))

    def _on_panel_closed(self) -> None:
        self.table.setFocus()


class CardPanel(SidePanel):
    """One card: front and back, the next step, who and when."""

    def __init__(self, page: CardsPage) -> None:
        super().__init__(page.context, width=page.context.look.px(_WIDE) + 64)
        self.context = page.context
        self.page = page
        self.row: CardRow | None = None
        context = page.context
        self.front = PictureView(context, width=_WIDE, height=_HIGH, radius=12)
        self.back = PictureView(context, width=_WIDE, height=_HIGH, radius=12)
        for picture in (self.front, self.back):
            picture.setFixedHeight(context.look.px(_HIGH))
        self.state = Badge(context)
        self.next = Button(context, icon="check", on=self._on_next)
        self.save = Button(context, say("Save as PDF"), icon="print", on=self._on_save)
        self.replace = Button(context, say("Replace the card"), icon="refresh", on=self._on_replace)
        self.void = Button(
            context, say("Void the card"), icon="trash", kind="danger", on=self._on_void
        )
        self.waits = Caption(context, "", wrap=True, ink="text2")
        self.facts = Body(context, "", wrap=True)
        self.reason = Body(context, "", wrap=True, ink="text2")
        self.history = Strong(context, say("History"))
        self.entries = Body(context, "", wrap=True, ink="text2")
        self.body.addWidget(self.front)
        self.body.addLayout(row(self.state, None, self.next))
        for widget in (self.waits, self.facts, self.reason):
            self.body.addWidget(widget)
        self.body.addWidget(self.back)
        self.body.addLayout(row(self.save, self.replace, None))
        self.body.addLayout(row(self.void, None))
        self.body.addWidget(hairline())
        self.body.addWidget(self.history)
        self.body.addWidget(self.entries)
        self.body.addStretch(1)

    def show_card(self, card: CardRow | None) -> None:
        """Show a card; None hides the panel."""
        if card is None:
            self.row = None
            self.hide()
            return
        other = self.row is None or self.row.id != card.id
        self.row = card
        if other:
            self.front.show_png(b"", "")
            self.back.show_png(b"", "")
        self.open(card.client(self.context.words.lang))
        self._show_facts(card)
        lang = self.context.words.lang
        runner = self.context.runner
        runner.read(partial(_open, card_id=card.id, lang=lang), self._on_opened, owner=self)

    @property
    def next_step(self) -> Step | None:
        """The one step that leads on."""
        found = self.row.steps if self.row is not None else frozenset()
        return next((s for s in _NEXT if s in found), None)

    def _show_facts(self, card: CardRow) -> None:
        form = self.context.format
        self.state.show_badge(label(card.state), _TONES.get(card.state, Tone.NEUTRAL))
        step = self.next_step
        self.next.setVisible(step is not None)
        if step is not None:
            self.next.show_text(_NEXT[step])
        waits = _WAITS.get(card.state) if step is None else None
        self.waits.show_text(waits or "")
        self.waits.setVisible(waits is not None)
        self.replace.setVisible(Step.REPLACE in card.steps)
        self.void.setVisible(Step.VOID in card.steps)
        if card.handed_over_at is not None:
            said = say(
                "Number {number}, valid until {until}. Handed over {day}.",
                number=card.grouped,
                until=card.expires_on,
                day=form.local(card.handed_over_at).date(),
            )
        else:
            said = say(
                "Number {number}, valid until {until}.", number=card.grouped, until=card.expires_on
            )
        self.facts.show_text(said)
        self.reason.show_text(say("Reason: {reason}", reason=card.reason) if card.reason else "")
        self.reason.setVisible(bool(card.reason))

    def _on_opened(self, opened: tuple[CardFace, tuple[HistoryRow, ...]]) -> None:
        face, history = opened
        self._show_history(history)
        self.context.runner.background(
            partial(_pictures, face, self.context.words), self._show_pictures, owner=self
        )

    def _show_history(self, history: tuple[HistoryRow, ...]) -> None:
        words, form = self.context.words, self.context.format
        lines = [
            words("{when}: {what}, {who}", when=form.moment(h.at), what=h.said, who=h.who or "–")
            for h in history
        ]
        self.entries.show_text("\n".join(lines))
        self.history.setVisible(bool(lines))

    def _show_pictures(self, pictures: tuple[bytes, bytes]) -> None:
        self.front.show_png(pictures[0], say("Front of the card"))
        self.back.show_png(pictures[1], say("Back of the card"))

    # Steps --------------------------------------------------------------------------------------

    def _on_next(self) -> None:
        card, step = self.row, self.next_step
        if card is None:
            return
        if step is Step.APPROVE:
            self.page.write(
                partial(issue.approve_card, card_id=card.id),
                said=say("Approved. The card can be issued."),
                undo=_withdraw,
            )
        elif step is Step.ISSUE:
            self.page.write(
                partial(issue.issue_card, card_id=card.id),
                said=say("Issued. Print it and hand it over."),
            )
        elif step is Step.HAND_OVER:
            HandOverDialog(self.context, card.id, self.page).open()

    def _on_replace(self) -> None:
        if self.row is not None:
            ReplaceCardDialog(self.context, self.row.id, self.page).open()

    def _on_void(self) -> None:
        if self.row is not None:
            EndCardDialog(self.context, self.row.id, self.page).open()

    def _on_save(self) -> None:
        """Where to. The name of the file tells nothing about the client."""
        save_as(self, self.context.words("card {tail}.pdf", tail=self.tail), self.save_to)

    @property
    def tail(self) -> str:
        """The last four digits: enough to tell two files apart."""
        return self.row.number[-4:] if self.row is not None else ""

    def save_to(self, path: str) -> None:
        """Write the card as a PDF: the journal first, then the file."""
        if self.row is None:
            return
        lang = self.context.words.lang
        self.context.runner.write(
            partial(registry.print_card, card_id=self.row.id, lang=lang),
            partial(self._write_pdf, Path(path)),
            owner=self,
        )

    def _write_pdf(self, path: Path, face: CardFace) -> None:
        self.context.runner.background(
            partial(_save, path, face, self.context.words), self._on_saved, owner=self
        )

    def _on_saved(self, _path: Path) -> None:
        self.context.say(say("The card is saved."), tone="success")
        self.show_card(self.row)  # its history has an entry more


def _read(desk: Any, *, which: object, text: str) -> tuple[tuple[CardRow, ...], CardCounts]:
    rows = registry.list_cards(
        desk,
        state=CardState.ACTIVE if which == "active" else None,
        waiting=which == "waiting",
        soon=which == "soon",
        ended=which == "ended",
        text=text,
    )
    return rows, registry.count_cards(desk)


def _open(desk: Any, *, card_id: UUID, lang: Any) -> tuple[CardFace, tuple[HistoryRow, ...]]:
    return registry.get_face(desk, card_id, lang), registry.list_history(desk, card_id)


def _pictures(face: CardFace, words: Any) -> tuple[bytes, bytes]:
    from vipdesk.cards.picture import card_pictures

    return card_pictures(face, words, width=2 * _WIDE)


def _save(path: Path, face: CardFace, words: Any) -> Path:
    from vipdesk.cards.face import save_card

    return save_card(path, face, words)


def _withdraw(desk: Any, approved: CardRow) -> None:
    issue.withdraw_approval(desk, approved.id)
