"""What may be given: entries with their three numbers, and which of them fit a loss best.

What matches the loss does most (money for money, redo for a failed service, attention for
neglect); then what can be given today; then what is worth most to the client for what it costs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.access.matrix import Verb, may
from vipdesk.compensating import CompensationKind, Loss
from vipdesk.complaints import sight
from vipdesk.errors import Conflict, NotFound, UserError
from vipdesk.models import CompensationItem
from vipdesk.money import Money
from vipdesk.vocabulary import ComplaintCategory, Role
from vipdesk.wording import Lang, Say, say

_K, _L = CompensationKind, Loss
_MATCH: dict[Loss, frozenset[CompensationKind]] = {
    _L.MONEY: frozenset({_K.REFUND, _K.PRICE_CUT}),
    _L.THING: frozenset({_K.EXCHANGE}),
    _L.SERVICE: frozenset({_K.REDO, _K.UPGRADE}),
    _L.TIME: frozenset({_K.UPGRADE, _K.EXPERIENCE}),
    _L.REGARD: frozenset({_K.ATTENTION}),
}
LOSS_OF: dict[ComplaintCategory, Loss] = {
    ComplaintCategory.NEGLECT: _L.REGARD, ComplaintCategory.MANNER: _L.REGARD,
    ComplaintCategory.PROMISE: _L.SERVICE, ComplaintCategory.QUALITY: _L.THING,
    ComplaintCategory.MONEY: _L.MONEY, ComplaintCategory.PRIVACY: _L.REGARD,
    ComplaintCategory.SAFETY: _L.REGARD, ComplaintCategory.EVENT: _L.SERVICE,
    ComplaintCategory.OTHER: _L.REGARD,
}  # fmt: skip
LOW, HIGH = 50, 200  # perceived, in percent of retail


@dataclass(frozen=True, slots=True)
class ItemFields:
    """An entry as it is edited. perceived: worth to the client, half of retail to twice."""

    kind: CompensationKind
    title: str
    cost: Money
    retail: Money
    perceived: Money
    title_en: str = ""
    losses: tuple[Loss, ...] = ()
    lead_days: int = 0
    rest_days: int = 30
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An entry. `ratio`: worth to the client for what it costs us; None where it costs nothing."""

    id: UUID
    version: int
    fields: ItemFields
    active: bool

    @property
    def ratio(self) -> float | None:
        """Perceived by cost."""
        cost = self.fields.cost.minor
        return None if not cost else self.fields.perceived.minor / cost

    def title_in(self, lang: Lang) -> str:
        """In the reader's language, where both are known."""
        return (
            self.fields.title_en if lang is Lang.EN and self.fields.title_en else self.fields.title
        )


def list_items(desk: Desk, *, active_only: bool = True) -> tuple[ItemRow, ...]:
    """The catalogue, by kind and title. Nothing for who has no part in the private track."""
    if not sight.works_here(desk.actor.role):
        return ()
    query = select(CompensationItem).order_by(CompensationItem.kind, CompensationItem.title)
    if active_only:
        query = query.where(CompensationItem.active)
    return tuple(_row(x) for x in desk.session.scalars(query))


def find_item(desk: Desk, item_id: UUID) -> ItemRow:
    """One entry. Raises `NotFound`."""
    row = desk.session.get(CompensationItem, item_id)
    if row is None or not sight.works_here(desk.actor.role):
        raise NotFound(say("There is no such entry in the catalogue."))
    return _row(row)


def _row(x: CompensationItem) -> ItemRow:
    sums = (Money(m, x.currency) for m in (x.cost_minor, x.retail_minor, x.perceived_minor))
    cost, retail, perceived = sums
    return ItemRow(
        x.id, x.version,
        ItemFields(
            x.kind, x.title, cost, retail, perceived, x.title_en,
            tuple(Loss(c) for c in x.losses), x.lead_days, x.rest_days, x.numbered,
        ),
        x.active,
    )  # fmt: skip


def may_edit(desk: Desk) -> bool:
    """Head and executive; in a vault of one's own, whoever it belongs to."""
    own = desk.session.get_bind().dialect.name == "sqlite" and desk.actor.role is Role.MANAGER
    return own or may(desk.actor.role, Verb.UPDATE, "compensation_item")


def _require_edit(desk: Desk) -> None:
    if not may_edit(desk):
        raise UserError(say("Only the head of VIP service or an executive changes the catalogue."))


def _put(row: CompensationItem, f: ItemFields) -> None:
    if not f.title.strip():
        raise UserError(say("Name what is given."), field="title")
    if not f.title_en.strip():  # letters and call scripts go out in the client's language
        raise UserError(say("Name it in English too: for clients who read it."), field="title_en")
    for name, money in (("cost", f.cost), ("retail", f.retail), ("perceived", f.perceived)):
        if money.minor < 0:
            raise UserError(say("Enter zero or more."), field=name)
    inside = f.retail.minor * LOW <= f.perceived.minor * 100 <= f.retail.minor * HIGH
    if not inside:
        raise UserError(
            say("Worth to the client: between half of the retail price and twice as much."),
            field="perceived",
        )
    row.kind, row.title, row.title_en = f.kind, f.title.strip()[:200], f.title_en.strip()[:200]
    row.cost_minor, row.retail_minor = f.cost.minor, f.retail.minor
    row.perceived_minor, row.currency = f.perceived.minor, f.cost.currency
    row.losses = [str(x) for x in f.losses]
    row.lead_days, row.rest_days, row.numbered = (
        max(0, f.lead_days),
        max(0, f.rest_days),
        f.numbered,
    )


