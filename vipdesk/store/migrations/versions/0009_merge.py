"""Two clients become one, and two again."""

from __future__ import annotations

from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

_VAULT: tuple[str, ...] = (
    """DROP TRIGGER consent_stays""",
    """CREATE TRIGGER consent_stays BEFORE UPDATE ON consent
    WHEN NEW.id <> OLD.id OR NEW.topic <> OLD.topic
      OR NEW.text_version <> OLD.text_version OR NEW.given_at <> OLD.given_at
      OR NEW.withdrawal <> OLD.withdrawal
      OR (NEW.client_id <> OLD.client_id AND NOT EXISTS (SELECT 1 FROM client_merge m
          WHERE (m.client_id = NEW.client_id AND m.other_client_id = OLD.client_id)
             OR (m.client_id = OLD.client_id AND m.other_client_id = NEW.client_id)))
    BEGIN SELECT RAISE(ABORT, 'the consent ledger is only added to'); END""",
    """CREATE TRIGGER complaint_follows_merge AFTER INSERT ON complaint
    WHEN (SELECT c.merged_into_id FROM client c WHERE c.id = NEW.client_id) IS NOT NULL
    BEGIN UPDATE complaint SET client_id = (SELECT c.merged_into_id FROM client c
        WHERE c.id = NEW.client_id) WHERE id = NEW.id; END""",
    """CREATE TRIGGER consent_follows_merge AFTER INSERT ON consent
    WHEN (SELECT c.merged_into_id FROM client c WHERE c.id = NEW.client_id) IS NOT NULL
    BEGIN UPDATE consent SET client_id = (SELECT c.merged_into_id FROM client c
        WHERE c.id = NEW.client_id) WHERE id = NEW.id; END""",
    """CREATE TRIGGER privacy_request_follows_merge AFTER INSERT ON privacy_request
    WHEN (SELECT c.merged_into_id FROM client c WHERE c.id = NEW.client_id) IS NOT NULL
    BEGIN UPDATE privacy_request SET client_id = (SELECT c.merged_into_id FROM client c
        WHERE c.id = NEW.client_id) WHERE id = NEW.id; END""",
)

