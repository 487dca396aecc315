"""Draws every posture of every exercise on sheets of pictures, to look at and compare.

Usage: contact_sheet.py OUT_DIR [--width 320] [--height 240]
"""

from __future__ import annotations

import argparse
import os
import tomllib
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from coach.domain.exercise import Catalog, Exercise, Variant, parse_catalog
from coach.domain.scene import Scene, build_scene
from coach.gui.figure_frame import figure_frame, top_view_frame
from coach.gui.widgets.figure import FigureColors, paint_figure
from coach.gui.widgets.top_view import TopViewColors, paint_top_view

RESOURCES = Path(__file__).resolve().parent.parent / "resources" / "exercises"
THEMES = {
    "light": ("#28536b", "#9db8c4", "#f6f1e8", "#ee7d4b", "#e9e1d4", "#d8cbb8", "#6f675e"),
    "dark": ("#dbe9ee", "#5f7f8d", "#0f171b", "#ff9468", "#26343c", "#49525a", "#8b959c"),
}


def colors(theme: str) -> FigureColors:
    return FigureColors(*(QColor(name) for name in THEMES[theme]))


def load() -> Catalog:
    files = sorted(RESOURCES.glob("*.toml"))
    return parse_catalog({file.name: tomllib.loads(file.read_text("utf-8")) for file in files})


def cells(exercise: Exercise) -> list[tuple[str, Scene]]:
    """Every posture that some phase of a variant uses."""
    found = []
    for variant in exercise.variants.values():
        for name in dict.fromkeys(variant.motion.values()):
            found.append((f"{variant.id} · {name}", _scene(variant, name, 1.0)))
        found.append((f"{variant.id} · left", _scene(variant, variant.still, -1.0)))
    return found


def _scene(variant: Variant, pose: str, facing: float) -> Scene:
    return build_scene(variant, variant.poses[pose], facing)


def sheet(exercise: Exercise, theme: str, width: int, height: int, columns: int = 5) -> QImage:
    pictures = cells(exercise)
    rows = -(-len(pictures) // columns)
    image = QImage(width * columns, height * rows, QImage.Format.Format_RGB32)
    palette = colors(theme)
    image.fill(palette.outline)
    painter = QPainter(image)
    for index, (label, scene) in enumerate(pictures):
        cell = QRectF(index % columns * width, index // columns * height, width, height)
        _cell(painter, cell, label, scene, palette)
    painter.end()
    return image


def _cell(painter: QPainter, cell: QRectF, label: str, scene: Scene, palette: FigureColors) -> None:
    paint_figure(painter, cell.adjusted(12, 24, -12, -12), figure_frame(scene), palette)
    painter.setPen(palette.near)
    painter.setFont(QFont("Inter", 8))
    painter.drawText(cell.adjusted(8, 4, -8, -4), Qt.AlignmentFlag.AlignTop, label)
    top = top_view_frame(scene)
    if top is not None:
        ring = TopViewColors(palette.near, palette.far, palette.prop, palette.accent)
        paint_top_view(painter, QRectF(cell.right() - 74, cell.top() + 8, 64, 64), top, ring)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--width", type=int, default=320)
    parser.add_argument("--height", type=int, default=240)
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QGuiApplication([])
    options.out.mkdir(parents=True, exist_ok=True)
    for exercise in load().values():
        for theme in THEMES:
            image = sheet(exercise, theme, options.width, options.height)
            image.save(str(options.out / f"{exercise.id}-{theme}.png"))
    app.quit()


if __name__ == "__main__":
    main()
