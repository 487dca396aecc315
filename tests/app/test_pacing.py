"""What another breath does to a session, and keeping it (T2)."""

from __future__ import annotations

import pytest

from coach.app.pacing import PaceChoice, keep_level, keep_pace, pace_choice
from coach.domain.dose import Pace
from coach.store.memory_store import MemoryStore
from support.sessions import small_timeline
from support.store_builders import CountedIds, SteadyClock


def test_a_choice_tells_its_length_and_which_way_it_may_go() -> None:
    chosen = pace_choice(Pace(5_000, 7_000), Pace(), small_timeline(5, 7))
    assert chosen == PaceChoice(
        inhale_ms=5_000,
        exhale_ms=7_000,
        faster=True,
        slower=False,
        changed=True,
        session_ms=190_000,
    )
    assert not pace_choice(Pace(3_000, 4_000), Pace(3_000, 4_000), small_timeline()).changed


@pytest.mark.parametrize(("session_ms", "longer"), [(720_000, False), (720_001, True)])
def test_over_twelve_minutes_is_long(session_ms: int, longer: bool) -> None:
    assert PaceChoice(4_000, 6_000, True, True, False, session_ms).longer is longer


def test_what_is_kept_holds_for_the_next_session() -> None:
    store = MemoryStore(SteadyClock(), CountedIds())
    assert keep_pace(store, Pace(5_000, 7_000)).pace == Pace(5_000, 7_000)
    assert keep_pace(store, Pace(3_000, 4_000)).pace == Pace(3_000, 4_000)
    assert keep_level(store, "voice_level", 30).voice_level == 30
