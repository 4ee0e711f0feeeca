"""An event coordinator's day in the real window, by keyboard and mouse, with a log.

    python tools/coordinator_day.py [--lang ru|en] [--pictures DIR] [--log docs/walks/….md]

A fresh demonstration club in a temporary home; Xvfb, xdotool and aiosmtpd are needed. The
club's mail goes to a server on this machine, and one guest's calendar program answers it. The
desk's clock is put forward twice: to the evening itself, and to the morning after.
"""
# ruff: noqa: PLW0108 what a lambda looks at belongs to the window's thread, and may be made anew

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from tools import walking
from tools.coordinator_hand import Hands, dialog
from tools.coordinator_post import answer_file, mail_server
from tools.manager_day import page, shell, until_closed, until_sheet
from tools.walking import Walk
from vipdesk.wording import Lang

_CLIENTS = 300
_MORNING = datetime(2026, 11, 26, 7, 0, tzinfo=UTC)  # a Thursday, ten o'clock in Moscow
_WORDS = {
    "ru": {
        "question": "Аперитив", "choice": "Игристое", "cost": "Цветы", "sum": "45000",
        "limit": "300000", "said": "Придёт, спасибо", "lessons": "Начать на полчаса раньше",
        "who": "Гость соседа",
    },
    "en": {
        "question": "Aperitif", "choice": "Sparkling", "cost": "Flowers", "sum": "45000",
        "limit": "300000", "said": "Will come, thank you", "lessons": "Begin half an hour earlier",
        "who": "A neighbour",
    },
}  # fmt: skip


class DayClock:
    """Goes on like the wall's, from a morning of its own, and can be put forward."""

    def __init__(self) -> None:
        self._ahead = _MORNING - datetime.now(UTC)

    def now(self) -> datetime:
        """The moment at the desk."""
        return datetime.now(UTC) + self._ahead

    def put_forward(self, to: datetime) -> None:
        """Later on."""
        self._ahead = max(self._ahead, to - datetime.now(UTC))


