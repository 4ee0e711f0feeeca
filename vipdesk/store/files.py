"""Files written whole or not at all, and the lock that keeps a vault to one process."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from pathlib import Path, PurePath
from typing import BinaryIO

from vipdesk.errors import UserError
from vipdesk.wording import say

_MOST_LETTERS = 200
_CONTROL = 32


def write_whole(path: Path, data: bytes) -> None:
    """Write a file that only its owner reads (0600): the old one or the new one, never half.

    Raises `UserError` where the disk is full or the folder may not be written.
    """
    temporary: Path | None = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # made 0600
        temporary = Path(name)
        with os.fdopen(handle, "wb") as out:
            out.write(data)
            out.flush()
            os.fsync(out.fileno())
        temporary.replace(path)
        fsync_folder(path.parent)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        raise disk_error(error) from None


def fsync_folder(folder: Path) -> None:
    """Make a rename in `folder` survive a power cut (POSIX; Windows has no such call).

    Some file systems (network shares, FUSE) cannot do it for a folder: what they can, they did.
    """
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP):
            raise
    finally:
        os.close(handle)


def disk_error(error: OSError) -> UserError:
    """What the person can do about a file that could not be written."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return disk_full()
    return may_not_write()


def disk_full() -> UserError:
    """The disk is full."""
    return UserError(say("The disk is full. Free some space and try again: nothing was changed."))


def may_not_write() -> UserError:
    """The folder is read-only or belongs to somebody else."""
    return UserError(
        say(
            "VIP Desk may not write in the vault’s folder. Make the folder writable or choose "
            "another one."
        )
    )


class FileLock:
    """A lock that the operating system drops when the process dies, however it dies."""

    def __init__(self, file: BinaryIO) -> None:
        self._file: BinaryIO | None = file

    def release(self) -> None:
        """Let others in. Safe to call twice."""
        if self._file is not None:
            # Closing drops the lock on each system; the file stays, or two could hold it.
            self._file.close()
            self._file = None


def lock_file(path: Path) -> FileLock | None:
    """Take the lock at once, or None where somebody else holds it (also in this process).

    Raises `UserError` where the lock file cannot be made.
    """
    try:
        file = path.open("a+b")
        if sys.platform != "win32":
            path.chmod(0o600)
    except OSError as error:
        raise disk_error(error) from None
    try:
        _lock(file)
    except OSError:
        file.close()
        return None
    return FileLock(file)


if sys.platform == "win32":

    def _lock(file: BinaryIO) -> None:
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)

else:

    def _lock(file: BinaryIO) -> None:
        import fcntl

        # flock, not lockf: a POSIX record lock is lost when any handle of the file is closed.
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


def plain_name(name: str) -> str:
    """A file's name alone, at most 200 letters: whatever folder it was in is nobody's business."""
    last = PurePath(name.replace("\\", "/")).name
    kept = "".join(c for c in last if ord(c) >= _CONTROL).strip(". ")
    if len(kept) > _MOST_LETTERS:
        stem, dot, tail = kept.rpartition(".")
        kept = f"{stem[: _MOST_LETTERS - len(tail) - 1]}{dot}{tail}"[-_MOST_LETTERS:]
    return kept or "file"
