"""Which sound devices there are (``python -m coach.cues.devices`` prints them as JSON).

Asked in a process of its own, because a broken sound system can block or end the one that asks.
"""

from __future__ import annotations

import json
import sys


def output_names() -> list[str]:
    """Names of the outputs, the default first. Raises ``ImportError`` without Qt or the system
    libraries of its sound."""
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415 - may be what is missing
    from PySide6.QtMultimedia import QMediaDevices  # noqa: PLC0415

    app = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    devices = QMediaDevices.audioOutputs()
    ordered = sorted(devices, key=lambda device: not device.isDefault())
    names = [device.description() for device in ordered]
    del app
    return names


def main() -> int:
    """Print the names as JSON; what cannot be loaded is told in their place."""
    try:
        found: dict[str, object] = {"devices": output_names()}
    except ImportError as error:
        found = {"problem": str(error)}
    print(json.dumps(found))  # noqa: T201 - the answer to the process that asked
    return 0


if __name__ == "__main__":
    sys.exit(main())
