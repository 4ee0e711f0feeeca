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
)


def upgrade() -> None:

    for statement in _TEAM if op.get_bind().dialect.name == "postgresql" else _VAULT:
        op.execute(statement)
