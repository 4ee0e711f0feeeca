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
)


def upgrade() -> None:

    for statement in _TEAM if op.get_bind().dialect.name == "postgresql" else _VAULT:
        op.execute(statement)
