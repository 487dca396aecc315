"""Wires tones, voice and playback for the window: made when first needed, off the first paint."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from coach.app.ports import Clock, Cues
from coach.app.preferences import Preferences
from coach.domain.timeline import Timeline
from coach.system.resources import resource_dir


class LateCues:
    """``Cues`` whose backend is chosen at the first use, so that no sound library is loaded
    before the window stands."""

    def __init__(self, make: Callable[[Clock], Cues], clock: Clock) -> None:
        self._make = make
        self._clock = clock
        self._made: Cues | None = None

    def _cues(self) -> Cues:
        if self._made is None:
            self._made = self._make(self._clock)
        return self._made

    @property
    def audible(self) -> bool:
        return self._cues().audible

    def load(self, track: Path) -> None:
        self._cues().load(track)

    def play(self, from_ms: int) -> None:
        self._cues().play(from_ms)

    def pause(self) -> None:
        self._cues().pause()

    def position_ms(self) -> float | None:
        return self._cues().position_ms()

    def set_muted(self, muted: bool) -> None:
        self._cues().set_muted(muted)

    def shutdown(self) -> None:
        if self._made is not None:
            self._made.shutdown()


def choose_cues(clock: Clock) -> Cues:
    """The first backend that this machine has, silence last; its coarse position is smoothed."""
    from coach.cues.choose import choose  # noqa: PLC0415 - loads Qt Multimedia
    from coach.cues.steered import SteeredCues  # noqa: PLC0415

    return SteeredCues(choose(), clock)


def silent_cues(_clock: Clock) -> Cues:
    """No sound: where the clock runs faster than a track can."""
    from coach.cues.silent import SilentCues  # noqa: PLC0415

    return SilentCues()


class TrackMaker:
    """Renders a session's one track into the cache folder, at the levels of the preferences."""

    def __init__(self, cache: Path, preferences: Callable[[], Preferences], language: str) -> None:
        self._cache = cache
        self._preferences = preferences
        self._voice = resource_dir() / "voice" / language
        self._tones = resource_dir() / "sounds"

    def __call__(self, timeline: Timeline) -> Path:
        """Blocks for up to half a second: call it in a worker. Raises ``ValueError`` for a
        broken clip and ``OSError`` for the disk."""
        from coach.cues.clips import ToneSet  # noqa: PLC0415 - loads numpy
        from coach.cues.levels import Levels  # noqa: PLC0415
        from coach.cues.soundtrack import Clips, stored  # noqa: PLC0415
        from coach.cues.voice_pack import VoicePack  # noqa: PLC0415

        wish = self._preferences()
        clips = Clips(ToneSet.load(self._tones), VoicePack.load(self._voice))
        levels = Levels(wish.voice_level, wish.tone_level, wish.voice)
        return stored(timeline, clips, levels, self._cache / "tracks").path


class Samples:
    """Plays one tone or one phrase for the sound check."""

    def __init__(self, cues: Cues, language: str) -> None:
        self._cues = cues
        self._sounds = resource_dir() / "sounds"
        self._voice = resource_dir() / "voice" / language

    def __call__(self, name: str) -> None:
        """``in``, ``out``, ``change``, ``done``, or ``voice`` for a phrase."""
        path = self._sounds / f"{name}.wav" if name != "voice" else self._phrase()
        if path is not None:
            self._cues.load(path)
            self._cues.play(0)

    def _phrase(self) -> Path | None:
        clips = sorted(self._voice.glob("*.opus"))
        return clips[0] if clips else None
