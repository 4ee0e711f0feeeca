"""`vipdesk backup` and `vipdesk restore`: make, list, try out and put back, without a window."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vipdesk.clock import SystemClock
from vipdesk.commands import opening
from vipdesk.errors import UserError
from vipdesk.wording import Words, say

if TYPE_CHECKING:
    from vipdesk.jobs.backups import BackupRow
    from vipdesk.store.snapshot import Stage, Watch


def add(commands: Any) -> None:
    """Register both commands."""
    backup = commands.add_parser("backup", help="make an encrypted backup of a vault")
    opening.add_vault(backup)
    backup.add_argument("--to", type=Path, metavar="FOLDER", help="and a copy in a second place")
    backup.add_argument("--list", action="store_true", help="list what there is")
    backup.add_argument("--drill", action="store_true", help="try out the newest and throw it away")
    backup.set_defaults(run=_backup)

    restore = commands.add_parser("restore", help="put a backup in the vault’s place")
    opening.add_vault(restore)
    restore.add_argument("backup", nargs="?", type=Path, help="its folder (the newest)")
    restore.add_argument(
        "--from", dest="places", type=Path, action="append", default=[], metavar="FOLDER",
        help="look for backups there too: a USB disk, a folder of a cloud",
    )  # fmt: skip
    restore.add_argument(
        "--recovery-key-file", type=Path, metavar="FILE", help="instead of the passphrase"
    )
    restore.add_argument("--list", action="store_true", help="list what there is")
    restore.add_argument("--yes", action="store_true", help="do not ask")
    restore.set_defaults(run=_restore)


def _backup(chosen: argparse.Namespace, words: Words) -> int:
    from vipdesk.jobs.backups import Backups, Reason

    folder = opening.vault_folder(chosen)
    if chosen.list:
        return _list(folder, (), words)
    with opening.opened_store(chosen, words) as store:
        if store.vault is None:
            raise UserError(
                say("There is no vault in this folder. Choose the folder of your vault.")
            )
        backups = Backups(store.vault, SystemClock(), chosen.to or opening.second_place(chosen))
        if chosen.drill:
            done = backups.drill(_watch(words))
            line = say(
                "The backup of {at} can be restored. Read and verified: clients {clients}, "
                "events {events}, journal entries {entries}.",
                at=done.of,
                clients=done.clients,
                events=done.events,
                entries=done.entries,
            )
            print(words(line))
            return 0
        made = backups.make(Reason.HAND, _watch(words))
    print(words("Backup made and verified: {folder}", folder=str(made.row.folder)))
    if made.second_failed is not None:
        print(words(made.second_failed), file=sys.stderr)
        return 1
    return 0


def _restore(chosen: argparse.Namespace, words: Words) -> int:
    from vipdesk.jobs.restoring import look_inside, offered, put_back, row_of

    folder = opening.vault_folder(chosen)
    if chosen.list:
        return _list(folder, tuple(chosen.places), words)
    if chosen.backup is not None:
        row = row_of(chosen.backup)
    else:
        rows = offered(folder, chosen.places)
        if not rows:
            raise UserError(_NONE)
        row = rows[0]
    if chosen.recovery_key_file is not None:
        key = opening.first_line(chosen.recovery_key_file)
        inside = look_inside(row, folder, recovery_key=key)
    else:
        inside = look_inside(row, folder, opening.passphrase(chosen, words))
    print(
        words(
            "In the backup ({at}): clients {clients}, events {events}, contacts {interactions}.",
            at=row.at,
            clients=inside.clients,
            events=inside.events,
            interactions=inside.interactions,
        )
    )
    if not chosen.yes and not _agreed(words):
        return 1
    done = put_back(inside, folder, SystemClock(), watch=_watch(words))
    if done.keys_only:
        print(words("The key file is put back; nothing of the vault was lost."))
        return 0
    print(words("The vault is restored: {folder}", folder=str(folder)))
    if done.kept is not None:
        print(words("The vault of before is kept in {folder}", folder=str(done.kept)))
    if done.erased_again:
        print(words("Erased again, because they were erased since: {n}", n=done.erased_again))
    if done.in_review:
        print(words("Messages that may have left since wait for a look: {n}", n=done.in_review))
    return 0


_NONE = say("No backup was found. Name the folder where backups lie with --from.")


def _list(folder: Path, places: tuple[Path, ...], words: Words) -> int:
    from vipdesk.jobs.restoring import offered

    rows = offered(folder, places)
    if not rows:
        raise UserError(_NONE)
    for row in rows:
        print(_line_of(row, words), row.folder, sep="\t")
    return 0


def _line_of(row: BackupRow, words: Words) -> str:
    """'Sun, 22 November, 16:15, every day, 12.4 MB'."""
    from vipdesk.jobs.backups import REASON_SAID

    return words(
        "{at}, {reason}, {size} MB",
        at=row.at,
        reason=REASON_SAID[row.reason],
        size=words.number(row.size / 1_000_000, 1),
    )


def _agreed(words: Words) -> bool:
    print(
        words(
            "What was entered after that moment will not be in the vault; it is kept aside. "
            "Type “yes” to restore:"
        ),
        end=" ",
        flush=True,
    )
    typed = sys.stdin.readline().strip().casefold()
    return typed in {"yes", "да"}


def _watch(words: Words) -> Watch:
    """A share in per cent on a terminal; nothing in a pipe."""
    from vipdesk.jobs.backups import STAGE_SAID, Watch

    if not sys.stderr.isatty():
        return Watch()
    shown = [""]

    def tell(stage: Stage, share: float) -> None:
        line = f"{words(STAGE_SAID[stage])} {share:4.0%}"
        if line != shown[0]:
            shown[0] = line
            print(f"\r{line}\033[K", end="\n" if share >= 1 else "", file=sys.stderr, flush=True)

    return Watch(tell)
