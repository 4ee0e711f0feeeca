"""The course of a complaint: who may move it where, and what each step needs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vipdesk.complaints.states import MOVES, Facts, Part, refusal, targets
from vipdesk.vocabulary import ComplaintState as S
from vipdesk.vocabulary import RestrictedClass, Severity

OWNER = frozenset({Part.OWNER, Part.STAFF})
HEAD = frozenset({Part.HEAD, Part.STAFF})
EXECUTIVE = frozenset({Part.EXECUTIVE, Part.STAFF})
STAFF = frozenset({Part.STAFF})

READY = Facts(
    state=S.REGISTERED, human_contact=True, first_reply_sent=True, question_sent=True,
    next_contact_set=True, answer_given=True, options_offered=2, compensation_decided=True,
    acceptance_known=True, final_position_sent=True, follow_up_done=True, cause_coded=True,
    statement_logged=True, same_client_master=True, reason=True,
)  # fmt: skip


def at(state: S, **known: object) -> Facts:
    return replace(READY, state=state, **known)  # type: ignore[arg-type]


@pytest.mark.parametrize("move", MOVES, ids=lambda m: f"{m.source}-{m.target}")
def test_each_move_is_possible_for_its_people_when_everything_is_there(move) -> None:
    assert refusal(at(move.source), move.target, frozenset(move.who)) is None


@pytest.mark.parametrize(
    ("source", "target", "missing"),
    [
        (S.REGISTERED, S.ACKED, {"human_contact": False}),
        (S.ACKED, S.IN_WORK, {"first_reply_sent": False}),
        (S.IN_WORK, S.WAIT_CLIENT, {"question_sent": False}),
        (S.IN_WORK, S.WAIT_CLIENT, {"next_contact_set": False}),
        (S.IN_WORK, S.ANSWERED, {"answer_given": False}),
        (S.IN_WORK, S.ANSWERED, {"options_offered": 1}),
        (S.IN_WORK, S.ANSWERED, {"compensation_decided": False}),
        (S.IN_WORK, S.ANSWERED, {"severity": Severity.S1}),
        (S.IN_WORK, S.ANSWERED, {"restricted": RestrictedClass.CONFLICT}),
        (S.ANSWERED, S.RESOLVED, {"acceptance_known": False}),
        (S.RESOLVED, S.CLOSED, {"follow_up_done": False}),
        (S.RESOLVED, S.CLOSED, {"compensation_delivered": False}),
        (S.RESOLVED, S.CLOSED, {"open_tasks": 1}),
        (S.RESOLVED, S.CLOSED, {"cause_coded": False}),
        (S.RESOLVED, S.CLOSED, {"sole_approver": True}),
        (S.CLOSED, S.IN_WORK, {"days_since_close": 181}),
        (S.IN_WORK, S.WITHDRAWN, {"severity": Severity.S1}),
        (S.IN_WORK, S.WITHDRAWN, {"statement_logged": False}),
        (S.IN_WORK, S.DUPLICATE, {"same_client_master": False}),
    ],
)
def test_a_step_says_what_it_misses(source: S, target: S, missing: dict[str, object]) -> None:
    found = refusal(at(source, **missing), target, OWNER)
    assert found is not None
    assert found.text.endswith(".")


def test_only_the_owner_moves_the_case_on() -> None:
    for source, target in ((S.ACKED, S.IN_WORK), (S.IN_WORK, S.ANSWERED), (S.ANSWERED, S.RESOLVED)):
        assert refusal(at(source), target, EXECUTIVE) is not None


def test_whoever_picks_up_may_be_the_first_human_word() -> None:
    assert refusal(at(S.REGISTERED), S.ACKED, STAFF) is None


def test_the_client_and_the_timer_end_the_waiting() -> None:
    for part in (Part.CLIENT_WORD, Part.TIMER):
        assert refusal(at(S.WAIT_CLIENT), S.IN_WORK, frozenset({part})) is None
    assert refusal(at(S.ANSWERED), S.IN_WORK, frozenset({Part.TIMER})) is not None


def test_a_grave_case_is_closed_by_the_head_not_by_its_owner() -> None:
    grave = at(S.RESOLVED, severity=Severity.S1)
    assert refusal(grave, S.CLOSED, OWNER) is not None
    assert refusal(grave, S.CLOSED, HEAD) is None


@pytest.mark.parametrize("known", [{"top_tier": True}, {"severity": Severity.S1}])
def test_only_an_executive_ends_a_top_case_without_agreement(known: dict[str, object]) -> None:
    case = at(S.ANSWERED, **known)
    assert refusal(case, S.CLOSED_UNRESOLVED, HEAD) is not None
    assert refusal(case, S.CLOSED_UNRESOLVED, EXECUTIVE) is None
    few = replace(case, options_offered=1)
    assert refusal(few, S.CLOSED_UNRESOLVED, EXECUTIVE) is not None
    unsent = replace(case, final_position_sent=False)
    assert refusal(unsent, S.CLOSED_UNRESOLVED, EXECUTIVE) is not None


def test_an_executive_signature_lets_a_grave_answer_out() -> None:
    signed = at(S.IN_WORK, severity=Severity.S1, signed_by_executive=True)
    assert refusal(signed, S.ANSWERED, OWNER) is None


def test_reclassifying_and_voiding_need_the_head_and_a_reason() -> None:
    for target in (S.RECLASSIFIED, S.VOID):
        assert refusal(at(S.IN_WORK), target, OWNER) is not None
        assert refusal(at(S.IN_WORK, reason=False), target, HEAD) is not None
        assert refusal(at(S.IN_WORK), target, HEAD) is None


def test_there_is_no_way_that_is_not_in_the_table() -> None:
    assert refusal(at(S.REGISTERED), S.CLOSED, OWNER | HEAD | EXECUTIVE) is not None
    assert targets(S.VOID) == ()
    assert targets(S.RESOLVED) == (S.CLOSED, S.IN_WORK)


@pytest.mark.parametrize("part", list(Part))
@pytest.mark.parametrize("source", list(S))
def test_every_move_by_everybody_is_done_or_refused_with_a_sentence(source: S, part: Part) -> None:
    allowed = {(m.source, m.target): m.who for m in MOVES}
    for target in S:
        for known in ({}, {"severity": Severity.S1, "signed_by_executive": True}):
            found = refusal(at(source, **known), target, frozenset({part}))
            who = allowed.get((source, target), frozenset())
            if part not in who and target is not S.CLOSED_UNRESOLVED:
                assert found is not None, (source, part, target)
            if found is not None:
                assert found.text.endswith(".")


@settings(max_examples=120, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(list(S)), st.sets(st.sampled_from(list(Part)), min_size=1)),
        max_size=25,
    ),
    st.sampled_from(list(Severity)),
    st.booleans(),
)
def test_no_walk_through_the_table_comes_back_from_an_end_it_should_not(
    walk: list[tuple[S, set[Part]]], severity: Severity, top: bool
) -> None:
    here, been = S.REGISTERED, [S.REGISTERED]
    for target, parts in walk:
        facts = at(here, severity=severity, top_tier=top, signed_by_executive=True)
        if refusal(facts, target, frozenset(parts)) is None:
            assert target in targets(here)
            here = target
            been.append(here)
    final = {S.WITHDRAWN, S.DUPLICATE, S.RECLASSIFIED, S.VOID, S.CLOSED_UNRESOLVED}
    assert not final & set(been[:-1])
    if S.WITHDRAWN in been:
        assert severity is not Severity.S1
