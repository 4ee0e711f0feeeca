"""Does a database hold what the matrix says? Asked of its own catalogue.

Two questions. What would change if the rights were given again: that is tried in a savepoint
and taken back, so a policy, a grant, a FORCE or a REVOKE that is missing, changed or too many is
found whatever it was. And what no grant can mend: who may pass by the policies, views and
procedures that run with too much, keys that point from what is seen to what is hidden.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vipdesk.access.rights import people, statements
from vipdesk.access.rights.statements import SCHEMAS, TABLES_IN
from vipdesk.models import AUDIT, PRIVATE, VIP
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from sqlalchemy import Connection

_OURS = ", ".join(f"'{s}'" for s in SCHEMAS)
_TABLES = ", ".join(f"'{s}'" for s in TABLES_IN)
_GROUPS = ", ".join(f"'{g}'" for g in people.GROUPS)

_STATE = {
    "row security of {}": f"""
        SELECT c.oid::regclass::text, c.relrowsecurity || ' ' || c.relforcerowsecurity
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ({_TABLES}) AND c.relkind IN ('r', 'p')""",
    "policy {}": f"""
        SELECT format('%I.%I %I', schemaname, tablename, policyname),
            concat_ws(' | ', permissive, roles::text, cmd, qual, with_check)
        FROM pg_policies WHERE schemaname IN ({_TABLES})""",
    "grant {}": f"""
        SELECT format('%s ON %s TO %s', a.privilege_type, c.oid::regclass,
            CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END),
            a.is_grantable::text
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace,
            aclexplode(COALESCE(c.relacl, acldefault('r', c.relowner))) a
        WHERE n.nspname IN ({_OURS}) AND c.relkind IN ('r', 'p', 'v', 'm', 'S')
            AND a.grantee <> c.relowner""",
    "grant of columns {}": f"""
        SELECT format('%s (%I) ON %s TO %s', a.privilege_type, t.attname, c.oid::regclass,
            CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END),
            a.is_grantable::text
        FROM pg_attribute t JOIN pg_class c ON c.oid = t.attrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace, aclexplode(t.attacl) a
        WHERE n.nspname IN ({_OURS}) OR c.oid = 'pg_catalog.pg_class'::regclass""",
    "right on {}": f"""
        SELECT format('schema %I: %s TO %s', n.nspname, a.privilege_type,
            CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END),
            a.is_grantable::text
        FROM pg_namespace n, aclexplode(COALESCE(n.nspacl, acldefault('n', n.nspowner))) a
        WHERE n.nspname IN ({_OURS}, 'public') AND a.grantee <> n.nspowner""",
    "procedure {}": f"""
        SELECT p.oid::regprocedure::text,
            md5(pg_get_functiondef(p.oid)) || ' ' || p.proowner::regrole
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname IN ({_OURS}) AND p.prokind IN ('f', 'p')""",
    "call {}": f"""
        SELECT format('%s BY %s', p.oid::regprocedure,
            CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END), ''
        FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace,
            aclexplode(COALESCE(p.proacl, acldefault('f', p.proowner))) a
        WHERE n.nspname IN ({_OURS})""",
    "view {}": f"""
        SELECT c.oid::regclass::text,
            md5(pg_get_viewdef(c.oid)) || COALESCE(c.reloptions::text, '')
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ({_OURS}) AND c.relkind IN ('v', 'm')""",
    "trigger {}": f"""
        SELECT format('%s on %s', t.tgname, t.tgrelid::regclass),
            t.tgenabled::text || pg_get_triggerdef(t.oid)
        FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
            JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ({_OURS}) AND NOT t.tgisinternal""",
    "statistics of {}": f"""
        SELECT format('%s.%I', c.oid::regclass, a.attname), COALESCE(a.attstattarget, -1)::text
        FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        WHERE c.relnamespace = '{PRIVATE}'::regnamespace AND c.relkind = 'r'
            AND a.attnum > 0 AND NOT a.attisdropped""",
    "the database {}": """
        SELECT a.privilege_type || ' TO PUBLIC', '' FROM pg_database d,
            aclexplode(COALESCE(d.datacl, acldefault('d', d.datdba))) a
        WHERE d.datname = current_database() AND a.grantee = 0""",
    "counting by {}": """
        SELECT p.oid::regprocedure::text || ' TO PUBLIC', '' FROM pg_proc p,
            aclexplode(COALESCE(p.proacl, acldefault('f', p.proowner))) a
        WHERE a.grantee = 0 AND p.pronamespace = 'pg_catalog'::regnamespace
            AND p.proname ~ '^(pg_stat_get_|pg_lock_status|pg_.*_size$|lo_)'""",
    "counters: {}": """
        SELECT c.relname || ' ' || a.privilege_type || ' TO PUBLIC', '' FROM pg_class c,
            aclexplode(c.relacl) a
        WHERE a.grantee = 0 AND c.relnamespace = 'pg_catalog'::regnamespace
            AND (c.relname ~ '^pg_stat' OR c.relname = 'pg_class')""",
}

_LINT: tuple[tuple[Say, str], ...] = (
    (
        say("{what} may pass by every rule of the rows. Take that away from it."),
        f"""SELECT r.rolname FROM pg_roles r WHERE (r.rolsuper OR r.rolbypassrls
            OR r.rolcreaterole OR r.rolreplication) AND (r.rolname IN ({_GROUPS},
            '{people.PROCEDURES}') OR EXISTS (SELECT 1 FROM pg_auth_members m
                JOIN pg_roles g ON g.oid = m.roleid
                WHERE m.member = r.oid AND g.rolname IN ({_GROUPS})))""",
    ),
    (
        say("{what} is a member of the procedures’ owner. Nobody may be."),
        f"""SELECT r.rolname FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member
            WHERE m.roleid = '{people.PROCEDURES}'::regrole AND NOT r.rolsuper""",
    ),
    (
        say("{what} may give its group to others. Take the admin option away."),
        f"""SELECT r.rolname FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member
            JOIN pg_roles g ON g.oid = m.roleid
            WHERE g.rolname IN ({_GROUPS}) AND m.admin_option AND NOT r.rolsuper""",
    ),
    (
        say("{what} signs in with another role than the club’s staff has. Run “team upgrade”."),
        """SELECT s.login FROM vip.staff s WHERE s.login IS NOT NULL AND s.left_at IS NULL
            AND COALESCE((SELECT array_agg(g.rolname::text) FROM pg_auth_members m
                JOIN pg_roles r ON r.oid = m.member JOIN pg_roles g ON g.oid = m.roleid
                WHERE r.rolname = s.login), '{}') <> ARRAY['vip_' || s.role]""",
    ),
    (
        say("{what} does not work here any more and can still sign in. Run “team revoke”."),
        """SELECT s.login FROM vip.staff s JOIN pg_roles r ON r.rolname = s.login
            WHERE s.left_at IS NOT NULL AND r.rolcanlogin
            AND NOT EXISTS (SELECT 1 FROM vip.staff n
                WHERE n.login = s.login AND n.left_at IS NULL)""",
    ),
    (
        say("The procedure {what} runs with the caller’s own search path."),
        f"""SELECT p.oid::regprocedure::text FROM pg_proc p
            JOIN pg_namespace n ON n.oid = p.pronamespace
            WHERE n.nspname IN ({_OURS}) AND p.prosecdef
            AND NOT COALESCE('search_path=""' = ANY (p.proconfig), false)""",
    ),
    (
        say("The procedure {what} runs as a superuser."),
        f"""SELECT p.oid::regprocedure::text FROM pg_proc p
            JOIN pg_namespace n ON n.oid = p.pronamespace JOIN pg_roles r ON r.oid = p.proowner
            WHERE n.nspname IN ({_OURS}) AND p.prosecdef AND r.rolsuper""",
    ),
    (
        say("The view {what} reads with its owner’s rights."),
        """SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n
            ON n.oid = c.relnamespace WHERE c.relkind IN ('v', 'm')
            AND n.nspname NOT IN ('pg_catalog', 'information_schema')
            AND NOT COALESCE('security_invoker=true' = ANY (c.reloptions), false)""",
    ),
    (
        say("{what}: what everybody sees points at what is hidden."),
        f"""SELECT k.conrelid::regclass || ' ' || k.conname FROM pg_constraint k
            JOIN pg_class a ON a.oid = k.conrelid JOIN pg_class b ON b.oid = k.confrelid
            WHERE k.contype = 'f' AND b.relnamespace = '{PRIVATE}'::regnamespace
            AND a.relnamespace <> '{PRIVATE}'::regnamespace""",
    ),
    (
        say("{what}: what goes away here would take others with it."),
        f"""SELECT k.conrelid::regclass || ' ' || k.conname FROM pg_constraint k
            JOIN pg_class a ON a.oid = k.conrelid JOIN pg_namespace n ON n.oid = a.relnamespace
            WHERE k.contype = 'f' AND n.nspname IN ({_TABLES})
            AND (k.confdeltype NOT IN ('a', 'r') OR k.confupdtype NOT IN ('a', 'r'))""",
    ),
    (
        say("{what}: nobody may remove rows that something hidden may hang on."),
        f"""SELECT DISTINCT b.oid::regclass::text FROM pg_constraint k
            JOIN pg_class a ON a.oid = k.conrelid JOIN pg_class b ON b.oid = k.confrelid
            CROSS JOIN unnest(ARRAY[{_GROUPS}]) AS g(name)
            WHERE k.contype = 'f' AND a.relnamespace = '{PRIVATE}'::regnamespace
            AND b.relnamespace = '{VIP}'::regnamespace
            AND has_table_privilege(g.name, b.oid, 'DELETE')""",
    ),
    (
        say("The journal is not guarded: the trigger {what} is missing or switched off."),
        f"""SELECT wanted FROM unnest(ARRAY['journal_actor', 'journal_chain',
            'journal_only_grows', 'journal_never_truncated']) AS wanted
            WHERE NOT EXISTS (SELECT 1 FROM pg_trigger t WHERE t.tgname = wanted
                AND t.tgrelid = '{AUDIT}.journal_entry'::regclass AND t.tgenabled IN ('O', 'A'))""",
    ),
)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it must be. `what`: the object in the catalogue's words."""

    said: Say
    what: str


