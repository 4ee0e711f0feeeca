"""Exactly what a guest gets, as the guest sees it: a mail, words, or every page of a letter."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QTextBrowser, QWidget

from vipdesk.pdf import page_count, page_picture
from vipdesk.ui.widgets import Caption, PictureView, Strong, column
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from vipdesk.ui.context import Context, Text

_PAGE_WIDTH = 900
_MOST_PAGES = 6  # of a letter, drawn
_SHEET = 297 / 210  # A4


def _drawn_pages(pdf: bytes) -> tuple[bytes, ...]:
    """Slow: for the worker."""
    pages = range(min(page_count(pdf), _MOST_PAGES))
    return tuple(page_picture(pdf, page=page, width=_PAGE_WIDTH) for page in pages)


class LetterPages(QScrollArea):
    """The pages of a letter one below the other, as wide as there is room."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._pages: list[PictureView] = []
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        inside = QWidget()
        inside.setProperty("kind", "scrolled")
        self._box = column(gap=12)
        self._box.setContentsMargins(0, 0, 8, 0)
        inside.setLayout(self._box)
        self._box.addStretch(1)
        self.setWidget(inside)

    @property
    def shown(self) -> int:
        """How many pages."""
        return len(self._pages)

    def show_pages(self, pages: tuple[bytes, ...]) -> None:
        """PNG of each page."""
        for old in self._pages:
            self._box.removeWidget(old)
            old.deleteLater()
        self._pages = [PictureView(self._context, radius=4) for _ in pages]
        for number, (view, png) in enumerate(zip(self._pages, pages, strict=True), 1):
            view.show_png(png, say("The letter, page {page}", page=number))
            self._box.insertWidget(number - 1, view)
        self._fit()
        self.verticalScrollBar().setValue(0)

    def sizeHint(self) -> QSize:
        """As much of a page as a sheet has room for."""
        return QSize(360, 420)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A page as wide as the view."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.width() - self.verticalScrollBar().sizeHint().width() - 8
        for view in self._pages:
            view.setFixedSize(max(wide, 1), max(round(wide * _SHEET), 1))


class WordsView(QWidget):
    """A heading, a line under it, and the words."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._drawn = 0
        self.heading = Strong(context, "", elide=True)
        self.second = Caption(context, "", ink="text2", elide=True)
        self.page = QTextBrowser()
        self.page.setOpenLinks(False)
        self.page.setAccessibleName(context.words(say("What the guest gets")))
        self.letter = LetterPages(context)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.page)
        self.stack.addWidget(self.letter)
        box = column(self.heading, self.second, gap=4)
        box.addWidget(self.stack, 1)
        self.setLayout(box)

    def show_words(
        self,
        heading: Text,
        second: Text,
        *,
        html: str = "",
        text: Say | str = "",
        pdf: bytes | None = None,
    ) -> None:
        """Show one message."""
        self.heading.show_text(heading)
        self.second.show_text(second)
        self._drawn += 1
        if pdf is not None:
            self._context.runner.background(
                partial(_drawn_pages, pdf), _Shown(self, self._drawn), owner=self
            )
            return
        self.stack.setCurrentWidget(self.page)
        if html:
            self.page.setHtml(html)
        else:
            self.page.setPlainText(self._context.words(text) if isinstance(text, Say) else text)

    def show_letter(self, pages: tuple[bytes, ...], number: int) -> None:
        """The pages are drawn; unless something else is looked at by now."""
        if number == self._drawn:
            self.letter.show_pages(pages)
            self.stack.setCurrentWidget(self.letter)


class _Shown:
    def __init__(self, view: WordsView, number: int) -> None:
        self._view, self._number = view, number

    def __call__(self, pages: tuple[bytes, ...]) -> None:
        self._view.show_letter(pages, self._number)
