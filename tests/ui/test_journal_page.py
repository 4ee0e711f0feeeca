"""The journal on the screen: filtered, in parts, verified, exported."""

from __future__ import annotations

import csv
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from tests.factories import client
from tests.ui.complaints_for_tests import at_work, seen
from vipdesk.access import Desk, Office
from vipdesk.access.anchors import NAME, Anchors
from vipdesk.access.exports import ExportForm
from vipdesk.access.journal_words import Deed
from vipdesk.models import ChannelPreference
from vipdesk.ui.context import Context, Link
from vipdesk.ui.dialogs.export_dialog import ClientExportDialog, JournalExportDialog
from vipdesk.ui.pages.clients_page import ClientsPage
from vipdesk.ui.pages.journal_page import JournalPage
from vipdesk.ui.picture import settle
from vipdesk.vocabulary import Role, Topic


def _entries(n: int, desk: Desk) -> UUID:
    anna = client(desk)
    for i in range(n):
        desk.note(("change_client", "print_card")[i % 2], "client", anna.id, ("city",))
    return anna.id


@pytest.fixture
def page(qtbot: QtBot, club: Context, vault_office: Office, tmp_path: Path) -> JournalPage:
    """The journal of a vault with 250 entries."""
    club.staff = vault_office.staff
    club.folder = str(tmp_path)
    vault_office.write(partial(_entries, 250))
    made = JournalPage(club)
    seen(qtbot, club, made)
    return made


def test_the_newest_part_is_shown_and_older_ones_follow(page: JournalPage, club: Context) -> None:
    assert page.table.count == 200
    assert not page.newer.isEnabled()
    page.older.click()
    settle(club.runner)
    assert (page.table.count, page.older.isEnabled()) == (50, False)
    page.newer.click()
    settle(club.runner)
    assert page.table.count == 200


def test_the_filters_and_only_this_narrow_the_list(page: JournalPage, club: Context) -> None:
    page.deed.set_value(Deed.TAKE)
    page.deed.edited.emit()
    settle(club.runner)
    assert page.table.count == 125
    page.days.set_value(1)
    page.days.edited.emit()
    settle(club.runner)
    assert page.table.count == 125
    page.table.choose_first()
    chosen = page.table.chosen_row()
    page.only.click()
    settle(club.runner)
    assert page.link.id == chosen.object_id
    page.only.click()
    settle(club.runner)
    assert page.link.id is None


def test_a_double_click_opens_the_client(page: JournalPage, club: Context) -> None:
    opened: list[Link] = []
    club.open_requested.connect(opened.append)
    page.table.choose_first()
    page.table.opened.emit(page.table.chosen_row())
    assert [link.kind for link in opened] == ["client"]


def test_verify_shows_the_verdict_and_keeps_the_head(
    page: JournalPage, club: Context, vault_office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vipdesk.ui.pages.journal_page.CHECKED_AT_ONCE", 100)
    shown: list[int] = []
    monkeypatch.setattr(page.verdict, "show_progress", shown.append)
    page.verify()
    settle(club.runner)
    assert "The journal is whole" in page.verdict.sentence.text()
    assert shown == [0, 40, 80]
    kept = Anchors(Path(club.folder), vault_office.sealer).heads()
    assert [h.entries for h in kept] == [250]


def test_verify_names_what_was_touched(
    page: JournalPage, club: Context, vault_office: Office
) -> None:
    def forge(desk: Desk) -> None:
        desk.session.execute(text("DROP TRIGGER journal_only_grows_1"))
        desk.session.execute(text("UPDATE journal_entry SET verb = 'x' WHERE seq = 7"))

    vault_office.write(forge)
    page.verify()
    settle(club.runner)
    assert page.verdict.sentence.text() == "Entry 7 was changed after it was written."
    assert not (Path(club.folder) / NAME).exists()


def test_a_coordinator_finds_no_journal(
    page: JournalPage, club: Context, vault_office: Office
) -> None:
    at_work(club, vault_office, Role.COORDINATOR)
    page.reload()
    settle(club.runner)
    assert page.hidden.isVisible()
    assert not page.verify_button.isVisible()


def test_the_journal_is_saved_with_a_reason(
    page: JournalPage, club: Context, tmp_path: Path, qtbot: QtBot
) -> None:
    page.export()
    dialog = page.findChild(JournalExportDialog)
    assert dialog is not None
    dialog.form.fields["form"].set_value(ExportForm.CSV)
    dialog.submit()
    assert "Write what this file is for" in dialog.form.fields["reason"].error.text()
    dialog.form.fields["reason"].set_value("Yearly audit")
    dialog.submit()
    place = dialog.findChild(QFileDialog)
    assert place is not None
    place.close()
    dialog.write_to(str(tmp_path / "journal.csv"))
    settle(club.runner)
    whole = (tmp_path / "journal.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(whole.splitlines()))
    assert len(rows) == 251
    assert "Yearly audit" in rows[1][-1]


def _sixty(desk: Desk) -> None:
    for n in range(60):
        made = client(desk, surname=f"Волкова{n}")
        if not n:
            desk.session.add(
                ChannelPreference(client_id=made.id, channel="phone", rule="allow",
                                  noted_at=desk.now)
            )  # fmt: skip


def test_a_long_list_of_clients_is_saved_after_a_second_thought(
    qtbot: QtBot, club: Context, vault_office: Office, tmp_path: Path
) -> None:
    club.staff = vault_office.staff
    vault_office.write(_sixty)
    page = ClientsPage(club)
    seen(qtbot, club, page)
    page.export_clients()
    settle(club.runner)
    dialog = page.findChild(ClientExportDialog)
    assert dialog is not None
    assert dialog.taken.text() == "0 clients go into the file."
    assert dialog.left_out.text() == "Left out: 60 have not agreed to this."
    assert not dialog.primary_button.isEnabled()
    fields = dialog.form.fields
    fields["reason"].set_value("My new phone")
    dialog.form.submitted.emit()  # Enter does no more than the button may
    assert dialog.findChild(QFileDialog) is None
    fields["purpose"].set_value(Topic.PERSONAL)
    fields["purpose"].editor.edited.emit()
    settle(club.runner)
    assert dialog.taken.text() == "60 clients go into the file."
    fields["reason"].set_value("My new phone")
    dialog.submit()
    assert "Type 60" in fields["typed"].error.text()
    fields["typed"].set_value("60")
    fields["form"].set_value(ExportForm.VCARD)
    said: list[str] = []
    club.said.connect(lambda m: said.append(club.text(m.say)))
    dialog.write_to(str(tmp_path / "clients.vcf"))
    settle(club.runner)
    assert (tmp_path / "clients.vcf").read_bytes().count(b"BEGIN:VCARD") == 60
    assert said[-1].startswith("The file is saved. Its number in the journal: ")
