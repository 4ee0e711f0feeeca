"""The profile: add, change, read a client as a whole."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import asdict, fields, replace
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, delete, func, select
from sqlalchemy.orm import aliased

from vipdesk.access import Desk, merging
from vipdesk.access.merging import Joined
from vipdesk.access.office import staff_row
from vipdesk.clients.consents import list_consents
from vipdesk.clients.contact_points import (
    PointFields,
    checked_point,
    list_contact_points,
    put_point,
)
from vipdesk.clients.facts import list_facts, list_interests
from vipdesk.clients.incoming import LIMITS, one_line
from vipdesk.clients.names import sort_key
from vipdesk.clients.people import list_people_around
from vipdesk.clients.preferences import list_preferences
from vipdesk.clients.promises import list_open_promises
from vipdesk.clients.removal import take_away
from vipdesk.clients.rows import ClientCard, ClientFields, HoldRow, TierRow
from vipdesk.clients.search_entry import keep_found
from vipdesk.clients.sight import cares_for, client_of, no_client, sees_special
from vipdesk.errors import NotFound, UserError
from vipdesk.ids import new_id
from vipdesk.models import (
    Client,
    ContactPoint,
    Interaction,
    Invitation,
    InviteHold,
    Promise,
    Staff,
    StatusCard,
    Tier,
)
from vipdesk.store import search_index
from vipdesk.vocabulary import Role
from vipdesk.wording import say

_NAMES = tuple(f.name for f in fields(ClientFields))
BIRTHDAY = (("birth_year", "birth_month", "birth_day"),)  # a day out of two is nobody's day


def add_client(desk: Desk, values: ClientFields, points: Sequence[PointFields] = ()) -> UUID:
    """Add a client with contact points. Consent is not invented: none is given here.

    Raises `UserError` with the field's name.
    """
    values = _checked(desk, values)
    typed = [checked_point(p) for p in points]
    client = Client(id=new_id(), created_at=desk.now)
    _set(client, values)
    desk.session.add(client)
    desk.session.flush()
    for point in typed:
        put_point(desk, client.id, point)
    desk.note("add_client", "client", client.id, _filled(values))
    keep_found(desk, client.id)
    return client.id


def change_client(
    desk: Desk, client_id: UUID, *, base: ClientFields, values: ClientFields
) -> Joined[ClientFields]:
    """Save the form. `base` is what it was opened with.

    What somebody else changed meanwhile in other fields stays. Raises `Diverged` where both
    changed the same, or where the client is not here any more.
    """
    try:
        client = client_of(desk, client_id)
    except NotFound:
        raise merging.removed(desk, "client", client_id, yours=values) from None
    joined = merging.join(
        desk, "client", client_id, base=base, yours=_trimmed(values), theirs=fields_of(client),
        together=BIRTHDAY,
    )  # fmt: skip
    joined = replace(joined, after=_checked(desk, joined.after))
    changed = merging.changed_fields(joined.before, joined.after)
    if changed:
        _set(client, joined.after)
        desk.session.flush()
        desk.note("change_client", "client", client_id, changed)
        keep_found(desk, client_id)
    return joined


def remove_client(desk: Desk, client_id: UUID) -> None:
    """Take back a client just added; refused once anything happened."""
    client = client_of(desk, client_id)
    for table in (Interaction, Promise, Invitation, StatusCard):
        if desk.session.scalar(select(func.count()).where(table.client_id == client_id)):
            raise UserError(say("This client has a history. Note the day of leaving instead."))
    desk.session.execute(delete(ContactPoint).where(ContactPoint.client_id == client_id))
    search_index.remove(desk.session, client_id)
    take_away(desk, client)
    desk.note("remove_client", "client", client_id)


_LEADER, _DEPUTY = aliased(Staff), aliased(Staff)
_WHOLE = (
    select(Client, Tier, _LEADER, _DEPUTY, InviteHold.kind, InviteHold.review_on)
    .outerjoin(Tier, Tier.id == Client.tier_id)
    .outerjoin(_LEADER, _LEADER.id == Client.manager_id)
    .outerjoin(_DEPUTY, _DEPUTY.id == Client.deputy_id)
    .outerjoin(InviteHold, InviteHold.client_id == Client.id)
    .where(Client.id == bindparam("client_id"))
)


def get_client(desk: Desk, client_id: UUID) -> ClientCard:
    """Everything the page shows; of a client who was merged, the one who stayed.

    Raises `NotFound`.
    """
    found = desk.session.execute(_WHOLE, {"client_id": client_id}).first()
    if found is None:
        raise no_client()
    client, tier, leader, deputy, hold, review_on = found
    if client.merged_into_id is not None:
        return get_client(desk, client.merged_into_id)
    # Asked of the database only where it is not plain: somebody may stand in for another.
    mine = desk.actor.id in (client.manager_id, client.deputy_id)
    cares = mine or desk.actor.role is Role.HEAD or cares_for(desk, client_id)
    special = sees_special(desk, cares=cares)
    return ClientCard(
        id=client.id,
        version=client.version,
        fields=fields_of(client),
        tier=TierRow.of(tier) if tier else None,
        manager=staff_row(leader) if leader else None,
        deputy=staff_row(deputy) if deputy else None,
        present_zone=client.present_zone,
        present_until=client.present_until,
        left_on=client.left_on,
        restricted_at=client.restricted_at,
        last_contact_at=client.last_contact_at,
        cadence_days=client.cadence_days or (tier.cadence_days if tier else None),
        hold=HoldRow(hold, review_on) if hold else None,
        points=list_contact_points(desk, client_id),
        preferences=list_preferences(desk, client_id),
        consents=list_consents(desk, client_id),
        people=list_people_around(desk, client_id, cares=cares),
        interests=list_interests(desk, client_id),
        facts=list_facts(desk, client_id, special=special),
        promises=list_open_promises(desk, client_id=client_id),
        sees_special=special,
    )


def list_tiers(desk: Desk) -> tuple[TierRow, ...]:
    """The club's tiers, the highest first."""
    return tuple(TierRow.of(t) for t in desk.session.scalars(select(Tier).order_by(Tier.rank)))


