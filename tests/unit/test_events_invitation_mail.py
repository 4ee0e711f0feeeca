"""What leaves the club: one guest, one To, one ATTENDEE, and a calendar every program reads."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from vipdesk.errors import UserError
from vipdesk.events import invitation_words
from vipdesk.events.invitation_calendar import CalendarEntry, Mailbox, Method, calendar_bytes
from vipdesk.events.invitation_mail import (
    InvitationMail,
    SenderAddress,
    answer_links,
    html_body,
    mail_bytes,
    plain_body,
)
from vipdesk.events.invitation_words import EventText, GuestText, HostText, SessionText
from vipdesk.events.reply_mail import read_reply
from vipdesk.vocabulary import PartStat, Verdict
from vipdesk.wording import Words

SENDER = SenderAddress("events@club.example", "Клуб")
START = datetime(2026, 12, 10, 15, tzinfo=UTC)
EVENT = EventText(
    "Мастер-класс по каллиграфии",
    START,
    START.replace(hour=18),
    "Europe/Moscow",
    place="Особняк на Пречистенке",
    address="ул. Пречистенка, 0",
    description="Перо и тушь.",
    dress="Свободный",
    answer_by=START.replace(day=5),
    sessions=(SessionText("Первая строка", START, "Ирина Белова"),),
)
MAIL = InvitationMail(
    EVENT,
    GuestText("Уважаемая Анна Сергеевна!", "Анна Сергеевна Волкова", 1),
    HostText("Мария Орлова", "+7 495 000-00-00"),
    "anna@client.example",
    "5e0f2c1a-7b0d-4c55-9a51-0d2f6a3c9e10",
    "k7f3q2mxwd5acbe2",
    0,
    "<x@club.example>",
    datetime(2026, 11, 26, 10, tzinfo=UTC),
)


def message(mail: InvitationMail, words: Words, sender: SenderAddress = SENDER) -> EmailMessage:
    found = message_from_bytes(mail_bytes(mail, sender, words), policy=policy.default)
    assert isinstance(found, EmailMessage)
    return found


def test_the_mail_has_the_shape_calendars_expect(ru: Words) -> None:
    mixed = message(MAIL, ru)
    alternative, attachment = mixed.iter_parts()
    assert [p.get_content_type() for p in mixed.walk()] == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "text/calendar",
        "application/ics",
    ]
    calendar = list(alternative.iter_parts())[2]  # type: ignore[attr-defined]
    assert str(calendar["Content-Type"]) == 'text/calendar; charset="UTF-8"; method="REQUEST"'
    assert calendar.get_payload(decode=True) == attachment.get_payload(decode=True)
    assert attachment.get_filename() == "invite.ics"


def test_one_mail_has_one_recipient_and_one_attendee(ru: Words) -> None:
    mixed = message(MAIL, ru)
    assert mixed["To"].addresses[0].addr_spec == "anna@client.example"
    assert len(mixed["To"].addresses) == 1
    assert mixed["Cc"] is None
    assert mixed["Bcc"] is None
    part = Calendar.from_ical(_calendar(mixed)).walk("VEVENT")[0]
    assert part["ATTENDEE"].lower() == "mailto:anna@client.example"
    assert dict(part["ATTENDEE"].params) == {
        "CUTYPE": "INDIVIDUAL",
        "ROLE": "REQ-PARTICIPANT",
        "PARTSTAT": "NEEDS-ACTION",
        "RSVP": "TRUE",
        "CN": "Анна Сергеевна Волкова",
        "X-NUM-GUESTS": "0",
    }


def _calendar(mixed: EmailMessage) -> bytes:
    part = next(p for p in mixed.walk() if p.get_content_type() == "text/calendar")
    data = part.get_payload(decode=True)
    assert isinstance(data, bytes)
    return data


def test_the_organizer_is_who_the_mail_is_from_named_as_the_host(ru: Words) -> None:
    mixed = message(MAIL, ru)
    organizer = Calendar.from_ical(_calendar(mixed)).walk("VEVENT")[0]["ORGANIZER"]
    assert organizer == "mailto:" + mixed["From"].addresses[0].addr_spec
    assert organizer.params["CN"] == "Мария Орлова"


def test_times_are_utc_and_the_body_says_the_local_time_in_words(ru: Words, en: Words) -> None:
    assert b"DTSTART:20261210T150000Z" in _calendar(message(MAIL, ru))
    assert b"VTIMEZONE" not in _calendar(message(MAIL, ru))
    assert "четверг, 10 декабря 2026, 18:00–21:00 (по\u00a0Москве)" in plain_body(MAIL, SENDER, ru)
    assert "Thursday, 10 December 2026, 18:00–21:00 (Moscow time)" in plain_body(MAIL, SENDER, en)


def test_a_gathering_over_midnight_names_both_days(en: Words) -> None:
    long = replace(EVENT, ends_at=START.replace(day=11), zone="Asia/Kolkata")
    assert invitation_words.when(en, long) == (
        "Thursday, 10 December 2026, 20:30 – Friday, 11 December 2026, 20:30 (Kolkata time)"
    )


def test_a_cancellation_says_so_in_status_method_and_words(ru: Words) -> None:
    mixed = message(replace(MAIL, method=Method.CANCEL, sequence=1), ru)
    data = _calendar(mixed)
    assert b"METHOD:CANCEL" in data
    assert b"STATUS:CANCELLED" in data
    assert b"SEQUENCE:1" in data
    assert "method=CANCEL" in mail_bytes(replace(MAIL, method=Method.CANCEL), SENDER, ru).decode(
        "ascii"
    ).replace('"', "")
    assert "не состоится" in plain_body(replace(MAIL, method=Method.CANCEL), SENDER, ru)


def test_nothing_of_the_body_comes_from_outside(ru: Words) -> None:
    html = html_body(MAIL, SENDER, ru)
    assert "http" not in html
    assert "<img" not in html
    assert "url(" not in html
    assert "Уважаемая Анна Сергеевна!" in html


def test_data_cannot_become_markup(en: Words) -> None:
    html = html_body(replace(MAIL, event=replace(EVENT, title="<script>x</script>")), SENDER, en)
    assert "<script>" not in html


def test_a_pressed_link_comes_back_as_the_answer(ru: Words, en: Words) -> None:
    for words in (ru, en):
        answers = []
        for link in answer_links(MAIL, replace(SENDER, plus=True), words):
            parts = urlsplit(link.href)
            assert unquote(parts.path) == "events+k7f3q2mxwd5acbe2@club.example"
            mail = EmailMessage()
            mail["From"], mail["To"] = "anna@client.example", unquote(parts.path)
            mail["Subject"] = parse_qs(parts.query)["subject"][0]
            read = read_reply(mail.as_bytes(policy=policy.SMTP))
            assert read.tokens == (MAIL.token,)
            answers.append((read.partstat, read.verdict))
        assert answers == [
            (PartStat.ACCEPTED, Verdict.APPLY),
            (PartStat.DECLINED, Verdict.APPLY),
            (None, Verdict.REVIEW),
        ]


def test_names_cannot_smuggle_headers(en: Words) -> None:
    guest = GuestText("Dear Anna,", 'Anna\r\nBcc: all@club.example\x00 "Volkova"')
    mixed = message(replace(MAIL, guest=guest), en)
    assert mixed["Bcc"] is None
    assert len(mixed["To"].addresses) == 1


@pytest.mark.parametrize(
    "to", ["", "anna", "a@b@c d", "a@b.example, c@d.example", "анна@клуб.рф", "a b@c.example"]
)
def test_an_address_that_cannot_be_written_to_is_refused(to: str, en: Words) -> None:
    with pytest.raises(UserError) as refused:
        mail_bytes(replace(MAIL, to=to), SENDER, en)
    assert refused.value.field == "email"


def test_a_cyrillic_domain_leaves_as_punycode(en: Words) -> None:
    assert (
        message(replace(MAIL, to="anna@клуб.рф"), en)["To"].addresses[0].domain.startswith("xn--")
    )


def test_the_same_invitation_gives_the_same_bytes(ru: Words) -> None:
    assert mail_bytes(MAIL, SENDER, ru) == mail_bytes(MAIL, SENDER, ru)


def test_a_message_is_safe_for_every_relay(ru: Words) -> None:
    raw = mail_bytes(MAIL, SENDER, ru)
    raw.decode("ascii")
    assert all(len(line) <= 998 for line in raw.split(b"\r\n"))
    assert b"\n" not in raw.replace(b"\r\n", b"")


def test_call_script_letter_and_text_say_the_same(ru: Words) -> None:
    script = invitation_words.call_script(ru, EVENT, MAIL.guest, MAIL.host)
    text = invitation_words.text_message(ru, EVENT, MAIL.guest, MAIL.host)
    letter = " ".join(invitation_words.letter_paragraphs(ru, EVENT, MAIL.guest))
    for said in (script, text, letter):
        assert "Мастер-класс по каллиграфии" in said
        assert "18:00" in said


_TEXT = st.text(max_size=120)


@settings(max_examples=200, deadline=None)
@given(_TEXT, _TEXT, _TEXT, st.integers(0, 99))
def test_any_text_gives_a_lawful_calendar(title: str, name: str, place: str, sequence: int) -> None:
    entry = CalendarEntry(
        "u", sequence, START, title, START, START.replace(hour=18), place, title + "\r\n" + place
    )
    data = calendar_bytes(
        entry, organizer=Mailbox("a@b.example", name), guest=Mailbox("c@d.example", name)
    )
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert b"\r" not in data.replace(b"\r\n", b"")
    assert not {byte for line in lines for byte in line} & {*range(9), *range(10, 32)}
    part = Calendar.from_ical(data).walk("VEVENT")[0]
    assert not part.errors
    assert len(data.replace(b"\r\n ", b"").split(b"\r\nATTENDEE")) == 2
    assert (int(part["SEQUENCE"]), str(part["STATUS"])) == (sequence, "CONFIRMED")


def test_a_long_name_in_other_letters_is_whole_and_no_line_too_long(ru: Words) -> None:
    name = 'Александрина "Аля" Константиновна Нелединская-Мелецкая-Константинопольская'
    raw = mail_bytes(replace(MAIL, guest=replace(MAIL.guest, name=name)), SENDER, ru)
    head = raw.partition(b"\r\n\r\n")[0]
    assert max(map(len, head.split(b"\r\n"))) <= 78
    told = make_header(decode_header(message_from_bytes(raw)["To"]))
    assert str(told) == f"{name} <anna@client.example>"
