"""Benefits: the catalogue, the client's choice, the ledger, gifts, who never receives anything."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date, timedelta
from threading import Barrier
from uuid import UUID

import pytest

from tests import factories as make
from tests import factories_benefits as give
from vipdesk.access import Desk, Office
from vipdesk.benefits import catalogue, choices, fairness, gifts, ledger, limits
from vipdesk.benefits.gifts import GiftFields
from vipdesk.benefits.ledger import Doubt
from vipdesk.errors import NotFound, UserError
from vipdesk.giving import GiftWay, OfferState
from vipdesk.models import PersonAround
from vipdesk.money import Money
from vipdesk.vocabulary import PersonKind, Role
from vipdesk.wording import Lang


def refused(deed: Callable[[], object], field: str | None = None) -> None:
    with pytest.raises(UserError) as told:
        deed()
    if field is not None:
        assert told.value.field == field


# The catalogue -----------------------------------------------------------------------------------


def test_the_catalogue_offers_what_a_tier_has_a_right_to(desk: Desk) -> None:
    gold, silver = make.tier(desk, "gold").id, make.tier(desk, "silver").id
    everybody = give.benefit(desk, "Для всех", perceived=Money.of(1), retail=None)
    best = give.benefit(desk, "Золотым", tier_ids=(gold,), name_en="For gold")
    assert [b.id for b in catalogue.list_open(desk, gold)] == [best.id, everybody.id]
    assert [b.id for b in catalogue.list_open(desk, silver)] == [everybody.id]
    assert (best.name(Lang.EN), everybody.name(Lang.EN)) == ("For gold", "Для всех")


def test_what_is_over_gone_or_retired_is_not_offered(desk: Desk) -> None:
    today = desk.now.date()
    give.benefit(desk, "Прошло", valid_until=today - timedelta(days=1))
    give.benefit(desk, "Будет", valid_from=today + timedelta(days=1))
    give.benefit(desk, "Нет", stock=0)
    head = make.as_role(desk, Role.HEAD)
    out = give.benefit(desk, "Убрано")
    catalogue.retire_benefit(head, out.id)
    assert catalogue.list_open(desk, None) == ()
    catalogue.bring_back_benefit(head, out.id)
    assert [b.id for b in catalogue.list_open(desk, None)] == [out.id]
    assert len(catalogue.list_benefits(desk, with_retired=True)) == 4


def test_only_who_keeps_the_catalogue_changes_it(desk: Desk) -> None:
    row = give.benefit(desk)
    refused(lambda: catalogue.change_benefit(desk, row.id, row.fields))
    head = make.as_role(desk, Role.HEAD)
    before = catalogue.change_benefit(head, row.id, replace(row.fields, stock=4))
    assert before == row.fields
    assert catalogue.list_benefits(desk)[0].left == 4
    client = make.client(desk)
    ledger.take_benefit(desk, client.id, row.id)
    refused(lambda: catalogue.change_benefit(head, row.id, replace(row.fields, stock=0)), "stock")


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"name_ru": " "}, "name_ru"),
        ({"name_en": "x" * 200}, "name_en"),
        ({"cost": Money.of(1, "EUR")}, "cost"),
        ({"perceived": Money(-1)}, "perceived"),
        ({"per_year": 0}, "per_year"),
        ({"stock": -1}, "stock"),
    ],
)
def test_a_benefit_is_checked(desk: Desk, fields: dict[str, object], field: str) -> None:
    refused(lambda: give.benefit(desk, **fields), field)  # type: ignore[arg-type]


# The choice ---------------------------------------------------------------------------------------


def test_nothing_is_imposed(desk: Desk) -> None:
    client, (a, b, c) = make.client(desk), give.three(desk)
    day = desk.now.date() + timedelta(days=5)

    def offer(*ids: UUID, picks: int = 1) -> UUID:
        return choices.open_choice(desk, client.id, benefit_ids=ids, choose_by=day, picks=picks)

    refused(lambda: offer(a), "benefit_ids")
    refused(lambda: offer(a, b, picks=2), "benefit_ids")
    refused(lambda: offer(a, b, picks=0), "picks")
    fourth = give.benefit(desk, "Четвёртое").id
    refused(lambda: offer(a, b, c, fourth), "benefit_ids")
    offer(a, b, c, fourth, picks=2)
    offer(a, b)


def test_the_client_picks_and_the_pieces_are_counted(desk: Desk) -> None:
    client, (a, b, c) = make.client(desk), give.three(desk, stock=2)
    day = desk.now.date() + timedelta(days=5)
    offer = choices.open_choice(
        desk, client.id, benefit_ids=(a, b, c), choose_by=day, picks=2, title="Подарок года"
    )
    refused(lambda: choices.choose(desk, offer, ()), "benefit_ids")
    refused(lambda: choices.choose(desk, offer, (a, b, c)), "benefit_ids")
    choices.choose(desk, offer, (a, c))
    (row,) = choices.list_offers(desk, client.id)
    assert (row.state, row.chosen) == (OfferState.CHOSEN, {a, c})
    left = {x.id: x.left for x in catalogue.list_benefits(desk)}
    assert left == {a: 1, b: 2, c: 1}
    refused(lambda: choices.choose(desk, offer, (b,)))  # a colleague has noted it
    choices.take_back_choice(desk, offer)
    (row,) = choices.list_offers(desk, client.id)
    assert (row.state, row.chosen) == (OfferState.OPEN, frozenset())
    assert {x.left for x in catalogue.list_benefits(desk)} == {2}
    choices.withdraw_choice(desk, offer)
    refused(lambda: choices.choose(desk, offer, (a,)))


def test_a_choice_that_ends_soon_is_told_to_who_leads_the_client(desk: Desk) -> None:
    client, (a, b, _) = make.client(desk), give.three(desk)
    today = desk.now.date()
    for days in (3, 30):
        choices.open_choice(
            desk, client.id, benefit_ids=(a, b), choose_by=today + timedelta(days=days)
        )
    (nudge,) = choices.list_nudges(desk)
    assert (nudge.client_id, nudge.days, nudge.options) == (client.id, 3, 2)
    (lapsed, _) = choices.list_nudges(make.later(desk, days=26))
    assert lapsed.days == -23
    assert choices.list_nudges(make.as_role(desk, Role.COORDINATOR)) == ()
    refused(lambda: choices.open_choice(
        make.later(desk, days=9), client.id, benefit_ids=(a, b), choose_by=today), "choose_by",
    )  # fmt: skip


# The ledger ---------------------------------------------------------------------------------------


def test_a_year_allows_a_client_so_many(desk: Desk) -> None:
    client, row = make.client(desk), give.benefit(desk, per_year=1)
    first = ledger.take_benefit(desk, client.id, row.id)
    refused(lambda: ledger.take_benefit(desk, client.id, row.id))
    ledger.return_benefit(desk, first)
    refused(lambda: ledger.return_benefit(desk, first))
    ledger.take_benefit(desk, client.id, row.id)
    other = make.client(desk, surname="Другая")
    ledger.take_benefit(desk, other.id, row.id)


def test_a_benefit_of_another_tier_is_refused(desk: Desk) -> None:
    client = make.client(desk)
    row = give.benefit(desk, tier_ids=(make.tier(desk, "silver").id,))
    refused(lambda: ledger.take_benefit(desk, client.id, row.id))


def test_what_was_taken_keeps_what_it_was_worth(desk: Desk) -> None:
    client, row = make.client(desk), give.benefit(desk, retail=Money.of(100))
    use = ledger.take_benefit(desk, client.id, row.id, reason="просил")
    dearer = replace(row.fields, retail=Money.of(900))
    catalogue.change_benefit(make.as_role(desk, Role.HEAD), row.id, dearer)
    assert ledger.use_benefit(desk, use, on=desk.now.date()) is None
    (line,) = ledger.list_uses(desk, client.id)
    assert (line.retail, line.used_on, line.reason) == (Money.of(100), desk.now.date(), "просил")
    refused(lambda: ledger.use_benefit(desk, use, on=desk.now.date() + timedelta(days=1)))


def test_doubts_tell_of_the_client_the_household_and_the_limit(desk: Desk) -> None:
    wife, husband = make.client(desk, official=True), make.client(desk, surname="Волков")
    desk.session.add(
        PersonAround(
            client_id=husband.id, other_client_id=wife.id, kind=PersonKind.HOUSEHOLD,
            label_there="жена", label_back="муж",
        )
    )  # fmt: skip
    desk.session.flush()
    a, b, c = (give.benefit(desk, n, retail=Money.of(v)).id for n, v in
               (("Опера", 100), ("Спа", 200), ("Яхта", 90_000)))  # fmt: skip
    ledger.take_benefit(desk, wife.id, a)
    ledger.take_benefit(desk, husband.id, b)
    told = {(d.benefit_id, d.doubt) for d in ledger.doubts(desk, wife.id)}
    assert told == {(a, Doubt.ALREADY), (b, Doubt.HOUSEHOLD), (c, Doubt.LIMIT)}
    assert not ledger.doubts(make.later(desk, days=400), husband.id)


def test_of_two_desks_that_take_the_last_piece_one_gets_it(office: Office) -> None:
    def founded(desk: Desk) -> tuple[list[UUID], UUID]:
        clients = [make.client(desk, surname=s).id for s in ("А", "Б", "В", "Г")]
        return clients, give.benefit(desk, stock=1).id

    (clients, benefit), _ = office.write(founded)
    start = Barrier(len(clients))

    def take(client_id: UUID) -> bool:
        start.wait()
        try:
            office.write(lambda desk: ledger.take_benefit(desk, client_id, benefit))
        except UserError:
            return False
        return True

    with ThreadPoolExecutor(len(clients)) as desks:
        got = list(desks.map(take, clients))
    assert got.count(True) == 1
    assert office.read(catalogue.list_benefits)[0].left == 0


def test_of_two_desks_that_note_one_choice_one_does(office: Office) -> None:
    def founded(desk: Desk) -> tuple[UUID, UUID, UUID]:
        client, (a, b, _) = make.client(desk), give.three(desk)
        day = desk.now.date()
        return choices.open_choice(desk, client.id, benefit_ids=(a, b), choose_by=day), a, b

    (offer, *picked), _ = office.write(founded)
    start = Barrier(2)

    def note(benefit: UUID) -> bool:
        start.wait()
        try:
            office.write(lambda desk: choices.choose(desk, offer, (benefit,)))
        except UserError:
            return False
        return True

    with ThreadPoolExecutor(2) as desks:
        assert sorted(desks.map(note, picked)) == [False, True]
    assert sum(b.taken for b in office.read(catalogue.list_benefits)) == 1


# Gifts --------------------------------------------------------------------------------------------


def gift(desk: Desk, value: int | None, **fields: object) -> GiftFields:
    worth = Money.of(value) if value is not None else None
    values: dict[str, object] = {"way": GiftWay.GIVEN, "on_date": desk.now.date(), "what": "Альбом"}
    return GiftFields(**{**values, "value": worth, **fields})  # type: ignore[arg-type]


def test_gifts_are_counted_by_the_year(desk: Desk) -> None:
    client = make.client(desk)
    for value in (1000, None):
        gifts.add_gift(desk, client.id, gift(desk, value))
    gifts.add_gift(desk, client.id, gift(desk, 500, way=GiftWay.RECEIVED))
    old = gift(desk, 700, on_date=desk.now.date() - timedelta(days=400))
    removed = gifts.add_gift(desk, client.id, old)
    year = gifts.gift_year(desk, client.id)
    assert (year.given, year.received, year.unpriced) == (2, 1, 1)
    assert (year.given_worth, year.received_worth) == (Money.of(1000), Money.of(500))
    assert (year.limit, year.over, year.left) == (None, False, None)
    gifts.remove_gift(desk, removed)
    assert len(gifts.list_gifts(desk, client.id)) == 3
    with pytest.raises(NotFound):
        gifts.remove_gift(desk, removed)


def test_an_official_has_a_limit_above_which_a_reason_is_asked(desk: Desk) -> None:
    client = make.client(desk, official=True)
    refused(lambda: gifts.add_gift(desk, client.id, gift(desk, None)), "value")
    gifts.add_gift(desk, client.id, gift(desk, 2000))
    refused(lambda: gifts.add_gift(desk, client.id, gift(desk, 1001)), "reason")
    gifts.add_gift(desk, client.id, gift(desk, 1000))
    year = gifts.gift_year(desk, client.id)
    assert (year.limit, year.left, year.over) == (Money.of(3000), Money.of(0), False)
    gifts.add_gift(desk, client.id, gift(desk, 5, reason="Протокол, по решению юриста"))
    assert gifts.gift_year(desk, client.id).over
    assert limits.change_gift_limit(make.as_role(desk, Role.HEAD), Money.of(9000)) == limits.BY_LAW
    assert not gifts.gift_year(desk, client.id).over


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"what": ""}, "what"),
        ({"what": "x" * 300}, "what"),
        ({"on_date": date(2030, 1, 1)}, "on_date"),
    ],
)
def test_a_gift_is_checked(desk: Desk, fields: dict[str, object], field: str) -> None:
    client = make.client(desk)
    refused(lambda: gifts.add_gift(desk, client.id, gift(desk, 1, **fields)), field)


# Fairness -----------------------------------------------------------------------------------------


def test_management_sees_who_never_receives_anything(desk: Desk) -> None:
    since = desk.now.date() - timedelta(days=900)
    lucky, gifted, forgotten, _new = (
        make.client(desk, surname=s, member_since=m)
        for s, m in (("А", since), ("Б", since), ("В", since), ("Г", desk.now.date()))
    )
    ledger.take_benefit(desk, lucky.id, give.benefit(desk).id)
    gifts.add_gift(desk, gifted.id, gift(desk, 10))
    long_ago = gift(desk, 10, on_date=desk.now.date() - timedelta(days=500))
    gifts.add_gift(desk, forgotten.id, long_ago)
    seen = fairness.fairness(make.as_role(desk, Role.HEAD))
    assert [(t.tier(Lang.EN), t.clients, t.without) for t in seen.tiers] == [("Gold", 3, 1)]
    (row,) = seen.overlooked
    assert (row.name.surname, row.last, seen.without) == ("В", long_ago.on_date, 1)
    refused(lambda: fairness.fairness(desk))
