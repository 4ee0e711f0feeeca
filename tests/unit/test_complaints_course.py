"""The course of a complaint: talks, the first reply, promises, waiting, the end and back again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from tests.factories import as_role, client, email, later
from tests.factories_complaints import (
    MOSCOW,
    WORDS,
    called,
    clock_of,
    filed,
    in_work,
    mail_account,
    moscow,
    reply_sent,
    row_of,
    top_client,
    wrapped_up,
)
from vipdesk.access import Desk
from vipdesk.channels import outbox
from vipdesk.complaints import cases, course, due, letters
from vipdesk.complaints.course import Acceptance
from vipdesk.errors import Conflict, NotFound, UserError
from vipdesk.models import (
    CaseEvent,
    Client,
    Complaint,
    ComplaintClock,
    ComplaintFlag,
    ComplaintPromise,
    Interaction,
    Letter,
    PrivateMessage,
)
from vipdesk.vocabulary import (
    ActorKind,
    CaseEventKind,
    Channel,
    ClockKind,
    ClockVerdict,
    ComplaintState,
    Direction,
    FlagKind,
    OutboxState,
    PromiseState,
    Role,
    Severity,
)
from vipdesk.wording import Lang


def state(desk: Desk, complaint_id) -> ComplaintState:
    return desk.session.get_one(Complaint, complaint_id).state


def verdict(desk: Desk, complaint_id, kind: ClockKind) -> ClockVerdict:
    return clock_of(desk, complaint_id, kind).verdict


def flags_of(desk: Desk, complaint_id) -> set[FlagKind]:
    query = select(ComplaintFlag.kind).where(ComplaintFlag.complaint_id == complaint_id)
    return set(desk.session.scalars(query))


def answered(desk: Desk, complaint_id, **fields) -> None:
    values = {
        "channel": Channel.PHONE, "text": "Рассадку перепутали мы, вот что меняем",
        "options": ["Ужин за обещанным столом", "Возврат"], "compensation": "ужин",
    }  # fmt: skip
    course.answer(desk, complaint_id, **{**values, **fields})


# Talks


def test_a_call_stops_the_first_clock_and_a_machine_does_not(desk: Desk) -> None:
    found = filed(desk)
    called(later(desk, minutes=5), found.id, actor_kind=ActorKind.MACHINE, text="Получено")
    assert verdict(desk, found.id, ClockKind.ACK) is ClockVerdict.RUNNING
    assert state(desk, found.id) is ComplaintState.REGISTERED
    called(later(desk, minutes=10), found.id)
    assert verdict(desk, found.id, ClockKind.ACK) is ClockVerdict.MET
    assert state(desk, found.id) is ComplaintState.ACKED


def test_the_clients_own_call_stops_nothing(desk: Desk) -> None:
    found = filed(desk)
    called(desk, found.id, direction=Direction.INBOUND, text="Почему молчите?")
    assert verdict(desk, found.id, ClockKind.ACK) is ClockVerdict.RUNNING


def test_a_call_logged_afterwards_counts_from_when_it_was_made(desk: Desk) -> None:
    found = filed(desk)
    called(later(desk, hours=3), found.id, at=desk.now + timedelta(minutes=20))
    assert verdict(desk, found.id, ClockKind.ACK) is ClockVerdict.MET
    with pytest.raises(UserError, match="in the future"):
        called(desk, found.id, at=desk.now + timedelta(hours=1))
    with pytest.raises(UserError) as told:
        called(desk, found.id, text=" ")
    assert told.value.field == "text"


def test_a_late_call_stays_late_for_ever(desk: Desk) -> None:
    found = filed(desk)
    called(later(desk, hours=4), found.id)
    assert verdict(desk, found.id, ClockKind.ACK) is ClockVerdict.MISSED
    reply_sent(later(desk, hours=4, minutes=1), found.id)
    assert verdict(desk, found.id, ClockKind.ACK) is ClockVerdict.MISSED


def test_the_clients_shared_timeline_learns_nothing(desk: Desk) -> None:
    person = client(desk)
    before = (person.version, person.last_contact_at)
    found = filed(desk, person.id)
    called(desk, found.id)
    reply_sent(later(desk, minutes=1), found.id)
    row = desk.session.get_one(Client, person.id)
    assert (row.version, row.last_contact_at) == before
    assert desk.session.scalars(select(Interaction)).all() == []


def test_a_note_stays_inside(desk: Desk) -> None:
    found = filed(desk)
    course.add_note(desk, found.id, text="Спросить у ресторана план рассадки")
    assert verdict(desk, found.id, ClockKind.ACK) is ClockVerdict.RUNNING
    assert "план рассадки" in cases.get_complaint(desk, found.id).history[0].text


# The first reply


def test_the_first_reply_stops_both_clocks_and_makes_a_promise(desk: Desk) -> None:
    found = filed(desk)
    reply_sent(later(desk, minutes=10), found.id)
    assert state(desk, found.id) is ComplaintState.IN_WORK
    assert verdict(desk, found.id, ClockKind.ACK) is ClockVerdict.MET
    assert verdict(desk, found.id, ClockKind.FIRST) is ClockVerdict.MET
    assert verdict(desk, found.id, ClockKind.UPDATE) is ClockVerdict.RUNNING
    promise = desk.session.scalars(select(ComplaintPromise)).one()
    assert promise.due_at.astimezone(MOSCOW).isoformat() == "2026-12-01T18:00:00+03:00"
    assert clock_of(desk, found.id, ClockKind.ANSWER).due_at == promise.due_at


def test_the_sheet_speaks_the_clients_language_zone_and_address(desk: Desk) -> None:
    person = client(desk, languages=["en"], present_zone="Asia/Dubai")
    found = filed(desk, person.id)
    sheet = letters.first_reply_sheet(desk, found.id)
    assert sheet.fields.lang is Lang.EN
    assert sheet.fields.address == "Ms Volkova"
    assert sheet.fields.writer.name == "Maria Orlova"
    assert (sheet.zone, sheet.fields.city) == ("Asia/Dubai", "Dubai")
    assert sheet.proposal.hour == 19  # 18:00 in Moscow
    draft, _ = letters.write_reply(sheet, mirror="Last night you were not seated as agreed")
    assert "7 p.m. Dubai time" in draft.body.replace("\u00a0", " ")
    russian = letters.first_reply_sheet(desk, found.id, lang=Lang.RU)
    assert russian.fields.address == "Анна Сергеевна"


def test_the_reply_that_lacks_something_does_not_leave(desk: Desk) -> None:
    found = filed(desk)
    with pytest.raises(UserError) as told:
        reply_sent(desk, found.id, mirror="Мне жаль")
    assert told.value.field == "mirror"
    sheet = letters.first_reply_sheet(desk, found.id)
    body = letters.write_reply(sheet, mirror=WORDS)[0].body
    with pytest.raises(UserError, match="number of the complaint"):
        reply_sent(desk, found.id, body=body.replace(found.number[2:6], "…"))
    with pytest.raises(UserError, match="direct contact"):
        reply_sent(desk, found.id, body=body.replace("000", "…"))
    assert desk.session.scalars(select(Letter)).all() == []
    assert state(desk, found.id) is ComplaintState.REGISTERED


def test_a_date_later_than_the_limit_is_not_promised(desk: Desk) -> None:
    found = filed(desk)
    with pytest.raises(UserError, match="must be resolved"):
        reply_sent(desk, found.id, moscow("2026-12-07 12:00"))
    with pytest.raises(UserError, match="Nobody works"):
        reply_sent(desk, found.id, moscow("2026-11-30 03:00"))


def test_only_the_owner_sends_it_and_only_once(desk: Desk) -> None:
    found = filed(desk)
    with pytest.raises(UserError, match="owner of the case writes"):
        reply_sent(as_role(desk, Role.EXECUTIVE), found.id)
    reply_sent(desk, found.id)
    with pytest.raises(Conflict):
        reply_sent(later(desk, minutes=1), found.id)


def test_by_mail_it_waits_in_the_private_outbox_and_counts_when_it_left(desk: Desk) -> None:
    person = client(desk)
    email(desk, person.id)
    mail_account(desk)
    found = filed(desk, person.id, reach_by=Channel.EMAIL)
    assert letters.first_reply_sheet(desk, found.id).channels[0] is Channel.EMAIL
    sent = reply_sent(desk, found.id, channel=Channel.EMAIL)
    assert not sent.sent
    assert letters.first_reply_sheet(desk, found.id).on_way
    assert state(desk, found.id) is ComplaintState.REGISTERED
    message = desk.session.scalars(select(PrivateMessage)).one()
    assert message.letter_id == sent.letter_id
    assert found.number.encode() not in message.content.split(b"\r\n\r\n")[0]
    message.state, message.sent_at = OutboxState.SENT, desk.now + timedelta(minutes=3)
    outbox.tell_source(desk, message)
    assert due.sweep(later(desk, hours=2)).letters == 1
    assert state(desk, found.id) is ComplaintState.IN_WORK
    assert clock_of(desk, found.id, ClockKind.FIRST).stopped_at == message.sent_at
    assert verdict(desk, found.id, ClockKind.ACK) is ClockVerdict.MET
    assert not due.sweep(later(desk, hours=2))


def test_by_mail_it_needs_an_account_and_an_address(desk: Desk) -> None:
    person = client(desk)
    found = filed(desk, person.id)
    with pytest.raises(UserError, match="No mail account"):
        reply_sent(desk, found.id, channel=Channel.EMAIL)


def test_by_mail_it_needs_an_address(desk: Desk) -> None:
    mail_account(desk)
    found = filed(desk)
    with pytest.raises(UserError, match="no e-mail address"):
        reply_sent(desk, found.id, channel=Channel.EMAIL)


def test_when_a_court_was_mentioned_the_letter_is_careful(desk: Desk) -> None:
    found = filed(desk, words="Столик отдали другим. Я подам на вас в суд")
    assert letters.first_reply_sheet(desk, found.id).fields.careful


def test_a_client_does_not_get_the_same_wordings_twice(desk: Desk) -> None:
    person = client(desk)
    first = in_work(desk, client_id=person.id)
    second = filed(later(desk, days=1), person.id)
    sheet = letters.first_reply_sheet(later(desk, days=1), second.id)
    slots = desk.session.scalars(select(Letter.slots)).one()["fragments"]
    assert sheet.fields.used == {f"{k}:{v}" for k, v in slots.items()}
    draft, fields = letters.write_reply(sheet, mirror=WORDS)
    assert "canned" not in {f.code for f in letters.check_reply(sheet, draft.body, fields).blocks}
    assert first != second.id


# Promises


def test_a_date_is_shifted_only_before_it_is_due_and_the_second_shift_moves_up(
    desk: Desk,
) -> None:
    case = in_work(desk)
    soon = later(desk, hours=1)
    course.renegotiate(
        soon, case, due_at=moscow("2026-12-02 12:00"), channel=Channel.PHONE, told="Нужен ещё день"
    )
    assert desk.session.get_one(Complaint, case).level == 1
    states = desk.session.scalars(select(ComplaintPromise.state)).all()
    assert sorted(states) == [PromiseState.OPEN, PromiseState.RENEGOTIATED]
    verdicts = desk.session.scalars(
        select(ComplaintClock.verdict).where(ComplaintClock.kind == ClockKind.ANSWER)
    ).all()
    assert sorted(verdicts) == [ClockVerdict.CANCELLED, ClockVerdict.RUNNING]
    course.renegotiate(
        soon, case, due_at=moscow("2026-12-03 12:00"), channel=Channel.PHONE, told="И ещё день"
    )
    assert desk.session.get_one(Complaint, case).level == 2
    late = later(desk, days=8)
    with pytest.raises(UserError, match="broken"):
        course.renegotiate(
            late, case, due_at=moscow("2026-12-07 12:00"), channel=Channel.PHONE, told="Ещё"
        )


def test_without_a_promise_there_is_nothing_to_shift(desk: Desk) -> None:
    found = filed(desk)
    with pytest.raises(Conflict):
        course.renegotiate(
            desk, found.id, due_at=moscow("2026-12-01 12:00"), channel=Channel.PHONE, told="…"
        )


def test_a_broken_promise_is_marked_flagged_and_a_new_one_can_be_given(desk: Desk) -> None:
    case = in_work(desk)
    late = later(desk, days=6)
    swept = due.sweep(late)
    assert swept.broken == 1
    assert verdict(desk, case, ClockKind.ANSWER) is ClockVerdict.MISSED
    assert FlagKind.BROKEN_PROMISE in flags_of(desk, case)
    assert due.sweep(late).broken == 0
    course.promise_again(
        late, case, due_at=moscow("2026-12-03 12:00"), channel=Channel.PHONE, told="Новый срок"
    )
    with pytest.raises(Conflict):
        course.promise_again(
            late, case, due_at=moscow("2026-12-03 13:00"), channel=Channel.PHONE, told="Ещё"
        )
    clocks = desk.session.scalars(
        select(ComplaintClock.verdict).where(ComplaintClock.kind == ClockKind.ANSWER)
    ).all()
    assert sorted(clocks) == [ClockVerdict.MISSED, ClockVerdict.RUNNING]


# Waiting


def test_waiting_stops_the_resolution_clock_alone_and_the_clients_word_ends_it(
    desk: Desk,
) -> None:
    case = in_work(desk)
    before = clock_of(desk, case, ClockKind.RESOLUTION).due_at
    asked = later(desk, hours=1)
    course.wait_for_client(
        asked, case, question="Какой стол Вам обещали?", channel=Channel.PHONE,
        next_contact_at=asked.now + timedelta(days=2),
    )  # fmt: skip
    assert state(desk, case) is ComplaintState.WAIT_CLIENT
    shown = cases.get_complaint(later(desk, days=1), case).clocks
    assert [c.kind for c in shown if c.paused] == [ClockKind.RESOLUTION]
    replied = later(desk, days=4)
    called(replied, case, direction=Direction.INBOUND, text="У окна")
    assert state(desk, case) is ComplaintState.IN_WORK
    assert clock_of(desk, case, ClockKind.RESOLUTION).due_at > before


def test_a_paused_clock_does_not_run_out(desk: Desk) -> None:
    case = in_work(desk)
    asked = later(desk, hours=1)
    course.wait_for_client(
        asked, case, question="Какой стол?", channel=Channel.PHONE,
        next_contact_at=asked.now + timedelta(days=4),
    )  # fmt: skip
    row = clock_of(desk, case, ClockKind.RESOLUTION)
    row.due_at = asked.now + timedelta(hours=1)
    desk.session.flush()
    due.sweep(later(desk, days=2))
    assert verdict(desk, case, ClockKind.RESOLUTION) is ClockVerdict.RUNNING


def test_waiting_ends_by_itself_on_its_day_or_by_the_owner(desk: Desk) -> None:
    case = in_work(desk)
    asked = later(desk, hours=1)
    when = asked.now + timedelta(days=1)
    course.wait_for_client(
        asked, case, question="Какой стол?", channel=Channel.PHONE, next_contact_at=when
    )
    assert due.sweep(later(desk, days=2)).resumed == 1
    assert state(desk, case) is ComplaintState.IN_WORK
    course.wait_for_client(
        asked, case, question="Какой стол?", channel=Channel.PHONE, next_contact_at=when
    )
    course.stop_waiting(asked, case)
    assert state(desk, case) is ComplaintState.IN_WORK


def test_waiting_needs_a_near_day(desk: Desk) -> None:
    case = in_work(desk)
    with pytest.raises(UserError) as told:
        course.wait_for_client(
            desk, case, question="Какой стол?", channel=Channel.PHONE,
            next_contact_at=desk.now + timedelta(days=10),
        )  # fmt: skip
    assert told.value.field == "next_contact_at"


# The answer and the end


def test_the_answer_in_time_keeps_the_promise(desk: Desk) -> None:
    case = in_work(desk)
    answered(later(desk, days=1), case)
    assert state(desk, case) is ComplaintState.ANSWERED
    assert desk.session.scalars(select(ComplaintPromise.state)).one() is PromiseState.KEPT
    assert verdict(desk, case, ClockKind.ANSWER) is ClockVerdict.MET


def test_a_late_answer_breaks_it_even_before_the_jobs_notice(desk: Desk) -> None:
    case = in_work(desk)
    answered(later(desk, days=10), case)
    assert desk.session.scalars(select(ComplaintPromise.state)).one() is PromiseState.BROKEN
    assert FlagKind.BROKEN_PROMISE in flags_of(desk, case)


def test_an_answer_needs_words_options_and_a_decision(desk: Desk) -> None:
    case = in_work(desk)
    for missing in ({"text": " "}, {"options": ["  "]}, {"compensation": ""}):
        with pytest.raises(UserError):
            answered(later(desk, days=1), case, **missing)
    assert state(desk, case) is ComplaintState.IN_WORK


def test_a_grave_answer_waits_for_an_executives_signature(desk: Desk) -> None:
    case = in_work(desk, words=WORDS + ". После этого я ухожу из клуба")
    with pytest.raises(UserError, match="executive’s signature"):
        answered(later(desk, hours=2), case)
    with pytest.raises(UserError, match="Only an executive signs"):
        course.sign_answer(desk, case)
    course.sign_answer(as_role(desk, Role.EXECUTIVE), case, text="Согласен")
    answered(later(desk, hours=2), case)
    assert cases.get_complaint(desk, case).signed


def test_resolved_closed_and_reopened_old_verdicts_stay(desk: Desk) -> None:
    case = in_work(desk)
    answered(later(desk, days=8), case)
    course.resolve(later(desk, days=9), case, acceptance=Acceptance.SAID, words="Доволен")
    assert verdict(desk, case, ClockKind.RESOLUTION) is ClockVerdict.MISSED
    assert verdict(desk, case, ClockKind.FOLLOW_UP) is ClockVerdict.RUNNING
    after = later(desk, days=16)
    with pytest.raises(UserError, match="First talk to the client"):
        course.close(after, case)
    wrapped_up(after, case)
    course.close(after, case, words="Сказал спасибо")
    assert state(desk, case) is ComplaintState.CLOSED
    assert cases.list_complaints(after) == ()
    assert len(cases.list_complaints(after, live_only=False)) == 1
    course.reopen(later(desk, days=30), case, words="Снова не тот стол")
    row = desk.session.get_one(Complaint, case)
    assert (row.state, row.reopen_count, row.closed_at) == (ComplaintState.IN_WORK, 1, None)
    assert FlagKind.REPEAT in flags_of(desk, case)
    rounds = desk.session.execute(
        select(ComplaintClock.round, ComplaintClock.verdict).where(
            ComplaintClock.kind == ClockKind.RESOLUTION
        )
    ).all()
    assert sorted(rounds) == [(1, ClockVerdict.MISSED), (2, ClockVerdict.RUNNING)]


def test_a_case_closed_long_ago_is_not_reopened(desk: Desk) -> None:
    case = in_work(desk)
    answered(later(desk, days=1), case)
    course.resolve(later(desk, days=1), case, acceptance=Acceptance.WROTE)
    wrapped_up(later(desk, days=9), case)
    course.close(later(desk, days=9), case)
    with pytest.raises(UserError, match="new complaint"):
        course.reopen(later(desk, days=200), case, words="Опять")


def test_a_client_who_is_not_content_takes_the_decision_up(desk: Desk) -> None:
    case = in_work(desk)
    for level in (1, 2, 3):
        answered(later(desk, days=1), case)
        course.not_content(later(desk, days=1), case, words="Меня это не устраивает")
        assert desk.session.get_one(Complaint, case).level == level
    assert state(desk, case) is ComplaintState.IN_WORK


# Severity


def test_anybody_raises_severity_and_only_the_head_lowers_it(desk: Desk) -> None:
    found = filed(desk, top_client(desk))
    course.change_severity(desk, found.id, severity=Severity.S1, reason="Гость упал")
    assert FlagKind.SEVERE in flags_of(desk, found.id)
    ack = clock_of(desk, found.id, ClockKind.ACK)
    assert ack.due_at == ack.started_at + timedelta(minutes=15)
    with pytest.raises(UserError) as told:
        course.change_severity(desk, found.id, severity=Severity.S3, reason="Ошибка")
    assert told.value.field == "severity"
    head = as_role(desk, Role.HEAD)
    course.change_severity(head, found.id, severity=Severity.S2, reason="Разобрались")
    course.change_severity(head, found.id, severity=Severity.S2, reason="То же")
    assert row_of(desk, found).severity is Severity.S2


def test_who_does_not_own_a_case_does_not_move_it(desk: Desk) -> None:
    case = in_work(desk)
    executive = as_role(desk, Role.EXECUTIVE)
    with pytest.raises(UserError, match="not yours"):
        answered(executive, case)
    with pytest.raises(NotFound):
        answered(as_role(desk, Role.COORDINATOR), case)


def test_the_history_tells_the_whole_course_in_sentences(desk: Desk, ru) -> None:
    case = in_work(desk)
    course.renegotiate(
        later(desk, hours=1), case, due_at=moscow("2026-12-02 12:00"), channel=Channel.PHONE,
        told="Нужен ещё день",
    )  # fmt: skip
    called(later(desk, hours=2), case, direction=Direction.INBOUND, text="Хорошо")
    answered(later(desk, days=1), case)
    course.resolve(later(desk, days=1), case, acceptance=Acceptance.USED)
    history = cases.get_complaint(desk, case).history
    said = [ru(row.said) for row in history]
    assert all(text and "{" not in text for text in said)
    assert {row.kind for row in history} >= {
        CaseEventKind.REGISTERED, CaseEventKind.LETTER, CaseEventKind.PROMISE,
        CaseEventKind.CONTACT, CaseEventKind.STATE,
    }  # fmt: skip
    moments = [row.at for row in history]
    assert moments == sorted(moments, reverse=True)
    assert desk.session.scalars(select(CaseEvent)).first() is not None
