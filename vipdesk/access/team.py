"""A team's people, as the database administrator keeps them: added, deputised, revoked.

Each function works in the connection it is given, as a superuser, and does not commit. A
person is two things that come and go together: a LOGIN role of the server, which nobody can
forge, and a row of the staff, which the club reads.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from vipdesk.access import journal
from vipdesk.access.rights import people
from vipdesk.errors import Conflict, NotFound, UserError
from vipdesk.ids import new_id
from vipdesk.models import Client, Staff
from vipdesk.vocabulary import Role
from vipdesk.wording import say

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

_LOGIN = re.compile(r"[a-z][a-z0-9_]{1,40}")
OLDEST_SERVER = 150_000


@dataclass(frozen=True, slots=True)
class Person:
    """Who is to be added. `login` is the name they sign in with."""

    login: str
    role: Role
    given: str
    surname: str
    patronymic: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Revoked:
    """What a revocation left to do: clients without a manager who works here."""

    staff_id: UUID
    sessions_ended: int
    clients_waiting: int
    has_deputy: bool


def make_database(engine: Engine, name: str) -> bool:
    """Make the club's database, connected to another one; False if it was there already."""
    from psycopg import sql

    from vipdesk.store.store import mended

    with mended(), engine.connect() as connection:
        check_administrator(connection)
        there = text("SELECT 1 FROM pg_database WHERE datname = :name")
        if connection.scalar(there, {"name": name}) is not None:
            return False
    _alone(engine, sql.SQL("CREATE DATABASE {} ENCODING 'UTF8' TEMPLATE template0"), name)
    return True


def drop_database(engine: Engine, name: str) -> None:
    """Take back a database that could not be filled."""
    from psycopg import sql

    _alone(engine, sql.SQL("DROP DATABASE IF EXISTS {}"), name)


def _alone(engine: Engine, statement: Any, name: str) -> None:
    from psycopg import sql

    from vipdesk.store.store import mended

    with mended(), engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        driver: Any = connection.connection.driver_connection
        with driver.cursor() as cursor:
            cursor.execute(statement.format(sql.Identifier(name)))


def check_administrator(connection: Connection) -> None:
    """Refuse, with a sentence, a server that is too old and a role that is no superuser."""
    version = connection.scalar(text("SELECT current_setting('server_version_num')::integer"))
    if int(version or 0) < OLDEST_SERVER:
        raise UserError(say("The server’s PostgreSQL is too old. VIP Desk needs 15 or newer."))
    if connection.scalar(text("SELECT current_setting('is_superuser')")) != "on":
        raise UserError(
            say(
                "This takes the rights of a database superuser. Sign in as the server’s "
                "administrator, usually “postgres”."
            )
        )


def add_person(connection: Connection, person: Person, password: str, now: datetime) -> UUID:
    """Make a person's login and row of the staff. Raises `UserError` with a field, `Conflict`.

    The password leaves this computer only as a SCRAM verifier: no log of the server, and no
    history of statements, ever holds it.
    """
    check_person(person, password)
    session = Session(connection)
    taken = select(Staff.id).where(Staff.login == person.login)
    if _role_exists(connection, person.login) or session.scalar(taken) is not None:
        raise Conflict(say("This login is taken. Choose another."), field="login")
    _make_login(connection, person, password)
    row = Staff(
        id=new_id(), role=person.role, given=person.given.strip(), surname=person.surname.strip(),
        patronymic=person.patronymic.strip(), email=person.email.strip(),
        phone=person.phone.strip(), login=person.login,
    )  # fmt: skip
    session.add(row)
    session.flush()
    note(session, now, "add_person", "staff", row.id, ("login", "role", "given", "surname"))
    return row.id


def check_person(person: Person, password: str) -> None:
    """Refuse a login, a name or a password that does not do, with a field."""
    from vipdesk.store.keyslots import check_new_passphrase

    if not _LOGIN.fullmatch(person.login) or person.login.startswith(("pg_", "vip_")):
        raise UserError(
            say("A login is small Latin letters, digits and “_”, and begins with a letter."),
            field="login",
        )
    for field, value in (("given", person.given), ("surname", person.surname)):
        if not value.strip():
            raise UserError(say("Enter the given name and the surname."), field=field)
    check_new_passphrase(password)


def _role_exists(connection: Connection, login: str) -> bool:
    found = text("SELECT 1 FROM pg_roles WHERE rolname = :login")
    return connection.scalar(found, {"login": login}) is not None


def _make_login(connection: Connection, person: Person, password: str) -> None:
    _run(
        connection,
        "CREATE ROLE {login} LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEROLE NOCREATEDB NOREPLICATION"
        " INHERIT CONNECTION LIMIT {limit} PASSWORD {verifier}",
        login=person.login,
        limit=people.CONNECTIONS,
        verifier=_verifier(connection, person.login, password),
    )
    give_rights(connection, person.login, person.role)


