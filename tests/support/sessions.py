"""Sessions for tests: a short hand-made timeline and the steps of a run."""

from __future__ import annotations

from dataclasses import dataclass, field

from coach.domain.session import SessionState, new_session
from coach.domain.session_facts import AnswerCheck, Event, Fact, Tick
from coach.domain.session_steps import advance
from coach.domain.terms import PhaseKind, Side
from coach.domain.timeline import Block, Phase, Timeline

K = PhaseKind
BRIDGE, RELEASE, FLOSS = "breathing_bridge", "hip_flexor_release", "nerve_floss"
DEADLIFT = "single_leg_deadlift"


class _Writer:
    """Puts phases one after another and closes blocks round them."""

    def __init__(self, inhale_s: float = 4, exhale_s: float = 6) -> None:
        self.inhale_s, self.exhale_s = inhale_s, exhale_s
        self.phases: list[Phase] = []
        self.blocks: list[Block] = []
        self.item = -1
        self.exercise = ""
        self.variant = "v"

    @property
    def now_ms(self) -> int:
        return self.phases[-1].end_ms if self.phases else 0

    def add(self, kind: PhaseKind, seconds: float, **where: object) -> None:
        inside = kind not in (K.CHECK, K.RATE)
        base: dict[str, object] = {"item": self.item, "exercise": self.exercise} if inside else {}
        phase = Phase(self.now_ms, round(seconds * 1000), kind, **{**base, **where})  # type: ignore[arg-type]
        self.phases.append(phase)

    def tempo_set(self, number: int, reps: int, side: Side) -> None:
        """Reps of 3 s down, 1 s held and 2 s up."""
        start = self.now_ms
        for rep in range(1, reps + 1):
            for kind, seconds in ((K.LOWER, 3), (K.HOLD, 1), (K.RAISE, 2)):
                self.add(kind, seconds, set=number, rep=rep, side=side)
        self._close(number, reps, side, start)

    def begin(self, exercise: str, variant: str = "v") -> None:
        self.item, self.exercise, self.variant = self.item + 1, exercise, variant
        if self.item:
            self.add(K.MOVE, 10)
        self.add(K.GET_READY, 5)

    def set(self, number: int, reps: int, side: Side | None = None) -> None:
        start = self.now_ms
        for rep in range(1, reps + 1):
            self.add(K.INHALE, self.inhale_s, set=number, rep=rep, side=side)
            self.add(K.EXHALE, self.exhale_s, set=number, rep=rep, side=side)
        self._close(number, reps, side, start)

    def _close(self, number: int, reps: int, side: Side | None, start: int) -> None:
        index = len(self.blocks)
        self.blocks.append(
            Block(
                index,
                self.item,
                self.exercise,
                self.variant,
                number,
                side,
                start,
                self.now_ms,
                reps,
            )
        )


def small_timeline(inhale_s: float = 4, exhale_s: float = 6) -> Timeline:
    """Check 0–10 s; bridge 2 sets of 2 breaths (15–35, rest, 50–70); release left (85–105) and
    right (117–137) after a switch; floss left (152–162); rate from 162 s."""
    write = _Writer(inhale_s, exhale_s)
    write.add(K.CHECK, 10)
    write.begin(BRIDGE)
    write.set(1, 2)
    write.add(K.REST, 15, set=1)
    write.set(2, 2)
    write.begin(RELEASE)
    write.set(1, 2, Side.LEFT)
    write.add(K.SWITCH_SIDE, 12, side=Side.RIGHT)
    write.set(1, 2, Side.RIGHT)
    write.begin(FLOSS)
    write.set(1, 1, Side.LEFT)
    write.add(K.RATE, 10)
    return Timeline(tuple(write.phases), tuple(write.blocks))


def three_sets() -> Timeline:
    """Check 0–10 s; bridge in three sets (15–25, 35–45, 55–65) with rests; release (80–90)."""
    write = _Writer()
    write.add(K.CHECK, 10)
    write.begin(BRIDGE)
    for number in (1, 2, 3):
        write.set(number, 1)
        if number < 3:
            write.add(K.REST, 10, set=number)
    write.begin(RELEASE)
    write.set(1, 1)
    write.add(K.RATE, 10)
    return Timeline(tuple(write.phases), tuple(write.blocks))


def hinge_timeline(variant: str = "toe_free") -> Timeline:
    """Check 0–10 s; floss left (15–25) and right (37–47) after a switch; deadlift left (62–72),
    rest, and again (92–102); bridge (117–127); rate from 127 s."""
    write = _Writer()
    write.add(K.CHECK, 10)
    write.begin(FLOSS)
    write.set(1, 1, Side.LEFT)
    write.add(K.SWITCH_SIDE, 12, side=Side.RIGHT)
    write.set(1, 1, Side.RIGHT)
    write.begin(DEADLIFT, variant)
    write.set(1, 1, Side.LEFT)
    write.add(K.REST, 20, set=1)
    write.set(2, 1, Side.LEFT)
    write.begin(BRIDGE)
    write.set(1, 1)
    write.add(K.RATE, 10)
    return Timeline(tuple(write.phases), tuple(write.blocks))


def tempo_timeline(inhale_s: float = 4, exhale_s: float = 6) -> Timeline:
    """Check 0–10 s; bridge (15–25), rest, and again (35–45); deadlift left (60–72) and right
    (78–90) in two reps each, rest, left again (110–122); release (137–147); rate from 147 s."""
    write = _Writer(inhale_s, exhale_s)
    write.add(K.CHECK, 10)
    write.begin(BRIDGE)
    write.set(1, 1)
    write.add(K.REST, 10, set=1)
    write.set(2, 1)
    write.begin(DEADLIFT, "toe_free")
    write.tempo_set(1, 2, Side.LEFT)
    write.add(K.SWITCH_SIDE, 6, side=Side.RIGHT)
    write.tempo_set(1, 2, Side.RIGHT)
    write.add(K.REST, 20, set=1)
    write.tempo_set(2, 2, Side.LEFT)
    write.begin(RELEASE)
    write.set(1, 1)
    write.add(K.RATE, 10)
    return Timeline(tuple(write.phases), tuple(write.blocks))


@dataclass
class Run:
    """A state with its clock; ``facts`` collects everything that was told."""

    state: SessionState
    clock_ms: float = 0.0
    facts: list[Fact] = field(default_factory=list)

    @property
    def position_ms(self) -> float:
        return self.state.position(self.clock_ms)

    def do(self, event: Event, after_s: float = 0.0) -> list[Fact]:
        """``event`` so many seconds later; the facts it brought."""
        self.clock_ms += after_s * 1000
        self.state, facts = advance(self.state, event, self.clock_ms)
        self.facts += facts
        return list(facts)

    def wait(self, seconds: float, step_s: float = 1.0) -> list[Fact]:
        """Let time pass in ticks; the facts they brought."""
        before = len(self.facts)
        left = seconds
        while left > 1e-9:
            self.do(Tick(), min(step_s, left))
            left -= step_s
        return self.facts[before:]

    def until(self, position_s: float) -> list[Fact]:
        """Let time pass up to a place in the timeline."""
        return self.wait(position_s - self.position_ms / 1000)


def started_run(timeline: Timeline | None = None) -> Run:
    """A run whose question was answered with no: it stands at the end of the check."""
    run = Run(new_session(timeline or small_timeline(), 0.0))
    run.do(AnswerCheck(something_new=False))
    return run
