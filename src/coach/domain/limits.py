"""What the weeks behind leave for a session: limits beside the stage and the answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from coach.domain.reason import Reason


@dataclass(frozen=True, slots=True)
class Limits:
    """Limits of one day, each with its reason.

    ``without`` are exercises that rest today (E4), ``steps_down`` how many easier variants below
    the planned one (E1, E4). ``two_leg`` keeps every hinge on both legs (N2), ``half_range``
    halves the floss (N1), ``no_floss`` leaves it out whatever its level (N5). ``load_kg`` is the
    weight reached at the strength stages (R2); ``None`` and 0 are no weight yet. ``why`` holds
    the reasons by exercise.
    """

    without: frozenset[str] = frozenset()
    steps_down: Mapping[str, int] = field(default_factory=dict)
    two_leg: bool = False
    half_range: bool = False
    no_floss: bool = False
    load_kg: int | None = None
    why: Mapping[str, tuple[Reason, ...]] = field(default_factory=dict)
