"""The overview tab: when and how, contacts, value; what is known, comfort, people, interests."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vipdesk.channels.hours import zone
from vipdesk.clients.preferences import week_of
from vipdesk.clients.questions import next_question
from vipdesk.clients.rows import Freshness
from vipdesk.clients.sight import SPECIAL
from vipdesk.ui.context import Link
from vipdesk.ui.pages.client_brief_words import referrals, spoken_lang
from vipdesk.ui.pages.client_deeds import add_part, remove_part
from vipdesk.ui.pages.client_parts import LEGEND, WeekPicture, paint_hour
from vipdesk.ui.pages.client_words import (
    CHANNEL_ICONS,
    FRESHNESS_TONES,
    fact_age,
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
    Strong,
    Tone,
    column,
    row,
    scrolled,
)
from vipdesk.ui.widgets.card import clear
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.vocabulary import Channel, ContactKind, InterestKind, PersonKind, PreferenceRule, label
from vipdesk.wording import Say, Words, say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QVBoxLayout

    from vipdesk.clients.preferences import Hour
    from vipdesk.clients.purchases import PurchaseRow, Worth
    from vipdesk.clients.rows import ClientCard
    from vipdesk.ui.context import Context

_POINT_ICONS = {
    ContactKind.PHONE: "phone",
    ContactKind.EMAIL: "mail",
    ContactKind.MESSENGER: "messenger",
    ContactKind.ADDRESS: "letter",
}
_TABLES = {
    "wish": "channel_preference", "point": "contact_point", "purchase": "purchase",
    "fact": "fact", "person": "person_around", "interest": "interest",
}  # fmt: skip
_FEW = 4
_LATEST = 3
_RULE_TONES = {
    PreferenceRule.PREFER: Tone.SUCCESS,
    PreferenceRule.ALLOW: Tone.INFO,
    PreferenceRule.FORBID: Tone.DANGER,
}


class Overview(QWidget, Speaking):
    """Cards in two columns: the way to the client at the left, the person at the right.

    Facts and people are shown in short: each has a tab of its own.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self.card: ClientCard | None = None
        self._more: More | None = None
        self._adders: list[Button] = []
        self.when = self._card_with(say("When and how"), ("wish", say("Note a wish")))
        self.contacts = self._card_with(say("Contacts"), ("point", say("Add a contact")))
        self.value = self._card_with(
            say("Purchases and referrals"), ("purchase", say("Note a purchase"))
        )
        self.facts = self._card_with(say("What is known"), ("fact", say("Note a fact")))
        self.comfort = self._card_with(say("Comfort and safety"))
        self.people = self._card_with(say("People around"), ("person", say("Add somebody")))
        self.interests = self._card_with(
            say("Interests and needs"), ("interest", say("Note an interest"))
        )
        self.week = WeekPicture(context)
        self.rhythm = Sparkline(context, width=160, height=28)
        self._when_rows = column(gap=4)
        # The picture speaks of one channel; the wishes below it speak of all.
        hours = Caption(context, say("When a phone call is welcome"), ink="text2")
        self.when.add(hours, self.week, _legend(context), 4)
        self.rhythm_words = Caption(context, "", ink="text2")
        self.when.add(self._when_rows, row(self.rhythm, self.rhythm_words, None, gap=8))
        self._filled: dict[str, QVBoxLayout] = {}
        for key in ("contacts", "value", "facts", "comfort", "people", "interests"):
            self._filled[key] = column(gap=6)
            getattr(self, key).add(self._filled[key])
        left = column(self.when, self.contacts, self.value, None, gap=16)
        right = column(self.facts, self.comfort, self.people, self.interests, None, gap=16)
        inside = QWidget()
        both = row(gap=16)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        inside.setLayout(both)
        box = column(gap=0)
        box.addWidget(scrolled(inside))
        self.setLayout(box)

    def _card_with(self, title: Say, *adder: tuple[str, Say]) -> Card:
        made = Card(self.context, title)
        for key, words in adder:
            button = IconButton(self.context, "plus", words, on=self._on_add)
            button.setProperty("part", key)
            if not self.context.may("insert", _TABLES[key]):
                button.forbid()
            if made.heading is not None:
                made.heading.addWidget(button)
            self._adders.append(button)
        return made

    def show_client(self, card: ClientCard) -> None:
        """Fill what the card tells, and read the rest."""
        self.card = card
        self._show_when(card)
        self._show_contacts(card)
        self._show_people(card)
        self._show_facts(card)
        self._show_comfort(card)
        self._show_interests(card)
        self._show_value(card, self._more)
        bought = self.context.may("select", "purchase")
        read = partial(read_more, client_id=card.id, bought=bought)
        self.context.runner.read(read, self._show_more, owner=self, topic="more")

    def _show_more(self, more: More) -> None:
        self._more = more
        self._show_rhythm(more.by_week)
        if self.card is not None:
            self._show_value(self.card, more)

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
        context = self.context
        rows = self._emptied(self._filled["people"])
        for person in card.people[:_FEW]:
            line = row(Icon(context, "person"), gap=8)
            line.addWidget(Body(context, person.who.shown(context.settings.lang), elide=True), 1)
            line.addWidget(Caption(context, person_words(person), ink="text2"))
            if person.may_act:
                line.addWidget(Badge(context, say("may answer"), Tone.SUCCESS))
            if person.kind is PersonKind.FRICTION:
                line.addWidget(Badge(context, label(PersonKind.FRICTION), Tone.DANGER))
            if person.client_id is not None:
                visit = IconButton(
                    context, "chevron-right", say("Open the profile"), on=self._on_person
                )
                visit.setProperty("client", str(person.client_id))
                line.addWidget(visit)
            rows.addLayout(line)
        if not card.people:
            sentence = say("Nobody is noted yet: household, assistant, friends.")
            rows.addWidget(Body(context, sentence, ink="text2", wrap=True))
        elif len(card.people) > _FEW:
            rows.addLayout(self._all("people", say("Everybody: {n}", n=len(card.people))))

    # Facts -------------------------------------------------------------------------------------

    def _show_facts(self, card: ClientCard) -> None:
        context = self.context
        rows = self._emptied(self._filled["facts"])
        plain = [f for f in card.facts if f.kind not in SPECIAL]
        question = next_question(plain)
        if question is not None:
            spoken = Words(spoken_lang(card), context.words.folder)(question.said)
            asked = say("Ask next time: “{question}”", question=spoken)
            rows.addWidget(Caption(context, asked, ink="warning", wrap=True))
        for fact in plain[:_FEW]:
            stale = fact.freshness is Freshness.STALE
            line = row(gap=8)
            ink = "text3" if stale else "text"
            line.addWidget(Body(context, fact.text, ink=ink, wrap=True), 1)
            line.addWidget(Badge(context, fact_age(fact), FRESHNESS_TONES[fact.freshness]))
            rows.addLayout(line)
        if not plain:
            sentence = say("Nothing yet. Note what you hear and where it came from.")
            rows.addWidget(Body(context, sentence, ink="text2", wrap=True))
        else:
            rows.addLayout(self._all("facts", say("All facts: {n}", n=len(card.facts))))

    def _show_comfort(self, card: ClientCard) -> None:
        """What must be provided, and health, diet and faith for who may read them (HE-01)."""
        context = self.context
        rows = self._emptied(self._filled["comfort"])
        needs = [i for i in card.interests if i.kind is InterestKind.NEED]
        special = [f for f in card.facts if f.kind in SPECIAL]
        self.comfort.setVisible(bool(needs or special))
        for need in needs:
            line = row(Icon(context, "pin"), Body(context, need.topic, wrap=True), gap=8)
            line.setStretch(1, 1)
            line.addWidget(Badge(context, label(InterestKind.NEED), Tone.WARNING))
            line.addWidget(self._remover("interest", need.id, say("Remove this need")))
            rows.addLayout(line)
        for fact in special:
            line = row(Icon(context, "lock"), Body(context, fact.text, wrap=True), gap=8)
            line.setStretch(1, 1)
            line.addWidget(Badge(context, label(fact.kind), FRESHNESS_TONES[fact.freshness]))
            rows.addLayout(line)

    # Interests ---------------------------------------------------------------------------------

    def _show_interests(self, card: ClientCard) -> None:
        context = self.context
        rows = self._emptied(self._filled["interests"])
        drawn = [i for i in card.interests if i.kind is not InterestKind.NEED]
        for interest in drawn:
            meet = interest.kind is InterestKind.MEET
            line = row(Icon(context, "clients" if meet else "star"), gap=8)
            line.addWidget(Body(context, interest.topic, elide=True), 1)
            if not meet:
                strength = "●" * interest.strength + "○" * (3 - interest.strength)
                dots = Caption(context, strength, ink="brass")
                dots.setAccessibleName(context.text(say("{n} of 3", n=interest.strength)))
                line.addWidget(dots)
            else:
                line.addWidget(Badge(context, label(interest.kind), Tone.INFO))
            line.addWidget(self._remover("interest", interest.id, say("Remove this interest")))
            rows.addLayout(line)
        if not drawn:
            sentence = say("Nothing yet: what would they come for, whom would they meet?")
            rows.addWidget(Body(context, sentence, ink="text2", wrap=True))

    # Value -------------------------------------------------------------------------------------

    def _show_value(self, card: ClientCard, more: More | None) -> None:
        """What the client spends, and who came to the club through whom (CL-10)."""
        context = self.context
        rows = self._emptied(self._filled["value"])
        worth = more.worth if more is not None else None
        if worth is not None:
            line = row(Strong(context, context.format.money(worth.last)), gap=8)
            told = say("in a year; {sum} the year before", sum=context.format.money(worth.before))
            line.addWidget(Caption(context, told, ink="text2"))
            line.addStretch(1)
            rows.addLayout(line)
        for bought in more.purchases[:_LATEST] if more is not None else ():
            line = row(Caption(context, context.format.date(bought.on_date), ink="text3"), gap=8)
            line.addWidget(Body(context, bought.product, elide=True), 1)
            if bought.amount is not None:
                line.addWidget(Body(context, context.format.money(bought.amount)))
            rows.addLayout(line)
        if more is not None and not more.purchases and context.may("select", "purchase"):
            sentence = say("Nothing yet. Health takes into account what the client spends.")
            rows.addWidget(Body(context, sentence, ink="text2", wrap=True))
        for people, sentence in (
            (referrals(card, "recommender"), say("Came to the club through: {names}")),
            (referrals(card, "recommended"), say("Brought to the club: {names}")),
        ):
            if people:
                told = Say(sentence.text, {"names": people})
                rows.addWidget(Caption(context, told, ink="text2", wrap=True))

    # Inside ------------------------------------------------------------------------------------

    def _all(self, tab: str, words: Say) -> Any:
        button = Button(self.context, words, kind="link", on=self._on_all)
        button.setProperty("tab", tab)
        return row(button, None)

    def _on_all(self) -> None:
        button = self.sender()
        if button is not None and self.card is not None:
            self.context.open(Link("client", self.card.id, str(button.property("tab"))))

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

    def _on_person(self) -> None:
        button = self.sender()
        if button is not None:
            self.context.open(Link("client", UUID(str(button.property("client")))))


@dataclass(frozen=True, slots=True)
class More:
    """What the overview reads beyond the card."""

    by_week: tuple[int, ...]
    purchases: tuple[PurchaseRow, ...]
    worth: Worth | None


def read_more(desk: Any, client_id: UUID, *, bought: bool) -> More:
    """`bought`: whether this person may read purchases."""
    from vipdesk.clients.interactions import list_contacts_by_week
    from vipdesk.clients.purchases import list_purchases, worth_of

    return More(
        list_contacts_by_week(desk, client_id),
        list_purchases(desk, client_id) if bought else (),
        worth_of(desk, client_id) if bought else None,
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
