"""One calendar on a CalDAV server (RFC 4791), spoken to with distrust. Called from workers only.

The password goes to the very server it was entered for: over TLS (or to this machine), never
after a redirect elsewhere, never by a proxy of the environment. What a server answers is cut at
a size and at a time; what it names is used only inside the calendar we made.

`caldav` is imported when the first word is spoken: it costs more than the whole page of Today.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from time import monotonic
from typing import Any, Self
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from vipdesk import log
from vipdesk.channels.transport import is_this_machine
from vipdesk.errors import UserError
from vipdesk.wording import say

_WAIT = 15.0  # for one answer to begin, and between its pieces
_WHOLE = 45.0  # for one answer to be there
_MOST_BYTES = 8_000_000
_MOST_OBJECTS = 5_000
_OURS = re.compile(r"vipdesk-[0-9a-f-]{36}\.ics")
_MOVED = frozenset({301, 302, 303, 307, 308})
_CALENDAR = (
    '<?xml version="1.0" encoding="utf-8"?>'
    '<C:mkcalendar xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav"><D:set><D:prop>'
    "<D:displayname>VIP Desk</D:displayname><C:supported-calendar-component-set>"
    '<C:comp name="VEVENT"/></C:supported-calendar-component-set>'
    "</D:prop></D:set></C:mkcalendar>"
)


class Gone(Exception):
    """The calendar is not on the server any more."""


class Moved(Exception):
    """An object changed on the server between looking and writing (RFC 9110 §15.5.13)."""


class _Elsewhere(Exception):
    """The server sends us to another place."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where, and by whom. `repr` hides nothing secret: there is no password in it."""

    url: str
    login: str


def checked_url(typed: str) -> str:
    """The address as it is used. Raises `UserError` on 'url'."""
    url = typed.strip()
    if "://" not in url:
        url = f"https://{url}"
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        parts, port = SplitResult("", "", "", "", ""), None
    if parts.scheme not in {"https", "http"} or not parts.hostname or port == 0:
        raise UserError(
            say("Enter the address of the calendar server, like https://cloud.example.com/dav."),
            field="url",
        )
    if parts.scheme == "http" and not is_this_machine(parts.hostname):
        raise UserError(
            say("The password only goes out encrypted: the address begins with https."),
            field="url",
        )
    if parts.username or parts.password or parts.query or parts.fragment:
        raise UserError(
            say("Enter the address alone: the login and the password have fields of their own."),
            field="url",
        )
    return url


class CalendarServer:
    """A sitting with one server. Use it as a context; `hang_up` may come from another thread."""

    def __init__(self, address: Address, password: str) -> None:
        """Nothing is sent yet."""
        self._url = checked_url(address.url)
        self._address, self._password = address, password
        self._client: Any = None

    def __enter__(self) -> Self:
        quiet = logging.getLogger("caldav")  # its log holds addresses and answers
        quiet.propagate = False
        quiet.setLevel(logging.CRITICAL + 1)
        from caldav.davclient import DAVClient

        self._client = DAVClient(
            url=self._url, username=self._address.login, password=self._password,
            timeout=int(_WAIT), enable_rfc6764=False, rate_limit_handle=False,
        )  # fmt: skip
        self._client.session.close()
        self._client.session = _session()
        return self

    def __exit__(self, *_: object) -> None:
        if self._client is not None:
            self._client.close()
            self._client = None

    def find_home(self) -> str:
        """The collection in which this login keeps its calendars (RFC 4791 §6.2.1)."""
        with _said():
            home = self._open().principal().calendar_home_set.url
            return self._same(str(home))

    def make_calendar(self, url: str) -> None:
        """Make our calendar. It being there already is as good: its name is ours alone."""
        with _said():
            self._same(url)
            status = self._checked(self._open().mkcalendar(url, _CALENDAR))
            if status not in {200, 201, 405}:
                raise ValueError(status)

    def list_ours(self, calendar: str) -> dict[str, str]:
        """The names of our objects with their ETags; what others put there is not looked at."""
        with _said():
            found = self._open().propfind(self._same(calendar), props=["{DAV:}getetag"], depth=1)
            if self._checked(found) != 207:
                raise ValueError(found.status)
            ours: dict[str, str] = {}
            for one in found.results or ():
                name = str(one.href).rstrip("/").rpartition("/")[2]
                etag = one.properties.get("{DAV:}getetag")
                if _OURS.fullmatch(name) and isinstance(etag, str) and _is_etag(etag):
                    ours[name] = etag
                if len(ours) > _MOST_OBJECTS:
                    raise ValueError(_MOST_OBJECTS)
            return ours

    def put(self, calendar: str, name: str, body: bytes, etag: str | None) -> None:
        """Write one object: a new one (`etag` None), or in place of the one with this ETag."""
        headers = {"Content-Type": "text/calendar; charset=utf-8"}
        headers |= {"If-None-Match": "*"} if etag is None else {"If-Match": etag}
        with _said():
            url = self._object(calendar, name)
            status = self._checked(self._open().put(url, body.decode(), headers))
            if status not in {200, 201, 204}:
                raise ValueError(status)

    def remove(self, calendar: str, name: str, etag: str) -> None:
        """Remove one of our objects, if it is still the one that was seen. Gone is as good."""
        with _said():
            url = self._object(calendar, name)
            try:
                status = self._checked(self._open().delete(url, {"If-Match": etag}))
            except Gone:
                return
            if status not in {200, 202, 204}:
                raise ValueError(status)

    def _open(self) -> Any:
        if self._client is None:
            raise RuntimeError("not entered")
        return self._client

    def _object(self, calendar: str, name: str) -> str:
        if not _OURS.fullmatch(name):
            raise ValueError(name)
        return urljoin(self._same(calendar), quote(name))

    def _same(self, url: str) -> str:
        """An absolute address of the very server the password was entered for, or a refusal."""
        whole = urljoin(self._url, url)
        if _origin(whole) != _origin(self._url):
            raise _Elsewhere
        return whole if whole.endswith("/") or _OURS.search(whole) else f"{whole}/"

    @staticmethod
    def _checked(answer: Any) -> int:
        status = int(answer.status)
        if status in {404, 410}:
            raise Gone
        if status == 412:
            raise Moved
        return status


