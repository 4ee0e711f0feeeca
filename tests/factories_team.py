"""A team to sign in to: the server's superuser is the login of one of its staff."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy.orm import Session

from vipdesk.access.team_door import TeamAddress
from vipdesk.models import Staff
from vipdesk.store.store import Store


def address_of(team: Store, login: str | None = None) -> TeamAddress:
    url = team.engine.url
    return TeamAddress(
        url.host or "127.0.0.1", url.port or 5432, url.database or "", login or url.username or ""
    )


def give_login(team: Store, staff_id: UUID, login: str) -> None:
    def give(session: Session) -> None:
        session.get_one(Staff, staff_id).login = login

    team.write(give)
