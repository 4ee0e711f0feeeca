"""The mailbox that answers come to, and how far it has been read."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import BigInteger, String
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.models.base import Shared
from vipdesk.models.types import Sealed


class Mailbox(Shared):
    """An IMAP account (RFC 3501): its password is sealed. It is read only, never changed.

    `uid_validity` and `last_uid` say how far it was read; with another validity the server has
    numbered its mails anew. `fence` grows with every claim: who lost the lease reads no further.
    Not versioned: settings and reading change different columns.
    """

    __tablename__ = "mailbox"

    host: Mapped[str] = mapped_column(String(200))
    port: Mapped[int]
    security: Mapped[str] = mapped_column(String(10), default="tls")  # tls | starttls | none
    login: Mapped[str] = mapped_column(String(200), default="")
    password: Mapped[bytes | None] = mapped_column(Sealed())
    folder: Mapped[str] = mapped_column(String(200), default="INBOX")
    uid_validity: Mapped[int | None] = mapped_column(BigInteger)
    last_uid: Mapped[int] = mapped_column(BigInteger, default=0)
    looked_at: Mapped[datetime | None]
    trouble: Mapped[str] = mapped_column(String(60), default="")  # a code, see events.mailbox
    claimed_until: Mapped[datetime | None]
    fence: Mapped[int] = mapped_column(default=0)