def check(connection: Connection) -> tuple[Finding, ...]:
    """Everything that is wrong, nothing changed. The connection's transaction goes on."""
    found = lint(connection)
    before, wanted = state(connection), wanted_state(connection)
    return (*found, *differences(before, wanted))


def lint(connection: Connection) -> tuple[Finding, ...]:
    """What no grant can mend."""
    return tuple(
        Finding(Say(sentence.text, {"what": what}), what)
        for sentence, query in _LINT
        for (what,) in connection.exec_driver_sql(query.replace("%", "%%"))
    )


def wanted_state(connection: Connection) -> dict[str, str]:
    """What the catalogue would say if the rights were given again; nothing changed."""
    trial = connection.begin_nested()
    statements.apply(connection)
    wanted = state(connection)
    trial.rollback()
    return wanted


def differences(before: dict[str, str], wanted: dict[str, str]) -> tuple[Finding, ...]:
    """What is missing, too much, or not as it must be."""
    found = []
    for what in sorted(before.keys() | wanted.keys()):
        if what not in before:
            found.append(Finding(say("Missing: {what}", what=what), what))
        elif what not in wanted:
            found.append(Finding(say("Not in the matrix: {what}", what=what), what))
        elif before[what] != wanted[what]:
            found.append(Finding(say("Changed: {what}", what=what), what))
    return tuple(found)


def state(connection: Connection) -> dict[str, str]:
    """What the catalogue says of rights, by object."""
    return {
        kind.format(name): str(value)
        for kind, query in _STATE.items()
        for name, value in connection.exec_driver_sql(query.replace("%", "%%"))
    }
