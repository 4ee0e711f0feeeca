"""The catalogue: what the club can give, to which tiers, what it is worth, how many there are.

The head, an executive or the administrator keeps it (the matrix of rights); everybody who looks
after clients reads it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.access.matrix import Verb, may
from vipdesk.errors import NotFound, UserError
from vipdesk.giving import BenefitKind
from vipdesk.ids import new_id
from vipdesk.models import Benefit
from vipdesk.money import Money
from vipdesk.wording import Lang, say

_LONGEST = 120


@dataclass(frozen=True, slots=True)
class BenefitFields:
    """What the form of a benefit edits. Amounts share one currency.

    tier_ids: empty for every tier. stock None: without end. per_year: how often one client may
    have it in a calendar year, None without limit.
    """

    name_ru: str = ""
    name_en: str = ""
    kind: BenefitKind = BenefitKind.EXPERIENCE
    about: str = ""
    picture_text: str = ""
    tier_ids: tuple[UUID, ...] = ()
    cost: Money | None = None
    retail: Money | None = None
    perceived: Money | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    stock: int | None = None
    per_year: int | None = None


@dataclass(frozen=True, slots=True)
class BenefitRow:
    """A benefit of the catalogue. `left`: pieces still there, None without end."""

    id: UUID
    fields: BenefitFields
    taken: int
    retired: bool
    version: int

    @property
    def left(self) -> int | None:
        """Pieces still there."""
        stock = self.fields.stock
        return None if stock is None else max(0, stock - self.taken)

    def name(self, lang: Lang) -> str:
        """In the reader's language, where it is written."""
        f = self.fields
        return (f.name_en or f.name_ru) if lang is Lang.EN else f.name_ru

    def open_on(self, day: date) -> bool:
        """Whether it can be given on a day at all."""
        f = self.fields
        begun = f.valid_from is None or f.valid_from <= day
        lasts = f.valid_until is None or day <= f.valid_until
        return begun and lasts and not self.retired and self.left != 0

    def is_for(self, tier_id: UUID | None) -> bool:
        """Whether a tier has a right to it."""
        return not self.fields.tier_ids or tier_id in self.fields.tier_ids


def may_keep(desk: Desk) -> bool:
    """Whether this person keeps the catalogue."""
    return may(desk.actor.role, Verb.INSERT, "benefit")


def list_benefits(desk: Desk, *, with_retired: bool = False) -> tuple[BenefitRow, ...]:
    """The catalogue, the dearest to clients first."""
    wanted = select(Benefit)
    if not with_retired:
        wanted = wanted.where(Benefit.retired_at.is_(None))
    rows = [benefit_row(b) for b in desk.session.scalars(wanted)]
    return tuple(sorted(rows, key=lambda r: (r.retired, -_worth(r), r.fields.name_ru, r.id)))


def list_open(desk: Desk, tier_id: UUID | None) -> tuple[BenefitRow, ...]:
    """What can be offered today to a client of this tier."""
    today = desk.now.date()
    return tuple(b for b in list_benefits(desk) if b.open_on(today) and b.is_for(tier_id))


def add_benefit(desk: Desk, fields: BenefitFields) -> BenefitRow:
    """Add to the catalogue. Raises `UserError` beside a field."""
    _need_keeper(desk)
    values = _checked(fields)
    row = Benefit(id=new_id(), taken=0, created_at=desk.now, **values)
    desk.session.add(row)
    desk.session.flush()
    desk.note("add_benefit", "benefit", row.id, sorted(values))
    return benefit_row(row)


def change_benefit(desk: Desk, benefit_id: UUID, fields: BenefitFields) -> BenefitFields:
    """Change it; returns what was there, for the way back. What clients took stays as it was."""
    _need_keeper(desk)
    row = benefit_of(desk, benefit_id)
    before = benefit_row(row).fields
    values = _checked(fields)
    if fields.stock is not None and fields.stock < row.taken:
        raise UserError(
            say("{n} pieces are with clients already: no fewer can be in stock.", n=row.taken),
            field="stock",
        )
    changed = [k for k, v in values.items() if getattr(row, k) != v]
    for name in changed:
        setattr(row, name, values[name])
    desk.session.flush()
    if changed:
        desk.note("change_benefit", "benefit", benefit_id, changed)
    return before


