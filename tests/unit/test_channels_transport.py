"""Mail leaves by a real SMTP server; each failure has its name."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from tests.factories_channels import (
    CLUB,
    Mailroom,
    a_mail,
    certificate,
    free_port,
    mail_server,
)
from vipdesk.channels.failures import Outcome, SendFailure, said_failure
from vipdesk.channels.transport import Account, SmtpTransport, dot_stuffed
from vipdesk.wording import Words

ANNA = "anna@client.example"


def send(account: Account, transport: SmtpTransport | None = None, to: str = ANNA) -> None:
    with (transport or SmtpTransport(timeout=1)).connect(account) as line:
        line.send(sender=account.address, to=to, content=a_mail(to))


def failure(account: Account, transport: SmtpTransport | None = None) -> SendFailure:
    with pytest.raises(SendFailure) as caught:
        send(account, transport)
    return caught.value


@contextmanager
def scripted(*says: bytes) -> Iterator[Account]:
    """A server that says these lines, one for each line it hears, then hangs up."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()

        def serve() -> None:
            line, _ = listener.accept()
            line.settimeout(3)
            with line, line.makefile("rb") as heard:
                for one in says:
                    line.sendall(one)
                    heard.readline()

        server = threading.Thread(target=serve, daemon=True)
        server.start()
        yield Account("Клуб", CLUB, "127.0.0.1", listener.getsockname()[1], "none")
        server.join(5)


def test_a_mail_arrives_as_it_was_made() -> None:
    room = Mailroom()
    with mail_server(room) as account:
        send(account)
    (envelope,) = room.mails
    assert envelope.rcpt_tos == [ANNA]
    assert envelope.mail_from == CLUB
    assert envelope.content == a_mail_like(envelope.content)


def a_mail_like(content: object) -> bytes:
    """The same mail with the Message-ID of this one."""
    assert isinstance(content, bytes)
    lines = content.split(b"\r\n")
    mine = a_mail().split(b"\r\n")
    return b"\r\n".join(
        theirs if ours.startswith(b"Message-ID") else ours
        for ours, theirs in zip(mine, lines, strict=True)
    )


def test_the_sign_in_and_the_letter_travel_encrypted(tmp_path: Path) -> None:
    server_tls, client_tls = certificate(tmp_path)
    room = Mailroom()
    with mail_server(room, tls=server_tls, password="sesame") as account:
        send(account, SmtpTransport(timeout=2, tls=client_tls))
    assert room.signed_in == ["club"]
    assert len(room.mails) == 1


def test_a_server_that_is_encrypted_from_the_first_byte(tmp_path: Path) -> None:
    server_tls, client_tls = certificate(tmp_path)
    room = Mailroom()
    with mail_server(room, tls=server_tls, implicit=True) as account:
        assert account.security == "tls"
        send(account, SmtpTransport(timeout=2, tls=client_tls))
    assert len(room.mails) == 1


def test_hanging_up_ends_a_line_that_hangs() -> None:
    transport = SmtpTransport(timeout=30)
    with scripted(b"220 hi\r\n", b"250 ok\r\n", b"") as account:
        told: list[SendFailure] = []

        def sending() -> None:
            told.append(failure(account, transport))

        thread = threading.Thread(target=sending)
        thread.start()
        while not transport._open_lines:
            thread.join(0.01)
        transport.hang_up()
        thread.join(5)
        assert not thread.is_alive()
    assert told[0].outcome is Outcome.RETRY


def test_a_certificate_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    server_tls, _ = certificate(tmp_path)
    with mail_server(Mailroom(), tls=server_tls) as account:
        told = failure(account)
    assert (told.code, told.account) == ("tls_failed", True)


def test_a_server_without_encryption_gets_nothing() -> None:
    room = Mailroom()
    with mail_server(room) as account:
        open_line = Account("", CLUB, "127.0.0.1", account.port, "starttls")
        assert failure(open_line).code == "tls_required"
    assert not room.mails


