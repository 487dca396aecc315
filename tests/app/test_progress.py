from __future__ import annotations

from collections.abc import Sequence

import pytest

from coach.app.plan_changes import ChangeKind
from coach.app.progress import AfterSession, LeftRight, ProgressView, TightnessNow, build_progress
from coach.app.progress_chart import Dot, Span
from coach.domain.records import Rating
from coach.domain.terms import Side, Stage
from coach.domain.trend import VerdictKind
from coach.domain.verdict_text import verdict_texts
from coach.system.resources import read_toml
from support.log_values import day, plan, rating, ratings, session

TEXTS = verdict_texts(read_toml("texts/verdict.en.toml"), "verdict.en.toml")


def view(daily: Sequence[Rating], today: int, after: Sequence[Rating] = ()) -> ProgressView:
    return build_progress(daily, after, [], [plan(1)], day(today), Span.ALL, TEXTS)


def test_an_empty_log_is_said_plainly() -> None:
    empty = build_progress([], [], [], [], day(1), Span.ALL, TEXTS)
    assert not empty.has_ratings
    assert (empty.headline, empty.sentence) == (
        "No ratings yet.",
        "One tap a day is enough.",
    )
    assert (empty.now, empty.after, empty.sides, empty.changes) == (None, None, None, ())
    assert empty.chart.dots == ()


def test_tightness_now_is_the_mean_of_the_last_seven_rated_days() -> None:
    young = view(ratings([6, 7, None, 5]), 4)
    assert young.now == TightnessNow(6.0, None)
    older = view(ratings([6] * 10 + [4] * 6 + [None] * 3 + [5]), 20)
    assert older.now == TightnessNow(pytest.approx(29 / 7), 6.0)


def test_k3_after_is_compared_with_the_daily_rating_of_its_day() -> None:
    daily = ratings([6, 5, 6, None, 7])
    after = [rating(n, s, after=True) for n, s in ((1, 9), (1, 4), (2, 4), (4, 1), (5, 7))]
    assert view(daily, 5, after).after == AfterSession(-1.0, 3)
    assert view(daily, 5).after is None


def test_k3_after_never_reaches_verdict_or_chart() -> None:
    daily = ratings([5] * 28)
    after = [rating(n, 0, after=True) for n in range(1, 29)]
    with_after, without = view(daily, 28, after), view(daily, 28)
    assert with_after.chart == without.chart
    assert with_after.sentence == without.sentence


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        (6, 5, LeftRight(1.0, Side.LEFT)),
        (4, 6, LeftRight(2.0, Side.RIGHT)),
        (5, 5, LeftRight(0.0, None)),
        (5, None, None),
    ],
)
def test_left_and_right_over_28_days(
    left: int, right: int | None, expected: LeftRight | None
) -> None:
    long_ago = rating(1, 10, 0)
    recent = [rating(n, left, right) for n in (30, 40, 57)]
    assert view([long_ago, *recent], 57).sides == expected


def test_the_higher_side_and_the_last_entry_of_a_day_count() -> None:
    shown = view([rating(1, 3, 6), rating(2, 9), rating(2, 4)], 2)
    assert shown.chart.dots == (Dot(day(1), 6), Dot(day(2), 4))


def test_k14_late_entries_are_shown_but_stay_outside_the_verdict() -> None:
    on_time = [rating(n, 5) for n in range(1, 12)]
    late = [rating(n, 5, late=True) for n in range(12, 29)]
    shown = view([*on_time, *late], 28)
    assert len(shown.chart.dots) == 28
    assert shown.kind is VerdictKind.NOT_ENOUGH
    assert "three weeks" in shown.sentence


def test_ratings_dated_ahead_wait_for_their_day() -> None:
    assert view(ratings([5] * 5), 3).chart.dots[-1].day == day(3)


def test_the_verdict_heads_the_page() -> None:
    shown = view(ratings([5] * 84), 84)
    assert shown.kind is VerdictKind.NO_CLEAR_CHANGE
    assert shown.headline == "No clear change yet."
    assert "by chance" in shown.sentence
    assert shown.footnote == ""


def test_changes_come_newest_first_and_mark_the_chart() -> None:
    plans = [plan(1), plan(15, Stage.S2, reason="Four calm sessions.")]
    shown = build_progress(ratings([5] * 20), [], [session(16)], plans, day(20), Span.ALL, TEXTS)
    assert [c.kind for c in shown.changes] == [ChangeKind.STAGE_UP, ChangeKind.START]
    assert [c.day for c in shown.chart.marks] == [day(15)]
    assert shown.chart.sessions == (day(16),)
    assert shown.sessions.done == 1
