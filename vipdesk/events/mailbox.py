"""The mailbox that answers come to: its account, and taking in what is new in it.

Each mail is taken in together with the place reached, in one transaction: cut off anywhere, the
next reading goes on behind the last mail that counts, and nothing is taken in twice. Where the
server has numbered its mails anew (UIDVALIDITY) all are looked at again; what was taken in before
is known by its content. One claimer reads at a time; who lost the claim stops at the next mail.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol, TypeVar
from uuid import UUID

from sqlalchemy import or_, select, update

from vipdesk import log
from vipdesk.access import Desk
from vipdesk.changes import Changes
from vipdesk.channels.failures import said_failure
from vipdesk.channels.transport import is_this_machine
from vipdesk.errors import UserError
from vipdesk.models import Mailbox
from vipdesk.vocabulary import Role, Verdict
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.events.imap import MailboxAccount, MailboxDoor, MailboxLine

T = TypeVar("T")
SEAL = "mailbox"
EVERY = timedelta(minutes=2)
LEASE = timedelta(minutes=5)
FIRST_DAYS = 30  # how far back the first reading looks
READERS = frozenset({Role.COORDINATOR, Role.HEAD, Role.EXECUTIVE})
"""Who sees every invitation of the club, and so reads for all in a team."""
_SECURITY = ("tls", "starttls", "none")


class Door(Protocol):
    """Reads and writes of one person at work: `access.Office`."""

    def read(self, work: Callable[[Desk], T], /) -> T:
        """Run a read."""
        ...

    def write(self, work: Callable[[Desk], T], /) -> tuple[T, Changes]:
        """Run a write in a transaction of its own."""
        ...


@dataclass(frozen=True, slots=True)
class MailboxState:
    """How it stands: the account without its password, and how the last reading went."""

    account: MailboxAccount | None = None
    looked_at: datetime | None = None
    problem: Say | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """The right to read until it runs out. since: the first reading looks back no further."""

    id: UUID
    fence: int
    uid_validity: int | None
    last_uid: int
    since: date
    account: MailboxAccount


@dataclass(frozen=True, slots=True)
class Looked:
    """What one reading did. `trouble`: a code, ''. tried: it was this desk's turn."""

    tried: bool = False
    taken: int = 0
    counted: int = 0
    review: int = 0
    trouble: str = ""
    changes: Changes = field(default_factory=Changes)


# The account --------------------------------------------------------------------------------


def get_mailbox(desk: Desk) -> MailboxState:
    """For the settings page."""
    row = _row(desk)
    if row is None:
        return MailboxState()
    return MailboxState(_account(row), row.looked_at, said_trouble(row.trouble))


def change_mailbox(desk: Desk, account: MailboxAccount) -> None:
    """Set it up or change it. An empty password keeps the one that is there, for the same server
    and login alone.

    Raises `UserError` with `field` 'host', 'port', 'security', 'login' or 'password'.
    """
    account = _checked(account)
    row = _row(desk)
    same = row is not None and (row.host, row.login) == (account.host, account.login)
    if not account.password and not (same and row is not None and row.password):
        raise UserError(say("Enter the password for this server."), field="password")
    if row is None:
        row = Mailbox(host=account.host, port=account.port)
        desk.session.add(row)
    if (row.host, row.login, row.folder) != (account.host, account.login, account.folder):
        row.uid_validity, row.last_uid = None, 0  # another mailbox: numbers mean nothing here
    row.host, row.port, row.security = account.host, account.port, account.security
    row.login, row.folder = account.login, account.folder
    row.looked_at, row.trouble = None, ""
    desk.session.flush()
    if account.password:
        row.password = desk.sealer(SEAL).seal(account.password.encode(), context=_context(row))
        desk.session.flush()
    desk.note("change_mailbox", "mailbox", row.id, ("host", "login", "folder"))


