"""`vipdesk team move`: the club of a vault becomes a team's, with its history and its people."""

from __future__ import annotations

import argparse
import sys
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from vipdesk.commands.opening import add_vault, opened_store
from vipdesk.errors import UserError
from vipdesk.wording import Say, Words, say

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from vipdesk.access import StaffRow
    from vipdesk.access.logins import NewLogin
    from vipdesk.store.moving import Moved
    from vipdesk.store.store import Store

_AGAIN: dict[str, Say] = {
    "mail_account": say("The password of the mail account: each at their own desk, in Settings."),
    "mailbox": say("The password of the mailbox: each at their own desk, in Settings."),
    "card_key": say(
        "Cards issued so far stay valid. New ones are signed with a new key, made by itself."
    ),
}


def add_to(parser: argparse.ArgumentParser) -> None:
    """What `team move` needs beside the server and its administrator."""
    add_vault(parser)
    parser.add_argument(
        "--login",
        action="append",
        default=[],
        metavar="WHO=LOGIN",
        help="a person’s login, by e-mail address or surname (again for each)",
    )
    parser.set_defaults(run=run)


def run(chosen: argparse.Namespace, words: Words) -> int:
    """Make the database if it is not there, copy, check, give logins; all of it or nothing."""
    from vipdesk.access import team
    from vipdesk.access.logins import suggest_logins
    from vipdesk.access.rights import statements
    from vipdesk.commands.team import (
        MAINTENANCE,
        _administrator,
        _administrators,
        _engine,
        _migrate,
        _server,
    )

    address, secret = _server(chosen), _administrators(chosen, words)
    with opened_store(chosen, words) as vault:
        logins = suggest_logins(_people(vault), _chosen_logins(chosen.login))
        maintenance = partial(_engine, replace(address, database=MAINTENANCE), secret)
        with maintenance() as server:
            made = team.make_database(server, address.database)
        try:
            with _engine(address, secret) as engine:
                _migrate(engine)
                with _administrator(engine) as connection:
                    statements.apply(connection)
                moved = move(vault, engine, logins, words)
        except BaseException:
            if made:
                with suppress(UserError), maintenance() as server:
                    team.drop_database(server, address.database)
            raise
    _tell(moved, logins, words)
    return 0


def move(vault: Store, engine: Engine, logins: tuple[NewLogin, ...], words: Words) -> Moved:
    """Copy, check the journal's chain and make the logins in one transaction."""
    from vipdesk.access.keeper import is_of_this_computer
    from vipdesk.store.moving import move_vault
    from vipdesk.store.store import mended

    _check_journal(vault)
    with mended():
        return move_vault(
            vault.engine,
            engine,
            leave_out=is_of_this_computer,
            before_commit=partial(_finish, logins=logins),
            on_rows=partial(_progress, words),
        )


def _check_journal(vault: Store) -> None:
    from vipdesk.access import journal

    report = vault.read(journal.verify)
    if not report.whole:
        raise UserError(
            say(
                "The vault’s journal is broken at entry {entry}. Restore a backup whose journal "
                "is whole, then move that.",
                entry=report.broken_at,
            )
        )


def _finish(connection: Connection, moved: Moved, *, logins: tuple[NewLogin, ...]) -> None:
    """The chain as the server has it now, then the logins and the entry that says so."""
    from sqlalchemy.orm import Session

    from vipdesk.access import journal
    from vipdesk.access.logins import give_login
    from vipdesk.access.team import note

    session = Session(connection)
    report = journal.verify(session)
    if not report.whole or report.entries != moved.rows["journal_entry"]:
        raise ValueError(f"the chain broke at entry {report.broken_at}")
    now = datetime.now(UTC)
    note(session, now, "move_vault", "staff", None)
    for new in logins:
        give_login(connection, new, now)


def _people(vault: Store) -> tuple[StaffRow, ...]:
    from sqlalchemy import select

    from vipdesk.access.office import staff_row
    from vipdesk.models import Staff

    return vault.read(
        lambda s: tuple(
            staff_row(p)
            for p in s.scalars(select(Staff).where(Staff.left_at.is_(None)).order_by(Staff.id))
        )
    )


def _chosen_logins(pairs: list[str]) -> dict[str, str]:
    found = {}
    for pair in pairs:
        who, sign, login = pair.partition("=")
        if not (sign and who.strip() and login.strip()):
            raise UserError(say("Give a login as WHO=LOGIN, for example Orlova=maria."))
        found[who.strip()] = login.strip()
    return found


def _progress(words: Words, _table: str, done: int, total: int) -> None:
    if sys.stderr.isatty():
        percent = done * 100 // max(total, 1)
        line = words("{percent} % · {done} of {total} rows", percent=percent, done=done,
                     total=total)  # fmt: skip
        print(f"\r{line}", end="\n" if done == total else "", file=sys.stderr, flush=True)


def _tell(moved: Moved, logins: tuple[NewLogin, ...], words: Words) -> None:
    print(words("{n} rows moved, counted and compared. The journal is whole.", n=moved.total))
    print(words("Each signs in with the login and the first password, and changes it in Settings:"))
    for new in logins:
        print(f"  {new.name}  {new.login}  {new.password}")
    left = dict.fromkeys("card_key" if s.startswith("card_key") else s for s in moved.left_behind)
    if left:
        print(words("What is sealed in the vault stays there:"))
        for name in left:
            print("  " + (words(_AGAIN[name]) if name in _AGAIN else name))
    print(words("The vault is as it was. Keep it closed: work goes on in the team."))
