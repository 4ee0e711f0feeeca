"""Rows for tests: plain functions that add one row and return it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from vipdesk.access import Desk
from vipdesk.access.office import staff_row
from vipdesk.ids import new_id
from vipdesk.models import (
    Client,
    Consent,
    ContactPoint,
    Event,
    Interaction,
    Promise,
    Staff,
    Tier,
    Venue,
)
from vipdesk.vocabulary import (
    ContactKind,
    Direction,
    EventKind,
    EventState,
    Gender,
    InteractionKind,
    Role,
    Topic,
)

TIERS = (
    ("platinum", "Платина", "Platinum", 1, 14),
    ("gold", "Золото", "Gold", 2, 30),
    ("silver", "Серебро", "Silver", 3, 60),
)
PEOPLE = {
    Role.MANAGER: ("Орлова", "Мария", "Сергеевна", "Maria Orlova", Gender.FEMALE),
    Role.COORDINATOR: ("Лебедева", "Анна", "Павловна", "Anna Lebedeva", Gender.FEMALE),
    Role.HEAD: ("Ким", "Илья", "Андреевич", "Ilya Kim", Gender.MALE),
    Role.EXECUTIVE: ("Воронцов", "Пётр", "Ильич", "Petr Vorontsov", Gender.MALE),
}


def seed_staff(session: Session) -> dict[Role, UUID]:
    """One person of each role, three tiers; returns the ids by role."""
    for code, ru, en, rank, cadence in TIERS:
        session.add(
            Tier(code=code, name_ru=ru, name_en=en, rank=rank, metal=code, cadence_days=cadence)
        )
    ids: dict[Role, UUID] = {}
    for number, (role, (surname, given, patronymic, latin, gender)) in enumerate(PEOPLE.items()):
        person = Staff(
            id=new_id(),
            role=role,
            surname=surname,
            given=given,
            patronymic=patronymic,
            latin_name=latin,
            gender=gender,
            email=f"staff{number}@club.example",
            phone=f"+7 495 000-00-0{number}",
        )
        session.add(person)
        ids[role] = person.id
    session.flush()
    return ids


def as_role(desk: Desk, role: Role) -> Desk:
    """The same desk with another person at work."""
    staff = desk.session.scalars(select(Staff).where(Staff.role == role)).first()
    assert staff is not None
    return replace(desk, actor=staff_row(staff))


def later(desk: Desk, **step: float) -> Desk:
    """The same desk at another moment: `later(desk, hours=3)`."""
    return replace(desk, now=desk.now + timedelta(**step))


def tier(desk: Desk, code: str = "gold") -> Tier:
    return desk.session.scalars(select(Tier).where(Tier.code == code)).one()


def client(desk: Desk, **fields: Any) -> Client:
    """A client of the desk's actor, in Moscow, of the gold tier."""
    values: dict[str, Any] = {
        "surname": "Волкова",
        "given": "Анна",
        "patronymic": "Сергеевна",
        "latin_name": "Anna Volkova",
        "gender": Gender.FEMALE,
        "time_zone": "Europe/Moscow",
        "city": "Москва",
        "tier_id": tier(desk).id,
        "manager_id": desk.actor.id,
        "languages": ["ru"],
        "created_at": desk.now,
    }
    values.update(fields)
    values.setdefault("sort_key", f"{values['surname']} {values['given']}".casefold())
    row = Client(**values)
    desk.session.add(row)
    desk.session.flush()
    return row


def phone(
    desk: Desk, client_id: UUID, value: str = "+7 495 000-11-22", **fields: Any
) -> ContactPoint:
    digits = "+" + "".join(c for c in value if c.isdigit())
    row = ContactPoint(
        client_id=client_id, kind=ContactKind.PHONE, value=value, normalised=digits, **fields
    )
    desk.session.add(row)
    desk.session.flush()
    return row


def email(
    desk: Desk, client_id: UUID, value: str = "anna@client.example", **fields: Any
) -> ContactPoint:
    row = ContactPoint(
        client_id=client_id, kind=ContactKind.EMAIL, value=value, normalised=value.lower(), **fields
    )
    desk.session.add(row)
    desk.session.flush()
    return row


def consent(desk: Desk, client_id: UUID, topic: Topic = Topic.INVITATION, **fields: Any) -> Consent:
    values: dict[str, Any] = {
        "text_version": "2026-01",
        "evidence": "signed",
        "given_at": desk.now - timedelta(days=90),
    }
    row = Consent(client_id=client_id, topic=topic, **{**values, **fields})
    desk.session.add(row)
    desk.session.flush()
    return row


def interaction(desk: Desk, client_id: UUID, **fields: Any) -> Interaction:
    values: dict[str, Any] = {
        "kind": InteractionKind.TALK,
        "direction": Direction.OUTBOUND,
        "at": desk.now,
        "two_way": True,
        "text": "Поговорили о дегустации",
        "staff_id": desk.actor.id,
    }
    row = Interaction(client_id=client_id, **{**values, **fields})
    desk.session.add(row)
    desk.session.flush()
    return row


def promise(desk: Desk, client_id: UUID, **fields: Any) -> Promise:
    values: dict[str, Any] = {
        "text": "Прислать каталог",
        "made_at": desk.now,
        "due_at": desk.now + timedelta(days=2),
        "owner_id": desk.actor.id,
        "made_by_id": desk.actor.id,
    }
    row = Promise(client_id=client_id, **{**values, **fields})
    desk.session.add(row)
    desk.session.flush()
    return row


def venue(desk: Desk, **fields: Any) -> Venue:
    values: dict[str, Any] = {
        "name": "Особняк на Пречистенке",
        "name_en": "The Prechistenka House",
        "city": "Москва",
        "capacity": 40,
        "address": "ул. Пречистенка, 0",
    }
    row = Venue(**{**values, **fields})
    desk.session.add(row)
    desk.session.flush()
    return row


def event(desk: Desk, **fields: Any) -> Event:
    values: dict[str, Any] = {
        "title": "Мастер-класс по каллиграфии",
        "title_en": "A calligraphy masterclass",
        "kind": EventKind.MASTERCLASS,
        "state": EventState.PLANNED,
        "capacity": 12,
        "starts_at": desk.now + timedelta(days=14),
        "ends_at": desk.now + timedelta(days=14, hours=3),
        "host_id": desk.actor.id,
    }
    values.update(fields)
    row = Event(**values)
    desk.session.add(row)
    desk.session.flush()
    return row
