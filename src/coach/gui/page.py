"""What every screen is built on: a plain page, and a scrolling one with heading."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coach.gui.focus_sight import FocusSight
from coach.gui.theme import Theme, current_theme
from coach.gui.widgets.base import Themed
from coach.gui.widgets.text import DISPLAY, SMALL, SOFT, Text

MARGIN_PX, MARGIN_TIGHT_PX = 44, 20
TOP_PX, TOP_TIGHT_PX = 36, 18
TIGHT_BELOW_PX = 760
GAP_PX = 20
_ALL = 10_000


class Page(Themed, QWidget):
    """A screen. The window calls ``entered`` each time it is shown and ``left`` when it goes."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    _arrived_by = Qt.FocusReason.OtherFocusReason

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        self._arrived_by = event.reason()
        super().focusInEvent(event)

    def hand_focus(self, widget: QWidget) -> None:
        """Let the keys begin at ``widget``, unless something on the page has them already; no
        ring shows where a click led to the page."""
        holder = self.window().focusWidget()
        if holder is None or holder is self:
            widget.setFocus(self._arrived_by)

    def entered(self) -> None:
        """Called after the page has become visible: refresh what it shows."""

    def left(self) -> None:
        """Called before another page takes its place: stop timers."""


class ScrollContent(QWidget):
    """The inside of the scroll area; never asks for more than the words need.

    A scroll area asks for the smallest size without regard to the width, so wrapped words would
    be squeezed; here the height that the width needs becomes the least height.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("scroll_content")

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        layout = self.layout()
        if layout is None:
            return
        least = max(0, layout.minimumHeightForWidth(self.width()))
        if least != self.minimumHeight():
            self.setMinimumHeight(least)


class ScrollPage(Page):
    """Crumb, heading and subtitle on top, ``body`` below, all in one scroll area.

    ``max_width_px`` bounds the content at 100 %; ``centred`` puts it in the middle.
    Widgets go into ``body`` (vertical); buttons beside the heading into ``tools``.
    """

    def __init__(
        self,
        title: str = "",
        subtitle: str = "",
        *,
        crumb: str = "",
        max_width_px: int = 1180,
        centred: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._max_width_px = max_width_px
        self.crumb = Text(crumb, SMALL)
        self.title = Text(title, DISPLAY)
        self.subtitle = Text(subtitle, SOFT)
        self.tools = QHBoxLayout()
        self.body = QVBoxLayout()
        self._build(centred=centred)
        self.set_heading(title, subtitle, crumb=crumb)
        ScrollPage.restyle(self, current_theme())  # a subclass restyles once its parts stand

    def _build(self, *, centred: bool) -> None:
        self._words = QVBoxLayout()
        for label in (self.crumb, self.title, self.subtitle):
            self._words.addWidget(label)
        self._head = QHBoxLayout()
        self._head.addLayout(self._words, 1)
        self._head.addLayout(self.tools)
        self.tools.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self._column = QWidget()
        self._inside = QVBoxLayout(self._column)
        self._inside.addLayout(self._head)
        self._inside.addLayout(self.body)
        self._inside.addStretch(1)
        content = ScrollContent()
        self._sides = QHBoxLayout(content)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.addStretch(1 if centred else 0)
        self._sides.addWidget(self._column, _ALL)
        self._sides.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setWidget(content)
        self._sight = FocusSight(self._area)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._area)

    def set_heading(self, title: str, subtitle: str = "", *, crumb: str = "") -> None:
        """Change the words on top; empty ones take no room."""
        for label, words in ((self.crumb, crumb), (self.title, title), (self.subtitle, subtitle)):
            label.setText(words)
            label.setVisible(bool(words))
        self.setAccessibleName(title)

    def hand_focus(self, widget: QWidget) -> None:
        """As on every page; the top of the page stays in sight."""
        self._sight.at_rest = True
        super().hand_focus(widget)
        self._sight.at_rest = False

    def scroll_to_top(self) -> None:
        """Show the page from its beginning."""
        self._area.verticalScrollBar().setValue(0)

    def ensure_visible(self, widget: QWidget) -> None:
        """Scroll until ``widget`` is in sight."""
        self._area.ensureWidgetVisible(widget)

    def restyle(self, theme: Theme) -> None:
        tight = self.width() < theme.px(TIGHT_BELOW_PX)
        side = theme.space(MARGIN_TIGHT_PX if tight else MARGIN_PX)
        top = theme.space(TOP_TIGHT_PX if tight else TOP_PX)
        self._inside.setContentsMargins(side, top, side, theme.space(28))
        self._inside.setSpacing(theme.space(16 if tight else 26))
        self._words.setSpacing(theme.space(4))
        self.tools.setSpacing(theme.space(12))
        self._head.setSpacing(theme.space(12))
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._head.setDirection(below if tight else beside)
        self.body.setSpacing(theme.space(GAP_PX))
        self._column.setMaximumWidth(theme.px(self._max_width_px) + 2 * side)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.restyle(current_theme())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(240, 200)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Page and arrow keys scroll when nothing inside wants them."""
        bar = self._area.verticalScrollBar()
        steps = {
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_Down: bar.singleStep() * 3,
            Qt.Key.Key_Up: -bar.singleStep() * 3,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + step)
