"""Things that may be ticked or left: small chips in a row that wraps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from coach.gui.theme import Token, current_theme
from coach.gui.widgets.base import Themed, fill_round, smooth_painter
from coach.gui.widgets.chip_button import WORDS, ChipButton, Pick
from coach.gui.widgets.choice import draw_check
from coach.gui.widgets.flow import FlowLayout
from coach.gui.widgets.tab_order import stand_in_place
from coach.gui.widgets.text import Text

MARK_PX = 16


class _Box(Themed, QWidget):
    """The small box in a chip, empty or with its check mark."""

    def __init__(self) -> None:
        super().__init__()
        self._checked = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_checked(self, checked: bool) -> None:
        self._checked = checked
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        side = current_theme().px(MARK_PX)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        theme = current_theme()
        painter = smooth_painter(self)
        rect, radius = QRectF(self.rect()), float(theme.px(4))
        if self._checked:
            fill_round(painter, rect, radius, theme.color(Token.BREATH))
            draw_check(painter, rect, theme, Token.CARD)
        else:
            fill_round(painter, rect, radius, None, border=theme.color(Token.SOFT), border_px=1.5)
        painter.end()


class TickChip(ChipButton, QCheckBox):
    """One chip with a box; ticked, it has ground and edge of the breath colour too."""

    padding_px = (12, 7)

    def __init__(self, pick: Pick, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Text(pick.words, WORDS)
        self._mark = _Box()
        self.toggled.connect(self._mark.show_checked)
        self.assemble(pick, self._mark, self._words)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter ticks as Space does."""
        if Qt.Key(event.key()) in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)


class TickChips(QWidget):
    """``ticked(id, on)`` carries what the user changed."""

    ticked = Signal(str, bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._flow = FlowLayout(self)
        self._shown: tuple[Pick, ...] = ()
        self.chips: dict[str, TickChip] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_picks(self, picks: Sequence[Pick], on: Sequence[str]) -> None:
        """Show these, the ids of ``on`` ticked; the same ones again keep the focus."""
        if tuple(picks) != self._shown:
            self._replace(picks)
        for name, chip in self.chips.items():
            chip.setChecked(name in on)

    def _replace(self, picks: Sequence[Pick]) -> None:
        kept = {pick.id: self.chips[pick.id] for pick in picks if pick in self._shown}
        for name, chip in self.chips.items():
            self._flow.removeWidget(chip)
            if name not in kept:
                chip.hide()
                chip.deleteLater()
        self.chips = {pick.id: kept.get(pick.id) or self._chip(pick) for pick in picks}
        for chip in self.chips.values():
            self._flow.addWidget(chip)
            chip.show()
        self._shown = tuple(picks)
        self.updateGeometry()
        stand_in_place(self, tuple(self.chips.values()))

    def _chip(self, pick: Pick) -> TickChip:
        chip = TickChip(pick, self)
        chip.clicked.connect(lambda on: self.ticked.emit(pick.id, on))
        return chip
