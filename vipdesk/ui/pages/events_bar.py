"""Above the pictures of the programme: which view, which time, what of it; and how varied it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from vipdesk.events import season
from vipdesk.events.guest_criteria import list_tiers
from vipdesk.events.monotony import LIMIT
from vipdesk.events.monotony import shown as as_said
from vipdesk.events.templates import list_templates
from vipdesk.ui.widgets import (
    Body,
    Button,
    Card,
    Choice,
    Icon,
    IconButton,
    Strong,
    Title,
    column,
    row,
)
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.vocabulary import EventState, label
from vipdesk.wording import Lang, Say, Words, say

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path
    from uuid import UUID

    from vipdesk.events.programme import EventRow
    from vipdesk.events.season import Season
    from vipdesk.events.templates import TemplateRow
    from vipdesk.ui.context import Context, Text


class View(StrEnum):
    """A picture of time."""

    MONTH = "month"
    WEEK = "week"
    SEASON = "season"


_VIEWS = (
    (str(View.MONTH), say("Month")), (str(View.WEEK), say("Week")),
    (str(View.SEASON), say("Season")),
)  # fmt: skip
_AGO = {View.MONTH: say("Month before"), View.WEEK: say("Week before"),
        View.SEASON: say("Three months back")}  # fmt: skip
_ON = {View.MONTH: say("Month after"), View.WEEK: say("Week after"),
       View.SEASON: say("Three months on")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SeasonSeen:
    """What the page reads at once. `tiers`: (code, Russian, English) by rank."""

    season: Season
    tiers: tuple[tuple[str, str, str], ...]
    templates: tuple[TemplateRow, ...]

    def tier_names(self, lang: Lang) -> dict[str, str]:
        """Names of tiers by their codes."""
        return {code: en if lang is Lang.EN else ru for code, ru, en in self.tiers}


def read_season(desk: Any, since: datetime) -> SeasonSeen:
    """The season, the tiers, the templates."""
    return SeasonSeen(season.get_season(desk, since=since), list_tiers(desk), list_templates(desk))


def export_season(desk: Any, words: Words, path: Path) -> None:
    """The programme as a calendar file. Raises `UserError` where it cannot be written."""
    from vipdesk.errors import UserError
    from vipdesk.events.programme_calendar import export_programme

    data = export_programme(desk, words=words)
    try:
        path.write_bytes(data)
    except OSError:
        raise UserError(
            say("“{file}” cannot be written. Choose another place.", file=path.name)
        ) from None


class Choices(QWidget, Speaking):
    """A few words side by side, one of them chosen. `chosen()`; `value` is its key."""

    chosen = Signal()

    def __init__(self, context: Context, choices: tuple[tuple[str, Text], ...], name: Text) -> None:
        super().__init__()
        self.listen(context)
        self.speak(setAccessibleName=name)
        self._keys = [key for key, _ in choices]
        self._group = QButtonGroup(self)
        box = row(gap=12)
        self.buttons: dict[str, Button] = {}
        for number, (key, words) in enumerate(choices):
            button = Button(context, words, kind="tab")
            button.setCheckable(True)
            button.setChecked(number == 0)
            self._group.addButton(button, number)
            self.buttons[key] = button
            box.addWidget(button)
        self.setLayout(box)
        self._group.idClicked.connect(self._on_clicked)

    @property
    def value(self) -> str:
        """The chosen key."""
        return self._keys[max(0, self._group.checkedId())]

    def choose(self, key: str) -> None:
        """Choose as a click does."""
        self.buttons[key].click()

    def _on_clicked(self, _at: int) -> None:
        self.chosen.emit()


class EventsBar(QWidget, Speaking):
    """The view, the way through time, and the filters."""

    view_chosen = Signal()
    turned = Signal(int)
    today_requested = Signal()
    filtered = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.listen(context)
        self.views = Choices(context, _VIEWS, say("View of the programme"))
        self.label = Title(context, "")
        self.before = IconButton(context, "chevron-left", _AGO[View.MONTH], on=self._on_before)
        self.after = IconButton(context, "chevron-right", _ON[View.MONTH], on=self._on_after)
        today = Button(context, say("Today"), on=self.today_requested.emit)
        self.kind = Choice(context, (("", say("Every kind")),), say("Kind"))
        self.tier = Choice(context, (("", say("Every tier")),), say("Tier"))
        states = tuple((str(s), label(s)) for s in EventState)
        self.state = Choice(context, (("", say("Every state")), *states), say("State"))
        top = row(self.views, 8, self.before, today, self.after, 8, gap=4)
        top.addWidget(self.label, 1)
        filters = row(gap=8)
        for choice in (self.kind, self.tier, self.state):
            choice.setMinimumWidth(context.look.px(172))
            choice.setMaximumWidth(context.look.px(220))
            filters.addWidget(choice)
            choice.edited.connect(self.filtered)
        filters.addStretch(1)
        self.setLayout(column(top, filters, gap=8))
        self.views.chosen.connect(self._on_view)

    @property
    def view(self) -> View:
        """Which picture."""
        return View(self.views.value)

    @property
    def is_filtering(self) -> bool:
        """Whether something may be left out."""
        return any(c.value() for c in (self.kind, self.tier, self.state))

    def offer(self, seen: SeasonSeen) -> None:
        """Kinds and tiers of the club."""
        lang = self.context.words.lang
        kinds = tuple((_key(k.category, k.key[1]), k.called(lang)) for k in seen.season.kinds)
        self.kind.offer((("", say("Every kind")), *kinds))
        names = seen.tier_names(lang)
        self.tier.offer((("", say("Every tier")), *names.items()))

    def takes(self, event: EventRow) -> bool:
        """Whether the filters leave this event in. A category takes its own kinds in."""
        kind, tier, state = self.kind.value(), self.tier.value(), self.state.value()
        of_kind = not kind or kind in (str(event.kind), _key(event.kind, event.sort_id))
        of_tier = not tier or not event.tiers or tier in event.tiers
        return of_kind and of_tier and (not state or state == str(event.state))

    def _on_view(self) -> None:
        self.before.speak(setToolTip=_AGO[self.view], setAccessibleName=_AGO[self.view])
        self.after.speak(setToolTip=_ON[self.view], setAccessibleName=_ON[self.view])
        self.view_chosen.emit()

    def _on_before(self) -> None:
        self.turned.emit(-1)

    def _on_after(self) -> None:
        self.turned.emit(1)


def _key(category: object, sort_id: UUID | None) -> str:
    return f"{category}:{sort_id}" if sort_id is not None else str(category)


class VarietyCard(Card):
    """Said only where a season repeats itself: the figure, and the one change that helps most."""

    opened = Signal(object)  # event id

    def __init__(self, context: Context) -> None:
        super().__init__(context, padding=12)
        self._event: UUID | None = None
        self.told = Strong(context, "", wrap=True)
        self.advice = Body(context, "", ink="text2", wrap=True)
        self.button = Button(context, say("Open the event"), on=self._on_open)
        line = row(Icon(context, "warning", ink="warning"), gap=12)
        line.addLayout(column(self.told, self.advice, gap=2), 1)
        line.addWidget(self.button)
        self.add(line)
        self.hide()

    def show_season(self, shown: Season) -> None:
        """The season ahead, or its worst event where the whole is still varied."""
        worst = shown.worst(self.context.now())
        self.setVisible(shown.warns or worst is not None)
        told: Say = say("Some of what is ahead repeats itself.")
        if shown.warns:
            told = say(
                "The season ahead repeats itself: monotony {figure}, the limit is {limit}.",
                figure=as_said(shown.index or 0), limit=as_said(LIMIT),
            )  # fmt: skip
        self.told.show_text(told)
        self._event = worst.event_id if worst else None
        self.button.setVisible(worst is not None)
        lang = self.context.words.lang
        event = next((e for e in shown.events if worst and e.id == worst.event_id), None)
        said = shown.told(worst, lang) if worst else None
        self.advice.setVisible(event is not None and said is not None)
        if event is not None and worst is not None and said is not None:
            self.advice.show_text(
                say(
                    "“{title}” is like the events before it by {figure}. {advice}",
                    title=event.named(lang), figure=as_said(worst.index), advice=said,
                )
            )  # fmt: skip

    def _on_open(self) -> None:
        if self._event is not None:
            self.opened.emit(self._event)
