"""Figures of one benchmark: printed as lines of a table, or as JSON for ``all.py``."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass

AS_JSON = "COACH_BENCH_JSON"
"""Set by ``all.py``: the last line that a script prints is then its figures."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure; ``limit`` is what is promised, ``None`` for a figure beside it."""

    name: str
    measured: float
    unit: str
    limit: float | None = None
    note: str = ""

    @property
    def met(self) -> bool:
        return self.limit is None or self.measured <= self.limit


def number(value: float) -> str:
    """Three digits that mean something."""
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def row(figure: Figure) -> tuple[str, str, str, str]:
    """Name, measured, promised and a word on it, as texts."""
    limit = "" if figure.limit is None else f"≤ {number(figure.limit)} {figure.unit}"
    note = figure.note if figure.met else f"missed. {figure.note}".strip()
    return figure.name, f"{number(figure.measured)} {figure.unit}", limit, note


def report(figures: Sequence[Figure]) -> int:
    """Print them; 1 where one is missed. Timings say something, they do not stop a build."""
    for figure in figures:
        name, measured, limit, note = row(figure)
        print(f"{name:<46} {measured:>12}  {limit:<12} {note}")
    if AS_JSON in os.environ:
        print(json.dumps([asdict(figure) for figure in figures]))
    return 0 if all(figure.met for figure in figures) else 1