def open_mailbox(desk: Desk, typed: MailboxAccount | None = None) -> MailboxAccount | None:
    """The account with its password. `typed`: with what is typed, and the password that is kept
    where none is. Raises `UserError` where it cannot be unsealed.
    """
    row = _row(desk)
    if typed is not None and (typed.password or row is None):
        return _checked(typed)
    if row is None:
        return None
    kept = _account(row)
    if typed is not None:
        typed = _checked(typed)
        if (typed.host, typed.login) != (kept.host, kept.login):
            raise UserError(say("Enter the password for this server."), field="password")
        kept = typed
    if row.password is None:
        raise UserError(say("Enter the password for this server."), field="password")
    plain = desk.sealer(SEAL).unseal(row.password, context=_context(row)).decode()
    return replace(kept, password=plain)


def try_mailbox(door: MailboxDoor, account: MailboxAccount) -> None:
    """Sign in, open the folder and hang up; outside of a session. Raises `UserError`."""
    from vipdesk.events.imap import MailboxTrouble

    try:
        with door.connect(account):
            pass
    except MailboxTrouble as trouble:
        raise UserError(
            said_trouble(trouble.code) or say("The mailbox cannot be read."),
            field={"sign_in": "password", "no_folder": "folder"}.get(trouble.code, "host"),
        ) from None


_SAID = {
    "no_folder": say("There is no such folder in the mailbox. Check its name."),
    "odd_answer": say("The mail server answers in a way VIP Desk does not understand."),
}


def said_trouble(code: str) -> Say | None:
    """One sentence for a code; None for no code."""
    return (_SAID.get(code) or said_failure(code)) if code else None


def _checked(account: MailboxAccount) -> MailboxAccount:
    host, login, folder = account.host.strip(), account.login.strip(), account.folder.strip()
    if not host or any(c.isspace() for c in host):
        raise UserError(
            say("Enter the name of the mail server, like imap.example.com."), field="host"
        )
    if not 0 < account.port < 65536:
        raise UserError(say("A port is a number from 1 to 65535."), field="port")
    if account.security not in _SECURITY or (
        account.security == "none" and not is_this_machine(host)
    ):
        raise UserError(
            say("Mail is only read encrypted: choose TLS or STARTTLS."), field="security"
        )
    if not login:
        raise UserError(say("Enter the login."), field="login")
    return replace(account, host=host, login=login, folder=folder or "INBOX")


def _row(desk: Desk) -> Mailbox | None:
    return desk.session.scalars(select(Mailbox).order_by(Mailbox.id).limit(1)).first()


def _account(row: Mailbox) -> MailboxAccount:
    from vipdesk.events.imap import MailboxAccount

    return MailboxAccount(row.host, row.port, row.security, row.login, folder=row.folder)


def _context(row: Mailbox) -> str:
    return f"mailbox:{row.id}"


# Reading ------------------------------------------------------------------------------------


def read_due(
    office: Door,
    door: MailboxDoor,
    *,
    every: timedelta = EVERY,
    stop: Callable[[], bool] = lambda: False,
) -> Looked:
    """Take in what is new, if it is time and nobody else does. `stop()` is asked between mails.

    Never raises for what a mail server does. `UserError` of the database is the caller's.
    """
    from vipdesk.events.imap import MailboxTrouble

    if not office.read(partial(_is_due, every=every)):
        return Looked()
    claim, changes = office.write(partial(_claim, every=every))
    if claim is None:
        return Looked(changes=changes)
    done = Looked(tried=True, changes=changes)
    try:
        with door.connect(claim.account) as line:
            done = _take_all(office, line, claim, done, stop)
    except MailboxTrouble as trouble:
        log.info("mailbox.waits", code=trouble.code)
        done = replace(done, trouble=trouble.code)
    except _LostClaim:
        return done
    _, changes = office.write(partial(_give_back, claim=claim, trouble=done.trouble))
    return replace(done, changes=done.changes | changes)


class _LostClaim(Exception):
    """Somebody else reads by now."""


