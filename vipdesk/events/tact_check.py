"""What would embarrass the club if these guests were invited now: reads what `tact` judges."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy import func, select

from vipdesk.access import Desk
from vipdesk.clients.names import Name, display_name
from vipdesk.errors import UserError
from vipdesk.events import guest_ties, tact
from vipdesk.events.guest_dates import day_of, has_birthday
from vipdesk.events.guest_lists import name_of
from vipdesk.events.programme import find_event
from vipdesk.events.tact import Combination, Finding, Invitee, Mend, Trouble
from vipdesk.folding import fold
from vipdesk.models import (
    Client,
    ClubSetting,
    Event,
    Interest,
    Invitation,
    InviteHold,
    Staff,
    Venue,
)
from vipdesk.vocabulary import EventKind, EventState, InterestKind, InvitationState, PartStat
from vipdesk.wording import Lang, Say, Who, say

SETTING = "rival_firms"
MONTH = timedelta(days=30)
_SERVED = ("menu", "ingredients", "allergens")
_STEM = 5  # letters by which words of one root are known: 'орехи', 'орехов'
_WORD = re.compile(r"[^\W\d_]{4,}")
_GRAVE = frozenset({EventKind.TALK, EventKind.CHARITY})  # nobody is cheered there
_GONE = (InvitationState.CANCELLED, InvitationState.DRAFT, InvitationState.BOUNCED)
_COMMON = frozenset(
    word[:_STEM]
    for word in ("аллергия", "непереносимость", "любит", "нельзя", "только", "allergy", "allergic",
                 "without", "avoid", "меню", "menu")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TactRow:
    """One embarrassment in words. about: whose names; `last` is who a mend is done to."""

    trouble: Trouble
    about: tuple[UUID, ...]
    said: Say
    mends: tuple[Mend, ...]

    @property
    def last(self) -> UUID | None:
        """Who is left out, or opened."""
        return self.about[-1] if self.about else None


def check_tact(desk: Desk, event_id: UUID, *, client_ids: Iterable[UUID]) -> tuple[TactRow, ...]:
    """Everything about inviting these, together with who is invited already; the gravest first.

    Of a hold, a friction and mourning only that there is one. Diets only for who may read them.
    """
    event = find_event(desk, event_id)
    asked = list(dict.fromkeys(client_ids))
    rows = desk.session.execute(
        select(Invitation.client_id, Invitation.partstat).where(
            Invitation.event_id == event_id, Invitation.state.not_in(_GONE)
        )
    )
    coming = {i for i, partstat in rows if partstat is not PartStat.DECLINED}
    ids = [*asked, *(i for i in coming if i not in set(asked))]
    clients = {c.id: c for c in desk.session.scalars(select(Client).where(Client.id.in_(ids)))}
    room = Combination(
        names=_names(desk, event, [clients[i] for i in ids if i in clients], coming),
        apart=_apart(desk, ids),
        spouses=guest_ties.spouses(desk, ids),
        rivals=frozenset(frozenset(map(fold, pair)) for pair in list_rivals(desk)),
        serves=_serves(desk, event),
        cheerful=event.kind not in _GRAVE,
        host_free=_host_is_free(desk, event),
    )
    names = {i: _who(name_of(c)) for i, c in clients.items()}
    return tuple(_in_words(f, names) for f in tact.check(room))


def _names(
    desk: Desk, event: Event, clients: list[Client], coming: set[UUID]
) -> tuple[Invitee, ...]:
    ids, day = [c.id for c in clients], day_of(event)
    held = set(
        desk.session.scalars(select(InviteHold.client_id).where(InviteHold.client_id.in_(ids)))
    )
    lately = _lately(desk, event, ids)
    avoids = _avoids(desk, ids)
    return tuple(
        Invitee(
            c.id, c.sort_key, fold(c.company.strip()), c.id in held,
            c.mourning_until is not None and c.mourning_until >= day, has_birthday(c, day),
            lately.get(c.id, 0), avoids.get(c.id, frozenset()), c.id in coming,
        )
        for c in clients
    )  # fmt: skip


def _lately(desk: Desk, event: Event, ids: list[UUID]) -> dict[UUID, int]:
    rows = desk.session.execute(
        select(Invitation.client_id, func.count())
        .where(
            Invitation.client_id.in_(ids), Invitation.event_id != event.id,
            Invitation.sent_at >= desk.now - MONTH,
        )
        .group_by(Invitation.client_id)
    )  # fmt: skip
    return {client_id: n for client_id, n in rows}  # noqa: C416 rows


def _avoids(desk: Desk, ids: list[UUID]) -> dict[UUID, frozenset[str]]:
    """Roots of the words of needs. Who may not read a client's needs gets no row here."""
    rows = desk.session.execute(
        select(Interest.client_id, Interest.topic, Interest.note).where(
            Interest.client_id.in_(ids), Interest.kind == InterestKind.NEED
        )
    )
    found: dict[UUID, frozenset[str]] = {}
    for client_id, topic, note in rows:
        found[client_id] = found.get(client_id, frozenset()) | _roots(f"{topic} {note}")
    return found


