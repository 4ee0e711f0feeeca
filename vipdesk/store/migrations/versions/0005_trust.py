"""What a club trusts its desk for: versions of rows, occurrences of jobs, privacy duties."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from vipdesk.models import types
from vipdesk.store.migrations.engines import add_pointer, here

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_VAULT: tuple[str, ...] = (
    """CREATE TRIGGER consent_stays BEFORE UPDATE ON consent
    WHEN NEW.id <> OLD.id OR NEW.client_id <> OLD.client_id OR NEW.topic <> OLD.topic
      OR NEW.text_version <> OLD.text_version OR NEW.given_at <> OLD.given_at
      OR NEW.withdrawal <> OLD.withdrawal
    BEGIN SELECT RAISE(ABORT, 'the consent ledger is only added to'); END""",
    """CREATE TRIGGER erasure_record_stays BEFORE UPDATE ON erasure_record
    BEGIN SELECT RAISE(ABORT, 'erasure records are only added'); END""",
    """CREATE TRIGGER erasure_record_remains BEFORE DELETE ON erasure_record
    BEGIN SELECT RAISE(ABORT, 'erasure records are only added'); END""",
    """DROP TRIGGER case_event_only_grows_1""",
    """CREATE TRIGGER case_event_only_grows_1 BEFORE UPDATE ON case_event
    WHEN NOT (NEW.text = '' AND NEW.payload = '{}' AND NEW.id IS OLD.id
      AND NEW.complaint_id IS OLD.complaint_id AND NEW.at IS OLD.at
      AND NEW.staff_id IS OLD.staff_id AND NEW.role IS OLD.role
      AND NEW.actor_kind IS OLD.actor_kind AND NEW.kind IS OLD.kind
      AND NEW.channel IS OLD.channel)
    BEGIN SELECT RAISE(ABORT, 'a history only grows'); END""",
)

_TEAM: tuple[str, ...] = (
    """CREATE FUNCTION vip_api.hands_over(p_by uuid) RETURNS text LANGUAGE plpgsql STABLE
        SECURITY DEFINER SET search_path = '' AS $$
        DECLARE me uuid; my_role text;
        BEGIN
            SELECT s.id INTO me FROM vip.staff s
                WHERE s.login = session_user AND s.left_at IS NULL;
            IF me IS NULL AND pg_catalog.pg_has_role(session_user, current_user, 'MEMBER') THEN
                me := p_by;
            END IF;
            SELECT s.role INTO my_role FROM vip.staff s WHERE s.id = me AND s.left_at IS NULL;
            IF me IS DISTINCT FROM p_by OR my_role IS NULL
                OR my_role NOT IN ('manager', 'head', 'executive') THEN
                RAISE EXCEPTION 'not yours to hand over' USING ERRCODE = '42501';
            END IF;
            RETURN my_role;
        END $$""",
    """CREATE FUNCTION vip_api.moment_said(p_at timestamptz) RETURNS timestamptz
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = '' AS $$
        SELECT CASE WHEN pg_catalog.pg_has_role(session_user, current_user, 'MEMBER')
            THEN p_at ELSE pg_catalog.now() END $$""",
    """CREATE FUNCTION vip_api.hand_over(
            p_batch uuid, p_ids uuid[], p_clients uuid[], p_to uuid, p_by uuid,
            p_at timestamptz, p_note text) RETURNS void LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = '' AS $$
        DECLARE
            my_role text := vip_api.hands_over(p_by);
            place integer; one record; promised json;
            moment timestamptz := vip_api.moment_said(p_at);
        BEGIN
            PERFORM 1 FROM vip.staff s WHERE s.id = p_to AND s.left_at IS NULL
                AND s.role IN ('manager', 'head');
            IF NOT FOUND THEN
                RAISE EXCEPTION 'nobody to hand over to' USING ERRCODE = '42501';
            END IF;
            FOR place IN 1 .. pg_catalog.cardinality(p_clients) LOOP
                SELECT c.manager_id, c.deputy_id INTO one FROM vip.client c
                    WHERE c.id = p_clients[place] FOR UPDATE;
                IF NOT FOUND OR one.manager_id IS NOT DISTINCT FROM p_to
                    OR (my_role = 'manager' AND one.manager_id IS DISTINCT FROM p_by) THEN
                    RAISE EXCEPTION 'not yours to hand over' USING ERRCODE = '42501';
                END IF;
                SELECT COALESCE(pg_catalog.json_agg(p.id), '[]'::json) INTO promised
                    FROM vip.promise p WHERE p.client_id = p_clients[place]
                    AND p.state = 'open' AND p.owner_id = one.manager_id;
                INSERT INTO vip.handover
                    (id, batch_id, client_id, from_id, to_id, by_id, at, note, before)
                    VALUES (p_ids[place], p_batch, p_clients[place], one.manager_id, p_to, p_by,
                        moment, p_note, pg_catalog.json_build_object(
                            'deputy', one.deputy_id, 'promises', promised));
                UPDATE vip.client c SET manager_id = p_to, version = c.version + 1,
                    deputy_id = NULLIF(c.deputy_id, p_to) WHERE c.id = p_clients[place];
                UPDATE vip.promise p SET owner_id = p_to, version = p.version + 1
                    WHERE p.client_id = p_clients[place] AND p.state = 'open'
                    AND p.owner_id = one.manager_id;
            END LOOP;
        END $$""",
    """CREATE FUNCTION vip_api.take_handover_back(p_batch uuid, p_by uuid, p_at timestamptz)
        RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = '' AS $$
        DECLARE
            my_role text := vip_api.hands_over(p_by);
            moment timestamptz := vip_api.moment_said(p_at);
            one record; taken integer := 0;
        BEGIN
            FOR one IN SELECT h.* FROM vip.handover h JOIN vip.client c ON c.id = h.client_id
                WHERE h.batch_id = p_batch AND h.by_id = p_by AND h.undone_at IS NULL
                AND h.at > moment - INTERVAL '1 day' AND c.manager_id = h.to_id
                FOR UPDATE OF h, c
            LOOP
                UPDATE vip.client c SET manager_id = one.from_id, version = c.version + 1,
                    deputy_id = COALESCE(c.deputy_id, (one.before ->> 'deputy')::uuid)
                    WHERE c.id = one.client_id;
                UPDATE vip.promise p SET owner_id = one.from_id, version = p.version + 1
                    WHERE p.state = 'open' AND p.owner_id = one.to_id
                    AND p.id::text IN (
                        SELECT pg_catalog.json_array_elements_text(one.before -> 'promises'));
                UPDATE vip.handover h SET undone_at = moment WHERE h.id = one.id;
                taken := taken + 1;
            END LOOP;
            RETURN taken;
        END $$""",
    """CREATE OR REPLACE FUNCTION vip_audit.chain() RETURNS trigger LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = '' AS $$
        DECLARE
            last_seq bigint;
            part text;
            whole text := '';
        BEGIN
            PERFORM pg_catalog.pg_advisory_xact_lock(8456301);
            SELECT j.seq, j.hash INTO last_seq, NEW.prev_hash
                FROM vip_audit.journal_entry j ORDER BY j.seq DESC LIMIT 1;
            NEW.seq := COALESCE(last_seq, 0) + 1;
            NEW.prev_hash := COALESCE(NEW.prev_hash, '');
            NEW.form := 2;
            FOREACH part IN ARRAY ARRAY['2', NEW.seq::text, NEW.prev_hash,
                pg_catalog.to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                NEW.actor, NEW.verb, NEW.object_table,
                COALESCE(NEW.object_id::text, ''), NEW.fields, NEW.reason]
            LOOP
                whole := whole || pg_catalog.octet_length(
                    pg_catalog.convert_to(part, 'UTF8'))::text || ':' || part;
            END LOOP;
            NEW.hash := pg_catalog.encode(
                pg_catalog.sha256(pg_catalog.convert_to(whole, 'UTF8')), 'hex');
            RETURN NEW;
        END $$""",
    """CREATE FUNCTION vip_api.journal_head() RETURNS text LANGUAGE sql STABLE
        SECURITY DEFINER SET search_path = '' AS $$
        SELECT j.hash FROM vip_audit.journal_entry j ORDER BY j.seq DESC LIMIT 1 $$""",
    """REVOKE EXECUTE ON FUNCTION vip_api.journal_head() FROM PUBLIC""",
    """CREATE FUNCTION vip_api.tell_shared() RETURNS trigger LANGUAGE plpgsql
        SET search_path = '' AS $$
        BEGIN PERFORM pg_catalog.pg_notify('vip_changed', ''); RETURN NULL; END $$""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.client
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.contact_point
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.channel_preference
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.consent
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.person_around
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.interest
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.fact
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.purchase
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.venue
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.event
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.event_session
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.guest_list
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.guest
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.invitation
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.reply
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.invite_hold
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.staff
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.tier
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.club_setting
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.interaction
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.promise
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.outbox_message
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.mail_account
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.status_card
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE FUNCTION vip_api.last_changes(of_table text, of_id uuid)
        RETURNS TABLE (actor text, at timestamptz, verb text, fields text) LANGUAGE sql STABLE
        SECURITY DEFINER SET search_path = '' AS $$
        SELECT j.actor, j.at, j.verb, j.fields FROM vip_audit.journal_entry j
        WHERE j.object_id IS NOT DISTINCT FROM of_id AND j.object_table = of_table
            AND of_table = ANY (ARRAY['client', 'contact_point', 'channel_preference',
                'person_around', 'interest', 'fact', 'venue', 'event', 'event_session',
                'promise', 'club_setting', 'staff', 'tier', 'mail_account'])
        ORDER BY j.seq DESC LIMIT 20 $$""",
    """REVOKE EXECUTE ON FUNCTION vip_api.last_changes(text, uuid) FROM PUBLIC""",
    """CREATE FUNCTION vip_api.occurrence_is_due() RETURNS trigger LANGUAGE plpgsql
        SET search_path = '' AS $$
        BEGIN
            IF NEW.due_at > pg_catalog.clock_timestamp() THEN
                RAISE EXCEPTION 'not due yet' USING ERRCODE = '23514';
            END IF;
            RETURN NEW;
        END $$""",
    """CREATE TRIGGER is_due BEFORE INSERT OR UPDATE OF due_at ON vip.occurrence
        FOR EACH ROW EXECUTE FUNCTION vip_api.occurrence_is_due()""",
    """CREATE FUNCTION vip.consent_stays() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
    BEGIN
        IF (NEW.id, NEW.client_id, NEW.topic, NEW.text_version, NEW.given_at, NEW.withdrawal)
           IS DISTINCT FROM
           (OLD.id, OLD.client_id, OLD.topic, OLD.text_version, OLD.given_at, OLD.withdrawal) THEN
            RAISE EXCEPTION 'the consent ledger is only added to';
        END IF;
        RETURN NEW;
    END $$""",
    """CREATE TRIGGER consent_stays BEFORE UPDATE ON vip.consent
    FOR EACH ROW EXECUTE FUNCTION vip.consent_stays()""",
    """CREATE TRIGGER erasure_record_stays BEFORE UPDATE OR DELETE ON vip_audit.erasure_record
    FOR EACH ROW EXECUTE FUNCTION vip_audit.only_grows()""",
    """CREATE FUNCTION vip_private.case_event_stays() RETURNS trigger LANGUAGE plpgsql
    SET search_path = '' AS $$
    BEGIN
        IF NEW.text = '' AND NEW.payload::text = '{}'
           AND (NEW.id, NEW.complaint_id, NEW.at, NEW.staff_id, NEW.role, NEW.actor_kind,
                NEW.kind, NEW.channel) IS NOT DISTINCT FROM
               (OLD.id, OLD.complaint_id, OLD.at, OLD.staff_id, OLD.role, OLD.actor_kind,
                OLD.kind, OLD.channel) THEN
            RETURN NEW;
        END IF;
        RAISE EXCEPTION 'only grows';
    END $$""",
    """DROP TRIGGER case_event_only_grows ON vip_private.case_event""",
    """CREATE TRIGGER case_event_only_grows BEFORE UPDATE ON vip_private.case_event
    FOR EACH ROW EXECUTE FUNCTION vip_private.case_event_stays()""",
    """CREATE TRIGGER case_event_never_removed BEFORE DELETE ON vip_private.case_event
    FOR EACH ROW EXECUTE FUNCTION vip_audit.only_grows()""",
)


def vault_or_team() -> None:
    """What each engine does in its own words."""
    for statement in _TEAM if op.get_bind().dialect.name == "postgresql" else _VAULT:
        op.execute(statement)


def upgrade() -> None:
    op.add_column(
        "club_setting",
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        schema=here("vip"),
    )
    op.add_column(
        "mail_account",
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        schema=here("vip"),
    )
    op.create_table(
        "occurrence",
        sa.Column("job", sa.String(length=100), nullable=False),
        sa.Column("due_at", types.UtcDateTime(), nullable=False),
        sa.Column("taken_at", types.UtcDateTime(), nullable=False),
        sa.Column("taken_until", types.UtcDateTime(), nullable=False),
        sa.Column("done_at", types.UtcDateTime(), nullable=True),
        sa.CheckConstraint("taken_until >= taken_at", name=op.f("ck_occurrence_lease")),
        sa.PrimaryKeyConstraint("job", "due_at", name=op.f("pk_occurrence")),
        schema="vip",
    )
    op.add_column(
        "staff",
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        schema=here("vip"),
    )
    op.add_column(
        "tier",
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        schema=here("vip"),
    )
    op.add_column(
        "venue",
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        schema=here("vip"),
    )
    op.create_table(
        "erasure_record",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("erased_at", types.UtcDateTime(), nullable=False),
        sa.Column("erased_by", sa.String(length=80), nullable=False),
        sa.Column("ground", sa.String(length=24), nullable=False),
        sa.PrimaryKeyConstraint("client_id", name=op.f("pk_erasure_record")),
        schema="vip_audit",
    )
    op.add_column(
        "journal_entry",
        sa.Column("reason", sa.String(length=200), server_default="", nullable=False),
        schema=here("vip_audit"),
    )
    op.add_column(
        "journal_entry",
        sa.Column("form", sa.SmallInteger(), server_default="1", nullable=False),
        schema=here("vip_audit"),
    )
    op.create_index(
        "ix_journal_entry_actor_at_seq",
        "journal_entry",
        ["actor", "at", "seq"],
        unique=False,
        schema="vip_audit",
    )
    op.create_index(
        "ix_journal_entry_at_seq", "journal_entry", ["at", "seq"], unique=False, schema="vip_audit"
    )
    op.create_index(
        "ix_journal_entry_verb_at_seq",
        "journal_entry",
        ["verb", "at", "seq"],
        unique=False,
        schema="vip_audit",
    )
    op.add_column(
        "client", sa.Column("restricted_at", types.UtcDateTime(), nullable=True), schema=here("vip")
    )
    op.add_column(
        "client", sa.Column("erased_at", types.UtcDateTime(), nullable=True), schema=here("vip")
    )
    op.create_index(
        op.f("ix_client_deputy_id"), "client", ["deputy_id"], unique=False, schema="vip"
    )
    op.add_column(
        "event_session",
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        schema=here("vip"),
    )
    op.add_column(
        "consent",
        sa.Column("withdrawal", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        schema=here("vip"),
    )
    op.add_column(
        "consent", sa.Column("form", sa.String(length=24), nullable=True), schema=here("vip")
    )
    op.add_column(
        "consent", sa.Column("channel", sa.String(length=24), nullable=True), schema=here("vip")
    )
    add_pointer("vip", "consent", "heard_by_id", "staff")
    op.add_column(
        "consent",
        sa.Column("document", sa.String(length=200), server_default="", nullable=False),
        schema=here("vip"),
    )
    op.add_column(
        "consent", sa.Column("noted_at", types.UtcDateTime(), nullable=True), schema=here("vip")
    )
    op.add_column(
        "contact_point",
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        schema=here("vip"),
    )
    op.add_column(
        "fact",
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        schema=here("vip"),
    )
    op.add_column(
        "guest",
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        schema=here("vip"),
    )
    op.create_table(
        "handover",
        sa.Column("batch_id", sa.Uuid(), nullable=False),
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("from_id", sa.Uuid(), nullable=True),
        sa.Column("to_id", sa.Uuid(), nullable=False),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        sa.Column("at", types.UtcDateTime(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("seen_at", types.UtcDateTime(), nullable=True),
        sa.Column("undone_at", types.UtcDateTime(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["vip.staff.id"], name=op.f("fk_handover_by_id")),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_handover_client_id")
        ),
        sa.ForeignKeyConstraint(["from_id"], ["vip.staff.id"], name=op.f("fk_handover_from_id")),
        sa.ForeignKeyConstraint(["to_id"], ["vip.staff.id"], name=op.f("fk_handover_to_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover")),
        schema="vip",
    )
    op.create_index(
        op.f("ix_handover_batch_id"), "handover", ["batch_id"], unique=False, schema="vip"
    )
    op.create_index(
        op.f("ix_handover_client_id"), "handover", ["client_id"], unique=False, schema="vip"
    )
    op.create_index(
        "ix_handover_to_id_seen_at", "handover", ["to_id", "seen_at"], unique=False, schema="vip"
    )
    op.add_column(
        "interest",
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        schema=here("vip"),
    )
    op.add_column(
        "person_around",
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        schema=here("vip"),
    )
    op.create_table(
        "privacy_request",
        sa.Column("client_id", sa.Uuid(), nullable=False),
        sa.Column("right", sa.String(length=24), nullable=False),
        sa.Column("channel", sa.String(length=24), nullable=True),
        sa.Column("asked_at", types.UtcDateTime(), nullable=False),
        sa.Column("noted_by_id", sa.Uuid(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("ground", sa.String(length=24), nullable=True),
        sa.Column("asked_fields", sa.JSON(), nullable=False),
        sa.Column("changed_fields", sa.JSON(), nullable=False),
        sa.Column("done_at", types.UtcDateTime(), nullable=True),
        sa.Column("done_by_id", sa.Uuid(), nullable=True),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["client_id"], ["vip.client.id"], name=op.f("fk_privacy_request_client_id")
        ),
        sa.ForeignKeyConstraint(
            ["done_by_id"], ["vip.staff.id"], name=op.f("fk_privacy_request_done_by_id")
        ),
        sa.ForeignKeyConstraint(
            ["noted_by_id"], ["vip.staff.id"], name=op.f("fk_privacy_request_noted_by_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_privacy_request")),
        schema="vip",
    )
    op.create_index(
        "ix_privacy_request_client_id_asked_at",
        "privacy_request",
        ["client_id", "asked_at"],
        unique=False,
        schema="vip",
    )
    op.add_column(
        "channel_preference",
        sa.Column("version", sa.BigInteger(), server_default="1", nullable=False),
        schema=here("vip"),
    )
    vault_or_team()
