"""Throws damaged mails and calendars at the reader of replies: nothing may break, hang or lie.

Seeds are the sample mails of the tests (and any folder named); each is cut, spliced with another,
re-encoded, given odd headers and doubled lines, then read as a dropped file would be. Reported:
what the reader raised (none may), what broke inside and was set aside (to be mended), what took
long. The seed of the dice is printed: the same seed and round give the same bytes.

    python tools/fuzz_replies.py --minutes 60
    python tools/fuzz_replies.py --minutes 1 --seed 7 --corpus folder-of-mails --keep out/fuzz
"""

from __future__ import annotations

import argparse
import collections
import json
import logging
import random
import re
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from vipdesk.events import reply_mail
from vipdesk.events.reply_lines import reply_line
from vipdesk.events.reply_mail import ReadReply, ReplyKind, read_reply
from vipdesk.vocabulary import Verdict

SAMPLES = Path(__file__).parent.parent / "tests" / "data" / "replies"
SLOW = 2.0  # seconds; a real reply takes a few milliseconds
CHARSETS = (
    "utf-8",
    "utf-16",
    "utf-16-le",
    "utf-7",
    "latin-1",
    "cp1251",
    "koi8-r",
    "gb18030",
    "iso-2022-jp",
    "punycode",
    "idna",
    "unicode_escape",
    "base64",
    "hz",
    "utf-32",
    "x-unknown",
    "\0",
    "=?utf-8?q?=",
)
TOKENS = (
    b"BEGIN:VCALENDAR\r\n",
    b"END:VCALENDAR\r\n",
    b"BEGIN:VEVENT\r\n",
    b"END:VEVENT\r\n",
    b"BEGIN:VTIMEZONE\r\n",
    b"BEGIN:VALARM\r\n",
    b"METHOD:REPLY\r\n",
    b"METHOD:COUNTER\r\n",
    b"METHOD:\r\n",
    b"ATTENDEE;PARTSTAT=ACCEPTED:MAILTO:x@y.example\r\n",
    b"ATTENDEE:\r\n",
    b'ATTENDEE;PARTSTAT="A,B";CN="x:MAILTO:a@b\r\n',
    b"UID:\xff\xfe\0\r\n",
    b"SEQUENCE:-1\r\n",
    b"SEQUENCE:99999999999999999999\r\n",
    b"DTSTAMP:99999999T999999Z\r\n",
    b"DTSTAMP:00000101T000000\r\n",
    b"DTSTAMP;TZID=Nowhere/Land:20261112T101500\r\n",
    b"RRULE:FREQ=SECONDLY\r\n",
    b" folded\r\n",
    b"\0",
    b"\xef\xbb\xbf",
    b"\xff\xfe",
    b"\r",
    b"\n",
    b"\x0b\x0c",
    b"=?utf-8?b?////?=",
    b"<" * 50,
    b'Content-Type: multipart/mixed; boundary=""\r\n',
    b"Content-Type: message/rfc822\r\n\r\n",
    b"Content-Transfer-Encoding: x-uuencode\r\n",
    b"Auto-Submitted: auto-replied\r\n",
    b"Date: Thu, 99 Foo 99999 99:99:99 +9999\r\n",
    b"Content-Type: application/ms-tnef\r\n",
    b"\x78\x9f\x3e\x22\x01\x00",
    b"[VIP-K7F3Q2MXWD5ACBE2-Y]",
)

Change = Callable[[random.Random, bytes, list[bytes]], bytes]


