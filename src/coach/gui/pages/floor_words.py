"""The few words of floor mode."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from coach.app.run_view import RunView
from coach.domain.session import RunStage
from coach.gui.pages import player_words as words

translate = QCoreApplication.translate


def word(view: RunView) -> str:
    """What to do, in one word or two."""
    if view.pace.waits:
        return translate("player", "your turn")
    return (
        words.short_word(view.kind)
        if view.stage is RunStage.RUNNING
        else translate("player", "paused")
    )


def number(view: RunView) -> str:
    """The seconds left; the rep that is waited for has its place in the count."""
    running = view.stage is RunStage.RUNNING and not view.pace.waits
    return str(view.seconds_left) if running else ""


def rep(view: RunView) -> str:
    """ "4 of 5", empty between the sets."""
    if not view.count.rep:
        return ""
    return translate("player", "{n} of {all}").format(n=view.count.rep, all=view.count.reps)


def place(view: RunView) -> str:
    """The side that works, or else the set."""
    return words.side_word(view.side) or words.set_line(view.count).lower()


def message(view: RunView) -> str:
    """What has to be told in words: what is asked, what was decided, what comes next."""
    told = view.decided.sentence if view.decided else ""
    if view.stage is not RunStage.RUNNING:
        paused = translate("player", "Paused. {name}").format(name=view.name)
        return words.pause_line(view) or told or paused
    if view.question is not None:
        asked = words.effort_question(view.question.name)
        return "\n".join(part for part in (told or view.say, asked) if part)
    if view.kind.is_work:
        return told or "\n".join(part for part in (view.eased, words.coming_line(view)) if part)
    return "\n".join(part for part in (told, view.say) if part)
