"""The limit of a start: an empty Qt window, and then what no desk can do without.

With arguments (vault folder, passphrase, recorded reads): after the first paint also the
imports of SQLAlchemy's ORM and sqlcipher3, the derivation of the key, and the very statements
that Today asks, on the bare driver.
"""

from __future__ import annotations

import pickle
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from benchmarks.processes import peak_mb, since_start, tell


class BareWindow(QMainWindow):
    """Nothing in it."""

    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 Qt's name
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, done)


def done() -> None:
    window, window_cpu = since_start(), time.process_time()
    if len(sys.argv) > 1:
        raw_reads(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]))
    tell(
        {
            "window": window,
            "today": since_start(),
            "window_cpu": window_cpu,
            "cpu": time.process_time(),
            "mb": peak_mb(),
        }
    )


def raw_reads(folder: Path, passphrase: str, recorded: Path) -> None:
    import sqlalchemy.orm  # noqa: F401 its import is what is measured
    from sqlcipher3 import dbapi2

    from vipdesk.store.keyslots import load_keyslots

    key = load_keyslots(folder / "vault.keys").open_with_passphrase(passphrase)
    connection = dbapi2.connect(str(folder / "vault.db"), isolation_level=None)
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    connection.execute("PRAGMA cache_size = -65536")
    for statement, parameters in pickle.loads(recorded.read_bytes()):
        connection.execute(statement, parameters).fetchall()


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    window = BareWindow()
    window.resize(1440, 900)
    window.show()
    application.exec()
