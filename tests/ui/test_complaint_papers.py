"""Documents of a case on the screen: dropped, looked at in the desk, taken out with a reason."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.factories_complaints import in_work
from tests.ui.complaints_for_tests import add_volkova, case_page
from tests.unit.test_complaints_papers import pdf_of, picture_of
from vipdesk.access import Office
from vipdesk.complaints import papers
from vipdesk.ui.context import Context
from vipdesk.ui.dialogs.paper_dialogs import SavePaperDialog
from vipdesk.ui.pages.complaint_page import ComplaintPage
from vipdesk.ui.pages.complaint_papers import ComplaintPapers
from vipdesk.ui.picture import settle


@pytest.fixture
def case(vault_office: Office, club: Context) -> UUID:
    volkova = add_volkova(vault_office, club)
    return vault_office.write(lambda desk: in_work(desk, client_id=volkova))[0]


@pytest.fixture
def page(qtbot: QtBot, club: Context, case: UUID) -> ComplaintPage:
    shown = case_page(qtbot, club, case)
    shown.tabs.choose("papers")
    settle(club.runner)
    return shown


@pytest.fixture
def tab(page: ComplaintPage) -> ComplaintPapers:
    found = page.tab("papers")
    assert isinstance(found, ComplaintPapers)
    return found


def drop(tab: ComplaintPapers, *paths: Path) -> None:
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPointF(9, 9).toPoint(), copy, held, buttons, keys)
    tab.dragEnterEvent(enter)
    assert enter.isAccepted()
    tab.dropEvent(QDropEvent(QPointF(9, 9), copy, held, buttons, keys))
    settle(tab.context.runner)


def names(tab: ComplaintPapers) -> list[str]:
    role = Qt.ItemDataRole.AccessibleTextRole
    return [tab.list.item(n).data(role) for n in range(tab.list.count())]


def test_files_are_dropped_and_what_cannot_be_kept_is_said_beside_the_others(
    tab: ComplaintPapers, tmp_path: Path
) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf_of(2))
    (tmp_path / "b.png").write_bytes(picture_of())
    with (tmp_path / "scan.tif").open("wb") as file:
        file.truncate(40 * 1024 * 1024)
    drop(tab, tmp_path / "a.pdf", tmp_path / "scan.tif", tmp_path, tmp_path / "b.png")
    assert names(tab) == ["a.pdf", "b.png"]
    assert "scan.tif: The file has 40 MB" in tab.faults.text()
    assert "This is a folder" in tab.faults.text()
    drop(tab, tmp_path / "b.png")
    assert tab.faults.isHidden()


def test_a_document_is_looked_at_page_by_page_and_leaves_nothing_behind(
    tab: ComplaintPapers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf_of(2))
    (tmp_path / "b.docx").write_bytes(b"PK\x03\x04")
    drop(tab, tmp_path / "a.pdf", tmp_path / "b.docx")
    empty = tmp_path / "temp"
    empty.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(empty))
    tab.list.itemClicked.emit(tab.list.item(0))
    settle(tab.context.runner)
    view = tab.view
    assert view.stack.currentWidget() is view.area
    assert view.sheet.shown
    view.on.click()
    settle(tab.context.runner)
    assert view.page is not None
    assert (view.page.number, view.on.isEnabled(), view.back.isEnabled()) == (1, False, True)
    tab.list.itemActivated.emit(tab.list.item(1))
    settle(tab.context.runner)
    assert "Save a copy" in view.said.text()
    assert not view.sheet.shown
    assert list(empty.iterdir()) == []


def test_a_copy_leaves_with_a_reason_that_stays_in_the_case(
    tab: ComplaintPapers, tmp_path: Path, vault_office: Office, case: UUID
) -> None:
    (tmp_path / "a.txt").write_text("Мы сидели не там")
    drop(tab, tmp_path / "a.txt")
    tab.list.itemClicked.emit(tab.list.item(0))
    settle(tab.context.runner)
    assert tab.view.words.toPlainText() == "Мы сидели не там"
    tab.save()
    sheet = tab.findChild(SavePaperDialog)
    assert sheet is not None
    sheet.submit()
    assert sheet.findChild(QFileDialog) is None
    sheet.form.set_values({"reason": "Просил юрист клуба"})
    sheet.write_to(str(tmp_path / "copy.txt"))
    settle(tab.context.runner)
    assert (tmp_path / "copy.txt").read_text() == "Мы сидели не там"
    from vipdesk.complaints.history import list_history

    rows = vault_office.read(lambda desk: list_history(desk, case))
    assert any("Просил юрист клуба" in row.text for row in rows)


def test_a_document_taken_out_by_mistake_comes_back(
    tab: ComplaintPapers, tmp_path: Path, vault_office: Office, case: UUID
) -> None:
    (tmp_path / "b.png").write_bytes(picture_of())
    drop(tab, tmp_path / "b.png")
    tab.list.itemClicked.emit(tab.list.item(0))
    settle(tab.context.runner)
    said: list[object] = []
    tab.context.said.connect(said.append)
    tab.view.trash.click()
    settle(tab.context.runner)
    assert names(tab) == []
    assert tab.view.row is None
    said[-1].undo()  # type: ignore[attr-defined]
    settle(tab.context.runner)
    assert names(tab) == ["b.png"]
    assert len(vault_office.read(lambda desk: papers.list_papers(desk, case))) == 1
