"""Two clients who are one person: side by side, then one; the stricter privacy always stands.

What hangs on the other client moves, whatever table it is in, also what the person at work may
not read and is not told of. The other client stays as a shell without a word, so that links of
journal and of other desks still point somewhere; its name still finds the client.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from sqlalchemy import func, inspect, select, text, update

from vipdesk.access import Desk
from vipdesk.clients.merge_rows import Row, Rows
from vipdesk.clients.names import full_name, sort_key
from vipdesk.clients.search_entry import keep_found
from vipdesk.clients.sight import cares_for, client_of
from vipdesk.errors import UserError
from vipdesk.ids import new_id
from vipdesk.models import (
    ChannelPreference,
    Client,
    ClientMerge,
    Consent,
    ContactPoint,
    Event,
    Fact,
    Guest,
    Interaction,
    Invitation,
    InviteHold,
    PersonAround,
    Promise,
    Purchase,
    StatusCard,
    Tier,
)
from vipdesk.store import search_index
from vipdesk.store.store import changed
from vipdesk.vocabulary import Channel, GuestPlace, HoldKind, InvitationState, PreferenceRule, Role
from vipdesk.wording import Say, Who, say

# Kept by rules, never chosen.
KEY = frozenset({
    "id", "version", "sort_key", "created_at", "erased_at", "merged_into_id", "import_batch_id",
    "last_contact_at", "left_on", "manager_id", "deputy_id",
})  # fmt: skip
STRICT = frozenset({"restricted_at", "mourning_until", "official", "formality"})
TOGETHER = (("birth_year", "birth_month", "birth_day"), ("present_zone", "present_until"))
_MOVING: tuple[tuple[Any, Say], ...] = (
    (ContactPoint, say("Phones and addresses")), (PersonAround, say("People around")),
    (Fact, say("Facts")), (Interaction, say("Talks and notes")), (Promise, say("Promises")),
    (Invitation, say("Invitations")), (StatusCard, say("Status cards")),
    (Purchase, say("Purchases")), (Consent, say("Consents")),
)  # fmt: skip
_MAY = frozenset({Role.MANAGER, Role.HEAD, Role.EXECUTIVE})


@dataclass(frozen=True, slots=True)
class MergeField:
    """A field in which the two differ. `takes_other`: what is proposed."""

    name: str
    kept: Any
    other: Any
    takes_other: bool


@dataclass(frozen=True, slots=True)
class MergePreview:
    """Two clients side by side: the fields that differ, what moves, what stands by itself.

    moves: (what, how many) of the other client, as far as the person asking may read.
    strict: sentences on privacy that nobody chooses. warnings: what to look after.
    """

    kept_id: UUID
    other_id: UUID
    kept_name: Who
    other_name: Who
    fields: tuple[MergeField, ...]
    moves: tuple[tuple[Say, int], ...]
    strict: tuple[Say, ...]
    warnings: tuple[Say, ...]


def get_merge(desk: Desk, kept_id: UUID, other_id: UUID) -> MergePreview:
    """What a merge would do. Raises `UserError` where it may not be."""
    kept, other = _pair(desk, kept_id, other_id)
    moves = tuple((what, n) for table, what in _MOVING if (n := _count(desk, table, other_id)))
    return MergePreview(
        kept_id, other_id, _called(kept), _called(other), _readable(desk, kept, other), moves,
        tuple(_strict(desk, kept, other)), tuple(_warnings(desk, kept_id, other_id)),
    )  # fmt: skip


def merge_clients(
    desk: Desk,
    kept_id: UUID,
    other_id: UUID,
    *,
    take: Collection[str] | None = None,
    merge_id: UUID | None = None,
) -> UUID:
    """Make two clients one. Returns the key of the merge, for `unmerge_clients`.

    take: fields whose value comes from the other; None: those that are empty with the kept one.
    """
    kept, other = _pair(desk, kept_id, other_id)
    if take is None:
        take = [f.name for f in _fields(kept, other) if f.takes_other]
    chosen = [n for n in _all_of(take) if n not in KEY | STRICT and hasattr(Client, n)]
    _refuse_two_invitations(desk, kept_id, other_id)
    key = merge_id or new_id()
    names = {n: getattr(other if n in chosen else kept, n) for n in _NAMES}
    if not (names["surname"] or names["given"]):
        raise UserError(say("Write a surname or a given name."), field="surname")
    sorted_by = sort_key(names["surname"], names["given"], names["patronymic"])
    former = " ".join(
        dict.fromkeys(w for c in (kept, other) for n in (*_NAMES, "latin_name")
                      for w in getattr(c, n).split())
    )[:600]  # fmt: skip
    search_index.remove(desk.session, other_id)
    desk.session.flush()
    if desk.session.get_bind().dialect.name == "postgresql":
        desk.session.execute(
            text("SELECT vip_api.merge_clients(:id, :kept, :other, CAST(:take AS text[]),"
                 " :sorted, :former, :by, :at)"),
            {"id": key, "kept": kept_id, "other": other_id, "take": chosen,
             "sorted": sorted_by, "former": former, "by": desk.actor.id, "at": desk.now},
        )  # fmt: skip
    else:
        _merge_here(desk, key, kept, other, chosen, sorted_by, former)
    desk.session.expire_all()
    for client_id in (kept_id, other_id):
        changed(desk.session, "client", client_id)
    desk.note("merge_clients", "client", kept_id, tuple(chosen))
    keep_found(desk, kept_id)
    return key


def current_id(desk: Desk, client_id: UUID) -> UUID:
    """The client who was merged from this one, or the same: for keys noted before a merge."""
    seen = {client_id}
    while True:
        into = desk.session.scalar(select(Client.merged_into_id).where(Client.id == client_id))
        if into is None or into in seen:
            return client_id
        client_id = into
        seen.add(client_id)


_NAMES = ("surname", "given", "patronymic")


def _pair(desk: Desk, kept_id: UUID, other_id: UUID) -> tuple[Client, Client]:
    if kept_id == other_id:
        raise UserError(say("Choose two different clients."))
    kept, other = client_of(desk, kept_id), client_of(desk, other_id)
    if kept.erased_at is not None or other.erased_at is not None:
        raise UserError(say("One of these clients has been erased or merged already."))
    if desk.actor.role not in _MAY:
        raise UserError(say("Merging is for managers and the head of VIP service."))
    if desk.actor.role is Role.MANAGER and not (
        cares_for(desk, kept_id) and cares_for(desk, other_id)
    ):
        raise UserError(
            say("You can merge clients you lead. Ask the head of VIP service for the others.")
        )
    return kept, other


def _name(c: Client) -> str:
    return full_name(c.surname, c.given, c.patronymic)


def _all_of(names: Collection[str]) -> list[str]:
    """A day out of two birthdays is nobody's: such fields go together."""
    found = set(names)
    for together in TOGETHER:
        if found & set(together):
            found |= set(together)
    return sorted(found)


