"""One key, one meaning, on every keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from coach.gui.pages.key_layout import Pressed, pressed

K = Qt.Key
X11, WINDOWS, MAC = "linux", "win32", "darwin"


def key(code: int, text: str, scan: int, held: Qt.KeyboardModifier | None = None) -> QKeyEvent:
    held = held or Qt.KeyboardModifier.NoModifier
    return QKeyEvent(QEvent.Type.KeyPress, code, held, scan, 0, 0, text)


@pytest.mark.parametrize(
    ("event", "platform", "found"),
    [
        pytest.param(key(K.Key_P, "p", 33), X11, Pressed(K.Key_P, "p"), id="letter"),
        pytest.param(key(0x0437, "з", 33), X11, Pressed(K.Key_P, "P"), id="Cyrillic P"),
        pytest.param(key(0x0437, "з", 25), WINDOWS, Pressed(K.Key_P, "P"), id="on Windows"),
        pytest.param(key(0x0437, "з", 33), MAC, Pressed(0x0437, "з"), id="elsewhere as it is"),
        pytest.param(key(0x03B4, "δ", 40), X11, Pressed(K.Key_D, "D"), id="Greek D"),
        pytest.param(key(K.Key_Ampersand, "&", 10), X11, Pressed(K.Key_1, "1"), id="AZERTY 1"),
        pytest.param(key(K.Key_Apostrophe, "'", 13), X11, Pressed(K.Key_4, "4"), id="AZERTY 4"),
        pytest.param(key(K.Key_Colon, ":", 60), X11, Pressed(K.Key_Period, "."), id="full stop"),
        pytest.param(key(K.Key_W, "w", 52), X11, Pressed(K.Key_W, "w"), id="AZERTY W, by name"),
        pytest.param(key(K.Key_Left, "", 10), X11, Pressed(K.Key_Left, ""), id="named key"),
        pytest.param(key(0x0437, "з", 200), X11, Pressed(0x0437, "з"), id="no such place"),
        pytest.param(
            key(K.Key_2, "2", 88, Qt.KeyboardModifier.KeypadModifier),
            X11,
            Pressed(K.Key_2, "2"),
            id="keypad",
        ),
    ],
)
def test_the_key_by_its_name_or_its_place(event: QKeyEvent, platform: str, found: Pressed) -> None:
    assert pressed(event, platform) == found
