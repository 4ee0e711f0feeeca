"""A complaint taken in the real window, by keyboard alone, at a person's typing speed.

    python tools/intake_walk.py [--lang ru|en] [--pictures DIR] [--log docs/walks/intake.md]

A fresh demonstration club in a temporary home; Xvfb and xdotool are needed (`tools/walking.py`).
The exit code is 1 if the intake took longer than two minutes.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from tools import walking
from tools.manager_day import open_desk, page, shell, typed, until_sheet
from tools.walking import Walk

SPEED = 3.33  # keys a second: 40 words a minute
_WORDS = {
    "ru": (
        "Вчера на дегустации нас посадили не за тот стол, о котором мы договорились",
        "Хочу объяснение и тот стол, который обещали", "после шести вечера",
    ),
    "en": (
        "Last night at the tasting we were not seated at the table we had agreed on",
        "An explanation and the table that was promised", "after six in the evening",
    ),
}  # fmt: skip


def main() -> int:
    """Walk, write the log."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lang", choices=("ru", "en"), default="ru")
    parser.add_argument("--pictures", type=Path)
    parser.add_argument("--log", type=Path)
    chosen = parser.parse_args()
    walking.KEYS_PER_SECOND = SPEED
    with tempfile.TemporaryDirectory(prefix="vipdesk-walk-") as home, walking.display():
        steps = walking.run(
            partial(take, lang=chosen.lang), partial(open_desk, Path(home), chosen.lang),
            chosen.pictures,
        )  # fmt: skip
    if chosen.log is not None:
        chosen.log.parent.mkdir(parents=True, exist_ok=True)
        chosen.log.write_text(written(steps, chosen.lang), encoding="utf-8")
    print(walking.table(steps))
    return 0 if all(step.held for step in steps) else 1


def written(steps: list[walking.Step], lang: str) -> str:
    """The log as a page."""
    return (
        f"# A complaint taken by keyboard ({lang})\n\n"
        "Written by `tools/intake_walk.py`: the real window on an X display, every key sent by\n"
        f"xdotool at {SPEED} keys a second (40 words a minute), the demonstration club. The intake "
        "ends when the\nnumber, the owner and the answer date are on the screen and the first "
        "reply’s draft is open; the mouse\nis not touched.\n\n"
        f"{walking.table(steps)}\n\n## Keys\n\n{walking.keystrokes(steps)}\n"
    )


def take(walk: Walk, lang: str) -> None:
    """From Today to the first reply's draft."""
    walk.until(lambda: shell(walk) is not None, "the club is open", 90)
    walk.until(lambda: page(walk).loaded, "Today is there", 60)
    name = walk.ask(lambda: _own_client(walk, lang))
    happened, wish, when = _WORDS[lang]
    with walk.step("Take a complaint: from Today to number, owner and answer date", 120):
        walk.press("ctrl+5")
        walk.until(lambda: shell(walk).present.kind == "complaints", "the complaints")
        walk.press("ctrl+n")
        until_sheet(walk, "ComplaintDialog")
        walk.until(lambda: _focus_name() == "client_id", "the cursor stands in the first field")
        walk.picture("intake-1-empty")
        walk.type(name[:5])
        walk.until(_picker_open, "the client is found")
        walk.press("Return", "Return")
        walk.type(happened)
        walk.press("Return")
        walk.type(wish)
        walk.press("Return")
        walk.until(lambda: _focus_name() != "wish", "the next field")
        if walk.ask(lambda: _focus_name() == "reach_by"):
            walk.press("Return")
        walk.type(when)
        walk.picture("intake-2-typed")
        walk.press("Return")
        walk.until(lambda: bool(_dialog().outcome.isVisible()), "the number is there")
        walk.picture("intake-3-filed")
    with walk.step("Open the first reply’s draft"):
        walk.press("Return")
        walk.until(lambda: shell(walk).present.kind == "complaint", "the case")
        walk.until(lambda: page(walk).loaded and page(walk).reply.isVisible(), "the draft")
        walk.picture("intake-4-draft")


def _own_client(walk: Walk, lang: str) -> str:
    """The letters a person would type of a client in the own care, whom no other shares."""
    from collections import Counter

    from vipdesk.clients.registry import ClientFilter, list_clients

    own = walk.desk.opened.office.read(lambda desk: list_clients(desk, ClientFilter(mine=True)))
    everybody = walk.desk.opened.office.read(list_clients)
    begins = Counter(typed(row, lang)[:5] for row in everybody)
    return next(name for row in own if begins[(name := typed(row, lang))[:5]] == 1)


def _dialog() -> Any:
    from PySide6.QtWidgets import QApplication

    return QApplication.activeModalWidget()


def _picker_open() -> bool:
    picker = _dialog().form.fields["client_id"].editor
    return bool(picker._list.isVisible())  # noqa: SLF001 what the person sees


def _focus_name() -> str:
    """Which field of the sheet has the focus."""
    for name, field in _dialog().form.fields.items():
        if field.editor.hasFocus():
            return str(name)
    return ""


if __name__ == "__main__":
    sys.exit(main())
