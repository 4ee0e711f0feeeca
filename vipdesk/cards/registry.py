"""Reading cards: the list, one card, its history, what soon ends, and its printed face."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import Select, String, and_, case, cast, func, literal, or_, select, true
from sqlalchemy.orm import aliased

from vipdesk.access import Desk
from vipdesk.access.club import club_words
from vipdesk.access.sight import in_care_of
from vipdesk.cards import number as card_number
from vipdesk.cards import steps
from vipdesk.cards.face import CardFace
from vipdesk.cards.names import NameOnCard
from vipdesk.cards.steps import Step
from vipdesk.clients.names import Name, display_name
from vipdesk.errors import NotFound
from vipdesk.models import Client, JournalEntry, Staff, StatusCard, Tier
from vipdesk.store.policies import held_by_database
from vipdesk.vocabulary import CardState, Role
from vipdesk.wording import NOBODY, Lang, Say, Who, say

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

SOON = timedelta(days=60)

_ORDER = {
    CardState.DRAFT: 0,
    CardState.APPROVED: 1,
    CardState.ISSUED: 2,
    CardState.ACTIVE: 3,
    CardState.EXPIRED: 4,
    CardState.REPLACED: 5,
    CardState.VOID: 6,
}


@dataclass(frozen=True, slots=True)
class CardRow:
    """A card as pages know it.

    `state` is the true one today: a card past its last day is EXPIRED also before the daily
    job wrote so. `soon`: it works and ends within 60 days. `steps`: what this person may do.
    """

    id: UUID
    client_id: UUID
    who: Name
    client_sort: str
    tier_code: str
    tier_ru: str
    tier_en: str
    metal: str
    number: str
    name: str
    latin: str
    state: CardState
    member_since: date | None
    issued_on: date | None
    expires_on: date
    handed_over_at: datetime | None
    handed_to: str
    reason: str
    replaces_id: UUID | None
    requested_by: Who
    approved_by: Who
    code: str
    soon: bool
    steps: frozenset[Step]

    def client(self, lang: Lang) -> str:
        """The client's name as lists show it."""
        return display_name(self.who, lang)

    def tier(self, lang: Lang) -> str:
        """The tier's name in the reader's language."""
        return self.tier_ru if lang is Lang.RU else self.tier_en

    @property
    def grouped(self) -> str:
        """'4827 1930 5563'."""
        return card_number.grouped(self.number)


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One entry of a card's history, from the journal."""

    at: datetime
    said: Say
    who: Who


@dataclass(frozen=True, slots=True)
class CardCounts:
    """How many cards wait for a step, work, and soon end."""

    waiting: int
    active: int
    soon: int
    total: int


def active_number(desk: Desk, client_id: UUID) -> str:
    """The number of the client's valid card, as a profile names it; empty if there is none."""
    wanted = (
        select(StatusCard.number)
        .join(Client, Client.id == StatusCard.client_id)
        .where(
            StatusCard.client_id == client_id,
            StatusCard.state == CardState.ACTIVE,
            StatusCard.expires_on >= desk.now.date(),
            _seen(desk),
        )
        .order_by(StatusCard.expires_on)
        .limit(1)
    )
    return desk.session.scalar(wanted) or ""


def list_cards(
    desk: Desk,
    *,
    state: CardState | None = None,
    waiting: bool = False,
    soon: bool = False,
    ended: bool = False,
    client_id: UUID | None = None,
    text: str = "",
    limit: int = 500,
) -> tuple[CardRow, ...]:
    """Cards this person may see: those waiting for a step first, then by the last valid day.

    `text` finds a part of the number or of the client's name.
    """
    today = desk.now.date()
    wanted = _cards(desk)
    if state is not None:
        wanted = wanted.where(_true_state(today) == state.value)
    if waiting:
        wanted = wanted.where(_waits(today))
    if soon:
        wanted = wanted.where(_soon(today))
    if ended:
        wanted = wanted.where(_true_state(today).in_([s.value for s in steps.FINAL]))
    if client_id is not None:
        wanted = wanted.where(StatusCard.client_id == client_id)
    if text.strip():
        wanted = wanted.where(_named(text))
    rank = case(
        {s.value: n for s, n in _ORDER.items()}, value=_true_state(today), else_=len(_ORDER)
    )
    wanted = wanted.order_by(rank, StatusCard.expires_on, Client.sort_key, StatusCard.id).limit(
        limit
    )
    approvers = list_approvers(desk)
    return tuple(_row(desk, found, approvers) for found in desk.session.execute(wanted))


