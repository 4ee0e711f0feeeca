"""What is done while the server is away is done again when it answers, once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from uuid import UUID, uuid4

import pytest
from sqlalchemy import delete, event, func, select
from sqlalchemy.orm.exc import StaleDataError

from tests.conftest import NOON
from tests.factories_complaints import five_fields
from tests.postgres import free_port
from tests.team.club import PASSWORD, Club
from vipdesk.access import Desk, Office
from vipdesk.access.away import come_back, open_team_or_copy, take_along
from vipdesk.access.drafts import KeptForm, keep_drafts, list_drafts
from vipdesk.access.keeper import SignIn, keep_sign_in
from vipdesk.access.offline import Deeds, OfflineOffice, replay
from vipdesk.clients import promises
from vipdesk.clients.interactions import log_interaction
from vipdesk.clock import SetClock
from vipdesk.complaints.intake import file_complaint
from vipdesk.errors import NoAnswer, ShutOut, UserError
from vipdesk.models import Complaint, Interaction, Promise
from vipdesk.store import offline_copy
from vipdesk.store.store import Store
from vipdesk.wording import say

LATER = NOON + timedelta(hours=5)


@pytest.fixture
def away(club: Club, vault: Store) -> Iterator[OfflineOffice]:
    """Maria's desk without the server."""
    assert vault.vault is not None
    info = offline_copy.take_copy(vault.vault, club.office("maria")._store, login="maria", now=NOON)
    copy = offline_copy.open_copy(vault.vault, LATER)
    maria = club.planted.staff["maria"]
    yield OfflineOffice(copy, maria, SetClock(LATER), keeper=vault, info=info)
    copy.close()


def online(club: Club, vault: Store, login: str = "maria") -> Office:
    return club.office(login, SetClock(LATER + timedelta(hours=1))).kept_by(vault)


def deeds(vault: Store) -> Deeds:
    assert vault.vault is not None
    return Deeds(vault.vault)


def talks(desk: Desk) -> list[tuple[UUID, str]]:
    rows = desk.session.execute(
        select(Interaction.id, Interaction.text).where(Interaction.text.like("По телефону%"))
    )
    return [(row.id, row.text) for row in rows]


def log(client_id: UUID) -> partial[object]:
    return partial(log_interaction, client_id=client_id, text="По телефону: приедет в мае")


def test_a_talk_logged_offline_is_seen_at_once_and_done_later_at_its_moment(
    club: Club, vault: Store, away: OfflineOffice
) -> None:
    _logged, changes = away.write(log(club.planted.hers_calm))
    assert changes.touches("interaction")
    ((here, _),) = away.read(talks)
    office = online(club, vault)
    assert office.read(talks) == []
    assert replay(office) == replace(replay(office), done=1)
    ((there, _),) = office.read(talks)
    at = office.read(
        lambda d: d.session.scalar(select(Interaction.at).where(Interaction.id == there))
    )
    assert there == here
    assert at == LATER


def test_the_same_deed_twice_is_one(club: Club, vault: Store, away: OfflineOffice) -> None:
    promise = partial(
        log(club.planted.hers_calm), promise="Каталог", promise_due=LATER + timedelta(1)
    )
    away.write(promise)
    (deed,) = deeds(vault).waiting()
    office = online(club, vault)
    replay(office)
    deeds(vault).keep(deed)  # as after a kill between the commit and the file's end
    assert replay(office).done == 1
    assert len(office.read(talks)) == 1
    made = select(func.count()).where(Promise.text == "Каталог")
    assert office.read(lambda d: d.session.scalar(made)) == 1


def test_a_complaint_taken_offline_is_filed_once_with_its_clocks(
    club: Club, vault: Store, away: OfflineOffice
) -> None:
    sheet = five_fields(
        club.planted.hers_calm, words="Машину подали не туда", submission_id=uuid4()
    )
    filed, _ = away.write(partial(file_complaint, intake=sheet))
    assert filed.number
    again, _ = away.write(partial(file_complaint, intake=sheet))
    assert again.number == filed.number
    office = online(club, vault)
    assert replay(office).done == 2
    rows = office.read(
        lambda d: d.session.execute(
            select(Complaint.received_at, Complaint.public_no).where(
                Complaint.submission_id == sheet.submission_id
            )
        ).all()
    )
    assert [(row.received_at, row.public_no) for row in rows] == [(LATER, filed.number)]


