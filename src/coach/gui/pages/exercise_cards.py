"""The cards of words beside the figure of an exercise."""

from __future__ import annotations

from collections.abc import Sequence

from coach.app.exercise_view import ExerciseView, Origin, VariantOption
from coach.gui.widgets.card import Card
from coach.gui.widgets.chip import Chip, ChipKind
from coach.gui.widgets.flow import FlowLayout
from coach.gui.widgets.pick_chips import Pick, PickChips
from coach.gui.widgets.step_list import StepList
from coach.gui.widgets.text import BODY, SMALL, Text


class HowCard(Card):
    """Numbered steps of the variant and side on show."""

    def __init__(self) -> None:
        super().__init__(self.tr("How"))
        self.steps = StepList()
        self.body.addWidget(self.steps)

    def show_steps(self, steps: Sequence[str]) -> None:
        """Show these steps."""
        self.steps.show_steps(steps)


class WhyCard(Card):
    """Why the exercise may help."""

    def __init__(self) -> None:
        super().__init__(self.tr("Why it may help"))
        self.words = Text("", BODY)
        self.body.addWidget(self.words)

    def show_words(self, words: str) -> None:
        """Show these words."""
        self.words.setText(words)


class VariantCard(Card):
    """Every way to do it, from easier to harder; ``chips.picked`` carries the one to look at."""

    def __init__(self) -> None:
        super().__init__(self.tr("Easier and harder"))
        self.chips = PickChips(self.tr("Ways to do it, from easier to harder"))
        self.easier, self.harder = Text("", SMALL), Text("", SMALL)
        self.body.addWidget(self.chips)
        self.body.addSpacing(4)
        self.body.addWidget(self.easier)
        self.body.addWidget(self.harder)

    def show_view(self, view: ExerciseView) -> None:
        """Show the variants, and how to change the one on show."""
        self.chips.show_picks([self._pick(option) for option in view.variants], view.variant)
        self.easier.setText(self.tr("Easier: {words}").format(words=view.easier))
        self.harder.setText(self.tr("Harder: {words}").format(words=view.harder))
        self.easier.setVisible(bool(view.easier))
        self.harder.setVisible(bool(view.harder))

    def _pick(self, option: VariantOption) -> Pick:
        words = "{name}"
        if option.in_plan:
            words = self.tr("{name} · in your plan")
        elif option.ruled_out:
            words = self.tr("{name} · left out by your answers")
        return Pick(option.id, words.format(name=option.name))


class CareCard(Card):
    """What to take care of."""

    def __init__(self) -> None:
        super().__init__(self.tr("Take care"))
        self._flow = FlowLayout()
        self.chips: list[Chip] = []
        self.body.addLayout(self._flow)

    def show_cautions(self, cautions: Sequence[str]) -> None:
        """Show these, one chip each."""
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [Chip(caution, ChipKind.ACCENT) for caution in cautions]
        for chip in self.chips:
            self._flow.addWidget(chip)


class OriginCard(Card):
    """The articles and rules that the exercise comes from."""

    def __init__(self) -> None:
        super().__init__(self.tr("Where it comes from"))
        self.lines: list[Text] = []

    def show_view(self, view: ExerciseView) -> None:
        """Show articles first, then rules."""
        for line in self.lines:
            self.body.removeWidget(line)
            line.hide()
            line.deleteLater()
        words = [self._article(origin) for origin in view.articles]
        words += [f"**{origin.id}** {origin.sentence}" for origin in view.rules]
        self.lines = [Text(sentence, SMALL) for sentence in words]
        for line in self.lines:
            self.body.addWidget(line)

    def _article(self, origin: Origin) -> str:
        number = int(origin.id) if origin.id.isdecimal() else origin.id
        return self.tr("**Article {number}:** {sentence}").format(
            number=number, sentence=origin.sentence
        )
