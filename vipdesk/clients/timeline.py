"""One stream of everything between the club and a client, the newest first, page by page.

Each source gives its newest entries below the place where the page before ended (a key, never
an offset): a page costs the same among five entries and among five thousand. Nothing of the
private complaint track is read here, and nothing here points at it; who works on it merges its
cases in by `Entry.key` (the page of the client does).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum
from heapq import nlargest
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Select, and_, or_, select

from vipdesk.access import Desk
from vipdesk.access.matrix import Verb, may
from vipdesk.clients.handover import READERS
from vipdesk.clients.rows import EventRow
from vipdesk.clients.sight import client_of, readable_of
from vipdesk.models import (
    Event,
    Gift,
    Guest,
    GuestList,
    Handover,
    Interaction,
    Invitation,
    Promise,
    Staff,
    StatusCard,
)
from vipdesk.vocabulary import (
    Channel,
    Direction,
    EventState,
    InteractionKind,
    InvitationState,
    PartStat,
    PromiseState,
    Sensitivity,
)
from vipdesk.wording import NOBODY, Who

Key = tuple[datetime, UUID, str]
"""A place in the stream: moment, row, kind. Later entries have smaller keys."""

_Rows = Select[*tuple[Any, ...]]
_CHUNK = 400  # entries looked through at once for words
_UTC = ZoneInfo("UTC")


class TimelineKind(StrEnum):
    """What an entry tells."""

    INTERACTION = "interaction"
    PROMISED = "promised"
    PROMISE_CLOSED = "promise_closed"
    INVITED = "invited"
    ANSWERED = "answered"
    CAME = "came"
    MISSED = "missed"  # said yes and was not at the door
    CARD = "card"
    HANDED_OVER = "handed_over"  # to another manager; `who` gave, `to` received, `text` is a word
    GIFT = "gift"
    COMPLAINT = "complaint"  # merged in by who may see it; never read here


class Group(StrEnum):
    """What a reader looks for."""

    TALKS = "talks"
    MESSAGES = "messages"
    MEETINGS = "meetings"
    NOTES = "notes"
    PROMISES = "promises"
    EVENTS = "events"
    GIFTS = "gifts"
    CARDS = "cards"
    COMPLAINTS = "complaints"


_KINDS: dict[Group, frozenset[InteractionKind]] = {
    Group.TALKS: frozenset({InteractionKind.TALK}),
    Group.MESSAGES: frozenset({InteractionKind.MESSAGE, InteractionKind.MAILING}),
    Group.MEETINGS: frozenset({InteractionKind.MEETING, InteractionKind.VISIT}),
    Group.NOTES: frozenset({InteractionKind.NOTE}),
    Group.GIFTS: frozenset({InteractionKind.GIFT}),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """A filter; None and '' leave everything in. `text`: all its words, in any case, ё as е."""

    group: Group | None = None
    channel: Channel | None = None
    who_id: UUID | None = None
    since: datetime | None = None
    text: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """The words looked for."""
        return tuple(_plain(self.text).split())


EVERYTHING = Wanted()


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of the stream. `text` is data: what was said, a promise, a title, a number.

    `id` is the row it stands for (interaction, promise, event, card); `state` is set where
    the kind needs it: of a closed promise, of an answer.
    """

    kind: TimelineKind
    id: UUID
    at: datetime
    text: str
    text_en: str = ""
    who: Who = NOBODY
    to: Who = NOBODY
    interaction: InteractionKind | None = None
    channel: Channel | None = None
    direction: Direction | None = None
    two_way: bool = False
    promise_state: PromiseState | None = None
    answer: PartStat | None = None
    sensitivity: Sensitivity | None = None
    due_at: datetime | None = None  # of a promise
    who_id: UUID | None = None
    to_id: UUID | None = None

    @property
    def key(self) -> Key:
        """Its place in the stream."""
        return self.at, self.id, self.kind.value


@dataclass(frozen=True, slots=True)
class TimelinePage:
    """Entries, the newest first; `after` is where the next page begins, None at the end."""

    entries: tuple[Entry, ...]
    after: Key | None


def read_timeline(
    desk: Desk,
    client_id: UUID,
    wanted: Wanted = EVERYTHING,
    *,
    after: Key | None = None,
    limit: int = 60,
) -> TimelinePage:
    """A page of the stream: what stands below `after`, or the newest. Raises `NotFound`."""
    client_of(desk, client_id)
    below = after or (desk.now, UUID(int=2**128 - 1), "~")
    found = _Sources(desk, client_id, wanted, below, limit + 1).entries()
    newest = nlargest(limit + 1, found, key=lambda e: e.key)
    shown = _named(desk, newest[:limit])
    return TimelinePage(shown, shown[-1].key if len(newest) > limit else None)


def list_timeline(
    desk: Desk, client_id: UUID, *, before: datetime | None = None, limit: int = 60
) -> tuple[Entry, ...]:
    """The newest `limit` entries, or those up to a moment."""
    after = (before, UUID(int=2**128 - 1), "~") if before is not None else None
    return read_timeline(desk, client_id, after=after, limit=limit).entries


