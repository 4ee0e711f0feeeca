"""The schema and its versions: Alembic, safely on both engines.

Opening a database only compares one word with `HEAD`; Alembic itself (0.6 s to import)
is loaded when there is something to do. On SQLite the whole upgrade is one transaction
on a connection without foreign keys (a batch recreate would cascade), and
`foreign_key_check` is read before commit.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import inspect, text

from vipdesk.errors import UserError
from vipdesk.wording import say

if TYPE_CHECKING:
    from alembic.config import Config
    from sqlalchemy import Connection, Engine

# In order. A test holds that this is Alembic's own history.
REVISIONS = (
    "0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009", "0010", "0011",
    "0012", "0013", "0014", "0015", "0016", "0017", "0018",
)  # fmt: skip
HEAD = REVISIONS[-1]
_SEARCHABLE = "0008"
_FOLDER = Path(__file__).parent / "migrations"


def _version(connection: Connection) -> str | None:
    schema = "vip" if connection.dialect.name == "postgresql" else None
    if not inspect(connection).has_table("alembic_version", schema=schema):
        return None
    table = "vip.alembic_version" if schema else "alembic_version"
    found = connection.scalar(text(f"SELECT version_num FROM {table}"))  # noqa: S608 our own names
    return None if found is None else str(found)


def version_of(engine: Engine) -> str | None:
    """The schema's revision; None for a database without one (just made)."""
    with engine.connect() as connection:
        return _version(connection)


def is_current(engine: Engine) -> bool:
    """Whether the schema is the one this program knows; a newer one is refused with a sentence."""
    with engine.connect() as connection:
        version = _version(connection)
    if version is not None and version not in REVISIONS:
        raise UserError(
            say("This club was opened by a newer VIP Desk. Update VIP Desk to open it.")
        )
    return version == HEAD


def _config() -> Config:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    return config


def _make_searchable(connection: Connection) -> None:
    """Words that were written before there was an index of them; Python folds them, not SQL."""
    from vipdesk.store import note_index, search_index

    search_index.freshen(connection)
    note_index.fill(connection)


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the schema up to `revision`, all of it or nothing.

    A vault's engine must have foreign keys off (`Vault.new_engine(foreign_keys=False)`).
    """
    from alembic import command

    config = _config()
    with engine.begin() as connection:
        if connection.dialect.name == "sqlite" and connection.scalar(text("PRAGMA foreign_keys")):
            raise ValueError("a migration needs a connection without foreign keys")
        config.attributes["connection"] = connection
        before = _version(connection)
        command.upgrade(config, revision)
        if before is not None and before < _SEARCHABLE <= (_version(connection) or ""):
            _make_searchable(connection)
        if connection.dialect.name == "sqlite":
            broken = connection.execute(text("PRAGMA foreign_key_check")).first()
            if broken is not None:
                raise ValueError("the migration would leave rows that point nowhere")
