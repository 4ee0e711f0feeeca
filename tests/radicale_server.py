"""A real CalDAV server on the loopback, a process of its own with its collections in a folder."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Radicale:
    """Where it listens and keeps what it is given. Login 'maria', password 'lamp 58'."""

    url: str
    folder: Path
    process: subprocess.Popen[bytes]

    def objects(self) -> dict[str, bytes]:
        """Name and content of every calendar object."""
        found = self.folder.glob("collection-root/maria/*/*.ics")
        return {f.name: f.read_bytes() for f in found}

    def calendars(self) -> list[Path]:
        return [f for f in self.folder.glob("collection-root/maria/*") if f.is_dir()]


@contextmanager
def radicale(folder: Path, port: int = 0) -> Iterator[Radicale]:
    """`port`: of an earlier one on the same folder, to come back where it was."""
    with socket.socket() as free:
        free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        free.bind(("127.0.0.1", port))
        port = free.getsockname()[1]
    users = folder / "users"
    users.write_text("maria:lamp 58\n", encoding="utf-8")
    config = folder / "config"
    config.write_text(
        f"[server]\nhosts = 127.0.0.1:{port}\n"
        f"[auth]\ntype = htpasswd\nhtpasswd_filename = {users}\nhtpasswd_encryption = plain\n"
        "delay = 0\n"
        f"[storage]\nfilesystem_folder = {folder}\n[web]\ntype = none\n",
        encoding="utf-8",
    )
    log = (folder / "log").open("wb")
    running = subprocess.Popen(
        [sys.executable, "-m", "radicale", "--config", str(config)], stdout=log, stderr=log
    )
    try:
        _wait(running, port)
        yield Radicale(f"http://127.0.0.1:{port}/", folder, running)
    finally:
        running.terminate()
        running.wait(10)
        log.close()


def _wait(running: subprocess.Popen[bytes], port: int) -> None:
    for _ in range(200):
        assert running.poll() is None, "the calendar server has ended"
        with socket.socket() as trying:
            trying.settimeout(0.2)
            if trying.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("the calendar server does not listen")
