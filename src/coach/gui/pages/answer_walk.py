"""From answer to answer with two keys: how a presenter reaches what a page asks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget


def stops(panel: QWidget) -> list[QWidget]:
    """What Tab would reach inside ``panel``, in its order."""
    found: list[QWidget] = []
    widget = panel.nextInFocusChain()
    while widget is not None and widget is not panel:
        tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        if tab and widget.isEnabled() and widget.isVisible() and panel.isAncestorOf(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def step(panel: QWidget, *, forward: bool) -> bool:
    """Move the focus to the next answer or the one before, stopping at either end; the first
    step leads to the first answer. False where there is none."""
    found = stops(panel)
    if not found:
        return False
    here = panel.window().focusWidget()
    at = found.index(here) + (1 if forward else -1) if here in found else 0
    target = found[min(max(at, 0), len(found) - 1)]
    target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return True


def take(panel: QWidget) -> bool:
    """Press the answer that has the focus. False where none has it."""
    here = panel.window().focusWidget()
    if not isinstance(here, QAbstractButton) or not panel.isAncestorOf(here):
        return False
    here.click()
    return True
