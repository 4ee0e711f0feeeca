"""The budget of an event: lines with what was planned and what was paid."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from vipdesk.access import Desk
from vipdesk.errors import NotFound, UserError
from vipdesk.events.programme import find_event
from vipdesk.models import EventCost
from vipdesk.money import Money
from vipdesk.wording import say


@dataclass(frozen=True, slots=True)
class CostWords:
    """A line as it is typed: amounts in minor units, None where not known yet."""

    title: str
    planned: int | None = None
    actual: int | None = None
    currency: str = "RUB"


@dataclass(frozen=True, slots=True)
class CostRow:
    """A line of the budget."""

    id: UUID
    title: str
    planned: Money | None
    actual: Money | None
    currency: str

    def words(self) -> CostWords:
        """As it is typed."""
        planned, actual = (m.minor if m else None for m in (self.planned, self.actual))
        return CostWords(self.title, planned, actual, self.currency)


@dataclass(frozen=True, slots=True)
class Budget:
    """`limit`: what the event may cost, None where nobody said. Sums are of its currency alone.

    `expected` takes what was paid where that is known, and what was planned elsewhere.
    """

    lines: tuple[CostRow, ...]
    limit: Money | None
    planned: Money
    actual: Money
    expected: Money
    other_currencies: bool = False

    @property
    def over(self) -> bool:
        """More than it may cost."""
        return self.limit is not None and self.expected > self.limit


def get_budget(desk: Desk, event_id: UUID) -> Budget:
    """The lines in their order, and their sums."""
    event = find_event(desk, event_id)
    rows = desk.session.scalars(
        select(EventCost)
        .where(EventCost.event_id == event_id)
        .order_by(EventCost.position, EventCost.id)
    ).all()
    lines = tuple(
        CostRow(r.id, r.title, _money(r.planned_minor, r), _money(r.actual_minor, r), r.currency)
        for r in rows
    )
    unit = event.budget_currency
    own = [line for line in lines if line.currency == unit]
    planned = sum(m.planned.minor for m in own if m.planned)
    actual = sum(m.actual.minor for m in own if m.actual)
    expected = sum(m.minor for line in own if (m := line.actual or line.planned))
    return Budget(
        lines, event.budget, Money(planned, unit), Money(actual, unit), Money(expected, unit),
        len(own) < len(lines),
    )  # fmt: skip


def set_limit(desk: Desk, *, event_id: UUID, limit: Money | None) -> Money | None:
    """What the event may cost in all; what was said before comes back."""
    if limit is not None and limit.minor < 0:
        raise UserError(say("An amount cannot be negative."), field="limit")
    event = find_event(desk, event_id)
    before = event.budget
    event.budget_minor = limit.minor if limit else None
    if limit is not None:
        event.budget_currency = limit.currency
    desk.session.flush()
    desk.note("set_budget", "event", event_id, ("budget_minor",))
    return before


def add_cost(desk: Desk, *, event_id: UUID, words: CostWords) -> UUID:
    """A line more. Raises `UserError` beside its field."""
    find_event(desk, event_id)
    last = desk.session.scalar(
        select(func.max(EventCost.position)).where(EventCost.event_id == event_id)
    )
    row = EventCost(event_id=event_id, position=0 if last is None else last + 1)
    _put(row, words)
    desk.session.add(row)
    desk.session.flush()
    desk.note("add_cost", "event_cost", row.id, ("title", "planned_minor", "actual_minor"))
    return row.id


def change_cost(desk: Desk, cost_id: UUID, *, words: CostWords) -> CostWords:
    """Change a line; its words before come back."""
    row = _cost(desk, cost_id)
    before = _words(row)
    _put(row, words)
    desk.session.flush()
    desk.note("change_cost", "event_cost", cost_id, ("title", "planned_minor", "actual_minor"))
    return before


def remove_cost(desk: Desk, cost_id: UUID) -> tuple[UUID, CostWords]:
    """Take a line out; its event and words come back."""
    row = _cost(desk, cost_id)
    taken = row.event_id, _words(row)
    desk.session.delete(row)
    desk.session.flush()
    desk.note("remove_cost", "event_cost", cost_id)
    return taken


def _cost(desk: Desk, cost_id: UUID) -> EventCost:
    row = desk.session.get(EventCost, cost_id)
    if row is None:
        raise NotFound(say("This line is not here any more."))
    return row


def _words(row: EventCost) -> CostWords:
    return CostWords(row.title, row.planned_minor, row.actual_minor, row.currency)


def _money(minor: int | None, row: EventCost) -> Money | None:
    return None if minor is None else Money(minor, row.currency)


def _put(row: EventCost, words: CostWords) -> None:
    if not words.title.strip():
        raise UserError(say("Say what the money is for."), field="cost_title")
    for field, amount in (("planned", words.planned), ("actual", words.actual)):
        if amount is not None and amount < 0:
            raise UserError(say("An amount cannot be negative."), field=field)
    if len(words.currency) != 3 or not words.currency.isalpha():
        raise UserError(say("A currency has three letters, like RUB."), field="currency")
    row.title, row.currency = words.title.strip(), words.currency.upper()
    row.planned_minor, row.actual_minor = words.planned, words.actual
