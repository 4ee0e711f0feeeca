"""How a mail leaves: SMTP with TLS, by the standard library, and what its failures mean.

The protocol is driven step by step, because one difference matters more than any other:
up to the moment the body is handed over nothing has been sent, and it may be tried again;
after it, silence means that the mail may have arrived, and it must never be sent again
blindly (RFC 5321 §6.1).
"""

from __future__ import annotations

import re
import smtplib
import socket
import ssl
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Protocol

from vipdesk.channels.failures import Outcome, SendFailure

TIMEOUT_SECONDS = 20.0
_CONNECT_SECONDS = 5.0
_LINE_END = re.compile(rb"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class Account:
    """The account mail leaves by. `security`: 'starttls', 'tls', or 'none' on this machine only."""

    name: str
    address: str
    host: str
    port: int
    security: str = "starttls"
    login: str = ""
    password: str = field(default="", repr=False)


class Line(Protocol):
    """An open connection to a mail server."""

    def send(self, *, sender: str, to: str, content: bytes) -> None:
        """Hand over one mail for one person. Raises `SendFailure`."""
        ...


class Transport(Protocol):
    """A way to send mail."""

    def connect(self, account: Account) -> AbstractContextManager[Line]:
        """Open a line and sign in. Raises `SendFailure` with `account=True`."""
        ...

    def hang_up(self) -> None:
        """Break open lines off, from another thread: the desk closes and does not wait."""
        ...


class SmtpTransport:
    """The real one. `tls`: own trusted certificates instead of the system's."""

    def __init__(
        self, *, timeout: float = TIMEOUT_SECONDS, tls: ssl.SSLContext | None = None
    ) -> None:
        self._timeout = timeout
        self._tls = tls
        self._open_lines: set[smtplib.SMTP] = set()

    def hang_up(self) -> None:
        """Break open lines off. What was being sent at this moment goes to review."""
        for server in tuple(self._open_lines):
            with suppress(OSError):
                if server.sock is not None:
                    server.sock.shutdown(socket.SHUT_RDWR)

    @contextmanager
    def connect(self, account: Account) -> Iterator[Line]:
        """Open a line and sign in; it is closed politely, and never waited for."""
        with _told("connect"):
            server = self._open(account)
        self._open_lines.add(server)
        try:
            with _told("connect"):
                if account.login:
                    server.login(account.login, account.password)
            yield _SmtpLine(server)
        finally:
            self._open_lines.discard(server)
            if server.sock is not None:
                server.sock.settimeout(min(2.0, self._timeout))
            with suppress(OSError, smtplib.SMTPException):
                server.quit()
            server.close()

    def _open(self, account: Account) -> smtplib.SMTP:
        quick = min(_CONNECT_SECONDS, self._timeout)
        if account.security not in ("tls", "starttls") and not is_this_machine(account.host):
            raise SendFailure("tls_required", Outcome.RETRY, account=True)
        server: smtplib.SMTP
        if account.security == "tls":
            server = smtplib.SMTP_SSL(
                account.host, account.port, _own_name(), timeout=quick, context=self._trust()
            )
        else:
            server = smtplib.SMTP(account.host, account.port, _own_name(), timeout=quick)
        try:
            server.ehlo_or_helo_if_needed()
            if account.security == "starttls":
                server.starttls(context=self._trust())
                server.ehlo()
        except smtplib.SMTPNotSupportedError:  # the server offers no STARTTLS
            server.close()
            raise SendFailure("tls_required", Outcome.RETRY, account=True) from None
        except BaseException:
            server.close()
            raise
        return self._patient(server)

    def _trust(self) -> ssl.SSLContext:
        """Read once: the system's certificates are hundreds, and a round opens many lines."""
        if self._tls is None:
            self._tls = ssl.create_default_context()
        return self._tls

    def _patient(self, server: smtplib.SMTP) -> smtplib.SMTP:
        """A reply may take its time (RFC 5321 §4.5.3.2); reaching the server may not."""
        if server.sock is not None:
            server.sock.settimeout(self._timeout)
        return server


class _SmtpLine:
    def __init__(self, server: smtplib.SMTP) -> None:
        self._server = server

    def send(self, *, sender: str, to: str, content: bytes) -> None:
        try:
            self._offer(sender, to)
            with _told("body"):
                self._server.send(dot_stuffed(content))
                reply = self._server.getreply()
            _judge(reply[0], "refused_message", after_body=True)
        except SendFailure as failure:
            if not failure.account and failure.outcome is not Outcome.REVIEW:
                with suppress(OSError, smtplib.SMTPException):
                    self._server.rset()
            raise

    def _offer(self, sender: str, to: str) -> None:
        server = self._server
        with _told("offer"):
            options = [] if (sender + to).isascii() else ["SMTPUTF8"]
            _judge(server.mail(sender, options)[0], "refused_sender")
            _judge(server.rcpt(to)[0], "refused_recipient")
            server.putcmd("data")
            number = server.getreply()[0]
            if number != 354:
                _judge(number if number >= 400 else 500, "refused_message")


def dot_stuffed(content: bytes) -> bytes:
    """A body as DATA wants it: CRLF, leading dots doubled, the final dot (RFC 5321 §4.5.2)."""
    lines = _LINE_END.split(content)
    if lines and not lines[-1]:
        lines.pop()
    stuffed = [b"." + line if line.startswith(b".") else line for line in lines]
    return b"\r\n".join(stuffed) + b"\r\n.\r\n"


def _judge(number: int, code: str, *, after_body: bool = False) -> None:
    """What a reply code means (RFC 5321 §4.2.1)."""
    if number in (250, 251, 252):
        return
    if 400 <= number < 500:
        raise SendFailure("try_later", Outcome.RETRY)
    if number >= 500 or not after_body:
        raise SendFailure(code, Outcome.FAIL)
    raise SendFailure("no_answer", Outcome.REVIEW)


@contextmanager
def _told(stage: str) -> Iterator[None]:
    """Turns what the library raises into what it means at this stage."""
    try:
        yield
    except SendFailure:
        raise
    except smtplib.SMTPAuthenticationError:
        raise SendFailure("sign_in", Outcome.RETRY, account=True) from None
    except ssl.SSLError:
        raise _failure(stage, "tls_failed") from None
    except TimeoutError:
        raise _failure(stage, "timeout") from None
    except smtplib.SMTPNotSupportedError:
        raise SendFailure("refused_recipient", Outcome.FAIL) from None
    except (smtplib.SMTPException, OSError) as error:
        # smtplib turns a timeout into a disconnect and keeps it as the context.
        late = isinstance(error.__context__, TimeoutError)
        raise _failure(stage, "timeout" if late else "unreachable") from None


def _failure(stage: str, code: str) -> SendFailure:
    if stage == "body":
        return SendFailure("no_answer", Outcome.REVIEW)
    return SendFailure(code, Outcome.RETRY, account=True)


def _own_name() -> str:
    """What we call ourselves in EHLO: never the laptop's name (RFC 5321 §4.1.3 literal)."""
    return "[127.0.0.1]"


def is_this_machine(host: str) -> bool:
    """Whether a host name or address means this very machine."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
