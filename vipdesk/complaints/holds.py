"""The invite hold a complaint asks for: the only thing of it that anybody else ever sees.

It must not betray a complaint. The same hold serves travel, mourning and a wish for quiet;
it carries a random key (a key in order of time would tell when it was set), a review day
that is not a round number of days away, and it is lifted at night, up to two days after the
manager released it, never at the minute of closing.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from sqlalchemy import select, text

from vipdesk.access import Desk
from vipdesk.complaints import sight, timekeeping
from vipdesk.complaints.policy import Rules, rules_of
from vipdesk.errors import Conflict, UserError
from vipdesk.ids import new_private_id
from vipdesk.models import CaseEvent, Complaint, HoldSource, InviteHold
from vipdesk.store.policies import held_by_database
from vipdesk.store.store import changed
from vipdesk.vocabulary import CaseEventKind, HoldKind, Severity
from vipdesk.wording import say

_SPREAD_DAYS = 7
_NIGHT = time(3, 0)
_LONGEST = timedelta(days=366)
_LIFT_WITHIN = 3  # nights: the coming one, or one of the two after it


@dataclass(frozen=True, slots=True)
class HoldSuggestion:
    """A hold and the day on which somebody looks at it again (UTC, midnight of the club)."""

    kind: HoldKind
    review_on: datetime


def suggest(
    rules: Rules, severity: Severity, client_id: UUID, now: datetime
) -> HoldSuggestion | None:
    """The hold for a client with a complaint of this severity, if any."""
    rule = rules.policy.holds.get(severity)
    if rule is None:
        return None
    # Spread over a week by client, so that a fixed distance does not tell the day of filing.
    spread = hashlib.sha256(client_id.bytes).digest()[0] % _SPREAD_DAYS
    zone = rules.calendar.zone
    day = now.astimezone(zone).date() + timedelta(days=rule.days + spread)
    return HoldSuggestion(rule.kind, datetime.combine(day, time(), zone))


def place_hold(desk: Desk, complaint: Complaint, wanted: HoldSuggestion) -> None:
    """Put the hold on the client; one that stood there for another reason is remembered."""
    _add_source(desk, complaint)
    hold = _hold_to(desk, complaint, wanted)
    desk.note("place_hold", "invite_hold", hold.id, ("kind", "review_on"))


def _add_source(desk: Desk, complaint: Complaint) -> HoldSource:
    hold = _hold_of(desk, complaint.client_id)
    before = _sources(desk, complaint.client_id)
    source = HoldSource(complaint_id=complaint.id, client_id=complaint.client_id)
    if before:
        source.other_kind, source.other_review_on = before[0].other_kind, before[0].other_review_on
    elif hold is not None:
        source.other_kind, source.other_review_on = hold.kind, hold.review_on
    desk.session.add(source)
    desk.session.flush()
    return source


def _hold_to(desk: Desk, complaint: Complaint, wanted: HoldSuggestion) -> InviteHold:
    """Stricter and longer, never the other way: what stood there stood for a reason."""
    hold = _hold_of(desk, complaint.client_id)
    if hold is None:
        hold = InviteHold(
            id=new_private_id(), client_id=complaint.client_id, kind=wanted.kind,
            review_on=wanted.review_on,
        )  # fmt: skip
        desk.session.add(hold)
    else:
        if HoldKind.NO_INVITE in (hold.kind, wanted.kind):
            hold.kind = HoldKind.NO_INVITE
        if hold.review_on is not None:  # None holds until somebody says otherwise
            hold.review_on = max(hold.review_on, wanted.review_on)
    desk.session.flush()
    return hold


def suggested(desk: Desk, complaint_id: UUID) -> HoldSuggestion | None:
    """The hold for an open case that has none yet. Raises `NotFound`.

    After one was lifted it is suggested again only if the case became graver since.
    """
    complaint = sight.find(desk, complaint_id)
    if complaint.closed_at is not None or _source_of(desk, complaint.id) is not None:
        return None
    lifted = desk.session.scalars(
        select(HoldSource.lifted_at).where(HoldSource.complaint_id == complaint.id)
    ).all()
    if lifted and not _raised_since(desk, complaint, max(at for at in lifted if at)):
        return None
    rules = timekeeping.rules_for(complaint)
    return suggest(rules, complaint.severity, complaint.client_id, desk.now)


def _raised_since(desk: Desk, complaint: Complaint, since: datetime) -> bool:
    raised = select(CaseEvent.id).where(
        CaseEvent.complaint_id == complaint.id, CaseEvent.kind == CaseEventKind.SEVERITY,
        CaseEvent.at > since,
    )  # fmt: skip
    return desk.session.scalar(raised.limit(1)) is not None


def set_hold(desk: Desk, complaint_id: UUID, *, kind: HoldKind, review_on: date) -> None:
    """Hold invitations by hand, after filing. It is only made stricter and longer: to end it is
    `release_hold`. A released one stays again.

    review_on: the club's day on which somebody looks again. Raises `UserError` on 'review_on',
    `Conflict` for a closed case, `NotFound`.
    """
    complaint = sight.find(desk, complaint_id)
    if complaint.closed_at is not None:
        raise Conflict(say("This case is closed: open it again first."))
    zone = timekeeping.rules_for(complaint).calendar.zone
    today = desk.now.astimezone(zone).date()
    if not today < review_on <= today + _LONGEST:
        raise UserError(
            say("Choose a day within a year on which somebody looks at it again."),
            field="review_on",
        )
    wanted = HoldSuggestion(kind, datetime.combine(review_on, time(), zone))
    desk.note("place_hold", "hold_source", _set(desk, complaint, wanted), ("review_on",))


def _set(desk: Desk, complaint: Complaint, wanted: HoldSuggestion) -> UUID:
    """In a team the database does it: another hold may stand there that is not seen here."""
    if held_by_database(desk.session):
        found = desk.session.scalar(
            text("SELECT vip_api.place_hold(:of, :kind, :review_on)"),
            {"of": complaint.id, "kind": str(wanted.kind), "review_on": wanted.review_on},
        )
        desk.session.expire_all()
        key = UUID(str(found))
        changed(desk.session, "hold_source", key)
        changed(desk.session, "invite_hold", complaint.client_id)
        return key
    source = _source_of(desk, complaint.id) or _add_source(desk, complaint)
    source.lift_after = None
    _hold_to(desk, complaint, wanted)
    return source.id


def release_hold(
    desk: Desk, complaint_id: UUID, *, draw: Callable[[int], int] = secrets.randbelow
) -> None:
    """Let a coming night lift the hold. Raises `NotFound`, or `Conflict` without one."""
    complaint = sight.find(desk, complaint_id)
    source = _source_of(desk, complaint.id)
    if source is None or source.lift_after is not None:
        raise Conflict(say("There is no hold to release."))
    source.lift_after = _coming_night(desk.now) + timedelta(days=draw(_LIFT_WITHIN))
    desk.session.flush()
    desk.note("release_hold", "hold_source", source.id, ("lift_after",))


def keep_hold(desk: Desk, complaint_id: UUID) -> None:
    """The inverse of `release_hold`, while the hold still stands."""
    complaint = sight.find(desk, complaint_id)
    source = _source_of(desk, complaint.id)
    if source is None or source.lift_after is None:
        raise Conflict(say("This has been changed in the meantime."))
    source.lift_after = None
    desk.session.flush()
    desk.note("keep_hold", "hold_source", source.id, ("lift_after",))


def lift_due(desk: Desk) -> int:
    """Lift the holds whose night has come; for the jobs. Returns how many.

    In a team the database does it: a hold may also stand for a complaint that is not seen here.
    """
    if held_by_database(desk.session):
        return int(desk.session.scalar(text("SELECT vip_api.lift_due_holds()")) or 0)
    due = desk.session.scalars(
        select(HoldSource).where(HoldSource.lifted_at.is_(None), HoldSource.lift_after <= desk.now)
    ).all()
    for source in due:
        source.lifted_at = desk.now
        desk.session.flush()
        if not _sources(desk, source.client_id):
            _put_back(desk, source)
    return len(due)


def _put_back(desk: Desk, source: HoldSource) -> None:
    """Take our hold away; what stood there before for another reason stands again."""
    hold = _hold_of(desk, source.client_id)
    if hold is None:
        return
    if source.other_kind is not None:
        hold.kind, hold.review_on = source.other_kind, source.other_review_on
    else:
        desk.session.delete(hold)
    desk.session.flush()
    desk.note("lift_hold", "invite_hold", hold.id, ("kind", "review_on"))


def standing_hold(desk: Desk, client_id: UUID) -> InviteHold | None:
    """The hold a coordinator sees, if any."""
    return _hold_of(desk, client_id)


def hold_of(desk: Desk, complaint_id: UUID) -> HoldSource | None:
    """The hold a complaint asked for, if it still stands."""
    return _source_of(desk, complaint_id)


def _coming_night(now: datetime) -> datetime:
    zone = rules_of().calendar.zone
    night = datetime.combine(now.astimezone(zone).date(), _NIGHT, zone)
    return night if night > now else night + timedelta(days=1)


def _hold_of(desk: Desk, client_id: UUID) -> InviteHold | None:
    return desk.session.scalars(select(InviteHold).where(InviteHold.client_id == client_id)).first()


def _source_of(desk: Desk, complaint_id: UUID) -> HoldSource | None:
    return desk.session.scalars(
        select(HoldSource).where(
            HoldSource.complaint_id == complaint_id, HoldSource.lifted_at.is_(None)
        )
    ).first()


def _sources(desk: Desk, client_id: UUID) -> list[HoldSource]:
    """The holds of complaints of a client that still stand."""
    return list(
        desk.session.scalars(
            select(HoldSource).where(
                HoldSource.client_id == client_id, HoldSource.lifted_at.is_(None)
            )
        )
    )
