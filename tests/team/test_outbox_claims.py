"""Many desks and one outbox: nobody takes what another holds (PostgreSQL)."""

from __future__ import annotations

import threading
from uuid import UUID

from tests import factories as make
from tests.factories import seed_staff
from tests.factories_channels import put_mail
from vipdesk.access import Desk, Office
from vipdesk.channels import claims
from vipdesk.clock import SetClock
from vipdesk.store.store import Store
from vipdesk.vocabulary import Role

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
