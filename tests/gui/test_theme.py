"""Tokens, contrast, text size, fonts, and changing the look while windows are open."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QFontInfo, QFontMetricsF, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coach.gui import theme as theme_module
from coach.gui.style import apply_theme, palette, style_sheet
from coach.gui.theme import Size, Theme, Token, Weight, contrast, current_theme, load_theme
from coach.gui.widgets.buttons import Button
from coach.gui.widgets.text import Text
from coach.system.resources import ResourceError, resource_dir

NAMES = ("light", "dark")
GROUNDS = (Token.BACKGROUND, Token.CARD, Token.SIDEBAR, Token.BREATH_SOFT, Token.ACCENT_SOFT)
WORDS = (Token.INK, Token.SOFT, Token.ACCENT, Token.BREATH)
PAIRS = [(words, ground) for words in WORDS for ground in GROUNDS] + [
    (Token.ON_ACCENT, Token.ACCENT),
    (Token.INK, Token.LINE),
    (Token.BACKGROUND, Token.INK),
    (Token.CARD, Token.INK),
    (Token.CARD, Token.BREATH),
]
SOURCE = Path(theme_module.__file__).parent


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("words", "ground"), PAIRS)
def test_words_can_be_read_on_their_ground(name: str, words: Token, ground: Token) -> None:
    look = load_theme(name)
    assert contrast(look.color(words), look.color(ground)) >= 4.5


def test_contrast_has_its_known_ends() -> None:
    black, white = QColor(0, 0, 0), QColor(255, 255, 255)
    assert contrast(black, white) == pytest.approx(21.0)
    assert contrast(white, white) == pytest.approx(1.0)


def test_tokens_are_those_of_the_design() -> None:
    assert load_theme("light").tokens[Token.ACCENT] == "#b5411a"
    assert load_theme("dark").tokens[Token.BREATH] == "#55c9c0"
    assert (load_theme("light").dark, load_theme("dark").dark) == (False, True)


@pytest.mark.parametrize(
    ("tokens", "said"),
    [
        ({}, "tokens.background"),
        ({"background": "red"}, "must be a colour"),
        ({"paper": "#ffffff"}, "tokens.paper"),
    ],
)
def test_a_broken_theme_names_file_and_key(
    monkeypatch: pytest.MonkeyPatch, tokens: dict[str, str], said: str
) -> None:
    monkeypatch.setattr(theme_module, "read_toml", lambda _: {"dark": False, "tokens": tokens})
    with pytest.raises(ResourceError, match=rf"themes/light\.toml: .*{said}|{said}"):
        load_theme("light")


@given(st.integers(min_value=-500, max_value=900))
def test_text_size_stays_within_its_bounds(percent: int) -> None:
    scale = Theme("any", False, {}).scaled(percent).scale
    assert 0.8 <= scale <= 3.0
    assert percent < 80 or percent > 300 or scale == pytest.approx(percent / 100)


def test_lengths_grow_with_the_text_and_gaps_stop_growing() -> None:
    large = load_theme("light", 300)
    assert large.px(15) == 45
    assert large.space(20) == 30


def test_the_bundled_typeface_is_used(theme: Theme) -> None:
    assert QFontInfo(theme.font()).family() == "Inter"


def test_tabular_figures_have_one_width(theme: Theme) -> None:
    metrics = QFontMetricsF(theme.font(Size.BODY, Weight.SEMI_BOLD, tabular=True))
    widths = [metrics.horizontalAdvance(digit * 10) for digit in "0123456789"]
    assert max(widths) - min(widths) < 0.3
    loose = QFontMetricsF(theme.font(Size.BODY, Weight.SEMI_BOLD))
    assert loose.horizontalAdvance("1" * 10) < min(widths) - 10


@pytest.mark.parametrize("name", NAMES)
def test_no_placeholder_is_left_in_the_style_sheet(name: str) -> None:
    assert "@" not in style_sheet(load_theme(name))


@pytest.mark.parametrize("name", NAMES)
def test_the_palette_leaves_no_role_to_the_desktop(name: str) -> None:
    made = palette(load_theme(name))
    unset = {QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles}
    roles = [role for role in QPalette.ColorRole if role not in unset]
    group = QPalette.ColorGroup.Active
    assert [role for role in roles if not made.isBrushSet(group, role)] == []


def test_open_widgets_follow_a_new_look(qapp: QApplication, themed: QtBot) -> None:
    label, button = Text("Breathe out"), Button("Start")
    themed.addWidget(label)
    themed.addWidget(button)
    before = (label.font().pixelSize(), button.sizeHint().height())
    apply_theme(qapp, load_theme("dark", 200))
    assert current_theme().name == "dark"
    assert (label.font().pixelSize(), button.sizeHint().height()) == (30, 98)
    assert before == (15, 49)
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == "#0f171b"


def test_no_colour_stands_in_the_code() -> None:
    literal = re.compile(r"#[0-9a-fA-F]{6}\b|QColor\(\s*\d|Qt\.GlobalColor\.(?!transparent)")
    found = {
        f"{path.name}: {hit}"
        for path in SOURCE.rglob("*.py")
        for hit in literal.findall(path.read_text(encoding="utf-8"))
    }
    assert found == set()


def test_licences_lie_beside_fonts_and_icons() -> None:
    assert "SIL Open Font License" in (resource_dir() / "fonts" / "OFL.txt").read_text()
    assert "ISC License" in (resource_dir() / "icons" / "LICENSE").read_text()
