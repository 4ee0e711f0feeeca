"""What leaves the club: one row per message and guest; and the account it leaves by."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from vipdesk.models.base import VIP, Hidden, Shared, Versioned
from vipdesk.models.types import Sealed, words
from vipdesk.vocabulary import Channel, OutboxKind, OutboxState, Topic


class OutboxColumns:
    """Columns that the shared outbox and the private one have in common.

    `content` is what leaves: a MIME message for mail, the script for a call, the text
    for an SMS, a PDF for a letter. `fence` grows with every claim: who lost the lease
    cannot report success any more. `overruled`: the gate's reasons, by a space apart, for
    which `override_reason` was written; another reason asks anew. `via_id`: the person around
    the client to whom it is addressed, None for the client; no key, for that person may go.
    """

    kind: Mapped[OutboxKind] = mapped_column(words(OutboxKind))
    channel: Mapped[Channel] = mapped_column(words(Channel))
    topic: Mapped[Topic] = mapped_column(words(Topic))
    state: Mapped[OutboxState] = mapped_column(words(OutboxState))
    address: Mapped[str] = mapped_column(default="")
    content: Mapped[bytes]
    message_id: Mapped[str | None] = mapped_column(unique=True)
    made_at: Mapped[datetime]
    not_before: Mapped[datetime]
    attempts: Mapped[int] = mapped_column(default=0)
    fence: Mapped[int] = mapped_column(default=0)
    claimed_until: Mapped[datetime | None]
    error_code: Mapped[str] = mapped_column(String(60), default="")
    sent_at: Mapped[datetime | None]
    override_reason: Mapped[str] = mapped_column(default="")
    overruled: Mapped[str] = mapped_column(String(200), default="", server_default="")
    via_id: Mapped[UUID | None]

    @declared_attr
    def client_id(cls) -> Mapped[UUID]:  # noqa: N805 SQLAlchemy hands the class
        """Whom it is for."""
        return mapped_column(ForeignKey(f"{VIP}.client.id"), index=True)

    @declared_attr
    def made_by_id(cls) -> Mapped[UUID | None]:  # noqa: N805
        """Who wrote it."""
        return mapped_column(ForeignKey(f"{VIP}.staff.id"))


class OutboxMessage(OutboxColumns, Shared):
    """A message of the shared club life."""

    __tablename__ = "outbox_message"

    invitation_id: Mapped[UUID | None] = mapped_column(
        ForeignKey(f"{VIP}.invitation.id"), index=True
    )

    __table_args__: Any = (
        Index("ix_outbox_message_state_not_before", "state", "not_before"),
        {"schema": VIP},
    )


class PrivateMessage(OutboxColumns, Hidden):
    """A message of the private track: the shared outbox must not know that it exists."""

    __tablename__ = "private_message"

    letter_id: Mapped[UUID | None] = mapped_column(ForeignKey("vip_private.letter.id"))

    __table_args__: Any = (
        Index("ix_private_message_state_not_before", "state", "not_before"),
        {"schema": "vip_private"},
    )


class MailAccount(Shared, Versioned):
    """The account the club's mail leaves by (SMTP with TLS); the password is sealed."""

    __tablename__ = "mail_account"

    name: Mapped[str] = mapped_column(String(120))
    address: Mapped[str] = mapped_column(String(200))
    smtp_host: Mapped[str] = mapped_column(String(200))
    smtp_port: Mapped[int]
    security: Mapped[str] = mapped_column(String(10), default="starttls")  # starttls | tls | none
    login: Mapped[str] = mapped_column(String(200), default="")
    password: Mapped[bytes | None] = mapped_column(Sealed())

    __mapper_args__: Any = {"version_id_col": Versioned.version}
