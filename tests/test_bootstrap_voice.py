"""Whose voice speaks: one's own where it works and fits, else the one that ships, soon enough."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from coach.app.preferences import Preferences
from coach.bootstrap_sound import SoundCheck, TrackMaker
from coach.bootstrap_voice import Voices, within
from coach.cues import voice_pack
from coach.cues.voice_pack import VoicePack
from coach.domain.phrases import all_phrases
from coach.system.resources import resource_dir
from support.book import real_book
from support.cue_scores import K, part, score
from support.voice_packs import write_pack

SHIPPED = resource_dir() / "voice" / "en"
SPOKEN, OTHER = "Forward", "Back"
LINE = score(part(K.GET_READY, 5_000, SPOKEN), part(K.RAISE, 3_000, OTHER, rep=1))


def heard(folder: object, wait_s: float = 30.0) -> tuple[VoicePack, list[str]]:
    told: list[str] = []
    return Voices(SHIPPED, wait_s).heard(str(folder), LINE, told.append), told


@pytest.fixture
def stuck(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """A drive that does not answer until it is let go."""
    let_go = Event()
    load = VoicePack.load

    def hang(folder: Path) -> VoicePack:
        if folder != SHIPPED:
            let_go.wait(60)
        return load(folder)

    monkeypatch.setattr(voice_pack.VoicePack, "load", hang)
    yield let_go
    let_go.set()


def test_without_a_folder_the_built_in_voice_speaks() -> None:
    pack, told = heard("")
    assert pack.clips.keys() == set(all_phrases(real_book()))
    assert told == []


def test_own_recordings_stand_over_the_others(tmp_path: Path) -> None:
    own = write_pack(tmp_path, {SPOKEN: 700})
    pack, told = heard(own)
    assert pack.clips[SPOKEN].file.parent == own
    assert pack.clips[OTHER].file.parent == SHIPPED
    assert told == []


def test_a_recording_longer_than_its_phase_is_left_out(tmp_path: Path) -> None:
    own = write_pack(tmp_path, {SPOKEN: 4_000, OTHER: 3_000})
    pack, told = heard(own)
    assert pack.clips[SPOKEN].file.parent == own
    assert pack.clips[OTHER].file.parent == SHIPPED
    assert told == []


@pytest.mark.parametrize("fault", ["empty", "broken", "index"])
def test_a_folder_of_no_use_is_told_and_the_built_in_voice_speaks(
    tmp_path: Path, fault: str
) -> None:
    if fault != "empty":
        write_pack(tmp_path, {SPOKEN: 700})
    if fault == "broken":
        (tmp_path / "0.wav").write_bytes(b"no sound")
    if fault == "index":
        (tmp_path / "index.toml").write_text("[clips")
    pack, told = heard(tmp_path)
    assert pack.clips[SPOKEN].file.parent == SHIPPED
    [sentence] = told
    assert sentence.endswith("The voice that came with the program speaks instead.")


@pytest.mark.usefixtures("stuck")
def test_a_folder_that_hangs_is_given_up() -> None:
    pack, told = heard("/mnt/gone", wait_s=0.05)
    assert pack.clips[SPOKEN].file.parent == SHIPPED
    assert "does not answer" in told[0]
    look = Voices(SHIPPED, 0.05).look("/mnt/gone", [SPOKEN])
    assert (look.have, look.problem) == (0, "The folder /mnt/gone does not answer")


def test_the_wait_is_two_seconds() -> None:
    assert Voices(SHIPPED)._wait_s == 2.0
    assert within(30.0, lambda: 5) == 5
    with pytest.raises(KeyError):
        within(30.0, lambda: {}["x"])


def test_a_look_counts_what_is_there(tmp_path: Path) -> None:
    own = str(write_pack(tmp_path, {SPOKEN: 700, "Something else": 300}))
    look = Voices(SHIPPED, 30.0).look(own, [SPOKEN, OTHER])
    assert (look.folder, look.have, look.wanted, look.problem) == (own, 1, 2, "")


def test_a_look_names_a_length_that_is_wrong(tmp_path: Path) -> None:
    write_pack(tmp_path, {SPOKEN: 700})
    index = tmp_path / "index.toml"
    index.write_text(index.read_text().replace("700", "400"))
    look = Voices(SHIPPED, 30.0).look(str(tmp_path), [SPOKEN])
    assert look.problem == "0.wav: takes 700 ms, not the 400 of the index"


def test_a_length_may_be_left_to_the_file(tmp_path: Path) -> None:
    write_pack(tmp_path, {SPOKEN: 700})
    index = tmp_path / "index.toml"
    index.write_text(index.read_text().replace(", duration_ms = 700", ""))
    assert VoicePack.load(tmp_path).duration_ms(SPOKEN) == 700


# ---- the sound check -----------------------------------------------------------------------------
class Player:
    """Remembers what it was given to play."""

    audible = True

    def __init__(self) -> None:
        self.played: list[object] = []

    def load(self, track: Path) -> None:
        self.played.append(track.name)

    def play(self, from_ms: int) -> None:
        self.played.append(from_ms)

    def pause(self) -> None: ...
    def position_ms(self) -> float | None:
        return None

    def set_muted(self, muted: bool) -> None: ...
    def shutdown(self) -> None: ...


def sound_check(folder: Path, told: list[str]) -> tuple[SoundCheck, Player]:
    book, player = real_book(), Player()
    maker = TrackMaker(folder, Preferences, "en", told.append)
    words = tuple(book.texts[f"speech.{name}"] for name in ("left", "right", "sample"))
    return SoundCheck(player, maker, lambda work, done: done(work(None)), words), player  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["left", "right", "voice", "tones"])
def test_each_part_of_the_sound_check_is_played_from_its_beginning(
    tmp_path: Path, name: str
) -> None:
    told: list[str] = []
    check, player = sound_check(tmp_path / "cache", told)
    check(name)
    assert player.played == [f"check-{name}.wav", 0]
    assert told == []


def test_a_check_that_cannot_be_kept_is_told(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    told: list[str] = []
    check, player = sound_check(tmp_path / "cache", told)
    check("left")
    assert player.played == []
    assert str(tmp_path / "cache") in told[0]
