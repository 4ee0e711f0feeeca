"""The words of the client pages: frozen rows turned into what stands on the screen. No Qt."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import TYPE_CHECKING

from vipdesk.channels.hours import clock_face, zone
from vipdesk.cities import city_of
from vipdesk.clients.relations import label_of
from vipdesk.clients.rows import (
    ClientCard,
    ClientFields,
    FactRow,
    Freshness,
    PersonRow,
    PreferenceRow,
)
from vipdesk.clients.timeline import Entry, TimelineKind
from vipdesk.ui.theme.look import Tone
from vipdesk.vocabulary import (
    AddressForm,
    Channel,
    Direction,
    HoldKind,
    InteractionKind,
    PartStat,
    PromiseState,
    label,
)
from vipdesk.wording import Lang, Say, say

if TYPE_CHECKING:
    from vipdesk.channels.gate import ContactVerdict
    from vipdesk.clients.registry import ClientRow
    from vipdesk.clients.rows import HoldRow, PromiseRow
    from vipdesk.ui.format import Format
    from vipdesk.wording import Words

Text = Say | str
_DAYS = (say("Mon"), say("Tue"), say("Wed"), say("Thu"), say("Fri"), say("Sat"), say("Sun"))
_ICONS = {
    InteractionKind.TALK: "phone",
    InteractionKind.MEETING: "person",
    InteractionKind.MESSAGE: "messenger",
    InteractionKind.VISIT: "door",
    InteractionKind.GIFT: "gift",
    InteractionKind.NOTE: "note",
    InteractionKind.MAILING: "mail",
}
CHANNEL_ICONS = {
    Channel.PHONE: "phone",
    Channel.EMAIL: "mail",
    Channel.SMS: "sms",
    Channel.MESSENGER: "messenger",
    Channel.LETTER: "letter",
    Channel.IN_PERSON: "person",
    Channel.APP: "messenger",
}
FRESHNESS_TONES = {
    Freshness.FRESH: Tone.SUCCESS,
    Freshness.AGING: Tone.WARNING,
    Freshness.STALE: Tone.DANGER,
}


def work_of(row: ClientRow) -> str:
    """'Founder · Gallery': the second line of a list."""
    return " · ".join(p for p in (row.position, row.company) if p)


def silence(at: datetime | None, now: datetime) -> Text:
    """How long ago the last real contact was: 'today', '12 days', '5 months', 'never'."""
    if at is None:
        return say("not yet")
    days = max(0, (now - at).days)
    if days == 0:
        return say("today")
    if days < 60:
        return say("{n} days", n=days)
    if days < 730:
        return say("{n} months", n=days // 30)
    return say("{n} years", n=days // 365)


def overdue_share(at: datetime | None, cadence: int | None, now: datetime) -> float | None:
    """Silence in rhythms: 1.0 is a whole rhythm; None where there is none or nothing is known."""
    if cadence is None or at is None:
        return None
    return (now - at).total_seconds() / (cadence * 86_400)


def next_words(row: ClientRow) -> Text:
    """What is next: a promise, or a talk."""
    if row.next is None:
        return ""
    return row.next.text if row.next.is_promise else say("Talk")


def next_when(row: ClientRow, formats: Format) -> str:
    """When: 'tomorrow', '5 days ago'."""
    return formats.day(row.next.due_at) if row.next is not None else ""


def hold_words(hold: HoldRow, words: Words) -> Text:
    """'Do not invite until 3 December': never why."""
    if hold.kind is HoldKind.ASK_MANAGER:
        return label(HoldKind.ASK_MANAGER)
    if hold.review_on is None:
        return label(HoldKind.NO_INVITE)
    return say("Do not invite until {day}", day=words.day(hold.review_on.date(), year=False))


@dataclass(frozen=True, slots=True)
class Hours:
    """The client's clock now, and whether the hour is allowed."""

    clock: str
    place: Text
    verdict: Text
    tone: Tone


