"""Between the office and the door: the list goes out, the scans come home.

Where a desk has the club's database it tells and asks the others through it; the nonce is the
key, so a scan that is told twice is there once. Where it has none, its log is brought. Either
way who came is read from the union of all scans.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.access.matrix import Verb
from vipdesk.clients.names import address, display_name
from vipdesk.errors import UserError
from vipdesk.events import guest_lists
from vipdesk.events.door import DoorState, Scan
from vipdesk.events.door_list import (
    DoorGuest,
    DoorList,
    log_sealer,
    new_code,
    plain_code,
    seal_list,
    spare_shares,
)
from vipdesk.events.door_log import read_log
from vipdesk.events.programme import find_event
from vipdesk.ids import new_id
from vipdesk.models import (
    Client,
    DoorPass,
    DoorScan,
    Event,
    Guest,
    GuestList,
    Invitation,
    InviteHold,
    NameForm,
    Seat,
    Staff,
    StatusCard,
    Tier,
    Venue,
)
from vipdesk.paths import resources
from vipdesk.vocabulary import CardState, EventState, GuestPlace, InvitationState, PartStat
from vipdesk.wording import Lang, Who, Words, say

STAYS_AFTER = timedelta(hours=12)
_MOST_DESKS = 9
_BIRTHDAY_DAYS = 3
_PART = 500
_COMES = (PartStat.ACCEPTED, PartStat.TENTATIVE)


@dataclass(frozen=True, slots=True)
class CardKeys:
    """What cards are checked against at the door: public keys by id in hex, revoked numbers."""

    public: tuple[tuple[str, str], ...] = ()
    revoked: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class SealedList:
    """A list for the door: the file, and the code to be said to who opens it."""

    pass_id: UUID
    data: bytes
    code: str
    guests: int
    wipes_at: datetime


@dataclass(frozen=True, slots=True)
class PassRow:
    """A list that was made: when, by whom, until when, for how many desks."""

    id: UUID
    made_at: datetime
    made_by: Who
    wipes_at: datetime
    desks: int
    mine: bool


# The list -----------------------------------------------------------------------------------


def seal_door_list(
    desk: Desk, *, event_id: UUID, desks: int = 2, cards: CardKeys | None = None
) -> SealedList:
    """Seal the list of an event as it is now, for `desks` desks.

    Made again, it has the same code and the same number, so that the desks still understand
    each other; the latest one counts. Raises `UserError` where there is nobody to let in.
    """
    event = find_event(desk, event_id)
    if event.state in {EventState.CANCELLED, EventState.DRAFT}:
        raise UserError(say("This event is a draft or was cancelled: it has no door."))
    if not 1 <= desks <= _MOST_DESKS:
        raise UserError(say("A door has 1 to {n} desks.", n=_MOST_DESKS), field="desks")
    row = _own_pass(desk, event_id)
    code = _code_of(desk, row) if row is not None else ""
    if row is None or not code:
        code = new_code()
    if row is None:
        row = DoorPass(id=new_id(), event_id=event_id, made_by_id=desk.actor.id)
        desk.session.add(row)
    row.made_at, row.wipes_at, row.desks = desk.now, event.ends_at + STAYS_AFTER, desks
    row.sealed = _kept(desk, row.id, code)
    listed = _listed(desk, event, row, cards or CardKeys())
    if not listed.guests:
        raise UserError(say("Nobody is invited yet: there is nobody to let in."))
    desk.session.flush()
    desk.note("seal_door_list", "door_pass", row.id, ("made_at", "desks"))
    return SealedList(row.id, seal_list(listed, code), code, len(listed.guests), row.wipes_at)


def list_passes(desk: Desk, event_id: UUID) -> tuple[PassRow, ...]:
    """The lists that were made for an event, the latest first."""
    rows = desk.session.execute(
        select(DoorPass, Staff)
        .join(Staff, Staff.id == DoorPass.made_by_id)
        .where(DoorPass.event_id == event_id)
        .order_by(DoorPass.made_at.desc())
    )
    return tuple(
        PassRow(p.id, p.made_at, Who.of(s), p.wipes_at, p.desks, p.made_by_id == desk.actor.id)
        for p, s in rows
    )


def get_code(desk: Desk, pass_id: UUID) -> str:
    """The code of a list one made oneself; '' where the key of another vault seals it."""
    row = desk.session.get(DoorPass, pass_id)
    return _code_of(desk, row) if row is not None else ""


def set_door_note(desk: Desk, *, event_id: UUID, client_id: UUID, note: str) -> str:
    """What is said to a guest at the door; what stood there before comes back."""
    guest = guest_row(desk, event_id, client_id)
    before = guest.door_note
    guest.door_note = " ".join(note.split())[:200]
    desk.session.flush()
    desk.note("set_door_note", "guest", guest.id, ("door_note",))
    return before


def _listed(desk: Desk, event: Event, row: DoorPass, cards: CardKeys) -> DoorList:
    guests = _guests(desk, event)
    promised = sum(g.party for g in guests)
    venue = desk.session.get(Venue, event.venue_id) if event.venue_id else None
    capacity = event.capacity or (venue.capacity if venue else 0)
    numbers = {n for g in guests for n in g.cards}
    return DoorList(
        row.id, event.id, event.title, event.title_en, venue.name if venue else "",
        venue.name_en if venue else "", event.starts_at, event.ends_at, event.zone, capacity,
        row.wipes_at, row.desks, guests, spare_shares(capacity, promised, row.desks), desk.now,
        cards.public, tuple(sorted(cards.revoked & numbers)),
    )  # fmt: skip


def _guests(desk: Desk, event: Event) -> tuple[DoorGuest, ...]:
    rows = desk.session.execute(
        select(Invitation, Client, Tier, Staff)
        .join(Client, Client.id == Invitation.client_id)
        .outerjoin(Tier, Tier.id == Client.tier_id)
        .outerjoin(Staff, Staff.id == Client.manager_id)
        .where(
            Invitation.event_id == event.id,
            Invitation.state.not_in((InvitationState.CANCELLED, InvitationState.DRAFT)),
        )
        .order_by(Client.sort_key)
    ).all()
    known = _Known(desk, event, [c.id for _, c, _, _ in rows])
    return tuple(known.guest(i, c, t, s) for i, c, t, s in rows)


class _Known:
    """What a list needs of all guests, in a fixed number of queries."""

    def __init__(self, desk: Desk, event: Event, ids: list[UUID]) -> None:
        self.day = event.starts_at.date()
        self.words = {lang: Words(lang, resources() / "i18n") for lang in Lang}
        self.forms = self._of(desk, select(NameForm.client_id, NameForm.text), ids)
        self.cards = self._of(
            desk,
            select(StatusCard.client_id, StatusCard.number).where(StatusCard.code != "",
                StatusCard.state.not_in((CardState.REPLACED, CardState.VOID))),
            ids,
        )  # fmt: skip
        self.seats: dict[UUID, list[tuple[int, int, int]]] = defaultdict(list)
        for seat in desk.session.scalars(select(Seat).where(Seat.event_id == event.id)):
            self.seats[seat.client_id].append((seat.place, seat.table_no, seat.seat_no))
        listed = select(Guest.client_id, Guest.door_note).join(
            GuestList, GuestList.id == Guest.guest_list_id
        )
        noted = desk.session.execute(listed.where(GuestList.event_id == event.id))
        self.notes: dict[UUID, str] = {row[0]: row[1] for row in noted}
        came = select(Guest.client_id).where(Guest.attended.is_(True), Guest.client_id.in_(ids))
        self.came = set(desk.session.scalars(came))
        holds = select(InviteHold.client_id).where(InviteHold.client_id.in_(ids))
        self.greet = set(desk.session.scalars(holds))

    def guest(
        self, invitation: Invitation, client: Client, tier: Tier | None, host: Staff | None
    ) -> DoorGuest:
        """One guest. Who is to be greeted in person is so for rank as for a hold: none tells."""
        name = guest_lists.name_of(client)
        ru, en = (self.words[lang](address(name, lang)) for lang in (Lang.RU, Lang.EN))
        comes = invitation.partstat in _COMES
        who = Who.of(host)
        first_rank = tier is not None and tier.rank == 1
        return DoorGuest(
            client.id, display_name(name, Lang.RU), display_name(name, Lang.EN),
            tuple(self.forms[client.id]), tier.name_ru if tier else "",
            tier.name_en if tier else "", max(1, invitation.party) if comes else 0,
            invitation.allowance, tuple(sorted(self.seats[client.id])), who.shown(Lang.RU),
            who.shown(Lang.EN), ru, en, self.notes.get(client.id, ""), self._birthday(client),
            client.id not in self.came, first_rank or client.id in self.greet,
            tuple(self.cards[client.id]),
        )  # fmt: skip

    def _birthday(self, client: Client) -> str:
        if not client.birth_month or not client.birth_day or client.mourning_until:
            return ""
        for shift in range(-_BIRTHDAY_DAYS, _BIRTHDAY_DAYS + 1):
            day = self.day + timedelta(days=shift)
            if (day.month, day.day) == (client.birth_month, client.birth_day):
                return f"{day:%m-%d}"
        return ""

    @staticmethod
    def _of(desk: Desk, query: Any, ids: list[UUID]) -> dict[UUID, list[str]]:
        found: dict[UUID, list[str]] = defaultdict(list)
        column = query.selected_columns[0]
        for client_id, text in desk.session.execute(query.where(column.in_(ids))):
            found[client_id].append(text)
        return found


def _own_pass(desk: Desk, event_id: UUID) -> DoorPass | None:
    return desk.session.scalars(
        select(DoorPass).where(DoorPass.event_id == event_id, DoorPass.made_by_id == desk.actor.id)
    ).first()


def _kept(desk: Desk, pass_id: UUID, code: str) -> bytes | None:
    """None where no vault holds a key: then the code is said once and not kept."""
    if desk.seals is None:
        return None
    try:
        sealer = desk.sealer("door code")
    except UserError:
        return None
    return sealer.seal(plain_code(code).encode(), context=str(pass_id))


def _code_of(desk: Desk, row: DoorPass) -> str:
    if row.sealed is None or desk.seals is None:
        return ""
    try:
        letters = desk.sealer("door code").unseal(row.sealed, context=str(row.id)).decode()
    except UserError:
        return ""
    return "-".join(letters[i : i + 4] for i in range(0, len(letters), 4))


# The scans ----------------------------------------------------------------------------------


def absorb(desk: Desk, *, event_id: UUID, scans: Iterable[Scan]) -> int:
    """Take scans into the club's database; those it knows change nothing. How many were new.

    Guests the event never invited are left out: a log of another event brings nobody in here.
    """
    event = find_event(desk, event_id)
    told = {s.nonce: s for s in scans}
    if not told:
        return 0
    guests = set(
        desk.session.scalars(select(Invitation.client_id).where(Invitation.event_id == event.id))
    )
    new = [s for s in told.values() if s.guest is None or s.guest in guests]
    added = 0
    for at in range(0, len(new), _PART):
        added += _add(desk, event_id, new[at : at + _PART])
    if added:
        settle_attendance(desk, event_id=event_id)
        desk.note("absorb_scans", "event", event_id, ("door_scan",))
    return added


def _add(desk: Desk, event_id: UUID, scans: Sequence[Scan]) -> int:
    rows = [
        {
            "id": s.nonce, "event_id": event_id, "client_id": s.guest, "place": s.place,
            "deed": s.deed, "undoes": s.undoes, "desk_no": s.desk_no, "at": s.at, "words": s.words,
        }
        for s in scans
    ]  # fmt: skip
    there = set(
        desk.session.scalars(select(DoorScan.id).where(DoorScan.id.in_([s.nonce for s in scans])))
    )
    rows = [r for r in rows if r["id"] not in there]
    if not rows:
        return 0
    if desk.session.get_bind().dialect.name == "postgresql":
        from sqlalchemy.dialects.postgresql import insert as insert_once
    else:
        from sqlalchemy.dialects.sqlite import insert as insert_once  # type: ignore[assignment]
    # Another desk may be telling the same this moment.
    once = insert_once(DoorScan.__table__).on_conflict_do_nothing()  # type: ignore[arg-type]
    desk.session.execute(once, rows)
    return len(rows)


def list_scans(desk: Desk, event_id: UUID) -> tuple[Scan, ...]:
    """Every scan of an event that this person may see, for a desk to merge."""
    rows = desk.session.scalars(
        select(DoorScan).where(DoorScan.event_id == event_id).order_by(DoorScan.at, DoorScan.id)
    )
    return tuple(
        Scan(r.id, r.client_id, r.place, r.deed, r.desk_no, r.at, r.undoes, r.words) for r in rows
    )


def exchange(desk: Desk, *, event_id: UUID, scans: Iterable[Scan]) -> tuple[Scan, ...]:
    """Tell the database what a desk did and get back all that any desk did."""
    absorb(desk, event_id=event_id, scans=scans)
    return list_scans(desk, event_id)


def state_of(desk: Desk, event_id: UUID) -> DoorState:
    """The door as the club's database knows it."""
    state = DoorState()
    for scan in list_scans(desk, event_id):
        state.add(scan)
    return state


