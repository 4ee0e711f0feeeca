"""Deeds that are worth a backup before they begin: an import, an erasure of many.

A room marks its verb and knows nothing of files:

    @safeguarded("import")
    def carry_out(desk, …)

`Office.write` sees the mark and asks the guard of the open club, before the transaction
begins. Where the backup cannot be made the deed is not begun. A team has no guard: its
server is backed up by its administrator.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any, Protocol, TypeVar

Verb = TypeVar("Verb", bound=Callable[..., Any])
_MARK = "_vipdesk_safeguarded"


class Guard(Protocol):
    """Keeps the club safe before a deed: `jobs.backups.Backups`."""

    def before(self, reason: str, /) -> object:
        """Make a backup. Raises `UserError` where it cannot be made."""
        ...


def safeguarded(reason: str) -> Callable[[Verb], Verb]:
    """Mark a verb; `reason` is a value of `store.backup.Reason`."""

    def mark(verb: Verb) -> Verb:
        setattr(verb, _MARK, reason)
        return verb

    return mark


def reason_of(work: Callable[..., Any]) -> str | None:
    """The mark of a verb, also through `partial`; None for the many that need no backup."""
    while isinstance(work, partial):
        work = work.func
    reason: str | None = getattr(work, _MARK, None)
    return reason
