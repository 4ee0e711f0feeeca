"""Scores of clients, from the facts of every room."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from tests import factories
from tests.factories import as_role, later
from tests.factories_health import (
    case_promise,
    clock,
    complaint,
    invitation,
    purchase,
    well_known,
)
from vipdesk.access import Desk
from vipdesk.errors import NotFound
from vipdesk.health import formula as rules
from vipdesk.health.explain import explain
from vipdesk.health.formula import Flag, Part, formula
from vipdesk.health.score import (
    ClientHealth,
    baseline_at,
    get_health,
    overview,
    score_clients,
    take_snapshot,
)
from vipdesk.models import HealthSnapshot, Staff
from vipdesk.vocabulary import (
    Band,
    ClockKind,
    ClockVerdict,
    ComplaintState,
    EventState,
    FlagKind,
    InvitationState,
    PartStat,
    PromiseState,
    RestrictedClass,
    Role,
    Severity,
)
from vipdesk.wording import Words

F = formula()


def part(health: ClientHealth, which: Part) -> Any:
    return next(p for p in health.parts if p.part is which)


def x_of(desk: Desk, client_id: Any, which: Part) -> float | None:
    found: float | None = part(get_health(desk, client_id), which).x
    return found


def test_a_well_kept_client_is_steady(desk: Desk) -> None:
    client = well_known(desk)
    health = get_health(desk, client.id)
    assert health.band is Band.STEADY
    assert health.score.coverage == 85  # nobody was asked: no voice
    assert health.shown == rules.shown(health.score.value or 0, F)
    assert health.flags == ()


def test_a_new_client_is_unknown_not_healthy(desk: Desk) -> None:
    client = factories.client(desk)
    health = get_health(desk, client.id)
    assert (health.band, health.shown) == (Band.UNKNOWN, None)
    assert health.score.coverage == 25
    assert health.score.low == 25
    assert health.score.high == 100


def test_contact_follows_the_clients_own_rhythm_then_the_tiers(desk: Desk) -> None:
    ago = desk.now - timedelta(days=60)
    own = factories.client(desk, last_contact_at=ago, cadence_days=60)
    tiers = factories.client(desk, last_contact_at=ago)  # gold: 30 days
    neither = factories.client(desk, last_contact_at=ago, tier_id=None)
    assert x_of(desk, own.id, Part.CONTACT) == 100
    assert x_of(desk, tiers.id, Part.CONTACT) == pytest.approx(50)
    assert x_of(desk, neither.id, Part.CONTACT) == pytest.approx(50)


def test_spending_is_compared_with_the_same_days_a_year_before(desk: Desk) -> None:
    client = factories.client(desk)
    for days_ago, amount in ((10, 1000), (300, 9000), (370, 1000), (400, 1000)):
        purchase(desk, client.id, days_ago, amount)
    # 1000 now, 2000 then, the usual deal is 1000: log2(2000/3000).
    expected = rules.value_trend(100_000, 200_000, 100_000, F)
    assert x_of(desk, client.id, Part.VALUE) == pytest.approx(expected)


def test_the_usual_deal_of_an_even_number_is_the_middle_two(desk: Desk) -> None:
    client = factories.client(desk)
    for days_ago, amount in ((10, 1000), (20, 2000), (380, 4000), (400, 9000)):
        purchase(desk, client.id, days_ago, amount)
    expected = rules.value_trend(300_000, 1_300_000, 300_000, F)
    assert x_of(desk, client.id, Part.VALUE) == pytest.approx(expected)


def test_a_first_year_of_purchases_cannot_be_compared(desk: Desk) -> None:
    client = factories.client(desk)
    purchase(desk, client.id, 20)
    assert x_of(desk, client.id, Part.VALUE) is None


def test_complaints_weigh_by_how_they_stand(desk: Desk) -> None:
    def lost(**fields: Any) -> float:
        client = factories.client(desk)
        complaint(desk, client.id, **fields)
        return 100 - (x_of(desk, client.id, Part.COMPLAINTS) or 0)

    assert lost() == pytest.approx(20)
    assert lost(overdue=True) == pytest.approx(30)
    assert lost(state=ComplaintState.CLOSED_UNRESOLVED) == pytest.approx(25)
    assert lost(state=ComplaintState.RESOLVED, overdue=True) == pytest.approx(7)
    assert lost(state=ComplaintState.CLOSED, followed_up=True) == pytest.approx(3)
    assert lost(severity=Severity.S1, flag=FlagKind.REPEAT) == pytest.approx(60)
    assert lost(reopen_count=1) == pytest.approx(30)
    assert lost(days_ago=180) == pytest.approx(10)
    for state in (ComplaintState.VOID, ComplaintState.DUPLICATE, ComplaintState.RECLASSIFIED):
        assert lost(state=state) == 0


def test_a_clock_that_waits_for_the_client_is_not_overdue(desk: Desk) -> None:
    client = factories.client(desk)
    waiting = complaint(desk, client.id, overdue=True, state=ComplaintState.WAIT_CLIENT)
    assert x_of(desk, client.id, Part.COMPLAINTS) == pytest.approx(80)
    clock(desk, waiting.id, kind=ClockKind.UPDATE, due_days=-1)
    assert x_of(desk, client.id, Part.COMPLAINTS) == pytest.approx(70)


def test_a_clock_judged_missed_but_not_stopped_is_overdue(desk: Desk) -> None:
    client = factories.client(desk)
    row = complaint(desk, client.id)
    clock(desk, row.id, kind=ClockKind.FIRST, due_days=-1, verdict=ClockVerdict.MISSED)
    assert x_of(desk, client.id, Part.COMPLAINTS) == pytest.approx(70)


def test_club_life_counts_what_took_place(desk: Desk) -> None:
    client = factories.client(desk)
    invitation(desk, client.id, attended=True)
    invitation(desk, client.id, PartStat.DECLINED)
    invitation(desk, client.id, PartStat.NEEDS_ACTION)
    invitation(desk, client.id, PartStat.ACCEPTED, attended=False)
    # Not these: attendance not noted, held back, called off, long ago, not yet.
    invitation(desk, client.id, PartStat.ACCEPTED, attended=None)
    invitation(desk, client.id, state=InvitationState.HELD, attended=True)
    invitation(desk, client.id, event_state=EventState.CANCELLED, attended=True)
    invitation(desk, client.id, attended=True, days_ago=400)
    invitation(desk, client.id, attended=True, days_ago=-5)
    assert x_of(desk, client.id, Part.ENGAGEMENT) == pytest.approx(rules.engagement(1, 1, 1, 1, F))


def test_a_guest_who_came_without_an_answer_came(desk: Desk) -> None:
    client = factories.client(desk)
    invitation(desk, client.id, PartStat.NEEDS_ACTION, attended=True)
    assert x_of(desk, client.id, Part.ENGAGEMENT) == pytest.approx(rules.engagement(1, 0, 0, 0, F))


def test_promises_of_both_ledgers_count(desk: Desk) -> None:
    client = factories.client(desk)
    ago = desk.now - timedelta(days=10)
    for state in (PromiseState.KEPT, PromiseState.BROKEN, PromiseState.RELEASED):
        factories.promise(desk, client.id, state=state, due_at=ago)
    factories.promise(desk, client.id, state=PromiseState.RENEGOTIATED, due_at=ago)
    factories.promise(desk, client.id)  # due in two days
    row = complaint(desk, client.id)
    case_promise(desk, row.id, PromiseState.KEPT)
    assert x_of(desk, client.id, Part.PROMISES) == pytest.approx(rules.promises(2, 3, F))
    factories.promise(desk, client.id, due_at=ago)  # open and late
    assert x_of(desk, client.id, Part.PROMISES) == pytest.approx(rules.promises(2, 4, F))


@pytest.mark.parametrize(
    ("spoil", "flag", "band"),
    [
        (lambda d, c: complaint(d, c.id, severity=Severity.S1), Flag.OPEN_GRAVE, Band.AT_RISK),
        (lambda d, c: complaint(d, c.id, flag=FlagKind.THREAT), Flag.LEAVING, Band.AT_RISK),
        (
            lambda d, c: complaint(d, c.id, severity=Severity.S3, flag=FlagKind.REPEAT),
            Flag.REPEAT,
            Band.WATCH,
        ),
        (
            lambda d, c: factories.promise(d, c.id, due_at=d.now - timedelta(days=1)),
            Flag.OVERDUE_PROMISE,
            Band.WATCH,
        ),
    ],
    ids=["grave", "leaving", "repeat", "promise"],
)
def test_a_hard_flag_lowers_the_band_and_is_told(
    desk: Desk, spoil: Any, flag: Flag, band: Band
) -> None:
    client = well_known(desk)
    spoil(desk, client)
    health = get_health(desk, client.id)
    assert health.flags == (flag,)
    assert health.band is band


def test_silence_beyond_three_rhythms_is_a_flag_also_without_any_talk(desk: Desk) -> None:
    long_ago = desk.now - timedelta(days=91)
    silent = factories.client(desk, last_contact_at=long_ago)
    never = factories.client(desk, created_at=long_ago)
    new = factories.client(desk)
    assert Flag.SILENCE in get_health(desk, silent.id).flags
    assert Flag.SILENCE in get_health(desk, never.id).flags
    assert get_health(desk, new.id).flags == ()


def test_a_client_whose_manager_left_has_none(desk: Desk) -> None:
    client = well_known(desk)
    desk.session.get_one(Staff, desk.actor.id).left_at = desk.now
    desk.session.flush()
    orphan = factories.client(desk, manager_id=None)
    head = as_role(desk, Role.HEAD)
    assert Flag.NO_MANAGER in get_health(head, client.id).flags
    assert Flag.NO_MANAGER in get_health(head, orphan.id).flags


def test_a_coordinator_learns_nothing(desk: Desk) -> None:
    client = well_known(desk)
    coordinator = as_role(desk, Role.COORDINATOR)
    for read in (score_clients, take_snapshot):
        with pytest.raises(NotFound):
            read(coordinator)
    with pytest.raises(NotFound):
        explain(coordinator, client.id)


def test_a_manager_reads_own_clients_an_executive_all(desk: Desk) -> None:
    own = factories.client(desk)
    strange = factories.client(desk, manager_id=as_role(desk, Role.HEAD).actor.id)
    factories.client(desk, left_on=desk.now.date())
    assert [h.client_id for h in score_clients(desk)] == [own.id]
    with pytest.raises(NotFound):
        get_health(desk, strange.id)
    assert len(score_clients(as_role(desk, Role.EXECUTIVE))) == 2


def test_a_complaint_about_the_manager_does_not_move_what_the_manager_reads(desk: Desk) -> None:
    client = well_known(desk)
    head = as_role(desk, Role.HEAD)
    take_snapshot(later(head, days=-20))
    row = complaint(
        desk, client.id, restricted=RestrictedClass.CONFLICT, severity=Severity.S1,
        about_staff_id=desk.actor.id, owner_id=head.actor.id, days_ago=9, flag=FlagKind.THREAT,
    )  # fmt: skip
    case_promise(desk, row.id, PromiseState.BROKEN)
    clean = get_health(desk, client.id)
    assert part(clean, Part.COMPLAINTS).x == 100
    assert clean.flags == ()
    assert get_health(head, client.id).band is Band.AT_RISK
    assert row.public_no not in str(explain(desk, client.id))
    assert row.public_no in str(explain(head, client.id))
    # Nor does it through a snapshot that the head took.
    take_snapshot(later(head, days=-8))
    again = get_health(desk, client.id)
    assert again.before_band is Band.STEADY
    assert again.moved == pytest.approx(0, abs=3)
    assert get_health(head, client.id).before_band is Band.AT_RISK


def test_a_complaint_about_an_executive_is_in_no_snapshot_and_moves_nothing(desk: Desk) -> None:
    client = well_known(desk)
    head, executive = as_role(desk, Role.HEAD), as_role(desk, Role.EXECUTIVE)
    row = complaint(
        desk, client.id, restricted=RestrictedClass.CONFLICT, severity=Severity.S1,
        about_staff_id=executive.actor.id, owner_id=head.actor.id, days_ago=9,
    )  # fmt: skip
    case_promise(desk, row.id, PromiseState.BROKEN)
    take_snapshot(later(head, days=-8))
    kept = desk.session.scalars(select(HealthSnapshot)).one()
    assert kept.parts["all"][Part.COMPLAINTS] == 100
    assert kept.band == Band.STEADY
    seen, hidden = get_health(head, client.id), get_health(executive, client.id)
    assert part(seen, Part.COMPLAINTS).x < 100
    assert part(hidden, Part.COMPLAINTS).x == 100
    assert seen.moved == pytest.approx(hidden.moved)


def test_those_in_need_come_first(desk: Desk) -> None:
    steady = well_known(desk, surname="Аксёнова")
    grave = well_known(desk, surname="Яковлева")
    complaint(desk, grave.id, severity=Severity.S1)
    unknown = factories.client(desk, surname="Белова")
    watch = well_known(desk, surname="Волкова")
    factories.promise(desk, watch.id, due_at=desk.now - timedelta(days=1))
    order = [h.client_id for h in score_clients(desk)]
    assert order == [grave.id, watch.id, unknown.id, steady.id]


def test_movement_is_told_since_the_last_snapshot_and_adds_up(desk: Desk) -> None:
    client = well_known(desk)
    head = as_role(desk, Role.HEAD)
    assert take_snapshot(head) == 1
    after = later(head, days=52)
    complaint(after, client.id, overdue=True)
    health = get_health(after, client.id)
    assert health.before_band is Band.STEADY
    assert health.moved is not None
    assert health.moved < -5
    assert sum(p.moved for p in health.parts if p.moved is not None) == pytest.approx(
        health.moved, abs=1e-9
    )
    found = overview(after, score_clients(after))
    assert found.since == desk.now
    assert found.compared == 1
    assert found.mean_moved == pytest.approx(health.moved)


def test_movement_is_measured_against_a_snapshot_at_least_a_week_old(desk: Desk) -> None:
    well_known(desk)
    head = as_role(desk, Role.HEAD)
    assert baseline_at(desk) is None
    take_snapshot(later(head, days=-30))
    take_snapshot(later(head, days=-9))
    take_snapshot(later(head, days=-2))
    assert baseline_at(desk) == desk.now - timedelta(days=9)


def test_a_young_club_compares_with_its_first_day_but_not_with_today(desk: Desk) -> None:
    head = as_role(desk, Role.HEAD)
    well_known(desk)
    take_snapshot(head)
    assert baseline_at(desk) is None
    assert baseline_at(later(desk, days=2)) == desk.now


def test_the_overview_counts_bands_moves_and_newcomers(desk: Desk) -> None:
    head = as_role(desk, Role.HEAD)
    client = well_known(desk)
    take_snapshot(later(head, days=-10))
    complaint(desk, client.id, severity=Severity.S1)
    factories.client(desk)
    found = overview(head, score_clients(head))
    assert (found.clients, found.unknown) == (2, 1)
    assert found.counts[Band.AT_RISK] == 1
    assert found.before[Band.STEADY] == 1
    assert found.moves == {(Band.STEADY, Band.AT_RISK): 1, (None, Band.UNKNOWN): 1}


def test_an_empty_club_has_an_empty_overview(desk: Desk) -> None:
    found = overview(desk, score_clients(desk))
    assert (found.clients, found.since, found.mean_moved) == (0, None, None)


def test_drivers_pull_down_first_where_somebody_is_needed(desk: Desk) -> None:
    client = well_known(desk, last_contact_at=desk.now - timedelta(days=52))
    complaint(desk, client.id, overdue=True)
    complaint(desk, client.id, overdue=True)
    drivers = get_health(desk, client.id).drivers
    assert [d.part for d in drivers] == [Part.COMPLAINTS, Part.CONTACT]


def test_reasons_are_said_in_both_languages(desk: Desk, ru: Words, en: Words) -> None:
    client = well_known(desk, last_contact_at=desk.now - timedelta(days=52))
    complaint(desk, client.id, overdue=True)
    health = get_health(desk, client.id)
    assert en(part(health, Part.COMPLAINTS).said) == "1 overdue complaint"
    assert en(part(health, Part.CONTACT).said) == "52 days without a talk"
    assert ru(part(health, Part.CONTACT).said) == "52 дня без разговора"
    assert ru(part(health, Part.COMPLAINTS).said) == "1 просроченная жалоба"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"last_contact_at": None}, "no talk on record"),
        ({"last_contact_at": timedelta(0)}, "talked today"),
        ({"last_contact_at": timedelta(days=1)}, "talked 1 day ago"),
    ],
)
def test_contact_is_said_as_it_is(desk: Desk, en: Words, fields: dict[str, Any], said: str) -> None:
    ago = fields["last_contact_at"]
    client = factories.client(desk, last_contact_at=desk.now - ago if ago is not None else None)
    assert en(part(get_health(desk, client.id), Part.CONTACT).said) == said


def test_every_point_opens_to_its_facts(desk: Desk, en: Words) -> None:
    client = well_known(desk)
    row = complaint(desk, client.id, overdue=True)
    factories.interaction(desk, client.id, at=desk.now - timedelta(days=3))
    factories.promise(desk, client.id, due_at=desk.now - timedelta(days=1))
    factories.promise(desk, client.id)
    case_promise(desk, row.id, PromiseState.BROKEN)
    for answer in (PartStat.DECLINED, PartStat.NEEDS_ACTION):
        invitation(desk, client.id, answer)
    invitation(desk, client.id, attended=False)
    invitation(desk, client.id)
    opened = explain(desk, client.id)
    assert opened.formula_version == F.version
    facts = {p.row.part: p.facts for p in opened.parts}
    said = {which: [en(fact.said) for fact in rows] for which, rows in facts.items()}
    assert said[Part.CONTACT] == ["agreed rhythm: every 30 days", "Talk"]
    assert said[Part.VALUE][0].endswith("2,000 in the last 180 days")
    assert said[Part.COMPLAINTS] == [f"{row.public_no}: Serious, answer overdue"]
    assert len(said[Part.ENGAGEMENT]) == 5
    assert sorted(s.split(": ")[0] for s in said[Part.PROMISES]) == [
        "broken", "kept", "open", "overdue",
    ]  # fmt: skip
    assert facts[Part.VOICE] == ()
    [case] = facts[Part.COMPLAINTS]
    assert (case.kind, case.id) == ("complaint", row.id)
    whole = part(opened.health, Part.COMPLAINTS)
    # The complaint's points are the whole distance from a clean slate.
    clean = 25 * (100 - 75) / opened.health.score.coverage
    assert case.points == pytest.approx(whole.points - clean)


def test_a_long_list_of_facts_says_how_many_more_there_are(desk: Desk) -> None:
    client = factories.client(desk)
    for days_ago in range(20):
        purchase(desk, client.id, days_ago)
    opened = explain(desk, client.id)
    value = next(p for p in opened.parts if p.row.part is Part.VALUE)
    assert (len(value.facts), value.more) == (12, 11)


def test_nothing_known_opens_to_nothing(desk: Desk, en: Words) -> None:
    client = factories.client(desk)
    opened = explain(desk, client.id)
    assert sum(len(p.facts) for p in opened.parts) == 1  # the rhythm
    assert en(opened.parts[0].facts[0].said) == "agreed rhythm: every 30 days"
