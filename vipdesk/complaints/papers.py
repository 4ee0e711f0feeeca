"""Papers of a case: scans, pictures, mails that the client sent or showed.

The bytes lie in the store alone, behind the rights of the case: in a vault they are encrypted
with everything else, on a team's server no other role reaches them. No temporary file is
ever written. Looking at a paper and taking one out are entries in the journal.
"""

from __future__ import annotations

import stat
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.exc import DBAPIError

from vipdesk.access import Desk
from vipdesk.access.exports import checked_reason
from vipdesk.complaints import history, sight
from vipdesk.errors import NotFound, UserError
from vipdesk.models import CasePaper, Complaint, Staff
from vipdesk.store.files import plain_name
from vipdesk.vocabulary import CaseEventKind
from vipdesk.wording import Who, say

MOST_BYTES = 10 * 1024 * 1024
MOST_OF_CASE = 50 * 1024 * 1024
_REFUSED = "22023"  # what our triggers raise
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class PaperRow:
    """A paper in a list, without its bytes. `size` in bytes, `added_at` in UTC."""

    id: UUID
    name: str
    size: int
    added_at: datetime
    added_by: Who


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper with its bytes, in memory only."""

    id: UUID
    complaint_id: UUID
    name: str
    content: bytes


def read_file(path: Path) -> tuple[str, bytes]:
    """Name and bytes of a file of this machine. Raises `UserError` with one sentence.

    Never more than the limit is read, whatever becomes of the file meanwhile. Slow: for the
    worker.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise UserError(say("This is a folder. Choose the files in it."))
        if not stat.S_ISREG(mode):  # a pipe or a device would never end
            raise UserError(say("The file cannot be read. Choose it once more."))
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise _too_large(size)
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        if len(content) != size or path.stat().st_size != size:
            raise UserError(
                say("The file is still being written. Add it again when that is finished.")
            )
    except OSError as error:
        raise UserError(say("The file cannot be read. Choose it once more.")) from error
    if not content:
        raise _empty()
    return path.name, content


def list_papers(desk: Desk, complaint_id: UUID) -> tuple[PaperRow, ...]:
    """The papers of a case, the earliest first, without the bytes. Raises `NotFound`."""
    sight.find(desk, complaint_id)
    rows = desk.session.execute(
        select(CasePaper.id, CasePaper.name, CasePaper.size, CasePaper.added_at, Staff)
        .outerjoin(Staff, CasePaper.added_by_id == Staff.id)
        .where(CasePaper.complaint_id == complaint_id, CasePaper.size > 0)
        .order_by(CasePaper.added_at, CasePaper.name, CasePaper.id)
    )
    return tuple(PaperRow(r.id, r.name, r.size, r.added_at, Who.of(r.Staff)) for r in rows)


def open_paper(desk: Desk, paper_id: UUID) -> Paper:
    """A paper to be looked at; the journal remembers who did. A write. Raises `NotFound`."""
    paper = _paper(desk, paper_id)
    desk.note("read_paper", "case_paper", paper.id)
    return paper


def save_paper(desk: Desk, paper_id: UUID, *, reason: str) -> Paper:
    """A paper that leaves the desk as a file; why stands in the journal and in the case.

    Raises `UserError` on 'reason', `NotFound`.
    """
    why = checked_reason(reason)
    paper = _paper(desk, paper_id)
    complaint = sight.find(desk, paper.complaint_id)
    history.write(desk, complaint, CaseEventKind.NOTE, text=f"{paper.name}\n{why}", paper="saved")
    desk.note("save_paper", "case_paper", paper.id, reason=why)
    return paper


def add_paper(desk: Desk, complaint_id: UUID, *, name: str, content: bytes) -> UUID:
    """Keep a paper. Raises `UserError` where it is empty or too large, `NotFound`."""
    complaint = sight.find(desk, complaint_id)
    if not content:
        raise _empty()
    if len(content) > MOST_BYTES:
        raise _too_large(len(content))
    kept = desk.session.scalar(
        select(func.sum(CasePaper.size)).where(CasePaper.complaint_id == complaint.id)
    )
    if int(kept or 0) + len(content) > MOST_OF_CASE:
        raise _too_many()
    row = CasePaper(
        complaint_id=complaint.id, name=plain_name(name), size=len(content), content=content,
        added_at=desk.now, added_by_id=desk.actor.id,
    )  # fmt: skip
    try:
        with desk.session.begin_nested():
            desk.session.add(row)
    except DBAPIError as error:
        # A team's database counts again, one after the other: somebody was faster.
        if getattr(error.orig, "sqlstate", "") != _REFUSED:
            raise
        raise _too_many() from None
    history.write(desk, complaint, CaseEventKind.NOTE, text=row.name, paper="added")
    desk.note("add_paper", "case_paper", row.id, ("name", "content"))
    return row.id


def remove_paper(desk: Desk, paper_id: UUID) -> Paper:
    """Take a paper away; it comes back, for the way back (`add_paper`). Raises `NotFound`."""
    paper = _paper(desk, paper_id)
    complaint = sight.find(desk, paper.complaint_id)
    desk.session.delete(desk.session.get_one(CasePaper, paper_id))
    desk.session.flush()
    history.write(desk, complaint, CaseEventKind.NOTE, text=paper.name, paper="removed")
    desk.note("remove_paper", "case_paper", paper_id, ("name", "content"))
    return paper


def _paper(desk: Desk, paper_id: UUID) -> Paper:
    row = desk.session.execute(
        select(CasePaper.complaint_id, CasePaper.name, CasePaper.content)
        .join(Complaint, Complaint.id == CasePaper.complaint_id)
        .where(CasePaper.id == paper_id, CasePaper.size > 0, sight.visible(desk))
    ).first()
    if row is None:
        raise NotFound(say("This document is not in the case any more."))
    if not row.content:
        raise UserError(say("This document lies on the server: look at it when it answers again."))
    return Paper(paper_id, row.complaint_id, row.name, row.content)


def _empty() -> UserError:
    return UserError(say("The file is empty. Choose another one."))


def _too_many() -> UserError:
    return UserError(
        say(
            "The documents of a case are at most {most} MB together. Remove one that is not "
            "needed.",
            most=MOST_OF_CASE // _MEGABYTE,
        )
    )


def _too_large(size: int) -> UserError:
    return UserError(
        say(
            "The file has {size} MB, a document at most {most}. Scan it in grey at 200 dpi, or add "
            "it in parts.",
            size=-(-size // _MEGABYTE),
            most=MOST_BYTES // _MEGABYTE,
        )
    )