def _fields(kept: Client, other: Client) -> list[MergeField]:
    """In the order of the columns; those that belong together are proposed together."""
    found: list[MergeField] = []
    for attr in inspect(Client).column_attrs:
        name = attr.key
        if name in KEY | STRICT:
            continue
        mine, theirs = getattr(kept, name), getattr(other, name)
        if mine != theirs:
            group = next((t for t in TOGETHER if name in t), (name,))
            empty = not any(getattr(kept, n) for n in group)
            found.append(MergeField(name, mine, theirs, empty and any(
                getattr(other, n) for n in group)))  # fmt: skip
    return found


def _readable(desk: Desk, kept: Client, other: Client) -> tuple[MergeField, ...]:
    """As a person reads them: a tier by its name, not by its key."""
    tiers = {t.id: Who(t.name_ru, t.name_en) for t in desk.session.scalars(select(Tier))}
    return tuple(
        replace(f, kept=tiers.get(f.kept), other=tiers.get(f.other)) if f.name == "tier_id" else f
        for f in _fields(kept, other)
    )


def _called(c: Client) -> Who:
    return Who(_name(c), c.latin_name)


def _strict(desk: Desk, kept: Client, other: Client) -> list[Say]:
    said: list[Say] = []
    if kept.restricted_at or other.restricted_at:
        said.append(say("The data may only be kept, not used."))
    mourning = [d for d in (kept.mourning_until, other.mourning_until) if d is not None]
    if mourning and max(mourning) >= desk.now.date():
        said.append(say("In mourning until {day}.", day=max(mourning)))
    holds = desk.session.scalars(
        select(InviteHold.kind).where(InviteHold.client_id.in_([kept.id, other.id]))
    ).all()
    if HoldKind.NO_INVITE in holds:
        said.append(say("Is not invited."))
    elif holds:
        said.append(say("The manager is asked before an invitation."))
    if _wishes(desk, kept.id) & _wishes(desk, other.id):
        said.append(say("Both named when they may be reached: only what suits both counts."))
    said.append(say("Every “never” of both stands, and so does the last “no” to a consent."))
    return said


