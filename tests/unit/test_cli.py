"""The command line: sentences instead of stack traces, one JSON line a file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from vipdesk import cli
from vipdesk.commands import doctor

REPLY = b"""From: anna@client.example
To: host@club.example
Subject: Accepted
Content-Type: text/calendar; charset=UTF-8; method=REPLY

BEGIN:VCALENDAR
PRODID:-//x//y//EN
VERSION:2.0
METHOD:REPLY
BEGIN:VEVENT
UID:abc-1
DTSTAMP:20261126T100000Z
SEQUENCE:0
ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:anna@client.example
ORGANIZER:mailto:host@club.example
DTSTART:20261210T150000Z
END:VEVENT
END:VCALENDAR
"""


def test_replies_read_prints_one_json_line_a_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, junk = tmp_path / "good.eml", tmp_path / "junk.eml"
    good.write_bytes(REPLY)
    junk.write_bytes(b"\x00\xff not a mail")
    assert cli.main(["replies", "read", str(good), str(junk)]) == 0
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert set(first) == {
        "file",
        "kind",
        "uid",
        "attendee",
        "partstat",
        "sequence",
        "dtstamp",
        "verdict",
        "reason",
    }
    assert (first["kind"], first["uid"], first["partstat"]) == ("reply", "abc-1", "ACCEPTED")
    assert first["attendee"] == "anna@client.example"
    assert second["kind"] == "none"
    assert second["verdict"] != "apply"


def test_a_passphrase_that_nobody_can_type_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Run by a scheduler: there is no terminal, and the input is empty."""

    def nobody(_prompt: str) -> str:
        raise EOFError

    monkeypatch.setattr("vipdesk.commands.team.getpass", nobody)
    assert cli.main(["team", "init", "petr", "--given", "Пётр", "--surname", "Воронцов"]) == 1
    said = capsys.readouterr().err
    assert "--help" in said
    assert "Traceback" not in said


def test_a_file_that_is_not_there_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["replies", "read", str(tmp_path / "nothing.eml")]) == 1
    assert "cannot be read" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["demo", "desk"])
def test_without_a_display_one_sentence_says_what_to_do(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    assert cli.main([command]) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "vipdesk tour" in told


def test_a_missing_system_library_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> int:
        raise ImportError("libEGL.so.1: cannot open shared object file: No such file")

    monkeypatch.setattr(cli, "_desk", broken)
    assert cli.main([]) == 1
    assert "libEGL.so.1" in capsys.readouterr().err


def test_a_library_of_x11_that_is_not_there_is_named_before_qt_aborts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr(doctor, "_X11", ("libnothing-like-this.so.9",))
    assert cli.main(["demo"]) == 1
    assert "libnothing-like-this.so.9" in capsys.readouterr().err


def test_another_import_error_is_a_bug_and_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> int:
        raise ImportError("no module named x")

    monkeypatch.setattr(cli, "_desk", broken)
    with pytest.raises(ImportError):
        cli.main([])


def test_a_wrong_size_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["tour", "--out", str(tmp_path / "o"), "--size", "big"]) == 1
    assert "WIDTHxHEIGHT" in capsys.readouterr().err
