"""Content lines of vCard (RFC 6350 §3.3, and vCard 2.1): unfolding, parameters, encodings.

Our own reader, because address books break every rule and nothing may be lost: vobject gives
up a whole file for one card without END, drops lines it cannot read and writes them to its
log, and tells no line numbers; icalendar's reader knows neither groups nor vCard 2.1.
"""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass, field

from vipdesk.clients.file_text import FileText

_HEAD = re.compile(rb"^\s*(?:[\w-]+\.)?([\w-]+)((?:;[^:]*?)?):", re.ASCII)
_QP = re.compile(rb"^[^:]*;\s*(?:ENCODING=)?QUOTED-PRINTABLE\b[^:]*:", re.IGNORECASE)
_B64 = re.compile(rb"^[^:]*;\s*(?:ENCODING=)?(?:BASE64|B)\s*[;:]", re.IGNORECASE)
_TYPES_ALONE = {"QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT", "B"}
_EDGES = (b"BEGIN:VCARD", b"END:VCARD")
BINARY = frozenset({"PHOTO", "LOGO", "SOUND", "KEY"})
_LONGEST_URI = 200


@dataclass(frozen=True, slots=True)
class Line:
    """A logical line and the physical ones it stood on, counted from 1."""

    first: int
    last: int
    data: bytes

    @property
    def edge(self) -> str:
        """'BEGIN', 'END' or nothing."""
        squeezed = self.data.strip().upper().replace(b" ", b"")
        return squeezed.partition(b":")[0].decode() if squeezed in _EDGES else ""


@dataclass(frozen=True, slots=True)
class Property:
    """A property read: group, name and parameters in capitals, the value decoded."""

    group: str
    name: str
    params: dict[str, tuple[str, ...]] = field(default_factory=dict)
    value: str = ""
    binary: bool = False
    data: bytes = b""  # of what is binary, as far as it could be read

    @property
    def types(self) -> tuple[str, ...]:
        """TYPE parameter values in lower case."""
        return tuple(t.lower() for t in self.params.get("TYPE", ()))

    @property
    def is_preferred(self) -> bool:
        """`TYPE=PREF` (2.1, 3.0) or `PREF=1` (4.0)."""
        return "pref" in self.types or self.params.get("PREF", ("",))[0] == "1"

    def parts(self, separator: str = ";") -> tuple[str, ...]:
        """The components of a structured value, unescaped."""
        return tuple(unescape(p) for p in split(self.value, separator))

    @property
    def text(self) -> str:
        """The value as one text."""
        return unescape(self.value)


def logical_lines(file: FileText) -> Iterator[Line]:
    """Unfold: folded lines (RFC 6350 §3.2), soft breaks of QUOTED-PRINTABLE, base64 blocks."""
    held: Line | None = None
    kind = ""  # how the held line continues: 'qp', 'b64' or by a leading blank
    for number, raw in enumerate(file.lines, 1):
        this = Line(number, number, raw)
        if held is not None and not this.edge and _continues(held, raw, kind):
            held = Line(held.first, number, _joined(held.data, raw, kind))
            continue
        if held is not None:
            yield held
        held = this
        kind = "qp" if _QP.match(raw) else "b64" if _B64.match(raw) else ""
    if held is not None:
        yield held


def _continues(held: Line, raw: bytes, kind: str) -> bool:
    if kind == "qp" and held.data.rstrip(b" \t").endswith(b"="):
        return True
    if raw[:1] in {b" ", b"\t"} and raw.strip() and held.data.strip() and not held.edge:
        return True
    return kind == "b64" and bool(raw.strip()) and b":" not in raw


def _joined(data: bytes, raw: bytes, kind: str) -> bytes:
    if kind == "qp" and data.rstrip(b" \t").endswith(b"="):
        return data.rstrip(b" \t")[:-1] + (raw[1:] if raw[:1] in {b" ", b"\t"} else raw)
    return data + (raw[1:] if raw[:1] in {b" ", b"\t"} else raw)


