"""Search behind the policies: a policy would keep the indexes of words from being used.

Each procedure leaves out what the caller may not see before it cuts, never after. A manager's
search reads the rows of the own clients one by one, and of nobody else: how long it takes, and
what it finds first, tells nothing of the others. What few may read has an index of its own.
"""

from __future__ import annotations

from vipdesk.access.rights.procedure import Procedure
from vipdesk.vocabulary import Role

_SEEKERS = (Role.MANAGER, Role.COORDINATOR, Role.HEAD, Role.EXECUTIVE, Role.ADMINISTRATOR)
_COLUMNS = """e.kind::text, e.object_id, e.title::text, e.detail::text, e.tokens::text,
                e.folded::text, e.tails::text"""
_RETURNS = """TABLE (kind text, object_id uuid, title text, detail text, tokens text,
            folded text, tails text)"""
_IS_MANAGER = "pg_catalog.pg_has_role(session_user, 'vip_manager', 'MEMBER')"
# What is open to everybody who signs in, and what belongs to the own clients.
_OWN = """own AS MATERIALIZED (
                SELECT x.* FROM vip.search_entry x WHERE x.object_id = ANY (mine)
                UNION ALL
                SELECT x.* FROM vip.search_entry x WHERE x.kind IN ('event', 'venue'))"""
_MINE = """mine := vip_api.my_clients();
            mine := mine || ARRAY(
                SELECT s.id FROM vip.status_card s WHERE s.client_id = ANY (mine));"""
# Not by the index of kinds, which would read them all.
_OF_KINDS = "(pg_catalog.cardinality(p_kinds) = 0 OR e.kind || '' = ANY (p_kinds))"
# Patterns are slow on a thousand rows: what has none of the first word's readings is left out
# before. Many readings (one letter off) are quicker as one pattern.
_FIRST = """first := pg_catalog.string_to_array(pg_catalog.split_part(
                pg_catalog.split_part(p_patterns[1], '(', 3), ')', 1), '|');
            first := CASE WHEN pg_catalog.cardinality(first) BETWEEN 1 AND 16
                THEN ARRAY(SELECT ' ' || f FROM pg_catalog.unnest(first) f)
                ELSE '{" "}' END;"""
# Parameters as they are: a word of two letters and one of ten want different plans.
_PLANNED = (
    "SECURITY DEFINER SET search_path = '' SET plan_cache_mode = 'force_custom_plan'"
    " SET enable_seqscan = off"
)


def _beginning(column: str, parameter: str) -> str:
    """The first rows of a column, in its order, that begin so."""
    whole = f'e.{column} COLLATE pg_catalog."C"'
    return f"""SELECT {_COLUMNS} FROM vip.search_entry e
                WHERE {parameter} <> '' AND {whole} >= {parameter}
                AND {whole} < {parameter} || pg_catalog.chr(1114109) AND {_OF_KINDS}
                ORDER BY {whole} LIMIT LEAST(p_limit, 48)"""


# The given name before the surname: the index of revision 0018.
_TURNED = """(pg_catalog.split_part(e.sounded, ' ', 2) || ' '
                || pg_catalog.split_part(e.sounded, ' ', 1))"""


def _named(line: str) -> str:
    """The first rows, in the order of `line`, that begin with the first word and have the others
    as beginnings of any word.
    """
    whole = f'{line} COLLATE pg_catalog."C"'
    return f"""SELECT {_COLUMNS} FROM vip.search_entry e
                WHERE start <> '' AND {whole} >= start
                AND {whole} < start || pg_catalog.chr(1114109)
                AND ' ' || e.sounded LIKE ALL (others) AND {_OF_KINDS}
                ORDER BY {whole} LIMIT LEAST(p_limit, 48)"""


_SPLIT = """start := pg_catalog.split_part(p_sounded, ' ', 1);
            others := ARRAY(SELECT '% ' || w || '%' FROM pg_catalog.unnest(
                (pg_catalog.string_to_array(p_sounded, ' '))[2:]) w);"""
