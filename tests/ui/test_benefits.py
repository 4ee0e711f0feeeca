"""Benefits on the screen: the client's tab, the catalogue, who receives nothing."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from tests import factories as make
from tests import factories_benefits as give
from tests.ui.clients_for_tests import add, idle, read, seen, texts_of, write
from vipdesk.access import Office
from vipdesk.benefits import catalogue, choices, gifts, ledger, limits
from vipdesk.clients.profile import get_client
from vipdesk.giving import OfferState
from vipdesk.money import Money
from vipdesk.settings import Theme
from vipdesk.ui.context import Context, Link
from vipdesk.ui.dialogs.benefit_dialogs import (
    BenefitDialog,
    ChoiceDialog,
    GiftDialog,
    OpenChoiceDialog,
)
from vipdesk.ui.pages.benefits_page import BenefitsPage
from vipdesk.ui.pages.client_benefits import ClientBenefits
from vipdesk.ui.pages.settings_benefits import BenefitsCard
from vipdesk.vocabulary import Role
from vipdesk.wording import Lang


def tab_of(qtbot: QtBot, club: Context, client_id: UUID) -> ClientBenefits:
    tab: ClientBenefits = seen(qtbot, club, ClientBenefits(club))
    tab.show_client(read(club, lambda desk: get_client(desk, client_id)))
    idle(qtbot, club)
    return tab


def sheet(page: Any, kind: Any, qtbot: QtBot, club: Context) -> Any:
    idle(qtbot, club)
    return next(d for d in page.findChildren(kind) if d.isVisible())


def press(qtbot: QtBot, club: Context, dialog: Any) -> None:
    dialog.primary_button.click()
    idle(qtbot, club)


def test_a_choice_is_offered_noted_used_and_given_back(qtbot: QtBot, club: Context) -> None:
    client_id = add(club)
    a, b, _ = write(club, lambda desk: give.three(desk, stock=1))
    tab = tab_of(qtbot, club, client_id)
    assert "Nothing was offered yet." in texts_of(tab)
    tab.offer_button.click()
    dialog = sheet(tab, OpenChoiceDialog, qtbot, club)
    dialog.options.boxes[a].set_value(True)
    press(qtbot, club, dialog)
    assert "Offer more than may be chosen" in dialog.error.text()  # one option is no choice
    dialog.options.boxes[b].set_value(True)
    press(qtbot, club, dialog)
    (offer,) = tab.given.offers  # type: ignore[union-attr]
    tab.note_choice(offer)
    dialog = sheet(tab, ChoiceDialog, qtbot, club)
    dialog.options.boxes[b].set_value(True)
    press(qtbot, club, dialog)
    assert "Chosen: Спа" in texts_of(tab)
    (use,) = read(club, lambda desk: ledger.list_uses(desk, client_id))
    button = next(w for w, (name, _) in tab._deeds.items() if name == "mark_used")
    button.click()
    idle(qtbot, club)
    assert "used" in texts_of(tab)
    tab.give_back(use)
    idle(qtbot, club)
    assert "given back" in texts_of(tab)


def test_a_choice_is_withdrawn(qtbot: QtBot, club: Context) -> None:
    client_id = add(club)

    def offered(desk: Any) -> UUID:
        a, b, _ = give.three(desk)
        day = desk.now.date() + timedelta(days=3)
        return choices.open_choice(desk, client_id, benefit_ids=(a, b), choose_by=day)

    write(club, offered)
    tab = tab_of(qtbot, club, client_id)
    next(w for w, (name, _) in tab._deeds.items() if name == "withdraw").click()
    idle(qtbot, club)
    assert tab.given is not None
    assert tab.given.offers[0].state is OfferState.WITHDRAWN


def test_a_gift_to_an_official_tells_the_limit_and_asks_for_a_reason(
    qtbot: QtBot, club: Context
) -> None:
    client_id = add(club, official=True)
    tab = tab_of(qtbot, club, client_id)
    assert "₽3,000 of ₽3,000 are left" in texts_of(tab)
    tab.gift_button.click()
    dialog = sheet(tab, GiftDialog, qtbot, club)
    assert "are left this year" in texts_of(dialog)
    dialog.form.set_values({"what": "Часы", "value": "x"})
    press(qtbot, club, dialog)
    assert dialog.isVisible()
    dialog.form.set_values({"value": "9 000"})
    press(qtbot, club, dialog)
    assert dialog.isVisible()
    dialog.form.set_values({"reason": "по решению юриста"})
    press(qtbot, club, dialog)
    assert read(club, lambda desk: gifts.gift_year(desk, client_id)).over
    assert "the limit of the year is passed" in texts_of(tab)


@pytest.fixture
def led(club: Context, vault_office: Office) -> Context:
    """The head at work."""
    head = read(club, lambda desk: make.as_role(desk, Role.HEAD).actor)
    office = vault_office.as_staff(head.id)
    club.runner.use(office)
    club.staff = office.staff
    return club


def test_the_head_keeps_the_catalogue(qtbot: QtBot, led: Context) -> None:
    page = seen(qtbot, led, BenefitsPage(led))
    assert page.empty.isVisible()
    page.new_here()
    dialog = sheet(page, BenefitDialog, qtbot, led)
    dialog.form.set_values({"name_ru": "Опера", "perceived": "90 000", "stock": "many"})
    next(iter(dialog.tiers.values())).set_value(True)
    press(qtbot, led, dialog)
    assert dialog.isVisible()
    dialog.form.set_values({"stock": "12", "valid_until": "31.12"})
    press(qtbot, led, dialog)
    assert dialog.isVisible()
    dialog.form.set_values({"valid_until": "2026-12-31"})
    press(qtbot, led, dialog)
    (row,) = read(led, catalogue.list_benefits)
    assert (row.left, len(row.fields.tier_ids)) == (12, 1)
    page.table.choose_first()
    page.change()
    dialog = sheet(page, BenefitDialog, qtbot, led)
    dialog.form.set_values({"per_year": "2"})
    press(qtbot, led, dialog)
    assert read(led, catalogue.list_benefits)[0].fields.per_year == 2
    page.retire()
    idle(qtbot, led)
    assert page.retire_button.text() == "Put back"
    page.retire()
    idle(qtbot, led)
    assert len(read(led, catalogue.list_benefits)) == 1


def test_management_sees_who_receives_nothing_and_opens_them(qtbot: QtBot, led: Context) -> None:
    write(led, give.benefit)
    since = led.now().date() - timedelta(days=800)
    client_id = add(led, member_since=since)
    page = seen(qtbot, led, BenefitsPage(led))
    page.view.set_value("who")
    page.view.edited.emit()
    assert "1 of 1 received nothing for a year" in page.shares.text()
    page.who.choose_first()
    with qtbot.waitSignal(led.open_requested) as told:
        page.who.view.opened.emit()
    assert told.args == [Link("client", client_id, "benefits")]


def test_a_manager_reads_the_catalogue_and_changes_nothing(qtbot: QtBot, club: Context) -> None:
    write(club, give.benefit)
    page = seen(qtbot, club, BenefitsPage(club))
    assert not page.new_button.isVisible()
    assert not page.view.isVisible()
    assert not page.change_button.isVisible()
    assert not page.new_here()


def test_the_limit_is_set_in_the_settings(qtbot: QtBot, led: Context) -> None:
    card = seen(qtbot, led, BenefitsCard(led))
    assert card.limit.value() == "3000"
    card.limit.set_value("nothing")
    card.keep.click()
    card.limit.set_value("5 000")
    card.keep.click()
    idle(qtbot, led)
    assert read(led, limits.gift_limit) == Money.of(5000)
    with qtbot.waitSignal(led.open_requested) as told:
        card.open.click()
    assert told.args == [Link("benefits")]


@pytest.mark.parametrize(("lang", "theme"), [(Lang.RU, Theme.DARK), (Lang.EN, Theme.LIGHT)])
def test_the_tab_draws_in_every_look(qtbot: QtBot, club: Context, lang: Lang, theme: Theme) -> None:
    client_id = add(club, official=True)
    club.change_settings(lang=lang, theme=theme)
    assert not tab_of(qtbot, club, client_id).grab().isNull()
