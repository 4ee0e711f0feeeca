"""What the desk copies is marked as a secret and taken back, if it is still ours."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vipdesk.ui.clipboard import Clipboard, concealed

PHONE = "+7 921 000-00-00"


@pytest.fixture
def board(qapp: QApplication) -> Iterator[QClipboard]:
    made = QGuiApplication.clipboard()
    made.clear()
    yield made
    made.clear()


def test_a_copy_is_taken_back_in_time(board: QClipboard, qtbot: QtBot) -> None:
    ours = Clipboard(0)
    ours.copy(PHONE)
    assert board.text() == PHONE
    qtbot.waitUntil(lambda: board.text() == "", timeout=2_000)


def test_what_somebody_else_copied_is_left_alone(board: QClipboard) -> None:
    ours = Clipboard()
    ours.copy(PHONE)
    board.setText("a recipe")
    assert not ours._timer.isActive()
    ours.clear()
    assert board.text() == "a recipe"


def test_ctrl_c_in_a_field_of_ours_counts_too(board: QClipboard) -> None:
    ours = Clipboard(owns=lambda: True)
    board.setText(PHONE)
    assert ours._timer.isActive()
    assert board.mimeData().hasFormat("x-kde-passwordManagerHint")
    ours.clear()
    assert board.text() == ""


def test_another_patience(board: QClipboard) -> None:
    ours = Clipboard()
    ours.copy(PHONE)
    ours.change(15)
    assert ours._timer.interval() == 15_000


def test_histories_are_asked_to_look_away(monkeypatch: pytest.MonkeyPatch) -> None:
    assert bytes(concealed("x").data("x-kde-passwordManagerHint").data()) == b"secret"
    assert not concealed("x").hasFormat("ExcludeClipboardContentFromMonitorProcessing")
    monkeypatch.setattr(sys, "platform", "win32")
    assert concealed("x").hasFormat("ExcludeClipboardContentFromMonitorProcessing")
