"""Odd calendars and envelopes that real programs write, and what an enemy would."""

from __future__ import annotations

import base64
import time

import pytest

from vipdesk import cli
from vipdesk.events.calendar_part import charset_named, decode
from vipdesk.events.reply_mail import ReplyKind, read_reply
from vipdesk.events.reply_reasons import Reason
from vipdesk.events.winmail import read_winmail
from vipdesk.vocabulary import PartStat, Verdict

UID = "5e0f2c1a-7b0d-4c55-9a51-0d2f6a3c9e10"
ANNA = "anna@client.example"
REPLY = (
    f"BEGIN:VEVENT\r\nUID:{UID}\r\nDTSTAMP:20261112T101500Z\r\n"
    f"ATTENDEE;PARTSTAT=ACCEPTED:mailto:{ANNA}\r\nEND:VEVENT\r\n"
)
ZONE = (
    "BEGIN:VTIMEZONE\r\nTZID:Europe/Paris\r\n"
    + "BEGIN:STANDARD\r\nDTSTART:19701025T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0100\r\n"
    "RDATE:\r\nEND:STANDARD\r\n" * 90 + "END:VTIMEZONE\r\n"
)


def whole(inside: str, method: str = "METHOD:REPLY\r\n", end: str = "END:VCALENDAR\r\n") -> bytes:
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{method}{inside}{end}".encode()


def test_a_zone_of_a_hundred_years_is_no_reason_to_set_an_answer_aside() -> None:
    read = read_reply(whole(ZONE + REPLY))
    assert (read.kind, read.partstat, read.uid) == (ReplyKind.REPLY, PartStat.ACCEPTED, UID)


def test_properties_without_sense_leave_those_that_decide() -> None:
    odd = (
        REPLY.replace("VEVENT", "VTODO")
        .replace("UID:", "UID\r\n :")
        .replace(
            "END:",
            "DUE\r\n :-0011130T000000\r\nX;=;=:\r\n=\r\nSUMMARY;RSVP=TRUE;RSVP=FALSE:x\r\nEND:",
        )
    )
    read = read_reply(whole(odd))
    assert (read.uid, read.partstat, read.reason) == (UID, PartStat.ACCEPTED, Reason.NOT_EVENT)


@pytest.mark.parametrize(
    "inside", [ZONE, "X-WR-CALNAME:Праздники\r\n", "BEGIN:X-BOX\r\nEND:X-BOX\r\n"]
)
def test_an_intact_calendar_without_an_entry_answers_nothing(inside: str) -> None:
    for method in ("", "METHOD:PUBLISH\r\n"):
        read = read_reply(whole(inside, method))
        assert (read.kind, read.verdict) == (ReplyKind.NONE, Verdict.IGNORE)


@pytest.mark.parametrize(
    ("inside", "method", "end"),
    [
        ("", "METHOD:REPLY\r\n", "END:VCALENDAR\r\n"),
        (ZONE, "METHOD:REPLY\r\n", "END:VCALENDAR\r\n"),
        (ZONE, "", ""),
        ("BEGIN:VEVENT\0\x01", "METHOD:REPLY\r\n", "END:VCALENDAR\r\n"),
    ],
)
def test_an_answer_that_is_empty_or_cut_is_set_aside(inside: str, method: str, end: str) -> None:
    read = read_reply(whole(inside, method, end))
    assert (read.kind, read.reason) == (ReplyKind.QUARANTINE, Reason.UNREADABLE)


