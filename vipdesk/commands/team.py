"""`vipdesk team …`: the database administrator makes a club's team and keeps its people.

Everything is done as a superuser of the server, in one transaction a command. Passwords are
asked for without showing them, or read from a file's first line.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from vipdesk.commands import move
from vipdesk.commands.opening import first_line
from vipdesk.errors import UserError
from vipdesk.vocabulary import Role
from vipdesk.wording import Words, say

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from vipdesk.access.team import Person
    from vipdesk.store.team_address import TeamAddress

MAINTENANCE = "postgres"


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the group."""
    team = commands.add_parser("team", help="a team’s PostgreSQL, as its administrator")
    kinds = team.add_subparsers(metavar="what", required=True)
    init = _kind(kinds, "init", "make the database, its rights and the first person", _init)
    _person(init)
    init.add_argument("--role", choices=[str(r) for r in Role], default=str(Role.HEAD))
    added = _kind(kinds, "add", "add a person: a login and a row of the staff", _add)
    _person(added)
    added.add_argument("--role", choices=[str(r) for r in Role], required=True)
    stands = _kind(kinds, "deputise", "let somebody stand in for somebody", _deputise)
    stands.add_argument("login", metavar="LOGIN", help="who is away")
    stands.add_argument("deputy", metavar="DEPUTY", nargs="?", help="who stands in; nobody ends it")
    stands.add_argument("--until", metavar="DAY", help="the last day (2026-12-31), UTC")
    gone = _kind(kinds, "revoke", "shut a person out, now", _revoke)
    gone.add_argument("login", metavar="LOGIN")
    again = _kind(kinds, "password", "give a person a new password", _password)
    again.add_argument("login", metavar="LOGIN")
    again.add_argument("--new-password-file", type=Path, metavar="FILE")
    _kind(kinds, "upgrade", "bring the schema and the rights up to date", _upgrade)
    _kind(kinds, "check", "compare the database with the matrix of rights", _check)
    move.add_to(_kind(kinds, "move", "move the club of a vault into a new database", None))


def _kind(
    kinds: argparse._SubParsersAction[argparse.ArgumentParser], name: str, told: str, run: object
) -> argparse.ArgumentParser:
    parser = kinds.add_parser(name, help=told)
    parser.add_argument("--server", default="127.0.0.1", metavar="HOST")
    parser.add_argument("--port", type=int, default=5432)
    parser.add_argument("--database", default="vipdesk")
    parser.add_argument("--administrator", default="postgres", metavar="LOGIN")
    parser.add_argument("--password-file", type=Path, metavar="FILE", help="the administrator’s")
    parser.add_argument("--root-certificate", type=Path, metavar="FILE", help="of the server (PEM)")
    parser.set_defaults(run=run)
    return parser


