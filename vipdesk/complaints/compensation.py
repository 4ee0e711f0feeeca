"""What a client is offered and given after a complaint: reserve, choose, deliver, or release.

The money is set aside when it is offered (the dearest option), committed when the client chooses,
settled when it is in the client's hands, and free again when nothing is taken. At least two options
are offered, and the client is asked what they would prefer.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.compensating import Authority, CompensationKind, GrantState
from vipdesk.complaints import (
    authority,
    catalogue,
    clocks,
    flags,
    gifts_law,
    guards,
    history,
    ledger,
    sight,
    timekeeping,
)
from vipdesk.complaints import steps as step
from vipdesk.complaints.offered import offered
from vipdesk.errors import Conflict, NotFound, UserError
from vipdesk.models import (
    CompensationGrant,
    CompensationOption,
    Complaint,
    ComplaintFlag,
    Staff,
)
from vipdesk.money import Money
from vipdesk.vocabulary import CaseEventKind, ClockKind, FlagKind, Role
from vipdesk.wording import Lang, Say, Who, say

FEWEST_OPTIONS = 2
_DEAD = (GrantState.RELEASED,)


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that may be offered, with its three numbers. item_id: of the catalogue."""

    kind: CompensationKind
    title: str
    cost: Money
    retail: Money
    perceived: Money
    item_id: UUID | None = None
    today: bool = False
    title_en: str = ""

    def title_in(self, lang: Lang) -> str:
        """In the reader's language, where both are known."""
        return self.title_en if lang is Lang.EN and self.title_en else self.title


@dataclass(frozen=True, slots=True)
class OptionRow:
    """An option as it stood when it was offered."""

    id: UUID
    thing: Thing
    chosen: bool


@dataclass(frozen=True, slots=True)
class GrantRow:
    """An offer and what became of it. `overdue`: promised, and not in the client's hands in time.

    unsigned: above what one signature may give; nothing can be chosen before the second.
    """

    id: UUID
    complaint_id: UUID
    level: Authority
    state: GrantState
    reserved: Money
    outside: bool
    reason: str
    by: Who
    by_id: UUID
    unsigned: bool
    offered_at: datetime
    due_at: datetime | None
    delivered_at: datetime | None
    number: str | None
    options: tuple[OptionRow, ...]
    overdue: bool

    @property
    def chosen(self) -> OptionRow | None:
        """What the client took."""
        return next((o for o in self.options if o.chosen), None)


def thing_of(item: catalogue.ItemRow) -> Thing:
    """An entry of the catalogue as an option."""
    f = item.fields
    return Thing(
        f.kind, f.title, f.cost, f.retail, f.perceived, item.id, not f.lead_days, f.title_en
    )  # fmt: skip


def list_grants(desk: Desk, complaint_id: UUID) -> tuple[GrantRow, ...]:
    """What was offered in a case, the latest first. Raises `NotFound` for a hidden case."""
    sight.find(desk, complaint_id)
    grants = desk.session.scalars(
        select(CompensationGrant)
        .where(CompensationGrant.complaint_id == complaint_id)
        .order_by(CompensationGrant.offered_at.desc())
    ).all()
    options: dict[UUID, list[CompensationOption]] = {}
    for o in desk.session.scalars(
        select(CompensationOption)
        .where(CompensationOption.complaint_id == complaint_id)
        .order_by(CompensationOption.place)
    ):
        options.setdefault(o.grant_id, []).append(o)
    people = {s.id: s for s in desk.session.scalars(
        select(Staff).where(Staff.id.in_({g.staff_id for g in grants}))
    )} if grants else {}  # fmt: skip
    return tuple(
        GrantRow(
            g.id, g.complaint_id, g.level, g.state, g.reserved, g.outside, g.reason,
            Who.of(people.get(g.staff_id)), g.staff_id, _unsigned(g), g.offered_at, g.due_at,
            g.delivered_at, g.number, tuple(_option(o) for o in options.get(g.id, ())),
            g.state is GrantState.COMMITTED and g.due_at is not None and g.due_at < desk.now,
        )
        for g in grants
    )  # fmt: skip


