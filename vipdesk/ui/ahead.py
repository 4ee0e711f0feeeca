"""The client a person is about to open is read while their hand is still on the way.

A name under the cursor of a list or of the search box is opened next more often than not, and the
key follows a tenth of a second later at the soonest: time enough to read a profile. What was read
is shown at once and read again then, so it never stands for longer than that reading takes.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from vipdesk.ui.pages.client_reading import Opened
    from vipdesk.ui.runner import Runner

_REST_MS = 60  # a cursor that runs down a list stays on no line so long
_KEPT = 4


class Ahead(QObject):
    """Holds a few read profiles, by client, until anything in the club changes."""

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._kept: dict[UUID, Opened] = {}
        self._wanted: UUID | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._on_rest)
        runner.changed.connect(self.forget)

    def expect(self, client_id: UUID | None) -> None:
        """The cursor stands on this client; None: on nobody."""
        self._wanted = client_id
        if client_id is None:
            self._rest.stop()
        else:
            self._rest.start()

    def take(self, client_id: UUID) -> Opened | None:
        """What was read of the client, once."""
        self._rest.stop()
        return self._kept.pop(client_id, None)

    def __contains__(self, client_id: UUID) -> bool:
        """Whether this client was read ahead."""
        return client_id in self._kept

    def forget(self, _changes: object = None) -> None:
        """Nothing read before now may be shown any more."""
        self._kept.clear()

    def _on_rest(self) -> None:
        from vipdesk.ui.pages.client_reading import read_client

        wanted = self._wanted
        if wanted is None or wanted in self._kept:
            return
        if not self._runner.idle:  # somebody waits for something else: that comes first
            self._rest.start()
            return
        self._runner.read(
            partial(read_client, client_id=wanted), self._keep, owner=self, failed=_in_silence
        )

    def _keep(self, found: Opened) -> None:
        if found.card.id != self._wanted:  # merged into another, or the cursor has gone on
            return
        self._kept[found.card.id] = found
        while len(self._kept) > _KEPT:
            del self._kept[next(iter(self._kept))]


def _in_silence(_error: Exception) -> bool:
    """Nobody asked for it: whoever opens the client is told."""
    return True
