"""What the body says in a session and what it leads to: efforts, signs, tingling (E1-E3, N1-N4)."""

from __future__ import annotations

from dataclasses import replace

from coach.domain.effort import Action, react
from coach.domain.floss_events import FlossRule
from coach.domain.reason import Reason
from coach.domain.records import SetStatus
from coach.domain.session import RunStage, floss_items, one_leg_items
from coach.domain.session_facts import (
    Decided,
    DiscomfortGiven,
    GiveEffort,
    PauseReason,
    RecheckAsked,
    Report,
    RunFinished,
    RunStopped,
    TellAftermath,
    TellStrength,
    TinglingTold,
)
from coach.domain.session_pace import Paced
from coach.domain.terms import Discomfort, Effort, PhaseKind, Side
from coach.domain.tingling import UNTOLD, Tingling, in_words, reason_of, rule_of

_BETWEEN = (PhaseKind.REST, PhaseKind.SWITCH_SIDE)


class Body(Paced):
    """One change under way, seen from the body; ends sessions as well."""

    # ---- the end --------------------------------------------------------------------------
    def finish(self) -> None:
        """End the session; after N4 for the readiness questions."""
        tingling = self.state.tingling
        self._end_session()
        if tingling is not None and tingling.ends_session:
            self.tell(RecheckAsked())

    def recheck(self) -> None:
        """The readiness questions come again; nothing goes on before they are answered."""
        self._end_session()
        self.tell(RecheckAsked())

    def _end_session(self) -> None:
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

    # ---- signs ----------------------------------------------------------------------------
    def report(self, event: Report) -> None:
        kind = event.kind
        if self.state.stage is RunStage.CHECK:
            if kind is Discomfort.WRONG:
                self.recheck()
            return
        if self.state.tingling is not None and kind in (Discomfort.SHARP, Discomfort.TINGLING):
            return  # the exercise is over already, and its questions wait
        item, side = self._concerned()
        if self.state.stage is RunStage.RATING and event.item in self.state.worked:
            item, side = event.item, None
        exercise = None if item is None else self.state.exercise_of(item)
        self.tell(DiscomfortGiven(kind, item, exercise, side, round(self.here_ms)))
        self._decide(react(kind, over=self._is_over(item)).why, item, side)
        self._follow(kind, item, side)

    def _follow(self, kind: Discomfort, item: int | None, side: Side | None) -> None:
        match kind:
            case Discomfort.WRONG:
                self._wrong()
            case Discomfort.DIZZY:
                self.change(stopped_for=kind)
                self._end_session()
            case Discomfort.TINGLING:
                self._end_item(kind, item)
                self._ask_tingling(item, side)
            case _:
                self._end_item(kind, item)

    def _decide(self, why: Reason, item: int | None, side: Side | None) -> None:
        """Tell what was decided, and show it until the next set runs."""
        self.tell(self._show(why, item, side))

    def _show(self, why: Reason, item: int | None, side: Side | None) -> Decided:
        exercise = None if item is None else self.state.exercise_of(item)
        decided = Decided(why, item, exercise, side, round(self.here_ms))
        self.change(decided=decided)
        return decided

    def _is_over(self, item: int | None) -> bool:
        return item is None or not self.state.blocks_left(item)

    def _wrong(self) -> None:
        if self.state.stage is RunStage.RATING:
            self.recheck()
        else:
            self.halt(PauseReason.WRONG, self.clock_ms)

    def _concerned(self) -> tuple[int | None, Side | None]:
        """The exercise and side that a sign speaks of: between sets those just done."""
        state, phase = self.state, self.state.phase(self.clock_ms)
        between = phase.kind in _BETWEEN
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
            self._leave_out(frozenset({item}))
            self.change(signs={**self.state.signs, item: kind})
        if kind is Discomfort.TINGLING:
            self._leave_out(floss_items(self.state.timeline))

    def _leave_out(self, items: frozenset[int]) -> None:
        self.change(left_out=self.state.left_out | items)

    # ---- the questions after tingling -----------------------------------------------------
    def _ask_tingling(self, item: int | None, side: Side | None) -> None:
        """Time stands until both are answered, or left."""
        number = self.state.tinglings
        asked = Tingling(number, item, side, self.clock_ms)
        self.change(tingling=asked, tinglings=number + 1)
        if self.under_way:
            self.halt(PauseReason.TINGLING, self.clock_ms)

    def tell_strength(self, event: TellStrength) -> None:
        tingling = self.state.asked_tingling
        if tingling is not None and tingling.rule is None:
            self.change(tingling=replace(tingling, strength=event.strength))

    def tell_aftermath(self, event: TellAftermath) -> None:
        """With both answers it is decided; their effects come with going on."""
        tingling = self.state.asked_tingling
        if tingling is None or tingling.strength is None or tingling.rule is not None:
            return
        elapsed_ms = tingling.elapsed_ms(self.clock_ms)
        words = in_words(tingling.strength, event.after, elapsed_ms)
        rule = rule_of(words, tingling.side, self.state.troubled)
        self.tell(TinglingTold(tingling.number, words, tingling.side))
        self.change(tingling=replace(tingling, rule=rule))
        self._decide(reason_of(rule), tingling.item, tingling.side)

    def ask_tingling_again(self) -> None:
        """A slip of the finger can be put right; what ends the session cannot be taken back."""
        tingling = self.state.asked_tingling
        if tingling is not None and not tingling.ends_session:
            self.change(tingling=tingling.asked_again())

    def leave_tingling(self) -> None:
        """Go on without answers: the safer branch holds (X4)."""
        tingling = self.state.asked_tingling
        if tingling is not None and tingling.rule is None:
            self._decide(UNTOLD, tingling.item, tingling.side)
            self.change(tingling=replace(tingling, rule=FlossRule.N2))

    def past_tingling(self) -> bool:
        """Whether the session may go on; what the answers came to holds from here on."""
        tingling = self.state.tingling
        if tingling is None:
            return True
        if self.state.asked_tingling is None:
            self.back_to_tingling()
            return False
        if tingling.ends_session:
            self.recheck()
        if tingling.rule in (None, FlossRule.N4):
            return False
        self._close_tingling(tingling)
        return True

    def back_to_tingling(self) -> None:
        """The questions are on screen again, with what was decided before another key came, or
        before the app went away."""
        tingling = self.state.tingling
        if tingling is None or not self.under_way:
            return
        self.halt(PauseReason.TINGLING, self.clock_ms)
        rule = tingling.rule
        why = react(Discomfort.TINGLING).why if rule is None else reason_of(rule)
        self._show(why, tingling.item, tingling.side)

    def _close_tingling(self, tingling: Tingling) -> None:
        self.change(tingling=None)
        if tingling.rule is FlossRule.N2:
            self._leave_out(one_leg_items(self.state.timeline))
            sides = {tingling.side} if tingling.side is not None else set()
            self.change(troubled=self.state.troubled | sides)

    # ---- efforts --------------------------------------------------------------------------
    def effort(self, event: GiveEffort) -> None:
        """Asked for after an exercise, welcome between its sets (K9, E1)."""
        item = self._rated(event)
        if item is None or event.effort is Effort.NOT_GIVEN or self.state.tingling is not None:
            return
        left = self.state.blocks_left(item)
        reaction = react(event.effort, over=not left)
        self.note_effort(item, event.effort)
        self._keep_for_later(item, event.effort, {block.index for block in left})
        if reaction.action is Action.CONTINUE:
            self.change(decided=None)
            return
        self._decide(reaction.why, item, None)
        if reaction.action is Action.END_EXERCISE:
            self._leave_out(frozenset({item}))

    def _keep_for_later(self, item: int, effort: Effort, left: set[int]) -> None:
        """A later tap replaces the earlier one: which sets are easier, and whether it is asked
        again after the exercise."""
        eased = left if effort is Effort.NOTICEABLE else set()
        early = {item} if len(left) > 1 and effort is not Effort.TOO_MUCH else set()
        self.change(
            eased=self.state.eased - left | eased,
            early=self.state.early - {item} | early,
        )

    def _rated(self, event: GiveEffort) -> int | None:
        """The item that an effort is about; ``None`` where none may be given."""
        if self.state.stage is RunStage.RATING:
            missing = self.state.missing_efforts()
            item = event.item if event.item is not None else next(iter(missing), None)
            return item if item in self.state.worked else None
        asked = self.state.asked_effort(self.clock_ms)
        item = asked if asked is not None else self.state.effort_welcome(self.clock_ms)
        return item if event.item in (None, item) else None
