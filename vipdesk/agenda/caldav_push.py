"""One's own agenda kept in a calendar of one's own server, by itself (CalDAV, RFC 4791).

The calendar is the desk's: made by it, and only what it put there is changed or removed. What
the server holds is compared with what should be there, each time anew; so a push that broke off
leaves whole entries, and the next one goes on. The login and the password stay in the person's
own vault, sealed.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin
from uuid import UUID, uuid4

from vipdesk.access.keeper import keep_own, kept_own
from vipdesk.agenda.calendar_file import Told, calendar_object
from vipdesk.agenda.calendar_server import (
    Address,
    CalendarServer,
    Gone,
    Moved,
    checked_url,
    object_name,
)
from vipdesk.agenda.week import list_entries
from vipdesk.changes import Changes
from vipdesk.errors import UserError
from vipdesk.paths import resources
from vipdesk.wording import Lang, Say, Words, say

if TYPE_CHECKING:
    from vipdesk.access import Office
    from vipdesk.agenda.week import Entry

PUSHED = "calendar_push"
"""Not a table: 'the calendar was pushed', for the card in Settings."""
EVERY = timedelta(minutes=15)
_BACK, _DAYS = 7, 67  # from a week ago to two months ahead
_ACCOUNT, _STATE = "calendar", "calendar state"
_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)
_NOBODY = UUID(int=0)


@dataclass(frozen=True, slots=True)
class CalendarAccount:
    """Where one's own agenda goes. `on`: by itself; `lang`: of the words in it."""

    url: str
    login: str
    password: str = field(repr=False, default="")
    told: Told = Told.INITIALS
    on: bool = True
    lang: Lang = Lang.RU


@dataclass(frozen=True, slots=True)
class PushState:
    """How it stands: when it last went well, when it was last tried, what was wrong (a `Say`'s
    text). `digests`: what was put, by the name of its object.
    """

    calendar: str = ""
    at: datetime | None = None
    tried_at: datetime | None = None
    problem: str = ""
    digests: dict[str, str] = field(default_factory=dict)

    @property
    def said(self) -> Say | None:
        """What was wrong, to be shown."""
        return Say(self.problem) if self.problem else None


@dataclass(frozen=True, slots=True)
class Pushed:
    """What a push did on the server."""

    added: int = 0
    changed: int = 0
    removed: int = 0


def get_account(office: Office) -> CalendarAccount | None:
    """The account without its password; None where there is none."""
    account = _account(office)
    return None if account is None else replace(account, password="")


def get_state(office: Office) -> PushState:
    """How the last push went."""
    kept = kept_own(office, _STATE)
    if kept is None:
        return PushState()
    data = json.loads(kept)
    return PushState(
        data["calendar"], _moment(data["at"]), _moment(data["tried_at"]), data["problem"],
        data["digests"],
    )  # fmt: skip


def change_account(office: Office, account: CalendarAccount) -> None:
    """Keep where the agenda goes. An empty password keeps the one that is there, for the same
    server and login alone. Raises `UserError` on 'url', 'login' or 'password'.
    """
    url, login = checked_url(account.url), account.login.strip()
    if not login:
        raise UserError(say("Enter the login."), field="login")
    before = _account(office)
    same = before is not None and (before.url, before.login) == (url, login)
    password = account.password or (before.password if before is not None and same else "")
    if not password:
        raise UserError(say("Enter the password for this server."), field="password")
    kept = replace(account, url=url, login=login, password=password)
    keep_own(office, _ACCOUNT, json.dumps(asdict(kept)).encode())
    if not same:
        _keep(office, PushState())


def push(office: Office, *, zone: tzinfo | None = None) -> Pushed:
    """Make the calendar on the server show the agenda. Slow: from a worker, never in a session.

    Raises `UserError` with one sentence; what was done until then stays, whole entries all.
    """
    account = _account(office)
    if account is None:
        raise UserError(say("Enter the address of your calendar server first."))
    wanted = _wanted(office, account, Words(account.lang, resources() / "i18n"), zone)
    state = get_state(office)
    now = office.clock.now()
    try:
        with CalendarServer(Address(account.url, account.login), account.password) as server:
            state = _at_home(office, server, state)
            done, state = _bring(server, state, wanted)
    except UserError as error:
        failed = replace(get_state(office), tried_at=now, problem=error.say.text)
        _keep(office, failed)
        raise
    _keep(office, replace(state, at=now, tried_at=now, problem=""))
    return done


