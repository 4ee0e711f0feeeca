"""A club on a real PostgreSQL with its rights, people of each role, and a planted secret."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Engine, NullPool, create_engine, select, text

from tests import factories as make
from tests.db import _admin
from tests.factories_complaints import five_fields
from tests.postgres import Server
from vipdesk.access import Desk, Office, team
from vipdesk.access.rights import statements
from vipdesk.access.team import Person
from vipdesk.access.team_door import TeamAddress, open_team
from vipdesk.clients import search_entry, special
from vipdesk.clock import Clock, SetClock
from vipdesk.complaints import intake
from vipdesk.models import ClientPhoto, Complaint, Delegation, Fact, Staff
from vipdesk.store import schema
from vipdesk.store.store import Home, Store
from vipdesk.vocabulary import FactKind, Role, Sensitivity, Severity

PASSWORD = "seven quiet lamps 58"
# Each test process has a server of its own, so that logins need no other names.
PEOPLE = {
    "maria": (Role.MANAGER, "Мария", "Орлова"),
    "oleg": (Role.MANAGER, "Олег", "Зимин"),
    "anna": (Role.COORDINATOR, "Анна", "Лебедева"),
    "ilya": (Role.HEAD, "Илья", "Ким"),
    "petr": (Role.EXECUTIVE, "Пётр", "Воронцов"),
    "vera": (Role.AUDITOR, "Вера", "Сомова"),
    "kira": (Role.ADMINISTRATOR, "Кира", "Белых"),
}
# What the client says about Maria; the words are found nowhere that Maria looks.
SECRET = "Орлова опоздала и накричала: щегольство-фиолетовое-47"
SECRET_WISH = "Хочу другого менеджера: вишня-кобальт-19"


@dataclass(frozen=True)
class Planted:
    """Ids of what stands in the club."""

    staff: dict[str, UUID]
    hers: UUID  # Maria's client, who complained about Maria
    hers_calm: UUID  # Maria's client without any complaint
    hers_open: UUID  # Maria's client with a complaint she handles
    his: UUID  # Oleg's client
    secret: UUID  # the complaint about Maria
    number: str
    open_case: UUID
    his_case: UUID


@dataclass
class Club:
    """A database of its own, and ways in."""

    server: Server
    database: str
    planted: Planted
    clock: Clock
    _open: list[Office]

    def office(self, login: str, clock: Clock | None = None) -> Office:
        found = open_team(self.address(login), PASSWORD, clock or self.clock)
        self._open.append(found)
        return found

    def address(self, login: str) -> TeamAddress:
        return TeamAddress(self.server.host, self.server.port, self.database, login)

    def engine(self, login: str | None = None) -> Engine:
        """Direct SQL as a person; as the superuser without a name."""
        url = self.server.url(self.database, user=login)
        return create_engine(url, poolclass=NullPool)

    def run(self, login: str | None, statement: str, **values: Any) -> list[Any]:
        """One statement in a transaction of its own."""
        engine = self.engine(login)
        with engine.begin() as connection:
            found = connection.execute(text(statement), values)
            return list(found.all()) if found.returns_rows else []


def make_template(server: Server, name: str, clock: SetClock) -> Planted:
    """The database once a process: schema, rights, people, rows."""
    _admin(server, f'CREATE DATABASE "{name}"')
    engine = create_engine(server.url(name), poolclass=NullPool)
    schema.upgrade(engine)
    with engine.begin() as connection:
        statements.apply(connection)
        for login, (role, given, surname) in PEOPLE.items():
            if team._role_exists(connection, login):  # roles belong to the server
                connection.execute(text(f'DROP OWNED BY "{login}"'))
                connection.execute(text(f'DROP ROLE "{login}"'))
            team.add_person(
                connection,
                Person(login, role, given, surname, phone="+7 495 000-00-07"),
                PASSWORD,
                clock.now(),
            )
    store = Store(engine, Home.TEAM, engine.dispose)
    planted, _ = store.write(lambda session: _plant(session, clock))
    engine.dispose()
    return planted


def _plant(session: Any, clock: SetClock) -> Planted:
    from vipdesk.access.office import staff_row

    for code, ru, en, rank, cadence in make.TIERS:
        session.add(
            make.Tier(
                code=code, name_ru=ru, name_en=en, rank=rank, metal=code, cadence_days=cadence
            )
        )
    session.flush()
    people = {s.login: s for s in session.scalars(select(Staff))}
    maria = Desk(session, staff_row(people["maria"]), clock.now())
    special.change_special(maria, on=True)
    oleg = Desk(session, staff_row(people["oleg"]), clock.now())
    hers, calm, with_case = (
        _client(maria, surname) for surname in ("Волкова", "Тихонова", "Жалобина")
    )
    his = _client(oleg, "Чужакова")
    # As it lies once a client was handed on: who was asked sees the name that was told, no more.
    asked = Delegation(
        client_id=hers, kind="call", object_id=hers, from_id=maria.actor.id,
        to_id=people["oleg"].id, client_name="Волкова Анна", latin_name="Volkova Anna",
        note="позвоните до обеда", at=maria.now,
    )  # fmt: skip
    session.add(asked)
    session.flush()
    open_case = intake.file_complaint(maria, five_fields(with_case))
    his_case = intake.file_complaint(
        oleg, five_fields(his, words="Счёт пришёл не тот: индиго-3", severity=Severity.S1)
    )
    secret = intake.file_complaint(
        Desk(session, staff_row(people["ilya"]), clock.now()),
        five_fields(hers, words=SECRET, wish=SECRET_WISH),
    )
    row = session.get_one(Complaint, secret.id)
    assert row.about_staff_id == people["maria"].id
    return Planted(
        {login: person.id for login, person in people.items() if login},
        hers, calm, with_case, his, secret.id, secret.number, open_case.id, his_case.id,
    )  # fmt: skip


def _client(desk: Desk, surname: str) -> UUID:
    client = make.client(desk, surname=surname)
    digits = "".join(str(b % 10) for b in client.id.bytes[-4:])
    make.phone(desk, client.id, f"+7 495 {digits[:3]}-{digits[3:]}1-22")
    make.email(desk, client.id, f"{client.id.hex}@client.example")
    make.consent(desk, client.id)
    make.interaction(desk, client.id, at=desk.now - timedelta(days=3))
    make.interaction(desk, client.id, text="только руководству", sensitivity=Sensitivity.MANAGEMENT)
    make.promise(desk, client.id)
    desk.session.add(ClientPhoto(client_id=client.id, image=_face(), noted_at=desk.now))
    for kind, words in ((FactKind.HEALTH, "аллергия на орехи"), (FactKind.TRAVEL, "яхты")):
        desk.session.add(Fact(client_id=client.id, kind=kind, text=words, noted_on=desk.now.date()))
    desk.session.flush()
    search_entry.keep_found(desk, client.id)
    return client.id


@contextmanager
def copy_of(server: Server, template: str, planted: Planted, clock: Clock) -> Iterator[Club]:
    """A copy; what a database does not inherit from its template is given again."""
    name = f"club_{uuid.uuid4().hex[:12]}"
    _admin(server, f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    club = Club(server, name, planted, clock, [])
    try:
        with club.engine().begin() as connection:
            connection.execute(text(f'REVOKE ALL ON DATABASE "{name}" FROM PUBLIC'))
            team.renew_rights(connection)
        yield club
    finally:
        for office in club._open:
            office.close()
        _admin(server, f'DROP DATABASE "{name}" WITH (FORCE)')


def _face() -> bytes:
    from io import BytesIO

    from PIL import Image

    from vipdesk.clients.photo import draw_photo

    drawn = BytesIO()
    Image.new("RGB", (64, 64), "navy").save(drawn, "PNG")
    return draw_photo(drawn.getvalue())