def _wishes(desk: Desk, client_id: UUID) -> set[Channel]:
    p = ChannelPreference
    wanted = select(p.channel).where(p.client_id == client_id, p.rule != PreferenceRule.FORBID)
    return set(desk.session.scalars(wanted))


def _warnings(desk: Desk, kept_id: UUID, other_id: UUID) -> list[Say]:
    said: list[Say] = []
    if _count(desk, StatusCard, kept_id) and _count(desk, StatusCard, other_id):
        said.append(say("Both have status cards: withdraw the one that is not used."))
    left = select(func.count()).where(
        Client.id.in_([kept_id, other_id]), Client.left_on.is_not(None)
    )
    if desk.session.scalar(left) == 1:
        said.append(say("One of them left the club, the other did not: the one counts as here."))
    return said


def _count(desk: Desk, table: Any, client_id: UUID) -> int:
    wanted = select(func.count()).select_from(table).where(table.client_id == client_id)
    return desk.session.scalar(wanted) or 0


def _refuse_two_invitations(desk: Desk, kept_id: UUID, other_id: UUID) -> None:
    """Two letters are out for one evening: which answer counts is for a person to say."""
    wanted = (
        select(Event.title)
        .join(Invitation, Invitation.event_id == Event.id)
        .where(
            Invitation.client_id.in_([kept_id, other_id]),
            Invitation.state == InvitationState.SENT,
            Event.starts_at > desk.now,
        )
        .group_by(Event.id, Event.title)
        .having(func.count() > 1)
    )
    title = desk.session.scalar(wanted)
    if title is not None:
        raise UserError(
            say("Both are invited to “{event}”. Withdraw one invitation first.", event=title)
        )


# On a vault ---------------------------------------------------------------------------------------


def _merge_here(
    desk: Desk, key: UUID, kept: Client, other: Client, chosen: list[str], sorted_by: str,
    former: str,
) -> None:  # fmt: skip
    session = desk.session
    merge = ClientMerge(
        id=key, client_id=kept.id, other_client_id=other.id, merged_at=desk.now,
        merged_by_id=desk.actor.id, former_name=former,
    )  # fmt: skip
    session.add(merge)
    session.flush()
    rows = Rows(session)
    winner, loser = rows.client(kept.id), rows.client(other.id)
    said_no = _last_no(desk, kept.id) | _last_no(desk, other.id)
    _join_holds(desk, rows, kept.id, other.id)
    _join_lists(desk, rows, kept.id, other.id)
    _keep_apart(desk, rows, other.id)
    rows.fold(kept.id, other.id)
    rows.fold_own(kept.id, other.id)
    rows.move(kept.id, other.id)
    for column, value in _joined(winner, loser, chosen, sorted_by).items():
        rows.set_value("client", kept.id.hex, column, value)
    rows.empty(other.id, surname="–")
    session.expire_all()
    session.execute(
        update(Client)
        .where(Client.id == other.id)
        .values(merged_into_id=kept.id, erased_at=desk.now, left_on=desk.now.date())
        .execution_options(synchronize_session=False)
    )
    rows.write("client", kept.id.hex, {"surname": rows.client(kept.id)["surname"]})
    added = []
    for topic in sorted(said_no - _last_no(desk, kept.id)):
        entry = Consent(
            id=new_id(), client_id=kept.id, topic=topic, text_version="merge", evidence="",
            given_at=desk.now, withdrawal=True, heard_by_id=desk.actor.id, noted_at=desk.now,
        )  # fmt: skip
        session.add(entry)
        added.append(entry.id.hex)
    merge.before = {"loser": loser, "winner": winner, "added": added, **rows.log}
    session.flush()


