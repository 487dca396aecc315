"""The cards of the Today page: what is due, the check-in, two weeks at a glance."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from coach.app.checkin import CheckinView, TickView
from coach.app.lengths import clock
from coach.app.today import Due, Fortnight, TodayView
from coach.domain.decisions import TickKind
from coach.domain.terms import Side, Template
from coach.gui.stills import Stills
from coach.gui.theme import Theme, current_theme
from coach.gui.widgets.buttons import Button, ButtonKind
from coach.gui.widgets.card import Card
from coach.gui.widgets.chip import Chip
from coach.gui.widgets.exercise_row import PICTURE_PX, ExerciseRow
from coach.gui.widgets.flow import FlowLayout
from coach.gui.widgets.pick_chips import Pick
from coach.gui.widgets.rating_scale import RatingScale
from coach.gui.widgets.sparkline import Sparkline
from coach.gui.widgets.text import SMALL, STRONG, Text
from coach.gui.widgets.tick_chips import TickChips
from coach.gui.words import number


class SessionCard(Card):
    """Today's session, or the next one, with its buttons.

    ``start_requested(template)`` asks for a session, ``floss_requested`` for a full one with the
    floss added (K8).
    """

    start_requested = Signal(str)
    floss_requested = Signal()

    def __init__(self, stills: Stills) -> None:
        super().__init__(self.tr("Today's session"))
        self._stills = stills
        self._view: TodayView | None = None
        self._rows: list[tuple[ExerciseRow, str, str]] = []
        self.stage = Chip("")
        self.head.addWidget(self.stage)
        self._actions = FlowLayout()
        self.start = Button(self.tr("Start session"), ButtonKind.PRIMARY)
        self.micro = Button(self.tr("Two minutes today"))
        self.more = Button("")
        for button in (self.start, self.micro, self.more):
            self._actions.addWidget(button)
        self.start.clicked.connect(self._start)
        self.micro.clicked.connect(lambda: self.start_requested.emit(Template.MICRO.value))
        self.more.clicked.connect(self.floss_requested)
        self.body.addLayout(self._actions)
        self.intent = Text("", SMALL)
        self.body.addWidget(self.intent)
        self.restyle(current_theme())

    def show_view(self, view: TodayView) -> None:
        same_rows = self._view is not None and self._view.rows == view.rows
        self._view = view
        self.title.setText(self._title(view))
        self.stage.setText(view.stage)
        self.stage.setVisible(bool(view.stage))
        if not same_rows:
            self._show_rows(view)
        self.start.setVisible(view.due in (Due.FULL, Due.LIGHT, Due.HALF))
        self.micro.setVisible(view.micro_ms > 0)
        told = (clock(view.micro_ms), view.intent.barrier)
        self.micro.setAccessibleDescription(". ".join(words for words in told if words))
        self._show_intent(view)
        self.more.setVisible(view.with_floss_ms is not None and view.due is Due.FULL)
        if view.with_floss_ms is not None:
            words = self.tr("With floss, {time}").format(time=clock(view.with_floss_ms))
            self.more.setText(words)

    def _show_intent(self, view: TodayView) -> None:
        """The plan for the moment; that for a hard day where there are two minutes to do (A1)."""
        barrier = view.intent.barrier if view.micro_ms > 0 else ""
        words = "\n".join(line for line in (view.intent.start, barrier) if line)
        self.intent.setText(words)
        self.intent.setVisible(bool(words))

    def _title(self, view: TodayView) -> str:
        if view.due in (Due.REST, Due.DONE):
            return self.tr("Next session")
        if view.due is Due.LIGHT:
            return self.tr("Today's light session")
        return self.tr("Today's session")

    def _show_rows(self, view: TodayView) -> None:
        for row, _, _ in self._rows:
            self.body.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = []
        for place, item in enumerate(view.rows, start=1):
            row = ExerciseRow(item.name, item.dose, clock(item.length_ms))
            self.body.insertWidget(place, row)
            self._rows.append((row, item.exercise, item.variant))
        self._draw(current_theme())

    def _draw(self, theme: Theme) -> None:
        size = (theme.space(PICTURE_PX[0]), theme.space(PICTURE_PX[1]))
        ratio = self.devicePixelRatioF()
        for row, exercise, variant in self._rows:
            row.picture.show_pixmap(
                self._stills.pixmap(exercise, variant, theme, size, ratio=ratio)
            )

    def restyle(self, theme: Theme) -> None:
        super().restyle(theme)
        self.body.setSpacing(theme.space(20))
        self._draw(theme)

    def _start(self) -> None:
        if self._view is not None and self._view.template is not None:
            self.start_requested.emit(self._view.template.value)


class CheckinCard(Card):
    """Left and right, 0-10, saved as you tap: ``rated(side, score)``. Optional ticks below, for
    those whom they concern: ``ticked(kind, on)`` (K9)."""

    rated = Signal(str, int)
    ticked = Signal(str, bool)
    other_day_requested = Signal()

    def __init__(self) -> None:
        super().__init__(
            self.tr("How tight are they today?"),
            note=self.tr("0 is loose, 10 is the tightest you can imagine"),
        )
        self.scales: dict[Side, RatingScale] = {}
        for side, name in ((Side.LEFT, self.tr("Left")), (Side.RIGHT, self.tr("Right"))):
            scale = RatingScale(self.tr("Tightness, {side}").format(side=name.lower()))
            scale.rated.connect(lambda score, side=side: self.rated.emit(side.value, score))
            scale.keyed.connect(self._go_on)
            self.scales[side] = scale
            self.body.addWidget(Text(name, STRONG))
            self.body.addWidget(scale)
        self.state = Text("", SMALL)
        self.other = Button("", ButtonKind.QUIET, compact=True)
        self.other.clicked.connect(self.other_day_requested)
        foot = QHBoxLayout()
        foot.addWidget(self.state, 1, Qt.AlignmentFlag.AlignVCenter)
        foot.addWidget(self.other)
        self.body.addLayout(foot)
        self._yesterday = False
        self.optional = Text(self.tr("If it applies today"), SMALL)
        self.ticks = TickChips(self.tr("Optional ticks"))
        self.ticks.ticked.connect(self.ticked)
        self.body.addWidget(self.optional)
        self.body.addWidget(self.ticks)
        self.show_ticks(())

    def show_view(self, view: CheckinView) -> None:
        """Show one day's rating; a day whose 48 hours are over is only shown."""
        self.title.setText(
            self.tr("How tight were they yesterday?")
            if view.yesterday
            else self.tr("How tight are they today?")
        )
        for side, value in ((Side.LEFT, view.left), (Side.RIGHT, view.right)):
            self.scales[side].set_rating(value)
            self.scales[side].setEnabled(view.open)
        self.state.setText(self._state(view))
        self.other.setText(self.tr("Back to today") if view.yesterday else self.tr("Yesterday"))
        self._yesterday = view.yesterday
        self._show_optional()

    def show_ticks(self, ticks: Sequence[TickView]) -> None:
        """Show the ticks that concern the user; they are about today alone."""
        picks = [Pick(tick.kind.value, self._tick_words(tick.kind)) for tick in ticks]
        self.ticks.show_picks(picks, [tick.kind.value for tick in ticks if tick.on])
        self._show_optional()

    def _show_optional(self) -> None:
        hidden = self._yesterday or not self.ticks.chips
        for part in (self.optional, self.ticks):
            part.setHidden(hidden)

    def _tick_words(self, kind: TickKind) -> str:
        return {
            TickKind.STEADY: self.tr("Steady on one leg"),
            TickKind.SIT_BONE: self.tr("Ache at the sitting bone"),
            TickKind.KNEELING: self.tr("Kneeling is uncomfortable"),
            TickKind.SWELLING: self.tr("Swelling or bruising with pain"),
            TickKind.AWAKE: self.tr("Kept me awake or stopped me"),
        }[kind]

    def take_rating(self, rating: int) -> None:
        """A key pressed elsewhere on the page: it rates the first side without a rating, else
        the left one, and the keyboard goes there."""
        scale = self._open_scale() or self.scales[Side.LEFT]
        if scale.isEnabled():
            scale.setFocus(Qt.FocusReason.ShortcutFocusReason)
            scale.choose(rating)
            self._go_on()

    def _open_scale(self) -> RatingScale | None:
        return next((one for one in self.scales.values() if one.rating() is None), None)

    def _go_on(self) -> None:
        """After a number key, the keyboard goes on to the side that is still open."""
        scale = self._open_scale()
        if scale is not None:
            scale.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _state(self, view: CheckinView) -> str:
        if not view.open:
            return self.tr("A rating can be corrected for 48 hours.")
        return self.tr("Keys 0–9, X for ten; saved as you tap")


class FortnightCard(Card):
    """The last two weeks as a line, with one honest sentence."""

    def __init__(self) -> None:
        super().__init__(self.tr("Two weeks"))
        self.days = Chip("")
        self.head.addWidget(self.days)
        self.line = Sparkline(self.tr("Tightness of the last two weeks"))
        self.body.addWidget(self.line)
        self.words = Text("", SMALL)
        self.body.addWidget(self.words)

    def show_view(self, view: Fortnight) -> None:
        count = self.tr("{rated} of {all} days").format(rated=view.rated, all=len(view.values))
        self.days.setText(count)
        self.line.show_values(view.values, count)
        self.line.setVisible(view.rated > 0)
        self.words.setText(self._sentence(view))

    def _sentence(self, view: Fortnight) -> str:
        if view.rated == 0:
            return self.tr("No ratings yet. One tap a day is enough.")
        later = self.tr("The first answer comes in week {week}.").format(
            week=view.first_answer_week
        )
        if view.sd is None:
            return later
        moving = self.tr("Your ratings move about ±{sd} from day to day.")
        parts = [moving.format(sd=number(view.sd, 0 if view.sd >= 1 else 1))]
        return " ".join([*parts, later] if view.waiting else parts)
