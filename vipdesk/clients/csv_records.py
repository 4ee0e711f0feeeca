"""Records of a CSV file with broken quotes mended or named: no row is lost, none swallows the next.

Python's `csv` reads an open quote to the end of the file as one field; here a record that does
not close, or closes in the middle of a word, gives up its first line alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_LONGEST = 200  # physical lines of one record: longer is an open quote


@dataclass(frozen=True, slots=True)
class Record:
    """A row: its physical lines counted from 1, its cells; `broken`: quotes that do not match."""

    first: int
    last: int
    cells: tuple[str, ...]
    broken: bool = False


def records(lines: Sequence[str], delimiter: str, width: int, start: int = 0) -> Iterator[Record]:
    """The records from `lines[start:]`; blank lines between records are skipped.

    `width` is the number of columns: a single line whose quotes are no quoting at all
    (`"Ромашка" ООО;…`) is taken literally if it then has that many cells.
    """
    at = start
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        record = _record(lines, at, delimiter, width)
        if any(cell.strip() for cell in record.cells) or record.broken:
            yield record
        at = record.last


def _record(lines: Sequence[str], at: int, delimiter: str, width: int) -> Record:
    text = lines[at]
    if '"' not in text:
        return Record(at + 1, at + 1, tuple(text.split(delimiter)))
    for end in range(at + 1, min(len(lines), at + _LONGEST) + 1):
        cells, state = cut(text, delimiter)
        if state == "whole":
            return Record(at + 1, end, tuple(cells))
        if state == "torn" or end == len(lines):
            break
        text += "\n" + lines[end]
    literal = tuple(lines[at].split(delimiter))
    if len(literal) == width and lines[at].count('"') % 2 == 0:
        return Record(at + 1, at + 1, literal)
    return Record(at + 1, at + 1, literal, broken=True)


def cut(text: str, delimiter: str) -> tuple[list[str], str]:
    """Cells of a record by RFC 4180, and 'whole', 'open' (a quote not closed) or 'torn'."""
    cells: list[str] = []
    at = 0
    while True:
        if text[at : at + 1] != '"':
            end = text.find(delimiter, at)
            if end < 0:
                # A cell of several lines can only be a quoted one.
                return [*cells, text[at:]], "torn" if "\n" in text[at:] else "whole"
            if "\n" in text[at:end]:
                return cells, "torn"
            cells.append(text[at:end])
            at = end + 1
            continue
        cell, after = _quoted(text, at)
        if after < 0:
            return cells, "open"
        cells.append(cell)
        if after == len(text):
            return cells, "whole"
        if text[after] != delimiter:
            return cells, "torn"
        at = after + 1


def _quoted(text: str, at: int) -> tuple[str, int]:
    """The quoted cell that begins at `at`, and the place after its closing quote (-1: none)."""
    parts: list[str] = []
    start = at + 1
    while True:
        end = text.find('"', start)
        if end < 0:
            return "", -1
        parts.append(text[start:end])
        if text[end + 1 : end + 2] != '"':
            rest = end + 1
            while text[rest : rest + 1] in {" ", "\t"} and text[rest : rest + 1] != "":
                rest += 1
            return "".join(parts), rest if rest == len(text) else end + 1
        parts.append('"')
        start = end + 2
