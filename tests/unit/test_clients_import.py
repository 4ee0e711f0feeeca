"""Import: a verdict for every row, all or nothing, a report, rejects that can be mended."""

import csv
import io
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from tests import factories as make
from vipdesk.access import Desk, Office
from vipdesk.clients import facts, import_, import_plan, import_report, import_undo, profile
from vipdesk.clients.contact_points import PointFields
from vipdesk.clients.import_ import ImportVerdict, Outcome
from vipdesk.clients.registry import ClientFilter, list_clients
from vipdesk.clients.rows import ClientFields
from vipdesk.errors import Conflict, UserError
from vipdesk.models import (
    ChannelPreference,
    Client,
    Consent,
    ContactPoint,
    ImportBatch,
    Interaction,
    PersonAround,
    SearchEntry,
)
from vipdesk.vocabulary import ContactKind, FactKind, InteractionKind, Role, Sensitivity
from vipdesk.wording import Words

DATA = Path(__file__).parent.parent / "data"
FILES = sorted(p for e in ("*.vcf", "*.csv") for p in DATA.glob(e) if p.stem != "declension")
HEAD = "Фамилия;Имя;Отчество;Телефон;E-mail;Город;Статус;Комментарий\n"


def plan_of(desk: Desk, *rows: str) -> import_plan.ImportPlan:
    return import_.dry_run(desk, (HEAD + "\n".join(rows)).encode())


def verdicts(plan: import_plan.ImportPlan) -> list[str]:
    return [str(r.verdict) for r in plan.rows]


def counted(desk: Desk, table: type) -> int:
    return desk.session.scalar(select(func.count()).select_from(table)) or 0


def petr(desk: Desk, **fields: object) -> object:
    values = {"surname": "Щукин", "given": "Пётр", **fields}
    return profile.add_client(
        desk,
        ClientFields(**values),  # type: ignore[arg-type]
        [PointFields(ContactKind.PHONE, "+7 916 555-01-42")],
    )


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.name)
def test_every_row_of_a_real_file_has_one_verdict(vault_office: object, path: Path) -> None:
    plan = vault_office.read(lambda desk: import_.dry_run(desk, path.read_bytes()))  # type: ignore[attr-defined]
    assert sum(plan.count(v) for v in ImportVerdict) == len(plan.rows) == len(plan.reading.rows)


def test_a_dry_run_writes_nothing(desk: Desk) -> None:
    plan_of(desk, "Щукин;Пётр;Ильич;8 916 555 01 42;;;;")
    assert counted(desk, Client) == counted(desk, ImportBatch) == 0


def test_new_people_are_added_whole(desk: Desk) -> None:
    plan = import_.dry_run(desk, (DATA / "iphone.vcf").read_bytes())
    report = import_.carry_out(desk, plan)
    assert [r.outcome for r in report.rows] == [Outcome.ADDED, Outcome.ADDED, Outcome.REJECTED]
    card = profile.get_client(desk, report.added_ids[0])
    assert card.fields.birth_year == 1968
    assert len(card.points) == 5
    assert {p.who.name for p in card.people} == {"Ольга Щукина", "Ирина Ланская"}
    note = desk.session.scalars(select(Interaction)).one()
    assert note.sensitivity is Sensitivity.MANAGER
    assert card.last_contact_at is None  # a note is no contact


def test_consent_and_wishes_are_not_made_up(desk: Desk) -> None:
    import_.carry_out(desk, import_.dry_run(desk, (DATA / "google.vcf").read_bytes()))
    assert counted(desk, Consent) == counted(desk, ChannelPreference) == 0


def test_an_importing_manager_leads_the_new_clients_and_nobody_else_does(desk: Desk) -> None:
    row = "Щукин;Пётр;;8 916 555 01 42;;;;"
    report = import_.carry_out(desk, plan_of(desk, row))
    assert profile.get_client(desk, report.added_ids[0]).manager is not None
    executive = make.as_role(desk, Role.EXECUTIVE)
    report = import_.carry_out(executive, plan_of(executive, "Ланская;Анна;;;;;;"))
    assert profile.get_client(desk, report.added_ids[0]).manager is None


def test_the_tier_is_known_by_its_name_and_an_unknown_one_is_told(desk: Desk) -> None:
    plan = plan_of(desk, "Щукин;Пётр;;;;;золото;", "Ланская;Анна;;;;;Диамант;")
    assert "tier" in plan.rows[1].changes[0].text
    report = import_.carry_out(desk, plan)
    tier = profile.get_client(desk, report.added_ids[0]).tier
    assert tier is not None
    assert tier.code == "gold"


