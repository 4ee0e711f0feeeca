"""Where things are: the resources that ship with the desk and the person's own folders."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """The folder of data files: inside the wheel, or beside the package in a checkout."""
    packed = _PACKAGE / "_resources"
    return packed if packed.is_dir() else _PACKAGE.parent / "resources"


@dataclass(frozen=True, slots=True)
class Paths:
    """The person's folders. `data` holds vaults and backups, `state` logs and window state."""

    data: Path
    config: Path
    state: Path

    @classmethod
    def under(cls, root: Path) -> Paths:
        """All folders below one root: tests, the tour, a portable desk."""
        return cls(root / "data", root / "config", root / "state")

    @classmethod
    def of_person(cls) -> Paths:
        """The platform's own places (platformdirs)."""
        from platformdirs import PlatformDirs

        dirs = PlatformDirs("VIP Desk", appauthor=False, roaming=False)
        return cls(dirs.user_data_path, dirs.user_config_path, dirs.user_state_path)

    @property
    def vault(self) -> Path:
        """The person's own vault folder."""
        return self.data / "vault"

    @property
    def demo_vault(self) -> Path:
        """The demonstration club's vault folder, never mixed with a person's own."""
        return self.data / "demo-vault"

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / "settings.toml"

    @property
    def door_lists(self) -> Path:
        """Sealed door lists and the logs of this laptop's door desks."""
        return self.state / "doors"

    @property
    def log(self) -> Path:
        """The log file."""
        return self.state / "vipdesk.log"
