"""Databases for tests: made once from the migrations, then copied for each test."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import NullPool, create_engine, text

from tests.postgres import Server
from vipdesk.store import keyslots, schema
from vipdesk.store.store import Home, Store, create_vault_store, open_team_store, open_vault_store

PASSPHRASE = "quiet brass ledger 47"


def vault_template(folder: Path) -> Path:
    """A vault with the schema and nothing in it, closed."""
    store, _recovery = create_vault_store(folder, PASSPHRASE, cost=keyslots.FLOOR)
    store.close()
    return folder


@contextmanager
def vault_store(template: Path, folder: Path) -> Iterator[Store]:
    shutil.copytree(template, folder)
    with open_vault_store(folder, PASSPHRASE) as store:
        yield store


def team_template(server: Server, name: str) -> str:
    _admin(server, f'CREATE DATABASE "{name}"')
    engine = create_engine(server.url(name), poolclass=NullPool)
    schema.upgrade(engine)
    engine.dispose()
    return name


@contextmanager
def team_store(server: Server, template: str) -> Iterator[Store]:
    name = f"test_{uuid.uuid4().hex[:12]}"
    _admin(server, f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    try:
        with open_team_store(server.url(name)) as store:
            assert store.home is Home.TEAM
            yield store
    finally:
        _admin(server, f'DROP DATABASE "{name}" WITH (FORCE)')


def _admin(server: Server, statement: str) -> None:
    engine = create_engine(server.url("postgres"), isolation_level="AUTOCOMMIT", poolclass=NullPool)
    with engine.connect() as connection:
        connection.execute(text(statement))
    engine.dispose()
