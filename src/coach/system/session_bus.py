"""Whether the desktop has a bus of its own for the user's session."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path


def has_bus(platform: str = sys.platform, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether there is one to ask; asking without it would start one."""
    if platform != "linux":
        return False
    runtime = environ.get("XDG_RUNTIME_DIR", "")
    named = bool(environ.get("DBUS_SESSION_BUS_ADDRESS"))
    return named or (bool(runtime) and (Path(runtime) / "bus").exists())
