"""The words of the player: phases, counts, questions, in the user's language."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from coach.app.lengths import clock
from coach.app.run_view import Count, CountUnit, NextUp, RunView
from coach.domain.session import RunStage
from coach.domain.session_facts import (
    Event,
    GiveEffort,
    PauseReason,
    Report,
    TellAftermath,
    TellStrength,
)
from coach.domain.terms import Discomfort, Effort, PhaseKind, Side
from coach.domain.tingling import Aftermath, Strength
from coach.gui.widgets.effort_bar import EffortOption
from coach.gui.words import short_number

translate = QCoreApplication.translate
LONG_GAP_MS = 600_000
EFFORT_KEYS = {"1": Effort.EASY, "2": Effort.FINE, "3": Effort.NOTICEABLE, "4": Effort.TOO_MUCH}


def phase_word(kind: PhaseKind) -> str:
    """What to do now, as it stands in the ring."""
    words = {
        PhaseKind.CHECK: translate("player", "ready?"),
        PhaseKind.GET_READY: translate("player", "get ready"),
        PhaseKind.INHALE: translate("player", "breathe in"),
        PhaseKind.EXHALE: translate("player", "breathe out"),
        PhaseKind.LOWER: translate("player", "lower"),
        PhaseKind.HOLD: translate("player", "hold"),
        PhaseKind.RAISE: translate("player", "rise"),
        PhaseKind.REST: translate("player", "rest"),
        PhaseKind.MOVE: translate("player", "coming up"),
        PhaseKind.CHANGE_POSITION: translate("player", "change position"),
        PhaseKind.SWITCH_SIDE: translate("player", "other side"),
        PhaseKind.RATE: translate("player", "done"),
    }
    return words[kind]


def short_word(kind: PhaseKind) -> str:
    """The same for floor mode, where one short word fills the width."""
    words = {
        PhaseKind.INHALE: translate("player", "in"),
        PhaseKind.EXHALE: translate("player", "out"),
        PhaseKind.GET_READY: translate("player", "ready"),
        PhaseKind.MOVE: translate("player", "next"),
        PhaseKind.CHANGE_POSITION: translate("player", "change"),
        PhaseKind.SWITCH_SIDE: translate("player", "other side"),
    }
    return words.get(kind) or phase_word(kind)


def set_line(count: Count) -> str:
    """ "Set 3 of 3", or the position where there is only one set; empty where there is one."""
    if count.position and count.sets <= 1:
        words = translate("player", "Position {n} of {all}")
        return words.format(n=count.position, all=count.positions)
    if count.sets <= 1:
        return ""
    return translate("player", "Set {n} of {all}").format(n=count.set, all=count.sets)


def rep_line(count: Count) -> str:
    """ "breath 4 of 5"; empty before the first."""
    if not count.rep:
        return ""
    words = {
        CountUnit.BREATH: translate("player", "breath {n} of {all}"),
        CountUnit.REP: translate("player", "rep {n} of {all}"),
        CountUnit.HOLD: translate("player", "hold {n} of {all}"),
    }
    return words[count.unit].format(n=count.rep, all=count.reps)


def side_word(side: Side | None) -> str:
    """ "left side", empty where both work."""
    if side is None:
        return ""
    left = translate("player", "left side")
    return left if side is Side.LEFT else translate("player", "right side")


def count_line(view: RunView) -> str:
    """ "Set 3 of 3  ·  breath 4 of 5", with the side where there is one; first the variant."""
    parts = (
        translate("player", "paused") if view.stage is RunStage.PAUSED else "",
        side_word(view.side),
        set_line(view.count),
        rep_line(view.count) or view.hint,
    )
    line = "  ·  ".join(part for part in parts if part)
    return line[:1].upper() + line[1:]


def next_line(following: NextUp | None) -> str:
    """ "Hip flexor release, left side", or "Bridge, set 2 of 3"."""
    if following is None:
        return translate("player", "How it was, then done")
    if following.set:
        words = translate("player", "set {n} of {all}")
        tail = words.format(n=following.set, all=following.sets)
    else:
        tail = side_word(following.side)
    return f"{following.name}, {tail}" if tail else following.name


def left_line(view: RunView) -> str:
    """ "9:12 left", or about that where reps are counted at one's own pace."""
    words = translate("player", "{time} left")
    if view.pace.about:
        words = translate("player", "about {time} left")
    return words.format(time=clock(view.left_ms))


def breath_line(inhale_ms: int, exhale_ms: int) -> str:
    """ "4 s in  ·  6 s out"."""
    words = translate("player", "{inhale} s in  ·  {exhale} s out")
    inhale, exhale = (short_number(ms / 1000) for ms in (inhale_ms, exhale_ms))
    return words.format(inhale=inhale, exhale=exhale)


def coming_line(view: RunView) -> str:
    """The breath from the next set on and the length of the session with it (T2); empty where
    nothing changes."""
    coming = view.pace.coming
    if coming is None:
        return ""
    words = translate("player", "{breath} from the next set on, {time} in all")
    if coming.longer:
        words = translate(
            "player", "{breath} from the next set on, {time} in all: more than twelve minutes"
        )
    breath = breath_line(coming.inhale_ms, coming.exhale_ms)
    return words.format(breath=breath, time=clock(coming.session_ms))


