"""How clubs are opened, made and shown: the one place above the store that the screens use.

Everything slow is imported inside, because it runs in the worker after the first paint.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast
from uuid import UUID

from vipdesk.errors import UserError
from vipdesk.wording import Lang, Say, say

if TYPE_CHECKING:
    from vipdesk.access import Office
    from vipdesk.access.desk import StaffRow
    from vipdesk.access.keeper import SignIn
    from vipdesk.access.offline import Deeds, Replayed
    from vipdesk.clock import Clock
    from vipdesk.paths import Paths
    from vipdesk.settings import Settings
    from vipdesk.store.store import Store
    from vipdesk.ui import runner
    from vipdesk.ui.doors import Along, Away, Doors, Founder, Opened, TeamWay

DEMO_PASSPHRASE = "demonstration club 2026"  # noqa: S105 nothing to protect
"""Known to everybody: there is nobody real in the demonstration club."""


class VaultDoors:
    """Opens clubs for the screens; everything slow is imported here, in the worker."""

    def __init__(
        self, paths: Paths, clock: Clock, kept: Settings, demo: tuple[int, int] = (300, 2026)
    ) -> None:
        self._paths, self._clock, self._demo = paths, clock, demo
        self._kept = Path(kept.vault) if kept.vault else None

    @property
    def folder(self) -> Path:
        """The vault used last, or the person's own place."""
        if self._kept is not None and self.has_vault(self._kept):
            return self._kept
        return self._paths.vault

    def has_vault(self, folder: Path) -> bool:
        """Whether there is a vault in the folder, whole or not (without importing the store)."""
        return (folder / "vault.keys").exists() or (folder / "vault.db").exists()

    def check_passphrase(self, passphrase: str) -> None:
        """Refuse a weak passphrase."""
        from vipdesk.store.keyslots import check_new_passphrase

        check_new_passphrase(passphrase)

    def warnings(self, folder: Path) -> tuple[Say, ...]:
        """What to tell about this place."""
        from vipdesk.store.places import warnings_about

        return warnings_about(folder)

    def warm(self) -> None:
        """Half a second of imports that the person does not wait for then."""
        from sqlalchemy.orm import configure_mappers

        import vipdesk.access.founding
        import vipdesk.agenda.today
        import vipdesk.jobs.backups
        import vipdesk.models
        import vipdesk.store.opening
        import vipdesk.store.store  # noqa: F401

        configure_mappers()

    def open(self, folder: Path, passphrase: str) -> Opened:
        """Open a vault by passphrase."""
        from vipdesk.store.opening import open_at_start

        return self._sit_down(open_at_start(folder, passphrase), folder)

    def has_keyring(self, folder: Path) -> bool:
        """Whether this computer's keyring may open the vault (a small file is read)."""
        from vipdesk.store.keyslots import load_keyslots

        try:
            return load_keyslots(folder / "vault.keys").has_keyring
        except UserError:  # told when it is opened
            return False

    def open_by_keyring(self, folder: Path) -> Opened:
        """Open a vault with what this computer's keyring holds."""
        from vipdesk.store.keyring_slot import system_ring
        from vipdesk.store.opening import open_at_start

        return self._sit_down(open_at_start(folder, ring=system_ring()), folder)

    def recover(self, folder: Path, recovery_key: str, passphrase: str) -> Opened:
        """Open a vault by recovery key and give it a new passphrase."""
        from vipdesk.store.store import open_vault_store

        self.check_passphrase(passphrase)
        store = open_vault_store(folder, recovery_key=recovery_key)
        try:
            if store.vault is not None:
                store.vault.reset_passphrase(recovery_key, passphrase)
        except BaseException:
            store.close()
            raise
        return self._sit_down(store, folder)

    def create(self, folder: Path, passphrase: str, founder: Founder) -> tuple[Opened, str]:
        """Make a vault with its first person."""
        from vipdesk.access import Office
        from vipdesk.access.founding import found_club
        from vipdesk.store.store import create_vault_store

        store, recovery_key = create_vault_store(folder, passphrase)
        try:
            found = partial(
                found_club,
                given=founder.given,
                surname=founder.surname,
                role=founder.role,
                now=self._clock.now(),
            )
            staff_id, _ = store.write(found)
            return opened_office(Office(store, staff_id, self._clock), folder), recovery_key
        except BaseException:
            store.close()
            raise

    def open_demo(self, lang: Lang) -> Opened:
        """Make a fresh demonstration club in its own folder; the one of before is thrown away."""
        import shutil

        from vipdesk.access import Office
        from vipdesk.demo import bring_to_life, generate
        from vipdesk.store import keyslots
        from vipdesk.store.backup import backups_of
        from vipdesk.store.store import create_vault_store

        folder = self._paths.demo_vault
        self._refuse_if_in_use(folder)
        shutil.rmtree(folder, ignore_errors=True)
        shutil.rmtree(backups_of(folder), ignore_errors=True)
        store, _recovery_key = create_vault_store(folder, DEMO_PASSPHRASE, cost=keyslots.FLOOR)
        try:
            clients, seed = self._demo
            make = partial(generate, seed=seed, clients=clients, as_of=self._clock.now(), lang=lang)
            club, _ = store.write(make)
            bring_to_life(store, club, self._clock)
            office = Office(store, club.manager_id, self._clock)
        except BaseException:
            store.close()
            shutil.rmtree(folder, ignore_errors=True)  # half a club only fills the disk
            raise
        return opened_office(office, folder, demo=True)

    # A team ------------------------------------------------------------------------------------

    def try_team(self, way: TeamWay) -> StaffRow:
        """Sign in and hang up."""
        from vipdesk.access.team_door import open_team

        sign_in = _sign_in(way)
        office = open_team(sign_in.address, sign_in.password, self._clock)
        office.close()
        return office.staff

    def join_team(self, folder: Path, passphrase: str, way: TeamWay) -> Opened:
        """The team first: a refused password leaves no vault behind."""
        from vipdesk.access import keeper
        from vipdesk.access.team_door import open_team

        sign_in = _sign_in(way)
        office = open_team(sign_in.address, sign_in.password, self._clock)
        try:
            vault = self._vault_for(folder, passphrase)
            try:
                keeper.keep_sign_in(vault, sign_in, self._clock.now())
                return opened_office(office.kept_by(vault), folder)
            except BaseException:
                vault.close()
                raise
        except BaseException:
            office.close()
            raise

    def team_of(self, office: runner.Office) -> TeamWay | None:
        """Read from the vault that keeps it."""
        from vipdesk.access import keeper

        vault = cast("Office", office).keeper
        kept = keeper.kept_sign_in(vault) if vault is not None else None
        return None if kept is None else _way(kept)

    def leave_team(self, office: runner.Office) -> None:
        """The way in is gone from this computer."""
        from vipdesk.access import keeper

        vault = cast("Office", office).keeper
        if vault is not None:
            keeper.forget_sign_in(vault, self._clock.now())

    def change_team_password(self, office: runner.Office, old: str, new: str) -> None:
        """On the server, then in the vault."""
        from vipdesk.access import keeper

        keeper.change_own_password(cast("Office", office), old=old, new=new)

    def settle(self, office: runner.Office) -> None:
        """In a vault, who was away until yesterday is back; a team's policies look at the day."""
        from vipdesk.access.staff import end_absences

        club = cast("Office", office)
        if club.home == "vault":
            club.write(end_absences)

    def take_along(self, office: runner.Office) -> Along:
        """In the background, now and then."""
        from vipdesk.access import away

        return _along(away.take_along(cast("Office", office))[0])

    def go_away(self, office: runner.Office) -> Opened | None:
        """The vault stays open; the copy is beside it."""
        from vipdesk.access import away

        keeper = cast("Office", office).keeper
        found = away.sit_down_away(keeper, self._clock) if keeper is not None else None
        return None if found is None else opened_office(found, _folder_of(found))

    def come_back(self, office: runner.Office) -> tuple[Opened, Along] | None:
        """What was done meanwhile is done before anything is shown."""
        from vipdesk.access import away
        from vipdesk.access.offline import OfflineOffice

        found = away.come_back(cast("OfflineOffice", office))
        if found is None:
            return None
        back, done = found
        return opened_office(back, _folder_of(back)), _along(done)

    def let_go(self, office: runner.Office) -> None:
        """The next office works on the same vault."""
        cast("Office", office).leave()

    def refused_deeds(self, office: runner.Office) -> tuple[tuple[UUID, str], ...]:
        """The longest text of each is what the person typed."""
        return tuple((deed.id, deed.text) for deed in _deeds(office).refused())

    def drop_deed(self, office: runner.Office, deed_id: UUID) -> None:
        """Its file goes."""
        _deeds(office).drop(deed_id)

    def _vault_for(self, folder: Path, passphrase: str) -> Store:
        """The person's vault; a new one keeps nothing but the way in, so it needs no kit."""
        from vipdesk.store.store import create_vault_store, open_vault_store

        if self.has_vault(folder):
            return open_vault_store(folder, passphrase)
        return create_vault_store(folder, passphrase)[0]

    # Inside ------------------------------------------------------------------------------------

    def _refuse_if_in_use(self, folder: Path) -> None:
        from vipdesk.store.files import lock_file
        from vipdesk.store.vault import LOCK

        if not folder.exists():
            return
        lock = lock_file(folder / LOCK)
        if lock is None:
            raise UserError(
                say("The demonstration club is already open in another window. Close that one.")
            )
        lock.release()

    def _sit_down(self, store: Store, folder: Path) -> Opened:
        """The team the vault knows the way to, or its copy; else the club's first person."""
        from vipdesk.access.founding import knows_a_team, sit_down

        try:
            self._forget_again(store, folder)
            demo = folder == self._paths.demo_vault
            team = self._team_of(store) if store.read(knows_a_team) else None
            if team is not None:
                return opened_office(team, folder)
            return opened_office(sit_down(store, self._clock), folder, demo=demo)
        except BaseException:
            store.close()
            raise

    def _team_of(self, store: Store) -> Office | None:
        from vipdesk.access import away

        try:
            return away.open_team_or_copy(store, self._clock)
        except UserError as refused:
            # Beside the passphrase 'the password is wrong' would be read of the passphrase.
            raise (_changed() if refused.field == "password" else refused) from None

    def _forget_again(self, store: Store, folder: Path) -> None:
        """A copy put back by hand may be older than an erasure: see `privacy.beside`."""
        if (folder / "vault.erasures").exists():
            from vipdesk.privacy.beside import catch_up

            catch_up(store, self._clock.now())


