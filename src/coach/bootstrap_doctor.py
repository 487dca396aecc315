"""Wires the doctor: which part of the program is asked about what."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from coach.app import doctor as report
from coach.app.doctor import Finding, Report
from coach.app.ports import StoreError
from coach.domain.book import Book
from coach.domain.content_error import ContentError
from coach.domain.phrases import all_phrases
from coach.store.checkup import NEWEST, look_at
from coach.system import doctor as machine
from coach.system.keep_awake import WakepyKeepAwake
from coach.system.paths import AppPaths, app_paths
from coach.system.resources import ResourceError, resource_dir
from coach.system.session_bus import has_bus

WAIT_S = 20
AWAKE_WAIT_MS = 2_500
_OTHERS = 0o077
_EXPECTED = (ImportError, OSError, StoreError, ContentError, ResourceError, ValueError)


def examine(paths: AppPaths, load_book: Callable[[], Book]) -> Report:
    """Look at everything; creates nothing and changes nothing."""
    return report.collect(
        {
            "versions": _versions,
            "content": lambda: [_content(load_book())],
            "data": lambda: _data(paths),
            "sound": _sound,
            "voice": lambda: _voice(load_book()),
            "display": _display,
        },
        _EXPECTED,
    )


def _versions() -> list[Finding]:
    return report.version_findings(machine.versions(), machine.NEEDED)


def _content(book: Book) -> Finding:
    words = (
        f"{len(book.catalog)} exercises and {len(book.intake.questions)} questions,"
        f" rules version {book.rules.version}"
    )
    return Finding("content", "files", ok=True, text=words)


def _data(paths: AppPaths) -> list[Finding]:
    mode = machine.mode_of(paths.data)
    folder = report.folder_finding(
        str(paths.data),
        exists=paths.data.exists(),
        writable=machine.writable(paths.data),
        others=bool((mode or 0) & _OTHERS),
        mode=mode,
    )
    try:
        found = look_at(paths.data)
    except StoreError as error:
        return [folder, Finding("data", "log", ok=False, text=str(error))]
    if found is None:
        return [folder, Finding("data", "log", ok=True, text="none yet; begun at the first start.")]
    return [folder, *report.log_findings(found.schema, NEWEST, found.integrity, found.counts)]


def _sound() -> list[Finding]:
    from coach.cues.clips import ToneSet  # noqa: PLC0415 - loads numpy

    tones = ToneSet.load(resource_dir() / "sounds")
    answer = _outputs()
    problem = answer.get("problem")
    if problem is not None:
        problem = f"{problem}: install what is missing; sessions run silently without it."
    return report.sound_findings(
        problem=problem, devices=answer.get("devices", ()), tones=len(tones.samples)
    )


def _outputs() -> dict[str, Any]:
    """The app can do without sound, so a sound system that fails is no failure of the app."""
    try:
        return _ask("coach.cues.devices")
    except OSError as error:
        return {"problem": str(error)}


def _voice(book: Book) -> list[Finding]:
    from coach.cues.voice_pack import VoicePack  # noqa: PLC0415 - loads numpy

    pack = VoicePack.load(resource_dir() / "voice" / book.language)
    lost = {phrase for phrase, clip in pack.clips.items() if not clip.file.is_file()}
    missing = [one for one in all_phrases(book) if one not in pack.clips or one in lost]
    return report.voice_findings(len(pack.clips) - len(lost), missing)


def _display() -> list[Finding]:
    bare = not machine.has_display()
    answer = {} if bare else _ask("coach.system.doctor")
    if "problem" in answer:
        words = f"{answer['problem']}: install that system library (`make run` names them)."
        return [Finding("display", "platform", ok=False, text=words), *_desktop()]
    platform, screens = str(answer.get("platform", "")), answer.get("screens", ())
    return [*report.display_findings(platform, screens, bare=bare), *_desktop()]


def _desktop() -> list[Finding]:
    return [_awake(), report.media_finding(bus=has_bus())]


def _awake() -> Finding:
    keeper = WakepyKeepAwake(wait_ms=AWAKE_WAIT_MS)
    try:
        return report.awake_finding(granted=keeper.acquire())
    finally:
        keeper.close()


def _ask(module: str) -> dict[str, Any]:
    """What ``python -m module`` prints. Raises ``OSError`` where it does not answer."""
    if getattr(sys, "frozen", False):
        raise OSError("cannot be asked in the packaged program.")
    try:
        done = subprocess.run(
            [sys.executable, "-m", module],
            capture_output=True,
            text=True,
            timeout=WAIT_S,
            check=False,
            env={**os.environ, "QT_LOGGING_RULES": "*.debug=false"},
        )
    except subprocess.TimeoutExpired as error:
        raise OSError(f"no answer within {WAIT_S} s.") from error
    if done.returncode != 0:
        raise OSError(_reason(done.stderr) or f"ended with {done.returncode}.")
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


def _reason(said: str) -> str:
    """The telling line: an exception stands last, a library's own complaint first."""
    lines = said.strip().splitlines() or [""]
    return lines[-1] if lines[0].startswith("Traceback") else lines[0]


def doctor(data_dir: Path | None, load_book: Callable[[], Book]) -> Report:
    """The report on the platform's folders, or on everything below ``data_dir``."""
    return examine(app_paths(data_dir), load_book)
