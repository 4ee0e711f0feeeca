"""Some Qt bindings lose a reference of None with every call and the process dies; ours must not."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def test_calls_into_qt_keep_the_references_of_none(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(500):
        widget.update()
    # From Python 3.12 None is immortal and the count does not move at all.
    assert sys.getrefcount(None) > before - 100
