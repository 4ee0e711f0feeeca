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
        most smallint; given bigint; times bigint; worth bigint; cap bigint; most_client bigint;
        taken boolean; needs bigint;
    BEGIN
        -- Who is at work: nobody where the rights were not made (tests, a moving vault).
        IF pg_catalog.to_regprocedure('vip_api.me()') IS NOT NULL THEN
            EXECUTE 'SELECT vip_api.me()' INTO me;
        END IF;
        IF me IS NULL THEN RETURN NEW; END IF;
        -- A snapshot older than the lock would not see who was before us.
        IF pg_catalog.current_setting('transaction_isolation') <> 'read committed' THEN
            RAISE EXCEPTION 'not in this isolation' USING ERRCODE = '22023', CONSTRAINT = 'state';
        END IF;
        -- One after the other: two that look at once would both find room.
        PERFORM pg_catalog.pg_advisory_xact_lock(7301, 1);
        SELECT CASE s.role WHEN 'executive' THEN 3 WHEN 'head' THEN 2 WHEN 'manager' THEN 1 ELSE -1 END
            INTO most FROM vip.staff s WHERE s.id = me;
        IF TG_OP = 'UPDATE' THEN
            IF (NEW.complaint_id, NEW.client_id, NEW.staff_id, NEW.level, NEW.outside, NEW.offered_at)
                IS DISTINCT FROM
                (OLD.complaint_id, OLD.client_id, OLD.staff_id, OLD.level, OLD.outside, OLD.offered_at)
                OR NEW.reserved_minor > OLD.reserved_minor THEN
                RAISE EXCEPTION 'not to be changed' USING ERRCODE = '22023', CONSTRAINT = 'authority';
            END IF;
            IF NEW.state <> OLD.state AND NOT (
                (OLD.state = 'reserved' AND NEW.state IN ('committed', 'released'))
                OR (OLD.state = 'committed' AND NEW.state IN ('settled', 'released'))) THEN
                RAISE EXCEPTION 'gone further' USING ERRCODE = '22023', CONSTRAINT = 'state';
            END IF;
            IF NEW.second_id IS DISTINCT FROM OLD.second_id
                AND (OLD.second_id IS NOT NULL OR NEW.second_id <> me OR most < 3) THEN
                RAISE EXCEPTION 'not yours to sign' USING ERRCODE = '22023', CONSTRAINT = 'second';
            END IF;
            IF NEW.level = 3 AND NOT NEW.outside AND NEW.second_id IS NULL
                AND NEW.state IN ('committed', 'settled') THEN
                RAISE EXCEPTION 'one signature' USING ERRCODE = '22023', CONSTRAINT = 'second';
            END IF;
            IF NEW.reserved_minor < OLD.reserved_minor AND OLD.state <> 'released' THEN
                SELECT max(o.cost_minor) INTO needs FROM vip_private.compensation_option o
                    WHERE o.grant_id = NEW.id AND o.chosen;
                IF needs IS NULL OR NEW.reserved_minor < needs THEN
                    RAISE EXCEPTION 'still set aside' USING ERRCODE = '22023', CONSTRAINT = 'option';
                END IF;
            END IF;
            RETURN NEW;
        END IF;
        SELECT k.* INTO case_ FROM vip_private.complaint k WHERE k.id = NEW.complaint_id;
        IF NEW.level > most OR NEW.staff_id <> me OR NEW.client_id <> case_.client_id
            OR NEW.state <> 'reserved' OR NEW.second_id IS NOT NULL THEN
            RAISE EXCEPTION 'not yours to give' USING ERRCODE = '22023', CONSTRAINT = 'authority';
        END IF;
        IF NEW.offered_at NOT BETWEEN pg_catalog.now() - interval '1 day'
            AND pg_catalog.now() + interval '1 day' THEN
            RAISE EXCEPTION 'of another day' USING ERRCODE = '22023', CONSTRAINT = 'backdated';
        END IF;
        IF NEW.outside THEN
            SELECT COALESCE(sum(g.reserved_minor), 0) INTO given FROM vip_private.compensation_grant g
                WHERE g.complaint_id = NEW.complaint_id AND g.outside AND g.state <> 'released';
            IF given + NEW.reserved_minor > COALESCE(case_.est_loss_minor, 0) THEN
                RAISE EXCEPTION 'more than was taken' USING ERRCODE = '22023', CONSTRAINT = 'refund';
            END IF;
            RETURN NEW;
        END IF;
        SELECT x.* INTO l FROM vip_private.compensation_limit x WHERE x.level = NEW.level;
        IF NOT FOUND AND NEW.level = 0 THEN
            l.per_case_minor := 500000; l.per_client_times := 2; l.per_month_minor := 4000000;
        ELSIF NOT FOUND AND NEW.level = 1 THEN
            l.per_case_minor := 3000000; l.per_client_minor := 6000000;
            l.per_month_minor := 15000000; l.worth_percent := 1; l.floor_minor := 1000000;
        ELSIF NOT FOUND AND NEW.level = 2 THEN
            l.per_case_minor := 15000000; l.per_client_minor := 30000000;
        END IF;
        cap := l.per_case_minor; most_client := l.per_client_minor;
        IF l.worth_percent IS NOT NULL THEN
            SELECT COALESCE(sum(p.amount_minor), 0) INTO worth FROM vip.purchase p
                WHERE p.client_id = NEW.client_id AND p.on_date > pg_catalog.now() - interval '365 days';
            cap := LEAST(cap, GREATEST(COALESCE(l.floor_minor, 0), worth * l.worth_percent / 100));
        END IF;
        IF NEW.level = 3 AND case_.est_loss_minor > 0 THEN
            cap := LEAST(cap, case_.est_loss_minor * 150 / 100);
        END IF;
        -- A month after a client changed hands: half.
        SELECT EXISTS (SELECT 1 FROM vip.handover h WHERE h.client_id = NEW.client_id
            AND h.undone_at IS NULL AND h.from_id IS NOT NULL
            AND h.at > NEW.offered_at - interval '30 days') INTO taken;
        IF taken AND NEW.level <= 1 THEN cap := cap / 2; most_client := most_client / 2; END IF;
        SELECT COALESCE(sum(g.reserved_minor), 0) INTO given FROM vip_private.compensation_grant g
            WHERE g.complaint_id = NEW.complaint_id AND NOT g.outside AND g.state <> 'released';
        IF given + NEW.reserved_minor > cap THEN
            RAISE EXCEPTION 'above the limit' USING ERRCODE = '22023', CONSTRAINT = 'per_case';
        END IF;
        -- What a manager may not see is not counted for a manager: a refusal would tell of it.
        SELECT COALESCE(sum(g.reserved_minor), 0), count(*) FILTER (WHERE g.level = NEW.level)
            INTO given, times FROM vip_private.compensation_grant g
            JOIN vip_private.complaint k ON k.id = g.complaint_id
            WHERE g.client_id = NEW.client_id AND NOT g.outside
            AND g.state <> 'released' AND g.level <= NEW.level
            AND g.offered_at > NEW.offered_at - interval '365 days'
            AND (NEW.level > 1 OR k.restricted = 'normal');
        IF given + NEW.reserved_minor > most_client OR times >= l.per_client_times THEN
            RAISE EXCEPTION 'above the limit' USING ERRCODE = '22023', CONSTRAINT = 'per_client';
        END IF;
        SELECT COALESCE(sum(g.reserved_minor), 0) INTO given FROM vip_private.compensation_grant g
            WHERE g.staff_id = NEW.staff_id AND NOT g.outside
            AND g.state <> 'released' AND g.level <= NEW.level
            AND g.offered_at >= pg_catalog.date_trunc('month', NEW.offered_at, 'UTC');
        IF given + NEW.reserved_minor > l.per_month_minor THEN
            RAISE EXCEPTION 'above the limit' USING ERRCODE = '22023', CONSTRAINT = 'per_month';
        END IF;
        RETURN NEW;
    END $$""",
    """CREATE TRIGGER hold_limits BEFORE INSERT OR UPDATE ON vip_private.compensation_grant
        FOR EACH ROW EXECUTE FUNCTION vip_api.hold_limits()""",
    """CREATE FUNCTION vip_api.hold_option() RETURNS trigger LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = '' AS $$
    DECLARE me uuid; g vip_private.compensation_grant;
    BEGIN
        IF pg_catalog.to_regprocedure('vip_api.me()') IS NOT NULL THEN
            EXECUTE 'SELECT vip_api.me()' INTO me;
        END IF;
        IF me IS NULL THEN RETURN NEW; END IF;
        PERFORM pg_catalog.pg_advisory_xact_lock(7301, 1);
        SELECT x.* INTO g FROM vip_private.compensation_grant x WHERE x.id = NEW.grant_id;
        IF TG_OP = 'UPDATE' AND (NEW.grant_id, NEW.complaint_id, NEW.item_id, NEW.cost_minor)
            IS DISTINCT FROM (OLD.grant_id, OLD.complaint_id, OLD.item_id, OLD.cost_minor)
            OR NEW.complaint_id <> g.complaint_id
            OR (TG_OP = 'INSERT' AND (g.state <> 'reserved' OR NEW.cost_minor > g.reserved_minor))
            OR (TG_OP = 'UPDATE' AND OLD.chosen AND NOT NEW.chosen)
            OR (TG_OP = 'UPDATE' AND NEW.chosen AND NOT OLD.chosen AND EXISTS (
                SELECT 1 FROM vip_private.compensation_option o
                WHERE o.grant_id = g.id AND o.chosen AND o.id <> NEW.id))
            OR (TG_OP = 'INSERT' AND g.level = 0 AND NOT g.outside AND NOT EXISTS (
                SELECT 1 FROM vip_private.compensation_item i
                WHERE i.id = NEW.item_id AND i.active AND i.cost_minor = NEW.cost_minor)) THEN
            RAISE EXCEPTION 'not this option' USING ERRCODE = '22023', CONSTRAINT = 'option';
        END IF;
        RETURN NEW;
    END $$""",
    """CREATE TRIGGER hold_option BEFORE INSERT OR UPDATE ON vip_private.compensation_option
        FOR EACH ROW EXECUTE FUNCTION vip_api.hold_option()""",
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
