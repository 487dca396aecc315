"""Before and after the running part: the question of S7, the rate page, and the calm end."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.app.lengths import clock
from coach.app.run_view import Question, RunView
from coach.domain.session_facts import AnswerCheck, Command, Report
from coach.domain.terms import Discomfort
from coach.gui.page import ScrollPage
from coach.gui.pages import player_words as words
from coach.gui.pages.key_layout import pressed
from coach.gui.pages.player_notice import told_card
from coach.gui.pages.player_pace import KeepPace
from coach.gui.theme import Size
from coach.gui.widgets.advice_card import AdviceCard, CardModel
from coach.gui.widgets.banner import Banner, BannerKind
from coach.gui.widgets.buttons import Button, ButtonKind
from coach.gui.widgets.card import Card
from coach.gui.widgets.effort_bar import EffortBar
from coach.gui.widgets.flow import Columns, FlowLayout
from coach.gui.widgets.rating_scale import RatingScale, rating_of_key
from coach.gui.widgets.text import BODY, SOFT, STRONG, Text, TextStyle
from coach.gui.words import key_name

_WIDTH_PX, _RATE_WIDTH_PX = 760, 1060
SIGN = TextStyle(Size.TITLE, leading=1.5)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CheckPanel(ScrollPage):
    """One tap before every session (S7); nothing is chosen beforehand."""

    happened = Signal(object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(max_width_px=_WIDTH_PX, centred=True, parent=parent)
        self.set_heading(
            self.tr("Is anything new since last time?"), crumb=self.tr("Before you start")
        )
        self.card = Card()
        for sign in (
            self.tr("Numbness or weakness"),
            self.tr("A change of bladder or bowel"),
            self.tr("A swollen leg"),
            self.tr("An injury"),
            self.tr("Fever"),
        ):
            self.card.body.addWidget(Text(f"·  {sign}", SIGN))
        self.card.body.addSpacing(12)
        row = FlowLayout()
        self.no = Button(self.tr("No, nothing new"), ButtonKind.PRIMARY, hint="N")
        self.yes = Button(self.tr("Yes, something is"), ButtonKind.SECONDARY, hint="Y")
        self.later = Button(self.tr("Not now"), ButtonKind.QUIET, hint="Esc")
        for button in (self.no, self.yes, self.later):
            row.addWidget(button)
        self.card.body.addLayout(row)
        self.body.addWidget(self.card)
        self.tip = Text("", SOFT)
        self.body.addWidget(self.tip)
        self.no.clicked.connect(lambda: self.happened.emit(AnswerCheck(something_new=False)))
        self.yes.clicked.connect(lambda: self.happened.emit(AnswerCheck(something_new=True)))
        self.later.clicked.connect(lambda: self.happened.emit(Command.STOP))

    def show_view(self, view: RunView) -> None:
        """Say how long it takes from here."""
        self.tip.setText(
            self.tr("Then {time} of guided time. Space pauses at any moment, S stops.").format(
                time=clock(view.left_ms)
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        buttons = {
            Qt.Key.Key_N: self.no,
            Qt.Key.Key_Y: self.yes,
            Qt.Key.Key_W: self.yes,
            Qt.Key.Key_Escape: self.later,
            Qt.Key.Key_S: self.later,
        }
        button = buttons.get(Qt.Key(pressed(event).key))
        if button is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            button.click()


class _Side(QWidget):
    """One side's name above its scale."""

    def __init__(self, name: str, scale: RatingScale) -> None:
        super().__init__()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(Text(name, STRONG))
        box.addWidget(scale)


