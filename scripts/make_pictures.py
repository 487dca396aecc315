"""Take the pictures of the README anew: play the tour in both themes and keep what is shown.

Usage: ``python scripts/make_pictures.py [DIR]``. A picture of the tour is known by its name without
a leading number: ``07-today.png`` and ``today-light.png`` are both *today*.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHOWN = (
    "intake",
    "result",
    "gate",
    "today",
    "routine",
    "player",
    "floor",
    "progress",
    "exercise",
)
THEMES = ("light", "dark")
DAYS = 83
"""Twelve weeks, so that the chart has something to show."""
_DECORATION = re.compile(r"^\d+[-_]|[-_](?:light|dark)$")


def main(words: list[str]) -> int:
    out = Path(words[0]) if words else ROOT / "docs" / "pictures"
    out.mkdir(parents=True, exist_ok=True)
    missing = [name for theme in THEMES for name in _take(theme, out)]
    if missing:
        print(f"The tour left no picture of: {', '.join(missing)}", file=sys.stderr)
    return 1 if missing else 0


def _take(theme: str, out: Path) -> list[str]:
    """Play one tour, copy its pictures and return the names it left out."""
    with tempfile.TemporaryDirectory() as folder:
        words = ["--out", folder, "--theme", theme, "--days", str(DAYS)]
        tour = [sys.executable, "-m", "coach", "tour", *words]
        offscreen = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        subprocess.run(tour, check=True, env=offscreen)
        found = {_DECORATION.sub("", path.stem): path for path in Path(folder).rglob("*.png")}
        for name in SHOWN:
            if name in found:
                shutil.copyfile(found[name], out / f"{name}-{theme}.png")
    return [f"{name}-{theme}" for name in SHOWN if name not in found]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
