"""Clients pass from one colleague to another, with open promises and all that must be minded.

What goes along is shown before it happens (`preview_handover`). Promises that the former
manager owed become the new one's; a complaint's owner moves only by the complaints' own verb.
On a team's server the deed is the database's (`vip_api.hand_over`), because the giver stops
seeing the client in the middle of it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import or_, select, text

from vipdesk.access import Desk
from vipdesk.access.sight import in_care_of
from vipdesk.clients.handover_rows import (
    HandedOver,
    HandoverClient,
    HandoverPreview,
    Minded,
    MindedKind,
    PromiseGoing,
    ReceivedRow,
)
from vipdesk.clients.names import Name
from vipdesk.clients.sight import readable
from vipdesk.errors import UserError
from vipdesk.ids import new_id
from vipdesk.models import (
    ChannelPreference,
    Client,
    Handover,
    InviteHold,
    PersonAround,
    Promise,
    Staff,
)
from vipdesk.store.store import changed
from vipdesk.vocabulary import PersonKind, PreferenceRule, PromiseState, Role
from vipdesk.wording import Who, say

READERS = frozenset({Role.MANAGER, Role.HEAD, Role.EXECUTIVE, Role.ADMINISTRATOR})
RECEIVERS = frozenset({Role.MANAGER, Role.HEAD})
_ANY = frozenset({Role.HEAD, Role.EXECUTIVE})
_BACK = timedelta(days=1)  # so long a handover may be undone; then it is handed over again
_CHUNK = 500
_MOST_NOTE = 2000


def preview_handover(
    desk: Desk, client_ids: Sequence[UUID] = (), *, all_of: UUID | None = None
) -> HandoverPreview:
    """What goes along: with these clients, or with all that `all_of` leads.

    Only what the person at work may read stands in it.
    """
    found: list[HandoverClient] = []
    wanted = _of(desk, all_of) if all_of is not None else list(client_ids)
    managers = {s.id: Who.of(s) for s in desk.session.scalars(select(Staff))}
    for part in _chunks(wanted):
        clients = desk.session.scalars(select(Client).where(Client.id.in_(part))).all()
        promises, minded = _promises(desk, part), _minded(desk, part)
        found += [
            HandoverClient(
                c.id, _name(c), c.manager_id, managers.get(c.manager_id, Who()),  # type: ignore[arg-type]
                tuple(_going(desk, p, c.manager_id, managers) for p in promises[c.id]),
                (*_mourning(desk, c), *minded[c.id]),
            )
            for c in clients
        ]  # fmt: skip
    keys = {i: n for n, i in enumerate(wanted)}
    return HandoverPreview(tuple(sorted(found, key=lambda c: keys[c.id])))


def hand_over(
    desk: Desk,
    *,
    to_id: UUID,
    client_ids: Sequence[UUID] = (),
    all_of: UUID | None = None,
    note: str = "",
) -> HandedOver:
    """Give these clients, or all that `all_of` leads, to a colleague; open promises go along.

    A manager hands over own clients; the head and the executive any. Raises `UserError` on
    'to_id' or 'note', and without a field where nobody is left to hand over or it is not one's
    own to give.
    """
    receiver = desk.session.get(Staff, to_id)
    if receiver is None or receiver.left_at is not None or receiver.role not in RECEIVERS:
        raise UserError(say("Choose a manager who works here."), field="to_id")
    note = note.strip()
    if len(note) > _MOST_NOTE:
        raise UserError(say("Enter {limit} characters at most.", limit=_MOST_NOTE), field="note")
    wanted = _of(desk, all_of) if all_of is not None else list(dict.fromkeys(client_ids))
    clients = _givable(desk, wanted, receiver)
    given = [c.id for c in clients]  # afterwards the giver may not see them any more
    batch_id, ids = new_id(), [new_id() for _ in given]
    if _is_team(desk):
        _ask_the_database(desk, batch_id, ids, given, to_id, note)
    else:
        for handover_id, client in zip(ids, clients, strict=True):
            _give(desk, handover_id, batch_id, client, to_id, note)
        desk.session.flush()
    for handover_id, client_id in zip(ids, given, strict=True):
        changed(desk.session, "handover", handover_id)
        changed(desk.session, "client", client_id)
        desk.note("hand_over", "client", client_id, ("manager_id", "promises"))
    changed(desk.session, "promise", batch_id)  # pages of promises look again
    return HandedOver(batch_id, len(given))


def take_back(desk: Desk, done: HandedOver) -> int:
    """The way back of `hand_over`, within a day, for who did it; how many clients came back.

    A client who was handed on meanwhile, and a promise closed meanwhile, stay as they are.
    """
    rows = desk.session.scalars(select(Handover).where(Handover.batch_id == done.batch_id)).all()
    mine = [h for h in rows if h.by_id == desk.actor.id and h.undone_at is None]
    kept = [(h.id, h.client_id) for h in mine]
    if _is_team(desk):
        taken = desk.session.scalar(
            text("SELECT vip_api.take_handover_back(:batch, :by, :at)"),
            {"batch": done.batch_id, "by": desk.actor.id, "at": desk.now},
        )
        desk.session.expire_all()
    else:
        taken = sum(_take(desk, h) for h in mine if h.at > desk.now - _BACK)
        desk.session.flush()
    if not taken:
        raise UserError(say("It is too late to undo this. Hand the clients over again."))
    for handover_id, client_id in kept:
        changed(desk.session, "handover", handover_id)
        changed(desk.session, "client", client_id)
        desk.note("take_handover_back", "client", client_id, ("manager_id", "promises"))
    changed(desk.session, "promise", done.batch_id)
    return int(taken)


def list_received(desk: Desk) -> tuple[ReceivedRow, ...]:
    """Handovers to the person at work that were not seen yet, the newest first."""
    if desk.actor.role not in RECEIVERS:
        return ()
    names = {s.id: Who.of(s) for s in desk.session.scalars(select(Staff))}
    found = desk.session.execute(
        select(Handover, Client)
        .join(Client, Client.id == Handover.client_id)
        .where(
            Handover.to_id == desk.actor.id,
            Handover.by_id != desk.actor.id,
            Handover.seen_at.is_(None),
            Handover.undone_at.is_(None),
        )
        .order_by(Handover.at.desc(), Handover.batch_id)
    )
    batches: dict[UUID, list[tuple[Handover, Client]]] = defaultdict(list)
    for handover, client in found:
        batches[handover.batch_id].append((handover, client))
    return tuple(_received(rows, names) for rows in batches.values())


def mark_seen(desk: Desk, batch_id: UUID) -> UUID:
    """'I have seen it': the line leaves Today. The timeline keeps the note."""
    return _see(desk, batch_id, seen=True)


def mark_unseen(desk: Desk, batch_id: UUID) -> UUID:
    """The way back of `mark_seen`."""
    return _see(desk, batch_id, seen=False)


# Reading -------------------------------------------------------------------------------------


def _of(desk: Desk, staff_id: UUID) -> list[UUID]:
    """Everybody somebody leads, those who left the club too: their history needs a reader."""
    led = select(Client.id).where(Client.manager_id == staff_id)
    return list(desk.session.scalars(led.order_by(Client.sort_key, Client.id)))


def _promises(desk: Desk, ids: Sequence[UUID]) -> dict[UUID, list[Promise]]:
    wanted = select(Promise).where(Promise.client_id.in_(ids), Promise.state == PromiseState.OPEN)
    found: dict[UUID, list[Promise]] = defaultdict(list)
    for promise in desk.session.scalars(wanted.order_by(Promise.due_at, Promise.id)):
        found[promise.client_id].append(promise)
    return found


def _going(
    desk: Desk, p: Promise, manager_id: UUID | None, managers: dict[UUID, Who]
) -> PromiseGoing:
    goes = manager_id is not None and p.owner_id == manager_id
    return PromiseGoing(
        p.text, p.due_at, p.due_at < desk.now, goes, managers.get(p.owner_id, Who())
    )


def _minded(desk: Desk, ids: Sequence[UUID]) -> dict[UUID, list[Minded]]:
    today = desk.now.date()
    found: dict[UUID, list[Minded]] = defaultdict(list)
    own = set(
        desk.session.scalars(
            select(Client.id).where(Client.id.in_(ids), in_care_of(desk.actor.id, desk.now))
        )
    )
    rules = select(ChannelPreference).where(
        ChannelPreference.client_id.in_(ids),
        ChannelPreference.rule == PreferenceRule.FORBID,
        or_(ChannelPreference.valid_until.is_(None), ChannelPreference.valid_until >= today),
    )
    for rule in desk.session.scalars(rules.order_by(ChannelPreference.noted_at)):
        found[rule.client_id].append(
            Minded(MindedKind.NEVER, rule.channel, rule.topic, until=rule.valid_until)
        )
    frictions = select(PersonAround).where(
        PersonAround.client_id.in_(ids),
        PersonAround.kind == PersonKind.FRICTION,
        or_(PersonAround.until.is_(None), PersonAround.until >= today),
    )
    for person in desk.session.scalars(frictions.order_by(PersonAround.name)):
        if person.sensitivity not in readable(desk, cares=person.client_id in own):
            continue
        found[person.client_id].append(
            Minded(MindedKind.FRICTION, who=person.name, until=person.until)
        )
    for hold in desk.session.scalars(select(InviteHold).where(InviteHold.client_id.in_(ids))):
        until = hold.review_on.date() if hold.review_on else None
        found[hold.client_id].append(Minded(MindedKind.HOLD, hold=hold.kind, until=until))
    return found


def _mourning(desk: Desk, c: Client) -> tuple[Minded, ...]:
    if c.mourning_until is None or c.mourning_until < desk.now.date():
        return ()
    return (Minded(MindedKind.MOURNING, until=c.mourning_until),)


def _name(c: Client) -> Name:
    return Name(c.surname, c.given, c.patronymic, c.latin_name, c.title, c.gender, c.address_form)


def _received(rows: list[tuple[Handover, Client]], names: dict[UUID, Who]) -> ReceivedRow:
    first, client = rows[0]
    alone = len(rows) == 1
    givers = {h.from_id for h, _ in rows}
    giver = names.get(first.from_id, Who()) if len(givers) == 1 and first.from_id else Who()
    return ReceivedRow(
        first.batch_id, first.at, names.get(first.by_id, Who()), giver, first.note, len(rows),
        sum(len(h.before.get("promises", ())) for h, _ in rows),
        client.id if alone else None, _name(client) if alone else None,
    )  # fmt: skip


# Doing ---------------------------------------------------------------------------------------


def _givable(desk: Desk, wanted: Sequence[UUID], receiver: Staff) -> list[Client]:
    """The clients of a handover; refuses what is not one's own to give."""
    found: list[Client] = []
    for part in _chunks(wanted):
        rows = desk.session.scalars(select(Client).where(Client.id.in_(part)))
        found += [c for c in rows if c.manager_id != receiver.id]
    if not found:
        raise UserError(say("There is nobody to hand over: choose the clients first."))
    own = all(c.manager_id == desk.actor.id for c in found)
    if desk.actor.role not in _ANY and not (desk.actor.role is Role.MANAGER and own):
        raise UserError(
            say("You can hand over clients you lead. Ask the head of VIP service for the others.")
        )
    return found


