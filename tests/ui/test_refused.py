"""Settings, Team: what the server refused is shown with its text, and goes on a wish."""

from __future__ import annotations

from uuid import UUID, uuid4

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from vipdesk.ui.context import Context
from vipdesk.ui.pages.settings_team import Refused
from vipdesk.ui.widgets import Button


def test_each_refused_entry_shows_its_words_and_can_be_thrown_away(
    context: Context, qtbot: QtBot
) -> None:
    shown = Refused(context)
    qtbot.addWidget(shown)
    first, second = uuid4(), uuid4()
    shown.show_deeds(((first, "Просила не звонить"), (second, "Была в Вене")))
    shown.show()
    gone: list[UUID] = []
    shown.thrown_away.connect(gone.append)
    buttons = shown.findChildren(Button)
    assert len(buttons) == 2
    qtbot.mouseClick(buttons[1], Qt.MouseButton.LeftButton)
    assert gone == [second]
    shown.show_deeds(())
    assert not shown.isVisible()
