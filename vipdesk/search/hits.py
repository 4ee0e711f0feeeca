"""What a search finds, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from vipdesk.wording import Say


class Why(StrEnum):
    """By what something was found."""

    NAME = "name"
    DETAIL = "detail"
    PHONE = "phone"
    EMAIL = "email"
    PERSON = "person"
    INTEREST = "interest"
    NUMBER = "number"
    RELATION = "relation"
    NOTE = "note"
    FACT = "fact"
    PROMISE = "promise"
    ALIKE = "alike"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Hit:
    """Something found. `why` is the sentence for the person; None where the title shows it.

    kind: 'client', 'event', 'venue', 'card'; 'person', somebody around a client, and 'note',
    something written about one: both open the client, whose id they carry. `object_id` is the
    row itself.
    """

    kind: str
    id: UUID
    title: str
    detail: str
    reason: Why
    why: Say | None
    object_id: UUID | None = None

    @property
    def opens(self) -> str:
        """What noun `id` is of."""
        return "client" if self.kind in {"person", "note"} else self.kind
