"""What a client can be found by: kept by every verb that changes it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from vipdesk.access import Desk
from vipdesk.clients import spelling
from vipdesk.clients.names import full_name
from vipdesk.clients.phones import digits_of
from vipdesk.models import Client, ClientMerge, ContactPoint, Interest, PersonAround
from vipdesk.store import search_index
from vipdesk.vocabulary import ContactKind, PersonKind, Sensitivity

KIND = "client"


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the search index: what is shown, and the tokens and digits that find it."""

    title: str
    detail: str
    tokens: list[str]
    tails: list[str]


def client_entry(
    *,
    surname: str,
    given: str,
    patronymic: str = "",
    latin_name: str = "",
    company: str = "",
    position: str = "",
    city: str = "",
    phones: Iterable[str] = (),
    emails: Iterable[str] = (),
    messengers: Iterable[str] = (),
    people: Iterable[str] = (),
    interests: Iterable[str] = (),
    former: Iterable[str] = (),
) -> Entry:
    """The entry of a client, from plain values (bulk writers make thousands of them)."""
    name = full_name(surname, given, patronymic)
    detail = " · ".join(p for p in (position, company, city) if p)
    # Of an address the name counts, and a domain of one's own: others would find half the club.
    locals_ = [spelling.address_words(e) for e in emails]
    texts = [
        name,
        latin_name,
        company,
        position,
        city,
        *locals_,
        *messengers,
        *people,
        *interests,
        *former,
    ]
    return Entry(name, detail, spelling.tokens_of(texts), [digits_of(p) for p in phones])


def keep_found(desk: Desk, client_id: UUID) -> None:
    """Make the client's entry anew from what is in the database now."""
    session = desk.session
    session.flush()
    client = session.get_one(Client, client_id)
    points = session.execute(
        select(ContactPoint.kind, ContactPoint.value, ContactPoint.normalised).where(
            ContactPoint.client_id == client_id
        )
    ).all()
    # A friction is not found by the other's name; entries for few eyes are not found at all.
    people = session.scalars(
        select(PersonAround.name).where(
            PersonAround.client_id == client_id,
            PersonAround.kind != PersonKind.FRICTION,
            PersonAround.sensitivity == Sensitivity.TEAM,
            PersonAround.name != "",
        )
    ).all()
    interests = session.scalars(select(Interest.topic).where(Interest.client_id == client_id)).all()
    # Who was merged into this client is still found by the other name.
    former = session.scalars(
        select(ClientMerge.former_name).where(
            ClientMerge.client_id == client_id, ClientMerge.undone_at.is_(None)
        )
    ).all()
    entry = client_entry(
        surname=client.surname,
        given=client.given,
        patronymic=client.patronymic,
        latin_name=client.latin_name,
        company=client.company,
        position=client.position,
        city=client.city,
        phones=[n for k, _, n in points if k is ContactKind.PHONE],
        emails=[v for k, v, _ in points if k is ContactKind.EMAIL],
        messengers=[v for k, v, _ in points if k is ContactKind.MESSENGER],
        people=people,
        interests=interests,
        former=former,
    )
    search_index.put(
        session,
        kind=KIND,
        object_id=client_id,
        title=entry.title,
        detail=entry.detail,
        tokens=entry.tokens,
        tails=entry.tails,
    )
