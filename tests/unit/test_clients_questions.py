"""Facts corrected with a way back, and the one question for the next talk."""

from __future__ import annotations

import pytest

from tests import factories as make
from vipdesk.access import Desk
from vipdesk.clients import facts, questions, special
from vipdesk.clients.rows import Freshness
from vipdesk.errors import NotFound, UserError
from vipdesk.vocabulary import Confidence, FactKind, Role
from vipdesk.wording import Words


def only(desk: Desk, client: make.Client) -> facts.FactRow:
    (row,) = facts.list_facts(desk, client.id, special=True)
    return row


def test_a_corrected_fact_is_of_today_and_comes_back_as_it_was(desk: Desk) -> None:
    client = make.client(desk)
    fact = facts.add_fact(desk, client.id, kind=FactKind.WORK, text="В совете банка", source="сам")
    later = make.later(desk, days=40)
    before = facts.change_fact(
        later, fact, kind=FactKind.WORK, text="Ушёл из банка", confidence=Confidence.CONFIRMED
    )
    row = only(later, client)
    assert (row.text, row.age_days, row.source) == ("Ушёл из банка", 0, "")
    facts.restore_fact(later, before)
    row = only(later, client)
    assert (row.text, row.age_days, row.source) == ("В совете банка", 40, "сам")


def test_another_source_alone_does_not_make_a_fact_younger(desk: Desk) -> None:
    client = make.client(desk)
    fact = facts.add_fact(desk, client.id, kind=FactKind.WORK, text="В совете банка")
    later = make.later(desk, days=40)
    facts.change_fact(later, fact, kind=FactKind.WORK, text="В совете банка", source="жена")
    assert only(later, client).age_days == 40


def test_a_confirmed_fact_grows_old_again_when_it_is_undone(desk: Desk) -> None:
    client = make.client(desk)
    fact = facts.add_fact(desk, client.id, kind=FactKind.TRAVEL, text="На даче")
    later = make.later(desk, days=200)
    before = facts.confirm_fact(later, fact)
    assert only(later, client).freshness is Freshness.FRESH
    facts.restore_fact(later, before)
    assert only(later, client).freshness is Freshness.STALE


def test_the_day_to_ask_again_lies_ahead(desk: Desk) -> None:
    client = make.client(desk)
    with pytest.raises(UserError) as refused:
        facts.add_fact(desk, client.id, kind=FactKind.WORK, text="Банк", review_on=desk.now.date())
    assert refused.value.field == "review_on"
    fact = facts.add_fact(desk, client.id, kind=FactKind.WORK, text="Банк")
    with pytest.raises(UserError):
        facts.change_fact(desk, fact, kind=FactKind.WORK, text="Банк", review_on=desk.now.date())


def test_a_special_fact_is_not_there_for_who_may_not_read_it(desk: Desk) -> None:
    client = make.client(desk)
    special.change_special(desk, on=True)
    fact = facts.add_fact(desk, client.id, kind=FactKind.HEALTH, text="Аллергия на орехи")
    other = make.as_role(desk, Role.COORDINATOR)
    for deed in (facts.confirm_fact, facts.end_fact, facts.reopen_fact):
        with pytest.raises(NotFound):
            deed(other, fact)


@pytest.mark.parametrize("kind", list(FactKind))
def test_every_kind_has_two_questions_in_both_languages_that_quote_nothing(
    kind: FactKind, ru: Words, en: Words
) -> None:
    for said in questions._ASKED[kind]:
        assert "{" not in said.text
        assert en(said).count("?") == 1
        assert ru(said).count("?") == 1
        assert ru(said) != en(said)


def test_the_question_is_about_what_is_overdue_longest(desk: Desk) -> None:
    client = make.client(desk)
    facts.add_fact(make.later(desk, days=-500), client.id, kind=FactKind.WORK, text="Банк")
    facts.add_fact(make.later(desk, days=-500), client.id, kind=FactKind.TRAVEL, text="Ладога")
    rows = facts.list_facts(desk, client.id, special=True)
    asked = questions.next_question(rows)
    assert asked is not None
    assert asked.fact.text == "Ладога"
    assert asked.said == questions.question_for(asked.fact)
    assert questions.next_question(()) is None
