"""Tab reaches controls that are made late where their host stands, not at the end of the page."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stand_in_place(host: QWidget, stops: Sequence[QWidget]) -> None:
    """Put ``stops``, all within ``host``, in this order after the last stop before ``host``."""
    before = host.previousInFocusChain()
    while before not in (None, host) and not _can_precede(host, before):
        before = before.previousInFocusChain()
    if before in (None, host):
        return
    for one, other in pairwise((before, *stops)):
        QWidget.setTabOrder(one, other)


def _can_precede(host: QWidget, other: QWidget) -> bool:
    return bool(other.focusPolicy() & Qt.FocusPolicy.TabFocus) and not host.isAncestorOf(other)
