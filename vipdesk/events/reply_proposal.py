"""The other time that a guest proposes (COUNTER, RFC 5546 §3.2.7), shown to who decides.

Shown and no more: a guest's calendar never changes our event. Times without a zone, and what
cannot be read, are none.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from vipdesk.events import calendar_part, mail_parts

_BARE = re.compile(r"\s{0,100}BEGIN[ \t]*:[ \t]*VCALENDAR", re.IGNORECASE)


def proposed_start(raw: bytes) -> datetime | None:
    """When the guest would come, in UTC. Never raises."""
    try:
        return _start(raw)
    except Exception:  # noqa: BLE001 a guest's file must never stop the desk
        return None


def _start(raw: bytes) -> datetime | None:
    if _BARE.match(calendar_part.decode(raw[:4096])):
        texts = [calendar_part.decode(raw)]
    else:
        parts = mail_parts.calendar_parts(mail_parts.parsed(raw))
        texts = [calendar_part.decode(p.data, p.charset) for p in parts]
    for text in texts:
        if len(text) > calendar_part.MAX_BYTES:
            continue
        calendar: Any = calendar_part.parsed_calendar(calendar_part.cut_calendar(text))
        entries = calendar.walk("VEVENT") if calendar is not None else []
        found = getattr(entries[0].get("DTSTART"), "dt", None) if entries else None
        if isinstance(found, datetime) and found.tzinfo is not None:
            return found.astimezone(UTC)
    return None
