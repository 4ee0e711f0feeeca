"""An address book on a server (CardDAV, RFC 6352): found, read whole or not at all.

The password is used and not kept. Without TLS nothing is asked but on this computer itself.
A redirect to another host is not followed: the password is not for it. Answers are read with a
limit and a deadline, so that a server that is slow, stops half-way or sends without end costs
nothing but a sentence. What comes is one text of cards, judged like a file, row by row.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

from vipdesk.clients.incoming import MAX_BYTES, Reading
from vipdesk.clients.vcard import read_vcard
from vipdesk.errors import UserError
from vipdesk.wording import say

if TYPE_CHECKING:
    import httpx

_DAV, _CARD = "{DAV:}", "{urn:ietf:params:xml:ns:carddav}"
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_MOST_REDIRECTS = 5
_AT_ONCE = 200  # cards of one request
_DEADLINE = 120.0
_SILENCE = 20.0  # seconds without a byte


@dataclass(frozen=True, slots=True)
class Account:
    """Where and who. `password` lives as long as the question does."""

    url: str
    login: str
    password: str

    def __repr__(self) -> str:
        return "Account(…)"


@dataclass(frozen=True, slots=True)
class AddressBook:
    """One address book of the account."""

    url: str
    name: str


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a server may cost: bytes in all, seconds in all, seconds of silence."""

    most_bytes: int = MAX_BYTES
    deadline: float = _DEADLINE
    silence: float = _SILENCE


def find_books(account: Account, limits: Limits | None = None) -> tuple[AddressBook, ...]:
    """The address books of an account, by any address of it (RFC 6764: `.well-known/carddav`).

    Raises `UserError` with one sentence for whatever the server does.
    """
    with _asking(account, limits or Limits()) as ask:
        found: list[AddressBook] = []
        for start in _starts(account.url):
            home = _home_of(ask, start)
            for place in dict.fromkeys((home, start)):
                found = _books_at(ask, place) if place else []
                if found:
                    return tuple(found)
        raise UserError(say("There is no address book at this address. Check the address."))


def read_book(
    account: Account,
    book: AddressBook,
    limits: Limits | None = None,
    *,
    region: str = "RU",
    is_cancelled: Callable[[], bool] = bool,
) -> Reading:
    """All cards of an address book, judged as those of a file are. All or none.

    Raises `UserError` where the server stops, changes its mind or sends what are no cards.
    """
    with _asking(account, limits or Limits()) as ask:
        names = _cards_of(ask, book.url)
        cards: list[bytes] = []
        for at in range(0, len(names), _AT_ONCE):
            if is_cancelled():
                raise UserError(say("Stopped. Nothing was imported."))
            cards += _multiget(ask, book.url, names[at : at + _AT_ONCE])
        if not cards:
            raise UserError(say("There is nobody in this address book."))
        reading = read_vcard(b"\r\n".join(c.strip() for c in cards) + b"\r\n", region=region)
        if len(names) > len(cards):
            raise UserError(
                say("The server gave {count} of {n} cards. Nothing was imported: try again.",
                    count=len(cards), n=len(names))
            )  # fmt: skip
        return reading


# Asking -----------------------------------------------------------------------------------------


