"""The dossier: everything that is held, nothing that may not be read, third persons kept back."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pypdfium2
import pytest
from sqlalchemy import select

from tests.factories import as_role, client, interaction
from tests.factories_complaints import WORDS, filed
from tests.factories_events import friction
from tests.factories_privacy import MARK, plant
from vipdesk.access import Desk
from vipdesk.errors import UserError
from vipdesk.models import Complaint, JournalEntry, PersonAround
from vipdesk.privacy.dossier import SCHEMA, Dossier, DossierFor, make_dossier, readable_bytes
from vipdesk.privacy.dossier_json import dossier_json
from vipdesk.privacy.dossier_pdf import dossier_pdf
from vipdesk.privacy.field_names import FIELD_NAMES, TABLE_NAMES
from vipdesk.privacy.holdings import HOLDINGS, SECTION_NAMES, Section
from vipdesk.privacy.requests import list_requests
from vipdesk.vocabulary import PersonKind, PrivacyRight, RestrictedClass, Role, Sensitivity
from vipdesk.wording import Words

MOSCOW = ZoneInfo("Europe/Moscow")


def whole(desk: Desk, client_id: UUID) -> Dossier:
    return make_dossier(as_role(desk, Role.HEAD), client_id, made_for=DossierFor.CLIENT)


def read(dossier: Dossier) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(dossier_json(dossier))
    return found


def planted(desk: Desk, client_id: UUID) -> set[str]:
    """Marks in the tables of `HOLDINGS`, without what is kept back for a third person."""
    marks = set()
    for held in HOLDINGS:
        if held.model is PersonAround:
            continue
        for row in desk.session.scalars(select(held.model).where(held.whose(client_id))):
            marks |= {str(getattr(row, c)) for c in held.shown}
    return {m for m in marks if m.startswith(MARK)}


def test_every_planted_word_that_is_shown_is_in_the_json(desk: Desk) -> None:
    client_id, _ids = plant(desk)
    text = dossier_json(whole(desk, client_id)).decode()
    assert {m for m in planted(desk, client_id) if m not in text} == set()
    assert read(whole(desk, client_id))["schema"] == SCHEMA


def test_every_table_is_a_chapter(desk: Desk) -> None:
    client_id, _ids = plant(desk)
    found = read(whole(desk, client_id))["chapters"]
    tables = {e["table"] for entries in found.values() for e in entries}
    assert {h.table for h in HOLDINGS} <= tables
    assert set(found) == {str(s) for s in Section}


def test_every_column_and_table_has_a_name() -> None:
    columns = {c.removesuffix("_id") for h in HOLDINGS for c in h.shown}
    assert columns - set(FIELD_NAMES) == set()
    assert {h.table for h in HOLDINGS} - set(TABLE_NAMES) == set()
    assert set(SECTION_NAMES) == set(Section)


def test_a_manager_gets_no_word_of_a_complaint_about_them(desk: Desk) -> None:
    person = client(desk)
    made = filed(desk, person.id)
    row = desk.session.get_one(Complaint, made.id)
    row.restricted, row.about_staff_id = RestrictedClass.CONFLICT, desk.actor.id
    row.owner_id = as_role(desk, Role.HEAD).actor.id
    desk.session.flush()
    text = dossier_json(make_dossier(desk, person.id, made_for=DossierFor.INTERNAL)).decode()
    assert WORDS not in text
    assert "complaint" not in text
    assert WORDS in dossier_json(whole(desk, person.id)).decode()


def test_a_managers_dossier_says_that_it_is_not_the_whole(desk: Desk) -> None:
    person = client(desk)
    interaction(desk, person.id, text="Только руководству", staff_id=None,
                sensitivity=Sensitivity.MANAGEMENT)  # fmt: skip
    own = make_dossier(desk, person.id, made_for=DossierFor.INTERNAL)
    assert not own.whole
    assert "Только руководству" not in dossier_json(own).decode()
    assert "Только руководству" in dossier_json(whole(desk, person.id)).decode()


def test_a_coordinator_makes_none(desk: Desk) -> None:
    person = client(desk)
    with pytest.raises(UserError):
        make_dossier(as_role(desk, Role.COORDINATOR), person.id, made_for=DossierFor.INTERNAL)


def test_people_around_keep_their_own_data(desk: Desk) -> None:
    person, rival = client(desk), client(desk, surname="Соперников")
    friction(desk, person.id, rival.id)
    desk.session.add(
        PersonAround(
            client_id=person.id, kind=PersonKind.HOUSEHOLD, name="Игорь Волков",
            label_there="husband", phone="+7 495 111-22-33", note="Любит спорить",
        )
    )  # fmt: skip
    desk.session.flush()
    dossier = whole(desk, person.id)
    text = dossier_json(dossier).decode()
    assert "Игорь Волков" in text
    for secret in ("111-22-33", "Любит спорить", "Соперников"):
        assert secret not in text
    (around,) = [c for c in dossier.chapters if c.section is Section.PEOPLE]
    assert {e.withheld for e in around.entries} == {("phone", "note"), ("name",)}


def test_the_journal_and_the_request_know_of_it(desk: Desk) -> None:
    person = client(desk)
    dossier = whole(desk, person.id)
    entry = desk.session.scalars(
        select(JournalEntry).where(JournalEntry.object_id == dossier.mark.id)
    ).one()
    assert (entry.verb, entry.reason) == ("export_dossier", "asked for by the client")
    assert list_requests(desk, person.id)[0].right is PrivacyRight.ACCESS


def test_the_pdf_holds_the_words_the_reason_and_the_watermark_on_every_page(
    desk: Desk, ru: Words, en: Words
) -> None:
    client_id, _ids = plant(desk)
    for number in range(60):
        interaction(desk, client_id, text=f"Разговор номер {number}. " * 12)
    dossier = whole(desk, client_id)
    for words in (ru, en):
        document = pypdfium2.PdfDocument(dossier_pdf(dossier, words, MOSCOW, club="Клуб"))
        pages = [p.get_textpage().get_text_range() for p in document]
        assert len(pages) > 4
        assert all(dossier.mark.number in p for p in pages)
        text = " ".join(pages)
        assert "Разговор номер 59" in text
        assert words("At the client’s request") in text
        assert "Волков" not in str(document.get_metadata_dict())


def test_a_mail_is_read_as_text_and_a_file_is_carried_along() -> None:
    mail = b"Subject: Hello\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nCome along"
    assert readable_bytes(mail) == "Hello\n\nCome along"
    assert readable_bytes("просто слова".encode()) == "просто слова"
    assert readable_bytes(b"\xff\xfe\x00") == {"base64": "//4A"}