def test_a_coordinators_complaint_goes_up_too(club: Club, vault: Store) -> None:
    assert vault.vault is not None
    info = offline_copy.take_copy(vault.vault, club.office("anna")._store, login="anna", now=NOON)
    with offline_copy.open_copy(vault.vault, LATER) as copy:
        anna = club.planted.staff["anna"]
        away = OfflineOffice(copy, anna, SetClock(LATER), keeper=vault, info=info)
        sheet = five_fields(club.planted.his, words="Официант грубил", submission_id=uuid4())
        filed, _ = away.write(partial(file_complaint, intake=sheet))
        assert not filed.open_to_me
    assert replay(online(club, vault, "anna")).done == 1
    found = select(Complaint.public_no).where(Complaint.submission_id == sheet.submission_id)
    assert club.office("ilya").read(lambda d: d.session.scalar(found)) == filed.number


def test_what_changes_or_removes_is_refused_and_nothing_of_it_stays(
    club: Club, vault: Store, away: OfflineOffice
) -> None:
    promise = away.read(lambda d: d.session.scalars(select(Promise.id)).first())
    for change in (
        partial(promises.keep_promise, promise_id=promise),
        lambda desk: desk.session.execute(delete(Promise)),
    ):
        with pytest.raises(UserError, match="needs the team"):
            away.write(change)
    state = away.read(lambda d: d.session.get_one(Promise, promise).state)
    assert str(state) == "open"
    assert deeds(vault).count() == (0, 0)


def test_a_refused_talk_leaves_no_deed(club: Club, vault: Store, away: OfflineOffice) -> None:
    with pytest.raises(UserError):
        away.write(partial(log_interaction, client_id=club.planted.hers_calm, promise="Книга"))
    assert deeds(vault).count() == (0, 0)
    assert away.read(talks) == []


def test_half_written_forms_are_kept_offline(club: Club, away: OfflineOffice) -> None:
    forms = (KeptForm("talk:new", {"text": "начал писать"}),)
    away.write(partial(keep_drafts, forms=forms))
    kept = away.read(lambda desk: list_drafts(desk, hidden=False))
    assert [form.key for form in kept] == ["talk:new"]


def test_what_the_server_refuses_is_kept_to_be_read(
    club: Club, vault: Store, away: OfflineOffice
) -> None:
    away.write(log(club.planted.hers_calm))
    club.run(
        None, "UPDATE vip.client SET manager_id = :other WHERE id = :id",
        other=club.planted.staff["oleg"], id=club.planted.hers_calm,
    )  # fmt: skip
    done = replay(online(club, vault))
    assert (done.done, done.refused, done.waiting) == (0, 1, 0)
    (kept,) = deeds(vault).refused()
    assert kept.arguments["text"] == "По телефону: приедет в мае"


def test_what_was_refused_goes_when_its_client_is_erased(
    club: Club, vault: Store, away: OfflineOffice
) -> None:
    """Of another client it stays: its words are nowhere else."""
    gone, kept = club.planted.hers_calm, club.planted.hers
    for client_id in (gone, kept):
        away.write(log(client_id))
    club.run(None, "UPDATE vip.client SET manager_id = :other", other=club.planted.staff["oleg"])
    assert replay(online(club, vault)).refused == 2
    club.run("ilya", "SELECT vip_api.erase_client(:id, 0, 'request')", id=gone)
    take_along(online(club, vault))
    assert [d.arguments["client_id"] for d in deeds(vault).refused()] == [kept]


