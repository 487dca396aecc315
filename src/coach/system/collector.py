"""Keeps the garbage collector away from what is not garbage while a session runs.

A full collection looks at every object of the program: 11 ms in the window's thread where measured,
which is longer than a picture may take. What is there when a session opens stays for its length, so
it is set aside; what comes later is little, and is collected as ever in half a millisecond.
"""

from __future__ import annotations

import gc


def set_aside() -> None:
    """Leave out all that is there now. Takes no time; calling it again adds what came since."""
    gc.freeze()


def take_back() -> None:
    """Look at everything again."""
    gc.unfreeze()