def list_people_of(desk: Desk, client_id: UUID) -> tuple[tuple[UUID, Who], ...]:
    """Colleagues who logged something with this client: for the filter 'who'."""
    among = select(Interaction.staff_id).where(Interaction.client_id == client_id).distinct()
    query = select(Staff).where(Staff.id.in_(among)).order_by(Staff.surname, Staff.given)
    return tuple((s.id, Who.of(s)) for s in desk.session.scalars(query))


def list_client_events(desk: Desk, client_id: UUID) -> tuple[EventRow, ...]:
    """Events the client was invited to or is listed for, the next first, then the past ones."""
    wanted = (
        select(Event, Invitation, Guest.attended)
        .join(Invitation, Invitation.event_id == Event.id)
        .outerjoin(GuestList, GuestList.event_id == Event.id)
        .outerjoin(Guest, (Guest.guest_list_id == GuestList.id) & (Guest.client_id == client_id))
        .where(Invitation.client_id == client_id, Invitation.state != InvitationState.CANCELLED)
        .order_by(Event.starts_at.desc())
    )
    rows = [
        EventRow(e.id, e.title, e.title_en, e.starts_at, e.zone, str(i.partstat), came)
        for e, i, came in desk.session.execute(wanted)
        if e.state is not EventState.CANCELLED
    ]
    coming = [r for r in reversed(rows) if r.starts_at > desk.now]
    return (*coming, *(r for r in rows if r.starts_at <= desk.now))


# Sources -------------------------------------------------------------------------------------


