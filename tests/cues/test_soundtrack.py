from __future__ import annotations

import os
import time
import wave
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from coach.cues.clips import RATE, ClipError, ToneSet
from coach.cues.levels import Levels
from coach.cues.mixing import DUCK, DUCK_RAMP_MS, blocks, frame, mix, sounds
from coach.cues.schedule import PRIMER_MS, schedule
from coach.cues.soundtrack import KEEP_TRACKS, Clips, render, stored, write_wav
from coach.cues.tone_rules import Tone
from coach.cues.voice_pack import VoicePack
from coach.domain.timeline import Timeline
from support.cue_scores import K, part, score, session
from support.voice_packs import write_pack

SOUNDS = Path(__file__).resolve().parents[2] / "resources" / "sounds"
PHRASES = {"In.": 350, "Out.": 400, "Breathing bridge.": 900, "Well done.": 700}
TONES_ONLY = Levels(tones=100, voice_on=False)


@pytest.fixture(scope="module")
def tone_set() -> ToneSet:
    return ToneSet.load(SOUNDS)


@pytest.fixture
def clips(tone_set: ToneSet, tmp_path: Path) -> Clips:
    return Clips(tone_set, VoicePack.load(write_pack(tmp_path / "voice", PHRASES)))


def at(samples: npt.NDArray[np.int16], begin_ms: int, end_ms: int) -> npt.NDArray[np.float64]:
    return samples[begin_ms * RATE // 1000 : end_ms * RATE // 1000].astype(np.float64) / 32_767


def breath() -> Timeline:
    return score(part(K.INHALE, 4_003, "In.", rep=1), part(K.EXHALE, 6_001, rep=1))


def test_every_tone_starts_at_its_exact_sample(tone_set: ToneSet) -> None:
    track = render(breath(), Clips(tone_set, VoicePack()), TONES_ONLY).samples
    for start_ms, tone in ((0, Tone.IN), (4_003, Tone.OUT), (10_004, Tone.DONE)):
        wanted = np.rint(tone_set.samples[tone] * 32_767)
        begin = round(start_ms * RATE / 1000)
        assert np.abs(track[begin : begin + len(wanted)] - wanted).max() <= 1
        assert not track[begin - 100 : begin].any()


def test_position_zero_is_the_end_of_the_check(clips: Clips) -> None:
    timeline = session(3)
    track = render(timeline, clips, Levels())
    assert track.offset_ms == 10_000
    assert track.guided_ms == timeline.total_ms - 20_000
    assert len(track.samples) >= track.guided_ms * RATE // 1000


def test_voice_ducks_the_tone_under_it(tone_set: ToneSet, tmp_path: Path) -> None:
    voice = VoicePack.load(write_pack(tmp_path, {"In.": 350}, pitch_hz=3_000))
    loud = render(breath(), Clips(tone_set, voice), Levels(voice=100, tones=100)).samples
    under = slice(PRIMER_MS * RATE // 1000, (PRIMER_MS + 350) * RATE // 1000)
    spoken = voice.samples("In.")
    rest = loud[under] / 32_767 - spoken
    wanted = tone_set.samples[Tone.IN][under] * DUCK
    assert np.abs(rest - wanted).max() < 0.001
    after = at(loud, PRIMER_MS + 350 + DUCK_RAMP_MS, 980)
    alone = tone_set.samples[Tone.IN][(PRIMER_MS + 350 + DUCK_RAMP_MS) * 24 : 980 * 24]
    assert np.abs(after - alone).max() < 0.001


def test_a_track_in_pieces_is_the_same_track(clips: Clips) -> None:
    plan = schedule(session(3), clips.voice, clips.tones.durations_ms())
    found = sounds(plan, clips.tones, clips.voice, Levels())
    whole = mix(found, frame(plan.total_ms))
    pieces = list(blocks(found, frame(plan.total_ms)))
    assert np.array_equal(np.concatenate(pieces), whole)
    assert max(len(piece) for piece in pieces) < len(whole) / 2


def test_levels_scale_each_part_by_itself(clips: Clips) -> None:
    timeline = session(2)
    full = render(timeline, clips, Levels(voice=100, tones=0)).samples
    half = render(timeline, clips, Levels(voice=50, tones=0)).samples
    assert np.abs(at(half, 0, 900)).max() == pytest.approx(np.abs(at(full, 0, 900)).max() / 4, 0.01)
    assert not at(full, 2_000, 5_000).any()
    assert not render(timeline, clips, Levels(voice=0, tones=0)).samples.any()
    assert not at(render(timeline, clips, TONES_ONLY).samples, 0, 1_900).any()


def test_a_phrase_that_is_missing_leaves_the_tone(tone_set: ToneSet) -> None:
    with_gap = render(session(2), Clips(tone_set, VoicePack()), Levels())
    assert np.abs(at(with_gap.samples, 5_000, 6_000)).max() > 0.05


def test_loud_clips_hold_at_full_scale_instead_of_wrapping(tone_set: ToneSet) -> None:
    loud = ToneSet({tone: data * np.float32(8) for tone, data in tone_set.samples.items()})
    track = render(breath(), Clips(loud, VoicePack()), TONES_ONLY).samples
    clipped = np.abs(track.astype(int)) >= 32_767
    assert clipped.any()
    assert np.abs(np.diff(track.astype(int))).max() < 40_000


def test_a_timeline_without_guided_phases_is_silent(clips: Clips) -> None:
    assert len(render(Timeline(()), clips, Levels()).samples) == 0


def test_twelve_minutes_compile_within_half_a_second(clips: Clips, tmp_path: Path) -> None:
    timeline = session()
    assert timeline.total_ms > 12 * 60_000
    started = time.process_time()
    stored(timeline, clips, Levels(), tmp_path / "tracks")
    assert time.process_time() - started <= 0.5


def test_file_holds_what_was_rendered(clips: Clips, tmp_path: Path) -> None:
    track = render(session(2), clips, Levels())
    write_wav(track, tmp_path / "out.wav")
    with wave.open(str(tmp_path / "out.wav"), "rb") as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        data = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")
    assert np.array_equal(data, track.samples)
    assert [file.name for file in tmp_path.glob("*track*")] == []


def test_the_same_session_is_made_once(clips: Clips, tmp_path: Path) -> None:
    folder = tmp_path / "tracks"
    first = stored(session(2), clips, Levels(), folder)
    made = first.path.read_bytes()
    first.path.write_bytes(bytes(len(made)))
    again = stored(session(2), clips, Levels(), folder)
    assert again == first
    assert again.path.read_bytes() == bytes(len(made))


def test_everything_that_shapes_the_track_changes_its_name(
    clips: Clips, tone_set: ToneSet, tmp_path: Path
) -> None:
    folder = tmp_path / "tracks"
    other = VoicePack.load(write_pack(tmp_path / "other", PHRASES, pitch_hz=200))
    louder = ToneSet({tone: data * np.float32(2) for tone, data in tone_set.samples.items()})
    names = [
        stored(session(2), clips, Levels(), folder).path.name,
        stored(session(3), clips, Levels(), folder).path.name,
        stored(session(2), clips, Levels(voice=40), folder).path.name,
        stored(session(2), clips, Levels(voice_on=False), folder).path.name,
        stored(session(2), Clips(tone_set, other), Levels(), folder).path.name,
        stored(session(2), Clips(louder, clips.voice), Levels(), folder).path.name,
    ]
    assert len(set(names)) == len(names)


def test_a_torn_file_is_made_anew(clips: Clips, tmp_path: Path) -> None:
    track = stored(session(2), clips, Levels(), tmp_path / "tracks")
    whole = track.path.read_bytes()
    track.path.write_bytes(whole[:1_000])
    assert stored(session(2), clips, Levels(), tmp_path / "tracks").path.read_bytes() == whole


def test_only_the_newest_tracks_are_kept(clips: Clips, tmp_path: Path) -> None:
    folder = tmp_path / "tracks"
    made = []
    for breaths in range(1, KEEP_TRACKS + 3):
        made.append(stored(session(breaths), clips, Levels(), folder).path)
        os.utime(made[-1], (breaths, breaths))
    last = stored(session(1), clips, Levels(), folder).path
    assert last in folder.glob("*.wav")
    assert len(list(folder.glob("*.wav"))) == KEEP_TRACKS
    assert made[1] not in folder.glob("*.wav")


def test_what_a_killed_writer_left_is_removed_and_what_is_being_written_is_not(
    clips: Clips, tmp_path: Path
) -> None:
    folder = tmp_path / "tracks"
    folder.mkdir()
    left, busy = folder / ".track-a.part", folder / ".track-b.part"
    for file in (left, busy):
        file.write_bytes(b"half")
    os.utime(left, (1, 1))
    stored(session(1), clips, Levels(), folder)
    assert (left.exists(), busy.exists()) == (False, True)


def test_a_damaged_clip_is_named_and_leaves_no_file(clips: Clips, tmp_path: Path) -> None:
    for file in (tmp_path / "voice").glob("*.wav"):
        file.write_bytes(b"damaged")
    with pytest.raises(ClipError, match=r"\.wav"):
        stored(session(2), clips, Levels(), tmp_path / "tracks")
    assert list((tmp_path / "tracks").glob("*")) == []


@pytest.mark.parametrize("levels", [{"voice": 101}, {"tones": -1}])
def test_levels_outside_their_range_are_refused(levels: dict[str, int]) -> None:
    with pytest.raises(ValueError, match="level must be 0 to 100"):
        Levels(**levels)
