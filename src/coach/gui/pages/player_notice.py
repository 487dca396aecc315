"""What the player tells or asks without covering anything: bars, or the effort question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.app.run_view import RunView, Told
from coach.domain.session_facts import Command
from coach.gui.pages import player_words as words
from coach.gui.pages.player_keys import PlayerKeys
from coach.gui.theme import Theme, current_theme
from coach.gui.widgets.advice_card import AdviceCard, CardButton, CardModel
from coach.gui.widgets.banner import Banner, BannerKind
from coach.gui.widgets.base import Themed
from coach.gui.widgets.effort_bar import EffortBar


def told_card(told: Told, actions: Sequence[tuple[str, str]] = ()) -> CardModel:
    """A decision with its reason, and what can be done about it."""
    return CardModel(
        told.sentence,
        buttons=tuple(CardButton(name, said) for name, said in actions),
        why=((told.behind, told.rule),),
    )


class PlayerNotice(Themed, QWidget):
    """``chosen`` carries an event of the session."""

    chosen = Signal(object)

    def __init__(self, keys: PlayerKeys, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._asked: int | None = None
        self._said: tuple[str, tuple[tuple[str, str], ...]] = ("", ())
        self.unsaved = Banner()
        self.bar = Banner()
        self.bar.action.connect(lambda name: self.chosen.emit(Command(name)))
        self.told = AdviceCard(CardModel(""))
        self.told.setHidden(True)
        self.told.chosen.connect(lambda name: self.chosen.emit(Command(name)))
        keys.watch(self.told.why.button)
        self.effort: EffortBar | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.unsaved)
        self._box.addWidget(self.bar)
        self._box.addWidget(self.told)
        self.restyle(current_theme())

    def restyle(self, theme: Theme) -> None:
        self._box.setSpacing(theme.space(8))

    def show_unsaved(self, why: str) -> None:
        """Say that something is not on the disk yet; empty when it is."""
        text = self.tr("Not saved yet, trying again. {why}").format(why=why) if why else ""
        self.unsaved.show_message(text, BannerKind.WARN)

    def show_view(self, view: RunView) -> None:
        """Show what this moment asks; nothing is built anew while nothing changes."""
        said = (words.pause_line(view), words.pause_actions(view))
        if said != self._said:
            self._said = said
            self.bar.show_message(said[0], BannerKind.INFO, said[1])
            for button in self.bar.buttons.values():
                self._keys.watch(button)
        self._tell(view)
        asked = view.question.item if view.question else None
        if asked != self._asked:
            self._asked = asked
            self._ask(view)

    def _tell(self, view: RunView) -> None:
        """What was decided, and why; not while something else is asked."""
        shown = None if words.pause_line(view) else view.decided
        self.told.setHidden(shown is None)
        if shown is None:
            self.told.why.set_open(False)
            return
        model = told_card(shown, words.pause_actions(view))
        if model != self.told.model:
            self.told.show_model(model)
            for button in self.told.buttons.values():
                self._keys.watch(button)

    def _ask(self, view: RunView) -> None:
        if self.effort is not None:
            self._box.removeWidget(self.effort)
            self.effort.hide()
            self.effort.deleteLater()
            self.effort = None
        if view.question is None:
            return
        question = words.effort_question(view.question.name)
        self.effort = EffortBar(question, words.effort_options())
        self.effort.chosen.connect(lambda name: self.chosen.emit(words.answer_of(name)))
        self._box.addWidget(self.effort)
        self.effort.show()  # at once: Qt would wait a turn, and one frame would overlap
        for button in self.effort.buttons.values():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._keys.watch(button)
