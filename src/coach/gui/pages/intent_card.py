"""When and where: two plans of one line, picked or in own words, with the sentence below (A1)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from coach.domain.intent import Intent, Part, sentences
from coach.domain.reason import Texts
from coach.gui.pages.intent_field import IntentField
from coach.gui.theme import Theme, Token, current_theme
from coach.gui.widgets.buttons import Button, ButtonKind
from coach.gui.widgets.card import Card
from coach.gui.widgets.flow import Columns, FlowLayout
from coach.gui.widgets.text import BODY, SMALL, SOFT, Text


class IntentCard(Card):
    """``saved(intent)`` carries what the user wants to keep, an empty one after Clear.

    With ``buttons=False`` the page around it keeps what ``intent()`` says.
    """

    saved = Signal(object)

    def __init__(self, texts: Texts, *, buttons: bool = True) -> None:
        super().__init__(self.tr("When and where"), note=self._note())
        self._texts = texts
        self._stored = Intent()
        self.fields = {
            Part.CUE: IntentField(
                Part.CUE, self.tr("When"), self.tr("for example: the dog has been out"), texts
            ),
            Part.PLACE: IntentField(
                Part.PLACE, self.tr("Where"), self.tr("for example: in the garden"), texts
            ),
            Part.OBSTACLE: IntentField(
                Part.OBSTACLE,
                self.tr("What may get in the way"),
                self.tr("for example: guests are here"),
                texts,
            ),
        }
        self._columns = Columns(stack_below_px=700)
        for field in self.fields.values():
            field.changed.connect(self._changed)
            self._columns.add(field)
        self.start, self.barrier = Text("", BODY), Text("", BODY)
        self.hint = Text(
            self.tr(
                "Pick a moment, a place or what may get in the way: your sentence stands here."
            ),
            SOFT,
        )
        self._build_buttons()
        self._assemble(buttons=buttons)
        self._show_preview()
        self.restyle(current_theme())

    def _note(self) -> str:
        return self.tr(
            "Deciding on the moment beforehand can help a little with starting. All of it is"
            " optional."
        )

    def _build_buttons(self) -> None:
        self.save = Button(self.tr("Save"), compact=True)
        self.save.setAccessibleName(self.tr("Save when and where"))
        self.save.clicked.connect(self._save)
        self.clear = Button(self.tr("Clear"), ButtonKind.QUIET, compact=True)
        self.clear.setAccessibleName(self.tr("Clear when and where"))
        self.clear.clicked.connect(self._clear)
        self.state = Text("", SMALL, wrap=False)

    def _assemble(self, *, buttons: bool) -> None:
        preview = Card(token=Token.BACKGROUND, padding_px=16, radius_px=14)
        for line in (self.start, self.barrier, self.hint):
            preview.body.addWidget(line)
        row = QWidget()
        flow = FlowLayout(row)
        for widget in (self.save, self.clear, self.state):
            flow.addWidget(widget)
        for part in (self._columns, preview, row):
            self.body.addWidget(part)
        row.setVisible(buttons)

    def show_intent(self, stored: Intent) -> None:
        """Show what is kept; what is being changed stays while nothing else is kept."""
        if stored != self._stored or not self._edited():
            for part, field in self.fields.items():
                field.show_chosen(stored.part(part))
        self._stored = stored
        self._show_preview()

    def intent(self) -> Intent | None:
        """What stands there now; ``None`` while own words cannot be kept."""
        if not all(field.ready() for field in self.fields.values()):
            return None
        return Intent(*(field.chosen() for field in self.fields.values()))

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab comes to, in order."""
        fields = (stop for field in self.fields.values() for stop in field.stops())
        return (*fields, self.save, self.clear)

    def restyle(self, theme: Theme) -> None:
        super().restyle(theme)
        self.body.setSpacing(theme.space(14))

    def _edited(self) -> bool:
        return self.intent() != self._stored

    def _changed(self) -> None:
        self.state.setText("")
        self._show_preview()

    def _show_preview(self) -> None:
        intent = self.intent()
        told = sentences(intent, self._texts) if intent is not None else ()
        self._show_line(self.start, told[0] if told else "")
        self._show_line(self.barrier, told[1] if len(told) > 1 else "")
        self.hint.setHidden(bool(told))
        for field in self.fields.values():
            field.list.setAccessibleDescription(" ".join(told))
        self.save.setEnabled(intent is not None)
        self.clear.setEnabled(intent is None or not (intent.empty and self._stored.empty))

    def _show_line(self, line: Text, words: str) -> None:
        line.setText(words)
        line.setVisible(bool(words))

    def _save(self) -> None:
        intent = self.intent()
        if intent is not None:
            self._keep(intent, self.tr("Saved."))

    def _clear(self) -> None:
        for field in self.fields.values():
            field.show_chosen(None)
        self.fields[Part.CUE].list.setFocus(Qt.FocusReason.TabFocusReason)
        self._keep(Intent(), self.tr("Cleared."))

    def _keep(self, intent: Intent, told: str) -> None:
        self._stored = intent
        self.saved.emit(intent)
        self._show_preview()
        self.state.setText(told)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, told))
