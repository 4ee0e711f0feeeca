"""The tabs of an event's page: to add one, add a line (how a tab is written: `late_tabs`).

Each has `show_event(whole: EventWhole)`, named by `fill="show_event"`.
"""

from __future__ import annotations

from dataclasses import dataclass

from vipdesk.events.guest_lists import GuestListRow
from vipdesk.events.options import ChoiceRow
from vipdesk.events.programme import EventCard
from vipdesk.events.replies import ReviewRow
from vipdesk.ui.pages.late_tabs import TabPlace
from vipdesk.wording import say


@dataclass(frozen=True, slots=True)
class EventWhole:
    """What the page reads at once: the event, its guests with what they chose, the replies that
    wait for a person.
    """

    card: EventCard
    guests: GuestListRow
    review: tuple[ReviewRow, ...]
    choices: tuple[ChoiceRow, ...] = ()


# Behind the tabs that the page itself keeps (guests, programme, to review).
TABS: tuple[TabPlace, ...] = (
    TabPlace("waves", say("Whom to ask"), "event_waves:EventWaves", "credit_line", "show_event"),
    TabPlace(
        "waiting", say("Waiting list"), "event_waiting:EventWaiting", "waiting_entry", "show_event"
    ),
    TabPlace(
        "invitations",
        say("Invitations"),
        "event_invitations:EventInvitations",
        "invitation",
        "show_event",
    ),
    TabPlace(
        "choices",
        say("Guests’ choices"),
        "event_options:EventOptions",
        "event_option",
        "show_event",
    ),
    TabPlace("budget", say("Budget"), "event_budget:EventBudget", "event_cost", "show_event"),
    TabPlace("seating", say("Seating"), "event_seating:SeatingTab", "seat_plan", "show_event"),
    TabPlace("door", say("Door"), "event_door:EventDoor", "door_pass", "show_event"),
    TabPlace("after", say("After"), "event_after:EventAfter", "feedback", "show_event"),
)
