"""Every key in every state of the player, with the keys of presenters and headsets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QMainWindow
from pytestqt.qtbot import QtBot

from coach.domain.session_facts import AnswerCheck, Command, Event, GiveEffort, Report
from coach.domain.terms import Discomfort, Effort
from coach.gui.pages.player import PlayerPage
from coach.gui.pages.player_meaning import asks
from support.player_moments import MOMENTS, KeyStage, Outcome

K = Qt.Key
TEXTS = {K.Key_Space: " ", K.Key_Period: ".", K.Key_Plus: "+", K.Key_Minus: "-"}
LETTERS = tuple(Qt.Key(ord(letter)) for letter in "PTDWSVMFNYXRLBQ")
DIGITS = tuple(Qt.Key(K.Key_0 + number) for number in range(10))
PRESENTER = (K.Key_PageDown, K.Key_PageUp, K.Key_Period, K.Key_B)
MEDIA = (
    K.Key_MediaPlay,
    K.Key_MediaPause,
    K.Key_MediaTogglePlayPause,
    K.Key_MediaStop,
    K.Key_MediaNext,
    K.Key_MediaPrevious,
)
OTHERS = (
    *(K.Key_Space, K.Key_Left, K.Key_Right, K.Key_Return, K.Key_Enter),
    *(K.Key_Escape, K.Key_F5, K.Key_Plus, K.Key_Minus, K.Key_VolumeMute),
    *(K.Key_VolumeUp, K.Key_VolumeDown),
)
ALL = (*LETTERS, *DIGITS, *PRESENTER, *MEDIA, *OTHERS)
FAR = (*PRESENTER, *MEDIA)
UNDER_WAY = ("running", "rest", "move", "question", "deadlift", "own pace", "pain")
STANDS = ("paused", "paused in a rest", "stopped", "interrupted", "away")
ASKS = tuple(name for name in MOMENTS if name not in (*UNDER_WAY, *STANDS))


def press(stage: KeyStage, key: Qt.Key) -> Outcome:
    text = TEXTS.get(key, chr(key) if key < 256 else "")
    return stage.press(key, text.lower())


@pytest.fixture
def stage(themed: QtBot) -> Iterator[KeyStage]:
    window = QMainWindow()
    themed.addWidget(window)
    page = PlayerPage()
    window.setCentralWidget(page)
    window.resize(1280, 820)
    window.show()
    yield KeyStage(page)
    window.close()


def test_every_state_is_of_one_kind() -> None:
    assert {name for name, made in MOMENTS.items() if asks(made().view)} == set(ASKS)


@pytest.mark.parametrize("floor", [False, True], ids=["page", "floor"])
@pytest.mark.parametrize("name", MOMENTS)
def test_a_key_does_something_or_is_left_to_others(stage: KeyStage, name: str, floor: bool) -> None:
    found = MOMENTS[name]()
    heard = Outcome(moved=True)
    for key in ALL:
        if heard.moved:
            stage.show(found, floor=floor)
        heard = press(stage, key)
        changes = [event for event in heard.events if found.after(event)]
        did = bool(changes or heard.wishes or heard.moved)
        assert heard.taken == did, (name, key, heard)
        assert len(changes) == len(heard.events) <= 1, (name, key, heard)


@pytest.mark.parametrize("floor", [False, True], ids=["page", "floor"])
@pytest.mark.parametrize("name", ASKS)
def test_one_press_from_afar_answers_nothing(stage: KeyStage, name: str, floor: bool) -> None:
    """S7, S8, N1, K9: a presenter in a pocket tells nothing about the body."""
    found = MOMENTS[name]()
    for key in FAR:
        stage.show(found, floor=floor)
        heard = press(stage, key)
        assert (heard.events, heard.wishes) == ([], []), (name, key)


@pytest.mark.parametrize("name", [*UNDER_WAY, *STANDS])
def test_one_press_from_afar_ends_nothing(stage: KeyStage, name: str) -> None:
    harmless = {
        *(Command.PAUSE, Command.RESUME, Command.BACK, Command.SKIP),
        *(Command.STOP, Command.COUNT),
    }
    found = MOMENTS[name]()
    for key in FAR:
        stage.show(found, floor=True)
        assert set(press(stage, key).events) <= harmless, (name, key)


@pytest.mark.parametrize(
    ("name", "key", "event"),
    [
        ("running", K.Key_PageDown, Command.PAUSE),
        ("rest", K.Key_PageDown, Command.PAUSE),
        ("own pace", K.Key_PageDown, Command.COUNT),
        ("own pace", K.Key_Return, Command.COUNT),
        ("paused", K.Key_PageDown, Command.RESUME),
        ("stopped", K.Key_PageDown, Command.RESUME),
        ("away", K.Key_PageDown, Command.RESUME),
        ("running", K.Key_PageUp, Command.BACK),
        ("paused", K.Key_PageUp, Command.BACK),
        ("running", K.Key_B, Command.PAUSE),
        ("paused", K.Key_Period, Command.RESUME),
        ("running", K.Key_Space, Command.PAUSE),
        ("running", K.Key_Left, Command.BACK),
        ("running", K.Key_Right, Command.SKIP),
        ("running", K.Key_S, Command.STOP),
        ("running", K.Key_P, Report(Discomfort.SHARP)),
        ("running", K.Key_T, Report(Discomfort.TINGLING)),
        ("running", K.Key_D, Report(Discomfort.DIZZY)),
        ("running", K.Key_W, Report(Discomfort.WRONG)),
        ("question", K.Key_3, GiveEffort(Effort.NOTICEABLE)),
        ("rest", K.Key_4, GiveEffort(Effort.TOO_MUCH)),
        ("running", K.Key_MediaPause, Command.PAUSE),
        ("running", K.Key_MediaStop, Command.STOP),
        ("running", K.Key_MediaNext, Command.SKIP),
        ("running", K.Key_MediaPrevious, Command.BACK),
        ("check", K.Key_N, AnswerCheck(something_new=False)),
        ("check", K.Key_Escape, Command.STOP),
        ("tingled", K.Key_Space, Command.RESUME),
    ],
)
@pytest.mark.parametrize("floor", [False, True], ids=["page", "floor"])
def test_what_a_key_does(
    stage: KeyStage, name: str, key: Qt.Key, event: Event, floor: bool
) -> None:
    stage.show(MOMENTS[name](), floor=floor)
    assert press(stage, key).events == [event]


@pytest.mark.parametrize("name", ["running", "rest", "paused", "stopped", "wrong", "tingling"])
def test_a_headset_taken_off_twice_does_not_go_on(stage: KeyStage, name: str) -> None:
    """The pause key only ever pauses."""
    stage.show(MOMENTS[name](), floor=False)
    assert set(press(stage, K.Key_MediaPause).events) <= {Command.PAUSE}


@pytest.mark.parametrize("name", ["check", "wrong", "tingling", "dizzy", "rate"])
@pytest.mark.parametrize("floor", [False, True], ids=["page", "floor"])
def test_a_presenter_walks_to_an_answer_and_takes_it(
    stage: KeyStage, name: str, floor: bool
) -> None:
    stage.show(MOMENTS[name](), floor=floor)
    window = stage.page.window()
    for _ in range(60):
        if isinstance(window.focusWidget(), QAbstractButton):
            break
        assert press(stage, K.Key_PageDown).taken
    first = window.focusWidget()
    assert isinstance(first, QAbstractButton)
    clicked: list[bool] = []
    first.clicked.connect(lambda: clicked.append(True))
    assert press(stage, K.Key_Period).taken
    assert clicked == [True]


def test_the_first_answer_before_a_session_is_no(stage: KeyStage) -> None:
    """S7: two presses of different keys."""
    stage.show(MOMENTS["check"](), floor=False)
    press(stage, K.Key_PageDown)
    assert stage.page.check.no is stage.page.window().focusWidget()
    press(stage, K.Key_PageDown)
    assert stage.page.check.yes is stage.page.window().focusWidget()
    press(stage, K.Key_PageUp)
    assert press(stage, K.Key_B).events == [AnswerCheck(something_new=False)]


@pytest.mark.parametrize("name", MOMENTS)
def test_escape_loses_nothing(stage: KeyStage, name: str) -> None:
    """Before the question it is "not now", after dizziness it closes what was read."""
    found = MOMENTS[name]()
    for floor in (True, False):
        stage.show(found, floor=floor)
        heard = press(stage, K.Key_Escape)
        assert heard.events == ([Command.STOP] if name == "check" else [])
        assert heard.wishes == (["closed"] if name == "dizzy" else [])


def test_floor_mode_by_the_keys_of_a_presenter(stage: KeyStage) -> None:
    stage.show(MOMENTS["running"](), floor=False)
    press(stage, K.Key_F5)
    assert stage.page.floor_mode
    stage.show(MOMENTS["running"](), floor=True)
    assert not press(stage, K.Key_F5).taken
    press(stage, K.Key_Escape)
    assert not stage.page.floor_mode


def test_a_late_enter_does_not_close_the_rate_page(stage: KeyStage) -> None:
    """At one's own pace Enter counts; one too many comes after the last set."""
    stage.show(MOMENTS["rate"](), floor=False)
    assert press(stage, K.Key_Return).wishes == []
    assert stage.page.window().focusWidget() is stage.page.rate.finish
    assert press(stage, K.Key_Return).wishes == ["rated"]


def test_a_held_key_counts_once(stage: KeyStage) -> None:
    for key in (K.Key_PageDown, K.Key_Space, K.Key_F, K.Key_V):
        stage.show(MOMENTS["running"](), floor=False)
        heard = stage.press(key, again=True)
        assert heard.taken
        assert (heard.events, heard.wishes, heard.moved) == ([], [], False)
