"""What people do through the database's own procedures, because they may not touch the rows.

Each is a definer function with an empty search path, owned by `vip_procedures`, executable
by the named roles alone. Who is at work is `session_user`, never an argument.
"""

from __future__ import annotations

from vipdesk.access.matrix import Verb, verbs
from vipdesk.access.rights.due_cases import BOARD
from vipdesk.access.rights.erasing import ERASER_MAY, ERASING
from vipdesk.access.rights.filing import FILE_COMPLAINT
from vipdesk.access.rights.finding import FINDER_MAY, FINDING
from vipdesk.access.rights.holding import PLACE_HOLD
from vipdesk.access.rights.lately import LAST_CHANGES
from vipdesk.access.rights.procedure import EVERYBODY, Procedure
from vipdesk.access.rights.removing import REMOVE_CLIENT
from vipdesk.access.rights.weighed_cases import WEIGHED_CASES
from vipdesk.models import Base, Client
from vipdesk.vocabulary import Role

M, C, H, E = Role.MANAGER, Role.COORDINATOR, Role.HEAD, Role.EXECUTIVE
U, D = Role.AUDITOR, Role.ADMINISTRATOR

ME = Procedure(
    "me()",
    EVERYBODY,
    # plpgsql keeps its plan for the session; a function in SQL would be planned in every statement.
    # A `name` compares by the letters of C: the index of logins is not in that order.
    """CREATE OR REPLACE FUNCTION vip_api.me() RETURNS uuid LANGUAGE plpgsql STABLE
        SECURITY DEFINER SET search_path = '' AS $$
        BEGIN
            RETURN (SELECT s.id FROM vip.staff s
                WHERE s.login = session_user::text COLLATE pg_catalog."default"
                AND s.left_at IS NULL);
        END $$""",
)
LED = Procedure(
    "led()",
    EVERYBODY,
    """CREATE OR REPLACE FUNCTION vip_api.led() RETURNS uuid[] LANGUAGE plpgsql STABLE
        SECURITY DEFINER SET search_path = '' AS $$
        DECLARE me uuid := vip_api.me();
        BEGIN
            IF me IS NULL THEN RETURN '{}'; END IF;
            RETURN me || ARRAY(SELECT s.id FROM vip.staff s WHERE s.deputy_id = me AND s.id <> me
                    AND (s.absent_until IS NULL OR s.absent_until > pg_catalog.now()));
        END $$""",
)
MY_CLIENTS = Procedure(
    "my_clients()",
    (),
    """CREATE OR REPLACE FUNCTION vip_api.my_clients() RETURNS uuid[] LANGUAGE plpgsql STABLE
        SECURITY DEFINER SET search_path = '' AS $$
        DECLARE me uuid := vip_api.me(); led uuid[] := vip_api.led();
        BEGIN
            RETURN ARRAY(SELECT c.id FROM vip.client c
                WHERE c.manager_id = ANY (led) OR c.deputy_id = me);
        END $$""",
)
MY_CASES = Procedure(
    "my_cases()",
    (),
    # Two reads, each by its own index: together they would be one walk through all cases.
    """CREATE OR REPLACE FUNCTION vip_api.my_cases() RETURNS uuid[] LANGUAGE plpgsql STABLE
        SECURITY DEFINER SET search_path = '' AS $$
        DECLARE me uuid := vip_api.me(); clients uuid[] := vip_api.my_clients();
        BEGIN
            RETURN ARRAY(
                SELECT k.id FROM vip_private.complaint k
                WHERE k.owner_id = me AND k.about_staff_id IS DISTINCT FROM me
                UNION
                SELECT k.id FROM vip_private.complaint k WHERE k.client_id = ANY (clients)
                    AND k.restricted = 'normal' AND k.about_staff_id IS DISTINCT FROM me);
        END $$""",
)
FRICTIONS = Procedure(
    "frictions(uuid[])",
    (C,),
    # Whom to seat apart, without the note that says why.
    """CREATE OR REPLACE FUNCTION vip_api.frictions(p_ids uuid[])
        RETURNS TABLE (one uuid, other uuid, until date) LANGUAGE sql STABLE
        SECURITY DEFINER SET search_path = '' AS $$
        SELECT p.client_id, p.other_client_id, p.until FROM vip.person_around p
        WHERE p.kind = 'friction' AND p.other_client_id IS NOT NULL
          AND (p.client_id = ANY (p_ids) OR p.other_client_id = ANY (p_ids))
        $$""",
)
WISHES = Procedure(
    "wished_introductions(uuid[])",
    (C,),
    # Who would like to meet whom, for the seating: neither words nor who agreed.
    """CREATE OR REPLACE FUNCTION vip_api.wished_introductions(p_ids uuid[])
        RETURNS TABLE (one uuid, other uuid) LANGUAGE sql STABLE
        SECURITY DEFINER SET search_path = '' AS $$
        SELECT i.client_id, i.other_client_id FROM vip.introduction i
        WHERE i.other_client_id IS NOT NULL AND i.introduced_on IS NULL AND i.ended_at IS NULL
          AND i.sensitivity = 'team'
          AND i.client_id = ANY (p_ids) AND i.other_client_id = ANY (p_ids)
        $$""",
)
LIFT_HOLDS = Procedure(
    "lift_due_holds()",
    (M, H, E),
    # All of them: a hold may stand for several complaints, and not everybody sees each.
    """CREATE OR REPLACE FUNCTION vip_api.lift_due_holds() RETURNS integer LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = '' AS $$
        DECLARE source record; lifted integer := 0; hold uuid;
        BEGIN
            FOR source IN SELECT h.* FROM vip_private.hold_source h
                WHERE h.lifted_at IS NULL AND h.lift_after <= pg_catalog.now() FOR UPDATE
            LOOP
                UPDATE vip_private.hold_source h SET lifted_at = pg_catalog.now()
                    WHERE h.id = source.id;
                lifted := lifted + 1;
                CONTINUE WHEN EXISTS (SELECT 1 FROM vip_private.hold_source h
                    WHERE h.client_id = source.client_id AND h.lifted_at IS NULL);
                IF source.other_kind IS NULL THEN
                    DELETE FROM vip.invite_hold i WHERE i.client_id = source.client_id
                        RETURNING i.id INTO hold;
                ELSE
                    UPDATE vip.invite_hold i SET kind = source.other_kind,
                        review_on = source.other_review_on WHERE i.client_id = source.client_id
                        RETURNING i.id INTO hold;
                END IF;
                INSERT INTO vip_audit.journal_entry
                    (at, actor, verb, object_table, object_id, fields, prev_hash, hash)
                    VALUES (pg_catalog.now(), '', 'lift_hold', 'invite_hold', hold,
                        'kind,review_on', '', '');
            END LOOP;
            RETURN lifted;
        END $$""",
)
JOURNAL_ACTOR = """CREATE OR REPLACE FUNCTION vip_api.journal_actor() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
    DECLARE me uuid := vip_api.me();
    BEGIN
        -- Who and when is the server's word, whatever a desk says. Only a superuser, who could
        -- switch this trigger off, may write in another's name (a vault's journal moving in).
        IF me IS NOT NULL THEN
            NEW.actor := me::text;
            NEW.at := pg_catalog.clock_timestamp();
        ELSIF NOT (SELECT r.rolsuper FROM pg_catalog.pg_roles r WHERE r.rolname = session_user)
            OR NEW.actor = '' THEN
            NEW.actor := session_user;
        END IF;
        RETURN NEW;
    END $$"""

