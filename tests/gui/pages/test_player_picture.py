"""The second view in the running set: there where it is needed, and told in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coach.domain.terms import PhaseKind, Side
from coach.gui.widgets.top_view import TopView
from support.player_stage import MONDAY, PlayerStage, set_player


def with_variant(variant: str) -> object:
    """Monday's release in another variant, alone."""
    [item] = [item for item in MONDAY.items if item.exercise == "hip_flexor_release"]
    return replace(MONDAY, items=(replace(item, dose=replace(item.dose, variant=variant)),))


@pytest.fixture
def player(themed: QtBot, tmp_path: Path) -> Iterator[PlayerStage]:
    made = set_player(tmp_path)
    made.stage.window.resize(1280, 820)
    themed.addWidget(made.stage.window)
    made.stage.window.show()
    yield made
    made.controller.shutdown()
    made.settle()
    made.stage.close()


def play(player: PlayerStage, qtbot: QtBot, variant: str, side: Side, position: int) -> TopView:
    """Play until the end of the first breath out in a position."""
    player.start(with_variant(variant))  # type: ignore[arg-type]
    qtbot.keyClick(player.page.check, Qt.Key.Key_N)
    wanted = next(
        phase
        for phase in player.bridge.state.timeline
        if (phase.kind, phase.side, phase.position) == (PhaseKind.EXHALE, side, position)
    )
    player.until((wanted.end_ms - 50) / 1000)
    return player.page.run.picture.top_view


@pytest.mark.parametrize(
    ("side", "position", "words"),
    [
        (
            Side.RIGHT,
            1,
            "From above: the right foot is straight behind; from behind: the trunk bends to the"
            " left",
        ),
        (
            Side.RIGHT,
            2,
            "From above: the right foot is behind to the left; from behind: the trunk bends to the"
            " left",
        ),
        (
            Side.LEFT,
            3,
            "From above: the left foot is out to the left; from behind: the trunk bends to the"
            " right",
        ),
    ],
)
def test_a_side_bend_is_shown_and_told(
    player: PlayerStage, themed: QtBot, side: Side, position: int, words: str
) -> None:
    view = play(player, themed, "arm_up", side, position)
    assert view.isVisible()
    assert view.accessibleName() == words
    assert view.frame is not None
    assert view.frame.mirrored is (side is Side.LEFT)
    assert view.width() == 2 * view.height()


def test_turns_alone_take_one_picture(player: PlayerStage, themed: QtBot) -> None:
    view = play(player, themed, "arm_down", Side.LEFT, 2)
    assert view.accessibleName() == "From above: the left foot is behind to the right"
    assert view.width() == view.height()


def test_one_straight_position_needs_no_second_view(player: PlayerStage, themed: QtBot) -> None:
    assert play(player, themed, "p1_chair", Side.RIGHT, 1).isHidden()