def hours_of(
    card: ClientCard,
    verdict: ContactVerdict | None,
    now: datetime,
    words: Words,
    here: tzinfo | None,
) -> Hours:
    """'15:42', 'Moscow', 'May be called until 21:00'; 'there' where the desk's clock is another."""
    name = card.zone_at(now)
    there = zone(name)
    clock = now.astimezone(there).strftime("%H:%M") if there else "–:–"
    place: Text = place_of(card, name, words) if name else say("Time zone not known")
    if verdict is None:
        return Hours(clock, place, "", Tone.NEUTRAL)
    if verdict.allowed:
        if verdict.open_until is not None and there is not None:
            until = verdict.open_until.astimezone(there).strftime("%H:%M")
            said = say("May be called until {time}", time=until)
            if _elsewhere(verdict.open_until, there, here):
                said = say("May be called until {time} there", time=until)
            return Hours(clock, place, said, Tone.SUCCESS)
        return Hours(clock, place, say("May be called now"), Tone.SUCCESS)
    if verdict.until_there is not None and there is not None:
        opens = verdict.until_there
        same_day = opens.date() == now.astimezone(there).date()
        moment = opens.strftime("%H:%M") if same_day else words.moment(opens)
        said = say("Not now: from {moment}", moment=moment)
        if _elsewhere(opens, there, here):
            said = say("Not now: from {moment} there", moment=moment)
        return Hours(clock, place, said, Tone.WARNING)
    return Hours(clock, place, verdict.reason, Tone.DANGER)


def _elsewhere(moment: datetime, there: tzinfo, here: tzinfo | None) -> bool:
    return moment.astimezone(there).utcoffset() != moment.astimezone(here).utcoffset()


def place_of(card: ClientCard, name: str, words: Words) -> str:
    """The client's own city at home; elsewhere the city of the zone, in the reader's language."""
    if name == card.fields.time_zone and card.fields.city:
        return card.fields.city
    return city_of(name, words.lang)


def rule_words(rule: PreferenceRow, words: Words) -> Text:
    """The details of a wish: 'Mon–Fri, 12:00–18:00, through Irina'; empty if it has none."""
    parts: list[Text] = [label(rule.topic)] if rule.topic is not None else []
    if rule.weekdays != 127:
        parts.append(days_words(rule.weekdays, words))
    if (rule.from_minute, rule.to_minute) != (0, 1440):
        parts.append(f"{clock_face(rule.from_minute)}–{clock_face(rule.to_minute)}")
    if rule.via:
        parts.append(say("through {name}", name=rule.via))
    if rule.valid_until is not None:
        parts.append(say("until {day}", day=rule.valid_until))
    return say("{parts}", parts=tuple(parts)) if parts else ""


def days_words(mask: int, words: Words) -> str:
    """'Mon–Fri', 'Sat, Sun': runs of three and more are joined."""
    days = [d for d in range(7) if mask >> d & 1]
    runs: list[list[int]] = []
    for day in days:
        if runs and runs[-1][-1] == day - 1:
            runs[-1].append(day)
        else:
            runs.append([day])
    names = [words(d) for d in _DAYS]
    shown: list[str] = []
    for run in runs:
        if len(run) > 2:
            shown.append(f"{names[run[0]]}–{names[run[-1]]}")
        else:
            shown += [names[d] for d in run]
    return ", ".join(shown)


def day_names(words: Words) -> tuple[str, ...]:
    """Mon … Sun."""
    return tuple(words(d) for d in _DAYS)


def person_words(person: PersonRow) -> Text:
    """'Assistant', or the kind where nobody said more."""
    return label_of(person.label) if person.label else label(person.kind)


