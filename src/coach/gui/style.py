"""Turns a theme into Qt's terms: palette, one style sheet, default font; live at any time."""

from __future__ import annotations

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from coach.gui.theme import APP_PROPERTY, Theme, Token
from coach.gui.widgets.base import Themed
from coach.system.resources import read_text

_ROLES = {
    QPalette.ColorRole.Window: Token.BACKGROUND,
    QPalette.ColorRole.WindowText: Token.INK,
    QPalette.ColorRole.Base: Token.CARD,
    QPalette.ColorRole.AlternateBase: Token.BACKGROUND,
    QPalette.ColorRole.ToolTipBase: Token.INK,
    QPalette.ColorRole.ToolTipText: Token.BACKGROUND,
    QPalette.ColorRole.PlaceholderText: Token.SOFT,
    QPalette.ColorRole.Text: Token.INK,
    QPalette.ColorRole.Button: Token.CARD,
    QPalette.ColorRole.ButtonText: Token.INK,
    QPalette.ColorRole.BrightText: Token.ACCENT,
    QPalette.ColorRole.Light: Token.CARD,
    QPalette.ColorRole.Midlight: Token.LINE,
    QPalette.ColorRole.Mid: Token.LINE,
    QPalette.ColorRole.Dark: Token.SOFT,
    QPalette.ColorRole.Shadow: Token.SOFT,
    QPalette.ColorRole.Highlight: Token.BREATH,
    QPalette.ColorRole.HighlightedText: Token.CARD,
    QPalette.ColorRole.Accent: Token.BREATH,
    QPalette.ColorRole.Link: Token.BREATH,
    QPalette.ColorRole.LinkVisited: Token.BREATH,
}
_WEAK_ROLES = (
    QPalette.ColorRole.WindowText,
    QPalette.ColorRole.Text,
    QPalette.ColorRole.ButtonText,
)
_LENGTHS_PX = (1, 2, 4, 6, 8, 10, 12, 14, 16, 20, 24, 32)


def palette(theme: Theme) -> QPalette:
    """A full palette, so that no widget of Qt falls back to the desktop's colours."""
    made = QPalette()
    for role, token in _ROLES.items():
        made.setColor(role, theme.color(token))
    for role in _WEAK_ROLES:
        made.setColor(QPalette.ColorGroup.Disabled, role, theme.color(Token.SOFT))
    return made


def style_sheet(theme: Theme) -> str:
    """``themes/app.qss`` with ``@token`` and ``@12px`` (a length at 100 %) filled in."""
    sheet = read_text("themes/app.qss")
    for token in sorted(Token, key=len, reverse=True):
        sheet = sheet.replace(f"@{token}", theme.tokens[token])
    for length in sorted(_LENGTHS_PX, reverse=True):
        sheet = sheet.replace(f"@{length}px", f"{theme.px(length)}px")
    return sheet


def apply_theme(app: QApplication, theme: Theme) -> None:
    """Give the whole application this look; works at any time, open windows follow."""
    app.setProperty(APP_PROPERTY, theme)
    if app.style().name() != "fusion" and not app.styleSheet():
        app.setStyle("Fusion")
    app.setPalette(palette(theme))
    app.setFont(theme.font())
    app.setStyleSheet(style_sheet(theme))
    for widget in app.allWidgets():
        if isinstance(widget, Themed):
            widget.refresh(theme)
