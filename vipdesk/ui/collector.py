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


class Collector(QObject):
    """Switches the automatic collection off and does it by a timer; `stop` switches it on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect)
        self._was_on = False
        self._aside = False

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

    def collect(self) -> None:
        """The generations that are full, as Python's own rule has it; the youngest at least."""
        if not self._aside:
            self._aside = True
            self._timer.setInterval(_EVERY_MS)
            gc.freeze()
            return
        limits, counts = gc.get_threshold(), gc.get_count()
        for generation in (2, 1):
            if counts[generation] > limits[generation]:
                gc.collect(generation)
                return
        gc.collect(0)
