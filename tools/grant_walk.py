"""A gesture of level 0 given in the real window, by keyboard alone, at a person's typing speed.

    python tools/grant_walk.py [--lang ru|en] [--pictures DIR] [--log docs/walks/grant-ru.md]

A fresh demonstration club in a temporary home; Xvfb and xdotool are needed (`tools/walking.py`).
The exit code is 1 if the grant took longer than a minute.
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
from tools.manager_day import open_desk, page, shell, typed, until_closed, until_said, until_sheet
from tools.walking import Walk

_HOW = {"ru": "Передала лично в руки", "en": "Handed over in person"}


def main() -> int:
    """Walk, write the log."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lang", choices=("ru", "en"), default="ru")
    parser.add_argument("--pictures", type=Path)
    parser.add_argument("--log", type=Path)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="vipdesk-walk-") as home, walking.display():
        steps = walking.run(
            partial(give, lang=chosen.lang), partial(open_desk, Path(home), chosen.lang),
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
        f"# A gesture given at once, by keyboard ({lang})\n\n"
        "Written by `tools/grant_walk.py`: the real window on an X display, every key sent by\n"
        f"xdotool at {walking.KEYS_PER_SECOND} keys a second, the demonstration club. The grant "
        "is level 0: from the\ncatalogue, without anybody’s signature. It ends when the case "
        "shows it with its date of delivery; the\nmouse is not touched.\n\n"
        f"{walking.table(steps)}\n\n## Keys\n\n{walking.keystrokes(steps)}\n"
    )


def give(walk: Walk, lang: str) -> None:
    """From Today to the gesture, then to the client's hands."""
    walk.until(lambda: shell(walk) is not None, "the club is open", 90)
    walk.until(lambda: page(walk).loaded, "Today is there", 60)
    name, number = walk.ask(lambda: _own_case(walk, lang))
    with walk.step("Give at once: from Today to the gesture in the case", 60):
        walk.press("ctrl+5")
        walk.until(lambda: shell(walk).present.kind == "complaints" and page(walk).loaded, "board")
        walk.press("ctrl+f")
        walk.type(name[:6])
        walk.until(lambda: _first(walk) == number, "the case stands first")
        walk.picture("grant-1-found")
        walk.press("Down", "Return")
        walk.until(lambda: shell(walk).present.kind == "complaint", "the case")
        walk.until(lambda: page(walk).loaded and page(walk).case_state is not None, "it is read")
        walk.press("ctrl+g")
        until_sheet(walk, "AtOnceDialog")
        walk.picture("grant-2-sheet")
        walk.press("Down", "Return")
        until_closed(walk)
        until_said(walk)
        walk.until(lambda: len(_given(walk)) == 1, "the gesture stands in the case")
        walk.picture("grant-3-given")
    with walk.step("Note that the client has it"):
        walk.press("ctrl+shift+g")
        until_sheet(walk, "DeliverDialog")
        walk.type(_HOW[lang])
        walk.press("Return")
        until_closed(walk)
        walk.until(lambda: _given(walk)[0].delivered_at is not None, "it is in the client's hands")
        walk.picture("grant-4-delivered")


def _given(walk: Walk) -> Any:
    tab = page(walk).tab("compensation")
    return () if tab.given is None else tab.given.grants


def _first(walk: Walk) -> str:
    """The number of the case in the first row."""
    table = page(walk).table
    row = table.rows.row_at(0) if table.count == 1 else None
    return "" if row is None else str(row.number)


def _own_case(walk: Walk, lang: str) -> tuple[str, str]:
    """A case in work of one's own, nothing given yet: the client's name as typed, its number."""
    from collections import Counter

    from vipdesk.complaints import cases, compensation

    def look(desk: Any) -> tuple[str, str]:
        rows = cases.list_complaints(desk)
        begins = Counter(typed(row, lang)[:6] for row in rows)
        for row in rows:
            if begins[typed(row, lang)[:6]] > 1:
                continue  # a person would type more of the name
            whole = cases.get_complaint(desk, row.id)
            if whole.mine and not compensation.list_grants(desk, row.id):
                return typed(row, lang), row.number
        raise LookupError("no case of one's own")

    return walk.desk.opened.office.read(look)  # type: ignore[no-any-return]


if __name__ == "__main__":
    sys.exit(main())
