"""What an invitation says, in the guest's language: one source for mail, letter, call and text.

Sentences follow the guest's language and form of address; facts (title, place) are the
club's own data in that language.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from vipdesk.channels.hours import zone as zone_of
from vipdesk.cities import clock_of
from vipdesk.events.invitation_calendar import one_line
from vipdesk.wording import Words, say


@dataclass(frozen=True, slots=True)
class SessionText:
    """A part of the programme."""

    title: str
    starts_at: datetime
    tutor: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True)
class OptionText:
    """What a guest may choose: 'Menu', ('fish', 'meat')."""

    question: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventText:
    """An event as a guest reads it, already in the guest's language. Moments are UTC.

    reminder: the guest was invited before and has not answered.
    """

    title: str
    starts_at: datetime
    ends_at: datetime
    zone: str
    place: str = ""
    address: str = ""
    description: str = ""
    dress: str = ""
    answer_by: datetime | None = None
    sessions: tuple[SessionText, ...] = ()
    options: tuple[OptionText, ...] = ()
    reminder: bool = False


@dataclass(frozen=True, slots=True)
class GuestText:
    """Whom it is for.

    greeting: 'Уважаемая Анна Сергеевна!'. name: full name, for calendars. to_whom: 'Волковой
    Анне Сергеевне', '' where the name cannot be declined or the language has no cases.
    """

    greeting: str
    name: str
    allowance: int = 0
    to_whom: str = ""


@dataclass(frozen=True, slots=True)
class HostText:
    """Who invites: signs the letter and stands in the calendar as organizer."""

    name: str
    phone: str = ""


def local(moment: datetime, zone: str) -> datetime:
    """A moment in the event's own zone; an unknown zone leaves UTC."""
    return moment.astimezone(zone_of(zone) or UTC)


def when(words: Words, event: EventText) -> str:
    """'Thursday, 26 November 2026, 15:00–18:00 (Moscow time)': local time of the event, in words.

    A zone without a city is told as 'UTC+3'.
    """
    starts, ends = local(event.starts_at, event.zone), local(event.ends_at, event.zone)
    first = words.day(starts.date(), weekday=True)
    whose = clock_of(event.zone, words.lang) or _shift(starts)
    values = {"day": first, "time": starts.strftime("%H:%M"), "shift": whose}
    if ends.date() == starts.date():
        return words(say("{day}, {time}–{end} ({shift})"), end=ends.strftime("%H:%M"), **values)
    return words(
        say("{day}, {time} – {last}, {end} ({shift})"),
        last=words.day(ends.date(), weekday=True),
        end=ends.strftime("%H:%M"),
        **values,
    )


def _shift(moment: datetime) -> str:
    minutes = int((moment.utcoffset() or timedelta()).total_seconds() // 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "−" if minutes < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


def subject(words: Words, event: EventText) -> str:
    """The subject of the mail."""
    told = say("A reminder: {title}") if event.reminder else say("An invitation: {title}")
    return one_line(words(told, title=event.title))


def opening(words: Words, event: EventText) -> str:
    """The first sentence after the greeting."""
    if event.reminder:
        return words(
            say("May we ask whether we can expect you at our event “{title}”?"), title=event.title
        )
    return words(
        say("It would be a pleasure to welcome you to our event “{title}”."), title=event.title
    )


def facts(words: Words, event: EventText, guest: GuestText) -> tuple[tuple[str, str], ...]:
    """(label, value) of what a guest wants to know, empty ones left out."""
    place = ", ".join(p for p in (event.place, event.address) if p)
    programme = "\n".join(_session(words, s, event.zone) for s in event.sessions)
    answer = words.day(local(event.answer_by, event.zone).date()) if event.answer_by else ""
    company = words(say("You are welcome to bring {n} guests."), n=guest.allowance)
    rows = (
        (words(say("When")), when(words, event)),
        (words(say("Where")), place),
        (words(say("Programme")), programme),
        (words(say("Dress code")), event.dress),
        (words(say("Plus-ones")), company if guest.allowance else ""),
        *((o.question, " · ".join(o.answers)) for o in event.options),
        (words(say("Please answer by")), answer),
    )
    return tuple((label, value) for label, value in rows if value)


def _session(words: Words, session: SessionText, zone: str) -> str:
    time = local(session.starts_at, zone).strftime("%H:%M")
    if session.tutor:
        return words(
            say("{time} {title}, with {tutor}"), time=time, title=session.title, tutor=session.tutor
        )
    return f"{time} {session.title}"


def please_choose(words: Words, event: EventText) -> str:
    """What a guest who may choose is asked; '' for no choices."""
    return words(say("Please write what you choose in your reply.")) if event.options else ""


def pass_on(words: Words, guest: GuestText) -> str:
    """To the assistant, above the invitation itself."""
    if guest.to_whom:
        sentence = say("Please pass this invitation on to {name} (declined)")
        return words(sentence, name=guest.to_whom)
    return words(say("Please pass this invitation on: {name}"), name=guest.name)


def closing(words: Words) -> str:
    """Above the signature."""
    return words(say("With warm regards,"))


def call_script(words: Words, event: EventText, guest: GuestText, host: HostText) -> str:
    """What the caller says: who calls, what about, one question."""
    lines = [
        guest.greeting,
        words(say("This is {name} from the club."), name=host.name),
        opening(words, event),
        *(f"{label}: {value}" for label, value in facts(words, event, guest)),
        words(say("May we expect you?")),
        *([words(say("And what may we note as your choice?"))] if event.options else []),
    ]
    return "\n".join(lines)


def text_message(words: Words, event: EventText, guest: GuestText, host: HostText) -> str:
    """For SMS or a messenger: short, answerable by one word, or two where there is a choice."""
    place = event.place or event.address
    if event.reminder:
        sentence = say("{greeting} May we expect you at “{title}”: {when}? {answer} {host}")
    elif place:
        sentence = say("{greeting} We invite you to “{title}”: {when}. {place}. {answer} {host}")
    else:
        sentence = say("{greeting} We invite you to “{title}”: {when}. {answer} {host}")
    choices = "; ".join(f"{o.question}: {', '.join(o.answers)}" for o in event.options)
    answer = (
        words(say("Please answer yes or no and tell us your choice ({choices})."), choices=choices)
        if choices
        else words(say("Please answer yes or no."))
    )
    return words(
        sentence,
        greeting=guest.greeting,
        title=event.title,
        when=when(words, event),
        place=place,
        answer=answer,
        host=host.name,
    )


def letter_paragraphs(words: Words, event: EventText, guest: GuestText) -> tuple[str, ...]:
    """The letter between greeting and signature, a paragraph each."""
    told = tuple(f"{label}: {value}" for label, value in facts(words, event, guest))
    return (
        opening(words, event),
        *((event.description,) if event.description else ()),
        *told,
        *([words(say("Please tick what you choose on the slip."))] if event.options else []),
        words(say("Your personal manager will gladly take your answer by phone.")),
    )


def calendar_description(words: Words, event: EventText, guest: GuestText) -> str:
    """The text inside the calendar entry."""
    told = [f"{label}: {value}" for label, value in facts(words, event, guest)]
    asked = please_choose(words, event)
    return "\n\n".join(p for p in (event.description, "\n".join(told), asked) if p)


def cancelled(words: Words, event: EventText) -> str:
    """The sentence that takes an invitation back."""
    return words(
        say("We are sorry: our event “{title}” on {day} will not take place."),
        title=event.title,
        day=words.day(local(event.starts_at, event.zone).date()),
    )
