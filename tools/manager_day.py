"""A personal manager's day in the real window, by keyboard alone, with a log.

    python tools/manager_day.py [--lang ru|en] [--pictures DIR] [--log docs/walks/manager-day.md]

A fresh demonstration club in a temporary home; Xvfb and xdotool are needed (`tools/walking.py`).
The exit code is 1 if a step took longer than its limit: find a client 2 s, log a talk 10 s,
note a promise 10 s.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from tools import walking
from tools.walking import Walk
from vipdesk.wording import Lang

_CLIENTS = 300
_WORDS = {
    "ru": {
        "talk": "Говорили о поездке", "promise": "!пришлю меню до пт", "find_note": "поездке",
        "other": "Звонок, всё хорошо", "letter": "Добрый день",
    },
    "en": {
        "talk": "Spoke about the trip", "promise": "!send the menu by fri", "find_note": "trip",
        "other": "Called, all is well", "letter": "Good morning",
    },
}  # fmt: skip


def main() -> int:
    """Walk, write the log."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lang", choices=("ru", "en"), default="ru")
    parser.add_argument("--pictures", type=Path)
    parser.add_argument("--log", type=Path)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="vipdesk-walk-") as home, walking.display():
        steps = walking.run(
            partial(day, lang=chosen.lang), partial(open_desk, Path(home), chosen.lang),
            chosen.pictures,
        )  # fmt: skip
    if chosen.log is not None:
        chosen.log.parent.mkdir(parents=True, exist_ok=True)
        chosen.log.write_text(written(steps, chosen.lang), encoding="utf-8")
    print(walking.table(steps))
    return 0 if all(step.held for step in steps) else 1


def open_desk(home: Path, lang: str) -> Any:
    """The desk as `vipdesk demo` opens it."""
    from vipdesk import app, settings
    from vipdesk.paths import Paths

    paths = Paths.under(home)
    kept = settings.load(paths.settings).with_(lang=Lang(lang))
    desk = app.DeskApp(paths, kept, demo=(_CLIENTS, 2026), live=True)
    desk.window.first_painted.connect(desk.begin_demo)
    desk.window.show()
    desk.window.activateWindow()
    return desk


def written(steps: list[walking.Step], lang: str) -> str:
    """The log as a page."""
    return (
        f"# A manager’s day by keyboard ({lang})\n\n"
        "Written by `tools/manager_day.py`: the real window on an X display, every key sent by\n"
        f"xdotool at {walking.KEYS_PER_SECOND} keys a second, a demonstration club of "
        f"{_CLIENTS} clients. A step ends when the\nwindow shows what was asked for; the mouse "
        "is not touched.\n\n"
        f"{walking.table(steps)}\n\n## Keys\n\n{walking.keystrokes(steps)}\n"
    )


# The day -----------------------------------------------------------------------------------------


def day(walk: Walk, lang: str) -> None:
    """From Today to the lock."""
    words = _WORDS[lang]
    walk.until(lambda: shell(walk) is not None, "the club is open", 90)
    walk.until(lambda: page(walk).loaded, "Today is there", 60)
    walk.picture("01-today")
    ids = walk.ask(lambda: clients_of(walk, lang))
    _find(walk, ids[0])
    _talk(walk, words["talk"])
    _promise(walk, words["promise"])
    _brief(walk)
    _find(walk, ids[1])
    with walk.step("Log a talk with another from anywhere", 10):
        walk.press("ctrl+shift+n")
        until_sheet(walk, "QuickNoteDialog")
        walk.type(words["other"])
        walk.press("Return")
        until_closed(walk)
        until_said(walk)
    _undo(walk)
    _today(walk)
    _list(walk)
    with walk.step("Find by a word of a note"):
        walk.press("ctrl+k")
        until_palette(walk)
        walk.type(words["find_note"])
        walk.until(lambda: found_client(walk, ids[0][0]), "the note is found")
        walk.picture("09-note-found")
        walk.press("Escape")
    with walk.step("Lock the desk"):
        walk.press("ctrl+l")
        walk.until(lambda: type(walk.desk.window.centralWidget()).__name__ == "UnlockPage", "lock")
    walk.picture("10-locked")
    with walk.step("Unlock it, Today is there"):
        walk.type("demonstration club 2026")
        walk.press("Return")
        walk.until(lambda: shell(walk) is not None and page(walk).loaded, "open again", 60)


def _find(walk: Walk, client: tuple[Any, str]) -> None:
    client_id, name = client
    with walk.step("Find a client and open the page", 2):
        walk.press("ctrl+k")
        walk.type(name[:4])
        walk.until(lambda: found_client(walk, client_id), "found")
        walk.press(*["Down"] * walk.ask(lambda: row_of(walk, client_id)), "Return")
        walk.until(lambda: card_id(walk) == client_id, "the client's page")
    walk.picture("02-client")


def _talk(walk: Walk, text: str) -> None:
    with walk.step("Log a talk", 10):
        walk.press("ctrl+t")
        until_sheet(walk, "TalkDialog")
        walk.type(text)
        walk.picture("03-talk")
        walk.press("ctrl+Return")
        until_closed(walk)
        until_said(walk)


