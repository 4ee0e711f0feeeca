"""Logins for people who are on the staff already: a vault that moves into a team brings them."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy.orm import Session

from vipdesk.access.team import Person, _make_login, _role_exists, check_person, note
from vipdesk.errors import Conflict, NotFound, UserError
from vipdesk.models import Staff
from vipdesk.wording import say

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from vipdesk.access.desk import StaffRow

_LETTERS = "abcdefghjkmnpqrstvwxyz23456789"  # none that are taken for another
_LATIN = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ie y - e iu ia".split(),  # noqa: SIM905
        strict=True,
    )
)


@dataclass(frozen=True, slots=True)
class NewLogin:
    """A person's way in, to be handed over once: the password is changed at the desk."""

    staff_id: UUID
    name: str
    login: str
    password: str


def suggest_logins(
    people: Iterable[StaffRow], chosen: Mapping[str, str] | None = None
) -> tuple[NewLogin, ...]:
    """A login and a first password for everybody: 'm_orlova', or what was chosen.

    chosen: login by e-mail address or surname. Raises `UserError` for a name nobody has.
    """
    left = {who.casefold(): login for who, login in (chosen or {}).items()}
    taken: set[str] = set()
    found = []
    for person in people:
        login = left.pop(person.email.casefold(), None) if person.email else None
        login = login or left.pop(person.surname.casefold(), None) or _free(person, taken)
        taken.add(login)
        found.append(NewLogin(person.id, person.name, login, first_password()))
    if left:
        raise UserError(
            say("Nobody on the staff is called “{who}”. Give an e-mail address or a surname.",
                who=next(iter(left)))
        )  # fmt: skip
    return tuple(found)


def first_password() -> str:
    """Twenty random letters in four groups: about 98 bits."""
    groups = ("".join(secrets.choice(_LETTERS) for _ in range(5)) for _ in range(4))
    return "-".join(groups)


def give_login(connection: Connection, new: NewLogin, now: datetime) -> None:
    """Make the login of somebody who has a row already. Raises `UserError`, `Conflict`."""
    session = Session(connection)
    row = session.get(Staff, new.staff_id)
    if row is None or row.left_at is not None:
        raise NotFound(say("Nobody with this login works here."))
    person = Person(new.login, row.role, row.given or row.surname, row.surname or row.given)
    check_person(person, new.password)
    if _role_exists(connection, new.login):
        raise Conflict(
            say("The login “{login}” is taken on this server. Choose another with --login.",
                login=new.login),
            field="login",
        )  # fmt: skip
    _make_login(connection, person, new.password)
    row.login = new.login
    session.flush()
    note(session, now, "give_login", "staff", row.id, ("login",))


def _free(person: StaffRow, taken: set[str]) -> str:
    given, _, surname = person.latin_name.partition(" ")
    first = _plain(given or person.given)[:1]
    base = "_".join(p for p in (first, _plain(surname or person.surname)[:30]) if p) or "colleague"
    login, number = base, 1
    while login in taken:
        number += 1
        login = f"{base}{number}"
    return login


def _plain(name: str) -> str:
    letters = "".join(_LATIN.get(c, c) for c in name.casefold())
    return re.sub(r"[^a-z0-9]", "", letters)
