"""A new club has its first person and its tiers, and says so in the journal."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from vipdesk.access.founding import found_club, sit_down
from vipdesk.clock import SetClock
from vipdesk.errors import UserError
from vipdesk.models import JournalEntry, Staff, Tier
from vipdesk.store.store import Store
from vipdesk.vocabulary import Role

NOW = datetime(2026, 11, 26, 10, 0, tzinfo=UTC)


def test_the_founder_sits_down(store: Store) -> None:
    staff_id, _ = store.write(
        lambda s: found_club(s, given=" Анна ", surname="Орлова", role=Role.HEAD, now=NOW)
    )
    office = sit_down(store, SetClock(NOW))
    assert office.staff.id == staff_id
    assert office.staff.name == "Анна Орлова"


def test_the_club_starts_with_three_tiers_and_a_journal(store: Store) -> None:
    store.write(lambda s: found_club(s, given="А", surname="О", role=Role.HEAD, now=NOW))
    assert store.read(lambda s: s.scalar(select(func.count()).select_from(Tier))) == 3
    verbs = store.read(lambda s: list(s.scalars(select(JournalEntry.verb))))
    assert verbs == ["found_club"]


def test_a_nameless_founder_is_asked_again(store: Store) -> None:
    with pytest.raises(UserError) as caught:
        store.write(lambda s: found_club(s, given="А", surname=" ", role=Role.HEAD, now=NOW))
    assert caught.value.field == "surname"
    assert store.read(lambda s: s.scalar(select(func.count()).select_from(Staff))) == 0


def test_the_personal_manager_sits_down_first(store: Store) -> None:
    store.write(lambda s: found_club(s, given="А", surname="О", role=Role.EXECUTIVE, now=NOW))
    store.write(lambda s: s.add(Staff(role=Role.MANAGER, given="Мария", surname="Ильина")))
    assert sit_down(store, SetClock(NOW)).staff.role is Role.MANAGER


def test_nobody_sits_down_in_an_empty_vault(store: Store) -> None:
    with pytest.raises(UserError):
        sit_down(store, SetClock(NOW))
