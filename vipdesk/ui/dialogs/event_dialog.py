"""A new event, or a change of one: what, when, where; the rest is folded away."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtWidgets import QWidget

from vipdesk.access.office import list_staff
from vipdesk.channels.hours import zone as zone_of
from vipdesk.events import programme
from vipdesk.events.guest_criteria import list_tiers
from vipdesk.events.kinds import KindRow, list_kinds
from vipdesk.events.programme import EventCard, EventWords, SessionWords
from vipdesk.events.venues import VenueRow, VenueWords, get_venue, list_venues
from vipdesk.gathering import EventFormat
from vipdesk.ui.context import Link
from vipdesk.ui.dialogs.conflict_dialog import EditDialog, Editing, read_aloud
from vipdesk.ui.widgets import Button, Choice, row
from vipdesk.ui.widgets.fields import Field
from vipdesk.vocabulary import EventKind, label
from vipdesk.wording import Lang, say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from vipdesk.access.desk import StaffRow
    from vipdesk.ui.context import Context, Text

_ZONE = "Europe/Moscow"
_MOST_DAYS = 120  # between the answers and the event
Around = tuple[
    tuple[VenueRow, ...],
    tuple["StaffRow", ...],
    tuple[KindRow, ...],
    tuple[tuple[str, str, str], ...],
]


class EventDialog(EditDialog):
    """Times are the place's own: a guest in another city reads them in that city's clock."""

    def __init__(
        self,
        context: Context,
        *,
        card: EventCard | None = None,
        tell: Callable[[UUID], object] | None = None,
        parent: QWidget,
    ) -> None:
        """`tell(event id)` is called when guests who were told must be told again."""
        self._card, self._tell = card, tell
        self._draft = key = "event.new" if card is None else f"event:{card.row.id}"
        self._venues: dict[UUID, VenueRow] = {}
        self._hosts: tuple[tuple[object, Any], ...] = ()
        self._kinds: tuple[tuple[object, Any], ...] = ()
        self._tiers: tuple[tuple[object, Any], ...] = ()
        super().__init__(
            context,
            say("New event") if card is None else say("Change the event"),
            primary=say("Save"),
            rows=_rows(context, card),
            draft=key,
            width=640,
            parent=parent,
        )
        if card is not None:
            self.watch_originals(key, _shown(card.words()))

    def _build(self) -> None:
        self._on_kind()
        self.form.fields["kind"].edited.connect(self._on_kind)
        self.form.fields["starts_at"].edited.connect(self._on_start)
        self.new_place = Button(
            self.context, say("New place…"), kind="link", icon="plus", on=self._on_new_place
        )
        self.old_place = Button(
            self.context, say("Change the place…"), kind="link", on=self._on_old_place
        )
        self.old_place.hide()
        places = QWidget()
        places.setLayout(row(self.new_place, self.old_place, None, gap=12))
        self.form.fields["venue_id"].stand_below(places)
        self.form.fields["venue_id"].edited.connect(self._on_place)
        self.context.runner.read(_around, self._offer, owner=self)

    def _on_place(self) -> None:
        self.old_place.setVisible(self.form.values()["venue_id"] is not None)

    def _on_new_place(self) -> None:
        self._open_place(None)

    def _on_old_place(self) -> None:
        venue_id = self.form.values()["venue_id"]
        read = partial(_place, venue_id=venue_id)
        self.context.runner.read(read, self._open_place, owner=self)

    def _open_place(self, venue: tuple[UUID, VenueWords] | None) -> None:
        """One sheet at a time: this one closes with its draft, and opens again after it."""
        from vipdesk.ui.dialogs.venue_dialog import VenueDialog

        page = self.parentWidget()
        if page is not None:
            back = partial(_back_with, self.context, self._card, self._tell, page, self._draft)
            self.reject()
            VenueDialog(self.context, page, venue=venue, back=back).open()

    def submit(self) -> None:
        """Save; a masterclass gets its first session from what was typed."""
        words = self._words()
        editing = self.editing()
        if editing is None:
            add = partial(programme.add_event, words=words, sessions=self._sessions(words))
            self.write(add, self._on_added, said=say("The event is in the programme."))
        else:
            self.write(editing.save(editing.base, words), editing.then, said=editing.said)

    def editing(self) -> Editing | None:
        """The event, as it was shown when it was typed over."""
        card = self._card
        if card is None:
            return None
        original = self.originals()
        choices = {
            "venue_id": self._places(), "host_id": self._hosts, "kind": self._kinds,
            "tiers": self._tiers,
        }  # fmt: skip
        fields = {n: made.field for n, made in self.form.fields.items()}
        fields |= {n: replace(fields[n], choices=offered) for n, offered in choices.items()}
        return Editing(
            base=_words(original, card.words(), self._zone(original["venue_id"])),
            label=partial(_label, fields),
            shown=partial(_aloud, fields),
            save=partial(_save, card.row.id),
            said=say("Saved."),
            draft=f"event:{card.row.id}",
            then=partial(_tell_again, self._tell, card.row.id),
        )

    # Inside --------------------------------------------------------------------------------------

    def _offer(self, around: Around) -> None:
        venues, staff, kinds, tiers = around
        lang = self.context.words.lang
        self._venues = {v.id: v for v in venues}
        typed = self.form.values()
        self._hosts = tuple((s.id, s.name_in(lang)) for s in staff)
        self._choices("venue_id", ((None, say("Not chosen yet")), *self._places()))
        self._choices("host_id", ((None, say("Not chosen yet")), *self._hosts))
        card = self._card
        self._kinds = tuple((_kind_key(*k.key), k.called(lang)) for k in kinds)
        self._choices("kind", self._kinds)
        self._tiers = _audiences(tiers, lang, card.tiers if card else ())
        self._choices("tiers", self._tiers)
        self.form.set_values(
            {
                "kind": typed["kind"] if typed["kind"] in dict(self._kinds) else _kind_of(card),
                "tiers": typed["tiers"] or (",".join(card.tiers) if card else ""),
                "venue_id": typed["venue_id"] or (card.venue_id if card else None),
                "host_id": typed["host_id"] or (card.host_id if card else None),
            }
        )
        self.form.restore("venue_id", "host_id", "kind", "tiers")
        self._on_place()

    def _choices(self, name: str, choices: tuple[tuple[object, Any], ...]) -> None:
        editor = self.form.fields[name].editor
        if isinstance(editor, Choice):
            editor.offer(choices)

    def _on_kind(self) -> None:
        """Only a masterclass asks for its tutor at once."""
        shown = self._card is None and self._is_masterclass()
        for name in ("tutor", "level"):
            self.form.fields[name].setVisible(shown)

    def _is_masterclass(self) -> bool:
        return str(self.form.values()["kind"]).split(":")[0] == EventKind.MASTERCLASS

    def _on_start(self) -> None:
        """The end keeps its distance, and never stands before the beginning."""
        starts, ends = self.form.values()["starts_at"], self.form.values()["ends_at"]
        if ends <= starts:
            self.form.set_values({"ends_at": starts + timedelta(hours=3)})

    def _zone(self, venue_id: object) -> str:
        venue = self._venues.get(venue_id)  # type: ignore[call-overload]
        if venue is not None:
            return str(venue.zone)
        return self._card.row.zone if self._card else _ZONE

    def _words(self) -> EventWords:
        typed = self.form.values()
        before = self._card.words() if self._card is not None else None
        return _words(typed, before, self._zone(typed["venue_id"]))

    def _places(self) -> tuple[tuple[object, Any], ...]:
        lang = self.context.words.lang
        return tuple((v.id, v.named(lang)) for v in self._venues.values())

    def _sessions(self, words: EventWords) -> tuple[SessionWords, ...]:
        typed = self.form.values()
        if words.kind is not EventKind.MASTERCLASS or not (typed["tutor"] or typed["level"]):
            return ()
        return (
            SessionWords(
                words.title, words.starts_at, words.ends_at, typed["tutor"], typed["level"]
            ),
        )

    def _on_added(self, event_id: UUID) -> None:
        self.context.open(Link("event", event_id))


def _rows(context: Context, card: EventCard | None) -> tuple[Field | tuple[Field, ...], ...]:
    words = card.words() if card is not None else None
    if words is not None:
        starts, ends = _local(words.starts_at, words.zone), _local(words.ends_at, words.zone)
    else:
        day = context.format.today() + timedelta(days=21)
        starts, ends = datetime.combine(day, time(18)), datetime.combine(day, time(21))
    kinds: tuple[tuple[object, Text], ...] = tuple((str(k), label(k)) for k in EventKind)
    if words is not None and words.sort_id is not None and card is not None:  # until all are read
        kinds = (*kinds, (_kind_of(card), card.row.called(context.words.lang)))
    audiences = _audiences((), context.words.lang, words.tiers if words else ())
    return (
        Field("title", say("Title"), required=True, value=words.title if words else None),
        (
            Field(
                "kind", say("Kind"), "choice", choices=kinds,
                value=_kind_of(card),
            ),
            Field(
                "capacity", say("Seats"), "number", high=10_000,
                value=words.capacity if words else 12,
            ),
        ),
        (Field("tutor", say("Tutor")), Field("level", say("Level"))),
        (
            Field(
                "starts_at", say("Begins"), "moment", value=starts,
                help=say("In local time."),
            ),
            Field("ends_at", say("Ends"), "moment", value=ends),
        ),
        (Field("venue_id", say("Place"), "choice"), Field("host_id", say("Host"), "choice")),
        (
            Field(
                "tiers", say("For whom"), "choice", choices=audiences,
                value=",".join(words.tiers) if words else "",
            ),
            Field(
                "answer_by", say("Answers due, days before (0: no date)"), "number",
                high=_MOST_DAYS, value=_days(words) if words else 0,
            ),
        ),
        Field(
            "description", say("What guests read"), "long",
            value=words.description if words else None,
        ),
        *_folded(words),
    )  # fmt: skip


def _folded(words: EventWords | None) -> tuple[Field | tuple[Field, ...], ...]:
    """What waits behind 'More details'."""
    forms = (("", say("As its kind")), *((str(f), label(f)) for f in EventFormat))
    return (
        Field(
            "format", say("Format"), "choice", folded=True, choices=forms,
            value=str(words.format or "") if words else "",
        ),
        (
            Field("dress", say("Dress code"), folded=True, value=words.dress if words else None),
            Field(
                "dress_en", say("Dress code in English"), folded=True,
                value=words.dress_en if words else None,
            ),
        ),
        Field(
            "title_en", say("Title in English"), folded=True,
            value=words.title_en if words else None,
        ),
        Field(
            "description_en", say("What guests read, in English"), "long", folded=True,
            value=words.description_en if words else None,
        ),
    )  # fmt: skip


def _shown(words: EventWords) -> dict[str, Any]:
    """Values as the form takes them: moments on the place's own clock."""
    names = (
        "title", "capacity", "title_en", "venue_id", "host_id", "description",
        "description_en", "dress", "dress_en",
    )  # fmt: skip
    shown = {name: getattr(words, name) for name in names}
    shown |= {
        "kind": _kind_key(words.kind, words.sort_id), "tiers": ",".join(words.tiers),
        "format": str(words.format or ""), "answer_by": _days(words),
    }  # fmt: skip
    for name in ("starts_at", "ends_at"):
        shown[name] = _local(getattr(words, name), words.zone)
    return shown


