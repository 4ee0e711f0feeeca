"""The words of Today: frozen lines of the agenda turned into what stands on the screen. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from vipdesk.agenda.lines import (
    CallLine,
    DateLine,
    EventLine,
    PromiseLine,
    Today,
    When,
)
from vipdesk.agenda.rhythm import COUNTED
from vipdesk.channels.gate import ContactVerdict, Reason
from vipdesk.channels.hours import zone
from vipdesk.clients.names import display_name
from vipdesk.ui.pages.date_words import date_icon, date_reason
from vipdesk.vocabulary import OutboxKind, OutboxState, Role, label
from vipdesk.wording import Lang, Say, say

if TYPE_CHECKING:
    from vipdesk.access.desk import StaffRow
    from vipdesk.channels.waiting import WaitingRow
    from vipdesk.clients.handover_rows import ReceivedRow
    from vipdesk.complaints.action_lines import ActionDue
    from vipdesk.complaints.due import DueRow
    from vipdesk.ui.format import Format


_NOTHING = UUID(int=0)  # a notice is about no row


class Act(StrEnum):
    """What can be done to a line without leaving the page."""

    OPEN = "open"
    DONE = "done"
    CALL = "call"
    LOG = "log"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Slot:
    """A short word on the next lawful moment. `tone`: a badge's tone; `tip`: the whole reason."""

    text: Say | str
    tone: str = "neutral"
    tip: Say | str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a section. `row` is the agenda's own line, `key` tells lines apart."""

    key: tuple[str, UUID]
    icon: str
    title: str
    reason: Say | str
    slot: Slot | None = None
    acts: tuple[Act, ...] = ()
    late: bool = False
    row: object = None


def greeting(staff: StaffRow | None, hour: int, lang: Lang) -> Say:
    """'Good morning, Maria'; in Russian with the patronymic."""
    name = _own_name(staff, lang)
    if not name:
        return _BARE[_part_of_day(hour)]
    match _part_of_day(hour):
        case 0:
            return say("Good night, {name}", name=name)
        case 1:
            return say("Good morning, {name}", name=name)
        case 2:
            return say("Good afternoon, {name}", name=name)
    return say("Good evening, {name}", name=name)


_BARE = (say("Good night"), say("Good morning"), say("Good afternoon"), say("Good evening"))


def _part_of_day(hour: int) -> int:
    return 0 if hour < 5 else 1 if hour < 12 else 2 if hour < 18 else 3


def _own_name(staff: StaffRow | None, lang: Lang) -> str:
    if staff is None:
        return ""
    if lang is Lang.EN:
        return (staff.latin_name or staff.given).split(" ")[0]
    return f"{staff.given} {staff.patronymic}".strip()


def promise_lines(today: Today, when: When, shown: Format) -> list[Line]:
    """Promises of one group, the nearest first."""
    return [_promise(p, shown) for p in today.promises if p.when is when]


def _promise(line: PromiseLine, shown: Format) -> Line:
    moment = shown.moment(line.due_at)
    if line.owner:
        reason = say(
            "{promise} · {moment} · {owner}", promise=line.text, moment=moment, owner=line.owner
        )
    else:
        reason = say("{promise} · {moment}", promise=line.text, moment=moment)
    return Line(
        ("promise", line.id),
        "clock" if line.when is When.OVERDUE else "promise",
        display_name(line.name, shown.words.lang),
        reason,
        slot_of(line.contact, shown),
        (Act.DONE, Act.CALL, Act.MORE),
        late=line.when is When.OVERDUE,
        row=line,
    )


def call_lines(calls: Sequence[CallLine], shown: Format) -> list[Line]:
    """Talks by rhythm."""
    return [
        Line(
            ("call", c.client_id),
            "phone",
            display_name(c.name, shown.words.lang),
            _call_reason(c, shown.words.lang),
            slot_of(c.contact, shown),
            (Act.CALL, Act.LOG, Act.MORE),
            late=c.late,
            row=c,
        )
        for c in calls
    ]


def _call_reason(line: CallLine, lang: Lang) -> Say:
    tier = line.tier_ru if lang is Lang.RU else line.tier_en
    if not tier:
        return _without_tier(line)
    if line.never:
        return say("{tier} · no talk on record for {n} days", tier=tier, n=line.days)
    return say(
        "{tier} · {n} days without a talk, the rhythm is {rhythm}",
        tier=tier,
        n=line.days,
        rhythm=line.cadence_days,
    )


def _without_tier(line: CallLine) -> Say:
    if line.never:
        return say("No talk on record for {n} days", n=line.days)
    return say(
        "{n} days without a talk, the rhythm is {rhythm}", n=line.days, rhythm=line.cadence_days
    )


