"""Make the voice clips that ship with the app.

``python scripts/make_voice.py`` speaks every phrase of the exercises into
``resources/voice/<language>/``: a clip per phrase, ``index.toml`` and the licence of the voice.
``make_voice.py PHRASES.txt`` takes one phrase a line instead, ``-`` means standard input. Only
phrases that are new, or made by another recipe, are spoken again; clips of phrases that are
gone are removed. The order of the list does not matter.

Needs festival with festvox-us-slt-hts (or flite as the second choice) and opus-tools.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from math import ceil
from pathlib import Path

import numpy as np
import numpy.typing as npt
import soundfile  # type: ignore[import-untyped]

from coach.bootstrap import load_book
from coach.cues.clips import RATE, resampled
from coach.domain.phrases import all_phrases

ROOT = Path(__file__).resolve().parent.parent
VOICES = ROOT / "resources" / "voice"
LOUDNESS_DBFS = -20.0
PEAK_DBFS = -2.0
SILENCE_DBFS = -54.0
MARGIN_MS = 25
BITRATE_KBIT = 24
SPEED = 0.9
"""The voice's own pace is brisk for someone who lies on the floor."""

JOBS = 2
RECIPE_VERSION = 1

Samples = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Engine:
    """A speech program of the build machine; ``speak`` writes a phrase to a WAV file."""

    name: str
    program: str
    notice: Path
    speak: Callable[[str, Path], None]


def _festival(phrase: str, out: Path) -> None:
    voice = "(voice_cmu_us_slt_arctic_hts)"
    pace = f'(set! hts_engine_params (append hts_engine_params (list (list "-r" {SPEED}))))'
    command = ["text2wave", "-eval", voice, "-eval", pace, "-o", str(out)]
    subprocess.run(command, input=phrase.encode(), check=True, capture_output=True, timeout=60)


def _flite(phrase: str, out: Path) -> None:
    pace = f"duration_stretch={1 / SPEED:.2f}"
    command = ["flite", "-voice", "slt", "--setf", pace, "-t", phrase, "-o", str(out)]
    subprocess.run(command, check=True, capture_output=True, timeout=60)


_HTS_DATA = Path("/usr/share/festival/voices/us/cmu_us_slt_arctic_hts")
_DOC = Path("/usr/share/doc")
FESTIVAL = Engine(
    "festival cmu_us_slt_arctic_hts",
    "text2wave",
    _DOC / "festvox-us-slt-hts" / "copyright",
    _festival,
)
FLITE = Engine("flite slt", "flite", _DOC / "flite" / "copyright", _flite)


def available_engine() -> Engine:
    """Festival's voice where it is installed, else flite's. Raises ``SystemExit``."""
    if shutil.which("opusenc") is None:
        raise SystemExit("opusenc is missing: install opus-tools")
    if shutil.which(FESTIVAL.program) and _HTS_DATA.is_dir():
        return FESTIVAL
    if shutil.which(FLITE.program):
        return FLITE
    raise SystemExit("no voice is installed: install festival and festvox-us-slt-hts, or flite")


def recipe(engine: Engine) -> str:
    """Names everything but the phrase that shapes a clip."""
    return (
        f"{engine.name}, pace {SPEED:g}, {LOUDNESS_DBFS:g} dBFS, "
        f"opus {BITRATE_KBIT} kbit/s, {RECIPE_VERSION}"
    )


def file_names(phrases: Iterable[str]) -> dict[str, str]:
    """A file name for every phrase; those that differ only in signs get a mark of their own."""
    named: dict[str, str] = {}
    for phrase in sorted(set(phrases)):
        slug = re.sub(r"[^a-z0-9]+", "-", phrase.lower()).strip("-")
        name = f"{slug[:48].strip('-')}.opus"
        if len(slug) > 48 or not slug or name in named.values():
            mark = hashlib.sha256(phrase.encode()).hexdigest()[:8]
            name = f"{slug[:40].strip('-')}-{mark}.opus".lstrip("-")
        named[phrase] = name
    return named


def trimmed(data: Samples) -> Samples:
    """Without the silence around the words, with short fades at both ends."""
    loud = np.flatnonzero(np.abs(data) > 10 ** (SILENCE_DBFS / 20))
    if not len(loud):
        raise ValueError("the engine made silence")
    margin = RATE * MARGIN_MS // 1000
    cut = data[max(int(loud[0]) - margin, 0) : int(loud[-1]) + margin].copy()
    fade = np.linspace(0.0, 1.0, min(margin, len(cut)), dtype=np.float32)
    cut[: len(fade)] *= fade
    cut[-len(fade) :] *= fade[::-1]
    return cut


