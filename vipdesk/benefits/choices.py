"""The client's choice: a window with options, of which the client picks some until a day.

Nothing is imposed (CO-01): there is always more to pick from than may be picked, two or three
options for one pick. The choice is noted as a whole, by one desk: of two that note it at once
the second is told.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select, update

from vipdesk.access import Desk
from vipdesk.access.sight import in_care_of
from vipdesk.benefits.catalogue import BenefitRow, benefit_row, list_open
from vipdesk.benefits.ledger import return_benefit, take_benefit
from vipdesk.clients.names import Name
from vipdesk.clients.sight import client_of
from vipdesk.errors import NotFound, UserError
from vipdesk.giving import OfferState
from vipdesk.ids import new_id
from vipdesk.models import Benefit, BenefitOffer, BenefitOption, BenefitUse, Client
from vipdesk.store.store import changed
from vipdesk.wording import say

MOST_FOR_ONE = 3
MOST = 8


@dataclass(frozen=True, slots=True)
class OfferRow:
    """A choice put before a client. `lapsed`: its day has passed and nothing was chosen."""

    id: UUID
    title: str
    picks: int
    choose_by: date
    state: OfferState
    lapsed: bool
    options: tuple[BenefitRow, ...]
    chosen: frozenset[UUID]  # keys of benefits
    opened_at: datetime


@dataclass(frozen=True, slots=True)
class Nudge:
    """A line for Today: whose choice ends when; `days` below zero: it has lapsed."""

    offer_id: UUID
    client_id: UUID
    name: Name
    title: str
    picks: int
    options: int
    choose_by: date
    days: int


def open_choice(
    desk: Desk,
    client_id: UUID,
    *,
    benefit_ids: Sequence[UUID],
    choose_by: date,
    picks: int = 1,
    title: str = "",
) -> UUID:
    """Put options before a client. Raises `UserError` on 'benefit_ids', 'picks', 'choose_by'."""
    client = client_of(desk, client_id)
    ids = tuple(dict.fromkeys(benefit_ids))
    _check_shape(len(ids), picks)
    if choose_by < desk.now.date():
        raise UserError(say("This day has passed."), field="choose_by")
    open_ = {b.id for b in list_open(desk, client.tier_id)}
    if not set(ids) <= open_:
        raise UserError(
            say("One of these is not there any more, or not for this tier."), field="benefit_ids"
        )
    offer = BenefitOffer(
        id=new_id(), client_id=client_id, title=" ".join(title.split())[:120], picks=picks,
        choose_by=choose_by, state=OfferState.OPEN, opened_at=desk.now,
        opened_by_id=desk.actor.id,
    )  # fmt: skip
    desk.session.add(offer)
    desk.session.flush()
    for place, benefit_id in enumerate(ids):
        desk.session.add(
            BenefitOption(
                id=new_id(), offer_id=offer.id, client_id=client_id, benefit_id=benefit_id,
                place=place,
            )
        )  # fmt: skip
    desk.session.flush()
    desk.note("open_choice", "benefit_offer", offer.id, ("options", "picks", "choose_by"))
    return offer.id


def withdraw_choice(desk: Desk, offer_id: UUID) -> UUID:
    """Take an open choice back: the undo of `open_choice`, or the plan changed."""
    offer_of(desk, offer_id)
    _close(desk, offer_id, OfferState.OPEN, OfferState.WITHDRAWN)
    desk.note("withdraw_choice", "benefit_offer", offer_id, ("state",))
    return offer_id


def choose(
    desk: Desk, offer_id: UUID, benefit_ids: Sequence[UUID], *, reason: str = ""
) -> tuple[UUID, ...]:
    """Note what the client picked, all of it or nothing; returns the lines of the ledger.

    Fewer than may be picked is the client's right; none is not a choice. A late answer counts.
    Raises `UserError` where a piece has just gone, or a colleague has noted the choice.
    """
    offer = offer_of(desk, offer_id)
    picked = tuple(dict.fromkeys(benefit_ids))
    offered = set(
        desk.session.scalars(
            select(BenefitOption.benefit_id).where(BenefitOption.offer_id == offer_id)
        )
    )
    if not picked or not set(picked) <= offered:
        raise UserError(say("Mark what the client chose."), field="benefit_ids")
    if len(picked) > offer.picks:
        raise UserError(say("{n} may be chosen, no more.", n=offer.picks), field="benefit_ids")
    client_id = offer.client_id
    _close(desk, offer_id, OfferState.OPEN, OfferState.CHOSEN)
    # In one order everywhere: two desks that take the same pieces never wait for each other.
    uses = [
        take_benefit(desk, client_id, b, offer_id=offer_id, reason=reason) for b in sorted(picked)
    ]
    desk.note("choose_benefits", "benefit_offer", offer_id, ("state",))
    return tuple(uses)


def take_back_choice(desk: Desk, offer_id: UUID) -> UUID:
    """The way back of `choose`: the pieces return, the choice is open again."""
    offer_of(desk, offer_id)
    _close(desk, offer_id, OfferState.CHOSEN, OfferState.OPEN)
    uses = desk.session.scalars(
        select(BenefitUse.id)
        .where(BenefitUse.offer_id == offer_id, BenefitUse.returned_at.is_(None))
        .order_by(BenefitUse.benefit_id)  # as `choose` takes them
    ).all()
    for use_id in uses:
        return_benefit(desk, use_id)
    desk.note("take_back_choice", "benefit_offer", offer_id, ("state",))
    return offer_id


def list_offers(desk: Desk, client_id: UUID) -> tuple[OfferRow, ...]:
    """A client's choices, open ones first, then the latest."""
    offers = desk.session.scalars(
        select(BenefitOffer).where(BenefitOffer.client_id == client_id)
    ).all()
    options = _options(desk, [o.id for o in offers])
    taken = desk.session.execute(
        select(BenefitUse.offer_id, BenefitUse.benefit_id).where(
            BenefitUse.client_id == client_id, BenefitUse.returned_at.is_(None)
        )
    ).all()
    today = desk.now.date()
    rows = [
        OfferRow(
            o.id, o.title, o.picks, o.choose_by, o.state,
            o.state is OfferState.OPEN and o.choose_by < today, tuple(options.get(o.id, ())),
            frozenset(b for offer_id, b in taken if offer_id == o.id), o.opened_at,
        )
        for o in offers
    ]  # fmt: skip
    rows.sort(key=lambda r: r.opened_at, reverse=True)
    rows.sort(key=lambda r: r.state is not OfferState.OPEN)
    return tuple(rows)


