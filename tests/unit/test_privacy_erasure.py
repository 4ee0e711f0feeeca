"""Erasure: every word goes, figures stay, and a restored copy forgets again."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from sqlalchemy import select, text

from tests.factories import as_role, client, consent, email, interaction, later, promise
from tests.factories_channels import put_mail
from tests.factories_privacy import MARK, plant, setting, texts_left
from vipdesk.access import Desk, Office
from vipdesk.channels import claims
from vipdesk.channels.contact import may_contact
from vipdesk.clients import registry
from vipdesk.clients.registry import ClientFilter
from vipdesk.errors import Conflict, UserError
from vipdesk.models import (
    Base,
    ChannelPreference,
    Client,
    Complaint,
    Fact,
    JournalEntry,
    OutboxMessage,
    PersonAround,
)
from vipdesk.privacy import beside, erasure
from vipdesk.privacy.erasure import erase_client, erasures_since, preview_erasure
from vipdesk.privacy.holdings import ELSEWHERE, HOLDINGS, Section
from vipdesk.privacy.mentions import mentions_of
from vipdesk.store import vault as vaults
from vipdesk.store.store import Store, store_of
from vipdesk.vocabulary import (
    Channel,
    ErasureGround,
    FactKind,
    OutboxState,
    PersonKind,
    PreferenceRule,
    Role,
    Topic,
)


def erase(desk: Desk, client_id: UUID, ground: ErasureGround = ErasureGround.REQUEST) -> None:
    desk = as_role(desk, Role.HEAD)
    erase_client(desk, client_id, ground=ground, state=preview_erasure(desk, client_id).state)


def hanging_on_a_client() -> set[str]:
    """Tables that lead to a client by foreign keys, however far, and those that name one."""
    found = {"client"}
    tables = Base.metadata.sorted_tables
    while True:
        more = {t.name for t in tables for k in t.foreign_keys if k.column.table.name in found} | {
            t.name for t in tables if {"client_id", "object_id"} & set(t.columns.keys())
        }
        if more <= found:
            return found
        found |= more


def test_every_table_that_hangs_on_a_client_is_held_or_has_a_reason() -> None:
    held = {h.table for h in HOLDINGS}
    assert hanging_on_a_client() - held - set(ELSEWHERE) == set()
    assert not held & set(ELSEWHERE)


def test_every_column_that_can_hold_words_is_shown_or_cleared() -> None:
    for h in HOLDINGS:
        columns = set(h.model.__table__.columns.keys())
        assert set(h.shown) <= columns, h.table
        assert set(h.cleared) <= columns, h.table


def test_no_planted_word_is_left_in_any_table(desk: Desk) -> None:
    client_id, _ids = plant(desk)
    assert len(texts_left(desk)) > 40
    erase(desk, client_id)
    assert texts_left(desk) == []


def test_the_search_text_forgets_too(desk: Desk) -> None:
    client_id, _ids = plant(desk)
    surname = desk.session.get_one(Client, client_id).surname
    assert registry.list_clients(desk, ClientFilter(text=surname))
    erase(desk, client_id)
    assert registry.list_clients(desk, ClientFilter(text=surname, with_left=True)) == ()
    if desk.session.get_bind().dialect.name == "sqlite":
        for index in ("search_text", "search_text_note"):
            terms = f"CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', '{index}', 'row')"
            desk.session.execute(text(terms))
            found = desk.session.scalars(text("SELECT term FROM temp.words")).all()
            assert [t for t in found if MARK.casefold() in t] == []
            desk.session.execute(text("DROP TABLE temp.words"))


def test_another_client_keeps_every_word(desk: Desk) -> None:
    client_id, _ids = plant(desk)
    other = client(desk, surname="Крылов", given="Пётр")
    interaction(desk, other.id, text="Обсудили регату")
    promise(desk, other.id, text="Прислать каталог регаты")
    erase(desk, client_id)
    assert desk.session.get_one(Client, other.id).surname == "Крылов"
    assert [r.text for r in registry_texts(desk, other.id)] == ["Обсудили регату"]


def registry_texts(desk: Desk, client_id: UUID) -> list[object]:
    from vipdesk.models import Interaction

    return list(desk.session.scalars(select(Interaction).where(Interaction.client_id == client_id)))


def test_a_preview_says_what_goes_and_what_stays_and_why(desk: Desk) -> None:
    client_id, _ids = plant(desk)
    seen = preview_erasure(as_role(desk, Role.HEAD), client_id)
    assert {Section.FACTS, Section.INTERACTIONS, Section.COMPLAINTS} <= {
        x.section for x in seen.goes
    }
    assert all(x.why is not None for x in seen.stays)
    assert desk.session.get_one(Client, client_id).erased_at is None


def test_what_changed_after_the_preview_is_not_erased_unseen(desk: Desk) -> None:
    client_id, _ids = plant(desk)
    head = as_role(desk, Role.HEAD)
    seen = preview_erasure(head, client_id)
    interaction(desk, client_id)
    with pytest.raises(Conflict):
        erase_client(head, client_id, ground=ErasureGround.REQUEST, state=seen.state)


def test_a_manager_may_not_erase_where_somebody_leads(desk: Desk) -> None:
    with pytest.raises(UserError):
        preview_erasure(desk, client(desk).id)


def test_who_works_alone_answers_alone(desk: Desk) -> None:
    for role in (Role.HEAD, Role.EXECUTIVE):
        as_role(desk, role)
    from vipdesk.models import Staff

    for person in desk.session.scalars(select(Staff).where(Staff.role != Role.MANAGER)):
        person.left_at = desk.now
    desk.session.flush()
    assert preview_erasure(desk, client(desk).id).goes


def test_a_complaint_about_the_eraser_is_neither_counted_nor_spared(desk: Desk) -> None:
    client_id, ids = plant(desk)
    head = as_role(desk, Role.HEAD)
    desk.session.get_one(Complaint, ids["complaint"]).about_staff_id = head.actor.id
    desk.session.flush()
    seen = preview_erasure(head, client_id)
    assert Section.COMPLAINTS not in {x.section for x in (*seen.goes, *seen.stays)}
    erase(desk, client_id)
    assert texts_left(desk) == []


def test_the_words_of_a_late_complaint_stay_as_long_as_the_rule_says(desk: Desk) -> None:
    client_id, ids = plant(desk, closed_days_ago=10)
    erase(desk, client_id)
    assert desk.session.get_one(Complaint, ids["complaint"]).words_of_client.startswith(MARK)
    assert {x.split(".")[0] for x in texts_left(desk)} <= {
        "complaint", "case_event", "complaint_promise", "complaint_pause", "complaint_flag",
        "letter", "follow_up", "root_cause", "compensation_grant", "compensation_option",
        "department_task", "case_paper",
    }  # fmt: skip


def test_a_club_may_keep_no_words_of_complaints(desk: Desk) -> None:
    setting(desk, "retention", '{"complaint_keep_days": 0}')
    client_id, _ids = plant(desk, closed_days_ago=1)
    erase(desk, client_id)
    assert texts_left(desk) == []


def test_what_waits_in_the_outbox_never_leaves(desk: Desk) -> None:
    person = client(desk)
    email(desk, person.id)
    consent(desk, person.id)
    placed = put_mail(desk, person.id)
    (claimed,) = claims.claim(desk)
    erase(desk, person.id)
    row = desk.session.get_one(OutboxMessage, placed.id)
    assert row.state is OutboxState.CANCELLED
    assert row.content == b""
    assert not claims.mark_sent(desk, claimed)


def test_an_assistant_who_was_erased_is_not_bypassed(desk: Desk) -> None:
    lead, helper = client(desk), client(desk, surname="Секретарёва", given="Ольга")
    through = PersonAround(
        client_id=lead.id, other_client_id=helper.id, kind=PersonKind.STAFF,
        name="Секретарёва Ольга", phone="+7 495 000-00-77",
    )  # fmt: skip
    desk.session.add(through)
    desk.session.flush()
    desk.session.add(
        ChannelPreference(
            client_id=lead.id, channel=Channel.PHONE, rule=PreferenceRule.PREFER,
            via_person_id=through.id, noted_at=desk.now,
        )
    )  # fmt: skip
    desk.session.flush()
    erase(desk, helper.id)
    assert not may_contact(desk, lead.id, Channel.PHONE, Topic.PERSONAL).allowed


def test_names_in_other_clients_entries_are_pointed_at(desk: Desk) -> None:
    person, other = client(desk, surname="Берестова"), client(desk, surname="Крылов")
    row = interaction(desk, other.id, text="Был на приёме с Берестовой")
    seen = preview_erasure(as_role(desk, Role.HEAD), person.id)
    assert [(m.table, m.row_id) for m in seen.mentions] == [("interaction", row.id)]


def test_what_may_not_be_read_does_not_crowd_out_what_may(desk: Desk) -> None:
    person, other = client(desk, surname="Берестова"), client(desk, surname="Крылов")
    stranger = client(desk, surname="Чужих", manager_id=None)
    for number in range(120):
        desk.session.add(
            Fact(
                client_id=stranger.id, kind=FactKind.HEALTH, text=f"{number}: с Берестовой",
                noted_on=desk.now.date(),
            )
        )  # fmt: skip
    desk.session.flush()
    desk.session.add(
        Fact(
            client_id=other.id, kind=FactKind.WORK, text="Партнёр Берестовой",
            noted_on=desk.now.date(),
        )
    )  # fmt: skip
    desk.session.flush()
    seen = mentions_of(as_role(desk, Role.EXECUTIVE), person)
    assert [m.client_id for m in seen] == [other.id]


def test_the_record_holds_nothing_personal_and_the_journal_only_a_code(desk: Desk) -> None:
    client_id, _ids = plant(desk)
    erase(desk, client_id, ErasureGround.CONSENT_WITHDRAWN)
    (row,) = [r for r in erasures_since(desk.session) if r.client_id == client_id]
    assert row.ground is ErasureGround.CONSENT_WITHDRAWN
    assert erasures_since(desk.session, desk.now) == ()
    entry = desk.session.scalars(
        select(JournalEntry).where(JournalEntry.object_id == client_id)
    ).all()[-1]
    assert (entry.verb, entry.fields) == ("erase_client", "consent_withdrawn")


def test_a_record_cannot_be_taken_back(desk: Desk) -> None:
    from sqlalchemy.exc import DBAPIError

    client_id, _ids = plant(desk)
    erase(desk, client_id)
    with pytest.raises(DBAPIError):
        desk.session.execute(Base.metadata.tables["vip_audit.erasure_record"].delete())


def test_an_older_database_forgets_again(desk: Desk) -> None:
    client_id, _ids = plant(desk)
    row = erasure.ErasureRow(client_id, desk.now, "somebody", ErasureGround.REQUEST)
    assert erasure.replay(desk.session, [row], now=later(desk, days=3).now) == 1
    assert texts_left(desk) == []
    assert erasure.replay(desk.session, [row], now=desk.now) == 0


# The file itself --------------------------------------------------------------------------------


def test_the_vaults_file_holds_no_word_even_decrypted(
    vault_office: Office, vault_template: vaults.Unlocked
) -> None:
    head = _head(vault_office)
    (client_id, _ids), _ = vault_office.write(plant)
    folder = Path(head._store.vault.folder)  # type: ignore[union-attr]
    assert MARK.encode() in _plain(folder, vault_template.key)
    head.write(lambda desk: erase(desk, client_id))
    plain = _plain(folder, vault_template.key)
    assert MARK.encode() not in plain
    assert MARK.casefold().encode() not in plain


def test_the_file_is_swept_once_however_many_are_erased(
    vault_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    swept: list[object] = []
    monkeypatch.setattr(beside, "sweep", swept.append)

    def erase_three(desk: Desk) -> None:
        for person in [client(desk) for _ in range(3)]:
            erase(desk, person.id)

    for times in (1, 2):
        vault_office.write(erase_three)
        assert len(swept) == times


def test_a_restored_backup_forgets_when_it_is_opened(
    vault_office: Office, vault_template: vaults.Unlocked, tmp_path: Path
) -> None:
    (client_id, _ids), _ = vault_office.write(plant)
    store = vault_office._store
    folder = Path(store.vault.folder)  # type: ignore[union-attr]
    backup = tmp_path / "copy.db"
    raw = store.engine.raw_connection()
    raw.cursor().execute(f"VACUUM INTO '{backup}'")
    raw.close()
    vault_office.write(lambda desk: erase(desk, client_id))
    store.close()
    (folder / "vault.db").write_bytes(backup.read_bytes())
    with _opened(vault_template, folder) as again:
        assert again.read(lambda s: s.get_one(Client, client_id).surname).startswith(MARK)
        assert beside.catch_up(again, vault_office.clock.now()) == 1
        assert again.read(lambda s: s.get_one(Client, client_id).surname) == "Удалённый клиент"
        assert beside.catch_up(again, vault_office.clock.now()) == 0


def test_a_lost_file_is_written_again_and_a_foreign_one_is_left_alone(vault_office: Office) -> None:
    (client_id, _ids), _ = vault_office.write(plant)
    vault_office.write(lambda desk: erase(desk, client_id))
    store = vault_office._store
    path = Path(store.vault.folder) / beside.SIDE_FILE  # type: ignore[union-attr]
    assert client_id.bytes not in path.read_bytes()
    for broken in (None, b"not sealed at all, by anybody"):
        path.unlink()
        if broken is not None:
            path.write_bytes(broken)
        assert beside.catch_up(store, vault_office.clock.now()) == 0
        rows = beside.read_beside(path, store.vault.sealer(beside.PURPOSE))  # type: ignore[union-attr]
        assert [r.client_id for r in rows] == [client_id]


def test_the_list_for_a_teams_administrator_is_read_back(desk: Desk) -> None:
    row = erasure.ErasureRow(client(desk).id, desk.now, "x", ErasureGround.RETENTION)
    assert beside.rows_of(beside.as_bytes([row])) == (row,)


def _head(office: Office) -> Office:
    from vipdesk.models import Staff

    head = office.read(
        lambda d: d.session.scalars(select(Staff.id).where(Staff.role == Role.HEAD)).one()
    )
    return office.as_staff(head)


def _opened(template: vaults.Unlocked, folder: Path) -> Store:
    from dataclasses import replace

    return store_of(vaults.open_unlocked(replace(template, folder=folder)))


def _plain(folder: Path, key: bytes) -> bytes:
    """Every page of the database and of its log, free ones too, decrypted (SQLCipher 4)."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    found = b""
    for name in ("vault.db", "vault.db-wal"):
        path = folder / name
        data = path.read_bytes() if path.exists() else b""
        head, frame = (0, 0) if name == "vault.db" else (32, 24)
        size = 4096
        for start in range(head, len(data), size + frame):
            page = data[start + frame : start + frame + size]
            body = page[16:-80] if name == "vault.db" and start == 0 else page[:-80]
            body = body[: len(body) // 16 * 16]
            if len(page) < size:
                continue
            cipher = Cipher(algorithms.AES(key), modes.CBC(page[-80:-64]))
            decryptor = cipher.decryptor()
            found += decryptor.update(body) + decryptor.finalize()
    return found