class RatePanel(ScrollPage):
    """Efforts that were not given, and how tight it is now; all of it may stay empty (K9).

    ``done`` carries the left and the right rating, each a number or None.
    """

    happened = Signal(object)
    done = Signal(object, object)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(max_width_px=_RATE_WIDTH_PX, centred=True, parent=parent)
        self.set_heading(self.tr("Well done"), self.tr("Two small answers, then you are through."))
        self._open: tuple[int, ...] = ()
        self.unsaved = Banner()
        self.told = AdviceCard(CardModel(""))
        for bar in (self.unsaved, self.told):
            self.body.addWidget(bar)
        self.efforts = Card(self.tr("How was it?"))
        self._list = QVBoxLayout()
        self._list.setSpacing(20)
        self.efforts.body.addLayout(self._list)
        self.bars: dict[int, EffortBar] = {}
        self.body.addWidget(self.efforts)
        self.body.addWidget(self._rating_card())
        self.keep = KeepPace()
        self.body.addWidget(self.keep)
        self.finish = Button(self.tr("Done"), ButtonKind.PRIMARY, icon_name="check")
        self.finish.clicked.connect(self._finish)
        self.wrong = _wrong_button(self.tr("Something is wrong"))
        self.wrong.clicked.connect(lambda: self.happened.emit(Report(Discomfort.WRONG)))
        row = FlowLayout()
        row.addWidget(self.finish)
        row.addWidget(self.wrong)
        self.body.addLayout(row)

    def _rating_card(self) -> Card:
        card = Card(
            self.tr("How tight are the backs of your thighs now?"),
            note=self.tr("0 is not tight at all, 10 the tightest you can imagine."),
        )
        self.left_scale = RatingScale(self.tr("Tightness now, left"))
        self.right_scale = RatingScale(self.tr("Tightness now, right"))
        sides = Columns(stack_below_px=700)
        for name, scale in (
            (self.tr("Left"), self.left_scale),
            (self.tr("Right"), self.right_scale),
        ):
            sides.add(_Side(name, scale))
        card.body.addWidget(sides)
        self.left_scale.keyed.connect(self._to_right)
        return card

    def show_view(self, view: RunView) -> None:
        """Ask for each effort that is missing; those answered stay as they were marked."""
        self._open = tuple(question.item for question in view.missing)
        self.told.setHidden(view.decided is None)
        if view.decided is not None:
            self.told.show_model(told_card(view.decided))
        for question in view.missing:
            if question.item not in self.bars:
                self._ask(question)
        self.efforts.setVisible(bool(self.bars))

    def begin(self) -> None:
        """Forget the last session."""
        for bar in self.bars.values():
            self._list.removeWidget(bar)
            bar.hide()
            bar.deleteLater()
        self.bars = {}
        for scale in (self.left_scale, self.right_scale):
            scale.set_rating(None)
        self.scroll_to_top()

    def show_unsaved(self, why: str) -> None:
        """Say that something is not on the disk yet; empty when it is."""
        text = self.tr("Not saved yet, trying again. {why}").format(why=why) if why else ""
        self.unsaved.show_message(text, BannerKind.WARN)

    def _ask(self, question: Question) -> None:
        options = (words.effort_options(), words.sign_options())
        bar = EffortBar(question.name, *options, centred=False)
        bar.chosen.connect(
            lambda name, item=question.item: self.happened.emit(words.answer_of(name, item))
        )
        self.bars[question.item] = bar
        self._list.addWidget(bar)

    def _to_right(self) -> None:
        if self.right_scale.rating() is None:
            self.right_scale.setFocus(Qt.FocusReason.TabFocusReason)

    def _take_rating(self, rating: int) -> None:
        """A number pressed elsewhere rates the first side without a rating."""
        scales = (self.left_scale, self.right_scale)
        scale = next((one for one in scales if one.rating() is None), self.left_scale)
        scale.setFocus(Qt.FocusReason.ShortcutFocusReason)
        scale.choose(rating)
        self.ensure_visible(scale)
        self._to_right()

    def _leave(self) -> None:
        """Enter that came too late for the last set must not close a page nobody has read: where
        nothing is answered yet it leads to the button first."""
        rated = (self.left_scale.rating(), self.right_scale.rating()) != (None, None)
        answered = rated or len(self._open) < len(self.bars)
        if answered or self.window().focusWidget() is self.finish:
            self.finish.click()
        else:
            self.finish.setFocus(Qt.FocusReason.TabFocusReason)

    def _finish(self) -> None:
        self.done.emit(self.left_scale.rating(), self.right_scale.rating())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Enter is done, W something is wrong; 1-4 answer the first effort that is still open,
        other numbers rate."""
        key = pressed(event)
        effort = words.EFFORT_KEYS.get(key.text)
        if event.isAutoRepeat():
            return
        if Qt.Key(key.key) in _ENTER:
            self._leave()
        elif Qt.Key(key.key) is Qt.Key.Key_W:
            self.wrong.click()
        elif effort is not None and self._open:
            self.bars[self._open[0]].choose(effort.value)
        elif (rating := rating_of_key(event)) is not None:
            self._take_rating(rating)
        else:
            super().keyPressEvent(event)


class EndPanel(ScrollPage):
    """Calm advice after a session that ended because of dizziness (E3): nothing moves, nothing
    sounds. ``recheck`` asks for the readiness questions."""

    closed = Signal()
    recheck = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(max_width_px=_WIDTH_PX, centred=True, parent=parent)
        self.set_heading(self.tr("Sit or lie down safely"), self.tr("The session has ended."))
        self.told = AdviceCard(CardModel(""))
        self.body.addWidget(self.told)
        card = Card()
        for line in (
            self.tr("Let the breath come and go by itself, no counting."),
            self.tr("Stay down until the dizziness has gone, then get up slowly."),
            self.tr("If it stays, comes back or comes with other signs, see someone about it."),
        ):
            card.body.addWidget(Text(line, BODY))
        self.ok = Button(self.tr("Done"), ButtonKind.PRIMARY)
        self.ok.clicked.connect(self.closed)
        self.wrong = _wrong_button(self.tr("Something is wrong"))
        self.wrong.clicked.connect(self.recheck)
        row = FlowLayout()
        row.addWidget(self.ok)
        row.addWidget(self.wrong)
        card.body.addLayout(row)
        self.body.addWidget(card)

    def show_view(self, view: RunView) -> None:
        """Say what was decided, and why."""
        self.told.setHidden(view.decided is None)
        if view.decided is not None:
            self.told.show_model(told_card(view.decided))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = Qt.Key(pressed(event).key)
        if key in (*_ENTER, Qt.Key.Key_Escape):
            self.ok.click()
        elif key is Qt.Key.Key_W:
            self.wrong.click()
        else:
            super().keyPressEvent(event)


def _wrong_button(said: str) -> Button:
    """The way to the readiness questions that every page of a session has (S8)."""
    button = Button(said, ButtonKind.QUIET)
    button.set_key(key_name(Qt.Key.Key_W))
    return button
