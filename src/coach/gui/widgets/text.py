"""Words on a page: styles, real line spacing, wrapping that knows its height, ``**bold**`` runs."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from coach.gui.theme import Size, Theme, Token, Weight, current_theme
from coach.gui.widgets.base import Themed

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_UNBOUNDED_PX = 1e6
MEASURE_PX = 560
_KEPT_LAYOUTS = 8


@dataclass(frozen=True, slots=True)
class TextStyle:
    """Size in pixels at 100 %, weight, colour, line height as a multiple of the size."""

    size_px: float = Size.BODY
    weight: Weight = Weight.REGULAR
    token: Token = Token.INK
    leading: float = 1.45
    tabular: bool = False


DISPLAY = TextStyle(Size.DISPLAY, Weight.BOLD, leading=1.2)
LARGE = TextStyle(Size.LARGE, Weight.BOLD, leading=1.15)
TITLE = TextStyle(Size.TITLE, Weight.SEMI_BOLD, leading=1.3)
TIME = TextStyle(Size.BODY, Weight.SEMI_BOLD, Token.SOFT, leading=1.3, tabular=True)
STRONG = TextStyle(Size.BODY, Weight.SEMI_BOLD, leading=1.3)
BODY = TextStyle()
SOFT = TextStyle(token=Token.SOFT)
SMALL = TextStyle(Size.SMALL, token=Token.SOFT)


class Text(Themed, QLabel):
    """A label in one ``TextStyle``. ``text()`` is plain; ``**words**`` are set in bold.

    Wraps by default and grows in height; with ``wrap=False`` one line, elided at its end,
    with the whole text as tool tip.
    """

    def __init__(
        self,
        text: str = "",
        style: TextStyle = BODY,
        *,
        wrap: bool = True,
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._wrap = wrap
        self._bold: list[tuple[int, int]] = []
        self._layouts: dict[int, tuple[QTextLayout, float]] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        down = Qt.AlignmentFlag.AlignTop if wrap else Qt.AlignmentFlag.AlignVCenter
        self.setAlignment(align | down)
        self.setWordWrap(wrap)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)
        self.restyle(current_theme())
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802
        """Show ``text``; pairs of ``**`` mark bold words and are not shown."""
        plain, self._bold, at = "", [], 0
        for found in _BOLD.finditer(text):
            plain += text[at : found.start()]
            self._bold.append((len(plain), len(found.group(1))))
            plain += found.group(1)
            at = found.end()
        self._layouts.clear()
        super().setText(plain + text[at:])
        self.setAccessibleName(self.text())
        self.updateGeometry()

    def set_style(self, style: TextStyle) -> None:
        """Change size, weight or colour."""
        self._style = style
        self.refresh(current_theme())

    def restyle(self, theme: Theme) -> None:
        self._layouts.clear()
        style = self._style
        self.setFont(theme.font(style.size_px, style.weight, tabular=style.tabular))

    def line_px(self) -> float:
        """The height of one line."""
        return self.font().pixelSize() * self._style.leading

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        return self._wrap

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        inner = width - self._margins_px().width()
        height = self._laid(inner)[1] if self._wrap else self.line_px()
        return math.ceil(height) + self._margins_px().height()

    def sizeHint(self) -> QSize:  # noqa: N802
        natural = math.ceil(self._natural_px())
        if self._wrap:
            natural = min(natural, current_theme().px(MEASURE_PX))
        natural += self._margins_px().width()
        return QSize(natural, self.heightForWidth(natural))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        margins = self._margins_px()
        if self._wrap:
            metrics = QFontMetricsF(self._bold_font() if self._bold else self.font())
            widest = max(metrics.horizontalAdvance(word) for word in self.text().split() or [""])
        else:
            widest = current_theme().px(24)
        return QSize(math.ceil(widest) + 1, math.ceil(self.line_px())) + margins

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        painter = QPainter(self)
        painter.setPen(current_theme().color(self._style.token))
        inner = self.contentsRect()
        layout, height = self._laid(inner.width())
        spare = max(0.0, inner.height() - height)
        top = 0.0
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter:
            top = spare / 2
        elif self.alignment() & Qt.AlignmentFlag.AlignBottom:
            top = spare
        layout.draw(painter, QPointF(inner.left(), inner.top() + top), [], QRectF())
        painter.end()

    def _margins_px(self) -> QSize:
        around = self.contentsMargins()
        return QSize(around.left() + around.right(), around.top() + around.bottom())

    def _natural_px(self) -> float:
        if not self._bold:
            lines = self.text().split("\n")
            metrics = QFontMetricsF(self.font())
            return max(metrics.horizontalAdvance(line) for line in lines) + 1
        return self._arranged(_UNBOUNDED_PX, self.text()).maximumWidth() + 1

    def _laid(self, width: int) -> tuple[QTextLayout, float]:
        if width not in self._layouts:
            if len(self._layouts) > _KEPT_LAYOUTS:
                self._layouts.clear()
            shown = self.text()
            if not self._wrap:
                shown = QFontMetricsF(self.font()).elidedText(
                    shown, Qt.TextElideMode.ElideRight, width
                )
                self.setToolTip(self.text() if shown != self.text() else "")
            layout = self._arranged(width, shown)
            self._layouts[width] = (layout, layout.lineCount() * self.line_px())
        return self._layouts[width]

    def _arranged(self, width: float, shown: str) -> QTextLayout:
        layout = QTextLayout(shown.replace("\n", "\u2028"), self.font())
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._bold_run(*run) for run in self._bold])
        layout.beginLayout()
        step = self.line_px()
        lift = (step - QFontMetricsF(self.font()).height()) / 2
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, top + lift))
            top += step
        layout.endLayout()
        return layout

    def _bold_font(self) -> QFont:
        font = self.font()
        font.setWeight(Weight.BOLD.qt)
        return font

    def _bold_run(self, start: int, length: int) -> QTextLayout.FormatRange:
        run = QTextLayout.FormatRange()
        run.start, run.length = start, length
        style = QTextCharFormat()
        style.setFont(self._bold_font())
        style.setForeground(current_theme().color(Token.INK))
        run.format = style
        return run


def heading(text: str, subtitle: str = "") -> tuple[Text, Text]:
    """The two labels on top of a page: display size, and body size in soft colour."""
    return Text(text, DISPLAY), Text(subtitle, SOFT)
