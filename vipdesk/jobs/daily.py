"""What is done once a day or once a week, by whichever desk (or agent) comes first.

A new duty is one line in `JOBS`. What lies on one laptop alone (its door lists) is that laptop's
own duty and no job of the club's: `Jobs` and the window's `Ticking` see to it.
"""

from __future__ import annotations

from vipdesk.access.anchors import keep_head
from vipdesk.access.staff import end_absences
from vipdesk.cards.issue import expire_cards
from vipdesk.complaints.guards import draw_last_month
from vipdesk.complaints.sight import SENIOR
from vipdesk.health.case_facts import SEE_ALL
from vipdesk.health.score import take_snapshot
from vipdesk.jobs.backups import daily_backup
from vipdesk.jobs.ledger import DAILY, WEEKLY, Job
from vipdesk.vocabulary import Role

# A manager's desk sees the manager's own clients: in a team it cannot do the club's work.
_WHOLE_CLUB = frozenset({Role.HEAD, Role.EXECUTIVE, Role.ADMINISTRATOR})
_ANYBODY = frozenset(Role) - {Role.AUDITOR}

JOBS: tuple[Job, ...] = (
    # A team's server is backed up by its administrator.
    Job("daily_backup", DAILY, who=frozenset(), in_vault=frozenset(Role), outside=daily_backup),
    Job("keep_head", DAILY, who=frozenset(), in_vault=frozenset(Role), outside=keep_head),
    # In a team the policies look at the day themselves.
    Job("end_absences", DAILY, who=frozenset(), in_vault=_ANYBODY, inside=end_absences),
    Job("expire_cards", DAILY, who=_WHOLE_CLUB, in_vault=_ANYBODY, inside=expire_cards),
    # Asked every day: a month is drawn once, on the first day that one of them is at work.
    Job("draw_sample", DAILY, who=SENIOR, in_vault=SENIOR, inside=draw_last_month),
    Job("take_snapshot", WEEKLY, who=SEE_ALL, in_vault=SEE_ALL, inside=take_snapshot),
)
