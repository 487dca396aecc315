"""What was made is found by the very object it was made of, and the oldest goes."""

from __future__ import annotations

from coach.gui.widgets.kept import Kept


def test_each_object_is_made_of_once() -> None:
    asked: list[list[int]] = []

    def make(value: list[int]) -> int:
        asked.append(value)
        return sum(value)

    kept = Kept(make, 10)
    one, like_it = [1, 2], [1, 2]
    assert (kept.of(one), kept.of(one), kept.of(like_it)) == (3, 3, 3)
    assert len(asked) == 2
    kept.forget()
    assert kept.of(one) == 3
    assert len(asked) == 3


def test_the_oldest_goes() -> None:
    kept = Kept(len, 3)
    values = [[0] * size for size in range(5)]
    assert [kept.of(value) for value in values] == [0, 1, 2, 3, 4]
    assert len(kept) == 3


def test_an_object_that_is_gone_is_not_mistaken_for_a_new_one() -> None:
    kept = Kept(tuple, 1000)
    for size in range(500):
        assert kept.of([size]) == (size,)
