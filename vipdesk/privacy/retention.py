"""Retention: what is older than its rule is emptied or erased. First a dry run, then a reason.

`privacy.rules` says how long; here is what each rule means. A restricted client is passed
over (the data is kept because somebody wants it kept), and so is a client who left with an
open complaint. Figures stay: only words, mails and contents go.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any, cast
from uuid import UUID

from sqlalchemy import ColumnElement, and_, delete, false, func, or_, select, text, true, update

from vipdesk.access import Desk
from vipdesk.access.exports import checked_reason
from vipdesk.access.safeguard import safeguarded
from vipdesk.errors import UserError
from vipdesk.models import (
    CaseEvent,
    CasePaper,
    Client,
    CompensationGrant,
    CompensationOption,
    Complaint,
    ComplaintFlag,
    ComplaintPause,
    ComplaintPromise,
    ContactPoint,
    DepartmentTask,
    DoorScan,
    Draft,
    FollowUp,
    HealthSnapshot,
    Interaction,
    Invitation,
    Letter,
    OutboxMessage,
    PrivateDraft,
    PrivateMessage,
    Reply,
    RootCause,
)
from vipdesk.privacy.beside import note_after_commit
from vipdesk.privacy.erasure import erase_rows
from vipdesk.privacy.holdings import HOLDINGS, WAITING, holding
from vipdesk.privacy.rules import RuleCode, rules_of
from vipdesk.privacy.sight import need_leader, readable_rows
from vipdesk.store.policies import held_by_database
from vipdesk.store.store import changed
from vipdesk.vocabulary import ComplaintState, ErasureGround
from vipdesk.wording import say

_EXAMPLES = 5
_ANY = UUID(int=0)
_OPEN = tuple(s for s in ComplaintState if s.is_open)
_CASE_WORDS: tuple[Any, ...] = (
    CaseEvent, ComplaintPromise, ComplaintPause, ComplaintFlag, Letter, FollowUp, RootCause,
    CompensationGrant, CompensationOption, DepartmentTask, CasePaper,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class RuleDue:
    """What a rule would do now. `before`: the moment it reaches back to, None: switched off.

    `examples`: at most five keys of rows; nothing personal.
    """

    code: RuleCode
    days: int | None
    before: datetime | None
    count: int
    examples: tuple[UUID, ...]


def preview_retention(desk: Desk) -> tuple[RuleDue, ...]:
    """The dry run: each rule with its count and a few keys. Nothing is changed."""
    need_leader(desk)
    return tuple(_due(desk, code) for code in RuleCode)


@safeguarded("erasure")
def run_retention(desk: Desk, *, codes: Collection[RuleCode], reason: str) -> dict[RuleCode, int]:
    """Do what the dry run said, for the rules chosen. Returns how many rows each one took.

    The reason stands in the journal for good: no names in it. Raises `UserError` where
    nothing was chosen or the reason is missing.
    """
    need_leader(desk)
    if not codes:
        raise UserError(say("Choose at least one rule."), field="codes")
    why = checked_reason(reason)
    done: dict[RuleCode, int] = {}
    if desk.session.get_bind().dialect.name == "sqlite":
        desk.session.execute(text("PRAGMA secure_delete = ON"))
    for code in (c for c in RuleCode if c in codes):
        due = _due(desk, code)
        if due.before is not None:
            if code is RuleCode.COMPLAINT_CLOSED and held_by_database(desk.session):
                _empty_cases_there(desk, due.before, why)  # writes the journal, too
            else:
                _RUNS[code](desk, due.before)
                fields = (str(code), str(due.count))
                desk.note("run_retention", "retention", None, fields, reason=why)
            for model in _TABLES[code]:  # past the ORM: pages that show them read them again
                changed(desk.session, model.__tablename__, _ANY)
        done[code] = due.count if due.before is not None else 0
    desk.session.expire_all()
    note_after_commit(desk.session, desk.seals)
    return done


def _due(desk: Desk, code: RuleCode) -> RuleDue:
    days = rules_of(desk).rule(code).days
    if days is None:
        return RuleDue(code, None, None, 0, ())
    before = desk.now - timedelta(days=days)
    count, examples = 0, list[UUID]()
    for model in _TABLES[code]:
        due = _CONDITIONS[model](before) & _told(desk, model)
        count += desk.session.scalar(select(func.count()).select_from(model).where(due)) or 0
        keys = select(model.id).where(due).order_by(model.id).limit(_EXAMPLES)
        examples += desk.session.scalars(keys).all()
    return RuleDue(code, days, before, count, tuple(examples[:_EXAMPLES]))


def _told(desk: Desk, model: Any) -> ColumnElement[bool]:
    """What of it may be counted aloud: the rest is done as well, and not spoken of."""
    if model is PrivateDraft:
        return PrivateDraft.staff_id == desk.actor.id
    held = next((h for h in HOLDINGS if h.model is model), None)
    seen = readable_rows(desk, held) if held is not None else true()
    return false() if seen is None else seen


# What is due ------------------------------------------------------------------------------------


def _in_use(client_id: Any) -> ColumnElement[bool]:
    """Of a client whose data is not restricted."""
    restricted = select(Client.id).where(Client.restricted_at.is_not(None))
    return cast("ColumnElement[bool]", client_id.not_in(restricted))


def _old_talks(before: datetime) -> ColumnElement[bool]:
    return and_(Interaction.at < before, Interaction.text != "", _in_use(Interaction.client_id))


def _old_answers(before: datetime) -> ColumnElement[bool]:
    restricted = select(Invitation.id).join(Client, Client.id == Invitation.client_id)
    kept = restricted.where(Client.restricted_at.is_not(None))
    # An answer that found no invitation is a client's by its address.
    theirs = select(ContactPoint.normalised).join(Client, Client.id == ContactPoint.client_id)
    addresses = theirs.where(Client.restricted_at.is_not(None))
    free = or_(
        and_(Reply.invitation_id.is_(None), Reply.attendee.not_in(addresses)),
        Reply.invitation_id.not_in(kept),
    )
    return and_(Reply.received_at < before, Reply.raw.is_not(None), free)


def _old_messages(model: Any) -> Callable[[datetime], ColumnElement[bool]]:
    def due(before: datetime) -> ColumnElement[bool]:
        moment = func.coalesce(model.sent_at, model.made_at, type_=model.made_at.type)
        gone = (moment < before) & model.state.not_in(tuple(WAITING)) & (model.content != b"")
        return cast("ColumnElement[bool]", gone & _in_use(model.client_id))

    return due


def _old_cases(before: datetime) -> ColumnElement[bool]:
    return and_(
        Complaint.state.not_in(_OPEN),
        Complaint.closed_at < before,
        Complaint.words_of_client != _NO_WORDS,
        _in_use(Complaint.client_id),
    )


def _gone_clients(before: datetime) -> ColumnElement[bool]:
    still_open = select(Complaint.client_id).where(Complaint.state.in_(_OPEN))
    return (
        (Client.left_on < _day(before))
        & Client.erased_at.is_(None)
        & Client.restricted_at.is_(None)
        & Client.id.not_in(still_open)
    )


def _old_drafts(model: Any) -> Callable[[datetime], ColumnElement[bool]]:
    def due(before: datetime) -> ColumnElement[bool]:
        return cast("ColumnElement[bool]", model.saved_at < before)

    return due


def _old_health(before: datetime) -> ColumnElement[bool]:
    return (HealthSnapshot.at < before) & _in_use(HealthSnapshot.client_id)


def _old_doors(before: datetime) -> ColumnElement[bool]:
    """Who stood at the door and was on no list: an outsider, whom nobody asked."""
    return (DoorScan.at < before) & (DoorScan.words != "")


def _day(moment: datetime) -> date:
    return moment.astimezone(UTC).date()


_NO_WORDS = holding("complaint").cleared["words_of_client"]
_TABLES: Mapping[RuleCode, tuple[Any, ...]] = {
    RuleCode.INTERACTION_TEXT: (Interaction,),
    RuleCode.REPLY_RAW: (Reply,),
    RuleCode.OUTBOX_CONTENT: (OutboxMessage, PrivateMessage),
    RuleCode.COMPLAINT_CLOSED: (Complaint,),
    RuleCode.CLIENT_LEFT: (Client,),
    RuleCode.DRAFT: (Draft, PrivateDraft),
    RuleCode.HEALTH_SNAPSHOT: (HealthSnapshot,),
    RuleCode.DOOR_WORDS: (DoorScan,),
}
_CONDITIONS: Mapping[Any, Callable[[datetime], ColumnElement[bool]]] = {
    Interaction: _old_talks,
    Reply: _old_answers,
    OutboxMessage: _old_messages(OutboxMessage),
    PrivateMessage: _old_messages(PrivateMessage),
    Complaint: _old_cases,
    Client: _gone_clients,
    Draft: _old_drafts(Draft),
    PrivateDraft: _old_drafts(PrivateDraft),
    HealthSnapshot: _old_health,
    DoorScan: _old_doors,
}


# What is done -----------------------------------------------------------------------------------


def _empty(model: Any, **values: Any) -> Callable[[Desk, datetime], None]:
    """The rows stay, without their words."""

    def run(desk: Desk, before: datetime) -> None:
        _execute(desk, update(model).where(_CONDITIONS[model](before)).values(**values))

    return run


def _remove(*models: Any) -> Callable[[Desk, datetime], None]:
    def run(desk: Desk, before: datetime) -> None:
        for model in models:
            _execute(desk, delete(model).where(_CONDITIONS[model](before)))

    return run


def _empty_messages(desk: Desk, before: datetime) -> None:
    values = dict(holding("outbox_message").cleared)
    del values["message_id"], values["error_code"]  # an answer to it must still find it
    for model in (OutboxMessage, PrivateMessage):
        _execute(desk, update(model).where(_CONDITIONS[model](before)).values(**values))


def _empty_cases_there(desk: Desk, before: datetime, reason: str) -> None:
    """In a team nobody may touch all of them: the database's own procedure does."""
    values = {"before": before, "reason": reason}
    desk.session.execute(text("SELECT vip_api.empty_closed_complaints(:before, :reason)"), values)


