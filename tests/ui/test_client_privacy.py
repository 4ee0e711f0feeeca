"""The privacy tab and its sheets, as somebody at the desk sees them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from tests import factories as make
from tests.ui.clients_for_tests import add, idle, read, seen, texts_of, write
from vipdesk.access import Office
from vipdesk.clients.consents import (
    ConsentFields,
    list_ledger,
    note_consents,
    standing_topics,
    withdraw_consents,
)
from vipdesk.clients.facts import list_facts
from vipdesk.clients.special import change_special, keeps_special
from vipdesk.models import Client, Interaction, Staff
from vipdesk.privacy import requests, restriction
from vipdesk.privacy.rules import RuleCode, rules_of
from vipdesk.ui.context import Context, Link
from vipdesk.ui.dialogs.consent_dialog import ConsentDialog, WithdrawDialog
from vipdesk.ui.dialogs.privacy_dialogs import (
    CloseCorrectionDialog,
    CorrectionDialog,
    DossierDialog,
    EraseDialog,
    RestrictDialog,
    RetentionDialog,
    RuleDialog,
)
from vipdesk.ui.dialogs.profile_dialogs import FactDialog
from vipdesk.ui.pages.client_page import ClientPage
from vipdesk.ui.pages.client_privacy import ClientPrivacy
from vipdesk.ui.pages.settings_privacy import PrivacyCard
from vipdesk.vocabulary import (
    ConsentForm,
    FactKind,
    PrivacyRight,
    RestrictionGround,
    Role,
    Topic,
)

TODAY = ConsentFields(ConsentForm.IN_PERSON)


@pytest.fixture
def head(club: Context, vault_office: Office) -> Context:
    """The same club with the head of VIP service at work."""
    wanted = select(Staff.id).where(Staff.role == Role.HEAD)
    club.runner.use(vault_office.as_staff(vault_office.read(lambda d: d.session.scalar(wanted))))
    return club


def tab(qtbot: QtBot, club: Context, client_id: UUID) -> ClientPrivacy:
    page = seen(qtbot, club, ClientPage(club, Link("client", client_id, "privacy")))
    shown = page.tab("privacy")
    assert shown.isVisible()
    shown.page = page  # nothing else keeps it
    return shown  # type: ignore[no-any-return]


def sheet(qtbot: QtBot, club: Context, over: QWidget, kind: type[Any]) -> Any:
    idle(qtbot, club)
    found = [d for d in over.findChildren(kind) if d.isVisible()]
    assert found, f"no {kind.__name__}"
    return found[-1]


def press(qtbot: QtBot, club: Context, dialog: Any, **values: Any) -> None:
    dialog.form.set_values(values)
    dialog.primary_button.click()
    idle(qtbot, club)


# Consents ---------------------------------------------------------------------------------------


def test_several_purposes_are_noted_in_one_sheet_as_said_today(qtbot: QtBot, club: Context) -> None:
    client_id = add(club)
    privacy = tab(qtbot, club, client_id)
    assert "No entry yet" in texts_of(privacy)
    privacy.agree.click()
    dialog = sheet(qtbot, club, privacy, ConsentDialog)
    press(qtbot, club, dialog, topic_invitation=True, topic_greeting=True)
    standing = read(club, lambda d: standing_topics(d, client_id))
    assert standing == {Topic.INVITATION, Topic.GREETING}
    assert read(club, lambda d: list_ledger(d, client_id))[0].form is ConsentForm.IN_PERSON
    assert "Said in person" in texts_of(privacy)


def test_nothing_chosen_is_said_in_the_sheet(qtbot: QtBot, club: Context) -> None:
    privacy = tab(qtbot, club, add(club))
    privacy.agree.click()
    dialog = sheet(qtbot, club, privacy, ConsentDialog)
    press(qtbot, club, dialog)
    assert "Choose what the client agrees to" in texts_of(dialog)
    assert "A lawyer must confirm it" in texts_of(dialog)
    dialog.reject()


def test_what_was_agreed_to_can_be_taken_back(qtbot: QtBot, club: Context) -> None:
    client_id = add(club)
    write(club, lambda d: note_consents(d, client_id, topics=(Topic.OFFER,), fields=TODAY))
    privacy = tab(qtbot, club, client_id)
    assert privacy.take_back.isEnabled()
    privacy.take_back.click()
    press(qtbot, club, sheet(qtbot, club, privacy, WithdrawDialog))
    assert read(club, lambda d: standing_topics(d, client_id)) == frozenset()
    assert "taken back" in texts_of(privacy)
    assert not privacy.take_back.isEnabled()


# Rights -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["pdf", "json"])
def test_a_dossier_is_saved_and_the_request_noted(
    qtbot: QtBot, club: Context, tmp_path: Path, form: str
) -> None:
    client_id = add(club)
    privacy = tab(qtbot, club, client_id)
    privacy.dossier.click()
    dialog = sheet(qtbot, club, privacy, DossierDialog)
    dialog.form.set_values({"form": form})
    dialog._form = form
    out = tmp_path / f"dossier.{form}"
    dialog.write_to(str(out))
    idle(qtbot, club)
    qtbot.waitUntil(out.exists)
    data = out.read_bytes()
    assert data.startswith(b"%PDF") if form == "pdf" else json.loads(data)["client"]

    def answered() -> bool:
        (row,) = read(club, lambda d: requests.list_requests(d, client_id))
        return row.right is PrivacyRight.ACCESS and row.done_at is not None

    qtbot.waitUntil(answered)


def test_a_dossier_that_cannot_be_written_answers_nobody(
    qtbot: QtBot, club: Context, tmp_path: Path
) -> None:
    client_id = add(club)
    privacy = tab(qtbot, club, client_id)
    for folder in ("not-there", "nor-there"):
        privacy.dossier.click()
        dialog = sheet(qtbot, club, privacy, DossierDialog)
        dialog.form.set_values({"form": "json"})
        dialog._form = "json"
        dialog.write_to(str(tmp_path / folder / "dossier.json"))
        idle(qtbot, club)
    (row,) = read(club, lambda d: requests.list_requests(d, client_id))
    assert row.done_at is None


def test_the_file_dialog_proposes_no_name(qtbot: QtBot, club: Context) -> None:
    from PySide6.QtWidgets import QFileDialog

    privacy = tab(qtbot, club, add(club))
    privacy.dossier.click()
    dialog = sheet(qtbot, club, privacy, DossierDialog)
    dialog.primary_button.click()
    (choose,) = dialog.findChildren(QFileDialog)
    assert all("Щукин" not in name for name in choose.selectedFiles())
    choose.reject()
    dialog.reject()


def test_a_correction_is_noted_and_closed_when_something_changed(
    qtbot: QtBot, club: Context
) -> None:
    client_id = add(club)
    privacy = tab(qtbot, club, client_id)
    privacy.correct.click()
    press(qtbot, club, sheet(qtbot, club, privacy, CorrectionDialog), wrong_fact=True)
    (row,) = read(club, lambda d: requests.list_requests(d, client_id))
    assert row.asked_fields == ("fact",)
    from vipdesk.clients.facts import add_fact

    write(club, lambda d: add_fact(d, client_id, kind=FactKind.WORK, text="Вышел на пенсию"))
    privacy.show_client(privacy.card)
    idle(qtbot, club)
    from vipdesk.ui.widgets import Button

    (close,) = [b for b in privacy.findChildren(Button) if b.text() == "Close…"]
    close.click()
    press(qtbot, club, sheet(qtbot, club, privacy, CloseCorrectionDialog))
    (row,) = read(club, lambda d: requests.list_requests(d, client_id))
    assert row.done_at is not None


def test_restricting_is_shown_and_lifting_is_for_who_answers(
    qtbot: QtBot, club: Context, head: Context
) -> None:
    client_id = add(head)
    privacy = tab(qtbot, head, client_id)
    assert privacy.restrict.isVisible()
    privacy.restrict.click()
    press(qtbot, head, sheet(qtbot, head, privacy, RestrictDialog))
    page = privacy.window()
    qtbot.waitUntil(privacy.lift.isVisible)
    assert "Since today" in texts_of(page)
    privacy.lift.click()
    idle(qtbot, head)
    qtbot.waitUntil(privacy.restrict.isVisible)


def test_a_manager_is_told_who_erases(qtbot: QtBot, club: Context) -> None:
    privacy = tab(qtbot, club, add(club))
    assert not privacy.erase.isEnabled()
    assert "executive" in privacy.erase.toolTip()


def test_erasing_asks_for_the_surname_and_shows_what_goes(qtbot: QtBot, head: Context) -> None:
    client_id = add(head)
    write(head, lambda d: make.interaction(d, client_id).id)
    privacy = tab(qtbot, head, client_id)
    privacy.erase.click()
    dialog = sheet(qtbot, head, privacy, EraseDialog)
    assert "Talks and notes: 1" in texts_of(dialog)
    press(qtbot, head, dialog, typed="Щукина")
    assert "This is not the surname" in texts_of(dialog)
    press(qtbot, head, dialog, typed="щукин")
    assert read(head, lambda d: d.session.get_one(Client, client_id).erased_at) is not None


def test_the_tab_follows_the_language(qtbot: QtBot, club: Context) -> None:
    client_id = add(club)
    write(club, lambda d: note_consents(d, client_id, topics=(Topic.OFFER,), fields=TODAY))
    write(club, lambda d: withdraw_consents(d, client_id, topics=(Topic.OFFER,), fields=TODAY))
    privacy = tab(qtbot, club, client_id)
    club.change_settings(lang="ru")
    idle(qtbot, club)
    assert "отозвано" in texts_of(privacy)


def test_special_kinds_are_offered_only_where_the_club_keeps_them(
    qtbot: QtBot, club: Context
) -> None:
    client_id = add(club)
    for kept, offered in ((False, 6), (True, 9)):
        write(club, lambda d, on=kept: change_special(d, on=on))
        page = QWidget()
        qtbot.addWidget(page)
        page.show()
        dialog = FactDialog(club, client_id, page)
        dialog.open()
        idle(qtbot, club)
        assert dialog.form.fields["kind"].editor.count() == offered
        dialog.reject()
    assert read(club, lambda d: list_facts(d, client_id, special=True)) == ()


def test_a_restricted_client_has_a_lock_in_the_list(qtbot: QtBot, club: Context) -> None:
    from vipdesk.ui.pages.clients_page import ClientsPage

    client_id = add(club)
    write(club, lambda d: restriction.restrict_client(
        d, client_id, ground=RestrictionGround.CLAIMS))  # fmt: skip
    page = seen(qtbot, club, ClientsPage(club))
    from vipdesk.clients.registry import list_clients
    from vipdesk.ui.pages.clients_columns import _name_icon

    (row,) = read(club, list_clients)
    assert _name_icon(row) == "lock"
    assert "restricted" in club.text(page._columns._tip(row))


# Settings ---------------------------------------------------------------------------------------


def card(qtbot: QtBot, club: Context) -> PrivacyCard:
    found = PrivacyCard(club)
    qtbot.addWidget(found)
    found.resize(880, 600)
    found.show()
    idle(qtbot, club)
    return found


def test_the_dry_run_counts_and_the_last_question_wants_a_reason(
    qtbot: QtBot, head: Context
) -> None:
    from datetime import timedelta

    client_id = add(head)
    key = write(
        head,
        lambda d: make.interaction(d, client_id, at=d.now - timedelta(days=4000)).id,
    )
    settings = card(qtbot, head)
    assert not settings.run.isEnabled()
    settings.look.click()
    idle(qtbot, head)
    assert settings.due[RuleCode.INTERACTION_TEXT].count == 1
    settings.run.click()
    dialog = sheet(qtbot, head, settings, RetentionDialog)
    press(qtbot, head, dialog, reason="Yearly clean-up")
    assert read(head, lambda d: d.session.get_one(Interaction, key).text) == ""
    qtbot.waitUntil(lambda: not settings.run.isEnabled())


def test_a_rule_gets_other_days_and_shows_its_basis(qtbot: QtBot, head: Context) -> None:
    settings = card(qtbot, head)
    settings.table.choose_first()
    assert "lawyer" in texts_of(settings)
    settings.change.click()
    press(qtbot, head, sheet(qtbot, head, settings, RuleDialog), days=100)
    assert read(head, lambda d: rules_of(d).rule(RuleCode.INTERACTION_TEXT).days) == 100
    settings._on_opened(settings.table.chosen_row())
    press(qtbot, head, sheet(qtbot, head, settings, RuleDialog), off=True)
    assert read(head, lambda d: rules_of(d).rule(RuleCode.INTERACTION_TEXT).days) is None


def test_the_switch_for_special_data_is_kept(qtbot: QtBot, head: Context) -> None:
    settings = card(qtbot, head)
    settings.special.click()
    idle(qtbot, head)
    assert read(head, keeps_special)


def test_a_manager_reads_the_rules_and_changes_nothing(qtbot: QtBot, club: Context) -> None:
    settings = card(qtbot, club)
    settings.table.choose_first()
    assert not settings.look.isEnabled()
    assert not settings.change.isEnabled()
    assert not settings.special.isEnabled()
