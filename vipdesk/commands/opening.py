"""What commands on a club share: which vault or which server, the passphrase, opening it.

A passphrase is asked for without showing it, or read from a file's first line, so that it
never stands in the list of processes or in a shell's history.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from vipdesk import settings
from vipdesk.errors import UserError
from vipdesk.paths import Paths
from vipdesk.wording import Words, say

if TYPE_CHECKING:
    from vipdesk.access import Office
    from vipdesk.store.store import Store
    from vipdesk.store.team_address import TeamAddress


def add_vault(parser: argparse.ArgumentParser) -> None:
    """`--vault` and `--passphrase-file`: commands on a vault alone."""
    parser.add_argument("--vault", type=Path, metavar="FOLDER", help="another vault than usual")
    parser.add_argument(
        "--passphrase-file", type=Path, metavar="FILE", help="read the passphrase from a file"
    )


def add_place(parser: argparse.ArgumentParser) -> None:
    """A vault as above, or a team's server: `--team`, `--port`, `--database`, `--login`."""
    add_vault(parser)
    parser.add_argument("--team", metavar="HOST", help="a team’s server instead of a vault")
    parser.add_argument("--port", type=int, default=5432)
    parser.add_argument("--database", default="vipdesk")
    parser.add_argument("--login", default="", help="the name to sign in with at a team’s server")
    parser.add_argument(
        "--root-certificate", type=Path, metavar="FILE", help="of a team’s server (PEM)"
    )


def paths_of(chosen: argparse.Namespace) -> Paths:
    """The person's folders, or those below `--home`."""
    return Paths.under(chosen.home) if chosen.home else Paths.of_person()


def vault_folder(chosen: argparse.Namespace) -> Path:
    """`--vault`, else the vault that was used last, else the person's own place."""
    if chosen.vault is not None:
        return Path(chosen.vault)
    paths = paths_of(chosen)
    kept = settings.load(paths.settings).vault
    return Path(kept) if kept else paths.vault


def passphrase(chosen: argparse.Namespace, words: Words) -> str:
    """From the file, or typed. Raises `UserError` where the file cannot be read."""
    if chosen.passphrase_file is None:
        return getpass(words("Passphrase: "))
    return first_line(chosen.passphrase_file)


def first_line(path: Path) -> str:
    """A secret in a file of its own."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise UserError(
            say("“{file}” cannot be read. Check the name and try again.", file=path.name)
        ) from None
    if not lines or not lines[0].strip():
        raise UserError(say("“{file}” is empty.", file=path.name))
    return lines[0]


@contextmanager
def opened_store(chosen: argparse.Namespace, words: Words) -> Iterator[Store]:
    """The store of the vault or of the server, open for as long as the block runs."""
    with open_store(chosen, words) as store:
        yield store


def open_store(chosen: argparse.Namespace, words: Words) -> Store:
    """The store of the vault or of the server; the caller closes it."""
    return _team(chosen, words) if getattr(chosen, "team", None) else _vault(chosen, words)


def _vault(chosen: argparse.Namespace, words: Words) -> Store:
    from vipdesk.store.store import open_vault_store
    from vipdesk.store.vault import vault_exists

    folder = vault_folder(chosen)
    if not vault_exists(folder):
        raise UserError(say("There is no vault in “{folder}”.", folder=folder))
    return open_vault_store(folder, passphrase(chosen, words))


def _team(chosen: argparse.Namespace, words: Words) -> Store:
    from vipdesk.store.store import sign_in

    server = team_address(chosen)
    return sign_in(server, passphrase(chosen, words))


def guarded(office: Office, chosen: argparse.Namespace) -> Office:
    """The office of a vault with its backups, as the desk has them: daily, and before erasures."""
    from vipdesk.jobs.backups import Backups

    if office.vault is not None:
        office.guard = Backups(office.vault, office.clock, second_place(chosen))
    return office


def second_place(chosen: argparse.Namespace) -> Path | None:
    """Where copies of backups go besides, by the person's settings."""
    kept = settings.load(paths_of(chosen).settings).backup_folder
    return Path(kept) if kept else None


def team_address(chosen: argparse.Namespace) -> TeamAddress:
    """The server of `--team` and its companions. Raises `UserError` without `--login`."""
    from vipdesk.store.team_address import TeamAddress

    if not chosen.login:
        raise UserError(say("Give the name to sign in with: --login NAME."))
    return TeamAddress(
        chosen.team,
        chosen.port,
        chosen.database,
        chosen.login,
        root_certificate=chosen.root_certificate,
    )
