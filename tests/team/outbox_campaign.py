"""Workers that die: many processes share one outbox and are ended at the worst moments.

Run as a program (`python -m tests.team.outbox_campaign URL STAFF_ID WORKERS RATE SEED`) it keeps
so many workers alive, each ending itself by `os._exit` at a point of its own choice, until
nothing is queued or claimed any more. Prints one JSON line: deaths by point.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from time import monotonic, sleep
from typing import Any
from uuid import UUID

from sqlalchemy import func, select, update

from tests import factories as make
from tests.conftest import NOON
from tests.factories import seed_staff
from tests.factories_channels import Mailroom, mail_server, put_mail
from vipdesk.access import Desk, Office
from vipdesk.channels import account as accounts
from vipdesk.channels.deliver import deliver_due
from vipdesk.channels.transport import Account, Line, SmtpTransport
from vipdesk.clock import SetClock
from vipdesk.models import Interaction, JournalEntry, OutboxMessage
from vipdesk.store.store import Store, open_team_store
from vipdesk.vocabulary import OutboxState, Role

ROOT = Path(__file__).parent.parent.parent
LEASE = timedelta(seconds=4)
# Where a worker dies, and the code it leaves.
POINTS = {11: "after the claim", 12: "before DATA", 13: "inside DATA", 14: "after DATA"}
_OPEN = (OutboxState.HELD, OutboxState.QUEUED, OutboxState.CLAIMED)


class MortalTransport(SmtpTransport):
    """The real one, in a process that may end at any step."""

    def __init__(self, chance: random.Random, rate: float, doom: int = 0) -> None:
        super().__init__(timeout=5)
        self._chance, self._rate, self._doom = chance, rate, doom

    def may_die(self, point: int) -> None:
        """`doom`: the point at which this one surely ends, whatever the chance says."""
        if point == self._doom or (not self._doom and self._chance.random() < self._rate):
            os._exit(point)

    @contextmanager
    def connect(self, account: Account) -> Iterator[Line]:
        self.may_die(11)
        with super().connect(account) as line:
            yield _MortalLine(line, self)


class _MortalLine:
    def __init__(self, line: Line, mortal: MortalTransport) -> None:
        self._line, self._mortal = line, mortal

    def send(self, *, sender: str, to: str, content: bytes) -> None:
        self._mortal.may_die(12)
        server: Any = self._line._server  # type: ignore[attr-defined]
        whole = server.send

        def body(data: Any) -> None:
            whole(data)
            if isinstance(data, bytes) and len(data) > 200:  # the body is out, the answer not read
                self._mortal.may_die(13)

        server.send = body
        try:
            self._line.send(sender=sender, to=to, content=content)
        finally:
            server.send = whole
        self._mortal.may_die(14)


def work(url: str, staff_id: str, rate: float, seed: int, doom: int) -> None:
    """One worker: until nothing is left."""
    with open_team_store(url) as store:
        office = Office(store, UUID(staff_id), SetClock(NOON))
        transport = MortalTransport(random.Random(seed), rate, doom)
        while store.read(_open_messages):
            deliver_due(office, transport, lease=LEASE)
            sleep(0.05)


def _open_messages(session: Any) -> int:
    wanted = select(func.count()).where(OutboxMessage.state.in_(_OPEN))
    return int(session.scalar(wanted) or 0)


def main(url: str, staff_id: str, workers: int, rate: float, seed: int) -> None:
    """Keep so many alive; a dead one is followed by another."""
    context: Any = multiprocessing.get_context("fork" if hasattr(os, "fork") else "spawn")
    deaths: Counter[str] = Counter()
    alive: list[Any] = []
    number, until = 0, monotonic() + 240
    finished = False
    while monotonic() < until and (alive or not finished):
        # The first four die one at each point; the others come when these are gone.
        wanted = workers if sum(deaths.values()) >= len(POINTS) else len(POINTS) - number
        while not finished and len(alive) < wanted:
            number += 1
            doom = 10 + number if number <= len(POINTS) else 0
            one = context.Process(
                target=work, args=(url, staff_id, rate, seed * 1000 + number, doom)
            )
            one.start()
            alive.append(one)
        sleep(0.02)
        for one in [p for p in alive if not p.is_alive()]:
            alive.remove(one)
            if one.exitcode == 0:
                finished = True  # nothing was left for it; the others end too
            else:
                deaths[POINTS.get(one.exitcode or 0, f"code {one.exitcode}")] += 1
    for one in alive:
        one.kill()
    sys.stdout.write(json.dumps({"deaths": deaths, "workers": number}) + "\n")


@dataclass(frozen=True)
class Outcome:
    """What is in the database and on the server when all is over."""

    states: dict[UUID, OutboxState]
    recorded: Counter[UUID | None]  # send_message entries in the journal
    contacts: int  # on timelines
    arrived: Counter[UUID]  # how often the server took it
    deaths: dict[str, int] = field(default_factory=dict)
    workers: int = 0
    seconds: float = 0.0

    def faults(self) -> list[str]:
        """Every promise that was broken, as a sentence; none is the only good answer."""
        found = []
        for one, state in self.states.items():
            times = self.arrived[one]
            if times > 1:
                found.append(f"{one} arrived {times} times")
            if state is OutboxState.SENT and (times, self.recorded[one]) != (1, 1):
                found.append(f"{one} is sent: {times} arrived, {self.recorded[one]} recorded")
            if state is OutboxState.REVIEW and self.recorded[one]:
                found.append(f"{one} is in review and recorded as sent")
            if state not in (OutboxState.SENT, OutboxState.REVIEW):
                found.append(f"{one} was left {state}")
        if self.contacts != sum(s is OutboxState.SENT for s in self.states.values()):
            found.append(f"{self.contacts} contacts on timelines")
        return found

    @property
    def ambiguous(self) -> int:
        """Arrived, and the worker died before it could say so."""
        return sum(
            self.arrived[one] == 1 and state is OutboxState.REVIEW
            for one, state in self.states.items()
        )


def run(store: Store, url: str, *, mails: int, workers: int, rate: float, seed: int) -> Outcome:
    """A whole campaign on an empty team database."""
    room, began = Mailroom(), monotonic()
    with mail_server(room) as account:
        ids, _ = store.write(seed_staff)
        office = Office(store, ids[Role.MANAGER], SetClock(NOON))
        message_ids, _ = office.write(lambda desk: _fill(desk, account, mails))
        done = subprocess.run(
            [sys.executable, "-m", "tests.team.outbox_campaign", url, str(ids[Role.MANAGER]),
             str(workers), str(rate), str(seed)],
            cwd=ROOT, capture_output=True, text=True, check=True, timeout=300,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )  # fmt: skip
        told = json.loads(done.stdout.splitlines()[-1])
        arrived = Counter(message_ids[_message_id(m.content)] for m in room.mails)
    return store.read(
        lambda s: Outcome(
            {row.id: row.state for row in s.execute(select(OutboxMessage.id, OutboxMessage.state))},
            Counter(
                s.scalars(
                    select(JournalEntry.object_id).where(JournalEntry.verb == "send_message")
                ).all()
            ),
            s.scalar(select(func.count()).select_from(Interaction)) or 0,
            arrived, told["deaths"], told["workers"], monotonic() - began,
        )
    )  # fmt: skip


def _fill(desk: Desk, account: Account, mails: int) -> dict[str, UUID]:
    accounts.change_account(desk, account)
    made: dict[str, UUID] = {}
    for _ in range(mails):
        client = make.client(desk)
        make.consent(desk, client.id)
        placed = put_mail(desk, client.id)
        content = desk.session.get_one(OutboxMessage, placed.id).content
        made[_message_id(content)] = placed.id
    desk.session.execute(update(OutboxMessage).values(state=OutboxState.QUEUED))
    return made


def _message_id(content: Any) -> str:
    from email import message_from_bytes

    raw = content if isinstance(content, bytes) else str(content).encode()
    return str(message_from_bytes(raw)["Message-ID"])


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), float(sys.argv[4]), int(sys.argv[5]))
