"""Sheets of the guest list: a waiting party, its place, rival firms, lists as they were sent."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vipdesk.clients.names import display_name
from vipdesk.errors import UserError
from vipdesk.events import snapshot, tact_check, waiting_list
from vipdesk.events.snapshot import FrozenName
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.finding import find_clients
from vipdesk.ui.tables import Column, Table
from vipdesk.ui.widgets import Caption, Choice, Tone
from vipdesk.ui.widgets.fields import Field
from vipdesk.wording import say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.events.snapshot import Snapshot, SnapshotRow
    from vipdesk.events.waiting_list import WaitingRow
    from vipdesk.ui.context import Context, Text


class WaitingDialog(Dialog):
    """Who wants to come to a full event, with how many people."""

    def __init__(self, context: Context, event_id: UUID, parent: QWidget) -> None:
        self._event_id = event_id
        rows = (
            Field("client_id", say("Guest"), "pick", required=True, find=find_clients),
            Field("party", say("People, with the guest"), "number", low=1,
                  high=waiting_list.MOST, value=1),
            Field("principal_only", say("Would come alone if there is no room for all"), "check"),
        )  # fmt: skip
        super().__init__(
            context, say("Put on the waiting list"), primary=say("Save"), rows=rows, parent=parent
        )

    def submit(self) -> None:
        """Put the party on the list."""
        add = partial(waiting_list.add_waiting, event_id=self._event_id, **self.form.values())
        self.write(add, said=say("On the waiting list."), undo=_take_off)


def _take_off(desk: Any, entry_id: UUID) -> None:
    waiting_list.remove_waiting(desk, entry_id=entry_id)


class PlaceDialog(Dialog):
    """Another place, with its reason; without a place: by the time they came."""

    def __init__(self, context: Context, entry: WaitingRow, parent: QWidget) -> None:
        self._entry = entry
        rows = (
            Field("place", say("Place (0: by the time they came)"), "number", high=999,
                  value=entry.place if entry.by_hand else 1),
            Field("reason", say("Why"), "long", value=entry.reason),
        )  # fmt: skip
        super().__init__(
            context, say("Place on the waiting list"), primary=say("Save"), rows=rows,
            parent=parent,
        )  # fmt: skip

    def submit(self) -> None:
        """Change it."""
        typed = self.form.values()
        change = partial(
            waiting_list.rank_waiting, entry_id=self._entry.id, place=typed["place"] or None,
            reason=typed["reason"],
        )  # fmt: skip
        self.write(change, said=say("The place is changed."))


class RivalsDialog(Dialog):
    """Pairs of firms whose people are not invited together without a thought."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        rows = (
            Field(
                "rivals", say("Rival firms"), "long",
                help=say("One pair a line, with a semicolon between: North; South"),
            ),
        )  # fmt: skip
        super().__init__(context, say("Rival firms"), primary=say("Save"), rows=rows, parent=parent)
        self.primary_button.setEnabled(False)
        context.runner.read(tact_check.list_rivals, self._show, owner=self)

    def _show(self, pairs: tuple[tuple[str, str], ...]) -> None:
        self.form.set_values({"rivals": "\n".join(f"{a}; {b}" for a, b in pairs)})
        self.primary_button.setEnabled(True)

    def submit(self) -> None:
        """Keep the pairs."""
        typed = self.form.values()["rivals"]
        self.write(partial(_keep_rivals, typed=typed), said=say("Saved."), undo=_rivals_back)


def _keep_rivals(desk: Any, typed: str) -> Any:
    pairs = []
    for line in filter(str.strip, typed.splitlines()):
        firm, between, rival = line.partition(";")
        if not between:
            raise UserError(say("Put a semicolon between the two firms."), field="rivals")
        pairs.append((firm, rival))
    return tact_check.set_rivals(desk, pairs)


def _rivals_back(desk: Any, before: Any) -> None:
    tact_check.set_rivals(desk, before)


class SentListsDialog(Dialog):
    """A guest list as it was when it was sent: who, by which layer, and why."""

    def __init__(self, context: Context, sent: tuple[SnapshotRow, ...], parent: QWidget) -> None:
        self._sent = sent
        super().__init__(context, say("Lists as they were sent"), width=820, parent=parent)
        self.cancel_button.speak(setText=say("Close"))

    def _build(self) -> None:
        context = self.context
        moments = context.format.moment_short
        choices = tuple(
            (s.id, say("Sending {number}, {when}: {count} guests", number=s.wave,
                       when=moments(s.at), count=s.sent))
            for s in self._sent
        )  # fmt: skip
        self.form.hide()
        self.choice = Choice(context, choices, say("Sending"))
        self.choice.edited.connect(self._on_chosen)
        self.told = Caption(context, "", ink="text2", wrap=True)
        columns: tuple[Column[FrozenName], ...] = (
            Column(say("Guest"), self._name, width=220, stretch=True, strong=True),
            Column(say("Then"), _then, width=110, badge=_tone),
            Column(say("Why"), _why, width=280, stretch=True, tip=_why),
        )
        self.table = Table(context, say("List as it was sent"), columns, key=_key)
        self.table.setMinimumHeight(320)
        self.body.addWidget(self.choice)
        self.body.addWidget(self.told)
        self.body.addWidget(self.table, 1)
        if self._sent:
            self.choice.set_value(self._sent[-1].id)
            self._read(self._sent[-1].id)

    def _on_chosen(self) -> None:
        self._read(self.choice.value())

    def _read(self, snapshot_id: Any) -> None:
        read = partial(snapshot.get_snapshot, snapshot_id=snapshot_id)
        self.context.runner.read(read, self._show, owner=self, topic="sent_list")

    def _show(self, kept: Snapshot) -> None:
        self.table.show_rows(kept.names)
        self.told.show_text(
            say("Sent by {name}. On the list then: {inside}, left out: {outside}.",
                name=kept.row.by, inside=kept.row.included, outside=kept.row.left_out)
        )  # fmt: skip

    def _name(self, shown: FrozenName) -> str:
        return display_name(shown.name, self.context.words.lang)


def _key(shown: FrozenName) -> UUID:
    return shown.client_id


def _then(shown: FrozenName) -> Text:
    if shown.sent:
        return say("Invited")
    return say("On the list") if shown.included else say("Left out")


def _tone(shown: FrozenName) -> Tone:
    return Tone.SUCCESS if shown.sent else Tone.NEUTRAL


def _why(shown: FrozenName) -> Text:
    return shown.why[0] if shown.why else ""
