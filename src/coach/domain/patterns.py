"""The pattern profile: an accent for the plan, never a gate and never a finding (P1-P7, K8)."""

from __future__ import annotations

from dataclasses import dataclass

from coach.domain.answers import Answers
from coach.domain.terms import Emphasis

SHOWN_FROM = 3
_AT_MOST = 2


@dataclass(frozen=True, slots=True)
class Pattern:
    """Points of one pattern; ``share`` is points over the most that can be had (P1)."""

    id: Emphasis
    points: int
    most: int
    shown: bool = False

    @property
    def share(self) -> float:
        return self.points / self.most


@dataclass(frozen=True, slots=True)
class Profile:
    """Ranked patterns, the sitting note last, and the emphasis that follows.

    ``guarding`` are the points of the note that only informs (0-3).
    """

    patterns: tuple[Pattern, ...]
    emphasis: Emphasis
    sitting: bool
    guarding: int
    answered: int

    @property
    def shown(self) -> tuple[Pattern, ...]:
        return tuple(p for p in self.patterns if p.shown and p.id is not Emphasis.SITTING)


def profile(answers: Answers) -> Profile:
    """Score, rank and choose (P1-P3). Same answers, same result (P7)."""
    # The list stands in the order that breaks ties; sorting is stable.
    scored = sorted(
        [_nerve_like(answers), _old_injury(answers), _glute(answers), *_stance(answers)],
        key=lambda pattern: -pattern.share,
    )
    barred = _barred(answers)
    eligible = [p.id for p in scored if p.points >= SHOWN_FROM and p.id is not barred][:_AT_MOST]
    sitting = _sitting(answers)
    ranked = [Pattern(p.id, p.points, p.most, p.id in eligible) for p in scored]
    return Profile(
        patterns=(*ranked, sitting),
        emphasis=eligible[0] if eligible else Emphasis.BALANCED,
        sitting=sitting.shown,
        guarding=sum(answers.has("q11", letter) for letter in "efg"),
        answered=len({key.partition(".")[0] for key, _ in answers.chosen} | _silent(answers)),
    )


def _silent(answers: Answers) -> set[str]:
    """Screens answered with "none of these", which leave no option behind."""
    complete = answers.rating is not None
    return {f"q{number}" for number in range(1, 13)} if complete else set()


def _barred(answers: Answers) -> Emphasis | None:
    """Front and Tucked are never both shown; the outline decides (P3, K8)."""
    return Emphasis.FRONT if answers.has("q10", "flat") else Emphasis.TUCKED


def _points(answers: Answers, *scores: tuple[str, str | bool, int]) -> int:
    return sum(points for key, value, points in scores if answers.has(key, value))


def _nerve_like(answers: Answers) -> Pattern:
    points = _points(answers, ("q4", "b", 3), ("q4", "c", 5), ("q11", "f", 1))
    return Pattern(Emphasis.NERVE_LIKE, points, 6)


def _old_injury(answers: Answers) -> Pattern:
    return Pattern(Emphasis.OLD_INJURY, _points(answers, ("q11", "d", 3), ("q8", True, 1)), 4)


def _glute(answers: Answers) -> Pattern:
    points = _points(answers, ("q11", "b", 2), ("q11", "c", 2), ("q11", "g", 1))
    return Pattern(Emphasis.GLUTE, points, 5)


def _stance(answers: Answers) -> tuple[Pattern, Pattern]:
    front = _points(
        answers,
        ("q10", "arched", 2),
        ("q11", "a", 2),
        ("q9", "6-8", 1),
        ("q9", "8+", 1),
        ("q11", "h", 1),
    )
    tucked = _points(answers, ("q10", "flat", 3), ("q9", "8+", 1))
    return Pattern(Emphasis.FRONT, front, 6), Pattern(Emphasis.TUCKED, tucked, 4)


def _sitting(answers: Answers) -> Pattern:
    points = _points(answers, ("q9", "4-6", 1), ("q9", "6-8", 2), ("q9", "8+", 3))
    return Pattern(Emphasis.SITTING, points, 3, shown=points >= SHOWN_FROM)
