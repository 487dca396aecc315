"""The contact sheet: a picture for each page, and an index that leads to all of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from coach.app.figure_rows import rows
from coach.domain.exercise_model import Catalog
from coach.gui.figures_sheet import INDEX, MOST_ROWS, page_image, write_figures
from coach.gui.fonts import load_fonts
from coach.gui.theme import Token, load_theme
from support.book import real_book


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_pages_and_index_are_written(qtbot: QtBot, tmp_path: Path, theme: str) -> None:
    load_fonts()
    one = real_book().catalog["hip_flexor_release"]
    few = replace(one, variants={"arm_up": one.variants["arm_up"]})
    book = replace(real_book(), catalog=Catalog({one.id: few}))
    look = load_theme(theme, 100)
    pages = list(write_figures(book, tmp_path / "new" / "sheet", look))
    assert [page.file for page in pages] == [
        f"hip_flexor_release-arm_up-{number}.png" for number in (1, 2, 3)
    ]
    index = (tmp_path / "new" / "sheet" / INDEX).read_text(encoding="utf-8")
    for page in pages:
        assert f'src="{page.file}"' in index
        image = QImage(str(tmp_path / "new" / "sheet" / page.file))
        assert image.pixelColor(2, 2) == look.color(Token.BACKGROUND)
        seen = {image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(100, 330, 3)}
        assert look.color(Token.FIGURE_NEAR).rgb() in seen
        assert look.color(Token.FIGURE_FAR).rgb() in seen


def test_a_folder_that_is_a_file_is_refused(qtbot: QtBot, tmp_path: Path) -> None:
    place = tmp_path / "file"
    place.write_text("", encoding="utf-8")
    with pytest.raises(OSError, match="file"):
        next(write_figures(real_book(), place, load_theme("light", 100)))


def test_the_same_posture_looks_the_same_again(qtbot: QtBot) -> None:
    load_fonts()
    one = real_book().catalog["leg_swing"]
    found = rows(real_book(), one, one.variants["chair"])[:MOST_ROWS]
    look = load_theme("light", 100)
    assert page_image(found, "Swing", "x", look) == page_image(found, "Swing", "x", look)