def list_expiring(desk: Desk, *, limit: int = 100) -> tuple[CardRow, ...]:
    """Cards that work and end within 60 days, the next to end first."""
    return list_cards(desk, soon=True, limit=limit)


def get_card(desk: Desk, card_id: UUID) -> CardRow:
    """One card; `NotFound` if it is not there or not for this person."""
    found = desk.session.execute(_cards(desk).where(StatusCard.id == card_id)).first()
    if found is None:
        raise NotFound(say("There is no such card in your list."))
    return _row(desk, found, list_approvers(desk))


def count_cards(desk: Desk) -> CardCounts:
    """The numbers above the list."""
    today = desk.now.date()
    counted = (
        select(
            func.sum(case((_waits(today), 1), else_=0)),
            func.sum(case((_true_state(today) == CardState.ACTIVE.value, 1), else_=0)),
            func.sum(case((_soon(today), 1), else_=0)),
            func.count(),
        )
        .select_from(StatusCard)
        .join(Client, Client.id == StatusCard.client_id)
        .where(_seen(desk))
    )
    return CardCounts(*(int(n or 0) for n in desk.session.execute(counted).one()))


def list_history(desk: Desk, card_id: UUID) -> tuple[HistoryRow, ...]:
    """What was done with a card and by whom, the newest first. NotFound as in `get_card`."""
    get_card(desk, card_id)
    # A team's database keeps the entries' numbers to itself, and gives each a moment of its own.
    order = JournalEntry.at if held_by_database(desk.session) else JournalEntry.seq
    entries = desk.session.execute(
        select(JournalEntry.at, JournalEntry.verb, JournalEntry.actor)
        .where(JournalEntry.object_table == "status_card", JournalEntry.object_id == card_id)
        .order_by(order.desc())
    ).all()
    people = {
        key: Who.of(staff)
        for staff in desk.session.scalars(select(Staff))
        for key in (str(staff.id), staff.login)
        if key
    }
    return tuple(
        HistoryRow(e.at, _DONE[e.verb], people.get(e.actor, NOBODY))
        for e in entries
        if e.verb in _DONE
    )


def print_card(desk: Desk, card_id: UUID, lang: Lang) -> CardFace:
    """As `get_face`, for a file or a printer: it leaves a journal entry."""
    face = get_face(desk, card_id, lang)
    desk.note("print_card", "status_card", card_id)
    return face


def get_face(desk: Desk, card_id: UUID, lang: Lang) -> CardFace:
    """What is printed on a card, in the language of the card."""
    row = get_card(desk, card_id)
    card = desk.session.get_one(StatusCard, card_id)
    tier = desk.session.get_one(Tier, card.tier_id)
    names = NameOnCard(row.name, row.latin)
    face = face_of(desk, tier, lang, names, row.member_since, row.expires_on)
    draft = row.state in (CardState.DRAFT, CardState.APPROVED)
    return replace(face, number=row.number, code=row.code, draft=draft)


def face_of(
    desk: Desk,
    tier: Tier,
    lang: Lang,
    names: NameOnCard,
    member_since: date | None,
    expires_on: date,
) -> CardFace:
    """The face of a card without a number yet; for this room."""
    club = club_words(desk)
    return CardFace(
        metal=tier.metal,
        club=club.title,
        tier=tier.name_ru if lang is Lang.RU else tier.name_en,
        name=names.name,
        latin=names.latin,
        number="0" * card_number.DIGITS,
        member_since=member_since,
        expires_on=expires_on,
        phone=club.phone,
        draft=True,
    )


