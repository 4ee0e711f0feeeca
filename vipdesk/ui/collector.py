"""Collects cyclic garbage on the window's thread alone.

Python collects in whichever thread happens to allocate. A cycle that holds a widget and is
collected in a worker destroys the widget there, and Qt crashes some time later (seen in long
runs; Anki and qutebrowser do the same for the same reason).

What was made by the start (libraries, mappings, the window) lives as long as the desk: it is set
aside once, or each full collection would look through all of it, for as long as a frame lasts.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1_000
_FIRST_MS = 5_000  # the libraries just imported are a hundred thousand young objects: not now
_YOUNG = 5_000  # objects: half a millisecond
_MIDDLE, _WHOLE = 10, 120  # after so many seconds older things are looked through
_LONGEST = 600  # seconds that they wait while the desk works


class Collector(QObject):
    """Switches the automatic collection off and does it by a timer; `stop` switches it on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._was_on = False
        self._aside = False
        self._busy = False
        self._middle = self._whole = 0  # seconds since they were looked through

    def start(self) -> None:
        """From now on only here."""
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer.start(_FIRST_MS)

    def stop(self) -> None:
        """As it was before."""
        self._timer.stop()
        if self._was_on:
            gc.enable()

    def worked(self) -> None:
        """Something was read or written, and shown."""
        self._busy = True
        if self._aside and gc.get_count()[0] > _YOUNG:
            gc.collect(0)

    def collect(self) -> None:
        """What is young; older things from time to time, in a second without work."""
        if not self._aside:
            self._aside = True
            self._timer.setInterval(_EVERY_MS)
            gc.freeze()
            return
        self._middle, self._whole = self._middle + 1, self._whole + 1
        rest, self._busy = not self._busy, False
        if self._whole > (_WHOLE if rest else _LONGEST):
            self._middle = self._whole = 0
            gc.collect()
        elif self._middle > (_MIDDLE if rest else _LONGEST):
            self._middle = 0
            gc.collect(1)
        else:
            gc.collect(0)
