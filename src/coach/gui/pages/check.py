"""One question of the readiness check a page: big answers, a key for each, Back and Next."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.app.check_views import QuestionView
from coach.gui.page import ScrollPage
from coach.gui.pages.check_parts import AnswerPart
from coach.gui.theme import Size, Theme, Token, Weight, current_theme
from coach.gui.widgets.buttons import Button, ButtonKind
from coach.gui.widgets.choice import ChoiceButton
from coach.gui.widgets.segment_bar import SegmentBar
from coach.gui.widgets.text import SMALL, SOFT, Text, TextStyle
from coach.gui.words import key_name

WIDTH_PX = 640
TITLE = TextStyle(34, Weight.BOLD, leading=1.18)
TITLE_TIGHT = TextStyle(26, Weight.BOLD, leading=1.2)
HINT = TextStyle(Size.TITLE, token=Token.SOFT, leading=1.35)
TIGHT_BELOW_PX = 620
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CheckPage(ScrollPage):
    """Shows a ``QuestionView`` and tells what was pressed: part and answer, as they stand.

    Keys: 1-9 an answer of the part in focus (else the first open one), 0 "none of these",
    Enter Next, Backspace Back, Tab and arrows from answer to answer, Space to press one.
    """

    pressed = Signal(int, int)
    ticked = Signal(bool)
    next_requested = Signal()
    back_requested = Signal()

    def __init__(self) -> None:
        super().__init__(max_width_px=WIDTH_PX, centred=True)
        self._foot = QWidget()
        self._foot_row = QHBoxLayout(self._foot)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.view: QuestionView | None = None
        self.parts: list[AnswerPart] = []
        self.bar = SegmentBar(self.tr("Progress of the check"))
        self.place = Text("", SMALL)
        self.question = Text("", TITLE)
        self.hint = Text("", HINT)
        self.why = Text("", SOFT)
        self.tick = ChoiceButton(
            self.tr("I have been seen by a professional since"),
            note=self.tr("The plan opens again only with this."),
            multi=True,
        )
        self.tick.clicked.connect(self.ticked)
        self.back = Button(self.tr("Back"))
        self.next = Button(self.tr("Next"), ButtonKind.PRIMARY)
        for button, key in ((self.back, Qt.Key.Key_Backspace), (self.next, Qt.Key.Key_Return)):
            button.set_key(key_name(key))
        self.back.clicked.connect(self.back_requested)
        self.next.clicked.connect(self.next_requested)
        self._assemble()
        self.restyle(current_theme())

    def _assemble(self) -> None:
        self._top = QVBoxLayout()
        self._top.addWidget(self.bar)
        self._top.addWidget(self.place)
        self._words_box = QVBoxLayout()
        self._words_box.addWidget(self.question)
        self._words_box.addWidget(self.hint)
        self._answers = QVBoxLayout()
        for box in (self._top, self._words_box, self._answers):
            self.body.addLayout(box)
        self.body.addWidget(self.tick)
        self.body.addWidget(self.why)
        self._add_foot()
        if (content := self._area.widget()) is not None:
            content.installEventFilter(self)

    def _add_foot(self) -> None:
        """Back and Next stand below the scrolled part, so that they are always in reach."""
        self._foot_row.addWidget(self.back)
        self._foot_row.addStretch(1)
        self._foot_row.addWidget(self.next)
        self._foot_line = QHBoxLayout()
        self._foot_line.addStretch(1)
        self._foot_line.addWidget(self._foot, 1000)
        self._foot_line.addStretch(1)
        whole = self.layout()
        if isinstance(whole, QVBoxLayout):
            whole.setStretch(0, 1000)
            whole.addLayout(self._foot_line)
            whole.addStretch(1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """The scrolled part is as high as its words, so that the buttons follow them."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """As high as the words; the buttons stand under the answers, beside a scroll bar too."""
        content = self._area.widget()
        layout = content.layout() if content is not None else None
        if content is not None and layout is not None:
            self._area.setMaximumHeight(layout.minimumHeightForWidth(content.width()))
            beside = max(0, self._area.width() - content.width())
            self._foot_line.setContentsMargins(0, 0, beside, 0)

    def restyle(self, theme: Theme) -> None:
        super().restyle(theme)
        tight = self.height() < theme.px(TIGHT_BELOW_PX)
        margins = self._inside.contentsMargins()
        top = theme.space(14 if tight else 52)
        self._inside.setContentsMargins(margins.left(), top, margins.right(), theme.space(12))
        self._inside.setSpacing(0)
        self.body.setSpacing(theme.space(14 if tight else 28))
        self._top.setSpacing(theme.space(8 if tight else 14))
        self._words_box.setSpacing(theme.space(4 if tight else 8))
        self._words_box.setContentsMargins(0, 0 if tight else theme.space(18), 0, 0)
        self._answers.setSpacing(theme.space(14 if tight else 22))
        along = theme.space(10 if tight else 20)
        self._foot_row.setContentsMargins(margins.left(), along, margins.right(), along)
        self._foot.setMaximumWidth(theme.px(WIDTH_PX) + margins.left() + margins.right())
        self.question.set_style(TITLE_TIGHT if tight else TITLE)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def show_view(self, view: QuestionView) -> None:
        """Show a screen; the same question keeps its place and focus."""
        fresh = self.view is None or _question(self.view) != _question(view)
        self.view = view
        if fresh:
            self._show_question(view)
        for part, shown in zip(self.parts, view.parts, strict=True):
            part.show_part(shown)
        self.tick.setVisible(view.tick is not None)
        self.tick.setChecked(bool(view.tick))
        self.next.setEnabled(view.can_go_on)
        if fresh:
            self.scroll_to_top()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_question(self, view: QuestionView) -> None:
        self.bar.show_steps(view.number, view.total)
        self.place.setText(self._place(view))
        self.question.setText(view.title)
        self.hint.setText(view.hint)
        self.hint.setVisible(bool(view.hint))
        why = self.tr("Why we ask.")
        self.why.setText(f"**{why}** {view.why}")
        last = view.number == view.total
        self.next.setText(self.tr("Finish") if last else self.tr("Next"))
        self._replace_parts(view)
        spoken = f"{self.place.text()}. {view.title} {view.hint}"
        self.setAccessibleName(spoken)
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken))

    def _place(self, view: QuestionView) -> str:
        place = self.tr("Question {number} of {total}").format(number=view.number, total=view.total)
        return f"{place} · {self._left(view.seconds_left)}"

    def _left(self, seconds: int) -> str:
        if seconds > 90:
            return self.tr("about two minutes left")
        if seconds > 45:
            return self.tr("about a minute left")
        if seconds > 15:
            return self.tr("half a minute left")
        return self.tr("almost done")

    def _replace_parts(self, view: QuestionView) -> None:
        for part in self.parts:
            self._answers.removeWidget(part)
            part.hide()
            part.deleteLater()
        row = len(view.parts) > 1
        self.parts = [AnswerPart(shown, view.title, row=row) for shown in view.parts]
        for at, part in enumerate(self.parts):
            part.pressed.connect(lambda index, at=at: self.pressed.emit(at, index))
            part.keyed.connect(self._go_to_open_part)
            self._answers.addWidget(part)
        self._order_tabs()

    def _order_tabs(self) -> None:
        stops = [stop for part in self.parts for stop in part.stops()]
        chain = [*stops, self.tick, self.next, self.back]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)

    def _open_part(self) -> int:
        """The part that number keys act on: the one in focus, else the first open one."""
        for at, part in enumerate(self.parts):
            if part.has_focus():
                return at
        shown = self.view.parts if self.view is not None else ()
        still_open = (
            at for at, part in enumerate(shown) if part.rating is None and not part.chosen
        )
        return next(still_open, 0)

    def _go_to_open_part(self) -> None:
        """After a key, the keyboard goes on to the next part without an answer."""
        if self.view is None or len(self.parts) < 2:
            return
        for part, shown in zip(self.parts, self.view.parts, strict=True):
            if shown.rating is None and not shown.chosen:
                self.ensure_visible(part.take_focus())
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        key = Qt.Key(event.key())
        if key in _ENTER:
            self._enter()
        elif key == Qt.Key.Key_Backspace:
            self.back.click()
        elif event.text().isdecimal() and event.text().isascii():
            self._press_number(int(event.text()))
        elif key == Qt.Key.Key_X and self._scale_waits():
            self._press_number(10)
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        """Next, or the button that has the focus."""
        (self.back if self.back.hasFocus() else self.next).click()

    def _scale_waits(self) -> bool:
        return bool(self.parts) and self.parts[self._open_part()].scale is not None

    def _press_number(self, number: int) -> None:
        if self.view is None:
            return
        at = self._open_part()
        part, shown = self.parts[at], self.view.parts[at]
        if shown.scale:
            self.pressed.emit(at, number)
        else:
            index = _index_of(number, shown.options[-1].alone, len(shown.options))
            if index is None:
                return
            self.ensure_visible(part.take_focus(index))
            self.pressed.emit(at, index)
        if not shown.many:
            self._go_to_open_part()


def _question(view: QuestionView) -> tuple[int, int, str]:
    return view.number, view.total, view.title


def _index_of(number: int, has_none: bool, count: int) -> int | None:
    """The answer of a number key; 0 is "none of these" where there is one."""
    if number == 0:
        return count - 1 if has_none else None
    return number - 1 if number <= count else None
