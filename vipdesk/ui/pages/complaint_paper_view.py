"""A paper on the screen: drawn from memory page by page, no other program and no copy on disk."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QWidget

from vipdesk.complaints import paper_pages
from vipdesk.errors import UserError
from vipdesk.ui.widgets import (
    Button,
    Caption,
    Card,
    IconButton,
    PictureView,
    Strong,
    column,
    row,
    scrolled,
)
from vipdesk.wording import Say, say

if TYPE_CHECKING:
    from vipdesk.complaints.paper_pages import Page
    from vipdesk.complaints.papers import Paper, PaperRow
    from vipdesk.ui.context import Context

_WIDEST = 2400


class _Sheet(PictureView):
    """A page as wide as its place and as high as its shape asks."""

    def show_page(self, png: bytes, name: Say) -> None:
        """Another page."""
        self.show_png(png, name)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the shape."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        size = self._image.size()
        if self.shown and size.width():
            shown = min(self.width(), round(size.width() / self.devicePixelRatioF()))
            self.setFixedHeight(max(1, round(shown * size.height() / size.width())))

    def forget(self) -> None:
        """Nothing of the page stays in memory."""
        self.show_image(QImage(), "")


class PaperView(Card):
    """One paper: its name, its pages, and what can be done with it."""

    save_requested = Signal()
    remove_requested = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.row: PaperRow | None = None
        self._paper: Paper | None = None
        self._page = 0
        self.page: Page | None = None
        self.name = Strong(context, "", elide=True)
        self.back = IconButton(context, "chevron-left", say("Page before"), on=self._on_back)
        self.which = Caption(context, "")
        self.on = IconButton(context, "chevron-right", say("Next page"), on=self._on_on)
        self.save = Button(
            context, say("Save as…"), icon="export", on=self.save_requested.emit
        )  # fmt: skip
        self.trash = IconButton(
            context, "trash", say("Remove the document"), on=self.remove_requested.emit
        )
        head = row(gap=8)
        head.addWidget(self.name, 1)
        for part in (self.back, self.which, self.on, self.save, self.trash):
            head.addWidget(part)
        self.said = Caption(context, "", ink="text2", wrap=True)
        self.sheet = _Sheet(context, radius=2)
        self.words = QPlainTextEdit()
        self.words.setReadOnly(True)
        self.words.setUndoRedoEnabled(False)
        inside = QWidget()
        inside.setLayout(column(self.sheet, None, gap=0))
        self.area = scrolled(inside)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrows and Page Down read on
        nothing = QWidget()
        nothing.setLayout(column(self.said, None, gap=0))
        self.stack = QStackedWidget()
        for part_ in (nothing, self.area, self.words):
            self.stack.addWidget(part_)
        self._nothing = nothing
        self.body.addLayout(head)
        self.body.addWidget(self.stack, 1)
        self._offer()

    def invite(self, *, there: bool) -> None:
        """What stands here while no paper is looked at."""
        if self.row is None:
            self._say(
                say("Choose a document to look at it here.") if there
                else say("Scans, pictures and mails of the client. Drop files here or choose them: "
                         "at most 10 MB each.")
            )  # fmt: skip

    def expect(self, paper: PaperRow) -> None:
        """This document is on its way."""
        self.forget()
        self.row = paper
        self.name.show_text(paper.name)
        self._say(say("One moment …"))
        self._offer()

    def show_paper(self, paper: Paper) -> None:
        """Its bytes are here; whatever else was asked for meanwhile is not shown."""
        if self.row is not None and self.row.id == paper.id:
            self._paper, self._page = paper, 0
            self._draw()

    def take_failure(self, error: Exception) -> bool:
        """Why it is not shown; the buttons stay."""
        if isinstance(error, UserError):
            self._say(error.say)
            return True
        return False

    def forget(self) -> None:
        """Nothing is looked at any more, and nothing of it stays."""
        self.row = self._paper = self.page = None
        self.sheet.forget()
        self.words.clear()
        self.name.show_text("")
        self._say("")
        self._offer()

    def _draw(self) -> None:
        if self._paper is None:
            return
        width = min(_WIDEST, round(max(400, self.stack.width()) * self.devicePixelRatioF()))
        draw = partial(
            paper_pages.draw_page, self._paper.name, self._paper.content, page=self._page,
            width=width,
        )  # fmt: skip
        self.context.runner.background(
            draw, partial(self._show, self._paper), owner=self, topic="page",
            failed=self.take_failure,
        )  # fmt: skip

    def _show(self, paper: Paper, page: Page) -> None:
        if paper is not self._paper:
            return
        self.page, self._page = page, page.number
        if page.png:
            named = say("Page {page} of {count}", page=page.number + 1, count=page.count)
            self.sheet.show_page(page.png, named)
            self.stack.setCurrentWidget(self.area)
            self.area.verticalScrollBar().setValue(0)
        else:
            self.words.setPlainText(page.words)
            self.words.setAccessibleName(paper.name)
            self.stack.setCurrentWidget(self.words)
        self._offer()

    def _say(self, words: Say | str) -> None:
        self.said.show_text(words)
        self.stack.setCurrentWidget(self._nothing)

    def _offer(self) -> None:
        there, page = self.row is not None, self.page
        several = page is not None and page.count > 1
        self.save.setVisible(there)
        self.trash.setVisible(there and self.context.may("delete", "case_paper"))
        for part in (self.back, self.which, self.on):
            part.setVisible(several)
        if page is not None:
            self.which.show_text(
                say("Page {page} of {count}", page=page.number + 1, count=page.count)
            )
            self.back.setEnabled(page.number > 0)
            self.on.setEnabled(page.number + 1 < page.count)

    def _on_back(self) -> None:
        self._page -= 1
        self._draw()

    def _on_on(self) -> None:
        self._page += 1
        self._draw()
