"""The board, the queue of management, the statistics and their files, as the person sees them."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from tests.factories import client
from tests.factories_complaints import filed, top_client
from tests.ui.complaints_for_tests import add_volkova, at_work, opened, seen, show_board
from vipdesk.access import Desk, Office
from vipdesk.complaints import board, escalation, queue, statistics
from vipdesk.complaints.statistics import Cell, Kept, Statistics
from vipdesk.complaints.survival import lasting, part
from vipdesk.ui.context import Context, Link
from vipdesk.ui.dialogs.export_dialog import TrackExportDialog
from vipdesk.ui.pages.complaints_page import ComplaintsPage
from vipdesk.ui.pages.complaints_statistics import StatisticsPage
from vipdesk.ui.picture import settle
from vipdesk.ui.widgets.charts import Bars
from vipdesk.vocabulary import ClockKind, ComplaintCategory, Role
from vipdesk.wording import Lang, say


@pytest.fixture
def volkova(vault_office: Office, club: Context) -> UUID:
    return add_volkova(vault_office, club)


def reloaded(club: Context, page: ComplaintsPage | StatisticsPage) -> None:
    page.reload()
    settle(club.runner)


def labels_of(bars: Bars) -> list[str]:
    return [bars.context.text(words) for words, *_ in bars._rows]


# The board


def test_more_than_a_part_is_scrolled_to_and_the_count_is_of_all(
    club: Context,
    qtbot: QtBot,
    volkova: UUID,
    vault_office: Office,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(board, "PART", 2)
    vault_office.write(lambda desk: [filed(desk, volkova) for _ in range(5)])
    ordered = vault_office.read(board.open_board).ids(0, 9)
    page = show_board(club, qtbot)
    assert page.subtitle.text() == "5 complaints"
    assert page.table.count == 5
    page.table.view.scrollToBottom()
    settle(club.runner)
    shown = [page.table.rows.row_at(place) for place in range(5)]
    assert [row.id for row in shown if row is not None] == list(ordered)


def test_a_search_that_finds_nothing_says_so_and_offers_all(
    club: Context, qtbot: QtBot, volkova: UUID, vault_office: Office
) -> None:
    vault_office.write(lambda desk: filed(desk, volkova))
    page = show_board(club, qtbot)
    assert page.table.isVisible()
    page.search.setText("нет такого")
    reloaded(club, page)
    assert page.nothing.isVisible()
    assert not page.table.isVisible()
    page.nothing.primary.click()
    settle(club.runner)
    assert page.table.isVisible()
    assert not page.nothing.isVisible()
    assert page.table.count == 1


# The queue


def test_a_decision_leads_the_queue_and_leaves_it_when_it_is_taken(
    club: Context, qtbot: QtBot, volkova: UUID, vault_office: Office
) -> None:
    def moved(desk: Desk) -> None:
        filed(desk, top_client(desk, surname="Белова"))
        escalation.escalate(desk, filed(desk, volkova).id, reason="Нужно решение о возврате")

    vault_office.write(moved)
    at_work(club, vault_office, Role.HEAD)
    page = ComplaintsPage(club)
    seen(qtbot, club, page)
    first, second = page.queue.lines
    assert first.done_button.text() == "Decide"
    assert first.toolTip() == "Нужно решение о возврате"
    assert second.done_button.text() == "Seen"
    first.field.setText("Вернуть деньги сегодня")
    first.done_button.click()
    settle(club.runner)
    assert [line.done_button.text() for line in page.queue.lines] == ["Seen"]
    assert len(club.runner.office.read(queue.list_queue)) == 1


# Statistics


def test_fewer_than_five_clients_give_no_figures(
    club: Context, qtbot: QtBot, volkova: UUID, vault_office: Office
) -> None:
    page = StatisticsPage(club)
    seen(qtbot, club, page)
    assert page.empty.isVisible()
    assert not page.export_button.isEnabled()
    vault_office.write(lambda desk: filed(desk, volkova))
    reloaded(club, page)
    assert page.few.isVisible()


def test_the_figures_of_five_clients_are_drawn(
    club: Context, qtbot: QtBot, volkova: UUID, vault_office: Office
) -> None:
    def five(desk: Desk) -> None:
        for name in ("Белова", "Громова", "Дёмина", "Ежова", "Жукова"):
            filed(
                desk,
                client(desk, surname=name).id,
                category=ComplaintCategory.QUALITY,
            )

    vault_office.write(five)
    links = opened(club)
    show_board(club, qtbot)._on_statistics()
    assert links == [Link("complaint_statistics")]
    page = StatisticsPage(club)
    seen(qtbot, club, page)
    assert page.subtitle.text() == "5 complaints"
    assert labels_of(page.categories.bars) == ["Quality"]
    assert page.causes.note.text() == "5 without a cause yet"
    assert "First reply" in labels_of(page.times.bars)  # none is answered: all are counted


def test_medians_come_with_their_middle_half_and_shares_with_a_range(
    club: Context, qtbot: QtBot, volkova: UUID
) -> None:
    page = StatisticsPage(club)
    seen(qtbot, club, page)
    hours = tuple((h * 3600.0, True) for h in (1, 2, 3, 4, 5))
    page._show(
        Statistics(
            few=False,
            count=20,
            open=1,
            categories=(Cell(ComplaintCategory.QUALITY, 15), Cell(None, 5)),
            departments=(Cell("Кухня", 4, 3),),
            promises=(Cell(Kept.KEPT, 9), Cell(Kept.BROKEN, 1)),
            times=((ClockKind.FIRST, lasting(hours), part(4, 5)),),
            first_level=part(19, 20),
        )
    )
    figures = [figure for _, _, figure, _ in page.times.bars._rows]
    assert figures == ["3 h (2 h – 4 h)"]
    assert labels_of(page.categories.bars)[-1] == "Others, a few of each"
    assert [figure for _, _, figure, _ in page.departments.bars._rows] == ["3 of 4"]
    ((_, _, shared, _),) = page.shares.bars._rows
    assert shared == "19 of 20: 76–99 %"


# Files


def test_the_board_leaves_as_a_file_only_with_a_reason(
    club: Context, qtbot: QtBot, volkova: UUID, vault_office: Office, tmp_path: Path
) -> None:
    found = vault_office.write(lambda desk: filed(desk, volkova))[0]
    page = show_board(club, qtbot)
    page.export_here()
    dialog = page.findChild(TrackExportDialog)
    dialog.submit()
    assert dialog.isVisible()
    assert dialog.form.fields["reason"].error.text()
    dialog.form.set_values({"form": "csv", "reason": "К встрече с директором"})
    file = tmp_path / "out.csv"
    dialog.write_to(str(file))
    settle(club.runner)
    assert found.number in file.read_text("utf-8-sig")


def test_the_views_speak_russian(
    club: Context, qtbot: QtBot, volkova: UUID, vault_office: Office
) -> None:
    vault_office.write(lambda desk: filed(desk, volkova))
    page, figures = show_board(club, qtbot), StatisticsPage(club)
    seen(qtbot, club, figures)
    club.change_settings(lang=Lang.RU)
    settle(club.runner)
    page.search.setText("нет такого")
    reloaded(club, page)
    assert page.nothing.sentence.text() == "Ничего не найдено."
    assert page.nothing.primary.text() == "Показать все жалобы"
    assert figures.heading_label.text() == "Статистика жалоб"
    said = [club.text(card.title_words) for card in (figures.times, figures.shares)]
    assert not any(words.isascii() for words in said)
    assert club.text(say("Export complaints")) == "Выгрузить жалобы"
    assert vault_office.read(lambda desk: statistics.recent(desk, days=90)).few
