"""What is done with a card: request, approve, issue, hand over, replace, void."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.access.sight import in_care_of
from vipdesk.cards import keys, steps
from vipdesk.cards import number as card_number
from vipdesk.cards.face import CardFace
from vipdesk.cards.names import LONGEST, NameOnCard, suggest_name
from vipdesk.cards.registry import CardRow, face_of, get_card, list_approvers
from vipdesk.cards.signature import Signer, code_for
from vipdesk.cards.steps import Step
from vipdesk.errors import NotFound, UserError
from vipdesk.models import Client, StatusCard, Tier
from vipdesk.store import search_index
from vipdesk.store.policies import held_by_database
from vipdesk.vocabulary import CardState, Role
from vipdesk.wording import Lang, say

YEARS = 2
_TABLE = "status_card"


def usual_expiry(today: date, years: int = YEARS) -> date:
    """The last day of this month, `years` on: a card is printed with month and year."""
    year = today.year + years
    return date(year, today.month, calendar.monthrange(year, today.month)[1])


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the request sheet begins with; `face` is the draft of the card, without a number."""

    names: NameOnCard
    tier_id: UUID
    expires_on: date
    face: CardFace


def propose_card(desk: Desk, client_id: UUID, lang: Lang) -> Proposal:
    """Names, tier and last day, to be looked over before a card is requested.

    Raises `UserError` where the client has no tier or already has a card.
    """
    client = _client(desk, client_id)
    _check_free(desk, client_id)
    tier = desk.session.get(Tier, client.tier_id) if client.tier_id is not None else None
    if tier is None:
        raise UserError(say("Set the client’s tier first: the card shows it."), field="client_id")
    names = suggest_name(client.given, client.surname, client.latin_name)
    until = usual_expiry(desk.now.date())
    face = face_of(desk, tier, lang, names, client.member_since, until)
    return Proposal(names, tier.id, until, face)


def request_card(
    desk: Desk,
    client_id: UUID,
    *,
    name_on_card: str | None = None,
    latin_on_card: str | None = None,
    tier_id: UUID | None = None,
    expires_on: date | None = None,
) -> CardRow:
    """Ask for a card. Names, tier and expiry are proposed where they are left out.

    One card at a time: a client who has one gets the next by `replace_card`.
    """
    client = _client(desk, client_id)
    _check_free(desk, client_id)
    names = _names(client, name_on_card, latin_on_card)
    card = _new_card(desk, client, names, tier_id, expires_on)
    desk.note(
        "request_card", _TABLE, card.id, ("client_id", "tier_id", "name_on_card", "expires_on")
    )
    return get_card(desk, card.id)


def remove_request(desk: Desk, card_id: UUID) -> None:
    """Take a request back as if it was never made (the way back from `request_card`)."""
    card = _card(desk, card_id, Step.APPROVE)
    search_index.remove(desk.session, card.id)
    desk.session.delete(card)
    desk.session.flush()
    desk.note("remove_card_request", _TABLE, card_id)


def approve_card(desk: Desk, card_id: UUID) -> CardRow:
    """Four eyes: a second person who may approve says yes."""
    card = _card(desk, card_id, Step.APPROVE)
    if not may_approve(desk, card.requested_by_id):
        if desk.actor.role in steps.APPROVERS:
            raise UserError(say("You requested this card yourself. Somebody else must approve it."))
        raise UserError(say("The head of VIP service or an executive approves cards."))
    card.state, card.approved_by_id = CardState.APPROVED, desk.actor.id
    return _noted(desk, card, "approve_card", "state", "approved_by_id")


def withdraw_approval(desk: Desk, card_id: UUID) -> CardRow:
    """Take the approval back, before anything was printed (the way back from `approve_card`)."""
    card = _card(desk, card_id, Step.WITHDRAW)
    card.state, card.approved_by_id = CardState.DRAFT, None
    return _noted(desk, card, "withdraw_approval", "state", "approved_by_id")


