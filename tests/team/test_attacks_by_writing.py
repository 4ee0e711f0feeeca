"""What a person signed in learns or forges by writing: keys that are free again, other names."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest
from sqlalchemy import text

from tests.team.club import Club
from tests.team.test_attacks import refusal
from vipdesk.clients import profile
from vipdesk.clients.rows import ClientFields

_HANGING = (
    "contact_point", "consent", "promise", "fact", "invite_hold", "outbox_message", "invitation",
    "guest",
)  # fmt: skip


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
