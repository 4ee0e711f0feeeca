"""A person's own vault beside a team: it keeps the way in, and the secrets that are theirs.

The team's database holds no secret that its administrator could read: the password of the sign-in
and the password of the mail account are sealed under the key of the person's vault. What several
people use, each enters once at their own desk; the vault keeps a copy of what was entered, because
the row in the team's database holds the seal of whoever entered it last.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select

from vipdesk.access import journal
from vipdesk.access.founding import SIGN_IN
from vipdesk.access.team_door import TeamAddress, Tls, open_team
from vipdesk.errors import UserError
from vipdesk.models import ClubSetting
from vipdesk.store.sealing import Sealer
from vipdesk.wording import say

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.orm import Session

    from vipdesk.access.desk import Desk
    from vipdesk.access.office import Office
    from vipdesk.clock import Clock
    from vipdesk.store.store import Store

KEPT = "kept:"
_PURPOSE = "team sign-in"
_MAIL = "mail"  # channels.account's purpose: entered by each person, never lost to another's seal
_ENTERED_BY_EACH = frozenset({_MAIL, "mailbox"})
_PASSWORD_LETTERS = 12
_ACTOR = "keeper"


def is_of_this_computer(name: str) -> bool:
    """Whether a club setting belongs to this person's vault and never to a club."""
    return name == SIGN_IN or name.startswith(KEPT)


@dataclass(frozen=True, slots=True)
class SignIn:
    """The way into a team, whole. `repr` hides the password."""

    address: TeamAddress
    password: str = field(repr=False)


def keep_sign_in(vault: Store, sign_in: SignIn, now: datetime) -> None:
    """Seal the way in into the vault; the next start opens the team with the passphrase alone."""
    address = sign_in.address
    data = {
        "host": address.host,
        "port": address.port,
        "database": address.database,
        "login": address.login,
        "tls": str(address.tls),
        "root_certificate": str(address.root_certificate or ""),
        "password": sign_in.password,
    }
    sealed = _sealer(vault, _PURPOSE).seal(json.dumps(data).encode(), context=SIGN_IN)
    vault.write(partial(_put, name=SIGN_IN, sealed=sealed, now=now))


def kept_sign_in(vault: Store) -> SignIn | None:
    """The way in that the vault keeps; None for a vault that works alone."""
    sealed = vault.read(partial(_get, name=SIGN_IN))
    if sealed is None:
        return None
    data = json.loads(_sealer(vault, _PURPOSE).unseal(sealed, context=SIGN_IN))
    root = data["root_certificate"]
    address = TeamAddress(
        data["host"], data["port"], data["database"], data["login"], Tls(data["tls"]),
        Path(root) if root else None,
    )  # fmt: skip
    return SignIn(address, data["password"])


def forget_sign_in(vault: Store, now: datetime) -> None:
    """Sign out: the way in is gone from this computer, and the secrets kept for the team."""
    vault.write(partial(_drop, now=now))


def open_kept(vault: Store, clock: Clock) -> Office | None:
    """Sign in to the team with what the vault keeps; None for a vault that works alone.

    The office closes the vault with itself. Raises `UserError` as `open_team`; the vault stays
    open then.
    """
    sign_in = kept_sign_in(vault)
    if sign_in is None:
        return None
    return open_team(sign_in.address, sign_in.password, clock).kept_by(vault)


def change_own_password(office: Office, *, old: str, new: str) -> None:
    """Change the person's own password on the team's server, and keep the new one in the vault.

    Raises `UserError` on 'old' or 'new', and without a field where there is no team or vault.
    """
    vault = office.keeper
    kept = kept_sign_in(vault) if vault is not None else None
    if vault is None or kept is None:
        raise UserError(say("You are not signed in to a team."))
    if old != kept.password:
        raise UserError(say("This is not your present password."), field="old")
    if len(new) < _PASSWORD_LETTERS:
        raise UserError(
            say("Use at least {least} characters for the password.", least=_PASSWORD_LETTERS),
            field="new",
        )
    if new == old:
        raise UserError(say("Choose a password that you do not use yet."), field="new")
    office.write(partial(_alter_own_role, new=new))
    keep_sign_in(vault, SignIn(kept.address, new), office.clock.now())