def test_the_same_phone_and_name_merge_into_the_client_who_is_here(desk: Desk) -> None:
    client_id = petr(desk, city="Москва")
    plan = plan_of(desk, "Shchukin;Petr;Ильич;8(916)555-01-42;p@example.com;Тверь;;Заметка")
    assert plan.rows[0].client_id == client_id
    report = import_.carry_out(desk, plan)
    assert report.count(Outcome.MERGED) == 1
    card = profile.get_client(desk, client_id)  # type: ignore[arg-type]
    assert card.fields.surname == "Щукин"
    assert card.fields.patronymic == "Ильич"
    assert card.fields.city == "Москва"  # what is known is not overwritten
    assert {p.normalised for p in card.points} == {"+79165550142", "p@example.com"}


def test_a_shared_phone_of_another_person_is_added_with_a_doubt(desk: Desk) -> None:
    petr(desk)
    plan = plan_of(desk, "Щукина;Ольга;;8 916 555 01 42;;;;")
    assert verdicts(plan) == ["add"]
    assert "one person" in plan.rows[0].changes[0].text


def test_a_namesake_without_a_common_contact_is_added_with_a_doubt(desk: Desk) -> None:
    petr(desk)
    plan = plan_of(desk, "Щукин;Пётр;;;;;;")
    assert verdicts(plan) == ["add"]
    assert "this name" in plan.rows[0].changes[0].text


def test_a_row_that_belongs_to_two_clients_is_rejected(desk: Desk) -> None:
    petr(desk)
    profile.add_client(
        desk,
        ClientFields(surname="Щукин", given="Пётр"),
        [PointFields(ContactKind.EMAIL, "p@example.com")],
    )
    plan = plan_of(desk, "Щукин;Пётр;;8 916 555 01 42;p@example.com;;;")
    assert verdicts(plan) == ["rejected"]


def test_a_person_twice_in_the_file_is_taken_once(desk: Desk) -> None:
    plan = plan_of(
        desk,
        "Щукин;Пётр;;8 916 555 01 42;;;;",
        "Щукин;Петр;;+7 916 555-01-42;;;;",
        "Ланская;Анна;;;;;;",
        "Ланская;Анна;;;;;;",
        "Щукина;Ольга;;8 916 555 01 42;;;;",
    )
    assert verdicts(plan) == ["add", "duplicate", "add", "duplicate", "add"]
    assert plan.rows[1].reason is not None
    assert plan.rows[1].reason.params["row"] == 1


def test_only_the_chosen_rows_are_imported_and_the_report_tells_of_all(desk: Desk) -> None:
    plan = plan_of(desk, "Щукин;Пётр;;;;;;", "Ланская;Анна;;;;;;", ";;;нет;;;;")
    report = import_.carry_out(desk, plan, chosen={2, 3})
    assert [r.outcome for r in report.rows] == [Outcome.LEFT_OUT, Outcome.ADDED, Outcome.REJECTED]
    with pytest.raises(UserError):
        import_.carry_out(desk, plan, chosen=set())


def test_a_club_that_changed_since_the_dry_run_is_a_conflict(desk: Desk) -> None:
    plan = plan_of(desk, "Щукин;Пётр;;8 916 555 01 42;;;;")
    petr(desk)
    with pytest.raises(Conflict):
        import_.carry_out(desk, plan)
    assert counted(desk, ImportBatch) == 0


def test_imported_people_are_found_at_once(desk: Desk) -> None:
    import_.carry_out(desk, plan_of(desk, "Щукин;Пётр;;8 916 555 01 42;;;;"))
    for typed in ("shchuk", "щукин", "Oerby", "0142"):
        assert len(list_clients(desk, ClientFilter(text=typed))) == 1, typed


def test_a_whole_import_is_taken_back(desk: Desk) -> None:
    client_id = petr(desk)
    before = [counted(desk, t) for t in (Client, ContactPoint, PersonAround, SearchEntry)]
    plan = plan_of(
        desk, "Щукин;Пётр;Ильич;8 916 555 01 42;p@example.com;Тверь;;Заметка", "Ланская;Анна;;;;;;x"
    )
    report = import_.carry_out(desk, plan)
    import_undo.undo_import(desk, report)
    assert [counted(desk, t) for t in (Client, ContactPoint, PersonAround, SearchEntry)] == before
    card = profile.get_client(desk, client_id)  # type: ignore[arg-type]
    assert (card.fields.patronymic, card.fields.city) == ("", "")
    assert counted(desk, Interaction) == 0
    with pytest.raises(UserError):
        import_undo.undo_import(desk, report)


def _talked(desk: Desk, client_id: UUID) -> None:
    make.interaction(desk, client_id)


def _noted(desk: Desk, client_id: UUID) -> None:
    make.interaction(make.later(desk, hours=1), client_id, kind=InteractionKind.NOTE)


def _learnt(desk: Desk, client_id: UUID) -> None:
    facts.add_fact(desk, client_id, kind=FactKind.PREFERENCE, text="Зелёный чай")


