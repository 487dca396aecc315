"""The sentences that stand behind a plan, each with its rule (P1-P5, R1, K5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coach.domain.patterns import Profile
from coach.domain.reason import Reason, reason
from coach.domain.screening import Screening
from coach.domain.terms import Emphasis, Floss, Gate, Stage


def explain(
    screening: Screening,
    found: Profile,
    modifiers: Sequence[str],
    emphasis: Emphasis,
    by_hand: Emphasis | None,
    stage: Stage | None,
    floss: Floss,
) -> tuple[Reason, ...]:
    """Reasons in the order a page shows them; the stage's own reason comes before these."""
    lines: list[Reason] = []
    if screening.locked:
        lines += _lock(screening)
    if stage in (Stage.S0, Stage.S1):
        lines.append(reason("R1", "stage.below_range"))
    lines += _accent(found, emphasis, by_hand)
    if stage is not None:
        lines += _week(screening, floss)
        lines += [reason(name, f"modifier.{name}") for name in modifiers]
    return tuple(lines)


def _lock(screening: Screening) -> Iterator[Reason]:
    """What to do now (S4), and what opens the plan again (S5)."""
    match screening.gate:
        case Gate.OUT:
            yield reason("K17", "lock.out")
        case Gate.AMBER:
            yield reason("S4", "lock.clearance")
        case Gate.RED_NOW:
            yield reason("S4", "lock.now")
            yield reason("S5", "lock.red")
        case _:
            yield reason("S4", "lock.soon")
            yield reason("S5", "lock.red")


def _accent(found: Profile, emphasis: Emphasis, by_hand: Emphasis | None) -> Iterator[Reason]:
    if by_hand is not None:
        yield reason("P6", "emphasis.by_hand")
    yield reason("P2" if emphasis is Emphasis.BALANCED else "P1", f"emphasis.{emphasis}")
    if found.sitting:
        yield reason("P1", "emphasis.sitting_note")
    if found.guarding:
        yield reason("P1", "emphasis.guarding")
    yield reason("P4", "emphasis.overlap", count=found.answered)


def _week(screening: Screening, floss: Floss) -> Iterator[Reason]:
    gentle = screening.gate is Gate.AMBER
    yield reason("K5" if gentle else "R9", "week.gentle" if gentle else "week.usual")
    if floss is Floss.LOCK:
        yield reason("K5", "floss_level.locked")
    elif floss is Floss.F0:
        yield reason("K5", "floss_level.f0")
    else:
        yield reason("K4", "floss_level.f1")