def _person(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("login", metavar="LOGIN", help="small Latin letters and digits")
    parser.add_argument("--given", required=True)
    parser.add_argument("--surname", required=True)
    parser.add_argument("--patronymic", default="")
    parser.add_argument("--email", default="")
    parser.add_argument("--phone", default="")
    parser.add_argument("--new-password-file", type=Path, metavar="FILE", help="the person’s")


# The commands -----------------------------------------------------------------------------------


def _init(chosen: argparse.Namespace, words: Words) -> int:
    from vipdesk.access import team
    from vipdesk.access.founding import found_team
    from vipdesk.access.rights import statements

    person, new = _person_of(chosen), _new_password(chosen, words)
    address, secret = _server(chosen), _administrators(chosen, words)
    team.check_person(person, new)
    with _engine(replace(address, database=MAINTENANCE), secret) as maintenance:
        made = team.make_database(maintenance, address.database)
    with _engine(address, secret) as engine:
        try:
            _migrate(engine)
            with _administrator(engine) as connection:
                statements.apply(connection)
                found_team(connection)
                team.add_person(connection, person, new, datetime.now(UTC))
        except BaseException:
            if made:
                engine.dispose()
                with _engine(replace(address, database=MAINTENANCE), secret) as maintenance:
                    team.drop_database(maintenance, address.database)
            raise
    print(words("The club “{name}” is ready. {login} can sign in now.", name=address.database,
                login=person.login))  # fmt: skip
    return 0


def _add(chosen: argparse.Namespace, words: Words) -> int:
    from vipdesk.access import team

    person, new = _person_of(chosen), _new_password(chosen, words)
    with _at_team(chosen, words) as connection:
        team.add_person(connection, person, new, datetime.now(UTC))
    print(words("{login} can sign in now.", login=person.login))
    return 0


def _deputise(chosen: argparse.Namespace, words: Words) -> int:
    from vipdesk.access import team

    until = None if chosen.until is None else _end_of(chosen.until)
    with _at_team(chosen, words) as connection:
        team.deputise(connection, chosen.login, chosen.deputy, until, datetime.now(UTC))
    if chosen.deputy is None:
        print(words("Nobody stands in for {login} any more.", login=chosen.login))
    elif until is None:
        print(words("{deputy} stands in for {login} until you say otherwise.",
                    deputy=chosen.deputy, login=chosen.login))  # fmt: skip
    else:
        print(words("{deputy} stands in for {login}. Last day: {day}.", deputy=chosen.deputy,
                    login=chosen.login, day=chosen.until))  # fmt: skip
    return 0


def _revoke(chosen: argparse.Namespace, words: Words) -> int:
    from vipdesk.access import team

    with _engine(_server(chosen), _administrators(chosen, words)) as engine:
        with _administrator(engine) as connection:
            gone = team.revoke(connection, chosen.login, datetime.now(UTC))
        with _administrator(engine) as connection:
            team.end_sessions(connection, chosen.login)
    print(words("{login} is shut out: no sign-in, and open sessions have ended.",
                login=chosen.login))  # fmt: skip
    if gone.clients_waiting:
        print(words("{n} clients wait for another manager. Hand them over at the desk.",
                    n=gone.clients_waiting))  # fmt: skip
    return 0


def _password(chosen: argparse.Namespace, words: Words) -> int:
    from vipdesk.access import team

    new = _new_password(chosen, words)
    with _at_team(chosen, words) as connection:
        team.change_password(connection, chosen.login, new, datetime.now(UTC))
    print(words("{login} has a new password.", login=chosen.login))
    return 0


def _upgrade(chosen: argparse.Namespace, words: Words) -> int:
    from vipdesk.access import team
    from vipdesk.access.rights import statements

    with _engine(_server(chosen), _administrators(chosen, words)) as engine:
        _migrate(engine)
        with _administrator(engine) as connection:
            statements.apply(connection)
            count = team.renew_rights(connection)
    print(words("The schema and the rights of {n} people are up to date.", n=count))
    return 0


def _check(chosen: argparse.Namespace, words: Words) -> int:
    from vipdesk.access.rights.check import check

    with _at_team(chosen, words) as connection:
        findings = check(connection)
    for finding in findings:
        print(words(finding.said))
    if findings:
        print(words("Something is not as it must be. “vipdesk team upgrade” mends the rights."))
        return 1
    print(words("The rights are exactly those of the matrix."))
    return 0


# Inside -----------------------------------------------------------------------------------------


def _server(chosen: argparse.Namespace) -> TeamAddress:
    from vipdesk.store.team_address import TeamAddress

    return TeamAddress(
        chosen.server, chosen.port, chosen.database, chosen.administrator,
        root_certificate=chosen.root_certificate,
    )  # fmt: skip


def _administrators(chosen: argparse.Namespace, words: Words) -> str:
    if chosen.password_file is not None:
        return first_line(chosen.password_file)
    return getpass(words("Password of {login}:", login=chosen.administrator) + " ")


def _new_password(chosen: argparse.Namespace, words: Words) -> str:
    if chosen.new_password_file is not None:
        return first_line(chosen.new_password_file)
    first = getpass(words("New password for {login}:", login=chosen.login) + " ")
    if first != getpass(words("Once more:") + " "):
        raise UserError(say("The two passwords differ. Try again."))
    return first


def _person_of(chosen: argparse.Namespace) -> Person:
    from vipdesk.access.team import Person

    return Person(
        chosen.login, Role(chosen.role), chosen.given, chosen.surname, chosen.patronymic,
        chosen.email, chosen.phone,
    )  # fmt: skip


def _end_of(day: str) -> datetime:
    try:
        last = date.fromisoformat(day)
    except ValueError:
        raise UserError(say("Give the day as 2026-12-31."), field="until") from None
    return datetime.combine(last + timedelta(days=1), time(), UTC)


@contextmanager
def _engine(address: TeamAddress, password: str) -> Iterator[Engine]:
    from vipdesk.store.store import team_engine

    engine = team_engine(address.url(password))
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def _administrator(engine: Engine) -> Iterator[Connection]:
    """A transaction of a superuser; errors as sentences."""
    from vipdesk.access import team
    from vipdesk.store.store import mended

    with mended(), engine.begin() as connection:
        team.check_administrator(connection)
        yield connection


@contextmanager
def _at_team(chosen: argparse.Namespace, words: Words) -> Iterator[Connection]:
    with (
        _engine(_server(chosen), _administrators(chosen, words)) as engine,
        _administrator(engine) as connection,
    ):
        yield connection


def _migrate(engine: Engine) -> None:
    from vipdesk.store import schema
    from vipdesk.store.store import mended

    with _administrator(engine):
        pass
    with mended():
        schema.is_current(engine)  # a newer one is refused with a sentence
        schema.upgrade(engine)
