"""Full days, light days and moves (R9, R11, K4)."""

from __future__ import annotations

from itertools import combinations

import pytest

from coach.domain.reason import Reason
from coach.domain.terms import DayKind, Weekday
from coach.domain.week import DEFAULT_DAYS, allowed_weeks, kinds, light_days, moved, refusal

ALLOWED = allowed_weeks()


def test_seven_patterns_keep_a_day_between() -> None:
    assert set(ALLOWED) == {d for d in combinations(Weekday, 3) if refusal(d) is None}
    assert (len(ALLOWED), ALLOWED[0]) == (7, DEFAULT_DAYS)
    assert (Weekday.MON, Weekday.WED, Weekday.SUN) not in ALLOWED


@pytest.mark.parametrize("days", ALLOWED)
def test_two_rest_days_and_two_light_ones(days: tuple[Weekday, ...]) -> None:
    found = list(kinds(days, light=True).values())
    assert [found.count(kind) for kind in (DayKind.FULL, DayKind.LIGHT, DayKind.REST)] == [3, 2, 2]
    assert list(kinds(days, light=False).values()).count(DayKind.REST) == 4


def test_light_days_follow_the_first_and_the_third_full_day() -> None:
    assert light_days((Weekday.MON, Weekday.WED, Weekday.FRI)) == (Weekday.TUE, Weekday.SAT)
    assert light_days((Weekday.TUE, Weekday.THU, Weekday.SUN)) == (Weekday.WED, Weekday.MON)


@pytest.mark.parametrize("days", ALLOWED)
@pytest.mark.parametrize("target", list(Weekday))
def test_every_move_keeps_the_rule_or_is_refused(
    days: tuple[Weekday, ...], target: Weekday
) -> None:
    for source in days:
        new = moved(days, source, target)
        if isinstance(new, Reason):
            assert new.rule == "R9"
        else:
            assert refusal(new) is None
            assert target in new


def test_only_a_full_day_moves() -> None:
    assert isinstance(moved(ALLOWED[0], Weekday.SUN, Weekday.TUE), Reason)