def date_lines(dates: Sequence[DateLine], shown: Format) -> list[Line]:
    """Days of clients; a mourning client gets no slot for congratulations."""
    made = []
    for line in dates:
        slot = None if line.mourning else slot_of(line.contact, shown)
        acts = (Act.MORE,) if line.mourning else (Act.CALL, Act.MORE)
        made.append(
            Line(
                ("date", line.key),
                date_icon(line),
                display_name(line.name, shown.words.lang),
                date_reason(line, shown),
                slot,
                acts,
                row=line,
            )
        )
    return made


def event_lines(events: Sequence[EventLine], shown: Format) -> list[Line]:
    """Gatherings of the week with the state of their replies."""
    return [
        Line(
            ("event", e.id),
            "event",
            e.title if shown.words.lang is Lang.RU else e.title_en,
            _where(e, shown),
            _coming(e),
            (Act.MORE,),
            row=e,
        )
        for e in events
    ]


def _where(line: EventLine, shown: Format) -> Say | str:
    place = line.place if shown.words.lang is Lang.RU else line.place_en
    moment = shown.moment(line.starts_at)
    return say("{moment} · {place}", moment=moment, place=place) if place else moment


def _coming(line: EventLine) -> Slot | None:
    if not line.invited:
        return Slot(say("Nobody invited yet"), "warning")
    tip = say("{n} have not answered", n=line.silent) if line.silent else ""
    if line.capacity:
        return Slot(
            say("{n} of {capacity} coming", n=line.coming, capacity=line.capacity), "neutral", tip
        )
    return Slot(say("{n} coming", n=line.coming), "neutral", tip)


def outbox_lines(rows: Sequence[WaitingRow], shown: Format) -> list[Line]:
    """What a person has to do with the outbox, and what waits and why."""
    return [_outbox(row, shown) for row in rows]


_ICONS = {
    OutboxKind.MAIL: "mail",
    OutboxKind.CALL_TASK: "phone",
    OutboxKind.TEXT: "sms",
    OutboxKind.LETTER: "letter",
}
_TO_DO = {
    OutboxKind.CALL_TASK: say("To call · {topic}"),
    OutboxKind.TEXT: say("To write · {topic}"),
    OutboxKind.LETTER: say("To post · {topic}"),
    OutboxKind.MAIL: say("E-mail · {topic}"),
}


def _outbox(row: WaitingRow, shown: Format) -> Line:
    reason = Say(_TO_DO[row.kind].text, {"topic": label(row.topic)})
    return Line(
        ("message", row.id),
        "lock" if row.private else _ICONS[row.kind],
        display_name(row.name, shown.words.lang),
        reason,
        outbox_slot(row, shown),
        _outbox_acts(row),
        row=row,
    )


def _outbox_acts(row: WaitingRow) -> tuple[Act, ...]:
    if row.state is not OutboxState.TO_DO:
        return (Act.MORE,)
    if row.kind is OutboxKind.CALL_TASK:
        return (Act.DONE, Act.CALL, Act.MORE)
    return (Act.DONE, Act.MORE)


def outbox_slot(row: WaitingRow, shown: Format) -> Slot:
    """Where a message stands, in a word, with the reason behind it."""
    match row.state:
        case OutboxState.REVIEW:
            return Slot(label(row.state), "warning", row.error or "")
        case OutboxState.FAILED:
            return Slot(label(row.state), "danger", row.error or "")
        case OutboxState.HELD | OutboxState.TO_DO:
            return slot_of(row.verdict, shown) or Slot(label(row.state))
    return Slot(label(row.state), "neutral", row.error or "")


def clock_lines(rows: Sequence[DueRow], shown: Format) -> list[Line]:
    """Clocks of the private track: a line a complaint, its nearest clock first."""
    by_case: dict[UUID, list[DueRow]] = {}
    for row in rows:
        by_case.setdefault(row.complaint_id, []).append(row)
    return [_clock(clocks, shown) for clocks in by_case.values()]


def _clock(clocks: list[DueRow], shown: Format) -> Line:
    first = clocks[0]
    late = any(row.late for row in clocks)
    if first.paused:
        slot = Slot(say("Paused"))
    else:
        slot = Slot(shown.left(first.due_at), "danger" if first.late else "warning")
    due = dict.fromkeys(row.kind for row in clocks if row.late or row is first)
    kinds = tuple(label(kind) for kind in due)
    return Line(
        ("clock", first.complaint_id),
        "lock",
        display_name(first.name, shown.words.lang),
        say("Complaint {number} · {clocks}", number=first.number, clocks=kinds),
        slot,
        late=late,
        row=first,
    )


def action_lines(rows: Sequence[ActionDue], shown: Format) -> list[Line]:
    """Corrective actions that are due, and effects that are to be checked."""
    return [
        Line(
            ("action", row.id),
            "check",
            row.text,
            say("Corrective action: is there an effect?")
            if row.check
            else say("Corrective action to be done"),
            Slot(shown.day(row.due_on), "danger" if row.late else "warning"),
            late=row.late,
            row=row,
        )
        for row in rows
    ]


