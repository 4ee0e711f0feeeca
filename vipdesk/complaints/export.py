"""The private track as a file: under the rights of who asks, with a reason and a watermark.

The client's words and what is behind a case never go into a file; who needs them opens the case.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from vipdesk.access import Desk
from vipdesk.access.exports import ExportForm, Mark, begin_export, csv_file, xlsx_file
from vipdesk.clients.names import display_name
from vipdesk.complaints import board, sight, statistics
from vipdesk.complaints.board import BoardFilter
from vipdesk.complaints.cases import ComplaintRow
from vipdesk.complaints.statistics import Cause, Cell, Statistics
from vipdesk.complaints.survival import Part
from vipdesk.errors import UserError
from vipdesk.vocabulary import label
from vipdesk.wording import Say, Words, say

MOST = 5_000
_HOUR = 3600


@dataclass(frozen=True, slots=True)
class BoardExport:
    """The rows of a board with their watermark."""

    mark: Mark
    rows: tuple[ComplaintRow, ...]


@dataclass(frozen=True, slots=True)
class StatisticsExport:
    """Statistics with their watermark."""

    mark: Mark
    found: Statistics


def export_board(desk: Desk, wanted: BoardFilter, *, form: ExportForm, reason: str) -> BoardExport:
    """The cases of a filter, the next due first, `MOST` at most; the journal keeps why.

    Raises `UserError` on 'reason', or where there is nothing to take.
    """
    rows = board.first_part(desk, wanted, limit=MOST)
    if not rows:
        raise UserError(say("There is no complaint to export."))
    fields = (form, f"rows={len(rows)}")
    return BoardExport(begin_export(desk, "export_complaints", reason=reason, fields=fields), rows)


def export_statistics(desk: Desk, *, days: int, form: ExportForm, reason: str) -> StatisticsExport:
    """The figures of the last `days` as this person sees them. Raises `UserError`."""
    found = statistics.recent(desk, days=days)
    if not sight.works_here(desk.actor.role) or not found.count:
        raise UserError(say("There are no figures to export."))
    fields = (form, f"days={days}")
    mark = begin_export(desk, "export_complaint_statistics", reason=reason, fields=fields)
    return StatisticsExport(mark, found)


def board_file(export: BoardExport, form: ExportForm, words: Words) -> bytes:
    """The bytes of the file in the reader's language. Moments are UTC, as their heads say."""
    header = [
        words(say("Number")), words(say("Client")), words(say("State")), words(say("Severity")),
        words(say("Category")), words(say("Owner")), words(say("Received (UTC)")),
        words(say("Next")), words(say("Due (UTC)")),
    ]  # fmt: skip
    return _file(header, [_case(r, words) for r in export.rows], export.mark, form, words)


def statistics_file(export: StatisticsExport, form: ExportForm, words: Words) -> bytes:
    """One table: what, how many, of how many, and the percent where there are enough."""
    header = [words(say("What")), words(say("Count")), words(say("Of")), "%"]
    return _file(header, _figures(export.found, words), export.mark, form, words)


def cell_name(cell: Cell) -> Say:
    """What a cell is called."""
    if cell.key is None:
        return say("Others, a few of each")
    if isinstance(cell.key, Cause):
        return say(
            "{mechanism}, {origin}", mechanism=label(cell.key.mechanism),
            origin=label(cell.key.origin),
        )  # fmt: skip
    if isinstance(cell.key, statistics.Kept):
        return _KEPT[cell.key]
    if isinstance(cell.key, str) and type(cell.key) is str:
        return say("{name}", name=cell.key)
    return label(cell.key)


_KEPT = {
    statistics.Kept.KEPT: say("Kept"),
    statistics.Kept.MOVED: say("Renegotiated in time"),
    statistics.Kept.BROKEN: say("Broken"),
    statistics.Kept.OPEN: say("Still open"),
}


def _case(row: ComplaintRow, words: Words) -> list[str]:
    clock = row.clock
    return [
        row.number, display_name(row.name, words.lang), words(label(row.state)),
        words(label(row.severity)), words(label(row.category)), row.owner_name.shown(words.lang),
        _moment(row.received_at), words(label(clock.kind)) if clock else "",
        _moment(clock.due_at) if clock else "",
    ]  # fmt: skip


def _figures(found: Statistics, words: Words) -> list[list[str]]:
    rows = [
        [words(say("Complaints")), str(found.count), "", ""],
        [words(say("Open")), str(found.open), str(found.count), ""],
    ]
    for listed in (found.categories, found.causes, found.promises):
        rows += [[words(cell_name(c)), str(c.count), "", ""] for c in listed]
    for cell in found.departments:
        rows.append([words(cell_name(cell)), str(cell.good), str(cell.count), ""])
    for kind, lasted, in_time in found.times:
        if lasted.median is not None:
            name = words(say("{clock}: median, hours", clock=label(kind)))
            rows.append([name, f"{lasted.median / _HOUR:.1f}", "", ""])
        rows.append(_part(words(say("{clock}: in time", clock=label(kind))), in_time))
    for title, shared in (
        (say("Decided at the first level"), found.first_level), (say("Repeated"), found.repeated),
    ):  # fmt: skip
        if shared is not None:
            rows.append(_part(words(title), shared))
    return rows


def _part(name: str, shown: Part) -> list[str]:
    percent = "" if shown.share is None else f"{shown.share * 100:.0f}"
    return [name, str(shown.k), str(shown.n), percent]


def _moment(at: datetime) -> str:
    return at.strftime("%Y-%m-%d %H:%M")


def _file(
    header: list[str], rows: list[list[str]], mark: Mark, form: ExportForm, words: Words
) -> bytes:
    if form is ExportForm.XLSX:
        return xlsx_file(header, rows, mark, words, words(say("Complaints")))
    return csv_file(header, rows, mark, words)
