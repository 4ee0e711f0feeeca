"""What waits in the outbox and why: for Today and for the sheet that shows it all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, case, func, or_, select

from vipdesk.access import Desk
from vipdesk.access.sight import in_care_of
from vipdesk.channels.contact import known_of, policy_of
from vipdesk.channels.failures import said_failure
from vipdesk.channels.known import ContactVerdict, Known, Policy, Reason
from vipdesk.channels.outbox import find, table
from vipdesk.channels.overruling import Refusal, read, refusals, verdict_beside
from vipdesk.clients.names import Name
from vipdesk.models import Client, OutboxMessage
from vipdesk.vocabulary import Channel, OutboxKind, OutboxState, Role, Topic
from vipdesk.wording import Say

WAITING = (
    OutboxState.REVIEW,
    OutboxState.FAILED,
    OutboxState.TO_DO,
    OutboxState.HELD,
    OutboxState.QUEUED,
    OutboxState.CLAIMED,
)
# Who sees the whole shared outbox; a manager sees what concerns own clients or own hand.
_SEES_ALL = frozenset({Role.COORDINATOR, Role.HEAD, Role.EXECUTIVE, Role.ADMINISTRATOR})
_SEES_PRIVATE = frozenset({Role.HEAD, Role.EXECUTIVE})


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A message that has not left. `verdict` is the gate's answer at this moment.

    `error`: why the last attempt failed. `against`: all that still stands against it.
    `not_before` (UTC): when it may leave or is asked again. `address`: where it goes;
    `speak_to`: the assistant, where that is the wish.
    """

    id: UUID
    private: bool
    client_id: UUID
    name: Name
    kind: OutboxKind
    channel: Channel
    topic: Topic
    state: OutboxState
    address: str
    not_before: datetime
    made_at: datetime
    verdict: ContactVerdict
    error: Say | None
    by_override: bool
    against: tuple[Refusal, ...] = ()

    @property
    def speak_to(self) -> str:
        """The assistant's name, or ''."""
        return self.verdict.via.name if self.verdict.via else ""


@dataclass(frozen=True, slots=True)
class FoundMessage:
    """A waiting message before the gate was asked; `judged` makes its line."""

    private: bool
    row: Any

    @property
    def client_id(self) -> UUID:
        """Of whom the gate has to know."""
        found: UUID = self.row.client_id
        return found

    def judged(self, known: Known, policy: Policy, now: datetime) -> WaitingRow:
        """With the gate's answer at this moment."""
        r = self.row
        way = (known, policy, r.channel, r.topic, now)
        overruled = read(r.overruled)
        return WaitingRow(
            id=r.id,
            private=self.private,
            client_id=r.client_id,
            name=Name(
                r.surname, r.given, r.patronymic, r.latin_name, r.title, r.gender, r.address_form
            ),
            kind=r.kind,
            channel=r.channel,
            topic=r.topic,
            state=r.state,
            address=r.address,
            not_before=r.not_before,
            made_at=r.made_at,
            verdict=verdict_beside(*way, overruled),
            error=said_failure(r.error_code),
            by_override=bool(r.override_reason),
            against=_still(way, overruled) if r.state is OutboxState.HELD else (),
        )


def _still(way: tuple[Any, ...], overruled: frozenset[Reason]) -> tuple[Refusal, ...]:
    return tuple(r for r in refusals(*way) if r.code not in overruled)


def list_waiting(
    desk: Desk,
    *,
    states: Iterable[OutboxState] = WAITING,
    private: bool = False,
    limit: int = 200,
) -> tuple[WaitingRow, ...]:
    """Messages in these states: what needs a person first, then by their moment."""
    found = find_waiting(desk, states=states, private=private, limit=limit)
    policy = policy_of(desk)
    known = known_of(desk, {f.client_id for f in found}, desk.now, policy)
    return tuple(f.judged(known[f.client_id], policy, desk.now) for f in found)


def find_waiting(
    desk: Desk,
    *,
    states: Iterable[OutboxState] = WAITING,
    private: bool = False,
    limit: int = 200,
) -> tuple[FoundMessage, ...]:
    """As `list_waiting`, for who asks the gate for several lists at once."""
    outbox = table(private=private)
    order = case({state.value: n for n, state in enumerate(WAITING)}, value=outbox.state)
    query = (
        select(
            outbox.id,
            outbox.client_id,
            outbox.kind,
            outbox.channel,
            outbox.topic,
            outbox.state,
            outbox.address,
            outbox.not_before,
            outbox.made_at,
            outbox.error_code,
            outbox.override_reason,
            outbox.overruled,
            Client.surname,
            Client.given,
            Client.patronymic,
            Client.latin_name,
            Client.title,
            Client.gender,
            Client.address_form,
        )
        .join(Client, Client.id == outbox.client_id)
        .where(outbox.state.in_(tuple(states)), _visible(desk, private=private))
        .order_by(order, outbox.not_before, outbox.id)
        .limit(limit)
    )
    return tuple(FoundMessage(private, row) for row in desk.session.execute(query))


def count_waiting(desk: Desk, *, private: bool = False) -> dict[OutboxState, int]:
    """How many messages wait, by state."""
    outbox = table(private=private)
    query = (
        select(outbox.state, func.count())
        .join(Client, Client.id == outbox.client_id)
        .where(outbox.state.in_(WAITING), _visible(desk, private=private))
        .group_by(outbox.state)
    )
    return {row[0]: row[1] for row in desk.session.execute(query)}


@dataclass(frozen=True, slots=True)
class Content:
    """What a message says. `pdf` for a letter; `text` for the others, `subject` for mail."""

    kind: OutboxKind
    address: str
    subject: str = ""
    text: str = ""
    pdf: bytes = b""


def get_content(desk: Desk, message_id: UUID, *, private: bool = False) -> Content:
    """What would leave, to be read before. Raises `NotFound`."""
    row = find(desk, message_id, private=private)
    match row.kind:
        case OutboxKind.LETTER:
            return Content(row.kind, row.address, pdf=row.content)
        case OutboxKind.MAIL:
            from vipdesk.channels import mail

            subject, text = mail.subject_of(row.content), mail.text_of(row.content)
            return Content(row.kind, row.address, subject, text)
    return Content(row.kind, row.address, text=row.content.decode(errors="replace"))


def _visible(desk: Desk, *, private: bool) -> ColumnElement[bool]:
    outbox = table(private=private)
    me = desk.actor.id
    if desk.actor.role in (_SEES_PRIVATE if private else _SEES_ALL):
        return outbox.id.is_not(None)
    if private or not issubclass(outbox, OutboxMessage):
        # Around the manager, if it must be: only what this person wrote.
        return outbox.made_by_id == me
    return or_(outbox.made_by_id == me, in_care_of(me, desk.now))
