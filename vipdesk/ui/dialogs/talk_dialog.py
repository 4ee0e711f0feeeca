"""Log a talk in ten seconds by keyboard: what was said, Ctrl+Enter; a promise if one was made."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vipdesk.channels import call_task
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets import Button, Caption, Icon, Strong, row
from vipdesk.ui.widgets.fields import Field
from vipdesk.vocabulary import Channel, Direction, InteractionKind, Sensitivity, label
from vipdesk.wording import say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.channels.call_task import Dial
    from vipdesk.clients.interactions import Logged
    from vipdesk.ui.context import Context

_KINDS = (
    InteractionKind.TALK, InteractionKind.MEETING, InteractionKind.MESSAGE,
    InteractionKind.VISIT, InteractionKind.GIFT, InteractionKind.NOTE,
)  # fmt: skip
_EVENING = time(18)
_LAST_MINUTE = time(23, 59)


class TalkDialog(Dialog):
    """One sheet for talk and promise; the channel is guessed, the cursor stands in the text."""

    def __init__(
        self, context: Context, client_id: UUID, name: str, parent: QWidget, *, promise: str = ""
    ) -> None:
        self.client_id = client_id
        tomorrow = context.format.today() + timedelta(days=1)
        rows: tuple[Field | tuple[Field, ...], ...] = (
            Field("text", say("What was said"), "long", lines=4),
            (
                Field("kind", say("What"), "choice", choices=_offered(_KINDS), value=_KINDS[0]),
                Field(
                    "channel", say("Channel"), "choice",
                    choices=_offered(tuple(Channel)), value=Channel.PHONE,
                ),
            ),
            (
                Field("promise", say("Promised"), hint=say("Leave empty if nothing was promised"),
                      value=promise or None),
                Field("promise_due", say("Until"), "date", value=tomorrow),
            ),
            (
                Field("direction", say("Who started it"), "choice",
                      choices=_offered(tuple(Direction)), value=Direction.OUTBOUND, folded=True),
                Field("sensitivity", say("Who may read"), "choice",
                      choices=_offered(tuple(Sensitivity)), value=Sensitivity.TEAM, folded=True),
            ),
            Field("at", say("When it was"), "moment", folded=True,
                  value=context.format.local(context.now()).replace(tzinfo=None)),
        )  # fmt: skip
        self._opened_at = rows[-1].value if isinstance(rows[-1], Field) else None
        super().__init__(
            context,
            say("Talk with {name}", name=name),
            primary=say("Save"),
            rows=rows,
            draft=f"talk:{client_id}",
            parent=parent,
        )
        self._guess()
        dial = partial(call_task.get_dial, client_id=client_id)
        context.runner.read(dial, self._on_dial, owner=self)

    def _build(self) -> None:
        context = self.context
        self._phone = ""
        self.number = Strong(context, "", selectable=True)
        self.speak_to = Caption(context, "", ink="text2", elide=True)
        self.copy_button = Button(context, say("Copy the number"), on=self._on_copy)
        self.by_phone = QWidget()
        line = row(Icon(context, "phone"), self.number, gap=8)
        line.addWidget(self.speak_to, 1)
        line.addWidget(self.copy_button)
        self.by_phone.setLayout(line)
        self.by_phone.hide()
        self.body.insertWidget(0, self.by_phone)
        self.form.fields["channel"].edited.connect(self._on_channel)

    def _on_dial(self, dial: Dial) -> None:
        """Who talks by telephone may have to dial it again: the number stands here."""
        self._phone = dial.phone
        self.number.show_text(self.context.format.phone(dial.phone))
        self.speak_to.show_text(
            say("Speak to {person}", person=dial.speak_to) if dial.speak_to else ""
        )
        self._on_channel()

    def _on_channel(self) -> None:
        by_phone = self.form.fields["channel"].value() is Channel.PHONE
        self.by_phone.setVisible(by_phone and bool(self._phone))

    def _on_copy(self) -> None:
        self.context.clipboard.copy(self._phone)
        self.copy_button.show_text(say("Copied"))

    def submit(self) -> None:
        """Write the talk, and the promise with it."""
        from vipdesk.clients import interactions

        v = self.form.values()
        zone = self.context.zone
        at = None if v["at"] == self._opened_at else aware(v["at"], zone)
        promise = v["promise"].strip()
        due = end_of(v["promise_due"], self.context.now(), zone) if promise else None
        log = partial(
            interactions.log_interaction,
            client_id=self.client_id,
            kind=v["kind"],
            channel=v["channel"],
            direction=v["direction"],
            sensitivity=v["sensitivity"],
            text=v["text"],
            at=at,
            promise=promise,
            promise_due=due,
        )
        said = say("Saved. The promise is on the Today page.") if promise else say("Saved.")
        self.write(log, said=said, undo=take_back)

    def _guess(self) -> None:
        """The channel of the last talk, unless the person chose one meanwhile."""
        if "channel" in self.context.drafts.get(f"talk:{self.client_id}"):
            return
        from vipdesk.clients import interactions

        guess = partial(interactions.guess_channel, client_id=self.client_id)
        self.context.runner.read(guess, self._on_guessed, owner=self)

    def _on_guessed(self, channel: Channel) -> None:
        field = self.form.fields["channel"]
        if field.value() is Channel.PHONE:
            field.set_value(channel)
            self._on_channel()


def take_back(desk: Any, logged: Logged) -> None:
    """The way back of a logged talk."""
    from vipdesk.clients import interactions

    interactions.remove_interaction(desk, logged.interaction_id)


def aware(local: datetime, zone: tzinfo | None) -> datetime:
    """A moment of the form (local, naive) in UTC."""
    placed = local.replace(tzinfo=zone) if zone is not None else local.astimezone()
    return placed.astimezone(UTC)


def end_of(day: date, now: datetime, zone: tzinfo | None) -> datetime:
    """Until when a promise for a day holds: six in the evening, or the end of a day that late."""
    evening = aware(datetime.combine(day, _EVENING), zone)
    return evening if evening > now else aware(datetime.combine(day, _LAST_MINUTE), zone)


def _offered(members: tuple[Any, ...]) -> tuple[tuple[object, Any], ...]:
    return tuple((m, label(m)) for m in members)
