"""How often the alarms are wrong and how often they are right: a fixed-seed simulation of made-up
diaries (appendix of the rules; D1-D3)."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from coach.domain.alarms import deload, easy_day, stage_drop
from coach.domain.history import History
from support.months import day, diary, history

SEED = 7
MONTHS = 3
WARM_UP = 21
Alarm = Callable[[History], object]


def onsets(alarm: Alarm, past: History) -> int:
    """Alarms on a rated day after one without, from day 22 on, with nothing ever answered."""
    count, before = 0, False
    for index, latest in enumerate(past.rated):
        now = replace(past, today=latest.day, rated=past.rated[: index + 1])
        found = bool(alarm(now))
        count += found and not before and latest.day > day(WARM_UP)
        before = found
    return count


def false_alarms(alarm: Alarm, sd: float, rho: float, people: int) -> float:
    """False alarms in 28 days, for people whose tightness does not change."""
    rng = random.Random(SEED)
    days = WARM_UP + MONTHS * 28
    found = sum(onsets(alarm, history(diary(rng, days, sd, rho))) for _ in range(people))
    return found / people / MONTHS


def caught(alarm: Alarm, jump: int, people: int) -> float:
    """The share of jumps after day 30 that are noticed within four days after the first."""
    rng = random.Random(SEED)
    found = 0
    for _ in range(people):
        past = history(diary(rng, 35, 1.2, 0.3, jump, jump_at=30))
        days = (index for index, r in enumerate(past.rated) if r.day > day(30))
        found += any(
            alarm(replace(past, today=past.rated[i].day, rated=past.rated[: i + 1])) for i in days
        )
    return found / people


def only_easy(past: History) -> bool:
    """An easy day and no more: where a deload is due, that is what the user is told."""
    return easy_day(past) is not None and deload(past) is None


@pytest.mark.parametrize(
    ("sd", "rho", "people", "easy", "deloads", "drops"),
    [
        (1.0, 0.0, 40, (1.0, 1.9), (0.1, 0.4), (0.0, 0.1)),
        (1.2, 0.3, 80, (1.2, 2.1), (0.35, 0.65), (0.12, 0.36)),
        (1.5, 0.5, 40, (1.4, 2.4), (0.6, 1.2), (0.3, 0.7)),
    ],
)
def test_false_alarms_stay_as_rare_as_the_rules_say(
    sd: float,
    rho: float,
    people: int,
    easy: tuple[float, float],
    deloads: tuple[float, float],
    drops: tuple[float, float],
) -> None:
    """D1 about 1.0-1.9 in 28 days, D2 0.2-0.9 and 0.5 in the middle, D3 0.06-0.56 and 0.24."""
    for alarm, (least, most) in ((only_easy, easy), (deload, deloads), (stage_drop, drops)):
        assert least <= false_alarms(alarm, sd, rho, people) <= most


@pytest.mark.parametrize(
    ("alarm", "jump", "least"),
    [(deload, 2, 0.65), (deload, 3, 0.88), (stage_drop, 2, 0.45), (stage_drop, 3, 0.75)],
)
def test_real_jumps_are_noticed_within_days(alarm: Alarm, jump: int, least: float) -> None:
    """The rules state 74, 93, 56 and 85 %; the margins are three standard errors or less."""
    assert caught(alarm, jump, people=150) >= least


def test_the_alarms_tell_a_jump_from_an_ordinary_day() -> None:
    assert caught(deload, 0, people=150) < 0.2
    assert caught(stage_drop, 0, people=150) < 0.1
