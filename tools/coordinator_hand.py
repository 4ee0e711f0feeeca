"""What a coordinator's hand and eye do in every step of the day: tabs, rows, choices, pictures."""
# ruff: noqa: PLW0108 what a lambda looks at belongs to the window's thread, and may be made anew

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from tools.manager_day import page, shell, typed, until_closed, until_sheet
from tools.walking import Walk
from vipdesk.wording import Lang


class Hands:
    """Steps are written on top of it. `hand`: the walk that is under way."""

    hand: Walk

    def __init__(self, lang: str, post: Any, home: Path) -> None:
        self.lang, self.post, self.home = lang, post, home
        self._pictures = 0

    # The hand -------------------------------------------------------------------------------------

    def picture(self, name: str) -> None:
        """Keep what the window shows, numbered."""
        self._pictures += 1
        time.sleep(0.3)  # what the step led to is painted
        self.hand.picture(f"{self._pictures:02d}-{name}")

    def tab(self, key: str) -> None:
        """Go to a tab, by the row or by More."""
        walk = self.hand
        tabs = page(walk).tabs
        if walk.ask(lambda: key in tabs.hidden()):
            walk.click(lambda: tabs.more_button)
            walk.until(self.menu, "more tabs")
            title = walk.ask(lambda: tabs._buttons[key].text())  # noqa: SLF001
            self.action(lambda text: text == title)
        else:
            walk.click(lambda: tabs._buttons[key])  # noqa: SLF001
        walk.until(lambda: tabs.present == key, key)

    def action(self, wanted: Callable[[str], bool]) -> None:
        """Click a line of the menu that is open."""
        from PySide6.QtWidgets import QApplication

        def place(menu: Any) -> Any:
            return menu.actionGeometry(next(a for a in menu.actions() if wanted(a.text())))

        self.hand.until(self.menu, "the menu")
        self.hand.click(QApplication.activePopupWidget, place)

    def choose(self, name: str, number: int) -> None:
        """The n-th line of a choice in the sheet that is open."""
        walk = self.hand
        walk.click(lambda: dialog().form.fields[name].editor)
        walk.until(self.menu, "the choices")
        walk.press("Home", *["Down"] * number, "Return")
        walk.until(lambda: dialog().form.fields[name].editor.currentIndex() == number, name)

    def row(self, table: Any, number: int) -> None:
        """Click a row of a table."""

        def place(_port: Any) -> Any:
            return table.view.visualRect(table.rows.index(number, 0))

        self.hand.click(table.view.viewport, place)
        self.hand.until(lambda: table.chosen_count == 1, "the row is chosen")

    def unanswered(self) -> None:
        """The first row of the list that was invited and did not answer."""
        table = page(self.hand).guests.table

        def first() -> int:
            rows = (table.rows.row_at(n) for n in range(table.count))
            return next(
                n for n, g in enumerate(rows)
                if g.invitation_id is not None and str(g.partstat) == "NEEDS-ACTION"
            )  # fmt: skip

        number = self.hand.ask(first)
        self.hand.ask(lambda: table.view.scrollTo(table.rows.index(number, 0)))
        self.row(table, number)

    def type_whole(self, text: str, field: Callable[[], Any]) -> None:
        """Type; once more where a letter was lost: xdotool maps each Cyrillic one anew."""
        walk = self.hand
        for _ in range(3):
            walk.type(text)
            time.sleep(0.2)
            if walk.ask(lambda: field().text() == text):
                return
            walk.press("ctrl+a")

    def save(self) -> None:
        """Enter in the question where to save it."""
        until_sheet(self.hand, "QFileDialog")
        self.hand.press("Return")
        until_closed(self.hand)

    # The eye --------------------------------------------------------------------------------------

    def at(self, kind: str) -> bool:
        """Whether this kind of page is shown."""
        here = shell(self.hand).present
        return here is not None and here.kind == kind

    def menu(self) -> bool:
        """Whether a menu or the lines of a choice are open."""
        from PySide6.QtWidgets import QApplication

        return QApplication.activePopupWidget() is not None

    def role(self) -> str:
        """Of who sits at the desk."""
        return str(self.hand.desk.opened.staff.role)

    def is_coordinator(self, text: str) -> bool:
        """Whether a line of the menu is a coordinator."""
        words = {"ru": "оордин", "en": "oordin"}[self.lang]
        return words in text

    def state(self) -> str:
        """Of the event."""
        return str(page(self.hand)._whole.card.row.state)  # noqa: SLF001

    def invited(self) -> int:
        """How many are invited."""
        return int(page(self.hand)._whole.card.row.answers.invited)  # noqa: SLF001

    def accepted(self) -> int:
        """How many said yes."""
        guests = page(self.hand).guests._list.guests  # noqa: SLF001
        return sum(str(g.partstat) == "ACCEPTED" for g in guests)

    def is_accepted(self, count: int) -> bool:
        """Whether so many said yes."""
        return self.accepted() == count

    def is_seated(self) -> bool:
        """Whether there is a seating to print."""
        return bool(page(self.hand).tab("seating").papers_button.isEnabled())

    def is_thanked(self) -> bool:
        """Whether thanks are on their way; who wants none gets none."""
        return any(g.thanked_at for g in page(self.hand).tab("after").after.guests)

    def is_contradicted(self) -> bool:
        """Whether a rule that cannot be kept is named."""
        return page(self.hand).tab("seating").side._told is not None  # noqa: SLF001

    def saved(self, count: int) -> bool:
        """Whether so many papers are in the person's folder."""
        files = [f for f in self.home.glob("*.pdf") if f.stat().st_size]
        return len(files) == count

    def kiosk(self) -> Any:
        """The door's window."""
        return page(self.hand).tab("door").kiosk

    def bring_forward(self) -> None:
        """A window manager's part: there is none here."""
        kiosk = self.kiosk()
        kiosk.setGeometry(kiosk.screen().geometry())
        kiosk.activateWindow()

    def expected(self) -> list[str]:
        """Surnames at the door, in the letters of the desk's language."""
        guests = self.kiosk().door.listed.guests
        named = [g.named(Lang(self.lang)) for g in guests if g.party]
        return [n.split()[0 if self.lang == "ru" else -1] for n in named]

    def somebody(self) -> str:
        """The first letters of a client who is not on the list and whom no other shares."""
        from collections import Counter

        from vipdesk.clients.registry import list_clients

        on_it = {g.client_id for g in page(self.hand).guests._list.guests}  # noqa: SLF001
        rows = self.hand.desk.opened.office.read(list_clients)
        begins = Counter(typed(r, self.lang)[:5].casefold() for r in rows)
        own = (typed(r, self.lang) for r in rows if r.id not in on_it)
        return next(
            n[:5] for n in own
            if begins[n[:5].casefold()] == 1 and n.isascii() is (self.lang == "en")
        )  # fmt: skip

    def interest(self) -> int:
        """Which line of the interests is architecture: many care for it."""
        lines = dialog().form.fields["topic"].editor
        names = [lines.itemText(n).casefold() for n in range(lines.count())]
        return next(n for n, name in enumerate(names) if name[:6] in ("архите", "archit"))

    def set_up_mail(self) -> None:
        """What an administrator did before: the club's mail goes to the server of the walk."""
        from vipdesk.channels import account

        change: Callable[[Any], Any] = partial(account.change_account, account=self.post.account)
        self.hand.desk.opened.office.write(change)


def dialog() -> Any:
    """The sheet that is open."""
    from PySide6.QtWidgets import QApplication

    return QApplication.activeModalWidget()
