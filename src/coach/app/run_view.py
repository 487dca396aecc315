"""What the player shows at one clock reading, read off the session and its timeline."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from coach.app.pace_view import PaceView, left_ms, pace_view
from coach.domain.book import Book
from coach.domain.effort import BEHIND, SMALLER_RANGE
from coach.domain.pose import ease
from coach.domain.session import RunStage, SessionState
from coach.domain.session_facts import PauseReason
from coach.domain.terms import Discomfort, Effort, PhaseKind, Side
from coach.domain.timeline import Block, Phase
from coach.domain.tingling import WINDOW_MS


class CountUnit(StrEnum):
    """What a rep is called on screen."""

    BREATH = "breath"
    REP = "rep"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class Count:
    """Where in the exercise: set, position and rep of so many; 0 where there is none."""

    set: int = 0
    sets: int = 0
    position: int = 0
    positions: int = 0
    rep: int = 0
    reps: int = 0
    unit: CountUnit = CountUnit.BREATH


@dataclass(frozen=True, slots=True)
class NextUp:
    """The set after this one. ``set`` is 0 where the exercise or the side changes."""

    name: str
    side: Side | None
    set: int = 0
    sets: int = 0


@dataclass(frozen=True, slots=True)
class Question:
    """An exercise whose effort is asked for."""

    item: int
    name: str


@dataclass(frozen=True, slots=True)
class Welcome:
    """An exercise under way whose effort may be told in this rest, and what was told of it."""

    item: int
    felt: Effort | None


@dataclass(frozen=True, slots=True)
class Told:
    """What was decided in one sentence, the rule, and the sentence behind the rule."""

    sentence: str
    rule: str
    behind: str


class TinglingStep(StrEnum):
    """Which of the two taps is next, or that both were given."""

    STRENGTH = "strength"
    AFTERMATH = "aftermath"
    TOLD = "told"


@dataclass(frozen=True, slots=True)
class TinglingView:
    """The questions after tingling. ``name`` is the exercise, ``fraction`` the part of the minute
    since stopping that is over, 0 … 1; ``ends_session`` is true where nothing may go on (N4)."""

    step: TinglingStep
    name: str
    side: Side | None
    seconds: int
    fraction: float
    ends_session: bool


@dataclass(frozen=True, slots=True)
class RunView:
    """One moment of the player.

    ``fraction`` of the phase done and ``breath`` in the lungs are 0 … 1; ``segments`` are
    (weight, fill) of each set; ``question`` is the effort asked for now, ``missing`` those of
    the rate page, ``welcome`` the one that may be told without being asked for; ``hint`` sets the
    variant apart before it begins; ``eased`` are the words of a set in the easier range (E1);
    ``decided`` is what a sign or an effort led to; ``say`` is what the voice says of the phase.
    """

    stage: RunStage
    pause: PauseReason | None
    gap_ms: float
    stopped_for: Discomfort | None
    name: str
    hint: str
    side: Side | None
    count: Count
    kind: PhaseKind
    seconds_left: int
    fraction: float
    breath: float
    cue: str
    next: NextUp | None
    segments: tuple[tuple[float, float], ...]
    left_ms: int
    position_ms: float
    question: Question | None
    missing: tuple[Question, ...]
    welcome: Welcome | None
    eased: str
    decided: Told | None
    tingling: TinglingView | None
    pace: PaceView
    say: str


def run_view(state: SessionState, clock_ms: float, book: Book) -> RunView:
    """The view of that moment."""
    position_ms = state.position(clock_ms)
    phase = state.phase(clock_ms)
    elapsed = position_ms - phase.start_ms
    fraction = min(max(elapsed / phase.duration_ms, 0.0), 1.0)
    asked = state.asked_effort(clock_ms)
    block = _shown(state, phase)
    return RunView(
        stage=state.stage,
        pause=state.pause,
        gap_ms=state.gap_ms,
        stopped_for=state.stopped_for,
        name=_name(block.exercise, book) if block else "",
        hint=_hint(phase, block, book),
        side=phase.side or (block.side if block else None),
        count=_count(state, phase, block),
        kind=phase.kind,
        seconds_left=max(1, math.ceil((phase.duration_ms - elapsed) / 1000)),
        fraction=fraction,
        breath=breath_in(state, phase, fraction),
        cue=_cue(phase, block, book),
        next=_next(state, phase, book),
        segments=_segments(state, position_ms),
        left_ms=left_ms(state, clock_ms),
        position_ms=position_ms,
        question=None if asked is None else _question(state, asked, book),
        missing=tuple(_question(state, item, book) for item in state.missing_efforts()),
        welcome=_welcome(state, clock_ms),
        eased=_eased(state, clock_ms, book),
        decided=_decided(state, book),
        tingling=_tingling(state, clock_ms, book),
        pace=pace_view(state, clock_ms),
        say=phase.say,
    )


def _name(exercise: str, book: Book) -> str:
    return book.catalog[exercise].text(book.language).name


def _short(exercise: str, book: Book) -> str:
    return book.catalog[exercise].text(book.language).short


def _question(state: SessionState, item: int, book: Book) -> Question:
    return Question(item, _short(state.exercise_of(item), book))


def _shown(state: SessionState, phase: Phase) -> Block | None:
    """The set that the words are about: the running one, or the one that is coming."""
    if phase.item is None:
        return None
    blocks = state.timeline.blocks
    same = [block for block in blocks if block.item == phase.item]
    ahead = [block for block in same if block.end_ms > phase.start_ms]
    return (ahead or same)[0]


def _count(state: SessionState, phase: Phase, block: Block | None) -> Count:
    if block is None:
        return Count()
    same = [other for other in state.timeline.blocks if other.item == block.item]
    inside = [p for p in state.timeline.phases if block.start_ms <= p.start_ms < block.end_ms]
    positions = max((p.position or 0 for p in inside), default=0)
    reps = max((p.rep or 0 for p in inside), default=0)
    if phase.kind is PhaseKind.REST:
        return Count(set=phase.set or 0, sets=max(b.set for b in same))
    return Count(
        set=block.set,
        sets=max(other.set for other in same),
        position=phase.position or 0,
        positions=positions,
        rep=phase.rep or 0,
        reps=reps,
        unit=_unit(inside),
    )


def _unit(phases: list[Phase]) -> CountUnit:
    kinds = {phase.kind for phase in phases}
    if PhaseKind.INHALE in kinds:
        return CountUnit.BREATH
    return CountUnit.REP if PhaseKind.LOWER in kinds else CountUnit.HOLD


def breath_in(state: SessionState, phase: Phase, fraction: float) -> float:
    """How full the lungs are, eased like the figure; breath goes in while lowering."""
    match phase.kind:
        case PhaseKind.INHALE | PhaseKind.LOWER:
            return ease(fraction)
        case PhaseKind.EXHALE | PhaseKind.RAISE:
            return 1.0 - ease(fraction)
        case PhaseKind.HOLD:
            before = state.timeline.at(phase.start_ms - 1)
            return 1.0 if before.kind is PhaseKind.LOWER else 0.5
        case _:
            return 0.0


def _cue(phase: Phase, block: Block | None, book: Book) -> str:
    """The sentence of the phase; a move already tells the place to take next."""
    if block is None:
        return ""
    kind = PhaseKind.GET_READY if phase.kind is PhaseKind.MOVE else phase.kind
    side = phase.side or block.side
    exercise = book.catalog[block.exercise]
    return exercise.cue(block.variant, kind, phase.position, side, book.language)


def _hint(phase: Phase, block: Block | None, book: Book) -> str:
    if block is None or phase.kind not in (PhaseKind.MOVE, PhaseKind.GET_READY):
        return ""
    return book.catalog[block.exercise].hint(block.variant, book.language, block.side)


def _next(state: SessionState, phase: Phase, book: Book) -> NextUp | None:
    """In a set the one after it, in a rest the one it leads to."""
    here = _shown(state, phase)
    if here is None:
        return None
    waits = phase.kind in (PhaseKind.REST, PhaseKind.SWITCH_SIDE)
    following = state.open_block(here.index if waits else here.index + 1)
    if following is None:
        return None
    name = _short(following.exercise, book)
    sets = max(b.set for b in state.timeline.blocks if b.item == following.item)
    again = following.item == here.item and following.set > (phase.set or 1)
    return NextUp(name, following.side, following.set if again else 0, sets)


def _segments(state: SessionState, position_ms: float) -> tuple[tuple[float, float], ...]:
    return tuple(
        (float(block.end_ms - block.start_ms), segment_fill(block, state.cursor, position_ms))
        for block in state.timeline.blocks
    )


def segment_fill(block: Block, cursor: int, position_ms: float) -> float:
    if block.index < cursor:
        return 1.0
    if block.index > cursor:
        return 0.0
    done = (position_ms - block.start_ms) / (block.end_ms - block.start_ms)
    return min(max(done, 0.0), 1.0)


def _welcome(state: SessionState, clock_ms: float) -> Welcome | None:
    item = state.effort_welcome(clock_ms)
    return None if item is None else Welcome(item, state.efforts.get(item))


def _eased(state: SessionState, clock_ms: float, book: Book) -> str:
    block = state.block(clock_ms)
    return book.texts[SMALLER_RANGE] if block and block.index in state.eased else ""


def _decided(state: SessionState, book: Book) -> Told | None:
    if state.decided is None:
        return None
    why = state.decided.why
    return Told(book.texts.sentence(why), why.rule, book.texts[BEHIND[why.rule]])


def _tingling(state: SessionState, clock_ms: float, book: Book) -> TinglingView | None:
    asked = state.asked_tingling
    if asked is None:
        return None
    elapsed_ms = min(asked.elapsed_ms(clock_ms), WINDOW_MS)
    step = TinglingStep.STRENGTH if asked.strength is None else TinglingStep.AFTERMATH
    return TinglingView(
        step=step if asked.rule is None else TinglingStep.TOLD,
        name="" if asked.item is None else _short(state.exercise_of(asked.item), book),
        side=asked.side,
        seconds=int(elapsed_ms / 1000),
        fraction=elapsed_ms / WINDOW_MS,
        ends_session=asked.ends_session,
    )
