"""Settings by real keys and clicks: what is told, what is shown, what fits."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSlider, QWidget
from pytestqt.qtbot import QtBot

from coach.app.preferences import Preferences, longest_exhale_ms
from coach.app.settings_view import SettingsView
from coach.app.voice_look import VoiceLook
from coach.gui.pages.settings import SettingsPage
from coach.gui.style import apply_theme
from coach.gui.theme import load_theme


def view(session_ms: int | None = 573_000, **changes: object) -> SettingsView:
    chosen = replace(Preferences(), **changes)  # type: ignore[arg-type]
    return SettingsView(chosen, longest_exhale_ms(chosen.inhale_ms), session_ms)


@pytest.fixture
def page(themed: QtBot) -> SettingsPage:
    made = SettingsPage()
    themed.addWidget(made)
    made.resize(1072, 820)
    made.show_view(view())
    made.data.show_folder("/home/someone/with/a/rather/long/name/.local/share/coach")
    made.show()
    return made


def slide(page: SettingsPage, key: str) -> QSlider:
    rows = {
        "text_percent": page.look.text_size,
        "voice_level": page.sound.voice_level,
        "tone_level": page.sound.tone_level,
        "inhale_ms": page.breath.inhale,
        "exhale_ms": page.breath.exhale,
    }
    return rows[key].slider


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("text_percent", 110),
        ("voice_level", 85),
        ("tone_level", 65),
        ("inhale_ms", 4500),
        ("exhale_ms", 6500),
    ],
)
def test_a_slider_tells_its_key(themed: QtBot, page: SettingsPage, key: str, value: int) -> None:
    with themed.waitSignal(page.changed) as told:
        themed.keyClick(slide(page, key), Qt.Key.Key_Right)
    assert told.args == [key, value]


def test_the_theme_is_told(themed: QtBot, page: SettingsPage) -> None:
    assert page.look.theme.chosen() == "system"
    with themed.waitSignal(page.changed) as told:
        themed.mouseClick(page.look.theme.chips["dark"], Qt.MouseButton.LeftButton)
    assert told.args == ["theme", "dark"]


def test_switches_tell_true_and_false(themed: QtBot, page: SettingsPage) -> None:
    with themed.waitSignal(page.changed) as told:
        themed.keyClick(page.look.motion, Qt.Key.Key_Space)
    assert told.args == ["reduced_motion", True]
    with themed.waitSignal(page.changed) as told:
        themed.mouseClick(page.sound.voice, Qt.MouseButton.LeftButton)
    assert told.args == ["voice", False]


def test_showing_tells_nothing(themed: QtBot, page: SettingsPage) -> None:
    with themed.assertNotEmitted(page.changed):
        page.show_view(
            view(theme="dark", text_percent=200, voice=False, inhale_ms=5000, exhale_ms=7000)
        )
    assert page.look.theme.chosen() == "dark"
    assert page.look.text_size.value() == 200
    assert (page.breath.inhale.value(), page.breath.exhale.value()) == (5000, 7000)


def test_a_voice_that_is_off_has_no_level(page: SettingsPage) -> None:
    page.show_view(view(voice=False))
    assert not page.sound.voice_level.isEnabled()
    assert not page.sound.samples["voice"].isEnabled()
    assert page.sound.tone_level.isEnabled()


def test_the_sound_check_asks_for_each_sample(themed: QtBot, page: SettingsPage) -> None:
    told: list[str] = []
    page.sample_requested.connect(told.append)
    for button in page.sound.samples.values():
        themed.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told == ["left", "right", "voice", "tones"]


def test_how_often_breaths_are_spoken_is_chosen(themed: QtBot, page: SettingsPage) -> None:
    assert page.sound.breath_words.chosen() == "learning"
    with themed.waitSignal(page.changed) as told:
        themed.mouseClick(page.sound.breath_words.chips["never"], Qt.MouseButton.LeftButton)
    assert told.args == ["breath_words", "never"]


def test_fewer_pictures_of_the_figure_can_be_chosen(themed: QtBot, page: SettingsPage) -> None:
    assert page.look.frames.chosen() == "display"
    with themed.waitSignal(page.changed) as told:
        themed.mouseClick(page.look.frames.chips["15"], Qt.MouseButton.LeftButton)
    assert told.args == ["frame_rate", "15"]


def test_the_way_back_to_the_built_in_voice(themed: QtBot, page: SettingsPage) -> None:
    assert page.sound.built_in.isHidden()
    assert "came with the program" in page.sound.folder.text()
    page.show_view(view(voice_folder="/home/someone/my-voice"))
    assert page.sound.folder.text() == "/home/someone/my-voice"
    with themed.waitSignal(page.changed) as told:
        themed.mouseClick(page.sound.built_in, Qt.MouseButton.LeftButton)
    assert told.args == ["voice_folder", ""]
    with themed.waitSignal(page.voice_folder_requested):
        themed.mouseClick(page.sound.choose, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(
    ("look", "words"),
    [
        (VoiceLook("/v", 96, 96), "Every phrase is there."),
        (VoiceLook("/v", 4, 96), "4 of 96 phrases are there"),
        (VoiceLook("/v", 0, 96, "no index"), "no index. The built-in voice speaks instead."),
    ],
)
def test_what_a_folder_holds_is_said(page: SettingsPage, look: VoiceLook, words: str) -> None:
    page.sound.show_look(look)
    assert page.sound.found.isVisible()
    assert words in page.sound.found.accessibleName()
    page.show_view(view())
    assert not page.sound.found.isVisible()


def test_the_breath_tells_cycle_and_length(page: SettingsPage) -> None:
    assert page.breath.cycle.text() == "A breath lasts 10 s, that is 6 a minute."
    assert page.breath.length.text() == "Your longest session then takes 9:33."
    page.show_view(view(738_000, exhale_ms=7000))
    assert page.breath.cycle.text() == "A breath lasts 11 s, that is 5.5 a minute."
    assert "12:18" in page.breath.length.text()
    assert "nothing is left out" in page.breath.length.text()
    page.show_view(view(None))
    assert page.breath.length.isHidden()


def test_no_breath_is_longer_than_twelve_seconds(themed: QtBot, page: SettingsPage) -> None:
    page.show_view(view(inhale_ms=5000, exhale_ms=7000))
    with themed.assertNotEmitted(page.changed):
        themed.keyClick(slide(page, "exhale_ms"), Qt.Key.Key_Right)
    assert page.breath.exhale.value() == 7000


def test_the_number_is_told_once_when_it_is_finished(themed: QtBot, page: SettingsPage) -> None:
    field = page.help.number
    field.setFocus()
    with themed.assertNotEmitted(page.changed):
        themed.keyClicks(field, " 112 ")
    with themed.waitSignal(page.changed) as told:
        themed.keyClick(field, Qt.Key.Key_Return)
    assert told.args == ["emergency_number", "112"]
    with themed.assertNotEmitted(page.changed):
        themed.keyClick(field, Qt.Key.Key_Return)


def test_a_late_answer_does_not_overwrite_what_is_typed(themed: QtBot, page: SettingsPage) -> None:
    field = page.help.number
    field.setFocus()
    themed.waitUntil(field.hasFocus)
    themed.keyClicks(field, "11")
    page.show_view(view(tone_level=65))
    assert field.text() == "11"


def test_licences_are_asked_for_when_they_are_wanted(themed: QtBot, page: SettingsPage) -> None:
    with themed.waitSignal(page.notices_requested):
        themed.mouseClick(page.about.licences, Qt.MouseButton.LeftButton)
    page.about.show_notices("Apache License")
    assert page.about.notices.isVisible()
    with themed.assertNotEmitted(page.notices_requested):
        themed.mouseClick(page.about.licences, Qt.MouseButton.LeftButton)
        themed.mouseClick(page.about.licences, Qt.MouseButton.LeftButton)


def test_every_control_has_a_name(page: SettingsPage) -> None:
    controls = [
        child
        for child in page.findChildren(QWidget)
        if child.focusPolicy() & Qt.FocusPolicy.TabFocus and child.isVisible()
    ]
    assert len(controls) > 12
    nameless = [c for c in controls if not (c.accessibleName() or getattr(c, "text", str)())]
    assert nameless == []


@pytest.mark.parametrize(
    ("width", "height", "percent"), [(1072, 820, 100), (732, 480, 100), (732, 480, 300)]
)
def test_nothing_is_wider_than_the_page(
    qapp: QApplication, page: SettingsPage, width: int, height: int, percent: int
) -> None:
    apply_theme(qapp, load_theme("dark", percent))
    page.resize(width, height)
    QApplication.processEvents()
    edge = max(
        child.mapTo(page, child.rect().bottomRight()).x()
        for child in page.findChildren(QWidget)
        if child.isVisible()
    )
    assert edge <= width


def test_reps_at_ones_own_pace_are_a_choice(themed: QtBot, page: SettingsPage) -> None:
    with themed.waitSignal(page.changed) as told:
        themed.mouseClick(page.tempo.own, Qt.MouseButton.LeftButton)
    assert told.args == ["own_pace", True]
    page.show_view(view(own_pace=True))
    assert page.tempo.own.isChecked()
