"""What is set aside is not looked at, and comes back."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from coach.system.collector import set_aside, take_back


class Ring:
    """Refers to itself, so that only the collector can free it."""

    def __init__(self) -> None:
        self.me = self


@pytest.fixture
def unfrozen() -> Iterator[None]:
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("unfrozen")
def test_what_is_there_is_left_out_until_it_is_taken_back() -> None:
    ring = Ring()
    set_aside()
    assert gc.get_freeze_count() > 0
    assert not any(found is ring for found in gc.get_objects())
    take_back()
    assert gc.get_freeze_count() == 0
    assert any(found is ring for found in gc.get_objects())