def _words(typed: Mapping[str, Any], before: EventWords | None, zone: str) -> EventWords:
    """What a form's values mean; what it does not show stays as it was."""
    kind, _, sort = str(typed["kind"]).partition(":")
    starts_at = _moment(typed["starts_at"], zone)
    words = EventWords(
        title=typed["title"],
        kind=EventKind(kind),
        sort_id=UUID(sort) if sort else None,
        format=EventFormat(typed["format"]) if typed["format"] else None,
        tiers=tuple(t for t in str(typed["tiers"] or "").split(",") if t),
        answer_by=_answer_by(typed["answer_by"], starts_at, before),
        starts_at=starts_at,
        ends_at=_moment(typed["ends_at"], zone),
        capacity=typed["capacity"],
        title_en=typed["title_en"],
        venue_id=typed["venue_id"],
        host_id=typed["host_id"],
        zone=zone,
        description=typed["description"],
        description_en=typed["description_en"],
        dress=typed["dress"],
        dress_en=typed["dress_en"],
    )
    if before is None:
        return words
    return replace(words, topics=before.topics, course_id=before.course_id)


def _answer_by(days: int, starts_at: datetime, before: EventWords | None) -> datetime | None:
    """So many days before; a day that was set finer and is not touched keeps its hour."""
    if not days:
        return None
    if before is not None and before.answer_by is not None and _days(before) == days:
        return before.answer_by + (starts_at - before.starts_at)
    return starts_at - timedelta(days=days)