def warm_up(doors: Doors, section: str) -> None:
    """While the passphrase is typed: the store and the first page are imported."""
    import vipdesk.ui.shell  # noqa: F401
    from vipdesk.ui.wiring import PLACES

    doors.warm()
    PLACES[section if section in PLACES else "today"].load()


def _changed() -> UserError:
    return UserError(
        say(
            "The vault is open, but the team’s server refuses the password kept in it. Choose "
            "“Join a team…” and enter the present one."
        )
    )


def opened_office(office: Office, folder: Path | None, *, demo: bool = False) -> Opened:
    """What the screens need to know of an open club."""
    from vipdesk.access.office import list_staff
    from vipdesk.jobs.backups import Backups
    from vipdesk.ui.doors import Opened

    backups = None if office.vault is None else Backups(office.vault, office.clock)
    office.guard = backups
    return Opened(
        office=office,
        staff=office.staff,
        people=office.read(list_staff),
        folder=folder,
        team=office.home != "vault",
        demo=demo,
        server=_server_of(office),
        backups=backups,
        away=_away(office),
    )


def _away(office: Office) -> Away | None:
    from vipdesk.ui.doors import Away

    info = getattr(office, "info", None)
    return None if info is None else Away(info.taken_at, info.until)


def _along(done: Replayed) -> Along:
    from vipdesk.ui.doors import Along

    return Along(done.done, done.refused, done.waiting)