def _promise(walk: Walk, text: str) -> None:
    before = walk.ask(lambda: len(page(walk).card.promises))
    with walk.step("Note a promise", 10):
        walk.press("ctrl+shift+n")
        until_sheet(walk, "QuickNoteDialog")
        walk.type(text)
        walk.picture("04-promise")
        walk.press("Return")
        until_closed(walk)
        walk.until(lambda: len(page(walk).card.promises) == before + 1, "it is on the page")
    walk.picture("05-promised")


def _brief(walk: Walk) -> None:
    with walk.step("Brief card, and away again"):
        walk.press("ctrl+b")
        until_sheet(walk, "BriefDialog")
        walk.picture("06-brief")
        walk.press("Escape")
        until_closed(walk)


def _undo(walk: Walk) -> None:
    with walk.step("Take it back"):
        walk.press("ctrl+z")
        until_said(walk)


def _today(walk: Walk) -> None:
    with walk.step("To Today, down to the third line and open it"):
        walk.press("ctrl+1")
        walk.until(lambda: shell(walk).present.kind == "today" and page(walk).loaded, "Today")
        tabs = 0
        while not walk.ask(lambda: focused() == "LineWidget"):
            walk.press("Tab")
            tabs += 1
            if tabs > 40:
                raise AssertionError("Tab never comes to a line of Today")
        walk.press("Down", "Down", "Return")
        walk.until(lambda: shell(walk).present.kind != "today" or sheet(), "it opened")
    walk.picture("07-line-opened")
    with walk.step("Back to Today"):
        if walk.ask(sheet):
            walk.press("Escape")
            until_closed(walk)
        walk.press("ctrl+1")
        walk.until(lambda: shell(walk).present.kind == "today", "Today")


def _list(walk: Walk) -> None:
    with walk.step("The list of clients: choose three"):
        walk.press("ctrl+2")
        walk.until(lambda: shell(walk).present.kind == "clients" and page(walk).loaded, "clients")
        walk.press("ctrl+f", "Down", "shift+Down", "shift+Down")
        walk.until(lambda: page(walk).table.chosen_count == 3, "three are chosen")
    walk.picture("08-list")


# What the window shows ----------------------------------------------------------------------------


def shell(walk: Walk) -> Any:
    """The opened desk, None before."""
    return walk.desk.shell


def page(walk: Walk) -> Any:
    """The page that is shown."""
    return walk.desk.shell.page


def card_id(walk: Walk) -> Any:
    """Of the client whose page is read and painted."""
    here = page(walk)
    shown = shell(walk).present
    card = getattr(here, "card", None)
    return card.id if shown.kind == "client" and card is not None and here.isVisible() else None


def sheet() -> str:
    """The name of the sheet that is open."""
    from PySide6.QtWidgets import QApplication

    top = QApplication.activeModalWidget()
    return type(top).__name__ if top is not None and top.isVisible() else ""


def focused() -> str:
    """What kind of widget has the focus."""
    from PySide6.QtWidgets import QApplication

    return type(QApplication.focusWidget()).__name__


def until_sheet(walk: Walk, name: str) -> None:
    """Wait for a sheet."""
    walk.until(lambda: sheet() == name, name)


def until_closed(walk: Walk) -> None:
    """Wait until no sheet is open; the window has the keys again."""
    walk.until(lambda: not sheet(), "the sheet is closed")
    walk.ask(walk.desk.window.activateWindow)  # a window manager's part: there is none here


def until_said(walk: Walk) -> None:
    """The message bar says what was done."""
    walk.until(lambda: shell(walk).bar.isVisible() is True, "the bar says it")


def until_palette(walk: Walk) -> None:
    """Wait for the box that finds anything."""
    walk.until(lambda: palette(walk) is not None, "the palette")


def palette(walk: Walk) -> Any:
    """The box that finds anything, None while it is closed."""
    from vipdesk.ui.command_palette import CommandPalette

    found = shell(walk).findChild(CommandPalette)
    return found if found is not None and found.isVisible() else None


def _rows(walk: Walk) -> list[Any]:
    box = palette(walk)
    return list(box.entries) if box is not None else []


def leads_to(entry: Any) -> Any:
    """Whose page a line of it opens."""
    return entry.link.id if entry.link is not None else None


def found_client(walk: Walk, client_id: Any) -> bool:
    """Whether the client is among what was found."""
    return any(leads_to(row) == client_id for row in _rows(walk))


def row_of(walk: Walk, client_id: Any) -> int:
    """How often Down is pressed to come to it."""
    return next(n for n, row in enumerate(_rows(walk)) if leads_to(row) == client_id)


def clients_of(walk: Walk, lang: str) -> list[tuple[Any, str]]:
    """Two clients of the manager, with the letters a person would type."""
    from vipdesk.clients.registry import list_clients

    found: Callable[[Any], Any] = list_clients
    rows = walk.desk.opened.office.read(found)
    chosen = [rows[3], rows[40]]
    return [(row.id, typed(row, lang)) for row in chosen]


def typed(row: Any, lang: str) -> str:
    """The surname in the letters of the desk's language."""
    from vipdesk.clients.names import display_name

    return str(row.name.surname if lang == "ru" else display_name(row.name, Lang.EN).split()[-1])


if __name__ == "__main__":
    sys.exit(main())
