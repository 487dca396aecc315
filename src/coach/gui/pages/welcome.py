"""The first page: what this is, what it is not, and what happens next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.gui.page import ScrollPage
from coach.gui.pages.check_words import purpose
from coach.gui.theme import Size, Theme, Token, current_theme
from coach.gui.widgets.banner import IconLabel
from coach.gui.widgets.buttons import Button, ButtonKind
from coach.gui.widgets.card import Card
from coach.gui.widgets.text import LARGE, SMALL, SOFT, STRONG, Text, TextStyle

WIDTH_PX = 720
LEAD = TextStyle(18, token=Token.SOFT, leading=1.45)


class WelcomePage(ScrollPage):
    """``begin_requested`` starts the readiness check; Enter does the same."""

    begin_requested = Signal()

    def __init__(self) -> None:
        super().__init__(max_width_px=WIDTH_PX, centred=True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.begin = Button(self.tr("Begin"), ButtonKind.PRIMARY, icon_name="arrow-right")
        self.begin.clicked.connect(self.begin_requested)
        self._rows = QVBoxLayout()
        self._words = QVBoxLayout()
        self._words.addWidget(
            Text(self.tr("Welcome to coach"), TextStyle(Size.BODY, token=Token.SOFT))
        )
        title = Text(self.tr("Hamstrings that always feel tight?"), LARGE)
        self._words.addWidget(title)
        lead = self.tr(
            "A short, guided week instead of years of stretching. First come twelve questions, so"
            " that it fits you and begins gently enough."
        )
        self._words.addWidget(Text(lead, LEAD))
        self.body.addLayout(self._words)
        self.body.addWidget(self._card())
        self.body.addWidget(self.begin)
        self.body.addWidget(Text(purpose(), SMALL))
        self.setAccessibleName(title.text())
        self.restyle(current_theme())

    def _card(self) -> QWidget:
        card = Card()
        for icon_name, head, words in (
            (
                "heart-pulse",
                self.tr("Two minutes, twelve questions"),
                self.tr("Signs that a person should look at come first. It says so plainly."),
            ),
            (
                "calendar",
                self.tr("Then your week"),
                self.tr("Three sessions under twelve minutes, light days between, days to rest."),
            ),
            (
                "house",
                self.tr("Everything stays on this computer"),
                self.tr("No account, nothing is sent. You can stop and go on at any time."),
            ),
        ):
            self._rows.addLayout(self._row(icon_name, head, words))
        card.body.addLayout(self._rows)
        return card

    def _row(self, icon_name: str, head: str, words: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(IconLabel(icon_name, Token.BREATH, 24), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(Text(head, STRONG))
        column.addWidget(Text(words, SOFT))
        row.addLayout(column, 1)
        return row

    def entered(self) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self, theme: Theme) -> None:
        super().restyle(theme)
        self._rows.setSpacing(theme.space(20))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.begin.click()
        else:
            super().keyPressEvent(event)
