"""The running set: figure, ring, words and buttons, to be read from the mat."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from coach.app.run_view import RunView
from coach.domain.scene import Scene
from coach.domain.session import RunStage
from coach.domain.session_facts import Command, Report
from coach.domain.terms import Discomfort
from coach.gui.figure_frame import figure_frame, top_view_frame
from coach.gui.pages import player_words as words
from coach.gui.pages.player_keys import PlayerKeys, toggled
from coach.gui.pages.player_notice import PlayerNotice
from coach.gui.stills import figure_colors
from coach.gui.theme import Size, Theme, Token, Weight, current_theme
from coach.gui.widgets.base import Themed
from coach.gui.widgets.breath_ring import BreathRing, RingState
from coach.gui.widgets.buttons import Button, ButtonKind
from coach.gui.widgets.figure import FigureWidget
from coach.gui.widgets.flow import FlowLayout
from coach.gui.widgets.segment_bar import Segment, SegmentBar
from coach.gui.widgets.text import SMALL, Text, TextStyle
from coach.gui.widgets.top_view import TopView, TopViewColors

NAME = TextStyle(Size.LARGE, Weight.BOLD, leading=1.15)
NAME_TIGHT = TextStyle(24, Weight.BOLD, leading=1.15)
COUNT = TextStyle(20, token=Token.SOFT, leading=1.3)
COUNT_TIGHT = TextStyle(Size.BODY, token=Token.SOFT, leading=1.3)
CUE = TextStyle(20, Weight.MEDIUM)
CUE_TIGHT = TextStyle(Size.BODY, Weight.MEDIUM, leading=1.35)
NEXT = TextStyle(18, Weight.SEMI_BOLD, leading=1.3)
NEXT_TIGHT = TextStyle(Size.BODY, Weight.SEMI_BOLD, leading=1.3)
LEFT = TextStyle(Size.BODY, Weight.SEMI_BOLD, Token.SOFT, leading=1.3)
_RIGHT = Qt.AlignmentFlag.AlignRight
_CENTRE = Qt.AlignmentFlag.AlignHCenter
TIGHT_WIDTH_PX, TIGHT_HEIGHT_PX, NARROW_PX = 900, 640, 560
RING_PX, SIDE_PX = 254, 335
LEAST_RING_PX, LEAST_FIGURE_PX = 90, 110
_NO_LIMIT = 16_000_000


def top_view_colors(theme: Theme) -> TopViewColors:
    """The view from above in the colours of the figure."""
    return TopViewColors(
        near=theme.color(Token.FIGURE_NEAR),
        far=theme.color(Token.FIGURE_FAR),
        pelvis=theme.color(Token.LINE),
        accent=theme.color(Token.ACCENT),
    )


class RunPanel(Themed, QWidget):
    """Shows one ``RunView``; ``happened`` carries what the user does."""

    happened = Signal(object)

    def __init__(self, keys: PlayerKeys, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._view: RunView | None = None
        self._voice = True
        self._reduced = False
        self._make_words()
        self._make_picture()
        self._make_buttons()
        self.notice = PlayerNotice(keys)
        self.notice.chosen.connect(self.happened)
        self._arrange()
        self.restyle(current_theme())

    def _make_words(self) -> None:
        self.progress = SegmentBar(self.tr("Progress of the session"))
        self.left_label = Text("", LEFT, wrap=False, align=_RIGHT)
        self.name_label = Text("", NAME)
        self.count_label = Text("", COUNT)
        self.next_title = Text(self.tr("Next"), SMALL, align=_RIGHT)
        self.next_label = Text("", NEXT, align=_RIGHT)
        self.cue_label = Text("", CUE)
        self.hint_label = Text("", SMALL, align=_CENTRE)

    def _make_picture(self) -> None:
        theme = current_theme()
        self.figure = FigureWidget(figure_colors(theme))
        self.figure.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.top_view = TopView(top_view_colors(theme))
        self.top_view.setAccessibleName(self.tr("The same from above"))
        self.ring = BreathRing()

    def _make_buttons(self) -> None:
        self.back = Button(self.tr("Back"), icon_name="skip-back")
        self.pause = Button(self.tr("Pause"), ButtonKind.INK, icon_name="pause")
        self.skip = Button(self.tr("Skip"), icon_name="skip-forward")
        self.hurts = Button(self.tr("Stop, this hurts"), ButtonKind.DANGER)
        self.tingling = Button(self.tr("Tingling"), ButtonKind.QUIET)
        self.dizzy = Button(self.tr("Dizzy"), ButtonKind.QUIET)
        self.wrong = Button(self.tr("Something is wrong"), ButtonKind.QUIET)
        for button, event in (
            (self.back, Command.BACK),
            (self.skip, Command.SKIP),
            (self.hurts, Report(Discomfort.SHARP)),
            (self.tingling, Report(Discomfort.TINGLING)),
            (self.dizzy, Report(Discomfort.DIZZY)),
            (self.wrong, Report(Discomfort.WRONG)),
        ):
            button.clicked.connect(lambda _=False, event=event: self.happened.emit(event))
        self.pause.clicked.connect(self._toggle)
        self.buttons = (
            self.back,
            self.pause,
            self.skip,
            self.hurts,
            self.tingling,
            self.dizzy,
            self.wrong,
        )
        for button in self.buttons:
            self._keys.watch(button)

    def _arrange(self) -> None:
        self._content = QWidget()
        self._content.setObjectName("scroll_content")
        self._content.installEventFilter(self)
        self._whole = QVBoxLayout(self._content)
        self._top = QHBoxLayout()
        self._top.addWidget(self.progress, 1)
        self._top.addWidget(self.left_label)
        self._whole.addLayout(self._top)
        self._whole.addLayout(self._head())
        self._whole.addLayout(self._middle(), 1)
        self._whole.addWidget(self.notice)
        self._whole.addLayout(self._button_rows())
        self._whole.addWidget(self.hint_label)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setWidget(self._content)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    def _button_rows(self) -> QBoxLayout:
        """Moving about, and what the body says: beside each other, or one below the other."""
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._rows.addStretch(0)
        for group in (self.buttons[:3], self.buttons[3:]):
            row = FlowLayout(centred=True)
            for button in group:
                row.addWidget(button)
            self._rows.addLayout(row)
        self._rows.addStretch(0)
        return self._rows

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        self._columns: list[QVBoxLayout] = []
        for labels, stretch in (
            ((self.name_label, self.count_label), 3),
            ((self.next_title, self.next_label), 2),
        ):
            column = QVBoxLayout()
            for label in labels:
                column.addWidget(label)
            column.addStretch(1)
            head.addLayout(column, stretch)
            self._columns.append(column)
        self._head_row = head
        return head

    def _middle(self) -> QHBoxLayout:
        self._beside = QVBoxLayout()
        self._beside.addStretch(1)
        self._beside.addWidget(self.ring)
        self._beside.addWidget(self.cue_label)
        self._beside.addStretch(1)
        self._middle_row = QHBoxLayout()
        picture = QGridLayout()
        picture.addWidget(self.figure, 0, 0)
        picture.addWidget(self.top_view, 0, 0, _RIGHT | Qt.AlignmentFlag.AlignTop)
        self._middle_row.addLayout(picture, 1)
        self._middle_row.addLayout(self._beside)
        return self._middle_row

    # ---- looks ----------------------------------------------------------------------------
    def restyle(self, theme: Theme) -> None:
        tight = self._tight(theme)
        side = theme.space(20 if tight else 40)
        self._whole.setContentsMargins(
            side, theme.space(14 if tight else 28), side, theme.space(12)
        )
        self._whole.setSpacing(theme.space(6 if tight else 18))
        self._top.setSpacing(theme.space(20))
        self._head_row.setSpacing(theme.space(16))
        for column in self._columns:
            column.setSpacing(theme.space(2))
        self._middle_row.setSpacing(theme.space(16 if tight else 25))
        self._beside.setSpacing(theme.space(6 if tight else 36))
        self.name_label.set_style(NAME_TIGHT if tight else NAME)
        self.count_label.set_style(COUNT_TIGHT if tight else COUNT)
        self.next_label.set_style(NEXT_TIGHT if tight else NEXT)
        self.cue_label.set_style(CUE_TIGHT if tight else CUE)
        self.hint_label.setVisible(not tight)
        narrow = self.width() < theme.px(NARROW_PX)
        for label in (self.next_title, self.next_label):
            label.setHidden(narrow)
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._rows.setDirection(below if tight else beside)
        self._rows.setSpacing(theme.space(8 if tight else 36))
        self._size_picture(theme, tight=tight)
        self.figure.set_colors(figure_colors(theme))
        self.top_view.set_colors(top_view_colors(theme))

    def _tight(self, theme: Theme) -> bool:
        return self.width() < theme.px(TIGHT_WIDTH_PX) or self.height() < theme.px(TIGHT_HEIGHT_PX)

    def _size_picture(self, theme: Theme, *, tight: bool) -> None:
        column = min(theme.px(SIDE_PX), round(max(self.width(), 1) * (0.34 if tight else 0.36)))
        self.ring.setFixedWidth(column)
        self._ring_most = min(theme.px(RING_PX), column)
        self._fit()
        self.cue_label.setFixedWidth(column)
        self.figure.setMinimumHeight(LEAST_FIGURE_PX)
        square = theme.space(76 if tight else 120)
        self.top_view.setFixedSize(QSize(square, square))

    def _fit(self) -> None:
        """Give the ring what the words and buttons leave of the height."""
        need = self._whole.totalHeightForWidth(self._area.viewport().width())
        spare = self._area.viewport().height() - need
        side = self.ring.maximumHeight() if self.ring.maximumHeight() < _NO_LIMIT else 0
        least = min(current_theme().px(LEAST_RING_PX), self._ring_most)
        wanted = max(least, min(self._ring_most, side + spare))
        if wanted != side:
            self.ring.setFixedHeight(wanted)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if watched is self._content and event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.restyle(current_theme())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(0, 0)

    # ---- what is shown ----------------------------------------------------------------------
    def set_reduced_motion(self, reduced: bool) -> None:
        """Still poses and a filling bar in place of the moving ring."""
        self._reduced = reduced

    def set_voice(self, *, on: bool, muted: bool) -> None:
        """What the hint line says about the sound."""
        if muted:
            sound = self.tr("M sound off")
        else:
            sound = self.tr("V voice on") if on else self.tr("V voice off")
        keys = self.tr("Space pauses  ·  ← → move by one set  ·  S stops  ·  F floor mode")
        self.hint_label.setText(f"{keys}  ·  {sound}")

    def show_moment(self, view: RunView, scene: Scene) -> None:
        """Show one moment."""
        self._view = view
        self.progress.show_segments([Segment(*part) for part in view.segments])
        self._set(self.left_label, words.left_line(view.left_ms))
        self._set(self.name_label, view.name)
        self._set(self.count_label, words.count_line(view))
        self._set(self.next_label, words.next_line(view.next))
        self._set(self.cue_label, words.cue_line(view))
        self._show_pause(view)
        self.ring.show_state(self._ring_state(view))
        self.figure.set_frame(figure_frame(scene))
        self.figure.describe(view.name, words.cue_line(view))
        top = top_view_frame(scene)
        self.top_view.setVisible(top is not None)
        self.top_view.set_frame(top)
        self.notice.show_view(view)

    def _ring_state(self, view: RunView) -> RingState:
        return RingState(
            fraction=view.fraction,
            breath=view.breath,
            number=str(view.seconds_left),
            word=words.phase_word(view.kind),
            reduced_motion=self._reduced,
        )

    def _show_pause(self, view: RunView) -> None:
        running = view.stage is RunStage.RUNNING
        text = self.tr("Pause") if running else self.tr("Continue")
        if self.pause.text() != text:
            self.pause.setText(text)
            self.pause.set_icon_name("pause" if running else "play")

    @staticmethod
    def _set(label: Text, text: str) -> None:
        if label.text() != text:
            label.setText(text)

    def _toggle(self) -> None:
        if self._view is not None:
            self.happened.emit(toggled(self._view))
