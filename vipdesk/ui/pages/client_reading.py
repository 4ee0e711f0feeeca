"""What a client's page and brief card read, in one go: one answer is laid out and painted once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from vipdesk.access import Desk
    from vipdesk.channels.gate import ContactVerdict
    from vipdesk.clients.purchases import PurchaseRow, Worth
    from vipdesk.clients.rows import ClientCard, PromiseRow
    from vipdesk.health.score import ClientHealth


@dataclass(frozen=True, slots=True)
class Opened:
    """The client, whether they may be called now, and the rest of the brief card."""

    card: ClientCard
    verdict: ContactVerdict | None
    rest: Rest
    more: More


@dataclass(frozen=True, slots=True)
class Rest:
    """What the brief card tells beside it. `photo` is a JPEG.

    `health` is None where this person may not read it.
    """

    client_id: UUID
    photo: bytes | None
    card_number: str  # of the valid status card; empty if there is none
    health: ClientHealth | None
    promise: PromiseRow | None  # the newest one, open or closed


@dataclass(frozen=True, slots=True)
class More:
    """What the overview tells beyond the card. `by_week`: contacts, the oldest week first.

    `purchases` and `worth` are None where this person may not read them.
    """

    by_week: tuple[int, ...]
    purchases: tuple[PurchaseRow, ...] | None
    worth: Worth | None


def read_client(desk: Desk, client_id: UUID) -> Opened:
    """Everything of the page's head and of its first tab. Raises `NotFound`."""
    from vipdesk.channels.contact import may_contact
    from vipdesk.clients.profile import get_client
    from vipdesk.vocabulary import Channel, Topic

    card = get_client(desk, client_id)
    verdict = may_contact(desk, card.id, Channel.PHONE, Topic.PERSONAL)
    return Opened(card, verdict, read_rest(desk, card.id), _more(desk, card.id))


def read_rest(desk: Desk, client_id: UUID) -> Rest:
    """Photo, status card, health and the last promise."""
    from vipdesk.cards.registry import active_number
    from vipdesk.clients.photo import get_photo
    from vipdesk.clients.promises import last_promise

    return Rest(
        client_id,
        get_photo(desk, client_id),
        active_number(desk, client_id),
        _health(desk, client_id),
        last_promise(desk, client_id),
    )


def _more(desk: Desk, client_id: UUID) -> More:
    from vipdesk.access.matrix import Verb, may
    from vipdesk.clients.interactions import list_contacts_by_week
    from vipdesk.clients.purchases import list_purchases, worth_of

    bought = may(desk.actor.role, Verb.SELECT, "purchase")
    return More(
        list_contacts_by_week(desk, client_id),
        list_purchases(desk, client_id) if bought else None,
        worth_of(desk, client_id) if bought else None,
    )


def _health(desk: Desk, client_id: UUID) -> ClientHealth | None:
    """None for who may not read it, and for a client who left or is kept back."""
    from vipdesk.access.matrix import Verb, may
    from vipdesk.errors import NotFound
    from vipdesk.health.score import get_health

    if not may(desk.actor.role, Verb.SELECT, "health_snapshot"):
        return None
    try:
        return get_health(desk, client_id)
    except NotFound:
        return None
