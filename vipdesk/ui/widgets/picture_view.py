"""Shows a picture (a card, a seating plan): fits its width, keeps its shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vipdesk.ui.widgets.speaking import Speaking

if TYPE_CHECKING:
    from vipdesk.ui.context import Context, Text


class PictureView(QWidget, Speaking):
    """`view.show_png(bytes, say("Front of the card"))`; rounded corners, hairline edge."""

    def __init__(
        self,
        context: Context,
        *,
        width: int = 320,
        height: int = 200,
        radius: int = 8,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.listen(context)
        self._image = QImage()
        self._hint = QSize(width, height)
        self._radius = radius
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def show_png(self, data: bytes, name: Text) -> None:
        """Show PNG or JPEG bytes; `name` is what a screen reader says."""
        self.show_image(QImage.fromData(data), name)

    def show_image(self, image: QImage, name: Text) -> None:
        """Show an image."""
        self._image = image
        self.speak(setAccessibleName=name)
        self.update()

    @property
    def shown(self) -> bool:
        """Whether there is a picture."""
        return not self._image.isNull()

    def sizeHint(self) -> QSize:
        """As given."""
        return self._hint

    def restyle(self) -> None:
        """Another ink of the edge."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it as large as fits."""
        if self._image.isNull():
            return
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        box = QRectF((self.width() - size.width()) / 2, 0, size.width(), size.height())
        edge = QPainterPath()
        edge.addRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), self._radius, self._radius)
        painter.setClipPath(edge)
        painter.drawImage(box, self._image)
        painter.setClipping(False)
        painter.setPen(self.context.look.ink("border"))
        painter.drawPath(edge)
        painter.end()
