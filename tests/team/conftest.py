"""The provisioned club: made once a process, shared by tests that only look."""

from __future__ import annotations

import uuid
from collections.abc import Iterator

import pytest

from tests.conftest import NOON
from tests.postgres import Server
from tests.team import club as clubs
from tests.team.club import Club, Planted
from vipdesk.clock import SetClock


@pytest.fixture(scope="session")
def club_template(server: Server) -> tuple[str, Planted]:
    name = f"club_template_{uuid.uuid4().hex[:12]}"
    return name, clubs.make_template(server, name, SetClock(NOON))


@pytest.fixture
def club(server: Server, club_template: tuple[str, Planted], clock: SetClock) -> Iterator[Club]:
    """A club of one's own, to write to."""
    with clubs.copy_of(server, *club_template, clock) as found:
        yield found


@pytest.fixture(scope="module")
def shared_club(server: Server, club_template: tuple[str, Planted]) -> Iterator[Club]:
    """A club for tests that leave it as it was."""
    with clubs.copy_of(server, *club_template, SetClock(NOON)) as found:
        yield found
