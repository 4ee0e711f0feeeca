"""What the menu of a line of Today offers, and what each choice does."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, cast

from vipdesk.agenda import delegation, snoozes
from vipdesk.agenda.lines import When
from vipdesk.clients import promises
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from uuid import UUID

    from vipdesk.agenda.delegation import Colleague
    from vipdesk.agenda.lines import AskedLine, PromiseLine
    from vipdesk.ui.pages.today_page import TodayPage
    from vipdesk.ui.pages.today_words import Line

Choice = tuple[Say, tuple[str, int]]
_PUT_OFF: list[Choice] = [
    (say("Not before tomorrow"), ("snooze", 1)),
    (say("In three days"), ("snooze", 3)),
    (say("In a week"), ("snooze", 7)),
    (say("Choose a day…"), ("snooze_to", 0)),
]


def choices(page: TodayPage, line: Line) -> list[Choice]:
    """The lines of the menu."""
    kind = line.key[0]
    found: list[Choice] = []
    if kind == "promise":
        found = _of_promise(cast("PromiseLine", line.row))
    elif kind == "asked":
        found = _of_asked(cast("AskedLine", line.row))
    elif kind in snoozes.KINDS:
        found = list(_PUT_OFF)
    if kind in delegation.KINDS and page.context.may("insert", "delegation"):
        found.append((say("Ask a colleague…"), ("delegate", 0)))
    return found


def _of_promise(row: PromiseLine) -> list[Choice]:
    found: list[Choice] = []
    if row.when is not When.OVERDUE:
        found.append((say("Agree on a new day…"), ("move", 0)))
    found.append((say("No longer needed"), ("release", 0)))
    found.append((say("We did not keep it"), ("break", 0)))
    return found


def _of_asked(row: AskedLine) -> list[Choice]:
    if row.of_me:
        return [*_PUT_OFF, (say("Give it back…"), ("give_back", 0))]
    return [(say("Take it back"), ("take_back", 0))]


def choose(page: TodayPage, line: Line, what: str, days: int) -> None:
    """Do what was chosen in a line's menu; all of it has a way back."""
    key = line.key[1]
    match what:
        case "move":
            from vipdesk.ui.dialogs.new_day_dialog import NewDayDialog

            NewDayDialog(page.context, cast("PromiseLine", line.row), page).open()
        case "release":
            page.write(
                partial(promises.release_promise, promise_id=key),
                said=say("The promise is no longer needed."),
                undo=reopen,
            )
        case "break":
            page.write(
                partial(promises.break_promise, promise_id=key),
                said=say("Noted as not kept."),
                undo=reopen,
            )
        case "delegate":
            _ask_a_colleague(page, line)
        case "give_back":
            from vipdesk.ui.dialogs.today_dialogs import GiveBackDialog

            GiveBackDialog(page.context, cast("AskedLine", line.row), page).open()
        case "take_back":
            page.write(
                partial(delegation.take_back, delegation_id=key),
                said=say("It is yours again."),
            )
        case "snooze_to":
            _choose_a_day(page, line)
        case _:
            put_off(page, line, page.context.format.today() + timedelta(days=days))


def put_off(page: TodayPage, line: Line, day: date) -> None:
    """Until six in the morning of a day, a whole day from now at least."""
    now = page.context.format.local(page.context.now())
    morning = datetime.combine(day, time(6), now.tzinfo)
    until = max(morning, now + snoozes.LEAST + timedelta(minutes=1))
    page.write(
        partial(snoozes.snooze, kind=line.key[0], object_id=line.key[1], until=until),
        said=say("Put off until {day}.", day=until.date()),
        undo=snoozes.wake,
    )


def answered(page: TodayPage, line: Line) -> None:
    """'Done' on what a colleague asked; 'seen' on what a colleague answered."""
    row = cast("AskedLine", line.row)
    if row.of_me:
        page.write(
            partial(delegation.answer, delegation_id=row.id, done=True),
            said=say("Done. Your colleague is told."),
            undo=delegation.reopen,
        )
        return
    page.write(
        partial(delegation.mark_seen, delegation_id=row.id),
        said=say("Seen."),
        undo=delegation.mark_unseen,
    )


def _choose_a_day(page: TodayPage, line: Line) -> None:
    from vipdesk.ui.dialogs.today_dialogs import PutOffDialog

    dialog = PutOffDialog(page.context, line, page)
    dialog.chosen.connect(partial(put_off, page, line))
    dialog.open()


def _ask_a_colleague(page: TodayPage, line: Line) -> None:
    def show(found: tuple[Colleague, ...]) -> None:
        from vipdesk.ui.dialogs.today_dialogs import DelegateDialog

        if not found:
            page.context.say(say("No colleague may see this client. Name a deputy first."))
            return
        DelegateDialog(page.context, line, found, page).open()

    row: Any = line.row
    page.context.runner.read(
        partial(delegation.list_colleagues, client_id=row.client_id), show, owner=page
    )


def reopen(desk: Any, promise_id: UUID) -> object:
    """The way back of a promise kept, released or broken."""
    return promises.reopen_promise(desk, promise_id)
