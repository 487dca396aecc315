"""What time does to a running session: sets end, exercises that are over are left out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from coach.domain.playhead import Playhead
from coach.domain.records import SetStatus
from coach.domain.session import RunStage, SessionState, reps_done
from coach.domain.session_facts import (
    BlockEnded,
    EffortGiven,
    Fact,
    Jumped,
    Paused,
    PauseReason,
    RatingOpened,
    Steer,
)
from coach.domain.terms import Effort
from coach.domain.timeline import Block

_UNDER_WAY = (RunStage.RUNNING, RunStage.PAUSED)


class Flow:
    """One change under way: the state so far and the facts so far."""

    def __init__(self, state: SessionState, clock_ms: float) -> None:
        self.state = state
        self.clock_ms = clock_ms
        self.facts: list[Fact] = []

    @property
    def here_ms(self) -> float:
        return self.state.position(self.clock_ms)

    @property
    def under_way(self) -> bool:
        return self.state.stage in _UNDER_WAY

    def change(self, **changes: Any) -> None:
        self.state = replace(self.state, **changes)

    def tell(self, fact: Fact) -> None:
        self.facts.append(fact)

    def tick(self) -> None:
        gap_ms = self.clock_ms - self.state.tick_ms
        runs = self.state.stage is RunStage.RUNNING and not self.state.held
        if runs and gap_ms > self.state.max_gap_ms:
            self.halt(PauseReason.INTERRUPTED, self.state.tick_ms)
            self.change(gap_ms=gap_ms)
        self.change(tick_ms=max(self.clock_ms, self.state.tick_ms))
        self.settle()

    def settle(self) -> None:
        """Whatever the place asks for: sets that ended, exercises left out, the rate page."""
        if not self.under_way:
            return
        self._end_passed()
        phase = self.state.phase(self.clock_ms)
        if phase.item in self.state.left_out:
            self._leave()
        if self.under_way and self.here_ms >= self.state.guided_end_ms:
            self._open_rating()
        if self.under_way:
            self._close_questions()
            self._forget_decision()

    def _end_passed(self) -> None:
        here_ms = self.here_ms
        blocks = self.state.timeline.blocks
        while self.state.cursor < len(blocks) and blocks[self.state.cursor].end_ms <= here_ms:
            block = blocks[self.state.cursor]
            out = block.item in self.state.left_out
            self._end(block, SetStatus.SKIPPED if out else SetStatus.DONE, 0 if out else block.reps)

    def _end(self, block: Block, status: SetStatus, reps: int) -> None:
        """The block at the cursor is over. One that was left out keeps its first result."""
        state = self.state
        if not (block.item in state.left_out and block.index in state.ended):
            place_ms = min(round(self.here_ms), block.end_ms)
            self.tell(BlockEnded(block, status, reps, place_ms))
        worked = state.worked | {block.item} if reps else state.worked
        self.change(cursor=block.index + 1, ended=state.ended | {block.index}, worked=worked)

    def end_running(self, status: SetStatus) -> None:
        block = self.state.block(self.clock_ms)
        if block is not None:
            self._end(block, status, reps_done(self.state.timeline, block, self.here_ms))

    def jump(self, target_ms: float) -> None:
        """Go on from ``target_ms``; sets that are passed over are skipped."""
        blocks = self.state.timeline.blocks
        while self.state.cursor < len(blocks) and blocks[self.state.cursor].end_ms <= target_ms:
            self._end(blocks[self.state.cursor], SetStatus.SKIPPED, 0)
        self.place(target_ms)
        self.tell(Jumped(round(target_ms)))

    def place(self, target_ms: float) -> None:
        """Put the playhead there; no rep behind it counts as counted."""
        self.change(
            playhead=self.state.playhead.moved(target_ms, self.clock_ms),
            counted_ms=min(self.state.counted_ms, round(target_ms)),
        )

    def _leave(self) -> None:
        """From an exercise that is over to the move before the next open one, or to rating."""
        following = self.state.open_block(self.state.cursor)
        if following is None:
            self.jump(self.state.guided_end_ms)
            return
        phases = self.state.timeline.phases
        self.jump(next(p.start_ms for p in phases if p.item == following.item))

    def _open_rating(self) -> None:
        end_ms = self.state.guided_end_ms
        head = Playhead(float(end_ms), self.clock_ms)
        self.change(stage=RunStage.RATING, playhead=head, pause=None)
        self.tell(RatingOpened(end_ms))

    def _close_questions(self) -> None:
        """An exercise that is behind us and was not answered for is not given (K9)."""
        asked = self.state.asked_effort(self.clock_ms)
        ahead = {block.item for block in self.state.timeline.blocks[self.state.cursor :]}
        for item in sorted(self.state.worked - ahead - {asked}):
            if item not in self.state.efforts and item not in self.state.signs:
                self.note_effort(item, Effort.NOT_GIVEN)

    def _forget_decision(self) -> None:
        """What was decided is told until the next set runs."""
        running = self.state.stage is RunStage.RUNNING
        if self.state.decided and running and self.state.block(self.clock_ms):
            self.change(decided=None)

    def halt(self, reason: PauseReason, clock_ms: float) -> None:
        head = self.state.playhead.paused(clock_ms)
        self.change(stage=RunStage.PAUSED, pause=reason, playhead=head, gap_ms=0.0)
        self.tell(Paused(reason, round(self.here_ms)))

    def steer(self, event: Steer) -> None:
        if self.state.stage is not RunStage.RUNNING:
            return
        low = max(self.state.guided_start_ms, self.state.counted_ms)
        high = self.state.guided_end_ms
        target_ms = min(max(self.here_ms + event.jump_ms, low), high)
        jump_ms = target_ms - self.here_ms
        head = self.state.playhead.steered(self.clock_ms, event.rate, jump_ms)
        self.change(playhead=head)

    def note_effort(self, item: int, effort: Effort) -> None:
        self.change(efforts={**self.state.efforts, item: effort})
        self.tell(EffortGiven(item, self.state.exercise_of(item), effort))
