"""The board of complaints by next due, read behind the door.

A door's function is read whole, which fifty thousand complaints make slow. These procedures
show the same rows as the door by the same rule, and reach them by an index: whoever leads
walks the open clocks in the order in which they run out; a manager starts from the own cases and
touches no other, so that neither the time it takes nor the pages it reads tell of a colleague's.
Each leaves out what the caller may not see before it cuts; a key that is not there, and one that
is hidden, are answered alike.
"""

from __future__ import annotations

from vipdesk.access.rights.procedure import Procedure
from vipdesk.vocabulary import ComplaintState, Role

READERS = (Role.MANAGER, Role.HEAD, Role.EXECUTIVE)
# The follow-up talk of a resolved one is still to come.
_LIVE = ", ".join(f"'{s}'" for s in ComplaintState if s.is_open or s is ComplaintState.RESOLVED)
WHO = """me uuid := vip_api.me();
            leads boolean := pg_catalog.pg_has_role(session_user, 'vip_head', 'MEMBER')
                OR pg_catalog.pg_has_role(session_user, 'vip_executive', 'MEMBER');"""
MINE = "CASE WHEN leads THEN '{}'::uuid[] ELSE vip_api.my_clients() END"
SEEN = """k.about_staff_id IS DISTINCT FROM me AND (leads OR k.owner_id = me
                    OR (k.restricted = 'normal' AND k.client_id = ANY (mine)))"""
_STANDS_STILL = "({clock}.kind = 'resolution' AND k.state = 'wait_client')"
# Of one case: not to be looked for in the index of all open clocks.
_OPEN = "pg_catalog.num_nulls({clock}.stopped_at) = 1"
_RUNS = f"""SELECT c.due_at FROM vip_private.complaint_clock c
                    WHERE c.complaint_id = k.id AND {_OPEN.format(clock="c")}
                    ORDER BY {_STANDS_STILL.format(clock="c")}, c.due_at, c.id LIMIT 1"""
# The order of an index and its keys, not a plan for all: there are no statistics of what is hidden.
PLANNED = """LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
        SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off
        SET enable_material = off SET jit = off"""

