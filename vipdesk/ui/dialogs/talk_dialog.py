"""Log a talk in ten seconds by keyboard: what was said, Ctrl+Enter; a promise if one was made."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vipdesk.channels import call_task
from vipdesk.channels.hours import zone
from vipdesk.clients.interactions import get_note_start
from vipdesk.clients.typed_contact import TypedContact, guess_contact
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.dialogs.promise_preview import PromisePreview
from vipdesk.ui.widgets import Button, Caption, Icon, Strong, row
from vipdesk.ui.widgets.fields import Field
from vipdesk.vocabulary import Channel, Direction, InteractionKind, Sensitivity, label
from vipdesk.wording import say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.channels.call_task import Dial
    from vipdesk.clients.interactions import Logged, NoteStart
    from vipdesk.ui.context import Context

KINDS = (
    InteractionKind.TALK, InteractionKind.MEETING, InteractionKind.MESSAGE,
    InteractionKind.VISIT, InteractionKind.GIFT, InteractionKind.NOTE,
)  # fmt: skip
_EVENING = time(18)
_LAST_MINUTE = time(23, 59)


class LogDialog(Dialog):
    """What happened with a client, and what was promised: one sheet for talk and note.

    The kind and channel are guessed from the words until the person chooses them; promises
    typed as '!…' stand below the text as they will be kept.
    """

    def __init__(
        self,
        context: Context,
        title: Any,
        rows: tuple[Field | tuple[Field, ...], ...],
        *,
        draft: str,
        parent: QWidget,
    ) -> None:
        self.there: tzinfo | None = None
        self._by_hand: set[str] = set()
        self._opened_at = next(f.value for f in rows if isinstance(f, Field) and f.name == "at")
        super().__init__(context, title, primary=say("Save"), rows=rows, draft=draft, parent=parent)

    def _build(self) -> None:
        self.preview = PromisePreview(self.context)
        self.form.fields["text"].stand_below(self.preview)
        self.form.fields["text"].edited.connect(self._on_text)
        for name in ("kind", "channel"):
            self.form.fields[name].edited.connect(self._on_chosen)
        self._on_text()

    @property
    def note(self) -> str:
        """What was typed."""
        return str(self.form.fields["text"].value() or "")

    def _on_chosen(self) -> None:
        """From now on nothing is guessed: the person said it."""
        self._by_hand |= {"kind", "channel"}

    def _on_text(self) -> None:
        self.preview.read(self.note, self.there)
        guess = guess_contact(self.note)
        if guess is not None and not self._by_hand:
            self._show_guess(guess)

    def _show_guess(self, guess: TypedContact) -> None:
        fields = self.form.fields
        if fields["kind"].value() is not guess.kind:
            fields["kind"].set_value(guess.kind)
        if guess.channel is not None:
            fields["channel"].set_value(guess.channel)
        fields["direction"].set_value(guess.direction)

    def _stand_there(self, zone_name: str | None) -> None:
        """Whose clock the days are of is known by now."""
        self.there = zone(zone_name)
        self.preview.promises = ()
        self._on_text()

    def log(self, client_id: UUID) -> partial[Logged]:
        """The write, from what stands in the sheet."""
        from vipdesk.clients import interactions

        v = self.form.values()
        guess = guess_contact(self.note)
        missed = guess is not None and guess.kind is v["kind"] and guess.two_way is False
        at = None if v["at"] == self._opened_at else aware(v["at"], self.context.zone)
        self._on_text()
        return partial(
            interactions.log_interaction,
            client_id=client_id,
            kind=v["kind"],
            channel=v["channel"],
            direction=v["direction"],
            sensitivity=v["sensitivity"],
            text=v["text"],
            at=at,
            two_way=False if missed else None,
            promises=tuple((p.text, p.due_at) for p in self.preview.promises),
        )


def folded_rows(context: Context) -> tuple[Field | tuple[Field, ...], ...]:
    """What is seldom asked: who began, who may read it, when it was."""
    now = context.format.local(context.now()).replace(tzinfo=None)
    return (
        (
            Field("direction", say("Who started it"), "choice",
                  choices=offered(tuple(Direction)), value=Direction.OUTBOUND, folded=True),
            Field("sensitivity", say("Who may read"), "choice",
                  choices=offered(tuple(Sensitivity)), value=Sensitivity.TEAM, folded=True),
        ),
        Field("at", say("When it was"), "moment", folded=True, value=now),
    )  # fmt: skip


class TalkDialog(LogDialog):
    """A talk with a known client; the channel is that of the last one, the cursor in the text."""

    def __init__(
        self, context: Context, client_id: UUID, name: str, parent: QWidget, *, promise: str = ""
    ) -> None:
        self.client_id = client_id
        tomorrow = context.format.today() + timedelta(days=1)
        rows: tuple[Field | tuple[Field, ...], ...] = (
            Field("text", say("What was said"), "long", lines=4),
            (
                Field("kind", say("What"), "choice", choices=offered(KINDS), value=KINDS[0]),
                Field(
                    "channel", say("Channel"), "choice",
                    choices=offered(tuple(Channel)), value=Channel.PHONE,
                ),
            ),
            (
                Field("promise", say("Promised"), hint=say("Leave empty if nothing was promised"),
                      value=promise or None),
                Field("promise_due", say("Until"), "date", value=tomorrow),
            ),
            *folded_rows(context),
        )  # fmt: skip
        super().__init__(
            context, say("Talk with {name}", name=name), rows, draft=f"talk:{client_id}",
            parent=parent,
        )  # fmt: skip
        if "channel" in context.drafts.get(f"talk:{client_id}"):
            self._by_hand.add("channel")
        start = partial(get_note_start, client_id=client_id)
        context.runner.read(start, self._on_start, owner=self, topic="start")
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
        super()._build()

    def _on_start(self, start: NoteStart) -> None:
        """The channel of the last talk, unless the person or the words said another."""
        field = self.form.fields["channel"]
        guessed = guess_contact(self.note)
        if not self._by_hand and field.value() is Channel.PHONE and guessed is None:
            field.set_value(start.channel)
            self._on_channel()
        self._stand_there(start.zone)

    def _on_dial(self, dial: Dial) -> None:
        """Who talks by telephone may have to dial it again: the number stands here."""
        self._phone = dial.phone
        self.number.show_text(self.context.format.phone(dial.phone))
        self.speak_to.show_text(
            say("Speak to {person}", person=dial.speak_to) if dial.speak_to else ""
        )
        self._on_channel()

    def _show_guess(self, guess: TypedContact) -> None:
        super()._show_guess(guess)
        self._on_channel()

    def _on_channel(self) -> None:
        by_phone = self.form.fields["channel"].value() is Channel.PHONE
        self.by_phone.setVisible(by_phone and bool(self._phone))

    def _on_copy(self) -> None:
        self.context.clipboard.copy(self._phone)
        self.copy_button.show_text(say("Copied"))

    def submit(self) -> None:
        """Write the talk, and the promises with it."""
        v = self.form.values()
        zone_here = self.context.zone
        promise = v["promise"].strip()
        due = end_of(v["promise_due"], self.context.now(), zone_here) if promise else None
        log = partial(self.log(self.client_id), promise=promise, promise_due=due)
        said = self.preview.said()
        if promise and not self.preview.promises:
            said = say("Saved. The promise is on the Today page.")
        self.write(log, said=said, undo=take_back)


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


def offered(members: tuple[Any, ...]) -> tuple[tuple[object, Any], ...]:
    """Members to choose from, with their words."""
    return tuple((m, label(m)) for m in members)
