"""The other ends of a complaint, and what joins two of them."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from tests.factories import as_role, client, later
from tests.factories_complaints import (
    answered,
    clock_of,
    filed,
    final_position,
    in_work,
    row_of,
    staff_of,
    top_client,
    wrapped_up,
)
from vipdesk.access import Desk
from vipdesk.compensating import Authority
from vipdesk.complaints import catalogue, compensation, course, endings, links, steps
from vipdesk.complaints.course import Acceptance
from vipdesk.complaints.offered import offered
from vipdesk.errors import Conflict, UserError
from vipdesk.models import (
    CompensationGrant,
    Complaint,
    ComplaintClock,
    ComplaintFlag,
    ComplaintPromise,
)
from vipdesk.vocabulary import (
    Channel,
    ClockKind,
    ClockVerdict,
    ComplaintState,
    FlagKind,
    PromiseState,
    Role,
    Severity,
)


def state(desk: Desk, complaint_id) -> ComplaintState:
    return desk.session.get_one(Complaint, complaint_id).state


def running(desk: Desk, complaint_id) -> set[ClockKind]:
    return set(
        desk.session.scalars(
            select(ComplaintClock.kind).where(
                ComplaintClock.complaint_id == complaint_id, ComplaintClock.stopped_at.is_(None)
            )
        )
    )


def test_the_head_ends_a_case_without_agreement_after_two_options(desk: Desk) -> None:
    case = in_work(desk)
    answered(later(desk, hours=1), case)
    head = as_role(later(desk, hours=2), Role.HEAD)
    with pytest.raises(UserError, match="not yours"):
        endings.end_unresolved(later(desk, hours=2), case)
    with pytest.raises(UserError, match="First send the final position"):
        endings.end_unresolved(head, case)
    final_position(later(desk, hours=3), case)
    endings.end_unresolved(later(head, hours=4), case, note="Клиент обратится в суд")
    assert state(desk, case) is ComplaintState.CLOSED_UNRESOLVED
    assert running(desk, case) == {ClockKind.RCA}


def test_the_head_does_not_end_a_case_of_the_highest_tier_but_an_executive_does(
    desk: Desk,
) -> None:
    case = in_work(desk, client_id=top_client(desk))
    answered(later(desk, hours=1), case)
    final_position(later(desk, hours=2), case)
    with pytest.raises(UserError, match="not yours"):
        endings.end_unresolved(as_role(later(desk, hours=3), Role.HEAD), case)
    endings.end_unresolved(as_role(later(desk, hours=3), Role.EXECUTIVE), case)
    assert state(desk, case) is ComplaintState.CLOSED_UNRESOLVED


def test_a_final_position_of_an_earlier_round_is_not_the_present_one(desk: Desk) -> None:
    case = in_work(desk)
    answered(later(desk, hours=1), case)
    final_position(later(desk, hours=2), case)
    course.not_content(later(desk, hours=3), case, words="Этого мало, я жду другого")
    answered(later(desk, hours=4), case)
    with pytest.raises(UserError, match="First send the final position"):
        endings.end_unresolved(as_role(later(desk, hours=5), Role.HEAD), case)


def test_a_client_withdraws_in_words_and_a_serious_case_still_looks_for_its_cause(
    desk: Desk,
) -> None:
    light, serious = in_work(desk), in_work(desk, severity=Severity.S2)
    for case in (light, serious):
        with pytest.raises(UserError):
            endings.withdraw(later(desk, hours=1), case, channel=Channel.PHONE, statement=" ")
        endings.withdraw(
            later(desk, hours=1), case, channel=Channel.PHONE, statement="Забудьте, всё решилось"
        )
    assert running(desk, light) == set()
    assert running(desk, serious) == {ClockKind.RCA}
    assert set(desk.session.scalars(select(ComplaintPromise.state))) == {PromiseState.RELEASED}


def test_a_grave_case_is_not_withdrawn(desk: Desk) -> None:
    case = in_work(desk, severity=Severity.S1)
    with pytest.raises(UserError, match="looked into even if"):
        endings.withdraw(desk, case, channel=Channel.PHONE, statement="Забудьте")


def test_a_withdrawn_case_does_not_forgive_a_promise_that_was_broken(desk: Desk) -> None:
    case = in_work(desk)
    endings.withdraw(later(desk, days=20), case, channel=Channel.PHONE, statement="Не надо")
    assert desk.session.scalars(select(ComplaintPromise.state)).one() is PromiseState.BROKEN
    assert clock_of(desk, case, ClockKind.RESOLUTION).verdict is ClockVerdict.MISSED


def test_only_the_head_voids_and_reclassifies_and_the_number_stays(desk: Desk) -> None:
    slip, thanks = filed(desk), filed(desk)
    with pytest.raises(UserError, match="not yours"):
        endings.void(desk, slip.id, reason="не тот клиент")
    head = as_role(desk, Role.HEAD)
    with pytest.raises(UserError):
        endings.void(head, slip.id, reason=" ")
    endings.void(head, slip.id, reason="Не тот клиент")
    endings.reclassify(head, thanks.id, reason="Это благодарность")
    assert (row_of(desk, slip).state, row_of(desk, slip).public_no) == (
        ComplaintState.VOID, slip.number,
    )  # fmt: skip
    assert state(desk, thanks.id) is ComplaintState.RECLASSIFIED
    assert running(desk, slip.id) == set()


def test_an_end_of_a_mistake_leaves_nothing_in_the_queue_of_management(desk: Desk) -> None:
    found = filed(desk, severity=Severity.S1)
    endings.void(as_role(desk, Role.HEAD), found.id, reason="Проба")
    unseen = select(ComplaintFlag).where(ComplaintFlag.seen_at.is_(None))
    assert desk.session.scalars(unseen).all() == []


# Two of one client


def test_a_duplicate_gives_its_earlier_promise_to_the_case_that_goes_on(desk: Desk) -> None:
    person = client(desk).id
    master = in_work(desk, client_id=person)
    twin = in_work(desk, client_id=person)
    early = later(desk, hours=4).now
    twin_row = desk.session.get_one(Complaint, twin)
    promise = steps.open_promise(desk, twin_row)
    assert promise is not None
    promise.due_at = early
    links.mark_duplicate(later(desk, hours=1), twin, master_id=master)
    kept = steps.open_promise(desk, desk.session.get_one(Complaint, master))
    assert kept is not None
    assert kept.due_at == early == clock_of(desk, master, ClockKind.ANSWER).due_at
    assert (twin_row.state, twin_row.master_id) == (ComplaintState.DUPLICATE, master)
    assert running(desk, twin) == set()


def test_a_later_promise_of_a_duplicate_moves_nothing(desk: Desk) -> None:
    person = client(desk).id
    master, twin = in_work(desk, client_id=person), in_work(desk, client_id=person)
    before = clock_of(desk, master, ClockKind.ANSWER).due_at
    links.mark_duplicate(later(desk, hours=1), twin, master_id=master)
    assert clock_of(desk, master, ClockKind.ANSWER).due_at == before


def test_a_complaint_of_another_client_is_no_duplicate(desk: Desk) -> None:
    mine, other = in_work(desk), in_work(desk)
    assert links.list_twins(desk, mine) == ()
    with pytest.raises(UserError) as told:
        links.mark_duplicate(desk, mine, master_id=other)
    assert told.value.field == "master_id"


def test_what_comes_back_after_half_a_year_is_a_new_case_that_knows_the_old_one(
    desk: Desk,
) -> None:
    case = in_work(desk)
    answered(later(desk, days=1), case)
    course.resolve(later(desk, days=1), case, acceptance=Acceptance.SAID)
    wrapped_up(later(desk, days=8), case)
    course.close(later(desk, days=8), case)
    with pytest.raises(Conflict, match="opened again"):
        links.file_again(later(desk, days=100), case, words="Опять", channel=Channel.PHONE)
    again = links.file_again(later(desk, days=400), case, words="Опять", channel=Channel.PHONE)
    assert row_of(desk, again).repeat_of_id == case
    kinds = select(ComplaintFlag.kind).where(ComplaintFlag.complaint_id == again.id)
    assert list(desk.session.scalars(kinds)).count(FlagKind.REPEAT) == 1
    assert state(desk, case) is ComplaintState.CLOSED


def test_one_thing_offered_twice_is_no_choice(desk: Desk) -> None:
    case = in_work(desk)
    hour_on = later(desk, hours=1)
    twice = ["Ужин за обещанным столом", " ужин за обещанным  столом.", ""]
    with pytest.raises(UserError, match="at least two"):
        answered(hour_on, case, options=twice)
    catalogue.start_catalogue(as_role(desk, Role.HEAD))
    flowers, dinner = (compensation.thing_of(i) for i in catalogue.list_items(desk)[:2])
    compensation.offer(hour_on, case, options=[flowers, dinner])
    # One of these two in an answer, in any language, is still the same two.
    assert len(offered(hour_on, case, [flowers.title.upper(), "Возврат"])) == 3
    answered(hour_on, case, options=[flowers.title])
    final_position(later(desk, hours=2), case)
    endings.end_unresolved(as_role(later(desk, hours=3), Role.HEAD), case)
    assert state(desk, case) is ComplaintState.CLOSED_UNRESOLVED


def test_what_waits_for_a_second_signature_was_not_offered(desk: Desk) -> None:
    case = in_work(desk)
    catalogue.start_catalogue(as_role(desk, Role.HEAD))
    things = [compensation.thing_of(i) for i in catalogue.list_items(desk)[:2]]
    grant = compensation.offer(desk, case, options=things)
    row = desk.session.get_one(CompensationGrant, grant)
    row.level = Authority.EXECUTIVE
    desk.session.flush()
    assert offered(desk, case) == frozenset()
    with pytest.raises(UserError, match="at least two"):
        answered(later(desk, hours=1), case, options=[], compensation="ужин")
    row.second_id = staff_of(desk, Role.EXECUTIVE).id
    desk.session.flush()
    assert len(offered(desk, case)) == 2
