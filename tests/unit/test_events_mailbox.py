"""The mailbox of replies on a real IMAP server: each mail once, nothing changed there."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from tests import factories_events
from tests.factories import seed_staff
from tests.factories_channels import certificate, free_port
from tests.imap_server import MailServer, mail_server
from vipdesk.access import Desk, Office
from vipdesk.clock import SetClock
from vipdesk.errors import UserError
from vipdesk.events import mailbox, replies
from vipdesk.events.imap import ImapDoor, MailboxAccount, MailboxLine, MailboxTrouble, quoted
from vipdesk.events.mailbox import Looked, change_mailbox, read_due, try_mailbox
from vipdesk.models import Invitation, Mailbox, Reply
from vipdesk.store.store import Store
from vipdesk.vocabulary import PartStat, Role, Verdict

SAMPLES = Path(__file__).parent.parent / "data" / "replies"
DOOR = ImapDoor(timeout=3)


@pytest.fixture(scope="module")
def imap(tmp_path_factory: pytest.TempPathFactory) -> Iterator[MailServer]:
    with mail_server(tmp_path_factory.mktemp("imap")) as running:
        yield running


@pytest.fixture
def box(imap: MailServer) -> MailServer:
    """The server with an empty mailbox."""
    with imap.line() as line:
        line.select("INBOX")
        line.store("1:*", "+FLAGS", "\\Deleted")
        line.expunge()
    return imap


@pytest.fixture
def reader(store: Store, clock: SetClock, request: pytest.FixtureRequest) -> Office:
    """The head of the club: sees every invitation, and so reads for all.

    In a team the password is sealed in the head's own vault.
    """
    ids, _ = store.write(seed_staff)
    office = Office(store, ids[Role.HEAD], clock)
    if store.vault is None:
        office.keeper = request.getfixturevalue("vault")
    return office


def sample(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


def set_up(office: Office, account: MailboxAccount) -> None:
    def work(desk: Desk) -> None:
        anna = factories_events.guest(desk, mail="anna@client.example")
        factories_events.invited(desk, anna.id)
        change_mailbox(desk, account)

    office.write(work)


def look(office: Office, door: object = DOOR) -> Looked:
    return read_due(office, door, every=timedelta(0))  # type: ignore[arg-type]


def verdicts(office: Office) -> list[Verdict]:
    return office.read(
        lambda desk: list(desk.session.scalars(select(Reply.verdict).order_by(Reply.id)))
    )


def test_what_came_is_taken_in_once_and_left_untouched(reader: Office, box: MailServer) -> None:
    set_up(reader, box.account)
    box.put(sample("newsletter.eml"), sample("gmail_accept.eml"), sample("outlook_counter.eml"))
    done = look(reader)
    assert (done.taken, done.counted, done.review, done.trouble) == (2, 1, 1, "")
    assert look(reader).taken == 0
    assert all(b"()" in line for line in box.flags())
    assert len(box.flags()) == 3
    answer = reader.read(lambda desk: desk.session.scalars(select(Invitation.partstat)).one())
    assert answer is PartStat.ACCEPTED
    box.put(sample("gmail_decline.eml"))
    assert look(reader).counted == 1


class CutOff:
    """The real door; the line breaks after so many mails."""

    def __init__(self, after: int) -> None:
        self._left = after

    def connect(self, account: MailboxAccount) -> AbstractContextManager[MailboxLine]:
        @contextmanager
        def opened() -> Iterator[MailboxLine]:
            with DOOR.connect(account) as line:
                self._line = line
                yield self

        return opened()

    @property
    def uid_validity(self) -> int:
        return self._line.uid_validity

    def uids(self, *, after: int, since: date | None = None) -> list[int]:
        return self._line.uids(after=after, since=since)

    def fetch(self, uid: int) -> bytes | None:
        if not self._left:
            DOOR.hang_up()
        self._left -= 1
        return self._line.fetch(uid)

    def hang_up(self) -> None:
        DOOR.hang_up()


def test_a_line_that_breaks_is_taken_up_where_it_broke(reader: Office, box: MailServer) -> None:
    set_up(reader, box.account)
    names = ("gmail_accept.eml", "outlook_counter.eml", "plain_no_en.eml", "refresh.eml")
    box.put(*map(sample, names))
    first = look(reader, CutOff(2))
    assert (first.taken, first.trouble) == (2, "unreachable")
    second = look(reader)
    assert (second.taken, second.trouble) == (2, "")
    assert len(verdicts(reader)) == 4


def test_a_mailbox_numbered_anew_loses_and_doubles_nothing(reader: Office, box: MailServer) -> None:
    set_up(reader, box.account)
    box.put(sample("gmail_accept.eml"))
    look(reader)

    def other_numbers(desk: Desk) -> None:
        row = desk.session.scalars(select(Mailbox)).one()
        row.uid_validity, row.last_uid = 1, 999_999

    reader.write(other_numbers)
    box.put(sample("outlook_counter.eml"))
    assert look(reader).taken == 1
    assert len(verdicts(reader)) == 2


def test_a_mail_that_breaks_us_is_set_aside_and_stops_no_other(
    reader: Office,
    box: MailServer,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    whole = replies.receive

    def receive(desk: Desk, *, raw: bytes) -> replies.Received:
        if b"nothing that anybody" in raw or b"plain" in raw[:3000]:
            raise RuntimeError
        return whole(desk, raw=raw)

    set_up(reader, box.account)
    monkeypatch.setattr(replies, "receive", receive)
    box.put(sample("plain_no_en.eml"), sample("gmail_accept.eml"))
    done = look(reader)
    assert done.taken == 2
    assert Verdict.QUARANTINE in verdicts(reader)
    caplog.clear()


def test_one_reads_at_a_time_and_a_dead_reader_is_followed(
    reader: Office, box: MailServer, clock: SetClock
) -> None:
    set_up(reader, box.account)
    box.put(sample("gmail_accept.eml"))
    claim, _ = reader.write(lambda desk: mailbox._claim(desk, timedelta(0)))
    assert claim is not None
    assert not look(reader).tried

    def long_ago(desk: Desk) -> None:
        row = desk.session.scalars(select(Mailbox)).one()
        row.claimed_until = desk.server_now() - timedelta(minutes=1)

    reader.write(long_ago)
    assert look(reader).taken == 1
    with pytest.raises(mailbox._LostClaim):
        reader.write(
            lambda desk: mailbox._take(desk, claim, 7, 1, sample("refresh.eml"), whole=True)
        )


def test_it_is_read_every_two_minutes_not_more_often(
    vault_reader: Office, box: MailServer, clock: SetClock
) -> None:
    set_up(vault_reader, box.account)
    assert read_due(vault_reader, DOOR).tried
    assert not read_due(vault_reader, DOOR).tried
    clock.move(timedelta(minutes=3))
    assert read_due(vault_reader, DOOR).tried


@pytest.fixture
def vault_reader(vault: Store, clock: SetClock) -> Office:
    ids, _ = vault.write(seed_staff)
    return Office(vault, ids[Role.HEAD], clock)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"password": "wrong"}, "password"),
        ({"folder": "Ответы"}, "folder"),
        ({"port": 1}, "host"),
        ({"security": "starttls"}, "host"),
        ({"security": "none", "host": "mail.example.com"}, "host"),
    ],
)
def test_what_is_wrong_with_the_account_is_said_beside_its_field(
    change: dict[str, object], field: str, imap: MailServer
) -> None:
    account = replace(imap.account, **change)  # type: ignore[arg-type]
    with pytest.raises(UserError) as refused:
        try_mailbox(DOOR, account)
    assert refused.value.field == field
    try_mailbox(DOOR, imap.account)


def test_a_certificate_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    server_tls, client_tls = certificate(tmp_path)
    port = free_port()
    listener = socket.create_server(("127.0.0.1", port))

    def serve() -> None:
        for _ in range(2):
            plain, _from = listener.accept()
            try:
                with server_tls.wrap_socket(plain, server_side=True) as line:
                    line.sendall(b"* BYE not today\r\n")
            except OSError:
                plain.close()

    serving = threading.Thread(target=serve, daemon=True)
    serving.start()
    account = MailboxAccount("localhost", port, "tls", "a", "b")
    for door, code in ((ImapDoor(timeout=2), "tls_failed"),
                       (ImapDoor(timeout=2, tls=client_tls), "unreachable")):  # fmt: skip
        with pytest.raises(MailboxTrouble) as trouble, door.connect(account):
            pass
        assert trouble.value.code in {code, "odd_answer"}
    serving.join(5)
    listener.close()


def test_a_server_that_announces_too_much_is_not_believed() -> None:
    listener = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        plain, _from = listener.accept()
        with plain, plain.makefile("rb") as heard:
            plain.sendall(b"* OK [CAPABILITY IMAP4rev1] hello\r\n")
            for line in heard:
                tag = line.split()[0]
                if b"FETCH" in line:
                    plain.sendall(b"* 1 FETCH (UID 1 RFC822.SIZE {99999999999}\r\n")
                elif b"EXAMINE" in line:
                    plain.sendall(
                        b"* 1 EXISTS\r\n* OK [UIDVALIDITY 7] ok\r\n" + tag + b" OK done\r\n"
                    )
                else:
                    plain.sendall(tag + b" OK done\r\n")

    serving = threading.Thread(target=serve, daemon=True)
    serving.start()
    account = MailboxAccount("127.0.0.1", listener.getsockname()[1], "none", "a", "b")
    with (
        pytest.raises(MailboxTrouble) as trouble,
        ImapDoor(timeout=2).connect(account) as line,
    ):
        line.fetch(1)
    assert trouble.value.code == "unreachable"
    serving.join(5)
    listener.close()


def test_a_folder_in_russian_is_named_as_imap_wants_it() -> None:
    assert quoted("Ответы & гости") == '"&BB4EQgQyBDUEQgRL- &- &BDMEPgRBBEIEOA-"'


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"host": "two words"}, "host"),
        ({"port": 0}, "port"),
        ({"security": "none", "host": "imap.example.com"}, "security"),
        ({"login": " "}, "login"),
        ({"password": ""}, "password"),
    ],
)
def test_an_account_that_cannot_be_is_refused(
    desk: Desk, change: dict[str, object], field: str
) -> None:
    account = replace(MailboxAccount("imap.example.com", login="a", password="b"), **change)  # type: ignore[arg-type]
    with pytest.raises(UserError) as refused:
        change_mailbox(desk, account)
    assert refused.value.field == field


def test_the_password_is_sealed_and_kept_for_the_same_server_alone(reader: Office) -> None:
    reader.write(_the_password)


def _the_password(desk: Desk) -> None:
    change_mailbox(desk, MailboxAccount("imap.example.com", login="a", password="ключ"))
    row = desk.session.scalars(select(Mailbox)).one()
    assert row.password is not None
    assert "ключ".encode() not in row.password
    typed = MailboxAccount("imap.example.com", login="a", folder="Ответы")
    change_mailbox(desk, typed)
    opened = mailbox.open_mailbox(desk, typed)
    assert opened is not None
    assert (opened.password, opened.folder) == ("ключ", "Ответы")
    state = mailbox.get_mailbox(desk).account
    assert state is not None
    assert state.password == ""
    with pytest.raises(UserError):
        change_mailbox(desk, MailboxAccount("imap.other.example", login="a"))
    with pytest.raises(UserError):
        mailbox.open_mailbox(desk, MailboxAccount("imap.other.example", login="a"))