def read_property(line: Line, file: FileText) -> Property | None:
    """One property; None for a line that is none."""
    head = _split_head(line.data)
    if head is None:
        return None
    name_part, value = head
    pieces = _params_of(file.decode(name_part))
    group, _, name = pieces[0].strip().rpartition(".")
    if not re.fullmatch(r"[\w-]+", name, re.ASCII):
        return None
    params: dict[str, tuple[str, ...]] = {}
    for piece in pieces[1:]:
        key, values = _param(piece)
        params[key] = params.get(key, ()) + values
    return _decoded(group.upper(), name.upper(), params, value, file)


def _split_head(data: bytes) -> tuple[bytes, bytes] | None:
    """At the first colon outside quotes (a quoted parameter may hold one)."""
    quoted = False
    for i, byte in enumerate(data):
        if byte == 34:
            quoted = not quoted
        elif byte == 58 and not quoted:
            return data[:i], data[i + 1 :]
    plain = _HEAD.match(data)  # an unbalanced quote in a parameter
    return (data[: plain.end() - 1], data[plain.end() :]) if plain else None


def _params_of(head: str) -> list[str]:
    pieces, quoted, start = [], False, 0
    for i, char in enumerate(head):
        if char == '"':
            quoted = not quoted
        elif char == ";" and not quoted:
            pieces.append(head[start:i])
            start = i + 1
    return [*pieces, head[start:]]


def _param(piece: str) -> tuple[str, tuple[str, ...]]:
    """'TYPE=home,work' → values; vCard 2.1's bare 'HOME' and 'BASE64' get their names."""
    key, sign, value = piece.partition("=")
    if not sign:
        alone = key.strip().upper()
        return ("ENCODING" if alone in _TYPES_ALONE else "TYPE"), (alone,)
    values = [v.strip().strip('"') for v in re.findall(r'"[^"]*"|[^,]+', value)]
    if key.strip().upper() == "TYPE":  # TYPE="home,work" is common, against the grammar
        values = [part for v in values for part in v.split(",")]
    return key.strip().upper(), tuple(v for v in values if v)


def _decoded(
    group: str, name: str, params: dict[str, tuple[str, ...]], value: bytes, file: FileText
) -> Property:
    encoding = params.get("ENCODING", ("",))[0].upper()
    if encoding in {"BASE64", "B"} or value[:5].lower() == b"data:":
        if name in BINARY or value[:5].lower() == b"data:":
            return Property(group, name, params, "", binary=True, data=_bytes(value))
        try:
            value = b64decode(value)
        except (binascii.Error, ValueError):
            return Property(group, name, params, "", binary=True)
    elif encoding == "QUOTED-PRINTABLE":
        value = binascii.a2b_qp(value)
    elif name in BINARY and len(value) > _LONGEST_URI and b":" not in value[:_LONGEST_URI]:
        # Some write base64 and do not say so.
        return Property(group, name, params, "", binary=True, data=_bytes(value))
    return Property(group, name, params, _text(value, params, file))


def _bytes(value: bytes) -> bytes:
    """What base64 or a `data:` URI holds; nothing where it holds none."""
    if value[:5].lower() == b"data:":
        head, _, value = value.partition(b",")
        if b"base64" not in head.lower():
            return b""
    try:
        return b64decode(b"".join(value.split()))
    except (binascii.Error, ValueError):
        return b""


def _text(value: bytes, params: dict[str, tuple[str, ...]], file: FileText) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        charset = params.get("CHARSET", (file.fallback,))[0]
    try:
        return value.decode(charset, errors="replace")
    except (LookupError, ValueError):  # no such charset, or 'hex' and the like
        return value.decode(file.fallback, errors="replace")


def split(value: str, separator: str) -> list[str]:
    """Split at separators that no backslash escapes."""
    parts, part, escaped = [], [], False
    for char in value:
        if escaped:
            part.append("\\" + char)
            escaped = False
        elif char == "\\":
            escaped = True
        elif char == separator:
            parts.append("".join(part))
            part = []
        else:
            part.append(char)
    if escaped:
        part.append("\\")
    return [*parts, "".join(part)]


def unescape(value: str) -> str:
    r"""RFC 6350 §3.4: ``\n``, ``\,``, ``\;``, ``\\``; any other backslash stays (a path of 2.1)."""
    return re.sub(r"\\([nN,;:\\])", lambda m: "\n" if m[1] in "nN" else m[1], value)
