"""The figure's drawing: it fits, stands on the floor, mirrors, and repaints only when needed."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from coach.domain.blend import travel
from coach.domain.motion import REST
from coach.domain.scene import build_scene, still
from coach.domain.terms import Side
from coach.gui.figure_frame import figure_frame, top_view_frame
from coach.gui.widgets.figure import (
    Chain,
    FigureColors,
    FigureFrame,
    FigureWidget,
    fit,
    paint_figure,
)
from coach.gui.widgets.top_view import (
    TopView,
    TopViewColors,
    TopViewFrame,
    paint_top_view,
    paint_views,
)
from support.book import real_book

NEAR, FAR, GROUND = QColor("#28536b"), QColor("#9db8c4"), QColor("#f6f1e8")
COLORS = FigureColors(
    near=NEAR,
    far=FAR,
    outline=GROUND,
    accent=QColor("#b5411a"),
    line=QColor("#e9e1d4"),
    prop=QColor("#d8cbb8"),
    metal=QColor("#6f675e"),
)
TOP_COLORS = TopViewColors(NEAR, FAR, QColor("#d8cbb8"), QColor("#b5411a"))
CASES = [(one.id, variant) for one in real_book().catalog.values() for variant in one.variants]


def frame_of(exercise: str, variant: str, side: Side | None = Side.RIGHT) -> FigureFrame:
    return figure_frame(still(real_book().catalog[exercise], variant, side))


def limbs(frame: FigureFrame) -> tuple[Chain, ...]:
    return (*frame.far, *frame.far_arm, *frame.body, *frame.arm)


def picture(frame: FigureFrame, width: int = 300, height: int = 220) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(GROUND)
    painter = QPainter(image)
    paint_figure(painter, QRectF(0, 0, width, height), frame, COLORS)
    painter.end()
    return image


def count(image: QImage, color: QColor) -> int:
    wanted = color.rgb()
    columns = range(image.width())
    return sum(image.pixel(x, y) == wanted for y in range(image.height()) for x in columns)


@pytest.mark.parametrize(("exercise", "variant"), CASES)
def test_no_limb_sinks_into_the_floor_while_moving(exercise: str, variant: str) -> None:
    found = real_book().catalog[exercise].variant(variant)
    names = dict.fromkeys(name for key, name in found.motion.items() if key != REST)
    ways = [(found.poses[a], found.poses[b]) for a in names for b in names]
    if REST in found.motion:
        ways += [(found.start, found.poses[found.motion[REST]])]
    for first, second in ways:
        for tenth in range(11):
            frame = figure_frame(build_scene(found, travel(first, second, tenth / 10), 1.0))
            lowest = min(y - radius for chain in limbs(frame) for _, y, radius in chain)
            assert lowest >= -0.0065


@pytest.mark.parametrize(("exercise", "variant"), CASES)
def test_everything_drawn_fits_the_box(exercise: str, variant: str) -> None:
    frame = frame_of(exercise, variant)
    left, _, right, top = frame.box
    for chain in limbs(frame):
        for x, y, radius in chain:
            assert left - 0.01 <= x - radius
            assert x + radius <= right + 0.01
            assert y + radius <= top + 0.01


def test_the_other_side_is_the_mirrored_picture() -> None:
    right = picture(frame_of("nerve_floss", "standard", Side.RIGHT))
    left = picture(frame_of("nerve_floss", "standard", Side.LEFT))
    assert left != right
    flipped = left.flipped(Qt.Orientation.Horizontal)
    differing = sum(
        abs(flipped.pixelColor(x, y).red() - right.pixelColor(x, y).red()) > 90
        for y in range(right.height())
        for x in range(right.width())
    )
    assert differing < 40


def test_both_layers_and_the_glow_are_seen() -> None:
    frame = frame_of("hip_flexor_release", "arm_up")
    image = picture(frame)
    assert count(image, NEAR) > 1000
    assert count(image, FAR) > 200
    assert image != picture(dataclasses.replace(frame, glow=()))


@pytest.mark.parametrize(("width", "height"), [(840, 400), (150, 110), (90, 400), (400, 60)])
def test_fit_keeps_the_box_inside(width: int, height: int) -> None:
    box = (-0.5, -0.03, 0.4, 0.9)
    scale, middle, floor_y = fit(QRectF(0, 0, width, height), box)
    assert middle == width / 2
    assert (box[2] - box[0]) * scale <= width + 1e-6
    assert floor_y - box[3] * scale >= -1e-6
    assert floor_y - box[1] * scale <= height + 1e-6


def test_nothing_is_painted_into_nothing() -> None:
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(GROUND)
    painter = QPainter(image)
    paint_figure(painter, QRectF(0, 0, 0, 0), frame_of("leg_swing", "chair"), COLORS)
    painter.end()
    assert count(image, GROUND) == 16


class PaintCounter(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.paints = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
        self.paints += event.type() == QEvent.Type.Paint
        return False


def test_the_widget_repaints_only_for_another_frame(qtbot: QtBot) -> None:
    widget = FigureWidget(COLORS)
    qtbot.addWidget(widget)
    counter = PaintCounter()
    widget.installEventFilter(counter)
    widget.set_frame(frame_of("leg_swing", "chair"))
    with qtbot.waitExposed(widget):
        widget.show()
    qtbot.waitUntil(lambda: counter.paints > 0)
    before = counter.paints
    widget.set_frame(frame_of("leg_swing", "chair"))
    widget.repaint()
    assert counter.paints == before + 1
    widget.set_frame(frame_of("leg_swing", "standard"))
    qtbot.waitUntil(lambda: counter.paints == before + 2)


def test_the_widget_has_a_name_and_a_description(qtbot: QtBot) -> None:
    widget = FigureWidget(COLORS)
    qtbot.addWidget(widget)
    widget.describe("Figure", "On the back, hips lifted")
    assert widget.accessibleName() == "Figure"
    assert widget.accessibleDescription() == "On the back, hips lifted"


def top_picture(frame: TopViewFrame) -> QImage:
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(GROUND)
    painter = QPainter(image)
    paint_top_view(painter, QRectF(0, 0, 100, 100), frame, TOP_COLORS)
    painter.end()
    return image


def mean_x(image: QImage, color: QColor, rows: range) -> float:
    found = [x for y in rows for x in range(image.width()) if image.pixel(x, y) == color.rgb()]
    return sum(found) / len(found)


def test_from_above_the_rear_foot_swings_as_the_article_says() -> None:
    low = range(80, 98)
    straight = mean_x(top_picture(TopViewFrame(0.0, 0.0, mirrored=False)), NEAR, low)
    out = mean_x(top_picture(TopViewFrame(0.075, 38.0, mirrored=False)), NEAR, low)
    turned_in = mean_x(top_picture(TopViewFrame(0.075, -38.0, mirrored=False)), NEAR, low)
    assert out < straight - 10
    assert turned_in > straight + 10
    mirrored = mean_x(top_picture(TopViewFrame(0.075, 38.0, mirrored=True)), NEAR, low)
    assert mirrored == pytest.approx(99 - out, abs=1.5)


def test_the_front_foot_goes_wider() -> None:
    high = range(8, 24)
    near = mean_x(top_picture(TopViewFrame(0.0, 0.0, mirrored=False)), FAR, high)
    wide = mean_x(top_picture(TopViewFrame(0.075, 38.0, mirrored=False)), FAR, high)
    assert wide < near - 6


def test_the_top_view_follows_the_scene(qtbot: QtBot) -> None:
    scene = still(real_book().catalog["hip_flexor_release"], "arm_up", Side.LEFT, 2)
    frame = top_view_frame(scene)
    assert frame == TopViewFrame(0.075, 38.0, mirrored=True, lean=1.0, reach=1.0)
    widget = TopView(TOP_COLORS)
    qtbot.addWidget(widget)
    widget.set_frame(frame)
    assert not widget.grab().isNull()
    no_positions = still(real_book().catalog["leg_swing"], "chair", Side.LEFT)
    assert top_view_frame(no_positions) is None


@pytest.mark.parametrize("variant", ["low", "full"])
def test_a_partly_painted_movement_leaves_no_traces(qtbot: QtBot, variant: str) -> None:
    found = real_book().catalog["breathing_bridge"].variant(variant)
    first, *_, last = (found.poses[name] for name in dict.fromkeys(found.motion.values()))
    frames = [
        figure_frame(build_scene(found, travel(first, last, step / 4), 1.0)) for step in (0, 1, 4)
    ]
    moved, fresh = FigureWidget(COLORS, solid=True), FigureWidget(COLORS, solid=True)
    screen = QImage(420, 300, QImage.Format.Format_RGB32)
    for widget in (moved, fresh):
        qtbot.addWidget(widget)
        widget.resize(420, 300)
    moved.set_frame(frames[0])
    moved.render(screen)
    for frame in frames[1:]:
        moved.set_frame(frame)
        assert moved.changed != moved.rect()
        moved.render(screen, moved.changed.topLeft(), moved.changed)
    fresh.set_frame(frames[-1])
    assert screen == fresh.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def back_picture(frame: TopViewFrame) -> QImage:
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(GROUND)
    painter = QPainter(image)
    paint_views(painter, QRectF(0, 0, 100, 100), frame, TOP_COLORS)
    painter.end()
    return image


@pytest.mark.parametrize("mirrored", [False, True])
def test_the_trunk_bends_away_from_the_lifted_arm(*, mirrored: bool) -> None:
    """With the right knee down the trunk bends to the left, seen from behind, and the other way
    round (R3)."""
    head = range(6, 30)
    upright, bent = (
        mean_x(
            back_picture(TopViewFrame(0.0, 0.0, mirrored=mirrored, lean=lean, above=False)),
            NEAR,
            head,
        )
        for lean in (0.0, 1.0)
    )
    assert (bent - upright) * (-1 if mirrored else 1) < -5


def test_a_lifted_arm_is_seen_from_behind() -> None:
    down, up = (
        back_picture(TopViewFrame(0.0, 0.0, mirrored=False, lean=0.0, reach=reach, above=False))
        for reach in (0.0, 1.0)
    )
    over_the_head = [(x, y) for y in range(12) for x in range(100)]

    def arm(image: QImage) -> int:
        return sum(image.pixelColor(x, y) == NEAR for x, y in over_the_head)

    assert arm(down) == 0
    assert arm(up) > 20


@pytest.mark.parametrize(("variant", "views"), [("arm_up", 2), ("arm_down", 1)])
def test_the_second_view_takes_a_square_for_each_picture(
    qtbot: QtBot, variant: str, views: int
) -> None:
    widget = TopView(TOP_COLORS)
    qtbot.addWidget(widget)
    widget.set_square(80)
    widget.set_frame(
        top_view_frame(still(real_book().catalog["hip_flexor_release"], variant, Side.RIGHT))
    )
    assert (widget.width(), widget.height()) == (80 * views, 80)