def push_if_due(office: Office, *, zone: tzinfo | None = None) -> Changes:
    """For the tick: a push every quarter of an hour where one is wished. Its trouble is kept for
    the card, and troubles nobody else.
    """
    account = _account(office) if office.own_vault is not None else None
    if account is None or not account.on:
        return Changes()
    tried = get_state(office).tried_at
    if tried is not None and office.clock.now() - tried < EVERY:
        return Changes()
    with suppress(UserError):  # it is in the state
        push(office, zone=zone)
    return Changes(frozenset({(PUSHED, _NOBODY)}))


def empty(office: Office) -> int:
    """Take everything of ours off the server and stop. Returns how many entries were taken."""
    account, state = _account(office), get_state(office)
    if account is None:
        return 0
    taken = 0
    if state.calendar:
        with CalendarServer(Address(account.url, account.login), account.password) as server:
            try:
                for name, etag in server.list_ours(state.calendar).items():
                    server.remove(state.calendar, name, etag)
                    taken += 1
            except Gone:
                pass
            except Moved:
                raise _changing() from None
    keep_own(office, _ACCOUNT, json.dumps(asdict(replace(account, on=False))).encode())
    _keep(office, replace(state, digests={}, problem=""))
    return taken


def _at_home(office: Office, server: CalendarServer, state: PushState) -> PushState:
    """Our calendar is there. Its name is kept before it is made: made twice it is one."""
    if state.calendar:
        return state
    url = urljoin(server.find_home(), f"vipdesk-{uuid4()}/")
    state = PushState(calendar=url, tried_at=state.tried_at)
    _keep(office, state)
    server.make_calendar(url)
    return state


def _bring(
    server: CalendarServer, state: PushState, wanted: dict[str, tuple[str, bytes]]
) -> tuple[Pushed, PushState]:
    """Twice at most: somebody may write at the same time."""
    try:
        return _bring_once(server, state, wanted)
    except Gone:
        # Removed by hand, or never made: it is made again under the same name.
        server.make_calendar(state.calendar)
        state = replace(state, digests={})
    except Moved:
        pass
    try:
        return _bring_once(server, state, wanted)
    except (Gone, Moved):
        raise _changing() from None


def _bring_once(
    server: CalendarServer, state: PushState, wanted: dict[str, tuple[str, bytes]]
) -> tuple[Pushed, PushState]:
    there = server.list_ours(state.calendar)
    added = changed = removed = 0
    seen: dict[str, str] = {}
    for name, (digest, body) in wanted.items():
        etag = there.get(name)
        # An entry that somebody changed there has another ETag: it is written anew.
        if etag is not None and state.digests.get(name) == _mark(digest, etag):
            continue
        server.put(state.calendar, name, body, etag)
        added, changed = added + (etag is None), changed + (etag is not None)
    for name in there.keys() - wanted.keys():
        server.remove(state.calendar, name, there[name])
        removed += 1
    if added or changed or removed:
        there = server.list_ours(state.calendar)  # a server may change what it is given
    for name, (digest, _body) in wanted.items():
        if name in there:
            seen[name] = _mark(digest, there[name])
    return Pushed(added, changed, removed), replace(state, digests=seen)


def _mark(digest: str, etag: str) -> str:
    return f"{digest} {hashlib.sha256(etag.encode()).hexdigest()[:16]}"


def _wanted(
    office: Office, account: CalendarAccount, words: Words, zone: tzinfo | None
) -> dict[str, tuple[str, bytes]]:
    now = office.clock.now()
    first = now.astimezone(zone).date() - timedelta(days=_BACK)
    entries = office.read(lambda desk: list_entries(desk, first, days=_DAYS, zone=zone))

    def made(entry: Entry, at: datetime) -> bytes:
        return calendar_object(entry, now=at, told=account.told, words=words)

    return {
        object_name(e.uid): (hashlib.sha256(made(e, _EPOCH)).hexdigest()[:32], made(e, now))
        for e in entries
    }


def _account(office: Office) -> CalendarAccount | None:
    kept = kept_own(office, _ACCOUNT)
    if kept is None:
        return None
    data: dict[str, Any] = json.loads(kept)
    return CalendarAccount(
        data["url"], data["login"], data["password"], Told(data["told"]), bool(data["on"]),
        Lang(data["lang"]),
    )  # fmt: skip


def _keep(office: Office, state: PushState) -> None:
    data = asdict(state)
    for name in ("at", "tried_at"):
        data[name] = data[name].isoformat() if data[name] is not None else None
    keep_own(office, _STATE, json.dumps(data).encode(), noted=False)


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _changing() -> UserError:
    return UserError(
        say("Somebody else is changing this calendar. The desk tries again by itself.")
    )
