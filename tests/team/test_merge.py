"""A merge in a team: under the rights, and what is hidden moves without a word."""

from __future__ import annotations

from functools import partial

import pytest
from sqlalchemy.exc import ProgrammingError

from tests.team.club import Club
from vipdesk.clients import merge, unmerge
from vipdesk.errors import UserError


def test_a_hidden_case_moves_with_the_client_and_back(club: Club) -> None:
    who = club.planted
    maria = club.office("maria")
    key, _ = maria.write(partial(merge.merge_clients, kept_id=who.hers_calm, other_id=who.hers))
    owner = "SELECT client_id FROM vip_private.complaint WHERE id = :id"
    assert club.run(None, owner, id=who.secret)[0][0] == who.hers_calm
    assert maria.read(partial(unmerge.list_merges, client_id=who.hers_calm))[0].id == key
    maria.write(partial(unmerge.unmerge_clients, merge_id=key))
    assert club.run(None, owner, id=who.secret)[0][0] == who.hers
    assert maria.read(partial(merge.get_merge, kept_id=who.hers, other_id=who.hers_calm))


def test_what_the_way_back_needs_is_read_by_nobody(club: Club) -> None:
    who = club.planted
    club.office("maria").write(
        partial(merge.merge_clients, kept_id=who.hers_calm, other_id=who.hers)
    )
    for login in ("maria", "ilya", "petr", "kira"):
        with pytest.raises(ProgrammingError, match="permission denied"):
            club.run(login, "SELECT before FROM vip.client_merge")
        with pytest.raises(ProgrammingError, match="permission denied"):
            club.run(login, "DELETE FROM vip.client_merge")


def test_a_colleagues_client_is_not_merged_whatever_is_called(club: Club) -> None:
    who = club.planted
    with pytest.raises(UserError):
        club.office("maria").write(partial(merge.merge_clients, kept_id=who.hers, other_id=who.his))
    call = (
        "SELECT vip_api.merge_clients(gen_random_uuid(), :a, :b, '{{}}', '', '', :me, now())"
    ).replace("{{}}", "{}")
    for login, me in (("maria", who.staff["maria"]), ("maria", who.staff["ilya"]),
                      ("anna", who.staff["anna"])):  # fmt: skip
        with pytest.raises(ProgrammingError):
            club.run(login, call, a=who.hers, b=who.his, me=me)
    for helper in ("set_value('vip.client', :a, 'surname', '\"x\"')", "client_columns()"):
        with pytest.raises(ProgrammingError, match="permission denied"):
            club.run(
                "ilya", f"SELECT vip_api.{helper}", **({"a": who.his} if ":a" in helper else {})
            )
