"""The side panel of VIP health: a client's score, opened part by part to its facts."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from vipdesk.health.explain import Explanation, FactRow, PartFacts, explain
from vipdesk.health.formula import FLAG_NAMES, PART_NAMES
from vipdesk.health.score import ClientHealth
from vipdesk.ui.context import Link
from vipdesk.ui.widgets import (
    Badge,
    Body,
    Button,
    Caption,
    Ring,
    SidePanel,
    Strong,
    Tone,
    column,
    hairline,
    row,
)
from vipdesk.ui.widgets.card import clear
from vipdesk.vocabulary import Band, label
from vipdesk.wording import Say, Words, say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context

BAND_TONES = {
    Band.STEADY: Tone.SUCCESS,
    Band.WATCH: Tone.WARNING,
    Band.AT_RISK: Tone.DANGER,
    Band.UNKNOWN: Tone.NEUTRAL,
}
_INKS = {
    Band.STEADY: "success",
    Band.WATCH: "warning",
    Band.AT_RISK: "danger",
    Band.UNKNOWN: "border_strong",
}


def shown_text(health: ClientHealth) -> str:
    """The score to the nearest 5, '–' where not enough is known."""
    return "–" if health.shown is None else f"≈ {health.shown}"


def moved_text(words: Words, moved: float | None) -> str:
    """'+4' or '−12' points, nothing where it did not move by a point."""
    if moved is None or abs(moved) < 1:
        return ""
    return _signed(words, moved, 0)


def _signed(words: Words, points: float, digits: int = 1) -> str:
    if round(abs(points), digits) == 0:
        return words.number(0)
    sign = "+" if points > 0 else "−"
    return sign + words.number(abs(points), digits)


def reason(health: ClientHealth, place: int) -> Say | str:
    """The first or second reason in words: what moves the score, then what lowers the band."""
    said = [driver.said for driver in health.drivers]
    said += [FLAG_NAMES[flag] for flag in health.flags]
    return said[place] if place < len(said) else ""


class HealthPanel(SidePanel):
    """Score, bounds, flags, then six parts; each opens to the facts that made it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, width=context.look.px(348))
        self.context = context
        self.row: ClientHealth | None = None
        self.ring = Ring(context, size=context.look.px(84))
        self.band = Badge(context)
        self.flags = Body(context, "", wrap=True)
        self.known = Caption(context, "", wrap=True, ink="text2")
        self.client = Button(context, say("Open the client"), icon="client", on=self._on_client)
        self.parts = column(gap=4)
        self.sections: list[PartSection] = []
        head = row(self.ring, gap=16)
        head.addLayout(column(self.band, self.flags, None, gap=8), 1)
        self.body.addLayout(head)
        self.body.addWidget(self.known)
        self.body.addLayout(row(self.client, None))
        self.body.addLayout(self.parts)
        self.body.addStretch(1)

    def show_client(self, health: ClientHealth | None) -> None:
        """Show a client's health; None hides the panel."""
        if health is None:
            self.row = None
            self.hide()
            return
        if self.row is None or self.row.client_id != health.client_id:
            self._clear_parts()
        self.row = health
        self.open(health.client(self.context.words.lang))
        self._show_head(health)
        self.context.runner.read(
            partial(explain, client_id=health.client_id), self._show_parts, owner=self
        )

    def _show_head(self, health: ClientHealth) -> None:
        score = health.score
        if score.value is None:
            self.ring.show_part(None, "–", say("Not enough data for a score"))
        else:
            figure = str(health.shown)
            named = say("Score about {score} of 100", score=figure)
            self.ring.show_part(score.value / 100, figure, named, ink=_INKS[health.band])
        self.band.show_badge(label(health.band), BAND_TONES[health.band])
        names = [self.context.words(FLAG_NAMES[flag]) for flag in health.flags]
        self.flags.show_text(say("Reasons: {reasons}", reasons=names) if names else "")
        self.flags.setVisible(bool(names))
        self.known.show_text(
            say(
                "{coverage}% of the weights are known. Whatever the rest is, the score is "
                "between {low} and {high}.",
                coverage=round(score.coverage),
                low=round(score.low),
                high=round(score.high),
            )
        )

    def _show_parts(self, opened: Explanation) -> None:
        kept = {s.part for s in self.sections if s.is_open}
        first = not self.sections
        self._clear_parts()
        drivers = {d.part for d in opened.health.drivers[:1]}
        for found in opened.parts:
            section = PartSection(self.context, found)
            section.open_up(open_=found.row.part in (drivers if first else kept))
            section.fact_opened.connect(self._on_fact)
            self.sections.append(section)
            self.parts.addWidget(section)

    def _clear_parts(self) -> None:
        self.sections = []
        clear(self.parts)

    def _on_fact(self, fact: FactRow) -> None:
        self.context.open(Link(fact.kind, fact.id))

    def _on_client(self) -> None:
        if self.row is not None:
            self.context.open(Link("client", self.row.client_id))


