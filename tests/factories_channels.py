"""Messages, a mail account and a real mail server for tests of the ways out."""

from __future__ import annotations

import datetime as dt
import logging
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from uuid import UUID

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from vipdesk.access import Desk
from vipdesk.channels import mail, outbox
from vipdesk.channels.outbox import Placed
from vipdesk.channels.transport import Account
from vipdesk.vocabulary import Channel, OutboxKind, Topic

CLUB = "club@club.example"


def a_mail(to: str = "anna@client.example", subject: str = "Приглашение") -> bytes:
    return mail.plain_mail(
        sender=mail.named("Клуб", CLUB),
        to=mail.named("Анна", to),
        subject=subject,
        body="Анна Сергеевна, приходите.\n.одна точка в начале строки\n",
        at=datetime(2026, 11, 26, 10, 0, tzinfo=UTC),
        message_id=mail.new_message_id(CLUB),
    )


def put_mail(desk: Desk, client_id: UUID, to: str = "anna@client.example", **fields: Any) -> Placed:
    values: dict[str, Any] = {
        "kind": OutboxKind.MAIL,
        "channel": Channel.EMAIL,
        "topic": Topic.INVITATION,
        "address": to,
        "content": a_mail(to),
    }
    return outbox.put(desk, client_id=client_id, **{**values, **fields})


def put_call(desk: Desk, client_id: UUID, **fields: Any) -> Placed:
    values: dict[str, Any] = {
        "kind": OutboxKind.CALL_TASK,
        "channel": Channel.PHONE,
        "topic": Topic.INVITATION,
        "address": "+74950001122",
        "content": "Добрый день, Анна Сергеевна".encode(),
    }
    return outbox.put(desk, client_id=client_id, **{**values, **fields})


class Mailroom:
    """What a server was given, and how it shall behave: a reply code by command."""

    def __init__(self) -> None:
        self.mails: list[Envelope] = []
        self.replies: dict[str, str] = {}
        self.drop_after_body = False
        self.signed_in: list[str] = []

    async def handle_RCPT(  # noqa: N802 aiosmtpd's name
        self,
        _server: SMTP,
        _session: Session,
        envelope: Envelope,
        address: str,
        _options: list[str],
    ) -> str:
        refused = self.replies.get("RCPT") or self.replies.get(address)
        if refused:
            return refused
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        if "DATA" in self.replies:
            return self.replies["DATA"]
        self.mails.append(envelope)
        if self.drop_after_body:
            server.transport.abort()
        return "250 OK"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def mail_server(
    room: Mailroom,
    *,
    tls: ssl.SSLContext | None = None,
    password: str = "",
    implicit: bool = False,
) -> Iterator[Account]:
    """A real SMTP server on loopback; yields the account to reach it."""

    def sign_in(
        _server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: Any
    ) -> AuthResult:
        good = bool(data.password == password.encode())
        room.signed_in.append(data.login.decode())
        return AuthResult(success=good, handled=good)

    port = free_port()
    options: dict[str, Any] = {"tls_context": tls, "require_starttls": tls is not None}
    if implicit:
        options = {"ssl_context": tls}
    if password:
        options |= {"authenticator": sign_in, "auth_required": True}
    controller = Controller(room, hostname="127.0.0.1", port=port, **options)
    talk = logging.getLogger("mail.log")  # the test server's own talk, not ours
    before, talk.disabled = talk.disabled, True
    controller.start()
    try:
        yield Account(
            "Клуб",
            CLUB,
            "127.0.0.1" if tls is None else "localhost",
            port,
            "none" if tls is None else "tls" if implicit else "starttls",
            "club" if password else "",
            password,
        )
    finally:
        controller.stop()
        talk.disabled = before


def certificate(folder: Path) -> tuple[ssl.SSLContext, ssl.SSLContext]:
    """A server's context with a fresh certificate for localhost, and a client's that trusts it."""
    from cryptography import x509
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.serialization import (
        Encoding,
        NoEncryption,
        PrivateFormat,
    )

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName(
                [x509.DNSName("localhost"), x509.IPAddress(ip_address("127.0.0.1"))]
            ),
            critical=False,
        )
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, SHA256())
    )
    pem = folder / "server.pem"
    secret = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    pem.write_bytes(secret + made.public_bytes(Encoding.PEM))
    server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server.load_cert_chain(pem)
    client = ssl.create_default_context(cadata=made.public_bytes(Encoding.PEM).decode())
    return server, client
