"""Plans of events: a copy on another date, a template, the repeats of a course. Never guests.

A plan is what an event is made of but its date: words, parts, choices for guests, lines of
the budget (planned, never paid). Moments are kept as seconds from the beginning.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.channels.hours import zone as zone_of
from vipdesk.errors import NotFound, UserError
from vipdesk.events import budget, options, programme
from vipdesk.events.budget import CostWords
from vipdesk.events.options import OptionWords
from vipdesk.events.programme_rows import EventWords, SessionWords
from vipdesk.gathering import EventFormat
from vipdesk.models import EventCourse, EventSort, EventTemplate, Staff, Venue
from vipdesk.vocabulary import EventKind
from vipdesk.wording import say

_MOST_REPEATS = 60
_TEXTS = ("title", "title_en", "zone", "description", "description_en", "dress", "dress_en")
_IDS = {"venue_id": Venue, "host_id": Staff, "sort_id": EventSort, "course_id": EventCourse}
Plan = dict[str, Any]


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """A template to choose."""

    id: UUID
    name: str
    kind: EventKind | None


# Templates -----------------------------------------------------------------------------------


def list_templates(desk: Desk) -> tuple[TemplateRow, ...]:
    """By name."""
    rows = desk.session.scalars(select(EventTemplate).order_by(EventTemplate.name))
    return tuple(TemplateRow(t.id, t.name, _enum(EventKind, t.plan.get("kind"))) for t in rows)


def add_template(desk: Desk, *, event_id: UUID, name: str) -> UUID:
    """Keep an event's plan under a name."""
    return _keep(desk, name, plan_of(desk, event_id))


def remove_template(desk: Desk, template_id: UUID) -> tuple[str, Plan]:
    """Take a template away; what it was comes back, for `bring_back`."""
    row = _template(desk, template_id)
    taken = row.name, dict(row.plan)
    desk.session.delete(row)
    desk.session.flush()
    desk.note("remove_template", "event_template", template_id, ("name",))
    return taken


def bring_back(desk: Desk, taken: tuple[str, Plan]) -> UUID:
    """The way back of `remove_template`."""
    return _keep(desk, *taken)


def use_template(desk: Desk, template_id: UUID, *, starts_at: datetime) -> UUID:
    """A new draft by a template, beginning at `starts_at`."""
    return write_plan(desk, _template(desk, template_id).plan, starts_at)


# Copies --------------------------------------------------------------------------------------


def copy_event(desk: Desk, event_id: UUID, *, starts_at: datetime) -> UUID:
    """The same event on another date, as a draft: never its guests, its answers, its files."""
    plan = plan_of(desk, event_id)
    plan.pop("course_id", None)
    return write_plan(desk, plan, starts_at)


def repeat_event(desk: Desk, event_id: UUID, *, days: int, times: int) -> tuple[UUID, ...]:
    """`times` copies, each `days` after the one before, at the same hour of the place's clock.

    They are of the event's course, if it is in one.
    """
    if days < 1:
        raise UserError(say("Repeats are at least a day apart."), field="days")
    if not 1 <= times <= _MOST_REPEATS:
        raise UserError(say("Repeat it between 1 and {n} times.", n=_MOST_REPEATS), field="times")
    event, plan = programme.find_event(desk, event_id), plan_of(desk, event_id)
    there = event.starts_at.astimezone(zone_of(event.zone))
    # By the wall's clock: a change of summer time does not move the hour.
    dates = (there + timedelta(days=days * n) for n in range(1, times + 1))
    return tuple(write_plan(desk, plan, date) for date in dates)


def remove_event(desk: Desk, event_id: UUID) -> None:
    """Take a draft away that nobody is thought of for: the way back of a new one."""
    from vipdesk.events.removal import remove_draft

    remove_draft(desk, event_id)


# Plans ---------------------------------------------------------------------------------------


