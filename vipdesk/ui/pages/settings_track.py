"""Settings: the deadlines of the private track, and the laws that bind the club."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets.buttons import Button
from vipdesk.ui.widgets.card import Card, row
from vipdesk.ui.widgets.fields import Field
from vipdesk.ui.widgets.labels import Body, Caption
from vipdesk.vocabulary import ClockKind, label
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from vipdesk.complaints.letter_paper import WordingUse
    from vipdesk.complaints.limits import Limit
    from vipdesk.complaints.policies import LimitRow, PolicySheet
    from vipdesk.ui.context import Context

_SHOWN = (
    ClockKind.ACK, ClockKind.FIRST, ClockKind.ANSWER, ClockKind.UPDATE, ClockKind.RESOLUTION,
    ClockKind.OLA, ClockKind.COMP_DELIVERY, ClockKind.RCA,
)  # fmt: skip
_LAW = "law."
_WORDINGS = 30


class TrackCard(Card):
    """The way to the deadlines and to the laws."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, say("Complaints: deadlines and laws"))
        words = say(
            "How soon a complaint is answered, and which law binds the club. A change holds for "
            "complaints filed from then on; those in work keep their dates."
        )
        self.limits = Button(context, say("Deadlines…"), icon="clock", on=self._on_limits)
        self.laws = Button(context, say("Laws…"), on=self._on_laws)
        self.wordings = Button(context, say("Wordings…"), icon="mail", on=self._on_wordings)
        self.wordings.setVisible(context.may("select", "letter"))
        self.warning = Body(context, "", wrap=True, ink="warning")
        self.warning.hide()
        self.add(
            Body(context, words, wrap=True, ink="text2"), self.warning,
            row(self.limits, self.laws, self.wordings, None),
        )  # fmt: skip
        self.setVisible(context.may("update", "club_setting"))

    def showEvent(self, event: QShowEvent) -> None:
        """Whether the days off of the coming year are known is read when it is looked at."""
        super().showEvent(event)
        from vipdesk.complaints.policies import calendar_warning

        read = self.context.runner.read
        read(calendar_warning, self._show_warning, owner=self, topic="track.calendar")

    def _show_warning(self, warning: Say | None) -> None:
        self.warning.show_text(warning or "")
        self.warning.setVisible(warning is not None)

    def _on_wordings(self) -> None:
        from vipdesk.complaints.letter_paper import list_wordings

        self.context.runner.read(list_wordings, self._show_wordings, owner=self, topic="track")

    def _show_wordings(self, found: tuple[WordingUse, ...]) -> None:
        WordingsDialog(self.context, found, self).open()

    def _on_limits(self) -> None:
        self._read(self._ask_limits)

    def _on_laws(self) -> None:
        self._read(self._ask_laws)

    def _read(self, then: Any) -> None:
        from vipdesk.complaints.policies import policy_sheet

        self.context.runner.read(policy_sheet, then, owner=self, topic="track")

    def _ask_limits(self, sheet: PolicySheet) -> None:
        LimitsDialog(self.context, sheet, self).open()

    def _ask_laws(self, sheet: PolicySheet) -> None:
        LawsDialog(self.context, sheet, self).open()


class LimitsDialog(Dialog):
    """A number for each deadline and tier; what it counts in stays as it is."""

    def __init__(self, context: Context, sheet: PolicySheet, parent: QWidget) -> None:
        self._sheet = sheet
        super().__init__(
            context, say("Deadlines"), primary=say("Save"), parent=parent, width=760,
            rows=tuple(_row(context, kind, sheet) for kind in _SHOWN),
        )  # fmt: skip

    def _build(self) -> None:
        words = say("Complaints filed already keep the deadlines they were filed under.")
        self.body.insertWidget(0, Caption(self.context, words, wrap=True, ink="text2"))

    def submit(self) -> None:
        """Save a new version."""
        from vipdesk.complaints.policies import change_policy

        values = self.form.values()
        limits = {
            (r.kind, r.tier): _with(r.limit, int(values[_name(r)])) for r in _rows(self._sheet)
        }
        change = partial(change_policy, based_on=self._sheet.version, limits=limits)
        self.write(change, said=say("Saved: new complaints follow it."))


