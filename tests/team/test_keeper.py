"""A person's own vault beside a team: it keeps the way in and the secrets that are theirs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, text

from tests import db
from tests.factories import seed_staff
from tests.factories_team import address_of, give_login
from vipdesk.access import Desk, Office, keeper
from vipdesk.access.keeper import SignIn
from vipdesk.channels import account
from vipdesk.channels.transport import Account
from vipdesk.clock import SetClock
from vipdesk.errors import UserError
from vipdesk.models import Staff
from vipdesk.store.store import Store
from vipdesk.store.vault import Unlocked
from vipdesk.vocabulary import Role

MAIL = Account("Клуб", "club@example.com", "smtp.example.com", 587, "starttls", "club", "secret")
PASSWORD = "an honest long word"


@pytest.fixture
def signed_in(team: Store, vault: Store, clock: SetClock) -> SignIn:
    """Maria of the team is the server's superuser; her vault knows the way."""
    ids, _ = team.write(seed_staff)
    address = address_of(team)
    give_login(team, ids[Role.MANAGER], address.login)
    found = SignIn(address, PASSWORD)
    keeper.keep_sign_in(vault, found, clock.now())
    return found


@pytest.fixture
def at_team(signed_in: SignIn, vault: Store, clock: SetClock) -> Iterator[Office]:
    office = keeper.open_kept(vault, clock)
    assert office is not None
    yield office
    office.close()


def test_the_vault_opens_the_team_as_the_person_who_signed_in(at_team: Office) -> None:
    assert (at_team.home, at_team.staff.role) == ("team", Role.MANAGER)


def test_a_vault_without_a_way_in_works_alone(vault: Store, clock: SetClock) -> None:
    assert keeper.open_kept(vault, clock) is None


def test_the_password_is_not_shown_nor_readable_in_the_row(signed_in: SignIn, vault: Store) -> None:
    assert PASSWORD not in repr(signed_in)
    sealed = vault.read(lambda s: s.execute(text("SELECT sealed FROM club_setting")).scalar_one())
    assert PASSWORD.encode() not in sealed
    assert keeper.kept_sign_in(vault) == signed_in


def test_signed_out_nothing_of_the_team_stays(
    at_team: Office, vault: Store, clock: SetClock
) -> None:
    at_team.write(lambda desk: account.change_account(desk, MAIL))
    keeper.forget_sign_in(vault, clock.now())
    assert vault.read(lambda s: s.execute(text("SELECT count(*) FROM club_setting")).scalar()) == 0


def test_secrets_are_sealed_through_the_person_s_vault(at_team: Office) -> None:
    at_team.write(lambda desk: account.change_account(desk, MAIL))
    opened = at_team.read(account.open_account)
    assert opened is not None
    assert opened.password == "secret"


def test_a_mail_password_entered_here_outlives_a_colleague_s_entry(
    at_team: Office, vault_template: Unlocked, tmp_path: Path
) -> None:
    at_team.write(lambda desk: account.change_account(desk, MAIL))
    with db.vault_store(vault_template, tmp_path / "colleague") as other:
        other.vault._key[:] = bytes(range(32))  # another person's vault has another key
        theirs = at_team.kept_by(other)
        with pytest.raises(UserError, match="Enter it again"):
            theirs.read(account.open_account)
        theirs.write(lambda desk: account.change_account(desk, MAIL))
        assert theirs.read(account.open_account).password == "secret"  # type: ignore[union-attr]
    opened = at_team.read(account.open_account)
    assert opened is not None
    assert opened.password == "secret"


def test_one_s_own_password_is_changed_without_telling_it_to_the_server(
    at_team: Office, vault: Store
) -> None:
    keeper.change_own_password(at_team, old=PASSWORD, new="another honest long word")
    try:
        kept = at_team.read(
            lambda desk: desk.session.execute(
                text("SELECT rolpassword FROM pg_authid WHERE rolname = session_user")
            ).scalar_one()
        )
        assert kept.startswith("SCRAM-SHA-256$")
        found = keeper.kept_sign_in(vault)
        assert found is not None
        assert found.password == "another honest long word"
    finally:
        at_team.write(lambda d: d.session.execute(text("ALTER ROLE CURRENT_USER PASSWORD NULL")))


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [("wrong", "another honest long word", "old"), (PASSWORD, "short", "new"),
     (PASSWORD, PASSWORD, "new")],
)  # fmt: skip
def test_a_password_that_cannot_be_changed_is_told(
    at_team: Office, old: str, new: str, field: str
) -> None:
    with pytest.raises(UserError) as refused:
        keeper.change_own_password(at_team, old=old, new=new)
    assert refused.value.field == field


def test_a_vault_alone_has_no_password_of_a_team(vault_office: Office) -> None:
    with pytest.raises(UserError):
        keeper.change_own_password(vault_office, old="", new="")


def test_each_who_issues_cards_has_a_key_of_their_own(
    at_team: Office, vault_template: Unlocked, tmp_path: Path, team: Store
) -> None:
    from vipdesk.cards import keys

    head = team.read(lambda s: s.scalars(select(Staff.id).where(Staff.role == Role.HEAD)).one())
    mine = at_team.write(keys.club_key)[0]
    with db.vault_store(vault_template, tmp_path / "colleague") as other:
        theirs = at_team.as_staff(head).kept_by(other).write(keys.club_key)[0]
    assert mine.key_id != theirs.key_id
    assert at_team.write(keys.club_key)[0].key_id == mine.key_id
    assert {mine.key_id, theirs.key_id} <= set(at_team.read(keys.get_trust).keys)


def test_a_key_that_stayed_in_another_vault_gets_a_successor(vault_office: Office) -> None:
    from vipdesk.cards import keys

    def lose(desk: Desk) -> None:
        desk.session.execute(text("UPDATE club_setting SET sealed = NULL"))

    before = vault_office.write(keys.club_key)[0]
    vault_office.write(lose)
    after = vault_office.write(keys.club_key)[0]
    assert {before.key_id, after.key_id} == set(vault_office.read(keys.get_trust).keys)
