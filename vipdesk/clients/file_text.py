"""Bytes of an exported address book as text: which encoding, without losing a line.

Address books are concatenated, mended by hand and exported by old phones, so a file may be
UTF-8 in one card and cp1251 in the next. Lines that are good UTF-8 are read as such; the
others by one single-byte encoding that charset-normalizer chooses among those that exports
really use (left free, it reads short Cyrillic lists as Johab or Shift JIS).
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from vipdesk.errors import UserError
from vipdesk.wording import say

_CANDIDATES = ("cp1251", "koi8_r", "cp866", "mac_cyrillic", "cp1252")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: begins alike
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class FileText:
    """The physical lines of a file as bytes, and how to read one.

    UTF-16 and UTF-32 files are UTF-8 here. `encoding` is for people and reports.
    """

    lines: tuple[bytes, ...]
    encoding: str
    fallback: str

    def decode(self, line: bytes) -> str:
        """UTF-8 where it is UTF-8, else the encoding of the old program."""
        try:
            return line.decode("utf-8")
        except UnicodeDecodeError:
            return line.decode(self.fallback, errors="replace")


def read(data: bytes) -> FileText:
    """Split `data` into lines (CR LF, LF and CR alike). Raises `UserError` for what is no text."""
    body, named = _without_bom(data)
    if named and named != "utf-8":
        body = body.decode(named, errors="replace").encode("utf-8", errors="replace")
    if b"\x00" in body and _looks_binary(body):
        raise UserError(say("This is not a text file. Choose a vCard (.vcf) or a CSV file."))
    # bytes.splitlines splits at CR, LF and CR LF only: form feeds and the like stay.
    lines = tuple(body.splitlines())
    odd = [line for line in lines if not _is_utf8(line)]
    if not odd:
        return FileText(lines, named or "utf-8", "cp1251")
    fallback = _guess(lines, odd)
    mixed = any(not line.isascii() and _is_utf8(line) for line in lines)
    return FileText(lines, "mixed" if mixed else fallback, fallback)


def _without_bom(data: bytes) -> tuple[bytes, str]:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :], encoding
    head = data[:400]
    if len(head) >= 8 and b"\x00" in head:
        # UTF-16 without a mark: the high bytes of ASCII (delimiters, digits) are zero.
        even, odd = head[0::2].count(0), head[1::2].count(0)
        if odd > 2 * even:
            return data, "utf-16-le"
        if even > 2 * odd:
            return data, "utf-16-be"
    return data, ""


def _looks_binary(body: bytes) -> bool:
    sample = body[:4000]
    strange = sum(b < 9 or 13 < b < 32 for b in sample)
    return strange > max(4, len(sample) // 50)


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _guess(lines: tuple[bytes, ...], odd: list[bytes]) -> str:
    from charset_normalizer import from_bytes

    sample = b"\n".join(odd)[:60_000]
    best = from_bytes(sample, cp_isolation=list(_CANDIDATES)).best()
    if best is None or best.encoding not in _CANDIDATES:
        return "cp1251"
    if best.encoding == "cp1252" and _cyrillic_share(lines) > 0.5:
        return "cp1251"
    return best.encoding


def _cyrillic_share(lines: tuple[bytes, ...]) -> float:
    """Of the letters outside ASCII, how many a cp1251 reading takes for whole Cyrillic words."""
    words = b" ".join(lines[:200]).split()
    odd = [w for w in words if not w.isascii()]
    whole = sum(not any(65 <= b < 128 for b in w) and len(w) > 2 for w in odd)
    return whole / len(odd) if odd else 0.0