def test_another_machine_is_never_spoken_to_in_the_clear() -> None:
    assert failure(Account("", CLUB, "mail.club.example", 25, "none")).code == "tls_required"


def test_a_wrong_password_is_named(tmp_path: Path) -> None:
    server_tls, client_tls = certificate(tmp_path)
    with mail_server(Mailroom(), tls=server_tls, password="sesame") as account:
        wrong = replace(account, password="wrong")
        told = failure(wrong, SmtpTransport(timeout=2, tls=client_tls))
    assert (told.code, told.outcome, told.account) == ("sign_in", Outcome.RETRY, True)


def test_nobody_listens() -> None:
    told = failure(Account("", CLUB, "127.0.0.1", free_port(), "none"))
    assert (told.code, told.outcome) == ("unreachable", Outcome.RETRY)


def test_a_server_that_hangs_is_left_in_time() -> None:
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        account = Account("", CLUB, "127.0.0.1", silent.getsockname()[1], "none")
        assert failure(account, SmtpTransport(timeout=0.2)).code == "timeout"


@pytest.mark.parametrize(
    ("command", "reply", "code", "outcome"),
    [
        ("RCPT", "550 no such person", "refused_recipient", Outcome.FAIL),
        ("RCPT", "451 greylisted", "try_later", Outcome.RETRY),
        ("DATA", "554 looks like spam", "refused_message", Outcome.FAIL),
        ("DATA", "452 disk full", "try_later", Outcome.RETRY),
    ],
)
def test_a_refusal_is_named(command: str, reply: str, code: str, outcome: Outcome) -> None:
    room = Mailroom()
    room.replies[command] = reply
    with mail_server(room) as account:
        told = failure(account)
    assert (told.code, told.outcome, told.account) == (code, outcome, False)


def test_after_a_refused_guest_the_next_one_gets_the_mail() -> None:
    room = Mailroom()
    room.replies["gone@client.example"] = "550 no such person"
    with mail_server(room) as account, SmtpTransport(timeout=1).connect(account) as line:
        with pytest.raises(SendFailure):
            line.send(sender=CLUB, to="gone@client.example", content=a_mail())
        line.send(sender=CLUB, to=ANNA, content=a_mail())
    assert [envelope.rcpt_tos for envelope in room.mails] == [[ANNA]]


def test_silence_after_the_body_may_mean_that_it_arrived() -> None:
    room = Mailroom()
    room.drop_after_body = True
    with mail_server(room) as account:
        told = failure(account)
    assert (told.code, told.outcome) == ("no_answer", Outcome.REVIEW)


@pytest.mark.parametrize(
    ("says", "code", "outcome"),
    [
        ((b"554 go away\r\n",), "unreachable", Outcome.RETRY),
        ((b"220 hi\r\n", b"250 ok\r\n", b"550 not you\r\n"), "refused_sender", Outcome.FAIL),
        ((b"220 hi\r\n", b"250 ok\r\n"), "unreachable", Outcome.RETRY),
        (
            (b"220 hi\r\n", b"250 ok\r\n", b"250 ok\r\n", b"250 ok\r\n", b"503 bad\r\n"),
            "refused_message",
            Outcome.FAIL,
        ),
    ],
)
def test_a_rude_server_is_understood(says: tuple[bytes, ...], code: str, outcome: Outcome) -> None:
    with scripted(*says) as account:
        told = failure(account)
    assert (told.code, told.outcome) == (code, outcome)


def test_dots_are_doubled_and_lines_end_as_they_must() -> None:
    assert dot_stuffed(b"a\n.b\r\n\n..") == b"a\r\n..b\r\n\r\n...\r\n.\r\n"


def test_each_code_is_one_sentence(ru: Words) -> None:
    assert said_failure("") is None
    for code in ("unreachable", "sign_in", "refused_recipient", "no_answer", "never_heard_of"):
        sentence = said_failure(code)
        assert sentence is not None
        assert ru(sentence).endswith(".")
