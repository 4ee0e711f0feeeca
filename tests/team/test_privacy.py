"""Privacy duties as real people of a team, held by the database's own rights."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any, TypeVar
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.factories_privacy import plant, texts_left
from tests.team.club import Club
from vipdesk.access import Desk
from vipdesk.access.office import staff_row
from vipdesk.clients import contact_points
from vipdesk.clients.consents import (
    ConsentFields,
    note_consents,
    standing_topics,
    withdraw_consents,
)
from vipdesk.clients.contact_points import PointFields
from vipdesk.clock import SystemClock
from vipdesk.errors import UserError
from vipdesk.models import Client, Complaint, Interaction, Staff
from vipdesk.privacy import requests, restriction
from vipdesk.privacy.dossier import DossierFor, make_dossier
from vipdesk.privacy.dossier_json import dossier_json
from vipdesk.privacy.erasure import erase_client, erasures_since, preview_erasure
from vipdesk.privacy.holdings import Section
from vipdesk.privacy.retention import preview_retention, run_retention
from vipdesk.privacy.rules import RuleCode
from vipdesk.store.store import Home, Store
from vipdesk.ui.pages.client_privacy import read_rights
from vipdesk.vocabulary import (
    ConsentForm,
    ContactKind,
    ErasureGround,
    RestrictionGround,
    Role,
    Topic,
)

T = TypeVar("T")
TODAY = ConsentFields(ConsentForm.IN_PERSON)


@contextmanager
def owner(club: Club) -> Iterator[Callable[[Callable[[Desk], Any]], Any]]:
    """Writes past all rights, in Maria's name."""
    engine = club.engine()
    store = Store(engine, Home.TEAM, engine.dispose)

    def write(work: Callable[[Desk], Any]) -> Any:
        def run(session: Any) -> Any:
            maria = session.scalars(select(Staff).where(Staff.login == "maria")).one()
            return work(Desk(session, staff_row(maria), club.clock.now()))

        return store.write(run)[0]

    yield write
    store.close()


def planted(club: Club, *, about: str | None = None) -> UUID:
    with owner(club) as write:
        client_id, ids = write(plant)
        if about is not None:
            staff = club.planted.staff[about]

            def accuse(desk: Desk) -> None:
                desk.session.get_one(Complaint, ids["complaint"]).about_staff_id = staff

            write(accuse)
    return UUID(str(client_id))


@pytest.mark.parametrize("login", ["ilya", "petr"])
def test_who_answers_for_privacy_erases_every_word(club: Club, login: str) -> None:
    client_id = planted(club)
    leader = club.office(login)
    seen = leader.read(lambda desk: preview_erasure(desk, client_id))
    leader.write(
        lambda desk: erase_client(desk, client_id, ground=ErasureGround.REQUEST, state=seen.state)
    )
    with owner(club) as write:
        assert write(texts_left) == []
        assert write(lambda d: d.session.get_one(Client, client_id).erased_at) is not None
        assert [r.client_id for r in write(lambda d: erasures_since(d.session))] == [client_id]


def test_what_the_eraser_may_not_read_goes_without_a_word(club: Club) -> None:
    client_id = planted(club, about="ilya")
    head = club.office("ilya")
    seen = head.read(lambda desk: preview_erasure(desk, client_id))
    assert Section.COMPLAINTS not in {x.section for x in seen.goes}
    head.write(
        lambda desk: erase_client(desk, client_id, ground=ErasureGround.REQUEST, state=seen.state)
    )
    with owner(club) as write:
        assert write(texts_left) == []


def test_nobody_else_erases_not_even_by_direct_sql(club: Club) -> None:
    from sqlalchemy.exc import ProgrammingError

    hers = club.planted.hers
    for login in ("maria", "anna", "kira", "vera"):
        with pytest.raises(ProgrammingError, match="permission denied"):
            club.run(login, f"SELECT vip_api.erase_client('{hers}', 0, 'request')")
    maria = club.office("maria")
    with pytest.raises(UserError):
        maria.read(lambda desk: preview_erasure(desk, hers))


def entries(club: Club, verb: str) -> list[tuple[str, str]]:
    found = club.run(
        None, "SELECT actor, fields FROM vip_audit.journal_entry WHERE verb = :v", v=verb
    )
    return [(row.actor, row.fields) for row in found]


def test_an_erasure_by_direct_sql_is_recorded_as_any_other(club: Club) -> None:
    """Or a restored copy would not forget again."""
    client_id, head = planted(club), str(club.planted.staff["ilya"])
    club.run("ilya", f"SELECT vip_api.erase_client('{client_id}', 0, 'unlawful')")
    with owner(club) as write:
        (row,) = write(lambda d: erasures_since(d.session))
    assert (row.client_id, row.erased_by, row.ground) == (
        client_id, head, ErasureGround.UNLAWFUL,
    )  # fmt: skip
    assert entries(club, "erase_client") == [(head, "unlawful")]
    club.run("ilya", "SELECT vip_api.empty_closed_complaints(now(), 'x')")
    ((actor, fields),) = entries(club, "run_retention")
    assert actor == head
    assert fields.startswith("complaint_closed,")


