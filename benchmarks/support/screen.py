"""A screen of our own, so that nothing of the desktop is measured with the app."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

_SIZE = "1280x820x24"


@contextmanager
def screen() -> Iterator[tuple[dict[str, str], str]]:
    """The environment that leads to it and its name: Xvfb where there is one, else offscreen."""
    plain = {k: v for k, v in os.environ.items() if k not in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM")}
    tool = shutil.which("Xvfb")
    if tool is None:
        yield {**plain, "QT_QPA_PLATFORM": "offscreen"}, "offscreen"
        return
    reading, writing = os.pipe()
    call = [tool, "-displayfd", str(writing), "-screen", "0", _SIZE, "-nolisten", "tcp"]
    server = subprocess.Popen(call, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as pipe:
            display = pipe.readline().strip()
        yield {**plain, "DISPLAY": f":{display}", "QT_QPA_PLATFORM": "xcb"}, "Xvfb"
    finally:
        server.terminate()
        server.wait(10)
