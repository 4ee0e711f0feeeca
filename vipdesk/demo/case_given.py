"""What the clients of the demonstration club were given after a complaint, and by whom helped."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from vipdesk.compensating import Authority, GrantState, TaskState
from vipdesk.complaints.catalogue import LOSS_OF, STARTERS, ItemFields, matches
from vipdesk.demo.chance import Chance
from vipdesk.demo.rows import Rows
from vipdesk.money import Money
from vipdesk.vocabulary import ComplaintCategory

_FRONT = Money.of(6_000)  # of a case: the club has raised the usual limit
_NEAR = Money.of(4_800)  # 80 % of it
_HOW = ("Передано лично", "Handed over in person")
# Department, what it was asked, what it answered (Russian, English).
_ASKED = {
    ComplaintCategory.EVENT: (
        ("Зал", "The floor"),
        ("Узнать, кто менял схему столов в день вечера", "Find out who changed the seating"),
        ("Схему меняли за час до начала, хостес не знала", "Changed an hour before the start"),
    ),
    ComplaintCategory.QUALITY: (
        ("Кухня", "The kitchen"),
        ("Проверить партию и назвать поставщика", "Check the batch and name the supplier"),
        ("Партию сняли, поставщик предупреждён", "The batch is withdrawn"),
    ),
    ComplaintCategory.MONEY: (
        ("Бухгалтерия", "Accounts"),
        ("Сверить два списания за один счёт", "Compare two charges for one bill"),
        ("Второе списание ошибочное, возврат оформлен", "The second one was our mistake"),
    ),
    ComplaintCategory.PROMISE: (
        ("Консьерж", "Concierge"),
        ("Выяснить, кому передали срок", "Find out who was told the date"),
        ("Срок остался в личной переписке", "The date stayed in a private chat"),
    ),
}


class CaseGiven:
    """Writes the catalogue, a limit of the club's own, offers and gestures, departments' tasks."""

    def __init__(self, rows: Rows, as_of: datetime, side: int) -> None:
        self._chance = Chance("case_given", as_of)  # its own: other rows stay as they are
        self._rows, self._as_of, self._side = rows, as_of, side
        self._drawn: set[tuple[int, int]] = set()
        self._items: list[tuple[UUID, ItemFields]] = []
        for f in STARTERS:
            self._items.append((self._chance.private_id(), f))
            rows.add("compensation_item", self._item(*self._items[-1]))
        rows.add(
            "compensation_limit",
            {
                "id": self._chance.private_id(), "level": Authority.FRONT,
                "per_case_minor": _FRONT.minor, "per_client_times": 2,
                "per_month_minor": 4_000_000,
            },
        )  # fmt: skip

    def _item(self, item_id: UUID, f: ItemFields) -> dict[str, object]:
        return {
            "id": item_id, "kind": f.kind, "title": f.title, "title_en": f.title_en,
            "cost_minor": f.cost.minor, "retail_minor": f.retail.minor,
            "perceived_minor": f.perceived.minor, "losses": [str(x) for x in f.losses],
            "lead_days": f.lead_days, "rest_days": f.rest_days, "numbered": False,
        }  # fmt: skip

    def add(
        self, case: UUID, client: UUID, owner: UUID, category: ComplaintCategory,
        answered: datetime, state: GrantState,
    ) -> None:  # fmt: skip
        """An offer of two things the client may choose from, as far as it went."""
        fitting = [
            (item_id, f) for item_id, f in self._items
            if matches(f, LOSS_OF[category]) and f.cost <= _FRONT
        ]  # fmt: skip
        others = [x for x in self._items if x not in fitting and x[1].cost <= _FRONT]
        first = self._chance.pick(fitting or others)
        two = [first, self._chance.pick([x for x in others if x[0] != first[0]])]
        grant, taken = self._chance.private_id(), state is not GrantState.RESERVED
        accepted = answered + timedelta(hours=2) if taken else None
        delivered = answered + timedelta(hours=26) if state is GrantState.SETTLED else None
        set_aside = first[1].cost if taken else max(f.cost for _, f in two)
        self._rows.add(
            "compensation_grant",
            {
                "id": grant, "complaint_id": case, "client_id": client, "staff_id": owner,
                "level": Authority.FRONT, "state": state, "reserved_minor": set_aside.minor,
                "offered_at": answered, "accepted_at": accepted,
                "due_at": None if accepted is None else accepted + timedelta(days=1),
                "delivered_at": delivered,
                "delivered_how": _HOW[self._side] if delivered else "",
                "sampled": self._drawn_now(answered, near=set_aside > _NEAR),
            },
        )  # fmt: skip
        for place, (item_id, f) in enumerate(two):
            self._rows.add(
                "compensation_option",
                {
                    "id": self._chance.private_id(), "grant_id": grant, "complaint_id": case,
                    "item_id": item_id, "kind": f.kind, "title": f.title, "title_en": f.title_en,
                    "cost_minor": f.cost.minor, "retail_minor": f.retail.minor,
                    "perceived_minor": f.perceived.minor, "place": place,
                    "chosen": taken and place == 0,
                },
            )  # fmt: skip

    def _drawn_now(self, at: datetime, *, near: bool) -> bool:
        """When a month has ended: all that are near the limit, and at least one of the others."""
        month = (at.year, at.month)
        if month >= (self._as_of.year, self._as_of.month) or (not near and month in self._drawn):
            return False
        if not near:
            self._drawn.add(month)
        return True

    def ask(self, case: UUID, owner: UUID, category: ComplaintCategory, at: datetime) -> None:
        """A department's task: done if it is old, some of them late; open if it is of today."""
        found = _ASKED.get(category)
        if found is None:
            return
        (name, extract, answer), side = found, self._side
        due = at + timedelta(days=1)
        done = at + timedelta(hours=30 if self._chance.hit(0.2) else 18)
        over = done < self._as_of
        self._rows.add(
            "department_task",
            {
                "id": self._chance.private_id(), "complaint_id": case, "department": name[side],
                "extract": extract[side], "staff_id": owner, "given_at": at, "due_at": due,
                "first_due_at": due, "state": TaskState.DONE if over else TaskState.OPEN,
                "done_at": done if over else None, "answer": answer[side] if over else "",
                "quality": self._chance.between(3, 5) if over else None,
            },
        )  # fmt: skip
