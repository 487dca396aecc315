"""The contact sheet: pages with every posture of the figure, to be looked at by people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from coach.app.figure_index import index_html
from coach.app.figure_rows import Row, Shot, rows
from coach.domain.book import Book
from coach.domain.exercise_model import Exercise, Variant
from coach.gui.figure_frame import figure_frame, top_view_frame
from coach.gui.pages.player_picture import top_view_colors
from coach.gui.stills import figure_colors
from coach.gui.theme import Size, Theme, Token, Weight
from coach.gui.widgets.figure import paint_figure
from coach.gui.widgets.top_view import paint_views

COLUMNS = 6
_CELL_W, _CELL_H, _LABEL, _GAP, _EDGE = 264, 224, 24, 8, 20
_STRIP_H = 128
_HEAD, _ROW_HEAD = 64, 34
_WIDTH = 2 * _EDGE + COLUMNS * (_CELL_W + _GAP) - _GAP
_VIEW_PX = 78
MOST_ROWS = 3
INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class SheetPage:
    """One picture of the sheet: its file name and what it shows."""

    file: str
    title: str
    postures: int


def write_figures(book: Book, out: Path, theme: Theme) -> Iterator[SheetPage]:
    """Leave a PNG for each variant and an index in ``out``; yields each page when it is written.

    Needs a QGuiApplication with the fonts loaded. Raises ``OSError``.
    """
    out.mkdir(parents=True, exist_ok=True)
    pages = []
    for exercise in book.catalog.values():
        for variant in exercise.variants.values():
            for page in _write_pages(book, exercise, variant, out, theme):
                pages.append(page)
                yield page
    listed = [(page.file, page.title) for page in pages]
    ground, ink = theme.color(Token.BACKGROUND).name(), theme.color(Token.INK).name()
    (out / INDEX).write_text(index_html(listed, ground, ink), encoding="utf-8")


def _write_pages(
    book: Book, exercise: Exercise, variant: Variant, out: Path, theme: Theme
) -> Iterator[SheetPage]:
    """A few rows on each page, so that it can be looked at as a whole."""
    text = exercise.text(book.language)
    title = f"{text.name} · {exercise.variant_text(variant, book.language).name}"
    for number, some in enumerate(batched(rows(book, exercise, variant), MOST_ROWS), start=1):
        name = f"{exercise.id}-{variant.id}-{number}"
        page = SheetPage(f"{name}.png", f"{title} · {number}", sum(len(r.shots) for r in some))
        if not page_image(some, page.title, name, theme).save(str(out / page.file)):
            raise OSError(f"{out / page.file} cannot be written")
        yield page


def batched(found: Sequence[Row], most: int) -> Iterator[Sequence[Row]]:
    """Cut into runs of at most ``most``."""
    for start in range(0, len(found), most):
        yield found[start : start + most]


def page_image(found: Sequence[Row], title: str, ids: str, theme: Theme) -> QImage:
    """All rows of a variant, one under the other, each with its motion strip."""
    image = QImage(_WIDTH, _HEAD + sum(map(_row_height, found)) + _EDGE, QImage.Format.Format_RGB32)
    image.fill(theme.color(Token.BACKGROUND))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _text(painter, theme, QPointF(_EDGE, 42), title, Token.INK, Size.DISPLAY - 6, Weight.BOLD)
    at = QPointF(_WIDTH - _EDGE - 340, 42)
    _text(painter, theme, at, ids, Token.SOFT, Size.BODY, Weight.REGULAR)
    top = float(_HEAD)
    for row in found:
        _paint_row(painter, row, top, theme)
        top += _row_height(row)
    painter.end()
    return image


def _lines(row: Row) -> int:
    return -(-len(row.shots) // COLUMNS)


def _row_height(row: Row) -> int:
    return _ROW_HEAD + _lines(row) * (_CELL_H + _LABEL + _GAP) + _STRIP_H + _GAP


def _paint_row(painter: QPainter, row: Row, top: float, theme: Theme) -> None:
    at = QPointF(_EDGE, top + 22)
    _text(painter, theme, at, _row_title(row), Token.INK, Size.TITLE, Weight.SEMI_BOLD)
    top += _ROW_HEAD
    for number, shot in enumerate(row.shots):
        line, column = divmod(number, COLUMNS)
        left = _EDGE + column * (_CELL_W + _GAP)
        cell = QRectF(left, top + line * (_CELL_H + _LABEL + _GAP), _CELL_W, _CELL_H)
        _paint_shot(painter, shot, cell, theme)
    top += _lines(row) * (_CELL_H + _LABEL + _GAP)
    _paint_strip(painter, row.strip, QRectF(_EDGE, top, _WIDTH - 2 * _EDGE, _STRIP_H), theme)


def _row_title(row: Row) -> str:
    parts = [f"{row.side} side" if row.side else "", f"position {row.position}"]
    named = [part for part in (parts if row.position else parts[:1]) if part]
    kinds = dict.fromkeys(shot.phase.kind.value for shot in row.shots)
    return " · ".join([*named, " → ".join(kinds)])


def _ground(painter: QPainter, rect: QRectF, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(Token.CARD))
    painter.drawRoundedRect(rect, 10, 10)


def _paint_shot(painter: QPainter, shot: Shot, cell: QRectF, theme: Theme) -> None:
    _ground(painter, cell, theme)
    colors = figure_colors(theme, Token.CARD)
    inner = cell.adjusted(8, 6, -8, -6)
    top = top_view_frame(shot.scene)
    if top is not None:
        width = _VIEW_PX * top.views
        corner = QRectF(cell.right() - width - 4, cell.top() + 4, width, _VIEW_PX)
        paint_views(painter, corner, top, top_view_colors(theme))
        inner.setRight(corner.left() + _VIEW_PX / 2)
    paint_figure(painter, inner, figure_frame(shot.scene), colors)
    token, weight = (Token.INK, Weight.SEMI_BOLD) if shot.is_key else (Token.SOFT, Weight.REGULAR)
    below = QPointF(cell.left() + 4, cell.bottom() + 17)
    _text(painter, theme, below, _shot_title(shot), token, Size.SMALL, weight)


def _shot_title(shot: Shot) -> str:
    share = "" if shot.is_key else f" {shot.share:.0%}"
    seconds = shot.share * shot.phase.duration_ms / 1000
    return f"{shot.phase.kind}{share} · {seconds:.1f} s"


def _paint_strip(painter: QPainter, strip: Sequence[Shot], rect: QRectF, theme: Theme) -> None:
    _ground(painter, rect, theme)
    width = rect.width() / len(strip)
    colors = figure_colors(theme, Token.CARD)
    for number, shot in enumerate(strip):
        spot = QRectF(rect.left() + number * width, rect.top(), width, rect.height())
        paint_figure(painter, spot.adjusted(2, 5, -2, -5), figure_frame(shot.scene), colors)


def _text(
    painter: QPainter,
    theme: Theme,
    at: QPointF,
    words: str,
    token: Token,
    size: float,
    weight: Weight,
) -> None:
    painter.setFont(theme.font(size, weight))
    painter.setPen(theme.color(token))
    painter.drawText(at, words)
