"""VIP health: where the clients stand, who needs somebody, and why, down to the facts."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from vipdesk.health import report as health_report
from vipdesk.health import score as scores
from vipdesk.health.case_facts import SEE_ALL
from vipdesk.health.facts import READERS
from vipdesk.health.score import ClientHealth, Overview
from vipdesk.ui.context import Link
from vipdesk.ui.files import save_as
from vipdesk.ui.pages.health_parts import BAND_TONES, HealthPanel, moved_text, reason, shown_text
from vipdesk.ui.pages.page import Page
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import Bars, Button, Caption, Card, Choice, EmptyState, row
from vipdesk.vocabulary import Band, label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.health.report import Report
    from vipdesk.ui.pages.health_standards import StandardsPanel

_BANDS = (Band.AT_RISK, Band.WATCH, Band.UNKNOWN, Band.STEADY)
_INKS = {
    Band.AT_RISK: "danger",
    Band.WATCH: "warning",
    Band.UNKNOWN: "border_strong",
    Band.STEADY: "success",
}
_FILTERS: tuple[tuple[object, Say], ...] = (
    (None, say("All clients")),
    *((band, label(band)) for band in _BANDS),
)


class HealthPage(Page):
    """The clients this person may read, those in need first."""

    section = "health"
    title = say("VIP health")
    watches = (
        "client", "complaint", "case_event", "complaint_clock", "complaint_flag",
        "complaint_promise", "health_snapshot", "interaction", "invitation", "guest", "promise",
        "purchase", "staff", "tier",
    )  # fmt: skip

    def _build(self) -> None:
        context = self.context
        self.rows: tuple[ClientHealth, ...] = ()
        self.write_button = Button(
            context,
            say("Executive’s page (PDF)"),
            kind="primary",
            icon="document",
            on=self._on_write,
        )
        self.keep_button = Button(
            context,
            say("Save today’s snapshot"),
            icon="pin",
            tip=say("Later changes are measured against it."),
            on=self._on_keep,
        )
        self.standards: StandardsPanel | None = None  # made when it is first asked for
        self.standards_button = Button(
            context, say("Service standards"), icon="check", on=self.show_standards
        )
        self.add_action(self.standards_button)
        self.add_action(self.keep_button)
        self.add_action(self.write_button)
        self.bars = Bars(context, label_width=150)
        self.since = Caption(context, "", ink="text2", wrap=True)
        self.mean = Caption(context, "", ink="text2", wrap=True)
        self.filter = Choice(context, _FILTERS, say("Which band"))
        self.filter.setFixedWidth(context.look.px(200))
        self.none = Caption(context, say("Nobody is in this band."), ink="text2")
        self.table = Table(
            context, say("Clients by urgency"), self._columns(), key=lambda r: r.client_id
        )
        self.panel = HealthPanel(context)
        self.panel.hide()
        self.empty = EmptyState(context, say("There are no clients to look at yet."), icon="health")
        overview = Card(context, say("Where the clients stand"))
        overview.add(self.since, self.bars, self.mean)
        self.scores = QWidget()
        left = row(gap=16)
        inside = Card(context, padding=0)
        inside.setProperty("kind", "")
        inside.add(overview, row(self.filter, self.none, None), self.table)
        inside.body.setStretch(2, 1)
        left.addWidget(inside, 1)
        left.addWidget(self.panel)
        self.scores.setLayout(left)
        self.body.addWidget(self.scores, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a small window with large text the list keeps the greater part."""
        super().resizeEvent(event)
        self.panel.setFixedWidth(min(self.context.look.px(348), self.width() * 2 // 5))

    def _columns(self) -> tuple[Column[ClientHealth], ...]:
        context = self.context
        return (
            Column(
                say("Client"),
                lambda r: r.client(context.words.lang),
                width=150,
                stretch=True,
                strong=True,
                second=lambda r: r.tier(context.words.lang),
                sort=lambda r: r.sort_key,
            ),
            Column(
                say("Score"),
                shown_text,
                width=72,
                number=True,
                second=lambda r: moved_text(context.words, r.moved),
                sort=lambda r: (r.score.value is None, r.score.value or 0.0),
            ),
            Column(
                say("Band"), lambda r: label(r.band), width=132, badge=lambda r: BAND_TONES[r.band]
            ),
            Column(
                say("Why"),
                lambda r: reason(r, 0),
                width=170,
                stretch=True,
                second=lambda r: reason(r, 1),
            ),
        )

    def _connect(self) -> None:
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        self.filter.edited.connect(self._on_filter)
        self.panel.closed.connect(self._on_panel_closed)

    def reload(self) -> None:
        """Score the clients again."""
        staff = self.context.staff
        senior = staff is not None and staff.role in SEE_ALL and not self.scores.isHidden()
        self.write_button.setVisible(senior)
        self.keep_button.setVisible(senior)
        self.standards_button.setVisible(staff is None or staff.role in READERS)
        if staff is not None and staff.role not in READERS:
            self.empty.say(say("This page is not part of your role."))
            self.show_empty(self.empty)
            return
        self.load(_read, self._show)

    def show_standards(self) -> None:
        """How service standards are kept, or the scores again, by turns."""
        if self.standards is None:
            from vipdesk.ui.pages.health_standards import StandardsPanel

            self.standards = StandardsPanel(self.context)
            self.standards.hide()
            self.body.addWidget(self.standards, 1)
        shown = self.standards.isHidden()
        self.standards.setVisible(shown)
        self.scores.setVisible(not shown)
        staff = self.context.staff
        senior = not shown and staff is not None and staff.role in SEE_ALL
        self.write_button.setVisible(senior)
        self.keep_button.setVisible(senior)
        self.standards_button.show_text(say("Scores") if shown else say("Service standards"))
        if shown:
            self.standards.reload()

    def open_link(self, link: Link) -> None:
        """A client by id, or a band by its name; 'standards' for how those are kept."""
        if link.part == "standards":
            if self.standards is None or self.standards.isHidden():
                self.show_standards()
            super().open_link(Link(self.section))
            return
        bands = {band.value: band for band in Band}
        self.filter.set_value(bands.get(link.part))
        super().open_link(link)

    def _show(self, read: tuple[tuple[ClientHealth, ...], Overview]) -> None:
        self.rows, whole = read
        if not self.rows:
            self.write_button.hide()
            self.keep_button.hide()
            self.panel.hide()
            self.show_empty(self.empty)
            return
        self.show_subtitle(
            say(
                "Clients: {clients}, not enough data on {unknown}",
                clients=whole.clients,
                unknown=whole.unknown,
            )
        )
        self._show_overview(whole)
        self._on_filter()
        if self.link.id is not None:
            wanted, self.link = self.link.id, Link(self.section)
            self.table.choose(wanted)
        elif self.table.chosen_row() is None and self.panel.row is None:
            self.table.choose_first()
        self.panel.show_client(self.table.chosen_row())

    def _show_overview(self, whole: Overview) -> None:
        words = self.words
        rows = []
        for band in _BANDS:
            now, then = whole.counts[band], whole.before[band]
            figure = words("{now}, was {then}", now=now, then=then) if whole.since else str(now)
            rows.append((label(band), float(now), figure, _INKS[band]))
        told = ", ".join(f"{words(name)} {figure}" for name, _, figure, _ in rows)
        self.bars.show_bars(rows, told)
        if whole.since is None:
            self.since.show_text(say("There is no earlier day to compare with yet."))
            self.mean.hide()
            return
        self.since.show_text(
            say("Compared with {day}.", day=self.context.format.local(whole.since).date())
        )
        self.mean.setVisible(whole.mean_moved is not None)
        if whole.mean_moved is not None:
            moved = words.number(whole.mean_moved, 1).replace("-", "−")
            self.mean.show_text(
                say(
                    "The same {n} clients moved by {moved} points on average.",
                    n=whole.compared,
                    moved=moved,
                )
            )

    def _on_filter(self) -> None:
        band = self.filter.value()
        rows = [r for r in self.rows if band is None or r.band is band]
        self.none.setVisible(not rows)
        self.table.show_rows(rows)

    def _on_chosen(self, chosen: ClientHealth | None) -> None:
        self.panel.show_client(chosen)

    def _on_opened(self, chosen: ClientHealth) -> None:
        self.context.open(Link("client", chosen.client_id))

    def _on_panel_closed(self) -> None:
        self.table.setFocus()

    # What is done here ----------------------------------------------------------------------------

    def _on_keep(self) -> None:
        self.write(scores.take_snapshot, said=_kept)

    def _on_write(self) -> None:
        day = self.context.format.today().isoformat()
        save_as(self, self.words("VIP health {day}.pdf", day=day), self.write_to)

    def write_to(self, path: str) -> None:
        """Write the executive's page: the journal first, then the file."""
        self.write(health_report.export_report, partial(self._write_pdf, Path(path)))

    def _write_pdf(self, path: Path, report: Report) -> None:
        save = partial(_save, path, report, self.words, names=not self.context.presenting)
        self.context.runner.background(save, self._on_written, owner=self)

    def _on_written(self, _path: Path) -> None:
        self.context.say(say("The executive’s page is saved."), tone="success")


def _read(desk: Any) -> tuple[tuple[ClientHealth, ...], Overview]:
    rows = scores.score_clients(desk)
    return rows, scores.overview(desk, rows)


def _save(path: Path, report: Report, words: Any, *, names: bool) -> Path:
    from vipdesk.health.report_pdf import save_report

    return save_report(path, report, words, names=names)


def _kept(n: int) -> Say:
    return say("Saved the health of {n} clients.", n=n)
