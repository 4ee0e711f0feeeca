"""Lines of a card that are filled again for the next client instead of being made again.

Making seventy labels, badges and buttons costs more than all the reading of a client; changing
their words costs almost nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, TypeVar, cast
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from vipdesk.ui.widgets import Badge, Body, Button, Caption, Icon, IconButton, Tone, column, row
from vipdesk.ui.widgets.card import laid_out_once
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context, Text
    from vipdesk.ui.widgets.labels import Label

W = TypeVar("W", bound=QWidget)
_MAIN = ("text", "wrapped", "quiet")
_ORDER = (
    "link", "icon", "lead", *_MAIN, "after", "badge", "second", "visit", "remove",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class LineOf:
    """What one line shows, from left to right.

    style: 'text' (one line, cut), 'wrapped', or 'quiet' (small, wrapped). `badges`: two at most.
    `remove`: (part, id, its words) puts a button at the end; `visit`: a client's profile,
    `room` keeps its place free where there is none; `tab`: the whole line is a link to that tab.
    """

    text: Text
    icon: str = ""
    lead: Text = ""
    icon_ink: str = "text2"
    ink: str = "text"
    style: str = "text"
    after: Text = ""
    after_ink: str = "text3"
    after_name: Text = ""
    badges: tuple[tuple[Text, Tone], ...] = ()
    remove: tuple[str, UUID, Say] | None = None
    visit: UUID | None = None
    room: bool = False
    tab: str = ""
    selectable: bool = False


class Lines(QWidget):
    """`lines.show_lines((LineOf(…), …))`. What is pressed goes to the functions given."""

    def __init__(
        self,
        context: Context,
        *,
        gap: int = 6,
        on_remove: Callable[[], object] | None = None,
        on_visit: Callable[[], object] | None = None,
        on_tab: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.context = context
        self.on_remove, self.on_visit, self.on_tab = on_remove, on_visit, on_tab
        self._lines: list[_Line] = []
        self._box = column(gap=gap)
        self.setLayout(self._box)

    def show_lines(self, lines: Sequence[LineOf]) -> None:
        """Other words in the lines that are there; more lines only where there are too few."""
        with laid_out_once(self._box):
            self._show(lines)

    def _show(self, lines: Sequence[LineOf]) -> None:
        while len(self._lines) < len(lines):
            made = _Line(self)
            self._lines.append(made)
            self._box.addWidget(made)
        for made, data in zip(self._lines, lines, strict=False):
            made.show_line(data)
        for made in self._lines[len(lines) :]:
            if not made.isHidden():
                made.hide()


class _Line(QWidget):
    """Parts are made when a line first needs them; what stays the same is not touched."""

    def __init__(self, lines: Lines) -> None:
        super().__init__(lines)
        self._lines = lines
        self._parts: dict[str, QWidget] = {}
        self._icon = ("", "")
        self._shown: LineOf | None = None
        self._box = row(gap=8)
        self.setLayout(self._box)

    def show_line(self, data: LineOf) -> None:
        """Show it; parts it does not need are hidden."""
        if data != self._shown:
            self._shown = data
            wanted = self._link(data) if data.tab else self._words(data)
            with laid_out_once(self._box):
                for key, part in self._parts.items():
                    if part.isHidden() is (key in wanted):
                        part.setVisible(key in wanted)
        if self.isHidden():
            self.show()

    def _link(self, data: LineOf) -> set[str]:
        link = self._part("link", self._make_link)
        link.show_text(data.text)
        link.setProperty("tab", data.tab)
        return {"link"}

    def _words(self, data: LineOf) -> set[str]:
        wanted = {data.style}
        if data.icon:
            wanted.add("icon")
            self._show_icon(data.icon, data.icon_ink)
        if data.lead:
            wanted.add("lead")
            self._say(self._part("lead", self._make_caption), data.lead, "text3")
        main: Label = self._part(data.style, self._make_main(data.style))
        self._say(main, data.text, data.ink)
        flag = Qt.TextInteractionFlag
        flags = flag.TextSelectableByMouse if data.selectable else flag.NoTextInteraction
        if main.textInteractionFlags() != flags:
            main.setTextInteractionFlags(flags)
        if data.after:
            wanted.add("after")
            after = self._part("after", self._make_caption)
            self._say(after, data.after, data.after_ink)
            after.setAccessibleName(self._lines.context.text(data.after_name))
        for key, (words, tone) in zip(("badge", "second"), data.badges, strict=False):
            wanted.add(key)
            self._part(key, self._make_badge).show_badge(words, tone)
        return wanted | self._buttons(data)

    def _buttons(self, data: LineOf) -> set[str]:
        wanted: set[str] = set()
        if data.visit is not None:
            wanted.add("visit")
        if data.visit is not None or data.room or "visit" in self._parts:
            visit = self._part("visit", self._make_visit)
            visit.setProperty("client", str(data.visit or ""))
            policy = visit.sizePolicy()
            if policy.retainSizeWhenHidden() is not data.room:
                policy.setRetainSizeWhenHidden(data.room)
                visit.setSizePolicy(policy)
        if data.remove is not None:
            wanted.add("remove")
            part, row_id, words = data.remove
            button = self._part("remove", self._make_remove)
            button.setProperty("part", part)
            button.setProperty("row", str(row_id))
            button.speak(setToolTip=words, setAccessibleName=words)
        return wanted

    def _show_icon(self, name: str, ink: str) -> None:
        icon = self._part("icon", self._make_icon)
        if (name, ink) != self._icon:
            self._icon = (name, ink)
            icon.show_icon(name, ink)

    def _say(self, made: Label, text: Text, ink: str) -> None:
        made.show_text(text)
        if made.property("ink") != ink:
            made.set_ink(ink)

    def _part(self, key: str, make: Callable[[], W]) -> W:
        found = self._parts.get(key)
        if found is None:
            found = self._parts[key] = make()
            before = _ORDER[: _ORDER.index(key)]
            place = sum(1 for k in before if k in self._parts)
            side = Qt.AlignmentFlag.AlignLeft if key == "link" else Qt.AlignmentFlag(0)
            self._box.insertWidget(place, found, 1 if key in _MAIN else 0, side)
        return cast("W", found)

    def _make_main(self, style: str) -> Callable[[], Label]:
        context = self._lines.context
        if style == "quiet":
            return partial(Caption, context, wrap=True)
        return partial(Body, context, wrap=style == "wrapped", elide=style == "text")

    def _make_icon(self) -> Icon:
        return Icon(self._lines.context, "person")

    def _make_caption(self) -> Caption:
        return Caption(self._lines.context)

    def _make_badge(self) -> Badge:
        return Badge(self._lines.context)

    def _make_link(self) -> Button:
        return Button(self._lines.context, kind="link", on=self._lines.on_tab)

    def _make_visit(self) -> IconButton:
        words, on = say("Open the profile"), self._lines.on_visit
        return IconButton(self._lines.context, "chevron-right", words, on=on)

    def _make_remove(self) -> IconButton:
        return IconButton(self._lines.context, "close", "", on=self._lines.on_remove)
