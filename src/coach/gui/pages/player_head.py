"""The top of the running set: progress, time left, what it is and what comes next."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.app.run_view import RunView
from coach.gui.pages import player_words as words
from coach.gui.theme import Size, Theme, Token, Weight
from coach.gui.widgets.segment_bar import Segment, SegmentBar
from coach.gui.widgets.text import SMALL, Text, TextStyle

_NAME = TextStyle(Size.LARGE, Weight.BOLD, leading=1.15)
_NAME_TIGHT = TextStyle(24, Weight.BOLD, leading=1.15)
_COUNT = TextStyle(20, token=Token.SOFT, leading=1.3)
_COUNT_TIGHT = TextStyle(Size.BODY, token=Token.SOFT, leading=1.3)
_NEXT = TextStyle(18, Weight.SEMI_BOLD, leading=1.3)
_NEXT_TIGHT = TextStyle(Size.BODY, Weight.SEMI_BOLD, leading=1.3)
_LEFT = TextStyle(Size.BODY, Weight.SEMI_BOLD, Token.SOFT, leading=1.3, tabular=True)
_RIGHT = Qt.AlignmentFlag.AlignRight


def put(label: Text, text: str) -> None:
    """Change a label only where it differs: a frame mostly changes none."""
    if label.text() != text:
        label.setText(text)


class RunHead(QWidget):
    """``arrange`` is called by the panel, which knows how much room there is."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.progress = SegmentBar(self.tr("Progress of the session"))
        self.left_label = Text("", _LEFT, wrap=False, align=_RIGHT)
        self.name_label = Text("", _NAME)
        self.count_label = Text("", _COUNT)
        self.next_title = Text(self.tr("Next"), SMALL, align=_RIGHT)
        self.next_label = Text("", _NEXT, align=_RIGHT)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._top = QHBoxLayout()
        self._top.addWidget(self.progress, 1)
        self._top.addWidget(self.left_label)
        self._whole.addLayout(self._top)
        self._row = QHBoxLayout()
        self._columns = (
            self._column(self.name_label, self.count_label, stretch=3),
            self._column(self.next_title, self.next_label, stretch=2),
        )
        self._whole.addLayout(self._row)

    def _column(self, upper: Text, lower: Text, *, stretch: int) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(upper)
        column.addWidget(lower)
        column.addStretch(1)
        self._row.addLayout(column, stretch)
        return column

    def arrange(self, theme: Theme, *, tight: bool, narrow: bool) -> None:
        """Smaller words where it is tight; without what comes next where it is narrow."""
        self._whole.setSpacing(theme.space(6 if tight else 18))
        self._top.setSpacing(theme.space(20))
        self._row.setSpacing(theme.space(16))
        for column in self._columns:
            column.setSpacing(theme.space(2))
        self.name_label.set_style(_NAME_TIGHT if tight else _NAME)
        self.count_label.set_style(_COUNT_TIGHT if tight else _COUNT)
        self.next_label.set_style(_NEXT_TIGHT if tight else _NEXT)
        self._hold_left(QSize())
        for label in (self.next_title, self.next_label):
            label.setHidden(narrow)

    def show_view(self, view: RunView) -> None:
        """Show the words of one moment."""
        self.show_time(view)
        put(self.name_label, view.name)
        put(self.count_label, words.count_line(view))
        put(self.next_label, words.next_line(view.next))

    def show_time(self, view: RunView) -> None:
        """Show only how far it is."""
        self.progress.show_segments([Segment(*part) for part in view.segments])
        left = words.left_line(view)
        if left != self.left_label.text():
            self.left_label.setText(left)
            self._hold_left(self.left_label.size())

    def _hold_left(self, least: QSize) -> None:
        """Keep the label's size while its text fits: a label that may change size makes the whole
        page be laid out anew with every second."""
        wanted = self.left_label.sizeHint().expandedTo(least)
        if wanted != self.left_label.minimumSize():
            self.left_label.setFixedSize(wanted)
