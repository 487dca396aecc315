"""How each kind of advice looks, and the words on its buttons."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from coach.app.advice import Advice, AdviceKind, Reply, WhyLine
from coach.gui.widgets.advice_card import CardButton, CardModel, Tone
from coach.gui.widgets.disclosure import Line

NOTES = "notes"
"""The button of a consult note that opens the notes for a professional."""

_LOOKS: Mapping[AdviceKind, tuple[str, Tone]] = {
    AdviceKind.RECHECK: ("heart-pulse", Tone.WARM),
    AdviceKind.PAUSED: ("pause", Tone.WARM),
    AdviceKind.WELCOME: ("sun", Tone.CALM),
    AdviceKind.DROP: ("leaf", Tone.CALM),
    AdviceKind.DELOAD: ("leaf", Tone.CALM),
    AdviceKind.EASY_DAY: ("leaf", Tone.CALM),
    AdviceKind.LEFT_OUT: ("info", Tone.QUIET),
    AdviceKind.FLOSS: ("info", Tone.QUIET),
    AdviceKind.MOVED: ("calendar", Tone.QUIET),
    AdviceKind.STEP_UP: ("trending-up", Tone.QUIET),
    AdviceKind.LOAD: ("trending-up", Tone.QUIET),
    AdviceKind.CONSULT: ("heart-pulse", Tone.QUIET),
}
_BY_ITSELF = (AdviceKind.EASY_DAY, AdviceKind.DELOAD)
ORDER = tuple(AdviceKind)
"""Most urgent first, as the kinds are declared."""


def card_of(advice: Advice) -> CardModel:
    """The card of one piece of advice; what came by itself has its default taken (D1, D2)."""
    translate = QCoreApplication.translate
    icon_name, tone = _LOOKS[advice.kind]
    taken = advice.kind in _BY_ITSELF
    buttons = [
        CardButton(reply.value, reply_words(advice.kind, reply), taken and at == 0)
        for at, reply in enumerate(advice.replies)
        if reply is not Reply.DISMISS
    ]
    if advice.kind is AdviceKind.CONSULT:
        buttons.append(CardButton(NOTES, translate("advice", "Notes for a professional")))
    return CardModel(
        sentence=advice.sentence,
        icon_name=icon_name,
        tone=tone,
        buttons=tuple(buttons),
        why=tuple(_line(line, advice.sentence) for line in advice.why),
        dismiss=Reply.DISMISS in advice.replies,
    )


def _line(why: WhyLine, sentence: str) -> Line:
    """A reason; one that the card says already is not said twice, only its rule is named."""
    if why.text != sentence:
        return why.text, why.rule
    return QCoreApplication.translate("advice", "This follows from the guidance."), why.rule


def reply_words(kind: AdviceKind, reply: Reply) -> str:
    """What stands on the button of an answer."""
    translate = QCoreApplication.translate
    return (
        _own_words(kind, reply)
        or {
            Reply.AGREE: translate("advice", "All right"),
            Reply.DECLINE: translate("advice", "As planned"),
            Reply.DISMISS: translate("advice", "Put away"),
            Reply.START_CHECK: translate("advice", "Start the check"),
            Reply.GO_ON: translate("advice", "Go on"),
            Reply.CLEARED: translate("advice", "A professional says it is fine"),
        }[reply]
    )


def _own_words(kind: AdviceKind, reply: Reply) -> str:
    """Where a kind says it in its own way; empty where it does not."""
    translate = QCoreApplication.translate
    return {
        (AdviceKind.EASY_DAY, Reply.AGREE): translate("advice", "Lighter today"),
        (AdviceKind.DELOAD, Reply.AGREE): translate("advice", "Take it easier"),
        (AdviceKind.MOVED, Reply.AGREE): translate("advice", "Do it today"),
        (AdviceKind.MOVED, Reply.DECLINE): translate("advice", "Leave it out"),
        (AdviceKind.STEP_UP, Reply.AGREE): translate("advice", "Take the step"),
        (AdviceKind.STEP_UP, Reply.DECLINE): translate("advice", "Not now"),
        (AdviceKind.LOAD, Reply.AGREE): translate("advice", "Add a little"),
        (AdviceKind.LOAD, Reply.DECLINE): translate("advice", "Not now"),
        (AdviceKind.CONSULT, Reply.AGREE): translate("advice", "A smaller plan"),
        (AdviceKind.CONSULT, Reply.DECLINE): translate("advice", "Not now"),
    }.get((kind, reply), "")
