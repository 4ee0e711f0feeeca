"""A lawyer reads a letter where a court, the press or leaving came up."""

from __future__ import annotations

from functools import partial

import pytest

from tests.factories_complaints import MIRROR, filed
from vipdesk.access import Desk
from vipdesk.complaints import legal_reading, letters
from vipdesk.complaints.history import list_history
from vipdesk.errors import UserError
from vipdesk.vocabulary import Channel


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
