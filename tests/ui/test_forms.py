"""Fields and forms as data; sheets that lose nothing."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from vipdesk.access import Desk
from vipdesk.errors import UserError
from vipdesk.ui.context import Context
from vipdesk.ui.dialogs.dialog import Dialog
from vipdesk.ui.picture import settle
from vipdesk.ui.widgets import Field, Form
from vipdesk.wording import Lang, say

FIELDS = (
    Field("text", say("Note"), required=True, hint=say("Unchanged")),
    (
        Field("long", say("Client"), "long"),
        Field("choice", say("Theme"), "choice", choices=((1, say("Light")), (2, say("Dark")))),
    ),
    Field("check", say("No animation"), "check"),
    Field("day", say("Today"), "date"),
    Field("time", say("Settings"), "time"),
    Field("moment", say("Once more"), "moment"),
    Field("number", say("Port"), "number", low=1, high=99, value=5),
    Field("secret", say("Password"), "password"),
    Field("more", say("Surname"), folded=True),
)
VALUES = {
    "text": "a", "long": "b\nc", "choice": 2, "check": True, "day": date(2026, 1, 2),
    "time": time(15, 30), "moment": datetime(2026, 3, 4, 5, 6), "number": 7, "secret": " x ",  # noqa: DTZ001
    "more": "z",
}  # fmt: skip


@pytest.fixture
def form(context: Context, qtbot: QtBot) -> Form:
    made = Form(context, FIELDS, draft="test")
    qtbot.addWidget(made)
    made.show()
    return made


def test_values_go_in_and_come_out(form: Form) -> None:
    form.set_values(VALUES)
    assert form.values() == VALUES


def test_every_control_has_an_accessible_name(form: Form) -> None:
    assert all(f.editor.accessibleName() for f in form.fields.values())


def test_what_is_required_is_asked_for_beside_the_field(form: Form) -> None:
    assert not form.check()
    field = form.fields["text"]
    assert field.error.isVisible()
    assert field.error.text() == "Please fill this in."
    assert field.editor.accessibleDescription() == "Please fill this in."


def test_typing_takes_the_error_away(form: Form, qtbot: QtBot) -> None:
    form.check()
    qtbot.keyClicks(form.fields["text"].editor, "hello")
    assert not form.fields["text"].error.isVisible()


def test_an_error_opens_a_folded_field(form: Form) -> None:
    assert not form.fields["more"].isVisible()
    assert form.take_error(UserError(say("Please fill this in."), field="more"))
    assert form.fields["more"].isVisible()


def test_an_error_of_no_field_is_not_taken(form: Form) -> None:
    assert not form.take_error(UserError(say("Please fill this in.")))


def test_optional_fields_are_folded_away(form: Form, qtbot: QtBot) -> None:
    qtbot.mouseClick(form.more, Qt.MouseButton.LeftButton)
    assert form.fields["more"].isVisible()
    assert not form.more.isVisible()


def test_what_was_typed_is_a_draft_without_passwords(
    form: Form, context: Context, qtbot: QtBot
) -> None:
    qtbot.keyClicks(form.fields["text"].editor, "hello")
    qtbot.keyClicks(form.fields["secret"].editor, "secret")
    again = Form(context, FIELDS, draft="test")
    qtbot.addWidget(again)
    assert again.values()["text"] == "hello"
    assert again.values()["secret"] == ""
    again.drop_draft()
    assert not context.drafts.get("test")


def test_enter_submits_a_line_and_ctrl_enter_a_long_text(form: Form, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.submitted):
        qtbot.keyClick(form.fields["text"].editor, Qt.Key.Key_Return)
    with qtbot.waitSignal(form.submitted):
        qtbot.keyClick(
            form.fields["long"].editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )


@pytest.mark.parametrize("name", ["choice", "check", "day", "moment", "number"])
def test_enter_submits_whatever_is_no_long_text(form: Form, qtbot: QtBot, name: str) -> None:
    with qtbot.waitSignal(form.submitted):
        qtbot.keyClick(form.fields[name].editor, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(form.submitted):
        qtbot.keyClick(form.fields["long"].editor, Qt.Key.Key_Return)


def test_words_of_choices_and_days_follow_the_language(form: Form, context: Context) -> None:
    form.set_values(VALUES)
    context.change_settings(lang=Lang.RU)
    choice = form.fields["choice"].editor
    assert choice.currentText() == "Тёмная"  # type: ignore[union-attr]
    assert form.fields["day"].editor.text() == "02.01.2026"  # type: ignore[union-attr]
    assert form.values()["choice"] == 2


@pytest.mark.parametrize("name", ["choice", "day", "number"])
def test_the_wheel_never_changes_a_value(form: Form, name: str, qtbot: QtBot) -> None:
    form.set_values(VALUES)
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtWidgets import QApplication

    wheel = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 120), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(form.fields[name].editor, wheel)
    assert form.values()[name] == VALUES[name]


def test_controls_are_painted_in_every_state(form: Form) -> None:
    form.set_values(VALUES)
    form.setEnabled(False)
    assert not form.grab().isNull()


class NoteDialog(Dialog):
    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(
            context, say("Quick note"), primary=say("Save"), parent=parent, draft="note",
            rows=(Field("text", say("Note"), required=True),),
        )  # fmt: skip
        self.error_field: str | None = "text"

    def submit(self) -> None:
        text, field = self.form.values()["text"], self.error_field

        def write(_desk: Desk) -> str:
            if text == "wrong":
                raise UserError(say("This is not that group. Check the key again."), field=field)
            return str(text)

        self.write(write, said=say("Note saved."))


@pytest.fixture
def dialog(club: Context, qtbot: QtBot) -> NoteDialog:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 700)
    host.show()
    made = NoteDialog(club, host)
    made.host = host  # type: ignore[attr-defined]
    made.open()
    return made


def test_a_sheet_saves_and_closes(dialog: NoteDialog, club: Context, qtbot: QtBot) -> None:
    said = []
    club.said.connect(said.append)
    qtbot.keyClicks(dialog.form.fields["text"].editor, "hello")
    qtbot.mouseClick(dialog.primary_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(dialog.accepted):
        pass
    settle(club.runner)
    assert said[0].say.text == "Note saved."
    assert not club.drafts.get("note")


def test_a_refused_sheet_stays_with_its_text(
    dialog: NoteDialog, club: Context, qtbot: QtBot
) -> None:
    qtbot.keyClicks(dialog.form.fields["text"].editor, "wrong")
    dialog._on_primary()
    settle(club.runner)
    assert dialog.isVisible()
    assert dialog.form.fields["text"].error.isVisible()
    assert dialog.primary_button.isEnabled()
    dialog.error_field = None
    dialog._on_primary()
    settle(club.runner)
    assert dialog.error.isVisible()
    dialog.reject()
    assert club.drafts.get("note") == {"text": "wrong"}


def test_no_name_stands_in_the_title_of_a_sheet(dialog: NoteDialog) -> None:
    assert dialog.windowTitle() == "VIP Desk"
    assert dialog.accessibleName() == "Quick note"
    dialog.reject()
