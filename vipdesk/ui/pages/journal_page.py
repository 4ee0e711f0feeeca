"""The journal: who did what to which and when; and whether anybody touched it since."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from vipdesk.access.anchors import Anchors
from vipdesk.access.journal import ChainReport, Check, Head
from vipdesk.access.journal_words import DEEDS, Deed, verdict_words
from vipdesk.clients.names import display_name
from vipdesk.errors import UserError
from vipdesk.privacy import journal
from vipdesk.privacy.journal import Actor, JournalFilter, JournalPart, JournalRow, Key
from vipdesk.ui.context import Link
from vipdesk.ui.pages.page import Page
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import (
    Button,
    Caption,
    Card,
    Choice,
    EmptyState,
    Icon,
    Strong,
    column,
    row,
)
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.access import Desk
    from vipdesk.ui.context import Context, Text

CHECKED_AT_ONCE = 20_000
_ICONS = {
    Deed.LOOK: "eye", Deed.TAKE: "export", Deed.ADD: "plus", Deed.CHANGE: "edit",
    Deed.REMOVE: "trash", Deed.SEND: "send", Deed.RULE: "key",
}  # fmt: skip
_ALWAYS = 0
_DAYS: tuple[tuple[object, Say], ...] = (
    (_ALWAYS, say("All days")),
    (1, say("Today")),
    (7, say("The last 7 days")),
    (30, say("The last 30 days")),
    (365, say("The last year")),
)


class JournalPage(Page):
    """Entries, the newest first, in parts of 200; the chain is checked on demand."""

    section = "journal"
    title = say("Journal")

    def _build(self) -> None:
        context = self.context
        self._starts: list[Key | None] = [None]
        self._part: JournalPart | None = None
        self._actors: tuple[Actor, ...] = ()
        self.export_button = Button(context, say("Save as a file"), icon="export", on=self.export)
        self.verify_button = Button(
            context, say("Verify now"), kind="primary", icon="check", on=self.verify,
            tip=say("Computes the whole chain again"),
        )  # fmt: skip
        self.add_action(self.export_button)
        self.add_action(self.verify_button)
        self.verdict = Verdict(context)
        self.actor = Choice(context, name=say("Whose deeds"))
        self.deed = Choice(context, name=say("Kind of deed"))
        self.days = Choice(context, _DAYS, name=say("Which days"))
        self.only = Button(context, say("Only this"), icon="filter", on=self._on_only)
        filters = row(gap=8)
        for choice in (self.actor, self.deed, self.days):
            filters.addWidget(choice, 1)
        filters.addWidget(self.only)
        self.table = Table(context, say("Journal"), self._columns())
        self.nothing = EmptyState(context, say("No entry matches."), icon="search")
        self._inside = QStackedWidget()
        self._inside.addWidget(self.table)
        self._inside.addWidget(self.nothing)
        self.shown = Caption(context, "", ink="text2")
        self.newer = Button(context, say("Newer"), icon="chevron-left", on=self._on_newer)
        self.older = Button(context, say("Older"), icon="chevron-right", on=self._on_older)
        foot = row(gap=8)
        foot.addWidget(self.shown, 1)
        foot.addWidget(self.newer)
        foot.addWidget(self.older)
        self.body.addWidget(self.verdict)
        self.body.addLayout(filters)
        self.body.addWidget(self._inside, 1)
        self.body.addLayout(foot)
        self.hidden = EmptyState(context, say("This page is not part of your role."), icon="lock")
        self._offer()

    def _columns(self) -> tuple[Column[JournalRow], ...]:
        return (
            Column(say("When"), self._when, width=148, tip=self._when_whole),
            Column(say("Who"), lambda r: r.who, width=136, tip=lambda r: r.who),
            Column(
                say("What was done"), lambda r: r.said, width=216, stretch=True, strong=True,
                icon=lambda r: _ICONS[r.deed] if r.deed else "help", tip=lambda r: r.said,
            ),
            Column(
                say("About whom or what"), self._about, width=144, stretch=True,
                second=self._about_second, tip=self._about,
            ),
            Column(say("Details"), self._details, width=140, stretch=True, tip=_details_tip,
                   ink=lambda _: "text2"),
        )  # fmt: skip

    def _connect(self) -> None:
        self.table.chosen.connect(self._on_chosen)
        self.table.opened.connect(self._on_opened)
        for choice in (self.actor, self.deed, self.days):
            choice.edited.connect(self._on_filtered)

    # Reading -------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the part that is shown."""
        self.load(
            partial(_read, wanted=self.wanted(), before=self._starts[-1]), self._show
        )  # fmt: skip

    def open_link(self, link: Link) -> None:
        """`id`: only the entries about one object."""
        self._starts = [None]
        super().open_link(link)

    def wanted(self) -> JournalFilter:
        """The filter as it is chosen."""
        actor, deed = self.actor.value(), self.deed.value()
        return JournalFilter(
            actor=actor if isinstance(actor, str) else "",
            deed=deed if isinstance(deed, Deed) else None,
            object_id=self.link.id,
            since=self._since(),
        )

    def _since(self) -> datetime | None:
        days = self.days.value()
        if not isinstance(days, int) or days == _ALWAYS:
            return None
        midnight = datetime.combine(self.context.format.today(), time())
        zone = self.context.format.local(self.context.now()).tzinfo
        return (midnight - timedelta(days=days - 1)).replace(tzinfo=zone)

    def _show(self, read: tuple[bool, JournalPart, tuple[Actor, ...]]) -> None:
        allowed, self._part, actors = read
        for button in (self.export_button, self.verify_button):
            button.setVisible(allowed)
        if not allowed:
            self.show_empty(self.hidden)
            return
        if actors != self._actors:
            self._actors = actors
            self._offer()
        rows = self._part.rows
        self._inside.setCurrentWidget(self.table if rows else self.nothing)
        self.table.show_rows(rows)
        self.newer.setEnabled(len(self._starts) > 1)
        self.older.setEnabled(self._part.more)
        self.shown.show_text(
            say(
                "From {last} to {first}",
                first=self._when(rows[0]), last=self._when(rows[-1]),
            )
            if rows
            else ""
        )  # fmt: skip
        self._on_chosen(self.table.chosen_row())

    def _offer(self) -> None:
        actors: list[tuple[object, Text]] = [("", say("Everybody"))]
        actors += [(a.key, a.who) for a in self._actors]
        deeds: list[tuple[object, Text]] = [("", say("All deeds"))]
        deeds += list(DEEDS.items())
        self.actor.offer(tuple(actors))
        self.deed.offer(tuple(deeds))

    # Doing ---------------------------------------------------------------------------------------

    def verify(self) -> None:
        """Compute the chain again, part by part; other pages read in between."""
        self.verify_button.setEnabled(False)
        self.verdict.show_progress(0)
        self.context.runner.read(
            partial(_begin, folder=self.context.folder), self._on_checked, owner=self,
            failed=self._on_unchecked,
        )  # fmt: skip

    def _on_checked(self, found: tuple[Check, bool]) -> None:
        check, more = found
        if more:
            self.verdict.show_progress(100 * check.entries // max(check.total, check.entries, 1))
            self.context.runner.read(
                partial(_go_on, check=check), self._on_checked, owner=self,
                failed=self._on_unchecked,
            )  # fmt: skip
            return
        report = check.report()
        self.verify_button.setEnabled(True)
        self.verdict.show_report(report, self.context.now())
        if report.whole and report.head and self.context.folder:
            self.context.runner.read(
                partial(_keep, report=report, folder=self.context.folder), _kept, owner=self
            )

    def _on_unchecked(self, _error: Exception) -> bool:
        self.verify_button.setEnabled(True)
        self.verdict.hide()
        return False

    def export(self) -> None:
        """The entries of the present filter as a file."""
        from vipdesk.ui.dialogs.export_dialog import JournalExportDialog

        JournalExportDialog(self.context, self.wanted(), self).open()

    def _on_filtered(self) -> None:
        self._starts = [None]
        self.reload()

    def _on_only(self) -> None:
        """Only the entries about the chosen one's object; or all of them again."""
        chosen = self.table.chosen_row()
        if self.link.id is not None:
            self.link = replace(self.link, id=None)
        elif chosen is not None:
            self.link = replace(self.link, id=chosen.object_id)
        self._on_filtered()

    def _on_chosen(self, chosen: JournalRow | None) -> None:
        held = self.link.id is not None
        self.only.speak(setText=say("Show everything") if held else say("Only this"))
        self.only.setEnabled(held or (chosen is not None and chosen.object_id is not None))

    def _on_opened(self, chosen: JournalRow) -> None:
        if chosen.client_id is not None:
            self.context.open(Link("client", chosen.client_id))

    def _on_older(self) -> None:
        if self._part is not None and self._part.more:
            self._starts.append(self._part.rows[-1].key)
            self.reload()

    def _on_newer(self) -> None:
        if len(self._starts) > 1:
            self._starts.pop()
            self.reload()

    # Words of cells ----------------------------------------------------------------------------

    def _when(self, r: JournalRow) -> str:
        return self.context.format.moment_short(r.at)

    def _when_whole(self, r: JournalRow) -> str:
        return f"{self.context.format.local(r.at):%Y-%m-%d %H:%M:%S}"

    def _about(self, r: JournalRow) -> Text:
        if r.client is None or self.context.presenting:
            return r.about
        return display_name(r.client, self.words.lang)

    def _about_second(self, r: JournalRow) -> Text:
        return "" if r.client is None or self.context.presenting else r.about

    def _details(self, r: JournalRow) -> Text:
        if r.reason:
            return r.reason
        if r.deed is Deed.CHANGE and r.fields:
            return say("Fields changed: {count}", count=len(r.fields))
        return ""


def _details_tip(r: JournalRow) -> Text:
    return " · ".join((*([r.reason] if r.reason else []), *r.fields))


class Verdict(Card):
    """What the check found: a picture and a plain sentence; while it runs, how far it is."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent=parent)
        self.icon = Icon(context, "clock", size=20)
        self.sentence = Strong(context, "", wrap=True)
        self.more = Caption(context, "", ink="text2", wrap=True)
        both = row(gap=12)
        both.addWidget(self.icon)
        both.addLayout(column(self.sentence, self.more, gap=2), 1)
        self.body.addLayout(both)
        self.hide()

    def show_progress(self, percent: int) -> None:
        """How much is done, in per cent."""
        self.icon.show_icon("clock", "text2")
        self.sentence.show_text(say("Checking the journal: {percent}%", percent=percent))
        self.more.hide()
        self.show()

    def show_report(self, report: ChainReport, at: datetime) -> None:
        """The verdict, and what explains it."""
        good = report.whole
        self.icon.show_icon("check" if good else "warning", "success" if good else "danger")
        verdict, *rest = verdict_words(report)
        self.sentence.show_text(verdict)
        checked = say("Checked {moment}.", moment=self.context.format.moment(at))
        lines = [self.context.text(s) for s in (*rest, checked)]
        self.more.show_text(" ".join(lines))
        self.more.show()
        self.show()


def _read(
    desk: Desk, *, wanted: JournalFilter, before: Key | None
) -> tuple[bool, JournalPart, tuple[Actor, ...]]:
    if not journal.may_read(desk):
        return False, JournalPart((), more=False), ()
    part = journal.find_entries(desk, wanted, before=before)
    return True, part, journal.list_actors(desk)


def _begin(desk: Desk, *, folder: str) -> tuple[Check, bool]:
    """With the heads kept beside the vault, where there is one."""
    heads: tuple[Head, ...] = ()
    if folder:
        heads = Anchors(Path(folder), desk.sealer).heads()
    check = Check(heads)
    return check, check.read_part(desk.session, CHECKED_AT_ONCE)


def _go_on(desk: Desk, *, check: Check) -> tuple[Check, bool]:
    return check, check.read_part(desk.session, CHECKED_AT_ONCE)


def _keep(desk: Desk, *, report: ChainReport, folder: str) -> None:
    try:
        Anchors(Path(folder), desk.sealer).keep(Head(report.head, report.entries), at=desk.now)
    except UserError:
        return


_kept: Callable[[Any], None] = lambda _none: None  # noqa: E731 nothing is shown for it
