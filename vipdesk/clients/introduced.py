"""Whom a client wants to meet, and who was introduced to whom, with the consent of both (CL-12).

A wish may name nobody yet ('collectors of maps'). Once it names another client it is seen from
both ends; nobody is introduced before both sides agreed, and not people who are kept apart.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import or_, select

from vipdesk.access import Desk, merging
from vipdesk.access.matrix import Verb
from vipdesk.access.merging import Joined
from vipdesk.clients.edges import edges_at
from vipdesk.clients.names import full_name
from vipdesk.clients.sight import cares_for, client_of, readable, readable_of
from vipdesk.errors import NotFound, UserError
from vipdesk.ids import new_id
from vipdesk.models import Client, Introduction, Staff
from vipdesk.vocabulary import PersonKind, Sensitivity
from vipdesk.wording import NOBODY, Say, Who, say

_LONGEST = {"wanted": 300, "through": 200, "outcome": 1000}


@dataclass(frozen=True, slots=True)
class IntroductionFields:
    """The form. `wanted`: whom or what kind of people. `through`: who introduces, if not we.

    The days are the client's and the other side's yes, and the day they were introduced.
    `ended`: the wish is over.
    """

    wanted: str = ""
    other_client_id: UUID | None = None
    client_agreed_on: date | None = None
    other_agreed_on: date | None = None
    introduced_on: date | None = None
    through: str = ""
    outcome: str = ""
    sensitivity: Sensitivity = Sensitivity.TEAM
    ended: bool = False


@dataclass(frozen=True, slots=True)
class IntroductionRow:
    """An introduction or the wish for one, as one of the two clients sees it.

    other: whom they wish to meet or who wishes to meet them (`is_own` False), nobody yet while
    only `wanted` says it. by: the colleague who introduced them.
    """

    id: UUID
    is_own: bool
    other: Who
    other_id: UUID | None
    by: Who
    fields: IntroductionFields
    noted_at: datetime

    @property
    def said(self) -> Say:
        """How far it has come."""
        f = self.fields
        if f.introduced_on is not None:
            through: Who | str = f.through or self.by
            if through:
                return say("introduced on {day} by {name}", day=f.introduced_on, name=through)
            return say("introduced on {day}", day=f.introduced_on)
        if f.ended:
            return say("no longer wished")
        if self.other_id is None:
            return say("nobody found yet")
        mine, theirs = bool(f.client_agreed_on), bool(f.other_agreed_on)
        if not self.is_own:
            mine, theirs = theirs, mine
        return _AGREED[mine, theirs]


_AGREED = {
    (True, True): say("both agreed: may be introduced"),
    (True, False): say("the other side has not agreed yet"),
    (False, True): say("the client has not agreed yet"),
    (False, False): say("neither side has agreed yet"),
}


def list_introductions(desk: Desk, client_id: UUID) -> tuple[IntroductionRow, ...]:
    """Both directions; open ones first, the newest first. Nothing for who may not read them."""
    client_of(desk, client_id)
    if not desk.actor.may(Verb.SELECT, "introduction"):
        return ()
    x = Introduction
    found = desk.session.execute(
        select(x, Staff)
        .outerjoin(Staff, Staff.id == x.by_id)
        .where(or_(x.client_id == client_id, x.other_client_id == client_id))
        .order_by(x.noted_at.desc(), x.id.desc())
    ).all()
    may_read = readable_of(desk, client_id)
    rows = [(i, staff) for i, staff in found if i.sensitivity in may_read]
    ends = {e for i, _ in rows for e in (i.client_id, i.other_client_id)} - {None, client_id}
    names = {
        c.id: Who(full_name(c.surname, c.given, c.patronymic), c.latin_name)
        for c in desk.session.scalars(select(Client).where(Client.id.in_(ends)))
    }
    made = []
    for i, staff in rows:
        is_own = i.client_id == client_id
        other = i.other_client_id if is_own else i.client_id
        made.append(
            IntroductionRow(
                i.id, is_own, names.get(other, NOBODY) if other else NOBODY, other,
                Who.of(staff), _fields_of(i), i.noted_at,
            )
        )  # fmt: skip
    return tuple(sorted(made, key=lambda r: bool(r.fields.introduced_on or r.fields.ended)))


def get_introduction(desk: Desk, introduction_id: UUID) -> IntroductionFields:
    """The base of the form. Raises `NotFound`."""
    return _fields_of(_row(desk, introduction_id))


def add_introduction(
    desk: Desk, client_id: UUID, fields: IntroductionFields, *, introduction_id: UUID | None = None
) -> UUID:
    """Note a wish, or an introduction that took place. Raises `UserError` beside its field."""
    client_of(desk, client_id)
    row = Introduction(
        id=introduction_id or new_id(), client_id=client_id, noted_by_id=desk.actor.id,
        noted_at=desk.now,
    )  # fmt: skip
    _set(desk, row, _checked(desk, client_id, fields))
    desk.session.add(row)
    desk.session.flush()
    desk.note("add_introduction", "introduction", row.id, ("wanted", "other_client_id"))
    return row.id


def change_introduction(
    desk: Desk, introduction_id: UUID, *, base: IntroductionFields, values: IntroductionFields
) -> Joined[IntroductionFields]:
    """Save the form: an answer, the day, what came of it. Raises `Diverged`."""
    row = desk.session.get(Introduction, introduction_id)
    if row is None:
        raise merging.removed(desk, "introduction", introduction_id, yours=values)
    theirs = _fields_of(row)
    joined = merging.join(
        desk, "introduction", introduction_id, base=base, yours=values, theirs=theirs
    )
    joined = replace(joined, after=_checked(desk, row.client_id, joined.after))
    changed = merging.changed_fields(joined.before, joined.after)
    if changed:
        _set(desk, row, joined.after)
        desk.session.flush()
        desk.note("change_introduction", "introduction", introduction_id, changed)
    return joined


def remove_introduction(desk: Desk, introduction_id: UUID) -> tuple[UUID, IntroductionFields]:
    """Take it away; (client, fields) come back for the way back (`add_introduction`)."""
    row = _row(desk, introduction_id)
    kept = row.client_id, _fields_of(row)
    desk.session.delete(row)
    desk.session.flush()
    desk.note("remove_introduction", "introduction", introduction_id, ("wanted",))
    return kept


def _row(desk: Desk, introduction_id: UUID) -> Introduction:
    row = desk.session.get(Introduction, introduction_id)
    if row is None or row.sensitivity not in readable(desk, cares=_cares(desk, row)):
        raise NotFound(say("This introduction is not here any more."))
    return row


def _cares(desk: Desk, row: Introduction) -> bool:
    ends = (row.client_id, row.other_client_id)
    return any(cares_for(desk, end) for end in ends if end is not None)


def _fields_of(row: Introduction) -> IntroductionFields:
    return IntroductionFields(
        row.wanted, row.other_client_id, row.client_agreed_on, row.other_agreed_on,
        row.introduced_on, row.through, row.outcome, row.sensitivity, row.ended_at is not None,
    )  # fmt: skip


def _set(desk: Desk, row: Introduction, fields: IntroductionFields) -> None:
    if fields.introduced_on is not None and row.introduced_on is None and not fields.through:
        row.by_id = desk.actor.id
    elif fields.introduced_on is None or fields.through:
        row.by_id = None
    row.wanted, row.other_client_id = fields.wanted, fields.other_client_id
    row.client_agreed_on, row.other_agreed_on = fields.client_agreed_on, fields.other_agreed_on
    row.introduced_on, row.through = fields.introduced_on, fields.through
    row.outcome, row.sensitivity = fields.outcome, fields.sensitivity
    row.ended_at = (row.ended_at or desk.now) if fields.ended else None


def _checked(desk: Desk, client_id: UUID, fields: IntroductionFields) -> IntroductionFields:
    texts = {name: getattr(fields, name).strip() for name in _LONGEST}
    fields = replace(fields, **texts)
    for name, most in _LONGEST.items():
        if len(texts[name]) > most:
            raise UserError(say("At most {n} characters.", n=most), field=name)
    if not fields.wanted and fields.other_client_id is None:
        raise UserError(
            say("Write whom or what kind of people, or choose a client."), field="wanted"
        )
    if fields.other_client_id is not None:
        _check_other(desk, client_id, fields.other_client_id)
    days = (fields.client_agreed_on, fields.other_agreed_on, fields.introduced_on)
    for name, day in zip(
        ("client_agreed_on", "other_agreed_on", "introduced_on"), days, strict=True
    ):
        if day is not None and day > desk.now.date():
            raise UserError(say("This day is still to come."), field=name)
    if fields.introduced_on is not None:
        _check_agreed(fields)
    return fields


def _check_other(desk: Desk, client_id: UUID, other_id: UUID) -> None:
    if other_id == client_id:
        raise UserError(say("Choose another client."), field="other_client_id")
    client_of(desk, other_id)
    today = desk.now.date()
    for edge in edges_at(desk, (client_id,)):
        is_theirs = other_id in (edge.client_id, edge.other_id)
        if is_theirs and edge.kind is PersonKind.FRICTION and edge.holds_on(today):
            raise UserError(say("These two are to be kept apart."), field="other_client_id")


def _check_agreed(fields: IntroductionFields) -> None:
    """Useful acquaintances are made with the consent of both."""
    if fields.other_client_id is None:
        raise UserError(say("Choose whom the client was introduced to."), field="other_client_id")
    for name in ("client_agreed_on", "other_agreed_on"):
        day = getattr(fields, name)
        if day is None:
            raise UserError(
                say("Nobody is introduced before both agreed: write the day."), field=name
            )
        if fields.introduced_on is not None and day > fields.introduced_on:
            raise UserError(say("They agreed after they were introduced."), field=name)
