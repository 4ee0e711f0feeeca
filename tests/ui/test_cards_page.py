"""The page of cards, as somebody at the desk sees it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests import factories
from tests.factories import as_role
from tests.factories_cards import card
from vipdesk.access import Office
from vipdesk.cards import registry
from vipdesk.ui.context import Context, Link
from vipdesk.ui.dialogs.card_dialog import (
    EndCardDialog,
    HandOverDialog,
    ReplaceCardDialog,
    RequestCardDialog,
)
from vipdesk.ui.pages.cards_page import CardsPage
from vipdesk.vocabulary import CardState, Role
from vipdesk.wording import Lang


def rows_of(page: Any) -> list[Any]:
    return [page.table.rows.row_at(i) for i in range(page.table.count)]


def idle(qtbot: QtBot, context: Context) -> None:
    qtbot.waitUntil(lambda: context.runner.idle, timeout=10_000)


def opened(qtbot: QtBot, context: Context, link: Link | None = None) -> CardsPage:
    page = CardsPage(context, link)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    idle(qtbot, context)
    return page


def add(club: Context, state: CardState, surname: str = "Волкова") -> Any:
    def made(desk: Any) -> Any:
        client = factories.client(desk, surname=surname, latin_name="")
        return card(desk, client.id, state)

    office: Any = club.runner.office
    return office.write(made)[0]


def as_head(club: Context) -> None:
    office: Any = club.runner.office
    head = office.read(lambda desk: as_role(desk, Role.HEAD).actor)
    office = office.as_staff(head.id)
    club.runner.use(office)
    club.staff = office.staff


@pytest.fixture
def sheet(monkeypatch: pytest.MonkeyPatch) -> list[QFileDialog]:
    """File dialogs that were opened, without a native one."""
    seen: list[QFileDialog] = []

    def show(dialog: QFileDialog) -> None:
        seen.append(dialog)

    monkeypatch.setattr(QFileDialog, "open", show)
    return seen


def test_a_club_without_cards_is_invited_to_ask_for_one(qtbot: QtBot, club: Context) -> None:
    page = opened(qtbot, club)
    assert page.empty.isVisible()
    assert page.add_button.isHidden()
    page.empty.primary.click()
    assert page.findChild(RequestCardDialog) is not None
    page.findChild(RequestCardDialog).close()


def test_the_first_card_is_seen_with_both_sides_and_its_history(
    qtbot: QtBot, club: Context
) -> None:
    row = add(club, CardState.ISSUED)
    page = opened(qtbot, club)
    assert page.table.chosen_row().id == row.id
    assert page.panel.front.shown
    assert page.panel.back.shown
    assert page.panel.front.accessibleName() == "Front of the card"
    assert "Issued, Maria Orlova" in page.panel.entries.text()
    assert page.subtitle.text().endswith(": 1, in use: 0, ending within 60 days: 0")


def test_a_manager_sees_why_a_request_waits(qtbot: QtBot, club: Context) -> None:
    add(club, CardState.DRAFT)
    panel = opened(qtbot, club).panel
    assert panel.next.isHidden()
    assert panel.waits.text() == "A second person must approve this card."


def test_the_head_approves_and_can_take_it_back(qtbot: QtBot, club: Context) -> None:
    row = add(club, CardState.DRAFT)
    as_head(club)
    page = opened(qtbot, club)
    said: list[Any] = []
    club.said.connect(said.append)
    assert page.panel.next.text() == "Approve"
    page.panel.next.click()
    idle(qtbot, club)
    assert page.panel.state.accessibleName() == "Approved"
    said[0].undo()
    idle(qtbot, club)
    office: Any = club.runner.office
    assert office.read(lambda d: registry.get_card(d, row.id)).state is CardState.DRAFT


def test_an_approved_card_is_issued_with_the_clubs_own_key(qtbot: QtBot, club: Context) -> None:
    add(club, CardState.APPROVED)
    page = opened(qtbot, club)
    assert page.panel.next.text() == "Issue"
    page.panel.next.click()
    idle(qtbot, club)
    assert page.table.chosen_row().code.startswith("VD1*")
    assert page.panel.next.text() == "Hand over"


def test_handing_over_asks_who_took_it(qtbot: QtBot, club: Context) -> None:
    add(club, CardState.ISSUED)
    page = opened(qtbot, club)
    page.panel.next.click()
    dialog = page.findChild(HandOverDialog)
    dialog.form.set_values({"handed_to": "Помощник"})
    dialog.primary_button.click()
    idle(qtbot, club)
    assert page.table.chosen_row().handed_to == "Помощник"
    assert page.panel.next.isHidden()


def test_a_void_card_needs_a_reason(qtbot: QtBot, club: Context) -> None:
    add(club, CardState.ACTIVE)
    page = opened(qtbot, club)
    page.panel.void.click()
    dialog = page.findChild(EndCardDialog)
    dialog.primary_button.click()
    assert dialog.form.fields["reason"].error.text() == "Please fill this in."
    dialog.form.set_values({"reason": "Ошибка в имени"})
    dialog.primary_button.click()
    idle(qtbot, club)
    assert page.panel.reason.text() == "Reason: Ошибка в имени"
    assert page.panel.void.isHidden()


def test_a_lost_card_is_replaced_and_the_next_one_shown(qtbot: QtBot, club: Context) -> None:
    add(club, CardState.ACTIVE)
    page = opened(qtbot, club)
    links: list[Link] = []
    club.open_requested.connect(links.append)
    page.panel.replace.click()
    dialog = page.findChild(ReplaceCardDialog)
    dialog.form.set_values({"reason": "Утеряна", "stop_now": True})
    dialog.primary_button.click()
    idle(qtbot, club)
    [link] = links
    page.open_link(link)
    idle(qtbot, club)
    assert page.table.chosen_row().id == link.id
    assert page.table.chosen_row().state is CardState.DRAFT


def test_the_sheet_proposes_names_and_draws_the_card(qtbot: QtBot, club: Context) -> None:
    office: Any = club.runner.office
    client, _ = office.write(lambda d: factories.client(d, latin_name="").id)
    page = opened(qtbot, club)
    page.new_here()
    dialog = page.findChild(RequestCardDialog)
    dialog.choose_client(client)
    idle(qtbot, club)
    assert dialog.form.values()["latin_on_card"] == "ANNA VOLKOVA"
    assert dialog.picture.shown
    dialog.form.fields["client_id"].editor._id = client
    dialog.form.set_values({"name_on_card": "Анна В."})
    dialog.form.edited.emit()
    said: list[Any] = []
    club.said.connect(said.append)
    dialog.primary_button.click()
    idle(qtbot, club)
    assert page.table.chosen_row().name == "Анна В."
    said[0].undo()
    idle(qtbot, club)
    assert page.empty.isVisible()


def test_who_already_has_a_card_is_told_beside_the_field(qtbot: QtBot, club: Context) -> None:
    row = add(club, CardState.ACTIVE)
    page = opened(qtbot, club)
    page.new_here()
    dialog = page.findChild(RequestCardDialog)
    dialog.choose_client(row.client_id)
    idle(qtbot, club)
    assert "already has a card" in dialog.form.fields["client_id"].error.text()
    assert dialog.picture.isHidden()
    dialog.close()


def test_search_and_filter_name_the_cards(qtbot: QtBot, club: Context) -> None:
    add(club, CardState.ACTIVE, "Абрамова")
    one = add(club, CardState.DRAFT, "Яшина")
    page = opened(qtbot, club)
    assert page.table.count == 2
    page.filter.set_value("active")
    page.filter.edited.emit()
    idle(qtbot, club)
    assert page.table.count == 1
    page.filter.set_value("all")
    page.search.setText(one.number[-4:])
    page.search.returnPressed.emit()
    idle(qtbot, club)
    assert [r.id for r in rows_of(page)] == [one.id]
    assert page.find_here()


def test_a_card_opens_by_its_link_and_its_client_by_double_click(
    qtbot: QtBot, club: Context
) -> None:
    add(club, CardState.DRAFT, "Абрамова")
    wanted = add(club, CardState.ACTIVE, "Яшина")
    page = opened(qtbot, club, Link("card", wanted.id))
    assert page.table.chosen_row().id == wanted.id
    links: list[Link] = []
    club.open_requested.connect(links.append)
    page.table.opened.emit(page.table.chosen_row())
    assert links == [Link("client", wanted.client_id)]


def test_a_saved_card_tells_nobody_by_its_name_and_is_in_the_journal(
    qtbot: QtBot, club: Context, sheet: list[QFileDialog], tmp_path: Path
) -> None:
    row = add(club, CardState.ACTIVE)
    page = opened(qtbot, club)
    page.panel.save.click()
    [dialog] = sheet
    [offered] = dialog.selectedFiles()
    assert Path(offered).name == f"card {row.number[-4:]}.pdf"
    said: list[Any] = []
    club.said.connect(said.append)
    path = tmp_path / "card.pdf"
    dialog.fileSelected.emit(str(path))
    idle(qtbot, club)
    with pypdfium2.PdfDocument(path) as document:
        assert len(document) == 2
    assert said[-1].say.text == "The card is saved."
    idle(qtbot, club)
    assert "Printed" in page.panel.entries.text()
    dialog.deleteLater()


def test_a_disk_that_refuses_is_said_in_a_sentence(
    qtbot: QtBot, club: Context, tmp_path: Path
) -> None:
    add(club, CardState.ACTIVE)
    page = opened(qtbot, club)
    said: list[Any] = []
    club.said.connect(said.append)
    page.panel.save_to(str(tmp_path / "nowhere" / "card.pdf"))
    idle(qtbot, club)
    assert said[-1].tone == "danger"


def test_shutting_the_panel_gives_the_list_its_room(qtbot: QtBot, club: Context) -> None:
    add(club, CardState.ACTIVE)
    page = opened(qtbot, club)
    page.panel.shut()
    assert page.panel.isHidden()


def test_a_coordinator_looks_and_does_not_touch(
    qtbot: QtBot, club: Context, vault_office: Office
) -> None:
    add(club, CardState.ACTIVE)
    other = vault_office.as_staff(
        vault_office.read(lambda d: as_role(d, Role.COORDINATOR).actor.id)
    )
    club.runner.use(other)
    club.staff = other.staff
    page = opened(qtbot, club)
    assert page.add_button.isHidden()
    assert page.panel.void.isHidden()
    assert page.panel.replace.isHidden()


def test_the_page_speaks_russian_at_once(qtbot: QtBot, club: Context) -> None:
    add(club, CardState.ACTIVE)
    page = opened(qtbot, club)
    club.change_settings(lang=Lang.RU)
    idle(qtbot, club)
    assert page.heading_label.text() == "Карты"
    assert "Вручена" in page.panel.entries.text()
