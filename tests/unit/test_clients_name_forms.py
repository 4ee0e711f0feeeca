"""Names kept in their cases: what is written by hand stays; the one question is asked and waits."""

import pytest

from tests import factories as make
from vipdesk.access import Desk
from vipdesk.clients import name_forms
from vipdesk.clients.names import NameStyle, addressee, in_case
from vipdesk.errors import UserError
from vipdesk.models import Client
from vipdesk.vocabulary import Gender, NameCase, NamePart
from vipdesk.wording import Lang

DATIVE, SURNAME, GIVEN = NameCase.DATIVE, NamePart.SURNAME, NamePart.GIVEN


def test_the_rules_propose_beside_what_was_written(desk: Desk) -> None:
    anna = make.client(desk, surname="Щербина", patronymic="").id
    before = name_forms.write_name_forms(desk, anna, {(DATIVE, SURNAME): " Щербине "})
    assert before == {(DATIVE, SURNAME): ""}
    cell = name_forms.get_name_sheet(desk, anna).cell(DATIVE, SURNAME)
    assert cell is not None
    assert (cell.proposal, cell.written, cell.used) == ("Щербиной", "Щербине", "Щербине")
    assert addressee(name_forms.name_of(desk, anna), Lang.RU) == "Щербине Анне"


def test_a_form_survives_every_other_change_of_the_client(desk: Desk) -> None:
    row = make.client(desk, surname="Щербина", patronymic="")
    name_forms.write_name_forms(desk, row.id, {(DATIVE, SURNAME): "Щербине"})
    row.given, row.gender, row.company = "Ольга", None, "Литейщик"
    desk.session.flush()
    name = name_forms.name_of(desk, row.id)
    whom = in_case(name, DATIVE, NameStyle.SURNAME)
    assert whom is not None
    assert whom.name == "Щербине"


def test_after_a_marriage_the_old_form_is_kept_and_not_used(desk: Desk) -> None:
    row = make.client(desk, surname="Щербина", patronymic="")
    name_forms.write_name_forms(desk, row.id, {(DATIVE, SURNAME): "Щербине"})
    row.surname = "Орлова"
    desk.session.flush()
    cell = name_forms.get_name_sheet(desk, row.id).cell(DATIVE, SURNAME)
    assert cell is not None
    assert (cell.stale, cell.used) == ("Щербине", "Орловой")
    assert name_forms.write_name_forms(desk, row.id, {(DATIVE, SURNAME): ""}) == {}
    row.surname = "Щербина"
    desk.session.flush()
    assert addressee(name_forms.name_of(desk, row.id), Lang.RU) == "Щербине Анне"


def test_a_form_is_taken_back_and_put_back(desk: Desk) -> None:
    anna = make.client(desk).id
    name_forms.write_name_forms(desk, anna, {(DATIVE, GIVEN): "Анночке"})
    before = name_forms.write_name_forms(desk, anna, {(DATIVE, GIVEN): ""})
    assert name_forms.name_of(desk, anna).locked == ()
    name_forms.write_name_forms(desk, anna, before)
    assert name_forms.name_of(desk, anna).locked[0].text == "Анночке"


@pytest.mark.parametrize(
    ("cell", "text", "field"),
    [
        ((NameCase.NOMINATIVE, SURNAME), "Иная", "nominative_surname"),
        ((DATIVE, NamePart.PATRONYMIC), "Ивановне", "dative_patronymic"),
        ((DATIVE, SURNAME), "я" * 121, "dative_surname"),
    ],
)
def test_a_form_that_cannot_be_is_refused(
    desk: Desk, cell: tuple[NameCase, NamePart], text: str, field: str
) -> None:
    anna = make.client(desk, patronymic="").id
    with pytest.raises(UserError) as caught:
        name_forms.write_name_forms(desk, anna, {cell: text})
    assert caught.value.field == field


def test_without_a_gender_a_letter_is_addressed_in_the_nominative(desk: Desk) -> None:
    anna = make.client(desk, gender=None).id
    name = name_forms.name_of(desk, anna)
    assert addressee(name, Lang.RU) == "Волкова Анна Сергеевна"
    assert addressee(name, Lang.EN) == "Anna Volkova"


def test_the_gender_is_asked_for_until_somebody_answers(desk: Desk) -> None:
    anna = make.client(desk, gender=None).id
    assert name_forms.asks_gender(desk, anna)
    name_forms.ask_gender_later(desk, anna)
    assert not name_forms.asks_gender(desk, anna)
    assert name_forms.asks_gender(make.later(desk, days=31), anna)
    assert name_forms.note_gender(desk, anna, Gender.FEMALE) is None
    assert desk.session.get_one(Client, anna).gender is Gender.FEMALE
    assert not name_forms.asks_gender(make.later(desk, days=31), anna)
