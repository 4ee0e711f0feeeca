"""Reads a mailbox by IMAP (RFC 3501) with TLS, by the standard library. It never changes it.

The folder is opened with EXAMINE and mails are fetched with BODY.PEEK: nothing is marked as read,
moved or deleted, whatever happens here.
"""

from __future__ import annotations

import base64
import imaplib
import re
import socket
import ssl
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from vipdesk.channels.transport import is_this_machine
from vipdesk.events.reply_mail import MAX_MAIL_BYTES

TIMEOUT_SECONDS = 20.0
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SIZE = re.compile(rb"UID (\d+).*RFC822\.SIZE (\d+)|RFC822\.SIZE (\d+).*UID (\d+)")


class MailboxTrouble(Exception):
    """The mailbox cannot be read now. `code` is short and holds no personal data."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True)
class MailboxAccount:
    """Where answers come to. `security`: 'tls', 'starttls', or 'none' on this machine only."""

    host: str
    port: int = 993
    security: str = "tls"
    login: str = ""
    password: str = field(default="", repr=False)
    folder: str = "INBOX"


class MailboxLine(Protocol):
    """An open mailbox."""

    @property
    def uid_validity(self) -> int:
        """Which numbering of mails is in force (RFC 3501 §2.3.1.1)."""
        ...

    def uids(self, *, after: int, since: date | None = None) -> list[int]:
        """UIDs above `after`, in order; `since`: of mails that came on this day or later."""
        ...

    def fetch(self, uid: int) -> bytes | None:
        """A mail as it lies there; of one too large for a reply the header. None: it is gone."""
        ...


class MailboxDoor(Protocol):
    """A way to open a mailbox."""

    def connect(self, account: MailboxAccount) -> AbstractContextManager[MailboxLine]:
        """Sign in and open the folder. Raises `MailboxTrouble`, also while it is read."""
        ...

    def hang_up(self) -> None:
        """Break open lines off, from another thread."""
        ...


class _Guard:
    """What a server may hand over at once; imaplib would read whatever size it announces."""

    file: Any

    def read(self, size: int) -> bytes:
        if size > MAX_MAIL_BYTES + 65536:
            raise imaplib.IMAP4.abort("literal too large")
        data: bytes = self.file.read(size)
        return data


class _Plain(_Guard, imaplib.IMAP4):
    pass


class _Wrapped(_Guard, imaplib.IMAP4_SSL):
    pass


class ImapDoor:
    """The real one. `tls`: own trusted certificates instead of the system's."""

    def __init__(
        self, *, timeout: float = TIMEOUT_SECONDS, tls: ssl.SSLContext | None = None
    ) -> None:
        self._timeout, self._tls = timeout, tls
        self._open: set[imaplib.IMAP4] = set()

    def hang_up(self) -> None:
        """Break open lines off: what was not taken in is asked for again the next time."""
        for server in tuple(self._open):
            with suppress(OSError):
                server.socket().shutdown(socket.SHUT_RDWR)

    @contextmanager
    def connect(self, account: MailboxAccount) -> Iterator[MailboxLine]:
        """Sign in and open the folder for reading; hung up at the end, never waited for."""
        with _told():
            server = self._reach(account)
        self._open.add(server)
        try:
            with _told():
                _sign_in(server, account)
                line = _ImapLine(server, account.folder)
                yield line
        finally:
            self._open.discard(server)
            with suppress(OSError, imaplib.IMAP4.error):
                server.socket().settimeout(min(2.0, self._timeout))
                server.logout()
            with suppress(OSError):
                server.shutdown()

    def _reach(self, account: MailboxAccount) -> imaplib.IMAP4:
        if account.security not in ("tls", "starttls") and not is_this_machine(account.host):
            raise MailboxTrouble("tls_required")
        context = self._tls or ssl.create_default_context()
        if account.security == "tls":
            return _Wrapped(account.host, account.port, ssl_context=context, timeout=self._timeout)
        server = _Plain(account.host, account.port, timeout=self._timeout)
        if account.security == "starttls":
            if "STARTTLS" not in server.capabilities:
                server.shutdown()
                raise MailboxTrouble("tls_required")
            server.starttls(context)
        return server


