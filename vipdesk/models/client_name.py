"""A client's name in the Russian cases, where the family declines it in its own way."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from vipdesk.models.base import VIP, Shared
from vipdesk.models.types import words
from vipdesk.vocabulary import NameCase, NamePart


class NameForm(Shared):
    """One part of a name in one case, as a person wrote it: nothing overwrites it.

    `written_for` is the part in the nominative it was written for: a form of an earlier
    surname is kept, and not used with the new one.
    """

    __tablename__ = "name_form"

    client_id: Mapped[UUID] = mapped_column(ForeignKey(f"{VIP}.client.id"))
    name_case: Mapped[NameCase] = mapped_column(words(NameCase))
    part: Mapped[NamePart] = mapped_column(words(NamePart))
    text: Mapped[str] = mapped_column(String(120))
    written_for: Mapped[str] = mapped_column(String(120))

    __table_args__ = (UniqueConstraint("client_id", "name_case", "part"), {"schema": VIP})