def list_nudges(desk: Desk, *, days: int = 7, limit: int = 50) -> tuple[Nudge, ...]:
    """Open choices of one's own clients that end within `days`, or have lapsed: for Today."""
    today = desk.now.date()
    found = desk.session.execute(
        select(BenefitOffer, Client)
        .join(Client, Client.id == BenefitOffer.client_id)
        .where(
            BenefitOffer.state == OfferState.OPEN,
            BenefitOffer.choose_by <= date.fromordinal(today.toordinal() + days),
            Client.left_on.is_(None),
            Client.restricted_at.is_(None),
            in_care_of(desk.actor.id, desk.now),
        )
        .order_by(BenefitOffer.choose_by, BenefitOffer.id)
        .limit(limit)
    ).all()
    options = _options(desk, [o.id for o, _ in found])
    return tuple(
        Nudge(
            o.id, c.id,
            Name(c.surname, c.given, c.patronymic, c.latin_name, c.title, c.gender,
                 c.address_form),
            o.title, o.picks, len(options.get(o.id, ())), o.choose_by,
            (o.choose_by - today).days,
        )
        for o, c in found
    )  # fmt: skip


def offer_of(desk: Desk, offer_id: UUID) -> BenefitOffer:
    """The row; `NotFound` if there is none for this person."""
    offer = desk.session.get(BenefitOffer, offer_id)
    if offer is None:
        raise NotFound(say("This choice is not here any more."))
    return offer


def _check_shape(options: int, picks: int) -> None:
    if picks < 1:
        raise UserError(say("At least one may be chosen."), field="picks")
    if options <= picks:
        raise UserError(
            say("Offer more than may be chosen: the client picks, not we."), field="benefit_ids"
        )
    if picks == 1 and options > MOST_FOR_ONE:
        raise UserError(say("Two or three options are a choice; more are a list."),
                        field="benefit_ids")  # fmt: skip
    if options > MOST:
        raise UserError(say("Offer {limit} at most.", limit=MOST), field="benefit_ids")


def _close(desk: Desk, offer_id: UUID, was: OfferState, becomes: OfferState) -> None:
    """From one state to another, once: who comes second changes nothing and is told."""
    over = becomes is not OfferState.OPEN
    done = desk.session.execute(
        update(BenefitOffer)
        .where(BenefitOffer.id == offer_id, BenefitOffer.state == was)
        .values(
            state=becomes, version=BenefitOffer.version + 1,
            closed_at=desk.now if over else None,
            closed_by_id=desk.actor.id if over else None,
        )
        .execution_options(synchronize_session=False)
    )  # fmt: skip
    if not done.rowcount:  # type: ignore[attr-defined]
        raise UserError(say("A colleague has just changed this choice. Look at it again."))
    desk.session.expire_all()
    changed(desk.session, "benefit_offer", offer_id)


def _options(desk: Desk, ids: Sequence[UUID]) -> dict[UUID, list[BenefitRow]]:
    found: dict[UUID, list[BenefitRow]] = {}
    rows = desk.session.execute(
        select(BenefitOption.offer_id, Benefit)
        .join(Benefit, Benefit.id == BenefitOption.benefit_id)
        .where(BenefitOption.offer_id.in_(ids))
        .order_by(BenefitOption.offer_id, BenefitOption.place)
    )
    for offer_id, benefit in rows:
        found.setdefault(offer_id, []).append(benefit_row(benefit))
    return found