_DONE: dict[str, Say] = {
    "request_card": say("Requested"),
    "approve_card": say("Approved"),
    "withdraw_approval": say("Approval withdrawn"),
    "issue_card": say("Issued"),
    "hand_over_card": say("Handed over"),
    "replace_card": say("Replaced"),
    "void_card": say("Voided"),
    "expire_card": say("Expired"),
    "print_card": say("Printed"),
}


def _seen(desk: Desk) -> ColumnElement[bool]:
    """A manager sees the cards of clients in care; everybody else who may, all."""
    return in_care_of(desk.actor.id, desk.now) if desk.actor.role is Role.MANAGER else true()


def _cards(desk: Desk) -> Select[StatusCard, Client, Tier, Staff, Staff]:
    asked, approved = aliased(Staff), aliased(Staff)
    return (
        select(StatusCard, Client, Tier, asked, approved)
        .join(Client, Client.id == StatusCard.client_id)
        .join(Tier, Tier.id == StatusCard.tier_id)
        .outerjoin(asked, asked.id == StatusCard.requested_by_id)
        .outerjoin(approved, approved.id == StatusCard.approved_by_id)
        .where(_seen(desk))
    )


def _row(desk: Desk, found: Any, approvers: frozenset[UUID]) -> CardRow:
    card, client, tier, asked, approved = found
    today = desk.now.date()
    over = card.expires_on < today and card.state not in steps.FINAL
    state = CardState.EXPIRED if over else card.state
    return CardRow(
        id=card.id,
        client_id=client.id,
        who=Name(client.surname, client.given, client.patronymic, client.latin_name),
        client_sort=client.sort_key,
        tier_code=tier.code,
        tier_ru=tier.name_ru,
        tier_en=tier.name_en,
        metal=tier.metal,
        number=card.number,
        name=card.name_on_card,
        latin=card.latin_on_card,
        state=state,
        member_since=client.member_since,
        issued_on=card.issued_on,
        expires_on=card.expires_on,
        handed_over_at=card.handed_over_at,
        handed_to=card.handed_to,
        reason=card.reason,
        replaces_id=card.replaces_id,
        requested_by=Who.of(asked),
        approved_by=Who.of(approved),
        code=card.code,
        soon=state is CardState.ACTIVE and card.expires_on <= today + SOON,
        steps=_steps(desk, state, card.requested_by_id, approvers),
    )


def _steps(
    desk: Desk, state: CardState, requested_by: UUID | None, approvers: frozenset[UUID]
) -> frozenset[Step]:
    if not steps.may_care(desk.actor.role):
        return frozenset()
    found = {s for s in Step if steps.possible(s, state)}
    if not steps.may_approve(desk.actor, requested_by, approvers):
        found.discard(Step.APPROVE)
    if not steps.may_issue(desk.actor.role, held=held_by_database(desk.session)):
        found.discard(Step.ISSUE)
    return frozenset(found)


def list_approvers(desk: Desk) -> frozenset[UUID]:
    """Everybody who may approve cards."""
    return frozenset(
        desk.session.scalars(
            select(Staff.id).where(Staff.role.in_(steps.APPROVERS), Staff.left_at.is_(None))
        )
    )


def _true_state(today: date) -> ColumnElement[str]:
    over = and_(StatusCard.expires_on < today, StatusCard.state.not_in(steps.FINAL))
    return case((over, literal(CardState.EXPIRED.value)), else_=cast(StatusCard.state, String))


def _waits(today: date) -> ColumnElement[bool]:
    return and_(StatusCard.state.in_(steps.WAITING), StatusCard.expires_on >= today)


def _soon(today: date) -> ColumnElement[bool]:
    return and_(
        StatusCard.state == CardState.ACTIVE,
        StatusCard.expires_on >= today,
        StatusCard.expires_on <= today + SOON,
    )


def _named(text: str) -> ColumnElement[bool]:
    digits = card_number.plain(text)
    key = text.strip().casefold().replace("ё", "е")
    named = Client.sort_key.contains(key, autoescape=True)
    if digits.isdecimal():
        return or_(StatusCard.number.contains(digits, autoescape=True), named)
    return named
