"""Frozen rows of a handover: what goes along with a client, and what the new manager is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from vipdesk.clients.names import Name
from vipdesk.vocabulary import Channel, HoldKind, Topic
from vipdesk.wording import Who


class MindedKind(StrEnum):
    """What must never be forgotten when a client gets another manager."""

    NEVER = "never"  # a channel the client must not be reached by
    FRICTION = "friction"  # somebody to be kept apart
    MOURNING = "mourning"
    HOLD = "hold"  # do not invite, or ask first


@dataclass(frozen=True, slots=True)
class Minded:
    """One such thing. `channel` and `topic` of a 'never', `who` of a friction, `hold` of a hold.

    `until` is the last day it counts, None where no day was named.
    """

    kind: MindedKind
    channel: Channel | None = None
    topic: Topic | None = None
    who: str = ""
    hold: HoldKind | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class PromiseGoing:
    """An open promise; `goes`: the new manager will owe it (else another colleague still does)."""

    text: str
    due_at: datetime
    late: bool
    goes: bool
    owner: Who


@dataclass(frozen=True, slots=True)
class HandoverClient:
    """A client about to be handed over."""

    id: UUID
    name: Name
    manager_id: UUID | None
    manager: Who
    promises: tuple[PromiseGoing, ...]
    minded: tuple[Minded, ...]


@dataclass(frozen=True, slots=True)
class HandoverPreview:
    """Who would go, in the order of the list, and what goes along."""

    clients: tuple[HandoverClient, ...]

    @property
    def promises(self) -> int:
        """Open promises the new manager will owe."""
        return sum(p.goes for c in self.clients for p in c.promises)

    @property
    def late(self) -> int:
        """Of these the late ones."""
        return sum(p.goes and p.late for c in self.clients for p in c.promises)

    @property
    def minded(self) -> int:
        """Things to be minded."""
        return sum(len(c.minded) for c in self.clients)


@dataclass(frozen=True, slots=True)
class HandedOver:
    """What `hand_over` did; give it to `take_back` for the way back."""

    batch_id: UUID
    count: int


@dataclass(frozen=True, slots=True)
class ReceivedRow:
    """Clients handed over to the person at work who has not said 'seen' yet: one deed, one row.

    `client_id` and `name` are set where it was one client alone.
    """

    batch_id: UUID
    at: datetime
    by: Who
    giver: Who
    note: str
    count: int
    promises: int
    client_id: UUID | None
    name: Name | None
