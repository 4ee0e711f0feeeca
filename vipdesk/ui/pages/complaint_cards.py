"""The cards of a case: what was said, what is next, who knows, what happened; and its tones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from vipdesk.complaints.cases import CaseFlagRow, ClockRow, ComplaintCase, HoldRow
from vipdesk.complaints.history import HistoryRow
from vipdesk.ui.widgets import (
    Badge,
    Body,
    Button,
    Caption,
    Card,
    Icon,
    Label,
    Ring,
    Strong,
    Tone,
    column,
    hairline,
    row,
)
from vipdesk.vocabulary import ClockVerdict, ComplaintState, PromiseState, Severity, label
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.complaints.holds import HoldSuggestion
    from vipdesk.ui.context import Context, Text

PICTURES = 8  # dial-0 … dial-8
_SHOWN_STOPPED = 4
_VERDICT_TONE = {
    ClockVerdict.MET: Tone.SUCCESS,
    ClockVerdict.MISSED: Tone.DANGER,
    ClockVerdict.CANCELLED: Tone.NEUTRAL,
}
_PROMISE_TONE = {
    PromiseState.OPEN: Tone.INFO,
    PromiseState.KEPT: Tone.SUCCESS,
    PromiseState.BROKEN: Tone.DANGER,
}


def severity_tone(severity: Severity) -> Tone | None:
    """Grave is red, serious amber, ordinary plain; the word stands there always."""
    return {Severity.S1: Tone.DANGER, Severity.S2: Tone.WARNING}.get(severity)


def clock_ink(clock: ClockRow | None) -> str:
    """The ink of a clock: red when late, amber in its last quarter."""
    if clock is None or clock.paused:
        return "text2"
    if clock.late:
        return "danger"
    return "warning" if clock.share >= 0.75 else "text"


def clock_picture(clock: ClockRow | None) -> str:
    """A dial that fills as the time goes."""
    if clock is None:
        return ""
    if clock.late:
        return "warning"
    return f"dial-{min(PICTURES, int(clock.share * PICTURES))}"


def state_tone(state: ComplaintState) -> Tone:
    """The tone of a state's badge."""
    if state in (ComplaintState.RESOLVED, ComplaintState.CLOSED):
        return Tone.SUCCESS
    return Tone.INFO if state.is_open else Tone.NEUTRAL


