"""One exercise: the moving figure, how to do it, why, easier and harder, where it comes from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent

from coach.app.exercise_view import ExerciseView
from coach.app.lengths import clock
from coach.domain.book import Book
from coach.domain.scene import still
from coach.domain.terms import Side
from coach.domain.timeline import Phase
from coach.gui.figure_frame import top_view_frame
from coach.gui.page import ScrollPage
from coach.gui.pages.exercise_cards import CareCard, HowCard, OriginCard, VariantCard, WhyCard
from coach.gui.pages.exercise_figure import MovingFigure
from coach.gui.pages.exercise_top_views import Place, TopViews
from coach.gui.theme import Theme, current_theme
from coach.gui.widgets.banner import Banner, BannerKind
from coach.gui.widgets.buttons import Button, ButtonKind
from coach.gui.widgets.card import Card
from coach.gui.widgets.chip import Chip
from coach.gui.widgets.flow import Column, Columns, FlowLayout
from coach.gui.widgets.text import SMALL, Text
from coach.gui.words import capital, key_name

_SIDE_KEYS = {Side.LEFT: Qt.Key.Key_R, Side.RIGHT: Qt.Key.Key_L}
_FIGURE_SHARE = 0.5
_FIGURE_LEAST_PX = 200
_AROUND_PX = 270  # heading and buttons: Play is in sight wherever there is room for it


class ExercisePage(ScrollPage):
    """Shows an ``ExerciseView``. Space plays, S slows, L and R take the side, Esc goes back."""

    variant_picked = Signal(str)
    side_picked = Signal(str)
    back_requested = Signal()

    def __init__(self, book: Book, clock_ms: Callable[[], float]) -> None:
        super().__init__()
        self._book = book
        self._view: ExerciseView | None = None
        self.moving = MovingFigure(book.catalog, clock_ms)
        self._build_buttons()
        self.top_views = TopViews()
        self.banner = Banner()
        self.how, self.why, self.care = HowCard(), WhyCard(), CareCard()
        self.variants, self.origin = VariantCard(), OriginCard()
        self.body.addWidget(self.banner)
        self.body.addWidget(self._columns())
        self.body.addWidget(self.origin)
        self._connect_parts()

    def _build_buttons(self) -> None:
        self.play = Button(self.tr("Play"), ButtonKind.PRIMARY, compact=True)
        self.slow = Button(self.tr("Slow"), compact=True)
        self.slow.setCheckable(True)
        self.side = Button("", compact=True)
        self.back = Button(
            self.tr("All exercises"), ButtonKind.QUIET, icon_name="arrow-left", compact=True
        )
        keys = {self.play: Qt.Key.Key_Space, self.slow: Qt.Key.Key_S, self.back: Qt.Key.Key_Escape}
        for button, key in keys.items():
            button.set_key(key_name(key))
        self.planned = Chip(self.tr("In your plan"))
        self.tools.addWidget(self.planned, 0, Qt.AlignmentFlag.AlignVCenter)
        self.tools.addWidget(self.back, 0, Qt.AlignmentFlag.AlignVCenter)
        # The mouse leaves the focus on the page, so that its keys go on working.
        for button in (self.play, self.slow, self.side, self.back):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.crumb.setCursor(Qt.CursorShape.PointingHandCursor)

    def _columns(self) -> Columns:
        self.stage = Card(padding_px=16)
        self._row = FlowLayout()
        for button in (self.play, self.slow, self.side):
            self._row.addWidget(button)
        self.caption = Text("", SMALL)
        self.stage.body.addWidget(self.moving)
        self.stage.body.addWidget(self.caption)
        self.stage.body.addLayout(self._row)
        self.stage.body.addSpacing(4)
        self.stage.body.addWidget(self.top_views)
        keys = self.tr("Space plays, S is slow, L and R change the side, Esc goes back.")
        self.keys = Text(keys, SMALL)
        columns = Columns(stack_below_px=700)
        columns.add(Column(self.stage, self.keys, self.care, gap_px=16), 552)
        columns.add(Column(self.how, self.why, self.variants, gap_px=16), 412)
        return columns

    def _connect_parts(self) -> None:
        self.play.clicked.connect(self.toggle_playing)
        self.slow.toggled.connect(self.moving.set_slow)
        self.side.clicked.connect(self._other_side)
        self.back.clicked.connect(self.back_requested)
        self.variants.chips.picked.connect(self.variant_picked)
        self.moving.reached.connect(self._reached)

    def show_view(self, view: ExerciseView) -> None:
        """Show this; another exercise begins at the top and stands still."""
        before, self._view = self._view, view
        if before is None or before.exercise != view.exercise:
            self._set_playing(playing=False)
            self.scroll_to_top()
        self.set_heading(view.name, self._subtitle(view), crumb=self.tr("Exercises"))
        self.planned.setVisible(view.in_plan)
        self._show_banner(view)
        self._show_side(view)
        self._show_places(view)
        self.how.show_steps(view.steps)
        self.why.show_words(view.why)
        self.variants.show_view(view)
        self.care.show_cautions(view.cautions)
        self.origin.show_view(view)
        self.moving.show_preview(view.preview, reduced_motion=view.reduced_motion)
        self._describe(view)

    def _subtitle(self, view: ExerciseView) -> str:
        parts = [view.dose, clock(view.length_ms), ", ".join(view.equipment)]
        return " · ".join(part for part in parts if part)

    def _show_banner(self, view: ExerciseView) -> None:
        words = ""
        if view.locked:
            words = self.tr("Your plan waits for now. Please look only, and do not exercise yet.")
        elif view.ruled_out:
            words = self.tr("Your answers leave this way of doing it out. Please look only.")
        self.banner.show_message(words, BannerKind.WARN)

    def _show_side(self, view: ExerciseView) -> None:
        self.side.setVisible(view.side is not None)
        other = self.tr("{side} side").format(side=capital(view.other_word))
        self.side.setText(other)
        self.side.setAccessibleName(other)
        self.side.set_key(key_name(_SIDE_KEYS[view.side]) if view.side else "")
        self.side.updateGeometry()

    def _show_places(self, view: ExerciseView) -> None:
        exercise = self._book.catalog[view.exercise]
        places = []
        count = view.positions if view.positions > 1 else 0
        for position in range(1, count + 1):
            frame = top_view_frame(still(exercise, view.variant, view.side, position))
            if frame is not None:
                caption = f"{position} {self._turn_words(frame.turn_deg)}"
                places.append(Place(replace(frame, lean=None), caption))
        bend = top_view_frame(still(exercise, view.variant, view.side))
        if bend is not None and bend.lean is not None:
            places.append(Place(replace(bend, above=False), self.tr("side bend, from behind")))
        note = self.tr("From above, front is up: {other} foot ahead, {side} shin behind.")
        self.top_views.show_places(places, note.format(side=view.side_word, other=view.other_word))

    def _turn_words(self, turn_deg: float) -> str:
        if turn_deg > 0:
            return self.tr("turned out")
        return self.tr("turned in") if turn_deg < 0 else self.tr("straight")

    def _variant_name(self) -> str:
        view = self._view
        if view is None:
            return ""
        return next((v.name for v in view.variants if v.id == view.variant), "")

    def _describe(self, view: ExerciseView) -> None:
        side = self.tr("{side} side").format(side=capital(view.side_word)) if view.side else ""
        words = ", ".join(part for part in (self._variant_name(), side) if part)
        self.moving.figure.describe(view.name, words)

    def _reached(self, phase: Phase) -> None:
        """Say what the figure does, and mark its position."""
        view = self._view
        if view is None:
            return
        cue = ""
        if self.moving.playing:
            exercise = self._book.catalog[view.exercise]
            cue = exercise.cue(
                view.variant, phase.kind, phase.position, view.side, self._book.language
            )
        self.caption.setText(cue or self._variant_name())
        self.top_views.mark(phase.position if self.moving.playing else None)

    def toggle_playing(self) -> None:
        """Play or pause."""
        self._set_playing(playing=not self.moving.playing)

    def _set_playing(self, *, playing: bool) -> None:
        self.moving.set_playing(playing)
        self.play.setText(self.tr("Pause") if playing else self.tr("Play"))
        self.play.set_kind(ButtonKind.INK if playing else ButtonKind.PRIMARY)
        if not playing:
            self.caption.setText(self._variant_name())

    def _other_side(self) -> None:
        if self._view is not None and self._view.side is not None:
            self.side_picked.emit(self._view.side.other.value)

    def _take_side(self, side: Side) -> None:
        if self._view is not None and self._view.side is side.other:
            self.side_picked.emit(side.value)

    def left(self) -> None:
        """Nothing moves while another page is in front."""
        self._set_playing(playing=False)

    def restyle(self, theme: Theme) -> None:
        super().restyle(theme)
        most = round(self.height() * _FIGURE_SHARE)
        beside = self.height() - theme.px(_AROUND_PX)
        self.moving.setFixedHeight(max(_FIGURE_LEAST_PX, min(most, beside)))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.restyle(current_theme())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """The crumb leads back, as crumbs do; the button beside the heading is for the keyboard."""
        spot = self.crumb.mapFrom(self, event.position().toPoint())
        if self.crumb.rect().contains(spot):
            self.back_requested.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        match event.key():
            case Qt.Key.Key_Space:
                self.toggle_playing()
            case Qt.Key.Key_S:
                self.slow.toggle()
            case Qt.Key.Key_L:
                self._take_side(Side.LEFT)
            case Qt.Key.Key_R:
                self._take_side(Side.RIGHT)
            case Qt.Key.Key_Escape | Qt.Key.Key_Backspace:
                self.back_requested.emit()
            case _:
                super().keyPressEvent(event)
