"""Thanks by each guest's own channel, with the two questions, through the gate and the outbox.

It is a greeting: who has a hold, mourns or never agreed to greetings gets none, with the same
few words as everywhere. Thanking twice does nothing twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.access.club import club_words
from vipdesk.channels import call_task, contact, gate, message, outbox
from vipdesk.clients.names import Name, greeting
from vipdesk.errors import Conflict, UserError
from vipdesk.events import feedback
from vipdesk.events.guest_lists import SHUT_OUT, name_of
from vipdesk.events.invitation_draft import language_of
from vipdesk.events.programme import find_event
from vipdesk.events.routes import Route, routes
from vipdesk.models import Client, Event
from vipdesk.paths import resources
from vipdesk.vocabulary import Channel, OutboxState, Topic
from vipdesk.wording import Lang, Say, Words, say

_SHUT = SHUT_OUT | {gate.Reason.MOURNING}


@dataclass(frozen=True, slots=True)
class Thanked:
    """What becomes of thanking one guest. reason: why it does not leave now, or not at all.

    until: when it leaves, if it has to wait; None beside a reason: it does not leave.
    message_id None: nothing was put into the outbox. text: exactly what the guest gets.
    """

    event_id: UUID
    client_id: UUID
    name: Name
    channel: Channel
    text: str
    message_id: UUID | None = None
    until: datetime | None = None
    reason: Say | None = None
    already: bool = False


def preview(
    desk: Desk, *, event_id: UUID, client_ids: Iterable[UUID], ask: bool = True
) -> tuple[Thanked, ...]:
    """What each would get and what the gate says to it, without writing anything."""
    event, guests, ways = _gather(desk, event_id, client_ids)
    made = []
    for client in guests:
        route = ways[client.id]
        verdict = contact.may_contact(desk, client.id, route.channel, Topic.GREETING)
        thanked = _empty(desk, event, client, route, ask=ask)
        waits = None if _stays(route, verdict) else verdict.until
        made.append(replace(thanked, reason=_refused(route, verdict), until=waits))
    return tuple(made)


def thank(
    desk: Desk, *, event_id: UUID, client_ids: Iterable[UUID], ask: bool = True
) -> tuple[Thanked, ...]:
    """Thank guests who came, each by the guest's channel; `ask`: with the two questions."""
    event, guests, ways = _gather(desk, event_id, client_ids)
    if event.starts_at > desk.now:
        raise UserError(say("The event has not begun yet."))
    return tuple(_thank_one(desk, event, c, ways[c.id], ask=ask) for c in guests)


def take_back(desk: Desk, done: Iterable[Thanked]) -> int:
    """The way back: what has not left yet does not leave. Returns how many."""
    taken = 0
    for one in done:
        if one.message_id is None or one.already:
            continue
        try:
            outbox.cancel(desk, one.message_id)
        except Conflict:
            continue  # it is leaving this moment
        row = feedback.find_row(desk, one.event_id, one.client_id)
        if row is not None:
            row.thanked_at = row.asked_at = None
        taken += 1
    desk.session.flush()
    return taken


def _gather(
    desk: Desk, event_id: UUID, client_ids: Iterable[UUID]
) -> tuple[Event, list[Client], dict[UUID, Route]]:
    event = find_event(desk, event_id)
    ids = list(dict.fromkeys(client_ids))
    guests = desk.session.scalars(
        select(Client).where(Client.id.in_(ids)).order_by(Client.sort_key)
    ).all()
    return event, list(guests), routes(desk, ids)


def _thank_one(desk: Desk, event: Event, client: Client, route: Route, *, ask: bool) -> Thanked:
    thanked = _empty(desk, event, client, route, ask=ask)
    row = feedback.find_row(desk, event.id, client.id)
    if row is not None and row.thanked_at is not None:
        return replace(thanked, already=True)
    verdict = contact.may_contact(desk, client.id, route.channel, Topic.GREETING)
    if _stays(route, verdict):
        return replace(thanked, reason=_refused(route, verdict))
    try:
        message_id, state, until = _put(desk, event, client, route, thanked.text)
    except UserError as error:
        return replace(thanked, reason=error.say)
    row = feedback.open_row(desk, event.id, client.id)
    row.thanked_at, row.asked_at = desk.now, desk.now if ask else None
    desk.session.flush()
    desk.note("thank", "feedback", row.id, ("thanked_at", "asked_at"))
    held = state is OutboxState.HELD
    return replace(
        thanked, message_id=message_id, until=until if held else None,
        reason=verdict.reason if held else None,
    )  # fmt: skip


def _put(
    desk: Desk, event: Event, client: Client, route: Route, text: str
) -> tuple[UUID, OutboxState, datetime]:
    if route.channel is Channel.PHONE:
        placed = call_task.put_call(desk, client_id=client.id, topic=Topic.GREETING, script=text)
        return placed.id, placed.state, placed.not_before
    words = _words(language_of(client.languages))
    subject = words(say("Thank you for being with us: “{title}”", title=_title(event, words)))
    written = message.put_message(
        desk, client.id, channel=route.channel, topic=Topic.GREETING, text=text, subject=subject
    )
    return written.id, written.state, written.not_before


def _refused(route: Route, verdict: gate.ContactVerdict) -> Say | None:
    if not _reachable(route, verdict):
        return say("No way to reach this guest is on record. Add one to the client first.")
    return None if verdict.allowed else verdict.reason


def _stays(route: Route, verdict: gate.ContactVerdict) -> bool:
    """Whether it never leaves: no hour to wait for would change that."""
    return verdict.code in _SHUT or not _reachable(route, verdict)


def _reachable(route: Route, verdict: gate.ContactVerdict) -> bool:
    return bool(route.address) or verdict.via is not None


def _empty(desk: Desk, event: Event, client: Client, route: Route, *, ask: bool) -> Thanked:
    words = _words(language_of(client.languages))
    name = name_of(client)
    lines = [words(greeting(name, words.lang))]
    title = _title(event, words)
    lines.append(words(say("Thank you for being with us at “{title}”.", title=title)))
    if ask:
        lines.append(
            words(
                say(
                    "Two short questions, if we may. How did you like it, from one to five? "
                    "And what should we do differently next time?"
                )
            )
        )
    lines.append(words(say("With respect,")) + "\n" + club_words(desk).title)
    return Thanked(event.id, client.id, name, route.channel, "\n\n".join(lines))


def _words(lang: Lang) -> Words:
    return Words(lang, resources() / "i18n")


def _title(event: Event, words: Words) -> str:
    return event.title_en if words.lang is Lang.EN and event.title_en else event.title
