"""Floor mode's sizes: what can be read from the mat, and where it stands."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtCore import QRectF

VIEW_MM = 3_000.0
"""From the eyes on the mat to the screen."""

ANGLE_DEG = 0.4
"""The least height of a capital letter, seen from there. An eye that reads 20/40, as many do
without their glasses, resolves letters of 10 minutes of arc; 24 minutes leave room for a slanted
look from the floor and for a glance in between two breaths."""

SHORT_SIDE_MM = 24 * 25.4 * 9 / math.hypot(16, 9)
"""The shorter side of a 24 inch screen of 16 to 9: 299 mm."""

CAP_SHARE = VIEW_MM * math.tan(math.radians(ANGLE_DEG)) / SHORT_SIDE_MM
"""21 mm of 299: a capital is 7.0 % of the shorter side of the window, 76 of 1080 pixels."""

CAP_OF_EM = 0.727
"""How tall a capital of Inter is, as a part of its font size."""

WORD_SHARE = 0.14
"""The word of the phase and its seconds, where there is room: half as large again."""

LEAST_TARGET_PX = 64
BAR_SHARE = 0.018


def needed_px(width: float, height: float) -> float:
    """The font size, in pixels, of everything that has to be read in a window of that size."""
    return CAP_SHARE * min(width, height) / CAP_OF_EM


@dataclass(frozen=True, slots=True)
class Shown:
    """What asks for room: something to say, the figure beside it, choices, and the word with its
    number."""

    message: bool = False
    figure: bool = True
    choices: bool = False
    band: bool = True


@dataclass(frozen=True, slots=True)
class FloorPlan:
    """Places in the window, in pixels. ``tall`` is a window that is higher than wide; an empty
    rectangle is not shown."""

    tall: bool
    figure: QRectF
    message: QRectF
    choices: QRectF
    word: QRectF
    count: QRectF
    bar: QRectF
    close: QRectF


def floor_plan(width: float, height: float, shown: Shown) -> FloorPlan:
    """Where everything stands. The figure gives way to words, and words to what is asked."""
    tall = height > width
    side, right = width * 0.05, width * 0.953
    close_px = max(float(LEAST_TARGET_PX), min(width, height) * 0.09)
    end = 0.60 if tall else 0.655
    bottom = end if shown.band else 0.955

    def across(top: float, low: float, spare: float = 0.0) -> QRectF:
        if low <= top:
            return QRectF()
        return QRectF(side, top * height, right - side - spare, (low - top) * height)

    asked = (0.34 if tall else 0.375) if shown.band else 0.40
    figure, message, choices = _upper(shown, end, bottom, asked)
    word = across(0.62, 0.775) if tall else QRectF(side, 0.70 * height, width * 0.53, 0.23 * height)
    count = (
        across(0.785, 0.955)
        if tall
        else QRectF(right - width * 0.36, 0.675 * height, width * 0.36, 0.27 * height)
    )
    bar_px = max(6.0, height * BAR_SHARE)
    return FloorPlan(
        tall=tall,
        figure=QRectF(0, figure[0] * height, width, (figure[1] - figure[0]) * height),
        message=across(*message, spare=close_px if message[0] < 0.1 else 0.0),
        choices=across(*choices),
        word=word if shown.band else QRectF(),
        count=count if shown.band else QRectF(),
        bar=QRectF(0, height - bar_px, width, bar_px),
        close=QRectF(width - close_px - 8, 8, close_px, close_px),
    )


_Rows = tuple[float, float]
_NONE: _Rows = (0.0, 0.0)


def _upper(shown: Shown, end: float, bottom: float, asked: float) -> tuple[_Rows, _Rows, _Rows]:
    """The rows of figure, message and choices, as parts of the height; what is asked ends at
    ``asked``."""
    if shown.choices:
        return _NONE, (0.01, asked), (asked + 0.01, bottom)
    if shown.message and not shown.figure:
        return _NONE, (0.03, end), _NONE
    if shown.message:
        return (0.03, end - 0.27), (end - 0.26, end), _NONE
    return (0.03, end - 0.015), _NONE, _NONE
