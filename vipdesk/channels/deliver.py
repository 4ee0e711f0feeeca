"""Sends what is due: claimed in one short transaction, sent outside of any, recorded in another.

A database transaction never stays open while a mail server thinks. If the desk dies between
the server's answer and our record, the claim runs out and the mail goes to review.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import partial
from time import monotonic
from typing import Protocol, TypeVar

from sqlalchemy import exists, or_, select

from vipdesk import log
from vipdesk.access import Desk
from vipdesk.changes import Changes
from vipdesk.channels import claims
from vipdesk.channels.account import open_account
from vipdesk.channels.claims import LEASE, Claim
from vipdesk.channels.failures import Outcome, SendFailure
from vipdesk.channels.mail import check_mail
from vipdesk.channels.outbox import table
from vipdesk.channels.transport import Account, Line, Transport
from vipdesk.errors import UserError
from vipdesk.vocabulary import OutboxKind, OutboxState

T = TypeVar("T")
_BATCH = 10
_TOGETHER = 0.2  # seconds


class Door(Protocol):
    """Reads and writes of one person at work: `access.Office`."""

    def read(self, work: Callable[[Desk], T], /) -> T:
        """Run a read."""
        ...

    def write(self, work: Callable[[Desk], T], /) -> tuple[T, Changes]:
        """Run a write in a transaction of its own."""
        ...


@dataclass(frozen=True, slots=True)
class Delivered:
    """What one round did. `stopped`: the code of the account's trouble, or ''."""

    moved: int = 0
    sent: int = 0
    failed: int = 0
    review: int = 0
    stopped: str = ""
    changes: Changes = Changes()  # noqa: RUF009 frozen and empty

    @property
    def tried(self) -> int:
        """How many mails were given to the server."""
        return self.sent + self.failed + self.review


def deliver_due(
    office: Door,
    transport: Transport,
    *,
    private: bool = False,
    lease: timedelta = LEASE,
    stop: Callable[[], bool] = lambda: False,
) -> Delivered:
    """One round: held → queued, queued → sent. `stop()` is asked between mails.

    Never raises for what a mail server does; what it did is in the rows and in the result.
    """
    done = Delivered()
    if not office.read(partial(_anything_to_release, private=private)):
        moved, changes = 0, Changes()
    else:
        moved, changes = office.write(partial(claims.release_due, private=private))
    done = replace(done, moved=moved, changes=changes)
    while not stop() and not done.stopped:
        if not office.read(partial(_anything_to_send, private=private)):
            break
        try:
            account = office.read(open_account)
        except UserError:
            return replace(done, stopped="no_account")
        if account is None:
            return replace(done, stopped="no_account")
        started = monotonic()
        taken, changes = office.write(
            partial(claims.claim, limit=_BATCH, lease=lease, private=private)
        )
        before = done = replace(done, changes=done.changes | changes)
        until = _Until(started + lease.total_seconds() / 2, stop)
        if taken:
            done = _send_batch(office, transport, account, taken, done, until)
        if done.tried == before.tried:  # another desk holds them, or the time is up
            break
    return done


@dataclass(frozen=True, slots=True)
class _Until:
    """When to stop beginning new mails: half the lease is kept for the one on its way."""

    end: float
    stop: Callable[[], bool]

    def reached(self) -> bool:
        return monotonic() >= self.end or self.stop()


def _send_batch(
    office: Door,
    transport: Transport,
    account: Account,
    taken: tuple[Claim, ...],
    done: Delivered,
    until: _Until,
) -> Delivered:
    left, book = list(taken), _Book(office, done)
    try:
        with transport.connect(account) as line:
            try:
                _send_all(line, account, left, book, until)
            finally:
                book.write_sent()
    except SendFailure as failure:
        log.info("outbox.no_line", code=failure.code)
        for one in left:
            book.add_failed(one, failure)
        return replace(book.done, stopped=failure.code)
    for one in left:
        _, changes = office.write(partial(claims.give_back, claimed=one))
        book.done = replace(book.done, changes=book.done.changes | changes)
    return book.done


def _send_all(line: Line, account: Account, left: list[Claim], book: _Book, until: _Until) -> None:
    """Takes from `left` what was tried."""
    while left and not until.reached():
        one = left.pop(0)
        failure = _send_one(line, account, one)
        if failure is None:
            book.add_sent(one)
            continue
        book.write_sent()
        book.add_failed(one, failure)
        if failure.account or failure.outcome is Outcome.REVIEW:
            break  # the line is gone; the next round opens another


@dataclass(slots=True)
class _Book:
    """Writes down what became of each: what left soon after another, together.

    A transaction costs more than a mail. What a desk that dies has not written down, a person
    looks at: so it is ten mails of a quick server at most, and of a slow one each by itself.
    """

    office: Door
    done: Delivered
    sent: list[Claim] = field(default_factory=list)
    since: float = 0.0

    def add_sent(self, one: Claim) -> None:
        """The server took it."""
        self.sent.append(one)
        self.since = self.since or monotonic()
        if len(self.sent) >= _BATCH or monotonic() - self.since >= _TOGETHER:
            self.write_sent()

    def write_sent(self) -> None:
        """Write down all that left."""
        together, self.sent, self.since = tuple(self.sent), [], 0.0
        if together:
            _, changes = self.office.write(partial(claims.mark_all_sent, claimed=together))
            done = self.done
            self.done = replace(
                done, sent=done.sent + len(together), changes=done.changes | changes
            )

    def add_failed(self, one: Claim, failure: SendFailure) -> None:
        """It did not leave, or nobody knows."""
        log.info("outbox.not_sent", message=one.id, code=failure.code)
        _, changes = self.office.write(partial(claims.mark_failed, claimed=one, failure=failure))
        review, done = failure.outcome is Outcome.REVIEW, self.done
        self.done = replace(
            done,
            failed=done.failed + (not review),
            review=done.review + review,
            stopped=failure.code if failure.account else done.stopped,
            changes=done.changes | changes,
        )


def _send_one(line: Line, account: Account, one: Claim) -> SendFailure | None:
    try:
        check_mail(one.content, one.address)
        line.send(sender=account.address, to=one.address, content=one.content)
    except SendFailure as failure:
        return failure
    except (ValueError, UserError):
        return SendFailure("bad_message", Outcome.FAIL)
    return None


def _anything_to_release(desk: Desk, *, private: bool) -> bool:
    outbox = table(private=private)
    due = (outbox.state == OutboxState.HELD) & (outbox.not_before <= desk.now)
    query = select(exists().where(or_(due, outbox.state == OutboxState.CLAIMED)))
    return bool(desk.session.scalar(query))


def _anything_to_send(desk: Desk, *, private: bool) -> bool:
    outbox = table(private=private)
    query = select(
        exists().where(
            outbox.state == OutboxState.QUEUED,
            outbox.kind == OutboxKind.MAIL,
            outbox.not_before <= desk.now,
        )
    )
    return bool(desk.session.scalar(query))
