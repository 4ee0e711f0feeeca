"""The desk a verb works at: a database session, the person at work, and the moment."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import func, select

from vipdesk.access import journal
from vipdesk.access.matrix import Verb, may
from vipdesk.errors import UserError
from vipdesk.vocabulary import Gender, Role
from vipdesk.wording import Lang, Who, say

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from vipdesk.access.offline import Recorder
    from vipdesk.store.sealing import Sealer


@dataclass(frozen=True, slots=True)
class StaffRow:
    """A member of the staff as rooms and pages know one."""

    id: UUID
    role: Role
    surname: str
    given: str
    patronymic: str
    latin_name: str
    gender: Gender | None
    email: str
    phone: str
    reachable: str
    deputy_id: UUID | None

    @property
    def name(self) -> str:
        """'Мария Орлова': given name and surname."""
        return f"{self.given} {self.surname}".strip()

    def name_in(self, lang: Lang) -> str:
        """In the reader's letters: 'Maria Orlova' in English, where the spelling is known."""
        return Who.of(self).shown(lang)

    def may(self, verb: Verb, table: str) -> bool:
        """Whether this person's role may do it to any row: what a page asks before it offers it."""
        return may(self.role, verb, table)


@dataclass(frozen=True, slots=True)
class Desk:
    """First argument of every verb and read.

    session: an open SQLAlchemy session; the caller commits. actor: who is at work.
    now: the moment of this read or write, aware, UTC: one moment for a whole deed.
    seals: gives the sealer for a purpose, where a vault holds a key. offline: keeps what is
    done while the team's server is away (`access.offline`).
    """

    session: Session
    actor: StaffRow
    now: datetime
    seals: Callable[[str], Sealer] | None = None
    offline: Recorder | None = None

    def sealer(self, purpose: str) -> Sealer:
        """Seals secrets at rest; raises `UserError` where no vault holds a key."""
        if self.seals is None:
            raise UserError(
                say("Secrets of the club are kept in a vault. Open your own vault first.")
            )
        return self.seals(purpose)

    def server_now(self) -> datetime:
        """The server's clock, for leases: laptops disagree. A vault has one laptop."""
        if self.session.get_bind().dialect.name == "sqlite":
            return self.now
        moment: datetime = self.session.scalars(select(func.clock_timestamp())).one()
        return moment.astimezone(UTC)

    def note(
        self,
        verb: str,
        table: str,
        object_id: UUID | None,
        fields: Iterable[str] = (),
        *,
        reason: str = "",
    ) -> None:
        """Leave a journal entry: names of changed fields, never their values.

        reason: why, in the person's words, where one was asked for. It stays for good.
        """
        journal.write(
            self.session,
            at=self.now,
            actor=str(self.actor.id),
            verb=verb,
            table=table,
            object_id=object_id,
            fields=fields,
            reason=reason,
        )
