"""Ctrl+K: one box over clients, events, complaints and actions; it asks the search room."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from vipdesk.ui.actions import Action, shown
from vipdesk.ui.context import Link
from vipdesk.ui.theme import icons
from vipdesk.ui.widgets.card import column, hairline
from vipdesk.ui.widgets.labels import Body
from vipdesk.ui.widgets.speaking import Speaking
from vipdesk.wording import Lang, say

if TYPE_CHECKING:
    from vipdesk.search import Hit
    from vipdesk.ui.context import Context

Index = QModelIndex | QPersistentModelIndex
_REST_MS = 90  # a hand that types presses the next key sooner
_PAUSE_MS = 0  # letters of one stroke, or of a paste; what is overtaken is never read
_LIMIT = 12
_ROWS = 9
_ENTRY = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the palette: something found, or an action."""

    icon: str
    words: str
    second: str = ""
    key: str = ""
    link: Link | None = None
    action: Action | None = None


class _Line(QStyledItemDelegate):
    """Icon, words, quiet second words, shortcut at the right."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One height."""
        return QSize(200, self._context.look.px(self._context.look.tokens.size.row))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> None:
        """Draw a line."""
        look, entry = self._context.look, index.data(_ENTRY)
        pens, box = look.pens, QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(pens.ink("selected"))
            painter.drawRoundedRect(box.adjusted(4, 1, -4, -1), 6, 6)
            bar = QRectF(box.left() + 4, box.top() + 8, 3, box.height() - 16)
            painter.fillRect(bar, pens.ink("accent"))
        icons.paint(
            painter, look, entry.icon, QRectF(box.left() + 16, box.center().y() - 8, 16, 16)
        )
        if entry.key:
            key = QRectF(box.right() - 140, box.top(), 124, box.height())
            pens.line(painter, key, entry.key, "caption", "text3", Qt.AlignmentFlag.AlignRight)
        words = box.adjusted(44, 0, -16 if not entry.key else -150, 0)
        left = Qt.AlignmentFlag.AlignLeft
        used = pens.line(painter, words, entry.words, "body", "text", left) + 12
        if entry.second and words.width() - used > 40:
            rest = words.adjusted(used, 0, 0, 0)
            pens.line(painter, rest, entry.second, "caption", "text3", left)


class _Box(QLineEdit):
    """Keys of the list go to the list."""

    def __init__(self, palette: CommandPalette) -> None:
        super().__init__()
        self._palette = palette

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, Down, Enter, Esc."""
        if not self._palette.take_key(event.key()):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A click elsewhere closes it."""
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason):
            self._palette.shut()