def _empty_cases(desk: Desk, before: datetime) -> None:
    cases = desk.session.scalars(select(Complaint.id).where(_old_cases(before))).all()
    for model in _CASE_WORDS:
        values = dict(holding(model.__tablename__).cleared)
        if hasattr(model, "version"):
            values["version"] = model.version + 1
        _execute(desk, update(model).where(model.complaint_id.in_(cases)).values(**values))
    values = dict(holding("complaint").cleared) | {"version": Complaint.version + 1}
    _execute(desk, update(Complaint).where(Complaint.id.in_(cases)).values(**values))


def _erase_gone(desk: Desk, before: datetime) -> None:
    for key in desk.session.scalars(select(Client.id).where(_gone_clients(before))).all():
        erase_rows(desk, key, ground=ErasureGround.RETENTION)
        changed(desk.session, "client", key)


def _execute(desk: Desk, statement: Any) -> None:
    desk.session.execute(statement.execution_options(synchronize_session=False))


_RUNS: Mapping[RuleCode, Callable[[Desk, datetime], None]] = {
    RuleCode.INTERACTION_TEXT: _empty(Interaction, text=""),
    RuleCode.REPLY_RAW: _empty(Reply, raw=None, attendee="", note=""),
    RuleCode.OUTBOX_CONTENT: _empty_messages,
    RuleCode.COMPLAINT_CLOSED: _empty_cases,
    RuleCode.CLIENT_LEFT: _erase_gone,
    RuleCode.DRAFT: _remove(Draft, PrivateDraft),
    RuleCode.HEALTH_SNAPSHOT: _remove(HealthSnapshot),
    RuleCode.DOOR_WORDS: _empty(DoorScan, words=""),
}
