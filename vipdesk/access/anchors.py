"""Heads of the journal kept outside the database: what a chain alone cannot tell.

Whoever holds the whole database can cut off the end of a chain or write all of it anew; the
result is a good chain. It does not hold the hashes that were carried away before: by each
executive's page on paper, and by this small file beside the vault, sealed with its key.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from vipdesk import log
from vipdesk.access import journal
from vipdesk.access.journal import Head
from vipdesk.changes import Changes
from vipdesk.errors import UserError
from vipdesk.store.files import write_whole

if TYPE_CHECKING:
    from vipdesk.access.office import Office
    from vipdesk.store.sealing import Sealer

NAME = "journal.heads"
PURPOSE = "journal heads"
_MOST = 400


class Anchors:
    """The file. One head a day is kept, the last of each, for more than a year."""

    def __init__(self, folder: Path, seals: Callable[[str], Sealer]) -> None:
        """`folder`: the vault's own; `seals`: `Office.sealer` or `Desk.sealer`."""
        self._path = folder / NAME
        self._seals = seals

    def heads(self) -> tuple[Head, ...]:
        """What was kept, the oldest first. A file that cannot be opened raises `UserError`."""
        if not self._path.exists():
            return ()
        body = self._seals(PURPOSE).unseal(self._path.read_bytes(), context=NAME)
        rows = json.loads(body)
        return tuple(Head(h, int(n), datetime.fromisoformat(at)) for h, n, at in rows)

    def keep(self, head: Head, *, at: datetime) -> None:
        """Keep a head that was just seen. A disk that refuses must not stop the deed it follows."""
        try:
            others = [h for h in self.heads() if h.at is None or h.at.date() != at.date()]
            rows = [
                (h.hash, h.entries, h.at.isoformat() if h.at else at.isoformat())
                for h in (*others, Head(head.hash, head.entries, at))
            ]
            body = json.dumps(rows[-_MOST:]).encode()
            write_whole(self._path, self._seals(PURPOSE).seal(body, context=NAME))
        except UserError:
            log.info("journal.head_not_kept")


def keep_head(office: Office) -> Changes:
    """The daily duty: the last hash of a vault's journal goes into the file beside it."""
    last = office.read(lambda desk: journal.head(desk.session))
    if office.vault is not None and last is not None:
        Anchors(office.vault.folder, office.sealer).keep(last, at=office.clock.now())
    return Changes()
