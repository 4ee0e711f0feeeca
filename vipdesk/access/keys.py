"""The ways of opening a vault, changed by the person who knows its passphrase.

Each change leaves an entry in the journal. All are slow (a key is derived): in the worker.
All raise `UserError`, beside the field 'passphrase' or 'new'.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vipdesk.errors import UserError
from vipdesk.wording import say

if TYPE_CHECKING:
    from vipdesk.access.desk import Desk
    from vipdesk.access.office import Office
    from vipdesk.store.keyring_slot import Ring
    from vipdesk.store.keyslots import Cost
    from vipdesk.store.vault import Vault


@dataclass(frozen=True, slots=True)
class Ways:
    """How a vault opens besides the passphrase; `keyring_here` if this computer has one."""

    keyring_on: bool
    keyring_here: bool


def ways(office: Office) -> Ways:
    """What the Security section shows."""
    from vipdesk.store.keyring_slot import system_ring

    vault = _vault(office)
    try:
        system_ring()
    except UserError:
        return Ways(vault.opens_by_keyring, keyring_here=False)
    return Ways(vault.opens_by_keyring, keyring_here=True)


def change_passphrase(office: Office, old: str, new: str, *, cost: Cost | None = None) -> None:
    """The old passphrase opens no more. Backups made before keep the one they were made with."""
    from vipdesk.store.keyslots import check_new_passphrase

    try:
        check_new_passphrase(new)
    except UserError as error:
        raise UserError(error.say, field="new") from None
    if old == new:
        raise UserError(say("This is the passphrase of before. Choose another one."), field="new")
    _vault(office).change_passphrase(old, new, cost=cost)
    _note(office, "change_passphrase")


def replace_recovery_key(office: Office, passphrase: str) -> str:
    """A new recovery key to print; the old one opens no more."""
    fresh = _vault(office).replace_recovery_key(passphrase)
    _note(office, "replace_recovery_key")
    return fresh


def keep_in_keyring(office: Office, passphrase: str, ring: Ring | None = None) -> None:
    """Let this computer's keyring open the vault too."""
    from vipdesk.store.keyring_slot import system_ring

    _vault(office).keep_in_keyring(passphrase, ring or system_ring())
    _note(office, "keep_in_keyring")


def leave_keyring(office: Office, ring: Ring | None = None) -> None:
    """The keyring opens the vault no more; also where the keyring itself is gone."""
    from vipdesk.store.keyring_slot import system_ring

    if ring is None:
        try:
            ring = system_ring()
        except UserError:
            ring = None
    _vault(office).leave_keyring(ring)
    _note(office, "leave_keyring")


def _vault(office: Office) -> Vault:
    if office.vault is None:
        raise UserError(say("This belongs to a vault of your own, not to the team’s database."))
    return office.vault


def _note(office: Office, verb: str) -> None:
    def note(desk: Desk) -> None:
        desk.note(verb, "vault", None)

    office.write(note)
