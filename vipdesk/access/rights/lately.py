"""Who changed a shared row lately, for the sheet that shows a conflict: no values, and of rows
that are seen alone. A row that is gone hides nothing: who took it out is told.
"""

from __future__ import annotations

from vipdesk.access.matrix import Verb, line
from vipdesk.access.rights.people import group_of
from vipdesk.access.rights.procedure import Procedure
from vipdesk.access.rights.rules import condition
from vipdesk.models import VIP
from vipdesk.vocabulary import Role

_ROLES = (Role.MANAGER, Role.COORDINATOR, Role.HEAD, Role.EXECUTIVE, Role.ADMINISTRATOR)
_OF_CLIENTS = (
    "client", "contact_point", "channel_preference", "person_around", "interest", "fact", "promise",
)  # fmt: skip
_OF_THE_CLUB = (
    "venue", "event", "event_session", "club_setting", "staff", "tier", "mail_account",
)  # fmt: skip


def _sees(role: Role, table: str) -> str:
    """Whether the row `of_id` of a client is shown to this role."""
    cell = line(table, role).get(Verb.SELECT)
    if cell is None:
        return "false"
    key = "id" if table == "client" else "client_id"
    # Inside a definer function no policy of the reader's narrows the clients.
    cares = f" AND {key} = ANY (vip_api.my_clients())" if role is Role.MANAGER else ""
    return (
        f"EXISTS (SELECT 1 FROM {VIP}.{table} WHERE {table}.id = of_id"
        f" AND ({condition(table, cell.rows)}){cares})"
    )


def _shown(table: str) -> str:
    ways = [
        f"pg_catalog.pg_has_role(session_user, '{group_of(role)}', 'MEMBER')"
        f" AND {_sees(role, table)}"
        for role in _ROLES
    ]
    if table != "client":
        ways.append(f"NOT EXISTS (SELECT 1 FROM {VIP}.{table} WHERE {table}.id = of_id)")
    return f"""
                WHEN '{table}' THEN shown := {" OR ".join(ways)};"""


LAST_CHANGES = Procedure(
    "last_changes(text, uuid)",
    _ROLES,
    f"""CREATE OR REPLACE FUNCTION vip_api.last_changes(of_table text, of_id uuid)
        RETURNS TABLE (actor text, at timestamptz, verb text, fields text)
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
        #variable_conflict use_column
        DECLARE shown boolean;
        BEGIN
            CASE of_table{"".join(_shown(table) for table in _OF_CLIENTS)}
                ELSE shown := of_table IN ({", ".join(f"'{t}'" for t in _OF_THE_CLUB)});
            END CASE;
            IF shown THEN
                RETURN QUERY SELECT j.actor::text, j.at, j.verb::text, j.fields::text
                    FROM vip_audit.journal_entry j
                    WHERE j.object_id IS NOT DISTINCT FROM of_id AND j.object_table = of_table
                    ORDER BY j.seq DESC LIMIT 20;
            END IF;
        END $$""",
)
