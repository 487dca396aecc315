"""Settings in a real window over a real log: saved, applied, and honest about failures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coach.app.ports import StoreError
from coach.app.preferences import Preferences, preferences
from coach.app.voice_look import VoiceLook
from coach.gui.controllers.settings import SettingsController
from coach.gui.pages.settings import SettingsPage
from coach.store.sql_store import SqlStore
from support.standing import checked
from support.store_builders import stamp
from support.window import Stage, set_stage


class Heard:
    """What the controller asked of the world."""

    def __init__(self) -> None:
        self.looks: list[Preferences] = []
        self.samples: list[str] = []
        self.folders: list[Path] = []
        self.looked: list[str] = []
        self.folder = ""
        self.asked = 0

    def look(self, folder: str) -> VoiceLook:
        self.looked.append(folder)
        return VoiceLook(folder, 0, 96, f"There is no voice in {folder}")

    def choose(self, _parent: object, _caption: str) -> str:
        self.asked += 1
        return self.folder

    def open(self, folder: Path) -> bool:
        self.folders.append(folder)
        return False


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def stage(themed: QtBot, tmp_path: Path, heard: Heard) -> Iterator[Stage]:
    made = set_stage(tmp_path, {"settings": lambda: found[0].build_page()})
    found = [
        SettingsController(
            made.context,
            made.window,
            heard.looks.append,
            tmp_path,
            heard.samples.append,
            heard.look,
            opener=heard.open,
            chooser=heard.choose,
        )
    ]
    themed.addWidget(made.window)
    made.window.resize(1280, 820)
    made.window.show()
    made.window.show_page("settings")
    found[0].refresh()
    yield made
    made.close()


@pytest.fixture
def page(themed: QtBot, stage: Stage) -> SettingsPage:
    found = stage.window.page("settings")
    assert isinstance(found, SettingsPage)
    themed.waitUntil(lambda: found.look.theme.chosen() == "system")
    return found


def test_a_theme_is_saved_and_holds_at_once(
    themed: QtBot, stage: Stage, page: SettingsPage, heard: Heard
) -> None:
    themed.mouseClick(page.look.theme.chips["dark"], Qt.MouseButton.LeftButton)
    themed.waitUntil(lambda: [look.theme for look in heard.looks] == ["dark"])
    assert preferences(stage.store.settings()).theme == "dark"


def test_a_slower_breath_shows_the_new_length(
    themed: QtBot, stage: Stage, page: SettingsPage
) -> None:
    """T2."""
    checked(stage.store, stamp(), stage.context.new_id)
    themed.keyClick(page.breath.exhale.slider, Qt.Key.Key_End)
    themed.waitUntil(lambda: "10:39" in page.breath.length.text())
    assert preferences(stage.store.settings()).exhale_ms == 8000


def test_a_longer_breath_in_shortens_the_breath_out(
    themed: QtBot, stage: Stage, page: SettingsPage
) -> None:
    themed.keyClick(page.breath.exhale.slider, Qt.Key.Key_End)
    themed.keyClick(page.breath.inhale.slider, Qt.Key.Key_End)
    themed.waitUntil(lambda: page.breath.exhale.value() == 7000)
    assert preferences(stage.store.settings()).pace.cycle_ms == 12_000


def test_samples_are_played(themed: QtBot, page: SettingsPage, heard: Heard) -> None:
    themed.mouseClick(page.sound.samples["left"], Qt.MouseButton.LeftButton)
    assert heard.samples == ["left"]


def test_a_folder_of_recordings_is_kept_and_looked_into(
    themed: QtBot, stage: Stage, page: SettingsPage, heard: Heard
) -> None:
    themed.mouseClick(page.sound.choose, Qt.MouseButton.LeftButton)
    assert heard.asked == 1
    assert preferences(stage.store.settings()).voice_folder == ""
    heard.folder = "/home/someone/my-voice"
    themed.mouseClick(page.sound.choose, Qt.MouseButton.LeftButton)
    themed.waitUntil(lambda: page.sound.found.isVisible())
    assert preferences(stage.store.settings()).voice_folder == heard.folder
    assert heard.looked == [heard.folder]
    assert "There is no voice" in page.sound.found.accessibleName()
    themed.mouseClick(page.sound.built_in, Qt.MouseButton.LeftButton)
    themed.waitUntil(lambda: not page.sound.found.isVisible())
    assert preferences(stage.store.settings()).voice_folder == ""


def test_a_folder_that_nothing_opens_is_said(
    themed: QtBot, page: SettingsPage, heard: Heard, tmp_path: Path
) -> None:
    assert page.data.path.text() == str(tmp_path)
    themed.mouseClick(page.data.open, Qt.MouseButton.LeftButton)
    assert heard.folders == [tmp_path]
    assert page.data.problem.isVisible()


def test_the_licences_are_read(themed: QtBot, page: SettingsPage) -> None:
    themed.mouseClick(page.about.licences, Qt.MouseButton.LeftButton)
    assert "Apache License" in page.about.notices.toPlainText()


def test_what_could_not_be_saved_is_told_and_shown_as_it_is(
    themed: QtBot,
    stage: Stage,
    page: SettingsPage,
    heard: Heard,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(_self: SqlStore, _key: str, _value: str) -> None:
        raise StoreError("The disk is full.")

    monkeypatch.setattr(SqlStore, "save_setting", full)
    with themed.waitSignal(stage.context.background.trouble) as told:
        themed.mouseClick(page.look.theme.chips["light"], Qt.MouseButton.LeftButton)
    assert str(told.args[0]) == "The disk is full."
    themed.waitUntil(lambda: page.look.theme.chosen() == "system")
    assert heard.looks == []
