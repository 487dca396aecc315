"""What the user chose in the settings, with defaults; stored as plain text by key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from coach.app.ports import Store
from coach.domain.dose import Pace
from coach.domain.pace import CYCLE_MS, EXHALE_MS, INHALE_MS


@dataclass(frozen=True, slots=True)
class Preferences:
    """``theme`` is light, dark or system; levels and text size are percentages. ``breath_words``
    says when "in" and "out" are spoken: learning (the first sets), always or never.
    ``voice_folder`` holds one's own recordings; empty, the voice that ships is heard.
    ``frame_rate`` says how often the figure is drawn: as the display allows, or so often a second.
    ``own_pace`` lets reps at a tempo wait until each is counted.

    Breath times are milliseconds (in 3-5 s, out 4-8 s, a cycle of 7-12 s). An unknown or broken
    stored value gives the default, so that an old or edited file never keeps the app from opening.
    """

    theme: str = "system"
    text_percent: int = 100
    reduced_motion: bool = False
    voice: bool = True
    voice_level: int = 80
    tone_level: int = 60
    inhale_ms: int = 4000
    exhale_ms: int = 6000
    emergency_number: str = ""
    breath_words: str = "learning"
    voice_folder: str = ""
    frame_rate: str = "display"
    own_pace: bool = False

    @property
    def pace(self) -> Pace:
        return Pace(self.inhale_ms, self.exhale_ms)


_LIMITS = {
    "text_percent": (80, 300),
    "voice_level": (0, 100),
    "tone_level": (0, 100),
    "inhale_ms": INHALE_MS,
    "exhale_ms": EXHALE_MS,
}
_CHOICES = {
    "theme": ("system", "light", "dark"),
    "breath_words": ("learning", "always", "never"),
    "frame_rate": ("display", "30", "15"),
}
_MOST_DIGITS = 9  # beyond 4300 Python refuses to read a number at all

LONGEST_CYCLE_MS = CYCLE_MS[1]
"""The longest breath; a longer pair is shortened at the breath out."""


def preferences(stored: Mapping[str, str]) -> Preferences:
    """Preferences from the settings table."""
    given = Preferences()
    for field in fields(Preferences):
        if field.name in stored:
            value = _read(field.name, stored[field.name], getattr(given, field.name))
            given = replace(given, **{field.name: value})
    return replace(given, exhale_ms=min(given.exhale_ms, longest_exhale_ms(given.inhale_ms)))


def longest_exhale_ms(inhale_ms: int) -> int:
    """How long a breath out may be beside this breath in."""
    return min(_LIMITS["exhale_ms"][1], LONGEST_CYCLE_MS - inhale_ms)


def _read(key: str, text: str, default: Any) -> Any:
    if isinstance(default, bool):
        return text == "true" if text in ("true", "false") else default
    if isinstance(default, int):
        low, high = _LIMITS[key]
        number = text.isdecimal() and len(text) <= _MOST_DIGITS
        return min(max(int(text), low), high) if number else default
    return text if text in _CHOICES.get(key, (text,)) else default


def save_preference(store: Store, key: str, value: str | int | bool) -> Preferences:
    """Store one value and return all of them. Raises ``KeyError`` for an unknown key."""
    if key not in {field.name for field in fields(Preferences)}:
        raise KeyError(key)
    text = str(value).lower() if isinstance(value, bool) else str(value)
    store.save_setting(key, text)
    return preferences(store.settings())