def add_item(desk: Desk, fields: ItemFields) -> UUID:
    """A new entry. Raises `UserError` with `field`."""
    _require_edit(desk)
    row = CompensationItem(active=True)
    _put(row, fields)
    desk.session.add(row)
    desk.session.flush()
    desk.note("add_compensation_item", "compensation_item", row.id, ("title", "cost_minor"))
    return row.id


def change_item(
    desk: Desk, item_id: UUID, fields: ItemFields, *, version: int, active: bool = True
) -> None:
    """Edit an entry, or take it out (`active`); what was offered keeps its numbers."""
    _require_edit(desk)
    row = desk.session.get(CompensationItem, item_id)
    if row is None:
        raise NotFound(say("There is no such entry in the catalogue."))
    if row.version != version:
        raise Conflict(say("Somebody changed this entry in the meantime. Look at it again."))
    _put(row, fields)
    row.active = active
    desk.session.flush()
    desk.note("change_compensation_item", "compensation_item", row.id, ("title", "cost_minor"))


def start_catalogue(desk: Desk) -> int:
    """The usual entries, where the catalogue is empty; returns how many were added."""
    _require_edit(desk)
    if desk.session.scalar(select(CompensationItem.id).limit(1)) is not None:
        return 0
    for fields in STARTERS:
        add_item(desk, fields)
    return len(STARTERS)


def _start(
    kind: CompensationKind, ru: str, en: str, cost: int, retail: int, perceived: int, *losses: Loss,
    lead: int = 0, rest: int = 30, numbered: bool = False,
) -> ItemFields:  # fmt: skip
    return ItemFields(
        kind, ru, Money.of(cost), Money.of(retail), Money.of(perceived), en, losses, lead, rest,
        numbered,
    )  # fmt: skip


STARTERS: tuple[ItemFields, ...] = (
    _start(_K.ATTENTION, "Письмо директора, написанное от руки",
           "A letter by hand from the director", 300, 1000, 2000, _L.REGARD, rest=180),
    _start(_K.ATTENTION, "Звонок директора клуба", "A call from the director of the club",
           0, 1000, 2000, _L.REGARD, rest=90),
    _start(_K.REDO, "Ужин за обещанным столом", "Dinner at the table that was promised",
           4500, 9000, 12000, _L.SERVICE, lead=3, rest=90),
    _start(_K.REDO, "Услуга заново в удобный день", "The service again on a day that suits",
           4000, 8000, 8000, _L.SERVICE, lead=2),
    _start(_K.UPGRADE, "Место в первом ряду на следующем вечере",
           "A front seat at the next evening", 1500, 6000, 9000, _L.SERVICE, _L.TIME,
           lead=7, rest=60),
    _start(_K.UPGRADE, "Автомобиль с водителем на вечер", "A car with a driver for the evening",
           4800, 9000, 9000, _L.TIME, _L.SERVICE, rest=60),
    _start(_K.EXPERIENCE, "Закрытая дегустация на двоих", "A private tasting for two",
           9000, 22000, 30000, _L.TIME, _L.SERVICE, lead=7, rest=180),
    _start(_K.EXPERIENCE, "Встреча с куратором до открытия", "The curator's tour before opening",
           2500, 8000, 14000, _L.REGARD, _L.TIME, lead=5, rest=180),
    _start(_K.PRICE_CUT, "Снижение счёта на 5 000 ₽", "5,000 ₽ off the bill",
           5000, 5000, 5000, _L.MONEY),
    _start(_K.PRICE_CUT, "Снижение счёта на 15 000 ₽", "15,000 ₽ off the bill",
           15000, 15000, 15000, _L.MONEY),
    _start(_K.EXCHANGE, "Замена на такую же вещь", "The same thing, exchanged",
           5000, 9000, 9000, _L.THING, lead=3),
    _start(_K.GIFT, "Букет и карточка с извинением", "Flowers with a card",
           2800, 3800, 3800, _L.REGARD, rest=90),
    _start(_K.GIFT, "Сертификат на ужин", "A dinner voucher",
           2400, 4000, 4000, _L.SERVICE, _L.REGARD, rest=180, numbered=True),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entry of the shortlist and why it stands there."""

    item: ItemRow
    matches: bool
    why: tuple[Say, ...] = field(default=())


def shortlist(
    desk: Desk, complaint_id: UUID, *, loss: Loss | None = None
) -> tuple[Suggestion, ...]:
    """Entries by match to the loss, then what can be given today, then worth by cost.

    loss: what the client lost; by default what the category says. Raises `NotFound`.
    """
    complaint = sight.find(desk, complaint_id)
    lost = loss or LOSS_OF[complaint.category]
    return ranked(list_items(desk), lost)


def ranked(items: tuple[ItemRow, ...], lost: Loss) -> tuple[Suggestion, ...]:
    """The order of a shortlist. Pure."""

    def place(item: ItemRow) -> tuple[bool, bool, float]:
        ratio = item.ratio
        worth = float("inf") if ratio is None else ratio
        return (not matches(item.fields, lost), item.fields.lead_days > 0, -worth)

    return tuple(_suggestion(i, lost) for i in sorted(items, key=place))


def matches(fields: ItemFields, lost: Loss) -> bool:
    """Whether an entry makes good what was lost. Pure."""
    return lost in fields.losses or (not fields.losses and fields.kind in _MATCH[lost])


def _suggestion(item: ItemRow, lost: Loss) -> Suggestion:
    makes_good, days, ratio = matches(item.fields, lost), item.fields.lead_days, item.ratio
    why = [
        say("makes good what was lost") if makes_good else say("does not make good what was lost"),
        say("in hand today") if not days else say("in {n} days", n=days),
    ]
    if ratio is None:
        why.append(say("costs us nothing"))
    else:
        why.append(say("worth {ratio} × its cost", ratio=Decimal(f"{ratio:.1f}")))
    return Suggestion(item, makes_good, tuple(why))
