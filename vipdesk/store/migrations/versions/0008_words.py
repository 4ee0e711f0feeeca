"""Words that are found, and what tells of new tables."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_VAULT: tuple[str, ...] = (
    """DROP TABLE search_text""",
    """CREATE VIRTUAL TABLE search_text USING fts5(
        tokens, content='', contentless_delete=1, tokenize="unicode61 remove_diacritics 0",
        prefix='2 3 4 5 6 7')""",
    """CREATE VIRTUAL TABLE search_text_note USING fts5(
        words, content='', contentless_delete=1, detail=none,
        tokenize="unicode61 remove_diacritics 0", prefix='2 3 4 5 6')""",
    """CREATE INDEX ix_search_entry_title_folded ON search_entry (folded)""",
    """CREATE INDEX ix_search_entry_title_sounded ON search_entry (sounded)""",
    """CREATE TRIGGER search_note_words AFTER DELETE ON search_note
        BEGIN DELETE FROM search_text_note WHERE rowid = OLD.rowid; END""",
    """CREATE TRIGGER interaction_words_1 AFTER DELETE ON interaction
        BEGIN DELETE FROM search_note WHERE object_id = OLD.id; END""",
    """CREATE TRIGGER interaction_words_2 AFTER UPDATE OF text ON interaction
        BEGIN DELETE FROM search_note WHERE object_id = OLD.id; END""",
    """CREATE TRIGGER interaction_words_3 AFTER UPDATE OF client_id, sensitivity ON interaction
        BEGIN UPDATE search_note SET client_id = NEW.client_id, scope = NEW.sensitivity WHERE object_id = NEW.id; END""",
    """CREATE TRIGGER fact_words_1 AFTER DELETE ON fact
        BEGIN DELETE FROM search_note WHERE object_id = OLD.id; END""",
    """CREATE TRIGGER fact_words_2 AFTER UPDATE OF text, ended_on, kind ON fact
        BEGIN DELETE FROM search_note WHERE object_id = OLD.id; END""",
    """CREATE TRIGGER fact_words_3 AFTER UPDATE OF client_id ON fact
        BEGIN UPDATE search_note SET client_id = NEW.client_id WHERE object_id = NEW.id; END""",
    """CREATE TRIGGER promise_words_1 AFTER DELETE ON promise
        BEGIN DELETE FROM search_note WHERE object_id = OLD.id; END""",
    """CREATE TRIGGER promise_words_2 AFTER UPDATE OF text ON promise
        BEGIN DELETE FROM search_note WHERE object_id = OLD.id; END""",
    """CREATE TRIGGER promise_words_3 AFTER UPDATE OF client_id, owner_id ON promise
        BEGIN UPDATE search_note SET client_id = NEW.client_id, staff_id = NEW.owner_id WHERE object_id = NEW.id; END""",
    """CREATE INDEX ix_client_date_ahead ON client_date (month, day, lead_days)
        WHERE lead_days > 0""",
)

_TEAM: tuple[str, ...] = (
    """DROP FUNCTION IF EXISTS vip_api.find_entries(text, text[], integer)""",
    """DROP FUNCTION IF EXISTS vip_api.find_tails(text, text[], integer)""",
    """CREATE INDEX ix_search_entry_title_folded ON vip.search_entry (folded COLLATE "C")""",
    """CREATE INDEX ix_search_entry_title_sounded ON vip.search_entry (sounded COLLATE "C")""",
    """CREATE INDEX ix_search_note_text_team ON vip.search_note
        USING gin (to_tsvector('simple', words)) WHERE scope = 'team'""",
    """CREATE INDEX ix_search_note_text_few ON vip.search_note
        USING gin (to_tsvector('simple', words)) WHERE scope <> 'team'""",
    """CREATE FUNCTION vip.words_gone() RETURNS trigger LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = '' AS $$
        BEGIN
            DELETE FROM vip.search_note n WHERE n.object_id = OLD.id;
            RETURN NULL;
        END $$""",
    """CREATE FUNCTION vip.words_moved() RETURNS trigger LANGUAGE plpgsql
        SECURITY DEFINER SET search_path = '' AS $$
        DECLARE row_ jsonb := pg_catalog.to_jsonb(NEW);
        BEGIN
            UPDATE vip.search_note n SET client_id = NEW.client_id,
                scope = COALESCE(row_ ->> 'sensitivity', n.scope),
                staff_id = (row_ ->> 'owner_id')::uuid
                WHERE n.object_id = NEW.id;
            RETURN NULL;
        END $$""",
    """CREATE TRIGGER interaction_words_1 AFTER DELETE OR UPDATE OF text ON vip.interaction
        FOR EACH ROW EXECUTE FUNCTION vip.words_gone()""",
    """CREATE TRIGGER interaction_words_2 AFTER UPDATE OF client_id, sensitivity ON vip.interaction
        FOR EACH ROW EXECUTE FUNCTION vip.words_moved()""",
    """CREATE TRIGGER fact_words_1 AFTER DELETE OR UPDATE OF text, ended_on, kind ON vip.fact
        FOR EACH ROW EXECUTE FUNCTION vip.words_gone()""",
    """CREATE TRIGGER fact_words_2 AFTER UPDATE OF client_id ON vip.fact
        FOR EACH ROW EXECUTE FUNCTION vip.words_moved()""",
    """CREATE TRIGGER promise_words_1 AFTER DELETE OR UPDATE OF text ON vip.promise
        FOR EACH ROW EXECUTE FUNCTION vip.words_gone()""",
    """CREATE TRIGGER promise_words_2 AFTER UPDATE OF client_id, owner_id ON vip.promise
        FOR EACH ROW EXECUTE FUNCTION vip.words_moved()""",
    """CREATE INDEX ix_client_date_ahead ON vip.client_date (month, day, lead_days)
        WHERE lead_days > 0""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.name_form
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.client_date
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.relation_type
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.declined_link
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.introduction
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE FUNCTION vip.delegation_sides() RETURNS trigger LANGUAGE plpgsql
    SET search_path = '' AS $$
    DECLARE me uuid;
    BEGIN
        -- Before the rights are put in nobody has a role of their own.
        IF pg_catalog.to_regprocedure('vip_api.me()') IS NULL THEN RETURN NEW; END IF;
        me := vip_api.me();
        IF me IS NULL THEN RETURN NEW; END IF;
        IF (NEW.answer, NEW.done_at, NEW.returned_at)
            IS DISTINCT FROM (OLD.answer, OLD.done_at, OLD.returned_at)
            AND (me <> OLD.to_id OR OLD.seen_at IS NOT NULL OR OLD.undone_at IS NOT NULL)
        THEN
            RAISE EXCEPTION 'who was asked answers' USING ERRCODE = '42501';
        END IF;
        IF (NEW.undone_at, NEW.seen_at) IS DISTINCT FROM (OLD.undone_at, OLD.seen_at)
            AND me <> OLD.from_id
        THEN
            RAISE EXCEPTION 'who asked takes it back' USING ERRCODE = '42501';
        END IF;
        RETURN NEW;
    END $$""",
    """CREATE TRIGGER delegation_sides BEFORE UPDATE ON vip.delegation
    FOR EACH ROW EXECUTE FUNCTION vip.delegation_sides()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.benefit
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.benefit_offer
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.benefit_option
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.benefit_use
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.gift
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.client_photo
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.delegation
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
    """CREATE TRIGGER told_live AFTER INSERT OR UPDATE OR DELETE ON vip.off_hours_request
        FOR EACH ROW EXECUTE FUNCTION vip_api.tell_shared()""",
)


def upgrade() -> None:

    for statement in _TEAM if op.get_bind().dialect.name == "postgresql" else _VAULT:
        op.execute(statement)
