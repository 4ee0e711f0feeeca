"""What the import sheet says of a row and of the whole."""

from __future__ import annotations

from vipdesk.clients.import_ import ImportReport, ImportRow, Outcome
from vipdesk.wording import Say, say


def name_of(r: ImportRow) -> Say | str:
    """Who a row is about."""
    if r.incoming.name:
        return r.incoming.name
    if r.incoming.company:
        return r.incoming.company
    return say("Line {line}", line=r.incoming.first_line)


def contacts_of(r: ImportRow) -> str:
    """A line each."""
    return "\n".join(p.value for p in r.incoming.points)


def said_of(report: ImportReport) -> Say:
    """What the message bar says."""
    taken = report.count(Outcome.ADDED) + report.count(Outcome.MERGED)
    return say("{n} people imported.", n=taken)
