"""The words of what clients asked for outside the usual hours, for Today. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from vipdesk.agenda.off_hours import OFF_HOURS, OffHoursLine
from vipdesk.clients.names import display_name
from vipdesk.ui.pages.today_words import Line, Slot
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.ui.format import Format


def off_hours_lines(lines: Sequence[OffHoursLine], shown: Format) -> list[Line]:
    """One line each, the nearest hour first."""
    return [
        Line(
            (OFF_HOURS, line.id), "moon", display_name(line.name, shown.words.lang),
            _reason(line, shown), _slot(line), (), late=line.late, row=line,
        )
        for line in lines
    ]  # fmt: skip


def _reason(line: OffHoursLine, shown: Format) -> Say:
    moment = shown.moment(line.wanted_at)
    if line.place:
        return say("{moment} · {what} · {place}", moment=moment, what=line.what, place=line.place)
    return say("{moment} · {what}", moment=moment, what=line.what)


def _slot(line: OffHoursLine) -> Slot:
    if line.owner:
        return Slot(say("with {who}", who=line.owner))
    return Slot(say("Taken on"), "success") if line.taken else Slot(say("To answer"), "warning")
