"""What a later letter of a case is written from: its sheet, the draft, what is to be said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.complaints import (
    clocks,
    compensation,
    letter_engine,
    letter_lint,
    letters,
    sight,
    timekeeping,
)
from vipdesk.complaints import steps as step
from vipdesk.complaints.clocks import PromiseLimits, Standing
from vipdesk.complaints.first_reply import ReplyFields
from vipdesk.complaints.letter_engine import Draft, LetterFields
from vipdesk.complaints.letter_kinds import LATER, PLANS, LetterKind
from vipdesk.complaints.letter_lint import Lint
from vipdesk.complaints.policy import rules_of
from vipdesk.complaints.states import Part
from vipdesk.models import Client, Complaint, ComplaintPromise, Letter
from vipdesk.vocabulary import Channel, ComplaintState, PromiseState
from vipdesk.wording import Lang, Say

_S = ComplaintState
_FIT: Mapping[ComplaintState, tuple[LetterKind, ...]] = {
    _S.IN_WORK: (LetterKind.UPDATE, LetterKind.NEW_DATE, LetterKind.ANSWER),
    _S.WAIT_CLIENT: (LetterKind.UPDATE, LetterKind.NEW_DATE),
    _S.ANSWERED: (LetterKind.FINAL, LetterKind.UPDATE),
    _S.RESOLVED: (LetterKind.FOLLOW_UP, LetterKind.THANKS),
    _S.CLOSED: (LetterKind.THANKS,),
}


def kinds_for(state: ComplaintState) -> tuple[LetterKind, ...]:
    """The letters that make sense in a state, the likeliest first; none before the first reply."""
    return _FIT.get(state, ())


@dataclass(frozen=True, slots=True)
class SentLetter:
    """A letter of the case. `sent_at` None: on its way. `rewritten`: how many parts were."""

    id: UUID
    kind: LetterKind
    lang: Lang
    channel: Channel
    body: str
    draft: str
    made_at: datetime
    sent_at: datetime | None
    rewritten: int


@dataclass(frozen=True, slots=True)
class LetterSheet:
    """All that a page needs to write a later letter and to check it while it is typed.

    reply: everything known; its date is the open promise. was: that promise, None where none is
    open; broken: it has passed. proposal: the date proposed anew, with its reason. typed: what
    the author wrote before. mine: the person at work owns the case.
    """

    complaint_id: UUID
    kinds: tuple[LetterKind, ...]
    reply: ReplyFields
    zone: str
    was: datetime | None
    broken: bool
    proposal: datetime
    reason: Say
    channels: tuple[Channel, ...]
    mine: bool
    waits: bool
    typed: Mapping[str, str]
    letters: tuple[SentLetter, ...]
    policy_version: str
    standing: Standing
    limits: PromiseLimits
    made_at: datetime
    earlier: tuple[str, ...]


def letter_sheet(desk: Desk, complaint_id: UUID, *, lang: Lang | None = None) -> LetterSheet:
    """The sheet of a complaint. Raises `NotFound`."""
    complaint = sight.find(desk, complaint_id)
    client = desk.session.get_one(Client, complaint.client_id)
    standing, limits = (
        timekeeping.standing_of(desk, complaint), timekeeping.promise_limits(desk, complaint),
    )  # fmt: skip
    proposal = timekeeping.propose_answer(
        desk, client.id, timekeeping.rules_for(complaint), standing, desk.now,
        demanded_on=limits.demanded_on, latest=limits.resolution_due,
    )  # fmt: skip
    promise = step.open_promise(desk, complaint) or _last_promise(desk, complaint)
    at = promise.due_at if promise else proposal.at
    zone = letters.zone_of(client, at, str(timekeeping.rules_for(complaint).calendar.zone))
    at = at.astimezone(ZoneInfo(zone))
    sent = list_letters(desk, complaint_id)
    return LetterSheet(
        complaint_id=complaint.id,
        kinds=kinds_for(complaint.state),
        reply=letters.fields_of(
            desk, complaint, client, lang or letters.language_of(client), at, zone
        ),
        zone=zone,
        was=at if promise else None,
        broken=promise is not None and promise.due_at <= desk.now,
        proposal=proposal.at.astimezone(ZoneInfo(zone)),
        reason=proposal.reason,
        channels=letters.channels_of(desk, complaint),
        mine=Part.OWNER in sight.parts_of(desk, complaint),
        waits=any(x.sent_at is None for x in sent),
        typed=_typed_before(desk, complaint_id, lang or letters.language_of(client)),
        letters=sent,
        policy_version=complaint.policy_version,
        standing=standing,
        limits=limits,
        made_at=desk.now,
        earlier=letters.earlier_of(desk),
    )


def _last_promise(desk: Desk, complaint: Complaint) -> ComplaintPromise | None:
    """The one that was broken and not followed by another: its date is what the client knows."""
    row = desk.session.scalars(
        select(ComplaintPromise)
        .where(ComplaintPromise.complaint_id == complaint.id)
        .order_by(ComplaintPromise.made_at.desc())
    ).first()
    return row if row is not None and row.state is PromiseState.BROKEN else None


def list_letters(desk: Desk, complaint_id: UUID) -> tuple[SentLetter, ...]:
    """The letters of a case, newest first. Raises `NotFound`."""
    sight.find(desk, complaint_id)
    rows = desk.session.scalars(
        select(Letter).where(Letter.complaint_id == complaint_id).order_by(Letter.made_at.desc())
    )
    return tuple(
        SentLetter(
            x.id, LetterKind(x.kind), Lang(x.lang), x.channel, x.body, x.draft, x.made_at,
            x.sent_at, len(x.slots.get("rewritten", ())),
        )
        for x in rows
    )  # fmt: skip


def was_sent(
    desk: Desk, complaint_id: UUID, kind: LetterKind, *, since: datetime | None = None
) -> bool:
    """Whether a letter of a kind has reached the client: what a guard asks. since: UTC."""
    found = select(Letter.id).where(
        Letter.complaint_id == complaint_id, Letter.kind == str(kind), Letter.sent_at.is_not(None)
    )
    if since is not None:
        found = found.where(Letter.sent_at >= since)
    return desk.session.scalars(found).first() is not None


def _typed_before(desk: Desk, complaint_id: UUID, lang: Lang) -> Mapping[str, str]:
    """The author's own sentences of earlier letters of this case, the latest of each.

    What is offered now stands among them in the letter's language.
    """
    rows = desk.session.scalars(
        select(Letter.slots).where(Letter.complaint_id == complaint_id).order_by(Letter.made_at)
    )
    found: dict[str, str] = {}
    for slots in rows:
        if slots.get("mirror"):
            found["mirror"] = slots["mirror"]
        found |= {k: v for k, v in slots.get("typed", {}).items() if k != "news"}
    if offered := compensation.offered_in(desk, complaint_id, lang):
        found["options"] = "\n".join(offered)
    return found


# While it is typed (pure, no database) ---------------------------------------------------------


def fields_for(
    sheet: LetterSheet,
    kind: LetterKind,
    typed: Mapping[str, str],
    promise_at: datetime | None = None,
) -> LetterFields:
    """What a letter of a kind is made of; `promise_at` aware, for one that names a new date."""
    reply = sheet.reply
    if PLANS[kind].dated:
        at = (promise_at or sheet.proposal).astimezone(ZoneInfo(sheet.zone))
        reply = replace(reply, promise_at=at)
    return LetterFields(kind, reply, dict(typed), was=sheet.was, broken=sheet.broken)


def write_letter(fields: LetterFields) -> Draft:
    """The letter as the engine drafts it."""
    return letter_engine.compose(fields)


def check_letter(sheet: LetterSheet, body: str, fields: LetterFields) -> Lint:
    """What is to be said about a letter as it stands."""
    fault = None
    if fields.plan.dated:
        fault = clocks.promise_fault(
            rules_of(sheet.policy_version), sheet.standing, fields.reply.promise_at,
            sheet.made_at, sheet.limits,
        )  # fmt: skip
    return letter_lint.check_letter(body, fields, promise_fault=fault, earlier=sheet.earlier)


__all__ = ["LATER", "LetterSheet", "SentLetter", "fields_for", "kinds_for", "letter_sheet"]