def issue_card(desk: Desk, card_id: UUID, *, signer: Signer | None = None) -> CardRow:
    """Sign the code and fix what is printed. `signer`: by default the club's key, from the vault.

    From here on nothing on the card changes any more.
    """
    card = _card(desk, card_id, Step.ISSUE)
    if not steps.may_issue(desk.actor.role, held=held_by_database(desk.session)):
        raise UserError(say("The head of VIP service or an executive issues this card."))
    if card.expires_on < desk.now.date():
        raise UserError(
            say("The last valid day of this card has passed. Void it and request a new one.")
        )
    tier = desk.session.get_one(Tier, card.tier_id)
    card.code = code_for(card.number, tier.code, card.expires_on, signer or keys.club_key(desk))
    card.state, card.issued_on = CardState.ISSUED, desk.now.date()
    card.issued_by_id = desk.actor.id
    return _noted(desk, card, "issue_card", "state", "issued_on", "issued_by_id", "code")


def sign_cards(desk: Desk, *, signer: Signer | None = None) -> int:
    """Sign cards in use that came without a code (imported, generated); returns how many."""
    found = desk.session.execute(
        select(StatusCard, Tier.code)
        .join(Tier, Tier.id == StatusCard.tier_id)
        .where(StatusCard.state.in_((CardState.ISSUED, CardState.ACTIVE)), StatusCard.code == "")
    ).all()
    if not found:
        return 0
    key = signer or keys.club_key(desk)
    for card, tier_code in found:
        card.code = code_for(card.number, tier_code, card.expires_on, key)
    desk.session.flush()
    desk.note("sign_cards", _TABLE, None, ("code",))
    return len(found)


def hand_over_card(desk: Desk, card_id: UUID, *, handed_to: str = "") -> CardRow:
    """The client (or `handed_to`, who signed for it) has it: it works, the old one ends."""
    card = _card(desk, card_id, Step.HAND_OVER)
    card.state, card.handed_over_at = CardState.ACTIVE, desk.now
    card.handed_to = handed_to.strip()
    if card.replaces_id is not None:
        old = desk.session.get_one(StatusCard, card.replaces_id)
        if steps.possible(Step.REPLACE, old.state):
            old.state = CardState.REPLACED
            desk.note("replace_card", _TABLE, old.id, ("state",))
    return _noted(desk, card, "hand_over_card", "state", "handed_over_at", "handed_to")


def replace_card(
    desk: Desk,
    card_id: UUID,
    *,
    reason: str,
    stop_now: bool = False,
    name_on_card: str | None = None,
    latin_on_card: str | None = None,
    expires_on: date | None = None,
) -> CardRow:
    """Ask for the next card of the same client; returns the new one.

    `stop_now` (lost, stolen): the old one is revoked at once. Otherwise it works until the
    new one is handed over, so that nobody is left without a card.
    """
    old = _card(desk, card_id, Step.REPLACE)
    _check_reason(reason)
    following = select(StatusCard.id).where(
        StatusCard.replaces_id == card_id, StatusCard.state.not_in(steps.FINAL)
    )
    if desk.session.scalar(following.limit(1)) is not None:
        raise UserError(
            say("The next card has already been requested. You will find it in the list.")
        )
    client = _client(desk, old.client_id)
    names = _names(client, name_on_card, latin_on_card)
    new = _new_card(desk, client, names, None, expires_on)
    new.replaces_id = old.id
    old.reason = reason.strip()
    fields = ["reason"]
    if stop_now:
        old.state = CardState.REPLACED
        fields.append("state")
    desk.session.flush()
    desk.note("request_card", _TABLE, new.id, ("client_id", "tier_id", "replaces_id", "expires_on"))
    desk.note("replace_card", _TABLE, old.id, fields)
    return get_card(desk, new.id)


def void_card(desk: Desk, card_id: UUID, *, reason: str) -> CardRow:
    """Put a card out of use for good."""
    card = _card(desk, card_id, Step.VOID)
    _check_reason(reason)
    card.state, card.reason = CardState.VOID, reason.strip()
    return _noted(desk, card, "void_card", "state", "reason")


