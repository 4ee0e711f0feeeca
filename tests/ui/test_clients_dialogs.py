"""Sheets of the room: a talk by keyboard, a profile and its conflict, the import."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from tests import factories as make
from tests.ui.clients_for_tests import add, idle, read, texts_of, write
from vipdesk.access.office import list_staff
from vipdesk.clients import profile, promises
from vipdesk.clients.import_ import ImportVerdict
from vipdesk.clients.interactions import log_interaction
from vipdesk.clients.purchases import list_purchases
from vipdesk.clients.registry import list_clients
from vipdesk.clients.timeline import list_timeline
from vipdesk.money import Money
from vipdesk.ui.context import Context, Link
from vipdesk.ui.dialogs.client_dialog import ClientDialog, find_zones
from vipdesk.ui.dialogs.import_dialog import ImportDialog, open_import
from vipdesk.ui.dialogs.past_imports_dialog import PastImportsDialog
from vipdesk.ui.dialogs.profile_dialogs import PointDialog, PurchaseDialog, hours_of
from vipdesk.ui.dialogs.talk_dialog import TalkDialog
from vipdesk.ui.runner import Message
from vipdesk.vocabulary import Channel
from vipdesk.wording import Lang

DATA = Path(__file__).parent.parent / "data"


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """What the sheets lie over."""
    widget = QWidget()
    widget.resize(1024, 700)
    qtbot.addWidget(widget)
    widget.show()
    return widget


# A talk ----------------------------------------------------------------------------------------


def talk(qtbot: QtBot, club: Context, page: QWidget, client_id: Any) -> TalkDialog:
    dialog = TalkDialog(club, client_id, "Щукин", page)
    dialog.open()
    idle(qtbot, club)
    return dialog


def test_a_talk_is_logged_by_keyboard_alone(qtbot: QtBot, club: Context, page: QWidget) -> None:
    client_id = add(club)
    dialog = talk(qtbot, club, page, client_id)
    text = dialog.form.fields["text"]
    editor = text.focusProxy() or text
    qtbot.keyClicks(editor, "Spoke of the yacht")
    qtbot.keyClick(editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyRelease(page, Qt.Key.Key_Control)  # the sheet is gone before the key is up
    idle(qtbot, club)
    (entry,) = read(club, lambda d: list_timeline(d, client_id))
    assert entry.text == "Spoke of the yacht"
    assert entry.two_way
    assert club.drafts.get(f"talk:{client_id}") == {}


def test_a_talk_by_telephone_shows_the_number_to_copy(
    qtbot: QtBot, club: Context, page: QWidget
) -> None:
    client_id = add(club)
    write(club, lambda d: make.phone(d, client_id, "+79161234567").id)
    dialog = talk(qtbot, club, page, client_id)
    assert dialog.by_phone.isVisible()
    assert dialog.number.text() == "+7 916 123-45-67"
    dialog.copy_button.click()
    assert QApplication.clipboard().text() == "+79161234567"
    dialog.form.fields["channel"].set_value(Channel.EMAIL)
    dialog.form.fields["channel"].edited.emit()
    assert not dialog.by_phone.isVisible()
    dialog.close()


def test_a_number_stands_as_it_will_be_kept_once_it_is_typed(
    qtbot: QtBot, club: Context, page: QWidget
) -> None:
    dialog = PointDialog(club, add(club), page)
    dialog.open()
    editor = dialog.form.fields["value"].editor
    qtbot.keyClicks(editor, "8 903 123-45-67")
    editor.editingFinished.emit()
    assert dialog.form.values()["value"] == "+7 903 123-45-67"
    dialog.close()


def test_a_purchase_is_typed_as_people_write_sums(
    qtbot: QtBot, club: Context, page: QWidget
) -> None:
    client_id = add(club)
    dialog = PurchaseDialog(club, client_id, page)
    dialog.open()
    dialog.form.set_values({"amount": "a lot"})
    dialog.primary_button.click()
    assert dialog.form.fields["amount"].error.isVisible()
    dialog.form.set_values({"amount": "12 500,50", "product": "A watch"})
    dialog.primary_button.click()
    idle(qtbot, club)
    (bought,) = read(club, lambda d: list_purchases(d, client_id))
    assert (bought.amount, bought.product) == (Money.of("12500.50"), "A watch")


def test_the_channel_of_the_last_talk_is_offered(
    qtbot: QtBot, club: Context, page: QWidget
) -> None:
    client_id = add(club)
    write(club, lambda d: log_interaction(d, client_id, channel=Channel.MESSENGER))
    dialog = talk(qtbot, club, page, client_id)
    assert dialog.form.fields["channel"].value() is Channel.MESSENGER
    dialog.close()


def test_a_promise_of_a_talk_holds_till_the_evening_of_its_day(
    qtbot: QtBot, club: Context, page: QWidget
) -> None:
    client_id = add(club)
    dialog = talk(qtbot, club, page, client_id)
    dialog.form.set_values({"promise": "Прислать каталог", "promise_due": date(2026, 11, 27)})
    dialog.primary_button.click()
    idle(qtbot, club)
    (promise,) = read(club, lambda d: promises.list_open_promises(d, client_id=client_id))
    assert club.format.local(promise.due_at).strftime("%d %H:%M") == "27 18:00"


def test_a_talk_is_taken_back(qtbot: QtBot, club: Context, page: QWidget) -> None:
    client_id = add(club)
    said: list[Message] = []
    club.said.connect(said.append)
    dialog = talk(qtbot, club, page, client_id)
    dialog.form.set_values({"text": "…"})
    dialog.primary_button.click()
    idle(qtbot, club)
    assert said[-1].undo is not None
    said[-1].undo()
    idle(qtbot, club)
    assert read(club, lambda d: list_timeline(d, client_id)) == ()


def test_a_talk_of_tomorrow_is_refused_and_nothing_typed_is_lost(
    qtbot: QtBot, club: Context, page: QWidget
) -> None:
    client_id = add(club)
    dialog = talk(qtbot, club, page, client_id)
    tomorrow = club.format.local(club.now()).replace(tzinfo=None) + timedelta(days=1)
    dialog.form.set_values({"text": "Важное", "at": tomorrow})
    dialog.primary_button.click()
    idle(qtbot, club)
    assert "still to come" in texts_of(dialog)
    assert dialog.form.fields["text"].value() == "Важное"
    dialog.close()


# A profile -------------------------------------------------------------------------------------


def form(qtbot: QtBot, club: Context, page: QWidget, client_id: Any = None) -> ClientDialog:
    tiers = read(club, profile.list_tiers)
    staff = read(club, list_staff)
    card = read(club, lambda d: profile.get_client(d, client_id)) if client_id else None
    dialog = ClientDialog(club, page, tiers=tiers, staff=staff, card=card, manager_id=staff[0].id)
    dialog.open()
    idle(qtbot, club)
    return dialog


def test_a_new_client_is_added_with_a_phone_and_opened(
    qtbot: QtBot, club: Context, page: QWidget
) -> None:
    dialog = form(qtbot, club, page)
    dialog.form.set_values(
        {"surname": "Щукин", "given": "Пётр", "phone": "8 916 555 01 42", "birthday": "3.11.1968"}
    )
    with qtbot.waitSignal(club.open_requested) as asked:
        dialog.primary_button.click()
    (row,) = read(club, list_clients)
    assert asked.args == [Link("client", row.id)]
    card = read(club, lambda d: profile.get_client(d, row.id))
    assert card.points[0].normalised == "+79165550142"
    assert (card.fields.birth_day, card.fields.birth_month) == (3, 11)
    assert card.manager is not None


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"surname": "Щ", "phone": "12"}, "whole phone number"),
        ({"surname": "Щ", "birthday": "весной"}, "15.04.1970"),
        ({"surname": "Щ", "birthday": "31.02"}, "15.04.1970"),
        ({"surname": ""}, "surname or a given name"),
    ],
)
def test_what_is_wrong_is_told_beside_its_field(
    qtbot: QtBot, club: Context, page: QWidget, values: dict[str, str], words: str
) -> None:
    dialog = form(qtbot, club, page)
    dialog.form.set_values(values)
    dialog.primary_button.click()
    idle(qtbot, club)
    assert words in texts_of(dialog.form)
    assert read(club, list_clients) == ()
    dialog.close()


def test_a_saved_profile_can_be_taken_back(qtbot: QtBot, club: Context, page: QWidget) -> None:
    client_id = add(club, city="Москва")
    said: list[Message] = []
    club.said.connect(said.append)
    dialog = form(qtbot, club, page, client_id)
    dialog.form.set_values({"city": "Тверь"})
    dialog.primary_button.click()
    idle(qtbot, club)
    assert read(club, lambda d: profile.get_client(d, client_id)).fields.city == "Тверь"
    assert said[-1].undo is not None
    said[-1].undo()
    idle(qtbot, club)
    assert read(club, lambda d: profile.get_client(d, client_id)).fields.city == "Москва"


def test_an_unfinished_form_is_a_draft(qtbot: QtBot, club: Context, page: QWidget) -> None:
    dialog = form(qtbot, club, page)
    field = dialog.form.fields["surname"]
    qtbot.keyClicks(field.focusProxy() or field, "Shch")
    dialog.reject()
    again = form(qtbot, club, page)
    assert again.form.fields["surname"].value() == "Shch"
    again.close()


def test_zones_are_found_by_their_city() -> None:
    assert find_zones(None, "mosc")[0][0] == "Europe/Moscow"
    assert find_zones(None, "моск")[0][:2] == ("Europe/Moscow", "Москва")


# The import ------------------------------------------------------------------------------------


def importing(qtbot: QtBot, club: Context, page: QWidget, name: str) -> ImportDialog:
    dialog = open_import(club, page)
    assert isinstance(dialog, ImportDialog)
    dialog.take_file(DATA / name if "/" not in name else Path(name))
    idle(qtbot, club)
    return dialog


def test_a_file_is_judged_and_trouble_is_shown_first(
    qtbot: QtBot, club: Context, page: QWidget
) -> None:
    dialog = importing(qtbot, club, page, "broken.vcf")
    assert dialog.filter.value() is ImportVerdict.REJECTED
    assert dialog.table.count == 4
    assert dialog.primary_button.text() == "Import 2 people"
    assert read(club, list_clients) == ()
    dialog.close()


def test_importing_shows_the_report_and_offers_the_way_back(
    qtbot: QtBot, club: Context, page: QWidget, tmp_path: Path
) -> None:
    said: list[Message] = []
    club.said.connect(said.append)
    dialog = importing(qtbot, club, page, "phonebook_cp1251.csv")
    dialog.primary_button.click()
    idle(qtbot, club)
    assert len(read(club, list_clients)) == 4
    assert "Added: 4" in dialog.summary.text()
    dialog.save_report(str(tmp_path / "report.csv"))
    assert "Гагарина" in (tmp_path / "report.csv").read_text("utf-8-sig")
    undo = next(m.undo for m in said if m.undo is not None)
    undo()
    idle(qtbot, club)
    assert read(club, list_clients) == ()
    dialog.primary_button.click()
    assert not dialog.isVisible()


def test_rows_can_be_left_out(qtbot: QtBot, club: Context, page: QWidget) -> None:
    dialog = importing(qtbot, club, page, "phonebook_cp1251.csv")
    dialog.filter.set_value("all")
    dialog.filter.activated.emit(0)
    dialog.table.choose_first()
    dialog.leave_button.click()
    assert dialog.primary_button.text() == "Import 3 people"
    dialog.table.choose_first()
    dialog.leave_button.click()
    assert dialog.primary_button.text() == "Import 4 people"
    dialog.close()


def test_rejected_rows_are_saved_as_they_stood(
    qtbot: QtBot, club: Context, page: QWidget, tmp_path: Path
) -> None:
    dialog = importing(qtbot, club, page, "broken.vcf")
    dialog.save_rejects(str(tmp_path / "rejected.vcf"))
    assert "Мельников" in (tmp_path / "rejected.vcf").read_text("utf-8")
    dialog.save_rejects(str(tmp_path / "no" / "where.vcf"))
    assert "another place" in dialog.error.text()
    dialog.close()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00" * 50, "not a text file"),
        (None, "cannot be read"),
    ],
)
def test_a_file_that_is_none_leaves_a_sentence_and_the_choice(
    qtbot: QtBot, club: Context, page: QWidget, tmp_path: Path, content: bytes | None, words: str
) -> None:
    path = tmp_path / "x.vcf"
    if content is not None:
        path.write_bytes(content)
    dialog = importing(qtbot, club, page, str(path))
    assert words in dialog.error.text()
    assert dialog.choose.primary.isEnabled()
    dialog.close()


def test_a_club_that_changed_is_judged_again(qtbot: QtBot, club: Context, page: QWidget) -> None:
    from vipdesk.clients.contact_points import PointFields
    from vipdesk.clients.rows import ClientFields
    from vipdesk.vocabulary import ContactKind

    dialog = importing(qtbot, club, page, "phonebook_cp1251.csv")
    fields = ClientFields(surname="Гагарина", given="Софья")
    point = PointFields(ContactKind.PHONE, "+7 985 555-10-01")
    write(club, lambda d: profile.add_client(d, fields, [point]))
    dialog.primary_button.click()
    idle(qtbot, club)
    assert "changed since" in dialog.error.text()
    assert dialog.plan is not None
    assert dialog.plan.count(ImportVerdict.MERGE) == 1
    dialog.close()


def test_the_dialog_speaks_russian(qtbot: QtBot, club: Context, page: QWidget) -> None:
    club.change_settings(lang=Lang.RU)
    dialog = importing(qtbot, club, page, "broken.csv")
    assert dialog.primary_button.text() == "Импортировать 3 человека"
    dialog.close()


def test_files_are_asked_for_without_a_loop_of_their_own(
    qtbot: QtBot, club: Context, page: QWidget, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[QFileDialog] = []

    def asked_one(dialog: QFileDialog) -> None:
        asked.append(dialog)

    monkeypatch.setattr(QFileDialog, "open", asked_one)
    dialog = open_import(club, page)
    dialog.ask_for_file()
    asked[-1].fileSelected.emit(str(DATA / "broken.vcf"))
    idle(qtbot, club)
    dialog.ask_for_rejects()
    asked[-1].fileSelected.emit(str(tmp_path / "r.vcf"))
    assert (tmp_path / "r.vcf").exists()
    dialog.primary_button.click()
    idle(qtbot, club)
    dialog.ask_for_report()
    asked[-1].fileSelected.emit(str(tmp_path / "r.csv"))
    assert (tmp_path / "r.csv").exists()
    dialog.close()


def past_imports(qtbot: QtBot, club: Context, page: QWidget) -> PastImportsDialog:
    dialog = PastImportsDialog(club, page)
    dialog.open()
    idle(qtbot, club)
    return dialog


def test_a_past_import_is_taken_back_after_a_second_word(
    qtbot: QtBot, club: Context, page: QWidget
) -> None:
    first = importing(qtbot, club, page, "phonebook_cp1251.csv")
    first.primary_button.click()
    idle(qtbot, club)
    first.close()
    dialog = past_imports(qtbot, club, page)
    assert dialog.table.count == 1
    dialog.undo_button.click()
    assert "4 added clients go" in dialog.hint.text()
    assert len(read(club, list_clients)) == 4
    dialog.undo_button.click()
    idle(qtbot, club)
    assert read(club, list_clients) == ()
    assert not dialog.undo_button.isEnabled()
    assert "already been undone" in dialog.hint.text()
    dialog.close()


def test_an_import_with_a_history_stays_and_the_sentence_says_why(
    qtbot: QtBot, club: Context, page: QWidget
) -> None:
    first = importing(qtbot, club, page, "phonebook_cp1251.csv")
    first.primary_button.click()
    idle(qtbot, club)
    first.show_past()
    client = read(club, list_clients)[0].id
    write(
        club,
        lambda d: promises.make_promise(
            d, client, text="Каталог", due_at=d.now + timedelta(days=1)
        ),
    )
    dialog = past_imports(qtbot, club, page)
    dialog.undo_button.click()
    dialog.undo_button.click()
    idle(qtbot, club)
    assert "already have a history" in dialog.error.text()
    assert len(read(club, list_clients)) == 4
    dialog.close()


def test_before_the_first_import_the_list_says_so(
    qtbot: QtBot, club: Context, page: QWidget
) -> None:
    dialog = past_imports(qtbot, club, page)
    assert dialog.states.currentWidget() is dialog.empty
    dialog.close()


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [("", (0, 1440)), ("12-18", (720, 1080)), ("9:30–24:00", (570, 1440)), ("22–2", (1320, 120))],
)
def test_hours_are_read_as_people_write_them(typed: str, minutes: tuple[int, int]) -> None:
    assert hours_of(typed) == minutes
