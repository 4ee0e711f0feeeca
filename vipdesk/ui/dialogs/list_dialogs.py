"""Sheets of the list of clients: filters, columns, the name of a view, deeds over several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from vipdesk.clients import saved_views, several
from vipdesk.clients.list_filter import ClientFilter, Offered, Silence, list_offered
from vipdesk.events import guest_lists, programme
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets import Button, Caption, Choice, Field, row
from vipdesk.vocabulary import Band, label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.access import StaffRow
    from vipdesk.clients.rows import TierRow
    from vipdesk.clients.saved_views import Arrangement, ViewRow
    from vipdesk.events.programme import EventRow
    from vipdesk.ui.context import Context, Text

MONTHS = (
    say("January"), say("February"), say("March"), say("April"), say("May"), say("June"),
    say("July"), say("August"), say("September"), say("October"), say("November"),
    say("December"),
)  # fmt: skip
SILENCES: dict[Silence, Say] = {
    Silence.OVERDUE: say("Silent longer than agreed"),
    Silence.NEVER: say("Never talked to"),
    Silence.WEEK: say("Talked to this week"),
    Silence.DAYS_30: say("No talk for 30 days"),
    Silence.DAYS_90: say("No talk for 90 days"),
    Silence.DAYS_180: say("No talk for 180 days"),
}
_ANY = say("Any")
_Choices = tuple[tuple[object, "Text"], ...]


class FilterDialog(Dialog):
    """Everything the list can be narrowed by; `chosen(ClientFilter)`."""

    chosen = Signal(object)

    def __init__(
        self,
        context: Context,
        wanted: ClientFilter,
        parent: QWidget,
        *,
        tiers: Sequence[TierRow] = (),
        staff: Sequence[StaffRow] = (),
    ) -> None:
        self._wanted = wanted
        lang = context.settings.lang
        offered_tiers: _Choices = ((None, _ANY), *((t.id, t.name(lang)) for t in tiers))
        leaders: _Choices = ((None, _ANY), *((s.id, s.name_in(lang)) for s in staff))
        silences = ((None, _ANY), *SILENCES.items())
        months = ((None, _ANY), *enumerate(MONTHS, start=1))
        super().__init__(
            context,
            say("Filters"),
            primary=say("Show"),
            parent=parent,
            rows=(
                (
                    Field("tier_id", say("Tier"), "choice", choices=offered_tiers),
                    Field("manager_id", say("Manager"), "choice", choices=leaders),
                ),
                (
                    Field("city", say("City"), "choice", choices=(("", _ANY),)),
                    Field("band", say("Health"), "choice", choices=((None, _ANY),)),
                ),
                (
                    Field("silence", say("Last contact"), "choice", choices=silences),
                    Field("birthday_month", say("Birthday in"), "choice", choices=months),
                ),
                (
                    Field("interest", say("Interest"), "choice", choices=(("", _ANY),)),
                    Field("without_manager", say("Without a manager"), "check"),
                ),
            ),
        )
        context.runner.read(list_offered, self._offer, owner=self)
        self._show()

    def submit(self) -> None:
        """Narrow the list."""
        values = self.form.values()
        self.chosen.emit(replace(self._wanted, **values))
        self.accept()

    def _offer(self, offered: Offered) -> None:
        typed = self.form.values()
        self._fill("city", "", offered.cities, self._wanted.city)
        self._fill("interest", "", offered.interests, self._wanted.interest)
        bands = tuple((b, label(b)) for b in Band) if offered.bands else ()
        self._choice("band").offer(((None, _ANY), *bands))
        self.form.fields["band"].setVisible(offered.bands)
        self._show()
        for name in ("tier_id", "manager_id", "silence", "birthday_month"):
            self._choice(name).set_value(typed[name])

    def _fill(self, name: str, none: str, offered: tuple[str, ...], present: str) -> None:
        known = sorted({*offered, present} - {""})
        self._choice(name).offer(((none, _ANY), *((o, o) for o in known)))

    def _show(self) -> None:
        wanted = self._wanted
        for name in ("tier_id", "manager_id", "city", "band", "silence", "birthday_month",
                     "interest"):  # fmt: skip
            self._choice(name).set_value(getattr(wanted, name))
        self.form.set_values({"without_manager": wanted.without_manager})

    def _choice(self, name: str) -> Choice:
        editor = self.form.fields[name].editor
        assert isinstance(editor, Choice)  # noqa: S101 a form's field is what it was made as
        return editor


class ColumnsDialog(Dialog):
    """Which columns, in what order; `chosen(keys)`. The name is always the first."""

    chosen = Signal(object)

    def __init__(
        self,
        context: Context,
        offered: Sequence[tuple[str, Text]],
        shown: Sequence[str],
        parent: QWidget,
        *,
        most: int,
    ) -> None:
        self._offered, self._shown, self._most = tuple(offered), tuple(shown), most
        super().__init__(context, say("Columns"), primary=say("Show"), parent=parent, width=420)

    def _build(self) -> None:
        context = self.context
        hint = say("Space shows or hides a column, {limit} at most.", limit=self._most - 1)
        self.body.addWidget(Caption(context, hint, ink="text2", wrap=True))
        self.list = QListWidget()
        self.list.setAccessibleName(context.words("Columns"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setMinimumHeight(context.look.px(280))
        self.list.setFont(context.look.font("body"))
        self.list.setSpacing(3)
        words = dict(self._offered)
        order = [*self._shown, *(k for k in words if k not in self._shown)]
        for key in order:
            if key not in words:
                continue
            item = QListWidgetItem(context.text(words[key]))
            item.setData(Qt.ItemDataRole.UserRole, key)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = key in self._shown
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.itemChanged.connect(self._on_changed)
        self.body.addWidget(self.list)
        self.up = Button(context, say("Further left"), icon="arrow-up", on=self.move_up)
        self.down = Button(context, say("Further right"), icon="arrow-down", on=self.move_down)
        self.usual = Button(context, say("As usual"), kind="flat", on=self.take_usual)
        self.body.addLayout(row(self.up, self.down, None, self.usual))

    def keys(self) -> tuple[str, ...]:
        """The checked ones, in order."""
        items = [self.list.item(n) for n in range(self.list.count())]
        return tuple(
            str(i.data(Qt.ItemDataRole.UserRole))
            for i in items
            if i.checkState() is Qt.CheckState.Checked
        )

    def submit(self) -> None:
        """Show them."""
        self.chosen.emit(self.keys())
        self.accept()

    def take_usual(self) -> None:
        """The columns the desk came with."""
        self.chosen.emit(())
        self.accept()

    def move_up(self) -> None:
        """The marked column one place to the left."""
        self._move(-1)

    def move_down(self) -> None:
        """The marked column one place to the right."""
        self._move(1)

    def _move(self, step: int) -> None:
        place = self.list.currentRow()
        wanted = place + step
        if place < 0 or not 0 <= wanted < self.list.count():
            return
        item = self.list.takeItem(place)
        self.list.insertItem(wanted, item)
        self.list.setCurrentRow(wanted)

    def _on_changed(self, _item: QListWidgetItem) -> None:
        count = len(self.keys())
        fits = 1 <= count < self._most
        self.primary_button.allow(
            fits, say("Choose between 1 and {limit} columns.", limit=self._most - 1)
        )


class SaveViewDialog(Dialog):
    """A name for what is shown now; `saved(ViewRow)`."""

    saved = Signal(object)

    def __init__(
        self, context: Context, arrangement: Arrangement, parent: QWidget, *, name: str = ""
    ) -> None:
        self._arrangement = arrangement
        super().__init__(
            context,
            say("Save this view"),
            primary=say("Save"),
            parent=parent,
            width=420,
            rows=(
                Field(
                    "name", say("Name"), required=True, value=name,
                    help=say("Filters, columns and order are kept; what was typed to search is "
                             "not. Only you see your views."),
                ),
                Field("is_default", say("Open the list with it"), "check"),
            ),
        )  # fmt: skip

    def submit(self) -> None:
        """Save."""
        deed = partial(saved_views.save_view, arrangement=self._arrangement, **self.form.values())
        self.write(deed, self.saved.emit, said=say("The view is saved."), undo=_forget)


def _forget(desk: Any, view: ViewRow) -> None:
    saved_views.remove_view(desk, view.id)


class PromiseEachDialog(Dialog):
    """The same promise to each of the chosen."""

    def __init__(self, context: Context, client_ids: Sequence[UUID], parent: QWidget) -> None:
        self._ids = tuple(client_ids)
        when = context.format.local(context.now() + timedelta(days=7)).replace(tzinfo=None)
        super().__init__(
            context,
            say("Promise to {n} clients", n=len(self._ids)),
            primary=say("Save"),
            parent=parent,
            rows=(
                Field("promise", say("What was promised"), required=True,
                      hint=say("For example: send the photographs")),
                Field("promise_due", say("Until"), "moment", required=True,
                      value=when.replace(hour=18, minute=0, second=0, microsecond=0)),
            ),
        )  # fmt: skip

    def submit(self) -> None:
        """Note them all, with one way back."""
        values = self.form.values()
        due = values["promise_due"].replace(tzinfo=self.context.zone)
        deed = partial(
            several.promise_each, client_ids=self._ids, text=values["promise"],
            due_at=due.astimezone(self.context.now().tzinfo),
        )  # fmt: skip
        self.write(deed, said=_promised, undo=several.take_promises_back)


def _promised(ids: tuple[UUID, ...]) -> Say:
    return say("{n} promises noted.", n=len(ids))


class GuestListDialog(Dialog):
    """To which event the chosen are added."""

    def __init__(self, context: Context, client_ids: Sequence[UUID], parent: QWidget) -> None:
        self._ids = tuple(client_ids)
        super().__init__(
            context,
            say("Add {n} clients to a guest list", n=len(self._ids)),
            primary=say("Add"),
            parent=parent,
            rows=(
                Field("event_id", say("Event"), "choice", required=True),
                Field("reason", say("Why they are on the list"),
                      help=say("Seen by who prepares the event.")),
            ),
        )  # fmt: skip
        self.primary_button.allow(False, say("One moment…"))
        context.runner.read(
            partial(programme.list_events, since=context.now()), self._offer, owner=self
        )

    def submit(self) -> None:
        """Add; the message bar takes back those that are new."""
        values = self.form.values()
        event_id: UUID = values["event_id"]
        deed = partial(
            guest_lists.pick, event_id=event_id, client_ids=self._ids, reason=values["reason"]
        )
        self.write(deed, said=_picked, undo=partial(_unpick, event_id=event_id))

    def _offer(self, events: tuple[EventRow, ...]) -> None:
        lang, form = self.context.settings.lang, self.context.format
        choice = self.form.fields["event_id"].editor
        assert isinstance(choice, Choice)  # noqa: S101 made as one
        choice.offer(
            tuple((e.id, f"{form.date(e.starts_at)} · {title_of(e, str(lang))}") for e in events)
        )
        self.primary_button.allow(bool(events), say("No event is planned yet."))


def title_of(event: EventRow, lang: str) -> str:
    """In the reader's language, where it is written."""
    return event.title_en if lang == "en" and event.title_en else event.title


def _picked(ids: tuple[UUID, ...]) -> Say:
    return say("{n} clients added to the guest list.", n=len(ids))


def _unpick(desk: Any, ids: tuple[UUID, ...], *, event_id: UUID) -> None:
    if ids:
        guest_lists.unplace(desk, event_id=event_id, client_ids=ids)