def _days(words: EventWords) -> int:
    if words.answer_by is None:
        return 0
    return min(_MOST_DAYS, max(1, round((words.starts_at - words.answer_by) / timedelta(days=1))))


def _kind_key(kind: EventKind, sort_id: UUID | None) -> str:
    return f"{kind}:{sort_id}" if sort_id is not None else str(kind)


def _kind_of(card: EventCard | None) -> str:
    return _kind_key(card.row.kind, card.sort_id) if card else str(EventKind.MASTERCLASS)


def _audiences(
    tiers: tuple[tuple[str, str, str], ...], lang: Lang, kept: tuple[str, ...]
) -> tuple[tuple[object, Any], ...]:
    """All, each tier and those above it, each tier alone; and what the event has now."""
    names = {code: en if lang is Lang.EN else ru for code, ru, en in tiers}
    codes = list(names)  # the highest first
    offered: dict[str, Any] = {"": say("All tiers")}
    for number in range(1, len(codes) - 1):
        upto = ",".join(codes[: number + 1])
        offered[upto] = say("{tier} and above", tier=names[codes[number]])
    for code in codes:
        offered[code] = say("{tier} alone", tier=names[code])
    now = ",".join(kept)
    if now and now not in offered:
        offered[now] = ", ".join(names.get(code, code) for code in kept)
    return tuple(offered.items())


