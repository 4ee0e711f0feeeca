"""What rights cost: a manager's reads with policies, against the owner's without.

    uv run python -m benchmarks.rights --clients 100000

One club on a real PostgreSQL. The same reads by the same verbs for the same manager: once
signed in as that person, once as the superuser, whom no policy binds. Each pair takes turns;
the ratio is of medians.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any
from uuid import UUID

from sqlalchemy import NullPool, create_engine, func, select, text

from tests import postgres
from vipdesk.access import Desk, Office, team
from vipdesk.access.rights import statements
from vipdesk.access.team import Person
from vipdesk.access.team_door import TeamAddress, open_team
from vipdesk.agenda.today import today
from vipdesk.clients import interactions, profile, timeline
from vipdesk.clients.registry import ClientFilter, list_clients
from vipdesk.clock import SystemClock
from vipdesk.complaints import cases
from vipdesk.demo import generate
from vipdesk.events import programme
from vipdesk.health import score
from vipdesk.models import Client, Complaint, Staff
from vipdesk.search.find import find
from vipdesk.store import schema
from vipdesk.store.store import Home, Store, open_team_store
from vipdesk.vocabulary import InteractionKind, Role

ALLOWED = 1.5
PASSWORD = "seven quiet lamps 58"


def make(server: postgres.Server, clients: int) -> tuple[str, UUID]:
    """The club with rights and one login, for the manager with a usual number of clients."""
    name = "rights_club"
    with create_engine(server.url("postgres"), isolation_level="AUTOCOMMIT").connect() as c:
        c.execute(text(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)'))
        c.execute(text("DROP ROLE IF EXISTS measured"))
        c.execute(text(f'CREATE DATABASE "{name}"'))
    engine = create_engine(server.url(name), poolclass=NullPool)
    schema.upgrade(engine)
    store = Store(create_engine(server.url(name)), Home.TEAM, lambda: None)
    store.write(partial(generate, seed=1, clients=clients, as_of=datetime.now(UTC)))
    store.engine.dispose()
    with engine.begin() as connection:
        statements.apply(connection)
        team.add_person(
            connection, Person("measured", Role.MANAGER, "А", "Б"), PASSWORD, datetime.now(UTC)
        )
        led = connection.execute(
            select(Client.manager_id, func.count().label("n"))
            .join(Staff, Staff.id == Client.manager_id)
            .where(Staff.role == Role.MANAGER)
            .group_by(Client.manager_id)
            .order_by("n")
        ).all()
        manager_id, count = led[len(led) // 2]
        connection.execute(text("UPDATE vip.staff SET login = NULL WHERE login = 'measured'"))
        connection.execute(
            text("UPDATE vip.staff SET login = 'measured' WHERE id = :id"), {"id": manager_id}
        )
        print(f"{len(led)} managers, the measured one leads {count}", flush=True)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("VACUUM ANALYZE"))
    return name, manager_id


def reads(office: Office) -> dict[str, Callable[[Desk], Any]]:
    """What a manager asks for all day."""

    def chosen(desk: Desk) -> tuple[UUID, UUID | None]:
        mine = select(Client.id).where(Client.manager_id == desk.actor.id, Client.left_on.is_(None))
        case = select(Complaint.id).where(
            Complaint.owner_id == desk.actor.id, Complaint.about_staff_id.is_(None)
        )
        one = desk.session.scalars(mine.order_by(Client.id).limit(1)).one()
        return one, desk.session.scalars(case.order_by(Complaint.id).limit(1)).first()

    client_id, case_id = office.read(chosen)
    found: dict[str, Callable[[Desk], Any]] = {
        "Today": today,
        "the list of clients": partial(list_clients, wanted=ClientFilter(mine=True)),
        "a client's page": partial(profile.get_client, client_id=client_id),
        "a timeline": partial(timeline.list_timeline, client_id=client_id),
        "search by name": lambda desk: find(desk, "ива"),
        "the programme": programme.list_events,
        "complaints": cases.list_complaints,
        "a client's health": partial(score.get_health, client_id=client_id),
        "health of all own": score.score_clients,
    }  # fmt: skip
    if case_id is not None:
        found["a complaint"] = partial(cases.get_complaint, complaint_id=case_id)
    return found


def compare(theirs: Office, owner: Office, rounds: int) -> list[dict[str, Any]]:
    """Each read in turns; milliseconds and their ratio."""
    rows = []
    for what, work in reads(owner).items():
        taken: dict[str, list[float]] = {"policies": [], "owner": []}
        for number in range(rounds + 2):
            for name, office in (("policies", theirs), ("owner", owner)):
                begun = time.perf_counter()
                office.read(work)
                if number >= 2:
                    taken[name].append((time.perf_counter() - begun) * 1000)
        ours, limit = median(taken["policies"]), median(taken["owner"])
        rows.append({"what": what, "policies": ours, "owner": limit, "ratio": ours / limit})
        print(f"{what:22} {ours:9.2f} ms {limit:9.2f} ms {ours / limit:6.2f}", flush=True)
    return rows


def writes(theirs: Office, owner: Office, rounds: int) -> dict[str, float]:
    """A talk logged, with and without policies."""

    def log(desk: Desk) -> object:
        mine = select(Client.id).where(Client.manager_id == desk.actor.id).limit(1)
        return interactions.log_interaction(
            desk, desk.session.scalars(mine).one(), kind=InteractionKind.TALK, text="Talked.",
            at=desk.now - timedelta(minutes=1),
        )  # fmt: skip

    taken: dict[str, list[float]] = {"policies": [], "owner": []}
    for _ in range(rounds):
        for name, office in (("policies", theirs), ("owner", owner)):
            begun = time.perf_counter()
            office.write(log)
            taken[name].append((time.perf_counter() - begun) * 1000)
    return {name: median(found) for name, found in taken.items()}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.rights", description=__doc__)
    parser.add_argument("--clients", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--json", type=Path, default=Path("out/rights.json"))
    chosen = parser.parse_args()
    with postgres.running() as server:
        begun = time.monotonic()
        name, manager_id = make(server, chosen.clients)
        print(f"{chosen.clients} clients in {time.monotonic() - begun:.0f} s", flush=True)
        clock = SystemClock()
        address = TeamAddress(server.host, server.port, name, "measured")
        theirs = open_team(address, PASSWORD, clock)
        owner = Office(open_team_store(server.url(name)), manager_id, clock)
        rows = compare(theirs, owner, chosen.rounds)
        talk = writes(theirs, owner, chosen.rounds)
        theirs.close()
        owner.close()
    print(f"{'a talk logged':22} {talk['policies']:9.2f} ms {talk['owner']:9.2f} ms"
          f" {talk['policies'] / talk['owner']:6.2f}")  # fmt: skip
    middle = median(row["ratio"] for row in rows)
    print(f"the middle ratio of reads: {middle:.2f} (allowed {ALLOWED})")
    chosen.json.parent.mkdir(parents=True, exist_ok=True)
    body = {"clients": chosen.clients, "reads": rows, "talk": talk, "middle": middle}
    chosen.json.write_text(json.dumps(body, indent=1) + "\n", encoding="utf-8")
    return 0 if middle <= ALLOWED else 1


if __name__ == "__main__":
    raise SystemExit(main())