PROCEDURES = (
    ME,
    LED,
    MY_CLIENTS,
    MY_CASES,
    *FINDING,
    FRICTIONS,
    WISHES,
    REMOVE_CLIENT,
    LIFT_HOLDS,
    PLACE_HOLD,
    FILE_COMPLAINT,
    *BOARD,
    WEIGHED_CASES,
    LAST_CHANGES,
    *ERASING,
)
# Made by revisions: the matrix only says who may call them.
ELSEWHERE: dict[str, tuple[Role, ...]] = {
    "hands_over": (),
    "hand_over": (M, H, E),
    "take_handover_back": (M, H, E),
    "client_columns": (),
    "client_uniques": (),
    "may_merge": (),
    "may_unmerge": (),
    "fold_row": (),
    "set_value": (),
    "merge_clients": (M, H, E),
    "unmerge_clients": (M, H, E),
    "journal_head": (H, E, U),
}


# What the owner of the procedures may do with tables; nothing else. The private track in full:
# what is shown through the door is read and written by it.
_OWNER: dict[str, frozenset[Verb]] = {
    table: verbs(spec)
    for table, spec in {
        "staff": "s", "client": "su", "privacy_request": "s",
        "promise": "su", "handover": "siu", "status_card": "s",
        "person_around": "s", "invite_hold": "siud", "journal_entry": "si",
        "complaint": "siu", "case_event": "siu", "complaint_clock": "siud",
        "complaint_pause": "siud", "complaint_promise": "siud", "complaint_flag": "siud",
        "hold_source": "siu", "letter": "siud", "private_message": "siu",
        "follow_up": "siu", "root_cause": "siu", "problem": "siu", "corrective_action": "su",
        "compensation_item": "s", "compensation_limit": "s", "compensation_grant": "siu",
        "compensation_option": "siu", "department_task": "siu", "purchase": "s",
        "case_paper": "siud",
        "lesson": "s", "private_draft": "siud", "health_snapshot": "s",
    }.items()
}  # fmt: skip


def _merger_may() -> dict[str, str]:
    """Two clients become one: whatever points at a client moves, what would stand twice goes."""
    found: dict[str, str] = {}
    for table in Base.metadata.sorted_tables:
        if any(key.column.table is Client.__table__ for key in table.foreign_keys):
            found[table.name] = "siud"
    for table in Base.metadata.sorted_tables:
        if any(key.column.table.name in found for key in table.foreign_keys):
            found.setdefault(table.name, "su")
    found["client"] = "su"
    return found


_MERGER = _merger_may()
OWNER_MAY: dict[str, frozenset[Verb]] = {
    table: _OWNER.get(table, frozenset())
    | verbs(ERASER_MAY.get(table, ""))
    | verbs(FINDER_MAY.get(table, ""))
    | verbs(_MERGER.get(table, ""))
    for table in sorted(_OWNER.keys() | ERASER_MAY.keys() | FINDER_MAY.keys() | _MERGER.keys())
}
