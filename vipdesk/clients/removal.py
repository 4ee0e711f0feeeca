"""A client's own row is taken away: by the desk on a vault, by the database in a team.

Nobody in a team may delete it: a refusal, or a key that is free again, would tell whether
something hangs on it that is not seen. The procedure takes it out of sight instead.
"""

from __future__ import annotations

from sqlalchemy import text

from vipdesk.access import Desk
from vipdesk.models import Client
from vipdesk.store.policies import held_by_database
from vipdesk.store.store import changed


def take_away(desk: Desk, client: Client) -> None:
    """The row is gone for who is at work; what belongs to it must be gone already."""
    if not held_by_database(desk.session):
        desk.session.delete(client)
        desk.session.flush()
        return
    desk.session.flush()
    desk.session.execute(text("SELECT vip_api.remove_client(:id)"), {"id": client.id})
    desk.session.expunge(client)
    changed(desk.session, "client", client.id)
