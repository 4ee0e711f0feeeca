"""The overview tab: when and how, contacts, value; what is known, comfort, people, interests."""

from __future__ import annotations

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
from vipdesk.ui.pages.client_lines import LineOf, Lines
from vipdesk.ui.pages.client_parts import LEGEND, WeekPicture, paint_hour
from vipdesk.ui.pages.client_words import (
    CHANNEL_ICONS,
    FRESHNESS_TONES,
    fact_age,
    person_words,
    rule_words,
)
from vipdesk.ui.widgets import (
    Button,
    Caption,
    Card,
    IconButton,
    Sparkline,
    Tone,
    column,
    row,
    scrolled,
)
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.vocabulary import Channel, ContactKind, InterestKind, PersonKind, PreferenceRule, label
from vipdesk.wording import Say, Words, say

if TYPE_CHECKING:
    from vipdesk.clients.preferences import Hour
    from vipdesk.clients.rows import ClientCard, InterestRow, PersonRow, PointRow
    from vipdesk.ui.context import Context
    from vipdesk.ui.pages.client_reading import More, Opened

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
        self._lines = {
            key: Lines(
                context, on_remove=self._on_remove, on_visit=self._on_person, on_tab=self._on_all
            )
            for key in ("when", "contacts", "value", "facts", "comfort", "people", "interests")
        }
        # The picture speaks of one channel; the wishes below it speak of all.
        hours = Caption(context, say("When a phone call is welcome"), ink="text2")
        self.when.add(hours, self.week, _legend(context), 4)
        self.rhythm_words = Caption(context, "", ink="text2")
        self.when.add(self._lines["when"], row(self.rhythm, self.rhythm_words, None, gap=8))
        for key in ("contacts", "value", "facts", "comfort", "people", "interests"):
            getattr(self, key).add(self._lines[key])
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

    def show_opened(self, found: Opened) -> None:
        """Another client, or the same one after a change."""
        card = self.card = found.card
        self._show_when(card)
        self._show_contacts(card)
        self._show_people(card)
        self._show_facts(card)
        self._show_comfort(card)
        self._show_interests(card)
        self._show_rhythm(found.more.by_week)
        self._show_value(card, found.more)

    # When and how ------------------------------------------------------------------------------

    def _show_when(self, card: ClientCard) -> None:
        context, now = self.context, self.context.now()
        there = zone(card.zone_at(now))
        local = now.astimezone(there) if there else None
        today = local.date() if local else now.date()
        week = week_of(card.preferences, Channel.PHONE, today)
        self.week.show_week(week, (local.weekday(), local.hour) if local else None)
        lines = [
            LineOf(
                say("{what}: {details}", what=label(r.channel), details=words)
                if (words := rule_words(r, context.words))
                else label(r.channel),
                icon=CHANNEL_ICONS[r.channel],
                badges=((label(r.rule), _RULE_TONES[r.rule]),),
                remove=("wish", r.id, say("Remove this wish")),
            )
            for r in card.preferences
        ]
        if not card.preferences:
            none = say("No wish is noted: the club’s hours apply.")
            lines.append(LineOf(none, ink="text2", style="wrapped"))
        consents = tuple(label(c.topic) for c in card.consents if c.withdrawn_at is None)
        agreed: Say = (
            say("Agreed to: {topics}", topics=consents)
            if consents
            else say("No consent is on record: no invitations, offers or greetings.")
        )
        lines.append(LineOf(agreed, ink="text2" if consents else "warning", style="quiet"))
        self._lines["when"].show_lines(lines)

    def _show_rhythm(self, contacts_by_week: tuple[int, ...]) -> None:
        name = say("{n} contacts in half a year", n=sum(contacts_by_week))
        self.rhythm.show_values(contacts_by_week, name)
        self.rhythm_words.show_text(name)

    def _show_contacts(self, card: ClientCard) -> None:
        lines = [self._point_line(point) for point in card.points]
        none = say("No way to reach the client is known.")
        self._lines["contacts"].show_lines(lines or [LineOf(none, ink="danger", style="wrapped")])

    def _point_line(self, point: PointRow) -> LineOf:
        formats, phone = self.context.format, point.kind is ContactKind.PHONE
        named = point.label and point.label != "messenger"
        return LineOf(
            formats.phone(point.value) if phone else formats.masked(point.value),
            icon=_POINT_ICONS[point.kind],
            after=_point_label(point.label) if named else "",
            badges=((say("preferred contact"), Tone.SUCCESS),) if point.preferred else (),
            remove=("point", point.id, say("Remove this contact")),
            selectable=True,
        )

    # People and facts in short -----------------------------------------------------------------

    def _show_people(self, card: ClientCard) -> None:
        lines = [
            LineOf(
                person.who.shown(self.context.settings.lang),
                icon="person",
                after=person_words(person),
                after_ink="text2",
                badges=_badges_of(person),
                visit=person.client_id,
                room=any(p.client_id for p in card.people[:_FEW]),
            )
            for person in card.people[:_FEW]
        ]
        if not card.people:
            none = say("Nobody is noted yet: household, assistant, friends.")
            lines.append(LineOf(none, ink="text2", style="wrapped"))
        elif len(card.people) > _FEW:
            lines.append(LineOf(say("Everybody: {n}", n=len(card.people)), tab="people"))
        self._lines["people"].show_lines(lines)

    def _show_facts(self, card: ClientCard) -> None:
        plain = [f for f in card.facts if f.kind not in SPECIAL]
        lines = [
            LineOf(
                f.text,
                ink="text3" if f.freshness is Freshness.STALE else "text",
                style="wrapped",
                badges=((fact_age(f), FRESHNESS_TONES[f.freshness]),),
            )
            for f in plain[:_FEW]
        ]
        question = next_question(plain)
        if question is not None:
            spoken = Words(spoken_lang(card), self.context.words.folder)(question.said)
            asked = say("Ask next time: “{question}”", question=spoken)
            lines.insert(0, LineOf(asked, ink="warning", style="quiet"))
        if plain:
            lines.append(LineOf(say("All facts: {n}", n=len(card.facts)), tab="facts"))
        else:
            none = say("Nothing yet. Note what you hear and where it came from.")
            lines.append(LineOf(none, ink="text2", style="wrapped"))
        self._lines["facts"].show_lines(lines)

    def _show_comfort(self, card: ClientCard) -> None:
        """What must be provided, and health, diet and faith for who may read them (HE-01)."""
        needs = [i for i in card.interests if i.kind is InterestKind.NEED]
        special = [f for f in card.facts if f.kind in SPECIAL]
        self.comfort.setVisible(bool(needs or special))
        self._lines["comfort"].show_lines(
            [
                LineOf(
                    need.topic,
                    icon="pin",
                    style="wrapped",
                    badges=((label(InterestKind.NEED), Tone.WARNING),),
                    remove=("interest", need.id, say("Remove this need")),
                )
                for need in needs
            ]
            + [
                LineOf(
                    f.text,
                    icon="lock",
                    style="wrapped",
                    badges=((label(f.kind), FRESHNESS_TONES[f.freshness]),),
                )
                for f in special
            ]
        )

    def _show_interests(self, card: ClientCard) -> None:
        drawn = [i for i in card.interests if i.kind is not InterestKind.NEED]
        none = say("Nothing yet: what would they come for, whom would they meet?")
        self._lines["interests"].show_lines(
            [_interest_line(i) for i in drawn] or [LineOf(none, ink="text2", style="wrapped")]
        )

    # Value -------------------------------------------------------------------------------------

    def _show_value(self, card: ClientCard, more: More) -> None:
        """What the client spends, and who came to the club through whom (CL-10)."""
        formats = self.context.format
        lines: list[LineOf] = []
        if more.worth is not None:
            last, before = formats.money(more.worth.last), formats.money(more.worth.before)
            told = say("{sum} in a year; {before} the year before", sum=last, before=before)
            lines.append(LineOf(told, style="wrapped"))
        for bought in (more.purchases or ())[:_LATEST]:
            paid = formats.money(bought.amount) if bought.amount is not None else ""
            lines.append(
                LineOf(
                    bought.product, lead=formats.date(bought.on_date), after=paid, after_ink="text"
                )
            )
        if more.purchases is not None and not more.purchases:
            none = say("Nothing yet. Health takes into account what the client spends.")
            lines.append(LineOf(none, ink="text2", style="wrapped"))
        for people, sentence in (
            (referrals(card, "recommender"), say("Came to the club through: {names}")),
            (referrals(card, "recommended"), say("Brought to the club: {names}")),
        ):
            if people:
                said = Say(sentence.text, {"names": people})
                lines.append(LineOf(said, ink="text2", style="quiet"))
        self._lines["value"].show_lines(lines)

    # Inside ------------------------------------------------------------------------------------

    def _on_all(self) -> None:
        button = self.sender()
        if button is not None and self.card is not None:
            self.context.open(Link("client", self.card.id, str(button.property("tab"))))

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


def _badges_of(person: PersonRow) -> tuple[tuple[Say, Tone], ...]:
    badges: list[tuple[Say, Tone]] = []
    if person.may_act:
        badges.append((say("may answer"), Tone.SUCCESS))
    if person.kind is PersonKind.FRICTION:
        badges.append((label(PersonKind.FRICTION), Tone.DANGER))
    return tuple(badges)


def _interest_line(interest: InterestRow) -> LineOf:
    meet = interest.kind is InterestKind.MEET
    return LineOf(
        interest.topic,
        icon="clients" if meet else "star",
        after="" if meet else "●" * interest.strength + "○" * (3 - interest.strength),
        after_ink="brass",
        after_name=say("{n} of 3", n=interest.strength),
        badges=((label(interest.kind), Tone.INFO),) if meet else (),
        remove=("interest", interest.id, say("Remove this interest")),
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