class _Sources:
    """Where entries come from: each gives its newest ones below a key."""

    def __init__(self, desk: Desk, client_id: UUID, wanted: Wanted, below: Key, limit: int) -> None:
        self.desk, self.client_id, self.wanted = desk, client_id, wanted
        self.below, self.limit = below, limit

    def entries(self) -> Iterator[Entry]:
        """What fits the filter, unordered, from each source at most `limit`."""
        group = self.wanted.group
        if group is None or group in _KINDS:
            yield from self._interactions()
        for own, source in (
            (Group.PROMISES, self._promises), (Group.EVENTS, self._invitations),
            (Group.EVENTS, self._attendance), (Group.CARDS, self._cards),
            (Group.GIFTS, self._gifts), (Group.NOTES, self._handovers),
        ):  # fmt: skip
            if group in (None, own):
                yield from (e for e in source() if self._fits(e))

    def _fits(self, entry: Entry) -> bool:
        wanted = self.wanted
        return (
            entry.key < self.below
            and (wanted.since is None or entry.at >= wanted.since)
            and (wanted.channel is None or entry.channel is wanted.channel)
            and (wanted.who_id is None or wanted.who_id in (entry.who_id, entry.to_id))
            and _holds(entry, wanted.words)
        )

    def _rows(self, query: _Rows, at: Any, row_id: Any) -> list[Any]:
        """The newest rows of a source below the key."""
        return list(self.desk.session.execute(_below(query, at, row_id, self.below, self.limit)))

    def _interactions(self) -> Iterator[Entry]:
        i, wanted = Interaction, self.wanted
        seen = readable_of(self.desk, self.client_id)
        query = select(
            i.id, i.at, i.kind, i.channel, i.direction, i.two_way, i.text, i.sensitivity, i.staff_id
        ).where(
            i.client_id == self.client_id,
            (i.sensitivity.in_(seen)) | (i.staff_id == self.desk.actor.id),
        )
        if wanted.group is not None:
            query = query.where(i.kind.in_(_KINDS[wanted.group]))
        if wanted.channel is not None:
            query = query.where(i.channel == wanted.channel)
        if wanted.who_id is not None:
            query = query.where(i.staff_id == wanted.who_id)
        if wanted.since is not None:
            query = query.where(i.at >= wanted.since)
        return self._looked_through(query)

    def _looked_through(self, query: _Rows) -> Iterator[Entry]:
        """Chunk by chunk until enough was found: words are compared here, on both engines alike."""
        i, below, left = Interaction, self.below, self.limit
        chunk = _CHUNK if self.wanted.words else self.limit + 1
        while left > 0:
            under = and_(i.at <= below[0], or_(i.at < below[0], i.id < below[1]))
            newest = query.where(under).order_by(i.at.desc(), i.id.desc()).limit(chunk)
            rows = list(self.desk.session.execute(newest))
            for row in rows:
                entry = Entry(
                    TimelineKind.INTERACTION, row.id, row.at, row.text, interaction=row.kind,
                    channel=row.channel, direction=row.direction, two_way=row.two_way,
                    sensitivity=row.sensitivity, who_id=row.staff_id,
                )  # fmt: skip
                if self._fits(entry):
                    left -= 1
                    yield entry
            if len(rows) < chunk:
                return
            below = (rows[-1].at, rows[-1].id, "")

    def _promises(self) -> Iterator[Entry]:
        p = Promise
        query = select(p.id, p.text, p.made_at, p.due_at, p.closed_at, p.state, p.owner_id).where(
            p.client_id == self.client_id
        )
        for row in self._rows(query, p.made_at, p.id):
            yield Entry(
                TimelineKind.PROMISED, row.id, row.made_at, row.text, who_id=row.owner_id,
                promise_state=row.state, due_at=row.due_at,
            )  # fmt: skip
        for row in self._rows(query.where(p.closed_at.is_not(None)), p.closed_at, p.id):
            yield Entry(
                TimelineKind.PROMISE_CLOSED, row.id, row.closed_at, row.text, who_id=row.owner_id,
                promise_state=row.state, due_at=row.due_at,
            )  # fmt: skip

    def _invitations(self) -> Iterator[Entry]:
        i, e = Invitation, Event
        query = (
            select(e.id, e.title, e.title_en, i.sent_at, i.answered_at, i.partstat, i.channel)
            .join(e, e.id == i.event_id)
            .where(i.client_id == self.client_id, i.sent_at.is_not(None))
        )
        for row in self._rows(query, i.sent_at, e.id):
            yield Entry(
                TimelineKind.INVITED, row.id, row.sent_at, row.title, row.title_en,
                channel=row.channel,
            )  # fmt: skip
        for row in self._rows(query.where(i.answered_at.is_not(None)), i.answered_at, e.id):
            yield Entry(
                TimelineKind.ANSWERED, row.id, row.answered_at, row.title, row.title_en,
                answer=row.partstat,
            )  # fmt: skip

    def _attendance(self) -> Iterator[Entry]:
        e = Event
        query = (
            select(e.id, e.title, e.title_en, e.starts_at, Guest.attended)
            .join(GuestList, GuestList.event_id == e.id)
            .join(Guest, Guest.guest_list_id == GuestList.id)
            .where(Guest.client_id == self.client_id, Guest.attended.is_not(None))
        )
        for row in self._rows(query, e.starts_at, e.id):
            kind = TimelineKind.CAME if row.attended else TimelineKind.MISSED
            yield Entry(kind, row.id, row.starts_at, row.title, row.title_en)

    def _cards(self) -> Iterator[Entry]:
        c = StatusCard
        query = select(c.id, c.issued_on, c.number).where(
            c.client_id == self.client_id, c.issued_on.is_not(None)
        )
        for row in self.desk.session.execute(query):
            at = datetime.combine(row.issued_on, time(9), _UTC)
            yield Entry(TimelineKind.CARD, row.id, at, row.number)

    def _gifts(self) -> Iterator[Entry]:
        if not may(self.desk.actor.role, Verb.SELECT, "gift"):
            return
        g = Gift
        query = select(g.id, g.on_date, g.what, g.way, g.staff_id).where(
            g.client_id == self.client_id,
            g.on_date <= self.below[0].date() + timedelta(days=1),
        )
        newest = query.order_by(g.on_date.desc(), g.id.desc()).limit(self.limit + 1)
        for row in self.desk.session.execute(newest):
            at = datetime.combine(row.on_date, time(9), _UTC)
            theirs = str(row.way) == "received"
            yield Entry(
                TimelineKind.GIFT, row.id, at, row.what, who_id=row.staff_id,
                direction=Direction.INBOUND if theirs else Direction.OUTBOUND,
            )  # fmt: skip

    def _handovers(self) -> Iterator[Entry]:
        if self.desk.actor.role not in READERS:
            return
        h = Handover
        query = select(h.id, h.at, h.note, h.from_id, h.to_id).where(
            h.client_id == self.client_id, h.undone_at.is_(None)
        )
        for row in self._rows(query, h.at, h.id):
            yield Entry(
                TimelineKind.HANDED_OVER, row.id, row.at, row.note, who_id=row.from_id,
                to_id=row.to_id,
            )  # fmt: skip


def _below(query: _Rows, at: Any, row_id: Any, below: Key, limit: int) -> _Rows:
    """Keyset: the index finds the moment, the id parts what is of one moment."""
    moment, last, _ = below
    under: ColumnElement[bool] = and_(at <= moment, or_(at < moment, row_id <= last))
    return query.where(under).order_by(at.desc(), row_id.desc()).limit(limit + 1)


def _holds(entry: Entry, words: tuple[str, ...]) -> bool:
    if not words:
        return True
    text = _plain(f"{entry.text} {entry.text_en}")
    return all(word in text for word in words)


def _plain(text: str) -> str:
    return text.casefold().replace("ё", "е")


def _named(desk: Desk, entries: list[Entry]) -> tuple[Entry, ...]:
    """The colleagues' names, for the entries of a page."""
    ids = {i for e in entries for i in (e.who_id, e.to_id) if i is not None}
    found: Mapping[UUID | None, Who] = {
        s.id: Who.of(s) for s in desk.session.scalars(select(Staff).where(Staff.id.in_(ids)))
    } if ids else {}  # fmt: skip
    return tuple(
        replace(e, who=found.get(e.who_id, NOBODY), to=found.get(e.to_id, NOBODY)) for e in entries
    )