def _sign_in(server: imaplib.IMAP4, account: MailboxAccount) -> None:
    try:
        if "AUTH=PLAIN" in server.capabilities:  # LOGIN knows no letters beyond ASCII
            said = f"\0{account.login}\0{account.password}".encode()
            server.authenticate("PLAIN", lambda _asked: said)
        else:
            server.login(account.login, account.password)
    except imaplib.IMAP4.abort:
        raise
    except (imaplib.IMAP4.error, UnicodeError):
        raise MailboxTrouble("sign_in") from None


class _ImapLine:
    def __init__(self, server: imaplib.IMAP4, folder: str) -> None:
        self._server = server
        try:
            said, _ = server.select(quoted(folder), readonly=True)
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error:
            said = "NO"
        if said != "OK":
            raise MailboxTrouble("no_folder")
        found = server.response("UIDVALIDITY")[1]
        if not found or not isinstance(found[0], bytes) or not found[0].isdigit():
            raise MailboxTrouble("odd_answer")
        self._validity = int(found[0])

    @property
    def uid_validity(self) -> int:
        return self._validity

    def uids(self, *, after: int, since: date | None = None) -> list[int]:
        asked = [f"UID {after + 1}:*"]
        if since is not None:
            asked.append(f"SINCE {since.day}-{_MONTHS[since.month - 1]}-{since.year}")
        found: list[int] = []
        for line in self._ask("SEARCH", *asked):
            words = line.split() if isinstance(line, bytes) else []
            found += [int(word) for word in words if word.isdigit()]
        return sorted({uid for uid in found if uid > after})  # '*' names the last one always

    def fetch(self, uid: int) -> bytes | None:
        size = self._size(uid)
        if size is None:
            return None
        part = "BODY.PEEK[]" if size <= MAX_MAIL_BYTES else "BODY.PEEK[HEADER]"
        for piece in self._ask("FETCH", str(uid), f"({part})"):
            if isinstance(piece, tuple) and len(piece) == 2:
                return bytes(piece[1])
        return None

    def _size(self, uid: int) -> int | None:
        for piece in self._ask("FETCH", str(uid), "(UID RFC822.SIZE)"):
            found = _SIZE.search(piece) if isinstance(piece, bytes) else None
            if found:
                return int(found.group(2) or found.group(3))
        return None

    def _ask(self, command: str, *words: str) -> list[Any]:
        with _told():
            said, data = self._server.uid(command, *words)
        if said != "OK":
            raise MailboxTrouble("odd_answer")
        return [piece for piece in data if piece]


def quoted(folder: str) -> str:
    """A folder's name as IMAP wants it: modified UTF-7 (RFC 3501 §5.1.3) in quotation marks."""
    made: list[str] = []
    for plain, other in re.findall(r"([\x20-\x7e]+)|([^\x20-\x7e]+)", folder):
        if plain:
            made.append(plain.replace("&", "&-"))
        else:
            code = base64.b64encode(other.encode("utf-16-be")).decode().rstrip("=")
            made.append(f"&{code.replace('/', ',')}-")
    inside = "".join(made).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{inside}"'


@contextmanager
def _told() -> Iterator[None]:
    """Turns what the library raises into a code."""
    try:
        yield
    except MailboxTrouble:
        raise
    except ssl.SSLError:
        raise MailboxTrouble("tls_failed") from None
    except TimeoutError:
        raise MailboxTrouble("timeout") from None
    except imaplib.IMAP4.abort as error:
        late = isinstance(error.__context__, TimeoutError)
        raise MailboxTrouble("timeout" if late else "unreachable") from None
    except imaplib.IMAP4.error:
        raise MailboxTrouble("odd_answer") from None
    except OSError:
        raise MailboxTrouble("unreachable") from None
