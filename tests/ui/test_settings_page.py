"""Settings take effect at once; the mail account is saved on purpose."""

from __future__ import annotations

from datetime import time

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.postgres import free_port
from vipdesk import settings
from vipdesk.access.club import ClubWords, change_club, club_words
from vipdesk.agenda.dates import date_policy
from vipdesk.app import DeskApp
from vipdesk.channels import account
from vipdesk.channels.contact import policy_of
from vipdesk.channels.known import Cap
from vipdesk.settings import Theme
from vipdesk.ui.context import Context
from vipdesk.ui.dialogs.conflict_dialog import ConflictDialog
from vipdesk.ui.pages.settings_contact import ContactDialog
from vipdesk.ui.pages.settings_dates import DatesDialog
from vipdesk.ui.pages.settings_page import SettingsPage
from vipdesk.ui.picture import settle
from vipdesk.wording import Lang

TYPED = {
    "name": "Клуб", "address": "club@example.com", "host": "127.0.0.1", "port": 2525,
    "security": "none", "login": "club", "password": "",
}  # fmt: skip


@pytest.fixture
def page(desk_app: DeskApp) -> SettingsPage:
    settle(desk_app.runner)
    assert desk_app.shell is not None
    shown = desk_app.shell.page
    assert isinstance(shown, SettingsPage)
    return shown


def test_language_theme_and_text_size_take_effect_and_are_kept(
    page: SettingsPage, desk_app: DeskApp, qapp: QApplication
) -> None:
    page.language.set_value(Lang.RU)
    page.language.edited.emit()
    page.theme.set_value(Theme.DARK)
    page.theme.edited.emit()
    page.text_size.setValue(12)
    page.motion.click()
    page.security.idle.set_value(15)
    page.security.idle.edited.emit()
    assert page.heading_label.text() == "Настройки"
    assert qapp.font().pixelSize() == 16
    kept = settings.load(desk_app.paths.settings)
    assert (kept.lang, kept.theme, kept.text_percent) == (Lang.RU, Theme.DARK, 120)
    assert (kept.reduced_motion, kept.idle_minutes) == (False, 15)


def test_the_mail_account_is_saved_and_shown_again(page: SettingsPage, desk_app: DeskApp) -> None:
    page.mail.set_values(TYPED)
    page.save_mail.click()
    settle(desk_app.runner)
    office = desk_app.runner.office
    assert office is not None
    kept = office.read(account.get_account)
    assert kept is not None
    assert (kept.address, kept.port) == ("club@example.com", 2525)
    page.reload()
    settle(desk_app.runner)
    assert page.mail.values()["host"] == "127.0.0.1"


def test_a_wrong_account_is_told_beside_its_field(page: SettingsPage, desk_app: DeskApp) -> None:
    page.save_mail.click()
    assert page.mail.fields["host"].error.isVisibleTo(page)
    page.mail.set_values({**TYPED, "host": "two words"})
    page.save_mail.click()
    settle(desk_app.runner)
    assert page.mail.fields["host"].error.text().startswith("Enter the name")


def test_a_mail_server_that_does_not_answer_is_told(page: SettingsPage, desk_app: DeskApp) -> None:
    page.mail.set_values({**TYPED, "port": free_port()})
    page.try_mail.click()
    assert not page.try_mail.isEnabled()
    settle(desk_app.runner)
    assert page.try_mail.isEnabled()
    assert desk_app.shell is not None
    assert desk_app.shell.bar.property("tone") == "danger"


def test_a_mail_server_that_answers_is_told(page: SettingsPage, desk_app: DeskApp) -> None:
    from aiosmtpd.controller import Controller
    from aiosmtpd.handlers import Sink

    controller = Controller(Sink(), hostname="127.0.0.1", port=free_port())
    controller.start()
    try:
        page.mail.set_values({**TYPED, "port": controller.port, "login": ""})
        page.try_mail.click()
        settle(desk_app.runner)
    finally:
        controller.stop()
    assert desk_app.shell is not None
    assert desk_app.shell.bar.sentence.text() == "The connection works."


def test_lock_now(page: SettingsPage, desk_app: DeskApp, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk_app.context.lock_requested):
        page.security._on_lock()
    # A club that somebody else opened has no folder to unlock again: it stays.
    assert desk_app.shell is not None


def test_settings_that_cannot_be_written_are_told(page: SettingsPage, desk_app: DeskApp) -> None:
    config = desk_app.paths.settings.parent
    config.parent.mkdir(parents=True, exist_ok=True)
    config.write_text("a file where the folder should be")
    said = []
    desk_app.context.said.connect(said.append)
    page.motion.click()
    assert said[0].tone == "danger"
    config.unlink()


