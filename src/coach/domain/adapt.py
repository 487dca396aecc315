"""What the plan does by itself: one change at a time, each with its rule (D2-D5, N1-N6, R13).

Whoever writes a change down and asks again gets the next one, until there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from coach.domain.alarms import deload, stage_drop
from coach.domain.deload_end import deload_end
from coach.domain.facts import Facts, floss_state
from coach.domain.floss_events import Trouble
from coach.domain.plan_log import standing
from coach.domain.reason import Reason, reason
from coach.domain.returning import pause, recheck_due, returning
from coach.domain.standing import Mark, Standing
from coach.domain.terms import Floss, Gate, Stage

_GATES = list(Gate)


@dataclass(frozen=True, slots=True)
class Change:
    """A new state of the plan. ``rule`` is what the log of the plan adds up (``Mark``), ``why``
    the reason that is told. ``stage`` is that of the next session, ``floss`` the level."""

    rule: str
    why: Reason
    stage: Stage
    floss: Floss


def next_change(facts: Facts) -> Change | None:
    """The next change that is due; ``None`` where the plan stays, or waits for a check."""
    return next((found for rule in _RULES for found in rule(facts)), None)


def raised_gate(facts: Facts) -> Trouble | None:
    """The tingling that the newest check has to hold but does not yet (N3, N4)."""
    state = floss_state(facts)
    if state.gate is None or state.trouble is None:
        return None
    stricter = _GATES.index(state.gate) < _GATES.index(facts.gate)
    same = state.gate is facts.gate and not facts.floss_sign
    return state.trouble if stricter or same else None


def _paused_out(facts: Facts) -> Iterator[Change]:
    """A pause ends by itself after its 27 days (D5)."""
    now = standing(facts.history.plans)
    if now.stage is not None and now.pause_since is not None and pause(facts.history) is None:
        yield _change(facts, Mark.PAUSE_END, reason("D5", "pause.over"), _held(now))


def _settled(facts: Facts) -> Iterator[Change]:
    if not _rests(facts) and (found := deload_end(facts.history)) is not None:
        yield _change(facts, Mark.DELOAD_END, found.reason, found.stage)


def _dropped(facts: Facts) -> Iterator[Change]:
    if not _rests(facts) and (found := stage_drop(facts.history)) is not None:
        yield _change(facts, Mark.DROP, found.reason, found.stage)


def _deloaded(facts: Facts) -> Iterator[Change]:
    if not _rests(facts) and (found := deload(facts.history)) is not None:
        yield _change(facts, Mark.DELOAD, found.reason, found.stage)


def _restarted(facts: Facts) -> Iterator[Change]:
    """One stage lower after 28 days away, once the new check is done (R13, S6)."""
    found = returning(facts.history)
    if found is None or not found.restart or _rests(facts):
        return
    if recheck_due(facts.history, facts.last_check) is None:
        yield _change(facts, Mark.RETURN, found.reason, found.stage)


def _capped(facts: Facts) -> Iterator[Change]:
    """A stage above what the answers allow now goes down to it (K9, K18).

    A deload that stays within the cap goes on; the stage after it is capped when it ends.
    """
    now, cap = standing(facts.history.plans), facts.effect.cap
    if now.stage is not None and _held(now).level > cap.level:
        yield _change(facts, "K18", reason("K18", "step.capped", stage=cap.level), cap)


def _flossed(facts: Facts) -> Iterator[Change]:
    """The level of the floss, where it is another one than the plan's (N1-N6)."""
    now, plans = standing(facts.history.plans), facts.history.plans
    if now.stage is None:
        return
    state = floss_state(facts)
    if state.level is not plans[-1].floss:
        # A row of the answers' own rules would begin a new plan in the log of the plan.
        rule = "N6" if state.why.rule in ("K5", "S4") else state.why.rule
        yield Change(rule, state.why, _held(now), state.level)


def _rests(facts: Facts) -> bool:
    """Nothing adapts while the plan is locked or paused (D5)."""
    now = standing(facts.history.plans)
    return now.stage is None or pause(facts.history) is not None


def _held(now: Standing) -> Stage:
    """The stage of the next session."""
    stage = now.stage if now.deload_stage is None else now.deload_stage
    if stage is None:
        raise ValueError("a locked plan has no stage")
    return stage


def _change(facts: Facts, rule: str, why: Reason, stage: Stage) -> Change:
    return Change(rule, why, stage, facts.history.plans[-1].floss)


_RULES: tuple[Callable[[Facts], Iterator[Change]], ...] = (
    _paused_out,
    _settled,
    _capped,
    _dropped,
    _deloaded,
    _restarted,
    _flossed,
)
