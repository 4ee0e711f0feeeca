"""What a person signed in learns or forges by writing: keys that are free again, other names."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import select, text

from tests.team.club import PEOPLE, Club
from tests.team.test_attacks import refusal
from vipdesk.access import Desk
from vipdesk.access.matrix import AUTHORS
from vipdesk.access.team_door import door_of
from vipdesk.channels import outbox
from vipdesk.clients import profile
from vipdesk.clients.rows import ClientFields
from vipdesk.complaints import cases, owners
from vipdesk.models import VIP, Base, Interaction, OutboxMessage
from vipdesk.vocabulary import Channel, OutboxKind, OutboxState, Topic

SCHEMA_OF = {t.name: t.schema for t in Base.metadata.sorted_tables}
_HANGING = [
    t.name for t in reversed(Base.metadata.sorted_tables)
    if t.schema == VIP and "client_id" in t.columns and t.name != "interaction"
]  # fmt: skip


def without_history(club: Club, client_id: UUID) -> None:
    """Nothing that a manager reads hangs on the client any more."""
    for name in _HANGING:
        club.run(None, f"DELETE FROM vip.{name} WHERE client_id = '{client_id}'")
    club.run(
        None,
        f"DELETE FROM vip.interaction WHERE client_id = '{client_id}'"
        " AND sensitivity <> 'management'",
    )


def test_a_removed_clients_key_is_never_free_again(club: Club) -> None:
    """With a hidden complaint, with a hidden note alone, with nothing: the same answers."""
    fields = ClientFields(surname="Новикова", given="Ева")
    maria = club.office("maria")
    fresh, _ = maria.write(
        lambda desk: profile.add_client(desk, replace(fields, manager_id=maria.staff.id))
    )
    for client_id in (club.planted.hers, club.planted.hers_calm):
        without_history(club, client_id)
    answers = set()
    with club.engine("maria").connect() as hers:
        for client_id in (club.planted.hers, club.planted.hers_calm, fresh):
            with hers.begin_nested():
                hers.execute(text("SELECT vip_api.remove_client(:id)"), {"id": client_id})
                assert hers.scalar(
                    text("SELECT count(*) FROM vip.client WHERE id = :id"), {"id": client_id}
                ) == 0  # fmt: skip
            columns = "surname, given, patronymic, latin_name, title, address_form, formality"
            state, _ = refusal(
                hers,
                f"INSERT INTO vip.client (id, {columns}, languages, company, position, city,"
                " manager_id, manner, official, sort_key, created_at, version)"
                " VALUES (:id, 'a', 'b', '', '', '', 'name_patronymic', 2, '[]', '', '', '',"
                " vip_api.me(), '', false, '', now(), 1)",
                id=client_id,
            )
            answers.add(state)
    assert answers == {"23505"}


@pytest.mark.parametrize("seen", ["handover", "privacy_request"])
def test_what_a_manager_sees_refuses_the_removal_whatever_is_hidden(club: Club, seen: str) -> None:
    made = {
        "handover": "INSERT INTO vip.handover"
        " (id, batch_id, client_id, from_id, to_id, by_id, at, note, before)"
        " VALUES (gen_random_uuid(), gen_random_uuid(), :c, :o, :m, :o, now(), '', '{}')",
        "privacy_request": "INSERT INTO vip.privacy_request"
        ' (id, client_id, "right", asked_at, noted_by_id, asked_fields, changed_fields)'
        " VALUES (gen_random_uuid(), :c, 'access', now(), :m, '[]', '[]')",
    }[seen]
    answers = set()
    for client_id in (club.planted.hers, club.planted.hers_calm):
        without_history(club, client_id)
        staff = club.planted.staff
        values = {"c": client_id, "m": staff["maria"]}
        if seen == "handover":
            values["o"] = staff["oleg"]
        club.run(None, made, **values)
        with club.engine("maria").connect() as hers:
            answers.add(refusal(hers, "SELECT vip_api.remove_client(:id)", id=client_id)[0])
    assert answers == {"23503"}


_CASE_EVENT = (
    "INSERT INTO {} (id, complaint_id, at, staff_id, role, actor_kind, kind, text, payload)"
    " VALUES (gen_random_uuid(), :key, now(), :who, :role, 'human', 'note', 'x', '{{}}')"
)
_TALK = (
    "INSERT INTO vip.interaction (id, client_id, staff_id, kind, direction, at, two_way, text,"
    " sensitivity) VALUES (gen_random_uuid(), :key, :who, 'note', 'outbound', now(), false,"
    " :text, 'team')"
)
_PROMISE = (
    "INSERT INTO vip.promise (id, client_id, owner_id, made_by_id, text, made_at, due_at, state)"
    " VALUES (gen_random_uuid(), :key, vip_api.me(), :who, 'x', now(), now(), 'open')"
)


@pytest.mark.parametrize("login", ["maria", "ilya"])
def test_nobody_writes_in_anothers_name(shared_club: Club, login: str) -> None:
    staff, planted = shared_club.planted.staff, shared_club.planted
    own = {"maria": "manager", "ilya": "head"}[login]
    table = {"maria": "vip_seen.case_event", "ilya": "vip_overseen.case_event"}[login]
    case, hers = planted.open_case, planted.hers_open
    with shared_club.engine(login).connect() as connection:
        for who, code in ((staff[login], ""), (staff["oleg"], "42501")):
            for text_ in ("", "x"):
                answer = refusal(connection, _TALK, key=hers, who=who, text=text_)
                assert answer[0] == code, answer
            assert refusal(connection, _PROMISE, key=hers, who=who)[0] == code
            event = _CASE_EVENT.format(table)
            assert refusal(connection, event, key=case, who=who, role=own)[0] == code
        event = _CASE_EVENT.format(table)
        forged = refusal(connection, event, key=case, who=staff[login], role="executive")
        assert forged[0] == "42501"


@pytest.mark.parametrize(("table", "column"), sorted(AUTHORS.items()))
@pytest.mark.parametrize("login", ["maria", "anna", "ilya", "petr", "kira"])
def test_who_wrote_a_row_is_never_changed(
    shared_club: Club, login: str, table: str, column: str
) -> None:
    schema = SCHEMA_OF[table]
    if schema == "vip_private":
        schema = door_of(PEOPLE[login][0]) or schema
    with shared_club.engine(login).connect() as connection:
        changed = f"UPDATE {schema}.{table} SET {column} = NULL"
        assert refusal(connection, changed)[0] in {"42501", "55000"}  # no right, or no such door


def test_a_colleagues_message_that_went_out_keeps_its_authors_name(club: Club) -> None:
    oleg, his = club.office("oleg"), club.planted.his

    def make(desk: Desk) -> UUID:
        row = OutboxMessage(
            kind=OutboxKind.TEXT, channel=Channel.SMS, topic=Topic.SERVICE, client_id=his,
            address="+74950000000", content=b"x", state=OutboxState.TO_DO, made_at=desk.now,
            not_before=desk.now, made_by_id=desk.actor.id,
        )  # fmt: skip
        desk.session.add(row)
        desk.session.flush()
        return row.id

    message, _ = oleg.write(make)
    club.office("ilya").write(lambda desk: outbox.mark_done(desk, message))
    wanted = select(Interaction.staff_id).where(
        Interaction.client_id == his, Interaction.at == club.clock.now(), Interaction.text == ""
    )
    assert oleg.read(lambda desk: desk.session.scalars(wanted).all()) == [oleg.staff.id]


def test_a_case_is_given_by_management_and_to_nobody_it_is_about(club: Club) -> None:
    staff, planted = club.planted.staff, club.planted
    ilya, maria = club.office("ilya"), club.office("maria")
    ilya.write(lambda desk: owners.give_complaint(desk, planted.open_case, owner_id=staff["petr"]))
    assert club.office("petr").read(lambda d: cases.get_complaint(d, planted.open_case)).mine
    ilya.write(lambda desk: owners.give_complaint(desk, planted.open_case, owner_id=staff["maria"]))
    assert maria.read(lambda d: cases.get_complaint(d, planted.open_case)).mine
    given = "UPDATE {}.complaint SET owner_id = :who WHERE id = :case"
    with club.engine("maria").connect() as hers:
        answer = refusal(hers, given.format("vip_seen"), who=staff["oleg"], case=planted.open_case)
        assert answer[0] == "42501"
    with club.engine("ilya").connect() as his:
        for who in ("maria", "oleg", "anna"):  # about her; kept from managers; has no cases
            done = his.execute(
                text(given.format("vip_overseen")), {"who": staff[who], "case": planted.secret}
            )
            assert done.rowcount == 0, who
