"""What the figure widget is told: discs joined to limbs, things and glow, as plain values."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor

Disc = tuple[float, float, float]
Chain = tuple[Disc, ...]


@dataclass(frozen=True, slots=True)
class FigureBox:
    """A rounded rectangle: centre, size, turn in degrees (y up), corner; ``hollow`` > 0 is a
    line of that width along the edge. Only ``metal`` has a tone of its own."""

    x: float
    y: float
    width: float
    height: float
    angle_deg: float
    corner: float
    tone: str
    hollow: float


@dataclass(frozen=True, slots=True)
class FigureGlow:
    points: tuple[tuple[float, float], ...]
    width: float
    intensity: float


@dataclass(frozen=True, slots=True)
class FigureFrame:
    """One picture in body heights, y up, floor at 0. Chains are limbs: discs (x, y, radius)
    along a line that bends gently; a sharp joint is where one chain ends and the
    next begins. ``box`` (left, bottom, right, top) is what has to fit."""

    box: tuple[float, float, float, float]
    far: tuple[Chain, ...] = ()
    far_arm: tuple[Chain, ...] = ()
    body: tuple[Chain, ...] = ()
    arm: tuple[Chain, ...] = ()
    back: tuple[FigureBox, ...] = ()
    front: tuple[FigureBox, ...] = ()
    held: tuple[FigureBox, ...] = ()
    glow: tuple[FigureGlow, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureColors:
    """Near and far limbs, the outline (the ground behind), accent (where it works), floor line,
    things and metal."""

    near: QColor
    far: QColor
    outline: QColor
    accent: QColor
    line: QColor
    prop: QColor
    metal: QColor
