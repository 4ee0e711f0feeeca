"""Finds what counts in a mail as it came: the calendar part, the bounce, the plain words.

The standard library's `compat32` parser is used on purpose: the modern policy raises on
headers that real mail programs write.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime
from html import unescape
from typing import TypeAlias

from vipdesk.events.calendar_part import (
    charset_named,
    cut_calendar,
    decode,
    has_calendar,
    normal_address,
)

Mail: TypeAlias = "Message[str, str]"
MAX_HEADER = 20_000  # letters; of a longer header no program writes what we look for
MAX_PARAMETERS = 2000  # letters of a Content-Type with all its parameters
_MESSAGE_ID = re.compile(r"<[^<>\s]{1,300}>")


class _ShortHeaders(policy.Compat32):
    """Cuts headers that no program writes: the library takes quadratic time for parameters."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        most = MAX_PARAMETERS if name.casefold().startswith("content-") else MAX_HEADER
        return name, value[:most]


_SHORT = _ShortHeaders()


@dataclass(frozen=True, slots=True)
class CalendarBytes:
    """A calendar part as it lay in the mail: undecoded, with what MIME says about it."""

    data: bytes
    charset: str | None
    method: str


def parsed(raw: bytes) -> Mail:
    """The mail; defects are kept by the parser, not raised."""
    return message_from_bytes(raw, policy=_SHORT)


def header(mail: Mail, name: str) -> str:
    """A header as text, decoded; '' where it is missing or cannot be read."""
    value = mail.get(name)
    if value is None:
        return ""
    text = str(value)[:MAX_HEADER]
    try:
        text = str(make_header(decode_header(text)))
    except Exception:  # noqa: BLE001 unknown charsets and broken encoded words
        text = text.encode("utf-8", "replace").decode("utf-8", "replace")
    return re.sub(r"[\x00-\x1f\x7f]+", " ", text).encode("utf-8", "replace").decode("utf-8").strip()


def addresses(mail: Mail, *names: str) -> tuple[str, ...]:
    """Normalised addresses of the named headers."""
    try:
        found = getaddresses([header(mail, name) for name in names if mail.get(name) is not None])
    except Exception:  # noqa: BLE001 comments within comments without end
        return ()
    return tuple(dict.fromkeys(a for _, raw in found if (a := normal_address(raw))))


def message_ids(mail: Mail, *names: str) -> tuple[str, ...]:
    """Message-IDs in the named headers, with their angle brackets."""
    text = " ".join(header(mail, name) for name in names)
    return tuple(dict.fromkeys(_MESSAGE_ID.findall(text)))


_DMARC_FAILED = re.compile(r"[;\s]dmarc\s*=\s*fail\b", re.IGNORECASE)


def failed_dmarc(mail: Mail) -> bool:
    """Whether the last server before us found From forged. Only the topmost header is its own;
    those below came with the mail and may say what they like (RFC 8601 §5).
    """
    return _DMARC_FAILED.search(header(mail, "Authentication-Results")) is not None


def date_of(mail: Mail) -> datetime | None:
    """The Date header in UTC."""
    try:
        moment = parsedate_to_datetime(header(mail, "Date"))
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def pieces(part: Mail) -> list[Mail]:
    """The parts inside a part. A leaf is never asked: that decodes it by whatever charset it
    names, and some codecs raise or take minutes.
    """
    payload = part.get_payload() if part.is_multipart() else []
    return [p for p in payload if isinstance(p, Message)] if isinstance(payload, list) else []


def own_parts(mail: Mail) -> Iterator[Mail]:
    """The leaves of this mail, without those of mails inside it."""
    stack = [mail]
    while stack:
        part = stack.pop()
        if part.get_content_maintype() == "multipart" and part.is_multipart():
            stack.extend(reversed(pieces(part)))
        elif part.get_content_maintype() != "multipart":
            yield part


def inner_mails(mail: Mail) -> list[Mail]:
    """Mails attached to this one (message/rfc822)."""
    found: list[Mail] = []
    for part in own_parts(mail):
        if part.get_content_type() in {"message/rfc822", "message/global"}:
            found.extend(pieces(part))
    return found


def body_bytes(part: Mail) -> bytes:
    """A leaf's bytes, decoded from base64 or quoted-printable; b'' where it cannot be."""
    try:
        data = part.get_payload(decode=True)
    except Exception:  # noqa: BLE001 broken uuencode and the like
        return b""
    return data if isinstance(data, bytes) else b""


def charset_of(part: Mail) -> str | None:
    """What MIME says, without raising."""
    try:
        return part.get_content_charset()
    except Exception:  # noqa: BLE001 broken RFC 2231 parameters
        return None


