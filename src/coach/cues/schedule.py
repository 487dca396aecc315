"""From a timeline to cues with places in the track. Pure: durations in, milliseconds out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Protocol

from coach.cues.tone_rules import Tone, ToneAt, tones
from coach.domain.terms import PhaseKind
from coach.domain.timeline import Phase, Timeline

VOICE_AFTER_TONE_MS = 150
FADE_MS = 80
TAIL_MS = 400
PRIMER_MS = 400
"""Silence before the first word: a headset that wakes swallows what comes at once."""

_WAITING = frozenset({PhaseKind.CHECK, PhaseKind.RATE})


class Voice(Protocol):
    """What planning needs to know of a voice."""

    def duration_ms(self, phrase: str) -> int | None:
        """Length of the clip; ``None`` where the voice has no such phrase."""
        ...


@dataclass(frozen=True, slots=True)
class VoiceAt:
    """A phrase in the track; ``length_ms`` is shorter than the clip where the next cuts in."""

    at_ms: int
    phrase: str
    length_ms: int

    @property
    def end_ms(self) -> int:
        return self.at_ms + self.length_ms


@dataclass(frozen=True, slots=True)
class Schedule:
    """All cues of one track in track milliseconds.

    Track 0 is ``offset_ms`` of the timeline, the end of the check. ``guided_ms`` is where the
    guided part ends; ``total_ms`` adds the time that the last sounds need to ring out.
    """

    offset_ms: int
    guided_ms: int
    total_ms: int
    tones: tuple[ToneAt, ...]
    voice: tuple[VoiceAt, ...]


@dataclass(frozen=True, slots=True)
class Overrun:
    """A phrase that is still spoken when its phase has ended, by ``by_ms``."""

    phase: Phase
    phrase: str
    by_ms: int


def schedule(timeline: Timeline, voice: Voice, tone_ms: Mapping[Tone, int]) -> Schedule:
    """Place tone and voice of every guided phase; ``tone_ms`` holds the lengths of the tones."""
    phases = guided(timeline)
    if not phases:
        return Schedule(0, 0, 0, (), ())
    offset, end = phases[0].start_ms, phases[-1].end_ms
    sounds = tuple(replace(cue, at_ms=cue.at_ms - offset) for cue in tones(phases))
    spoken = _spoken(_speaking(timeline, phases), voice, sounds, offset)
    rings = [cue.at_ms + tone_ms[cue.tone] for cue in sounds] + [cue.end_ms for cue in spoken]
    total = max([end - offset, *rings]) + TAIL_MS
    return Schedule(offset, end - offset, total, sounds, spoken)


def guided(timeline: Timeline) -> tuple[Phase, ...]:
    """The phases that the track covers: all but check and rate, which wait for the user."""
    return tuple(phase for phase in timeline if phase.kind not in _WAITING)


def missing(timeline: Timeline, voice: Voice) -> tuple[str, ...]:
    """Phrases of the track that the voice cannot say, sorted; they fall back to the tone."""
    wanted = {phase.say for phase in _speaking(timeline, guided(timeline)) if phase.say}
    return tuple(sorted(phrase for phrase in wanted if voice.duration_ms(phrase) is None))


def overruns(timeline: Timeline, voice: Voice) -> tuple[Overrun, ...]:
    """Phrases that do not fit into their phase, in order of time."""
    phases = guided(timeline)
    struck = {cue.at_ms for cue in tones(phases)}
    return tuple(
        Overrun(phase, phase.say, late)
        for phase in phases
        if (length := voice.duration_ms(phase.say)) is not None
        and (late := _begin(phase, struck, phases[0].start_ms) + length - phase.end_ms) > 0
    )


def _speaking(timeline: Timeline, phases: Sequence[Phase]) -> tuple[Phase, ...]:
    """The guided phases and the rate phase, whose words follow the last tone."""
    return (*phases, *(phase for phase in timeline if phase.kind is PhaseKind.RATE))


def _begin(phase: Phase, struck: Set[int], offset_ms: int) -> int:
    """After the phase's tone, and never before the track's primer is over."""
    after_ms = VOICE_AFTER_TONE_MS if phase.start_ms in struck else 0
    return max(phase.start_ms + after_ms, offset_ms + PRIMER_MS)


def _spoken(
    phases: Sequence[Phase], voice: Voice, sounds: Sequence[ToneAt], offset_ms: int
) -> tuple[VoiceAt, ...]:
    struck = {cue.at_ms + offset_ms for cue in sounds}
    said: list[VoiceAt] = []
    for phase in phases:
        length = voice.duration_ms(phase.say) if phase.say else None
        if length is None:
            continue
        begin = _begin(phase, struck, offset_ms) - offset_ms
        # Two voices at once are worse than a cut word: the newer instruction counts.
        while said and said[-1].end_ms > begin:
            older = said.pop()
            if begin - older.at_ms >= FADE_MS:
                said.append(replace(older, length_ms=begin - older.at_ms))
        said.append(VoiceAt(begin, phase.say, length))
    return tuple(said)