class SaidCard(Card):
    """What the client said and wishes, in the client's words; how to reach the client."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, say("What the client said"), tone="private")
        self.words = Body(context, "", wrap=True, selectable=True)
        self.wish = Body(context, "", wrap=True, selectable=True)
        self.reach = Body(context, "", wrap=True)
        self.came = Caption(context, "", wrap=True, ink="text2")
        self.summary = Body(context, "", wrap=True, ink="text2")
        for head, text in (
            ("", self.words),
            (say("Wishes"), self.wish),
            (say("How to reach the client"), self.reach),
            ("", self.summary),
        ):
            if head:
                self.add(Label(context, head, kind="caption", ink="text2"))
            self.add(text)
        self.add(self.came)

    def add_badges(self, *badges: Badge) -> None:
        """In a line of their own above the heading: long words of a language need the room."""
        self.body.insertLayout(0, row(*badges, None))

    def show_case(self, case: ComplaintCase) -> None:
        """Show the words of a case."""
        self.words.show_text(say("“{quote}”", quote=case.words))
        self.wish.show_text(case.wish)
        self.reach.show_text(
            say("{channel}: {when}", channel=label(case.reach_by), when=case.reach_when)
            if case.reach_when
            else label(case.reach_by)
        )
        self.summary.show_text(case.summary)
        self.summary.setVisible(bool(case.summary))
        self.came.show_text(
            say(
                "{channel}, received {at}; written down by {name}",
                channel=label(case.channel),
                at=self.context.format.moment(case.received_at),
                name=case.registered_by,
            )
        )


class ClockLine(QWidget):
    """One clock: a ring that fills, what it is for, when it is due and what is left."""

    def __init__(self, context: Context, clock: ClockRow) -> None:
        super().__init__()
        form = context.format
        ring = Ring(context, size=40)
        words = Strong(context, label(clock.kind), wrap=True)
        if clock.paused:
            left: Text = say("stopped while we wait for the client")
        else:
            left = form.left(clock.due_at)
        ink = "danger" if clock.late else ("warning" if clock.share >= 0.75 else "accent")
        ring.show_part(
            clock.share, "", say("{name}: {left}", name=label(clock.kind), left=left),
            ink="border_strong" if clock.paused else ink,
        )  # fmt: skip
        due = Caption(context, say("due {at}", at=form.moment(clock.due_at)), ink="text2")
        said = Body(context, left, wrap=True, ink="danger" if clock.late else "text")
        box = row(gap=12)
        box.addWidget(ring)
        box.addLayout(column(words, said, due, gap=0), 1)
        self.setLayout(box)


class NextCard(Card):
    """The clocks that run, the promise, and the verdicts so far."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, say("What is next"))

    def show_case(self, case: ComplaintCase) -> None:
        """Show the clocks of a case."""
        self.clear()
        running = [c for c in case.clocks if c.stopped_at is None]
        for clock in running:
            self.add(ClockLine(self.context, clock))
        if not running:
            self.add(Body(self.context, say("Nothing is due."), ink="text2"))
        # The open promise is the clock above: here stand those that were kept, broken or shifted.
        for promise in [p for p in case.promises if p is not case.open_promise][:2]:
            due = say("Promised by {at}", at=self.context.format.moment(promise.due_at))
            badge = Badge(
                self.context, label(promise.state), _PROMISE_TONE.get(promise.state, Tone.NEUTRAL)
            )
            self.add(_pair(Body(self.context, due, wrap=True), badge))
        stopped = [c for c in case.clocks if c.stopped_at is not None][:_SHOWN_STOPPED]
        if stopped:
            self.add(hairline())
        for clock in stopped:
            tone = _VERDICT_TONE.get(clock.verdict, Tone.NEUTRAL)
            name = Caption(self.context, label(clock.kind), ink="text2")
            self.add(_pair(name, Badge(self.context, label(clock.verdict), tone)))


def _pair(first: QWidget, second: QWidget) -> QWidget:
    box = row(gap=8)
    box.addWidget(first, 1)
    box.addWidget(second)
    made = QWidget()
    made.setLayout(box)
    return made


