"""Taking a complaint in two minutes, by keyboard alone: five fields, Enter goes on.

What is typed is kept among the hidden rows while it is typed, and the desk shows at once what
filing will do: whose it is, the answer date with its reason, what it noticed in the words.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid4

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from vipdesk.access.office import list_staff
from vipdesk.complaints import drafts, intake, sight
from vipdesk.complaints.intake import Filed, Intake, Plan
from vipdesk.ui.context import Link
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets import (
    Badge,
    Body,
    Caption,
    Card,
    Check,
    Choice,
    Field,
    Figure,
    Icon,
    Strong,
    Tone,
    column,
)
from vipdesk.ui.widgets import row as line
from vipdesk.vocabulary import Channel, Severity, label
from vipdesk.wording import Lang, Who, say

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from vipdesk.access import StaffRow
    from vipdesk.ui.context import Context, Text

_FORM = "complaint.new"
_PAUSE_MS = 250
_SAVE_MS = 600
_FIVE = ("client_id", "channel", "words", "wish", "reach_when")
_WAYS = (
    Channel.PHONE,
    Channel.IN_PERSON,
    Channel.EMAIL,
    Channel.MESSENGER,
    Channel.SMS,
    Channel.LETTER,
)


def _rows(lang: Lang) -> tuple[Field | tuple[Field, ...], ...]:
    ways = tuple((c, label(c)) for c in _WAYS)
    grades = tuple((s, label(s)) for s in Severity)
    return (
        (
            Field(
                "client_id", say("Client"), "pick", required=True,
                find=partial(find_clients, lang=lang),
            ),
            Field("channel", say("How the complaint came"), "choice", choices=ways),
        ),
        Field("words", say("What happened, in the client’s words"), "long", required=True, lines=4),
        Field("wish", say("What the client wishes"), required=True),
        (
            Field("reach_by", say("How to reach the client"), "choice", choices=ways),
            Field("reach_when", say("When"), hint=say("After six, before the flight…")),
        ),
        (
            Field(
                "severity", say("Severity"), "choice", folded=True,
                choices=((None, say("Set automatically")), *grades),
            ),
            Field(
                "about", say("About which of us"), "choice", folded=True,
                choices=((None, say("Nobody in particular")),),
            ),
        ),
        (
            Field("place", say("Where it happened"), folded=True),
            Field("received_at", say("When it came"), "moment", folded=True),
        ),
        Field("summary", say("In our own words"), "long", lines=2, folded=True),
    )  # fmt: skip


def find_clients(desk: Any, typed: str, lang: Lang) -> tuple[tuple[UUID, Text, Text], ...]:
    """Clients by half a name, phone or card, for the picker."""
    from vipdesk.clients.registry import ClientFilter, list_clients

    rows = list_clients(desk, ClientFilter(text=typed), limit=8)
    return tuple((r.id, r.display(lang), r.city) for r in rows)


class ComplaintDialog(Dialog):
    """The intake sheet. `client`: (id, name) when it is opened from a client."""

    def __init__(
        self, context: Context, parent: QWidget, *, client: tuple[UUID, str] | None = None
    ) -> None:
        self._submission = uuid4()
        self._told: dict[str, bool] = {}
        self._plan: Plan | None = None
        self._filed: Filed | None = None
        self._client = client
        self._opened_at: datetime | None = None
        super().__init__(
            context, say("New complaint"), primary=say("File the complaint"),
            rows=_rows(context.words.lang), width=640, parent=parent,
        )  # fmt: skip
        self.context.runner.read(partial(drafts.get_draft, form=_FORM), self._restore, owner=self)
        self.context.runner.read(list_staff, self._offer_staff, owner=self)

    # Building ------------------------------------------------------------------------------------

    def _build(self) -> None:
        staff = self.context.staff
        self._sees = staff is None or sight.works_here(staff.role)
        self.body.insertLayout(
            0, line(Badge(self.context, say("Confidential"), Tone.PRIVATE), None)
        )
        self.plan_card = Card(self.context, tone="private", padding=12)
        self.plan_owner = Strong(self.context, "", wrap=True)
        self.plan_answer = Body(self.context, "", wrap=True)
        self.plan_hold = Body(self.context, "", wrap=True, ink="text2")
        self.conflict = Check(self.context)
        self.around = Badge(self.context, "", Tone.PRIVATE)
        self.threat = Check(self.context, say("A court, the press or leaving was mentioned"))
        self.demand = Check(self.context, say("Contains a legal demand: a refund, damages"))
        self.hold = Check(self.context, say("Hold back invitations meanwhile"))
        self.plan_card.add(
            self.plan_owner, self.plan_answer, self.plan_hold, self.around, self.conflict,
            self.threat, self.demand, self.hold,
        )  # fmt: skip
        self.plan_card.hide()
        self.body.addWidget(self.plan_card)
        self.outcome = _Result(self.context)
        self.outcome.hide()
        self.body.addWidget(self.outcome)
        self._timers()
        self._wire()
        self._opened_at = self.form.fields["received_at"].value()
        if self._client is not None:
            self.form.set_values({"client_id": self._client})

    def _timers(self) -> None:
        self._think = QTimer(self)
        self._keep = QTimer(self)
        for timer, pause, slot in (
            (self._think, _PAUSE_MS, self._ask_plan),
            (self._keep, _SAVE_MS, self._keep_draft),
        ):
            timer.setSingleShot(True)
            timer.setInterval(pause)
            timer.timeout.connect(slot)
        self.context.locking.connect(self._on_locking)

    def _wire(self) -> None:
        self.form.submitted.disconnect(self._on_primary)
        self.form.submitted.connect(self._on_enter)
        self.form.edited.connect(self._on_edited)
        picker: Any = self.form.fields["client_id"].editor
        picker.picked.connect(self._on_picked)
        for field in self.form.fields.values():
            if isinstance(field.editor, QPlainTextEdit | Choice):
                field.editor.installEventFilter(self)
        for check in (self.conflict, self.threat, self.demand, self.hold):
            check.edited.connect(self._on_ticked)

    # Keyboard ------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in a choice or a long text goes on; Shift+Enter begins a line."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() == Qt.KeyboardModifier.NoModifier:
                self._on_enter()
                return True
        return super().eventFilter(watched, event)

    def _on_picked(self, _client_id: object) -> None:
        self._go_on("client_id")

    def _on_enter(self) -> None:
        """To the next of the five fields; from the last one it is filed."""
        names = [n for n, f in self.form.fields.items() if f.editor.hasFocus()]
        if names and self._go_on(names[0]):
            return
        self._on_primary()

    def _go_on(self, name: str) -> bool:
        if name not in _FIVE:
            return False
        for following in _FIVE[_FIVE.index(name) + 1 :]:
            self.form.fields[following].setFocus()
            return True
        return False

    # While it is typed ---------------------------------------------------------------------------

    def _on_edited(self) -> None:
        self._think.start()
        self._keep.start()

    def _intake(self) -> Intake:
        typed = self.form.values()
        return Intake(
            submission_id=self._submission,
            client_id=typed["client_id"],
            channel=typed["channel"],
            words=typed["words"],
            wish=typed["wish"],
            reach_by=typed["reach_by"],
            reach_when=typed["reach_when"],
            received_at=self._received_at(typed["received_at"]),
            about_staff_id=typed["about"],
            severity=typed["severity"],
            place=typed["place"],
            summary=typed["summary"],
            threat=self._told.get("threat"),
            demand=self._told.get("demand"),
            conflict=self._told.get("conflict"),
            hold=self._told.get("hold"),
        )

    def _received_at(self, typed: datetime) -> datetime | None:
        """The moment, if the person set one; else it is the moment of filing."""
        if typed == self._opened_at:
            return None
        zone = self.context.format.local(self.context.now()).tzinfo
        return typed.replace(tzinfo=zone)

    def _offer_staff(self, staff: tuple[StaffRow, ...]) -> None:
        choice: Any = self.form.fields["about"].editor
        people = tuple((person.id, Who.of(person)) for person in staff)
        choice.offer(((None, say("Nobody in particular")), *people))

    def _ask_plan(self) -> None:
        typed = self.form.values()
        if typed["client_id"] is None or not self._sees or self._filed is not None:
            self.plan_card.hide()
            return
        self.context.runner.read(
            partial(intake.plan, intake=self._intake()), self._show_plan, owner=self
        )

    def _show_plan(self, plan: Plan) -> None:
        self._plan = plan
        self.plan_owner.show_text(
            say("Owner: {name}. Severity: {severity}.", name=plan.owner_name,
                severity=label(plan.severity))
        )  # fmt: skip
        self.plan_answer.show_text(
            say("Answer by {at} ({reason}).", at=plan.answer_at, reason=plan.reason)
        )
        self._show_noticed(plan)
        self.plan_card.show()

    def _show_noticed(self, plan: Plan) -> None:
        about = plan.about
        self.around.setVisible(about is not None and not plan.may_deny_conflict)
        self.conflict.setVisible(about is not None and plan.may_deny_conflict)
        if about is not None:
            said = say("About {name}: hidden from this person", name=about.name)
            self.around.show_badge(said)
            self.conflict.speak(setText=said)
        self.conflict.setChecked(plan.conflict)
        for name, check, seen in (
            ("threat", self.threat, plan.noticed.threat),
            ("demand", self.demand, plan.noticed.demand),
        ):
            check.setVisible(seen or name in self._told)
            check.setChecked(seen)
        hold = plan.hold
        self.hold.setVisible(hold is not None)
        self.hold.setChecked(self._told.get("hold", True))
        self.plan_hold.setVisible(hold is not None)
        if hold is not None:
            self.plan_hold.show_text(
                say("The guest lists will say only “{hold}”.", hold=label(hold.kind))
            )

    def _on_ticked(self) -> None:
        for name in ("conflict", "threat", "demand", "hold"):
            check: Check = getattr(self, name)
            if check is self.sender():
                self._told[name] = check.isChecked()
        self._ask_plan()

    # Drafts --------------------------------------------------------------------------------------

    def _keep_draft(self) -> None:
        if self._filed is not None:
            return
        typed = self.form.values()
        picker: Any = self.form.fields["client_id"].editor
        kept = {n: typed[n] for n in ("words", "wish", "reach_when", "place", "summary")}
        if any(kept.values()):
            kept["client"] = [str(typed["client_id"] or ""), picker.text()]
            kept["submission"] = str(self._submission)
            kept["channel"], kept["reach_by"] = str(typed["channel"]), str(typed["reach_by"])
        self.context.runner.write(partial(drafts.keep_draft, form=_FORM, values=kept), owner=self)

    def _restore(self, kept: Mapping[str, Any]) -> None:
        typed = self.form.values()
        picker: Any = self.form.fields["client_id"].editor
        begun = self._client is None and picker.text()
        if not kept or begun or typed["words"] or typed["wish"]:
            return
        values: dict[str, object] = {
            n: kept.get(n, "") for n in ("words", "wish", "reach_when", "place", "summary")
        }
        for name in ("channel", "reach_by"):
            if kept.get(name):
                values[name] = Channel(kept[name])
        key, name = kept.get("client", ["", ""])
        if key and self._client is None:
            values["client_id"] = (UUID(key), name)
        self._submission = UUID(kept["submission"]) if "submission" in kept else self._submission
        self.form.set_values(values)
        self.form.focus_first()
        self._ask_plan()

    def done(self, result: int) -> None:
        """Closing loses nothing: what was typed is kept at once."""
        self._on_locking()
        super().done(result)

    def _on_locking(self) -> None:
        if self._keep.isActive():
            self._keep.stop()
            self._keep_draft()

    # Filing --------------------------------------------------------------------------------------

    def submit(self) -> None:
        """File it; the second press opens the case."""
        if self._filed is not None:
            self._leave()
            return
        self._keep.stop()
        self._wait(waiting=True)
        self.context.runner.write(
            partial(_file, intake=self._intake()), self._on_filed, owner=self,
            failed=self._on_failed,
        )  # fmt: skip

    def _on_primary(self) -> None:
        if self._filed is not None:
            self._leave()
            return
        super()._on_primary()

    def _on_filed(self, filed: Filed) -> None:
        self._filed = filed
        self._wait(waiting=False)
        self.form.hide()
        self.plan_card.hide()
        self.cancel_button.hide()
        self.outcome.show_filed(filed)
        self.outcome.show()
        self.title.show_text(say("The complaint is filed"))
        self.primary_button.show_text(say("Open the case") if filed.open_to_me else say("Done"))
        self.primary_button.setFocus()
        self.primary_button.setDefault(True)
        self.resize(self.width(), self.context.look.px(300))

    def _leave(self) -> None:
        filed = self._filed
        self.accept()
        if filed is not None and filed.open_to_me:
            self.context.open(Link("complaint", filed.id))


def _file(desk: Any, intake: Intake) -> Filed:
    """File it, and let the draft go in the same transaction."""
    from vipdesk.complaints.intake import file_complaint

    filed = file_complaint(desk, intake)
    drafts.drop_draft(desk, _FORM)
    return filed


class _Result(QWidget):
    """The number, big enough to be read out; whose it is; the answer date and why."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.number = Figure(context, "", selectable=True)
        self.owner = Strong(context, "", wrap=True)
        self.answer = Body(context, "", wrap=True)
        self.hint = Caption(context, "", wrap=True)
        head = line(Icon(context, "check", size=20, ink="success"), self.number, None, gap=12)
        self.setLayout(column(head, self.owner, self.answer, self.hint, None, gap=8))

    def show_filed(self, filed: Filed) -> None:
        """Say what filing gave."""
        self.number.show_text(filed.number)
        told = bool(filed.owner_name) and filed.answer_at is not None
        self.owner.setVisible(told)
        self.answer.setVisible(told)
        if not told:
            self.hint.show_text(say("Taken down. Tell the client this number."))
            return
        self.owner.show_text(say("{name} looks after it.", name=filed.owner_name))
        self.answer.show_text(
            say("Tell the client: an answer by {at} ({reason}).", at=filed.answer_at or "",
                reason=filed.reason or "")
        )  # fmt: skip
        self.hint.show_text(say("Tell the client the number: with it, nothing needs repeating."))
