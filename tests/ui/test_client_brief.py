"""The brief card: its words, by one key from anywhere, and the page for the pocket."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests import factories as make
from tests.ui.clients_for_tests import add, idle, read, seen, texts_of, write
from tests.ui.test_client_page import opened, rich
from tests.ui.test_client_words import NOW, card, rule
from vipdesk.app import DeskApp
from vipdesk.clients import facts, photo, profile, special
from vipdesk.clients.rows import (
    FactRow,
    Freshness,
    HoldRow,
    InterestRow,
    PersonRow,
    PromiseRow,
)
from vipdesk.ids import new_id
from vipdesk.models import JournalEntry
from vipdesk.ui.context import Context, Link
from vipdesk.ui.dialogs.brief_dialog import BriefDialog, PocketDialog
from vipdesk.ui.pages import client_brief_words as brief
from vipdesk.ui.pages.client_brief_paper import mask
from vipdesk.ui.pages.client_photo import PhotoMenu
from vipdesk.ui.pages.clients_page import ClientsPage
from vipdesk.vocabulary import (
    AddressForm,
    Channel,
    Confidence,
    FactKind,
    HoldKind,
    InterestKind,
    PersonKind,
    PreferenceRule,
    PromiseState,
    Sensitivity,
)
from vipdesk.wording import Lang, Who, Words


def fact(kind: FactKind, text: str) -> FactRow:
    return FactRow(
        new_id(), kind, text, "", Who(), NOW.date(), Confidence.HEARD, NOW.date(), 1,
        Freshness.FRESH,
    )  # fmt: skip


def person(name: str, kind: PersonKind, label: str = "") -> PersonRow:
    return PersonRow(
        new_id(), kind, Who(name), label, None, "", "", False, Sensitivity.TEAM, None, None, "",
        True, 2,
    )  # fmt: skip


def promised(text: str, days: int, state: PromiseState = PromiseState.OPEN) -> PromiseRow:
    due = NOW + timedelta(days=days)
    return PromiseRow(new_id(), new_id(), text, Who(), new_id(), NOW, due, state, None, days < 0, 1)


def said(words: Words, text: Any) -> str:
    return text if isinstance(text, str) else words.show(text)


# Words -----------------------------------------------------------------------------------------


def test_three_donts_in_the_order_of_harm(en: Words) -> None:
    of = replace(
        card(mourning_until=date(2026, 12, 1)),
        preferences=(rule(channel=Channel.SMS, rule=PreferenceRule.FORBID),),
        facts=(fact(FactKind.TABOO, "No lilies"), fact(FactKind.TABOO, "No politics")),
        people=(person("Rival", PersonKind.FRICTION),),
        interests=(InterestRow(new_id(), InterestKind.NEED, "no stairs", 2, ""),),
    )
    assert len(brief.donts(of, NOW)) == 3
    calm = replace(of, fields=replace(of.fields, mourning_until=None), preferences=())
    assert [said(en, t) for t in brief.donts(calm, NOW)] == [
        "No lilies", "Keep apart from: Rival", "Must be provided: no stairs",
    ]  # fmt: skip
    on_paper = [said(en, t) for t in brief.donts(calm, NOW, on_paper=True)]
    assert on_paper == ["No lilies", "Must be provided: no stairs", "No politics"]


def test_the_shield_says_the_same_whatever_the_reason(ru: Words) -> None:
    assert brief.shield_words(card(), ru) == ""
    held = replace(card(), hold=HoldRow(HoldKind.ASK_MANAGER, None))
    mourning = replace(held, fields=replace(held.fields, mourning_until=date(2027, 1, 1)))
    assert said(ru, brief.shield_words(held, ru)) == said(ru, brief.shield_words(mourning, ru))


@pytest.mark.parametrize(
    ("formality", "form", "words"),
    [
        (2, AddressForm.NAME_PATRONYMIC, "официально, на «вы»"),
        (0, AddressForm.NAME_PATRONYMIC, "по-дружески, на «вы»"),
        (0, AddressForm.FIRST_NAME, "по-дружески, на «ты»"),
    ],
)
def test_a_patronymic_goes_with_the_formal_you(
    formality: int, form: AddressForm, words: str, ru: Words
) -> None:
    assert ru(brief.manner_words(card(formality=formality, address_form=form))) == words


def test_the_next_action_is_what_falls_due_first(en: Words) -> None:
    calm = card()
    assert said(en, brief.next_action(calm, NOW).said) == "Nothing is due."
    quiet = replace(calm, cadence_days=30)
    assert said(en, brief.next_action(quiet, NOW).said) == "A first talk"
    talked = replace(quiet, last_contact_at=NOW - timedelta(days=40))
    assert brief.next_action(talked, NOW).late
    owed = replace(talked, promises=(promised("Send the catalogue", -20),))
    assert brief.next_action(owed, NOW).promise is owed.promises[0]
    born = replace(calm, fields=replace(calm.fields, birth_month=12, birth_day=1))
    assert said(en, brief.next_action(born, NOW).said) == "Congratulate on the birthday"
    mourning = replace(born, fields=replace(born.fields, mourning_until=date(2026, 12, 31)))
    assert said(en, brief.next_action(mourning, NOW).said) == "Nothing is due."


def test_a_birthday_on_the_29th_of_february_is_kept_every_year() -> None:
    leap = card(birth_month=2, birth_day=29)
    assert brief._birthday(leap, date(2027, 1, 1)) == date(2027, 2, 28)
    assert brief._birthday(leap, date(2027, 12, 31)) == date(2028, 2, 29)


def test_the_channel_that_is_preferred_is_told_with_the_person_it_goes_through(ru: Words) -> None:
    of = replace(card(), preferences=(rule(via="Ирина"), rule(channel=Channel.EMAIL)))
    assert said(ru, brief.reach_words(of, NOW)) == "Предпочитает: Телефон через: Ирина, Эл. почта"


def test_of_a_masked_number_the_end_stays() -> None:
    assert mask("+7 916 555-01-42") == "+• ••• •••-•1-42"


# By one key ------------------------------------------------------------------------------------


def test_ctrl_b_shows_the_card_of_the_last_client_from_anywhere(
    qtbot: QtBot, desk_app: DeskApp
) -> None:
    context, shell = desk_app.context, desk_app.shell
    assert shell is not None
    client_id = add(context)
    context.open(Link("client", client_id))
    context.open(Link("settings"))
    idle(qtbot, context)
    shell.open_brief()
    idle(qtbot, context)
    (dialog,) = shell.findChildren(BriefDialog)
    assert "Пётр" in texts_of(dialog.brief)
    with qtbot.waitSignal(context.open_requested) as asked:
        dialog.primary_button.click()
    assert asked.args == [Link("client", client_id)]


def test_a_chosen_line_of_the_list_is_the_client_of_the_card(qtbot: QtBot, club: Context) -> None:
    client_id = add(club)
    page = seen(qtbot, club, ClientsPage(club))
    assert page.client_here() is None
    page.table.choose(client_id)
    assert page.client_here() == client_id


# Photo -----------------------------------------------------------------------------------------


def _picture(path: Path) -> Path:
    image = QImage(300, 400, QImage.Format.Format_RGB32)
    image.fill(0x334455)
    assert image.save(str(path), "PNG")
    return path


def test_a_photo_is_chosen_shown_and_taken_away_again(
    qtbot: QtBot, club: Context, tmp_path: Path
) -> None:
    client_id = rich(club)
    page = opened(qtbot, club, client_id)
    messages: list[Any] = []
    club.said.connect(messages.append)
    assert not page.brief.monogram.has_photo
    menu = PhotoMenu(club, client_id, page.photo_button, there=False)
    menu.choose()
    (asking,) = page.findChildren(QFileDialog)
    asking.fileSelected.emit(str(_picture(tmp_path / "me.png")))
    asking.close()
    idle(qtbot, club)
    assert page.brief.monogram.has_photo
    assert not page.brief.monogram.grab().isNull()
    PhotoMenu(club, client_id, page.photo_button, there=True).remove()
    idle(qtbot, club)
    assert not page.brief.monogram.has_photo
    messages[-1].undo()
    idle(qtbot, club)
    assert page.brief.monogram.has_photo


def test_a_file_that_is_no_photo_is_one_sentence(
    qtbot: QtBot, club: Context, tmp_path: Path
) -> None:
    page = opened(qtbot, club, rich(club))
    (tmp_path / "me.jpg").write_bytes(b"GIF89a")
    with qtbot.waitSignal(club.said) as told:
        PhotoMenu(club, page.link.id, page.photo_button, there=False).take_file(
            str(tmp_path / "me.jpg")
        )
    assert "JPEG, PNG or WebP" in told.args[0].say.text


# For the pocket --------------------------------------------------------------------------------


def saved(qtbot: QtBot, club: Context, client_id: Any, path: Path, **typed: Any) -> str:
    page = opened(qtbot, club, client_id)
    page.pocket()
    dialog = page.findChildren(PocketDialog)[-1]
    dialog.form.set_values(typed)
    dialog.primary_button.click()
    (asking,) = dialog.findChildren(QFileDialog)
    assert "Щукин" not in str(asking.selectedFiles())
    asking.fileSelected.emit(str(path))
    asking.close()
    idle(qtbot, club)
    pages = pypdfium2.PdfDocument(path.read_bytes())
    assert len(pages) == 1
    assert not any("Щукин" in str(v) for v in pages.get_metadata_dict().values())
    return pages[0].get_textpage().get_text_range()


def test_the_pocket_card_holds_what_helps_and_nothing_that_hurts(
    qtbot: QtBot, club: Context, tmp_path: Path
) -> None:
    client_id = rich(club)

    def more(desk: Any) -> None:
        special.change_special(desk, on=True)
        facts.add_fact(desk, client_id, kind=FactKind.HEALTH, text="Кардиостимулятор")
        facts.add_fact(desk, client_id, kind=FactKind.PREFERENCE, text="Столик у окна")
        image = tmp_path / "me.png"
        photo.set_photo(desk, client_id, _picture(image).read_bytes())

    write(club, more)
    text = saved(qtbot, club, client_id, tmp_path / "ru.pdf", lang=Lang.RU)
    for words in ("Пётр", "Не говорить о разводе", "Столик у окна", "Прислать каталог"):
        assert words in text, words
    for hidden in ("Кардиостимулятор", "555-01-42", "бережно", "Спросить"):
        assert hidden not in text, hidden
    in_full = saved(qtbot, club, client_id, tmp_path / "en.pdf", lang=Lang.EN, full=True)
    assert "+7 916 555-01-42" in in_full
    assert "Do not" in in_full
    noted = read(club, lambda d: d.session.query(JournalEntry).filter_by(verb="save_brief").all())
    assert len(noted) == 2


def test_a_restricted_client_has_no_pocket_card(
    qtbot: QtBot, club: Context, tmp_path: Path
) -> None:
    client_id = add(club)
    write(club, lambda d: setattr(d.session.get(make.Client, client_id), "restricted_at", d.now))
    page = opened(qtbot, club, client_id)
    PocketDialog(club, client_id, page).save_to(str(tmp_path / "no.pdf"))
    idle(qtbot, club)
    assert not (tmp_path / "no.pdf").exists()
    assert read(club, lambda d: profile.get_client(d, client_id)).restricted_at is not None
