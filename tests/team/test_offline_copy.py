"""The copy for work without the server: what this person may see, for 72 hours, and no longer."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DatabaseError

from tests.conftest import NOON
from tests.team.club import SECRET, Club
from vipdesk.errors import UserError
from vipdesk.models import Base, Client, Complaint, Fact
from vipdesk.search.find import find
from vipdesk.store import offline_copy
from vipdesk.store.offline_copy import CopyInfo
from vipdesk.store.store import Home, Store
from vipdesk.vocabulary import FactKind
from vipdesk.wording import say


def take(club: Club, login: str, vault: Store) -> CopyInfo:
    assert vault.vault is not None
    team = club.office(login)._store
    return offline_copy.take_copy(vault.vault, team, login=login, now=NOON)


def opened(vault: Store, *, hours: float = 1) -> Store:
    assert vault.vault is not None
    return offline_copy.open_copy(vault.vault, NOON + timedelta(hours=hours))


def files(vault: Store) -> list[Path]:
    assert vault.vault is not None
    return sorted(vault.vault.folder.glob("offline*"))


def everything(store: Store) -> str:
    """All that a copy holds, as text."""
    with store.engine.connect() as connection:
        return "\n".join(
            str(row)
            for table in Base.metadata.sorted_tables
            for row in connection.execute(select(table))
        )


def test_a_manager_takes_along_what_a_manager_sees(shared_club: Club, vault: Store) -> None:
    info = take(shared_club, "maria", vault)
    assert info.rows > 30
    with opened(vault) as copy:
        assert copy.home is Home.OFFLINE
        seen = copy.read(lambda session: set(session.scalars(select(Client.id))))
    p = shared_club.planted
    assert seen == {p.hers, p.hers_calm, p.hers_open}


def test_a_complaint_about_the_manager_does_not_come_along(shared_club: Club, vault: Store) -> None:
    take(shared_club, "maria", vault)
    with opened(vault) as copy:
        held = everything(copy)
        assert str(shared_club.planted.secret) not in held
        assert shared_club.planted.number not in held
        assert SECRET not in held
        open_cases = copy.read(lambda session: set(session.scalars(select(Complaint.id))))
    assert open_cases == {shared_club.planted.open_case}


def test_a_coordinators_copy_knows_no_private_track_and_no_special_fact(
    shared_club: Club, vault: Store
) -> None:
    take(shared_club, "anna", vault)
    with opened(vault) as copy:
        tables = [t for t in Base.metadata.sorted_tables if t.schema == "vip_private"]
        rows = copy.read(lambda s: [s.execute(select(t)).first() for t in tables])
        facts = copy.read(lambda s: set(s.scalars(select(Fact.kind))))
    assert set(rows) == {None}
    assert facts == {FactKind.TRAVEL}


def test_what_is_copied_is_found_by_the_one_box(shared_club: Club, vault: Store) -> None:
    from vipdesk.access import Office

    take(shared_club, "maria", vault)
    with opened(vault) as copy:
        office = Office(copy, shared_club.planted.staff["maria"], shared_club.clock)
        found = office.read(lambda desk: find(desk, "волков"))
        assert found[0].id == shared_club.planted.hers
        assert shared_club.planted.his not in {hit.id for hit in found}


def test_the_copy_is_encrypted_under_a_key_of_its_own(shared_club: Club, vault: Store) -> None:
    take(shared_club, "maria", vault)
    assert vault.vault is not None
    for file in files(vault):
        content = file.read_bytes()
        assert not content.startswith(b"SQLite format 3")
        assert "Волкова".encode() not in content
    (database,) = vault.vault.folder.glob("offline-*.db")
    engine = vault.vault.new_engine(database)
    with pytest.raises(DatabaseError), engine.connect():
        pass
    engine.dispose()


def test_after_three_days_it_is_gone(shared_club: Club, vault: Store) -> None:
    take(shared_club, "maria", vault)
    with opened(vault, hours=71.9):
        pass
    with pytest.raises(UserError, match="no copy"):
        opened(vault, hours=72)
    assert files(vault) == []


def test_a_clock_turned_back_gains_nothing(shared_club: Club, vault: Store) -> None:
    take(shared_club, "maria", vault)
    opened(vault, hours=71).close()
    assert vault.vault is not None
    kept = offline_copy.find_copy(vault.vault, NOON - timedelta(days=9))
    assert kept is not None
    opened(vault, hours=-200).close()
    with pytest.raises(UserError):
        opened(vault, hours=72.5)


def test_a_new_copy_takes_the_place_of_the_old(shared_club: Club, vault: Store) -> None:
    take(shared_club, "maria", vault)
    before = {f.name for f in files(vault)}
    take(shared_club, "anna", vault)
    after = {f.name for f in files(vault) if f.suffix == ".db"}
    assert len(after) == 1
    assert not after & before


def test_an_erased_client_does_not_live_on_in_the_next_copy(club: Club, vault: Store) -> None:
    hers = club.planted.hers_calm
    take(club, "ilya", vault)
    with opened(vault) as copy:
        assert "Тихонова" in everything(copy)
    club.run("ilya", "SELECT vip_api.erase_client(:id, 0, 'request')", id=hers)
    take(club, "ilya", vault)
    with opened(vault) as copy:
        assert "Тихонова" not in everything(copy)
        assert f"{hers.hex}@client.example" not in everything(copy)


def test_a_copy_that_fails_half_way_leaves_the_old_one(
    shared_club: Club, vault: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(shared_club, "maria", vault)
    before = files(vault)

    def full(*_arguments: object, **_named: object) -> int:
        raise UserError(
            say("The disk is full. Free some space and try again: nothing was changed.")
        )

    monkeypatch.setattr(offline_copy, "_copy", full)
    with pytest.raises(UserError):
        take(shared_club, "maria", vault)
    assert files(vault) == before


def test_a_wiped_copy_leaves_no_file(shared_club: Club, vault: Store) -> None:
    take(shared_club, "maria", vault)
    assert vault.vault is not None
    offline_copy.wipe_copy(vault.vault)
    assert files(vault) == []
    assert offline_copy.find_copy(vault.vault, NOON) is None


def test_a_damaged_pointer_is_no_way_in(shared_club: Club, vault: Store) -> None:
    take(shared_club, "maria", vault)
    assert vault.vault is not None
    pointer = vault.vault.folder / "offline.copy"
    pointer.write_bytes(pointer.read_bytes()[:-3] + b"abc")
    assert offline_copy.find_copy(vault.vault, NOON) is None
    assert files(vault) == []


def test_a_copy_that_is_still_open_where_nothing_open_may_go_does_not_stop_the_new_one(
    shared_club: Club, vault: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to remove an open file; coming back renews the copy while it is open."""
    take(shared_club, "maria", vault)
    assert vault.vault is not None
    older = {f.name for f in files(vault)} - {"offline.copy"}
    unlink = Path.unlink

    def refuse(path: Path, missing_ok: bool = False) -> None:
        if path.name in older:
            raise PermissionError(13, "in use")
        unlink(path, missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        take(shared_club, "anna", vault)
    found = offline_copy.find_copy(vault.vault, NOON)
    assert found is not None
    assert found.login == "anna"
    take(shared_club, "anna", vault)
    assert not older & {f.name for f in files(vault)}, "it goes the next time"


def test_a_lock_while_the_copy_is_looked_for_does_not_wipe_it(
    shared_club: Club, vault: Store
) -> None:
    take(shared_club, "oleg", vault)
    assert vault.vault is not None
    vault.close()
    with pytest.raises(UserError):
        offline_copy.find_copy(vault.vault, NOON)
    assert files(vault)
