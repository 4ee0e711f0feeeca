"""How the screens open a club without knowing the store: the composition root gives the doors."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from vipdesk.vocabulary import Role
from vipdesk.wording import Lang, Say

if TYPE_CHECKING:
    from vipdesk.access.desk import StaffRow
    from vipdesk.ui.runner import Office


@dataclass(frozen=True, slots=True)
class Opened:
    """An open club: the office of the person at work, and who else works here."""

    office: Office
    staff: StaffRow
    people: tuple[StaffRow, ...]
    folder: Path | None
    team: bool = False
    demo: bool = False


@dataclass(frozen=True, slots=True)
class Founder:
    """Who starts a club of one's own."""

    given: str
    surname: str
    role: Role


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

    def open(self, folder: Path, passphrase: str) -> Opened:
        """Open a vault."""
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
