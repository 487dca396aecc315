"""The words of the field, as enumerations that every layer shares (docs/rules.md)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum


class Gate(StrEnum):
    """Outcome of the readiness check, worst first (S4)."""

    RED_NOW = "red-now"
    OUT = "out"
    RED_SOON = "red-soon"
    AMBER = "amber"
    GREEN = "green"

    @property
    def is_red(self) -> bool:
        return self in (Gate.RED_NOW, Gate.RED_SOON)


class Stage(StrEnum):
    """Steps of the exercise tables, S0 Settle to S4 Strength 2 (R1)."""

    S0 = "S0"
    S1 = "S1"
    S2 = "S2"
    S3 = "S3"
    S4 = "S4"

    @property
    def level(self) -> int:
        return int(self.value[1])


class Floss(StrEnum):
    """Levels of the sciatic nerve floss (N2, K5)."""

    LOCK = "F-LOCK"
    F0 = "F0"
    F1 = "F1"
    F2 = "F2"
    F3 = "F3"


class Side(StrEnum):
    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> Side:
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Weekday(StrEnum):
    MON = "mon"
    TUE = "tue"
    WED = "wed"
    THU = "thu"
    FRI = "fri"
    SAT = "sat"
    SUN = "sun"

    @classmethod
    def of(cls, day: date) -> Weekday:
        """The weekday of a civil date."""
        return list(cls)[day.weekday()]

    @property
    def number(self) -> int:
        """0 for Monday … 6 for Sunday, as in ``date.weekday()``."""
        return list(Weekday).index(self)


class DayKind(StrEnum):
    FULL = "full"
    LIGHT = "light"
    HALF = "half"
    REST = "rest"


class Template(StrEnum):
    """Kinds of session (T1)."""

    FULL = "full"
    LIGHT = "light"
    HALF = "half"
    MICRO = "micro"
    EXTENDED = "extended"


class Emphasis(StrEnum):
    """What a plan leans towards; a pattern, or balanced (P1, P2)."""

    BALANCED = "balanced"
    SITTING = "sitting"
    FRONT = "front"
    GLUTE = "glute"
    NERVE_LIKE = "nerve_like"
    TUCKED = "tucked"
    OLD_INJURY = "old_injury"


class PhaseKind(StrEnum):
    """Kinds of timeline phase (docs/user-guide.md)."""

    CHECK = "check"
    GET_READY = "get_ready"
    INHALE = "inhale"
    EXHALE = "exhale"
    LOWER = "lower"
    HOLD = "hold"
    RAISE = "raise"
    REST = "rest"
    MOVE = "move"
    CHANGE_POSITION = "change_position"
    SWITCH_SIDE = "switch_side"
    RATE = "rate"

    @property
    def is_work(self) -> bool:
        """True where the user moves or breathes for the exercise itself."""
        return self in _WORK


_WORK = frozenset(
    {PhaseKind.INHALE, PhaseKind.EXHALE, PhaseKind.LOWER, PhaseKind.HOLD, PhaseKind.RAISE}
)


class Effort(StrEnum):
    """One tap after each exercise (K9)."""

    EASY = "easy"
    FINE = "fine"
    NOTICEABLE = "noticeable"
    TOO_MUCH = "too-much"
    NOT_GIVEN = "not-given"


class Discomfort(StrEnum):
    """What a key during a set reports (E2, E3, S8)."""

    SHARP = "sharp"
    TINGLING = "tingling"
    DIZZY = "dizzy"
    WRONG = "wrong"
