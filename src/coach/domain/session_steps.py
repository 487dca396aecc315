"""How a running session changes: one pure function from (state, event, clock) to state and facts.

The clock is read first, then the event happens, so that a key that wakes a sleeping computer
finds a paused session.
"""

from __future__ import annotations

from coach.domain.playhead import Playhead
from coach.domain.records import SetStatus
from coach.domain.session import RunStage, SessionState
from coach.domain.session_body import Body
from coach.domain.session_facts import (
    AnswerCheck,
    Begun,
    Command,
    Event,
    Fact,
    GiveEffort,
    PauseReason,
    Report,
    Resumed,
    Retime,
    Steer,
    TellAftermath,
    TellStrength,
)
from coach.domain.timeline import Block

BACK_MS = 3_000
"""Further into a set than this, back means its own start."""


def advance(
    state: SessionState, event: Event, clock_ms: float
) -> tuple[SessionState, tuple[Fact, ...]]:
    """The state after ``event`` at that clock reading, and what happened, in order.

    An event that makes no sense at the moment changes nothing. Rules S7, S8, E1-E3,
    N1-N4, K9, T2, T3.
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
        case TellStrength():
            step.tell_strength(event)
        case TellAftermath():
            step.tell_aftermath(event)
        case Retime():
            step.retime(event)
        case Command():
            _COMMANDS[event](step)
    step.settle()
    return step.state, tuple(step.facts)


class _Step(Body):
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
        self.back_to_tingling()

    def pause(self) -> None:
        if self.state.stage is RunStage.RUNNING:
            self.halt(PauseReason.PAUSED, self.clock_ms)

    def resume(self) -> None:
        """Go on; after an interruption from the start of the set, for nobody knows its middle."""
        if not self.past_tingling():
            return
        if self.state.stage is not RunStage.PAUSED:
            return
        if self.state.pause is PauseReason.WRONG:
            self.change(decided=None)
        head = self.state.playhead
        block = self.state.block(self.clock_ms)
        if self.state.pause is PauseReason.INTERRUPTED and block is not None:
            self.place(block.start_ms)
            head = self.state.playhead
        head = head.started(self.clock_ms)
        self.change(stage=RunStage.RUNNING, playhead=head, pause=None, gap_ms=0.0)
        self.tell(Resumed(round(self.here_ms)))

    def skip(self) -> None:
        """To the end of the running set, or from between sets to the next one."""
        if self.state.asked_tingling is not None:
            self.leave_tingling()
            self.resume()
            return
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
        if self.state.asked_tingling is not None:
            self.ask_tingling_again()
            return
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
                if self.state.tingling is None:
                    self.finish()
            case _:
                self.halt(PauseReason.STOPPED, self.clock_ms)


_COMMANDS = {
    Command.PAUSE: _Step.pause,
    Command.RESUME: _Step.resume,
    Command.BACK: _Step.back,
    Command.SKIP: _Step.skip,
    Command.STOP: _Step.stop,
    Command.FINISH: _Step.finish,
    Command.RECHECK: _Step.recheck,
    Command.OWN_PACE: _Step.toggle_own_pace,
    Command.COUNT: _Step.count,
}