class CommandPalette(QFrame, Speaking):
    """A popover at the top of the window."""

    def __init__(self, context: Context, host: QWidget) -> None:
        super().__init__(host)
        self.listen(context)
        self.setProperty("kind", "popover")
        self._host = host
        self._actions: tuple[Action, ...] = ()
        self._found: tuple[Entry, ...] = ()
        self._before: QWidget | None = None
        self.box = _Box(self)
        self.box.setProperty("kind", "bare")
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(_Line(context, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.itemClicked.connect(self._on_clicked)
        self.list.currentItemChanged.connect(self._on_current)
        self.nothing = Body(context, say("Nothing found. Try fewer letters."), ink="text2")
        self.nothing.setContentsMargins(16, 4, 16, 12)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._search)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._search_all)
        self._asked, self._hasty = False, False
        self.box.textChanged.connect(self._on_text_changed)
        self.setLayout(column(self.box, hairline(), self.list, self.nothing, gap=8, margin=8))
        self.speak(_name_box=say("Find a client, an event or an action"))
        self.restyle()
        self.hide()

    def ask(self, actions: Sequence[Action]) -> None:
        """Open it over these actions."""
        self._actions, self._found = tuple(actions), ()
        self._asked, self._hasty = False, False
        self._before = self._host.window().focusWidget()
        self.box.clear()
        self._fill()
        self.show()
        self.raise_()
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def shut(self) -> None:
        """Close it; the focus goes back where it was."""
        if self.isHidden():
            return
        self._rest.stop()
        self._asked, self._hasty = False, False
        self.hide()
        if self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)

    def take_key(self, key: int) -> bool:
        """Move, choose, close; True if the key was for the list."""
        match key:
            case Qt.Key.Key_Down | Qt.Key.Key_Up:
                step = 1 if key == Qt.Key.Key_Down else -1
                count = max(1, self.list.count())
                self.list.setCurrentRow((self.list.currentRow() + step) % count)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self._asked:
                self._hasty = True  # what is listed was found for fewer letters
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._choose(self.list.currentItem())
            case Qt.Key.Key_Escape:
                self.shut()
            case _:
                return False
        return True

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is listed now."""
        return tuple(self.list.item(i).data(_ENTRY) for i in range(self.list.count()))

    def restyle(self) -> None:
        """Font of the present size."""
        self.box.setFont(self.context.look.font("subtitle"))

    def _name_box(self, name: str) -> None:
        self.box.setPlaceholderText(name)
        self.box.setAccessibleName(name)
        self.list.setAccessibleName(name)

    def _on_text_changed(self, text: str) -> None:
        self._rest.stop()
        self._hasty = False
        self._asked = bool(text.strip()) and self.context.runner.office is not None
        if self._asked:
            self._pause.start()
        else:
            self._pause.stop()
            self._found = ()
            self._fill()

    def _search(self) -> None:
        from vipdesk.search import find_at_once

        self._ask_for(find_at_once, self._on_found)

    def _search_all(self) -> None:
        from vipdesk.search import find

        self._ask_for(find, self._on_all_found)

    def _search_beyond(self) -> None:
        from vipdesk.search import find_beyond

        self._ask_for(find_beyond, self._on_all_found)

    def _ask_for(self, search: Any, then: Callable[[Sequence[Any]], None]) -> None:
        typed = self.box.text().strip()
        if typed and self.context.runner.office is not None:
            ask = partial(_read, search=search, typed=typed, lang=self.context.words.lang)
            self.context.runner.read(
                ask, then, owner=self, topic="find", failed=self._on_not_searched
            )

    def _on_found(self, rows: Sequence[Any]) -> None:
        """Names and numbers are there; what is written follows when the typing rests."""
        if rows:
            self._rest.start()
            self._show(rows)
        else:
            self._search_beyond()

    def _on_all_found(self, rows: Sequence[Any]) -> None:
        """Whoever has gone down the list stays on the line."""
        at = self.list.currentItem()
        link = at.data(_ENTRY).link if at is not None and self.list.currentRow() else None
        self._show(rows)
        for place, entry in enumerate(self.entries):
            if link is not None and entry.link == link:
                self.list.setCurrentRow(place)

    def _on_not_searched(self, _error: Exception) -> bool:
        self._show(())
        return False

    def _show(self, rows: Sequence[Any]) -> None:
        self._found = tuple(
            Entry(
                icon=_ICONS.get(str(row.kind), "arrow-right"),
                words=self.context.text(row.title),
                second=self.context.text(row.why or row.detail),
                link=Link(_LINKS.get(row.opens, str(row.opens)), row.id),
            )
            for row in rows
        )
        self._asked = False
        self._fill()
        if self._hasty:
            self._hasty = False
            self._choose(self.list.currentItem())

    def _fill(self) -> None:
        typed = self.box.text().strip().casefold()
        actions = tuple(
            self._line(a)
            for a in self._actions
            if all(part in self.context.text(a.title).casefold() for part in typed.split())
        )
        self.list.clear()
        for entry in (*self._found, *actions):
            item = QListWidgetItem(entry.words)
            item.setData(_ENTRY, entry)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.nothing.setVisible(self.list.count() == 0)
        self.list.setVisible(self.list.count() > 0)
        self._place()

    def _line(self, action: Action) -> Entry:
        key = shown(action.shortcut) if action.shortcut else ""
        return Entry(action.icon, self.context.text(action.title), key=key, action=action)

    def _place(self) -> None:
        look = self.context.look
        rows = min(_ROWS, self.list.count())
        self.list.setFixedHeight(rows * look.px(look.tokens.size.row) + 4)
        width = min(640, self._host.width() - 96)
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((self._host.width() - width) // 2, 72)

    def _on_current(self, item: QListWidgetItem | None) -> None:
        link = item.data(_ENTRY).link if item is not None else None
        self.context.ahead.expect(link.id if link is not None and link.kind == "client" else None)

    def _on_clicked(self, item: QListWidgetItem) -> None:
        self._choose(item)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        entry: Entry = item.data(_ENTRY)
        self.shut()
        if entry.link is not None:
            self.context.open(entry.link)
        elif entry.action is not None:
            entry.action.run()


def _read(desk: Any, search: Any, typed: str, lang: Lang) -> tuple[Hit, ...]:
    """What was found, in the reader's letters."""
    from vipdesk.search import in_latin

    hits: tuple[Hit, ...] = search(desk, typed, _LIMIT)
    return in_latin(desk, hits) if lang is Lang.EN else hits


_ICONS = {
    "client": "client", "person": "person", "note": "note", "event": "event", "venue": "event",
    "complaint": "lock", "card": "card",
}  # fmt: skip
_LINKS = {"venue": "events"}
