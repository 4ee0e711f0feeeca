"""Outlook's own envelope, winmail.dat (TNEF, MS-OXTNEF): the calendar answer inside it, if any.

Read by hand, because nothing that reads it is both kept up and free to ship: only the two places
where an answer stands. A calendar file may lie in it as an attachment; else the message class
says yes, no or perhaps, and the meeting's GlobalObjectId (MS-OXOCAL §2.2.1.27) carries the UID
of an invitation that was not Outlook's own. Anything else is left for a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vipdesk.vocabulary import PartStat

_SIGNATURE = b"\x78\x9f\x3e\x22"
_MESSAGE_CLASS, _ATTACHED = 0x8008, 0x800F
_MOST = 2000  # attributes; a real one has a few dozen
# MS-OXOCAL §2.2.1.27: the 16 octets that every GlobalObjectId begins with.
_OBJECT_ID = bytes.fromhex("040000008200e00074c5b7101a82e008")
_SAID = re.compile(
    rb"(?:Schedule\.Meeting\.Resp\.|Microsoft Schedule\.MtgResp)(Pos|Neg|Tent|P|N|A)"
)
_ANSWERS = {
    b"Pos": PartStat.ACCEPTED, b"P": PartStat.ACCEPTED,
    b"Neg": PartStat.DECLINED, b"N": PartStat.DECLINED,
    b"Tent": PartStat.TENTATIVE, b"A": PartStat.TENTATIVE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TnefAnswer:
    """What lies in the envelope. calendar: a calendar file's bytes, b''. uid: '' if not ours."""

    calendar: bytes = b""
    partstat: PartStat | None = None
    uid: str = ""


def read_winmail(data: bytes) -> TnefAnswer | None:
    """The answer inside; None where it is no TNEF or holds no answer. Never raises."""
    if not data.startswith(_SIGNATURE):
        return None
    said: PartStat | None = None
    for key, value in _attributes(data):
        if key == _ATTACHED and re.search(rb"BEGIN:VCALENDAR", value[:4096], re.IGNORECASE):
            return TnefAnswer(calendar=value)
        if key == _MESSAGE_CLASS and (found := _SAID.search(value)):
            said = _ANSWERS[found.group(1)]
    return None if said is None else TnefAnswer(partstat=said, uid=_uid(data))


def _attributes(data: bytes) -> Iterator[tuple[int, bytes]]:
    """(name, value) of each: level, name, type, length, value, checksum (MS-OXTNEF §2.1.3)."""
    place = 6  # behind signature and key
    for _ in range(_MOST):
        head = data[place : place + 9]
        if len(head) < 9 or head[0] not in {1, 2}:
            return
        length = int.from_bytes(head[5:9], "little")
        yield int.from_bytes(head[1:3], "little"), data[place + 9 : place + 9 + length]
        place += 9 + length + 2


def _uid(data: bytes) -> str:
    """The UID that the GlobalObjectId carries behind 'vCal-Uid'; '' where Outlook made its own."""
    start = data.find(_OBJECT_ID)
    if start < 0:
        return ""
    size = int.from_bytes(data[start + 36 : start + 40], "little")
    inside = data[start + 40 : start + 40 + min(size, 1000)]
    if not inside.startswith(b"vCal-Uid\x01\x00\x00\x00"):
        return ""
    return inside[12:].split(b"\x00")[0].decode("utf-8", "replace").strip()
