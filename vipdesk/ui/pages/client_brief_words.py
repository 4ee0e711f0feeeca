"""The words of the brief card: how to address, what is next, what not to do. No Qt.

The same words stand on the page, in the overlay and on the card for the pocket.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from vipdesk.clients.names import address
from vipdesk.ui.pages.client_words import hold_words
from vipdesk.vocabulary import (
    AddressForm,
    FactKind,
    InterestKind,
    PersonKind,
    PreferenceRule,
    PromiseState,
    label,
)
from vipdesk.wording import Lang, Say, Who, Words, say

if TYPE_CHECKING:
    from vipdesk.clients.rows import ClientCard, PersonRow, PromiseRow
    from vipdesk.ui.format import Format

Text = Say | str
_MOST = 3
_SOON = timedelta(days=10)
_FORMALITY = (say("on close terms"), say("on friendly terms"), say("formally"))


def spoken_lang(card: ClientCard) -> Lang:
    """The language in which the club speaks with the client."""
    return Lang.RU if card.fields.languages[:1] == ("ru",) else Lang.EN


def spoken(card: ClientCard, words: Words) -> str:
    """What to say aloud: 'Анна Сергеевна', 'Ms Shchukina', in the client's own language."""
    lang = spoken_lang(card)
    return Words(lang, words.folder)(address(card.name, lang))


def manner_words(card: ClientCard) -> Say:
    """How close, and in Russian which 'you': 'formally · на «вы» · …'."""
    parts: list[Text] = [_FORMALITY[card.fields.formality]]
    if spoken_lang(card) is Lang.RU:
        # A given name with the patronymic goes with «вы», however close the two are.
        close = card.fields.formality == 0 and card.fields.address_form is AddressForm.FIRST_NAME
        parts.append(say("on first-name ‘you’ (ты)") if close else say("with formal ‘you’ (вы)"))
    close_how = say("{parts}", parts=tuple(parts))
    if not card.fields.manner:
        return close_how
    return say("{how}. {manner}", how=close_how, manner=card.fields.manner)


def shield_words(card: ClientCard, words: Words) -> Text:
    """'Handle with care' where a hold stands, and how long: never why, whatever the reason is."""
    if card.hold is None:
        return ""
    return say("Handle with care – {hold}", hold=hold_words(card.hold, words))


def reach_words(card: ClientCard, now: datetime) -> Text:
    """'By messenger, through Irina': the channels the client prefers, whatever the topic."""
    found: dict[str, Text] = {}
    for rule in card.preferences:
        lapsed = rule.valid_until is not None and rule.valid_until < now.date()
        if rule.rule is not PreferenceRule.PREFER or rule.topic is not None or lapsed:
            continue
        said = label(rule.channel)
        found.setdefault(
            rule.channel.value,
            say("{channel} through {name}", channel=said, name=rule.via) if rule.via else said,
        )
    return say("Prefers: {channels}", channels=tuple(found.values())) if found else ""


# What not to do ----------------------------------------------------------------------------


def donts(card: ClientCard, now: datetime, *, on_paper: bool = False) -> tuple[Text, ...]:
    """At most three: mourning, channels never to use, a taboo, whom to keep apart, a need, then
    what more is taboo. On paper nobody else is named.
    """
    return tuple(islice(_donts(card, now, on_paper=on_paper), _MOST))


def _donts(card: ClientCard, now: datetime, *, on_paper: bool) -> Iterator[Text]:
    mourning = card.fields.mourning_until
    if mourning is not None and mourning >= now.date():
        yield say("In mourning until {day}: no greetings", day=mourning)
    never = never_by(card, now)
    if never:
        yield say("Never by: {channels}", channels=never)
    taboos = [f.text for f in card.facts if f.kind is FactKind.TABOO]
    yield from taboos[:1]
    apart = tuple(p.who for p in card.people if _is_friction(p, now.date()))
    if apart and not on_paper:
        yield say("Keep apart from: {names}", names=apart)
    needs = tuple(i.topic for i in card.interests if i.kind is InterestKind.NEED)
    if needs:
        yield say("Must be provided: {needs}", needs=needs)
    yield from taboos[1:]


def never_by(card: ClientCard, now: datetime) -> tuple[Say, ...]:
    """The channels that must never be used."""
    return tuple(
        label(p.channel)
        for p in card.preferences
        if p.rule is PreferenceRule.FORBID
        and p.topic is None
        and (p.from_minute, p.to_minute) == (0, 1440)
        and (p.valid_until is None or p.valid_until >= now.date())
    )


def _is_friction(person: PersonRow, today: date) -> bool:
    return person.kind is PersonKind.FRICTION and not (person.until and person.until < today)


def referrals(card: ClientCard, label_there: str) -> tuple[Who, ...]:
    """Who is 'recommender' or 'recommended' to the client: who brought them, whom they brought."""
    return tuple(p.who for p in card.people if p.label.strip().lower() == label_there)


# What is next ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Next:
    """The one next action: what, when, and whether it is late. `promise`: it is this one."""

    said: Text
    due: datetime | None
    late: bool = False
    promise: PromiseRow | None = None


def next_action(card: ClientCard, now: datetime) -> Next:
    """The first due of: an open promise, a birthday near, a talk when the rhythm says so."""
    found: list[tuple[date, int, Next]] = []
    today = now.date()
    if card.promises:
        p = card.promises[0]
        found.append((p.due_at.date(), 0, Next(p.text, p.due_at, p.is_late, p)))
    born = _birthday(card, today)
    if born is not None and born - today <= _SOON:
        found.append(
            (
                born,
                1,
                Next(say("Congratulate on the birthday"), datetime.combine(born, time(12), UTC)),
            )
        )
    if card.cadence_days is not None and card.left_on is None:
        if card.last_contact_at is None:
            found.append((today, 2, Next(say("A first talk"), None)))
        else:
            due = card.last_contact_at + timedelta(days=card.cadence_days)
            found.append((due.date(), 2, Next(say("Talk"), due, due < now)))
    if not found:
        return Next(say("Nothing is due."), None)
    return min(found, key=lambda one: one[:2])[2]


def _birthday(card: ClientCard, today: date) -> date | None:
    """The coming one, unless the client mourns; 29 February is kept on the 28th."""
    f = card.fields
    if not (f.birth_month and f.birth_day):
        return None
    if f.mourning_until is not None and f.mourning_until >= today:
        return None
    for year in (today.year, today.year + 1):
        try:
            day = date(year, f.birth_month, f.birth_day)
        except ValueError:
            day = date(year, 2, 28)
        if day >= today:
            return day
    return None


def promise_line(promise: PromiseRow, formats: Format) -> tuple[Text, Text]:
    """(its text, how it stands): 'Прислать каталог', 'due tomorrow' or 'kept 12 Nov'."""
    if promise.state is PromiseState.OPEN:
        due = formats.moment(promise.due_at)
        said = say("late since {day}", day=due) if promise.is_late else say("until {day}", day=due)
        return promise.text, said
    on = formats.day(promise.closed_at or promise.due_at)
    return promise.text, say("{state} {day}", state=label(promise.state), day=on)
