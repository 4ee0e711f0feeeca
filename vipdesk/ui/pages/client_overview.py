"""The overview tab: when and how, contacts, people around, facts with their age, interests."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vipdesk.channels.hours import zone
from vipdesk.clients.facts import to_ask_again
from vipdesk.clients.preferences import week_of
from vipdesk.ui.context import Link
from vipdesk.ui.pages.client_deeds import add_part, confirm_fact, remove_part
from vipdesk.ui.pages.client_parts import LEGEND, WeekPicture, paint_hour
from vipdesk.ui.pages.client_words import (
    CHANNEL_ICONS,
    FRESHNESS_TONES,
    fact_age,
    fact_origin,
    person_words,
    rule_words,
)
from vipdesk.ui.widgets import (
    Badge,
    Body,
    Button,
    Caption,
    Card,
    Icon,
    IconButton,
    Sparkline,
    Tone,
    column,
    row,
    scrolled,
)
from vipdesk.ui.widgets.card import clear
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.vocabulary import Channel, ContactKind, InterestKind, PersonKind, PreferenceRule, label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from vipdesk.clients.preferences import Hour
    from vipdesk.clients.purchases import PurchaseRow
    from vipdesk.clients.rows import ClientCard, FactRow, PersonRow
    from vipdesk.ui.context import Context

_POINT_ICONS = {
    ContactKind.PHONE: "phone",
    ContactKind.EMAIL: "mail",
    ContactKind.MESSENGER: "messenger",
    ContactKind.ADDRESS: "letter",
}
_KIND_TONES = {
    PersonKind.HOUSEHOLD: Tone.NEUTRAL,
    PersonKind.CIRCLE: Tone.NEUTRAL,
    PersonKind.STAFF: Tone.INFO,
    PersonKind.FRICTION: Tone.DANGER,
}
_RULE_TONES = {
    PreferenceRule.PREFER: Tone.SUCCESS,
    PreferenceRule.ALLOW: Tone.INFO,
    PreferenceRule.FORBID: Tone.DANGER,
}


class Overview(QWidget, Speaking):
    """Cards in two columns."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self.card: ClientCard | None = None
        self._more: More | None = None
        self.when = Card(context, say("When and how"))
        self.contacts = Card(context, say("Contacts"))
        self.people = Card(context, say("People around"))
        self.facts = Card(context, say("What is known"))
        self.interests = Card(context, say("Interests and needs"))
        self.purchases = Card(context, say("Purchases"))
        if not context.may("select", "purchase"):
            self.purchases.hide()  # hidden only: shown without a parent it is a window of its own
        self.week = WeekPicture(context)
        self.rhythm = Sparkline(context, width=160, height=28)
        self._adders: list[Button] = []
        for card, key, words in (
            (self.when, "wish", say("Note a wish")),
            (self.contacts, "point", say("Add a contact")),
            (self.people, "person", say("Add somebody")),
            (self.facts, "fact", say("Note a fact")),
            (self.interests, "interest", say("Note an interest")),
            (self.purchases, "purchase", say("Note a purchase")),
        ):
            button = IconButton(context, "plus", words, on=self._on_add)
            button.setProperty("part", key)
            if card.heading is not None:
                card.heading.addWidget(button)
            self._adders.append(button)
        self._when_rows = column(gap=4)
        # The picture speaks of one channel; the wishes below it speak of all.
        hours = Caption(context, say("When a phone call is welcome"), ink="text2")
        self.when.add(hours, self.week, _legend(context), 4)
        self.rhythm_words = Caption(context, "", ink="text2")
        self.when.add(self._when_rows, row(self.rhythm, self.rhythm_words, None, gap=8))
        self._filled: dict[str, QVBoxLayout] = {}
        for key, card in (
            ("contacts", self.contacts),
            ("people", self.people),
            ("facts", self.facts),
            ("interests", self.interests),
            ("purchases", self.purchases),
        ):
            self._filled[key] = column(gap=6)
            card.add(self._filled[key])
        left = column(self.when, self.contacts, self.purchases, None, gap=16)
        right = column(self.facts, self.people, self.interests, None, gap=16)
        inside = QWidget()
        both = row(gap=16)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        inside.setLayout(both)
        box = column(gap=0)
        box.addWidget(scrolled(inside))
        self.setLayout(box)

    def show_client(self, card: ClientCard) -> None:
        """Fill what the card tells, and read the rest."""
        self.card = card
        self._show_when(card)
        self._show_contacts(card)
        self._show_people(card)
        self._show_facts(card)
        self._show_interests(card)
        bought = self.context.may("select", "purchase")
        read = partial(read_more, client_id=card.id, bought=bought)
        self.context.runner.read(read, self._show_more, owner=self, topic="more")

    def _show_more(self, more: More) -> None:
        self._more = more
        self._show_rhythm(more.by_week)
        self.show_purchases(more.purchases)

    # When and how ------------------------------------------------------------------------------

    def _show_when(self, card: ClientCard) -> None:
        context, now = self.context, self.context.now()
        there = zone(card.zone_at(now))
        local = now.astimezone(there) if there else None
        today = local.date() if local else now.date()
        week = week_of(card.preferences, Channel.PHONE, today)
        self.week.show_week(week, (local.weekday(), local.hour) if local else None)
        rows = self._emptied(self._when_rows)
        for rule in card.preferences:
            words = rule_words(rule, context.words)
            line = row(Icon(context, CHANNEL_ICONS[rule.channel]), gap=8)
            line.addWidget(Body(context, label(rule.channel)))
            badge = Badge(context, label(rule.rule), _RULE_TONES[rule.rule])
            line.addWidget(badge)
            detail = Caption(context, words, ink="text2", elide=True)
            line.addWidget(detail, 1)
            line.addWidget(self._remover("wish", rule.id, say("Remove this wish")))
            rows.addLayout(line)
        if not card.preferences:
            sentence = say("No wish is noted: the club’s hours apply.")
            rows.addWidget(Body(context, sentence, ink="text2", wrap=True))
        consents = tuple(label(c.topic) for c in card.consents if c.withdrawn_at is None)
        agreed: Say = (
            say("Agreed to: {topics}", topics=consents)
            if consents
            else say("No consent is on record: no invitations, offers or greetings.")
        )
        ink = "text2" if consents else "warning"
        rows.addWidget(Caption(context, agreed, ink=ink, wrap=True))

    def _show_rhythm(self, contacts_by_week: tuple[int, ...]) -> None:
        name = say("{n} contacts in half a year", n=sum(contacts_by_week))
        self.rhythm.show_values(contacts_by_week, name)
        self.rhythm_words.show_text(name)

    # Contacts ----------------------------------------------------------------------------------

    def _show_contacts(self, card: ClientCard) -> None:
        context = self.context
        rows = self._emptied(self._filled["contacts"])
        for point in card.points:
            shown = (
                context.format.phone(point.value)
                if point.kind is ContactKind.PHONE
                else context.format.masked(point.value)
            )
            line = row(Icon(context, _POINT_ICONS[point.kind]), gap=8)
            line.addWidget(Body(context, shown, elide=True, selectable=True), 1)
            if point.label and point.label != "messenger":
                line.addWidget(Caption(context, _point_label(point.label), ink="text3"))
            if point.preferred:
                line.addWidget(Badge(context, say("preferred contact"), Tone.SUCCESS))
            line.addWidget(self._remover("point", point.id, say("Remove this contact")))
            rows.addLayout(line)
        if not card.points:
            sentence = say("No way to reach the client is known.")
            rows.addWidget(Body(context, sentence, ink="danger", wrap=True))

    # People ------------------------------------------------------------------------------------

    def _show_people(self, card: ClientCard) -> None:
        rows = self._emptied(self._filled["people"])
        for person in card.people:
            rows.addLayout(self._person_line(person))
        if not card.people:
            sentence = say("Nobody is noted yet: household, assistant, friends.")
            rows.addWidget(Body(self.context, sentence, ink="text2", wrap=True))

    def _person_line(self, person: PersonRow) -> Any:
        context = self.context
        line = row(Icon(context, "person"), gap=8)
        words = column(gap=0)
        words.addWidget(Body(context, person.who.shown(context.settings.lang), elide=True))
        parts: list[Any] = [person_words(person)]
        if person.phone:
            parts.append(context.format.phone(person.phone))
        words.addWidget(
            Caption(context, say("{parts}", parts=tuple(parts)), ink="text2", elide=True)
        )
        line.addLayout(words, 1)
        if person.may_act:
            line.addWidget(Badge(context, say("may answer"), Tone.SUCCESS))
        if person.kind in {PersonKind.FRICTION, PersonKind.STAFF}:
            line.addWidget(Badge(context, label(person.kind), _KIND_TONES[person.kind]))
        if person.client_id is not None:
            visit = IconButton(
                context, "chevron-right", say("Open the profile"), on=self._on_person
            )
            visit.setProperty("client", str(person.client_id))
            line.addWidget(visit)
        if person.there:
            line.addWidget(self._remover("person", person.id, say("Remove this person")))
        return line

    # Facts -------------------------------------------------------------------------------------

    def _show_facts(self, card: ClientCard) -> None:
        context = self.context
        rows = self._emptied(self._filled["facts"])
        ask = to_ask_again(card.facts)
        if ask is not None:
            sentence = say("Worth asking again: {fact}", fact=ask.text)
            rows.addWidget(Caption(context, sentence, ink="warning", wrap=True))
        for fact in card.facts:
            rows.addLayout(self._fact_line(fact))
        if not card.facts:
            sentence = say("Nothing yet. Note what you hear and where it came from.")
            rows.addWidget(Body(context, sentence, ink="text2", wrap=True))

    def _fact_line(self, fact: FactRow) -> Any:
        context = self.context
        words = column(gap=0)
        words.addWidget(Body(context, fact.text, wrap=True))
        second = say(
            "{kind}: {origin}",
            kind=label(fact.kind),
            origin=fact_origin(fact, context.settings.lang),
        )
        words.addWidget(Caption(context, second, ink="text3", elide=True))
        line = row(gap=8)
        line.addLayout(words, 1)
        line.addWidget(Badge(context, fact_age(fact), FRESHNESS_TONES[fact.freshness]))
        again = IconButton(context, "check", say("Still true"), on=self._on_confirm)
        again.setProperty("row", str(fact.id))
        line.addWidget(again)
        line.addWidget(self._remover("fact", fact.id, say("No longer true")))
        return line

    # Interests ---------------------------------------------------------------------------------

    def _show_interests(self, card: ClientCard) -> None:
        context = self.context
        rows = self._emptied(self._filled["interests"])
        for interest in card.interests:
            need = interest.kind is InterestKind.NEED
            line = row(Icon(context, "pin" if need else "star"), gap=8)
            line.addWidget(Body(context, interest.topic, elide=True), 1)
            if need:
                line.addWidget(Badge(context, label(InterestKind.NEED), Tone.WARNING))
            else:
                strength = "●" * interest.strength + "○" * (3 - interest.strength)
                dots = Caption(context, strength, ink="brass")
                dots.setAccessibleName(context.text(say("{n} of 3", n=interest.strength)))
                line.addWidget(dots)
            line.addWidget(self._remover("interest", interest.id, say("Remove this interest")))
            rows.addLayout(line)
        if not card.interests:
            sentence = say("Nothing yet: what would they come for?")
            rows.addWidget(Body(context, sentence, ink="text2", wrap=True))

    # Purchases ---------------------------------------------------------------------------------

    def show_purchases(self, purchases: tuple[PurchaseRow, ...]) -> None:
        """The latest ones."""
        context = self.context
        rows = self._emptied(self._filled["purchases"])
        for bought in purchases:
            line = row(Caption(context, context.format.date(bought.on_date), ink="text3"), gap=8)
            line.addWidget(Body(context, bought.product, elide=True), 1)
            if bought.amount is not None:
                line.addWidget(Body(context, context.format.money(bought.amount)))
            rows.addLayout(line)
        if not purchases:
            sentence = say("Nothing yet. Health takes into account what the client spends.")
            rows.addWidget(Body(context, sentence, ink="text2", wrap=True))

    # Inside ------------------------------------------------------------------------------------

    def _emptied(self, rows: QVBoxLayout) -> QVBoxLayout:
        clear(rows)
        return rows

    def _remover(self, part: str, row_id: object, words: Say) -> IconButton:
        button = IconButton(self.context, "close", words, on=self._on_remove)
        button.setProperty("part", part)
        button.setProperty("row", str(row_id))
        return button

    def _on_add(self) -> None:
        button = self.sender()
        if button is not None and self.card is not None:
            add_part(self.context, self.card, str(button.property("part")), self)

    def _on_remove(self) -> None:
        button = self.sender()
        if button is not None and self.card is not None:
            part, row_id = str(button.property("part")), UUID(str(button.property("row")))
            remove_part(self.context, self.card.id, part, row_id, self)

    def _on_confirm(self) -> None:
        button = self.sender()
        if button is not None:
            confirm_fact(self.context, UUID(str(button.property("row"))), self)

    def _on_person(self) -> None:
        button = self.sender()
        if button is not None:
            self.context.open(Link("client", UUID(str(button.property("client")))))