class KnowsCard(Card):
    """Everybody who may see this case: nobody else."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, say("Who knows"))

    def show_case(self, case: ComplaintCase) -> None:
        """Show who may see a case."""
        self.clear()
        for person in case.knows:
            role = say("owner") if person.owner else label(person.role)
            self.add(
                _pair(
                    Body(self.context, person.name, wrap=True),
                    Caption(self.context, role, ink="text2"),
                )
            )
        if case.about_name:
            about = say("Hidden from {name}", name=case.about_name)
            self.add(Badge(self.context, about, Tone.PRIVATE))


class FlagsCard(Card):
    """Flags to management: seen by whom, with the instruction; 'seen' for those who may."""

    seen = Signal(object, str)

    def __init__(self, context: Context) -> None:
        super().__init__(context, say("Flags to management"))
        self._shown: tuple[object, ...] = ()

    def show_case(self, case: ComplaintCase, *, may_see: bool) -> None:
        """Show the flags of a case."""
        self.setVisible(bool(case.flags))
        if (key := (case.id, case.flags, self.context.words.lang)) == self._shown:
            return  # an instruction half typed is kept
        self._shown = key
        self.clear()
        for flag in case.flags:
            self.add(_FlagRow(self.context, flag, self.seen if may_see else None))


class _FlagRow(QWidget):
    def __init__(self, context: Context, flag: CaseFlagRow, seen: object | None) -> None:
        super().__init__()
        self._id, self._seen = flag.id, seen
        said = (
            say("seen by {name}, {ago}", name=flag.seen_by, ago=context.format.ago(flag.seen_at))
            if flag.seen_at
            else say("nobody has seen it yet")
        )
        box = column(gap=4)
        tone = Tone.NEUTRAL if flag.seen_at else Tone.PRIVATE
        box.addLayout(row(Badge(context, label(flag.kind), tone, icon="flag"), None))
        box.addWidget(Caption(context, said, ink="text2", wrap=True))
        if flag.instruction:
            box.addWidget(Body(context, flag.instruction, wrap=True))
        self.instruction = QLineEdit()
        if seen is not None and flag.seen_at is None:
            self.instruction.setPlaceholderText(context.words("One instruction, if you like"))
            self.instruction.setAccessibleName(context.words("One instruction, if you like"))
            self.instruction.returnPressed.connect(self._on_seen)
            line = row(gap=8)
            line.addWidget(self.instruction, 1)
            line.addWidget(Button(context, say("Seen"), icon="eye", on=self._on_seen))
            box.addLayout(line)
        self.setLayout(box)

    def _on_seen(self) -> None:
        if self._seen is not None:
            self._seen.emit(self._id, self.instruction.text())  # type: ignore[attr-defined]


class HoldCard(Card):
    """The invite hold: all that anybody outside sees. Released here, lifted in a later night."""

    release_requested = Signal()
    keep_requested = Signal()
    set_requested = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context, say("Invitations"))
        self.set = Button(context, "", icon="hold", on=self.set_requested.emit)
        self.said = Body(context, "", wrap=True)
        self.note = Caption(context, "", wrap=True, ink="text2")
        self.release = Button(
            context, say("Release the hold"), icon="unlock", on=self.release_requested.emit
        )
        self.keep = Button(context, say("Keep the hold"), icon="hold", on=self.keep_requested.emit)
        line = row(Icon(context, "hold", size=16))
        line.addWidget(self.said, 1)
        self.add(line, self.note)
        self.add(row(self.release, None), row(self.keep, None), row(self.set, None))

    def show_hold(
        self, hold: HoldRow | None, suggested: HoldSuggestion | None, *, may_set: bool
    ) -> None:
        """Show the hold of a case, or the one that is suggested. may_set: by hand, on this case."""
        self.setVisible(hold is not None or may_set)
        self.set.setVisible(may_set)
        self.set.show_text(say("Set a hold…") if hold is None else say("Make it longer…"))
        if hold is None:
            self._show_none(suggested)
            return
        self.said.show_text(label(hold.kind) if hold.kind else say("There is no hold any more"))
        if hold.lift_after is not None:
            self.note.show_text(say("Released: it will disappear on one of the coming nights."))
        elif hold.review_on is not None:
            day = self.context.format.date(hold.review_on)
            self.note.show_text(say("Guest lists show this until {day}, and no reason.", day=day))
        else:
            self.note.show_text(say("Guest lists show this, and no reason."))
        self.release.setVisible(hold.lift_after is None)
        self.keep.setVisible(hold.lift_after is not None)

    def _show_none(self, suggested: HoldSuggestion | None) -> None:
        self.release.hide()
        self.keep.hide()
        if suggested is None:
            self.said.show_text(say("No hold because of this case."))
            self.note.show_text(say("Guest lists would show a hold and its day, and no reason."))
            return
        day = self.context.format.date(suggested.review_on)
        self.said.show_text(say("Suggested: {kind}", kind=label(suggested.kind)))
        self.note.show_text(
            say("The case is grave enough to hold invitations until {day}.", day=day)
        )


class HistoryCard(Card):
    """What happened, newest first."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, say("History"))

    def show_rows(self, rows: tuple[HistoryRow, ...]) -> None:
        """Show the entries."""
        self.clear()
        for entry in rows:
            self.add(_HistoryLine(self.context, entry))


class _HistoryLine(QWidget):
    def __init__(self, context: Context, entry: HistoryRow) -> None:
        super().__init__()
        when = Caption(context, context.format.moment(entry.at), ink="text2")
        when.setFixedWidth(context.look.px(132))
        when.setWordWrap(True)
        inside = column(gap=2)
        head = row(gap=8)
        head.addWidget(Body(context, entry.said, wrap=True), 1)
        head.addWidget(Caption(context, entry.who or say("VIP Desk"), ink="text2"))
        inside.addLayout(head)
        if entry.text:
            inside.addWidget(Body(context, entry.text, wrap=True, ink="text2", selectable=True))
        box = row(gap=12)
        box.addWidget(when, 0, Qt.AlignmentFlag.AlignTop)
        box.addLayout(inside, 1)
        self.setLayout(box)
