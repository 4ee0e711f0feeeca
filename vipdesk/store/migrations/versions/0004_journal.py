"""The journal with its chain, and the search text."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from vipdesk.models import types

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_VAULT = (
    # Text for search: contentless, because the rows themselves are in search_entry.
    """CREATE VIRTUAL TABLE search_text USING fts5(
        tokens, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0",
        prefix='2 3 4')""",
    """CREATE VIRTUAL TABLE search_tail USING fts5(
        tails, content='', contentless_delete=1, tokenize="trigram")""",
    """CREATE TRIGGER journal_only_grows_1 BEFORE UPDATE ON journal_entry
        BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END""",
    """CREATE TRIGGER journal_only_grows_2 BEFORE DELETE ON journal_entry
        BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END""",
    """CREATE TRIGGER case_event_only_grows_1 BEFORE UPDATE ON case_event
        BEGIN SELECT RAISE(ABORT, 'a history only grows'); END""",
    """CREATE TRIGGER case_event_only_grows_2 BEFORE DELETE ON case_event
        BEGIN SELECT RAISE(ABORT, 'a history only grows'); END""",
)

_TEAM = (
    "CREATE EXTENSION IF NOT EXISTS pg_trgm",
    """CREATE INDEX ix_search_entry_text ON vip.search_entry
        USING gin (to_tsvector('simple', tokens))""",
    """CREATE INDEX ix_search_entry_tail ON vip.search_entry USING gin (tails gin_trgm_ops)""",
    """CREATE FUNCTION vip_audit.only_grows() RETURNS trigger LANGUAGE plpgsql
        SET search_path = '' AS $$
        BEGIN RAISE EXCEPTION 'only grows'; END $$""",
    # The chain is the database's own work: one writer at a time, whatever the client says.
    """CREATE FUNCTION vip_audit.chain() RETURNS trigger LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = '' AS $$
        BEGIN
            PERFORM pg_catalog.pg_advisory_xact_lock(8456301);
            NEW.prev_hash := COALESCE(
                (SELECT j.hash FROM vip_audit.journal_entry j ORDER BY j.seq DESC LIMIT 1), '');
            NEW.hash := pg_catalog.encode(pg_catalog.sha256(pg_catalog.convert_to(
                pg_catalog.concat_ws('|', NEW.prev_hash,
                    pg_catalog.to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                    NEW.actor, NEW.verb, NEW.object_table,
                    COALESCE(NEW.object_id::text, ''), NEW.fields), 'UTF8')), 'hex');
            RETURN NEW;
        END $$""",
    """CREATE TRIGGER journal_chain BEFORE INSERT ON vip_audit.journal_entry
        FOR EACH ROW EXECUTE FUNCTION vip_audit.chain()""",
    """CREATE TRIGGER journal_only_grows BEFORE UPDATE OR DELETE ON vip_audit.journal_entry
        FOR EACH ROW EXECUTE FUNCTION vip_audit.only_grows()""",
    """CREATE TRIGGER journal_never_truncated BEFORE TRUNCATE ON vip_audit.journal_entry
        FOR EACH STATEMENT EXECUTE FUNCTION vip_audit.only_grows()""",
    """CREATE TRIGGER case_event_only_grows BEFORE UPDATE OR DELETE ON vip_private.case_event
        FOR EACH ROW EXECUTE FUNCTION vip_audit.only_grows()""",
)


def vault_or_team() -> None:
    """What each engine does in its own words."""
    for statement in _TEAM if op.get_bind().dialect.name == "postgresql" else _VAULT:
        op.execute(statement)


def upgrade() -> None:
    op.create_table(
        "journal_entry",
        sa.Column(
            "seq",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("at", types.UtcDateTime(), nullable=False),
        sa.Column("actor", sa.String(length=80), nullable=False),
        sa.Column("verb", sa.String(length=60), nullable=False),
        sa.Column("object_table", sa.String(length=60), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=True),
        sa.Column("fields", sa.String(), nullable=False),
        sa.Column("prev_hash", sa.String(length=64), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_journal_entry")),
        schema="vip_audit",
    )
    op.create_index(
        "ix_journal_entry_object_id",
        "journal_entry",
        ["object_id"],
        unique=False,
        schema="vip_audit",
    )
    op.create_table(
        "search_entry",
        sa.Column(
            "rowid",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            sa.Identity(always=False),
            nullable=False,
        ),
        sa.Column("kind", sa.String(length=24), nullable=False),
        sa.Column("object_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("detail", sa.String(), nullable=False),
        sa.Column("tokens", sa.String(), nullable=False),
        sa.Column("tails", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("rowid", name=op.f("pk_search_entry")),
        sa.UniqueConstraint("object_id", name=op.f("uq_search_entry_object_id")),
        schema="vip",
    )
    op.create_index("ix_search_entry_kind", "search_entry", ["kind"], unique=False, schema="vip")
    vault_or_team()
