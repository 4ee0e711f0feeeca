"""A client is taken back in a team: out of sight, never out of the table.

A key that is free again tells that nothing hidden hung on the client, and one that is still
taken that something did: add a client with the same key and look. So the row stays in
each case, and only what its remover can read in the club's own tables refuses it.
"""

from __future__ import annotations

from vipdesk.access.matrix import Verb, line
from vipdesk.access.rights.people import group_of
from vipdesk.access.rights.procedure import Procedure
from vipdesk.access.rights.rules import condition
from vipdesk.models import VIP, Base, Client
from vipdesk.vocabulary import Role

_ROLES = (Role.MANAGER, Role.HEAD, Role.EXECUTIVE, Role.ADMINISTRATOR)
_IN_SIGHT = "{key} = ANY ((SELECT vip_api.my_clients())::uuid[])"


def _hangs(role: Role) -> str:
    """Whether something that the role reads points at the client."""
    found = []
    for table in Base.metadata.sorted_tables:
        cell = line(table.name, role).get(Verb.SELECT)
        if table.schema != VIP or cell is None:
            continue
        for key in sorted(table.foreign_keys, key=lambda k: k.parent.name):
            if key.column.table is not Client.__table__:
                continue
            rule = f"({condition(table.name, cell.rows)})"
            if role is Role.MANAGER and key.parent.name != "client_id":
                key_column = "id" if table is Client.__table__ else "client_id"
                rule += f" AND {_IN_SIGHT.format(key=key_column)}"  # of a colleague's client
            found.append(
                f"EXISTS (SELECT 1 FROM {table.fullname}"
                f" WHERE {table.name}.{key.parent.name} = p_id AND {rule})"
            )
    return " OR ".join(found)


def _refusals() -> str:
    return "".join(
        f"""
            IF pg_catalog.pg_has_role(session_user, '{group_of(role)}', 'MEMBER')
                AND ({_hangs(role)}) THEN
                RAISE EXCEPTION 'still in use' USING ERRCODE = '23503';
            END IF;"""
        for role in _ROLES
    )


REMOVE_CLIENT = Procedure(
    "remove_client(uuid)",
    _ROLES,
    f"""CREATE OR REPLACE FUNCTION vip_api.remove_client(p_id uuid) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
        BEGIN
            IF pg_catalog.pg_has_role(session_user, 'vip_manager', 'MEMBER') THEN
                PERFORM 1 FROM vip.client c WHERE c.id = p_id
                    AND (c.manager_id = ANY ((SELECT vip_api.led())::uuid[])
                         OR c.deputy_id = (SELECT vip_api.me()));
                IF NOT FOUND THEN RETURN; END IF;
            END IF;{_refusals()}
            UPDATE vip.client c SET manager_id = NULL, deputy_id = NULL,
                left_on = CURRENT_DATE, version = c.version + 1 WHERE c.id = p_id;
        END $$""",
)
