"""One line about one read reply: what `vipdesk replies read` prints, as a dict for JSON."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from vipdesk.events.reply_mail import MAX_MAIL_BYTES, ReadReply, read_reply


def reply_line(file: str, reply: ReadReply) -> dict[str, object]:
    """Keys file, kind, uid, attendee, partstat, sequence, dtstamp (ISO, UTC), verdict, reason."""
    stamp = reply.dtstamp
    return {
        "file": file,
        "kind": reply.kind.value,
        "uid": reply.uid or None,
        "attendee": reply.attendee or None,
        "partstat": reply.partstat.value if reply.partstat else None,
        "sequence": reply.sequence,
        "dtstamp": stamp.strftime("%Y-%m-%dT%H:%M:%SZ") if stamp else None,
        "verdict": reply.verdict.value,
        "reason": reply.reason.value,
    }


def read_file(path: Path, read: Callable[[bytes], ReadReply] = read_reply) -> dict[str, object]:
    """Read one file. OSError is the caller's: a file that cannot be opened is no reply.

    Of a file that is far too large no more is read than shows it.
    """
    with path.open("rb") as file:
        raw = file.read(MAX_MAIL_BYTES + 1)
    return reply_line(str(path), read(raw))