class KeptSealer(Sealer):
    """Seals under the key of the person's vault, and keeps a copy of what others may overwrite."""

    def __init__(self, vault: Store, purpose: str, clock: Clock) -> None:
        self._vault, self._clock = vault, clock
        self._inner = _sealer(vault, purpose)
        self._keeps = purpose in _ENTERED_BY_EACH

    def seal(self, data: bytes, *, context: str) -> bytes:
        """Encrypt; a secret each person enters is kept in their vault too."""
        sealed = self._inner.seal(data, context=context)
        if self._keeps:
            now = self._clock.now()
            self._vault.write(partial(_put, name=KEPT + context, sealed=sealed, now=now))
        return sealed

    def unseal(self, sealed: bytes, *, context: str) -> bytes:
        """Decrypt; where a colleague's vault sealed it, what this person entered here."""
        try:
            return self._inner.unseal(sealed, context=context)
        except UserError:
            mine = self._vault.read(partial(_get, name=KEPT + context)) if self._keeps else None
            if mine is None:
                raise
            return self._inner.unseal(mine, context=context)


def keep_own(office: Office, name: str, data: bytes, *, noted: bool = True) -> None:
    """Seal something of one person's into their own vault; it never goes to a team.

    noted: False for what changes by itself, which says nothing to who reads the journal.
    """
    vault, whole = _own(office), f"{KEPT}{name}:{office.staff.id}"
    sealed = _sealer(vault, name).seal(data, context=whole)
    now = office.clock.now()
    vault.write(partial(_put, name=whole, sealed=sealed, now=now, noted=noted))


def kept_own(office: Office, name: str) -> bytes | None:
    """What `keep_own` sealed; None where there is nothing."""
    if office.own_vault is None:
        return None
    vault, whole = _own(office), f"{KEPT}{name}:{office.staff.id}"
    sealed = vault.read(partial(_get, name=whole))
    return None if sealed is None else _sealer(vault, name).unseal(sealed, context=whole)


def _own(office: Office) -> Store:
    vault = office.own_vault
    if vault is None:
        raise UserError(say("Passwords are kept in your own vault. Open it first."))
    return vault


def _sealer(vault: Store, purpose: str) -> Sealer:
    if vault.vault is None:
        raise UserError(say("Passwords are kept in your own vault. Open it first."))
    return vault.vault.sealer(purpose)


def _get(session: Session, *, name: str) -> bytes | None:
    return session.scalar(select(ClubSetting.sealed).where(ClubSetting.name == name))


def _put(session: Session, *, name: str, sealed: bytes, now: datetime, noted: bool = True) -> None:
    row = session.scalar(select(ClubSetting).where(ClubSetting.name == name))
    if row is None:
        row = ClubSetting(name=name, value="null")
        session.add(row)
    row.sealed = sealed
    session.flush()
    if not noted:
        return
    journal.write(
        session, at=now, actor=_ACTOR, verb="keep_secret", table="club_setting", object_id=row.id,
        fields=("sealed",),
    )  # fmt: skip


def _drop(session: Session, *, now: datetime) -> None:
    rows = session.scalars(select(ClubSetting).where(ClubSetting.sealed.is_not(None))).all()
    for row in rows:
        if is_of_this_computer(row.name):
            session.delete(row)
            journal.write(
                session, at=now, actor=_ACTOR, verb="forget_secret", table="club_setting",
                object_id=row.id, fields=("sealed",),
            )  # fmt: skip


def _alter_own_role(desk: Desk, *, new: str) -> None:
    """The server gets a SCRAM verifier: neither it nor its log ever sees the password."""
    connection = desk.session.connection()
    libpq = connection.connection.driver_connection.pgconn  # type: ignore[union-attr]
    login = connection.exec_driver_sql("SELECT session_user").scalar_one()
    verifier = libpq.encrypt_password(new.encode(), login.encode(), b"scram-sha-256").decode()
    # Base64, '$' and ':' alone: nothing that could end the literal.
    connection.exec_driver_sql(f"ALTER ROLE CURRENT_USER PASSWORD '{verifier}'")
    desk.note("change_own_password", "staff", desk.actor.id)