_TEAM: tuple[str, ...] = (
    """CREATE OR REPLACE FUNCTION vip.consent_stays() RETURNS trigger LANGUAGE plpgsql
    SET search_path = '' AS $$
    BEGIN
        IF (NEW.id, NEW.topic, NEW.text_version, NEW.given_at, NEW.withdrawal)
           IS DISTINCT FROM
           (OLD.id, OLD.topic, OLD.text_version, OLD.given_at, OLD.withdrawal) THEN
            RAISE EXCEPTION 'the consent ledger is only added to';
        END IF;
        IF NEW.client_id IS DISTINCT FROM OLD.client_id THEN
            -- Two clients who are one: nothing else changes whose an entry is.
            IF NOT EXISTS (SELECT 1 FROM vip.client_merge m
                WHERE (m.client_id = NEW.client_id AND m.other_client_id = OLD.client_id)
                   OR (m.client_id = OLD.client_id AND m.other_client_id = NEW.client_id)) THEN
                RAISE EXCEPTION 'the consent ledger is only added to';
            END IF;
        END IF;
        RETURN NEW;
    END $$""",
    """CREATE FUNCTION vip_api.client_columns() RETURNS TABLE (tbl text, col text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
        SELECT k.conrelid::regclass::text, a.attname::text
        FROM pg_catalog.pg_constraint k
        JOIN pg_catalog.pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
        WHERE k.contype = 'f' AND k.confrelid = 'vip.client'::regclass
          AND (k.conrelid::regclass::text, a.attname)
              <> ('vip.client_merge', 'other_client_id')
          AND k.conrelid <> 'vip.search_note'::regclass -- follows its text by itself
        $$""",
    """CREATE FUNCTION vip_api.client_uniques() RETURNS TABLE (tbl text, cols text[])
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
        SELECT u.tbl, u.cols FROM (
            SELECT i.indrelid::regclass::text AS tbl, ARRAY(
                SELECT a.attname::text FROM pg_catalog.unnest(i.indkey::int2[]) n
                JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = n
                ORDER BY 1) AS cols
            FROM pg_catalog.pg_index i
            WHERE i.indisunique AND i.indpred IS NULL AND NOT i.indisprimary) u
        WHERE EXISTS (SELECT 1 FROM vip_api.client_columns() c
            WHERE c.tbl = u.tbl AND c.col = ANY (u.cols))
        UNION ALL SELECT 'vip.contact_point', ARRAY['client_id', 'kind', 'normalised']
        $$""",
    """CREATE FUNCTION vip_api.may_merge(p_by uuid, p_one uuid, p_other uuid) RETURNS void
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
        DECLARE my_role text := vip_api.hands_over(p_by); mine integer;
        BEGIN
            IF my_role = 'manager'
                AND NOT pg_catalog.pg_has_role(session_user, current_user, 'MEMBER') THEN
                SELECT pg_catalog.count(*) INTO mine FROM vip.client c
                    WHERE c.id IN (p_one, p_other)
                    AND (c.manager_id = ANY ((SELECT vip_api.led())::uuid[])
                         OR c.deputy_id = p_by);
                IF mine < 2 THEN
                    RAISE EXCEPTION 'not yours to merge' USING ERRCODE = '42501';
                END IF;
            END IF;
        END $$""",
    """CREATE FUNCTION vip_api.fold_row(p_table text, p_row jsonb, p_kept uuid) RETURNS jsonb
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
        DECLARE child record; ids jsonb; pointed jsonb := '[]';
        BEGIN
            FOR child IN SELECT k.conrelid::regclass::text AS tbl, a.attname::text AS col
                FROM pg_catalog.pg_constraint k JOIN pg_catalog.pg_attribute a
                ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
                WHERE k.contype = 'f' AND k.confrelid = p_table::regclass
            LOOP
                EXECUTE pg_catalog.format('WITH m AS (UPDATE %s x SET %I = $1 WHERE x.%I = $2
                    RETURNING x.id) SELECT COALESCE(pg_catalog.jsonb_agg(m.id), ''[]'') FROM m',
                    child.tbl, child.col, child.col)
                    INTO ids USING p_kept, (p_row ->> 'id')::uuid;
                IF pg_catalog.jsonb_array_length(ids) > 0 THEN
                    pointed := pointed || pg_catalog.jsonb_build_object('table', child.tbl,
                        'column', child.col, 'ids', ids, 'from', p_row ->> 'id', 'to', p_kept);
                END IF;
            END LOOP;
            EXECUTE pg_catalog.format('DELETE FROM %s x WHERE x.id = $1', p_table)
                USING (p_row ->> 'id')::uuid;
            RETURN pointed;
        END $$""",
    """CREATE FUNCTION vip_api.merge_clients(p_id uuid, p_winner uuid, p_loser uuid,
            p_take text[], p_sort_key text, p_former text, p_by uuid, p_at timestamptz)
        RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
        DECLARE
            moment timestamptz := vip_api.moment_said(p_at);
            w vip.client; l vip.client; one record; row jsonb; rows jsonb; told text; wanted text;
            moved jsonb := '[]'; folded jsonb := '[]'; pointed jsonb := '[]';
            changed jsonb := '[]'; added jsonb := '[]'; key uuid; was jsonb; now_is jsonb;
            mine vip.invite_hold; theirs vip.invite_hold;
        BEGIN
            PERFORM 1 FROM vip.client c WHERE c.id IN (p_winner, p_loser) ORDER BY c.id FOR UPDATE;
            SELECT c.* INTO w FROM vip.client c WHERE c.id = p_winner;
            SELECT c.* INTO l FROM vip.client c WHERE c.id = p_loser;
            IF w.id IS NULL OR l.id IS NULL OR p_winner = p_loser
                OR w.erased_at IS NOT NULL OR l.erased_at IS NOT NULL THEN
                RAISE EXCEPTION 'not to be merged' USING ERRCODE = '22023';
            END IF;
            PERFORM vip_api.may_merge(p_by, p_winner, p_loser);
            INSERT INTO vip.client_merge
                (id, client_id, other_client_id, merged_at, merged_by_id, former_name, before)
                VALUES (p_id, p_winner, p_loser, moment, p_by, p_former, '{}');
            -- Holds: the stricter stands; a complaint's end must not lift the other's own hold.
            SELECT h.* INTO mine FROM vip.invite_hold h WHERE h.client_id = p_winner;
            SELECT h.* INTO theirs FROM vip.invite_hold h WHERE h.client_id = p_loser;
            IF mine.id IS NOT NULL AND theirs.id IS NOT NULL THEN
                changed := changed || vip_api.set_value('vip.invite_hold', mine.id, 'kind',
                    pg_catalog.to_jsonb(CASE WHEN 'no_invite' IN (mine.kind, theirs.kind)
                        THEN 'no_invite' ELSE mine.kind END));
                changed := changed || vip_api.set_value('vip.invite_hold', mine.id, 'review_on',
                    pg_catalog.to_jsonb(CASE WHEN mine.review_on IS NULL
                        OR theirs.review_on IS NULL THEN NULL
                        ELSE GREATEST(mine.review_on, theirs.review_on) END));
                FOR one IN SELECT h.id, h.client_id FROM vip_private.hold_source h
                    WHERE h.client_id IN (p_winner, p_loser) AND h.lifted_at IS NULL
                    AND h.other_kind IS NULL AND NOT EXISTS (
                        SELECT 1 FROM vip_private.hold_source o WHERE o.lifted_at IS NULL
                        AND o.client_id IN (p_winner, p_loser) AND o.client_id <> h.client_id)
                LOOP
                    changed := changed || vip_api.set_value('vip_private.hold_source', one.id,
                        'other_kind', pg_catalog.to_jsonb(CASE WHEN one.client_id = p_winner
                            THEN theirs.kind ELSE mine.kind END));
                    changed := changed || vip_api.set_value('vip_private.hold_source', one.id,
                        'other_review_on', pg_catalog.to_jsonb(CASE WHEN one.client_id = p_winner
                            THEN theirs.review_on ELSE mine.review_on END));
                END LOOP;
            END IF;
            -- Taken off a list by hand: taken off for both.
            FOR one IN SELECT y.id FROM vip.guest x JOIN vip.guest y
                ON y.guest_list_id = x.guest_list_id AND y.client_id = p_winner
                WHERE x.client_id = p_loser AND x.place = 'veto' AND y.place <> 'veto'
            LOOP
                changed := changed
                    || vip_api.set_value('vip.guest', one.id, 'place', '"veto"');
            END LOOP;
            -- Preferred is one of a kind.
            FOR one IN SELECT x.id FROM vip.contact_point x WHERE x.client_id = p_loser
                AND x.preferred AND EXISTS (SELECT 1 FROM vip.contact_point y
                    WHERE y.client_id = p_winner AND y.kind = x.kind AND y.preferred)
            LOOP
                changed := changed
                    || vip_api.set_value('vip.contact_point', one.id, 'preferred', 'false');
            END LOOP;
            -- The wishes of each record go on binding by themselves: the stricter stands.
            FOR one IN SELECT p.id FROM vip.channel_preference p
                WHERE p.client_id = p_loser AND p.said_as IS NULL
            LOOP
                changed := changed || vip_api.set_value('vip.channel_preference', one.id,
                    'said_as', pg_catalog.to_jsonb(p_loser));
            END LOOP;
            -- What would stand twice.
            FOR one IN SELECT u.tbl, u.cols FROM vip_api.client_uniques() u LOOP
                SELECT pg_catalog.string_agg(CASE WHEN c.col IS NULL
                        THEN pg_catalog.format('y.%I = x.%I', n, n)
                        ELSE pg_catalog.format(
                            'y.%I = CASE WHEN x.%I = $1 THEN $2 ELSE x.%I END', n, n, n)
                        END, ' AND '),
                    pg_catalog.string_agg(CASE WHEN c.col IS NOT NULL
                        THEN pg_catalog.format('x.%I = $1', n) END, ' OR ')
                    INTO told, wanted
                    FROM pg_catalog.unnest(one.cols) n LEFT JOIN vip_api.client_columns() c
                    ON c.tbl = one.tbl AND c.col = n;
                EXECUTE pg_catalog.format('SELECT COALESCE(pg_catalog.jsonb_agg(
                        pg_catalog.jsonb_build_object(''row'', pg_catalog.to_jsonb(x),
                            ''kept'', y.id)), ''[]'')
                    FROM %s x JOIN %s y ON y.id <> x.id AND %s WHERE %s',
                    one.tbl, one.tbl, told, wanted) INTO rows USING p_loser, p_winner;
                FOR row IN SELECT e FROM pg_catalog.jsonb_array_elements(rows) e LOOP
                    pointed := pointed || vip_api.fold_row(
                        one.tbl, row -> 'row', (row ->> 'kept')::uuid);
                    folded := folded || pg_catalog.jsonb_build_object(
                        'table', one.tbl, 'row', row -> 'row');
                END LOOP;
            END LOOP;
            -- Who stood around oneself.
            FOR one IN SELECT a.tbl, a.col AS here, b.col AS there
                FROM vip_api.client_columns() a JOIN vip_api.client_columns() b
                ON b.tbl = a.tbl AND b.col > a.col
                WHERE a.tbl NOT IN ('vip.client', 'vip.client_merge')
                AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_constraint k WHERE k.contype = 'f'
                    AND k.confrelid = a.tbl::regclass AND a.tbl <> 'vip.person_around')
            LOOP
                EXECUTE pg_catalog.format('SELECT COALESCE(pg_catalog.jsonb_agg(
                        pg_catalog.to_jsonb(x)), ''[]'') FROM %s x
                    WHERE (x.%I = $1 AND x.%I = $2) OR (x.%I = $2 AND x.%I = $1)',
                    one.tbl, one.here, one.there, one.here, one.there)
                    INTO rows USING p_loser, p_winner;
                FOR row IN SELECT e FROM pg_catalog.jsonb_array_elements(rows) e LOOP
                    CONTINUE WHEN one.tbl = 'vip.person_around' AND EXISTS (
                        SELECT 1 FROM vip.channel_preference p
                        WHERE p.via_person_id = (row ->> 'id')::uuid);
                    pointed := pointed || vip_api.fold_row(one.tbl, row, NULL);
                    folded := folded || pg_catalog.jsonb_build_object(
                        'table', one.tbl, 'row', row);
                END LOOP;
            END LOOP;
            -- Everything else moves.
            FOR one IN SELECT c.tbl, c.col FROM vip_api.client_columns() c
                WHERE (c.tbl, c.col) <> ('vip.client_merge', 'client_id')
                UNION ALL SELECT 'vip.client_merge', 'client_id' LOOP
                EXECUTE pg_catalog.format('WITH m AS (UPDATE %s x SET %I = $1 WHERE x.%I = $2
                    RETURNING x.id) SELECT COALESCE(pg_catalog.jsonb_agg(m.id), ''[]'') FROM m',
                    one.tbl, one.col, one.col) INTO rows USING p_winner, p_loser;
                IF pg_catalog.jsonb_array_length(rows) > 0 THEN
                    moved := moved || pg_catalog.jsonb_build_object(
                        'table', one.tbl, 'column', one.col, 'ids', rows);
                END IF;
            END LOOP;
            -- The client: what was chosen, and of privacy always the stricter.
            was := pg_catalog.to_jsonb(w);
            now_is := pg_catalog.to_jsonb(l);
            FOR one IN SELECT a.attname::text AS col FROM pg_catalog.pg_attribute a
                WHERE a.attrelid = 'vip.client'::regclass AND a.attnum > 0 AND NOT a.attisdropped
                AND a.attname = ANY (p_take) AND a.attname NOT IN (
                    'id', 'version', 'sort_key', 'created_at', 'erased_at', 'merged_into_id',
                    'restricted_at', 'mourning_until', 'official', 'formality', 'left_on',
                    'last_contact_at', 'manager_id', 'deputy_id', 'import_batch_id')
            LOOP
                changed := changed
                    || vip_api.set_value('vip.client', p_winner, one.col, now_is -> one.col);
            END LOOP;
            changed := changed
                || vip_api.set_value('vip.client', p_winner, 'sort_key',
                    pg_catalog.to_jsonb(p_sort_key))
                || vip_api.set_value('vip.client', p_winner, 'restricted_at',
                    pg_catalog.to_jsonb(LEAST(w.restricted_at, l.restricted_at)))
                || vip_api.set_value('vip.client', p_winner, 'mourning_until',
                    pg_catalog.to_jsonb(GREATEST(w.mourning_until, l.mourning_until)))
                || vip_api.set_value('vip.client', p_winner, 'official',
                    pg_catalog.to_jsonb(w.official OR l.official))
                || vip_api.set_value('vip.client', p_winner, 'formality',
                    pg_catalog.to_jsonb(GREATEST(w.formality, l.formality)))
                || vip_api.set_value('vip.client', p_winner, 'last_contact_at',
                    pg_catalog.to_jsonb(GREATEST(w.last_contact_at, l.last_contact_at)))
                || vip_api.set_value('vip.client', p_winner, 'created_at',
                    pg_catalog.to_jsonb(LEAST(w.created_at, l.created_at)))
                || vip_api.set_value('vip.client', p_winner, 'left_on',
                    pg_catalog.to_jsonb(CASE WHEN w.left_on IS NULL OR l.left_on IS NULL
                        THEN NULL ELSE GREATEST(w.left_on, l.left_on) END))
                || vip_api.set_value('vip.client', p_winner, 'manager_id',
                    pg_catalog.to_jsonb(COALESCE(w.manager_id, l.manager_id)));
            UPDATE vip.client c SET version = c.version + 1 WHERE c.id = p_winner;
            -- A no that either of them said last stands.
            FOR one IN SELECT DISTINCT c.topic FROM vip.consent c WHERE c.client_id = p_winner
            LOOP
                IF EXISTS (SELECT 1 FROM (
                        SELECT DISTINCT ON (m.id IS NOT NULL)
                            c.withdrawal OR c.withdrawn_at IS NOT NULL AS said_no
                        FROM vip.consent c LEFT JOIN (
                            SELECT e::uuid AS id FROM pg_catalog.jsonb_array_elements(moved) t,
                                pg_catalog.jsonb_array_elements_text(t -> 'ids') e
                            WHERE t ->> 'table' = 'vip.consent') m ON m.id = c.id
                        WHERE c.client_id = p_winner AND c.topic = one.topic
                        ORDER BY m.id IS NOT NULL, c.given_at DESC, c.id DESC) last
                        WHERE last.said_no)
                    AND NOT (SELECT c.withdrawal OR c.withdrawn_at IS NOT NULL
                        FROM vip.consent c
                        WHERE c.client_id = p_winner AND c.topic = one.topic
                        ORDER BY c.given_at DESC, c.id DESC LIMIT 1)
                THEN
                    key := pg_catalog.gen_random_uuid();
                    INSERT INTO vip.consent (id, client_id, topic, text_version, evidence,
                            given_at, withdrawal, heard_by_id, document, noted_at)
                        VALUES (key, p_winner, one.topic, 'merge', '', moment, true, p_by, '',
                            moment);
                    added := added || pg_catalog.to_jsonb(key);
                END IF;
            END LOOP;
            -- The other stays as a shell without a word.
            SELECT pg_catalog.string_agg(pg_catalog.format('%I = %s', a.attname, CASE
                    WHEN a.attname = 'surname' THEN '''–'''
                    WHEN a.attname = 'merged_into_id' THEN pg_catalog.quote_literal(p_winner)
                    WHEN a.attname = 'erased_at' THEN pg_catalog.quote_literal(moment)
                    WHEN a.attname = 'left_on' THEN 'CURRENT_DATE'
                    WHEN NOT a.attnotnull THEN 'NULL'
                    WHEN a.atttypid IN ('json'::regtype, 'jsonb'::regtype) THEN '''[]'''
                    ELSE '''''' END), ', ') INTO told
                FROM pg_catalog.pg_attribute a
                WHERE a.attrelid = 'vip.client'::regclass AND a.attnum > 0 AND NOT a.attisdropped
                AND (NOT a.attnotnull OR (a.atttypid IN ('json'::regtype, 'jsonb'::regtype,
                    'varchar'::regtype, 'text'::regtype) AND a.attname <> 'address_form'));
            EXECUTE pg_catalog.format('UPDATE vip.client c SET %s, version = c.version + 1
                WHERE c.id = $1', told) USING p_loser;
            UPDATE vip.client_merge m SET before = pg_catalog.jsonb_build_object(
                'loser', pg_catalog.to_jsonb(l), 'winner', pg_catalog.to_jsonb(w),
                'moved', moved, 'folded', folded, 'pointed', pointed,
                'changed', changed, 'added', added)::json WHERE m.id = p_id;
        END $$""",
    """CREATE FUNCTION vip_api.set_value(p_table text, p_id uuid, p_column text, p_value jsonb)
        RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
        DECLARE old jsonb; is_now jsonb;
        BEGIN
            EXECUTE pg_catalog.format('SELECT pg_catalog.to_jsonb(x.%I) FROM %s x
                WHERE x.id = $1', p_column, p_table) INTO old USING p_id;
            EXECUTE pg_catalog.format('UPDATE %s x SET %I = (pg_catalog.jsonb_populate_record(
                NULL::%s, pg_catalog.jsonb_build_object(%L, $1))).%I WHERE x.id = $2
                RETURNING pg_catalog.to_jsonb(x.%I)', p_table, p_column, p_table, p_column,
                p_column, p_column) INTO is_now USING p_value, p_id;
            IF old IS NOT DISTINCT FROM is_now THEN RETURN '[]'; END IF;
            RETURN pg_catalog.jsonb_build_array(pg_catalog.jsonb_build_object('table', p_table,
                'id', p_id, 'column', p_column, 'old', old, 'new', is_now));
        END $$""",
    """CREATE FUNCTION vip_api.unmerge_clients(p_id uuid, p_by uuid, p_at timestamptz)
        RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
        DECLARE
            moment timestamptz := vip_api.moment_said(p_at);
            m vip.client_merge; kept integer := 0; one jsonb; told text; before jsonb;
            w vip.client; is_now jsonb; my_role text := vip_api.hands_over(p_by); own uuid[];
        BEGIN
            SELECT x.* INTO m FROM vip.client_merge x WHERE x.id = p_id FOR UPDATE;
            IF m.id IS NULL OR m.undone_at IS NOT NULL THEN
                RAISE EXCEPTION 'not to be undone' USING ERRCODE = '22023';
            END IF;
            IF EXISTS (SELECT 1 FROM vip.client_merge o,
                    pg_catalog.jsonb_array_elements(o.before::jsonb -> 'moved') p
                WHERE o.client_id = m.client_id AND o.undone_at IS NULL
                AND p ->> 'table' = 'vip.client_merge' AND p -> 'ids' ? m.id::text) THEN
                RAISE EXCEPTION 'merged further' USING ERRCODE = '22023';
            END IF;
            PERFORM 1 FROM vip.client c WHERE c.id IN (m.client_id, m.other_client_id)
                ORDER BY c.id FOR UPDATE;
            SELECT c.* INTO w FROM vip.client c WHERE c.id = m.client_id;
            PERFORM vip_api.may_unmerge(p_by, m.client_id);
            before := m.before::jsonb;
            -- The shell becomes the client again.
            SELECT pg_catalog.string_agg(pg_catalog.quote_ident(a.attname), ', ') INTO told
                FROM pg_catalog.pg_attribute a WHERE a.attrelid = 'vip.client'::regclass
                AND a.attnum > 0 AND NOT a.attisdropped AND a.attname NOT IN ('id', 'version');
            EXECUTE pg_catalog.format('UPDATE vip.client c SET (%s) = (SELECT %s FROM
                pg_catalog.jsonb_populate_record(c, $1)), version = c.version + 1
                WHERE c.id = $2', told, told)
                USING before -> 'loser', m.other_client_id;
            FOR one IN SELECT e FROM pg_catalog.jsonb_array_elements(before -> 'moved') e LOOP
                EXECUTE pg_catalog.format('UPDATE %s x SET %I = $1 WHERE x.%I = $2
                    AND x.id IN (SELECT e::uuid FROM pg_catalog.jsonb_array_elements_text($3) e)',
                    one ->> 'table', one ->> 'column', one ->> 'column')
                    USING m.other_client_id, m.client_id, one -> 'ids';
            END LOOP;
            FOR one IN SELECT e FROM pg_catalog.jsonb_array_elements(before -> 'folded') e LOOP
                EXECUTE pg_catalog.format('INSERT INTO %s SELECT (pg_catalog.jsonb_populate_record(
                    NULL::%s, $1)).* ON CONFLICT DO NOTHING', one ->> 'table', one ->> 'table')
                    USING one -> 'row';
            END LOOP;
            FOR one IN SELECT e FROM pg_catalog.jsonb_array_elements(before -> 'pointed') e LOOP
                EXECUTE pg_catalog.format('UPDATE %s x SET %I = $1 WHERE x.%I IS NOT DISTINCT
                    FROM $2 AND x.id IN (SELECT e::uuid
                    FROM pg_catalog.jsonb_array_elements_text($3) e)',
                    one ->> 'table', one ->> 'column', one ->> 'column')
                    USING (one ->> 'from')::uuid, (one ->> 'to')::uuid, one -> 'ids';
            END LOOP;
            -- What was changed goes back, unless somebody has changed it since.
            FOR one IN SELECT e FROM pg_catalog.jsonb_array_elements(before -> 'changed') e LOOP
                EXECUTE pg_catalog.format('SELECT pg_catalog.to_jsonb(x.%I) FROM %s x
                    WHERE x.id = $1', one ->> 'column', one ->> 'table')
                    INTO is_now USING (one ->> 'id')::uuid;
                IF is_now IS NOT DISTINCT FROM NULLIF(one -> 'new', 'null'::jsonb) THEN
                    PERFORM vip_api.set_value(one ->> 'table', (one ->> 'id')::uuid,
                        one ->> 'column', NULLIF(one -> 'old', 'null'::jsonb));
                ELSIF one ->> 'column' <> 'sort_key' THEN
                    kept := kept + 1;
                END IF;
            END LOOP;
            UPDATE vip.client c SET version = c.version + 1 WHERE c.id = m.client_id;
            DELETE FROM vip.consent c WHERE c.text_version = 'merge' AND c.id IN (
                SELECT e::uuid FROM pg_catalog.jsonb_array_elements_text(before -> 'added') e);
            -- What was forbidden since is forbidden for both: nobody knows who of them said it.
            INSERT INTO vip.consent (id, client_id, topic, text_version, evidence, given_at,
                    withdrawn_at, withdrawal, form, channel, heard_by_id, document, noted_at)
                SELECT pg_catalog.gen_random_uuid(), m.other_client_id, c.topic, c.text_version,
                    c.evidence, c.given_at, c.withdrawn_at, c.withdrawal, c.form, c.channel,
                    c.heard_by_id, c.document, c.noted_at
                FROM vip.consent c WHERE c.client_id = m.client_id AND c.withdrawal
                AND c.noted_at > m.merged_at;
            INSERT INTO vip.channel_preference (id, client_id, channel, topic, rule, weekdays,
                    from_minute, to_minute, zone, valid_until, source, noted_at)
                SELECT pg_catalog.gen_random_uuid(), m.other_client_id, p.channel, p.topic, p.rule,
                    p.weekdays, p.from_minute, p.to_minute, p.zone, p.valid_until, p.source,
                    p.noted_at
                FROM vip.channel_preference p WHERE p.client_id = m.client_id
                AND p.rule = 'forbid' AND p.noted_at > m.merged_at;
            UPDATE vip.client c SET
                restricted_at = COALESCE(c.restricted_at, CASE
                    WHEN w.restricted_at > m.merged_at THEN w.restricted_at END),
                mourning_until = CASE WHEN w.mourning_until IS DISTINCT FROM GREATEST(
                        (before #>> '{winner,mourning_until}')::date, c.mourning_until)
                    THEN GREATEST(w.mourning_until, c.mourning_until) ELSE c.mourning_until END
                WHERE c.id = m.other_client_id;
            UPDATE vip.client_merge x SET undone_at = moment, before = '{}' WHERE x.id = p_id;
            RETURN kept;
        END $$""",
    """CREATE FUNCTION vip_api.may_unmerge(p_by uuid, p_one uuid) RETURNS void
        LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = '' AS $$
        BEGIN
            IF vip_api.hands_over(p_by) = 'manager'
                AND NOT pg_catalog.pg_has_role(session_user, current_user, 'MEMBER') THEN
                PERFORM 1 FROM vip.client c WHERE c.id = p_one
                    AND (c.manager_id = ANY ((SELECT vip_api.led())::uuid[])
                         OR c.deputy_id = p_by);
                IF NOT FOUND THEN
                    RAISE EXCEPTION 'not yours to undo' USING ERRCODE = '42501';
                END IF;
            END IF;
        END $$""",
    """CREATE FUNCTION vip_api.follow_merge() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = '' AS $$
    DECLARE stays uuid;
    BEGIN
        LOOP
            SELECT c.merged_into_id INTO stays FROM vip.client c WHERE c.id = NEW.client_id;
            EXIT WHEN stays IS NULL;
            NEW.client_id := stays;
        END LOOP;
        RETURN NEW;
    END $$""",
    """CREATE TRIGGER follows_merge BEFORE INSERT ON vip_private.complaint
        FOR EACH ROW EXECUTE FUNCTION vip_api.follow_merge()""",
    """CREATE TRIGGER follows_merge BEFORE INSERT ON vip.consent
        FOR EACH ROW EXECUTE FUNCTION vip_api.follow_merge()""",
    """CREATE TRIGGER follows_merge BEFORE INSERT ON vip.privacy_request
        FOR EACH ROW EXECUTE FUNCTION vip_api.follow_merge()""",
)


def upgrade() -> None:

    for statement in _TEAM if op.get_bind().dialect.name == "postgresql" else _VAULT:
        op.execute(statement)
