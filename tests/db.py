"""Databases for tests: made once from the migrations, then copied for each test."""

from __future__ import annotations

import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

from sqlalchemy import Engine, NullPool, create_engine, text

from tests.postgres import Server
from vipdesk.store import keyslots, schema
from vipdesk.store import vault as vaults
from vipdesk.store.store import Home, Store, create_vault_store, open_team_store, store_of

PASSPHRASE = "quiet brass ledger 47"


def vault_template(folder: Path) -> vaults.Unlocked:
    """A vault with the schema and nothing in it, closed; its key is known, so that a copy opens
    without deriving it anew (0.15 s of Argon2 for each of a thousand tests)."""
    store, _recovery = create_vault_store(folder, PASSPHRASE, cost=keyslots.FLOOR)
    store.close()
    return vaults.unlock(folder, PASSPHRASE)


@contextmanager
def vault_store(template: vaults.Unlocked, folder: Path) -> Iterator[Store]:
    """A copy of the template, open; PASSPHRASE opens it too."""
    shutil.copytree(template.folder, folder)
    with store_of(vaults.open_unlocked(replace(template, folder=folder))) as store:
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
    with _administrator(server).connect() as connection:
        connection.execute(text(statement))


@cache
def _administrator(server: Server) -> Engine:
    return create_engine(server.url("postgres"), isolation_level="AUTOCOMMIT")


def close_administrator(server: Server) -> None:
    _administrator(server).dispose()
