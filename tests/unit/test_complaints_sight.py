"""Who sees a complaint, and that nothing of it stands where others look; on both engines."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import func, inspect, select, text

from tests.factories import as_role, client, later
from tests.factories_complaints import (
    MIRROR,
    MOSCOW,
    WISH,
    WORDS,
    called,
    filed,
    in_work,
    reply_sent,
    row_of,
    top_client,
)
from vipdesk.access import Desk
from vipdesk.complaints import cases, course, drafts, due, flags, holds
from vipdesk.errors import Conflict, NotFound, UserError
from vipdesk.ids import new_private_id
from vipdesk.models import (
    Base,
    ComplaintFlag,
    HoldSource,
    InviteHold,
    JournalEntry,
    Staff,
)
from vipdesk.vocabulary import (
    ClockKind,
    FlagKind,
    HoldKind,
    RestrictedClass,
    Role,
    Severity,
)

AROUND = "Орлова забыла обо мне и не перезвонила"


def another_manager(desk: Desk) -> Desk:
    from dataclasses import replace

    from vipdesk.access.office import staff_row

    person = Staff(role=Role.MANAGER, surname="Громов", given="Олег", email="o@club.example")
    desk.session.add(person)
    desk.session.flush()
    return replace(desk, actor=staff_row(person))


# Rights


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.AUDITOR, Role.ADMINISTRATOR])
def test_for_other_roles_the_private_track_does_not_exist(desk: Desk, role: Role) -> None:
    found = filed(desk, top_client(desk))
    from dataclasses import replace

    other = replace(desk, actor=replace(as_role(desk, Role.COORDINATOR).actor, role=role))
    assert cases.list_complaints(other, live_only=False) == ()
    assert due.due_clocks(other, mine_only=False) == ()
    assert flags.list_flags(other, unseen_only=False) == ()
    with pytest.raises(NotFound) as hidden:
        cases.get_complaint(other, found.id)
    with pytest.raises(NotFound) as absent:
        cases.get_complaint(other, new_private_id())
    assert hidden.value.say == absent.value.say


def test_a_manager_sees_own_clients_and_those_deputised_to_them(desk: Desk) -> None:
    other = another_manager(desk)
    mine, theirs = client(desk), client(desk, manager_id=other.actor.id, surname="Белова")
    shared = client(desk, manager_id=other.actor.id, deputy_id=desk.actor.id, surname="Дымова")
    for person in (mine, theirs, shared):
        filed(desk, person.id)
    assert {r.client_id for r in cases.list_complaints(desk)} == {mine.id, shared.id}
    assert {r.client_id for r in cases.list_complaints(other)} == {theirs.id, shared.id}
    assert len(cases.list_complaints(as_role(desk, Role.EXECUTIVE))) == 3


def test_who_stands_in_for_a_manager_sees_that_managers_cases(desk: Desk) -> None:
    other = another_manager(desk)
    desk.session.get_one(Staff, desk.actor.id).deputy_id = other.actor.id
    desk.session.flush()
    filed(desk)
    assert len(cases.list_complaints(other)) == 1


def test_a_complaint_about_a_manager_is_hidden_from_that_manager_everywhere(desk: Desk) -> None:
    person = client(desk)
    found = filed(desk, person.id, words=AROUND)
    assert cases.list_complaints(desk, live_only=False) == ()
    assert cases.list_complaints(desk, client_id=person.id) == ()
    assert cases.list_complaints(desk, text=found.number) == ()
    assert due.due_clocks(desk, mine_only=False) == ()
    for verb in (cases.get_complaint, cases.open_complaint, course.sign_answer):
        with pytest.raises(NotFound):
            verb(desk, found.id)
    with pytest.raises(NotFound):
        called(desk, found.id)
    with pytest.raises(NotFound):
        holds.release_hold(desk, found.id)
    head = as_role(desk, Role.HEAD)
    names = {k.name.name for k in cases.get_complaint(head, found.id).knows}
    assert "Мария Орлова" not in names


def test_who_knows_is_exactly_who_may_open_it(desk: Desk) -> None:
    other = another_manager(desk)
    for words in (WORDS, AROUND):
        found = filed(desk, words=words)
        row = row_of(desk, found)
        known = {k.staff_id for k in cases.who_knows(desk, row)}
        for who in (desk, other, *(as_role(desk, r) for r in (Role.HEAD, Role.EXECUTIVE))):
            try:
                cases.get_complaint(who, found.id)
                opens = True
            except NotFound:
                opens = False
            assert opens == (who.actor.id in known)


def test_opening_a_case_is_remembered_by_the_journal(desk: Desk) -> None:
    found = filed(desk)
    case = cases.open_complaint(desk, found.id)
    assert case.number == found.number
    read = select(func.count()).where(
        JournalEntry.verb == "read_complaint", JournalEntry.object_id == found.id
    )
    assert desk.session.scalar(read) == 1


# What others look at


def test_nothing_of_a_complaint_stands_in_what_the_team_shares(desk: Desk) -> None:
    """Every column of every table outside the private schema, searched for words and number."""
    found = filed(desk, top_client(desk), reach_when="после полуночи у фонтана")
    called(desk, found.id, text="Позвонила про перепутанную рассадку")
    reply_sent(later(desk, minutes=1), found.id)
    drafts.keep_draft(desk, "complaint", {"words": "недописанная жалоба"})
    planted = (
        WORDS, WISH, MIRROR, found.number, "у фонтана", "перепутанную", "недописанная",
        found.number[2:6], str(found.id), found.id.hex,
    )  # fmt: skip
    desk.session.flush()
    inspector = inspect(desk.session.connection())
    for table in Base.metadata.sorted_tables:
        if table.schema in ("vip_private", "vip_audit"):
            continue
        columns = inspector.get_columns(
            table.name, schema=None if inspector.dialect.name == "sqlite" else table.schema
        )
        named = ", ".join(f'CAST("{c["name"]}" AS TEXT)' for c in columns)
        where = table.name if inspector.dialect.name == "sqlite" else f"{table.schema}.{table.name}"
        for row in desk.session.execute(text(f"SELECT {named} FROM {where}")):
            for value in row:
                assert not any(p in (value or "") for p in planted), table.name


def test_the_journal_holds_names_of_fields_and_no_words(desk: Desk) -> None:
    found = filed(desk, top_client(desk))
    called(desk, found.id)
    for entry in desk.session.scalars(select(JournalEntry)):
        assert not set(entry.fields) & set("абвгдежзиклмнопрстуфхц")
        assert found.number not in entry.fields


def test_the_hold_tells_no_reason_author_or_time(desk: Desk) -> None:
    assert set(InviteHold.__table__.columns.keys()) == {"id", "client_id", "kind", "review_on"}
    first, second = top_client(desk), top_client(desk, surname="Белова")
    filed(desk, first)
    filed(desk, second)
    rows = {h.client_id: h for h in desk.session.scalars(select(InviteHold))}
    assert rows[first].review_on is not None
    days = {(rows[c].review_on - desk.now).days for c in (first, second)}
    assert all(28 <= d <= 38 for d in days)


# Holds


def test_a_released_hold_is_lifted_in_a_later_night_and_not_at_once(desk: Desk) -> None:
    found = filed(desk, top_client(desk))
    holds.release_hold(desk, found.id, draw=lambda n: n - 1)
    assert cases.get_complaint(desk, found.id).hold.lift_after is not None
    assert due.sweep(later(desk, minutes=1)).lifted == 0
    assert due.sweep(later(desk, days=2)).lifted == 0
    assert due.sweep(later(desk, days=3)).lifted == 1
    assert desk.session.scalars(select(InviteHold)).all() == []
    assert cases.get_complaint(desk, found.id).hold is None
    with pytest.raises(Conflict):
        holds.release_hold(desk, found.id)


def test_a_release_can_be_taken_back(desk: Desk) -> None:
    found = filed(desk, top_client(desk))
    holds.release_hold(desk, found.id)
    with pytest.raises(Conflict):
        holds.release_hold(desk, found.id)
    holds.keep_hold(desk, found.id)
    with pytest.raises(Conflict):
        holds.keep_hold(desk, found.id)
    assert due.sweep(later(desk, days=5)).lifted == 0


def test_a_hold_for_another_reason_stands_again_afterwards(desk: Desk) -> None:
    person = top_client(desk)
    until = desk.now + timedelta(days=200)
    desk.session.add(InviteHold(client_id=person, kind=HoldKind.ASK_MANAGER, review_on=until))
    desk.session.flush()
    first = filed(desk, person, words=WORDS + ". Я ухожу из клуба")
    second = filed(desk, person)
    hold = desk.session.scalars(select(InviteHold)).one()
    assert (hold.kind, hold.review_on) == (HoldKind.NO_INVITE, until)
    for number, found in enumerate((first, second), start=1):
        holds.release_hold(desk, found.id, draw=lambda _n: 0)
        due.sweep(later(desk, days=number))
    assert desk.session.scalars(select(HoldSource.lifted_at)).all().count(None) == 0
    hold = desk.session.scalars(select(InviteHold)).one()
    assert (hold.kind, hold.review_on) == (HoldKind.ASK_MANAGER, until)


def test_a_hold_taken_away_by_hand_is_no_trouble(desk: Desk) -> None:
    found = filed(desk, top_client(desk))
    desk.session.delete(desk.session.scalars(select(InviteHold)).one())
    desk.session.flush()
    assert cases.get_complaint(desk, found.id).hold.kind is None
    holds.release_hold(desk, found.id, draw=lambda _n: 0)
    assert due.sweep(later(desk, days=1)).lifted == 1


# Flags


def test_management_sees_the_flag_and_gives_one_instruction(desk: Desk) -> None:
    found = filed(desk, top_client(desk))
    assert flags.list_flags(desk) == ()
    executive = as_role(desk, Role.EXECUTIVE)
    (flag,) = flags.list_flags(executive)
    assert (flag.kind, flag.number) == (FlagKind.TOP_TIER, found.number)
    with pytest.raises(NotFound):
        flags.acknowledge(desk, flag.id)
    flags.acknowledge(executive, flag.id, instruction=" Позвоните сегодня ")
    assert flags.list_flags(executive) == ()
    assert flags.list_flags(executive, unseen_only=False)[0].instruction == "Позвоните сегодня"
    with pytest.raises(Conflict):
        flags.acknowledge(executive, flag.id)
    shown = cases.get_complaint(desk, found.id).flags
    assert [(f.seen_by.name, f.instruction) for f in shown] == [
        ("Пётр Воронцов", "Позвоните сегодня")
    ]


def test_an_unseen_flag_is_not_doubled(desk: Desk) -> None:
    found = filed(desk, top_client(desk))
    row = row_of(desk, found)
    assert not flags.raise_flag(desk, row, FlagKind.TOP_TIER)
    assert flags.raise_flag(desk, row, FlagKind.SYSTEMIC)
    count = select(func.count()).select_from(ComplaintFlag)
    assert desk.session.scalar(count) == 2


# The board


def test_the_board_is_ordered_by_what_is_due_next(desk: Desk) -> None:
    calm = in_work(desk, client_id=client(desk, surname="Белова").id)
    urgent = filed(desk, top_client(desk))
    rows = cases.list_complaints(desk)
    assert [r.id for r in rows] == [urgent.id, calm]
    assert rows[0].clock.kind is ClockKind.ACK
    assert (rows[0].severity, rows[0].unseen) == (Severity.S2, 1)
    assert rows[0].flags == (FlagKind.TOP_TIER,)
    assert rows[0].restricted is RestrictedClass.NORMAL
    assert 0 <= rows[0].clock.share <= 1


def test_the_board_is_searched_by_number_and_name(desk: Desk) -> None:
    found = filed(desk)
    other = filed(desk, client(desk, surname="Белова", given="Ирина", latin_name="").id)
    typed = found.number.replace("K", "к").replace("-", " ")
    assert [r.id for r in cases.list_complaints(desk, text=typed)] == [found.id]
    assert [r.id for r in cases.list_complaints(desk, text="бел ирин")] == [other.id]
    assert [r.id for r in cases.list_complaints(desk, text="volk")] == [found.id]
    assert cases.list_complaints(desk, text="нет такого") == ()


def test_what_is_due_for_today(desk: Desk) -> None:
    found = filed(desk)
    soon = due.due_clocks(desk, until=desk.now + timedelta(hours=2))
    assert [(r.kind, r.late) for r in soon] == [(ClockKind.ACK, False)]
    rows = due.due_clocks(later(desk, hours=2))
    assert [(r.kind, r.late) for r in rows] == [
        (ClockKind.ACK, True), (ClockKind.FIRST, False), (ClockKind.RESOLUTION, False),
    ]  # fmt: skip
    assert {r.owner_id for r in rows} == {desk.actor.id}
    assert due.due_clocks(as_role(desk, Role.HEAD)) == ()
    assert len(due.due_clocks(as_role(desk, Role.HEAD), mine_only=False)) == 3
    assert due.sweep(later(desk, hours=2)).missed == 1
    late = cases.get_complaint(later(desk, hours=2), found.id).clocks[0]
    assert late.late
    assert late.share == 1.0


def test_a_case_names_its_next_steps_with_what_is_missing(desk: Desk) -> None:
    found = filed(desk)
    steps = cases.get_complaint(desk, found.id).steps
    assert all(s.reason is not None for s in steps)


# Drafts


def test_a_draft_is_kept_per_person_and_dropped_when_empty(desk: Desk) -> None:
    drafts.keep_draft(desk, "complaint", {"words": "начало"})
    drafts.keep_draft(desk, "complaint", {"words": "начало и продолжение"})
    assert drafts.get_draft(desk, "complaint") == {"words": "начало и продолжение"}
    assert drafts.get_draft(as_role(desk, Role.HEAD), "complaint") == {}
    case = new_private_id()
    assert drafts.get_draft(desk, "complaint", object_id=case) == {}
    drafts.keep_draft(desk, "complaint", {"words": ""})
    assert drafts.get_draft(desk, "complaint") == {}
    drafts.drop_draft(desk, "complaint")


def test_a_restricted_case_opened_by_another_stands_out_in_the_journal(desk: Desk) -> None:
    found = filed(desk, words="Орлова забыла обо мне")
    row = row_of(desk, found)
    row.restricted = RestrictedClass.CONFLICT
    desk.session.flush()
    owner, other = (
        (Role.HEAD, Role.EXECUTIVE)
        if row.owner_id == as_role(desk, Role.HEAD).actor.id
        else (Role.EXECUTIVE, Role.HEAD)
    )
    for role in (owner, other):
        cases.open_complaint(as_role(desk, role), found.id)
    verbs = desk.session.scalars(
        select(JournalEntry.verb)
        .where(JournalEntry.object_id == found.id, JournalEntry.verb.like("read_%"))
        .order_by(JournalEntry.seq)
    )
    assert list(verbs) == ["read_complaint", "read_restricted"]


# A hold after filing ----------------------------------------------------------------------------


def test_a_case_that_becomes_graver_suggests_a_hold_that_it_did_not_have(desk: Desk) -> None:
    found = filed(desk, severity=Severity.S3)
    assert holds.suggested(desk, found.id) is None
    assert desk.session.scalars(select(InviteHold)).all() == []
    course.change_severity(desk, found.id, severity=Severity.S1, reason="Пригрозил уйти")
    wanted = holds.suggested(desk, found.id)
    assert wanted is not None
    assert wanted.kind is HoldKind.NO_INVITE
    day = wanted.review_on.date()
    holds.set_hold(desk, found.id, kind=wanted.kind, review_on=day)
    assert holds.suggested(desk, found.id) is None
    hold = desk.session.scalars(select(InviteHold)).one()
    assert (hold.kind, hold.review_on) == (wanted.kind, wanted.review_on)
    assert hold.id.version == 4  # a key in order of time would tell when it was set


def test_a_lifted_hold_is_suggested_again_only_when_the_case_became_graver(desk: Desk) -> None:
    found = filed(desk, severity=Severity.S2)
    holds.release_hold(desk, found.id, draw=lambda _n: 0)
    assert holds.suggested(desk, found.id) is None
    days_on = later(desk, days=4)
    assert holds.lift_due(days_on) == 1
    assert holds.suggested(days_on, found.id) is None
    graver = later(desk, days=5)
    course.change_severity(graver, found.id, severity=Severity.S1, reason="Пригрозил уйти")
    assert holds.suggested(graver, found.id) is not None


def test_a_hold_set_by_hand_is_only_made_stricter_and_longer(desk: Desk) -> None:
    found = filed(desk, severity=Severity.S3)
    day = desk.now.date() + timedelta(days=60)
    holds.set_hold(desk, found.id, kind=HoldKind.NO_INVITE, review_on=day)
    holds.release_hold(desk, found.id)
    holds.set_hold(desk, found.id, kind=HoldKind.ASK_MANAGER, review_on=day - timedelta(days=30))
    case = cases.get_complaint(desk, found.id)
    assert case.hold is not None
    assert (case.hold.kind, case.hold.lift_after) == (HoldKind.NO_INVITE, None)
    assert case.hold.review_on is not None
    assert case.hold.review_on.astimezone(MOSCOW).date() == day


def test_a_hold_by_hand_needs_an_open_case_and_a_day_to_look_again(desk: Desk) -> None:
    found = filed(desk, severity=Severity.S3)
    for days in (0, -3, 400):
        with pytest.raises(UserError) as wrong:
            holds.set_hold(
                desk, found.id, kind=HoldKind.NO_INVITE,
                review_on=desk.now.date() + timedelta(days=days),
            )  # fmt: skip
        assert wrong.value.field == "review_on"
    row_of(desk, found).closed_at = desk.now
    desk.session.flush()
    with pytest.raises(Conflict):
        holds.set_hold(
            desk, found.id, kind=HoldKind.NO_INVITE,
            review_on=desk.now.date() + timedelta(days=30),
        )  # fmt: skip
    assert holds.suggested(desk, found.id) is None