def fact_age(fact: FactRow) -> Text:
    """'today', '12 days', '5 months': the age of a fact."""
    if fact.age_days == 0:
        return say("today")
    if fact.age_days < 60:
        return say("{n} days", n=fact.age_days)
    if fact.age_days < 730:
        return say("{n} months", n=fact.age_days // 30)
    return say("{n} years", n=fact.age_days // 365)


def fact_origin(fact: FactRow, lang: Lang) -> Text:
    """'Confirmed · from the client · Maria Orlova'."""
    parts: list[Text] = [label(fact.confidence)]
    parts += [p for p in (fact.source, fact.heard_by.shown(lang)) if p]
    return say("{parts}", parts=tuple(parts))


def entry_icon(entry: Entry) -> str:
    """An icon's name for an entry of the timeline."""
    match entry.kind:
        case TimelineKind.INTERACTION if entry.interaction is not None:
            if entry.channel is not None and entry.interaction is InteractionKind.TALK:
                return CHANNEL_ICONS[entry.channel]
            return _ICONS[entry.interaction]
        case TimelineKind.PROMISED | TimelineKind.PROMISE_CLOSED:
            return "promise"
        case TimelineKind.CARD:
            return "card"
        case TimelineKind.HANDED_OVER:
            return "arrow-right"
    return "event"


def entry_words(entry: Entry, lang: Lang) -> Text:
    """What happened, in one line."""
    title = entry.text_en if lang is Lang.EN and entry.text_en else entry.text
    if entry.kind is TimelineKind.INTERACTION:
        return entry.text or label(entry.interaction or InteractionKind.TALK)
    if entry.kind is TimelineKind.PROMISE_CLOSED:
        state = label(entry.promise_state or PromiseState.KEPT)
        return say("Promise – {state}: {text}", state=state, text=title)
    if entry.kind is TimelineKind.ANSWERED:
        answer = label(entry.answer or PartStat.NEEDS_ACTION)
        return say("Answer – {answer}: {event}", answer=answer, event=title)
    if entry.kind is TimelineKind.HANDED_OVER:
        return _handed_over(entry)
    return Say(_TOLD[entry.kind].text, {"text": title})


_TOLD = {
    TimelineKind.PROMISED: say("Promised: {text}"),
    TimelineKind.INVITED: say("Invited: {text}"),
    TimelineKind.CAME: say("Came: {text}"),
    TimelineKind.MISSED: say("Did not come: {text}"),
    TimelineKind.CARD: say("Status card {text}"),
}


def _handed_over(entry: Entry) -> Say:
    if entry.who and entry.text:
        return say(
            "{giver} → {receiver}: {note}", giver=entry.who, receiver=entry.to, note=entry.text
        )
    if entry.who:
        return say("New manager: {giver} → {receiver}", giver=entry.who, receiver=entry.to)
    return say("New manager: {receiver}", receiver=entry.to)


def entry_second(entry: Entry, lang: Lang) -> Text:
    """The quiet line: what kind of contact, by whom, who began."""
    if entry.kind is TimelineKind.HANDED_OVER:
        return say("Handover")
    parts: list[Text] = []
    if entry.kind is TimelineKind.INTERACTION and entry.interaction is not None:
        parts.append(label(entry.interaction))
        if entry.channel is not None:
            parts.append(label(entry.channel))
        if entry.direction is Direction.INBOUND:
            parts.append(label(Direction.INBOUND))
    elif entry.channel is not None:
        parts.append(label(entry.channel))
    if entry.who:
        parts.append(entry.who.shown(lang))
    return say("{parts}", parts=tuple(parts)) if parts else ""


def promise_tone(promise: PromiseRow) -> Tone:
    """The tone of its state: late is danger."""
    match promise.state:
        case PromiseState.OPEN:
            return Tone.DANGER if promise.is_late else Tone.INFO
        case PromiseState.KEPT:
            return Tone.WARNING if promise.is_late else Tone.SUCCESS
        case PromiseState.BROKEN:
            return Tone.DANGER
    return Tone.NEUTRAL


def promise_words(promise: PromiseRow) -> Say:
    """Its state in a word; lateness is said, not only coloured."""
    if promise.state is PromiseState.OPEN and promise.is_late:
        return say("Late")
    if promise.state is PromiseState.KEPT and promise.is_late:
        return say("Kept late")
    return label(promise.state)


def birthday_text(f: ClientFields) -> str:
    """'15.04.1970', '15.04', '1970': as the form takes it back."""
    if f.birth_day and f.birth_month:
        tail = f".{f.birth_year}" if f.birth_year else ""
        return f"{f.birth_day:02}.{f.birth_month:02}{tail}"
    return str(f.birth_year or "")


ADDRESS_FORMS = tuple((form, label(form)) for form in AddressForm)
FORMALITIES = ((2, say("Formally")), (1, say("On friendly terms")), (0, say("On close terms")))
