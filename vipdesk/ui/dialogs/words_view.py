"""Exactly what a guest gets, as the guest sees it: a mail, words, or the picture of a letter."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QTextBrowser, QWidget

from vipdesk.pdf import page_picture
from vipdesk.ui.widgets import Caption, PictureView, Strong, column
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.ui.context import Context, Text

_PAGE_WIDTH = 900


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
        self.picture = PictureView(context, width=320, height=380)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.page)
        self.stack.addWidget(self.picture)
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
        """Show one message; of a letter the first page."""
        self.heading.show_text(heading)
        self.second.show_text(second)
        self._drawn += 1
        if pdf is not None:
            draw = partial(page_picture, pdf, width=_PAGE_WIDTH)
            self._context.runner.background(draw, _Shown(self, self._drawn), owner=self)
            return
        self.stack.setCurrentWidget(self.page)
        if html:
            self.page.setHtml(html)
        else:
            self.page.setPlainText(self._context.words(text) if isinstance(text, Say) else text)

    def show_picture(self, png: bytes, number: int) -> None:
        """The page is drawn; unless something else is looked at by now."""
        if number == self._drawn:
            self.picture.show_png(png, say("The letter"))
            self.stack.setCurrentWidget(self.picture)


class _Shown:
    def __init__(self, view: WordsView, number: int) -> None:
        self._view, self._number = view, number

    def __call__(self, png: bytes) -> None:
        self._view.show_picture(png, self._number)
