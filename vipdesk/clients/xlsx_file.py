"""Workbooks (XLSX, XLS, ODS) as lines of a list, so that one reader serves all tables.

Calamine reads a sheet in Rust without formulas and macros. A packed file is asked how large
it becomes before anything is unpacked.
"""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, datetime, time
from typing import Any

from vipdesk.errors import UserError
from vipdesk.wording import say

_PACKED, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LARGEST = 300 * 1024 * 1024
_MOST_PARTS = 5000
_MOST_ROWS, _MOST_COLUMNS = 60_000, 400
BREAK = "\u2028"  # a line break inside a cell: a row of the sheet stays one line


def is_workbook(data: bytes) -> bool:
    """Whether the file is a workbook, whatever its name says."""
    return data.startswith((_PACKED, _OLD))


def workbook_as_csv(data: bytes) -> bytes:
    """The first sheet that holds anything, as CSV in UTF-8: row n of the sheet is line n.

    Raises `UserError` for what is no workbook, is damaged, locked or would burst the memory.
    """
    rows = _rows(data)
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    for row in rows:
        cells = [_text(cell) for cell in row[:_MOST_COLUMNS]]
        writer.writerow(cells) if any(cells) else out.write("\n")
    return out.getvalue().encode("utf-8", errors="replace")


def _rows(data: bytes) -> list[list[Any]]:
    from python_calamine import CalamineWorkbook

    if data.startswith(_PACKED):
        _check_packed(data)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            _check_height(sheet.total_height)
            rows: list[list[Any]] = sheet.to_python(skip_empty_area=False)
            if any(any(cell not in ("", None) for cell in row) for row in rows):
                return rows
    except UserError:
        raise
    except BaseException as error:  # a panic of the reader is no Exception
        if isinstance(error, (KeyboardInterrupt, SystemExit, MemoryError)):
            raise
        raise UserError(
            say("This workbook cannot be read: it is damaged or locked with a password.")
        ) from None
    raise UserError(say("This file is empty."))


def _check_packed(data: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise UserError(
            say("This workbook cannot be read: it is damaged or locked with a password.")
        ) from None
    if len(parts) > _MOST_PARTS or sum(p.file_size for p in parts) > _LARGEST:
        raise _too_large()


def _check_height(rows: int) -> None:
    if rows > _MOST_ROWS:
        raise _too_large()


def _too_large() -> UserError:
    return UserError(say("The file has more than {n} rows. Split it into parts.", n=50_000))


def _text(cell: Any) -> str:
    """A cell as a person sees it: whole numbers without a point, days as ISO 8601."""
    if cell is None or cell == "":
        return ""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and abs(cell) < 1e18 else repr(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, date):
        return cell.isoformat()
    return BREAK.join(str(cell).replace("\x00", "").splitlines())
