"""A few ways to choose from, one at a time: chips in a row that wraps."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from coach.gui.widgets.chip_button import WORDS, ChipButton, Pick
from coach.gui.widgets.flow import FlowLayout
from coach.gui.widgets.text import Text

__all__ = ["Pick", "PickChip", "PickChips"]

_STOP = Qt.FocusPolicy.StrongFocus
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class PickChip(ChipButton, QRadioButton):
    """One chip; the chosen one has a ground and an edge of the breath colour."""

    def __init__(self, pick: Pick, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pick = pick
        self._words = Text(pick.words, WORDS)
        self._words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
        self.assemble(pick, self._words)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows are for the row: Qt would go by places, and past a line's end to odd ones."""
        if Qt.Key(event.key()) in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class PickChips(QWidget):
    """``picked`` carries the id that the user chose; Tab enters, arrows choose."""

    picked = Signal(str)

    def __init__(
        self, name: str, picks: Sequence[Pick] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._flow = FlowLayout(self)
        self._shown: tuple[Pick, ...] = ()
        self.chips: dict[str, PickChip] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.show_picks(picks, "")

    def show_picks(self, picks: Sequence[Pick], chosen: str) -> None:
        """Show these chips; the same ones again keep the focus where it is."""
        if tuple(picks) != self._shown:
            self._replace(picks)
        self.choose(chosen)

    def choose(self, name: str) -> None:
        """Show one as chosen, silently; Tab comes to it. An unknown id changes nothing."""
        if name not in self.chips:
            return
        self.chips[name].setChecked(True)
        for other, chip in self.chips.items():
            stop = other == name
            chip.setFocusPolicy(_STOP if stop else Qt.FocusPolicy.ClickFocus)

    def chosen(self) -> str:
        """The id of the chosen chip, empty while there is none."""
        return next((name for name, chip in self.chips.items() if chip.isChecked()), "")

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows choose the chip before or after, in the order of the row."""
        chips = list(self.chips.values())
        at = next((i for i, chip in enumerate(chips) if chip.hasFocus()), None)
        step = _STEPS.get(Qt.Key(event.key()))
        if at is None or step is None:
            super().keyPressEvent(event)
        elif 0 <= at + step < len(chips):
            chips[at + step].setFocus(Qt.FocusReason.TabFocusReason)
            chips[at + step].click()

    def _replace(self, picks: Sequence[Pick]) -> None:
        for chip in self.chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = {pick.id: PickChip(pick, self) for pick in picks}
        for name, chip in self.chips.items():
            chip.clicked.connect(lambda _checked=False, name=name: self.picked.emit(name))
            self._flow.addWidget(chip)
            chip.show()
        self._shown = tuple(picks)