@dataclass(frozen=True, slots=True)
class More:
    """What the overview reads beyond the card."""

    by_week: tuple[int, ...]
    purchases: tuple[PurchaseRow, ...]


def read_more(desk: Any, client_id: UUID, *, bought: bool) -> More:
    """`bought`: whether this person may read purchases."""
    from vipdesk.clients.interactions import list_contacts_by_week
    from vipdesk.clients.purchases import list_purchases

    return More(
        list_contacts_by_week(desk, client_id),
        list_purchases(desk, client_id) if bought else (),
    )


class _Swatch(QWidget, Speaking):
    """A small square of the week picture's legend."""

    def __init__(self, context: Context, kind: Hour) -> None:
        super().__init__()
        self.listen(context)
        self._kind = kind
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(12, 12)

    def restyle(self) -> None:
        """Another theme."""
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """As in the picture."""
        painter = QPainter(self)
        paint_hour(painter, self.context.look, self.rect().toRectF(), self._kind)
        painter.end()


def _legend(context: Context) -> Any:
    line = row(gap=4)
    for kind, words in LEGEND:
        line.addWidget(_Swatch(context, kind))
        line.addWidget(Caption(context, words, ink="text3"))
        line.addSpacing(8)
    line.addStretch(1)
    return line


_LABELS = {
    "cell": say("mobile"), "mobile": say("mobile"), "work": say("work"), "home": say("home"),
    "main": say("main"),
}  # fmt: skip


def _point_label(text: str) -> Say | str:
    """Words that address books use, in the reader's language; the person's own as written."""
    return _LABELS.get(text.strip().lower(), text)
