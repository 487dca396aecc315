"""The page of a locked plan: what was found, how soon, and what can be done (S4, S5)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coach.app.check_views import FindingView, GateView
from coach.domain.terms import Gate
from coach.gui.page import ScrollPage
from coach.gui.pages.check_words import counted, emergency_number, headline, urgency
from coach.gui.theme import Size, Token
from coach.gui.widgets.buttons import Button, ButtonKind
from coach.gui.widgets.card import Card
from coach.gui.widgets.chip import Chip, ChipKind
from coach.gui.widgets.flow import FlowLayout, clear
from coach.gui.widgets.text import LARGE, SMALL, Text, TextStyle

WIDTH_PX = 720
CRUMB = TextStyle(Size.BODY, token=Token.SOFT, leading=1.3)
LEAD = TextStyle(18, token=Token.SOFT, leading=1.45)
SIGN = TextStyle(Size.TITLE, leading=1.35)
LINE = TextStyle(16, leading=1.45)


class FindingCard(Card):
    """One finding: a chip with its urgency, and the sign as it was answered."""

    def __init__(self, finding: FindingView) -> None:
        super().__init__(padding_px=18)
        chip = Chip(urgency(finding.urgency), ChipKind.ACCENT)
        words = Text(finding.text, SIGN)
        words.setAccessibleName(f"{chip.text()}: {finding.text}")
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(chip, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)


class GatePage(ScrollPage):
    """Shows a ``GateView``. There is no way past it (S5)."""

    print_requested = Signal()
    again_requested = Signal()
    close_requested = Signal()

    def __init__(self) -> None:
        super().__init__(max_width_px=WIDTH_PX, centred=True)
        self.headline = Text("", LARGE)
        self.lead = Text("", LEAD)
        self.emergency = Text("", LINE)
        self.note = Text("", SMALL)
        self.print_button = Button(self.tr("Print my answers"), ButtonKind.PRIMARY)
        self.again = Button(self.tr("I have been seen: check again"))
        self.close_button = Button(self.tr("Close"))
        self.print_button.clicked.connect(self.print_requested)
        self.again.clicked.connect(self.again_requested)
        self.close_button.clicked.connect(self.close_requested)
        self._findings = QVBoxLayout()
        self._assemble()

    def _assemble(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(8)
        for label in (Text(self.tr("Readiness check"), CRUMB), self.headline, self.lead):
            words.addWidget(label)
        self._findings.setSpacing(12)
        buttons = QWidget()
        row = FlowLayout(buttons)
        for button in (self.print_button, self.again, self.close_button):
            row.addWidget(button)
        self.body.addSpacing(24)
        self.body.addLayout(words)
        self.body.addLayout(self._findings)
        self.body.addWidget(self.emergency)
        self.body.addWidget(buttons)
        self.body.addWidget(self.note)

    def show_view(self, view: GateView) -> None:
        """Show a gate, the most urgent findings first."""
        self.headline.setText(headline(view.gate))
        self.setAccessibleName(self.headline.text())
        self.lead.setText(self._lead(view))
        self._show_findings(view)
        self.emergency.setText(self._emergency(view))
        self.emergency.setVisible(bool(self.emergency.text()))
        self.print_button.setVisible(view.can_print)
        self.again.setVisible(view.can_check_again)
        self.note.setText(self._note(view))
        self.scroll_to_top()

    def entered(self) -> None:
        (self.close_button if self.print_button.isHidden() else self.print_button).setFocus()

    def _show_findings(self, view: GateView) -> None:
        clear(self._findings)
        for finding in view.findings:
            self._findings.addWidget(FindingCard(finding))

    def _lead(self, view: GateView) -> str:
        match view.gate:
            case Gate.RED_NOW:
                return self.tr("Please get emergency help now. Don't wait and don't exercise.")
            case Gate.OUT:
                return self.tr(
                    "Growing bodies need other amounts. Nothing of what you answered was kept."
                )
            case Gate.AMBER:
                return self.tr("Some of your answers ask for a word with a professional first.")
        waits = self.tr("This program cannot examine you, so it waits.")
        return f"{counted(len(view.findings))} {waits}"

    def _emergency(self, view: GateView) -> str:
        number = emergency_number(view.emergency_number)
        match view.gate:
            case Gate.RED_NOW:
                return self.tr("Call **{number}**, or let somebody take you there.").format(
                    number=number
                )
            case Gate.RED_SOON:
                return self.tr(
                    "If chest pain or sudden breathlessness comes with it, call **{number}** now."
                ).format(number=number)
        return ""

    def _note(self, view: GateView) -> str:
        if view.gate is Gate.OUT:
            return self.tr("If that was a slip of the finger, start the check again.")
        if view.waits:
            return self.tr(
                "Your daily rating and your history stay open. Once you have been seen, a new"
                " check can open sessions again, from tomorrow on."
            )
        return self.tr(
            "Your daily rating and your history stay open. Sessions open again after a new check."
        )