def parameter(part: Mail, name: str) -> str:
    """A parameter of Content-Type as plain text."""
    try:
        value = part.get_param(name)
    except Exception:  # noqa: BLE001 broken RFC 2231 parameters
        return ""
    return str(value[2] if isinstance(value, tuple) else value or "")


def file_name(part: Mail) -> str:
    """The attachment's name in lower case."""
    try:
        return (part.get_filename() or "").strip().casefold()
    except Exception:  # noqa: BLE001 broken RFC 2231 parameters
        return ""


def calendar_parts(mail: Mail) -> list[CalendarBytes]:
    """Calendar parts of this mail, best first: text/calendar, application/ics, *.ics, inline."""
    ranked: list[tuple[int, CalendarBytes]] = []
    for part in own_parts(mail):
        rank = _rank(part)
        if rank is None:
            continue
        data, charset = body_bytes(part), charset_of(part)
        if rank == INLINE:
            words = decode(data, charset)
            if not has_calendar(words):
                continue
            data, charset = cut_calendar(words).encode("utf-8", "replace"), "utf-8"
        ranked.append((rank, CalendarBytes(data, charset, parameter(part, "method"))))
    return [found for _, found in sorted(ranked, key=lambda pair: pair[0])]


INLINE = 3


_OTHER_NAMES = frozenset(
    {"application/calendar", "application/x-ics", "application/vnd.ms-calendar", "text/x-vcalendar"}
)


def _begins_with_calendar(part: Mail) -> bool:
    return body_bytes(part)[:100].lstrip(b"\xef\xbb\xbf \t\r\n")[:15].upper() == b"BEGIN:VCALENDAR"


def _rank(part: Mail) -> int | None:
    kind = part.get_content_type()
    if kind == "text/calendar":
        return 0
    if kind == "application/ics":
        return 1
    if kind in _OTHER_NAMES or file_name(part).endswith((".ics", ".ical", ".ifb", ".vcs")):
        return 2
    if part.get_content_maintype() == "application" and _begins_with_calendar(part):
        return 2
    return INLINE if part.get_content_maintype() == "text" else None


def plain_text(mail: Mail) -> str:
    """The first plain text without quoted lines, at most 4,000 letters; else the HTML's words."""
    html = ""
    for part in own_parts(mail):
        if part.get_content_maintype() != "text" or file_name(part):
            continue
        text = _words_of(part)
        if part.get_content_type() == "text/plain" and text.strip():
            return _unquoted(text)
        if part.get_content_type() == "text/html" and not html:
            html = text
    return _unquoted(_without_tags(html))


def _without_tags(html: str) -> str:
    """The words of a page. One pass over the tags: nested patterns would be quadratic."""
    kept: list[str] = []
    hidden = ""
    for piece in re.split(r"(<[^<>]*>)", html[:200_000]):
        tag = re.match(r"<(/?)\s*([a-zA-Z0-9]+)", piece)
        if tag is None:
            kept.append("" if hidden else piece)
        elif hidden:
            hidden = "" if tag.group(1) and tag.group(2).lower() == hidden else hidden
        elif tag.group(2).lower() in {"style", "script", "head"} and not tag.group(1):
            hidden = tag.group(2).lower()
        elif tag.group(2).lower() in {"br", "p", "div", "tr", "blockquote"}:
            kept.append("\n")
    return unescape("".join(kept))


def _words_of(part: Mail) -> str:
    data = body_bytes(part)[:400_000]
    for name in (charset_named(charset_of(part)), "utf-8", "cp1251"):
        try:
            return data.decode(name or "utf-8")
        except (LookupError, UnicodeError, ValueError):
            continue
    return data.decode("utf-8", "replace")


_QUOTE_HEAD = re.compile(
    r"^(-{2,}\s*(original message|исходное сообщение|пересылаемое сообщение)|"
    r"on .{5,200} wrote:\s*$|.{5,200}(пишет|написал|написала)\s*:\s*$|from:\s.+@|от:\s.+@)",
    re.IGNORECASE,
)


def _unquoted(text: str) -> str:
    """The guest's own words: what stands above the quoted mail, without a signature."""
    kept: list[str] = []
    for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")[:2000]:
        if line.startswith(">"):
            continue
        if _QUOTE_HEAD.match(line.strip()[:400]) or line.rstrip() == "--":
            break
        kept.append(re.sub(r"[\x00-\x08\x0b-\x1f\x7f\s]+", " ", line).strip())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()[:4000]


def tnef_of(mail: Mail) -> bytes | None:
    """Outlook's own envelope as bytes; None where there is none."""
    for part in own_parts(mail):
        kind = part.get_content_type()
        if kind in {"application/ms-tnef", "application/vnd.ms-tnef"} or (
            file_name(part) == "winmail.dat"
        ):
            return body_bytes(part)
    return None
