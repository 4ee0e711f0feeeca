"""A quiet hold set by hand on a case, after it was filed.

A hold may also stand for a complaint that whoever sets this one must not know of. So it is only
ever made stricter and longer, whatever stands behind it: what comes of it tells nothing.
"""

from __future__ import annotations

from vipdesk.access.rights.procedure import Procedure
from vipdesk.vocabulary import HoldKind, Role

_KINDS = ", ".join(f"'{kind}'" for kind in HoldKind)

PLACE_HOLD = Procedure(
    "place_hold(uuid, text, timestamptz)",
    (Role.MANAGER, Role.HEAD, Role.EXECUTIVE),
    f"""CREATE OR REPLACE FUNCTION vip_api.place_hold(
            p_case uuid, p_kind text, p_review_on timestamptz)
        RETURNS uuid LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
        DECLARE
            me uuid := vip_api.me(); whose uuid; source uuid; hold vip.invite_hold;
            before vip_private.hold_source;
        BEGIN
            IF p_kind IS NULL OR p_kind NOT IN ({_KINDS}) OR p_review_on IS NULL THEN
                RAISE EXCEPTION 'no such hold' USING ERRCODE = '22023';
            END IF;
            -- A case that may not be seen is answered like one that is not there.
            SELECT k.client_id INTO whose FROM vip_private.complaint k
                WHERE k.id = p_case AND k.closed_at IS NULL
                AND k.about_staff_id IS DISTINCT FROM me
                AND (NOT pg_catalog.pg_has_role(session_user, 'vip_manager', 'MEMBER')
                    OR k.id = ANY (vip_api.my_cases()));
            IF me IS NULL OR whose IS NULL THEN
                RAISE EXCEPTION 'not permitted' USING ERRCODE = '42501';
            END IF;
            PERFORM 1 FROM vip.client c WHERE c.id = whose FOR NO KEY UPDATE;
            SELECT * INTO hold FROM vip.invite_hold i WHERE i.client_id = whose;
            SELECT h.id INTO source FROM vip_private.hold_source h
                WHERE h.complaint_id = p_case AND h.lifted_at IS NULL LIMIT 1;
            IF source IS NOT NULL THEN
                UPDATE vip_private.hold_source h SET lift_after = NULL WHERE h.id = source;
            ELSE
                SELECT * INTO before FROM vip_private.hold_source h
                    WHERE h.client_id = whose AND h.lifted_at IS NULL LIMIT 1;
                source := pg_catalog.gen_random_uuid();
                INSERT INTO vip_private.hold_source
                    (id, complaint_id, client_id, other_kind, other_review_on)
                    VALUES (source, p_case, whose,
                        CASE WHEN before.id IS NULL THEN hold.kind ELSE before.other_kind END,
                        CASE WHEN before.id IS NULL THEN hold.review_on
                             ELSE before.other_review_on END);
            END IF;
            IF hold.id IS NULL THEN
                INSERT INTO vip.invite_hold (id, client_id, kind, review_on)
                    VALUES (pg_catalog.gen_random_uuid(), whose, p_kind, p_review_on);
            ELSE
                UPDATE vip.invite_hold i SET
                    kind = CASE WHEN p_kind = 'no_invite' THEN 'no_invite' ELSE i.kind END,
                    review_on = CASE WHEN i.review_on IS NULL THEN NULL
                        ELSE GREATEST(i.review_on, p_review_on) END
                    WHERE i.id = hold.id;
            END IF;
            RETURN source;
        END $$""",
)