def test_an_erasure_by_the_desk_is_recorded_once(club: Club) -> None:
    client_id, ilya = planted(club), club.office("ilya")
    seen = ilya.read(lambda desk: preview_erasure(desk, client_id))
    ilya.write(
        lambda desk: erase_client(desk, client_id, ground=ErasureGround.REQUEST, state=seen.state)
    )
    assert entries(club, "erase_client") == [(str(ilya.staff.id), "request")]
    ilya.write(lambda d: run_retention(d, codes=(RuleCode.COMPLAINT_CLOSED,), reason="Clean-up"))
    assert len(entries(club, "run_retention")) == 1


def test_a_manager_notes_consents_and_restricts_the_own_client(club: Club) -> None:
    hers, maria = club.planted.hers_calm, club.office("maria")
    maria.write(lambda d: note_consents(d, hers, topics=(Topic.OFFER,), fields=TODAY))
    assert Topic.OFFER in maria.read(lambda d: standing_topics(d, hers))
    maria.write(lambda d: restriction.restrict_client(d, hers, ground=RestrictionGround.CLAIMS))
    maria.write(lambda d: withdraw_consents(d, hers, topics=(Topic.OFFER,), fields=TODAY))
    assert Topic.OFFER not in maria.read(lambda d: standing_topics(d, hers))
    club.office("ilya").write(lambda d: restriction.lift_restriction(d, hers))
    assert len(maria.read(lambda d: requests.list_requests(d, hers))) == 2


def test_a_managers_dossier_holds_no_complaint_about_them(club: Club) -> None:
    client_id = planted(club, about="maria")
    maria, head = club.office("maria"), club.office("ilya")

    def made(desk: Desk) -> str:
        return dossier_json(make_dossier(desk, client_id, made_for=DossierFor.CLIENT)).decode()

    assert '"complaint"' not in maria.write(made)[0]
    assert '"complaint"' in head.write(made)[0]


def test_retention_runs_for_who_answers(club: Club) -> None:
    client_id = planted(club)
    with owner(club) as write:

        def age(desk: Desk) -> None:
            mine = select(Interaction).where(Interaction.client_id == client_id)
            desk.session.scalars(mine).one().at = desk.now - timedelta(days=3000)

        write(age)
    head = club.office("ilya")
    due = {d.code: d.count for d in head.read(preview_retention)}
    assert due[RuleCode.INTERACTION_TEXT] == 1
    assert due[RuleCode.COMPLAINT_CLOSED] == 1
    head.write(lambda d: run_retention(d, codes=tuple(RuleCode), reason="Yearly clean-up"))
    assert {d.code: d.count for d in head.read(preview_retention)}[RuleCode.COMPLAINT_CLOSED] == 0


def _new_number(desk: Desk, client_id: UUID) -> None:
    point = PointFields(ContactKind.PHONE, "+7 495 000-33-44", "", preferred=False)
    contact_points.add_contact_point(desk, client_id, point)


@pytest.mark.parametrize("login", ["maria", "ilya"])
def test_a_correction_is_closed_though_nobody_reads_the_journal(club: Club, login: str) -> None:
    # The journal has the server's own moment: the laptop's clock is right, too.
    hers, office = club.planted.hers_calm, club.office(login, SystemClock())
    asked, _ = office.write(lambda d: requests.ask_correction(d, hers, fields=("contact_point",)))
    with pytest.raises(UserError, match="Nothing was changed"):
        office.write(lambda d: requests.close_correction(d, asked))
    office.write(lambda d: _new_number(d, hers))
    assert "value" in office.write(lambda d: requests.close_correction(d, asked))[0]


def test_a_dossier_says_by_their_role_who_worked_with_the_data(club: Club) -> None:
    hers = club.planted.hers_calm
    club.office("maria").write(lambda d: _new_number(d, hers))
    dossier, _ = club.office("ilya").write(
        lambda d: make_dossier(d, hers, made_for=DossierFor.CLIENT)
    )
    (chapter,) = (c for c in dossier.chapters if c.section is Section.JOURNAL)
    told = {(e.values["verb"], e.values["by"]) for e in chapter.entries}
    assert ("add_contact_point", Role.MANAGER) in told


def test_a_coordinator_sees_consents_and_is_not_told_of_requests(club: Club) -> None:
    hers = club.planted.hers_calm
    club.office("maria").write(lambda d: requests.ask_correction(d, hers, fields=("surname",)))
    seen = club.office("anna").read(lambda d: read_rights(d, hers))
    assert (seen.requests, seen.cares, seen.leads) == ((), False, False)
