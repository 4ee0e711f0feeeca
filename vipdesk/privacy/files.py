"""Where a dossier is written: whole or not at all, readable by its owner alone."""

from __future__ import annotations

from pathlib import Path

from vipdesk.store.files import write_whole


def save_file(path: Path, data: bytes) -> Path:
    """Write it. Raises `UserError` where the disk refuses."""
    write_whole(path, data)
    return path
