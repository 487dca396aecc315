"""A breath pace chosen during a session: what it does to its length, and keeping it (T2)."""

from __future__ import annotations

from dataclasses import dataclass

from coach.app.ports import Store
from coach.app.preferences import Preferences, save_preference
from coach.app.settings_view import USUAL_MS
from coach.domain.dose import Pace
from coach.domain.pace import stepped
from coach.domain.timeline import Timeline


@dataclass(frozen=True, slots=True)
class PaceChoice:
    """``changed`` says that it is another pace than the one the session began with; ``session_ms``
    is the guided time of the whole session at it, ``longer`` that this is over twelve minutes."""

    inhale_ms: int
    exhale_ms: int
    faster: bool
    slower: bool
    changed: bool
    session_ms: int

    @property
    def longer(self) -> bool:
        return self.session_ms > USUAL_MS


def pace_choice(pace: Pace, begun: Pace, timeline: Timeline) -> PaceChoice:
    """``timeline`` is the session at ``pace``."""
    return PaceChoice(
        inhale_ms=pace.inhale_ms,
        exhale_ms=pace.exhale_ms,
        faster=stepped(pace, -1) != pace,
        slower=stepped(pace, 1) != pace,
        changed=pace != begun,
        session_ms=timeline.total_ms,
    )


def keep_pace(store: Store, pace: Pace) -> Preferences:
    """Begin the next sessions at this pace; the preferences that hold then."""
    save_preference(store, "inhale_ms", pace.inhale_ms)
    return save_preference(store, "exhale_ms", pace.exhale_ms)


def keep_level(store: Store, key: str, level: int) -> Preferences:
    """Save the level of voice or tones, 0 to 100; the preferences that hold then."""
    return save_preference(store, key, level)
