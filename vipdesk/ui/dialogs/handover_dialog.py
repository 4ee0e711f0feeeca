"""Hand clients over: to whom, what goes along, what must be minded; written with one button."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtWidgets import QHBoxLayout, QWidget

from vipdesk.access.office import list_staff
from vipdesk.clients import handover
from vipdesk.clients.handover_rows import (
    HandedOver,
    HandoverClient,
    HandoverPreview,
    Minded,
    MindedKind,
)
from vipdesk.clients.names import display_name
from vipdesk.complaints.handover import count_to_reassign
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets.card import Card, column, row
from vipdesk.ui.widgets.fields import Choice, Field
from vipdesk.ui.widgets.labels import Body, Caption, Icon, Label, Strong
from vipdesk.vocabulary import label
from vipdesk.wording import Say, Who, say

if TYPE_CHECKING:
    from vipdesk.access import Desk, StaffRow
    from vipdesk.ui.context import Context

_SHOWN = 40


@dataclass(frozen=True, slots=True)
class _Seen:
    preview: HandoverPreview
    complaints: int | None
    staff: tuple[StaffRow, ...]


class HandoverDialog(Dialog):
    """These clients, or `all_of` somebody's. Everything is shown before it happens."""

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        *,
        client_ids: Sequence[UUID] = (),
        all_of: UUID | None = None,
        leaving: Who | None = None,
    ) -> None:
        self.client_ids, self.all_of, self.leaving = tuple(client_ids), all_of, leaving
        super().__init__(
            context,
            say("Hand over clients"),
            primary=say("Hand the clients over"),
            parent=parent,
            width=600,
            draft=f"handover:{all_of or next(iter(client_ids), '')}",
            rows=(
                Field("to_id", say("New manager"), "choice", required=True),
                Field(
                    "note",
                    say("A word for the new manager"),
                    "long",
                    hint=say("What is not in the profile: tone, habits, what is under way."),
                    lines=2,
                ),
            ),
        )
        self.primary_button.allow(False, say("One moment…"))
        self.reload()

    def reload(self) -> None:
        """Ask what goes along."""
        ask = partial(_look, client_ids=self.client_ids, all_of=self.all_of)
        self.context.runner.read(ask, self._show, owner=self)

    def submit(self) -> None:
        """Do it; the message bar offers the way back."""
        typed = self.form.values()
        deed = partial(
            handover.hand_over,
            to_id=typed["to_id"],
            client_ids=self.client_ids,
            all_of=self.all_of,
            note=typed["note"],
        )
        self.write(deed, said=_said, undo=handover.take_back)

    # Inside ------------------------------------------------------------------------------------

    def _build(self) -> None:
        context = self.context
        if self.leaving is not None:
            words = say("{who} leads these clients. Choose who goes on.", who=self.leaving)
            self.body.insertWidget(0, Body(context, words, ink="text2", wrap=True))
        self.summary = Strong(context, "")
        self.summary.setWordWrap(True)
        self.private = Label(context, "", ink="private", wrap=True)
        self.private_row = QWidget()
        line = row(Icon(context, "lock", size=16, ink="private"), gap=8)
        line.addWidget(self.private, 1)
        self.private_row.setLayout(line)
        self.private_row.hide()
        self.list = Card(context, padding=12)
        self.list.hide()
        for widget in (self.summary, self.private_row, self.list):
            self.body.addWidget(widget)

    def _show(self, seen: _Seen) -> None:
        lang = self.context.words.lang
        givers = {c.manager_id for c in seen.preview.clients}
        offered = tuple(
            (s.id, f"{s.name_in(lang)} · {self.context.text(label(s.role))}")
            for s in seen.staff
            if s.role in handover.RECEIVERS and givers != {s.id}
        )
        choice = self.form.fields["to_id"].editor
        if isinstance(choice, Choice):
            choice.offer(offered)
            self.form.restore("to_id")
            if not choice.value() and offered:
                choice.set_value(offered[0][0])
        self.summary.show_text(summary_of(seen.preview))
        self._show_complaints(seen.complaints)
        self._show_clients(seen.preview)
        reason = say("There is nobody to hand over to.") if not offered else say("Nobody is left.")
        self.primary_button.allow(bool(offered and seen.preview.clients), reason)

    def _show_complaints(self, count: int | None) -> None:
        shown = bool(count) and not self.context.presenting
        self.private_row.setVisible(shown)
        if shown:
            self.private.show_text(
                say("{n} open complaints keep their owner. Give them a new one there.", n=count)
            )

    def _show_clients(self, preview: HandoverPreview) -> None:
        self.list.clear()
        telling = [c for c in preview.clients if c.promises or c.minded]
        for client in telling[:_SHOWN]:
            self.list.add(self._line(client))
        plain = len(preview.clients) - len(telling[:_SHOWN])
        if plain:
            words = say("{n} clients without anything open", n=plain) if telling else ""
            if len(telling) > _SHOWN:
                words = say("{n} more", n=plain)
            if words:
                self.list.add(Caption(self.context, words))
        self.list.setVisible(bool(telling))

    def _line(self, client: HandoverClient) -> QWidget:
        context = self.context
        made = QWidget()
        box = column(Strong(context, display_name(client.name, context.words.lang)), gap=2)
        for promise in client.promises:
            moment = context.format.moment(promise.due_at)
            words = (
                say("{promise} · {moment}", promise=promise.text, moment=moment)
                if promise.goes
                else say(
                    "{promise} · {moment} · {owner}",
                    promise=promise.text, moment=moment, owner=promise.owner,
                )
            )  # fmt: skip
            box.addLayout(self._point("promise", words, "danger" if promise.late else "text2"))
        for minded in client.minded:
            box.addLayout(self._point(_ICONS[minded.kind], minded_words(minded), "warning"))
        made.setLayout(box)
        return made

    def _point(self, icon: str, words: Say, ink: str) -> QHBoxLayout:
        line = row(Icon(self.context, icon, size=16, ink=ink), gap=8)
        line.addWidget(Label(self.context, words, kind="caption", ink=ink, wrap=True), 1)
        return line


