"""What tells of new tables, and what guards them."""

from __future__ import annotations

from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None

_VAULT: tuple[str, ...] = (
    """DROP TABLE search_text""",
    """CREATE VIRTUAL TABLE search_text USING fts5(
        tokens, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0",
        prefix='1 2 3 4 5 6 7')""",
    """INSERT INTO search_text(rowid, tokens) SELECT rowid, tokens FROM search_entry""",
)

_TEAM: tuple[str, ...] = (
    """CREATE FUNCTION vip_api.hold_limits() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = '' AS $$
    DECLARE
        me uuid;
        l vip_private.compensation_limit;
        case_ vip_private.complaint;
        most smallint; given bigint; times bigint; worth bigint; cap bigint;
    BEGIN
        IF NEW.state = 'released' THEN RETURN NEW; END IF;
        -- Who is at work: nobody where the rights were not made (tests, a moving vault).
        IF pg_catalog.to_regprocedure('vip_api.me()') IS NOT NULL THEN
            EXECUTE 'SELECT vip_api.me()' INTO me;
        END IF;
        IF TG_OP = 'UPDATE' AND NEW.reserved_minor <= OLD.reserved_minor AND NEW.level = OLD.level
            AND NEW.outside = OLD.outside AND OLD.state <> 'released' THEN RETURN NEW; END IF;
        -- One after the other: two that look at once would both find room.
        PERFORM pg_catalog.pg_advisory_xact_lock(7301, 1);
        SELECT k.* INTO case_ FROM vip_private.complaint k WHERE k.id = NEW.complaint_id;
        IF me IS NOT NULL THEN
            SELECT CASE s.role WHEN 'executive' THEN 3 WHEN 'head' THEN 2 WHEN 'manager' THEN 1 ELSE -1 END
                INTO most FROM vip.staff s WHERE s.id = me;
            IF NEW.level > most OR (TG_OP = 'INSERT' AND NEW.staff_id <> me)
                OR NEW.client_id <> case_.client_id THEN
                RAISE EXCEPTION 'not yours to give' USING ERRCODE = '22023', CONSTRAINT = 'authority';
            END IF;
            IF TG_OP = 'INSERT' AND NEW.offered_at NOT BETWEEN pg_catalog.now() - interval '1 day'
                AND pg_catalog.now() + interval '1 day' THEN
                RAISE EXCEPTION 'of another day' USING ERRCODE = '22023', CONSTRAINT = 'backdated';
            END IF;
        END IF;
        IF NEW.outside THEN
            SELECT COALESCE(sum(g.reserved_minor), 0) INTO given FROM vip_private.compensation_grant g
                WHERE g.complaint_id = NEW.complaint_id AND g.id <> NEW.id AND g.outside
                AND g.state <> 'released';
            IF given + NEW.reserved_minor > COALESCE(case_.est_loss_minor, 0) THEN
                RAISE EXCEPTION 'more than was taken' USING ERRCODE = '22023', CONSTRAINT = 'refund';
            END IF;
            RETURN NEW;
        END IF;
        SELECT x.* INTO l FROM vip_private.compensation_limit x WHERE x.level = NEW.level;
        IF NOT FOUND AND me IS NULL THEN RETURN NEW; END IF;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'no limits' USING ERRCODE = '22023', CONSTRAINT = 'limits';
        END IF;
        cap := l.per_case_minor;
        IF l.worth_percent IS NOT NULL THEN
            SELECT COALESCE(sum(p.amount_minor), 0) INTO worth FROM vip.purchase p
                WHERE p.client_id = NEW.client_id AND p.on_date > pg_catalog.now() - interval '12 months';
            cap := LEAST(cap, GREATEST(COALESCE(l.floor_minor, 0), worth * l.worth_percent / 100));
        END IF;
        SELECT COALESCE(sum(g.reserved_minor), 0) INTO given FROM vip_private.compensation_grant g
            WHERE g.complaint_id = NEW.complaint_id AND g.id <> NEW.id AND NOT g.outside
            AND g.state <> 'released';
        IF given + NEW.reserved_minor > cap THEN
            RAISE EXCEPTION 'above the limit' USING ERRCODE = '22023', CONSTRAINT = 'per_case';
        END IF;
        -- What a manager may not see is not counted for a manager: a refusal would tell of it.
        SELECT COALESCE(sum(g.reserved_minor), 0), count(*) FILTER (WHERE g.level = NEW.level)
            INTO given, times FROM vip_private.compensation_grant g
            JOIN vip_private.complaint k ON k.id = g.complaint_id
            WHERE g.client_id = NEW.client_id AND g.id <> NEW.id AND NOT g.outside
            AND g.state <> 'released' AND g.level <= NEW.level
            AND g.offered_at > NEW.offered_at - interval '12 months'
            AND (NEW.level > 1 OR k.restricted = 'normal');
        IF given + NEW.reserved_minor > l.per_client_minor OR times >= l.per_client_times THEN
            RAISE EXCEPTION 'above the limit' USING ERRCODE = '22023', CONSTRAINT = 'per_client';
        END IF;
        SELECT COALESCE(sum(g.reserved_minor), 0) INTO given FROM vip_private.compensation_grant g
            WHERE g.staff_id = NEW.staff_id AND g.id <> NEW.id AND NOT g.outside
            AND g.state <> 'released' AND g.level <= NEW.level
            AND g.offered_at >= pg_catalog.date_trunc('month', NEW.offered_at);
        IF given + NEW.reserved_minor > l.per_month_minor THEN
            RAISE EXCEPTION 'above the limit' USING ERRCODE = '22023', CONSTRAINT = 'per_month';
        END IF;
        RETURN NEW;
    END $$""",
    """CREATE TRIGGER hold_limits BEFORE INSERT OR UPDATE ON vip_private.compensation_grant
        FOR EACH ROW EXECUTE FUNCTION vip_api.hold_limits()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.event_sort
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.event_course
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.event_template
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.event_option
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.event_cost
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.event_file
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.invitation_choice
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.seat_plan
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.seat
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.door_pass
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.door_scan
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.feedback
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.waiting_entry
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.credit_line
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.list_snapshot
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.snapshot_name
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
)


def upgrade() -> None:

    for statement in _TEAM if op.get_bind().dialect.name == "postgresql" else _VAULT:
        op.execute(statement)
