"""What the complaints of a few clients weigh in their health, read behind the door.

By the door's own rule, reached by an index: whoever leads starts from the clients; a manager
from the own cases and from those of clients in care, and touches no other.
"""

from __future__ import annotations

from vipdesk.access.rights.due_cases import PLANNED, READERS, WHO
from vipdesk.access.rights.procedure import Procedure

WEIGHED_CASES = Procedure(
    "weighed_cases(uuid[], timestamptz)",
    READERS,
    # apart: from whom the case is kept in a score that is stored for all (2: every head, 1:
    # managers). promised, promised_by: the promises made within it, in one order.
    f"""CREATE OR REPLACE FUNCTION vip_api.weighed_cases(p_clients uuid[], p_now timestamptz)
        RETURNS TABLE (id uuid, client_id uuid, public_no text, severity integer, state text,
            received_at timestamptz, closed_at timestamptz, reopen_count integer, apart integer,
            last_at timestamptz, flags text[], overdue timestamptz, confirmed integer,
            promised text[], promised_by timestamptz[]) {PLANNED} AS $$
        DECLARE
            {WHO}
            cases uuid[];
        BEGIN
            IF me IS NULL THEN RETURN; END IF;
            IF leads THEN
                cases := ARRAY(SELECT k.id FROM vip_private.complaint k
                    WHERE k.client_id = ANY (p_clients)
                    AND k.about_staff_id IS DISTINCT FROM me);
            ELSE
                cases := ARRAY(SELECT * FROM
                    vip_api.gathered_cases(false, p_clients, NULL, NULL));
            END IF;
            IF pg_catalog.cardinality(cases) = 0 THEN RETURN; END IF;
            RETURN QUERY SELECT k.id, k.client_id, k.public_no::text, k.severity::integer,
                k.state::text, k.received_at, k.closed_at, k.reopen_count::integer,
                CASE WHEN a.role IN ('head', 'executive') THEN 2
                    WHEN k.restricted = 'conflict' OR k.about_staff_id IS NOT NULL THEN 1
                    ELSE 0 END,
                (SELECT pg_catalog.max(e.at) FROM vip_private.case_event e
                    WHERE e.complaint_id = k.id),
                ARRAY(SELECT x.kind::text FROM vip_private.complaint_flag x
                    WHERE x.complaint_id = k.id),
                (SELECT pg_catalog.min(c.due_at) FROM vip_private.complaint_clock c
                    WHERE c.complaint_id = k.id AND pg_catalog.num_nulls(c.stopped_at) = 1
                    AND c.verdict IN ('running', 'missed') AND c.due_at < p_now
                    AND c.kind NOT IN ('follow_up', 'ola', 'rca')
                    AND NOT (k.state = 'wait_client' AND c.kind = 'resolution')),
                (EXISTS (SELECT 1 FROM vip_private.complaint_clock c
                    WHERE c.complaint_id = k.id AND c.kind = 'follow_up'
                    AND c.verdict = 'met'))::integer,
                p.states, p.dues
            FROM vip_private.complaint k
            LEFT JOIN vip.staff a ON a.id = k.about_staff_id
            LEFT JOIN LATERAL (
                SELECT pg_catalog.array_agg(x.state::text ORDER BY x.id) AS states,
                    pg_catalog.array_agg(x.due_at ORDER BY x.id) AS dues
                FROM vip_private.complaint_promise x WHERE x.complaint_id = k.id) p ON true
            WHERE k.id = ANY (cases) AND k.received_at <= p_now
                AND k.state NOT IN ('duplicate', 'reclassified', 'void');
        END $$""",
)
