"""A vault moves into a team: all of it, its journal's chain too, or nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Connection, NullPool, create_engine, func, select, text
from sqlalchemy.orm import Session

from tests import db, postgres
from tests.factories import seed_staff
from vipdesk.access import Office, journal, keeper
from vipdesk.access.team_door import TeamAddress
from vipdesk.cards import keys
from vipdesk.channels import account
from vipdesk.channels.transport import Account
from vipdesk.clock import SetClock
from vipdesk.demo import generate
from vipdesk.errors import UserError
from vipdesk.models import Base, ClubSetting, MailAccount, Staff
from vipdesk.store.moving import Moved, move_vault
from vipdesk.store.store import Store
from vipdesk.store.vault import Unlocked
from vipdesk.wording import Lang

MAIL = Account("Клуб", "club@example.com", "smtp.example.com", 587, "starttls", "club", "secret")


@pytest.fixture(scope="module")
def club(vault_template: Unlocked, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """A small club with everything in it, and secrets."""
    from tests.conftest import NOON

    clock = SetClock(NOON)
    with db.vault_store(vault_template, tmp_path_factory.mktemp("moving") / "vault") as store:
        made, _ = store.write(
            lambda s: generate(s, seed=7, clients=40, as_of=clock.now(), lang=Lang.RU)
        )
        office = Office(store, made.manager_id, clock)
        office.write(lambda desk: account.change_account(desk, MAIL))
        office.write(keys.club_key)
        keeper.keep_sign_in(
            store, keeper.SignIn(TeamAddress("db.example.com"), "long password"), clock.now()
        )
        yield office


def counts(connection: Connection) -> dict[str, int]:
    return {
        t.name: connection.scalar(select(func.count()).select_from(t)) or 0
        for t in Base.metadata.sorted_tables
    }


def move(club: Office, team: Store, **options: object) -> Moved:
    return move_vault(
        club._store.engine,
        team.engine,
        leave_out=keeper.is_of_this_computer,
        **options,  # type: ignore[arg-type]
    )


def test_every_row_arrives_and_the_chain_holds(club: Office, team: Store) -> None:
    told: list[tuple[str, int, int]] = []
    moved = move(club, team, on_rows=lambda *step: told.append(step))
    with club._store.engine.connect() as vault, team.engine.connect() as there:
        here, found = counts(vault), counts(there)
    here["club_setting"] -= 1  # the way into a team stays on the computer
    assert found == here == dict(moved.rows)
    assert told[-1][1] == told[-1][2]
    report = team.read(journal.verify)
    assert report.whole
    assert report.entries == here["journal_entry"]
    assert report.head == club.read(lambda d: journal.verify(d.session)).head


def test_secrets_stay_behind_and_are_named(club: Office, team: Store) -> None:
    moved = move(club, team)
    assert sorted(moved.left_behind) == ["card_key", "mail_account"]

    def sealed(session: Session) -> list[bytes | None]:
        settings = session.scalars(select(ClubSetting.sealed)).all()
        return [*settings, *session.scalars(select(MailAccount.password))]

    assert set(team.read(sealed)) == {None}
    names = team.read(lambda s: s.scalars(select(ClubSetting.name)).all())
    assert keeper.SIGN_IN not in names


def test_what_moved_is_found_by_its_name_and_goes_on_counting(club: Office, team: Store) -> None:
    from vipdesk.clients.registry import ClientFilter, list_clients

    move(club, team)
    office = Office(team, club.staff.id, club.clock)
    surname = club.read(lambda desk: list_clients(desk)[0].name.surname)
    assert office.read(lambda desk: list_clients(desk, ClientFilter(text=surname)))
    office.write(lambda desk: desk.note("look", "staff", None))
    report = team.read(journal.verify)
    assert report.whole


def test_staff_get_the_logins_they_were_given(club: Office, team: Store) -> None:
    move(club, team, logins={club.staff.id: "maria"})
    logins = team.read(lambda s: dict(s.execute(select(Staff.id, Staff.login)).all()))
    assert logins.pop(club.staff.id) == "maria"
    assert set(logins.values()) == {None}


def test_a_team_that_is_not_empty_is_refused(club: Office, team: Store) -> None:
    team.write(seed_staff)
    with pytest.raises(UserError, match="not empty"):
        move(club, team)


def _older(connection: Connection) -> None:
    connection.execute(text("UPDATE vip.alembic_version SET version_num = '0004'"))


def test_another_version_is_refused(club: Office, team: Store) -> None:
    with team.engine.begin() as connection:
        _older(connection)
    with pytest.raises(UserError, match="another version"):
        move(club, team)


class Died(Exception):
    pass


def _at_the_end(_connection: Connection, _moved: Moved) -> None:
    raise Died


def _half_way(_table: str, done: int, total: int) -> None:
    if done > total / 2:
        raise Died


@pytest.mark.parametrize("when", [{"before_commit": _at_the_end}, {"on_rows": _half_way}])
def test_half_a_move_is_none(
    club: Office, team: Store, when: dict[str, Callable[..., None]]
) -> None:
    with pytest.raises(Died):
        move(club, team, **when)
    with team.engine.connect() as there:
        assert set(counts(there).values()) == {0}
        off = there.scalars(text("SELECT tgname FROM pg_trigger WHERE tgenabled = 'D'")).all()
    assert off == []


def test_a_killed_server_process_leaves_the_team_empty(
    club: Office, team: Store, server: postgres.Server
) -> None:
    other = create_engine(team.engine.url, poolclass=NullPool)

    def kill(_table: str, done: int, total: int) -> None:
        if done == total:
            with other.connect() as connection:
                connection.execute(
                    text(
                        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
                    )
                )

    with pytest.raises(Exception, match=r"terminat|closed|connection"):
        move(club, team, on_rows=kill)
    with other.connect() as there:
        assert set(counts(there).values()) == {0}
    other.dispose()
