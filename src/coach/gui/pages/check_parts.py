"""The groups of answers on a screen of the readiness check: lists, rows, outlines, the scale."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QVBoxLayout, QWidget

from coach.app.check_views import OptionView, PartView
from coach.gui.theme import Theme, current_theme
from coach.gui.widgets.base import Themed
from coach.gui.widgets.choice import ChoiceButton
from coach.gui.widgets.flow import Columns
from coach.gui.widgets.outline import OutlineButton
from coach.gui.widgets.rating_scale import RatingScale
from coach.gui.widgets.text import STRONG, Text

STACK_BELOW_PX = 520


class AnswerPart(Themed, QWidget):
    """One group of answers. It shows what it is told and tells what was pressed: the index of an
    answer, or the rating. ``keyed`` follows where a key of the scale was used."""

    pressed = Signal(int)
    keyed = Signal()

    def __init__(self, view: PartView, name: str, *, row: bool = False) -> None:
        super().__init__()
        self.buttons: list[QAbstractButton] = []
        self.scale: RatingScale | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.setAccessibleName(view.label or name)
        if view.label:
            self._box.addWidget(Text(view.label, STRONG))
        if view.scale:
            self._add_scale(view.label or name)
        else:
            self._add_options(view, row=row)
        self.restyle(current_theme())

    def restyle(self, theme: Theme) -> None:
        self._box.setSpacing(theme.space(12))

    def _add_scale(self, name: str) -> None:
        self.scale = RatingScale(name)
        self.scale.rated.connect(self.pressed)
        self.scale.keyed.connect(self.keyed)
        self._box.addWidget(self.scale)

    def _add_options(self, view: PartView, *, row: bool) -> None:
        pictured = any(option.picture for option in view.options)
        beside = Columns(stack_below_px=STACK_BELOW_PX, gap_px=12) if row or pictured else None
        if beside is not None:
            self._box.addWidget(beside)
        for index, option in enumerate(view.options):
            button = self._button(index, option, many=view.many)
            if beside is not None and (row or option.picture):
                beside.add(button, top=False)
            else:
                self._box.addWidget(button)

    def _button(self, index: int, option: OptionView, *, many: bool) -> QAbstractButton:
        key = str(index + 1) if index < 9 else ""
        button: QAbstractButton
        if option.picture:
            button = OutlineButton(option.text, option.picture, key=key)
        else:
            button = ChoiceButton(option.text, key=key, multi=many)
        button.clicked.connect(lambda _checked=False, at=index: self.pressed.emit(at))
        self.buttons.append(button)
        return button

    def show_part(self, view: PartView) -> None:
        """Show what is chosen now."""
        for button, option in zip(self.buttons, view.options, strict=True):
            button.setChecked(option.chosen)
        if self.scale is not None and self.scale.rating() != view.rating:
            self.scale.set_rating(view.rating)

    def stops(self) -> list[QWidget]:
        """What the keyboard can reach, in order."""
        return [self.scale] if self.scale is not None else list(self.buttons)

    def has_focus(self) -> bool:
        """Whether the keyboard is in this part."""
        return any(stop.hasFocus() for stop in self.stops())

    def take_focus(self, index: int = 0) -> QWidget:
        """Bring the keyboard to an answer (or the scale); returns what has it."""
        target = self.stops()[index]
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return target
