"""What the two answers after tingling come to (N1, N2, N4)."""

from __future__ import annotations

import pytest

from coach.domain.floss_events import FlossRule
from coach.domain.terms import Side
from coach.domain.tingling import (
    WINDOW_MS,
    Aftermath,
    Strength,
    Tingling,
    TinglingWords,
    in_words,
    reason_of,
    rule_of,
)

N1, N2, N4 = FlossRule.N1, FlossRule.N2, FlossRule.N4


@pytest.mark.parametrize(
    ("strength", "after", "elapsed_s", "words"),
    [
        (Strength.LITTLE, Aftermath.GONE, 20.9, TinglingWords(2, 20)),
        (Strength.LITTLE, Aftermath.GONE, 59.95, TinglingWords(2, 59)),
        (Strength.LITTLE, Aftermath.GONE, 300, TinglingWords(2, 60)),
        (Strength.CLEAR, Aftermath.STILL, 5, TinglingWords(4, 61)),
        (Strength.CLEAR, Aftermath.STILL, 90, TinglingWords(4, 90)),
        (Strength.STRONG, Aftermath.FURTHER, 30, TinglingWords(7, 30, further_down=True)),
        (Strength.LITTLE, Aftermath.NUMB, 30, TinglingWords(2, 30, numb=True)),
        (Strength.LITTLE, Aftermath.NUMB_STAYS, 30, TinglingWords(2, 3_600, numb=True)),
    ],
)
def test_the_taps_in_words_of_the_log(
    strength: Strength, after: Aftermath, elapsed_s: float, words: TinglingWords
) -> None:
    assert in_words(strength, after, elapsed_s * 1_000) == words


@pytest.mark.parametrize(
    ("strength", "after", "rule"),
    [
        (Strength.LITTLE, Aftermath.GONE, N1),
        (Strength.CLEAR, Aftermath.GONE, N2),
        (Strength.STRONG, Aftermath.GONE, N2),
        (Strength.LITTLE, Aftermath.STILL, N2),
        (Strength.LITTLE, Aftermath.FURTHER, N2),
        (Strength.LITTLE, Aftermath.NUMB, N2),
        (Strength.LITTLE, Aftermath.NUMB_STAYS, N4),
    ],
)
def test_what_they_come_to(strength: Strength, after: Aftermath, rule: FlossRule) -> None:
    assert rule_of(in_words(strength, after, 10_000), Side.LEFT, frozenset()) is rule
    assert reason_of(rule).rule == rule.value


@pytest.mark.parametrize(
    ("side", "after", "rule"),
    [
        (Side.RIGHT, Aftermath.STILL, N4),
        (Side.LEFT, Aftermath.STILL, N2),
        (None, Aftermath.STILL, N2),
        (Side.RIGHT, Aftermath.GONE, N1),
    ],
)
def test_both_legs_are_for_somebody_to_see(
    side: Side | None, after: Aftermath, rule: FlossRule
) -> None:
    """N4."""
    words = in_words(Strength.LITTLE, after, 10_000)
    assert rule_of(words, side, frozenset({Side.LEFT})) is rule


def test_n1_a_mild_echo_has_a_minute_to_go() -> None:
    assert WINDOW_MS == 60_000


def test_time_since_stopping_never_runs_back() -> None:
    asked = Tingling(0, 1, Side.LEFT, since_ms=5_000)
    assert [asked.elapsed_ms(at) for at in (4_000, 5_000, 65_000)] == [0, 0, 60_000]