def expire_cards(desk: Desk) -> int:
    """Close the cards whose last day is over; returns how many. For the daily job."""
    due = desk.session.scalars(
        select(StatusCard).where(
            StatusCard.state.not_in(steps.FINAL), StatusCard.expires_on < desk.now.date()
        )
    ).all()
    for card in due:
        card.state = CardState.EXPIRED
        desk.session.flush()
        desk.note("expire_card", _TABLE, card.id, ("state",))
    return len(due)


def may_approve(desk: Desk, requested_by_id: UUID | None) -> bool:
    """Whether this person may approve: a second one, if there is a second one."""
    return steps.may_approve(desk.actor, requested_by_id, list_approvers(desk))


def _new_card(
    desk: Desk, client: Client, names: NameOnCard, tier_id: UUID | None, expires_on: date | None
) -> StatusCard:
    tier_id = tier_id or client.tier_id
    if tier_id is None:
        raise UserError(say("Set the client’s tier first: the card shows it."), field="tier_id")
    expires_on = expires_on or usual_expiry(desk.now.date())
    if expires_on <= desk.now.date():
        raise UserError(say("The last valid day must be in the future."), field="expires_on")
    card = StatusCard(
        client_id=client.id,
        tier_id=tier_id,
        number=_free_number(desk),
        name_on_card=names.name,
        latin_on_card=names.latin,
        expires_on=expires_on,
        requested_by_id=desk.actor.id,
    )
    desk.session.add(card)
    desk.session.flush()
    search_index.put(
        desk.session,
        kind="card",
        object_id=card.id,
        title=card_number.grouped(card.number),
        detail=names.name or names.latin,
        tokens=(card.number, *card_number.grouped(card.number).split()),
        tails=(card.number,),
    )
    return card


def _free_number(desk: Desk) -> str:
    while True:
        number = card_number.new_number()
        if desk.session.scalar(select(StatusCard.id).where(StatusCard.number == number)) is None:
            return number


def _names(client: Client, name: str | None, latin: str | None) -> NameOnCard:
    proposed = suggest_name(client.given, client.surname, client.latin_name)
    chosen = NameOnCard(
        proposed.name if name is None else " ".join(name.split()),
        proposed.latin if latin is None else " ".join(latin.split()).upper(),
    )
    if not (chosen.name or chosen.latin):
        raise UserError(say("Enter the name to appear on the card."), field="name_on_card")
    for text, field in ((chosen.name, "name_on_card"), (chosen.latin, "latin_on_card")):
        if len(text) > LONGEST:
            raise UserError(say("The name is too long for a card. Shorten it."), field=field)
    return chosen


def _client(desk: Desk, client_id: UUID) -> Client:
    """A client this person may ask a card for."""
    client = desk.session.get(Client, client_id)
    if client is None or not _cares(desk, client_id):
        raise NotFound(say("This client is not in your care. Ask the personal manager."))
    return client


def _card(desk: Desk, card_id: UUID, step: Step) -> StatusCard:
    card = desk.session.get(StatusCard, card_id)
    if card is None or not _cares(desk, card.client_id):
        raise NotFound(say("There is no such card in your list."))
    steps.check_step(step, card.state)
    return card


def _cares(desk: Desk, client_id: UUID) -> bool:
    if not steps.may_care(desk.actor.role):
        return False
    if desk.actor.role is not Role.MANAGER:
        return True
    own = select(Client.id).where(Client.id == client_id, in_care_of(desk.actor.id, desk.now))
    return desk.session.scalar(own) is not None


def _check_free(desk: Desk, client_id: UUID) -> None:
    busy = select(StatusCard.id).where(
        StatusCard.client_id == client_id,
        StatusCard.state.not_in(steps.FINAL),
        StatusCard.expires_on >= desk.now.date(),
    )
    if desk.session.scalar(busy.limit(1)) is not None:
        raise UserError(
            say("This client already has a card. Replace that one, with the reason."),
            field="client_id",
        )


def _check_reason(reason: str) -> None:
    if not reason.strip():
        raise UserError(say("Give the reason: it stays with the card."), field="reason")


def _noted(desk: Desk, card: StatusCard, verb: str, *fields: str) -> CardRow:
    desk.session.flush()
    desk.note(verb, _TABLE, card.id, fields)
    return get_card(desk, card.id)
