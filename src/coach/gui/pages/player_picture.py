"""The middle of the running set: figure, view from above, ring and the sentence that guides."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coach.app.run_view import RunView
from coach.domain.scene import Scene
from coach.gui.figure_frame import figure_frame, top_view_frame
from coach.gui.pages import player_words as words
from coach.gui.pages.player_head import put
from coach.gui.stills import figure_colors
from coach.gui.theme import Size, Theme, Token, Weight, current_theme
from coach.gui.widgets.breath_ring import BreathRing, RingState
from coach.gui.widgets.figure import FigureWidget
from coach.gui.widgets.kept import PICTURES, Kept
from coach.gui.widgets.text import Text, TextStyle
from coach.gui.widgets.top_view import TopView, TopViewColors, TopViewFrame

_CUE = TextStyle(20, Weight.MEDIUM)
_CUE_TIGHT = TextStyle(Size.BODY, Weight.MEDIUM, leading=1.35)
_SAID = TextStyle(28, Weight.BOLD, leading=1.25)
_SAID_TIGHT = TextStyle(20, Weight.BOLD, leading=1.25)
_CORNER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
RING_PX, COLUMN_PX = 254, 335
_TURNED_DEG, _BENT = 10.0, 0.5
LEAST_RING_PX, LEAST_FIGURE_PX = 64, 110


def top_view_colors(theme: Theme) -> TopViewColors:
    """The view from above in the colours of the figure."""
    return TopViewColors(
        near=theme.color(Token.FIGURE_NEAR),
        far=theme.color(Token.FIGURE_FAR),
        pelvis=theme.color(Token.LINE),
        accent=theme.color(Token.ACCENT),
    )


class RunPicture(QWidget):
    """The panel gives the ring its side by ``stretch_ring``. Where nothing can be heard
    (``silent``) the sentence is large: the eyes have to do for the ears."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = current_theme()
        self.reduced_motion = self.silent = False
        self._word = ""
        self._scene: Scene | None = None
        self._frames = Kept(figure_frame, PICTURES)
        self._most_px = self._side_px = RING_PX
        self.figure = FigureWidget(figure_colors(theme), solid=True)
        self.figure.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.figure.setMinimumHeight(LEAST_FIGURE_PX)
        self.top_view = TopView(top_view_colors(theme))
        self.ring = BreathRing()
        self.cue_label = Text("", _CUE)
        self._beside = QVBoxLayout()
        self._beside.addStretch(1)
        self._beside.addWidget(self.ring)
        self._beside.addWidget(self.cue_label)
        self._beside.addStretch(1)
        picture = QGridLayout()
        picture.addWidget(self.figure, 0, 0)
        picture.addWidget(self.top_view, 0, 0, _CORNER)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(picture, 1)
        self._row.addLayout(self._beside)

    def arrange(self, theme: Theme, width_px: int, *, tight: bool) -> None:
        """Share ``width_px`` between figure and ring."""
        column = min(theme.px(COLUMN_PX), round(max(width_px, 1) * (0.34 if tight else 0.36)))
        self._most_px = min(theme.px(RING_PX), column)
        self.ring.setFixedWidth(column)
        self.cue_label.setFixedWidth(column)
        usual, large = (_CUE_TIGHT, _SAID_TIGHT) if tight else (_CUE, _SAID)
        self.cue_label.set_style(large if self.silent else usual)
        self._row.setSpacing(theme.space(16 if tight else 25))
        self._beside.setSpacing(theme.space(6 if tight else 36))
        square = theme.space(76 if tight else 120)
        self.top_view.set_square(square)
        self.figure.set_colors(figure_colors(theme))
        self.top_view.set_colors(top_view_colors(theme))
        self.stretch_ring(0)

    def stretch_ring(self, by_px: int) -> bool:
        """Make the ring taller by that much, or smaller, within what reads well; true where that
        changed it."""
        least = min(current_theme().px(LEAST_RING_PX), self._most_px)
        wanted = max(least, min(self._most_px, self._side_px + by_px))
        if wanted == self._side_px and self.ring.maximumHeight() == wanted:
            return False
        self._side_px = wanted
        self.ring.setFixedHeight(wanted)
        self._row.activate()
        return True

    def show_words(self, view: RunView) -> None:
        """Show the sentence of a phase, and tell what the figure does."""
        cue = words.cue_line(view)
        put(self.cue_label, cue)
        self.figure.describe(view.name, cue)
        self._word = words.ring_word(view)

    def show_moment(self, view: RunView, scene: Scene) -> None:
        """Show figure and ring of one moment, after the words of its phase."""
        self.ring.show_state(
            RingState(
                fraction=view.fraction,
                breath=view.breath,
                number=words.ring_number(view),
                word=self._word,
                reduced_motion=self.reduced_motion,
            )
        )
        if scene is not self._scene:
            self._scene = scene
            self.figure.set_frame(self._frames.of(scene))
            self._show_top(scene)

    def _show_top(self, scene: Scene) -> None:
        top = top_view_frame(scene)
        self.top_view.setVisible(top is not None)
        self.top_view.set_frame(top)
        if top is not None:
            self.top_view.describe(self._second_view(top))

    def _second_view(self, top: TopViewFrame) -> str:
        """What the second view shows, in words: where the foot behind is, and where the trunk
        bends."""
        own, other = (self.tr("left"), self.tr("right"))[:: 1 if top.mirrored else -1]
        words = self.tr("From above: the {side} foot is straight behind")
        if top.turn_deg > _TURNED_DEG:
            words = self.tr("From above: the {side} foot is behind to the {other}")
        elif top.turn_deg < -_TURNED_DEG:
            words = self.tr("From above: the {side} foot is out to the {side}")
        if (top.lean or 0.0) > _BENT:
            words += "; " + self.tr("from behind: the trunk bends to the {other}")
        return words.format(side=own, other=other)