_WORDS = """pg_catalog.to_tsvector('pg_catalog.simple', n.words) OPERATOR(pg_catalog.@@)
                        pg_catalog.to_tsquery('pg_catalog.simple', p_query)"""


def _has_words(column: str) -> str:
    """The quick test first: the planner holds one pattern for cheaper than many words."""
    return f"""CASE WHEN EXISTS (SELECT FROM pg_catalog.unnest(first) f
                        WHERE pg_catalog.strpos(' ' || {column}, f) > 0)
                    THEN {column} OPERATOR(pg_catalog.~) ALL (p_patterns) ELSE false END"""


_AMONG = _has_words("n.words")


def _newest(readable: str, also: str = "") -> str:
    """The newest texts are read one by one until they tell of a fifth of `p_limit` clients. Where
    the first two thousand have some of the words, so many more are read as should have enough:
    of a single word six, for fewer the index is quicker.
    """
    among = f"""newest := ARRAY(SELECT n."rowid" FROM (
                    SELECT x.* FROM vip.search_note x WHERE {readable}
                    ORDER BY x."rowid" DESC LIMIT {{many}}) n
                    WHERE {_AMONG} {also}
                    ORDER BY n."rowid" DESC LIMIT LEAST(p_limit, 1000));
                seen := (SELECT pg_catalog.count(DISTINCT n.client_id) FROM vip.search_note n
                    WHERE n."rowid" = ANY (newest));"""
    more = "LEAST(20000, 1080 * p_limit / pg_catalog.cardinality(newest))"
    return f"""{among.format(many=2000)}
                IF 5 * seen < p_limit AND pg_catalog.cardinality(newest) >
                    (CASE pg_catalog.cardinality(p_patterns) WHEN 1 THEN 5 ELSE 3 END) THEN
                {among.format(many=more)}
                END IF;
                RETURN QUERY SELECT n."rowid", n.kind::text, n.object_id, n.client_id
                    FROM vip.search_note n WHERE n."rowid" = ANY (newest);
                IF 5 * seen >= p_limit THEN RETURN; END IF;"""


