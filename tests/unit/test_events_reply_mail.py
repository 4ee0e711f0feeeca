"""Answers as mail programs really write them, and bytes that nobody wrote."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vipdesk.events.calendar_part import MAX_BYTES, decode, mend, normal_address
from vipdesk.events.mail_parts import parsed, plain_text
from vipdesk.events.reply_lines import read_file, reply_line
from vipdesk.events.reply_mail import MAX_MAIL_BYTES, ReplyKind, read_reply
from vipdesk.events.reply_reasons import Reason, sentence
from vipdesk.vocabulary import PartStat, Verdict

SAMPLES = Path(__file__).parent.parent / "data" / "replies"
UID = "5e0f2c1a-7b0d-4c55-9a51-0d2f6a3c9e10"
ANNA = "anna@client.example"

# file → kind, verdict, reason, participation
EXPECTED = {
    "apple_accept.eml": "reply apply answer ACCEPTED",
    "assistant_accept.eml": "reply apply answer ACCEPTED",
    "auto_replied_accept.eml": "auto review automatic_answer ACCEPTED",
    "bare_accept.ics": "reply apply answer ACCEPTED",
    "bare_cp1251_lf.ics": "reply apply answer ACCEPTED",
    "bare_utf16.ics": "reply apply answer DECLINED",
    "bounce_postfix.eml": "bounce apply bounce -",
    "bounce_qmail.eml": "bounce apply bounce -",
    "broken_folding.eml": "reply apply answer ACCEPTED",
    "charset_lie_utf16.eml": "reply apply answer ACCEPTED",
    "delayed.eml": "auto ignore delivery_notice -",
    "exchange_delegated.eml": "reply review delegation DELEGATED",
    "exchange_tentative.eml": "reply apply answer TENTATIVE",
    "forwarded_by_assistant.eml": "reply apply answer ACCEPTED",
    "garbage_calendar.eml": "quarantine quarantine unreadable -",
    "gmail_accept.eml": "reply apply answer ACCEPTED",
    "gmail_auto_generated_accept.eml": "reply apply answer ACCEPTED",
    "gmail_decline.eml": "reply apply answer DECLINED",
    "gmail_plus_two.eml": "reply apply answer ACCEPTED",
    "guest_cancel.eml": "cancel ignore guest_cancel -",
    "guest_request.eml": "request ignore guest_request -",
    "inline_calendar.eml": "reply apply answer DECLINED",
    "link_call_me.eml": "none review call_me -",
    "link_no_ru.eml": "reply apply link DECLINED",
    "link_yes.eml": "reply apply link ACCEPTED",
    "link_yes_with_words.eml": "none review plain_text -",
    "named_ics_octet_stream.eml": "reply apply answer TENTATIVE",
    "needs_action.eml": "reply ignore no_answer NEEDS-ACTION",
    "newsletter.eml": "auto ignore automatic -",
    "no_attendee_no_dtstamp.eml": "reply review unknown_answer -",
    "no_method.eml": "none review no_method ACCEPTED",
    "no_partstat.eml": "reply review unknown_answer -",
    "nothing.eml": "none ignore no_reply -",
    "out_of_office.eml": "auto ignore automatic -",
    "outlook_accept.eml": "reply apply answer ACCEPTED",
    "outlook_counter.eml": "counter review counter TENTATIVE",
    "outlook_decline_comment.eml": "reply apply answer DECLINED",
    "plain_html_only.eml": "none review plain_text -",
    "plain_no_en.eml": "none review plain_text -",
    "plain_yes_ru.eml": "none review plain_text -",
    "publish.ics": "none ignore other_method -",
    "read_receipt.eml": "auto ignore delivery_notice -",
    "refresh.eml": "refresh review refresh -",
    "stranger.eml": "reply apply answer ACCEPTED",
    "thunderbird_accept.eml": "reply apply answer ACCEPTED",
    "thunderbird_decline_8bit.eml": "reply apply answer DECLINED",
    "truncated.eml": "reply apply answer DECLINED",
    "two_events.eml": "reply review several_events ACCEPTED",
    "winmail.eml": "none review tnef -",
    "yandex_accept.eml": "reply apply answer ACCEPTED",
}


def sample(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


def calendar(*lines: str, method: str = "REPLY") -> bytes:
    inside = (f"METHOD:{method}", "BEGIN:VEVENT", *lines, "END:VEVENT")
    return "\r\n".join(("BEGIN:VCALENDAR", "VERSION:2.0", *inside, "END:VCALENDAR", "")).encode()


def test_every_sample_has_an_expectation() -> None:
    assert {p.name for p in SAMPLES.iterdir()} == set(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_sample_is_read_as_expected(name: str) -> None:
    read = read_reply(sample(name))
    partstat = read.partstat.value if read.partstat else "-"
    assert f"{read.kind} {read.verdict} {read.reason} {partstat}" == EXPECTED[name]


@pytest.mark.parametrize("name", [n for n, e in EXPECTED.items() if "apply answer" in e])
def test_an_answer_knows_its_invitation_and_its_guest(name: str) -> None:
    read = read_reply(sample(name))
    assert read.uid == UID
    assert read.attendee == ("boris@elsewhere.example" if "stranger" in name else ANNA)
    assert read.dtstamp is not None


def test_an_escaped_comment_is_kept_as_the_guests_words() -> None:
    assert (
        read_reply(sample("outlook_decline_comment.eml")).words
        == "I am in Milan that week, with regret."
    )


def test_the_guests_company_is_counted_with_the_guest() -> None:
    assert read_reply(sample("gmail_plus_two.eml")).party == 3


def test_a_bounce_names_the_recipient_and_the_invitation() -> None:
    read = read_reply(sample("bounce_postfix.eml"))
    assert (read.uid, read.attendee) == (UID, "anna.old@client.example")
    assert "<invitation-1@club.example>" in read.references


def test_without_dtstamp_the_date_header_counts() -> None:
    read = read_reply(sample("no_attendee_no_dtstamp.eml"))
    assert (read.attendee, read.dtstamp) == (ANNA, datetime(2026, 11, 12, 16, 0, tzinfo=UTC))


def test_an_attendee_without_an_address_leaves_the_sender() -> None:
    raw = b"From: Anna@Client.example\r\nContent-Type: text/calendar\r\n\r\n" + calendar(
        f"UID:{UID}", "ATTENDEE;PARTSTAT=ACCEPTED:Anna"
    )
    read = read_reply(raw)
    assert (read.attendee, read.partstat, read.verdict) == (ANNA, PartStat.ACCEPTED, Verdict.APPLY)


def test_a_sequence_nobody_can_store_is_none() -> None:
    raw = calendar(
        f"UID:{UID}", "SEQUENCE:99999999999999", f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{ANNA}"
    )
    assert 0 <= read_reply(raw).sequence < 2**31


def test_quoted_words_of_ours_do_not_suggest_anything() -> None:
    assert read_reply(sample("plain_yes_ru.eml")).suggestion is PartStat.ACCEPTED
    assert "не смогу" not in read_reply(sample("plain_yes_ru.eml")).words


def test_words_beside_a_link_are_left_to_a_person() -> None:
    read = read_reply(sample("link_yes_with_words.eml"))
    assert (read.verdict, read.suggestion) == (Verdict.REVIEW, PartStat.ACCEPTED)


def test_a_calendar_over_one_mebibyte_is_set_aside() -> None:
    raw = calendar(f"UID:{UID}", "DESCRIPTION:" + "x" * MAX_BYTES)
    assert read_reply(raw).reason is Reason.TOO_LARGE


def test_more_than_fifty_components_are_set_aside() -> None:
    raw = calendar(*["BEGIN:VALARM", "END:VALARM"] * 60)
    assert read_reply(raw).reason is Reason.TOO_MANY_PARTS


def test_a_mail_of_monstrous_size_is_set_aside_unread() -> None:
    assert read_reply(b"x" * (MAX_MAIL_BYTES + 1)).kind is ReplyKind.QUARANTINE


@pytest.mark.parametrize(
    "written",
    [
        "MAILTO:Anna@Client.example",
        "mailto:%3Canna@client.example%3E",
        "Anna@client.example ",
        "<mailto:anna@client.example>",
        '"anna@client.example"',
        "mailto:anna@client.example?subject=x",
    ],
)
def test_one_address_has_one_form(written: str) -> None:
    assert normal_address(written) == ANNA


def test_a_wrong_charset_is_found_out() -> None:
    text = "BEGIN:VCALENDAR\r\nSUMMARY:Приём"
    assert decode(text.encode("utf-16"), "iso-8859-1") == text
    assert decode(text.encode(), "us-ascii") == text
    assert "BEGIN" in decode(text.encode("cp1251"), None)


def test_mending_closes_what_was_left_open_and_drops_what_is_no_line() -> None:
    mended = mend(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nnonsense\nBEGIN:VALARM\nEND:VALARM\nSUM\n MARY:x"
    )
    assert mended.split() == [
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT",
        "UID:1",
        "SUMMARY:x",
        "END:VEVENT",
        "END:VCALENDAR",
    ]


def test_a_page_full_of_open_tags_is_read_quickly() -> None:
    mail = parsed(
        b"Content-Type: text/html\r\n\r\n" + b"<style" * 30_000 + b"<p>" * 30_000 + b"yes"
    )
    assert isinstance(plain_text(mail), str)


def test_mails_inside_mails_end_somewhere() -> None:
    raw = sample("outlook_accept.eml")
    for _ in range(40):
        raw = b"From: a@b.example\r\nContent-Type: message/rfc822\r\n\r\n" + raw
    assert read_reply(raw).kind is ReplyKind.NONE


def test_every_reason_has_a_sentence() -> None:
    assert all(sentence(reason.value).text for reason in Reason)


def test_a_line_says_what_the_command_line_promises(tmp_path: Path) -> None:
    file = tmp_path / "answer.eml"
    file.write_bytes(sample("gmail_decline.eml"))
    assert read_file(file) == {
        "file": str(file),
        "kind": "reply",
        "uid": UID,
        "attendee": ANNA,
        "partstat": "DECLINED",
        "sequence": 0,
        "dtstamp": "2026-11-14T10:15:00Z",
        "verdict": "apply",
        "reason": "answer",
    }


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=3000))
def test_any_bytes_are_read(raw: bytes) -> None:
    assert reply_line("x", read_reply(raw))["kind"]


_PIECES = st.sampled_from(
    [
        "BEGIN:VCALENDAR",
        "END:VCALENDAR",
        "BEGIN:VEVENT",
        "END:VEVENT",
        "METHOD:REPLY",
        "UID:1",
        "METHOD:",
        "ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@b.c",
        "ATTENDEE;PARTSTAT=:x",
        "DTSTAMP:0001",
        "DTSTAMP;VALUE=DATE:20260101",
        "DTSTAMP:00010101T000000Z",
        "SEQUENCE:-1",
        "SEQUENCE:x",
        "BEGIN:VTIMEZONE",
        "RRULE:FREQ=NEVER",
        "BEGIN:",
        ":",
        ";",
        " folded",
        "\tfolded",
        "\x00",
        'ATTENDEE;CN="x:mailto:a@b.c',
        "DTSTART;TZID=Nowhere:20269999T999999",
        "COMMENT:да\\n",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_PIECES, max_size=25), st.sampled_from(["\r\n", "\n", "\r"]))
def test_any_calendar_is_read(lines: list[str], end: str) -> None:
    read = read_reply(end.join(["BEGIN:VCALENDAR", *lines]).encode())
    assert read.kind in ReplyKind


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_damage_to_a_real_mail_is_survived(data: st.DataObject) -> None:
    raw = bytearray(sample(data.draw(st.sampled_from(sorted(EXPECTED)))))
    for _ in range(data.draw(st.integers(0, 12))):
        place = data.draw(st.integers(0, max(0, len(raw) - 1)))
        raw[place : place + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=20))
    assert reply_line("x", read_reply(bytes(raw)))["verdict"]
