"""The log of one door desk: a file that only grows, each scan sealed and on the disk at once.

A power cut tears at most the last record, which nobody was told is done. Hand-over between
laptops without a network: the file of a log is copied (a stick, a shared folder), and whoever
holds the same list reads it; a log read twice changes nothing.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import UUID

from vipdesk.errors import UserError
from vipdesk.events.door import Scan
from vipdesk.events.door_list import ENDING, Opened, open_list, read_head
from vipdesk.store.files import FileLock, disk_error, lock_file, write_whole
from vipdesk.store.sealing import Sealer
from vipdesk.wording import say

LOG_ENDING = ".doorlog"
_LENGTH = 4
_MOST_RECORD = 64 * 1024


class DoorLog:
    """One desk's own log. `append` returns when the scans are on the disk."""

    def __init__(self, path: Path, sealer: Sealer, pass_id: UUID) -> None:
        """Open or begin; a torn last record is cut off. Raises `UserError` where it may not."""
        self._sealer, self._context = sealer, str(pass_id)
        self.path = path
        try:
            self._file = path.open("a+b")
            path.chmod(0o600)
            self._file.seek(0)
            whole = sum(len(r) + _LENGTH for r in _records(self._file.read()))
            self._file.truncate(whole)
        except OSError as error:
            raise disk_error(error) from None

    def append(self, scans: Iterable[Scan]) -> None:
        """Write and force to the disk. Raises `UserError` where the disk is full."""
        out = bytearray()
        for scan in scans:
            sealed = self._sealer.seal(json.dumps(scan.plain()).encode(), context=self._context)
            out += len(sealed).to_bytes(_LENGTH, "big") + sealed
        start = self._file.seek(0, os.SEEK_END)
        try:
            self._file.write(out)
            self._file.flush()
            os.fsync(self._file.fileno())
        except OSError as error:
            self._file.truncate(start)
            raise disk_error(error) from None

    def scans(self) -> tuple[Scan, ...]:
        """Everything in it."""
        return read_log(self.path, self._sealer, UUID(self._context))

    def close(self) -> None:
        """Let go of the file. Safe to call twice."""
        self._file.close()


def read_log(path: Path, sealer: Sealer, pass_id: UUID, *, after: int = 0) -> tuple[Scan, ...]:
    """The scans of any desk's log from byte `after` on. What is torn or foreign is left out."""
    try:
        with path.open("rb") as file:
            file.seek(after)
            data = file.read()
    except OSError as error:
        raise disk_error(error) from None
    found = []
    for record in _records(data):
        try:
            plain = sealer.unseal(record, context=str(pass_id))
            found.append(Scan.of(json.loads(plain)))
        except (UserError, ValueError, KeyError, TypeError):
            continue
    return tuple(found)


def _records(data: bytes) -> Iterator[bytes]:
    at = 0
    while at + _LENGTH <= len(data):
        size = int.from_bytes(data[at : at + _LENGTH], "big")
        if size > _MOST_RECORD or at + _LENGTH + size > len(data):
            return
        yield data[at + _LENGTH : at + _LENGTH + size]
        at += _LENGTH + size


@dataclass(slots=True)
class DoorPlace:
    """An opened list on this laptop: the folder with the list, one's own log and those of others.

    Close it; one process has a desk's number at a time.
    """

    folder: Path
    opened: Opened
    log: DoorLog
    desk_no: int
    _lock: FileLock

    def read_all(self) -> tuple[Scan, ...]:
        """Every log that lies here, one's own included."""
        pass_id = self.opened.listed.pass_id
        found: list[Scan] = []
        for path in sorted(self.folder.glob(f"*{LOG_ENDING}")):
            found += read_log(path, self.opened.sealer, pass_id)
        return tuple(found)

    def exchange(self, meeting: Path) -> tuple[Scan, ...]:
        """Lay one's own logs into a folder (a stick, a share) and take those that lie there.

        Raises `UserError` where the folder may not be read or written.
        """
        pass_id, sealer = self.opened.listed.pass_id, self.opened.sealer
        found: list[Scan] = []
        try:
            for path in sorted(meeting.glob(f"*{LOG_ENDING}")):
                scans = read_log(path, sealer, pass_id)
                if scans and path.name != self.log.path.name:
                    found += scans
                    _grow(self.folder / path.name, path.read_bytes())
            for path in sorted(self.folder.glob(f"*{LOG_ENDING}")):
                _grow(meeting / path.name, path.read_bytes())
        except OSError as error:
            raise disk_error(error) from None
        return tuple(found)

    def close(self) -> None:
        """Let go of the log and of the desk's number."""
        self.log.close()
        self._lock.release()

    def __enter__(self) -> Self:
        """For `with`."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        """Close."""
        self.close()


def take_place(doors: Path, data: bytes, code: str, *, desk_no: int, now: datetime) -> DoorPlace:
    """Open a list as desk `desk_no` and keep it below `doors`, for the next start of the laptop.

    Raises `UserError` on 'file', 'code', 'desk'.
    """
    opened = open_list(data, code, now)
    if opened.wiped:
        over = say("The event is over and its door list was wiped. Hand over the log.")
        raise UserError(over, field="file")
    folder = doors / str(opened.listed.pass_id)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise disk_error(error) from None
    lock = lock_file(folder / f"desk-{desk_no}.lock")
    if lock is None:
        taken = say("This desk is open in another window. Choose another desk’s number.")
        raise UserError(taken, field="desk")
    write_whole(folder / f"list{ENDING}", data)
    mine = sorted(folder.glob(f"desk-{desk_no}-mine-*{LOG_ENDING}"))
    name = f"desk-{desk_no}-mine-{secrets.token_hex(4)}{LOG_ENDING}"
    log = DoorLog(mine[0] if mine else folder / name, opened.sealer, opened.listed.pass_id)
    return DoorPlace(folder, opened, log, desk_no, lock)


def read_handed(data: bytes, code: str, logs: Iterable[Path], now: datetime) -> tuple[Scan, ...]:
    """The scans of logs that were brought, read with their list: wiped or not."""
    opened = open_list(data, code, now)
    pass_id = read_head(data).pass_id
    return tuple(s for path in logs for s in read_log(path, opened.sealer, pass_id))


def _grow(path: Path, data: bytes) -> None:
    """A log is only ever replaced by a longer one."""
    if not path.exists() or path.stat().st_size < len(data):
        write_whole(path, data)
