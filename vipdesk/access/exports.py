"""Data that leaves the desk: with a reason, a watermark, and no formula in any cell.

Where the watermark stands is chosen so that the file can still be read back: in CSV a last
column on every row (a single row torn out still tells), in XLSX a sheet of its own, in
vCard a property on every card, in a PDF a line at the foot.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from uuid import UUID
from xml.sax.saxutils import escape, quoteattr

from vipdesk.access.desk import Desk
from vipdesk.errors import UserError
from vipdesk.ids import new_private_id
from vipdesk.store.files import write_whole
from vipdesk.wording import Lang, Say, Who, Words, say

TABLE = "export"
_SHORTEST_REASON = 5
_LONGEST_REASON = 200

# What a spreadsheet takes for the beginning of a formula, in ASCII and in full width, and the
# controls and blanks that some of them skip before it (OWASP, 'CSV injection').
_FORMULA = re.compile(r"^[\s\u0000-\u0020\u00a0\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠|%]")
_BEGINS = ("\t", "\r", "\n")
_PHONE = re.compile(r"^\+[1-9][0-9]{4,17}$")
_NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BREAKS = re.compile(r"\s*[\r\n\u2028\u2029]+\s*")


class ExportForm(StrEnum):
    """The kind of file."""

    CSV = "csv"
    XLSX = "xlsx"
    VCARD = "vcf"  # version 4.0
    VCARD_3 = "vcf3"  # version 3.0, for telephones and older programs

    @property
    def suffix(self) -> str:
        """How the file's name ends."""
        return "vcf" if self is ExportForm.VCARD_3 else self.value


@dataclass(frozen=True, slots=True)
class Mark:
    """The watermark: which export, by whom, when (UTC), what for. Its number is in the journal."""

    id: UUID
    who: Who
    at: datetime
    reason: str

    @property
    def number(self) -> str:
        """The beginning of the id: enough to find the entry in the journal."""
        return self.id.hex[:8]

    def said(self) -> Say:
        """One line for people, with the year: a file may turn up much later."""
        at = self.at.strftime("%Y-%m-%d %H:%M UTC")
        if not self.reason:
            return say("Export {number}: {who}, {at}", number=self.number, who=self.who, at=at)
        return say(
            "Export {number}: {who}, {at}. {reason}",
            number=self.number, who=self.who, at=at, reason=self.reason,
        )  # fmt: skip


def begin_export(desk: Desk, verb: str, *, reason: str, fields: Iterable[str] = ()) -> Mark:
    """Check the reason, leave the journal entry, and give the watermark for the file.

    fields: the form, what it is for and the columns. Raises `UserError` on 'reason'.
    """
    why = checked_reason(reason)
    mark = Mark(new_private_id(), Who.of(desk.actor), desk.now, why)
    desk.note(verb, TABLE, mark.id, fields, reason=why)
    return mark


def checked_reason(text: str) -> str:
    """A reason in one line; `UserError` on 'reason' for none or one too long."""
    why = " ".join(text.split())
    if len(why) < _SHORTEST_REASON:
        raise UserError(
            say("Write what this file is for: the journal keeps it."), field="reason"
        )  # fmt: skip
    if len(why) > _LONGEST_REASON:
        raise UserError(
            say("Enter {limit} characters at most.", limit=_LONGEST_REASON), field="reason"
        )
    return why


def save_file(path: Path, data: bytes) -> None:
    """Write a file that only its owner reads, whole or not at all. Raises `UserError`."""
    write_whole(path, data)


# Cells ------------------------------------------------------------------------------------------


def safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe goes before one that could be.

    Phones stay usable: plus and digits alone are a number whatever a program makes of them.
    """
    if _PHONE.match(text):
        return text
    if text.startswith(_BEGINS) or _FORMULA.match(text):
        return "'" + text
    return text


def csv_file(
    header: Sequence[str], rows: Iterable[Sequence[str]], mark: Mark, words: Words
) -> bytes:
    """UTF-8 with a mark of the order of bytes (Excel asks for it), every cell quoted.

    Russian spreadsheets part cells by ';', others by ','. The last column is the watermark.
    """
    out = io.StringIO()
    parted = ";" if words.lang is Lang.RU else ","
    writer = csv.writer(out, delimiter=parted, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    told = safe(words(mark.said()))
    writer.writerow([*header, words("Watermark")])
    writer.writerows([*map(safe, row), told] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def xlsx_file(
    header: Sequence[str], rows: Iterable[Sequence[str]], mark: Mark, words: Words, title: str
) -> bytes:
    """A workbook (ECMA-376) of texts alone: a cell of text is never computed. Two sheets."""
    body = [tuple(header), *(tuple(row) for row in rows)]
    about = [(words("Watermark"),), (words(mark.said()),)]
    sheets: tuple[tuple[str, Sequence[Sequence[str]]], ...] = (
        (title, body),
        (words("Watermark"), about),
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in _PARTS.items():
            packed.writestr(name, _HEAD + text)
        names = "".join(
            f'<sheet name={quoteattr(_sheet_name(name))} sheetId="{n}" r:id="rId{n}"/>'
            for n, (name, _) in enumerate(sheets, 1)
        )
        packed.writestr("xl/workbook.xml", _HEAD + _WORKBOOK.format(sheets=names))
        for n, (_, cells) in enumerate(sheets, 1):
            packed.writestr(f"xl/worksheets/sheet{n}.xml", _HEAD + _sheet(cells))
    return out.getvalue()


def one_line(text: str) -> str:
    """Without line breaks."""
    return _BREAKS.sub(" ", text)


_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACK = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_WORKBOOK = f'<workbook xmlns="{_MAIN}" xmlns:r="{_REL}"><sheets>{{sheets}}</sheets></workbook>'
_PARTS = {
    "[Content_Types].xml": (
        f'<Types xmlns="{_PACK}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_KIND}.worksheet+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet2.xml" ContentType="{_KIND}.worksheet+xml"/>'
        "</Types>"
    ),
    "_rels/.rels": (
        f'<Relationships xmlns="{_PACK}/relationships"><Relationship Id="rId1" '
        f'Type="{_REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/_rels/workbook.xml.rels": (
        f'<Relationships xmlns="{_PACK}/relationships">'
        f'<Relationship Id="rId1" Type="{_REL}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_REL}/worksheet" Target="worksheets/sheet2.xml"/>'
        f'<Relationship Id="rId3" Type="{_REL}/styles" Target="styles.xml"/>'
        "</Relationships>"
    ),
    # Style 0: text (number format 49, '@'), so that a phone edited in place stays one; 1: bold.
    "xl/styles.xml": (
        f'<styleSheet xmlns="{_MAIN}"><fonts count="2">'
        '<font><sz val="11"/><name val="Calibri"/></font>'
        '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
        "</cellStyleXfs>"
        '<cellXfs count="2">'
        '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" '
        'applyFont="1"/></cellXfs><cellStyles count="1">'
        '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    ),
}


def _sheet(rows: Sequence[Sequence[str]]) -> str:
    wide = max((len(row) for row in rows), default=1)
    lines = "".join(
        f'<row r="{n}">{"".join(_cell(text, n) for text in row)}</row>'
        for n, row in enumerate(rows, 1)
    )
    return (
        f'<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
        '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        f'</sheetView></sheetViews><cols><col min="1" max="{wide}" width="24" customWidth="1"/>'
        f"</cols><sheetData>{lines}</sheetData></worksheet>"
    )


def _cell(text: str, row: int) -> str:
    style = ' s="1"' if row == 1 else ""
    if not text:
        return f"<c{style}/>"
    clean = escape(_NOT_XML.sub("", text))
    return f'<c t="inlineStr"{style}><is><t xml:space="preserve">{clean}</t></is></c>'


def _sheet_name(text: str) -> str:
    """At most 31 letters, none of those a sheet may not have."""
    return re.sub(r"[\[\]:*?/\\']", " ", text)[:31] or "1"
