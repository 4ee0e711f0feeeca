"""`vipdesk door open|wipe`: the door on a laptop that has no club, only a sealed list.

Exit codes: 0 done, 1 refused with a sentence, 2 wrong use.
"""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING

from vipdesk.commands import opening
from vipdesk.errors import UserError
from vipdesk.wording import Words, say

if TYPE_CHECKING:
    from vipdesk.events.door_log import DoorPlace


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Tell argparse."""
    door = commands.add_parser("door", help="the door of an event, from a sealed list")
    kinds = door.add_subparsers(metavar="what", required=True)
    opened = kinds.add_parser("open", help="open a list with its door code; no vault is needed")
    opened.add_argument("file", type=Path, metavar="FILE")
    opened.add_argument("--desk", type=int, default=1, help="this laptop’s number (1)")
    opened.add_argument("--code-file", type=Path, metavar="FILE", help="read the code from a file")
    opened.set_defaults(run=_open)
    wiped = kinds.add_parser("wipe", help="wipe the lists whose event is over")
    wiped.set_defaults(run=_wipe)


def doors_of(chosen: argparse.Namespace) -> Path:
    """Where lists and logs lie on this laptop."""
    return opening.paths_of(chosen).door_lists


def place_of(chosen: argparse.Namespace, words: Words, now: datetime) -> DoorPlace:
    """The opened list; the code is asked for without showing it."""
    from vipdesk.events.door_list import wipe_due
    from vipdesk.events.door_log import take_place

    doors = doors_of(chosen)
    wipe_due(doors, now)
    try:
        data = chosen.file.read_bytes()
    except OSError:
        raise UserError(
            say("“{file}” cannot be read. Check the name and try again.", file=chosen.file.name)
        ) from None
    if chosen.code_file is not None:
        code = opening.first_line(chosen.code_file)
    else:
        code = getpass(words("Door code: "))
    return take_place(doors, data, code, desk_no=chosen.desk, now=now)


def _open(chosen: argparse.Namespace, words: Words) -> int:
    from vipdesk import settings
    from vipdesk.clock import SystemClock
    from vipdesk.ui.door_alone import run_door

    place = place_of(chosen, words, SystemClock().now())
    paths = opening.paths_of(chosen)
    return run_door(settings.load(paths.settings), place, sys.argv[:1])


def _wipe(chosen: argparse.Namespace, words: Words) -> int:
    from vipdesk.clock import SystemClock
    from vipdesk.events.door_list import wipe_due

    wiped = wipe_due(doors_of(chosen), SystemClock().now())
    print(words("Lists wiped: {count}", count=wiped))
    return 0
