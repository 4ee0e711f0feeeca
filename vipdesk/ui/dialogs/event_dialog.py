"""A new event, or a change of one: what, when, where; the rest is folded away."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from vipdesk.access.office import list_staff
from vipdesk.channels.hours import zone as zone_of
from vipdesk.events import invitations, programme
from vipdesk.events.programme import EventCard, EventWords, SessionWords
from vipdesk.events.venues import VenueRow, VenueWords, get_venue, list_venues
from vipdesk.ui.context import Link
from vipdesk.ui.dialogs.conflict_dialog import EditDialog, Editing, read_aloud
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.widgets import Body, Button, Choice, row
from vipdesk.ui.widgets.fields import Field
from vipdesk.vocabulary import EventKind, label
from vipdesk.wording import say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from uuid import UUID

    from vipdesk.access.desk import StaffRow
    from vipdesk.ui.context import Context, Text

_ZONE = "Europe/Moscow"
Around = tuple[tuple[VenueRow, ...], tuple["StaffRow", ...]]


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
        choices = {"venue_id": self._places(), "host_id": self._hosts}
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
        venues, staff = around
        lang = self.context.words.lang
        self._venues = {v.id: v for v in venues}
        typed = self.form.values()
        self._hosts = tuple((s.id, s.name_in(lang)) for s in staff)
        self._choices("venue_id", ((None, say("Not chosen yet")), *self._places()))
        self._choices("host_id", ((None, say("Not chosen yet")), *self._hosts))
        card = self._card
        self.form.set_values(
            {
                "venue_id": typed["venue_id"] or (card.venue_id if card else None),
                "host_id": typed["host_id"] or (card.host_id if card else None),
            }
        )
        self.form.restore("venue_id", "host_id")
        self._on_place()

    def _choices(self, name: str, choices: tuple[tuple[object, Any], ...]) -> None:
        editor = self.form.fields[name].editor
        if isinstance(editor, Choice):
            editor.offer(choices)

    def _on_kind(self) -> None:
        """Only a masterclass asks for its tutor at once."""
        shown = self._card is None and self.form.values()["kind"] is EventKind.MASTERCLASS
        for name in ("tutor", "level"):
            self.form.fields[name].setVisible(shown)

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


class SessionDialog(Dialog):
    """A part of the programme."""

    def __init__(self, context: Context, card: EventCard, parent: QWidget) -> None:
        self._card = card
        starts, ends = (_local(m, card.row.zone) for m in (card.row.starts_at, card.row.ends_at))
        rows: tuple[Field | tuple[Field, ...], ...] = (
            Field("session_title", say("Title"), required=True),
            (
                Field("session_starts", say("Begins"), "moment", value=starts),
                Field("session_ends", say("Ends"), "moment", value=ends),
            ),
            (Field("tutor", say("Tutor")), Field("level", say("Level"))),
            Field("title_en", say("Title in English"), folded=True),
            Field("materials", say("Materials"), "long", folded=True),
        )
        super().__init__(
            context, say("New session"), primary=say("Save"), rows=rows,
            draft=f"session:{card.row.id}", parent=parent,
        )  # fmt: skip

    def submit(self) -> None:
        """Add it; the undo takes it out again."""
        typed, zone = self.form.values(), self._card.row.zone
        words = SessionWords(
            typed["session_title"],
            _moment(typed["session_starts"], zone),
            _moment(typed["session_ends"], zone),
            typed["tutor"],
            typed["level"],
            typed["materials"],
            typed["title_en"],
        )
        add = partial(programme.add_session, event_id=self._card.row.id, words=words)
        self.write(add, said=say("The session is in the programme."), undo=_take_out)


def _take_out(desk: Any, session_id: UUID) -> None:
    programme.remove_session(desk, session_id=session_id)


def _rows(context: Context, card: EventCard | None) -> tuple[Field | tuple[Field, ...], ...]:
    words = card.words() if card is not None else None
    if words is not None:
        starts, ends = _local(words.starts_at, words.zone), _local(words.ends_at, words.zone)
    else:
        day = context.format.today() + timedelta(days=21)
        starts, ends = datetime.combine(day, time(18)), datetime.combine(day, time(21))
    kinds = tuple((k, label(k)) for k in EventKind)
    return (
        Field("title", say("Title"), required=True, value=words.title if words else None),
        (
            Field(
                "kind", say("Kind"), "choice", choices=kinds,
                value=words.kind if words else EventKind.MASTERCLASS,
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
        Field(
            "description", say("What guests read"), "long",
            value=words.description if words else None,
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
        "title", "kind", "capacity", "title_en", "venue_id", "host_id", "description",
        "description_en", "dress", "dress_en",
    )  # fmt: skip
    shown = {name: getattr(words, name) for name in names}
    for name in ("starts_at", "ends_at"):
        shown[name] = _local(getattr(words, name), words.zone)
    return shown


def _words(typed: Mapping[str, Any], before: EventWords | None, zone: str) -> EventWords:
    """What a form's values mean; what it does not show stays as it was."""
    words = EventWords(
        title=typed["title"],
        kind=typed["kind"],
        starts_at=_moment(typed["starts_at"], zone),
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
    return replace(words, tiers=before.tiers, topics=before.topics, answer_by=before.answer_by)


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
    return list_venues(desk), list_staff(desk)


def _moment(naive: datetime, zone: str) -> datetime:
    return naive.replace(tzinfo=zone_of(zone) or UTC).astimezone(UTC)


def _local(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(zone_of(zone)).replace(tzinfo=None)


class CancelDialog(Dialog):
    """Cancelling tells everybody: said before it is done, and typed when they are many."""

    many = 10

    def __init__(self, context: Context, card: EventCard, parent: QWidget) -> None:
        self._event = card.row
        self._told = card.row.answers.invited - card.row.answers.declined
        typed = (Field("typed", say("Type the number of guests to confirm"), required=True),)
        super().__init__(
            context,
            say("Cancel the event"),
            primary=say("Cancel it and tell the guests"),
            rows=typed if self._told >= self.many else (),
            parent=parent,
        )

    def _build(self) -> None:
        self.cancel_button.show_text(say("Keep the event"))
        sentence = say(
            "{n} guests who were invited will be told, each by their own channel.", n=self._told
        )
        self.body.insertWidget(0, Body(self.context, sentence, wrap=True))

    def submit(self) -> None:
        """Cancel; the number must be right where it was asked for."""
        typed = self.form.values().get("typed")
        if typed is not None and typed != str(self._told):
            self.form.show_error("typed", say("This is not the number of guests."))
            return
        self.write(
            partial(invitations.cancel_event, event_id=self._event.id),
            said=say("The event is cancelled; the guests are being told."),
        )
