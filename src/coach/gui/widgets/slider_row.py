"""A named slider with its value in words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QSlider, QWidget

from coach.gui.theme import Size, Theme, Weight, current_theme
from coach.gui.widgets.base import Themed
from coach.gui.widgets.text import Text, TextStyle

NAME = TextStyle(Size.BODY, Weight.MEDIUM, leading=1.3)
VALUE = TextStyle(Size.BODY, Weight.SEMI_BOLD, leading=1.3, tabular=True)


class _Slider(QSlider):
    """Leaves the wheel to the page: scrolling past must change nothing."""

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        event.ignore()


class SliderRow(Themed, QWidget):
    """Values are ``low`` to ``high`` in steps of ``step``; ``words`` turns one into text.

    ``changed`` comes when the user lets go or presses a key, not while dragging; the words
    follow the handle.
    """

    changed = Signal(int)

    def __init__(
        self,
        name: str,
        bounds: tuple[int, int],
        step: int,
        words: Callable[[int], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._step, self._words_of = step, words
        self._told = bounds[0]
        self._name = Text(name, NAME)
        self._value = Text("", VALUE, wrap=False, align=Qt.AlignmentFlag.AlignRight)
        self._value.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.slider = _Slider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(name)
        self.slider.setTracking(False)
        self.slider.setSingleStep(1)
        self.slider.setPageStep(2)
        self.slider.sliderMoved.connect(self._show_words)
        self.slider.valueChanged.connect(self._changed)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.addWidget(self._name, 0, 0)
        self._grid.addWidget(self._value, 0, 1)
        self._grid.addWidget(self.slider, 1, 0, 1, 2)
        self._grid.setColumnStretch(0, 1)
        self.set_bounds(*bounds)
        self.restyle(current_theme())

    def value(self) -> int:
        """The value shown."""
        return self.slider.value() * self._step

    def set_bounds(self, low: int, high: int) -> None:
        """Change what can be chosen, silently."""
        with QSignalBlocker(self.slider):
            self.slider.setRange(low // self._step, high // self._step)
        self._show_words(self.slider.value())

    def set_value(self, value: int) -> None:
        """Show a value, silently; one between two steps goes to the nearer."""
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(value / self._step))
        self._told = self.value()
        self._show_words(self.slider.value())

    def _changed(self, position: int) -> None:
        self._show_words(position)
        if self.value() != self._told:
            self._told = self.value()
            self.changed.emit(self.value())

    def _show_words(self, position: int) -> None:
        words = self._words_of(position * self._step)
        self._value.setText(words)
        self.slider.setAccessibleDescription(words)

    def restyle(self, theme: Theme) -> None:
        self._grid.setHorizontalSpacing(theme.space(12))
        self._grid.setVerticalSpacing(theme.space(4))
        self.slider.setMinimumHeight(theme.px(28))
        lowest, highest = self.slider.minimum(), self.slider.maximum()
        metrics = QFontMetricsF(theme.font(VALUE.size_px, VALUE.weight, tabular=True))
        longest = max(
            metrics.horizontalAdvance(self._words_of(at * self._step)) for at in (lowest, highest)
        )
        self._value.setMinimumWidth(round(longest) + 4)

    def sizeHint(self) -> QSize:  # noqa: N802
        theme = current_theme()
        hint = super().sizeHint()
        return hint.expandedTo(QSize(theme.px(220), hint.height()))