class PartSection(QWidget):
    """One part: its name, its points and why; its facts when opened."""

    fact_opened = Signal(object)

    def __init__(self, context: Context, found: PartFacts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.part = found.row.part
        self.facts = found.facts
        row_ = found.row
        self.head = Button(context, PART_NAMES[row_.part], kind="link", on=self._on_head)
        self.head.setCheckable(True)
        self.points = Strong(context, self._points(found))
        self.points.setToolTip(context.words(say("Points above or below what is expected")))
        self.why = Caption(context, row_.said, wrap=True, ink="text2")
        self.inside = QWidget()
        lines = column(gap=2)
        lines.setContentsMargins(16, 0, 0, 4)
        self.links: list[FactLine] = []
        for fact in found.facts:
            line = FactLine(context, fact)
            line.opened.connect(self.fact_opened)
            self.links.append(line)
            lines.addWidget(line)
        if found.more:
            lines.addWidget(Caption(context, say("and {n} more", n=found.more)))
        if not found.facts:
            lines.addWidget(Caption(context, say("No facts are on record.")))
        self.inside.setLayout(lines)
        box = column(hairline(), row(self.head, None, self.points), self.why, gap=4)
        box.addWidget(self.inside)
        self.setLayout(box)
        self.open_up(open_=False)

    @property
    def is_open(self) -> bool:
        """Whether the facts are seen."""
        return not self.inside.isHidden()

    def open_up(self, *, open_: bool) -> None:
        """Show or hide the facts."""
        self.inside.setVisible(open_)
        self.head.setChecked(open_)
        self.head.show_icon("chevron-down" if open_ else "chevron-right")

    def _on_head(self) -> None:
        self.open_up(open_=not self.is_open)

    def _points(self, found: PartFacts) -> Say | str:
        points, moved = found.row.points, found.row.moved
        words = self.context.words
        if points is None:
            return say("not known")
        if moved is None or abs(moved) < 0.05:
            return _signed(words, points)
        return say(
            "{points}, moved {moved}", points=_signed(words, points), moved=_signed(words, moved)
        )


class FactLine(QWidget):
    """A fact with its day and points; a link if there is something to open."""

    opened = Signal(object)

    def __init__(self, context: Context, fact: FactRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fact = fact
        day = "" if fact.at is None else context.format.date(fact.at)
        hidden = context.presenting and fact.kind == "complaint"
        said = say("Hidden while others look on") if hidden else fact.said
        self.words = Body(context, said, wrap=True)
        self.day = Caption(context, day)
        line = row(gap=8)
        line.addWidget(self.words, 1)
        if fact.points is not None and not hidden:
            line.addWidget(Strong(context, _signed(context.words, fact.points)))
        line.addWidget(self.day)
        if fact.id is not None and fact.kind in ("complaint", "event") and not hidden:
            name = context.words("Open: {what}", what=context.words(fact.said))
            self.link = Button(context, kind="icon", icon="arrow-right", on=self._on_open)
            self.link.setAccessibleName(name)
            self.link.setToolTip(name)
            line.addWidget(self.link)
        self.setLayout(line)

    def _on_open(self) -> None:
        self.opened.emit(self.fact)
