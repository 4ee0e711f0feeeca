"""The choices of an event: what guests may choose, how full each is, who chose what."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vipdesk.clients.names import display_name
from vipdesk.events import options
from vipdesk.ui.widgets import (
    Body,
    Button,
    Caption,
    Card,
    EmptyState,
    IconButton,
    Ring,
    Strong,
    column,
    row,
    scrolled,
)
from vipdesk.ui.widgets.card import clear
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.wording import say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.events.options import ChoiceRow, OptionRow
    from vipdesk.ui.context import Context
    from vipdesk.ui.pages.event_tabs import EventWhole


@dataclass(frozen=True, slots=True)
class Offered:
    """What the tab reads."""

    event_id: UUID
    options: tuple[OptionRow, ...]
    choices: tuple[ChoiceRow, ...]


def read_offered(desk: Any, event_id: UUID) -> Offered:
    """Of one event."""
    return Offered(
        event_id, options.list_options(desk, event_id), options.list_choices(desk, event_id)
    )


class EventOptions(QWidget, Speaking):
    """A card for each question; under each answer, who chose it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.listen(context)
        self._whole: EventWhole | None = None
        self._offered: Offered | None = None
        self.new_button = Button(context, say("New choice…"), icon="plus", on=self._on_new)
        self.choose_button = Button(context, say("A guest’s choice…"), on=self._on_choose)
        self.new_button.setVisible(context.may("insert", "event_option"))
        self.choose_button.setVisible(context.may("insert", "invitation_choice"))
        inside = QWidget()
        self.rows = column(gap=12)
        self.rows.setContentsMargins(0, 0, 8, 0)
        inside.setLayout(self.rows)
        box = column(row(self.new_button, self.choose_button, None), gap=12)
        box.addWidget(scrolled(inside), 1)
        self.setLayout(box)

    def show_event(self, whole: EventWhole) -> None:
        """The page has read the event."""
        self._whole = whole
        read = partial(read_offered, event_id=whole.card.row.id)
        self.context.runner.read(read, self._show, owner=self, topic="options")

    def respeak(self) -> None:
        """The other language."""
        if self._offered is not None:
            self._show(self._offered)

    def _show(self, offered: Offered) -> None:
        if self._whole is None or offered.event_id != self._whole.card.row.id:
            return
        self._offered = offered
        clear(self.rows)
        self.choose_button.allow(
            bool(offered.options and self._guests()),
            say("First there is something to choose, and somebody is invited."),
        )
        chosen: dict[UUID, list[str]] = defaultdict(list)
        names = dict(self._guests())
        for choice in offered.choices:
            chosen[choice.option.id].append(names.get(choice.invitation_id, ""))
        for _, answers in groupby(offered.options, key=lambda o: o.question):
            self.rows.addWidget(self._question(tuple(answers), chosen))
        if not offered.options:
            self.rows.addWidget(
                EmptyState(
                    self.context, say("Nothing is to be chosen."), icon="check",
                    hint=say("A menu, a time, a car to drive: what each guest chooses is kept "
                             "with the invitation."),
                ),
                1,
            )  # fmt: skip
        else:
            self.rows.addStretch(1)

    def _question(self, answers: tuple[OptionRow, ...], chosen: dict[UUID, list[str]]) -> Card:
        context, lang = self.context, self.context.words.lang
        made = Card(context, answers[0].asked(lang))
        if made.heading is not None and context.may("insert", "event_option"):
            first = answers[0]
            made.heading.addWidget(_More(self, (first.question, first.question_en)))
        for option in answers:
            ring = Ring(context, size=44)
            part = option.taken / option.places if option.places else None
            figure = f"{option.taken}/{option.places}" if option.places else str(option.taken)
            said = (
                say("{taken} of {seats} places taken", taken=option.taken, seats=option.places)
                if option.places
                else say("{n} people chose it", n=option.taken)
            )
            ring.show_part(part, figure, said)
            who = ", ".join(sorted(n for n in chosen[option.id] if n))
            words = column(
                None,
                Strong(context, option.named(lang), wrap=True),
                Caption(context, who or say("Nobody yet"), ink="text2", wrap=True),
                None,
                gap=2,
            )  # fmt: skip
            line = row(ring, gap=12)
            line.addLayout(words, 1)
            if context.may("update", "event_option"):
                line.addWidget(_Deed(self, option, "edit", say("Change the choice")))
                line.addWidget(_Deed(self, option, "trash", say("Remove the choice")))
            made.add(line)
        free = len(self._guests()) - len({c.invitation_id for c in self._choices_of(answers)})
        if free > 0 and self._guests():
            made.add(Body(context, say("{n} guests have not chosen", n=free), ink="text2"))
        return made

    def _choices_of(self, answers: tuple[OptionRow, ...]) -> list[ChoiceRow]:
        ids = {o.id for o in answers}
        choices = self._offered.choices if self._offered else ()
        return [c for c in choices if c.option.id in ids]

    def _guests(self) -> list[tuple[UUID, str]]:
        """(invitation, name) of guests who may still come."""
        lang = self.context.words.lang
        guests = self._whole.guests.guests if self._whole else ()
        return [
            (g.invitation_id, display_name(g.name, lang))
            for g in guests
            if g.invitation_id is not None and str(g.partstat) != "DECLINED"
        ]

    def _on_new(self) -> None:
        self.ask(None)

    def ask(self, option: OptionRow | None, question: tuple[str, str] = ("", "")) -> None:
        """The sheet of one answer."""
        from vipdesk.ui.dialogs.event_parts_dialogs import OptionDialog

        if self._whole is not None:
            OptionDialog(self.context, self._whole.card.row.id, self, option, question).open()

    def _on_choose(self) -> None:
        from vipdesk.ui.dialogs.event_parts_dialogs import ChoiceDialog

        if self._offered is not None:
            ChoiceDialog(self.context, tuple(self._guests()), self._offered.options, self).open()

    def remove(self, option: OptionRow) -> None:
        """Take an answer away; the undo brings it back."""
        self.context.runner.write(
            partial(options.remove_option, option_id=option.id), None, owner=self,
            said=say("The choice is gone."), undo=_bring_back,
        )  # fmt: skip


class _More(Button):
    """Another answer to the same question."""

    def __init__(self, tab: EventOptions, question: tuple[str, str]) -> None:
        super().__init__(
            tab.context, say("Add an answer"), kind="link", icon="plus", on=self._on_pressed
        )
        self._tab, self._question = tab, question

    def _on_pressed(self) -> None:
        self._tab.ask(None, self._question)


class _Deed(IconButton):
    """Changes or removes one answer."""

    def __init__(self, tab: EventOptions, option: OptionRow, icon: str, name: Any) -> None:
        super().__init__(tab.context, icon, name, on=self._on_pressed)
        self._tab, self._option, self._removes = tab, option, icon == "trash"

    def _on_pressed(self) -> None:
        if self._removes:
            self._tab.remove(self._option)
        else:
            self._tab.ask(self._option)


def _bring_back(desk: Any, taken: Any) -> None:
    event_id, words = taken
    options.add_option(desk, event_id=event_id, words=words)
