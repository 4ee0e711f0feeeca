"""What happened between the club and a client: one call logs it, one call takes it back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import delete, func, select, update

from vipdesk.access import Desk
from vipdesk.access.offline import works_offline
from vipdesk.clients.names import Name
from vipdesk.clients.promises import make_promise
from vipdesk.clients.sight import client_of, readable_of
from vipdesk.errors import NotFound, UserError
from vipdesk.ids import new_id
from vipdesk.models import ChannelPreference, Client, Interaction, Promise
from vipdesk.store.store import changed
from vipdesk.vocabulary import (
    Channel,
    Direction,
    InteractionKind,
    PreferenceRule,
    PromiseState,
    Sensitivity,
)
from vipdesk.wording import say

_TWO_WAY = frozenset({InteractionKind.TALK, InteractionKind.MEETING, InteractionKind.VISIT})
_NEVER_TWO_WAY = frozenset({InteractionKind.NOTE, InteractionKind.MAILING})
_AHEAD = timedelta(minutes=5)  # clocks differ


@dataclass(frozen=True, slots=True)
class Logged:
    """What `log_interaction` wrote, for its way back. `promise_id`: the first one made in it."""

    interaction_id: UUID
    promise_id: UUID | None


def _fixed(given: dict[str, Any], now: datetime) -> dict[str, Any]:
    """A talk logged offline keeps its moment and its id: done again, it is the same talk."""
    return {**given, "at": given.get("at") or now, "interaction_id": new_id()}


@works_offline(_fixed)
def log_interaction(
    desk: Desk,
    client_id: UUID,
    *,
    kind: InteractionKind = InteractionKind.TALK,
    channel: Channel | None = None,
    direction: Direction = Direction.OUTBOUND,
    text: str = "",
    at: datetime | None = None,
    two_way: bool | None = None,
    sensitivity: Sensitivity = Sensitivity.TEAM,
    promise: str = "",
    promise_due: datetime | None = None,
    promises: Iterable[tuple[str, datetime]] = (),
    interaction_id: UUID | None = None,
) -> Logged:
    """Log a contact, with what was promised: `promise`, and `promises` as (text, due in UTC).

    A real exchange (`two_way`; by default talks, meetings, visits and messages from the
    client) restarts the client's rhythm; a note or a mailing never does. `at` may lie in the
    past, not ahead. `interaction_id` comes from a desk that logged it offline: the same one
    twice is one talk. Raises `UserError` on 'text', 'at', 'promise_due'.
    """
    client_of(desk, client_id)
    logged = _logged_before(desk, interaction_id)
    if logged is not None:
        return logged
    moment = at or desk.now
    if moment > desk.now + _AHEAD:
        raise UserError(
            say("That moment is still to come. Log what has already happened."), field="at"
        )
    if kind in {InteractionKind.NOTE, InteractionKind.GIFT} and not text.strip():
        raise UserError(say("Write a few words."), field="text")
    if promise.strip() and promise_due is None:
        raise UserError(say("Until when was it promised?"), field="promise_due")
    row = Interaction(
        id=interaction_id or new_id(), client_id=client_id, staff_id=desk.actor.id,
        kind=kind, channel=channel, direction=direction, at=moment,
        two_way=_is_two_way(kind, direction, two_way),
        text=text.strip(), sensitivity=sensitivity,
    )  # fmt: skip
    desk.session.add(row)
    desk.session.flush()
    desk.note("log_interaction", "interaction", row.id, ("kind", "channel", "at", "text"))
    _keep_last_contact(desk, client_id)
    given = [(promise, promise_due)] if promise.strip() and promise_due is not None else []
    made = [
        make_promise(desk, client_id, text=words, due_at=due, interaction_id=row.id)
        for words, due in (*given, *promises)
    ]
    return Logged(row.id, made[0] if made else None)


def remove_interaction(desk: Desk, interaction_id: UUID) -> None:
    """Take a logged contact back, with the promise made in it while that is still open."""
    row = desk.session.get(Interaction, interaction_id)
    if row is None:
        raise NotFound(say("This entry is not here any more."))
    client_id = row.client_id
    promises = desk.session.scalars(
        select(Promise).where(Promise.interaction_id == interaction_id)
    ).all()
    for promise in promises:
        if promise.state is PromiseState.OPEN and promise.renegotiated_from_id is None:
            desk.session.delete(promise)
            desk.note("remove_promise", "promise", promise.id)
        else:
            promise.interaction_id = None
    desk.session.flush()
    desk.session.execute(delete(Interaction).where(Interaction.id == interaction_id))
    changed(desk.session, "interaction", interaction_id)
    desk.note("remove_interaction", "interaction", interaction_id)
    _keep_last_contact(desk, client_id)


def guess_channel(desk: Desk, client_id: UUID) -> Channel:
    """The channel a talk most likely went by: the last one, else the preferred one, else phone."""
    last = desk.session.scalar(
        select(Interaction.channel)
        .where(
            Interaction.client_id == client_id,
            Interaction.two_way.is_(True),
            Interaction.channel.is_not(None),
        )
        .order_by(Interaction.at.desc())
        .limit(1)
    )
    if last is not None:
        return last
    preferred = desk.session.scalar(
        select(ChannelPreference.channel)
        .where(
            ChannelPreference.client_id == client_id,
            ChannelPreference.rule == PreferenceRule.PREFER,
        )
        .order_by(ChannelPreference.noted_at.desc())
        .limit(1)
    )
    return preferred or Channel.PHONE


@dataclass(frozen=True, slots=True)
class NoteStart:
    """What a sheet needs to know of a client: the name, whose clock days are of, the channel."""

    client_id: UUID
    name: Name
    zone: str | None
    channel: Channel


def get_note_start(desk: Desk, client_id: UUID) -> NoteStart:
    """Where the client is now, and how one most likely talked. Raises `NotFound`."""
    client = client_of(desk, client_id)
    travels = client.present_zone and (
        client.present_until is None or desk.now < client.present_until
    )
    zone = client.present_zone if travels else client.time_zone
    name = Name(
        client.surname, client.given, client.patronymic, client.latin_name, client.title,
        client.gender, client.address_form,
    )  # fmt: skip
    return NoteStart(client_id, name, zone, guess_channel(desk, client_id))


def list_contacts_by_week(desk: Desk, client_id: UUID, *, weeks: int = 26) -> tuple[int, ...]:
    """Real contacts a week over the last `weeks`, the oldest first: the rhythm as a picture."""
    since = desk.now - timedelta(weeks=weeks)
    counts = [0] * weeks
    moments = desk.session.scalars(
        select(Interaction.at).where(
            Interaction.client_id == client_id,
            Interaction.two_way.is_(True),
            Interaction.at > since,
            Interaction.sensitivity.in_(readable_of(desk, client_id)),
        )
    )
    for at in moments:
        counts[min(weeks - 1, int((at - since) / timedelta(weeks=1)))] += 1
    return tuple(counts)


def _logged_before(desk: Desk, interaction_id: UUID | None) -> Logged | None:
    if interaction_id is None or desk.session.get(Interaction, interaction_id) is None:
        return None
    promised = select(Promise.id).where(Promise.interaction_id == interaction_id)
    return Logged(interaction_id, desk.session.scalars(promised).first())


def _is_two_way(kind: InteractionKind, direction: Direction, said: bool | None) -> bool:  # noqa: FBT001
    if kind in _NEVER_TWO_WAY:
        return False
    if said is not None:
        return said
    from_client = kind is InteractionKind.MESSAGE and direction is Direction.INBOUND
    return kind in _TWO_WAY or from_client


def _keep_last_contact(desk: Desk, client_id: UUID) -> None:
    """Past the ORM: a talk logged meanwhile must not make a conflict for who edits the profile."""
    last = desk.session.scalar(
        select(func.max(Interaction.at)).where(
            Interaction.client_id == client_id, Interaction.two_way.is_(True)
        )
    )
    desk.session.execute(update(Client).where(Client.id == client_id).values(last_contact_at=last))
    changed(desk.session, "client", client_id)
