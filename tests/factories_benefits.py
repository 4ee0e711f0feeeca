"""Benefits for tests."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from tests import factories as make
from vipdesk.access import Desk
from vipdesk.benefits import catalogue
from vipdesk.benefits.catalogue import BenefitFields, BenefitRow
from vipdesk.money import Money
from vipdesk.vocabulary import Role


def benefit(desk: Desk, name: str = "Розыгрыш автомобиля", **fields: Any) -> BenefitRow:
    """In the catalogue, put there by the head: for every tier, without end."""
    values: dict[str, Any] = {"name_ru": name, "retail": Money.of(9000), **fields}
    return catalogue.add_benefit(make.as_role(desk, Role.HEAD), BenefitFields(**values))


def three(desk: Desk, **fields: Any) -> tuple[UUID, UUID, UUID]:
    """Keys of three benefits."""
    first, second, third = (benefit(desk, n, **fields).id for n in ("Опера", "Спа", "Гольф"))
    return first, second, third
