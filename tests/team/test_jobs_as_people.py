"""The jobs as the real logins of a team: each does what it may, and nothing fails."""

from __future__ import annotations

import pytest
from sqlalchemy.exc import DBAPIError

from tests.team.club import Club
from vipdesk.access.merging import Diverged
from vipdesk.channels.transport import SmtpTransport
from vipdesk.clients import profile
from vipdesk.jobs.daily import JOBS
from vipdesk.jobs.ledger import run_if_due
from vipdesk.jobs.ticking import Jobs


@pytest.mark.parametrize("login", ["maria", "anna", "ilya", "petr", "vera", "kira"])
def test_a_tick_finds_nothing_forbidden(club: Club, login: str) -> None:
    jobs = Jobs(club.office(login), SmtpTransport(timeout=1), club.clock, lambda _: None)
    jobs.tick()
    assert jobs.take_tally().trouble == 0


def test_the_clubs_daily_work_is_done_once_by_whoever_comes_first(club: Club) -> None:
    done = [
        job.name
        for login in ("petr", "ilya", "maria", "kira")
        for job in JOBS
        if run_if_due(club.office(login), job) is not None
    ]
    assert sorted(done) == sorted({j.name for j in JOBS if j.who})


def test_nobody_can_take_a_moment_of_the_future_from_the_others(club: Club) -> None:
    with pytest.raises(DBAPIError, match="not due yet"):
        club.run(
            "maria",
            "INSERT INTO vip.occurrence (job, due_at, taken_at, taken_until)"
            " VALUES ('expire_cards', now() + interval '1 day', now(), now())",
        )


def test_a_conflict_names_who_it_was_also_where_the_journal_may_not_be_read(club: Club) -> None:
    from dataclasses import replace

    client_id = club.planted.hers_calm
    maria, ilya = club.office("maria"), club.office("ilya")
    base = maria.read(lambda d: profile.get_client(d, client_id)).fields

    def change(city: str) -> object:
        return lambda d: profile.change_client(
            d, client_id, base=base, values=replace(base, city=city)
        )

    ilya.write(change("Казань"))  # type: ignore[arg-type]
    with pytest.raises(Diverged) as caught:
        maria.write(change("Уфа"))  # type: ignore[arg-type]
    assert caught.value.last is not None
    assert caught.value.last.who.name == "Илья Ким"


def test_who_changed_a_complaint_is_not_told_by_that_procedure(club: Club) -> None:
    found = club.run(
        "maria",
        "SELECT * FROM vip_api.last_changes('complaint', :id)",
        id=club.planted.secret,
    )
    assert found == []


def test_who_changed_a_client_out_of_sight_is_not_told(club: Club) -> None:
    asked = "SELECT actor FROM vip_api.last_changes(:table, :id)"
    point = "SELECT id FROM vip.contact_point WHERE client_id = :id LIMIT 1"
    for client_id, told in ((club.planted.hers, 2), (club.planted.his, 0)):
        ((point_id,),) = club.run(None, point, id=client_id)
        found = []
        for table, key in (("client", client_id), ("contact_point", point_id)):
            club.run(
                None,
                "INSERT INTO vip_audit.journal_entry"
                " (at, actor, verb, object_table, object_id, fields, prev_hash, hash)"
                " VALUES (now(), 'ilya', 'change', :table, :id, 'city', '', '')",
                table=table, id=key,
            )  # fmt: skip
            found += club.run("maria", asked, table=table, id=key)[:1]
            for login in ("ilya", "anna"):
                assert club.run(login, asked, table=table, id=key)
        assert len(found) == told
