from __future__ import annotations

import math
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.app.plan_changes import Change, ChangeKind
from coach.app.progress_chart import Band, Dot, Span, build_chart, first_week_band, smoothed
from coach.domain.rated_days import RatedDays
from coach.domain.terms import Stage
from support.log_values import day


def rated(*scores: int) -> RatedDays:
    return RatedDays(tuple(range(1, len(scores) + 1)), scores)


def dots(*pairs: tuple[int, int]) -> list[Dot]:
    return [Dot(day(number), score) for number, score in pairs]


def test_m3_the_line_is_a_time_aware_average() -> None:
    (part,) = smoothed(dots((1, 6), (2, 4), (5, 4)))
    one = 6 + (1 - math.exp(-1 / 7)) * (4 - 6)
    three = one + (1 - math.exp(-3 / 7)) * (4 - one)
    assert [p.value for p in part] == pytest.approx([6, one, three])
    assert [p.day for p in part] == [day(1), day(2), day(5)]


@pytest.mark.parametrize(("gap", "parts"), [(7, 1), (8, 2)])
def test_m3_the_line_breaks_over_gaps_of_more_than_seven_days(gap: int, parts: int) -> None:
    line = smoothed(dots((1, 6), (1 + gap, 2)))
    assert len(line) == parts
    assert line[-1][-1].value == (2 if parts == 2 else pytest.approx(6 - 4 * (1 - math.exp(-1))))


def test_no_ratings_no_line() -> None:
    assert smoothed([]) == ()


@given(st.lists(st.integers(0, 10), min_size=1, max_size=60), st.integers(1, 7))
def test_m3_the_line_stays_among_the_ratings(scores: list[int], step: int) -> None:
    (part,) = smoothed(dots(*((1 + i * step, s) for i, s in enumerate(scores))))
    assert all(min(scores) - 1e-9 <= p.value <= max(scores) + 1e-9 for p in part)


def test_m3_the_band_is_the_first_week_and_the_unrest_around_it() -> None:
    band = first_week_band(rated(6, 5, 6, 7, 6, 5, 7))
    assert band is not None
    assert band.mean == 6
    assert band.low < 6 < band.high
    assert band.high - 6 == pytest.approx(6 - band.low)


def test_the_band_waits_for_five_days_and_stays_on_the_scale() -> None:
    assert first_week_band(rated(6, 5, 6, 7)) is None
    assert first_week_band(rated()) is None
    assert first_week_band(rated(4, 4, 4, 4, 4)) == Band(4, 4, 4)
    low = first_week_band(rated(0, 2, 0, 0, 2, 0, 0))
    assert low is not None
    assert low.low == 0


@pytest.mark.parametrize(
    ("span", "first"),
    [(Span.FOUR_WEEKS, 173), (Span.TWELVE_WEEKS, 117), (Span.ALL, 1)],
)
def test_spans_end_today_and_clip_everything(span: Span, first: int) -> None:
    every = dots(*((number, 5) for number in range(1, 201)))
    sessions = [day(number) for number in range(2, 201, 2)]
    steps = [
        Change(day(n), 1 + n // 7, ChangeKind.STAGE_UP, Stage.S2, None, "") for n in (5, 150, 180)
    ]
    chart = build_chart(every, rated(*[5] * 200), sessions, steps, day(200), span)
    assert (chart.first, chart.last) == (day(first), day(200))
    assert (chart.dots[0].day, chart.dots[-1].day) == (day(first), day(200))
    assert chart.line[0][0].day == day(first)
    assert chart.sessions[0] >= day(first)
    assert [c.day for c in chart.marks] == [day(n) for n in (5, 150, 180) if n >= first]


def test_a_young_diary_begins_at_its_first_day_and_leaves_room() -> None:
    chart = build_chart(dots((3, 5)), rated(5), [day(4)], [], day(9), Span.TWELVE_WEEKS)
    assert (chart.first, chart.last) == (day(3), day(30))
    empty = build_chart([], rated(), [], [], day(9), Span.ALL)
    assert (empty.first, empty.last) == (day(9), day(9) + timedelta(days=27))
    assert empty.band is None


def test_only_steps_and_easy_weeks_are_marked() -> None:
    kinds = list(ChangeKind)
    every = [Change(day(2), 1, kind, Stage.S1, None, "") for kind in kinds]
    chart = build_chart([], rated(), [], every, day(9), Span.ALL)
    assert {c.kind for c in chart.marks} == {
        ChangeKind.STAGE_UP,
        ChangeKind.STAGE_DOWN,
        ChangeKind.DELOAD,
    }