def levelled(data: Samples) -> Samples:
    """At the same loudness for every phrase: the mean power of its voiced tenths of a second."""
    block = RATE // 10
    padded = np.pad(data, (0, -len(data) % block)).reshape(-1, block)
    power = np.mean(np.square(padded, dtype=np.float64), axis=1)
    voiced = power[power > power.max() / 100]
    factor = 10 ** (LOUDNESS_DBFS / 20) / np.sqrt(voiced.mean())
    factor = min(factor, 10 ** (PEAK_DBFS / 20) / np.abs(data).max())
    return np.asarray(data * factor, dtype=np.float32)


def make_clip(engine: Engine, phrase: str, out: Path) -> None:
    """Speak, trim, level and encode one phrase; ``out`` appears whole or not at all."""
    with tempfile.TemporaryDirectory() as scratch:
        raw, even, part = (Path(scratch) / name for name in ("raw.wav", "even.wav", "clip.opus"))
        engine.speak(phrase, raw)
        data, rate = soundfile.read(str(raw), dtype="float32")
        soundfile.write(str(even), levelled(trimmed(resampled(data, rate))), RATE, "PCM_16")
        encode(even, part)
        shutil.move(part, out)


def encode(wave: Path, out: Path) -> None:
    """To Opus; the fixed serial number keeps clips that did not change the same."""
    command = ["opusenc", "--quiet", "--bitrate", str(BITRATE_KBIT), "--serial", "1"]
    subprocess.run([*command, str(wave), str(out)], check=True, capture_output=True)


def duration_ms(clip: Path) -> int:
    info = soundfile.info(str(clip))
    return ceil(int(info.frames) * 1000 / int(info.samplerate))


def current(folder: Path, wanted: str) -> dict[str, str]:
    """Phrase to file of the clips that exist and were made by the wanted recipe."""
    index = folder / "index.toml"
    if not index.exists():
        return {}
    table = tomllib.loads(index.read_text(encoding="utf-8"))
    if table.get("recipe") != wanted:
        return {}
    clips = {phrase: str(entry["file"]) for phrase, entry in table["clips"].items()}
    return {phrase: file for phrase, file in clips.items() if (folder / file).exists()}


def index_text(language: str, engine: Engine, clips: Mapping[str, tuple[str, int]]) -> str:
    """The index as TOML; JSON's strings are valid TOML strings."""
    head = [
        f"language = {json.dumps(language)}",
        f"voice = {json.dumps(engine.name)}",
        f"recipe = {json.dumps(recipe(engine))}",
        "",
        "[clips]",
    ]
    lines = [
        f"{json.dumps(phrase, ensure_ascii=False)} = "
        f"{{ file = {json.dumps(file)}, duration_ms = {length} }}"
        for phrase, (file, length) in sorted(clips.items())
    ]
    return "\n".join([*head, *lines, ""])


def make_pack(phrases: Iterable[str], language: str, folder: Path) -> tuple[int, int]:
    """Bring ``folder`` in line with ``phrases``; returns how many were made and removed."""
    engine = available_engine()
    names = file_names(phrases)
    folder.mkdir(parents=True, exist_ok=True)
    have = current(folder, recipe(engine))
    todo = [phrase for phrase, name in names.items() if have.get(phrase) != name]
    with ThreadPoolExecutor(JOBS) as pool:
        list(pool.map(lambda phrase: make_clip(engine, phrase, folder / names[phrase]), todo))
    clips = {phrase: (name, duration_ms(folder / name)) for phrase, name in names.items()}
    (folder / "index.toml").write_text(index_text(language, engine, clips), encoding="utf-8")
    _write_licence(folder / "LICENSE.txt", engine)
    orphans = [file for file in folder.glob("*.opus") if file.name not in names.values()]
    for orphan in orphans:
        orphan.unlink()
    return len(todo), len(orphans)


def _write_licence(path: Path, engine: Engine) -> None:
    head = (
        f"The clips in this folder were spoken by {engine.name}, then trimmed, levelled and\n"
        "encoded as Opus by scripts/make_voice.py. The voice was made by others; what follows is\n"
        "the notice that comes with it.\n\n"
    )
    path.write_text(head + engine.notice.read_text(encoding="utf-8"), encoding="utf-8")


def read_phrases(source: str) -> list[str]:
    """The lines of a file or of standard input, each phrase once."""
    text = sys.stdin.read() if source == "-" else Path(source).read_text(encoding="utf-8")
    return sorted({line.strip() for line in text.splitlines() if line.strip()})


def main() -> int:
    parser = argparse.ArgumentParser(description="Make the voice clips that ship with the app.")
    parser.add_argument("phrases", nargs="?", help="file, one phrase a line; default: exercises")
    parser.add_argument("--language", default="en", choices=["en"], help="what the voice speaks")
    parser.add_argument("--out", type=Path, help="folder of the pack")
    options = parser.parse_args()
    folder = options.out or VOICES / options.language
    wanted = options.phrases
    phrases = read_phrases(wanted) if wanted else all_phrases(load_book(options.language))
    made, removed = make_pack(phrases, options.language, folder)
    print(f"{folder}: {made} made, {removed} removed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
