"""Outlines of limbs in pixels, from discs in body heights."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath

from coach.gui.widgets.figure_model import Chain, Disc
from coach.gui.widgets.kept import PICTURES

Chains = tuple[Chain, ...]
AT_ONCE = 2
"""Chains in one path. Qt fills a path of many edges over and over in ever smaller bands, so a
whole body at once takes twice as long; a joint that two chains share is in one path."""

Way = tuple[float, float, float, float]
"""A unit vector along a limb, and cosine and sine of the angle from it to where an outer tangent
touches."""


@dataclass(frozen=True, slots=True)
class ToPx:
    """Body heights to pixels. Paths are built in pixels: curves are flattened before a
    painter's own scale, which would leave corners."""

    scale: float
    left: float
    floor_y: float

    def point(self, x: float, y: float) -> QPointF:
        return QPointF(self.left + x * self.scale, self.floor_y - y * self.scale)


_MOST = 5 * PICTURES
"""Outlines kept: the parts of a figure in as many pictures as are kept."""

Outlines = tuple[Chains, ToPx, float, list[QPainterPath]]


@dataclass(slots=True)
class LimbMemory:
    """The outlines of the last pictures: limbs that rest are not built anew, nor is a picture
    that is shown again, whose chains are the same objects."""

    _kept: dict[tuple[str, int], tuple[Chains, ToPx, float, QPainterPath]] = field(
        default_factory=dict
    )
    _whole: dict[tuple[str, int], Outlines] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self._whole)

    def paths(
        self, name: str, chains: Chains, to_px: ToPx, wider_px: float = 0.0
    ) -> list[QPainterPath]:
        """The outlines of ``chains``, two and two."""
        key = (name, id(chains))
        whole = self._whole.get(key)
        if whole is None or whole[0] is not chains or whole[1:3] != (to_px, wider_px):
            made = [
                self._path((name, at), chains[at : at + AT_ONCE], to_px, wider_px)
                for at in range(0, len(chains), AT_ONCE)
            ]
            whole = self._whole[key] = (chains, to_px, wider_px, made)
            if len(self._whole) > _MOST:
                del self._whole[next(iter(self._whole))]
        return whole[3]

    def _path(
        self, name: tuple[str, int], chains: Chains, to_px: ToPx, wider_px: float
    ) -> QPainterPath:
        kept = self._kept.get(name)
        if kept is not None and kept[:3] == (chains, to_px, wider_px):
            return kept[3]
        made = limb_path(chains, to_px, wider_px)
        self._kept[name] = (chains, to_px, wider_px, made)
        return made


def limb_path(chains: Chains, to_px: ToPx, wider_px: float = 0.0) -> QPainterPath:
    """All chains as one shape, each disc ``wider_px`` larger. Each is a single outline: where
    the edges of many discs lie on each other, their antialiased pixels add up to steps."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    scale, left, floor_y = to_px.scale, to_px.left, to_px.floor_y
    for chain in chains:
        discs = tuple(
            (left + x * scale, floor_y - y * scale, r * scale + wider_px) for x, y, r in chain
        )
        if len(discs) > 1:
            _outline(path, discs)
        else:
            path.addEllipse(QPointF(discs[0][0], discs[0][1]), discs[0][2], discs[0][2])
    return path


def _outline(path: QPainterPath, discs: Chain) -> None:
    """One side of a limb, round its end, back along the other side and round its start."""
    befores, afters = (discs[0], *discs), (*discs[1:], discs[-1])
    ways = [_way(a, b) for a, b in zip(befores, afters, strict=False)]
    there, back = [], []
    for (x, y, r), (ux, uy, cosine, sine) in zip(discs, ways, strict=True):
        along_x, along_y, across_x, across_y = ux * cosine, uy * cosine, uy * sine, ux * sine
        there.append((x + r * (along_x + across_x), y + r * (along_y - across_y)))
        back.append((x + r * (along_x - across_x), y + r * (along_y + across_y)))
    path.moveTo(*there[0])
    for spot in there[1:]:
        path.lineTo(*spot)
    heading, spread = _angles(ways[-1])
    _arc(path, discs[-1], heading - spread, 2 * spread)
    for spot in back[-2::-1]:
        path.lineTo(*spot)
    heading, spread = _angles(ways[0])
    _arc(path, discs[0], heading + spread, 2 * (math.pi - spread))
    path.closeSubpath()


def _way(a: Disc, b: Disc) -> Way:
    dx, dy = b[0] - a[0], b[1] - a[1]
    distance = max(math.hypot(dx, dy), 1e-6)
    cosine = min(1.0, max(-1.0, (a[2] - b[2]) / distance))
    return dx / distance, dy / distance, cosine, math.sqrt(1.0 - cosine * cosine)


def _angles(way: Way) -> tuple[float, float]:
    return math.atan2(way[1], way[0]), math.acos(way[2])


def _arc(path: QPainterPath, disc: Disc, start: float, sweep: float) -> None:
    x, y, radius = disc
    rect = QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
    path.arcTo(rect, -math.degrees(start), -math.degrees(sweep))
