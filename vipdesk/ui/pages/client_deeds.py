"""What is added to a client's profile and taken away again, from whatever tab."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from uuid import UUID

from vipdesk.clients import contact_points, facts, people, preferences
from vipdesk.clients.contact_points import PointFields
from vipdesk.wording import say

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from vipdesk.clients.rows import ClientCard
    from vipdesk.ui.context import Context


def add_part(context: Context, card: ClientCard, part: str, parent: QWidget) -> None:
    """Open the sheet of a 'point', 'wish', 'person', 'fact', 'interest' or 'purchase'."""
    from vipdesk.ui.dialogs import profile_dialogs as sheets
    from vipdesk.ui.dialogs.people_dialogs import EdgeDialog

    if part == "wish":
        sheets.WishDialog(context, card, parent).open()
        return
    kind = {
        "point": sheets.PointDialog, "person": EdgeDialog, "fact": sheets.FactDialog,
        "interest": sheets.InterestDialog, "purchase": sheets.PurchaseDialog,
    }[part]  # fmt: skip
    kind(context, card.id, parent).open()


def remove_part(context: Context, client_id: UUID, part: str, row_id: UUID, owner: QWidget) -> None:
    """Take a row away; the way back is offered."""
    remove, undo = _REMOVALS[part]
    context.runner.write(
        partial(_call, remove, row_id),
        owner=owner,
        said=say("Removed."),
        undo=lambda desk, kept: undo(desk, client_id, row_id, kept),
    )


def confirm_fact(context: Context, fact_id: UUID, owner: QWidget) -> None:
    """The client said so again."""
    confirm = partial(facts.confirm_fact, fact_id=fact_id)
    context.runner.write(confirm, owner=owner, said=say("Noted as true today."))


def _call(verb: Callable[[Any, UUID], Any], row_id: UUID, desk: Any) -> Any:
    return verb(desk, row_id)


def _put_point_back(desk: Any, client_id: UUID, row_id: UUID, kept: Any) -> None:
    fields = PointFields(kept.kind, kept.value, kept.label, kept.preferred)
    contact_points.add_contact_point(desk, client_id, fields, point_id=row_id)


def _put_wish_back(desk: Any, client_id: UUID, row_id: UUID, kept: Any) -> None:
    preferences.add_preference(desk, client_id, kept, preference_id=row_id)


def _put_person_back(desk: Any, client_id: UUID, row_id: UUID, kept: Any) -> None:
    people.add_person_around(desk, client_id, kept[1], person_id=row_id)


def _put_fact_back(desk: Any, _client_id: UUID, row_id: UUID, _kept: Any) -> None:
    facts.reopen_fact(desk, row_id)


def _put_interest_back(desk: Any, client_id: UUID, _row_id: UUID, kept: Any) -> None:
    facts.add_interest(
        desk, client_id, topic=kept.topic, kind=kept.kind, strength=kept.strength, note=kept.note
    )


_REMOVALS: dict[str, tuple[Callable[..., Any], Callable[..., None]]] = {
    "point": (contact_points.remove_contact_point, _put_point_back),
    "wish": (preferences.remove_preference, _put_wish_back),
    "person": (people.remove_person_around, _put_person_back),
    "fact": (facts.end_fact, _put_fact_back),
    "interest": (facts.remove_interest, _put_interest_back),
}
