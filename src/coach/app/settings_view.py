"""The settings page: what is chosen, and what a breath pace does to the sessions (T2)."""

from __future__ import annotations

from dataclasses import dataclass

from coach.app.planning import standing
from coach.app.ports import Store
from coach.app.preferences import Preferences, longest_exhale_ms, preferences, save_preference
from coach.domain.book import Book
from coach.domain.records import Stamp

USUAL_MS = 720_000
"""Sessions stay under twelve minutes at the default pace (T1)."""


@dataclass(frozen=True, slots=True)
class SettingsView:
    """``session_ms`` is the guided time of the week's longest session, ``None`` without a plan;
    ``longer`` says that a slow breath takes it over twelve minutes (T2)."""

    preferences: Preferences
    longest_exhale_ms: int
    session_ms: int | None

    @property
    def longer(self) -> bool:
        return self.session_ms is not None and self.session_ms > USUAL_MS


def settings_view(store: Store, book: Book, now: Stamp) -> SettingsView:
    """What holds now."""
    chosen = preferences(store.settings())
    here = standing(store, book, now)
    longest = max((day.planned_ms for day in here.plan.days), default=0) if here else 0
    return SettingsView(chosen, longest_exhale_ms(chosen.inhale_ms), longest or None)


def change_setting(
    store: Store, book: Book, now: Stamp, key: str, value: str | int | bool
) -> SettingsView:
    """Save one value and say what holds then. Raises ``KeyError`` for an unknown key."""
    save_preference(store, key, value)
    return settings_view(store, book, now)
