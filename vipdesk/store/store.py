"""One database, two homes: sessions that read, and sessions that write and tell what changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self, TypeVar
from uuid import UUID

from sqlalchemy import event, exc
from sqlalchemy.orm import Session, UOWTransaction, sessionmaker
from sqlalchemy.orm.exc import StaleDataError

from vipdesk.changes import Changes
from vipdesk.clock import Clock, SystemClock
from vipdesk.errors import Conflict, UserError
from vipdesk.store import note_index as _note_index  # noqa: F401 words are kept at every flush
from vipdesk.store import schema
from vipdesk.wording import say

if TYPE_CHECKING:
    from sqlalchemy import URL, Engine

    from vipdesk.store.keyslots import Cost
    from vipdesk.store.team_address import TeamAddress
    from vipdesk.store.vault import Vault

T = TypeVar("T")
_TOUCHED = "vipdesk.touched"
_AGAIN = 2
_PREPARED = 400  # to open every page once takes a head 134 different statements
_OVERTAKEN = ("40001", "40P01")  # serialization failure, deadlock


class Home(StrEnum):
    """Where the database lives."""

    VAULT = "vault"
    TEAM = "team"
    OFFLINE = "offline"  # a copy of what this person may see of the team's


class Store:
    """An open database with the schema this program knows.

    `read` and `write` may be called from any thread; each call has a session of its own.
    """

    def __init__(
        self, engine: Engine, home: Home, on_close: Callable[[], None], vault: Vault | None = None
    ) -> None:
        """Use `open_vault_store`, `create_vault_store` or `open_team_store`."""
        self.home = home
        self.vault = vault
        self.engine = engine
        self._on_close = on_close
        self._make_sessions(engine)

    def _make_sessions(self, engine: Engine) -> None:
        looking = (
            {"vip_read": True}
            if self.home is not Home.TEAM
            else {"postgresql_readonly": True, "isolation_level": "REPEATABLE READ"}
        )
        self._writing = sessionmaker(engine, autoflush=False, expire_on_commit=False)
        self._reading = sessionmaker(
            engine.execution_options(**looking), autoflush=False, expire_on_commit=False
        )

    def translate_schemas(self, schemas: Mapping[str, str]) -> None:
        """From now on read and write other schemas under the same names (see `access.rights`)."""
        self._make_sessions(self.engine.execution_options(schema_translate_map=dict(schemas)))

    def read(self, work: Callable[[Session], T]) -> T:
        """Run a read in a session that cannot write; one consistent view."""
        with mended(), self._reading() as session:
            result = work(session)
            if self.home is Home.TEAM:
                # Nothing was written. At a rollback the driver forgets all statements that are
                # prepared, and each is planned anew at the next look.
                session.expunge_all()
                session.commit()
            return result

    def write(self, work: Callable[[Session], T]) -> tuple[T, Changes]:
        """Begin, run the verb, commit; or roll everything back. Returns what changed.

        A verb whose row another desk changed between its read and its write is run again,
        anew, on what stands there now: it must have no effects outside its session.
        """
        for _ in range(_AGAIN):
            try:
                return self._write(work)
            except (StaleDataError, exc.DBAPIError) as error:
                if not _was_overtaken(error):
                    with mended():
                        raise
        with mended():
            return self._write(work)

    def _write(self, work: Callable[[Session], T]) -> tuple[T, Changes]:
        with self._writing() as session, session.begin():
            _watch(session)
            result = work(session)
            session.flush()
            touched: set[tuple[str, UUID]] = session.info[_TOUCHED]
        return result, Changes(frozenset(touched))

    def close(self) -> None:
        """Close connections; a vault forgets its key."""
        self._on_close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def changed(session: Session, table: str, object_id: UUID) -> None:
    """Tell the running write of a change made past the ORM (bulk SQL)."""
    session.info.setdefault(_TOUCHED, set()).add((table, object_id))


def _watch(session: Session) -> None:
    touched: set[tuple[str, UUID]] = session.info.setdefault(_TOUCHED, set())

    def collect(flushed: Session, _context: UOWTransaction) -> None:
        for row in (*flushed.new, *flushed.dirty, *flushed.deleted):
            key = getattr(row, "id", None)
            if isinstance(key, UUID) and (row not in flushed.dirty or flushed.is_modified(row)):
                touched.add((row.__tablename__, key))

    # After the flush: only then a new row has its key.
    event.listen(session, "after_flush", collect)


def _was_overtaken(error: Exception) -> bool:
    """Whether another transaction came between: the same verb may well succeed now."""
    if isinstance(error, StaleDataError):
        return True
    return getattr(getattr(error, "orig", None), "sqlstate", None) in _OVERTAKEN


@contextmanager
def mended() -> Iterator[None]:
    """Turns database errors that a person can mend into sentences."""
    try:
        yield
    except StaleDataError:
        raise Conflict(
            say("Somebody else changed this at the same time. Look at it again, then save.")
        ) from None
    except exc.DBAPIError as error:
        known = _sentence(error)
        if known is None:
            raise
        raise known from None


def _sentence(error: exc.DBAPIError) -> UserError | None:
    if error.orig is not None and type(error.orig).__module__.startswith("psycopg"):
        from vipdesk.store.team_errors import mendable_in_team

        return mendable_in_team(error)
    from vipdesk.store.vault import mendable

    return mendable(error)


def open_vault_store(
    folder: Path, passphrase: str | None = None, *, recovery_key: str | None = None
) -> Store:
    """Open a vault and bring its schema up to date. Raises `UserError` (see `store.vault`)."""
    from vipdesk.store.vault import open_vault

    return store_of(open_vault(folder, passphrase, recovery_key=recovery_key))


def create_vault_store(
    folder: Path, passphrase: str, *, cost: Cost | None = None
) -> tuple[Store, str]:
    """Make a vault with the schema; returns the store and the recovery key to print."""
    from vipdesk.store.vault import create_vault

    made = create_vault(folder, passphrase, cost=cost)
    return store_of(made.vault), made.recovery_key


def store_of(vault: Vault, *, copy_first: bool = True, clock: Clock | None = None) -> Store:
    """The store of an open vault, its schema brought up to date; closes the vault on failure.

    Before an upgrade a verified backup is made (`copy_first`), so that nothing a migration
    does can lose the old state; without room for it there is no upgrade. Raises `UserError`.
    """
    try:
        if not schema.is_current(vault.engine):
            if copy_first and schema.version_of(vault.engine) is not None:
                _copy_before_upgrade(vault, clock or SystemClock())
            migrating = vault.new_engine(foreign_keys=False)
            try:
                schema.upgrade(migrating)
            finally:
                migrating.dispose()
    except BaseException:
        vault.close()
        raise
    return Store(vault.engine, Home.VAULT, vault.close, vault)


def _copy_before_upgrade(vault: Vault, clock: Clock) -> None:
    from vipdesk.store import backup

    place = backup.backups_of(vault.folder)
    backup.make_backup(vault, place, backup.Reason.MIGRATION, clock.now())


def sign_in(server: TeamAddress, password: str) -> Store:
    """Connect to a team as one of its people. Raises `UserError` (see `store.team_errors`)."""
    return open_team_store(server.url(password))


def team_engine(url: str | URL) -> Engine:
    """An engine for a team's server; nothing is connected yet."""
    from sqlalchemy import create_engine

    engine = create_engine(url, hide_parameters=True, pool_pre_ping=True, pool_size=3)

    @event.listens_for(engine, "connect")
    def keep_prepared(connection: Any, _record: object) -> None:
        connection.prepared_max = _PREPARED

    return engine


def open_team_store(url: str | URL) -> Store:
    """Connect to a team's PostgreSQL; its administrator brings the schema up to date."""
    engine = team_engine(url)
    store = Store(engine, Home.TEAM, engine.dispose)
    try:
        with mended():
            current = schema.is_current(engine)
    except BaseException:
        engine.dispose()
        raise
    if not current:
        engine.dispose()
        raise UserError(
            say("The team’s database has another version. Ask the administrator to upgrade it.")
        )
    return store
