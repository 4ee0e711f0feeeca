"""A day at the desk of each role, by the real verbs, signed in to a real PostgreSQL."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import ProgrammingError

from tests import factories as make
from tests.factories_complaints import called, five_fields, reply_sent
from tests.team.club import SECRET, Club
from vipdesk.access import Desk, Office
from vipdesk.access import team as administrator
from vipdesk.access.club import ClubWords, change_club, club_words
from vipdesk.access.matrix import Verb
from vipdesk.agenda.due import became_due
from vipdesk.agenda.snoozes import snooze
from vipdesk.agenda.today import today
from vipdesk.cards import issue, keys
from vipdesk.cards import registry as cards
from vipdesk.cards.signature import check_code
from vipdesk.cards.steps import Step
from vipdesk.channels import claims
from vipdesk.channels.waiting import list_waiting
from vipdesk.clients import facts, interactions, profile, timeline
from vipdesk.clients.registry import list_clients
from vipdesk.clients.rows import ClientFields
from vipdesk.clock import SystemClock
from vipdesk.complaints import cases, course, drafts, flags, holds, intake, sight
from vipdesk.complaints.due import sweep
from vipdesk.errors import NotFound, UserError
from vipdesk.events import guest_lists, invitations, programme, replies, venues
from vipdesk.events.invitation_mail import SenderAddress
from vipdesk.health import report, score
from vipdesk.health.explain import explain
from vipdesk.jobs import daily
from vipdesk.jobs.ledger import run_if_due
from vipdesk.models import Invitation, InviteHold
from vipdesk.search.find import find
from vipdesk.store import keyslots
from vipdesk.store.store import create_vault_store
from vipdesk.vocabulary import (
    CardState,
    EventKind,
    EventState,
    FactKind,
    FlagKind,
    PartStat,
    ReplySource,
    Severity,
)
from vipdesk.wording import Lang

SENDER = SenderAddress("events@club.example", "Клуб")


def test_each_person_signs_in_and_sits_down(club: Club) -> None:
    for login, staff_id in club.planted.staff.items():
        assert club.office(login).staff.id == staff_id


def test_a_manager_looks_after_the_own_clients(club: Club) -> None:
    maria, hers = club.office("maria"), club.planted.hers
    shown = maria.read(list_clients)
    assert {row.id for row in shown} == {hers, club.planted.hers_calm, club.planted.hers_open}
    card = maria.read(lambda desk: profile.get_client(desk, hers))
    assert {fact.kind for fact in card.facts} == {FactKind.HEALTH, FactKind.TRAVEL}
    logged, _ = maria.write(
        lambda desk: interactions.log_interaction(
            desk, hers, text="Позвонила", promise="Прислать меню",
            promise_due=desk.now + timedelta(days=1),
        )
    )  # fmt: skip
    maria.write(lambda desk: facts.add_fact(desk, hers, kind=FactKind.DIET, text="без глютена"))
    maria.write(lambda desk: snooze(desk, "call", hers, until=desk.now + timedelta(days=2)))
    assert maria.read(lambda desk: timeline.list_timeline(desk, hers))
    maria.write(lambda desk: interactions.remove_interaction(desk, logged.interaction_id))
    assert maria.read(today).promises


def test_a_manager_adds_a_client_finds_it_and_takes_it_back(club: Club) -> None:
    maria = club.office("maria")
    fields = ClientFields(surname="Новикова", given="Ева", manager_id=maria.staff.id)
    added, _ = maria.write(lambda desk: profile.add_client(desk, fields))
    assert [hit.id for hit in maria.read(lambda desk: find(desk, "новик"))] == [added]
    maria.write(lambda desk: profile.remove_client(desk, added))
    assert maria.read(lambda desk: find(desk, "новик")) == ()
    with pytest.raises(NotFound):
        maria.read(lambda desk: profile.get_client(desk, added))


def test_a_client_with_something_hidden_is_gone_for_the_manager_and_kept(club: Club) -> None:
    maria, ilya = club.office("maria"), club.office("ilya")
    fields = ClientFields(surname="Новикова", given="Ева", manager_id=maria.staff.id)
    added, _ = maria.write(lambda desk: profile.add_client(desk, fields))
    ilya.write(lambda desk: intake.file_complaint(desk, five_fields(added, words=SECRET)))
    maria.write(lambda desk: profile.remove_client(desk, added))
    with pytest.raises(NotFound):
        maria.read(lambda desk: profile.get_client(desk, added))
    assert ilya.read(lambda desk: profile.get_client(desk, added)).left_on is not None


def test_a_colleagues_clients_are_not_there(club: Club) -> None:
    maria = club.office("maria")
    for hidden in (
        lambda desk: profile.get_client(desk, club.planted.his),
        lambda desk: cases.get_complaint(desk, club.planted.his_case),
    ):
        with pytest.raises(NotFound):
            maria.read(hidden)
    assert maria.read(lambda desk: find(desk, "чужак")) == ()


def test_a_deputy_sees_the_clients_until_the_day(club: Club) -> None:
    def until(moment: datetime) -> None:
        with club.engine().begin() as connection:
            now = datetime.now(UTC) - timedelta(days=9)
            administrator.deputise(connection, "oleg", "maria", moment, now)

    maria = club.office("maria", SystemClock())  # the server asks its own
    until(datetime.now(UTC) + timedelta(days=1))
    assert maria.read(lambda desk: profile.get_client(desk, club.planted.his))
    assert maria.read(lambda desk: cases.get_complaint(desk, club.planted.his_case))
    until(datetime.now(UTC) - timedelta(days=1))
    with pytest.raises(NotFound):
        maria.read(lambda desk: profile.get_client(desk, club.planted.his))


def test_a_manager_handles_a_complaint_from_filing_to_the_end(club: Club) -> None:
    maria = club.office("maria")
    client_id = club.planted.hers_calm
    told = five_fields(client_id, severity=Severity.S1)
    filed, changes = maria.write(lambda desk: intake.file_complaint(desk, told))
    assert filed.open_to_me
    assert filed.owner_name.name == "Мария Орлова"
    assert changes.touches("complaint")
    maria.write(lambda desk: drafts.keep_draft(desk, "reply", {"body": "Дорогая"}))
    maria.write(lambda desk: called(desk, filed.id))
    maria.write(lambda desk: reply_sent(make.later(desk, minutes=1), filed.id))
    maria.write(lambda desk: course.add_note(desk, filed.id, text="Проверила рассадку"))
    maria.write(lambda desk: holds.release_hold(desk, filed.id))
    maria.write(sweep)
    case = maria.read(lambda desk: cases.get_complaint(desk, filed.id))
    assert len(case.history) >= 4
    assert maria.read(lambda desk: len(cases.list_complaints(desk))) == 2


def test_the_same_submission_twice_is_one_complaint(club: Club) -> None:
    maria = club.office("maria")
    told = five_fields(club.planted.hers_calm)
    first, _ = maria.write(lambda desk: intake.file_complaint(desk, told))
    again, _ = maria.write(lambda desk: intake.file_complaint(desk, told))
    assert again.id == first.id
    assert again.number == first.number


def test_filing_in_a_team_is_filing_on_a_vault(club: Club, vault_office: Office) -> None:
    """Clocks, flags, history and hold: the database's way and the desk's way are one."""

    def facts_of(desk: Desk, complaint_id: UUID) -> object:
        case = cases.get_complaint(desk, complaint_id)
        return (
            sorted((c.kind, c.due_at, c.verdict) for c in case.clocks),
            sorted(h.said.text for h in case.history), case.severity, case.state, case.restricted,
        )  # fmt: skip

    words = "Отравился на вашем ужине, пишу в суд"
    maria = club.office("maria")
    filed, _ = maria.write(
        lambda desk: intake.file_complaint(desk, five_fields(club.planted.hers_calm, words=words))
    )
    alone, _ = vault_office.write(
        lambda desk: intake.file_complaint(desk, five_fields(make.client(desk).id, words=words))
    )
    assert maria.read(lambda d: facts_of(d, filed.id)) == vault_office.read(
        lambda d: facts_of(d, alone.id)
    )


def test_a_complaint_about_oneself_can_be_filed_and_not_read(club: Club) -> None:
    maria, ilya = club.office("maria"), club.office("ilya")
    told = five_fields(club.planted.hers_calm, words="Орлова забыла обо мне")
    filed, _ = maria.write(lambda desk: intake.file_complaint(desk, told))
    assert not filed.open_to_me
    assert filed.answer_at is None
    with pytest.raises(NotFound):
        maria.read(lambda desk: cases.get_complaint(desk, filed.id))
    case = ilya.read(lambda desk: cases.get_complaint(desk, filed.id))
    assert FlagKind.ABOUT_MANAGER in {f.kind for f in case.flags}


def test_a_coordinator_files_and_learns_only_the_number(club: Club) -> None:
    anna, oleg = club.office("anna"), club.office("oleg")
    anna.write(lambda desk: drafts.keep_draft(desk, "complaint", {"words": "Холодный суп"}))
    told = five_fields(club.planted.his, severity=Severity.S1)
    filed, _ = anna.write(lambda desk: intake.file_complaint(desk, told))
    assert not filed.open_to_me
    with pytest.raises(UserError):
        anna.read(lambda desk: cases.get_complaint(desk, filed.id))
    case = oleg.read(lambda desk: cases.get_complaint(desk, filed.id))
    flagged = {f.kind for f in case.flags}
    assert {FlagKind.SEVERE, FlagKind.REPEAT} <= flagged


def test_a_coordinator_fills_a_room(club: Club) -> None:
    anna = club.office("anna")
    ids = (club.planted.his, club.planted.hers_calm)

    def plan(desk: Desk) -> UUID:
        venue = venues.add_venue(desk, name="Особняк", city="Москва", capacity=40)
        words = programme.EventWords(
            "Ужин", EventKind.DINNER, desk.now + timedelta(days=20),
            desk.now + timedelta(days=20, hours=3), 12, venue_id=getattr(venue, "id", venue),
        )  # fmt: skip
        found = programme.add_event(desk, words=words)
        programme.move_event(desk, event_id=found, to=EventState.PLANNED)
        return found

    event_id, _ = anna.write(plan)
    anna.write(lambda desk: guest_lists.pick(desk, event_id=event_id, client_ids=ids))
    listed = anna.read(lambda desk: guest_lists.get_guest_list(desk, event_id))
    assert {g.client_id for g in listed.guests} == set(ids)
    out = [g for g in listed.guests if g.hold is not None]
    assert [g.client_id for g in out] == [club.planted.his]
    invited, _ = anna.write(
        lambda desk: invitations.invite(
            desk, event_id=event_id, client_ids=[club.planted.hers_calm], sender=SENDER
        )
    )
    assert len(invited) == 1

    def answer(desk: Desk) -> UUID:
        invitation = desk.session.scalars(select(Invitation)).one()
        return replies.record_reply(
            desk, invitation_id=invitation.id, source=ReplySource.PHONE,
            partstat=PartStat.ACCEPTED, note="Придёт одна",
        )  # fmt: skip

    anna.write(answer)
    taken, _ = anna.write(claims.claim)
    if taken:
        anna.write(lambda desk: claims.mark_sent(desk, taken[0]))
    assert anna.read(list_waiting) is not None
    assert anna.read(today)
    assert anna.read(lambda desk: find(desk, "чужак"))


def test_a_coordinator_reads_no_special_facts(club: Club) -> None:
    anna = club.office("anna")
    card = anna.read(lambda desk: profile.get_client(desk, club.planted.his))
    assert [fact.kind for fact in card.facts] == [FactKind.TRAVEL]


def test_an_executive_sees_flags_health_and_the_report(club: Club) -> None:
    petr = club.office("petr")
    queue = petr.read(flags.list_flags)
    assert club.planted.secret in {flag.complaint_id for flag in queue}
    petr.write(lambda desk: flags.acknowledge(desk, queue[0].id, instruction="Позвоните сегодня"))
    petr.write(score.take_snapshot)
    assert petr.read(report.get_report)
    assert petr.read(today)
    assert petr.read(lambda desk: explain(desk, club.planted.hers))
    assert petr.read(lambda desk: cases.get_complaint(desk, club.planted.secret))


def test_a_managers_health_is_computed_of_what_the_manager_sees(club: Club) -> None:
    club.office("petr").write(score.take_snapshot)
    maria = club.office("maria")
    assert len(maria.read(score.score_clients)) == 3
    kept = club.run("maria", "SELECT score, band, parts::text FROM vip_seen.health_snapshot")
    assert len(kept) == 3
    assert {row.score for row in kept} == {None}
    assert "circle" not in "".join(row.parts for row in kept)


def test_a_card_goes_from_request_to_approval(club: Club) -> None:
    maria, ilya = club.office("maria"), club.office("ilya")
    client_id = club.planted.hers_calm
    card, _ = maria.write(lambda desk: issue.request_card(desk, client_id))
    ilya.write(lambda desk: issue.approve_card(desk, card.id))
    story = maria.read(lambda desk: cards.list_history(desk, card.id))
    assert [line.who.name for line in story] == ["Илья Ким", "Мария Орлова"]
    assert maria.read(lambda desk: cards.get_face(desk, card.id, Lang.RU).draft)


def test_two_at_once_for_one_client_are_two_complaints_under_one_hold(club: Club) -> None:
    filed, go = threading.Event(), threading.Event()

    def file(login: str, *, slowly: bool = False) -> str:
        def work(desk: Desk) -> str:
            told = five_fields(club.planted.hers_calm, severity=Severity.S1, submission_id=uuid4())
            number = intake.file_complaint(desk, told).number
            if slowly:
                filed.set()
                assert go.wait(10)
            return number

        return club.office(login).write(work)[0]

    with ThreadPoolExecutor(2) as both:
        first = both.submit(file, "anna", slowly=True)
        assert filed.wait(10)
        second = both.submit(file, "kira")
        threading.Timer(0.5, go.set).start()
        assert first.result(20) != second.result(20)
    held = "SELECT 1 FROM vip.invite_hold WHERE client_id = :c"
    assert len(club.run(None, held, c=club.planted.hers_calm)) == 1


def test_a_hold_is_lifted_only_when_no_complaint_needs_it(club: Club) -> None:
    """Also one that who lifts does not see."""
    maria, ilya = club.office("maria"), club.office("ilya")
    hers = club.planted.hers
    own, _ = maria.write(
        lambda desk: intake.file_complaint(desk, five_fields(hers, severity=Severity.S1))
    )

    def holds_of(office: Office) -> int:
        return office.read(
            lambda desk: len(
                desk.session.scalars(
                    select(InviteHold.id).where(InviteHold.client_id == hers)
                ).all()
            )
        )

    def let_go(complaint_id: UUID) -> None:
        club.run(
            None,
            "UPDATE vip_private.hold_source SET lift_after = now() - interval '1 hour'"
            " WHERE complaint_id = :id",
            id=complaint_id,
        )

    ilya.write(
        lambda desk: intake.file_complaint(
            desk, five_fields(hers, words=SECRET, severity=Severity.S1)
        )
    )
    assert holds_of(maria) == 1
    let_go(own.id)
    lifted, _ = maria.write(sweep)
    assert lifted.lifted == 1
    assert holds_of(maria) == 1


def test_the_journal_has_the_person_the_server_knows(club: Club) -> None:
    """Whatever a desk says of who and when."""
    maria = club.office("maria")
    forged = Desk(None, club.office("petr").staff, maria.clock.now())  # type: ignore[arg-type]

    def forge(desk: Desk) -> None:
        Desk(desk.session, forged.actor, desk.now - timedelta(days=400)).note(
            "talk", "client", None
        )

    maria.write(forge)
    (entry,) = club.run(None, "SELECT actor, at FROM vip_audit.journal_entry WHERE verb = 'talk'")
    assert entry.actor == str(maria.staff.id)
    assert abs(entry.at - datetime.now(UTC)) < timedelta(minutes=5)
    assert club.run("vera", "SELECT count(*) AS n FROM vip_audit.journal_entry")[0].n > 5


def test_an_auditor_reads_the_journal_and_nobody_else_does(club: Club) -> None:
    assert club.run("vera", "SELECT count(*) AS n FROM vip_audit.journal_entry")[0].n > 5
    for login in ("maria", "anna", "ilya", "petr", "kira"):
        seen = club.run(login, "SELECT DISTINCT object_table AS t FROM vip_audit.journal_entry")
        assert {row.t for row in seen} <= {"status_card", "client", "event"}


def test_a_coordinator_trusts_cards_without_reading_the_secret_half(club: Club) -> None:
    club.run(
        None,
        "INSERT INTO vip.club_setting (id, name, value, sealed) VALUES"
        """ (gen_random_uuid(), 'card_key', '{"k1": "00"}', 'VS1x')""",
    )
    assert club.office("anna").read(keys.get_trust).keys == {"k1": b"\x00"}
    with pytest.raises(ProgrammingError):
        club.run("anna", "SELECT sealed FROM vip.club_setting")


def test_settings_are_changed_by_management(club: Club) -> None:
    words = ClubWords(name="Клуб «Полдень»")
    club.office("kira").write(lambda desk: change_club(desk, club=words))
    assert club.office("anna").read(club_words).name == words.name
    with pytest.raises(UserError) as refused:
        club.office("anna").write(lambda desk: change_club(desk, club=ClubWords(name="Иной")))
    assert refused.value.say.text == "You may not do this."


@pytest.mark.parametrize("login", ["maria", "anna", "ilya", "petr", "kira"])
def test_the_jobs_of_each_role_run(club: Club, login: str) -> None:
    office = club.office(login, SystemClock())
    tracks = (False, True) if sight.works_here(office.staff.role) else (False,)
    for private in tracks:
        office.write(partial(claims.release_due, private=private))
        office.write(partial(claims.claim, private=private))
    if sight.works_here(office.staff.role):
        office.write(sweep)
    office.read(partial(became_due, since=office.clock.now() - timedelta(days=9)))
    for job in daily.JOBS:
        run_if_due(office, job)
        assert run_if_due(office, job) is None  # done, or not for this desk


def test_what_a_role_may_do_is_asked_of_the_person(club: Club) -> None:
    anna = club.office("anna").staff
    assert anna.may(Verb.INSERT, "event")
    assert not anna.may(Verb.SELECT, "complaint")


def test_what_the_door_shows_is_what_stands_there(club: Club) -> None:
    """Column by column, also after a revision has added one."""
    for name in ("complaint", "case_event", "complaint_clock"):
        shown = club.run("maria", f"SELECT to_jsonb(s) AS row FROM vip_seen.{name} s ORDER BY id")
        ids = [entry.row["id"] for entry in shown]
        stands = club.run(
            None,
            f"SELECT to_jsonb(s) AS row FROM vip_private.{name} s"
            " WHERE id::text = ANY (:ids) ORDER BY id",
            ids=ids,
        )
        assert ids
        assert shown == stands


def test_a_manager_asks_for_a_card_and_management_signs_it(club: Club, tmp_path: Path) -> None:
    """A key that signs stays with management: a door believes whatever it signed."""
    maria, ilya, petr = (club.office(login) for login in ("maria", "ilya", "petr"))
    client_id = club.planted.hers_calm
    with club.engine().begin() as owner:
        owner.execute(text("UPDATE vip.client SET tier_id = (SELECT id FROM vip.tier LIMIT 1)"))
    card, _ = maria.write(lambda desk: issue.request_card(desk, client_id))
    petr.write(lambda desk: issue.approve_card(desk, card.id))
    assert Step.ISSUE not in maria.read(lambda desk: cards.get_card(desk, card.id)).steps
    with pytest.raises(UserError, match="head of VIP service"):
        maria.write(lambda desk: issue.issue_card(desk, card.id))
    store, _ = create_vault_store(tmp_path / "own", "seven quiet lamps 58", cost=keyslots.FLOOR)
    keyed = ilya.kept_by(store)
    assert Step.ISSUE in keyed.read(lambda desk: cards.get_card(desk, card.id)).steps
    issued, _ = keyed.write(lambda desk: issue.issue_card(desk, card.id))
    trust = maria.read(keys.get_trust)
    assert check_code(issued.code, trust, club.clock.now().date()).number == card.number
    handed, _ = maria.write(lambda desk: issue.hand_over_card(desk, card.id))
    assert handed.state is CardState.ACTIVE
    store.close()