def _folder_of(office: Office) -> Path | None:
    vault = office.keeper.vault if office.keeper is not None else None
    return None if vault is None else vault.folder


def _deeds(office: runner.Office) -> Deeds:
    from vipdesk.access.offline import Deeds

    keeper = cast("Office", office).keeper
    if keeper is None or keeper.vault is None:
        raise UserError(say("You are not signed in to a team."))
    return Deeds(keeper.vault)


def _server_of(office: Office) -> str:
    if office.keeper is None:
        return ""
    from vipdesk.access import keeper

    kept = keeper.kept_sign_in(office.keeper)
    return kept.address.host if kept is not None else ""


def _sign_in(way: TeamWay) -> SignIn:
    from vipdesk.access.keeper import SignIn
    from vipdesk.access.team_door import TeamAddress, Tls

    root = Path(way.root_certificate).expanduser() if way.root_certificate else None
    if root is not None and not root.is_file():
        raise UserError(
            say("There is no such file. Choose the certificate that the administrator gave you."),
            field="root_certificate",
        )
    tls = Tls.VERIFY if way.always_checked else Tls.AUTO
    address = TeamAddress(way.host, way.port, way.database, way.login, tls, root)
    return SignIn(address, way.password)


def _way(kept: SignIn) -> TeamWay:
    from vipdesk.access.team_door import Tls
    from vipdesk.ui.doors import TeamWay

    a = kept.address
    root = str(a.root_certificate or "")
    return TeamWay(a.host, a.port, a.database, a.login, "", a.tls is Tls.VERIFY, root)
