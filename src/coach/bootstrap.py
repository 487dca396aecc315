"""The only place that builds concrete objects and wires them."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from coach.app.doctor import Report
from coach.app.ports import Clock, StoreError
from coach.bootstrap_audio import AudioMaker, export_audio
from coach.bootstrap_sound import LateCues, SoundCheck, TrackMaker, choose_cues, silent_cues
from coach.domain.adaptation_texts import adaptation_texts
from coach.domain.book import Book
from coach.domain.care_texts import care_texts
from coach.domain.content_error import ContentError
from coach.domain.exercise import parse_catalog
from coach.domain.guidance_texts import guidance_texts
from coach.domain.intake import parse_intake
from coach.domain.intent_texts import intent_texts
from coach.domain.languages import spoken_in
from coach.domain.phrases import all_phrases
from coach.domain.reason import Texts
from coach.domain.ruleset import parse_ruleset
from coach.domain.session import MAX_GAP_MS
from coach.domain.verdict_text import VerdictTexts
from coach.domain.verdict_text import verdict_texts as parse_verdict_texts
from coach.store.schema import FILE_NAME as LOG_NAME
from coach.store.worker import StoreWorker
from coach.system.clock import SystemClock
from coach.system.display import loading_windows, require_display
from coach.system.ids import new_id
from coach.system.keep_awake import WakepyKeepAwake
from coach.system.paths import AppPaths, app_paths, keep_private
from coach.system.resources import read_toml, resource_dir, texts_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coach.app.audio_export import AudioSession
    from coach.app.living import LivedDay
    from coach.domain.persona import Persona
    from coach.gui.context import Context
    from coach.gui.parts import Parts
    from coach.gui.shell import Shell

LANGUAGE = "en"
_UNMADE = "The data folder {folder} cannot be made: {why}. Choose another one with --data-dir."
_UNUSABLE = (
    "The data folder {folder} cannot be written: {why}. Allow writing there or choose another one"
    " with --data-dir."
)
_SILENT = (
    "Another coach uses {folder} and does not answer: close it, or wait until it has ended, then"
    " start again."
)


def load_book(language: str = LANGUAGE) -> Book:
    """Read all content; English stands in for what ``language`` has no words for.

    Raises ``ContentError`` or ``ResourceError`` with one clear sentence.
    """
    book = Book(
        intake=parse_intake(spoken_in(read_toml("intake.toml"), language), "intake.toml"),
        rules=parse_ruleset(read_toml("ruleset.toml"), "ruleset.toml"),
        catalog=parse_catalog(spoken_in(_exercise_files(), language)),
        texts=_sentences(language),
        language=language,
    )
    _check_links(book)
    return book


def _sentences(language: str) -> Texts:
    """All that decisions are told with, from four files."""
    readers = {
        "guidance": guidance_texts,
        "adaptation": adaptation_texts,
        "care": care_texts,
        "intent": intent_texts,
    }
    found = Texts({})
    for name, read in readers.items():
        file = texts_file(name, language)
        found |= read(read_toml(file), file)
    return found


def _check_links(book: Book) -> None:
    """What one file names has to be in another: exercises, and where they come from."""
    for name in book.rules.rhythms:
        if name not in book.catalog:
            raise ContentError("ruleset.toml", f"rhythm.{name}", "no file of exercises has this id")
    for name in book.catalog:
        if name not in book.rules.rhythms:
            raise ContentError("ruleset.toml", f"rhythm.{name}", "is missing")
        if next(book.rules.doses(name), None) is None:
            raise ContentError("ruleset.toml", f"usual.{name}", "is missing, no stage names it")
    file = texts_file("sources", book.language)
    told = read_toml(file).get("article", {})
    for exercise in book.catalog.values():
        for source in exercise.sources:
            if source not in told:
                raise ContentError(file, f"article.{source}", f"is missing, {exercise.id} names it")


def _exercise_files() -> dict[str, dict[str, object]]:
    folder = resource_dir() / "exercises"
    names = sorted(f"exercises/{path.name}" for path in folder.glob("*.toml"))
    return {name: read_toml(name) for name in names}


def verdict_texts(language: str = LANGUAGE) -> VerdictTexts:
    """The sentences of verdicts."""
    name = texts_file("verdict", language)
    return parse_verdict_texts(read_toml(name), name)


def run_app(data_dir: Path | None) -> int:
    """Open the app; a second start on the same data raises the first window instead.

    Raises ``DisplayError`` where no window can open, ``StoreError`` where the data folder cannot
    be made or another app holds it, ``ResourceError`` for broken files of the program.
    """
    require_display()
    keep_private()
    paths = app_paths(data_dir)
    _create(paths)
    with loading_windows():
        from coach.gui.application import launch, make_application  # noqa: PLC0415 - loads Qt
        from coach.gui.look import apply_look  # noqa: PLC0415
        from coach.gui.shell import Shell  # noqa: PLC0415
        from coach.gui.window_memory import WindowMemory  # noqa: PLC0415
        from coach.system.crash_log import CrashLog  # noqa: PLC0415
        from coach.system.single_instance import SingleInstance, Start  # noqa: PLC0415

    app = make_application()
    memory = WindowMemory(paths.data)
    apply_look(app, memory.look())
    instance = SingleInstance(paths.data)
    found = instance.start()
    if found is Start.SILENT:
        raise StoreError(_SILENT.format(folder=paths.data))
    if found is Start.RAISED:
        return 0
    shell = Shell()
    CrashLog(paths.log, shell.crashed.emit).install()
    instance.on_raise(shell.raise_window)
    home = Home(paths, SystemClock())
    try:
        return launch(app, shell, home.wire, memory)
    finally:
        shell.shutdown()
        home.close()
        instance.release()


def _create(paths: AppPaths) -> None:
    """Make the folders. A log that is there can be read without them."""
    try:
        paths.create()
    except OSError as error:
        if not (paths.data / LOG_NAME).is_file():
            words = _UNUSABLE if paths.data.is_dir() else _UNMADE
            raise StoreError(words.format(folder=paths.data, why=error.strerror)) from error


class Home:
    """One data folder with the concrete things that work on it, for one run of the app."""

    def __init__(
        self,
        paths: AppPaths,
        clock: Clock,
        *,
        silent: bool = False,
        theme: str = "",
        max_gap_ms: float = MAX_GAP_MS,
    ) -> None:
        self._paths = paths
        self._clock = clock
        self._silent = silent
        self._forced_theme = theme
        self._max_gap_ms = max_gap_ms
        self._worker: StoreWorker | None = None
        self._keep_awake: WakepyKeepAwake | None = None

    def wire(self, shell: Shell) -> tuple[Context, Parts]:
        """Everything behind the window; called once, after the first paint."""
        from coach.cues.steer import correction  # noqa: PLC0415
        from coach.gui.background import Background  # noqa: PLC0415 - loads Qt
        from coach.gui.context import Context  # noqa: PLC0415
        from coach.gui.look import look_changer  # noqa: PLC0415
        from coach.gui.media_remote import desktop_remote, no_remote  # noqa: PLC0415
        from coach.gui.parts import Parts  # noqa: PLC0415

        self._worker = StoreWorker(self._paths.data, self._clock, new_id)
        self._keep_awake = WakepyKeepAwake()
        tell = shell.told.emit
        make = silent_cues if self._silent else choose_cues
        cues = LateCues(make, self._clock, tell, shell.withdrawn.emit)
        book = load_book()
        context = Context(book, self._clock, new_id, Background(self._worker, shell))
        last_one = book.texts["speech.last_one"]
        maker = TrackMaker(self._paths.cache, lambda: shell.preferences, LANGUAGE, tell, last_one)
        phrases = ("left", "right", "sample")
        left, right, sample = (book.texts[f"speech.{name}"] for name in phrases)
        parts = Parts(
            verdict_texts=verdict_texts(),
            cues=cues,
            keep_awake=self._keep_awake,
            render_track=maker,
            steering=correction,
            play_sample=SoundCheck(cues, maker, context.background.run, (left, right, sample)),
            look_at_voice=lambda folder: maker.look(folder, all_phrases(book)),
            write_audio=AudioMaker(LANGUAGE, last_one),
            apply_look=look_changer(self._forced_theme),
            data_dir=self._paths.data,
            max_gap_ms=self._max_gap_ms,
            make_remote=no_remote if self._silent else desktop_remote,
        )
        return context, parts

    def close(self) -> None:
        """Finish every write, then close the file."""
        if self._worker is not None:
            self._worker.close()
        if self._keep_awake is not None:
            self._keep_awake.close()


def simulate(path: Path, weeks: int) -> tuple[Persona, Iterator[LivedDay]]:
    """Weeks of the person in a persona file, lived in memory while they are asked for.

    Raises ``FileError`` or ``ContentError``.
    """
    from coach.app.living import Life  # noqa: PLC0415 - only this command needs it
    from coach.app.persona_file import read_persona  # noqa: PLC0415
    from coach.store.memory_store import MemoryStore  # noqa: PLC0415

    book = load_book()
    persona = read_persona(path, book)
    return persona, Life(MemoryStore, book, persona).days(7 * weeks)


def run_tour(out: Path, *, speed: float, theme: str, size: str, days: int) -> int:
    """Play the main job in the real windows; pictures and database are left in ``out``."""
    _allow_no_display()
    keep_private()
    with loading_windows():
        from coach.gui.tour import PAST_FASTER, Tour, TourPace  # noqa: PLC0415 - loads Qt

    paths = app_paths(out / "data")
    _create(paths)
    tour = Tour(out, TourPace(speed, theme, size, days))
    gap_ms = MAX_GAP_MS * max(1.0, speed) * PAST_FASTER
    home = Home(paths, tour.clock, silent=True, theme=theme, max_gap_ms=gap_ms)
    try:
        for line in tour.run(home.wire):
            print(line, flush=True)  # noqa: T201 - the tour tells where it is
    finally:
        home.close()
    return 0


def _allow_no_display() -> None:
    """Paint into memory where there is no display to open a window on."""
    if sys.platform == "linux" and not {"DISPLAY", "WAYLAND_DISPLAY"} & set(os.environ):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def draw_figures(out: Path, *, theme: str) -> int:
    """Leave pictures of every posture of every exercise in ``out``. Raises ``OSError``."""
    out.mkdir(parents=True, exist_ok=True)
    _allow_no_display()
    book = load_book()
    with loading_windows():
        from coach.gui.application import make_application  # noqa: PLC0415 - loads Qt
        from coach.gui.figures_sheet import write_figures  # noqa: PLC0415
        from coach.gui.theme import load_theme  # noqa: PLC0415

    make_application()
    for page in write_figures(book, out, load_theme(theme)):
        print(f"{page.file}: {page.title}, {page.postures} postures", flush=True)  # noqa: T201
    return 0


def audio(day: str, out: Path, data_dir: Path | None, *, overwrite: bool) -> AudioSession:
    """Write the session of a day to a file. Raises ``AudioError`` or ``StoreError``."""
    return export_audio(
        app_paths(data_dir), SystemClock(), load_book(), day, out, overwrite=overwrite
    )


def doctor(data_dir: Path | None) -> Report:
    """What works on this machine and what does not; looks only, changes nothing."""
    from coach.bootstrap_doctor import doctor as look  # noqa: PLC0415

    return look(data_dir, load_book)