def _label(fields: Mapping[str, Field], name: str) -> Text:
    return say("Begins and ends") if name == "starts_at" else fields[name].label


def _aloud(fields: Mapping[str, Field], name: str, words: EventWords) -> Text:
    if name == "starts_at":
        here = zone_of(words.zone)
        return say(
            "{begins} – {ends}",
            begins=words.starts_at.astimezone(here),
            ends=words.ends_at.astimezone(here),
        )
    return read_aloud(fields[name], _shown(words)[name])


def _save(event_id: UUID, base: EventWords, words: EventWords) -> Callable[..., bool]:
    return partial(programme.change_event, event_id=event_id, words=words, base=base)


def _tell_again(
    tell: Callable[[UUID], object] | None,
    event_id: UUID,
    must_tell: bool,  # noqa: FBT001 the verb's answer
) -> None:
    if must_tell and tell is not None:
        tell(event_id)


def _back_with(
    context: Context,
    card: EventCard | None,
    tell: Callable[[UUID], object] | None,
    page: QWidget,
    draft: str,
    venue_id: UUID | None,
) -> None:
    """The form of the event again, as it was typed, with the new place in it."""
    if venue_id is not None:
        title = context.text(say("New event") if card is None else say("Change the event"))
        typed = {**context.drafts.get(draft), "venue_id": venue_id}
        context.drafts.keep(draft, typed, title=title)
    EventDialog(context, card=card, tell=tell, parent=page).open()


def _place(desk: Any, venue_id: UUID) -> tuple[UUID, VenueWords]:
    return venue_id, get_venue(desk, venue_id)


def _around(desk: Any) -> Around:
    return list_venues(desk), list_staff(desk), list_kinds(desk), list_tiers(desk)


def _moment(naive: datetime, zone: str) -> datetime:
    return naive.replace(tzinfo=zone_of(zone) or UTC).astimezone(UTC)


def _local(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(zone_of(zone)).replace(tzinfo=None)