def _option(o: CompensationOption) -> OptionRow:
    cost, retail, worth = (
        Money(m, o.currency) for m in (o.cost_minor, o.retail_minor, o.perceived_minor)
    )
    thing = Thing(o.kind, o.title, cost, retail, worth, o.item_id, title_en=o.title_en)
    return OptionRow(o.id, thing, o.chosen)


def _unsigned(g: CompensationGrant) -> bool:
    return g.level is Authority.EXECUTIVE and not g.outside and g.second_id is None


# Offering ---------------------------------------------------------------------------------------


def offer(
    desk: Desk,
    complaint_id: UUID,
    *,
    options: Sequence[Thing],
    reason: str = "",
    again: bool = False,
) -> UUID:
    """Set money aside for what the client may choose from; returns the grant.

    At the lowest level that may give it. Level 1 and above need the estimated loss, level 2 a
    reason, level 3 a second signature. again: yes, the same within its days of rest. Raises
    `UserError` (field 'options', 'loss', 'reason', 'again').
    """
    complaint = _workable(desk, complaint_id)
    if len({(o.kind, o.title.strip()) for o in options}) < FEWEST_OPTIONS:
        raise UserError(say("Offer at least two different options."), field="options")
    return _grant(desk, complaint, options, reason, again=again).id


def give_at_once(
    desk: Desk, complaint_id: UUID, *, item_id: UUID, beside: Sequence[UUID] = (),
    again: bool = False,
) -> UUID:  # fmt: skip
    """Level 0: something from the catalogue, chosen by the client there and then.

    beside: the other entries the client was offered. Needs nobody's word. Raises `UserError`.
    """
    complaint = _workable(desk, complaint_id)
    things = [thing_of(catalogue.find_item(desk, i)) for i in (item_id, *beside)]
    grant = _grant(desk, complaint, things, "", again=again, most=Authority.FRONT)
    option = _options(desk, grant.id)[0]
    _accept(desk, complaint, grant, option)
    return grant.id


def refund(desk: Desk, complaint_id: UUID, *, amount: Money, reason: str) -> UUID:
    """Money that was wrongly taken goes back: outside every limit, it is the client's.

    Never more than the loss. Raises `UserError` (field 'amount', 'reason').
    """
    complaint = _workable(desk, complaint_id)
    guards.require_stranger(desk, complaint.client_id)
    reason = step.require_words(reason, "reason")
    back = sum(
        g.reserved_minor for g in _grants(desk, complaint.id) if g.outside and g.state not in _DEAD
    )
    if amount.minor <= 0 or back + amount.minor > (complaint.est_loss_minor or 0):
        raise UserError(
            say("A refund is at most what was wrongly taken: note the loss first."), field="amount"
        )
    most = authority.most_of(desk.actor.role)
    if most is None:
        raise UserError(say("Compensation is not yours to give: ask the owner of the case."))
    level = min(most, Authority.MANAGER)
    thing = Thing(CompensationKind.REFUND, reason[:200], amount, amount, amount, today=True)
    grant = _reserve(desk, complaint, [thing], level, reason, outside=True)
    _accept(desk, complaint, grant, _options(desk, grant.id)[0])
    return grant.id


def cautions(desk: Desk, complaint_id: UUID, options: Sequence[Thing]) -> tuple[Say, ...]:
    """What to think of before offering: the band, the law of gifts, what was given lately."""
    complaint = sight.find(desk, complaint_id)
    count = gifts_law.gift_count(desk, complaint.client_id)
    found: list[Say] = []
    for o in options:
        found += gifts_law.warnings(count, o.kind, o.retail)
        found += guards.rest_note(desk, complaint, o.item_id, o.title)
    found += guards.band_notes(_worth(desk, complaint, options), complaint.est_loss_minor)
    return tuple(dict.fromkeys(found))