def settle_attendance(desk: Desk, *, event_id: UUID) -> int:
    """Write who came, and with how many, to the guest list: the same whatever the order.

    Only guests the door ever saw are touched: what was noted by hand stays. Returns how many.
    """
    state = state_of(desk, event_id)
    seen = {s.guest for s in state.scans.values() if s.guest is not None}
    changed = 0
    for client_id in seen:
        here = state.here(client_id)
        guest = guest_row(desk, event_id, client_id)
        came = bool(here) or None  # taken back: nobody says that the guest stayed away
        if (guest.attended, guest.party_came) != (came, len(here)):
            guest.attended, guest.party_came = came, len(here)
            changed += 1
    desk.session.flush()
    return changed


def take_logs(desk: Desk, *, event_id: UUID, logs: Sequence[Path], code: str = "") -> int:
    """Take in logs that were brought from the door. How many scans were new.

    `code`: where the list is another's, or no vault kept it. Raises `UserError` on 'code', and
    where nothing in the files belongs to this event.
    """
    passes = desk.session.scalars(select(DoorPass).where(DoorPass.event_id == event_id)).all()
    found: list[Scan] = []
    for row in passes:
        own = code or _code_of(desk, row)
        if own:
            sealer = log_sealer(row.id, own)
            found += [s for path in logs for s in read_log(path, sealer, row.id)]
    if not found:
        raise UserError(
            say("These files cannot be read as logs of this event. Check the door code."),
            field="code",
        )
    return absorb(desk, event_id=event_id, scans=found)


def guest_row(desk: Desk, event_id: UUID, client_id: UUID) -> Guest:
    """The guest's row of the list; one is made where only the criteria had chosen."""
    listed = guest_lists.open_list(desk, event_id)
    found = desk.session.scalars(
        select(Guest).where(Guest.guest_list_id == listed.id, Guest.client_id == client_id)
    ).first()
    if found is None:
        if not desk.actor.may(Verb.INSERT, "guest"):
            raise UserError(say("Your role may not change the guest list."))
        found = Guest(guest_list_id=listed.id, client_id=client_id, place=GuestPlace.CRITERIA)
        desk.session.add(found)
        desk.session.flush()
    return found