def give_rights(connection: Connection, login: str, role: Role) -> None:
    """The group, the database and the limits of a login; again and again the same."""
    for other in Role:
        if other is not role:
            _run(connection, "REVOKE {group} FROM {login}", group=people.group_of(other),
                 login=login)  # fmt: skip
    _run(connection, "GRANT {group} TO {login}", group=people.group_of(role), login=login)
    database = connection.scalar(text("SELECT current_database()"))
    _run(connection, "GRANT CONNECT ON DATABASE {database} TO {login}", database=database,
         login=login)  # fmt: skip
    limits = {
        "statement_timeout": people.STATEMENT_TIMEOUT.get(role, people.USUAL_TIMEOUT),
        "idle_in_transaction_session_timeout": people.IDLE_IN_TRANSACTION,
    }
    for name, milliseconds in limits.items():
        _run(
            connection,
            "ALTER ROLE {login} IN DATABASE {database} SET {name} = {value}",
            login=login, database=database, name=name, value=milliseconds,
        )  # fmt: skip


def _verifier(connection: Connection, login: str, password: str) -> str:
    driver: Any = connection.connection.driver_connection
    secret = driver.pgconn.encrypt_password(password.encode(), login.encode(), b"scram-sha-256")
    return bytes(secret).decode("ascii")


def _run(connection: Connection, statement: str, **parts: Any) -> None:
    """A statement of the server's own kind, its names and values quoted."""
    from psycopg import sql

    quoted = {
        key: sql.Literal(value) if key in {"verifier", "limit", "value", "until"}
        else sql.Identifier(value)
        for key, value in parts.items()
    }  # fmt: skip
    driver: Any = connection.connection.driver_connection
    with driver.cursor() as cursor:
        cursor.execute(sql.SQL(statement).format(**quoted))


def change_password(connection: Connection, login: str, password: str, now: datetime) -> None:
    """A new password for somebody who forgot theirs."""
    from vipdesk.store.keyslots import check_new_passphrase

    session = Session(connection)
    row = _at_work(session, login)
    check_new_passphrase(password)
    _run(connection, "ALTER ROLE {login} PASSWORD {verifier}", login=login,
         verifier=_verifier(connection, login, password))  # fmt: skip
    note(session, now, "change_password", "staff", row.id, ("password",))


def deputise(
    connection: Connection, login: str, deputy: str | None, until: datetime | None, now: datetime
) -> None:
    """Let `deputy` stand in for somebody until a moment (UTC); None ends it.

    The deputy sees the clients from now on and no longer than `until`: the policies look.
    Raises `UserError` for a moment that is past, and for oneself.
    """
    session = Session(connection)
    person = _at_work(session, login)
    if deputy is None:
        person.deputy_id, person.absent_until = None, None
    else:
        other = _at_work(session, deputy)
        if other.id == person.id:
            raise UserError(say("Nobody can stand in for themselves."), field="deputy")
        if until is not None and until <= now:
            raise UserError(say("This day has passed. Choose a later one."), field="until")
        person.deputy_id, person.absent_until = other.id, until
    session.flush()
    note(session, now, "deputise", "staff", person.id, ("deputy_id", "absent_until"))


def revoke(connection: Connection, login: str, now: datetime) -> Revoked:
    """Shut somebody out: no sign-in, open sessions end, the row says since when.

    Their clients keep their manager's name until they are handed over: `clients_waiting`.
    The password stays: a server tells 'may not log in' only to who knows it, and by these
    words the desk knows that the copy on the laptop must go. Without it the answer would be
    that of a mistyped password.
    """
    session = Session(connection)
    person = _at_work(session, login)
    _run(connection, "ALTER ROLE {login} NOLOGIN", login=login)
    for role in Role:
        _run(connection, "REVOKE {group} FROM {login}", group=people.group_of(role), login=login)
    database = connection.scalar(text("SELECT current_database()"))
    _run(connection, "REVOKE ALL ON DATABASE {database} FROM {login}", database=database,
         login=login)  # fmt: skip
    person.left_at = now
    session.flush()
    note(session, now, "revoke_person", "staff", person.id, ("left_at",))
    waiting = session.scalar(
        select(func.count()).where(Client.manager_id == person.id, Client.left_on.is_(None))
    )
    return Revoked(person.id, 0, int(waiting or 0), person.deputy_id is not None)


def end_sessions(connection: Connection, login: str) -> int:
    """End what a person who was shut out still has open; after the revocation is committed."""
    ended = connection.execute(
        text("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = :login"),
        {"login": login},
    )
    return len(ended.all())


def renew_rights(connection: Connection) -> int:
    """Give everybody at work exactly their rights again; returns how many people."""
    rows = Session(connection).execute(
        select(Staff.login, Staff.role).where(Staff.login.is_not(None), Staff.left_at.is_(None))
    )
    found = [(login, role) for login, role in rows if login and _role_exists(connection, login)]
    for login, role in found:
        give_rights(connection, login, role)
    return len(found)


def _at_work(session: Session, login: str) -> Staff:
    row = session.scalars(
        select(Staff).where(Staff.login == login, Staff.left_at.is_(None))
    ).first()
    if row is None:
        raise NotFound(say("Nobody with this login works here."), field="login")
    return row


def note(
    session: Session, now: datetime, verb: str, table: str, object_id: UUID | None,
    fields: tuple[str, ...] = (),
) -> None:  # fmt: skip
    """An entry of the administrator, who is nobody of the staff: it has the role's name."""
    actor = str(session.scalar(select(func.session_user())))
    journal.write(
        session, at=now, actor=actor, verb=verb, table=table, object_id=object_id, fields=fields
    )
    session.commit()  # writes the entry; the connection's own transaction goes on