def plan_of(desk: Desk, event_id: UUID) -> Plan:
    """An event's plan, as JSON keeps it."""
    card = programme.get_event(desk, event_id)
    words = card.words()
    begins = words.starts_at

    def after(moment: datetime) -> int:
        return round((moment - begins).total_seconds())

    sessions = [
        {**_plain(s.words()), "starts": after(s.starts_at), "ends": after(s.ends_at)}
        for s in card.sessions
    ]
    return {
        **{n: getattr(words, n) for n in _TEXTS},
        **{n: str(v) for n in _IDS if (v := getattr(words, n)) is not None},
        "kind": str(words.kind),
        "format": str(words.format) if words.format else None,
        "capacity": words.capacity,
        "tiers": list(words.tiers),
        "topics": list(words.topics),
        "lasts": after(words.ends_at),
        "answer_before": -after(words.answer_by) if words.answer_by else None,
        "sessions": sessions,
        "options": [_plain(o.words()) for o in options.list_options(desk, event_id)],
        "costs": [
            _plain(replace(c.words(), actual=None)) for c in budget.get_budget(desk, event_id).lines
        ],
    }


def write_plan(desk: Desk, plan: Mapping[str, Any], starts_at: datetime) -> UUID:
    """A new draft by a plan. What is not there any more (a venue, a host) is left out."""
    starts_at = starts_at.astimezone(zone_of("UTC"))
    ids: Plan = {n: _still(desk, model, plan.get(n)) for n, model in _IDS.items()}
    kind = _enum(EventKind, plan.get("kind")) or EventKind.TALK
    before = plan.get("answer_before")
    answer_by = starts_at - timedelta(seconds=before) if before is not None else None
    texts: Plan = {n: str(plan.get(n) or ("Europe/Moscow" if n == "zone" else "")) for n in _TEXTS}
    words = EventWords(
        kind=kind,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(seconds=int(plan.get("lasts") or 7200)),
        capacity=int(plan.get("capacity") or 0),
        tiers=tuple(plan.get("tiers") or ()),
        topics=tuple(plan.get("topics") or ()),
        format=_enum(EventFormat, plan.get("format")),
        answer_by=answer_by if answer_by is not None and answer_by > desk.now else None,
        **texts,
        **ids,
    )
    venue = desk.session.get(Venue, words.venue_id) if words.venue_id else None
    if venue is not None and venue.capacity:
        words = replace(words, capacity=min(words.capacity, venue.capacity))
    event_id = programme.add_event(desk, words=words, sessions=tuple(_sessions(plan, starts_at)))
    for option in plan.get("options") or ():
        options.add_option(desk, event_id=event_id, words=_made(OptionWords, option))
    for cost in plan.get("costs") or ():
        budget.add_cost(desk, event_id=event_id, words=_made(CostWords, cost))
    return event_id


def _sessions(plan: Mapping[str, Any], begins: datetime) -> list[SessionWords]:
    return [
        SessionWords(
            starts_at=begins + timedelta(seconds=s["starts"]),
            ends_at=begins + timedelta(seconds=s["ends"]),
            **{n: s[n] for n in ("title", "tutor", "level", "materials", "title_en", "places")},
        )
        for s in plan.get("sessions") or ()
    ]


def _plain(words: Any) -> Plan:
    values = {f.name: getattr(words, f.name) for f in fields(words)}
    return {n: v for n, v in values.items() if not isinstance(v, datetime)}


def _made(made: Any, values: Mapping[str, Any]) -> Any:
    known = {f.name for f in fields(made)}
    return made(**{n: v for n, v in values.items() if n in known})


def _still(desk: Desk, model: Any, key: str | None) -> UUID | None:
    return UUID(key) if key and desk.session.get(model, UUID(key)) is not None else None


def _enum(made: Any, value: object) -> Any:
    return made(value) if value in {str(m) for m in made} else None


def _keep(desk: Desk, name: str, plan: Plan) -> UUID:
    if not name.strip():
        raise UserError(say("Give the template a name."), field="name")
    row = EventTemplate(name=name.strip(), plan=plan)
    desk.session.add(row)
    desk.session.flush()
    desk.note("add_template", "event_template", row.id, ("name", "plan"))
    return row.id


def _template(desk: Desk, template_id: UUID) -> EventTemplate:
    row = desk.session.get(EventTemplate, template_id)
    if row is None:
        raise NotFound(say("This template is not here any more."))
    return row
