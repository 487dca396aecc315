"""The moving figure of one exercise, on its panel; it moves only while played and seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent

from coach.app.exercise_preview import Preview
from coach.domain.exercise_model import Catalog
from coach.domain.motion import scene_at
from coach.gui.figure_frame import figure_frame
from coach.gui.stills import figure_colors
from coach.gui.theme import Theme, Token, current_theme
from coach.gui.widgets.card import Card
from coach.gui.widgets.figure import FigureWidget
from coach.gui.widgets.segment_bar import Segment, SegmentBar

FRAME_MS = 33
SLOW = 0.5


class MovingFigure(Card):
    """Plays a ``Preview`` round and round. ``reached`` carries each phase as it begins.

    ``clock`` gives milliseconds that never go back. With reduced motion the postures follow each
    other as stills and a bar fills in between.
    """

    reached = Signal(object)

    def __init__(self, catalog: Catalog, clock: Callable[[], float]) -> None:
        super().__init__(token=Token.BACKGROUND, padding_px=0, radius_px=14)
        self._catalog, self._clock = catalog, clock
        self._preview: Preview | None = None
        self._playing = self._reduced = False
        self._speed = 1.0
        self._played_ms = self._read_ms = 0.0
        self._index = -1
        self.figure = FigureWidget(figure_colors(current_theme()))
        self.bar = SegmentBar(self.tr("This movement"))
        self.bar.hide()
        self.body.addWidget(self.figure, 1)
        self.body.addWidget(self.bar)
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.tick)
        self.restyle(current_theme())

    def restyle(self, theme: Theme) -> None:
        super().restyle(theme)
        self.figure.set_colors(figure_colors(theme))
        self.body.setContentsMargins(0, theme.space(14), 0, theme.space(14))

    @property
    def playing(self) -> bool:
        """Whether the user wants it to move."""
        return self._playing

    @property
    def ticking(self) -> bool:
        """Whether a timer runs: playing and visible."""
        return self._timer.isActive()

    @property
    def place_ms(self) -> float:
        """Where in the preview's timeline the picture is."""
        return 0.0 if self._preview is None else self._preview.at(self._played_ms)

    def show_preview(self, preview: Preview, *, reduced_motion: bool) -> None:
        """Another movement, at its most telling posture; it goes on playing if it did."""
        self._preview, self._reduced = preview, reduced_motion
        self._played_ms = float(preview.rest_ms - preview.start_ms)
        self._read_ms = self._clock()
        self._index = -1
        self.bar.setVisible(reduced_motion)
        self._show()

    def set_playing(self, playing: bool) -> None:
        """Move, or stay where it is."""
        self._playing = playing
        self._run()

    def set_slow(self, slow: bool) -> None:
        """Half speed, or the speed of a session."""
        self._take_time()
        self._speed = SLOW if slow else 1.0

    def tick(self) -> None:
        """Take what the clock has moved on and show the posture of now."""
        self._take_time()
        self._show()

    def _take_time(self) -> None:
        now_ms = self._clock()
        if self.ticking:
            self._played_ms += (now_ms - self._read_ms) * self._speed
        self._read_ms = now_ms

    def _run(self) -> None:
        if self._playing and self.isVisible() and self._preview is not None:
            if not self._timer.isActive():
                self._read_ms = self._clock()
                self._timer.start()
            return
        self._take_time()
        self._timer.stop()

    def _show(self) -> None:
        preview = self._preview
        if preview is None:
            return
        place_ms = self.place_ms
        index = preview.timeline.index_at(int(place_ms))
        phase = preview.timeline.phases[index]
        shown_ms = phase.end_ms - 1 if self._reduced else place_ms
        scene = scene_at(self._catalog, preview.timeline, shown_ms)
        self.figure.set_frame(figure_frame(scene))
        if self._reduced:
            done = (place_ms - phase.start_ms) / phase.duration_ms
            self.bar.show_segments([Segment(1.0, done)])
        if index != self._index:
            self._index = index
            self.reached.emit(phase)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        super().showEvent(event)
        self._run()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        super().hideEvent(event)
        self._run()
