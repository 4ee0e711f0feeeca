"""`vipdesk team move`: a vault becomes a team with logins, by the command as it is typed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests import db, postgres
from vipdesk.access import journal, logins
from vipdesk.access.rights.check import check
from vipdesk.access.team_door import TeamAddress, open_team
from vipdesk.cli import main
from vipdesk.clients.registry import list_clients
from vipdesk.clock import SetClock
from vipdesk.commands.move import _people
from vipdesk.demo import generate
from vipdesk.errors import UserError
from vipdesk.store.store import Store, open_vault_store, team_engine
from vipdesk.store.vault import Unlocked
from vipdesk.wording import Lang

WAY = r"  ([a-z][a-z0-9_]+)  ([a-z0-9]{5}(?:-[a-z0-9]{5}){3})\n"


@pytest.fixture
def folder(vault_template: Unlocked, tmp_path: Path, clock: SetClock) -> Path:
    """A vault with a small club, closed."""
    with db.vault_store(vault_template, tmp_path / "vault") as store:
        store.write(lambda s: generate(s, seed=3, clients=40, as_of=clock.now(), lang=Lang.RU))
    return tmp_path / "vault"


def arguments(folder: Path, server: postgres.Server, database: str) -> list[str]:
    secret = folder.parent / "passphrase"
    secret.write_text(db.PASSPHRASE + "\n")
    return [
        "team", "move", "--vault", str(folder), "--passphrase-file", str(secret),
        "--server", server.host, "--port", str(server.port), "--database", database,
        "--administrator", server.user, "--password-file", str(secret),
    ]  # fmt: skip


def test_the_club_of_a_vault_becomes_a_team_s(
    folder: Path, server: postgres.Server, clock: SetClock, capsys: pytest.CaptureFixture[str]
) -> None:
    database = "moved_club"
    assert main(arguments(folder, server, database)) == 0
    ways = re.findall(WAY, capsys.readouterr().out)
    try:
        led = {}
        for login, password in ways:
            address = TeamAddress(server.host, server.port, database, login)
            office = open_team(address, password, clock)
            led[office.staff.role] = len(office.read(list_clients))
            office.close()
        assert max(led.values()) == 40
        engine = team_engine(server.url(database))
        with engine.begin() as connection:
            assert check(connection) == ()
        store = Store(engine, db.Home.TEAM, engine.dispose)
        assert store.read(journal.verify).whole
        store.close()
    finally:
        db._admin(server, f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')
        for login, _password in ways:
            db._admin(server, f'DROP ROLE "{login}"')


def test_a_login_that_is_taken_leaves_no_database(
    folder: Path, server: postgres.Server, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_vault_store(folder, db.PASSPHRASE) as store:
        surname = _people(store)[0].surname
    typed = [*arguments(folder, server, "half_club"), "--login", f"{surname}={server.user}"]
    assert main(typed) == 1
    assert "taken" in capsys.readouterr().err
    engine = team_engine(server.url("postgres"))
    with engine.connect() as connection:
        names = connection.exec_driver_sql("SELECT datname FROM pg_database").scalars().all()
    engine.dispose()
    assert "half_club" not in names


def test_a_team_that_works_already_is_refused(
    folder: Path, server: postgres.Server, team: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    from tests.factories import seed_staff

    team.write(seed_staff)
    assert main(arguments(folder, server, team.engine.url.database or "")) == 1
    assert "not empty" in capsys.readouterr().err


def test_logins_are_made_of_names_and_never_twice(vault_office: object) -> None:
    from vipdesk.access import Office
    from vipdesk.access.office import list_staff

    assert isinstance(vault_office, Office)
    people = vault_office.read(list_staff)
    made = logins.suggest_logins(people, {"Ким": "ilya"})
    assert {n.login for n in made} == {"m_orlova", "a_lebedeva", "p_vorontsov", "ilya"}
    twice = logins.suggest_logins([people[0], people[0]])
    assert twice[0].login != twice[1].login
    with pytest.raises(UserError, match="Nobody on the staff"):
        logins.suggest_logins(people, {"Нетакой": "x"})
