"""The store: sessions that read and write, what changed, the schema on both engines."""

from __future__ import annotations

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import BLANK_SCHEMA, MetaData, text, update
from sqlalchemy.exc import DatabaseError

from tests import factories
from vipdesk.access import Desk, Office, journal
from vipdesk.errors import Conflict, UserError
from vipdesk.models import Base, Client, JournalEntry
from vipdesk.store import schema
from vipdesk.store.store import Store, open_team_store


def test_a_write_tells_which_rows_it_touched(office: Office) -> None:
    client_id, changes = office.write(lambda desk: factories.client(desk).id)
    assert changes.touches("client")
    assert changes.ids("client") == {client_id}
    assert not changes.touches("event")


def test_a_failed_write_leaves_nothing(office: Office) -> None:
    def half(desk: Desk) -> None:
        factories.client(desk)
        raise ValueError

    with pytest.raises(ValueError):
        office.write(half)
    assert office.read(lambda d: d.session.query(Client).count()) == 0


def test_a_read_cannot_write_on_the_vault(vault_office: Office) -> None:
    with pytest.raises((DatabaseError, UserError)):
        vault_office.read(lambda desk: factories.client(desk).id)


def test_the_later_of_two_editors_is_told_and_overwrites_nothing(office: Office) -> None:
    client_id, _ = office.write(lambda desk: factories.client(desk).id)

    def clash(desk: Desk) -> None:
        row = desk.session.get(Client, client_id)
        assert row is not None
        desk.session.execute(
            update(Client).where(Client.id == client_id).values(version=2, city="Казань"),
            execution_options={"synchronize_session": False},
        )
        row.city = "Тверь"
        desk.session.flush()

    with pytest.raises(Conflict):
        office.write(clash)


def test_the_schema_is_alembics_head_and_equals_the_models(store: Store) -> None:
    assert schema.is_current(store.engine)
    team = store.engine.dialect.name == "postgresql"
    wanted = Base.metadata
    if not team:
        wanted = MetaData(naming_convention=Base.metadata.naming_convention)
        for table in Base.metadata.sorted_tables:
            table.to_metadata(wanted, schema=None, referred_schema_fn=lambda *_: BLANK_SCHEMA)

    def ours(_obj: object, name: str | None, kind: str, reflected: bool, _other: object) -> bool:
        engine_own = (name or "").startswith(
            (
                "ix_search_entry_t",
                "ix_search_note_t",
                "ix_client_date_ahead",
                "search_t",
                "alembic_version",
            )
        )
        return not (reflected and engine_own)

    with store.engine.connect() as connection:
        context = MigrationContext.configure(
            connection,
            opts={"include_schemas": team, "include_object": ours, "compare_type": False},
        )
        assert compare_metadata(context, wanted) == []


def test_the_known_revisions_are_alembics_own_history() -> None:
    script = ScriptDirectory.from_config(schema._config())
    assert tuple(r.revision for r in reversed(list(script.walk_revisions()))) == schema.REVISIONS


def test_a_database_of_a_newer_version_is_refused_with_a_sentence(store: Store) -> None:
    table = (
        "vip.alembic_version" if store.engine.dialect.name == "postgresql" else "alembic_version"
    )
    with store.engine.begin() as connection:
        connection.execute(text(f"UPDATE {table} SET version_num = '9999'"))
    with pytest.raises(UserError) as refused:
        schema.is_current(store.engine)
    assert "newer" in refused.value.say.text


def test_a_team_that_does_not_answer_is_one_sentence() -> None:
    with pytest.raises(UserError) as refused:
        open_team_store("postgresql+psycopg://nobody@127.0.0.1:1/club")
    assert "does not answer" in refused.value.say.text


def test_the_team_keeps_the_private_track_in_a_schema_of_its_own(team: Store) -> None:
    with team.engine.connect() as connection:
        found = dict(
            connection.execute(
                text("SELECT table_name, table_schema FROM information_schema.tables")
            ).all()
        )
    assert found["complaint"] == "vip_private"
    assert found["client"] == "vip"
    assert found["journal_entry"] == "vip_audit"


def test_nothing_shared_points_at_anything_hidden() -> None:
    for table in Base.metadata.tables.values():
        if table.schema == "vip_private":
            continue
        targets = {k.column.table.schema for k in table.foreign_keys}
        assert "vip_private" not in targets, table.name


def test_a_migration_refuses_a_connection_that_would_cascade(vault: Store) -> None:
    with pytest.raises(ValueError, match="without foreign keys"):
        schema.upgrade(vault.engine)


def test_the_journal_chains_every_write_and_shows_tampering(office: Office) -> None:
    for verb in ("a", "b", "c"):
        office.write(lambda d, verb=verb: d.note(f"test.{verb}", "client", None, ("city",)))
    report = office.read(lambda d: journal.verify(d.session))
    assert (report.entries, report.broken_at) == (3, None)

    def forge(desk: Desk) -> None:
        for trigger in ("journal_only_grows_1", "journal_only_grows"):
            if desk.session.get_bind().dialect.name == "sqlite" and trigger.endswith("_1"):
                desk.session.execute(text(f"DROP TRIGGER {trigger}"))
            elif desk.session.get_bind().dialect.name != "sqlite" and not trigger.endswith("_1"):
                desk.session.execute(
                    text("ALTER TABLE vip_audit.journal_entry DISABLE TRIGGER journal_only_grows")
                )
        desk.session.execute(
            update(JournalEntry).where(JournalEntry.verb == "test.b").values(actor="somebody")
        )

    office.write(forge)
    assert office.read(lambda d: journal.verify(d.session)).broken_at is not None


def test_the_journal_only_grows(office: Office) -> None:
    office.write(lambda d: d.note("test.a", "client", None))
    with pytest.raises(DatabaseError):
        office.write(lambda d: d.session.execute(update(JournalEntry).values(verb="x")))
    with pytest.raises(DatabaseError):
        office.write(lambda d: d.session.query(JournalEntry).delete())


def test_errors_of_the_database_do_not_print_the_values(store: Store) -> None:
    assert store.engine.hide_parameters
