"""Complaints for tests, filed by the real verb."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from sqlalchemy import select

from tests.factories import client, later, tier
from vipdesk.access import Desk
from vipdesk.complaints import (
    causes,
    course,
    follow_up,
    intake,
    legal_reading,
    letter_sheets,
    letters,
)
from vipdesk.complaints.intake import Filed, Intake
from vipdesk.complaints.letter_kinds import LetterKind
from vipdesk.complaints.letter_sending import send_letter
from vipdesk.learning import Mechanism, Origin, Solved
from vipdesk.models import Complaint, ComplaintClock, MailAccount, Staff
from vipdesk.vocabulary import Channel, ClockKind, Direction, Role

MOSCOW = ZoneInfo("Europe/Moscow")
WORDS = "Вчера на дегустации нас посадили не за тот стол, хотя мы договорились заранее"
WISH = "Хочу услышать объяснение и сидеть там, где обещали"
MIRROR = "Вчера на дегустации Вас посадили не за тот стол, о котором мы договорились"


def moscow(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=MOSCOW)


def five_fields(client_id: UUID, **fields: Any) -> Intake:
    values: dict[str, Any] = {
        "submission_id": uuid4(),
        "client_id": client_id,
        "channel": Channel.PHONE,
        "words": WORDS,
        "wish": WISH,
        "reach_by": Channel.PHONE,
        "reach_when": "после шести вечера",
    }
    return Intake(**{**values, **fields})


def filed(desk: Desk, client_id: UUID | None = None, **fields: Any) -> Filed:
    """A complaint of a client of the desk's actor (gold tier), filed now."""
    if client_id is None:
        client_id = client(desk).id
    return intake.file_complaint(desk, five_fields(client_id, **fields))


def top_client(desk: Desk, **fields: Any) -> UUID:
    return client(desk, tier_id=tier(desk, "platinum").id, **fields).id


def row_of(desk: Desk, filed: Filed) -> Complaint:
    return desk.session.get_one(Complaint, filed.id)


def clock_of(desk: Desk, complaint_id: UUID, kind: ClockKind) -> ComplaintClock:
    rows = desk.session.scalars(
        select(ComplaintClock)
        .where(ComplaintClock.complaint_id == complaint_id, ComplaintClock.kind == kind)
        .order_by(ComplaintClock.started_at.desc(), ComplaintClock.round.desc())
    )
    return rows.all()[0]


def staff_of(desk: Desk, role: Role) -> Staff:
    return desk.session.scalars(select(Staff).where(Staff.role == role)).one()


def called(desk: Desk, complaint_id: UUID, **fields: Any) -> UUID:
    values: dict[str, Any] = {
        "direction": Direction.OUTBOUND,
        "channel": Channel.PHONE,
        "text": "Позвонила, извинилась, разбираюсь",
    }
    return course.log_contact(desk, complaint_id, **{**values, **fields})


def reply_sent(
    desk: Desk, complaint_id: UUID, promise_at: datetime | None = None, **fields: Any
) -> letters.SentReply:
    """The first reply, written as the engine drafts it and told by phone."""
    sheet = letters.first_reply_sheet(desk, complaint_id)
    at = promise_at or sheet.proposal
    mirror = fields.pop("mirror", MIRROR)
    draft, _ = letters.write_reply(sheet, mirror=mirror, promise_at=at)
    if sheet.fields.careful:
        legal_reading.note_reading(desk, complaint_id, body=draft.body)
    values: dict[str, Any] = {"channel": Channel.PHONE, "body": draft.body}
    return letters.send_first_reply(
        desk, complaint_id, mirror=mirror, promise_at=at, **{**values, **fields}
    )


def in_work(desk: Desk, **fields: Any) -> UUID:
    """A complaint whose first reply was given a minute after filing."""
    found = filed(desk, **fields)
    reply_sent(later(desk, minutes=1), found.id)
    return found.id


def mail_account(desk: Desk) -> None:
    desk.session.add(
        MailAccount(
            name="Клуб", address="club@club.example", smtp_host="127.0.0.1", smtp_port=2525,
            security="none",
        )
    )  # fmt: skip
    desk.session.flush()


def wrapped_up(desk: Desk, complaint_id: UUID) -> None:
    """The talk was held and the cause named: nothing stands in the way of closing."""
    follow_up.note_follow_up(
        desk, complaint_id, channel=Channel.PHONE, said=follow_up.Said(Solved.YES, csat=5)
    )
    causes.code_cause(
        desk, complaint_id,
        causes.Found(
            Mechanism.MISTAKE, Origin.HANDOVER, ("План рассадки не передали в новую смену вовремя",)
        ),
    )  # fmt: skip


def answered(desk: Desk, complaint_id: UUID, **fields: Any) -> None:
    values: dict[str, Any] = {
        "channel": Channel.PHONE, "text": "Рассадку перепутали мы, вот что меняем",
        "options": ["Ужин за обещанным столом", "Возврат"], "compensation": "ужин",
    }  # fmt: skip
    course.answer(desk, complaint_id, **{**values, **fields})


def final_position(desk: Desk, complaint_id: UUID) -> None:
    """The letter with the last word, the options and the way outside is with the client."""
    typed = {
        "mirror": MIRROR, "why": "Новую схему передали на словах, и официанты её не получили",
        "position": "Вернуть стоимость вечера целиком мы не можем",
        "options": "ужин с партнёром за тем самым столом\nвечер в погребе на четверых",
    }  # fmt: skip
    sheet = letter_sheets.letter_sheet(desk, complaint_id)
    fields = letter_sheets.fields_for(sheet, LetterKind.FINAL, typed)
    send_letter(
        desk, complaint_id, kind=LetterKind.FINAL, channel=Channel.PHONE, typed=typed,
        body=letter_sheets.write_letter(fields).body,
    )  # fmt: skip