def _serves(desk: Desk, event: Event) -> frozenset[str]:
    venue = desk.session.get(Venue, event.venue_id) if event.venue_id else None
    facts = venue.facts if venue is not None else {}
    return _roots(" ".join(str(facts.get(name, "")) for name in _SERVED))


def _roots(words: str) -> frozenset[str]:
    return frozenset(w[:_STEM] for w in _WORD.findall(fold(words))) - _COMMON


def _apart(desk: Desk, ids: list[UUID]) -> frozenset[frozenset[UUID]]:
    here = set(ids)
    found = guest_ties.frictions(desk, ids)
    return frozenset(
        frozenset({one, other})
        for one, others in found.items()
        for other in others
        if one in here and other in here and one != other
    )


def _host_is_free(desk: Desk, event: Event) -> bool:
    """Whether the host is still with the club and hosts nothing else at that hour."""
    if event.host_id is None:
        return True
    host = desk.session.get(Staff, event.host_id)
    if host is None or (host.left_at is not None and host.left_at <= event.starts_at):
        return False
    other = select(Event.id).where(
        Event.host_id == event.host_id, Event.id != event.id,
        Event.state.not_in((EventState.CANCELLED, EventState.DRAFT)),
        Event.starts_at < event.ends_at, Event.ends_at > event.starts_at,
    )  # fmt: skip
    return desk.session.scalar(other.limit(1)) is None


# Rival firms --------------------------------------------------------------------------------


def list_rivals(desk: Desk) -> tuple[tuple[str, str], ...]:
    """Pairs of firms whose people are not invited together without a thought."""
    kept = desk.session.scalar(select(ClubSetting.value).where(ClubSetting.name == SETTING))
    return tuple((str(a), str(b)) for a, b in json.loads(kept)) if kept else ()


def set_rivals(desk: Desk, pairs: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """The whole list anew; what stood there before comes back. Raises `UserError` for one firm."""
    clean = [(a.strip(), b.strip()) for a, b in pairs]
    if any(not a or not b or fold(a) == fold(b) for a, b in clean):
        raise UserError(say("Name two different firms."), field="rivals")
    before = list_rivals(desk)
    row = desk.session.scalar(select(ClubSetting).where(ClubSetting.name == SETTING))
    if row is None:
        row = ClubSetting(name=SETTING, value="[]")
        desk.session.add(row)
    row.value = json.dumps(clean, ensure_ascii=False)
    desk.session.flush()
    desk.note("set_rivals", "club_setting", row.id, ("rival_firms",))
    return before


# Words --------------------------------------------------------------------------------------


def _who(name: Name) -> Who:
    return Who(display_name(name, Lang.RU), name.latin_name)


def _in_words(found: Finding, names: dict[UUID, Who]) -> TactRow:
    first = names[found.about[0]] if found.about else Who()
    second = names[found.about[-1]] if len(found.about) > 1 else Who()
    values: dict[str, object] = {"name": first, "other": second}
    said = _SAID[found.trouble]
    if found.trouble is Trouble.OFTEN:
        values["number"] = found.n
    wanted = {k: v for k, v in values.items() if f"{{{k}}}" in said.text}
    return TactRow(found.trouble, found.about, Say(said.text, wanted), found.mends)


_SAID: dict[Trouble, Say] = {
    Trouble.HELD: say("{name}: ask the manager before inviting"),
    Trouble.HOST: say("The host cannot be there: choose another one"),
    Trouble.APART: say("{name} and {other} are to be kept apart"),
    Trouble.RIVALS: say("{name} and {other} come from rival firms"),
    Trouble.MOURNING: say("{name}: not a time for a cheerful evening"),
    Trouble.SPOUSES: say("{name} and {other} are a couple: one invitation for both"),
    Trouble.INGREDIENT: say("{name}: something on the menu must be avoided"),
    Trouble.OFTEN: say("{name}: invitation number {number} in a month"),
    Trouble.BIRTHDAY: say("{name} has a birthday that day"),
}
