"""How a running session changes: one pure function from (state, event, clock) to state and facts.

The clock is read first, then the event happens, so that a key that wakes a sleeping computer
finds a paused session.
"""

from __future__ import annotations

from coach.domain.playhead import Playhead
from coach.domain.records import SetStatus
from coach.domain.session import RunStage, SessionState, floss_items
from coach.domain.session_facts import (
    AnswerCheck,
    Begun,
    Command,
    DiscomfortGiven,
    Event,
    Fact,
    GiveEffort,
    PauseReason,
    RecheckAsked,
    Report,
    Resumed,
    RunFinished,
    RunStopped,
    Steer,
)
from coach.domain.session_flow import Flow
from coach.domain.terms import Discomfort, Effort, PhaseKind, Side
from coach.domain.timeline import Block

BACK_MS = 3_000
"""Further into a set than this, back means its own start."""


def advance(
    state: SessionState, event: Event, clock_ms: float
) -> tuple[SessionState, tuple[Fact, ...]]:
    """The state after ``event`` at that clock reading, and what happened, in order.

    An event that makes no sense at the moment changes nothing. Rules S7, S8, E1-E3, K9, T3.
    """
    if state.stage.is_over:
        return state, ()
    step = _Step(state, clock_ms)
    step.tick()
    match event:
        case Steer():
            step.steer(event)
        case AnswerCheck():
            step.answer(event)
        case Report():
            step.report(event)
        case GiveEffort():
            step.effort(event)
        case Command():
            _COMMANDS[event](step)
    step.settle()
    return step.state, tuple(step.facts)


