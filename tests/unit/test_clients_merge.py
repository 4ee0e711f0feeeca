"""Two clients become one, whatever hangs on them, and become two again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import func, select, text

from tests import factories as make
from tests.factories_merge import plant, tables_of_clients
from vipdesk.access import Desk
from vipdesk.clients import merge, registry, unmerge
from vipdesk.clients.search_entry import keep_found
from vipdesk.errors import NotFound, UserError
from vipdesk.models import (
    Base,
    ChannelPreference,
    Client,
    ClientMerge,
    Complaint,
    Consent,
    ContactPoint,
    HoldSource,
    Interaction,
    Invitation,
    InviteHold,
    PersonAround,
)
from vipdesk.vocabulary import (
    Channel,
    HoldKind,
    InvitationState,
    PersonKind,
    PreferenceRule,
    Role,
    Topic,
)

IGNORED = {"client_merge", "journal_entry", "search_entry", "alembic_version"}


def pair(desk: Desk, **other: Any) -> tuple[UUID, UUID]:
    kept = make.client(desk, surname="Щукин", given="Пётр", patronymic="Ильич", latin_name="")
    values = {"surname": "Shchukin", "given": "Petr", "patronymic": "", "latin_name": ""} | other
    return kept.id, make.client(desk, **values).id


def everything(desk: Desk) -> dict[str, list[Any]]:
    """All rows of the database, but versions and what a merge itself notes."""
    desk.session.flush()
    found = {}
    for table in Base.metadata.sorted_tables:
        if table.name in IGNORED:
            continue
        columns = [c for c in table.columns if c.name != "version"]
        found[table.name] = sorted(
            tuple(map(str, row)) for row in desk.session.execute(select(*columns))
        )
    return found


def test_whatever_points_at_the_other_moves_and_comes_back_as_it_was(desk: Desk) -> None:
    kept, other = pair(desk)
    friend = make.client(desk, surname="Третья").id
    planted = {t.name: plant(desk, t, other, beside=friend) for t in tables_of_clients()}
    before = everything(desk)
    key = merge.merge_clients(desk, kept, other)
    for table in tables_of_clients():
        for column in table.columns:
            if any(k.column.table.name == "client" for k in column.foreign_keys):
                left = select(func.count()).where(column == other)
                assert desk.session.scalar(left) == 0, f"{table.name}.{column.name}"
        if table.name != "erasure_record":
            there = select(func.count()).where(table.c.id == planted[table.name])
            assert desk.session.scalar(there) == 1, table.name
    assert unmerge.unmerge_clients(desk, key).edits_kept == 0
    after = everything(desk)
    assert {n for n in before if before[n] != after[n]} == set()


def test_what_would_stand_twice_is_folded_and_comes_back(desk: Desk) -> None:
    kept, other = pair(desk)
    friend = make.client(desk, surname="Третья").id
    for table in tables_of_clients():
        first = plant(desk, table, kept, beside=friend)
        row = desk.session.execute(select(table).where(table.c.id == first)).mappings().one()
        unique = {
            c.name for i in (*table.indexes, *table.constraints)
            if getattr(i, "unique", False) or type(i).__name__ == "UniqueConstraint"
            if any(k.column.table.name == "client" for c in i.columns for k in c.foreign_keys)
            for c in i.columns
        }  # fmt: skip
        plant(desk, table, other, **{n: row[n] for n in unique if n != "client_id"})
    before = everything(desk)
    key = merge.merge_clients(desk, kept, other)
    unmerge.unmerge_clients(desk, key)
    after = everything(desk)
    assert {n for n in before if before[n] != after[n]} == set()


def test_no_table_of_clients_has_a_key_that_the_merge_cannot_name() -> None:
    for table in tables_of_clients():
        assert [c.name for c in table.primary_key.columns] == ["id"], table.name
        partial = [i for i in table.indexes if i.unique and i.dialect_options["sqlite"]["where"]]
        assert not partial, f"{table.name}: a unique index with a condition is not folded"


def test_the_other_is_a_shell_without_a_word_and_its_name_finds_the_client(desk: Desk) -> None:
    kept, other = pair(desk, company="Ромашка", city="Тверь")
    for one in (kept, other):
        keep_found(desk, one)
    merge.merge_clients(desk, kept, other)
    shell = desk.session.get_one(Client, other)
    assert (shell.surname, shell.given, shell.company) == ("–", "", "")
    assert merge.current_id(desk, other) == kept
    found = registry.list_clients(desk, registry.ClientFilter(text="Shchukin Petr"))
    assert [r.id for r in found] == [kept]


def test_a_field_comes_from_where_the_person_chose(desk: Desk) -> None:
    kept, other = pair(desk, company="Ромашка", birth_year=1970, birth_month=4, birth_day=5)
    preview = merge.get_merge(desk, kept, other)
    proposed = {f.name for f in preview.fields if f.takes_other}
    assert {"company", "birth_year", "birth_month", "birth_day"} <= proposed
    assert "surname" not in proposed
    merge.merge_clients(desk, kept, other, take=["surname", "birth_day"])
    client = desk.session.get_one(Client, kept)
    assert (client.surname, client.given, client.company) == ("Shchukin", "Пётр", "")
    assert (client.birth_year, client.birth_month, client.birth_day) == (1970, 4, 5)


def test_the_stricter_privacy_stands(desk: Desk) -> None:
    mourning = desk.now.date() + timedelta(days=20)
    kept, other = pair(
        desk, mourning_until=mourning, official=True, formality=2, restricted_at=desk.now
    )
    plant(
        desk, ChannelPreference.__table__, other, channel=Channel.PHONE, rule=PreferenceRule.FORBID
    )
    make.consent(desk, kept, Topic.OFFER)
    make.consent(desk, other, Topic.OFFER, withdrawal=True,
                 given_at=desk.now - timedelta(days=200))  # fmt: skip
    merge.merge_clients(desk, kept, other)
    client = desk.session.get_one(Client, kept)
    assert (client.mourning_until, client.official) == (mourning, True)
    assert client.restricted_at is not None
    last = desk.session.scalars(
        select(Consent).where(Consent.client_id == kept).order_by(Consent.given_at.desc())
    ).first()
    assert last is not None
    assert last.withdrawal
    rule = select(ChannelPreference.rule).where(ChannelPreference.client_id == kept)
    assert desk.session.scalars(rule).all() == [PreferenceRule.FORBID]


def test_of_two_holds_the_stricter_stands_and_survives_the_complaint(desk: Desk) -> None:
    kept, other = pair(desk)
    plant(desk, InviteHold.__table__, kept, kind=HoldKind.ASK_MANAGER, review_on=desk.now)
    plant(desk, InviteHold.__table__, other, kind=HoldKind.NO_INVITE, review_on=None)
    source = plant(desk, HoldSource.__table__, other)
    key = merge.merge_clients(desk, kept, other)
    hold = desk.session.scalars(select(InviteHold)).one()
    assert (hold.client_id, hold.kind, hold.review_on) == (kept, HoldKind.NO_INVITE, None)
    assert desk.session.get_one(HoldSource, source).other_kind is HoldKind.ASK_MANAGER
    unmerge.unmerge_clients(desk, key)
    holds = desk.session.execute(select(InviteHold.client_id, InviteHold.kind)).all()
    assert set(map(tuple, holds)) == {(kept, HoldKind.ASK_MANAGER), (other, HoldKind.NO_INVITE)}


def test_one_phone_and_one_friend_are_not_kept_twice(desk: Desk) -> None:
    kept, other = pair(desk)
    make.phone(desk, kept, preferred=True)
    make.phone(desk, other, "+7 (495) 000 11 22", preferred=True)
    plant(desk, PersonAround.__table__, other, kind=PersonKind.CIRCLE, other_client_id=kept)
    merge.merge_clients(desk, kept, other)
    points = desk.session.scalars(select(ContactPoint)).all()
    assert [(p.client_id, p.preferred) for p in points] == [(kept, True)]
    assert desk.session.scalars(select(PersonAround)).all() == []


def test_what_was_edited_or_said_since_stays(desk: Desk) -> None:
    kept, other = pair(desk, company="Ромашка")
    key = merge.merge_clients(desk, kept, other)
    client = desk.session.get_one(Client, kept)
    client.company = "Лютик"
    later = make.later(desk, hours=1)
    make.consent(later, kept, Topic.OFFER, withdrawal=True, given_at=later.now, noted_at=later.now)
    plant(later, ChannelPreference.__table__, kept, rule=PreferenceRule.FORBID,
          noted_at=later.now)  # fmt: skip
    done = unmerge.unmerge_clients(later, key)
    assert done.edits_kept == 1
    names = dict(desk.session.execute(select(Client.id, Client.company)).all())
    assert (names[kept], names[other]) == ("Лютик", "Ромашка")
    for table in (Consent, ChannelPreference):
        whose = select(table.client_id).where(table.client_id.in_([kept, other]))
        assert set(desk.session.scalars(whose)) == {kept, other}


def test_a_merge_of_a_merge_is_undone_the_last_first(desk: Desk) -> None:
    first, second = pair(desk)
    third = make.client(desk, surname="Щукина", given="Анна").id
    make.phone(desk, first, "+7 495 000-00-01")
    make.phone(desk, second, "+7 495 000-00-02")
    before = everything(desk)
    inner = merge.merge_clients(desk, first, second)
    outer = merge.merge_clients(desk, third, first)
    assert merge.current_id(desk, second) == third
    assert {m.other_id for m in unmerge.list_merges(desk, third)} == {first, second}
    with pytest.raises(UserError, match="that merge back first"):
        unmerge.unmerge_clients(desk, inner)
    unmerge.unmerge_clients(desk, outer)
    unmerge.unmerge_clients(desk, inner)
    assert everything(desk) == before


def test_two_letters_for_one_evening_are_sorted_out_first(desk: Desk) -> None:
    kept, other = pair(desk)
    event = make.event(desk, title="Дегустация")
    for one in (kept, other):
        plant(desk, Invitation.__table__, one, event_id=event.id, state=InvitationState.SENT)
    with pytest.raises(UserError, match="Withdraw one"):
        merge.merge_clients(desk, kept, other)


def test_who_may_not_merge_hears_a_sentence(desk: Desk) -> None:
    kept, other = pair(desk)
    for one, two, actor in (
        (kept, kept, desk),
        (kept, other, make.as_role(desk, Role.COORDINATOR)),
    ):
        with pytest.raises(UserError):
            merge.merge_clients(actor, one, two)
    theirs = make.client(desk, manager_id=None).id
    with pytest.raises(UserError, match="clients you lead"):
        merge.merge_clients(desk, kept, theirs)


def test_a_merge_is_not_undone_twice_nor_after_an_erasure(desk: Desk) -> None:
    kept, other = pair(desk)
    key = merge.merge_clients(desk, kept, other)
    unmerge.unmerge_clients(desk, key)
    with pytest.raises(UserError, match="already"):
        unmerge.unmerge_clients(desk, key)
    again = merge.merge_clients(desk, kept, other)
    desk.session.execute(ClientMerge.__table__.delete().where(ClientMerge.id == again))
    desk.session.expire_all()
    with pytest.raises(NotFound):
        unmerge.unmerge_clients(desk, again)


def test_the_ledger_of_consents_still_refuses_another_owner(desk: Desk) -> None:
    kept, other = pair(desk)
    entry = make.consent(desk, other, Topic.OFFER)
    desk.session.flush()
    vip = "vip." if desk.session.get_bind().dialect.name == "postgresql" else ""
    with pytest.raises(Exception, match="only added to"), desk.session.begin_nested():
        desk.session.execute(
            text(f"UPDATE {vip}consent SET client_id = :k WHERE id = :i"),
            {"k": kept if vip else kept.hex, "i": entry.id if vip else entry.id.hex},
        )


def test_what_is_noted_for_the_merged_one_belongs_to_the_one_who_stays(desk: Desk) -> None:
    kept, other = pair(desk)
    merge.merge_clients(desk, kept, other)
    make.interaction(desk, other)
    make.consent(desk, other, Topic.OFFER)
    plant(desk, Complaint.__table__, other)
    desk.session.expire_all()
    for table in (Interaction, Consent, Complaint):
        assert set(desk.session.scalars(select(table.client_id))) == {kept}, table.__tablename__
