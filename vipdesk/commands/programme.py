"""`vipdesk programme export`: the club's events as a calendar file, without any guest.

Exit codes: 0 written, 1 refused, 2 wrong use.
"""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, date, datetime, time
from functools import partial
from pathlib import Path

from vipdesk.commands import opening
from vipdesk.errors import UserError
from vipdesk.wording import Words, say


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Tell argparse."""
    programme = commands.add_parser("programme", help="the club's events")
    kinds = programme.add_subparsers(metavar="what", required=True)
    export = kinds.add_parser("export", help="write the programme as a calendar file (.ics)")
    opening.add_place(export)
    export.add_argument(
        "--out", type=Path, metavar="FILE", help="where to write; without it: standard output"
    )
    export.add_argument("--since", type=_day, metavar="YYYY-MM-DD", help="the first day")
    export.add_argument("--until", type=_day, metavar="YYYY-MM-DD", help="the day after the last")
    export.add_argument("--drafts", action="store_true", help="drafts too, as TENTATIVE")
    export.set_defaults(run=_export)


def _day(text: str) -> datetime:
    try:
        return datetime.combine(date.fromisoformat(text), time(), UTC)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no day: use YYYY-MM-DD") from None


def _export(chosen: argparse.Namespace, words: Words) -> int:
    from vipdesk.access.founding import sit_down
    from vipdesk.access.team_door import sit_at_team
    from vipdesk.clock import SystemClock
    from vipdesk.events.programme_calendar import export_programme

    with opening.opened_store(chosen, words) as store:
        office = (sit_at_team if chosen.team else sit_down)(store, SystemClock())
        make = partial(
            export_programme, words=words, since=chosen.since, until=chosen.until,
            drafts=chosen.drafts,
        )  # fmt: skip
        data, _ = office.write(make)
    if chosen.out is None:
        sys.stdout.buffer.write(data)
        return 0
    try:
        chosen.out.write_bytes(data)
    except OSError:
        raise UserError(
            say("“{file}” cannot be written. Choose another place.", file=chosen.out.name)
        ) from None
    print(words("Events: {count}", count=data.count(b"BEGIN:VEVENT")))
    return 0
