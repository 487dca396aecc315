"""The look as one frozen value: colour tokens, text scale, fonts. Widgets hold no literals."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont

from coach.system.resources import ResourceError, read_toml

FAMILY = "Inter"
APP_PROPERTY = "coachTheme"
SCALE_MIN, SCALE_MAX = 0.8, 3.0
SPACE_MAX = 1.5
TABULAR = QFont.Tag("tnum")
_HEX = re.compile(r"#[0-9a-f]{6}")


class Token(StrEnum):
    """The names of all colours; values live in ``resources/themes``."""

    BACKGROUND = "background"
    CARD = "card"
    SIDEBAR = "sidebar"
    INK = "ink"
    SOFT = "soft"
    LINE = "line"
    ACCENT = "accent"
    ON_ACCENT = "on_accent"
    BREATH = "breath"
    BREATH_SOFT = "breath_soft"
    ACCENT_SOFT = "accent_soft"
    FIGURE_NEAR = "figure_near"
    FIGURE_FAR = "figure_far"
    GLOW = "glow"
    PROP = "prop"
    METAL = "metal"


class Size(IntEnum):
    """Text sizes in pixels at 100 %."""

    SMALL = 13
    BODY = 15
    TITLE = 17
    DISPLAY = 30
    LARGE = 38


class Weight(StrEnum):
    """The four bundled weights of the typeface."""

    REGULAR = "regular"
    MEDIUM = "medium"
    SEMI_BOLD = "semi_bold"
    BOLD = "bold"

    @property
    def qt(self) -> QFont.Weight:
        return _QT_WEIGHTS[self]


_QT_WEIGHTS: Mapping[Weight, QFont.Weight] = MappingProxyType(
    {
        Weight.REGULAR: QFont.Weight.Normal,
        Weight.MEDIUM: QFont.Weight.Medium,
        Weight.SEMI_BOLD: QFont.Weight.DemiBold,
        Weight.BOLD: QFont.Weight.Bold,
    }
)


@dataclass(frozen=True, slots=True)
class Theme:
    """One look: ``tokens`` map a ``Token`` to ``#rrggbb``; ``scale`` is text size / 100 %."""

    name: str
    dark: bool
    tokens: Mapping[Token, str]
    scale: float = 1.0

    def color(self, token: Token) -> QColor:
        """The colour of a token, a fresh value that the caller may change."""
        return QColor(self.tokens[token])

    def px(self, size_px: float) -> int:
        """A length at 100 % in pixels at this text size, at least 1."""
        return max(1, round(size_px * self.scale))

    def space(self, size_px: float) -> int:
        """A gap or margin: grows with the text but not without end, so that words keep room."""
        return round(size_px * min(self.scale, SPACE_MAX))

    def font(
        self,
        size_px: float = Size.BODY,
        weight: Weight = Weight.REGULAR,
        *,
        tabular: bool = False,
    ) -> QFont:
        """The typeface at ``size_px`` (at 100 %); figures share one width if ``tabular``."""
        font = QFont(FAMILY)
        font.setPixelSize(self.px(size_px))
        font.setWeight(weight.qt)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if size_px >= Size.TITLE:
            tightening = -0.025 if size_px >= Size.DISPLAY else -0.01
            spacing_px = tightening * self.px(size_px)
            font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, spacing_px)
        if tabular:
            font.setFeature(TABULAR, 1)
        return font

    def scaled(self, percent: int) -> Theme:
        """The same look at a text size of ``percent``, held to 80–300."""
        return replace(self, scale=min(SCALE_MAX, max(SCALE_MIN, percent / 100)))


def load_theme(name: str, percent: int = 100) -> Theme:
    """Read ``themes/NAME.toml``. Raises ``ResourceError`` naming file, key and reason."""
    file = f"themes/{name}.toml"
    data = read_toml(file)
    tokens = _tokens(file, data.get("tokens", {}))
    dark = data.get("dark")
    if not isinstance(dark, bool):
        msg = f"{file}: dark: must be true or false."
        raise ResourceError(msg)
    return Theme(name, dark, tokens).scaled(percent)


def _tokens(file: str, table: Mapping[str, Any]) -> Mapping[Token, str]:
    unknown = sorted(set(table) - {token.value for token in Token})
    if unknown:
        msg = f"{file}: tokens.{unknown[0]}: is no known colour."
        raise ResourceError(msg)
    return MappingProxyType({token: _hex(file, token, table.get(token)) for token in Token})


def _hex(file: str, token: Token, value: object) -> str:
    if not isinstance(value, str) or not _HEX.fullmatch(value):
        msg = f"{file}: tokens.{token}: must be a colour like #rrggbb, not {value!r}."
        raise ResourceError(msg)
    return value


def current_theme() -> Theme:
    """The theme that ``apply_theme`` gave the application."""
    app = QCoreApplication.instance()
    theme = app.property(APP_PROPERTY) if app is not None else None
    if not isinstance(theme, Theme):
        msg = "apply_theme(app, theme) comes before the first widget."
        raise TypeError(msg)
    return theme


def contrast(one: QColor, other: QColor) -> float:
    """The WCAG contrast of two opaque colours, 1 … 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: QColor) -> float:
    red, green, blue = color.redF(), color.greenF(), color.blueF()
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.03928 else float(((part + 0.055) / 1.055) ** 2.4)