def _worth(desk: Desk, complaint: Complaint, options: Sequence[Thing]) -> int:
    """Retail worth of a case: what was given, and the dearest of what is offered now."""
    given = worth_given(list_grants(desk, complaint.id))
    return given + max((o.retail.minor for o in options), default=0)


def worth_given(grants: Sequence[GrantRow]) -> int:
    """Retail worth of what was given or is offered in a case, in minor units. Pure."""
    given = 0
    for g in grants:
        if g.state not in _DEAD:
            one = g.chosen
            given += (
                one.thing.retail.minor if one
                else max((o.thing.retail.minor for o in g.options), default=0)
            )  # fmt: skip
    return given


def _grant(
    desk: Desk, complaint: Complaint, options: Sequence[Thing], reason: str, *, again: bool,
    most: Authority | None = None,
) -> CompensationGrant:  # fmt: skip
    for o in options:
        if not o.title.strip() or min(o.cost.minor, o.retail.minor, o.perceived.minor) < 0:
            raise UserError(
                say("Name each option, and its sums are zero or more."), field="options"
            )
    guards.require_rest(desk, complaint, [(o.item_id, o.title) for o in options], again=again)
    guards.require_stranger(desk, complaint.client_id)
    cost = max(o.cost.minor for o in options)
    of_catalogue = all(o.item_id is not None for o in options)
    lowest = guards.lowest_level(_worth(desk, complaint, options), complaint.est_loss_minor)
    room = authority.level_for(desk, complaint, cost, catalogue=of_catalogue, at=lowest)
    if room.refusal is None and most is not None and room.level > most:
        room = authority.room(desk, complaint, most, cost)
    if room.refusal is not None:
        raise UserError(room.refusal, field="options")
    if room.level >= Authority.MANAGER and complaint.est_loss_minor is None:
        raise UserError(say("Estimate first what the client lost."), field="loss")
    if room.level >= Authority.HEAD:
        reason = step.require_words(reason, "reason")
    return _reserve(desk, complaint, options, room.level, reason)


def _reserve(
    desk: Desk, complaint: Complaint, options: Sequence[Thing], level: Authority, reason: str, *,
    outside: bool = False,
) -> CompensationGrant:  # fmt: skip
    grant = CompensationGrant(
        complaint_id=complaint.id, client_id=complaint.client_id, staff_id=desk.actor.id,
        level=level, state=GrantState.RESERVED, outside=outside, reason=reason.strip(),
        offered_at=desk.now, reserved=max(o.cost for o in options),
    )  # fmt: skip
    ledger.reserve(desk, grant)
    for place, o in enumerate(options):
        desk.session.add(
            CompensationOption(
                grant_id=grant.id, complaint_id=complaint.id, item_id=o.item_id, kind=o.kind,
                title=o.title.strip()[:200], title_en=o.title_en.strip()[:200],
                cost_minor=o.cost.minor, retail_minor=o.retail.minor,
                perceived_minor=o.perceived.minor, currency=o.cost.currency, place=place,
            )
        )  # fmt: skip
    ledger.flush(desk)
    titles = "\n".join(o.title.strip() for o in options)
    history.write(desk, complaint, CaseEventKind.NOTE, text=titles, grant="offered")
    desk.note("offer_compensation", "compensation_grant", grant.id, ("state", "reserved_minor"))
    if level > Authority.HEAD:
        flags.raise_flag(desk, complaint, FlagKind.COSTLY)
    return grant


# What becomes of it -----------------------------------------------------------------------------


