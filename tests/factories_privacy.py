"""A client about whom something stands in every table and every column that can hold words."""

from __future__ import annotations

from collections import deque
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Enum,
    LargeBinary,
    Numeric,
    String,
    Uuid,
    inspect,
)

from tests.factories import client, event
from vipdesk.access import Desk
from vipdesk.giving import BenefitKind
from vipdesk.models import (
    Base,
    Benefit,
    ClubSetting,
    ContactPoint,
    Draft,
    EventOption,
    GuestList,
    ListSnapshot,
    PrivateDraft,
    Problem,
    Reply,
    SearchEntry,
    Staff,
)
from vipdesk.models.types import UtcDateTime
from vipdesk.privacy.holdings import HOLDINGS
from vipdesk.vocabulary import ComplaintState, OutboxState, ReplySource, Role, Verdict

MARK = "Kanarejka"
NAMELESS = {"public_no", "number", "uid", "token", "raw_sha256", "code", "text_version"}
"""Columns that hold made-up keys and stay after an erasure."""
CODES = {"policy_version", "formula_version", "calendar_version", "text_version", "band", "zone",
         "kind"}  # fmt: skip
NAMED = ("surname", "given", "patronymic", "latin_name", "company", "position", "city", "manner")
_numbers = count(1000)


def mark() -> str:
    return f"{MARK}{next(_numbers)}"


def plant(desk: Desk, *, closed_days_ago: int = 2000) -> tuple[UUID, dict[str, UUID]]:
    """A client with one row in every table of `HOLDINGS`; returns the ids by table.

    The complaint was closed so long ago that its words may go.
    """
    person = client(desk, **{n: mark() for n in NAMED})
    gathering = event(desk)
    guests = GuestList(event_id=gathering.id)
    desk.session.add(guests)
    desk.session.flush()
    ids = {"client": person.id, "event": gathering.id, "guest_list": guests.id,
           "staff": desk.actor.id}  # fmt: skip
    ids["tier"] = person.tier_id
    colleague = Staff(login="colleague", role=Role.MANAGER, given="Олег", surname="Иной")
    knot = Problem(title="Рассадка", opened_at=desk.now)
    menu = EventOption(event_id=gathering.id, question="Меню", title="Рыба")
    box = Benefit(name_ru="Ложа", kind=next(iter(BenefitKind)), created_at=desk.now)
    sent = ListSnapshot(event_id=gathering.id, wave=1, taken_at=desk.now, by_id=desk.actor.id)
    desk.session.add_all((colleague, box, knot, menu, sent))
    desk.session.flush()
    ids |= {"colleague": colleague.id, "another": client(desk).id, "benefit": box.id,
            "event_option": menu.id, "problem": knot.id, "list_snapshot": sent.id}  # fmt: skip
    todo, left = deque(h.model for h in HOLDINGS if h.table != "client"), 2_000
    while todo:
        left -= 1
        assert left, f"their keys point at nothing planted: {todo}"
        model = todo.popleft()
        values = _values(desk, model, ids, closed_days_ago)
        if values is None:
            todo.append(model)
            continue
        row = model(**values)
        desk.session.add(row)
        desk.session.flush()
        ids[model.__tablename__] = row.id
    desk.session.add_all(
        [
            Draft(staff_id=desk.actor.id, form=f"talk:{person.id}", object_id=None,
                  values={"text": mark()}, saved_at=desk.now),
            Draft(staff_id=desk.actor.id, form="note", object_id=None,
                  values={"text": mark(), "client_id": str(person.id)}, saved_at=desk.now),
            PrivateDraft(staff_id=desk.actor.id, form="case", object_id=ids["complaint"],
                         values={"text": mark()}, saved_at=desk.now),
        ]
    )  # fmt: skip
    address = desk.session.get_one(ContactPoint, ids["contact_point"]).normalised
    desk.session.add(
        Reply(
            source=ReplySource.EMAIL,
            verdict=Verdict.REVIEW,
            received_at=_moment(desk.now),
            attendee=address,
            raw=mark().encode(),
            note=mark(),
        )
    )  # a mail of the client that fitted no invitation
    desk.session.flush()
    from vipdesk.clients.search_entry import keep_found

    keep_found(desk, person.id)
    return person.id, ids


def _values(
    desk: Desk, model: type[Base], ids: dict[str, UUID], closed_days_ago: int
) -> dict[str, Any] | None:
    values: dict[str, Any] = {}
    for column in inspect(model).columns:
        if column.name in ("id", "version", "other_client_id", "renegotiated_from_id",
                           "replaces_id", "item_id"):  # fmt: skip
            continue
        if column.foreign_keys:
            (key,) = column.foreign_keys
            target = key.target_fullname.split(".")[-2]
            if target not in ids:
                return None
            values[column.name] = ids[target]
        else:
            values[column.name] = _value(desk, column)
    values |= {
        "complaint": {
            "state": ComplaintState.CLOSED,
            "closed_at": desk.now - timedelta(days=closed_days_ago),
        },
        "delegation": {"to_id": ids["colleague"]},
        "client_merge": {"other_client_id": ids["another"]},
        "not_the_same": {"other_client_id": ids["another"]},
        "health_snapshot": {"band": "steady"},
        "follow_up": {"csat": 5, "ces": 7, "worth": 3},
        "introduction": {"other_client_id": ids["another"]},
        "compensation_grant": {"second_id": None, "level": 1},
        "department_task": {"quality": 5, "department": "Kitchen"},  # the club's, not a client's
    }.get(model.__tablename__, {})
    if "content" in values and "state" in values:
        values["state"] = OutboxState.QUEUED
    for small in ("weekdays", "strength", "level", "round", "wave", "party"):
        if small in values:
            values[small] = 1
    return values


def _value(desk: Desk, column: Column[Any]) -> Any:
    kind = column.type
    if isinstance(kind, Enum):
        return next(iter(kind.enum_class))  # type: ignore[arg-type]
    if isinstance(kind, JSON):
        return [] if column.name.endswith("fields") else {"words": mark()}
    if isinstance(kind, String):
        return _text(column)
    made: tuple[tuple[type[Any], Any], ...] = (
        (UtcDateTime, _moment(desk.now)),
        (Date, date(2026, 1, 2)),
        (LargeBinary, mark().encode()),
        (Uuid, uuid4()),
        (Boolean, False),
        (Numeric, 1.0),
    )
    return next((value for one, value in made if isinstance(kind, one)), 1)


def _text(column: Column[Any]) -> str:
    if column.name.endswith("currency"):
        return "RUB"
    if column.name == "lang":
        return "ru"
    if column.name in CODES or str(column) == "reply.reason":  # a code of `events.replies`
        return "v1"
    return uuid4().hex[:10] if column.name in NAMELESS else mark()


def _moment(now: datetime) -> datetime:
    return now - timedelta(days=400)


def texts_left(desk: Desk) -> list[str]:
    """'table.column' of whatever still holds a planted word, in all tables of the schema."""
    found = []
    for table in Base.metadata.sorted_tables:
        for row in desk.session.execute(table.select()).mappings():
            found += [
                f"{table.name}.{c}"
                for c, v in row.items()
                if MARK in (v.decode("utf-8", "replace") if isinstance(v, bytes) else str(v))
                or (isinstance(v, str) and MARK.casefold() in v.casefold())
            ]
    return sorted(set(found))


def setting(desk: Desk, name: str, value: str) -> None:
    desk.session.add(ClubSetting(name=name, value=value))
    desk.session.flush()


__all__ = ["MARK", "SearchEntry", "mark", "plant", "setting", "texts_left"]