FIND = Procedure(
    "find_entries(text, text[], text, text, text[], integer, integer)",
    _SEEKERS,
    f"""CREATE OR REPLACE FUNCTION vip_api.find_entries(p_query text, p_patterns text[],
            p_folded text, p_sounded text, p_kinds text[], p_limit integer, p_enough integer)
        RETURNS {_RETURNS} LANGUAGE plpgsql STABLE {_PLANNED} AS $$
        DECLARE mine uuid[]; first text[]; start text; others text[]; asked text := p_query;
            last text := '';
            folded integer; sounded integer; turned integer := 0; named integer := 0;
        BEGIN
            IF {_IS_MANAGER} THEN
                {_MINE}
                {_FIRST}
                RETURN QUERY WITH {_OWN}
                SELECT {_COLUMNS} FROM own e WHERE {_OF_KINDS}
                    AND {_has_words("e.tokens")}
                ORDER BY (p_folded <> '' AND pg_catalog.starts_with(e.folded, p_folded)) DESC,
                    e.folded COLLATE pg_catalog."C", e.object_id
                LIMIT LEAST(p_limit, 1000);
                RETURN;
            END IF;
            RETURN QUERY {_beginning("folded", "p_folded")};
            GET DIAGNOSTICS folded = ROW_COUNT;
            RETURN QUERY {_beginning("sounded", "p_sounded")};
            GET DIAGNOSTICS sounded = ROW_COUNT;
            {_SPLIT}
            IF pg_catalog.cardinality(others) = 0 OR GREATEST(folded, sounded) < p_enough THEN
                RETURN QUERY {_named(_TURNED)};
                GET DIAGNOSTICS turned = ROW_COUNT;
            END IF;
            IF pg_catalog.cardinality(others) > 0 AND GREATEST(folded, sounded) < p_enough THEN
                RETURN QUERY {_named("e.sounded")};
                GET DIAGNOSTICS named = ROW_COUNT;
            END IF;
            -- With so many that begin so, others are found only by whole words; with some of
            -- two words, by all but the last one: beginnings of both are slow to bring together.
            IF p_enough > 0 AND GREATEST(folded, sounded, turned) >= p_enough THEN
                asked := pg_catalog.replace(p_query, ':*', '');
            ELSIF p_enough > 0 AND pg_catalog.cardinality(p_patterns) > 1
                    AND turned + named > 0 THEN
                last := p_patterns[pg_catalog.cardinality(p_patterns)];
                asked := pg_catalog.replace(pg_catalog.regexp_replace(
                    p_query, ' & [^&]*$', ''), ':*', '');
            END IF;
            RETURN QUERY SELECT {_COLUMNS} FROM vip.search_entry e
                WHERE pg_catalog.to_tsvector('pg_catalog.simple', e.tokens)
                    OPERATOR(pg_catalog.@@) pg_catalog.to_tsquery('pg_catalog.simple', asked)
                AND (last = '' OR e.tokens OPERATOR(pg_catalog.~) last)
                AND {_OF_KINDS} LIMIT LEAST(p_limit, 1000);
        END $$""",
)
FIND_TAIL = Procedure(
    "find_tails(text, text[], integer)",
    _SEEKERS,
    f"""CREATE OR REPLACE FUNCTION vip_api.find_tails(
            p_digits text, p_kinds text[], p_limit integer)
        RETURNS {_RETURNS} LANGUAGE plpgsql STABLE {_PLANNED} AS $$
        DECLARE mine uuid[];
        BEGIN
            IF p_digits OPERATOR(pg_catalog.!~) '^[0-9]{{3,}}$' THEN RETURN; END IF;
            IF {_IS_MANAGER} THEN
                {_MINE}
                RETURN QUERY WITH {_OWN}
                SELECT {_COLUMNS} FROM own e WHERE {_OF_KINDS}
                    AND e.tails LIKE '%' || p_digits || '%'
                ORDER BY e.folded COLLATE pg_catalog."C", e.object_id LIMIT LEAST(p_limit, 1000);
                RETURN;
            END IF;
            RETURN QUERY SELECT {_COLUMNS} FROM vip.search_entry e
                WHERE e.tails LIKE '%' || p_digits || '%' AND {_OF_KINDS}
                LIMIT LEAST(p_limit, 1000);
        END $$""",
)
FIND_NOTES = Procedure(
    "find_notes(text, text[], uuid[], integer)",
    _SEEKERS,
    # A coordinator reads what the team may read, and the own promises; an administrator of that
    # the talks alone; an executive no health, diet or faith but of clients in the own care.
    f"""CREATE OR REPLACE FUNCTION vip_api.find_notes(
            p_query text, p_patterns text[], p_clients uuid[], p_limit integer)
        RETURNS TABLE ("rowid" bigint, kind text, object_id uuid, client_id uuid)
        LANGUAGE plpgsql STABLE {_PLANNED} AS $$
        DECLARE
            me uuid := vip_api.me();
            mine uuid[];
            first text[];
            head boolean := pg_catalog.pg_has_role(session_user, 'vip_head', 'MEMBER');
            leads boolean := head
                OR pg_catalog.pg_has_role(session_user, 'vip_executive', 'MEMBER');
            newest bigint[];
            seen bigint;
            keeps boolean := pg_catalog.pg_has_role(session_user, 'vip_administrator', 'MEMBER');
        BEGIN
            IF {_IS_MANAGER} THEN
                mine := vip_api.my_clients();
                {_FIRST}
                IF p_clients IS NOT NULL THEN
                    mine := ARRAY(SELECT m FROM pg_catalog.unnest(mine) m
                        WHERE m = ANY (p_clients));
                END IF;
                -- OFFSET keeps the planner from the index of all words.
                RETURN QUERY SELECT n."rowid", n.kind::text, n.object_id, n.client_id FROM (
                    SELECT x.* FROM vip.search_note x WHERE x.client_id = ANY (mine)
                        AND x.scope <> 'management' OFFSET 0) n
                    WHERE {_AMONG}
                    ORDER BY n."rowid" DESC LIMIT LEAST(p_limit, 1000);
                RETURN;
            END IF;
            {_FIRST}
            IF leads AND NOT head THEN mine := vip_api.my_clients(); END IF;
            -- A common word is among the newest texts; for a rare one there is the index.
            IF p_clients IS NULL AND leads THEN
                {_newest("head OR x.scope <> 'special' OR x.client_id = ANY (mine)")}
            END IF;
            IF p_clients IS NULL AND NOT leads THEN
                {_newest("x.scope = 'team'", "AND (NOT keeps OR n.kind = 'interaction')")}
            END IF;
            RETURN QUERY WITH team AS MATERIALIZED (
                SELECT n.* FROM vip.search_note n WHERE n.scope = 'team'
                    AND {_WORDS} AND (NOT keeps OR n.kind = 'interaction')
                    AND (p_clients IS NULL OR n.client_id = ANY (p_clients))
                    LIMIT 4000),
            few AS MATERIALIZED (
                SELECT n.* FROM vip.search_note n WHERE leads AND n.scope <> 'team' AND {_WORDS}
                    AND (head OR n.scope <> 'special' OR n.client_id = ANY (mine))
                    AND (p_clients IS NULL OR n.client_id = ANY (p_clients))
                    LIMIT 4000),
            own AS MATERIALIZED (
                SELECT n.* FROM vip.search_note n WHERE NOT leads AND n.staff_id = me
                    AND n.words OPERATOR(pg_catalog.~) ALL (p_patterns)
                    AND (p_clients IS NULL OR n.client_id = ANY (p_clients)))
            SELECT f."rowid", f.kind::text, f.object_id, f.client_id FROM (
                SELECT * FROM team UNION ALL SELECT * FROM few UNION ALL SELECT * FROM own) f
                ORDER BY f."rowid" DESC LIMIT LEAST(p_limit, 1000);
        END $$""",
)
KEEP_WORDS = Procedure(
    "keep_words(text[], uuid[], text[])",
    _SEEKERS,
    # Only a text that is not in yet, and whose it is comes from its own row: nobody changes what
    # another's text is found by, and the answer is the same whatever there is.
    """CREATE OR REPLACE FUNCTION vip_api.keep_words(p_kinds text[], p_ids uuid[], p_words text[])
        RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
        BEGIN
            INSERT INTO vip.search_note (kind, object_id, client_id, scope, staff_id, words)
            SELECT g.k, x.id, x.client_id, x.scope, x.staff_id, g.w
                FROM ROWS FROM (pg_catalog.unnest(p_kinds), pg_catalog.unnest(p_ids),
                    pg_catalog.unnest(p_words)) AS g (k, i, w)
                CROSS JOIN LATERAL (
                    SELECT i.id, i.client_id, i.sensitivity::text, NULL::uuid
                        FROM vip.interaction i
                        WHERE g.k = 'interaction' AND i.id = g.i AND i.text <> ''
                    UNION ALL
                    SELECT f.id, f.client_id, CASE WHEN f.kind IN ('health', 'diet', 'faith')
                        THEN 'special' ELSE 'team' END, NULL FROM vip.fact f
                        WHERE g.k = 'fact' AND f.id = g.i AND f.ended_on IS NULL
                    UNION ALL
                    SELECT p.id, p.client_id, 'promise', p.owner_id FROM vip.promise p
                        WHERE g.k = 'promise' AND p.id = g.i
                ) x (id, client_id, scope, staff_id)
                ON CONFLICT DO NOTHING;
        END $$""",
)
FINDING = (FIND, FIND_TAIL, FIND_NOTES, KEEP_WORDS)
# What the owner of the procedures needs for these.
FINDER_MAY = {
    "search_entry": "s", "search_note": "siud", "status_card": "s", "interaction": "s",
    "fact": "s", "promise": "s",
}  # fmt: skip
