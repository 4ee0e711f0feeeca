"""The tab of names and dates: the name in every case, and the days to keep in mind."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from vipdesk.access.matrix import Verb, may
from vipdesk.clients import dates, name_forms, profile
from vipdesk.clients.latin_name import proposed_latin
from vipdesk.clients.unmerge import list_merges, unmerge_clients
from vipdesk.ui.widgets import (
    Badge,
    Body,
    Button,
    Caption,
    Card,
    Icon,
    IconButton,
    Tone,
    column,
    row,
    scrolled,
)
from vipdesk.ui.widgets.card import clear
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.vocabulary import DayKind, NameCase, NamePart, label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.clients.dates import DayRow
    from vipdesk.clients.name_forms import NameSheet
    from vipdesk.clients.rows import ClientCard
    from vipdesk.clients.unmerge import MergeRow
    from vipdesk.ui.context import Context

_ICONS = {
    DayKind.NAME_DAY: "star", DayKind.FAMILY_BIRTHDAY: "cake", DayKind.WEDDING: "heart",
    DayKind.MEMBERSHIP: "crown", DayKind.COMPANY: "suitcase", DayKind.MEMORIAL: "moon",
    DayKind.OTHER: "calendar",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """What the tab reads."""

    sheet: NameSheet
    days: tuple[DayRow, ...]
    merges: tuple[MergeRow, ...]


def read_named(desk: Any, client_id: UUID) -> Named:
    """The name, the days and who was merged into this client, in one read."""
    return Named(
        name_forms.get_name_sheet(desk, client_id),
        dates.list_client_dates(desk, client_id),
        list_merges(desk, client_id) if may(desk.actor.role, Verb.SELECT, "client_merge") else (),
    )


class ClientNames(QWidget, Speaking):
    """The name at the left, the days at the right."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self.card: ClientCard | None = None
        self.sheet: NameSheet | None = None
        self.days: tuple[DayRow, ...] = ()
        self.forms_button = Button(
            context, say("Write the forms…"), icon="edit", on=self.write_forms
        )
        self.names = Card(context, say("The name in its cases"))
        self._latin, self._cases = column(gap=4), column(gap=4)
        if self.names.heading is not None:
            self.names.heading.addWidget(self.forms_button)
        self.names.add(self._latin, 4, self._cases)
        self.add_button = Button(context, say("Add a day"), icon="plus", on=self.add_day)
        self.calendar = Card(context, say("Days to keep in mind"))
        if self.calendar.heading is not None:
            self.calendar.heading.addWidget(self.add_button)
        self._days = column(gap=8)
        self.calendar.add(self._days)
        both = row(gap=16)
        self.merged = Card(context, say("Merged from"))
        self._merges = column(gap=8)
        self.merged.add(self._merges)
        self.merged.hide()
        both.addLayout(column(self.names, self.merged, None, gap=16), 1)
        both.addLayout(column(self.calendar, None, gap=16), 1)
        inside = QWidget()
        inside.setLayout(both)
        self.setLayout(column(scrolled(inside), gap=0))
        if not context.may("insert", "name_form"):
            self.forms_button.forbid()
        if not context.may("insert", "client_date"):
            self.add_button.forbid()

    def show_client(self, card: ClientCard) -> None:
        """Another client, or the same after a change."""
        self.card = card
        read = partial(read_named, client_id=card.id)
        self.context.runner.read(read, self._show, owner=self, topic="named")

    def _show(self, named: Named) -> None:
        self.sheet, self.days = named.sheet, named.days
        self._show_latin()
        self._show_cases(named.sheet)
        self._show_merges(named.merges)
        clear(self._days)
        for day in named.days:
            self._days.addLayout(self._day_line(day))
        if not named.days:
            sentence = say("No day is noted yet: name day, wedding, a day of memory.")
            self._days.addWidget(Body(self.context, sentence, ink="text2", wrap=True))

    # The name ----------------------------------------------------------------------------------

    def _show_latin(self) -> None:
        context = self.context
        clear(self._latin)
        if self.card is None:
            return
        f = self.card.fields
        proposal = proposed_latin(f.surname, f.given)
        if f.latin_name:
            said: Say = say("In Latin letters: {name}", name=f.latin_name)
            self._latin.addWidget(Body(context, said, wrap=True, selectable=True))
        if proposal and proposal != f.latin_name:
            line = row(gap=8)
            words = say("As new passports spell it: {name}", name=proposal)
            line.addWidget(Caption(context, words, ink="text2", wrap=True), 1)
            if not f.latin_name and context.may("update", "client"):
                take = Button(context, say("Take it"), kind="link", on=self._on_latin)
                line.addWidget(take)
            self._latin.addLayout(line)

    def _on_latin(self) -> None:
        if self.card is None:
            return
        f = self.card.fields
        taken = replace(f, latin_name=proposed_latin(f.surname, f.given))
        self.context.runner.write(
            partial(profile.change_client, client_id=self.card.id, base=f, values=taken),
            owner=self, said=say("Saved."), undo=partial(_unlatin, self.card.id),
        )  # fmt: skip

    def _show_cases(self, sheet: NameSheet) -> None:
        context = self.context
        clear(self._cases)
        for case in NameCase:
            cells = [c for part in NamePart if (c := sheet.cell(case, part)) is not None]
            words = " ".join(c.used for c in cells if c.used)
            if not words:
                continue
            line = row(gap=8)
            line.addWidget(Caption(context, label(case), ink="text2", wrap=True), 2)
            line.addWidget(Body(context, words, wrap=True, selectable=True), 4)
            if any(c.written for c in cells):
                line.addWidget(Badge(context, say("by hand"), Tone.INFO))
            self._cases.addLayout(line)
        if sheet.name.gender is None:
            sentence = say(
                "Until somebody says how to address this client, letters do without declension."
            )
            self._cases.addWidget(Caption(context, sentence, ink="text2", wrap=True))

    def write_forms(self) -> None:
        """The sheet of all forms."""
        from vipdesk.ui.dialogs.people_dialogs import NameFormsDialog

        if self.sheet is not None:
            NameFormsDialog(self.context, self.sheet, self).open()

    # Who was merged into this client -----------------------------------------------------------

    def _show_merges(self, merges: tuple[MergeRow, ...]) -> None:
        context = self.context
        clear(self._merges)
        self.merged.setVisible(bool(merges))
        for merge in merges:
            words = column(gap=0)
            words.addWidget(Body(context, merge.former_name, wrap=True))
            day = context.format.date(context.format.local(merge.at).date())
            by = say("{day}, by {name}", day=day, name=merge.by) if merge.by else day
            words.addWidget(Caption(context, by, ink="text2", wrap=True))
            line = row(gap=8)
            line.addLayout(words, 1)
            if context.may("insert", "not_the_same"):  # who may tell clients apart
                apart = Button(context, say("Take apart"), kind="link", on=self._on_apart)
                apart.setProperty("row", str(merge.id))
                line.addWidget(apart)
            self._merges.addLayout(line)

    def _on_apart(self) -> None:
        merge_id = self._sent()
        if merge_id is not None:
            self.context.runner.write(
                partial(unmerge_clients, merge_id=merge_id), owner=self,
                said=say("They are two clients again; what was typed since stays here."),
            )  # fmt: skip

    # Days --------------------------------------------------------------------------------------

    def _day_line(self, day: DayRow) -> Any:
        context, f = self.context, day.fields
        words = column(gap=0)
        said = (
            say("{kind}: {title}", kind=label(f.kind), title=f.title) if f.title else label(f.kind)
        )
        words.addWidget(Body(context, said, wrap=True))
        words.addWidget(Caption(context, self._when(day), ink="text2", wrap=True))
        line = row(Icon(context, _ICONS[f.kind]), gap=8)
        line.addLayout(words, 1)
        if f.kind is DayKind.MEMORIAL:
            line.addWidget(Badge(context, say("no cheer"), Tone.NEUTRAL))
        if f.lead_days:
            line.addWidget(Badge(context, say("gift {n} days ahead", n=f.lead_days), Tone.NEUTRAL))
        if context.may("update", "client_date"):
            edit = IconButton(context, "edit", say("Change the day"), on=self._on_edit)
            edit.setProperty("row", str(day.id))
            line.addWidget(edit)
        if context.may("delete", "client_date"):
            away = IconButton(context, "close", say("Forget this day"), on=self._on_remove)
            away.setProperty("row", str(day.id))
            line.addWidget(away)
        return line

    def _when(self, day: DayRow) -> Say | str:
        from vipdesk.ui.dialogs.people_dialogs import day_text

        if day.next_on is None:
            return day_text(day.fields)
        on = self.context.words.day(day.next_on)
        if day.years:
            return say("next on {day}, {n} years", day=on, n=day.years)
        return say("next on {day}", day=on)

    def add_day(self) -> None:
        """The sheet of a new day."""
        self._open_day(None)

    def _open_day(self, day: DayRow | None) -> None:
        from vipdesk.ui.dialogs.people_dialogs import DayDialog

        if self.card is not None:
            given = self.card.fields.given
            DayDialog(self.context, self.card.id, given, self, day=day).open()

    def _sent(self) -> UUID | None:
        button = self.sender()
        return UUID(str(button.property("row"))) if button is not None else None

    def _on_edit(self) -> None:
        row_id = self._sent()
        day = next((d for d in self.days if d.id == row_id), None)
        if day is not None:
            self._open_day(day)

    def _on_remove(self) -> None:
        row_id = self._sent()
        if row_id is not None:
            self.context.runner.write(
                partial(dates.remove_client_date, date_id=row_id), owner=self,
                said=say("Removed."), undo=partial(_put_back, row_id),
            )  # fmt: skip


def _put_back(row_id: UUID, desk: Any, kept: Any) -> None:
    dates.add_client_date(desk, kept[0], kept[1], date_id=row_id)


def _unlatin(client_id: UUID, desk: Any, saved: Any) -> object:
    return profile.change_client(desk, client_id, base=saved.after, values=saved.before)
