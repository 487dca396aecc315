"""The list and one exercise, by real keys and clicks; the figure moves by a clock that is set."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coach.app.exercise_dose import Planned
from coach.app.exercise_view import ExerciseView, exercise_view, exercises_view
from coach.domain.reason import Texts
from coach.domain.terms import PhaseKind, Side
from coach.gui.pages.exercise import ExercisePage
from coach.gui.pages.exercises import ExercisesPage
from coach.gui.stills import Stills
from coach.gui.style import apply_theme
from coach.gui.theme import load_theme
from coach.gui.widgets.text import Text
from coach.system.resources import read_toml
from support.book import plan_for, real_book
from support.store_builders import SteadyClock

BOOK = real_book()
SOURCES = Texts(read_toml("texts/sources.en.toml"))
RELEASE = "hip_flexor_release"
S2 = {item.exercise: item for day in plan_for().days for item in day.items}
PLANNED = Planned(S2)


def view(
    exercise: str = RELEASE,
    variant: str | None = "arm_up",
    side: Side = Side.RIGHT,
    planned: Planned = PLANNED,
) -> ExerciseView:
    return exercise_view(BOOK, planned, SOURCES, exercise, variant, side)


@pytest.fixture
def clock() -> SteadyClock:
    return SteadyClock()


@pytest.fixture
def page(themed: QtBot, clock: SteadyClock) -> ExercisePage:
    made = ExercisePage(BOOK, clock.monotonic_ms)
    themed.addWidget(made)
    made.resize(1072, 820)
    made.show_view(view())
    made.show()
    made.setFocus()
    return made


@pytest.fixture
def listed(themed: QtBot) -> ExercisesPage:
    made = ExercisesPage(Stills(BOOK))
    themed.addWidget(made)
    made.resize(1072, 820)
    made.show_view(exercises_view(BOOK, PLANNED))
    made.show()
    made.setFocus()
    return made


def focused(page: ExercisesPage) -> str:
    return next((tile.card.exercise for tile in page.grid.tiles if tile.hasFocus()), "")


def test_arrows_walk_the_tiles_and_enter_opens(themed: QtBot, listed: ExercisesPage) -> None:
    order = [tile.card.exercise for tile in listed.grid.tiles]
    themed.keyClick(listed, Qt.Key.Key_Down)
    assert focused(listed) == order[0]
    themed.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert focused(listed) == order[1]
    themed.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert focused(listed) == order[5]
    themed.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    themed.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert focused(listed) == order[4]
    with themed.waitSignal(listed.opened) as asked:
        themed.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert asked.args == [order[4]]


def test_a_click_opens_and_leaves_no_ring_behind(themed: QtBot, listed: ExercisesPage) -> None:
    tile = listed.grid.tiles[2]
    with themed.waitSignal(listed.opened) as asked:
        themed.mouseClick(tile, Qt.MouseButton.LeftButton)
    assert asked.args == [tile.card.exercise]
    listed.entered()
    assert not tile.shows_ring()


def test_back_from_an_exercise_the_keyboard_goes_on(themed: QtBot, listed: ExercisesPage) -> None:
    for _ in range(2):
        themed.keyClick(QApplication.focusWidget() or listed, Qt.Key.Key_Right)
    themed.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    listed.setFocus()
    listed.entered()
    assert focused(listed) == listed.grid.tiles[1].card.exercise


def test_a_locked_plan_is_told_in_the_list(listed: ExercisesPage) -> None:
    assert listed.banner.isHidden()
    listed.show_view(exercises_view(BOOK, Planned(locked=True)))
    assert listed.banner.isVisible()


def test_the_tiles_tell_screen_readers_what_they_are(listed: ExercisesPage) -> None:
    tile = listed.grid.tiles[0]
    face = QAccessible.queryAccessibleInterface(tile)
    assert face.role() is QAccessible.Role.Button
    assert face.text(QAccessible.Text.Name) == "Breathing bridge"
    assert "In your plan" in face.text(QAccessible.Text.Description)


def test_the_heading_tells_dose_time_and_things(page: ExercisePage) -> None:
    assert page.crumb.text() == "Exercises"
    assert page.title.text() == "Three-way hip flexor release"
    subtitle = "3 positions of 3 breaths, each side · 3:44 · a mat, a folded towel"
    assert page.subtitle.text() == subtitle


def test_space_plays_and_pauses(themed: QtBot, page: ExercisePage) -> None:
    assert not page.moving.ticking
    themed.keyClick(page, Qt.Key.Key_Space)
    assert page.moving.ticking
    assert page.play.text() == "Pause"
    themed.keyClick(page, Qt.Key.Key_Space)
    assert not page.moving.ticking
    assert page.play.text() == "Play"


def test_the_figure_follows_the_clock(
    themed: QtBot, page: ExercisePage, clock: SteadyClock
) -> None:
    start = page.moving.place_ms
    still = page.moving.figure.frame
    themed.mouseClick(page.play, Qt.MouseButton.LeftButton)
    clock.forward(3_000)
    page.moving.tick()
    assert page.moving.place_ms == start + 3_000
    assert page.moving.figure.frame != still


def test_slow_halves_the_speed_without_a_jump(
    themed: QtBot, page: ExercisePage, clock: SteadyClock
) -> None:
    themed.keyClick(page, Qt.Key.Key_Space)
    start = page.moving.place_ms
    clock.forward(1_000)
    themed.keyClick(page, Qt.Key.Key_S)
    clock.forward(1_000)
    page.moving.tick()
    assert page.moving.place_ms == start + 1_500


def test_a_pause_takes_no_time(themed: QtBot, page: ExercisePage, clock: SteadyClock) -> None:
    themed.keyClick(page, Qt.Key.Key_Space)
    clock.forward(500)
    themed.keyClick(page, Qt.Key.Key_Space)
    place = page.moving.place_ms
    clock.forward(60_000)
    themed.keyClick(page, Qt.Key.Key_Space)
    page.moving.tick()
    assert page.moving.place_ms == place


def test_nothing_ticks_while_nobody_sees_it(themed: QtBot, page: ExercisePage) -> None:
    themed.keyClick(page, Qt.Key.Key_Space)
    page.hide()
    assert not page.moving.ticking
    page.show()
    assert page.moving.ticking
    page.left()
    assert not page.moving.ticking


def test_playing_says_what_to_do_and_marks_the_position(
    themed: QtBot, page: ExercisePage, clock: SteadyClock
) -> None:
    assert page.caption.text() == "Three positions, arm up"
    themed.keyClick(page, Qt.Key.Key_Space)
    seen = set()
    for _ in range(40):
        clock.forward(1_000)
        page.moving.tick()
        marked = [tile.panel.marked for tile in page.top_views.tiles]
        seen.add(marked.index(True))
        assert sum(marked) == 1
    assert seen == {0, 1, 2}
    assert page.caption.text() != "Three positions, arm up"
    themed.keyClick(page, Qt.Key.Key_Space)
    assert page.caption.text() == "Three positions, arm up"


def test_l_and_r_and_the_button_ask_for_a_side(themed: QtBot, page: ExercisePage) -> None:
    assert page.side.text() == "Left side"
    with themed.assertNotEmitted(page.side_picked):
        themed.keyClick(page, Qt.Key.Key_R)
    with themed.waitSignal(page.side_picked) as asked:
        themed.keyClick(page, Qt.Key.Key_L)
    assert asked.args == ["left"]
    page.show_view(view(side=Side.LEFT))
    assert page.side.text() == "Right side"
    with themed.waitSignal(page.side_picked) as asked:
        themed.mouseClick(page.side, Qt.MouseButton.LeftButton)
    assert asked.args == ["right"]


def test_left_and_right_pictures_are_mirrored(page: ExercisePage) -> None:
    right = page.moving.figure.frame
    page.show_view(view(side=Side.LEFT))
    left = page.moving.figure.frame
    assert right is not None
    assert left is not None
    middle = right.box[0] + right.box[2]
    for one, other in zip(right.body[0], left.body[0], strict=True):
        assert one[0] + other[0] == pytest.approx(middle)
        assert one[1:] == pytest.approx(other[1:])


def test_the_release_shows_three_places_from_above(page: ExercisePage) -> None:
    captions = [tile.panel.accessibleName() for tile in page.top_views.tiles]
    assert captions == ["1 straight", "2 turned out", "3 turned in", "side bend, from behind"]
    assert page.top_views.note.text() == (
        "From above, front is up: left foot ahead, right shin behind."
    )
    page.show_view(view(side=Side.LEFT))
    assert "right foot ahead, left shin" in page.top_views.note.text()


def test_an_exercise_without_positions_and_sides_shows_neither(page: ExercisePage) -> None:
    page.show_view(view("breathing_bridge", "full"))
    assert page.top_views.isHidden()
    assert page.side.isHidden()


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Backspace])
def test_keys_lead_back(themed: QtBot, page: ExercisePage, key: Qt.Key) -> None:
    with themed.waitSignal(page.back_requested):
        themed.keyClick(page, key)


def test_crumb_and_button_lead_back(themed: QtBot, page: ExercisePage) -> None:
    with themed.waitSignal(page.back_requested):
        themed.mouseClick(page.crumb, Qt.MouseButton.LeftButton)
    with themed.waitSignal(page.back_requested):
        themed.mouseClick(page.back, Qt.MouseButton.LeftButton)


def test_every_variant_can_be_asked_for_by_keyboard(themed: QtBot, page: ExercisePage) -> None:
    chips = page.variants.chips
    assert list(chips.chips) == ["split_stance", "p1_chair", "arm_down", "arm_up"]
    assert chips.chosen() == "arm_up"
    chips.chips["arm_up"].setFocus(Qt.FocusReason.TabFocusReason)
    with themed.waitSignal(page.variant_picked) as asked:
        themed.keyClick(chips.chips["arm_up"], Qt.Key.Key_Left)
    assert asked.args == ["arm_down"]


def test_another_variant_changes_steps_and_keeps_playing(themed: QtBot, page: ExercisePage) -> None:
    themed.keyClick(page, Qt.Key.Key_Space)
    page.show_view(view(variant="p1_chair"))
    assert page.moving.ticking
    assert len(page.how.findChildren(Text)) > 0
    assert page.title.text() == "Three-way hip flexor release"
    page.show_view(view("nerve_floss", None))
    assert not page.moving.ticking


def test_reduced_motion_shows_stills_and_a_bar(
    themed: QtBot, page: ExercisePage, clock: SteadyClock
) -> None:
    calm = Planned(S2, reduced_motion=True)
    page.show_view(view("breathing_bridge", "full", planned=calm))
    assert page.moving.bar.isVisible()
    themed.keyClick(page, Qt.Key.Key_Space)
    frames = set()
    phases: list[PhaseKind] = []
    page.moving.reached.connect(lambda phase: phases.append(phase.kind))
    for _ in range(20):
        clock.forward(500)
        page.moving.tick()
        frames.add(page.moving.figure.frame)
    assert len(frames) == 2
    assert set(phases) == {PhaseKind.INHALE, PhaseKind.EXHALE}


def test_a_way_that_the_answers_leave_out_is_for_looking_only(page: ExercisePage) -> None:
    careful = Planned(effect=plan_for(q6=["b"]).effect)
    page.show_view(view(planned=careful))
    assert page.banner.isVisible()
    page.show_view(view(variant="arm_down", planned=Planned()))
    assert page.banner.isHidden()


@pytest.mark.parametrize(
    ("width", "height", "percent"), [(1072, 820, 100), (732, 480, 100), (1000, 820, 300)]
)
def test_nothing_is_wider_than_the_page(
    themed: QtBot, qapp: QApplication, page: ExercisePage, width: int, height: int, percent: int
) -> None:
    apply_theme(qapp, load_theme("dark", percent))
    page.resize(width, height)
    page.show_view(view("single_leg_deadlift", "foot_off_hand"))
    themed.waitUntil(lambda: page.stage.width() <= width)
    edge = max(
        child.mapTo(page, child.rect().bottomRight()).x()
        for child in page.findChildren(QWidget)
        if child.isVisible()
    )
    assert edge <= width
