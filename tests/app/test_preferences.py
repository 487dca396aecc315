"""Preferences from stored text, and what a breath pace does to the sessions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coach.app.preferences import Preferences, longest_exhale_ms, preferences, save_preference
from coach.app.settings_view import change_setting, settings_view
from coach.store.sql_store import SqlStore
from support.book import real_book
from support.standing import checked
from support.store_builders import CountedIds, stamp

KEYS = st.sampled_from(list(Preferences.__dataclass_fields__))


def test_nothing_stored_gives_the_defaults() -> None:
    assert preferences({}) == Preferences()


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("theme", "dark", "dark"),
        ("theme", "pink", "system"),
        ("text_percent", "1000", 300),
        ("text_percent", "-5", 100),
        ("text_percent", "9" * 5000, 100),
        ("reduced_motion", "true", True),
        ("reduced_motion", "perhaps", False),
        ("voice_level", "0", 0),
        ("emergency_number", "112", "112"),
    ],
)
def test_a_stored_value_is_read_or_replaced(key: str, text: str, value: object) -> None:
    assert getattr(preferences({key: text}), key) == value


@given(st.dictionaries(KEYS, st.text(max_size=12)))
def test_whatever_is_stored_the_breath_stays_within_its_limits(stored: dict[str, str]) -> None:
    pace = preferences(stored).pace
    assert 3000 <= pace.inhale_ms <= 5000
    assert 4000 <= pace.exhale_ms <= 8000
    assert 7000 <= pace.cycle_ms <= 12_000


def test_the_longest_breath_is_shortened_at_its_end() -> None:
    assert preferences({"inhale_ms": "5000", "exhale_ms": "8000"}).exhale_ms == 7000
    assert (longest_exhale_ms(3000), longest_exhale_ms(4500)) == (8000, 7500)


def test_a_saved_value_comes_back(store: SqlStore) -> None:
    assert not save_preference(store, "voice", value=False).voice
    assert preferences(store.settings()).voice is False


def test_an_unknown_key_is_refused(store: SqlStore) -> None:
    with pytest.raises(KeyError, match="colour"):
        save_preference(store, "colour", "red")
    assert store.settings() == {}


def test_without_a_plan_no_length_is_told(store: SqlStore) -> None:
    shown = settings_view(store, real_book(), stamp())
    assert (shown.session_ms, shown.longer) == (None, False)


def test_a_slower_breath_tells_the_new_length_and_drops_nothing(store: SqlStore) -> None:
    """T2: S1 full takes 9:33; bridge 3 x (1 + 2 x 5) and release 18 breaths grow with the pace."""
    book = real_book()
    checked(store, stamp(), CountedIds())
    assert settings_view(store, book, stamp()).session_ms == 573_000
    slower = change_setting(store, book, stamp(), "exhale_ms", 8000)
    assert slower.session_ms == 573_000 + (15 + 18) * 2000
    assert not slower.longer


def test_more_than_twelve_minutes_is_said(store: SqlStore) -> None:
    book = real_book()
    checked(store, stamp(), CountedIds(), q12={"training": "regular", "rating": 3})
    assert settings_view(store, book, stamp()).session_ms == 705_000
    slow = change_setting(store, book, stamp(), "exhale_ms", 7000)
    assert slow.session_ms == 738_000
    assert slow.longer


@pytest.mark.parametrize(
    ("stored", "given"), [("30", "30"), ("15", "15"), ("display", "display"), ("240", "display")]
)
def test_pictures_come_as_often_as_chosen(stored: str, given: str) -> None:
    assert preferences({"frame_rate": stored}).frame_rate == given