def sign(desk: Desk, grant_id: UUID) -> None:
    """The second signature under what is above the head's limit: by another executive."""
    grant, complaint = _find(desk, grant_id)
    if desk.actor.role is not Role.EXECUTIVE or grant.staff_id == desk.actor.id:
        raise UserError(say("It needs a second signature by another executive."))
    if not _unsigned(grant) or grant.state is not GrantState.RESERVED:
        raise Conflict(say("This is signed already, or not there any more."))
    guards.require_stranger(desk, complaint.client_id)
    grant.second_id = desk.actor.id
    ledger.flush(desk)
    history.write(desk, complaint, CaseEventKind.NOTE, grant="signed")
    desk.note("sign_compensation", "compensation_grant", grant.id, ("second_id",))


def accept(desk: Desk, grant_id: UUID, *, option_id: UUID) -> None:
    """The client chose: its delivery has a date from now on."""
    grant, complaint = _find(desk, grant_id)
    _workable(desk, complaint.id)
    option = next((o for o in _options(desk, grant.id) if o.id == option_id), None)
    if option is None:
        raise NotFound(say("This option was not offered."))
    _accept(desk, complaint, grant, option)


def _accept(
    desk: Desk, complaint: Complaint, grant: CompensationGrant, option: CompensationOption
) -> None:
    if _unsigned(grant):
        raise UserError(say("It needs a second signature by another executive."))
    rules, standing = timekeeping.rules_for(complaint), timekeeping.standing_of(desk, complaint)
    option.chosen = True
    desk.session.flush()  # the database asks for it before it frees the rest
    grant.accepted_at = desk.now
    grant.due_at = clocks.due(rules, ClockKind.COMP_DELIVERY, standing, desk.now).at
    if not grant.outside:
        grant.reserved = Money(option.cost_minor, option.currency)  # the rest is free again
    ledger.move(desk, grant, GrantState.COMMITTED)
    timekeeping.start_clock(desk, complaint, ClockKind.COMP_DELIVERY, desk.now, due_at=grant.due_at)
    history.write(desk, complaint, CaseEventKind.NOTE, text=option.title, grant="chosen")
    desk.note("accept_compensation", "compensation_grant", grant.id, ("state", "due_at"))


def deliver(desk: Desk, grant_id: UUID, *, how: str, number: str = "") -> None:
    """It is in the client's hands. number: of a voucher, where the entry has numbers.

    Raises `UserError` (field 'how', 'number').
    """
    grant, complaint = _find(desk, grant_id)
    how = step.require_words(how, "how")[:200]
    option = next((o for o in _options(desk, grant.id) if o.chosen), None)
    if option is not None and option.item_id is not None:
        numbered = catalogue.find_item(desk, option.item_id).fields.numbered
        if numbered and not number.strip():
            raise UserError(say("Write down the number of the voucher."), field="number")
    guards.require_new_number(desk, number.strip())
    grant.delivered_at, grant.delivered_how = desk.now, how
    grant.number = number.strip()[:60] or None
    ledger.move(desk, grant, GrantState.SETTLED)
    _stop_clock(desk, grant)
    history.write(desk, complaint, CaseEventKind.NOTE, text=how, grant="delivered")
    desk.note("deliver_compensation", "compensation_grant", grant.id, ("state", "delivered_at"))


def release(desk: Desk, grant_id: UUID, *, reason: str) -> None:
    """The client took nothing, or it is taken back: the money is free again."""
    grant, complaint = _find(desk, grant_id)
    reason = step.require_words(reason, "reason")
    grant.released_at = desk.now
    ledger.move(desk, grant, GrantState.RELEASED)
    _stop_clock(desk, grant)
    history.write(desk, complaint, CaseEventKind.NOTE, text=reason, grant="released")
    desk.note("release_compensation", "compensation_grant", grant.id, ("state", "released_at"))


def _stop_clock(desk: Desk, grant: CompensationGrant) -> None:
    """The delivery clock of this grant: another grant of the case keeps its own."""
    for row in timekeeping.open_clocks(desk, grant.complaint_id, ClockKind.COMP_DELIVERY):
        if row.started_at == grant.accepted_at:
            row.verdict = clocks.judged(row.due_at, desk.now, row.verdict)
            row.stopped_at = desk.now
            break
    desk.session.flush()


