"""What tells of new tables, and what guards them."""

from __future__ import annotations

from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None

_VAULT: tuple[str, ...] = ()

_TEAM: tuple[str, ...] = (
    """CREATE FUNCTION vip_api.hold_relative() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = '' AS $$
    DECLARE me uuid;
    BEGIN
        -- Who is at work: nobody where the rights were not made (tests, a moving vault).
        IF pg_catalog.to_regprocedure('vip_api.me()') IS NOT NULL THEN
            EXECUTE 'SELECT vip_api.me()' INTO me;
        END IF;
        IF me IS NULL
            OR (TG_OP = 'UPDATE' AND NEW.second_id IS NOT DISTINCT FROM OLD.second_id) THEN
            RETURN NEW;
        END IF;
        IF EXISTS (SELECT 1 FROM vip_private.staff_relative r
            WHERE r.staff_id = me AND r.client_id = NEW.client_id) THEN
            RAISE EXCEPTION 'a relative' USING ERRCODE = '22023', CONSTRAINT = 'relative';
        END IF;
        RETURN NEW;
    END $$""",
    """CREATE TRIGGER hold_relative BEFORE INSERT OR UPDATE ON vip_private.compensation_grant
        FOR EACH ROW EXECUTE FUNCTION vip_api.hold_relative()""",
    """DROP FUNCTION IF EXISTS vip_api.find_entries(text, text[], text, text, text[], integer)""",
    """CREATE FUNCTION vip_api.hold_case_papers() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = '' AS $$
    BEGIN
        -- One after the other for a case, and each counts what the one before has written.
        PERFORM pg_catalog.pg_advisory_xact_lock(
            pg_catalog.hashtextextended('case_paper ' || NEW.complaint_id::text, 0));
        IF pg_catalog.current_setting('transaction_isolation') <> 'read committed'
            OR pg_catalog.octet_length(NEW.content) + (
                SELECT COALESCE(pg_catalog.sum(GREATEST(
                    p.size, pg_catalog.octet_length(p.content))), 0)
                FROM vip_private.case_paper p WHERE p.complaint_id = NEW.complaint_id
            ) > 52428800 THEN
            RAISE EXCEPTION 'too much paper' USING ERRCODE = '22023', CONSTRAINT = 'case_papers';
        END IF;
        RETURN NEW;
    END $$""",
    """CREATE TRIGGER hold_case_papers BEFORE INSERT ON vip_private.case_paper
        FOR EACH ROW EXECUTE FUNCTION vip_api.hold_case_papers()""",
)


def upgrade() -> None:

    for statement in _TEAM if op.get_bind().dialect.name == "postgresql" else _VAULT:
        op.execute(statement)
