"""Settings of this laptop: language, theme, text size, which vault. No personal data."""

from __future__ import annotations

import os
import tomllib
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from vipdesk.wording import Lang


class Theme(StrEnum):
    """How the desk looks; `system` follows the platform."""

    LIGHT = "light"
    DARK = "dark"
    SYSTEM = "system"


def system_lang() -> Lang:
    """The language of the system, as far as the desk speaks it: Russian, else English."""
    named = next(
        (os.environ[v] for v in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(v)), ""
    )
    if not named:
        import locale

        named = locale.getlocale()[0] or ""
    return Lang.RU if named.lower().startswith("ru") else Lang.EN


@dataclass(frozen=True, slots=True)
class Settings:
    """What this laptop remembers between starts. `window` is Qt's own geometry, base64."""

    lang: Lang = field(default_factory=system_lang)
    theme: Theme = Theme.SYSTEM
    text_percent: int = 100
    reduced_motion: bool = False
    vault: str = ""
    window: str = ""
    section: str = "today"
    idle_minutes: int = 5
    backup_folder: str = ""  # a second place for backups: a USB disk, a folder kept in a cloud
    clipboard_seconds: int = 45

    def with_(self, **changes: object) -> Settings:
        """A copy with some values changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


def load(path: Path) -> Settings:
    """Read settings; what cannot be read is left at its default, the file is not touched."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        from vipdesk import log

        log.failure("settings.unreadable", error)
        return Settings()
    kept: dict[str, object] = {}
    for name, default in asdict(Settings()).items():
        value = raw.get(name, default)
        kind = type(getattr(Settings(), name))
        try:
            kept[name] = kind(value) if isinstance(value, type(default) | str) else default
        except ValueError:
            kept[name] = default
    return Settings(**kept)  # type: ignore[arg-type]


def save(path: Path, settings: Settings) -> None:
    """Write settings whole or not at all (a new file moved over the old one)."""
    # Late: the first paint reads settings and never writes them.
    import json
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    # A JSON string, number or boolean is also a TOML one.
    lines = [f"{k} = {json.dumps(v, ensure_ascii=False)}" for k, v in asdict(settings).items()]
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".settings")
    with os.fdopen(handle, "w", encoding="utf-8") as out:
        out.write("\n".join(lines) + "\n")
    Path(name).replace(path)