@pytest.mark.parametrize("happened", [_talked, _noted, _learnt])
def test_an_import_with_a_history_stays(desk: Desk, happened: Callable[[Desk, UUID], None]) -> None:
    report = import_.carry_out(desk, plan_of(desk, "Ланская;Анна;;;;;;x"))
    happened(desk, report.added_ids[0])
    with pytest.raises(UserError, match="history"):
        import_undo.undo_import(desk, report)


def test_what_was_changed_since_an_import_stays(desk: Desk) -> None:
    client_id = petr(desk)
    row = "Щукин;Пётр;Ильич;8 916 555 01 42;;Тверь;;"
    report = import_.carry_out(desk, plan_of(desk, row))
    desk.session.get_one(Client, client_id).city = "Псков"
    import_undo.undo_import(desk, report)
    fields = profile.get_client(desk, client_id).fields  # type: ignore[arg-type]
    assert (fields.patronymic, fields.city) == ("", "Псков")


def test_rejected_cards_are_a_file_that_can_be_imported_once_mended(desk: Desk) -> None:
    plan = import_.dry_run(desk, (DATA / "broken.vcf").read_bytes())
    ending, content = import_report.rejects_file(plan)
    assert ending == "vcf"
    mended = content.replace(b"TEL:+7 916 555-06-04", "N:Мендов;Ян\nTEL:1234567".encode())
    again = import_.dry_run(desk, mended)
    assert "Мендов" in [r.incoming.surname for r in again.importable]


def test_rejected_rows_keep_their_header(desk: Desk) -> None:
    plan = import_.dry_run(desk, (DATA / "broken.csv").read_bytes())
    ending, content = import_report.rejects_file(plan)
    assert ending == "csv"
    mended = content.decode("utf-8-sig").replace('"Открытая кавычка', "Закрытая")
    again = import_.dry_run(desk, mended.encode())
    assert "Громов" in [r.incoming.surname for r in again.importable]


def test_the_report_names_every_row_and_holds_no_formula(desk: Desk, en: Words) -> None:
    plan = plan_of(desk, "=HYPERLINK(1);Пётр;;;;;;", "Ланская;Анна;;;;;;", ";;;;x@y.ru;;;")
    report = import_.carry_out(desk, plan)
    text = import_report.report_csv(report, en).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    assert len(rows) == 1 + len(plan.rows)
    assert rows[1][2].startswith("'=")
    assert rows[3][3] == "Rejected"
    planned = import_report.plan_csv(plan, en).decode("utf-8-sig")
    assert len(planned.splitlines()) == len(rows)


@pytest.mark.parametrize(
    "data",
    [b"", b"\xef\xbb\xbf", b"BEGIN:VCARD\nEND:VCARD\n" * 50_001, b"x" * (20 * 1024**2 + 1)],
    ids=["empty", "mark", "rows", "bytes"],
)
def test_what_is_empty_or_too_large_is_refused(data: bytes) -> None:
    with pytest.raises(UserError):
        import_.read_file(data)


def test_a_picture_is_no_list_of_people() -> None:
    with pytest.raises(UserError):
        import_.read_file(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(32)) * 40)


CELL = st.sampled_from(
    [
        "",
        "Щукин",
        "Пётр",
        "8 916 555 01 42",
        "p@example.com",
        '"',
        "=1+1",
        "золото",
        "\x00",
        "7,9E+10",
    ]
)


@given(st.lists(st.lists(CELL, min_size=1, max_size=9).map(";".join), min_size=1, max_size=8))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_the_rows_hold_each_ends_in_one_outcome(
    vault_office: object, rows: list[str]
) -> None:
    data = (HEAD + "\n".join(rows)).encode()

    def tried(desk: Desk) -> None:
        try:
            plan = import_.dry_run(desk, data)
        except UserError:
            return
        assert all(isinstance(r.verdict, ImportVerdict) for r in plan.rows)
        if plan.importable:
            report = import_.carry_out(desk, plan)
            assert [r.number for r in report.rows] == [r.number for r in plan.rows]
            assert len(report.added_ids) == report.count(Outcome.ADDED)
        desk.session.rollback()

    office = vault_office
    with office._store._writing() as session:  # type: ignore[attr-defined]
        tried(Desk(session, office.staff, office.clock.now()))  # type: ignore[attr-defined]


def test_of_two_imports_at_once_the_second_is_told_and_nobody_is_here_twice(
    office: Office,
) -> None:
    data = (DATA / "phonebook_cp1251.csv").read_bytes()
    plan = office.read(lambda desk: import_.dry_run(desk, data))
    told: list[str] = []
    gate = threading.Barrier(2)

    def run() -> None:
        gate.wait(5)
        try:
            office.write(partial(import_.carry_out, plan=plan))
            told.append("imported")
        except Conflict:
            told.append("conflict")

    threads = [threading.Thread(target=run) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert sorted(told) == ["conflict", "imported"]
    assert office.read(lambda desk: len(list_clients(desk))) == plan.count(ImportVerdict.ADD)
