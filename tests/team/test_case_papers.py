"""Documents of a case and its hold by hand, by real logins on a real server."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy.exc import DBAPIError, ProgrammingError

from tests.team.club import Club
from vipdesk.complaints import cases, holds, papers
from vipdesk.errors import NotFound, UserError
from vipdesk.vocabulary import HoldKind

BYTES = "бумага-сиреневая-31".encode()
INSERT = (
    "INSERT INTO {door}.case_paper (id, complaint_id, name, size, content, added_at, added_by_id)"
    " VALUES (gen_random_uuid(), '{case}', 'x', 1, 'x', now(), '{who}')"
)


def test_documents_are_shared_by_who_sees_the_case_and_by_nobody_else(club: Club) -> None:
    planted = club.planted
    maria, petr = club.office("maria"), club.office("petr")
    paper = maria.write(
        lambda desk: papers.add_paper(desk, planted.open_case, name="скан.pdf", content=BYTES)
    )[0]
    assert petr.write(lambda desk: papers.open_paper(desk, paper))[0].content == BYTES
    (row,) = petr.read(lambda desk: papers.list_papers(desk, planted.open_case))
    assert "Орлова" in row.added_by.name
    oleg = club.office("oleg")
    for deed in (
        lambda desk: papers.list_papers(desk, planted.open_case),
        lambda desk: papers.open_paper(desk, paper),
        lambda desk: papers.remove_paper(desk, paper),
        lambda desk: papers.add_paper(desk, planted.open_case, name="x", content=b"x"),
    ):
        with pytest.raises(NotFound):
            oleg.write(deed)
    # About Maria: the head keeps a paper that neither she nor her SQL finds.
    club.office("ilya").write(
        lambda desk: papers.add_paper(desk, planted.secret, name="x", content=BYTES)
    )
    assert len(club.run("maria", "SELECT id FROM vip_seen.case_paper")) == 1
    assert club.run("oleg", "SELECT id FROM vip_seen.case_paper") == []
    for login in ("anna", "vera", "kira"):
        for schema in ("vip_private", "vip_seen", "vip_overseen"):
            with pytest.raises(ProgrammingError, match="permission denied"):
                club.run(login, f"SELECT count(*) FROM {schema}.case_paper")
    for login in ("maria", "oleg", "ilya"):
        with pytest.raises(ProgrammingError, match="permission denied"):
            club.run(login, "SELECT count(*) FROM vip_private.case_paper")


def test_a_document_is_never_changed_nor_put_in_by_another_name(club: Club) -> None:
    planted = club.planted
    mine, petr = planted.open_case, planted.staff["petr"]
    club.office("maria").write(lambda desk: papers.add_paper(desk, mine, name="a", content=BYTES))
    with pytest.raises(DBAPIError, match="cannot update"):
        club.run("maria", "UPDATE vip_seen.case_paper SET name = 'other'")
    for case, who in ((mine, petr), (planted.his_case, planted.staff["maria"])):
        with pytest.raises(ProgrammingError, match="not permitted"):
            club.run("maria", INSERT.format(door="vip_seen", case=case, who=who))


def test_two_who_add_at_once_do_not_pass_the_limit_of_a_case(club: Club) -> None:
    """Each counts what the other has written, whatever size it says its own has."""
    case, who = club.planted.open_case, club.planted.staff["maria"]
    given = INSERT.format(door="vip_seen", case=case, who=who).replace(
        "'x', now()", "convert_to(repeat('x', 9000000), 'UTF8'), now()"
    )
    for _ in range(4):
        club.run("maria", given)

    def add(_: int) -> str:
        try:
            club.run("maria", given)
        except DBAPIError as error:
            return str(getattr(error.orig, "sqlstate", ""))
        return "added"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(add, range(2))) == ["22023", "added"]
    club.run(None, "UPDATE vip_private.case_paper SET size = 1")
    with pytest.raises(UserError, match="documents of a case are at most"):
        club.office("maria").write(
            lambda desk: papers.add_paper(desk, case, name="y", content=b"y" * 8_000_000)
        )


def test_a_hold_set_by_hand_shows_what_any_hold_shows(club: Club) -> None:
    planted = club.planted
    maria = club.office("maria")
    day = maria.read(lambda desk: desk.now).date() + timedelta(days=40)
    case = maria.read(lambda desk: cases.get_complaint(desk, planted.open_case))
    maria.write(
        lambda desk: holds.set_hold(desk, planted.open_case, kind=HoldKind.NO_INVITE, review_on=day)
    )
    shown = maria.read(lambda desk: cases.get_complaint(desk, planted.open_case)).hold
    assert shown is not None
    assert shown.kind is HoldKind.NO_INVITE
    seen = club.run(
        "anna",
        "SELECT id, client_id, kind, review_on FROM vip.invite_hold"
        f" WHERE client_id = '{case.client_id}'",
    )
    assert [row[2] for row in seen] == ["no_invite"]
    assert seen[0][0].version == 4
    with pytest.raises(ProgrammingError, match="permission denied"):
        club.run("anna", "SELECT xmin FROM vip.invite_hold")
    # Released and lifted in a night, it is gone for everybody.
    maria.write(lambda desk: holds.release_hold(desk, planted.open_case))
    club.run(None, "UPDATE vip_private.hold_source SET lift_after = now() - interval '1 minute'")
    maria.write(holds.lift_due)
    left = f"SELECT id FROM vip.invite_hold WHERE client_id = '{case.client_id}'"
    assert club.run("anna", left) == []


def test_nobody_holds_by_a_case_that_is_not_theirs_to_see(club: Club) -> None:
    planted = club.planted
    ask = "SELECT vip_api.place_hold('{case}', 'no_invite', now() + interval '30 days')"
    none = "00000000-0000-4000-8000-000000000000"
    told = set()
    for login, case in (
        ("maria", planted.secret), ("oleg", planted.open_case), ("maria", none), ("ilya", none),
    ):  # fmt: skip
        with pytest.raises(ProgrammingError, match="not permitted") as refused:
            club.run(login, ask.format(case=case))
        told.add(str(refused.value.orig))
    assert len(told) == 1
    for login in ("anna", "vera", "kira"):
        with pytest.raises(ProgrammingError, match="permission denied"):
            club.run(login, ask.format(case=planted.open_case))
