"""Line icons (Lucide), tinted with a theme colour and sharp at any pixel ratio."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from coach.system.resources import read_text


def icon_pixmap(name: str, color: QColor, size_px: int, ratio: float = 1.0) -> QPixmap:
    """The icon ``icons/NAME.svg`` in one colour, ``size_px`` square, drawn for ``ratio``.

    Raises ``ResourceError`` when there is no such icon.
    """
    side_px = max(1, round(size_px * ratio))
    key = f"coach-icon/{name}/{color.name()}/{side_px}/{ratio}"
    pixmap = QPixmap()
    if not QPixmapCache.find(key, pixmap):
        pixmap = _draw(name, color, side_px)
        pixmap.setDevicePixelRatio(ratio)
        QPixmapCache.insert(key, pixmap)
    return pixmap


def _draw(name: str, color: QColor, side_px: int) -> QPixmap:
    drawing = read_text(f"icons/{name}.svg").replace("currentColor", color.name())
    pixmap = QPixmap(side_px, side_px)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, side_px, side_px))
    painter.end()
    return pixmap
