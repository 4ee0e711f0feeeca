"""What came after the cases of the demonstration club: talks, causes, a problem, an action."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from uuid import UUID

from vipdesk.demo.chance import Chance
from vipdesk.demo.people import Worker
from vipdesk.demo.rows import Rows
from vipdesk.learning import (
    ActionKind,
    FollowUpState,
    Mechanism,
    Origin,
    ProblemState,
    Solved,
    Surety,
)
from vipdesk.vocabulary import Channel, ComplaintCategory

_M, _O = Mechanism, Origin
# By what the client felt: what went wrong, where it came from, why (Russian, English).
_CAUSES = {
    ComplaintCategory.EVENT: (
        _M.MISTAKE, _O.HANDOVER,
        ("Схему зала передали на словах за час до начала", "The plan was passed on by mouth"),
    ),
    ComplaintCategory.PROMISE: (
        _M.EXPECTATION, _O.INFORMATION,
        ("Срок назвали клиенту, а исполнителю не передали", "Only the client was told the date"),
    ),
    ComplaintCategory.NEGLECT: (
        _M.DELAY, _O.LOAD,
        ("У менеджера был отпуск, а заместителя не назначили", "Nobody stood in for the manager"),
    ),
    ComplaintCategory.QUALITY: (
        _M.VARIATION, _O.SUPPLIER,
        ("Подрядчик подменил исполнителя и не сказал", "The contractor sent somebody else"),
    ),
    ComplaintCategory.MONEY: (
        _M.MISTAKE, _O.SYSTEM,
        ("Программа приняла два одинаковых списания подряд", "The system took one charge twice"),
    ),
}  # fmt: skip
_SAID = ("Всё исправлено, спасибо", "All is well now, thank you")
_TEXT = ("Передавать каждую договорённость письменно", "Pass every agreement on in writing")
_HOPE = ("Втрое меньше таких жалоб за квартал", "A third as many in a quarter")


class CaseAfter:
    """Writes talks and causes of closed cases; a problem where one cause came most often."""

    def __init__(self, rows: Rows, as_of: datetime, side: int, head: Worker) -> None:
        self._chance = Chance("case_after", as_of)  # its own: other rows stay as they are
        self._rows, self._as_of, self._side, self._head = rows, as_of, side, head
        self._causes: Counter[ComplaintCategory] = Counter()

    def add(self, case: UUID, owner: UUID, category: ComplaintCategory, closed: datetime) -> None:
        """The talk and the cause of a case that was closed."""
        chance = self._chance
        reached = chance.hit(0.9)
        self._rows.add(
            "follow_up",
            {
                "id": chance.private_id(), "complaint_id": case, "staff_id": owner,
                "state": FollowUpState.DONE if reached else FollowUpState.NOT_REACHED,
                "channel": Channel.PHONE, "tries": 0 if reached else 2, "tried_at": closed,
                "closed_at": closed, "solved": Solved.YES if reached else None,
                "csat": chance.between(4, 5) if reached else None,
                "ces": chance.between(4, 7) if reached else None,
                "said": _SAID[self._side] if reached else "",
            },
        )  # fmt: skip
        found = _CAUSES.get(category)
        if found is None:
            return
        mechanism, origin, why = found
        self._causes[category] += 1
        self._rows.add(
            "root_cause",
            {
                "id": chance.private_id(), "complaint_id": case, "mechanism": mechanism,
                "origin": origin, "surety": Surety.PROBABLE, "whys": [why[self._side]],
                "coded_by_id": owner, "coded_at": closed,
            },
        )  # fmt: skip

    def problem(self) -> None:
        """The cause that came most often is a problem, and something is done about it."""
        if not self._causes:
            return
        category = self._causes.most_common(1)[0][0]
        mechanism, origin, why = _CAUSES[category]
        problem, opened = self._chance.private_id(), self._as_of - timedelta(days=120)
        side, head = self._side, self._head.id
        self._rows.add(
            "problem",
            {
                "id": problem, "staff_id": head, "title": why[side], "mechanism": mechanism,
                "origin": origin, "state": ProblemState.OPEN, "opened_at": opened,
            },
        )  # fmt: skip
        self._rows.add(
            "corrective_action",
            {
                "id": self._chance.private_id(), "problem_id": problem, "staff_id": head,
                "kind": ActionKind.PREVENT, "text": _TEXT[side], "expected": _HOPE[side],
                "due_on": (opened + timedelta(days=20)).date(), "made_at": opened,
                "done_at": opened + timedelta(days=18),
            },
        )  # fmt: skip
        self._rows.add(
            "lesson",
            {
                "id": self._chance.private_id(), "problem_id": problem, "text": _TEXT[side],
                "published_on": (opened + timedelta(days=30)).date(),
            },
        )  # fmt: skip