class LawsDialog(Dialog):
    """Which laws bind the club; of several the shortest period counts."""

    def __init__(self, context: Context, sheet: PolicySheet, parent: QWidget) -> None:
        from vipdesk.complaints.profiles import NAMES, shipped

        self._sheet = sheet
        super().__init__(
            context, say("Laws that bind the club"), primary=say("Save"), parent=parent, width=520,
            rows=tuple(
                Field(_LAW + code, NAMES[code], "check", value=code in sheet.chosen)
                for code in shipped()
            ),
        )  # fmt: skip

    def _build(self) -> None:
        words = say("The periods are examples: let a lawyer confirm them before you rely on them.")
        self.body.insertWidget(0, Caption(self.context, words, wrap=True, ink="text2"))

    def submit(self) -> None:
        """Save a new version."""
        from vipdesk.complaints.policies import change_policy
        from vipdesk.complaints.profiles import shipped

        values = self.form.values()
        chosen = tuple(code for code in shipped() if values[_LAW + code])
        change = partial(change_policy, based_on=self._sheet.version, chosen=chosen)
        self.write(change, said=say("Saved: new complaints follow it."))


class WordingsDialog(Dialog):
    """What authors make of the drafted wordings: the most rewritten first."""

    def __init__(self, context: Context, found: tuple[WordingUse, ...], parent: QWidget) -> None:
        self._found = found
        super().__init__(context, say("Wordings of letters"), parent=parent, width=640)
        self.cancel_button.show_text(say("Close"))

    def _build(self) -> None:
        from vipdesk.complaints.letter_paper import text_of

        said = say(
            "How often each drafted wording was rewritten, the most often first. One that nearly "
            "everybody rewrites is marked: it does not say what people want to say."
        )
        none = say("No letters yet.")
        self.body.addWidget(Body(self.context, said if self._found else none, wrap=True))
        for use in self._found[:_WORDINGS]:
            text = text_of(use.lang, use.slot, use.fragment)
            self.body.addWidget(Body(self.context, text, wrap=True))
            counts = say(
                "Drafted {n} times, rewritten {rewritten}", n=use.drafted, rewritten=use.rewritten
            )
            ink = "warning" if use.retire else "text2"
            self.body.addWidget(Caption(self.context, counts, ink=ink))


def _rows(sheet: PolicySheet) -> tuple[LimitRow, ...]:
    return tuple(r for r in sheet.limits if r.kind in _SHOWN)


def _name(found: LimitRow) -> str:
    return f"{found.kind.value}.{found.tier}"


def _row(context: Context, kind: ClockKind, sheet: PolicySheet) -> tuple[Field, ...]:
    rows = [r for r in _rows(sheet) if r.kind is kind]
    return tuple(
        Field(
            _name(r), _words(context, r, named=not place), "number", low=1, high=400,
            value=_amount(r.limit),
        )
        for place, r in enumerate(rows)
    )  # fmt: skip


def _words(context: Context, found: LimitRow, *, named: bool) -> Say:
    """Which tier, in what it is counted; the first of a row also says for what."""
    unit, rank = context.words(_unit(found.limit)), int(found.tier[1])
    grave = int(found.tier[3]) if len(found.tier) > 2 else 0
    clock = context.words(label(found.kind))
    if named and grave:
        return say("{clock} · severity {grave}, {unit}", clock=clock, grave=grave, unit=unit)
    if named:
        return say("{clock} · tier {rank}, {unit}", clock=clock, rank=rank, unit=unit)
    if grave:
        return say("severity {grave}, {unit}", grave=grave, unit=unit)
    return say("tier {rank}, {unit}", rank=rank, unit=unit)


def _unit(limit: Limit) -> Say:
    if limit.days:
        return say("working days")
    if limit.minutes % 60 == 0:
        return say("hours")
    return say("minutes")


def _amount(limit: Limit) -> int:
    if limit.days:
        return limit.days
    return limit.minutes // 60 if limit.minutes % 60 == 0 else limit.minutes


def _with(limit: Limit, amount: int) -> Limit:
    """The same kind of limit with another number."""
    if limit.days:
        return type(limit)(limit.schedule, days=amount)
    whole = limit.minutes % 60 == 0
    return type(limit)(limit.schedule, minutes=amount * 60 if whole else amount)
