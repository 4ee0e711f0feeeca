"""The administrator's verbs and commands, on a server that asks for passwords."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.db import _admin
from tests.postgres import Server
from tests.team.club import PASSWORD, PEOPLE, Club
from vipdesk import cli
from vipdesk.access import team
from vipdesk.access.team import Person
from vipdesk.access.team_door import TeamAddress, Tls, open_team
from vipdesk.clock import SystemClock
from vipdesk.errors import Conflict, NotFound, UserError
from vipdesk.vocabulary import Role

NEW = "three calm harbours 61"
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def asks_passwords(server: Server) -> Iterator[None]:
    """As a club's server does; the superuser of the tests needs none."""
    hba = "hostnossl all {0} all trust\\nhost all all all scram-sha-256\\n"
    engine = team_engine_of(server)
    with engine.connect() as connection:
        file = connection.scalar(text("SHOW hba_file"))
        before = connection.scalar(text("SELECT pg_read_file(:f)"), {"f": file})

    def write(content: str) -> None:
        with engine.connect() as connection:
            connection.exec_driver_sql("DROP TABLE IF EXISTS hba")
            connection.exec_driver_sql("CREATE TEMP TABLE hba (line text)")
            for line in _rules(content):
                connection.execute(text("INSERT INTO hba VALUES (:l)"), {"l": line})
            connection.exec_driver_sql(
                f"COPY hba TO '{file}' WITH (FORMAT csv, QUOTE E'\\x01', DELIMITER E'\\x02')"
            )
            connection.exec_driver_sql("SELECT pg_reload_conf()")

    write(hba.format(server.user))
    _wait_until(server, asked=True)
    yield
    write(before or "")
    _wait_until(server, asked=False)
    engine.dispose()


def _rules(content: str) -> list[str]:
    lines = content.replace("\\n", "\n").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def _wait_until(server: Server, *, asked: bool) -> None:
    """The server reads its file when it comes to it."""
    import psycopg

    for _ in range(200):
        try:
            psycopg.connect(
                host=server.host, port=server.port, dbname="postgres", user="vera"
            ).close()
        except psycopg.OperationalError:
            if asked:
                return
        else:
            if not asked:
                return
    raise AssertionError("the server does not read its file")


def team_engine_of(server: Server):  # type: ignore[no-untyped-def]
    from sqlalchemy import NullPool, create_engine

    return create_engine(server.url("postgres"), isolation_level="AUTOCOMMIT", poolclass=NullPool)


def refused(server: TeamAddress, password: str) -> UserError:
    with pytest.raises(UserError) as error:
        open_team(server, password, SystemClock()).close()
    return error.value


def test_a_wrong_password_is_a_sentence(club: Club, asks_passwords: None) -> None:
    open_team(club.address("maria"), PASSWORD, SystemClock()).close()
    error = refused(club.address("maria"), "not this one at all")
    assert error.field == "password"
    assert refused(club.address("nobody"), PASSWORD).field == "password"  # no hint which is wrong


def test_a_server_that_is_not_there_is_a_sentence() -> None:
    error = refused(TeamAddress("127.0.0.1", 1, "club", "maria"), PASSWORD)
    assert error.field == "host"


def test_a_certificate_that_is_not_trusted_is_a_sentence(club: Club) -> None:
    error = refused(replace(club.address("maria"), tls=Tls.VERIFY), PASSWORD)
    assert "certificate" in error.say.text
    assert error.field == "host"


def test_another_computer_is_always_asked_for_its_certificate(tmp_path: Path) -> None:
    far = TeamAddress("db.club.example", login="maria")
    assert far.options()["sslmode"] == "verify-full"
    assert far.options()["sslrootcert"] == "system"
    own = replace(far, root_certificate=tmp_path / "root.pem")
    assert own.options()["sslrootcert"].endswith("root.pem")
    for here in ("127.0.0.1", "::1", "localhost"):
        assert TeamAddress(here).options()["sslmode"] == "prefer"
    assert PASSWORD not in str(far.url(PASSWORD))


def test_somebody_of_another_club_has_no_access(club: Club) -> None:
    _admin(club.server, f'REVOKE CONNECT ON DATABASE "{club.database}" FROM maria')
    assert refused(club.address("maria"), PASSWORD).field == "login"


def test_who_is_revoked_is_out_at_once(club: Club) -> None:
    maria = club.office("maria")
    with club.engine().begin() as connection:
        gone = team.revoke(connection, "maria", NOW)
    try:
        assert gone.clients_waiting == 3
        with club.engine().begin() as connection:
            assert team.end_sessions(connection, "maria") >= 1
        with pytest.raises(UserError):
            maria.read(lambda desk: desk.session.execute(text("SELECT 1")))
        assert refused(club.address("maria"), PASSWORD).field == "login"
        kept = club.run(None, "SELECT rolpassword FROM pg_authid WHERE rolname = 'maria'")
        assert kept[0].rolpassword, "a server that asks for passwords would call it wrong"
        assert club.run(None, "SELECT left_at FROM vip.staff WHERE login = 'maria'")[0].left_at
        with club.engine().begin() as connection, pytest.raises(NotFound):
            team.revoke(connection, "maria", NOW)
    finally:  # the login belongs to the server that other tests use
        with club.engine().begin() as connection:
            connection.exec_driver_sql("ALTER ROLE maria LOGIN")
            team.give_rights(connection, "maria", PEOPLE["maria"][0])


