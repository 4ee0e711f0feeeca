"""A client's photo: a small JPEG of our own making, apart from the client's row."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.models.base import VIP, Shared


class ClientPhoto(Shared):
    """One for each client. A table of its own: whoever reads a client does not read the picture.

    `image` is a JPEG that `clients.photo` drew anew: nothing of the file it came from is in it
    but the pixels.
    """

    __tablename__ = "client_photo"

    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"))
    image: Mapped[bytes] = mapped_column(LargeBinary)
    noted_at: Mapped[datetime]

    __table_args__: Any = (UniqueConstraint("client_id"), {"schema": VIP})
