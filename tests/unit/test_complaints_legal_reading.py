"""A lawyer reads a letter where a court, the press or leaving came up."""

from __future__ import annotations

from functools import partial

import pytest
from sqlalchemy import select

from tests.factories import as_role, later
from tests.factories_complaints import MIRROR, answered, filed, in_work
from vipdesk.access import Desk
from vipdesk.complaints import course, legal_reading, letters
from vipdesk.complaints.history import list_history
from vipdesk.errors import UserError
from vipdesk.models import ComplaintFlag
from vipdesk.vocabulary import Channel, Direction, FlagKind, Role


def test_a_letter_after_a_threat_leaves_once_a_lawyer_has_read_that_very_text(desk: Desk) -> None:
    found = filed(desk, words="Вчера посадили не за тот стол. Я подам на вас в суд")
    sheet = letters.first_reply_sheet(desk, found.id)
    body = letters.write_reply(sheet, mirror=MIRROR)[0].body
    send = partial(
        letters.send_first_reply, desk, found.id, channel=Channel.PHONE, mirror=MIRROR,
        promise_at=sheet.proposal,
    )  # fmt: skip
    legal_reading.note_reading(desk, found.id, body=f"{body}\n\nС уважением")
    with pytest.raises(UserError, match="let a lawyer read this"):
        send(body=body)
    legal_reading.note_reading(desk, found.id, body=body)
    assert send(body=body).sent
    noted = [row for row in list_history(desk, found.id) if "lawyer" in row.said.text]
    assert len(noted) == 2
    assert noted[0].at == desk.now
    assert noted[0].who.name


def test_an_empty_letter_was_read_by_nobody(desk: Desk) -> None:
    found = filed(desk)
    with pytest.raises(UserError, match="empty"):
        legal_reading.note_reading(desk, found.id, body=" \n")


def test_an_answer_in_writing_after_a_threat_is_one_a_lawyer_has_read(desk: Desk) -> None:
    case = in_work(desk, words="Вчера посадили не за тот стол. Я подам на вас в суд")
    course.sign_answer(as_role(desk, Role.EXECUTIVE), case)  # a threat makes a case grave
    text = "Рассадку перепутали мы, вот что меняем"
    hour_on = later(desk, hours=1)
    with pytest.raises(UserError, match="let a lawyer read this") as held:
        answered(hour_on, case, channel=Channel.EMAIL, text=text)
    assert held.value.field == "text"
    legal_reading.note_reading(desk, case, body=f"{text} ")
    answered(hour_on, case, channel=Channel.EMAIL, text=text)


def test_a_spoken_answer_is_no_letter(desk: Desk) -> None:
    case = in_work(desk, words="Вчера посадили не за тот стол. Я подам на вас в суд")
    course.sign_answer(as_role(desk, Role.EXECUTIVE), case)
    answered(later(desk, hours=1), case, channel=Channel.PHONE)


def test_a_court_mentioned_after_filing_makes_the_letter_careful_too(desk: Desk) -> None:
    found = filed(desk)
    assert not letters.first_reply_sheet(desk, found.id).fields.careful
    course.log_contact(
        desk, found.id, direction=Direction.INBOUND, channel=Channel.PHONE,
        text="Если не ответите, я подам на вас в суд",
    )  # fmt: skip
    assert letters.first_reply_sheet(desk, found.id).fields.careful
    raised = desk.session.scalars(select(ComplaintFlag.kind))
    assert FlagKind.THREAT in set(raised)
