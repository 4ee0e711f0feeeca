"""A real IMAP server on the loopback, a process of its own, and a post that puts mails into it."""

from __future__ import annotations

import imaplib
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.factories_channels import free_port
from vipdesk.events.imap import MailboxAccount

LOGIN, PASSWORD = "club@club.example", "lamp 58 Ключ"


@dataclass(frozen=True)
class MailServer:
    """Where it listens."""

    account: MailboxAccount

    @contextmanager
    def line(self) -> Iterator[imaplib.IMAP4]:
        line = imaplib.IMAP4(self.account.host, self.account.port, timeout=5)
        said = f"\0{LOGIN}\0{PASSWORD}".encode()
        line.authenticate("PLAIN", lambda _asked: said)
        try:
            yield line
        finally:
            line.logout()

    def put(self, *mails: bytes) -> None:
        """Mails arrive."""
        with self.line() as line:
            for mail in mails:
                said, _ = line.append("INBOX", "", "", mail)
                assert said == "OK"

    def flags(self) -> list[bytes]:
        """What is noted at each mail, to show that reading leaves no trace."""
        with self.line() as line:
            line.select("INBOX", readonly=True)
            return [piece for piece in line.fetch("1:*", "(FLAGS)")[1] if piece]


@contextmanager
def mail_server(folder: Path) -> Iterator[MailServer]:
    """A mailbox of its own, empty at first."""
    port = free_port()
    log = (folder / "imap.log").open("wb")
    command = (
        "pymap", "--host", "127.0.0.1", "--port", str(port), "--no-tls",
        "--no-service", "admin", "--no-service", "managesieve", "dict", "--demo-data",
        "--demo-user", LOGIN, "--demo-password", PASSWORD,
    )  # fmt: skip
    running = subprocess.Popen(
        [sys.executable, "-c", "import sys; from pymap.main import main; sys.exit(main())",
         *command[1:]], stdout=log, stderr=log,
    )  # fmt: skip
    server = MailServer(MailboxAccount("127.0.0.1", port, "none", LOGIN, PASSWORD))
    try:
        _wait(running, server)
        with server.line() as line:  # the server's own examples
            line.select("INBOX")
            line.store("1:*", "+FLAGS", "\\Deleted")
            line.expunge()
        yield server
    finally:
        running.terminate()
        running.wait(10)
        log.close()


def _wait(running: subprocess.Popen[bytes], server: MailServer) -> None:
    for _ in range(200):
        assert running.poll() is None, "the mail server has ended"
        try:
            with server.line():
                return
        except OSError:
            time.sleep(0.05)
    raise AssertionError("the mail server does not listen")
