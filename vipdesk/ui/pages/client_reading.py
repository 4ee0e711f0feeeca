"""What the brief card reads beyond the client: after the first paint, in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

if TYPE_CHECKING:
    from vipdesk.access import Desk
    from vipdesk.cards.registry import CardRow
    from vipdesk.channels.gate import ContactVerdict
    from vipdesk.clients.rows import ClientCard, PromiseRow
    from vipdesk.health.score import ClientHealth


@dataclass(frozen=True, slots=True)
class Opened:
    """What is read first: a page can be painted with it."""

    card: ClientCard
    verdict: ContactVerdict | None


@dataclass(frozen=True, slots=True)
class Rest:
    """What follows. `health`: None where this person may not read it; `photo` is a JPEG."""

    client_id: UUID
    photo: bytes | None
    status: CardRow | None
    health: ClientHealth | None
    promise: PromiseRow | None  # the newest one, open or closed


def read_client(desk: Desk, client_id: UUID) -> Opened:
    """The client, and whether they may be called now. Raises `NotFound`."""
    from vipdesk.channels.contact import may_contact
    from vipdesk.clients.profile import get_client
    from vipdesk.vocabulary import Channel, Topic

    card = get_client(desk, client_id)
    return Opened(card, may_contact(desk, client_id, Channel.PHONE, Topic.PERSONAL))


def read_rest(desk: Desk, client_id: UUID) -> Rest:
    """Photo, status card, health and the last promise."""
    from vipdesk.cards.registry import list_cards
    from vipdesk.clients.photo import get_photo
    from vipdesk.clients.promises import last_promise
    from vipdesk.vocabulary import CardState

    cards = list_cards(desk, client_id=client_id, state=CardState.ACTIVE, limit=1)
    return Rest(
        client_id,
        get_photo(desk, client_id),
        cards[0] if cards else None,
        _health(desk, client_id),
        last_promise(desk, client_id),
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