def main() -> int:
    """Run for so many minutes; 1 if anything was raised or hung."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--corpus", type=Path, action="append", default=[])
    parser.add_argument("--keep", type=Path, help="a folder for the bytes of each finding")
    chosen = parser.parse_args()
    logging.disable(logging.CRITICAL)
    seeds = _seeds([SAMPLES, *chosen.corpus])
    print(f"{len(seeds)} seeds, dice {chosen.seed}", flush=True)
    return _run(seeds, chosen.minutes * 60, random.Random(chosen.seed), chosen.keep)


def _seeds(folders: list[Path]) -> list[bytes]:
    found = [p for folder in folders for p in sorted(folder.rglob("*")) if p.is_file()]
    raw = [p.read_bytes() for p in found if p.stat().st_size < 200_000]
    return [r for r in raw if r]


def _run(seeds: list[bytes], seconds: float, dice: random.Random, keep: Path | None) -> int:
    kinds: collections.Counter[str] = collections.Counter()
    inside: collections.Counter[str] = collections.Counter()
    raised = slow = rounds = 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        raw = mutated(dice, seeds)
        rounds += 1
        began = time.process_time()
        finding = ""
        try:
            read = read_reply(raw)
            kinds[read.kind.value] += 1
            finding = _lie(read)
        except BaseException:  # noqa: BLE001 this is what is looked for
            finding = traceback.format_exc(limit=-3)
        took = time.process_time() - began  # what else the machine does is no fault
        if finding:
            raised += 1
            print(f"round {rounds}: {finding}", flush=True)
        if took > SLOW:
            slow += 1
            print(f"round {rounds}: {took:.1f} s for {len(raw)} bytes", flush=True)
        broke = _broke_inside(raw) if not finding and rounds % 4 == 0 else ""
        if broke:
            inside[broke] += 1
        if keep is not None and (finding or took > SLOW or (broke and inside[broke] == 1)):
            keep.mkdir(parents=True, exist_ok=True)
            (keep / f"{rounds}.bin").write_bytes(raw)
    print(f"{rounds} rounds, raised {raised}, slow {slow}, broke inside {sum(inside.values())}")
    print("kinds:", dict(kinds.most_common()))
    for where, count in inside.most_common(10):
        print(f"  {count} × {where}")
    return 1 if raised or slow else 0


def _lie(read: ReadReply) -> str:
    """What no reading may be: unprintable, not storable, or counted without saying whose."""
    line = json.dumps(reply_line("x", read), ensure_ascii=False)
    line.encode()
    if "\\u0000" in line:
        return "a zero in the line"
    nobodys = not (read.uid or read.tokens or read.attendee)
    if read.verdict is Verdict.APPLY and nobodys and read.kind is not ReplyKind.BOUNCE:
        return "counted, but nobody's"
    return ""


def _broke_inside(raw: bytes) -> str:
    """What the reader caught itself: the mail is safe, the place should be mended."""
    try:
        reply_mail._read(raw, "")  # noqa: SLF001 read_reply hides what it catches
    except Exception as error:  # noqa: BLE001 it is named
        last = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} at {Path(last.filename).name}:{last.lineno}"
    return ""


# Damage -----------------------------------------------------------------------------------


def mutated(dice: random.Random, seeds: list[bytes]) -> bytes:
    """One to six changes of one seed."""
    raw = dice.choice(seeds)
    for _ in range(dice.randint(1, 6)):
        raw = dice.choice(CHANGES)(dice, raw, seeds)[:400_000]
    return raw


def _flip(dice: random.Random, raw: bytes, _seeds: list[bytes]) -> bytes:
    data = bytearray(raw)
    for _ in range(dice.randint(1, 1 + len(data) // 200)):
        if data:
            data[dice.randrange(len(data))] = dice.randrange(256)
    return bytes(data)


def _cut(dice: random.Random, raw: bytes, _seeds: list[bytes]) -> bytes:
    a, b = sorted((dice.randint(0, len(raw)), dice.randint(0, len(raw))))
    return dice.choice((raw[:a], raw[:a] + raw[b:], raw[a:b]))


def _splice(dice: random.Random, raw: bytes, seeds: list[bytes]) -> bytes:
    other = dice.choice(seeds)
    return raw[: dice.randint(0, len(raw))] + other[dice.randint(0, len(other)) :]


def _token(dice: random.Random, raw: bytes, _seeds: list[bytes]) -> bytes:
    place = dice.randint(0, len(raw))
    if dice.random() < 0.7:  # where a line begins
        place = raw.find(b"\n", place) + 1
    return raw[:place] + dice.choice(TOKENS) * dice.choice((1, 1, 1, 2, 60)) + raw[place:]


def _lines(dice: random.Random, raw: bytes, _seeds: list[bytes]) -> bytes:
    lines = raw.split(b"\n")
    at = dice.randrange(len(lines))
    match dice.randrange(4):
        case 0:
            lines.pop(at)
        case 1:
            lines[at:at] = [lines[at]] * dice.choice((1, 3, 200))
        case 2:
            lines[at] += bytes([dice.randrange(32, 256)]) * dice.choice((100, 5000, 80_000))
        case _:
            dice.shuffle(lines)
    return b"\n".join(lines)


def _charset(dice: random.Random, raw: bytes, _seeds: list[bytes]) -> bytes:
    named = dice.choice(CHARSETS).encode()
    return re.sub(
        rb'charset="?[\w-]+"?', lambda _m: b"charset=" + named, raw, count=dice.randint(0, 3)
    )


def _encoded(dice: random.Random, raw: bytes, _seeds: list[bytes]) -> bytes:
    try:
        return raw.decode("utf-8", "replace").encode(dice.choice(CHARSETS), "replace")
    except (LookupError, ValueError, UnicodeError):
        return raw


def _ends(dice: random.Random, raw: bytes, _seeds: list[bytes]) -> bytes:
    return raw.replace(b"\r\n", b"\n").replace(
        b"\n", dice.choice((b"\r", b"\n\n", b"\r\r\n", b"\n "))
    )


def _nested(dice: random.Random, raw: bytes, _seeds: list[bytes]) -> bytes:
    for level in range(dice.choice((1, 4, 120))):
        kind = dice.choice((b"message/rfc822", b"multipart/mixed; boundary=b%d" % level))
        raw = b"Content-Type: " + kind + b"\r\n\r\n" + (b"--b%d\r\n" % level) + raw
    return raw


CHANGES: tuple[Change, ...] = (
    _flip,
    _cut,
    _splice,
    _token,
    _token,
    _lines,
    _charset,
    _encoded,
    _ends,
    _nested,
)


if __name__ == "__main__":
    sys.exit(main())