class _Step(Flow):
    """One event, with what time did before it."""

    # ---- what the user does ---------------------------------------------------------------
    def answer(self, event: AnswerCheck) -> None:
        if self.state.stage is not RunStage.CHECK:
            return
        if event.something_new:
            self.recheck()
            return
        start_ms = self.state.start_ms
        head = Playhead(float(start_ms), self.clock_ms, running=True)
        self.change(stage=RunStage.RUNNING, playhead=head, begun=True)
        self.tell(Begun(start_ms))

    def pause(self) -> None:
        if self.state.stage is RunStage.RUNNING:
            self.halt(PauseReason.PAUSED, self.clock_ms)

    def resume(self) -> None:
        """Go on; after an interruption from the start of the set, for nobody knows its middle."""
        if self.state.stage is not RunStage.PAUSED:
            return
        head = self.state.playhead
        block = self.state.block(self.clock_ms)
        if self.state.pause is PauseReason.INTERRUPTED and block is not None:
            head = head.moved(block.start_ms, self.clock_ms)
        head = head.started(self.clock_ms)
        self.change(stage=RunStage.RUNNING, playhead=head, pause=None, gap_ms=0.0)
        self.tell(Resumed(round(self.here_ms)))

    def skip(self) -> None:
        """To the end of the running set, or from between sets to the next one."""
        if not self.under_way:
            return
        block = self.state.block(self.clock_ms)
        if block is not None:
            self.end_running(SetStatus.SKIPPED)
            self.jump(block.end_ms)
            return
        following = self.state.open_block(self.state.cursor)
        self.jump(following.start_ms if following else self.state.guided_end_ms)

    def back(self) -> None:
        """To the start of the set, or early in it and between sets to the one before."""
        if not self.under_way:
            return
        block = self.state.block(self.clock_ms)
        if block is None or self.here_ms - block.start_ms <= BACK_MS:
            block = self._before() or block
        if block is None:
            self.jump(self.state.guided_start_ms)
            return
        self.change(cursor=block.index)
        self.jump(block.start_ms)

    def _before(self) -> Block | None:
        blocks = reversed(self.state.timeline.blocks[: self.state.cursor])
        return next((b for b in blocks if b.item not in self.state.left_out), None)

    def stop(self) -> None:
        """S asks nothing: time stands, and going on or finishing are both one key away.

        Before the question is answered it means "not now": a session taken up stays open.
        """
        match self.state.stage:
            case RunStage.CHECK:
                self.change(stage=RunStage.STOPPED)
            case RunStage.RATING:
                self.finish()
            case _:
                self.halt(PauseReason.STOPPED, self.clock_ms)

    def finish(self) -> None:
        if self.state.stage is not RunStage.RATING:
            self._stop()
            return
        for item in self.state.missing_efforts():
            if item not in self.state.efforts:
                self.note_effort(item, Effort.NOT_GIVEN)
        self.change(stage=RunStage.FINISHED)
        self.tell(RunFinished(self.state.timeline.total_ms))

    def _stop(self) -> None:
        if self.under_way:
            self.end_running(SetStatus.STOPPED)
        place_ms = self.here_ms
        head = self.state.playhead.paused(self.clock_ms)
        self.change(stage=RunStage.STOPPED, playhead=head, pause=None)
        if self.state.begun:
            self.tell(RunStopped(round(place_ms)))

    def recheck(self) -> None:
        """The readiness questions come again; nothing goes on before they are answered."""
        self.finish()
        self.tell(RecheckAsked())

    # ---- what the body says ---------------------------------------------------------------
    def report(self, event: Report) -> None:
        kind = event.kind
        if self.state.stage is RunStage.CHECK:
            if kind is Discomfort.WRONG:
                self.recheck()
            return
        item, side = self._concerned()
        if self.state.stage is RunStage.RATING and event.item in self.state.worked:
            item, side = event.item, None
        exercise = None if item is None else self.state.exercise_of(item)
        self.tell(DiscomfortGiven(kind, item, exercise, side, round(self.here_ms)))
        match kind:
            case Discomfort.WRONG:
                self._wrong()
            case Discomfort.DIZZY:
                self.change(stopped_for=kind)
                self.finish()
            case _:
                self._end_item(kind, item)

    def _wrong(self) -> None:
        if self.state.stage is RunStage.RATING:
            self.recheck()
        else:
            self.halt(PauseReason.WRONG, self.clock_ms)

    def _concerned(self) -> tuple[int | None, Side | None]:
        """The exercise and side that a sign speaks of: between sets those just done."""
        state, phase = self.state, self.state.phase(self.clock_ms)
        between = phase.kind in (PhaseKind.REST, PhaseKind.SWITCH_SIDE)
        if phase.item is not None and phase.kind is not PhaseKind.MOVE and not between:
            return phase.item, phase.side
        item = phase.item
        if not between:
            item = state.item_before(len(state.timeline.blocks) if item is None else item)
        sides = [b.side for b in state.timeline.blocks[: state.cursor] if b.item == item]
        return item, sides[-1] if sides else None

    def _end_item(self, kind: Discomfort, item: int | None) -> None:
        """E2: this exercise is over for today; tingling also leaves out the nerve floss (N2)."""
        if item is not None:
            running = self.state.block(self.clock_ms)
            if running is not None and running.item == item:
                self.end_running(SetStatus.STOPPED)
            out = self.state.left_out | {item}
            self.change(left_out=out, signs={**self.state.signs, item: kind})
        if kind is Discomfort.TINGLING:
            floss = floss_items(self.state.timeline)
            self.change(left_out=self.state.left_out | floss)

    def effort(self, event: GiveEffort) -> None:
        if event.effort is Effort.NOT_GIVEN:
            return
        if self.state.stage is RunStage.RATING:
            missing = self.state.missing_efforts()
            item = event.item if event.item is not None else next(iter(missing), None)
            known = item in self.state.worked
        else:
            item = self.state.asked_effort(self.clock_ms)
            known = event.item in (None, item)
        if item is not None and known:
            self.note_effort(item, event.effort)


_COMMANDS = {
    Command.PAUSE: _Step.pause,
    Command.RESUME: _Step.resume,
    Command.BACK: _Step.back,
    Command.SKIP: _Step.skip,
    Command.STOP: _Step.stop,
    Command.FINISH: _Step.finish,
    Command.RECHECK: _Step.recheck,
}