def notice_lines(today: Today, shown: Format) -> list[Line]:
    """What needs this person: clients handed over, clients without a manager, stray replies."""
    lines = [_received(row, shown) for row in today.received]
    if today.without_manager:
        lines.append(
            Line(
                ("without_manager", _NOTHING),
                "warning",
                shown.words("{n} clients without a personal manager", n=today.without_manager),
                say("Nobody looks after them. Choose a manager."),
            )
        )
    if today.calendar is not None:
        title = shown.words("Days off of a year are missing")
        lines.append(Line(("calendar", _NOTHING), "calendar", title, today.calendar))
    if today.replies:
        lines.append(
            Line(
                ("replies", _NOTHING),
                "mail",
                shown.words("{n} replies to review", n=today.replies),
                say("They could not be counted automatically."),
            )
        )
    queued = today.waiting.get(OutboxState.QUEUED)
    if not today.mail_account and queued:
        lines.append(
            Line(
                ("mail_account", _NOTHING),
                "mail",
                shown.words("No mail account yet"),
                say("{n} messages wait until an account is set up.", n=queued),
            )
        )
    return lines


def _received(row: ReceivedRow, shown: Format) -> Line:
    if row.name is not None:
        title = display_name(row.name, shown.words.lang)
    else:
        title = shown.words("{n} clients for you", n=row.count)
    reason = say("Handed over by {who}", who=row.by)
    if row.promises:
        reason = say("Handed over by {who} · {n} open promises", who=row.by, n=row.promises)
    return Line(
        ("handover", row.batch_id),
        "arrow-right",
        title,
        reason,
        Slot(shown.day(shown.local(row.at).date()), "info", row.note),
        (Act.DONE,),
        row=row,
    )


def slot_of(verdict: ContactVerdict | None, shown: Format) -> Slot | None:
    """May I contact now, in a word: 'now, until 21:00', 'from 15:00', 'time zone unknown'."""
    if verdict is None:
        return None
    tip = _tip(verdict, shown)
    if verdict.allowed:
        return _open(verdict, shown, tip)
    if verdict.until is None:
        return Slot(_SHORT.get(verdict.code, say("not now")), "warning", tip)
    tip = _both_clocks(verdict.until, verdict, shown, tip)
    if shown.local(verdict.until).date() == shown.today():
        return Slot(say("from {time}", time=shown.time(verdict.until)), "neutral", tip)
    return Slot(shown.moment(verdict.until), "neutral", tip)


def _open(verdict: ContactVerdict, shown: Format, tip: str) -> Slot:
    if verdict.via is not None:
        return Slot(say("through {person}", person=verdict.via.name), "info", tip)
    if verdict.open_until is None:
        return Slot(say("now"), "success", tip)
    tip = _both_clocks(verdict.open_until, verdict, shown, tip)
    return Slot(say("now, until {time}", time=shown.time(verdict.open_until)), "success", tip)


def _both_clocks(moment: datetime, verdict: ContactVerdict, shown: Format, tip: str) -> str:
    """The slot is on the desk's clock: where the client's is another, both are said."""
    there = zone(verdict.zone)
    if there is None:
        return tip
    theirs, ours = moment.astimezone(there), shown.local(moment)
    if theirs.utcoffset() == ours.utcoffset():
        return tip
    clocks = say("{here} here, {there} there", here=f"{ours:%H:%M}", there=f"{theirs:%H:%M}")
    return f"{shown.words(clocks)}\n{tip}"


def _tip(verdict: ContactVerdict, shown: Format) -> str:
    said = [shown.words(verdict.reason)]
    if verdict.advice is not None:
        said.append(shown.words(verdict.advice))
    return "\n".join(said)


_SHORT = {
    Reason.ZONE_UNKNOWN: say("time zone unknown"),
    Reason.RESTRICTED: say("data restricted"),
    Reason.NO_CONSENT: say("no consent"),
    Reason.ON_HOLD: say("on hold"),
    Reason.LEFT: say("left the club"),
    Reason.FORBIDDEN: say("not by this channel"),
    Reason.ASSISTANT_UNKNOWN: say("assistant unknown"),
}


def figures(today: Today, staff: object) -> tuple[tuple[str, Say], ...]:
    """The numbers of the morning: ('12' or '99+', caption). A coordinator leads no clients."""
    due = sum(p.when is not When.WEEK for p in today.promises)
    talks = len(today.calls) + today.calls_more
    events = len(today.events)
    of_events = (str(events), say("events this week", n=events))
    if coordinates(staff):
        return (of_events,)
    return (
        (
            _counted(due, cut=due == len(today.promises) and today.promises_more > 0),
            say("promises due or overdue", n=due),
        ),
        (_counted(talks, cut=talks >= COUNTED), say("talks due", n=talks)),
        of_events,
    )


def _counted(number: int, *, cut: bool) -> str:
    """Where counting ended, it is said that there are more."""
    return f"{number}+" if cut else str(number)


def coordinates(staff: object) -> bool:
    """Whether the morning is about events and messages, not about one's own clients."""
    return getattr(staff, "role", None) is Role.COORDINATOR
