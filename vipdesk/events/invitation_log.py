"""What went to whom: every message of an event's invitations, and exactly what it said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes, policy
from email.message import MIMEPart
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.channels.failures import said_failure
from vipdesk.clients.names import Name
from vipdesk.errors import NotFound
from vipdesk.events.guest_lists import name_of
from vipdesk.models import Client, Invitation, OutboxMessage
from vipdesk.vocabulary import Channel, OutboxKind, OutboxState
from vipdesk.wording import Say, say


@dataclass(frozen=True, slots=True)
class SentRow:
    """One message. at: when it left, or when it may leave (UTC). problem: why it did not."""

    id: UUID
    client_id: UUID
    name: Name
    channel: Channel
    kind: OutboxKind
    state: OutboxState
    at: datetime
    address: str
    number: int
    problem: Say | None = None


@dataclass(frozen=True, slots=True)
class SentWords:
    """What is in it, from the very bytes that left or will leave. `pdf` of a letter."""

    address: str
    subject: str = ""
    html: str = ""
    text: str = ""
    pdf: bytes | None = None


def list_sent(desk: Desk, *, event_id: UUID) -> tuple[SentRow, ...]:
    """By guest, the latest message first. `number` counts those to one guest, from 1."""
    found = desk.session.execute(
        select(
            OutboxMessage.id, OutboxMessage.channel, OutboxMessage.kind, OutboxMessage.state,
            OutboxMessage.sent_at, OutboxMessage.not_before, OutboxMessage.address,
            OutboxMessage.error_code, Client,
        )
        .join(Invitation, Invitation.id == OutboxMessage.invitation_id)
        .join(Client, Client.id == Invitation.client_id)
        .where(Invitation.event_id == event_id)
        .order_by(Client.sort_key, Client.id, OutboxMessage.made_at, OutboxMessage.id)
    ).all()  # fmt: skip
    rows: list[SentRow] = []
    for message_id, channel, kind, state, sent_at, not_before, address, code, client in found:
        last = rows[-1] if rows and rows[-1].client_id == client.id else None
        rows.append(
            SentRow(
                message_id, client.id, name_of(client), channel, kind, state,
                sent_at or not_before, address, last.number + 1 if last else 1,
                said_failure(code) if state in {OutboxState.FAILED, OutboxState.REVIEW} else None,
            )
        )  # fmt: skip
    return tuple(rows)


def get_sent(desk: Desk, message_id: UUID) -> SentWords:
    """The words of one message. Raises `NotFound`."""
    row = desk.session.get(OutboxMessage, message_id)
    if row is None or row.invitation_id is None:
        raise NotFound(say("This message is no longer in the outbox."))
    if row.kind is OutboxKind.LETTER:
        return SentWords(row.address, pdf=row.content)
    if row.kind is not OutboxKind.MAIL:
        return SentWords(row.address, text=row.content.decode("utf-8", "replace"))
    mail = message_from_bytes(row.content, policy=policy.default)
    html, text = (mail.get_body((kind,)) for kind in ("html", "plain"))
    return SentWords(row.address, str(mail["Subject"] or ""), _words(html), _words(text))


def _words(part: MIMEPart | None) -> str:
    return str(part.get_content()) if part is not None else ""