def flag_undelivered(desk: Desk) -> int:
    """What was promised and is not in the client's hands in time is a new failure. For the jobs."""
    rows = desk.session.execute(
        select(CompensationGrant, Complaint)
        .join(Complaint, Complaint.id == CompensationGrant.complaint_id)
        .where(
            sight.visible(desk), CompensationGrant.state == GrantState.COMMITTED,
            CompensationGrant.due_at < desk.now,
        )
    ).all()  # fmt: skip
    flagged = 0
    for grant, complaint in rows:
        told = select(ComplaintFlag.id).where(
            ComplaintFlag.complaint_id == complaint.id,
            ComplaintFlag.kind == FlagKind.UNDELIVERED,
            ComplaintFlag.raised_at >= grant.due_at,
        )
        if desk.session.scalar(told.limit(1)) is None:
            flagged += flags.raise_flag(desk, complaint, FlagKind.UNDELIVERED, machine=True)
    return flagged


# What the case asks -----------------------------------------------------------------------------


def delivered(desk: Desk, complaint_id: UUID) -> bool:
    """Whether nothing that was promised is still owed. For the guard of closing."""
    owed = (GrantState.RESERVED, GrantState.COMMITTED)
    return not any(g.state in owed for g in _grants(desk, complaint_id))


def decided(desk: Desk, complaint_id: UUID) -> bool:
    """Whether something is offered or given, with every signature it needs."""
    return any(g.state not in _DEAD and not _unsigned(g) for g in _grants(desk, complaint_id))


def options_offered(desk: Desk, complaint_id: UUID) -> int:
    """How many different options the client was ever offered in a case."""
    return len(offered(desk, complaint_id))


def offered_in(desk: Desk, complaint_id: UUID, lang: Lang) -> tuple[str, ...]:
    """What the client may choose from now, in a language, for the letters; the latest offer's."""
    open_ = next(
        (g for g in list_grants(desk, complaint_id) if g.state is GrantState.RESERVED), None
    )
    return () if open_ is None else tuple(o.thing.title_in(lang) for o in open_.options)


def sole_approver(desk: Desk, complaint_id: UUID) -> bool:
    """Whether the person at work alone approved what was given.

    What level 0 gives from the catalogue needs no approval, and the client's own money back none.
    """
    given = [
        g for g in _grants(desk, complaint_id)
        if g.state not in _DEAD and not g.outside and g.level > Authority.FRONT
    ]  # fmt: skip
    return bool(given) and all(g.staff_id == desk.actor.id and g.second_id is None for g in given)


def _grants(desk: Desk, complaint_id: UUID) -> Sequence[CompensationGrant]:
    return desk.session.scalars(
        select(CompensationGrant).where(CompensationGrant.complaint_id == complaint_id)
    ).all()


def _options(desk: Desk, grant_id: UUID) -> Sequence[CompensationOption]:
    return desk.session.scalars(
        select(CompensationOption)
        .where(CompensationOption.grant_id == grant_id)
        .order_by(CompensationOption.place)
    ).all()


def _find(desk: Desk, grant_id: UUID) -> tuple[CompensationGrant, Complaint]:
    found = desk.session.execute(
        select(CompensationGrant, Complaint)
        .join(Complaint, Complaint.id == CompensationGrant.complaint_id)
        .where(CompensationGrant.id == grant_id, sight.visible(desk))
    ).first()
    if found is None:
        raise NotFound(say("There is no such offer."))
    return found[0], found[1]


def _workable(desk: Desk, complaint_id: UUID) -> Complaint:
    complaint = sight.find(desk, complaint_id)
    if complaint.closed_at is not None:
        raise UserError(say("This case is closed: open it again first."))
    return complaint
