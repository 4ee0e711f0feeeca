"""What one asks of a colleague: each side of it is written by its own person, as real logins."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from tests.team.club import Club
from vipdesk.agenda import delegation
from vipdesk.clients.merge import merge_clients

_CHANGE = "UPDATE vip.delegation SET {} RETURNING id"


def _changes(club: Club, login: str, change: str) -> int:
    """How many requests this login could change; -1: refused."""
    with club.engine(login).connect() as theirs:
        try:
            return len(theirs.execute(text(_CHANGE.format(change))).all())
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", "") != "42501":
                raise
            return -1


@pytest.mark.parametrize(
    ("change", "asker", "asked"),
    [
        ("answer = 'done, as you wished'", -1, 1),
        ("done_at = now()", -1, 1),
        ("returned_at = now()", -1, 1),
        ("undone_at = now()", 1, -1),
        ("seen_at = now()", 1, -1),
        ("note = 'другими словами'", -1, -1),
        ("to_id = from_id", -1, -1),
        ("client_id = client_id", -1, -1),
    ],
)
def test_each_side_writes_its_own_words_alone(
    shared_club: Club, change: str, asker: int, asked: int
) -> None:
    assert _changes(shared_club, "maria", change) == asker
    assert _changes(shared_club, "oleg", change) == asked


def test_nobody_else_sees_a_request_or_writes_to_it(shared_club: Club) -> None:
    for login in ("anna", "ilya", "petr", "vera", "kira"):
        with shared_club.engine(login).connect() as theirs:
            if login == "vera":  # auditors have no part in it at all
                with pytest.raises(DBAPIError):
                    theirs.execute(text("SELECT id FROM vip.delegation"))
            else:
                assert theirs.execute(text("SELECT id FROM vip.delegation")).all() == [], login
        refused = -1 if login == "vera" else 0
        assert _changes(shared_club, login, "answer = 'x'") == refused, login


def test_an_answer_that_was_seen_or_taken_back_stays(club: Club) -> None:
    club.run("oleg", "UPDATE vip.delegation SET answer = 'позвонил', done_at = now()")
    club.run("maria", "UPDATE vip.delegation SET seen_at = now()")
    assert _changes(club, "oleg", "answer = 'нет'") == -1
    club.run("maria", "UPDATE vip.delegation SET seen_at = NULL, undone_at = now()")
    assert _changes(club, "oleg", "done_at = NULL") == -1


def test_the_desk_goes_the_whole_way_between_two_logins(club: Club) -> None:
    maria, oleg = club.office("maria"), club.office("oleg")
    (line,) = oleg.read(delegation.list_asked)
    assert line.of_me
    assert line.name is None
    assert "Волкова" in line.called.name
    oleg.write(lambda d: delegation.answer(d, line.id, done=False, words="не дозвонился"))
    oleg.write(lambda d: delegation.reopen(d, line.id))
    oleg.write(lambda d: delegation.answer(d, line.id, done=True, words="договорились"))
    (back,) = maria.read(delegation.list_asked)
    assert (back.done, back.answer) == (True, "договорились")
    maria.write(lambda d: delegation.mark_seen(d, line.id))
    assert maria.read(delegation.list_asked) == ()


def test_a_request_follows_its_client_when_two_become_one(club: Club) -> None:
    planted = club.planted
    club.office("maria").write(lambda d: merge_clients(d, planted.hers_calm, planted.hers))
    rows = club.run(None, "SELECT client_id FROM vip.delegation")
    assert [r[0] for r in rows] == [planted.hers_calm]