def test_a_server_that_falls_silent_again_loses_nothing(
    club: Club, vault: Store, away: OfflineOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    away.write(log(club.planted.hers_calm))
    away.write(log(club.planted.hers))
    office = online(club, vault)

    def silent(*_arguments: object) -> None:
        raise NoAnswer(say("The vault is locked. Unlock it and try again."))

    with monkeypatch.context() as patch:
        patch.setattr(Office, "write", silent)
        assert replay(office).waiting == 2
    assert replay(office).done == 2


def test_deeds_are_sealed(club: Club, vault: Store, away: OfflineOffice) -> None:
    away.write(log(club.planted.hers_calm))
    (file,) = deeds(vault).folder.iterdir()
    content = file.read_bytes()
    assert "телефон".encode() not in content
    assert str(club.planted.hers_calm).encode() not in content


@pytest.mark.loud
def test_a_deed_names_only_marked_verbs_of_ours(
    club: Club, vault: Store, away: OfflineOffice
) -> None:
    away.write(log(club.planted.hers_calm))
    (deed,) = deeds(vault).waiting()
    office = online(club, vault)
    for name in (
        "os:system",
        "vipdesk.clients.promises:make_promise",
        "vipdesk.access.packing:named",
    ):
        deeds(vault).keep(replace(deed, verb=name))
        assert replay(office).refused == 1
        deeds(vault).drop(deed.id)
    assert office.read(talks) == []


@pytest.mark.loud
def test_a_deed_that_fails_does_not_keep_the_others_from_the_server(
    club: Club, vault: Store, away: OfflineOffice
) -> None:
    away.write(log(club.planted.hers_calm))
    away.write(log(club.planted.hers))
    first, _second = deeds(vault).waiting()
    deeds(vault).keep(replace(first, arguments={"no_longer_taken": True}))  # an older program's
    done = replay(online(club, vault))
    assert (done.done, done.refused, done.waiting) == (1, 1, 0)


@pytest.mark.loud
def test_a_damaged_deed_is_put_aside_and_the_others_are_done(
    club: Club, vault: Store, away: OfflineOffice
) -> None:
    away.write(log(club.planted.hers_calm))
    away.write(log(club.planted.hers))
    first, _second = sorted(deeds(vault).folder.iterdir())
    first.write_bytes(first.read_bytes()[:-3])
    done = replay(online(club, vault))
    assert (done.done, done.refused, done.waiting) == (1, 1, 0)
    assert first.with_suffix(".damaged").exists()
    assert deeds(vault).count() == (0, 1)


def test_a_write_tried_again_keeps_one_deed(club: Club, vault: Store, away: OfflineOffice) -> None:
    tried = []

    def overtaken(desk: Desk) -> None:
        log(club.planted.hers_calm)(desk)
        tried.append(desk)
        if len(tried) == 1:
            event.listen(desk.session, "before_commit", _stale, once=True)

    away.write(overtaken)
    assert len(tried) == 2
    assert deeds(vault).count() == (1, 0)


def _stale(_session: object) -> None:
    raise StaleDataError("another desk was quicker")


def test_a_write_that_fails_after_all_keeps_no_deed(
    club: Club, vault: Store, away: OfflineOffice
) -> None:
    def fails(desk: Desk) -> None:
        log(club.planted.hers_calm)(desk)
        event.listen(desk.session, "before_commit", _full, once=True)

    with pytest.raises(OSError, match="full"):
        away.write(fails)
    assert deeds(vault).count() == (0, 0)


def _full(_session: object) -> None:
    raise OSError("the disk is full")


def test_nobody_else_works_on_a_persons_copy(club: Club, away: OfflineOffice) -> None:
    with pytest.raises(UserError):
        away.as_staff(club.planted.staff["ilya"])
    assert isinstance(away.at(SetClock(NOON)), OfflineOffice)


def test_who_is_shut_out_meanwhile_keeps_every_deed(
    club: Club, vault: Store, away: OfflineOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    away.write(log(club.planted.hers_calm))
    office = online(club, vault)

    def shut(*_arguments: object) -> None:
        raise ShutOut(say("You have no access to this club. Ask the administrator."))

    monkeypatch.setattr(Office, "write", shut)
    with pytest.raises(ShutOut):
        replay(office)
    assert deeds(vault).count() == (1, 0)


def kept(club: Club, vault: Store, *, port: int | None = None, login: str = "maria") -> None:
    address = club.address(login)
    sign_in = SignIn(replace(address, port=port or address.port), PASSWORD)
    keep_sign_in(vault, sign_in, NOON)


def test_a_silent_server_seats_one_at_the_copy(club: Club, vault: Store) -> None:
    kept(club, vault)
    office = open_team_or_copy(vault, SetClock(NOON))
    assert office is not None
    assert office.home == "team"
    _done, info = take_along(office)
    assert info is not None
    office.leave()
    kept(club, vault, port=free_port())
    away = open_team_or_copy(vault, SetClock(LATER))
    assert isinstance(away, OfflineOffice)
    assert away.home == "offline"
    assert away.staff.id == club.planted.staff["maria"]
    away.write(log(club.planted.hers_calm))
    assert come_back(away) is None, "the server is silent still"
    kept(club, vault)
    found = come_back(away)
    assert found is not None
    back, done = found
    assert (back.home, done.done) == ("team", 1)
    assert len(back.read(talks)) == 1
    away.leave()
    back.leave()


def test_without_a_copy_a_silent_server_is_said(club: Club, vault: Store) -> None:
    kept(club, vault, port=free_port())
    with pytest.raises(NoAnswer):
        open_team_or_copy(vault, SetClock(NOON))


def test_who_is_let_go_loses_the_copy(club: Club, vault: Store) -> None:
    kept(club, vault)
    office = open_team_or_copy(vault, SetClock(NOON))
    assert office is not None
    take_along(office)
    office._store.close()
    club.run(None, "ALTER ROLE maria NOLOGIN")
    try:
        with pytest.raises(ShutOut):
            open_team_or_copy(vault, SetClock(LATER))
        assert vault.vault is not None
        assert offline_copy.find_copy(vault.vault, LATER) is None
    finally:
        club.run(None, "ALTER ROLE maria LOGIN")
