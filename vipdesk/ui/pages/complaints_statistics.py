"""Statistics of the private track: pictures first, never a percent of four."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtWidgets import QWidget

from vipdesk.complaints import export, statistics
from vipdesk.complaints.export import cell_name
from vipdesk.ui.context import Link
from vipdesk.ui.dialogs.export_dialog import TrackExportDialog
from vipdesk.ui.pages.page import Page
from vipdesk.ui.widgets import (
    Badge,
    Bars,
    Button,
    Caption,
    Card,
    Choice,
    EmptyState,
    Tone,
    column,
    row,
    scrolled,
)
from vipdesk.vocabulary import label
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.complaints.statistics import Cell, Statistics
    from vipdesk.complaints.survival import Lasting, Part
    from vipdesk.ui.context import Context, Text

_DAYS = (
    (30, say("Last 30 days")), (90, say("Last 90 days")), (365, say("Last 12 months")),
    (7_300, say("All the time")),
)  # fmt: skip
_WORST = 8  # bars of a Pareto
_INKS = {
    statistics.Kept.KEPT: "success", statistics.Kept.MOVED: "accent",
    statistics.Kept.BROKEN: "danger", statistics.Kept.OPEN: "text3",
}  # fmt: skip


class ChartCard(Card):
    """A picture with its title, and a line that says what it is of."""

    def __init__(self, context: Context, title: Text, *, wide: int = 136) -> None:
        super().__init__(context, title)
        self.title_words = title
        self.bars = Bars(context, label_width=context.look.px(wide))
        self.note = Caption(context, "", ink="text2", wrap=True)
        self.add(self.bars)
        self.add(self.note)

    def show_bars(self, rows: list[tuple[Text, float, str, str]], note: Text) -> None:
        """Rows as `Bars` takes them; without any the note stands alone."""
        self.bars.setVisible(bool(rows))
        self.bars.show_bars(rows, self.title_words)
        self.note.show_text(note)
        self.note.setVisible(bool(note))


class StatisticsPage(Page):
    """Where it hurts, who is on time, what we keep."""

    section = "complaints"
    title = say("Statistics of complaints")
    watches: ClassVar[tuple[str, ...]] = (
        "complaint", "complaint_clock", "complaint_promise", "root_cause", "department_task",
    )  # fmt: skip

    def _build(self) -> None:
        context = self.context
        self.add_action(Badge(context, say("Confidential"), Tone.PRIVATE))
        self.period = Choice(context, _DAYS, name=say("Period"))
        self.period.setFixedWidth(context.look.px(208))
        self.period.set_value(90)
        self.add_action(self.period)
        self.export_button = Button(context, say("Export"), icon="export", on=self.export_here)
        self.add_action(self.export_button)
        more = Button(context, say("Compensation and departments"), on=self._on_compensation)
        self.categories = ChartCard(context, say("What clients complain of"))
        self.causes = ChartCard(context, say("Why it happened"))
        self.departments = ChartCard(context, say("Departments in time"))
        self.promises = ChartCard(context, say("Answers promised"))
        self.times = ChartCard(context, say("How long clients wait, half of them"))
        self.shares = ChartCard(context, say("Decided at once, and repeated"))
        inside = QWidget()
        left = column(self.categories, self.causes, self.departments, row(more, None), None, gap=16)
        right = column(self.times, self.promises, self.shares, None, gap=16)
        both = row(gap=16)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        inside.setLayout(both)
        self.body.addWidget(scrolled(inside), 1)
        self.empty = EmptyState(
            context, say("No complaint came in this time."), icon="lock",
        )  # fmt: skip
        self.few = EmptyState(
            context, say("Too few clients to show figures without naming anybody."), icon="lock",
        )  # fmt: skip
        self.hidden = EmptyState(
            context, say("Complaints are hidden while somebody else looks at the screen."),
            icon="eye-off",
        )  # fmt: skip

    def _connect(self) -> None:
        self.period.edited.connect(self.reload)

    def _on_compensation(self) -> None:
        self.context.open(Link("compensation"))

    @property
    def days(self) -> int:
        """How far back."""
        return int(self.period.value() or _DAYS[1][0])

    def reload(self) -> None:
        """Count anew."""
        self.load(partial(statistics.recent, days=self.days), self._show)

    def _show(self, found: Statistics) -> None:
        if self.context.presenting:
            self.show_empty(self.hidden)
            return
        self.export_button.setEnabled(bool(found.count))
        if found.few or not found.count:
            self.show_subtitle("")
            self.show_empty(self.few if found.few else self.empty)
            return
        self.show_subtitle(say("{n} complaints", n=found.count))
        self._pareto(self.categories, found.categories, found.count)
        self._pareto(self.causes, found.causes, sum(c.count for c in found.causes))
        if found.no_cause:
            self.causes.note.show()
            self.causes.note.show_text(say("{n} without a cause yet", n=found.no_cause))
        self._departments(found.departments)
        self.promises.show_bars(
            [
                (cell_name(c), float(c.count), str(c.count), _INKS.get(c.key, "text3"))
                for c in found.promises
            ],
            "" if found.promises else _TOO_FEW,
        )
        self._times(found)
        self._shares(found)

    def _pareto(self, card: ChartCard, cells: tuple[Cell, ...], total: int) -> None:
        rows: list[tuple[Text, float, str, str]] = []
        for cell in cells[:_WORST]:
            figure = str(cell.count)
            if total >= _PERCENT_FROM:
                figure = f"{cell.count}  {self._percent(cell.count / total)}"
            rows.append((cell_name(cell), float(cell.count), figure, "accent"))
        more = len(cells) - _WORST
        note: Text = "" if rows else _TOO_FEW
        card.show_bars(rows, say("and {n} more", n=more) if more > 0 else note)

    def _departments(self, cells: tuple[Cell, ...]) -> None:
        rows: list[tuple[Text, float, str, str]] = []
        for cell in cells:
            share = cell.good / cell.count
            figure = self.words("{k} of {count}", k=cell.good, count=cell.count)
            ink = "success" if cell.good == cell.count else "warning"
            rows.append((cell_name(cell), share, figure, ink))
        self.departments.show_bars(rows, "" if rows else _TOO_FEW)

    def _times(self, found: Statistics) -> None:
        rows: list[tuple[Text, float, str, str]] = []
        for kind, lasted, in_time in found.times:
            long = lasted.median
            ink = "success" if in_time.k == in_time.n else "warning"
            rows.append((label(kind), (long or 0.0) / 3600, self._lasting(lasted), ink))
        self.times.show_bars(
            rows, say("In brackets: the middle half. Open cases count as long as they last.")
            if rows else _TOO_FEW,
        )  # fmt: skip

    def _lasting(self, lasted: Lasting) -> str:
        if lasted.median is None:
            return self.words("not half of them yet")
        low, high = self._long(lasted.low), self._long(lasted.high)
        return self.words(
            "{middle} ({low} – {high})", middle=self._long(lasted.median), low=low, high=high
        )

    def _long(self, seconds: float | None) -> str:
        if seconds is None:
            return "…"
        if seconds < 5400:
            return self.words("{count} min", count=round(seconds / 60))
        if seconds < 48 * 3600:
            return self.words("{count} h", count=round(seconds / 3600))
        return self.words("{count} d", count=round(seconds / 86_400))

    def _shares(self, found: Statistics) -> None:
        rows: list[tuple[Text, float, str, str]] = []
        for title, shown in (
            (say("Decided at the first level"), found.first_level),
            (say("Repeated"), found.repeated),
        ):
            if shown is not None and shown.n:
                rows.append((title, shown.k / shown.n, self._part(shown), "accent"))
        self.shares.show_bars(rows, "" if rows else _TOO_FEW)

    def _part(self, shown: Part) -> str:
        counts = self.words("{k} of {count}", k=shown.k, count=shown.n)
        if shown.share is None:
            return counts
        return self.words(
            "{counts}: {low}–{high} %", counts=counts,
            low=round(shown.low * 100), high=round(shown.high * 100),
        )  # fmt: skip

    def _percent(self, share: float) -> str:
        return self.words("{count} %", count=round(share * 100))

    def export_here(self) -> None:
        """The figures as a file."""
        TrackExportDialog(
            self.context, say("Export the statistics"),
            partial(export.export_statistics, days=self.days),
            export.statistics_file, self,
        ).open()  # fmt: skip


_PERCENT_FROM = 5
_TOO_FEW = say("Too few to show.")