def _take_all(
    office: Door, line: MailboxLine, claim: Claim, done: Looked, stop: Callable[[], bool]
) -> Looked:
    from vipdesk.events.imap import MailboxTrouble

    validity = line.uid_validity
    same = validity == claim.uid_validity
    first = claim.uid_validity is None
    after = claim.last_uid if same else 0
    for uid in line.uids(after=after, since=claim.since if first else None):
        if stop():
            break
        try:
            raw = line.fetch(uid)
        except MailboxTrouble as trouble:  # what was taken in so far is told
            return replace(done, trouble=trouble.code)
        take = partial(_take, claim=claim, uid=uid, validity=validity, raw=raw)
        verdict, changes = _taken(office, take, uid)
        done = replace(
            done,
            taken=done.taken + (verdict is not None),
            counted=done.counted + (verdict is Verdict.APPLY),
            review=done.review + (verdict in {Verdict.REVIEW, Verdict.QUARANTINE}),
            changes=done.changes | changes,
        )
    return done


def _taken(office: Door, take: Callable[..., Any], uid: int) -> tuple[Verdict | None, Changes]:
    """One mail that breaks us is set aside as it came, so that it stops no other."""
    try:
        return office.write(partial(take, whole=True))
    except (UserError, _LostClaim):
        raise
    except Exception as error:  # noqa: BLE001 no mail may stop the mailbox
        log.failure("mailbox.mail", error, uid=uid)
        return office.write(partial(take, whole=False))


def _is_due(desk: Desk, every: timedelta) -> bool:
    if desk.actor.role not in READERS:
        return False
    row = _row(desk)
    if row is None or row.password is None:
        return False
    now = desk.server_now()
    idle = row.claimed_until is None or row.claimed_until <= now
    # A clock set back must not silence the mailbox.
    rested = row.looked_at is None or not now - every < row.looked_at <= now
    return idle and rested


def _claim(desk: Desk, every: timedelta) -> Claim | None:
    """Whoever changes the row first reads (one statement, so also on PostgreSQL only one)."""
    row, now = _row(desk), desk.server_now()
    if row is None or not _is_due(desk, every):
        return None
    try:
        account = open_mailbox(desk)
    except UserError:  # a desk where nobody entered the password leaves it to the others
        return None
    if account is None:
        return None
    free = or_(Mailbox.claimed_until.is_(None), Mailbox.claimed_until <= now)
    done = desk.session.execute(
        update(Mailbox)
        .where(Mailbox.id == row.id, Mailbox.fence == row.fence, free)
        .values(claimed_until=now + LEASE, fence=Mailbox.fence + 1)
        .execution_options(synchronize_session=False)
    )
    if done.rowcount != 1:  # type: ignore[attr-defined]
        return None
    desk.session.refresh(row)
    since = (now - timedelta(days=FIRST_DAYS)).date()
    return Claim(row.id, row.fence, row.uid_validity, row.last_uid, since, account)


def _take(
    desk: Desk, claim: Claim, uid: int, validity: int, raw: bytes | None, *, whole: bool
) -> Verdict | None:
    """One mail and the place reached, together. None where it was no reply."""
    from vipdesk.events import replies

    row = _held(desk, claim)
    row.uid_validity, row.last_uid = validity, uid
    row.claimed_until = desk.server_now() + LEASE
    if raw is None:  # somebody took it away meanwhile
        return None
    if not whole:
        replies.keep_unread(desk, raw=raw)
        return Verdict.QUARANTINE
    received = replies.receive(desk, raw=raw)
    known = received.reply_id is None or received.duplicate
    return None if known else received.verdict


def _held(desk: Desk, claim: Claim) -> Mailbox:
    row = desk.session.get(Mailbox, claim.id, with_for_update=True, populate_existing=True)
    if row is None or row.fence != claim.fence:
        raise _LostClaim
    return row


def _give_back(desk: Desk, claim: Claim, trouble: str) -> None:
    row = desk.session.get(Mailbox, claim.id)
    if row is not None and row.fence == claim.fence:
        row.claimed_until, row.looked_at, row.trouble = None, desk.server_now(), trouble
