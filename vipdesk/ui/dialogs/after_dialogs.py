"""Sheets after an event: one guest's evening, thanks to many, what to do differently."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from vipdesk.clients.names import display_name
from vipdesk.events import after, feedback, thanks
from vipdesk.events.after import AfterGuest
from vipdesk.events.feedback import Answer
from vipdesk.events.thanks import Thanked
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.dialogs.door_dialogs import whose
from vipdesk.ui.widgets import Body, Caption
from vipdesk.ui.widgets.fields import Field
from vipdesk.vocabulary import Channel, FactKind, label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context

_CAME = ((None, say("not known")), (True, say("came")), (False, say("did not come")))
_SCORES: tuple[tuple[object, Say | str], ...] = (
    (None, say("no answer")),
    *((n, str(n)) for n in (5, 4, 3, 2, 1)),
)


class AfterGuestDialog(Dialog):
    """Whether a guest came and with how many, two answers, and a fact for the profile."""

    def __init__(
        self, context: Context, event_id: UUID, source: str, guest: AfterGuest, parent: QWidget,
        others: tuple[AfterGuest, ...] = (),
    ) -> None:  # fmt: skip
        """`source`: the event's title, which a fact names as where it was heard.

        others: who else was there, to be introduced to; none for who may not note it.
        """
        self._event_id, self._source, self._guest = event_id, source, guest
        channels = tuple((c, label(c)) for c in Channel)
        rows: tuple[Field | tuple[Field, ...], ...] = (
            (
                Field("came", say("Was there"), "choice", choices=_CAME, value=guest.came),
                Field("party", say("People, the guest included"), "number", low=1, high=50,
                      value=max(1, guest.party_came or guest.party)),
            ),
            (
                Field("score", say("How the guest liked it, 1 to 5"), "choice", choices=_SCORES,
                      value=guest.score),
                Field("channel", say("How it was said"), "choice", choices=channels,
                      value=guest.channel),
            ),
            Field("words", say("What to do differently, in the guest’s words"), "long", lines=2,
                  value=guest.words),
            Field("fact", say("Learned about the guest: goes to the profile"), "long", lines=2),
            *_met(context, others),
        )  # fmt: skip
        super().__init__(
            context, whose(say("After the event: {name}"), guest.name, context),
            primary=say("Save"), rows=rows, draft=f"after:{event_id}:{guest.client_id}",
            parent=parent,
        )  # fmt: skip

    def submit(self) -> None:
        """All of it in one transaction."""
        typed = self.form.values()
        keep = partial(
            _keep, event_id=self._event_id, client_id=self._guest.client_id, typed=typed,
            source=self._source, known=(self._guest.came, self._guest.party_came),
        )  # fmt: skip
        self.write(keep, said=say("Saved."), undo=_back)


def _met(context: Context, others: tuple[AfterGuest, ...]) -> tuple[Field, ...]:
    if not others or not context.may("insert", "introduction"):
        return ()
    lang = context.words.lang
    names = ((g.client_id, display_name(g.name, lang)) for g in others)
    return (
        Field("met", say("Introduced there to"), "choice",
              choices=((None, say("to nobody")), *names), folded=True,
              help=say("Only where both had agreed to it.")),
    )  # fmt: skip


def _keep(
    desk: Any, *, event_id: UUID, client_id: UUID, typed: dict[str, Any], source: str,
    known: tuple[bool | None, int],
) -> tuple[UUID, UUID, Any, Answer]:  # fmt: skip
    came, party = typed["came"], int(typed["party"])
    before = None
    if (came, party if came else 0) != known:
        before = after.note_attendance(
            desk, event_id=event_id, client_id=client_id, came=came, party=party
        )
    words = str(typed["words"] or "")
    said = typed["score"] is not None or bool(words.strip())
    answer = Answer(typed["score"], words, typed["channel"] if said else None)
    old = feedback.get_answer(desk, event_id=event_id, client_id=client_id)
    if answer != old:
        feedback.note_answer(desk, event_id=event_id, client_id=client_id, answer=answer)
    fact = str(typed["fact"] or "").strip()
    if fact:
        after.learn(
            desk, event_id=event_id, client_id=client_id, kind=FactKind.PREFERENCE, text=fact,
            source=source,
        )  # fmt: skip
    if typed.get("met") is not None:
        after.note_introduction(desk, event_id=event_id, one=client_id, other=typed["met"])
    return event_id, client_id, before, old


def _back(desk: Any, done: tuple[UUID, UUID, Any, Answer]) -> None:
    event_id, client_id, before, answer = done
    if before is not None:
        after.bring_back(desk, (before,))
    feedback.note_answer(desk, event_id=event_id, client_id=client_id, answer=answer)


class LessonsDialog(Dialog):
    """What to do differently next time."""

    def __init__(self, context: Context, event_id: UUID, lessons: str, parent: QWidget) -> None:
        self._event_id = event_id
        rows = (Field("lessons", say("What to do differently"), "long", lines=5, value=lessons),)
        super().__init__(
            context, say("What to do differently next time"), primary=say("Save"), rows=rows,
            draft=f"lessons:{event_id}", parent=parent,
        )  # fmt: skip

    def submit(self) -> None:
        """Keep it."""
        keep = partial(
            after.set_lessons, event_id=self._event_id,
            lessons=str(self.form.values()["lessons"] or ""),
        )  # fmt: skip
        self.write(keep, said=say("Saved."), undo=_LessonsBack(self._event_id))


class _LessonsBack:
    """The way back."""

    def __init__(self, event_id: UUID) -> None:
        self._event_id = event_id

    def __call__(self, desk: Any, before: str) -> None:
        after.set_lessons(desk, event_id=self._event_id, lessons=before)


class ThankDialog(Dialog):
    """Thanks to everybody who came: what each gets, and who gets none and why."""

    def __init__(
        self, context: Context, event_id: UUID, client_ids: tuple[UUID, ...], parent: QWidget
    ) -> None:
        self._event_id, self._ids = event_id, client_ids
        super().__init__(
            context, say("Thank the guests"), primary=say("Thank"), width=640, parent=parent
        )

    def _build(self) -> None:
        self.summary = Body(self.context, "", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setMinimumHeight(self.context.look.px(200))
        self.text.setAccessibleName(self.context.words(say("What a guest gets")))
        self.left_out = Caption(self.context, "", ink="text2", wrap=True)
        for widget in (self.summary, self.text, self.left_out):
            self.body.addWidget(widget)
        self.primary_button.allow(False, say("The letters are being written."))
        read = partial(thanks.preview, event_id=self._event_id, client_ids=self._ids)
        self.context.runner.read(read, self._show, owner=self)

    def _show(self, shown: tuple[Thanked, ...]) -> None:
        out = [t for t in shown if t.reason is not None and t.until is None]
        self.summary.show_text(
            say("{n} guests are thanked by their own channel, with two questions.",
                n=len(shown) - len(out))
        )  # fmt: skip
        good = next((t for t in shown if t not in out), None)
        self.text.setPlainText(good.text if good else "")
        told = [self.context.words(self._of_one(t)) for t in shown if t.reason is not None]
        self.left_out.show_text("\n".join(told))
        self.primary_button.allow(bool(shown), say("Nobody is to be thanked."))
        self.text.setFocus()

    def _of_one(self, thanked: Thanked) -> Say:
        """Who has to wait for an hour, and who gets nothing, and why."""
        name = display_name(thanked.name, self.context.words.lang)
        if thanked.until is None:
            return say("{name}: {reason}", name=name, reason=thanked.reason)
        when = self.context.format.moment(thanked.until)
        return say("{name}: leaves {when}", name=name, when=when)

    def submit(self) -> None:
        """Through the gate and the outbox."""
        thank = partial(thanks.thank, event_id=self._event_id, client_ids=self._ids)
        self.write(thank, said=_thanked_words, undo=_unthank)


def _thanked_words(done: tuple[Thanked, ...]) -> Say:
    return say("{n} guests are being thanked.", n=sum(t.message_id is not None for t in done))


def _unthank(desk: Any, done: tuple[Thanked, ...]) -> None:
    thanks.take_back(desk, done)