def object_name(uid: object) -> str:
    """The name of an entry's object: what we made, and nothing else, looks like this."""
    return f"vipdesk-{uid}.ics"


def _is_etag(etag: str) -> bool:
    """A header's value and no more (RFC 9110 §8.8.3)."""
    return 0 < len(etag) < 500 and etag.isascii() and etag.isprintable()


def _origin(url: str) -> tuple[str, str, int]:
    parts = urlsplit(url)
    port = parts.port or {"https": 443, "http": 80}.get(parts.scheme, 0)
    return parts.scheme, (parts.hostname or "").lower(), port


def _session() -> Any:
    """No redirects, no proxies or .netrc of the environment, answers of a bounded size and time."""
    import niquests

    class Guarded(niquests.Session):
        """What `caldav` speaks through."""

        def request(self, method: str, url: str, **how: Any) -> Any:  # type: ignore[override]
            """As `niquests.Session.request`."""
            how |= {"allow_redirects": False, "stream": True}
            answer = super().request(method, url, **how)
            if answer.status_code in _MOVED:
                answer.close()
                raise _Elsewhere
            until, whole = monotonic() + _WHOLE, bytearray()
            for piece in answer.iter_content(65_536):
                whole += piece
                if len(whole) > _MOST_BYTES or monotonic() > until:
                    answer.close()
                    raise ValueError(len(whole))
            # As its own `content` keeps what it has read whole.
            answer._content, answer._content_consumed = bytes(whole), True  # noqa: SLF001
            return answer

    session = Guarded(disable_http3=True)
    session.trust_env = False
    return session


@contextmanager
def _said() -> Iterator[None]:
    """One sentence for whatever went wrong; what a server said goes nowhere."""
    try:
        yield
    except (Gone, Moved, UserError):
        raise
    except _Elsewhere:
        raise UserError(
            say("The calendar server sends the desk to another place. Enter that address itself.")
        ) from None
    except Exception as error:  # noqa: BLE001 a hostile answer may trip any library
        log.info("calendar.failed", kind=type(error).__name__)
        raise _sentence(error) from None


def _sentence(error: Exception) -> UserError:
    from caldav.lib.error import AuthorizationError, NotFoundError, RateLimitError
    from niquests.exceptions import ConnectionError as Unreachable
    from niquests.exceptions import SSLError, Timeout

    if isinstance(error, AuthorizationError):
        return UserError(
            say("The calendar server refuses this login or password."), field="password"
        )
    if isinstance(error, SSLError):
        return UserError(
            say("The calendar server’s certificate is not to be trusted. Nothing was sent.")
        )
    if isinstance(error, (Unreachable, Timeout, RateLimitError, OSError)):
        return UserError(
            say("The calendar server does not answer. The desk tries again by itself.")
        )
    if isinstance(error, NotFoundError):
        return UserError(say("There are no calendars at this address."), field="url")
    return UserError(
        say("The answer is not one of a calendar server. Check its address."), field="url"
    )