@pytest.fixture
def context_in_russian(club: Context) -> Context:
    club.change_settings(lang=Lang.RU)
    return club


def test_where_the_data_is_stands_on_the_page(context_in_russian: Context, qtbot: QtBot) -> None:
    context_in_russian.folder = "/home/anna/vault"
    page = SettingsPage(context_in_russian)
    qtbot.addWidget(page)
    assert page.place.text() == "/home/anna/vault"
    assert page.show_place.isVisibleTo(page)


def test_the_club_s_words_are_saved_once_for_all_papers(
    page: SettingsPage, desk_app: DeskApp
) -> None:
    page.club.set_values(
        {"club_name": "Клуб «Литера»", "club_phone": "+7 495 000-00-00", "club_address": "Москва"}
    )
    page.save_club.click()
    settle(desk_app.runner)
    kept = desk_app.runner.office.read(club_words)  # type: ignore[union-attr]
    assert kept == ClubWords("Клуб «Литера»", "+7 495 000-00-00", "Москва")
    assert desk_app.shell is not None
    desk_app.shell.bar.undo()
    settle(desk_app.runner)
    assert page.club.values()["club_name"] == ""


def test_a_club_without_a_name_is_not_saved(page: SettingsPage) -> None:
    page.club.set_values({"club_name": "", "club_phone": "", "club_address": ""})
    page.save_club.click()
    assert page.club.fields["club_name"].error.isVisible()


def _elsewhere(desk_app: DeskApp, club: ClubWords) -> None:
    """Another desk saves, and this one hears of it."""
    office = desk_app.runner.office
    assert office is not None
    _, changes = office.write(lambda desk: change_club(desk, club=club))
    desk_app.runner.changed.emit(changes)
    settle(desk_app.runner)


def test_what_is_being_typed_survives_what_others_save(
    page: SettingsPage, desk_app: DeskApp
) -> None:
    _elsewhere(desk_app, ClubWords("Литера", "1", "Москва"))
    page.club.fields["club_name"].set_value("Литера и К°")
    _elsewhere(desk_app, ClubWords("Литера", "2", "Москва"))
    assert page.club.values()["club_name"] == "Литера и К°"
    assert page.club.values()["club_phone"] == "2"
    page.save_club.click()
    settle(desk_app.runner)
    office = desk_app.runner.office
    assert office is not None
    assert office.read(club_words) == ClubWords("Литера и К°", "2", "Москва")


def test_a_line_that_two_changed_is_asked_about(page: SettingsPage, desk_app: DeskApp) -> None:
    _elsewhere(desk_app, ClubWords("Литера", "1", "Москва"))
    page.club.fields["club_name"].set_value("Моя")
    _elsewhere(desk_app, ClubWords("Чужая", "1", "Москва"))
    page.save_club.click()
    settle(desk_app.runner)
    (sheet,) = page.findChildren(ConflictDialog)
    sheet.choose_all("yours")
    sheet.primary_button.click()
    settle(desk_app.runner)
    office = desk_app.runner.office
    assert office is not None
    assert office.read(club_words).name == "Моя"


def test_who_leads_the_club_sets_the_limits_of_contact(
    page: SettingsPage, desk_app: DeskApp
) -> None:
    page.contact.ask()
    settle(desk_app.runner)
    dialog = page.contact.findChild(ContactDialog)
    assert dialog is not None
    tier = next(name for name in dialog.form.fields if name.startswith("tier.")).split(".")[1]
    dialog.form.set_values(
        {"to": time(19), "cap": 2, f"tier.{tier}.most": 6, "topic.offer.most": 1}
    )
    dialog.primary_button.click()
    settle(desk_app.runner)
    office = desk_app.runner.office
    assert office is not None
    kept = office.read(policy_of)
    assert (kept.hours.to_minute, kept.cap, len(kept.caps)) == (19 * 60, 2, 2)
    assert Cap(6, 30, None, tier) in kept.caps
    assert "19:00" in page.contact.now.text()


def test_who_leads_the_club_sets_how_days_are_kept(page: SettingsPage, desk_app: DeskApp) -> None:
    page.dates.ask()
    settle(desk_app.runner)
    dialog = page.dates.findChild(DatesDialog)
    assert dialog is not None
    dialog.form.set_values({"jubilees": "many"})
    dialog.primary_button.click()
    assert "Write years as numbers" in dialog.form.fields["jubilees"].error.text()
    dialog.form.set_values({"jubilees": "1, 7", "gift_days": 21})
    dialog.primary_button.click()
    settle(desk_app.runner)
    office = desk_app.runner.office
    assert office is not None
    assert office.read(date_policy).jubilees == (1, 7)