def _joined(winner: Row, loser: Row, chosen: list[str], sorted_by: str) -> Row:
    """What changes in the kept client's row: what was chosen, and the stricter of privacy."""
    a, b = winner, loser
    found: Row = {n: b[n] for n in chosen}
    found["sort_key"] = sorted_by
    found["restricted_at"] = _of(min, a["restricted_at"], b["restricted_at"])
    found["mourning_until"] = _of(max, a["mourning_until"], b["mourning_until"])
    found["last_contact_at"] = _of(max, a["last_contact_at"], b["last_contact_at"])
    found["created_at"] = min(a["created_at"], b["created_at"])
    for name in ("official", "formality"):
        found[name] = max(a[name], b[name])
    left = a["left_on"], b["left_on"]
    found["left_on"] = max(left) if all(left) else None
    found["manager_id"] = a["manager_id"] or b["manager_id"]
    return found


def _of(which: Any, *values: Any) -> Any:
    """The least or the greatest of what is there; the database keeps moments as sortable text."""
    there = [v for v in values if v is not None]
    return which(there) if there else None


def _last_no(desk: Desk, client_id: UUID) -> set[Any]:
    """Topics to which the client's last word was no."""
    rows = desk.session.execute(
        select(Consent.topic, Consent.withdrawal, Consent.withdrawn_at)
        .where(Consent.client_id == client_id)
        .order_by(Consent.given_at, Consent.id)
    )
    last = {topic: bool(no) or withdrawn is not None for topic, no, withdrawn in rows}
    return {topic for topic, no in last.items() if no}


def _join_holds(desk: Desk, rows: Rows, kept_id: UUID, other_id: UUID) -> None:
    """The stricter stands; the end of a complaint must not lift the other's own hold."""
    from vipdesk.models import HoldSource

    found = {
        h.client_id: h
        for h in desk.session.scalars(
            select(InviteHold).where(InviteHold.client_id.in_([kept_id, other_id]))
        )
    }
    if len(found) < 2:
        return
    sources = desk.session.scalars(
        select(HoldSource).where(
            HoldSource.client_id.in_([kept_id, other_id]), HoldSource.lifted_at.is_(None)
        )
    ).all()
    if len({s.client_id for s in sources}) == 1:
        beside = found[other_id if sources[0].client_id == kept_id else kept_id]
        review = _raw(rows, "invite_hold", beside.id, "review_on")
        for source in sources:
            if source.other_kind is None:
                rows.set_value("hold_source", source.id.hex, "other_kind", str(beside.kind))
                rows.set_value("hold_source", source.id.hex, "other_review_on", review)
    mine, theirs = found[kept_id], found[other_id]
    reviews = [_raw(rows, "invite_hold", h.id, "review_on") for h in (mine, theirs)]
    strict = HoldKind.NO_INVITE if HoldKind.NO_INVITE in (mine.kind, theirs.kind) else mine.kind
    rows.set_value("invite_hold", mine.id.hex, "kind", str(strict))
    rows.set_value("invite_hold", mine.id.hex, "review_on", max(reviews) if all(reviews) else None)


def _raw(rows: Rows, table: str, row_id: UUID, column: str) -> Any:
    return rows.value(table, row_id.hex, column)


def _keep_apart(desk: Desk, rows: Rows, other_id: UUID) -> None:
    """The wishes of each record go on binding by themselves: the gate asks both."""
    p = ChannelPreference
    for key in desk.session.scalars(
        select(p.id).where(p.client_id == other_id, p.said_as.is_(None))
    ).all():
        rows.set_value("channel_preference", key.hex, "said_as", other_id.hex)


def _join_lists(desk: Desk, rows: Rows, kept_id: UUID, other_id: UUID) -> None:
    """Taken off a list by hand: off for both. Preferred is one of a kind."""
    vetoed = select(Guest.guest_list_id).where(
        Guest.client_id == other_id, Guest.place == GuestPlace.VETO
    )
    mine = select(Guest.id).where(
        Guest.client_id == kept_id, Guest.guest_list_id.in_(vetoed), Guest.place != GuestPlace.VETO
    )
    for guest_id in desk.session.scalars(mine).all():
        rows.set_value("guest", guest_id.hex, "place", str(GuestPlace.VETO))
    liked = select(ContactPoint.kind).where(
        ContactPoint.client_id == kept_id, ContactPoint.preferred.is_(True)
    )
    theirs = select(ContactPoint.id).where(
        ContactPoint.client_id == other_id, ContactPoint.preferred.is_(True),
        ContactPoint.kind.in_(liked),
    )  # fmt: skip
    for point_id in desk.session.scalars(theirs).all():
        rows.set_value("contact_point", point_id.hex, "preferred", 0)
