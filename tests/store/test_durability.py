"""A set that was acknowledged is in the file, whenever the process is killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from coach.store.opening import open_store
from support import crash_writer
from support.store_builders import CountedIds, SteadyClock

TESTS = Path(__file__).parents[1]
DEATHS = [f"statement:{n}" for n in range(0, 60, 2)] + [
    f"set:{n}" for n in range(1, crash_writer.SETS)
]


def test_every_acknowledged_set_survives_a_kill(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "support.crash_writer", str(tmp_path), *DEATHS],
        env={**os.environ, "PYTHONPATH": str(TESTS)},
        capture_output=True,
        text=True,
        check=True,
    )
    reports = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(reports) == len(DEATHS)
    assert {len(heard) for _, _, heard in reports} > {0, 1, 5}
    for folder, death, heard in reports:
        store = open_store(Path(folder), SteadyClock(), CountedIds())
        running = store.open_session()
        blocks = [one.block for one in running.sets] if running else []
        assert blocks[: len(heard)] == heard, death
        assert death.startswith("set") or len(blocks) <= len(heard) + 1, death
        assert (store.notices, store.integrity()) == ((), "ok"), death
        store.close()