def test_a_password_reaches_no_statement(club: Club) -> None:
    """The server only ever hears a SCRAM verifier."""
    heard: list[str] = []
    with club.engine().begin() as connection:
        connection.exec_driver_sql("SET log_statement = 'all'")
        team.change_password(connection, "oleg", NEW, NOW)
        kept = connection.scalar(text("SELECT rolpassword FROM pg_authid WHERE rolname = 'oleg'"))
        heard += connection.scalars(text("SELECT query FROM pg_stat_activity")).all()
    assert kept is not None
    assert kept.startswith("SCRAM-SHA-256$")
    assert not any(NEW in query for query in heard)


@pytest.mark.parametrize(
    ("person", "password", "field"),
    [
        (Person("Ольга", Role.MANAGER, "Ольга", "Ли"), NEW, "login"),
        (Person("pg_olga", Role.MANAGER, "Ольга", "Ли"), NEW, "login"),
        (Person('olga"; DROP', Role.MANAGER, "Ольга", "Ли"), NEW, "login"),
        (Person("olga", Role.MANAGER, " ", "Ли"), NEW, "given"),
        (Person("olga", Role.MANAGER, "Ольга", ""), NEW, "surname"),
        (Person("maria", Role.MANAGER, "Ольга", "Ли"), NEW, "login"),
    ],
)
def test_a_person_who_cannot_be_added(
    club: Club, person: Person, password: str, field: str
) -> None:
    with club.engine().begin() as connection, pytest.raises(UserError) as error:
        team.add_person(connection, person, password, NOW)
    assert error.value.field == field


def test_a_taken_login_is_a_conflict(club: Club) -> None:
    with club.engine().begin() as connection, pytest.raises(Conflict):
        team.add_person(connection, Person("anna", Role.HEAD, "А", "Б"), NEW, NOW)


def test_nobody_stands_in_for_themselves_or_for_yesterday(club: Club) -> None:
    with club.engine().begin() as connection:
        for deputy, until, field in (
            ("maria", None, "deputy"),
            ("oleg", NOW - timedelta(days=1), "until"),
            ("nobody", None, "login"),
        ):
            with pytest.raises(UserError) as error:
                team.deputise(connection, "maria", deputy, until, NOW)
            assert error.value.field == field


def test_a_role_that_is_no_superuser_is_told_so(club: Club) -> None:
    with club.engine("maria").connect() as connection, pytest.raises(UserError) as error:
        team.check_administrator(connection)
    assert "superuser" in error.value.say.text


# The command line ---------------------------------------------------------------------------------


@pytest.fixture
def run(server: Server, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Iterator[object]:
    """`vipdesk team …` on a new database; (exit code, what was printed)."""
    name = "commanded_club"
    for file, secret in (("admin", "unused"), ("new", NEW)):
        (tmp_path / file).write_text(secret + "\n", encoding="utf-8")

    def call(what: str, *more: str, new: bool = False) -> tuple[int, str]:
        given = [
            "--home", str(tmp_path / "home"), "team", what, "--server", server.host,
            "--port", str(server.port), "--database", name, "--administrator", server.user,
            "--password-file", str(tmp_path / "admin"), *more,
        ]  # fmt: skip
        code = cli.main([*given, "--new-password-file", str(tmp_path / "new")] if new else given)
        shown = capsys.readouterr()
        return code, shown.out + shown.err

    yield call
    _admin(server, f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    for login in ("founder", "olga"):
        _admin(server, f'DROP ROLE IF EXISTS "{login}"')


def test_a_team_from_nothing_to_a_person_gone(run, server: Server) -> None:  # type: ignore[no-untyped-def]
    who = ("--given", "Илья", "--surname", "Ким")
    assert run("check")[0] == 1  # no such database: one sentence
    assert run("init", "founder", *who, new=True)[0] == 0
    assert run("init", "founder", *who, new=True)[0] == 1
    assert (
        run("add", "olga", "--role", "manager", "--given", "Ольга", "--surname", "Ли", new=True)[0]
        == 0
    )
    assert run("deputise", "olga", "founder", "--until", "2090-01-31")[0] == 0
    assert run("deputise", "olga")[0] == 0
    assert run("deputise", "olga", "founder", "--until", "tomorrow")[0] == 1
    assert run("password", "olga", new=True)[0] == 0
    code, said = run("check")
    assert code == 0, said
    address = TeamAddress(server.host, server.port, "commanded_club", "olga")
    office = open_team(address, NEW, SystemClock())
    assert office.staff.role is Role.MANAGER
    office.close()
    _admin(server, "ALTER ROLE olga BYPASSRLS")
    code, said = run("check")
    assert code == 1
    assert "olga" in said
    _admin(server, "ALTER ROLE olga NOBYPASSRLS")
    assert run("upgrade")[0] == 0
    code, said = run("revoke", "olga")
    assert code == 0, said
    assert run("revoke", "olga")[0] == 1
    assert refused(address, NEW).field in {"login", "password"}
