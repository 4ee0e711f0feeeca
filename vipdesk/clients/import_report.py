"""Papers of an import: the report, and the rejected rows as a file that can be imported again."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from vipdesk.clients.import_ import OUTCOME_SAID, ImportReport
from vipdesk.clients.import_plan import VERDICT_SAID, ImportPlan, ImportVerdict
from vipdesk.wording import Lang, say

if TYPE_CHECKING:
    from vipdesk.wording import Words

# CWE-1236: a cell that begins with one of these is a formula to a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def safe_cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return "'" + text if text.startswith(_FORMULA) else text


def report_csv(report: ImportReport, words: Words) -> bytes:
    """What became of each row, in the reader's language: UTF-8 with BOM, as Excel wants it."""
    rows = [
        (r.number, _lines(r.first_line, r.last_line), r.name, words(OUTCOME_SAID[r.outcome]),
         "; ".join(words(s) for s in r.remarks))
        for r in report.rows
    ]  # fmt: skip
    return _csv(rows, words)


def plan_csv(plan: ImportPlan, words: Words) -> bytes:
    """The same of a dry run."""
    rows = [
        (r.number, _lines(r.incoming.first_line, r.incoming.last_line), r.incoming.name,
         words(VERDICT_SAID[r.verdict]),
         "; ".join(words(s) for s in ((r.reason,) if r.reason else ()) + r.changes))
        for r in plan.rows
    ]  # fmt: skip
    return _csv(rows, words)


def rejects_file(plan: ImportPlan) -> tuple[str, bytes]:
    """The rejected rows as they stood in the file: (ending of its name, content), UTF-8.

    Cards as vCard; rows of a CSV below their own header. Mended, it can be imported again.
    """
    rejects = [r.incoming.raw for r in plan.rows if r.verdict is ImportVerdict.REJECTED]
    if plan.reading.format == "vcard":
        return "vcf", ("\r\n".join(_crlf(raw) for raw in rejects) + "\r\n").encode()
    body = "\r\n".join([_crlf(plan.reading.head), *(_crlf(raw) for raw in rejects)])
    return "csv", b"\xef\xbb\xbf" + (body + "\r\n").encode()


def _crlf(text: str) -> str:
    return "\r\n".join(text.split("\n"))


def _lines(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}–{last}"


def _csv(rows: list[tuple[int, str, str, str, str]], words: Words) -> bytes:
    out = io.StringIO()
    # Spreadsheets take the list separator of their language.
    writer = csv.writer(out, delimiter=";" if words.lang is Lang.RU else ",")
    head = (say("Row"), say("Lines"), say("Name"), say("Verdict"), say("Reason"))
    writer.writerow([words(h) for h in head])
    for number, lines, *texts in rows:
        writer.writerow([number, lines, *(safe_cell(t) for t in texts)])
    return b"\xef\xbb\xbf" + out.getvalue().encode()