def main() -> int:
    """Walk, write the log."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lang", choices=("ru", "en"), default="ru")
    parser.add_argument("--pictures", type=Path)
    parser.add_argument("--log", type=Path)
    parser.add_argument("--dark", action="store_true")
    chosen = parser.parse_args()
    with _home() as home, mail_server() as post, walking.display():
        day = Day(chosen.lang, post, home)
        steps = walking.run(
            day.walk, partial(day.open_desk, dark=chosen.dark), chosen.pictures
        )  # fmt: skip
    if chosen.log is not None:
        chosen.log.parent.mkdir(parents=True, exist_ok=True)
        chosen.log.write_text(written(steps, chosen.lang), encoding="utf-8")
    print(walking.table_with_clicks(steps))
    return 0


@contextmanager
def _home() -> Iterator[Path]:
    """Whatever the desk keeps of a person goes to a folder that is thrown away."""
    with tempfile.TemporaryDirectory(prefix="vipdesk-walk-") as folder:
        os.environ["HOME"] = folder
        for name in ("DATA", "CONFIG", "STATE", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(folder) / name.lower())
        yield Path(folder)


def written(steps: list[walking.Step], lang: str) -> str:
    """The log as a page."""
    return (
        f"# A coordinator’s day ({lang})\n\n"
        "Written by `tools/coordinator_day.py`: the real window on an X display, every key and\n"
        f"click sent by xdotool ({walking.KEYS_PER_SECOND} keys a second, "
        f"{walking.CLICK_SECONDS} s a click), a demonstration club of\n{_CLIENTS} clients. A step "
        "ends when the window shows what was asked for. The clock is put forward to\nthe evening "
        "and to the morning after.\n\n"
        f"{walking.table_with_clicks(steps)}\n\n## Keys\n\n{walking.keystrokes(steps)}\n"
    )


class Day(Hands):
    """From the season to the report."""

    def __init__(self, lang: str, post: Any, home: Path) -> None:
        super().__init__(lang, post, home)
        self.clock = DayClock()
        self.said = _WORDS[lang]

    def open_desk(self, *, dark: bool) -> Any:
        """The desk as `vipdesk demo` opens it, on the day's clock."""
        from vipdesk import app, settings
        from vipdesk.paths import Paths

        paths = Paths.under(self.home / "desk")
        kept = settings.load(paths.settings).with_(lang=Lang(self.lang))
        if dark:
            kept = kept.with_(theme=settings.Theme.DARK)
        desk = app.DeskApp(paths, kept, clock=self.clock, demo=(_CLIENTS, 2026), live=True)
        desk.window.first_painted.connect(desk.begin_demo)
        desk.window.show()
        desk.window.activateWindow()
        return desk

    def walk(self, walk: Walk) -> None:
        """The day."""
        self.hand = walk
        walk.until(lambda: shell(walk) is not None, "the club is open", 120)
        walk.until(lambda: page(walk).loaded, "Today is there", 60)
        self._take_the_chair()
        self._look_at_the_season()
        self._plan()
        self._plan_more()
        self._choose_guests()
        self._invite()
        self._take_replies()
        self._let_wait()
        self._seat()
        self._open_the_door()
        self._afterwards()

    # Steps --------------------------------------------------------------------------------------

    def _take_the_chair(self) -> None:
        walk = self.hand
        with walk.step("Take the coordinator’s place; Today"):
            walk.click(lambda: shell(walk).sidebar.person)
            self.action(lambda text: self.is_coordinator(text))
            walk.until(lambda: self.role() == "coordinator", "the coordinator sits there", 30)
            walk.until(lambda: page(walk) is not None and page(walk).loaded, "Today", 60)
        walk.ask(self.set_up_mail)
        self.picture("today")

    def _look_at_the_season(self) -> None:
        walk = self.hand
        with walk.step("The programme: the month"):
            walk.press("ctrl+3")
            walk.until(lambda: self.at("events") and page(walk).loaded, "the programme")
        self.picture("month")
        with walk.step("The week, and the season with its monotony"):
            walk.click(lambda: page(walk).bar.views.buttons["week"])
            walk.until(lambda: page(walk).week.isVisible(), "the week")
            self.picture("week")
            walk.click(lambda: page(walk).bar.views.buttons["season"])
            walk.until(lambda: page(walk).ribbon.isVisible(), "the season")
        self.picture("season")

    def _plan(self) -> None:
        walk = self.hand
        with walk.step("An event by a template"):
            walk.click(lambda: page(walk).more_button)
            walk.until(self.menu, "the menu")
            walk.press("Down", "Right", "Return")
            until_sheet(walk, "TemplateDialog")
            self.picture("template")
            walk.press("ctrl+Return")
            until_closed(walk)
            walk.until(lambda: self.at("event") and page(walk).loaded, "the event’s page")
        self.picture("planned")
        with walk.step("Its place and its host"):
            walk.click(lambda: page(walk).edit_button)
            until_sheet(walk, "EventDialog")
            walk.until(lambda: dialog().form.fields["venue_id"].editor.count() > 1, "places")
            self.choose("venue_id", 1)
            self.choose("host_id", 1)
            self.picture("edit")
            walk.press("ctrl+Return")
            until_closed(walk)
            walk.until(lambda: page(walk)._whole.card.venue_id is not None, "the place")  # noqa: SLF001
        with walk.step("Mark it as planned"):
            walk.click(lambda: page(walk).step_button)
            walk.until(lambda: self.state() == "planned", "planned")

    def _plan_more(self) -> None:
        walk = self.hand
        with walk.step("One more choice for the guests"):
            self.tab("choices")
            walk.click(lambda: page(walk).tab("choices").new_button)
            until_sheet(walk, "OptionDialog")
            walk.type(self.said["question"])
            walk.press("Tab", "Tab")
            walk.type(self.said["choice"])
            walk.press("Return")
            until_closed(walk)
        self.picture("choices")
        with walk.step("A line of the budget, and its limit"):
            self.tab("budget")
            walk.click(lambda: page(walk).tab("budget").new_button)
            until_sheet(walk, "CostDialog")
            walk.type(self.said["cost"])
            walk.press("Tab")
            walk.type(self.said["sum"])
            walk.press("Return")
            until_closed(walk)
            walk.click(lambda: page(walk).tab("budget").limit_button)
            until_sheet(walk, "LimitDialog")
            walk.press("ctrl+a")
            walk.type(self.said["limit"])
            walk.press("Return")
            until_closed(walk)
            walk.until(lambda: page(walk).tab("budget").kept.budget.limit is not None, "the limit")
        self.picture("budget")

    def _choose_guests(self) -> None:
        walk = self.hand
        with walk.step("Guests by criteria"):
            self.tab("guests")
            walk.click(lambda: page(walk).guests.criteria_button)
            until_sheet(walk, "CriteriaDialog")
            walk.until(lambda: dialog().form.fields["topic"].editor.count() > 1, "interests")
            self.choose("topic", walk.ask(self.interest))
            self.picture("criteria")
            walk.press("ctrl+Return")
            until_closed(walk)
            walk.until(lambda: page(walk).guests.table.count > 6, "the list")
        self.picture("guests")
        with walk.step("A guest by name"):
            name = walk.ask(self.somebody)
            before = walk.ask(lambda: page(walk).guests.table.count)
            walk.press("ctrl+n")
            self.type_whole(name, lambda: page(walk).guests.picker)
            walk.until(lambda: page(walk).guests.picker._list.isVisible(), "found")  # noqa: SLF001
            walk.press("Return")
            walk.until(lambda: page(walk).guests.table.count > before, "on the list")
        with walk.step("Leave one out"):
            self.row(page(walk).guests.table, 0)
            walk.click(lambda: page(walk).guests.out_button)
            walk.until(lambda: page(walk).guests.in_button.isVisible(), "left out")
        self.picture("left-out")

    def _invite(self) -> None:
        walk = self.hand
        with walk.step("Whom to ask first, and the tact check"):
            self.tab("waves")
            walk.until(lambda: page(walk).tab("waves").plan is not None, "the order", 30)
        self.picture("waves")
        with walk.step("Invite the wave: what each guest gets"):
            walk.click(lambda: page(walk).tab("waves").invite_button)
            until_sheet(walk, "InviteDialog")
            walk.until(lambda: dialog().primary_button.isEnabled(), "the drafts", 30)
            self.picture("preview-1")
            walk.press("Down", "Down")
            self.picture("preview-2")
            walk.press("Down")
            self.picture("preview-3")
        with walk.step("Send"):
            walk.press("ctrl+Return")
            until_closed(walk)
            walk.until(lambda: self.invited() > 3, "invited", 30)
        walk.until(lambda: self.post.mails, "a mail left", 40)
        self.tab("invitations")
        self.picture("invitations")

    def _take_replies(self) -> None:
        walk = self.hand
        self.tab("guests")
        with walk.step("A reply dropped as a file"):
            file = answer_file(self.post, self.home / "reply.ics")
            walk.drop(file)
            walk.until(lambda: self.accepted() == 1, "counted", 30)
        self.picture("dropped")
        for number in range(6):
            with walk.step(f"A reply by telephone ({number + 1})"):
                self.unanswered()
                walk.click(lambda: page(walk).guests.reply_button)
                until_sheet(walk, "ReplyDialog")
                if number == 0:
                    walk.click(lambda: dialog().form.fields["note"].editor)
                    walk.type(self.said["said"])
                    self.picture("reply")
                walk.press("ctrl+Return")
                until_closed(walk)
                walk.until(partial(self.is_accepted, number + 2), "counted")
        self.picture("answers")
        self.tab("review")
        self.picture("review")

    def _let_wait(self) -> None:
        walk = self.hand
        with walk.step("A party for the waiting list, and the free seats offered"):
            self.tab("waiting")
            walk.click(lambda: page(walk).tab("waiting").add_button)
            until_sheet(walk, "WaitingDialog")
            name = walk.ask(self.somebody)
            self.type_whole(name, lambda: dialog().form.fields["client_id"].editor)
            walk.until(lambda: dialog().form.fields["client_id"].editor._list.isVisible(), "found")  # noqa: SLF001
            walk.press("Return", "ctrl+Return")
            until_closed(walk)
            walk.until(lambda: page(walk).tab("waiting").table.count == 1, "waits")
            self.picture("waiting")
            walk.click(lambda: page(walk).tab("waiting").offer_button)
            walk.until(lambda: page(walk).tab("waiting").waiting.rows[0].offered, "offered")
        self.picture("offered")

    def _seat(self) -> None:
        walk = self.hand
        with walk.step("Close the list"):
            walk.click(lambda: page(walk).step_button)
            walk.until(lambda: self.state() == "closed", "closed")
        with walk.step("Lay the tables"):
            self.tab("seating")
            walk.until(lambda: page(walk).tab("seating")._seating is not None, "the room")  # noqa: SLF001
            self.picture("seating-empty")
            walk.click(lambda: page(walk).tab("seating").empty.primary)
            until_sheet(walk, "NewRoomDialog")
            self.picture("lay")
            walk.press("ctrl+Return")
            until_closed(walk)
            walk.until(lambda: page(walk).tab("seating").seat_button.isEnabled(), "tables")
        with walk.step("Seat the guests"):
            walk.click(lambda: page(walk).tab("seating").seat_button)
            walk.until(lambda: self.is_seated() or self.is_contradicted(), "an answer", 90)
        if walk.ask(self.is_contradicted):
            self.picture("contradiction")
            self._mend_the_room()
        self.picture("seated")
        for number in range(3):
            with walk.step(f"A paper of the seating ({number + 1})"):
                walk.click(lambda: page(walk).tab("seating").papers_button)
                walk.until(self.menu, "the papers")
                walk.press(*["Down"] * (number + 1), "Return")
                self.save()
                walk.until(partial(self.saved, number + 1), "the paper")

    def _mend_the_room(self) -> None:
        """Somebody needs a step-free table, and none is: it is said, and mended."""
        walk = self.hand
        tab = page(walk).places["seating"].tab

        def place(view: Any) -> Any:
            piece = next(p for p in view.room.pieces if p.is_table)
            return view.to_screen(piece.x, piece.y).toPoint()

        with walk.step("A contradiction: make a table step-free, seat again"):
            walk.click(lambda: tab.tables_button)
            walk.click(lambda: tab.view, place)
            walk.click(lambda: tab.edit_button)
            until_sheet(walk, "TableDialog")
            self.picture("table")
            walk.click(lambda: dialog().form.fields["step_free"].editor)
            walk.press("ctrl+Return")
            until_closed(walk)
            walk.click(lambda: tab.guests_button)
            walk.click(lambda: tab.seat_button)
            walk.until(self.is_seated, "seated", 90)

    def _open_the_door(self) -> None:
        walk = self.hand
        card = walk.ask(lambda: page(walk)._whole.card.row)  # noqa: SLF001
        self.clock.put_forward(card.starts_at - timedelta(minutes=10))
        with walk.step("The evening: open the door here"):
            self.tab("door")
            walk.until(lambda: page(walk).tab("door").door is not None, "the door")
            self.picture("door")
            walk.click(lambda: page(walk).tab("door").open_button)
            until_sheet(walk, "OpenDoorDialog")
            walk.press("Return")
            walk.until(lambda: page(walk).tab("door").kiosk is not None, "the kiosk", 30)
            walk.ask(self.bring_forward)
            walk.until(lambda: self.kiosk().search.hasFocus(), "the field")
        self.picture("kiosk")
        letters = walk.ask(self.expected)
        for number, name in enumerate(letters[:3]):
            with walk.step(f"Check in ({number + 1})"):
                self.type_whole(name[:3], lambda: self.kiosk().search)
                walk.until(lambda: self.kiosk()._first is not None, "found")  # noqa: SLF001
                self.picture(f"kiosk-{number + 1}-typed")
                walk.press("Down", "Return")
                walk.until(lambda: self.kiosk().guest.isVisible(), "the guest")
                self.picture(f"kiosk-{number + 1}-guest")
                walk.press("Return")
                walk.until(lambda: not self.kiosk().guest.isVisible(), "in")
        self.picture("kiosk-after")
        with walk.step("Close the door"):
            walk.click(lambda: self.kiosk().close_button)
            walk.until(lambda: page(walk).tab("door").kiosk is None, "closed")
            walk.ask(walk.desk.window.activateWindow)
        walk.until(lambda: page(walk).tab("door").door.after.people >= 3, "told")
        self.picture("door-after")

    def _afterwards(self) -> None:
        walk = self.hand
        card = walk.ask(lambda: page(walk)._whole.card.row)  # noqa: SLF001
        self.clock.put_forward(card.ends_at + timedelta(hours=13))
        with walk.step("The morning after: it was held"):
            walk.press("ctrl+1")
            walk.until(lambda: self.at("today") and page(walk).loaded, "Today")
            self.picture("morning")
            walk.press("Escape")
            walk.until(lambda: self.at("event"), "back")
            walk.click(lambda: page(walk).step_button)
            walk.until(lambda: self.state() == "held", "held")
        with walk.step("Who did not come"):
            self.tab("after")
            walk.until(lambda: page(walk).tab("after").after is not None, "after")
            self.picture("after")
            walk.click(lambda: page(walk).tab("after").missing_button)
            walk.until(lambda: not page(walk).tab("after").missing_button.isEnabled(), "marked")
        with walk.step("One guest’s evening"):
            self.row(page(walk).tab("after").table, 0)
            walk.press("Return")
            until_sheet(walk, "AfterGuestDialog")
            self.picture("evening")
            walk.press("Escape")
            until_closed(walk)
        with walk.step("Thanks"):
            walk.click(lambda: page(walk).tab("after").thank_button)
            until_sheet(walk, "ThankDialog")
            walk.until(lambda: dialog().primary_button.isEnabled(), "the letters")
            self.picture("thanks")
            walk.press("ctrl+Return")
            until_closed(walk)
            walk.until(self.is_thanked, "thanked")
        with walk.step("What to do differently"):
            walk.click(lambda: page(walk).tab("after").lessons_button)
            until_sheet(walk, "LessonsDialog")
            walk.type(self.said["lessons"])
            walk.press("ctrl+Return")
            until_closed(walk)
            walk.until(lambda: page(walk).tab("after").lessons.isVisible(), "kept")
        with walk.step("The event’s page as PDF, and reviewed"):
            walk.click(lambda: page(walk).tab("after").report_button)
            self.save()
            walk.until(partial(self.saved, 4), "the report")
            walk.click(lambda: page(walk).step_button)
            walk.until(lambda: self.state() == "reviewed", "reviewed")
        self.picture("reviewed")


if __name__ == "__main__":
    sys.exit(main())
