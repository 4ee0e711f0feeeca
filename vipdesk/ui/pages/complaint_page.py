"""A case on one screen: what the client said, what we promised, what is next, who knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QWidget

from vipdesk.clients.names import display_name
from vipdesk.complaints import cases, course, drafts, escalation, flags, holds, letters, links
from vipdesk.complaints.cases import ComplaintCase
from vipdesk.complaints.holds import HoldSuggestion
from vipdesk.complaints.letters import ReplySheet, SentReply
from vipdesk.complaints.sight import SENIOR
from vipdesk.ui.context import Link
from vipdesk.ui.dialogs import case_dialogs as sheets
from vipdesk.ui.dialogs import ending_dialogs as ends
from vipdesk.ui.dialogs.owner_dialog import OwnerDialog
from vipdesk.ui.pages.complaint_cards import (
    FlagsCard,
    HistoryCard,
    HoldCard,
    KnowsCard,
    NextCard,
    SaidCard,
    severity_tone,
    state_tone,
)
from vipdesk.ui.pages.complaint_reply_card import ReplyCard
from vipdesk.ui.pages.complaint_tabs import TABS
from vipdesk.ui.pages.late_tabs import LateTab
from vipdesk.ui.pages.page import Page
from vipdesk.ui.widgets import Badge, Button, EmptyState, Tabs, Tone, column, row, scrolled
from vipdesk.vocabulary import Channel, ComplaintState, Role, Severity, label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.errors import UserError

_REPLY = "complaint.reply"
_ONE_LOOK = timedelta(minutes=10)  # going to and fro is one look
_WORK = (ComplaintState.IN_WORK, ComplaintState.WAIT_CLIENT)


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page reads at once."""

    case: ComplaintCase
    sheet: ReplySheet
    draft: dict[str, Any]
    notice_id: UUID | None = None  # what was moved up to the person at work, to be decided
    suggested: HoldSuggestion | None = None


def read_case(desk: Any, complaint_id: UUID, *, first: bool) -> Shown:
    """The case. The first look of a person leaves an entry in the journal, so it is a write."""
    read = cases.open_complaint if first else cases.get_complaint
    return Shown(
        read(desk, complaint_id),
        letters.first_reply_sheet(desk, complaint_id),
        dict(drafts.get_draft(desk, _REPLY, object_id=complaint_id)),
        _to_decide(desk, complaint_id),
        holds.suggested(desk, complaint_id),
    )


def _to_decide(desk: Any, complaint_id: UUID) -> UUID | None:
    notices = escalation.list_notices(desk, complaint_id=complaint_id)
    return next((n.id for n in notices if n.ack_due is not None), None)