class _Ask:
    """One client with one budget of bytes and seconds."""

    def __init__(self, client: httpx.Client, limits: Limits) -> None:
        self._client, self._left = client, limits.most_bytes
        self._until = time.monotonic() + limits.deadline

    def __call__(
        self, method: str, url: str, body: str, depth: str = "0"
    ) -> tuple[str, ET.Element]:
        """Ask and read the answer as XML. Returns the address it came from."""
        headers = {"Depth": depth, "Content-Type": "application/xml; charset=utf-8"}
        for _turn in range(_MOST_REDIRECTS):
            with self._client.stream(method, url, content=body.encode(), headers=headers) as answer:
                if answer.is_redirect:
                    url = self._redirected(url, answer.headers.get("location", ""))
                    continue
                _check_status(answer.status_code)
                return url, _xml(self._read(answer))
        raise UserError(say("The server sends us in a circle. Check the address."))

    def _read(self, answer: httpx.Response) -> bytes:
        parts = []
        for part in answer.iter_bytes():
            self._left -= len(part)
            if self._left < 0:
                raise UserError(say("The server sent too much. Choose a smaller address book."))
            if time.monotonic() > self._until:
                raise UserError(say("The server is too slow. Nothing was imported: try later."))
            parts.append(part)
        return b"".join(parts)

    def _redirected(self, url: str, there: str) -> str:
        wanted = urljoin(url, there)
        old, new = urlsplit(url), urlsplit(wanted)
        same = (old.scheme, old.netloc) == (new.scheme, new.netloc)
        safer = old.scheme == "http" and new.scheme == "https" and old.hostname == new.hostname
        if not (same or safer):
            raise UserError(
                say("The server sends us to {host}: the password is not sent there. If that "
                    "is right, enter that address.", host=new.hostname or "?")
            )  # fmt: skip
        return wanted


@contextmanager
def _asking(account: Account, limits: Limits) -> Iterator[_Ask]:
    import httpx

    # Its log tells whole addresses, and a name may be in one.
    logging.getLogger("httpx").setLevel(logging.WARNING)
    checked_url(account.url)
    timeout = httpx.Timeout(limits.silence)
    try:
        with httpx.Client(
            auth=httpx.BasicAuth(account.login, account.password), timeout=timeout,
            follow_redirects=False, trust_env=False,
        ) as client:  # fmt: skip
            yield _Ask(client, limits)
    except httpx.TimeoutException:
        raise UserError(say("The server is too slow. Nothing was imported: try later.")) from None
    except httpx.ConnectError as error:
        if "CERTIFICATE" in str(error).upper():
            raise UserError(
                say("The server’s certificate is not to be trusted. Ask its administrator.")
            ) from None
        raise UserError(say("The server cannot be reached. Check the address.")) from None
    except (httpx.HTTPError, httpx.InvalidURL, UnicodeError, ValueError):
        raise UserError(
            say("The server stopped half-way. Nothing was imported: try again.")
        ) from None


def checked_url(url: str) -> str:
    """An address that may be asked. Raises `UserError` on 'url'."""
    parts = urlsplit(url.strip())
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise UserError(
            say("Write the whole address, for example https://dav.example.com."), field="url"
        )
    if parts.scheme == "http" and parts.hostname not in _LOOPBACK:
        raise UserError(
            say("Without encryption the password would be read on the way: use https."),
            field="url",
        )
    if parts.username or parts.password:
        raise UserError(say("Write name and password in their own fields."), field="url")
    return url.strip()


def _check_status(status: int) -> None:
    if status in {401, 403}:
        raise UserError(say("The server refuses this name and password."))
    if status in {404, 405, 410}:
        raise _NotHereError
    if status not in {200, 207}:
        raise UserError(say("The server answers with error {status}. Try later.", status=status))


class _NotHereError(UserError):
    """Nothing of the kind at this address: the next one is asked."""

    def __init__(self) -> None:
        super().__init__(say("There is no address book at this address. Check the address."))


class _NoDoctype(ET.TreeBuilder):
    """Entities are declared in a DOCTYPE, in whatever encoding and wherever it stands."""

    def doctype(self, _name: str, _public: str | None, _system: str | None) -> None:
        raise _not_cards()


def _xml(body: bytes) -> ET.Element:
    try:
        return ET.fromstring(body, ET.XMLParser(target=_NoDoctype()))  # noqa: S314 no DOCTYPE
    except ET.ParseError:
        raise _not_cards() from None


def _not_cards() -> UserError:
    return UserError(say("The server’s answer is no address book."))


# Finding ----------------------------------------------------------------------------------------


