"""Colleagues in Settings and clients handed over, as they are done at the desk."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from uuid import UUID

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from tests import factories as make
from tests import factories_complaints as cases
from vipdesk.access import staff
from vipdesk.access.staff import ColleagueFields, ColleagueRow
from vipdesk.app import DeskApp
from vipdesk.clients import handover
from vipdesk.clients.handover_rows import Minded, MindedKind
from vipdesk.clients.timeline import TimelineKind, list_timeline
from vipdesk.ui.context import Context, Link
from vipdesk.ui.dialogs.colleague_dialogs import AbsenceDialog, ColleagueDialog
from vipdesk.ui.dialogs.handover_dialog import HandoverDialog, minded_words
from vipdesk.ui.pages.client_words import entry_icon, entry_second, entry_words
from vipdesk.ui.pages.clients_page import ClientsPage
from vipdesk.ui.pages.settings_colleagues import ColleaguesCard
from vipdesk.ui.pages.settings_page import SettingsPage
from vipdesk.ui.pages.today_page import TodayPage
from vipdesk.ui.picture import settle
from vipdesk.vocabulary import Channel, HoldKind, Role, Topic
from vipdesk.wording import Lang

OLGA = ColleagueFields(surname="Белова", given="Ольга", latin_name="Olga Belova")


@pytest.fixture
def card(desk_app: DeskApp) -> ColleaguesCard:
    settle(desk_app.runner)
    assert desk_app.shell is not None
    page = desk_app.shell.page
    assert isinstance(page, SettingsPage)
    return page.colleagues


def write(desk_app: DeskApp, verb: object) -> object:
    office = desk_app.runner.office
    assert office is not None
    result, changes = office.write(verb)  # type: ignore[arg-type]
    desk_app.runner.changed.emit(changes)
    settle(desk_app.runner)
    return result


def people(card: ColleaguesCard) -> list[ColleagueRow]:
    return [card.table.rows.row_at(n) for n in range(card.table.count)]


def row_of(card: ColleaguesCard, surname: str) -> ColleagueRow:
    return next(p for p in people(card) if p.fields.surname == surname)


def primary(desk_app: DeskApp, dialog: ColleagueDialog | AbsenceDialog | HandoverDialog) -> None:
    settle(desk_app.runner)
    dialog._on_primary()
    settle(desk_app.runner)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_colleague_is_added_edited_and_both_are_undone(
    card: ColleaguesCard, desk_app: DeskApp
) -> None:
    assert card.table.count == 4
    card.new.click()
    (dialog,) = card.findChildren(ColleagueDialog)
    dialog.form.set_values({"surname": "Белова", "given": "Ольга", "email": "nobody"})
    primary(desk_app, dialog)
    assert dialog.form.fields["email"].error.isVisible()
    dialog.form.set_values({"email": "olga@club.example"})
    primary(desk_app, dialog)
    olga = row_of(card, "Белова")
    card.table.choose(olga.id)
    card.edit.click()
    (dialog,) = card.findChildren(ColleagueDialog)
    assert dialog.form.values()["email"] == "olga@club.example"
    dialog.form.set_values({"role": Role.HEAD})
    primary(desk_app, dialog)
    assert row_of(card, "Белова").fields.role is Role.HEAD
    desk_app.shell.bar.undo()  # type: ignore[union-attr]
    settle(desk_app.runner)
    assert row_of(card, "Белова").fields.role is Role.MANAGER


def test_a_deputy_stands_in_to_the_end_of_the_day(card: ColleaguesCard, desk_app: DeskApp) -> None:
    olga = write(desk_app, lambda d: staff.add_colleague(d, OLGA))
    card.table.choose(olga)
    card.absence.click()
    (dialog,) = card.findChildren(AbsenceDialog)
    me = desk_app.runner.office.staff.id  # type: ignore[union-attr]
    dialog.form.set_values({"deputy_id": me, "until": date(2026, 12, 5)})
    primary(desk_app, dialog)
    found = row_of(card, "Белова")
    assert found.deputy_id == me
    assert found.absent_until is not None
    assert (found.absent_until - timedelta(seconds=1)).date() == date(2026, 12, 5)
    card.table.choose(olga)
    card.absence.click()
    (dialog,) = card.findChildren(AbsenceDialog)
    assert dialog.form.values()["until"] == date(2026, 12, 5)
    dialog.form.set_values({"deputy_id": None})
    primary(desk_app, dialog)
    assert row_of(card, "Белова").absent_until is None


def test_who_leads_clients_hands_them_over_before_leaving(
    card: ColleaguesCard, desk_app: DeskApp
) -> None:
    olga = write(desk_app, lambda d: staff.add_colleague(d, OLGA))
    assert isinstance(olga, UUID)
    write(desk_app, lambda d: make.client(d, manager_id=olga).id)
    desk_app.context.staff = next(p.staff for p in people(card) if p.fields.role is Role.HEAD)
    desk_app.runner.use(desk_app.runner.office.as_staff(desk_app.context.staff.id))  # type: ignore[union-attr]
    card.reload()
    settle(desk_app.runner)
    card.table.choose(olga)
    card.leave.click()
    (dialog,) = card.findChildren(HandoverDialog)
    settle(desk_app.runner)
    dialog.form.set_values({"to_id": row_of(card, "Орлова").id})
    primary(desk_app, dialog)
    assert "Белова" not in {p.fields.surname for p in people(card)}
    assert row_of(card, "Орлова").clients == 1


def test_what_cannot_be_done_says_why(card: ColleaguesCard, desk_app: DeskApp) -> None:
    assert not card.edit.isEnabled()
    assert card.edit.toolTip() == "Choose a colleague in the list."
    card.table.choose(row_of(card, "Орлова").id)
    assert not card.leave.isEnabled()
    assert card.hand_over.toolTip() == "This colleague leads no clients."


def test_chosen_clients_are_handed_over_and_come_back(desk_app: DeskApp) -> None:
    settle(desk_app.runner)
    olga = write(desk_app, lambda d: staff.add_colleague(d, OLGA))

    def fill(desk: object) -> UUID:
        anna = make.client(desk)  # type: ignore[arg-type]
        make.promise(desk, anna.id)  # type: ignore[arg-type]
        cases.filed(desk, anna.id)  # type: ignore[arg-type]
        return anna.id

    anna = write(desk_app, fill)
    assert desk_app.shell is not None
    desk_app.shell.go(Link("clients"))
    settle(desk_app.runner)
    page = desk_app.shell.page
    assert isinstance(page, ClientsPage)
    assert not page.hand_over_button.isEnabled()
    page.table.choose(anna)
    page.hand_over_button.click()
    (dialog,) = page.findChildren(HandoverDialog)
    settle(desk_app.runner)
    assert dialog.summary.text() == "1 client, 1 open promise goes along"
    assert dialog.private.text().startswith("1 open complaint keeps its owner.")
    dialog.form.set_values({"to_id": olga, "note": "Любит тишину"})
    primary(desk_app, dialog)
    office = desk_app.runner.office
    assert office is not None
    hers = partial(handover.preview_handover, all_of=UUID(str(olga)))
    assert len(office.read(hers).clients) == 1
    assert desk_app.shell.bar.sentence.text() == "1 client handed over."
    desk_app.shell.bar.undo()
    settle(desk_app.runner)
    assert not office.read(hers).clients


def test_presenting_hides_that_there_are_complaints(desk_app: DeskApp) -> None:
    settle(desk_app.runner)
    anna = write(desk_app, lambda d: cases.filed(d).id and make.client(d).id)
    desk_app.context.present(True)
    dialog = HandoverDialog(desk_app.context, desk_app.window, client_ids=(anna,))  # type: ignore[arg-type]
    dialog.open()
    settle(desk_app.runner)
    assert not dialog.private_row.isVisible()
    dialog.reject()


def test_the_new_manager_finds_a_line_on_today_and_a_note(desk_app: DeskApp) -> None:
    settle(desk_app.runner)
    me = desk_app.runner.office.staff.id  # type: ignore[union-attr]
    olga = write(desk_app, lambda d: staff.add_colleague(d, OLGA))
    anna = write(desk_app, lambda d: make.client(d, manager_id=olga).id)
    hers = desk_app.runner.office.as_staff(olga)  # type: ignore[union-attr, arg-type]
    hers.write(
        lambda d: handover.hand_over(d, to_id=me, client_ids=[anna], note="Звонить вечером")  # type: ignore[list-item]
    )
    assert desk_app.shell is not None
    desk_app.shell.go(Link("today"))
    settle(desk_app.runner)
    page = desk_app.shell.page
    assert isinstance(page, TodayPage)
    (line,) = [w.line for w in page.notices.lines if w.line.key[0] == "handover"]
    assert desk_app.context.text(line.reason) == "Handed over by Olga Belova"
    page._open(line)
    settle(desk_app.runner)
    assert desk_app.shell.present == Link("client", anna)  # type: ignore[arg-type]
    office = desk_app.runner.office
    entries = office.read(lambda d: list_timeline(d, anna))  # type: ignore[union-attr, arg-type]
    (told,) = [e for e in entries if e.kind is TimelineKind.HANDED_OVER]
    words = desk_app.context.text(entry_words(told, Lang.EN))
    assert words == "Olga Belova → Maria Orlova: Звонить вечером"
    assert entry_icon(told) == "arrow-right"
    assert desk_app.context.text(entry_second(told, Lang.EN)) == "Handover"
    page._took_over(line)
    settle(desk_app.runner)
    assert office.read(handover.list_received) == ()  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("minded", "said"),
    [
        (Minded(MindedKind.NEVER, Channel.PHONE, Topic.OFFER), "Never: Phone, Offers"),
        (
            Minded(MindedKind.FRICTION, who="Соседов", until=date(2026, 12, 1)),
            "Keep apart: Соседов, until 1 December 2026",
        ),
        (
            Minded(MindedKind.MOURNING, until=date(2026, 12, 1)),
            "In mourning: until 1 December 2026",
        ),
        (Minded(MindedKind.HOLD, hold=HoldKind.ASK_MANAGER), "Ask the manager"),
    ],
)
def test_what_must_be_minded_in_words(
    minded: Minded, said: str, context: Context, qtbot: QtBot
) -> None:
    assert context.text(minded_words(minded)) == said


def test_the_list_says_who_stands_in_and_hands_over_from_there(
    card: ColleaguesCard, desk_app: DeskApp
) -> None:
    me = desk_app.runner.office.staff.id  # type: ignore[union-attr]
    olga = write(desk_app, lambda d: staff.add_colleague(d, OLGA))
    until = desk_app.context.now() + timedelta(days=3)
    write(desk_app, lambda d: staff.deputise(d, olga, deputy_id=me, until=until))  # type: ignore[arg-type]
    write(desk_app, lambda d: make.client(d).id)
    said = desk_app.context.text(card._away(row_of(card, "Белова")))
    assert said == "Maria Orlova, until 29 Nov"
    assert card._away(row_of(card, "Орлова")) == ""
    card.table.choose(me)
    assert card.hand_over.isEnabled()
    card.hand_over.click()
    (dialog,) = card.findChildren(HandoverDialog)
    settle(desk_app.runner)
    assert len(dialog.form.fields["to_id"].editor._choices) == 2  # type: ignore[union-attr]
    dialog.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    card.table.choose(olga)
    card._on_opened(None)
    assert card.findChildren(ColleagueDialog)
    card.findChildren(ColleagueDialog)[0].reject()
    card.leave.click()
    settle(desk_app.runner)
    assert "Белова" not in {p.fields.surname for p in people(card)}


def test_a_word_for_the_new_manager_survives_a_closed_sheet(
    desk_app: DeskApp, qtbot: QtBot
) -> None:
    settle(desk_app.runner)
    write(desk_app, lambda d: staff.add_colleague(d, OLGA))
    anna = write(desk_app, lambda d: make.client(d).id)
    assert desk_app.shell is not None
    desk_app.shell.go(Link("clients"))
    settle(desk_app.runner)
    page = desk_app.shell.page
    assert isinstance(page, ClientsPage)

    def opened() -> bool:
        page.table.choose(anna)
        page.hand_over_button.click()
        settle(desk_app.runner)
        return any(d.isVisible() for d in page.findChildren(HandoverDialog))

    for typed in ("Любит тишину", ""):
        qtbot.waitUntil(opened)
        dialog = next(d for d in page.findChildren(HandoverDialog) if d.isVisible())
        note = dialog.form.fields["note"]
        if typed:
            note.set_value(typed)
            note.edited.emit()
            dialog.reject()
    assert note.value() == "Любит тишину"
