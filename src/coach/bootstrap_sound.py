"""Wires tones, voice and playback for the window: made when first needed, off the first paint."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from coach.app.ports import Clock, Cues
from coach.app.preferences import Preferences
from coach.app.voice_look import VoiceLook
from coach.bootstrap_voice import Voices, in_time
from coach.domain.timeline import Timeline
from coach.system.resources import resource_dir

if TYPE_CHECKING:
    from coach.cues.clips import ToneSet
    from coach.cues.levels import Levels
    from coach.cues.voice_pack import VoicePack

Tell = Callable[[str], None]
"""Takes a sentence for the user, from any thread."""

_SILENT = "The session runs without sound; the ring and the figure show the pace."
_TONES_ONLY = "The session runs with tones and without the voice."
_NO_ROOM = "The session's sound cannot be kept in {folder} ({why}). " + _SILENT


class Sound(Cues, Protocol):
    """Cues that can say in one sentence why they are silent."""

    @property
    def problem(self) -> str | None: ...


class LateCues:
    """``Cues`` whose backend is chosen at the first use, so that no sound library is loaded
    before the window stands; why nothing can be heard is told once, and ``withdraw`` takes the
    sentence back when something is heard again."""

    def __init__(
        self,
        make: Callable[[Clock], Sound],
        clock: Clock,
        tell: Tell,
        withdraw: Tell = lambda _sentence: None,
    ) -> None:
        self._make = make
        self._clock = clock
        self._tell, self._withdraw = tell, withdraw
        self._told: str | None = None
        self._stands = False
        self._made: Sound | None = None

    def _cues(self) -> Sound:
        if self._made is None:
            self._made = self._make(self._clock)
        return self._made

    def _tell_once(self) -> None:
        problem = self._cues().problem
        if problem is not None and problem != self._told:
            self._tell(problem)
            self._told, self._stands = problem, True
        elif problem is None and self._told is not None and self._stands:
            self._withdraw(self._told)
            self._stands = False

    @property
    def audible(self) -> bool:
        self._tell_once()
        return self._cues().audible

    def load(self, track: Path) -> None:
        self._cues().load(track)
        self._tell_once()

    def play(self, from_ms: int) -> None:
        self._cues().play(from_ms)
        self._tell_once()

    def pause(self) -> None:
        self._cues().pause()

    def position_ms(self) -> float | None:
        return self._cues().position_ms()

    def set_muted(self, muted: bool) -> None:
        self._cues().set_muted(muted)

    def shutdown(self) -> None:
        if self._made is not None:
            self._made.shutdown()


def choose_cues(clock: Clock) -> Sound:
    """The first backend that this machine has, silence last; its coarse position is smoothed."""
    from coach.cues.choose import choose  # noqa: PLC0415 - loads Qt Multimedia
    from coach.cues.steered import SteeredCues  # noqa: PLC0415

    return SteeredCues(choose(), clock)


def silent_cues(_clock: Clock) -> Sound:
    """No sound where the clock runs faster than a track can; the window looks as if there were."""
    from coach.cues.silent import SilentCues  # noqa: PLC0415

    return SilentCues(as_if_heard=True)


def levels(wish: Preferences) -> Levels:
    """How loud a session is."""
    from coach.cues.levels import Levels  # noqa: PLC0415 - loads numpy

    return Levels(wish.voice_level, wish.tone_level, wish.voice)


def in_words(timeline: Timeline, wish: Preferences, last_one: str) -> Timeline:
    """The timeline with the words that are wanted."""
    from coach.cues.wording import BreathWords, Wording, worded  # noqa: PLC0415 - loads numpy

    return worded(timeline, Wording(BreathWords(wish.breath_words), last_one))


class TrackMaker:
    """Renders a session's one track into the cache folder, in the words and at the levels of the
    preferences. ``last_one`` is what names the last repetition.

    A voice that is missing or broken is told once, and the tones go on without it.
    """

    def __init__(
        self,
        cache: Path,
        preferences: Callable[[], Preferences],
        language: str,
        tell: Tell,
        last_one: str = "",
    ) -> None:
        self._cache = cache
        self._preferences = preferences
        self._voices = Voices(resource_dir() / "voice" / language)
        self._tones = resource_dir() / "sounds"
        self._tell = tell
        self._last_one = last_one
        self._told: set[str] = set()

    def look(self, folder: str, phrases: list[str]) -> VoiceLook:
        """What a folder of recordings holds; within two seconds."""
        return self._voices.look(folder, phrases)

    def __call__(self, timeline: Timeline) -> Path | None:
        """Blocks for up to half a second: call it in a worker. ``None`` is silence, and told."""
        from coach.cues.clips import ClipError, ToneSet  # noqa: PLC0415 - loads numpy

        wish = self._preferences()
        spoken = in_words(timeline, wish, self._last_one)
        try:
            tones = in_time(str(self._tones), lambda: ToneSet.load(self._tones))
            return self._with_voice(spoken, tones, wish)
        except ClipError as error:
            self._tell(f"{error}. {_SILENT}")
        except OSError as error:
            self._tell(_NO_ROOM.format(folder=self._cache, why=error.strerror or error))
        return None

    def check(self, name: str, words: tuple[str, str, str]) -> Path | None:
        """The sound of one part of the sound check; ``None`` where it cannot be made, and told."""
        from coach.cues import sound_check  # noqa: PLC0415 - loads numpy
        from coach.cues.clips import ClipError, ToneSet  # noqa: PLC0415
        from coach.cues.soundtrack import Clips  # noqa: PLC0415

        wish, part = self._preferences(), sound_check.Check(name)
        path = self._cache / f"check-{part}.wav"
        try:
            clips = Clips(ToneSet.load(self._tones), self._any_voice(wish))
            heard = sound_check.check_sound(part, clips, levels(wish), sound_check.Words(*words))
            path.parent.mkdir(parents=True, exist_ok=True)
            sound_check.write_check(heard, path)
        except ClipError as error:
            self._tell(f"{error}.")
        except OSError as error:
            self._tell(_NO_ROOM.format(folder=self._cache, why=error.strerror or error))
        else:
            return path
        return None

    def _any_voice(self, wish: Preferences) -> VoicePack:
        from coach.cues.clips import ClipError  # noqa: PLC0415 - loads numpy
        from coach.cues.voice_pack import VoicePack  # noqa: PLC0415

        try:
            return self._voices.heard(wish.voice_folder, Timeline(()), self._tell_of_voice)
        except ClipError as error:
            self._tell_of_voice(f"{error}.")
        return VoicePack()

    def _with_voice(self, timeline: Timeline, tones: ToneSet, wish: Preferences) -> Path:
        from coach.cues.clips import ClipError  # noqa: PLC0415 - loads numpy
        from coach.cues.voice_pack import VoicePack  # noqa: PLC0415

        try:
            voice = self._voices.heard(wish.voice_folder, timeline, self._tell_of_voice)
            self._voices.touch(voice, timeline)
            return self._stored(timeline, tones, voice, wish)
        except ClipError as error:
            self._tell_of_voice(f"{error}. {_TONES_ONLY}")
        return self._stored(timeline, tones, VoicePack(), wish)

    def _stored(
        self, timeline: Timeline, tones: ToneSet, voice: VoicePack, wish: Preferences
    ) -> Path:
        from coach.cues.soundtrack import Clips, stored  # noqa: PLC0415 - loads numpy

        return stored(timeline, Clips(tones, voice), levels(wish), self._cache / "tracks").path

    def _tell_of_voice(self, why: str) -> None:
        if why not in self._told and self._preferences().voice:
            self._told.add(why)
            self._tell(why)


class SoundCheck:
    """Plays ``left``, ``right``, ``voice`` or ``tones`` at the levels of the preferences.

    The sound is made by ``run``, beside the window's thread; ``words`` are the phrases for left
    and right, and one to hear the voice by.
    """

    def __init__(
        self,
        cues: Cues,
        maker: TrackMaker,
        run: Callable[[Callable[[object], Path | None], Callable[[Path | None], None]], None],
        words: tuple[str, str, str],
    ) -> None:
        self._cues, self._maker, self._run, self._words = cues, maker, run, words

    def __call__(self, name: str) -> None:
        """Raises ``ValueError`` for another name."""
        self._run(lambda _: self._maker.check(name, self._words), self._play)

    def _play(self, path: Path | None) -> None:
        if path is not None:
            self._cues.load(path)
            self._cues.play(0)
