"""Whether the database itself keeps people to their rows in this session.

True for a person signed in to a team; false on a vault, and for a superuser, whom no policy
binds (the administrator's commands, tests of single verbs).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

_KNOWN = "vipdesk.held"


def held_by_database(session: Session) -> bool:
    """Asked once a connection, which is one person's."""
    connection = session.connection()
    known = connection.info.get(_KNOWN)
    if known is None:
        known = connection.dialect.name == "postgresql" and bool(
            connection.scalar(text("SELECT row_security_active('vip.client')"))
        )
        connection.info[_KNOWN] = known
    return bool(known)
