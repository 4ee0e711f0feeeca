"""The page of VIP health: honest about what is not known, open down to the facts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests import factories
from tests.factories import as_role, later
from tests.factories_health import complaint, invitation, well_known
from vipdesk.health.formula import Part
from vipdesk.health.score import take_snapshot
from vipdesk.ui.context import Context, Link
from vipdesk.ui.pages.health_page import HealthPage
from vipdesk.ui.pages.health_parts import PartSection
from vipdesk.vocabulary import Band, Role, Severity
from vipdesk.wording import Lang


def rows_of(page: Any) -> list[Any]:
    return [page.table.rows.row_at(i) for i in range(page.table.count)]


def idle(qtbot: QtBot, context: Context) -> None:
    qtbot.waitUntil(lambda: context.runner.idle, timeout=10_000)


def become(club: Context, role: Role) -> None:
    office: Any = club.runner.office
    office = office.as_staff(office.read(lambda desk: as_role(desk, role).actor.id))
    club.runner.use(office)
    club.staff = office.staff


def opened(qtbot: QtBot, club: Context, role: Role = Role.HEAD, link: Link | None = None) -> Any:
    become(club, role)
    page = HealthPage(club, link)
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    idle(qtbot, club)
    return page


def section(page: HealthPage, part: Part) -> PartSection:
    return next(s for s in page.panel.sections if s.part is part)


@pytest.fixture
def three(club: Context) -> Any:
    """One at risk, one steady, one of whom little is known."""

    def made(desk: Any) -> Any:
        steady = well_known(desk, surname="Аксёнова", latin_name="")
        risk = well_known(desk, surname="Волкова", latin_name="")
        new = factories.client(desk, surname="Новикова", latin_name="")
        take_snapshot(later(as_role(desk, Role.HEAD), days=-30))
        row = complaint(desk, risk.id, severity=Severity.S1)
        event = invitation(desk, risk.id, attended=True, days_ago=10)
        return steady.id, risk.id, new.id, row.id, event.event_id

    office: Any = club.runner.office
    return office.write(made)[0]


def test_those_in_need_come_first_with_their_reasons(
    qtbot: QtBot, club: Context, three: Any
) -> None:
    page = opened(qtbot, club)
    assert [r.client_id for r in rows_of(page)] == [three[1], three[2], three[0]]
    assert page.subtitle.text() == "Clients: 3, not enough data on 1"
    assert "At risk 1, was 0" in page.bars.accessibleName()
    assert page.since.text() == "Compared with 27 October 2026."
    assert "The same 2 clients moved by" in page.mean.text()
    assert page.panel.flags.text() == "Reasons: an open grave complaint"


def test_what_is_not_known_is_no_number(qtbot: QtBot, club: Context, three: Any) -> None:
    page = opened(qtbot, club)
    page.table.choose(three[2])
    idle(qtbot, club)
    assert page.panel.ring.accessibleName() == "Not enough data for a score"
    assert "25% of the weights are known" in page.panel.known.text()
    assert section(page, Part.VOICE).points.text() == "not known"


def test_every_part_opens_to_its_facts_and_they_to_their_places(
    qtbot: QtBot, club: Context, three: Any
) -> None:
    page = opened(qtbot, club)
    part = section(page, Part.COMPLAINTS)
    assert part.is_open  # the strongest driver is open from the start
    links: list[Link] = []
    club.open_requested.connect(links.append)
    part.links[0].link.click()
    club_life = section(page, Part.ENGAGEMENT)
    assert not club_life.is_open
    club_life.head.click()
    assert club_life.is_open
    club_life.links[0].link.click()
    page.panel.client.click()
    assert links == [
        Link("complaint", three[3]),
        Link("event", three[4]),
        Link("client", three[1]),
    ]


def test_open_parts_stay_open_when_the_page_reads_again(
    qtbot: QtBot, club: Context, three: Any
) -> None:
    page = opened(qtbot, club)
    section(page, Part.ENGAGEMENT).head.click()
    page.reload()
    idle(qtbot, club)
    assert section(page, Part.ENGAGEMENT).is_open


def test_complaints_are_hidden_while_others_look_on(
    qtbot: QtBot, club: Context, three: Any
) -> None:
    page = opened(qtbot, club)
    club.present(on=True)
    idle(qtbot, club)
    [line] = section(page, Part.COMPLAINTS).links
    assert line.words.text() == "Hidden while others look on"


def test_a_band_can_be_looked_at_alone(qtbot: QtBot, club: Context, three: Any) -> None:
    page = opened(qtbot, club)
    page.filter.set_value(Band.STEADY)
    page.filter.edited.emit()
    assert [r.client_id for r in rows_of(page)] == [three[0]]
    page.filter.set_value(Band.WATCH)
    page.filter.edited.emit()
    assert page.none.isVisible()
    page.open_link(Link("health", part="unknown"))
    idle(qtbot, club)
    assert [r.client_id for r in rows_of(page)] == [three[2]]


def test_a_client_opens_by_link_and_by_double_click(
    qtbot: QtBot, club: Context, three: Any
) -> None:
    page = opened(qtbot, club, link=Link("health", three[0]))
    assert page.table.chosen_row().client_id == three[0]
    links: list[Link] = []
    club.open_requested.connect(links.append)
    page.table.opened.emit(page.table.chosen_row())
    assert links == [Link("client", three[0])]
    page.panel.shut()
    assert page.panel.isHidden()


def test_without_clients_there_is_nothing_to_claim(qtbot: QtBot, club: Context) -> None:
    page = opened(qtbot, club)
    assert page.empty.sentence.text() == "There are no clients to look at yet."
    assert page.write_button.isHidden()


def test_without_an_earlier_day_no_movement_is_claimed(qtbot: QtBot, club: Context) -> None:
    office: Any = club.runner.office
    office.write(lambda desk: well_known(desk).id)
    page = opened(qtbot, club)
    assert page.since.text() == "There is no earlier day to compare with yet."
    assert page.mean.isHidden()


def test_a_coordinator_is_told_nothing(qtbot: QtBot, club: Context, three: Any) -> None:
    page = opened(qtbot, club, Role.COORDINATOR)
    assert page.empty.isVisible()
    assert page.table.count == 0


def test_a_manager_reads_but_does_not_write_the_page(
    qtbot: QtBot, club: Context, three: Any
) -> None:
    page = opened(qtbot, club, Role.MANAGER)
    assert page.table.count == 3
    assert page.write_button.isHidden()
    assert page.keep_button.isHidden()


def test_todays_picture_is_kept(qtbot: QtBot, club: Context, three: Any) -> None:
    page = opened(qtbot, club)
    said: list[Any] = []
    club.said.connect(said.append)
    page.keep_button.click()
    idle(qtbot, club)
    assert club.words(said[0].say) == "Saved the health of 3 clients."


def test_the_executives_page_is_written_where_the_person_says(
    qtbot: QtBot, club: Context, three: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[QFileDialog] = []

    def show(dialog: QFileDialog) -> None:
        seen.append(dialog)

    monkeypatch.setattr(QFileDialog, "open", show)
    page = opened(qtbot, club)
    page.write_button.click()
    [dialog] = seen
    assert Path(dialog.selectedFiles()[0]).name == "VIP health 2026-11-26.pdf"
    path = tmp_path / "page.pdf"
    dialog.fileSelected.emit(str(path))
    idle(qtbot, club)
    with pypdfium2.PdfDocument(path) as document:
        assert len(document) == 1
        assert "Волкова" in document[0].get_textpage().get_text_range()
    dialog.deleteLater()


def test_a_page_written_before_others_shows_initials(
    qtbot: QtBot, club: Context, three: Any, tmp_path: Path
) -> None:
    page = opened(qtbot, club)
    club.present(on=True)
    page.write_to(str(tmp_path / "page.pdf"))
    idle(qtbot, club)
    with pypdfium2.PdfDocument(tmp_path / "page.pdf") as document:
        assert "Волкова" not in document[0].get_textpage().get_text_range()


def test_the_page_speaks_russian_at_once(qtbot: QtBot, club: Context, three: Any) -> None:
    page = opened(qtbot, club)
    club.change_settings(lang=Lang.RU)
    idle(qtbot, club)
    assert page.heading_label.text() == "Отношения с VIP-клиентами"
    assert "тяжёлая жалоба" in page.panel.flags.text()
