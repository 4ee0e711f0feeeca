"""What was given after complaints: limits used, shares, the sample to look at, departments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QWidget

from vipdesk.complaints import departments, guards
from vipdesk.complaints.departments import OnTimeRow
from vipdesk.complaints.guards import SampleRow, ShareRow, UsedRow
from vipdesk.complaints.sight import SENIOR
from vipdesk.ui.context import Link
from vipdesk.ui.pages.page import Page
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import Badge, Bars, Caption, Card, EmptyState, Tone, column, scrolled
from vipdesk.vocabulary import label
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.ui.context import Text

_YEAR = timedelta(days=365)
_NEAR = 0.8  # of a limit
_CASES = say("Cases compensated in twelve months")


@dataclass(frozen=True, slots=True)
class Review:
    """What the page reads at once. untold: departments with too few clients."""

    used: tuple[UsedRow, ...]
    shares: tuple[ShareRow, ...]
    sample: tuple[SampleRow, ...]
    departments: tuple[OnTimeRow, ...]
    untold: int


def read_review(desk: Any) -> Review:
    """Everything of this person."""
    rows, untold = departments.told_table(desk, since=desk.now - _YEAR)
    return Review(
        guards.months_used(desk), guards.shares(desk, since=desk.now - _YEAR),
        guards.list_sample(desk, since=desk.now - _YEAR), rows, untold,
    )  # fmt: skip


class CompensationPage(Page):
    """Our own process, never a client as a suspect."""

    section = "complaints"
    title = say("Compensation and departments")
    watches: ClassVar[tuple[str, ...]] = (
        "complaint", "compensation_grant", "compensation_limit", "department_task",
    )  # fmt: skip

    def _build(self) -> None:
        context = self.context
        self.add_action(Badge(context, say("Confidential"), Tone.PRIVATE))
        wide = context.look.px(190)
        self.used = Card(context, say("Limit of this month used"))
        self.used_bars = Bars(context, label_width=wide)
        self.used_note = Caption(context, "", ink="text2", wrap=True)
        self.used.add(self.used_bars, self.used_note)
        self.given = Card(context, _CASES)
        self.given_bars = Bars(context, label_width=wide)
        note = say(
            "Beside each: how many cases, and the range that chance explains. It is said from "
            "ten cases on."
        )
        self.given.add(self.given_bars, Caption(context, note, ink="text2", wrap=True))
        self.sample = Table(
            context, say("To be looked at"), self._sample_columns(),
            key=lambda r: (r.complaint_id, r.offered_at),
        )  # fmt: skip
        self.sample_none = Caption(context, "", ink="text2", wrap=True)
        self.sample_card = Card(context, say("To be looked at"))
        self.sample_card.add(self.sample_none, self.sample)
        self.table = Table(
            context, say("Departments in time"), self._department_columns(),
            key=lambda r: r.department,
        )  # fmt: skip
        self.untold = Caption(context, "", ink="text2", wrap=True)
        self.table_card = Card(context, say("Departments in time, twelve months"))
        self.table_card.add(self.table, self.untold)
        for table in (self.sample, self.table):
            table.setMinimumHeight(context.look.px(190))
        inside = QWidget()
        inside.setLayout(
            column(self.used, self.given, self.sample_card, self.table_card, None, gap=16)
        )
        self.body.addWidget(scrolled(inside), 1)
        self.hidden = EmptyState(
            context, say("Complaints are hidden while somebody else looks at the screen."),
            icon="eye-off",
        )  # fmt: skip

    def _sample_columns(self) -> tuple[Column[SampleRow], ...]:
        context = self.context
        return (
            Column(say("Complaint"), lambda r: r.number, width=110, strong=True),
            Column(say("Given by"), lambda r: r.by, width=150, stretch=True),
            Column(say("Sum"), lambda r: context.format.money(r.given), width=110, number=True),
            Column(say("Level"), lambda r: label(r.level), width=150),
            Column(say("Offered"), lambda r: context.format.day(r.offered_at), width=150),
            Column(say("Why"), _why, width=170),
        )

    def _department_columns(self) -> tuple[Column[OnTimeRow], ...]:
        return (
            Column(say("Department"), lambda r: r.department, width=160, stretch=True,
                   strong=True),
            Column(say("In time"), self._in_time, width=110, number=True),
            Column(say("Late by, half of them"), self._late, width=170, number=True),
            Column(say("Open now"), lambda r: str(r.open), width=110, number=True),
            Column(say("Opened again"), lambda r: str(r.reopened), width=130, number=True),
            Column(say("Quality, 1 to 5"), self._quality, width=130, number=True),
        )  # fmt: skip

    def _connect(self) -> None:
        self.sample.opened.connect(self._on_case)

    def reload(self) -> None:
        """Read everything."""
        self.load(read_review, self._show)

    def _show(self, review: Review) -> None:
        if self.context.presenting:
            self.show_empty(self.hidden)
            return
        leads = self.context.staff is not None and self.context.staff.role in SENIOR
        self._show_used(review.used)
        self.given.setVisible(leads and bool(review.shares))
        self.given_bars.show_bars([self._share(r) for r in review.shares], _CASES, full=1.0)
        self.sample_card.setVisible(leads)
        self.sample.setVisible(bool(review.sample))
        self.sample_none.show_text(
            say("All above 80 % of a limit, and one in twenty of the others, drawn each month.")
            if review.sample else
            say("Nothing is drawn: the sample of a month is made when it has ended.")
        )  # fmt: skip
        self.sample.show_rows(review.sample)
        self.table.setVisible(bool(review.departments))
        self.table.show_rows(review.departments)
        self.untold.setVisible(bool(review.untold) or not review.departments)
        self.untold.show_text(
            say("{n} departments with fewer than five clients are not told.", n=review.untold)
            if review.untold else say("No department was asked for anything.")
        )  # fmt: skip

    def _show_used(self, used: tuple[UsedRow, ...]) -> None:
        rows: list[tuple[Text, float, str, str]] = []
        for r in used:
            share = r.share
            money = self.context.format.money
            figure = money(r.given)
            if share is not None and r.limit is not None:
                figure = self.words(
                    "{given} of {limit}", given=money(r.given), limit=money(r.limit)
                )
            rows.append(
                (r.by, share or 0.0, figure, "warning" if (share or 0) > _NEAR else "accent")
            )
        self.used_bars.setVisible(bool(rows))
        self.used_bars.show_bars(rows, say("Limit of this month used"), full=1.0)
        self.used_note.setVisible(not rows)
        self.used_note.show_text(say("Nothing was given this month."))

    def _share(self, r: ShareRow) -> tuple[Text, float, str, str]:
        figure = self.words("{k} of {count}", k=r.grants, count=r.cases)
        if r.low is not None and r.high is not None:
            figure = self.words(
                "{counts}, usually {low}–{high} %", counts=figure,
                low=round(100 * r.low), high=round(100 * r.high),
            )  # fmt: skip
        return (r.by, r.grants / max(1, r.cases), figure, "warning" if r.outside else "accent")

    def _in_time(self, r: OnTimeRow) -> str:
        return self.words("{k} of {count}", k=r.on_time, count=r.judged)

    def _late(self, r: OnTimeRow) -> str:
        if r.median_over is None:
            return "–"
        return self.context.format.span(r.median_over)

    def _quality(self, r: OnTimeRow) -> str:
        return "–" if r.quality is None else self.context.format.number(r.quality, 1)

    def _on_case(self, chosen: SampleRow) -> None:
        self.context.open(Link("complaint", chosen.complaint_id))


def _why(r: SampleRow) -> Text:
    if r.near:
        return say("Near its limit")
    return say("Drawn by lot")