def _give(
    desk: Desk, handover_id: UUID, batch_id: UUID, client: Client, to_id: UUID, note: str
) -> None:
    owed = desk.session.scalars(
        select(Promise).where(
            Promise.client_id == client.id,
            Promise.state == PromiseState.OPEN,
            Promise.owner_id == client.manager_id,
        )
    ).all()
    before: dict[str, Any] = {
        "deputy": str(client.deputy_id) if client.deputy_id else None,
        "promises": [str(p.id) for p in owed],
    }
    desk.session.add(
        Handover(
            id=handover_id,
            batch_id=batch_id,
            client_id=client.id,
            from_id=client.manager_id,
            to_id=to_id,
            by_id=desk.actor.id,
            at=desk.now,
            note=note,
            before=before,
        )
    )
    client.manager_id = to_id
    if client.deputy_id == to_id:
        client.deputy_id = None
    for promise in owed:
        promise.owner_id = to_id


def _take(desk: Desk, handover: Handover) -> bool:
    client = desk.session.get(Client, handover.client_id)
    if client is None or client.manager_id != handover.to_id:
        return False
    client.manager_id = handover.from_id
    if client.deputy_id is None and handover.before.get("deputy"):
        client.deputy_id = UUID(handover.before["deputy"])
    for promise_id in handover.before.get("promises", ()):
        promise = desk.session.get(Promise, UUID(promise_id))
        if (
            promise is not None
            and handover.from_id is not None
            and promise.state is PromiseState.OPEN
            and promise.owner_id == handover.to_id
        ):
            promise.owner_id = handover.from_id
    handover.undone_at = desk.now
    return True


def _ask_the_database(
    desk: Desk, batch_id: UUID, ids: list[UUID], clients: list[UUID], to_id: UUID, note: str
) -> None:
    desk.session.flush()
    desk.session.execute(
        text(
            "SELECT vip_api.hand_over(:batch, CAST(:ids AS uuid[]), CAST(:clients AS uuid[]),"
            " :to, :by, :at, :note)"
        ),
        {
            "batch": batch_id, "ids": ids, "clients": clients, "to": to_id,
            "by": desk.actor.id, "at": desk.now, "note": note,
        },
    )  # fmt: skip
    desk.session.expire_all()


def _see(desk: Desk, batch_id: UUID, *, seen: bool) -> UUID:
    mine = select(Handover).where(Handover.batch_id == batch_id, Handover.to_id == desk.actor.id)
    for row in desk.session.scalars(mine):
        row.seen_at = desk.now if seen else None
    desk.session.flush()
    desk.note("see_handover" if seen else "unsee_handover", "handover", batch_id, ("seen_at",))
    return batch_id


def _is_team(desk: Desk) -> bool:
    return desk.session.get_bind().dialect.name == "postgresql"


def _chunks(ids: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    for start in range(0, len(ids), _CHUNK):
        yield ids[start : start + _CHUNK]
