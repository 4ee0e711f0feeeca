"""An address book is taken from a server whole, or with one sentence not at all."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from socketserver import ThreadingMixIn
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

import httpx
import pytest

from vipdesk.clients import carddav
from vipdesk.clients.carddav import Account, AddressBook, Limits
from vipdesk.errors import UserError

CARD = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:{n}\r\nFN:Пётр Щукин\r\nN:Щукин;Пётр;;;\r\n"
    "TEL:+7916555{n:04}\r\nEND:VCARD\r\n"
)
QUICK = Limits(silence=0.4, deadline=1.0)


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: Any) -> None:
        """Silence."""


class _Threaded(ThreadingMixIn, WSGIServer):
    daemon_threads = True


@contextmanager
def _serving(server: Any) -> Iterator[str]:
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join(2)


@pytest.fixture(scope="module")
def radicale(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A real Radicale with a hundred people in one book."""
    from radicale.app import Application
    from radicale.config import load

    folder: Path = tmp_path_factory.mktemp("radicale")
    (folder / "users").write_text("petr:секрет\n")
    settings = load([])
    settings.update(
        {
            "auth": {"type": "htpasswd", "htpasswd_filename": str(folder / "users"),
                     "htpasswd_encryption": "plain", "delay": "0"},
            "storage": {"filesystem_folder": str(folder / "collections")},
            "logging": {"level": "critical"},
        }, "test",
    )  # fmt: skip
    logging.getLogger("radicale").setLevel(logging.CRITICAL)
    app = Application(settings)
    server = make_server("127.0.0.1", 0, app, server_class=_Threaded, handler_class=_Quiet)
    with _serving(server) as url:
        auth = (b"petr", "секрет".encode())
        with httpx.Client(auth=auth, trust_env=False) as client:
            made = client.request(
                "MKCOL", f"{url}/petr/book/", headers={"Content-Type": "application/xml"},
                content='<d:mkcol xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:carddav"><d:set>'
                "<d:prop><d:resourcetype><d:collection/><c:addressbook/></d:resourcetype>"
                "<d:displayname>Клиенты</d:displayname></d:prop></d:set></d:mkcol>".encode(),
            )  # fmt: skip
            assert made.status_code == 201, made.text
            for n in range(25):
                client.put(
                    f"{url}/petr/book/{n}.vcf", content=CARD.format(n=n).encode(),
                    headers={"Content-Type": "text/vcard; charset=utf-8"},
                ).raise_for_status()  # fmt: skip
        yield url


@pytest.mark.parametrize("path", ["", "/", "/petr/", "/petr/book/"])
def test_the_book_is_found_by_any_address_and_read_whole(radicale: str, path: str) -> None:
    account = Account(radicale + path, "petr", "секрет")
    (book,) = carddav.find_books(account)
    assert book.name == "Клиенты"
    reading = carddav.read_book(account, book)
    assert len(reading.rows) == 25
    assert {r.name for r in reading.rows} == {"Щукин Пётр"}


def test_a_wrong_password_gives_a_sentence_and_no_secret(radicale: str) -> None:
    account = Account(radicale, "petr", "другой-секрет")
    with pytest.raises(UserError, match="refuses") as caught:
        carddav.find_books(account)
    assert "секрет" not in repr(account) + str(caught.value)


@contextmanager
def behaving(act: Callable[[BaseHTTPRequestHandler], None]) -> Iterator[str]:
    """A server that answers everything in one way."""

    class Handler(BaseHTTPRequestHandler):
        def _any(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length", 0)))
            act(self)

        do_PROPFIND = do_REPORT = _any  # noqa: N815

        def log_message(self, *_: Any) -> None:
            """Silence."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    with _serving(server) as url:
        yield url


def answer(handler: BaseHTTPRequestHandler, body: bytes, status: int = 207, **more: str) -> None:
    handler.send_response(status)
    handler.send_header("Content-Length", more.pop("length", str(len(body))))
    for name, value in more.items():
        handler.send_header(name, value)
    handler.end_headers()
    handler.wfile.write(body)


def _half(handler: BaseHTTPRequestHandler) -> None:
    answer(handler, b"<multistatus", length="9000")
    handler.close_connection = True


def _silent(handler: BaseHTTPRequestHandler) -> None:
    threading.Event().wait(0.8)


def _drops(handler: BaseHTTPRequestHandler) -> None:
    from contextlib import suppress

    handler.send_response(207)
    handler.send_header("Content-Length", "100000")
    handler.end_headers()
    with suppress(OSError):
        for _ in range(20):
            handler.wfile.write(b"<")
            handler.wfile.flush()
            threading.Event().wait(0.1)


def _endless(handler: BaseHTTPRequestHandler) -> None:
    from contextlib import suppress

    with suppress(OSError):
        answer(handler, b"<a>" + b" " * 3_000_000)


BOMB = b'<!DOCTYPE a [<!ENTITY b "cccccccc">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (_half, "half-way"),
        (_silent, "too slow"),
        (_drops, "too slow"),
        (_endless, "too much"),
        (lambda h: answer(h, b"\x00\xff garbage"), "no address book"),
        (lambda h: answer(h, BOMB), "no address book"),
        (lambda h: answer(h, b"<!--" + b" " * 9_000 + b"-->" + BOMB), "no address book"),
        (lambda h: answer(h, BOMB.decode().encode("utf-16")), "no address book"),
        (lambda h: answer(h, b"", 500), "answers with error"),
        (lambda h: answer(h, b"", 404), "no address book"),
        (lambda h: answer(h, b"", 301, Location="https://evil.example/"), "sends us to"),
        (lambda h: answer(h, b"", 302, Location="/again"), "circle"),
        (lambda h: answer(h, b"", 302, Location="http://[bad"), "half-way"),
    ],
)
def test_whatever_a_server_does_there_is_one_sentence(
    act: Callable[[BaseHTTPRequestHandler], None], told: str
) -> None:
    limits = Limits(most_bytes=1_000_000, silence=0.4, deadline=1.0)
    with behaving(act) as url:
        account = Account(url + "/book/", "petr", "x")
        with pytest.raises(UserError, match=told):
            carddav.read_book(account, AddressBook(url + "/book/", ""), limits)
        with pytest.raises(UserError):
            carddav.find_books(account, limits)


def test_a_server_that_gives_only_some_cards_gives_none() -> None:
    listed = "".join(f"<d:response><d:href>/book/{n}.vcf</d:href></d:response>" for n in range(3))
    head = '<d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:carddav">'
    one = f"<d:response><c:address-data>{CARD.format(n=1)}</c:address-data></d:response>"

    def act(handler: BaseHTTPRequestHandler) -> None:
        body = listed if handler.command == "PROPFIND" else one
        answer(handler, f"{head}{body}</d:multistatus>".encode())

    with behaving(act) as url, pytest.raises(UserError, match="Nothing was imported"):
        carddav.read_book(Account(url, "p", "x"), AddressBook(url + "/book/", ""), QUICK)


@pytest.mark.parametrize(
    "url", ["http://dav.example.com/", "dav.example.com", "ftp://a", "https://me:pw@a.example/"]
)
def test_an_address_that_would_tell_the_password_is_refused(url: str) -> None:
    with pytest.raises(UserError) as caught:
        carddav.find_books(Account(url, "a", "b"))
    assert caught.value.field == "url"


def test_a_server_that_is_not_there_is_told() -> None:
    with pytest.raises(UserError, match="cannot be reached"):
        carddav.find_books(Account("http://127.0.0.1:9/", "a", "b"), QUICK)
