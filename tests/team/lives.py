"""A full life of fifty complaints in a team: everything that is ever done in the private track."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from tests.factories import later
from tests.factories_complaints import (
    MIRROR,
    WORDS,
    answered,
    called,
    five_fields,
    reply_sent,
    wrapped_up,
)
from tests.team.club import Club
from vipdesk.access import Desk, Office
from vipdesk.clock import SystemClock
from vipdesk.complaints import (
    authority,
    catalogue,
    compensation,
    course,
    departments,
    endings,
    escalation,
    flags,
    guards,
    holds,
    intake,
    papers,
    problems,
    relatives,
)
from vipdesk.complaints.catalogue import ItemRow
from vipdesk.complaints.due import sweep
from vipdesk.money import Money
from vipdesk.vocabulary import Channel, Severity

MARKS = ("подали-не-то-охра", "разбор-умбра", "зал-сиена", "скан-индиго")
"""Words that stand in the cases alone: what was said, noted, asked of a department, attached."""

_WHOLE = (0, 6, 12, 24, 36)  # the grave, the released, the given, the refunded, the chosen


def a_life_of_complaints(club: Club, *, held: bool = True) -> list[str]:
    """Fifty of each kind, taken through all that is done with a case; returns their numbers.

    Answered, compensated in each way, closed, opened again, withdrawn, moved up, left waiting;
    with holds and without.
    """
    logins = ("maria", "ilya", "petr")
    offices = [club.office(login, SystemClock()) for login in logins]
    maria, ilya, _ = offices
    ilya.write(catalogue.start_catalogue)
    items = maria.read(catalogue.list_items)
    p, numbers = club.planted, []
    for number in range(50):  # every third is Maria’s own
        who, severity = offices[number % 3], tuple(Severity)[number // 3 % 3]
        sheet = five_fields(
            p.his if number % 3 == 2 else p.hers_calm, words=f"{WORDS}: {MARKS[0]}, {number}-й раз",
            severity=severity, hold=held and number % 4 == 0,
        )  # fmt: skip
        case, _ = who.write(lambda desk, sheet=sheet: intake.file_complaint(desk, sheet))
        numbers.append(case.number)
        if not case.open_to_me:
            continue
        if who is maria:
            _lived(maria, case.id, number, items)
        if held and number % 12 == 0 and severity < Severity.S3:
            who.write(lambda desk, case=case: holds.release_hold(desk, case.id))
    maria.write(lambda desk: _ended(desk, p.open_case))
    _led(ilya)
    return numbers


def _lived(maria: Office, case: UUID, number: int, items: Sequence[ItemRow]) -> None:
    def go(desk: Desk) -> None:
        called(later(desk, minutes=1), case)
        course.add_note(desk, case, text=f"проверено: {MARKS[1]}")
        if number not in _WHOLE:
            return
        reply_sent(later(desk, minutes=2), case, mirror=f"{MIRROR}: {MARKS[1]}, {_own(number)}")
        _asked(later(desk, minutes=3), case)
        _given(later(desk, minutes=4), case, number, items)
        if number % 4 or number // 3 % 3 == 0:
            escalation.escalate(later(desk, minutes=5), case, reason="Нужен взгляд со стороны")
            return
        answered(later(desk, minutes=6), case)
        course.resolve(later(desk, minutes=7), case, acceptance=course.Acceptance.SAID)
        wrapped_up(later(desk, days=7), case)
        course.close(later(desk, days=7, minutes=1), case)
        if number % 8 == 0:
            course.reopen(later(desk, days=8), case, words=f"Снова: {MARKS[0]}")

    maria.write(go)


def _own(number: int) -> str:
    """Words of this letter alone: one that is like another is not sent."""
    letters = "абвгдежзиклмнопрстуфхцчшэюя"
    return " ".join(
        letters[number % 27] + letters[(number * 5 + i) % 27] + letters[(i * 7 + number) % 27] * 2
        for i in range(36)
    )


def _asked(desk: Desk, case: UUID) -> None:
    """A department does something, a scan is kept."""
    task = departments.give_task(desk, case, department="Кухня", extract=f"Проверьте {MARKS[2]}")
    departments.ask_back(desk, task, question="За какой вечер?")
    departments.answer_question(later(desk, minutes=1), task, text="За вчерашний")
    departments.finish_task(later(desk, minutes=2), task, answer="Нашли смену", quality=4)
    papers.add_paper(desk, case, name=f"{MARKS[3]}.txt", content=MARKS[3].encode())


def _given(desk: Desk, case: UUID, number: int, items: Sequence[ItemRow]) -> None:
    """One way after the other of giving, and of not taking."""
    authority.set_loss(desk, case, Money.of(40_000))
    cheap = sorted(items, key=lambda i: i.fields.cost.minor)
    two = [replace(compensation.thing_of(i), title=f"{i.fields.title} {number}", item_id=None)
           for i in cheap[:2]]  # fmt: skip
    if number in (0, 12):
        grant = compensation.give_at_once(desk, case, item_id=cheap[number // 12].id)
    elif number % 3 == 0 and number % 4:
        compensation.release(
            desk, compensation.offer(desk, case, options=two), reason="Клиенту ничего не нужно"
        )
        return
    elif number % 24 == 0:
        grant = compensation.refund(desk, case, amount=Money.of(900), reason="Списали дважды")
    else:
        grant = compensation.offer(desk, case, options=two)
        option = compensation.list_grants(desk, case)[0].options[0]
        compensation.accept(desk, grant, option_id=option.id)
    compensation.deliver(later(desk, hours=1), grant, how="лично", number=f"V-{number}")


def _ended(desk: Desk, case: UUID) -> None:
    """Taken back by the client, who is a relative."""
    relatives.declare_relative(desk, case)
    endings.withdraw(desk, case, channel=Channel.PHONE, statement="Клиент передумал")


def _led(ilya: Office) -> None:
    """What the head does: looks, decides, publishes, lets the jobs run."""

    def go(desk: Desk) -> None:
        for notice in escalation.list_notices(desk)[:3]:
            escalation.decide(desk, notice.id, decision="Ведём как ведём")
        for waiting in flags.list_flags(desk)[:3]:
            flags.acknowledge(desk, waiting.id)
        problems.publish_lesson(desk, text="Схему зала печатаем и раздаём за час до гостей")

    ilya.write(go)
    ilya.write(sweep)
    ilya.write(lambda desk: guards.draw_last_month(later(desk, days=31)))