class ComplaintPage(Page):
    """One complaint."""

    section = "complaints"
    title = say("Complaint")
    watches: ClassVar[tuple[str, ...]] = (
        "complaint", "case_event", "complaint_clock", "complaint_flag", "complaint_promise",
        "hold_source", "letter", "private_message", "client", "case_paper",
        "compensation_grant", "department_task", "staff_relative",
    )  # fmt: skip

    def _build(self) -> None:
        context = self.context
        self._opened: dict[UUID, datetime] = {}
        self._looking: UUID | None = None
        self._shown: Shown | None = None
        self.severity = Badge(context)
        self.state = Badge(context)
        self.client_button = Button(context, say("Client"), icon="client", on=self._on_client)
        self.contact_button = Button(context, say("Log a contact"), icon="phone", on=self.new_here)
        self.more = Button(context, say("Next step"), icon="chevron-down", on=self._on_more)
        for button in (self.client_button, self.contact_button, self.more):
            self.add_action(button)
        self.said = SaidCard(context)
        self.said.add_badges(
            self.severity, self.state, Badge(context, say("Confidential"), Tone.PRIVATE)
        )
        self.reply = ReplyCard(context)
        self.history = HistoryCard(context)
        self.next = NextCard(context)
        self.flags = FlagsCard(context)
        self.knows = KnowsCard(context)
        self.hold = HoldCard(context)
        inside = QWidget()
        right = QWidget()
        right.setFixedWidth(context.look.px(292))
        right.setLayout(column(self.next, self.flags, self.hold, self.knows, None, gap=16))
        both = row(gap=16)
        both.addLayout(column(self.said, self.reply, self.history, None, gap=16), 1)
        both.addWidget(right)
        both.setContentsMargins(0, 0, 8, 0)
        inside.setLayout(both)
        self.tabs = Tabs(context)
        self.tabs.add("case", say("Complaint"), scrolled(inside))
        self.places: dict[str, LateTab] = {}
        for place in TABS:
            if place.is_for(context):
                self.places[place.key] = LateTab(context, place)
                self.tabs.add(place.key, place.title, self.places[place.key])
        self.body.addWidget(self.tabs, 1)
        self.keys_shown = (
            (say("Give at once"), "Ctrl+G"), (say("In the client’s hands"), "Ctrl+Shift+G"),
        )  # fmt: skip
        QShortcut(QKeySequence("Ctrl+G"), self, partial(self._given, "give_at_once"))
        QShortcut(QKeySequence("Ctrl+Shift+G"), self, partial(self._given, "deliver_next"))
        self.hidden = EmptyState(
            context, say("Complaints are hidden while somebody else looks at the screen."),
            icon="eye-off",
        )  # fmt: skip

    def tab(self, key: str) -> QWidget:
        """The widget of a later tab, made now if nobody saw it yet."""
        return self.places[key].tab

    def _connect(self) -> None:
        self.reply.send_requested.connect(self._on_send)
        self.reply.kept.connect(self._on_kept)
        self.flags.seen.connect(self._on_seen)
        self.hold.release_requested.connect(self._on_release)
        self.hold.keep_requested.connect(self._on_keep)
        self.hold.set_requested.connect(self._on_set_hold)

    # Reading -------------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the case; the first look in a while is written into the journal, no refresh is."""
        case_id = self.link.id
        if case_id is None:
            return
        now, before = self.context.now(), self._opened.get(case_id)
        same_look = before is not None and now - before < _ONE_LOOK
        if same_look or self._looking == case_id:
            self._looking = case_id
            self.load(partial(read_case, complaint_id=case_id, first=False), self._show)
            return
        self._opened[case_id], self._looking = now, case_id
        self.context.runner.write(
            partial(read_case, complaint_id=case_id, first=True), self._show_first, owner=self,
            failed=self._on_unreadable,
        )  # fmt: skip

    def hideEvent(self, event: QHideEvent) -> None:
        """Who comes back looks again."""
        super().hideEvent(event)
        self._looking, self._due = None, True

    def _show_first(self, shown: Shown) -> None:
        self.loaded = True
        self.show_body()
        self._show(shown)

    def _on_unreadable(self, error: Exception) -> bool:
        self._looking = None
        if self.link.id is not None:
            self._opened.pop(self.link.id, None)
        return self._on_failed(error)

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        case = shown.case
        if self.context.presenting:
            self.heading_label.show_text(say("Complaint"))
            self.show_subtitle("")
            self.show_empty(self.hidden)
            return
        self.heading_label.show_text(display_name(case.name, self.words.lang))
        self.show_subtitle(case.number)
        self.severity.show_badge(label(case.severity), severity_tone(case.severity) or Tone.NEUTRAL)
        self.state.show_badge(label(case.state), state_tone(case.state))
        self.said.show_case(case)
        self.next.show_case(case)
        self.knows.show_case(case)
        staff = self.context.staff
        self.flags.show_case(case, may_see=staff is not None and staff.role in SENIOR)
        self.hold.show_hold(
            case.hold, shown.suggested,
            may_set=case.live and self.context.may("update", "hold_source"),
        )  # fmt: skip
        self.history.show_rows(case.history)
        draft = shown.draft
        self.reply.show_sheet(
            shown.sheet, mirror=str(draft.get("mirror", "")), body=str(draft.get("body", ""))
        )
        self.more.setVisible(bool(self._steps()))
        for place in self.places.values():
            place.show_whole(case)
        if self.link.part:
            self.tabs.choose(self.link.part)
            self.link = Link("complaint", self.link.id)

    # The first reply -----------------------------------------------------------------------------

    def _on_kept(self, mirror: str, body: str) -> None:
        shown = self._shown
        if shown is None or {"mirror": mirror, "body": body} == shown.draft:
            return
        if not mirror and not body and not shown.draft:
            return
        shown.draft.update(mirror=mirror, body=body)
        keep = partial(
            drafts.keep_draft, form=_REPLY, values={"mirror": mirror, "body": body},
            object_id=shown.case.id,
        )  # fmt: skip
        self.write(keep)

    def _on_send(self, channel: Channel, body: str, mirror: str, promise_at: datetime) -> None:
        if self._shown is None:
            return
        send = partial(
            _send, complaint_id=self._shown.case.id, channel=channel, body=body, mirror=mirror,
            promise_at=promise_at,
        )  # fmt: skip
        self.write(send, said=_sent_said)

    def take_error(self, error: UserError) -> bool:
        """An error of the first reply beside its field."""
        return self.reply.take_error(error)

    @property
    def case_state(self) -> ComplaintState | None:
        """The state of the case as it is shown."""
        return None if self._shown is None else self._shown.case.state

    # Steps ---------------------------------------------------------------------------------------

    def new_here(self) -> bool:
        """Ctrl+N on a case: log a contact."""
        return self._sheet(sheets.ContactDialog)

    def _given(self, step: str) -> None:
        """Ctrl+G and Ctrl+Shift+G on a case: give, note that it was handed over; on any tab."""
        if "compensation" in self.places and self._shown is not None:
            self.tabs.choose("compensation")
            self.tab("compensation").begin(step)  # type: ignore[attr-defined]

    def _steps(self) -> list[tuple[Say, Any]]:
        """What can be done now, in the order of the course."""
        if self._shown is None:
            return []
        case = self._shown.case
        state, mine = case.state, case.mine
        works = mine and state in _WORK
        promised = case.open_promise is not None
        answered, resolved = state is ComplaintState.ANSWERED, state is ComplaintState.RESOLVED
        known: tuple[tuple[bool, Say, Any], ...] = (
            (works, say("Give the answer…"), self._on_answer),
            (mine and state is ComplaintState.IN_WORK, say("Wait for the client…"),
             sheets.WaitDialog),
            (works and promised, say("Move the promised date…"), sheets.PromiseDialog),
            (works and not promised, say("Promise a date…"), sheets.NewPromiseDialog),
            (mine and answered, say("The client accepts…"), sheets.ResolveDialog),
            (answered, say("The client is not satisfied…"), sheets.NotContentDialog),
            (resolved, say("Close the case…"), sheets.CloseDialog),
            (resolved or state is ComplaintState.CLOSED, say("Open the case again…"),
             sheets.ReopenDialog),
            (state.is_open, say("Change the severity…"), sheets.SeverityDialog),
            (self._may_give(case), say("Give it to another owner…"), self._on_give),
            (self._may_sign(case), say("Sign the answer"), self._on_sign),
            *self._rarer(case),
        )  # fmt: skip
        return [(words, step) for fits, words, step in known if fits]

    def _rarer(self, case: ComplaintCase) -> tuple[tuple[bool, Say, Any], ...]:
        """What moves the decision up, and the other ends of a case."""
        staff, state = self.context.staff, case.state
        role = staff.role if staff is not None else None
        head, live, mine = role is Role.HEAD, state.is_open, case.mine and state.is_open
        grave = case.severity is Severity.S1
        back = next((s for s in case.steps if s.target is ComplaintState.IN_WORK), None)
        old = state is ComplaintState.CLOSED and back is not None and back.reason is not None
        answered = state is ComplaintState.ANSWERED and role in SENIOR
        asked = self._shown is not None and self._shown.notice_id is not None and role in SENIOR
        return (
            (asked, say("Decide what was moved up…"), self._on_decide),
            (live, say("Ask for a decision one level up…"), ends.EscalateDialog),
            (mine and not grave, say("The client withdraws it…"), ends.WithdrawDialog),
            (mine, say("The same matter was filed before…"), self._on_duplicate),
            (answered, say("End without agreement…"), ends.UnresolvedDialog),
            (head and live, say("This is no complaint…"), ends.ReclassifyDialog),
            (head and live, say("Entered by mistake…"), ends.VoidDialog),
            (old, say("File it again…"), ends.AgainDialog),
        )

    def _may_sign(self, case: ComplaintCase) -> bool:
        staff = self.context.staff
        executive = staff is not None and staff.role is Role.EXECUTIVE
        return executive and case.state in _WORK and not case.signed

    def _may_give(self, case: ComplaintCase) -> bool:
        staff = self.context.staff
        return staff is not None and staff.role in SENIOR and case.state.is_open

    def _on_give(self) -> None:
        if self._shown is not None:
            OwnerDialog(self.context, self._shown.case.id, self).open()

    def _on_more(self) -> None:
        menu = QMenu(self)
        for words, step in self._steps():
            action = menu.addAction(self.context.text(words))
            action.setData(step)
        menu.triggered.connect(self._on_step)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _on_step(self, action: Any) -> None:
        step = action.data()
        if isinstance(step, type):
            self._sheet(step)
        else:
            step()

    def _sheet(self, kind: type[sheets.StepDialog]) -> bool:
        if self._shown is None:
            return False
        kind(self.context, self._shown.case.id, self).open()
        return True

    def _on_decide(self) -> None:
        if self._shown is not None and self._shown.notice_id is not None:
            ends.DecideDialog(self.context, self._shown.notice_id, self).open()

    def _on_duplicate(self) -> None:
        if self._shown is not None:
            ask = partial(links.list_twins, complaint_id=self._shown.case.id)
            self.context.runner.read(ask, self._choose_twin, owner=self, topic="twins")

    def _choose_twin(self, twins: tuple[links.Twin, ...]) -> None:
        if self._shown is None:
            return
        if not twins:
            self.context.say(say("This client has no other open complaint."))
            return
        ends.DuplicateDialog(self.context, self._shown.case.id, self, twins).open()

    def _on_sign(self) -> None:
        if self._shown is not None:
            sign = partial(course.sign_answer, complaint_id=self._shown.case.id)
            self.write(sign, said=say("Signed."))

    def _on_client(self) -> None:
        if self._shown is not None:
            self.context.open(Link("client", self._shown.case.client_id))

    def _on_seen(self, flag_id: UUID, instruction: str) -> None:
        self.write(
            partial(flags.acknowledge, flag_id=flag_id, instruction=instruction),
            said=say("Marked as seen."),
        )

    def _on_release(self) -> None:
        if self._shown is None:
            return
        case_id = self._shown.case.id
        self.write(
            partial(holds.release_hold, complaint_id=case_id),
            said=say("The hold will be lifted on one of the coming nights."),
            undo=lambda desk, _: holds.keep_hold(desk, case_id),
        )

    def _on_answer(self) -> None:
        if self._shown is not None:
            sheets.AnswerDialog(
                self.context, self._shown.case.id, self, careful=self._shown.sheet.fields.careful
            ).open()

    def _on_set_hold(self) -> None:
        if self._shown is not None:
            sheets.HoldDialog(
                self.context, self._shown.case.id, self, self._shown.case.hold,
                self._shown.suggested,
            ).open()  # fmt: skip

    def _on_keep(self) -> None:
        if self._shown is not None:
            keep = partial(holds.keep_hold, complaint_id=self._shown.case.id)
            self.write(keep, said=say("The hold stays."))


def _send(desk: Any, complaint_id: UUID, **reply: Any) -> SentReply:
    """Send it, and let the draft go in the same transaction."""
    sent = letters.send_first_reply(desk, complaint_id, **reply)
    drafts.drop_draft(desk, _REPLY, object_id=complaint_id)
    return sent


def _sent_said(sent: SentReply) -> Say:
    if sent.sent:
        return say("The first reply is in the case; the date is a promise now.")
    if sent.waits_until is not None:
        return say("The reply waits until {at}: {reason}", at=sent.waits_until, reason=sent.reason)
    return say("The first reply is on its way.")
