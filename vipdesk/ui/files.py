"""Questions to the platform's file dialogs; never `.exec()`, and nothing stays behind them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget


def choose_folder(parent: QWidget, start: Path | str, then: Callable[[str], object]) -> None:
    """Ask for a folder; `then(path)` when one was chosen."""
    dialog = QFileDialog(parent, "VIP Desk", str(start))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(then)
    dialog.open()


def save_as(parent: QWidget, name: str, then: Callable[[str], object]) -> None:
    """Ask where to save a file of this name, in the person's own folder at first."""
    dialog = QFileDialog(parent, "VIP Desk", str(Path.home()))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    dialog.selectFile(name)
    dialog.fileSelected.connect(then)
    dialog.open()


def choose_file(parent: QWidget, kinds: str, then: Callable[[str], object]) -> None:
    """Ask for one file of these `kinds` ('Pictures (*.png *.jpg)')."""
    dialog = QFileDialog(parent, "VIP Desk", str(Path.home()), kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.fileSelected.connect(then)
    dialog.open()


def choose_files(parent: QWidget, kinds: str, then: Callable[[list[str]], object]) -> None:
    """Ask for one file or several."""
    dialog = QFileDialog(parent, "VIP Desk", str(Path.home()), kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(then)
    dialog.open()
