"""Qt's own few words (file dialogs, menus of text fields) in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

if TYPE_CHECKING:
    from vipdesk.ui.context import Context


class QtWords(QObject):
    """Keeps Qt's catalogue of the present language installed; English needs none."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._translator = QTranslator(self)
        context.language_changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Install the catalogue of the language that is spoken now."""
        QCoreApplication.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        locale = QLocale(str(self._context.words.lang))
        if self._translator.load(locale, "qtbase", "_", folder):
            QCoreApplication.installTranslator(self._translator)
