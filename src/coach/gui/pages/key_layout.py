"""What a key means whatever the keyboard's layout: letters by name, else by their place."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

K = Qt.Key

#: Scan codes of the main block, the same on every keyboard; named after the keys of a US layout.
_PLACES: Mapping[int, Qt.Key] = MappingProxyType(
    {
        **{2 + at: Qt.Key(K.Key_1 + at) for at in range(9)},
        11: K.Key_0,
        **{16 + at: Qt.Key(ord(letter)) for at, letter in enumerate("QWERTYUIOP")},
        **{30 + at: Qt.Key(ord(letter)) for at, letter in enumerate("ASDFGHJKL")},
        **{44 + at: Qt.Key(ord(letter)) for at, letter in enumerate("ZXCVBNM")},
        52: K.Key_Period,
    }
)
_SIGNS = frozenset({K.Key_Space, K.Key_Period, K.Key_Plus, K.Key_Minus})
_OFFSETS = {"linux": 8, "win32": 0}
"""X11 and Wayland count from 8; macOS numbers its keys in another way, so letters decide there."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """A ``Qt.Key`` and the text that it stands for in the player."""

    key: int
    text: str


def pressed(event: QKeyEvent, platform: str = sys.platform) -> Pressed:
    """The key of ``event``. A Latin letter, a digit and a named key say themselves what they are;
    a Cyrillic letter, or the sign on an AZERTY digit, stands for the key at its place."""
    key, text = event.key(), event.text()
    if not _by_place(key, text):
        return Pressed(key, text)
    place = _PLACES.get(event.nativeScanCode() - _OFFSETS.get(platform, sys.maxsize))
    if place is None:
        return Pressed(key, text)
    return Pressed(place, chr(place))


def _by_place(key: int, text: str) -> bool:
    """Whether neither the key's name nor its text is one that the player knows."""
    named = key >= K.Key_Escape and key != K.Key_unknown
    latin = K.Key_A <= key <= K.Key_Z
    return not (named or latin or text.isdigit() or key in _SIGNS)
