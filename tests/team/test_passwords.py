"""A server that asks for passwords: who is let go is shut out, not told to type again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests import postgres
from tests.conftest import NOON
from tests.team import club as clubs
from tests.team.club import PASSWORD, Club
from vipdesk.access import team
from vipdesk.access.away import open_team_or_copy, take_along
from vipdesk.access.keeper import SignIn, keep_sign_in
from vipdesk.access.team_door import open_team
from vipdesk.clock import SetClock
from vipdesk.errors import ShutOut, UserError
from vipdesk.store import offline_copy
from vipdesk.store.store import Store

ADMINISTRATOR = "the administrator of this test 5"


@pytest.fixture(scope="module")
def asking() -> Iterator[Club]:
    with postgres.running_with_passwords(ADMINISTRATOR) as server:
        planted = clubs.make_template(server, "asking", SetClock(NOON))
        with clubs.copy_of(server, "asking", planted, SetClock(NOON)) as club:
            yield club


def test_a_wrong_password_is_said_beside_its_field(asking: Club) -> None:
    with pytest.raises(UserError) as refused:
        open_team(asking.address("maria"), "not this one at all", asking.clock)
    assert refused.value.field == "password"
    assert not isinstance(refused.value, ShutOut)


def test_who_is_revoked_is_shut_out_and_the_copy_goes(asking: Club, vault: Store) -> None:
    keep_sign_in(vault, SignIn(asking.address("oleg"), PASSWORD), NOON)
    office = open_team_or_copy(vault, SetClock(NOON))
    assert office is not None
    take_along(office)
    office.leave()
    assert vault.vault is not None
    assert offline_copy.find_copy(vault.vault, NOON) is not None
    with asking.engine().begin() as connection:
        team.revoke(connection, "oleg", NOON)
    with pytest.raises(ShutOut):
        open_team_or_copy(vault, SetClock(NOON + timedelta(minutes=5)))
    assert offline_copy.find_copy(vault.vault, NOON) is None
