"""Shows every widget of the app, or writes pictures of them: ``gallery.py [--out DIR]``."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

ARGUMENTS = argparse.ArgumentParser(description=__doc__)
ARGUMENTS.add_argument("--out", type=Path, help="write PNG files into this folder and leave")
ARGUMENTS.add_argument("--theme", choices=("light", "dark"), default="light")
ARGUMENTS.add_argument("--text", type=int, default=100, help="text size in per cent")
SHOTS = ((1280, 820, 100), (800, 480, 100), (1280, 820, 200), (800, 480, 200))


def write_pictures(out: Path) -> None:
    """Every page in both themes, at the sizes of ``SHOTS``."""
    from gallery_pages import SPECS, window  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from coach.gui.fonts import load_fonts  # noqa: PLC0415
    from coach.gui.style import apply_theme  # noqa: PLC0415
    from coach.gui.theme import load_theme  # noqa: PLC0415

    app = QApplication([])
    load_fonts()
    apply_theme(app, load_theme("light"))
    shown = window()
    shown.show()
    out.mkdir(parents=True, exist_ok=True)
    for theme in ("light", "dark"):
        for width, height, percent in SHOTS:
            apply_theme(app, load_theme(theme, percent))
            shown.resize(width, height)
            for spec in SPECS:
                shown.show_page(spec.name)
                for _ in range(3):
                    app.processEvents()
                shown.grab().save(str(out / f"{spec.name}-{theme}-{width}-{percent}.png"))


def show_window(theme: str, percent: int) -> int:
    """The gallery in a window; the sidebar walks through it."""
    from gallery_pages import window  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from coach.gui.fonts import load_fonts  # noqa: PLC0415
    from coach.gui.style import apply_theme  # noqa: PLC0415
    from coach.gui.theme import load_theme  # noqa: PLC0415

    app = QApplication([])
    load_fonts()
    apply_theme(app, load_theme(theme, percent))
    shown = window()
    shown.page_requested.connect(shown.show_page)
    shown.resize(1280, 820)
    shown.show()
    return app.exec()


def main() -> int:
    """Run the command line."""
    options = ARGUMENTS.parse_args()
    if options.out is None:
        return show_window(options.theme, options.text)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    write_pictures(options.out)
    return 0


if __name__ == "__main__":
    sys.exit(main())
