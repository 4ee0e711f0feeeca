"""Many desks and one outbox: nobody takes what another holds (PostgreSQL)."""

from __future__ import annotations

import threading
from uuid import UUID

import pytest
from sqlalchemy.orm import Session

from tests import db
from tests import factories as make
from tests.conftest import NOON
from tests.factories import seed_staff
from tests.factories_channels import put_mail
from tests.postgres import Server
from tests.team import outbox_campaign
from tests.team.club import Club
from vipdesk.access import Desk, Office
from vipdesk.channels import claims
from vipdesk.clock import SetClock
from vipdesk.models import PrivateMessage
from vipdesk.store.store import Store
from vipdesk.vocabulary import Channel, OutboxKind, OutboxState, Role, Topic

DESKS, MAILS = 4, 60


def test_each_mail_is_claimed_by_one_desk(team: Store, clock: SetClock) -> None:
    ids, _ = team.write(seed_staff)
    office = Office(team, ids[Role.MANAGER], clock)

    def fill(desk: Desk) -> None:
        anna = make.client(desk)
        make.consent(desk, anna.id)
        for _ in range(MAILS):
            put_mail(desk, anna.id)

    office.write(fill)
    start = threading.Barrier(DESKS)
    taken: list[UUID] = []

    def work() -> None:
        start.wait()
        while True:
            found, _ = office.write(lambda desk: claims.claim(desk, limit=3))
            if not found:
                return
            taken.extend(one.id for one in found)

    desks = [threading.Thread(target=work) for _ in range(DESKS)]
    for desk in desks:
        desk.start()
    for desk in desks:
        desk.join(60)
    assert len(taken) == len(set(taken)) == MAILS


def test_a_desk_passes_over_what_another_is_taking(team: Store, clock: SetClock) -> None:
    ids, _ = team.write(seed_staff)
    office = Office(team, ids[Role.MANAGER], clock)

    def fill(desk: Desk) -> None:
        anna = make.client(desk)
        make.consent(desk, anna.id)
        put_mail(desk, anna.id)

    office.write(fill)

    def first(desk: Desk) -> tuple[int, int]:
        mine = claims.claim(desk)
        theirs, _ = office.write(claims.claim)  # another connection, while ours is open
        return len(mine), len(theirs)

    assert office.write(first)[0] == (1, 0)


def test_workers_that_die_at_the_worst_moments_send_nothing_twice_and_lose_nothing(
    server: Server, team_template: str
) -> None:
    """Eight processes on one outbox; the whole campaign is benchmarks/outbox_crashes.py."""
    with db.team_store(server, team_template) as store:
        url = store.engine.url.render_as_string(hide_password=False)
        outcome = outbox_campaign.run(store, url, mails=60, workers=8, rate=0.02, seed=1)
    assert outcome.faults() == []
    assert set(outcome.deaths) == set(outbox_campaign.POINTS.values())
    assert outcome.ambiguous >= 1  # after DATA: it arrived, and nobody could say so


@pytest.mark.parametrize("login", ["ilya", "oleg"])
def test_a_mail_of_the_private_track_is_claimed_by_one_desk_alone(club: Club, login: str) -> None:
    """Through the door there are no row locks to skip: the fence decides."""
    with Session(club.engine()) as session, session.begin():
        session.add(
            PrivateMessage(
                kind=OutboxKind.MAIL, channel=Channel.EMAIL, topic=Topic.SERVICE,
                state=OutboxState.QUEUED, address="anna@client.example", content=b"x",
                client_id=club.planted.his, made_at=NOON, not_before=NOON,
                made_by_id=club.planted.staff["oleg"],
            )
        )  # fmt: skip
    one, other = club.office(login), club.office(login)
    begun, theirs = threading.Event(), list[claims.Claim]()

    def second() -> None:
        begun.wait(10)
        theirs.extend(other.write(lambda d: claims.claim(d, private=True))[0])

    desk = threading.Thread(target=second)
    desk.start()

    def first(mine: Desk) -> int:
        taken = claims.claim(mine, private=True)
        begun.set()
        desk.join(1)  # the other has looked by now, and waits or has given up
        return len(taken)

    assert one.write(first)[0] == 1
    desk.join(30)
    assert theirs == []
