"""A session as one recording: the spoken question first, then just what the player would play."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from coach.cues.audio_file import Recording
from coach.cues.clips import RATE, ClipError
from coach.cues.levels import Levels
from coach.cues.mixing import blocks, frame, sounds
from coach.cues.schedule import PRIMER_MS, Schedule, VoiceAt, schedule
from coach.cues.soundtrack import Clips
from coach.cues.tags import Chapter, Tags
from coach.domain.timeline import Timeline

BREAK_MS = 700
ANSWER_MS = 6_000
"""Time to think, and to stop, before the session goes on."""

BEGIN_MS = 1_000
LEAST_VOICE = 60
"""The question is heard even where the voice is off or turned low."""


@dataclass(frozen=True, slots=True)
class Label:
    """Names the file; chapters are moments of the timeline with their names."""

    title: str
    artist: str
    date: str
    opening: str
    chapters: Sequence[tuple[int, str]]


def recording(
    timeline: Timeline, clips: Clips, levels: Levels, asked: Sequence[str], label: Label
) -> Recording:
    """Samples, chapters and tags. ``asked`` are the phrases of the question: before the last of
    them there is time to stop (S7). Raises ``ClipError`` where the voice lacks one of them."""
    before = opening(clips, asked)
    plan = schedule(timeline, clips.voice, clips.tones.durations_ms())
    clips.voice.decode({said.phrase for said in (*before.voice, *plan.voice)})
    aloud = Levels(max(levels.voice, LEAST_VOICE), levels.tones)
    first = sounds(before, clips.tones, clips.voice, aloud)
    then = sounds(plan, clips.tones, clips.voice, levels)
    lengths = frame(before.total_ms), frame(plan.total_ms)
    samples = chain(blocks(first, lengths[0]), blocks(then, lengths[1]))
    return Recording(samples, sum(lengths), _tags(label, before, plan, sum(lengths)))


def opening(clips: Clips, asked: Sequence[str]) -> Schedule:
    """The question in time. Raises ``ClipError``."""
    at_ms, said = PRIMER_MS, []
    for number, phrase in enumerate(asked, start=1):
        length = clips.voice.duration_ms(phrase)
        if length is None:
            raise ClipError(f"it has no recording of “{phrase}”")
        if number > 1:
            at_ms += ANSWER_MS if number == len(asked) else BREAK_MS
        said.append(VoiceAt(at_ms, phrase, length))
        at_ms += length
    return Schedule(0, at_ms, at_ms + BEGIN_MS, (), tuple(said))


def _tags(label: Label, before: Schedule, plan: Schedule, frames: int) -> Tags:
    shift_ms = before.total_ms - plan.offset_ms
    parts = [Chapter(at_ms + shift_ms, name) for at_ms, name in label.chapters]
    return Tags(
        title=label.title,
        artist=label.artist,
        date=label.date,
        chapters=(Chapter(0, label.opening), *parts),
        total_ms=frames * 1000 // RATE,
    )