def fields_of(client: Client) -> ClientFields:
    """What the form edits, as it is in the database."""
    values = {name: getattr(client, name) for name in _NAMES}
    values["languages"] = tuple(client.languages)
    return ClientFields(**values)


def _set(client: Client, values: ClientFields) -> None:
    for name, value in asdict(values).items():
        if name == "languages":
            client.languages = list(value)
        else:
            setattr(client, name, value)
    client.sort_key = sort_key(values.surname, values.given, values.patronymic)


def _filled(values: ClientFields) -> tuple[str, ...]:
    empty = ClientFields()
    return tuple(n for n in _NAMES if getattr(values, n) != getattr(empty, n))


def _trimmed(values: ClientFields) -> ClientFields:
    """As they are kept: blanks that nobody meant are no change."""
    texts: dict[str, Any] = {n: one_line(getattr(values, n)) for n in (*LIMITS, "latin_name")}
    return replace(values, **texts, manner=values.manner.strip())


def _checked(desk: Desk, values: ClientFields) -> ClientFields:
    values = _trimmed(values)
    if not (values.surname or values.given):
        raise UserError(say("Write a surname or a given name."), field="surname")
    for name, limit in {**LIMITS, "latin_name": 200}.items():
        if len(getattr(values, name)) > limit:
            raise UserError(say("At most {n} characters.", n=limit), field=name)
    _check_birthday(values)
    _check_zone(values)
    if values.cadence_days is not None and not 1 <= values.cadence_days <= 730:
        raise UserError(say("The rhythm must be between 1 and 730 days."), field="cadence_days")
    for name in ("manager_id", "deputy_id"):
        staff_id = getattr(values, name)
        if staff_id is not None and desk.session.get(Staff, staff_id) is None:
            raise UserError(say("Choose somebody who works here."), field=name)
    return values


def _check_birthday(values: ClientFields) -> None:
    year, month, day = values.birth_year, values.birth_month, values.birth_day
    if year is not None and not 1870 <= year <= 2100:
        raise UserError(say("Check the year of birth."), field="birth_year")
    if month is not None and not 1 <= month <= 12:
        raise UserError(say("Check the month of birth."), field="birth_month")
    # Without a year 29 February is a day.
    if day is not None and not 1 <= day <= (monthrange(year or 2000, month)[1] if month else 31):
        raise UserError(say("This month has no such day."), field="birth_day")


def _check_zone(values: ClientFields) -> None:
    from zoneinfo import available_timezones

    if values.time_zone and values.time_zone not in available_timezones():
        raise UserError(
            say("Choose a time zone from the list, for example Europe/Moscow."), field="time_zone"
        )
