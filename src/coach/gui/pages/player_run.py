"""The running set: figure, ring, words and buttons, to be read from the mat."""

from __future__ import annotations

from dataclasses import fields
from operator import attrgetter

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from coach.app.run_view import RunView
from coach.domain.scene import Scene
from coach.gui.pages.player_controls import RunControls
from coach.gui.pages.player_head import RunHead
from coach.gui.pages.player_keys import PlayerKeys
from coach.gui.pages.player_notice import PlayerNotice
from coach.gui.pages.player_pace import PaceBar
from coach.gui.pages.player_picture import RunPicture
from coach.gui.theme import Theme, current_theme
from coach.gui.widgets.base import Themed

_FITS = frozenset({QEvent.Type.LayoutRequest, QEvent.Type.Resize})
TIGHT_WIDTH_PX, TIGHT_HEIGHT_PX, NARROW_PX = 900, 640, 560

QUARTER_MS = 250
"""How often the time left is looked at: progress goes half a pixel in that time, and the seconds
that are shown change only where such a stretch begins."""

_MOVING = {"fraction", "breath", "seconds_left", "segments", "left_ms", "position_ms"}
_standing = attrgetter(*(one.name for one in fields(RunView) if one.name not in _MOVING))


class RunPanel(Themed, QWidget):
    """Shows one ``RunView``; ``happened`` carries what the user does.

    Everything fits without scrolling as long as the window has room for it at all.
    """

    happened = Signal(object)

    def __init__(self, keys: PlayerKeys, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = RunHead()
        self.picture = RunPicture()
        self.notice = PlayerNotice(keys)
        self.pace = PaceBar(keys)
        self.controls = RunControls(keys)
        self.notice.chosen.connect(self.happened)
        self.pace.happened.connect(self.happened)
        self.controls.happened.connect(self.happened)
        self._shown: tuple[object, ...] = ()
        self._quarter = -1
        self._content = QWidget()
        self._content.setObjectName("scroll_content")
        self._whole = QVBoxLayout(self._content)
        self._whole.addWidget(self.head)
        self._whole.addWidget(self.picture, 1)
        self._whole.addWidget(self.notice)
        self._whole.addWidget(self.pace)
        self._whole.addWidget(self.controls)
        self._area = self._scroll_area()
        self._content.installEventFilter(self)
        self._seen = QSize()
        self.setAccessibleName(self.tr("Exercise under way"))
        self.restyle(current_theme())

    def _scroll_area(self) -> QScrollArea:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.viewport().setAutoFillBackground(False)
        area.setWidget(self._content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
        return area

    def restyle(self, theme: Theme) -> None:
        width, height = self.width(), self.height()
        tight = width < theme.px(TIGHT_WIDTH_PX) or height < theme.px(TIGHT_HEIGHT_PX)
        side = theme.space(20 if tight else 40)
        top = theme.space(14 if tight else 28)
        self._whole.setContentsMargins(side, top, side, theme.space(12))
        self._whole.setSpacing(theme.space(6 if tight else 18))
        self.head.arrange(theme, tight=tight, narrow=width < theme.px(NARROW_PX))
        self.picture.arrange(theme, width, tight=tight)
        self.pace.arrange(theme, tight=tight)
        self.controls.arrange(theme, tight=tight)
        self._seen = QSize()
        self._fit()

    def _fit(self) -> None:
        """Give the ring what the words and buttons leave of the height, before the next paint;
        where even the smallest one is too tall, the row of the pace makes way."""
        if self._seen != self._area.viewport().size():
            self._seen = self._area.viewport().size()
            self.pace.set_room(True)
        if self.picture.stretch_ring(self._spare_px()):
            self._whole.activate()
        if self._spare_px() < 0 and self.pace.set_room(False):
            self._whole.activate()
            self.picture.stretch_ring(self._spare_px())

    def _spare_px(self) -> int:
        view = self._area.viewport()
        return view.height() - self._whole.totalHeightForWidth(view.width())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self._content and event.type() in _FITS:
            self._fit()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.restyle(current_theme())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, 0)

    def set_silent(self, silent: bool) -> None:
        """Whether the eyes have to do for the ears."""
        if silent is not self.picture.silent:
            self.picture.silent = silent
            self.restyle(current_theme())

    def show_moment(self, view: RunView, scene: Scene) -> None:
        """Show one moment: words and buttons only where they differ from the moment before."""
        standing, quarter = _standing(view), view.left_ms // QUARTER_MS
        if standing != self._shown:
            self._shown = standing
            self.head.show_view(view)
            self.picture.show_words(view)
            self.notice.show_view(view)
            self.pace.show_view(view)
            self.controls.show_view(view)
        elif quarter != self._quarter:
            self.head.show_time(view)
        self._quarter = quarter
        self.picture.show_moment(view, scene)
