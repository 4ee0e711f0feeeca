"""What a calendar does not know: a year whose holidays were not published yet. Pure.

A deadline in such a year is still computed, by weekdays alone, and says so.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from vipdesk.complaints.business_time import Calendar
from vipdesk.complaints.clocks import Proposal
from vipdesk.complaints.policy import Rules
from vipdesk.wording import Say, say

AHEAD = timedelta(days=60)  # by then the next year's decree is out, and the data should be too


def missing_years(calendar: Calendar, start: datetime, end: datetime) -> tuple[int, ...]:
    """The years a span touches whose days off are not in the data."""
    first, last = (moment.astimezone(calendar.zone).year for moment in (start, end))
    return tuple(year for year in range(first, last + 1) if year not in calendar.years)


def warned(rules: Rules, proposal: Proposal, start: datetime) -> Proposal:
    """The proposal; where it lies in a year without holidays, its reason says so."""
    missing = missing_years(rules.calendar, start, proposal.at)
    if not missing:
        return proposal
    reason = say(
        "{reason}; the holidays of {year} are not known here, check the date",
        reason=proposal.reason, year=str(missing[0]),
    )  # fmt: skip
    return Proposal(proposal.at, reason)


def warning(rules: Rules, now: datetime) -> Say | None:
    """What the administrator has to see to: a year that begins soon and is not in the data."""
    missing = missing_years(rules.calendar, now, now + AHEAD)
    if not missing:
        return None
    return say(
        "The production calendar has no holidays for {year}: deadlines there count weekdays only. "
        "Update VIP Desk.", year=str(missing[0]),
    )  # fmt: skip