def _starts(url: str) -> list[str]:
    given = url.strip()
    known = urljoin(given, "/.well-known/carddav")
    bare = urlsplit(given).path in {"", "/"}
    return [known, given] if bare else [given, known]


def _propfind(*props: str) -> str:
    wanted = "".join(f"<{p}/>" for p in props)
    return (
        '<?xml version="1.0" encoding="utf-8"?><d:propfind xmlns:d="DAV:"'
        f' xmlns:c="urn:ietf:params:xml:ns:carddav"><d:prop>{wanted}</d:prop></d:propfind>'
    )


def _href(tree: ET.Element, name: str) -> str:
    found = tree.find(f".//{name}/{_DAV}href")
    return (found.text or "").strip() if found is not None else ""


def _home_of(ask: _Ask, start: str) -> str:
    """From any address to the principal, from the principal to where the books are."""
    try:
        at, tree = ask(
            "PROPFIND", start, _propfind("d:current-user-principal", "c:addressbook-home-set")
        )
        home = _href(tree, f"{_CARD}addressbook-home-set")
        principal = _href(tree, f"{_DAV}current-user-principal")
        if not home and principal:
            at, tree = ask(
                "PROPFIND", _same_host(at, principal), _propfind("c:addressbook-home-set")
            )
            home = _href(tree, f"{_CARD}addressbook-home-set")
        return _same_host(at, home) if home else ""
    except _NotHereError:
        return ""


def _same_host(base: str, href: str) -> str:
    wanted = urljoin(base, href)
    old, new = urlsplit(base), urlsplit(wanted)
    if (old.scheme, old.netloc) != (new.scheme, new.netloc):
        raise UserError(
            say("The server sends us to {host}: the password is not sent there. If that "
                "is right, enter that address.", host=new.hostname or "?")
        )  # fmt: skip
    return wanted


def _books_at(ask: _Ask, place: str) -> list[AddressBook]:
    try:
        at, tree = ask("PROPFIND", place, _propfind("d:resourcetype", "d:displayname"), "1")
    except _NotHereError:
        return []
    found = []
    for answer in tree.iter(f"{_DAV}response"):
        if answer.find(f".//{_DAV}resourcetype/{_CARD}addressbook") is None:
            continue
        href = answer.findtext(f"{_DAV}href", "").strip()
        name = answer.findtext(f".//{_DAV}displayname", "").strip()
        last = unquote(href.rstrip("/").rpartition("/")[2])
        found.append(AddressBook(_same_host(at, href), " ".join((name or last).split())[:120]))
    return found


# Reading ----------------------------------------------------------------------------------------


def _cards_of(ask: _Ask, url: str) -> list[str]:
    at, tree = ask("PROPFIND", url, _propfind("d:getcontenttype", "d:resourcetype"), "1")
    found = []
    for answer in tree.iter(f"{_DAV}response"):
        href = answer.findtext(f"{_DAV}href", "").strip()
        if answer.find(f".//{_DAV}resourcetype/{_DAV}collection") is not None or not href:
            continue
        kind = answer.findtext(f".//{_DAV}getcontenttype", "").lower()
        if "vcard" in kind or href.lower().endswith(".vcf"):
            found.append(urlsplit(_same_host(at, href)).path)
    return list(dict.fromkeys(found))


def _multiget(ask: _Ask, url: str, names: list[str]) -> list[bytes]:
    from xml.sax.saxutils import escape

    hrefs = "".join(f"<d:href>{escape(n)}</d:href>" for n in names)
    body = (
        '<?xml version="1.0" encoding="utf-8"?><c:addressbook-multiget xmlns:d="DAV:"'
        ' xmlns:c="urn:ietf:params:xml:ns:carddav"><d:prop><c:address-data/></d:prop>'
        f"{hrefs}</c:addressbook-multiget>"
    )
    _at, tree = ask("REPORT", url, body, "1")
    texts = (e.text or "" for e in tree.iter(f"{_CARD}address-data"))
    return [text.encode() for text in texts if text.strip()]