DUE_CASES = Procedure(
    "due_cases(boolean, uuid[], text, integer)",
    READERS,
    # p_clients, p_number: only of these clients, or of this number; NULL is all. p_most: NULL
    # is the whole order.
    f"""CREATE OR REPLACE FUNCTION vip_api.due_cases(
            p_live boolean, p_clients uuid[], p_number text, p_most integer)
        RETURNS SETOF uuid {PLANNED} AS $$
        DECLARE
            {WHO}
            live text[] := ARRAY[{_LIVE}];
            shown integer := 0;
        BEGIN
            IF me IS NULL THEN RETURN; END IF;
            IF NOT leads OR p_most IS NULL OR p_clients IS NOT NULL OR p_number IS NOT NULL THEN
                RETURN QUERY SELECT * FROM
                    vip_api.gathered_cases(p_live, p_clients, p_number, p_most);
                RETURN;
            END IF;
            RETURN QUERY SELECT c.complaint_id FROM vip_private.complaint_clock c
                WHERE c.stopped_at IS NULL AND EXISTS (
                    SELECT 1 FROM vip_private.complaint k WHERE k.id = c.complaint_id
                    AND k.about_staff_id IS DISTINCT FROM me
                    AND (NOT p_live OR k.state = ANY (live))
                    AND NOT EXISTS (
                        SELECT 1 FROM vip_private.complaint_clock o
                        WHERE o.complaint_id = c.complaint_id AND {_OPEN.format(clock="o")}
                        AND ({_STANDS_STILL.format(clock="o")}, o.due_at, o.id)
                            < ({_STANDS_STILL.format(clock="c")}, c.due_at, c.id)))
                ORDER BY c.stopped_at, c.due_at, c.complaint_id LIMIT p_most;
            GET DIAGNOSTICS shown = ROW_COUNT;
            IF shown < p_most THEN
                RETURN QUERY SELECT k.id FROM vip_private.complaint k
                    WHERE k.about_staff_id IS DISTINCT FROM me
                    AND (NOT p_live OR k.state = ANY (live))
                    AND NOT EXISTS (SELECT 1 FROM vip_private.complaint_clock o
                        WHERE o.complaint_id = k.id AND {_OPEN.format(clock="o")})
                    ORDER BY k.received_at DESC, k.id LIMIT p_most - shown;
            END IF;
        END $$""",
)
_WANTED = "k.about_staff_id IS DISTINCT FROM me AND (NOT p_live OR k.state = ANY (live))"
_ASKED = "(every OR k.client_id = ANY (p_clients) OR k.public_no = p_number)"
GATHERED_CASES = Procedure(
    "gathered_cases(boolean, uuid[], text, integer)",
    (),
    # What is looked for lies together: the cases first, then their clocks at one go.
    f"""CREATE OR REPLACE FUNCTION vip_api.gathered_cases(
            p_live boolean, p_clients uuid[], p_number text, p_most integer)
        RETURNS SETOF uuid LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = ''
        SET enable_seqscan = off SET enable_nestloop = off SET enable_mergejoin = off SET jit = off
        SET plan_cache_mode = 'force_custom_plan' AS $$
        DECLARE
            {WHO}
            mine uuid[] := {MINE};
            live text[] := ARRAY[{_LIVE}];
            every boolean := p_clients IS NULL AND p_number IS NULL;
            cases uuid[];
            shown integer;
        BEGIN
            IF me IS NULL THEN RETURN; END IF;
            IF leads AND every THEN
                cases := ARRAY(SELECT k.id FROM vip_private.complaint k WHERE {_WANTED});
            ELSIF leads THEN
                cases := ARRAY(
                    SELECT k.id FROM vip_private.complaint k WHERE k.client_id = ANY (p_clients)
                        AND {_WANTED}
                    UNION
                    SELECT k.id FROM vip_private.complaint k WHERE k.public_no = p_number
                        AND {_WANTED});
            ELSE
                cases := ARRAY(
                    SELECT k.id FROM vip_private.complaint k WHERE k.owner_id = me
                        AND {_WANTED}
                        AND {_ASKED}
                    UNION
                    SELECT k.id FROM vip_private.complaint k WHERE k.client_id = ANY (mine)
                        AND k.restricted = 'normal'
                        AND {_WANTED}
                        AND {_ASKED});
            END IF;
            RETURN QUERY WITH due AS MATERIALIZED (
                SELECT c.complaint_id, pg_catalog.min(c.due_at) AS first,
                    pg_catalog.min(c.due_at) FILTER (WHERE c.kind <> 'resolution') AS running
                FROM vip_private.complaint_clock c
                WHERE c.complaint_id = ANY (cases) AND {_OPEN.format(clock="c")}
                GROUP BY c.complaint_id),
            still AS MATERIALIZED (
                SELECT k.id FROM vip_private.complaint k
                WHERE k.state = 'wait_client' AND k.id = ANY (cases)),
            placed AS MATERIALIZED (
                SELECT d.complaint_id AS id, CASE WHEN s.id IS NULL THEN d.first
                    ELSE COALESCE(d.running, d.first) END AS due_at
                FROM due d LEFT JOIN still s ON s.id = d.complaint_id
                ORDER BY 2, 1 LIMIT p_most)
            SELECT p.id FROM placed p ORDER BY p.due_at, p.id;
            GET DIAGNOSTICS shown = ROW_COUNT;
            IF p_most IS NULL OR shown < p_most THEN
                cases := ARRAY(SELECT u.id FROM pg_catalog.unnest(cases) u (id) EXCEPT
                    SELECT c.complaint_id FROM vip_private.complaint_clock c
                    WHERE c.complaint_id = ANY (cases) AND {_OPEN.format(clock="c")});
                RETURN QUERY SELECT k.id FROM vip_private.complaint k WHERE k.id = ANY (cases)
                    ORDER BY k.received_at DESC, k.id LIMIT p_most - shown;
            END IF;
        END $$""",
)
CASE_ROWS = Procedure(
    "case_rows(uuid[])",
    READERS,
    # The clock due next, since when the client is waited for, the flags in their order and how
    # many of them nobody saw.
    f"""CREATE OR REPLACE FUNCTION vip_api.case_rows(p_cases uuid[])
        RETURNS TABLE (id uuid, public_no text, state text, severity integer, category text,
            restricted text, received_at timestamptz, owner_id uuid, client_id uuid,
            kind text, round integer, started_at timestamptz, due_at timestamptz, verdict text,
            paused_since timestamptz, flags text[], unseen integer) {PLANNED} AS $$
        DECLARE
            {WHO}
            mine uuid[] := {MINE};
        BEGIN
            IF me IS NULL THEN RETURN; END IF;
            RETURN QUERY SELECT k.id, k.public_no::text, k.state::text, k.severity::integer,
                k.category::text, k.restricted::text, k.received_at, k.owner_id, k.client_id,
                n.kind::text, n.round, n.started_at, n.due_at, n.verdict::text, p.from_at,
                f.kinds, f.unseen::integer
            FROM vip_private.complaint k
            LEFT JOIN LATERAL (
                SELECT x.from_at FROM vip_private.complaint_pause x
                WHERE x.complaint_id = k.id AND x.to_at IS NULL AND k.state = 'wait_client'
                LIMIT 1) p ON true
            LEFT JOIN LATERAL (
                SELECT c.* FROM vip_private.complaint_clock c
                WHERE c.complaint_id = k.id AND {_OPEN.format(clock="c")}
                ORDER BY c.kind = 'resolution' AND p.from_at IS NOT NULL, c.due_at, c.id
                LIMIT 1) n ON true
            LEFT JOIN LATERAL (
                SELECT pg_catalog.array_agg(x.kind::text ORDER BY x.raised_at, x.kind) AS kinds,
                    pg_catalog.count(*) FILTER (WHERE x.seen_at IS NULL) AS unseen
                FROM vip_private.complaint_flag x WHERE x.complaint_id = k.id) f ON true
            WHERE k.id = ANY (p_cases) AND {SEEN};
        END $$""",
)
SEES_CASE = Procedure(
    "sees_case(uuid)",
    READERS,
    f"""CREATE OR REPLACE FUNCTION vip_api.sees_case(p_case uuid) RETURNS boolean {PLANNED} AS $$
        DECLARE
            {WHO}
            mine uuid[] := {MINE};
        BEGIN
            RETURN me IS NOT NULL AND EXISTS (
                SELECT 1 FROM vip_private.complaint k WHERE k.id = p_case AND {SEEN});
        END $$""",
)
BOARD = (GATHERED_CASES, DUE_CASES, CASE_ROWS, SEES_CASE)
