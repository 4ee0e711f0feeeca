"""A desk in a process of its own, at a team's server, worked by lines on its standard input.

`python -m tests.e2e.one_desk FOLDER HOST PORT DATABASE LOGIN PASSWORD CLIENT_ID`. Each line is a
JSON list: a command and its words; each answer is one JSON line. What a person would do with
a mouse and a keyboard is done with the widgets of the real window.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEventLoop
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from vipdesk.access.team_door import TeamAddress, open_team
from vipdesk.app import DeskApp, open_window
from vipdesk.clock import SystemClock
from vipdesk.paths import Paths
from vipdesk.settings import Settings, Theme
from vipdesk.ui.context import Link
from vipdesk.ui.dialogs.client_dialog import ClientDialog
from vipdesk.ui.dialogs.conflict_dialog import ConflictDialog
from vipdesk.ui.picture import grab, settle
from vipdesk.wording import Lang


class Worked:
    """The window and what is done with it."""

    def __init__(self, desk: DeskApp, client_id: UUID) -> None:
        self.desk, self.client_id = desk, client_id
        self.said: list[str] = []
        desk.context.said.connect(lambda m: self.said.append(desk.context.text(m.say)))

    def show(self) -> str:
        """The client's page; what stands on it."""
        assert self.desk.shell is not None
        self.desk.shell.go(Link("client", self.client_id))
        settle(self.desk.runner)
        return self.page()

    def page(self) -> str:
        """What the page shows now, without doing anything to it."""
        shown = self.desk.window.findChildren(QLabel)
        return "\n".join(label.text() for label in shown if label.isVisible())

    def wait_for(self, words: str, seconds: float = 15.0) -> bool:
        """Until the page shows the words by itself."""
        end = monotonic() + seconds
        while words not in self.page() and monotonic() < end:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        return words in self.page()

    def edit(self) -> bool:
        """Open the profile's form."""
        page: Any = self.desk.shell.page  # type: ignore[union-attr]
        page.edit()
        settle(self.desk.runner)
        return self._sheet(ClientDialog) is not None

    def type_in(self, field: str, words: str) -> str:
        """Into a field of the form."""
        form = self._sheet(ClientDialog).form
        form.unfold()
        editor: Any = form.fields[field].editor
        assert isinstance(editor, QLineEdit)
        editor.selectAll()
        editor.insert(words)
        return str(editor.text())

    def save(self) -> dict[str, Any]:
        """Press the sheet's button; the message, and the conflict if there is one."""
        sheet = self._sheet(ConflictDialog) or self._sheet(ClientDialog)
        sheet.primary_button.click()
        settle(self.desk.runner)
        asked = self._sheet(ConflictDialog)
        lines = [
            [self.desk.context.text(asked.editing.label(line.clash.fields[0])),
             *(v[0] for v in (line.clash.original, line.clash.yours, line.clash.theirs))]
            for line in asked.lines
        ] if asked is not None else []  # fmt: skip
        shown = [w.text() for w in asked.findChildren(QLabel)] if asked is not None else []
        return {"said": self.said[-1:], "asked": lines, "shown": shown}

    def choose(self, number: int, side: str) -> str:
        """In one line of the conflict."""
        line = self._sheet(ConflictDialog).lines[number]
        line.choose(side)
        return str(line.chosen)

    def close_sheet(self) -> list[str]:
        """Esc."""
        (self._sheet(ConflictDialog) or self._sheet(ClientDialog)).reject()
        settle(self.desk.runner)
        return self.said[-1:]

    def picture(self, name: str) -> str:
        """What a person would see."""
        return str(grab(self.desk.window, Path(name), self.desk.runner))

    def _sheet(self, kind: type[QWidget]) -> Any:
        found = [s for s in self.desk.window.findChildren(kind) if s.isVisible()]
        return found[-1] if found else None


def main(arguments: list[str]) -> None:
    folder, host, port, database, login, password, client_id = arguments
    QApplication(sys.argv[:1])
    clock = SystemClock()
    office = open_team(TeamAddress(host, int(port), database, login), password, clock)
    kept = Settings(lang=Lang.EN, theme=Theme.LIGHT, reduced_motion=True, section="clients")
    desk = open_window(Paths.under(Path(folder)), office=office, kept=kept, size=(1280, 800))
    settle(desk.runner)
    live = office.live(desk.runner.changed.emit)
    assert live is not None
    live.start()
    live.listening.wait(10)
    worked = Worked(desk, UUID(client_id))
    _answer("ready")
    for line in sys.stdin:
        command, *words = json.loads(line)
        if command == "stop":
            break
        deed: Callable[..., Any] = getattr(worked, command)
        _answer(deed(*words))
    live.stop()
    desk.close()


def _answer(found: Any) -> None:
    sys.stdout.write(json.dumps(found, default=str, ensure_ascii=False) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
