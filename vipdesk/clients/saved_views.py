"""Views of a list: named, one's own, one of them the one the list opens with.

An arrangement is who is in the list, in what order, with which columns. What was typed into the
search field is not kept: it names people. The nameless view is how the list was left.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.clients.list_filter import ClientFilter, Silence
from vipdesk.clients.list_order import ClientSort
from vipdesk.errors import NotFound, UserError
from vipdesk.ids import new_id
from vipdesk.models import SavedView
from vipdesk.vocabulary import Band
from vipdesk.wording import say

CLIENTS = "clients"
_LONGEST = 80
_MOST = 40
E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Who, in what order, which columns (their keys; empty: the usual ones)."""

    filter: ClientFilter = field(default_factory=ClientFilter)
    sort: ClientSort = ClientSort.NAME
    descending: bool = False
    columns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ViewRow:
    """A saved view of the person at work. `name` is empty for how the list was left."""

    id: UUID
    name: str
    is_default: bool
    arrangement: Arrangement


def list_views(desk: Desk, place: str = CLIENTS) -> tuple[ViewRow, ...]:
    """One's own, by name; the nameless one first."""
    rows = desk.session.scalars(
        select(SavedView)
        .where(SavedView.place == place, SavedView.staff_id == desk.actor.id)
        .order_by(SavedView.name)
    )
    return tuple(_row(v) for v in rows)


def save_view(
    desk: Desk,
    *,
    name: str,
    arrangement: Arrangement,
    is_default: bool = False,
    place: str = CLIENTS,
) -> ViewRow:
    """Save under a name; one of the same name is replaced. Raises `UserError` on 'name'."""
    name = " ".join(name.split())
    if not name:
        raise UserError(say("Give the view a name."), field="name")
    if len(name) > _LONGEST:
        raise UserError(say("Enter {limit} characters at most.", limit=_LONGEST), field="name")
    others = [v for v in list_views(desk, place) if v.name != name]
    if len(others) >= _MOST:
        raise UserError(say("Forty views are enough. Remove one first."), field="name")
    view = _put(desk, place, name, arrangement)
    desk.session.flush()
    if is_default:
        _only_default(desk, place, view)
        desk.session.flush()
    desk.note("save_view", "saved_view", view.id, ("name", "arrangement", "is_default"))
    return _row(view)


def remove_view(desk: Desk, view_id: UUID) -> ViewRow:
    """Take a view away; give what comes back to `restore_view` for the way back."""
    view = _own(desk, view_id)
    row = _row(view)
    desk.session.delete(view)
    desk.session.flush()
    desk.note("remove_view", "saved_view", view_id)
    return row


def restore_view(desk: Desk, row: ViewRow) -> ViewRow:
    """The way back of `remove_view`."""
    return save_view(desk, name=row.name, arrangement=row.arrangement, is_default=row.is_default)


def choose_default(desk: Desk, view_id: UUID | None, place: str = CLIENTS) -> UUID | None:
    """Open the list with this view from now on (None: as it was left); the former one."""
    before = next((v.id for v in list_views(desk, place) if v.is_default), None)
    _only_default(desk, place, _own(desk, view_id) if view_id is not None else None)
    desk.session.flush()
    desk.note("save_view", "saved_view", view_id or before, ("is_default",))
    return before


def keep_layout(desk: Desk, arrangement: Arrangement, place: str = CLIENTS) -> None:
    """Remember columns and order as they are left. No entry in the journal: nothing happened."""
    kept = Arrangement(
        sort=arrangement.sort, descending=arrangement.descending, columns=arrangement.columns
    )
    _put(desk, place, "", kept)
    desk.session.flush()


def read_arrangement(kept: dict[str, Any]) -> Arrangement:
    """What stands in the database. What this desk does not know is left out."""
    found = kept.get("filter")
    return Arrangement(
        _filter(found if isinstance(found, dict) else {}),
        _member(ClientSort, kept.get("sort")) or ClientSort.NAME,
        bool(kept.get("descending")),
        tuple(str(c) for c in kept.get("columns", ())),
    )


def _plain(arrangement: Arrangement) -> dict[str, Any]:
    chosen = asdict(arrangement.filter.kept)
    values = {k: str(v) if isinstance(v, UUID) else v for k, v in chosen.items()}
    return {
        "filter": {k: v for k, v in values.items() if v not in (None, "", False)},
        "sort": str(arrangement.sort),
        "descending": arrangement.descending,
        "columns": list(arrangement.columns),
    }


def _filter(kept: dict[str, Any]) -> ClientFilter:
    known = {f.name for f in fields(ClientFilter)} - {"text", "ids"}
    values: dict[str, Any] = {k: v for k, v in kept.items() if k in known}
    for name in ("tier_id", "manager_id"):
        values[name] = _key(values.get(name))
    values["band"] = _member(Band, values.get("band"))
    values["silence"] = _member(Silence, values.get("silence"))
    month = values.get("birthday_month")
    values["birthday_month"] = month if isinstance(month, int) and 1 <= month <= 12 else None
    for name in ("city", "interest"):
        values[name] = str(values.get(name) or "")
    return ClientFilter(**values)


def _key(value: object) -> UUID | None:
    try:
        return UUID(str(value)) if value else None
    except ValueError:
        return None


def _member(enum: type[E], value: object) -> E | None:
    return next((m for m in enum if m.value == value), None)


def _put(desk: Desk, place: str, name: str, arrangement: Arrangement) -> SavedView:
    view = desk.session.scalar(
        select(SavedView).where(
            SavedView.place == place,
            SavedView.staff_id == desk.actor.id,
            SavedView.name == name,
        )
    )
    if view is None:
        view = SavedView(id=new_id(), place=place, name=name, staff_id=desk.actor.id,
                         is_default=False, arrangement={})  # fmt: skip
        desk.session.add(view)
    view.arrangement = _plain(arrangement)
    return view


def _only_default(desk: Desk, place: str, chosen: SavedView | None) -> None:
    rows = desk.session.scalars(
        select(SavedView).where(SavedView.place == place, SavedView.staff_id == desk.actor.id)
    )
    for view in rows:
        view.is_default = view is chosen


def _own(desk: Desk, view_id: UUID) -> SavedView:
    view = desk.session.get(SavedView, view_id)
    if view is None or view.staff_id != desk.actor.id:
        raise NotFound(say("This view is not here any more."))
    return view


def _row(view: SavedView) -> ViewRow:
    return ViewRow(view.id, view.name, view.is_default, read_arrangement(view.arrangement))
