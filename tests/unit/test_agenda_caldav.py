"""One's own agenda on a calendar server: a real one, and ones that lie or break off."""

from __future__ import annotations

import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import IPv4Address
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from icalendar import Calendar

from tests import factories as make
from tests.radicale_server import Radicale, radicale
from vipdesk.access import Desk, Office
from vipdesk.agenda import caldav_push
from vipdesk.agenda.caldav_push import CalendarAccount, Pushed
from vipdesk.agenda.calendar_file import Told
from vipdesk.clients import promises
from vipdesk.errors import UserError
from vipdesk.models import ClubSetting, Promise
from vipdesk.wording import Lang


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Radicale]:
    with radicale(tmp_path_factory.mktemp("radicale")) as running:
        yield running


@pytest.fixture
def account(server: Radicale, vault_office: Office) -> CalendarAccount:
    """An account on the real server, and two promises in the agenda."""
    for kept in server.calendars():
        for file in kept.iterdir():
            file.unlink() if file.is_file() else None
    made = CalendarAccount(server.url, "maria", "lamp 58", Told.NAMES, lang=Lang.EN)
    caldav_push.change_account(vault_office, made)
    vault_office.write(_two_promises)
    return made


def _two_promises(desk: Desk) -> None:
    anna = make.client(desk, latin_name="Anna Petrova")
    make.promise(desk, anna.id, text="Прислать каталог", due_at=desk.now + timedelta(hours=3))
    make.promise(desk, anna.id, text="Забронировать стол", due_at=desk.now + timedelta(days=3))


def _summaries(server: Radicale) -> list[str]:
    read = [Calendar.from_ical(body) for body in server.objects().values()]
    return sorted(str(e["SUMMARY"]) for one in read for e in one.walk("VEVENT"))


def _keep_one(desk: Desk) -> None:
    one = desk.session.query(Promise).filter_by(text="Прислать каталог").one()
    promises.keep_promise(desk, one.id)


def test_the_agenda_is_put_changed_and_taken_away(
    server: Radicale, account: CalendarAccount, vault_office: Office
) -> None:
    assert caldav_push.push(vault_office) == Pushed(added=2)
    assert _summaries(server) == [
        "Anna Petrova: Забронировать стол", "Anna Petrova: Прислать каталог",
    ]  # fmt: skip
    assert caldav_push.push(vault_office) == Pushed()  # nothing changed: nothing is sent
    caldav_push.change_account(vault_office, replace(account, password="", told=Told.INITIALS))
    assert caldav_push.push(vault_office) == Pushed(changed=2)
    assert _summaries(server) == ["Promise: A. P."] * 2
    vault_office.write(_keep_one)
    assert caldav_push.push(vault_office) == Pushed(removed=1)
    assert caldav_push.empty(vault_office) == 1
    assert server.objects() == {}


def test_what_others_put_there_is_left_alone_and_ours_is_mended(
    server: Radicale, account: CalendarAccount, vault_office: Office
) -> None:
    caldav_push.push(vault_office)
    (ours,) = [c for c in server.calendars() if list(c.glob("*.ics"))]
    theirs = ours / "theirs.ics"
    one = next(iter(ours.glob("vipdesk-*.ics")))
    whole = one.read_bytes()
    theirs.write_bytes(whole.replace(b"@vipdesk", b"@elsewhere"))
    one.write_bytes(whole.replace(b"SUMMARY:", b"SUMMARY:spoilt "))
    assert caldav_push.push(vault_office) == Pushed(changed=1)
    assert theirs.exists()
    assert b"spoilt" not in one.read_bytes()
    caldav_push.empty(vault_office)
    assert list(ours.glob("*.ics")) == [theirs]


def test_a_calendar_removed_by_hand_is_made_again(
    server: Radicale, account: CalendarAccount, vault_office: Office
) -> None:
    import shutil

    caldav_push.push(vault_office)
    for calendar in server.calendars():
        shutil.rmtree(calendar)
    assert caldav_push.push(vault_office).added == 2
    assert len(server.objects()) == 2


