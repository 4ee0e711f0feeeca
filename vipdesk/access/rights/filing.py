"""Filing a complaint in a team: any role may, few may read it back.

The desk says what was told and which clocks run; the database draws the number, adds what
only the private track knows (a second complaint, health that was red), and sets the hold.
"""

from __future__ import annotations

from vipdesk.access.rights.procedure import EVERYBODY, Procedure

_TEXT = """CREATE OR REPLACE FUNCTION vip_api.file_complaint(p jsonb)
    RETURNS TABLE (id uuid, number text) LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = '' AS $$
    DECLARE
        me uuid := vip_api.me();
        said vip_private.complaint;
        alphabet text := '23456789CFHMPQTWX';
        body text; total integer; one jsonb; flag text; flags text[]; row_id uuid;
        seq integer := 0; hold vip.invite_hold; before vip_private.hold_source;
        my_role text;
    BEGIN
        IF me IS NULL THEN
            RAISE EXCEPTION 'not permitted' USING ERRCODE = '42501';
        END IF;
        SELECT s.role INTO my_role FROM vip.staff s WHERE s.id = me;
        said := pg_catalog.jsonb_populate_record(NULL::vip_private.complaint, p -> 'complaint');
        -- One after the other for a client: one submission is one case, one client has one hold.
        PERFORM 1 FROM vip.client c WHERE c.id = said.client_id FOR NO KEY UPDATE;
        SELECT k.id, k.public_no INTO id, number FROM vip_private.complaint k
            WHERE k.submission_id = said.submission_id AND k.registered_by_id = me;
        IF FOUND THEN RETURN NEXT; RETURN; END IF;
        PERFORM 1 FROM vip.staff s WHERE s.id = said.owner_id AND s.left_at IS NULL
            AND s.role IN ('manager', 'head', 'executive');
        IF NOT FOUND OR said.owner_id IS NOT DISTINCT FROM said.about_staff_id THEN
            RAISE EXCEPTION 'not permitted' USING ERRCODE = '42501';
        END IF;
        -- A desk without the server told the client a number of its own, longer than ours.
        number := said.public_no;
        IF number IS NULL OR number !~ ('^K-[' || alphabet || ']{7}-[' || alphabet || ']$')
            OR EXISTS (SELECT 1 FROM vip_private.complaint k WHERE k.public_no = number)
        THEN
            LOOP
                body := ''; total := 0;
                FOR place IN 2 .. 5 + seq / 12 LOOP
                    body := body || pg_catalog.substr(
                        alphabet, 1 + pg_catalog.get_byte(
                            pg_catalog.uuid_send(pg_catalog.gen_random_uuid()), 0) % 17, 1);
                    total := total + place * (pg_catalog.strpos(
                        alphabet, pg_catalog.substr(body, place - 1, 1)) - 1);
                END LOOP;
                number := 'K-' || body || '-'
                    || pg_catalog.substr(alphabet, 1 + (17 - total % 17) % 17, 1);
                EXIT WHEN NOT EXISTS
                    (SELECT 1 FROM vip_private.complaint k WHERE k.public_no = number);
                seq := LEAST(seq + 1, 12);
            END LOOP;
        END IF;
        seq := 0;
        id := pg_catalog.gen_random_uuid();
        said.id := id; said.public_no := number; said.registered_by_id := me;
        said.state := 'registered'; said.level := 1; said.reopen_count := 0; said.version := 1;
        said.closed_at := NULL;
        INSERT INTO vip_private.complaint SELECT said.*;
        FOR one IN SELECT * FROM pg_catalog.jsonb_array_elements(p -> 'clocks') LOOP
            INSERT INTO vip_private.complaint_clock
                (id, complaint_id, kind, round, started_at, due_at, verdict, calendar_version)
                VALUES (pg_catalog.gen_random_uuid(), said.id, one ->> 'kind', 1,
                    (one ->> 'started_at')::timestamptz, (one ->> 'due_at')::timestamptz,
                    'running', one ->> 'calendar_version');
        END LOOP;
        INSERT INTO vip_private.case_event
            (id, complaint_id, at, staff_id, role, actor_kind, kind, channel, text, payload)
            VALUES (pg_catalog.gen_random_uuid(), said.id, said.registered_at, me, my_role,
                'human', 'registered', said.channel, '',
                ((p -> 'history') || '{"seq": 0}')::json);
        flags := ARRAY(SELECT pg_catalog.jsonb_array_elements_text(p -> 'flags'));
        IF EXISTS (SELECT 1 FROM vip_private.complaint k WHERE k.client_id = said.client_id
            AND k.id <> said.id AND k.received_at >= (p ->> 'repeat_since')::timestamptz
            AND k.state NOT IN ('void', 'duplicate', 'reclassified')) THEN
            flags := flags || 'repeat'::text;
        END IF;
        IF (SELECT s.band FROM vip_private.health_snapshot s
            WHERE s.client_id = said.client_id ORDER BY s.at DESC LIMIT 1) = 'at_risk' THEN
            flags := flags || 'at_risk'::text;
        END IF;
        FOREACH flag IN ARRAY flags LOOP
            seq := seq + 1;
            row_id := pg_catalog.gen_random_uuid();
            INSERT INTO vip_private.complaint_flag (id, complaint_id, kind, raised_at, instruction)
                VALUES (row_id, said.id, flag, said.registered_at, '');
            INSERT INTO vip_private.case_event
                (id, complaint_id, at, staff_id, role, actor_kind, kind, text, payload)
                VALUES (pg_catalog.gen_random_uuid(), said.id, said.registered_at, me, my_role,
                    'human', 'flag', '',
                    pg_catalog.json_build_object('flag', flag, 'seq', seq));
        END LOOP;
        IF pg_catalog.jsonb_typeof(p -> 'hold') = 'object' THEN
            SELECT * INTO hold FROM vip.invite_hold i WHERE i.client_id = said.client_id;
            SELECT * INTO before FROM vip_private.hold_source h
                WHERE h.client_id = said.client_id AND h.lifted_at IS NULL LIMIT 1;
            INSERT INTO vip_private.hold_source
                (id, complaint_id, client_id, other_kind, other_review_on)
                VALUES (pg_catalog.gen_random_uuid(), said.id, said.client_id,
                    CASE WHEN before.id IS NULL THEN hold.kind ELSE before.other_kind END,
                    CASE WHEN before.id IS NULL THEN hold.review_on
                         ELSE before.other_review_on END);
            IF hold.id IS NULL THEN
                hold.id := pg_catalog.gen_random_uuid();
                INSERT INTO vip.invite_hold (id, client_id, kind, review_on)
                    VALUES (hold.id, said.client_id, p -> 'hold' ->> 'kind',
                        (p -> 'hold' ->> 'review_on')::timestamptz);
            ELSE
                UPDATE vip.invite_hold i SET
                    kind = CASE WHEN p -> 'hold' ->> 'kind' = 'no_invite' THEN 'no_invite'
                        ELSE i.kind END,
                    review_on = GREATEST(i.review_on, CASE WHEN i.review_on IS NULL THEN NULL
                        ELSE (p -> 'hold' ->> 'review_on')::timestamptz END)
                    WHERE i.id = hold.id;
            END IF;
        END IF;
        INSERT INTO vip_audit.journal_entry
            (at, actor, verb, object_table, object_id, fields, prev_hash, hash)
            VALUES (said.registered_at, me::text, 'file_complaint', 'complaint', said.id,
                'words_of_client,wish_of_client', '', '');
        RETURN NEXT;
    END $$"""


FILE_COMPLAINT = Procedure("file_complaint(jsonb)", EVERYBODY, _TEXT)
