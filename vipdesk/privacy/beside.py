"""The record of erasures beside the vault, so that a restored copy forgets again.

A backup made before an erasure holds the client. Whoever restores it opens an older
database that knows nothing of the erasure; the file `vault.erasures` in the vault's folder
does. It is sealed with a key of the vault's own, and holds an opaque key, a moment, who and
a code for each: nothing personal.

For `store.restore`: leave `vault.erasures` where it is when the database is swapped. The work
for its `after` is `lambda staged: catch_up(staged, now, folder=vault)`; where that was not
given, `catch_up(store, now)` at the next opening finds what the database does not know, and
erases it again before anybody sees a page. So a copy put back by hand forgets as well.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import event, text
from sqlalchemy.orm import Session

from vipdesk import log
from vipdesk.errors import UserError
from vipdesk.privacy.erasure import ErasureRow, erasures_since, replay
from vipdesk.store.files import write_whole
from vipdesk.vocabulary import ErasureGround

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from vipdesk.store.sealing import Sealer
    from vipdesk.store.store import Store

SIDE_FILE = "vault.erasures"
PURPOSE = "erasures"
_CONTEXT = "erasures beside the vault"
_TO_SWEEP = "erasures.to_sweep"


def catch_up(store: Store, now: datetime, *, folder: Path | None = None) -> int:
    """Erase again whom an older database does not know as erased; returns how many.

    Call it after each opening of a vault and after each restore. `folder`: the vault's own,
    where the store is a copy that stands elsewhere until it takes the vault's place. A team's
    server has no file beside it: its administrator gives the list to `vipdesk privacy replay`.
    """
    if store.vault is None:
        return 0
    path, sealer = (folder or store.vault.folder) / SIDE_FILE, store.vault.sealer(PURPOSE)
    beside = {r.client_id: r for r in read_beside(path, sealer)}
    within = {r.client_id: r for r in store.read(erasures_since)}
    missing = [r for key, r in beside.items() if key not in within]
    if missing:
        store.write(lambda session: replay(session, missing, now=now))
        sweep(store.engine)
        log.info("privacy.replayed", count=len(missing))
    if within.keys() - beside.keys():
        write_beside(path, sealer, {**beside, **within}.values())
    return len(missing)


def read_beside(path: Path, sealer: Sealer) -> tuple[ErasureRow, ...]:
    """What the file says; nothing where there is none or another vault's key sealed it."""
    try:
        plain = sealer.unseal(path.read_bytes(), context=_CONTEXT)
    except FileNotFoundError:
        return ()
    except (OSError, UserError):
        log.info("privacy.beside_unreadable")
        return ()
    return rows_of(plain)


def write_beside(path: Path, sealer: Sealer, rows: Iterable[ErasureRow]) -> None:
    """Write the file, whole or not at all. Raises `UserError` where the disk refuses."""
    write_whole(path, sealer.seal(as_bytes(rows), context=_CONTEXT))


def as_bytes(rows: Iterable[ErasureRow]) -> bytes:
    """The records as JSON: what a team's administrator keeps with the backups."""
    listed = [
        {
            "client_id": str(r.client_id),
            "erased_at": r.erased_at.isoformat(),
            "erased_by": r.erased_by,
            "ground": str(r.ground),
        }
        for r in rows
    ]
    return json.dumps({"form": 1, "erasures": listed}, indent=1).encode()


def rows_of(data: bytes) -> tuple[ErasureRow, ...]:
    """Read them. Raises `ValueError` for anything else."""
    return tuple(
        ErasureRow(
            UUID(r["client_id"]),
            datetime.fromisoformat(r["erased_at"]),
            str(r["erased_by"]),
            ErasureGround(r["ground"]),
        )
        for r in json.loads(data)["erasures"]
    )


def note_after_commit(session: Session, seals: Callable[[str], Sealer] | None) -> None:
    """When this write is committed: the file beside the vault learns of it, traces are swept.

    A kill in between loses nothing: `catch_up` writes the file at the next opening.
    """
    engine = session.get_bind()
    if engine.dialect.name != "sqlite" or seals is None or session.info.get(_TO_SWEEP):
        return
    path = _file_of(session)
    sealer = seals(PURPOSE)
    session.info[_TO_SWEEP] = True  # however many are erased in it: the file is made anew once

    def committed(_done: Session) -> None:
        session.info.pop(_TO_SWEEP, None)
        try:
            with Session(engine) as reading:
                rows = erasures_since(reading)
            write_beside(path, sealer, rows)
        except UserError:
            log.info("privacy.beside_not_written")
        sweep(engine.engine)

    event.listen(session, "after_commit", committed, once=True)


def sweep(engine: Engine) -> None:
    """Take what was deleted out of the file itself: the log is folded in and cut, pages made anew.

    SQLite leaves deleted words in free pages and in the write-ahead log. They are encrypted,
    but whoever has the passphrase could still dig them out.
    """
    if engine.dialect.name != "sqlite":
        return
    raw = engine.raw_connection()
    try:
        cursor = raw.cursor()
        raw.info.pop("vip_read", None)  # the next reader sets its own guard again
        cursor.execute("PRAGMA query_only = OFF")
        cursor.execute("VACUUM")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    except Exception as error:  # noqa: BLE001 the driver's class is known to the store alone
        # Somebody else writes just now: the words are gone from every table all the same.
        log.info("privacy.not_swept", kind=type(error).__name__)
    finally:
        raw.close()


def _file_of(session: Session) -> Path:
    _number, _name, file = session.execute(text("PRAGMA database_list")).all()[0]  # main
    return Path(file).parent / SIDE_FILE
