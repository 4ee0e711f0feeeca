"""Qt's own words follow the language of the desk."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from vipdesk.ui.context import Context
from vipdesk.ui.qt_words import QtWords
from vipdesk.ui.widgets.fields import Field
from vipdesk.ui.widgets.form import Form
from vipdesk.wording import Lang, say


def test_file_dialogs_speak_the_language_of_the_desk(context: Context) -> None:
    words = QtWords(context, context)
    context.change_settings(lang=Lang.RU)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Отмена"
    context.change_settings(lang=Lang.EN)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"
    words.deleteLater()


def test_ctrl_enter_in_a_line_submits_once(qtbot: QtBot, context: Context) -> None:
    form = Form(context, (Field("name", say("Name")), Field("note", say("Note"), "long")))
    qtbot.addWidget(form)
    form.show()
    told: list[int] = []
    form.submitted.connect(lambda: told.append(1))
    for name in ("name", "note"):
        told.clear()
        editor = form.fields[name].editor
        editor.setFocus()
        QTest.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        assert told == [1], name
