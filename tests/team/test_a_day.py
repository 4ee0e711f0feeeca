"""A day at the desk of each role, by the real verbs, signed in to a real PostgreSQL."""

from __future__ import annotations

from tests.team.club import Club


def test_each_person_signs_in_and_sits_down(club: Club) -> None:
    for login, staff_id in club.planted.staff.items():
        assert club.office(login).staff.id == staff_id
