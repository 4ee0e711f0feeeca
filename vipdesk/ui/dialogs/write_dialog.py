"""Write to a client: by what way, about what, and whether it may be now."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from vipdesk.channels import message, outbox
from vipdesk.channels.links import fits
from vipdesk.channels.message import CHANNELS, TOPICS, Way, Written
from vipdesk.ui.dialogs.call_dialog import open_link
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.pages.today_words import slot_of
from vipdesk.ui.theme.look import Tone
from vipdesk.ui.widgets import Badge, Caption, Strong
from vipdesk.ui.widgets.card import column, row
from vipdesk.ui.widgets.fields import Field
from vipdesk.vocabulary import Channel, OutboxState, Topic, label
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context


class WriteDialog(Dialog):
    """One verdict stands above the text and follows the way and the topic.

    What may not leave now is put into the outbox and waits there; a written reason overrules.
    `opener` opens the program for SMS, messengers and mail of one's own.
    """

    def __init__(
        self,
        context: Context,
        client_id: UUID,
        topic: Topic = Topic.PERSONAL,
        *,
        opener: Callable[[str], object] = open_link,
        parent: QWidget,
    ) -> None:
        self._client_id, self._opener = client_id, opener
        self._ways: dict[Channel, Way] = {}
        rows = (
            (
                Field("channel", say("By what way"), "choice",
                      choices=tuple((c, label(c)) for c in CHANNELS)),
                Field("topic", say("What about"), "choice",
                      choices=tuple((t, label(t)) for t in TOPICS),
                      value=topic if topic in TOPICS else Topic.PERSONAL),
            ),
            Field("subject", say("Subject")),
            Field("text", say("Text"), "long", required=True, lines=7),
            Field("reason", say("Why it must be sent now"),
                  help=say("The reason is kept in the journal.")),
        )  # fmt: skip
        super().__init__(
            context, say("Write"), primary=say("Write"), rows=rows,
            draft=f"write:{client_id}", width=600, parent=parent,
        )  # fmt: skip
        self._read()

    def _build(self) -> None:
        context = self.context
        self.address = Strong(context, "", selectable=True)
        self.slot = Badge(context, "")
        self.why = Caption(context, "", ink="text2", wrap=True)
        top = column(row(self.slot, self.address, None, gap=12), self.why, gap=4)
        self.body.insertLayout(0, top)
        self.form.fields["channel"].edited.connect(self._show)
        self.form.fields["topic"].edited.connect(self._read)
        self.form.fields["reason"].edited.connect(self._show)
        self.form.fields["reason"].hide()

    @property
    def way(self) -> Way | None:
        """The way that is chosen, once it is known."""
        return self._ways.get(self.form.fields["channel"].value())

    def _read(self) -> None:
        read = partial(
            message.list_ways, client_id=self._client_id, topic=self.form.fields["topic"].value()
        )
        self.context.runner.read(read, self._on_ways, owner=self, topic="ways")

    def _on_ways(self, ways: tuple[Way, ...]) -> None:
        first = not self._ways
        self._ways = {way.channel: way for way in ways}
        field = self.form.fields["channel"]
        kept = "channel" in self.context.drafts.get(f"write:{self._client_id}")
        if first and not kept:
            known = [w for w in ways if w.address]
            wished = [w for w in known if w.verdict.allowed and w.verdict.better is None]
            best = (wished or [w for w in known if w.verdict.allowed] or known or list(ways))[0]
            field.set_value(best.channel)
        self._show()

    def _show(self) -> None:
        way = self.way
        if way is None:
            return
        shown = self.context.format
        first = way.address.split("\n")[0]
        by_number = way.channel in (Channel.SMS, Channel.MESSENGER)
        address = shown.phone(first) if by_number else shown.masked(first)
        through = say("{address} · through {person}", address=address, person=way.speak_to)
        self.address.show_text((through if way.speak_to else address) or say("No address is known"))
        slot = slot_of(way.verdict, shown)
        if slot is not None:
            self.slot.show_badge(slot.text, Tone(slot.tone))
        advice = way.verdict.advice
        # All that stands against it is said: a reason written now is for all of it.
        against = [r.said for r in way.against] or [way.verdict.reason]
        words = [self.context.text(said) for said in against]
        words += [self.context.text(advice)] if advice is not None else []
        self.why.show_text(" ".join(words))
        by_mail, refused = way.channel is Channel.EMAIL, not way.verdict.allowed
        self.form.fields["subject"].setVisible(by_mail or way.channel is Channel.LETTER)
        self.form.fields["reason"].setVisible(refused and way.may_be_overruled)
        forced = refused and bool(self.form.fields["reason"].value())
        self.primary_button.show_text(
            say("Send anyway") if forced else say("Put into the outbox") if refused
            else say("Make the letter") if way.channel is Channel.LETTER else say("Write")
        )  # fmt: skip
        nowhere = way.verdict.reason if way.speak_to else say("No address is known")
        self.primary_button.allow(bool(way.address), nowhere)

    def submit(self) -> None:
        """Through the gate into the outbox; what may go now is begun at once."""
        v = self.form.values()
        way = self.way
        refused = way is not None and not way.verdict.allowed
        self.write(
            partial(
                message.put_message,
                client_id=self._client_id,
                channel=v["channel"],
                topic=v["topic"],
                text=v["text"],
                subject=v["subject"] or "",
                override_reason=(v["reason"] or "") if refused else "",
                overrules=frozenset(r.code for r in way.against) if way is not None else None,
            ),
            self._written,
            said=self._said,
            undo=_take_back,
        )

    def _said(self, written: Written) -> Any:
        if written.state is not OutboxState.HELD:
            return say("It is in the outbox.")
        moment = self.context.format.moment(written.not_before)
        return say(
            "It waits in the outbox: {reason} Asked again {moment}.",
            reason=written.verdict.reason,
            moment=moment,
        )

    def _written(self, written: Written) -> None:
        if written.state is OutboxState.TO_DO and written.link:
            self._open(written)

    def _open(self, written: Written) -> None:
        context, link = self.context, written.link
        context.reached = (written.client_id, written.channel, context.now())
        if not fits(link):
            context.clipboard.copy(written.text)
            link = link.partition("?")[0]
            context.say(say("The text is long: it is copied, paste it there."))
        if self._opener(link) is False:
            context.clipboard.copy(written.text)
            context.problem(say("No program on this computer opens this. The text is copied."))
            return
        done: Any = partial(outbox.mark_done, message_id=written.id)
        context.runner.write(
            done,
            owner=context,
            said=say("Written. It stands in the timeline."),
            undo=outbox.mark_not_done,
        )


def _take_back(desk: Any, written: Written) -> UUID:
    return outbox.cancel(desk, written.id)
