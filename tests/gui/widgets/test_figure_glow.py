"""The glow's stamps: the same picture as drawn directly, and few of them for a whole movement."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from coach.domain.blend import blend
from coach.domain.scene import build_scene
from coach.gui.figure_frame import figure_frame
from coach.gui.widgets.figure import FigureColors, FigureFrame, FigureMemory, paint_figure
from coach.gui.widgets.figure_glow import GlowMemory
from coach.gui.widgets.figure_limbs import ToPx
from coach.gui.widgets.figure_model import FigureGlow
from support.book import real_book

GROUND, ACCENT, LIMB = QColor("#f6f1e8"), QColor("#d9743f"), QColor("#28536b")
COLORS = FigureColors(
    near=LIMB,
    far=QColor("#9db8c4"),
    outline=GROUND,
    accent=ACCENT,
    line=QColor("#e9e1d4"),
    prop=QColor("#d8cbb8"),
    metal=QColor("#6f675e"),
)
MOVING = [
    ("breathing_bridge", "mid"),
    ("hip_flexor_release", "arm_up"),
    ("nerve_floss", "standard"),
    ("leg_swing", "chair"),
]
SIZE = (420, 300)
CLOSE = 60
"""Of 255, in a single pixel at the edge of a glow that lies half a pixel elsewhere."""


def frames_of(exercise: str, name: str, facing: float) -> list[FigureFrame]:
    """A movement through all postures of a variant, in small steps."""
    variant = real_book().catalog[exercise].variant(name)
    poses = [variant.poses[pose] for pose in dict.fromkeys(variant.motion.values())]
    return [
        figure_frame(build_scene(variant, blend(first, second, step / 6), facing))
        for first, second in pairwise([*poses, poses[0]])
        for step in range(6)
    ]


def picture(frame: FigureFrame, memory: FigureMemory | None, ratio: float = 1.0) -> QImage:
    image = QImage(round(SIZE[0] * ratio), round(SIZE[1] * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(GROUND)
    painter = QPainter(image)
    paint_figure(painter, QRectF(0, 0, *SIZE), frame, COLORS, memory=memory)
    painter.end()
    return image


def worst(one: QImage, other: QImage) -> int:
    """The largest difference in any colour of any pixel, 0 to 255."""
    first, second = (np.frombuffer(image.constBits(), np.uint8) for image in (one, other))
    return int(np.abs(first.astype(np.int16) - second).max())


@pytest.mark.parametrize("facing", [1.0, -1.0])
@pytest.mark.parametrize(("exercise", "variant"), MOVING)
def test_a_remembered_figure_looks_like_a_fresh_one(
    exercise: str, variant: str, facing: float
) -> None:
    memory = FigureMemory()
    for frame in frames_of(exercise, variant, facing):
        assert worst(picture(frame, memory), picture(frame, None)) <= CLOSE


def test_it_does_on_a_dense_screen_too() -> None:
    memory = FigureMemory()
    for frame in frames_of("breathing_bridge", "mid", 1.0)[:4]:
        assert worst(picture(frame, memory, 2.0), picture(frame, None, 2.0)) <= CLOSE


def test_another_size_or_colour_is_drawn_anew() -> None:
    memory = FigureMemory()
    (frame, *_) = frames_of("breathing_bridge", "mid", 1.0)
    picture(frame, memory)
    kept = len(memory.glow)
    picture(frame, memory)
    assert len(memory.glow) == kept
    picture(frame, memory, 2.0)
    assert len(memory.glow) > kept


def test_a_long_session_keeps_few_stamps() -> None:
    memory = GlowMemory()
    image = QImage(60, 60, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    for length in range(1, 400):
        glow = FigureGlow(((0.0, 0.0), (length / 4, 0.0)), 4.0, 1.0)
        memory.paint(painter, glow, ACCENT, LIMB, ToPx(1.0, 0.0, 0.0))
    painter.end()
    assert 0 < len(memory) < 100


def test_no_effort_leaves_no_trace() -> None:
    memory = GlowMemory()
    image = QImage(60, 60, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(GROUND)
    before = image.copy()
    painter = QPainter(image)
    still = FigureGlow(((5.0, 5.0), (30.0, 5.0)), 4.0, 0.0)
    memory.paint(painter, still, ACCENT, LIMB, ToPx(1.0, 0.0, 40.0))
    painter.end()
    assert image == before
    assert len(memory) == 0