def retire_benefit(desk: Desk, benefit_id: UUID) -> UUID:
    """Take it out of the catalogue: nothing new is offered, what was given stays."""
    _need_keeper(desk)
    benefit_of(desk, benefit_id).retired_at = desk.now
    desk.session.flush()
    desk.note("retire_benefit", "benefit", benefit_id)
    return benefit_id


def bring_back_benefit(desk: Desk, benefit_id: UUID) -> UUID:
    """The way back of `retire_benefit`."""
    _need_keeper(desk)
    benefit_of(desk, benefit_id).retired_at = None
    desk.session.flush()
    desk.note("bring_back_benefit", "benefit", benefit_id)
    return benefit_id


def benefit_of(desk: Desk, benefit_id: UUID) -> Benefit:
    """The row; `NotFound` if there is none."""
    row = desk.session.get(Benefit, benefit_id)
    if row is None:
        raise NotFound(say("This benefit is not in the catalogue any more."))
    return row


def benefit_row(b: Benefit) -> BenefitRow:
    """Frozen, with amounts as money."""

    def money(minor: int | None) -> Money | None:
        return None if minor is None else Money(minor, b.currency)

    fields = BenefitFields(
        b.name_ru, b.name_en, b.kind, b.about, b.picture_text,
        tuple(UUID(t) for t in b.tier_ids), money(b.cost_minor), money(b.retail_minor),
        money(b.perceived_minor), b.valid_from, b.valid_until, b.stock, b.per_year,
    )  # fmt: skip
    return BenefitRow(b.id, fields, b.taken, b.retired_at is not None, b.version)


def _worth(row: BenefitRow) -> int:
    f = row.fields
    amount = f.perceived or f.retail
    return amount.minor if amount is not None else 0


def _need_keeper(desk: Desk) -> None:
    if not may_keep(desk):
        raise UserError(say("The head of VIP service or an executive keeps the catalogue."))


def _checked(f: BenefitFields) -> dict[str, Any]:
    name = " ".join(f.name_ru.split())
    if not name:
        raise UserError(say("Give the benefit a name."), field="name_ru")
    for field, text in (("name_ru", name), ("name_en", f.name_en)):
        if len(text) > _LONGEST:
            raise UserError(say("Enter {limit} characters at most.", limit=_LONGEST), field=field)
    amounts = {"cost": f.cost, "retail": f.retail, "perceived": f.perceived}
    known = [m for m in amounts.values() if m is not None]
    if len({m.currency for m in known}) > 1:
        raise UserError(say("Enter all three values in one currency."), field="cost")
    for field, amount in amounts.items():
        if amount is not None and amount.minor < 0:
            raise UserError(say("Enter zero or more."), field=field)
    if f.valid_from and f.valid_until and f.valid_until < f.valid_from:
        raise UserError(say("It ends before it begins."), field="valid_until")
    for field, number in (("stock", f.stock), ("per_year", f.per_year)):
        if number is not None and number < (field == "per_year"):
            raise UserError(say("Enter a number above zero."), field=field)
    return {
        "name_ru": name, "name_en": " ".join(f.name_en.split()), "kind": f.kind,
        "about": f.about.strip(), "picture_text": f.picture_text.strip(),
        "tier_ids": [str(t) for t in f.tier_ids],
        **{f"{k}_minor": m.minor if m is not None else None for k, m in amounts.items()},
        "currency": known[0].currency if known else "RUB",
        "valid_from": f.valid_from, "valid_until": f.valid_until,
        "stock": f.stock, "per_year": f.per_year,
    }  # fmt: skip
