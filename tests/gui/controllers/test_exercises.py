"""Exercises in a real window over a real log."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coach.gui.controllers.exercises import ExercisesController
from coach.gui.pages.exercise import ExercisePage
from coach.gui.pages.exercises import ExercisesPage
from support.standing import checked
from support.store_builders import stamp
from support.window import Stage, set_stage


@pytest.fixture
def stage(themed: QtBot, tmp_path: Path) -> Iterator[Stage]:
    made = set_stage(tmp_path, {"exercises": lambda: found[0].build_list()})
    found = [ExercisesController(made.context, made.window)]
    made.window.add_page(found[0].specs()[1])
    made.window.setProperty("controller", found[0])
    themed.addWidget(made.window)
    made.window.resize(1280, 820)
    made.window.show()
    yield made
    made.close()


@pytest.fixture
def controller(stage: Stage) -> ExercisesController:
    found = stage.window.property("controller")
    assert isinstance(found, ExercisesController)
    return found


def listed(stage: Stage) -> ExercisesPage:
    stage.window.show_page("exercises")
    page = stage.window.page("exercises")
    assert isinstance(page, ExercisesPage)
    return page


def detail(stage: Stage) -> ExercisePage:
    page = stage.window.page("exercise")
    assert isinstance(page, ExercisePage)
    return page


def test_before_any_check_everything_can_be_looked_at(
    themed: QtBot, stage: Stage, controller: ExercisesController
) -> None:
    page = listed(stage)
    themed.keyClick(page, Qt.Key.Key_Right)
    themed.keyClick(page.grid.tiles[0], Qt.Key.Key_Return)
    assert stage.window.current_page() == "exercise"
    assert detail(stage).title.text() == page.grid.tiles[0].card.name
    assert stage.window.sidebar.entries["exercises"].isChecked()
    themed.keyClick(detail(stage), Qt.Key.Key_Escape)
    assert stage.window.current_page() == "exercises"


def test_refresh_takes_the_plan_that_holds_now(
    themed: QtBot, stage: Stage, controller: ExercisesController
) -> None:
    page = listed(stage)
    assert not any(tile.card.in_plan for tile in page.grid.tiles)
    checked(stage.store, stamp(), stage.context.new_id)
    controller.refresh()
    themed.waitUntil(lambda: page.grid.tiles[0].card.in_plan)


def test_side_and_variant_are_kept_together(
    themed: QtBot, stage: Stage, controller: ExercisesController
) -> None:
    controller.open("hip_flexor_release")
    page = detail(stage)
    themed.keyClick(page, Qt.Key.Key_L)
    chip = page.variants.chips.chips["arm_up"]
    themed.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert page.variants.chips.chosen() == "arm_up"
    assert page.side.text() == "Right side"
    steps = page.how.steps
    assert any("left arm" in child.text() for child in steps.findChildren(type(page.title)))
    controller.open("leg_swing")
    assert page.side.text() == "Left side"


def test_a_plan_that_locks_is_told_in_the_open_exercise(
    themed: QtBot, stage: Stage, controller: ExercisesController
) -> None:
    controller.open("leg_swing")
    assert detail(stage).banner.isHidden()
    checked(stage.store, stamp(), stage.context.new_id, q1=["a"])
    controller.refresh()
    themed.waitUntil(lambda: detail(stage).banner.isVisible())
