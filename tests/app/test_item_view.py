"""The dose in words: counts, half the range, the weight in the hand."""

from __future__ import annotations

import pytest

from coach.app.exercise_dose import usual_item
from coach.app.item_view import dose_words, item_views
from coach.domain.dose import Item
from coach.domain.limits import Limits
from coach.domain.plan import Wishes
from coach.domain.templates import DEADLIFT, FLOSS
from coach.domain.terms import Stage, Weekday
from support.book import plan_for, real_book

BOOK = real_book()


def planned(exercise: str, weekday: Weekday, stage: Stage, limits: Limits) -> Item:
    day = plan_for(Wishes(stage=stage, limits=limits)).day(weekday)
    return next(item for item in day.items if item.exercise == exercise)


@pytest.mark.parametrize(
    ("stage", "load_kg", "end"),
    [
        (Stage.S2, 2, ": 2 sets of 8 each side"),
        (Stage.S3, None, ": 2 sets of 8 each side, no weight at first, 4 kg at most"),
        (Stage.S3, 0, ": 2 sets of 8 each side, no weight at first, 4 kg at most"),
        (Stage.S3, 2, ": 2 sets of 8 each side, 2 kg in the hand"),
        (Stage.S3, 6, ": 2 sets of 8 each side, 4 kg in the hand"),
        (Stage.S4, None, ": 2 sets of 10 each side"),
        (Stage.S4, 6, ": 2 sets of 10 each side, 6 kg in the hand"),
    ],
)
def test_the_hinge_says_its_weight(stage: Stage, load_kg: int | None, end: str) -> None:
    """R2: nothing, the most there may be, or what is held."""
    item = planned(DEADLIFT, Weekday.MON, stage, Limits(load_kg=load_kg))
    hint = BOOK.catalog[DEADLIFT].hint(item.dose.variant)
    assert dose_words(item, BOOK) == hint + end


def test_half_the_range_is_said() -> None:
    """N1."""
    item = planned(FLOSS, Weekday.TUE, Stage.S1, Limits(half_range=True))
    assert dose_words(item, BOOK) == "10 each side, half the range"
    whole = planned(FLOSS, Weekday.TUE, Stage.S1, Limits())
    assert dose_words(whole, BOOK) == "10 each side"


def test_the_page_of_an_exercise_names_the_most_and_no_weight_held() -> None:
    exercise = BOOK.catalog[DEADLIFT]
    item = usual_item(exercise, exercise.variant("foot_off_hand"), BOOK)
    assert item.dose.load_kg is None
    assert dose_words(item, BOOK).endswith(
        "2 sets of 8 each side, no weight at first, 4 kg at most"
    )


def test_a_row_for_each_item_with_its_time() -> None:
    plan = plan_for(Wishes(stage=Stage.S1))
    views = item_views(plan.day(Weekday.MON), plan, BOOK)
    assert [view.length_ms for view in views] == [192_000, 224_000, 102_000]
