"""The roles of a server: one group for each role of the club, and the owner of the procedures.

Roles belong to the whole server, grants to one database: two clubs may live on one server.
"""

from __future__ import annotations

from vipdesk.vocabulary import Role

PROCEDURES = "vip_procedures"
"""Owns the definer procedures. Nobody signs in as it, nobody is a member of it."""

# Milliseconds. A person's own role gets them: settings of a group are not inherited.
STATEMENT_TIMEOUT = {Role.AUDITOR: 120_000, Role.EXECUTIVE: 60_000, Role.HEAD: 60_000}
USUAL_TIMEOUT = 30_000
IDLE_IN_TRANSACTION = 60_000
CONNECTIONS = 12
"""Of one person: three in the pool of each desk, and an agent's."""


def group_of(role: Role) -> str:
    """'vip_manager'."""
    return f"vip_{role}"


GROUPS = tuple(group_of(role) for role in Role)
OURS = (*GROUPS, PROCEDURES)


def make_roles() -> list[str]:
    """Make what is missing, and take away what a role must never have."""
    statements = []
    for name in OURS:
        statements += [
            f"""DO $$ BEGIN
                IF NOT EXISTS (SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = '{name}') THEN
                    CREATE ROLE {name} NOLOGIN;
                END IF;
            EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$""",
            f"""DO $$ BEGIN
                IF EXISTS (SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = '{name}'
                    AND (rolcanlogin OR rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb
                         OR rolreplication)) THEN
                    ALTER ROLE {name} NOLOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB
                        NOREPLICATION;
                END IF; END $$""",
        ]
    return statements