_ICONS = {
    MindedKind.NEVER: "phone",
    MindedKind.FRICTION: "warning",
    MindedKind.MOURNING: "heart",
    MindedKind.HOLD: "hold",
}


def summary_of(preview: HandoverPreview) -> Say:
    """'12 clients; 5 open promises go along, 2 are late; to mind: 3'."""
    clients = say("{n} clients", n=len(preview.clients))
    promises = say("{n} open promises go along", n=preview.promises)
    parts = [clients, promises]
    if preview.late:
        parts.append(say("{n} of them late", n=preview.late))
    if preview.minded:
        parts.append(say("{n} things to mind", n=preview.minded))
    return say("{parts}", parts=tuple(parts))


def minded_words(minded: Minded) -> Say:
    """What must be minded, in one line."""
    until = (say("until {day}", day=minded.until),) if minded.until is not None else ()
    match minded.kind:
        case MindedKind.NEVER:
            topic = (label(minded.topic),) if minded.topic is not None else ()
            channel = (label(minded.channel),) if minded.channel is not None else ()
            return say("Never: {what}", what=(*channel, *topic, *until))
        case MindedKind.FRICTION:
            return say("Keep apart: {what}", what=(minded.who, *until))
        case MindedKind.MOURNING:
            return say("In mourning: {what}", what=until)
    hold = (label(minded.hold),) if minded.hold is not None else ()
    return say("{parts}", parts=(*hold, *until))


def _said(done: HandedOver) -> Say:
    return say("{n} clients handed over.", n=done.count)


def _look(desk: Desk, *, client_ids: tuple[UUID, ...], all_of: UUID | None) -> _Seen:
    return _Seen(
        handover.preview_handover(desk, client_ids, all_of=all_of),
        count_to_reassign(desk, client_ids, all_of=all_of),
        list_staff(desk),
    )
