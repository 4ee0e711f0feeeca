"""Icons: one stroke set of SVG files in resources/icons, drawn in a token's ink.

Every file is 20×20, stroke `currentColor`, 1.5 wide, round ends: our own drawing.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from vipdesk import paths

if TYPE_CHECKING:
    from vipdesk.ui.theme.look import Look

_SCALES = (1.0, 2.0)


@cache
def _drawing(name: str) -> str:
    return (paths.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def names() -> list[str]:
    """Every icon there is."""
    return sorted(p.stem for p in (paths.resources() / "icons").glob("*.svg"))


def pixmap(
    look: Look, name: str, size: int = 20, ink: str = "text2", scale: float = 1.0
) -> QPixmap:
    """An icon at `size` logical pixels in a token's ink; FileNotFoundError for a wrong name."""
    colour = look.colours.of(ink)
    # A page has hundreds of the same few. Qt's own cache goes with the application.
    key = f"icon {name} {size} {scale} {colour}"
    made = QPixmap()
    if QPixmapCache.find(key, made):
        return made
    made = QPixmap(round(size * scale), round(size * scale))
    made.setDevicePixelRatio(scale)
    made.fill(Qt.GlobalColor.transparent)
    drawing = _drawing(name).replace("currentColor", colour)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    QPixmapCache.insert(key, made)
    return made


def icon(look: Look, name: str, size: int = 20, ink: str = "text2") -> QIcon:
    """An icon for buttons: rest, and disabled ink."""
    made = QIcon()
    for scale in _SCALES:
        made.addPixmap(pixmap(look, name, size, ink, scale))
        made.addPixmap(pixmap(look, name, size, "disabled", scale), QIcon.Mode.Disabled)
    return made


def paint(painter: QPainter, look: Look, name: str, box: QRectF, ink: str = "text2") -> None:
    """Draw an icon straight into a box, as sharp as the device."""
    device = painter.device()
    scale = device.devicePixelRatioF() if device is not None else 1.0
    size = round(max(box.width(), box.height()))
    made = pixmap(look, name, size, ink, scale)
    painter.drawPixmap(box, made, QRectF(made.rect()))
