"""The tabs of an event's page: to add one, add a line (how a tab is written: `late_tabs`).

Each has `show_event(whole: EventWhole)`, named by `fill="show_event"`.
"""

from __future__ import annotations

from dataclasses import dataclass

from vipdesk.events.guest_lists import GuestListRow
from vipdesk.events.programme import EventCard
from vipdesk.events.replies import ReviewRow
from vipdesk.ui.pages.late_tabs import TabPlace


@dataclass(frozen=True, slots=True)
class EventWhole:
    """What the page reads at once: the event, its guests, the replies that wait for a person."""

    card: EventCard
    guests: GuestListRow
    review: tuple[ReviewRow, ...]


# Behind the tabs that the page itself keeps (guests, programme, to review).
TABS: tuple[TabPlace, ...] = ()
