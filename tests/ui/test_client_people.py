"""The people of a client on the screen: the picture, introductions, proposals, names and days."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.clients_for_tests import add, idle, read, seen, texts_of, write
from vipdesk.clients import dates, implied, introduced, name_forms, people, relations
from vipdesk.clients.dates import DayFields
from vipdesk.clients.people import PersonFields
from vipdesk.clients.people_map import MOST, MapPerson, read_people_map
from vipdesk.ui.context import Context, Link
from vipdesk.ui.dialogs.introduction_dialog import IntroductionDialog
from vipdesk.ui.dialogs.people_dialogs import (
    DayDialog,
    EdgeDialog,
    NameFormsDialog,
    relation_key,
)
from vipdesk.ui.pages.client_page import ClientPage
from vipdesk.ui.pages.client_people_graph import RADIUS, height_for, lay_out, middle_of
from vipdesk.ui.widgets import Badge
from vipdesk.vocabulary import DayKind, Gender, NameCase, NamePart, PersonKind
from vipdesk.wording import Who

HOME, CIRCLE, STAFF, FRICTION = PersonKind


def tie(club: Context, one: UUID, other: Any, kind: PersonKind, there: str, back: str) -> UUID:
    who = {"other_client_id": other} if isinstance(other, UUID) else {"name": other}
    fields = PersonFields(kind, label_there=there, label_back=back, **who)
    return write(club, lambda d: people.add_person_around(d, one, fields))  # type: ignore[no-any-return]


def opened(qtbot: QtBot, club: Context, client: UUID, part: str) -> Any:
    page = seen(qtbot, club, ClientPage(club, Link("client", client, part)))
    shown = page.tab(part)
    shown.page = page  # nothing else keeps it
    return shown


def sheet(qtbot: QtBot, club: Context, over: Any, kind: type[Any]) -> Any:
    idle(qtbot, club)
    return [d for d in over.findChildren(kind) if d.isVisible()][-1]


def press(qtbot: QtBot, club: Context, dialog: Any, **values: Any) -> None:
    dialog.form.set_values(values)
    dialog.primary_button.click()
    idle(qtbot, club)


# The picture --------------------------------------------------------------------------------------


def somebody(number: int) -> MapPerson:
    return MapPerson(f"#{number}", UUID(int=number), Who(f"Имя {number}"), "", CIRCLE, None, 2)


@pytest.mark.parametrize("count", [1, 2, 3, 8, MOST])
@pytest.mark.parametrize("width", [280.0, 420.0, 900.0])
def test_nobody_stands_on_another_and_no_words_meet(count: int, width: float) -> None:
    height = height_for(count)
    spots = lay_out(tuple(somebody(n) for n in range(count)), width, height)
    assert len(spots) == count
    inside = QRectF(0, 0, width, height)
    boxes = [s.words for s in spots]
    circles = [QRectF(s.x - RADIUS, s.y - RADIUS, 2 * RADIUS, 2 * RADIUS) for s in spots]
    middle = QRectF(middle_of(count, width) - 22, height / 2 - 22, 44, 44)
    assert all(inside.contains(b) for b in (*boxes, *circles))
    assert all(not one.intersects(other) for one in boxes for other in boxes if one is not other)
    assert all(not b.intersects(c) for b in boxes for c in (*circles, middle))
    assert all(b.width() > 60 for b in boxes)


def test_the_picture_is_walked_by_keys_and_opens_a_client(qtbot: QtBot, club: Context) -> None:
    anna, petr = add(club, "Волкова", "Анна"), add(club, "Щукин", "Пётр")
    tie(club, anna, petr, HOME, "spouse", "spouse")
    tie(club, anna, "Вера", STAFF, "assistant", "employer")
    graph = opened(qtbot, club, anna, "people").circle.graph
    went: list[object] = []
    club.open_requested.connect(went.append)
    QTest.keyClick(graph, Qt.Key.Key_Down)
    assert graph.person.who.name == "Пётр Щукин"
    assert graph.accessibleDescription() == "Пётр Щукин, Spouse"
    QTest.keyClick(graph, Qt.Key.Key_Left)
    assert graph.person.who.name == "Вера"
    QTest.keyClick(graph, Qt.Key.Key_Return)
    assert went == []  # a named person has no page
    QTest.keyClick(graph, Qt.Key.Key_Right)
    QTest.keyClick(graph, Qt.Key.Key_Return)
    assert went == [Link("client", petr, "people")]


def test_a_click_on_the_words_opens_too(qtbot: QtBot, club: Context) -> None:
    anna, petr = add(club, "Волкова", "Анна"), add(club, "Щукин", "Пётр")
    tie(club, anna, petr, HOME, "spouse", "spouse")
    graph = opened(qtbot, club, anna, "people").circle.graph
    with qtbot.waitSignal(graph.opened) as told:
        at: QPointF = graph.spots[0].words.center()
        QTest.mouseClick(graph, Qt.MouseButton.LeftButton, pos=at.toPoint())
    assert told.args == [petr]


def test_a_crowd_is_counted_and_the_closest_are_shown(qtbot: QtBot, club: Context) -> None:
    anna = add(club, "Волкова", "Анна")
    for number in range(MOST + 3):
        tie(club, anna, f"Друг {number:02}", CIRCLE, "friend", "friend")
    circle = opened(qtbot, club, anna, "people").circle
    assert len(circle.graph.spots) == MOST
    assert "and 3 more in the list" in texts_of(circle)


def test_links_between_the_people_are_in_the_picture(club: Context) -> None:
    anna, petr, olga = (add(club, n, "") for n in ("Анна", "Пётр", "Ольга"))
    tie(club, anna, petr, CIRCLE, "friend", "friend")
    tie(club, olga, anna, CIRCLE, "friend", "friend")
    tie(club, petr, olga, FRICTION, "rival", "rival")
    found = read(club, lambda d: read_people_map(d, anna))
    assert [(link.one, link.other, link.kind) for link in found.links] == [(petr, olga, FRICTION)]


# Introductions and proposals ----------------------------------------------------------------------


def test_who_can_introduce_is_found_and_named(qtbot: QtBot, club: Context) -> None:
    anna, petr, olga = (add(club, n, "") for n in ("Анна", "Пётр", "Ольга"))
    tie(club, anna, olga, CIRCLE, "friend", "friend")
    tie(club, olga, petr, CIRCLE, "colleague", "colleague")
    circle = opened(qtbot, club, anna, "people").circle
    circle.to.set_value((petr, "Пётр"))
    circle.to.picked.emit(petr)
    idle(qtbot, club)
    said = texts_of(circle.introduce)
    assert said.index("Ольга") < said.index("Пётр")
    circle.to.set_value((anna, "Анна"))
    circle.to.picked.emit(anna)
    idle(qtbot, club)
    assert "Choose another client" in texts_of(circle.introduce)


def test_who_is_kept_apart_is_not_introduced(qtbot: QtBot, club: Context) -> None:
    anna, petr = add(club, "Анна", ""), add(club, "Пётр", "")
    tie(club, anna, petr, FRICTION, "rival", "rival")
    circle = opened(qtbot, club, anna, "people").circle
    circle.to.set_value((petr, "Пётр"))
    circle.to.picked.emit(petr)
    idle(qtbot, club)
    assert "are to be kept apart" in texts_of(circle.introduce)


def test_a_proposal_is_accepted_or_declined_by_a_click(qtbot: QtBot, club: Context) -> None:
    anna, petr = add(club, "Анна", ""), add(club, "Пётр", "")
    tie(club, anna, petr, HOME, "spouse", "spouse")
    for name in ("Вера", "Миша"):
        tie(club, petr, name, HOME, "child", "parent")
    page = opened(qtbot, club, anna, "people")
    yes, no = "Yes, add the relation", "No, do not propose it again"
    _button(page.circle, yes).click()
    idle(qtbot, club)
    names = {r.who.name for r in read(club, lambda d: people.list_people_around(d, anna))}
    assert "Вера" in names
    page.page.reload()
    idle(qtbot, club)
    _button(page.circle, no).click()
    idle(qtbot, club)
    assert read(club, lambda d: implied.list_proposals(d, anna)) == ()


def test_a_wish_to_meet_is_noted_and_carried_on_until_both_are_introduced(
    qtbot: QtBot, club: Context
) -> None:
    anna, petr = add(club, "Анна", ""), add(club, "Пётр", "")
    page = opened(qtbot, club, anna, "people")
    page.circle.wishes.new()
    press(qtbot, club, sheet(qtbot, club, page, IntroductionDialog),
          wanted="архитекторов", other_client_id=(petr, "Пётр"))  # fmt: skip
    page.page.reload()
    idle(qtbot, club)
    assert "neither side has agreed yet" in texts_of(page.circle.wishes)
    _button(page.circle.wishes, "Carry on").click()
    dialog = sheet(qtbot, club, page, IntroductionDialog)
    press(qtbot, club, dialog, client_agreed_on="01.11.2026", introduced_on="02.11.2026")
    assert dialog.isVisible()  # the other side has not agreed
    press(qtbot, club, dialog, other_agreed_on="01.11.2026", outcome="Играют в шахматы")
    (row,) = read(club, lambda d: introduced.list_introductions(d, petr))
    assert (row.is_own, row.fields.outcome) == (False, "Играют в шахматы")
    page.page.reload()
    idle(qtbot, club)
    assert "Играют в шахматы" in texts_of(page.circle.wishes)
    _button(page.circle.wishes, "Remove").click()
    idle(qtbot, club)
    assert read(club, lambda d: introduced.list_introductions(d, anna)) == ()


def badges_of(within: Any) -> list[str]:
    return [b.accessibleName() for b in within.findChildren(Badge)]


def _button(within: Any, name: str) -> Any:
    return next(b for b in within.findChildren(QPushButton) if b.accessibleName() == name)


# The sheet of a relation --------------------------------------------------------------------------


def test_a_relation_is_chosen_and_read_from_both_ends(qtbot: QtBot, club: Context) -> None:
    anna, petr = add(club, "Анна", ""), add(club, "Пётр", "")
    page = opened(qtbot, club, anna, "people").page
    dialog = EdgeDialog(club, anna, page)
    dialog.open()
    idle(qtbot, club)
    assert not dialog.form.fields["label_there"].isVisible()
    press(
        qtbot, club, dialog, other_client_id=(petr, "Пётр"), strength=3, since="2019",
        relation=relation_key(HOME, "parent", "child"),
    )  # fmt: skip
    (row,) = read(club, lambda d: people.list_people_around(d, petr))
    assert (row.label, row.strength, row.since.year) == ("child", 3, 2019)


def test_words_of_ones_own_are_offered_from_then_on(qtbot: QtBot, club: Context) -> None:
    anna = add(club, "Анна", "")
    page = opened(qtbot, club, anna, "people").page
    dialog = EdgeDialog(club, anna, page)
    dialog.open()
    idle(qtbot, club)
    press(
        qtbot, club, dialog, name="Яков", relation="", kind=CIRCLE, label_there="крёстный",
        label_back="крестница", keep=True,
    )  # fmt: skip
    own = [r for r in read(club, relations.list_relations) if r.id is not None]
    assert [r.label_there for r in own] == ["крёстный"]


def test_a_relation_is_changed_from_the_other_end(qtbot: QtBot, club: Context) -> None:
    anna, petr = add(club, "Анна", ""), add(club, "Пётр", "")
    tie(club, anna, petr, HOME, "spouse", "spouse")
    tab = opened(qtbot, club, petr, "people")
    _button(tab, "Change the relation").click()
    dialog = sheet(qtbot, club, tab, EdgeDialog)
    press(qtbot, club, dialog, until="2099")
    (row,) = read(club, lambda d: people.list_people_around(d, anna))
    assert (row.until.year, row.until.month) == (2099, 12)


# Names and days -----------------------------------------------------------------------------------


def test_the_question_is_asked_once_and_can_wait(qtbot: QtBot, club: Context) -> None:
    anna = add(club, "Волкова", "Анна", gender=None)
    page = opened(qtbot, club, anna, "names").page
    assert page.question.isVisible()
    page.question.later.click()
    idle(qtbot, club)
    page.reload()
    idle(qtbot, club)
    assert not page.question.isVisible()
    write(club, lambda d: name_forms.ask_gender_now(d, anna))
    page.reload()
    idle(qtbot, club)
    page.question.her.click()
    idle(qtbot, club)
    assert read(club, lambda d: name_forms.name_of(d, anna)).gender is Gender.FEMALE
    assert not read(club, lambda d: name_forms.asks_gender(d, anna))


def test_a_form_written_by_hand_is_locked_and_shown(qtbot: QtBot, club: Context) -> None:
    anna = add(club, "Щербина", "Анна", patronymic="")
    tab = opened(qtbot, club, anna, "names")
    assert "Щербиной Анне" in texts_of(tab)
    tab.forms_button.click()
    dialog = sheet(qtbot, club, tab, NameFormsDialog)
    assert "By the rules: Щербиной" in texts_of(dialog)
    press(qtbot, club, dialog, dative_surname="Щербине")
    tab.page.reload()
    idle(qtbot, club)
    assert "Щербине Анне" in texts_of(tab)
    assert "by hand" in badges_of(tab)
    name = read(club, lambda d: name_forms.name_of(d, anna))
    assert [(f.name_case, f.part, f.text) for f in name.locked] == [
        (NameCase.DATIVE, NamePart.SURNAME, "Щербине")
    ]


def test_the_passports_spelling_is_taken_by_a_click_and_never_by_itself(
    qtbot: QtBot, club: Context
) -> None:
    anna = add(club, "Щукина", "Анна")
    tab = opened(qtbot, club, anna, "names")
    assert tab.card.fields.latin_name == ""
    next(b for b in tab.findChildren(QPushButton) if b.text() == "Take it").click()
    idle(qtbot, club)
    assert read(club, lambda d: name_forms.name_of(d, anna)).latin_name == "Anna Shchukina"


def test_a_name_day_is_proposed_and_chosen_by_the_client(qtbot: QtBot, club: Context) -> None:
    anna = add(club, "Волкова", "Татьяна")
    tab = opened(qtbot, club, anna, "names")
    tab.add_button.click()
    dialog = sheet(qtbot, club, tab, DayDialog)
    (proposal,) = [b for b in dialog.proposals if b.isVisible()]
    proposal.click()
    press(qtbot, club, dialog)
    (day,) = read(club, lambda d: dates.list_client_dates(d, anna))
    assert (day.fields.kind, day.fields.month, day.fields.day) == (DayKind.NAME_DAY, 1, 25)


def test_a_day_is_changed_refused_beside_its_field_and_removed(qtbot: QtBot, club: Context) -> None:
    anna = add(club, "Волкова", "Анна")
    write(
        club,
        lambda d: dates.add_client_date(
            d, anna, DayFields(DayKind.MEMORIAL, "отец", year=2019, month=3, day=1)
        ),
    )
    tab = opened(qtbot, club, anna, "names")
    assert "no cheer" in badges_of(tab)
    _button(tab, "Change the day").click()
    dialog = sheet(qtbot, club, tab, DayDialog)
    press(qtbot, club, dialog, day="31 апреля")
    assert "Write the day as" in texts_of(dialog)
    press(qtbot, club, dialog, day="2 марта 2019")
    (day,) = read(club, lambda d: dates.list_client_dates(d, anna))
    assert day.fields.day == 2
    _button(tab, "Forget this day").click()
    idle(qtbot, club)
    assert read(club, lambda d: dates.list_client_dates(d, anna)) == ()
