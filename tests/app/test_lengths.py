"""Lengths as people read them."""

from __future__ import annotations

import pytest

from coach.app.lengths import clock


@pytest.mark.parametrize(
    ("ms", "words"),
    [(0, "0:00"), (573_000, "9:33"), (59_600, "1:00"), (59_400, "0:59"), (3_600_000, "60:00")],
)
def test_minutes_and_seconds(ms: int, words: str) -> None:
    assert clock(ms) == words
