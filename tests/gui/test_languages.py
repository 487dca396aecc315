"""The app in another language: no word is left over, numbers and dates follow, nothing breaks."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from coach.gui import application
from coach.gui.pages.progress import ProgressPage
from coach.gui.pages.settings import SettingsPage
from coach.gui.words import number, short_number, weekday_name
from support.screens import SCREENS
from support.shell import make_app
from support.source import ROOT
from support.store_builders import START
from support.template import extracted

WORD = re.compile(r"[A-Za-z]{2,}")
FILLED = re.compile(r"\{\w*\}")
#: Names of keys are Qt's own to translate, and weekdays and months are the locale's.
NAMED = re.compile(r"\b(Ctrl|Space|Left|Right|Esc|Backspace|Return|coach|yyyy|MMM|ddd)\b")


class Marked(QTranslator):
    """Sets every text that the template knows in its context in angle quotes, and no other."""

    def isEmpty(self) -> bool:  # noqa: N802
        return False

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return f"«{text}»" if (context, text) in extracted() else ""


@pytest.fixture
def marked(qapp: QApplication) -> Iterator[None]:
    translator = Marked(qapp)
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)


@pytest.fixture
def locale() -> Iterator[None]:
    """Puts the locale back that the test changes."""
    before = QLocale()
    yield
    QLocale.setDefault(before)


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner)


@cache
def content() -> tuple[re.Pattern[str], ...]:
    """The sentences of the content files, which are translated file by file; the longest first,
    so that no short one breaks a long one up."""
    folder = ROOT / "resources"
    files = [*folder.glob("*.toml"), *folder.glob("texts/*"), *folder.glob("exercises/*")]
    texts = {text for file in files for text in _leaves(tomllib.loads(file.read_text("utf-8")))}
    single = {part for text in texts for part in re.split(r"(?<=[.?!]) ", text)}
    told = {text.strip().rstrip(".").replace("**", "") for text in texts | single}
    told = {text for text in told if WORD.search(text)}
    return tuple(map(_sentence, sorted(told, key=_length, reverse=True)))


def _length(text: str) -> int:
    """Without what is filled in."""
    return len(FILLED.sub("", text))


def _sentence(text: str) -> re.Pattern[str]:
    """One text, with anything where words are filled in."""
    parts = [part.strip() for part in FILLED.split(text)]
    told = ".{1,60}?".join(re.escape(part) for part in parts if part)
    return re.compile(rf"(?<!\w){told}(?!\w)", re.IGNORECASE)


def words_of(widget: QWidget) -> Iterator[str]:
    """Everything a widget says, to the eye and to the ear."""
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.toolTip()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(index) for index in range(widget.count()))


@cache
def left_over(text: str) -> str:
    """What stands outside the quotes and is no content."""
    outside = text
    while (inside := re.sub(r"«[^«»]*»", " ", outside)) != outside:
        outside = inside
    for sentences in content():
        outside = sentences.sub(" ", outside)
    return " ".join(WORD.findall(NAMED.sub(" ", outside)))


@pytest.mark.parametrize("screen", SCREENS)
def test_no_word_of_a_screen_is_left_over(
    themed: QtBot, tmp_path: Path, marked: None, locale: None, screen: str
) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.Chinese))
    app = make_app(tmp_path / "data")
    SCREENS[screen](app)
    for widget in app.shell.window.findChildren(QWidget):
        if isinstance(widget, QPlainTextEdit) or not widget.isVisible():
            continue
        for text in words_of(widget):
            plain = text.replace(str(tmp_path / "data"), "")
            assert left_over(plain) == "", (type(widget).__name__, text)
    app.close()


@pytest.mark.parametrize("screen", SCREENS)
def test_each_screen_stands_in_german(
    themed: QtBot, tmp_path: Path, locale: None, screen: str
) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    app = make_app(tmp_path / "data")
    SCREENS[screen](app)
    assert not app.shell.window.grab().isNull()
    app.close()


def test_numbers_and_days_follow_the_locale(locale: None) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    assert (number(2.5), short_number(4.0), short_number(4.5)) == ("2,5", "4", "4,5")
    assert weekday_name(START.date()) == "Montag"


def test_a_setting_is_written_with_a_comma(themed: QtBot, tmp_path: Path, locale: None) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    app = make_app(tmp_path / "data")
    app.check()
    app.worker.store.save_setting("exhale_ms", 6500)
    app.attach()
    app.shell.show_page("settings")
    app.settle()
    page = app.shell.window.page("settings")
    assert isinstance(page, SettingsPage)
    assert page.breath.cycle.text() == "A breath lasts 10,5 s, that is 5,7 a minute."
    app.close()


def test_a_verdict_is_written_with_a_comma(themed: QtBot, tmp_path: Path, locale: None) -> None:
    """As the numbers in the cards below it."""
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    app = make_app(tmp_path / "data")
    SCREENS["progress"](app)
    page = app.shell.window.page("progress")
    assert isinstance(page, ProgressPage)
    assert page.sentence.text().startswith("About 1,0 points lower than in your first week")
    app.close()


# ---- which language -------------------------------------------------------------------------
@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of bundled files whose translations are those of Qt, under the app's name."""
    inside = tmp_path / "i18n"
    inside.mkdir()
    monkeypatch.setattr(application, "resource_dir", lambda: tmp_path)
    return inside


@pytest.fixture
def bare(qapp: QApplication, locale: None) -> Iterator[QApplication]:
    """The application, without the translators of the test afterwards."""
    before = set(qapp.findChildren(QTranslator))
    yield qapp
    for translator in set(qapp.findChildren(QTranslator)) - before:
        qapp.removeTranslator(translator)
        translator.setParent(None)


def test_a_compiled_translation_is_taken(bare: QApplication, folder: Path) -> None:
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    (folder / "coach_de.qm").write_bytes((qt / "qtbase_de.qm").read_bytes())
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Austria))
    application._translate(bare)
    loaded = [one.filePath() for one in bare.findChildren(QTranslator)]
    assert str(folder / "coach_de.qm") in loaded
    assert QLocale().language() is QLocale.Language.German


def test_without_one_words_and_days_stay_english(bare: QApplication, folder: Path) -> None:
    """No sentence mixes two languages; the comma of the country stays."""
    QLocale.setDefault(QLocale(QLocale.Language.German, QLocale.Country.Germany))
    application._translate(bare)
    assert weekday_name(START.date()) == "Monday"
    assert number(2.5) == "2,5"