@pytest.mark.usefixtures("account")
def test_a_push_that_broke_off_is_finished_by_the_next(
    server: Radicale, vault_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    from vipdesk.agenda.calendar_server import CalendarServer

    put = CalendarServer.put
    count: list[int] = []

    def once(self: CalendarServer, *args: object) -> None:
        if count:
            raise UserError(caldav_push._changing().say)
        count.append(1)
        put(self, *args)  # type: ignore[arg-type]

    monkeypatch.setattr(CalendarServer, "put", once)
    with pytest.raises(UserError):
        caldav_push.push(vault_office)
    assert len(server.objects()) == 1
    assert caldav_push.get_state(vault_office).said is not None
    monkeypatch.undo()
    assert caldav_push.push(vault_office) == Pushed(added=1, changed=1)
    assert caldav_push.get_state(vault_office).said is None


def _ten_promises(desk: Desk) -> None:
    anna = make.client(desk)
    for number in range(10):
        make.promise(
            desk, anna.id, text=f"Обещание {number}", due_at=desk.now + timedelta(hours=number + 1)
        )


def test_a_server_killed_half_way_has_everything_once_after_the_next_push(
    tmp_path: Path, vault_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server's own process is gone when the desk puts the sixth of ten."""
    vault_office.write(_ten_promises)
    with radicale(tmp_path) as dying:
        made = CalendarAccount(dying.url, "maria", "lamp 58", Told.NAMES, lang=Lang.EN)
        caldav_push.change_account(vault_office, made)
        with monkeypatch.context() as patched:
            _kill_before(dying, 6, patched)
            with pytest.raises(UserError, match="does not answer"):
                caldav_push.push(vault_office)
        left = len(dying.objects())
        assert left == 5
    assert caldav_push.get_state(vault_office).said is not None
    with radicale(tmp_path, int(dying.url.rstrip("/").rpartition(":")[2])) as back:
        done = caldav_push.push(vault_office)
        assert done.added == 10 - left
        assert done.removed == 0
        said = _summaries(back)
        assert len(said) == len(set(said)) == 10
        assert len(back.calendars()) == 1
        assert caldav_push.push(vault_office) == Pushed()


def _kill_before(server: Radicale, number: int, patched: pytest.MonkeyPatch) -> None:
    from vipdesk.agenda.calendar_server import CalendarServer

    put, puts = CalendarServer.put, iter(range(1, 100))

    def killing(*args: Any) -> None:
        if next(puts) == number:
            server.process.kill()
            server.process.wait()
        put(*args)

    patched.setattr(CalendarServer, "put", killing)


def test_a_certificate_nobody_vouches_for_is_refused_before_anything_is_said(
    tmp_path: Path, vault_office: Office
) -> None:
    vault_office.write(_two_promises)
    with lying(_moved, _own_certificate(tmp_path)) as (url, asked):
        caldav_push.change_account(vault_office, CalendarAccount(url, "maria", "lamp 58"))
        with pytest.raises(UserError, match="certificate is not to be trusted"):
            caldav_push.push(vault_office)
    assert asked == []


def _own_certificate(folder: Path) -> ssl.SSLContext:
    """For localhost and 127.0.0.1, signed by itself."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.now(UTC)
    names = x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))])
    made = (
        x509.CertificateBuilder()
        .subject_name(name).issuer_name(name).public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1)).not_valid_after(now + timedelta(days=1))
        .add_extension(names, critical=False)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    file = folder / "own.pem"
    file.write_bytes(
        made.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )  # fmt: skip
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(file)
    return context


def test_a_wrong_password_is_one_sentence_and_is_not_kept_in_plain(
    server: Radicale, vault_office: Office
) -> None:
    made = CalendarAccount(server.url, "maria", "not the lamp")
    caldav_push.change_account(vault_office, made)
    with pytest.raises(UserError, match="refuses this login"):
        caldav_push.push(vault_office)
    kept = vault_office.read(
        lambda d: [s.sealed for s in d.session.query(ClubSetting) if s.name.startswith("kept:cal")]
    )
    assert kept
    assert all(b"lamp" not in (one or b"") for one in kept)
    assert caldav_push.get_account(vault_office) == replace(made, password="")


@pytest.mark.parametrize(
    ("url", "field"),
    [
        ("http://cloud.example.com/dav", "url"),
        ("ftp://cloud.example.com", "url"),
        ("https://maria:word@cloud.example.com/", "url"),
        ("https://", "url"),
        ("https://cloud.example.com:99999/", "url"),
    ],
)
def test_only_an_encrypted_address_is_taken(vault_office: Office, url: str, field: str) -> None:
    with pytest.raises(UserError) as refused:
        caldav_push.change_account(vault_office, CalendarAccount(url, "maria", "lamp 58"))
    assert refused.value.field == field


def test_a_password_goes_to_no_other_server(
    server: Radicale, account: CalendarAccount, vault_office: Office
) -> None:
    other = replace(account, url="https://other.example.com/", password="")
    with pytest.raises(UserError) as refused:
        caldav_push.change_account(vault_office, other)
    assert refused.value.field == "password"


Answer = Callable[[BaseHTTPRequestHandler], None]


class _Silent(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """A refused handshake is what is wanted."""


@contextmanager
def lying(answer: Answer, secured: ssl.SSLContext | None = None) -> Iterator[tuple[str, list[str]]]:
    """A server that answers everything alike; what it was asked, with the password or without."""
    asked: list[str] = []

    class Liar(BaseHTTPRequestHandler):
        def __getattr__(self, name: str) -> object:
            if not name.startswith("do_"):
                raise AttributeError(name)

            def do() -> None:
                asked.append(self.path)
                answer(self)

            return do

        def log_message(self, *_: object) -> None:
            pass

    listening = _Silent(("127.0.0.1", 0), Liar)
    if secured is not None:
        listening.socket = secured.wrap_socket(listening.socket, server_side=True)
    thread = Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http{'s' if secured else ''}://127.0.0.1:{listening.server_port}/", asked
    finally:
        listening.shutdown()
        thread.join()
        listening.server_close()


def _xml(inside: str) -> Answer:
    body = (
        '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
        f'<D:multistatus xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">{inside}'
        "</D:multistatus>"
    ).encode()

    def answer(at: BaseHTTPRequestHandler) -> None:
        at.send_response(207)
        at.send_header("Content-Type", "text/xml")
        at.send_header("Content-Length", str(len(body)))
        at.end_headers()
        at.wfile.write(body)

    return answer


def _home(url: str) -> Answer:
    return _xml(
        "<D:response><D:href>/</D:href><D:propstat><D:prop>"
        "<D:current-user-principal><D:href>/</D:href></D:current-user-principal>"
        f"<C:calendar-home-set><D:href>{url}</D:href></C:calendar-home-set>"
        "</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>"
    )


def _moved(at: BaseHTTPRequestHandler) -> None:
    at.send_response(302)
    at.send_header("Location", "http://198.51.100.7/dav/")
    at.send_header("Content-Length", "0")
    at.end_headers()


def _rubbish(at: BaseHTTPRequestHandler) -> None:
    at.send_response(207)
    at.send_header("Content-Type", "text/xml")
    at.send_header("Content-Length", "9")
    at.end_headers()
    at.wfile.write(b"\xff<<&&nope")


def _endless(at: BaseHTTPRequestHandler) -> None:
    at.send_response(207)
    at.send_header("Content-Type", "text/xml")
    at.end_headers()
    try:
        for _ in range(2000):
            at.wfile.write(b"<D:x/>" * 10_000)
    except OSError:
        pass


def _cut(at: BaseHTTPRequestHandler) -> None:
    at.send_response(207)
    at.send_header("Content-Length", "5000")
    at.end_headers()
    at.wfile.write(b"<?xml")
    at.close_connection = True


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (_moved, "another place"),
        (_home("http://198.51.100.7/dav/"), "another place"),
        (_home("file:///etc/"), "another place|not one of"),
        (_rubbish, "not one of|no calendars"),
        (_endless, "not one of"),
        (_cut, "does not answer|not one of"),
    ],
    ids=["redirect", "home elsewhere", "home in a file", "rubbish", "endless", "cut off"],
)
def test_a_lying_server_gets_nothing_and_one_sentence_is_said(
    vault_office: Office, answer: Answer, sentence: str
) -> None:
    vault_office.write(_two_promises)
    with lying(answer) as (url, _):
        caldav_push.change_account(vault_office, CalendarAccount(url, "maria", "lamp 58"))
        with pytest.raises(UserError, match=sentence):
            caldav_push.push(vault_office)
    assert caldav_push.get_state(vault_office).at is None


def test_a_silent_server_troubles_nobody_and_is_tried_again_later(vault_office: Office) -> None:
    with lying(_moved) as (url, asked):
        caldav_push.change_account(vault_office, CalendarAccount(url, "maria", "lamp 58"))
        assert caldav_push.push_if_due(vault_office)
        before = len(asked)
        assert not caldav_push.push_if_due(vault_office)
        assert len(asked) == before
    assert caldav_push.get_state(vault_office).said is not None


def test_who_wishes_no_calendar_has_none(vault_office: Office) -> None:
    assert not caldav_push.push_if_due(vault_office)
    assert caldav_push.get_account(vault_office) is None
    with pytest.raises(UserError, match="address"):
        caldav_push.push(vault_office)
    assert caldav_push.empty(vault_office) == 0


def test_a_club_never_gets_what_is_of_this_computer() -> None:
    from vipdesk.access.keeper import is_of_this_computer

    assert is_of_this_computer("kept:calendar:0")
