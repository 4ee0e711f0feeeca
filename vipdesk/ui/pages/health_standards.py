"""Service standards on the health page: how each is kept, and the cases behind the figure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from vipdesk.clients.names import display_name, sort_key
from vipdesk.health import standards
from vipdesk.health.standards import NAMES, PLAIN, Case, Catalogue, Measure, Standard, Verdict
from vipdesk.health.statistics import Share
from vipdesk.ui.context import Link
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import Caption, Tone, column
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context, Text

TABLES = (
    "interaction", "promise", "status_card", "complaint_clock", "club_setting", "tier", "client",
)  # fmt: skip
_VERDICTS = {
    Verdict.MISSED: (say("Missed"), Tone.DANGER),
    Verdict.OPEN: (say("Open"), Tone.INFO),
    Verdict.KEPT: (say("Kept"), Tone.SUCCESS),
}
Read = tuple[Catalogue, tuple[Measure, ...]]


class StandardsPanel(QWidget, Speaking):
    """A line a standard; the chosen one opens to its cases, a case to its client."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self.rules: Catalogue | None = None
        self.note = Caption(
            context,
            say(
                "Counted from talks, promises, days and cards on record. What is not on record "
                "does not count as kept; how long a talk lasts is never looked at."
            ),
            ink="text2", wrap=True,
        )  # fmt: skip
        self.table = Table(
            context,
            say("Service standards"),
            (
                Column(say("Standard"), lambda m: NAMES[m.standard], width=230, stretch=True,
                       strong=True, second=self._promised, tip=self._promised),
                Column(say("Kept"), lambda m: kept_words(m.share), width=140,
                       second=lambda m: self._interval(m.share)),
                Column(say("Open"), lambda m: str(m.open), width=96, number=True),
                Column(say("Unknown"), lambda m: str(m.unknown), width=116, number=True),
                Column(say("By tier"), self._tiers, width=230, stretch=True, tip=self._tiers),
            ),
            key=lambda m: m.standard,
        )  # fmt: skip
        self.about = Caption(context, "", ink="text2", wrap=True)
        self.cases = Table(
            context,
            say("Cases"),
            (
                Column(say("Client"), self._name, width=220, stretch=True, strong=True,
                       sort=lambda c: sort_key(c.name.surname, c.name.given)),
                Column(say("Since"), lambda c: context.format.moment(c.since), width=170,
                       sort=lambda c: c.since),
                Column(say("Due"), lambda c: context.format.moment(c.due_at), width=170,
                       sort=lambda c: c.due_at),
                Column(say("State"), lambda c: _VERDICTS[c.verdict][0], width=110,
                       badge=lambda c: _VERDICTS[c.verdict][1]),
            ),
            key=lambda c: (c.client_id, c.since, c.due_at),
        )  # fmt: skip
        upper, lower = QWidget(), QWidget()
        upper.setLayout(column(self.note, self.table, gap=8))
        lower.setLayout(column(self.about, self.cases, gap=8))
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        for part, share in ((upper, 3), (lower, 2)):
            split.addWidget(part)
            split.setStretchFactor(split.count() - 1, share)
        box = column(gap=0)
        box.addWidget(split, 1)
        self.setLayout(box)
        self.table.chosen.connect(self._on_chosen)
        self.cases.opened.connect(self._on_opened)
        context.changed.connect(self._on_changed)

    def reload(self) -> None:
        """Count again."""
        self.context.runner.read(_read, self._show, owner=self, topic="standards")

    def _show(self, found: Read) -> None:
        self.rules, measures = found
        self.table.show_rows(measures)
        if self.table.chosen_row() is None:
            self.table.choose_first()
        self._on_chosen(self.table.chosen_row())

    def _on_chosen(self, chosen: Measure | None) -> None:
        cases = () if chosen is None or chosen.cases is None else chosen.cases
        self.cases.setVisible(bool(cases))
        self.cases.show_rows(cases)
        self.about.show_text(_about(chosen))

    def _on_opened(self, case: Case) -> None:
        self.context.open(Link("client", case.client_id))

    def _on_changed(self, changes: Any) -> None:
        if changes.touches(*TABLES) and self.isVisible():
            self.reload()

    # Words -------------------------------------------------------------------------------------

    def _name(self, case: Case) -> str:
        return display_name(case.name, self.context.words.lang)

    def _promised(self, shown: Measure) -> Text:
        if self.rules is None or shown.standard in PLAIN:
            return _PLAIN[shown.standard]
        words = self.context.words
        parts = [
            words(say("{tier}: {limit}", tier=t.name(words.lang),
                      limit=words(_limit(shown.standard, t.limits[shown.standard]))))
            for t in self.rules.tiers
            if t.limits[shown.standard]
        ]  # fmt: skip
        return " · ".join(parts)

    def _interval(self, share: Share | None) -> Text:
        if share is None or share.share is None:
            return ""
        return say(
            "{share}% ({low}–{high}%)", share=round(share.share * 100),
            low=round(share.low * 100), high=round(share.high * 100),
        )  # fmt: skip

    def _tiers(self, shown: Measure) -> Text:
        if shown.share is None or not shown.share.n:
            return "–"
        words = self.context.words
        parts = [
            words(say("{tier}: {figure}", tier=f.tier.name(words.lang),
                      figure=words(kept_words(f.share))))
            for f in shown.tiers
        ]  # fmt: skip
        return " · ".join(parts)


_PLAIN = {
    Standard.BIRTHDAY: say("on the day itself, where it is known and wished"),
    Standard.PROMISE: say("by the day that was named"),
    Standard.FIRST_TOUCH: say("within the complaint’s own clock; a figure only"),
}


def _limit(standard: Standard, n: int) -> Say:
    match standard:
        case Standard.MESSAGE_ANSWER:
            return say("{n} working hours", n=n)
        case Standard.CALL_BACK:
            return say("the same day") if n == 1 else say("{n} working days", n=n)
        case _:
            return say("{n} days", n=n)


def kept_words(share: Share | None) -> Say:
    """'12 of 14'; of too few nothing is told."""
    if share is None:
        return say("too few")
    return say("{k} of {count}", k=share.k, count=share.n) if share.n else say("no cases")


def _about(chosen: Measure | None) -> Say | str:
    if chosen is None:
        return ""
    if chosen.cases is None:
        return say("Complaints are a figure here; who may see them finds each under Complaints.")
    if not chosen.cases:
        return say("There are no cases in this time.")
    if chosen.more:
        return say("{n} more are not shown: missed ones come first.", n=chosen.more)
    return ""


def _read(desk: Any) -> Read:
    return standards.catalogue(desk), standards.measure(desk)