def test_an_empty_shell_is_set_aside() -> None:
    read = read_reply(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    assert read.kind is ReplyKind.QUARANTINE


def test_ten_thousand_entries_are_set_aside_quickly_whatever_they_claim() -> None:
    for method in ("METHOD:REPLY\r\n", ""):
        began = time.process_time()
        read = read_reply(whole("BEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT\r\n" * 10_000, method))
        assert read.reason is Reason.TOO_MANY_PARTS
        assert time.process_time() - began < 2
    holidays = read_reply(whole("BEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT\r\n" * 200, ""))
    assert (holidays.kind, holidays.uid) == (ReplyKind.NONE, "x")


def test_endless_parameters_of_a_header_cost_nothing() -> None:
    began = time.process_time()
    read = read_reply(b"Content-Type: multipart/mixed; boundary=b" + b";" * 200_000 + b"\r\n\r\nx")
    assert read.kind is ReplyKind.NONE
    assert time.process_time() - began < 1


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be", "utf-16", "utf-8-sig", "cp1251"])
def test_every_encoding_is_found_out_without_being_told(charset: str) -> None:
    text = whole("COMMENT:Приду\r\n" + REPLY).decode()
    assert read_reply(text.encode(charset)).partstat is PartStat.ACCEPTED


@pytest.mark.parametrize("name", ["punycode", "idna", "unicode_escape", "x-none", "", "zlib\0"])
def test_codecs_that_are_no_charset_are_not_asked(name: str) -> None:
    assert charset_named(name) is None
    assert "BEGIN" in decode(whole(REPLY), name)


def test_what_a_database_cannot_hold_is_taken_out() -> None:
    raw = whole(REPLY.replace(UID, "a\0b+2AA-")).replace(b"\0", b"\\u0000")
    head = b"Content-Type: text/calendar; charset=utf-7; method=REPLY\r\n\r\n"
    read = read_reply(head + raw)
    for text in (read.uid, read.words, read.attendee):
        assert "\0" not in text
        text.encode()


def test_a_calendar_under_another_name_is_found() -> None:
    for kind in ("application/octet-stream", "text/x-vcalendar", "application/x-ics"):
        mail = (
            f"From: {ANNA}\r\nContent-Type: {kind}\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        ).encode() + base64.encodebytes(whole(REPLY))
        assert read_reply(mail).partstat is PartStat.ACCEPTED


# winmail.dat ------------------------------------------------------------------------------------


def attribute(name: int, value: bytes, kind: int = 7) -> bytes:
    head = bytes([1]) + name.to_bytes(2, "little") + kind.to_bytes(2, "little")
    return (
        head
        + len(value).to_bytes(4, "little")
        + value
        + (sum(value) & 0xFFFF).to_bytes(2, "little")
    )


def tnef(*attributes: bytes) -> bytes:
    return b"\x78\x9f\x3e\x22\x01\x00" + b"".join(attributes)


def object_id(uid: str) -> bytes:
    data = b"vCal-Uid\x01\x00\x00\x00" + uid.encode() + b"\x00"
    head = bytes.fromhex("040000008200e00074c5b7101a82e008") + b"\0" * 20
    return head + len(data).to_bytes(4, "little") + data


def mail_with(envelope: bytes) -> bytes:
    head = f"From: {ANNA}\r\nSubject: Accepted\r\nContent-Type: application/ms-tnef\r\n"
    return (head + "Content-Transfer-Encoding: base64\r\n\r\n").encode() + base64.encodebytes(
        envelope
    )


@pytest.mark.parametrize(
    ("said", "partstat"),
    [
        (b"IPM.Schedule.Meeting.Resp.Pos\0", PartStat.ACCEPTED),
        (b"IPM.Microsoft Schedule.MtgRespN\0", PartStat.DECLINED),
        (b"IPM.Schedule.Meeting.Resp.Tent\0", PartStat.TENTATIVE),
    ],
)
def test_outlooks_own_envelope_says_whose_and_what(said: bytes, partstat: PartStat) -> None:
    envelope = tnef(attribute(0x8008, said), attribute(0x9003, b"\x01" * 40 + object_id(UID)))
    read = read_reply(mail_with(envelope))
    assert (read.kind, read.partstat, read.uid) == (ReplyKind.REPLY, partstat, UID)
    assert read.attendee == ANNA


def test_a_calendar_file_in_the_envelope_is_read() -> None:
    read = read_reply(mail_with(tnef(attribute(0x800F, whole(REPLY)))))
    assert (read.verdict, read.partstat) == (Verdict.APPLY, PartStat.ACCEPTED)


def test_an_answer_that_names_no_invitation_of_ours_is_suggested() -> None:
    said = attribute(0x8008, b"IPM.Schedule.Meeting.Resp.Pos\0")
    read = read_reply(tnef(said))  # winmail.dat itself, dropped
    assert (read.verdict, read.reason) == (Verdict.REVIEW, Reason.TNEF)
    assert read.suggestion is PartStat.ACCEPTED


@pytest.mark.parametrize("cut", range(0, 120, 7))
def test_a_cut_envelope_breaks_nothing(cut: int) -> None:
    envelope = tnef(
        attribute(0x8008, b"IPM.Schedule.Meeting.Resp.Pos\0"), attribute(0x9003, object_id(UID))
    )
    read_winmail(envelope[:cut])
    assert read_reply(mail_with(envelope[:cut])).verdict is not Verdict.QUARANTINE


# The command ------------------------------------------------------------------------------------


def test_a_folder_is_read_whole_and_what_cannot_be_opened_is_told(
    tmp_path: object, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "in"  # type: ignore[operator]
    (folder / "deep").mkdir(parents=True)
    (folder / "deep" / "a.ics").write_bytes(whole(REPLY))
    (folder / "b.eml").write_bytes(b"\xff\0\xfe" * 50)
    assert cli.main(["replies", "read", str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert '"partstat": "ACCEPTED"' in lines[1] + lines[0]
    assert cli.main(["replies", "read", str(folder / "none.eml"), str(folder)]) == 1
    told = capsys.readouterr()
    assert len(told.out.splitlines()) == 2
    assert "none.eml" in told.err


# Another time ---------------------------------------------------------------------------------


def test_the_time_a_guest_proposes_is_shown_and_never_taken() -> None:
    from vipdesk.events.reply_proposal import proposed_start

    zoned = REPLY.replace("END:", "DTSTART;TZID=Europe/Moscow:20261211T190000\r\nEND:")
    counter = whole(zoned, "METHOD:COUNTER\r\n")
    assert read_reply(counter).reason is Reason.COUNTER
    found = proposed_start(counter)
    assert found is not None
    assert found.isoformat() == "2026-12-11T16:00:00+00:00"
    mail = b"Content-Type: text/calendar; method=COUNTER\r\n\r\n" + counter
    assert proposed_start(mail) == found
    for nothing in (b"", b"\xff" * 99, whole(REPLY), counter.replace(b"2026", b"99999"), mail[:90]):
        assert proposed_start(nothing) is None