def ring_word(view: RunView) -> str:
    """What to do now, as it stands in the ring."""
    return translate("player", "your turn") if view.pace.waits else phase_word(view.kind)


def ring_number(view: RunView) -> str:
    """The seconds left, or the rep that is waited for."""
    return str(view.count.rep if view.pace.waits else view.seconds_left)


def cue_line(view: RunView) -> str:
    """What to do, in a smaller range where that was decided (E1)."""
    if view.pace.waits:
        return translate("player", "Take your time. Enter says that this rep is done.")
    return f"{view.eased} {view.cue}".strip()


def welcome_line(view: RunView) -> str:
    """How an effort can be told in a rest, or what was told; empty where none may be."""
    if view.welcome is None:
        return ""
    felt = felt_word(view.welcome.felt)
    if felt:
        words = translate("player", "Told: {felt}  ·  1–4 change it")
        return words.format(felt=felt)
    return translate(
        "player", "How does it feel?  1 easy  ·  2 fine  ·  3 noticeable  ·  4 too much"
    )


def felt_word(effort: Effort | None) -> str:
    """An effort that was told, empty where none was."""
    words = {
        Effort.EASY: translate("player", "easy"),
        Effort.FINE: translate("player", "fine"),
        Effort.NOTICEABLE: translate("player", "noticeable"),
        Effort.TOO_MUCH: translate("player", "too much"),
    }
    return words.get(effort, "") if effort else ""


def pause_line(view: RunView) -> str:
    """Why time stands still, empty for a plain pause and where a decision says it."""
    match view.pause:
        case PauseReason.STOPPED:
            return translate("player", "Stopped. Go on from here, or finish for today?")
        case PauseReason.INTERRUPTED if view.gap_ms > LONG_GAP_MS:
            words = translate("player", "You were away for {n} minutes. Finish for today?")
            return words.format(n=round(view.gap_ms / 60_000))
        case PauseReason.INTERRUPTED:
            return translate("player", "The computer was busy or asleep. Go on from this set?")
        case _:
            return ""


def pause_actions(view: RunView) -> tuple[tuple[str, str], ...]:
    """What can be done then: (command, words), the likely one first."""
    go_on = ("resume", translate("player", "Continue"))
    finish = ("finish", translate("player", "Finish"))
    match view.pause:
        case PauseReason.WRONG:
            ask = ("recheck", translate("player", "Answer the questions"))
            return (ask, ("resume", translate("player", "Go on, it was nothing")))
        case PauseReason.INTERRUPTED if view.gap_ms > LONG_GAP_MS:
            return (finish, go_on)
        case PauseReason.STOPPED | PauseReason.INTERRUPTED:
            return (go_on, finish)
        case _:
            return ()


@dataclass(frozen=True, slots=True)
class TapOption:
    """An answer after tingling: the event it tells, its words, and a number key."""

    event: Event
    words: str
    note: str
    key: str


def strength_options() -> tuple[TapOption, ...]:
    """The first tap: how strong at most."""
    told = (
        (Strength.LITTLE, translate("player", "A little"), translate("player", "up to 2 of 10")),
        (Strength.CLEAR, translate("player", "Clear"), translate("player", "3 to 5")),
        (Strength.STRONG, translate("player", "Strong"), translate("player", "6 or more")),
    )
    return tuple(
        TapOption(TellStrength(strength), words, note, str(number))
        for number, (strength, words, note) in enumerate(told, start=1)
    )


def aftermath_options() -> tuple[TapOption, ...]:
    """The second tap: how it went on."""
    minute = translate("player", "within a minute of stopping")
    told = (
        (Aftermath.GONE, translate("player", "Gone"), minute),
        (Aftermath.STILL, translate("player", "Still there"), ""),
        (Aftermath.FURTHER, translate("player", "Further down the leg"), ""),
        (Aftermath.NUMB, translate("player", "Numb for a moment"), ""),
        (Aftermath.NUMB_STAYS, translate("player", "Numb, and it stays"), ""),
    )
    return tuple(
        TapOption(TellAftermath(after), words, note, str(number))
        for number, (after, words, note) in enumerate(told, start=1)
    )


def effort_question(name: str) -> str:
    return translate("player", "{name}: how was it?").format(name=name)


def effort_options() -> tuple[EffortOption, ...]:
    """The four answers of K9."""
    words = (
        translate("player", "Easy, 2 or more left"),
        translate("player", "Fine"),
        translate("player", "Noticeable"),
        translate("player", "Too much"),
    )
    pairs = zip(EFFORT_KEYS.items(), words, strict=True)
    return tuple(EffortOption(effort.value, text, key) for (key, effort), text in pairs)


def sign_options() -> tuple[EffortOption, ...]:
    """The signs beside them."""
    return (
        EffortOption(Discomfort.SHARP.value, translate("player", "Sharp pain"), "P"),
        EffortOption(Discomfort.TINGLING.value, translate("player", "Tingling"), "T"),
        EffortOption(Discomfort.DIZZY.value, translate("player", "Dizzy"), "D"),
    )


def answer_of(name: str, item: int | None = None) -> Event:
    """The event of an option above."""
    if name in set(Discomfort):
        return Report(Discomfort(name), item)
    return GiveEffort(Effort(name), item)
