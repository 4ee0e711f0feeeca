"""The words of the timeline: an entry's day, line and badge. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from vipdesk.clients.timeline import Entry, Group, TimelineKind
from vipdesk.ui.pages.client_words import entry_icon, entry_second, entry_words
from vipdesk.ui.theme.look import Tone
from vipdesk.vocabulary import Channel, Direction, PromiseState, Sensitivity, label
from vipdesk.wording import Lang, Say, Who, say

if TYPE_CHECKING:
    from vipdesk.ui.format import Format

Text = Say | str

GROUPS: tuple[tuple[object, Say], ...] = (
    (None, say("All kinds")),
    (Group.TALKS, say("Talks")),
    (Group.MESSAGES, say("Messages")),
    (Group.MEETINGS, say("Meetings and visits")),
    (Group.NOTES, say("Notes")),
    (Group.PROMISES, say("Promises")),
    (Group.EVENTS, say("Events")),
    (Group.GIFTS, say("Gifts")),
    (Group.CARDS, say("Cards")),
)
COMPLAINTS: tuple[object, Say] = (Group.COMPLAINTS, say("Complaints"))
CHANNELS: tuple[tuple[object, Say], ...] = (
    (None, say("All channels")),
    *((channel, label(channel)) for channel in Channel),
)
PERIODS: tuple[tuple[object, Say], ...] = (
    (None, say("All the years")),
    (30, say("Last 30 days")),
    (91, say("Last 3 months")),
    (365, say("Last year")),
)


@dataclass(frozen=True, slots=True)
class StreamLine:
    """An entry as it stands in the stream; `first` of its day."""

    entry: Entry
    day: date
    first: bool

    @property
    def id(self) -> object:
        """What the choice is kept by."""
        return self.entry.key


def lines_of(entries: tuple[Entry, ...], shown: Format) -> tuple[StreamLine, ...]:
    """The entries with their days on the reader's clock."""
    made: list[StreamLine] = []
    for entry in entries:
        day = shown.local(entry.at).date()
        made.append(StreamLine(entry, day, not made or made[-1].day != day))
    return tuple(made)


def since_of(days: object, now: datetime) -> datetime | None:
    """Where a period begins."""
    return now - timedelta(days=days) if isinstance(days, int) else None


def line_icon(line: StreamLine) -> str:
    """An icon's name."""
    match line.entry.kind:
        case TimelineKind.GIFT:
            return "gift"
        case TimelineKind.COMPLAINT:
            return "lock"
    return entry_icon(line.entry)


def line_words(line: StreamLine, lang: Lang) -> Text:
    """What happened."""
    entry = line.entry
    match entry.kind:
        case TimelineKind.GIFT if entry.direction is Direction.INBOUND:
            return say("A gift from the client: {text}", text=entry.text)
        case TimelineKind.GIFT:
            return say("A gift: {text}", text=entry.text)
        case TimelineKind.COMPLAINT:
            return say("Complaint {number}", number=entry.text)
    return entry_words(entry, lang)


def line_second(line: StreamLine, lang: Lang, shown: Format) -> Text:
    """The quiet line: who, by what way; of an open promise until when."""
    entry = line.entry
    if entry.kind is TimelineKind.COMPLAINT:
        return entry.who.shown(lang)
    if entry.kind is TimelineKind.PROMISED and entry.due_at is not None:
        until = say("until {day}", day=shown.moment(entry.due_at))
        who = entry.who.shown(lang)
        return say("{parts}", parts=(who, until) if who else (until,))
    return entry_second(entry, lang)


def line_badge(line: StreamLine, now: datetime) -> tuple[Text, Tone]:
    """Who alone may read it, what became of a promise; nothing for the rest."""
    entry = line.entry
    if entry.sensitivity not in (None, Sensitivity.TEAM):
        return label(entry.sensitivity or Sensitivity.TEAM), Tone.INFO
    if entry.kind is TimelineKind.PROMISED and entry.promise_state is not None:
        if entry.promise_state is PromiseState.OPEN:
            late = entry.due_at is not None and entry.due_at < now
            return (say("Late"), Tone.DANGER) if late else (label(PromiseState.OPEN), Tone.INFO)
        kept = entry.promise_state is PromiseState.KEPT
        return label(entry.promise_state), Tone.SUCCESS if kept else Tone.NEUTRAL
    return "", Tone.NEUTRAL


def head_words(line: StreamLine, lang: Lang, shown: Format) -> Say:
    """The head of the reading pane: the whole moment and the quiet line."""
    second = line_second(line, lang, shown)
    parts: list[Any] = [shown.moment(line.entry.at)]
    if second:
        parts.append(second)
    return say("{parts}", parts=tuple(parts))


def people_choices(people: tuple[tuple[object, Who], ...]) -> tuple[tuple[object, Any], ...]:
    """Colleagues to choose from, everybody first."""
    return ((None, say("Everybody")), *people)
