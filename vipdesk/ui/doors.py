"""How the screens open a club without knowing the store: the composition root gives the doors."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from vipdesk.vocabulary import Role
from vipdesk.wording import Lang, Say

if TYPE_CHECKING:
    from vipdesk.access.desk import StaffRow
    from vipdesk.jobs.backups import Backups
    from vipdesk.ui.runner import Office


@dataclass(frozen=True, slots=True)
class Away:
    """Work on a copy of the team's: when it was taken, until when it may be used."""

    taken_at: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Along:
    """What went between the copy and the server: deeds done there, refused, still waiting."""

    done: int = 0
    refused: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Opened:
    """An open club: the office of the person at work, and who else works here.

    folder: the person's vault, in a team too (it keeps the way in). server: the team's.
    """

    office: Office
    staff: StaffRow
    people: tuple[StaffRow, ...]
    folder: Path | None
    team: bool = False
    demo: bool = False
    server: str = ""
    backups: Backups | None = None  # of a vault; a team's server is backed up by its administrator
    away: Away | None = None  # the team's server is silent: the office is on a copy


@dataclass(frozen=True, slots=True)
class Founder:
    """Who starts a club of one's own."""

    given: str
    surname: str
    role: Role


@dataclass(frozen=True, slots=True)
class TeamWay:
    """The way into a team as it was typed. `always_checked`: the certificate, here too."""

    host: str
    port: int
    database: str
    login: str
    password: str = field(default="", repr=False)
    always_checked: bool = False
    root_certificate: str = ""


class Doors(Protocol):
    """Every call but `has_vault` is slow: run it in the worker. All raise `UserError`."""

    @property
    def folder(self) -> Path:
        """Where the person's vault is, or where a new one is proposed."""
        ...

    def has_vault(self, folder: Path) -> bool:
        """Whether there is a vault in the folder."""
        ...

    def check_passphrase(self, passphrase: str) -> None:
        """Refuse a weak passphrase."""
        ...

    def warnings(self, folder: Path) -> tuple[Say, ...]:
        """What to tell about this place (a synced folder, a network drive)."""
        ...

    def warm(self) -> None:
        """Import what opening a club needs, while the passphrase is being typed."""
        ...

    def open(self, folder: Path, passphrase: str) -> Opened:
        """Open a vault."""
        ...

    def has_keyring(self, folder: Path) -> bool:
        """Whether this computer's keyring may open the vault."""
        ...

    def open_by_keyring(self, folder: Path) -> Opened:
        """Open a vault with what this computer's keyring holds."""
        ...

    def recover(self, folder: Path, recovery_key: str, passphrase: str) -> Opened:
        """Open a vault by its recovery key and give it a new passphrase."""
        ...

    def create(self, folder: Path, passphrase: str, founder: Founder) -> tuple[Opened, str]:
        """Make a vault with its first person; returns the recovery key to print."""
        ...

    def open_demo(self, lang: Lang) -> Opened:
        """Make a fresh demonstration club and open it."""
        ...

    def try_team(self, way: TeamWay) -> StaffRow:
        """Sign in to a team and hang up: who the person is there."""
        ...

    def join_team(self, folder: Path, passphrase: str, way: TeamWay) -> Opened:
        """Open a team; the way in is kept in the vault of the folder, which is made if needed."""
        ...

    def team_of(self, office: Office) -> TeamWay | None:
        """The team an office is signed in to, without the password; None for a vault."""
        ...

    def leave_team(self, office: Office) -> None:
        """Forget the way into the team; the office is to be closed then."""
        ...

    def change_team_password(self, office: Office, old: str, new: str) -> None:
        """Change the person's own password on the team's server."""
        ...

    def settle(self, office: Office) -> None:
        """What has to be put right in a club that was just opened, once its first page stands."""
        ...

    def take_along(self, office: Office) -> Along:
        """In a team: do on the server what was done without it, renew the copy."""
        ...

    def go_away(self, office: Office) -> Opened | None:
        """The server fell silent: sit down at the copy; None where there is none."""
        ...

    def come_back(self, office: Office) -> tuple[Opened, Along] | None:
        """From the copy to the server; None while it is silent."""
        ...

    def let_go(self, office: Office) -> None:
        """Close what an office is on; the vault beside it stays open for the next one."""
        ...

    def refused_deeds(self, office: Office) -> tuple[tuple[UUID, str], ...]:
        """What was written without the server and refused by it: (id, the words typed)."""
        ...

    def drop_deed(self, office: Office, deed_id: UUID) -> None:
        """Read, and not needed any more."""
        ...
